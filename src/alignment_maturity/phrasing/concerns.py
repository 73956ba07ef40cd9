"""Which questions people should talk about, and why, most pressing first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.language import Lang, Phrase, decimal
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN
from alignment_maturity.phrasing import verdict
from alignment_maturity.phrasing.wording import fill, levels, lower_and_higher
from alignment_maturity.result import Assessment, Gate, GateStatus, QuestionResult

WIDE_GAP = 1.0
LITTLE_AGREEMENT = 0.5
MUCH_UNKNOWN = 0.2
MOST_TOPICS = 6

PHRASES: dict[str, Phrase] = {
    "reason-gap": Phrase(
        it="secondo {lower} è {size} più in basso che secondo {higher}",
        en="{lower} sees it {size} lower than {higher}",
    ),
    "reason-gate": Phrase(it="requisito del livello {level}: {status}", en="gate of level {level}: {status}"),
    "reason-unknown": Phrase(
        it="{n} su {total} rispondono «non so»", en="{n} of {total} answer “don’t know”"
    ),
    "reason-unknown-one": Phrase(
        it="uno su {total} risponde «non so»", en="one of {total} answers “don’t know”"
    ),
    "reason-unknown-alone": Phrase(it="la risposta è «non so»", en="the answer is “don’t know”"),
    "reason-agreement": Phrase(it="poco accordo ({agreement})", en="little agreement ({agreement})"),
    "reason-parked": Phrase(it="rinviata nel workshop", en="parked in the workshop"),
}


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


def concerns(result: Assessment) -> tuple[Concern, ...]:
    """Return at most `MOST_TOPICS` questions worth talking about, the most pressing first."""
    gates = result.deciding_gates
    found = [concern for question in result.questions if (concern := _concern(question, gates))]
    return tuple(sorted(found, key=lambda concern: concern.pressing, reverse=True)[:MOST_TOPICS])


def reasons(result: Assessment, concern: Concern, lang: Lang) -> tuple[str, ...]:
    """Return why a question is worth talking about, as short labels."""
    told = [
        _say("reason-gate", lang, level=gate.level, status=verdict.gate_status(gate.status, lang))
        for gate in concern.gates
    ]
    if concern.gap is not None:
        sides = lower_and_higher(result, concern.gap, lang)
        told.append(_say("reason-gap", lang, size=levels(abs(concern.gap), lang), **sides))
    if concern.unknown and result.respondents.total == 1:
        told.append(_say("reason-unknown-alone", lang))
    elif concern.unknown:
        key = "reason-unknown-one" if concern.unknown == 1 else "reason-unknown"
        told.append(_say(key, lang, n=concern.unknown, total=concern.answers))
    if concern.agreement is not None:
        told.append(_say("reason-agreement", lang, agreement=decimal(concern.agreement, 2, lang)))
    if concern.parked:
        told.append(_say("reason-parked", lang))
    return tuple(told)


def unknowns(counts: Mapping[str, Mapping[str, int]]) -> tuple[int, int]:
    """Return how many said they don't know, and how many gave a value or said so."""
    unknown = sum(by_value.get(UNKNOWN, 0) for by_value in counts.values())
    applicable = sum(
        n for by_value in counts.values() for value, n in by_value.items() if value != NOT_APPLICABLE
    )
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


def _say(key: str, lang: Lang, **values: object) -> str:
    return fill(PHRASES[key], lang, **values)
