"""Commands as users run them: a process each, in a folder, with an environment of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

TESTS = Path(__file__).parents[1]
COMMAND = (sys.executable, "-m", "alignment_maturity")
DECIDED_AT_THE_START = ("PYTHON", "LC_", "LANG")
"""What an interpreter reads once, as the names of variables begin."""


def run(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str], typed: bytes, patience: float
) -> subprocess.CompletedProcess[bytes]:
    """Run the program and wait for its end.

    Raises:
        subprocess.TimeoutExpired: where it takes longer than `patience`, in seconds.
    """
    at_start = {key: value for key, value in environment.items() if key.startswith(DECIDED_AT_THE_START)}
    with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        stdin.write(typed)
        stdin.seek(0)
        request = {"arguments": arguments, "folder": str(folder), "environment": dict(environment)}
        connection, server = _server(tuple(sorted(at_start.items())))
        connection.settimeout(patience)
        descriptors = [stream.fileno() for stream in (stdin, out, err)]
        socket.send_fds(connection, [json.dumps(request).encode()], descriptors)
        try:
            code = int(connection.recv(64))
        except TimeoutError:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()
            _server.cache_clear()
            raise subprocess.TimeoutExpired([*COMMAND, *arguments], patience) from None
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess([*COMMAND, *arguments], code, out.read(), err.read())


def started(environment: Mapping[str, str]) -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """Start a server; it ends when the connection is closed."""
    ours, theirs = socket.socketpair()
    with theirs:
        server = subprocess.Popen(
            [sys.executable, "-m", "forks.server", str(theirs.fileno())],
            cwd=TESTS,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "OPENBLAS_NUM_THREADS": "1", **environment},
            start_new_session=True,
        )
    return ours, server


@cache
def _server(environment: tuple[tuple[str, str], ...]) -> tuple[socket.socket, subprocess.Popen[bytes]]:
    return started(dict(environment))
