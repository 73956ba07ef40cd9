"""What docs/method.md promises of the placement, on organisations drawn at random."""

from __future__ import annotations

import re
from pathlib import Path

import calibrate
import pytest
from simulation import Trial

DOCS = Path(__file__).parent.parent / "docs"
EACH = 300
"""Organisations a level: enough that chance moves a share by two points at most, mostly."""


@pytest.fixture(scope="module")
def full() -> Trial:
    return Trial.of("full")


@pytest.fixture(scope="module")
def quick() -> Trial:
    return Trial.of("quick")


@pytest.mark.parametrize("name", ["full", "quick"])
def test_the_level_is_found_by_eight_people(name: str) -> None:
    """A client is placed where they stand, even where the people who answer see things differently."""
    trial = Trial.of(name)
    close, wide = (calibrate.placed(trial, 8, scatter, each=EACH) for scatter in (0.5, 1.0))
    assert close.right >= 0.93
    assert wide.right >= 0.68
    assert min(close.near, wide.near) >= 0.94


def test_one_person_who_knows_the_company_is_at_most_one_level_off(full: Trial) -> None:
    assert calibrate.placed(full, 1, 0.5, each=EACH).near >= 0.95


def test_a_level_is_not_given_to_whoever_lacks_its_deciding_trait(full: Trial) -> None:
    """A platform bought by two functions that share no data, praised as integration."""
    assert calibrate.placed_without_a_trait(full, 8, 0.5, each=EACH).right >= 0.95
    assert calibrate.placed_without_a_trait(full.gated([]), 8, 0.5, each=EACH).right < 0.05


def test_quick_places_as_full_does(full: Trial, quick: Trial) -> None:
    found = calibrate.agreement(full, quick, 8, number=1000)
    assert found.right >= 0.7
    assert found.near >= 0.95


def test_the_tables_are_those_the_simulation_prints(capsys: pytest.CaptureFixture[str]) -> None:
    """Figures that no longer hold, under our name; `make calibrate` prints them anew."""
    calibrate.main()
    printed = shares(capsys.readouterr().out)
    for page in ("method.md", "metodo.md"):
        shown = shares((DOCS / page).read_text("utf-8"))
        rows = [row for row in shown if len(row) >= 4]
        assert len(rows) == len(printed)
        for ours, theirs in zip(rows, printed, strict=True):
            # The last digit may differ between versions of numpy.
            assert ours == pytest.approx(theirs, abs=1), page


def shares(text: str) -> list[list[int]]:
    """Return the percentages of every row of a table that begins with a figure or a name in backticks."""
    rows = re.findall(r"(?m)^\| [\d`].*\|$", text)
    found = [[int(share) for share in re.findall(r"(\d+)%", row)] for row in rows]
    return [row for row in found if row]
