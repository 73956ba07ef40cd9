"""The actions as chapters: what they are, along time, by effort and gain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.report.elements.parts import (
    Chapter,
    Facts,
    Part,
    Subheading,
    Table,
    TableCell,
    TableRow,
)
from alignment_maturity.report.outline.pieces import items, line, paragraphs, pictures, prose, widths

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignment_maturity.report.elements.plan import (
        Card,
        Entry,
        EntryGroup,
        EntryTable,
        FurtherSteps,
        Keep,
        Matrix,
        Roadmap,
        Steps,
        Worksheets,
    )

_LISTED = (35.0, 29.0, 44.0)
_DATED = (35.0, 23.0, 50.0)
_GAINS = (23.0, 23.0, 36.0)
_DOCUMENTS = (20.0, 74.0)
_OVERVIEW = (24.0, 16.0, 31.0, 58.0)
"""The widths of the columns after the action's, in millimetres."""


def steps(steps: Steps, words: Mapping[str, str]) -> Chapter:
    """Return what leads to the target or keeps it."""
    parts: list[Part] = [*paragraphs(*steps.warning, role="warning"), *paragraphs(steps.lead, role="lead")]
    for block in steps.blocks:
        parts += prose(block)
    for card in steps.cards:
        parts += _card(card, words)
    for table, others in ((steps.overview, _OVERVIEW), (steps.more, _LISTED), (steps.optional, _LISTED)):
        parts += [entries(table, others)] if table else []
    for keep in steps.keeps:
        parts += _keep(keep)
    return Chapter(steps.heading, (*parts, *paragraphs(steps.note, role="small")), brief=steps.brief)


def further_steps(further: FurtherSteps, words: Mapping[str, str]) -> Chapter:
    """Return the cards for which the main pages have no room."""
    cards = (part for card in further.cards for part in _card(card, words))
    return Chapter(further.heading, (*paragraphs(further.lead, role="lead"), *cards))


def roadmap(roadmap: Roadmap) -> Chapter:
    """Return the actions along time."""
    parts: tuple[Part, ...] = (
        *paragraphs(roadmap.lead, role="lead"),
        *pictures(*roadmap.drawings),
        *([entries(roadmap.table, _DATED)] if roadmap.table else []),
        *paragraphs(roadmap.note, role="small"),
    )
    return Chapter(roadmap.heading, parts, brief=roadmap.brief)


def matrix(matrix: Matrix) -> Chapter:
    """Return the actions by effort and gain."""
    parts: list[Part] = [*paragraphs(matrix.lead, role="lead")]
    if matrix.drawing:
        parts += [*pictures(matrix.drawing), *paragraphs(matrix.note, role="small")]
        parts += [entries(matrix.table, _GAINS)] if matrix.table else []
    return Chapter(matrix.heading, tuple(parts), brief=not matrix.drawing)


def worksheets(worksheets: Worksheets) -> Chapter:
    """Return what to work with."""
    parts: list[Part] = [*paragraphs(worksheets.lead, role="lead")]
    parts += [entries(worksheets.table, _DOCUMENTS)] if worksheets.table else []
    for block in worksheets.blocks:
        parts += prose(block)
    return Chapter(worksheets.heading, tuple(parts), brief=worksheets.brief)


def entries(table: EntryTable, others: tuple[float, ...]) -> Table:
    """Return a table of entries; `others` are the widths of its columns after the first, in millimetres."""
    rows = tuple(row for group in table.groups for row in _group(group))
    shares = widths(*others[: len(table.columns)])
    return Table(table.caption, table.lead, (table.head, *table.columns), shares, rows)


def _card(card: Card, words: Mapping[str, str]) -> Iterator[Part]:
    yield Subheading(card.title, tag=words["priority"] if card.priority else "", mark=card.rank)
    yield Facts(card.facts)
    yield from paragraphs(card.reason, role="strong")
    yield from paragraphs(card.why)
    if card.steps:
        yield from paragraphs(words["first_steps"], role="label")
        yield from items(card.steps, numbered=True)
    for fact in card.evidence:
        yield from paragraphs(fact.label, role="label")
        yield from paragraphs(fact.value)


def _keep(keep: Keep) -> Iterator[Part]:
    yield Subheading(keep.name, detail=keep.detail)
    yield from paragraphs(keep.advice)


def _group(group: EntryGroup) -> Iterator[TableRow]:
    if group.name:
        yield TableRow((TableCell((group.name,), bold=True, detail=group.detail),), group=True)
    for entry in group.entries:
        yield TableRow((_head(entry), *line(entry.cells), *_command(entry)))


def _head(entry: Entry) -> TableCell:
    return TableCell((entry.title,), mark=entry.mark, tag=entry.tag, detail=entry.detail)


def _command(entry: Entry) -> tuple[TableCell, ...]:
    return (TableCell((" ".join(entry.command),)),) if entry.command else ()
