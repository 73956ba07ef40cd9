"""Text laid out for a width, as both line-by-line faces show it.

Frames are plain ASCII, so that they survive every terminal and are silent in a screen reader.
"""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from alignment_maturity.language import Lang, say
from alignment_maturity.language.interview import PHRASES

_NARROWEST = 40
_WIDEST = 100  # longer lines are hard to read


class Paper(NamedTuple):
    """The language of a page and the columns it may fill."""

    lang: Lang
    width: int

    @property
    def measure(self) -> int:
        """Columns that are used."""
        return max(_NARROWEST, min(self.width, _WIDEST))

    def say(self, key: str, **values: object) -> str:
        """Write a phrase of the interview."""
        return say(PHRASES, key, self.lang, **values)

    def wrap(self, text: str, first: str = "", others: str | None = None) -> str:
        """Fill the lines, the first one starting with `first`, the rest with `others` (default: the same)."""
        indent = first if others is None else others
        parts = [
            textwrap.fill(
                line,
                self.measure,
                initial_indent=indent if number else first,
                subsequent_indent=indent,
                break_on_hyphens=False,
            )
            for number, line in enumerate(text.splitlines())
        ]
        return "\n".join(parts)

    def shorten(self, text: str, columns: int) -> str:
        """Cut a text to one line of at most so many columns."""
        return textwrap.shorten(text, max(columns, 8), placeholder="…")

    def ends(self, left: str, right: str) -> str:
        """Set two texts at the two ends of a line; on two lines where they don't fit one."""
        gap = " " * (self.measure - len(left) - len(right))
        return f"{left}{gap}{right}" if gap else f"{left}\n{right}"

    def rule(self) -> str:
        """Draw a line across."""
        return "-" * self.measure

    def titled(self, text: str) -> str:
        """Write a title with a line below."""
        return f"{self.wrap(text)}\n{self.rule()}"

    def columns(self, rows: list[tuple[str, str]]) -> list[str]:
        """Write rows of two columns, the second one wrapped beside the first."""
        width = max((len(left) for left, _ in rows), default=0) + 2
        return [self.wrap(right, left.ljust(width), " " * width) for left, right in rows]
