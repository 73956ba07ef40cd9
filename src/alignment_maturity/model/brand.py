"""How a consultant's reports look, and what they add of their own: the file, and the brand made of it.

The shapes and ranges of single values are checked here; what must hold between them, in `brand_checks`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PureWindowsPath
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from alignment_maturity.model.colours import COLOUR
from alignment_maturity.model.localised import Localised
from alignment_maturity.model.questionnaire import Format, Strict
from alignment_maturity.model.scalars import (
    TURNING,
    Identifier,
    Name,
    Number,
    read_name,
    read_prose,
    shown,
    within,
    wrong,
)

FACES = ("regular", "semibold", "bold", "italic")
"""The faces that a report uses; the first is always there."""

RAMP = 5
MOST_COVER_LINES, MOST_CONTACT_LINES = 4, 6
"""What there is room for on the cover."""

MOST_OWN_SECTIONS = 20

_FAMILY = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _-]{0,59}")
_SHORT_COLOUR = re.compile(r"#[0-9a-fA-F]{3}")


def read_colour(value: object) -> str:
    """Return a colour as `#rrggbb` in lower case."""
    # Unquoted, it is a comment of YAML, and there is nothing.
    text = value if isinstance(value, str) else ""
    if _SHORT_COLOUR.fullmatch(text):
        text = "#" + "".join(2 * digit for digit in text[1:])
    if not COLOUR.fullmatch(text):
        raise wrong("bad-colour", found=shown(value))
    return text.lower()


def read_file_name(value: object) -> str:
    """Return the path of a file beside the brand's own, with `/` between its parts."""
    text = read_prose(value)
    # By the rules of Windows, where both `/` and `\\` part names: a brand travels from machine to machine.
    path = PureWindowsPath(text)
    if TURNING.search(text):
        raise wrong("control-character")
    if path.anchor or ".." in path.parts or "\\" in text or "\n" in text:
        raise wrong("asset-path", found=shown(text))
    return text


def read_family(value: object) -> str:
    """Return the name of a font, as style sheets can hold it."""
    text = read_name(value)
    if not _FAMILY.fullmatch(text):
        raise wrong("bad-family", found=shown(text))
    return text


Colour = Annotated[
    str,
    BeforeValidator(read_colour),
    WithJsonSchema({"type": "string", "pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}),
]
FileName = Annotated[
    str, BeforeValidator(read_file_name), WithJsonSchema({"type": "string", "pattern": r"^[^/\\][^\\]*$"})
]
Family = Annotated[
    str, BeforeValidator(read_family), WithJsonSchema({"type": "string", "pattern": f"^{_FAMILY.pattern}$"})
]


class LogoFile(Strict):
    """A logo: `alt` says what it shows to who cannot see it, `width` is its width on paper in mm."""

    file: FileName
    alt: Localised = Localised()
    width: Annotated[Number, within(5, 120)] | None = None


class Colours(Strict):
    """The colours of a brand: `accent` for headings and fills, `ink` for text, `ramp` from light to dark."""

    accent: Colour
    ink: Colour | None = None
    ramp: Annotated[tuple[Colour, ...], Field(min_length=RAMP, max_length=RAMP)] | None = None


class FontFiles(Strict):
    """A font: the name of its family, and the files of its faces."""

    family: Family
    regular: FileName
    semibold: FileName | None = None
    bold: FileName | None = None
    italic: FileName | None = None


class OwnSection(Strict):
    """A section that the consultant wrote, its text in Markdown; `label` is its name in the contents."""

    id: Identifier
    title: Localised
    label: Localised = Localised()
    text: Localised


class BrandFile(Strict):
    """A brand as its file has it."""

    format: Format
    name: Name
    logo: LogoFile | None = None
    colours: Colours | None = None
    fonts: FontFiles | None = None
    cover: Annotated[tuple[Localised, ...], Field(max_length=MOST_COVER_LINES)] = ()
    contact: Annotated[tuple[Localised, ...], Field(max_length=MOST_CONTACT_LINES)] = ()
    footer: Localised = Localised()
    confidentiality: Localised = Localised()
    sections: tuple[Identifier, ...] = ()
    own_sections: Annotated[tuple[OwnSection, ...], Field(max_length=MOST_OWN_SECTIONS)] = ()


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo that was read.

    Attributes:
        data: the file, `media` its media type.
        alt: what it shows.
        width, height: on paper, in mm.
    """

    data: bytes
    media: str
    alt: Localised
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Font:
    """A font that was read.

    Attributes:
        faces: the files of the faces there are, names of `FACES` to content.
        breadth: how wide its letters run, 1 being as wide as those of the report's own font.
    """

    family: str
    faces: Mapping[str, bytes]
    breadth: float


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand, with its files read and checked.

    Attributes:
        sections: names of sections of the report and ids of own ones, in the order wanted; empty for the
            usual one.
        sha256: of its file and of those it names, in hexadecimal.
    """

    name: str
    sha256: str = ""
    logo: Logo | None = None
    colours: Colours | None = None
    font: Font | None = None
    cover: tuple[Localised, ...] = ()
    contact: tuple[Localised, ...] = ()
    footer: Localised = field(default_factory=Localised)
    confidentiality: Localised = field(default_factory=Localised)
    sections: tuple[str, ...] = ()
    own_sections: tuple[OwnSection, ...] = ()
