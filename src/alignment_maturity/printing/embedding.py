"""Files inside a PDF, in the way of PDF/A-3: with media type, relation to the document, and fixed dates."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, Protocol

Relationship = Literal["Data", "Source", "Supplement"]
"""What a file is to the document: what its figures come from, what it was made of, or something besides."""

_REFERENCE = re.compile(rb"[0-9]+ 0 R")


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A file to be put into a PDF.

    Attributes:
        name: in ASCII, without folders.
        date: when it was made and last changed, for whoever takes it out.
    """

    name: str
    data: bytes
    media_type: str
    description: str
    relationship: Relationship
    date: dt.date


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pages of a PDF that is nearly finished.

    Attributes:
        engine: the version of WeasyPrint.
        pages: the SHA-256 of what draws each page, in hexadecimal.
        tools: the SHA-256 of everything they are drawn with, sorted: fonts (`font_sha256`), patterns, colour
            profiles. Pictures are left out: whatever program saves the file may pack them otherwise.
    """

    engine: str
    pages: tuple[str, ...]
    tools: tuple[str, ...]


Embedding = Callable[[Drawn], Sequence[EmbeddedFile]]
"""Says which files a PDF is to hold, once its pages are drawn."""


class PdfFile(Protocol):
    """What WeasyPrint hands to a finisher."""

    objects: list[Any]
    catalog: dict[str, Any]
    page_references: tuple[bytes, ...]

    def add_object(self, object_: Any) -> None:  # noqa: ANN401 - pydyf has no types
        """Give an object its number."""


def drawn(pdf: PdfFile, engine: str) -> Drawn:
    """Say what the pages of a PDF consist of."""
    import pydyf

    pages = [_object(pdf, reference) for reference in pdf.page_references]
    contents = [_object(pdf, page["Contents"]) for page in pages]
    streams = (found for found in pdf.objects if isinstance(found, pydyf.Stream) and found not in contents)
    tools = {_sha256(stream) for stream in streams if "Filter" not in stream.extra}
    for resources in {page["Resources"] for page in pages}:
        fonts = _object(pdf, _object(pdf, resources)["Font"])
        tools |= {font_sha256(name, _below(pdf, font)) for name, font in fonts.items()}
    return Drawn(engine, tuple(map(_sha256, contents)), tuple(sorted(tools)))


def font_sha256(name: str, streams: Iterable[str]) -> str:
    """Hash a font by the name that pages use for it and the hashes of its streams."""
    return hashlib.sha256(" ".join((name, *streams)).encode()).hexdigest()


def embed(pdf: PdfFile, files: Iterable[EmbeddedFile]) -> None:
    """Put files into a PDF and declare them as belonging to the whole document."""
    import pydyf

    names, associated = pydyf.Array(), pydyf.Array()
    for file in sorted(files, key=lambda file: file.name):  # a tree of names is sorted
        specification = _specification(pdf, file)
        names.extend([pydyf.String(file.name), specification])
        associated.append(specification)
    if names:
        tree = pydyf.Dictionary({"Names": names})
        pdf.add_object(tree)
        pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = tree.reference
        pdf.catalog["AF"] = associated


def _specification(pdf: PdfFile, file: EmbeddedFile) -> object:
    """Add a file and return the reference of what describes it."""
    import pydyf

    day = pydyf.String(f"D:{file.date:%Y%m%d}000000Z")
    about = {
        "Type": "/EmbeddedFile",
        "Subtype": f"/{file.media_type.replace('/', '#2f')}",
        "Filter": "/FlateDecode",
        "Params": pydyf.Dictionary({"Size": len(file.data), "CreationDate": day, "ModDate": day}),
    }
    content = pydyf.Stream([_packed(file.data)], about)
    pdf.add_object(content)
    specification = pydyf.Dictionary({
        "Type": "/Filespec",
        "F": pydyf.String(file.name),
        "UF": pydyf.String(file.name),
        "Desc": pydyf.String(file.description),
        "AFRelationship": f"/{file.relationship}",
        "EF": pydyf.Dictionary({"F": content.reference, "UF": content.reference}),
    })  # fmt: skip
    pdf.add_object(specification)
    return specification.reference


@lru_cache(maxsize=8)
def _packed(data: bytes) -> bytes:
    """Pack a file; reports of one questionnaire carry the same one."""
    return zlib.compress(data, 9)


def _object(pdf: PdfFile, reference: bytes) -> Any:  # noqa: ANN401 - pydyf has no types
    return pdf.objects[int(reference.split()[0])]


def _below(pdf: PdfFile, value: Any) -> Iterator[str]:  # noqa: ANN401 - pydyf has no types
    """Go through the hashes of the streams that something leads to, in the order of its keys."""
    import pydyf

    if isinstance(value, bytes) and _REFERENCE.fullmatch(value):
        value = _object(pdf, value)
    if isinstance(value, pydyf.Stream):
        yield _sha256(value)
    elif isinstance(value, dict):
        for key in sorted(value):
            yield from _below(pdf, value[key])
    elif isinstance(value, list):
        for item in value:
            yield from _below(pdf, item)


def _sha256(stream: Any) -> str:  # noqa: ANN401 - pydyf has no types
    """Hash what a stream holds, as a reader of the file gets it."""
    import pydyf

    data: bytes = pydyf.Stream(stream.stream).data  # not compressed: `<<...>> stream ... endstream`
    content = data[data.index(b"\nstream\n") + len(b"\nstream\n") : -len(b"\nendstream")]
    stream.stream = [content]  # pydyf joins the parts whenever it is asked for them, which is twice more
    return hashlib.sha256(content).hexdigest()
