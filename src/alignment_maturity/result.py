"""The frozen result of an assessment, which feeds every output.

Nothing here is computed: `assessment` fills it, the terminal, the report, the exports and `batch` show it.
A figure that does not exist, or must not be shown, is None.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from alignment_maturity.model.questionnaire import Action, Questionnaire

HORIZONS = (30, 60, 90, 180)
"""Days from the start of a plan by which its steps are grouped."""

FEWEST_FOR_BOOTSTRAP = 5
"""Respondents below which no bootstrap is made."""

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
class Rise:
    """A question that has to rise.

    Attributes:
        before: its mean level now, 1 to K; None where nobody answered it.
        to: the level it has to reach.
    """

    question: str
    before: float | None
    to: int


@dataclass(frozen=True)
class Blocking:
    """Why the next level was not reached.

    Attributes:
        level: the next level.
        coverage: C(level), 0 to 1.
        threshold: what coverage should have been; None where placement goes by bands.
        gates: the gates of the level that do not pass.
        smallest_change: the fewest questions that must rise for the level, and among those sets the one with
            the fewest levels in sum; None where no rise reaches it, or where figures of single questions
            are withheld.
        index, cutoff: with bands, the index and what it should have been; else None.
    """

    level: int
    coverage: float | None
    threshold: float | None
    gates: tuple[Gate, ...]
    smallest_change: tuple[Rise, ...] | None
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
        rounds: the votes of workshops alone, oldest round first, each group to option value (also `n/a`,
            `unknown`) to number of votes; of all groups, because hands shown in a room are open by nature.
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
    rounds: tuple[Mapping[str, Mapping[str, int]], ...] = ()
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
class Step:
    """An action of the plan, or one that is also worth doing, and why.

    Attributes:
        rank: from 1, in the order in which to take them.
        priority_of: the level whose step up has it as a priority; None where it is no priority.
        gates: the gates up to the target that do not pass and that it opens.
        gain: rise of the coverage of the next level if taken alone, at most 1; None where withheld.
        gap: the question it lifts that the compared functions see most differently, with the gap in levels
            (positive where the first sees it higher); None where they are less than half a level apart.
        prepares: the actions of the plan that require it, in their order.
        requires: its prerequisites that are not done.
        start, end: the first and the last day, both business days; None where it is optional.
        horizon: days from the start of the plan, one of `HORIZONS`, within which it ends; None if later, or
            where it is optional.
    """

    rank: int
    action: Action
    priority_of: int | None
    gates: tuple[Gate, ...]
    gain: float | None
    gap: tuple[str, float] | None
    prepares: tuple[str, ...]
    requires: tuple[str, ...]
    start: dt.date | None = None
    end: dt.date | None = None
    horizon: int | None = None


@dataclass(frozen=True)
class OutOfReach:
    """What keeps the target away whatever is done.

    Attributes:
        level: the first level that no set of actions attains.
        reached: the level attained once the plan is carried out, 1 to K.
        coverage: of that level once the plan is carried out, 0 to 1; None where there is none, with bands,
            or where figures of single questions are withheld.
        index: with bands, the index once the plan is carried out, 0 to 100; else, or where withheld, None.
        required: the coverage, 0 to 1, or with bands the index, 0 to 100, that the level asks for.
        gates: the questions whose gate at that level stays closed.
        questions: the questions with room left at that level and no action that lifts them there; empty
            where figures of single questions are withheld.
    """

    level: int
    reached: int
    coverage: float | None
    index: float | None
    required: float
    gates: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """The cheapest way to the target, in order and with dates (contract, `plan.md`).

    Attributes:
        target: the level aimed at; at the top of the scale that level, to be kept.
        attains: whether the target is reached once all steps are done.
        effort: of all steps, in person-days.
        start: the day from which horizons count.
        parallel: how many actions an owner works on at a time, at most.
        steps: what to do, in order.
        optional: up to three actions outside the plan that are worth their effort, best first.
        out_of_reach: None where the target is attained.
        keep: at the top of the scale, the questions furthest from full fulfilment, furthest first; empty
            where figures of single questions are withheld.
    """

    target: int
    attains: bool
    effort: float
    start: dt.date
    parallel: int
    steps: tuple[Step, ...]
    optional: tuple[Step, ...]
    out_of_reach: OutOfReach | None
    keep: tuple[str, ...]


@dataclass(frozen=True)
class Remark:
    """A note or a piece of evidence somebody wrote; shown only where it is asked for.

    `group` and `name` are None where they were not given or must not be shown; `workshop` tells whether it
    was noted for the whole room.
    """

    question: str
    group: str | None
    name: str | None
    note: str
    evidence: str
    workshop: bool = False


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
        done: the actions whose effect is there already, in the order of the questionnaire.
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
    plan: Plan
    done: tuple[str, ...]
    remarks: tuple[Remark, ...]

    @property
    def deciding_gates(self) -> tuple[Gate, ...]:
        """The gates that have a say in the level: with bands, none."""
        return () if self.cutoffs else self.gates

    def priority_in_place(self, level: int) -> bool:
        """Tell whether the step up from a level has priority actions and all of them are done."""
        transition = self.questionnaire.transition_from(level)
        return transition is not None and bool(transition.actions) and {*transition.actions} <= {*self.done}
