"""CSV text in blocks of whole records, and the places of their fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
        short: (S,), those of them that have fewer fields than there are columns.
        short_widths: (S,), how many fields they have.
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
    short: Places
    short_widths: Places
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
    starts = np.concatenate(([0], ends[:-1] + 1))
    lasts = np.flatnonzero((buffer[ends] == NEWLINE) | (ends == len(block)))
    _drop_returns(buffer, starts, ends, lasts)
    found = _Records(starts, ends, lasts, np.diff(lasts, prepend=-1), columns)
    good = fits = found.widths == columns
    broken = np.searchsorted(starts[found.firsts], [start for start, _ in quoting.broken])
    fits[broken] = False
    faults: tuple[Fault, ...] = ()
    if fits.all():
        starts, stops = starts.reshape(-1, columns), ends.reshape(-1, columns)
    else:
        filled, usable = found.look(buffer[: len(block)], delimiter)
        good = fits | usable
        good[broken] = False
        codes = dict(zip(broken.tolist(), (code for _, code in quoting.broken), strict=True))
        faults = tuple(found.faults(np.flatnonzero(~good), filled, codes, first))
        starts, stops = found.spans(good, fits)
    if quoting.inside is not None:
        begins_quoted = (buffer[starts] == QUOTE) & (starts < stops)
        starts += begins_quoted
        stops -= begins_quoted
    short = good & (found.widths < columns)
    return Fields(
        block,
        buffer,
        starts,
        stops,
        np.flatnonzero(good) + first,
        np.flatnonzero(short) + first,
        found.widths[short],
        quoting.plain,
        faults,
        first,
        len(good),
    )


@dataclass(frozen=True, slots=True)
class _Records:
    """The records of a block, which may have more or fewer fields than there are columns.

    Attributes:
        starts: (F,), where the fields of all records begin, one after the other.
        ends: (F,), where they end.
        lasts: (R,), which of them is the last of each record.
        widths: (R,), how many each record has.
        columns: how many it should have.
    """

    starts: Places
    ends: Places
    lasts: Places
    widths: Places
    columns: int

    @property
    def firsts(self) -> Places:
        """Which field is the first of each record."""
        return self.lasts - self.widths + 1

    def look(self, text: Bytes, delimiter: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Tell of each record whether there is anything in it, and whether it can be used nevertheless.

        That is so where blank cells at its end were not written, or there are blank ones too many. The last
        line of a text that does not end with one may be cut off.
        """
        something = np.ones(256, dtype=bool)
        something[[delimiter, QUOTE, RETURN, NEWLINE, ord(" "), ord("\t")]] = False
        before = np.concatenate(([0], np.cumsum(something[text], dtype=np.int64)))
        stops = self.ends[self.lasts]
        surplus = self.starts[np.minimum(self.firsts + self.columns, self.lasts)]
        filled = before[stops] > before[self.starts[self.firsts]]
        short = (self.widths < self.columns) & (stops < len(text))
        nothing_more = (self.widths > self.columns) & (before[stops] == before[surplus])
        return filled, filled & (short | nothing_more)

    def spans(self, good: NDArray[np.bool_], fits: NDArray[np.bool_]) -> tuple[Places, Places]:
        """Return where the fields of good records begin and end; missing ones are empty, where these end."""
        starts = np.empty((np.count_nonzero(good), self.columns), dtype=np.intp)
        stops = np.empty_like(starts)
        kept, fitting, odd = np.repeat(fits, self.widths), fits[good], good & ~fits
        starts[fitting] = self.starts[kept].reshape(-1, self.columns)
        stops[fitting] = self.ends[kept].reshape(-1, self.columns)
        lasts = self.lasts[odd, None]
        places = np.minimum(self.firsts[odd, None] + np.arange(self.columns), lasts)
        missing = np.arange(self.columns) >= self.widths[odd, None]
        starts[~fitting] = np.where(missing, self.ends[lasts], self.starts[places])
        stops[~fitting] = self.ends[places]
        return starts, stops

    def faults(
        self, bad: Places, filled: NDArray[np.bool_], broken: Mapping[int, str], first: int
    ) -> Iterator[Fault]:
        """Tell what is wrong with bad records; those in which there is nothing are passed over."""
        for record in bad.tolist():
            if record in broken:
                yield Fault(first + record, broken[record])
            elif filled[record]:
                counts = (("found", int(self.widths[record])), ("expected", self.columns))
                yield Fault(first + record, "ragged-row", counts)


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


def _drop_returns(buffer: Bytes, starts: Places, ends: Places, lasts: Places) -> None:
    """Let lines that end with a carriage return and a line feed end before both."""
    stops = ends[lasts]
    ends[lasts] = stops - ((buffer[stops - 1] == RETURN) & (stops > starts[lasts]))
