"""The one module that knows the solver."""

from __future__ import annotations

import pytest

from alignment_maturity.planning.solver import Program


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
