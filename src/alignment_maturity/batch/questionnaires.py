"""The questionnaires of a run: kept in its folder as they were when first read, known by their hash."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from alignment_maturity.encoding import Encoding
from alignment_maturity.store.documents import parse_document
from alignment_maturity.store.questionnaires import Loaded, checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alignment_maturity.batch.state import State


MOST = 500
"""Questionnaires that a process keeps in mind: one of a cluster may live for months."""


def keep(state: State, questionnaires: Iterable[Loaded]) -> None:
    """Keep questionnaires, unless they are there already.

    Raises:
        WorkFailed: where they cannot be written.
    """
    for loaded in questionnaires:
        name = _name(loaded.sha256)
        if state.note(name) is None:
            content = loaded.document.content.decode()
            state.write(name, {"source": loaded.source, "content": content})


@lru_cache(MOST)
def kept(state: State, sha256: str) -> Encoding:
    """Return a questionnaire that was kept, ready to encode answers."""
    return Encoding(loaded(state, sha256).questionnaire)


@lru_cache(MOST)
def loaded(state: State, sha256: str) -> Loaded:
    """Return a questionnaire that was kept, as its file had it."""
    note = state.note(_name(sha256)) or {}
    return checked(parse_document(note["source"], note["content"].encode(), pass_over=True))


def unchanged(state: State, used: Mapping[str, str]) -> bool:
    """Tell whether questionnaires still are what they were, and kept; `used` holds the file of each hash."""
    for sha256, source in used.items():
        try:
            data = Path(source).read_bytes()
        except (OSError, ValueError):
            return False
        if hashlib.sha256(data).hexdigest() != sha256 or state.note(_name(sha256)) is None:
            return False
    return True


def _name(sha256: str) -> str:
    return f"questionnaires/{sha256}.json"
