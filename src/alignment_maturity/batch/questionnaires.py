"""The questionnaires of a run: kept in its folder as they were when first read, known by their hash."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from alignment_maturity.encoding import Encoding
from alignment_maturity.store.documents import parse_document
from alignment_maturity.store.questionnaires import Loaded, checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alignment_maturity.batch.state import State


def keep(state: State, questionnaires: Iterable[Loaded]) -> None:
    """Keep questionnaires, unless they are there already.

    Raises:
        WorkFailed: where they cannot be written.
    """
    for loaded in questionnaires:
        name = f"questionnaires/{loaded.sha256}.json"
        if state.note(name) is None:
            content = loaded.document.content.decode()
            state.write(name, {"source": loaded.source, "content": content})


@cache
def kept(state: State, sha256: str) -> Encoding:
    """Return a questionnaire that was kept, ready to encode answers; read once in each process."""
    return Encoding(loaded(state, sha256).questionnaire)


@cache
def loaded(state: State, sha256: str) -> Loaded:
    """Return a questionnaire that was kept, as its file had it; read once in each process."""
    note = state.note(f"questionnaires/{sha256}.json") or {}
    return checked(parse_document(note["source"], note["content"].encode(), pass_over=True))


def unchanged(used: Mapping[str, str]) -> bool:
    """Tell whether questionnaires still are what they were; `used` holds the file of each hash."""
    for sha256, source in used.items():
        try:
            data = Path(source).read_bytes()
        except (OSError, ValueError):
            return False
        if hashlib.sha256(data).hexdigest() != sha256:
            return False
    return True
