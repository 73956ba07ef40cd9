"""What an interview or a workshop ends on: the placement, why it is not higher, the next moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from alignment_maturity.language import Lang, decimal
from alignment_maturity.language.screen import word
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.phrasing import verdict, wording
from alignment_maturity.phrasing.ladder import Rung, rungs
from alignment_maturity.phrasing.plan import outcome, reason, smallest_change
from alignment_maturity.result import Assessment

MOVES = 3
"""Steps of the plan that are named; the report has all."""


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What can be done with answers once they are given; both take a while, and raise what commands raise.

    Attributes:
        score: assesses them.
        write_report: writes their report in a language, and returns where.
    """

    score: Callable[[AnswerFile], Assessment]
    write_report: Callable[[AnswerFile, Lang], Path]


@dataclass(frozen=True, slots=True)
class Move:
    """A step of the plan, in words."""

    title: str
    reason: str
    owner: str
    effort: str


@dataclass(frozen=True, slots=True)
class Ending:
    """The result in words.

    Attributes:
        placement: the level with its name.
        index: such as `31.2/100`.
        rungs: the ladder, highest level first.
        asked: what the figures at the rungs are.
        why_not: why the next level was not attained; empty at the top.
        cautions: what limits the placement.
        priority: the one thing to act on; empty at the top of the scale.
        outcome: what the plan leads to.
        moves: the first steps of the plan.
        more: how many steps follow them.
    """

    placement: str
    index: str
    rungs: tuple[Rung, ...]
    asked: str
    why_not: tuple[str, ...]
    cautions: tuple[str, ...]
    priority: str
    outcome: str
    moves: tuple[Move, ...]
    more: int


def ending(result: Assessment, lang: Lang) -> Ending:
    """Put a result in words."""
    shortest = smallest_change(result, lang)
    notes = (verdict.provisional(result, lang), verdict.suppression(result, lang))
    steps = result.plan.steps
    return Ending(
        placement=verdict.placement(result, lang),
        index=f"{decimal(result.index, 1, lang)}/100",
        rungs=rungs(result, lang),
        asked=word("from" if result.cutoffs else "coverage-asked", lang),
        why_not=(*verdict.why_not_higher(result, lang), *((shortest,) if shortest else ())),
        cautions=tuple(note for note in notes if note),
        priority=_priority(result, lang),
        outcome=" ".join(outcome(result, lang)),
        moves=tuple(
            Move(
                title=step.action.title.in_(lang),
                reason=reason(result, step, lang),
                owner=wording.owner_name(result.questionnaire, step.action.owner, lang),
                effort=wording.effort(step.action.effort, lang),
            )
            for step in steps[:MOVES]
        ),
        more=max(0, len(steps) - MOVES),
    )


def _priority(result: Assessment, lang: Lang) -> str:
    transition = result.questionnaire.transition_from(result.level)
    if transition is None:
        return ""
    told = transition.priority.in_(lang)
    return f"{told} {word('in-place', lang)}" if result.priority_in_place(result.level) else told
