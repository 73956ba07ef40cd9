"""Plans of many organisations at once: each must be the one that is made for it alone."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import fields
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simulation import Trial, answers, of_any_maturity

from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel.instrument import NOBODY, Instrument, Integers, Tally
from alignment_maturity.kernel.placement import place
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.planning import cheapest_sets, columns, covering
from alignment_maturity.planning.candidates import Candidates
from alignment_maturity.planning.catalogue import catalogue
from alignment_maturity.planning.columns import Plans, Standings, plan
from alignment_maturity.planning.plan import Shown, make_plan
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.planning.selection import Selection, select
from oracle import planning_cases
from oracle.planning_cases import _planning_questionnaire
from oracle.test_naive_planner import act, planned
from oracle.test_naive_scorer import rubric, statement
from scoring import START

ORGANISATIONS = 12
NOTHING_SHOWN = Shown(gates=(), gaps={}, combined_withheld=False)
Told = tuple[int, bool, float, list[str]]


def drawn(encoding: Encoding, draw: np.random.Generator, number: int) -> Standings:
    """Draw organisations of all kinds: few answers and many, from one and from several, agreed or not."""
    instrument, questions = encoding.instrument, len(encoding.questions)
    tally = Tally(
        np.zeros((len(encoding.groups), questions, instrument.not_applicable + 1, number), dtype=np.int64),
        np.full((questions, number), NOBODY),
    )
    for organisation in range(number):
        missing, lowest = draw.choice([0, 0.05, 0.2, 0.6]), draw.choice([0, 0.5, 0.9])
        applies, agreed = draw.choice([1, 1, 0.9]), draw.choice([0, 0, 0.3])
        people = int(draw.choice([1, 1, 2, 5]))
        for question in np.flatnonzero(draw.random(questions) >= missing).tolist():
            if draw.random() < agreed:
                tally.agreed[question, organisation] = code(instrument, question, draw)
            void = draw.random() >= applies
            for _ in range(people):
                option = 0 if draw.random() < lowest else code(instrument, question, draw)
                given_ = instrument.not_applicable if void else option
                tally.counts[draw.integers(len(encoding.groups)), question, given_, organisation] += 1
    return standings_of(instrument, tally)


def code(instrument: Instrument, question: int, draw: np.random.Generator) -> int:
    """Draw an answer, now and then that one does not know or that it does not apply."""
    others = (instrument.unknown, instrument.not_applicable)
    option = int(draw.integers(instrument.option_count[question]))
    return int(draw.choice(others)) if draw.random() < 0.05 else option


def standings_of(instrument: Instrument, tally: Tally) -> Standings:
    """Place organisations."""
    placement, given_ = place(instrument, tally), tally.counts.sum(axis=0)
    only_na = (given_[:, -1] > 0) & (given_[:, :-1].sum(axis=1) == 0)
    inapplicable = np.where(tally.agreed == NOBODY, only_na, tally.agreed == instrument.not_applicable)
    return Standings(placement.level, placement.fulfilment, placement.answered, placement.gates, inapplicable)


def of_one(encoding: Encoding, chosen: Integers) -> Standings:
    """Place organisations of one respondent each, whose codes are (Q, O); `NOBODY` where none is given."""
    instrument = encoding.instrument
    shape = (len(encoding.groups), len(encoding.questions), instrument.not_applicable + 1, chosen.shape[1])
    counts = np.zeros(shape, dtype=np.int64)
    counts[0] = chosen[:, None] == np.arange(shape[2])[:, None]
    return standings_of(instrument, Tally(counts, np.full(chosen.shape, NOBODY)))


def some_of(standings: Standings, places: Integers) -> Standings:
    return Standings(**{part.name: getattr(standings, part.name)[..., places] for part in fields(Standings)})


def together(encoding: Encoding, standings: Standings) -> list[Told]:
    return told(encoding, plan(encoding, standings))


def told(encoding: Encoding, plans: Plans) -> list[Told]:
    names = sorted(encoding.questionnaire.action_by_id)
    return [
        (int(target), bool(attains), float(effort), [names[step] for step in steps if step >= 0])
        for target, attains, effort, steps in zip(
            plans.target, plans.attains, plans.effort, plans.actions.T.tolist(), strict=True
        )
    ]


def alone(encoding: Encoding, standings: Standings) -> list[Told]:
    """Make the plans one by one, as an assessment does."""
    plans = [
        make_plan(
            encoding, standings.of(encoding.instrument, organisation), PlanRequest(START), NOTHING_SHOWN
        )
        for organisation in range(len(standings.level))
    ]
    return [
        (made.target, made.attains, made.effort, [step.action.id for step in made.steps[: columns.STEPS]])
        for made in plans
    ]


def read(document: dict[str, Any]) -> Encoding:
    """Read a questionnaire made by hand, in which everything still wants a name."""
    named = document | {
        part: [{"name": "-", **entry} for entry in document[part]]
        for part in ("scale", "groups", "dimensions", "questions")
    }
    named["questions"] = [
        {"text": "-", **one, "options": [{"text": "-", **option} for option in one["options"]]}
        for one in named["questions"]
    ]
    named["actions"] = [{"title": "-", "owner": "joint", "weeks": 1, **one} for one in named["actions"]]
    named["transitions"] = [{"priority": "-", **one} for one in named["transitions"]]
    header = {"format": 1, "id": "by-hand", "version": "1", "languages": ["en"], "title": "By hand"}
    return Encoding(Questionnaire.model_validate(header | named))


# --- against the plans made one by one ---


@pytest.mark.parametrize("block", range(5))
def test_every_plan_is_the_one_made_alone(block: int) -> None:
    """A row of a table of ten thousand must say what the report of that organisation says."""
    seen: Counter[str] = Counter()
    for seed in range(15 * block, 15 * (block + 1)):
        questionnaire = _planning_questionnaire(random.Random(f"columns {seed}").randint)
        encoding = Encoding(Questionnaire.model_validate(questionnaire))
        standings = drawn(encoding, np.random.default_rng(seed), ORGANISATIONS)
        ours = together(encoding, standings)
        assert ours == alone(encoding, standings), seed
        seen["bands"] += encoding.instrument.cutoffs is not None
        seen["statements"] += bool((~encoding.instrument.rubric).any())
        seen["requires"] += any(action.requires for action in encoding.questionnaire.actions)
        seen["unanswered"] += int((~standings.answered & ~standings.inapplicable).any(axis=0).sum())
        seen["inapplicable"] += int(standings.inapplicable.any(axis=0).sum())
        seen["top"] += int((standings.level == encoding.questionnaire.top).sum())
        seen["unattainable"] += sum(not attains for _, attains, _, _ in ours)
        seen["three steps"] += sum(attains and len(steps) == 3 for _, attains, _, steps in ours)
    kinds = ("bands", "statements", "requires", "unanswered", "inapplicable", "top", "unattainable")
    assert min(seen[kind] for kind in (*kinds, "three steps")) > 0


@pytest.mark.parametrize("block", range(4))
def test_large_questionnaires_have_more_to_choose_from(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where many sets of actions cost the same, one that comes later may be the right one."""
    monkeypatch.setattr(planning_cases, "MOST_QUESTIONS", 14)
    monkeypatch.setattr(planning_cases, "MOST_ACTIONS", 24)
    monkeypatch.setattr(planning_cases, "NAMES", tuple(f"n{number}" for number in range(24)))
    for seed in range(80 + 10 * block, 90 + 10 * block):
        questionnaire = _planning_questionnaire(random.Random(f"large columns {seed}").randint)
        encoding = Encoding(Questionnaire.model_validate(questionnaire))
        standings = drawn(encoding, np.random.default_rng(seed), ORGANISATIONS)
        assert together(encoding, standings) == alone(encoding, standings), seed


@settings(max_examples=40, derandomize=True)
@given(st.data(), st.integers(0, 2**32 - 1))
def test_no_questionnaire_makes_a_difference(data: st.DataObject, seed: int) -> None:
    """The same, drawn so that what fails is made small."""

    def draw(low: int, high: int) -> int:
        return data.draw(st.integers(low, high))

    encoding = Encoding(Questionnaire.model_validate(_planning_questionnaire(draw)))
    standings = drawn(encoding, np.random.default_rng(seed), 6)
    assert together(encoding, standings) == alone(encoding, standings)


@pytest.mark.parametrize("name", ["full", "quick"])
@pytest.mark.parametrize(("people", "missing"), [(1, 0.0), (1, 0.1), (20, 0.0)])
def test_plans_by_the_built_in_questionnaires(
    name: str, people: int, missing: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plans of a hundred thousand organisations may not take a solver's time each."""
    trial, draw = Trial.of(name), np.random.default_rng(7)
    chosen = answers(of_any_maturity(trial, 40, draw), people, 0.5, draw)
    chosen[draw.random(chosen.shape) < missing] = NOBODY
    groups, width = len(trial.encoding.groups), trial.instrument.not_applicable + 1
    counts = np.zeros((groups, chosen.shape[1], width, 40), dtype=np.int64)
    for person, codes in enumerate(chosen):
        counts[person % groups] += codes[:, None] == np.arange(width)[:, None]
    standings = standings_of(trial.instrument, Tally(counts, np.full(chosen.shape[1:], NOBODY)))
    expected = alone(trial.encoding, standings)
    monkeypatch.setattr(columns, "select", pytest.fail)
    assert together(trial.encoding, standings) == expected
    assert len(set(standings.level.tolist())) == 5


def test_whoever_else_is_in_the_file_changes_no_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    """A portfolio split in two files must give the same rows."""
    trial, draw = Trial.of("full"), np.random.default_rng(3)
    chosen = answers(of_any_maturity(trial, 300, draw), 1, 0.5, draw)[0]
    chosen[draw.random(chosen.shape) < 0.1] = NOBODY
    standings = of_one(trial.encoding, chosen)
    whole = together(trial.encoding, standings)
    order = draw.permutation(300)
    assert together(trial.encoding, some_of(standings, order)) == [whole[place] for place in order]
    monkeypatch.setattr(columns, "CHUNK", 7)
    monkeypatch.setattr(cheapest_sets, "MOST_TOGETHER", 5)
    assert together(trial.encoding, standings) == whole
    assert together(trial.encoding, some_of(standings, np.arange(0))) == []


# --- where the search for many gives up ---


@pytest.mark.parametrize(
    ("module", "limit", "value"),
    [
        (cheapest_sets, "MOST_PARTS", 0),
        (cheapest_sets, "MOST_COST", 0),
        (covering, "MOST_TRIED", 0),
        (covering, "MOST_LEFT", 0),
        (cheapest_sets, "ROUNDING", 100),
    ],
)
def test_what_cannot_be_settled_together_is_settled_alone(
    module: Any, limit: str, value: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A questionnaire that nobody thought of must cost time, not the right plan."""
    trial, draw = Trial.of("full"), np.random.default_rng(3)
    standings = of_one(trial.encoding, answers(of_any_maturity(trial, 40, draw), 1, 0.5, draw)[0])
    expected = alone(trial.encoding, standings)
    called: list[object] = []

    def counted(candidates: Candidates) -> Selection:
        called.append(candidates)
        return select(candidates)

    monkeypatch.setattr(module, limit, value)
    monkeypatch.setattr(columns, "select", counted)
    assert together(trial.encoding, standings) == expected
    assert called


@pytest.mark.parametrize("effort", [0.001, 1e-100, 250_000])
def test_efforts_too_unlike_to_be_counted_together(effort: float) -> None:
    """The plan must be right beyond what whole numbers can hold."""
    document = planned(
        rubric("q"), rubric("r"), actions=[act("a", effort, ("q", 2)), act("b", 1.25, ("r", 2))]
    )
    encoding = read(document)
    assert catalogue(encoding, 2) is None
    standings = of_one(encoding, np.array([[0, 0, 1], [0, 1, 1]]))
    assert together(encoding, standings) == alone(encoding, standings)


@pytest.mark.parametrize("above", [1e-9, 1e-9 + 1e-16, 1e-9 - 1e-16, 1.00001e-9])
def test_a_coverage_within_rounding_of_its_limit(above: float) -> None:
    """Whether half is enough is decided by the last bit: by the same one everywhere."""
    document = planned(
        *(rubric(name) for name in "qrs"),
        rubric("t", dimension="e"),
        dimensions=[{"id": "d", "weight": 0.3}, {"id": "e", "weight": 0.7}],
        placement={"method": "staged", "threshold": 0.3 * 2 / 3 + above},
        actions=[act(f"lift-{name}", 1, (name, 2)) for name in "qrst"],
    )
    encoding = read(document)
    standings = of_one(encoding, np.array(np.meshgrid(*[[0, 1]] * 4)).reshape(4, -1))
    assert together(encoding, standings) == alone(encoding, standings)


# --- what one could get wrong ---


def test_a_questionnaire_without_actions_has_empty_plans() -> None:
    encoding = read(planned(rubric("q"), rubric("r"), actions=[]))
    standings = of_one(encoding, np.array([[0, 1, 2, NOBODY], [0, 1, 2, NOBODY]]))
    assert together(encoding, standings) == alone(encoding, standings)


def test_what_two_actions_need_is_paid_for_once() -> None:
    """Two cheap actions on a dear prerequisite are dearer than one alone, cheaper than each with its own."""
    document = planned(
        *(statement(name, 2) for name in "pqrs"),
        top=2,
        placement={"method": "staged", "threshold": 0.5},
        actions=[
            act("base", 5, ("p", 2)) | {"lifts": [{"question": "p"}]},
            act("one", 1, "q") | {"requires": ["base"]},
            act("two", 1, "r") | {"requires": ["base"]},
            act("dear", 4.5, "s"),
        ],
    )
    encoding = read(document)
    codes = np.array(np.meshgrid(*[[NOBODY, 0, len(encoding.values[0]) - 1]] * 4)).reshape(4, -1)
    standings = of_one(encoding, codes)
    assert together(encoding, standings) == alone(encoding, standings)


def test_of_plans_that_cost_the_same_the_ids_of_prerequisites_count_too() -> None:
    """At level 2, `a` and `z` do what `b` and `c` do: `a` comes first, though it only leads to `z`."""
    document = planned(
        *(rubric(name) for name in "pqrstu"),
        placement={"method": "staged", "threshold": 0.5},
        actions=[
            act("a", 1, ("p", 2)),
            act("z", 1, ("q", 3), ("r", 3)) | {"requires": ["a"]},
            act("b", 1, ("s", 3)),
            act("c", 1, ("t", 3)),
        ],
    )
    encoding = read(document)
    standings = of_one(encoding, np.array([[0, 1, 1, 1, 1, 2]]).T)
    assert together(encoding, standings) == alone(encoding, standings)
    assert together(encoding, standings)[0][2:] == (2.0, ["a", "z"])


def test_a_plan_keeps_the_levels_below() -> None:
    """An unanswered question that comes in at level 2 takes level 3 away, though 4 asks for less."""
    document = planned(
        *(rubric(name) for name in "qrst"),
        top=4,
        placement={"method": "staged", "threshold": {2: 0.5, 3: 0.9, 4: 0.2}},
        actions=[act("cheap", 1, ("q", 4), ("t", 2)), act("dear", 3, ("r", 4))],
    )
    encoding = read(document)
    standings = of_one(encoding, np.array([[2, 2, 2, NOBODY]]).T)
    assert together(encoding, standings) == alone(encoding, standings)
    assert together(encoding, standings) == [(4, True, 3.0, ["dear"])]


@pytest.mark.parametrize("threshold", [0.6666, 0.66667, 2 / 3])
def test_equal_questions_cost_no_time(threshold: float) -> None:
    """A thousand million sets of equal actions cost the same: none of them may be tried."""
    names = [f"q{number:02}" for number in range(36)]
    document = planned(
        *(rubric(name) for name in names),
        placement={"method": "staged", "threshold": threshold},
        actions=[act(name, 2, (name, 2)) for name in names],
    )
    encoding = read(document)
    standings = of_one(encoding, np.random.default_rng(0).integers(0, 2, (36, 20)))
    assert together(encoding, standings) == alone(encoding, standings)
