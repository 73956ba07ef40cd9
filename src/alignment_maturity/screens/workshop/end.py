"""The end of a workshop: for whoever leads it, and for the room once it may see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType

from alignment_maturity.interview.ending import Afterwards
from alignment_maturity.interview.moves import Back
from alignment_maturity.interview.workshop.events import ShowLadder
from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.interview.workshop.wording import unrevealed
from alignment_maturity.language import Lang
from alignment_maturity.language.workshop_screen import HELP
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.screens.ending import EndPage
from alignment_maturity.screens.keys import bound
from alignment_maturity.screens.page import View
from alignment_maturity.screens.parts import Block, Key, paragraph
from alignment_maturity.screens.theme import Look
from alignment_maturity.screens.workshop.board import warning
from alignment_maturity.screens.workshop.ladder import Score
from alignment_maturity.screens.workshop.words import said

if TYPE_CHECKING:
    from alignment_maturity.screens.workshop.app import Workshop


class TableEnd(EndPage):
    """The end on the facilitator's screen, where it is shown to the room."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("k", "ladder")]

    def __init__(self, meeting: Meeting, afterwards: Afterwards) -> None:
        """Show what the answers of a meeting say."""
        file = meeting.answer_file()
        super().__init__(file.organisation, file, afterwards, back=lambda: self.table.do(Back()))

    @property
    def table(self) -> Workshop:
        """The app."""
        return cast("Workshop", self.app)

    def view(self, look: Look) -> View:
        seen = super().view(look)
        seen = replace(seen, blocks=(*self._left_out(look), *seen.blocks))
        if not self.complete:
            return seen
        shown = self.table.meeting.ladder
        to_room = said(look, "room-sees-end" if shown else "room-waits-for-end")
        does = said(look, "does-hide-end" if shown else "does-show-end")
        return replace(
            seen,
            blocks=(paragraph(to_room, quiet=True), *seen.blocks),
            keys=(seen.keys[0], Key("k", does), *seen.keys[1:]),
            all_keys=(*seen.all_keys, Key("k", HELP["k"].fill(look.lang))),
        )

    def action_ladder(self) -> None:
        """Show the room the result, or hide it."""
        self.table.do(ShowLadder())

    def _left_out(self, look: Look) -> list[Block]:
        """Say where cards do not count, because nobody has revealed them."""
        told = unrevealed(self.table.meeting, look.lang)
        return warning(told) if told else []


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
