"""Answer files: one respondent, several respondents, or a workshop's votes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from alignment_maturity.model.questionnaire import Format, Strict
from alignment_maturity.model.scalars import Count, Day, Flag, Identifier, Name, Value, read_prose

FORMS = ("answers", "respondents", "workshop")
"""The keys that hold the answers; a file has exactly one of them."""


def _optional_prose(value: object) -> str:
    return "" if value is None else read_prose(value)


Note = Annotated[str, BeforeValidator(_optional_prose), WithJsonSchema({"type": ["string", "null"]})]


class Answer(Strict):
    """What one respondent said to one question.

    Attributes:
        value: the value of an option, `n/a`, `unknown`, or None where only a note was left.
    """

    value: Value | None = None
    note: Note = ""
    evidence: Note = ""


def _read_answer(value: object) -> object:
    return value if isinstance(value, (dict, Answer)) else {"value": value}


AnswerField = Annotated[
    Answer,
    BeforeValidator(_read_answer, json_schema_input_type=Value | Answer | None),
]


class Respondent(Strict):
    """Who answered; the group is None for people who belong to no function of the questionnaire."""

    group: Identifier | None = None
    name: Name | None = None


class RespondentAnswers(Respondent):
    """One respondent and their answers, by question id."""

    answers: Mapping[Identifier, AnswerField]


class Discussion(Strict):
    """What a workshop left on one question.

    Attributes:
        rounds: oldest first; each is group id to option value (or `n/a`, `unknown`) to number of votes.
        agreed: the value the room settled on, None where it did not.
        parked: whether the question was put off.
    """

    rounds: tuple[Mapping[Identifier, Mapping[Value, Count]], ...] = ()
    agreed: Value | None = None
    note: Note = ""
    parked: Flag = False

    @property
    def last_round(self) -> Mapping[str, Mapping[str, int]]:
        """The votes that count, empty where nobody voted."""
        return self.rounds[-1] if self.rounds else {}


class AnswerFile(Strict):
    """One saved file of answers, in exactly one of three forms."""

    format: Format
    questionnaire: Identifier
    questionnaire_version: Name
    organisation: Name
    wave: Name | None = None
    date: Day | None = None
    respondent: Respondent | None = None
    answers: Mapping[Identifier, AnswerField] | None = None
    respondents: Annotated[tuple[RespondentAnswers, ...], Field(min_length=1)] | None = None
    workshop: Mapping[Identifier, Discussion] | None = None

    @property
    def people(self) -> tuple[RespondentAnswers, ...]:
        """The individual respondents of the file, empty for a workshop."""
        if self.respondents is not None:
            return self.respondents
        if self.answers is None:
            return ()
        who = self.respondent or Respondent()
        return (RespondentAnswers.model_construct(group=who.group, name=who.name, answers=self.answers),)
