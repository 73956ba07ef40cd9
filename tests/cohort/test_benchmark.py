"""Quartiles and shares by which no organisation can be recognised."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.cohort.benchmark import FEWEST_TOGETHER, bands, quartiles
from alignment_maturity.model.benchmark import FEWEST, Band

FIGURES = st.lists(st.integers(0, 10_000).map(lambda n: n / 100), min_size=FEWEST, max_size=60)


def naive(values: list[float], share: Fraction) -> Fraction:
    """Return what QUARTILE.INC of a spreadsheet gives, in exact arithmetic."""
    ordered = sorted(Fraction(str(value)) for value in values)
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


@given(FIGURES)
def test_quartiles_are_those_of_a_spreadsheet(values: list[float]) -> None:
    """Whoever checks them in Excel must come out at the same whole points."""
    found = quartiles(np.array(values))
    assert found is not None
    shares = (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4))
    exact = [naive(values, share) for share in shares]
    assert [found.lower, found.median, found.upper] == [round(value) for value in exact]
    assert [found.lower, found.median, found.upper] == [
        round(round(float(value), 9)) for value in np.quantile(values, [0.25, 0.5, 0.75], method="linear")
    ]


@given(FIGURES, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(values: list[float], random: object) -> None:
    shuffled = sorted(values, key=lambda _: random.random())  # type: ignore[attr-defined]  # a Random
    assert quartiles(np.array(shuffled)) == quartiles(np.array(values))


@pytest.mark.parametrize("number", [0, 1, FEWEST - 1])
def test_a_figure_of_too_few_has_no_quartiles(number: int) -> None:
    """Who knows eight of nine figures would know the ninth; a figure that is missing is none."""
    values = np.full(40, np.nan)
    values[:number] = 50.0
    assert quartiles(values) is None
    values[: FEWEST + 1] = 50.0
    assert quartiles(values) is not None


@given(st.lists(st.integers(0, 8), min_size=2, max_size=9))
def test_no_share_is_that_of_one_or_two(counts: list[int]) -> None:
    """“One organisation is at level 5”: everybody in the trade knows which."""
    found = bands(counts)
    total = sum(counts)
    if 0 < total < FEWEST_TOGETHER:
        assert found == ()
        return
    assert all(band.organisations == 0 or band.organisations >= FEWEST_TOGETHER for band in found)
    covered = [level for band in found for level in range(band.first, band.last + 1)]
    assert covered == list(range(1, len(counts) + 1))
    for band in found:
        assert band.organisations == sum(counts[band.first - 1 : band.last])
    assert len(found) == most_parts(counts)


def most_parts(counts: list[int]) -> int:
    """Count into how many parts levels can be divided at most, by trying."""
    best, levels = 0, range(1, len(counts))
    for number in range(len(counts)):
        for cuts in combinations(levels, number):
            edges = [0, *cuts, len(counts)]
            sums = [sum(counts[a:b]) for a, b in pairwise(edges)]
            if all(part == 0 or part >= FEWEST_TOGETHER for part in sums):
                best = max(best, len(sums))
    return best


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([4, 5, 6, 0, 3], [(1, 1, 4), (2, 2, 5), (3, 3, 6), (4, 4, 0), (5, 5, 3)]),
        ([4, 5, 6, 0, 1], [(1, 1, 4), (2, 2, 5), (3, 5, 7)]),
        ([1, 3, 4, 2, 0], [(1, 2, 4), (3, 4, 6), (5, 5, 0)]),
        ([1, 0, 9, 0, 0], [(1, 3, 10), (4, 4, 0), (5, 5, 0)]),
        ([1, 0, 0, 0, 9], [(1, 5, 10)]),
    ],
)
def test_levels_of_few_are_put_together_with_their_neighbours(
    counts: list[int], expected: list[tuple[int, int, int]]
) -> None:
    assert bands(counts) == tuple(
        Band(first=first, last=last, organisations=number) for first, last, number in expected
    )
