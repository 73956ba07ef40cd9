"""What changed since the last wave, as chapters."""

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
from alignment_maturity.report.outline.pieces import (
    NOTHING,
    bullets,
    line,
    paragraphs,
    pictures,
    prose,
    widths,
)

if TYPE_CHECKING:
    from alignment_maturity.report.elements.progress import Changes, LevelTable, Progress

_FIGURES = (16.0, 16.0, 20.0)
_GATES = 58.0
"""The widths of the columns after the level's, in millimetres."""


def progress(progress: Progress) -> Chapter:
    """Return where the organisation stood and stands."""
    parts: list[Part] = [
        *paragraphs(progress.lead, role="lead"),
        *paragraphs(*progress.cautions, role="warning"),
        Facts(progress.figures, figures=True),
        *pictures(progress.overall),
    ]
    if progress.dimensions:
        parts += [Subheading(progress.dimensions_title), *pictures(progress.dimensions)]
        parts += paragraphs(progress.dimensions_note, role="small")
    parts += [_levels(progress.levels)] if progress.levels else []
    return Chapter(progress.heading, tuple(parts))


def changes(changes: Changes) -> Chapter:
    """Return what changed, question by question and action by action."""
    parts: list[Part] = [
        *paragraphs(changes.lead, role="lead"),
        *pictures(changes.questions),
        *paragraphs(changes.questions_note, role="small"),
    ]
    if changes.actions_lead:
        parts.append(Subheading(changes.actions_lead))
    for block in changes.actions:
        parts += bullets(block)
    for block in changes.disagreements:
        parts += prose(block)
    if changes.not_compared.sentences:
        parts += bullets(changes.not_compared)
    return Chapter(changes.heading, tuple(parts), brief=changes.brief)


def _levels(table: LevelTable) -> Table:
    rows = tuple(
        TableRow(
            (
                TableCell((level.name,), bold=True, mark=level.level),
                *line(level.cells, number=True),
                *([TableCell(level.gates or (NOTHING,))] if table.gates else []),
            )
        )
        for level in table.rows
    )
    others = (*_FIGURES, _GATES) if table.gates else _FIGURES
    return Table(table.caption, "", (table.head, *table.columns), widths(*others), rows)
