"""From what the user named (files, folders, globs) to the list of files to read."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from alignment_maturity.errors import Problem
from alignment_maturity.store.questionnaires import ENDINGS


class Source(NamedTuple):
    """A file to read; `named` tells one the user named from one found in a folder or by a glob."""

    path: str
    named: bool


def expand(sources: Sequence[str]) -> tuple[list[Source], list[Problem]]:
    """Find every answer file once, in sorted order, and tell which sources led nowhere.

    Folders are searched at all depths, hidden files and folders left out.
    """
    found: dict[Path, Source] = {}
    problems = []
    for source in sources:
        entries = sorted(_entries(source))
        if not entries:
            code = "empty-folder" if Path(source).is_dir() else "no-match"
            problems.append(Problem(code, source))
        for entry in entries:
            found.setdefault(Path(entry.path).resolve(), entry)
    return sorted(found.values()), problems


def _entries(source: str) -> Iterator[Source]:
    path = Path(source)
    if path.is_dir():
        yield from (Source(str(file), named=False) for file in _below(path))
    elif path.exists() or not glob.has_magic(source):
        yield Source(source, named=True)
    else:
        for match in glob.iglob(source, recursive=True):  # noqa: PTH207 - Path.glob takes no absolute pattern
            if Path(match).is_dir():
                yield from (Source(str(file), named=False) for file in _below(Path(match)))
            else:
                yield Source(match, named=False)


def _below(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.suffix.lower() in ENDINGS and not hidden and file.is_file():
            yield file
