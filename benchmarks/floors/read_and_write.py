"""The least that placing a table can cost: polars reads it, and writes a table like the results.

    read_and_write.py TABLE ROWS RESULTS.parquet

A CSV is read as text, without guessing what is in it, the quickest way polars has; a Parquet file as it is.
The table written has the columns of the results, as many rows as there are organisations, and the same size
within a quarter: the names are the first that were read, all else is made up at once, without looking at an
answer.
"""

from __future__ import annotations

import sys

import polars as pl

DIMENSIONS = ("strategy", "customers", "leads", "data", "technology", "people")


def main(table: str, rows: int, target: str) -> None:
    """Read a table and write another."""
    read = pl.read_parquet(table) if table.endswith(".parquet") else pl.read_csv(table, infer_schema=False)
    written = read.select(pl.col("organisation").head(rows)).with_columns(**made_up())
    written.write_parquet(target, statistics=False)


def made_up() -> dict[str, pl.Expr]:
    """Return the columns after the name, in the order of the results."""
    level = _drawn(1, 5)
    missing = pl.lit(None)
    return {
        "wave": missing.cast(pl.String),
        "date": missing.cast(pl.Date),
        "questionnaire": pl.lit("survey"),
        "questionnaire_version": pl.lit("1.0"),
        "respondents": pl.lit(1, pl.Int64),
        "level": (level + 1).cast(pl.Int64),
        "level_id": _named("level-", level),
        "level_name": _named("Level ", level),
        "index": _share(2, 4_000),
        "completeness": _share(3, 10),
        "provisional": _drawn(4, 50) == 0,
        "blocking_gates": _named("technology-", level),
        **{f"coverage_{upper}": _share(4 + upper, 750) for upper in range(2, 6)},
        **{f"index_{dimension}": _share(10 + place, 49) for place, dimension in enumerate(DIMENSIONS)},
        "largest_gap_question": missing.cast(pl.String),
        "largest_gap": missing.cast(pl.Float64),
        "plan_target": missing.cast(pl.Int64),
        "plan_effort": missing.cast(pl.Float64),
        **{f"action_{rank}": missing.cast(pl.String) for rank in (1, 2, 3)},
    }


def _drawn(seed: int, many: int) -> pl.Expr:
    return pl.int_range(pl.len()).hash(seed) % many


def _share(seed: int, many: int) -> pl.Expr:
    return _drawn(seed, many) / many


def _named(text: str, number: pl.Expr) -> pl.Expr:
    return number.replace_strict(
        dict(enumerate(f"{text}{each}" for each in range(5))), return_dtype=pl.String
    )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
