"""Cutting a CSV file: how it is written, its header, and the borders between its records."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from alignment_maturity.batch.reading.cells import ORGANISATION
from alignment_maturity.batch.reading.headers import check_header, tidy
from alignment_maturity.batch.reading.quoting import LONGEST, find_quoting
from alignment_maturity.batch.reading.records import blocks, first_record, line_ends
from alignment_maturity.batch.reading.slices import Slice
from alignment_maturity.batch.reading.text_cuts import slices
from alignment_maturity.batch.reading.text_files import (
    encoding_of,
    newline_of,
    read_bytes,
    refuse_other_formats,
    text_of,
    with_line_feeds,
)
from alignment_maturity.errors import InvalidInput, Problem

_DELIMITERS = b",;\t"
_SEPARATOR = re.compile(rb'"?sep=([^\r\n"])"?[ ,;\t]*\r?\n', re.IGNORECASE)
_QUOTED = re.compile(rb'"(?:[^"]|"")*"')
_BLANK_LINES = re.compile(rb"(?:[ \t]*\r?\n)*")


def cut_csv(path: str, name: str, target: int) -> Iterator[Slice]:
    """Cut a CSV file into slices of about `target` bytes.

    Raises:
        InvalidInput: where it is none, or its header cannot be used.
        OSError: where it cannot be read.
    """
    with Path(path).open("rb") as file:
        head = file.read(LONGEST)
        refuse_other_formats(name, head, "CSV")
        file.seek(0)
        encoding, newline = encoding_of(file), newline_of(head)
        header = _read_header(name, with_line_feeds(head, newline), encoding)
        whole = Slice(
            path=path,
            name=name,
            kind="csv",
            start=header.stop,
            stop=header.stop,
            header=header.names,
            first_row=2,
            delimiter=header.delimiter,
            encoding=encoding,
            newline=newline,
        )
        delimiter = ord(header.delimiter)

        def end_of(text: bytes, *, final: bool) -> int:
            return find_quoting(text, delimiter, final=final).end

        yield from slices(file, whole, target, end_of)


def csv_middle(part: Slice) -> int | None:
    """Return the border between records nearest to the middle of a slice; None where there is none."""
    text = read_bytes(part)
    middle = len(text) / 2
    place, best = 0, 0
    for block, quoting in blocks(text, ord(part.delimiter)):
        borders = line_ends(block, quoting) + place
        borders = borders[borders < len(text)]
        if len(borders):
            best = min(
                best, int(borders[np.argmin(abs(borders - middle))]), key=lambda one: abs(one - middle)
            )
        place += len(block)
    return part.start + best if best else None


class _Header(NamedTuple):
    names: tuple[str, ...]
    delimiter: str
    stop: int


def _read_header(name: str, head: bytes, encoding: str) -> _Header:
    """Read the header at the start of a file; what may stand before it is passed over."""
    start = len(codecs.BOM_UTF8) if head.startswith(codecs.BOM_UTF8) else 0
    separator = _SEPARATOR.match(head, start)
    if separator:
        start = separator.end()
    blank = _BLANK_LINES.match(head, start)
    start = blank.end() if blank else start
    text = head[start:]
    delimiter = separator[1] if separator else _delimiter_of(text)
    try:
        fields, stop = first_record(text, ord(delimiter), final=len(head) < LONGEST)
    except ValueError as error:
        raise InvalidInput([Problem(str(error), name, line=1, column=1)]) from None
    if not stop:
        raise InvalidInput.of("no-header", name)
    names = tuple(tidy(text_of(field, encoding)) for field in fields)
    check_header(name, names)
    return _Header(names, delimiter.decode(), start + stop)


def _delimiter_of(text: bytes) -> bytes:
    """Return the delimiter that makes the first line a header, or else the one that is there most often."""
    quoted = _QUOTED.match(text)
    line = text[: text.find(b"\n", quoted.end() if quoted else 0) + 1 or len(text)]
    bare = _QUOTED.sub(lambda match: match[0].translate(None, _DELIMITERS), line)

    def fitness(delimiter: bytes) -> tuple[bool, int]:
        names = [name.strip(b' \t\r\n"') for name in bare.split(delimiter)]
        return ORGANISATION.encode() in names, len(names)

    return max((_DELIMITERS[place : place + 1] for place in range(len(_DELIMITERS))), key=fitness)
