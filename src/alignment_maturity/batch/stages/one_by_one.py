"""Organisations that are assessed one by one: those with workshops, or all where whole results are wanted."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from alignment_maturity.batch.stages.gather import Group, Key, group

if TYPE_CHECKING:
    from alignment_maturity.errors import Problem
    from alignment_maturity.result import Assessment


@dataclass
class OneByOne:
    """What comes of organisations that are assessed one by one."""

    results: list[Assessment] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    contradicted: set[Key] = field(default_factory=set)
    left_out: int = 0


def apart(
    found: Group | None, workshops: Collection[Key], *, everything: bool
) -> Iterator[tuple[Key, pl.DataFrame | None]]:
    """Go through what is assessed one by one, in order: organisation and wave, and its respondents."""
    own: dict[Key, pl.DataFrame | None] = dict.fromkeys(workshops)
    if found is not None and (everything or workshops):
        ends = [*found.first[1:].tolist(), found.rows.height]
        keys = found.keys
        names = zip(keys["organisation"].to_list(), keys["wave"].fill_null("").to_list(), strict=True)
        for key, start, end in zip(names, found.first.tolist(), ends, strict=True):
            if everything or key in own:
                own[key] = found.rows.slice(start, end - start)
    yield from sorted(own.items(), key=lambda item: item[0])


def without(found: Group, keys: Collection[Key]) -> Group:
    """Leave out some assessments."""
    if not keys:
        return found
    left = pl.DataFrame(sorted(keys), schema={"organisation": pl.String, "wave": pl.String}, orient="row")
    rows = found.rows.with_columns(pl.col("wave").fill_null(""))
    there = rows.join(left, on=["organisation", "wave"], how="semi").height
    if not there:
        return found
    rest = rows.join(left, on=["organisation", "wave"], how="anti", maintain_order="left")
    return group(found.encoding, rest.with_columns(pl.col("wave").replace("", None)))
