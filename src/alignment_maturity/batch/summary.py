"""What a run says of itself and of all organisations together: the content of summary.json."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from alignment_maturity.batch.assembly import results
from alignment_maturity.batch.counts import commonest, together

if TYPE_CHECKING:
    from collections.abc import Mapping

    import polars as pl

    from alignment_maturity.batch.run import Course
    from alignment_maturity.batch.stages.context import Context
    from alignment_maturity.language import Lang
    from alignment_maturity.model.questionnaire import Questionnaire

MOST_NAMED = 10
"""Gates and actions that the summary names."""


@dataclass(frozen=True)
class Time:
    """How long the run took, in seconds, and how many workers it had."""

    seconds: float
    workers: int


def summary(context: Context, course: Course, faults: Mapping[str, int], time: Time) -> dict[str, Any]:
    """Return what is written to summary.json: plain data, figures in full precision."""
    told = together(course.scores)
    used, table = course.questionnaires(context), results(context, course)
    respondents = sum(figures["respondents"] for figures in told.values())
    skipped = [path for note in course.reads for path in note.get("skipped", ())]
    ignored = sorted({name for note in course.reads for name in note.get("ignored", ())})
    return {
        "format": 1,
        "program_version": context.settings.program_version,
        "inputs": len(course.sources),
        "skipped_questionnaires": len(skipped),
        "ignored_columns": ignored,
        "respondents": respondents,
        "assessments": sum(note["assessments"] for note in course.scores),
        "left_out": course.all_left_out,
        "errors": faults["errors"],
        "warnings": faults["warnings"],
        "plans": course.plans,
        "resumed_tasks": course.resumed,
        "seconds": round(time.seconds, 3),
        "workers": time.workers,
        "respondents_per_second": round(respondents / max(time.seconds, 1e-3), 1),
        "questionnaires": [
            _of(
                context,
                {sha256: one for sha256, one in used.items() if one.id == name},
                figures,
                _indices(table if len(told) == 1 else table.filter(questionnaire=name)),
            )
            for name, figures in told.items()
        ],
    }


def _indices(rows: pl.LazyFrame) -> pl.Series:
    """Return the index of all organisations that have one."""
    # In one piece: the mean of several depends in its last bits on where they part.
    return rows.select("index").collect()["index"].drop_nulls().rechunk()


def _of(
    context: Context, used: Mapping[str, Questionnaire], told: Mapping[str, Any], own: pl.Series
) -> dict[str, Any]:
    """Tell of the organisations that answered one questionnaire, in whatever version (by hash)."""
    versions = list(used.values())
    lang = context.settings.lang_for(versions[0])
    assessments = told["assessments"]
    quartiles = [own.quantile(share, "linear") for share in (0.25, 0.5, 0.75)] if own.len() else []
    return {
        "id": versions[0].id,
        "versions": sorted({questionnaire.version for questionnaire in versions}),
        "sha256": list(used),
        "lang": lang,
        "assessments": assessments,
        "respondents": told["respondents"],
        "provisional": told["provisional"],
        "levels": _levels(versions, told["levels"], lang),
        "index": {"mean": own.mean(), "quartiles": quartiles, "minimum": own.min(), "maximum": own.max()},
        "blocking_gates": [
            {"question": question, "name": _question(versions, question, lang), **_share(number, assessments)}
            for question, number in commonest(told["gates"], MOST_NAMED).items()
        ],
        "first_actions": [
            {"action": action, "title": _action(versions, action, lang), **_share(number, assessments)}
            for action, number in commonest(told["actions"], MOST_NAMED).items()
        ],
    }


def _share(number: int, all_: int) -> dict[str, float]:
    return {"assessments": number, "share": number / all_}


def _levels(versions: list[Questionnaire], counts: Mapping[str, int], lang: Lang) -> list[dict[str, Any]]:
    """Tell how many organisations stand at each level, those at which none stands too."""
    total = sum(counts.values())
    names = {level.level: level.name.in_(lang) for version in reversed(versions) for level in version.scale}
    return [
        {"level": level, "name": name, **_share(counts.get(str(level), 0), total)}
        for level, name in sorted(names.items())
    ]


def _question(versions: list[Questionnaire], question: str, lang: Lang) -> str:
    return next(
        version.question_by_id[question].name.in_(lang)
        for version in versions
        if question in version.question_by_id
    )


def _action(versions: list[Questionnaire], action: str, lang: Lang) -> str:
    return next(
        version.action_by_id[action].title.in_(lang) for version in versions if action in version.action_by_id
    )
