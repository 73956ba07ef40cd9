"""Numbers on the command line: decimal, exact, without marks between thousands."""

from __future__ import annotations

import re
from decimal import Decimal

import typer

_NUMBER = re.compile(r"[0-9]{1,15}([.,][0-9]{1,2})?")
_GROUPED = re.compile(r"[0-9]{1,3}([.,’' _][0-9]{3})+([.,][0-9]{1,2})?")
HOURS_A_WEEK = 168


def amount(text: str) -> Decimal:
    """Read an amount above 0, with a point or a comma and at most two decimals."""
    return _above_zero(text)


def per_cent(text: str) -> Decimal:
    """Read a share in per cent, above 0 and at most 100; the sign may be there."""
    number = _above_zero(text.removesuffix("%").rstrip())
    if number > 100:
        raise typer.BadParameter(f"{text!r} is more than 100 per cent.")
    return number


def hours(text: str) -> Decimal:
    """Read a number of hours above 0, of which a week has 168."""
    number = _above_zero(text)
    if number > HOURS_A_WEEK:
        raise typer.BadParameter(f"{text!r} is more than the {HOURS_A_WEEK} hours of a week.")
    return number


def _above_zero(text: str) -> Decimal:
    if _GROUPED.fullmatch(text):
        # 2.000 is two thousand to one reader and two to another.
        raise typer.BadParameter(f"{text!r}: write it without marks between thousands, such as 2000000.")
    if not _NUMBER.fullmatch(text):
        raise typer.BadParameter(f"{text!r} is no number with at most two decimals.")
    number = Decimal(text.replace(",", "."))
    if not number:
        raise typer.BadParameter(f"{text!r} must be above 0.")
    return number
