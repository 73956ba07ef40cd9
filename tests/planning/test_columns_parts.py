"""What plans of many organisations are made of, each against the obvious way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.planning import covering
from alignment_maturity.planning.covering import Covers, cheapest_covers
from alignment_maturity.planning.first_steps import DIGITS, _rounded

GAINS = st.sampled_from([0.0, 1 / 27, 1 / 36, 1 / 45, 0.1, 0.25, 1 / 3])


Case = tuple[list[int], list[float], list[int], float, float]
"""Costs, gains, names, what is needed, and the limit."""


@st.composite
def problems(draw: st.DrawFn) -> Case:
    """Draw items that often tie, and what is needed of them: not within rounding of what they add up to."""
    items = draw(st.integers(1, 8))
    costs = draw(st.lists(st.integers(1, 6), min_size=items, max_size=items))
    gains = draw(st.lists(st.one_of(GAINS, st.floats(0.01, 1)), min_size=items, max_size=items))
    names = draw(st.permutations(range(items)))
    need = draw(st.one_of(st.floats(0.001, 2), st.just(sum(gains) - 1e-9)))
    limit = draw(st.sampled_from([5, 12, float("inf")]))
    return costs, gains, list(names), max(need, 0.001), limit


def best(
    costs: list[int], gains: list[float], names: list[int], need: float, limit: float
) -> list[int] | None:
    """Try every selection; return the names of the best."""
    found = []
    for taken in product((False, True), repeat=len(costs)):
        real = all(compress([gain > 0 for gain in gains], taken))
        if real and sum(compress(gains, taken)) >= need and sum(compress(costs, taken)) <= limit:
            chosen = sorted(compress(names, taken))
            # Of selections that cost the same, the one that holds the first name in which they differ.
            found.append(
                (sum(compress(costs, taken)), [name not in chosen for name in sorted(names)], chosen)
            )
    return min(found)[2] if found else None


def solved(cases: list[Case]) -> Covers:
    most = max(len(costs) for costs, *_ in cases)

    def padded(parts: Iterable[Sequence[float]]) -> list[list[float]]:
        return [[*part, *[0] * (most - len(part))] for part in parts]

    return cheapest_covers(
        np.array(padded(costs for costs, *_ in cases), dtype=np.int64),
        np.array(padded(gains for _, gains, *_ in cases), dtype=np.float64),
        np.array(padded(names for _, _, names, *_ in cases), dtype=np.int64),
        np.array([need for *_, need, _ in cases]),
        np.array([limit for *_, limit in cases], dtype=np.float64),
    )


def check(covers: Covers, row: int, case: Case) -> None:
    expected, names = best(*case), case[2]
    assert bool(covers.exists[row]) == (expected is not None)
    assert sorted(compress(names, covers.chosen[row, : len(names)].tolist())) == (expected or [])


@given(st.lists(problems(), min_size=1, max_size=6))
def test_no_selection_is_better(cases: list[Case]) -> None:
    """Problems of different sizes are solved side by side; none may get in the way of another."""
    covers = solved(cases)
    assert covers.known.all()
    for row, case in enumerate(cases):
        check(covers, row, case)


@given(st.lists(problems(), min_size=1, max_size=6), st.integers(0, 2))
def test_what_was_too_much_is_not_taken_for_an_answer(cases: list[Case], most: int) -> None:
    """Who says that there is no selection within the limit must have looked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(covering, "MOST_TRIED", most)
        covers = solved(cases)
    for row in np.flatnonzero(covers.known).tolist():
        check(covers, row, cases[row])


def test_a_limit_that_only_a_search_can_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one selection within the limit lies far from the relaxation: not to find it proves nothing."""
    cases = [([5, 4, 3, 4], [0.8, 0.6, 0.4, 0.9], [0, 1, 2, 3], 1.71, 11.0)]
    check(solved(cases), 0, cases[0])
    monkeypatch.setattr(covering, "MOST_TRIED", 0)
    assert not solved(cases).known[0]


def test_gains_that_are_enough_in_one_order_only() -> None:
    """0.1 + 0.2 + 0.3 is more than 0.3 + 0.2 + 0.1: where that decides, nothing may be claimed."""
    need = 0.1 + 0.2 + 0.3
    covers = solved([([1, 3, 6], [0.1, 0.2, 0.3], [0, 1, 2], need, float("inf"))])
    assert not covers.known[0]


@given(
    st.lists(st.one_of(st.floats(-100, 100), st.integers(-(10**13), 10**13).map(lambda n: (n + 0.5) / 1e12)))
)
def test_gains_are_rounded_as_python_does(figures: list[float]) -> None:
    """One gain rounded the other way, and two steps of a plan would change places."""
    counted = _rounded(np.array(figures, dtype=np.float64))
    assert counted.tolist() == [round(round(figure, DIGITS) * 10**DIGITS) for figure in figures]
