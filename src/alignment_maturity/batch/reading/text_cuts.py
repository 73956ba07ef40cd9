"""Cutting text files between their records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, Protocol

from alignment_maturity.batch.reading.quoting import LONGEST
from alignment_maturity.batch.reading.records import BLOCK
from alignment_maturity.batch.reading.slices import Slice
from alignment_maturity.batch.reading.text_files import with_line_feeds


class EndOf(Protocol):
    """Tells where the last whole record of some text ends; 0 where none is whole."""

    def __call__(self, text: bytes, *, final: bool) -> int:
        """Look at a text; `final` is whether nothing follows it."""


def slices(file: BinaryIO, whole: Slice, target: int, end_of: EndOf) -> Iterator[Slice]:
    """Cut a file from where `whole` begins into slices of about `target` bytes.

    No more of the file is held at a time than one record may have.
    """
    usual = min(BLOCK, max(1, target))
    file.seek(whole.start)
    start = place = whole.start
    text, size = b"", usual
    while True:
        piece = file.read(size - len(text))
        final = len(piece) < size - len(text)
        text += with_line_feeds(piece, whole.newline)
        end = end_of(text, final=final) if text else 0
        if end:
            place, text, size = place + end, text[end:], usual
            if place - start >= target:
                yield replace(whole, start=start, stop=place)
                start = place
        elif not final and size < LONGEST:
            size = min(LONGEST, 2 * size)
        elif not final:
            if place > start:
                yield replace(whole, start=start, stop=place)
            start, place = place, _line_end(file, place, whole.newline)
            yield replace(whole, start=start, stop=place, oversized=True)
            file.seek(place)
            start, text, size = place, b"", usual
        size = max(size, min(LONGEST, 2 * len(text)))
        if final and not text:
            break
    if place > start:
        yield replace(whole, start=start, stop=place)


def _line_end(file: BinaryIO, place: int, newline: str) -> int:
    """Return where the line ends that begins at `place`."""
    file.seek(place)
    while piece := file.read(LONGEST):
        end = piece.find(newline.encode())
        if end >= 0:
            return place + end + 1
        place += len(piece)
    return place
