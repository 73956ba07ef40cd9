"""The names of a run's inputs, known by their numbers in every process."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignment_maturity.batch.state import State

_FILE = "inputs.json"


def keep(state: State, names: Sequence[str]) -> None:
    """Keep the names of the inputs, in their order.

    Raises:
        WorkFailed: where they cannot be written.
    """
    state.write(_FILE, {"inputs": list(names)})


@lru_cache(maxsize=2)
def inputs(state: State) -> Sequence[str]:
    """Return the names of the inputs as they can be shown."""
    names: list[str] = (state.note(_FILE) or {})["inputs"]
    return [name.encode(errors="backslashreplace").decode() for name in names]
