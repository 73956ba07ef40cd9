"""What can happen in a workshop (`interview.workshop.course.advance` says what comes of it)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alignment_maturity.model.room import Participants


@dataclass(frozen=True, slots=True)
class Cast:
    """Put the cards of one function in the place of those counted in this round; none take them back."""

    group: str
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """Count cards of one value in one function, or fewer of them."""

    group: str
    value: str
    by: int = 1


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show the room the round; with no cards counted, the round before again."""


@dataclass(frozen=True, slots=True)
class NewRound:
    """Collect cards once more, after the discussion."""


@dataclass(frozen=True, slots=True)
class Agree:
    """Settle on a value; None takes it back."""

    value: str | None


@dataclass(frozen=True, slots=True)
class Write:
    """Put a text in the place of the note; an empty one removes it."""

    text: str


@dataclass(frozen=True, slots=True)
class Park:
    """Put the question off, or take it up again."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Say who is there, by group id."""

    participants: Mapping[str, Participants]


@dataclass(frozen=True, slots=True)
class Order:
    """Put the questions in another order; every one has to be there once."""

    agenda: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Elapse:
    """Let time pass on the present question."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Pause:
    """Let time stand still, or go on."""


@dataclass(frozen=True, slots=True)
class ShowLadder:
    """Show the room the ladder, or hide it."""


@dataclass(frozen=True, slots=True)
class Next:
    """Go on to the next question of the agenda, from the last one to the decisions, from there to the end."""


@dataclass(frozen=True, slots=True)
class Back:
    """Go one question back; from the decisions to the present question, from the end to the decisions."""


@dataclass(frozen=True, slots=True)
class Jump:
    """Go to a question by its place on the agenda, from 1, or its id."""

    to: int | str


@dataclass(frozen=True, slots=True)
class Review:
    """Show the decisions, the parking lot and what is left."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last change of a question, and go where it was made; time does not come back."""


@dataclass(frozen=True, slots=True)
class Finish:
    """Go to the end, whatever is left: what the room has said so far."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave; everything is kept."""


Edit = Cast | Count | Reveal | NewRound | Agree | Write | Park
Arrangement = Seat | Order | Elapse | Pause | ShowLadder
Move = Next | Back | Jump | Review | Undo | Finish | Quit
Event = Edit | Arrangement | Move
