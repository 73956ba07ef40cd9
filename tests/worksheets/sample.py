"""The results of the report's tests, with actions that point to worksheets."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import cache

from alignment_maturity.model.questionnaire import WORKSHEETS, Questionnaire
from alignment_maturity.result import Assessment, Step
from report.sample import CASES
from report.sample import case as plain_case


def pointing(result: Assessment, worksheets: Sequence[str] = WORKSHEETS, *, every: int = 3) -> Assessment:
    """Let every so many actions of a questionnaire, from the first on, point to worksheets."""
    document = result.questionnaire.as_document()
    for number, action in enumerate(document.get("actions", [])):
        action["worksheets"] = list(worksheets) if number % every == 0 else []
    questionnaire = Questionnaire.model_validate(document)

    def pointed(steps: tuple[Step, ...]) -> tuple[Step, ...]:
        actions = questionnaire.action_by_id
        return tuple(dataclasses.replace(step, action=actions[step.action.id]) for step in steps)

    plan = dataclasses.replace(
        result.plan, steps=pointed(result.plan.steps), optional=pointed(result.plan.optional)
    )
    return dataclasses.replace(result, questionnaire=questionnaire, plan=plan)


@cache
def case(name: str) -> Assessment:
    """Return one of the report's cases, with actions that point to all worksheets."""
    return pointing(plain_case(name))


__all__ = ["CASES", "case", "pointing"]
