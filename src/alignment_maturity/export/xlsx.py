"""The plan as an Excel workbook: the actions, a roadmap by weeks, and a summary."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from alignment_maturity.export.contents import Contents, Task, contents
from alignment_maturity.formats.spreadsheet import LINE_HEIGHT, row_height
from alignment_maturity.language.export import word

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from alignment_maturity.language import Lang
    from alignment_maturity.result import Assessment

MOST_COLUMNS = 60
"""Columns of the roadmap at most; a longer plan gets columns of several weeks."""

_EARLIEST = dt.date(1900, 1, 1)
"""The first day Excel can hold."""

_MARK = "■"
_INK, _LINE, _BAR = "#1F3A5F", "#C9D3DF", "#9CC3E6"
_DATES: dict[Lang, str] = {"it": "dd/mm/yyyy", "en": "d mmm yyyy"}
_A3, _A4 = 8, 9
_LONGEST_HEADING = 120

Cell = str | float | dt.date | None


class _Column(NamedTuple):
    """A column of the actions: the key of its title, its width in characters, and what it says of a task."""

    key: str
    width: float
    cell: Callable[[Task], Cell]


_COLUMNS = (
    _Column("rank", 5, lambda task: task.rank),
    _Column("action", 26, lambda task: task.title),
    _Column("owner", 14, lambda task: task.owner),
    _Column("start", 12, lambda task: task.start),
    _Column("end", 12, lambda task: task.end),
    _Column("horizon", 12, lambda task: task.horizon),
    _Column("effort-days", 12, lambda task: task.effort),
    _Column("weeks", 10, lambda task: task.weeks),
    _Column("priority", 11, lambda task: task.priority),
    _Column("gates", 18, lambda task: "\n".join(task.gates)),
    _Column("requires", 18, lambda task: "\n".join(task.requires)),
    _Column("reason", 32, lambda task: task.reason),
    _Column("why", 28, lambda task: task.why),
    _Column("steps", 38, lambda task: "\n".join(f"• {step}" for step in task.steps)),
    _Column("done-when", 26, lambda task: task.done_when),
    _Column("kpi", 18, lambda task: task.kpi),
)
_BESIDE_ROADMAP = tuple(
    column for column in _COLUMNS if column.key in {"rank", "action", "owner", "start", "end"}
)


def as_xlsx(result: Assessment, lang: Lang) -> bytes:
    """Write the workbook; the same plan gives the same bytes."""
    from xlsxwriter import Workbook

    plan, file = contents(result, lang), io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        created = _midnight(max(result.plan.start, _EARLIEST))
        workbook.set_properties({"title": plan.title, "created": created})
        book = _Book(workbook, lang, plan)
        _actions(book)
        _roadmap(book)
        _summary(book)
    return file.getvalue()


@dataclass(frozen=True)
class _Book:
    """A workbook, what goes into it, and how its cells look."""

    workbook: Workbook
    lang: Lang
    plan: Contents

    def sheet(self, key: str, *, paper: int) -> Worksheet:
        """Add a sheet that prints well: landscape, one page wide, with a heading and page numbers."""
        sheet = self.workbook.add_worksheet(word(key, self.lang))
        sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.fit_to_pages(1, 0)
        sheet.set_header(f"&L{self.plan.title[:_LONGEST_HEADING].replace('&', '&&')}")
        sheet.set_footer(f"&R{word('page', self.lang)}")
        return sheet

    def style(self, **properties: object) -> Format:
        """Return a format: text at the top of its cell, wrapped, and what else is asked for."""
        return self.workbook.add_format({"valign": "top", "text_wrap": True, **properties})

    def head(self, sheet: Worksheet, columns: Sequence[_Column], *, height: float) -> None:
        """Write the titles of columns, which stay in sight and stand on every printed page."""
        sheet.set_row(0, height)
        style = self.style(bold=True, font_color="white", bg_color=_INK, border=1, border_color=_LINE)
        for number, column in enumerate(columns):
            sheet.set_column(number, number, column.width)
            sheet.write_string(0, number, word(column.key, self.lang), style)
        sheet.freeze_panes(1, 2)
        sheet.repeat_rows(0)

    def tell(self, sheet: Worksheet, tasks: Sequence[Task], columns: Sequence[_Column]) -> None:
        """Write a row for each task, below the titles; dates are dates and numbers numbers."""
        text = self.style(border=1, border_color=_LINE)
        figure = self.style(border=1, border_color=_LINE, align="center")
        date = self.style(border=1, border_color=_LINE, align="left", num_format=_DATES[self.lang])
        for row, task in enumerate(tasks, start=1):
            values = [column.cell(task) for column in columns]
            sheet.set_row(row, row_height(zip(values, (column.width for column in columns), strict=True)))
            for number, value in enumerate(values):
                if isinstance(value, dt.date):
                    _write_day(sheet, row, number, value, date)
                elif isinstance(value, (int, float)):
                    sheet.write_number(row, number, value, figure)
                elif value:
                    sheet.write_string(row, number, str(value), text)
                else:
                    sheet.write_blank(row, number, None, text)


def _write_day(sheet: Worksheet, row: int, column: int, day: dt.date, style: Format) -> None:
    """Write a date as one, or as text where Excel has no such date."""
    if day < _EARLIEST:
        sheet.write_string(row, column, day.isoformat(), style)
    else:
        sheet.write_datetime(row, column, _midnight(day), style)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


def _actions(book: _Book) -> None:
    tasks = (*book.plan.tasks, *book.plan.optional)
    sheet = book.sheet("sheet-plan", paper=_A3)
    book.head(sheet, _COLUMNS, height=3 * LINE_HEIGHT)
    book.tell(sheet, tasks, _COLUMNS)
    sheet.autofilter(0, 0, len(tasks), len(_COLUMNS) - 1)


def _roadmap(book: _Book) -> None:
    """Write a row for each action and a column for each week; a sign marks them, not the colour alone."""
    tasks, beside = book.plan.tasks, len(_BESIDE_ROADMAP)
    sheet = book.sheet("sheet-roadmap", paper=_A3)
    book.head(sheet, _BESIDE_ROADMAP, height=5 * LINE_HEIGHT)
    book.tell(sheet, tasks, _BESIDE_ROADMAP)
    periods, weeks = _periods(tasks)
    day = book.style(
        bold=True, font_color="white", bg_color=_INK, border=1, border_color=_LINE,
        rotation=90, num_format=_DATES[book.lang],
    )  # fmt: skip
    free = book.style(border=1, border_color=_LINE)
    taken = book.style(border=1, border_color=_LINE, bg_color=_BAR, font_color=_INK, align="center")
    for number, period in enumerate(periods, start=beside):
        sheet.set_column(number, number, 3)
        _write_day(sheet, 0, number, dt.date.fromordinal(period.start), day)
        for row, task in enumerate(tasks, start=1):
            if _overlap(task, period):
                sheet.write_string(row, number, _MARK, taken)
            else:
                sheet.write_blank(row, number, None, free)
    if not tasks:
        note = word("no-actions", book.lang)
    elif weeks == 1:
        note = word("read-roadmap", book.lang)
    else:
        note = word("read-roadmap-long", book.lang, n=weeks)
    sheet.write_string(len(tasks) + 2, 1, note)


def _periods(tasks: Sequence[Task]) -> tuple[list[range], int]:
    """Divide the time of a plan into spans of days (proleptic ordinals), each of so many weeks."""
    starts = [task.start for task in tasks if task.start]
    ends = [task.end for task in tasks if task.end]
    if not starts or not ends:
        return [], 1
    first, last = min(starts), max(ends).toordinal()
    monday = first.toordinal() - first.weekday()
    weeks = 1 + (last - monday) // (7 * MOST_COLUMNS)
    step = 7 * weeks
    return [range(begin, begin + step) for begin in range(monday, last + 1, step)], weeks


def _overlap(task: Task, period: range) -> bool:
    if task.start is None or task.end is None:
        return False
    return task.start.toordinal() < period.stop and task.end.toordinal() >= period.start


def _summary(book: _Book) -> None:
    sheet = book.sheet("sheet-summary", paper=_A4)
    widths = 38, 100
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, book.plan.title, book.workbook.add_format({"bold": True, "font_size": 16}))
    label, text = book.style(bold=True), book.style()
    for row, (name, value) in enumerate(_facts(book), start=2):
        sheet.write_string(row, 0, name, label)
        sheet.write_string(row, 1, value, text)
        sheet.set_row(row, row_height(zip((name, value), widths, strict=True)))


def _facts(book: _Book) -> Iterator[tuple[str, str]]:
    yield from book.plan.facts
    reading = [word(key, book.lang) for key in ("read-order", "read-dates", "read-effort")]
    for key, sentences in (
        ("outcome", book.plan.outcome),
        ("keep", [f"{name}: {what}" for name, what in book.plan.keep]),
        ("how-to-read", reading if book.plan.tasks else ()),
    ):
        for number, sentence in enumerate(sentences):
            yield "" if number else word(key, book.lang), sentence
