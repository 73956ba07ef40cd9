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

from alignment_maturity.batch.frames import question_columns
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

Key = tuple[str, str]
"""An organisation and its wave, which is empty where it has no name."""


@dataclass(frozen=True)
class Group:
    """The respondents of one questionnaire, ordered by assessment.

    Attributes:
        read: (N,) as `frames.KEYS` and the answers, in whatever order they were read.
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
        columns = question_columns(len(self.encoding.questions))
        codes = np.empty((len(columns), self.rows.height), dtype=np.uint8)
        for row, name in enumerate(columns):
            codes[row] = self.rows[name].to_numpy()
        return Voices(codes, self.rows["group"].to_numpy(), self.assessment, len(self.first))

    def borders(self, most: int) -> list[slice]:
        """Return where to part the rows, between assessments, into pieces of about `most`."""
        wanted = np.arange(0, self.read.height, most)
        starts = np.unique(self.first[np.searchsorted(self.first, wanted).clip(max=len(self.first) - 1)])
        return [slice(*ends) for ends in pairwise([*starts.tolist(), self.read.height])]

    def part(self, rows: slice) -> Group:
        """Return some assessments, those of an interval of rows between `borders`."""
        first, last = np.searchsorted(self.first, (rows.start, rows.stop))
        return Group(
            self.encoding,
            self.read[self.order[rows]],
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
    order = rows.select(pl.arg_sort_by("organisation", "wave")).to_series()
    begins = np.zeros(rows.height, dtype=bool)
    begins[:1] = True
    for name in ("organisation", "wave"):
        column = rows[name].gather(order)
        begins |= column.ne_missing(column.shift()).to_numpy()
    return Group(encoding, rows, order, np.cumsum(begins) - 1, np.flatnonzero(begins))


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
    columns = question_columns(len(encoding.questions))
    spelled = [_spelled(values, encoding) for values in encoding.values]
    groups = [*encoding.groups[:-1], None]
    respondents = [
        RespondentAnswers.model_construct(
            group=groups[person["group"]],
            name=None,
            answers={
                question: Answer.model_construct(value=words[person[column]], note="", evidence="")
                for question, column, words in zip(encoding.questions, columns, spelled, strict=True)
                if person[column] != SILENT
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
