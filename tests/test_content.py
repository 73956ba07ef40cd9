"""The built-in questionnaires: what a consultant would be ashamed of must not get in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from alignment_maturity.assessment import assess
from alignment_maturity.encoding import Encoding
from alignment_maturity.model.localised import Localised
from alignment_maturity.model.questionnaire import Questionnaire, Rubric
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.store.answer_sets import read_answer_set
from alignment_maturity.store.builtin import examples
from alignment_maturity.store.questionnaires import find_questionnaire
from scoring import START

LEVELS = [
    ("disalignment", "Disallineamento", "Disalignment"),
    ("strategic-alignment", "Allineamento strategico", "Strategic alignment"),
    ("operational-alignment", "Allineamento operativo", "Operational alignment"),
    ("strategic-integration", "Integrazione strategica", "Strategic integration"),
    ("operational-integration", "Integrazione operativa", "Operational integration"),
]


@pytest.fixture(scope="module")
def quick() -> Questionnaire:
    return find_questionnaire("quick").questionnaire


def texts(node: Any) -> Iterator[Localised]:
    if isinstance(node, Localised):
        yield node
    elif isinstance(node, (list, tuple)):
        for entry in node:
            yield from texts(entry)
    elif hasattr(node, "model_fields_set"):
        for name in type(node).model_fields:
            yield from texts(getattr(node, name))


def test_the_scale_is_that_of_the_field(quick: Questionnaire) -> None:
    assert [(level.id, level.name.in_("it"), level.name.in_("en")) for level in quick.scale] == LEVELS
    assert all(len(level.symptoms) >= 4 for level in quick.scale)


def test_twelve_questions_with_the_deciding_traits_as_gates(quick: Questionnaire) -> None:
    assert len(quick.questions) == 12
    gates = {level: [q.id for q in quick.questions if level in q.gate] for level in quick.upper_levels}
    assert gates[2] == ["shared-strategy", "buyer-personas", "buyer-journey"]
    assert set(gates[3]) >= {"data-exchange", "prospect-actions"}
    assert gates[4] == ["one-environment"]
    assert set(gates[5]) >= {"shared-metrics", "resource-allocation"}


def test_everything_is_said_in_both_languages(quick: Questionnaire) -> None:
    """Half a sentence in the wrong language, in front of a client."""
    found = list(texts(quick))
    assert len(found) > 400
    for text in found:
        assert set(text.by_language) == {"it", "en"} or text.plain, text
        assert text.in_("it")
        assert text.in_("en")


def test_options_can_be_told_apart(quick: Questionnaire) -> None:
    """Each describes something to observe, in 8 to 25 words, and none is said twice."""
    for question in quick.questions:
        assert isinstance(question, Rubric)
        assert [option.level for option in question.options] == [1, 2, 3, 4, 5]
        for lang in ("it", "en"):
            said = [option.text.in_(lang) for option in question.options]
            assert len(set(said)) == 5
            for text in said:
                assert 8 <= len(text.split()) <= 25, text
        assert len(question.name.in_("it")) <= 24
        assert question.help
        assert question.probe


def test_no_straight_apostrophes_and_no_tu(quick: Questionnaire) -> None:
    """Italian prose addresses a company with `voi` or not at all."""
    tu = re.compile(r"\b(tu|tuo|tua|tuoi|tue|scegli|chiedi|valuta|devi|puoi)\b", re.IGNORECASE)
    for text in texts(quick):
        for lang in ("it", "en"):
            assert "'" not in text.in_(lang), text
        assert not tu.search(text.in_("it")), text.in_("it")


def test_every_question_can_be_lifted_to_every_level(quick: Questionnaire) -> None:
    """A company told what is missing but not what to do about it has paid for half a report."""
    lifts = {(lift.question, lift.to) for action in quick.actions for lift in action.lifts}
    assert lifts == {(question.id, level) for question in quick.questions for level in quick.upper_levels}


def test_no_level_four_technology_before_its_foundations(quick: Questionnaire) -> None:
    """The commonest failure: a platform bought by people who do not share a customer."""

    def needed(name: str) -> set[str]:
        action = quick.action_by_id[name]
        return {name}.union(*(needed(earlier) for earlier in action.requires))

    for action in quick.actions:
        if max(lift.to or 0 for lift in action.lifts) >= 4:
            assert needed(action.id) >= {"define-personas", "map-journey", "exchange-data"}, action.id


def test_each_action_says_how_to_begin_and_when_it_is_done(quick: Questionnaire) -> None:
    assert len(quick.actions) >= 20
    for action in quick.actions:
        assert 3 <= len(action.steps) <= 6
        assert action.why
        assert action.done_when
        assert action.kpi


@pytest.mark.parametrize(
    ("name", "level"), [("fonderie-castelrosso", 1), ("idrovalle-componenti", 2), ("ponteverde-software", 4)]
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
