"""What every task of a run is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from alignment_maturity.batch.settings import Settings
from alignment_maturity.batch.state import State

Stage = Literal["read", "score", "report"]
Unit = Literal["files", "rows", "bytes", "respondents", "reports"]
"""What the work of a stage can be counted in."""

Note = dict[str, Any]
"""What a task tells of itself: plain data, a few figures, the names and sizes of its parts."""


@dataclass(frozen=True)
class Context:
    """Where the run keeps its parts, and what was asked for."""

    state: State
    settings: Settings
