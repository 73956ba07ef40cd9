"""What a workshop keeps beside its answers: who is there, the agenda, where it is, cards not yet shown.

Answers alone are enough to score and report. This is what a workshop needs to go on where it stopped, and
what a second terminal follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from alignment_maturity.language import Lang
from alignment_maturity.model.questionnaire import Format, Strict
from alignment_maturity.model.scalars import Count, Flag, Identifier, Name, Value

Votes = Mapping[str, Mapping[str, int]]
"""Group id to option value (or `n/a`, `unknown`) to number of cards."""

SavedStage = Literal["asking", "reviewing", "finished"]
Seconds = Annotated[float, Field(ge=0, le=1e7, allow_inf_nan=False)]
Minutes = Annotated[float, Field(gt=0, le=1e5, allow_inf_nan=False)]


class Participants(Strict):
    """The people of one function: how many, and the names of those who are named, at most as many."""

    count: Count
    names: tuple[Name, ...] = ()


class Saved(Strict):
    """What is to be remembered of one question beyond its rounds, the agreed value, the note.

    Attributes:
        open: the cards of the round being collected.
        collecting: whether a round is being collected.
        shown: whether the room has seen the last round.
        rounds: how many rounds the answers held when this was written; `open` belongs to the one after.
        seconds: time spent on the question.
    """

    open: Mapping[Identifier, Mapping[Value, Count]] = Field(default_factory=dict)
    collecting: Flag = True
    shown: Flag = False
    rounds: Count = 0
    seconds: Seconds = 0.0


class Room(Strict):
    """The state of a workshop that is under way.

    Attributes:
        minutes: for the whole agenda; None where no time was set.
        aside: seconds spent on the decisions, not on a question.
        agenda: ids of the questions in the order they are put.
        present: the question the room is at.
        ladder: whether the facilitator shows the ladder.
        lang: what the room reads.
    """

    format: Format
    questionnaire: Identifier
    questionnaire_version: Name
    participants: Mapping[Identifier, Participants]
    minutes: Minutes | None = None
    aside: Seconds = 0.0
    agenda: tuple[Identifier, ...]
    present: Identifier
    stage: SavedStage = "asking"
    ladder: Flag = False
    paused: Flag = False
    lang: Lang
    questions: Mapping[Identifier, Saved] = Field(default_factory=dict)
