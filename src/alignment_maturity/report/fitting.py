"""How much room words take on paper, estimated, so that what belongs on a page stays on it.

The widths are those of our own font: whoever prints in a broader one has a smaller page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignment_maturity.report.drawing import width_of, wrap

if TYPE_CHECKING:
    from alignment_maturity.report.elements.common import Heading
    from alignment_maturity.report.elements.placement import Cover

PAGE_WIDTH, PAGE_HEIGHT = 174.0, 251.0
"""The room between the margins of a page, in millimetres."""

MILLIMETRES_A_POINT = 25.4 / 72
MILLIMETRES_A_UNIT = PAGE_WIDTH / 660
"""Of a drawing as wide as the page."""

_ANY_NUMBER = 1000
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Setting:
    """How words are set.

    Attributes:
        size: of the letters, in points.
        leading: from line to line, as a multiple of the size.
        width: of the column, in millimetres.
    """

    size: float
    leading: float
    width: float
    bold: bool = False

    def width_of(self, words: str) -> float:
        """Return how wide some words run on one line, in millimetres."""
        return width_of(words, self.size, bold=self.bold) * MILLIMETRES_A_POINT

    @property
    def line(self) -> float:
        """The height of a line, in millimetres."""
        return self.size * self.leading * MILLIMETRES_A_POINT

    def lines(self, words: str) -> int:
        """Return how many lines some words take, none for none."""
        if not words:
            return 0
        width = self.width / MILLIMETRES_A_POINT
        return len(wrap(words, self.size, width, _ANY_NUMBER, bold=self.bold))

    def height(self, words: str) -> float:
        """Return how high some words stand, in millimetres."""
        return self.lines(words) * self.line

    def clipped(self, words: str, lines: int) -> str:
        """Return the words, cut where they take more than so many lines."""
        if self.lines(words) <= lines:
            return words
        fitting, too_many = 0, len(words)
        while too_many - fitting > 1:
            middle = (fitting + too_many) // 2
            if self.lines(_cut(words, middle)) <= lines:
                fitting = middle
            else:
                too_many = middle
        return _cut(words, fitting)


LEAD = Setting(10.2, 1.5, 156)
"""The lead of a section."""

SMALL = Setting(8, 1.45, PAGE_WIDTH)
"""Notes."""

_HEADINGS = {
    "": Setting(19, 1.25, PAGE_WIDTH, bold=True),
    "long": Setting(15, 1.3, PAGE_WIDTH, bold=True),
    "longest": Setting(11.5, 1.35, PAGE_WIDTH, bold=True),
}
_TITLES = {
    "": Setting(19, 1.15, PAGE_WIDTH, bold=True),
    "long": Setting(15, 1.15, PAGE_WIDTH, bold=True),
    "longest": Setting(11.5, 1.15, PAGE_WIDTH, bold=True),
}
_AROUND_MASTHEAD, _LOGO = 11.0, 30.0
_AROUND_HEADING = 14.0
"""The name of a section above its message, and the space below it and below the lead, in millimetres."""


def heading_height(heading: Heading) -> float:
    """Return how high the head of a section stands, in millimetres, with the space around it and a lead."""
    return _AROUND_HEADING + _HEADINGS[heading.size].height(heading.message)


def masthead_height(cover: Cover, *, branded: bool) -> float:
    """Return how high the head of a report without a front page stands, in millimetres, with its space."""
    facts = " · ".join(f"{fact.label}: {fact.value}" for fact in cover.facts)
    title = _TITLES[cover.size].height(cover.organisation)
    words = SMALL.height(cover.label) + title + SMALL.height(facts)
    return words + _AROUND_MASTHEAD + (_LOGO if branded else 0.0)


def _cut(words: str, length: int) -> str:
    return words[:length].rstrip(" ,;:.") + ELLIPSIS
