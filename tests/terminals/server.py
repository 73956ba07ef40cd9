"""A process that has imported the program and forks it onto a new pseudo-terminal for each request.

Requests are JSON on a Unix socket, whose descriptor is the only argument; the answer is the process id, with
the descriptor of the terminal beside it. Starting an interpreter for each would take ten times as long.
"""

from __future__ import annotations

import fcntl
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
from typing import Any

IMPORTED = (
    "alignment_maturity.cli.app",
    "alignment_maturity.cli.assess",
    "alignment_maturity.cli.workshop",
    "alignment_maturity.interview.plain",
    "alignment_maturity.interview.workshop.plain",
    "alignment_maturity.interview.workshop.spread",
    "alignment_maturity.screens.interview",
    "alignment_maturity.screens.workshop.app",
    "alignment_maturity.store.answer_sets",
    "alignment_maturity.store.rooms",
)


def serve(connection: socket.socket) -> None:
    """Fork a program for each request until the other side hangs up."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the children
    while request := connection.recv(65_536):
        asked = json.loads(request)
        process, terminal = pty.fork()
        if process == 0:
            connection.close()
            _become(asked)
        socket.send_fds(connection, [str(process).encode()], [terminal])
        os.close(terminal)


def _become(asked: dict[str, Any]) -> None:
    """Run the program in this process, as its own interpreter would, and end."""
    code = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", asked["rows"], asked["columns"], 0, 0))
        os.chdir(asked["folder"])
        os.environ.clear()
        os.environ.update(asked["environment"])
        _open_streams()
        sys.argv = ["alignment-maturity", *asked["arguments"]]
        from alignment_maturity.__main__ import main

        main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        os._exit(code)


def _open_streams() -> None:
    """Open the three streams on the terminal; the interpreter opened them on something else."""
    streams = [_stream(0, "r"), _stream(1, "w"), _stream(2, "w")]
    sys.stdin, sys.stdout, sys.stderr = streams
    vars(sys).update(zip(("__stdin__", "__stdout__", "__stderr__"), streams, strict=True))


def _stream(descriptor: int, mode: str) -> io.TextIOWrapper:
    raw = os.fdopen(descriptor, mode + "b", closefd=False)
    return io.TextIOWrapper(raw, encoding="utf-8", line_buffering=mode == "w")


if __name__ == "__main__":
    for name in IMPORTED:
        importlib.import_module(name)
    serve(socket.socket(fileno=int(sys.argv[1])))
