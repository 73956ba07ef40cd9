"""What can happen in a workshop (`interview.workshop.course.advance` says what comes of it)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alignment_maturity.interview.moves import Move
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


Edit = Cast | Count | Reveal | NewRound | Agree | Write | Park
Arrangement = Seat | Order | Elapse | Pause | ShowLadder
Event = Edit | Arrangement | Move
