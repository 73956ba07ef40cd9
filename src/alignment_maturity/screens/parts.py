"""What pages are put together from: lines in the colours of the theme, blocks of them, the sheet they lie on.

Everything shown is a `Content`, never markup: texts of users appear as they were typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, NamedTuple

from textual.color import Color
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from alignment_maturity.screens.theme import ON_DARK, Look

NOTHING = Content("")


class Canvas(NamedTuple):
    """What a block is drawn on: so many columns, and whether the cursor is at it."""

    width: int
    look: Look
    current: bool = False


Draw = Callable[[Canvas], Iterable[Content]]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together; those with a key can be chosen.

    Attributes:
        draw: returns the lines; none of them is wider than the canvas.
        key: what is told when it is chosen; empty where there is nothing to choose.
    """

    draw: Draw
    key: str = ""


class Key(NamedTuple):
    """A key as it is shown at the bottom or in the help: its name and what it does."""

    name: str
    does: str


@lru_cache(maxsize=512)
def brush(
    ink: str = "",
    ground: str = "",
    *,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    reverse: bool = False,
) -> Style:
    """Return a style; colours are `#rrggbb`, an empty one leaves what is there."""
    return Style(
        foreground=Color.parse(ink) if ink else None,
        background=Color.parse(ground) if ground else None,
        bold=bold or None,
        italic=italic or None,
        underline=underline or None,
        reverse=reverse or None,
    )


def line(*pieces: str | Content | tuple[str, str | Style]) -> Content:
    """Put pieces of text with their styles on one line."""
    return Content.assemble(*pieces)


def wrapped(text: str | Content, width: int, style: Style | None = None) -> list[Content]:
    """Break a text into lines of at most so many columns; its own line breaks stay."""
    content = text if isinstance(text, Content) else Content(text.expandtabs(4))
    if style is not None:
        content = content.stylize_before(style)
    lines: list[Content] = []
    for part in content.split("\n", allow_blank=True):
        lines += [piece.rstrip() for piece in part.wrap(max(width, 2))] if part else [NOTHING]
    return lines


def clipped(text: str, width: int) -> str:
    """Cut a text to one line of so many columns, ending in … where something is missing."""
    return Content(" ".join(text.split())).truncate(max(width, 1), ellipsis=True).plain


def padded(content: Content, width: int, style: Style | None = None) -> Content:
    """Fill a line up to a width; `style` is laid under the whole."""
    filled = content.pad_right(max(0, width - content.cell_length))
    return filled.stylize_before(style) if style is not None else filled


def ends(left: Content, right: Content, width: int) -> Content:
    """Set two texts at the two ends of a line; the left one is cut where they don't fit."""
    room = width - right.cell_length - 1
    if left.cell_length > room:
        left = left.truncate(max(room, 1), ellipsis=True)
    return Content.assemble(left, " " * max(1, width - left.cell_length - right.cell_length), right)


def hanging(first: Content, text: str | Content, width: int, style: Style | None = None) -> list[Content]:
    """Set a text after `first`, its further lines below its own beginning."""
    indent = first.cell_length
    lines = wrapped(text, width - indent, style) or [NOTHING]
    blank = " " * indent
    return [Content.assemble(blank if number else first, part) for number, part in enumerate(lines)]


def bar(share: float, width: int, look: Look) -> Content:
    """Draw how much of something is done, `share` being 0 to 1."""
    full = max(0, min(width, int(share * width + 1e-9)))
    if share > 0 and not full:
        full = 1
    return Content.assemble(
        ("━" * full, brush(look.colours.accent)), ("─" * (width - full), brush(look.colours.line))
    )


def chip(text: str, ground: str, look: Look) -> Content:
    """Draw a few characters on a ground of their own; without colours they stand in reverse."""
    return Content.styled(f" {text} ", brush(look.colours.on(ground), ground, bold=True))


def level_chip(level: float, top: int, text: str, look: Look) -> Content:
    """Draw what stands for a level, on its tint."""
    return chip(text, look.colours.tint(level, top), look)


def heading(text: str) -> Block:
    """Return a heading in the accent."""
    return Block(lambda on: wrapped(text, on.width, brush(on.look.colours.accent, bold=True)))


def paragraph(text: str, *, quiet: bool = False, bold: bool = False, indent: int = 0) -> Block:
    """Return some lines of prose."""

    def draw(on: Canvas) -> list[Content]:
        used = on.look.colours
        style = brush(used.muted if quiet else used.ink, bold=bold)
        return hanging(Content(" " * indent), text, on.width, style)

    return Block(draw)


def gap(rows: int = 1) -> Block:
    """Return blank lines."""
    return Block(lambda _: [NOTHING] * rows)


def choice(draw: Draw, key: str) -> Block:
    """Return a block that can be chosen, on a raised ground and with a mark before it where the cursor is.

    `draw` gets a canvas two columns narrower.
    """

    def marked(on: Canvas) -> list[Content]:
        used = on.look.colours
        ground = brush(ground=used.raised) if on.current else None
        lines = []
        for number, content in enumerate(draw(on._replace(width=on.width - 2))):
            mark = ("▌ ", brush(used.accent, bold=True)) if on.current else ("  ", "")
            if on.current and not number:
                mark = ("▸ ", brush(used.accent, bold=True))
            lines.append(padded(Content.assemble(mark, content), on.width, ground))
        return lines

    return Block(marked, key)


def keys_line(keys: Sequence[Key], width: int, look: Look) -> Content:
    """Set keys and what they do on one line, as many as fit, the last one always."""
    used = look.colours

    def shown(key: Key) -> Content:
        return Content.assemble(
            (f" {key.name} ", brush(used.accent, bold=True)), (key.does, brush(used.muted))
        )

    if not keys:
        return NOTHING
    *others, last = (shown(key) for key in keys)
    left, room = NOTHING, width - last.cell_length - 1
    for piece in others:
        longer = Content.assemble(left, " ", piece) if left else piece
        if longer.cell_length > room:
            break
        left = longer
    return Content.assemble(left, " " * max(1, width - left.cell_length - last.cell_length), last)


class _Drawn(NamedTuple):
    """The lines of a sheet of some width; where those of each key begin, how many; whose each line is."""

    width: int
    lines: list[Content]
    places: dict[str, tuple[int, int]]
    owners: list[str]


class Sheet(Widget):
    """A column of blocks, some of which can be chosen with the cursor or the mouse; it lies in a scroll."""

    class Picked(Message):
        """A block was clicked."""

        def __init__(self, key: str) -> None:
            self.key = key
            super().__init__()

    DEFAULT_CSS = "Sheet { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: clip; }"
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._blocks: Sequence[Block] = ()
        self._look = Look("en", ON_DARK, 80, 24)
        self._cursor = ""
        self._drawn: _Drawn | None = None

    @property
    def cursor(self) -> str:
        """The key of the block the cursor is at, empty where it is at none."""
        return self._cursor

    @property
    def keys(self) -> list[str]:
        """The keys of all blocks that can be chosen, in order."""
        return [block.key for block in self._blocks if block.key]

    def lay(self, blocks: Sequence[Block], look: Look, cursor: str = "") -> None:
        """Put other blocks on the sheet."""
        self._blocks, self._look = blocks, look
        self._cursor = cursor if cursor in self.keys else ""
        self._drawn = None
        self.refresh(layout=True)

    def point(self, key: str) -> None:
        """Set the cursor to a block, and scroll there."""
        if key in self.keys:
            self._cursor = key
            self._drawn = None
            self.refresh()
            self.scroll_to_cursor()

    def step(self, by: int) -> str:
        """Move the cursor by so many blocks, ending at the first and the last; return where it is."""
        keys = self.keys
        if keys:
            at = keys.index(self._cursor) + by if self._cursor else (0 if by > 0 else len(keys) - 1)
            self.point(keys[max(0, min(at, len(keys) - 1))])
        return self._cursor

    def scroll_to_cursor(self) -> None:
        """Scroll so that the block at the cursor is in sight."""
        scroll = next((node for node in self.ancestors if isinstance(node, ScrollableContainer)), None)
        place = self._laid(self.size.width).places.get(self._cursor) if self.size.width else None
        if scroll is not None and place is not None:
            top, height = place
            above = self.region.y - scroll.content_region.y + scroll.scroll_offset.y
            scroll.scroll_to_region(
                Region(0, max(0, above + top - 1), self.size.width, height + 2), animate=False, force=True
            )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        return max(1, len(self._laid(width).lines))

    def render(self) -> Content:
        return Content("\n").join(self._laid(self.size.width or 1).lines)

    def on_click(self, event: Click) -> None:
        owners = self._laid(self.size.width or 1).owners
        if 0 <= event.y < len(owners) and owners[event.y]:
            event.stop()
            self.post_message(self.Picked(owners[event.y]))

    def _laid(self, width: int) -> _Drawn:
        if self._drawn is None or self._drawn.width != width:
            lines: list[Content] = []
            places: dict[str, tuple[int, int]] = {}
            owners: list[str] = []
            for block in self._blocks:
                current = bool(block.key) and block.key == self._cursor
                drawn = list(block.draw(Canvas(width, self._look, current)))
                if block.key:
                    places[block.key] = len(lines), len(drawn)
                lines += drawn
                owners += [block.key] * len(drawn)
            self._drawn = _Drawn(width, lines, places, owners)
        return self._drawn
