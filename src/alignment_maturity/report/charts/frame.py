"""What all charts share: one unit is one CSS pixel on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from alignment_maturity.report.drawing import Drawing, Shape, number

if TYPE_CHECKING:
    from alignment_maturity.printing.palette import Palette

WIDTH = 660.0
SMALL = 9.5
"""The smallest lettering."""


def drawing(
    palette: Palette, height: float, title: str, description: str, shapes: Iterable[Shape]
) -> Drawing:
    """Put shapes into a drawing as wide as the page, in the font of the palette.

    Charts reckon with the widths of our own font: in a broader one the lettering is made smaller by as much.
    """
    fitting = tuple(_fitting(shape, palette.breadth) for shape in shapes)
    return Drawing(number(WIDTH), number(height), title, description, fitting, palette.font)


def _fitting(shape: Shape, breadth: float) -> Shape:
    if shape.kind != "text" or breadth <= 1:
        return shape
    size = float(shape.attributes["font-size"]) / breadth
    return replace(shape, attributes={**shape.attributes, "font-size": number(size)})
