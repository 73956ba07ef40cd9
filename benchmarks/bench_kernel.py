"""What the scoring kernel costs, as ratios to one pass over the same answers: make bench.

One million organisations with one respondent and 36 questions each, placed in chunks; the floor adds
one to each answer, a byte, chunk by chunk.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np

from alignment_maturity.kernel.instrument import NOBODY, Instrument, Tally
from alignment_maturity.kernel.placement import place

QUESTIONS, OPTIONS, LEVELS, DIMENSIONS = 36, 5, 4, 9
ROWS, CHUNK, RUNS = 1_000_000, 4_096, 3


def instrument() -> Instrument:
    """Return 36 rubrics of five levels in nine dimensions, nine of them gates, one group."""
    options = np.arange(1, OPTIONS + 1)
    upper = np.arange(2, LEVELS + 2)
    return Instrument(
        fulfilment=np.tile((options[:, None] >= upper).astype(float), (QUESTIONS, 1, 1)),
        spoken=np.ones((QUESTIONS, LEVELS), dtype=bool),
        option_levels=np.tile(options, (QUESTIONS, 1)),
        option_count=np.full(QUESTIONS, OPTIONS),
        rubric=np.ones(QUESTIONS, dtype=bool),
        gates=np.stack([np.arange(9), np.arange(9) % LEVELS], axis=1),
        question_weight=np.ones(QUESTIONS),
        dimension=np.arange(QUESTIONS) % DIMENSIONS,
        dimension_weight=np.ones(DIMENSIONS),
        group_weight=np.ones(1),
        thresholds=np.full(LEVELS, 0.6),
        cutoffs=None,
        compared=None,
    )


def per_row(work: Callable[[np.ndarray[tuple[int, int], np.dtype[np.int8]]], object]) -> float:
    """Return the median time of a pass over all rows, in nanoseconds a row."""
    answers = np.random.default_rng(0).integers(0, OPTIONS, (ROWS, QUESTIONS), dtype=np.int8)
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        for first in range(0, ROWS, CHUNK):
            work(answers[first : first + CHUNK])
        times.append(time.perf_counter() - start)
    return statistics.median(times) / ROWS * 1e9


built = instrument()
codes = np.arange(OPTIONS + 2)


def placed(answers: np.ndarray[tuple[int, int], np.dtype[np.int8]]) -> object:
    """Count the answers of a chunk and place it."""
    columns = np.ascontiguousarray(answers.T)
    counts = (columns[None, :, None] == codes[:, None]).astype(np.int64)
    return place(built, Tally(counts, np.full(columns.shape, NOBODY)))


floor = per_row(lambda answers: answers + 1)
ours = per_row(placed)
print(
    f"placing a million organisations    floor {floor:5.1f} ns a row   ours {ours:6.0f}"
    f"   ratio {ours / floor:.0f}"
)

single = np.random.default_rng(1).integers(0, OPTIONS, (1, QUESTIONS), dtype=np.int8)
alone = []
for _ in range(200):
    start = time.perf_counter()
    placed(single)
    alone.append(time.perf_counter() - start)
print(f"placing one organisation            {statistics.median(alone) * 1e6:.0f} µs")
