"""A revealed round as the room sees it: who faces whom, with how many votes, and who moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from alignment_maturity.interview.session import Stage
from alignment_maturity.interview.workshop.meeting import Meeting, Phase
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.room import Votes
from alignment_maturity.screens.background import begun

if TYPE_CHECKING:
    from alignment_maturity.interview.workshop.spread import Spread  # which loads numpy

SpreadOf = Callable[[str, Votes], "Spread"]


class Bar(NamedTuple):
    """Votes as blocks: those there are, and those there were in the round before and are no more."""

    solid: str
    ghost: str


@dataclass(frozen=True, slots=True)
class Side:
    """One function in a round.

    Attributes:
        votes: value to number of cards.
        before: the same in the round before; None where there was none.
        mean: as a level, 1 to K; None where nobody chose an option.
        mean_before: the same in the round before.
    """

    group: str
    votes: Mapping[str, int]
    before: Mapping[str, int] | None
    mean: float | None
    mean_before: float | None

    @property
    def move(self) -> float:
        """How many levels the mean has moved since the round before; 0 where one of them is missing."""
        if self.mean is None or self.mean_before is None:
            return 0.0
        return self.mean - self.mean_before

    def of(self, value: str) -> tuple[int, int | None]:
        """Return the votes for a value, and those in the round before; None where there was none."""
        return self.votes.get(value, 0), None if self.before is None else self.before.get(value, 0)


@dataclass(frozen=True, slots=True)
class Picture:
    """The last round of a question.

    Attributes:
        facing: the two functions that face each other; one where no other is there.
        others: the rest of those that voted.
        spread: of the round.
        earlier: of the round before; None where there was none.
        most: the most votes any value has in any function, in either round; at least 1.
    """

    facing: tuple[Side, ...]
    others: tuple[Side, ...]
    spread: Spread
    earlier: Spread | None
    most: int

    @property
    def moved(self) -> bool:
        """Whether any function shows other cards than in the round before."""
        return any(side.before != side.votes for side in (*self.facing, *self.others))


class Pictures:
    """Draws up rounds once each; what is needed to measure a spread is loaded aside."""

    def __init__(self) -> None:
        self._spreads: Future[SpreadOf] | None = None
        self._questionnaire: Questionnaire | None = None
        self._drawn: tuple[object, Picture] | None = None

    def warm(self, questionnaire: Questionnaire) -> None:
        """Begin to load what measures spreads, unless that was done for this questionnaire."""
        if self._questionnaire is not questionnaire:
            self._questionnaire = questionnaire
            self._spreads = begun(lambda: _spreads(questionnaire))
            self._drawn = None

    def spread_of(self, meeting: Meeting) -> SpreadOf:
        """Return what tells the spread of a round; the first time it may have to be waited for."""
        self.warm(meeting.questionnaire)
        return cast("Future[SpreadOf]", self._spreads).result()

    def of(self, meeting: Meeting) -> Picture | None:
        """Return the last round of the present question, where the room has seen it."""
        if meeting.stage is not Stage.ASKING or meeting.item.phase is not Phase.REVEALED:
            return None
        known = meeting.present, meeting.item.rounds
        if self._drawn is None or self._drawn[0] != known:
            self._drawn = known, picture(meeting, self.spread_of(meeting))
        return self._drawn[1]


def picture(meeting: Meeting, spread_of: SpreadOf) -> Picture:
    """Draw up the last round of the present question, which must have one."""
    rounds = meeting.item.rounds
    spread = spread_of(meeting.present, rounds[-1])
    earlier = spread_of(meeting.present, rounds[-2]) if len(rounds) > 1 else None
    facing = _facing(meeting, spread)
    there = [group for group in meeting.questionnaire.group_by_id if group in rounds[-1]]

    def side(group: str) -> Side:
        return Side(
            group,
            votes=rounds[-1].get(group, {}),
            before=rounds[-2].get(group, {}) if earlier else None,
            mean=spread.means.get(group),
            mean_before=earlier.means.get(group) if earlier else None,
        )

    counts = [number for votes in rounds[-2:] for cast in votes.values() for number in cast.values()]
    return Picture(
        facing=tuple(side(group) for group in facing),
        others=tuple(side(group) for group in there if group not in facing),
        spread=spread,
        earlier=earlier,
        most=max(1, *counts),
    )


def bar(now: int, before: int | None, most: int, columns: int) -> Bar:
    """Lay votes out in blocks, one block a vote where `columns` hold `most` of them, else in proportion."""
    gone = max(0, (before or 0) - now)
    breadth = next((breadth for breadth in (3, 2, 1) if (breadth + 1) * most <= columns), 0)
    if breadth:
        return Bar(" ".join(["█" * breadth] * now), " ".join(["░" * breadth] * gone))
    whole = _cells(now + gone, most, columns)
    solid = min(_cells(now, most, columns), whole)
    return Bar("█" * solid, "░" * (whole - solid))


def nearest(questionnaire: Questionnaire, question: str, mean: float | None) -> str | None:
    """Return the value of the option that stands nearest to a mean on the scale of levels."""
    if mean is None:
        return None
    options = questionnaire.values_of(question)
    places = {value: questionnaire.level_of(option) for value, option in options.items()}
    return min(places, key=lambda value: abs(places[value] - mean))


def _facing(meeting: Meeting, spread: Spread) -> tuple[str, ...]:
    """Return the compared functions; without any, the lowest and the highest mean, or who is there."""
    if meeting.questionnaire.compare:
        return meeting.questionnaire.compare
    there = [group for group in meeting.questionnaire.group_by_id if group in meeting.item.last_round]
    if len(spread.means) > 1:
        means = spread.means
        ends = (
            min(means, key=lambda group: means[group]),
            max(reversed([*means]), key=lambda group: means[group]),
        )
        return tuple(group for group in there if group in ends)
    return tuple(there[:2])


def _spreads(questionnaire: Questionnaire) -> SpreadOf:
    from alignment_maturity.interview.workshop.spread import spreads

    return spreads(questionnaire)


def _cells(votes: int, most: int, columns: int) -> int:
    return max(1, round(votes / most * columns)) if votes else 0
