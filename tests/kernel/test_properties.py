"""The properties that always hold (contract, last section of the scoring page)."""

from __future__ import annotations

import copy
import random
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_maturity.document import as_document
from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel import confidence
from alignment_maturity.kernel.instrument import NOBODY, Tally
from alignment_maturity.kernel.placement import PASSES, Placement, place
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.questionnaire import Questionnaire
from oracle.documents import answer_sets_for, questionnaires, random_case
from scoring import assessed

ROUNDING = 1e-12


def encoded(questionnaire: dict[str, Any], files: list[dict[str, Any]]) -> tuple[Encoding, Tally]:
    encoding = Encoding(Questionnaire.model_validate(questionnaire))
    models = [AnswerFile.model_validate(file) for file in files]
    votes = encoding.votes(models)
    return encoding, Tally(encoding.count(encoding.people(models)) + votes.counts, votes.agreed)


def raised(encoding: Encoding, tally: Tally) -> list[Tally]:
    """Every tally in which one answer, or one agreed value, is one option higher."""
    counts, agreed = tally.counts[..., 0], tally.agreed[:, 0]
    higher = []
    for question, options in enumerate(encoding.instrument.option_count):
        for option in range(options - 1):
            for group in np.flatnonzero(counts[:, question, option]):
                changed = tally.counts.copy()
                changed[group, question, option, 0] -= 1
                changed[group, question, option + 1, 0] += 1
                higher.append(replace(tally, counts=changed))
            if agreed[question] == option:
                settled = tally.agreed.copy()
                settled[question, 0] += 1
                higher.append(replace(tally, agreed=settled))
    return higher


def assert_not_lower(before: Placement, after: Placement) -> None:
    for name in ("fulfilment", "coverage", "index", "level", "dimension_level"):
        lower, upper = getattr(before, name), getattr(after, name)
        exists = ~np.isnan(lower)
        assert np.array_equal(exists, ~np.isnan(upper)), name
        assert (upper[exists] >= lower[exists] - ROUNDING).all(), name
    assert ((after.gates == PASSES) | (before.gates != PASSES)).all()


@settings(max_examples=80)
@given(data=st.data())
def test_raising_an_answer_never_lowers_anything(data: st.DataObject) -> None:
    """A company that improves one thing must not be told that it fell."""
    questionnaire = data.draw(questionnaires())
    encoding, tally = encoded(questionnaire, data.draw(answer_sets_for(questionnaire)))
    before = place(encoding.instrument, tally)
    for higher in raised(encoding, tally):
        assert_not_lower(before, place(encoding.instrument, higher))


def shuffled(questionnaire: dict[str, Any], files: list[dict[str, Any]], draw: random.Random) -> Any:
    questionnaire, files = copy.deepcopy(questionnaire), copy.deepcopy(files)
    for part in ("questions", "dimensions", "groups", "actions"):
        draw.shuffle(questionnaire.get(part, []))
    draw.shuffle(files)
    for file in files:
        if "respondents" in file:
            draw.shuffle(file["respondents"])
        for part in ("answers", "workshop"):
            if part in file:
                entries = list(file[part].items())
                draw.shuffle(entries)
                file[part] = dict(entries)
    return questionnaire, files


def by_name(document: dict[str, Any]) -> dict[str, Any]:
    """Put what is listed in the order of the questionnaire into one order."""
    document["gates"].sort(key=lambda gate: (gate["question"], gate["level"]))
    for part in ("dimensions", "questions"):
        document[part].sort(key=lambda entry: entry["id"])
    document["confidence"]["one_step"]["questions"].sort()
    document["suppressed_groups"].sort()
    if document["blocking"]:
        document["blocking"]["gates"].sort()
    missed = document["plan"]["out_of_reach"]
    if missed:
        missed["gates"].sort()
        missed["questions"].sort()
    return document


@pytest.mark.parametrize("seed", range(150))
def test_order_changes_nothing(seed: int) -> None:
    """Two people who name the same files in another order must get the same report, to the last bit."""
    questionnaire, files = random_case(seed)
    other, other_files = shuffled(questionnaire, files, random.Random(seed))
    assert by_name(as_document(assessed(questionnaire, files), "en")) == by_name(
        as_document(assessed(other, other_files), "en")
    )


def has_respondents(seed: int) -> bool:
    return any("workshop" not in file for file in random_case(seed)[1])


@pytest.mark.parametrize("seed", [*filter(has_respondents, range(100))])
def test_a_copy_of_every_respondent_changes_only_what_depends_on_their_number(seed: int) -> None:
    """Handing in a file of answers twice over, by the whole team, must not move the placement."""
    questionnaire, files = random_case(seed)
    people = [file for file in files if "workshop" not in file]
    once = as_document(assessed(questionnaire, people, min_group=1), "en")
    twice = as_document(assessed(questionnaire, people + people, min_group=1), "en")
    for key in ("level", "index", "completeness", "coverage", "gates", "blocking", "dimensions"):
        assert once[key] == twice[key]
    pairs: Any = zip(once["questions"], twice["questions"], strict=True)  # type: ignore[call-overload]
    for before, after in pairs:
        assert [before[key] for key in ("index", "gap", "cliffs_delta")] == [
            after[key] for key in ("index", "gap", "cliffs_delta")
        ]


@pytest.mark.parametrize("seed", range(20))
def test_among_a_crowd_an_organisation_gets_the_same_bits(seed: int) -> None:
    """A portfolio and a single report must never disagree, not even in the last digit."""
    questionnaire, files = random_case(seed)
    encoding, tally = encoded(questionnaire, files)
    draw = np.random.default_rng(seed)
    crowd = Tally(
        draw.integers(0, 4, (*tally.counts.shape[:-1], 257)), np.full((len(tally.agreed), 257), NOBODY)
    )
    at = int(draw.integers(257))
    crowd.counts[..., at], crowd.agreed[:, at] = tally.counts[..., 0], tally.agreed[:, 0]
    alone, among = place(encoding.instrument, tally), place(encoding.instrument, crowd)
    for field in fields(Placement):
        single, one = getattr(alone, field.name)[..., 0], getattr(among, field.name)[..., at]
        assert np.ascontiguousarray(single).tobytes() == np.ascontiguousarray(one).tobytes(), field.name


def test_memory_is_bounded_however_large_the_questionnaire(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cutting the work into pieces must not change what comes out."""
    questionnaire, files = random_case(3)
    whole = assessed(questionnaire, files).confidence
    monkeypatch.setattr(confidence, "CELLS", 1)
    pieces = assessed(questionnaire, files).confidence
    assert pieces.one_step == whole.one_step
    assert (pieces.bootstrap is None) == (whole.bootstrap is None)


def test_the_bootstrap_depends_on_its_seed_only() -> None:
    """A report made twice must say the same of how sure the placement is."""
    questionnaire, files = next(
        case for case in map(random_case, range(100)) if assessed(*case).confidence.bootstrap
    )
    same = [assessed(questionnaire, files, seed=7, resamples=400).confidence.bootstrap for _ in range(2)]
    assert same[0] == same[1]
    assert same[0] is not None
    assert sum(same[0].levels.values()) == pytest.approx(1)
