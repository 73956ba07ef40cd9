"""A program on a pseudo-terminal, and its screen as a person would see it."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pyte

from forks.commands import started

PATIENCE = 20.0
"""Seconds until a program counts as hanging."""


class Terminals:
    """Starts programs on terminals, from a process that has everything imported already."""

    def __init__(self) -> None:
        self._connection, self._server = started({"PYTHONWARNINGS": "ignore"})

    def start(
        self, arguments: Sequence[str], folder: Path, *, columns: int = 80, rows: int = 24, **environment: str
    ) -> Screen:
        """Run the program with these arguments in a folder."""
        given = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "TERM": "xterm-256color"}
        request = {
            "arguments": list(arguments),
            "folder": str(folder),
            "columns": columns,
            "rows": rows,
            "environment": {**given, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        }
        self._connection.sendall(json.dumps(request).encode())
        self._connection.settimeout(PATIENCE)
        data, descriptors, *_ = socket.recv_fds(self._connection, 64, 1)
        return Screen(int(data), descriptors[0], columns, rows)

    def close(self) -> None:
        """End the server."""
        self._connection.close()
        self._server.wait(PATIENCE)


class Screen:
    """The terminal of one program.

    Attributes:
        process: its id.
        ended: whether it has let go of the terminal.
        written: all it has written, with the sequences that move the cursor.
    """

    def __init__(self, process: int, terminal: int, columns: int, rows: int) -> None:
        self.process = process
        self._terminal = terminal
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.ended = False
        self.written = ""

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._terminal, keys.encode())

    def wait_for(self, shown: str | Callable[[str], bool]) -> str:
        """Wait until a text stands on the screen, or a condition on the screen holds; return the screen."""
        holds = shown if callable(shown) else lambda text: shown in text
        deadline = time.monotonic() + PATIENCE
        while not holds(self.text):
            left = deadline - time.monotonic()
            if self.ended or left <= 0:
                raise AssertionError(f"waited for {shown!r}; the screen shows\n{self.text}")
            self._read(left)
        return self.text

    def wait_for_end(self) -> None:
        """Wait until the program has let go of the terminal."""
        deadline = time.monotonic() + PATIENCE
        while not self.ended:
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(f"still running; the screen shows\n{self.text}")
            self._read(left)

    def kill(self) -> None:
        """Kill the program as nothing can be caught, and close the terminal."""
        os.kill(self.process, signal.SIGKILL)
        self.wait_for_end()
        self.close()

    def close(self) -> None:
        """Close the terminal, as a window that is closed does."""
        os.close(self._terminal)

    def _read(self, seconds: float) -> None:
        ready, _, _ = select.select([self._terminal], [], [], seconds)
        if not ready:
            return
        try:
            data = os.read(self._terminal, 65_536)
        except OSError:  # nobody holds the other side
            data = b""
        if data:
            self._stream.feed(data)
            self.written += data.decode(errors="replace")
        else:
            self.ended = True
