"""The facilitator's full screen: the hour with marketing and sales at one table."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from alignment_maturity.interview.ending import Afterwards
from alignment_maturity.interview.moves import Quit
from alignment_maturity.interview.session import Stage
from alignment_maturity.interview.workshop import wording
from alignment_maturity.interview.workshop.course import advance
from alignment_maturity.interview.workshop.events import Elapse, Event
from alignment_maturity.interview.workshop.keeper import PATIENCE
from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.language import Lang
from alignment_maturity.screens.app import FullScreen, Tone
from alignment_maturity.screens.page import Page
from alignment_maturity.screens.workshop.ladder import Scorer, Standing
from alignment_maturity.screens.workshop.page import TablePage
from alignment_maturity.screens.workshop.picture import Pictures
from alignment_maturity.screens.workshop.words import local_time, place_of

Save = Callable[[Meeting, Lang], None]


def lead(
    meeting: Meeting, lang: Lang, *, save: Save, afterwards: Afterwards, path: Path, theme: str | None
) -> tuple[Meeting, Lang]:
    """Lead a workshop on the full screen until it is left; return it as it is then, and its language.

    Args:
        save: writes what has changed, or raises WorkFailed.
        path: where the answers are kept.
        theme: `light`; anything else is dark.

    Raises:
        KeyboardInterrupt: where it was left at once with Ctrl-C.
        NotSaved: where it was left with something that could not be written.
    """
    app = Workshop(
        meeting, lang, save=save, afterwards=afterwards, path=path, light=theme == "light", now=local_time
    )
    app.lead()
    return app.meeting, app.lang


_STATUS = 22  # columns of the line above the keys that say when all was saved


class Workshop(FullScreen):
    """The full screen of `workshop`.

    Attributes:
        meeting: as it is.
        path: where the answers are kept.
        pictures: of its rounds.
        long_notice: what there is to tell that is too long for a line.
    """

    def __init__(  # noqa: PLR0913 - what a workshop is led with
        self,
        meeting: Meeting,
        lang: Lang,
        *,
        save: Save,
        afterwards: Afterwards,
        path: Path,
        light: bool = False,
        now: Callable[[], dt.datetime],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Open a meeting; `clock` counts seconds, from any moment."""
        super().__init__(lang, light=light, now=now)
        self.meeting = meeting
        self.path = path
        self.pictures = Pictures()
        self.long_notice = ""
        self._save = save
        self._afterwards = afterwards
        self._clock = clock
        self._seen_at = clock()
        self._seconds_saved = meeting.seconds
        self._scorer = Scorer(afterwards.score, self.redraw)

    def first_page(self) -> Page:
        return self._page()

    def on_mount(self) -> None:
        self._write(self.meeting)
        self.set_interval(1.0, self.tick)
        self.call_after_refresh(self.pictures.warm, self.meeting.questionnaire)
        self._want_ladder()

    def do(self, event: Event) -> None:
        """Let something happen: save what it changed, tell what it did, show where it led."""
        self.pass_time()
        before, after = self.meeting, advance(self.meeting, event)
        if isinstance(event, Quit):
            if self._write(after):
                self.meeting = after
                self.exit()
            return
        self.meeting = after
        turned = Stage.FINISHED in {before.stage, after.stage} and before.stage is not after.stage
        if turned:  # before saving, which may put a question over the page
            self.turn_to(self._page())
        if replace(after, notice=None) != replace(before, notice=None):
            self._write(after)
        self.comment(wording.notice(after, self.lang), "warning")
        self._want_ladder()
        if turned:
            return
        page = self._in_sight()
        if page is not None and place_of(before) != place_of(after):
            page.turned()
        self.redraw()

    def leave(self) -> None:
        self.do(Quit())

    def tick(self) -> None:
        """Let the time pass that has passed; keep it on disk now and then."""
        self.pass_time()
        if abs(self.meeting.seconds - self._seconds_saved) >= PATIENCE:
            self._write(self.meeting)
        if page := self._in_sight():
            page.show_time()

    def pass_time(self) -> None:
        """Count the time since the last look at the clock towards the present question."""
        at = self._clock()
        self.meeting = advance(self.meeting, Elapse(at - self._seen_at))
        self._seen_at = at

    def action_language(self) -> None:
        super().action_language()
        self._write(self.meeting)

    def comment(self, text: str, tone: Tone) -> None:
        """Tell something above the keys; what is too long for that, at the foot of the page."""
        fits = len(text) <= self.size.width - _STATUS
        self.long_notice = "" if fits else text
        self.tell(text if fits else "", tone)
        if not fits:
            self.redraw()

    @property
    def standing(self) -> Standing:
        """What is known of the ladder."""
        return self._scorer.standing

    def _in_sight(self) -> TablePage | None:
        page = next((shown for shown in reversed(self.screen_stack) if isinstance(shown, Page)), None)
        return page if isinstance(page, TablePage) else None

    def _want_ladder(self) -> None:
        if self.meeting.ladder:
            self._scorer.want(self.meeting.seen_file())

    def _page(self) -> Page:
        if self.meeting.stage is not Stage.FINISHED:
            return TablePage()
        from alignment_maturity.screens.workshop.end import TableEnd

        return TableEnd(self.meeting, self._afterwards)

    def _write(self, meeting: Meeting) -> bool:
        def save() -> None:
            self._save(meeting, self.lang)
            self._seconds_saved = meeting.seconds

        return self.keep(save, meeting.answer_file())
