"""Reading brands, with the files they name, and the text a new one starts from."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from alignment_maturity.errors import Problem
from alignment_maturity.language import Lang
from alignment_maturity.model.brand import FACES, Brand, BrandFile, Font, Logo, read_file_name
from alignment_maturity.model.brand_checks import check_brand
from alignment_maturity.model.findings import Finding
from alignment_maturity.model.findings import Path as Place
from alignment_maturity.model.localised import Localised
from alignment_maturity.model.plain_data import as_map, as_number
from alignment_maturity.model.scalars import shown
from alignment_maturity.store import brand_fonts, brand_logos
from alignment_maturity.store.brand_assets import Unfit, read_asset
from alignment_maturity.store.builtin import data_folder
from alignment_maturity.store.documents import read_document
from alignment_maturity.store.validation import validate

USUAL_SIDES = (50.0, 20.0)
"""The width and the height in mm that a logo keeps within where its width is not given."""

HIGHEST = 40.0
"""The height in mm that no logo may have on paper."""

WIDEST_SHAPE, TALLEST_SHAPE = 20, 4
"""How many times as wide as high, and as high as wide, a logo can be before it is hardly seen on paper."""


_NO_LOGO = 1000
"""How many times makes it no logo at all; its pixels in Word would fill the memory."""


@dataclass(frozen=True, slots=True)
class LoadedBrand:
    """A brand that was read, and what should be mended though it can be used.

    Attributes:
        files: those that its own file names, where they lie.
    """

    brand: Brand
    warnings: tuple[Problem, ...]
    files: tuple[Path, ...]


def read_brand(source: str | Path, sections: Collection[str]) -> LoadedBrand:
    """Read and check a brand file and the files it names; `-` is standard input.

    Args:
        sections: names of the sections of every report.

    Raises:
        InvalidInput: with everything that is wrong.
    """
    document = read_document(source, pass_over=True)
    files = _Files(Path(source).parent)

    def check(data: object) -> Iterator[Finding]:
        yield from check_brand(data, sections)
        yield from files.check(as_map(data))

    told, warnings = validate(document, BrandFile, check)
    return LoadedBrand(files.brand(told, document.sha256), warnings, tuple(files.read))


def starter_brand(lang: Lang) -> bytes:
    """Return the brand file that a new one starts from, with comments in `lang`."""
    return (data_folder("report_templates") / "starters" / f"brand.{lang}.yaml").read_bytes()


class _Files:
    """The files that a brand names; what is in them is kept for the brand."""

    def __init__(self, folder: Path) -> None:
        self.read: list[Path] = []
        self._folder = folder
        self._logo: tuple[bytes, brand_logos.Picture] | None = None
        self._faces: dict[str, bytes] = {}
        self._breadth = 0.0

    def check(self, data: Mapping[str, Any]) -> Iterator[Finding]:
        """Read every file that is named, and find what is wrong with it."""
        logo, fonts = as_map(data.get("logo")), as_map(data.get("fonts"))
        yield from self._check(("logo", "file"), logo.get("file"), self._take_logo)
        if self._logo:
            yield from _check_logo(self._logo[1], logo)
        for face in FACES:
            yield from self._check(("fonts", face), fonts.get(face), partial(self._take_face, face))

    def brand(self, told: BrandFile, sha256: str) -> Brand:
        """Make the brand of a file in which nothing is wrong; `sha256` is the file's own."""
        logo = None
        if told.logo and self._logo:
            data, picture = self._logo
            alt = told.logo.alt or Localised(told.name)
            logo = Logo(data, picture.media, alt, *_printed_size(picture.aspect, told.logo.width))
        used = [logo.data] if logo else []
        hashes = (hashlib.sha256(data).hexdigest() for data in (*used, *self._faces.values()))
        return Brand(
            name=told.name,
            sha256=hashlib.sha256("".join((sha256, *hashes)).encode()).hexdigest(),
            logo=logo,
            colours=told.colours,
            font=Font(told.fonts.family, self._faces, self._breadth) if told.fonts else None,
            cover=told.cover,
            contact=told.contact,
            footer=told.footer,
            confidentiality=told.confidentiality,
            sections=told.sections,
            own_sections=told.own_sections,
        )

    def _check(self, path: Place, name: object, take: Callable[[str], None]) -> Iterator[Finding]:
        try:
            take(read_file_name(name))
        except Unfit as unfit:
            yield Finding(path, unfit.code, {"file": shown(name), **unfit.values})
        except ValueError:
            return  # no name at all; the model says so

    def _take_logo(self, name: str) -> None:
        data = self._read(name, brand_logos.LIMIT)
        self._logo = data, brand_logos.check_logo(data)

    def _take_face(self, face: str, name: str) -> None:
        data = self._read(name, brand_fonts.LIMIT)
        self._breadth = max(self._breadth, brand_fonts.check_face(data, face))
        self._faces[face] = data

    def _read(self, name: str, limit: int) -> bytes:
        self.read.append(self._folder / name)
        return read_asset(self._folder, name, limit)


def _check_logo(picture: brand_logos.Picture, logo: Mapping[str, Any]) -> Iterator[Finding]:
    """Find a logo that is too high or hardly seen on paper, and lettering in a font of some machines only."""
    asked = as_number(logo.get("width"))
    if asked and asked / picture.aspect > HIGHEST:
        widest = math.floor(HIGHEST * picture.aspect)
        values = {"height": round(asked / picture.aspect), "limit": round(HIGHEST), "widest": widest}
        yield Finding(("logo", "width"), "logo-too-high", values)
    file = {"file": shown(logo.get("file"))}
    for code, times, limit in (
        ("logo-too-wide", picture.aspect, WIDEST_SHAPE),
        ("logo-too-tall", 1 / picture.aspect, TALLEST_SHAPE),
    ):
        if times > limit:
            shape = {**file, "times": f"{min(times, 10**6):.0f}"}
            yield Finding(("logo", "file"), code, shape, warning=times <= _NO_LOGO)
    if picture.lettering:
        yield Finding(("logo", "file"), "logo-lettering", file, warning=True)


def _printed_size(aspect: float, width: float | None) -> tuple[float, float]:
    """Return the width and the height of a logo on paper, in mm."""
    wide = width or min(USUAL_SIDES[0], USUAL_SIDES[1] * aspect)
    return wide, wide / aspect
