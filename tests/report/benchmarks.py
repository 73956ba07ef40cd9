"""Organisations among others of every kind a report has to bear."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from alignment_maturity.model.benchmark import Benchmark
from alignment_maturity.result import Assessment
from report.sample import case

BAND = {"lower": 41, "median": 52, "upper": 63}


def benchmark(result: Assessment, *, shift: Mapping[str, int] | None = None, **changes: Any) -> Benchmark:
    """Return a set of 42; `shift` says how far above an organisation a quartile band lies, by dimension."""
    asked = result.questionnaire
    moved = shift or {}

    def around(index: float | None, by: int) -> dict[str, int]:
        middle = round(50 if index is None else index) + by
        return {key: max(0, min(100, middle + at)) for key, at in zip(BAND, (-8, 0, 8), strict=True)}

    found: dict[str, Any] = {
        "organisations": 42,
        "other_version": 0,
        "itself": True,
        "provisional": 0,
        "other_scale": 0,
        "index": around(result.index, 3),
        "coverage": {level: {"lower": 20, "median": 40, "upper": 70} for level in asked.upper_levels},
        "dimensions": {each.id: around(each.index, moved.get(each.id, 3)) for each in result.dimensions},
        "levels": [
            {"first": level, "last": level, "organisations": 42 if level == 2 else 0}
            for level in range(1, asked.top + 1)
        ],
    }
    return Benchmark.model_validate(found | changes)


def _mixed() -> tuple[Assessment, Benchmark]:
    """Return one that stands out both ways, with a level of few and a figure of too few."""
    result = case("rich")
    shift = {"d0": -20, "d1": 20, "d2": 0}
    found = benchmark(
        result, shift=shift, itself=False, provisional=3, other_scale=1, other_version=1,
        levels=[
            {"first": 1, "last": 1, "organisations": 12},
            {"first": 2, "last": 2, "organisations": 17},
            {"first": 3, "last": 4, "organisations": 13},
            {"first": 5, "last": 5, "organisations": 0},
        ],
    )  # fmt: skip
    return result, found.model_copy(update={"dimensions": {**found.dimensions, "d3": None}})


def _few() -> tuple[Assessment, Benchmark]:
    """Return one among ten, whose levels cannot be told, nor the figures of any dimension."""
    result = case("level-one")
    return result, benchmark(
        result,
        organisations=10,
        index={"lower": 20, "median": 20, "upper": 20},
        coverage={2: None},
        dimensions={},
        levels=[{"first": 1, "last": 5, "organisations": 10}],
    )


def _none() -> tuple[Assessment, Benchmark]:
    result = case("nothing")
    return result, benchmark(result, index=None)


def _usual(name: str) -> tuple[Assessment, Benchmark]:
    return case(name), benchmark(case(name))


BENCHMARKS: dict[str, Callable[[], tuple[Assessment, Benchmark]]] = {
    "among-others": _mixed,
    "among-few": _few,
    "among-others-with-nothing": _none,
    **{
        f"{name}-among-others": partial(_usual, name)
        for name in ("bands", "sixty", "hidden", "long-names", "markup", "two-levels", "right-to-left")
    },
}


@cache
def among_others(name: str) -> tuple[Assessment, Benchmark]:
    """Return one of `BENCHMARKS`, made once."""
    return BENCHMARKS[name]()
