"""Columns of very many organisations must say of each what its own report says, to the last bit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_maturity import assessment
from alignment_maturity.assessment import assess
from alignment_maturity.cohort import figures as figures_module
from alignment_maturity.cohort import several
from alignment_maturity.cohort.figures import Figures, tabulate
from alignment_maturity.cohort.voices import Voices
from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel import lookup
from alignment_maturity.kernel.placement import CONTESTED, FAILS, PASSES, UNANSWERED
from alignment_maturity.planning import columns
from alignment_maturity.planning.plan import Shown, make_plan
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.planning.standing import Standing
from alignment_maturity.result import Assessment, GateStatus, Plan
from cohort.crowds import Person, crowds, encoding_of, model_of, random_crowd, voices_of
from oracle.documents import questionnaires, random_case
from scoring import START

STATES = {
    GateStatus.PASSES: PASSES,
    GateStatus.CONTESTED: CONTESTED,
    GateStatus.FAILS: FAILS,
    GateStatus.UNANSWERED: UNANSWERED,
}


def alone(encoding: Encoding, people: Sequence[Person], min_group: int) -> Assessment:
    return assess(
        encoding,
        "0" * 64,
        [model_of(encoding, people)],
        planning=PlanRequest(START),
        min_group=min_group,
        resamples=2,
    )


def number(figure: float | None) -> float:
    return np.nan if figure is None else figure


def differences(encoding: Encoding, figures: Figures, at: int, expected: Assessment) -> list[str]:
    """List which figures of one organisation are not those of its assessment."""
    by_dimension = {dimension.id: dimension.index for dimension in expected.dimensions}
    gaps = [question for question in expected.questions if question.gap is not None]
    widest = max(gaps, key=lambda question: abs(question.gap or 0.0), default=None)
    gates = {(encoding.row[gate.question], gate.level - 2): STATES[gate.status] for gate in expected.gates}
    pairs = {
        "respondents": (figures.respondents[at], expected.respondents.total),
        "level": (figures.level[at], expected.level),
        "index": (figures.index[at], number(expected.index)),
        "completeness": (figures.completeness[at], expected.completeness),
        "provisional": (figures.provisional[at], expected.provisional),
        "coverage": (figures.coverage[:, at], [number(share) for share in expected.coverage.values()]),
        "dimension_index": (
            figures.dimension_index[:, at],
            [number(by_dimension[dimension]) for dimension in encoding.dimensions],
        ),
        "gates": (
            figures.gates[:, at],
            [gates[question, level] for question, level in encoding.instrument.gates.tolist()],
        ),
        "gap_question": (figures.gap_question[at], encoding.row[widest.id] if widest else -1),
        "gap": (figures.gap[at], number(widest.gap if widest else None)),
    }
    return [
        f"{name}: {ours} instead of {theirs}"
        for name, (ours, theirs) in pairs.items()
        if not np.array_equal(np.asarray(ours), np.asarray(theirs), equal_nan=True)
    ]


def compare(encoding: Encoding, crowd: Sequence[Sequence[Person]], min_group: int) -> None:
    figures = tabulate(encoding, voices_of(crowd), min_group=min_group, plans=False)
    for at, people in enumerate(crowd):
        found = differences(encoding, figures, at, alone(encoding, people, min_group))
        assert not found, f"{at}: " + "; ".join(found)


@pytest.fixture(params=["counted", "looked up", "looked up in parts"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Score organisations of one respondent without tables, with them, and with tables of few bits."""
    monkeypatch.setattr(figures_module, "WORTH_TABLES", 10**9 if request.param == "counted" else 0)
    if request.param == "looked up in parts":
        monkeypatch.setattr(lookup, "KEY", 8)
    return str(request.param)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.usefixtures("way")
def test_random_crowds_get_the_figures_of_each_assessment(seed: int) -> None:
    """A portfolio of a thousand companies and the report on one of them must never disagree."""
    questionnaire = random_case(seed)[0]
    # Of two gaps alike the first in the order of the questionnaire counts, which need not be that of the ids.
    questionnaire["questions"].reverse()
    encoding = encoding_of(questionnaire)
    compare(encoding, random_crowd(encoding, seed, organisations=4), 1 + seed % 5)


@settings(max_examples=30)
@given(data=st.data(), min_group=st.integers(1, 5), tables=st.booleans(), key=st.integers(3, 12))
def test_searched_crowds_get_the_figures_of_each_assessment(
    data: st.DataObject, min_group: int, tables: bool, key: int
) -> None:
    """The same, where a counterexample is shrunk to something one can read."""
    encoding = encoding_of(data.draw(questionnaires()))
    crowd = data.draw(crowds(encoding))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(figures_module, "WORTH_TABLES", 0 if tables else 10**9)
        patch.setattr(lookup, "KEY", key)
        compare(encoding, crowd, min_group)


def same(first: Figures, second: Figures) -> bool:
    return all(
        np.array_equal(getattr(first, field.name), getattr(second, field.name), equal_nan=True)
        for field in fields(Figures)
        if field.name not in {"gates", "plans", "provisional"}
    ) and all(
        np.array_equal(getattr(first, name), getattr(second, name)) for name in ("gates", "provisional")
    )


@pytest.mark.parametrize("organisations", [1, 2, 3, 7])
@pytest.mark.parametrize("respondents", [1, 2, 5, 1000])
@pytest.mark.usefixtures("way")
def test_where_the_work_is_cut_changes_nothing(
    organisations: int, respondents: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An organisation at the border of a piece must not lose a respondent to the next."""
    encoding = encoding_of(random_case(organisations)[0])
    voices = voices_of(random_crowd(encoding, respondents, organisations=40))
    whole = tabulate(encoding, voices, min_group=2, plans=False)
    monkeypatch.setattr(several, "ORGANISATIONS", organisations)
    monkeypatch.setattr(several, "RESPONDENTS", respondents)
    assert same(tabulate(encoding, voices, min_group=2, plans=False), whole)


@pytest.mark.parametrize(("organisations", "respondents"), [(1, 100), (3, 100), (100, 7), (3, 7), (100, 1)])
def test_no_piece_of_the_work_is_larger_than_asked_for(organisations: int, respondents: int) -> None:
    """Memory must not grow with the number of people; only one organisation is never cut."""
    encoding = encoding_of(random_case(1)[0])
    voices = voices_of(random_crowd(encoding, 1, organisations=40))
    pieces = [piece for _, piece in voices.ranges(organisations, respondents)]
    for piece in pieces:
        assert piece.organisations == 1 or len(piece.group) <= respondents
        assert piece.organisations <= organisations
    assert sum(piece.organisations for piece in pieces) == voices.organisations
    assert np.array_equal(np.concatenate([piece.codes for piece in pieces], axis=1), voices.codes)


@pytest.mark.usefixtures("way")
def test_nobody_gives_no_figures() -> None:
    """A table whose rows are all bad must end in an empty table of results, not in a crash."""
    encoding = encoding_of(random_case(1)[0])
    nobody = Voices(
        np.empty((len(encoding.questions), 0), dtype=np.uint8),
        np.empty(0, dtype=np.uint8),
        np.empty(0, dtype=np.int64),
        0,
    )
    figures = tabulate(encoding, nobody, min_group=1, plans=True)
    assert figures.coverage.shape == (len(encoding.instrument.thresholds), 0)
    assert figures.plans is not None
    assert figures.plans.actions.shape[1] == 0


@pytest.mark.parametrize("seed", range(15))
@pytest.mark.usefixtures("way")
def test_plans_are_those_of_each_assessment(seed: int) -> None:
    """A table that names other actions than the report would send a company astray."""
    encoding = encoding_of(random_case(seed)[0])
    crowd = random_crowd(encoding, seed, organisations=6)
    plans = tabulate(encoding, voices_of(crowd), min_group=1, plans=True).plans
    assert plans is not None
    names = sorted(encoding.questionnaire.action_by_id)
    for at, people in enumerate(crowd):
        expected = alone(encoding, people, 1).plan
        assert (plans.target[at], plans.attains[at], plans.effort[at]) == (
            expected.target,
            expected.attains,
            expected.effort,
        )
        actions = [names[action] for action in plans.actions[:, at] if action >= 0]
        assert actions == [step.action.id for step in expected.steps[:3]]


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("most", [1, 6])
def test_plans_start_from_where_each_organisation_stands(
    seed: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same where there is nothing to plan: what the planner is told must be right to the last bit."""
    encoding = encoding_of(random_case(seed)[0])
    crowd = [people[:most] for people in random_crowd(encoding, seed, organisations=8)]
    told: list[columns.Standings] = []
    expected: list[Standing] = []

    def planned(_: Encoding, standings: columns.Standings) -> columns.Plans:
        told.append(standings)
        organisations = len(standings.level)
        return columns.Plans(
            target=np.zeros(organisations, dtype=np.int64),
            attains=np.zeros(organisations, dtype=bool),
            effort=np.zeros(organisations),
            actions=np.zeros((3, organisations), dtype=np.int64),
        )

    def made(encoding: Encoding, standing: Standing, request: PlanRequest, shown: Shown) -> Plan:
        expected.append(standing)
        return make_plan(encoding, standing, request, shown)

    # One of the two ways at a time, so that organisations are planned in their order.
    monkeypatch.setattr(figures_module, "WORTH_TABLES", 0 if most == 1 else 10**9)
    monkeypatch.setattr(columns, "plan", planned)
    monkeypatch.setattr(assessment, "make_plan", made)
    tabulate(encoding, voices_of(crowd), min_group=1, plans=True)
    for people in crowd:
        alone(encoding, people, 1)
    (standings,) = told
    for at, theirs in enumerate(expected):
        closed = np.zeros_like(theirs.closed)
        closed[tuple(encoding.instrument.gates.T)] = standings.gates[:, at] != PASSES
        assert standings.level[at] == theirs.level
        assert np.array_equal(standings.fulfilment[..., at], theirs.fulfilment)
        assert np.array_equal(standings.answered[:, at], theirs.answered)
        assert np.array_equal(closed, theirs.closed)
        assert np.array_equal(standings.inapplicable[:, at], theirs.inapplicable)
