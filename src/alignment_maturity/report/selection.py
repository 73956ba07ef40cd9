"""Which questions and dimensions of a result deserve to be named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.result import GateStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignment_maturity.result import Assessment, DimensionResult, Gate, QuestionResult

NOTABLE_GAP = 0.5
"""From half a level on, a gap between the functions is named."""

WIDE_GAP = 1.0
LITTLE_AGREEMENT = 0.5
MUCH_UNKNOWN = 0.2
MOST_TOPICS = 6


@dataclass(frozen=True, slots=True)
class Concern:
    """Why a question is worth talking about.

    Attributes:
        gates: its gates on which the functions disagree, or that somebody does not know of.
        gap: the gap where it is wide, else None.
        unknown, answers: how many said they don't know, of how many; 0 where few did.
        agreement: r_wg where it is low, else None.
        parked: whether a workshop put it off.
    """

    question: QuestionResult
    gates: tuple[Gate, ...]
    gap: float | None
    unknown: int
    answers: int
    agreement: float | None
    parked: bool

    @property
    def pressing(self) -> tuple[bool, int, float]:
        """What concerns are sorted by: contested gates, then the number of reasons, then their size."""
        reasons = (bool(self.gates), self.gap is not None, bool(self.unknown), self.agreement is not None)
        share = self.unknown / self.answers if self.answers else 0.0
        return bool(self.gates), sum(reasons) + self.parked, abs(self.gap or 0.0) + share


def concerns(result: Assessment, gates: tuple[Gate, ...]) -> tuple[Concern, ...]:
    """Return at most `MOST_TOPICS` questions worth talking about, the most pressing first.

    `gates` are those that have a say in the level.
    """
    found = [concern for question in result.questions if (concern := _concern(question, gates))]
    return tuple(sorted(found, key=lambda concern: concern.pressing, reverse=True)[:MOST_TOPICS])


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


def unknowns(counts: Mapping[str, Mapping[str, int]]) -> tuple[int, int]:
    """Return how many said they don't know, and how many gave a value or said so."""
    unknown = sum(by_value.get("unknown", 0) for by_value in counts.values())
    applicable = sum(n for by_value in counts.values() for value, n in by_value.items() if value != "n/a")
    return unknown, applicable


def _concern(question: QuestionResult, gates: tuple[Gate, ...]) -> Concern | None:
    unknown, answers = unknowns(question.counts)
    much_unknown = answers > 0 and unknown / answers >= MUCH_UNKNOWN
    agreement = question.agreement.everybody
    concern = Concern(
        question=question,
        gates=tuple(
            gate for gate in gates if gate.question == question.id and gate.status is GateStatus.CONTESTED
        ),
        gap=question.gap if _size(question.gap) >= WIDE_GAP - TOLERANCE else None,
        unknown=unknown if much_unknown else 0,
        answers=answers,
        agreement=agreement if agreement is not None and agreement < LITTLE_AGREEMENT else None,
        parked=question.parked,
    )
    return concern if concern.pressing[1] else None


def _size(gap: float | None) -> float:
    return abs(gap or 0.0)
