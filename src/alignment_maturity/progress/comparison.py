"""Comparing the waves of one organisation."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import compress
from typing import TypeVar

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.progress.changes import (
    ActionsProgress,
    Caution,
    Change,
    DimensionChange,
    Disagreement,
    DoneAction,
    GateChange,
    LikeForLike,
    Point,
    Progress,
    QuestionChange,
)
from alignment_maturity.progress.differences import Differences, differences
from alignment_maturity.result import Assessment, DimensionResult, Gate, GateStatus, QuestionResult

K = TypeVar("K", str, int)
T = TypeVar("T")

_NOTHING = Change(None, None)
_DISAGREEMENT = 1.0  # in levels


def progress(waves: Sequence[Assessment]) -> Progress:
    """Compare the two latest waves of one organisation, and follow the trend over all of them.

    Args:
        waves: oldest first, at least two; the last is the new one, whatever its date.

    Raises:
        ValueError: where there are fewer than two, or where they are not of one organisation.
    """
    if len(waves) < 2 or len({wave.organisation for wave in waves}) > 1:
        raise ValueError("a comparison needs two or more waves of one organisation")
    pair = _Pair(waves[-2], waves[-1])
    gates = tuple(pair.gates()) if pair.same_scale else ()
    questions = tuple(pair.questions())
    return Progress(
        waves=tuple(waves),
        cautions=tuple(_cautions(waves, pair)),
        differences=pair.differences,
        level=Change(pair.before.level, pair.after.level) if pair.same_scale else None,
        index=Change(pair.before.index, pair.after.index),
        like_for_like=pair.like_for_like(),
        coverage=_in_both(pair.before.coverage, pair.after.coverage) if pair.same_scale else {},
        by_group=_in_both(pair.before.by_group, pair.after.by_group),
        gates=gates,
        dimensions=tuple(pair.dimensions()),
        questions=questions,
        actions=pair.actions(),
        arisen=tuple(_disagreements(gates, questions, arisen=True)),
        resolved=tuple(_disagreements(gates, questions, arisen=False)),
        hidden=pair.hidden,
        combined_withheld=any(wave.combined_withheld for wave in (pair.before, pair.after)),
        trend=_trend(waves),
    )


class _Pair:
    """The two latest waves."""

    def __init__(self, before: Assessment, after: Assessment) -> None:
        self.before, self.after = before, after
        self.differences = differences(before.questionnaire, after.questionnaire)
        self.same_scale = self.differences.tops is None
        self._old_questions = {question.id: question for question in before.questions}
        self._new_questions = {question.id: question for question in after.questions}

    @property
    def hidden(self) -> tuple[str, ...]:
        groups = (*self.after.suppressed_groups, *self.before.suppressed_groups)
        return tuple(dict.fromkeys(groups))

    @property
    def _gaps_compared(self) -> bool:
        """Whether the same two groups are set against each other, in levels of the same length."""
        return self.same_scale and self.before.compared == self.after.compared

    def like_for_like(self) -> LikeForLike | None:
        names = _like_for_like((self.before, self.after), (self.differences, self.differences))
        if not names:
            return None
        before, after = (_index(self.after.questionnaire, names, wave) for wave in (self.before, self.after))
        return LikeForLike(Change(before, after), tuple(names))

    def gates(self) -> Iterator[GateChange]:
        old, new = _by_place(self.before), _by_place(self.after)
        for place in (*new, *(place for place in old if place not in new)):
            yield GateChange(*place, old.get(place), new.get(place))

    def dimensions(self) -> Iterator[DimensionChange]:
        old = {dimension.id: dimension for dimension in self.before.dimensions}
        for new in self.after.dimensions:
            if new.id in old:
                yield self._dimension(old[new.id], new)

    def _dimension(self, old: DimensionResult, new: DimensionResult) -> DimensionChange:
        return DimensionChange(
            id=new.id,
            index=Change(old.index, new.index),
            level=Change(old.level, new.level) if self.same_scale else _NOTHING,
            gap=Change(old.gap, new.gap) if self._gaps_compared else _NOTHING,
            by_group=_in_both(old.by_group, new.by_group),
            same_questions=self._asked_in(self.before, old.id) == self._asked_in(self.after, new.id),
        )

    def _asked_in(self, wave: Assessment, dimension: str) -> dict[str, tuple[float, bool]]:
        """Return the weight of each question of a dimension, and whether both waves ask it alike."""
        return {
            question.id: (question.weight, question.id in self.differences.common or wave is self.after)
            for question in wave.questionnaire.questions_of(dimension)
        }

    def questions(self) -> Iterator[QuestionChange]:
        for name in self.differences.common:
            old, new = self._old_questions[name], self._new_questions[name]
            yield QuestionChange(
                id=name,
                level=Change(_mean_level(self.before, old), _mean_level(self.after, new)),
                gap=Change(old.gap, new.gap) if self._gaps_compared else _NOTHING,
                by_group=_in_both(old.by_group, new.by_group),
            )

    def actions(self) -> ActionsProgress:
        actions = self.after.questionnaire.action_by_id
        alike = {name for name in actions if self._is_alike(name)}
        done_before, done_now = set(self.before.done) & alike, set(self.after.done) & alike
        planned = [step.action for step in self.before.plan.steps]
        in_plan = {action.id for action in planned}
        return ActionsProgress(
            done=tuple(
                DoneAction(action, action.id in in_plan)
                for action in actions.values()
                if action.id in done_now - done_before
            ),
            undone=tuple(action for action in actions.values() if action.id in done_before - done_now),
            still_open=tuple(
                actions[action.id] for action in planned if action.id in alike and action.id not in done_now
            ),
            not_compared=tuple(action for action in planned if action.id not in alike),
        )

    def _is_alike(self, name: str) -> bool:
        """Tell whether an action of the new questionnaire lifts the same in the old one."""
        old = self.before.questionnaire.action_by_id.get(name)
        new = self.after.questionnaire.action_by_id[name]
        return (
            old is not None
            and set(old.lifts) == set(new.lifts)
            and all(lift.question in self.differences.common for lift in new.lifts)
        )


def _by_place(wave: Assessment) -> dict[tuple[str, int], Gate]:
    return {(gate.question, gate.level): gate for gate in wave.gates}


def _in_both(before: Mapping[K, float | None], after: Mapping[K, float | None]) -> dict[K, Change]:
    return {key: Change(before[key], figure) for key, figure in after.items() if key in before}


def _mean_level(wave: Assessment, question: QuestionResult) -> float | None:
    return None if question.index is None else wave.questionnaire.on_scale(question.index)


def _index(questionnaire: Questionnaire, names: Sequence[str], wave: Assessment) -> float:
    """Return the index, 0 to 100, over some questions, all answered, with the weights of a questionnaire."""
    asked, of_wave = set(names), {question.id: question.index or 0.0 for question in wave.questions}
    total = weights = 0.0
    for dimension in questionnaire.dimensions:
        questions = [
            question for question in questionnaire.questions_of(dimension.id) if question.id in asked
        ]
        if questions:
            own = math.fsum(question.weight for question in questions)
            mean = math.fsum(question.weight * of_wave[question.id] for question in questions) / own
            total += dimension.weight * mean
            weights += dimension.weight
    return 100 * total / weights


def _disagreements(
    gates: Sequence[GateChange], questions: Sequence[QuestionChange], *, arisen: bool
) -> Iterator[Disagreement]:
    """Find the questions on which people began to disagree (`arisen`), or ceased to."""
    for question in questions:
        own = [gate for gate in gates if gate.question == question.id]
        contested = tuple(
            gate
            for gate in own
            # A gate that nobody answers any more is not settled.
            if gate.status_after is not GateStatus.UNANSWERED
            and _turned(gate.before, gate.after, _is_contested) is arisen
        )
        apart = _turned(question.gap.before, question.gap.after, _is_wide) is arisen
        if contested or apart:
            yield Disagreement(question.id, contested, question.gap if apart else None)


def _turned(before: T | None, after: T | None, holds: Callable[[T], bool]) -> bool | None:
    """Return what a condition became; None where it stayed as it was, or cannot be told of both waves."""
    if before is None or after is None or holds(before) is holds(after):
        return None
    return holds(after)


def _is_contested(gate: Gate) -> bool:
    return gate.status is GateStatus.CONTESTED


def _is_wide(gap: float) -> bool:
    return abs(gap) >= _DISAGREEMENT - TOLERANCE


def _cautions(waves: Sequence[Assessment], pair: _Pair) -> Iterator[Caution]:
    if pair.same_scale and pair.differences.rules_changed:
        yield Caution.OTHER_RULES
    new, dates = waves[-1], [wave.date for wave in waves if wave.date]
    if new.date and max(dates) > new.date:
        yield Caution.NEW_IS_OLDER
    if len(dates) < len(waves):
        yield Caution.NO_DATE
    names = [wave.wave for wave in waves if wave.wave]
    if len(set(names)) < len(names):
        yield Caution.SAME_NAME
    if any(wave.provisional for wave in waves[-2:]):
        yield Caution.PROVISIONAL


def _trend(waves: Sequence[Assessment]) -> tuple[Point, ...]:
    new = waves[-1]
    found = [differences(wave.questionnaire, new.questionnaire) for wave in waves]
    usable = [
        not wave.combined_withheld and difference.tops is None
        for wave, difference in zip(waves, found, strict=True)
    ]
    common = _like_for_like(list(compress(waves, usable)), list(compress(found, usable)))
    return tuple(
        Point(
            wave=wave.wave,
            date=wave.date,
            questionnaire=(wave.questionnaire.id, wave.questionnaire.version),
            same_questionnaire=wave.sha256 == new.sha256,
            respondents=wave.respondents.total,
            level=wave.level,
            top=wave.questionnaire.top,
            index=wave.index,
            like_for_like=_index(new.questionnaire, common, wave) if common and fits else None,
            coverage=wave.coverage,
            dimensions=_dimensions_of(wave, new),
        )
        for wave, fits in zip(waves, usable, strict=True)
    )


def _like_for_like(waves: Sequence[Assessment], found: Sequence[Differences]) -> list[str]:
    """Return the questions that all waves ask alike and answered; none where all indices are of the same."""
    answered = [{question.id for question in wave.questions if question.index is not None} for wave in waves]
    if not any(each.index_made_differently for each in found) and all(
        each == answered[0] for each in answered
    ):
        return []
    alike = [names & set(difference.common) for names, difference in zip(answered, found, strict=True)]
    return [name for name in found[-1].common if all(name in names for names in alike)] if found else []


def _dimensions_of(wave: Assessment, new: Assessment) -> dict[str, float | None]:
    own = {dimension.id: dimension.index for dimension in wave.dimensions}
    return {dimension.id: own.get(dimension.id) for dimension in new.dimensions}
