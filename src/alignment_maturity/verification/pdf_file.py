"""A PDF as plain data: its attachments, its pages, and what can be compared of the rest.

The file comes from anywhere: sizes are bounded, and whatever goes wrong in reading it is a problem of the
file. pypdf is imported when the first file is read.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import logging
import re
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from alignment_maturity.errors import InvalidInput
from alignment_maturity.printing.embedding import font_sha256
from alignment_maturity.store.files import read_bytes

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

    from alignment_maturity.verification.pdf_objects import Reference

LARGEST = 64 * 2**20
LARGEST_ATTACHMENT = 16 * 2**20
MOST_ATTACHMENTS = 1000
MOST_PAGES = 5000

XMP = ("dc:title", "dc:creator", "dc:description", "dc:language")
"""What XMP metadata say of a document, which some programs show rather than its own entries."""

_HEADER_WITHIN = 1024
_SILENT = logging.CRITICAL + 1
# What of a page is told apart from the rest, or stands elsewhere as well.
_PAGE_ASIDE = ("/Parent", "/Contents", "/Resources", "/Annots")
_ROOT_ASIDE = ("/Type", "/Version", "/Extensions", "/Pages", "/Names", "/AF", "/Metadata")
_SIGNING = frozenset({"/AcroForm", "/DSS", "/Perms"})
_SCRIPTS = ("/OpenAction", "/AA", "/AcroForm", "/OCProperties", "/JavaScript")
_TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>|/[^\s/\[\]()<>]*|[^\s/\[\]()<>]+", re.DOTALL)
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
class Page:
    """A page.

    Attributes:
        drawn: the SHA-256 of what draws it.
        exact: a hash of all that makes it: what draws it, fonts, pictures.
        painted: how many shapes and pictures it has.
        annotations: what lies on it, and what that does.
        tools: the SHA-256 of what it is drawn with, pictures aside.
    """

    drawn: str
    exact: str
    painted: int
    annotations: Counter[str]
    tools: frozenset[str]


@dataclass(frozen=True)
class PdfFile:
    """A PDF that was read.

    Attributes:
        attachments: name to content; one name may stand for several files.
        language: of the document, empty where it says none.
        about: title, author, dates and the like, by their names in PDF or XMP.
        parts: what there is beside pages and attachments, by name.
        signing: the parts that belong to signatures; none where there are forms to be filled in as well.
    """

    source: str
    data: bytes = field(repr=False)
    attachments: Mapping[str, tuple[bytes, ...]] = field(repr=False)
    language: str
    about: Mapping[str, str]
    pages: tuple[Page, ...] = field(repr=False)
    parts: Mapping[str, Part] = field(repr=False)
    signing: frozenset[str] = frozenset()

    @property
    def scripts(self) -> tuple[str, ...]:
        """Name the parts that act when the file is opened or read."""
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
    return parse_pdf(source, read_bytes(source, LARGEST))


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
        self._resources: dict[Reference, tuple[str, frozenset[str]]] = {}

    def file(self) -> PdfFile:
        """Read everything."""
        pages = self._reader.pages
        if len(pages) > MOST_PAGES:
            raise ValueError("too many pages")
        for place, page in enumerate(pages):
            reference = self._kit.referred(page.indirect_reference)
            if reference is not None:
                self._objects.pages[reference] = place
        return PdfFile(
            source=self._source,
            data=self._data,
            attachments=self._attachments(),
            language=str(self._root.get("/Lang", "")),
            about=self._about(),
            pages=tuple(map(self._page, pages)),
            parts=dict(self._parts()),
            signing=self._signing(),
        )

    def _about(self) -> dict[str, str]:
        told = {str(key): str(value) for key, value in (self._reader.metadata or {}).items()}
        metadata = self._reader.xmp_metadata
        if metadata is not None:
            told |= {name: repr(getattr(metadata, name.replace(":", "_"))) for name in XMP}
        return told

    def _attachments(self) -> dict[str, tuple[bytes, ...]]:
        plain = self._kit.plain
        found: dict[str, list[bytes]] = defaultdict(list)
        for specification in self._leaves(plain(self._names.get("/EmbeddedFiles", {}))):
            name = str(specification.get("/UF", specification.get("/F", "")))
            files = plain(specification.get("/EF", {}))
            data = self._objects.content(plain(files.get("/UF", files.get("/F"))))
            if len(data) > LARGEST_ATTACHMENT:
                limit = LARGEST_ATTACHMENT // 2**20
                raise InvalidInput.of("attachment-too-large", self._source, name=name, limit=limit)
            found[name].append(data)
        return {name: tuple(contents) for name, contents in found.items()}

    def _leaves(self, tree: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """Go through the values of a tree of names."""
        plain = self._kit.plain
        left, seen = [tree], 0
        while left:
            node = left.pop()
            values = plain(node.get("/Names", []))[1::2]
            left += map(plain, plain(node.get("/Kids", [])))
            seen += 1 + len(values)
            if seen > MOST_ATTACHMENTS:
                raise ValueError("too many attachments")
            yield from map(plain, values)

    def _page(self, page: PageObject) -> Page:
        plain = self._kit.plain
        stream = page.get_contents()
        content = self._objects.content(stream) if stream is not None else b""
        drawn = hashlib.sha256(content).hexdigest()
        resources, tools = self._drawn_with(page.raw_get("/Resources"))
        rest = self._kit.entries(page, _PAGE_ASIDE)
        return Page(
            drawn=drawn,
            exact=self._kit.sha256(self._objects.tokens([drawn, resources, rest])),
            painted=sum(match[0] in _PAINTING for match in _TOKEN.finditer(content)),
            annotations=Counter(self._annotation(plain(each)) for each in plain(page.get("/Annots", []))),
            tools=tools,
        )

    def _drawn_with(self, resources: object) -> tuple[str, frozenset[str]]:
        """Hash the resources of a page, all and one by one; once where several pages share them."""
        reference = self._kit.referred(resources)
        if reference in self._resources:
            return self._resources[reference]
        tokens = list(self._objects.tokens(resources))
        fonts = self._kit.entries(self._kit.plain(self._kit.plain(resources).get("/Font", {})))
        found = {
            font_sha256(name[1:], self._kit.streams(self._objects.tokens(font)))
            for name, font in fonts.items()
        }
        told = self._kit.sha256(tokens), frozenset(found.union(self._kit.streams(tokens)))
        if reference is not None:
            self._resources[reference] = told
        return told

    def _annotation(self, annotation: Mapping[str, Any]) -> str:
        """Name the kind of an annotation, and what it does."""
        plain = self._kit.plain
        action = plain(annotation.get("/A", {}))
        deeds = [str(action.get("/S", "/?"))[1:]] if action else []
        deeds += [str(plain(action[key])) for key in ("/URI", "/F", "/JS") if key in action]
        deeds += [f"Dest {plain(annotation['/Dest'])}"] if "/Dest" in annotation else []
        deeds += [key[1:] for key in ("/AA", "/AP") if key in annotation]
        return " ".join([str(annotation.get("/Subtype", "/?"))[1:], *deeds])

    def _signing(self) -> frozenset[str]:
        """Return the parts that belong to signatures."""
        plain = self._kit.plain
        form = plain(self._root.get("/AcroForm", {}))
        fields = [plain(each) for each in plain(form.get("/Fields", []))]
        signed = bool(fields) and all(each.get("/FT") == "/Sig" and "/AA" not in each for each in fields)
        return _SIGNING if signed and "/XFA" not in form else frozenset()

    def _parts(self) -> Iterator[tuple[str, Part]]:
        """Go through what there is beside pages and attachments."""
        found = self._kit.entries(self._root, _ROOT_ASIDE)
        found |= self._kit.entries(self._names, ("/EmbeddedFiles",))
        for name in sorted(found):
            tokens = list(self._objects.tokens(found[name]))
            yield name, Part(self._kit.sha256(tokens), self._kit.sha256(tokens, roughly=True))
