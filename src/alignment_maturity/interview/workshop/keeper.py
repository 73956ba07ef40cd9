"""What keeps a workshop on the disk, whatever its face."""

from __future__ import annotations

from collections.abc import Callable

from alignment_maturity.interview.session import Stage
from alignment_maturity.interview.workshop.commands import card_to_type
from alignment_maturity.interview.workshop.meeting import Meeting, cards_for
from alignment_maturity.language import Lang
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.room import Room, Saved

PATIENCE = 10.0
"""Seconds that may pass in the room before they alone are worth a write."""


class Keeper:
    """Writes the answers and the room where they have changed, the answers first.

    So a round is in the answers before the room counts it as revealed: should the machine stop between the
    two, the workshop goes on with the round (`opening.resume`). The room comes first where a round is taken
    back, with the cards that are hidden again, and where a workshop begins: else one that was left behind by
    another workshop of that name might stand beside the new answers.
    """

    def __init__(
        self,
        save_answers: Callable[[AnswerFile], None],
        save_room: Callable[[Room], None],
        *,
        last: AnswerFile | None,
        room_intact: Callable[[], bool] = lambda: True,
    ) -> None:
        """Begin with the answers that need no writing, None where there are none yet.

        Args:
            room_intact: tells whether the room is still as it was written last.
        """
        self._save_answers = save_answers
        self._save_room = save_room
        self._room_intact = room_intact
        self._answers = last
        self._meeting: Meeting | None = None
        self._room: Room | None = None
        self._seconds = 0.0

    @property
    def hidden(self) -> tuple[str, ...]:
        """The cards that are in no answers yet, of what was last to be saved, as lines of text."""
        return hidden_cards(self._meeting) if self._meeting else ()

    def save(self, meeting: Meeting, lang: Lang) -> None:
        """Write what has changed since the last time; raises WorkFailed, and then nothing counts as written.

        Time alone is written when enough of it has passed, and on leaving; a room that is gone, or that
        somebody else has written, is written again.
        """
        self._meeting = meeting
        file = meeting.answer_file()
        if self._answers is None or _takes_back(file, self._answers):
            self._keep_room(meeting, lang)
        if file != self._answers:
            self._save_answers(file)
            self._answers = file
        self._keep_room(meeting, lang)

    def _keep_room(self, meeting: Meeting, lang: Lang) -> None:
        room = meeting.room(lang)
        if self._room is not None and not self._room_intact():
            self._room = None
        if self._room is not None and meeting.stage is not Stage.LEFT:
            little = abs(meeting.seconds - self._seconds) < PATIENCE
            if little and _timeless(room) == _timeless(self._room):
                return
        if room != self._room:
            self._save_room(room)
            self._room, self._seconds = room, meeting.seconds


def hidden_cards(meeting: Meeting) -> tuple[str, ...]:
    """Write the cards that are counted and not revealed as they can be typed again, a question a line."""
    lines = []
    for question in meeting.agenda:
        values = cards_for(meeting.questionnaire, meeting.questionnaire.question_by_id[question])
        cast = [
            f"{group}: {' '.join(_to_type(value, number, values) for value, number in cards.items())}"
            for group, cards in meeting.item_of(question).open.items()
        ]
        if cast:
            lines.append(f"{question} - {'; '.join(cast)}")
    return tuple(lines)


def _to_type(value: str, number: int, values: tuple[str, ...]) -> str:
    return f"{card_to_type(value, values)}{f'x{number}' if number > 1 else ''}"


def _takes_back(file: AnswerFile, before: AnswerFile) -> bool:
    """Tell whether a question has fewer rounds than before."""
    return any(
        len(held.rounds) > (len(now.rounds) if (now := (file.workshop or {}).get(question)) else 0)
        for question, held in (before.workshop or {}).items()
    )


def _timeless(room: Room) -> Room:
    """Return a room without the time spent, and without questions on which nothing but time was spent."""
    timeless = {
        question: saved.model_copy(update={"seconds": 0.0}) for question, saved in room.questions.items()
    }
    begun = {question: saved for question, saved in timeless.items() if saved != Saved()}
    return room.model_copy(update={"questions": begun})
