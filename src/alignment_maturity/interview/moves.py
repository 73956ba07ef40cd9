"""The ways through the questions, of an interview and of a workshop alike; they change no answer but undo."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Next:
    """Keep what is there and go on: from the last question to the review, and from there to the end.

    An interview goes from the review to the first missing question, where there is one.
    """


@dataclass(frozen=True, slots=True)
class Back:
    """Go to the question before; from the review to the question it was called from, from the end to it."""


@dataclass(frozen=True, slots=True)
class Jump:
    """Go to a question by its number in the order in which they are put, from 1, or by its id."""

    to: int | str


@dataclass(frozen=True, slots=True)
class Review:
    """Show what there is so far, and what is left; in a workshop also what was put off."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last change, and go where it was made; time does not come back."""


@dataclass(frozen=True, slots=True)
class Finish:
    """Go to the end, whatever is missing: what the answers say so far."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave; everything is kept."""


Move = Next | Back | Jump | Review | Undo | Finish | Quit
