"""Everything that is an answer to some question of a table, as small numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from alignment_maturity.batch.reading.lexicon import Bytes, Lexicon, Places

if TYPE_CHECKING:
    import polars as pl

Ids = NDArray[np.uint16]
BLANK = 0

_TAB, _SPACE = 9, 32
_DECIMALS = re.compile(r"([0-9]{1,40})(?:\.0*|,00?)")


class Vocabulary:
    """Texts by number: 0 is a blank, then come the known texts, then one number for all `alien` ones.

    Attributes:
        texts: the known texts by number, the blank one too.
        alien: the number of what is none of them.
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
        self._single = np.full(256, self.alien, dtype=np.uint16)
        for text, number in spelled.items():
            if len(text) == 1:
                self._single[text[0]] = number
        self._single[[_TAB, _SPACE]] = BLANK

    def find(self, text: str) -> int:
        """Return the number of a text: outer blanks count for nothing, a whole number may be written as 3.00."""
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
        ids = self._single[buffer[starts]]
        ids[sizes == 0] = BLANK
        longer = np.flatnonzero(sizes > 1)
        if len(longer):
            ids[longer] = self._lexicon.look_up(buffer, starts[longer], sizes[longer])
            self._trim(buffer, starts, stops, ids, longer)
        return ids

    def find_texts(self, values: pl.Series) -> Ids:
        """Return the numbers of a column of texts, null being blank."""
        import polars as pl

        # Nearly all answers are one character, which is its own number.
        single = values.cast(pl.Binary).bin.reinterpret(dtype=pl.UInt8)
        ids: Ids = self._single[single.fill_null(0).to_numpy()]
        odd = single.is_null().arg_true()
        if len(odd):
            ids[odd.to_numpy()] = self._find_longer(values.gather(odd))
        return ids

    def find_numbers(self, values: pl.Series) -> Ids:
        """Return the numbers of a column of integers or floats, null and NaN being blank."""
        import polars as pl

        whole = values.cast(pl.Int64, strict=False)
        digit = whole.is_between(0, 9) & (whole == values)
        ids: Ids = self._single[(whole.fill_null(0).clip(0, 9) + ord("0")).to_numpy()]
        odd = digit.not_().fill_null(value=True).arg_true()
        if len(odd):
            ids[odd.to_numpy()] = self._find_longer(as_text(values.gather(odd)))
        return ids

    def _find_longer(self, values: pl.Series) -> Ids:
        import polars as pl

        codes = values.cast(pl.Enum(self.texts), strict=False).to_physical().cast(pl.UInt16)
        blank = values.is_null().to_numpy()
        ids: Ids = codes.fill_null(self.alien).to_numpy().copy()
        ids[blank] = BLANK
        alien = np.flatnonzero(ids == self.alien)
        if len(alien):
            some = values.gather(alien)
            distinct = some.unique()
            found = pl.Series([self.find(text) for text in distinct.to_list()], dtype=pl.UInt16)
            ids[alien] = some.replace_strict(distinct, found, return_dtype=pl.UInt16).to_numpy()
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
        ids[loose[short]] = self._single[buffer[begin[short]]]
        ids[loose[begin == end]] = BLANK


def as_text(numbers: pl.Series) -> pl.Series:
    """Write integers or floats as text, whole ones without decimals; NaN is null."""
    import polars as pl

    whole = numbers.cast(pl.Int64, strict=False)
    digits = whole.cast(pl.String)
    if numbers.dtype.is_integer():
        return numbers.cast(pl.String)
    numbers = numbers.cast(pl.Float64).fill_nan(None)
    same = (whole == numbers).fill_null(value=False)
    return digits.zip_with(same, numbers.cast(pl.String))


def _blank(characters: Bytes) -> NDArray[np.bool_]:
    blank: NDArray[np.bool_] = (characters == _SPACE) | (characters == _TAB)
    return blank


def _whole(text: str) -> str:
    """Return the digits of a whole number that is written with decimals, as 3.0 or 3,0; else nothing."""
    written = _DECIMALS.fullmatch(text)
    return written[1] if written else ""
