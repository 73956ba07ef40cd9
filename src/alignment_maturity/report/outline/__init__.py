"""The sections of a report as chapters of prose, lists, tables and pictures.

Word and Markdown are written from these. Each chapter holds what the page of its section shows, every
sentence, figure, table and drawing once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from alignment_maturity.report.elements.appendix import Answers, Method
from alignment_maturity.report.elements.benchmark import Benchmark
from alignment_maturity.report.elements.comparison import Discussion, HeatMap, Profile
from alignment_maturity.report.elements.glossary import Glossary
from alignment_maturity.report.elements.parts import Chapter
from alignment_maturity.report.elements.placement import Board, Ladder, Meaning
from alignment_maturity.report.elements.plan import FurtherSteps, Matrix, Roadmap, Steps, Worksheets
from alignment_maturity.report.elements.progress import Changes, Progress
from alignment_maturity.report.elements.workshop import Workshop
from alignment_maturity.report.outline import (
    appendix,
    benchmark,
    comparison,
    placement,
    plan,
    progress,
    workshop,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignment_maturity.report.elements import ReportView, Section


def chapters(view: ReportView) -> tuple[Chapter, ...]:
    """Return the sections of a report that are wanted and have something to say, in their order."""
    return tuple(chapter(section, view.words) for _, section in view.sections)


def chapter(section: Section | Chapter, words: Mapping[str, str]) -> Chapter:  # noqa: C901, PLR0911, PLR0912 - one line for each kind
    """Return a section as a chapter; one that is made of parts already, as it is."""
    match section:
        case Board():
            return placement.board(section)
        case Benchmark():
            return benchmark.benchmark(section)
        case Ladder():
            return placement.ladder(section, words)
        case Meaning():
            return placement.meaning(section)
        case Profile():
            return comparison.profile(section)
        case HeatMap():
            return comparison.heat_map(section)
        case Discussion():
            return comparison.discussion(section, words)
        case Workshop():
            return workshop.workshop(section, words)
        case Steps():
            return plan.steps(section, words)
        case FurtherSteps():
            return plan.further_steps(section, words)
        case Roadmap():
            return plan.roadmap(section)
        case Matrix():
            return plan.matrix(section)
        case Worksheets():
            return plan.worksheets(section)
        case Progress():
            return progress.progress(section)
        case Changes():
            return progress.changes(section)
        case Method():
            return appendix.method(section, words)
        case Answers():
            return appendix.answers(section, words)
        case Glossary():
            return appendix.glossary(section)
        case Chapter():
            return section
        case _:
            assert_never(section)
