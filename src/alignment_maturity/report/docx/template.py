"""A Word template, filled in the sandbox: the only module that knows docxtpl.

docxtpl goes through a document as text. So the report itself is not handed to it: to a template a block of
the report is a mark, which is replaced afterwards by what it stands for, and no text of the report can be
taken for a command.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from itertools import chain
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
from alignment_maturity.report.docx.places import Paragraph, Part, naming, paragraphs, place, spread
from alignment_maturity.store.template_folders import TemplateFolder

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import XmlPart
    from docx.oxml.xmlchemy import BaseOxmlElement

    from alignment_maturity.store.word_templates import WordTemplate

_NAMESPACE = "urn:alignment-maturity:report"
_BLOCK, _PICTURE = f"{{{_NAMESPACE}}}block", f"{{{_NAMESPACE}}}picture"
_EDGES = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
_MARKED = ("report", "sections", "contents", "logo", "picture")
"""The names that stand for marks."""


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
    word = _opened(template)
    if unclosed := _unclosed(_document(word)):
        raise InvalidInput([_problem(template, "word-template-unclosed", {}, it) for it in unclosed])
    try:
        word.render(dict(values), _environment(template))
        written = io.BytesIO()
        word.save(written)
        # Opened again: docxtpl leaves elements that python-docx does not know as its own.
        filled = docx.Document(written)
    except MemoryError:
        raise
    except Exception as error:
        raise InvalidInput(_failures(template, error, values)) from error
    others = (part for part in filled.part.package.iter_parts() if part is not filled.part)
    if any(_NAMESPACE.encode() in part.blob for part in others):
        untouched = _document(_opened(template))
        edges = chain.from_iterable(paragraphs(part.element) for part in _edges(untouched))
        raise InvalidInput([_problem(template, "word-template-place", {}, naming(_MARKED, edges))])
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


class _Traced(_Template):
    """A template that is filled to find out in which paragraph an error arises."""

    at: Part | None = None

    def patch_xml(self, src_xml: str) -> str:
        """Make a part ready to be filled, each of its commands in a line of its own."""
        given = spread(super().patch_xml(src_xml))  # type: ignore[no-untyped-call]  # published without types
        self.at = Part(src_xml, given)
        return given

    def render_properties(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as docxtpl has it
        """Fill the properties of the document, which have no paragraphs."""
        self.at = None
        super().render_properties(*args, **kwargs)


def _opened(template: WordTemplate) -> _Template:
    try:
        opened = _Template(io.BytesIO(template.data))
        opened.init_docx()
    except Exception as error:  # python-docx raises anything at all where parts are missing
        raise InvalidInput.of("word-template-damaged", template.source) from error
    return opened


def _document(template: _Template) -> Document:
    document: Document = template.get_docx()  # type: ignore[no-untyped-call]  # published without types
    return document


def _unclosed(word: Document) -> list[Paragraph]:
    """Return the paragraphs in which a command is left open; docxtpl would look for its end in the next."""
    return [
        it
        for part in (word.part, *_edges(word))
        for it in paragraphs(part.element)
        if it.text.count("{{") != it.text.count("}}") or it.text.count("{%") != it.text.count("%}")
    ]


def _edges(word: Document) -> list[XmlPart]:
    """Return the headers and footers."""
    return [it.target_part for it in word.part.rels.values() if it.reltype in _EDGES]


def _environment(template: WordTemplate) -> Sandbox:
    environment = Sandbox(TemplateFolder(template.source, {}))
    environment.loader = DictLoader({})  # pages of HTML are of no use here
    return environment


def _failures(template: WordTemplate, error: Exception, values: Mapping[str, object]) -> list[Problem]:
    """Say what ended the filling; of names that stand for nothing, all."""
    if isinstance(error, Refused) and error.code == "template-undefined":
        untouched, environment = _opened(template), _environment(template)
        names = untouched.get_undeclared_template_variables(environment)
        if unknown := sorted(names - set(values) - set(environment.globals)):
            return [_unknown_name(template, _document(untouched), name, values) for name in unknown]
    code, about = _told(error)
    where = _place(template, values) or _naming(str(about.get("name", "")), _document(_opened(template)))
    if code == "template-no-part" and where and (owner := _owner(str(about["name"]), where, values)):
        code, about = "word-template-part", {**about, **owner}
    return [_problem(template, code, about, where)]


def _place(template: WordTemplate, values: Mapping[str, object]) -> Paragraph | None:
    """Fill a template once more, and return the paragraph in which that fails, if it can be told."""
    traced = _Traced(io.BytesIO(template.data))
    try:
        traced.render(dict(values), _environment(template))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever ended it the first time
        return place(error, traced.at) if traced.at else None
    return None


def _unknown_name(template: WordTemplate, word: Document, name: str, values: Mapping[str, object]) -> Problem:
    about = {"name": name, "suggestion": Suggestion(name, values), "known": ", ".join(sorted(values))}
    return _problem(template, "word-template-name", about, _naming(name, word))


def _naming(name: str, word: Document) -> Paragraph | None:
    parts = (word.part, *_edges(word))
    return naming([name], chain.from_iterable(paragraphs(part.element) for part in parts)) if name else None


def _owner(name: str, where: Paragraph, values: Mapping[str, object]) -> dict[str, str]:
    """Return what a name was looked for in, and the names there are; nothing where that is none of ours."""
    found = re.search(rf"(?<![\w.])(\w+)(?:\.|\[\W*){re.escape(name)}(?!\w)", where.text)
    owner = values.get(found[1]) if found else None
    if found and isinstance(owner, Mapping):
        return {"kind": found[1], "known": ", ".join(owner)}
    if found and is_dataclass(owner):
        return {"kind": found[1], "known": ", ".join(it.name for it in fields(owner))}
    return {}


def _problem(
    template: WordTemplate, code: str, values: Mapping[str, object], where: Paragraph | None
) -> Problem:
    """Return a problem in a paragraph, whose number stands where text files have that of the line."""
    if where is None:
        return Problem(code, template.source, values=values)
    column = where.column(str(values.get("name", "")))
    return Problem(code, template.source, where.number, column, values, excerpt=where.text)


def _told(error: Exception) -> tuple[str, Mapping[str, object]]:
    if isinstance(error, Refused):
        return error.code, error.values
    if isinstance(error, TemplateSyntaxError):
        return "word-template-syntax", {"reason": error.message}
    if isinstance(error, SyntaxError):  # of XML
        return "word-template-broken", {}
    if isinstance(error, RecursionError):
        return "template-recursion", {}
    return "template-error", {"reason": f"{type(error).__name__}: {error}"}


def _is_in_a_line(found: BaseOxmlElement) -> bool:
    """Tell whether a mark stands among words, where its command had no `p`."""
    parent = found.getparent()
    return parent is not None and parent.tag == qn("w:t")
