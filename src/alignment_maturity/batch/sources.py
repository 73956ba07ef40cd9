"""From what the user named (files, folders, globs) to the list of files to read."""

from __future__ import annotations

import glob
import os
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
    found: dict[str, Source] = {}
    problems: list[Problem] = []
    for source in sources:
        entries = sorted(_entries(source, problems))
        if not entries:
            problems.append(Problem("empty-folder" if os.path.isdir(source) else "no-match", source))  # noqa: PTH112
        for entry in entries:
            found.setdefault(os.path.realpath(entry.path), entry)
    return sorted(found.values()), problems


def _entries(source: str, problems: list[Problem]) -> Iterator[Source]:
    # os.path answers False where a folder may not be looked into; Path raises on some versions of Python.
    if os.path.isdir(source):  # noqa: PTH112
        yield from _below(source, problems)
    elif os.path.exists(source) or not glob.has_magic(source):  # noqa: PTH110
        yield Source(source, named=True)
    else:
        for match in glob.iglob(source, recursive=True):  # noqa: PTH207 - Path.glob takes no absolute pattern
            if os.path.isdir(match):  # noqa: PTH112
                yield from _below(match, problems)
            else:
                yield Source(match, named=False)


def _below(folder: str, problems: list[Problem]) -> Iterator[Source]:
    def refused(error: OSError) -> None:
        problems.append(Problem("no-permission", str(error.filename)))

    for place, folders, files in os.walk(folder, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield Source(str(Path(place, name)), named=False)
