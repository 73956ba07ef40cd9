"""Looking up what one respondent says must give what placing them gives, to the last bit."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel import lookup
from alignment_maturity.kernel.instrument import NOBODY, Instrument, Tally
from alignment_maturity.kernel.lookup import table_cells
from alignment_maturity.kernel.placement import place
from alignment_maturity.kernel.said import Codes
from alignment_maturity.kernel.single import Single
from alignment_maturity.model.questionnaire import Questionnaire
from oracle.documents import random_case

NOTHING = 255
CREDITS = {"halves": (0.0, 0.5, 1.0), "tenths": (0.0, 0.1, 0.3, 1.0)}
WEIGHTS = {"whole": (1, 2, 5), "odd": (0.3, 0.1, 7)}


def made_of(questions: int, dimensions: int, degrees: str, weights: str) -> Instrument:
    """Return a questionnaire of rubrics of K = 4, whose index falls into thirds, and of statements."""
    draw = random.Random(questions)
    options = [
        {"value": f"v{place}", "credit": credit, "text": "Such"}
        for place, credit in enumerate(CREDITS[degrees])
    ]
    rubric = [{"level": level, "text": "So"} for level in range(1, 5)]
    document: dict[str, Any] = {
        "format": 1,
        "id": "made-up",
        "version": "1",
        "languages": ["en"],
        "title": "Made up",
        "scale": [{"level": level, "id": f"l{level}", "name": "Step"} for level in range(1, 5)],
        "placement": {"method": "staged", "threshold": 0.6},
        "groups": [
            {"id": f"g{place}", "name": "G", "weight": weight} for place, weight in enumerate((1, 0.3, 0.7))
        ],
        "dimensions": [
            {"id": f"d{place}", "name": "D", "weight": draw.choice(WEIGHTS[weights])}
            for place in range(dimensions)
        ],
        "questions": [
            {
                "id": f"q{place:02}",
                "dimension": f"d{place % dimensions}",
                "name": "Q",
                "text": "How?",
                "weight": draw.choice(WEIGHTS[weights]),
                **(
                    {"options": rubric}
                    if place % 3
                    else {"kind": "statement", "level": 2 + place % 2, "options": options}
                ),
                **({"gate": [2], "allow_na": False} if place % 5 == 1 and place % 3 else {}),
            }
            for place in range(questions)
        ],
    }
    return Encoding(Questionnaire.model_validate(document)).instrument


def random_answers(instrument: Instrument, number: int, seed: int) -> tuple[Codes, Codes]:
    draw = np.random.default_rng(seed)
    codes = draw.integers(0, instrument.option_count[:, None], (len(instrument.option_count), number))
    kind = draw.random(codes.shape)
    codes[kind < 0.3] = instrument.unknown
    codes[kind < 0.2] = instrument.not_applicable
    codes[kind < 0.1] = NOTHING
    # Some say nothing at all, or nothing to the first questions.
    codes[:, 0] = codes[: len(codes) // 2, 1] = NOTHING
    group = draw.integers(0, len(instrument.group_weight), number)
    return codes.astype(np.uint8), group.astype(np.uint8)


def assert_same_bits(instrument: Instrument, codes: Codes, group: Codes) -> None:
    number = codes.shape[1]
    counts = np.zeros(
        (len(instrument.group_weight), len(codes), instrument.not_applicable + 1, number), dtype=np.int64
    )
    questions, people = np.nonzero(codes != NOTHING)
    counts[group[people], questions, codes[questions, people], people] = 1
    expected = place(instrument, Tally(counts, np.full(codes.shape, NOBODY)))
    single = Single(instrument)
    scores, complete = single.scored(codes, group)
    for name in ("level", "index", "coverage", "dimension_index", "gates"):
        assert np.array_equal(getattr(scores, name), getattr(expected, name), equal_nan=True), name
    assert np.array_equal(complete, ((codes != NOTHING) & (codes != instrument.unknown)).sum(axis=0))
    fulfilment, answered, _ = single.standing(codes, group)
    assert np.array_equal(fulfilment, expected.fulfilment)
    assert np.array_equal(answered, expected.answered)


@pytest.mark.parametrize("weights", WEIGHTS)
@pytest.mark.parametrize("degrees", CREDITS)
@pytest.mark.parametrize("questions", [1, 3, 4, 9, 36])
def test_however_many_questions_a_dimension_has(questions: int, degrees: str, weights: str) -> None:
    """A survey of a million must place each answer as the single report does, whatever the weights."""
    instrument = made_of(questions, min(questions, 2), degrees, weights)
    assert_same_bits(instrument, *random_answers(instrument, 300, questions))


@pytest.mark.parametrize("key", [1, 4, 7, 12])
@pytest.mark.parametrize("seed", range(30))
def test_whatever_the_questionnaire(seed: int, key: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same of questionnaires nobody thought of, with keys of few questions and of many."""
    monkeypatch.setattr(lookup, "KEY", key)
    instrument = Encoding(Questionnaire.model_validate(random_case(seed)[0])).instrument
    assert_same_bits(instrument, *random_answers(instrument, 100, seed))


def test_how_large_tables_get_is_known_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    """A questionnaire of many questions and weights must not fill the memory with tables."""
    for key in (4, 8, 12):
        monkeypatch.setattr(lookup, "KEY", key)
        instrument = made_of(36, 4, "tenths", "odd")
        tables = [block.table.size for part in Single(instrument)._dimensions for block in part.blocks]
        assert sum(tables) <= table_cells(instrument)
