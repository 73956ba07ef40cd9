"""Finding and reading questionnaires: given ones, those beside the answers, one's own, the built-in ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from alignment_maturity.errors import Problem, WrongUsage
from alignment_maturity.model.checks import check_questionnaire
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.store.builtin import builtin_questionnaires, own_folder
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


@dataclass(frozen=True, slots=True)
class Found:
    """Where a questionnaire lies; the nearest place wins."""

    id: str
    path: Path
    place: Literal["beside", "own", "built-in"]


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
    entries = (entry for entry in available(beside) if entry.id == name)
    return next((entry for entry in entries if besides is None or not _same(entry.path, besides)), None)


def available(beside: Path | None = None) -> Iterator[Found]:
    """Go through all questionnaires that an id can stand for, the nearest place first."""
    if beside is not None:
        yield from (Found(path.stem, path, "beside") for path in _files(beside))
    yield from (Found(path.stem, path, "own") for path in _files(own_folder()))
    yield from (Found(name, path, "built-in") for name, path in builtin_questionnaires().items())


def looks_like_file(reference: str) -> bool:
    """Tell a file name from an id."""
    return reference == "-" or reference.endswith(ENDINGS) or any(mark in reference for mark in "/\\")


def _files(folder: Path) -> Iterator[Path]:
    for ending in ENDINGS:
        yield from sorted(folder.glob(f"*{ending}"))


def _same(path: Path, other: Path) -> bool:
    return path.resolve() == other.resolve()
