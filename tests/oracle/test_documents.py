"""The random documents must be valid and various, else comparisons on them prove little."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .documents import answer_sets_for, answers_for, questionnaires, random_case
from .naive_scorer import score

Document = dict[str, Any]


def ladder(questionnaire: Document, question: Document) -> list[Document]:
    options = question["options"]
    found: list[Document] = questionnaire["option_sets"][options] if isinstance(options, str) else options
    return found


def check_questionnaire(questionnaire: Document) -> None:
    """Assert the cross checks that the contract lists."""
    top = len(questionnaire["scale"])
    assert [step["level"] for step in questionnaire["scale"]] == list(range(1, top + 1))
    assert 2 <= top <= 9
    for key in ("scale", "groups", "dimensions", "questions", "actions"):
        assert unique([one["id"] for one in questionnaire[key]])
    groups = {one["id"] for one in questionnaire["groups"]}
    assert ("compare" in questionnaire) == (len(groups) > 1)
    assert unique(questionnaire.get("compare", []))
    assert set(questionnaire.get("compare", [])) <= groups
    weighed = questionnaire["groups"] + questionnaire["dimensions"] + questionnaire["questions"]
    assert all(one.get("weight", 1) > 0 for one in weighed)
    check_placement(questionnaire, top)
    for question in questionnaire["questions"]:
        check_question(questionnaire, question, top)
    check_actions(questionnaire, groups, top)


def unique(items: list[Any]) -> bool:
    return len(items) == len(set(items))


def check_placement(questionnaire: Document, top: int) -> None:
    placement = questionnaire["placement"]
    if placement["method"] == "bands":
        cutoffs = placement["cutoffs"]
        assert len(cutoffs) == top - 1
        assert unique(cutoffs)
        assert cutoffs == sorted(cutoffs)
        assert all(0 <= cutoff <= 100 for cutoff in cutoffs)
        return
    threshold = placement["threshold"]
    by_level = threshold if isinstance(threshold, dict) else dict.fromkeys(range(2, top + 1), threshold)
    assert list(by_level) == list(range(2, top + 1))
    assert all(0 < one <= 1 for one in by_level.values())
    spoken = {one["level"] for one in questionnaire["questions"] if "level" in one}
    for question in questionnaire["questions"]:
        if "level" not in question:
            spoken |= {option["level"] for option in question["options"]}
    assert set(range(2, top + 1)) <= spoken


def check_question(questionnaire: Document, question: Document, top: int) -> None:
    assert question["dimension"] in {one["id"] for one in questionnaire["dimensions"]}
    options = ladder(questionnaire, question)
    assert len(options) >= 2
    assert unique([str(option.get("value", option.get("level"))) for option in options])
    if "level" in question:
        assert question["kind"] == "statement"
        assert 2 <= question["level"] <= top
        assert all(0 <= option["credit"] <= 1 for option in options)
        spoken = [question["level"]]
    else:
        levels = [option["level"] for option in options]
        assert unique(levels)
        assert levels == sorted(levels)
        assert 1 <= levels[0] <= levels[-1] <= top
        spoken = list(range(2, top + 1))
    if "gate" in question:
        assert question["allow_na"] is False
        assert question["gate"]
        assert unique(question["gate"])
        assert set(question["gate"]) <= set(spoken)


def check_actions(questionnaire: Document, groups: set[str], top: int) -> None:
    questions = {one["id"]: one for one in questionnaire["questions"]}
    heights: dict[str, int] = {}
    for action in questionnaire["actions"]:
        assert action["owner"] in groups | ({"joint"} if len(groups) > 1 else set())
        assert action["effort"] > 0
        assert action["weeks"] > 0
        assert unique([lift["question"] for lift in action["lifts"]])
        for lift in action["lifts"]:
            question = questions[lift["question"]]
            if "level" in question:
                assert "to" not in lift
            else:
                assert lift["to"] in {option["level"] for option in question["options"]}
        height = max(lift.get("to") or questions[lift["question"]]["level"] for lift in action["lifts"])
        # Only earlier actions are required, so there can be no cycle.
        assert all(heights[one] <= height for one in action.get("requires", []))
        heights[action["id"]] = height
    steps = questionnaire["transitions"]
    assert [(step["from"], step["to"]) for step in steps] == [(low, low + 1) for low in range(1, top)]
    assert all(heights[one] <= step["to"] for step in steps for one in step["actions"])


def check_answers(questionnaire: Document, document: Document) -> None:
    """Assert that every answer is one that its question allows."""
    assert document["questionnaire"] == questionnaire["id"]
    assert len(document.keys() & {"respondent", "respondents", "workshop"}) == 1
    groups = {one["id"] for one in questionnaire["groups"]}
    allowed: dict[str, set[str]] = {}
    for question in questionnaire["questions"]:
        values = {str(one.get("value", one.get("level"))) for one in ladder(questionnaire, question)}
        allowed[question["id"]] = (
            values | {"unknown"} | ({"n/a"} if question.get("allow_na", True) else set())
        )
    single = [document["respondent"] | {"answers": document["answers"]}] if "respondent" in document else []
    for one in single + document.get("respondents", []):
        assert one.get("group", min(groups)) in groups
        for question, answer in one["answers"].items():
            value = answer["value"] if isinstance(answer, dict) else answer
            assert value is None or str(value) in allowed[question]
    for question, entry in document.get("workshop", {}).items():
        assert str(entry.get("agreed", "unknown")) in allowed[question]
        for votes in entry["rounds"]:
            assert votes.keys() <= groups
            for counts in votes.values():
                assert {str(value) for value in counts} <= allowed[question]
                assert all(count >= 0 for count in counts.values())


@settings(deadline=None)
@given(data=st.data())
def test_hypothesis_gives_valid_documents(data: st.DataObject) -> None:
    questionnaire = data.draw(questionnaires())
    check_questionnaire(questionnaire)
    check_answers(questionnaire, data.draw(answers_for(questionnaire)))
    files = data.draw(answer_sets_for(questionnaire))
    assert 1 <= len(files) <= 4
    assert len({file.get("wave") for file in files}) == 1
    for file in files:
        check_answers(questionnaire, file)


@pytest.mark.parametrize("seed", range(100))
def test_random_cases_are_valid_and_repeatable(seed: int) -> None:
    questionnaire, files = random_case(seed)
    check_questionnaire(questionnaire)
    for file in files:
        check_answers(questionnaire, file)
    assert random_case(seed) == (questionnaire, files)


def test_random_cases_meet_every_clause_of_the_contract() -> None:
    seen: Counter[str] = Counter()
    for seed in range(200):
        questionnaire, files = random_case(seed)
        result = score(questionnaire, files)
        placement = questionnaire["placement"]
        steps = result["confidence"]["one_step"]
        seen.update(
            [
                placement["method"],
                "threshold map" if isinstance(placement.get("threshold"), dict) else "one threshold",
                steps["verdict"],
                "top" if result["blocking"] is None else "below the top",
                *(gate["status"] for gate in result["gates"]),
                *result["respondents"]["by_group"],
                *(one.get("kind", "rubric") for one in questionnaire["questions"]),
                *(key for file in files for key in file),
                *(str(e["agreed"]) for f in files for e in f.get("workshop", {}).values() if "agreed" in e),
            ]
        )
        seen["several files"] += len(files) > 1
        seen["moves up"] += steps["up"] > 0
        seen["moves down"] += steps["down"] > 0
        seen["provisional"] += result["provisional"]
        seen["hidden"] += bool(result["suppressed_groups"])
        seen["withheld"] += any(one["coverage"] is None for one in result["dimensions"])
        seen["alpha"] += result["alpha"] is not None
        seen["gap"] += any(one["gap"] is not None for one in result["questions"])
        seen["option set"] += "option_sets" in questionnaire
        seen["requires"] += any("requires" in one for one in questionnaire["actions"])
        seen["gate at several levels"] += any(
            len(one.get("gate", [])) > 1 for one in questionnaire["questions"]
        )
    rare = {name: seen[name] for name in CLAUSES if seen[name] < 5}
    assert rare == {}


CLAUSES = (
    *("staged", "bands", "threshold map", "one threshold", "stable", "borderline", "top", "below the top"),
    *("passes", "contested", "fails", "unanswered", "gate at several levels"),
    *("marketing", "sales", "leadership", "ungrouped", "rubric", "statement", "option set", "requires"),
    *("respondent", "respondents", "workshop", "several files", "wave", "n/a", "unknown"),
    *("moves up", "moves down", "provisional", "hidden", "withheld", "alpha", "gap"),
)
