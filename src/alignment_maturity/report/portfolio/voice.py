"""A portfolio and the language it is told in, for the modules that build the view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignment_maturity.language import Lang, decimal, listing
from alignment_maturity.language import report as words
from alignment_maturity.language.report import portfolio as own
from alignment_maturity.phrasing import wording
from alignment_maturity.printing.palette import PALETTE, Palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignment_maturity.model.localised import Localised
    from alignment_maturity.model.questionnaire import Questionnaire
    from alignment_maturity.report.portfolio.data import Figures, Portfolio, Spread

PHRASES = {**words.PHRASES, **own.PHRASES}

MOST_NAMED = 3
LONGEST_NAME = 90
"""Characters of a name in a sentence; tables have all of them."""

_NO_BREAK_SPACE, _NO_BREAK_HYPHEN = "\N{NO-BREAK SPACE}", "\N{NON-BREAKING HYPHEN}"
_TO_THE_DAY = 10
"""Person-days from which fractions are not written."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Writes names, numbers and sentences of one portfolio in one language; charts take its colours."""

    portfolio: Portfolio
    lang: Lang
    palette: Palette = PALETTE

    @property
    def questionnaire(self) -> Questionnaire:
        """The instrument of all rows."""
        return self.portfolio.questionnaire

    @property
    def figures(self) -> Figures:
        """What all rows have together."""
        return self.portfolio.figures

    @property
    def below_top(self) -> int:
        """How many rows have a level to reach."""
        return self.figures.rows - self.figures.levels[-1]

    @property
    def quartered(self) -> bool:
        """Whether the index has quartiles."""
        return self.figures.index is not None and self.figures.index.quartered

    @property
    def compared(self) -> tuple[str, str] | None:
        """The names of the two compared functions; None where no row compares them."""
        if not self.figures.compared or len(self.questionnaire.compare) != 2:
            return None
        first, second = (self.group(group) for group in self.questionnaire.compare)
        return first, second

    def say(self, key: str, **values: object) -> str:
        """Fill a phrase; `{units}` and `{unit}` are what is counted."""
        counted = {"units": self._unit("units"), "unit": self._unit("unit")}
        return wording.fill(PHRASES[key], self.lang, **counted | values)

    def count(self, key: str, n: int, /, **values: object) -> str:
        """Fill the phrase for one, where there is such, or for several; `{n}` is the number in words."""
        chosen = f"{key}-one" if n == 1 and f"{key}-one" in PHRASES else key
        return self.say(chosen, **{"n": self.number(n), **values})

    @property
    def counted(self) -> str:
        """What heads a column of counts."""
        return self._unit("units-head")

    def part(self, n: int, whole: int | None = None) -> str:
        """Say how many rows of all, or of so many: `14 organisations of 30`, `all nine organisations`."""
        rows = self.figures.rows if whole is None else whole
        if n == rows:
            chosen = {1: "part-of-all-one", 2: "part-of-all-two"}.get(n, "part-of-all")
            return self.say(chosen, rows=self.number(rows))
        return self.count("part-of", n, rows=self.number(rows))

    def those(self, spread: Spread) -> str:
        """Say whose figures these are: all rows', or of how many."""
        if spread.n == self.figures.rows:
            return self.say("those")
        return self.say("those-known", n=self.whole(spread.n))

    def number(self, n: int) -> str:
        """Write a number as prose does: as a word where it is small."""
        word = f"n-{n}"
        return self.say(word) if word in PHRASES else self.whole(n)

    def whole(self, n: int) -> str:
        """Write a count with its thousands marked."""
        return wording.whole(n, self.lang)

    def text(self, localised: Localised) -> str:
        """Return a text of the questionnaire, on one line."""
        return localised.on_one_line(self.lang)

    def question_name(self, question: str) -> str:
        """Return the name of a question."""
        return self.text(self.questionnaire.question_by_id[question].name)

    def question(self, question: str) -> str:
        """Return the quoted name of a question."""
        return self.quoted(self.question_name(question))

    def quoted(self, name: str) -> str:
        """Put a name between quotation marks, cut where it is too long for a sentence."""
        return wording.quoted(wording.cut(name, LONGEST_NAME), self.lang)

    def group(self, group: str) -> str:
        """Return the name of a group."""
        return self.text(self.questionnaire.group_by_id[group].name)

    def level_name(self, level: int) -> str:
        """Return the name of a level."""
        return self.text(self.questionnaire.level_named(level).name)

    def index(self, value: float | None) -> str:
        """Write an index; an en dash where there is none."""
        return decimal(value, 0, self.lang)

    def percent(self, share: float | None) -> str:
        """Write a share as a percentage."""
        return "–" if share is None else wording.most(share, self.lang)

    def effort(self, days: float) -> str:
        """Write an effort so that no line ends within it."""
        written = wording.effort(self.days(days), self.lang)
        return written.replace(" ", _NO_BREAK_SPACE).replace("-", _NO_BREAK_HYPHEN)

    def days(self, days: float) -> float:
        """Return an effort as exact as it is written."""
        return round(days, 0 if days >= _TO_THE_DAY else 1)

    def listing(self, items: Sequence[str]) -> str:
        """Join words as prose does."""
        return listing(tuple(items), self.lang)

    def few(self, names: Sequence[str]) -> str:
        """Name the first few gates and count the rest."""
        if len(names) <= MOST_NAMED + 1:
            return self.listing(names)
        return self.listing((*names[:MOST_NAMED], self.count("others-masculine", len(names) - MOST_NAMED)))

    def _unit(self, key: str) -> str:
        waves = self.portfolio.organisations < self.figures.rows
        return PHRASES[f"{key}-waves" if waves else key].fill(self.lang)
