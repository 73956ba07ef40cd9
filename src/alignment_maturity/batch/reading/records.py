"""CSV text in blocks of whole records, and the places of their fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignment_maturity.batch.reading.lexicon import Bytes, Places, padded
from alignment_maturity.batch.reading.quoting import (
    LONGEST,
    NEWLINE,
    QUOTE,
    RETURN,
    Quoting,
    find_quoting,
)

BLOCK = 256 * 2**10
"""Bytes looked at a time: what is made of them stays in the processor's cache."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A record that cannot be taken apart: its number, a code, and what the sentence is filled with."""

    record: int
    code: str
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of some records; numbers of records go on from block to block.

    Attributes:
        block: the text.
        buffer: the same, `padded`.
        starts: (R, K), where fields begin in the buffer, their quotes taken off.
        stops: (R, K), where they end.
        records: (R,), the number of each record.
        plain: whether every quote begins or ends a field, or is one of two that stand for one.
        faults: the records that have no fields here; blank ones are not told.
        first: the number of the first record.
        count: how many records there are, blank ones and faults with them.
    """

    block: bytes
    buffer: Bytes
    starts: NDArray[np.intp]
    stops: NDArray[np.intp]
    records: Places
    plain: bool
    faults: tuple[Fault, ...]
    first: int
    count: int

    def texts(self, column: int) -> list[bytes]:
        """Return the texts of one column."""
        starts, stops = self.starts[:, column], self.stops[:, column]
        return [self.text(start, stop) for start, stop in zip(starts.tolist(), stops.tolist(), strict=True)]

    def text(self, start: int, stop: int) -> bytes:
        """Return the text of a field."""
        text = self.block[start:stop]
        if start and self.block[start - 1] == QUOTE:
            return text.replace(b'""', b'"')
        return text


def blocks(text: bytes, delimiter: int) -> Iterator[tuple[bytes, Quoting]]:
    """Part text that holds whole records, and nothing else, into blocks of whole records."""
    start = 0
    while start < len(text):
        block, quoting = next_block(text, start, delimiter, final=True)
        if not quoting.end:
            size = (text.find(b"\n", start) + 1 or len(text)) - start
            block, quoting = text[start : start + size], too_long(size)
        yield block[: quoting.end], quoting
        start += quoting.end


def too_long(size: int) -> Quoting:
    """Return what there is to say of a line of `size` bytes that is longer than any record may be."""
    return Quoting(size, None, plain=False, broken=((0, "line-too-long"),))


def next_block(text: bytes, start: int, delimiter: int, *, final: bool) -> tuple[bytes, Quoting]:
    """Return a block that begins at `start`, with its quotes; no record of it is whole where there is none.

    Args:
        final: whether nothing follows the text.
    """
    size = BLOCK
    while True:
        block = text[start : start + size]
        last = start + size >= len(text)
        quoting = find_quoting(block, delimiter, final=final and last)
        if quoting.end or last or size >= LONGEST:
            return block, quoting
        size = min(LONGEST, 2 * size)


def first_record(text: bytes, delimiter: int, *, final: bool) -> tuple[list[bytes], int]:
    """Return the fields of the first record of some text, and where it ends; nothing and 0 where it does not.

    Raises:
        ValueError: with a code, where its quotes make no sense.
    """
    block, quoting = next_block(text, 0, delimiter, final=final)
    if not quoting.end:
        return [], 0
    if quoting.broken and quoting.broken[0][0] == 0:
        raise ValueError(quoting.broken[0][1])
    stop = int(line_ends(block, quoting)[0])
    columns = len(_ends(padded(block[:stop]), stop, quoting.until(stop), delimiter))
    record = _take_apart(block[:stop], quoting.until(stop), delimiter, columns, 0)
    return [record.texts(column)[0] for column in range(columns)], stop


def line_ends(block: bytes, quoting: Quoting) -> Places:
    """Return where the records of a block end."""
    text = np.frombuffer(block, dtype=np.uint8)[: quoting.end]
    marks = text == NEWLINE
    if quoting.inside is not None:
        marks &= ~quoting.inside
    ends = np.flatnonzero(marks) + 1
    return ends if quoting.end == 0 or marks[-1] else np.append(ends, quoting.end)


def fields(text: bytes, delimiter: int, columns: int) -> Iterator[Fields]:
    """Take apart text that holds whole records, block by block."""
    first = 0
    for block, quoting in blocks(text, delimiter):
        taken = _take_apart(block, quoting, delimiter, columns, first)
        yield taken
        first += taken.count


def _take_apart(block: bytes, quoting: Quoting, delimiter: int, columns: int, first: int) -> Fields:
    buffer = padded(block)
    ends = _ends(buffer, len(block), quoting, delimiter)
    lines = np.flatnonzero((buffer[ends] == NEWLINE) | (ends == len(block)))
    widths = np.diff(lines, prepend=-1)
    line_starts = np.concatenate(([0], ends[lines[:-1]] + 1))
    good = widths == columns
    for start, _ in quoting.broken:
        good[np.searchsorted(line_starts, start)] = False
    starts = np.concatenate(([0], ends[:-1] + 1))
    faults: tuple[Fault, ...] = ()
    if not good.all():
        spans = (line_starts[~good], ends[lines[~good]], widths[~good])
        faults = tuple(_faults(block, quoting, delimiter, columns, np.flatnonzero(~good) + first, spans))
        kept = np.repeat(good, widths)
        starts, ends = starts[kept], ends[kept]
    starts, stops = starts.reshape(-1, columns), ends.reshape(-1, columns)
    _drop_returns(buffer, starts, stops)
    if quoting.inside is not None:
        begins_quoted = (buffer[starts] == QUOTE) & (starts < stops)
        starts += begins_quoted
        stops -= begins_quoted
    return Fields(
        block,
        buffer,
        starts,
        stops,
        np.flatnonzero(good) + first,
        quoting.plain,
        faults,
        first,
        len(widths),
    )


def _ends(buffer: Bytes, length: int, quoting: Quoting, delimiter: int) -> Places:
    """Find where fields end: at delimiters and line feeds outside quotes, and at the end of the text."""
    text = buffer[:length]
    marks = text == delimiter
    marks |= text == NEWLINE
    if quoting.inside is not None:
        marks &= ~quoting.inside
    ends = np.flatnonzero(marks)
    if length and text[-1] != NEWLINE:
        ends = np.append(ends, length)
    return ends


def _drop_returns(buffer: Bytes, starts: Places, stops: Places) -> None:
    """Let lines that end with a carriage return and a line feed end before both."""
    last = stops[:, -1]
    last -= (buffer[last - 1] == RETURN) & (last > starts[:, -1])


def _faults(
    block: bytes,
    quoting: Quoting,
    delimiter: int,
    columns: int,
    records: Places,
    spans: tuple[Places, Places, Places],
) -> Iterator[Fault]:
    """Tell what is wrong with records; those in which there is nothing are passed over."""
    broken = dict(quoting.broken)
    nothing = bytes([delimiter, RETURN]) + b" \t"
    for record, start, end, width in zip(records.tolist(), *(span.tolist() for span in spans), strict=True):
        if start in broken:
            yield Fault(record, broken[start])
        elif block[start:end].translate(None, nothing):
            yield Fault(record, "ragged-row", (("found", width), ("expected", columns)))
