"""How a questionnaire changed from one wave to the next, and what can be compared all the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from alignment_maturity.model.localised import Localised
from alignment_maturity.model.questionnaire import (
    Bands,
    Dimension,
    Group,
    Option,
    Question,
    Questionnaire,
    Rubric,
    RubricOption,
    Statement,
)


class Facet(StrEnum):
    """What of a question changed, so that its answers cannot be set side by side."""

    KIND = "kind"
    LEVEL = "level"
    OPTIONS = "options"
    OPTION_TEXTS = "option-texts"


@dataclass(frozen=True)
class QuestionDifference:
    """A question of both questionnaires that is not the same question any more."""

    question: str
    facets: tuple[Facet, ...]


@dataclass(frozen=True)
class Differences:
    """Where two questionnaires differ; pairs are (before, after).

    Attributes:
        ids, versions: None where they are the same.
        tops: the lengths of the scales where they differ, else None.
        levels: levels that stand for something else (another id) on scales of the same length.
        methods: `staged` or `bands`, where they differ, else None.
        thresholds: of levels that ask for another coverage, 0 to 1, or with bands another index, 0 to 100;
            empty where the method or the length of the scale differs.
        gates_added, gates_removed: (question, level).
        questions_added, questions_removed: asked by one of the two only.
        questions_changed: the same id, another question: not compared.
        reworded: only the wording of the question changed: compared.
        moved: questions that went to another dimension: compared.
        reweighted_questions, reweighted_dimensions, reweighted_groups: those with another weight.
        dimensions_added, dimensions_removed, groups_added, groups_removed: of one of the two only.
        compared_changed: whether other groups are set against each other.
        common: the questions that are compared, in the order of the new questionnaire.
    """

    ids: tuple[str, str] | None
    versions: tuple[str, str] | None
    tops: tuple[int, int] | None
    levels: tuple[int, ...]
    methods: tuple[str, str] | None
    thresholds: Mapping[int, tuple[float, float]]
    gates_added: tuple[tuple[str, int], ...]
    gates_removed: tuple[tuple[str, int], ...]
    questions_added: tuple[str, ...]
    questions_removed: tuple[str, ...]
    questions_changed: tuple[QuestionDifference, ...]
    reworded: tuple[str, ...]
    moved: tuple[str, ...]
    reweighted_questions: tuple[str, ...]
    reweighted_dimensions: tuple[str, ...]
    reweighted_groups: tuple[str, ...]
    dimensions_added: tuple[str, ...]
    dimensions_removed: tuple[str, ...]
    groups_added: tuple[str, ...]
    groups_removed: tuple[str, ...]
    compared_changed: bool
    common: tuple[str, ...]

    @property
    def found(self) -> bool:
        """Whether there is anything to tell."""
        return self.rules_changed or self.index_made_differently or bool(
            self.ids or self.versions or self.reworded or self.compared_changed
            or self.reweighted_groups or self.groups_added or self.groups_removed
        )  # fmt: skip

    @property
    def rules_changed(self) -> bool:
        """Whether the same answers could give another level because levels ask for something else."""
        return bool(
            self.tops or self.levels or self.methods or self.thresholds
            or self.gates_added or self.gates_removed
        )  # fmt: skip

    @property
    def index_made_differently(self) -> bool:
        """Whether the index is made of other questions, or of the same with other weights."""
        return bool(
            self.tops or self.questions_added or self.questions_removed or self.questions_changed
            or self.moved or self.reweighted_questions or self.reweighted_dimensions
            or self.dimensions_added or self.dimensions_removed
        )  # fmt: skip


def differences(before: Questionnaire, after: Questionnaire) -> Differences:
    """Set two questionnaires side by side; questions and dimensions are the same where their ids are."""
    old, new = before.question_by_id, after.question_by_id
    both = [name for name in new if name in old]
    facets = {name: _facets(old[name], new[name], before, after) for name in both}
    same_scale = before.top == after.top
    methods = _if_different(before.placement.method, after.placement.method)
    gates_before, gates_after = _gates(before), _gates(after)
    return Differences(
        ids=_if_different(before.id, after.id),
        versions=_if_different(before.version, after.version),
        tops=_if_different(before.top, after.top),
        levels=_other_levels(before, after) if same_scale else (),
        methods=methods,
        thresholds=_thresholds(before, after) if same_scale and not methods else {},
        gates_added=tuple(gate for gate in gates_after if gate not in gates_before),
        gates_removed=tuple(gate for gate in gates_before if gate not in gates_after),
        questions_added=_only(new, old),
        questions_removed=_only(old, new),
        questions_changed=tuple(QuestionDifference(name, found) for name, found in facets.items() if found),
        reworded=tuple(name for name in both if not _same_text(old[name].text, new[name].text)),
        moved=tuple(name for name in both if old[name].dimension != new[name].dimension),
        reweighted_questions=_reweighted(old, new),
        reweighted_dimensions=_reweighted(before.dimension_by_id, after.dimension_by_id),
        reweighted_groups=_reweighted(before.group_by_id, after.group_by_id),
        dimensions_added=_only(after.dimension_by_id, before.dimension_by_id),
        dimensions_removed=_only(before.dimension_by_id, after.dimension_by_id),
        groups_added=_only(after.group_by_id, before.group_by_id),
        groups_removed=_only(before.group_by_id, after.group_by_id),
        compared_changed=before.compare != after.compare,
        common=tuple(name for name in both if not facets[name]) if same_scale else (),
    )


T = TypeVar("T")
Weighted = Question | Dimension | Group


def _if_different(before: T, after: T) -> tuple[T, T] | None:
    return None if before == after else (before, after)


def _only(these: Iterable[str], those: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in these if name not in those)


def _reweighted(before: Mapping[str, Weighted], after: Mapping[str, Weighted]) -> tuple[str, ...]:
    return tuple(name for name in after if name in before and before[name].weight != after[name].weight)


def _facets(
    before: Question, after: Question, earlier: Questionnaire, later: Questionnaire
) -> tuple[Facet, ...]:
    """Return what keeps the answers to two questions of one id from being set side by side."""
    if isinstance(before, Rubric) != isinstance(after, Rubric):
        return (Facet.KIND,)
    found = []
    if isinstance(before, Statement) and isinstance(after, Statement) and before.level != after.level:
        found.append(Facet.LEVEL)
    old, new = earlier.options_of(before), later.options_of(after)
    if list(map(_worth, old)) != list(map(_worth, new)):
        found.append(Facet.OPTIONS)
    elif not all(_same_text(one.text, other.text) for one, other in zip(old, new, strict=True)):
        found.append(Facet.OPTION_TEXTS)
    return tuple(found)


def _worth(option: Option) -> float:
    """Return what an option stands for; the value by which files name it does not matter."""
    return option.level if isinstance(option, RubricOption) else option.credit


def _same_text(before: Localised, after: Localised) -> bool:
    """Tell whether two texts agree in the languages they both have; a new translation changes nothing."""
    languages = before.by_language.keys() & after.by_language.keys() or {""}
    return all(before.in_(language) == after.in_(language) for language in languages)


def _other_levels(before: Questionnaire, after: Questionnaire) -> tuple[int, ...]:
    pairs = zip(before.scale, after.scale, strict=True)
    return tuple(new.level for old, new in pairs if old.id != new.id)


def _thresholds(before: Questionnaire, after: Questionnaire) -> dict[int, tuple[float, float]]:
    asked = {level: (_asked(before, level), _asked(after, level)) for level in after.upper_levels}
    return {level: pair for level, pair in asked.items() if pair[0] != pair[1]}


def _asked(questionnaire: Questionnaire, level: int) -> float:
    """Return the coverage, 0 to 1, or with bands the index, 0 to 100, that a level asks for."""
    if isinstance(questionnaire.placement, Bands):
        return questionnaire.placement.cutoffs[level - 2]
    threshold = questionnaire.placement.threshold
    return threshold[level] if isinstance(threshold, dict) else threshold


def _gates(questionnaire: Questionnaire) -> tuple[tuple[str, int], ...]:
    return tuple(
        (question.id, level) for question in questionnaire.questions for level in sorted(question.gate)
    )
