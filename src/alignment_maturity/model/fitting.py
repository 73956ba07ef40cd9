"""What is left of an earlier wave's answers under a questionnaire that has changed since."""

from __future__ import annotations

from collections.abc import Mapping

from alignment_maturity.model.answers import Answer, AnswerFile, Discussion, RespondentAnswers
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN, Questionnaire


def fitting(file: AnswerFile, questionnaire: Questionnaire) -> AnswerFile:
    """Leave out what `check_answers` finds not to fit: answers, votes, and people of an unknown group.

    So are people none of whose answers fit, and rounds and discussions of which nothing is left. In a file of
    one respondent who is left out, nobody is left.
    """
    fits = _Fits(questionnaire)
    if file.workshop is not None:
        return file.model_copy(update={"workshop": fits.workshop(file.workshop)})
    people = tuple(left for person in file.people if (left := fits.person(person)) is not None)
    if file.respondents is not None:
        return file.model_copy(update={"respondents": people})
    if not people:
        return file.model_copy(update={"respondent": None, "answers": None})
    return file.model_copy(update={"answers": people[0].answers})


def resumable(file: AnswerFile, questionnaire: Questionnaire) -> AnswerFile:
    """Leave out of one person's answers what does not fit and nothing else: they can be gone on with.

    A remark stays where its value does not, and the answers stay where the group does not.
    """
    if file.answers is None:
        return fitting(file, questionnaire)
    fits = _Fits(questionnaire)
    kept = {key: fits.answer(key, answer) for key, answer in file.answers.items() if fits.is_question(key)}
    who = file.respondent
    if who is not None and who.group is not None and not fits.is_group(who.group):
        who = who.model_copy(update={"group": None})
    return file.model_copy(update={"respondent": who, "answers": kept})


class _Fits:
    """Answers reduced to what a questionnaire asks."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire

    def person(self, person: RespondentAnswers) -> RespondentAnswers | None:
        if person.group is not None and not self.is_group(person.group):
            return None
        left: dict[str, Answer] = {
            question: answer
            for question, answer in person.answers.items()
            if self.is_question(question) and self._is_value(question, answer.value)
        }
        return person.model_copy(update={"answers": left}) if left or not person.answers else None

    def answer(self, question: str, answer: Answer) -> Answer:
        fits = self._is_value(question, answer.value)
        return answer if fits else answer.model_copy(update={"value": None})

    def workshop(self, workshop: Mapping[str, Discussion]) -> dict[str, Discussion]:
        left = {
            question: self._discussion(question, discussion)
            for question, discussion in workshop.items()
            if self.is_question(question)
        }
        nothing = Discussion()
        return {
            question: discussion
            for question, discussion in left.items()
            if discussion != nothing or workshop[question] == nothing
        }

    def _discussion(self, question: str, discussion: Discussion) -> Discussion:
        rounds = tuple(
            left for votes in discussion.rounds if (left := self._round(question, votes)) or not votes
        )
        agreed = discussion.agreed if self._is_value(question, discussion.agreed) else None
        return discussion.model_copy(update={"rounds": rounds, "agreed": agreed})

    def _round(self, question: str, votes: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
        return {
            group: left
            for group, cast in votes.items()
            if self.is_group(group) and ((left := self._votes(question, cast)) or not cast)
        }

    def _votes(self, question: str, cast: Mapping[str, int]) -> dict[str, int]:
        return {value: number for value, number in cast.items() if self._is_value(question, value)}

    def is_group(self, group: str) -> bool:
        return group in self._questionnaire.group_by_id

    def is_question(self, question: str) -> bool:
        return question in self._questionnaire.question_by_id

    def _is_value(self, question: str, value: str | None) -> bool:
        if value == NOT_APPLICABLE:
            return self._questionnaire.question_by_id[question].allow_na
        return value in (None, UNKNOWN) or value in self._questionnaire.values_of(question)
