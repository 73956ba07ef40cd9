"""A run that was cut short goes on where it stopped, and nothing is lost or counted twice."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from alignment_maturity.batch import run as run_module
from alignment_maturity.batch.executors.in_process import InProcess
from alignment_maturity.batch.executors.interface import Done, Poisoned

from .running import CONTRACT, begin, ran, results, settings
from .test_run import written


class Cut(InProcess):
    """Ends, as by Ctrl-C, once so many tasks are done."""

    def __init__(self, after: int) -> None:
        self._left = after

    def run(
        self, work: Callable[[Any], Any], tasks: Iterable[Any]
    ) -> Iterator[Done[Any, Any] | Poisoned[Any]]:
        for end in super().run(work, tasks):
            self._left -= 1
            yield end
            if self._left <= 0:
                raise KeyboardInterrupt


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(run_module, "FILES_PER_TASK", 5)
    monkeypatch.setattr(run_module, "HEAVY", 10)
    folder = tmp_path / "in"
    folder.mkdir()
    written(folder, range(20))
    return folder


@pytest.mark.parametrize("after", [1, 3, 8, 12])
def test_a_run_goes_on_where_it_was_cut(folder: Path, tmp_path: Path, after: int) -> None:
    whole = begin(tmp_path / "whole", settings())
    expected = results(whole, ran(whole, [folder]), tmp_path)
    context = begin(tmp_path / "out", settings())
    with pytest.raises(KeyboardInterrupt):
        ran(context, [folder], lambda: Cut(after))
    course = ran(context, [folder])
    assert course.resumed == after
    assert results(context, course, tmp_path).equals(expected)


def test_what_changed_meanwhile_is_read_again(folder: Path, tmp_path: Path) -> None:
    """A corrected answer must not be overlooked because its file was read before."""
    context = begin(tmp_path / "out", settings())
    finished = ran(context, [folder])
    path = min(folder.rglob("a7-*.json"))
    path.write_text(path.read_text("utf-8").replace('"Org 0"', '"Renamed"'), "utf-8")
    course = ran(context, [folder])
    assert "Renamed" in results(context, course, tmp_path)["organisation"]
    assert 0 < course.resumed < len(finished.reads)


def test_a_questionnaire_that_changed_is_noticed(folder: Path, tmp_path: Path) -> None:
    context = begin(tmp_path / "out", settings())
    ran(context, [folder])
    questionnaire = min(folder.rglob("q3.json"))
    questionnaire.write_text(questionnaire.read_text("utf-8").replace('"version": "1.0"', '"version": "1.1"'))
    course = ran(context, [folder])
    assert "1.1" in results(context, course, tmp_path)["questionnaire_version"]


def test_a_part_that_is_too_short_is_made_again(folder: Path, tmp_path: Path) -> None:
    """After a power cut a file may be there, and empty."""
    context = begin(tmp_path / "out", settings())
    expected = results(context, ran(context, [folder]), tmp_path)
    for part in context.state.path("read").glob("*.arrow"):
        os.truncate(part, 0)
        break
    course = ran(context, [folder])
    assert results(context, course, tmp_path).equals(expected)


def test_a_torn_note_is_no_note(folder: Path, tmp_path: Path) -> None:
    context = begin(tmp_path / "out", settings())
    expected = results(context, ran(context, [folder]), tmp_path)
    for note in context.state.path("score").glob("*.json"):
        note.write_bytes(note.read_bytes()[:20])
    course = ran(context, [folder])
    assert results(context, course, tmp_path).equals(expected)


def test_a_questionnaire_elsewhere_that_changed_is_noticed(tmp_path: Path) -> None:
    """Figures of the old questionnaire beside answers read with the new one would look right."""
    folder, mini = tmp_path / "in", tmp_path / "mini.yaml"
    folder.mkdir()
    shutil.copy(CONTRACT / "mini.yaml", mini)
    shutil.copy(CONTRACT / "seven.yaml", folder)
    terms = settings(reference=str(mini))
    context = begin(tmp_path / "out", terms)
    before = results(context, ran(context, [folder]), tmp_path)
    mini.write_text(mini.read_text("utf-8").replace("threshold: 0.7", "threshold: 0.9"), "utf-8")
    after = results(context, ran(context, [folder]), tmp_path)
    fresh = begin(tmp_path / "fresh", terms)
    assert after.equals(results(fresh, ran(fresh, [folder]), tmp_path))
    assert after["level"].to_list() != before["level"].to_list()
