"""Where the organisation stands among others, as a chapter."""

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
from alignment_maturity.report.outline.pieces import items, line, paragraphs, pictures, widths

if TYPE_CHECKING:
    from alignment_maturity.report.elements.benchmark import Benchmark
    from alignment_maturity.report.elements.common import Row

_WIDTHS = (24.0, 18.0, 18.0, 18.0, 40.0)
"""The widths of the columns after the first, in millimetres."""


def benchmark(benchmark: Benchmark) -> Chapter:
    """Return where the organisation stands among others."""
    parts: list[Part] = [
        *paragraphs(benchmark.lead, role="lead"),
        *paragraphs(*benchmark.cautions, role="warning"),
        Facts(benchmark.figures, figures=True),
        *items(benchmark.findings),
        *pictures(benchmark.drawing),
    ]
    if benchmark.levels:
        parts += [Subheading(benchmark.levels_title), *pictures(benchmark.levels)]
    rows: list[TableRow] = []
    for group in benchmark.groups:
        rows.append(TableRow((TableCell((group.name,), bold=True),), group=True))
        rows += [_row(row) for row in group.rows]
    parts += [
        Table(benchmark.caption, "", benchmark.columns, widths(*_WIDTHS), tuple(rows)),
        Subheading(benchmark.notes_title),
        *paragraphs(*benchmark.notes, role="small"),
    ]
    return Chapter(benchmark.heading, tuple(parts))


def _row(row: Row) -> TableRow:
    *figures, place = row.cells
    return TableRow((TableCell((row.name,)), *line(figures, number=True), *line((place,))))
