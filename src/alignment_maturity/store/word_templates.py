"""Reading a Word template of somebody else's: a document that runs nothing and reaches for nothing."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.formats.addresses import may_be_linked
from alignment_maturity.model.scalars import shown
from alignment_maturity.store.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAME = "report.docx"
"""What the template is called in its folder."""

_LIMIT = 20 * 2**20
_UNPACKED = 128 * 2**20
_MOST_PARTS = 2000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_XML = (".xml", ".rels", ".vml")
_TYPES = "[Content_Types].xml"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ACTIVE = frozenset({
    "aFChunk", "activeXControlBinary", "attachedToolbars", "control", "keyMapCustomizations", "oleObject",
    "package", "subDocument", "vbaProject", "wordVbaData",
})  # fmt: skip
"""Relations to what runs, and to documents within the document."""

_DROPPED = "attachedTemplate"
"""The relation to the file that a document was begun from: Word writes it, and the report leaves it out."""

_ADDRESS = re.compile(r"(?i)[a-z][a-z0-9+.-]+:|//|\\\\")
_FETCHING = re.compile(
    r"(?im)^\s*(DATABASE|DDE|DDEAUTO|IMPORT|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|LINK|MACROBUTTON|RD)\b"
)
_SIGNS_OF_DAMAGE = (
    expat.ExpatError, zlib.error, struct.error, zipfile.BadZipFile,
    RuntimeError, EOFError, OSError, ValueError, LookupError, OverflowError,
)  # fmt: skip
"""What reading raises where a file is not what it should be."""


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A template that was read and checked; `source` is the file as the user named it."""

    source: str
    data: bytes = field(repr=False)


def read_word_template(folder: str | Path) -> WordTemplate:
    """Read the Word template in a folder of templates.

    Raises:
        InvalidInput: where there is none, or it is no Word document or too large once unpacked; with all the
            macros, objects, fields and links in it that would run or fetch something.
    """
    source = str(Path(folder) / NAME)
    data = read_bytes(source, _LIMIT)
    if data.startswith(_COMPOUND_FILE):
        raise InvalidInput.of("word-template-locked", source)
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise InvalidInput.of("no-word-template", source)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = dict.fromkeys(_found(_parts(archive, source), source))
    except _SIGNS_OF_DAMAGE as error:
        raise InvalidInput.of("word-template-damaged", source) from error
    if found:
        raise InvalidInput([Problem(it.code, source, values={"found": it.what}) for it in found])
    return WordTemplate(source, data)


class _Found(NamedTuple):
    """Something that has no place in a template."""

    code: str
    what: str


def _parts(archive: zipfile.ZipFile, source: str) -> dict[str, _Part]:
    """Read the parts that are XML."""
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_PARTS or unpacked > _UNPACKED:
        raise InvalidInput.of("word-template-too-large", source, limit=_UNPACKED // 2**20)
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise InvalidInput.of("word-template-damaged", source)
    return {
        entry.filename: _Part(archive.read(entry))
        for entry in entries
        if entry.filename.lower().endswith(_XML)
    }


def _found(parts: Mapping[str, _Part], source: str) -> Iterator[_Found]:
    kinds = [attributes.get("ContentType", "") for attributes in parts[_TYPES].elements("Override")]
    if _DOCUMENT not in kinds:
        if any("macroEnabled" in kind for kind in kinds):
            yield _Found("word-template-active", "vbaProject")
        else:
            raise InvalidInput.of("no-word-template", source)
    for name, part in sorted(parts.items()):
        if name.endswith(".rels"):
            for attributes in part.elements("Relationship"):
                yield from _found_in_relation(attributes)
        for field_ in _FETCHING.findall("".join(part.codes)):
            yield _Found("word-template-active", field_.upper())
        for address in part.addresses:
            yield _Found("word-template-outside", shown(address))


def _found_in_relation(attributes: Mapping[str, str]) -> Iterator[_Found]:
    kind, target = attributes.get("Type", "").rpartition("/")[2], attributes.get("Target", "")
    if kind in _ACTIVE:
        yield _Found("word-template-active", kind)
    elif attributes.get("TargetMode") == "External" and not _is_harmless(kind, target):
        yield _Found("word-template-outside", shown(target))


def _is_harmless(kind: str, target: str) -> bool:
    return kind == _DROPPED or (kind == "hyperlink" and may_be_linked(target))


class _Part:
    """What matters of a part.

    Attributes:
        codes: the instructions of its fields, each on a line.
        addresses: what its elements would fetch by themselves.
    """

    def __init__(self, content: bytes) -> None:
        self.codes: list[str] = []
        self.addresses: list[str] = []
        self._elements: list[tuple[str, Mapping[str, str]]] = []
        self._in_code = False
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(content, True)  # noqa: FBT003 - expat takes no names

    def elements(self, name: str) -> Iterator[Mapping[str, str]]:
        """Go through the attributes of the elements of a name."""
        return (attributes for found, attributes in self._elements if found == name)

    def _refuse(self, *_: object) -> None:
        raise ValueError("a document type, and with it entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        match name.rpartition(":")[2]:
            case "Override" | "Relationship" as kind:
                self._elements.append((kind, local))
            case "instrText" | "delInstrText":
                self._in_code = True
            case "fldChar":
                self.codes.append("\n")
            case "fldSimple":
                self.codes.append(f"\n{local.get('instr', '')}\n")
            case _:
                self.addresses += [
                    local[key] for key in ("src", "href") if _ADDRESS.match(local.get(key, ""))
                ]

    def _end(self, name: str) -> None:
        self._in_code = self._in_code and not name.endswith(("instrText", "delInstrText"))

    def _text(self, text: str) -> None:
        if self._in_code:
            self.codes.append(text)
