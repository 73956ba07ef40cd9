"""Where and in what pieces a run is done cannot be seen in what it writes."""

from __future__ import annotations

import gzip
import json
import random
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml
import zstandard
from polars.testing import assert_frame_equal

from alignment_maturity.assessment import assess
from alignment_maturity.batch import assembly
from alignment_maturity.batch import run as run_module
from alignment_maturity.batch.executors.cluster import Cluster
from alignment_maturity.batch.executors.in_process import InProcess
from alignment_maturity.batch.executors.interface import Done, Executor, Poisoned
from alignment_maturity.batch.executors.pool import Pool
from alignment_maturity.batch.executors.threads import Threads
from alignment_maturity.batch.reading import cutting
from alignment_maturity.batch.results import frame_of, row_of, schema
from alignment_maturity.encoding import Encoding
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.store.answer_sets import read_answer_set
from alignment_maturity.store.questionnaires import load_questionnaire

from .executors.processes import dask_cluster
from .running import begin, ran, settings
from .surveys import HEADER, MINI, Person, answer_file, lines, people, table

FILES = ("results", "respondents", "errors.csv")


class Shuffled(InProcess):
    """Finishes tasks in any order."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def run(
        self, work: Callable[[Any], Any], tasks: Iterable[Any]
    ) -> Iterator[Done[Any, Any] | Poisoned[Any]]:
        mixed = list(tasks)
        self._chance.shuffle(mixed)
        yield from super().run(work, mixed)


def workbook(path: Path, rows: list[Person]) -> None:
    """Write respondents as XLSX, with the means of the standard library and no more."""
    from tests_xlsx import write  # replaced below

    write(path, rows)
