"""Whose answers an interview collects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from alignment_maturity.errors import WrongUsage
from alignment_maturity.interview.session import clean
from alignment_maturity.model.answers import AnswerFile, Respondent
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.scalars import TURNING


@dataclass(frozen=True, slots=True)
class Details:
    """What stands around the answers; empty where it is not known."""

    organisation: str = ""
    wave: str = ""
    group: str = ""
    name: str = ""


def tidy(text: str) -> str:
    """Return what was typed as a name: one line, no outer or double blanks."""
    return " ".join(TURNING.sub("", clean(text)).split())


def check_given(details: Details, questionnaire: Questionnaire, *, complete: bool) -> None:
    """Check details given as options; `complete`: nothing can be asked, so what is needed must be there.

    Raises WrongUsage where the questionnaire does not have the group, or the organisation is missing.
    """
    known = questionnaire.group_by_id
    if details.group and details.group not in known:
        raise WrongUsage("unknown-group", group=details.group, known=", ".join(known) or "–")
    if complete and not details.organisation:
        raise WrongUsage("option-needed", option="--organisation")


def complete(details: Details, questionnaire: Questionnaire) -> bool:
    """Tell whether there is nothing to ask."""
    group = details.group or not questionnaire.groups
    return bool(details.organisation and details.wave and group and details.name)


def new_file(questionnaire: Questionnaire, details: Details, day: dt.date) -> AnswerFile:
    """Return the file of an interview that begins."""
    return AnswerFile(
        format=1,
        questionnaire=questionnaire.id,
        questionnaire_version=questionnaire.version,
        organisation=details.organisation,
        wave=details.wave or None,
        date=day,
        respondent=Respondent(group=details.group or None, name=details.name or None),
        answers={},
    )


def resumed_file(file: AnswerFile, details: Details, source: str) -> AnswerFile:
    """Return the file of an interview that goes on: its own details, and the given ones where it has none.

    Raises WrongUsage where it holds several people or a workshop, or a given detail contradicts it.
    """
    if file.workshop is not None:
        raise WrongUsage("is-a-workshop", path=source)
    if file.answers is None:
        raise WrongUsage("several-people", path=source)
    who = file.respondent or Respondent()
    check_contradictions(
        details,
        {"organisation": file.organisation, "wave": file.wave, "group": who.group, "name": who.name},
        source,
    )
    completed = Respondent(group=who.group or details.group or None, name=who.name or details.name or None)
    respondent = file.respondent if completed == who else completed
    return file.model_copy(update={"wave": file.wave or details.wave or None, "respondent": respondent})


def check_contradictions(details: Details, there: Mapping[str, str | None], source: str) -> None:
    """Compare details given as options with those a file has; raises WrongUsage where they differ."""
    for key, found in there.items():
        given = getattr(details, key)
        if given and given != (found or given):
            raise WrongUsage("contradicts-file", option=f"--{key}", given=given, found=found, path=source)
