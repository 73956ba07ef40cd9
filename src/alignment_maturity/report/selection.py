"""Which questions and dimensions of a result deserve to be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.kernel import TOLERANCE

if TYPE_CHECKING:
    from alignment_maturity.result import Assessment, DimensionResult, QuestionResult

NOTABLE_GAP = 0.5
"""From half a level on, a gap between the functions is named."""


def widest_dimension(result: Assessment) -> DimensionResult | None:
    """Return the dimension with the widest gap of note; None where there is none."""
    notable = [
        dimension for dimension in result.dimensions if _size(dimension.gap) >= NOTABLE_GAP - TOLERANCE
    ]
    return max(notable, key=lambda dimension: _size(dimension.gap), default=None)


def widest_question(result: Assessment) -> QuestionResult | None:
    """Return the question with the widest gap of note; None where there is none."""
    notable = [question for question in result.questions if _size(question.gap) >= NOTABLE_GAP - TOLERANCE]
    return max(notable, key=lambda question: _size(question.gap), default=None)


def _size(gap: float | None) -> float:
    return abs(gap or 0.0)
