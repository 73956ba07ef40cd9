"""The plan as Markdown (CommonMark with tables), to be pasted into a wiki."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from alignment_maturity.export.contents import Contents, Task, contents
from alignment_maturity.formats.markdown_text import escape
from alignment_maturity.language import dates
from alignment_maturity.language.export import word
from alignment_maturity.phrasing import wording

if TYPE_CHECKING:
    from alignment_maturity.language import Lang
    from alignment_maturity.result import Assessment


def as_markdown(result: Assessment, lang: Lang) -> bytes:
    """Write the plan: what it is about, a table of the actions, then each of them with its details."""
    plan = contents(result, lang)
    return ("\n\n".join(_blocks(plan, lang)) + "\n").encode()


def _blocks(plan: Contents, lang: Lang) -> Iterator[str]:
    yield f"# {escape(plan.title)}"
    yield "\n".join(f"- **{label}:** {escape(value)}" for label, value in plan.facts)
    yield "\n".join(escape(sentence) for sentence in plan.outcome)
    if plan.tasks:
        yield f"## {word('actions', lang)}"
        yield _table(plan.tasks, lang)
        for task in plan.tasks:
            yield from _task(task, lang)
    if plan.optional:
        yield f"## {word('also', lang)}"
        for task in plan.optional:
            yield from _task(task, lang)
    if plan.keep:
        yield f"## {word('keep', lang)}"
        yield "\n".join(f"- **{escape(name)}:** {escape(what)}" for name, what in plan.keep)


def _table(tasks: Sequence[Task], lang: Lang) -> str:
    columns = ("rank", "action", "owner", "start", "end", "horizon", "effort")
    rows = [
        (
            str(task.rank), escape(task.title), escape(task.owner),
            dates.plain(dates.short(task.start, lang)) if task.start else "",
            dates.plain(dates.short(task.end, lang)) if task.end else "",
            task.horizon, wording.effort(task.effort, lang),
        )
        for task in tasks
    ]  # fmt: skip
    header = [tuple(word(column, lang) for column in columns), ("--:", *(["---"] * 5), "--:")]
    return "\n".join(f"| {' | '.join(row)} |" for row in [*header, *rows])


def _task(task: Task, lang: Lang) -> Iterator[str]:
    number = "" if task.optional else f"{task.rank}. "
    yield f"### {number}{escape(task.title)}" if number else f"### {escape(task.title)}"
    yield escape(task.reason)
    if task.why:
        yield escape(task.why)
    facts = [("owner", task.owner), ("effort", wording.effort(task.effort, lang))]
    if task.start and task.end:
        facts.append(("when", f"{dates.plain(dates.span(task.start, task.end, lang))} ({task.horizon})"))
    facts += [("requires", "; ".join(task.requires)), ("done-when", task.done_when), ("kpi", task.kpi)]
    facts.append(("worksheets", "; ".join(task.worksheets)))
    yield "\n".join(f"- **{word(key, lang)}:** {escape(value)}" for key, value in facts if value)
    if task.steps:
        yield f"**{word('steps', lang)}**"
        yield "\n".join(f"{number}. {escape(step)}" for number, step in enumerate(task.steps, start=1))
