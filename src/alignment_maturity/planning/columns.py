"""The plans of very many organisations at once, as columns: what `plan` gives for one, to the last bit."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel.instrument import Booleans, Floats, Instrument, Integers
from alignment_maturity.kernel.placement import HALF, PASSES
from alignment_maturity.planning.candidates import Candidates
from alignment_maturity.planning.catalogue import Catalogue, catalogue
from alignment_maturity.planning.cheapest_sets import cheapest_sets, highest
from alignment_maturity.planning.crowd import Crowd
from alignment_maturity.planning.first_steps import first_steps
from alignment_maturity.planning.selection import select
from alignment_maturity.planning.standing import Standing

STEPS = 3
"""How many steps of each plan are told."""

CHUNK = 8_192
"""Organisations planned for together, at most, which bounds memory."""


@dataclass(frozen=True)
class Standings:
    """Where O organisations stand, as far as lifting their questions is concerned.

    Attributes:
        level: (O,) 1 to K.
        fulfilment: (Q, L, O) A, 0 to 1; 0 where it does not exist.
        answered: (Q, O) where it exists.
        gates: (N, O) states of the gates, `PASSES` and others.
        inapplicable: (Q, O) whether the question does not apply, so that nothing can lift it.
    """

    level: Integers
    fulfilment: Floats
    answered: Booleans
    gates: Integers
    inapplicable: Booleans

    def of(self, instrument: Instrument, organisation: int) -> Standing:
        """Return where one organisation stands."""
        closed = np.zeros(instrument.spoken.shape, dtype=bool)
        questions, levels = instrument.gates.T
        closed[questions, levels] = self.gates[:, organisation] != PASSES
        return Standing(
            level=int(self.level[organisation]),
            fulfilment=np.ascontiguousarray(self.fulfilment[..., organisation]),
            answered=np.ascontiguousarray(self.answered[:, organisation]),
            closed=closed,
            inapplicable=np.ascontiguousarray(self.inapplicable[:, organisation]),
        )


@dataclass(frozen=True)
class Plans:
    """The plans of O organisations towards their next level.

    Attributes:
        target: (O,) the level aimed at; at the top of the scale, the top.
        attains: (O,) whether the plan attains it.
        effort: (O,) person-days of all its actions.
        actions: (3, O) its first steps, in order, as indices into the sorted ids of all actions; -1 where
            there are fewer.
    """

    target: Integers
    attains: Booleans
    effort: Floats
    actions: Integers


def plan(encoding: Encoding, standings: Standings) -> Plans:
    """Return for every organisation what `make_plan` gives when no target is asked for."""
    top, organisations = encoding.questionnaire.top, len(standings.level)
    plans = Plans(
        target=np.minimum(standings.level + 1, top).astype(np.int64),
        attains=np.ones(organisations, dtype=bool),
        effort=np.zeros(organisations),
        actions=np.full((STEPS, organisations), -1, dtype=np.int64),
    )
    for target in range(2, top + 1):
        places = np.flatnonzero(standings.level == target - 1)
        offered = catalogue(encoding, target) if len(places) else None
        for start in range(0, len(places), CHUNK):
            part = places[start : start + CHUNK]
            left = part if offered is None else _together(offered, standings, part, plans)
            _one_by_one(encoding, standings, left, plans)
    return plans


def _together(offered: Catalogue, standings: Standings, places: Integers, plans: Plans) -> Integers:
    """Make the plans of organisations that aim at one level; return those that are left."""
    crowd = _crowd(offered, standings, places)
    sets = cheapest_sets(crowd, np.full(len(places), offered.demand.least), whole=True)
    chosen, known = sets.chosen, sets.known.copy()
    missed = np.flatnonzero(known & ~sets.exists)
    if len(missed):
        far = crowd.at(missed)
        most, sure = highest(far)
        closest = cheapest_sets(far, most, whole=False)
        chosen[:, missed] = closest.chosen
        known[missed] = closest.exists & sure
    done = np.flatnonzero(known)
    whose, chosen = places[done], chosen[:, done]
    plans.attains[whose] = sets.exists[done]
    plans.effort[whose] = (offered.units @ chosen) / offered.unit
    plans.actions[:, whose] = np.append(offered.numbers, -1)[first_steps(crowd.at(done), chosen, STEPS)]
    return places[~known]


def _one_by_one(encoding: Encoding, standings: Standings, places: Integers, plans: Plans) -> None:
    """Make plans as `make_plan` does, one for all organisations that stand alike."""
    by_id = encoding.questionnaire.action_by_id
    numbers = {name: number for number, name in enumerate(sorted(by_id))}
    alike: dict[bytes, list[int]] = {}
    for place in places.tolist():
        standing = standings.of(encoding.instrument, place)
        parts = (standing.fulfilment, standing.answered, standing.closed, standing.inapplicable)
        alike.setdefault(b"".join(part.tobytes() for part in parts), []).append(place)
    for whose in alike.values():
        standing = standings.of(encoding.instrument, whose[0])
        selection = select(Candidates(encoding, standing, standing.level + 1))
        plans.attains[whose] = selection.out_of_reach is None
        plans.effort[whose] = float(sum(Fraction(str(by_id[name].effort)) for name in selection.steps))
        for step, name in enumerate(selection.steps[:STEPS]):
            plans.actions[step, whose] = numbers[name]


def _crowd(offered: Catalogue, standings: Standings, places: Integers) -> Crowd:
    """Return those of many organisations that aim at the level of a catalogue."""
    applicable = ~standings.inapplicable[:, places]
    # The gates of a catalogue are those of the instrument up to its level, in their order.
    below = offered.instrument.gates[:, 1] <= offered.target - 2
    closed = standings.gates[below][:, places] != PASSES
    row = {gate: index for index, gate in enumerate(offered.gates)}
    candidates = np.zeros((len(offered.units), len(places)), dtype=bool)
    lacking: dict[tuple[int, int], Booleans] = {}
    for action, question, level in offered.lifts:
        rung = question, level - 2
        if level == 1:
            continue
        if rung not in lacking:
            lacking[rung] = standings.fulfilment[rung].take(places) < HALF
            if rung in row:
                lacking[rung] |= closed[row[rung]]
            lacking[rung] &= applicable[question]
        candidates[action] |= lacking[rung]
    answered = standings.answered[:, places]
    return Crowd(offered, standings.fulfilment, places, answered, applicable, closed, candidates)
