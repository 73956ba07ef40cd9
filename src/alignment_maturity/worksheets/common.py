"""The parts that several worksheets share."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import TYPE_CHECKING

from alignment_maturity.worksheets.document import Block, Column, Field, Fields, Heading, Table

if TYPE_CHECKING:
    from alignment_maturity.language import Phrase
    from alignment_maturity.worksheets.voice import Voice

PRINTED, WRITING = 6.5, 9
"""Least heights of a row to read and of one to write in by hand, in millimetres."""

SATURDAY = 5


def identity(voice: Voice, *fields: Field) -> Fields:
    """Say whose document this is, in which version, and what else identifies it."""
    whose = () if voice.result else (Field(voice.say("organisation")),)
    return Fields((*whose, Field(voice.say("version")), *fields, Field(voice.say("kept-at"))))


def table(
    voice: Voice,
    caption: str,
    widths: Mapping[str, int],
    rows: Iterable[Sequence[str]],
    *,
    room: float = PRINTED,
) -> Table:
    """Lay out a table.

    Args:
        voice: what says the heads of the columns.
        caption: empty where the heading above says enough.
        widths: of the columns, in parts of the whole, by the keys of their heads.
        rows: cells that a row lacks at its end are to be filled in.
        room: least height of a row, in millimetres.
    """
    columns = tuple(Column(voice.column(key), width) for key, width in widths.items())
    padded = tuple((*row, *[""] * (len(columns) - len(row))) for row in rows)
    return Table(caption, columns, padded, room)


def filled(voice: Voice, rows: Iterable[Sequence[Phrase]], **values: object) -> Iterator[tuple[str, ...]]:
    """Write the rows of a table."""
    return (tuple(voice.cell(phrase, **values) for phrase in row) for row in rows)


def blank(rows: int) -> Iterator[tuple[str, ...]]:
    """Return rows to fill in."""
    return repeat((), rows)


def signatures(voice: Voice) -> Iterator[Block]:
    """Let the heads of both functions, and management, sign."""
    yield Heading(voice.say("signatures"))
    widths = {"signed-for": 4, "signed-by": 6, "signed-on": 3, "signature": 6}
    parties = (voice.marketing, voice.sales, voice.say("leadership"))
    yield table(voice, "", widths, ((party,) for party in parties), room=WRITING)


def approval(voice: Voice) -> Iterator[Block]:
    """Let both functions approve in a line each."""
    yield Heading(voice.say("approval"))
    functions = (voice.marketing, voice.sales)
    yield Fields(tuple(Field(name, hint=voice.say("approved")) for name in functions))


def reviews(voice: Voice, days: Sequence[dt.date | None]) -> Table:
    """Return a table of reviews, on these days or on days to fill in."""
    widths = {"reviews-date": 3, "reviews-found": 5, "reviews-changed": 5}
    rows = ((voice.date(day) if day else "",) for day in days)
    return table(voice, "", widths, rows, room=WRITING)


def review_days(start: dt.date | None, months: Sequence[int]) -> tuple[dt.date | None, ...]:
    """Return the business days so many months after a start; None for those nobody can tell."""
    return tuple(None if start is None else _months_after(start, number) for number in months)


def _months_after(day: dt.date, months: int) -> dt.date | None:
    """Go on by months, to the last day of a short one, and off a weekend; None past the end of time."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    try:
        found = dt.date(year, month, min(day.day, monthrange(year, month)[1]))
        return found + dt.timedelta(days=7 - found.weekday() if found.weekday() >= SATURDAY else 0)
    except (OverflowError, ValueError):
        return None
