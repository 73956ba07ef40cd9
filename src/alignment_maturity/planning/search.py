"""The search for the best set of moves: a program in 0/1 variables, solved, checked and narrowed.

The program is a little wider than the goal, by the tolerance of the solver. What it finds is checked with the
kernel's own figures and, where it falls short, ruled out.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import numpy as np

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.kernel.instrument import Floats
from alignment_maturity.planning.choice import Choice, Chosen, Cost
from alignment_maturity.planning.goal import Demand, Goal
from alignment_maturity.planning.means import Affine, Means
from alignment_maturity.planning.solver import WHOLE, Program

SLACK = 100 * WHOLE
"""By how much the program is wider than the goal at first, 0 to 1; far above the tolerance of the solver."""

SHARP = 1000.0
"""By what a row on a mean is multiplied, so that the solver's tolerance is a thousandth of it in the mean."""

MOST_UNITS, TINY = 8, 1e-12
"""In how many units a sum is counted, and by how much a count may miss a whole number."""

BLOCK = 16
"""How many moves are settled at a time when the smaller list is looked for: their weights are powers of 2."""


class Search:
    """The program of one choice and one goal; `forced` are moves that every set holds."""

    def __init__(self, choice: Choice, goal: Goal, forced: Chosen = ()) -> None:
        self._choice = choice
        self._goal = goal
        self._program = Program()
        self._taken = [
            self._program.column(low=float(index in forced or move.forced), whole=True)
            for index, move in enumerate(choice.moves)
        ]
        self._means = Means(choice, self._program, self._taken)
        self._named = [self._means.any(ways) for ways in choice.ways]
        self._demand_needs()
        self._demand_goal()

    def least(self, costs: Sequence[Cost]) -> Chosen | None:
        """Return the best set by the costs, one after the other; None where there is none."""
        best: Chosen | None = None
        for cost in costs:
            terms = {column: share for column, share in zip(self._taken, cost.of_moves, strict=True) if share}
            found = self.found(terms, cost.step)
            if found is None:
                return best
            best = found
            total = sum(cost.of_moves[move] for move in best)
            self._program.row(terms, high=total + (cost.step / 2 or WHOLE))
        return None if best is None else self._smallest(best)

    def found(self, terms: dict[int, float], step: float) -> Chosen | None:
        """Return the set of moves with the least sum of `terms` that truly brings the goal about."""
        values = self._solved(terms, step)
        return None if values is None else self._chosen(values)

    def highest(self, demand: Demand) -> Chosen:
        """Return a set with the highest mean (Dinkelbach 1967: the quotient as a sequence of differences)."""
        total, weight = self._means.of(demand)
        best = self._choice.everything
        while True:
            figure = self._figure(demand, best)
            gain = total.plus(weight, -figure)
            chosen = self.found({column: -share for column, share in gain.terms.items()}, 0.0)
            if chosen is None or self._figure(demand, chosen) <= figure + TOLERANCE / 10:
                return best
            best = chosen

    def _demand_needs(self) -> None:
        for index, move in enumerate(self._choice.moves):
            for needed in move.needs:
                self._program.row({self._taken[index]: 1.0, self._taken[needed]: -1.0}, high=0.0)

    def _demand_goal(self) -> None:
        choice, goal = self._choice, self._goal
        for question, level in np.argwhere(choice.standing.closed & goal.gates).tolist():
            ways = choice.leading(question, level + 2)
            self._program.row({self._taken[way]: 1.0 for way in ways}, low=1.0)
        weights = choice.instrument.dimension_weight
        self._progress = [self._means.of(demand) for demand in goal.demands]
        for demand, (total, weight) in zip(goal.demands, self._progress, strict=True):
            self._at_least(total.plus(weight, SLACK - demand.least), 0.0)
            if demand.must_exist:
                self._at_least(weight, min(weights) / weights.sum() / 2)

    def _at_least(self, expression: Affine, least: float) -> None:
        if expression.terms or expression.constant < least:
            terms = {column: SHARP * share for column, share in expression.terms.items()}
            self._program.row(terms, low=SHARP * (least - expression.constant))

    def _smallest(self, best: Chosen) -> Chosen:
        """Return, among sets that cost the same, the one with the smallest list of names, then of moves.

        It is the one that holds the first in which it differs from any other, so its 0/1 variables, read as
        a number in base 2, are the largest: they are settled block by block.
        """
        columns = list(dict.fromkeys((*self._named, *self._taken)))
        for start in range(0, len(columns), BLOCK):
            block = columns[start : start + BLOCK]
            values = self._solved(
                {column: -(2.0 ** (BLOCK - place)) for place, column in enumerate(block)}, 1.0
            )
            if values is not None:
                for column in block:
                    self._program.fix(column, round(values[column]))
                best = self._chosen(values)
        return best

    def _solved(self, terms: dict[int, float], step: float) -> Floats | None:
        """Return the columns where the sum is least and the goal truly brought about."""
        while True:
            values = self._program.minimised(terms, step=step)
            if values is None:
                return None
            chosen = self._chosen(values)
            if self._goal.met(self._choice.instrument, self._choice.reached(chosen)):
                return values
            self._exclude(chosen)

    def _figure(self, demand: Demand, chosen: Chosen) -> float:
        """Return the mean that moves lead to, 0 where there is none."""
        figure = demand.figure(self._choice.instrument, self._choice.reached(chosen))
        return float(np.nan_to_num(figure))

    def _chosen(self, values: Floats) -> Chosen:
        return tuple(move for move, column in enumerate(self._taken) if values[column] > 0.5)

    def _exclude(self, chosen: Chosen) -> None:
        """Rule out a set that falls short, and with it all that reach no more.

        What brings the goal about lies above the middle between the figure of this set and the limit. Without
        that, every combination of equal questions would have to be ruled out by itself.
        """
        instrument, after = self._choice.instrument, self._choice.reached(chosen)
        for demand, (total, weight) in zip(self._goal.demands, self._progress, strict=True):
            if not demand.met(instrument, after):
                figure = self._figure(demand, chosen)
                self._at_least(total.plus(weight, -(figure + demand.least) / 2), 0.0)
                if not weight.terms and self._program.are_whole(total.terms):
                    self._round_up(total.plus(weight, TOLERANCE - demand.least))
        terms = {column: -1.0 if move in chosen else 1.0 for move, column in enumerate(self._taken)}
        self._program.row(terms, low=1.0 - len(chosen))

    def _round_up(self, short: Affine) -> None:
        """Demand of a sum of 0/1 variables, at least 0, what follows for whole numbers (Chvátal and Gomory).

        Counted in any of its coefficients, each rounded up, it must reach the limit rounded up: however near
        to the limit the sum may come, it is not taken for it.
        """
        for unit in sorted(set(short.terms.values()))[:MOST_UNITS]:
            counts = {column: ceil(share / unit - TINY) for column, share in short.terms.items()}
            self._program.row(
                {column: float(count) for column, count in counts.items()},
                low=float(ceil(-short.constant / unit - TINY * (1 + len(counts)))),
            )
