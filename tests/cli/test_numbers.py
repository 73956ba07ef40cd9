"""Numbers on the command line: what is not clear is refused, whoever reads it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
import typer

from alignment_maturity.cli.numbers import amount, hours, per_cent

Reader = Callable[[str], Decimal]


@pytest.mark.parametrize(
    ("read", "text", "number"),
    [
        (amount, "2000000", "2000000"), (amount, "0.01", "0.01"), (amount, "1234,5", "1234.5"),
        (per_cent, "40%", "40"), (per_cent, "12,5 %", "12.5"), (per_cent, "100", "100"),
        (hours, "168", "168"), (hours, "2.25", "2.25"),
    ],
)  # fmt: skip
def test_a_number_is_read_exactly(read: Reader, text: str, number: str) -> None:
    """In binary 12.1 is a little less, and a lead more is owed."""
    assert read(text) == Decimal(number)


@pytest.mark.parametrize(
    ("read", "text", "words"),
    [
        (amount, "2.000.000", "marks between thousands"), (amount, "2.000", "marks between thousands"),
        (amount, "2 000", "marks between thousands"), (amount, "2’000", "marks between thousands"),
        (amount, "1.000,50", "marks between thousands"),
        (amount, "0", "above 0"), (amount, "-5", "is no number"), (amount, "1e9", "is no number"),
        (amount, "nan", "is no number"), (amount, "", "is no number"), (amount, "1.2345", "is no number"),
        (amount, "\N{ARABIC-INDIC DIGIT FIVE}", "is no number"),
        (per_cent, "0%", "above 0"), (per_cent, "100.01", "100 per cent"), (per_cent, "%", "is no number"),
        (hours, "168.5", "168 hours"), (hours, "0", "above 0"),
    ],
)  # fmt: skip
def test_what_could_be_another_number_is_refused(read: Reader, text: str, words: str) -> None:
    """2.000 is two thousand to one reader and two to another; either may sign."""
    with pytest.raises(typer.BadParameter, match=words):
        read(text)
