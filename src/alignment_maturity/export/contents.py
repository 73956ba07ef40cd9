"""What every export of a plan says: the same facts and tasks, in the words of one language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from alignment_maturity.language import Lang, long_date, worksheets
from alignment_maturity.language.export import word
from alignment_maturity.model.questionnaire import JOINT
from alignment_maturity.phrasing import plan as phrasing
from alignment_maturity.phrasing import verdict, wording
from alignment_maturity.result import Assessment, Step


@dataclass(frozen=True)
class Task:
    """An action of the plan, or an optional one, in words; every text is on one line.

    Attributes:
        id: of the action.
        rank: its place in the plan; None where it is optional.
        place: the same in words, with the name of the plan.
        reason: why it is in the plan.
        why: what it is good for at all.
        owner: the function or functions that carry it out.
        functions: the same, one by one.
        effort: in person-days.
        weeks: elapsed.
        start, end: first and last day; None where it is optional.
        horizon: by when, in words; that it is optional, where it is.
        priority: the level it is a priority for, in words; empty where it is none.
        gates: what it opens, with the levels.
        requires: titles of its prerequisites.
        worksheets: titles of the working documents that help to do it.
    """

    id: str
    rank: int | None
    place: str
    title: str
    reason: str
    why: str
    steps: tuple[str, ...]
    done_when: str
    kpi: str
    owner: str
    functions: tuple[str, ...]
    effort: float
    weeks: float
    start: dt.date | None
    end: dt.date | None
    horizon: str
    priority: str
    gates: tuple[str, ...]
    requires: tuple[str, ...]
    worksheets: tuple[str, ...]

    @property
    def optional(self) -> bool:
        """Whether it stands outside the plan."""
        return self.rank is None


@dataclass(frozen=True)
class Contents:
    """A whole plan in words.

    Attributes:
        title: names the organisation.
        facts: label and value of what the plan is about.
        outcome: whether the placement is provisional, and whether the plan attains its target, in sentences.
        tasks: in order.
        optional: what else is worth its effort.
        keep: at the top of the scale, the questions to keep an eye on, and what to look at.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    outcome: tuple[str, ...]
    tasks: tuple[Task, ...]
    optional: tuple[Task, ...]
    keep: tuple[tuple[str, str], ...]


def contents(result: Assessment, lang: Lang) -> Contents:
    """Put the plan of an assessment into words."""
    plan, provisional = result.plan, verdict.provisional(result, lang)
    outcome = (*((provisional,) if provisional else ()), *phrasing.outcome(result, lang))
    return Contents(
        title=_title(result, lang),
        facts=tuple((word(key, lang), value) for key, value in _facts(result, lang) if value),
        outcome=tuple(one_line(sentence) for sentence in outcome),
        tasks=tuple(_task(result, step, lang) for step in plan.steps),
        optional=tuple(_task(result, step, lang) for step in plan.optional),
        keep=tuple(
            (one_line(question.name.in_(lang)), one_line((question.help or question.text).in_(lang)))
            for name in plan.keep
            for question in (result.questionnaire.question_by_id[name],)
        ),
    )


def description(task: Task, lang: Lang) -> str:
    """Return everything about a task that a field of its own does not hold, in several lines."""
    return "\n\n".join(
        "\n".join(lines)
        for lines in (
            [task.reason],
            [task.why],
            [f"{word('steps', lang)}:", *(f"- {step}" for step in task.steps)] if task.steps else [],
            [f"{word('done-when', lang)}: {task.done_when}"] if task.done_when else [],
            [f"{word('kpi', lang)}: {task.kpi}"] if task.kpi else [],
            [f"{word('requires', lang)}: {'; '.join(task.requires)}"] if task.requires else [],
            [f"{word('worksheets', lang)}: {'; '.join(task.worksheets)}"] if task.worksheets else [],
            [task.place],
        )
        if any(lines)
    )


def one_line(text: str) -> str:
    """Return a text, which a questionnaire may break into lines, on one; no-break spaces stay."""
    return re.sub(r"[ \t\n\r]+", " ", text).strip()


def capitalised(text: str) -> str:
    """Let a label stand on its own."""
    return f"{text[:1].upper()}{text[1:]}"


def _title(result: Assessment, lang: Lang) -> str:
    return word("title", lang, organisation=result.organisation)


def _facts(result: Assessment, lang: Lang) -> Iterator[tuple[str, str]]:
    questionnaire, plan = result.questionnaire, result.plan
    title, version = one_line(questionnaire.title.in_(lang)), questionnaire.version
    name = one_line(questionnaire.level_named(plan.target).name.in_(lang))
    yield "organisation", result.organisation
    yield "wave", result.wave or ""
    yield "date", long_date(result.date, lang) if result.date else ""
    yield "questionnaire", word("questionnaire-version", lang, title=title, version=version)
    yield "placement", one_line(verdict.placement(result, lang))
    yield "target", word("target-level", lang, level=plan.target, name=name)
    if plan.steps:
        yield "plan-effort", wording.effort(plan.effort, lang)
        yield "plan-start", long_date(plan.start, lang)
        yield "parallel", word("parallel-most", lang, n=plan.parallel)


def _task(result: Assessment, step: Step, lang: Lang) -> Task:
    action, actions = step.action, result.questionnaire.action_by_id
    optional = step.start is None
    pair = result.questionnaire.compare
    functions = pair if action.owner == JOINT and pair else (action.owner,)
    place = word(
        "place-optional" if optional else "place", lang,
        title=_title(result, lang), rank=step.rank, n=len(result.plan.steps),
    )  # fmt: skip
    return Task(
        id=action.id,
        rank=None if optional else step.rank,
        place=place,
        title=one_line(action.title.in_(lang)),
        reason=one_line(phrasing.reason(result, step, lang)),
        why=one_line(action.why.in_(lang)),
        steps=tuple(one_line(first.in_(lang)) for first in action.steps),
        done_when=one_line(action.done_when.in_(lang)),
        kpi=one_line(action.kpi.in_(lang)),
        owner=one_line(wording.owner_name(result.questionnaire, action.owner, lang)),
        functions=tuple(one_line(wording.group_name(result, function, lang)) for function in functions),
        effort=action.effort,
        weeks=action.weeks,
        start=step.start,
        end=step.end,
        horizon=word("optional", lang) if optional else phrasing.horizon(step.horizon, lang),
        priority="" if step.priority_of is None else word("priority-of", lang, level=step.priority_of),
        gates=tuple(
            word(
                "gate", lang, level=gate.level,
                question=one_line(wording.question_name(result, gate.question, lang)),
            )
            for gate in (() if result.cutoffs else step.gates)
        ),
        requires=tuple(one_line(actions[needed].title.in_(lang)) for needed in step.requires),
        worksheets=tuple(worksheets.title(name, lang) for name in action.worksheets),
    )  # fmt: skip
