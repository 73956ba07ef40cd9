"""SVG drawings as PNG pictures: the only module that knows resvg.

The same drawing gives the same bytes wherever its characters are those of our own font or of the brand's.
"""

from __future__ import annotations

import contextlib
import io
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from alignment_maturity.errors import WorkFailed
from alignment_maturity.printing.fonts import (
    SUBSTITUTE,
    characters_of,
    own_characters,
    own_faces,
    visible,
)
from alignment_maturity.printing.palette import FAMILY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DOTS_PER_MM = 200 / 25.4
"""Sharp on paper, and on a screen at twice the size."""

_OUTSIDE = re.compile(r"""(?i)<!(?:doctype|entity)|href\s*=\s*["']\s*(?!#|data:)[^"']*""")
"""What could name a file; resvg itself would open any. In doubt something harmless is refused."""

_CELL = 40
"""Of the grid on which characters are tried, in pixels."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """What the words of drawings are set in.

    Attributes:
        files: the fonts to look in, first the brand's.
        foreign: characters that these lack and a font of this machine draws, so that the bytes of a picture
            depend on the machine.
        missing: characters that no font here has, and that `SUBSTITUTE` stands for.
    """

    files: tuple[str, ...] = field(repr=False)
    foreign: str
    missing: str


@contextlib.contextmanager
def lettering(words: str, faces: Mapping[str, bytes]) -> Iterator[Lettering]:
    """Find out how the words of some drawings can be set; what is yielded serves within the block.

    Args:
        words: all of them together.
        faces: the faces of a brand's font, names to files; empty for our own font.
    """
    with tempfile.TemporaryDirectory(prefix="alignment-maturity-", ignore_cleanup_errors=True) as folder:
        files = tuple(map(str, own_faces()))
        known = own_characters()
        for name, content in faces.items():
            path = Path(folder) / f"{name}.ttf"
            path.write_bytes(content)
            files = (str(path), *files)
            known |= characters_of(content)
        strange = "".join(sorted(visible(words) - known))
        drawn = _drawn(strange, files)
        missing = "".join(character for character in strange if character not in drawn)
        yield Lettering(files, drawn, missing)


def as_png(svg: str, width: float, letters: Lettering, background: str | None = "white") -> bytes:
    """Draw an SVG document.

    Args:
        svg: the document.
        width: of the picture on paper, in mm.
        letters: how its words are set.
        background: the colour under it, None for none.

    Raises:
        WorkFailed: `outside-templates`, where it would read a file.
    """
    if outside := _OUTSIDE.search(svg):
        raise WorkFailed("outside-templates", url=outside[0])
    table = dict.fromkeys(map(ord, letters.missing), SUBSTITUTE)
    pixels = max(1, round(width * DOTS_PER_MM))
    return _render(
        svg.translate(table),
        letters.files,
        everywhere=bool(letters.foreign),
        width=pixels,
        background=background,
    )


def _drawn(characters: str, files: tuple[str, ...]) -> str:
    """Return those of the characters that some font of this machine draws."""
    if not characters:
        return ""
    from PIL import Image

    texts = "".join(
        f'<text x="8" y="{_CELL * row + 30}" font-size="24">{escape(character)}</text>'
        for row, character in enumerate(characters)
    )
    size = f'width="{_CELL}" height="{_CELL * len(characters)}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}">{texts}</svg>'
    with Image.open(io.BytesIO(_render(svg, files, everywhere=True))) as opened:
        ink = opened.getchannel("A")
    rows = (ink.crop((0, _CELL * row, _CELL, _CELL * (row + 1))) for row in range(len(characters)))
    return "".join(character for character, row in zip(characters, rows, strict=True) if row.getbbox())


def _render(
    svg: str,
    files: tuple[str, ...],
    *,
    everywhere: bool,
    width: int | None = None,
    background: str | None = None,
) -> bytes:
    """Draw with fonts of these files and, with `everywhere`, those of the machine after them."""
    from resvg_py import svg_to_bytes

    return bytes(
        svg_to_bytes(
            svg_string=svg, width=width, background=background, font_files=list(files), font_family=FAMILY,
            skip_system_fonts=not everywhere,
        )
    )  # fmt: skip
