"""The actions of a plan as bars along time, one for each owner's look, with what each waits for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignment_maturity.language import dates
from alignment_maturity.report.charts.frame import SMALL, WIDTH, drawing
from alignment_maturity.report.charts.time_axis import Marker, TimeAxis
from alignment_maturity.report.drawing import (
    Drawing,
    Shape,
    line,
    polygon,
    rect,
    text,
    width_of,
    wrap,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from alignment_maturity.printing.palette import Palette
    from alignment_maturity.report.voice import Voice
    from alignment_maturity.result import Step

LOOKS = 6
"""How many owners have a bar of their own look; those beyond share the last."""

_BAR = 12.0
_KEY_ROW = 19.0
_TITLE_LEFT, _TITLE_WIDTH = 24.0, 200.0
_MARKER_LABELS = 30.0


def roadmap(voice: Voice, steps: Sequence[Step], looks: Mapping[str, int], axis: TimeAxis) -> Drawing:
    """Draw some steps of the plan in their order.

    Args:
        looks: owner to the look of its bars, below `LOOKS`.
        axis: the time that all drawings of one plan share.
    """
    key, key_height = _key(voice, looks)
    titles = tuple(wrap(voice.text(step.action.title), SMALL, _TITLE_WIDTH, 2) for step in steps)
    row_height = 27.0 if any(len(lines) > 1 for lines in titles) else 23.0
    chart = _Chart(voice, tuple(steps), titles, looks, axis, key_height + _MARKER_LABELS, row_height)
    ends = {"first": steps[0].rank, "last": steps[-1].rank}
    return drawing(
        voice.palette,
        chart.ground + 18,
        voice.count("alt-roadmap", len(steps), start=dates.short(axis.start, voice.lang), **ends),
        "; ".join(_told(voice, step) for step in steps),
        (*key, *chart.grid(), *chart.connectors(), *chart.rows()),
    )


def _told(voice: Voice, step: Step) -> str:
    """Write a bar out: `3 Title (Sales): 23 Nov – 4 Dec 2026, after 1`."""
    ranks = voice.prerequisites(step)
    waits = f", {voice.say('told-after', ranks=voice.listing(list(map(str, ranks))))}" if ranks else ""
    name = f"{step.rank} {voice.text(step.action.title)} ({voice.owner(step.action.owner)})"
    return f"{name}: {voice.period(step)}{waits}"


@dataclass(frozen=True, slots=True)
class _Chart:
    """Rows of actions under `head` units of key and dates."""

    voice: Voice
    steps: tuple[Step, ...]
    titles: tuple[tuple[str, ...], ...]
    looks: Mapping[str, int]
    axis: TimeAxis
    head: float
    row_height: float

    @property
    def ground(self) -> float:
        """Where the last row ends."""
        return self.head + self.row_height * len(self.steps)

    def grid(self) -> list[Shape]:
        """Draw the lines between the rows, the calendar under them and the dates that count above them."""
        shapes, palette = [], self.voice.palette
        for row in range(len(self.steps) + 1):
            level = self.head + row * self.row_height
            shapes.append(line(0, level, WIDTH, level, stroke=palette.line, stroke_width="0.7"))
        for place, label in self.axis.ticks(self.voice.lang):
            shapes.append(line(place, self.ground, place, self.ground + 4, stroke=palette.muted))
            shapes.append(text(place + 3, self.ground + 13, label, SMALL, fill=palette.muted))
        for marker in self.axis.markers(self.voice):
            shapes += self._marker(marker)
        return shapes

    def connectors(self) -> list[Shape]:
        """Draw a thin arrow from the end of each action to those in this drawing that wait for it."""
        rows = {step.rank: row for row, step in enumerate(self.steps)}
        shapes = []
        for row, step in enumerate(self.steps):
            for rank in self.voice.prerequisites(step):
                if rank in rows and step.start:
                    shapes += self._connector(rows[rank], row)
        return shapes

    def rows(self) -> list[Shape]:
        """Draw the rank, the title and the bar of each action."""
        return [shape for row in range(len(self.steps)) for shape in self._row(row)]

    def _row(self, row: int) -> list[Shape]:
        step, middle, palette = self.steps[row], self._middle(row), self.voice.palette
        lines = self.titles[row]
        first = middle + 3.5 - 5.5 * (len(lines) - 1)
        rank = text(0, middle + 4, str(step.rank), 11, fill=palette.accent, font_weight="600")
        title = [
            text(_TITLE_LEFT, first + 11 * place, words, SMALL, fill=palette.ink)
            for place, words in enumerate(lines)
        ]
        left, width = self._bar(row)
        bar = _bar(palette, self.looks[step.action.owner], (left, middle - _BAR / 2), width)
        return [rank, *title, *bar, *self._waits_for_others(step, left, width, middle)]

    def _waits_for_others(self, step: Step, left: float, width: float, middle: float) -> list[Shape]:
        """Write beside a bar which actions of other drawings it waits for."""
        here = {other.rank for other in self.steps}
        ranks = [str(rank) for rank in self.voice.prerequisites(step) if rank not in here]
        if not ranks:
            return []
        words = self.voice.say("told-after", ranks=self.voice.listing(ranks))
        at_right = left + width + 5 + width_of(words, SMALL) <= self.axis.right
        place, anchor = (left + width + 5, "start") if at_right else (left - 5, "end")
        return [text(place, middle + 3.4, words, SMALL, fill=self.voice.palette.muted, text_anchor=anchor)]

    def _bar(self, row: int) -> tuple[float, float]:
        step = self.steps[row]
        if step.start is None or step.end is None:
            return self.axis.left, 0.0
        return self.axis.extent(step.start, step.end)

    def _connector(self, earlier: int, later: int) -> list[Shape]:
        palette = self.voice.palette
        left, width = self._bar(earlier)
        turn, start = max(left + width - 3, left), self._bar(later)[0]
        upper, lower = self._middle(earlier) + _BAR / 2, self._middle(later)
        style = {"stroke": palette.muted, "stroke_width": "1"}
        return [
            line(turn, upper, turn, lower, **style),
            line(turn, lower, start - 2, lower, **style),
            polygon(
                ((start - 4.5, lower - 2.8), (start, lower), (start - 4.5, lower + 2.8)), fill=palette.muted
            ),
        ]

    def _marker(self, marker: Marker) -> list[Shape]:
        palette = self.voice.palette
        style = {"stroke": palette.muted, "stroke_width": "0.9"}
        if marker.dashed:
            style["stroke_dasharray"] = "2 3"
        shapes = [line(marker.place, self.head - 3, marker.place, self.ground, **style)]
        for row, words in enumerate(marker.lines):
            weight = "600" if row == 0 else "400"
            shapes.append(
                text(
                    marker.label_at, self.head - 18 + 11.5 * row, words, SMALL, text_anchor=marker.anchor,
                    fill=palette.ink if row == 0 else palette.muted, font_weight=weight,
                )
            )  # fmt: skip
        return shapes

    def _middle(self, row: int) -> float:
        return self.head + (row + 0.5) * self.row_height


def _key(voice: Voice, looks: Mapping[str, int]) -> tuple[list[Shape], float]:
    """Draw what the looks stand for; return it with the height it takes."""
    names: dict[int, str] = {}
    for owner, look in looks.items():
        shared = list(looks.values()).count(look) > 1
        names[look] = voice.say("other-owners") if shared else voice.owner(owner)
    shapes: list[Shape] = []
    place, upper = 0.0, 2.0
    for look, name in sorted(names.items()):
        words = wrap(name, SMALL, WIDTH / 2 - 60, 1)[0]
        width = 32 + width_of(words, SMALL) + 22
        if place and place + width > WIDTH:
            place, upper = 0.0, upper + _KEY_ROW
        shapes += _bar(voice.palette, look, (place, upper), 26)
        shapes.append(text(place + 32, upper + 9.5, words, SMALL, fill=voice.palette.ink))
        place += width
    return shapes, upper + _KEY_ROW + 4


def _bar(palette: Palette, look: int, corner: tuple[float, float], width: float) -> list[Shape]:
    """Draw a bar so that its owner can be told without colour.

    Filled and hollow are the two compared functions, half and half their joint work; then hatched, dashed
    and plain.
    """
    left, upper = corner
    if look == 0:
        return [rect(left, upper, width, _BAR, fill=palette.accent)]
    ground = {1: palette.paper, 2: palette.paper, 3: palette.tints[1]}.get(look, palette.tints[2])
    edge = {"stroke": palette.accent, "stroke_width": "1.4"} | (
        {"stroke_dasharray": "3 2"} if look == 4 else {}
    )
    box = rect(left + 0.7, upper + 0.7, max(width - 1.4, 0.1), _BAR - 1.4, **{"fill": ground, **edge})
    if look == 2:
        return [box, rect(left, upper, width, _BAR / 2, fill=palette.accent)]
    return [box, *_hatching(palette, left, upper, width)] if look == 3 else [box]


def _hatching(palette: Palette, left: float, upper: float, width: float) -> list[Shape]:
    style = {"stroke": palette.accent, "stroke_width": "1"}
    places = [left + 5 * stroke for stroke in range(1, int(width / 5) + 1)]
    return [
        line(place, upper + 1, place, upper + _BAR - 1, **style)
        for place in places
        if place < left + width - 2
    ]


def time_axis(steps: Sequence[Step], start: dt.date) -> TimeAxis:
    """Return the axis on which all steps of a plan have room."""
    end = max((step.end for step in steps if step.end), default=start)
    return TimeAxis(start, end, left=236.0, right=WIDTH - 4)
