"""From plain documents to results, for the tests of scoring."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from alignment_maturity.assessment import assess
from alignment_maturity.encoding import Encoding
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.planning.request import PARALLEL, PlanRequest
from alignment_maturity.result import Assessment

START = dt.date(2026, 11, 23)
"""A Monday."""


def assessed(  # noqa: PLR0913 - all of them have defaults
    questionnaire: dict[str, Any],
    answer_files: Sequence[dict[str, Any]],
    *,
    start: dt.date = START,
    target: int | None = None,
    parallel: int = PARALLEL,
    min_group: int | None = None,
    resamples: int = 50,
    seed: int = 0,
) -> Assessment:
    """Assess plain documents as the program would assess the files they stand for."""
    return assess(
        Encoding(Questionnaire.model_validate(questionnaire)),
        "0" * 64,
        [AnswerFile.model_validate(file) for file in answer_files],
        planning=PlanRequest(start, target, parallel),
        min_group=min_group,
        resamples=resamples,
        seed=seed,
    )
