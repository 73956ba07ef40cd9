"""Finding and reading questionnaires: given ones, those beside the answers, one's own, the built-in ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from alignment_maturity.errors import Problem, WrongUsage
from alignment_maturity.model.answers import FORMS
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.questionnaire_checks import check_questionnaire
from alignment_maturity.model.scalars import IDENTIFIER
from alignment_maturity.store.builtin import data_folder, own_folder
from alignment_maturity.store.documents import Document, parse_document
from alignment_maturity.store.files import read_bytes
from alignment_maturity.store.places import Limits
from alignment_maturity.store.validation import validate

ENDINGS = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A questionnaire that was read.

    Attributes:
        document: its file, as plain data and as text.
    """

    questionnaire: Questionnaire
    document: Document
    warnings: tuple[Problem, ...]

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes of its file."""
        return self.document.sha256

    @property
    def source(self) -> str:
        """The file as the user named it."""
        return self.document.source


Place = Literal["beside", "own", "built-in"]
"""Where a questionnaire lies; the nearest wins."""


def read_questionnaire(source: str | Path) -> Loaded:
    """Read and check a questionnaire file; `-` is standard input.

    Raises:
        InvalidInput: with everything that is wrong.
    """
    name = str(source)
    data = read_bytes(name, Limits().bytes)
    return _known(name, data) or checked(parse_document(name, data, pass_over=True))


def checked(document: Document) -> Loaded:
    """Check a document that was read with `pass_over`.

    Raises:
        InvalidInput: with everything that is wrong.
    """
    questionnaire, warnings = validate(document, Questionnaire, check_questionnaire)
    return Loaded(questionnaire, document, warnings)


def find_questionnaire(reference: str, beside: Path | None = None) -> Loaded:
    """Read the questionnaire that an id or a file name stands for.

    Args:
        reference: what looks like a path is one; anything else is an id.
        beside: a folder to look for the id in first.

    Raises:
        InvalidInput: where the file cannot be used.
        WrongUsage: where no questionnaire has this id.
    """
    if looks_like_file(reference):
        return read_questionnaire(reference)
    loaded = questionnaire_named(reference, beside)
    if loaded is None:
        known = ", ".join(dict.fromkeys(path.stem for _, path in candidates()))
        raise WrongUsage("questionnaire-unknown", id=reference, known=known)
    return loaded


def questionnaire_named(name: str, beside: Path | None = None) -> Loaded | None:
    """Read the questionnaire with an id from the nearest place that has one; None where none has.

    Raises:
        InvalidInput: where its file cannot be used.
    """
    if not IDENTIFIER.fullmatch(name):
        return None
    # Asked for by name: going through a folder of a million answers for each of them would take for ever.
    for _, folder in _places(beside):
        for ending in ENDINGS:
            path = folder / f"{name}{ending}"
            # `questionnaire show full --json > full.json` makes an empty file before it asks for `full`.
            if path.is_file() and path.stat().st_size:
                loaded = _known(str(path), read_bytes(str(path), Limits().bytes))
                # Answers are often named after their questionnaire.
                if loaded is not None:
                    return loaded
    return None


def built_in(name: str) -> Loaded | None:
    """Read the questionnaire with an id that ships with the program; None where none does."""
    path = data_folder("questionnaires") / f"{name}.yaml"
    return read_questionnaire(path) if IDENTIFIER.fullmatch(name) and path.is_file() else None


def candidates(beside: Path | None = None) -> Iterator[tuple[Place, Path]]:
    """Go through the files that could be questionnaires with an id, the nearest place first."""
    for place, folder in _places(beside):
        for ending in ENDINGS:
            yield from ((place, path) for path in sorted(folder.glob(f"*{ending}")))


def holds_questionnaire(document: Document) -> bool:
    """Tell whether a file is meant to be a questionnaire, sound or not."""
    return isinstance(document.data, dict) and "questions" in document.data


def holds_answers(document: Document) -> bool:
    """Tell whether a file is meant to be answers, sound or not."""
    return (
        isinstance(document.data, dict)
        and not document.data.keys().isdisjoint(FORMS)
        and not holds_questionnaire(document)
    )


def looks_like_file(reference: str) -> bool:
    """Tell a file name from an id."""
    return reference == "-" or reference.lower().endswith(ENDINGS) or any(mark in reference for mark in "/\\")


@lru_cache(maxsize=4)
def _known(source: str, data: bytes) -> Loaded | None:
    """Check the content of a file, None where it is answers; a process that reads many folders asks often."""
    document = parse_document(source, data, pass_over=True)
    return None if holds_answers(document) else checked(document)


def _places(beside: Path | None) -> Iterator[tuple[Place, Path]]:
    if beside is not None:
        yield "beside", beside
    yield "own", own_folder()
    yield "built-in", data_folder("questionnaires")
