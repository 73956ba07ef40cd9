"""What draws the pages: tagged or decoration, in colours and with fonts that stay what they are."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

from pdf_audit.common import kids, tagged, told
from pdf_audit.objects import is_covered
from pdf_tags import elements

DRAWING = frozenset(
    ["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"', "INLINE IMAGE"]
)
TEXT = frozenset(["Tj", "TJ", "'", '"'])
DEEPEST = 28


def drawing(file: pikepdf.Pdf) -> Iterator[str]:
    """Look at the contents of all pages, and at the fonts they use."""
    parents = tagged(file)
    owners: dict[Any, dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for tag in elements(file):
        for kid in kids(tag):
            if isinstance(kid, int):
                owners[tag.Pg.objgen][kid].append(tag.objgen)
    fonts: dict[Any, Any] = {}
    characters: dict[Any, set[int]] = defaultdict(set)
    for page in file.pages:
        walk = _Walk(fonts, characters)
        yield from walk.through(page, page.Resources, ())
        tags = parents.get(int(page.get("/StructParents", -1)), Array())
        listed = list(tags) if isinstance(tags, Array) else []
        theirs = {
            piece: [listed[piece].objgen] if piece < len(listed) and listed[piece] is not None else []
            for piece in walk.pieces
        }
        yield from told({
            "UA 7.1: tags and page do not have the same pieces": walk.pieces
            != {piece: len(tags) for piece, tags in owners[page.objgen].items()},
            "PDF 14.7.4: a piece of a page that does not find its tag": any(
                owners[page.objgen].get(piece) != tag for piece, tag in theirs.items()
            ),
        })  # fmt: skip
    for key, font in fonts.items():
        yield from _font(font, characters[key])


class _Walk:
    """A walk through what draws a page.

    Attributes:
        pieces: how often each tagged piece comes.
    """

    def __init__(self, fonts: dict[Any, Any], characters: dict[Any, set[int]]) -> None:
        self.pieces: Counter[int] = Counter()
        self._fonts = fonts
        self._characters = characters

    def through(self, stream: Any, resources: Any, above: tuple[str, ...]) -> Iterator[str]:
        """Go through a page, or a part of it that stands within marks."""
        marks, font, depth = list(above), None, 0
        for operands, operator in _commands(stream):
            depth += {"q": 1, "Q": -1}.get(operator, 0)
            if operator in {"BMC", "BDC"}:
                yield from self._mark(operands, marks)
            elif operator == "EMC":
                marks.pop()
            elif operator == "Tf":
                font = resources.Font[operands[0]]
                self._fonts[font.objgen] = font
            elif operator in TEXT and font is not None:
                self._characters[font.objgen] |= _codes(operands)
            yield from told({
                "UA 7.1: something is neither tagged nor decoration": operator in DRAWING and not marks,
                "A 6.1.13: states of graphics nested too deeply": depth > DEEPEST,
                "A 6.2.4: a colour that depends on the device": _needs_device(operator, operands, resources),
            })  # fmt: skip
            for inner, around in _inner(operator, operands, resources):
                yield from self.through(inner, inner.Resources, around or tuple(marks))
        if len(marks) != len(above) or depth:
            yield "PDF 14.6: marks or states that are not closed"

    def _mark(self, operands: list[Any], marks: list[str]) -> Iterator[str]:
        kind = str(operands[0])
        piece = operands[1].get("/MCID") if len(operands) > 1 else None
        yield from told({
            "UA 7.1: decoration within what is tagged": kind == "/Artifact" and set(marks) - {"/Artifact"},
            "UA 7.1: something tagged within other marks": kind != "/Artifact" and marks,
            "UA 7.1: a mark that is neither a tag nor decoration": kind != "/Artifact" and piece is None,
        })  # fmt: skip
        if piece is not None:
            self.pieces[int(piece)] += 1
        marks.append(kind)


def _commands(stream: Any) -> Iterator[tuple[list[Any], str]]:
    for command in pikepdf.parse_content_stream(stream):
        yield list(command.operands), str(command.operator)


def _inner(operator: str, operands: list[Any], resources: Any) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Go through what a command draws besides; a pattern is decoration wherever it is used."""
    if operator == "Do" and resources.XObject[operands[0]].Subtype == "/Form":
        yield resources.XObject[operands[0]], ()
    elif operator in {"scn", "SCN"} and isinstance(operands[-1], Name):
        pattern = resources.Pattern[operands[-1]]
        if pattern.PatternType == 1:
            yield pattern, ("/Artifact",)


def _needs_device(operator: str, operands: list[Any], resources: Any) -> bool:
    if operator in {"cs", "CS"}:
        return not is_covered(resources.get("/ColorSpace", Dictionary()).get(operands[0], operands[0]))
    return operator in {"k", "K"}


def _codes(operands: list[Any]) -> set[int]:
    texts = operands[0] if isinstance(operands[0], Array) else operands[-1:]
    raw = [bytes(text) for text in texts if isinstance(text, pikepdf.String)]
    return {int.from_bytes(text[at : at + 2], "big") for text in raw for at in range(0, len(text), 2)}


def _font(font: Any, codes: set[int]) -> Iterator[str]:
    if font.Subtype != "/Type0" or font.Encoding != "/Identity-H" or "/ToUnicode" not in font:
        yield "A 6.2.11: a font of a kind that draws signs for missing characters, or has no words"
        return
    below = font.DescendantFonts[0]
    about = below.get("/FontDescriptor", Dictionary())
    program = about.get("/FontFile2", about.get("/FontFile3"))
    if program is None:
        yield "A 6.2.11.4: a font that is not embedded"
        return
    yield from told({
        "A 6.2.11.3: a font without a map to its shapes": below.get("/CIDToGIDMap") != "/Identity",
        "A 6.2.11.4: a font with a list of its shapes that may be wrong": "/CIDSet" in about,
    })  # fmt: skip
    widths, words = _widths(below.get("/W", Array())), _words(font.ToUnicode)
    with TTFont(io.BytesIO(program.read_bytes())) as shapes:
        advances = [
            shapes["hmtx"][name][0] * 1000 / shapes["head"].unitsPerEm for name in shapes.getGlyphOrder()
        ]
    yield from told({
        "A 6.2.11.8: the sign for a missing character": 0 in codes,
        "A 6.2.11.4: a font without a shape it needs": max(codes, default=0) >= len(advances),
        "A 6.2.11.5: a shape that is not as wide as it says": any(
            abs(widths.get(code, -1) - advances[code]) > 1 for code in codes if code < len(advances)
        ),
        "A 6.2.11.7: a shape without a character": not all(map(words.get, codes)),
        "A 6.2.11.7: a shape for a character without a meaning": any(
            sign in "\0\ufeff\ufffe" or unicodedata.category(sign) == "Co"
            for code in codes
            for sign in words.get(code, "")
        ),
    })  # fmt: skip


def _words(cmap: Any) -> dict[int, str]:
    found = re.findall(r"<([0-9a-f]{4})> <([0-9a-f]+)>", cmap.read_bytes().decode())
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be", "replace") for code, text in found}


def _widths(array: Any) -> dict[int, float]:
    """Read widths as WeasyPrint writes them: a first code and a row of widths, again and again."""
    items = list(array)
    return {
        int(first) + at: float(width)
        for first, row in zip(items[::2], items[1::2], strict=True)
        for at, width in enumerate(row)
    }
