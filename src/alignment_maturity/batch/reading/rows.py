"""From a slice of a table to encoded respondents, and to what is wrong with the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from numpy.typing import NDArray

from alignment_maturity.batch.frames import KEYS, question_columns
from alignment_maturity.batch.reading import about
from alignment_maturity.batch.reading.cells import (
    DATE,
    GROUP,
    ORGANISATION,
    QUESTIONNAIRE,
    RESPONDENT,
    WAVE,
    Cells,
)
from alignment_maturity.batch.reading.complaints import Complaints, Wrong
from alignment_maturity.batch.reading.vocabulary import BLANK, mapped
from alignment_maturity.cohort.voices import SILENT
from alignment_maturity.model.questionnaire import NOT_APPLICABLE
from alignment_maturity.model.scalars import shown, wrong

if TYPE_CHECKING:
    from alignment_maturity.batch.reading.cells import Short
    from alignment_maturity.batch.reading.choice import Codebook, Codebooks
    from alignment_maturity.batch.reading.lexicon import Places
    from alignment_maturity.batch.reading.slices import Slice
    from alignment_maturity.batch.reading.vocabulary import Ids, Vocabulary
    from alignment_maturity.language import Lang

_BAD = 254  # an answer that its question does not have; no questionnaire has as many options


@dataclass(frozen=True)
class TableRows:
    """What one slice holds.

    Attributes:
        rows: by the SHA-256 of the questionnaire, the respondents (`frames.KEYS`, then the answers); `row` is
            0-based in the slice, blank rows counted.
        faults: one row for each bad cell or record (`frames.FAULTS`); `row` as in `rows`.
        more: faults beyond those that `faults` has room for.
        records: data rows in the slice, blank ones too: the number of the next slice's first.
        left_out: data rows that cannot be used.
        ignored: columns that mean nothing here, without those that have no name.
    """

    rows: dict[str, pl.DataFrame]
    faults: pl.DataFrame
    more: int
    records: int
    left_out: int
    ignored: tuple[str, ...]


def read(part: Slice, codebooks: Codebooks, *, source: int, lang: Lang) -> TableRows:
    """Read, check and encode the rows of a slice; `source` is put into the column of that name.

    A row with a bad cell is left out as a whole.

    Raises:
        InvalidInput: where the file cannot be read any more, or is not what it was when it was cut.
    """
    if part.oversized:
        complaints = Complaints(part.name, lang, 1)
        complaints.add_cells([(0, "", Wrong("line-too-long"))])
        return TableRows({}, complaints.frame(), 0, 1, 1, ())
    vocabulary = codebooks.vocabulary()
    cells = _read_cells(part, codebooks, vocabulary)
    complaints = Complaints(part.name, lang, cells.count)
    complaints.add_cells(
        [(fault.record, "", Wrong(fault.code, dict(fault.values))) for fault in cells.faults]
        + [(int(cells.records[bad.row]), bad.column, Wrong(bad.code, bad.values)) for bad in cells.bad]
    )
    checking = _Checking(cells, vocabulary, complaints, source)
    shares = checking.shares(codebooks)
    frames = [(book.sha256, checking.encode(book, rows)) for book, rows in shares]
    if cells.short is not None:
        _warn_of_short(cells.short, complaints, len(part.header))
    return TableRows(
        rows={sha256: frame for sha256, frame in frames if frame.height},
        faults=complaints.frame(),
        more=complaints.untold,
        records=cells.count,
        left_out=int(np.count_nonzero(complaints.records)),
        ignored=cells.others,
    )


def _read_cells(part: Slice, codebooks: Codebooks, vocabulary: Vocabulary) -> Cells:
    questions = codebooks.questions()
    if part.kind == "csv":
        from alignment_maturity.batch.reading.csv_rows import read_csv

        return read_csv(part, questions, vocabulary)
    if part.kind == "jsonl":
        from alignment_maturity.batch.reading.json_rows import read_json_lines

        return read_json_lines(part, questions, vocabulary)
    from alignment_maturity.batch.reading.parquet_rows import read_parquet

    return read_parquet(part, questions, vocabulary)


def _warn_of_short(short: Short, complaints: Complaints, columns: int) -> None:
    widths, which = np.unique(short.widths, return_inverse=True)
    wrong = [Wrong("short-row", {"missing": columns - width}) for width in widths.tolist()]
    complaints.add(short.records, "", wrong, which, warning=True)


class _Checking:
    """Checks and encodes the rows of a slice."""

    def __init__(self, cells: Cells, vocabulary: Vocabulary, complaints: Complaints, source: int) -> None:
        self._cells = cells
        self._vocabulary = vocabulary
        self._complaints = complaints
        self._source = source

    def shares(self, codebooks: Codebooks) -> list[tuple[Codebook, Places]]:
        """Return the rows of each questionnaire, without the blank ones."""
        books = list(codebooks.books.values())
        rows = self._filled()
        if not codebooks.by_row and QUESTIONNAIRE not in self._cells.about:
            return [(books[0], rows)]
        places = {book.id: place for place, book in enumerate(books)}

        def read(name: str) -> int:
            if name in places or not (name or codebooks.by_row):
                return places.get(name, 0)
            raise _no_book(name, codebooks)

        records = self._cells.records[rows]
        found = about.codebooks_of(self._text(QUESTIONNAIRE, rows), read, records, self._complaints)
        return [(book, rows[found == place]) for place, book in enumerate(books) if (found == place).any()]

    def encode(self, book: Codebook, rows: Places) -> pl.DataFrame:
        """Check and encode some rows, those of one questionnaire."""
        records, complaints = self._cells.records[rows], self._complaints
        columns = {
            ORGANISATION: about.names(
                self._text(ORGANISATION, rows), ORGANISATION, records, complaints, required=True
            ),
            WAVE: about.names(self._text(WAVE, rows), WAVE, records, complaints),
            DATE: about.days(self._text(DATE, rows), records, complaints),
            GROUP: about.groups(self._text(GROUP, rows), book, records, complaints),
            RESPONDENT: about.names(self._text(RESPONDENT, rows), RESPONDENT, records, complaints),
            "row": pl.Series(records.astype(np.uint32)),
            "source": pl.repeat(self._source, len(rows), eager=True, dtype=pl.UInt32()),
        }
        for place, name in enumerate(question_columns(len(book.questions))):
            columns[name] = pl.Series(self._answers(book, place, rows))
        frame = pl.DataFrame({name: columns[name] for name in (*KEYS, *columns)})
        sound = ~complaints.records[records]
        return frame if sound.all() else frame.filter(pl.Series(sound))

    def _answers(self, book: Codebook, place: int, rows: Places) -> NDArray[np.uint8]:
        """Return the codes of the answers to one question, and complain of those that it does not have."""
        question = book.questions[place]
        ids = self._cells.ids.get(question)
        if ids is None:
            return np.full(len(rows), SILENT, dtype=np.uint8)
        if len(rows) < len(ids):
            ids = ids[rows]
        codes = mapped(ids, book.table(place, self._vocabulary, bad=_BAD))
        bad = np.flatnonzero(codes == _BAD)
        if len(bad):
            self._complain(book, place, rows[bad], ids[bad])
        return codes

    def _complain(self, book: Codebook, place: int, rows: Places, ids: Ids) -> None:
        cells, vocabulary = self._cells, self._vocabulary
        question = book.questions[place]
        alien = ids == vocabulary.alien
        texts = [cells.alien.get((question, row), "") for row in rows[alien].tolist()]
        distinct = {text: len(vocabulary.texts) + kind for kind, text in enumerate(dict.fromkeys(texts))}
        which = ids.astype(np.intp)
        which[alien] = [distinct[text] for text in texts]
        wrongs = [_wrong_answer(book, place, text) for text in (*vocabulary.texts, *distinct)]
        self._complaints.add(cells.records[rows], question, wrongs, which)

    def _filled(self) -> Places:
        """Return the rows in which there is anything."""
        cells = self._cells
        nameless = _is_blank(self._text(ORGANISATION, None))
        for values in cells.about.values():
            if nameless.any():
                nameless &= _is_blank(values)
        blank = np.flatnonzero(nameless)
        for ids in cells.ids.values():
            blank = blank[ids[blank] == BLANK]
        filled = np.ones(len(cells.records), dtype=bool)
        filled[blank] = False
        return np.flatnonzero(filled)

    def _text(self, column: str, rows: Places | None) -> pl.Series:
        values = self._cells.about.get(column)
        everything = len(self._cells.records)
        if values is None:
            return about.none(everything if rows is None else len(rows), pl.String())
        return values if rows is None or len(rows) == everything else values.gather(rows)


def _is_blank(values: pl.Series) -> NDArray[np.bool_]:
    blank: NDArray[np.bool_] = (values.str.contains(r"\S").not_()).fill_null(value=True).to_numpy()
    return blank


def _wrong_answer(book: Codebook, place: int, text: str) -> Wrong:
    question = book.questions[place]
    if text == NOT_APPLICABLE:
        return Wrong("na-not-allowed", {"question": question})
    values = {"question": question, "found": shown(text.strip()), "known": book.known[place]}
    return Wrong("unknown-option", values)


def _no_book(name: str, codebooks: Codebooks) -> Exception:
    if not name:
        return wrong("empty-cell", column=QUESTIONNAIRE)
    if name in codebooks.faulty:
        return wrong("faulty-questionnaire", path=codebooks.faulty[name])
    if not codebooks.by_row:
        return wrong("other-questionnaire", found=shown(name), expected=next(iter(codebooks.books)))
    return wrong("questionnaire-not-found", id=shown(name))
