"""A process that has imported the program and forks it for each request, as its own interpreter would run it.

Requests are JSON on a Unix socket, whose descriptor is the only argument, with descriptors for stdin,
stdout and stderr beside it, or none where a new pseudo-terminal is wanted. The answer is the exit code, once
there is one; or the process id at once, with the descriptor of the terminal beside it.
"""

from __future__ import annotations

import fcntl
import gc
import importlib
import io
import json
import os
import pty
import signal
import socket
import struct
import sys
import termios
import traceback
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

IMPORTED = (
    "alignment_maturity.cli.app",
    "alignment_maturity.cli.assess",
    "alignment_maturity.cli.workshop",
    "alignment_maturity.interview.plain",
    "alignment_maturity.interview.workshop.plain",
    "alignment_maturity.interview.workshop.spread",
    "alignment_maturity.report.docx.file",
    "alignment_maturity.report.pdf",
    "alignment_maturity.screens.interview",
    "alignment_maturity.screens.workshop.app",
    "alignment_maturity.store.answer_sets",
    "alignment_maturity.store.rooms",
    "alignment_maturity.waves",
)
"""Not polars, whose threads would not survive."""

STREAMS = (sys.stdin, sys.stdout, sys.stderr)


def serve(connection: socket.socket) -> None:
    """Fork a program for each request until the other side hangs up."""
    while True:
        request, streams, *_ = socket.recv_fds(connection, 65_536, 3)
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:  # those on terminals, for which nobody waits
                pass
        if not request:
            return
        asked = json.loads(request)
        if streams:
            connection.sendall(str(_exit_code(asked, streams)).encode())
        else:
            _start_on_a_terminal(asked, connection)


def _exit_code(asked: dict[str, Any], streams: Sequence[int]) -> int:
    process = os.fork()
    if process == 0:
        for descriptor, stream in enumerate(streams):
            os.dup2(stream, descriptor)
        os.closerange(3, 256)
        _become(asked)
    for stream in streams:
        os.close(stream)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _start_on_a_terminal(asked: dict[str, Any], connection: socket.socket) -> None:
    process, terminal = pty.fork()
    if process == 0:
        connection.close()
        size = struct.pack("HHHH", asked["rows"], asked["columns"], 0, 0)
        fcntl.ioctl(0, termios.TIOCSWINSZ, size)
        _become(asked)
    socket.send_fds(connection, [str(process).encode()], [terminal])
    os.close(terminal)


def _become(asked: dict[str, Any]) -> NoReturn:
    """Run the program in this process, as its own interpreter would, and end."""
    code = 1
    try:
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.chdir(asked["folder"])
        os.environ.clear()
        os.environ.update(asked["environment"])
        _open_streams()
        sys.argv = ["alignment-maturity", *asked["arguments"]]
        program = importlib.import_module("alignment_maturity.__main__")
        sys.modules["__main__"] = program  # what worker processes import too
        program.main()
        code = 0
        sys.stdout.flush()
    except SystemExit as end:
        with suppress(OSError):
            sys.stdout.flush()
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - as an interpreter does
        traceback.print_exc()
    finally:
        with suppress(OSError):
            sys.stderr.flush()
        os._exit(code)


def _open_streams() -> None:
    """Open the three streams anew; the interpreter opened them on something else."""
    opened = [_stream(descriptor, stream) for descriptor, stream in enumerate(STREAMS)]
    sys.stdin, sys.stdout, sys.stderr = opened
    vars(sys).update(zip(("__stdin__", "__stdout__", "__stderr__"), opened, strict=True))


def _stream(descriptor: int, before: Any) -> io.TextIOWrapper:
    raw = os.fdopen(descriptor, "wb" if descriptor else "rb", closefd=False)
    by_lines = descriptor == 2 or (descriptor == 1 and raw.isatty())
    return io.TextIOWrapper(raw, encoding=before.encoding, errors=before.errors, line_buffering=by_lines)


if __name__ == "__main__":
    for name in IMPORTED:
        importlib.import_module(name)
    gc.freeze()  # what is never looked at is never copied
    serve(socket.socket(fileno=int(sys.argv[1])))
