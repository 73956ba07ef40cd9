"""What the first stage left of a range of organisations, put together again."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import numpy as np
import polars as pl

from alignment_maturity.batch.frames import ANSWERS
from alignment_maturity.batch.questionnaires import loaded
from alignment_maturity.cohort.voices import SILENT, Voices
from alignment_maturity.model.answer_checks import check_answers
from alignment_maturity.model.answers import Answer, AnswerFile, RespondentAnswers
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN
from alignment_maturity.store.answer_sets import ReadAnswers
from alignment_maturity.store.documents import parse_document
from alignment_maturity.store.validation import validate

if TYPE_CHECKING:
    import datetime as dt

    from alignment_maturity.batch.stages.ranges import Part, Range
    from alignment_maturity.batch.state import State
    from alignment_maturity.encoding import Encoding
    from alignment_maturity.kernel.instrument import Integers

REPEATED = 3
"""Respondents of an organisation, about, from which it is quicker to compare names than rows."""

Key = tuple[str, str]
"""An organisation and its wave, which is empty where it has no name."""


@dataclass(frozen=True)
class Group:
    """The respondents of one questionnaire, ordered by assessment.

    Attributes:
        read: (N,) as a part of the first stage has them (`frames.KEYS`), in whatever order they were read.
        order: (N,) which row of `read` stands where by organisation and wave.
        assessment: (N,) the number of each ordered row's assessment, ascending from 0.
        first: (O,) the row with which each assessment begins.
    """

    encoding: Encoding
    read: pl.DataFrame
    order: pl.Series
    assessment: Integers
    first: Integers

    @cached_property
    def rows(self) -> pl.DataFrame:
        """(N,) what was read, in order."""
        return self.read[self.order]

    @property
    def voices(self) -> Voices:
        """The answers, for the kernel."""
        codes = np.ascontiguousarray(self.rows[ANSWERS].to_numpy().T)
        return Voices(codes, self.rows["group"].to_numpy(), self.assessment, len(self.first))

    def borders(self, respondents: int, assessments: int) -> list[slice]:
        """Return where to part the rows, between assessments, into pieces of about so many at most."""
        piece = np.maximum(self.first // respondents, np.arange(len(self.first)) // assessments)
        starts = self.first[np.flatnonzero(np.diff(piece, prepend=-1))]
        return [slice(*ends) for ends in pairwise([*starts.tolist(), self.read.height])]

    def part(self, rows: slice) -> Group:
        """Return what is scored of some assessments, those of an interval of rows between `borders`."""
        first, last = np.searchsorted(self.first, (rows.start, rows.stop))
        return Group(
            self.encoding,
            self.read.select("organisation", "wave", "date", "group", ANSWERS)[self.order[rows]],
            pl.int_range(rows.stop - rows.start, eager=True),
            self.assessment[rows] - first,
            self.first[first:last] - rows.start,
        )

    @property
    def keys(self) -> pl.DataFrame:
        """(O,) organisation, wave and latest date of each assessment."""
        days = self.rows["date"].to_physical()
        if len(self.first) < self.rows.height and days.null_count() < days.len():
            never = np.iinfo(np.int32).min
            latest = np.maximum.reduceat(days.fill_null(never).to_numpy(), self.first)
            days = pl.Series(latest).replace(never, None)
        else:
            days = days.gather(self.first)
        date = days.cast(pl.Int32).cast(pl.Date).alias("date")
        return self.rows.select("organisation", "wave")[self.first].with_columns(date)


def group(encoding: Encoding, rows: pl.DataFrame) -> Group:
    """Order rows by organisation and wave, and number their assessments."""
    organisations, waves = rows["organisation"], rows["wave"]
    if rows.select(pl.col("organisation").approx_n_unique()).item() * REPEATED < rows.height:
        # Each name is compared with others once, and rows are sorted by numbers.
        of_wave = _ranks(waves)
        numbers = _ranks(organisations) * (int(of_wave.max(initial=0)) + 1) + of_wave
        kind = np.min_scalar_type(int(numbers.max(initial=0)))
        order = np.argsort(numbers.astype(kind), kind="stable")
        begins = np.diff(numbers[order], prepend=-1) > 0
    else:
        order = rows.select(pl.arg_sort_by("organisation", "wave")).to_series().to_numpy()
        begins = np.arange(rows.height) == 0
        for column in (organisations, waves):
            if column.null_count() < rows.height:
                ordered = column.gather(order)
                begins |= ordered.ne_missing(ordered.shift()).to_numpy()
    first = np.flatnonzero(begins)
    return Group(encoding, rows, pl.Series(order, dtype=pl.UInt32), np.cumsum(begins) - 1, first)


def _ranks(texts: pl.Series) -> Integers:
    """Return numbers in the order of texts, the same for the same, 0 for null."""
    known = texts.cast(pl.Categorical)
    distinct = known.drop_nulls().unique()
    ordered = distinct.gather(distinct.cast(pl.String).arg_sort()).to_physical().to_numpy()
    null = int(ordered.max(initial=0)) + 1
    ranks: Integers = np.zeros(null + 1, dtype=np.int64)
    ranks[ordered] = np.arange(1, len(ordered) + 1)
    return np.take(ranks, known.to_physical().fill_null(null).to_numpy())


def rows_within(state: State, parts: Sequence[Part], span: Range) -> pl.DataFrame | None:
    """Return the rows of a range, with `row` as users count; None where there are none."""
    found = []
    for part in parts:
        length = None if part.stop is None else part.stop - part.start
        frame = state.scan(part.name).slice(part.start, length).collect()
        names = frame["organisation"]
        low = 0 if span.low is None else int(names.search_sorted(span.low, side="left"))
        high = frame.height if span.high is None else int(names.search_sorted(span.high, side="left"))
        if high > low:
            inside = frame.slice(low, high - low)
            found.append(inside.with_columns(pl.col("row") + part.base) if part.base else inside)
    return pl.concat(found, rechunk=True) if found else None


def people(encoding: Encoding, rows: pl.DataFrame) -> AnswerFile:
    """Return the respondents of one assessment as an answer file, without names and notes."""
    questionnaire = encoding.questionnaire
    first = rows.row(0, named=True)
    spelled = [_spelled(values, encoding) for values in encoding.values]
    groups = [*encoding.groups[:-1], None]
    respondents = [
        RespondentAnswers.model_construct(
            group=groups[person["group"]],
            name=None,
            answers={
                question: Answer.model_construct(value=words[code], note="", evidence="")
                for question, code, words in zip(encoding.questions, person[ANSWERS], spelled, strict=True)
                if code != SILENT
            },
        )
        for person in rows.iter_rows(named=True)
    ]
    return AnswerFile.model_construct(
        format=1,
        questionnaire=questionnaire.id,
        questionnaire_version=questionnaire.version,
        organisation=first["organisation"],
        wave=first["wave"],
        date=cast("dt.date | None", rows["date"].max()),
        respondent=None,
        answers=None,
        respondents=tuple(respondents),
        workshop=None,
    )


def _spelled(values: Sequence[str], encoding: Encoding) -> dict[int, str]:
    instrument = encoding.instrument
    return {**dict(enumerate(values)), instrument.unknown: UNKNOWN, instrument.not_applicable: NOT_APPLICABLE}


def workshops_within(
    state: State, parts: Sequence[Part], span: Range
) -> dict[str, dict[Key, list[ReadAnswers]]]:
    """Read the workshops of a range again, by questionnaire and assessment, in the order of the run."""
    frame = rows_within(state, parts, span)
    found: dict[str, dict[Key, list[ReadAnswers]]] = defaultdict(lambda: defaultdict(list))
    if frame is not None:
        for document in frame.sort("source").iter_rows(named=True):
            path = os.fsdecode(document["path"])
            read = _read_again(state, document["sha256"], path, document["data"])
            found[document["sha256"]][document["organisation"], document["wave"] or ""].append(read)
    return found


def _read_again(state: State, sha256: str, path: str, data: bytes) -> ReadAnswers:
    document = parse_document(path, data, pass_over=True)
    questionnaire = loaded(state, sha256)
    checks = partial(check_answers, questionnaire=questionnaire.questionnaire)
    file, _ = validate(document, AnswerFile, checks)
    return ReadAnswers(file, document, questionnaire, ())
