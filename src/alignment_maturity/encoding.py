"""Questionnaires and answers as the arrays of the kernel, in canonical order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from alignment_maturity.kernel.confidence import People
from alignment_maturity.kernel.instrument import NOBODY, Instrument, Integers, Tally
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.questionnaire import (
    NOT_APPLICABLE,
    UNGROUPED,
    UNKNOWN,
    Bands,
    Option,
    Question,
    Questionnaire,
    Rubric,
    RubricOption,
)


@dataclass(frozen=True)
class Encoding:
    """One questionnaire, ready to encode answers.

    Ids are sorted, whatever their order in the file, so that sums are taken in the same order and the order
    of a questionnaire changes nothing.
    """

    questionnaire: Questionnaire

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """Question ids in canonical order (axis Q)."""
        return tuple(sorted(self.questionnaire.question_by_id))

    @cached_property
    def dimensions(self) -> tuple[str, ...]:
        """Dimension ids in canonical order (axis D)."""
        return tuple(sorted(dimension.id for dimension in self.questionnaire.dimensions))

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """Group ids in canonical order, then the people who belong to none (axis G)."""
        return (*sorted(self.questionnaire.group_by_id), UNGROUPED)

    @cached_property
    def values(self) -> tuple[tuple[str, ...], ...]:
        """The option values of each question, ascending by level or credit (axis C, unpadded)."""
        return tuple(
            tuple(option.value for option in self._options(question)) for question in self._questions()
        )

    @cached_property
    def codes(self) -> tuple[Mapping[str, int], ...]:
        """For each question, from what an answer file holds to the kernel's code."""
        return tuple(
            {
                **{value: code for code, value in enumerate(values)},
                UNKNOWN: self.instrument.unknown,
                NOT_APPLICABLE: self.instrument.not_applicable,
            }
            for values in self.values
        )

    @cached_property
    def instrument(self) -> Instrument:
        """The arrays of the questionnaire."""
        questionnaire = self.questionnaire
        questions = list(self._questions())
        options = [self._options(question) for question in questions]
        levels = np.array(questionnaire.upper_levels)
        shape = (len(questions), max(len(row) for row in options))
        fulfilment = np.zeros((*shape, len(levels)))
        option_levels = np.zeros(shape, dtype=np.int64)
        spoken = np.zeros((len(questions), len(levels)), dtype=bool)
        for row, question in enumerate(questions):
            spoken[row] = True if isinstance(question, Rubric) else levels == question.level
            for code, option in enumerate(options[row]):
                if isinstance(option, RubricOption):
                    option_levels[row, code] = option.level
                    fulfilment[row, code] = levels <= option.level
                else:
                    fulfilment[row, code] = np.where(spoken[row], option.credit, 0.0)
        weight = {dimension.id: dimension.weight for dimension in questionnaire.dimensions}
        placement = questionnaire.placement
        return Instrument(
            fulfilment=fulfilment,
            spoken=spoken,
            option_levels=option_levels,
            option_count=np.array([len(row) for row in options]),
            rubric=np.array([isinstance(question, Rubric) for question in questions]),
            gates=np.array(
                [
                    (row, level - 2)
                    for row, question in enumerate(questions)
                    for level in sorted(question.gate)
                ],
                dtype=np.int64,
            ).reshape(-1, 2),
            question_weight=np.array([question.weight for question in questions]),
            dimension=np.array([self.dimensions.index(question.dimension) for question in questions]),
            dimension_weight=np.array([weight[dimension] for dimension in self.dimensions]),
            group_weight=np.array(
                [questionnaire.group_by_id[group].weight for group in self.groups[:-1]] + [1.0]
            ),
            thresholds=np.array([questionnaire.threshold_of(int(level)) or 0.0 for level in levels]),
            cutoffs=np.array(placement.cutoffs) if isinstance(placement, Bands) else None,
            compared=self._compared(),
        )

    def people(self, files: Sequence[AnswerFile]) -> People:
        """Encode the individual respondents of all files."""
        everybody = [person for file in files for person in file.people]
        codes = np.full((len(everybody), len(self.questions)), NOBODY, dtype=np.int64)
        for row, person in enumerate(everybody):
            for question, answer in person.answers.items():
                if answer.value is not None:
                    column = self.row[question]
                    codes[row, column] = self.codes[column][answer.value]
        group = [self.groups.index(person.group or UNGROUPED) for person in everybody]
        return People(codes, np.array(group, dtype=np.int64))

    def votes(self, files: Sequence[AnswerFile]) -> Tally:
        """Count the votes of the last rounds of all workshops, with what the rooms agreed."""
        tally = self._empty()
        for file in files:
            for question, discussion in (file.workshop or {}).items():
                column = self.row[question]
                if discussion.agreed is not None:
                    tally.agreed[column, 0] = self.codes[column][discussion.agreed]
                for group, votes in discussion.last_round.items():
                    for value, number in votes.items():
                        code = self.codes[column][value]
                        tally.counts[self.groups.index(group), column, code, 0] += number
        return tally

    def count(self, people: People) -> Integers:
        """Count the answers of individual respondents, (G, Q, C + 2, 1)."""
        counts = self._empty().counts
        rows, columns = np.nonzero(people.codes != NOBODY)
        np.add.at(counts[..., 0], (people.group[rows], columns, people.codes[rows, columns]), 1)
        return counts

    def _empty(self) -> Tally:
        width = self.instrument.not_applicable + 1
        return Tally(
            counts=np.zeros((len(self.groups), len(self.questions), width, 1), dtype=np.int64),
            agreed=np.full((len(self.questions), 1), NOBODY, dtype=np.int64),
        )

    @cached_property
    def row(self) -> Mapping[str, int]:
        """The index of each question on axis Q."""
        return {question: column for column, question in enumerate(self.questions)}

    def _questions(self) -> list[Question]:
        return [self.questionnaire.question_by_id[question] for question in self.questions]

    def _options(self, question: Question) -> list[Option]:
        return sorted(self.questionnaire.options_of(question), key=_height)

    def _compared(self) -> tuple[int, int] | None:
        if len(self.questionnaire.compare) != 2:
            return None
        first, second = self.questionnaire.compare
        return self.groups.index(first), self.groups.index(second)


def _height(option: Option) -> float:
    return option.level if isinstance(option, RubricOption) else option.credit
