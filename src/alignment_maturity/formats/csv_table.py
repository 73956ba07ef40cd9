"""Tables as CSV that spreadsheets take for nothing but text and numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Write a header and one record a row (RFC 4180, UTF-8).

    What a row does not have, or has as None, is empty. Text that starts like a formula gets an apostrophe in
    front, with which no spreadsheet calculates it.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({column: _cell(value) for column, value in row.items()} for row in rows)
    # On Linux the name of a file may be bytes that are no text.
    return text.getvalue().encode(errors="backslashreplace")


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value
