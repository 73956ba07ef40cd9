"""The dimensions as spokes of a wheel, with a line for each of the two functions."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from alignment_maturity.report.charts.frame import SMALL, WIDTH, drawing
from alignment_maturity.report.drawing import (
    Drawing,
    Shape,
    circle,
    line,
    polygon,
    text,
    width_of,
    wrap,
)

if TYPE_CHECKING:
    from alignment_maturity.printing.palette import Palette
    from alignment_maturity.report.voice import Voice

FEWEST, MOST = 3, 12
"""How many spokes make a wheel that can be read."""

_RADIUS, _LESS_RADIUS, _MOST_WIDE = 124.0, 104.0, 9
"""How far the wheel reaches with up to so many spokes, and with more, whose table is longer."""

_HUB = 0.5
"""How far the ring of level 1 stands from the centre, in levels: so that a line at level 1 is one."""

_NAME, _NAME_LINES, _LINE_HEIGHT = 10.0, 3, 12.0
_TO_NAME = 13.0
_KEY_HEIGHT, _KEY_MARK, _KEY_GAP = 28.0, 44.0, 30.0
_EDGE = 2.0


def radar(voice: Voice) -> Drawing | None:
    """Draw the dimensions as the two compared functions see them, or overall.

    None where there are fewer than `FEWEST` or more than `MOST` of them, or so few with a figure that no line
    would close.
    """
    dimensions = voice.result.dimensions
    lines = _lines(voice)
    if not FEWEST <= len(dimensions) <= MOST:
        return None
    if not any(sum(level is not None for level in drawn.levels) >= FEWEST for drawn in lines):
        return None
    wheel = _placed(voice, _Wheel(len(dimensions), voice.questionnaire.top), keyed=len(lines) > 1)
    names = _names(voice, wheel)
    shapes = [*(_key(voice, lines) if len(lines) > 1 else ()), *_ground(voice.palette, wheel, lines[0])]
    shapes += _web(voice.palette, wheel)
    for drawn in lines:
        shapes += _drawn(voice.palette, wheel, drawn)
    shapes += [shape for name in names for shape in name.shapes(voice.palette)]
    return drawing(
        voice.palette,
        max(wheel.lowest, *(name.lower for name in names)) + _EDGE,
        _title(voice),
        "; ".join(_told(voice, spoke, lines) for spoke in range(len(dimensions))),
        shapes,
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """What is joined to a line: the level of each dimension, None where there is none."""

    name: str
    levels: tuple[float | None, ...]
    second: bool


@dataclass(frozen=True, slots=True)
class _Wheel:
    """So many spokes around a centre, the first one upwards, with a ring for each level up to `top`."""

    spokes: int
    top: int
    centre: float = 0.0

    @property
    def radius(self) -> float:
        """How far the outer ring lies from the centre."""
        return _RADIUS if self.spokes <= _MOST_WIDE else _LESS_RADIUS

    def at(self, spoke: int, level: float) -> tuple[float, float]:
        """Return where a level lies on a spoke."""
        return self.off(spoke, self.radius * (level - 1 + _HUB) / (self.top - 1 + _HUB))

    def off(self, spoke: int, radius: float) -> tuple[float, float]:
        """Return the point of a spoke that lies so far from the centre."""
        right, down = self.direction(spoke)
        return WIDTH / 2 + radius * right, self.centre + radius * down

    def direction(self, spoke: int) -> tuple[float, float]:
        """Return the way a spoke points, rightwards and downwards."""
        angle = 2 * math.pi * spoke / self.spokes
        return round(math.sin(angle), 6), round(-math.cos(angle), 6)

    def ring(self, level: float) -> tuple[tuple[float, float], ...]:
        """Return the corners of a level's ring."""
        return tuple(self.at(spoke, level) for spoke in range(self.spokes))

    @property
    def lowest(self) -> float:
        """How far down the outer ring reaches."""
        return max(down for _, down in self.ring(self.top))


@dataclass(frozen=True, slots=True)
class _Name:
    """The name of a dimension, in lines at the end of its spoke."""

    lines: tuple[str, ...]
    across: float
    upper: float
    anchor: str

    @property
    def lower(self) -> float:
        """Where the last line ends."""
        return self.upper + _LINE_HEIGHT * len(self.lines)

    def shapes(self, palette: Palette) -> list[Shape]:
        """Draw the lines."""
        style = {"fill": palette.ink, "text_anchor": self.anchor}
        return [
            text(self.across, self.upper + _LINE_HEIGHT * row + 9.5, words, _NAME, **style)
            for row, words in enumerate(self.lines)
        ]


def _lines(voice: Voice) -> list[_Line]:
    """Return what is drawn: the compared functions, or everybody."""
    result = voice.result
    if result.compared is None:
        return [_line(voice, "", [found.index for found in result.dimensions], second=False)]
    return [
        _line(
            voice, voice.group(group), [found.by_group.get(group) for found in result.dimensions],
            second=bool(at),
        )
        for at, group in enumerate(result.compared)
    ]  # fmt: skip


def _line(voice: Voice, name: str, indices: list[float | None], *, second: bool) -> _Line:
    levels = (None if index is None else voice.on_scale(index / 100) for index in indices)
    return _Line(name, tuple(levels), second)


def _placed(voice: Voice, wheel: _Wheel, *, keyed: bool) -> _Wheel:
    """Put the centre of a wheel where its names have room above it."""
    highest = min(name.upper for name in _names(voice, wheel))
    return replace(wheel, centre=_EDGE - highest + (_KEY_HEIGHT if keyed else 0.0))


def _names(voice: Voice, wheel: _Wheel) -> list[_Name]:
    found = voice.result.dimensions
    return [_name(wheel, spoke, voice.dimension(found[spoke].id)) for spoke in range(wheel.spokes)]


def _name(wheel: _Wheel, spoke: int, name: str) -> _Name:
    """Set a name beside the end of its spoke: above at the top, below at the bottom, centred at the sides.

    A name right above or below the wheel keeps between its neighbours; the others have all the room there is.
    """
    right, down = wheel.direction(spoke)
    across, end = wheel.off(spoke, wheel.radius + _TO_NAME)
    upright = abs(right) < 0.01
    neighbour = abs(wheel.off(1, wheel.radius + _TO_NAME)[0] - WIDTH / 2)
    room = 2 * (neighbour - 8) if upright else WIDTH / 2 - abs(across - WIDTH / 2) - _EDGE
    lines = wrap(name, _NAME, room, _NAME_LINES)
    anchor = "middle" if upright else "start" if right > 0 else "end"
    return _Name(lines, across, end - _LINE_HEIGHT * len(lines) * (1 - down) / 2, anchor)


def _ground(palette: Palette, wheel: _Wheel, drawn: _Line) -> list[Shape]:
    """Tint what the first line encloses, where it is closed."""
    places = [wheel.at(spoke, level) for spoke, level in enumerate(drawn.levels) if level is not None]
    return [polygon(tuple(places), fill=palette.panel)] if len(places) == wheel.spokes else []


def _web(palette: Palette, wheel: _Wheel) -> list[Shape]:
    """Draw the spokes, a ring for each level, and its number beside the first spoke."""
    style = {"stroke": palette.line, "stroke_width": "0.8"}
    levels = range(1, wheel.top + 1)
    shapes = [line(WIDTH / 2, wheel.centre, across, down, **style) for across, down in wheel.ring(wheel.top)]
    shapes += [polygon(wheel.ring(level), fill="none", **style) for level in levels]
    for level in levels:
        across, down = wheel.at(0, level)
        shapes.append(text(across - 8, down + 3.4, str(level), SMALL, fill=palette.muted, text_anchor="end"))
    return shapes


def _drawn(palette: Palette, wheel: _Wheel, drawn: _Line) -> list[Shape]:
    """Draw a line between neighbouring spokes that have a figure, and a mark for each figure."""
    places = [None if level is None else wheel.at(spoke, level) for spoke, level in enumerate(drawn.levels)]
    shapes: list[Shape] = [
        line(before[0], before[1], after[0], after[1], **_stroke(palette, second=drawn.second))
        for before, after in pairwise((*places, places[0]))
        if before is not None and after is not None
    ]
    marks = [_mark(palette, *place, second=drawn.second) for place in places if place is not None]
    return shapes + marks


def _stroke(palette: Palette, *, second: bool) -> dict[str, str]:
    if second:
        return {"stroke": palette.ink, "stroke_width": "1.5", "stroke_dasharray": "5 3"}
    return {"stroke": palette.accent, "stroke_width": "2"}


def _mark(palette: Palette, across: float, down: float, *, second: bool) -> Shape:
    """Draw a filled circle for the first function, a hollow diamond that fits around it for the second."""
    if not second:
        return circle(across, down, 4, fill=palette.accent)
    corners = ((across, down - 7.5), (across + 7.5, down), (across, down + 7.5), (across - 7.5, down))
    return polygon(corners, fill="none", stroke=palette.ink, stroke_width="1.5")


def _key(voice: Voice, lines: list[_Line]) -> list[Shape]:
    """Draw what the two lines stand for, side by side in the middle."""
    names = [wrap(drawn.name, _NAME, 230, 1)[0] for drawn in lines]
    widths = [_KEY_MARK + width_of(name, _NAME) for name in names]
    place = (WIDTH - sum(widths) - _KEY_GAP * (len(lines) - 1)) / 2
    shapes = []
    for drawn, name, width in zip(lines, names, widths, strict=True):
        shapes.append(line(place, 10, place + 36, 10, **_stroke(voice.palette, second=drawn.second)))
        shapes.append(_mark(voice.palette, place + 18, 10, second=drawn.second))
        shapes.append(text(place + _KEY_MARK, 13.5, name, _NAME, fill=voice.palette.ink))
        place += width + _KEY_GAP
    return shapes


def _title(voice: Voice) -> str:
    values = {"n": voice.number(len(voice.result.dimensions)), "top": voice.questionnaire.top}
    if voice.result.compared is None:
        return voice.say("alt-radar-alone", **values)
    first, second = (voice.group(group) for group in voice.result.compared)
    return voice.say("alt-radar", first=first, second=second, **values)


def _told(voice: Voice, spoke: int, lines: list[_Line]) -> str:
    """Write the figures of a dimension: `Strategy: Marketing 2.5, Sales 2.3`."""
    name = voice.dimension(voice.result.dimensions[spoke].id)
    figures = [f"{drawn.name} {voice.decimal(drawn.levels[spoke])}".strip() for drawn in lines]
    return f"{name}: {', '.join(figures)}"
