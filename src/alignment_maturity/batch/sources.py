"""From what the user named (files, folders, globs, addresses, a list) to the inputs to read."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from alignment_maturity.errors import Problem
from alignment_maturity.store.questionnaires import ENDINGS

TEXT_TABLES = (".csv", ".tsv", ".jsonl", ".ndjson")
PACKED = (".gz", ".zst")
TABLES = (
    *TEXT_TABLES,
    *(f"{text}{packed}" for text in TEXT_TABLES for packed in PACKED),
    ".parquet",
    ".xlsx",
)
"""Endings of tables, in lower case."""

OTHER_TABLES = (".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".tab", ".dbf", ".sav", ".feather", ".arrow")
"""Endings of tables that are not read: better told so than taken for answers in YAML."""

OUTPUTS = frozenset(
    {
        "errors.csv",
        "reports.csv",
        "summary.json",
        *(f"{name}.{form}" for name in ("results", "respondents") for form in ("csv", "jsonl", "parquet")),
    }
)
"""What a run writes; a folder that holds a summary and errors is one of an earlier run."""


class Source(NamedTuple):
    """A file to read; `named` tells one the user named from one found in a folder or by a glob."""

    path: str
    named: bool


def is_remote(path: str) -> bool:
    """Tell whether a path is an address such as `s3://bucket/answers.csv`."""
    return "://" in path


def is_table(path: str) -> bool:
    """Tell whether a file is a table by its ending; any other is taken for an answer file."""
    return path.lower().endswith(TABLES)


def listed(lines: Iterable[str]) -> list[str]:
    """Return the paths of a list, one a line, blank lines left out."""
    return [path for line in lines if (path := line.rstrip("\r\n")).strip()]


def expand(sources: Sequence[str]) -> tuple[list[Source], list[Problem]]:
    """Find every input once, in sorted order, and tell which sources led nowhere.

    Folders are searched at all depths; left out are hidden files and folders, and the tables of earlier runs.

    Raises:
        WorkFailed: where an address is named and the library for it is not installed.
    """
    found: dict[str, Source] = {}
    problems: list[Problem] = []
    for source in sources:
        entries = sorted(_remote(source, problems) if is_remote(source) else _entries(source, problems))
        if not entries and not is_remote(source):
            problems.append(Problem("empty-folder" if os.path.isdir(source) else "no-match", source))  # noqa: PTH112
        for entry in entries:
            place = entry.path if is_remote(entry.path) else os.path.realpath(entry.path)
            if place not in found or (entry.named and not found[place].named):
                found[place] = entry
    return sorted(found.values()), problems


def _remote(address: str, problems: list[Problem]) -> Iterator[Source]:
    from alignment_maturity.batch.reading.remote import found_at

    addresses = found_at(address, (*TABLES, *ENDINGS), problems)
    for one in addresses:
        yield Source(one, named=one == address)


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
        written = OUTPUTS if {"summary.json", "errors.csv"} <= set(files) else frozenset()
        for name in files:
            if (
                name.lower().endswith((*ENDINGS, *TABLES))
                and not name.startswith(".")
                and name not in written
            ):
                yield Source(str(Path(place, name)), named=False)
