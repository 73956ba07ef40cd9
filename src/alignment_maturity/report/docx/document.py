"""A Word document as a whole: what stands where, its language, its pictures, where it comes from."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from alignment_maturity.printing.word.elements import element, paragraph
from alignment_maturity.printing.word.file import region

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement


_LEFTOVERS = ("/attachedTemplate", "/stylesWithEffects")


def replace(place: BaseOxmlElement, others: Iterable[BaseOxmlElement]) -> None:
    """Put other elements in the place of a paragraph, which stays, empty, where there has to be one."""
    previous = None
    for other in others:
        place.addprevious(other)
        previous = other
    after = place.getnext()
    needed = previous is None or previous.tag == qn("w:tbl")
    if needed and (after is None or after.tag != qn("w:p")):
        least = element("w:spacing", before="0", after="0", line="20", lineRule="exact")
        place.addprevious(paragraph("", [], least))
    place.getparent().remove(place)


def set_language(word: Document, lang: str) -> None:
    """Say which language the text is in, where nothing else is said."""
    defaults = word.styles.element
    for name in ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"):
        found = defaults.find(qn(name))
        if found is None:
            found = element(name)
            defaults.insert(0 if name in {"w:docDefaults", "w:rPrDefault"} else len(defaults), found)
        defaults = found
    defaults.set(qn("w:val"), region(lang))
    for found in word.settings.element.iter(qn("w:themeFontLang")):
        found.set(qn("w:val"), region(lang))


def number_pictures(word: Document) -> None:
    """Give every picture a number of its own."""
    numbers = count(1)
    for picture in word.element.body.iter(qn("wp:docPr")):
        picture.set("id", str(next(numbers)))


def drop_leftovers(word: Document) -> None:
    """Leave out what a template has from its own past.

    That is the file it was once begun from, which Word would look for, and the styles as Word 2010 saw them,
    which would contradict those that are added.
    """
    settings = word.settings.element
    for found in settings.findall(qn("w:attachedTemplate")):
        settings.remove(found)
    for relations in (word.part.rels, word.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels):
        for name in [name for name, it in relations.items() if it.reltype.endswith(_LEFTOVERS)]:
            relations.pop(name)
