"""The arithmetic of the service-level agreement: from revenue to leads, from leads to hours.

With revenue target R a year, share s of it expected from leads, average deal d, win rate w, opportunity rate
o and acceptance rate a:

    customers = ⌈R · s / d⌉            opportunities = ⌈customers / w⌉
    accepted  = ⌈opportunities / o⌉    qualified     = ⌈accepted / a⌉     (leads, a year)

Each of these is a whole thing, so it is rounded up once, and the next is reckoned from the rounded number:
whoever checks the page with a pocket calculator gets the same. What is owed in a quarter, a month or a week
is ⌈qualified / 4⌉, ⌈qualified / 12⌉ and ⌈qualified / working weeks⌉, each from the year.

    hours of follow-up a week = leads a week · attempts · minutes / 60
    hours there are           = people · hours a week of each
    leads that can be followed up = ⌊hours there are · 60 / (attempts · minutes)⌋

The arithmetic is exact: decimal numbers in, fractions inside.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

QUARTERS, MONTHS = 4, 12


class Grade(StrEnum):
    """How promising a lead is."""

    HOT = "hot"
    WARM = "warm"
    COLD = "cold"


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Working hours from handover within which the first contact is due, by grade."""

    hot: Decimal = Decimal(2)
    warm: Decimal = Decimal(8)
    cold: Decimal = Decimal(40)

    def of(self, grade: Grade) -> Decimal:
        """Return the deadline of a grade."""
        return {Grade.HOT: self.hot, Grade.WARM: self.warm, Grade.COLD: self.cold}[grade]


@dataclass(frozen=True, slots=True)
class Figures:
    """What the two functions know or have decided; None where they have not yet.

    Attributes:
        revenue_target: a year, above 0.
        lead_share: of that revenue, from leads of marketing, in per cent, above 0, at most 100.
        average_deal: in the same money, above 0.
        win_rate: opportunities that become customers, in per cent, above 0, at most 100.
        opportunity_rate: accepted leads that become opportunities, likewise.
        acceptance_rate: delivered leads that sales accepts, likewise.
        people: who follow up leads, at least 1.
        hours: that each of them has for it a week, above 0.
        deadlines: of the first contact.
        attempts: to reach a lead before it is given back, at least 1.
        minutes: that an attempt takes, preparation and note included, above 0.
        weeks: in a year in which leads are delivered and followed up, 1 to 52.
    """

    revenue_target: Decimal | None = None
    lead_share: Decimal | None = None
    average_deal: Decimal | None = None
    win_rate: Decimal | None = None
    opportunity_rate: Decimal | None = None
    acceptance_rate: Decimal | None = None
    people: int | None = None
    hours: Decimal | None = None
    deadlines: Deadlines = field(default_factory=Deadlines)
    attempts: int = 5
    minutes: Decimal = Decimal(10)
    weeks: int = 48


@dataclass(frozen=True, slots=True)
class Owed:
    """What follows from the figures; None where one that it needs is missing.

    Attributes:
        revenue: expected from leads, a year.
        customers, opportunities, accepted: a year.
        qualified: leads that marketing owes a year; the next three, in each part of it.
        follow_up: hours a week that it takes to follow them up.
        capacity: hours a week that there are.
        manageable: leads a week that these hours are enough for.
    """

    revenue: Fraction | None
    customers: int | None
    opportunities: int | None
    accepted: int | None
    qualified: int | None
    a_quarter: int | None
    a_month: int | None
    a_week: int | None
    follow_up: Fraction | None
    capacity: Fraction | None
    manageable: int | None

    @property
    def kept(self) -> bool | None:
        """Whether sales has the hours for what it promises; None where that can't be said."""
        if self.follow_up is None or self.capacity is None:
            return None
        return self.follow_up <= self.capacity


def owed(figures: Figures) -> Owed:
    """Work out what the two functions owe each other, as far as the figures go."""
    revenue = _times(_exact(figures.revenue_target), _share(figures.lead_share))
    customers = _up(revenue, _exact(figures.average_deal))
    opportunities = _up(customers, _share(figures.win_rate))
    accepted = _up(opportunities, _share(figures.opportunity_rate))
    qualified = _up(accepted, _share(figures.acceptance_rate))
    a_week = _up(qualified, Fraction(figures.weeks))
    each = Fraction(figures.minutes) * figures.attempts / 60
    capacity = _times(_exact(figures.people), _exact(figures.hours))
    return Owed(
        revenue=revenue,
        customers=customers,
        opportunities=opportunities,
        accepted=accepted,
        qualified=qualified,
        a_quarter=_up(qualified, Fraction(QUARTERS)),
        a_month=_up(qualified, Fraction(MONTHS)),
        a_week=a_week,
        follow_up=_times(_exact(a_week), each),
        capacity=capacity,
        manageable=None if capacity is None else floor(capacity / each),
    )


def _exact(number: Decimal | int | None) -> Fraction | None:
    return None if number is None else Fraction(number)


def _share(percent: Decimal | None) -> Fraction | None:
    return None if percent is None else Fraction(percent) / 100


def _times(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one * other


def _up(whole: Fraction | int | None, part: Fraction | None) -> int | None:
    """Divide and round up, once."""
    return None if whole is None or part is None else ceil(whole / part)
