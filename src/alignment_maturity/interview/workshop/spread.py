"""How far apart the functions are in a round, by the rules that the placement goes by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from alignment_maturity.disclosure import figure
from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel.placement import CONTESTED, gaps, place, views
from alignment_maturity.model.answers import AnswerFile, Discussion
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.room import Votes

FAR_APART = 1.0
"""Levels between two functions above which the room is asked for an example."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A round on one question.

    Attributes:
        means: by function with a vote for an option, its mean as a level, 1 to K.
        gap: in levels; positive where the first compared function sees it higher. Without two functions to
            compare, the distance between the highest and the lowest. None where two did not vote.
        contested: the levels whose gate on the question divides the functions.
        lowest, highest: the places, from 1, of the lowest and the highest option anybody chose; None where
            nobody chose one.
    """

    means: Mapping[str, float]
    gap: float | None
    contested: tuple[int, ...]
    lowest: int | None
    highest: int | None

    @property
    def far_apart(self) -> bool:
        """Whether the functions differ by more than one level, or a gate is contested."""
        return (self.gap is not None and abs(self.gap) > FAR_APART + 1e-9) or bool(self.contested)


def spreads(questionnaire: Questionnaire) -> Callable[[str, Votes], Spread]:
    """Return what tells the spread of a round on a question, by the id of the question and its votes."""
    encoding = Encoding(questionnaire)
    return lambda question, votes: _spread(encoding, question, votes)


def _spread(encoding: Encoding, question: str, votes: Votes) -> Spread:
    questionnaire = encoding.questionnaire
    tally = encoding.votes([_file_of(questionnaire, question, votes)])
    row, seen = encoding.row[question], views(encoding.instrument, tally)
    height = questionnaire.top - 1
    means = {
        group: 1 + height * mean
        for group in questionnaire.group_by_id
        if (mean := figure(seen.question[encoding.groups.index(group), row, 0])) is not None
    }
    if encoding.instrument.compared is not None:
        gap = figure(gaps(encoding.instrument, seen)[0][row, 0])
    else:
        gap = max(means.values()) - min(means.values()) if len(means) > 1 else None
    gates = zip(
        encoding.instrument.gates.tolist(), place(encoding.instrument, tally).gates[:, 0], strict=True
    )
    contested = sorted(column + 2 for (at, column), state in gates if at == row and state == CONTESTED)
    chosen = {value for cast in votes.values() for value, number in cast.items() if number}
    options = questionnaire.options_of(questionnaire.question_by_id[question])
    places = [number for number, option in enumerate(options, 1) if option.value in chosen]
    lowest, highest = (places[0], places[-1]) if places else (None, None)
    return Spread(means, gap, tuple(contested), lowest, highest)


def _file_of(questionnaire: Questionnaire, question: str, votes: Votes) -> AnswerFile:
    return AnswerFile.model_construct(
        format=1,
        questionnaire=questionnaire.id,
        questionnaire_version=questionnaire.version,
        organisation="",
        workshop={question: Discussion.model_construct(rounds=(votes,))},
    )
