"""What other samples would have said costs memory by the thousand people, not by the draw."""

from __future__ import annotations

import tracemalloc
from collections import Counter

import numpy as np
import pytest

from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel import confidence
from alignment_maturity.kernel.confidence import People
from alignment_maturity.kernel.instrument import NOBODY, Instrument, Tally
from alignment_maturity.kernel.placement import place
from alignment_maturity.model.questionnaire import Questionnaire
from oracle.documents import random_case

RESAMPLES = 60


def everybody(instrument: Instrument, number: int, seed: int) -> tuple[People, Tally]:
    """Give respondents, some of whom are silent, and the votes of a workshop on some questions."""
    draws = np.random.default_rng(seed)
    groups, questions = len(instrument.group_weight), len(instrument.option_count)
    codes = draws.integers(-1, instrument.option_count, (number, questions))
    counts = np.zeros((groups, questions, instrument.not_applicable + 1, 1), dtype=np.int64)
    counts[0, : questions // 2, 0] = counts[-1, : questions // 2, instrument.unknown] = 2
    agreed = np.full((questions, 1), NOBODY)
    agreed[0] = 0
    return People(codes, draws.integers(0, groups, number)), Tally(counts, agreed)


def all_at_once(instrument: Instrument, people: People, votes: Tally, seed: int) -> dict[int, float]:
    """Draw every resample of a group, and then count person by person."""
    draws = np.random.default_rng(seed)
    counts = np.zeros((*votes.counts.shape[:-1], RESAMPLES), dtype=np.int64)
    for group, counted in enumerate(counts):
        codes = sorted(people.codes[people.group == group].tolist())
        drawn = draws.multinomial(len(codes), np.full(len(codes), 1 / max(1, len(codes))), size=RESAMPLES)
        for answers, times in zip(codes, drawn.T, strict=True):
            for question, code in enumerate(answers):
                if code != NOBODY:
                    counted[question, code] += times
        for question in np.flatnonzero(votes.counts[group].any(axis=(1, 2))).tolist():
            raised = votes.counts[group, question, :, 0]
            counted[question] += draws.multinomial(raised.sum(), raised / raised.sum(), RESAMPLES).T
    levels = place(instrument, Tally(counts, np.repeat(votes.agreed, RESAMPLES, axis=1))).level
    return {level: times / RESAMPLES for level, times in sorted(Counter(levels.tolist()).items())}


@pytest.mark.parametrize("drawn_at_once", [1, 150, 1_000_000])
@pytest.mark.parametrize("seed", range(12))
def test_draws_in_pieces_are_those_of_all_at_once(
    seed: int, drawn_at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report that is made again must say the same, whatever bounds memory."""
    monkeypatch.setattr(confidence, "DRAWN", drawn_at_once)
    instrument = Encoding(Questionnaire.model_validate(random_case(seed)[0])).instrument
    people, votes = everybody(instrument, 20, seed)
    found = confidence.bootstrap(instrument, people, votes, resamples=RESAMPLES, seed=seed)
    assert found == all_at_once(instrument, people, votes, seed)


def test_memory_does_not_grow_with_the_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """A survey of 100,000 people in one company would take 3 GB: too much for a laptop."""
    monkeypatch.setattr(confidence, "DRAWN", 50_000)
    instrument = Encoding(Questionnaire.model_validate(random_case(3)[0])).instrument
    people, votes = everybody(instrument, 4_000, 0)
    together = People(people.codes, np.zeros_like(people.group))
    tracemalloc.start()
    confidence.bootstrap(instrument, together, votes, resamples=1_000, seed=0)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    all_draws = 8 * 4_000 * 1_000
    assert peak < all_draws / 4
