"""The search for the cheapest set, where exactness is dear."""

from __future__ import annotations

from typing import Any

import pytest

from alignment_maturity.planning.solver import Program
from scoring import assessed

QUESTIONS = 36


def questionnaire(threshold: float) -> dict[str, Any]:
    """A questionnaire of equal questions, each with an action of its own."""
    names = [f"q{number:02}" for number in range(QUESTIONS)]
    options = [{"level": 1, "text": "No"}, {"level": 2, "text": "Yes"}]
    question = {"dimension": "all", "name": "A question", "text": "Is it?", "options": options}
    action = {"title": "Do it", "owner": "joint", "effort": 2, "weeks": 1}
    return {
        "format": 1, "id": "equal", "version": "1", "languages": ["en"], "title": "Equal questions",
        "scale": [{"level": level, "id": f"level-{level}", "name": "A level"} for level in (1, 2)],
        "placement": {"method": "staged", "threshold": threshold},
        "dimensions": [{"id": "all", "name": "All"}],
        "questions": [question | {"id": name} for name in names],
        "transitions": [{"from": 1, "to": 2, "priority": "Do", "actions": []}],
        "actions": [action | {"id": name, "lifts": [{"question": name, "to": 2}]} for name in names],
    }  # fmt: skip


@pytest.mark.parametrize("unanswered", [0, 6])
@pytest.mark.parametrize(
    ("threshold", "needed"), [(0.6666, 24), (0.6667, 25), (0.66667, 25), (0.6666667, 25), (2 / 3, 24)]
)
def test_a_threshold_just_above_what_equal_questions_reach_costs_no_time(
    threshold: float, needed: int, unanswered: int
) -> None:
    """24 of 36 are 0.66666...: to rule out each of a thousand million such sets would take for ever."""
    if unanswered:
        threshold, needed = {24: (0.7, 21), 25: (0.7000001, 22)}[needed]
    result = assessed(questionnaire(threshold), [answered_low(QUESTIONS - unanswered)])
    assert result.blocking is not None
    assert len(result.plan.steps) == len(result.blocking.smallest_change or ()) == needed


def answered_low(number: int) -> dict[str, Any]:
    answers = {f"q{place:02}": 1 for place in range(number)}
    return {
        "format": 1, "questionnaire": "equal", "questionnaire_version": "1", "organisation": "O",
        "respondent": {}, "answers": answers,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("answered", "offered", "attained"), [(30, 36, True), (36, 36, True), (32, 4, False)]
)
def test_a_solver_that_finds_nothing_cannot_empty_the_plan(
    answered: int, offered: int, attained: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Actions that are known to lead there, or as near as it gets, are a plan; none at all is a lie."""
    monkeypatch.setattr(Program, "minimised", lambda *_, **__: None)
    document = questionnaire(0.7)
    document["actions"] = document["actions"][QUESTIONS - offered :]
    result = assessed(document, [answered_low(answered)])
    assert (result.plan.attains, len(result.plan.steps)) == (attained, offered)
