"""Finding and reading questionnaires: given ones, those beside the answers, one's own, the built-in ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from alignment_maturity.errors import Problem, WrongUsage
from alignment_maturity.model.checks import check_questionnaire
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.scalars import IDENTIFIER
from alignment_maturity.store.builtin import data_folder, own_folder
from alignment_maturity.store.documents import read_document
from alignment_maturity.store.validation import validate

ENDINGS = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A questionnaire that was read.

    Attributes:
        sha256: of the bytes of its file.
        source: the file as the user named it.
    """

    questionnaire: Questionnaire
    sha256: str
    source: str
    warnings: tuple[Problem, ...]


Place = Literal["beside", "own", "built-in"]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a questionnaire lies; the nearest place wins."""

    id: str
    path: Path
    place: Place


def read_questionnaire(source: str | Path) -> Loaded:
    """Read and check a questionnaire file; `-` is standard input.

    Raises:
        InvalidInput: with everything that is wrong.
    """
    document = read_document(source)
    questionnaire, warnings = validate(document, Questionnaire, check_questionnaire)
    return Loaded(questionnaire, document.sha256, document.source, warnings)


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
    found = locate(reference, beside)
    if found is None:
        known = ", ".join(sorted({entry.id for entry in available(beside)}))
        raise WrongUsage("questionnaire-unknown", id=reference, known=known)
    return read_questionnaire(found.path)


def locate(name: str, beside: Path | None = None, *, besides: Path | None = None) -> Found | None:
    """Find the questionnaire with an id; `besides` is a file that is not meant, the answers themselves."""
    if not IDENTIFIER.fullmatch(name):
        return None
    # Asked for by name: going through a folder of a million answers for each of them would take for ever.
    for place, folder in _places(beside):
        for ending in ENDINGS:
            path = folder / f"{name}{ending}"
            if path.is_file() and (besides is None or path.resolve() != besides.resolve()):
                return Found(name, path, place)
    return None


def available(beside: Path | None = None) -> Iterator[Found]:
    """Go through all questionnaires that an id can stand for, the nearest place first."""
    for place, folder in _places(beside):
        for ending in ENDINGS:
            yield from (Found(path.stem, path, place) for path in sorted(folder.glob(f"*{ending}")))


def looks_like_file(reference: str) -> bool:
    """Tell a file name from an id."""
    return reference == "-" or reference.endswith(ENDINGS) or any(mark in reference for mark in "/\\")


def _places(beside: Path | None) -> Iterator[tuple[Place, Path]]:
    if beside is not None:
        yield "beside", beside
    yield "own", own_folder()
    yield "built-in", data_folder("questionnaires")
