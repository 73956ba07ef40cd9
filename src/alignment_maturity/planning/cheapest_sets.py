"""The cheapest sets of actions that bring a goal about, for many organisations at once.

What `cheapest` is for one. The best set of each problem, made simpler (`simplified`), is checked against the
true one. Where it holds there, it is the best; where it does not, the problem is split in two at an action:
one part takes it, the other leaves it.

Letters used for shapes: N organisations, n problems, M actions.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.kernel.instrument import Booleans, Floats, Integers
from alignment_maturity.planning.covering import MOST_COST
from alignment_maturity.planning.crowd import Crowd
from alignment_maturity.planning.simplified import ROUNDING, Problems, simplest

MOST_PARTS = 2_000
"""Problems into which that of one organisation is split, at most; about then the solver is as quick."""

MOST_TOGETHER = 16_384
"""Problems looked at together, at most, which bounds memory."""


@dataclass(frozen=True)
class Sets:
    """The cheapest sets.

    Attributes:
        chosen: (M, N) the actions; none where there is no set.
        exists: (N,) whether there is one.
        known: (N,) whether that was found out.
    """

    chosen: Booleans
    exists: Booleans
    known: Booleans


def cheapest_sets(crowd: Crowd, least: Floats, *, whole: bool) -> Sets:
    """Return for each organisation the set of candidates that reaches its aim at the least effort.

    Ties as everywhere: fewer actions, then the smaller list of ids.

    Args:
        least: (N,) what the mean of the level must reach.
        whole: whether the other demands and the gates of the goal count too.
    """
    search = _Search(crowd, least, whole=whole)
    search.run()
    return Sets(search.best & search.known, search.known & np.isfinite(search.least), search.known)


def highest(crowd: Crowd) -> tuple[Floats, Booleans]:
    """Return the highest mean of the level that any set reaches, (N,), 0 where none does; and if it is known.

    Everything together is best but for what brings in an unanswered question without lifting it all the way.
    Where that can be left out, and all else still be had, the highest mean is that without it.
    """
    demand = crowd.catalogue.demand
    forced = crowd.closure(crowd.candidates & crowd.catalogue.priority[:, None])
    everything = crowd.heights(crowd.candidates)
    figures, counted = crowd.figures(demand, everything)
    lowering = counted & crowd.unanswered & (crowd.heights(forced) == 0)
    lowering &= figures < demand.share.sum(axis=1)[:, None] - TOLERANCE
    rest = crowd.candidates.copy()
    for action, question, _ in crowd.catalogue.lifts:
        rest[action] &= ~lowering[question] | forced[action]
    heights = crowd.heights(_supported(crowd, rest, forced))
    as_before = crowd.figures(demand, heights)[0] >= figures
    return np.nan_to_num(crowd.mean(demand, heights)), np.asarray(as_before.all(axis=0))


@dataclass(frozen=True)
class _Parts:
    """Problems that wait to be looked at.

    Attributes:
        owner: (n,) whose they are.
        taken, open: (M, n) which actions are taken, and which open.
    """

    owner: Integers
    taken: Booleans
    open: Booleans

    def at(self, places: Integers | slice) -> _Parts:
        return _Parts(self.owner[places], self.taken[:, places], self.open[:, places])

    def and_(self, others: _Parts) -> _Parts:
        return _Parts(
            np.concatenate((self.owner, others.owner)),
            np.concatenate((self.taken, others.taken), axis=1),
            np.concatenate((self.open, others.open), axis=1),
        )


class _Search:
    """The search for all organisations, round by round.

    Attributes:
        best, least: the best sets found, (M, N), and what they cost, (N,); infinite where there is none yet.
        known: (N,) false for organisations whose search was given up.
    """

    def __init__(self, crowd: Crowd, least: Floats, *, whole: bool) -> None:
        self._crowd, self._least, self._whole = crowd, least, whole
        self._catalogue = crowd.catalogue
        self._gates = range(len(self._catalogue.gates) if whole and self._catalogue.goal.gates.any() else 0)
        actions, organisations = crowd.candidates.shape
        self.best = np.zeros((actions, organisations), dtype=bool)
        self.least = np.full(organisations, np.inf)
        self.known = np.full(organisations, int(self._catalogue.cost.sum()) <= MOST_COST)
        self._parts = np.zeros(organisations, dtype=np.int64)

    def run(self) -> None:
        """Search until nothing is left."""
        taken = self._crowd.closure(self._crowd.candidates & self._catalogue.priority[:, None])
        owner = np.arange(taken.shape[1])
        waiting = _Parts(owner, taken, self._crowd.candidates & ~taken).at(np.flatnonzero(self.known))
        while len(waiting.owner):
            # The last come first, which keeps few waiting.
            first = max(0, len(waiting.owner) - MOST_TOGETHER)
            parts = self._round(waiting.at(slice(first, None)))
            self._parts += np.bincount(parts.owner, minlength=len(self._parts))
            self.known &= self._parts <= MOST_PARTS
            waiting = waiting.at(slice(first)).and_(parts)
            waiting = waiting.at(np.flatnonzero(self.known[waiting.owner]))

    def _round(self, parts: _Parts) -> _Parts:
        """Look at problems, keep the best sets found, and return the problems into which some are split."""
        crowd, least = self._crowd.at(parts.owner), self._least[parts.owner]
        problems = Problems(crowd, least, parts.taken, parts.open)
        owner, problems = _with_only_ways(parts.owner, problems, self._gates)
        ready, short = np.flatnonzero(problems.missing <= 0), np.flatnonzero(problems.missing > 0)
        reached = problems.at(ready)
        settled = self._judged(owner[ready], reached, reached.taken, reached.spent)
        owner, problems = owner[short], problems.at(short)
        simple = simplest(problems, self.least[owner])
        self.known[owner[~simple.known]] = False
        there = np.flatnonzero(simple.exists)
        problems = problems.at(there)
        sets = problems.taken | simple.chosen[:, there]
        return settled.and_(self._judged(owner[there], problems, sets, simple.cost[there]))

    def _judged(self, owner: Integers, problems: Problems, simple: Booleans, cost: Integers) -> _Parts:
        """Check the best sets of simplified problems, and split problems of which they are not the best.

        Args:
            owner: (n,) whose the problems are.
            problems: what they are.
            simple: (M, n) the sets, without what several of their actions need in common.
            cost: (n,) what they cost.
        """
        chosen = problems.crowd.closure(simple)
        true_cost = problems.crowd.cost_of(chosen)
        reached, sure = self._reached(problems, chosen)
        self.known[owner[~sure]] = False
        self._keep(owner, np.flatnonzero(reached), chosen, true_cost)
        wrong = ~(reached & (true_cost == cost)) & (cost <= self.least[owner]) & self.known[owner]
        places = np.flatnonzero(wrong & problems.open.any(axis=0))
        actions = self._behind(problems.at(places), simple[:, places], chosen[:, places])
        return _split(owner[places], problems.at(places), actions)

    def _reached(self, problems: Problems, chosen: Booleans) -> tuple[Booleans, Booleans]:
        """Tell whether sets bring about what they must, and whether that is beyond rounding, both (n,)."""
        crowd, goal = problems.crowd, self._catalogue.goal
        heights = crowd.heights(chosen)
        mean = crowd.mean(self._catalogue.demand, heights)
        reached, sure = _beyond(mean if self._whole else np.nan_to_num(mean), problems.least)
        for gate in self._gates:
            reached &= ~_pending(crowd, gate, chosen)
        # A mean that no question joins stays enough where it was.
        joined = np.flatnonzero(reached & (crowd.unanswered & (heights > 0)).any(axis=0))
        part = crowd.at(joined)
        for demand in goal.demands[:-1] if self._whole and len(joined) else ():
            enough, _ = _beyond(part.mean(demand, heights[:, joined]), demand.least)
            reached[joined] &= enough
        return reached, sure

    def _keep(self, owner: Integers, places: Integers, chosen: Booleans, cost: Integers) -> None:
        """Keep sets that are better than the best of their organisation so far."""
        while len(places):
            _, first = np.unique(owner[places], return_index=True)
            now, places = places[first], np.delete(places, first)
            whose, sets = owner[now], chosen[:, now]
            better = cost[now] < self.least[whose]
            alike = np.flatnonzero(cost[now] == self.least[whose])
            if len(alike):
                differing = (sets[:, alike] != self.best[:, whose[alike]]).argmax(axis=0)
                better[alike] = sets[differing, alike]
            self.best[:, whose[better]] = sets[:, better]
            self.least[whose[better]] = cost[now[better]]

    def _behind(self, problems: Problems, simple: Booleans, chosen: Booleans) -> Integers:
        """Return the open action, (n,), that is most likely behind what a simplified problem missed.

        That is one that opens a gate; else one that several need, for which nobody paid; else one that brings
        in an unanswered question; else any that was chosen; else any.
        """
        weight = np.broadcast_to(self._catalogue.cost[:, None], chosen.shape)
        most = int(self._catalogue.cost.sum()) + 1
        importance = np.where(problems.open, weight, 0)
        joining = np.zeros_like(chosen)
        new = problems.crowd.unanswered & (problems.heights == 0)
        for action, question, _ in self._catalogue.lifts:
            joining[action] |= new[question]
        for times, better in ((1, chosen), (1, chosen & joining), (2, chosen & ~simple)):
            importance += np.where(problems.open & better, times * most, 0)
        for gate in self._gates:
            ways, pending = self._catalogue.ways[gate], _pending(problems.crowd, gate, chosen)
            importance[ways] += np.where(problems.open[ways] & pending, 5 * most, 0)
        return np.asarray(importance.argmax(axis=0)) if len(weight) else np.zeros(0, dtype=np.int64)


def _beyond(mean: Floats, least: Floats | float) -> tuple[Booleans, Booleans]:
    """Tell whether means reach limits, and whether that is beyond rounding, both (n,)."""
    missing = least - TOLERANCE - mean
    return missing <= 0, ~(np.abs(missing) < ROUNDING / 10)


def _pending(crowd: Crowd, gate: int, chosen: Booleans) -> Booleans:
    """(n,) whether a gate does not pass with a set of actions."""
    question, _ = crowd.catalogue.gates[gate]
    opened = chosen[crowd.catalogue.ways[gate]].any(axis=0) & crowd.applicable[question]
    return np.asarray(crowd.closed[gate] & ~opened)


def _with_only_ways(owner: Integers, problems: Problems, gates: range) -> tuple[Integers, Problems]:
    """Take the actions that alone can open a gate, and leave out problems in which none can."""
    crowd, taken, open_ = problems.crowd, problems.taken, problems.open
    possible, again = np.ones(len(owner), dtype=bool), True
    while again:
        again = False
        for gate in gates:
            ways, pending = crowd.catalogue.ways[gate], _pending(crowd, gate, taken)
            if pending.any():
                can = open_[ways] & crowd.applicable[crowd.catalogue.gates[gate][0]]
                possible &= ~pending | can.any(axis=0)
                only = pending & (can.sum(axis=0) == 1)
                if only.any():
                    again = True
                    taken = taken.copy()
                    taken[ways] |= can & only
                    taken = crowd.closure(taken)
                    open_ = open_ & ~taken
    narrowed = Problems(crowd, problems.least, taken, open_)
    places = np.flatnonzero(possible)
    return (owner, narrowed) if possible.all() else (owner[places], narrowed.at(places))


def _split(owner: Integers, problems: Problems, actions: Integers) -> _Parts:
    """Return the problems with an action taken, and those without it."""
    columns = np.arange(len(owner))
    taken = problems.taken.copy()
    taken[actions, columns] = True
    taken = problems.crowd.closure(taken)
    without = problems.open.copy()
    without[actions, columns] = False
    without = _supported(problems.crowd, without, problems.taken)
    return _Parts(owner, taken, problems.open & ~taken).and_(_Parts(owner, problems.taken, without))


def _supported(crowd: Crowd, open_: Booleans, taken: Booleans) -> Booleans:
    """Return the open actions, (M, n), that need nothing but what is open, taken or done."""
    result = open_.copy()
    for action, needed in crowd.catalogue.steps:
        result[action] &= result[needed] | taken[needed] | ~crowd.candidates[needed]
    return result
