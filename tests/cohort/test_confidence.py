"""How sure a level is must not depend on whether one organisation or a million is looked at."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_maturity.assessment import assess
from alignment_maturity.cohort import one_step, resampling, several
from alignment_maturity.cohort.confidence import confidence
from alignment_maturity.cohort.figures import tabulate
from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.kernel import confidence as kernel_confidence
from alignment_maturity.kernel.instrument import Floats, Instrument
from alignment_maturity.kernel.placement import summed
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.result import Assessment
from cohort.crowds import Person, crowds, encoding_of, model_of, random_crowd, voices_of
from oracle.documents import questionnaires, random_case
from scoring import START

RESAMPLES = 40


def alone(encoding: Encoding, people: Sequence[Person], seed: int) -> Assessment:
    return assess(
        encoding,
        "0" * 64,
        [model_of(encoding, people)],
        planning=PlanRequest(START),
        resamples=RESAMPLES,
        seed=seed,
    )


def compare(encoding: Encoding, crowd: Sequence[Sequence[Person]], seed: int) -> None:
    voices = voices_of(crowd)
    levels = tabulate(encoding, voices, min_group=1, plans=False).level
    ours = confidence(encoding, voices, levels, resamples=RESAMPLES, seed=seed)
    for at, people in enumerate(crowd):
        result = alone(encoding, people, seed)
        theirs = result.confidence
        share = theirs.bootstrap.levels.get(result.level, 0.0) if theirs.bootstrap else np.nan
        found = (ours.up[at], ours.down[at], bool(ours.stable[at]))
        assert found == (theirs.one_step.up, theirs.one_step.down, theirs.one_step.verdict == "stable")
        assert np.array_equal(ours.share[at], share, equal_nan=True)


@pytest.mark.parametrize("most", [1, 6])
@pytest.mark.parametrize("seed", range(20))
def test_random_crowds_are_as_sure_as_each_assessment(seed: int, most: int) -> None:
    """A portfolio that calls a placement stable which its own report calls borderline misleads a board."""
    encoding = encoding_of(random_case(seed)[0])
    crowd = [people[:most] for people in random_crowd(encoding, seed, organisations=6)]
    compare(encoding, crowd, seed)


def gathered(encoding: Encoding, seed: int) -> list[list[Person]]:
    """Give few organisations of many respondents, some of the same sizes."""
    small = random_crowd(encoding, seed, organisations=12)
    large = [person for people in small for person in people]
    return [large, [*large[1:], large[0]], large[:5], large[:7], large[2:7], large[3:8]]


@pytest.mark.parametrize("seed", range(20))
def test_large_organisations_are_drawn_again_as_in_each_assessment(seed: int) -> None:
    """The share of resamples at the level must be that of the report on the organisation."""
    encoding = encoding_of(random_case(seed)[0])
    compare(encoding, gathered(encoding, seed), seed)


@pytest.mark.parametrize("resampled_at_once", [1, 39])
@pytest.mark.parametrize("seed", range(12))
def test_resamples_in_pieces_are_the_same(
    seed: int, resampled_at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cutting the work into pieces must not change what comes out."""
    encoding = encoding_of(random_case(seed)[0])
    monkeypatch.setattr(resampling, "RESAMPLES", resampled_at_once)
    monkeypatch.setattr(kernel_confidence, "CELLS", 1000)
    compare(encoding, gathered(encoding, seed), seed)


@pytest.mark.parametrize("drawn_at_once", [1, 150, 1_000_000])
@pytest.mark.parametrize("seed", range(12))
def test_an_organisation_too_large_to_keep_its_draws_is_drawn_again_as_in_its_assessment(
    seed: int, drawn_at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What keeps memory in bounds must not change the share of resamples at the level."""
    encoding = encoding_of(random_case(seed)[0])
    monkeypatch.setattr(resampling, "SHARED", 30 * RESAMPLES)  # some of them are larger, some are not
    monkeypatch.setattr(kernel_confidence, "DRAWN", drawn_at_once)
    monkeypatch.setattr(resampling, "_draws", small_alone(resampling._draws))
    monkeypatch.setattr(kernel_confidence, "CELLS", 1000)
    compare(encoding, gathered(encoding, seed), seed)


def small_alone(draws: Callable[..., list[Floats]]) -> Callable[..., list[Floats]]:
    """Refuse to hold the draws of a large organisation."""

    def refusing(instrument: Instrument, sizes: tuple[int, ...], *told: int) -> list[Floats]:
        assert sum(sizes) <= 30
        return draws(instrument, sizes, *told)

    return refusing


@pytest.mark.parametrize("seed", range(10))
def test_where_rounding_could_decide_the_answer_is_worked_out_anew(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At a limit to the last bit both ways of counting must still say the same."""
    encoding = encoding_of(random_case(seed)[0])
    monkeypatch.setattr(one_step, "CLOSE", np.inf)
    compare(encoding, random_crowd(encoding, seed, organisations=6), seed)


@pytest.mark.parametrize("share", [0.2, 1 / 3, 0.6, 0.75])
@pytest.mark.parametrize("method", ["staged", "bands"])
def test_at_a_limit_the_last_bit_decides_as_in_each_assessment(share: float, method: str) -> None:
    """Thirds and tenths never hit a limit exactly: whoever adds them up in another order falls beside it."""
    draw = random.Random(method)
    levels = range(1, 4)
    # Less the tolerance this is the share, or a last bit beside it.
    limits = {
        "staged": {"method": "staged", "threshold": share + TOLERANCE},
        "bands": {"method": "bands", "cutoffs": [100 * share + TOLERANCE, 99]},
    }
    questionnaire = {
        "format": 1,
        "id": "made-up",
        "version": "1",
        "languages": ["en"],
        "title": "Made up",
        "scale": [{"level": level, "id": f"l{level}", "name": "Step"} for level in levels],
        "placement": limits[method],
        "groups": [{"id": "a", "name": "A", "weight": 0.3}, {"id": "b", "name": "B", "weight": 0.7}],
        "dimensions": [{"id": "d", "name": "D"}, {"id": "e", "name": "E", "weight": 0.1}],
        "questions": [
            {
                "id": f"q{place}",
                "dimension": "de"[place % 2],
                "name": "Q",
                "text": "How?",
                "weight": (1, 0.3, 0.1)[place // 2],
                "options": [{"level": level, "text": "So"} for level in levels],
            }
            for place in range(6)
        ],
    }
    encoding = encoding_of(questionnaire)
    # All say the same, so that each coverage is a share that weights alone make up.
    crowd = [
        [(group, tuple(codes)) for group in groups]
        for groups in ([0], [1], [0, 1], [0, 0, 1], [2, 1, 1, 1, 0])
        for codes in [[draw.randint(0, 2) for _ in range(6)] for _ in range(40)]
    ]
    compare(encoding, crowd, 0)


@pytest.mark.parametrize("seed", range(12))
def test_sums_over_resamples_have_the_bits_of_sums_over_counts(seed: int) -> None:
    """A share of resamples must not depend on the order in which credits of a tenth are added up."""
    encoding = encoding_of(random_case(seed)[0])
    people = [person for one in random_crowd(encoding, seed, organisations=4) for person in one]
    codes = voices_of([people]).codes
    times = np.random.default_rng(seed).multinomial(9, np.full(len(people), 1 / len(people)), 7).T
    instrument = encoding.instrument
    counts = np.zeros((1, len(codes), instrument.unknown, 7))
    for question, person in zip(*np.nonzero(codes < instrument.unknown), strict=True):
        counts[0, question, codes[question, person]] += times[person]
    drawn = resampling._Drawn(np.array([0]), [codes], [times.astype(np.float64)])
    every = np.arange(len(codes))
    sums, values = resampling._Sums.of(instrument, instrument.fulfilment, every).over(drawn)
    assert np.array_equal(sums, summed(instrument, counts))
    assert np.array_equal(values, counts.sum(axis=2))


@pytest.mark.parametrize("pieces", [(1, 1), (2, 1000), (1000, 3)])
def test_where_the_work_is_cut_changes_nothing(
    pieces: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An organisation at the border of a piece must not lose a respondent to the next."""
    encoding = encoding_of(random_case(4)[0])
    monkeypatch.setattr(several, "ORGANISATIONS", pieces[0])
    monkeypatch.setattr(several, "RESPONDENTS", pieces[1])
    compare(encoding, random_crowd(encoding, 4, organisations=12), 4)


@settings(max_examples=30)
@given(data=st.data())
def test_searched_crowds_are_as_sure_as_each_assessment(data: st.DataObject) -> None:
    """The same, where a counterexample is shrunk to something one can read."""
    encoding = encoding_of(data.draw(questionnaires()))
    compare(encoding, data.draw(crowds(encoding)), 0)
