"""What the two functions owe each other, figure by figure."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.worksheets.calculator import Figures, Owed, owed

D = Decimal
FULL = Figures(
    revenue_target=D(2_000_000),
    lead_share=D(40),
    average_deal=D(25_000),
    win_rate=D(25),
    opportunity_rate=D(30),
    acceptance_rate=D(60),
    people=3,
    hours=D(4),
)


def test_the_worked_example_comes_out_as_on_paper() -> None:
    """Worked by hand: 800,000 / 25,000 = 32; / 25% = 128; / 30% = 426.7; 427 / 60% = 711.7; 712 a year."""
    assert owed(FULL) == Owed(
        revenue=Fraction(800_000),
        customers=32,
        opportunities=128,
        accepted=427,
        qualified=712,
        a_quarter=178,
        a_month=60,
        a_week=15,
        follow_up=Fraction(25, 2),
        capacity=Fraction(12),
        manageable=14,
    )


def test_each_whole_thing_is_rounded_up_once_and_the_next_reckoned_from_it() -> None:
    """Rounded at the end only, the page would contradict itself: 1.2 customers do not open 2.4 deals."""
    found = owed(
        Figures(
            revenue_target=D(120), lead_share=D(100), average_deal=D(100), win_rate=D(50),
            opportunity_rate=D(50), acceptance_rate=D(50),
        )
    )  # fmt: skip
    assert (found.customers, found.opportunities, found.accepted, found.qualified) == (2, 4, 8, 16)


@pytest.mark.parametrize(
    ("revenue", "deal", "customers"), [("2.1", "0.7", 3), ("0.3", "0.1", 3), ("3", "3", 1)]
)
def test_what_divides_evenly_is_not_rounded_up(revenue: str, deal: str, customers: int) -> None:
    """In binary 2.1 / 0.7 is a little more than 3: a customer too many, and all the leads it takes."""
    figures = Figures(revenue_target=D(revenue), lead_share=D(100), average_deal=D(deal))
    assert owed(figures).customers == customers


def test_what_can_be_worked_out_is() -> None:
    """Half the figures are better than none: the rest is a line to fill in."""
    found = owed(Figures(revenue_target=D(1_000_000), lead_share=D(50), people=2, hours=D("2.5")))
    assert found.revenue == 500_000
    assert {found.customers, found.qualified, found.a_week, found.follow_up} == {None}
    assert found.capacity == 5
    assert found.manageable == 6
    assert found.kept is None
    assert owed(Figures(win_rate=D(20), acceptance_rate=D(50))) == Owed(*[None] * 11)


@pytest.mark.parametrize(("hours", "kept"), [("4", False), ("4.16", False), ("4.17", True), ("5", True)])
def test_a_promise_sales_has_no_hours_for_is_told_from_one_it_can_keep(hours: str, kept: bool) -> None:
    figures = Figures(
        FULL.revenue_target, FULL.lead_share, FULL.average_deal, FULL.win_rate, FULL.opportunity_rate,
        FULL.acceptance_rate, 3, D(hours),
    )  # fmt: skip
    assert owed(figures).kept is kept


percents = st.decimals(D("0.5"), 100, places=1)


@given(
    st.integers(1, 10**9), percents, st.integers(1, 10**6), percents, percents, percents, st.integers(1, 52)
)
def test_what_is_owed_is_enough_and_not_one_lead_too_many(  # noqa: PLR0913, PLR0917 - one for each figure
    revenue: int,
    share: Decimal,
    deal: int,
    win: Decimal,
    opportunity: Decimal,
    acceptance: Decimal,
    weeks: int,
) -> None:
    found = owed(Figures(D(revenue), share, D(deal), win, opportunity, acceptance, weeks=weeks))
    chain = [
        (found.customers, Fraction(revenue) * Fraction(share) / 100 / deal),
        (found.opportunities, (found.customers or 0) / (Fraction(win) / 100)),
        (found.accepted, (found.opportunities or 0) / (Fraction(opportunity) / 100)),
        (found.qualified, (found.accepted or 0) / (Fraction(acceptance) / 100)),
        (found.a_week, Fraction(found.qualified or 0, weeks)),
    ]
    for whole, exact in chain:
        assert whole is not None
        assert 0 <= whole - exact < 1
