"""The organisation among others: its figures on the middle half of the set, its level among their levels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alignment_maturity.report.charts.frame import SMALL, WIDTH, drawing
from alignment_maturity.report.drawing import Drawing, Shape, line, polygon, rect, text, width_of, wrap

if TYPE_CHECKING:
    from alignment_maturity.model.benchmark import Band
    from alignment_maturity.report.benchmark import Standing
    from alignment_maturity.report.voice import Voice

MOST_ROWS = 28
"""More would not stand on a page."""

_NAMES = 204.0
_LEFT, _RIGHT = 222.0, 618.0
_HEAD, _ROW, _BAR = 24.0, 21.0, 10.0
_MARK = 4.6
_TICKS = range(0, 101, 25)
_COLUMN = 54.0
"""How high the column of all organisations would be."""


def quartiles(voice: Voice, standings: Sequence[Standing]) -> Drawing | None:
    """Draw indices on the middle half of the set; None where no row has both, or there are too many."""
    if len(standings) > MOST_ROWS or not any(each.place for each in standings):
        return None
    palette, ground = voice.palette, _HEAD + _ROW * len(standings)
    shapes: list[Shape] = list(_legend(voice))
    for tick in _TICKS:
        shapes.append(line(_at(tick), _HEAD, _at(tick), ground, stroke=palette.line, stroke_width="1"))
        shapes.append(
            text(_at(tick), ground + 13, str(tick), SMALL, fill=palette.muted, text_anchor="middle")
        )
    for row, standing in enumerate(standings):
        shapes += _row(voice, standing, _HEAD + _ROW * (row + 0.5), bold=row == 0)
    return drawing(
        palette,
        ground + 18,
        voice.say("alt-quartiles"),
        "; ".join(_told(voice, standing) for standing in standings),
        tuple(shapes),
    )


def shares(voice: Voice, levels: Sequence[Band], organisations: int) -> Drawing:
    """Draw which share of the set stands at each level, neighbouring ones put together where they are few."""
    palette, column, ground = voice.palette, WIDTH / voice.questionnaire.top, 18 + _COLUMN
    shapes: list[Shape] = []
    told = []
    for band in levels:
        left, wide = (band.first - 1) * column, (band.last - band.first + 1) * column - 4
        share = band.organisations / organisations
        high = max(_COLUMN * share, 1.0)
        here = band.first <= voice.result.level <= band.last
        fill = palette.accent if here else palette.tints[3]
        name = str(band.first) if band.first == band.last else f"{band.first}–{band.last}"
        written = voice.percent(share)
        style = {"text_anchor": "middle", "font_weight": "600" if here else "400"}
        middle = left + wide / 2
        shapes += [
            rect(left, ground - high, wide, high, fill=fill),
            text(middle, ground - high - 5, written, SMALL, fill=palette.ink, **style),
            text(middle, ground + 14, name, SMALL, fill=palette.ink if here else palette.muted, **style),
        ]
        if here:
            shapes += _here(voice, middle, ground + 26)
        told.append(f"{name}: {written}")
    title = voice.say("alt-shares", level=voice.result.level)
    return drawing(palette, ground + 32, title, "; ".join(told), tuple(shapes))


def _legend(voice: Voice) -> list[Shape]:
    """Say what the band, the line and the mark are."""
    palette, middle, left = voice.palette, _HEAD / 2 - 2, 0.0
    shapes: list[Shape] = []
    for kind in ("half", "median", "own"):
        words = voice.say(f"benchmark-mark-{kind}")
        if kind == "half":
            shapes.append(rect(left, middle - _BAR / 2, 22, _BAR, fill=palette.tints[2]))
        elif kind == "median":
            shapes.append(_median(voice, left + 11, middle))
        else:
            shapes.append(_mark(voice, left + 11, middle))
        shapes.append(text(left + 28, middle + 3.4, words, SMALL, fill=palette.ink))
        left += 28 + width_of(words, SMALL) + 20
    return shapes


def _row(voice: Voice, standing: Standing, middle: float, *, bold: bool) -> list[Shape]:
    palette, found, weight = voice.palette, standing.quartiles, "600" if bold else "400"
    name = wrap(standing.name, SMALL, _NAMES, 1, bold=bold)[0]
    shapes = [
        text(0, middle + 3.4, name, SMALL, fill=palette.ink, font_weight=weight),
        line(_LEFT, middle, _RIGHT, middle, stroke=palette.line, stroke_width="1"),
    ]
    if found:
        left, width = _at(found.lower), max(_at(found.upper) - _at(found.lower), 2.0)
        shapes.append(rect(left, middle - _BAR / 2, width, _BAR, fill=palette.tints[2]))
        shapes.append(_median(voice, _at(found.median), middle))
    if standing.own is not None:
        shapes.append(_mark(voice, _at(standing.own), middle))
    own = "–" if standing.own is None else str(standing.own)
    shapes.append(
        text(WIDTH, middle + 3.4, own, SMALL, fill=palette.ink, font_weight="600", text_anchor="end")
    )
    return shapes


def _median(voice: Voice, x: float, middle: float) -> Shape:
    half = _BAR / 2 + 1.5
    return line(x, middle - half, x, middle + half, stroke=voice.palette.ink, stroke_width="1.6")


def _mark(voice: Voice, x: float, y: float) -> Shape:
    corners = ((x, y - _MARK), (x + _MARK, y), (x, y + _MARK), (x - _MARK, y))
    palette = voice.palette
    return polygon(corners, fill=palette.accent, stroke=palette.paper, stroke_width="0.8")


def _here(voice: Voice, middle: float, y: float) -> list[Shape]:
    """Write “you are here” under a column, kept inside the picture at either end."""
    words, palette = voice.say("you-are-here"), voice.palette
    half = width_of(words, SMALL, bold=True) / 2
    x = min(max(middle, half), WIDTH - half)
    return [text(x, y, words, SMALL, fill=palette.ink, font_weight="600", text_anchor="middle")]


def _at(index: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * index / 100


def _told(voice: Voice, standing: Standing) -> str:
    own = "–" if standing.own is None else standing.own
    found = standing.quartiles
    if found is None:
        return voice.say("told-few", name=standing.name, own=own)
    values = {"lower": found.lower, "median": found.median, "upper": found.upper}
    return voice.say("told-quartiles", name=standing.name, own=own, **values)
