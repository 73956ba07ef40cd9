"""A part of one table, which one task reads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["csv", "jsonl", "parquet", "xlsx"]


@dataclass(frozen=True, slots=True)
class Slice:
    """Some whole records of one table.

    Attributes:
        path: the local file that holds the records: the table itself, or its copy where that is packed,
            remote or a workbook.
        name: the table as the user named it.
        start: where the records begin: a byte of a CSV or JSON Lines file, a row of the others.
        stop: where they end, in the same units.
        header: the names of the columns as they are written, outer blanks dropped; of JSON Lines, the keys
            that the first lines hold.
        first_row: the number by which a user knows the first data row of the table: 2 under the header of a
            CSV file, the line of JSON Lines, 1 in Parquet.
        delimiter: what stands between the fields of a CSV file, else empty.
        encoding: of a text file, `utf-8` or `cp1252`.
        newline: the last character of each line of a text file.
        oversized: whether the slice is one single record that is too long to be read, and a fault.
    """

    path: str
    name: str
    kind: Kind
    start: int
    stop: int
    header: tuple[str, ...]
    first_row: int
    delimiter: str = ""
    encoding: str = "utf-8"
    newline: str = "\n"
    oversized: bool = False

    def halves(self) -> tuple[Slice, ...]:
        """Part the records in two of about the same size, nothing where there is one record only."""
        from alignment_maturity.batch.reading.cutting import middle

        border = middle(self)
        if border is None:
            return ()
        return replace(self, stop=border), replace(self, start=border)
