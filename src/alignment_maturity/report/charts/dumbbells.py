"""The dimensions on an axis of levels, with a mark for each of the two functions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from alignment_maturity.printing.palette import PALETTE
from alignment_maturity.report.charts.frame import SMALL, WIDTH
from alignment_maturity.report.drawing import (
    Drawing,
    Shape,
    circle,
    line,
    number,
    polygon,
    rect,
    text,
    width_of,
    wrap,
)

if TYPE_CHECKING:
    from alignment_maturity.report.voice import Voice
    from alignment_maturity.result import DimensionResult

KEY_HEIGHT = 26.0
ROOMY_ROWS = 6


def profile(voice: Voice) -> Drawing | None:
    """Draw the dimensions on an axis of levels; None where no figure may be shown."""
    rows = [
        (voice.dimension(dimension.id), _marks(voice, dimension)) for dimension in voice.result.dimensions
    ]
    if not any(marks for _, marks in rows):
        return None
    axis = _Axis(voice.questionnaire.top, KEY_HEIGHT if voice.result.compared else 8.0, len(rows))
    shapes = [*(_key(voice) if voice.result.compared else ()), *axis.grid(voice)]
    for place, (name, marks) in enumerate(rows):
        shapes += axis.row(voice, place, name, marks)
    told = [f"{name}: {', '.join(mark.told(voice) for mark in marks) or '–'}" for name, marks in rows]
    return Drawing(
        number(WIDTH), number(axis.ground + 22), _profile_title(voice), "; ".join(told), tuple(shapes)
    )


@dataclass(frozen=True, slots=True)
class _Mark:
    """A figure on the axis: of the group named or, where `group` is empty, of everybody.

    `second` tells the mark of the second function from that of the first.
    """

    level: float
    group: str = ""
    second: bool = False

    def told(self, voice: Voice) -> str:
        """Write the figure out: `Marketing 2.5`."""
        return f"{self.group} {voice.decimal(self.level)}".strip()


@dataclass(frozen=True, slots=True)
class _Axis:
    """Rows of dimensions beside an axis from 1 to `top`, `head` units under the upper edge."""

    top: int
    head: float
    rows: int

    left: ClassVar[float] = 214.0
    right: ClassVar[float] = WIDTH - 36

    @property
    def row_height(self) -> float:
        """How high a row is: less where there are many, so that the chart keeps to its page."""
        return 42.0 if self.rows <= ROOMY_ROWS else 30.0

    @property
    def ground(self) -> float:
        """Where the axis stands."""
        return self.head + self.row_height * self.rows

    def at(self, level: float) -> float:
        """Return where a level lies."""
        return self.left + (level - 1) / (self.top - 1) * (self.right - self.left)

    def grid(self, voice: Voice) -> list[Shape]:
        """Draw a line for each level and its number under it."""
        style = {"fill": PALETTE.muted, "text_anchor": "middle"}
        shapes = [
            text(
                self.left - 30,
                self.ground + 16,
                voice.say("axis"),
                SMALL,
                fill=PALETTE.muted,
                text_anchor="end",
            )
        ]
        for level in range(1, self.top + 1):
            place = self.at(level)
            shapes.append(line(place, self.head, place, self.ground, stroke=PALETTE.line, stroke_width="1"))
            shapes.append(text(place, self.ground + 16, str(level), SMALL, **style))
        return shapes

    def row(self, voice: Voice, place: int, name: str, marks: tuple[_Mark, ...]) -> list[Shape]:
        """Draw one dimension: its name, its marks and their figures."""
        middle = self.head + self.row_height * (place + 0.5)
        lines = wrap(name, 10.5, self.left - 34, 2)
        first = middle + 3.5 - 6.5 * (len(lines) - 1)
        shapes = [
            text(self.left - 30, first + 13 * row, words, 10.5, fill=PALETTE.ink, text_anchor="end")
            for row, words in enumerate(lines)
        ]
        if voice.result.compared is None:
            shapes += [
                rect(self.left, middle - 6, max(self.at(mark.level) - self.left, 1), 12, fill=PALETTE.accent)
                for mark in marks
            ]
        else:
            shapes += self._dumbbell(middle, marks)
        return shapes + self._figures(voice, middle, marks)

    def _dumbbell(self, middle: float, marks: tuple[_Mark, ...]) -> list[Shape]:
        places = sorted(self.at(mark.level) for mark in marks)
        bar = (
            [line(places[0], middle, places[-1], middle, stroke=PALETTE.muted, stroke_width="2")]
            if marks
            else []
        )
        return bar + [shape for mark in marks for shape in _marker(self.at(mark.level), middle, mark)]

    def _figures(self, voice: Voice, middle: float, marks: tuple[_Mark, ...]) -> list[Shape]:
        """Write the lower figure left of its mark and the higher one right of it."""
        levels = sorted({round(mark.level, 1) for mark in marks})
        style = {"fill": PALETTE.ink, "font_weight": "600"}
        shapes = []
        for level in levels:
            lower = len(levels) > 1 and level == levels[0]
            place = self.at(level) + (-13 if lower else 13)
            anchor = "end" if lower else "start"
            shapes.append(text(place, middle + 3.5, voice.decimal(level), SMALL, text_anchor=anchor, **style))
        return shapes


def _marker(place: float, middle: float, mark: _Mark) -> list[Shape]:
    if not mark.second:
        return [circle(place, middle, 5, fill=PALETTE.accent)]
    corners = ((place, middle - 9), (place + 9, middle), (place, middle + 9), (place - 9, middle))
    return [polygon(corners, fill="none", stroke=PALETTE.ink, stroke_width="1.8")]


def _marks(voice: Voice, dimension: DimensionResult) -> tuple[_Mark, ...]:
    if voice.result.compared is None:
        overall = dimension.index
        return () if overall is None else (_Mark(voice.on_scale(overall / 100)),)
    return tuple(
        _Mark(voice.on_scale(index / 100), voice.group(group), second=bool(second))
        for second, group in enumerate(voice.result.compared)
        if (index := dimension.by_group.get(group)) is not None
    )


def _key(voice: Voice) -> list[Shape]:
    """Draw what the two marks stand for."""
    shapes: list[Shape] = []
    place = _Axis.left
    for second, group in enumerate(voice.result.compared or ()):
        name = wrap(voice.group(group), 10.5, 190, 1)[0]
        shapes += _marker(place, 9, _Mark(1.0, second=bool(second)))
        shapes.append(text(place + 13, 12.5, name, 10.5, fill=PALETTE.ink))
        place += 13 + width_of(name, 10.5) + 26
    return shapes


def _profile_title(voice: Voice) -> str:
    top = voice.questionnaire.top
    if voice.result.compared is None:
        return voice.say("alt-profile-alone", top=top)
    first, second = (voice.group(group) for group in voice.result.compared)
    return voice.say("alt-profile", top=top, first=first, second=second)
