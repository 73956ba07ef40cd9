"""A box over a page: the ground of all of them, and the help."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from alignment_maturity.screens.keys import bound
from alignment_maturity.screens.page import Page
from alignment_maturity.screens.parts import (
    Block,
    Canvas,
    Key,
    Sheet,
    brush,
    gap,
    hanging,
    heading,
    keys_line,
    line,
)
from alignment_maturity.screens.theme import Look

if TYPE_CHECKING:
    from alignment_maturity.screens.app import FullScreen

_ROWS = 6  # of a box beside what scrolls in it, and of the page around it


class Box(ModalScreen[str]):
    """A frame over a page, with a title and keys; what is in it is the matter of subclasses.

    Subclasses implement `title_text`, `inside` and `draw`, and have BINDINGS of their own.
    """

    DEFAULT_CSS = """
    Box { align: center middle; background: $ground 70%; }
    Box #box { width: 84; max-width: 96%; height: auto; max-height: 94%; background: $card;
               border: round $accent; padding: 0 1; }
    Box #keys { height: 1; }
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [bound("escape", "close")]

    def __init__(self) -> None:
        super().__init__()
        self.ready = asyncio.Event()  # everything is there

    @abstractmethod
    def title_text(self, look: Look) -> str:
        """Return what the box is called."""

    @abstractmethod
    def inside(self) -> Iterable[Widget]:
        """Return the widgets between the title and the keys."""

    @abstractmethod
    def draw(self, look: Look) -> None:
        """Draw what is in the box again."""

    def keys(self, look: Look) -> tuple[Key, ...]:
        """Return the keys at the bottom of the box."""
        return (Key("Esc", look.say("does-close")),)

    @property
    def full_screen(self) -> FullScreen:
        """The app."""
        return cast("FullScreen", self.app)

    def compose(self) -> ComposeResult:
        from textual.containers import Vertical

        with Vertical(id="box"):
            yield from self.inside()
            yield Static(id="keys", markup=False)

    def show(self) -> None:
        """Draw everything again."""
        if not self.query("#keys"):  # nothing is composed yet
            return
        look = self.full_screen.look
        self.query_one("#box").border_title = Content(f" {self.title_text(look)} ")
        self.draw(look)
        width = min(84, int(look.columns * 0.96)) - 4
        self.query_one("#keys", Static).update(keys_line(self.keys(look), width, look))

    def on_mount(self) -> None:
        self.show()
        self.ready.set()

    def on_resize(self, _event: Resize) -> None:
        self.show()

    def action_close(self) -> None:
        """Close the box; nothing was chosen."""
        self.dismiss("")


class Overlay(Box):
    """A box of blocks that scroll. It is dismissed with the key of a block, or ``.

    Subclasses implement `title_text` and `blocks`, and have BINDINGS of their own.
    """

    DEFAULT_CSS = """
    Overlay #scroll { height: auto; padding: 1 1; scrollbar-size-vertical: 1; }
    Overlay Sheet { padding: 0 1 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("up", "step(-1)"),
        bound("down", "step(1)"),
        bound("pageup", "scroll_page(-1)"),
        bound("pagedown", "scroll_page(1)"),
    ]

    @abstractmethod
    def blocks(self, look: Look) -> tuple[Block, ...]:
        """Return what is in the box."""

    def first(self) -> str:
        """Return the key of the block the cursor begins at."""
        return ""

    @property
    def sheet(self) -> Sheet:
        """The sheet of blocks, with the cursor."""
        return self.query_one(Sheet)

    def inside(self) -> Iterable[Widget]:
        return (VerticalScroll(Sheet(), id="scroll", can_focus=False),)

    def draw(self, look: Look) -> None:
        self.query_one("#scroll").styles.max_height = max(3, look.rows - _ROWS)
        self.sheet.lay(self.blocks(look), look, self.sheet.cursor or self.first())
        self.call_after_refresh(self.sheet.scroll_to_cursor)

    def on_sheet_picked(self, message: Sheet.Picked) -> None:
        self.dismiss(message.key)

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


class KeepsText:
    """A screen with text that is being written."""

    @abstractmethod
    def keep_text(self) -> None:
        """Keep the text as it is."""


class HelpBox(Overlay):
    """What to look at on a page, and every key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("question_mark,f1,q,enter", "close"),
        bound("l", "app.language"),
        bound("t", "app.theme"),
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
