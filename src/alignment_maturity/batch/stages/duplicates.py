"""Respondents whom tables hold twice."""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from alignment_maturity.batch.stages.gather import Group, group


class Duplicate(NamedTuple):
    """A row that does not count, and the one that counts in its place."""

    source: int
    row: int
    other_source: int
    other_row: int


def without_duplicates(found: Group) -> tuple[Group, list[Duplicate]]:
    """Leave out what a table says twice of one respondent; return the rest, and what was left out.

    The same name in the same function and assessment is the same person. The answers of the latest date
    count; among those of one day, the first in the order of the inputs. In answer files names are just names.
    """
    if found.read["respondent"].null_count() == found.read.height:
        return found, []
    rows = found.rows
    named = (
        rows.lazy()
        .select("respondent", "group", "date", "source", "row", "tabular", assessment=found.assessment)
        .with_row_index("place")
        .filter(pl.col("tabular") & pl.col("respondent").is_not_null())
        .collect()
    )
    person = ("assessment", "group", "respondent")
    twice = named.filter(pl.struct(person).is_duplicated())
    if not twice.height:
        return found, []
    ordered = twice.sort(
        *person,
        "date",
        "source",
        "row",
        descending=[False, False, False, True, False, False],
        nulls_last=True,
    ).with_columns(
        other_source=pl.col("source").first().over(person),
        other_row=pl.col("row").first().over(person),
        counts=pl.int_range(pl.len()).over(person) == 0,
    )
    left = ordered.filter(~pl.col("counts"))
    keep = pl.Series([True]).new_from_index(0, rows.height).scatter(left["place"], values=False)
    told = left.sort("source", "row").select("source", "row", "other_source", "other_row")
    return group(found.encoding, rows.filter(keep)), [Duplicate(*row) for row in told.iter_rows()]
