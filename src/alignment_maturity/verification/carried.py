"""Checking what a report carries: that it is what was recorded, and belongs to the pages."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from alignment_maturity.errors import InvalidInput
from alignment_maturity.language import attachments as told
from alignment_maturity.language import say
from alignment_maturity.model.record import RECORD, RESULT
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
_WORKSHOP = re.compile("(?:previous-[0-9]+-)?workshop(?:-[0-9]+)?[.]json")


def attachments(attached: Attached, *, same_program: bool) -> Check:
    """Check that the attached files are those that were recorded, under their names, and no others.

    Another version of the program may describe them in other words.
    """
    found = [*attached.differences(), *_otherwise_told(attached, same_program=same_program)]
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


def answers(attached: Attached, again: Ingredients, *, given: bool, same_program: bool) -> Iterator[Check]:
    """Check that what is attached is what the answers, `given` or attached, lead to.

    Another version of the program may write the same answers otherwise.

    Args:
        again: of all waves, or of the newest alone.
    """
    if not (given or same_program):
        return
    found = list(_other_files(attached, again, in_detail=given, to_the_byte=same_program))
    if found:
        yield differing("answers", "answers-differ" if given else "answers-rewritten", found)
    elif given:
        yield Check("answers", Outcome.HOLDS, "answers-same")


def _otherwise_told(attached: Attached, *, same_program: bool) -> Iterator[Difference]:
    """Find files that are shown under another name, described otherwise, or told to be something else."""
    known = {RECORD, *(entry.file for entry in attached.entries)}
    described = _descriptions(attached) if same_program else {}
    for file in attached.told:
        if file.name not in known:
            continue
        relationship = "Supplement" if file.name == RECORD else "Data"
        sides = (
            ("UF", ", ".join(sorted(file.shown)), file.name),
            ("AFRelationship", file.relationship, relationship),
            ("Desc", file.description, described.get(file.name, file.description)),
        )
        for key, report, again in sides:
            if report != again:
                yield Difference(f"{file.name}: /{key}", report or None, again)


def _descriptions(attached: Attached) -> dict[str, str]:
    """Return what is said of each file, as far as the questionnaires can be read."""
    inputs = attached.record.inputs
    lang = inputs.language
    found = {RECORD: say(told.PHRASES, "record", lang), RESULT: say(told.PHRASES, "result", lang)}
    of_people = "answers-with-notes" if inputs.include_notes else "answers"
    last = len(inputs.waves)
    for number, wave in enumerate(inputs.waves, start=1):
        for entry in wave.answers:
            what = say(told.PHRASES, "workshop" if _WORKSHOP.match(entry.file) else of_people, lang)
            earlier = say(told.PHRASES, "earlier", lang, what=what, number=number)
            found[entry.file] = what if number == last else earlier
        with contextlib.suppress(InvalidInput):
            asked = attached.questionnaire(wave.questionnaire.file).questionnaire
            title, version = asked.title.in_(lang), asked.version
            found[wave.questionnaire.file] = say(
                told.PHRASES, "questionnaire", lang, title=title, version=version
            )
    return found


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


def _other_files(
    attached: Attached, again: Ingredients, *, in_detail: bool, to_the_byte: bool
) -> Iterator[Difference]:
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
            yield from _between(attached, file, file_again, made, to_the_byte=to_the_byte)


def _files(wave: WaveEntry) -> tuple[FileEntry, ...]:
    return wave.questionnaire, *wave.answers


def _between(
    attached: Attached,
    file: FileEntry | None,
    again: FileEntry | None,
    made: Mapping[str, bytes],
    *,
    to_the_byte: bool,
) -> Iterator[Difference]:
    """Find in what a file that was recorded differs from the one that comes out again, if it was `made`."""
    if file and again:
        if file.sha256 == again.sha256:
            return
        report, content = load(attached.content(file.file)), load(made.get(again.file))
        found = list(compare(report, content)) if content is not None else []
        if not found and (to_the_byte or content is None):
            yield Difference(file.file, file.sha256, again.sha256)
        for difference in found:
            yield Difference(f"{file.file}: {difference.where}", difference.report, difference.again)
    elif entry := file or again:
        yield Difference(entry.file, file.sha256 if file else None, again.sha256 if again else None)
