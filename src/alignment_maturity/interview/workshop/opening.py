"""How a workshop begins, or goes on where it stopped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from alignment_maturity.interview.session import Stage
from alignment_maturity.interview.workshop.meeting import (
    UNTOUCHED,
    Item,
    Meeting,
    cards_for,
    cards_in,
    seated,
)
from alignment_maturity.model.answers import AnswerFile, Discussion
from alignment_maturity.model.questionnaire import Question, Questionnaire
from alignment_maturity.model.room import Participants, Room, Saved


def begin(
    questionnaire: Questionnaire,
    file: AnswerFile,
    *,
    participants: Mapping[str, Participants],
    minutes: float | None = None,
    agenda: Sequence[str] = (),
) -> Meeting:
    """Open a workshop at the first question of its agenda (default: as the questionnaire has them).

    Rounds that are in the file already, of individual answers collected before, are hidden until revealed.
    """
    order = tuple(agenda) or tuple(question.id for question in questionnaire.questions)
    items = {question: _held(discussion) for question, discussion in (file.workshop or {}).items()}
    return Meeting(questionnaire, file, seated(questionnaire, participants), order, order[0], items, minutes)


def resume(questionnaire: Questionnaire, file: AnswerFile, room: Room) -> Meeting:
    """Open a workshop where it stopped.

    The answers decide what was voted and agreed. From the room comes what still fits them: cards of a round
    that the answers hold already, and questions or functions that the questionnaire no longer has, do not.
    """
    known = questionnaire.question_by_id
    agenda = [question for question in dict.fromkeys(room.agenda) if question in known]
    agenda += [question for question in known if question not in agenda]
    items = {question: _held(discussion) for question, discussion in (file.workshop or {}).items()}
    for question, saved in (room.questions if room.questionnaire == questionnaire.id else {}).items():
        if question in known:
            held = items.get(question, UNTOUCHED)
            items[question] = _taken_up(questionnaire, known[question], held, saved)
    return Meeting(
        questionnaire,
        file,
        seated(questionnaire, room.participants),
        tuple(agenda),
        room.present if room.present in known else agenda[0],
        items,
        room.minutes,
        room.aside,
        Stage(room.stage),
        ladder=room.ladder,
        paused=room.paused,
    )


def hidden_misfits(questionnaire: Questionnaire, file: AnswerFile, room: Room) -> int:
    """Count the hidden cards of a room that a newer questionnaire has no place for."""
    there = resume(questionnaire, file, room)
    return sum(
        sum(map(cards_in, saved.open.values())) - sum(map(cards_in, there.item_of(question).open.values()))
        for question, saved in room.questions.items()
        if saved.collecting and saved.rounds >= len(there.item_of(question).rounds)
    )


def _held(discussion: Discussion) -> Item:
    """Return the item of a discussion that is saved; its last round has not been seen by this room."""
    return Item(
        rounds=discussion.rounds,
        collecting=not discussion.rounds,
        agreed=discussion.agreed,
        note=discussion.note,
        parked=discussion.parked,
    )


def _taken_up(questionnaire: Questionnaire, question: Question, held: Item, saved: Saved) -> Item:
    """Return an item as it was left: what the answers hold, and what the room remembers of it.

    Rounds may have gone from the answers, with a newer questionnaire; the cards on the table are still there.
    """
    item = replace(held, seconds=saved.seconds)
    if saved.rounds < len(held.rounds):  # the round was revealed since, or the answers come from elsewhere
        return replace(item, shown=bool(saved.open) and saved.rounds + 1 == len(held.rounds))
    allowed = cards_for(questionnaire, question)
    cards = {
        group: {value: number for value, number in cast.items() if value in allowed and number}
        for group, cast in saved.open.items()
        if group in questionnaire.group_by_id
    }
    collecting = saved.collecting or not held.rounds
    return replace(
        item,
        open={group: cast for group, cast in cards.items() if cast} if collecting else {},
        collecting=collecting,
        shown=saved.shown and bool(held.rounds),
    )
