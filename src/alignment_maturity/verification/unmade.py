"""What can be said of pages that are not made again: whether they are as drawn, and what lies on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from alignment_maturity.verification.checks import Check, Difference, Outcome, differing

if TYPE_CHECKING:
    from alignment_maturity.verification.attached import Attached
    from alignment_maturity.verification.pdf_file import PdfFile

SHOWN = 16
"""How many digits of a hash are shown: enough to tell two apart."""

_TO_THE_WEB = "Link URI "


def without_pages(
    pdf: PdfFile, attached: Attached, reasons: Iterable[tuple[str, Mapping[str, object]]]
) -> Iterator[Check]:
    """Say why the pages are not made again, and check what can be checked of them all the same."""
    for code, values in reasons:
        yield Check("pages", Outcome.NOT_CHECKED, code, values)
    found = touched(pdf, attached)
    if found:
        yield differing("untouched", "untouched-not", found)
    else:
        yield Check("untouched", Outcome.HOLDS, "untouched", {"pages": len(pdf.pages)})
    yield _metadata(pdf, attached)
    yield _unasked(pdf, attached)


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
    return [*pages, *_other_tools(pdf, attached)]


def additions(pdf: PdfFile, strange: Sequence[Difference]) -> Check:
    """Make the check of what was added to a report; a signature is no harm, but is not looked into."""
    if strange:
        return differing("additions", "additions-differ", strange)
    if pdf.signing:
        signed = [
            f"p. {number}"
            for number, page in enumerate(pdf.pages, start=1)
            if any(each.signs for each in page.annotations)
        ]
        return Check("additions", Outcome.CAUTION, "additions-signed", {"places": ", ".join(signed) or "–"})
    return Check("additions", Outcome.HOLDS, "additions-none")


def _other_tools(pdf: PdfFile, attached: Attached) -> Iterator[Difference]:
    """Find what pages are drawn with now and were not, else what they were drawn with and are not now."""
    known = set(attached.record.tools)
    tools = {sha256: tool for page in pdf.pages for sha256, tool in page.tools.items()}
    foreign = sorted(tool for sha256, tool in tools.items() if sha256 not in known)
    for tool in foreign:
        yield Difference(tool.kind, f"{tool.name} {tool.sha256[:SHOWN]}", None)
    if not foreign:
        known -= {each.sha256 for page in pdf.pages for each in page.annotations}
        # All pages of a report are drawn with the same tools.
        gone = set().union(*(known.difference(page.tools) for page in pdf.pages))
        for sha256 in sorted(gone):
            yield Difference("Resources", None, sha256[:SHOWN])


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


def _unasked(pdf: PdfFile, attached: Attached) -> Check:
    """Check that nothing acts when the document is read, and nothing lies on it but what was put there."""
    found = [Difference(script, "+", None) for script in pdf.scripts]
    outward, known = set(), set(attached.record.tools)
    for number, page in enumerate(pdf.pages, start=1):
        for annotation in page.annotations:
            if annotation.deed.startswith(_TO_THE_WEB):
                outward.add(annotation.deed.removeprefix(_TO_THE_WEB))
            if annotation.sha256 not in known and not annotation.signs:
                found.append(Difference(f"p. {number}", annotation.deed, None))
    told = additions(pdf, found)
    if outward and told.outcome is Outcome.HOLDS:
        return Check("additions", Outcome.CAUTION, "additions-links", {"links": ", ".join(sorted(outward))})
    return told
