"""The finished plan: its target, its sum, and what it must not tell."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from alignment_maturity.document import as_document
from alignment_maturity.errors import WrongUsage
from alignment_maturity.store.documents import read_document
from scoring import assessed

CONTRACT = Path(__file__).parents[1] / "examples" / "contract"
MINI: Any = read_document(CONTRACT / "mini.yaml").data
ONE: Any = read_document(CONTRACT / "one.yaml").data
SEVEN: Any = read_document(CONTRACT / "seven.yaml").data
HIGHEST = {"personas": "5", "goals": "5", "lead-definition": "5", "exchange": "5", "sla": "fully"}


@pytest.mark.parametrize(
    ("answers", "target", "code"),
    [
        (ONE["answers"], 1, "target-not-above"),
        (ONE["answers"], 2, "target-not-above"),
        (ONE["answers"], 6, "target-above-scale"),
        (HIGHEST, 4, "target-below-top"),
        (HIGHEST, 6, "target-above-scale"),
    ],
)
def test_a_target_that_makes_no_sense_is_refused(answers: Any, target: int, code: str) -> None:
    """A plan to where one is already would be an empty promise."""
    with pytest.raises(WrongUsage) as refused:
        assessed(MINI, [ONE | {"answers": answers}], target=target)
    assert refused.value.code == code


@pytest.mark.parametrize("target", [None, 5])
def test_at_the_top_the_plan_is_to_keep_it(target: int | None) -> None:
    lenient = MINI | {"placement": {"method": "staged", "threshold": 0.5}}
    plan = assessed(lenient, [ONE | {"answers": HIGHEST | {"exchange": "4"}}], target=target).plan
    assert (plan.target, plan.attains, plan.effort, plan.steps, plan.optional) == (5, True, 0, (), ())
    assert plan.keep == ("exchange",)


def test_efforts_add_up_as_they_are_written() -> None:
    """0.30000000000000004 person-days is what a client would ask about first."""
    questionnaire = copy.deepcopy(MINI)
    efforts = {"lead-definition": 0.1, "two-way-data": 0.2}
    for action in questionnaire["actions"]:
        action["effort"] = efforts.get(action["id"], action["effort"])
    plan = assessed(questionnaire, [ONE]).plan
    assert [step.action.id for step in plan.steps] == ["lead-definition", "two-way-data"]
    assert plan.effort == 0.3


def test_what_would_give_a_small_group_away_is_not_in_the_plan() -> None:
    """With the lifts of the plan, the coverage it reaches tells how all groups together see a question."""
    people = [person | {"group": "sales" if person is SEVEN["respondents"][0] else "marketing"}
              for person in SEVEN["respondents"]]  # fmt: skip
    for target in (3, 4):
        result = assessed(MINI, [SEVEN | {"respondents": people}], target=target)
        assert result.combined_withheld
        document: Any = as_document(result, "en")
        assert document["blocking"]["smallest_change"] is None
        steps = document["plan"]["steps"] + document["plan"]["optional"]
        assert {step["gain"] for step in steps} == {None}
        assert "coverage of level" not in str(steps)
        missed = document["plan"]["out_of_reach"]
        if missed:
            assert (missed["coverage"], missed["index"], missed["questions"]) == (None, None, [])
