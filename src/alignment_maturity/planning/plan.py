"""The finished plan: the chosen actions with their reasons, their dates and what is withheld left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.kernel.placement import over_levels
from alignment_maturity.planning.candidates import Candidates, is_done
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.planning.schedule import Slot, schedule
from alignment_maturity.planning.selection import Selection, select, target_level
from alignment_maturity.planning.standing import Standing
from alignment_maturity.result import Gate, GateStatus, OutOfReach, Plan, Step

NOTABLE_GAP = 0.5
"""From half a level on, a gap between the functions is a reason."""

MOST_KEPT = 5


@dataclass(frozen=True)
class Shown:
    """What of the answers may be told in reasons.

    Attributes:
        gates: the verdicts on all gates, in the order of the questionnaire.
        gaps: question to the gap between the compared functions, in levels, where there is one.
        combined_withheld: whether figures of single questions are withheld.
    """

    gates: tuple[Gate, ...]
    gaps: Mapping[str, float]
    combined_withheld: bool


def make_plan(encoding: Encoding, standing: Standing, request: PlanRequest, shown: Shown) -> Plan:
    """Return the plan of one organisation.

    Raises:
        WrongUsage: where the target asked for makes no sense.
    """
    questionnaire = encoding.questionnaire
    target = target_level(questionnaire.top, standing.level, request.target)
    if standing.level == target:
        kept = () if shown.combined_withheld else tuple(_kept(encoding, standing))
        return Plan(target, True, 0.0, request.start, request.parallel, (), (), None, kept)  # noqa: FBT003
    candidates = Candidates(encoding, standing, target)
    selection = select(candidates)
    actions = [questionnaire.action_by_id[name] for name in selection.steps]
    slots = schedule(actions, questionnaire.compare, request.start, request.parallel)
    making = _Making(candidates, shown, selection)
    return Plan(
        target=target,
        attains=selection.out_of_reach is None,
        # Efforts are the decimals that are written: 0.1 and 0.2 are 0.3.
        effort=float(sum(Fraction(str(action.effort)) for action in actions)),
        start=request.start,
        parallel=request.parallel,
        steps=tuple(
            making.step(rank, name, slot)
            for rank, (name, slot) in enumerate(zip(selection.steps, slots, strict=True), start=1)
        ),
        optional=tuple(
            making.step(rank, name, None) for rank, name in enumerate(selection.optional, start=1)
        ),
        out_of_reach=_told(selection.out_of_reach, shown),
        keep=(),
    )


def _told(missed: OutOfReach | None, shown: Shown) -> OutOfReach | None:
    """Leave out what, with the actions of the plan, would tell how all groups together see a question."""
    if missed is None or not shown.combined_withheld:
        return missed
    return replace(missed, coverage=None, index=None, questions=())


def done_actions(encoding: Encoding, standing: Standing) -> tuple[str, ...]:
    """Return the actions whose effect is there already, in the order of the questionnaire."""
    return tuple(
        action.id for action in encoding.questionnaire.actions if is_done(encoding, standing, action)
    )


@dataclass(frozen=True)
class _Making:
    candidates: Candidates
    shown: Shown
    selection: Selection

    def step(self, rank: int, name: str, slot: Slot | None) -> Step:
        """Return an action with what speaks for it; without a slot where it is optional."""
        action = self.candidates.by_id[name]
        return Step(
            rank=rank,
            action=action,
            priority_of=self.candidates.priority_of.get(name),
            gates=tuple(self._opened(name)),
            gain=None if self.shown.combined_withheld else self.candidates.gain[name],
            gap=self._gap(name),
            prepares=tuple(
                other for other in self.selection.steps if name in self.candidates.by_id[other].requires
            ),
            requires=tuple(needed for needed in action.requires if needed in self.candidates.by_id),
            start=slot.start if slot else None,
            end=slot.end if slot else None,
            horizon=slot.horizon if slot else None,
        )

    def _opened(self, name: str) -> Iterator[Gate]:
        """Go through the gates up to the target that do not pass and that an action opens."""
        lifts = self.candidates.lifts[name]
        for gate in self.shown.gates:
            row = self.candidates.encoding.row[gate.question]
            if (
                gate.status is not GateStatus.PASSES
                and gate.level <= self.candidates.target
                and not self.candidates.standing.inapplicable[row]
                and any(question == row and gate.level <= level for question, level in lifts)
            ):
                yield gate

    def _gap(self, name: str) -> tuple[str, float] | None:
        """Return the question an action lifts that the functions see most differently, with the gap."""
        lifted = [lift.question for lift in self.candidates.by_id[name].lifts]
        gaps = [
            (question, self.shown.gaps[question])
            for question in lifted
            if abs(self.shown.gaps.get(question, 0.0)) >= NOTABLE_GAP - TOLERANCE
        ]
        return max(gaps, key=lambda found: abs(found[1]), default=None)


def _kept(encoding: Encoding, standing: Standing) -> list[str]:
    """Return the questions furthest from full fulfilment, those at it left out; alike ones by id."""
    index = over_levels(encoding.instrument, standing.fulfilment[..., None])[:, 0].round(12)
    open_ = [row for row in np.flatnonzero(standing.answered) if index[row] < 1 - TOLERANCE]
    return [encoding.questions[row] for row in sorted(open_, key=lambda row: float(index[row]))[:MOST_KEPT]]
