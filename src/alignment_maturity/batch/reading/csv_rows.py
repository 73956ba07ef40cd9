"""Reading a slice of a CSV file.

Answers are looked up where they stand in the text. Only the few columns that hold other texts are parsed:
by polars where it reads text as `quoting` does, and field by field in slices where quotes stand inside
fields, or bytes are not UTF-8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from alignment_maturity.batch.reading.cells import ABOUT, MOST_TOLD, BadCell, Cells, Short
from alignment_maturity.batch.reading.records import Fault, Fields, fields
from alignment_maturity.batch.reading.text_files import read_text

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from alignment_maturity.batch.reading.lexicon import Places
    from alignment_maturity.batch.reading.slices import Slice
    from alignment_maturity.batch.reading.vocabulary import Ids, Vocabulary


def read_csv(part: Slice, questions: Container[str], vocabulary: Vocabulary) -> Cells:
    """Read the records of a slice.

    Args:
        questions: ids of all questions that a column may hold.

    Raises:
        InvalidInput: where the file cannot be read any more.
    """
    asked = [place for place, name in enumerate(part.header) if name in questions and name not in ABOUT]
    about = {name: place for place, name in enumerate(part.header) if name in ABOUT}
    others = tuple(name for name in part.header if name and name not in questions and name not in ABOUT)
    text = read_text(part)
    answers = _Answers(part.header, asked, vocabulary)
    plain = True
    for some in fields(text, ord(part.delimiter), len(part.header)):
        answers.add(some)
        plain &= some.plain
    records = np.concatenate(answers.records)
    columns = _parsed(text, part, about, answers.count) if plain else None
    bad: list[BadCell] = []
    if columns is None:
        columns = _field_by_field(text, part, about, bad)
    elif len(records) < answers.count:
        columns = {name: column.gather(records) for name, column in columns.items()}
    return Cells(
        count=answers.count,
        records=records,
        about=columns,
        ids=answers.ids(),
        alien=answers.alien,
        bad=tuple(bad),
        faults=tuple(answers.faults),
        short=answers.short(),
        others=others,
    )


class _Answers:
    """The columns of answers, block by block."""

    def __init__(self, header: tuple[str, ...], columns: list[int], vocabulary: Vocabulary) -> None:
        self._names = [header[column] for column in columns]
        # Columns side by side need no copy.
        adjoining = columns == list(range(columns[0], columns[-1] + 1)) if columns else False
        self._columns = slice(columns[0], columns[-1] + 1) if adjoining else columns
        self._vocabulary = vocabulary
        self._ids: list[Ids] = []
        self._short: list[tuple[Places, Places]] = []
        self.records: list[Places] = []
        self.faults: list[Fault] = []
        self.alien: dict[tuple[str, int], str] = {}
        self.rows = 0
        self.count = 0

    def add(self, some: Fields) -> None:
        """Look up the answers of a block."""
        starts, stops = some.starts[:, self._columns], some.stops[:, self._columns]
        shape = starts.shape
        starts, stops = starts.ravel(), stops.ravel()
        ids = self._vocabulary.look_up(some.buffer, starts, stops)
        self._look_closely(some, starts, stops, ids)
        self._ids.append(ids.reshape(shape))
        self.records.append(some.records)
        self._short.append((some.short, some.short_widths))
        self.faults += some.faults
        self.rows += len(some.records)
        self.count = some.first + some.count

    def ids(self) -> dict[str, Ids]:
        """Return the numbers of each column."""
        if not self._ids:
            return {}
        columns = np.concatenate([ids.T for ids in self._ids], axis=1)
        return dict(zip(self._names, columns, strict=True))

    def short(self) -> Short:
        """Return the records that have too few fields."""
        records, widths = (np.concatenate(some) for some in zip(*self._short, strict=True))
        return Short(records, widths)

    def _look_closely(self, some: Fields, starts: Places, stops: Places, ids: Ids) -> None:
        """Find what is another spelling of something known among the alien texts, and keep the others."""
        known: dict[bytes, tuple[int, str]] = {}
        width = len(self._names)
        alien = np.flatnonzero(ids == self._vocabulary.alien)
        if len(self.alien) >= MOST_TOLD:  # one character has no other spelling, and is not told any more
            alien = alien[stops[alien] - starts[alien] > 1]
        for place in alien.tolist():
            cell = some.text(int(starts[place]), int(stops[place]))
            found = known.get(cell)
            if found is None:
                text = cell.decode(errors="replace")
                found = known[cell] = (self._vocabulary.find(text), text)
            ids[place] = found[0]
            if found[0] == self._vocabulary.alien and len(self.alien) < MOST_TOLD:
                row, column = divmod(place, width)
                self.alien[self._names[column], self.rows + row] = found[1]


def _parsed(text: bytes, part: Slice, about: Mapping[str, int], count: int) -> dict[str, pl.Series] | None:
    """Have polars read the columns that hold no answers; None where it cannot, or finds other records."""
    if not about:
        return {}
    names = [str(place) for place in range(len(part.header))]
    try:
        frame = pl.read_csv(
            part.delimiter.join(names).encode() + b"\n" + text + b"\n" * (not text.endswith(b"\n")),
            separator=part.delimiter,
            quote_char='"' if b'"' in text else None,
            columns=[str(place) for place in about.values()],
            infer_schema=False,
            truncate_ragged_lines=True,
        )
    except pl.exceptions.PolarsError:
        return None
    if frame.height != count:
        return None
    return {name: frame[str(place)] for name, place in about.items()}


def _field_by_field(
    text: bytes, part: Slice, about: Mapping[str, int], bad: list[BadCell]
) -> dict[str, pl.Series]:
    """Read the columns that hold no answers field by field; cells that are not UTF-8 go to `bad`."""
    columns: dict[str, list[str]] = {name: [] for name in about}
    for some in fields(text, ord(part.delimiter), len(part.header)):
        for name, place in about.items():
            column = columns[name]
            for cell in some.texts(place):
                try:
                    column.append(cell.decode())
                except UnicodeDecodeError as error:
                    byte = f"0x{cell[error.start]:02x}"
                    bad.append(BadCell(len(column), name, "not-utf-8", {"byte": byte}))
                    column.append("\N{REPLACEMENT CHARACTER}")  # not blank
    return {name: pl.Series(name, column, dtype=pl.String) for name, column in columns.items()}
