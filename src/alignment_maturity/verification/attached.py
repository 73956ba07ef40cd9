"""What a report carries, read back under the same checks as any input file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from alignment_maturity.errors import InvalidInput
from alignment_maturity.model.answer_checks import check_answers
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.plain_data import as_map
from alignment_maturity.model.record import RECORD, RESULT, FileEntry, Record, WaveEntry
from alignment_maturity.store.answer_sets import ReadAnswers, contradictions
from alignment_maturity.store.documents import parse_document
from alignment_maturity.store.questionnaires import Loaded, checked
from alignment_maturity.store.validation import validate
from alignment_maturity.verification.checks import Difference, load
from alignment_maturity.verification.pdf_file import Attachment, PdfFile


class Attached:
    """The attachments of a report."""

    def __init__(self, pdf: PdfFile) -> None:
        """Read the record; raises InvalidInput where there is none that can be used."""
        found = pdf.attachments.get(RECORD, ())
        if len(found) != 1:
            code = "pdf-two-records" if found else "pdf-without-data"
            raise InvalidInput.of(code, pdf.source)
        self._pdf = pdf
        document = parse_document(self._source(RECORD), found[0])
        self.record, _ = validate(document, Record, lambda _: ())
        self._loaded: dict[str, Loaded] = {}

    @property
    def entries(self) -> tuple[FileEntry, ...]:
        """The files that belong to the report, the record aside; each once."""
        waves = self.record.inputs.waves
        files = [file for wave in waves for file in (wave.questionnaire, *wave.answers)]
        return *dict.fromkeys(files), FileEntry(file=RESULT, sha256=self.record.result.sha256)

    @property
    def told(self) -> tuple[Attachment, ...]:
        """What the document says of all files it carries."""
        return self._pdf.told

    def content(self, name: str) -> bytes | None:
        """Return an attached file; None where there is none, or more than one of the name."""
        found = self._pdf.attachments.get(name, ())
        return found[0] if len(found) == 1 else None

    def differences(self) -> Iterator[Difference]:
        """Find files that are missing, changed, or do not belong to the report."""
        for entry in self.entries:
            data = self.content(entry.file)
            sha256 = None if data is None else hashlib.sha256(data).hexdigest()
            if sha256 != entry.sha256:
                yield Difference(entry.file, sha256, entry.sha256)
        known = {RECORD, *(entry.file for entry in self.entries)}
        for name, contents in self._pdf.attachments.items():
            for data in contents if name not in known else contents[1:]:
                yield Difference(name, hashlib.sha256(data).hexdigest(), None)

    @property
    def organisation(self) -> str:
        """Whose result is attached; empty where that cannot be told."""
        document = as_map(load(self.content(RESULT)))
        return str(document.get("organisation") or "")

    def wave(self, entry: WaveEntry, organisation: str | None = None) -> list[ReadAnswers]:
        """Read the answers of a wave, of `organisation` where it is given.

        Raises:
            InvalidInput: where a file is missing or cannot be used, with everything that is wrong.
        """
        loaded = self.questionnaire(entry.questionnaire.file)
        read = [self._answers(file.file, loaded) for file in entry.answers]
        problems = list(contradictions(read, organisation))
        if problems:
            raise InvalidInput(problems)
        return read

    def questionnaire(self, name: str) -> Loaded:
        """Read a questionnaire; raises InvalidInput."""
        if name not in self._loaded:
            self._loaded[name] = checked(
                parse_document(self._source(name), self._needed(name), pass_over=True)
            )
        return self._loaded[name]

    def _answers(self, name: str, loaded: Loaded) -> ReadAnswers:
        document = parse_document(self._source(name), self._needed(name), pass_over=True)
        file, warnings = validate(
            document, AnswerFile, lambda data: check_answers(data, loaded.questionnaire)
        )
        return ReadAnswers(file, document, loaded, warnings)

    def _needed(self, name: str) -> bytes:
        data = self.content(name)
        if data is None:
            raise InvalidInput.of("attachment-missing", self._source(name))
        return data

    def _source(self, name: str) -> str:
        return f"{self._pdf.source}/{name}"
