"""Results that one task writes as they are published, while it scores."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from alignment_maturity.batch import assembly
from alignment_maturity.batch.executors.threads import Threads
from alignment_maturity.batch.stages import scoring
from alignment_maturity.batch.stages.gather import Group
from alignment_maturity.batch.stages.score import Score
from alignment_maturity.batch.stages.scoring import Scoring

from .running import begin, ran, settings
from .surveys import people, survey


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a survey."""
    found = tmp_path_factory.mktemp("survey")
    survey(found, people(600, 150))
    return found


@pytest.fixture(autouse=True)
def _several_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "ASSESSMENTS", 20)


def published(folder: Path, output: Path) -> bytes:
    """Run in threads, and return the file of results."""
    context = begin(output, settings(plans=False))
    course = ran(context, [folder], partial(Threads, 2))
    assert course.all_left_out == 0
    return assembly.write_results(context, course, output).read_bytes()


def test_they_are_what_is_put_together_of_parts(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever compares two runs would find differences that mean nothing."""
    whole = published(folder, tmp_path / "whole")
    monkeypatch.setattr(Score, "is_all", False)
    assert published(folder, tmp_path / "parts") == whole


def test_a_lack_of_memory_in_the_middle_costs_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a table would be published, or a good one given up."""
    whole = published(folder, tmp_path / "whole")
    score, left = Scoring._as_columns_of, iter(range(5))

    def lacking(self: Scoring, found: Group, rows: slice) -> object:
        if next(left, None) == 3:
            raise MemoryError
        return score(self, found, rows)

    monkeypatch.setattr(Scoring, "_as_columns_of", lacking)
    assert published(folder, tmp_path / "lacking") == whole
    assert next(left, None) is None
