"""The options of the calculator in `worksheet sla`: figures of the two functions, read exactly."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Annotated, Optional

import typer

from alignment_maturity.cli.numbers import amount, hours, per_cent

_option = partial(typer.Option, rich_help_panel="Calculator")
_amount = partial(_option, parser=amount, metavar="AMOUNT")
_per_cent = partial(_option, parser=per_cent, metavar="PERCENT")
_hours = partial(_option, parser=hours, metavar="HOURS")
_number = partial(_option, min=1, metavar="N")

RevenueTarget = Annotated[Optional[Decimal], _amount(help="Revenue to reach in a year.")]
LeadShare = Annotated[
    Optional[Decimal], _per_cent(help="Share of that revenue expected from marketing’s leads.")
]
AverageDeal = Annotated[Optional[Decimal], _amount(help="Average value of a sale.")]
WinRate = Annotated[Optional[Decimal], _per_cent(help="Deals that are won.")]
OpportunityRate = Annotated[Optional[Decimal], _per_cent(help="Accepted leads that become deals.")]
AcceptanceRate = Annotated[Optional[Decimal], _per_cent(help="Delivered leads that are accepted.")]
People = Annotated[Optional[int], _number(max=100_000, help="People who follow up leads.")]
Hours = Annotated[Optional[Decimal], _hours(help="Hours a week that each of them has for it.")]
Attempts = Annotated[int, _number(max=100, help="Attempts to reach a lead before returning it.")]
Minutes = Annotated[
    int, _number(max=480, help="Minutes that an attempt takes, preparation and notes included.")
]
Weeks = Annotated[int, _number(max=52, help="Working weeks in a year.")]
HotWithin = Annotated[
    Optional[Decimal], _hours(show_default="2", help="Working hours to the first contact with a hot lead.")
]
WarmWithin = Annotated[Optional[Decimal], _hours(show_default="8, one day", help="The same for a warm lead.")]
ColdWithin = Annotated[
    Optional[Decimal], _hours(show_default="40, five days", help="The same for a cold lead.")
]
