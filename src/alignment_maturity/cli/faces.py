"""Which face an interview or a workshop has: the full screen, or plain lines."""

from __future__ import annotations

import os
import sys
from typing import Annotated, TextIO

import typer

PlainOption = Annotated[
    bool, typer.Option("--plain", help="Line by line, without the full screen; so is ACCESSIBLE=1.")
]

_NO = {"", "0", "false", "no"}


def full_screen_wanted(*, plain: bool) -> bool:
    """Tell whether there is somebody at a terminal that can show the full screen, and who wants it."""
    if plain or os.environ.get("ACCESSIBLE", "").lower() not in _NO:
        return False
    if os.name != "nt" and os.environ.get("TERM", "dumb") in {"", "dumb"}:
        return False
    return _is_terminal(sys.stdin) and _is_terminal(sys.stderr)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()
