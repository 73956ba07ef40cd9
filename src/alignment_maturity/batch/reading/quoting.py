"""Where the records of CSV text end, and which of its quotes mean something.

The rules are those of RFC 4180, with one more: a quote inside a field that does not begin with one is a
character like any other. A quoted field ends with its quote; what follows is the delimiter or the end of the
line. A record that breaks this rule, or whose quotes are not closed within `LONGEST` bytes, is at fault with
its first line only: reading goes on with the line after it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignment_maturity.batch.reading.lexicon import Places

LONGEST = 4 * 2**20
"""Bytes of a record, its line end with it."""

QUOTE, NEWLINE, RETURN = 0x22, 0x0A, 0x0D


@dataclass(frozen=True, slots=True)
class Quoting:
    """The quotes of some text that begins with a record.

    Attributes:
        end: where its last whole record ends, 0 where none is whole.
        quotes: the places below `end` of the quotes that begin or end quoted text, and of any two that stand
            for one.
        literal: whether there are quotes that do neither.
        broken: where lines begin whose quotes make no sense, each with what is wrong.
    """

    end: int
    quotes: Places
    literal: bool = False
    broken: tuple[tuple[int, str], ...] = ()

    def until(self, end: int) -> Quoting:
        """Return what there is below the end of a record."""
        broken = tuple(line for line in self.broken if line[0] < end)
        return Quoting(end, self.quotes[self.quotes < end], self.literal, broken)


def find_quoting(text: bytes, delimiter: int, *, final: bool) -> Quoting:
    """Find the quotes that mean something and the end of the last whole record.

    Args:
        final: whether nothing follows the text, so that its last line needs no end.
    """
    at = np.flatnonzero(np.frombuffer(text, dtype=np.uint8) == QUOTE) if QUOTE in text else _NOWHERE
    if not len(at):
        return Quoting(len(text) if final else text.rfind(b"\n") + 1, _NOWHERE)
    regular = _regular(text, at, delimiter, final=final)
    if regular is not None and (regular.end or len(text) < LONGEST):
        return regular
    return _Course(text, at.tolist(), delimiter, final=final).quoting()


_NOWHERE: Places = np.zeros(0, dtype=np.intp)


def _regular(text: bytes, at: Places, delimiter: int, *, final: bool) -> Quoting | None:
    """Take every other quote for the end of a quoted text, and prove it; None where it is not so."""
    buffer = np.frombuffer(text, dtype=np.uint8)
    opened, closed = at[0::2], at[1::2]
    # Two together inside quoted text stand for one: the text is closed and opened again at once.
    again = np.zeros(len(opened), dtype=bool)
    again[1:] = opened[1:] == closed[: len(opened) - 1] + 1
    before = buffer[np.maximum(opened - 1, 0)]
    fits = again | (opened == 0) | (before == delimiter) | (before == NEWLINE)
    if not fits.all():
        return None
    whole = len(opened) == len(closed)
    if not whole and final:
        return None
    reopened = np.zeros(len(closed), dtype=bool)
    reopened[: len(opened) - 1] = again[1 : len(closed) + 1]
    after = np.full(len(closed), NEWLINE, dtype=np.uint8)
    inner = closed + 1 < len(text)
    after[inner] = buffer[closed[inner] + 1]
    ended = reopened | (after == delimiter) | (after == NEWLINE)
    for place in np.flatnonzero(~ended).tolist() if not ended.all() else ():
        if not _line_ends(text, int(closed[place]) + 1):
            return None
    # A quote at the very end may turn out to be one of two.
    settled = whole and not _undecided(text, int(at[-1]))
    end = len(text) if final else _last_border(text, at, len(text) if settled else int(opened[-1]))
    return Quoting(end, at[at < end])


def _undecided(text: bytes, quote: int) -> bool:
    return text[quote + 1 :] in (b"", b"\r")


def _line_ends(text: bytes, place: int) -> bool:
    """Tell whether the line ends here: with a line feed, a carriage return before one, or the text."""
    rest = text[place : place + 2]
    return rest[:1] in (b"", b"\n") or rest in (b"\r", b"\r\n")


def _last_border(text: bytes, at: Places, stop: int) -> int:
    """Find the end of the last line below `stop` that ends outside quotes."""
    while True:
        border = text.rfind(b"\n", 0, stop)
        if border < 0:
            return 0
        before = int(np.searchsorted(at, border))
        if before % 2 == 0:
            return border + 1
        stop = int(at[before - 1])


class _Course:
    """Goes from quote to quote where some make no sense by themselves."""

    def __init__(self, text: bytes, at: list[int], delimiter: int, *, final: bool) -> None:
        self._text = text
        self._at = at
        self._openers = bytes([delimiter, NEWLINE])
        self._enders = bytes([delimiter])
        self._final = final
        self._record = 0  # where the record begins in which the next quote stands
        self._after = 0  # where to look for the end of its line
        self._kept: list[int] = []
        self._broken: list[tuple[int, str]] = []

    def quoting(self) -> Quoting:
        """Go through all quotes."""
        text, at = self._text, self._at
        place = 0
        while place < len(at):
            quote = at[place]
            line = text.rfind(b"\n", self._after, quote)
            if line >= 0:
                self._record = line + 1
            if quote != self._record and text[quote - 1] not in self._openers:
                self._after = quote + 1
                place += 1
                continue
            last = self._closing(place)
            fault = self._fault(last)
            if fault is None:
                self._kept += at[place : last + 1]
                self._after, place = at[last] + 1, last + 1
                continue
            line = text.find(b"\n", self._record)
            if not fault or (line < 0 and not self._final):
                return self._until(self._record)  # what follows will tell
            self._give_up(fault, line + 1 or len(text))
            place = bisect_left(at, self._after)
        if self._final:
            return self._until(len(text))
        return self._until(text.rfind(b"\n", self._after) + 1 or self._record)

    def _closing(self, place: int) -> int:
        """Return which quote closes the text that the one at `place` opens; one too many where none does."""
        at = self._at
        place += 1
        while place + 1 < len(at) and at[place + 1] == at[place] + 1:
            place += 2
        return place

    def _fault(self, last: int) -> str | None:
        """Tell what is wrong with a quoted text; nothing is where it is None, empty is too early to tell."""
        text = self._text
        quote = self._at[last] if last < len(self._at) else -1
        if quote < 0 or (not self._final and _undecided(text, quote)):
            given_up = self._final or len(text) - self._record >= LONGEST
            return "unclosed-quote" if given_up else ""
        ended = text[quote + 1 : quote + 2] == self._enders or _line_ends(text, quote + 1)
        return None if ended else "text-after-value"

    def _give_up(self, fault: str, following: int) -> None:
        """Take the first line of the record for broken, and the next record to begin at `following`."""
        self._broken.append((self._record, fault))
        while self._kept and self._kept[-1] >= self._record:
            self._kept.pop()
        self._record = self._after = following

    def _until(self, end: int) -> Quoting:
        quotes = np.array(self._kept, dtype=np.intp)
        return Quoting(end, quotes, literal=True, broken=tuple(self._broken)).until(end)


def quoted(length: int, quotes: Places) -> NDArray[np.bool_]:
    """Tell of each of `length` bytes whether it stands between quotes that mean something."""
    turns = np.zeros(length, dtype=np.uint8)
    turns[quotes] = 1
    inside: NDArray[np.bool_] = np.bitwise_xor.accumulate(turns).view(np.bool_)
    return inside
