"""The frozen result of a comparison between waves, which feeds the screen, the report and the JSON document.

As in `result`, a figure that does not exist, or must not be shown, is None; so is every difference from it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.model.questionnaire import Action
from alignment_maturity.progress.differences import Differences
from alignment_maturity.result import Assessment, Gate, GateStatus


class Caution(StrEnum):
    """What makes one doubt the comparison as a whole.

    Attributes:
        OTHER_RULES: levels ask for something else than before, which can change the level by itself.
        NEW_IS_OLDER: the new wave has an earlier date than another.
        NO_DATE: a wave has no date.
        SAME_NAME: two waves have the same name.
        PROVISIONAL: too little of one of the two latest waves was answered.
    """

    OTHER_RULES = "other-rules"
    NEW_IS_OLDER = "new-is-older"
    NO_DATE = "no-date"
    SAME_NAME = "same-name"
    PROVISIONAL = "provisional"


@dataclass(frozen=True)
class Change:
    """One figure in the two latest waves."""

    before: float | None
    after: float | None

    @property
    def difference(self) -> float | None:
        """After minus before; None where either is missing."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def rose(self) -> bool:
        """Whether it is higher than before."""
        return (self.difference or 0.0) > TOLERANCE

    @property
    def fell(self) -> bool:
        """Whether it is lower than before."""
        return (self.difference or 0.0) < -TOLERANCE


@dataclass(frozen=True)
class LikeForLike:
    """The index over the questions answered in both waves, with the weights of the new questionnaire.

    Attributes:
        index: 0 to 100.
        questions: those it is made of, which both questionnaires ask alike.
    """

    index: Change
    questions: tuple[str, ...]


@dataclass(frozen=True)
class GateChange:
    """One gate in both waves; None on the side whose questionnaire does not have it."""

    question: str
    level: int
    before: Gate | None
    after: Gate | None

    @property
    def changed(self) -> bool:
        """Whether its status is another, or it exists on one side only."""
        return self.status_before is not self.status_after

    @property
    def status_before(self) -> GateStatus | None:
        """The status in the earlier wave."""
        return self.before.status if self.before else None

    @property
    def status_after(self) -> GateStatus | None:
        """The status in the new wave."""
        return self.after.status if self.after else None


@dataclass(frozen=True)
class DimensionChange:
    """One dimension that both questionnaires have.

    Attributes:
        index: of all groups together, 0 to 100.
        level: None on both sides where the scales have different lengths.
        gap: between the compared groups, in levels; None on both sides where it cannot be compared.
        by_group: the index as each group shown in both waves sees it.
        same_questions: whether both questionnaires ask the same in it, with the same weights.
    """

    id: str
    index: Change
    level: Change
    gap: Change
    by_group: Mapping[str, Change]
    same_questions: bool


@dataclass(frozen=True)
class QuestionChange:
    """One question that both questionnaires ask alike.

    Attributes:
        level: the mean level of all groups together, 1 to K; its difference is in levels.
        gap: between the compared groups, in levels; None on both sides where it cannot be compared.
        by_group: the mean level as each group shown in both waves sees it.
    """

    id: str
    level: Change
    gap: Change
    by_group: Mapping[str, Change]


@dataclass(frozen=True)
class DoneAction:
    """An action that is done now and was not before; `planned` where the earlier plan had it as a step."""

    action: Action
    planned: bool


@dataclass(frozen=True)
class ActionsProgress:
    """What became of the actions, among those that both questionnaires have alike.

    Attributes:
        done: done now and not before, in the order of the new questionnaire.
        undone: done before and no longer, in the order of the new questionnaire.
        still_open: steps of the earlier plan that are not done, in the order of that plan.
        not_compared: steps of the earlier plan that the new questionnaire does not have, or that lift
            something else there.
    """

    done: tuple[DoneAction, ...]
    undone: tuple[Action, ...]
    still_open: tuple[Action, ...]
    not_compared: tuple[Action, ...]


@dataclass(frozen=True)
class Disagreement:
    """A question on which people began, or ceased, to disagree.

    Attributes:
        gates: its gates that became contested, or ceased to be.
        gap: where the gap between the compared groups reached one level, or no longer does; else None.
    """

    question: str
    gates: tuple[GateChange, ...]
    gap: Change | None


@dataclass(frozen=True)
class Point:
    """One wave of the trend.

    Attributes:
        questionnaire: the id and the version of its own.
        same_questionnaire: whether that is, to the byte, the one of the new wave.
        top: the highest level of its scale; levels are comparable between waves with the same one.
        index: 0 to 100.
        like_for_like: the index over the questions that all waves ask alike and answered, with the weights
            of the newest questionnaire; None where that is the index itself, and where it is withheld.
        coverage: by level of its own scale, 0 to 1.
        dimensions: index, 0 to 100, of each dimension of the newest questionnaire; None where this wave
            does not have it.
    """

    wave: str | None
    date: dt.date | None
    questionnaire: tuple[str, str]
    same_questionnaire: bool
    respondents: int
    level: int
    top: int
    index: float | None
    like_for_like: float | None
    coverage: Mapping[int, float | None]
    dimensions: Mapping[str, float | None]


@dataclass(frozen=True)
class Progress:
    """What changed between the two latest waves, and the trend over all of them.

    Attributes:
        waves: oldest first; the last is the new one.
        cautions: in the order of `Caution`.
        differences: between the two latest questionnaires.
        level: None where the two scales have different lengths.
        index: 0 to 100, each by its own questionnaire.
        like_for_like: None where both indices are of the same questions and weights, where there is no
            question in common, and where single questions are withheld.
        coverage: level to share, 0 to 1; empty where the two scales have different lengths.
        by_group: the index as each group shown in both waves sees it.
        gates: of both questionnaires, in the order of the new one, those that only the old one has last;
            empty where the two scales have different lengths.
        dimensions: that both have, in the order of the new questionnaire.
        questions: that both ask alike, in the order of the new questionnaire; empty where the two scales have
            different lengths.
        arisen, resolved: disagreements that began or ended, in the order of the new questionnaire.
        hidden: groups that are too small to be shown apart in one of the two waves.
        combined_withheld: whether single questions and dimensions are withheld in one of the two waves.
        trend: one point for each wave.
    """

    waves: tuple[Assessment, ...]
    cautions: tuple[Caution, ...]
    differences: Differences
    level: Change | None
    index: Change
    like_for_like: LikeForLike | None
    coverage: Mapping[int, Change]
    by_group: Mapping[str, Change]
    gates: tuple[GateChange, ...]
    dimensions: tuple[DimensionChange, ...]
    questions: tuple[QuestionChange, ...]
    actions: ActionsProgress
    arisen: tuple[Disagreement, ...]
    resolved: tuple[Disagreement, ...]
    hidden: tuple[str, ...]
    combined_withheld: bool
    trend: tuple[Point, ...]

    @property
    def before(self) -> Assessment:
        """The wave before the new one."""
        return self.waves[-2]

    @property
    def after(self) -> Assessment:
        """The new wave."""
        return self.waves[-1]

    @property
    def gates_changed(self) -> tuple[GateChange, ...]:
        """The gates with another status, and those of one questionnaire only."""
        return tuple(gate for gate in self.gates if gate.changed)

    @property
    def risen(self) -> tuple[QuestionChange, ...]:
        """The questions that went up, those that went furthest first."""
        return _furthest_first(change for change in self.questions if change.level.rose)

    @property
    def fallen(self) -> tuple[QuestionChange, ...]:
        """The questions that went down, those that went furthest first."""
        return _furthest_first(change for change in self.questions if change.level.fell)


def _furthest_first(changes: Iterable[QuestionChange]) -> tuple[QuestionChange, ...]:
    return tuple(sorted(changes, key=lambda change: -round(abs(change.level.difference or 0.0), 9)))
