"""What the reader of any format makes of a slice, before it is known whether the cells are sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from alignment_maturity.batch.reading.lexicon import Places
from alignment_maturity.batch.reading.records import Fault
from alignment_maturity.batch.reading.vocabulary import Ids

if TYPE_CHECKING:
    import polars as pl

ORGANISATION, GROUP, WAVE, DATE = "organisation", "group", "wave", "date"
RESPONDENT, QUESTIONNAIRE = "respondent", "questionnaire"
ABOUT = (ORGANISATION, GROUP, WAVE, DATE, RESPONDENT, QUESTIONNAIRE)
"""The columns that are no questions."""

MOST_TOLD = 50_000
"""Faults of one slice that are told; any more are counted."""


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that cannot be used: its row here, a code, and what the sentence is filled with."""

    row: int
    column: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)


class Short(NamedTuple):
    """Records whose last cells are missing: the number of each in its slice, and how many cells it has."""

    records: Places
    widths: Places


@dataclass(frozen=True, slots=True)
class Cells:
    """The records of a slice that could be taken apart, as columns of n rows.

    Attributes:
        count: records in the slice, blank ones and faults with them.
        records: (n,), the number of each row's record in the slice.
        about: those of the columns `ABOUT` that the table has, as text; null or blank where there is none.
        ids: of each column that is a question, the number of each cell in a `Vocabulary`.
        alien: the texts of cells that the vocabulary does not have, by column and row, the first of them.
        bad: cells that could not even be read.
        faults: records that could not be taken apart.
        others: columns that are neither.
        short: the records whose last cells are missing, and are blank here.
    """

    count: int
    records: Places
    about: Mapping[str, pl.Series]
    ids: Mapping[str, Ids]
    alien: Mapping[tuple[str, int], str]
    bad: tuple[BadCell, ...]
    faults: tuple[Fault, ...]
    others: tuple[str, ...]
    short: Short | None = None
