"""How the columns of the results are named that there is one of for each level, dimension or action."""

from __future__ import annotations

ACTIONS = ("action_1", "action_2", "action_3")
"""The columns of the actions that come first in a plan."""


def coverage(level: int | str) -> str:
    """Name the column of a level's coverage."""
    return f"coverage_{level}"


def dimension_index(dimension: str) -> str:
    """Name the column of a dimension's index."""
    return f"index_{dimension}"
