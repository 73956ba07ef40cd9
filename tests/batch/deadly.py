"""Stages of a run that kill the process which comes across a poison; for workers, which import it."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

from alignment_maturity.batch.stages import read as read_stage
from alignment_maturity.batch.stages import score as score_stage

if TYPE_CHECKING:
    from alignment_maturity.batch.stages.context import Context, Note

POISON = b"poison"
_read, _score = read_stage.run, score_stage.run


def read(context: Context, task: read_stage.Reading) -> Note:
    """Die where a file, or a row of a table, holds the poison; else read."""
    if isinstance(task, read_stage.ReadFiles):
        contents = [_content(source.path) for _, source in task.sources]
    else:
        contents = [_content(task.slice.path)[task.slice.start : task.slice.stop]]
    _die_of(contents)
    return _read(context, task)


def score(context: Context, task: score_stage.Score) -> Note:
    """Die where the organisation called Poison is among those to be scored; else score."""
    if (task.span.low or "") <= "Poison" and (task.span.high is None or task.span.high > "Poison"):
        _die_of([POISON])
    return _score(context, task)


def _content(path: str) -> bytes:
    return Path(path).read_bytes()


def _die_of(contents: list[bytes]) -> None:
    if any(POISON in content for content in contents):
        os.kill(os.getpid(), signal.SIGKILL)
