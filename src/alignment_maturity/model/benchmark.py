"""What a set of organisations looks like from outside: quartiles and shares, nobody's own figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import model_validator

from alignment_maturity.model.questionnaire import Strict
from alignment_maturity.model.scalars import Flag, Identifier, Level, LevelKey, Whole, within, wrong

FEWEST = 10
"""How many organisations a set has at least, and how many of them each figure."""

_MOST = 2**53

Points = Annotated[Whole, within(0, 100)]
Number = Annotated[Whole, within(0, _MOST)]


class Quartiles(Strict):
    """What a quarter, half and three quarters of the set lie below, in whole points or per cent."""

    lower: Points
    median: Points
    upper: Points

    @model_validator(mode="after")
    def _ascend(self) -> Self:
        if not self.lower <= self.median <= self.upper:
            raise wrong("out-of-range", found=self.median, low=self.lower, high=self.upper)
        return self


class Band(Strict):
    """Neighbouring levels, and how many organisations stand at one of them."""

    first: Level
    last: Level
    organisations: Number


class Benchmark(Strict):
    """A set of organisations that one organisation is set against; each counts once.

    Attributes:
        organisations: how many there are, without the one that is set against them.
        other_version: how many of them answered another version of the questionnaire.
        itself: whether the one that is set against them was found among them, and left out.
        provisional: how many were left out because too little was answered in all their waves.
        other_scale: how many were left out because they were placed on another scale.
        index: 0 to 100.
        coverage: level to the quartiles of its coverage, in per cent.
        dimensions: dimension to the quartiles of its index, 0 to 100.
        levels: from the lowest to the highest.

    Quartiles are None where fewer than `FEWEST` organisations have the figure.
    """

    organisations: Annotated[Whole, within(FEWEST, _MOST)]
    other_version: Number
    itself: Flag
    provisional: Number
    other_scale: Number
    index: Quartiles | None
    coverage: Mapping[LevelKey, Quartiles | None]
    dimensions: Mapping[Identifier, Quartiles | None]
    levels: tuple[Band, ...]

    def distribution(self, top: int) -> tuple[Band, ...]:
        """Return the bands of levels; none where they are not those of a scale, or tell nothing."""
        covered = [level for band in self.levels for level in range(band.first, band.last + 1)]
        whole = covered == list(range(1, top + 1))
        return self.levels if whole and len(self.levels) > 1 else ()
