"""The one module that knows the solver."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from alignment_maturity.kernel.instrument import Floats
from alignment_maturity.planning import solver
from alignment_maturity.planning.solver import INFINITE, Program


def test_the_optimum_is_found_where_presolve_misses_it() -> None:
    """HiGHS with presolve ends at 0.8667 here and calls it optimal; a plan would miss its best action."""
    program = Program()
    joined, mean, part = program.column(whole=True), program.column(), program.column()
    program.row({part: 1.0, joined: -1.0}, high=0.0)
    program.row({part: 1.0, mean: -1.0}, high=0.0)
    program.row({part: 1.0, mean: -1.0, joined: -1.0}, low=-1.0)
    program.row({mean: 1.5, part: 1.0, joined: -1.0}, low=1.3, high=1.3)
    values = program.minimised({mean: -1 / 3})
    assert values is not None
    assert values[mean] == pytest.approx(0.92)


def test_what_has_no_solution_has_none() -> None:
    program = Program()
    column = program.column(whole=True)
    program.row({column: 1.0}, low=0.25, high=0.75)
    assert program.minimised({column: 1.0}) is None


def test_rows_and_values_may_be_added_after_a_solution() -> None:
    """Each step of the search for the best plan narrows the program of the step before."""
    program = Program()
    columns = [program.column(whole=True) for _ in range(3)]
    program.row(dict.fromkeys(columns, 1.0), low=2.0)
    costs = dict(zip(columns, (1.0, 2.0, 3.0), strict=True))

    def chosen() -> list[int] | None:
        values = program.minimised(costs, step=1.0)
        return None if values is None else [column for column in columns if values[column] > 0.5]

    assert chosen() == columns[:2]
    program.row({columns[0]: 1.0, columns[1]: 1.0}, high=1.0)
    assert chosen() == [columns[0], columns[2]]
    program.fix(columns[0], 0.0)
    assert chosen() == columns[1:]
    program.row({columns[2]: 1.0}, high=0.0)
    assert chosen() is None


def test_that_there_is_no_solution_is_not_believed_where_there_is_one() -> None:
    """HiGHS finds none here, with and without presolve; a plan would hold no action at all."""
    program = Program()
    actions = [program.column(whole=True) for _ in range(6)]
    first, lifted = [program.column(whole=True) for _ in range(3)], program.column(whole=True)
    mean, *parts = (program.column() for _ in range(4))
    second = [program.column(whole=True) for _ in range(3)]
    other, joined = program.column(), program.column(whole=True)
    others = [program.column(), program.column()]
    program.row({actions[3]: 1.0, actions[2]: -1.0}, high=0.0)
    program.row({first[1]: -1.0, actions[0]: 1.0, actions[3]: 1.0}, low=0.0)
    program.row({lifted: -1.0, actions[1]: 1.0, actions[2]: 1.0}, low=0.0)
    program.row({parts[0]: 1.0, mean: -1.0}, high=0.0)
    program.row({parts[0]: 1.0, mean: -1.0, first[0]: -1.0}, low=-1.0)
    program.row({parts[1]: 1.0, mean: -1.0, first[1]: -1.0}, low=-1.0)
    program.row({parts[2]: 1.0, mean: -1.0}, high=0.0)
    program.row({parts[2]: 1.0, mean: -1.0, first[2]: -1.0}, low=-1.0)
    shares = {first[0]: -1.0, first[1]: -0.5, first[2]: -1.0, lifted: -0.75}
    program.row({mean: 2.1, parts[0]: 1.0, parts[1]: 0.5, parts[2]: 1.0} | shares, low=0.25, high=0.25)
    program.row({second[1]: 1.0, actions[1]: -1.0}, low=0.0)
    program.row({second[2]: -1.0, actions[4]: 1.0, actions[5]: 1.0}, low=0.0)
    for action in (actions[0], actions[4], actions[5]):
        program.row({joined: 1.0, action: -1.0}, low=0.0)
    program.row({others[0]: 1.0, other: -1.0, second[1]: -1.0}, low=-1.0)
    program.row({others[1]: 1.0, other: -1.0}, high=0.0)
    program.row({others[1]: 1.0, other: -1.0, joined: -1.0}, low=-1.0)
    least = 0.7750000000000001
    program.row(
        {other: 2.5, others[0]: 1.0, others[1]: 1.0} | dict.fromkeys(second, -1.0), low=least, high=least
    )
    program.row({mean: 500.0, other: 500.0}, low=799.7792270531402)
    values = program.minimised({actions[2]: 15.0, actions[4]: 351.0, actions[5]: 701.0}, step=1.0)
    assert values is not None
    assert values[actions].round().tolist() == [1, 1, 0, 0, 1, 0]


@pytest.mark.parametrize("seed", range(30))
def test_linear_programs_alone_find_what_there_is(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the solver finds nothing, this is all that stands between a company and an empty plan."""
    monkeypatch.setattr(solver, "_solved", found_nothing)
    draws = np.random.default_rng(seed)
    shares = draws.integers(-4, 5, (4, 7)).astype(float)
    costs, limits = draws.integers(1, 9, 7).astype(float), draws.integers(0, 6, 4).astype(float)
    program = Program()
    columns = [program.column(whole=True) for _ in costs]
    for row, limit in zip(shares, limits, strict=True):
        program.row(dict(zip(columns, row, strict=True)), low=limit)
    sets = np.array(list(product((0.0, 1.0), repeat=7)))
    for fixed in range(3):
        sound = [taken for taken in sets if (shares @ taken >= limits).all() and taken[:fixed].all()]
        values = program.minimised(dict(zip(columns, costs, strict=True)), step=1.0)
        least = min((costs @ taken for taken in sound), default=INFINITE)
        assert (INFINITE if values is None else costs @ values) == pytest.approx(least)
        program.fix(columns[fixed], 1.0)


def found_nothing(*_: object) -> Floats | None:
    return None
