"""Files inside a PDF, in the way of PDF/A-3: with media type, relation to the document, and fixed dates."""

from __future__ import annotations

import datetime as dt
import io
import re
import struct
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, NamedTuple, Protocol

from alignment_maturity.printing.hashing import Hashing, Stream

Relationship = Literal["Data", "Source", "Supplement"]
"""What a file is to the document: what its figures come from, what it was made of, or something besides."""

_TOKEN = re.compile(
    rb"(?P<reference>[0-9]+) 0 R\b|(?P<open><<|\[)|(?P<close>>>|\])|(?P<name>/[^\s/\[\]()<>]*)"
    rb"|\((?P<text>(?:\\.|[^\\()])*)\)|<(?P<hex>[0-9A-Fa-f]*)>|(?P<number>[-+]?[0-9]*\.?[0-9]+|[-+]?[0-9]+\.)"
    rb"|(?P<word>[a-z]+)",
    re.DOTALL,
)
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
_WORDS = {b"true": True, b"false": False}
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_COLOURS = {1: 0, 3: 2}
"""The kind of colours in a PNG file, by how many numbers a point has."""


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
        pages: the SHA-256 of what each page shows, in hexadecimal (`Hashing.page`).
        tools: the SHA-256 of everything they are drawn with, sorted: fonts, states, drawings, pictures,
            patterns, colour profiles (`Hashing.tools`), and of the links on them (`Hashing.annotation`).
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
    written = _Written(pdf)
    pages = [written.entries(_Reference(written.number(each))) for each in pdf.page_references]
    tools = {tool.sha256 for page in pages for tool in written.tools(page)}
    for page in pages:
        found = written.opened(page.get("/Annots"))
        tools |= {written.annotation(each).sha256 for each in (found if isinstance(found, list) else ())}
    hashes = (written.page(page, written.content(page["/Contents"])) for page in pages)
    return Drawn(engine, tuple(hashes), tuple(sorted(tools)))


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


class _Reference(NamedTuple):
    number: int


class _Written(Hashing):
    """The objects of a PDF that is being written, read from the very bytes that will be in the file."""

    def __init__(self, pdf: PdfFile) -> None:
        super().__init__()
        self._pdf = pdf
        self.pages |= {
            _Reference(self.number(reference)): place for place, reference in enumerate(pdf.page_references)
        }

    @staticmethod
    def number(reference: bytes) -> int:
        """Return the number of the object that a reference points to."""
        return int(reference.split()[0])

    def referred(self, value: object) -> _Reference | None:
        return value if isinstance(value, _Reference) else None

    def opened(self, value: object) -> object:
        import pydyf

        if not isinstance(value, _Reference):
            return value
        found = self._pdf.objects[value.number]
        if not isinstance(found, pydyf.Stream):
            return _parsed(found.data)
        entries: Any = _parsed(pydyf.Dictionary(found.extra).data)
        return Stream(entries, _unpacked(_content(found), entries))

    def content(self, reference: object) -> bytes:
        """Return what is in a stream."""
        found = self.opened(reference)
        return found.content if isinstance(found, Stream) else b""


def _parsed(data: bytes) -> object:
    """Read a value as it is written; `Hashing` says as what."""
    top: list[Any] = []
    stack = [top]
    for token in _TOKEN.finditer(data):
        kind, found = str(token.lastgroup), token[str(token.lastgroup)]
        if kind == "open":
            stack.append([])
        elif kind == "close":
            values = stack.pop()
            pairs = zip(values[::2], values[1::2], strict=True) if found == b">>" else None
            stack[-1].append(values if pairs is None else dict(pairs))
        else:
            stack[-1].append(_scalar(kind, found))
    return top[0]


def _scalar(kind: str, found: bytes) -> object:
    match kind:
        case "reference":
            return _Reference(int(found))
        case "name":
            return re.sub(rb"#(..)", lambda code: bytes.fromhex(code[1].decode()), found).decode()
        case "text":
            return _ESCAPED.sub(rb"\1", found)
        case "hex":
            return bytes.fromhex(found.decode())
        case "number":
            return float(found)
    return _WORDS.get(found)


def _content(stream: Any) -> bytes:  # noqa: ANN401 - pydyf has no types
    """Return what was put into a stream, before it is compressed."""
    import pydyf

    data: bytes = pydyf.Stream(stream.stream).data  # `<<...>> stream ... endstream`
    content = data[data.index(b"\nstream\n") + len(b"\nstream\n") : -len(b"\nendstream")]
    stream.stream = [content]  # pydyf joins the parts whenever it is asked for them, which is twice more
    return content


def _unpacked(data: bytes, entries: dict[str, Any]) -> bytes:
    """Return a stream as a reader of the file gets it; WeasyPrint packs pictures itself, as PNG files are."""
    if entries.get("/Filter") != "/FlateDecode":
        return data
    packing = entries.get("/DecodeParms", {})
    if "/Predictor" not in packing:
        return zlib.decompress(data)
    from PIL import Image

    colours = _PNG_COLOURS[int(packing.get("/Colors", 1))]
    size = (int(entries["/Width"]), int(entries["/Height"]))
    header = struct.pack(">IIBBBBB", *size, int(entries["/BitsPerComponent"]), colours, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    with Image.open(io.BytesIO(_PNG + b"".join(_chunk(*each) for each in chunks))) as picture:
        return picture.tobytes()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
