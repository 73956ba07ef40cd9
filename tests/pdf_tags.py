"""The tags of a PDF, by which a screen reader walks through it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf


def elements(file: pikepdf.Pdf) -> Iterator[Any]:
    """Go through the structure tree, depth first."""
    return _below(file.Root.get("/StructTreeRoot", pikepdf.Dictionary()).get("/K"))


def _below(found: Any) -> Iterator[Any]:
    if isinstance(found, pikepdf.Array):
        for item in found:
            yield from _below(item)
    elif isinstance(found, pikepdf.Dictionary) and "/S" in found:
        yield found
        yield from _below(found.get("/K"))
