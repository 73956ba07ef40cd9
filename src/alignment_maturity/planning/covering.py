"""The cheapest selection of items whose gains add up to what is needed, for many such problems at once.

A knapsack turned round. Its linear relaxation says by how much a selection grows dearer, at least, for every
item that it has and the relaxation has not, or the other way round. Where that is more than the distance to a
selection already known, the item is settled; the few that are left are tried in all combinations that can
still be the best (Balas and Zemel 1980). The result is exact: costs are whole numbers. Gains are added as
floating-point numbers, so the caller leaves room for rounding in what is needed.

Letters used for shapes: N problems, I items, k items left to try.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from alignment_maturity.kernel.instrument import Booleans, Floats, Integers

MOST_LEFT = 36
"""Items tried in all combinations, at most: each takes a bit of a key, beside the cost."""

MOST_COST = 1 << 26
"""What all items of a problem may cost together."""

MOST_TRIED = 4_000
"""Combinations of one problem that are looked at side by side, at most."""

MOST_TOGETHER, FEWEST_TOGETHER = 100_000, 64
"""Problems with few and with many items left to try that go together, which bounds memory."""

_SIZES = (-1, 6, 9, 12, 16, 20, MOST_LEFT)
"""Problems with about as many items left go together, so that few wait for the largest."""

_HAIR = 1e-3
"""By how much sums of whole numbers may miss in floating point, with room to spare."""


@dataclass(frozen=True)
class Covers:
    """The cheapest selections.

    Attributes:
        chosen: (N, I) the items of each; none where there is none.
        exists: (N,) whether there is one within the limit.
        known: (N,) whether that was found out; else the problem was too large.
    """

    chosen: Booleans
    exists: Booleans
    known: Booleans


def cheapest_covers(costs: Integers, gains: Floats, names: Integers, needs: Floats, limits: Floats) -> Covers:
    """Find the cheapest selection of each problem; of equal ones, the one with the smaller list of names.

    Args:
        costs: (N, I) whole numbers above 0; of no matter where there is no item.
        gains: (N, I) 0 or more; 0 where there is no item.
        names: (N, I) numbers that give the items their order, different within a problem.
        needs: (N,) what the gains must add up to at least, above 0.
        limits: (N,) what a selection may cost at most; infinite where there is no limit.
    """
    relaxed = _relaxed(costs, gains, names, needs, limits)
    chosen, exists, known = relaxed.inside, relaxed.possible.copy(), np.ones(len(needs), dtype=bool)
    left = relaxed.left.sum(axis=1)
    known[exists & (left > MOST_LEFT)] = False
    for low, high in pairwise(_SIZES):
        rows = np.flatnonzero(exists & known & (low < left) & (left <= high))
        step = max(FEWEST_TOGETHER, MOST_TOGETHER >> high // 2)
        for start in range(0, len(rows), step):
            part = rows[start : start + step]
            found, exists[part], known[part] = _tried(relaxed, part)
            chosen[part] |= found
    return Covers(relaxed.unsorted(chosen & (exists & known)[:, None]), exists, known)


@dataclass(frozen=True)
class _Relaxed:
    """The relaxation, its items by their ratio of cost to gain, and what it settles.

    Attributes:
        order: (N, I) the items in their new order.
        cost, gain, name: (N, I) of the items in that order.
        need: (N,).
        price: (N,) what a unit of gain costs at the margin.
        penalty: (N, I) by how much a selection grows dearer that differs from the relaxation in an item.
        room: (N,) by how much it may grow dearer.
        proven: (N,) whether there is a selection that leaves this room.
        inside: (N, I) the items that are in every best selection.
        left: (N, I) those that have to be tried.
        cheap: (N, I) those that the relaxation has.
        possible: (N,) whether a selection within the limit may exist.
    """

    order: Integers
    cost: Floats
    gain: Floats
    name: Integers
    need: Floats
    price: Floats
    penalty: Floats
    room: Floats
    proven: Booleans
    inside: Booleans
    left: Booleans
    cheap: Booleans
    possible: Booleans

    def unsorted(self, chosen: Booleans) -> Booleans:
        """Put items back in the order in which they came."""
        result = np.zeros_like(chosen)
        np.put_along_axis(result, self.order, chosen, axis=1)
        return result


def _relaxed(costs: Integers, gains: Floats, names: Integers, needs: Floats, limits: Floats) -> _Relaxed:
    real = gains > 0
    ratio = np.divide(costs, gains, out=np.full(gains.shape, np.inf), where=real)
    order = np.argsort(ratio, axis=1, kind="stable")
    ratio = np.take_along_axis(ratio, order, axis=1)
    gain = np.take_along_axis(gains, order, axis=1)
    real = np.isfinite(ratio)
    cost = np.where(real, np.take_along_axis(costs, order, axis=1), 0).astype(np.float64)
    total, spent = np.cumsum(gain, axis=1), np.cumsum(cost, axis=1)
    possible = total[:, -1] >= needs
    rows, margin = np.arange(len(needs)), np.minimum((total < needs[:, None]).sum(axis=1), gain.shape[1] - 1)
    price = np.where(possible, ratio[rows, margin], 0.0)
    had = total[rows, margin] - gain[rows, margin]
    paid = spent[rows, margin] - cost[rows, margin]
    least = paid + price * (needs - had)
    cheap = np.arange(gain.shape[1]) < margin[:, None]
    known = _near(cost, gain, needs - had, paid, cheap, real)
    best = np.minimum(known, limits)
    possible &= least <= best + _HAIR
    room = np.where(possible, best - least + _HAIR, 0.0)
    penalty = np.abs(cost - price[:, None] * gain)
    settled = (penalty > room[:, None]) | ~real
    return _Relaxed(
        order=order,
        cost=cost,
        gain=gain,
        name=np.take_along_axis(names, order, axis=1),
        need=needs,
        price=price,
        penalty=penalty,
        room=room,
        proven=known <= limits,
        inside=cheap & settled,
        left=~settled,
        cheap=cheap,
        possible=possible,
    )


def _near(cost: Floats, gain: Floats, short: Floats, paid: Floats, cheap: Booleans, real: Booleans) -> Floats:
    """Return the cost of the best selection near the relaxation: one item more, and at most one less."""
    others = real & ~cheap
    dear = np.where(others, cost, np.inf)
    best: Floats = paid + np.where(gain >= short[:, None], dear, np.inf).min(axis=1)
    for item in range(int(cheap.sum(axis=1).max(initial=0))):
        missing = short + gain[:, item]
        added = np.where(gain >= missing[:, None], dear, np.inf).min(axis=1)
        best = np.where(cheap[:, item], np.minimum(best, paid - cost[:, item] + added), best)
    return best


def _tried(relaxed: _Relaxed, rows: Integers) -> tuple[Booleans, Booleans, Booleans]:
    """Try what is left of some problems; return the best selection, if it exists, and if that is known."""
    core = _core(relaxed, rows)
    problems, size = core.gain.shape
    known = np.ones(problems, dtype=bool)
    lines = _Lines.of(problems)
    for item in range(size):
        lines = lines.tried(core, item)
        if len(lines.problem) > MOST_TRIED:
            crowded = np.bincount(lines.problem, minlength=problems) > MOST_TRIED
            known &= ~crowded
            lines = lines.at(np.flatnonzero(~crowded[lines.problem]))
    lines = lines.at(np.flatnonzero(lines.gain >= core.need[lines.problem]))
    # Of each problem the line that is worth most comes first.
    lines = lines.at(np.lexsort((lines.key, lines.problem)))
    problem, first = np.unique(lines.problem, return_index=True)
    exists = np.zeros(problems, dtype=bool)
    exists[problem] = True
    chosen = np.zeros((problems, relaxed.gain.shape[1]), dtype=bool)
    chosen[problem[:, None], core.place[problem]] = (lines.taken[first, None] >> np.arange(size)) & 1
    # Where a selection is there and none was found, rounding is to blame.
    return chosen, exists, known & (exists | ~relaxed.proven[rows])


@dataclass(frozen=True)
class _Core:
    """What is left of some problems, those items first whose change costs most: that rules out most.

    Problems with fewer items than others have empty places before all.

    Attributes:
        place: (n, k) which item of the relaxation each one is.
        real: (n, k) whether it is one that is left.
        cheap: (n, k) whether the relaxation has it.
        gain, penalty: (n, k) as in the relaxation, 0 where it is none.
        key: (n, k) what it adds to a number that is less for better selections.
        better, worse: (n, k) the earlier items that are better and worse, as bits.
        coming: (n, k + 1) the gain of this item and all after.
        need: (n,) what they must gain.
        price, room: (n,) as in the relaxation.
    """

    place: Integers
    real: Booleans
    cheap: Booleans
    gain: Floats
    penalty: Floats
    key: Integers
    better: Integers
    worse: Integers
    coming: Floats
    need: Floats
    price: Floats
    room: Floats


def _core(relaxed: _Relaxed, rows: Integers) -> _Core:
    left = relaxed.left[rows]
    size = int(left.sum(axis=1).max(initial=0))
    urgency = np.where(left, -relaxed.penalty[rows], -np.inf)
    place = np.argsort(urgency, axis=1, kind="stable")[:, left.shape[1] - size :]
    at = rows[:, None], place
    real = relaxed.left[at]
    gain = np.where(real, relaxed.gain[at], 0.0)
    cost, name = relaxed.cost[at].astype(np.int64), relaxed.name[at]
    better, worse = _dominance(cost, gain, name, real)
    rank = np.argsort(np.argsort(name, axis=1), axis=1)
    coming = np.zeros((len(rows), size + 1))
    coming[:, :size] = np.cumsum(gain[:, ::-1], axis=1)[:, ::-1]
    inside = np.where(relaxed.inside[rows], relaxed.gain[rows], 0.0).sum(axis=1)
    return _Core(
        place=place,
        real=real,
        cheap=real & relaxed.cheap[at],
        gain=gain,
        penalty=np.where(real, relaxed.penalty[at], 0.0),
        # The cost decides, then the items with the least names, as bits.
        key=(cost << size) - (np.int64(1) << np.maximum(size - 1 - rank, 0)),
        better=better,
        worse=worse,
        coming=coming,
        need=relaxed.need[rows] - inside,
        price=relaxed.price[rows],
        room=relaxed.room[rows],
    )


@dataclass(frozen=True)
class _Lines:
    """Combinations that are still worth trying, one a line.

    Attributes:
        problem: whose it is.
        taken: its items, as bits.
        key: what their keys add up to.
        gain: what they gain.
        spent: how much dearer than the relaxation it is already.
    """

    problem: Integers
    taken: Integers
    key: Integers
    gain: Floats
    spent: Floats

    @classmethod
    def of(cls, problems: int) -> _Lines:
        """Return a combination of nothing for each problem."""
        nothing, none = np.zeros(problems, dtype=np.int64), np.zeros(problems)
        return cls(np.arange(problems), nothing, nothing, none, none)

    def at(self, places: Integers) -> _Lines:
        """Return some of them."""
        return _Lines(
            self.problem[places], self.taken[places], self.key[places], self.gain[places], self.spent[places]
        )

    def tried(self, core: _Core, item: int) -> _Lines:
        """Return the combinations without an item and those with it, as far as they can be the best."""
        problem, need, room = self.problem, core.need[self.problem], core.room[self.problem]
        cheap, penalty = core.cheap[problem, item], core.penalty[problem, item]
        dearer = self.spent + np.where(cheap, penalty, 0.0)
        out = (dearer <= room) & (self.gain + core.coming[problem, item + 1] >= need)
        out &= (self.taken & core.worse[problem, item]) == 0
        gain, spent = self.gain + core.gain[problem, item], self.spent + np.where(cheap, 0.0, penalty)
        in_ = core.real[problem, item] & ((~self.taken & core.better[problem, item]) == 0)
        in_ &= spent + core.price[problem] * np.maximum(gain - need, 0.0) <= room
        others, some = np.flatnonzero(out), np.flatnonzero(in_)
        return _Lines(
            problem=np.concatenate((problem[others], problem[some])),
            taken=np.concatenate((self.taken[others], self.taken[some] | (1 << item))),
            key=np.concatenate((self.key[others], self.key[some] + core.key[problem[some], item])),
            gain=np.concatenate((self.gain[others], gain[some])),
            spent=np.concatenate((dearer[others], spent[some])),
        )


def _dominance(cost: Integers, gain: Floats, names: Integers, real: Booleans) -> tuple[Integers, Integers]:
    """Return for each item, as bits, the earlier ones that are better and those that are worse.

    An item is better than another if to take it instead makes a selection better and gains no less. So the
    best selection that holds an item holds all better ones too.
    """
    before, after = np.zeros(cost.shape, dtype=np.int64), np.zeros(cost.shape, dtype=np.int64)
    for item in range(1, cost.shape[1]):
        mine = slice(item, item + 1)
        both = real[:, mine] & real[:, :item]
        alike, earlier = cost[:, :item] == cost[:, mine], names[:, :item] < names[:, mine]
        cheaper = np.where(alike, earlier, cost[:, :item] < cost[:, mine])
        bits = 1 << np.arange(item)
        before[:, item] = (both & cheaper & (gain[:, :item] >= gain[:, mine])) @ bits
        after[:, item] = (both & ~cheaper & (gain[:, :item] <= gain[:, mine])) @ bits
    return before, after
