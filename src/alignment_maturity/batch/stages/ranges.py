"""How organisations are parted among the tasks of the second stage: by ranges of their names."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from alignment_maturity.batch.stages.context import Note


SAMPLE = 256
"""Names of organisations that a part tells of itself, about, evenly spaced among its rows."""

MOST_BETWEEN = 64
"""Names kept of a range, at which it may be parted."""


class Range(NamedTuple):
    """Organisations from `low` on and before `high`, in code-point order; None is no bound."""

    low: str | None
    high: str | None


class Part(NamedTuple):
    """Some rows of a file that the first stage left, ordered by organisation.

    Attributes:
        base: what is added to its numbers of rows.
        start, stop: which rows of the file, all where `stop` is None.
    """

    name: str
    base: int = 0
    start: int = 0
    stop: int | None = None


class Spilled(NamedTuple):
    """A file that the first stage left.

    Attributes:
        base: what is added to its numbers of rows.
        rows: how many it has.
        sample: names of organisations, of every so many rows; empty where it is not ordered.
    """

    name: str
    base: int
    rows: int
    sample: Sequence[str]

    def within(self, span: Range) -> Part | None:
        """Return the rows that may belong to a range, None where there are none."""
        start, stop = 0, self.rows
        if self.sample:
            step = step_of(self.rows)
            if span.low is not None:
                start = step * max(0, bisect_left(self.sample, span.low) - 1)
            if span.high is not None:
                stop = min(stop, step * bisect_left(self.sample, span.high))
        return Part(self.name, self.base, start, stop) if stop > start else None


class AllSpilled:
    """What the first stage left, by questionnaire.

    Attributes:
        documents: the parts that hold workshops.
        hash: of all that was found.
    """

    def __init__(self, reads: Sequence[Note]) -> None:
        """Take what the tasks of the first stage tell."""
        self._rows: dict[str, list[Spilled]] = {}
        documents: list[Part] = []
        for note, base in numbered(reads):
            for sha256, told in note["rows"].items():
                name = f"read/{note['id']}.{sha256}.arrow"
                found = Spilled(name, base, told["respondents"], told["sample"])
                self._rows.setdefault(sha256, []).append(found)
            for sha256 in note["workshops"]:
                self._rows.setdefault(sha256, [])
            if note["documents"]:
                documents.append(Part(f"read/{note['id']}.documents.arrow"))
        self.documents = tuple(documents)
        told = [
            [note.get(key) for key in ("id", "fingerprint", "rows", "documents", "workshops")]
            for note in reads
        ]
        self.hash = hashlib.sha256(repr(told).encode("utf-8", "replace")).hexdigest()

    def rows_within(self, span: Range) -> tuple[tuple[str, tuple[Part, ...]], ...]:
        """Return by questionnaire, all of the run, where the respondents of a range may be found."""
        return tuple(
            (sha256, tuple(part for found in spilled if (part := found.within(span))))
            for sha256, spilled in sorted(self._rows.items())
        )


def numbered(notes: Iterable[Note]) -> Iterator[tuple[Note, int]]:
    """Go through what readers tell, each with what is to be added to its numbers of rows."""
    base: dict[int, int] = {}
    for note in notes:
        first = note.get("first_row")
        if first is None:  # answer files
            yield note, 0
        else:
            start = base.setdefault(note["source"], first)
            base[note["source"]] = start + note["records"]
            yield note, start


def step_of(rows: int) -> int:
    """Return how many rows lie between two that a part names of its own."""
    return max(1, rows // SAMPLE)


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
