"""How much work a run is, guessed before anything is read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from alignment_maturity.batch.settings import MOST_WITH_PLANS, Settings
from alignment_maturity.batch.stages.read import ReadFiles, as_it_is

if TYPE_CHECKING:
    from alignment_maturity.batch.reading.slices import Slice
    from alignment_maturity.batch.stages.read import Reading

USUAL_ROW, USUAL_CELL = 40, 2
"""Bytes in a row of text, and in each of its cells besides, of the tables one meets."""

FULL_ROW, FULL_CELL = 200, 8
"""The same of tables that few exceed."""

SHORTEST_ANSWERS = 16
"""Bytes of an answer file that no respondent can do without."""

FEW_FILES = 20
"""Files beside tables that are next to no work; the questionnaires of tables are among them."""

SPEED = 60e6
"""Bytes of text that one core reads and scores in a second."""

_PIECE = 2**20


def seconds_of(reads: Iterable[Reading], settings: Settings) -> float:
    """Guess how long one core would take: whether to start more processes."""
    files = people = size = 0.0
    for task in reads:
        if isinstance(task, ReadFiles):
            files += len(task.sources)
        else:
            rows, row = _usual(task.slice)
            people += rows
            size += rows * row
    people += files
    each = 0.02 if settings.format == "jsonl" or settings.confidence else 1.5 if settings.reports else 0.0
    planned = 0.0001 if settings.plans or (settings.plans is None and people <= MOST_WITH_PLANS) else 0.0
    return files * 0.0004 + size / SPEED + people * (each + planned)


def all_columns(reads: Iterable[Reading], settings: Settings) -> bool:
    """Tell whether a run is work on columns alone: tables, and nothing done for each organisation."""
    parts, files = _parted(reads)
    slow = settings.confidence or settings.reports or settings.format == "jsonl"
    if not parts or len(files) > FEW_FILES or slow:
        return False
    return sum(map(_fewest, parts)) > MOST_WITH_PLANS if settings.plans is None else not settings.plans


def surely_within(reads: Iterable[Reading], most: int) -> bool:
    """Tell whether there are at most so many respondents, however short their rows are.

    Lines of text are counted, which takes a fraction of reading them, unless there surely are too many.
    """
    parts, files = _parted(reads)
    if sum(map(_fewest, parts)) > most:
        return False
    rows = sum(map(_most_in_file, files))
    for part in parts:
        if rows > most:
            return False
        rows += _lines(part) if _is_text(part) else part.stop - part.start
    return rows <= most


def _parted(reads: Iterable[Reading]) -> tuple[list[Slice], list[str]]:
    """Return the slices of tables, and the paths of answer files."""
    parts: list[Slice] = []
    files: list[str] = []
    for task in reads:
        if isinstance(task, ReadFiles):
            files += [source.path for _, source in task.sources]
        else:
            parts.append(task.slice)
    return parts, files


def _most_in_file(path: str) -> int:
    """Return how many respondents an answer file can hold at most."""
    found = as_it_is(path)
    return 0 if found is None else found[0] // SHORTEST_ANSWERS + 1


def _is_text(part: Slice) -> bool:
    return part.kind in {"csv", "jsonl"}


def _usual(part: Slice) -> tuple[float, float]:
    """Return about how many rows a slice has, and how many bytes each would be as text."""
    row = USUAL_ROW + USUAL_CELL * len(part.header)
    size = part.stop - part.start
    return (size / row if _is_text(part) else size), row


def _fewest(part: Slice) -> float:
    """Return how many rows a slice has, of text hardly fewer than so many."""
    size = part.stop - part.start
    return size / (FULL_ROW + FULL_CELL * len(part.header)) if _is_text(part) else size


def _lines(part: Slice) -> int:
    """Return how many lines a slice of text has: as many as records, or more where cells hold several."""
    end, left, lines = ord(part.newline), part.stop - part.start, 1
    try:
        with Path(part.path).open("rb") as file:
            file.seek(part.start)
            while left > 0 and (piece := file.read(min(left, _PIECE))):
                left -= len(piece)
                lines += int(np.count_nonzero(np.frombuffer(piece, dtype=np.uint8) == end))
    except OSError:  # whoever reads it will tell
        return lines
    return lines
