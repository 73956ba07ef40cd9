"""How sure a placement is: what one changed answer would do, and what other samples would have said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from alignment_maturity.kernel.instrument import NOBODY, Instrument, Integers, Tally
from alignment_maturity.kernel.placement import place

Codes = npt.NDArray[np.integer]

CHUNK = 512
"""Variants placed at once, at most."""

CELLS = 4_000_000
"""Counts held at once, at most, which bounds memory whatever the size of the questionnaire."""

DRAWN = 2_000_000
"""Draws (times a person, times a resample) held at once, at most, but one resample at least."""


@dataclass(frozen=True)
class Sensitivity:
    """Figures of every one-step change; `moving` holds the indices of the questions that move the level."""

    changes: int
    up: int
    down: int
    moving: tuple[int, ...]


@dataclass(frozen=True)
class People:
    """Individual respondents.

    Attributes:
        codes: (N, Q) option code, or the codes of `unknown` and n/a, or `NOBODY`.
        group: (N,) index of the group.
    """

    codes: Integers
    group: Integers


@dataclass(frozen=True)
class _Change:
    question: int
    group: int
    before: int
    after: int
    times: int


def one_step(instrument: Instrument, tally: Tally, level: int) -> Sensitivity:
    """Move every single answer of one organisation to each neighbouring option, and place again.

    Answers alike are moved once and counted as often as they were given; where a workshop agreed, the agreed
    value is the answer.
    """
    changes = list(_changes(instrument, tally))
    up = down = 0
    moving: set[int] = set()
    step = min(CHUNK, _columns(tally.counts.size))
    for start in range(0, len(changes), step):
        chunk = changes[start : start + step]
        levels = place(instrument, _changed(tally, chunk)).level
        for change, after in zip(chunk, levels, strict=True):
            if after == level:
                continue
            moving.add(change.question)
            if after > level:
                up += change.times
            else:
                down += change.times
    return Sensitivity(sum(change.times for change in changes), up, down, tuple(sorted(moving)))


def bootstrap(
    instrument: Instrument,
    people: People,
    votes: Tally,
    *,
    resamples: int,
    seed: int,
) -> dict[int, float]:
    """Return the share of resamples at each level that occurred.

    Individual respondents are drawn with replacement within their group; a workshop's votes question by
    question within each group; what the room agreed stays. The respondents are put in a canonical order
    first, so that the order of files and rows does not matter.

    Args:
        votes: the tally of the workshop alone, of one organisation (zeros where there was none).
    """
    found = resampled_levels(instrument, _members(people), votes, resamples=resamples, seed=seed)
    return {level: int(number) / resamples for level, number in enumerate(found) if number}


def resampled_levels(
    instrument: Instrument, members: Mapping[int, Codes], votes: Tally, *, resamples: int, seed: int
) -> Integers:
    """Return how many resamples of one organisation are at each level, (K + 1,), with none at 0.

    Args:
        members: codes (Q, n) of the groups that took part, people in the order in which they are drawn: by
            their answers, silence first. Silence may be any code that is none of the questionnaire's.
        votes, resamples, seed: as for `bootstrap`.
    """
    draws = np.random.default_rng(seed)
    found = np.zeros(instrument.spoken.shape[1] + 2, dtype=np.int64)
    for number in steps(votes.counts.size, resamples):
        counts = _resampled(members, votes, number, draws)
        for first in range(0, number, CHUNK):
            chunk = counts[..., first : first + CHUNK]
            placed = place(instrument, Tally(chunk, np.repeat(votes.agreed, chunk.shape[-1], axis=-1)))
            found += np.bincount(placed.level, minlength=len(found))
    return found


def steps(size: int, resamples: int) -> Iterator[int]:
    """Go through the numbers of resamples for which one group is drawn after the other.

    Args:
        size: how many counts a tally of one organisation has.
    """
    step = _columns(size)
    for start in range(0, resamples, step):
        yield min(step, resamples - start)


def _columns(size: int) -> int:
    """Return how many copies of a tally of one organisation fit into `CELLS`."""
    return max(1, CELLS // size)


def _changes(instrument: Instrument, tally: Tally) -> Iterator[_Change]:
    counts, agreed = tally.counts[..., 0], tally.agreed[:, 0]
    for question, options in enumerate(instrument.option_count):
        if agreed[question] != NOBODY:
            sources = [(NOBODY, int(agreed[question]), 1)] if agreed[question] < instrument.unknown else []
        else:
            sources = [
                (group, option, int(counts[group, question, option]))
                for group in range(len(counts))
                for option in range(options)
                if counts[group, question, option]
            ]
        for group, before, times in sources:
            for after in (before - 1, before + 1):
                if 0 <= after < options:
                    yield _Change(question, group, before, after, times)


def _changed(tally: Tally, changes: list[_Change]) -> Tally:
    variants = tally.repeated(len(changes))
    for column, change in enumerate(changes):
        if change.group == NOBODY:
            variants.agreed[change.question, column] = change.after
        else:
            variants.counts[change.group, change.question, change.before, column] -= 1
            variants.counts[change.group, change.question, change.after, column] += 1
    return variants


def _members(people: People) -> dict[int, Codes]:
    """Return the codes (Q, n) of each group that took part, people in canonical order."""
    members = {}
    for group in np.unique(people.group).tolist():
        codes = people.codes[people.group == group]
        members[group] = np.ascontiguousarray(codes[np.lexsort(codes.T[::-1])].T)
    return members


def _resampled(
    members: Mapping[int, Codes], votes: Tally, resamples: int, draws: np.random.Generator
) -> Integers:
    """Return (G, Q, C + 2, R) counts of answers and votes drawn again."""
    counts = np.zeros((*votes.counts.shape[:-1], resamples), dtype=np.int64)
    for group, counted in enumerate(counts):
        if group in members:
            _count(counted, members[group], draws)
        for question in np.flatnonzero(votes.counts[group, ..., 0].sum(axis=-1)):
            raised = votes.counts[group, question, :, 0]
            counted[question] += draws.multinomial(raised.sum(), raised / raised.sum(), resamples).T
    return counts


def _count(counts: Integers, codes: Codes, draws: np.random.Generator) -> None:
    """Fill in the counts of one group, (Q, C + 2, R), by matrices of how often each person was drawn."""
    people, (questions, width, resamples) = codes.shape[1], counts.shape
    chances, options = np.full(people, 1 / people), np.arange(width)[:, None]
    step, together = max(1, DRAWN // people), max(1, DRAWN // (people * width))
    for start in range(0, resamples, step):
        number = min(step, resamples - start)
        # Floats go through BLAS, and whole numbers of this size stay exact in them.
        times = draws.multinomial(people, chances, size=number).T.astype(np.float64)
        for first in range(0, questions, together):
            given = codes[first : first + together, None] == options
            summed = given.reshape(-1, people).astype(np.float64) @ times
            counts[first : first + together, :, start : start + number] = summed.reshape(-1, width, number)
