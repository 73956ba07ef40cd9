"""Verifying a report: what it carries is read back, scored and printed again, and compared with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alignment_maturity.errors import InvalidInput, WorkFailed, WrongUsage
from alignment_maturity.model.questionnaire import UNGROUPED
from alignment_maturity.model.record import RESULT
from alignment_maturity.phrasing.wording import owner_name
from alignment_maturity.printing.pdf import engine_version
from alignment_maturity.report.pdf import print_report
from alignment_maturity.report.sections import unknown
from alignment_maturity.verification import carried, results
from alignment_maturity.verification.attached import Attached
from alignment_maturity.verification.checks import Check, Outcome, Verification, in_both
from alignment_maturity.verification.pages import Pages
from alignment_maturity.verification.repeating import (
    Looks,
    assess_again,
    assess_shown,
    attached_sources,
    gather_again,
    given_sources,
)
from alignment_maturity.verification.unmade import without_pages

if TYPE_CHECKING:
    from alignment_maturity.language import Lang
    from alignment_maturity.model.questionnaire import Questionnaire
    from alignment_maturity.model.record import Inputs, WaveEntry
    from alignment_maturity.report.record import Ingredients
    from alignment_maturity.verification.pdf_file import PdfFile
    from alignment_maturity.verification.repeating import Source
    from alignment_maturity.waves import Wave

_Reason = tuple[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Means:
    """What is at hand to make a report again.

    Attributes:
        program: the version of this program.
        answers, previous: answer files, where the report is to be held against them.
        looks: the brand and the templates given.
    """

    program: str
    answers: Sequence[str] = ()
    previous: Sequence[str] = ()
    looks: Looks = field(default_factory=Looks)


def verify(pdf: PdfFile, means: Means) -> Verification:
    """Hold everything in a report against what it carries, or against given answers.

    Raises:
        InvalidInput: where the report carries no data, or the given answers cannot be used.
        WrongUsage: where a file is given both as new and as previous.
    """
    attached = Attached(pdf)
    checks = tuple(_Verifying(pdf, attached, means).checks())
    return Verification(attached.record.inputs.language, attached.record.fingerprint, checks)


class _Verifying:
    """A report on its way through all checks."""

    def __init__(self, pdf: PdfFile, attached: Attached, means: Means) -> None:
        self._pdf, self._attached, self._means = pdf, attached, means
        self._record = attached.record
        version = self._record.program.version
        self._versions = {} if version == means.program else {"version": version, "own": means.program}

    @property
    def _inputs(self) -> Inputs:
        return self._record.inputs

    def checks(self) -> Iterator[Check]:
        """Go through all checks."""
        yield carried.attachments(self._attached, same_program=not self._versions)
        yield carried.fingerprint(self._pdf, self._record)
        try:
            sources = attached_sources(self._attached)
        except InvalidInput as error:
            yield Check("result", Outcome.DIFFERS, "result-unusable", problems=error.problems)
            yield from self._without_pages("pages-unusable", {})
            return
        yield carried.questionnaire(sources[-1].loaded)
        if self._means.answers:
            sources = given_sources(self._means.answers, self._means.previous, sources)
        try:
            waves = assess_again(self._inputs, sources)
        except WrongUsage as error:
            yield Check("result", Outcome.DIFFERS, "result-senseless", {"reason": error.code})
            yield from self._without_pages("pages-unusable", {})
            return
        yield from self._repeated(sources[-1], waves)

    def _repeated(self, newest: Source, waves: Sequence[Wave | None]) -> Iterator[Check]:
        """Compare the report with what its answers lead to, as far as there are any."""
        known = [wave for wave in waves if wave is not None]
        again = None
        if len(known) == len(waves):
            again = gather_again(self._record, known, self._means.looks)
        of_files = again or (waves[-1] and gather_again(self._record, known[-1:], self._means.looks))
        if of_files:
            yield from carried.answers(
                self._attached,
                of_files,
                given=bool(self._means.answers),
                same_program=not self._versions,
            )
        yield self._result(newest, waves[-1])
        # Other answers than those of the report may be of more waves.
        pairs = zip(reversed(self._inputs.waves), reversed(waves), strict=False)
        missing = [entry for entry, wave in pairs if wave is None]
        yield from self._pages(again, missing)

    def _result(self, source: Source, newest: Wave | None) -> Check:
        data, lang = self._attached.content(RESULT), self._inputs.language
        if data is None:
            return Check("result", Outcome.DIFFERS, "result-missing")
        if newest is not None:
            return results.whole(data, newest.result, lang, self._versions)
        left_out = self._inputs.waves[-1].left_out
        hidden = {"groups": self._names(self._inputs.waves[-1:])}
        alone = assess_shown(self._inputs, source)
        if alone is None:
            return Check("result", Outcome.NOT_CHECKED, "result-all-hidden", hidden)
        return results.of_shown(data, alone.result, left_out, lang, hidden)

    def _pages(self, again: Ingredients | None, missing: Sequence[WaveEntry]) -> Iterator[Check]:
        reasons = list(self._not_comparable(missing))
        if again is None or reasons:
            yield from without_pages(self._pdf, self._attached, reasons or [("pages-unusable", {})])
        else:
            yield from Pages(self._pdf, print_report(again), self._attached).checks()

    def _not_comparable(self, missing: Sequence[WaveEntry]) -> Iterator[_Reason]:
        """Say why the pages cannot be made again: all that keeps them from it, but of another version."""
        if self._versions:
            yield "pages-other-program", self._versions
            return
        if missing:
            earlier = any(entry is not self._inputs.waves[-1] for entry in missing)
            code = "pages-groups-left-out-earlier" if earlier else "pages-groups-left-out"
            yield code, {"groups": self._names(missing[::-1])}
        yield from self._other_looks()
        try:
            engine = engine_version()
        except WorkFailed:
            yield "pages-no-library", {}
        else:
            if self._record.program.weasyprint != engine:
                yield "pages-other-engine", {"version": self._record.program.weasyprint, "own": engine}

    def _other_looks(self) -> Iterator[_Reason]:
        """Say which brand or templates are missing, or are not those of the report."""
        brand, templates = self._means.looks.brand, self._means.looks.templates
        for look, given in (("brand", brand), ("template", templates)):
            if getattr(self._inputs, look) != (given and given.sha256):
                yield f"pages-{look}-{'other' if given else 'needed'}", {}
        if brand or not self._inputs.brand:
            strange = unknown(self._inputs.sections, [own.id for own in brand.own_sections] if brand else ())
            if strange:
                yield "pages-unknown-section", {"sections": ", ".join(strange)}

    def _names(self, waves: Sequence[WaveEntry]) -> dict[Lang, str]:
        """Return the names of the groups that waves leave out, each once."""

        def named(lang: Lang) -> str:
            found = (
                _group(self._attached.questionnaire(wave.questionnaire.file).questionnaire, group, lang)
                for wave in waves
                for group in wave.left_out
            )
            return ", ".join(dict.fromkeys(found))

        return in_both(named)

    def _without_pages(self, code: str, values: Mapping[str, object]) -> Iterator[Check]:
        return without_pages(self._pdf, self._attached, [(code, values)])


def _group(questionnaire: Questionnaire, group: str, lang: Lang) -> str:
    """Name a group; a report that was changed may leave out some that there are not."""
    known = group in questionnaire.group_by_id or group == UNGROUPED
    return owner_name(questionnaire, group, lang) if known else group
