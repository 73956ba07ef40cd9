"""JSON Lines in blocks, and the places of the values in them.

Lines that are plain objects of texts, numbers, true, false and null are taken apart many at a time. Whether
a line is one is proved by what stands outside its strings; any other is left to `json_objects`, which tells
what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignment_maturity.batch.reading.lexicon import Bytes, Lexicon, Places, padded
from alignment_maturity.batch.reading.quoting import between
from alignment_maturity.batch.reading.records import BLOCK
from alignment_maturity.batch.reading.text_files import is_utf8

_QUOTE, _ESCAPE, _COLON, _OPEN, _LINE, _SPACE, _TAB, _RETURN, _POINT = b'"\\:{\n \t\r.'
_MARKS = np.zeros(256, dtype=bool)
_MARKS[list(b":,{}[]\n")] = True
_BLANKS = np.zeros(256, dtype=bool)
_BLANKS[list(b" \t\r")] = True
_DIGITS = np.zeros(256, dtype=bool)
_DIGITS[list(b"0123456789")] = True
_NUMERIC = _DIGITS.copy()
_NUMERIC[list(b"+-.eE")] = True
_LONGEST_NUMBER = 40
# Which marks may follow one another outside strings, by the first times 256 and the second.
_FOLLOWS = np.zeros(65536, dtype=bool)
for _pair in (b"\n{", b"\n\n", b"{:", b"{}", b":,", b":}", b",:", b"}\n"):
    _FOLLOWS[_pair[0] * 256 + _pair[1]] = True
_WORDS = Lexicon([(b"null", 1), (b"true", 0), (b"false", 0)], missing=-1)


@dataclass(frozen=True, slots=True)
class Objects:
    """The lines of a block that could be taken apart; numbers of lines go on from block to block.

    Attributes:
        block: the text.
        buffer: the same, `padded`.
        starts: (R, K), where the values of the wanted keys begin, without quotes; null and what is not there
            have no length.
        stops: (R, K), where they end.
        strings: (R, K), whether they are texts, and not numbers, true or false.
        lines: (R,), the number of each line.
        others: the numbers and texts of those that could not, without blank ones.
        escapes: whether texts may have escapes.
        first: the number of the first line.
        count: how many lines there are.
    """

    block: bytes
    buffer: Bytes
    starts: NDArray[np.intp]
    stops: NDArray[np.intp]
    strings: NDArray[np.bool_]
    lines: Places
    others: tuple[tuple[int, bytes], ...]
    escapes: bool
    first: int
    count: int


def objects(text: bytes, keys: tuple[str, ...], wanted: int) -> Iterator[Objects]:
    """Take apart the lines of some text, which ends with a line feed.

    Args:
        keys: the keys that the lines are known to have, the first `wanted` of which are looked for.
    """
    lexicon = Lexicon([(key.encode(), place) for place, key in enumerate(keys)], missing=-1)
    start = first = 0
    while start < len(text):
        stop = text.rfind(b"\n", start, start + BLOCK) + 1 or text.find(b"\n", start) + 1
        taken = _Block(text[start:stop], first).objects(lexicon, len(keys), wanted)
        yield taken
        start, first = stop, first + taken.count


class _Block:
    """Some whole lines, of which those that are no plain objects become odd."""

    def __init__(self, block: bytes, first: int) -> None:
        self._block = block
        self._first = first
        self._buffer = padded(block)
        self._text = self._buffer[: len(block)]
        self._ends = np.flatnonzero(self._text == _LINE)
        self._odd = np.zeros(len(self._ends), dtype=bool)

    def objects(self, lexicon: Lexicon, keys: int, wanted: int) -> Objects:
        """Take the lines apart."""
        quotes, counts = self._quotes()
        inside = between(quotes)
        self._refuse_characters(inside)
        marks = np.flatnonzero(_MARKS[self._text] & ~inside)
        kinds = self._text[marks]
        ends_line = kinds == _LINE
        line_of = np.cumsum(ends_line) - ends_line
        before = np.concatenate(([-1], marks[:-1]))
        earlier = np.concatenate(([_LINE], kinds[:-1])).astype(np.intp)
        self._odd[line_of[~_FOLLOWS[earlier * 256 + kinds]]] = True
        self._refuse_stray_text(before, marks, (kinds == _COLON) | (earlier == _COLON), line_of)
        opened = np.zeros(len(self._ends), dtype=bool)
        opened[line_of[kinds == _OPEN]] = True

        colons = np.flatnonzero(kinds == _COLON)
        colons = colons[~self._odd[line_of[colons]]]
        lines = line_of[colons]
        key_starts, key_stops, named = self._trimmed(before[colons] + 1, marks[colons])
        starts, stops, strings = self._trimmed(marks[colons] + 1, marks[colons + 1])
        self._odd[lines[~named]] = True
        # Each key has two quotes at least, and so has each text: if these are all, none has any more.
        used = np.bincount(lines, minlength=len(counts)) + np.bincount(lines[strings], minlength=len(counts))
        self._odd[2 * used != counts] = True
        self._check_bare(starts, stops, np.flatnonzero(~strings), lines)
        places = lexicon.look_up(self._buffer, key_starts, key_stops - key_starts)
        self._odd[lines[places < 0]] = True

        pairs = np.full(len(self._ends) * keys + 1, -1, dtype=np.intp)
        cells = np.where(places < 0, len(pairs) - 1, lines * keys + places)
        numbers = np.arange(len(cells))
        pairs[cells] = numbers
        self._odd[lines[(pairs[cells] != numbers)]] = True  # a key that is there twice
        rows = np.flatnonzero(opened & ~self._odd)
        chosen = pairs[:-1].reshape(-1, keys)[rows, :wanted]
        return Objects(
            self._block,
            self._buffer,
            np.append(starts, 0)[chosen],  # what is not there is -1, the last
            np.append(stops, 0)[chosen],
            np.append(strings, False)[chosen],
            rows + self._first,
            tuple(self._others()),
            _ESCAPE in self._block,
            self._first,
            len(self._ends),
        )

    def _quotes(self) -> tuple[NDArray[np.bool_], Places]:
        """Return which bytes are quotes around texts, and how many each line has; odd lines lose theirs."""
        quotes = self._text == _QUOTE
        if _ESCAPE in self._block:
            quotes &= ~self._escaped()[:-1]
        counts = np.add.reduceat(quotes, np.append(0, self._ends[:-1] + 1), dtype=np.intp)
        self._odd |= counts % 2 == 1
        self._refuse_other_encodings()
        for line in np.flatnonzero(self._odd).tolist():
            quotes[slice(*self._span(line))] = False
        return quotes, counts

    def _escaped(self) -> NDArray[np.bool_]:
        """Tell of each byte whether an escape stands before it that is not escaped itself."""
        text = self._text
        escapes = np.flatnonzero(text == _ESCAPE)
        begins = np.diff(escapes, prepend=-2) > 1
        run = np.maximum.accumulate(np.where(begins, np.arange(len(escapes)), 0))
        active = (np.arange(len(escapes)) - run) % 2 == 0
        escaped = np.zeros(len(text) + 1, dtype=bool)
        escaped[escapes[active] + 1] = True
        return escaped

    def _refuse_other_encodings(self) -> None:
        if is_utf8(self._block):
            return
        high = np.unique(np.searchsorted(self._ends, np.flatnonzero(self._text >= 0x80)))
        for line in high.tolist():
            self._odd[line] |= not is_utf8(self._line(line))

    def _refuse_characters(self, inside: NDArray[np.bool_]) -> None:
        """Refuse control characters in texts, and escapes outside."""
        low = self._text < _SPACE
        if np.count_nonzero(low) > len(self._ends):
            low &= inside | ~(_BLANKS[self._text] | (self._text == _LINE))
            self._odd[np.searchsorted(self._ends, np.flatnonzero(low))] = True
        if _ESCAPE in self._block:
            stray = (self._text == _ESCAPE) & ~inside
            self._odd[np.searchsorted(self._ends, np.flatnonzero(stray))] = True

    def _refuse_stray_text(
        self, before: Places, marks: Places, may_hold: NDArray[np.bool_], line_of: Places
    ) -> None:
        """Refuse anything but blanks between marks that have neither a key nor a value between them."""
        gaps = np.flatnonzero(~may_hold & (marks - before > 1))
        starts, stops = before[gaps] + 1, marks[gaps].copy()
        starts = self._skip_blanks(starts, stops)
        self._odd[line_of[gaps[starts < stops]]] = True

    def _trimmed(self, starts: Places, stops: Places) -> tuple[Places, Places, NDArray[np.bool_]]:
        """Take blanks off, then the quotes of what has some at both ends; tell which has."""
        buffer = self._buffer
        starts = self._skip_blanks(starts, stops)
        while (back := _BLANKS[buffer[stops - 1]] & (starts < stops)).any():
            stops = stops - back
        has_quotes = (buffer[starts] == _QUOTE) & (buffer[stops - 1] == _QUOTE) & (stops - starts > 1)
        return starts + has_quotes, stops - has_quotes, has_quotes

    def _skip_blanks(self, starts: Places, stops: Places) -> Places:
        while (front := _BLANKS[self._buffer[starts]] & (starts < stops)).any():
            starts = starts + front
        return starts

    def _check_bare(self, starts: Places, stops: Places, bare: Places, lines: Places) -> None:
        """Refuse what is neither in quotes nor a number, true, false or null; null loses its length."""
        buffer = self._buffer
        sizes = stops[bare] - starts[bare]
        simple = (sizes == 1) & _DIGITS[buffer[starts[bare]]]
        bare, sizes = bare[~simple], sizes[~simple]
        word = _WORDS.look_up(buffer, starts[bare], sizes)
        stops[bare[word == 1]] = starts[bare[word == 1]]
        bare, sizes = bare[word < 0], sizes[word < 0]
        first = buffer[starts[bare]]
        sound = (sizes > 0) & (sizes <= _LONGEST_NUMBER) & (first != ord("+")) & (first != _POINT)
        sound &= _DIGITS[buffer[stops[bare] - 1]]
        for place in range(int(sizes[sound].max(initial=0))):
            sound &= _NUMERIC[buffer[np.minimum(starts[bare] + place, stops[bare] - 1)]]
        self._odd[lines[bare[~sound]]] = True

    def _others(self) -> Iterator[tuple[int, bytes]]:
        for line in np.flatnonzero(self._odd).tolist():
            text = self._line(line)
            if text.strip():
                yield line + self._first, text

    def _line(self, line: int) -> bytes:
        return self._block[slice(*self._span(line))]

    def _span(self, line: int) -> tuple[int, int]:
        return int(self._ends[line - 1]) + 1 if line else 0, int(self._ends[line])
