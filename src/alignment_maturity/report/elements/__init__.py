"""What the templates are given: finished words, class names and coordinates, nothing left to compute.

All text is plain; the templates escape it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alignment_maturity.report.elements.appendix import Answers, Method
from alignment_maturity.report.elements.common import Heading
from alignment_maturity.report.elements.comparison import Discussion, HeatMap, Profile
from alignment_maturity.report.elements.glossary import Glossary
from alignment_maturity.report.elements.placement import Board, Cover, Ladder, Meaning
from alignment_maturity.report.elements.plan import FurtherSteps, Matrix, Roadmap, Steps
from alignment_maturity.report.elements.progress import Changes, Progress

Section = (
    Board | Ladder | Meaning | Profile | HeatMap | Discussion | Steps | Roadmap | Matrix | Progress | Changes
    | Method | FurtherSteps | Answers | Glossary
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything a report says.

    Attributes:
        lang: BCP 47 tag of all text.
        date: of the report, ISO 8601, empty where none is known.
        running: the line at the head of every page.
        footer: the line at the foot of every page.
        words: the fixed words of the templates.
        has_cover: whether the report has a front page; else the first page begins with what it says.
        order: the names of the sections wanted, in their order.
        meaning: None where the questionnaire says nothing of it, or nothing was answered.
        profile, heat_map, answers: None where nothing was answered.
        discussion: None where there is nothing to discuss.
        roadmap: None where there are no actions.
        matrix: None where there is nothing to compare.
        progress, changes: None where no earlier wave is given.
        further_steps: None where all cards are on the main pages.
    """

    lang: str
    title: str
    subject: str
    author: str
    generator: str
    date: str
    running: str
    footer: str
    words: Mapping[str, str]
    has_cover: bool
    order: tuple[str, ...]
    cover: Cover
    board: Board
    ladder: Ladder
    meaning: Meaning | None
    profile: Profile | None
    heat_map: HeatMap | None
    discussion: Discussion | None
    steps: Steps
    roadmap: Roadmap | None
    matrix: Matrix | None
    progress: Progress | None
    changes: Changes | None
    method: Method
    further_steps: FurtherSteps | None
    answers: Answers | None
    glossary: Glossary

    @property
    def sections(self) -> tuple[tuple[str, Section], ...]:
        """The sections that are wanted and have something to say, with their names, in their order."""
        found = ((name, getattr(self, name)) for name in self.order)
        return tuple((name, section) for name, section in found if section is not None)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The heads of all sections, in order."""
        return tuple(section.heading for _, section in self.sections)
