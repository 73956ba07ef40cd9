"""The built-in questionnaires: what a consultant would be ashamed of must not get in."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from refresh_quick import refreshed

from alignment_maturity.assessment import assess
from alignment_maturity.encoding import Encoding
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.localised import Localised
from alignment_maturity.model.questionnaire import WORKSHEETS, Questionnaire, Rubric
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.result import Assessment
from alignment_maturity.store.answer_sets import read_answer_set
from alignment_maturity.store.builtin import data_folder, examples
from alignment_maturity.store.questionnaires import find_questionnaire
from scoring import START

LEVELS = [
    ("disalignment", "Disallineamento", "Disalignment"),
    ("strategic-alignment", "Allineamento strategico", "Strategic alignment"),
    ("operational-alignment", "Allineamento operativo", "Operational alignment"),
    ("strategic-integration", "Integrazione strategica", "Strategic integration"),
    ("operational-integration", "Integrazione operativa", "Operational integration"),
]
DECIDING_TRAITS = {
    2: ["shared-strategy", "buyer-personas", "buyer-journey"],
    3: ["data-exchange", "prospect-view"],
    4: ["one-environment"],
    5: ["workflows", "shared-metrics", "resource-allocation"],
}


@pytest.fixture(scope="module")
def full() -> Questionnaire:
    return find_questionnaire("full").questionnaire


@pytest.fixture(scope="module")
def quick() -> Questionnaire:
    return find_questionnaire("quick").questionnaire


@pytest.fixture(scope="module", params=["full", "quick"])
def builtin(request: pytest.FixtureRequest) -> Questionnaire:
    return find_questionnaire(str(request.param)).questionnaire


def texts(node: Any) -> Iterator[Localised]:
    if isinstance(node, Localised):
        yield node
    elif isinstance(node, (list, tuple)):
        for entry in node:
            yield from texts(entry)
    elif hasattr(node, "model_fields_set"):
        for name in type(node).model_fields:
            yield from texts(getattr(node, name))


def test_the_scale_is_that_of_the_field(builtin: Questionnaire) -> None:
    assert [(level.id, level.name.in_("it"), level.name.in_("en")) for level in builtin.scale] == LEVELS
    for level in builtin.scale:
        assert level.description
        assert len(level.symptoms) >= 5
        assert len(level.risks) >= 3
        assert len(level.benefits) >= (3 if level.level > 1 else 0)


def test_the_deciding_traits_and_nothing_else_are_gates(builtin: Questionnaire) -> None:
    """With more gates a single answer beside the truth costs a level: see docs/method.md."""
    gates = {level: [q.id for q in builtin.questions if level in q.gate] for level in builtin.upper_levels}
    assert {level: sorted(names) for level, names in gates.items()} == {
        level: sorted(names) for level, names in DECIDING_TRAITS.items()
    }


def test_full_takes_an_hour_at_most(full: Questionnaire) -> None:
    assert 30 <= len(full.questions) <= 36
    assert 8 <= len(full.dimensions) <= 9
    assert all(len(list(full.questions_of(dimension.id))) >= 3 for dimension in full.dimensions)
    assert 70 <= len(full.actions) <= 100
    assert full.minutes
    assert 40 <= full.minutes <= 60


def test_quick_asks_twelve_questions_of_full(quick: Questionnaire) -> None:
    """Two wordings of one question would be two questions; `make quick` takes over what changed in `full`."""
    folder = data_folder("questionnaires")
    text = (folder / "quick.yaml").read_text("utf-8")
    assert refreshed(text, (folder / "full.yaml").read_text("utf-8")) == text
    assert len(quick.questions) == 12


def test_what_quick_shares_is_the_same(quick: Questionnaire, full: Questionnaire) -> None:
    assert quick.scale == full.scale
    assert quick.placement == full.placement
    assert quick.transitions == full.transitions
    for question in quick.questions:
        other = full.question_by_id[question.id]
        assert question == other.model_copy(update={"dimension": question.dimension})
    for action in quick.actions:
        whole = full.action_by_id[action.id]
        assert action == whole.model_copy(update={"lifts": action.lifts, "requires": action.requires})
        assert set(action.lifts) <= set(whole.lifts)


def test_everything_is_said_in_both_languages(builtin: Questionnaire) -> None:
    """Half a sentence in the wrong language, in front of a client."""
    found = list(texts(builtin))
    assert len(found) > 500
    for text in found:
        assert set(text.by_language) == {"it", "en"} or text.plain, text
        assert text.in_("it")
        assert text.in_("en")


def test_options_can_be_told_apart(full: Questionnaire) -> None:
    """Each describes something to observe, in 8 to 30 words, and none is said twice."""
    for question in full.questions:
        assert isinstance(question, Rubric)
        assert [option.level for option in question.options] == [1, 2, 3, 4, 5]
        for lang in ("it", "en"):
            said = [option.text.in_(lang) for option in question.options]
            assert len(set(said)) == 5
            for text in said:
                assert 8 <= len(text.split()) <= 30, text
        assert len(question.name.in_("it")) <= 24
        assert len(question.name.in_("en")) <= 24


def test_each_question_comes_with_help_and_a_probe(full: Questionnaire) -> None:
    """A facilitator who has to invent the question that brings out an example will not ask it."""
    for question in full.questions:
        assert "Prove utili" in question.help.in_("it"), question.id
        assert "Good evidence" in question.help.in_("en"), question.id
        for lang in ("it", "en"):
            assert question.probe.in_(lang).rstrip().endswith("?"), question.id


def test_no_ladder_of_adverbs(full: Questionnaire) -> None:
    """Between "often" and "mostly" two people choose by temper."""
    degrees = re.compile(
        r"\b(sempre|mai|spesso|talvolta|qualche volta|raramente|molto|poco|abbastanza|pienamente|"
        r"always|never|often|sometimes|rarely|mostly|very|fully|largely|partly)\b",
        re.IGNORECASE,
    )
    for question in full.questions:
        for option in full.options_of(question):
            for lang in ("it", "en"):
                found = degrees.search(option.text.in_(lang))
                assert not found, f"{question.id}: {option.text.in_(lang)}"


def test_no_straight_apostrophes_and_no_tu(builtin: Questionnaire) -> None:
    """Italian prose addresses a company with `voi` or not at all."""
    tu = re.compile(r"\b(tu|tuo|tua|tuoi|tue|scegli|chiedi|valuta|devi|puoi)\b", re.IGNORECASE)
    for text in texts(builtin):
        for lang in ("it", "en"):
            assert "'" not in text.in_(lang), text
            assert '"' not in text.in_(lang), text
        assert not tu.search(text.in_("it")), text.in_("it")


def test_every_question_can_be_lifted_to_every_level(builtin: Questionnaire) -> None:
    """A company told what is missing but not what to do about it has paid for half a report.

    This proves that every level can be attained from everywhere. No prerequisite lifts higher than what
    asks for it, so all actions up to a level can be taken; after them each of its questions is fulfilled, or
    was at least by half, which counts as done, and the threshold asks for no more than half.
    """
    lifts = {(lift.question, lift.to) for action in builtin.actions for lift in action.lifts}
    expected = {(question.id, level) for question in builtin.questions for level in builtin.upper_levels}
    assert lifts == expected


@pytest.mark.parametrize("people", [1, 8])
def test_every_level_is_attainable_from_random_states(builtin: Questionnaire, people: int) -> None:
    """A plan that ends below the level it is for, because somebody forgot an action."""
    draw = random.Random(people)
    encoding = Encoding(builtin)
    for _ in range(8):
        answers = [_answers(builtin, draw) for _ in range(people)]
        found = _placed(encoding, answers, None)
        assert found.plan.attains, answers
        for target in range(found.level + 2, builtin.top + 1):
            assert _placed(encoding, answers, target).plan.attains, (answers, target)


@pytest.mark.parametrize("upper", [2, 3, 4, 5])
@pytest.mark.parametrize("people", [1, 3])
def test_every_level_is_attainable_where_the_functions_stand_a_level_apart(
    builtin: Questionnaire, upper: int, people: int
) -> None:
    """Half in place counts as done: with a threshold above one half, nothing would be left to do."""
    assert all((builtin.threshold_of(level) or 0) <= 0.5 for level in builtin.upper_levels)
    encoding = Encoding(builtin)
    above = {question.id: str(upper) for question in builtin.questions}
    below = {question.id: str(upper - 1) for question in builtin.questions}
    agreed = {question.id: str(upper) for question in builtin.questions if question.gate}
    for lower in (below, below | agreed):
        answers = [above, lower] * people
        for target in builtin.upper_levels:
            if target > _placed(encoding, answers, None).level:
                assert _placed(encoding, answers, target).plan.attains, (lower, target)


def _answers(questionnaire: Questionnaire, draw: random.Random) -> dict[str, str]:
    """Answer at random, around a level of one's own or all over the scale, with what people leave out."""
    spread = draw.choice([0.5, 1.0, 3.0])
    around = draw.uniform(1, questionnaire.top)
    chosen = {}
    for question in questionnaire.questions:
        if draw.random() < 0.1:
            chosen[question.id] = "n/a" if question.allow_na and draw.random() < 0.5 else "unknown"
        elif draw.random() < 0.95:
            level = round(draw.gauss(around, spread))
            chosen[question.id] = str(min(max(level, 1), questionnaire.top))
    return chosen


def _placed(encoding: Encoding, answers: list[dict[str, str]], target: int | None) -> Assessment:
    group = ["marketing", "sales"]
    file = AnswerFile.model_validate(
        {
            "format": 1,
            "questionnaire": encoding.questionnaire.id,
            "questionnaire_version": encoding.questionnaire.version,
            "organisation": "Rossi",
            "respondents": [
                {"group": group[number % 2], "answers": chosen} for number, chosen in enumerate(answers)
            ],
        }
    )
    request = PlanRequest(dt.date(2026, 11, 23), target)
    return assess(encoding, "0" * 64, [file], planning=request, resamples=1)


def test_no_level_four_technology_before_its_foundations(builtin: Questionnaire) -> None:
    """The commonest failure: a platform bought by people who do not share a customer."""

    def needed(name: str) -> set[str]:
        action = builtin.action_by_id[name]
        return {name}.union(*(needed(earlier) for earlier in action.requires))

    for action in builtin.actions:
        if max(lift.to or 0 for lift in action.lifts) >= 4:
            assert needed(action.id) >= {"define-personas", "map-journey", "exchange-data"}, action.id


def test_the_four_priorities_are_those_of_the_field(builtin: Questionnaire) -> None:
    assert {step.to: list(step.actions) for step in builtin.transitions} == {
        2: ["define-personas", "map-journey"],
        3: ["exchange-data"],
        4: ["single-environment"],
        5: ["steering-group", "allocate-by-journey"],
    }


def test_each_action_says_how_to_begin_and_when_it_is_done(full: Questionnaire) -> None:
    infinitive = re.compile(r"(Far|\w+([aei]re|rre|r(si|l[aeio])))\b")
    for action in full.actions:
        assert infinitive.match(action.title.in_("it")), action.title
        assert 3 <= len(action.steps) <= 6
        for step in action.steps:
            assert infinitive.match(step.in_("it").lstrip("«")), step
        assert action.why
        assert action.done_when
        for lang in ("it", "en"):
            assert re.search("=.*(÷| meno | minus )", action.kpi.in_(lang)), action.kpi
        assert action.effort <= action.weeks * 5 * 2, "more days than two people have"


def test_every_worksheet_helps_some_action(full: Questionnaire) -> None:
    assert {name for action in full.actions for name in action.worksheets} == set(WORKSHEETS)


def test_the_worked_example_of_the_method_can_be_followed() -> None:
    """Whoever follows it by hand gets what the program prints."""
    (read,) = read_answer_set([Path(__file__).parent.parent / "docs" / "worked-example.yaml"])
    assert read.warnings == ()
    result = assess(
        Encoding(read.loaded.questionnaire), "", [read.file], planning=PlanRequest(START), resamples=1
    )
    assert result.level == 2
    assert result.coverage[2] == pytest.approx(4.5 / 5)
    assert result.coverage[3] == pytest.approx((1 / 3 + 1 / 4 + 5 / 6 + 3 / 4 + 1 / 4) / 5)
    status = {gate.question: gate.status.value for gate in result.gates if gate.level == 3}
    assert status == {"data-exchange": "contested", "prospect-view": "passes"}


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("fonderie-castelrosso", 1),
        ("idrovalle-componenti", 2),
        ("officine-tavernola", 3),
        ("ponteverde-software", 4),
    ],
)
def test_the_example_companies_stand_where_they_are_meant_to(name: str, level: int) -> None:
    (read,) = read_answer_set([examples()[name]])
    assert read.warnings == ()
    result = assess(
        Encoding(read.loaded.questionnaire), "", [read.file], planning=PlanRequest(START), resamples=10
    )
    assert result.level == level
    assert result.plan.steps
    assert not result.provisional
    if level == 2:
        assert max(abs(question.gap or 0) for question in result.questions) > 1.5
    assert any(gate.status == "contested" for gate in result.gates)


def test_an_example_of_each_built_in_questionnaire_is_at_hand() -> None:
    """Whoever wants to see a report on `full` need not answer 34 questions first."""
    sets = [read_answer_set([path])[0] for path in examples().values()]
    assert {each.file.questionnaire for each in sets} == {"quick", "full"}
    assert [each.warnings for each in sets] == [()] * len(sets)
