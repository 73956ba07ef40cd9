"""Our own template, in the colours and the font of a brand where there is one."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from alignment_maturity.printing.palette import FAMILY, PALETTE, palette_of
from alignment_maturity.printing.word.fonts import can_be_embedded, masked
from alignment_maturity.store.builtin import data_folder
from alignment_maturity.store.word_templates import NAME, WordTemplate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignment_maturity.model.brand import Brand, Font
    from alignment_maturity.printing.palette import Palette

_COLOUR = re.compile('"([0-9A-F]{6})"')
_EMBEDDED = re.compile('<w:embed(Regular|Bold|Italic) r:id="([^"]+)" w:fontKey="([^"]+)"/>')
_FONTS, _FONT_RELATIONS = "word/fontTable.xml", "word/_rels/fontTable.xml.rels"


def our_template(brand: Brand | None = None) -> WordTemplate:
    """Return the template that ships with the program, as a brand has it."""
    data = (data_folder("report_templates") / NAME).read_bytes()
    if brand and (brand.colours or brand.font):
        data = _restyled(data, _swaps(palette_of(brand)), brand.font)
    return WordTemplate(NAME, data)


def _swaps(palette: Palette) -> Mapping[str, str]:
    """Return what stands for each of our colours."""
    ours, theirs = (
        (it.ink, it.muted, it.line, it.panel, it.paper, it.accent, *it.tints) for it in (PALETTE, palette)
    )
    return {old[1:].upper(): new[1:].upper() for old, new in zip(ours, theirs, strict=True)}


def _restyled(data: bytes, swaps: Mapping[str, str], font: Font | None) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            text = _COLOUR.sub(lambda found: f'"{swaps.get(found[1], found[1])}"', content.decode())
            parts[name] = text.replace(f'"{FAMILY}"', f'"{font.family}"').encode() if font else text.encode()
    if font:
        _take_along(parts, font)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _take_along(parts: dict[str, bytes], font: Font) -> None:
    """Put the faces of a font in the place of ours; a face that Word does not take along is only named."""
    faces = font.faces
    wanted = {
        "Regular": faces.get("regular"),
        "Bold": faces.get("bold") or faces.get("semibold"),
        "Italic": faces.get("italic"),
    }
    table, relations = parts[_FONTS].decode(), parts[_FONT_RELATIONS].decode()
    for whole, face, identifier, key in [(it[0], *it.groups()) for it in _EMBEDDED.finditer(table)]:
        relation = re.search(f'<Relationship Id="{identifier}"[^>]* Target="([^"]+)"/>', relations)
        if relation is None:
            raise AssertionError("the template that ships with the program is not what it was made to be")
        face_file = wanted[face]
        if face_file and can_be_embedded(face_file):
            parts[f"word/{relation[1]}"] = masked(face_file, key)
        else:
            table, relations = table.replace(whole, ""), relations.replace(relation[0], "")
            del parts[f"word/{relation[1]}"]
    parts[_FONTS], parts[_FONT_RELATIONS] = table.encode(), relations.encode()
