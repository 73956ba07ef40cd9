"""The styles that the report is written in: those of its template, and ours where it lacks one."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

Kind = tuple[str, str]
"""What a style is for, and its name in lower case."""

BULLETS, NUMBERS = "List Bullet", "List Number"

_PARAGRAPHS = (
    "heading 1", "heading 2", "heading 3", "Section Label", "Lead", "Key Sentence", "Small Print", "Label",
    "Warning", "Facts Line", "Quote", BULLETS, NUMBERS, "Picture", "caption", "Table Text", "Table Number",
    "Table Head", "Table Head Number", "Table Group", "Table Detail", "Figure", "Figure Label",
    "TOC Heading", "toc 1",
)  # fmt: skip
KINDS = (
    dict.fromkeys(_PARAGRAPHS, "paragraph")
    | dict.fromkeys(("Mark", "Tag", "Detail"), "character")
    | dict.fromkeys(("Report Table", "Report Layout"), "table")
)
"""What the report is formatted by; our template has others besides, for the cover and the edges of pages."""


class Styles:
    """The styles of a document by name, and the lists that look like them.

    Args:
        word: the document; what it lacks is added to it.
        ours: opens a document with all our styles.
    """

    def __init__(self, word: Document, ours: Callable[[], Document]) -> None:
        self._word = word
        self._ids = {_kind(style): _identifier(style) for style in _styles(word)}
        self._lists: dict[str, int] = {}
        lacking = [name for name in KINDS if (KINDS[name], name.lower()) not in self._ids]
        if lacking:
            donor = ours()
            for name in lacking:
                self._adopt(_style(donor, (KINDS[name], name.lower())), donor)
        for name in (BULLETS, NUMBERS):
            # Where the style stands for no list, as in a template that never had one.
            self._lists[name] = _definition(word, self._style(name)) or self._adopt_list(name, ours())

    def __getitem__(self, name: str) -> str:
        """Return the id of a style."""
        return self._ids[KINDS[name], name.lower()]

    def list_like(self, name: str) -> int:
        """Return the number of the definition behind the lists of a style."""
        return self._lists[name]

    def _style(self, name: str) -> BaseOxmlElement:
        return _style(self._word, (KINDS[name], name.lower()))

    def _adopt(self, style: BaseOxmlElement, donor: Document) -> str:
        """Add a style, with those it is based on, where none has its name; return the id it goes by."""
        if found := self._ids.get(_kind(style)):
            return found
        identifier = _identifier(style)
        while identifier in self._ids.values():
            identifier += "Report"
        self._ids[_kind(style)] = identifier
        adopted = deepcopy(style)
        adopted.set(qn("w:styleId"), identifier)
        for part in ("w:basedOn", "w:next"):
            reference = adopted.find(qn(part))
            if reference is not None:
                other = next(it for it in _styles(donor) if _identifier(it) == _value(reference))
                reference.set(qn("w:val"), self._adopt(other, donor))
        for number in adopted.findall(f"{qn('w:pPr')}/{qn('w:numPr')}"):
            number.getparent().remove(number)  # a list of the document it comes from
        self._word.styles.element.append(adopted)
        return identifier

    def _adopt_list(self, name: str, donor: Document) -> int:
        """Add the definition behind our own lists; return its number."""
        source = _definition(donor, _style(donor, (KINDS[name], name.lower())))
        numbering = _numbering(self._word)
        others = numbering.findall(qn("w:abstractNum"))
        number = 1 + max((int(other.get(qn("w:abstractNumId"))) for other in others), default=0)
        adopted = deepcopy(next(
            found
            for found in _numbering(donor).findall(qn("w:abstractNum"))
            if found.get(qn("w:abstractNumId")) == str(source)
        ))  # fmt: skip
        adopted.set(qn("w:abstractNumId"), str(number))
        for link in list(adopted.iter(qn("w:pStyle"))):
            link.getparent().remove(link)
        numbering.insert(len(others), adopted)  # before the lists, as the schema has it
        return number


def _definition(word: Document, style: BaseOxmlElement) -> int:
    """Return the number of the definition behind a style's lists; 0 where it stands for none."""
    number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    if number is None:
        return 0
    for found in _numbering(word).findall(qn("w:num")):
        if found.get(qn("w:numId")) == _value(number):
            return int(_value(found.find(qn("w:abstractNumId"))))
    return 0


def _numbering(word: Document) -> BaseOxmlElement:
    """Return the lists of a document, with a part for them where it has none."""
    part = word.part
    if not any(it.reltype == RELATIONSHIP_TYPE.NUMBERING for it in part.rels.values()):
        blank = f"<w:numbering {nsdecls('w')}/>".encode()
        numbering = NumberingPart.load(
            PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, blank, part.package
        )
        part.relate_to(numbering, RELATIONSHIP_TYPE.NUMBERING)
    found: BaseOxmlElement = part.numbering_part.element
    return found


def _styles(word: Document) -> Iterator[BaseOxmlElement]:
    yield from word.styles.element.iterchildren(qn("w:style"))


def _style(word: Document, kind: Kind) -> BaseOxmlElement:
    return next(style for style in _styles(word) if _kind(style) == kind)


def _kind(style: BaseOxmlElement) -> Kind:
    name = style.find(qn("w:name"))
    return style.get(qn("w:type"), ""), "" if name is None else _value(name).lower()


def _identifier(style: BaseOxmlElement) -> str:
    return str(style.get(qn("w:styleId"), ""))


def _value(found: BaseOxmlElement) -> str:
    return str(found.get(qn("w:val"), ""))
