"""The service-level agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from alignment_maturity.language.worksheets import sla as words
from alignment_maturity.phrasing import wording
from alignment_maturity.worksheets.calculator import MONTHS, QUARTERS, Figures, Grade, Owed, owed
from alignment_maturity.worksheets.common import filled, identity, review_days, reviews, signatures, table
from alignment_maturity.worksheets.document import (
    Block,
    Field,
    Fields,
    Heading,
    Note,
    Paragraph,
    Steps,
    Table,
)
from alignment_maturity.worksheets.standing import standing
from alignment_maturity.worksheets.voice import BLANK

if TYPE_CHECKING:
    from alignment_maturity.worksheets.voice import Voice

PHRASES = words.PHRASES
WORKING_DAY = 8
"""Hours."""


def blocks(voice: Voice) -> Iterator[Block]:
    """Write the agreement; what the figures do not give is left to fill in, with its formula."""
    figures = voice.source.figures
    result = owed(figures)
    yield identity(voice)
    yield Paragraph(voice.say("amend"), small=True)
    yield from standing(voice, "sla")
    yield from _scope(voice)
    yield from _calculation(voice, figures, result)
    yield from _follow_up(voice, figures, result)
    yield from _commitments(voice, figures, result)
    yield from _refusals(voice)
    yield Heading(voice.say("escalation"))
    yield Steps(voice.each(words.ESCALATION))
    yield from _measuring(voice, figures)
    yield from signatures(voice)


def _scope(voice: Voice) -> Iterator[Block]:
    yield Heading(voice.say("scope"))
    yield Paragraph(voice.say("scope-text"))
    yield Fields(tuple(Field(voice.say(key)) for key in ("scope-covers", "scope-term")))


def _calculation(voice: Voice, figures: Figures, result: Owed) -> Iterator[Block]:
    given = (
        ("revenue-target", "given", _number(voice, figures.revenue_target)),
        ("lead-share", "given", _percent(voice, figures.lead_share)),
        ("average-deal", "measured-mean", _number(voice, figures.average_deal)),
        ("win-rate", "measured", _percent(voice, figures.win_rate)),
        ("opportunity-rate", "measured", _percent(voice, figures.opportunity_rate)),
        ("acceptance-rate", "measured", _percent(voice, figures.acceptance_rate)),
        ("revenue", "revenue-how", _number(voice, result.revenue)),
        ("customers", "customers-how", _number(voice, result.customers)),
        ("opportunities", "opportunities-how", _number(voice, result.opportunities)),
        ("accepted", "accepted-how", _number(voice, result.accepted)),
        ("qualified", "qualified-how", _number(voice, result.qualified)),
    )
    parts = (
        ("a-quarter", voice.say("divided", n=QUARTERS), result.a_quarter),
        ("a-month", voice.say("divided", n=MONTHS), result.a_month),
        ("a-week", voice.say("divided-weeks", n=figures.weeks), result.a_week),
    )
    yield Heading(voice.say("calculation"))
    yield Paragraph(voice.say("calculation-text"))
    yield _reckoning(
        voice,
        "calculation-caption",
        (
            *((voice.say(item), voice.say(how), value) for item, how, value in given),
            *((voice.say(item), how, _number(voice, value)) for item, how, value in parts),
        ),
    )
    yield Paragraph(voice.say("rounding"), small=True)


def _follow_up(voice: Voice, figures: Figures, result: Owed) -> Iterator[Block]:
    yield Heading(voice.say("follow-up"))
    yield Paragraph(voice.say("follow-up-text"))
    widths = {"grade": 2, "recognised": 7, "within": 4, "attempts": 3, "who": 4}
    attempts = voice.count("up-to", figures.attempts)
    grades = (
        (*(voice.fill(phrase) for phrase in words.GRADES[grade]), _within(voice, figures, grade), attempts)
        for grade in Grade
    )
    yield table(voice, voice.say("grades-caption"), widths, grades)
    rows = (
        ("load-leads", "load-leads-how", result.a_week),
        ("load-attempts", "decided", figures.attempts),
        ("load-minutes", "load-minutes-how", figures.minutes),
        ("load-hours", "load-hours-how", result.follow_up),
        ("load-people", "decided", figures.people),
        ("load-each", "load-each-how", figures.hours),
        ("load-capacity", "load-capacity-how", result.capacity),
        ("load-manageable", "load-manageable-how", result.manageable),
    )
    yield _reckoning(
        voice,
        "load-caption",
        ((voice.say(item), voice.say(how), _number(voice, value)) for item, how, value in rows),
    )
    yield Paragraph(voice.say("load-note"), small=True)
    yield _verdict(voice, result)


def _reckoning(voice: Voice, caption: str, rows: Iterable[tuple[str, str, str]]) -> Table:
    return table(voice, voice.say(caption), {"item": 7, "how": 7, "value": 4}, rows)


def _verdict(voice: Voice, result: Owed) -> Note:
    """Say whether sales can keep the promise; where that is not known, how to find out."""
    if result.kept is None or result.follow_up is None or result.capacity is None:
        return Note(voice.say("check"), (voice.say("check-text"),))
    hours = {"needed": _number(voice, result.follow_up), "there": _number(voice, result.capacity)}
    if result.kept:
        return Note(voice.say("kept"), (voice.say("kept-text", **hours),))
    told = voice.say(
        "not-kept-text",
        missing=_number(voice, result.follow_up - result.capacity),
        manageable=_number(voice, result.manageable),
        leads=_number(voice, result.a_week),
        **hours,
    )
    return Note(voice.say("not-kept"), (told, voice.say("not-kept-do")), warning=True)


def _commitments(voice: Voice, figures: Figures, result: Owed) -> Iterator[Block]:
    values = {grade.value: _within(voice, figures, grade) for grade in Grade}
    values |= {"a_month": _number(voice, result.a_month) or BLANK, "attempts": str(figures.attempts)}
    widths = {"commitment": 4, "in-full": 9, "measured-by": 6, "answers-for-it": 4}
    for key, rows in (("of-marketing", words.MARKETING), ("of-sales", words.SALES)):
        yield Heading(voice.say(key))
        yield table(voice, "", widths, filled(voice, rows, **values))


def _refusals(voice: Voice) -> Iterator[Block]:
    yield Heading(voice.say("refused"))
    yield Paragraph(voice.say("refused-text"))
    widths = {"reason": 6, "then": 8, "takes-over": 4}
    yield table(voice, "", widths, filled(voice, words.REASONS))


def _measuring(voice: Voice, figures: Figures) -> Iterator[Block]:
    goals = {
        "acceptance": _percent(voice, figures.acceptance_rate),
        "opportunity": _percent(voice, figures.opportunity_rate),
    }
    yield Heading(voice.say("measuring"))
    yield Paragraph(voice.say("measuring-text"))
    widths = {"indicator": 5, "formula": 7, "goal": 3, "source": 4}
    yield table(voice, "", widths, filled(voice, words.INDICATORS, **goals))
    yield Heading(voice.say("reviews"))
    yield Paragraph(voice.say("reviews-text"))
    yield reviews(voice, review_days(voice.start, range(1, 4)))


def _within(voice: Voice, figures: Figures, grade: Grade) -> str:
    """Write a deadline in working days where it comes to whole ones, else in hours."""
    hours = figures.deadlines.of(grade)
    days, rest = divmod(hours, WORKING_DAY)
    if days and not rest:
        return voice.count("working-days", int(days))
    if hours == 1:
        return voice.say("working-hours-one")
    return voice.say("working-hours", n=_number(voice, hours))


def _number(voice: Voice, value: Decimal | Fraction | int | None) -> str:
    """Write a number as far as it is needed, to two decimals at most; nothing where there is none."""
    if value is None:
        return ""
    exact = round(Fraction(value), 2)
    whole, rest = divmod(exact, 1)
    text = wording.whole(int(whole), voice.lang)
    decimals = f"{int(rest * 100):02d}".rstrip("0")
    mark = "," if voice.lang == "it" else "."
    return f"{text}{mark}{decimals}" if decimals else text


def _percent(voice: Voice, value: Decimal | None) -> str:
    return "" if value is None else f"{_number(voice, value)}%"
