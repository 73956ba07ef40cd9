"""From the results of a run to the report that compares its organisations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import polars as pl

from alignment_maturity.batch.assembly import results
from alignment_maturity.batch.results_columns import ACTIONS, coverage, dimension_index
from alignment_maturity.batch.stages.report import brand_of
from alignment_maturity.report.portfolio.data import (
    ENDS,
    MOST_LISTED,
    Columns,
    Entry,
    Numbers,
    Portfolio,
    figures,
)
from alignment_maturity.report.portfolio.pdf import print_portfolio

if TYPE_CHECKING:
    from alignment_maturity.batch.run import Course
    from alignment_maturity.batch.stages.context import Context
    from alignment_maturity.model.questionnaire import Questionnaire
    from alignment_maturity.printing.pdf import Pdf

_RANK = ("level", "index", "organisation", "wave")


def compared(context: Context, course: Course) -> Pdf | None:
    """Return the report that compares the organisations of a run, a part for each questionnaire.

    Returns:
        None where there is no assessment to compare.

    Raises:
        WorkFailed: where the libraries for PDF files are missing.
    """
    portfolios = list(_portfolios(context, course))
    if not portfolios:
        return None
    settings = context.settings
    lang = settings.lang_for(portfolios[0].questionnaire)
    return print_portfolio(
        portfolios,
        lang,
        program_version=settings.program_version,
        date=settings.planning.start,
        brand=brand_of(settings.brand, settings.brand_sha256),
    )


def _portfolios(context: Context, course: Course) -> Iterator[Portfolio]:
    questionnaires = course.questionnaires(context).values()
    versions = {(one.id, one.version): one for one in questionnaires}
    table = results(context, course)
    for (name, version), questionnaire in sorted(versions.items()):
        rows = table.filter(questionnaire=name, questionnaire_version=version)
        if rows.select(pl.len()).collect().item():
            yield _portfolio(questionnaire, _known(questionnaire, rows), course.all_left_out)


def _known(questionnaire: Questionnaire, rows: pl.LazyFrame) -> pl.LazyFrame:
    """Leave out what a questionnaire does not have: another of the same id and version may."""
    actions = [pl.col(name).is_in(list(questionnaire.action_by_id)) for name in ACTIONS]
    asked = pl.col("largest_gap_question").is_in(list(questionnaire.question_by_id))
    return rows.with_columns(
        pl.when(asked).then("largest_gap_question").alias("largest_gap_question"),
        pl.when(asked).then("largest_gap").alias("largest_gap"),
        *(pl.when(known).then(name).alias(name) for known, name in zip(actions, ACTIONS, strict=True)),
    )


def _portfolio(questionnaire: Questionnaire, rows: pl.LazyFrame, left_out: int) -> Portfolio:
    told = rows.select(
        pl.col("date").max(), pl.col("organisation").n_unique(), pl.col("respondents").sum()
    ).collect()
    return Portfolio(
        questionnaire=questionnaire,
        date=cast("dt.date | None", told["date"].item()),
        organisations=told["organisation"].item(),
        respondents=told["respondents"].item(),
        left_out=left_out,
        entries=tuple(_entry(questionnaire, row) for row in _listed(rows).iter_rows(named=True)),
        figures=figures(questionnaire, _columns(questionnaire, rows)),
    )


def _listed(rows: pl.LazyFrame) -> pl.DataFrame:
    """Return the rows to be listed, by rank; of many only the ends, without putting all of them in order."""
    best = rows.sort(_RANK, descending=[True, True, False, False], nulls_last=[False, True, False, False])
    few = best.head(MOST_LISTED + 1).collect()
    if few.height <= MOST_LISTED:
        return few
    worst = rows.sort(_RANK, descending=[False, False, True, True], nulls_last=[False, False, False, True])
    return pl.concat([few.head(ENDS), worst.head(ENDS).collect().reverse()])


def _entry(questionnaire: Questionnaire, row: dict[str, object]) -> Entry:
    def number(name: str) -> float | None:
        return cast("float | None", row[name])

    return Entry(
        organisation=cast("str", row["organisation"]),
        wave=cast("str | None", row["wave"]),
        respondents=cast("int", row["respondents"]),
        level=cast("int", row["level"]),
        index=number("index"),
        completeness=cast("float", row["completeness"]),
        provisional=cast("bool", row["provisional"]),
        coverage=tuple(number(coverage(level)) for level in questionnaire.upper_levels),
        dimensions=tuple(number(dimension_index(dimension.id)) for dimension in questionnaire.dimensions),
        gap_question=cast("str | None", row["largest_gap_question"]),
        gap=number("largest_gap"),
        blocking=tuple(
            name for name in str(row["blocking_gates"] or "").split() if name in questionnaire.question_by_id
        ),
        effort=number("plan_effort"),
        actions=tuple(str(row[name]) for name in ACTIONS if row[name] is not None),
    )


def _columns(questionnaire: Questionnaire, rows: pl.LazyFrame) -> Columns:
    figures = rows.select("level", "provisional", pl.col("index", "plan_effort").fill_null(np.nan)).collect()
    return Columns(
        level=figures["level"].to_numpy(),
        index=figures["index"].to_numpy(),
        provisional=figures["provisional"].to_numpy(),
        coverage=_matrix(rows, [coverage(level) for level in questionnaire.upper_levels]),
        dimensions=_matrix(rows, [dimension_index(dimension.id) for dimension in questionnaire.dimensions]),
        gaps=dict(_gaps(rows)),
        blocking=[(str(names or "").split(), number) for names, number in _counted(rows, ["blocking_gates"])],
        effort=figures["plan_effort"].to_numpy(),
        actions=[
            ([str(name) for name in names if name is not None], number)
            for *names, number in _counted(rows, ACTIONS)
        ],
    )


def _matrix(rows: pl.LazyFrame, names: Sequence[str]) -> Numbers:
    return rows.select(pl.col(*names).fill_null(np.nan)).collect().to_numpy().T


def _counted(rows: pl.LazyFrame, names: Sequence[str]) -> list[tuple[Any, ...]]:
    """Return what is there in some columns together, and how often."""
    return rows.group_by(names).len().collect().rows()


def _gaps(rows: pl.LazyFrame) -> Iterator[tuple[str, Numbers]]:
    """Go through the questions on which largest gaps lie, with these gaps."""
    found = rows.select("largest_gap_question", "largest_gap").drop_nulls().collect()
    for (name,), of in found.partition_by("largest_gap_question", as_dict=True).items():
        yield str(name), of["largest_gap"].to_numpy()
