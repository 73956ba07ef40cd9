"""What a check found, told by the path into the data; the readers turn the path into a line and column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import NamedTuple

Path = tuple[str | int, ...]


class Finding(NamedTuple):
    """One problem found in plain data.

    Attributes:
        path: keys and indices from the root to what is wrong.
        code: a key of `language.problems.PHRASES`.
        values: what the sentence of `code` is filled with.
        on_key: whether the key at the end of the path is wrong, rather than its value.
        warning: whether the file can be used all the same.
    """

    path: Path
    code: str
    values: Mapping[str, object] = {}
    on_key: bool = False
    warning: bool = False


class Suggestion:
    """The known word that a wrong one is probably a misspelling of, looked for only when it is shown.

    In a phrase, `{suggestion:; did you mean `*`?}` is the text with the word in place of the star, or
    nothing where no known word is close.
    """

    def __init__(self, word: str, known: Iterable[str]) -> None:
        self._word = word
        self._known = known

    def __format__(self, spec: str) -> str:
        word = closest(self._word, self._known)
        return spec.replace("*", word) if word else ""


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` is probably a misspelling of, if any."""
    if len(word) > 80:
        return None
    return next(iter(get_close_matches(word, list(islice(known, 500)), n=1, cutoff=0.6)), None)
