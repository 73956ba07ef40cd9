"""The terminal of the full screen on Unix, which may go away at any moment."""

from __future__ import annotations

import os
import selectors
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from typing import TYPE_CHECKING, TextIO

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App

_PATIENCE = 0.1  # seconds until a lone Esc is taken for one


class Terminal(LinuxDriver):
    """Textual's driver, which tells `App.lost_terminal` where the terminal is gone.

    Textual's own would read an endless nothing, or wait for ever to have its writing taken.
    """

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._reading = False
        self._context = copy_context()  # of the app, for what the threads tell it
        self._file = _Forgiving(sys.__stderr__, self._lost)  # type: ignore[assignment]  # writes all the same

    def start_application_mode(self) -> None:
        """Take the terminal, and read it in a thread."""
        super().start_application_mode()  # type: ignore[no-untyped-call] # Textual's
        self._reading = self._key_thread is not None and self._key_thread.is_alive()

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was, and stop reading it."""
        self._reading = False
        super().stop_application_mode()

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again, which a shell may have used meanwhile, once it was left.

        Textual's own would take it twice after a SIGSTOP, which nobody is told of: one thread that reads it
        would be left over, and keep the process from ending.
        """
        if self._reading:
            self.suspend_application_mode()
            self._must_signal_resume = True
        if self._must_signal_resume:
            self.resume_application_mode()

    def run_input_thread(self) -> None:
        """Hand on what is typed, until the terminal goes or the end."""
        decode = getincrementaldecoder("utf-8")("replace").decode
        parser = XTermParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_PATIENCE):
                    data = self._read()
                    if not data:
                        self._lost()
                        return
                    for event in parser.feed(decode(data)):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _lost(self) -> None:
        with suppress(RuntimeError):  # it is over already
            self._loop.call_soon_threadsafe(self._app.lost_terminal, context=self._context)  # type: ignore[attr-defined]  # a FullScreen


class _Forgiving:
    """A stream to a terminal; what cannot be written any more is dropped, and told of."""

    def __init__(self, stream: TextIO | None, lost: Callable[[], None]) -> None:
        self._stream = stream or sys.stderr
        self._lost = lost

    def fileno(self) -> int:
        return self._stream.fileno()

    def isatty(self) -> bool:
        return self._stream.isatty()

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except OSError:
            self._lost()
            return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError:
            self._lost()
