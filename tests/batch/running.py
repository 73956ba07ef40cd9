"""Runs of `batch` without its command line, for the tests."""

from __future__ import annotations

import datetime as dt
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polars as pl

from alignment_maturity.batch import assembly
from alignment_maturity.batch.executors.in_process import InProcess
from alignment_maturity.batch.executors.interface import Executor
from alignment_maturity.batch.run import Course, run
from alignment_maturity.batch.settings import Settings
from alignment_maturity.batch.sources import expand
from alignment_maturity.batch.stages.context import Context
from alignment_maturity.batch.state import FOLDER, State
from alignment_maturity.planning.request import PlanRequest

CONTRACT = Path(__file__).parents[1] / "examples" / "contract"

START = dt.date(2026, 11, 23)
"""A Monday."""


class Silent:
    """Shows nothing of how far a run has come."""

    @contextmanager
    def stage(self, *_told: object) -> Iterator[Callable[[float], None]]:
        yield lambda _weight: None


def settings(**asked: Any) -> Settings:
    """Return terms of a run, with what is asked for."""
    usual: dict[str, Any] = {
        "program_version": "test",
        "asked": "en",
        "ambient": None,
        "lang": "en",
        "reference": None,
        "min_group": None,
        "planning": PlanRequest(START),
        "format": "parquet",
    }
    return Settings(**{**usual, **asked})


def begin(output: Path, terms: Settings) -> Context:
    """Begin a run anew in the folder `output`."""
    output.mkdir(exist_ok=True)
    state = State(os.path.abspath(output / FOLDER), secrets.token_hex(8))  # noqa: PTH100 - as the command does
    state.begin({"fingerprint": terms.fingerprint, "start": START.isoformat()})
    return Context(state, terms)


def course_of(sources: Sequence[Path | str]) -> Course:
    """Return the course of a run over these sources, before it has begun."""
    found, problems = expand([str(source) for source in sources])
    return Course(found, problems, len(problems))


def ran(
    context: Context, sources: Sequence[Path | str], executor: Callable[[], Executor] = InProcess
) -> Course:
    """Run over sources, and return what was found."""
    course = course_of(sources)
    run(context, course, lambda _reads: executor(), Silent())
    return course


def results(context: Context, course: Course, folder: Path) -> pl.DataFrame:
    """Write the results as Parquet, and read them."""
    return pl.read_parquet(assembly.write_results(context, course, folder))


def errors(context: Context, course: Course, folder: Path) -> pl.DataFrame:
    """Write errors.csv, and read it."""
    assembly.write_errors(context, course, folder / "errors.csv")
    return pl.read_csv(folder / "errors.csv", infer_schema=False)
