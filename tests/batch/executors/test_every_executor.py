"""What holds wherever tasks run: here, in a pool of processes, on a cluster."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from alignment_maturity.batch.executors import Done, Executor
from alignment_maturity.errors import InvalidInput, WorkFailed
from batch.executors.work import (
    Numbers,
    buggy,
    doze,
    full_disk,
    hungry,
    invalid,
    numbers,
    single,
    total,
    unspeakable,
)


def test_every_task_is_finished_exactly_once(executor: Executor) -> None:
    """An organisation would be missing, or counted twice."""
    tasks = single(60)
    results = list(executor.run(total, tasks))
    assert sorted(results, key=lambda result: result.task.first) == [Done(task, task.first) for task in tasks]


def test_no_tasks_are_no_work(executor: Executor) -> None:
    assert list(executor.run(total, [])) == []


def test_a_million_tasks_never_sit_in_memory(executor: Executor) -> None:
    """The list of files of a large run would take more room than the run itself."""
    taken = 0

    def endless() -> Iterator[Numbers]:
        nonlocal taken
        for taken in itertools.count(1):
            yield Numbers(taken, taken + 1)

    run = executor.run(total, endless())
    for finished in range(1, 41):
        next(run)
        assert taken - finished <= 3 * executor.workers
    run.close()  # type: ignore[attr-defined] # a generator


def test_a_second_run_knows_nothing_of_one_that_was_given_up(executor: Executor) -> None:
    """Results of the first would be taken for results of the second."""
    run = executor.run(doze, single(10))
    next(run)
    run.close()  # type: ignore[attr-defined] # a generator
    tasks = [Numbers(number, number + 3) for number in range(100, 110)]
    results = list(executor.run(total, tasks))
    assert {result.task for result in results} == set(tasks)
    assert len(results) == len(tasks)


def test_what_fails_fails_as_itself(executor: Executor) -> None:
    """Of a full disk the user would be told that the program has a bug."""
    with pytest.raises(WorkFailed) as failed:
        list(executor.run(partial(full_disk, number=5), single(50)))
    assert failed.value.code == "disk-full"
    assert failed.value.values == {"path": Path("results.parquet")}


def test_bad_input_keeps_its_problems(executor: Executor) -> None:
    with pytest.raises(InvalidInput) as refused:
        list(executor.run(invalid, single(4)))
    assert [problem.source for problem in refused.value.problems] == ["a.csv", "b.csv"]
    assert refused.value.problems[0].values == {"row": 3}
    assert refused.value.more == 8
    assert str(refused.value) == "10 problems"


def test_a_bug_is_seen(executor: Executor) -> None:
    """Tasks that fail would be left out without a word."""
    with pytest.raises(ZeroDivisionError):
        list(executor.run(buggy, single(4)))


def test_an_exception_that_cannot_travel_is_seen_all_the_same(executor: Executor) -> None:
    """The run would hang, or tell of pickles."""
    with pytest.raises(Exception, match="not picklable"):
        list(executor.run(unspeakable, single(1)))


def test_after_a_failure_there_can_be_another_run(executor: Executor) -> None:
    with pytest.raises(WorkFailed):
        list(executor.run(partial(full_disk, number=1), single(20)))
    assert len(list(executor.run(total, single(5)))) == 5


def test_what_takes_too_much_memory_is_split(executor: Executor) -> None:
    """One enormous file would end the run of all others."""
    results = list(executor.run(partial(hungry, poison=5), [Numbers(0, 8), Numbers(8, 12)]))
    assert numbers(results) == (list(range(5)) + list(range(6, 12)), [5])


def test_a_task_that_cannot_be_taken_ends_the_run(executor: Executor) -> None:
    """A folder that vanishes while its files are listed, say."""

    def listed() -> Iterator[Numbers]:
        yield Numbers(0, 1)
        raise FileNotFoundError("answers")

    with pytest.raises(FileNotFoundError):
        list(executor.run(total, listed()))
