"""Reading a slice of a JSON Lines file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from alignment_maturity.batch.reading.cells import ABOUT, MOST_TOLD, BadCell, Cells
from alignment_maturity.batch.reading.json_fields import Objects, objects
from alignment_maturity.batch.reading.json_objects import NotAnObject, Value, read_object, unescaped
from alignment_maturity.batch.reading.records import Fault
from alignment_maturity.batch.reading.text_files import read_text
from alignment_maturity.model.scalars import shown

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from alignment_maturity.batch.reading.lexicon import Bytes, Places
    from alignment_maturity.batch.reading.slices import Slice
    from alignment_maturity.batch.reading.vocabulary import Ids, Vocabulary

_BARE = r"^(?:true|false|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$"
_UNREADABLE = "\N{REPLACEMENT CHARACTER}"  # stands for a cell that is complained of already


def read_json_lines(part: Slice, questions: AbstractSet[str], vocabulary: Vocabulary) -> Cells:
    """Read the lines of a slice.

    Args:
        questions: ids of all questions that a line may answer.

    Raises:
        InvalidInput: where the file cannot be read any more.
    """
    asked = sorted(questions - set(ABOUT))
    others = [key for key in part.header if key not in ABOUT and key not in questions]
    reading = _Reading(asked, vocabulary)
    count = 0
    text = read_text(part)
    text += b"\n" * (not text.endswith(b"\n"))
    for some in objects(text, (*ABOUT, *asked, *others), len(ABOUT) + len(asked)):
        reading.add(some)
        count = some.first + some.count
    return reading.cells(count, tuple(others))


class _Reading:
    """The columns of a slice, block by block."""

    def __init__(self, asked: list[str], vocabulary: Vocabulary) -> None:
        self._asked = asked
        self._vocabulary = vocabulary
        self._ids: list[Ids] = []
        self._about = {name: _Texts() for name in ABOUT}
        self._lines: list[Places] = []
        self._alien: dict[tuple[str, int], str] = {}
        self._bad: list[BadCell] = []
        self._faults: list[Fault] = []
        self._rows = 0

    def add(self, some: Objects) -> None:
        """Add the lines of a block."""
        for place, texts in enumerate(self._about.values()):
            texts.add(some, place, self._rows)
        starts, stops = some.starts[:, len(ABOUT) :], some.stops[:, len(ABOUT) :]
        ids = self._vocabulary.look_up(some.buffer, starts.ravel(), stops.ravel())
        for place in np.flatnonzero(ids == self._vocabulary.alien).tolist():
            row, column = divmod(place, len(self._asked))
            text = some.block[int(starts[row, column]) : int(stops[row, column])].decode()
            name = self._asked[column]
            ids[place] = self._find(self._plain(text, self._rows + row, name), self._rows + row, name)
        self._end(ids.reshape(starts.shape), some.lines)
        self._add_others(some.others)

    def cells(self, count: int, others: tuple[str, ...]) -> Cells:
        """Return what was read, in the order of the lines."""
        lines = np.concatenate(self._lines)
        ids = np.concatenate([some.T for some in self._ids], axis=1)
        about = {name: self._series(name, texts) for name, texts in self._about.items() if texts.any}
        bad, alien = self._bad, self._alien
        order = np.argsort(lines, kind="stable")
        if (order[1:] < order[:-1]).any():
            place = np.empty_like(order)
            place[order] = np.arange(len(order))
            lines, ids = lines[order], ids[:, order]
            about = {name: values.gather(order) for name, values in about.items()}
            bad = [replace(cell, row=int(place[cell.row])) for cell in bad]
            alien = {(name, int(place[row])): text for (name, row), text in alien.items()}
        return Cells(
            count=count,
            records=lines,
            about=about,
            ids=dict(zip(self._asked, ids, strict=True)),
            alien=alien,
            bad=tuple(bad),
            faults=tuple(self._faults),
            others=others,
        )

    def _end(self, ids: Ids, lines: Places) -> None:
        self._ids.append(ids)
        self._lines.append(lines)
        self._rows += len(lines)

    def _series(self, name: str, texts: _Texts) -> pl.Series:
        """Return a column that is no question."""
        values = texts.series()
        bare = texts.bare_rows()
        wrong = bare[~values.gather(bare).str.contains(_BARE).to_numpy()]
        self._bad += [BadCell(row, name, "json-syntax") for row in wrong.tolist()]
        if texts.escapes:
            escaped = values.str.contains("\\", literal=True).arg_true()
            plain = [
                self._plain(text, row, name)
                for row, text in zip(escaped.to_list(), values.gather(escaped).to_list(), strict=True)
            ]
            values = values.scatter(escaped, pl.Series(plain, dtype=pl.String))
        return values.scatter(list(texts.given), pl.Series(list(texts.given.values()), dtype=pl.String))

    def _plain(self, text: str, row: int, column: str) -> str:
        """Return what a text with escapes stands for; complain where they make no sense."""
        try:
            return unescaped(text) if "\\" in text else text
        except ValueError:
            self._bad.append(BadCell(row, column, "json-syntax"))
            return _UNREADABLE

    def _find(self, text: str, row: int, column: str) -> int:
        number = self._vocabulary.find(text)
        if number == self._vocabulary.alien and len(self._alien) < MOST_TOLD:
            self._alien[column, row] = text
        return number

    def _add_others(self, others: Sequence[tuple[int, bytes]]) -> None:
        """Add, one by one, the lines that have to be read with care."""
        lines: list[int] = []
        read: list[dict[str, Value]] = []
        for line, text in others:
            try:
                read.append(read_object(text))
            except NotAnObject as fault:
                self._faults.append(Fault(line, fault.code, tuple(fault.values.items())))
            else:
                lines.append(line)
        if not read:
            return
        for name, texts in self._about.items():
            texts.add_read(
                [self._scalar(one.get(name), row, name) for row, one in enumerate(read, self._rows)]
            )
        ids = np.zeros((len(read), len(self._asked)), dtype=self._vocabulary.single.dtype)
        for place, one in enumerate(read):
            row = self._rows + place
            for column, name in enumerate(self._asked):
                said = self._scalar(one.get(name), row, name)
                if said and said != _UNREADABLE:
                    ids[place, column] = self._find(said, row, name)
        self._end(ids, np.array(lines))

    def _scalar(self, value: Value, row: int, column: str) -> str | None:
        if value is None or isinstance(value, str):
            return value
        self._bad.append(BadCell(row, column, "expected-text", {"found": shown(value)}))
        return _UNREADABLE


class _Texts:
    """The values of a key that is no question, one a row.

    Attributes:
        any: whether there are any.
        escapes: whether they may have escapes.
        given: the values of the rows that were read with care.
    """

    def __init__(self) -> None:
        self.any = False
        self.escapes = False
        self.given: dict[int, str | None] = {}
        self._lines: list[bytes] = []  # the values side by side, each with a line feed behind it
        self._bare: list[Places] = []
        self._rows = 0

    def add(self, some: Objects, column: int, first: int) -> None:
        """Add the values of a block, whose first row has the number `first`."""
        starts = some.starts[:, column]
        sizes = some.stops[:, column] - starts
        self._rows += len(sizes)
        self._lines.append(_side_by_side(some.buffer, starts, sizes))
        self.escapes |= some.escapes
        if sizes.any():
            self.any = True
            self._bare.append(np.flatnonzero(~some.strings[:, column] & (sizes > 0)) + first)

    def add_read(self, values: Sequence[str | None]) -> None:
        """Add the values of rows that were read with care."""
        self.any |= any(value is not None for value in values)
        self.given |= dict(enumerate(values, self._rows))
        self._lines.append(b"\n" * len(values))
        self._rows += len(values)

    def bare_rows(self) -> Places:
        """Return the rows whose values are not in quotes."""
        return np.concatenate(self._bare) if self._bare else np.zeros(0, dtype=np.intp)

    def series(self) -> pl.Series:
        """Return the values as they are spelled, empty where there is none."""
        text = b"".join(self._lines)[:-1].decode()
        return pl.Series([text]).str.split("\n").explode().head(self._rows)


def _side_by_side(buffer: Bytes, starts: Places, sizes: Places) -> bytes:
    """Return the texts that stand at `starts` with line feeds behind them; there are none in them."""
    if not sizes.any():
        return b"\n" * len(sizes)
    lengths = sizes + 1
    ends = np.cumsum(lengths)
    joined = buffer[np.repeat(starts - (ends - lengths), lengths) + np.arange(ends[-1])]
    joined[ends - 1] = ord("\n")
    text: bytes = joined.tobytes()
    return text
