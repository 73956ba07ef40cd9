"""What can be said of pages that are not made again: whether they are as drawn, and what lies on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from alignment_maturity.verification.checks import Check, Difference, Outcome, differing

if TYPE_CHECKING:
    from alignment_maturity.verification.attached import Attached
    from alignment_maturity.verification.pdf_file import PdfFile

SHOWN = 16
"""How many digits of a hash are shown: enough to tell two apart."""

_WITHIN, _TO_THE_WEB = "Link Dest ", "Link URI "
_FIELDS = {"Widget", "Widget AP"}


def without_pages(
    pdf: PdfFile, attached: Attached, code: str, values: Mapping[str, object]
) -> Iterator[Check]:
    """Say why the pages are not made again, and check what can be checked of them all the same."""
    yield Check("pages", Outcome.NOT_CHECKED, code, values)
    found = touched(pdf, attached)
    if found:
        yield differing("untouched", "untouched-not", found)
    else:
        yield Check("untouched", Outcome.HOLDS, "untouched", {"pages": len(pdf.pages)})
    yield _metadata(pdf, attached)
    yield _unasked(pdf)


def touched(pdf: PdfFile, attached: Attached) -> list[Difference]:
    """Find what in the pages is not as it was drawn."""
    drawn, found = attached.record.pages, [page.drawn for page in pdf.pages]
    if len(drawn) != len(found):
        return [Difference("pages", str(len(found)), str(len(drawn)), unit="pages")]
    pages = [
        Difference(f"p. {number}", one[:SHOWN], other[:SHOWN])
        for number, (one, other) in enumerate(zip(found, drawn, strict=True), start=1)
        if one != other
    ]
    tools: set[str] = set().union(*(page.tools for page in pdf.pages))
    foreign = sorted(tools.difference(attached.record.tools))
    return [*pages, *(Difference("Resources", tool[:SHOWN], None) for tool in foreign)]


def additions(pdf: PdfFile, found: Sequence[Difference]) -> Check:
    """Make the check of what was added to a report; a signature is no harm, but is not looked into."""
    strange = [each for each in found if not (pdf.signing and _is_signature(each))]
    if strange:
        return differing("additions", "additions-differ", strange)
    if pdf.signing:
        places = ", ".join(each.where for each in found) or "–"
        return Check("additions", Outcome.CAUTION, "additions-signed", {"places": places})
    return Check("additions", Outcome.HOLDS, "additions-none")


def _is_signature(difference: Difference) -> bool:
    return difference.again is None and {*(difference.report or "").split(", ")} <= _FIELDS


def _metadata(pdf: PdfFile, attached: Attached) -> Check:
    """Check that the document says it is in the right language, and about the right organisation."""
    title, language, organisation = (
        pdf.about.get("/Title"),
        attached.record.inputs.language,
        attached.organisation,
    )
    found = []
    if pdf.language != language:
        found.append(Difference("Lang", pdf.language or None, language))
    if organisation not in (title or ""):
        found.append(Difference("Title", title, organisation))
    if found:
        return differing("metadata", "metadata-differ", found)
    return Check("metadata", Outcome.HOLDS, "metadata-same")


def _unasked(pdf: PdfFile) -> Check:
    """Check that nothing leads out of the document or acts when it is read, but links to web pages."""
    found = [Difference(script, "+", None) for script in pdf.scripts]
    outward = set()
    for number, page in enumerate(pdf.pages, start=1):
        for annotation in page.annotations:
            if annotation.startswith(_TO_THE_WEB):
                outward.add(annotation.removeprefix(_TO_THE_WEB))
            elif not annotation.startswith(_WITHIN):
                found.append(Difference(f"p. {number}", annotation, None))
    told = additions(pdf, found)
    if outward and told.outcome is Outcome.HOLDS:
        return Check("additions", Outcome.CAUTION, "additions-links", {"links": ", ".join(sorted(outward))})
    return told
