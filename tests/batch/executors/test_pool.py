"""The pool of processes: who dies in it, with it, and for what."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from alignment_maturity.batch.executors import Done
from alignment_maturity.batch.executors import pool as pool_module
from alignment_maturity.batch.executors.pool import Pool
from alignment_maturity.errors import WorkFailed
from batch.executors.processes import TESTS, is_running
from batch.executors.work import (
    FatalToLoad,
    LoadedInTurn,
    MissingToLoad,
    Numbers,
    alone_on_trial,
    deadly,
    deadly_at_first,
    doze,
    failing_in_turn,
    kill_process,
    loaded_modules,
    numbers,
    single,
    slow_or_failing,
    surroundings,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")

HEAVY = {"distributed", "numpy", "polars", "pydantic", "rich", "typer"}
PROGRAM = """
import sys
import alignment_maturity.__main__

def main():
    sys.path.insert(0, ".")
    from alignment_maturity.batch.executors.pool import Pool
    from batch.executors import work

    if "-m" in sys.argv:
        sys.modules["__main__"] = alignment_maturity.__main__
    with Pool(1) as pool:
        for result in pool.run(getattr(work, sys.argv[1]), work.single(1)):
            print(result.outcome)

if __name__ == "__main__":
    main()
"""
"""Like the installed script, or with `-m` what Python makes of that; prints what a function returns."""
KILLS = int(os.environ.get("KILL_POINTS", "40")) // 10


def test_a_worker_that_was_killed_loses_nothing(tmp_path: Path) -> None:
    """Linux kills when memory is short; what the process was at would be missing in the results."""
    guilty = frozenset({3, 4, 11, 19})
    with Pool(2) as pool:
        results = list(pool.run(partial(deadly_at_first, numbers=guilty, folder=tmp_path), single(20)))
    assert numbers(results) == (list(range(20)), [])
    assert {int(path.name) for path in tmp_path.iterdir()} == guilty


def test_the_poison_is_found_among_two_hundred() -> None:
    """One file that crashes a library would take all those read with it."""
    tasks = [Numbers(0, 200), Numbers(200, 230), Numbers(230, 260)]
    with Pool(2) as pool:
        results = list(pool.run(partial(deadly, poison=137), tasks))
    assert numbers(results) == ([number for number in range(260) if number != 137], [137])


def test_workers_can_start_before_there_is_work() -> None:
    """A run of a second would wait for processes that could have started while its inputs were looked for."""
    with Pool(2) as pool:
        pool.start("colorsys")
        staff = list(pool._staff)
        modules = [end.outcome for end in pool.run(loaded_modules, single(4)) if isinstance(end, Done)]
        assert set(pool._staff) <= set(staff)
    assert all("colorsys" in named.split() for named in modules)


def test_workers_that_die_before_there_is_work_are_replaced() -> None:
    with Pool(2) as pool:
        pool.start("colorsys")
        for worker in pool._staff:
            worker.process.kill()
            worker.process.join()
        assert numbers(pool.run(doze, single(4))) == (list(range(4)), [])


def test_kills_at_random_poison_nobody() -> None:
    """What an administrator ends would be told to the user as faults of files."""
    chance = random.Random(7)
    kills = 0

    def tasks() -> Iterator[Numbers]:
        for number in itertools.count():
            if kills == KILLS:
                return
            yield Numbers(number, number + 1)

    with Pool(2) as pool:

        def kill_at_random() -> None:
            nonlocal kills
            while kills < KILLS:
                time.sleep(chance.uniform(0.15, 0.3))
                # It may have died, and been replaced, since it was looked up.
                with contextlib.suppress(ProcessLookupError, ValueError):
                    os.kill(chance.choice(pool._staff).process.pid or 0, signal.SIGKILL)
                    kills += 1

        threading.Thread(target=kill_at_random, daemon=True).start()
        finished, poisoned = numbers(pool.run(doze, tasks()))
    assert poisoned == []
    assert finished == list(range(len(finished)))
    assert kills == KILLS


@pytest.mark.parametrize(("times", "poisoned"), [(2, []), (3, [4])])
def test_whoever_kills_alone_twice_is_guilty(times: int, poisoned: list[int], tmp_path: Path) -> None:
    """One death may have any cause, one when alone may still be chance; but no task is tried for ever."""
    with Pool(2) as pool:
        work = partial(deadly_at_first, numbers=frozenset({4}), folder=tmp_path, times=times)
        results = list(pool.run(work, single(8)))
    assert numbers(results) == ([number for number in range(8) if number not in poisoned], poisoned)


def test_a_suspect_runs_alone(tmp_path: Path) -> None:
    """Where memory is short, one would be blamed for what its neighbour takes, or the one before it took."""
    with Pool(3) as pool:
        work = partial(alone_on_trial, number=2, folder=tmp_path, fails=kill_process)
        results = list(pool.run(work, single(4)))
    assert numbers(results) == (list(range(4)), [])
    assert (tmp_path / "tried").read_text() == "beside 0, after 0"


def test_a_worker_that_has_just_started_lets_a_suspect_alone(tmp_path: Path) -> None:
    """Its first task would run beside the trial."""
    with Pool(3) as pool:
        results = list(pool.run(LoadedInTurn(tmp_path), single(4)))
    assert numbers(results) == (list(range(4)), [])
    assert (tmp_path / "tried").read_text() == "beside 0, after 0"


def test_workers_that_cannot_start_are_told_of() -> None:
    """A library that crashes as it is loaded would have every file called poisoned, or the run never end."""
    with pytest.raises(WorkFailed) as failed, Pool(2) as pool:
        list(pool.run(FatalToLoad(), single(4)))
    assert failed.value.code == "workers-die"
    assert failed.value.values == {"reason": "SIGKILL"}


def test_what_cannot_be_loaded_is_seen() -> None:
    with pytest.raises(ModuleNotFoundError, match="nowhere"), Pool(2) as pool:
        list(pool.run(MissingToLoad(), single(4)))


def test_the_pool_gets_over_a_failure_at_once() -> None:
    """A full disk would keep the user waiting for tasks whose results nobody will see."""
    with Pool(2) as pool:
        results = pool.run(partial(slow_or_failing, failing=1), single(2))
        began = time.monotonic()
        with pytest.raises(WorkFailed):
            list(results)
        assert numbers(pool.run(doze, single(2))) == ([0, 1], [])
    assert time.monotonic() - began < 10  # the other task takes thirty


def test_failures_of_a_run_that_was_given_up_are_not_those_of_the_next() -> None:
    with Pool(2) as pool:
        with pytest.raises(WorkFailed):
            list(pool.run(failing_in_turn, single(2)))
        assert numbers(pool.run(partial(doze, seconds=0.3), single(4))) == ([0, 1, 2, 3], [])


def test_a_worker_starts_with_little() -> None:
    """Each worker would load the whole command line before it began."""
    with Pool(1) as pool:
        (result,) = pool.run(loaded_modules, single(1))
    assert isinstance(result, Done)
    assert HEAVY.isdisjoint(result.outcome.split())
    assert "alignment_maturity.batch.executors.worker" in result.outcome


@pytest.mark.parametrize("start", ["-m", "script"])
def test_workers_do_not_start_the_program_again(start: str, tmp_path: Path) -> None:
    """A worker imports what the program began with: `-m alignment_maturity`, or the installed script."""
    loaded = run_program(tmp_path, "loaded_modules", start).split()
    assert "alignment_maturity.batch.executors.worker" in loaded
    assert "__mp_main__" in loaded  # the name under which it imports it
    assert HEAVY.isdisjoint(loaded)


def test_workers_share_the_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """With all threads of all libraries in all workers, the machine would stand still."""
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setenv("POLARS_MAX_THREADS", "3")
    monkeypatch.setattr(pool_module, "available", lambda: 8)
    with Pool(2) as pool:
        results = list(pool.run(surroundings, single(8)))
    outcomes = [result.outcome for result in results if isinstance(result, Done)]
    assert len({process for process, _ in outcomes}) == 2
    assert {environment["OMP_NUM_THREADS"] for _, environment in outcomes} == {"4"}
    assert {environment["POLARS_MAX_THREADS"] for _, environment in outcomes} == {"3"}  # as the user has it
    assert "OMP_NUM_THREADS" not in os.environ


def test_workers_print_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """What libraries say would stand in the middle of the bar of progress, or in the results on stdout."""
    with Pool(2) as pool:
        list(pool.run(surroundings, single(2)))
    assert capfd.readouterr() == ("", "")


def test_workers_never_hear_of_ctrl_c(tmp_path: Path) -> None:
    """One that has only half started would leave its traceback on the terminal."""
    assert run_program(tmp_path, "hears_of_ctrl_c") == "False"


def test_ctrl_c_cuts_no_start_short() -> None:
    """A process that is given half of what it needs leaves its traceback on the terminal."""
    begun, ended = threading.Event(), threading.Event()

    def press() -> None:
        begun.wait()
        os.kill(os.getpid(), signal.SIGINT)  # may well be delivered to this thread, where nothing blocks it
        ended.set()

    threading.Thread(target=press).start()
    steps = []

    def start() -> None:
        with pool_module._without_interruption():
            begun.set()
            ended.wait()
            time.sleep(0.05)
            steps.append("started")

    with pytest.raises(KeyboardInterrupt):
        start()
    assert steps == ["started"]


def test_no_worker_is_left() -> None:
    with Pool(2) as pool:
        results = list(pool.run(surroundings, single(8)))
    processes = {result.outcome[0] for result in results if isinstance(result, Done)}
    assert [process for process in processes if is_running(process)] == []
    assert multiprocessing.active_children() == []


def run_program(folder: Path, *arguments: str) -> str:
    """Run the program that has a function run in a pool; return what it printed."""
    program = folder / "program.py"
    program.write_text(PROGRAM, "utf-8")
    done = subprocess.run(
        [sys.executable, program, *arguments], cwd=TESTS, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout.strip()
