"""What goes wrong in a run costs the time to do it again: nothing is lost, nothing counted twice."""

from __future__ import annotations

import errno
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import IO, Any

import pytest
from polars.exceptions import ComputeError

from alignment_maturity.batch import assembly, parting
from alignment_maturity.batch.executors.in_process import InProcess
from alignment_maturity.batch.executors.interface import Done, Poisoned
from alignment_maturity.batch.executors.pool import Pool
from alignment_maturity.batch.reading import cutting
from alignment_maturity.batch.stages import read as read_stage
from alignment_maturity.batch.stages import report as report_stage
from alignment_maturity.batch.stages import score as score_stage
from alignment_maturity.batch.state import FOLDER, State
from alignment_maturity.cli.batch_job import Job
from alignment_maturity.cli.batch_run import run as run_job
from alignment_maturity.cli.shell import Shell
from alignment_maturity.errors import WorkFailed, WrongUsage
from batch import deadly

from .executors.processes import TESTS, dask_cluster, is_running
from .running import begin, errors, ran, results, settings
from .surveys import answer_file, people, survey

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of Unix")

PATIENCE = 60
"""Seconds until a process counts as hanging."""

SLOW = ("--format", "jsonl", "--lang", "en")
"""Whole result documents take a while each."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A survey of 60 organisations with a few bad rows."""
    rows = people(400, 30)
    for number in range(0, 400, 97):
        rows[number]["goals"] = "9"
    return survey(tmp_path_factory.mktemp("survey") / "in", rows)


@pytest.fixture(scope="module")
def expected(folder: Path) -> dict[str, bytes]:
    """What a run without incidents writes."""
    assert finish(folder, "whole") == (4, "")
    return written(folder.parent / "whole")


def command(folder: Path, output: str, *options: str) -> list[str]:
    """Return the command, to be run from the folder above the inputs."""
    return [sys.executable, "-m", "batch.small_pieces", "batch", folder.name, "-o", output, *SLOW, *options]


@contextmanager
def started(folder: Path, output: str, *options: str, **how: Any) -> Iterator[subprocess.Popen[str]]:
    """Start the command in a process group of its own; whatever is left of it is killed in the end."""
    with process_of(command(folder, output, *options), folder.parent, **how) as process:
        yield process


@contextmanager
def process_of(command: list[str], folder: Path, **how: Any) -> Iterator[subprocess.Popen[str]]:
    """Start a command in a folder and in a process group of its own; kill in the end what is left of it."""
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(TESTS), "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **how,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def finish(folder: Path, output: str, *options: str, **how: Any) -> tuple[int, str]:
    """Run the command to its end; return its exit code, and what it says with --quiet."""
    with started(folder, output, "--quiet", *options, **how) as process:
        said = process.communicate(timeout=PATIENCE)[1]
    assert "Traceback" not in said, said
    return process.returncode, said


def written(output: Path, results: str = "results.jsonl") -> dict[str, bytes]:
    """Return the tables of a run that has finished: nothing else is left in the folder."""
    assert {path.name for path in output.iterdir()} == {results, "errors.csv", "summary.json"}
    return {name: (output / name).read_bytes() for name in (results, "errors.csv")}


def finished_tasks(output: Path, stage: str = "score") -> int:
    """Return how many tasks of a stage have been finished."""
    return len(list((output / ".batch" / stage).glob("*.json")))


def wait_for(happened: Callable[[], bool]) -> None:
    """Wait until something has happened."""
    until = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.005)


def descendants(process: int) -> list[int]:
    """Return the processes that a process has started, and they in their turn."""
    asked = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True)
    rows = [line.split(maxsplit=2) for line in asked.stdout.splitlines()]
    found = [process]
    for parent in found:
        found += [int(pid) for pid, ppid, _ in rows if int(ppid) == parent]
    # The one that keeps track of resources does no work.
    return [int(pid) for pid, _, told in rows if int(pid) in found[1:] and "resource_tracker" not in told]


def test_a_worker_that_is_killed(folder: Path, expected: dict[str, bytes]) -> None:
    """The system kills whoever takes too much memory, often a neighbour of the one to blame."""
    with started(folder, "killed", "--workers", "2") as process:
        wait_for(lambda: finished_tasks(folder.parent / "killed") > 1)
        os.kill(random.Random(1).choice(descendants(process.pid)), signal.SIGKILL)
        said = process.communicate(timeout=PATIENCE)[1]
    assert process.returncode == 4, said
    assert written(folder.parent / "killed") == expected


def test_a_worker_of_a_cluster_that_is_killed(folder: Path, expected: dict[str, bytes]) -> None:
    """Machines of a cluster come and go; and the tables are those of one machine, byte for byte."""
    output = folder.parent / "cluster"
    with dask_cluster(2, 3) as (address, cluster):
        with started(folder, "cluster", "--scheduler", address) as process:
            wait_for(lambda: finished_tasks(output) > 1)
            os.kill(workers_of(cluster.pid)[0], signal.SIGKILL)
            said = process.communicate(timeout=PATIENCE)[1]
        assert process.returncode == 4, said
        assert written(output) == expected


def workers_of(cluster: int) -> list[int]:
    """Return the processes of a cluster that have none below them: those of its workers."""
    return [process for process in descendants(cluster) if not descendants(process)]


def test_a_scheduler_that_is_killed(folder: Path, expected: dict[str, bytes]) -> None:
    """What the cluster had done by then must not have been for nothing."""
    output = folder.parent / "scheduler"
    with (
        dask_cluster() as (address, cluster),
        started(folder, "scheduler", "--scheduler", address) as process,
    ):
        wait_for(lambda: finished_tasks(output) > 2)
        cluster.kill()
        said = process.communicate(timeout=PATIENCE)[1]
    assert process.returncode == 1
    assert "--resume" in said
    assert "Traceback" not in said
    assert finish(folder, "scheduler", "--resume", "--workers", "1") == (4, "")
    assert written(output) == expected


@pytest.mark.parametrize(("workers", "seed"), [("1", 1), ("2", 3)])
def test_ctrl_c_and_resume(folder: Path, expected: dict[str, bytes], workers: str, seed: int) -> None:
    """Whenever it is pressed: the run ends at once, leaves nobody behind, and goes on where it was."""
    name = f"interrupted {seed}"
    output = folder.parent / name
    with started(folder, name, "--workers", workers) as process:
        after = random.Random(seed).randrange(0, 25)
        wait_for(lambda: (output / ".batch" / "run.json").exists() and finished_tasks(output) >= after)
        below = descendants(process.pid)
        began = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
        assert time.monotonic() - began < 3
    assert process.returncode == 130
    assert "Traceback" not in said
    wait_for(lambda: not any(map(is_running, below)))
    assert not (output / "results.jsonl").exists()
    assert finish(folder, name, "--resume", "--workers", "1") == (4, "")
    assert written(output) == expected
    assert json.loads((output / "summary.json").read_text("utf-8"))["resumed_tasks"] >= after


def test_ctrl_c_while_threads_score_a_large_range(tmp_path: Path) -> None:
    """Threads cannot be ended; whoever stops a run must not wait for what is thrown away anyhow."""
    survey(tmp_path / "in", people(50, 5))
    asked = ("batch", "in", "-o", "out", "--no-plans")
    with process_of([sys.executable, "-m", "batch.slow_scoring", *asked], tmp_path) as process:
        wait_for((tmp_path / "out" / ".batch" / "score" / "begun").exists)
        began = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
        assert time.monotonic() - began < 1.5
    assert process.returncode == 130
    assert "--resume" in said
    assert "Traceback" not in said
    again = [sys.executable, "-m", "alignment_maturity", *asked, "--resume"]
    with process_of(again, tmp_path) as process:
        assert process.communicate(timeout=PATIENCE)[0] == ""
    assert process.returncode == 0
    assert json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))["resumed_tasks"] == 2


def test_other_options_are_refused_and_a_new_run_starts_over(
    folder: Path, expected: dict[str, bytes]
) -> None:
    """Half a table in one language and half in another would be nobody's table."""
    output = folder.parent / "options"
    with started(folder, "options", "--workers", "1") as process:
        wait_for(lambda: finished_tasks(output) > 1)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)
    code, said = finish(folder, "options", "--resume", "--min-group", "1")
    assert (code, finished_tasks(output) > 1) == (2, True)
    assert "--resume" in said
    assert finish(folder, "options") == (4, "")
    assert written(output) == expected
    assert json.loads((output / "summary.json").read_text("utf-8"))["resumed_tasks"] == 0


def test_two_runs_into_one_folder(folder: Path, expected: dict[str, bytes]) -> None:
    """The second one would remove what the first one is working on."""
    output = folder.parent / "both"
    with started(folder, "both", "--workers", "1") as process:
        wait_for(lambda: finished_tasks(output) > 0)
        os.kill(process.pid, signal.SIGSTOP)  # else it may be done before the second one begins
        code, said = finish(folder, "both", "--force")
        os.kill(process.pid, signal.SIGCONT)
        assert code == 1
        assert "both" in said
        process.communicate(timeout=PATIENCE)
    assert process.returncode == 4
    assert written(output) == expected


@pytest.mark.parametrize(("form", "rooms"), [("csv", (60, 9_000)), ("parquet", (3_000, 9_000))])
def test_a_disk_that_has_no_room(folder: Path, form: str, rooms: tuple[int, ...]) -> None:
    """Wherever it fills, the tables of the month before stay whole, and nothing is done twice."""
    output = folder.parent / f"no room {form}"
    asked = ("--format", form, "--workers", "1")
    assert finish(folder, output.name, *asked, "--no-plans")[0] == 4
    before = written(output, f"results.{form}")
    for room in rooms:
        code, said = finish(
            folder, output.name, *asked, "--force", "--resume", preexec_fn=partial(limit, room)
        )
        assert (code, "File too large" in said) == (1, True), said
        assert {name: (output / name).read_bytes() for name in before} == before
    assert finish(folder, output.name, *asked, "--resume")[0] == 4
    assert finish(folder, f"room {form}", *asked)[0] == 4
    assert written(output, f"results.{form}") == written(folder.parent / f"room {form}", f"results.{form}")


def limit(most: int) -> None:
    """Let no file grow beyond so many bytes, as if the disk were full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


@pytest.mark.parametrize("place", ["read/", "score/", "questionnaires/", "inputs.json"])
def test_a_full_disk_is_named(
    folder: Path, tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says what is the matter, and where."""
    replace = Path.replace

    def full(self: Path, target: Path) -> Path:
        if f"{FOLDER}/{place}" in str(target):
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(self, target)

    context = begin(tmp_path / "out", settings())
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(WorkFailed) as failure:
        ran(context, [folder])
    assert failure.value.code == "disk-full"
    assert place in str(failure.value.values["path"])


@pytest.mark.parametrize(("free", "code"), [(0, "disk-full"), (2**30, None)])
def test_a_full_disk_of_which_polars_does_not_tell(
    tmp_path: Path, free: int, code: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Writing Parquet it says "transport error", which would be shown as a fault of ours."""

    def write(_file: IO[bytes]) -> None:
        raise ComputeError("parquet: File out of specification: Invalid thrift: transport error")

    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=free))
    with pytest.raises(WorkFailed if code else ComputeError) as failure:
        State(str(tmp_path)).part("results.parquet", write)
    assert getattr(failure.value, "code", None) == code


class Meanwhile(InProcess):
    """Does something once so many tasks are done."""

    def __init__(self, after: int, action: Callable[[], object]) -> None:
        self._left = after
        self._action = action

    def run(
        self, work: Callable[[Any], Any], tasks: Iterable[Any]
    ) -> Iterator[Done[Any, Any] | Poisoned[Any]]:
        for end in super().run(work, tasks):
            self._left -= 1
            if self._left == 0:
                self._action()
            yield end


@pytest.mark.parametrize("change", ["vanishes", "shrinks", "grows", "is another"])
def test_a_table_that_changes_while_it_is_read(
    tmp_path: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows of Monday's table beside Tuesday's would be counted twice, or not at all, without a word."""
    monkeypatch.setitem(cutting.cut.__kwdefaults__ or {}, "target", 1_000)
    folder = survey(tmp_path / "in", people(200, 8, 1), "a.csv")
    survey(tmp_path / "in", people(200, 8, 2), "b.csv")
    path = folder / "b.csv"
    text = path.read_bytes()
    lines = text.splitlines(keepends=True)
    become: dict[str, Callable[[], object]] = {
        "vanishes": path.unlink,
        "shrinks": lambda: path.write_bytes(b"".join(lines[:70])),
        "grows": lambda: path.write_bytes(text + lines[-1].replace(b"r2-", b"r4-")),
        "is another": lambda: path.write_bytes(text.replace(b"r2-", b"r3-")),
    }
    context = begin(tmp_path / "out", settings())
    slices = len(list(cutting.cut(str(folder / "a.csv"), tmp_path)))
    # Four slices of the second table are read in time.
    course = ran(context, [folder], lambda: Meanwhile(slices + 4, become[change]))
    wrong = errors(context, course, tmp_path).filter(severity="error")
    code = "unreadable-file" if change == "vanishes" else "table-changed"
    assert wrong.select("file", "row", "code").rows() == [(str(path), None, code)]
    assert course.all_left_out == 1
    found = results(context, course, tmp_path)["respondents"].sum()
    assert 200 < found < 400
    again = ran(context, [folder])
    if change != "vanishes":
        assert again.all_left_out == 0
    assert again.resumed >= slices
    fresh = begin(tmp_path / "fresh", settings())
    expected = results(fresh, ran(fresh, [folder]), tmp_path)
    assert results(context, again, tmp_path).equals(expected)


def test_answer_files_that_vanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A colleague tidies up; what is gone is told, the rest is placed."""
    monkeypatch.setattr(parting, "FILES_PER_TASK", 2)
    folder = survey(tmp_path / "in", people(20, 2))
    (folder / "survey.csv").unlink()
    rows = people(6, 6, 3)
    for number, row in enumerate(rows):
        (folder / f"n{number}.json").write_text(json.dumps(answer_file([row])), "utf-8")
    context = begin(tmp_path / "out", settings())
    course = ran(context, [folder], lambda: Meanwhile(1, (folder / "n3.json").unlink))
    assert [
        (row[0], row[1])
        for row in errors(context, course, tmp_path).filter(severity="error").select("file", "code").rows()
    ] == [(str(folder / "n3.json"), "missing-file")]
    assert course.all_left_out == 1
    assert results(context, course, tmp_path)["respondents"].sum() == 5


def test_inputs_that_kill_every_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One row and one file are found among all, left out and told; the rows after them keep their numbers."""
    monkeypatch.setattr(read_stage, "run", deadly.read)
    rows = people(4, 4)
    rows[1]["respondent"] = "poison"
    rows[3]["goals"] = "9"
    folder = survey(tmp_path / "in", rows)
    for number, row in enumerate(people(2, 4, 1)):
        name = "poison" if number == 1 else "sound"
        (folder / f"n{number}.json").write_text(
            json.dumps(answer_file([{**row, "respondent": name}])), "utf-8"
        )
    context = begin(tmp_path / "out", settings())
    course = ran(context, [folder], lambda: Pool(2))
    wrong = errors(context, course, tmp_path).filter(severity="error")
    assert sorted(wrong.select("file", "row", "code").rows()) == [
        (str(folder / "n1.json"), None, "kills-the-process"),
        (str(folder / "survey.csv"), "3", "kills-the-process"),
        (str(folder / "survey.csv"), "5", "unknown-option"),
    ]
    assert course.all_left_out == 3
    assert results(context, course, tmp_path)["respondents"].sum() == 2 + 1


def test_organisations_that_kill_every_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be scored is narrowed down as far as may be, and the rest is placed."""
    monkeypatch.setattr(score_stage, "run", deadly.score)
    rows = [
        {**row, "organisation": f"{chr(65 + number % 26)} Srl"} for number, row in enumerate(people(260, 1))
    ]
    rows[100]["organisation"] = "Poison"
    folder = survey(tmp_path / "in", rows)
    context = begin(tmp_path / "out", settings())
    course = ran(context, [folder], lambda: Pool(2))
    wrong = errors(context, course, tmp_path).filter(severity="error")
    assert wrong["code"].to_list() == ["range-kills-the-process"]
    found = results(context, course, tmp_path)
    assert "Poison" not in found["organisation"]
    assert found["organisation"].n_unique() >= 4
    assert found["respondents"].sum() >= 31


STEPS = ("write_results", "write_errors", "publish", "publish again")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("force", [False, True])
def test_ctrl_c_while_the_tables_are_written(
    folder: Path, tmp_path: Path, step: str, force: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each table is the old one or the new one, and the run goes on even though some are there already."""
    monkeypatch.chdir(folder.parent)
    job = job_of(folder, tmp_path / "out", force=force)
    if force:
        assert run_job(Shell("en", quiet=True), replace(job, plans=False)) == 5
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*")}
    name = step.removesuffix(" again")
    usual, left = getattr(assembly, name), [step.endswith("again")]

    def interrupted(*told: Any, **more: Any) -> object:
        if left and left.pop():
            return usual(*told, **more)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(assembly, name, interrupted)
        with pytest.raises(KeyboardInterrupt):
            run_job(Shell("en", quiet=True), job)
    after = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("[!.]*")}
    if step == "publish again":
        before["summary.json"] = after["summary.json"]
    assert after == before
    assert run_job(Shell("en", quiet=True), replace(job, force=False, resume=True)) == 5
    run_job(Shell("en", quiet=True), job_of(folder, tmp_path / "other"))
    for table in ("results.csv", "errors.csv"):
        assert (tmp_path / "out" / table).read_bytes() == (tmp_path / "other" / table).read_bytes()
    assert not (tmp_path / "out" / FOLDER).exists()


def interrupt(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a job and press Ctrl-C when all is scored and reported."""

    def interrupted(*_told: Any, **_more: Any) -> object:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(assembly, "write_results", interrupted)
        with pytest.raises(KeyboardInterrupt):
            run_job(Shell("en", quiet=True), job)


def test_a_questionnaire_that_is_gone_for_a_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was done in a night must not be lost because a drive was not mounted in the morning."""
    source = survey(tmp_path / "in", people(50, 5))
    (source / "mini.yaml").rename(source / "own.yaml")
    text = (source / "own.yaml").read_text("utf-8")
    (source / "own.yaml").write_text(text.replace("id: mini", "id: own", 1), "utf-8")
    job = replace(job_of(source, tmp_path / "out"), questionnaire="own", sources=[str(source / "survey.csv")])
    interrupt(job, monkeypatch)
    (source / "own.yaml").rename(tmp_path / "away.yaml")
    done = finished_tasks(tmp_path / "out")
    with pytest.raises(WrongUsage):
        run_job(Shell("en", quiet=True), replace(job, resume=True))
    assert finished_tasks(tmp_path / "out") == done > 0
    with pytest.raises(WrongUsage):
        run_job(Shell("en", quiet=True), replace(job, folder=str(tmp_path / "other")))
    assert not (tmp_path / "other").exists()
    (tmp_path / "away.yaml").rename(source / "own.yaml")
    assert run_job(Shell("en", quiet=True), replace(job, resume=True)) == 0
    assert json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))["resumed_tasks"] > 1


def test_wrong_usage_that_tasks_meet_spares_what_an_earlier_run_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The questionnaire may go while the run goes on."""
    job = job_of(survey(tmp_path / "in", people(50, 5)), tmp_path / "out")
    interrupt(job, monkeypatch)

    def gone(*_told: object) -> None:
        raise WrongUsage("questionnaire-unknown", id="mini", known="")

    with monkeypatch.context() as patch:
        patch.setattr(score_stage, "run", gone)
        for note in (tmp_path / "out" / FOLDER / "score").glob("*.json"):
            note.unlink()
        with pytest.raises(WrongUsage):
            run_job(Shell("en", quiet=True), replace(job, resume=True))
        assert finished_tasks(tmp_path / "out", "read") > 0
        with pytest.raises(WrongUsage):
            run_job(Shell("en", quiet=True), job)
    assert not (tmp_path / "out" / FOLDER).exists()


def test_reports_come_with_the_tables_and_go_with_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report of last month among those of this one would be handed to a client."""
    rows = people(12, 2)
    for number, row in enumerate(rows):
        row.update(organisation=f"Org {number % 2}", wave="", group="")
    job = replace(job_of(survey(tmp_path / "in", rows), tmp_path / "out"), reports=True)
    reports = tmp_path / "out" / "reports"
    interrupt(job, monkeypatch)
    assert list(reports.iterdir()) == []
    with monkeypatch.context() as patch:
        patch.setattr(report_stage, "print_report", None)  # they need not be printed again
        assert run_job(Shell("en", quiet=True), replace(job, resume=True)) == 0
    first = {path.name: path.read_bytes() for path in reports.iterdir()}
    assert first.keys() == {"org-0.pdf", "org-1.pdf"}
    assert all(content.startswith(b"%PDF") for content in first.values())
    (reports / "mine.pdf").write_bytes(b"kept")
    for row in rows:
        row["organisation"] = row["organisation"].replace("Org 1", "Org 2")
    survey(tmp_path / "in", rows)
    interrupt(replace(job, force=True), monkeypatch)
    assert {path.name: path.read_bytes() for path in reports.iterdir() if path.name != "mine.pdf"} == first
    assert run_job(Shell("en", quiet=True), replace(job, force=True)) == 0
    assert {path.name for path in reports.iterdir()} == {"mine.pdf", "org-0.pdf", "org-2.pdf"}


def test_results_are_not_replaced_by_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A name mistyped beside --force must not cost the results of last month."""
    folder = survey(tmp_path / "in", people(50, 5))
    job = replace(job_of(folder, tmp_path / "out", force=True), respondents=True)
    assert run_job(Shell("en", quiet=True), job) == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert run_job(Shell("en"), replace(job, sources=[str(folder / "typo.csv")])) == 1
    assert "results.csv stays as it was" in capfd.readouterr().err
    after = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert "typo.csv" in after.pop("errors.csv").decode()
    before.pop("errors.csv")
    assert after == before
    fresh = replace(job, sources=[str(folder / "typo.csv")], folder=str(tmp_path / "fresh"))
    assert run_job(Shell("en", quiet=True), fresh) == 1
    assert (tmp_path / "fresh" / "results.csv").exists()


def job_of(folder: Path, output: Path, *, force: bool = False) -> Job:
    """Return what the command line would ask for."""
    return Job(
        sources=[str(folder)],
        folder=str(output),
        format="csv",
        questionnaire=None,
        min_group=None,
        plans=None,
        confidence=False,
        respondents=False,
        reports=False,
        portfolio=None,
        brand=None,
        workers=1,
        scheduler=None,
        resume=False,
        force=force,
    )
