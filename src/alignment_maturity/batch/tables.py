"""The tables of a batch: results as CSV or JSON Lines, and what was left out as CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from alignment_maturity.document import as_document
from alignment_maturity.errors import Problem
from alignment_maturity.formats import csv_table
from alignment_maturity.language import Lang
from alignment_maturity.result import Assessment

_FIRST = (
    "organisation", "wave", "date", "questionnaire", "questionnaire_version", "respondents", "level",
    "level_id", "level_name", "index", "completeness", "provisional",
)  # fmt: skip


def as_json_lines(results: Sequence[Assessment], lang_of: Callable[[Assessment], Lang]) -> bytes:
    """Write one result document a line."""
    lines = (json.dumps(as_document(result, lang_of(result)), ensure_ascii=False) for result in results)
    return "".join(f"{line}\n" for line in lines).encode()


def as_csv(results: Sequence[Assessment], lang_of: Callable[[Assessment], Lang]) -> bytes:
    """Write one row an assessment: identity, level, index, coverage, dimensions, largest gap.

    The columns are those of all questionnaires of the run together; what a result does not have is empty.
    """
    levels = sorted({level for result in results for level in result.coverage})
    dimensions = list(dict.fromkeys(entry.id for result in results for entry in result.dimensions))
    columns = (
        *_FIRST,
        *(f"coverage_{level}" for level in levels),
        *(f"index_{dimension}" for dimension in dimensions),
        "largest_gap_question",
        "largest_gap",
    )
    return csv_table.as_csv(columns, (_row(result, lang_of(result)) for result in results))


def problems_as_csv(problems: Iterable[Problem], describe: Callable[[Problem], str]) -> bytes:
    """Write one row a problem: file, line, column, severity, code, message."""
    columns = ("file", "line", "column", "severity", "code", "message")
    return csv_table.as_csv(
        columns,
        (
            {
                "file": problem.source,
                "line": problem.line or "",
                "column": problem.column or "",
                "severity": "warning" if problem.warning else "error",
                "code": problem.code,
                "message": describe(problem),
            }
            for problem in problems
        ),
    )


def _row(result: Assessment, lang: Lang) -> dict[str, object]:
    level = result.questionnaire.level_named(result.level)
    gaps = [question for question in result.questions if question.gap is not None]
    widest = max(gaps, key=lambda question: abs(question.gap or 0.0), default=None)
    return {
        "organisation": result.organisation,
        "wave": result.wave or "",
        "date": result.date.isoformat() if result.date else "",
        "questionnaire": result.questionnaire.id,
        "questionnaire_version": result.questionnaire.version,
        "respondents": result.respondents.total,
        "level": result.level,
        "level_id": level.id,
        "level_name": level.name.in_(lang),
        "index": result.index,
        "completeness": result.completeness,
        "provisional": str(result.provisional).lower(),
        **{f"coverage_{upper}": share for upper, share in result.coverage.items()},
        **{f"index_{dimension.id}": dimension.index for dimension in result.dimensions},
        "largest_gap_question": widest.id if widest else "",
        "largest_gap": widest.gap if widest else "",
    }
