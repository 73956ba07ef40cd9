"""What the room sees on a second screen: it follows the file of a workshop, and changes nothing in it."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, cast

from textual.binding import Binding, BindingType

from alignment_maturity.errors import AlignmentError
from alignment_maturity.interview.session import Stage
from alignment_maturity.interview.workshop.course import advance
from alignment_maturity.interview.workshop.events import Elapse
from alignment_maturity.interview.workshop.keeper import PATIENCE
from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.language import Lang, of_environment, one_line
from alignment_maturity.screens.base import FullScreen, Page, View
from alignment_maturity.screens.parts import Block, Key, Sheet, gap, heading, paragraph
from alignment_maturity.screens.theme import Look
from alignment_maturity.screens.workshop import views
from alignment_maturity.screens.workshop.ladder import Score, Scorer, Standing
from alignment_maturity.screens.workshop.page import HourPage
from alignment_maturity.screens.workshop.picture import Pictures
from alignment_maturity.screens.workshop.views import Seen
from alignment_maturity.screens.workshop.words import local_time, place_of, said
from alignment_maturity.store.rooms import read_room, room_path

Read = Callable[[], Meeting | None]

_LOOK_EVERY = 0.3  # seconds
_BROKEN = (AlignmentError, OSError, ValueError)  # what reading half a file may raise


def follow(path: Path, read: Read, lang: Lang | None, theme: str | None, score: Score | None = None) -> None:
    """Show the room a workshop until it is left.

    Args:
        path: the answer file, beside which the room is kept.
        read: reads the workshop as it is on disk; None where there is none yet.
        lang: what the room reads; None goes by the workshop, and until there is one by the locale.
        theme: `light`; anything else is dark.
        score: assesses the answers, for the ladder; without it there is none.

    Raises:
        KeyboardInterrupt: where it was left with Ctrl-C.
    """
    RoomView(path, read, lang, score=score, light=theme == "light", now=local_time).lead()


class RoomView(FullScreen):
    """The full screen of `workshop --present`.

    Attributes:
        meeting: as it was read last, and the time since; None before.
        pictures: of its rounds.
    """

    def __init__(  # noqa: PLR0913 - what a workshop is followed with
        self,
        path: Path,
        read: Read,
        lang: Lang | None,
        *,
        score: Score | None,
        light: bool = False,
        now: Callable[[], dt.datetime],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Follow an answer file; `clock` counts seconds, from any moment."""
        super().__init__(lang or of_environment(os.environ) or "it", light=light, now=now)
        self.path = path
        self.meeting: Meeting | None = None
        self.pictures = Pictures()
        self._read = read
        self._language_is_chosen = lang is not None
        self._clock = clock
        self._seen_at = self._read_at = clock()
        self._on_disk: object = None
        self._last: Meeting | None = None
        self._stale = False
        self._score = score
        self._scorer = Scorer(score, self.redraw) if score else None

    def first_page(self) -> Page:
        return RoomPage()

    def on_mount(self) -> None:
        self.look_again()
        self.set_interval(_LOOK_EVERY, self.look_again)
        self.set_interval(1.0, self.tick)

    def look_again(self) -> None:
        """Read the workshop where its files have changed; what cannot be read leaves what was there."""
        on_disk = _state(self.path), _state(room_path(self.path))
        if on_disk == self._on_disk and not self._stale:
            return
        try:
            meeting = self._read()
        except _BROKEN:
            self._keep_last(broken=True)
            return
        if meeting is None or None in on_disk:
            self._keep_last(broken=self.meeting is not None)
            return
        self._keep_last(broken=False)
        self._on_disk = on_disk
        if meeting is not self._last:
            self._last = meeting
            self._catch_up(meeting)

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
    def scores(self) -> bool:
        """Whether there is anything to score with."""
        return self._score is not None

    @property
    def standing(self) -> Standing:
        """What is known of the ladder."""
        return self._scorer.standing if self._scorer else Standing()

    def _catch_up(self, meeting: Meeting) -> None:
        before, self.meeting = self.meeting, meeting
        self._seen_at = self._read_at = self._clock()
        if not self._language_is_chosen:
            with suppress(*_BROKEN):
                if (room := read_room(self.path)) is not None:
                    self.lang = room.lang
        self.pictures.warm(meeting.questionnaire)
        if meeting.ladder and self._scorer is not None:
            self._scorer.want(meeting.seen_file())
        ended = before is not None and before.stage is Stage.FINISHED
        if (meeting.stage is Stage.FINISHED) != ended and self._score is not None:
            self.turn_to(self._end(meeting, self._score) if not ended else RoomPage())
            return
        self.redraw()
        if isinstance(self.screen, RoomPage) and before is not None and place_of(before) != place_of(meeting):
            self.screen.back_to_top()

    def _end(self, meeting: Meeting, score: Score) -> Page:
        from alignment_maturity.screens.workshop.room_end import RoomEnd

        return RoomEnd(meeting.answer_file(), score, _keys)

    def _keep_last(self, *, broken: bool) -> None:
        if self._stale != broken:
            self._stale = broken
            self.tell(said(self.look, "stale") if broken else "", "warning")


class RoomPage(HourPage):
    """The present question as the room sees it: no notes, no cards before they are revealed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,Q", "app.leave", show=False)]

    @property
    def room(self) -> RoomView:
        """The app."""
        return cast("RoomView", self.app)

    def hour(self) -> Meeting | None:
        return self.room.meeting

    def foot(self, look: Look) -> Sequence[Block]:
        meeting = self._shown
        return views.foot(meeting, look, self._seen(meeting)) if meeting else ()

    def view(self, look: Look) -> View:
        meeting = self._shown
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
        look, meeting = self.full_screen.look, self._shown
        if meeting is not None and look.wide and self.composed:
            self.query_one("#side", Sheet).lay(views.side(meeting, look, self._seen(meeting)), look)

    @property
    def _shown(self) -> Meeting | None:
        """The meeting; without anything to score with there is no ladder."""
        meeting = self.room.meeting
        return meeting if meeting is None or self.room.scores else replace(meeting, ladder=False)

    def _seen(self, meeting: Meeting) -> Seen:
        return Seen(room=True, picture=self.room.pictures.of(meeting), standing=self.room.standing)


def _keys(look: Look) -> tuple[Key, ...]:
    return (
        Key("t", said(look, "does-theme")),
        Key("l", said(look, "does-language")),
        Key("q", said(look, "does-leave")),
    )


def _state(path: Path) -> object:
    """Return what changes when a file does; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
