"""Problems made simpler so that they can only become easier, for many organisations at once.

The gains of actions are added up as if each were alone, and what several of them need in common costs
nothing: a knapsack (`covering`).

Letters used for shapes: n problems, M actions; the others as in the kernel.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.kernel.instrument import Booleans, Floats, Integers
from alignment_maturity.kernel.placement import by_dimension, over_dimensions
from alignment_maturity.planning.covering import Covers, cheapest_covers
from alignment_maturity.planning.crowd import Crowd, Heights

ROUNDING = 1e-11
"""What sums of gains may miss by rounding, with room to spare; far below `TOLERANCE`."""

NOBODY, SEVERAL = -1, -2
"""Who needs an action, where that is not one other action."""

Figures = TypeVar("Figures", Floats, Integers)


@dataclass(frozen=True)
class Problems:
    """Problems of organisations: which actions are taken, which open; the others are left out.

    Attributes:
        crowd: the organisations, one for each problem.
        least: (n,) what the mean of the level must reach.
        taken, open: (M, n).
    """

    crowd: Crowd
    least: Floats
    taken: Booleans
    open: Booleans

    def at(self, places: Integers) -> Problems:
        """Return some of them."""
        return Problems(
            self.crowd.at(places), self.least[places], self.taken[:, places], self.open[:, places]
        )

    @cached_property
    def heights(self) -> Heights:
        """(Q, n) the level to which what is taken lifts each question."""
        return self.crowd.heights(self.taken)

    @cached_property
    def spent(self) -> Integers:
        """(n,) what it costs."""
        return self.crowd.cost_of(self.taken)

    @cached_property
    def mean(self) -> Floats:
        """(n,) the mean with what is taken; 0 where there is none."""
        return np.nan_to_num(over_dimensions(self.crowd.catalogue.instrument, self._means))

    @cached_property
    def missing(self) -> Floats:
        """(n,) what the mean lacks, at least."""
        return self.least - TOLERANCE - ROUNDING - self.mean

    @cached_property
    def gains(self) -> Floats:
        """(M, n) by how much each open action alone may raise the mean at most.

        Together they raise it by no more than the sum: whatever else joins a mean, each counts for less.
        """
        result = np.zeros(self.open.shape)
        of_questions: dict[int, Floats] = {}
        share = self.crowd.catalogue.demand.share
        for action, question, level in self.crowd.catalogue.lifts:
            if share[question, : level - 1].any():
                if level not in of_questions:
                    of_questions[level] = self._gains_of_questions(level)
                result[action] += of_questions[level][question]
        result *= self.open
        return result

    @cached_property
    def _figures(self) -> tuple[Floats, Booleans]:
        return self.crowd.figures(self.crowd.catalogue.demand, self.heights)

    @cached_property
    def _means(self) -> Floats:
        return by_dimension(self.crowd.catalogue.instrument, *self._figures)

    def _gains_of_questions(self, level: int) -> Floats:
        """Return by how much the mean rises, (Q, n), when one question is lifted to a level."""
        instrument, demand = self.crowd.catalogue.instrument, self.crowd.catalogue.demand
        share, dimension = instrument.question_weight[:, None], instrument.dimension
        counted = self._figures[1]
        own = dimension == np.arange(len(instrument.dimension_weight))[:, None]
        inside = (own * instrument.question_weight) @ counted.astype(np.float64)
        overall = instrument.dimension_weight @ (inside > 0)
        worth = np.divide(
            instrument.dimension_weight[:, None],
            inside * overall,
            out=np.zeros(inside.shape),
            where=inside > 0,
        )
        room = np.zeros(counted.shape)
        for below in np.flatnonzero(demand.share[:, : level - 1].any(axis=0)).tolist():
            room += (1.0 - self.crowd.lifted(below, self.heights)) * demand.share[:, below, None]
        gains = np.where(counted & self.crowd.applicable, room * share * worth[dimension], 0.0)
        full = demand.share[:, : level - 1].sum(axis=1)
        joining = self.crowd.unanswered & (self.heights == 0) & (demand.counted & (full > 0))[:, None]
        questions, places = np.nonzero(joining)
        if len(questions):
            where, weight = dimension[questions], instrument.question_weight[questions]
            there, total = inside[where, places], overall[places]
            of_all = instrument.dimension_weight[where]
            with np.errstate(invalid="ignore"):
                joined = weight * np.maximum(full[questions] - self._means[where, places], 0.0)
            new = of_all * np.maximum(full[questions] - self.mean[places], 0.0) / (total + of_all)
            old = joined / (there + weight) * of_all / np.where(total > 0, total, 1.0)
            gains[questions, places] = np.where(there > 0, old, new)
        return gains


@dataclass(frozen=True)
class Simple:
    """The best sets of the simplified problems.

    Attributes:
        chosen: (M, n) what they add to what is taken, without what several of these need in common.
        cost: (n,) what they cost, with what is taken.
        exists: (n,) whether there is one that is no dearer than the limit.
        known: (n,) whether that was found out.
    """

    chosen: Booleans
    cost: Integers
    exists: Booleans
    known: Booleans


def simplest(problems: Problems, limits: Floats) -> Simple:
    """Solve simplified problems that all lack something; `limits` is what the sets may cost at most."""
    items = _Items(problems)
    covers = items.cheapest(problems.missing, limits - problems.spent)
    chosen = items.chosen(covers)
    return Simple(chosen, problems.spent + problems.crowd.cost_of(chosen), covers.exists, covers.known)


class _Items:
    """What simplified problems choose from: open actions that gain, each with what it alone needs."""

    def __init__(self, problems: Problems) -> None:
        self._gains = problems.gains
        self._useful = self._gains > 0
        cost = problems.crowd.catalogue.cost
        self._problem, self._action = np.nonzero(self._useful.T)
        starts = np.searchsorted(self._problem, np.arange(self._useful.shape[1]))
        self._column = np.arange(len(self._problem)) - starts[self._problem]
        self._needed, self._places, self._user = _needed_by_one(problems, self._useful)
        self._costs = np.where(self._useful, cost[:, None], 0)
        np.add.at(self._costs, (self._user, self._places), cost[self._needed])
        self._names = np.broadcast_to(np.arange(len(cost))[:, None], self._useful.shape).copy()
        np.minimum.at(self._names, (self._user, self._places), self._needed)

    def cheapest(self, needs: Floats, limits: Floats) -> Covers:
        """Return the cheapest selections."""
        return cheapest_covers(
            self._compact(self._costs), self._compact(self._gains), self._compact(self._names), needs, limits
        )

    def chosen(self, covers: Covers) -> Booleans:
        """Return the actions, (M, n), of selections, with what each of them alone needs."""
        result = np.zeros(self._useful.shape, dtype=bool)
        result[self._action, self._problem] = covers.chosen[self._problem, self._column]
        result[self._needed, self._places] = result[self._user, self._places]
        return result

    def _compact(self, figures: Figures) -> Figures:
        result = np.zeros((self._useful.shape[1], int(self._column.max(initial=0)) + 1), dtype=figures.dtype)
        result[self._problem, self._column] = figures[self._action, self._problem]
        return result


def _needed_by_one(problems: Problems, useful: Booleans) -> tuple[Integers, Integers, Integers]:
    """Return what gains nothing and is needed by just one open action that does: it, the problem, and who."""
    crowd = problems.crowd
    user = np.full(useful.shape, NOBODY, dtype=np.int64)
    for action, needed in reversed(crowd.catalogue.steps):
        here = np.flatnonzero(problems.open[needed] & problems.open[action])
        if not len(here):
            continue
        asking = np.where(useful[action, here], action, user[action, here])
        known = user[needed, here]
        both = np.where((asking == known) | (asking == NOBODY), known, SEVERAL)
        user[needed, here] = np.where(known == NOBODY, asking, both)
    alone, places = np.nonzero((user >= 0) & ~useful)
    return alone, places, np.asarray(user[alone, places])
