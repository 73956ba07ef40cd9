"""The one place that knows both the answers and the kernel: it builds the frozen result."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel import agreement, confidence
from alignment_maturity.kernel.instrument import NOBODY, Floats, Tally
from alignment_maturity.kernel.placement import (
    CONTESTED,
    FAILS,
    PASSES,
    UNANSWERED,
    Placement,
    gaps,
    group_dimension_index,
    over_levels,
    place,
)
from alignment_maturity.model.answers import AnswerFile, Discussion
from alignment_maturity.model.questionnaire import UNGROUPED
from alignment_maturity.planning import Standing, next_steps
from alignment_maturity.result import (
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
    Respondents,
)

RESAMPLES = 2000
FEWEST_FOR_BOOTSTRAP = 5
COMPLETE_ENOUGH = 0.8

_STATUS = {
    PASSES: GateStatus.PASSES,
    CONTESTED: GateStatus.CONTESTED,
    FAILS: GateStatus.FAILS,
    UNANSWERED: GateStatus.UNANSWERED,
}


@dataclass(frozen=True)
class Disclosure:
    """Which groups take part and which may be shown apart (contract, "Small groups").

    Attributes:
        taking_part: groups with respondents, in the order of the questionnaire.
        hidden: those too small to be shown apart.
        combined_withheld: whether the shown groups would give the hidden ones by subtraction.
    """

    taking_part: tuple[str, ...]
    hidden: frozenset[str]
    combined_withheld: bool

    @property
    def shown(self) -> tuple[str, ...]:
        """Groups that may be shown apart."""
        return tuple(group for group in self.taking_part if group not in self.hidden)

    def combined(self, value: float) -> float | None:
        """Return a figure of all groups together, None where it is withheld or does not exist."""
        return None if self.combined_withheld else _figure(value)


def assess(
    encoding: Encoding,
    sha256: str,
    files: Sequence[AnswerFile],
    *,
    min_group: int | None = None,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> Assessment:
    """Assess the answers of one organisation and wave.

    Args:
        encoding: of the questionnaire that all files answer, checked against it.
        sha256: of the questionnaire file.
        files: at least one.
        min_group: smallest group shown apart; the questionnaire's where None.
        resamples, seed: of the bootstrap.
    """
    questionnaire, instrument = encoding.questionnaire, encoding.instrument
    smallest = questionnaire.privacy.min_group if min_group is None else min_group
    people, votes = encoding.people(files), encoding.votes(files)
    tally = Tally(encoding.count(people) + votes.counts, votes.agreed)
    placement = place(instrument, tally)
    level = int(placement.level[0])
    individuals = np.bincount(people.group, minlength=len(encoding.groups))
    respondents = _respondents(encoding, individuals, files)
    disclosure = _disclosure(encoding, individuals, respondents, smallest)
    gates = _gates(encoding, placement, disclosure)
    completeness = _completeness(encoding, people, files)
    figures = _Figures(encoding, tally, placement, disclosure)
    return Assessment(
        questionnaire=questionnaire,
        sha256=sha256,
        organisation=files[0].organisation,
        wave=files[0].wave,
        date=max((file.date for file in files if file.date), default=None),
        respondents=respondents,
        level=level,
        index=_figure(placement.index[0]),
        completeness=completeness,
        provisional=completeness < COMPLETE_ENOUGH - 1e-9,
        coverage=_levels(questionnaire.upper_levels, placement.coverage[0]),
        thresholds={
            upper: threshold
            for upper in questionnaire.upper_levels
            if (threshold := questionnaire.threshold_of(upper)) is not None
        },
        cutoffs=_cutoffs(encoding),
        compared=_compared(encoding, disclosure),
        gates=gates,
        blocking=_blocking(encoding, placement, gates, level),
        by_group={} if disclosure.combined_withheld else figures.overall_by_group(),
        dimensions=figures.dimensions(),
        questions=figures.questions(files),
        alpha=_alpha(encoding, tally),
        confidence=_confidence(encoding, people, votes, tally, level, respondents.total, resamples, seed),
        suppressed_groups=tuple(group for group in disclosure.taking_part if group in disclosure.hidden),
        min_group=smallest,
        combined_withheld=disclosure.combined_withheld,
        workshop=any(file.workshop is not None for file in files),
        next_steps=next_steps(encoding, _standing(encoding, tally, placement)),
        remarks=_remarks(files, disclosure),
    )


class _Figures:
    """The figures of dimensions and questions, with what small groups must not show left out."""

    def __init__(
        self, encoding: Encoding, tally: Tally, placement: Placement, disclosure: Disclosure
    ) -> None:
        self.encoding, self.tally, self.placement, self.disclosure = encoding, tally, placement, disclosure
        self.question_gaps, self.dimension_gaps = gaps(encoding.instrument, placement)
        self.by_group_question = over_levels(encoding.instrument, placement.group_fulfilment)
        self.by_group_dimension = group_dimension_index(encoding.instrument, placement)
        self.gap_shown = _compared(encoding, disclosure) is not None

    def overall_by_group(self) -> dict[str, float | None]:
        """Return the index each shown group alone would give."""
        alone = {}
        for group in self.disclosure.shown:
            index = self.encoding.groups.index(group)
            counts = np.zeros_like(self.tally.counts)
            counts[:, index] = self.tally.counts[:, index]
            placed = place(self.encoding.instrument, Tally(counts, np.full_like(self.tally.agreed, NOBODY)))
            alone[group] = _figure(placed.index[0])
        return alone

    def dimensions(self) -> tuple[DimensionResult, ...]:
        encoding, placement, disclosure = self.encoding, self.placement, self.disclosure
        results = []
        for dimension in encoding.questionnaire.dimensions:
            row = encoding.dimensions.index(dimension.id)
            withheld = disclosure.combined_withheld
            results.append(
                DimensionResult(
                    id=dimension.id,
                    level=None if withheld else int(placement.dimension_level[0, row]),
                    index=disclosure.combined(placement.dimension_index[0, row]),
                    coverage=None
                    if withheld
                    else _levels(encoding.questionnaire.upper_levels, placement.dimension_coverage[0, row]),
                    gap=_figure(self.dimension_gaps[0, row]) if self.gap_shown else None,
                    by_group={
                        group: _figure(self.by_group_dimension[0, encoding.groups.index(group), row])
                        for group in disclosure.shown
                    },
                )
            )
        return tuple(results)

    def questions(self, files: Sequence[AnswerFile]) -> tuple[QuestionResult, ...]:
        agreed = {
            question: discussion.agreed
            for file in files
            for question, discussion in (file.workshop or {}).items()
            if discussion.agreed is not None
        }
        parked = {
            question
            for file in files
            for question, discussion in (file.workshop or {}).items()
            if discussion.parked
        }
        top = self.encoding.questionnaire.top
        results = []
        for question in self.encoding.questionnaire.questions:
            row = self.encoding.questions.index(question.id)
            results.append(
                QuestionResult(
                    id=question.id,
                    index=self.disclosure.combined(self.placement.question_index[0, row]),
                    gap=_figure(self.question_gaps[0, row]) if self.gap_shown else None,
                    cliffs_delta=self._cliffs_delta(row),
                    agreement=self._agreement(row),
                    counts=self._counts(row),
                    by_group={
                        group: _figure(1 + (top - 1) * self.by_group_question[0, self._at(group), row])
                        for group in self.disclosure.shown
                    },
                    agreed=agreed.get(question.id),
                    parked=question.id in parked,
                )
            )
        return tuple(results)

    def _at(self, group: str) -> int:
        return self.encoding.groups.index(group)

    def _cliffs_delta(self, row: int) -> float | None:
        instrument = self.encoding.instrument
        if not self.gap_shown or instrument.compared is None or not instrument.rubric[row]:
            return None
        counts = self.tally.counts[0, :, row, : instrument.unknown]
        first, second = instrument.compared
        return _figure(agreement.cliffs_delta(counts[first], counts[second]))

    def _agreement(self, row: int) -> Agreement:
        instrument = self.encoding.instrument
        everyone = [group.id for group in self.encoding.questionnaire.groups]
        if UNGROUPED in self.disclosure.taking_part:
            everyone.append(UNGROUPED)
        if not instrument.rubric[row]:
            return Agreement(None, dict.fromkeys(everyone))
        counts = self.tally.counts[0, :, row, : instrument.unknown]
        levels, options = instrument.option_levels[row], instrument.option_count[row]
        together = agreement.within_group_agreement(counts.sum(axis=0), levels, options)
        apart = agreement.within_group_agreement(counts, levels, options)
        return Agreement(
            self.disclosure.combined(float(together)),
            {
                group: None if group in self.disclosure.hidden else _figure(apart[self._at(group)])
                for group in everyone
            },
        )

    def _counts(self, row: int) -> dict[str, dict[str, int]]:
        names = {code: value for value, code in self.encoding.codes[row].items()}
        apart = {}
        for group in self.disclosure.shown:
            given = self.tally.counts[0, self._at(group), row]
            counts = {names[code]: int(given[code]) for code in np.flatnonzero(given)}
            if counts:
                apart[group] = counts
        return apart


def _figure(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _levels(levels: range, figures: Floats) -> dict[int, float | None]:
    return {level: _figure(figure) for level, figure in zip(levels, figures, strict=True)}


def _respondents(encoding: Encoding, individuals: Floats, files: Sequence[AnswerFile]) -> Respondents:
    """Count people; in a workshop, the most votes a group cast on one question."""
    numbers = {group: int(individuals[index]) for index, group in enumerate(encoding.groups)}
    for file in files:
        if file.workshop is not None:
            most = encoding.votes([file]).counts[0].sum(axis=-1).max(axis=-1)
            for index, group in enumerate(encoding.groups):
                numbers[group] += int(most[index])
    order = [group.id for group in encoding.questionnaire.groups] + [UNGROUPED]
    by_group = {group: numbers[group] for group in order if numbers[group]}
    return Respondents(sum(by_group.values()), by_group)


def _disclosure(
    encoding: Encoding, individuals: Floats, respondents: Respondents, min_group: int
) -> Disclosure:
    """Hide groups with few individual respondents; hands shown in a workshop are open by nature."""
    taking_part = tuple(respondents.by_group)
    small = {
        group: int(individuals[encoding.groups.index(group)])
        for group in taking_part
        if 0 < individuals[encoding.groups.index(group)] < min_group
    }
    if len(taking_part) < 2 or not small:
        return Disclosure(taking_part, frozenset(), combined_withheld=False)
    return Disclosure(taking_part, frozenset(small), combined_withheld=sum(small.values()) < min_group)


def _completeness(encoding: Encoding, people: confidence.People, files: Sequence[AnswerFile]) -> float:
    complete = (people.codes != NOBODY) & (people.codes != encoding.instrument.unknown)
    done, pairs = int(complete.sum()), complete.size
    for file in files:
        if file.workshop is not None:
            pairs += len(encoding.questions)
            done += sum(
                discussion.agreed is not None or _voted(discussion)
                for discussion in file.workshop.values()
            )
    return done / pairs


def _voted(discussion: Discussion) -> bool:
    last_round = discussion.rounds[-1] if discussion.rounds else {}
    return any(number for votes in last_round.values() for number in votes.values())


def _gates(encoding: Encoding, placement: Placement, disclosure: Disclosure) -> tuple[Gate, ...]:
    gates = []
    for question in encoding.questionnaire.questions:
        row = encoding.questions.index(question.id)
        for level in sorted(question.gate):
            at = (0, row, level - 2)
            sides: dict[bool, list[str]] = {True: [], False: []}
            for group in disclosure.shown:
                index = encoding.groups.index(group)
                if placement.group_spoke[0, index, row]:
                    sides[bool(placement.group_holds[0, index, row, level - 2])].append(group)
            status = _STATUS[int(placement.gates[at])]
            gates.append(Gate(question.id, level, status, tuple(sides[True]), tuple(sides[False])))
    return tuple(gates)


def _cutoffs(encoding: Encoding) -> dict[int, float]:
    if encoding.instrument.cutoffs is None:
        return {}
    return dict(zip(encoding.questionnaire.upper_levels, map(float, encoding.instrument.cutoffs), strict=True))


def _compared(encoding: Encoding, disclosure: Disclosure) -> tuple[str, str] | None:
    pair = encoding.questionnaire.compare
    if len(pair) == 2 and all(group in disclosure.shown for group in pair):
        return pair[0], pair[1]
    return None


def _blocking(
    encoding: Encoding, placement: Placement, gates: tuple[Gate, ...], level: int
) -> Blocking | None:
    following = level + 1
    if following > encoding.questionnaire.top:
        return None
    coverage = _figure(placement.coverage[0, following - 2])
    cutoff = _cutoffs(encoding).get(following)
    if cutoff is not None:
        return Blocking(following, coverage, None, (), _figure(placement.index[0]), cutoff)
    closed = tuple(
        gate for gate in gates if gate.level == following and gate.status is not GateStatus.PASSES
    )
    return Blocking(following, coverage, encoding.questionnaire.threshold_of(following), closed)


def _alpha(encoding: Encoding, tally: Tally) -> float | None:
    instrument = encoding.instrument
    given = tally.counts[0, :, :, : instrument.unknown].sum(axis=0)
    units = np.zeros((len(encoding.questions), encoding.questionnaire.top), dtype=np.int64)
    for row in np.flatnonzero(instrument.rubric):
        for code in range(instrument.option_count[row]):
            units[row, instrument.option_levels[row, code] - 1] += given[row, code]
    return agreement.ordinal_alpha(units)


def _confidence(
    encoding: Encoding,
    people: confidence.People,
    votes: Tally,
    tally: Tally,
    level: int,
    respondents: int,
    resamples: int,
    seed: int,
) -> Confidence:
    sensitivity = confidence.one_step(encoding.instrument, tally, level)
    moving = {encoding.questions[row] for row in sensitivity.moving}
    one_step = OneStep(
        sensitivity.changes,
        sensitivity.up,
        sensitivity.down,
        tuple(question.id for question in encoding.questionnaire.questions if question.id in moving),
    )
    if respondents < FEWEST_FOR_BOOTSTRAP:
        return Confidence(None, one_step)
    shares = confidence.bootstrap(encoding.instrument, people, votes, resamples=resamples, seed=seed)
    return Confidence(Bootstrap(resamples, seed, shares), one_step)


def _standing(encoding: Encoding, tally: Tally, placement: Placement) -> Standing:
    not_applicable = encoding.instrument.not_applicable
    counts, agreed = tally.counts[0].sum(axis=0), tally.agreed[0]
    only_na = (counts[:, not_applicable] > 0) & (counts[:, :not_applicable].sum(axis=-1) == 0)
    return Standing(
        level=int(placement.level[0]),
        fulfilment=placement.fulfilment[0],
        gates=placement.gates[0],
        inapplicable=np.where(agreed == NOBODY, only_na, agreed == not_applicable),
    )


def _remarks(files: Sequence[AnswerFile], disclosure: Disclosure) -> tuple[Remark, ...]:
    remarks = []
    for file in files:
        for question, discussion in (file.workshop or {}).items():
            if discussion.note:
                remarks.append(Remark(question, None, None, discussion.note, ""))
        for person in file.people:
            hidden = (person.group or UNGROUPED) in disclosure.hidden
            group, name = (None, None) if hidden else (person.group, person.name)
            for question, answer in person.answers.items():
                if answer.note or answer.evidence:
                    remarks.append(Remark(question, group, name, answer.note, answer.evidence))
    return tuple(sorted(remarks, key=lambda remark: (remark.question, remark.group or "", remark.note)))

