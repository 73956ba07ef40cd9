"""The figures of many organisations together: those of a naive count, whatever the order of the rows."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.report.portfolio.data import (
    ENDS,
    MOST_LISTED,
    Entry,
    Portfolio,
    Spread,
    spread,
)
from portfolios import gather, rank
from report.portfolio.samples import LATEST, entries, made, portfolio, questionnaire

ASKED = made(dimensions=3, questions=6, groups=2)
BANDED = made(dimensions=3, questions=6, groups=2, placement={"method": "bands", "cutoffs": [20, 40, 60, 80]})
QUESTIONS = [question.id for question in ASKED.questions]
ACTIONS = [action.id for action in ASKED.actions]

INDICES = st.none() | st.floats(0, 100)
SHARES = st.none() | st.floats(0, 1) | st.just(0.6)

ROWS = st.builds(
    Entry,
    organisation=st.sampled_from("abcde"),
    wave=st.none() | st.sampled_from(["one", "two"]),
    respondents=st.integers(0, 40),
    level=st.integers(1, ASKED.top),
    index=INDICES,
    completeness=st.floats(0, 1),
    provisional=st.booleans(),
    coverage=st.tuples(*[SHARES] * (ASKED.top - 1)),
    dimensions=st.tuples(*[INDICES] * len(ASKED.dimensions)),
    gap_question=st.sampled_from(QUESTIONS),
    gap=st.none() | st.floats(-4, 4) | st.sampled_from([0.5, -0.5]),
    blocking=st.lists(st.sampled_from(QUESTIONS), unique=True, max_size=3).map(tuple),
    effort=st.none() | st.floats(0, 400),
    actions=st.lists(st.sampled_from(ACTIONS), unique=True, max_size=3).map(tuple),
)


@given(st.lists(ROWS, min_size=1, max_size=90))
def test_the_figures_are_those_of_a_naive_count(rows: list[Entry]) -> None:
    """A median nobody can reproduce is worth nothing."""
    found = gather(ASKED, rows, date=LATEST).figures
    assert found.rows == len(rows)
    assert found.levels == tuple(sum(row.level == level for row in rows) for level in range(1, ASKED.top + 1))
    assert found.provisional == sum(row.provisional for row in rows)
    _same(found.index, [row.index for row in rows])
    _same(found.effort, [row.effort for row in rows if row.level < ASKED.top])
    for at, figures in enumerate(found.dimensions):
        _same(figures, [row.dimensions[at] for row in rows])
    for at, figures in enumerate(found.coverage):
        column = [row.coverage[at] for row in rows]
        _same(figures, column)
        assert found.reaching[at] == sum((share or 0) >= 0.6 - 1e-9 for share in column)
    assert found.short_of_coverage == sum(_short(row) for row in rows)
    assert found.compared == sum(row.gap is not None for row in rows)


@given(st.lists(ROWS, min_size=1, max_size=40))
def test_what_occurs_most_often_comes_first(rows: list[Entry]) -> None:
    found = gather(ASKED, rows, date=LATEST).figures
    for counted, groups, order in (
        (found.gates, [row.blocking for row in rows], QUESTIONS),
        (found.actions, [row.actions for row in rows], ACTIONS),
    ):
        together = [name for group in groups for name in group]
        assert {frequency.id: frequency.rows for frequency in counted} == {
            name: together.count(name) for name in order if name in together
        }
        keys = [
            (-together.count(name.id), sum(group.index(name.id) for group in groups if name.id in group))
            for name in counted
        ]
        assert keys == sorted(keys)
    gaps: dict[str, list[float]] = {}
    for row in rows:
        if row.gap is not None and row.gap_question is not None and abs(row.gap) >= 0.5 - 1e-9:
            gaps.setdefault(row.gap_question, []).append(row.gap)
    assert {gap.question for gap in found.gaps} == set(gaps)
    for gap in found.gaps:
        sizes = gaps[gap.question]
        assert gap.rows == len(sizes)
        assert gap.first_higher == sum(size > 0 for size in sizes)
        assert math.isclose(gap.size, statistics.fmean(map(abs, sizes)))
    assert [gap.rows for gap in found.gaps] == sorted((gap.rows for gap in found.gaps), reverse=True)


@given(st.lists(ROWS, min_size=1, max_size=90), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(rows: list[Entry], draw: object) -> None:
    shuffled = [*rows]
    draw.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis types what it draws as an object
    one, other = gather(ASKED, rows, date=LATEST), gather(ASKED, shuffled, date=LATEST)
    assert [rank(entry) for entry in one.entries] == [rank(entry) for entry in other.entries]
    assert replace(one.figures, bands=()) == replace(other.figures, bands=())
    assert [band.index for band in one.figures.bands] == [band.index for band in other.figures.bands]


@pytest.mark.parametrize("rows", [61, 64, 200, 205])
def test_bands_divide_the_rows_by_index_into_ten_of_equal_number(rows: int) -> None:
    made_of = portfolio(questionnaire("quick"), rows)
    bands = made_of.figures.bands
    sizes = [band.index.n for band in bands]
    assert (len(bands), sum(sizes)) == (10, rows)
    assert max(sizes) - min(sizes) <= 1
    for higher, lower in pairwise(bands):
        assert higher.index.least >= lower.index.greatest
    assert min(band.lowest for band in bands) == 1
    ranked = sorted(entries(questionnaire("quick"), rows), key=lambda entry: -(entry.index or 0.0))
    first = [entry.dimensions[2] or 0.0 for entry in ranked[: sizes[0]]]
    assert bands[0].dimensions[2] == pytest.approx(statistics.median(first))
    assert (bands[0].lowest, bands[0].highest) == (
        min(entry.level for entry in ranked[: sizes[0]]), max(entry.level for entry in ranked[: sizes[0]])
    )  # fmt: skip


def test_rows_without_an_index_are_in_no_band() -> None:
    rows = entries(questionnaire("quick"), 70)
    rows[:8] = [replace(row, index=None) for row in rows[:8]]
    found = gather(questionnaire("quick"), rows, date=LATEST).figures
    assert sum(band.index.n for band in found.bands) == 62
    empty = [replace(row, index=None) for row in rows]
    assert gather(questionnaire("quick"), empty, date=LATEST).figures.bands == ()


@pytest.mark.parametrize(("rows", "listed"), [(1, 1), (60, 60), (61, 20), (200, 20)])
def test_beyond_the_limit_only_the_ends_are_listed(rows: int, listed: int) -> None:
    """Whoever asked for an anonymous survey must not read all its names."""
    found = portfolio(questionnaire("quick"), rows)
    ranked = sorted(entries(questionnaire("quick"), rows), key=rank)
    assert len(found.entries) == listed
    assert found.listed == (rows <= MOST_LISTED)
    assert found.entries[:ENDS] == tuple(ranked[:ENDS])
    assert found.entries[-ENDS:] == tuple(ranked[-ENDS:])


def test_rows_stand_by_level_then_index_then_name() -> None:
    one = entries(ASKED, 1)[0]
    ranked = [
        replace(one, level=3, index=20.0),
        replace(one, level=2, index=90.0),
        replace(one, level=2, index=30.0, organisation="A", wave=None),
        replace(one, level=2, index=30.0, organisation="A", wave="2026"),
        replace(one, level=2, index=30.0, organisation="B"),
        replace(one, level=2, index=0.0),
        replace(one, level=2, index=None),
    ]
    backwards = ranked[::-1]
    assert sorted(backwards, key=rank) == ranked


def test_organisations_are_counted_once_and_respondents_all() -> None:
    one = entries(ASKED, 1, respondents=7)[0]
    found = gather(ASKED, [replace(one, wave="1"), replace(one, wave="2")], date=LATEST)
    assert (found.organisations, found.figures.rows, found.respondents) == (1, 2, 14)


def test_a_set_of_nothing_and_a_wrong_selection_are_refused() -> None:
    with pytest.raises(ValueError, match="0 entries for 0 rows"):
        gather(ASKED, [], date=LATEST)
    whole = portfolio(questionnaire("quick"), 70)
    with pytest.raises(ValueError, match="19 entries for 70 rows"):
        replace(whole, entries=whole.entries[1:])


def test_with_bands_of_the_index_nothing_reaches_a_threshold() -> None:
    found = portfolio(BANDED, 12).figures
    assert (found.reaching, found.short_of_coverage) == ((), 0)


@pytest.mark.parametrize(
    ("values", "each"), [((4.0,), (4.0,)), ((4.0, 9.0), (4.0, 9.0)), ((1.0, 2.0, 7.0), (1.0, 2.0, 7.0))]
)
def test_few_figures_are_told_one_by_one(values: tuple[float, ...], each: tuple[float, ...]) -> None:
    """The middle between two figures is none of them."""
    found = spread(np.array(values))
    assert found is not None
    assert (found.quartered, found.each) == (False, each)


def _same(found: Spread | None, values: Sequence[float | None]) -> None:
    """Compare figures with those of the standard library."""
    known = sorted(value for value in values if value is not None)
    if not known:
        assert found is None
        return
    quartiles = statistics.quantiles(known, n=4, method="inclusive") if len(known) > 1 else known * 3
    assert found is not None
    assert found.n == len(known)
    told = (found.least, found.lower, found.median, found.upper, found.greatest)
    assert told == pytest.approx((known[0], *quartiles, known[-1]))


def _short(row: Entry) -> bool:
    if row.level == ASKED.top:
        return False
    share = row.coverage[row.level - 1]
    return share is None or share < 0.6 - 1e-9


def test_the_samples_are_of_these_questionnaires() -> None:
    """A row with too few figures would be told wrongly without anybody seeing it."""
    for asked in (ASKED, BANDED, questionnaire("full")):
        assert _fits(asked, portfolio(asked, 9))


def _fits(asked: Questionnaire, found: Portfolio) -> bool:
    return all(
        len(entry.coverage) == asked.top - 1 and len(entry.dimensions) == len(asked.dimensions)
        for entry in found.entries
    )
