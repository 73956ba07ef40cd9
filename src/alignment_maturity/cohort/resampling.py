"""How often organisations stay at their level when their respondents are drawn again.

The draws are those of one organisation alone. They depend on nothing but the sizes of its groups, so
organisations of the same sizes share them; and a resample is only asked whether it is at the level: what is
above the next one does not matter. One of very many is placed by the kernel, which never holds all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from alignment_maturity.cohort.voices import Codes, Voices
from alignment_maturity.kernel import confidence
from alignment_maturity.kernel.instrument import NOBODY, Booleans, Floats, Instrument, Integers, Tally
from alignment_maturity.kernel.placement import (
    PASSES,
    Means,
    aggregated,
    gate_sides,
    gate_states,
    over_dimensions,
    over_levels,
    placed,
    summed,
)
from alignment_maturity.kernel.scores import narrowed

TOGETHER = 4
"""Questions worked on at once: their figures fit into the cache of a processor."""

RESAMPLES = 2000
"""Resamples placed at once, at most."""

SHARED = 8_000_000
"""Draws (times a person, times a resample) that are held to be shared, at most: 64 MB."""

SCALE = 2.0**20
"""Sums of whole multiples of 1 / `SCALE` are exact, in whatever order, up to 2^33 of them."""


def shares(instrument: Instrument, voices: Voices, levels: Integers, *, resamples: int, seed: int) -> Floats:
    """Return the share of resamples at the level of each organisation, (O,), 0 to 1."""
    ladders = {level: _Ladder.of(instrument, level) for level in np.unique(levels).tolist()}
    found = np.empty(voices.organisations)
    sizes: tuple[int, ...] = ()
    drawn: list[Floats] = []
    for organisation, groups, members in _by_sizes(voices):
        now = tuple(codes.shape[1] for codes in members)
        if sum(now) * resamples > SHARED:
            each = dict(zip(groups.tolist(), members, strict=True))
            counted = confidence.resampled_levels(
                instrument, each, _no_votes(instrument), resamples=resamples, seed=seed
            )
            found[organisation] = counted[levels[organisation]] / resamples
            continue
        if now != sizes:
            sizes, drawn = now, _draws(instrument, now, resamples, seed)
        ladder, same = ladders[int(levels[organisation])], 0
        for start in range(0, resamples, RESAMPLES):
            part = [times[:, start : start + RESAMPLES] for times in drawn]
            same += ladder.staying(_Drawn(groups, members, part))
        found[organisation] = same / resamples
    return found


def _by_sizes(voices: Voices) -> Iterator[tuple[int, Integers, list[Codes]]]:
    """Go through organisations, those of the same sizes of groups one after the other.

    Gives the organisation, the groups that took part (G',), and the codes of each (Q, n), in the order in
    which `kernel.confidence.bootstrap` draws people: by their answers, silence first.
    """
    rising = voices.codes + np.uint8(1)
    order = np.lexsort((*rising[::-1], voices.group, voices.organisation))
    codes, group, organisation = voices.codes[:, order], voices.group[order], voices.organisation[order]
    changes = (organisation[1:] != organisation[:-1]) | (group[1:] != group[:-1])
    first = np.append(0, 1 + np.flatnonzero(changes))
    last = np.append(first[1:], len(group))
    starts = np.searchsorted(organisation[first], np.arange(voices.organisations + 1))
    parts = [
        slice(start, stop) for start, stop in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True)
    ]
    sizes = [(last - first)[part].tolist() for part in parts]
    for index in sorted(range(voices.organisations), key=sizes.__getitem__):
        bounds = zip(first[parts[index]], last[parts[index]], strict=True)
        members = [codes[:, start:stop] for start, stop in bounds]
        yield index, group[first[parts[index]]].astype(np.int64), members


def _draws(instrument: Instrument, sizes: tuple[int, ...], resamples: int, seed: int) -> list[Floats]:
    """Return how often each person of each group is drawn, (n, resamples), as `bootstrap` draws them."""
    draws = np.random.default_rng(seed)
    drawn = [np.empty((size, resamples)) for size in sizes]
    start = 0
    for number in confidence.steps(_no_votes(instrument).counts.size, resamples):
        for size, times in zip(sizes, drawn, strict=True):
            chosen = draws.multinomial(size, np.full(size, 1 / size), size=number)
            times[:, start : start + number] = chosen.T
        start += number
    return drawn


def _no_votes(instrument: Instrument) -> Tally:
    """Return the tally of a workshop that never was."""
    questions = len(instrument.fulfilment)
    shape = len(instrument.group_weight), questions, instrument.not_applicable + 1, 1
    return Tally(np.zeros(shape, dtype=np.int64), np.full((questions, 1), NOBODY))


@dataclass(frozen=True)
class _Drawn:
    """The respondents of one organisation, drawn R times.

    Attributes:
        groups: (G',) who took part.
        members: codes (Q, n) of each group.
        times: how often each person is drawn, (n, R) for each group.
    """

    groups: Integers
    members: list[Codes]
    times: list[Floats]

    @property
    def resamples(self) -> int:
        """R."""
        return int(self.times[0].shape[1])

    def only(self, resamples: Booleans) -> _Drawn:
        """Return some of the resamples."""
        if resamples.all():
            return self
        return replace(self, times=[times[:, resamples] for times in self.times])


@dataclass(frozen=True)
class _Ladder:
    """What it takes to be at a level, and not at the next.

    Attributes:
        level: 1 to K.
        gates: those of the levels up to the next; None with bands.
        own: all levels up to this one.
        following: the same with the next, where there is one.
    """

    level: int
    gates: _Gates | None
    own: _Rungs
    following: _Rungs

    @classmethod
    def of(cls, instrument: Instrument, level: int) -> _Ladder:
        """Prepare for organisations of a level."""
        top = instrument.spoken.shape[1]
        if instrument.cutoffs is not None:
            whole = _Rungs.up_to(instrument, top)
            return cls(level, None, whole, whole)
        below, above = (_Rungs.up_to(instrument, min(levels, top)) for levels in (level - 1, level))
        return cls(level, _Gates.up_to(instrument, min(level, top)), below, above)

    def staying(self, drawn: _Drawn) -> int:
        """Return how many resamples are at the level."""
        if self.gates is None:
            return self._at_level(self.own, drawn)
        # Coverage takes longest: what gates decide needs none of it.
        attained = self.gates.attained(drawn)
        own, following = attained == self.level - 1, attained == self.level
        return self._at_level(self.own, drawn.only(own)) + self._at_level(
            self.following, drawn.only(following)
        )

    def _at_level(self, rungs: _Rungs, drawn: _Drawn) -> int:
        return int(np.count_nonzero(rungs.placed(drawn) == self.level)) if drawn.resamples else 0


@dataclass(frozen=True)
class _Gates:
    """The gates of the lowest M levels.

    Attributes:
        instrument: with each of the gates as a question of one level.
        sums: of the questions they are on.
        levels: (N', M) which of the gates are of each level.
    """

    instrument: Instrument
    sums: _Sums
    levels: Booleans

    @classmethod
    def up_to(cls, instrument: Instrument, levels: int) -> _Gates:
        """Leave out the gates above a level."""
        questions, of_level = instrument.gates[instrument.gates[:, 1] < levels].T
        number = len(questions)
        gates = np.stack([np.arange(number), np.zeros(number, dtype=np.int64)], axis=1)
        fulfilment = instrument.fulfilment[questions, :, of_level][..., None]
        alone = replace(
            instrument, fulfilment=fulfilment, spoken=np.ones((number, 1), dtype=bool), gates=gates
        )
        return cls(alone, _Sums.of(alone, fulfilment, questions), of_level[:, None] == np.arange(levels))

    def attained(self, drawn: _Drawn) -> Integers:
        """Return up to which level all gates pass, (R,), 0 to M."""
        sums, values = self.sums.over(drawn)
        unknown = [
            (codes[self.sums.questions] == self.instrument.unknown) @ times
            for codes, times in zip(drawn.members, drawn.times, strict=True)
        ]
        states = gate_states(*gate_sides(self.instrument, sums, values + np.array(unknown)))
        passed = [(states[gates] == PASSES).all(axis=0) for gates in self.levels.T]
        through = np.array(passed).reshape(-1, drawn.resamples)
        return np.asarray(np.logical_and.accumulate(through, axis=0).sum(axis=0))


@dataclass(frozen=True)
class _Rungs:
    """A questionnaire without gates and without what is above M levels.

    Attributes:
        parts: questions that are worked on at once, with the questionnaire narrowed down to each.
    """

    instrument: Instrument
    parts: tuple[tuple[_Sums, tuple[Instrument, ...]], ...]

    @classmethod
    def up_to(cls, instrument: Instrument, levels: int) -> _Rungs:
        """Leave out what is above a level, and the questions that speak of nothing else."""
        lower = replace(
            instrument,
            fulfilment=instrument.fulfilment[:, :, :levels],
            spoken=instrument.spoken[:, :levels],
            thresholds=instrument.thresholds[:levels],
            gates=instrument.gates[:0],
        )
        asked, speaking = narrowed(lower), np.flatnonzero(lower.spoken.any(axis=1))
        cut = [speaking[start : start + TOGETHER] for start in range(0, len(speaking), TOGETHER)]
        return cls(
            lower,
            tuple(
                (_Sums.of(lower, lower.fulfilment[part], part), tuple(asked[at] for at in part))
                for part in cut
            ),
        )

    def placed(self, drawn: _Drawn) -> Integers:
        """Return the level of each resample, (R,), 1 to M + 1."""
        instrument, staged = self.instrument, self.instrument.cutoffs is None
        shape = (instrument.spoken.shape[1], drawn.resamples) if staged else (drawn.resamples,)
        means = Means(instrument, shape)
        for sums, asked in self.parts:
            fulfilment, answered = aggregated(*sums.over(drawn), instrument.group_weight[drawn.groups])
            for only, question, figure, exists in zip(
                asked, sums.questions, fulfilment, answered, strict=True
            ):
                if staged:
                    means.add(question, figure, exists & only.spoken[0, :, None])
                else:
                    means.add(question, over_levels(only, figure[None])[0], exists)
        figures, none = over_dimensions(instrument, means.by_dimension()), np.empty((0, drawn.resamples))
        if staged:
            return placed(instrument, figures, none, none.astype(np.int64))
        return placed(instrument, none, 100 * figures, none.astype(np.int64))


@dataclass(frozen=True)
class _Sums:
    """What answers to some questions add up to.

    Attributes:
        instrument: of these questions alone.
        questions: where they are on axis Q.
        table: (Q', 256, rows) what an answer adds, by its code: to the number of values and to the M sums
            of F, or where rounding would come in, to the number of answers with each option.
        exact: which of the two.
    """

    instrument: Instrument
    questions: Integers
    table: Floats
    exact: bool

    @classmethod
    def of(cls, instrument: Instrument, fulfilment: Floats, questions: Integers) -> _Sums:
        """Prepare for some questions, of which F is given, (Q', C, M)."""
        number, options, levels = fulfilment.shape
        exact = bool((fulfilment * SCALE % 1 == 0).all())
        table = np.zeros((number, 256, 1 + levels if exact else options))
        if exact:
            table[:, :options, 0] = 1
            table[:, :options, 1:] = fulfilment
        else:
            table[:, range(options), range(options)] = 1
        spoken = np.ones((number, levels), dtype=bool)
        return cls(replace(instrument, fulfilment=fulfilment, spoken=spoken), questions, table, exact)

    def over(self, drawn: _Drawn) -> tuple[Floats, Floats]:
        """Return the sums of F, (G', Q', M, R), and the numbers of values, (G', Q', R)."""
        number, _, rows = self.table.shape
        given = np.empty((len(drawn.members), number * rows, drawn.resamples))
        at = np.arange(number)[:, None]
        for codes, times, out in zip(drawn.members, drawn.times, given, strict=True):
            added = self.table[at, codes[self.questions]].swapaxes(1, 2)
            np.matmul(added.reshape(number * rows, codes.shape[1]), times, out=out)
        given = given.reshape(len(given), number, rows, drawn.resamples)
        if self.exact:
            return given[:, :, 1:], given[:, :, 0]
        return summed(self.instrument, given), given.sum(axis=2)
