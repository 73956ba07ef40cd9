"""A Word template, filled in the sandbox: the only module that knows docxtpl.

docxtpl goes through a document as text. So the report itself is not handed to it: to a template a block of
the report is a mark, which is replaced afterwards by what it stands for, and no text of the report can be
taken for a command.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docxtpl.template import DocxTemplate
from jinja2 import DictLoader, TemplateSyntaxError
from markupsafe import Markup

from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.model.findings import Suggestion
from alignment_maturity.printing.sandbox import Sandbox
from alignment_maturity.printing.template_language import Refused
from alignment_maturity.store.template_folders import TemplateFolder

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

    from alignment_maturity.store.word_templates import WordTemplate

_NAMESPACE = "urn:alignment-maturity:report"
_BLOCK, _PICTURE = f"{{{_NAMESPACE}}}block", f"{{{_NAMESPACE}}}picture"
_EDGES = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
_TAG = re.compile("<[^>]+>")


def mark_block(name: str) -> Markup:
    """Return what a template is given for a block of the report, which takes the place of a paragraph."""
    # The names are our own.
    return Markup(f'<w:p xmlns:report="{_NAMESPACE}" report:block="{name}"></w:p>')  # noqa: S704 - see above


def mark_picture(name: str) -> Markup:
    """Return what a template is given for a picture, which stands in a line."""
    run = f'<w:r xmlns:report="{_NAMESPACE}" report:picture="{name}"></w:r>'
    return Markup(f'</w:t></w:r>{run}<w:r><w:t xml:space="preserve">')  # noqa: S704 - as above


def fill(template: WordTemplate, values: Mapping[str, object]) -> Document:
    """Fill a template; return the document, with marks where blocks of the report belong.

    Args:
        template: a template that was checked.
        values: what it can name: texts, facts, marks.

    Raises:
        InvalidInput: where the template cannot be read, asks for what there is not, or for what it may not
            have; where a block of the report stands outside its text.
    """
    word = _opened(template.source, template.data)
    if unclosed := _unclosed(word.get_docx()):  # type: ignore[no-untyped-call]  # published without types
        code = "word-template-unclosed"
        raise InvalidInput([Problem(code, template.source, values={"found": text}) for text in unclosed])
    environment = Sandbox(TemplateFolder(template.source, {}))
    environment.loader = DictLoader({})  # pages of HTML are of no use here
    try:
        word.render(dict(values), environment)
        written = io.BytesIO()
        word.save(written)
        # Opened again: docxtpl leaves elements that python-docx does not know as its own.
        filled = docx.Document(written)
    except MemoryError:
        raise
    except Exception as error:
        problems = _failures(template, error, environment, values)
        raise InvalidInput(problems) from error
    others = (part for part in filled.part.package.iter_parts() if part is not filled.part)
    if any(_NAMESPACE.encode() in part.blob for part in others):
        raise InvalidInput.of("word-template-place", template.source)
    return filled


def blocks(word: Document) -> tuple[tuple[str, BaseOxmlElement], ...]:
    """Return the marks in a document: names of blocks, and the paragraphs to be replaced by them."""
    return tuple(
        (found.get(_BLOCK, ""), next(found.iterancestors(qn("w:p"))) if _is_in_a_line(found) else found)
        for found in word.element.body.iter(qn("w:p"))
        if found.get(_BLOCK)
    )


def pictures(word: Document) -> tuple[tuple[str, BaseOxmlElement], ...]:
    """Return the places of pictures in a document: names, and the runs that they belong in."""
    return tuple(
        (str(found.attrib.pop(_PICTURE)), found)
        for found in word.element.body.iter(qn("w:r"))
        if found.get(_PICTURE)
    )


class _Template(DocxTemplate):
    def fix_tables(self, xml: str) -> Any:  # noqa: ANN401 - as docxtpl has it
        """Let what is not well formed be an error; it would be left out in silence."""
        parse_xml(xml)
        return super().fix_tables(xml)  # type: ignore[no-untyped-call]  # published without types


def _opened(source: str, data: bytes) -> _Template:
    try:
        template = _Template(io.BytesIO(data))
        template.init_docx()
    except Exception as error:  # python-docx raises anything at all where parts are missing
        raise InvalidInput.of("word-template-damaged", source) from error
    return template


def _unclosed(word: Document) -> list[str]:
    """Return the paragraphs in which a command is left open; docxtpl would look for its end in the next."""
    parts = [word.part, *(it.target_part for it in word.part.rels.values() if it.reltype in _EDGES)]
    paragraphs = (paragraph for part in parts for paragraph in part.element.iter(qn("w:p")))
    texts = ("".join(text.text or "" for text in it.iter(qn("w:t"))) for it in paragraphs)
    return [
        text for text in texts if text.count("{{") != text.count("}}") or text.count("{%") != text.count("%}")
    ]


def _failures(
    template: WordTemplate, error: Exception, environment: Sandbox, values: Mapping[str, object]
) -> list[Problem]:
    """Say what ended the filling; of names that stand for nothing, all."""
    if isinstance(error, TemplateSyntaxError):
        line = (error.source or "").splitlines()[error.lineno - 1 : error.lineno]
        found = _TAG.sub("", "".join(line)).strip()
        syntax = {"found": found, "reason": error.message}
        return [Problem("word-template-syntax", template.source, values=syntax)]
    if isinstance(error, Refused) and error.code == "template-undefined":
        names = _opened(template.source, template.data).get_undeclared_template_variables(environment)
        unknown = sorted(names - set(values) - set(environment.globals))
        known = ", ".join(sorted(values))
        told = [{"name": name, "suggestion": Suggestion(name, values), "known": known} for name in unknown]
        if told:
            return [Problem("word-template-name", template.source, values=it) for it in told]
    code, about = _told(error)
    return [Problem(code, template.source, values=about)]


def _told(error: Exception) -> tuple[str, Mapping[str, object]]:
    if isinstance(error, Refused):
        return error.code, error.values
    if isinstance(error, SyntaxError):  # of XML
        return "word-template-broken", {}
    if isinstance(error, RecursionError):
        return "template-recursion", {}
    return "template-error", {"reason": f"{type(error).__name__}: {error}"}


def _is_in_a_line(found: BaseOxmlElement) -> bool:
    """Tell whether a mark stands among words, where its command had no `p`."""
    parent = found.getparent()
    return parent is not None and parent.tag == qn("w:t")
