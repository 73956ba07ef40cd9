"""The frozen result of an assessment, which feeds every output, and its JSON document.

Nothing here is computed: `assessment` fills it, the terminal, the report and `batch` show it.
A figure that does not exist, or must not be shown, is None.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from alignment_maturity.model.questionnaire import Action, Questionnaire

COMPLETE_ENOUGH = 0.8
"""Completeness below which a placement is provisional."""


class GateStatus(StrEnum):
    """Whether a gate lets its level through; only `PASSES` does."""

    PASSES = "passes"
    CONTESTED = "contested"
    FAILS = "fails"
    UNANSWERED = "unanswered"


class Verdict(StrEnum):
    """Whether one changed answer could move the placement."""

    STABLE = "stable"
    BORDERLINE = "borderline"


@dataclass(frozen=True)
class Respondents:
    """How many people answered; `by_group` holds the groups that have respondents."""

    total: int
    by_group: Mapping[str, int]


@dataclass(frozen=True)
class Gate:
    """The verdict on one question at one level that needs it.

    `holding` and `lacking` are the groups on either side; hidden groups are named in neither.
    """

    question: str
    level: int
    status: GateStatus
    holding: tuple[str, ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True)
class Blocking:
    """Why the next level was not reached.

    Attributes:
        level: the next level.
        coverage: C(level), 0 to 1.
        threshold: what coverage should have been; None where placement goes by bands.
        gates: the gates of the level that do not pass.
        index, cutoff: with bands, the index and what it should have been; else None.
    """

    level: int
    coverage: float | None
    threshold: float | None
    gates: tuple[Gate, ...]
    index: float | None = None
    cutoff: float | None = None


@dataclass(frozen=True)
class DimensionResult:
    """One dimension; `index` 0 to 100, `gap` in levels, `by_group` the index as each group sees it."""

    id: str
    level: int | None
    index: float | None
    coverage: Mapping[int, float | None] | None
    gap: float | None
    by_group: Mapping[str, float | None]


@dataclass(frozen=True)
class Agreement:
    """r_wg within everybody and within each group, 0 to 1."""

    everybody: float | None
    by_group: Mapping[str, float | None]


@dataclass(frozen=True)
class QuestionResult:
    """One question.

    Attributes:
        index: mean of A over the levels the question speaks of, 0 to 1.
        gap: in levels; positive where the first compared group sees it higher.
        counts: group to option value (also `n/a`, `unknown`) to number of answers; hidden groups left out.
        by_group: mean of the group's fulfilment, as a level between 1 and K.
        agreed: the value a workshop settled on.
        parked: whether a workshop put it off.
    """

    id: str
    index: float | None
    gap: float | None
    cliffs_delta: float | None
    agreement: Agreement
    counts: Mapping[str, Mapping[str, int]]
    by_group: Mapping[str, float | None]
    agreed: str | None = None
    parked: bool = False


@dataclass(frozen=True)
class Bootstrap:
    """The share of resamples at each level that occurred."""

    resamples: int
    seed: int
    levels: Mapping[int, float]


@dataclass(frozen=True)
class OneStep:
    """What every single one-step change of one answer would do to the level.

    Attributes:
        changes: how many such changes there are.
        up, down: how many of them would raise or lower the level.
        questions: the questions on which they lie.
    """

    changes: int
    up: int
    down: int
    questions: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        """Stable where no change moves the level."""
        return Verdict.BORDERLINE if self.up or self.down else Verdict.STABLE


@dataclass(frozen=True)
class Confidence:
    """How sure the placement is; no bootstrap below five respondents."""

    bootstrap: Bootstrap | None
    one_step: OneStep


@dataclass(frozen=True)
class NextStep:
    """An action that helps towards the next level, in the order in which to take it.

    Attributes:
        rank: from 1.
        priority: whether it belongs to the priority of the step up.
        gates: the gates of the next level it would open.
        gain: rise of the coverage of the next level, if taken alone.
    """

    rank: int
    action: Action
    priority: bool
    gates: tuple[str, ...]
    gain: float


@dataclass(frozen=True)
class Remark:
    """A note or a piece of evidence somebody wrote; shown only where it is asked for.

    `group` and `name` are None where they were not given or must not be shown.
    """

    question: str
    group: str | None
    name: str | None
    note: str
    evidence: str


@dataclass(frozen=True)
class Assessment:
    """Where an organisation stands, and why.

    Attributes:
        questionnaire: the instrument, for its texts.
        sha256: of the questionnaire file's bytes.
        date: the latest date of the answer files.
        index: 0 to 100; None where nothing was answered.
        completeness: share of (respondent, question) pairs answered or n/a, 0 to 1.
        coverage: level (2..K) to C(level), 0 to 1.
        thresholds: level to the coverage asked for; empty with bands.
        cutoffs: level to the index asked for; empty when staged.
        compared: the two groups set against each other, where both may be shown.
        blocking: None at the top of the scale.
        by_group: group to its index, 0 to 100, as it alone would give it; hidden groups left out.
        alpha: Krippendorff's alpha, at most 1.
        suppressed_groups: groups too small to be shown apart.
        min_group: the smallest group that is shown apart.
        combined_withheld: whether single questions and dimensions are withheld for all groups together.
        workshop: whether a workshop's votes are among the answers.
    """

    questionnaire: Questionnaire
    sha256: str
    organisation: str
    wave: str | None
    date: dt.date | None
    respondents: Respondents
    level: int
    index: float | None
    completeness: float
    provisional: bool
    coverage: Mapping[int, float | None]
    thresholds: Mapping[int, float]
    cutoffs: Mapping[int, float]
    compared: tuple[str, str] | None
    gates: tuple[Gate, ...]
    blocking: Blocking | None
    by_group: Mapping[str, float | None]
    dimensions: tuple[DimensionResult, ...]
    questions: tuple[QuestionResult, ...]
    alpha: float | None
    confidence: Confidence
    suppressed_groups: tuple[str, ...]
    min_group: int
    combined_withheld: bool
    workshop: bool
    next_steps: tuple[NextStep, ...]
    remarks: tuple[Remark, ...]


def as_document(result: Assessment, lang: str) -> dict[str, object]:
    """Return the result document of the contract (format 1), with names in `lang`, ready for JSON."""
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
                "counts": {group: dict(counts) for group, counts in question.counts.items()},
            }
            for question in result.questions
        ],
        "alpha": result.alpha,
        "confidence": _confidence(result.confidence),
        "suppressed_groups": list(result.suppressed_groups),
        # The exact plan is computed by a later version; a figure that does not exist is null.
        "plan": None,
    }


def _by_level(figures: Mapping[int, float | None] | Mapping[int, float]) -> dict[str, float | None]:
    return {str(level): figure for level, figure in figures.items()}


def _blocking(blocking: Blocking) -> dict[str, object]:
    document: dict[str, object] = {
        "level": blocking.level,
        "coverage": blocking.coverage,
        "threshold": blocking.threshold,
        "gates": [gate.question for gate in blocking.gates],
        "smallest_change": None,
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
