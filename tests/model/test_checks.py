"""Every cross check of the contract: what is wrong is found, where it is, and nothing else is."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from alignment_maturity.model.answer_checks import check_answers
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.questionnaire_checks import check_questionnaire
from alignment_maturity.store.documents import read_document
from oracle.documents import random_case

CONTRACT = Path(__file__).parents[1] / "examples" / "contract"
MINI: Any = read_document(CONTRACT / "mini.yaml").data
Change = Callable[[Any], object]
DELETE = object()


def put(*path: str | int, to: Any = DELETE) -> Change:
    """Replace, add or delete what stands at a path."""

    def change(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        if to is DELETE:
            del data[path[-1]]
        elif isinstance(data, list) and path[-1] == len(data):
            data.append(to)
        else:
            data[path[-1]] = to

    return change


STATEMENT = ("questions", 4)
BAD = {
    "unknown dimension": (
        put("questions", 0, "dimension", to="stratgy"), ("questions", 0, "dimension"), "unknown-dimension",
    ),
    "unknown group to compare": (put("compare", 1, to="sale"), ("compare", 1), "unknown-group"),
    "one group to compare": (put("compare", 1), ("compare",), "compare-two"),
    "a group compared with itself": (
        put("compare", 1, to="marketing"), ("compare", 1), "duplicate-value",
    ),
    "unknown owner": (put("actions", 0, "owner", to="boss"), ("actions", 0, "owner"), "unknown-owner"),
    "unknown question of a lift": (
        put("actions", 0, "lifts", 0, "question", to="person"),
        ("actions", 0, "lifts", 0, "question"), "unknown-question",
    ),
    "an action that lifts nothing": (
        put("actions", 0, "lifts", to=[]), ("actions", 0, "lifts"), "lifts-nothing",
    ),
    "an action that lifts to level 1 only": (
        put("actions", 0, "lifts", 0, "to", to=1), ("actions", 0, "lifts"), "lifts-nothing",
    ),
    "unknown prerequisite": (
        put("actions", 0, "requires", to=["nothing"]), ("actions", 0, "requires", 0), "unknown-action",
    ),
    "unknown action of a transition": (
        put("transitions", 0, "actions", 0, to="nothing"), ("transitions", 0, "actions", 0), "unknown-action",
    ),
    "unknown option set": (
        put(*STATEMENT, "options", to="extend"), (*STATEMENT, "options"), "unknown-option-set",
    ),
    "question twice": (
        put("questions", 5, to=MINI["questions"][1]), ("questions", 5, "id"), "duplicate-id",
    ),
    "group twice": (
        put("groups", 2, to={"id": "sales", "name": "S"}), ("groups", 2, "id"), "duplicate-id",
    ),
    "dimension twice": (
        put("dimensions", 2, to={"id": "leads", "name": "L"}), ("dimensions", 2, "id"), "duplicate-id",
    ),
    "level id twice": (put("scale", 4, "id", to="disalignment"), ("scale", 4, "id"), "duplicate-id"),
    "reserved group": (
        put("groups", 2, to={"id": "joint", "name": "J"}), ("groups", 2, "id"), "reserved-id",
    ),
    "value twice": (
        put("questions", 0, "options", 1, "value", to="1"),
        ("questions", 0, "options", 1, "value"), "duplicate-value",
    ),
    "value that a later level has by default": (
        put("questions", 0, "options", 0, "value", to="2"),
        ("questions", 0, "options", 1, "level"), "duplicate-value",
    ),
    "value twice in a set": (
        put("option_sets", "extent", 1, "value", to="none"),
        ("option_sets", "extent", 1, "value"), "duplicate-value",
    ),
    "reserved value": (
        put("option_sets", "extent", 1, "value", to="unknown"),
        ("option_sets", "extent", 1, "value"), "reserved-value",
    ),
    "options out of order": (
        put("questions", 0, "options", 2, "level", to=2),
        ("questions", 0, "options", 2, "level"), "not-ascending",
    ),
    "option above the scale": (
        put("questions", 0, "options", 4, "level", to=6),
        ("questions", 0, "options", 4, "level"), "not-on-scale",
    ),
    "statement of the lowest level": (put(*STATEMENT, "level", to=1), (*STATEMENT, "level"), "not-on-scale"),
    "gate above the scale": (
        put("questions", 0, "gate", to=[6]), ("questions", 0, "gate", 0), "not-on-scale",
    ),
    "gate of the lowest level": (
        put("questions", 0, "gate", to=[1]), ("questions", 0, "gate", 0), "not-on-scale",
    ),
    "gate twice": (put("questions", 0, "gate", to=[2, 2]), ("questions", 0, "gate", 1), "duplicate-value"),
    "gate that says it allows n/a": (
        put("questions", 0, "allow_na", to=True), ("questions", 0, "allow_na"), "gate-allows-na",
    ),
    "gate that allows n/a by default": (
        put("questions", 0, "allow_na"), ("questions", 0, "gate"), "gate-allows-na",
    ),
    "worksheet twice": (
        put("actions", 0, "worksheets", to=["sla", "sla"]),
        ("actions", 0, "worksheets", 1), "duplicate-value",
    ),
    "unknown worksheet": (
        put("actions", 0, "worksheets", to=["sla", "persona", "personas"]),
        ("actions", 0, "worksheets", 2), "unknown-worksheet",
    ),
    "a risk that lacks a language": (
        lambda data: (
            data.update(languages=["en", "it"]), data["scale"][1].update(risks=["for all", {"en": "x"}]),
        ),
        ("scale", 1, "risks", 1), "missing-language",
    ),
    "a benefit in an unlisted language": (
        put("scale", 2, "benefits", to=[{"en": "x", "fr": "y"}]),
        ("scale", 2, "benefits", 0, "fr"), "unlisted-language",
    ),
    "an empty benefit": (
        put("scale", 2, "benefits", to=[{"en": " "}]), ("scale", 2, "benefits", 0, "en"), "empty-text",
    ),
    "scale out of order": (put("scale", 1, "level", to=3), ("scale", 1, "level"), "scale-order"),
    "threshold missing": (
        put("placement", "threshold", to={"2": 0.6, "3": 0.6, "4": 0.6}),
        ("placement", "threshold"), "missing-threshold",
    ),
    "threshold of no level": (
        put("placement", "threshold", to={"2": 0.6, "3": 0.6, "4": 0.6, "5": 0.6, "6": 0.6}),
        ("placement", "threshold", "6"), "not-on-scale",
    ),
    "too few cutoffs": (
        put("placement", to={"method": "bands", "cutoffs": [20, 40, 60]}),
        ("placement", "cutoffs"), "cutoff-count",
    ),
    "cutoffs out of order": (
        put("placement", to={"method": "bands", "cutoffs": [20, 60, 40, 80]}),
        ("placement", "cutoffs", 2), "not-ascending",
    ),
    "transition missing": (put("transitions", 1), ("transitions",), "missing-transition"),
    "transitions missing": (
        lambda data: data.pop("transitions"), (), "missing-transition",
    ),
    "transition twice": (
        put("transitions", 4, to={"from": 1, "to": 2, "priority": "x"}),
        ("transitions", 4, "from"), "duplicate-transition",
    ),
    "transition action too high": (
        put("transitions", 0, "actions", to=["lead-definition"]),
        ("transitions", 0, "actions", 0), "action-above-transition",
    ),
    "lift to no option": (
        put("actions", 1, "lifts", 0, "to", to=4), ("actions", 1, "lifts", 0, "to"), "lift-to-no-option",
    ),
    "lift without a level": (
        put("actions", 1, "lifts", 0, "to"), ("actions", 1, "lifts", 0), "lift-without-level",
    ),
    "lift of a statement to a level": (
        put("actions", 4, "lifts", 0, "to", to=3), ("actions", 4, "lifts", 0, "to"), "lift-of-statement",
    ),
    "prerequisite too high": (
        put("actions", 0, "requires", to=["lead-definition"]),
        ("actions", 0, "requires", 0), "prerequisite-above",
    ),
    "cycle": (
        put("actions", 2, "requires", to=["two-way-data"]), ("actions", 3, "requires", 0), "cycle",
    ),
    "action that requires itself": (
        put("actions", 2, "requires", to=["lead-definition"]), ("actions", 2, "requires", 0), "cycle",
    ),
    "language twice": (put("languages", to=["en", "en"]), ("languages", 1), "duplicate-value"),
    "text without a listed language": (
        lambda data: data.update(languages=["en", "it"], title={"en": "Trial"}),
        ("title",), "missing-language",
    ),
    "text of a symptom in no listed language": (
        put("scale", 0, "symptoms", 0, to={"en": "x", "de": "y"}),
        ("scale", 0, "symptoms", 0, "de"), "unlisted-language",
    ),
    "empty text": (put("title", to={"en": " "}), ("title", "en"), "empty-text"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_with_a_questionnaire_is_found(name: str) -> None:
    """A slip in a questionnaire that goes unnoticed misplaces every organisation that answers it."""
    change, path, code = BAD[name]
    data = copy.deepcopy(MINI)
    change(data)
    found = [(finding.path, finding.code) for finding in check_questionnaire(data)]
    assert (path, code) in found
    assert {other for _, other in found} == {code}


def test_a_level_nobody_speaks_of() -> None:
    """With statements only, a level without one could never be attained."""
    data = copy.deepcopy(MINI)
    data["questions"] = [data["questions"][4]]
    data["actions"], data["transitions"] = (
        [],
        [{"from": level, "to": level + 1, "priority": "x"} for level in range(1, 5)],
    )
    found = [(finding.code, finding.values["level"]) for finding in check_questionnaire(data)]
    assert found == [("silent-level", 2), ("silent-level", 4), ("silent-level", 5)]
    data["placement"] = {"method": "bands", "cutoffs": [20, 40, 60, 80]}
    assert list(check_questionnaire(data)) == []


@pytest.mark.parametrize("data", [None, [], "text", {}, {"questions": 3, "scale": {}, "actions": [1, None]}])
def test_what_has_the_wrong_shape_is_passed_over(data: object) -> None:
    """The checks run on files of any shape, so that all problems come in one run."""
    for finding in check_questionnaire(data):
        assert finding.code
    assert list(check_answers(data, Questionnaire.model_validate(MINI))) in (
        [],
        [((), "no-answers", {}, False, False)],
    )


MANY = 20_000
CROWDED: dict[str, Change] = {
    "prerequisites and lifts": put(
        "actions", 0,
        to={
            "id": "a", "lifts": [{"question": "goals", "to": 3}] * MANY, "requires": ["a"] * MANY,
        },
    ),
    "options and lifts": lambda data: data.update(
        questions=[{"id": "q", "options": [{"level": n} for n in range(MANY)]}],
        actions=[{"id": "a", "lifts": [{"question": "q", "to": -n} for n in range(MANY)]}],
    ),
    "languages and texts": lambda data: data.update(
        languages=[f"l{n}" for n in range(MANY)], actions=[{"title": {"en": "x"}}] * MANY,
    ),
    "groups and owners": lambda data: data.update(
        groups=[{"id": f"g{n}"} for n in range(MANY)], actions=[{"owner": f"x{n}"} for n in range(MANY)],
    ),
    "a long cycle": lambda data: data.update(
        actions=[{"id": f"a{n}", "requires": [f"a{(n + 1) % MANY}"]} for n in range(MANY)],
    ),
}  # fmt: skip


@pytest.mark.timeout(20)  # each takes well under a second; where every pair is looked at, minutes
@pytest.mark.parametrize("name", CROWDED)
def test_a_crowded_file_does_not_keep_the_checks_busy_for_minutes(name: str) -> None:
    """A file made to hang the program, or a generator gone mad."""
    data = copy.deepcopy(MINI)
    CROWDED[name](data)
    assert sum(1 for _ in check_questionnaire(data)) > 0


@pytest.mark.parametrize("seed", range(60))
def test_what_is_right_is_left_alone(seed: int) -> None:
    """A false alarm stops the work as surely as a true one."""
    document, files = random_case(seed)
    assert list(check_questionnaire(document)) == []
    questionnaire = Questionnaire.model_validate(document)
    for file in files:
        assert list(check_answers(file, questionnaire)) == []


def test_the_contracts_examples_are_right() -> None:
    questionnaire = Questionnaire.model_validate(MINI)
    assert list(check_questionnaire(MINI)) == []
    for name in ("one", "seven", "room"):
        assert list(check_answers(read_document(CONTRACT / f"{name}.yaml").data, questionnaire)) == []
