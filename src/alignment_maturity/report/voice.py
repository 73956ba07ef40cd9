"""A result and the language it is told in, for the modules that build the view."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase
from typing import TYPE_CHECKING

from alignment_maturity.language import Lang, dates, decimal, listing
from alignment_maturity.language.report import PHRASES
from alignment_maturity.phrasing import wording
from alignment_maturity.printing.palette import PALETTE, Palette
from alignment_maturity.report.sections import EVERY_PART

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignment_maturity.model.localised import Localised
    from alignment_maturity.model.questionnaire import Questionnaire
    from alignment_maturity.result import Assessment, Gate, Step

COLUMN_NAME = 24
_NO_BREAK_SPACE, _NO_BREAK_HYPHEN = "\N{NO-BREAK SPACE}", "\N{NON-BREAKING HYPHEN}"


def capitalised(words: str) -> str:
    """Let words begin a sentence."""
    return words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class Voice:
    """Writes names, numbers and sentences of one result in one language; charts take its colours.

    Attributes:
        parts: the parts of the view that are printed, so that no text points to one that is not.
        condensed: whether the report has to do with few pages.
    """

    result: Assessment
    lang: Lang
    palette: Palette = PALETTE
    parts: frozenset[str] = EVERY_PART
    condensed: bool = False

    @property
    def questionnaire(self) -> Questionnaire:
        """The instrument of the result."""
        return self.result.questionnaire

    @property
    def shown(self) -> tuple[str, ...]:
        """The groups with respondents that may be shown apart, in the order of the questionnaire."""
        hidden = self.result.suppressed_groups
        return tuple(group for group in self.result.respondents.by_group if group not in hidden)

    @property
    def gates(self) -> tuple[Gate, ...]:
        """The gates, where they have a say in the level."""
        return self.result.deciding_gates

    def say(self, key: str, **values: object) -> str:
        """Fill a phrase of the report."""
        return wording.fill(PHRASES[key], self.lang, **values)

    def count(self, key: str, n: int, **values: object) -> str:
        """Fill the phrase for one, two or several, where there are such; `{n}` is the number in words."""
        ending = {1: "-one", 2: "-two"}.get(n, "")
        chosen = f"{key}{ending}" if f"{key}{ending}" in PHRASES else key
        return self.say(chosen, **{"n": self.number(n), **values})

    def number(self, n: int) -> str:
        """Write a number as prose does: as a word where it is small."""
        word = f"n-{n}"
        return self.say(word) if word in PHRASES else wording.whole(n, self.lang)

    def text(self, localised: Localised) -> str:
        """Return a text of the questionnaire, on one line."""
        return localised.on_one_line(self.lang)

    def question(self, question: str) -> str:
        """Return the quoted name of a question."""
        return wording.quoted(wording.question_name(self.result, question, self.lang), self.lang)

    def dimension(self, dimension: str) -> str:
        """Return the name of a dimension."""
        return self.text(self.questionnaire.dimension_by_id[dimension].name)

    def group(self, group: str) -> str:
        """Return the name of a group."""
        return wording.group_name(self.result, group, self.lang)

    def column(self, group: str) -> str:
        """Return the name of a group, cut where it is too long to head a column."""
        return wording.cut(self.group(group), COLUMN_NAME)

    def level_name(self, level: int) -> str:
        """Return the name of a level."""
        return self.text(self.questionnaire.level_named(level).name)

    def decimal(self, value: float | None, digits: int = 1, *, sign: bool = False) -> str:
        """Write a number; an en dash where there is none."""
        return decimal(value, digits, self.lang, sign=sign)

    def short(self, value: float) -> str:
        """Write a number without needless decimals: `6`, `2.5`."""
        return wording.short(value, self.lang)

    def percent(self, share: float | None) -> str:
        """Write a share as a percentage."""
        return "–" if share is None else wording.most(share, self.lang)

    def listing(self, items: Sequence[str]) -> str:
        """Join words as prose does."""
        return listing(tuple(items), self.lang)

    def mean_level(self, index: float | None) -> float | None:
        """Put an index between 0 and 1, where there is one, on the scale of levels."""
        return None if index is None else self.on_scale(index)

    def mean_of(self, question: str) -> str:
        """Write the mean level of a question."""
        found = next(found for found in self.result.questions if found.id == question)
        return self.decimal(self.mean_level(found.index))

    def on_scale(self, share: float) -> float:
        """Put a share between 0 and 1 on the scale of levels, 1 to K."""
        return self.questionnaire.on_scale(share)

    def people(self) -> str:
        """Say how many answered, and how many of each group."""
        respondents = self.result.respondents
        if not respondents.total:
            return self.say("people-none")
        single = "people-one" if respondents.total == 1 else "people"
        people = self.say(single, n=wording.whole(respondents.total, self.lang))
        if tuple(respondents.by_group) == ("ungrouped",):
            return people
        single_group = len(respondents.by_group) == 1
        groups = ", ".join(
            self.group(group) if single_group else f"{self.group(group)} {n}"
            for group, n in respondents.by_group.items()
        )
        return self.say("by-group", people=people, groups=groups)

    def owner(self, owner: str) -> str:
        """Return who carries out an action."""
        return wording.owner_name(self.questionnaire, owner, self.lang)

    def effort(self, days: float) -> str:
        """Write an effort so that no line ends within it."""
        return wording.effort(days, self.lang).replace(" ", _NO_BREAK_SPACE).replace("-", _NO_BREAK_HYPHEN)

    def weeks(self, number: float) -> str:
        """Write a time in weeks."""
        return self.say("weeks-one" if number == 1 else "weeks", n=self.short(number))

    def points(self, share: float) -> str:
        """Write a difference of two shares in whole points."""
        whole = round(100 * share)
        if whole < 1:
            return self.say("points-less")
        return self.say("points-one") if whole == 1 else self.say("points", n=whole)

    def period(self, step: Step) -> str:
        """Write from when to when an action goes on; an en dash for one without dates."""
        return dates.span(step.start, step.end, self.lang) if step.start and step.end else "–"

    def prerequisites(self, step: Step) -> tuple[int, ...]:
        """Return the ranks of the steps that an action of the plan has to wait for."""
        return tuple(other.rank for other in self.result.plan.steps if other.action.id in step.requires)

    def card(self, step: Step) -> str:
        """Return what refers to the card of an action of the plan; nothing where cards are not printed."""
        return f"action-{step.rank}" if "steps" in self.parts and not self.condensed else ""

    def letter(self, step: Step) -> str:
        """Return the letter that stands for an action outside the plan."""
        return ascii_lowercase[step.rank - 1]
