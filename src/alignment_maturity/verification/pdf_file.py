"""A PDF as plain data: its attachments, its pages, and what can be compared of the rest.

The file comes from anywhere: sizes are bounded, and whatever goes wrong in reading it is a problem of the
file. pypdf is imported when the first file is read.
"""

from __future__ import annotations

import contextlib
import io
import logging
import re
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from alignment_maturity.errors import InvalidInput
from alignment_maturity.store.files import read_bytes

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

    from alignment_maturity.printing.hashing import Tool
    from alignment_maturity.verification.pdf_objects import Reference

LARGEST = 64 * 2**20
LARGEST_ATTACHMENT = 16 * 2**20
MOST_ATTACHMENTS = 1000
MOST_PAGES = 5000

XMP = ("dc:title", "dc:creator", "dc:description", "dc:language")
"""What XMP metadata say of a document, which some programs show rather than its own entries."""

_OF_REPORTS = {"folder": "report-folder", "too-large": "report-too-large"}
_HEADER_WITHIN = 1024
_SILENT = logging.CRITICAL + 1
# What is told apart from the rest, or stands elsewhere as well.
_ROOT_ASIDE = ("/Type", "/Version", "/Extensions", "/Pages", "/Names", "/AF", "/Metadata")
_SIGNING = frozenset({"/AcroForm", "/DSS", "/Perms"})
_SCRIPTS = ("/OpenAction", "/AA", "/AcroForm", "/OCProperties", "/JavaScript", "/Collection")
_TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>|/[^\s/\[\]()<>]*|[^\s/\[\]()<>]+", re.DOTALL)
_NAMES_OF_FILES = ("/F", "/UF", "/Unix", "/Mac", "/DOS")
_PAINTING = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh", b"Do", b"BI"}


@dataclass(frozen=True, slots=True)
class Part:
    """Something in a PDF that can be compared.

    Attributes:
        exact: a hash of all that is in it.
        roughly: a hash that leaves out numbers, which move when the same is drawn with other libraries.
    """

    exact: str
    roughly: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something that lies on a page.

    Attributes:
        deed: its kind, and what it does.
        sha256: of all that is in it.
        signs: whether it is the field of a signature.
    """

    deed: str
    sha256: str
    signs: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes:
        drawn: the SHA-256 of what it shows, tools aside.
        painted: how many shapes and pictures it has.
        tools: what it is drawn with, by SHA-256.
    """

    drawn: str
    painted: int
    annotations: tuple[Annotation, ...]
    tools: Mapping[str, Tool]

    @property
    def exact(self) -> tuple[str, frozenset[str]]:
        """All that it is drawn by and with."""
        return self.drawn, frozenset(self.tools)


@dataclass(frozen=True, slots=True)
class Attachment:
    """What a PDF says of a file it carries.

    Attributes:
        name: as it is listed.
        shown: the names that programs show for it, all that there are.
        description: empty where there is none.
        relationship: to the document, without a slash; empty where none is told, or not that of the document.
    """

    name: str
    shown: frozenset[str]
    description: str
    relationship: str


@dataclass(frozen=True)
class PdfFile:
    """A PDF that was read.

    Attributes:
        attachments: name to content; one name may stand for several files.
        told: what is said of them, in the order of the list.
        language: of the document, empty where it says none.
        about: title, author, dates and the like, by their names in PDF or XMP.
        parts: what there is beside pages and attachments, by name.
        signing: the parts that belong to signatures; none where there are forms to be filled in as well.
    """

    source: str
    data: bytes = field(repr=False)
    attachments: Mapping[str, tuple[bytes, ...]] = field(repr=False)
    told: tuple[Attachment, ...] = field(repr=False)
    language: str
    about: Mapping[str, str]
    pages: tuple[Page, ...] = field(repr=False)
    parts: Mapping[str, Part] = field(repr=False)
    signing: frozenset[str] = frozenset()

    @property
    def scripts(self) -> tuple[str, ...]:
        """Name the parts that act when the file is opened or read, or hide or replace its pages."""
        return tuple(name for name in self.parts if name in _SCRIPTS and name not in self.signing)

    def text(self, page: int) -> str:
        """Return the text of a page, counted from 0; raises InvalidInput."""
        with _reading(self.source):
            return self._reader.pages[page].extract_text()

    @cached_property
    def _reader(self) -> PdfReader:
        return _open(self.source, self.data)


def read_pdf(source: str) -> PdfFile:
    """Read a PDF, `-` being standard input; raises InvalidInput."""
    try:
        data = read_bytes(source, LARGEST)
    except InvalidInput as error:
        # The usual advice is for answer files.
        own = [replace(each, code=_OF_REPORTS.get(each.code, each.code)) for each in error.problems]
        raise InvalidInput(own) from None
    return parse_pdf(source, data)


def parse_pdf(source: str, data: bytes) -> PdfFile:
    """Read a PDF that is in memory already; raises InvalidInput."""
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise InvalidInput.of("not-a-pdf", source)
    with _reading(source):
        return _Reading(source, data).file()


def _open(source: str, data: bytes) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    try:
        reader = PdfReader(io.BytesIO(data))
    except DependencyError:  # a library is missing that we do not need: ours are not encrypted
        raise InvalidInput.of("pdf-encrypted", source) from None
    if reader.is_encrypted:
        raise InvalidInput.of("pdf-encrypted", source)
    return reader


@contextlib.contextmanager
def _reading(source: str) -> Iterator[None]:
    """Bound what reading costs, keep pypdf quiet, and turn whatever goes wrong into a problem of the file."""
    from pypdf import apply_configuration

    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(_SILENT)
    try:
        with warnings.catch_warnings(), apply_configuration(zlib_maximum_output_length=LARGEST):
            warnings.simplefilter("ignore")
            yield
    except InvalidInput:
        raise
    except Exception:  # noqa: BLE001 - a damaged file makes pypdf raise nearly anything
        raise InvalidInput.of("pdf-damaged", source) from None
    finally:
        logger.setLevel(level)


class _Reading:
    """One file that is being read."""

    def __init__(self, source: str, data: bytes) -> None:
        # Imports pypdf.
        from alignment_maturity.verification import pdf_objects

        self._kit, self._objects = pdf_objects, pdf_objects.Objects()
        self._source, self._data = source, data
        self._reader = _open(source, data)
        self._root = self._reader.root_object
        self._names = pdf_objects.plain(self._root.get("/Names", {}))
        self._hashing = pdf_objects.Read(self._objects)
        self._tools: dict[Reference, dict[str, Tool]] = {}
        self._signatures = self._signed()

    def file(self) -> PdfFile:
        """Read everything."""
        pages = self._reader.pages
        if len(pages) > MOST_PAGES:
            raise ValueError("too many pages")
        for place, page in enumerate(pages):
            reference = self._kit.referred(page.indirect_reference)
            if reference is not None:
                self._objects.pages[reference] = self._hashing.pages[reference] = place
        told = self._listed()
        return PdfFile(
            source=self._source,
            data=self._data,
            attachments=self._attachments(told),
            told=tuple(self._told(told)),
            language=str(self._root.get("/Lang", "")),
            about=self._about(),
            pages=tuple(map(self._page, pages)),
            parts=dict(self._parts()),
            signing=_SIGNING if self._signatures else frozenset(),
        )

    def _about(self) -> dict[str, str]:
        told = {str(key): str(value) for key, value in (self._reader.metadata or {}).items()}
        metadata = self._reader.xmp_metadata
        if metadata is not None:
            told |= {name: repr(getattr(metadata, name.replace(":", "_"))) for name in XMP}
        return told

    def _listed(self) -> list[tuple[str, object]]:
        """Return what is said of each file, by name; of those too that are not in the list of files."""
        plain, referred = self._kit.plain, self._kit.referred
        listed = list(self._leaves(plain(self._names.get("/EmbeddedFiles", {}))))
        known = {referred(value) for _, value in listed} - {None}
        further = [value for value in plain(self._root.get("/AF", [])) if referred(value) not in known]
        return [*listed, *((f"/AF {plain(value).get('/UF', '')}", value) for value in further)]

    def _attachments(self, listed: Iterable[tuple[str, object]]) -> dict[str, tuple[bytes, ...]]:
        """Unpack the files, as each way to one shows it; all ways should lead to the same."""
        plain = self._kit.plain
        found: dict[str, list[bytes]] = defaultdict(list)
        for name, value in listed:
            ways = self._kit.entries(plain(plain(value).get("/EF", {})))
            shown = []
            for way in {self._kit.referred(way): way for way in ways.values()}.values():
                data = self._objects.content(plain(way))
                if len(data) > LARGEST_ATTACHMENT:
                    limit = LARGEST_ATTACHMENT // 2**20
                    raise InvalidInput.of("attachment-too-large", self._source, name=name, limit=limit)
                shown.append(data)
            found[name] += shown or [b""]
        return {name: tuple(contents) for name, contents in found.items()}

    def _told(self, listed: Iterable[tuple[str, object]]) -> Iterator[Attachment]:
        plain, referred = self._kit.plain, self._kit.referred
        of_document = {referred(each) for each in plain(self._root.get("/AF", []))} - {None}
        for name, value in listed:
            file = plain(value)
            relationship = str(plain(file.get("/AFRelationship", "/")))[1:]
            yield Attachment(
                name=name,
                shown=frozenset(str(plain(file[key])) for key in _NAMES_OF_FILES if key in file),
                description=str(plain(file.get("/Desc", ""))),
                relationship=relationship if referred(value) in of_document else "",
            )

    def _leaves(self, tree: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
        """Go through the names and values of a tree of names."""
        plain = self._kit.plain
        left, seen = [tree], 0
        while left:
            node = left.pop()
            values = plain(node.get("/Names", []))
            left += map(plain, plain(node.get("/Kids", [])))
            seen += 1 + len(values)
            if seen > 2 * MOST_ATTACHMENTS:
                raise ValueError("too many attachments")
            yield from zip(map(str, map(plain, values[::2])), values[1::2], strict=False)

    def _page(self, page: PageObject) -> Page:
        plain = self._kit.plain
        stream = page.get_contents()
        content = self._objects.content(stream) if stream is not None else b""
        return Page(
            drawn=self._hashing.page(self._kit.entries(page), content),
            painted=sum(match[0] in _PAINTING for match in _TOKEN.finditer(content)),
            annotations=tuple(map(self._annotation, plain(page.get("/Annots", [])))),
            tools=self._drawn_with(page),
        )

    def _drawn_with(self, page: PageObject) -> dict[str, Tool]:
        """Hash what a page is drawn with; once where several pages share it."""
        entries = self._kit.entries(page)
        reference = self._kit.referred(entries.get("/Resources"))
        if reference is not None and reference in self._tools:
            return self._tools[reference]
        tools = {tool.sha256: tool for tool in self._hashing.tools(entries)}
        if reference is not None:
            self._tools[reference] = tools
        return tools

    def _annotation(self, annotation: object) -> Annotation:
        """Name the kind of an annotation, and what it does."""
        plain = self._kit.plain
        found = plain(annotation)
        action = plain(found.get("/A", {}))
        deeds = [str(action.get("/S", "/?"))[1:]] if action else []
        deeds += [str(plain(action[key])) for key in ("/URI", "/F", "/JS") if key in action]
        deeds += [f"Dest {plain(found['/Dest'])}"] if "/Dest" in found else []
        deeds += [key[1:] for key in ("/AA", "/AP") if key in found]
        return Annotation(
            deed=" ".join([str(found.get("/Subtype", "/?"))[1:], *deeds]),
            sha256=self._hashing.annotation(annotation).sha256,
            signs=self._kit.referred(annotation) in self._signatures,
        )

    def _signed(self) -> frozenset[Reference]:
        """Return the fields of signatures, where there are no others; one that shows must be signed."""
        plain = self._kit.plain
        form = plain(self._root.get("/AcroForm", {}))
        found = set()
        for reference in plain(form.get("/Fields", [])):
            field_ = plain(reference)
            widgets = [reference, *plain(field_.get("/Kids", []))]
            signed = "/ByteRange" in plain(field_.get("/V", {}))
            shown = any("/AP" in plain(widget) for widget in widgets)
            acts = any("/AA" in plain(widget) or "/A" in plain(widget) for widget in widgets)
            if field_.get("/FT") != "/Sig" or acts or (shown and not signed):
                return frozenset()
            found |= set(map(self._kit.referred, widgets))
        return frozenset() if "/XFA" in form else frozenset(each for each in found if each is not None)

    def _parts(self) -> Iterator[tuple[str, Part]]:
        """Go through what there is beside pages and attachments."""
        found = self._kit.entries(self._root, _ROOT_ASIDE)
        found |= self._kit.entries(self._names, ("/EmbeddedFiles",))
        for name in sorted(found):
            tokens = list(self._objects.tokens(found[name]))
            yield name, Part(self._kit.sha256(tokens), self._kit.sha256(tokens, roughly=True))
