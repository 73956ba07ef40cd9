"""The page for the board, the ladder and what its levels mean, as chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.report.elements.parts import (
    Chapter,
    Facts,
    Items,
    Part,
    Picture,
    Run,
    Subheading,
    Table,
    TableCell,
    TableRow,
)
from alignment_maturity.report.outline.pieces import bullets, gates, paragraphs, prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignment_maturity.report.elements.placement import (
        Board,
        Ladder,
        LevelPortrait,
        LevelRow,
        Meaning,
        Move,
    )

_REACHED = frozenset({"start", "attained"})


def board(board: Board) -> Chapter:
    """Return the page for the board."""
    parts: list[Part] = [
        *paragraphs(board.lead, role="lead"),
        *paragraphs(board.warning, role="warning"),
        Picture(board.drawing),
        Facts(board.figures, figures=True),
        *paragraphs(board.figures_note, role="small"),
        *prose(board.blocks),
        *prose(board.functions),
        *prose(board.sure),
    ]
    if board.moves:
        parts.append(Subheading(board.moves_title))
        parts.append(Items(tuple(_move(move) for move in board.moves), numbered=True))
    return Chapter(board.heading, (*parts, *paragraphs(board.moves_note, role="small")))


def ladder(ladder: Ladder, words: Mapping[str, str]) -> Chapter:
    """Return the section on why this level and why not the next."""
    columns = [words["level"], ladder.measure, *([ladder.gates] if ladder.gates else [])]
    table = Table(
        ladder.caption,
        "",
        tuple(columns),
        (29, 31, 40) if ladder.gates else (29, 71),
        tuple(_level(row, words, gated=bool(ladder.gates)) for row in ladder.rows),
    )
    symptoms = bullets(ladder.symptoms) if ladder.symptoms and ladder.symptoms.sentences else ()
    return Chapter(
        ladder.heading,
        (Picture(ladder.drawing), *prose(ladder.why), *symptoms, *prose(ladder.why_not), table),
    )


def meaning(meaning: Meaning) -> Chapter:
    """Return what staying costs and what the next level gives."""
    portraits = (part for level in meaning.levels for part in _portrait(level))
    return Chapter(meaning.heading, tuple(portraits), brief=meaning.brief)


def _move(move: Move) -> tuple[Run, ...]:
    return (Run(move.title, bold=True), *(Run(f" · {detail}") for detail in move.details))


def _level(row: LevelRow, words: Mapping[str, str], *, gated: bool) -> TableRow:
    threshold = f"{words['threshold']} {row.threshold}" if row.threshold else ""
    return TableRow(
        (
            TableCell((row.name,), bold=row.state in _REACHED, mark=row.level, detail=row.verdict),
            TableCell((row.measure,), bold=True, detail=threshold),
            *([gates(row.gates)] if gated else []),
        )
    )


def _portrait(level: LevelPortrait) -> Iterator[Part]:
    yield from paragraphs(level.label, role="label")
    yield Subheading(level.name, mark=level.level)
    yield from paragraphs(level.description)
    for block in level.blocks:
        yield from bullets(block, 4)
