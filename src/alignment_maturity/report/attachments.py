"""The answers of a wave as a report may hand them on: no hidden group, no name, no order that tells.

A group too small to be shown apart is left out whole: no file holds anything of it, and so no hash does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNGROUPED, UNKNOWN
from alignment_maturity.store.answer_files import as_text

if TYPE_CHECKING:
    from alignment_maturity.model.answers import Answer, AnswerFile, Discussion, RespondentAnswers
    from alignment_maturity.model.questionnaire import Questionnaire
    from alignment_maturity.waves import Wave

_JSON = Path("answers.json")


def people_of(wave: Wave, *, notes: bool) -> AnswerFile | None:
    """Return the individual respondents of a wave that may be shown, as one file; None where there are none.

    They stand in the order of their groups and answers, whatever files they came in. With `notes`, what
    they wrote stays, and the names of those who wrote.
    """
    hidden, questionnaire = wave.result.suppressed_groups, wave.loaded.questionnaire
    people = [
        _handed_on(person, questionnaire, notes=notes)
        for file in wave.files
        for person in file.people
        if (person.group or UNGROUPED) not in hidden
    ]
    if not people:
        return None
    groups = [*questionnaire.group_by_id, UNGROUPED]
    people.sort(key=lambda person: (groups.index(person.group or UNGROUPED), _told(person)))
    return wave.files[0].model_copy(
        update={
            "questionnaire_version": questionnaire.version,
            # Of all: a day of one's own would tell a person apart.
            "date": wave.result.date,
            "respondents": tuple(people),
            "respondent": None,
            "answers": None,
            "workshop": None,
        }
    )


def workshops_of(wave: Wave, *, notes: bool) -> tuple[AnswerFile, ...]:
    """Return the workshops of a wave, whole: hands shown in a room are open by nature."""
    questionnaire = wave.loaded.questionnaire
    workshops = []
    for file in wave.files:
        if file.workshop is not None:
            told = {
                question: discussion
                for question in questionnaire.question_by_id
                if (discussion := _discussion(file.workshop, question, questionnaire, notes=notes))
            }
            update = {"questionnaire_version": questionnaire.version, "workshop": told}
            workshops.append(file.model_copy(update=update))
    return tuple(sorted(workshops, key=written))


def written(file: AnswerFile) -> str:
    """Write answers as they are attached: as an answer file that can be scored again."""
    return as_text(file, _JSON)


def _handed_on(person: RespondentAnswers, questionnaire: Questionnaire, *, notes: bool) -> RespondentAnswers:
    given = {
        question: answer
        for question in questionnaire.question_by_id
        if question in person.answers and (answer := _answer(person.answers[question], notes=notes))
    }
    wrote = any(answer.note or answer.evidence for answer in given.values())
    return person.model_copy(update={"name": person.name if wrote else None, "answers": given})


def _answer(answer: Answer, *, notes: bool) -> Answer | None:
    """Return what is handed on of an answer; None where nothing is."""
    kept = answer if notes else answer.model_copy(update={"note": "", "evidence": ""})
    return kept if kept.value is not None or kept.note or kept.evidence else None


def _discussion(
    workshop: Mapping[str, Discussion], question: str, questionnaire: Questionnaire, *, notes: bool
) -> Discussion | None:
    """Return what is handed on of what a workshop said to a question; None where nothing is."""
    held = workshop.get(question)
    if held is None:
        return None
    values = [*questionnaire.values_of(question), UNKNOWN, NOT_APPLICABLE]
    rounds = tuple(
        {group: _in_order(votes[group], values) for group in questionnaire.group_by_id if group in votes}
        for votes in held.rounds
    )
    kept = held.model_copy(update={"rounds": rounds, "note": held.note if notes else ""})
    return kept if kept.rounds or kept.agreed is not None or kept.parked or kept.note else None


def _in_order(votes: Mapping[str, int], values: list[str]) -> dict[str, int]:
    return {value: votes[value] for value in values if value in votes}


def _told(person: RespondentAnswers) -> str:
    """Write a person so that two are alike only where nothing tells them apart."""
    return json.dumps(person.model_dump(), sort_keys=True)
