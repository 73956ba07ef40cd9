"""Actions by effort and gain, in four quadrants."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from alignment_maturity.report.charts.frame import SMALL, WIDTH, drawing
from alignment_maturity.report.drawing import Drawing, Shape, circle, line, rect, text, width_of, wrap

if TYPE_CHECKING:
    from alignment_maturity.printing.palette import Palette
    from alignment_maturity.report.voice import Voice

RADIUS = 9.5

_LEFT, _RIGHT, _HEAD, _GROUND = 38.0, WIDTH - 4, 22.0, 256.0
_MARGIN = 22.0
"""How far from the frame the outermost marks stand."""

_LOGARITHMIC_FROM = 20.0
"""The ratio of the largest to the smallest effort from which a linear axis would crowd the small ones."""

_MOST_TICKS = 7
_FARTHEST_RING = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """An action in the chart: its rank, or a letter, with its effort in person-days and gain in points."""

    label: str
    effort: float
    gain: float
    in_plan: bool


@dataclass(frozen=True, slots=True)
class Quadrants:
    """What divides the chart: an effort in person-days and a gain in points."""

    effort: float
    gain: float

    def of(self, mark: Mark) -> str:
        """Return the name of the quadrant an action lies in, as a key of the report's phrases."""
        if round(mark.gain, 1) >= self.gain:
            return "quick-wins" if mark.effort <= self.effort else "major-projects"
        return "small-steps" if mark.effort <= self.effort else "groundwork"


def quadrants(marks: Sequence[Mark]) -> Quadrants:
    """Divide both axes in the middle; gains are held against it as they are shown, in tenths of a point."""
    across, upwards = _scales(marks)
    return Quadrants(across.middle, round(upwards.middle, 1))


def matrix(voice: Voice, marks: Sequence[Mark]) -> Drawing:
    """Draw actions of which at least two gain differently."""
    across, upwards = _scales(marks)
    names = _quadrant_names(voice)
    divided = quadrants(marks)
    level = voice.result.level + 1
    told = [
        voice.say(
            "told-mark", mark=mark.label, quadrant=voice.say(divided.of(mark)),
            effort=voice.effort(mark.effort), gain=voice.say("n-points", n=voice.decimal(mark.gain)),
        )
        for mark in marks
    ]  # fmt: skip
    return drawing(
        voice.palette,
        _GROUND + 32,
        voice.say("alt-matrix", level=level),
        "; ".join(told),
        (
            *_frame(voice, across, upwards),
            *(name.shape for name in names),
            *_placed(voice.palette, marks, (across, upwards), names),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Figures from `low` to `high` laid out between two places of the drawing."""

    low: float
    high: float
    near: float
    far: float
    logarithmic: bool = False

    @property
    def middle(self) -> float:
        """The figure that lies half way."""
        if self.logarithmic:
            return math.sqrt(self.low * self.high)
        return (self.low + self.high) / 2

    def at(self, value: float) -> float:
        """Return where a figure lies."""
        if self.logarithmic:
            share = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return self.near + share * (self.far - self.near)

    def ticks(self) -> list[float]:
        """Return round figures on the scale."""
        if self.logarithmic:
            first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
            round_ones = [10.0**power for power in range(first, last + 1)]
            every = -(-len(round_ones) // _MOST_TICKS)
            return [value for value in round_ones[::every] if self.low <= value <= self.high]
        step = _round_step((self.high - self.low) / (_MOST_TICKS - 1))
        first, last = math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9)
        return [place * step for place in range(first, last + 1)]


def _scales(marks: Sequence[Mark]) -> tuple[_Scale, _Scale]:
    """Return the scale of effort and the scale of gain, which begins at nothing."""
    least, most = min(mark.effort for mark in marks), max(mark.effort for mark in marks)
    if most - least <= 1e-9 * most:
        least, most = least / 2, most * 1.5
    across = _Scale(
        least, most, _LEFT + _MARGIN, _RIGHT - _MARGIN, logarithmic=most / least > _LOGARITHMIC_FROM
    )
    lowest, highest = min(0.0, *(mark.gain for mark in marks)), max(mark.gain for mark in marks)
    return across, _Scale(lowest, highest, _GROUND - _MARGIN, _HEAD + _MARGIN)


def _round_step(least: float) -> float:
    """Return the next of 1, 2, 5, 10, 20, ... at every power of ten."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * (1 - 1e-9))


def _frame(voice: Voice, across: _Scale, upwards: _Scale) -> list[Shape]:
    """Draw the quadrants, the axes and their figures."""
    column, row = across.at(across.middle), upwards.at(upwards.middle)
    palette = voice.palette
    muted, thin = {"fill": palette.muted}, {"stroke": palette.muted, "stroke_width": "0.8"}
    kind = "axis-effort-log" if across.logarithmic else "axis-effort"
    shapes = [
        rect(_LEFT, _HEAD, column - _LEFT, row - _HEAD, fill=palette.panel),
        rect(_LEFT, _HEAD, _RIGHT - _LEFT, _GROUND - _HEAD, fill="none", **thin),
        line(column, _HEAD, column, _GROUND, stroke_dasharray="4 3", **thin),
        line(_LEFT, row, _RIGHT, row, stroke_dasharray="4 3", **thin),
        text(_RIGHT, _GROUND + 28, f"{voice.say(kind)} →", SMALL, text_anchor="end", **muted),
        text(
            0, _HEAD - 9, f"↑ {voice.say('axis-gain', level=voice.result.level + 1)}", SMALL, **muted
        ),
    ]  # fmt: skip
    for value in across.ticks():
        place = across.at(value)
        shapes.append(line(place, _GROUND, place, _GROUND + 4, stroke=palette.muted))
        shapes.append(text(place, _GROUND + 15, _figure(voice, value), SMALL, text_anchor="middle", **muted))
    for value in upwards.ticks():
        place = upwards.at(value)
        shapes.append(line(_LEFT - 4, place, _LEFT, place, stroke=palette.muted))
        shapes.append(text(_LEFT - 7, place + 3.5, _figure(voice, value), SMALL, text_anchor="end", **muted))
    return shapes


def _figure(voice: Voice, value: float) -> str:
    """Write a round figure with the decimals it has."""
    digits = next(digits for digits in range(5) if digits == 4 or math.isclose(round(value, digits), value))
    return voice.decimal(value, digits)


@dataclass(frozen=True, slots=True)
class _Label:
    """The name of a quadrant, and the box that marks keep out of."""

    shape: Shape
    left: float
    right: float
    middle: float


def _quadrant_names(voice: Voice) -> list[_Label]:
    """Write each name in the outer corner of its quadrant."""
    half = (_RIGHT - _LEFT) / 2 - 14
    labels = []
    for key, at_right, below in (
        ("quick-wins", False, False),
        ("major-projects", True, False),
        ("small-steps", False, True),
        ("groundwork", True, True),
    ):
        words = wrap(voice.say(key), 10.5, half, 1, bold=True)[0]
        width = width_of(words, 10.5, bold=True)
        place = _RIGHT - 7 if at_right else _LEFT + 7
        baseline = _GROUND - 8 if below else _HEAD + 15
        anchor = "end" if at_right else "start"
        shape = text(
            place, baseline, words, 10.5,
            fill=voice.palette.accent, font_weight="600", text_anchor=anchor,
        )  # fmt: skip
        left = place - width if at_right else place
        labels.append(_Label(shape, left, left + width, baseline - 3.5))
    return labels


def _placed(
    palette: Palette, marks: Sequence[Mark], scales: tuple[_Scale, _Scale], names: Sequence[_Label]
) -> Iterator[Shape]:
    """Draw the marks, moved off one another and tied to their places by a line where they had to move."""
    across, upwards = scales
    room = _Room(names)
    ties, discs = [], []
    for mark in marks:
        true = across.at(mark.effort), upwards.at(mark.gain)
        place = room.take(*true)
        if place != true:
            ties.append(line(*true, *place, stroke=palette.muted, stroke_width="0.8"))
            ties.append(circle(*true, 2, fill=palette.ink))
        discs += _disc(palette, mark, place)
    yield from ties
    yield from discs


def _disc(palette: Palette, mark: Mark, place: tuple[float, float]) -> list[Shape]:
    style = {"fill": palette.accent} if mark.in_plan else {
        "fill": palette.paper, "stroke": palette.accent, "stroke_width": "1.5",
    }  # fmt: skip
    size = SMALL if len(mark.label) < 3 else 7.5
    ink = palette.paper if mark.in_plan else palette.ink
    return [
        circle(place[0], place[1], RADIUS if mark.in_plan else RADIUS - 0.75, **style),
        text(place[0], place[1] + 3.4, mark.label, size, fill=ink, font_weight="600", text_anchor="middle"),
    ]


class _Room:
    """Where in the chart there is room for another mark."""

    _CELL = 2 * RADIUS + 1

    def __init__(self, names: Sequence[_Label]) -> None:
        self._names = names
        self._taken: defaultdict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)

    def take(self, across: float, upwards: float) -> tuple[float, float]:
        """Return the free place nearest to the one asked for, always the same for the same marks."""
        found = next(
            (
                (across + right, upwards + down)
                for right, down in _offsets()
                if self._is_free(across + right, upwards + down)
            ),
            (across, upwards),
        )
        self._taken[self._cell(*found)].append(found)
        return found

    def _is_free(self, across: float, upwards: float) -> bool:
        edge = RADIUS + 1
        if not (_LEFT + edge <= across <= _RIGHT - edge and _HEAD + edge <= upwards <= _GROUND - edge):
            return False
        for name in self._names:
            beside = max(name.left - across, across - name.right, 0.0)
            above = max(abs(upwards - name.middle) - 5.5, 0.0)
            if math.hypot(beside, above) < RADIUS + 1:
                return False
        column, row = self._cell(across, upwards)
        return all(
            math.hypot(across - x, upwards - y) >= self._CELL
            for near in range(column - 1, column + 2)
            for by in range(row - 1, row + 2)
            for x, y in self._taken.get((near, by), ())
        )

    def _cell(self, across: float, upwards: float) -> tuple[int, int]:
        return int(across // self._CELL), int(upwards // self._CELL)


@cache
def _offsets() -> tuple[tuple[float, float], ...]:
    """Return where to look for room: the place itself, then rings around it, from above clockwise."""
    found = [(0.0, 0.0)]
    for ring in range(1, _FARTHEST_RING):
        radius = 6.5 * ring
        spots = max(8, round(2 * math.pi * radius / 12))
        for spot in range(spots):
            angle = 2 * math.pi * spot / spots
            found.append((round(radius * math.sin(angle), 6), round(-radius * math.cos(angle), 6)))
    return tuple(found)
