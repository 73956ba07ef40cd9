"""The plan on the screen: where it leads, then the actions by horizon, each with its reason."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from alignment_maturity.cli.placement_screen import WIDEST, Marks
from alignment_maturity.export.contents import Task, capitalised, contents, one_line
from alignment_maturity.language import Lang, dates, long_date
from alignment_maturity.language.export import word
from alignment_maturity.phrasing import verdict, wording
from alignment_maturity.result import Assessment

_LEAST_BESIDE, _MOST_BESIDE = 20, 30


def show(console: Console, result: Assessment, lang: Lang) -> None:
    """Print the whole plan, no wider than `WIDEST` columns."""
    marks = Marks(console)
    width = min(console.width, WIDEST)
    console.print(Group(*_sections(result, lang, marks, width)), width=width, soft_wrap=False)


def as_text(result: Assessment, lang: Lang, *, width: int) -> str:
    """Return the whole plan as plain text, as it would be on a screen without colours."""
    text = io.StringIO()
    console = Console(file=text, width=width, highlight=False, emoji=False, markup=False, no_color=True)
    show(console, result, lang)
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().rstrip().splitlines())


def _sections(result: Assessment, lang: Lang, marks: Marks, width: int) -> Iterator[RenderableType]:
    plan = contents(result, lang)
    date = long_date(result.date, lang) if result.date else ""
    facts = (one_line(result.questionnaire.title.in_(lang)), result.wave or "", date)
    yield Text(result.organisation, style="bold")
    yield Text(" · ".join(fact for fact in facts if fact), style="dim")
    yield Text(f"\n{verdict.placement(result, lang)}", style="bold")
    if result.blocking is not None:
        name = one_line(result.questionnaire.level_named(result.plan.target).name.in_(lang))
        yield Text(f"{word('target', lang)} {result.plan.target}: {name}", style="bold")
    yield Text()
    yield from (_item(Text(sentence), marks) for sentence in plan.outcome)
    yield Text()
    beside = max(_LEAST_BESIDE, min(_MOST_BESIDE, width // 3))
    for horizon in dict.fromkeys(task.horizon for task in sorted(plan.tasks, key=_end)):
        yield Text(capitalised(horizon), style="bold")
        yield _table([task for task in plan.tasks if task.horizon == horizon], lang, marks, beside)
    if plan.optional:
        yield Text(word("also", lang), style="bold")
        yield _table(plan.optional, lang, marks, beside)
    if plan.keep:
        yield Text(word("keep", lang), style="bold")
        for name, what in plan.keep:
            yield _item(Text.assemble((f"{name}\n", "bold"), f"{what}\n"), marks)


def _end(task: Task) -> dt.date:
    return task.end or dt.date.max


def _item(text: Text, marks: Marks) -> RenderableType:
    item = Table.grid(padding=(0, 1))
    item.add_column(no_wrap=True)
    item.add_column(ratio=1, overflow="fold")
    item.add_row(f"  {marks.bullet}", text)
    return item


def _table(tasks: Sequence[Task], lang: Lang, marks: Marks, beside: int) -> RenderableType:
    """Lay out actions: number, title with the reason below, and who, when and how much beside."""
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(width=beside, overflow="fold")
    for task in tasks:
        facts = [task.owner, wording.effort(task.effort, lang)]
        if task.start and task.end:
            facts.insert(1, dates.plain(dates.span(task.start, task.end, lang)))
        table.add_row(
            f"  {marks.bullet}" if task.optional else f"  {task.rank}.",
            Group(Text(task.title, style="bold"), Text(f"{task.reason}\n")),
            Text("\n".join([*facts, ""]), style="dim"),
        )
    return table
