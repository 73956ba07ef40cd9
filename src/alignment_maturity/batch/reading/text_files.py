"""Recognising how a text file is written, and reading parts of it."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

from alignment_maturity.errors import InvalidInput

if TYPE_CHECKING:
    from alignment_maturity.batch.reading.slices import Slice

# Those of UTF-32 first: one of them begins like one of UTF-16.
_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_FORMATS = {
    b"PAR1": "Parquet",
    b"PK\x03\x04": "ZIP / Office",
    b"\xd0\xcf\x11\xe0": "Office",
    b"\x1f\x8b": "gzip",
    b"\x28\xb5\x2f\xfd": "Zstandard",
    b"%PDF": "PDF",
    b"SQLite format": "SQLite",
}
_EVIDENCE = 10_000  # characters beyond ASCII that are looked at, to tell the encoding
_PIECE = 2**20
_TEXT_PARTS = re.compile(rb'"(?:[^"]|"")*"|\r\n|\r|\n')
# As browsers read it: the bytes that Windows-1252 leaves undefined are control characters.
_WINDOWS = "".join(
    bytes([byte]).decode("cp1252") if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else chr(byte)
    for byte in range(256)
)


def refuse_other_formats(name: str, head: bytes, expected: str) -> None:
    """Raise InvalidInput where what begins like this is no UTF-8 or one-byte text, or has no text at all."""
    for mark, encoding in _MARKS.items():
        if head.startswith(mark):
            raise InvalidInput.of("other-encoding", name, encoding=encoding)
    for magic, form in _FORMATS.items():
        if head.startswith(magic):
            raise InvalidInput.of("other-table-format", name, format=form, expected=expected)
    if not head.removeprefix(codecs.BOM_UTF8).strip():
        raise InvalidInput.of("empty-document", name)
    start = head[:4096]
    if 4 * start.count(0) > len(start):
        # ASCII in two bytes a character has a null in every other place, and in no other.
        even, odd = start[::2].count(0), start[1::2].count(0)
        if not min(even, odd):
            raise InvalidInput.of("other-encoding", name, encoding="UTF-16")
        raise InvalidInput.of("binary-file", name)


def newline_of(head: bytes) -> str:
    """Tell with what character the lines end: a carriage return where the first one ends with it alone."""
    for part in _TEXT_PARTS.finditer(head):
        if not part[0].startswith(b'"'):
            return "\r" if part[0] == b"\r" else "\n"
    return "\r" if b"\r" in head and b"\n" not in head else "\n"


def encoding_of(file: BinaryIO) -> str:
    """Tell the encoding of a text from its first characters beyond ASCII: what most of them are.

    In a file of mixed encodings each of the few others is a fault of its row.
    """
    well, ill = 0, 0
    previous = b""
    while well + ill < _EVIDENCE and (piece := file.read(_PIECE)):
        if not piece.isascii():
            more = _count_characters(previous + piece)
            well, ill = well + more[0], ill + more[1]
        previous = piece[-1:]
    return "utf-8" if well >= ill else "cp1252"


def _count_characters(text: bytes) -> tuple[int, int]:
    """Count the characters beyond ASCII that begin as UTF-8 does, and the bytes that do not fit."""
    array = np.frombuffer(text, dtype=np.uint8)
    follows = (array & 0xC0) == 0x80
    leads = array >= 0xC0
    begun = np.count_nonzero(leads[:-1] & follows[1:])
    alone = np.count_nonzero(leads[:-1] & ~follows[1:])
    stray = np.count_nonzero(follows[1:] & (array[:-1] < 0x80))
    return int(begun), int(alone + stray)


def read_bytes(part: Slice) -> bytes:
    """Return the bytes of a slice, line feeds at the ends of its lines.

    Raises:
        InvalidInput: where the file cannot be read any more, or is shorter than it was.
    """
    try:
        with Path(part.path).open("rb") as file:
            file.seek(part.start)
            text = file.read(part.stop - part.start)
    except OSError as error:
        raise InvalidInput.of("unreadable-file", part.name, reason=error.strerror) from None
    if len(text) < part.stop - part.start:
        raise InvalidInput.of("table-changed", part.name)
    return with_line_feeds(text, part.newline)


def read_text(part: Slice) -> bytes:
    """Return the text of a slice in UTF-8, as far as it is any.

    Raises:
        InvalidInput: as `read_bytes`.
    """
    text = read_bytes(part)
    if part.encoding == "cp1252" and not text.isascii():
        text = text_of(text, part.encoding).encode()
    return text


def with_line_feeds(text: bytes, newline: str) -> bytes:
    """Return text whose lines end with line feeds, byte for byte in its places."""
    return text.replace(b"\r", b"\n") if newline == "\r" else text


def text_of(text: bytes, encoding: str) -> str:
    """Decode text, with a mark for each byte that does not fit."""
    if encoding == "cp1252":
        return codecs.charmap_decode(text, "strict", _WINDOWS)[0]
    return text.decode(errors="replace")


def is_utf8(text: bytes) -> bool:
    """Tell whether bytes are UTF-8 throughout."""
    if text.isascii():
        return True
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True
