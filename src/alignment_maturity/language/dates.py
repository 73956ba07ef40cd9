"""Dates as tables and charts write them, never broken over two lines."""

from __future__ import annotations

import datetime as dt

from alignment_maturity.language import Lang, long_date

_NO_BREAK = "\N{NO-BREAK SPACE}"


def month(day: dt.date, lang: Lang) -> str:
    """Return the short name of a month: `Nov`, `nov`."""
    return long_date(day, lang).split()[1][:3]


def day_and_month(day: dt.date, lang: Lang) -> str:
    """Write a day without its year: `23 Nov`."""
    return f"{long_date(day, lang).split()[0]}{_NO_BREAK}{month(day, lang)}"


def month_and_year(day: dt.date, lang: Lang) -> str:
    """Write a month in full: `November 2026`."""
    return long_date(day, lang).split(maxsplit=1)[1]


def short(day: dt.date, lang: Lang) -> str:
    """Write a date in little space: `23 Nov 2026`."""
    return f"{day_and_month(day, lang)}{_NO_BREAK}{day.year}"


def span(start: dt.date, end: dt.date, lang: Lang) -> str:
    """Write from when to when: `23 Nov – 4 Dec 2026`, with both years where they differ."""
    if start == end:
        return short(end, lang)
    first = day_and_month(start, lang) if start.year == end.year else short(start, lang)
    return f"{first} – {short(end, lang)}"


def plain(written: str) -> str:
    """Put ordinary spaces into a date, for text that is searched and copied."""
    return written.replace(_NO_BREAK, " ")
