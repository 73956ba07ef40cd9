"""The end of a workshop as the room sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from alignment_maturity.interview.ending import Afterwards
from alignment_maturity.language import Lang
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.screens.base import View
from alignment_maturity.screens.ending import EndPage
from alignment_maturity.screens.parts import Key
from alignment_maturity.screens.theme import Look
from alignment_maturity.screens.workshop.ladder import Score


class RoomEnd(EndPage):
    """The ladder, why not higher, the next moves; nothing can be done here but leave."""

    def __init__(self, file: AnswerFile, score: Score, keys: Callable[[Look], tuple[Key, ...]]) -> None:
        """Show what some answers say; `keys` are those for the line at the bottom."""
        super().__init__(file.organisation, file, Afterwards(score, _no_report), back=lambda: None)
        self._keys = keys

    def view(self, look: Look) -> View:
        return replace(super().view(look), keys=self._keys(look), all_keys=())

    def action_write(self) -> None:
        """Write nothing: the report is for whoever leads."""


def _no_report(_file: AnswerFile, _lang: Lang) -> Path:
    raise RuntimeError("the room writes no report")
