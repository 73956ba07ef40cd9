"""The means of a goal, written as linear expressions of the 0/1 variables of a program.

They are linear as long as all questions were answered. A question that nobody answered joins its mean once
it is lifted, so that the mean becomes a quotient; it is made linear with the products of the mean and those
variables (McCormick 1976, exact for 0/1 variables). As means are only ever asked to be high, they are bounded
from above alone, and the products from below: bounds without a purpose lead HiGHS astray (see `solver`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from alignment_maturity.planning.choice import Choice, Chosen
from alignment_maturity.planning.goal import Demand
from alignment_maturity.planning.solver import INFINITE, Program


@dataclass(frozen=True)
class Affine:
    """A linear expression of columns, plus a constant."""

    terms: dict[int, float]
    constant: float = 0.0

    def plus(self, other: Affine, factor: float = 1.0) -> Affine:
        """Return the sum of this one and `factor` times the other."""
        terms = dict(self.terms)
        for column, share in other.terms.items():
            terms[column] = terms.get(column, 0.0) + factor * share
        return Affine(terms, self.constant + factor * other.constant)


class Means:
    """The means of one choice in one program; `taken` holds the column of each move."""

    def __init__(self, choice: Choice, program: Program, taken: Sequence[int]) -> None:
        self._choice = choice
        self._program = program
        self._taken = taken
        self._columns: dict[Chosen, int] = {}

    def of(self, demand: Demand) -> tuple[Affine, Affine]:
        """Return the sum of the dimensions' means and the sum of their weights, both by the weight of all."""
        weights = self._choice.instrument.dimension_weight
        total, weight = Affine({}), Affine({})
        for dimension, share in enumerate(weights / weights.sum()):
            mean, exists = self._of_dimension(demand, dimension)
            total, weight = total.plus(mean, share), weight.plus(exists, share)
        return total, weight

    def any(self, ways: Chosen) -> int:
        """Return a column that is 1 where any of these moves is made, else 0."""
        if len(ways) == 1:
            return self._taken[ways[0]]
        if ways not in self._columns:
            column = self._columns[ways] = self._program.column(whole=True)
            self._program.row({column: -1.0} | {self._taken[way]: 1.0 for way in ways}, low=0.0)
            for way in ways:
                self._program.row({column: 1.0, self._taken[way]: -1.0}, low=0.0)
        return self._columns[ways]

    def _of_dimension(self, demand: Demand, dimension: int) -> tuple[Affine, Affine]:
        """Return the mean of a dimension, 0 where it has none, and whether it has one, 1 or 0."""
        instrument, standing = self._choice.instrument, self._choice.standing
        own = demand.counted & (instrument.dimension == dimension)
        joining = np.flatnonzero(own & self._choice.joining).tolist()
        figures = (standing.fulfilment * demand.share).sum(axis=1) * instrument.question_weight
        weight = float(instrument.question_weight[own & standing.answered].sum())
        total = Affine({}, float(figures[own & standing.answered].sum()))
        for question in np.flatnonzero(own & (standing.answered | self._choice.joining)).tolist():
            total = total.plus(self._rise(demand, question), instrument.question_weight[question])
        if joining:
            return self._quotient(total, weight, joining)
        if not weight:
            return Affine({}), Affine({})
        return Affine({}).plus(total, 1 / weight), Affine({}, 1.0)

    def _rise(self, demand: Demand, question: int) -> Affine:
        """Return by how much the figure of a question rises."""
        terms: dict[int, float] = {}
        for level, share in enumerate(demand.share[question], start=2):
            room = share * (1 - self._choice.standing.fulfilment[question, level - 2])
            ways = self._choice.leading(question, level)
            if room > 0 and ways:
                column = self.any(ways)
                terms[column] = terms.get(column, 0.0) + room
        return Affine(terms)

    def _quotient(self, total: Affine, weight: float, joining: Sequence[int]) -> tuple[Affine, Affine]:
        """Return `total` by the weight of the questions that have a say: those there and those that join."""
        program = self._program
        mean = program.column()
        product = {mean: weight}
        joined = [self.any(self._choice.leading(question, 1)) for question in joining]
        for question, column in zip(joining, joined, strict=True):
            part = program.column(high=INFINITE)  # at least the mean, where the question joins
            program.row({part: 1.0, mean: -1.0, column: -1.0}, low=-1.0)
            product[part] = float(self._choice.instrument.question_weight[question])
        excess = Affine(product).plus(total, -1.0)
        program.row(excess.terms, high=-excess.constant)
        if weight:
            return Affine({mean: 1.0}), Affine({}, 1.0)
        exists = program.column(whole=True)
        program.row({exists: -1.0} | dict.fromkeys(joined, 1.0), low=0.0)
        for column in dict.fromkeys(joined):
            program.row({exists: 1.0, column: -1.0}, low=0.0)
        program.row({mean: 1.0, exists: -1.0}, high=0.0)
        return Affine({mean: 1.0}), Affine({exists: 1.0})
