"""Write `report_templates/report.docx` from the parts in `word_template/`, the colours and the fonts.

The parts are what a Word file consists of, with `$ink` and the like for the colours of the palette.
"""

from __future__ import annotations

import re
import string
from pathlib import Path

from alignment_maturity.printing.palette import PALETTE
from alignment_maturity.printing.word.file import packed
from alignment_maturity.printing.word.fonts import masked

SCRIPTS = Path(__file__).resolve().parent
PARTS = SCRIPTS / "word_template"
TARGET = SCRIPTS.parent / "report_templates" / "report.docx"
FONTS = SCRIPTS.parent / "report_templates" / "fonts"

FACES = {"regular": "Inter-Regular.ttf", "bold": "Inter-Bold.ttf", "italic": "Inter-Italic.ttf"}
KEYS = {face: f"{{A11C0DE5-0000-4000-8000-{number:012X}}}" for number, face in enumerate(FACES, 1)}
"""What the embedded fonts are masked with, as Word wants them to be; any number serves."""


def template() -> bytes:
    """Return the template; every part bears the same day."""
    values = {f"key_{face}": key for face, key in KEYS.items()} | colours()
    parts = {
        path.relative_to(PARTS).as_posix(): fill(path.read_text(encoding="utf-8"), values)
        for path in sorted(PARTS.rglob("*"))
        if path.is_file()
    }
    for number, (face, name) in enumerate(FACES.items(), 1):
        parts[f"word/fonts/font{number}.odttf"] = masked((FONTS / name).read_bytes(), KEYS[face])
    return packed(parts)


def colours() -> dict[str, str]:
    """Return the colours by the names that the parts call them."""
    named = {name: getattr(PALETTE, name) for name in ("ink", "muted", "line", "panel", "paper", "accent")}
    named |= {f"tint{number}": tint for number, tint in enumerate(PALETTE.tints)}
    return {name: colour.removeprefix("#").upper() for name, colour in named.items()}


def fill(part: str, values: dict[str, str]) -> bytes:
    """Fill a part, and take the white space between its elements out."""
    filled = string.Template(part).substitute(values)
    return re.sub(r">\s+<", "><", re.sub("<!--.*?-->", "", filled, flags=re.DOTALL)).encode()


if __name__ == "__main__":
    TARGET.write_bytes(template())
