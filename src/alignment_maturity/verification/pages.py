"""Comparing the pages of a report with those that come out again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from alignment_maturity.model.plain_data import as_map
from alignment_maturity.model.record import RECORD
from alignment_maturity.printing.fonts import SUBSTITUTE
from alignment_maturity.printing.pdf import Pdf
from alignment_maturity.verification.checks import Check, Difference, Outcome, compare, differing, load
from alignment_maturity.verification.pdf_file import XMP, Annotation, Part, PdfFile, parse_pdf
from alignment_maturity.verification.unmade import SHOWN, additions, touched

if TYPE_CHECKING:
    from alignment_maturity.verification.attached import Attached

BEFORE, AFTER = 3, 6
"""How many words are shown before and from the first that differs."""

ABOUT = ("/Title", "/Author", "/Subject", "/Creator", "/CreationDate", *XMP)
"""What a report says of itself; programs that save it anew leave it as it is."""

_OF_PAGES = ("pages", "tools", "program", "result")


class Pages:
    """The pages of a report beside those printed again from its data."""

    def __init__(self, pdf: PdfFile, printed: Pdf, attached: Attached) -> None:
        """Take the report, what was printed, and what was recorded."""
        self._pdf = pdf
        self._touched = touched(pdf, attached)
        self._recorded = frozenset(attached.record.tools)
        self._again = parse_pdf(pdf.source, printed.data)
        self._identical = pdf.data == printed.data
        # Fonts of this machine may draw them otherwise, or not at all.
        foreign = set(printed.foreign) | set(printed.missing)
        self._table = {ord(character): SUBSTITUTE for character in foreign}

    def checks(self) -> Iterator[Check]:
        """Compare the pages, what is said of the document, and what was added to it."""
        if self._identical:
            yield Check("pages", Outcome.HOLDS, "pages-very-file", {"pages": len(self._pdf.pages)})
            return
        pages = self._pages()
        yield pages
        yield self._about()
        yield self._additions()
        if pages.code == "pages-saved-again":
            yield from self._record()

    def _record(self) -> Iterator[Check]:
        """Find what is recorded of pages that are the same, but is not so."""
        report, again = (
            {key: as_map(load(file.attachments[RECORD][0])).get(key) for key in _OF_PAGES}
            for file in (self._pdf, self._again)
        )
        found = list(compare(report, again, RECORD))
        if found:
            yield differing("record", "record-differs", found)

    def _pages(self) -> Check:
        ours, theirs = self._again.pages, self._pdf.pages
        changed = [
            number
            for number, (one, other) in enumerate(zip(theirs, ours, strict=False), start=1)
            if one.exact != other.exact
        ]
        differences = list(self._differences(changed))
        if differences:
            return differing("pages", "pages-differ", differences)
        if not changed:
            return Check("pages", Outcome.CAUTION, "pages-saved-again", {"pages": len(theirs)})
        values = {"places": ", ".join(f"p. {number}" for number in changed)}
        if self._touched:
            return differing("pages", "pages-drawn-differently", self._touched, **values)
        # Another machine may draw otherwise, but then the drawing in the file is the one recorded.
        return Check("pages", Outcome.CAUTION, "pages-drawn-here", values)

    def _differences(self, changed: Collection[int]) -> Iterator[Difference]:
        ours, theirs = self._again.pages, self._pdf.pages
        if len(ours) != len(theirs):
            yield Difference("pages", str(len(theirs)), str(len(ours)), unit="pages")
        for number in changed:
            words = [self._words(file, number - 1) for file in (self._pdf, self._again)]
            if words[0] != words[1]:
                yield Difference(f"p. {number}", *_first_difference(*words), unit="words")
            elif theirs[number - 1].painted != ours[number - 1].painted:
                one, other = (str(pages[number - 1].painted) for pages in (theirs, ours))
                yield Difference(f"p. {number}", one, other, unit="shapes")
        for name in self._foreign_parts(exactly=not changed):
            yield Difference(name, _shown(self._pdf.parts.get(name)), _shown(self._again.parts.get(name)))

    def _words(self, file: PdfFile, page: int) -> list[str]:
        text = file.text(page).translate(self._table)
        while SUBSTITUTE * 2 in text:
            text = text.replace(SUBSTITUTE * 2, SUBSTITUTE)
        return text.split()

    def _foreign_parts(self, *, exactly: bool) -> Iterator[str]:
        """Name the parts that only one file has, or that say something else.

        Where pages are drawn alike, `exactly` the same numbers stand in them.
        """
        for name in sorted({*self._pdf.parts, *self._again.parts} - self._pdf.signing):
            one, other = self._pdf.parts.get(name), self._again.parts.get(name)
            if one is None or other is None or one.roughly != other.roughly or (exactly and one != other):
                yield name

    def _about(self) -> Check:
        one, other = self._pdf.about, self._again.about
        found = [
            Difference(key.removeprefix("/"), one.get(key), other.get(key))
            for key in ABOUT
            if one.get(key) != other.get(key)
        ]
        if found:
            return differing("metadata", "metadata-differ", found)
        return Check("metadata", Outcome.HOLDS, "metadata-same")

    def _additions(self) -> Check:
        sides = ([page.annotations for page in file.pages] for file in (self._pdf, self._again))
        return additions(
            self._pdf,
            [
                Difference(f"p. {number}", report, again)
                for number, (theirs, ours) in enumerate(zip_longest(*sides, fillvalue=()), start=1)
                for report, again in self._other_annotations(theirs, ours)
            ],
        )

    def _other_annotations(
        self, theirs: Sequence[Annotation], ours: Sequence[Annotation]
    ) -> Iterator[tuple[str | None, str | None]]:
        """Find what lies on only one of two pages, or neither was recorded nor is as it comes out again."""
        one, other = (Counter(each.deed for each in found if not each.signs) for found in (theirs, ours))
        if one != other:
            yield _listed(one - other), _listed(other - one)
            return
        known = self._recorded.union(each.sha256 for each in ours)
        for each in theirs:
            if not each.signs and each.sha256 not in known:
                yield f"{each.deed} {each.sha256[:SHOWN]}", None


def _first_difference(one: Sequence[str], other: Sequence[str]) -> tuple[str, str]:
    """Return the words around the first in which two texts differ."""
    place = next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )
    around = slice(max(0, place - BEFORE), place + AFTER)
    return " ".join(one[around]), " ".join(other[around])


def _shown(part: Part | None) -> str | None:
    return part.exact[:SHOWN] if part else None


def _listed(links: Counter[str]) -> str | None:
    return ", ".join(sorted(links.elements())) or None
