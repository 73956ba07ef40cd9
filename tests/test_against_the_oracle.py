"""The product and a deliberately naive scorer, written apart from it, must agree on every figure."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_maturity.document import as_document
from oracle.documents import answer_sets_for, questionnaires, random_case
from oracle.naive_scorer import score
from scoring import assessed

COMPARED = (
    "respondents", "level", "level_id", "index", "completeness", "provisional", "coverage", "thresholds",
    "gates", "blocking", "dimensions", "questions", "alpha", "suppressed_groups",
)  # fmt: skip


def differences(ours: Any, naive: Any, path: str = "") -> list[str]:
    """List where two documents differ; numbers may do so by rounding only."""
    if isinstance(ours, dict) and isinstance(naive, dict):
        keys = sorted(ours.keys() | naive.keys())
        missing = "absent"
        return [
            difference
            for key in keys
            for difference in differences(ours.get(key, missing), naive.get(key, missing), f"{path}/{key}")
        ]
    if isinstance(ours, list) and isinstance(naive, list) and len(ours) == len(naive):
        pairs = enumerate(zip(ours, naive, strict=True))
        return [found for index, (a, b) in pairs for found in differences(a, b, f"{path}/{index}")]
    if isinstance(ours, float) and isinstance(naive, (int, float)) and not isinstance(naive, bool):
        return [] if abs(ours - naive) <= 1e-9 * max(1.0, abs(naive)) else [f"{path}: {ours!r} != {naive!r}"]
    return [] if ours == naive and type(ours) is type(naive) else [f"{path}: {ours!r} != {naive!r}"]


def compare(questionnaire: dict[str, Any], files: list[dict[str, Any]], min_group: int | None) -> None:
    result = assessed(questionnaire, files, min_group=min_group)
    ours = as_document(result, "en")
    naive = score(questionnaire, files, min_group=min_group)
    blocking = ours["blocking"]
    if isinstance(blocking, dict):
        blocking.pop("smallest_change")
    found = [line for key in COMPARED for line in differences(ours[key], naive[key], key)]
    confidence: Any = ours["confidence"]
    found += differences(confidence["one_step"], naive["confidence"]["one_step"], "one_step")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("block", range(10))
def test_random_cases_give_the_figures_of_the_naive_scorer(block: int) -> None:
    """A slip in the vectorised arithmetic would place organisations wrongly and nobody would notice."""
    for seed in range(40 * block, 40 * (block + 1)):
        questionnaire, files = random_case(seed)
        compare(questionnaire, files, None)


@settings(max_examples=60)
@given(data=st.data(), min_group=st.sampled_from([None, 1, 2, 4]))
def test_cases_that_hypothesis_searches_give_the_figures_of_the_naive_scorer(
    data: st.DataObject, min_group: int | None
) -> None:
    """The same, where a counterexample is shrunk to something one can read."""
    questionnaire = data.draw(questionnaires())
    compare(questionnaire, data.draw(answer_sets_for(questionnaire)), min_group)
