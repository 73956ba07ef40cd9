"""Brands made for tests: their files, pictures and fonts, and what is found wrong with them."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from PIL import Image

from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.model.brand import Brand
from alignment_maturity.report.sections import SECTIONS
from alignment_maturity.store.brands import LoadedBrand, read_brand
from alignment_maturity.store.builtin import data_folder

EXAMPLE = Path(__file__).parents[2] / "docs" / "example-brand" / "brand.yaml"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' viewBox="0 0 40 10">{}</svg>'
)
SHAPE = SVG.format('<path d="M0 0h40v10H0z" fill="#8c2f39"/>')
LEAST = "format: 1\nname: Studio\n"

Change = Callable[[TTFont], object]


def write(folder: Path, text: str, files: Mapping[str, str | bytes] | None = None) -> Path:
    """Write a brand and the files beside it; return its own."""
    for name, content in (files or {}).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    path = folder / "brand.yaml"
    path.write_text(text, "utf-8")
    return path


def load(path: str | Path) -> LoadedBrand:
    """Read a brand as the commands do."""
    return read_brand(path, SECTIONS)


def brand(folder: Path, text: str, files: Mapping[str, str | bytes] | None = None) -> Brand:
    """Write a brand and read it back."""
    return load(write(folder, text, files)).brand


def problems(path: str | Path) -> tuple[Problem, ...]:
    """Return what is wrong with a brand that cannot be used."""
    try:
        load(path)
    except InvalidInput as refusal:
        return refusal.problems
    raise AssertionError(path)


def found(path: str | Path) -> list[tuple[int, int, str]]:
    """Return where something is wrong, and what."""
    return [(problem.line, problem.column, problem.code) for problem in problems(path)]


def png(width: int = 80, height: int = 20) -> bytes:
    """Draw a picture."""
    data = io.BytesIO()
    Image.new("RGBA", (width, height), "#8c2f39").save(data, "PNG")
    return data.getvalue()


def png_that_says(width: int, height: int) -> bytes:
    """Return a file that claims to hold a picture of this size, as bombs do."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    body = b"IDAT" + zlib.compress(b"")
    chunks = (header, body, b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks
    )


@cache
def font(face: str = "Regular", change: Change = lambda _font: None, family: str = "Prova") -> bytes:
    """Return a face of our own font under another name, changed."""
    with TTFont(data_folder("report_templates") / "fonts" / f"Inter-{face}.ttf") as made:
        for record in made["name"].names:
            if record.nameID in {1, 3, 4, 6, 16}:
                made["name"].setName(
                    family, record.nameID, record.platformID, record.platEncID, record.langID
                )
        change(made)
        return saved(made)


def saved(made: TTFont) -> bytes:
    """Return the file of a font."""
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


@cache
def postscript_font() -> bytes:
    """Return a font with the letters of ours as boxes in PostScript outlines: an OTF file."""
    with TTFont(data_folder("report_templates") / "fonts" / "Inter-Regular.ttf") as ours:
        letters = {code: f"u{code:04X}" for code in ours.getBestCmap()}
    glyphs = [".notdef", *letters.values()]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap(letters)
    pen = T2CharStringPen(600, None)
    pen.moveTo((50, 0))
    for corner in ((550, 0), (550, 700), (50, 700)):
        pen.lineTo(corner)
    pen.closePath()
    outline = pen.getCharString()
    builder.setupCFF("Prova-Regular", {}, dict.fromkeys(glyphs, outline), {})
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Prova", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    return saved(builder.font)
