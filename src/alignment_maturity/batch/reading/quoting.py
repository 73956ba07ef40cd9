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

Mask = NDArray[np.bool_]

LONGEST = 4 * 2**20
"""Bytes of a record, its line end with it."""

QUOTE, NEWLINE, RETURN = 0x22, 0x0A, 0x0D


@dataclass(frozen=True, slots=True)
class Quoting:
    """The quotes of some text that begins with a record.

    Attributes:
        end: where its last whole record ends, 0 where none is whole.
        inside: of each byte, whether it is between quotes that mean something; None without quotes.
        plain: whether every quote begins or ends quoted text, or is one of two in it that stand for one.
        broken: where lines begin whose quotes make no sense, each with what is wrong.
    """

    end: int
    inside: Mask | None
    plain: bool = True
    broken: tuple[tuple[int, str], ...] = ()

    def until(self, end: int) -> Quoting:
        """Return what there is below the end of a record."""
        inside = None if self.inside is None else self.inside[:end]
        return Quoting(end, inside, self.plain, tuple(line for line in self.broken if line[0] < end))


def find_quoting(text: bytes, delimiter: int, *, final: bool) -> Quoting:
    """Find the quotes that mean something and the end of the last whole record.

    Args:
        final: whether nothing follows the text, so that its last line needs no end.
    """
    if QUOTE not in text:
        return Quoting(len(text) if final else text.rfind(b"\n") + 1, None)
    characters = np.frombuffer(text, dtype=np.uint8)
    quotes = characters == QUOTE
    inside = between(quotes)
    if _is_regular(characters, quotes, inside, delimiter) and not (final and inside[-1]):
        end = len(text) if final else _last_border(text, inside)
        if end or len(text) < LONGEST:
            return Quoting(end, inside).until(end)
    return _Course(text, np.flatnonzero(quotes).tolist(), delimiter, final=final).quoting()


def between(quotes: Mask) -> Mask:
    """Tell of each byte whether it stands between two quotes, or is the first of them."""
    inside: Mask = np.bitwise_xor.accumulate(quotes.view(np.uint8)).view(np.bool_)
    return inside


def _is_regular(characters: NDArray[np.uint8], quotes: Mask, inside: Mask, delimiter: int) -> bool:
    """Prove that every other quote ends quoted text, and that all stand where fields begin or end.

    Two together inside quoted text stand for one: the text ends and begins again at once.
    """
    marks = (characters == delimiter) | (characters == NEWLINE)
    ends_line = marks.copy()
    ends_line[:-1] |= (characters[:-1] == RETURN) & (characters[1:] == NEWLINE)
    opened, closed = quotes & inside, quotes & ~inside
    begun = marks[:-1] | quotes[:-1]
    ended = ends_line[1:] | quotes[1:]
    # What follows a quote at the very end, or a carriage return there, is not known yet.
    if closed[-2:-1].any() and characters[-1] == RETURN:
        ended[-1] = True
    return not ((opened[1:] & ~begun).any() or (closed[:-1] & ~ended).any())


def _undecided(text: bytes, quote: int) -> bool:
    return text[quote + 1 :] in {b"", b"\r"}


def _line_ends(text: bytes, place: int) -> bool:
    """Tell whether the line ends here: with a line feed, a carriage return before one, or the text."""
    rest = text[place : place + 2]
    return rest[:1] in {b"", b"\n"} or rest in {b"\r", b"\r\n"}


def _last_border(text: bytes, inside: Mask) -> int:
    """Find the end of the last line that ends outside quotes."""
    border = text.rfind(b"\n")
    while border >= 0 and inside[border]:
        # All between the two quotes can be passed over.
        border = text.rfind(b"\n", 0, text.rfind(b'"', 0, border))
    return border + 1


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
        quotes = np.zeros(len(self._text), dtype=bool)
        quotes[self._kept] = True
        return Quoting(end, between(quotes), plain=False, broken=tuple(self._broken)).until(end)
