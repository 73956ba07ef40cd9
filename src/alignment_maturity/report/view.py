"""From a result to what its report says: pure, without a clock, the same for the same input."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alignment_maturity.language.report import WORDS
from alignment_maturity.phrasing import verdict
from alignment_maturity.printing.palette import palette_of
from alignment_maturity.report import (
    appendix,
    comparison,
    matrix,
    meaning,
    placement,
    roadmap,
    steps,
    workshop,
)
from alignment_maturity.report import progress as changes
from alignment_maturity.report.benchmark import benchmark
from alignment_maturity.report.board import board
from alignment_maturity.report.brand import branded, chosen_sections
from alignment_maturity.report.elements import ReportView
from alignment_maturity.report.fitting import masthead_height
from alignment_maturity.report.glossary import glossary
from alignment_maturity.report.sections import COVER, SHORT, parts, with_benchmark
from alignment_maturity.report.voice import Voice
from alignment_maturity.report.worksheets import tools

if TYPE_CHECKING:
    from alignment_maturity.language import Lang
    from alignment_maturity.model.benchmark import Benchmark
    from alignment_maturity.model.brand import Brand
    from alignment_maturity.progress import Progress
    from alignment_maturity.result import Assessment
    from alignment_maturity.store.template_folders import TemplateFolder
    from alignment_maturity.store.word_templates import WordTemplate


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the one who asks for a report decides.

    Attributes:
        sections: names of `SECTIONS` and ids of the brand's own sections in the order wanted, each at most
            once; empty for those of a short report, for the order of the brand, else all.
        short: whether the report has to do with four pages: the plan is told in a table, not in cards.
        include_notes: whether to print what people wrote, with names where they may be shown.
        brand: of whoever hands the report over; None for ours.
        templates: a folder whose templates stand before ours; None for ours alone.
        program_version: printed on the page of method, left out where empty.
        date: of the report, where the answers bear none.
        word_template: stands in the place of ours; None for ours.
        benchmark: what the organisation is set against, on a page of its own; None for nothing.
        fingerprint: of all that the report is made of, printed on the page of method, left out where empty.
    """

    sections: tuple[str, ...] = ()
    short: bool = False
    include_notes: bool = False
    program_version: str = ""
    date: dt.date | None = None
    brand: Brand | None = None
    templates: TemplateFolder | None = None
    fingerprint: str = ""
    word_template: WordTemplate | None = None
    benchmark: Benchmark | None = None


DEFAULTS = ReportOptions()


def view(
    result: Assessment, lang: Lang, *, options: ReportOptions = DEFAULTS, progress: Progress | None = None
) -> ReportView:
    """Say in `lang` everything the report of a result says, and how it compares with earlier waves."""
    chosen = chosen_sections(options.sections or (SHORT if options.short else ()), options.brand)
    if options.benchmark:
        chosen = with_benchmark(chosen)
    order = parts(chosen)
    voice = Voice(result, lang, palette_of(options.brand), frozenset(order), condensed=options.short)
    date = result.date or options.date
    placed = result.index is not None
    answered = placed or any(question.counts for question in result.questions)
    title = voice.say("title", organisation=result.organisation)
    cover = placement.cover(voice, date)
    below_masthead = COVER not in chosen and order[:1] == ("board",)
    headed = masthead_height(cover, branded=options.brand is not None) if below_masthead else 0.0
    told = ReportView(
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
        order=order,
        cover=cover,
        board=board(voice, taken=headed),
        benchmark=benchmark(voice, options.benchmark) if options.benchmark else None,
        ladder=placement.ladder(voice),
        meaning=meaning.meaning(voice),
        profile=comparison.profile(voice) if placed else None,
        heat_map=comparison.heat_map(voice) if placed else None,
        discussion=comparison.discussion(voice),
        workshop=workshop.workshop(voice, include_notes=options.include_notes),
        steps=steps.steps(voice),
        roadmap=roadmap.roadmap(voice),
        matrix=matrix.matrix(voice),
        progress=changes.progress(voice, progress) if progress else None,
        changes=changes.changes(voice, progress) if progress else None,
        worksheets=tools(voice, date),
        method=appendix.method(voice, date, options),
        further_steps=steps.further_steps(voice),
        answers=appendix.answers(voice, include_notes=options.include_notes) if answered else None,
        glossary=None,
    )
    whole = branded(told, options.brand, lang) if options.brand else told
    return replace(whole, glossary=glossary(voice, (whole.cover, *whole.sections)))
