"""Organisations of any number of respondents: answers are counted, a question at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from alignment_maturity.cohort.voices import Codes, Voices
from alignment_maturity.kernel.instrument import Floats, Instrument, Integers
from alignment_maturity.kernel.scores import Opinion, opinion

ORGANISATIONS = 12_000
RESPONDENTS = 250_000
"""How many are worked on at once, at most, which bounds memory; one organisation is never cut."""

CELLS = 400_000
"""Counts of one question held at once, at most.

No power of two, nor the number of organisations: rows that lie such a distance apart, and are written to in
turn, drive each other out of the cache of a processor.
"""


def pieces(instrument: Instrument, voices: Voices) -> Iterator[tuple[slice, Voices]]:
    """Cut voices into ranges of organisations that can be worked on at once."""
    # A count of each answer, and one of those who gave none.
    cells = len(instrument.group_weight) * (instrument.not_applicable + 2)
    return voices.ranges(max(1, min(ORGANISATIONS, CELLS // cells)), RESPONDENTS)


@dataclass(frozen=True)
class Heard:
    """What organisations say to one question.

    Attributes:
        counts: (G', C + 2, O) number of answers by option, then `unknown`, then n/a.
        opinion: what it comes to; groups as in `Counting.groups`.
    """

    counts: Floats
    opinion: Opinion


class Counting:
    """Counts the answers of organisations to one question after the other.

    Attributes:
        groups: (G',) the groups that anybody belongs to, ascending.
        people: (G', O) how many people of each organisation do.
    """

    groups: Integers
    people: Integers

    def __init__(self, instrument: Instrument, voices: Voices) -> None:
        """Prepare to count."""
        self._voices, organisations = voices, voices.organisations
        everybody = np.bincount(voices.group, minlength=len(instrument.group_weight))
        self.groups = np.flatnonzero(everybody)
        self._shape = (len(self.groups), instrument.not_applicable + 2, organisations)
        place = (np.cumsum(everybody > 0) - 1)[voices.group]
        self._cell = place * (self._shape[1] * organisations) + voices.organisation
        at = place * organisations + voices.organisation
        self.people = np.bincount(at, minlength=len(self.groups) * organisations).reshape(-1, organisations)

    def heard(self, narrowed: tuple[Instrument, ...]) -> Iterator[Heard]:
        """Go through the questions in order, given the questionnaire narrowed down to each."""
        for only, codes in zip(narrowed, self._voices.codes, strict=True):
            counts = self._counted(codes)
            yield Heard(counts, opinion(only, counts, self.groups))

    def _counted(self, codes: Codes) -> Floats:
        groups, width, organisations = self._shape
        # Who is silent is counted in a row of its own, behind the others, and left out.
        keys = np.minimum(codes, width - 1) * np.int64(organisations)
        keys += self._cell
        counts = np.bincount(keys, minlength=groups * width * organisations)
        return counts.reshape(self._shape)[:, :-1].astype(np.float64)
