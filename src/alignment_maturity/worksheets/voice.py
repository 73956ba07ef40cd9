"""What a worksheet is written from: a result, where there is one, and the language it is told in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alignment_maturity.language import Lang, Phrase, dates, long_date
from alignment_maturity.language.worksheets.common import PHRASES
from alignment_maturity.phrasing import wording
from alignment_maturity.worksheets.calculator import Figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alignment_maturity.model.localised import Localised
    from alignment_maturity.model.questionnaire import Questionnaire
    from alignment_maturity.result import Assessment, Step

MOST_OF_NAME = 32
"""Characters of a name in a table."""

BLANK = "______"
"""What stands in a sentence for a word to fill in."""


def shortened(name: str) -> str:
    """Cut a name that is too long for a cell."""
    return wording.cut(name, MOST_OF_NAME)


@dataclass(frozen=True, slots=True)
class Source:
    """What is known when a worksheet is made.

    Attributes:
        result: None for one to fill in by hand.
        start: the day from which dates count; None where none is known.
        figures: for the calculator of the service-level agreement.
        program_version: written into the properties of the file, left out where empty.
    """

    result: Assessment | None = None
    start: dt.date | None = None
    figures: Figures = field(default_factory=Figures)
    program_version: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """Writes the words of one worksheet in one language."""

    source: Source
    lang: Lang
    phrases: Mapping[str, Phrase]

    @property
    def result(self) -> Assessment | None:
        """The result, where there is one."""
        return self.source.result

    @property
    def start(self) -> dt.date | None:
        """The day from which dates count."""
        return self.result.plan.start if self.result else self.source.start

    @property
    def marketing(self) -> str:
        """What marketing is called here."""
        return self._function("marketing", 0)

    @property
    def sales(self) -> str:
        """What sales is called here."""
        return self._function("sales", 1)

    def say(self, key: str, **values: object) -> str:
        """Fill a phrase of the worksheet, or one that all have in common."""
        return self.fill(self._phrase(key), **values)

    def count(self, key: str, n: int, **values: object) -> str:
        """Fill the phrase for one (`key-one`) or for several."""
        return self.say(f"{key}-one" if n == 1 else key, **{"n": wording.whole(n, self.lang), **values})

    def fill(self, phrase: Phrase, **values: object) -> str:
        """Fill a phrase; the names of the two functions are always at hand."""
        names = {"marketing": self.marketing, "sales": self.sales}
        return wording.fill(phrase, self.lang, **names | values)

    def each(self, phrases: Iterable[Phrase]) -> tuple[str, ...]:
        """Fill phrases one after the other."""
        return tuple(self.fill(phrase) for phrase in phrases)

    def cell(self, phrase: Phrase, **values: object) -> str:
        """Fill a phrase that stands in a table, with the names of the functions cut where they are long."""
        names = {"marketing": shortened(self.marketing), "sales": shortened(self.sales)}
        return self.fill(phrase, **names | values)

    def column(self, key: str) -> str:
        """Fill a phrase that heads a column."""
        return self.cell(self._phrase(key))

    def text(self, localised: Localised) -> str:
        """Return a text of the questionnaire, on one line."""
        return localised.on_one_line(self.lang)

    def date(self, day: dt.date) -> str:
        """Write a date as in prose."""
        return long_date(day, self.lang)

    def period(self, step: Step) -> str:
        """Write from when to when an action goes on; that it is optional, for one without dates."""
        if step.start and step.end:
            return dates.plain(dates.span(step.start, step.end, self.lang))
        return self.say("optional")

    def _phrase(self, key: str) -> Phrase:
        return self.phrases[key] if key in self.phrases else PHRASES[key]

    def _function(self, role: str, place: int) -> str:
        """Name the function with a role: by its id, else by its place among the compared two."""
        questionnaire = self.result.questionnaire if self.result else None
        if questionnaire is None:
            return PHRASES[role].fill(self.lang)
        group = _group_of(questionnaire, role, place)
        return self.text(questionnaire.group_by_id[group].name) if group else PHRASES[role].fill(self.lang)


def _group_of(questionnaire: Questionnaire, role: str, place: int) -> str | None:
    groups, pair = questionnaire.group_by_id, questionnaire.compare
    if role in groups:
        return role
    taken = {"marketing", "sales"} & set(groups)
    return pair[place] if len(pair) == 2 and not taken else None
