"""What a comparative report is made of: the rows of a results table, and the figures of all of them together.

A *row* is one assessment: an organisation and a wave. `figures` takes all of them as columns; `Entry` is for
those that are listed.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.report.selection import NOTABLE_GAP

MOST_LISTED = 60
"""Up to so many rows are listed one by one; of more, only the ends."""

ENDS = 10
"""How many rows are listed at either end where not all are."""

BANDS = 10

FEWEST_FOR_QUARTILES = 4

Numbers = NDArray[np.float64]
Counted = tuple[Sequence[str], int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row, as the results table has it; None where a figure does not exist or is withheld.

    Attributes:
        level: 1 to K.
        index: 0 to 100.
        completeness: 0 to 1.
        coverage: of levels 2 to K, 0 to 1 each.
        dimensions: the index of each, 0 to 100, in the order of the questionnaire.
        gap_question: the question with the largest gap between the compared functions.
        gap: its size in levels, positive where the first compared function sees it higher.
        blocking: the questions whose gates keep the next level closed.
        effort: of the plan for the next level, in person-days; None where no plan was made.
        actions: the first of the plan, at most three.
    """

    organisation: str
    wave: str | None
    respondents: int
    level: int
    index: float | None
    completeness: float
    provisional: bool
    coverage: tuple[float | None, ...]
    dimensions: tuple[float | None, ...]
    gap_question: str | None = None
    gap: float | None = None
    blocking: tuple[str, ...] = ()
    effort: float | None = None
    actions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """All N rows as columns, in any order; NaN for None.

    Attributes:
        level: (N,) integers.
        index, effort: (N,).
        provisional: (N,) booleans.
        coverage: (K - 1, N).
        dimensions: (D, N), in the order of the questionnaire.
        gaps: of each question on which the largest gap of some rows lies, these gaps.
        blocking, actions: groups of ids, and in how many rows each of them occurs.
    """

    level: NDArray[np.int64]
    index: Numbers
    provisional: NDArray[np.bool_]
    coverage: Numbers
    dimensions: Numbers
    gaps: Mapping[str, Numbers]
    blocking: Iterable[Counted]
    effort: Numbers
    actions: Iterable[Counted]


@dataclass(frozen=True, slots=True)
class Spread:
    """How n figures lie: the ends, the quartiles and the median, by linear interpolation between ranks."""

    n: int
    least: float
    lower: float
    median: float
    upper: float
    greatest: float

    def over(self, unit: float) -> Spread:
        """Return the figures as shares of a unit."""
        ends = (self.least, self.lower, self.median, self.upper, self.greatest)
        return Spread(self.n, *(figure / unit for figure in ends))

    @property
    def quartered(self) -> bool:
        """Whether there are so many that quartiles mean something."""
        return self.n >= FEWEST_FOR_QUARTILES

    @property
    def each(self) -> tuple[float, ...]:
        """The single figures, where there are at most three; of two, the median is none."""
        return {1: (self.least,), 2: (self.least, self.greatest)}.get(
            self.n, (self.least, self.median, self.greatest)
        )


@dataclass(frozen=True, slots=True)
class Band:
    """Rows next to each other by index.

    Attributes:
        index: of its rows.
        lowest, highest: the levels of its rows.
        dimensions: the median of each, 0 to 100; None where no row has one.
    """

    index: Spread
    lowest: int
    highest: int
    dimensions: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Frequency:
    """A question or an action, and in how many rows it occurs."""

    id: str
    rows: int


@dataclass(frozen=True, slots=True)
class GapFrequency:
    """A question on which the largest gap of some rows lies, where that is at least `NOTABLE_GAP`.

    Attributes:
        rows: how many there are.
        size: their mean gap in levels, whoever sees it higher.
        first_higher: in how many of them the first compared function sees it higher.
    """

    question: str
    rows: int
    size: float
    first_higher: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What all rows have together.

    Attributes:
        rows: how many there are.
        levels: how many stand at each level, 1 to K.
        provisional: how many placements are provisional.
        index: None where no row has one.
        effort: of the plans for the next level, of rows below the top; None where there are none.
        dimensions, coverage: None where no row has one; levels 2 to K.
        reaching: how many reach the threshold of each level, 2 to K; empty with bands of the index.
        short_of_coverage: how many fall short of the threshold of their next level; with bands none.
        compared: how many have a gap between the compared functions, of any size.
        gates, actions: most frequent first; of as frequent ones those first that come earlier in their rows,
            then in the order of the questionnaire.
        gaps: most frequent first; of as frequent ones the wider first.
        bands: from the highest index to the lowest; empty where all rows are listed.
    """

    rows: int
    levels: tuple[int, ...]
    provisional: int
    index: Spread | None
    dimensions: tuple[Spread | None, ...]
    coverage: tuple[Spread | None, ...]
    reaching: tuple[int, ...]
    short_of_coverage: int
    compared: int
    effort: Spread | None
    gates: tuple[Frequency, ...]
    gaps: tuple[GapFrequency, ...]
    actions: tuple[Frequency, ...]
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The rows of one questionnaire.

    Attributes:
        date: of the latest answers, None where they bear none.
        organisations: how many different ones; fewer than rows where some have several waves.
        respondents: of all rows together.
        left_out: inputs (files, rows of tables) that could not be used.
        entries: all rows by `rank` where they are at most `MOST_LISTED`, else the first `ENDS` and the last.

    Raises:
        ValueError: where it has other entries than these.
    """

    questionnaire: Questionnaire
    date: dt.date | None
    organisations: int
    respondents: int
    left_out: int
    entries: tuple[Entry, ...]
    figures: Figures

    def __post_init__(self) -> None:
        rows = self.figures.rows
        if not rows or len(self.entries) != (rows if rows <= MOST_LISTED else 2 * ENDS):
            raise ValueError(f"{len(self.entries)} entries for {rows} rows")

    @property
    def listed(self) -> bool:
        """Whether all rows are among the entries."""
        return self.figures.rows <= MOST_LISTED


def figures(questionnaire: Questionnaire, columns: Columns) -> Figures:
    """Return what all rows have together."""
    rows, top = len(columns.level), questionnaire.top
    thresholds = [questionnaire.threshold_of(level) for level in questionnaire.upper_levels]
    reached = [
        row >= threshold - TOLERANCE
        for row, threshold in zip(columns.coverage, thresholds, strict=True)
        if threshold is not None
    ]
    questions = [question.id for question in questionnaire.questions]
    return Figures(
        rows=rows,
        levels=tuple(int(n) for n in np.bincount(columns.level, minlength=top + 1)[1:]),
        provisional=int(columns.provisional.sum()),
        index=spread(columns.index),
        dimensions=tuple(map(spread, columns.dimensions)),
        coverage=tuple(map(spread, columns.coverage)),
        reaching=tuple(int(of_level.sum()) for of_level in reached),
        short_of_coverage=sum(
            int((~of_level & (columns.level == level)).sum())
            for level, of_level in enumerate(reached, start=1)
        ),
        compared=sum(len(of) for of in columns.gaps.values()),
        effort=spread(columns.effort[columns.level < top]),
        gates=_frequencies(columns.blocking, questions),
        gaps=_gaps(columns.gaps, questions),
        actions=_frequencies(columns.actions, [action.id for action in questionnaire.actions]),
        bands=_bands(columns) if rows > MOST_LISTED else (),
    )


def spread(values: Numbers) -> Spread | None:
    """Return how the figures lie that are not NaN; None where all are."""
    known = values[~np.isnan(values)]
    return _spread(known) if known.size else None


def _spread(known: Numbers) -> Spread:
    return Spread(known.size, *(float(figure) for figure in np.quantile(known, (0, 0.25, 0.5, 0.75, 1))))


def _frequencies(groups: Iterable[Counted], order: Sequence[str]) -> tuple[Frequency, ...]:
    """Count ids, most frequent first; of as frequent ones, those that come earlier in their groups."""
    counts, places = Counter[str](), Counter[str]()
    for group, rows in groups:
        for place, name in enumerate(group):
            counts[name] += rows
            places[name] += rows * place
    found = [name for name in order if counts[name]]
    ranked = sorted(found, key=lambda name: (-counts[name], places[name]))
    return tuple(Frequency(name, counts[name]) for name in ranked)


def _gaps(gaps: Mapping[str, Numbers], order: Sequence[str]) -> tuple[GapFrequency, ...]:
    found = []
    for name in order:
        of = gaps.get(name, np.empty(0))
        wide = of[np.abs(of) >= NOTABLE_GAP - TOLERANCE]
        if wide.size:
            # Whatever the order of the rows, to the last bit.
            size = math.fsum(np.abs(wide)) / wide.size
            found.append(GapFrequency(name, wide.size, size, int((wide > 0).sum())))
    return tuple(sorted(found, key=lambda gap: (-gap.rows, -gap.size)))


def _bands(columns: Columns) -> tuple[Band, ...]:
    """Divide the rows that have an index into `BANDS` as equal as can be, larger ones first."""
    known = np.flatnonzero(~np.isnan(columns.index))
    order = known[np.lexsort((-columns.index[known],))]
    return tuple(_band(columns, part) for part in np.array_split(order, BANDS) if part.size)


def _band(columns: Columns, rows: NDArray[np.intp]) -> Band:
    levels = columns.level[rows]
    dimensions = (spread(of_dimension) for of_dimension in columns.dimensions[:, rows])
    return Band(
        _spread(columns.index[rows]),
        int(levels.min()),
        int(levels.max()),
        tuple(None if found is None else found.median for found in dimensions),
    )
