"""Drawings as data: shapes with their SVG attributes, and the fitting of text into them.

Inline SVG takes no style from the page around it when it becomes a PDF, so every shape carries its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from alignment_maturity.printing.palette import FONT

_NARROW = frozenset(" \N{NO-BREAK SPACE}iljtfrI.,:;'’‘|!()[]{}·")
_WIDE = frozenset("mwMWOQG@%—")
_CHARACTER_WIDTHS = {"narrow": 0.34, "wide": 0.88, "upper": 0.70, "full": 1.0, "other": 0.585}
"""In ems, a little above Inter's own, so that text estimated to fit does fit."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One SVG element.

    Attributes:
        kind: the name of the element.
        attributes: its attributes.
        text: its content, escaped by the template.
    """

    kind: str
    attributes: Mapping[str, str]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture.

    Attributes:
        width, height: how large it is, in units.
        title: what the picture shows, as a sentence: the alternative text.
        description: the figures behind it.
        font: the families of its text.
    """

    width: str
    height: str
    title: str
    description: str
    shapes: tuple[Shape, ...]
    font: str = FONT

    @property
    def view_box(self) -> str:
        """The coordinates of the picture."""
        return f"0 0 {self.width} {self.height}"


def rect(x: float, y: float, width: float, height: float, **style: str) -> Shape:
    """Return a rectangle; `style` holds SVG attributes with `_` for `-`."""
    place = {"x": number(x), "y": number(y), "width": number(width), "height": number(height)}
    return Shape("rect", place | _attributes(style))


def line(x1: float, y1: float, x2: float, y2: float, **style: str) -> Shape:
    """Return a straight line."""
    place = {"x1": number(x1), "y1": number(y1), "x2": number(x2), "y2": number(y2)}
    return Shape("line", place | _attributes(style))


def circle(x: float, y: float, radius: float, **style: str) -> Shape:
    """Return a circle."""
    return Shape("circle", {"cx": number(x), "cy": number(y), "r": number(radius)} | _attributes(style))


def polygon(points: tuple[tuple[float, float], ...], **style: str) -> Shape:
    """Return a closed polygon."""
    corners = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return Shape("polygon", {"points": corners} | _attributes(style))


def text(x: float, y: float, words: str, size: float, **style: str) -> Shape:
    """Return one line of text whose baseline is at `y`."""
    place = {"x": number(x), "y": number(y), "font-size": number(size)}
    return Shape("text", place | _attributes(style), words)


def number(value: float) -> str:
    """Write a coordinate, the same on every machine."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """Estimate how wide a line of text is, in units."""
    ems = sum(map(_ems, words))
    return ems * size * (1.06 if bold else 1.0)


def wrap(words: str, size: float, width: float, lines: int, *, bold: bool = False) -> tuple[str, ...]:
    """Break text into at most `lines` lines no wider than `width`; what is left over becomes an ellipsis."""
    wrapped: list[str] = []
    current = ""
    for word in _pieces(words, size, width, bold=bold):
        longer = f"{current} {word}" if current else word
        if not current or width_of(longer, size, bold=bold) <= width:
            current = longer
        else:
            wrapped.append(current)
            current = word
    wrapped.append(current)
    if len(wrapped) <= lines:
        return tuple(wrapped)
    return (*wrapped[: lines - 1], _shortened(" ".join(wrapped[lines - 1 :]), size, width, bold=bold))


def _pieces(words: str, size: float, width: float, *, bold: bool) -> list[str]:
    """Split text at spaces, and words too long for a line wherever the line ends."""
    pieces: list[str] = []
    for word in words.split():
        rest = word
        while width_of(rest, size, bold=bold) > width and len(rest) > 1:
            fitting = next(
                cut
                for cut in range(len(rest) - 1, 0, -1)
                if cut == 1 or width_of(rest[:cut] + "-", size, bold=bold) <= width
            )
            pieces.append(rest[:fitting] + "-")
            rest = rest[fitting:]
        pieces.append(rest)
    return pieces


def _shortened(words: str, size: float, width: float, *, bold: bool) -> str:
    room = width - width_of("…", size, bold=bold)
    widths = accumulate(width_of(character, size, bold=bold) for character in words)
    return words[: sum(reached <= room for reached in widths)].rstrip() + "…"


@cache
def _ems(character: str) -> float:
    return _CHARACTER_WIDTHS[_class_of(character)]


def _class_of(character: str) -> str:
    if ord(character) >= 0x1100:
        return "full" if not 0x2000 <= ord(character) < 0x2E80 else "other"
    if character in _NARROW:
        return "narrow"
    if character in _WIDE:
        return "wide"
    return "upper" if character.isupper() else "other"


def _attributes(style: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in style.items()}
