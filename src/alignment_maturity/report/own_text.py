"""The Markdown of a consultant's own sections, as parts that every format can write.

What it says of structure is kept: paragraphs, headings, lists, tables, quotes, stress. HTML stays the text it
is; of pictures the alternative text remains, of links the text with the address beside it, of code the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from alignment_maturity.model.scalars import TURNING, UNPRINTABLE
from alignment_maturity.report.elements.parts import (
    Items,
    Paragraph,
    Part,
    Run,
    Subheading,
    Table,
    TableCell,
    TableRow,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_ADDRESSES = ("http://", "https://", "mailto:")
_MOST_COLUMNS = 8
_NARROWEST, _WIDEST, _EDGES = 6, 40, 5
"""Between which lengths of text the widths of columns follow what is in them, and the room at their edges."""

_BETWEEN = " · "

_DEEPEST = 20
"""How deep quotes and lists nest; what is deeper stays the text it is, marks and all."""


def parts_of(markdown: str) -> tuple[Part, ...]:
    """Return what a text in CommonMark, with tables, consists of.

    A line that ends within a part does so by a line feed.
    """
    tokens = _reader().parse(markdown)
    depths = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    writer = _Writer(min(depths, default=1))
    for token in tokens:
        writer.take(token)
    return tuple(writer.parts)


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # The limit of the library lies beyond ours: what is deeper than that, it leaves out.
    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": 2 * _DEEPEST}).enable("table")
    reader.block.ruler.before("table", "deepest", _take_as_text)
    return reader


def _take_as_text(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - as called
    """Take lines for a paragraph where quotes and lists are nested too deep for anything else."""
    from markdown_it.rules_block import paragraph

    return state.level >= _DEEPEST and paragraph(state, start, end, silent)


class _Writer:
    """Takes the tokens of a text one after the other; what is inside an item of a list becomes its lines."""

    def __init__(self, top: int) -> None:
        self.parts: list[Part] = []
        self._top = top  # the level of the text's highest headings
        self._heading = 0  # the level of the heading that is open
        self._quotes = 0
        self._lists: list[_List] = []
        self._table: _Table | None = None

    def take(self, token: Token) -> None:
        """Take the next token."""
        if token.type == "inline":
            self._put(tuple(_runs(token.children or ())))
        elif token.type in {"fence", "code_block"}:
            self._put((Run(_clean(token.content.rstrip("\n"))),))
        elif token.type == "heading_open":
            self._heading = int(token.tag[1])
        elif token.type in {"blockquote_open", "blockquote_close"}:
            self._quotes += token.nesting
        elif token.tag in {"ul", "ol"}:
            self._turn_list(token)
        elif token.type == "list_item_open":
            self._lists[-1].count += 1
            self._start_item()
        elif token.type == "table_open":
            self._table = _Table()
        elif self._table:
            self._turn_table(self._table, token)

    def _put(self, runs: tuple[Run, ...]) -> None:
        """Put prose where it belongs: into a cell, an item or a heading, else into a paragraph of its own."""
        text = "".join(run.text for run in runs)
        heading, self._heading = self._heading, 0
        if self._table:
            self._table.rows[-1][-1] = replace(self._table.rows[-1][-1], lines=(text,))
        elif not text.strip():
            return
        elif self._lists:
            item = self._lists[0].items[-1]
            # Behind a mark of its own, a nested item needs no line break.
            item += [Run("\n")] if item and not item[-1].text.endswith(_MARK) else []
            item += runs
        elif heading:
            follows = any(isinstance(part, Subheading) for part in self.parts)
            self.parts.append(Subheading(text, 4 if heading > self._top and follows else 3))
        else:
            self.parts.append(Paragraph(runs, "quote" if self._quotes else "body"))

    def _turn_list(self, token: Token) -> None:
        """Open a list, or close the innermost; only the outermost is a part."""
        if token.nesting > 0:
            self._lists.append(_List(numbered=token.tag == "ol"))
            return
        ended = self._lists.pop()
        items = tuple(tuple(item) for item in ended.items if item)
        if not self._lists and items:
            self.parts.append(Items(items, ended.numbered))

    def _start_item(self) -> None:
        if len(self._lists) == 1:
            self._lists[0].items.append([])
            return
        inner = self._lists[-1]
        mark = f"{inner.count}.{_MARK}" if inner.numbered else f"–{_MARK}"
        item = self._lists[0].items[-1]
        item.append(Run(f"\n{mark}" if item else mark))

    def _turn_table(self, table: _Table, token: Token) -> None:
        if token.type == "tr_open":
            table.rows.append([])
        elif token.type in {"th_open", "td_open"}:
            number = "text-align:right" in str(token.attrGet("style"))
            table.rows[-1].append(TableCell(("",), number=number))
        elif token.type == "table_close":
            self._table = None
            if self._lists or len(table.rows[0]) > _MOST_COLUMNS:
                for row in table.rows:
                    self._put((Run(_BETWEEN.join(cell.lines[0] for cell in row)),))
            else:
                self.parts.append(table.part())


@dataclass(slots=True)
class _List:
    """A list that is open: how many items it has had, and those of the outermost."""

    numbered: bool
    count: int = 0
    items: list[list[Run]] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    """A table that is open; its first row has the heads of its columns."""

    rows: list[list[TableCell]] = field(default_factory=list)

    def part(self) -> Table:
        """Return the table, its columns as wide as their longest texts ask for."""
        head, *body = self.rows
        columns = zip(*self.rows, strict=True)
        lengths = [max(_NARROWEST, *(len(cell.lines[0]) for cell in column)) for column in columns]
        shares = [min(length, _WIDEST) + _EDGES for length in lengths]
        return Table(
            caption="",
            lead="",
            columns=tuple(cell.lines[0] for cell in head),
            widths=tuple(round(100 * share / sum(shares), 2) for share in shares),
            rows=tuple(TableRow(tuple(row)) for row in body),
        )


_MARK = "\N{NO-BREAK SPACE}"
"""What stands between the mark of a nested item and its text."""


def _runs(tokens: Iterable[Token]) -> Iterator[Run]:
    """Go through a piece of prose, in one style after the other."""
    bold = italic = 0
    addresses: list[str] = []
    told = ""
    for token in tokens:
        text = ""
        if token.type in {"strong_open", "strong_close"}:
            bold += token.nesting
        elif token.type in {"em_open", "em_close"}:
            italic += token.nesting
        elif token.type == "link_open":
            addresses.append(str(token.attrGet("href")))
            told = ""
        elif token.type == "link_close":
            text = _address(addresses.pop(), told)
        elif token.type == "image":
            text = _clean("".join(child.content for child in token.children or ()))
        else:
            text = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, _clean(token.content))
        told += text
        if text:
            yield Run(text, bold > 0, italic > 0)


def _address(address: str, told: str) -> str:
    """Return an address as it stands behind the text of its link; nothing where the text says it already."""
    written = address.removeprefix("mailto:")
    if not address.lower().startswith(_ADDRESSES) or told in {address, written}:
        return ""
    return f" ({written})"


def _clean(text: str) -> str:
    """Leave out what references to characters may bring in: what no format holds, what turns lines round."""
    return TURNING.sub("", UNPRINTABLE.sub("", text))
