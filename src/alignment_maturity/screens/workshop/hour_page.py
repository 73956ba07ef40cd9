"""A page of a workshop with its clock; the facilitator's and the room's are built on it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.screens.page import Page
from alignment_maturity.screens.parts import Block, Sheet
from alignment_maturity.screens.theme import Look
from alignment_maturity.screens.workshop import hour


class HourPage(Page):
    """A page with the time at the top and something below it that stays in sight."""

    DEFAULT_CSS = """
    HourPage #band { padding: 0 1; }
    HourPage #foot { height: auto; max-height: 40%; padding: 0 1; background: $card;
                     scrollbar-size-vertical: 1; }
    """

    def compose(self) -> ComposeResult:
        for part in super().compose():
            if part.id == "status":
                with VerticalScroll(id="foot", can_focus=False):
                    yield Sheet(id="foot-lines")
            yield part

    @property
    def composed(self) -> bool:
        """Whether there is anything to draw on yet."""
        return bool(self.query("#keys"))

    @abstractmethod
    def hour(self) -> Meeting | None:
        """Return the meeting whose time is at the top; None where there is none."""

    @abstractmethod
    def foot(self, look: Look) -> Sequence[Block]:
        """Return what stays in sight below the page."""

    def chosen(self) -> str:
        """Return the key of the line of the foot that has to be in sight."""
        return ""

    def show(self) -> None:
        super().show()
        if not self.composed:
            return
        look = self.full_screen.look
        lines = self.query_one("#foot-lines", Sheet)
        blocks = self.foot(look)
        self.query_one("#foot").display = bool(blocks)
        lines.lay(blocks, look, self.chosen())
        self.call_after_refresh(lines.scroll_to_cursor)
        self.show_time()

    def show_time(self) -> None:
        """Draw only what changes every second."""
        meeting = self.hour()
        if meeting is None or not self.composed:
            return
        look = self.full_screen.look
        self.query_one("#top", Static).update(hour.top(meeting, look, look.columns - 2))
        self.query_one("#band", Static).update(hour.pace_line(meeting, look, look.columns - 2))
