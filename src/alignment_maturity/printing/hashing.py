"""Hashing what a PDF is drawn with, so that a file being written and the same file read back agree.

A value is hashed by all that it holds and leads to, whatever numbers its objects have, in whatever order its
entries stand, and however its streams are packed.
"""

from __future__ import annotations

import hashlib
import secrets
from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

DECIMALS = 4
"""Of numbers: programs that save a file anew write them more or less exactly."""

DEEPEST = 80
"""How far a value is followed; nothing that is drawn here goes nearly as deep."""

_PACKING = frozenset({"/Length", "/Filter", "/DecodeParms", "/DL"})
# What of a page is hashed by itself, or says nothing of what it shows.
_ASIDE = frozenset({"/Type", "/Parent", "/Contents", "/Resources", "/Annots"})
_BOXES = ("/BleedBox", "/TrimBox", "/ArtBox")


class Stream(NamedTuple):
    """A stream, unpacked."""

    entries: Mapping[str, Any]
    content: bytes


class Tool(NamedTuple):
    """Something that pages are drawn with, or that lies on them.

    Attributes:
        kind: its place among the resources of a page, such as `/Font`; `/Annots` of what lies on a page.
        name: by which the page uses it; empty of what lies on a page.
    """

    kind: str
    name: str
    sha256: str


class Hashing(ABC):
    """The objects of a file, hashed.

    Values are maps, lists, `Stream`, numbers, names (`str`), texts (`bytes`), None, and references to these.
    """

    def __init__(self) -> None:
        self.pages: dict[Hashable, int] = {}
        """The places of the pages; a reference to a page ends at it."""
        self._known: dict[Hashable, bytes] = {}

    @abstractmethod
    def referred(self, value: object) -> Hashable | None:
        """Return what a reference points to; None for anything else."""

    @abstractmethod
    def opened(self, value: object) -> object:
        """Return a value as one of the plain kinds, a reference followed."""

    def entries(self, value: object) -> Mapping[str, Any]:
        """Return a map; an empty one where the value is none."""
        found = self.opened(value)
        return found if isinstance(found, dict) else {}

    def page(self, page: Mapping[str, Any], content: bytes) -> str:
        """Hash what a page shows, resources aside: what draws it, its boxes, its turn, its scale.

        Boxes and the like that are missing have the values that readers of PDF give them.
        """
        told = {key: value for key, value in page.items() if key not in _ASIDE}
        told.setdefault("/CropBox", told.get("/MediaBox"))
        for box in _BOXES:
            told.setdefault(box, told["/CropBox"])
        told.setdefault("/Rotate", 0)
        told.setdefault("/UserUnit", 1)
        return _digest(b"page", (self._hashed(told, 0), hashlib.sha256(content).digest())).hex()

    def tools(self, page: Mapping[str, Any]) -> Iterator[Tool]:
        """Go through everything that a page can be drawn with."""
        for kind, values in sorted(self.entries(page.get("/Resources")).items()):
            for name, value in sorted(self.entries(values).items()):
                yield self._tool(kind, name, value)

    def annotation(self, annotation: object) -> Tool:
        """Hash something that lies on a page."""
        return self._tool("/Annots", "", annotation)

    def _tool(self, kind: str, name: str, value: object) -> Tool:
        return Tool(kind, name, _digest(kind.encode(), (_text(name), self._hash(value, 0))).hex())

    def _hash(self, value: object, depth: int) -> bytes:
        reference = self.referred(value)
        if reference is None:
            return self._hashed(self.opened(value), depth)
        if reference in self.pages:
            return b"page %d" % self.pages[reference]
        if reference not in self._known:
            self._known[reference] = _like_nothing()
            self._known[reference] = self._hashed(self.opened(value), depth)
        return self._known[reference]

    def _hashed(self, value: object, depth: int) -> bytes:
        if depth > DEEPEST:
            return _like_nothing()
        match value:
            case Stream(entries, content):
                told = {key: found for key, found in entries.items() if key not in _PACKING}
                parts = (self._hashed(told, depth), hashlib.sha256(content).digest())
                return _digest(b"stream", parts)
            case dict():
                present = sorted((key, found) for key, found in value.items() if found is not None)
                pairs = ((_text(key), self._hash(found, depth + 1)) for key, found in present)
                return _digest(b"map", (part for pair in pairs for part in pair))
            case list():
                return _digest(b"list", (self._hash(found, depth + 1) for found in value))
        return _scalar(value)


def _like_nothing() -> bytes:
    """Return a hash that agrees with no other: nothing of ours leads back to itself, or as deep."""
    return secrets.token_bytes(32)


def _scalar(value: object) -> bytes:
    match value:
        case None | bool():
            return str(value).encode()
        case int() | float():
            return b"%.*f" % (DECIMALS, round(value, DECIMALS) + 0.0)
        case bytes():
            return _digest(b"text", (value,))
    return _digest(b"name", (_text(str(value)),))


def _text(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _digest(kind: bytes, parts: Iterable[bytes]) -> bytes:
    """Hash parts so that none can be taken for a piece of another."""
    hashing = hashlib.sha256(kind)
    for part in parts:
        hashing.update(b":%d:%b" % (len(part), part))
    return hashing.digest()
