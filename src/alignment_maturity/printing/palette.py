"""The colours and the font of all that is printed, in one place for style sheets and charts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignment_maturity.model import colours

if TYPE_CHECKING:
    from alignment_maturity.model.brand import Brand

FAMILY = "Inter"
"""The family of our own font."""

FONT = f"{FAMILY}, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`, and lettering.

    Attributes:
        ink: text.
        muted: secondary text, at least 4.5:1 on `paper` and on `panel`.
        line: hairlines; carries no meaning.
        panel: the ground of boxes.
        paper: the ground of the page.
        accent: the one colour; text and fills.
        tints: from low to high, from light to dark, so that the order survives grey and colour blindness;
            `ink` reads on the first three.
        on_tints: the text colour on each tint, at least 4.5:1.
        font: the families of all text, the first that is there being used.
        breadth: how wide the font runs, 1 being as wide as our own.
    """

    ink: str = colours.INK
    muted: str = "#51606b"
    line: str = "#d5dde1"
    panel: str = colours.PANEL
    paper: str = colours.PAPER
    accent: str = colours.ACCENT
    tints: tuple[str, ...] = colours.TINTS
    on_tints: tuple[str, ...] = tuple(colours.text_on(tint, colours.INK) for tint in colours.TINTS)
    font: str = FONT
    breadth: float = 1.0

    def tint_of(self, level: float, top: int) -> int:
        """Return which tint stands for a level between 1 and `top`, fractions included."""
        last = len(self.tints) - 1
        return max(0, min(last, round((level - 1) / (top - 1) * last)))


PALETTE = Palette()


def palette_of(brand: Brand | None) -> Palette:
    """Return the palette of a brand; ours where it leaves something open."""
    if brand is None:
        return PALETTE
    font = f"'{brand.font.family}', {FONT}" if brand.font else FONT
    breadth = brand.font.breadth if brand.font else 1.0
    if brand.colours is None:
        return Palette(font=font, breadth=breadth)
    ink, accent, ramp = brand.colours.ink or colours.INK, brand.colours.accent, brand.colours.ramp
    tints = colours.tints_between(ramp) if ramp else colours.tints_of(accent)
    on_tints = tuple(colours.text_on(tint, ink) for tint in tints)
    return Palette(ink=ink, accent=accent, tints=tints, on_tints=on_tints, font=font, breadth=breadth)
