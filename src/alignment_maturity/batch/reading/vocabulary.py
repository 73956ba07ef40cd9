"""Everything that is an answer to some question of a table, as small numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alignment_maturity.batch.reading.lexicon import Bytes, Lexicon, Places

Ids = NDArray[np.unsignedinteger[Any]]
BLANK = 0

_TAB, _SPACE = 9, 32
_DECIMALS = re.compile(r"([0-9]{1,40})(?:\.0*|,00?)")


class Vocabulary:
    """Texts by number: 0 is a blank, then come the known texts, then one number for all `alien` ones.

    Attributes:
        texts: the known texts by number, the blank one too.
        alien: the number of what is none of them.
        single: the number of each text of one byte, as far as it can be told without `find`.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = ("", *dict.fromkeys(texts))
        self.alien = len(self.texts)
        self._ids = {text: number for number, text in enumerate(self.texts)}
        spelled = {text.encode(): number for text, number in self._ids.items() if text}
        # Spreadsheets and data frames write a whole number so where the column has an empty cell.
        decimals = {
            f"{text}.0".encode(): number
            for text, number in self._ids.items()
            if text.isascii() and text.isdigit()
        }
        self._lexicon = Lexicon(list((decimals | spelled).items()), self.alien)
        kind = np.uint8 if self.alien < 256 else np.uint16
        self.single: Ids = np.full(256, self.alien, dtype=kind)
        for text, number in spelled.items():
            if len(text) == 1:
                self.single[text[0]] = number
        self.single[[_TAB, _SPACE]] = BLANK

    def find(self, text: str) -> int:
        """Return the number of a text; outer blanks count for nothing, and 3 may be written as 3.00."""
        text = text.strip()
        number = self._ids.get(text)
        if number is None:
            digits = _whole(text)
            number = self._ids.get(digits, self.alien) if digits else self.alien
        return number

    def look_up(self, buffer: Bytes, starts: Places, stops: Places) -> Ids:
        """Return the numbers of the texts between `starts` and `stops` in a `padded` buffer of UTF-8.

        What comes out as alien may be known under another spelling, which `find` tells.
        """
        sizes = stops - starts
        ids = mapped(buffer[starts], self.single)
        ids[sizes == 0] = BLANK
        longer = np.flatnonzero(sizes > 1)
        if len(longer):
            ids[longer] = self._lexicon.look_up(buffer, starts[longer], sizes[longer])
            self._trim(buffer, starts, stops, ids, longer)
        return ids

    def _trim(self, buffer: Bytes, starts: Places, stops: Places, ids: Ids, longer: Places) -> None:
        """Look up again, without their outer blanks, those that have some; fills `ids`."""
        alien = longer[ids[longer] == self.alien]
        first, last = buffer[starts[alien]], buffer[stops[alien] - 1]
        loose = alien[_blank(first) | _blank(last)]
        if not len(loose):
            return
        begin, end = starts[loose], stops[loose]
        for _ in range(64):  # who pads with more has them taken off by `find`
            front = (begin < end) & _blank(buffer[begin])
            begin += front
            back = (begin < end) & _blank(buffer[end - 1])
            end -= back
            if not (front.any() or back.any()):
                break
        ids[loose] = self._lexicon.look_up(buffer, begin, end - begin)
        short = end - begin <= 1
        ids[loose[short]] = self.single[buffer[begin[short]]]
        ids[loose[begin == end]] = BLANK


def mapped(numbers: Ids, table: Ids) -> Ids:
    """Return what a table of at most 256 entries says of each number, where these are bytes; else of any."""
    if numbers.dtype == table.dtype == np.uint8:
        # Several times as quick as numpy, which makes words of the bytes first.
        entries = table.tobytes().ljust(256, b"\0")
        return np.frombuffer(bytearray(np.ascontiguousarray(numbers)).translate(entries), dtype=np.uint8)
    return table[numbers]


def _blank(characters: Bytes) -> NDArray[np.bool_]:
    blank: NDArray[np.bool_] = (characters == _SPACE) | (characters == _TAB)
    return blank


def _whole(text: str) -> str:
    """Return the digits of a whole number that is written with decimals, as 3.0 or 3,0; else nothing."""
    written = _DECIMALS.fullmatch(text)
    return written[1] if written else ""
