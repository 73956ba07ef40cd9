"""The ground of every full screen: language and theme, pages, saving, and the ways out.

`FullScreen` is an app of Textual that a face is built on (`lead` runs it). What it shows are pages (`page`),
and boxes over them (`overlay`).
"""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import signal
import sys
from abc import abstractmethod
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from typing import ClassVar, Literal, TypeVar

from textual.app import App
from textual.binding import BindingType
from textual.content import Content
from textual.events import Event
from textual.events import Key as KeyPress
from textual.filter import NoColor
from textual.message_pump import MessagePump
from textual.screen import Screen

from alignment_maturity.errors import WorkFailed
from alignment_maturity.interview.terminal import NotSaved
from alignment_maturity.language import Lang, failures, say
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.screens import theme
from alignment_maturity.screens.background import aside
from alignment_maturity.screens.keys import bound
from alignment_maturity.screens.overlay import Box, HelpBox, KeepsText
from alignment_maturity.screens.page import Page
from alignment_maturity.screens.parts import NOTHING, brush, ends, line, wrapped
from alignment_maturity.screens.saving import Unsaved, UnsavedBox
from alignment_maturity.screens.theme import DARK, LIGHT, Look

Tone = Literal["plain", "good", "warning"]
T = TypeVar("T")

_LONGEST_OPENING = 10  # seconds that keys wait for a page; then it has failed
_LOOK_AFTER = 0.5  # seconds between looks at who has a key
_SIGNALS = [
    number for name in ("SIGHUP", "SIGTERM", "SIGINT") if (number := getattr(signal, name, None)) is not None
]


class FullScreen(App[None]):
    """A face on the whole terminal; subclasses give the first page and hold the session.

    Attributes:
        lang: the language of everything shown.
    """

    TITLE = "alignment-maturity"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("ctrl+c", "leave_now", priority=True),
        bound("ctrl+q", "leave", priority=True),
        bound("f1", "help"),
        bound("f2", "language", priority=True),
        bound("f3", "theme", priority=True),
    ]

    def __init__(self, lang: Lang, *, light: bool = False, now: Callable[[], dt.datetime]) -> None:
        """Begin in a language; `now` is asked for the local time when something is saved."""
        driver = None
        if os.name != "nt":
            from alignment_maturity.screens.terminal import Terminal

            driver = Terminal
        super().__init__(driver_class=driver)
        if self.no_color:  # Textual's own way is shades of grey
            self._filters[-1] = NoColor()
        self._few_colours = self.console.color_system in {"standard", "windows"}
        for known in theme.themes(few=self._few_colours):
            self.register_theme(known)
        self.theme = LIGHT if light else DARK
        self.lang: Lang = lang
        self._now = now
        self._saved: dt.datetime | None = None
        self._told: tuple[str, Tone] = "", "plain"
        self._unsaved: Unsaved | None = None
        self._signal: int | None = None
        self._leading = False
        self._busy = False
        self._leaving = False  # once nothing is under way
        self._typed_ahead: deque[KeyPress] = deque()
        self._key_at_work: KeyPress | None = None
        self._way: Sequence[MessagePump] = ()  # who is still to have had it

    # What subclasses implement

    @abstractmethod
    def first_page(self) -> Page:
        """Return the page that is shown first."""

    def leave(self) -> None:
        """Leave as the user asked to; everything is saved. A session can be told before."""
        self.exit()

    # What pages call

    @property
    def look(self) -> Look:
        """What is drawn for at the moment."""
        size = self.size
        return Look(self.lang, theme.of(self.theme, few=self._few_colours), size.width, size.height)

    @property
    def moving(self) -> bool:
        """Whether things may move: not where TEXTUAL_ANIMATIONS or NO_MOTION say otherwise."""
        return self.animation_level == "full" and not os.environ.get("NO_MOTION")

    def tell(self, text: str, tone: Tone = "plain") -> None:
        """Show a sentence above the keys, until the next one; an empty one takes it away."""
        self._told = text, tone
        for page in reversed(self.screen_stack):
            if isinstance(page, Page):
                page.show_status()
                return

    def status(self, width: int) -> Content:
        """Draw the line above the keys: what was told, and when all was saved."""
        look = self.look
        used = look.colours
        text, tone = self._told
        ink = {"plain": used.ink, "good": used.good, "warning": used.warning}[tone]
        mark = {"plain": "", "good": "✓ ", "warning": "! "}[tone] if text else ""
        saved = NOTHING
        if self._unsaved is not None:
            saved = line((look.say("not-yet-saved"), brush(used.bad, bold=True)))
        elif self._saved is not None:
            saved = line((look.say("saved-at", time=f"{self._saved:%H:%M}"), brush(used.good)))
        lines = wrapped(f"{mark}{text}", width, brush(ink))
        if lines and lines[-1].cell_length + saved.cell_length < width:
            lines[-1] = ends(lines[-1], saved, width)
        else:
            lines.append(ends(NOTHING, saved, width))
        return Content("\n").join(lines)

    def turn_to(self, page: Page) -> None:
        """Show another page in the place of the present one; keys wait until it is there."""
        if len(self.screen_stack) > 1:
            self.switch_screen(page)
        else:  # Textual keeps the first one at the bottom
            self.push_screen(page)

    def lay_over(self, box: Box, closed: Callable[[str | None], None] | None = None) -> None:
        """Show a box over the page; keys wait until it is there, and `closed` is told what was chosen."""
        self.push_screen(box, closed)

    def redraw(self) -> None:
        """Draw everything in sight again: the page on top, and the overlays over it."""
        for shown in reversed(self.screen_stack):
            if isinstance(shown, (Page, Box)):
                shown.show()
            if isinstance(shown, Page):
                return

    def keep(self, write: Callable[[], None], file: AnswerFile) -> bool:
        """Save; where that fails, ask whether to try again or to leave. Returns whether it is saved.

        Args:
            write: saves, or raises WorkFailed; it is called again when the user tries again, or from the next
                call of `keep`.
            file: all the answers, handed out as NotSaved where the user leaves without.
        """
        asking = self._unsaved is not None
        try:
            write()
        except WorkFailed as failure:
            self._unsaved = Unsaved(write, file, failure)
            if not asking and not self._exit:
                self.lay_over(UnsavedBox())
            return False
        self._unsaved = None
        self._saved = self._now()
        if asking and not self._exit:
            if isinstance(self.screen, UnsavedBox):
                self.screen.dismiss("")
            self.redraw()
        return True

    def try_again(self) -> bool:
        """Save what could not be saved; returns whether it is saved now."""
        return self._unsaved is None or self.keep(self._unsaved.write, self._unsaved.file)

    @property
    def busy(self) -> bool:
        """Whether something is under way that leaving waits for."""
        return self._busy

    def finish_first(self, work: Callable[[], T], ended: Callable[[Future[T]], object]) -> None:
        """Begin something slow, one at a time, that leaving waits for; tell `ended` in the event loop.

        Leaving waits no longer where it is asked for twice, or at once, or where the work has failed.
        """
        self._busy = True
        aside(work, partial(self.call_later, self._finished, ended))

    @property
    def why_unsaved(self) -> str:
        """Why the last change is not saved; empty where it is."""
        if self._unsaved is None:
            return ""
        failure = self._unsaved.failure
        return say(failures.PHRASES, failure.code, self.lang, **failure.values)

    # Running, and the ways out

    def lead(self) -> None:
        """Run until it is left.

        Raises:
            KeyboardInterrupt: where it was left at once with Ctrl-C.
            NotSaved: where it was left with answers that could not be written.

        SIGTERM, SIGHUP and a terminal that is gone end the process as that signal does, after the text in an
        open editor was kept and the terminal is what it was.
        """
        before = {number: signal.getsignal(number) or signal.SIG_DFL for number in _SIGNALS}
        self._leading = True
        try:
            self.run()
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        if self._exception is not None:
            raise self._exception
        if self._unsaved is not None and not self.try_again():
            raise NotSaved(self._unsaved.file, self._unsaved.failure)
        if self._signal == signal.SIGINT:
            raise KeyboardInterrupt
        if self._signal is not None:
            signal.signal(self._signal, signal.SIG_DFL)
            os.kill(os.getpid(), self._signal)

    def end_by(self, number: int) -> None:
        """Leave at once, as by a signal, keeping the text of an open editor."""
        if self._signal is None:
            self._signal = number
            self._keep_texts()
            self.exit()

    def lost_terminal(self) -> None:
        """Leave because nobody can read or type any more."""
        self.end_by(getattr(signal, "SIGHUP", signal.SIGTERM))

    async def on_event(self, event: Event) -> None:
        """Hand on an event, a key only once all that the keys before it do is done.

        Textual would hand on what is typed ahead before an editor, say, has opened or closed.
        """
        if not isinstance(event, KeyPress) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed_ahead.append(event)
        if self._key_at_work is None:
            await self._next_key()

    async def _next_key(self) -> None:
        """Hand on the next key that was typed, and follow it on its way from the widget up to the app."""
        self._key_at_work = None
        if not self._typed_ahead:
            return
        self._key_at_work = key = self._typed_ahead.popleft()
        if isinstance(self.screen, (Page, Box)):
            with suppress(TimeoutError):
                await asyncio.wait_for(self.screen.ready.wait(), _LONGEST_OPENING)
        way = (self.focused or self.screen).ancestors_with_self
        await super().on_event(key)
        self._look_after(key)
        self._follow(way)

    def _follow(self, way: Sequence[MessagePump]) -> None:
        """Go on with the next key when everybody on the way of this one has had it."""
        self._way = way
        if not way:
            self.call_later(self._next_key)
        elif not way[0].is_running or not way[0].call_later(self._follow, way[1:]):
            self._follow(way[1:])

    def _look_after(self, key: KeyPress) -> None:
        """Go on without a widget that has gone with the key; one that is busy is waited for."""
        if key is self._key_at_work:
            if self._way and not self._way[0].is_running:
                self._follow(self._way[1:])
            self.set_timer(_LOOK_AFTER, partial(self._look_after, key))

    def on_load(self) -> None:
        # On Windows the loop takes no signals, and Ctrl-C is a key.
        if self._leading and sys.platform != "win32":
            loop = asyncio.get_running_loop()
            for number in _SIGNALS:
                loop.add_signal_handler(number, self.end_by, number)

    def get_default_screen(self) -> Screen[None]:
        return self.first_page()

    def action_leave(self) -> None:
        """Leave, once what is under way is done; everything is saved."""
        if self._busy and not self._leaving:
            self._leaving = True
            self.tell(self.look.say("report-first"))
            return
        self._keep_texts()
        self.leave()

    def action_leave_now(self) -> None:
        """Leave at once, as with SIGINT."""
        self.end_by(signal.SIGINT)

    def action_language(self) -> None:
        """Switch to the other language."""
        self.lang = "en" if self.lang == "it" else "it"
        self._told = "", "plain"
        self.redraw()

    def action_theme(self) -> None:
        """Switch between dark and light."""
        self.theme = DARK if self.theme == LIGHT else LIGHT
        self.redraw()

    def action_help(self) -> None:
        """Show the help of the page."""
        if isinstance(self.screen, Page):
            self.lay_over(HelpBox(self.screen))

    def _finished(self, ended: Callable[[Future[T]], object], done: Future[T]) -> None:
        leaving = self._leaving and done.exception() is None
        self._busy = self._leaving = False
        ended(done)
        if leaving:
            self.action_leave()

    def _keep_texts(self) -> None:
        for shown in self.screen_stack:
            if isinstance(shown, KeepsText):
                shown.keep_text()

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()  # whoever called `lead` tells of it
