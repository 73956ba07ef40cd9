"""The result document of the contract (format 1), ready for JSON."""

from __future__ import annotations

from collections.abc import Mapping

from alignment_maturity.language import Lang
from alignment_maturity.phrasing.plan import reason
from alignment_maturity.result import Assessment, Blocking, Confidence, OutOfReach, Step


def as_document(result: Assessment, lang: Lang) -> dict[str, object]:
    """Return the result document, with names and sentences in `lang`."""
    scale_level = result.questionnaire.level_named(result.level)
    blocking = result.blocking
    return {
        "format": 1,
        "questionnaire": {
            "id": result.questionnaire.id,
            "version": result.questionnaire.version,
            "sha256": result.sha256,
        },
        "organisation": result.organisation,
        "wave": result.wave,
        "date": result.date.isoformat() if result.date else None,
        "respondents": {
            "total": result.respondents.total,
            "by_group": dict(result.respondents.by_group),
        },
        "level": result.level,
        "level_id": scale_level.id,
        "level_name": scale_level.name.in_(lang),
        "index": result.index,
        "completeness": result.completeness,
        "provisional": result.provisional,
        "coverage": _by_level(result.coverage),
        "thresholds": _by_level(result.thresholds),
        "gates": [
            {"question": gate.question, "level": gate.level, "status": gate.status.value}
            for gate in result.gates
        ],
        "blocking": None if blocking is None else _blocking(blocking),
        "dimensions": [
            {
                "id": dimension.id,
                "level": dimension.level,
                "index": dimension.index,
                "coverage": None if dimension.coverage is None else _by_level(dimension.coverage),
                "gap": dimension.gap,
            }
            for dimension in result.dimensions
        ],
        "questions": [
            {
                "id": question.id,
                "index": question.index,
                "gap": question.gap,
                "cliffs_delta": question.cliffs_delta,
                "agreement": {"all": question.agreement.everybody, **question.agreement.by_group},
                "counts": _votes(question.counts),
                "rounds": [_votes(votes) for votes in question.rounds],
                "agreed": question.agreed,
                "parked": question.parked,
            }
            for question in result.questions
        ],
        "alpha": result.alpha,
        "confidence": _confidence(result.confidence),
        "suppressed_groups": list(result.suppressed_groups),
        "plan": plan_document(result, lang),
    }


def plan_document(result: Assessment, lang: Lang) -> dict[str, object]:
    """Return the plan of a result: what the result document holds as `plan`."""
    plan = result.plan
    return {
        "target": plan.target,
        "attains_target": plan.attains,
        "effort": plan.effort,
        "start": plan.start.isoformat(),
        "parallel": plan.parallel,
        "steps": [_step(result, step, lang) for step in plan.steps],
        "optional": [_step(result, step, lang) for step in plan.optional],
        "out_of_reach": None if plan.out_of_reach is None else _out_of_reach(plan.out_of_reach),
        "keep": list(plan.keep),
    }


def _step(result: Assessment, step: Step, lang: Lang) -> dict[str, object]:
    action = step.action
    return {
        "rank": step.rank,
        "action": action.id,
        "title": action.title.in_(lang),
        "reason": reason(result, step, lang),
        "owner": action.owner,
        "effort": action.effort,
        "weeks": action.weeks,
        "priority": step.priority_of is not None,
        "start": None if step.start is None else step.start.isoformat(),
        "end": None if step.end is None else step.end.isoformat(),
        "horizon": step.horizon,
        "gain": step.gain,
        "gates": [{"question": gate.question, "level": gate.level} for gate in step.gates],
        "lifts": [lift.model_dump(exclude_none=True) for lift in action.lifts],
        "requires": list(action.requires),
        "worksheets": list(action.worksheets),
    }


def _out_of_reach(missed: OutOfReach) -> dict[str, object]:
    return {
        "level": missed.level,
        "reached": missed.reached,
        "coverage": missed.coverage,
        "index": missed.index,
        "required": missed.required,
        "gates": list(missed.gates),
        "questions": list(missed.questions),
    }


def _votes(votes: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    return {group: dict(counts) for group, counts in votes.items()}


def _by_level(figures: Mapping[int, float | None] | Mapping[int, float]) -> dict[str, float | None]:
    return {str(level): figure for level, figure in figures.items()}


def _blocking(blocking: Blocking) -> dict[str, object]:
    document: dict[str, object] = {
        "level": blocking.level,
        "coverage": blocking.coverage,
        "threshold": blocking.threshold,
        "gates": [gate.question for gate in blocking.gates],
        "smallest_change": None
        if blocking.smallest_change is None
        else [
            {"question": rise.question, "from": rise.before, "to": rise.to}
            for rise in blocking.smallest_change
        ],
    }
    if blocking.cutoff is not None:
        document |= {"index": blocking.index, "cutoff": blocking.cutoff}
    return document


def _confidence(confidence: Confidence) -> dict[str, object]:
    bootstrap, one_step = confidence.bootstrap, confidence.one_step
    return {
        "bootstrap": None
        if bootstrap is None
        else {
            "resamples": bootstrap.resamples,
            "seed": bootstrap.seed,
            "levels": _by_level(bootstrap.levels),
        },
        "one_step": {
            "changes": one_step.changes,
            "up": one_step.up,
            "down": one_step.down,
            "questions": list(one_step.questions),
            "verdict": one_step.verdict.value,
        },
    }
