"""The course of a workshop: a state machine, from one meeting and an event to the next.

Nothing here reads a key, a file or a clock: time comes in as an event.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from alignment_maturity.interview.moves import Back, Finish, Jump, Move, Next, Quit, Review, Undo
from alignment_maturity.interview.session import LONGEST_REMARK, Notice, Stage, clean
from alignment_maturity.interview.workshop.events import (
    Agree,
    Arrangement,
    Cast,
    Count,
    Edit,
    Elapse,
    Event,
    NewRound,
    Order,
    Pause,
    Reveal,
    Seat,
    Write,
)
from alignment_maturity.interview.workshop.meeting import Change, Meeting, Phase, cards_in, seated
from alignment_maturity.model.questionnaire import NOT_APPLICABLE
from alignment_maturity.model.room import Participants, Votes

MOST_CARDS = 100_000
"""Cards of one value in one function; what the readers accept."""


def advance(meeting: Meeting, event: Event) -> Meeting:
    """Return the meeting after an event; one that is impossible gives a notice and changes nothing else."""
    if meeting.stage is Stage.LEFT:
        return meeting
    if isinstance(event, Elapse):
        return _later(meeting, event.seconds)
    meeting = replace(meeting, notice=None)
    if isinstance(event, Edit):
        return _edited(meeting, event)
    if isinstance(event, Arrangement):
        return _arranged(meeting, event)
    return _moved(meeting, event)


def _edited(meeting: Meeting, event: Edit) -> Meeting:
    if meeting.stage is not Stage.ASKING:
        return _noticed(meeting, "no-question-here")
    match event:
        case Cast(group, cards):
            after = _cast(meeting, group, cards)
        case Count(group, value, by):
            after = _counted(meeting, group, value, by)
        case Reveal():
            after = _revealed(meeting)
        case NewRound():
            after = _new_round(meeting)
        case Agree(value):
            after = _agreed(meeting, value)
        case Write(text):
            after = _written(meeting, clean(text))
        case _:  # Park
            after = _changed(meeting, parked=not meeting.item.parked)
    return after


def _arranged(meeting: Meeting, event: Arrangement) -> Meeting:
    match event:
        case Seat(participants):
            return _seated(meeting, seated(meeting.questionnaire, participants))
        case Order(agenda):
            whole = len(agenda) == len(meeting.agenda) and {*agenda} == {*meeting.agenda}
            return replace(meeting, agenda=agenda) if whole else _noticed(meeting, "no-agenda")
        case Pause():
            return replace(meeting, paused=not meeting.paused)
        case _:  # ShowLadder
            return replace(meeting, ladder=not meeting.ladder)


def _seated(meeting: Meeting, there: Mapping[str, Participants]) -> Meeting:
    if not there:
        return _noticed(meeting, "nobody-there")
    gone = tuple(group for group in meeting.item.open if group not in there)
    after = replace(meeting, participants=there)
    return _noticed(after, "cards-of-absent", groups=gone) if gone else after


def _moved(meeting: Meeting, event: Move) -> Meeting:
    match event:
        case Next():
            moved = _next(meeting)
        case Back():
            moved = _back(meeting)
        case Jump(to):
            moved = _jumped(meeting, to)
        case Review():
            moved = replace(meeting, stage=Stage.REVIEWING)
        case Undo():
            moved = _undone(meeting)
        case Finish():
            moved = replace(meeting, stage=Stage.FINISHED)
        case _:  # Quit
            moved = _left(meeting)
    return moved if isinstance(event, Undo | Quit) else _with_warning(meeting, moved)


def _with_warning(before: Meeting, moved: Meeting) -> Meeting:
    """Say where a question is left whose cards nobody has seen."""
    left = before.stage is Stage.ASKING and (moved.stage, moved.present) != (before.stage, before.present)
    if left and before.question in before.unrevealed:
        return _noticed(moved, "cards-not-revealed", question=before.present)
    return moved


def _cast(meeting: Meeting, group: str, cards: Sequence[str]) -> Meeting:
    if refusal := _refusal(meeting, group, cards):
        return refusal
    if len(cards) > MOST_CARDS:
        return _noticed(meeting, "too-many-cards", most=MOST_CARDS)
    counts = {value: cards.count(value) for value in meeting.values}
    return _with_cards(meeting, group, counts)


def _counted(meeting: Meeting, group: str, value: str, by: int) -> Meeting:
    if refusal := _refusal(meeting, group, [value]):
        return refusal
    present = meeting.item.open.get(group, {})
    number = max(0, min(present.get(value, 0) + by, MOST_CARDS))
    return _with_cards(meeting, group, {**present, value: number})


def _refusal(meeting: Meeting, group: str, cards: Sequence[str]) -> Meeting | None:
    """Say why cards cannot be counted; None where they can."""
    if not meeting.item.collecting:
        counted = meeting.item.phase is Phase.COUNTED
        return _noticed(meeting, "collected-before" if counted else "round-is-over")
    if group not in meeting.participants:
        return _noticed(meeting, "nobody-of-group", group=group)
    wrong = next((card for card in cards if card not in meeting.values), None)
    if wrong == NOT_APPLICABLE:
        return _noticed(meeting, "na-not-allowed")
    return None if wrong is None else _noticed(meeting, "no-such-card", found=wrong)


def _with_cards(meeting: Meeting, group: str, counts: Mapping[str, int]) -> Meeting:
    cast = {value: counts[value] for value in meeting.values if counts.get(value)}
    open_round = {**meeting.item.open, group: cast}
    after = _changed(
        meeting, open={name: open_round[name] for name in meeting.participants if open_round.get(name)}
    )
    people, cards = meeting.participants[group].count, cards_in(cast)
    if cards > people:
        return _noticed(after, "more-cards-than-people", cards=cards, people=people, group=group)
    return after


def _revealed(meeting: Meeting) -> Meeting:
    item = meeting.item
    if item.phase is Phase.REVEALED:
        return _noticed(meeting, "already-revealed")
    # Of functions that are there: one may have left since it showed its cards.
    cards = {group: cast for group, cast in item.open.items() if group in meeting.participants}
    if cards:
        return _with_round(meeting, cards)
    if not item.rounds:
        return _noticed(meeting, "no-cards")
    return _changed(meeting, open={}, collecting=False, shown=True)


def _with_round(meeting: Meeting, cards: Votes) -> Meeting:
    """Close the round; a function that showed no cards this time still means what it showed before."""
    item = meeting.item
    votes = {
        group: cards.get(group) or item.last_round[group]
        for group in meeting.questionnaire.group_by_id
        if group in cards or group in item.last_round
    }
    after = _changed(meeting, rounds=(*item.rounds, votes), open={}, collecting=False, shown=True)
    unchanged = tuple(group for group in votes if group not in cards)
    return _noticed(after, "earlier-cards-kept", groups=unchanged) if unchanged else after


def _new_round(meeting: Meeting) -> Meeting:
    if meeting.item.collecting:
        return _noticed(meeting, "round-is-open")
    return _changed(meeting, collecting=True, open={})


def _agreed(meeting: Meeting, value: str | None) -> Meeting:
    if value is None:
        return _changed(meeting, agreed=None)
    if value == NOT_APPLICABLE and value not in meeting.values:
        return _noticed(meeting, "na-not-allowed")
    if value not in meeting.values:
        return _noticed(meeting, "no-such-card", found=value)
    return _changed(meeting, agreed=value, parked=False)


def _written(meeting: Meeting, text: str) -> Meeting:
    if len(text) > LONGEST_REMARK:
        return _noticed(meeting, "remark-too-long", limit=LONGEST_REMARK)
    return _changed(meeting, note=text)


def _changed(meeting: Meeting, **changes: object) -> Meeting:
    before = meeting.item
    after = replace(before, **changes)  # type: ignore[arg-type] # the fields of Item, by name
    if after == before:
        return meeting
    items = {**meeting.items, meeting.present: after}
    return replace(meeting, items=items, changes=(*meeting.changes, Change(meeting.present, before)))


def _undone(meeting: Meeting) -> Meeting:
    if not meeting.changes:
        return _noticed(meeting, "nothing-to-undo")
    *earlier, last = meeting.changes
    restored = replace(last.before, seconds=meeting.item_of(last.question).seconds)
    items = {**meeting.items, last.question: restored}
    return replace(meeting, items=items, changes=tuple(earlier), present=last.question, stage=Stage.ASKING)


def _later(meeting: Meeting, seconds: float) -> Meeting:
    if meeting.paused or seconds <= 0 or meeting.stage not in {Stage.ASKING, Stage.REVIEWING}:
        return meeting
    if meeting.stage is Stage.REVIEWING:
        return replace(meeting, aside=meeting.aside + seconds)
    item = replace(meeting.item, seconds=meeting.item.seconds + seconds)
    return replace(meeting, items={**meeting.items, meeting.present: item})


def _next(meeting: Meeting) -> Meeting:
    if meeting.stage is not Stage.ASKING:
        return _left(meeting) if meeting.stage is Stage.FINISHED else replace(meeting, stage=Stage.FINISHED)
    if meeting.position + 1 == len(meeting.agenda):
        return replace(meeting, stage=Stage.REVIEWING)
    return replace(meeting, present=meeting.agenda[meeting.position + 1])


def _left(meeting: Meeting) -> Meeting:
    return replace(meeting, stage=Stage.LEFT, left_at=meeting.stage)


def _back(meeting: Meeting) -> Meeting:
    if meeting.stage is not Stage.ASKING:
        backward = {Stage.REVIEWING: Stage.ASKING, Stage.FINISHED: Stage.REVIEWING}
        return replace(meeting, stage=backward[meeting.stage])
    if meeting.position == 0:
        return _noticed(meeting, "already-first")
    return replace(meeting, present=meeting.agenda[meeting.position - 1])


def _jumped(meeting: Meeting, to: int | str) -> Meeting:
    if isinstance(to, int):
        question = meeting.agenda[to - 1] if 1 <= to <= len(meeting.agenda) else None
    else:
        question = to if to in meeting.agenda else None
    if question is None:
        return _noticed(meeting, "no-such-question", found=to, count=len(meeting.agenda))
    return replace(meeting, present=question, stage=Stage.ASKING)


def _noticed(meeting: Meeting, code: str, **values: object) -> Meeting:
    return replace(meeting, notice=Notice(code, values))
