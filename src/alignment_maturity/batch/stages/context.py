"""What every task of a run is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Protocol

from alignment_maturity.batch.settings import Settings
from alignment_maturity.batch.state import State

Stage = Literal["read", "score", "report"]
Unit = Literal["files", "rows", "bytes", "respondents", "reports"]
"""What the work of a stage can be counted in."""

Note = dict[str, Any]
"""What a task tells of itself: plain data, a few figures, the names and sizes of its parts."""


class Named(Protocol):
    """A task of any stage, as far as its note tells of it."""

    @property
    def id(self) -> str:
        """What the task is called in its stage."""

    @property
    def fingerprint(self) -> str:
        """A hash of all that its result depends on, besides the settings of the run."""


@dataclass(frozen=True)
class Context:
    """Where the run keeps its parts, and what was asked for."""

    state: State
    settings: Settings

    def made(self, task: Named) -> Note:
        """Return how the note of a task begins: by what it is known for one of this run and no other."""
        return {"id": task.id, "fingerprint": task.fingerprint, "settings": self.settings.dated}
