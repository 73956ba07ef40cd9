"""Checking what a report carries: that it is what was recorded, and belongs to the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from alignment_maturity.model.record import RECORD
from alignment_maturity.report.sections import SECTIONS, SHORT
from alignment_maturity.store.questionnaires import built_in
from alignment_maturity.verification.checks import Check, Difference, Outcome, compare, differing, load

if TYPE_CHECKING:
    from alignment_maturity.model.record import FileEntry, Inputs, Record, WaveEntry
    from alignment_maturity.report.record import Ingredients
    from alignment_maturity.store.questionnaires import Loaded
    from alignment_maturity.verification.attached import Attached
    from alignment_maturity.verification.pdf_file import PdfFile

_HASH = re.compile("[0-9a-f]{64}")


def attachments(attached: Attached) -> Check:
    """Check that the attached files are those that were recorded, and no others."""
    found = list(attached.differences())
    if found:
        return differing("attachments", "attachments-differ", found)
    return Check("attachments", Outcome.HOLDS, "attachments-sound", {"files": 1 + len(attached.entries)})


def fingerprint(pdf: PdfFile, record: Record) -> Check:
    """Check that the fingerprint is that of what was recorded, and stands on the pages."""
    recorded, again = record.fingerprint, record.inputs.fingerprint
    if recorded != again:
        found = [Difference(f"{RECORD}: fingerprint", recorded, again)]
        return differing("fingerprint", "fingerprint-differs", found)
    values = {"fingerprint": recorded}
    printed = _printed_hashes(pdf, recorded)
    if recorded in printed:
        return Check("fingerprint", Outcome.HOLDS, "fingerprint-same", values)
    if not _surely_printed(record.inputs):
        return Check("fingerprint", Outcome.HOLDS, "fingerprint-unprinted", values)
    others = ", ".join(sorted(printed - {wave.questionnaire.sha256 for wave in record.inputs.waves})) or None
    return differing("fingerprint", "fingerprint-not-printed", [Difference("method", others, recorded)])


def questionnaire(loaded: Loaded) -> Check:
    """Say whether the questionnaire is one of those built in."""
    asked, shipped = loaded.questionnaire, built_in(loaded.questionnaire.id)
    values = {"id": asked.id, "version": asked.version}
    if shipped is None:
        return Check("questionnaire", Outcome.HOLDS, "questionnaire-own", values)
    if shipped.sha256 == loaded.sha256:
        return Check("questionnaire", Outcome.HOLDS, "questionnaire-built-in", values)
    if shipped.questionnaire.version != asked.version:
        values["other"] = shipped.questionnaire.version
        return Check("questionnaire", Outcome.CAUTION, "questionnaire-other-version", values)
    return Check("questionnaire", Outcome.CAUTION, "questionnaire-changed", values)


def answers(attached: Attached, again: Ingredients, *, given: bool) -> Iterator[Check]:
    """Check that what is attached is what the answers, `given` or attached, lead to.

    Args:
        again: of all waves, or of the newest alone.
    """
    found = list(_other_files(attached, again, in_detail=given))
    if found:
        yield differing("answers", "answers-differ" if given else "answers-rewritten", found)
    elif given:
        yield Check("answers", Outcome.HOLDS, "answers-same")


def _printed_hashes(pdf: PdfFile, wanted: str) -> set[str]:
    """Return the hashes on the pages, from the last page on up to the one that is wanted."""
    found: set[str] = set()
    for page in reversed(range(len(pdf.pages))):
        found |= set(_HASH.findall("".join(pdf.text(page).split())))
        if wanted in found:
            break
    return found


def _surely_printed(inputs: Inputs) -> bool:
    """Tell whether the page on the method is among those of the report."""
    usual: Sequence[str] = SHORT if inputs.short else () if inputs.brand else tuple(SECTIONS)
    return not inputs.template and "method" in (inputs.sections or usual)


def _other_files(attached: Attached, again: Ingredients, *, in_detail: bool) -> Iterator[Difference]:
    theirs, ours = attached.record.inputs.waves, again.inputs.waves
    if len(ours) not in {1, len(theirs)}:
        yield Difference(f"{RECORD}: inputs.waves", str(len(theirs)), str(len(ours)))
        return
    made = {file.name: file.data for file in again.files if in_detail}
    for entry, other in zip(theirs[-len(ours) :], ours, strict=True):
        if entry.left_out != other.left_out:
            one, two = (", ".join(groups) or None for groups in (entry.left_out, other.left_out))
            yield Difference(f"{RECORD}: left_out", one, two)
        for file, file_again in zip_longest(_files(entry), _files(other)):
            yield from _between(attached, file, file_again, made)


def _files(wave: WaveEntry) -> tuple[FileEntry, ...]:
    return wave.questionnaire, *wave.answers


def _between(
    attached: Attached, file: FileEntry | None, again: FileEntry | None, made: Mapping[str, bytes]
) -> Iterator[Difference]:
    """Find in what a file that was recorded differs from the one that comes out again, if it was `made`."""
    if file and again:
        same = file.sha256 == again.sha256
        content = made.get(again.file)
        found = (
            list(compare(load(attached.content(file.file)), load(content))) if content and not same else []
        )
        if not (same or found):
            yield Difference(file.file, file.sha256, again.sha256)
        for difference in found:
            yield Difference(f"{file.file}: {difference.where}", difference.report, difference.again)
    elif entry := file or again:
        yield Difference(entry.file, file.sha256 if file else None, again.sha256 if again else None)
