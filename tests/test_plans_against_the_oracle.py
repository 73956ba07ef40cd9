"""The product's plans against all plans there are, and what holds for plans by the contract's rules alone."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from alignment_maturity.document import as_document
from oracle.naive_planner import done_actions, plan, smallest_change
from oracle.planning_cases import carried_out, random_planning_case, random_rise
from oracle.test_naive_planner import act, one, planned
from oracle.test_naive_scorer import people, rubric, said, statement
from scoring import assessed

Document = dict[str, Any]


def result_of(questionnaire: Document, files: list[Document], target: int | None = None) -> Any:
    """Return the result document of an assessment in open mode, with few resamples: they are not tested."""
    result = assessed(questionnaire, files, target=target, min_group=1, resamples=1)
    return as_document(result, "en")


def plan_of(questionnaire: Document, files: list[Document], target: int | None = None) -> Document:
    """Return the plan for a questionnaire made by hand, in which everything still wants a name."""
    named = questionnaire | {
        part: [{"name": "-", **entry} for entry in questionnaire[part]]
        for part in ("scale", "groups", "dimensions", "questions")
    }
    named["questions"] = [
        {"text": "-", **one, "options": [{"text": "-", **option} for option in one["options"]]}
        for one in named["questions"]
    ]
    named["actions"] = [{"title": "-", "owner": "joint", "weeks": 1, **one} for one in named["actions"]]
    named["transitions"] = [{"priority": "-", **one} for one in named["transitions"]]
    named |= {"format": 1, "id": "by-hand", "version": "1.0", "languages": ["en"], "title": "By hand"}
    header = {"format": 1, "questionnaire": "by-hand", "questionnaire_version": "1.0",
              "organisation": "Prova Srl", "date": "2026-11-21"}  # fmt: skip
    found: Document = result_of(named, [header | file for file in files], target)["plan"]
    return found


def ids(steps: list[Document]) -> list[str]:
    return [step["action"] for step in steps]


# --- against the oracle ---


@pytest.mark.parametrize("block", range(10))
def test_plans_and_smallest_changes_are_the_best_there_are(block: int) -> None:
    """A plan that is dearer than need be, or in another order, sends people to the wrong work first."""
    for seed in range(70 * block, 70 * (block + 1)):
        check_against_the_oracle(seed)


def check_against_the_oracle(seed: int) -> None:
    questionnaire, files, target = random_planning_case(seed)
    result = result_of(questionnaire, files, target)
    exact = plan(questionnaire, files, target)
    ours = {key: result["plan"][key] for key in exact}
    ours |= {key: ids(result["plan"][key]) for key in ("steps", "optional")}
    assert differences(ours, exact) == [], seed
    ranks = [step["rank"] for step in result["plan"]["steps"]]
    assert ranks == list(range(1, len(ranks) + 1)), seed
    change = result["blocking"] and result["blocking"]["smallest_change"]
    assert differences(change, smallest_change(questionnaire, files)) == [], seed


def differences(ours: Any, exact: Any, path: str = "") -> list[str]:
    """List where what the oracle says is not what the product says; numbers may differ by rounding."""
    if isinstance(ours, dict) and isinstance(exact, dict):
        return [line for key in exact for line in differences(ours[key], exact[key], f"{path}/{key}")]
    if isinstance(ours, list) and isinstance(exact, list) and len(ours) == len(exact):
        pairs = enumerate(zip(ours, exact, strict=True))
        return [line for place, (a, b) in pairs for line in differences(a, b, f"{path}/{place}")]
    if isinstance(exact, float) and ours is not None:
        return [] if abs(ours - exact) <= 1e-9 * max(1, abs(exact)) else [f"{path}: {ours!r} != {exact!r}"]
    return [] if ours == exact else [f"{path}: {ours!r} != {exact!r}"]


def test_what_reaches_no_further_is_not_done() -> None:
    """A longer search found it: rounding let an action into the plan that brings nothing.

    q is unanswered, m brings in its zeros. b fulfils level 2 of it, but out of reach is level 3.
    """
    questionnaire = planned(
        rubric("q", (1, 2), dimension="d"),
        rubric("r", (2, 3), dimension="e"),
        dimensions=[{"id": "d", "weight": 7}, {"id": "e", "weight": 0.1}],
        actions=[
            act("a", 1, ("q", 2)),
            act("b", 0.2, ("q", 2)),
            act("c", 1, ("q", 2)),
            act("m", 0.5, ("q", 1), ("r", 3)),
        ],
        placement={"method": "staged", "threshold": 0.6},
    )
    ours = plan_of(questionnaire, one(r=2), target=3)
    assert (ours["attains_target"], ids(ours["steps"])) == (False, ["m"])


def test_two_actions_that_do_the_same_tie() -> None:
    """A longer search found it: of two actions that are alike the second was chosen.

    Level 3 starts at an index of 32.5, and it is 25 now. The priority a leaves it there; either of b and m-1
    makes it 41.7 then.
    """
    questionnaire = planned(
        rubric("q", (2, 3), dimension="e"),
        rubric("r", (1, 2), dimension="e", weight=0.1),
        rubric("s", (1, 3, 4, 5), dimension="d"),
        rubric("t", dimension="e", weight=0.1),
        top=5,
        placement={"method": "bands", "cutoffs": [19.5, 32.5, 50.5, 75]},
        actions=[
            act("b", 3, ("s", 3)),
            act("0", 0.5, ("q", 2)),
            act("b2", 0.1, ("r", 2)),
            act("z", 0.1, ("t", 3)),
            act("m-1", 3, ("s", 3)),
            act("a", 1, ("t", 2), ("q", 2)),
        ],
        priority={3: ["a"]},
    )
    files = [people(a=[{"s": 4}], b=[{"s": 1}], c=[{"s": 1}])]
    assert plan(questionnaire, files)["steps"] == ["a", "b"]
    assert ids(plan_of(questionnaire, files)["steps"]) == ["a", "b"]


# --- by the rules alone ---


@pytest.mark.parametrize("block", range(2))
def test_who_carries_out_the_plan_attains_the_target(block: int) -> None:
    """A plan that doesn't lead where it says costs people their work and the product its name."""
    attained = 0
    for seed in range(60 * block, 60 * (block + 1)):
        questionnaire, files, target = random_planning_case(seed)
        ours = result_of(questionnaire, files, target)["plan"]
        if ours["attains_target"]:
            after = carried_out(questionnaire, files, ids(ours["steps"]))
            assert result_of(questionnaire, after)["level"] >= ours["target"], seed
            attained += bool(ours["steps"])
    assert attained > 10


@pytest.mark.parametrize("block", range(2))
def test_the_plan_holds_all_priorities_and_prerequisites_that_are_not_done(block: int) -> None:
    """Left out, a priority leaves the plan without its point, a prerequisite makes a step impossible."""
    seen: Counter[str] = Counter()
    for seed in range(80 * block, 80 * (block + 1)):
        questionnaire, files, target = random_planning_case(seed)
        result = result_of(questionnaire, files, target)
        order, done = ids(result["plan"]["steps"]), done_actions(questionnaire, files)
        priority = {
            action
            for transition in questionnaire["transitions"]
            if result["level"] < transition["to"] <= result["plan"]["target"]
            for action in transition["actions"]
        }
        assert priority - done <= set(order), seed
        assert not done & set(order), seed
        assert {step["action"] for step in result["plan"]["steps"] if step["priority"]} == priority - done
        actions = {action["id"]: action for action in questionnaire["actions"]}
        for place, name in enumerate(order):
            required = set(actions[name].get("requires", [])) - done
            assert required <= set(order[:place]), seed
            seen["prerequisite"] += len(required)
        seen["priority"] += len(priority - done)
    assert seen["prerequisite"] > 1
    assert seen["priority"] > 10


@pytest.mark.parametrize("block", range(2))
def test_the_order_in_the_documents_changes_no_plan(block: int) -> None:
    """Two people who list the same things in another order must be told the same."""
    for seed in range(30 * block, 30 * (block + 1)):
        questionnaire, files, target = random_planning_case(seed)
        shuffle = random.Random(seed).sample
        turned = questionnaire | {
            part: shuffle(questionnaire[part], len(questionnaire[part]))
            for part in ("actions", "questions", "dimensions", "groups", "transitions")
        }
        for part, inner in (("actions", "requires"), ("actions", "lifts"), ("transitions", "actions")):
            turned[part] = [entry | {inner: entry.get(inner, [])[::-1]} for entry in turned[part]]
        turned_files = [
            file | ({"respondents": file["respondents"][::-1]} if "respondents" in file else {})
            for file in reversed(files)
        ]
        ours = result_of(questionnaire, files, target)
        theirs = result_of(turned, turned_files, target)
        assert told(theirs) == told(ours), seed


def told(result: Any) -> Document:
    """Return what a result tells to do, without figures whose last digits depend on the order of sums."""
    ours = result["plan"]
    out_of_reach, blocking = ours["out_of_reach"], result["blocking"]
    change = blocking and blocking["smallest_change"]
    return {
        "steps": [
            {key: step[key] for key in ("rank", "action", "start", "end", "horizon")}
            for step in ours["steps"]
        ],
        "optional": ids(ours["optional"]),
        "level": out_of_reach and out_of_reach["level"],
        "questions": out_of_reach and sorted(out_of_reach["questions"]),
        "change": change and [(rise["question"], rise["to"]) for rise in change],
    }


# --- a better start ---


@pytest.mark.parametrize("block", range(2))
def test_a_better_start_never_needs_a_dearer_plan(block: int) -> None:
    """Who comes half the way must not be sent a longer way than who stays at home.

    Take two starts, one target above both, and a plan that attains it from the worse one. If
    - every answer of the better start is as high or higher, the same questions are answered, the same ones
      don't apply, and
    - of every action that is done in the better start only, each lift is fulfilled completely (A = 1), with
      all gates of its question up to its level passing,
    then the plan without the actions that are done now is one for the better start too. It holds the
    priorities, of which there are the same or fewer, and the prerequisites; and it leads as high or higher,
    for what the missing actions would lift is lifted already. So the best plan costs no more.

    Without the second condition this fails: the two tests below show how. Without the first, a question that
    is answered, or applies, for the first time would bring in its zeros, and coverage would fall. Both hold
    here: one person answers, whose rubrics rise, and whose statements rise to full credit only.

    Nothing of the kind holds where the target is out of reach: from a better start there may be more to do
    that brings it closer.
    """
    seen: Counter[str] = Counter()
    for seed in range(150 * block, 150 * (block + 1)):
        questionnaire, worse, better = random_rise(seed)
        level, top = result_of(questionnaire, [better])["level"], len(questionnaire["scale"])
        if level == top:
            continue
        target = random.Random(seed).randint(level + 1, top)
        before = result_of(questionnaire, [worse], target)["plan"]
        if before["attains_target"]:
            after = result_of(questionnaire, [better], target)["plan"]
            assert after["attains_target"], seed
            assert after["effort"] <= before["effort"] + 1e-9, seed
            seen["cheaper"] += after["effort"] < before["effort"] - 1e-9
            seen["as dear"] += worse != better and abs(after["effort"] - before["effort"]) <= 1e-9
    assert min(seen["cheaper"], seen["as dear"]) > 5


HALF = {"method": "staged", "threshold": 0.5}


@pytest.mark.parametrize(("credit", "effort", "expected"), [("none", 1, ["cheap"]), ("half", 9, ["dear"])])
def test_half_done_counts_as_done_so_that_a_better_start_may_cost_more(
    credit: str, effort: float, expected: list[str]
) -> None:
    """Who finds this by chance must learn that the contract says so: at half, an action can't be done again.

    The threshold asks for half of two statements. Where the first stands at nothing, the cheap action
    fulfils it, and the way is made. Where it stands at half, its action is done, what it still lacks can't
    be gained, and the dear action must do it.
    """
    options = [{"value": name, "credit": value} for name, value in (("none", 0), ("half", 0.5), ("full", 1))]
    questionnaire = planned(
        statement("q", 2, options=options),
        statement("r", 2, options=options),
        top=2,
        placement=HALF,
        actions=[act("cheap", 1, "q"), act("dear", 9, "r")],
    )
    ours = plan_of(questionnaire, one(q=credit, r="none"))
    assert (ours["attains_target"], ours["effort"], ids(ours["steps"])) == (True, effort, expected)
    # Without the dear action there is no way at all for who comes half the way.
    del questionnaire["actions"][1]
    assert plan_of(questionnaire, one(q=credit, r="none"))["attains_target"] == (credit == "none")


@pytest.mark.parametrize(("answer", "attains"), [(2, True), (3, False)])
def test_an_action_may_be_done_under_a_closed_gate(answer: int, attains: bool) -> None:
    """The same by a gate: an action looks at the gate of the level it lifts to, not at those below.

    One knows and says 2 or 3, two don't know, so the gate at 2 is closed. At 2 the lift to 3 is still to be
    made and opens it on the way. At 3 the lift is fulfilled completely, and nothing opens the gate.
    """
    questionnaire = planned(rubric("q", gate=[2], allow_na=False), actions=[act("a", 1, ("q", 3))])
    ours = plan_of(questionnaire, [people(a=said(answer, "unknown", "unknown"))], target=3)
    assert ours["attains_target"] == attains
    assert ids(ours["steps"]) == (["a"] if attains else [])
