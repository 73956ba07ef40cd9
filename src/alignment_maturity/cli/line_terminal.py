"""The terminal, or the pipe, of an interview led line by line."""

from __future__ import annotations

import io
import os
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignment_maturity.interview.terminal import LineTerminal
    from alignment_maturity.language import Lang

_LONGEST_LINE = 100_000
"""Characters; what is longer is no line that somebody wrote, and is read in pieces."""


def stdin_is_terminal() -> bool:
    """Tell whether somebody can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def line_terminal(lang: Lang) -> LineTerminal:
    """Return the line-by-line face of this process: it reads stdin and writes stderr."""
    from alignment_maturity.interview.terminal import LineTerminal

    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # a stray byte must not end an interview
    asked = stdin_is_terminal()
    return LineTerminal(
        lang=lang,
        columns=lambda: shutil.get_terminal_size().columns,
        read_line=_typed_line if asked else _piped_line,
        write=_write,
        patient=asked,
        erase=_erase if _understands_escapes() else lambda _prompt, _line: None,
    )


@contextmanager
def prompts_on_stderr() -> Iterator[None]:
    """Let stdout be stderr meanwhile, because line editing writes its prompt to stdout and nowhere else."""
    if stdin_is_terminal() and os.environ.get("TERM") != "dumb":
        with suppress(ImportError):
            import readline  # from here on `input` knows the arrow keys

            # A pasted text is one line then, and no line of it is taken for an answer.
            readline.parse_and_bind("set enable-bracketed-paste on")
    if sys.stdout is None:  # the shell closed it
        yield
        return
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def _typed_line(prompt: str) -> str:
    sys.stderr.flush()
    try:
        return input(prompt)
    except OSError:  # the terminal has gone
        raise EOFError from None


def _piped_line(prompt: str) -> str:
    _write(prompt)
    line = sys.stdin.readline(_LONGEST_LINE) if sys.stdin is not None else ""
    if not line:
        raise EOFError
    if "\0" in line and not line.strip("\0\r\n"):  # nobody typed that; it is to be refused
        line = "\N{REPLACEMENT CHARACTER}\n"
    _write(line if line.endswith("\n") else f"{line}\n")
    return line


def _understands_escapes() -> bool:
    known = os.environ.get("TERM", "dumb") != "dumb"
    return known and stdin_is_terminal() and sys.stderr is not None and sys.stderr.isatty()


def _erase(prompt: str, line: str) -> None:
    """Take a line that was typed off the screen, and out of what the arrow keys bring back."""
    width = shutil.get_terminal_size().columns
    with suppress(OSError, ValueError):
        width = os.get_terminal_size(sys.stderr.fileno()).columns or width
    _write("\x1b[1A\x1b[2K" * _rows(f"{prompt}{line}", width))
    if readline := sys.modules.get("readline"):
        last = readline.get_current_history_length()
        if last and readline.get_history_item(last) == line:
            readline.remove_history_item(last - 1)


def _rows(text: str, width: int) -> int:
    """Count the rows that a text takes up on a terminal of so many columns."""
    rows, column = 1, 0
    for character in text:
        cells = _cells(character)
        if character == "\n" or column + cells > width:
            rows, column = rows + 1, 0
        column += cells
    return rows


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
