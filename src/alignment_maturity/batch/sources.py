"""From what the user named (files, folders, globs, addresses, a list) to the inputs to read."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from alignment_maturity.errors import InvalidInput, Problem
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

_READ = (*ENDINGS, *TABLES)

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
    named: bool = False


def is_remote(path: str) -> bool:
    """Tell whether a path is an address such as `s3://bucket/answers.csv`."""
    return "://" in path


def is_table(path: str) -> bool:
    """Tell whether a file is a table by its ending; any other is taken for an answer file."""
    return path.lower().endswith(TABLES)


def listed(text: str) -> list[str]:
    """Return the paths of a list, one a line or with NUL between them, blank ones left out."""
    lines = text.split("\0") if "\0" in text else text.splitlines()
    return [path for path in lines if path.strip()]


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
        for entry, place in entries:
            if place not in found or (entry.named and not found[place].named):
                found[place] = entry
    return sorted(found.values()), problems


_Found = tuple[Source, str]
"""An input, and its real path, by which it is known wherever it is met again."""


def _remote(address: str, problems: list[Problem]) -> Iterator[_Found]:
    from alignment_maturity.batch.reading.remote import found_at

    try:
        found = found_at(address, TABLES, problems)
    except InvalidInput as error:
        problems += error.problems
        return
    for one in found:
        yield Source(one, named=one == address), one


def _entries(source: str, problems: list[Problem]) -> Iterator[_Found]:
    # os.path answers False where a folder may not be looked into; Path raises on some versions of Python.
    if os.path.isdir(source):  # noqa: PTH112
        yield from _below(source, problems)
    elif os.path.exists(source) or not glob.has_magic(source):  # noqa: PTH110
        yield Source(source, named=True), os.path.realpath(source)
    else:
        for match in _matches(source):
            if os.path.isdir(match):  # noqa: PTH112
                yield from _below(match, problems)
            else:
                yield Source(match), os.path.realpath(match)


def _matches(pattern: str) -> Iterator[str]:
    """Go through what a pattern matches; `**` follows no links to folders, which may lead in circles."""
    if "**" not in pattern:
        yield from glob.iglob(pattern)  # noqa: PTH207 - Path.glob takes no absolute pattern
        return
    whole = Path(pattern)
    top = Path(whole.anchor)
    for match in top.glob(str(whole.relative_to(whole.anchor))):
        if not any(part.startswith(".") and part not in whole.parts for part in match.parts):
            yield str(match)


def _below(folder: str, problems: list[Problem]) -> Iterator[_Found]:
    """Go through the inputs below a folder; with 100,000 of them every look at a file takes its time."""
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(place) as entries:
                # What Office keeps beside a workbook that is open begins with ~$.
                visible = {entry.name: entry for entry in entries if not entry.name.startswith((".", "~$"))}
        except OSError:
            problems.append(Problem("no-permission", place))
            continue
        before, real = str(Path(place, "x"))[:-1], os.path.realpath(place)
        written = OUTPUTS if {"summary.json", "errors.csv"} <= visible.keys() else frozenset()
        # In order already, for all of them are put in order later, which is next to nothing then.
        for name in sorted(visible):
            entry, path = visible[name], before + name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif not name.lower().endswith(_READ) or name in written:
                continue
            elif not entry.is_symlink():
                yield Source(path), f"{real}/{name}"
            elif not entry.is_dir():  # a link to a folder is not followed: it may lead back
                yield Source(path), os.path.realpath(path)
