"""What plans of many organisations are made of, each against the obvious way."""

from __future__ import annotations

from itertools import compress, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.planning.covering import cheapest_covers
from alignment_maturity.planning.first_steps import DIGITS, _rounded

GAINS = st.sampled_from([0.0, 1 / 27, 1 / 36, 1 / 45, 0.1, 0.25, 1 / 3])


@st.composite
def problems(draw: st.DrawFn) -> tuple[list[int], list[float], list[int], float, float]:
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


@given(st.lists(problems(), min_size=1, max_size=6))
def test_no_selection_is_better(cases: list[tuple[list[int], list[float], list[int], float, float]]) -> None:
    """Problems of different sizes are solved side by side; none may get in the way of another."""
    most = max(len(costs) for costs, *_ in cases)
    padded = [
        [*part, *[0] * (most - len(part))]
        for costs, gains, names, _, _ in cases
        for part in (costs, gains, names)
    ]
    covers = cheapest_covers(
        np.array(padded[0::3], dtype=np.int64),
        np.array(padded[1::3], dtype=np.float64),
        np.array(padded[2::3], dtype=np.int64),
        np.array([need for *_, need, _ in cases]),
        np.array([limit for *_, limit in cases], dtype=np.float64),
    )
    for row, (costs, gains, names, need, limit) in enumerate(cases):
        expected = best(costs, gains, names, need, limit)
        chosen = covers.chosen[row, : len(names)]
        assert covers.known[row]
        assert bool(covers.exists[row]) == (expected is not None)
        assert sorted(compress(names, chosen.tolist())) == (expected or [])


@given(
    st.lists(st.one_of(st.floats(-100, 100), st.integers(-(10**13), 10**13).map(lambda n: (n + 0.5) / 1e12)))
)
def test_gains_are_rounded_as_python_does(figures: list[float]) -> None:
    """One gain rounded the other way, and two steps of a plan would change places."""
    counted = _rounded(np.array(figures, dtype=np.float64))
    assert counted.tolist() == [round(round(figure, DIGITS) * 10**DIGITS) for figure in figures]
