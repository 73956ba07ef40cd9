"""From a result to what its report says: pure, without a clock, the same for the same input."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignment_maturity.language.report import WORDS
from alignment_maturity.phrasing import verdict
from alignment_maturity.report import appendix, comparison, matrix, meaning, placement, roadmap, steps
from alignment_maturity.report import progress as changes
from alignment_maturity.report.elements import ReportView
from alignment_maturity.report.glossary import glossary
from alignment_maturity.report.sections import COVER, SECTIONS, parts
from alignment_maturity.report.voice import Voice

if TYPE_CHECKING:
    from pathlib import Path

    from alignment_maturity.language import Lang
    from alignment_maturity.model.brand import Brand
    from alignment_maturity.progress import Progress
    from alignment_maturity.result import Assessment


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the one who asks for a report decides.

    Attributes:
        sections: names of `SECTIONS` in the order wanted, each at most once; empty for all.
        short: whether the plan is told in a table that fits a page, instead of a card for each action.
        include_notes: whether to print what people wrote, with names where they may be shown.
        brand: of whoever hands the report over; None for ours.
        templates: a folder whose templates stand before ours; None for ours alone.
        program_version: printed on the page of method, left out where empty.
        date: of the report, where the answers bear none.
    """

    sections: tuple[str, ...] = ()
    short: bool = False
    include_notes: bool = False
    program_version: str = ""
    date: dt.date | None = None
    brand: Brand | None = None
    templates: Path | None = None


DEFAULTS = ReportOptions()


def view(
    result: Assessment, lang: Lang, *, options: ReportOptions = DEFAULTS, progress: Progress | None = None
) -> ReportView:
    """Say in `lang` everything the report of a result says, and how it compares with earlier waves."""
    voice = Voice(result, lang)
    date = result.date or options.date
    placed = result.index is not None
    answered = placed or any(question.counts for question in result.questions)
    chosen = options.sections or tuple(SECTIONS)
    title = voice.say("title", organisation=result.organisation)
    return ReportView(
        lang=lang,
        title=title,
        subject=f"{voice.text(result.questionnaire.title)}. {verdict.placement(result, lang)}",
        author=result.organisation,
        generator=f"alignment-maturity {options.program_version}".strip(),
        date=date.isoformat() if date else "",
        running=result.organisation,
        footer=" · ".join(part for part in (voice.text(result.questionnaire.title), result.wave) if part),
        words={key: phrase.fill(lang) for key, phrase in WORDS.items()},
        has_cover=COVER in chosen,
        order=parts(chosen),
        cover=placement.cover(voice, date),
        board=placement.board(voice),
        ladder=placement.ladder(voice),
        meaning=meaning.meaning(voice),
        profile=comparison.profile(voice) if placed else None,
        heat_map=comparison.heat_map(voice) if placed else None,
        discussion=comparison.discussion(voice),
        steps=steps.steps(voice),
        roadmap=roadmap.roadmap(voice),
        matrix=matrix.matrix(voice),
        progress=changes.progress(voice, progress) if progress else None,
        changes=changes.changes(voice, progress) if progress else None,
        method=appendix.method(voice, date, options.program_version),
        further_steps=steps.further_steps(voice),
        answers=appendix.answers(voice, include_notes=options.include_notes) if answered else None,
        glossary=glossary(voice, compared=progress is not None),
    )
