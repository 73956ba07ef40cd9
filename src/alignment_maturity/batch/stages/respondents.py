"""The table of respondents: how each of them alone places their organisation, where that may be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from alignment_maturity.batch.results_columns import dimension_index
from alignment_maturity.cohort.figures import tabulate
from alignment_maturity.cohort.privacy import privacy
from alignment_maturity.cohort.voices import Voices

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from alignment_maturity.batch.stages.gather import Group, Key
    from alignment_maturity.kernel.instrument import Booleans, Floats, Integers
    from alignment_maturity.model.questionnaire import Questionnaire

OPEN = 1
"""The smallest group shown apart with which names are told too, and answer files, which bear names."""


def schema(questionnaires: Sequence[Questionnaire]) -> dict[str, pl.DataType]:
    """Return the columns of the table: those of all questionnaires of the run together."""
    dimensions = dict.fromkeys(dimension.id for one in questionnaires for dimension in one.dimensions)
    return {
        "organisation": pl.String(),
        "wave": pl.String(),
        "questionnaire": pl.String(),
        "group": pl.String(),
        "respondent": pl.String(),
        "file": pl.String(),
        "row": pl.UInt32(),
        "shown": pl.Boolean(),
        "level": pl.Int64(),
        "index": pl.Float64(),
        "completeness": pl.Float64(),
        **{dimension_index(dimension): pl.Float64() for dimension in dimensions},
    }


def table(
    found: Group,
    columns: Mapping[str, pl.DataType],
    names: Sequence[str],
    *,
    min_group: int,
    mixed: Collection[Key] = (),
) -> pl.DataFrame:
    """Return one row a respondent, with null figures where the respondent's function is hidden.

    Who belongs to a function of fewer than `min_group` people is told by no figure of their own, and nobody
    is where the others' figures would give theirs away. Names are told where everything is open, and so is
    the answer file that somebody's answers came from, because its name or its author may be known; elsewhere
    not even the order of the rows depends on it. A row of a table is always told: it says nothing without
    the table, and with it nothing new.

    Args:
        names: the inputs of the run, by number.
        mixed: assessments known to have several functions, in a workshop if not among these respondents.
    """
    voices, rows, encoding = found.voices, found.rows, found.encoding
    alone = Voices(voices.codes, voices.group, np.arange(rows.height), rows.height)
    figures = tabulate(encoding, alone, min_group=OPEN, plans=False)
    shown = _shown(found, min_group, mixed)
    told = pl.Series(shown)
    is_open = min_group == OPEN
    traced = pl.Series([True]).new_from_index(0, rows.height) if is_open else rows["tabular"]

    def figure(values: Floats | Integers) -> pl.Series:
        series = pl.Series(values)
        series = series.fill_nan(None) if series.dtype.is_float() else series
        return series.set(~told, None)

    series = {
        "organisation": rows["organisation"],
        "wave": rows["wave"],
        "questionnaire": pl.Series([encoding.questionnaire.id]).new_from_index(0, rows.height),
        "group": pl.Series(encoding.groups).gather(voices.group),
        "respondent": rows["respondent"] if is_open else rows["respondent"].clear(rows.height),
        "file": pl.Series(names).gather(rows["source"]).set(~traced, None),
        "row": rows["row"].replace(0, None).set(~traced, None),
        "shown": told,
        "level": figure(figures.level),
        "index": figure(figures.index),
        "completeness": figure(figures.completeness),
        **{
            dimension_index(dimension): figure(values)
            for dimension, values in zip(encoding.dimensions, figures.dimension_index, strict=True)
        },
    }
    frame = pl.DataFrame(
        [
            series[name].alias(name).cast(kind)
            if name in series
            else pl.Series(name, [None], dtype=kind).new_from_index(0, rows.height)
            for name, kind in columns.items()
        ]
    )
    if not is_open:
        by_group = frame.with_columns(group=pl.Series(voices.group))
        return frame[by_group.select(pl.arg_sort_by(*columns)).to_series()]
    # Where inputs were parted must not be seen; people of one answer file all have the same row.
    inside = [name for name in rows.columns if name not in ("organisation", "wave", "source", "row")]
    order = pl.arg_sort_by("organisation", "wave", "source", "row", *inside)
    return frame[rows.select(order).to_series()]


def _shown(found: Group, min_group: int, mixed: Collection[Key]) -> Booleans:
    """Return for which rows figures may be shown (contract, "Small groups")."""
    organisations = len(found.first)
    cell = found.rows["group"].to_numpy() * np.int64(organisations) + found.assessment
    people = np.bincount(cell, minlength=len(found.encoding.groups) * organisations)
    keys = found.keys.select("organisation", pl.col("wave").fill_null("")).rows() if mixed else []
    told = privacy(
        people.reshape(-1, organisations),
        min_group,
        mixed=np.array([key in mixed for key in keys]) if mixed else None,
    )
    return np.asarray(told.shown.ravel()[cell] & ~told.combined_withheld[found.assessment])
