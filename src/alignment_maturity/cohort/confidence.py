"""How sure the levels of many organisations are: the numbers of `assess`, as columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from alignment_maturity.cohort.one_step import movers
from alignment_maturity.cohort.resampling import shares
from alignment_maturity.cohort.several import pieces
from alignment_maturity.cohort.voices import SILENT, Voices
from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel.confidence import People, one_step
from alignment_maturity.kernel.instrument import NOBODY, Booleans, Floats, Integers, Tally
from alignment_maturity.kernel.scores import narrowed
from alignment_maturity.result import FEWEST_FOR_BOOTSTRAP


@dataclass(frozen=True)
class Sureties:
    """How sure the levels of O organisations are.

    Attributes:
        share: (O,) of resamples at the level of the organisation; NaN where there are too few respondents.
        up: (O,) number of one-step changes that raise the level.
        down: (O,) number of those that lower it.
        stable: (O,) whether none does either.
    """

    share: Floats
    up: Integers
    down: Integers
    stable: Booleans


def confidence(
    encoding: Encoding, voices: Voices, levels: Integers, *, resamples: int, seed: int
) -> Sureties:
    """Return how sure each level is, with the numbers `assess` gives for the organisation alone.

    Args:
        encoding: of the questionnaire that all have answered.
        voices: everybody.
        levels: (O,) as they were found, 1 to K.
        resamples, seed: of the bootstrap of each organisation.
    """
    up, down = (np.empty(voices.organisations, dtype=np.int64) for _ in range(2))
    share = np.full(voices.organisations, np.nan)
    for here, people in pieces(encoding.instrument, voices):
        up[here], down[here] = _one_step(encoding, people, levels[here])
        many = np.flatnonzero(people.sizes >= FEWEST_FOR_BOOTSTRAP)
        if len(many):
            share[here.start + many] = shares(
                encoding.instrument, people.of(many), levels[here][many], resamples=resamples, seed=seed
            )
    return Sureties(share, up, down, (up == 0) & (down == 0))


def _one_step(encoding: Encoding, voices: Voices, levels: Integers) -> tuple[Integers, Integers]:
    """Return how many changes move the levels up, and down, both (O,)."""
    moved = movers(encoding.instrument, narrowed(encoding.instrument), _together(voices))
    up, down = moved.up.copy(), moved.down.copy()
    for organisation in np.flatnonzero(moved.doubtful):
        people = _people(voices.of(np.array([organisation])))
        nothing_agreed = np.full((len(encoding.questions), 1), NOBODY)
        tally = Tally(encoding.count(people), nothing_agreed)
        found = one_step(encoding.instrument, tally, int(levels[organisation]))
        up[organisation], down[organisation] = found.up, found.down
    return up, down


def _together(voices: Voices) -> Voices:
    """Take those who answered alone as one group: with no other, its weight is nothing but rounding."""
    if len(voices.group) > voices.organisations:
        return voices
    return Voices(voices.codes, np.zeros_like(voices.group), voices.organisation, voices.organisations)


def _people(voices: Voices) -> People:
    codes = voices.codes.T.astype(np.int64)
    codes[codes == SILENT] = NOBODY
    return People(codes, voices.group.astype(np.int64))
