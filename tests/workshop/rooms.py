"""Workshops to test with, a script that leads one, and what the disk holds of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from alignment_maturity.assessment import assess
from alignment_maturity.encoding import Encoding
from alignment_maturity.interview.ending import Afterwards
from alignment_maturity.interview.workshop.course import advance
from alignment_maturity.interview.workshop.events import Event
from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.interview.workshop.opening import begin
from alignment_maturity.interview.workshop.plain import workshop
from alignment_maturity.language import Lang
from alignment_maturity.model.answers import AnswerFile, Discussion
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.room import Participants, Votes
from alignment_maturity.planning.request import PlanRequest
from interview.scripted import DAY, MINI, Script

SEATS = {"marketing": Participants(count=3), "sales": Participants(count=2, names=("Anna", "Luca"))}


def answer_file(questionnaire: Questionnaire, rounds: Mapping[str, Votes] | None = None) -> AnswerFile:
    """Return the file of a workshop that begins, with first rounds of individual answers."""
    return AnswerFile(
        format=1,
        questionnaire=questionnaire.id,
        questionnaire_version=questionnaire.version,
        organisation="Rossi Srl",
        date=DAY,
        workshop={question: Discussion(rounds=(votes,)) for question, votes in (rounds or {}).items()},
    )


def opened(
    questionnaire: Questionnaire = MINI,
    *,
    rounds: Mapping[str, Votes] | None = None,
    minutes: float | None = None,
    seats: Mapping[str, Participants] = SEATS,
) -> Meeting:
    """Return a workshop that begins."""
    return begin(questionnaire, answer_file(questionnaire, rounds), participants=seats, minutes=minutes)


def after(meeting: Meeting, *events: Event) -> Meeting:
    """Return the meeting after some events."""
    for event in events:
        meeting = advance(meeting, event)
    return meeting


class Clock:
    """A clock that goes on by so many seconds each time it is looked at."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.now = 0.0
        self.seconds = seconds

    def __call__(self) -> float:
        self.now += self.seconds
        return self.now


class Disk:
    """Keeps every meeting that was saved, and what was asked for at the end."""

    def __init__(self) -> None:
        self.saved: list[tuple[Meeting, Lang]] = []
        self.reports: list[Lang] = []

    def save(self, meeting: Meeting, lang: Lang) -> None:
        self.saved.append((meeting, lang))

    @property
    def meeting(self) -> Meeting:
        return self.saved[-1][0]

    def afterwards(self, questionnaire: Questionnaire) -> Afterwards:
        """Return what scores answers, and writes reports nowhere."""

        def write_report(_file: AnswerFile, lang: Lang) -> Path:
            self.reports.append(lang)
            return Path("room.pdf")

        encoding = Encoding(questionnaire)
        request = PlanRequest(DAY)
        return Afterwards(lambda file: assess(encoding, "", [file], planning=request), write_report)


def led(
    meeting: Meeting,
    lines: Sequence[str] | Iterable[str],
    *,
    lang: Lang = "en",
    columns: int = 80,
    patient: bool = True,
    clock: Clock | None = None,
) -> tuple[Meeting, str, Disk]:
    """Lead a workshop with prepared lines: how it ends, the transcript, and what was saved."""
    script, disk = Script(tuple(lines), lang=lang, columns=columns, patient=patient), Disk()
    afterwards = disk.afterwards(meeting.questionnaire)
    end = workshop(meeting, script.terminal, disk.save, clock or Clock(), afterwards)
    return end, script.transcript, disk
