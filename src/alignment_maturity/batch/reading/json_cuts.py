"""Cutting a JSON Lines file between its lines."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from alignment_maturity.batch.reading.headers import check_header
from alignment_maturity.batch.reading.json_objects import NotAnObject, read_object
from alignment_maturity.batch.reading.quoting import LONGEST
from alignment_maturity.batch.reading.slices import Slice
from alignment_maturity.batch.reading.text_cuts import slices
from alignment_maturity.batch.reading.text_files import read_bytes, refuse_other_formats
from alignment_maturity.errors import InvalidInput

_SAMPLE = 1_000


def cut_json_lines(path: str, name: str, target: int) -> Iterator[Slice]:
    """Cut a JSON Lines file into slices of about `target` bytes.

    Raises:
        InvalidInput: where it is none, or its first lines have no `organisation`.
        OSError: where it cannot be read.
    """
    with Path(path).open("rb") as file:
        head = file.read(LONGEST)
        refuse_other_formats(name, head, "JSON Lines")
        start = len(codecs.BOM_UTF8) if head.startswith(codecs.BOM_UTF8) else 0
        header = _keys(head[start:])
        if header is None:
            raise InvalidInput.of("no-json-lines", name)
        check_header(name, header)
        whole = Slice(path, name, "jsonl", start, start, header, first_row=1)
        yield from slices(file, whole, target, _last_line)


def json_middle(part: Slice) -> int | None:
    """Return the border between lines nearest to the middle of a slice; None where there is one line."""
    text = read_bytes(part)
    middle = len(text) // 2
    borders = (text.rfind(b"\n", 0, middle) + 1, text.find(b"\n", middle) + 1)
    inner = [border for border in borders if 0 < border < len(text)]
    return part.start + min(inner, key=lambda border: abs(border - middle)) if inner else None


def _last_line(text: bytes, *, final: bool) -> int:
    return len(text) if final else text.rfind(b"\n") + 1


def _keys(head: bytes) -> tuple[str, ...] | None:
    """Return the keys of the first lines; None where no line is an object."""
    keys: dict[str, None] = {}
    objects = 0
    for line in islice(head.split(b"\n"), _SAMPLE):
        try:
            keys |= dict.fromkeys(read_object(line))
        except NotAnObject:
            continue
        objects += 1
    return tuple(keys) if objects else None
