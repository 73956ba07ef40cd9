"""From the results of a run to the report that compares its organisations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

import numpy as np
import polars as pl

from alignment_maturity.batch.assembly import results
from alignment_maturity.batch.questionnaires import kept
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

_ACTIONS = ("action_1", "action_2", "action_3")


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
    used = {sha256 for note in course.reads for sha256 in (*note["rows"], *note["workshops"])}
    questionnaires = [kept(context.state, sha256).questionnaire for sha256 in sorted(used)]
    versions = {(one.id, one.version): one for one in questionnaires}
    table = results(context, course)
    for (name, version), questionnaire in sorted(versions.items()):
        rows = table.filter(questionnaire=name, questionnaire_version=version).collect()
        if rows.height:
            rows = _known(questionnaire, rows)
            yield _portfolio(questionnaire, rows, course.all_left_out)


def _known(questionnaire: Questionnaire, rows: pl.DataFrame) -> pl.DataFrame:
    """Leave out what a questionnaire does not have: another of the same id and version may."""
    actions = [pl.col(name).is_in(list(questionnaire.action_by_id)) for name in _ACTIONS]
    asked = pl.col("largest_gap_question").is_in(list(questionnaire.question_by_id))
    return rows.with_columns(
        pl.when(asked).then("largest_gap_question").alias("largest_gap_question"),
        pl.when(asked).then("largest_gap").alias("largest_gap"),
        *(pl.when(known).then(name).alias(name) for known, name in zip(actions, _ACTIONS, strict=True)),
    )


def _portfolio(questionnaire: Questionnaire, rows: pl.DataFrame, left_out: int) -> Portfolio:
    ranked = rows.sort(
        "level", "index", "organisation", "wave",
        descending=[True, True, False, False], nulls_last=[False, True, False, False],
    )  # fmt: skip
    listed = ranked if rows.height <= MOST_LISTED else pl.concat([ranked.head(ENDS), ranked.tail(ENDS)])
    return Portfolio(
        questionnaire=questionnaire,
        date=cast("dt.date | None", rows["date"].max()),
        organisations=rows["organisation"].n_unique(),
        respondents=int(rows["respondents"].sum()),
        left_out=left_out,
        entries=tuple(_entry(questionnaire, row) for row in listed.iter_rows(named=True)),
        figures=figures(questionnaire, _columns(questionnaire, rows)),
    )


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
        coverage=tuple(number(f"coverage_{level}") for level in questionnaire.upper_levels),
        dimensions=tuple(number(f"index_{dimension.id}") for dimension in questionnaire.dimensions),
        gap_question=cast("str | None", row["largest_gap_question"]),
        gap=number("largest_gap"),
        blocking=tuple(
            name for name in str(row["blocking_gates"] or "").split() if name in questionnaire.question_by_id
        ),
        effort=number("plan_effort"),
        actions=tuple(str(row[name]) for name in _ACTIONS if row[name] is not None),
    )


def _columns(questionnaire: Questionnaire, rows: pl.DataFrame) -> Columns:
    def numbers(name: str) -> Numbers:
        return rows[name].fill_null(np.nan).to_numpy()

    actions = zip(*(rows[name].to_list() for name in _ACTIONS), strict=True)
    return Columns(
        level=rows["level"].to_numpy(),
        index=numbers("index"),
        provisional=rows["provisional"].to_numpy(),
        coverage=np.array([numbers(f"coverage_{level}") for level in questionnaire.upper_levels]),
        dimensions=np.array([numbers(f"index_{dimension.id}") for dimension in questionnaire.dimensions]),
        gap_question=rows["largest_gap_question"].to_list(),
        gap=numbers("largest_gap"),
        blocking=(names.split() for names in rows["blocking_gates"].fill_null("")),
        effort=numbers("plan_effort"),
        actions=([name for name in first if name is not None] for first in actions),
    )
