"""Portfolios of rows that are all at hand, for the tests; `batch.portfolio` makes them of columns."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.report.portfolio.data import (
    ENDS,
    MOST_LISTED,
    Columns,
    Entry,
    Numbers,
    Portfolio,
    figures,
)


def gather(
    questionnaire: Questionnaire, entries: Iterable[Entry], *, date: dt.date | None, left_out: int = 0
) -> Portfolio:
    """Put rows together that are all at hand, in any order.

    Raises:
        ValueError: where there are none.
    """
    ranked = sorted(entries, key=rank)
    return Portfolio(
        questionnaire=questionnaire,
        date=date,
        organisations=len({entry.organisation for entry in ranked}),
        respondents=sum(entry.respondents for entry in ranked),
        left_out=left_out,
        entries=tuple(ranked if len(ranked) <= MOST_LISTED else ranked[:ENDS] + ranked[-ENDS:]),
        figures=figures(questionnaire, _columns(ranked, questionnaire)),
    )


def rank(entry: Entry) -> tuple[int, float, str, str]:
    """Return what to sort rows by: the level and the index, the highest first; then organisation and wave."""
    index = -1.0 if entry.index is None else entry.index
    return -entry.level, -index, entry.organisation, entry.wave or ""


def _columns(entries: Sequence[Entry], questionnaire: Questionnaire) -> Columns:
    return Columns(
        level=np.array([entry.level for entry in entries], np.int64),
        index=_numbers([entry.index for entry in entries]),
        provisional=np.array([entry.provisional for entry in entries], np.bool_),
        coverage=_matrix([entry.coverage for entry in entries], questionnaire.top - 1),
        dimensions=_matrix([entry.dimensions for entry in entries], len(questionnaire.dimensions)),
        gaps={name: _gaps_on(name, entries) for name in {entry.gap_question for entry in entries} if name},
        blocking=Counter(entry.blocking for entry in entries).items(),
        effort=_numbers([entry.effort for entry in entries]),
        actions=Counter(entry.actions for entry in entries).items(),
    )


def _gaps_on(question: str, entries: Sequence[Entry]) -> Numbers:
    gaps = [entry.gap for entry in entries if entry.gap_question == question and entry.gap is not None]
    return np.array(gaps, np.float64)


def _numbers(values: Sequence[float | None]) -> Numbers:
    return np.array([np.nan if value is None else value for value in values], np.float64)


def _matrix(rows: Sequence[Sequence[float | None]], width: int) -> Numbers:
    return np.array([_numbers(row) for row in rows], np.float64).reshape(len(rows), width).T
