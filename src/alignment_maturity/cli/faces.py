"""Which face an interview or a workshop has: the full screen and its colours, or plain lines."""

from __future__ import annotations

import os
import sys
from enum import Enum
from typing import Annotated, Optional, TextIO

import typer


class Theme(Enum):
    """The colours of the full screen."""

    DARK = "dark"
    LIGHT = "light"


PlainOption = Annotated[
    bool, typer.Option("--plain", help="Line by line, without the full screen; so is ACCESSIBLE=1.")
]
ThemeOption = Annotated[
    Optional[Theme],
    typer.Option(
        help="Colours of the full screen.", show_default="dark, unless the terminal says it is light"
    ),
]

_NO = {"", "0", "false", "no"}
_LIGHT_GROUNDS = {7, *range(9, 16)}  # of the sixteen colours of terminals


def full_screen_wanted(*, plain: bool) -> bool:
    """Tell whether there is somebody at a terminal that can show the full screen, and who wants it."""
    if plain or os.environ.get("ACCESSIBLE", "").lower() not in _NO:
        return False
    if os.name != "nt" and os.environ.get("TERM", "dumb") in {"", "dumb"}:
        return False
    return _is_terminal(sys.stdin) and _is_terminal(sys.stderr)


def light_wanted(theme: Theme | None) -> bool:
    """Tell whether the full screen is to be light: asked for, else what COLORFGBG says of the terminal."""
    if theme is not None:
        return theme is Theme.LIGHT
    ground = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return ground.isdecimal() and int(ground) in _LIGHT_GROUNDS


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()
