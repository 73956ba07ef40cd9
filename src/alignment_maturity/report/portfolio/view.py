"""From portfolios to what their report says: pure, without a clock, the same for the same input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.language import long_date
from alignment_maturity.printing.palette import palette_of
from alignment_maturity.report.brand import brand_view
from alignment_maturity.report.fitting import PAGE_WIDTH, Setting, masthead_height
from alignment_maturity.report.portfolio.elements import Part, PortfolioView
from alignment_maturity.report.portfolio.frequencies import actions, gaps, gates
from alignment_maturity.report.portfolio.listing import heat_map, roll
from alignment_maturity.report.portfolio.method import method
from alignment_maturity.report.portfolio.overview import cover, overview
from alignment_maturity.report.portfolio.spreads import coverage, quartiles
from alignment_maturity.report.portfolio.voice import Voice

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from alignment_maturity.language import Lang
    from alignment_maturity.model.brand import Brand
    from alignment_maturity.report.elements.brand import BrandView
    from alignment_maturity.report.elements.placement import Cover
    from alignment_maturity.report.portfolio.data import Portfolio

_USUAL, _TITLE = (Setting(size, 1.15, PAGE_WIDTH, bold=True) for size in (19, 15))
"""How the title of a report is set, and of this one."""


def view(
    portfolios: Sequence[Portfolio],
    lang: Lang,
    *,
    program_version: str,
    date: dt.date,
    brand: Brand | None = None,
) -> PortfolioView:
    """Say in `lang` everything a comparative report says, with a part for each portfolio.

    Args:
        date: of the report.

    Raises:
        ValueError: where there are no portfolios.
    """
    voices = [Voice(portfolio, lang, palette_of(brand)) for portfolio in portfolios]
    if not voices:
        raise ValueError("nothing to compare")
    branded = brand_view(brand, lang) if brand else None
    footer = [voices[0].say("portfolio"), long_date(date, lang)]
    if branded:
        footer = [
            branded.footer or voices[0].say("portfolio"),
            long_date(date, lang),
            branded.confidentiality,
        ]
    titles = dict.fromkeys(voice.text(voice.questionnaire.title) for voice in voices)
    return PortfolioView(
        lang=lang,
        title=voices[0].say("portfolio-title", titles=", ".join(titles)),
        subject=" ".join(map(_subject, voices)),
        author=brand.name if brand else "",
        generator=f"alignment-maturity {program_version}".strip(),
        date=date.isoformat(),
        sources=voices[0].say("portfolio-sources"),
        parts=tuple(
            _part(voice, number, branded, " · ".join(filter(None, footer)), program_version)
            for number, voice in enumerate(voices, start=1)
        ),
    )


def _subject(voice: Voice) -> str:
    title, rows = voice.text(voice.questionnaire.title), voice.figures.rows
    return voice.count("portfolio-subject", rows, title=title, n=voice.whole(rows))


def _taken(head: Cover, *, branded: bool) -> float:
    """Return how high the head of the first page stands, whose title is set smaller than that of a report."""
    title = head.organisation
    return masthead_height(head, branded=branded) - _USUAL.height(title) + _TITLE.height(title)


def _part(voice: Voice, number: int, brand: BrandView | None, footer: str, program_version: str) -> Part:
    """Return the sections of one portfolio, each with an anchor that no other part has."""
    head = cover(voice)
    sections = (
        heat_map(voice, f"map-{number}"),
        quartiles(voice, f"quartiles-{number}"),
        coverage(voice, f"coverage-{number}"),
        gates(voice, f"gates-{number}"),
        gaps(voice, f"gaps-{number}"),
        actions(voice, f"actions-{number}"),
        roll(voice, f"list-{number}"),
        method(voice, f"method-{number}", program_version),
    )
    return Part(
        cover=head,
        footer=footer,
        brand=brand,
        board=overview(voice, f"overview-{number}", taken=_taken(head, branded=brand is not None)),
        sections=tuple(section for section in sections if section),
    )
