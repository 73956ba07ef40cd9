"""What a Word template can name: a few texts, and the blocks of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from alignment_maturity.language import long_date
from alignment_maturity.report.docx.template import mark_block, mark_picture
from alignment_maturity.report.elements.brand import BrandView
from alignment_maturity.report.outline import chapters
from alignment_maturity.report.sections import COVER, SECTIONS
from alignment_maturity.report.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Collection

    from alignment_maturity.language import Lang
    from alignment_maturity.report.elements import ReportView
    from alignment_maturity.report.elements.parts import Chapter
    from alignment_maturity.report.view import ReportOptions
    from alignment_maturity.result import Assessment

REPORT, CONTENTS = "report", "contents"
"""The blocks besides the sections."""

LOGO, PICTURE = "logo", "picture"
"""The pictures."""

_OWN = "own-"
"""What the headings of a brand's own sections begin with; after it comes the name of the section."""

_NOBODY = BrandView(name="", logo=None, cover=(), contact=(), footer="", confidentiality="")


def chapters_by_block(view: ReportView) -> dict[str, tuple[Chapter, ...]]:
    """Return the chapters of the report and of each of its sections, by the name of their block."""
    sections = {part: section for section, parts in SECTIONS.items() for part in parts}
    found: dict[str, tuple[Chapter, ...]] = {REPORT: chapters(view)}
    for (part, _), chapter in zip(view.sections, found[REPORT], strict=True):
        name = _block(sections.get(part, chapter.heading.id.removeprefix(_OWN)))
        found[name] = (*found.get(name, ()), chapter)
    return found


def values(
    view: ReportView, result: Assessment, lang: Lang, options: ReportOptions, chapters: Collection[str]
) -> dict[str, object]:
    """Return what a template is filled with.

    Args:
        view: the report.
        result: what it tells of.
        lang: its language.
        options: what the one who asked for it decided.
        chapters: the blocks of chapters that there are.
    """
    voice, date = Voice(result, lang), result.date or options.date
    own = options.brand.own_sections if options.brand else ()
    sections = [name for name in (*SECTIONS, *(section.id for section in own)) if name != COVER]
    return {
        "organisation": view.cover.organisation,
        "title": view.title,
        "questionnaire": view.cover.label,
        "placement": view.cover.placement,
        "level": str(result.level),
        "level_name": voice.level_name(result.level),
        "date": long_date(date, lang) if date else "",
        "wave": result.wave or "",
        "respondents": voice.people(),
        "facts": view.cover.facts,
        "footer": view.footer,
        "language": view.lang,
        "program": view.generator,
        "brand": view.brand or _NOBODY,
        "cover": view.has_cover,
        LOGO: mark_picture(LOGO) if view.brand and view.brand.logo else Markup(),
        PICTURE: mark_picture(PICTURE),
        CONTENTS: mark_block(CONTENTS),
        REPORT: mark_block(REPORT),
        "sections": {
            # Nothing for a section that is left out, so that conditions can ask for it.
            name.replace("-", "_"): mark_block(_block(name)) if _block(name) in chapters else Markup()
            for name in sections
        },
    }


def _block(section: str) -> str:
    return f"section {section}"
