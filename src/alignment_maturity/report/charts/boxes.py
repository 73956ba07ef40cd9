"""How the figures of many organisations lie, as a box for each of them on one axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignment_maturity.report.charts.frame import SMALL, WIDTH, drawing
from alignment_maturity.report.drawing import Drawing, Shape, circle, line, polygon, rect, text, wrap

if TYPE_CHECKING:
    from alignment_maturity.printing.palette import Palette
    from alignment_maturity.report.portfolio.data import Spread

_NAMES, _LEFT, _RIGHT = 196.0, 214.0, WIDTH - 60.0
_ROW, _TALL_ROW, _BOX = 27.0, 33.0, 15.0
_NAME_LINES = 2


@dataclass(frozen=True, slots=True)
class Box:
    """A row of the chart.

    Attributes:
        spread: its figures, 0 to 1; None where there are none.
        threshold: what is marked by a triangle, 0 to 1; None for nothing.
        told: its figures in words.
        figure: what stands at its end; empty for nothing.
        strong: whether it stands for the whole.
    """

    name: str
    spread: Spread | None
    told: str
    figure: str = ""
    threshold: float | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """What the axis measures.

    Attributes:
        ticks: from its beginning to its end, evenly spaced.
        name: stands under them.
        figure: heads what stands at the end of the rows; empty where nothing does.
    """

    ticks: tuple[str, ...]
    name: str
    figure: str


def boxes(palette: Palette, rows: Sequence[Box], axis: Axis, title: str, nothing: str) -> Drawing:
    """Draw for each row its extremes as a line, its quartiles as a box and its median as a thick bar.

    Fewer figures than have quartiles are dots; none are the word `nothing`.
    """
    names = [wrap(row.name, SMALL, _NAMES, _NAME_LINES, bold=row.strong) for row in rows]
    height = _TALL_ROW if any(len(lines) > 1 for lines in names) else _ROW
    ground = 4 + height * len(rows)
    shapes = [*_grid(palette, axis, ground)]
    for at, (row, lines) in enumerate(zip(rows, names, strict=True)):
        middle = 4 + height * (at + 0.5)
        shapes += _name(palette, lines, middle, strong=row.strong)
        shapes += _row(palette, row, middle, nothing)
    return drawing(palette, ground + 36, title, "; ".join(row.told for row in rows), shapes)


def _grid(palette: Palette, axis: Axis, ground: float) -> Iterator[Shape]:
    for at, words in enumerate(axis.ticks):
        place = _at(at / (len(axis.ticks) - 1))
        yield line(place, 0, place, ground, stroke=palette.line, stroke_width="1")
        yield text(place, ground + 14, words, SMALL, fill=palette.muted, text_anchor="middle")
    yield text(_at(0.5), ground + 30, axis.name, SMALL, fill=palette.muted, text_anchor="middle")
    if axis.figure:
        yield text(WIDTH, ground + 14, axis.figure, SMALL, fill=palette.muted, text_anchor="end")


def _name(palette: Palette, lines: tuple[str, ...], middle: float, *, strong: bool) -> Iterator[Shape]:
    upper = middle + 3.4 - 6 * (len(lines) - 1)
    for at, words in enumerate(lines):
        yield text(0, upper + 12 * at, words, SMALL, fill=palette.ink, font_weight="600" if strong else "400")


def _row(palette: Palette, row: Box, middle: float, nothing: str) -> Iterator[Shape]:
    spread = row.spread
    if spread is None:
        yield text(_at(0) + 6, middle + 3.4, nothing, SMALL, fill=palette.muted)
    elif not spread.quartered:
        for figure in spread.each:
            yield circle(_at(figure), middle, 4.5, fill=palette.accent)
    else:
        yield from _box(palette, spread, middle, strong=row.strong)
    if row.figure:
        style = {"font_weight": "600", "text_anchor": "end"}
        yield text(WIDTH, middle + 3.4, row.figure, SMALL, fill=palette.ink, **style)
    if row.threshold is not None:
        place, upper = _at(row.threshold), middle - _BOX / 2 - 1
        yield polygon(((place - 4.5, upper - 7), (place + 4.5, upper - 7), (place, upper)), fill=palette.ink)


def _box(palette: Palette, spread: Spread, middle: float, *, strong: bool) -> Iterator[Shape]:
    """Draw the line, its ends, the box and the median."""
    style = {"stroke": palette.ink, "stroke_width": "1"}
    yield line(_at(spread.least), middle, _at(spread.greatest), middle, **style)
    for end in (spread.least, spread.greatest):
        yield line(_at(end), middle - 4, _at(end), middle + 4, **style)
    left, right = _at(spread.lower), _at(spread.upper)
    yield rect(
        left, middle - _BOX / 2, max(right - left, 1.0), _BOX,
        fill=palette.tints[4] if strong else palette.tints[2], stroke=palette.ink, stroke_width="0.8",
    )  # fmt: skip
    yield rect(_at(spread.median) - 1.75, middle - _BOX / 2 - 2, 3.5, _BOX + 4, fill=palette.ink)


def _at(share: float) -> float:
    return _LEFT + share * (_RIGHT - _LEFT)
