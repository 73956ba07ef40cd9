"""The file as a whole and its catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary

from pdf_audit.common import names, told

NOWHERE = names("AcroForm OCProperties Requirements AA OpenAction Perms Collection")


def outside(data: bytes) -> Iterator[str]:
    """Look at the two ends of a file."""
    yield from told({
        "A 6.1.2: not the head of an archival file": not re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", data),
        "A 6.1.3: something follows the end": not re.search(rb"%%EOF\r?\n?\Z", data),
        "A 6.1.3: changed after it was written": data.count(b"startxref") != 1,
    })  # fmt: skip


def document(file: pikepdf.Pdf) -> Iterator[str]:
    """Look at the trailer and the catalogue."""
    root = file.Root
    mark = root.get("/MarkInfo", Dictionary())
    identifiers = [bytes(part) for part in file.trailer.get("/ID", ())]
    yield from (f"PDF: {message}" for message in file.check_pdf_syntax())
    yield from told({
        "A 6.1.3: no identifier": len(identifiers) != 2 or not all(identifiers),
        "A 6.1.3: encrypted": "/Encrypt" in file.trailer,
        "A 6.7.2: not marked as tagged": not mark.get("/Marked", False),
        "UA 7.1: tags that are suspect": mark.get("/Suspects", False),
        "UA 7.2: no language": not re.fullmatch(
            "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*", str(root.get("/Lang", ""))
        ),
        "UA 7.1: windows do not show the title": not root.get("/ViewerPreferences", Dictionary()).get(
            "/DisplayDocTitle", False
        ),
        "A 6: something in the catalogue that no report has": root.keys() & NOWHERE,
        "A 6.10: names of something besides places and files": root.get("/Names", Dictionary()).keys()
        - {"/Dests", "/EmbeddedFiles"},
    })  # fmt: skip
    yield from _intent(list(root.get("/OutputIntents", ())))


def _intent(intents: list[Any]) -> Iterator[str]:
    if len(intents) != 1 or intents[0].get("/S") != "/GTS_PDFA1" or "/DestOutputProfile" not in intents[0]:
        yield "A 6.2.3: not one output intent with its profile"
        return
    profile = intents[0].DestOutputProfile
    data = profile.read_bytes()
    yield from told({
        "A 6.2.3: the profile is broken": data[36:40] != b"acsp"
        or int.from_bytes(data[:4], "big") != len(data),
        "A 6.2.3: the profile is not one of RGB": data[16:20] != b"RGB " or profile.get("/N") != 3,
        "A 6.2.3: the profile is too new, or not one of an output": data[8] > 4
        or data[12:16] not in {b"mntr", b"prtr"},
    })  # fmt: skip
