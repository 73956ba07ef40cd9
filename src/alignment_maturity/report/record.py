"""What a report was made of, gathered so that it can be made again: files to attach, and a fingerprint.

The fingerprint covers the attached answers, the questionnaires and what was asked for. It never covers what
is hidden: of the only person of a small group all answers could be found by trying.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from alignment_maturity.document import as_document
from alignment_maturity.language import attachments as words
from alignment_maturity.language import say
from alignment_maturity.model.record import (
    RECORD,
    RESULT,
    FileEntry,
    Inputs,
    PlanTerms,
    Program,
    Record,
    ResultEntry,
    WaveEntry,
)
from alignment_maturity.printing.embedding import EmbeddedFile
from alignment_maturity.progress import progress
from alignment_maturity.report.attachments import people_of, workshops_of, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignment_maturity.language import Lang
    from alignment_maturity.model.answers import AnswerFile
    from alignment_maturity.printing.embedding import Drawn, Relationship
    from alignment_maturity.progress import Progress
    from alignment_maturity.report.view import ReportOptions
    from alignment_maturity.result import Assessment
    from alignment_maturity.waves import Terms, Wave

JSON, YAML = "application/json", "application/yaml"
UNDATED = dt.date(2000, 1, 1)
"""The date of files in a report that bears none."""

_INDEX, _SHARE = 1, 2
"""Decimals of figures that are rounded as the pages round them."""


@dataclass(frozen=True, slots=True)
class Ingredients:
    """All that a report is made of.

    Attributes:
        waves: oldest first; the last is the one reported on.
        options: with the fingerprint of `inputs`.
        inputs: the same, told by names and hashes.
        files: the answers and questionnaires to be attached.
    """

    waves: tuple[Wave, ...]
    options: ReportOptions
    inputs: Inputs
    files: tuple[EmbeddedFile, ...]

    @property
    def result(self) -> Assessment:
        """The result that is reported on."""
        return self.waves[-1].result

    @property
    def lang(self) -> Lang:
        """The language of the report."""
        return self.inputs.language

    @property
    def progress(self) -> Progress | None:
        """What changed since the earlier waves; None where there are none."""
        return progress([wave.result for wave in self.waves]) if len(self.waves) > 1 else None

    def attached(self, drawn: Drawn) -> tuple[EmbeddedFile, ...]:
        """Return all files to attach to the report with these pages."""
        document = result_document(self.result, self.lang)
        result = self._file(RESULT, document, "result", "Data")
        record = Record(
            format=1,
            fingerprint=self.options.fingerprint,
            program=Program(
                name="alignment-maturity", version=self.options.program_version, weasyprint=drawn.engine
            ),
            inputs=self.inputs,
            result=ResultEntry(file=RESULT, sha256=_sha256(document), rounded=self.result.combined_withheld),
            pages=drawn.pages,
            tools=drawn.tools,
        )
        data = as_json(record.model_dump(mode="json"))
        return *self.files, result, self._file(RECORD, data, "record", "Supplement")

    def _file(self, name: str, data: bytes, what: str, relationship: Relationship) -> EmbeddedFile:
        described = say(words.PHRASES, what, self.lang)
        return EmbeddedFile(name, data, JSON, described, relationship, self.inputs.date or UNDATED)


def gather(waves: Sequence[Wave], lang: Lang, options: ReportOptions, terms: Terms) -> Ingredients:
    """Gather what the report of the last of several waves, oldest first, is made of."""
    *before, newest = waves
    date = newest.result.date or options.date
    gathering = _Gathering(lang, date or UNDATED, notes=options.include_notes)
    inputs = Inputs(
        language=lang,
        sections=options.sections,
        short=options.short,
        include_notes=options.include_notes,
        min_group=terms.min_group,
        plan=PlanTerms(
            start=terms.planning.start, target=terms.planning.target, parallel=terms.planning.parallel
        ),
        date=date,
        brand=options.brand.sha256 if options.brand else None,
        template=options.templates.sha256 if options.templates else None,
        benchmark=options.benchmark,
        waves=(
            *(gathering.wave(wave, number) for number, wave in enumerate(before, start=1)),
            gathering.wave(newest),
        ),
    )
    fingerprinted = replace(options, fingerprint=inputs.fingerprint)
    return Ingredients(tuple(waves), fingerprinted, inputs, tuple(gathering.files))


def result_document(result: Assessment, lang: Lang) -> bytes:
    """Return the result document as it is attached: as `score --json` writes it, or rounded."""
    document = as_document(result, lang)
    return as_json(rounded(document) if result.combined_withheld else document)


def as_json(document: object) -> bytes:
    """Write a document as the commands write it with `--json`."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def rounded(document: dict[str, Any]) -> dict[str, Any]:
    """Round the overall figures of a result document as the pages round them, and leave out alpha.

    With all their digits they would betray the answers of a person alone in a hidden group: whoever tries
    all answers there can be finds the ones that give just these figures.
    """
    confidence, blocking = document["confidence"], document["blocking"]
    bootstrap = confidence["bootstrap"]
    told: dict[str, Any] = {
        "index": _round(document["index"], _INDEX),
        "completeness": _round(document["completeness"], _SHARE),
        "coverage": _rounded_shares(document["coverage"]),
        "alpha": None,
    }
    if bootstrap is not None:
        shares = {**bootstrap, "levels": _rounded_shares(bootstrap["levels"])}
        told["confidence"] = {**confidence, "bootstrap": shares}
    if blocking is not None:
        told["blocking"] = {**blocking, "coverage": _round(blocking["coverage"], _SHARE)}
        if "index" in blocking:
            told["blocking"]["index"] = _round(blocking["index"], _INDEX)
    return {**document, **told}


class _Gathering:
    """Collects the files of waves; a questionnaire that several waves share is attached once."""

    def __init__(self, lang: Lang, date: dt.date, *, notes: bool) -> None:
        self.files: list[EmbeddedFile] = []
        self._lang, self._date, self._notes = lang, date, notes
        self._questionnaires: dict[str, FileEntry] = {}
        # Reserved for what is written when the pages are drawn.
        self._names = {RECORD, RESULT}

    def wave(self, wave: Wave, number: int | None = None) -> WaveEntry:
        """Take up a wave; an earlier one has a number."""
        before = f"previous-{number}-" if number else ""
        people = people_of(wave, notes=self._notes)
        what = "answers-with-notes" if self._notes else "answers"
        answers = [self._answers(people, f"{before}answers", what, number)] if people else []
        answers += [
            self._answers(workshop, f"{before}workshop", "workshop", number)
            for workshop in workshops_of(wave, notes=self._notes)
        ]
        return WaveEntry(
            questionnaire=self._questionnaire(wave),
            answers=tuple(answers),
            left_out=wave.result.suppressed_groups,
        )

    def _answers(self, file: AnswerFile, stem: str, what: str, number: int | None) -> FileEntry:
        described = say(words.PHRASES, what, self._lang)
        if number:
            described = say(words.PHRASES, "earlier", self._lang, what=described, number=number)
        return self._add(stem, ".json", written(file).encode(), described)

    def _questionnaire(self, wave: Wave) -> FileEntry:
        document, questionnaire = wave.loaded.document, wave.loaded.questionnaire
        if document.sha256 not in self._questionnaires:
            title = questionnaire.title.in_(self._lang)
            described = say(
                words.PHRASES, "questionnaire", self._lang, title=title, version=questionnaire.version
            )
            # Under this name the program finds it beside the answers, once all are taken out.
            self._questionnaires[document.sha256] = self._add(
                questionnaire.id, f".{document.syntax}", document.content, described
            )
        return self._questionnaires[document.sha256]

    def _add(self, stem: str, ending: str, data: bytes, described: str) -> FileEntry:
        name, number = f"{stem}{ending}", 1
        while name in self._names:
            number += 1
            name = f"{stem}-{number}{ending}"
        self._names.add(name)
        kind = JSON if ending == ".json" else YAML
        self.files.append(EmbeddedFile(name, data, kind, described, "Data", self._date))
        return FileEntry(file=name, sha256=_sha256(data))


def _rounded_shares(shares: dict[str, float | None]) -> dict[str, float | None]:
    return {level: _round(share, _SHARE) for level, share in shares.items()}


def _round(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
