"""What a workshop left, as a chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.report.elements.parts import Chapter, Facts, Part, Subheading, Table
from alignment_maturity.report.outline.comparison import topic
from alignment_maturity.report.outline.pieces import paragraphs, pictures, row, widths
from alignment_maturity.report.outline.plan import entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignment_maturity.report.elements.workshop import Move, VoteTable, Workshop

_FIGURE, _CROWDED = 24.0, 16.0
_MOST_ROOMY = 5
_DECISIONS = (101.0, 31.0)
"""The widths of columns, in millimetres."""


def workshop(workshop: Workshop, words: Mapping[str, str]) -> Chapter:
    """Return what a workshop left."""
    parts: list[Part] = [*paragraphs(workshop.lead, role="lead"), Facts(workshop.figures, figures=True)]
    if workshop.moves:
        parts.append(Subheading(workshop.moves_title))
        parts += [part for move in workshop.moves for part in _move(move)]
    if workshop.votes:
        parts += [_votes(workshop.votes), *paragraphs(*workshop.votes.notes, role="small")]
    if workshop.agenda:
        parts.append(Subheading(workshop.agenda_title))
        parts += [part for found in workshop.agenda for part in topic(found, words, level=4)]
    if workshop.decisions:
        parts += [
            entries(workshop.decisions, _DECISIONS),
            *paragraphs(workshop.decisions_note, role="small"),
        ]
    if workshop.minutes:
        parts.append(Subheading(workshop.minutes_title))
        for note in workshop.minutes:
            parts += [*paragraphs(note.who, role="label"), *paragraphs(note.note, role="quote")]
    return Chapter(workshop.heading, tuple(parts), brief=workshop.brief)


def _move(move: Move) -> Iterator[Part]:
    yield Subheading(move.name, 4, detail=move.dimension)
    yield from paragraphs(" ".join(move.sentences))
    yield from pictures(move.drawing)
    yield from paragraphs(move.agreed, role="strong")


def _votes(votes: VoteTable) -> Table:
    figures = len(votes.columns) - 1
    width = _FIGURE if figures < _MOST_ROOMY else _CROWDED
    return Table(votes.caption, "", votes.columns, widths(*[width] * figures), tuple(map(row, votes.rows)))
