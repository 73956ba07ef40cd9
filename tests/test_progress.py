"""What changed between waves: worked by hand, and the properties that any comparison must have."""

from __future__ import annotations

import copy
import datetime as dt
import io
import json
import random
import string
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from alignment_maturity.assessment import assess
from alignment_maturity.cli.progress_screen import show
from alignment_maturity.encoding import Encoding
from alignment_maturity.language import LANGUAGES, Lang, Phrase
from alignment_maturity.language import progress as words
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.phrasing import differences as told_differences
from alignment_maturity.phrasing import progress as phrasing
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.progress import Caution, Change, Facet, Progress, progress
from alignment_maturity.progress.differences import differences
from alignment_maturity.progress.document import as_document
from alignment_maturity.result import Assessment, GateStatus
from alignment_maturity.store.answer_sets import read_waves
from alignment_maturity.store.builtin import examples
from alignment_maturity.store.questionnaires import read_questionnaire
from oracle.documents import answer_sets_for, questionnaires, random_case
from scoring import START, assessed

MINI = Path(__file__).parent / "examples" / "contract" / "mini.yaml"
Document = dict[str, Any]


@pytest.fixture(scope="module")
def mini() -> Document:
    return read_questionnaire(MINI).questionnaire.as_document()


def wave(questionnaire: Document, *people: Document, min_group: int = 1, **head: Any) -> Assessment:
    """Assess people, each given as answers by question with a group."""
    respondents = [
        {"group": person.get("group"), "answers": {k: v for k, v in person.items() if k != "group"}}
        for person in people
    ]
    file = {
        "format": 1,
        "questionnaire": questionnaire["id"],
        "questionnaire_version": questionnaire["version"],
        "organisation": "Rossi Componenti",
        "respondents": respondents,
        **head,
    }
    return assessed(questionnaire, [file], min_group=min_group)


def answers(group: str, *values: int | str) -> Document:
    names = ("personas", "goals", "lead-definition", "exchange", "sla")
    return {"group": group, **dict(zip(names, values, strict=True))}


@pytest.fixture(scope="module")
def two(mini: Document) -> Progress:
    """A pair of waves small enough to be worked by hand.

    Before, with A at levels 2 to 5: personas .5 0 0 0, goals 0, lead-definition .5 .5 0 0, the rest 0; so the
    index is 100 x (1 x (0.125 x 1 + 0 x 3) / 4 + 2 x (0.25 + 0 + 0) / 3) / 3 = 6.5972.
    After: personas 1 0 0 0, goals 1 .5 0 0, lead-definition 1 .5 .5 0, exchange 1 0 0 0, sla 0; so it is
    100 x (1 x (0.25 x 1 + 0.375 x 3) / 4 + 2 x (0.5 + 0.25 + 0) / 3) / 3 = 28.125.
    """
    before = wave(
        mini,
        answers("marketing", 2, 1, 3, 1, "none"),
        answers("sales", 1, 1, 1, 1, "none"),
        date="2026-11-21",
        wave="2026-H2",
    )
    after = wave(
        mini,
        answers("marketing", 2, 3, 4, 2, "none"),
        answers("sales", 2, 2, 2, 2, "none"),
        date="2027-05-21",
        wave="2027-H1",
    )
    return progress([before, after])


def test_the_figures_worked_by_hand(two: Progress) -> None:
    """A consultant who checks one figure with pencil and paper must find the same."""
    assert two.level == Change(1, 2)
    assert two.index.before == pytest.approx(100 * (0.125 / 4 + 2 * 0.25 / 3) / 3)
    assert two.index.after == pytest.approx(28.125)
    assert two.index.difference == pytest.approx(28.125 - 6.597222222)
    assert {level: (change.before, change.after) for level, change in two.coverage.items()} == {
        2: (pytest.approx((0.125 + 2 * 0.25) / 3), pytest.approx(1.0)),
        3: (pytest.approx((0 + 2 * 0.5 / 3) / 3), pytest.approx((0.375 + 2 * 0.5 / 3) / 3)),
        4: (0, pytest.approx((0 + 2 * 0.5 / 2) / 3)),
        5: (0, 0),
    }
    assert two.like_for_like is None
    assert not two.differences.found
    assert two.cautions == ()


def test_gates_and_disagreements_worked_by_hand(two: Progress) -> None:
    """Who ceased to disagree, and who began to, is what the next meeting is about."""
    changed = [
        (gate.question, gate.level, gate.status_before, gate.status_after) for gate in two.gates_changed
    ]
    assert changed == [("personas", 2, GateStatus.CONTESTED, GateStatus.PASSES)]
    assert [gate.question for gate in two.gates] == ["personas", "lead-definition"]
    # personas: from 1 level apart to 0; goals: from 0 to (0.5 - 0.25) x 4 = 1; lead-definition stays at 2.
    (resolved,), (arisen,) = two.resolved, two.arisen
    assert (resolved.question, resolved.gap) == ("personas", Change(1.0, 0.0))
    assert [gate.level for gate in resolved.gates] == [2]
    assert (arisen.question, arisen.gates, arisen.gap) == ("goals", (), Change(0.0, 1.0))


def test_questions_dimensions_and_groups_worked_by_hand(two: Progress) -> None:
    """Largest first, in levels of the scale; ties as in the questionnaire."""
    assert [(change.id, change.level.before, change.level.after) for change in two.risen] == [
        ("goals", 1.0, 2.5),
        ("lead-definition", 2.0, 3.0),
        ("exchange", 1.0, 2.0),
        ("personas", 1.5, 2.0),
    ]
    assert two.fallen == ()
    strategy, leads = two.dimensions
    assert strategy.index.after == pytest.approx(34.375)
    assert (leads.index.before, leads.index.after) == pytest.approx((100 * 0.25 / 3, 25.0))
    assert strategy.level == Change(1, 2)
    assert strategy.by_group["marketing"].after == pytest.approx(100 * (0.25 + 3 * 0.5) / 4)
    assert strategy.by_group["sales"].after == pytest.approx(25.0)
    assert strategy.gap.after == pytest.approx((0 * 1 + 1 * 3) / 4)
    assert two.by_group["sales"].before == 0
    assert two.questions[0].by_group["marketing"] == Change(2.0, 2.0)
    assert strategy.same_questions


def test_actions_done_planned_and_open(two: Progress) -> None:
    """What was promised, what was done, and what was done without being promised."""
    assert [step.action.id for step in two.before.plan.steps] == ["define-personas"]
    assert [(done.action.id, done.planned) for done in two.actions.done] == [
        ("define-personas", True),
        ("joint-targets", False),
    ]
    assert two.actions.undone == two.actions.still_open == two.actions.not_compared == ()
    back = progress([two.after, two.before]).actions
    assert [action.id for action in back.undone] == ["define-personas", "joint-targets"]
    planned = [step.action.id for step in two.after.plan.steps]
    assert [action.id for action in back.still_open] == planned
    assert "two-way-data" in planned


def test_the_trend_over_three_waves(two: Progress, mini: Document) -> None:
    middle = wave(mini, answers("marketing", 2, 2, 2, 2, "fully"), date="2027-02-01", wave="2027-Q1")
    three = progress([two.before, middle, two.after])
    assert (three.before, three.after) == (middle, two.after)
    assert [(point.wave, point.level, point.top, point.respondents) for point in three.trend] == [
        ("2026-H2", 1, 5, 2),
        ("2027-Q1", middle.level, 5, 1),
        ("2027-H1", 2, 5, 2),
    ]
    assert [point.index for point in three.trend] == [two.before.index, middle.index, two.after.index]
    assert all(point.like_for_like is None for point in three.trend)
    assert three.trend[0].dimensions == {"strategy": 3.125, "leads": pytest.approx(100 * 0.25 / 3)}
    assert three.trend[1].date == dt.date(2027, 2, 1)


def test_fewer_than_two_waves_or_two_organisations_are_no_comparison(two: Progress) -> None:
    with pytest.raises(ValueError, match="two or more"):
        progress([two.after])
    with pytest.raises(ValueError, match="one organisation"):
        progress([two.before, replace(two.after, organisation="Bianchi")])


@pytest.mark.parametrize(
    ("dates", "names", "expected"),
    [
        ((dt.date(2026, 1, 1), dt.date(2027, 1, 1)), ("a", "b"), ()),
        ((dt.date(2026, 1, 1), dt.date(2026, 1, 1)), (None, None), ()),
        ((dt.date(2027, 1, 1), dt.date(2026, 1, 1)), ("a", "b"), (Caution.NEW_IS_OLDER,)),
        ((None, dt.date(2026, 1, 1)), ("a", "b"), (Caution.NO_DATE,)),
        ((None, None), ("a", "a"), (Caution.NO_DATE, Caution.SAME_NAME)),
    ],
)
def test_waves_that_may_not_be_what_they_are_taken_for(
    two: Progress, dates: Sequence[Any], names: Sequence[Any], expected: tuple[Caution, ...]
) -> None:
    """Files the wrong way round would show a decline where there was progress."""
    pairs = zip((two.before, two.after), dates, names, strict=True)
    found = progress([replace(result, date=date, wave=name) for result, date, name in pairs])
    assert found.cautions == expected
    for lang in LANGUAGES:
        assert len(phrasing.cautions(found, lang)) == len(expected)


def test_a_question_answered_in_one_wave_only_moves_no_index(mini: Document) -> None:
    """The first answers to a hard question would look like a decline."""
    before = wave(mini, answers("marketing", 3, 3, 3, "unknown", "fully"))
    after = wave(mini, answers("marketing", 3, 3, 3, 1, "fully"))
    found = progress([before, after])
    assert found.index.fell
    assert found.like_for_like is not None
    same = found.like_for_like.index
    assert (same.before, same.after) == pytest.approx((before.index, before.index))
    assert "exchange" not in found.like_for_like.questions
    assert [point.like_for_like for point in found.trend] == [same.before, same.after]
    assert phrasing.like_for_like(found.like_for_like, "en").endswith("the index stays at 67.")
    assert phrasing.not_compared(found, "it") == (
        "Non confrontata, perché in una delle due rilevazioni non ha risposte: «Data exchange».",
    )


# --- a questionnaire that changed ---


def changed(questionnaire: Document, change: Callable[[Document], object]) -> Document:
    document = copy.deepcopy(questionnaire)
    document["version"] = "2.0"
    change(document)
    return document


def question(document: Document, name: str) -> Document:
    found: Document = next(entry for entry in document["questions"] if entry["id"] == name)
    return found


def across(mini: Document, change: Callable[[Document], object]) -> Progress:
    """Compare a wave under `mini` with one under the changed questionnaire; everybody's answers rise."""
    new = changed(mini, change)
    known = {entry["id"] for entry in new["questions"]}
    before = wave(mini, answers("marketing", 2, 2, 2, 2, "none"), answers("sales", 2, 1, 2, 1, "none"))
    later = [answers("marketing", 3, 3, 3, 3, "fully"), answers("sales", 2, 2, 3, 2, "partly")]
    kept = [{k: v for k, v in person.items() if k in known or k == "group"} for person in later]
    return progress([before, wave(new, *kept)])


def test_a_question_left_out(mini: Document) -> None:
    """An index that moved because a question went is no progress: the common questions tell."""

    def leave_out(document: Document) -> None:
        document["questions"].remove(question(document, "exchange"))
        document["actions"] = [action for action in document["actions"] if action["id"] != "two-way-data"]
        document["transitions"][1]["actions"] = []

    found = across(mini, leave_out)
    assert found.differences.questions_removed == ("exchange",)
    assert not any((found.differences.questions_added, found.differences.questions_changed))
    assert [change.id for change in found.questions] == ["personas", "goals", "lead-definition", "sla"]
    assert found.like_for_like is not None
    assert found.like_for_like.questions == ("personas", "goals", "lead-definition", "sla")
    # Before: strategy (0.25 x 1 + 0.125 x 3) / 4; leads (0.25 + 0) / 2, without exchange.
    strategy, leads = (0.25 + 0.125 * 3) / 4, 0.25 / 2
    assert found.like_for_like.index.before == pytest.approx(100 * (strategy + 2 * leads) / 3)
    assert found.like_for_like.index.after == pytest.approx(found.index.after)
    assert [dimension.same_questions for dimension in found.dimensions] == [True, False]
    assert [action.id for action in found.actions.not_compared] == ["two-way-data"]
    assert [point.like_for_like for point in found.trend] == [
        found.like_for_like.index.before,
        found.like_for_like.index.after,
    ]


def test_a_question_added_is_no_answer_of_the_earlier_wave(mini: Document) -> None:
    def add(document: Document) -> None:
        document["questions"].append({**question(document, "exchange"), "id": "meetings", "name": "Meetings"})

    found = across(mini, add)
    assert found.differences.questions_added == ("meetings",)
    assert "meetings" not in [change.id for change in found.questions]
    assert found.like_for_like is not None
    assert found.like_for_like.index.after == pytest.approx(found.index.after)  # nobody answered it yet
    assert "“Meetings”" in " ".join(phrasing.not_compared(found, "en"))


@pytest.mark.parametrize(
    ("name", "change", "facet"),
    [
        ("goals", lambda q: q["options"][3].update(level=4), Facet.OPTIONS),
        ("goals", lambda q: q["options"][1].update(text="An ambition on paper"), Facet.OPTION_TEXTS),
        ("exchange", lambda q: q["options"].pop(), Facet.OPTIONS),
        ("sla", lambda q: q.update(level=2), Facet.LEVEL),
        ("sla", lambda q: q.update(options=[{"value": v, "credit": c, "text": v} for v, c in
                                            (("none", 0), ("partly", 0.5), ("fully", 1))]), Facet.OPTIONS),
        ("exchange", lambda q: q.update(kind="statement", level=4, options="extent"), Facet.KIND),
    ],
)  # fmt: skip
def test_a_question_whose_answers_mean_something_else_is_not_compared(
    mini: Document, name: str, change: Callable[[Document], object], facet: Facet
) -> None:
    """The same answer, under other options, is another answer."""
    new = changed(mini, lambda document: change(question(document, name)))
    found = differences(Questionnaire.model_validate(mini), Questionnaire.model_validate(new))
    assert [(each.question, each.facets) for each in found.questions_changed] == [(name, (facet,))]
    assert name not in found.common
    assert len(found.common) == 4
    assert found.index_made_differently


def test_another_wording_or_another_name_for_an_option_is_compared(mini: Document) -> None:
    def reword(document: Document) -> None:
        question(document, "goals")["text"] = {"en": "How far do the goals agree?"}
        question(document, "personas")["options"][0]["value"] = "none"
        document["languages"] = ["en", "it"]

    new = changed(mini, reword)
    found = differences(Questionnaire.model_validate(mini), Questionnaire.model_validate(new))
    assert found.reworded == ("goals",)
    assert found.questions_changed == ()
    assert len(found.common) == 5
    assert not found.index_made_differently


def test_a_translation_added_is_no_other_wording() -> None:
    before, _ = random_case(3)
    after = copy.deepcopy(before)
    for entry in after["questions"]:
        text = entry["text"]
        entry["text"] = {"en": text if isinstance(text, str) else text["en"], "it": "Come va?"}
    found = differences(Questionnaire.model_validate(before), Questionnaire.model_validate(after))
    assert found.reworded == ()


@pytest.mark.parametrize(
    ("change", "attribute", "expected", "said"),
    [
        (lambda d: d.update(placement={"method": "staged", "threshold": 0.6}), "thresholds",
         dict.fromkeys((2, 3, 4, 5), (0.7, 0.6)), "The threshold of every level changed (70% → 60%)."),
        (lambda d: d.update(placement={"method": "staged", "threshold": {2: 0.7, 3: 0.8, 4: 0.7, 5: 0.7}}),
         "thresholds", {3: (0.7, 0.8)}, "One threshold changed: level 3 (70% → 80%)."),
        (lambda d: d.update(placement={"method": "bands", "cutoffs": [20, 40, 60, 80]}), "methods",
         ("staged", "bands"), "now it goes by the index"),
        (lambda d: question(d, "personas").update(gate=[]), "gates_removed", (("personas", 2),),
         "No longer a gate: “Buyer personas” (level 2)."),
        (lambda d: question(d, "goals").update(gate=[3], allow_na=False), "gates_added", (("goals", 3),),
         "New gate: “Goals” (level 3)."),
        (lambda d: d["scale"][2].update(id="something-else"), "levels", (3,),
         "Level 3 of the scale now stands for something else."),
    ],
)  # fmt: skip
def test_rules_that_changed_are_told_because_they_move_the_level(
    mini: Document, change: Callable[[Document], object], attribute: str, expected: object, said: str
) -> None:
    """A level gained by a lower threshold is no progress, and nobody must sell it as such."""
    found = across(mini, change)
    assert getattr(found.differences, attribute) == expected
    assert found.differences.rules_changed
    told = " ".join(phrasing.not_compared(found, "en"))
    assert said in told
    assert "This alone can change the level" in told
    assert found.cautions == (Caution.OTHER_RULES, Caution.NO_DATE)
    assert phrasing.cautions(found, "en")[0].startswith("The rules of the placement changed as well")
    assert "Già questo può cambiare il livello" in " ".join(phrasing.not_compared(found, "it"))


def test_a_gate_of_one_questionnaire_only_has_one_side(mini: Document) -> None:
    found = across(mini, lambda d: question(d, "personas").update(gate=[]))
    (gone,) = [gate for gate in found.gates_changed if gate.question == "personas"]
    assert gone.after is None
    assert found.gates[-1] is gone
    assert (
        phrasing.gate_change(found, gone, "en")
        == "“Buyer personas”, no longer a gate of level 2: it was passed"
    )
    assert not found.resolved


def test_other_weights_and_dimensions(mini: Document) -> None:
    def reweigh(document: Document) -> None:
        question(document, "goals").update(weight=1, dimension="leads")
        document["dimensions"][1]["weight"] = 1
        document["dimensions"].append({"id": "tools", "name": "Tools"})
        question(document, "exchange")["dimension"] = "tools"
        document["groups"][1]["weight"] = 2

    found = across(mini, reweigh)
    assert found.differences.reweighted_questions == ("goals",)
    assert found.differences.reweighted_dimensions == ("leads",)
    assert found.differences.reweighted_groups == ("sales",)
    assert found.differences.moved == ("goals", "exchange")
    assert found.differences.dimensions_added == ("tools",)
    assert [dimension.id for dimension in found.dimensions] == ["strategy", "leads"]
    assert found.like_for_like is not None
    # Before, with the weights of the new: strategy is personas alone, leads three questions, tools exchange.
    expected = (0.25 + (0.125 + 0.25 + 0) / 3 + 0.125) / 3
    assert found.like_for_like.index.before == pytest.approx(100 * expected)


def test_scales_of_different_lengths_compare_no_levels(mini: Document) -> None:
    """Level 3 of 4 is not level 3 of 5."""

    def shorten(document: Document) -> None:
        document["scale"].pop()
        document["transitions"].pop()
        for entry in document["questions"]:
            if isinstance(entry["options"], list):
                entry["options"] = [option for option in entry["options"] if option["level"] < 5]

    found = across(mini, shorten)
    assert found.differences.tops == (5, 4)
    assert found.level is None
    assert found.like_for_like is None
    assert found.coverage == {}
    assert not any((found.gates, found.questions, found.arisen, found.resolved))
    assert {dimension.level for dimension in found.dimensions} == {Change(None, None)}
    assert found.index.difference is not None
    assert [(point.level, point.top) for point in found.trend] == [
        (found.before.level, 5),
        (found.after.level, 4),
    ]
    assert phrasing.outcome(found, "en").startswith(f"Level {found.after.level} of 4; in the previous wave")
    assert "had 5 levels and now has 4" in " ".join(phrasing.not_compared(found, "en"))


def test_an_action_that_means_something_else_now_is_not_called_done(mini: Document) -> None:
    """Under the same id it would be a promise kept that nobody made."""
    unchanged = across(mini, lambda d: d.update(minutes=3))
    assert ("joint-targets", True) in [(done.action.id, done.planned) for done in unchanged.actions.done]
    found = across(mini, lambda d: d["actions"][1]["lifts"].append({"question": "personas", "to": 2}))
    assert "joint-targets" in found.after.done
    assert "joint-targets" not in [done.action.id for done in found.actions.done]
    assert [action.id for action in found.actions.not_compared] == ["joint-targets"]


# --- small groups ---


def test_what_is_hidden_in_one_wave_is_not_compared(mini: Document) -> None:
    """Three people one year and two the next: their figures must not come out through the comparison."""
    team = [answers("marketing", 2, 2, 2, 2, "none")] * 3
    before = wave(mini, *team, *[answers("sales", 1, 1, 1, 1, "none")] * 3, min_group=3)
    after = wave(mini, *team, *[answers("sales", 3, 3, 3, 3, "fully")] * 2, min_group=3)
    assert after.suppressed_groups == ("sales",)
    assert after.combined_withheld
    for pair in ((before, after), (after, before)):
        found = progress(pair)
        assert found.hidden == ("sales",)
        assert found.combined_withheld
        document = as_document(found, "en")
        assert document["suppressed_groups"] == ["sales"]
        assert all(dimension.index.difference is None for dimension in found.dimensions)
        apart = [*((each.by_group, each.gap) for each in found.dimensions)]
        apart += [(each.by_group, each.gap) for each in found.questions]
        assert all("sales" not in by_group and gap == Change(None, None) for by_group, gap in apart)
        assert found.by_group == {}
        assert found.risen == found.fallen == ()
        assert {None} == {each.level.difference for each in found.questions}
        assert [bool(point.dimensions["leads"]) for point in found.trend] == [
            not result.combined_withheld for result in pair
        ]
        told = " ".join(phrasing.not_compared(found, "it"))
        assert "Le cifre di Sales non si confrontano" in told
        assert "ricaverebbero" in told


def test_no_index_over_fewer_questions_where_single_questions_are_withheld(mini: Document) -> None:
    """The index with a question and the index without it would give away that question."""
    people = [*[answers("marketing", 2, 2, 2, 2, "none")] * 3, answers("sales", 3, 3, 3, 3, "fully")]
    reweighed = changed(mini, lambda document: question(document, "goals").update(weight=1))
    found = progress([wave(mini, *people, min_group=3), wave(reweighed, *people, min_group=3)])
    assert found.combined_withheld
    assert found.like_for_like is None
    assert all(point.like_for_like is None for point in found.trend)


# --- properties ---


def every_change(found: Progress) -> Iterator[Change]:
    if found.level:
        yield found.level
    yield found.index
    yield from found.coverage.values()
    yield from found.by_group.values()
    for dimension in found.dimensions:
        yield from (dimension.index, dimension.level, dimension.gap, *dimension.by_group.values())
    for each in found.questions:
        yield from (each.level, each.gap, *each.by_group.values())


@pytest.mark.parametrize("seed", range(2000, 2040))
def test_a_wave_compared_with_itself_shows_no_change_anywhere(seed: int) -> None:
    result = assessed(*random_case(seed), resamples=10)
    found = progress([result, result])
    assert {change.difference for change in every_change(found)} <= {0.0, None}
    assert not any((found.gates_changed, found.risen, found.fallen, found.arisen, found.resolved))
    assert not any((found.actions.done, found.actions.undone, found.actions.not_compared))
    assert not found.differences.found
    assert found.like_for_like is None
    assert set(found.cautions) <= {Caution.SAME_NAME, Caution.PROVISIONAL}
    told = " ".join(phrasing.outcome(found, lang) for lang in LANGUAGES)
    assert "come nella rilevazione precedente" in told
    assert "as in the previous wave" in told


@settings(max_examples=60)
@given(data=st.data())
def test_swapping_two_waves_swaps_every_sign(data: st.DataObject) -> None:
    """Progress one way is a decline the other way, of the same size."""
    questionnaire = data.draw(questionnaires())
    one, other = (
        assessed(questionnaire, data.draw(answer_sets_for(questionnaire)), resamples=10) for _ in "ab"
    )
    there, back = progress([one, other]), progress([other, one])
    for ahead, behind in zip(every_change(there), every_change(back), strict=True):
        assert (ahead.before, ahead.after) == (behind.after, behind.before)
        assert (ahead.rose, ahead.fell) == (behind.fell, behind.rose)
    assert [(gate.before, gate.after) for gate in there.gates] == [
        (gate.after, gate.before) for gate in back.gates
    ]
    assert {each.id for each in there.risen} == {each.id for each in back.fallen}
    # Not the same: what nobody answers any more is not resolved, though it may have arisen from there.
    assert {each.question for each in back.resolved} <= {each.question for each in there.arisen}
    assert [done.action for done in there.actions.done] == list(back.actions.undone)


@pytest.mark.parametrize("seed", range(3000, 3060))
def test_no_pair_of_questionnaires_stops_an_output(seed: int) -> None:
    """Two questionnaires of one id may have nothing in common; the comparison says so and goes on."""
    first, second = (random_case(seed), random_case(seed + 5000))
    small = seed % 4 + 1
    waves = [assessed(*case, min_group=small, resamples=10) for case in (first, first, second)]
    found = progress(waves)
    document = as_document(found, "en")
    assert "NaN" not in json.dumps(document)
    hidden = {group for result in waves[1:] for group in result.suppressed_groups}
    assert hidden.isdisjoint({group for each in found.questions for group in each.by_group})
    assert hidden.isdisjoint({group for each in found.dimensions for group in each.by_group})
    for lang in LANGUAGES:
        width = 60 + seed % 80
        screen = on_screen(found, lang, width)
        assert phrasing.outcome(found, lang)[:20] in screen
        assert max(map(len, screen.splitlines())) <= width


def on_screen(found: Progress, lang: Lang, width: int, encoding: str = "utf-8") -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace", newline="\n")
    console = Console(file=stream, width=width, highlight=False, emoji=False, markup=False)
    show(console, found, lang)
    stream.seek(0)
    return stream.read()


def test_random_pairs_differ_in_every_way() -> None:
    """Else the test above would prove little."""
    draw = random.Random(1)
    seen: set[str] = set()
    for _ in range(300):
        one, other = (Questionnaire.model_validate(random_case(draw.randrange(10**6))[0]) for _ in range(2))
        found = differences(one, other)
        seen |= {name for name in vars(found) if getattr(found, name)}
        seen |= {facet.value for each in found.questions_changed for facet in each.facets}
    assert seen >= {
        "tops", "methods", "thresholds", "gates_added", "gates_removed", "questions_added",
        "questions_removed", "moved", "reweighted_questions", "reweighted_dimensions", "reweighted_groups",
        "dimensions_added", "dimensions_removed", "groups_added", "groups_removed", "compared_changed",
        "common",
        *(facet.value for facet in Facet if facet is not Facet.OPTION_TEXTS),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("company", "levels", "undone"),
    [
        ("fonderie-castelrosso", (1, 2), 0),
        ("idrovalle-componenti", (2, 2), 0),
        ("ponteverde-software", (4, 4), 2),
    ],
)
def test_the_example_companies_go_on_as_they_are_meant_to(
    company: str, levels: tuple[int, int], undone: int
) -> None:
    """One moves up, one improves and stays, one slips after a reorganisation."""
    waves = read_waves([examples()[f"{company}-2027"]], [examples()[company]])
    results = [
        assess(
            Encoding(read.loaded.questionnaire), "", [read.file], planning=PlanRequest(START), resamples=10
        )
        for (read,) in waves
    ]
    assert [read.warnings for (read,) in waves] == [(), ()]
    assert not any(result.provisional for result in results)
    found = progress(results)
    assert tuple(result.level for result in results) == levels
    assert not found.differences.found
    assert found.cautions == ()
    assert any(done.planned for done in found.actions.done)
    assert found.actions.still_open
    assert found.arisen
    assert found.resolved
    assert len(found.actions.undone) == undone
    assert any(dimension.level.fell for dimension in found.dimensions) is bool(undone)


# --- words ---


@pytest.mark.parametrize("phrases", [phrasing.PHRASES, told_differences.PHRASES, words.PHRASES])
def test_both_languages_say_the_same(phrases: dict[str, Phrase]) -> None:
    """A figure that one language leaves out is a figure half the readers miss."""
    for key, phrase in phrases.items():
        italian, english = (
            {name for _, name, _, _ in string.Formatter().parse(text) if name is not None} for text in phrase
        )
        assert italian == english, key
        assert "'" not in phrase.it + phrase.en, key


@pytest.mark.parametrize(
    ("days", "italian", "english"),
    [
        (1, "un giorno", "one day"),
        (12, "dodici giorni", "twelve days"),
        (13, "13 giorni", "13 days"),
        (14, "due settimane", "two weeks"),
        (31, "quattro settimane", "four weeks"),
        (59, "due mesi", "two months"),
        (182, "sei mesi", "six months"),
        (365, "un anno", "one year"),
        (400, "13 mesi", "13 months"),
        (730, "due anni", "two years"),
    ],
)
def test_the_time_between_two_waves(days: int, italian: str, english: str) -> None:
    start = dt.date(2026, 11, 21)
    end = start + dt.timedelta(days=days)
    assert (phrasing.span(start, end, "it"), phrasing.span(start, end, "en")) == (italian, english)


def test_dimensions_that_change_level_are_named(two: Progress) -> None:
    """An index that falls a little can hide a level that is lost."""
    assert phrasing.dimension_levels(two, "it") == (
        "Salgono di livello «Strategy» (1 → 2) e «Leads» (1 → 2).",
    )
    back = progress([two.after, two.before])
    assert phrasing.dimension_levels(back, "en") == (
        "Now at a lower level: “Strategy” (2 → 1) and “Leads” (2 → 1).",
    )


def test_no_time_runs_backwards() -> None:
    day = dt.date(2026, 11, 21)
    assert phrasing.span(day, day, "en") is None
    assert phrasing.span(day, day - dt.timedelta(days=30), "en") is None
    assert phrasing.span(None, day, "en") is None


def test_figures_show_enough_digits_to_see_a_change() -> None:
    assert phrasing.figures(Change(41.2, 55.4), "it") == ("41", "55", "+14")
    assert phrasing.figures(Change(75.04, 74.93), "it") == ("75,0", "74,9", "−0,1")
    assert phrasing.figures(Change(0.5, 0.5), "en", unit=100) == ("50", "50", "0")
    assert phrasing.figures(Change(None, 2.0), "en", digits=1) == ("–", "2.0", "–")


@pytest.mark.parametrize(
    ("before", "after", "lang", "expected"),
    [
        (2, 3, "it", "Dal livello 2 al livello 3 in sei mesi; l’indice resta a 40."),
        (2, 3, "en", "From level 2 to level 3 in six months; the index stays at 40."),
        (3, 2, "it", "Dal livello 3 al livello 2 in sei mesi; l’indice resta a 40."),
        (2, 2, "it", "Livello 2, come sei mesi prima; l’indice resta a 40."),
        (2, 2, "en", "Level 2, the same as six months earlier; the index stays at 40."),
    ],
)
def test_the_verdict_in_one_sentence(
    two: Progress, before: int, after: int, lang: Lang, expected: str
) -> None:
    waves = [replace(two.before, level=before, index=40.0), replace(two.after, level=after, index=40.0)]
    assert phrasing.outcome(progress(waves), lang) == expected
    undated = phrasing.outcome(progress([replace(result, date=None, index=None) for result in waves]), lang)
    assert "sei mesi" not in undated
    assert "six months" not in undated
    assert "ind" not in undated


@pytest.mark.parametrize(
    ("done", "still_open", "italian", "english"),
    [
        (0, 0, None, None),
        (0, 1, "L’unica azione del piano precedente è ancora aperta.",
         "The one action of the previous plan is still open."),
        (0, 3, "Nessuna delle tre azioni del piano precedente risulta svolta.",
         "None of the three actions of the previous plan is done yet."),
        (1, 0, "L’unica azione del piano precedente risulta svolta.",
         "The one action of the previous plan is now done."),
        (1, 1, "Delle due azioni del piano precedente una risulta svolta.",
         "Of the two actions of the previous plan, one is now done."),
        (2, 3, "Delle cinque azioni del piano precedente due risultano svolte.",
         "Of the five actions of the previous plan, two are now done."),
        (2, 0, "Entrambe le azioni del piano precedente risultano svolte.",
         "Both actions of the previous plan are now done."),
        (3, 0, "Tutte e tre le azioni del piano precedente risultano svolte.",
         "All three actions of the previous plan are now done."),
    ],
)  # fmt: skip
def test_how_much_of_the_plan_is_done(
    two: Progress, done: int, still_open: int, italian: str | None, english: str | None
) -> None:
    """Singular and plural as people write them."""
    first = two.actions.done[0]
    actions = replace(two.actions, done=(first,) * done, still_open=(first.action,) * still_open)
    found = replace(two, actions=actions)
    assert (phrasing.plan_kept(found, "it"), phrasing.plan_kept(found, "en")) == (italian, english)


def test_everything_that_differs_is_told_in_both_languages(mini: Document) -> None:
    """A difference that is found and not told is one the reader trips over."""

    def turn_over(document: Document) -> None:
        document["questions"].remove(question(document, "exchange"))
        document["actions"] = []
        for step in document["transitions"]:
            step["actions"] = []
        question(document, "goals").update(text="Whose goals?", weight=2)
        question(document, "sla").update(level=2)
        question(document, "lead-definition").update(dimension="strategy")
        document["groups"] = [document["groups"][0], {"id": "service", "name": "Service"}]
        document["compare"] = ["marketing", "service"]
        document["dimensions"][0]["weight"] = 3

    new = changed(mini, turn_over)
    before = wave(mini, answers("marketing", 2, 2, 2, 2, "none"), answers("sales", 2, 1, 2, 1, "none"))
    after = wave(new, {"group": "marketing", "personas": 2, "goals": 2, "lead-definition": 2, "sla": "fully"})
    found = progress([before, after])
    gone = (
        "“Write one definition of a qualified lead”, “Exchange customer data both ways”,"
        " “Sign a service-level agreement” and “Set three joint targets”"
    )
    assert phrasing.not_compared(found, "en") == (
        "The questionnaire went from version 1.0 to 2.0.",
        "Question in the previous questionnaire only: “Data exchange”.",
        "Not compared, because its levels or options changed: “Service-level agreement”.",
        "Compared, though the wording of the question changed: “Goals”.",
        "Moved to another dimension: “Lead definition”.",
        "Weighted differently: “Strategy” and “Goals”.",
        "New function: Service.",
        "Function removed: Sales.",
        "Different functions are set against each other: gaps cannot be compared.",
        f"Actions of the previous plan that the new questionnaire no longer has as they were: {gone}.",
    )
    italian = phrasing.not_compared(found, "it")
    assert len(italian) == len(phrasing.not_compared(found, "en"))
    assert italian[1] == "Domanda presente solo nel questionario precedente: «Data exchange»."


def test_signs_of_plain_terminals(two: Progress) -> None:
    """On a Windows code page a bar of question marks would say nothing."""
    screen = on_screen(two, "en", 80, "cp850")
    assert "###" in screen
    assert "+++" in screen
    assert "->" in screen
    assert "█" not in screen
    assert on_screen(two, "en", 80).count("▓") > 10


def test_a_long_trend_is_a_table(two: Progress, mini: Document) -> None:
    """More than two waves are read as a table, with the index over the same questions beside."""
    new = changed(mini, lambda document: question(document, "goals").update(weight=1))
    latest = wave(new, answers("marketing", 3, 3, 3, 3, "fully"), date="2027-11-21", wave="2027-H2")
    screen = on_screen(progress([two.before, two.after, latest]), "en", 80)
    trend = screen.split("Trend")[1].split("\n")
    assert [line.split()[0] for line in trend[2:5]] == ["2026-H2", "2027-H1", "2027-H2"]
    assert "same questions" in trend[1]
    assert "Trend" not in on_screen(two, "en", 80)
