"""Which moves bring a goal about at the least cost: exactly, and the same ones every time.

A move lifts questions. How far a set of moves lifts the means of a goal is linear in 0/1 variables as long as
all questions were answered. A question that nobody answered joins its mean once it is lifted, so that a mean
becomes a quotient; it is made linear with the products of the mean and those variables (McCormick 1976, exact
for 0/1 variables). The program is a little wider than the goal, by the tolerance of the solver; what it finds
is checked with the kernel's own figures and, where it falls short, ruled out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.kernel.instrument import Booleans, Floats, Instrument
from alignment_maturity.planning.goal import Demand, Goal
from alignment_maturity.planning.solver import WHOLE, Program
from alignment_maturity.planning.standing import Lifted, Standing, lifted

SLACK = 100 * WHOLE
"""By how much the program is wider than the goal, 0 to 1; far above the tolerance of the solver."""

BLOCK = 16
"""How many moves are settled at a time when the smaller list is looked for: their weights are powers of 2."""


Chosen = tuple[int, ...]
"""Indices of moves, ascending."""


@dataclass(frozen=True)
class Move:
    """Something that lifts questions.

    Attributes:
        lifts: what it lifts.
        needs: the moves, by index, without which it cannot be made.
        forced: whether it is made in any case.
    """

    lifts: tuple[Lifted, ...]
    needs: tuple[int, ...] = ()
    forced: bool = False


@dataclass(frozen=True)
class Cost:
    """What each move costs; `step` is by how much two sums differ at least, 0 where that is not known."""

    of_moves: tuple[float, ...]
    step: float = 0.0


@dataclass(frozen=True)
class Choice:
    """Moves from which to choose, for an organisation that stands somewhere.

    Attributes:
        moves: by name.
        ways: the moves that go by one name, by name, where some do; else empty.
    """

    instrument: Instrument
    standing: Standing
    moves: Sequence[Move]
    ways: tuple[Chosen, ...] = ()

    def cheapest(self, goal: Goal, costs: Sequence[Cost]) -> Chosen | None:
        """Return the moves that bring a goal about; None where none do.

        Of all such sets, the one with the least first cost; among those, with the least second cost, and so
        on; among those, the one whose list of names is the smallest, then that of indices. At the first cost
        no move may come for nothing.
        """
        forced = self._unavoidable(goal)
        if self._reaches(goal, forced):
            return forced
        if not self._grows_only_duly(goal) or self._reaches(goal, range(len(self.moves))):
            return _Search(self, goal, forced).least(costs)
        return None

    def attainable(self, goal: Goal) -> bool:
        """Tell whether any set of moves brings a goal about."""
        everything = range(len(self.moves))
        if self._reaches(goal, everything):
            return True
        return not self._grows_only_duly(goal) and _Search(self, goal, ()).found({}, 0.0) is not None

    def highest(self, demand: Demand) -> float:
        """Return the highest mean that any set of moves reaches, 0 to 1; 0 where there is none."""
        everything = self.reached(range(len(self.moves)))
        best = demand.figure(self.instrument, everything)
        if self._grows_only_duly(Goal((demand,), np.zeros_like(self.standing.closed))):
            return float(np.nan_to_num(best))
        return _Search(self, Goal((), np.zeros_like(self.standing.closed)), ()).highest(demand)

    def reached(self, chosen: Iterable[int]) -> Standing:
        """Return the standing once moves are made."""
        return lifted(
            self.instrument, self.standing, (lift for move in chosen for lift in self.moves[move].lifts)
        )

    @cached_property
    def movers(self) -> dict[int, list[tuple[int, int]]]:
        """For each question that can be lifted the moves that do so, each with its level."""
        found: dict[int, list[tuple[int, int]]] = {}
        for index, move in enumerate(self.moves):
            for question, level in move.lifts:
                if not self.standing.inapplicable[question]:
                    found.setdefault(question, []).append((index, level))
        return found

    @cached_property
    def joining(self) -> Booleans:
        """(Q,) the questions that nobody answered and that some move lifts."""
        joining = np.zeros(len(self.standing.answered), dtype=bool)
        joining[list(self.movers)] = True
        return joining & ~self.standing.answered

    def _reaches(self, goal: Goal, chosen: Iterable[int]) -> bool:
        return goal.met(self.instrument, self.reached(chosen))

    def _grows_only_duly(self, goal: Goal) -> bool:
        """Tell whether no move can do harm to a goal, as one on an unanswered question may."""
        return not any((demand.counted & self.joining).any() for demand in goal.demands)

    def _unavoidable(self, goal: Goal) -> Chosen:
        """Return the moves that every set must hold: forced ones, only ways to a gate, and what they need."""
        waiting = [index for index, move in enumerate(self.moves) if move.forced]
        for question, level in np.argwhere(self.standing.closed & goal.gates).tolist():
            ways = [index for index, to in self.movers.get(question, ()) if to >= level + 2]
            if len(ways) == 1:
                waiting += ways
        found: set[int] = set()
        while waiting:
            move = waiting.pop()
            if move not in found:
                found.add(move)
                waiting.extend(self.moves[move].needs)
        return tuple(sorted(found))


@dataclass(frozen=True)
class _Affine:
    """A linear expression of columns, plus a constant."""

    terms: dict[int, float]
    constant: float = 0.0

    def plus(self, other: _Affine, factor: float = 1.0) -> _Affine:
        terms = dict(self.terms)
        for column, share in other.terms.items():
            terms[column] = terms.get(column, 0.0) + factor * share
        return _Affine(terms, self.constant + factor * other.constant)


class _Search:
    """The program of one choice and one goal."""

    def __init__(self, choice: Choice, goal: Goal, forced: Chosen) -> None:
        self.choice = choice
        self.goal = goal
        self.program = Program()
        self.taken = [
            self.program.column(low=float(index in forced or move.forced), whole=True)
            for index, move in enumerate(choice.moves)
        ]
        self._reaching: dict[Chosen, int] = {}
        self.named = [self._any(ways) for ways in choice.ways]
        for index, move in enumerate(choice.moves):
            for needed in move.needs:
                self.program.row({self.taken[index]: 1.0, self.taken[needed]: -1.0}, high=0.0)
        for question, level in np.argwhere(choice.standing.closed & goal.gates).tolist():
            ways = self._ways(question, level + 2)
            self.program.row({self.taken[way]: 1.0 for way in ways}, low=1.0)
        for demand in goal.demands:
            total, weight = self._mean(demand)
            self._at_least(total.plus(weight, -demand.least), -SLACK)
            if demand.must_exist:
                self._at_least(weight, min(choice.instrument.dimension_weight) / weight_of_all(choice) / 2)

    def least(self, costs: Sequence[Cost]) -> Chosen | None:
        """Return the best set by the costs, one after the other; None where there is none."""
        best: Chosen | None = None
        for cost in costs:
            terms = {column: share for column, share in zip(self.taken, cost.of_moves, strict=True) if share}
            best = self.found(terms, cost.step)
            if best is None:
                return None
            sum_ = sum(cost.of_moves[move] for move in best)
            self.program.row(terms, high=sum_ + (cost.step / 2 or WHOLE))
        return best and self._smallest(best)

    def found(self, terms: dict[int, float], step: float) -> Chosen | None:
        """Return the set of moves with the least sum of `terms` that truly brings the goal about."""
        values = self._solved(terms, step)
        return None if values is None else self._chosen(values)

    def highest(self, demand: Demand) -> float:
        """Return the highest mean (Dinkelbach 1967: the quotient as a sequence of differences)."""
        total, weight = self._mean(demand)
        best = 0.0
        while True:
            gain = total.plus(weight, -best)
            chosen = self.found({column: -share for column, share in gain.terms.items()}, 0.0)
            if chosen is None:
                return best
            figure = demand.figure(self.choice.instrument, self.choice.reached(chosen))
            if np.isnan(figure) or figure <= best + TOLERANCE / 10:
                return best
            best = figure

    def _smallest(self, best: Chosen) -> Chosen:
        """Return, among sets that cost the same, the one with the smallest list of names, then of moves.

        It is the one that holds the first in which it differs from any other, so its 0/1 variables, read as
        a number in base 2, are the largest: they are settled block by block.
        """
        columns = list(dict.fromkeys((*self.named, *self.taken)))
        for start in range(0, len(columns), BLOCK):
            block = columns[start : start + BLOCK]
            values = self._solved(
                {column: -(2.0 ** (BLOCK - place)) for place, column in enumerate(block)}, 1.0
            )
            if values is not None:
                for column in block:
                    self.program.fix(column, round(values[column]))
                best = self._chosen(values)
        return best

    def _solved(self, terms: dict[int, float], step: float) -> Floats | None:
        """Return the columns where the sum is least and the goal truly brought about."""
        while True:
            values = self.program.minimised(terms, step=step)
            if values is None:
                return None
            chosen = self._chosen(values)
            if self.goal.met(self.choice.instrument, self.choice.reached(chosen)):
                return values
            self._exclude(chosen)

    def _chosen(self, values: Floats) -> Chosen:
        return tuple(move for move, column in enumerate(self.taken) if values[column] > 0.5)

    def _exclude(self, chosen: Chosen) -> None:
        """Rule out a set that falls short; where no move does harm, its subsets with it."""
        others = {self.taken[move]: 1.0 for move in range(len(self.taken)) if move not in chosen}
        if self.choice.joining.any():
            self.program.row(others | {self.taken[move]: -1.0 for move in chosen}, low=1.0 - len(chosen))
        else:
            self.program.row(others, low=1.0)

    def _ways(self, question: int, level: int) -> tuple[int, ...]:
        return tuple(move for move, to in self.choice.movers.get(question, ()) if to >= level)

    def _any(self, ways: tuple[int, ...]) -> int:
        """Return a column that is 1 where any of the moves is made, else 0."""
        if len(ways) == 1:
            return self.taken[ways[0]]
        if ways not in self._reaching:
            column = self._reaching[ways] = self.program.column(whole=True)
            self.program.row({column: -1.0} | {self.taken[way]: 1.0 for way in ways}, low=0.0)
            for way in ways:
                self.program.row({column: 1.0, self.taken[way]: -1.0}, low=0.0)
        return self._reaching[ways]

    def _at_least(self, expression: _Affine, least: float) -> None:
        if expression.terms or expression.constant < least:
            self.program.row(expression.terms, low=least - expression.constant)

    def _mean(self, demand: Demand) -> tuple[_Affine, _Affine]:
        """Return the sum of the dimensions' means and the sum of their weights, both by the weight of all."""
        weights = self.choice.instrument.dimension_weight / weight_of_all(self.choice)
        total, weight = _Affine({}), _Affine({})
        for dimension, share in enumerate(weights):
            mean, exists = self._mean_of(demand, dimension)
            total, weight = total.plus(mean, share), weight.plus(exists, share)
        return total, weight

    def _mean_of(self, demand: Demand, dimension: int) -> tuple[_Affine, _Affine]:
        """Return the mean of a dimension, 0 where it has none, and whether it has one, 1 or 0."""
        instrument, standing = self.choice.instrument, self.choice.standing
        own = demand.counted & (instrument.dimension == dimension)
        joining = np.flatnonzero(own & self.choice.joining)
        figures = (standing.fulfilment * demand.share).sum(axis=1) * instrument.question_weight
        weight = float(instrument.question_weight[own & standing.answered].sum())
        total = _Affine({}, float(figures[own & standing.answered].sum()))
        for question in np.flatnonzero(own & (standing.answered | self.choice.joining)).tolist():
            total = total.plus(self._rise(demand, question), instrument.question_weight[question])
        if len(joining):
            return self._quotient(total, weight, joining)
        return (
            (_Affine({}).plus(total, 1 / weight), _Affine({}, 1.0)) if weight else (_Affine({}), _Affine({}))
        )

    def _rise(self, demand: Demand, question: int) -> _Affine:
        """Return by how much the figure of a question rises."""
        terms: dict[int, float] = {}
        for level, share in enumerate(demand.share[question], start=2):
            room = share * (1 - self.choice.standing.fulfilment[question, level - 2])
            ways = self._ways(question, level)
            if room > 0 and ways:
                column = self._any(ways)
                terms[column] = terms.get(column, 0.0) + room
        return _Affine(terms)

    def _quotient(self, total: _Affine, weight: float, joining: Iterable[int]) -> tuple[_Affine, _Affine]:
        """Return `total` by the weight of the questions that have a say: those there and those that join."""
        program = self.program
        mean = program.column()
        product = {mean: weight}
        joined = [self._any(self._ways(question, 0)) for question in joining]
        for question, column in zip(joining, joined, strict=True):
            part = program.column()  # the mean, where the question joins; else 0
            program.row({part: 1.0, column: -1.0}, high=0.0)
            program.row({part: 1.0, mean: -1.0}, high=0.0)
            program.row({part: 1.0, mean: -1.0, column: -1.0}, low=-1.0)
            product[part] = float(self.choice.instrument.question_weight[question])
        equation = _Affine(product).plus(total, -1.0)
        program.row(equation.terms, low=-equation.constant, high=-equation.constant)
        if weight:
            return _Affine({mean: 1.0}), _Affine({}, 1.0)
        exists = program.column(whole=True)
        program.row({exists: -1.0} | dict.fromkeys(joined, 1.0), low=0.0)
        for column in set(joined):
            program.row({exists: 1.0, column: -1.0}, low=0.0)
        program.row({mean: 1.0, exists: -1.0}, high=0.0)
        return _Affine({mean: 1.0}), _Affine({exists: 1.0})


def weight_of_all(choice: Choice) -> float:
    """Return the sum of the weights of the dimensions."""
    return float(choice.instrument.dimension_weight.sum())
