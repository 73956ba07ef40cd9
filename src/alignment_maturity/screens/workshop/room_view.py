"""What the room sees on a second screen: it follows the file of a workshop, and changes nothing in it."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar, Protocol, cast

from textual.binding import BindingType

from alignment_maturity.interview.session import Stage
from alignment_maturity.interview.workshop.course import advance
from alignment_maturity.interview.workshop.events import Elapse
from alignment_maturity.interview.workshop.keeper import PATIENCE
from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.language import Lang, one_line
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.result import Assessment
from alignment_maturity.screens.app import FullScreen
from alignment_maturity.screens.keys import bound
from alignment_maturity.screens.page import Page, View
from alignment_maturity.screens.parts import Block, Key, Sheet, gap, heading, paragraph
from alignment_maturity.screens.theme import Look
from alignment_maturity.screens.workshop import views
from alignment_maturity.screens.workshop.hour_page import HourPage
from alignment_maturity.screens.workshop.ladder import Scorer, Standing
from alignment_maturity.screens.workshop.picture import Pictures
from alignment_maturity.screens.workshop.views import Seen
from alignment_maturity.screens.workshop.words import local_time, place_of, said

_LOOK_EVERY = 0.3  # seconds


class Followed(Protocol):
    """A workshop that is led elsewhere."""

    @property
    def path(self) -> Path:
        """The answer file."""

    @property
    def meeting(self) -> Meeting | None:
        """The last one that could be read, the same one until its files change; None before."""

    @property
    def broken(self) -> bool:
        """Whether its files are there but cannot be read, or were there and have gone."""

    @property
    def lang(self) -> Lang:
        """The language of the room."""

    def look(self) -> None:
        """Read the files again, where they have changed."""

    def score(self, file: AnswerFile) -> Assessment:
        """Assess the answers of the meeting."""


def follow(followed: Followed, *, light: bool) -> None:
    """Show the room a workshop until it is left; raises KeyboardInterrupt where that was with Ctrl-C."""
    RoomView(followed, light=light, now=local_time).lead()


class RoomView(FullScreen):
    """The full screen of `workshop --present`.

    Attributes:
        meeting: as it was read last, and the time since; None before.
        pictures: of its rounds.
    """

    def __init__(
        self,
        followed: Followed,
        *,
        light: bool = False,
        now: Callable[[], dt.datetime],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Follow a workshop; `clock` counts seconds, from any moment."""
        super().__init__(followed.lang, light=light, now=now)
        self.meeting: Meeting | None = None
        self.pictures = Pictures()
        self._followed = followed
        self._language_is_chosen = False
        self._clock = clock
        self._seen_at = self._read_at = clock()
        self._last: Meeting | None = None
        self._stale = False
        self._scorer = Scorer(followed.score, self.redraw)

    def first_page(self) -> Page:
        return RoomPage()

    def on_mount(self) -> None:
        self.look_again()
        self.set_interval(_LOOK_EVERY, self.look_again)
        self.set_interval(1.0, self.tick)

    def look_again(self) -> None:
        """Show the workshop as it is now; what cannot be read leaves what was there, with a mark."""
        self._followed.look()
        meeting = self._followed.meeting
        if meeting is not None and meeting is not self._last:
            self._last = meeting
            self._catch_up(meeting)
        if self._stale != self._followed.broken:
            self._stale = self._followed.broken
            mark = "not-read" if meeting is None else "stale"
            self.tell(said(self.look, mark) if self._stale else "", "warning")

    def tick(self) -> None:
        """Let the time pass in between, unless nothing was heard for long."""
        at = self._clock()
        if self.meeting is not None and at - self._read_at <= 2 * PATIENCE:
            self.meeting = advance(self.meeting, Elapse(at - self._seen_at))
        self._seen_at = at
        if isinstance(self.screen, RoomPage):
            self.screen.show_time()

    def action_language(self) -> None:
        self._language_is_chosen = True
        super().action_language()

    @property
    def path(self) -> Path:
        """The answer file."""
        return self._followed.path

    @property
    def standing(self) -> Standing:
        """What is known of the ladder."""
        return self._scorer.standing

    def _catch_up(self, meeting: Meeting) -> None:
        before, self.meeting = self.meeting, meeting
        self._seen_at = self._read_at = self._clock()
        if not self._language_is_chosen:
            self.lang = self._followed.lang
        self.pictures.warm(meeting.questionnaire)
        if meeting.ladder:
            self._scorer.want(meeting.seen_file())
        ended = before is not None and _end_is_shown(before)
        if _end_is_shown(meeting) != ended:
            self.turn_to(RoomPage() if ended else self._end(meeting))
            return
        self.redraw()
        if isinstance(self.screen, RoomPage) and before is not None and place_of(before) != place_of(meeting):
            self.screen.back_to_top()

    def _end(self, meeting: Meeting) -> Page:
        from alignment_maturity.screens.workshop.end import RoomEnd

        return RoomEnd(meeting.seen_file(), self._followed.score, _keys)


class RoomPage(HourPage):
    """The present question as the room sees it: no notes, no cards before they are revealed."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("q", "app.leave")]

    @property
    def room(self) -> RoomView:
        """The app."""
        return cast("RoomView", self.app)

    def hour(self) -> Meeting | None:
        return self.room.meeting

    def foot(self, look: Look) -> Sequence[Block]:
        meeting = self.room.meeting
        return views.foot(meeting, look, self._seen(meeting)) if meeting else ()

    def view(self, look: Look) -> View:
        meeting = self.room.meeting
        if meeting is None:
            path = one_line(str(self.room.path))
            blocks: list[Block] = [
                gap(max(1, look.rows // 3)),
                heading(said(look, "waiting")),
                paragraph(said(look, "waiting-for", path=path), quiet=True),
            ]
            return View(left="", right="", blocks=tuple(blocks), keys=_keys(look))
        seen = self._seen(meeting)
        return View(
            left="",
            right="",
            blocks=tuple(views.page(meeting, look, seen)),
            side=tuple(views.side(meeting, look, seen)),
            keys=_keys(look),
        )

    def show_time(self) -> None:
        super().show_time()
        look, meeting = self.full_screen.look, self.room.meeting
        if meeting is not None and look.wide and self.composed:
            self.query_one("#side", Sheet).lay(views.side(meeting, look, self._seen(meeting)), look)

    def _seen(self, meeting: Meeting) -> Seen:
        return Seen(room=True, picture=self.room.pictures.of(meeting), standing=self.room.standing)


def _keys(look: Look) -> tuple[Key, ...]:
    return (
        Key("t", said(look, "does-theme")),
        Key("l", said(look, "does-language")),
        Key("q", said(look, "does-leave")),
    )


def _end_is_shown(meeting: Meeting) -> bool:
    """Tell whether the room sees the result: whoever leads shows it as the ladder."""
    return meeting.stage is Stage.FINISHED and meeting.ladder
