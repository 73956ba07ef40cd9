"""Looking into plain data of uncertain shape: what is not there, or is something else, is empty or None."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from alignment_maturity.model.findings import Path
from alignment_maturity.model.scalars import read_key, read_number, read_whole


def entries(data: Mapping[str, Any], key: str, path: Path = ()) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Go through the maps of a list, with their paths."""
    for index, entry in enumerate(as_list(data.get(key))):
        if isinstance(entry, dict):
            yield (*path, key, index), entry


def as_map(value: object) -> Mapping[str, Any]:
    """Return a map, empty where there is none."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[Any]:
    """Return a list, empty where there is none."""
    return value if isinstance(value, list) else []


def as_text(value: object) -> str | None:
    """Return a scalar as text, None where there is none."""
    return str(value) if isinstance(value, (str, int, float)) else None


def as_whole(value: object) -> int | None:
    """Return a whole number, None where there is none."""
    try:
        return read_whole(value)
    except ValueError:
        return None


def as_level_key(value: object) -> int | None:
    """Return a whole number that is the key of a map, None where it is none."""
    try:
        return read_key(value)
    except ValueError:
        return None


def as_number(value: object) -> float | None:
    """Return a number, None where there is none."""
    try:
        return read_number(value)
    except ValueError:
        return None
