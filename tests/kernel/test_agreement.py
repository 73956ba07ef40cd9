"""The statistics of agreement against published and recomputed values."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from alignment_maturity.kernel.agreement import cliffs_delta, ordinal_alpha, within_group_agreement

VECTORS = json.loads(
    (Path(__file__).parents[1] / "examples" / "contract" / "statistics-vectors.json").read_text("utf-8")
)


def counted(values: list[int], top: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.bincount(np.array(values, dtype=np.int64) - 1, minlength=top)


def units_of(rows: list[list[int | None]], top: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.array([counted([value for value in row if value is not None], top) for row in rows])


def test_alpha_of_krippendorffs_table_c() -> None:
    """The figure printed as the reliability of the answers must be the published one."""
    vector = VECTORS["krippendorff_C_4x12"]
    assert ordinal_alpha(units_of(vector["data_units_by_rater"], 5)) == pytest.approx(
        vector["ordinal"], abs=5e-5
    )


def test_alpha_of_three_raters_and_fifteen_units() -> None:
    vector = VECTORS["krippendorff_3x15"]
    raters = [[None if cell == "*" else int(cell) for cell in row.split()] for row in vector["rows"]]
    units = [list(unit) for unit in zip(*raters, strict=True)]
    assert ordinal_alpha(units_of(units, 4)) == pytest.approx(vector["ordinal"], abs=5e-5)


@pytest.mark.parametrize("rows", [[[1, None], [None, 2]], [[3, 3], [3, 3, 3]], [[]]])
def test_alpha_does_not_exist_without_pairs_that_could_differ(rows: list[list[int | None]]) -> None:
    """An undefined reliability shown as a number would be believed."""
    assert ordinal_alpha(units_of(rows, 5)) is None


@pytest.mark.parametrize("answers", VECTORS["rwg_awg_hand_1to5"])
def test_r_wg_by_hand(answers: str) -> None:
    """James, Demaree & Wolf 1984, cut off at 0."""
    vector = VECTORS["rwg_awg_hand_1to5"][answers]
    expected = vector.get("rwg", vector.get("rwg_truncated"))
    found = within_group_agreement(counted(json.loads(answers), 5), np.arange(1, 6), np.array(5))
    assert float(found) == pytest.approx(expected)


def test_r_wg_needs_two_values() -> None:
    assert np.isnan(within_group_agreement(counted([4], 5), np.arange(1, 6), np.array(5)))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [([3, 4, 5], [1, 2], 1.0), ([1], [2], -1.0), ([1, 2, 3], [1, 2, 3], 0.0), ([1, 3, 3], [2, 2, 3], 1 / 9)],
)
def test_cliffs_delta_by_hand(first: list[int], second: list[int], expected: float) -> None:
    """Higher pairs less lower pairs, over all pairs."""
    assert float(cliffs_delta(counted(first, 5), counted(second, 5))) == pytest.approx(expected)


def test_cliffs_delta_needs_answers_on_both_sides() -> None:
    assert np.isnan(cliffs_delta(counted([1], 5), np.zeros(5, dtype=np.int64)))
