"""How organisations are parted among the tasks of the second stage: by ranges of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from alignment_maturity.batch.stages.context import Note


MOST_BETWEEN = 64
"""Names kept of a range, at which it may be parted."""


class Range(NamedTuple):
    """Organisations from `low` on and before `high`, in code-point order; None is no bound."""

    low: str | None
    high: str | None


class Share(NamedTuple):
    """A range of about `weight` respondents and workshops, and some names within it, ascending."""

    span: Range
    weight: float
    between: tuple[str, ...]


def ranges(notes: Iterable[Note], most: int) -> list[Share]:
    """Part all organisations into ranges of about `most` respondents and workshops.

    The parts tell names evenly spaced among their rows, so that the bounds can be chosen without reading them
    again; an organisation is never parted. Where a part is not ordered there is one range.
    """
    weights: dict[str, float] = defaultdict(float)
    unordered = 0
    for note in notes:
        for told in note["rows"].values():
            if not told["sample"]:
                unordered += told["respondents"]
            for name in told["sample"]:
                weights[name] += told["respondents"] / len(told["sample"])
        for name in note["documents"]:
            weights[name] += 1
    if unordered:
        return [Share(Range(None, None), unordered + sum(weights.values()), ())]
    shares: list[Share] = []
    inside: list[str] = []
    held = 0.0
    low = None
    for name in sorted(weights):
        if held >= most:
            shares.append(Share(Range(low, name), held, _some(inside)))
            low, inside, held = name, [], 0.0
        elif held:
            inside.append(name)
        held += weights[name]
    return [*shares, Share(Range(low, None), held, _some(inside))] if held else []


def _some(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(names[:: max(1, len(names) // MOST_BETWEEN)])
