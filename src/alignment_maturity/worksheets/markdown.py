"""A worksheet as GitHub-flavoured Markdown, for a wiki."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from alignment_maturity.formats.markdown_text import escape

if TYPE_CHECKING:
    from alignment_maturity.worksheets.document import Block, Document, Field, Table

BLANK = r"\_\_\_\_\_\_"


def as_markdown(document: Document) -> bytes:
    """Write a worksheet; what is to be filled in is a line of underscores or an empty cell."""
    return ("\n\n".join(_parts(document)) + "\n").encode()


def _parts(document: Document) -> Iterator[str]:
    yield f"# {escape(document.title)}"
    if document.organisation:
        yield f"**{escape(document.organisation)}**"
    yield escape(document.lead)
    for block in document.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block.kind:
        case "heading":
            yield f"{'#' * block.level} {escape(block.text)}"
        case "paragraph":
            yield escape(block.text)
        case "fields":
            yield "\n".join(_field(field) for field in block.fields)
        case "space":
            hint = f" ({escape(block.hint)})" if block.hint else ""
            yield f"**{escape(block.label)}**{hint}"
            yield BLANK
        case "table":
            if block.caption:
                yield f"**{escape(block.caption)}**"
            yield _table(block)
        case "checks":
            yield "\n".join(f"- [ ] {escape(item)}" for item in block.items)
        case "steps":
            yield "\n".join(f"{number}. {escape(item)}" for number, item in enumerate(block.items, start=1))
        case "note":
            title = f"**{escape(block.title)}.** " if block.title else ""
            yield f"> {title}{' '.join(escape(sentence) for sentence in block.sentences)}"


def _field(field: Field) -> str:
    hint = f" ({escape(field.hint)})" if field.hint else ""
    return f"- **{escape(field.label)}:** {escape(field.value) or BLANK}{hint}"


def _table(table: Table) -> str:
    header: list[Sequence[str]] = [
        [escape(column.title) for column in table.columns], ["---"] * len(table.columns),
    ]  # fmt: skip
    # A cell of a Markdown table is one line.
    rows = [[escape(cell.replace("\n", " · ")) for cell in row] for row in table.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in [*header, *rows])
