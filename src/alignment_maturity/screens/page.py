"""One page of a full screen: a line at the top, blocks that scroll, a column beside them, status and keys.

A page only says what there is to see (`view`); everything is drawn again whenever something changes: the
session, the language, the theme, the size of the terminal.
"""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Static

from alignment_maturity.screens.keys import bound
from alignment_maturity.screens.parts import NOTHING, Block, Key, Sheet, brush, ends, keys_line, line
from alignment_maturity.screens.theme import Look

if TYPE_CHECKING:
    from alignment_maturity.screens.app import FullScreen


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
        bound("question_mark", "app.help"),
        bound("l", "app.language"),
        bound("t", "app.theme"),
        bound("up", "step(-1)"),
        bound("down", "step(1)"),
        bound("pageup", "scroll_page(-1)"),
        bound("pagedown", "scroll_page(1)"),
        bound("home", "scroll_edge(-1)"),
        bound("end", "scroll_edge(1)"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.ready = asyncio.Event()  # everything is there

    @abstractmethod
    def view(self, look: Look) -> View:
        """Return what there is to see."""

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
        self.begun()
        self.ready.set()

    def begun(self) -> None:
        """Do what there is to do once the page is there, for the first time drawn."""

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
