"""A brand as its reports will have it: what is given, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignment_maturity.model.colours import BADGE, contrast
from alignment_maturity.printing.palette import palette_of
from alignment_maturity.report.brand import section_order

if TYPE_CHECKING:
    from alignment_maturity.model.brand import Brand


@dataclass(frozen=True, slots=True)
class TextColour:
    """A colour of text on the ground where it reads worst, of those it is used on."""

    name: str
    colour: str
    on: str
    contrast: float


@dataclass(frozen=True, slots=True)
class LogoSize:
    """A logo: its media type, and its size on paper in mm."""

    media: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Faces:
    """A font: its family, the faces there are, and how wide it runs, 1 being as wide as our own."""

    family: str
    faces: tuple[str, ...]
    breadth: float


@dataclass(frozen=True, slots=True)
class Resolved:
    """A brand with everything it leaves open filled in.

    Attributes:
        logo, font: None where there is none.
        colours: of text: `accent`, `ink`, and `tint-1` to `tint-9`, what is written on the tints of charts.
        sections: names of those of a whole report, in order.
    """

    name: str
    sha256: str
    logo: LogoSize | None
    font: Faces | None
    colours: tuple[TextColour, ...]
    sections: tuple[str, ...]


def resolved(brand: Brand) -> Resolved:
    """Return what a brand comes to."""
    palette, logo, font = palette_of(brand), brand.logo, brand.font
    light = (palette.paper, palette.panel)
    tints = enumerate(zip(palette.on_tints, palette.tints, strict=True), start=1)
    return Resolved(
        name=brand.name,
        sha256=brand.sha256,
        logo=LogoSize(logo.media, logo.width, logo.height) if logo else None,
        font=Faces(font.family, tuple(font.faces), font.breadth) if font else None,
        colours=(
            _worst("accent", palette.accent, light),
            _worst("ink", palette.ink, (*light, palette.tints[BADGE])),
            *(_worst(f"tint-{number}", colour, (tint,)) for number, (colour, tint) in tints),
        ),
        sections=section_order(brand),
    )


def _worst(name: str, colour: str, grounds: tuple[str, ...]) -> TextColour:
    ratio, ground = min((contrast(colour, ground), ground) for ground in grounds)
    return TextColour(name, colour, ground, ratio)
