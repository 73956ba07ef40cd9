"""The report as Markdown (CommonMark with tables), for a wiki.

Texts stay texts: nothing in them becomes a link, a tag or a heading. Pictures are told in words.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from alignment_maturity.formats.markdown_text import escape, escape_within
from alignment_maturity.report.elements.common import Fact
from alignment_maturity.report.elements.parts import (
    Facts,
    Items,
    Legend,
    Paragraph,
    Part,
    Picture,
    Run,
    Subheading,
    Table,
    TableCell,
    TableRow,
)
from alignment_maturity.report.outline import chapters
from alignment_maturity.report.view import DEFAULTS, ReportOptions, view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alignment_maturity.language import Lang
    from alignment_maturity.progress import Progress
    from alignment_maturity.report.elements import ReportView
    from alignment_maturity.report.elements.parts import Chapter
    from alignment_maturity.result import Assessment

_BETWEEN = " · "


def render_markdown(
    result: Assessment, lang: Lang, options: ReportOptions = DEFAULTS, progress: Progress | None = None
) -> str:
    """Return the report of a result as Markdown."""
    return as_markdown(view(result, lang, options=options, progress=progress))


def as_markdown(told: ReportView) -> str:
    """Write a view: its title, what the cover says, the contents, the chapters."""
    return _document(told, chapters(told))


def prose(runs: Sequence[Run]) -> str:
    """Write pieces of text on one line; stress that Markdown could not tell from its text is left out."""
    styled = groupby(_stressed(_merged(runs)), key=lambda run: (run.bold, run.italic))
    return "".join(_run(Run("".join(run.text for run in same), *style)) for style, same in styled).strip()


def _document(told: ReportView, found: Sequence[Chapter]) -> str:
    blocks = [
        *_opening(told),
        f"## {escape_within(told.words['contents'])}",
        _contents(told, found),
        *(block for chapter in found for block in _chapter(chapter)),
    ]
    return "\n\n".join(block for block in _lists_apart(blocks) if block) + "\n"


def _opening(told: ReportView) -> Iterator[str]:
    yield f"# {escape_within(told.title)}"
    yield escape(told.cover.label)
    yield _bold(told.cover.placement)
    brand = told.brand
    if brand:
        yield from map(escape, brand.cover)
    yield _facts(told.cover.facts)
    if brand:
        yield _BETWEEN.join([_bold(brand.name), *map(escape_within, brand.contact)])
        yield f"> {_bold(brand.confidentiality)}" if brand.confidentiality else ""


def _contents(told: ReportView, found: Sequence[Chapter]) -> str:
    """List the chapters, each with a link to its heading, as GitHub, GitLab and most wikis name anchors."""
    seen = Counter([_anchor(told.title), _anchor(told.words["contents"])])
    lines = []
    for chapter in found:
        label = chapter.heading.label
        lines.append(f"- [{escape_within(label)}](#{_next_anchor(label, seen)})")
        for part in chapter.parts:
            if isinstance(part, Subheading):
                _next_anchor(_name(part), seen)
    return "\n".join(lines)


def _next_anchor(heading: str, seen: Counter[str]) -> str:
    """Return the anchor of the next heading of a document; a number tells it from one that came before."""
    anchor = _anchor(heading)
    before = seen[anchor]
    seen[anchor] += 1
    return f"{anchor}-{before}" if before else anchor


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", " ".join(heading.split()).lower()).replace(" ", "-")


def _chapter(chapter: Chapter) -> Iterator[str]:
    # The label heads it, not the message: links to it from elsewhere then hold for the next report too.
    yield f"## {escape_within(chapter.heading.label)}"
    if chapter.heading.message != chapter.heading.label:
        yield _bold(chapter.heading.message)
    for part in chapter.parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    match part:
        case Paragraph():
            yield _paragraph(part)
        case Subheading():
            yield f"{'#' * part.level} {escape_within(_name(part))}"
            yield _BETWEEN.join(f"*{escape_within(text)}*" for text in (part.tag, part.detail) if text)
        case Items():
            yield "\n".join(
                f"{f'{number}.' if part.numbered else '-'} {prose(item)}"
                for number, item in enumerate(part.items, start=1)
            )
        case Facts():
            yield _facts(part.facts)
        case Table():
            yield _bold(part.caption)
            yield escape(part.lead)
            yield _table(part) if part.columns else _terms(part)
        case Picture():
            yield f"> {escape(f'{part.drawing.title} {part.drawing.description}')}"
        case Legend():
            pass  # there are no tints to explain
        case _:
            assert_never(part)


def _name(heading: Subheading) -> str:
    return f"{heading.mark}. {heading.text}" if heading.mark else heading.text


def _paragraph(paragraph: Paragraph) -> str:
    match paragraph.role:
        case "strong" | "label":
            return _bold(paragraph.text)
        case "warning":
            return f"> {_bold(paragraph.text)}"
        case "quote":
            return f"> {prose(paragraph.runs)}"
        case _:
            return prose(paragraph.runs)


def _facts(facts: Iterable[Fact]) -> str:
    return "\n".join(f"- {_bold(f'{fact.label}:')} {escape_within(fact.value)}".rstrip() for fact in facts)


def _terms(table: Table) -> str:
    """Write a table without heads, which Markdown does not know, as a list."""
    return _facts(
        Fact(_BETWEEN.join(head.lines), _BETWEEN.join(line for cell in others for line in cell.lines))
        for head, *others in (row.cells for row in table.rows)
    )


def _table(table: Table) -> str:
    lines = [[escape_within(column) for column in table.columns], _alignments(table)]
    for row in table.rows:
        padding = [""] * (len(table.columns) - len(row.cells))
        lines.append([*(_cell(cell) for cell in row.cells), *padding])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _alignments(table: Table) -> list[str]:
    rows = [row for row in table.rows if not row.group]
    return ["--:" if rows and _all_numbers(rows, column) else "---" for column in range(len(table.columns))]


def _all_numbers(rows: Iterable[TableRow], column: int) -> bool:
    return all(row.cells[column].number for row in rows)


def _cell(cell: TableCell) -> str:
    head = f"{cell.mark} {_BETWEEN.join(cell.lines)}".strip()
    written = [_bold(head) if cell.bold else escape_within(head)]
    written += [f"*{escape_within(cell.tag)}*"] if cell.tag else []
    written += [escape_within(cell.detail)] if cell.detail else []
    return _BETWEEN.join(written)


def _bold(text: str) -> str:
    return f"**{escape_within(text)}**" if text.strip() else ""


def _lists_apart(blocks: Iterable[str]) -> Iterator[str]:
    """Give a list that follows another one a different mark, else the two would be one."""
    before = ""
    for block in blocks:
        written = block
        if block.startswith("- ") and before.startswith("- "):
            written = re.sub(r"(?m)^- ", "* ", block)
        elif block.startswith("1. ") and before.startswith("1. "):
            written = re.sub(r"(?m)^(\d+)\. ", r"\1) ", block)
        yield written
        before = written or before


def _merged(runs: Iterable[Run]) -> list[Run]:
    same = groupby(runs, key=lambda run: (run.bold, run.italic))
    return [Run("".join(run.text for run in group), *style) for style, group in same]


def _stressed(runs: Sequence[Run]) -> Iterator[Run]:
    """Take the stress from pieces that begin or end within a word by a sign of punctuation.

    CommonMark takes asterisks for marks only where the signs beside them say on which side their text is.
    """
    whole = "".join(run.text for run in runs)
    begin, marked = 0, False
    for run in runs:
        core = run.text.strip()
        start = begin + len(run.text) - len(run.text.lstrip())
        begin += len(run.text)
        before, after = whole[:start][-1:].strip(), whole[start + len(core) :][:1].strip()
        opens = not before or (core[:1].isalnum() and not marked)
        closes = not after or core[-1:].isalnum()
        marked = bool(core) and (run.bold or run.italic) and opens and closes
        yield run if marked else Run(run.text)


def _run(run: Run) -> str:
    core = escape(run.text)
    marks = "*" * (2 * run.bold + run.italic) if core else ""
    lead, trail = run.text[:1].isspace(), bool(core) and run.text[-1:].isspace()
    return f"{' ' * lead}{marks}{core}{marks}{' ' * trail}"
