"""The method, all answers and the glossary, as chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.report.elements.parts import (
    Chapter,
    Paragraph,
    Part,
    Run,
    Subheading,
    Table,
    TableCell,
    TableRow,
)
from alignment_maturity.report.outline.pieces import (
    LINE,
    bullets,
    gates,
    line,
    paragraphs,
    pictures,
    prose,
    terms,
    widths,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignment_maturity.report.elements.appendix import (
        Account,
        Answers,
        Method,
        Note,
        OptionRow,
        QuestionAnswers,
        Working,
    )
    from alignment_maturity.report.elements.common import Row
    from alignment_maturity.report.elements.glossary import Glossary

_HEAD, _WEIGHT = 36.0, 14.0
"""The width of the first column of the working in per cent, of the second in millimetres."""

_COUNT, _CROWDED = 22.0, 15.0
"""The widths of a group's column in millimetres."""


def method(method: Method, words: Mapping[str, str]) -> Chapter:
    """Return how the placement and the plan came about."""
    parts: list[Part] = [part for account in method.accounts for part in _account(account)]
    parts += bullets(method.limits)
    return Chapter(method.heading, (*parts, Subheading(words["sources"]), terms(method.sources)))


def answers(answers: Answers, words: Mapping[str, str]) -> Chapter:
    """Return the distribution of the answers."""
    parts: list[Part] = [*paragraphs(answers.lead, role="lead")]
    for group in answers.groups:
        parts.append(Subheading(group.name))
        for question in group.questions:
            parts += _question(question, words)
    return Chapter(answers.heading, tuple(parts))


def glossary(glossary: Glossary) -> Chapter:
    """Return what the words of the report mean."""
    return Chapter(glossary.heading, (terms(glossary.entries),))


def _account(account: Account) -> Iterator[Part]:
    yield from prose(account.block)
    if account.working:
        yield _working(account.working)
        yield from paragraphs(*account.working.notes, role="small")
    yield from pictures(account.drawing)


def _working(working: Working) -> Table:
    weighted = bool(working.weight)
    rows = [_line(row, row.detail, weighted=weighted) for row in working.rows]
    rows += [_line(row, "", weighted=weighted, bold=True) for row in working.totals]
    if working.gates:
        head = _head(working.gates_head, "", weighted=weighted, bold=True)
        rows.append(TableRow((*head, *(gates(of_level) for of_level in working.gates))))
    head = _head(working.verdict_head, "", weighted=weighted, bold=True)
    rows.append(TableRow((*head, *(TableCell((verdict,)) for verdict in working.verdicts))))
    weight = round(100 * _WEIGHT / LINE, 2) if weighted else 0.0
    share = round((100 - _HEAD - weight) / len(working.columns), 2)
    return Table(
        working.caption,
        "",
        (working.head, *([working.weight] if weighted else []), *working.columns),
        (_HEAD, *([weight] if weighted else []), *[share] * len(working.columns)),
        tuple(rows),
    )


def _line(row: Row, weight: str, *, weighted: bool, bold: bool = False) -> TableRow:
    return TableRow((*_head(row.name, weight, weighted=weighted, bold=bold), *line(row.cells, number=True)))


def _head(name: str, weight: str, *, weighted: bool, bold: bool = False) -> tuple[TableCell, ...]:
    return (TableCell((name,), bold=bold), *([TableCell((weight,), number=True)] if weighted else []))


def _question(question: QuestionAnswers, words: Mapping[str, str]) -> Iterator[Part]:
    yield Subheading(question.name, 4)
    yield from paragraphs(question.text, question.tag, role="small")
    if question.rows:
        columns = len(question.columns)
        yield Table(
            "",
            "",
            (words["answer"], *question.columns),
            widths(*[_CROWDED if question.crowded else _COUNT] * columns),
            tuple(_option(row, words) for row in question.rows),
        )
    for note in question.notes:
        yield from _note(note, words)


def _option(row: OptionRow, words: Mapping[str, str]) -> TableRow:
    head = TableCell((row.text,), bold=row.agreed, mark=row.value, tag=words["agreed"] if row.agreed else "")
    return TableRow((head, *(TableCell((cell.text,), number=True) for cell in row.cells)))


def _note(note: Note, words: Mapping[str, str]) -> Iterator[Part]:
    yield from paragraphs(note.who, role="label")
    yield from paragraphs(note.note, role="quote")
    if note.evidence:
        yield Paragraph((Run(words["evidence"], bold=True), Run(f" {note.evidence}")), "quote")
