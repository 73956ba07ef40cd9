"""The one place that knows both the answers and the kernel: it builds the frozen result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from alignment_maturity.disclosure import Disclosure, disclosure, figure
from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel import TOLERANCE, agreement, confidence
from alignment_maturity.kernel.confidence import People
from alignment_maturity.kernel.instrument import NOBODY, Floats, Instrument, Tally
from alignment_maturity.kernel.placement import (
    CONTESTED,
    FAILS,
    PASSES,
    UNANSWERED,
    Placement,
    Views,
    gaps,
    place,
    views,
)
from alignment_maturity.model.answers import AnswerFile, Discussion
from alignment_maturity.model.questionnaire import UNGROUPED, Question, Questionnaire
from alignment_maturity.planning.plan import Shown, done_actions, make_plan
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.planning.smallest_change import smallest_change
from alignment_maturity.planning.standing import Standing
from alignment_maturity.result import (
    COMPLETE_ENOUGH,
    FEWEST_FOR_BOOTSTRAP,
    Agreement,
    Assessment,
    Blocking,
    Bootstrap,
    Confidence,
    DimensionResult,
    Gate,
    GateStatus,
    OneStep,
    QuestionResult,
    Remark,
    Rise,
)

RESAMPLES = 2000

_STATUS = {
    PASSES: GateStatus.PASSES,
    CONTESTED: GateStatus.CONTESTED,
    FAILS: GateStatus.FAILS,
    UNANSWERED: GateStatus.UNANSWERED,
}


def assess(  # noqa: PLR0913 - one place takes all that an assessment depends on
    encoding: Encoding,
    sha256: str,
    files: Sequence[AnswerFile],
    *,
    planning: PlanRequest,
    min_group: int | None = None,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> Assessment:
    """Assess the answers of one organisation and wave.

    Args:
        encoding: of the questionnaire that all files answer, checked against it.
        sha256: of the questionnaire file.
        files: at least one.
        planning: the terms of the plan.
        min_group: smallest group shown apart; the questionnaire's where None.
        resamples, seed: of the bootstrap.

    Raises:
        WrongUsage: where the target asked for makes no sense.
    """
    questionnaire = encoding.questionnaire
    smallest = questionnaire.privacy.min_group if min_group is None else min_group
    people, votes = encoding.people(files), encoding.votes(files)
    tally = Tally(encoding.count(people) + votes.counts, votes.agreed)
    placement = place(encoding.instrument, tally)
    may_show = disclosure(encoding, people, files, smallest)
    seen = views(encoding.instrument, tally)
    case = _Case(encoding, files, people, votes, tally, placement, seen, may_show)
    completeness = _completeness(case)
    return Assessment(
        questionnaire=questionnaire,
        sha256=sha256,
        organisation=files[0].organisation,
        wave=files[0].wave,
        date=max((file.date for file in files if file.date), default=None),
        respondents=may_show.respondents,
        level=case.level,
        index=figure(placement.index[0]),
        completeness=completeness,
        provisional=completeness < COMPLETE_ENOUGH - TOLERANCE,
        coverage=_by_level(questionnaire, placement.coverage[:, 0]),
        thresholds=case.thresholds,
        cutoffs=case.cutoffs,
        compared=case.compared,
        gates=case.gates,
        blocking=_blocking(case),
        by_group=_overall_by_group(case),
        dimensions=tuple(_dimensions(case)),
        questions=tuple(_question(case, question) for question in questionnaire.questions),
        alpha=_alpha(case),
        confidence=_confidence(case, resamples, seed),
        suppressed_groups=tuple(group for group in may_show.respondents.by_group if group in may_show.hidden),
        min_group=smallest,
        combined_withheld=may_show.combined_withheld,
        workshop=any(file.workshop is not None for file in files),
        plan=make_plan(encoding, case.standing, planning, _shown(case)),
        done=done_actions(encoding, case.standing),
        remarks=tuple(sorted(_remarks(case), key=_order_of_remarks)),
    )


@dataclass(frozen=True)
class _Case:
    """One organisation's answers, counted and placed, and what of them may be shown."""

    encoding: Encoding
    files: Sequence[AnswerFile]
    people: People
    votes: Tally
    tally: Tally
    placement: Placement
    views: Views
    disclosure: Disclosure

    @property
    def questionnaire(self) -> Questionnaire:
        return self.encoding.questionnaire

    @property
    def instrument(self) -> Instrument:
        return self.encoding.instrument

    @property
    def level(self) -> int:
        return int(self.placement.level[0])

    @property
    def compared(self) -> tuple[str, str] | None:
        """The two groups set against each other, where both may be shown."""
        pair = self.questionnaire.compare
        if len(pair) == 2 and all(group in self.disclosure.shown for group in pair):
            return pair[0], pair[1]
        return None

    @property
    def thresholds(self) -> dict[int, float]:
        levels = self.questionnaire.upper_levels
        asked = {level: self.questionnaire.threshold_of(level) for level in levels}
        return {level: threshold for level, threshold in asked.items() if threshold is not None}

    @property
    def cutoffs(self) -> dict[int, float]:
        if self.instrument.cutoffs is None:
            return {}
        levels = self.questionnaire.upper_levels
        return {level: float(cutoff) for level, cutoff in zip(levels, self.instrument.cutoffs, strict=True)}

    @cached_property
    def gates(self) -> tuple[Gate, ...]:
        """The verdicts on all gates, in the order of the questionnaire."""
        rows = {(row, column): index for index, (row, column) in enumerate(self.instrument.gates.tolist())}
        return tuple(
            self._gate(question, level, rows[self.row(question.id), level - 2])
            for question in self.questionnaire.questions
            for level in sorted(question.gate)
        )

    @cached_property
    def gaps(self) -> tuple[Floats, Floats]:
        """The gaps by question (Q,) and by dimension (D,), in levels."""
        by_question, by_dimension = gaps(self.instrument, self.views)
        return by_question[:, 0], by_dimension[:, 0]

    @cached_property
    def standing(self) -> Standing:
        """Where the organisation stands, as far as lifting its questions is concerned."""
        not_applicable = self.instrument.not_applicable
        counts, agreed = self.tally.counts[..., 0].sum(axis=0), self.tally.agreed[:, 0]
        only_na = (counts[:, not_applicable] > 0) & (counts[:, :not_applicable].sum(axis=-1) == 0)
        closed = np.zeros(self.instrument.spoken.shape, dtype=bool)
        questions, levels = self.instrument.gates.T
        closed[questions, levels] = self.placement.gates[:, 0] != PASSES
        return Standing(
            level=self.level,
            fulfilment=self.placement.fulfilment[..., 0],
            answered=self.placement.answered[:, 0],
            closed=closed,
            inapplicable=np.where(agreed == NOBODY, only_na, agreed == not_applicable),
        )

    def group(self, name: str) -> int:
        """Return the index of a group."""
        return self.encoding.groups.index(name)

    def row(self, question: str) -> int:
        """Return the index of a question."""
        return self.encoding.row[question]

    def _gate(self, question: Question, level: int, gate: int) -> Gate:
        sides: dict[bool, list[str]] = {True: [], False: []}
        for group in self.disclosure.shown:
            index = self.group(group)
            if self.views.spoke[index, gate, 0]:
                sides[bool(self.views.holds[index, gate, 0])].append(group)
        status = _STATUS[int(self.placement.gates[gate, 0])]
        return Gate(question.id, level, status, tuple(sides[True]), tuple(sides[False]))


def _by_level(questionnaire: Questionnaire, figures: Floats) -> dict[int, float | None]:
    return {level: figure(value) for level, value in zip(questionnaire.upper_levels, figures, strict=True)}


def _completeness(case: _Case) -> float:
    complete = (case.people.codes != NOBODY) & (case.people.codes != case.instrument.unknown)
    done, pairs = int(complete.sum()), complete.size
    for file in case.files:
        if file.workshop is not None:
            pairs += len(case.encoding.questions)
            done += sum(
                discussion.agreed is not None or _voted(discussion) for discussion in file.workshop.values()
            )
    return float(done / pairs)


def _voted(discussion: Discussion) -> bool:
    return any(number for votes in discussion.last_round.values() for number in votes.values())


def _blocking(case: _Case) -> Blocking | None:
    following = case.level + 1
    if following > case.questionnaire.top:
        return None
    coverage = figure(case.placement.coverage[following - 2, 0])
    if following in case.cutoffs:
        index = figure(case.placement.index[0])
        return Blocking(following, coverage, None, (), _rises(case), index, case.cutoffs[following])
    closed = [gate for gate in case.gates if gate.level == following and gate.status is not GateStatus.PASSES]
    return Blocking(following, coverage, case.thresholds[following], tuple(closed), _rises(case))


def _rises(case: _Case) -> tuple[Rise, ...] | None:
    """Return the smallest change; which questions it names would tell how all groups together see them."""
    if case.disclosure.combined_withheld:
        return None
    return smallest_change(case.encoding, case.standing)


def _shown(case: _Case) -> Shown:
    gaps = zip(case.encoding.questions, case.gaps[0].tolist(), strict=True) if case.compared else ()
    return Shown(
        gates=case.gates,
        gaps={question: gap for question, gap in gaps if not np.isnan(gap)},
        combined_withheld=case.disclosure.combined_withheld,
    )


def _overall_by_group(case: _Case) -> dict[str, float | None]:
    """Return the index each shown group alone would give."""
    if case.disclosure.combined_withheld:
        return {}
    alone = {}
    for group in case.disclosure.shown:
        counts = np.zeros_like(case.tally.counts)
        counts[case.group(group)] = case.tally.counts[case.group(group)]
        nothing_agreed = np.full_like(case.tally.agreed, NOBODY)
        alone[group] = figure(place(case.instrument, Tally(counts, nothing_agreed)).index[0])
    return alone


def _dimensions(case: _Case) -> Iterator[DimensionResult]:
    withheld = case.disclosure.combined_withheld
    for dimension in case.questionnaire.dimensions:
        row = case.encoding.dimensions.index(dimension.id)
        coverage = _by_level(case.questionnaire, case.placement.dimension_coverage[row, :, 0])
        yield DimensionResult(
            id=dimension.id,
            level=None if withheld else int(case.placement.dimension_level[row, 0]),
            index=case.disclosure.combined(case.placement.dimension_index[row, 0]),
            coverage=None if withheld else coverage,
            gap=figure(case.gaps[1][row]) if case.compared else None,
            by_group={
                group: figure(100 * case.views.dimension[case.group(group), row, 0])
                for group in case.disclosure.shown
            },
        )


def _question(case: _Case, question: Question) -> QuestionResult:
    row = case.row(question.id)
    discussions = [
        file.workshop[question.id] for file in case.files if file.workshop and question.id in file.workshop
    ]
    height = case.questionnaire.top - 1
    return QuestionResult(
        id=question.id,
        index=case.disclosure.combined(case.placement.question_index[row, 0]),
        gap=figure(case.gaps[0][row]) if case.compared else None,
        cliffs_delta=_cliffs_delta(case, row),
        agreement=_agreement(case, row),
        counts=_counts(case, row),
        by_group={
            group: figure(1 + height * case.views.question[case.group(group), row, 0])
            for group in case.disclosure.shown
        },
        rounds=_rounds(case, question, discussions),
        agreed=next((entry.agreed for entry in discussions if entry.agreed is not None), None),
        parked=any(entry.parked for entry in discussions),
    )


def _rounds(
    case: _Case, question: Question, discussions: Sequence[Discussion]
) -> tuple[dict[str, dict[str, int]], ...]:
    """Add up the rounds of several workshops, the last with the last.

    One that held fewer stands still before its first, so that every sum is of the same rooms.
    """
    held = [discussion.rounds for discussion in discussions if discussion.rounds]
    most = max(map(len, held), default=0)
    together = [[rounds[max(0, len(rounds) - most + at)] for rounds in held] for at in range(most)]
    return tuple(_added(case, question, votes) for votes in together)


def _added(
    case: _Case, question: Question, votes: Sequence[Mapping[str, Mapping[str, int]]]
) -> dict[str, dict[str, int]]:
    """Add up votes by group and value, both in the order of the questionnaire, without those nobody cast."""
    sums = {
        group: {
            value: number
            for value in case.encoding.codes[case.row(question.id)]
            if (number := sum(cast.get(group, {}).get(value, 0) for cast in votes))
        }
        for group in case.questionnaire.group_by_id
    }
    return {group: counts for group, counts in sums.items() if counts}


def _cliffs_delta(case: _Case, row: int) -> float | None:
    if case.compared is None or not case.instrument.rubric[row]:
        return None
    first, second = (
        case.tally.counts[case.group(group), row, : case.instrument.unknown, 0] for group in case.compared
    )
    return figure(float(agreement.cliffs_delta(first, second)))


def _agreement(case: _Case, row: int) -> Agreement:
    everyone = list(case.questionnaire.group_by_id)
    if UNGROUPED in case.disclosure.respondents.by_group:
        everyone.append(UNGROUPED)
    if not case.instrument.rubric[row]:
        return Agreement(None, dict.fromkeys(everyone))
    counts = case.tally.counts[:, row, : case.instrument.unknown, 0]
    levels, options = case.instrument.option_levels[row], case.instrument.option_count[row]
    together = agreement.within_group_agreement(counts.sum(axis=0), levels, options)
    apart = agreement.within_group_agreement(counts, levels, options)
    hidden = case.disclosure.hidden
    return Agreement(
        case.disclosure.combined(float(together)),
        {group: None if group in hidden else figure(apart[case.group(group)]) for group in everyone},
    )


def _counts(case: _Case, row: int) -> dict[str, dict[str, int]]:
    given = {group: case.tally.counts[case.group(group), row, :, 0] for group in case.disclosure.shown}
    return {
        group: {value: int(counts[code]) for value, code in case.encoding.codes[row].items() if counts[code]}
        for group, counts in given.items()
        if counts.any()
    }


def _alpha(case: _Case) -> float | None:
    instrument = case.instrument
    given = case.tally.counts[:, :, : instrument.unknown, 0].sum(axis=0)
    units = np.zeros((len(case.encoding.questions), case.questionnaire.top), dtype=np.int64)
    for row in np.flatnonzero(instrument.rubric):
        for code in range(instrument.option_count[row]):
            units[row, instrument.option_levels[row, code] - 1] += given[row, code]
    return agreement.ordinal_alpha(units)


def _confidence(case: _Case, resamples: int, seed: int) -> Confidence:
    sensitivity = confidence.one_step(case.instrument, case.tally, case.level)
    moving = {case.encoding.questions[row] for row in sensitivity.moving}
    one_step = OneStep(
        sensitivity.changes,
        sensitivity.up,
        sensitivity.down,
        tuple(question.id for question in case.questionnaire.questions if question.id in moving),
    )
    if case.disclosure.respondents.total < FEWEST_FOR_BOOTSTRAP:
        return Confidence(None, one_step)
    shares = confidence.bootstrap(case.instrument, case.people, case.votes, resamples=resamples, seed=seed)
    return Confidence(Bootstrap(resamples, seed, shares), one_step)


def _order_of_remarks(remark: Remark) -> tuple[str, ...]:
    """Put remarks in an order that no order of files or people changes."""
    return remark.question, remark.group or "", remark.note, remark.evidence, remark.name or ""


def _remarks(case: _Case) -> Iterator[Remark]:
    for file in case.files:
        for question, discussion in (file.workshop or {}).items():
            if discussion.note:
                yield Remark(question, None, None, discussion.note, "", workshop=True)
        for person in file.people:
            hidden = (person.group or UNGROUPED) in case.disclosure.hidden
            group, name = (None, None) if hidden else (person.group, person.name)
            for question, answer in person.answers.items():
                if answer.note or answer.evidence:
                    yield Remark(question, group, name, answer.note, answer.evidence)
