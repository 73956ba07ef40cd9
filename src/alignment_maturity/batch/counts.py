"""What a run says of all organisations together, put together from what its tasks tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from typing import TYPE_CHECKING, Any

import polars as pl

from alignment_maturity.batch.results_columns import ACTIONS

if TYPE_CHECKING:
    from alignment_maturity.batch.stages.context import Note


def counted(table: pl.DataFrame) -> dict[str, Any]:
    """Count levels, gates in the way and first actions in a part of the results, by questionnaire."""
    told: dict[str, Any] = {}
    for questionnaire, rows in _by_questionnaire(table):
        told[questionnaire] = {
            "assessments": rows.height,
            "respondents": int(rows["respondents"].sum()),
            "provisional": int(rows["provisional"].sum()),
            "levels": {str(level): number for level, number in _counted(rows["level"]).items()},
            "gates": _gates(rows["blocking_gates"]),
            "actions": _added(_counted(rows[column]) for column in ACTIONS),
        }
    return told


def _by_questionnaire(table: pl.DataFrame) -> Iterator[tuple[str, pl.DataFrame]]:
    """Part a table by the column `questionnaire`; one that has a single one is not copied."""
    names = table["questionnaire"].unique().sort().to_list()
    for name in names:
        yield name, table if len(names) == 1 else table.filter(questionnaire=name)


def together(notes: Iterable[Note]) -> dict[str, Any]:
    """Add up what the tasks tell, by questionnaire in the order of their ids."""
    return reduce(added, (note["told"] for note in notes), {})


def added(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Add up two counts as `counted` makes them, by questionnaire in the order of their ids."""
    found = {questionnaire: dict(told) for questionnaire, told in first.items()}
    for questionnaire, told in second.items():
        before = found.setdefault(questionnaire, {})
        for name, value in told.items():
            if isinstance(value, dict):
                before[name] = _added((before.get(name, {}), value))
            else:
                before[name] = before.get(name, 0) + value
    return dict(sorted(found.items()))


def commonest(counts: Mapping[str, int], most: int) -> dict[str, int]:
    """Return the highest counts, highest first; equal ones by name."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most])


def _counted(column: pl.Series) -> dict[Any, int]:
    """Count the values of a column that are not null, in their order."""
    if column.null_count() == column.len():
        return {}
    return dict(sorted(column.drop_nulls().value_counts().iter_rows()))


def _gates(column: pl.Series) -> dict[str, int]:
    found: Counter[str] = Counter()
    for names, number in _counted(column).items():
        for name in names.split():
            found[name] += number
    return dict(sorted(found.items()))


def _added(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return dict(sorted(total.items()))
