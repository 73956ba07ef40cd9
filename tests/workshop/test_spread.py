"""How far apart the functions are, and the order of the agenda that follows from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.assessment import assess
from alignment_maturity.encoding import Encoding
from alignment_maturity.interview.workshop.agenda import by_dimension, by_disagreement, first_rounds
from alignment_maturity.interview.workshop.spread import Spread, spreads
from alignment_maturity.model.answers import Answer, AnswerFile, Discussion, RespondentAnswers
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.room import Votes
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.result import Assessment
from interview.scripted import DAY, MINI

from .rooms import answer_file

SPREAD_OF = spreads(MINI)
ENCODING = Encoding(MINI)


def scored(file: AnswerFile) -> Assessment:
    return assess(ENCODING, "", [file], planning=PlanRequest(DAY))


def votes_of(question: str) -> st.SearchStrategy[Votes]:
    values = [*MINI.values_of(question), "unknown"]
    cast = st.dictionaries(st.sampled_from(values), st.integers(1, 9), max_size=4)
    return st.fixed_dictionaries({"marketing": cast, "sales": cast})


@given(votes_of("personas"), votes_of("sla"))
def test_the_room_is_told_the_gap_that_the_report_will_show(personas: Votes, sla: Votes) -> None:
    """Two figures for one thing would be one too many in a room that argues."""
    result = scored(answer_file(MINI, {"personas": personas, "sla": sla}))
    for question, votes in (("personas", personas), ("sla", sla)):
        told = SPREAD_OF(question, votes)
        found = next(entry for entry in result.questions if entry.id == question)
        assert told.gap == pytest.approx(found.gap)
    contested = [
        gate.level for gate in result.gates if gate.question == "personas" and gate.status == "contested"
    ]
    assert list(SPREAD_OF("personas", personas).contested) == contested


def test_means_are_levels_and_places_those_of_options() -> None:
    spread = SPREAD_OF("goals", {"marketing": {"3": 1, "5": 1}, "sales": {"1": 2, "unknown": 1}})

    assert spread.means == {"marketing": 4.0, "sales": 1.0}
    assert (spread.gap, spread.lowest, spread.highest) == (3.0, 1, 4)
    assert spread.far_apart


def test_one_level_is_near_unless_a_gate_is_contested() -> None:
    assert not SPREAD_OF("goals", {"marketing": {"3": 2}, "sales": {"2": 2}}).far_apart
    contested = SPREAD_OF("personas", {"marketing": {"2": 2}, "sales": {"1": 2}})
    assert contested.contested == (2,)
    assert contested.far_apart


def test_nobody_to_compare_is_no_gap() -> None:
    assert SPREAD_OF("goals", {"marketing": {"unknown": 2}, "sales": {}}) == Spread({}, None, (), None, None)
    assert SPREAD_OF("goals", {"marketing": {"2": 2}}).gap is None


def test_without_two_functions_to_compare_the_furthest_apart_count() -> None:
    loose = Questionnaire.model_validate({**MINI.as_document(), "compare": []})

    assert spreads(loose)("goals", {"marketing": {"1": 2}, "sales": {"5": 1}}).gap == 4.0


def test_the_agenda_begins_where_the_functions_are_furthest_apart() -> None:
    rounds = {
        "exchange": {"marketing": {"3": 1}, "sales": {"2": 1}},
        "personas": {"marketing": {"2": 1}, "sales": {"1": 1}},
        "goals": {"marketing": {"5": 1}, "sales": {"1": 1}},
    }

    assert by_dimension(MINI) == ("personas", "goals", "lead-definition", "exchange", "sla")
    # The gate of personas is contested, with the same gap as exchange; nobody voted on the last two.
    assert by_disagreement(MINI, rounds) == ("goals", "personas", "exchange", "lead-definition", "sla")


def person(group: str | None, **answers: str) -> RespondentAnswers:
    given = {question: Answer(value=value) for question, value in answers.items()}
    return RespondentAnswers(group=group, answers=given)


def test_answers_given_in_private_are_counted_only_for_functions_that_are_large_enough() -> None:
    people = [
        person("marketing", goals="3", personas="1"),
        person("marketing", goals="1"),
        person("sales", goals="5"),
    ]
    counted = first_rounds(MINI, [*people, person(None, goals="2")], 2)

    assert counted.rounds == {"personas": {"marketing": {"1": 1}}, "goals": {"marketing": {"1": 1, "3": 1}}}
    assert (counted.people, counted.hidden, counted.ungrouped) == ({"marketing": 2}, {"sales": 1}, 1)


def test_rounds_of_individual_answers_can_be_saved() -> None:
    counted = first_rounds(MINI, [person("sales", goals="n/a", sla="fully")], 1)
    file = answer_file(MINI, counted.rounds)

    assert file.workshop == {
        "goals": Discussion(rounds=({"sales": {"n/a": 1}},)),
        "sla": Discussion(rounds=({"sales": {"fully": 1}},)),
    }
