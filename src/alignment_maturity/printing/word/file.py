"""A Word file as a whole: what it says of itself, and its bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document

UNKNOWN_DAY = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The day a file bears where there are no answers; a clock would make it differ each time."""

_LONGEST = 255
"""Characters of a property at most."""

_REGIONS = {"it": "it-IT", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself.

    Attributes:
        lang: BCP 47 tag.
        date: ISO 8601, empty where none is known.
    """

    title: str
    subject: str
    author: str
    generator: str
    lang: str
    date: str


def tell(word: Document, about: About) -> None:
    """Set the properties of a document, so that none is left to a clock or a library."""
    told = word.core_properties
    day = dt.datetime.fromisoformat(about.date).replace(tzinfo=dt.UTC) if about.date else UNKNOWN_DAY
    told.title = about.title[:_LONGEST]
    told.subject = about.subject[:_LONGEST]
    told.author = about.author[:_LONGEST]
    told.comments = about.generator[:_LONGEST]
    told.language = about.lang
    told.last_modified_by = ""
    told.revision = 1
    told.created = told.modified = day
    # The picture of an empty page, from a template.
    package = word.part.package
    for name in [name for name, found in package.rels.items() if found.reltype.endswith("/thumbnail")]:
        package.rels.pop(name)


def region(lang: str) -> str:
    """Return the language as Word's spell checkers know it."""
    return _REGIONS.get(lang, lang)


def saved(word: Document) -> bytes:
    """Return the file of a document; the same document gives the same bytes."""
    written = io.BytesIO()
    word.save(written)
    # Packed again, because the dates of its parts would be those of the moment.
    with zipfile.ZipFile(written) as parts:
        return packed({name: parts.read(name) for name in parts.namelist()})


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Pack the parts of a document by their names; the same parts give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)  # 1 January 1980
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else the machine's
            file.writestr(entry, content)
    return made.getvalue()
