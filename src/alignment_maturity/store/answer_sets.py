"""Reading the answer files of one organisation and wave, with the questionnaire they answer."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import overload

from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.model.answer_checks import check_answers
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.findings import Finding
from alignment_maturity.store.documents import Document, read_document
from alignment_maturity.store.questionnaires import (
    Loaded,
    find_questionnaire,
    holds_questionnaire,
    questionnaire_named,
)
from alignment_maturity.store.validation import validate


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    """An answer file that fits its questionnaire."""

    file: AnswerFile
    document: Document
    loaded: Loaded
    warnings: tuple[Problem, ...]


class Reader:
    """Reads answer files; each questionnaire is read once."""

    def __init__(self, reference: str | None = None) -> None:
        """Take the questionnaire of all files from `reference` (an id or a file), where one is given."""
        self._reference = reference
        self._loaded: dict[tuple[str, Path | None], Loaded | InvalidInput | None] = {}

    @overload
    def read(self, source: str | Path) -> ReadAnswers: ...
    @overload
    def read(self, source: str | Path, *, skip_questionnaires: bool) -> ReadAnswers | None: ...
    def read(self, source: str | Path, *, skip_questionnaires: bool = False) -> ReadAnswers | None:
        """Read one answer file; `-` is standard input.

        Args:
            skip_questionnaires: whether a file that is a questionnaire is passed over, with None.

        Raises:
            InvalidInput: with everything that is wrong, also where its questionnaire is.
            WrongUsage: where the given id is no questionnaire's.
        """
        document = read_document(source, pass_over=True)
        if skip_questionnaires and holds_questionnaire(document):
            return None
        loaded = self._questionnaire_of(document)
        file, warnings = validate(
            document, AnswerFile, partial(check_answers, questionnaire=loaded.questionnaire)
        )
        # The data is in the model now; what is still to be said about the file needs its text alone.
        return ReadAnswers(file, replace(document, data=None), loaded, warnings)

    def _questionnaire_of(self, document: Document) -> Loaded:
        entry = document.data.get("questionnaire") if isinstance(document.data, dict) else None
        named = str(entry) if isinstance(entry, str) else ""
        folder = Path() if document.source == "-" else Path(document.source).parent
        if self._reference is not None:
            reference = self._reference
            loaded = self._once(reference, folder, lambda: find_questionnaire(reference, folder))
        else:
            loaded = self._once(named, folder, lambda: questionnaire_named(named, folder))
        if loaded is None:
            # Without its questionnaire only the shape of the file can be checked.
            missing = [Finding(("questionnaire",), "questionnaire-not-found", {"id": named})] if named else []
            validate(document, AnswerFile, lambda _: missing)
            raise InvalidInput([document.problem(finding) for finding in missing])
        return loaded

    def _once(self, name: str, folder: Path | None, read: Callable[[], Loaded | None]) -> Loaded | None:
        """Read a questionnaire, or find it missing or faulty, once for each folder."""
        key = name, folder
        if key not in self._loaded:
            try:
                self._loaded[key] = read()
            except InvalidInput as error:
                self._loaded[key] = error
        loaded = self._loaded[key]
        if isinstance(loaded, InvalidInput):
            raise loaded
        return loaded


def read_answer_set(sources: Sequence[str | Path], reference: str | None = None) -> list[ReadAnswers]:
    """Read the answer files of one organisation and wave.

    Raises:
        InvalidInput: with the problems of all files.
        WrongUsage: where `reference` is no questionnaire's id.
    """
    reader = Reader(reference)
    read: list[ReadAnswers] = []
    # By identity: a faulty questionnaire fails each of its files with the same error, to be told once.
    errors: dict[int, InvalidInput] = {}
    # A file named twice would count its people twice.
    for source in {os.path.realpath(source): source for source in sources}.values():
        try:
            read.append(reader.read(source))
        except InvalidInput as error:
            errors[id(error)] = error
    problems = [problem for error in errors.values() for problem in error.problems]
    problems.extend(contradictions(read))
    if problems:
        raise InvalidInput(problems, sum(error.more for error in errors.values()))
    return read


def contradictions(read: Sequence[ReadAnswers]) -> Iterator[Problem]:
    """Find what keeps files from being one assessment."""
    agreed: dict[str, str] = {}
    for answers in read:
        first, file = read[0].file, answers.file
        for key, code, found, expected in (
            ("questionnaire", "other-questionnaire", *_different(answers.loaded, read[0].loaded)),
            ("organisation", "other-organisation", file.organisation, first.organisation),
            ("wave", "other-wave", file.wave or "–", first.wave or "–"),
        ):
            if found != expected:
                values = {"found": found, "expected": expected}
                yield answers.document.problem(Finding((key,), code, values))
        for question, discussion in (file.workshop or {}).items():
            if discussion.agreed is not None:
                before = agreed.setdefault(question, discussion.agreed)
                if before != discussion.agreed:
                    values = {"question": question, "first": before, "second": discussion.agreed}
                    path = ("workshop", question, "agreed")
                    yield answers.document.problem(Finding(path, "conflicting-agreed", values))


def _different(found: Loaded, expected: Loaded) -> tuple[str, str]:
    """Return what tells two questionnaires apart: their ids or, where two files share one, the files."""
    if found.sha256 == expected.sha256 or found.questionnaire.id != expected.questionnaire.id:
        return found.questionnaire.id, expected.questionnaire.id
    return found.source, expected.source
