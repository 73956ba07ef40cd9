"""One moment of a workshop: who is there, the agenda, and what the room has done on each question.

On each question the functions show cards; what they show is counted and stays hidden until it is revealed as
a round. After the discussion another round may follow. The room can agree on a value, note something, or put
the question off.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from alignment_maturity.interview.session import Notice, Progress, Stage
from alignment_maturity.language import Lang
from alignment_maturity.model.answers import AnswerFile, Discussion
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN, Question, Questionnaire
from alignment_maturity.model.room import Participants, Room, Saved, Votes


class Phase(Enum):
    """How far the room is with a question."""

    VOTING = "voting"  # cards are being counted, hidden
    COUNTED = "counted"  # a round was collected before the workshop, and is still hidden
    REVEALED = "revealed"


@dataclass(frozen=True, slots=True)
class Item:
    """What the room has done on one question.

    Attributes:
        rounds: oldest first; the last one counts.
        open: the cards of the round being collected, hidden.
        collecting: whether a round is being collected.
        shown: whether the room has seen the last round.
        agreed: the value the room settled on.
        parked: whether the question was put off.
        seconds: time spent on it.
    """

    rounds: tuple[Votes, ...] = ()
    open: Votes = field(default_factory=dict)
    collecting: bool = True
    shown: bool = False
    agreed: str | None = None
    note: str = ""
    parked: bool = False
    seconds: float = 0.0

    @property
    def phase(self) -> Phase:
        """How far the room is with it."""
        if self.collecting:
            return Phase.VOTING
        return Phase.REVEALED if self.shown else Phase.COUNTED

    @property
    def last_round(self) -> Votes:
        """The votes that count, empty where there are none."""
        return self.rounds[-1] if self.rounds else {}

    @property
    def settled(self) -> bool:
        """Whether the room is done with it: agreed on, or put off."""
        return self.agreed is not None or self.parked

    @property
    def discussion(self) -> Discussion:
        """What is saved in the answers."""
        return Discussion.model_construct(
            rounds=self.rounds, agreed=self.agreed, note=self.note, parked=self.parked
        )


UNTOUCHED = Item()
_NOTHING_SAID = Discussion()


@dataclass(frozen=True, slots=True)
class Change:
    """What stood at a question before it was changed."""

    question: str
    before: Item


@dataclass(frozen=True, slots=True)
class Meeting:
    """One moment of a workshop.

    Attributes:
        file: what stands around the votes: organisation, wave, date.
        participants: by group id, in the order of the questionnaire; groups without people are absent.
        minutes: for the whole agenda; None where no time was set.
        aside: seconds spent on the decisions, not on a question.
        agenda: every question once, in the order they are put.
        items: by question id; an absent question was not begun.
        present: id of the question the room is at; kept while reviewing.
        left_at: once the workshop was left, the stage at which.
        ladder: whether the room sees the ladder.
        paused: whether time stands still.
        changes: what undo goes back through, oldest first.
        notice: what to tell about the last event, None where there is nothing.
    """

    questionnaire: Questionnaire
    file: AnswerFile
    participants: Mapping[str, Participants]
    agenda: tuple[str, ...]
    present: str
    items: Mapping[str, Item] = field(default_factory=dict)
    minutes: float | None = None
    aside: float = 0.0
    stage: Stage = Stage.ASKING
    left_at: Stage = Stage.ASKING
    ladder: bool = False
    paused: bool = False
    changes: tuple[Change, ...] = ()
    notice: Notice | None = None

    @property
    def question(self) -> Question:
        """The present question."""
        return self.questionnaire.question_by_id[self.present]

    @property
    def item(self) -> Item:
        """What the room has done on the present question."""
        return self.item_of(self.present)

    def item_of(self, question: str) -> Item:
        """Return what the room has done on a question."""
        return self.items.get(question, UNTOUCHED)

    @property
    def position(self) -> int:
        """The place of the present question on the agenda, from 0."""
        return self.agenda.index(self.present)

    @property
    def values(self) -> tuple[str, ...]:
        """What a card for the present question can say, options first."""
        return cards_for(self.questionnaire, self.question)

    @property
    def progress(self) -> Progress:
        """How many questions are settled, of all."""
        return Progress(sum(self.item_of(question).settled for question in self.agenda), len(self.agenda))

    @property
    def parked(self) -> tuple[Question, ...]:
        """The questions put off, in the order of the agenda."""
        return tuple(self._questions(lambda item: item.parked))

    @property
    def decided(self) -> tuple[Question, ...]:
        """The questions with an agreed value, in the order of the agenda."""
        return tuple(self._questions(lambda item: item.agreed is not None))

    @property
    def unsettled(self) -> tuple[Question, ...]:
        """The questions neither agreed on nor put off, in the order of the agenda."""
        return tuple(self._questions(lambda item: not item.settled))

    @property
    def incomplete(self) -> tuple[str, ...]:
        """The functions whose cards for the present question are not all in."""
        return tuple(
            group
            for group, people in self.participants.items()
            if cards_in(self.item.open.get(group, {})) < people.count
        )

    @property
    def ready(self) -> bool:
        """Whether a round can be revealed as a matter of course: collected before, or all cards are in."""
        if self.item.phase is Phase.VOTING:
            return bool(self.item.open) and not self.incomplete
        return self.item.phase is Phase.COUNTED

    @property
    def unanimous(self) -> str | None:
        """The one option that everybody chose in the last round of the present question, once revealed.

        None where a function that is there did not vote, or one person alone did.
        """
        votes = self.item.last_round
        chosen = {value for cast in votes.values() for value, number in cast.items() if number}
        alike = len(chosen) == 1 and not chosen & {UNKNOWN, NOT_APPLICABLE}
        several = sum(map(cards_in, votes.values())) > 1
        everybody = all(votes.get(group) for group in self.participants)
        if self.item.phase is Phase.REVEALED and alike and several and everybody:
            return chosen.pop()
        return None

    @property
    def unrevealed(self) -> tuple[Question, ...]:
        """The questions with cards of functions that are there, counted and never revealed.

        No result counts these cards. In the order of the agenda.
        """
        return tuple(self._questions(lambda item: any(item.open.get(group) for group in self.participants)))

    @property
    def seconds(self) -> float:
        """The time spent, on all questions and on the decisions."""
        return self.aside + sum(item.seconds for item in self.items.values())

    @property
    def seconds_each(self) -> float | None:
        """The time there is for one question; None where no time was set."""
        return None if self.minutes is None else 60 * self.minutes / len(self.agenda)

    @property
    def ahead(self) -> float | None:
        """Seconds the room is ahead of the agenda, below 0 when behind; None where no time was set.

        A settled question has used up its share of the time, the present one at most its share.
        """
        if self.seconds_each is None:
            return None
        due = sum(
            self.seconds_each
            if item.settled and question != self.present
            else min(item.seconds, self.seconds_each)
            for question, item in self.items.items()
        )
        return due - self.seconds

    def answer_file(self) -> AnswerFile:
        """Return what is to be saved as answers: the questions in the order of the questionnaire."""
        return self._file_of(lambda item: item.discussion)

    def seen_file(self) -> AnswerFile:
        """Return the same without rounds that the room has not seen: what can be shown meanwhile."""
        return self._file_of(
            lambda item: item.discussion if item.shown else replace(item, rounds=()).discussion
        )

    def _file_of(self, said: Callable[[Item], Discussion]) -> AnswerFile:
        held = {
            question.id: discussion
            for question in self.questionnaire.questions
            if (discussion := said(self.item_of(question.id))) != _NOTHING_SAID
        }
        version = self.questionnaire.version
        return self.file.model_copy(update={"questionnaire_version": version, "workshop": held})

    def room(self, lang: Lang) -> Room:
        """Return what is kept beside the answers, for a room that reads `lang`."""
        return Room.model_validate(
            {
                "format": 1,
                "questionnaire": self.questionnaire.id,
                "questionnaire_version": self.questionnaire.version,
                "participants": self.participants,
                "minutes": self.minutes,
                "aside": self.aside,
                "agenda": self.agenda,
                "present": self.present,
                "stage": (self.left_at if self.stage is Stage.LEFT else self.stage).value,
                "ladder": self.ladder,
                "paused": self.paused,
                "lang": lang,
                "questions": {question: _saved(item) for question, item in self.items.items()},
            }
        )

    def _questions(self, wanted: Callable[[Item], bool]) -> list[Question]:
        by_id = self.questionnaire.question_by_id
        return [by_id[question] for question in self.agenda if wanted(self.item_of(question))]


def cards_in(cast: Mapping[str, int]) -> int:
    """Count the cards of one function."""
    return sum(cast.values())


def cards_for(questionnaire: Questionnaire, question: Question) -> tuple[str, ...]:
    """Return what a card for a question can say: its options, `unknown`, and `n/a` where it may be."""
    options = (option.value for option in questionnaire.options_of(question))
    return (*options, UNKNOWN, *((NOT_APPLICABLE,) if question.allow_na else ()))


def seated(questionnaire: Questionnaire, participants: Mapping[str, Participants]) -> dict[str, Participants]:
    """Return the functions that have people here, in the order of the questionnaire."""
    return {
        group: participants[group]
        for group in questionnaire.group_by_id
        if group in participants and participants[group].count
    }


def _saved(item: Item) -> Saved:
    return Saved.model_construct(
        open=item.open,
        collecting=item.collecting,
        shown=item.shown,
        rounds=len(item.rounds),
        seconds=item.seconds,
    )
