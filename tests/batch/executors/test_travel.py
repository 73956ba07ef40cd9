"""Failures that travel from one process to another."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from alignment_maturity.errors import AlignmentError, InvalidInput, Problem, WorkFailed, WrongUsage


@pytest.mark.parametrize(
    "error",
    [
        WorkFailed("disk-full", path=Path("out"), left=3),
        WrongUsage("questionnaire-unknown", id="x", known="a, b"),
        InvalidInput([Problem("no-match", "a.csv", 2, 3, {"n": 1}, "text", warning=True)], more=4),
        InvalidInput.of("no-match", "a.csv", path="b"),
    ],
)
@pytest.mark.parametrize("protocol", [2, pickle.HIGHEST_PROTOCOL])
def test_failures_arrive_whole(error: AlignmentError, protocol: int) -> None:
    """The sentence would have holes, or the user see a traceback instead."""
    error.add_note("seen in a worker")
    copy = pickle.loads(pickle.dumps(error, protocol))  # noqa: S301 - our own
    assert type(copy) is type(error)
    assert (str(copy), vars(copy)) == (str(error), vars(error))
