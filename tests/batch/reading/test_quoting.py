"""The records of CSV text, against a machine that goes from character to character."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_maturity.batch.reading import quoting, records
from batch.reading.surveys import encoded, read_text

PIECES = ["a", "b", '"', '""', ",", ",", "\n", "\n", "\r\n", "\r", '"a"', '"a,b"', '"x\ny"', " ", '"q""q"']
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(lambda pieces: "".join(pieces).encode() + b"\n")
BLANK = b'", \t\r\n'
Found = dict[int, list[bytes] | str]


def by_characters(text: bytes, columns: int) -> tuple[int, Found]:
    """Take text apart by the rules: return the number of records, and the fields or the fault of each."""
    found: Found = {}
    start = number = 0
    while start < len(text):
        fields, stop, fault = one_record(text, start)
        if fault:
            stop = text.index(b"\n", start) + 1
            found[number] = fault
        elif len(fields) == columns:
            found[number] = fields
        elif text[start:stop].strip(BLANK):
            surplus = b"".join(fields[columns:]).strip(BLANK)
            found[number] = "ragged-row" if surplus else [*fields, *[b""] * columns][:columns]
        start, number = stop, number + 1
    return number, found


def one_record(text: bytes, place: int) -> tuple[list[bytes], int, str]:
    fields: list[bytes] = []
    while True:
        field, place, fault = quoted_field(text, place) if text[place] == 34 else plain_field(text, place)
        if fault:
            return [], place, fault
        fields.append(field)
        if text[place] == 10:
            return fields, place + 1, ""
        place += 1


def plain_field(text: bytes, place: int) -> tuple[bytes, int, str]:
    start = place
    while text[place] not in b",\n":
        place += 1
    field = text[start:place]
    return (field.removesuffix(b"\r") if text[place] == 10 else field), place, ""


def quoted_field(text: bytes, place: int) -> tuple[bytes, int, str]:
    field = bytearray()
    place += 1
    while place < len(text):
        if text[place] != 34:
            field.append(text[place])
            place += 1
        elif text[place + 1] == 34:
            field.append(34)
            place += 2
        else:
            place += 1
            if text[place : place + 2] == b"\r\n":
                place += 1
            return bytes(field), place, "" if text[place] in b",\n" else "text-after-value"
    return b"", place, "unclosed-quote"


def in_blocks(text: bytes, columns: int) -> tuple[int, Found]:
    found: Found = {}
    count = 0
    for some in records.fields(text, ord(","), columns):
        for row, number in enumerate(some.records.tolist()):
            spans = zip(some.starts[row].tolist(), some.stops[row].tolist(), strict=True)
            found[number] = [some.text(start, stop) for start, stop in spans]
        found |= {fault.record: fault.code for fault in some.faults}
        count = some.first + some.count
    return count, found


@settings(max_examples=500)
@given(text=TEXTS, columns=st.integers(1, 4), block=st.sampled_from([1, 2, 3, 5, 8, 64, 4096]))
def test_records_are_those_of_the_rules(text: bytes, columns: int, block: int) -> None:
    """A field would be taken for another, or a row for two, where quotes stand in odd places."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(records, "BLOCK", block)
        assert in_blocks(text, columns) == by_characters(text, columns)


@settings(max_examples=300)
@given(text=TEXTS, longest=st.sampled_from([4, 8, 16]), block=st.sampled_from([1, 2, 3, 5]))
def test_what_is_too_long_does_not_depend_on_blocks(text: bytes, longest: int, block: int) -> None:
    """The number of processes would change which rows are faulty."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (records, quoting):
            patch.setattr(module, "LONGEST", longest)
        patch.setattr(records, "BLOCK", longest)
        whole = in_blocks(text, 2)
        patch.setattr(records, "BLOCK", min(block, longest))
        assert in_blocks(text, 2) == whole


@settings(max_examples=60)
@given(names=st.lists(st.lists(st.sampled_from([*PIECES, '"']), max_size=6).map("".join), max_size=8))
def test_names_are_those_of_the_rules(names: list[str]) -> None:
    """What polars reads, and what is read field by field, would be different names."""
    text = "".join(f"{name},1\n" for name in names) + "last,1\n"
    with tempfile.TemporaryDirectory() as folder:
        reading = read_text("organisation,q00\n" + text, Path(folder))
    _, found = by_characters(text.encode(), 2)
    sound = {
        number: " ".join(fields[0].decode().replace("\r\n", "\n").split())
        for number, fields in found.items()
        if isinstance(fields, list)
        and fields[1].strip() in {b"", b"1"}
        and b"\r" not in fields[0].replace(b"\r\n", b"")
    }
    assert {row[5]: row[0] for row in encoded(reading)} == {row: name for row, name in sound.items() if name}
