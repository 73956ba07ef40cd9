"""The oracle against the contract's worked examples, published statistics and cases scored by hand.

Whoever trusts a comparison with the oracle loses that trust if one of these fails.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from .documents import answer_sets_for, questionnaires
from .naive_scorer import _read, ordinal_alpha, score, within_group_agreement

Document = dict[str, Any]

CONTRACT = Path(__file__).parent.parent / "examples" / "contract"
EXPECTED = json.loads((CONTRACT / "expected.json").read_text(encoding="utf-8"))
VECTORS = json.loads((CONTRACT / "statistics-vectors.json").read_text(encoding="utf-8"))


def example(name: str) -> Document:
    document: Document = yaml.safe_load((CONTRACT / name).read_text(encoding="utf-8"))
    return document


# --- small questionnaires and answers, to be scored by hand ---

EXTENT = [
    {"value": "none", "credit": 0},
    {"value": "partly", "credit": 0.25},
    {"value": "largely", "credit": 0.75},
    {"value": "fully", "credit": 1},
]


def survey(*questions: Document, top: int = 3, **more: object) -> Document:
    """Ask the questions on a scale of that many levels, of groups a, b and c, a compared with b."""
    return {
        "scale": [{"level": level, "id": f"step-{level}"} for level in range(1, top + 1)],
        "placement": {"method": "staged", "threshold": 0.7},
        "groups": [{"id": "a"}, {"id": "b"}, {"id": "c"}],
        "compare": ["a", "b"],
        "dimensions": [{"id": one} for one in sorted({question["dimension"] for question in questions})],
        "questions": list(questions),
    } | more


def rubric(name: str, levels: tuple[int, ...] = (1, 2, 3), **more: object) -> Document:
    return {"id": name, "dimension": "d", "options": [{"level": level} for level in levels]} | more


def statement(name: str, level: int, **more: object) -> Document:
    return {"id": name, "dimension": "d", "kind": "statement", "level": level, "options": EXTENT} | more


def people(**answers: list[Document]) -> Document:
    """Give the answers of each group's people in one file; `nobody` is who names no group."""
    return {
        "respondents": [
            ({} if group == "nobody" else {"group": group}) | {"answers": one}
            for group, everyone in answers.items()
            for one in everyone
        ]
    }


def room(**entries: Document) -> Document:
    return {"workshop": entries}


def said(*values: object) -> list[Document]:
    """Give one respondent for each value, who answers q only."""
    return [{"q": value} for value in values]


# --- the contract's worked examples ---


@pytest.mark.parametrize("name", sorted(EXPECTED))
class TestWorkedExamples:
    def test_placement(self, name: str) -> None:
        result, expected = score(example("mini.yaml"), [example(name)]), EXPECTED[name]
        assert result["level"] == expected["level"]
        assert result["index"] == pytest.approx(expected["index"], abs=1e-6)
        assert result["coverage"] == pytest.approx(expected["coverage"], abs=1e-6)
        assert result["gates"] == expected["gates"]

    def test_dimensions(self, name: str) -> None:
        result, expected = score(example("mini.yaml"), [example(name)]), EXPECTED[name]["dimensions"]
        assert {one["id"]: one["level"] for one in result["dimensions"]} == {
            name: one["level"] for name, one in expected.items()
        }
        assert {one["id"]: one["index"] for one in result["dimensions"]} == pytest.approx(
            {name: one["index"] for name, one in expected.items()}, abs=1e-6
        )

    def test_gaps(self, name: str) -> None:
        result = score(example("mini.yaml"), [example(name)])
        gaps = {one["id"]: one["gap"] for one in result["questions"] if one["gap"] is not None}
        assert gaps == pytest.approx(EXPECTED[name]["gaps"], abs=1e-6)


def test_the_example_with_seven_people_in_full() -> None:
    result = score(example("mini.yaml"), [example("seven.yaml")])
    assert result["respondents"] == {"total": 7, "by_group": {"marketing": 4, "sales": 3}}
    assert result["level_id"] == "strategic-alignment"
    assert result["thresholds"] == {"2": 0.7, "3": 0.7, "4": 0.7, "5": 0.7}
    # 35 pairs; three said unknown, one gave no answer, one n/a counts.
    assert result["completeness"] == 31 / 35
    assert not result["provisional"]
    assert result["blocking"] == {
        "level": 3,
        "coverage": pytest.approx(0.392361, abs=1e-6),
        "threshold": 0.7,
        "gates": ["lead-definition"],
    }
    assert result["suppressed_groups"] == []
    personas = result["questions"][0]
    assert personas["counts"] == {"marketing": {"3": 2, "2": 2}, "sales": {"2": 2, "unknown": 1}}
    assert personas["index"] == pytest.approx((1.5 / 4 + 1 / 4) / 2)
    # 3 and 3 are above both 2s, 2 and 2 equal them.
    assert personas["cliffs_delta"] == 0.5
    # 3, 2, 2, 3, 2, 2: variance 4/15, with five options 2 for an even spread.
    assert personas["agreement"]["all"] == pytest.approx(1 - (4 / 15) / 2)
    assert personas["agreement"]["marketing"] == pytest.approx(1 - (1 / 3) / 2)
    assert personas["agreement"]["sales"] == 1
    sla = result["questions"][4]
    assert sla["agreement"] == {"all": None, "marketing": None, "sales": None}
    assert sla["cliffs_delta"] is None
    assert sla["counts"] == {
        "marketing": {"largely": 1, "partly": 1, "unknown": 1},
        "sales": {"none": 2, "n/a": 1},
    }


def test_the_example_workshop_in_full() -> None:
    result = score(example("mini.yaml"), [example("room.yaml")])
    assert result["respondents"] == {"total": 6, "by_group": {"marketing": 3, "sales": 3}}
    assert result["completeness"] == 1
    # The agreed values have 2 neighbours each. Votes: goals 6 with 2 each; lead-definition 4 threes with 2
    # and 2 ones with 1; sla 2 partly with 2 and 4 none with 1.
    assert result["confidence"]["one_step"]["changes"] == 4 + 12 + 10 + 8


def test_the_example_with_one_person_has_nothing_to_compare() -> None:
    result = score(example("mini.yaml"), [example("one.yaml")])
    assert result["alpha"] is None
    assert all(one["cliffs_delta"] is None for one in result["questions"])
    assert all(set(one["agreement"].values()) == {None} for one in result["questions"])
    assert result["suppressed_groups"] == []


# --- published statistics ---


def test_ordinal_alpha_of_krippendorffs_example_c() -> None:
    vector = VECTORS["krippendorff_C_4x12"]
    units = [[rank for rank in unit if rank is not None] for unit in vector["data_units_by_rater"]]
    assert float(ordinal_alpha(units) or 0) == pytest.approx(vector["ordinal"], abs=5e-5)


def test_ordinal_alpha_of_the_three_raters() -> None:
    vector = VECTORS["krippendorff_3x15"]
    raters = [row.split() for row in vector["rows"]]
    units = [[int(rank) for rank in unit if rank != "*"] for unit in zip(*raters, strict=True)]
    assert float(ordinal_alpha(units) or 0) == pytest.approx(vector["ordinal"], abs=5e-5)


@pytest.mark.parametrize("units", [[], [[1], [2], [3]], [[2, 2], [2, 2, 2], [1]]])
def test_no_alpha_without_pairs_or_variation(units: list[list[int]]) -> None:
    assert ordinal_alpha(units) is None


def test_alpha_of_one_disagreement_by_hand() -> None:
    # Units 1 1 and 1 2: o(1,1) = 2, o(1,2) = o(2,1) = 1, so n1 = 3, n2 = 1; both distances are the same, so
    # alpha = 1 - (4 - 1) x 2 / (2 x 3 x 1).
    assert ordinal_alpha([[1, 1], [1, 2]]) == 0


@pytest.mark.parametrize("answers", sorted(VECTORS["rwg_awg_hand_1to5"]))
def test_within_group_agreement_by_hand(answers: str) -> None:
    vector = VECTORS["rwg_awg_hand_1to5"][answers]
    expected = vector.get("rwg", vector.get("rwg_truncated"))
    assert within_group_agreement(json.loads(answers), 5) == Fraction(str(expected))


def test_one_answer_agrees_with_nobody() -> None:
    assert within_group_agreement([3], 5) is None


# --- fulfilment ---


def test_a_rubric_answer_fulfils_every_level_up_to_its_own() -> None:
    result = score(survey(rubric("q", (1, 2, 3, 4)), top=4), [people(a=said(3))])
    assert result["coverage"] == {"2": 1, "3": 1, "4": 0}
    assert result["level"] == 3
    assert result["index"] == pytest.approx(200 / 3)
    assert result["questions"][0]["index"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(("answer", "level"), [(1, 1), (2, 2), (4, 4)])
def test_a_rubric_that_skips_a_level_still_speaks_of_it(answer: int, level: int) -> None:
    result = score(survey(rubric("q", (1, 2, 4)), top=4), [people(a=said(answer))])
    assert result["level"] == level
    assert result["coverage"]["3"] == (1 if answer == 4 else 0)


def test_a_statement_says_nothing_about_other_levels() -> None:
    result = score(survey(statement("q", 3)), [people(a=said("largely"))])
    assert result["coverage"] == {"2": None, "3": 0.75}
    assert result["level"] == 1
    assert result["blocking"] == {"level": 2, "coverage": None, "threshold": 0.7, "gates": []}
    assert result["index"] == 75


def test_an_option_set_gives_the_credits() -> None:
    questionnaire = survey(statement("q", 2, options="extent"), option_sets={"extent": EXTENT})
    assert score(questionnaire, [people(a=said("partly"))])["coverage"]["2"] == 0.25


@pytest.mark.parametrize("answer", ["n/a", "unknown", None, {"note": "why not"}, {"value": None}])
def test_no_value_fulfils_nothing_and_denies_nothing(answer: object) -> None:
    result = score(survey(rubric("q")), [people(a=said(3, answer))])
    assert result["coverage"] == {"2": 1, "3": 1}
    assert result["level"] == 3


@pytest.mark.parametrize(
    "answer", [2, {"value": 2}, {"value": "2", "note": "so"}, {"value": 2, "evidence": "x"}]
)
def test_an_answer_may_be_written_in_several_ways(answer: object) -> None:
    assert score(survey(rubric("q")), [people(a=said(answer))])["level"] == 2


def test_an_options_value_need_not_be_its_level() -> None:
    options = [{"value": 3, "level": 1}, {"value": 2, "level": 2}, {"value": 1, "level": 3}]
    result = score(survey(rubric("q", options=options)), [people(a=said(1))])
    assert result["level"] == 3


def test_nobody_answered_anything() -> None:
    result = score(survey(rubric("q", gate=[2])), [people(a=[{}])])
    assert result["level"] == 1
    assert result["index"] is None
    assert result["coverage"] == {"2": None, "3": None}
    assert result["gates"][0]["status"] == "unanswered"
    assert result["dimensions"] == [
        {"id": "d", "level": 1, "index": None, "coverage": {"2": None, "3": None}, "gap": None}
    ]
    assert result["completeness"] == 0
    assert result["respondents"] == {"total": 1, "by_group": {"a": 1}}


# --- aggregation ---


def test_groups_count_equally_however_many_they_sent() -> None:
    result = score(survey(rubric("q")), [people(a=said(3), b=said(1, 1, 1))])
    assert result["coverage"]["2"] == 0.5


def test_group_weights() -> None:
    groups = [{"id": "a", "weight": 1.5}, {"id": "b", "weight": 0.5}]
    result = score(survey(rubric("q"), groups=groups), [people(a=said(3), b=said(1))])
    assert result["coverage"]["2"] == 0.75


def test_who_names_no_group_is_a_group_of_weight_one() -> None:
    questionnaire = survey(rubric("q"), groups=[{"id": "a", "weight": 2}])
    result = score(questionnaire, [people(a=said(1), nobody=said(3, 3))], min_group=1)
    assert result["coverage"]["2"] == pytest.approx(1 / 3)
    assert result["respondents"] == {"total": 3, "by_group": {"a": 1, "ungrouped": 2}}
    assert result["questions"][0]["counts"] == {"a": {"1": 1}, "ungrouped": {"3": 2}}
    assert set(result["questions"][0]["agreement"]) == {"all", "a", "ungrouped"}


def test_files_of_one_organisation_are_pooled() -> None:
    single = {"respondent": {"group": "a"}, "answers": {"q": 3}}
    anonymous = {"respondent": {"name": "Ada"}, "answers": {"q": 1}}
    votes = room(q={"rounds": [{"b": {3: 1, 1: 1}}]})
    result = score(survey(rubric("q")), [single, anonymous, votes], min_group=1)
    assert result["respondents"] == {"total": 4, "by_group": {"a": 1, "b": 2, "ungrouped": 1}}
    assert result["coverage"]["2"] == 0.5
    assert result["completeness"] == 1


def test_the_people_of_a_workshop_are_the_most_hands_on_any_question() -> None:
    one = room(q={"rounds": [{"a": {1: 2}, "b": {1: 1}}]}, r={"rounds": [{"a": {1: 1}, "b": {1: 1, 2: 2}}]})
    two = room(r={"rounds": [{"a": {"unknown": 1}}]})
    result = score(survey(rubric("q"), rubric("r")), [one, two])
    assert result["respondents"] == {"total": 6, "by_group": {"a": 3, "b": 3}}


def test_only_the_last_round_of_a_workshop_counts() -> None:
    votes = room(q={"rounds": [{"a": {1: 5}, "b": {1: 5}}, {"a": {3: 1, 1: 0}}]})
    result = score(survey(rubric("q")), [votes])
    assert result["level"] == 3
    assert result["questions"][0]["counts"] == {"a": {"3": 1}}
    assert result["respondents"] == {"total": 1, "by_group": {"a": 1}}


def test_what_the_room_agreed_stands_for_all() -> None:
    votes = room(q={"rounds": [{"a": {3: 4}, "b": {3: 2}}], "agreed": 2})
    result = score(survey(rubric("q")), [votes, people(c=said(1))], min_group=1)
    assert result["coverage"] == {"2": 1, "3": 0}
    assert result["questions"][0]["gap"] == 0
    assert result["questions"][0]["counts"] == {"a": {"3": 4}, "b": {"3": 2}, "c": {"1": 1}}


@pytest.mark.parametrize(("agreed", "status"), [("n/a", "unanswered"), ("unknown", "fails")])
def test_a_room_that_agreed_on_no_value_has_none(agreed: str, status: str) -> None:
    votes = room(q={"rounds": [{"a": {3: 4}}], "agreed": agreed})
    result = score(survey(rubric("q", gate=[2]), rubric("r")), [votes, {"answers": {"r": 3}}])
    assert result["questions"][0]["index"] is None
    assert result["coverage"] == {"2": 1, "3": 1}
    assert result["gates"] == [{"question": "q", "level": 2, "status": status}]
    assert result["level"] == 1


def test_workshops_that_agreed_differently_are_no_case_of_the_contract() -> None:
    two, three = (room(q={"rounds": [], "agreed": agreed}) for agreed in (2, 3))
    assert score(survey(rubric("q")), [two, two])["level"] == 2
    with pytest.raises(ValueError, match="agreed differently on q"):
        score(survey(rubric("q")), [two, three])


# --- coverage and index ---


def test_weights_of_questions_and_dimensions() -> None:
    questionnaire = survey(
        rubric("q", weight=3),
        rubric("r"),
        rubric("s", dimension="e"),
        statement("t", 3, dimension="f", weight=9),
        dimensions=[{"id": "d"}, {"id": "e", "weight": 0.5}, {"id": "f", "weight": 2.5}],
    )
    result = score(questionnaire, [people(a=[{"q": 2, "r": 3, "s": 1, "t": "partly"}])])
    # d: level 2 all, level 3 one quarter. e: none. f speaks of level 3 only.
    assert result["coverage"]["2"] == pytest.approx(1 / 1.5)
    assert result["coverage"]["3"] == pytest.approx((0.25 + 0.5 * 0 + 2.5 * 0.25) / 4)
    assert [one["index"] for one in result["dimensions"]] == [62.5, 0, 25]
    assert result["index"] == pytest.approx(100 * (0.625 + 2.5 * 0.25) / 4)


# --- gates ---


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ({"a": said(2, 1), "b": said(2)}, "passes"),  # exactly half of a
        ({"a": said(2, 1, 1), "b": said(2)}, "contested"),
        ({"a": said(2, 1, "unknown"), "b": said(2)}, "contested"),
        ({"a": said(2, "unknown"), "b": said(2)}, "passes"),
        ({"a": said(2), "b": said("unknown")}, "contested"),
        ({"a": said(2), "nobody": said(1)}, "contested"),
        ({"a": said(1), "b": said(2, 1, 1)}, "fails"),
        ({"a": said("unknown")}, "fails"),
        ({"a": said(2), "b": said(None)}, "passes"),
        ({"a": said(None), "b": []}, "unanswered"),
    ],
)
def test_status_of_a_gate(answers: dict[str, list[Document]], status: str) -> None:
    result = score(survey(rubric("q", gate=[2])), [people(**answers)], min_group=1)
    assert result["gates"] == [{"question": "q", "level": 2, "status": status}]


@pytest.mark.parametrize("status", ["contested", "fails", "unanswered"])
def test_only_a_gate_that_passes_lets_the_level_through(status: str) -> None:
    answer = {"contested": {"a": [{"q": 2}], "b": [{"q": 1}]}, "fails": {"a": [{"q": 1}]}, "unanswered": {}}
    others = [{f"r{n}": 3 for n in range(20)}]
    questionnaire = survey(rubric("q", gate=[2]), *(rubric(f"r{n}") for n in range(20)))
    result = score(questionnaire, [people(**answer[status], c=others)], min_group=1)
    assert result["gates"][0]["status"] == status
    assert result["coverage"]["2"] > 0.9
    assert result["level"] == 1
    assert result["blocking"]["gates"] == ["q"]
    assert result["dimensions"][0]["level"] == 1


def test_a_gate_at_several_levels() -> None:
    questionnaire = survey(rubric("q", gate=[3, 2]), rubric("r", weight=9))
    result = score(questionnaire, [people(a=[{"q": 2, "r": 3}])])
    assert result["gates"] == [
        {"question": "q", "level": 2, "status": "passes"},
        {"question": "q", "level": 3, "status": "fails"},
    ]
    assert result["level"] == 2
    assert result["blocking"] == {"level": 3, "coverage": 0.9, "threshold": 0.7, "gates": ["q"]}
    lowest = score(questionnaire, [people(a=[{"q": 1, "r": 3}])])
    assert lowest["blocking"] == {"level": 2, "coverage": 0.9, "threshold": 0.7, "gates": ["q"]}


@pytest.mark.parametrize(("answer", "status"), [("largely", "passes"), ("partly", "fails")])
def test_a_gate_on_a_statement_needs_half_the_credit(answer: str, status: str) -> None:
    result = score(survey(statement("q", 2, gate=[2])), [people(a=said(answer))])
    assert result["gates"][0]["status"] == status


@pytest.mark.parametrize(("agreed", "status"), [(2, "passes"), (1, "fails")])
def test_what_the_room_agreed_decides_its_gate(agreed: int, status: str) -> None:
    votes = room(q={"rounds": [{"a": {3 - agreed: 3}, "b": {3 - agreed: 3}}], "agreed": agreed})
    assert score(survey(rubric("q", gate=[2])), [votes])["gates"][0]["status"] == status


def test_a_gate_in_one_dimension_leaves_the_others_alone() -> None:
    questionnaire = survey(rubric("q", gate=[2]), rubric("r"), rubric("s", dimension="e"))
    result = score(questionnaire, [people(a=[{"q": 1, "r": 3, "s": 3}])])
    assert [one["level"] for one in result["dimensions"]] == [1, 3]


# --- level ---


def test_thresholds_by_level_and_no_level_without_those_below() -> None:
    placement = {"method": "staged", "threshold": {2: 0.9, "3": 0.1}}
    questionnaire = survey(rubric("q"), rubric("r"), placement=placement)
    result = score(questionnaire, [people(a=[{"q": 3, "r": 1}])])
    assert result["thresholds"] == {"2": 0.9, "3": 0.1}
    assert result["level"] == 1
    assert score(questionnaire, [people(a=[{"q": 3, "r": 2}])])["level"] == 3


@pytest.mark.parametrize(("excess", "level"), [("0.5000000009", 2), ("0.5000000011", 1)])
def test_comparisons_tolerate_a_billionth(excess: str, level: int) -> None:
    staged = {"method": "staged", "threshold": float(excess)}
    questionnaire = survey(rubric("q", (1, 2)), rubric("r", (1, 2)), top=2, placement=staged)
    assert score(questionnaire, [people(a=[{"q": 2, "r": 1}])])["level"] == level
    bands = {"method": "bands", "cutoffs": [50 + (float(excess) - 0.5)]}
    assert score(questionnaire | {"placement": bands}, [people(a=[{"q": 2, "r": 1}])])["level"] == level


def test_a_tenth_is_a_tenth() -> None:
    options = [{"value": n, "credit": n / 10} for n in range(11)]
    questionnaire = survey(
        *(statement(f"q{n}", 2, options=options) for n in (1, 2, 3)),
        top=2,
        placement={"method": "staged", "threshold": 0.2},
    )
    files = [people(a=[{"q1": 1, "q2": 2, "q3": 3}])]
    assert _read(questionnaire, files).coverage(2) == Fraction(1, 5)
    assert score(questionnaire, files)["coverage"] == {"2": 0.2}


def test_the_top_has_nothing_to_block() -> None:
    result = score(survey(rubric("q")), [people(a=said(3))])
    assert (result["level"], result["level_id"], result["blocking"]) == (3, "step-3", None)


def test_bands_place_by_the_index_alone() -> None:
    questionnaire = survey(
        rubric("q", gate=[2], weight=3),
        rubric("r", dimension="e"),
        dimensions=[{"id": "d", "weight": 3}, {"id": "e"}],
        placement={"method": "bands", "cutoffs": [25, 80]},
    )
    result = score(questionnaire, [people(a=[{"q": 1, "r": 3}])])
    assert result["index"] == 25
    assert result["level"] == 2
    assert [one["level"] for one in result["dimensions"]] == [1, 3]
    assert result["thresholds"] == {}
    assert result["gates"][0]["status"] == "fails"
    assert result["blocking"] == {
        "level": 3,
        "coverage": 0.25,
        "threshold": None,
        "gates": [],
        "index": 25,
        "cutoff": 80,
    }


def test_bands_without_answers_are_the_lowest() -> None:
    questionnaire = survey(rubric("q"), placement={"method": "bands", "cutoffs": [0, 50]})
    assert score(questionnaire, [people(a=[{}])])["level"] == 1
    assert score(questionnaire, [people(a=said(1))])["level"] == 2


# --- completeness ---


def test_completeness_counts_values_and_what_does_not_apply() -> None:
    questionnaire = survey(*(rubric(name) for name in "qrstu"))
    answers: list[Document] = [{"q": 1, "r": "n/a", "s": 2, "t": 3, "u": {"value": 1}}]
    full = score(questionnaire, [people(a=answers)])
    assert (full["completeness"], full["provisional"]) == (1, False)
    edge = score(questionnaire, [people(a=[answers[0] | {"u": "unknown"}])])
    assert (edge["completeness"], edge["provisional"]) == (0.8, False)
    below = score(questionnaire, [people(a=[answers[0] | {"u": "unknown", "t": None}])])
    assert (below["completeness"], below["provisional"]) == (0.6, True)


def test_a_workshop_counts_one_pair_a_question() -> None:
    questionnaire = survey(*(rubric(name) for name in "qrstu"))
    votes = room(
        q={"rounds": [{"a": {1: 9}}]},
        r={"rounds": [{"a": {"unknown": 9}}], "agreed": 2},
        s={"rounds": [{"a": {"n/a": 1}}]},
        t={"rounds": [{"a": {"unknown": 2, 1: 0}}]},
        u={"parked": True},
    )
    assert score(questionnaire, [votes])["completeness"] == 4 / 5
    together = score(questionnaire, [votes, people(b=[{"q": 1}])])
    assert together["completeness"] == 5 / 10


# --- between the functions ---


def test_gaps_are_in_levels_and_positive_where_the_first_sees_it_higher() -> None:
    questionnaire = survey(rubric("q", weight=3), statement("r", 2), compare=["b", "a"])
    file = people(a=[{"q": 3, "r": "none"}, {"q": 2}], b=[{"q": 1, "r": "largely"}], c=[{"q": 3}])
    result = score(questionnaire, [file], min_group=1)
    gaps = [one["gap"] for one in result["questions"]]
    assert gaps == [(0 - 0.75) * 2, 0.75 * 2]
    assert result["dimensions"][0]["gap"] == (3 * -1.5 + 1.5) / 4
    assert [one["cliffs_delta"] for one in result["questions"]] == [-1, None]


def test_no_gap_where_one_of_the_two_gave_no_value() -> None:
    questionnaire = survey(rubric("q"), rubric("r"))
    result = score(questionnaire, [people(a=[{"q": 3, "r": 3}], b=[{"q": "unknown", "r": 2}])], min_group=1)
    assert [one["gap"] for one in result["questions"]] == [None, 1]
    assert result["dimensions"][0]["gap"] == 1


def test_no_gap_where_nobody_is_compared() -> None:
    questionnaire = survey(rubric("q"), groups=[{"id": "a"}])
    del questionnaire["compare"]
    result = score(questionnaire, [people(a=said(1, 2, 3))])
    assert (result["questions"][0]["gap"], result["questions"][0]["cliffs_delta"]) == (None, None)


def test_cliffs_delta_counts_pairs() -> None:
    result = score(survey(rubric("q")), [people(a=said(3, 2, 1, "n/a"), b=said(2, 2))], min_group=1)
    assert result["questions"][0]["cliffs_delta"] == 0
    result = score(survey(rubric("q")), [people(a=said(3, 2), b=said(2, 1))], min_group=1)
    assert result["questions"][0]["cliffs_delta"] == 3 / 4


# --- agreement ---


def test_agreement_is_of_levels_and_of_the_options_there_are() -> None:
    options = [{"value": "x", "level": 1}, {"value": "y", "level": 2}, {"value": "z", "level": 5}]
    questionnaire = survey(rubric("q", options=options), top=5)
    result = score(questionnaire, [people(a=said("x", "y", "unknown"), b=said("z"))], min_group=1)
    # Three options: an even spread has variance 8/12. 1 and 2: 1/2. 1, 2 and 5: 13/3, cut at 0.
    agreement = result["questions"][0]["agreement"]
    assert agreement == {"all": 0, "a": pytest.approx(0.25), "b": None, "c": None}


def test_alpha_leaves_statements_out() -> None:
    questionnaire = survey(rubric("q"), rubric("r"), statement("s", 2))
    answers: list[Document] = [{"q": 1, "r": 1, "s": "none"}, {"q": 1, "r": 2, "s": "fully"}]
    assert score(questionnaire, [people(a=answers)])["alpha"] == 0


# --- one step ---


def test_one_step_changes_every_answer_to_its_neighbours() -> None:
    result = score(survey(rubric("q")), [people(a=said(2))])
    assert result["confidence"]["one_step"] == {
        "changes": 2,
        "up": 1,
        "down": 1,
        "questions": ["q"],
        "verdict": "borderline",
    }


def test_one_step_at_the_ends_and_past_skipped_levels() -> None:
    questionnaire = survey(rubric("q", (1, 2, 5)), rubric("r", (1, 5), weight=0.1), top=5)
    result = score(questionnaire, [people(a=[{"q": 2, "r": 5}])])
    # q goes to 1 or to 5, r to 1 and moves nothing: one eleventh of the weight.
    assert result["level"] == 2
    assert result["confidence"]["one_step"] == {
        "changes": 3,
        "up": 1,
        "down": 1,
        "questions": ["q"],
        "verdict": "borderline",
    }


def test_one_step_of_a_statement_follows_the_credit() -> None:
    none, partly, largely, fully = EXTENT
    questionnaire = survey(statement("q", 2, options=[none, fully, partly, largely]), top=2)
    result = score(questionnaire, [people(a=said("partly"))])
    assert result["confidence"]["one_step"]["up"] == 1
    assert result["confidence"]["one_step"]["changes"] == 2


@pytest.mark.parametrize("answer", ["n/a", "unknown", None])
def test_no_value_takes_no_step(answer: object) -> None:
    result = score(survey(rubric("q")), [people(a=said(answer))])
    assert result["confidence"]["one_step"]["changes"] == 0
    assert result["confidence"]["one_step"]["verdict"] == "stable"


def test_one_step_of_what_the_room_agreed_in_place_of_its_votes() -> None:
    votes = room(q={"rounds": [{"a": {3: 2, 1: 2}}], "agreed": 3}, r={"rounds": [{"a": {3: 2}}]})
    result = score(survey(rubric("q"), rubric("r")), [votes, people(a=said(1))], min_group=1)
    # q: 3 to 2. r: each of the two hands from 3 to 2.
    assert result["confidence"]["one_step"]["changes"] == 3


def test_questions_that_move_the_level_come_in_the_questionnaires_order() -> None:
    result = score(survey(rubric("r"), rubric("q")), [people(a=[{"q": 2, "r": 2}])])
    assert result["confidence"]["one_step"]["questions"] == ["r", "q"]
    assert result["confidence"]["one_step"]["down"] == 2
    assert result["confidence"]["one_step"]["up"] == 0


# --- small groups ---


def small_group_result(min_group: int | None = None, **answers: list[Document]) -> Document:
    return score(survey(rubric("q"), privacy={"min_group": 2}), [people(**answers)], min_group=min_group)


def test_a_small_group_and_what_would_give_it_away_are_withheld() -> None:
    result = small_group_result(a=said(3), b=said(1, 1), c=said(2, 2))
    assert result["suppressed_groups"] == ["a"]
    question = result["questions"][0]
    assert question["counts"] == {"b": {"1": 2}, "c": {"2": 2}}
    assert question["agreement"] == {"all": None, "a": None, "b": 1, "c": 1}
    assert (question["index"], question["gap"], question["cliffs_delta"]) == (None, None, None)
    assert result["dimensions"] == [{"id": "d", "level": None, "index": None, "coverage": None, "gap": None}]
    assert result["index"] == 50
    assert result["coverage"] == {"2": pytest.approx(2 / 3), "3": pytest.approx(1 / 3)}
    assert result["respondents"]["by_group"] == {"a": 1, "b": 2, "c": 2}


def test_the_agreement_of_a_hidden_group_is_hidden() -> None:
    result = small_group_result(3, a=said(3, 3), b=said(1, 1, 1))
    assert result["questions"][0]["agreement"] == {"all": None, "a": None, "b": 1, "c": None}


def test_hidden_groups_that_are_many_enough_together_hide_in_the_whole() -> None:
    result = small_group_result(a=said(3), nobody=said(1), c=said(2, 2))
    assert result["suppressed_groups"] == ["a", "ungrouped"]
    question = result["questions"][0]
    assert question["counts"] == {"c": {"2": 2}}
    assert question["index"] == 0.5
    assert question["agreement"]["all"] == 0
    assert question["agreement"]["a"] is None
    assert result["dimensions"][0]["level"] == 1


def test_the_gap_of_two_shown_groups_stays() -> None:
    result = small_group_result(a=said(3, 3), b=said(1, 1), c=said(2))
    assert result["suppressed_groups"] == ["c"]
    assert result["questions"][0]["gap"] == 2
    assert result["questions"][0]["index"] is None
    assert result["dimensions"][0] == {"id": "d", "level": None, "index": None, "coverage": None, "gap": 2}


def test_a_group_alone_is_not_hidden() -> None:
    result = small_group_result(a=said(3))
    assert result["suppressed_groups"] == []
    assert result["questions"][0]["counts"] == {"a": {"3": 1}}


@pytest.mark.parametrize(("min_group", "hidden"), [(None, ["b"]), (1, []), (3, ["a", "b"])])
def test_a_minimum_asked_for_overrides_the_questionnaires(min_group: int | None, hidden: list[str]) -> None:
    assert small_group_result(min_group, a=said(3, 3), b=said(3))["suppressed_groups"] == hidden


def test_the_minimum_is_three_where_none_is_set() -> None:
    file = people(a=said(1, 1, 1), b=said(1, 1))
    assert score(survey(rubric("q")), [file])["suppressed_groups"] == ["b"]


def test_a_show_of_hands_is_open() -> None:
    votes = room(q={"rounds": [{"a": {3: 1}, "b": {1: 1}}]})
    alone = score(survey(rubric("q")), [votes])
    assert alone["suppressed_groups"] == []
    assert alone["questions"][0]["gap"] == 2
    joined = score(survey(rubric("q")), [votes, people(c=said(2))])
    assert joined["suppressed_groups"] == ["c"]
    assert joined["questions"][0]["counts"] == {"a": {"3": 1}, "b": {"1": 1}}


# --- properties that always hold ---


@st.composite
def cases(draw: st.DrawFn) -> tuple[Document, list[Document]]:
    questionnaire = draw(questionnaires())
    return questionnaire, draw(answer_sets_for(questionnaire))


@settings(max_examples=40, deadline=None)
@given(case=cases())
def test_raising_an_answer_never_lowers_anything(case: tuple[Document, list[Document]]) -> None:
    now = _read(*case)
    for _, changed in now.one_step_changes():
        low, high = sorted((now, changed), key=lambda one: one.index() or 0)
        assert low.level() <= high.level()
        assert all((low.coverage(level) or 0) <= (high.coverage(level) or 0) for level in low.levels)


@settings(max_examples=40, deadline=None)
@given(case=cases())
def test_the_order_of_files_respondents_and_answers_changes_nothing(
    case: tuple[Document, list[Document]],
) -> None:
    questionnaire, files = case
    turned = []
    for file in reversed(files):
        turned.append(dict(reversed(file.items())))
        for key in ("answers", "workshop"):
            if key in file:
                turned[-1][key] = dict(reversed(file[key].items()))
        if "respondents" in file:
            turned[-1]["respondents"] = file["respondents"][::-1]
    assert score(questionnaire, turned) == score(questionnaire, files)


@settings(max_examples=40, deadline=None)
@given(case=cases())
def test_a_copy_of_every_respondent_changes_only_what_depends_on_their_number(
    case: tuple[Document, list[Document]],
) -> None:
    questionnaire, files = case
    once, twice = (score(questionnaire, files * times, min_group=1) for times in (1, 2))
    for key in ("level", "index", "completeness", "coverage", "gates", "blocking", "dimensions"):
        assert once[key] == twice[key]
    for one, two in zip(once["questions"], twice["questions"], strict=True):
        for key in ("index", "gap", "cliffs_delta"):
            assert one[key] == two[key]
