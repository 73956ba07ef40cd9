"""The document of a comparison (`compare --json`, format 1), ready for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from alignment_maturity.language import Lang
from alignment_maturity.model.questionnaire import Action
from alignment_maturity.progress.changes import (
    ActionsProgress,
    Change,
    DimensionChange,
    Disagreement,
    GateChange,
    Point,
    Progress,
    QuestionChange,
)
from alignment_maturity.progress.differences import Differences
from alignment_maturity.result import Assessment


def as_document(progress: Progress, lang: Lang) -> dict[str, object]:
    """Return everything a comparison found, in full precision, with names in `lang`."""
    like_for_like = progress.like_for_like
    return {
        "format": 1,
        "organisation": progress.after.organisation,
        "before": _wave(progress.before, lang),
        "after": _wave(progress.after, lang),
        "cautions": [caution.value for caution in progress.cautions],
        "level": None if progress.level is None else _change(progress.level),
        "index": _change(progress.index),
        "like_for_like": None
        if like_for_like is None
        else {**_change(like_for_like.index), "questions": list(like_for_like.questions)},
        "coverage": {str(level): _change(change) for level, change in progress.coverage.items()},
        "by_group": _changes(progress.by_group),
        "gates": [_gate(gate) for gate in progress.gates],
        "dimensions": [_dimension(dimension) for dimension in progress.dimensions],
        "questions": [_question(question) for question in progress.questions],
        "up": [question.id for question in progress.risen],
        "down": [question.id for question in progress.fallen],
        "actions": _actions(progress.actions, lang),
        "disagreements": {
            "arisen": _disagreements(progress.arisen),
            "resolved": _disagreements(progress.resolved),
        },
        "suppressed_groups": list(progress.hidden),
        "combined_withheld": progress.combined_withheld,
        "differences": _differences(progress.differences),
        "trend": [_point(point) for point in progress.trend],
    }


def _wave(result: Assessment, lang: Lang) -> dict[str, object]:
    level = result.questionnaire.level_named(result.level)
    return {
        "wave": result.wave,
        "date": result.date.isoformat() if result.date else None,
        "questionnaire": {
            "id": result.questionnaire.id,
            "version": result.questionnaire.version,
            "sha256": result.sha256,
        },
        "respondents": {"total": result.respondents.total, "by_group": dict(result.respondents.by_group)},
        "level": result.level,
        "level_id": level.id,
        "level_name": level.name.in_(lang),
        "top": result.questionnaire.top,
        "index": result.index,
        "completeness": result.completeness,
        "provisional": result.provisional,
        "thresholds": {str(level): threshold for level, threshold in result.thresholds.items()},
        "cutoffs": {str(level): cutoff for level, cutoff in result.cutoffs.items()},
    }


def _change(change: Change) -> dict[str, object]:
    return {"before": change.before, "after": change.after, "difference": change.difference}


def _changes(changes: Mapping[str, Change]) -> dict[str, object]:
    return {name: _change(change) for name, change in changes.items()}


def _gate(gate: GateChange) -> dict[str, object]:
    before, after = gate.status_before, gate.status_after
    return {
        "question": gate.question,
        "level": gate.level,
        "before": None if before is None else before.value,
        "after": None if after is None else after.value,
    }


def _dimension(dimension: DimensionChange) -> dict[str, object]:
    return {
        "id": dimension.id,
        "index": _change(dimension.index),
        "level": _change(dimension.level),
        "gap": _change(dimension.gap),
        "by_group": _changes(dimension.by_group),
        "same_questions": dimension.same_questions,
    }


def _question(question: QuestionChange) -> dict[str, object]:
    return {
        "id": question.id,
        "level": _change(question.level),
        "gap": _change(question.gap),
        "by_group": _changes(question.by_group),
    }


def _actions(actions: ActionsProgress, lang: Lang) -> dict[str, object]:
    return {
        "done": [{**_action(done.action, lang), "planned": done.planned} for done in actions.done],
        "undone": [_action(action, lang) for action in actions.undone],
        "still_open": [_action(action, lang) for action in actions.still_open],
        "not_compared": [_action(action, lang) for action in actions.not_compared],
    }


def _action(action: Action, lang: Lang) -> dict[str, object]:
    return {"action": action.id, "title": action.title.in_(lang)}


def _disagreements(disagreements: Iterable[Disagreement]) -> list[dict[str, object]]:
    return [
        {
            "question": disagreement.question,
            "gates": [_gate(gate) for gate in disagreement.gates],
            "gap": None if disagreement.gap is None else _change(disagreement.gap),
        }
        for disagreement in disagreements
    ]


def _differences(found: Differences) -> dict[str, object]:
    return {
        "id": _pair(found.ids),
        "version": _pair(found.versions),
        "top": _pair(found.tops),
        "levels": list(found.levels),
        "method": _pair(found.methods),
        "thresholds": {str(level): _pair(pair) for level, pair in found.thresholds.items()},
        "gates_added": _places(found.gates_added),
        "gates_removed": _places(found.gates_removed),
        "questions_added": list(found.questions_added),
        "questions_removed": list(found.questions_removed),
        "questions_changed": [
            {"question": changed.question, "changed": [facet.value for facet in changed.facets]}
            for changed in found.questions_changed
        ],
        "questions_reworded": list(found.reworded),
        "questions_moved": list(found.moved),
        "questions_reweighted": list(found.reweighted_questions),
        "dimensions_added": list(found.dimensions_added),
        "dimensions_removed": list(found.dimensions_removed),
        "dimensions_reweighted": list(found.reweighted_dimensions),
        "groups_added": list(found.groups_added),
        "groups_removed": list(found.groups_removed),
        "groups_reweighted": list(found.reweighted_groups),
        "compared_groups_changed": found.compared_changed,
    }


def _pair(pair: tuple[object, object] | None) -> dict[str, object] | None:
    return None if pair is None else {"before": pair[0], "after": pair[1]}


def _places(gates: Iterable[tuple[str, int]]) -> list[dict[str, object]]:
    return [{"question": question, "level": level} for question, level in gates]


def _point(point: Point) -> dict[str, object]:
    return {
        "wave": point.wave,
        "date": point.date.isoformat() if point.date else None,
        "questionnaire": dict(zip(("id", "version"), point.questionnaire, strict=True)),
        "respondents": point.respondents,
        "level": point.level,
        "top": point.top,
        "index": point.index,
        "like_for_like": point.like_for_like,
        "coverage": {str(level): share for level, share in point.coverage.items()},
        "dimensions": dict(point.dimensions),
    }
