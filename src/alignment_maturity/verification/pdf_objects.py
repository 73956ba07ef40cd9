"""The objects of a PDF as tokens and hashes, however they are numbered and their streams are packed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pypdf.generic import (
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    StreamObject,
)

from alignment_maturity.printing.hashing import DECIMALS, Hashing, Stream

MOST_OBJECTS = 3_000_000
MOST_BYTES = 512 * 2**20
"""What is gone through and unpacked of a file, at most."""

Reference = tuple[int, int]

_PACKING = {"/Length", "/Filter", "/DecodeParms", "/DL"}
_STREAM, _NUMBER, _TEXT = b"s", b"n", b"t"


class _End:
    """Stands for the end of a list or a map."""


class Objects:
    """Goes through the objects of a file; raises ValueError where there is too much to go through."""

    def __init__(self) -> None:
        self.pages: dict[Reference, int] = {}
        """The places of the pages; a reference to a page ends at it."""
        self._objects, self._bytes = MOST_OBJECTS, MOST_BYTES

    def tokens(self, value: object) -> Iterator[bytes]:
        """Go through all that a value holds and refers to, maps in the order of their keys."""
        left: list[object] = [value]
        met: dict[Reference, int] = {}
        while left:
            self.count()
            item = left.pop()
            reference = referred(item)
            if reference in self.pages:
                yield b"p%d" % self.pages[reference]
            elif reference in met:
                yield b"r%d" % met[reference]
            else:
                if reference is not None:
                    met[reference] = len(met)
                yield self._opened(plain(item), left)

    def count(self) -> None:
        """Count an object that was come across."""
        self._objects -= 1
        if self._objects < 0:
            raise ValueError("too many objects")

    def content(self, stream: StreamObject) -> bytes:
        """Return what is in a stream, unpacked."""
        data = stream.get_data()
        self._bytes -= len(data)
        if self._bytes < 0:
            raise ValueError("too much data")
        return data

    def _opened(self, item: object, left: list[object]) -> bytes:
        """Return the token of an object, and put what is inside it on top of what is `left`."""
        if isinstance(item, StreamObject):
            left.append(entries(item, _PACKING))
            return _STREAM + hashlib.sha256(self.content(item)).hexdigest().encode()
        if isinstance(item, dict):
            left.append(_End)
            for key, value in sorted(entries(item).items(), reverse=True):
                left += [value, NameObject(key)]
            return b"{"
        if isinstance(item, list):
            left += [_End, *reversed(item)]
            return b"["
        return _scalar(item)


class Read(Hashing):
    """The objects of a file that was read, hashed as those of a file being written."""

    def __init__(self, objects: Objects) -> None:
        super().__init__()
        self._objects = objects

    def referred(self, value: object) -> Reference | None:
        """Return what a reference points to; None for anything else."""
        return referred(value)

    def opened(self, value: object) -> object:
        """Return a value as one of the plain kinds, a reference followed."""
        item = plain(value)
        self._objects.count()
        if isinstance(item, StreamObject):
            return Stream(entries(item), self._objects.content(item))
        if isinstance(item, dict):
            return entries(item)
        if isinstance(item, (list, NameObject, int, float)):
            return item
        if isinstance(item, BooleanObject):
            return bool(item.value)
        return None if item is None or isinstance(item, NullObject) else _bytes(item)


def sha256(tokens: Iterable[bytes], *, roughly: bool = False) -> str:
    """Hash tokens; `roughly` leaves out numbers."""
    hashing, before = hashlib.sha256(), b""
    for token in tokens:
        number = roughly and token.startswith(_NUMBER)
        told = _NUMBER if number else token
        # Where lines break anew, a list of numbers gets longer or shorter.
        if not (number and before == told):
            hashing.update(b"%d:%b" % (len(told), told))
        before = told
    return hashing.hexdigest()


def referred(item: object) -> Reference | None:
    """Return what an indirect reference points to; None for anything else."""
    return (item.idnum, item.generation) if isinstance(item, IndirectObject) else None


def plain(item: Any) -> Any:  # noqa: ANN401 - anything a PDF can hold
    """Return an object itself, where it is referred to."""
    return item.get_object() if isinstance(item, IndirectObject) else item


def entries(item: Mapping[str, Any], aside: Iterable[str] = ()) -> dict[str, Any]:
    """Return the entries of a map but some, references not followed; one that is null is none."""
    raw = item.raw_get if isinstance(item, DictionaryObject) else item.__getitem__
    kept = {key: raw(key) for key in item if key not in aside}
    return {key: value for key, value in kept.items() if not isinstance(value, NullObject)}


def _scalar(item: object) -> bytes:
    if item is _End:
        return b"]"
    if isinstance(item, BooleanObject):
        return b"b%d" % bool(item.value)
    if isinstance(item, (int, float)):
        return _NUMBER + repr(round(float(item), DECIMALS)).encode()
    return _TEXT + _bytes(item)


def _bytes(item: object) -> bytes:
    """Return a text as it stands in the file."""
    if isinstance(item, bytes):
        return item
    original = getattr(item, "original_bytes", None)
    return original if isinstance(original, bytes) else str(item).encode("utf-8", "surrogatepass")
