"""The parts that several worksheets share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from alignment_maturity.worksheets.document import Block, Column, Field, Fields, Heading, Table

if TYPE_CHECKING:
    from alignment_maturity.language import Phrase
    from alignment_maturity.worksheets.voice import Voice

WRITING = 9
"""Height of a row to write in by hand, in millimetres."""

SATURDAY = 5


def identity(voice: Voice, *fields: Field) -> Fields:
    """Say whose document this is, in which version, and what else identifies it."""
    whose = () if voice.result else (Field(voice.say("organisation")),)
    return Fields((*whose, Field(voice.say("version")), *fields, Field(voice.say("kept-at"))))


def filled(voice: Voice, rows: Iterable[Sequence[Phrase]], **values: object) -> tuple[tuple[str, ...], ...]:
    """Write the rows of a table."""
    return tuple(tuple(voice.cell(phrase, **values) for phrase in row) for row in rows)


def blank(columns: int, rows: int) -> tuple[tuple[str, ...], ...]:
    """Return rows to fill in."""
    return (("",) * columns,) * rows


def signatures(voice: Voice) -> Iterator[Block]:
    """Let the heads of both functions, and management, sign."""
    yield Heading(voice.say("signatures"))
    yield Table(
        "",
        (
            Column(voice.say("signed-for"), 4),
            Column(voice.say("signed-by"), 6),
            Column(voice.say("signed-on"), 3),
            Column(voice.say("signature"), 6),
        ),
        tuple((party, "", "", "") for party in (voice.marketing, voice.sales, voice.say("leadership"))),
        room=WRITING,
    )


def approval(voice: Voice) -> Iterator[Block]:
    """Let both functions approve in a line each."""
    yield Heading(voice.say("approval"))
    functions = (voice.marketing, voice.sales)
    yield Fields(tuple(Field(name, hint=voice.say("approved")) for name in functions))


def reviews(voice: Voice, days: Sequence[dt.date | None]) -> Table:
    """Return a table of reviews, on these days or on days to fill in."""
    return Table(
        "",
        (
            Column(voice.say("reviews-date"), 3),
            Column(voice.say("reviews-found"), 5),
            Column(voice.say("reviews-changed"), 5),
        ),
        tuple((voice.date(day) if day else "", "", "") for day in days),
        room=WRITING,
    )


def review_days(start: dt.date | None, months: Sequence[int]) -> tuple[dt.date | None, ...]:
    """Return the business days so many months after a start; None for those nobody can tell."""
    return tuple(None if start is None else _months_after(start, number) for number in months)


def _months_after(day: dt.date, months: int) -> dt.date | None:
    """Go on by months, to the last day of a short one, and off a weekend; None past the end of time."""
    years, month = divmod(day.month - 1 + months, 12)
    try:
        first = dt.date(day.year + years, month + 1, 1)
        last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        found = first.replace(day=min(day.day, last.day))
        return found + dt.timedelta(days=max(0, 7 - found.weekday()) if found.weekday() >= SATURDAY else 0)
    except (OverflowError, ValueError):
        return None
