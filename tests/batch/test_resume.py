"""A run that was cut short goes on where it stopped, and nothing is lost or counted twice."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from alignment_maturity.batch import inputs, parting
from alignment_maturity.batch import run as run_module
from alignment_maturity.batch.executors.in_process import InProcess
from alignment_maturity.batch.executors.interface import Done, Poisoned
from alignment_maturity.batch.questionnaires import kept, loaded
from alignment_maturity.batch.state import State
from alignment_maturity.errors import WorkFailed
from alignment_maturity.planning.request import PlanRequest

from .running import CONTRACT, begin, ran, results, settings
from .surveys import people, survey
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
    monkeypatch.setattr(parting, "FILES_PER_TASK", 5)
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


def test_what_other_terms_made_is_not_taken(folder: Path, tmp_path: Path) -> None:
    """Left by a worker that outlived its run, it would show groups that are to be hidden."""
    context = begin(tmp_path / "out", settings(min_group=1))
    ran(context, [folder])
    course = ran(replace(context, settings=settings(min_group=9)), [folder])
    assert course.resumed == 0
    later = replace(context.settings, planning=PlanRequest(dt.date(2027, 1, 4)))
    assert ran(replace(context, settings=later), [folder]).resumed == 0


def test_a_task_that_outlives_its_run_leaves_nothing(tmp_path: Path) -> None:
    """On a cluster it may end when the next run into the same folder has begun."""
    first, second = (State(str(tmp_path / "out"), run) for run in ("first", "second"))

    def leave_part(state: State) -> None:
        state.part("read/a.arrow", lambda file: file.write(b""))

    first.begin({})
    leave_part(first)
    second.begin({})
    with pytest.raises(WorkFailed):
        leave_part(first)
    with pytest.raises(WorkFailed):
        first.write("read/a.json", {})
    assert list(second.path("read").iterdir()) == []
    leave_part(second)


def test_a_second_run_into_a_folder_has_names_of_its_own(tmp_path: Path) -> None:
    """A worker that lives on would tell the first run's files in the errors of the second."""
    for name in ("first.csv", "second.csv"):
        state = begin(tmp_path / "out", settings()).state
        inputs.keep(state, [name])
        assert inputs.inputs(state) == [name]


def test_a_questionnaire_that_was_mended_is_taken(tmp_path: Path) -> None:
    """Whoever mends it and goes on expects the files that it had cost."""
    for name in ("mini.yaml", "seven.yaml"):
        shutil.copy(CONTRACT / name, tmp_path)
    mini = tmp_path / "mini.yaml"
    text = mini.read_text("utf-8")
    context = begin(tmp_path / "out", settings())
    for spoilt in ("", text.replace("dimension: leads", "dimension: lead")):
        mini.write_text(spoilt, "utf-8")
        assert ran(context, [tmp_path / "seven.yaml"]).all_left_out == 1
    mini.write_text(text, "utf-8")
    course = ran(context, [tmp_path / "seven.yaml"])
    assert (course.all_left_out, course.respondents) == (0, 7)


def test_a_questionnaire_lost_from_the_folder_of_the_run_is_read_again(folder: Path, tmp_path: Path) -> None:
    """After a power cut its file may be empty; the run must not end there for ever."""
    context = begin(tmp_path / "out", settings())
    expected = results(context, ran(context, [folder]), tmp_path)
    for path in context.state.path("questionnaires").iterdir():
        path.write_bytes(b"")
    kept.cache_clear()
    loaded.cache_clear()
    assert results(context, ran(context, [folder]), tmp_path).equals(expected)


def test_a_table_far_away_is_read_again_only_where_it_changed(tmp_path: Path) -> None:
    """Reading a survey of millions anew because it lies in a bucket would make --resume useless."""
    path = survey(tmp_path / "in", people(50, 5)) / "survey.csv"
    context = begin(tmp_path / "out", settings(reference="full"))
    address = path.as_uri()
    finished = ran(context, [address])
    tasks = len(finished.reads) + len(finished.scores)
    assert ran(context, [address]).resumed == tasks > 1
    text = path.read_text("utf-8")
    path.write_text(text.replace("Órg 0", "Órg 9"), "utf-8")
    os.utime(path, ns=(0, 0))
    assert ran(context, [address]).resumed == 0
