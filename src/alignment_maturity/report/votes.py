"""What a workshop left on a question, in figures: its rounds, who moved, where the agreed value stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN, RubricOption
from alignment_maturity.phrasing import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignment_maturity.model.questionnaire import Question, Questionnaire
    from alignment_maturity.report.voice import Voice
    from alignment_maturity.result import Assessment

Round = Mapping[str, Mapping[str, int]]
"""Group to option value (or `n/a`, `unknown`) to number of votes."""

HALF_A_LEVEL = 0.5

_NO_OPTION = {UNKNOWN: "unknown", NOT_APPLICABLE: "not-applicable"}
"""The answers that choose no option, and what they are called."""


class Against(StrEnum):
    """Where an agreed value stands to the means of the last round."""

    ABOVE = "above"
    BELOW = "below"
    WITHIN = "within"
    SAME = "same"


@dataclass(frozen=True)
class Ballot:
    """One question that a workshop dealt with.

    Attributes:
        rounds: those in which somebody voted, oldest first; none where nobody did in the last, which alone
            counts.
        void: whether there were votes, but none in the last round.
        sides: the two functions set against each other; where none are, or neither voted, the first two
            that did, in the first round or the last.
    """

    questionnaire: Questionnaire
    question: Question
    rounds: tuple[Round, ...]
    void: bool
    sides: tuple[str, ...]
    agreed: str | None
    parked: bool

    @property
    def first(self) -> Round:
        """The oldest votes, empty where there are none."""
        return self.rounds[0] if self.rounds else {}

    @property
    def last(self) -> Round:
        """The latest votes, empty where there are none."""
        return self.rounds[-1] if self.rounds else {}

    @property
    def twice(self) -> bool:
        """Whether there was a second round."""
        return len(self.rounds) > 1

    @cached_property
    def before(self) -> Mapping[str, float]:
        """The mean level of each function with a vote for an option in the first round."""
        return self._means(self.first)

    @cached_property
    def after(self) -> Mapping[str, float]:
        """The mean level of each function with a vote for an option in the last round."""
        return self._means(self.last)

    @property
    def moves(self) -> Mapping[str, float]:
        """How many levels, as printed, the mean of each function moved that has one in both rounds."""
        return {
            group: printed(mean - self.before[group])
            for group, mean in self.after.items()
            if group in self.before
        }

    @property
    def gap_before(self) -> float | None:
        """How much higher the first side stood in the first round, in levels; None without two means."""
        return self._gap(self.before)

    @property
    def gap_after(self) -> float | None:
        """How much higher the first side stands in the last round, in levels; None without two means."""
        return self._gap(self.after)

    @property
    def narrowed(self) -> float | None:
        """By how many levels the printed gap shrank; negative where it grew, None where one is missing."""
        if not self.twice or self.gap_before is None or self.gap_after is None:
            return None
        return printed(abs(printed(self.gap_before)) - abs(printed(self.gap_after)))

    @property
    def stir(self) -> float:
        """How far the farthest of its figures moved, in levels; 0 where there was one round."""
        return max((abs(figure) for figure in (*self.moves.values(), self.narrowed or 0.0)), default=0.0)

    @property
    def changed(self) -> bool:
        """Whether the last round differs from the first."""
        return self.first != self.last

    @property
    def against(self) -> Against | None:
        """Where the agreed value stands to the last means, as they are printed; None without either."""
        level, means = self.agreed_level, [printed(mean) for mean in self.after.values()]
        if level is None or not means:
            return None
        low, high, level = min(means), max(means), printed(level)
        if level > high:
            return Against.ABOVE
        if level < low:
            return Against.BELOW
        return Against.SAME if low == high else Against.WITHIN

    @property
    def bold(self) -> bool:
        """Whether the agreed value is half a level or more above all the last means."""
        level = self.agreed_level
        highest = max(self.after.values(), default=None)
        return level is not None and highest is not None and level >= highest + HALF_A_LEVEL - TOLERANCE

    @property
    def agreed_level(self) -> float | None:
        """The agreed value as a level; None where there is none."""
        return None if self.agreed is None else self._levels.get(self.agreed)

    @cached_property
    def _levels(self) -> Mapping[str, float]:
        """The level of each option."""
        options = self.questionnaire.values_of(self.question.id)
        return {value: self.questionnaire.level_of(option) for value, option in options.items()}

    def _means(self, votes: Round) -> dict[str, float]:
        means = {}
        for group, counts in votes.items():
            given = {value: n for value, n in counts.items() if value in self._levels}
            if given:
                total = sum(self._levels[value] * n for value, n in given.items())
                means[group] = total / sum(given.values())
        return means

    def _gap(self, means: Mapping[str, float]) -> float | None:
        compared = self.questionnaire.compare
        if len(compared) != 2 or not {*compared} <= {*means}:
            return None
        return means[compared[0]] - means[compared[1]]


def printed(figure: float) -> float:
    """Return a figure with the one digit that is printed of it."""
    return round(figure, 1) + 0.0


def ballots(result: Assessment) -> tuple[Ballot, ...]:
    """Return what workshops left, question by question in the order of the dimensions; empty without any."""
    return tuple(_ballots(result))


def cast(votes: Round, value: str) -> int:
    """Return how many votes of all groups a value got."""
    return sum(counts.get(value, 0) for counts in votes.values())


def number(votes: Round) -> int:
    """Return how many votes there are."""
    return sum(n for counts in votes.values() for n in counts.values())


def option(voice: Voice, question: Question, value: str) -> str:
    """Name an answer briefly: a level by its number, a degree by its text."""
    if value in _NO_OPTION:
        return voice.say(_NO_OPTION[value])
    chosen = voice.questionnaire.values_of(question.id)[value]
    return str(chosen.level) if isinstance(chosen, RubricOption) else voice.text(chosen.text)


def in_words(voice: Voice, question: Question, votes: Round, group: str) -> str:
    """Tell how a function voted: `level 2 (3 votes), “don’t know” (one vote)`."""
    counts = votes.get(group, {})
    return ", ".join(
        voice.count("vote-told", n, value=_quoted(voice, question, value)) for value, n in counts.items()
    ) or voice.say("no-votes")


def _quoted(voice: Voice, question: Question, value: str) -> str:
    name = option(voice, question, value)
    chosen = voice.questionnaire.values_of(question.id).get(value)
    if isinstance(chosen, RubricOption):
        return voice.say("vote-level", value=name)
    return wording.quoted(name, voice.lang)


def _ballots(result: Assessment) -> Iterator[Ballot]:
    asked, found = result.questionnaire, {question.id: question for question in result.questions}
    for dimension in asked.dimensions:
        for question in asked.questions_of(dimension.id):
            left = found[question.id]
            voted = tuple(votes for votes in left.rounds if votes)
            rounds = voted if voted and left.rounds[-1] else ()
            void = bool(voted) and not rounds
            if voted or left.agreed is not None or left.parked:
                yield Ballot(asked, question, rounds, void, _sides(asked, rounds), left.agreed, left.parked)


def _sides(asked: Questionnaire, rounds: tuple[Round, ...]) -> tuple[str, ...]:
    told = (*rounds[:1], *rounds[-1:])
    voting = [group for group in asked.group_by_id if any(group in votes for votes in told)]
    if len(asked.compare) == 2 and {*asked.compare} & {*voting}:
        return asked.compare[0], asked.compare[1]
    return tuple(voting[:2])
