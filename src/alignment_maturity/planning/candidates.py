"""The actions from which a plan may choose, and what each is worth."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel.placement import covered
from alignment_maturity.model.questionnaire import Action, Statement
from alignment_maturity.planning.choice import Choice, Move
from alignment_maturity.planning.standing import Lifted, Standing, lifted


def is_done(encoding: Encoding, standing: Standing, action: Action) -> bool:
    """Tell whether every lift of an action holds already; a lift that is void counts as holding."""
    return all(standing.holds(lift) for lift in lifts_of(encoding, action))


def lifts_of(encoding: Encoding, action: Action) -> tuple[Lifted, ...]:
    """Return what an action lifts, a statement to its own level."""
    questions = encoding.questionnaire.question_by_id
    return tuple(
        (encoding.row[lift.question], question.level if isinstance(question, Statement) else lift.to or 1)
        for lift in action.lifts
        for question in (questions[lift.question],)
    )


@dataclass(frozen=True)
class Candidates:
    """The actions that are not done and lift no higher than a target."""

    encoding: Encoding
    standing: Standing
    target: int

    @cached_property
    def by_id(self) -> dict[str, Action]:
        """The actions, by id: the order in which `choice` numbers them."""
        return {
            name: action
            for name, action in sorted(self.encoding.questionnaire.action_by_id.items())
            if not is_done(self.encoding, self.standing, action)
            and all(level <= self.target for _, level in lifts_of(self.encoding, action))
        }

    @cached_property
    def lifts(self) -> dict[str, tuple[Lifted, ...]]:
        """What each action lifts."""
        return {name: lifts_of(self.encoding, action) for name, action in self.by_id.items()}

    @cached_property
    def priority_of(self) -> dict[str, int]:
        """The level whose step up has an action as a priority, for those that are one on the way."""
        found: dict[str, int] = {}
        for step in sorted(self.encoding.questionnaire.transitions, key=lambda step: step.to):
            if self.standing.level < step.to <= self.target:
                for action in step.actions:
                    found.setdefault(action, step.to)
        return found

    @cached_property
    def gain(self) -> dict[str, float]:
        """By how much each action alone would raise the coverage of the next level."""
        instrument, following = self.encoding.instrument, self.standing.level + 1
        alone = [lifted(instrument, self.standing, self.lifts[name]) for name in self.by_id]
        states = [self.standing, *alone]
        _, coverage = covered(
            instrument,
            np.stack([state.fulfilment for state in states], axis=-1),
            np.stack([state.answered for state in states], axis=-1),
        )
        before, *after = np.nan_to_num(coverage[following - 2]).tolist()
        return {name: figure - before for name, figure in zip(self.by_id, after, strict=True)}

    @cached_property
    def opens(self) -> dict[str, frozenset[tuple[int, int]]]:
        """The gates up to the target that do not pass and that each action opens: question and level."""
        standing = self.standing
        closed = np.argwhere(standing.closed[:, : self.target - 1] & ~standing.inapplicable[:, None]).tolist()
        gates = [(question, level + 2) for question, level in closed]
        return {
            name: frozenset(
                (question, level)
                for question, level in gates
                if any(lifted_ == question and level <= to for lifted_, to in lifts)
            )
            for name, lifts in self.lifts.items()
        }

    @cached_property
    def choice(self) -> Choice:
        """The actions as moves."""
        place = {name: index for index, name in enumerate(self.by_id)}
        moves = [
            Move(
                self.lifts[name],
                tuple(place[needed] for needed in action.requires if needed in place),
                forced=name in self.priority_of,
            )
            for name, action in self.by_id.items()
        ]
        return Choice(self.encoding.instrument, self.standing, moves)
