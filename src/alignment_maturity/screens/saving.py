"""What could not be saved, and the box that asks what to do then."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual.binding import BindingType

from alignment_maturity.errors import WorkFailed
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.screens.keys import bound
from alignment_maturity.screens.overlay import Overlay
from alignment_maturity.screens.parts import NOTHING, Block, Key, brush, gap, hanging, paragraph
from alignment_maturity.screens.theme import Look


class Unsaved(NamedTuple):
    """What could not be saved: how to try again, the answers, why."""

    write: Callable[[], None]
    file: AnswerFile
    failure: WorkFailed


class UnsavedBox(Overlay):
    """Asks what to do with what could not be saved; the app takes it away once all is saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("r,enter", "again"),
        bound("q", "give_up"),
        bound("escape", "again"),
        bound("l", "app.language"),
    ]

    def title_text(self, look: Look) -> str:
        return look.say("unsaved")

    def blocks(self, look: Look) -> tuple[Block, ...]:
        why = self.full_screen.why_unsaved
        return (
            Block(lambda on: hanging(NOTHING, f"! {why}.", on.width, brush(on.look.colours.bad, bold=True))),
            gap(),
            paragraph(look.say("unsaved-what-now")),
        )

    def keys(self, look: Look) -> tuple[Key, ...]:
        return Key("r", look.say("does-retry")), Key("q", look.say("does-print"))

    def action_again(self) -> None:
        """Try to save once more."""
        if not self.full_screen.try_again():
            self.show()  # it may have failed for another reason

    def action_give_up(self) -> None:
        """Leave without."""
        self.app.exit()
