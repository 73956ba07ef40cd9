"""What all checks use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary


def told(complaints: Mapping[str, object]) -> Iterator[str]:
    """Go through the complaints whose reason holds."""
    yield from (text for text, reason in complaints.items() if reason)


def names(words: str) -> frozenset[str]:
    """Return names as a PDF writes them."""
    return frozenset(f"/{word}" for word in words.split())


def kids(element: Any) -> list[Any]:
    """Return what a tag holds: tags, links, and the numbers of pieces of the page."""
    found = element.get("/K", Array())
    return list(found) if isinstance(found, Array) else [found]


def tags_in(element: Any) -> list[Any]:
    """Return the tags right below a tag."""
    return [item for item in kids(element) if isinstance(item, Dictionary) and "/S" in item]


def tagged(file: pikepdf.Pdf) -> dict[int, Any]:
    """Return what the tree of parents holds: the tags of each page's pieces, and the tag of each link."""
    tree = file.Root.get("/StructTreeRoot", Dictionary()).get("/ParentTree", Dictionary())
    numbers = list(tree.get("/Nums", ()))
    return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
