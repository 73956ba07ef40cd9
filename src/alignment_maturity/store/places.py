"""What the readers of YAML and JSON share: limits, faults, and where every value stands in the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

KEPT = 200
"""How many problems of one file are kept; the rest are counted."""

# What YAML does not print, and invisible characters: byte-order mark, and breaks that only some readers take
# for the end of a line.
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+")

Data = object
"""None, str, Plain, list[Data] or dict[str, Data]."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost before it is refused.

    Attributes:
        bytes: size of the file.
        depth: maps and lists inside each other.
        nodes: keys, values, maps and lists in all.
    """

    bytes: int = 16 * 2**20
    depth: int = 60
    nodes: int = 250_000


class Fault(NamedTuple):
    """Something wrong in a text.

    Attributes:
        code: a key of `language.problems.PHRASES`.
        offset: where, in characters from the start; None is the file as a whole.
        values: what the sentence of `code` is filled with.
        earlier: offset of what it clashes with, whose line the sentence names as `line`.
        warning: whether the file can be used all the same.
    """

    code: str
    offset: int | None = None
    values: Mapping[str, object] = {}
    earlier: int | None = None
    warning: bool = False


class UnreadableText(Exception):
    """Reading cannot go on after this fault."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.code)


@dataclass(slots=True)
class Faults:
    """Faults in the order in which they are found, of which the first `KEPT` of each kind are kept."""

    errors: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    more: int = 0

    def add(self, fault: Fault) -> None:
        """Keep or count a fault."""
        kept = self.warnings if fault.warning else self.errors
        if len(kept) < KEPT:
            kept.append(fault)
        elif not fault.warning:
            self.more += 1


class Place(NamedTuple):
    """Where one value stands.

    Attributes:
        start: offset of its first character.
        keys: of a map, the offset of each key.
        inner: the places of the values inside a map or list.
        end: of a scalar, the offset after its last character; of a map or list nothing.
    """

    start: int
    keys: Mapping[str, int] = {}
    inner: Mapping[str, Place] | Sequence[Place] = ()
    end: int = 0


class Reading(NamedTuple):
    """The data of a text, what is wrong with it, and where everything stands if that was asked for."""

    data: Data
    faults: Faults
    place: Place | None


def invisible_characters(text: str) -> Faults:
    """Find the control characters and other invisible ones that no text of ours may hold."""
    found = [match.start() for match in islice(_INVISIBLE.finditer(text), KEPT)]
    faults = Faults([Fault("control-character", offset) for offset in found])
    if len(found) == KEPT:
        faults.more = len(_INVISIBLE.findall(text)) - KEPT
    return faults


def locate(place: Place, path: Sequence[str | int], *, on_key: bool = False) -> int:
    """Return the offset of the value at `path`, or of its key.

    Elements that do not exist in the document are skipped. Where the last one is missing, the answer is the
    first key of the map it should be in.
    """
    key_offset = place.start
    found = True
    for element in path:
        inner = place.inner
        if isinstance(inner, Mapping):
            key = str(element)
            found = key in inner
            if found:
                key_offset = place.keys[key]
                place = inner[key]
        else:
            found = isinstance(element, int) and 0 <= element < len(inner)
            if found:
                place = inner[int(element)]
                key_offset = place.start
    if not found:
        return min(place.keys.values(), default=place.start)
    return key_offset if on_key else place.start
