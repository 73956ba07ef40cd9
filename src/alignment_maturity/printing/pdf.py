"""HTML as a tagged PDF/A-3a and PDF/UA-1 file: the only module that knows WeasyPrint.

WeasyPrint is imported when the first document is printed, because it takes more than half a second and needs
libraries that may be missing.
"""

from __future__ import annotations

import contextlib
import ctypes.util
import gc
import io
import itertools
import logging
import os
import re
import sys
import tempfile
import warnings
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import url2pathname
from xml.sax.saxutils import escape

from alignment_maturity.errors import WorkFailed
from alignment_maturity.printing.embedding import Embedding, PdfFile, drawn, embed
from alignment_maturity.printing.fonts import SUBSTITUTE, own_characters, private, visible
from alignment_maturity.printing.tags import mend
from alignment_maturity.store.builtin import data_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import ModuleType

VARIANT = "pdf/a-3a"
DOCUMENTS_TO_CLEAR = 5
_documents = itertools.count(1)

PDFUA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
"""Says that the file is PDF/UA-1, in the way PDF/A allows: with a description of the property."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF.

    Attributes:
        data: the file.
        pages: how many it has.
        foreign: characters that the program's own font lacks and a font of this machine drew, so that the
            bytes depend on the machine.
        missing: characters that no font here has, and that `SUBSTITUTE` stands for.
        messages: what WeasyPrint complained of; empty as long as templates and style sheet are sound.
    """

    data: bytes
    pages: int
    foreign: str
    missing: str
    messages: tuple[str, ...]


def print_html(html: str, style: str, embedding: Embedding | None = None) -> Pdf:
    """Print a page with its style sheet, and embed files; the same input gives the same bytes.

    Raises WorkFailed (`pdf-library-missing`) where Pango and its relatives can't be loaded.
    """
    _engine()
    missing = private(html)
    html = _with_substitutes(html, missing)
    foreign = visible(html) - own_characters()
    printed = _print(html, style, embedding, own_fonts=not foreign)
    missing |= set(printed.missing)
    if foreign & missing:
        printed = _print(_with_substitutes(html, missing), style, embedding, own_fonts=False)
    drawn = "".join(sorted(foreign - missing))
    return Pdf(printed.data, printed.pages, drawn, "".join(sorted(missing)), printed.messages)


def _with_substitutes(html: str, characters: frozenset[str]) -> str:
    return html.translate(dict.fromkeys(map(ord, characters), SUBSTITUTE)) if characters else html


def _print(html: str, style: str, embedding: Embedding | None, *, own_fonts: bool) -> Pdf:
    fonts = _fonts(own_fonts=own_fonts)
    options: dict[str, Any] = {"pdf_variant": VARIANT, "stylesheets": [_parsed(style, own_fonts=own_fonts)]}
    with _logged() as messages, _without_garbage_collection(), warnings.catch_warnings():
        # WeasyPrint reads its colour profile and leaves the file to be closed by itself.
        warnings.filterwarnings("ignore", "unclosed file", ResourceWarning)
        try:
            source = _engine().HTML(string=html, base_url=_folder().as_uri() + "/", url_fetcher=_fetcher())
            document = source.render(font_config=fonts, **options)
            data = document.write_pdf(finisher=_finisher(embedding), **options)
        except _Refused as refused:
            raise WorkFailed("outside-templates", url=refused) from None
    missing = visible(chr(code) for font in document.fonts.values() for code in font.missing)
    return Pdf(data, len(document.pages), "", "".join(sorted(missing)), tuple(messages))


def engine_version() -> str:
    """Return the version of WeasyPrint; raises WorkFailed (`pdf-library-missing`)."""
    return str(_engine().__version__)


@lru_cache(maxsize=1)
def _engine() -> ModuleType:
    """Import WeasyPrint; what it prints about missing libraries goes nowhere."""
    try:
        with contextlib.redirect_stdout(io.StringIO()), _fontconfig(own_fonts=True):
            with contextlib.suppress(OSError), _known_library_names():
                import weasyprint
            # Where that failed, the libraries may stand where only a search finds them.
            import weasyprint
    except (OSError, ImportError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise WorkFailed("pdf-library-missing", reason=reason) from error
    engine: ModuleType = weasyprint
    return engine


@contextlib.contextmanager
def _known_library_names() -> Iterator[None]:
    """Spare Linux the search for libraries under names that other systems give them.

    WeasyPrint tries several names; for those without an ending the search runs compiler and linker, where
    there are any, for a fifth of a second. The name that Linux has is loaded without a search.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005 - called by position
    try:
        yield
    finally:
        ctypes.util.find_library = search


@lru_cache(maxsize=2)
def _fonts(*, own_fonts: bool) -> object:
    """Return the fonts, found once a process: each further configuration leaks memory."""
    from weasyprint.text.fonts import FontConfiguration

    with _fontconfig(own_fonts=own_fonts):
        return FontConfiguration()


@lru_cache(maxsize=4)
def _parsed(style: str, *, own_fonts: bool) -> object:
    """Return a parsed style sheet, which serves for all documents of its kind."""
    return _engine().CSS(string=style, font_config=_fonts(own_fonts=own_fonts), url_fetcher=_fetcher())


@contextlib.contextmanager
def _fontconfig(*, own_fonts: bool) -> Iterator[None]:
    """Let Fontconfig see our fonts and, where asked for, the machine's after them.

    Fontconfig reads the file named by the environment whenever a configuration is made, and not again.
    """
    with tempfile.TemporaryDirectory(prefix="alignment-maturity-", ignore_cleanup_errors=True) as folder:
        config = Path(folder) / "fonts.conf"
        config.write_text(_font_settings(Path(folder), own_fonts=own_fonts), encoding="utf-8")
        before = os.environ.get("FONTCONFIG_FILE")
        os.environ["FONTCONFIG_FILE"] = str(config)
        try:
            yield
        finally:
            if before is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = before


def _font_settings(cache: Path, *, own_fonts: bool) -> str:
    """Write a Fontconfig file: our own folder first and, after it, what the machine's file says."""
    system = os.environ.get("FONTCONFIG_FILE") or "fonts.conf"
    machine = "" if own_fonts else f'<include ignore_missing="yes">{escape(system)}</include>'
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(_folder() / 'fonts'))}</dir>{machine}"
        f"<cachedir>{escape(str(cache))}</cachedir></fontconfig>"
    )


@lru_cache(maxsize=1)
def _fetcher() -> object:
    """Return what fetches for WeasyPrint: files of the template folder and `data:`, nothing else."""
    from weasyprint.urls import URLFetcher

    class TemplateFolderFetcher(URLFetcher):  # type: ignore[misc]  # for the same reason
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> object:
            if not url.startswith("data:") and not _is_ours(url):
                raise _Refused(url)
            return super().fetch(url, headers)

    return TemplateFolderFetcher(allowed_protocols={"data", "file"}, fail_on_errors=True)


def _is_ours(url: str) -> bool:
    """Tell whether a URL names a file in the template folder, symbolic links followed."""
    if not url.startswith("file:"):
        return False
    path = Path(url2pathname(re.split("[?#]", url.removeprefix("file:"), maxsplit=1)[0])).resolve()
    return path.is_relative_to(_folder().resolve())


class _Refused(BaseException):
    """A URL that may not be fetched; WeasyPrint would swallow an `Exception` and leave a hole."""


def _finisher(embedding: Embedding | None) -> Callable[[object, PdfFile], None]:
    """Return what completes a document that WeasyPrint has drawn: tags, the claim to be archival, files."""

    def finish(document: object, pdf: PdfFile) -> None:
        mend(pdf, document)
        _make_archival(pdf)
        if embedding is not None:
            embed(pdf, embedding(drawn(pdf, engine_version())))

    return finish


def _make_archival(pdf: PdfFile) -> None:
    """Add the mark of PDF/UA-1 to the metadata, readable as text, and let no reader smooth the pictures."""
    for found in pdf.objects:
        about = getattr(found, "extra", {})
        if about.get("Type") == "/Metadata":
            found.stream = [part.replace(b"</rdf:RDF>", PDFUA + b"</rdf:RDF>") for part in found.stream]
            found.compress = False
        if "Interpolate" in about:
            about["Interpolate"] = "false"


@contextlib.contextmanager
def _logged() -> Iterator[list[str]]:
    """Collect what WeasyPrint says from warnings up; unheard, it would be lost."""
    messages: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: messages.append(record.getMessage())  # type: ignore[method-assign]  # one line
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield messages
    finally:
        logger.removeHandler(handler)


@contextlib.contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Put the collector off: layout makes a great many objects that all live to the end.

    What is left of several documents is cleared at once, which keeps memory flat at little cost.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
            if next(_documents) % DOCUMENTS_TO_CLEAR == 0:
                gc.collect()


def _folder() -> Path:
    return data_folder("report_templates")
