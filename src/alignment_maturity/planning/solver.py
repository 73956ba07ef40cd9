"""Linear programs with some variables that are 0 or 1, solved to the optimum by HiGHS.

The only module that knows the solver, which is imported with the first program.

HiGHS 1.13 to 1.15 now and then cuts good solutions off where 0/1 and continuous columns meet, with presolve
(its issues 3073 and 3274) and more rarely without (3170). It then takes a worse solution for the optimum, or
says that there is none. So such a program is solved both ways and the better solution is taken; and that
there is none is believed only once linear programs alone have proved it, which are solved without such cuts.
A program of 0/1 columns alone is solved without presolve, which is as quick for its size.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from alignment_maturity.kernel.instrument import Floats

if TYPE_CHECKING:
    from highspy import Highs

Terms = Mapping[int, float]
"""A linear expression: the coefficient of each column."""

INFINITE = float("inf")

WHOLE = 1e-6
"""By how much a 0/1 variable may miss 0 or 1, and a row its bounds: the solver's own, safest setting.

Smaller ones make HiGHS 1.15 miss optima (`mip_feasibility_tolerance` 1e-9, presolve off).
"""

MOST_PARTS = 5_000
"""How many parts a program is divided into, at most, to prove that it has no solution: mostly one does."""


class Program:
    """A program whose columns and rows are added one by one."""

    def __init__(self) -> None:
        self._low: list[float] = []
        self._high: list[float] = []
        self._whole: list[int] = []
        self._rows: list[tuple[Terms, float, float]] = []
        self._solver: Highs | None = None

    def column(self, low: float = 0.0, high: float = 1.0, *, whole: bool = False) -> int:
        """Add a variable and return its number; columns come before the first solution."""
        self._low.append(low)
        self._high.append(high)
        self._whole.append(int(whole))
        return len(self._low) - 1

    def are_whole(self, columns: Iterable[int]) -> bool:
        """Tell whether variables are all 0 or 1."""
        return all(self._whole[column] for column in columns)

    def row(self, terms: Terms, low: float = -INFINITE, high: float = INFINITE) -> None:
        """Add a constraint on a linear expression."""
        if self._solver is None:
            self._rows.append((terms, low, high))
        else:
            columns = np.fromiter(terms, np.int32)
            self._solver.addRow(low, high, len(terms), columns, np.fromiter(terms.values(), np.float64))

    def fix(self, column: int, value: float) -> None:
        """Give a variable its value."""
        self._low[column] = self._high[column] = value
        self._loaded().changeColBounds(column, value, value)

    def minimised(self, objective: Terms, *, step: float = 0.0) -> Floats | None:
        """Return the values of all columns where the objective is least; None where there is no solution.

        Args:
            objective: what to minimise.
            step: by how much two values of the objective differ at least, where that is known; well above
                the sum of the coefficients times `WHOLE`.
        """
        solver = self._loaded()
        costs = np.zeros(len(self._low))
        for column, cost in objective.items():
            costs[column] = cost
        solver.changeColsCost(len(costs), np.arange(len(costs), dtype=np.int32), costs)
        gap = 0.9 * step or 1e-9
        solver.setOptionValue("mip_abs_gap", gap)
        found = [_solved(solver, presolve) for presolve in (("off",) if all(self._whole) else ("off", "on"))]
        best = min((values for values in found if values is not None), key=costs.dot, default=None)
        return self._divided(costs, gap) if best is None else best

    def _divided(self, costs: Floats, gap: float) -> Floats | None:
        """Return the values of all columns where the costs are least, by linear programs alone.

        Where a 0/1 variable comes out in between, the program is divided in two, with 0 and with 1. After
        `MOST_PARTS` the best solution so far is taken.
        """
        solver = self._loaded()
        whole = np.flatnonzero(self._whole).astype(np.int32)
        low, high = np.array(self._low)[whole], np.array(self._high)[whole]
        solver.changeColsIntegrality(len(whole), whole, np.zeros(len(whole), dtype=np.uint8))
        solver.setOptionValue("presolve", "off")
        best, least = None, INFINITE
        parts = [(low, high)]
        for _ in range(MOST_PARTS):
            if not parts:
                break
            floor, ceiling = parts.pop()
            solver.changeColsBounds(len(whole), whole, floor, ceiling)
            solver.run()
            values = _values(solver)
            if values is None or costs @ values > least - gap:
                continue
            missed = np.abs(values[whole] - values[whole].round())
            place = int(missed.argmax())
            if missed[place] <= WHOLE:
                best, least = values, float(costs @ values)
                continue
            without, with_ = ceiling.copy(), floor.copy()
            without[place], with_[place] = 0.0, 1.0
            parts += [(floor, without), (with_, ceiling)]
        solver.changeColsBounds(len(whole), whole, low, high)
        solver.changeColsIntegrality(len(whole), whole, np.ones(len(whole), dtype=np.uint8))
        return best

    def _loaded(self) -> Highs:
        """Return the solver that holds the program, made when it is first needed."""
        if self._solver is None:
            import highspy

            self._solver = highspy.Highs()  # type: ignore[no-untyped-call]  # its stubs leave it out
            for option, value in _OPTIONS.items():
                self._solver.setOptionValue(option, value)
            starts = np.cumsum([0, *(len(terms) for terms, _, _ in self._rows)], dtype=np.int32)
            self._solver.passModel(
                len(self._low),
                len(self._rows),
                int(starts[-1]),
                int(highspy.MatrixFormat.kRowwise),
                int(highspy.ObjSense.kMinimize),
                0.0,
                np.zeros(len(self._low)),
                np.array(self._low),
                np.array(self._high),
                np.array([low for _, low, _ in self._rows]),
                np.array([high for _, _, high in self._rows]),
                starts[:-1],
                np.array([column for terms, _, _ in self._rows for column in terms], dtype=np.int32),
                np.array([factor for terms, _, _ in self._rows for factor in terms.values()]),
                np.array(self._whole, dtype=np.int32),
            )
        return self._solver


def _solved(solver: Highs, presolve: str) -> Floats | None:
    """Return the values of all columns, None where the solver says that there is no solution."""
    from highspy import HighsModelStatus

    solver.setOptionValue("presolve", presolve)
    for seed in _SEEDS:
        solver.setOptionValue("random_seed", seed)
        solver.clearSolver()
        solver.run()
        # Rarely the optimum misses a bound by a hair more than it may: on another course it does not.
        if solver.getModelStatus() != HighsModelStatus.kSolveError:
            break
    return _values(solver)


def _values(solver: Highs) -> Floats | None:
    """Return the values of all columns after a run, None where there is no solution."""
    from highspy import HighsModelStatus

    status = solver.getModelStatus()
    if status == HighsModelStatus.kOptimal:
        return np.array(solver.getSolution().col_value)
    # What presolve cannot tell apart is infeasible here: no objective is unbounded.
    if status in {HighsModelStatus.kInfeasible, HighsModelStatus.kUnboundedOrInfeasible}:
        return None
    raise RuntimeError(f"the solver ended with {solver.modelStatusToString(status)}")


_SEEDS = range(10)
"""The courses that are tried, always in this order."""

_OPTIONS: dict[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,  # the same course on every machine
    "mip_rel_gap": 0.0,  # the optimum, not something near it
    # Tried on plans of 80 actions: these take a small program longer than they save.
    "mip_heuristic_run_feasibility_jump": False,
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_rins": False,
    "mip_allow_restart": False,
}
