"""The ground of every full screen: language and theme, pages, saving, and the ways out.

`FullScreen` is an app of Textual that a face is built on (`lead` runs it). `Page` is a screen that shows a
`View`: a line at the top, blocks that scroll, a column beside them where there is room, the status, the keys.
A page only says what there is to see (`view`); everything is drawn again whenever something changes: the
session, the language, the theme, the size of the terminal.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Literal, NamedTuple, cast

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Event, Resize
from textual.events import Key as KeyPress
from textual.filter import NoColor
from textual.message_pump import MessagePump
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from alignment_maturity.errors import WorkFailed
from alignment_maturity.interview.terminal import NotSaved
from alignment_maturity.language import Lang, failures, say
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.screens import theme
from alignment_maturity.screens.parts import (
    NOTHING,
    Block,
    Canvas,
    Key,
    Sheet,
    brush,
    ends,
    gap,
    hanging,
    heading,
    keys_line,
    line,
    paragraph,
    wrapped,
)
from alignment_maturity.screens.theme import DARK, LIGHT, Look

Tone = Literal["plain", "good", "warning"]

_BOX_ROWS = 6  # of a box beside what scrolls in it, and of the page around it
_LONGEST_OPENING = 2  # seconds that keys wait for a page; then it has failed
_LONGEST_WAY = 0.5  # seconds until a key counts as done
_SIGNALS = [
    number for name in ("SIGHUP", "SIGTERM", "SIGINT") if (number := getattr(signal, name, None)) is not None
]


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows.

    Attributes:
        left, right: of the line at the top.
        blocks: the page itself.
        cursor: the key of the block the cursor goes to; None leaves it where it is.
        band: draws one line below the top, such as progress; none where it is None.
        side: the column beside the page, where there is room for it.
        keys: for the line at the bottom, the most important first; help is added.
        help: blocks at the top of the help, such as what to look at.
        all_keys: for the help: every key of the page; those that work everywhere are added.
    """

    left: str
    right: str
    blocks: tuple[Block, ...]
    cursor: str | None = None
    band: Callable[[int, Look], Content] | None = None
    side: tuple[Block, ...] = ()
    keys: tuple[Key, ...] = ()
    help: tuple[Block, ...] = ()
    all_keys: tuple[Key, ...] = ()


class Page(Screen[None]):
    """A screen that shows a view; subclasses implement `view`, and `picked` where blocks can be chosen.

    Keys of its own are BINDINGS of the subclass, whose actions end with `self.show()`.
    """

    DEFAULT_CSS = """
    Page { layout: vertical; background: $ground; color: $ink; }
    Page #top, Page #keys { height: 1; background: $card; padding: 0 1; }
    Page #band { height: 1; }
    Page #middle { height: 1fr; }
    Page #body { width: 1fr; align-horizontal: center; padding: 0 1; scrollbar-size-vertical: 1; }
    Page #page { max-width: 108; padding: 0 1 0 0; }
    Page #side { width: 40; height: 100%; padding: 1 2; background: $card; display: none; }
    Page #status { height: auto; max-height: 4; padding: 0 1; }
    """
    AUTO_FOCUS = ""
    HELP_KEY: ClassVar[str] = "?"
    _shown_for: Look | None = None
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "app.help", show=False),
        Binding("l,L", "app.language", show=False),
        Binding("t,T", "app.theme", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "scroll_page(-1)", show=False),
        Binding("pagedown", "scroll_page(1)", show=False),
        Binding("home", "scroll_edge(-1)", show=False),
        Binding("end", "scroll_edge(1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.ready = asyncio.Event()  # everything is there

    def view(self, look: Look) -> View:
        """Return what there is to see."""
        raise NotImplementedError

    def picked(self, key: str) -> None:
        """Do what clicking on a block with a key does; by default the cursor goes there."""
        self.sheet.point(key)

    @property
    def full_screen(self) -> FullScreen:
        """The app."""
        return cast("FullScreen", self.app)

    @property
    def sheet(self) -> Sheet:
        """The sheet of blocks, with the cursor."""
        return self.query_one("#page", Sheet)

    def compose(self) -> ComposeResult:
        yield Static(id="top", markup=False)
        yield Static(id="band", markup=False)
        with Horizontal(id="middle"):
            with VerticalScroll(id="body", can_focus=False):
                yield Sheet(id="page")
            yield Sheet(id="side")
        yield Static(id="status", markup=False)
        yield Static(id="keys", markup=False)

    def show(self) -> None:
        """Draw everything again."""
        if not self.query("#keys"):  # nothing is composed yet
            return
        app = self.full_screen
        look = app.look
        self._shown_for = look
        used = look.colours
        view = self.view(look)
        width = look.columns - 2
        top = ends(
            line((view.left, brush(used.accent, bold=True))), line((view.right, brush(used.muted))), width
        )
        self.query_one("#top", Static).update(top)
        band = self.query_one("#band", Static)
        band.update(view.band(look.columns, look) if view.band else NOTHING)
        sheet = self.sheet
        sheet.lay(view.blocks, look, sheet.cursor if view.cursor is None else view.cursor)
        self.call_after_refresh(sheet.scroll_to_cursor)
        side = self.query_one("#side", Sheet)
        side.display = look.wide and bool(view.side)
        side.lay(view.side, look)
        help_key = Key(self.HELP_KEY, look.say("does-help"))
        self.query_one("#keys", Static).update(keys_line((*view.keys, help_key), width, look))
        self.show_status()

    def show_status(self) -> None:
        """Draw the line above the keys again: what there is to tell, and whether all is saved."""
        app = self.full_screen
        for status in self.query("#status").results(Static):
            status.update(app.status(app.look.columns - 2))

    def back_to_top(self) -> None:
        """Scroll to the first line, as on a new page."""
        self.query_one("#body").scroll_home(animate=False, force=True)

    def on_mount(self) -> None:
        self.show()
        self.ready.set()

    def on_screen_resume(self) -> None:
        self.show_where_stale()

    def on_screen_suspend(self) -> None:
        self._shown_for = None  # much may change until it is in sight again

    def on_resize(self, _event: Resize) -> None:
        self.show_where_stale()

    def show_where_stale(self) -> None:
        """Draw everything again, unless it was drawn for just this."""
        if self._shown_for != self.full_screen.look:
            self.show()

    def on_sheet_picked(self, message: Sheet.Picked) -> None:
        self.picked(message.key)

    def action_step(self, by: int) -> None:
        """Move the cursor; scroll where there is nothing to choose."""
        if self.sheet.keys:
            self.sheet.step(by)
        else:
            self.query_one("#body").scroll_relative(y=by, animate=False)

    def action_scroll_page(self, by: int) -> None:
        """Scroll by a page."""
        body = self.query_one("#body")
        body.scroll_relative(y=by * max(1, body.size.height - 2), animate=False)

    def action_scroll_edge(self, by: int) -> None:
        """Scroll to the beginning or the end."""
        body = self.query_one("#body")
        (body.scroll_home if by < 0 else body.scroll_end)(animate=False)


class Overlay(ModalScreen[str]):
    """A box over a page: a title, blocks that scroll, keys. It is dismissed with the key of a block, or ``.

    Subclasses implement `blocks` and `keys`, and have BINDINGS of their own.
    """

    DEFAULT_CSS = """
    Overlay { align: center middle; background: $ground 70%; }
    Overlay #box { width: 84; max-width: 96%; height: auto; max-height: 94%; background: $card;
                   border: round $accent; padding: 0 1; }
    Overlay #scroll { height: auto; padding: 1 1; scrollbar-size-vertical: 1; }
    Overlay Sheet { padding: 0 1 0 0; }
    Overlay #keys { height: 1; }
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "scroll_page(-1)", show=False),
        Binding("pagedown", "scroll_page(1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.ready = asyncio.Event()  # everything is there

    def title_text(self, look: Look) -> str:
        """Return what the box is called."""
        raise NotImplementedError

    def blocks(self, look: Look) -> tuple[Block, ...]:
        """Return what is in the box."""
        raise NotImplementedError

    def keys(self, look: Look) -> tuple[Key, ...]:
        """Return the keys at the bottom of the box."""
        return (Key("Esc", look.say("does-close")),)

    def first(self) -> str:
        """Return the key of the block the cursor begins at."""
        return ""

    @property
    def full_screen(self) -> FullScreen:
        """The app."""
        return cast("FullScreen", self.app)

    @property
    def sheet(self) -> Sheet:
        """The sheet of blocks, with the cursor."""
        return self.query_one(Sheet)

    def compose(self) -> ComposeResult:
        from textual.containers import Vertical

        with Vertical(id="box"):
            with VerticalScroll(id="scroll", can_focus=False):
                yield Sheet()
            yield Static(id="keys", markup=False)

    def show(self) -> None:
        """Draw everything again."""
        if not self.query("#keys"):  # nothing is composed yet
            return
        look = self.full_screen.look
        box = self.query_one("#box")
        box.border_title = Content(f" {self.title_text(look)} ")
        self.query_one("#scroll").styles.max_height = max(3, look.rows - _BOX_ROWS)
        self.sheet.lay(self.blocks(look), look, self.sheet.cursor or self.first())
        self.call_after_refresh(self.sheet.scroll_to_cursor)
        width = min(84, int(look.columns * 0.96)) - 4
        self.query_one("#keys", Static).update(keys_line(self.keys(look), width, look))

    def on_mount(self) -> None:
        self.show()
        self.ready.set()

    def on_resize(self, _event: Resize) -> None:
        self.show()

    def on_sheet_picked(self, message: Sheet.Picked) -> None:
        self.dismiss(message.key)

    def action_close(self) -> None:
        """Close the box; nothing was chosen."""
        self.dismiss("")

    def action_step(self, by: int) -> None:
        """Move the cursor; scroll where there is nothing to choose."""
        if self.sheet.keys:
            self.sheet.step(by)
        else:
            self.query_one("#scroll").scroll_relative(y=by, animate=False)

    def action_scroll_page(self, by: int) -> None:
        """Scroll by a page."""
        scroll = self.query_one("#scroll")
        scroll.scroll_relative(y=by * max(1, scroll.size.height - 2), animate=False)


class Unsaved(NamedTuple):
    """What could not be saved: how to try again, the answers, why."""

    write: Callable[[], None]
    file: AnswerFile
    failure: WorkFailed


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
        Binding("ctrl+c", "leave_now", show=False, priority=True),
        Binding("ctrl+q", "leave", show=False, priority=True),
        Binding("f1", "help", show=False),
        Binding("f2", "language", show=False, priority=True),
        Binding("f3", "theme", show=False, priority=True),
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
        for known in theme.themes():
            self.register_theme(known)
        self.theme = LIGHT if light else DARK
        self.lang: Lang = lang
        self._now = now
        self._saved: dt.datetime | None = None
        self._told: tuple[str, Tone] = "", "plain"
        self._unsaved: Unsaved | None = None
        self._signal: int | None = None
        self._leading = False
        self._typed_ahead: deque[KeyPress] = deque()
        self._key_at_work: KeyPress | None = None

    # What subclasses implement

    def first_page(self) -> Page:
        """Return the page that is shown first."""
        raise NotImplementedError

    def leave(self) -> None:
        """Leave as the user asked to; everything is saved. A session can be told here before."""
        self.exit()

    # What pages call

    @property
    def look(self) -> Look:
        """What is drawn for at the moment."""
        size = self.size
        return Look(self.lang, theme.of(self.theme), size.width, size.height)

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

    def lay_over(self, box: Overlay, closed: Callable[[str | None], None] | None = None) -> None:
        """Show a box over the page; keys wait until it is there, and `closed` is told what was chosen."""
        self.push_screen(box, closed)

    def redraw(self) -> None:
        """Draw everything in sight again: the page on top, and the overlays over it."""
        for shown in reversed(self.screen_stack):
            if isinstance(shown, (Page, Overlay)):
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
        return True

    def try_again(self) -> bool:
        """Save what could not be saved; returns whether it is saved now."""
        return self._unsaved is None or self.keep(self._unsaved.write, self._unsaved.file)

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
        if isinstance(self.screen, (Page, Overlay)):
            with suppress(TimeoutError):
                await asyncio.wait_for(self.screen.ready.wait(), _LONGEST_OPENING)
        way = (self.focused or self.screen).ancestors_with_self
        await super().on_event(key)
        self.set_timer(_LONGEST_WAY, partial(self._follow, key, []))  # where a widget on the way has gone
        self._follow(key, way)

    def _follow(self, key: KeyPress, way: Sequence[MessagePump]) -> None:
        """Go on with the next key when everybody on the way of this one has had it."""
        if key is not self._key_at_work:
            return
        if not way:
            self.call_later(self._next_key)
            return
        node, *others = way
        if not node.is_running or not node.call_later(self._follow, key, others):
            self._follow(key, others)

    def on_load(self) -> None:
        if self._leading:
            loop = asyncio.get_running_loop()
            for number in _SIGNALS:
                with suppress(NotImplementedError):  # Windows
                    loop.add_signal_handler(number, self.end_by, number)

    def on_ready(self) -> None:
        gc.enable()  # whoever started in a hurry had it off

    def get_default_screen(self) -> Screen[None]:
        return self.first_page()

    def action_leave(self) -> None:
        """Leave; everything is saved."""
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

    def _keep_texts(self) -> None:
        for shown in self.screen_stack:
            if isinstance(shown, KeepsText):
                shown.keep_text()

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()  # whoever called `lead` tells of it


class KeepsText:
    """A screen with text that is being written."""

    def keep_text(self) -> None:
        """Keep the text as it is."""
        raise NotImplementedError


class HelpBox(Overlay):
    """What to look at on a page, and every key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1,q,enter", "close", show=False),
        Binding("l", "app.language", show=False),
        Binding("t", "app.theme", show=False),
    ]

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page

    def title_text(self, look: Look) -> str:
        return look.say("help")

    def blocks(self, look: Look) -> tuple[Block, ...]:
        view = self._page.view(look)
        known = (*view.all_keys, *_keys_everywhere(look))
        above = (*view.help, gap()) if view.help else ()
        return (*above, heading(look.say("keys")), *key_blocks(known))


class UnsavedBox(Overlay):
    """Asks what to do with what could not be saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,enter", "again", show=False),
        Binding("q", "give_up", show=False),
        Binding("escape", "again", show=False),
        Binding("l", "app.language", show=False),
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
        if self.full_screen.try_again():
            self.dismiss("")
        self.full_screen.redraw()

    def action_give_up(self) -> None:
        """Leave without."""
        self.app.exit()


def key_blocks(keys: Iterable[Key]) -> tuple[Block, ...]:
    """List keys with what they do, one below the other."""
    listed = tuple(keys)
    column = max((len(key.name) for key in listed), default=0) + 3

    def block(key: Key) -> Block:
        def draw(on: Canvas) -> list[Content]:
            used = on.look.colours
            name = line((f"  {key.name}".ljust(column + 2), brush(used.accent, bold=True)))
            return hanging(name, key.does, on.width, brush(used.ink))

        return Block(draw)

    return tuple(block(key) for key in listed)


def _keys_everywhere(look: Look) -> Iterator[Key]:
    yield Key("?  F1", look.say("help-help"))
    yield Key("l  F2", look.say("help-language"))
    yield Key("t  F3", look.say("help-theme"))
    yield Key("q", look.say("help-leave"))
    yield Key("Ctrl-C", look.say("help-leave-now"))
