"""Reading the answer files of one organisation, of one wave or several, with their questionnaires."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import overload

from alignment_maturity.errors import InvalidInput, Problem, WrongUsage
from alignment_maturity.model.answer_checks import check_answers
from alignment_maturity.model.answers import AnswerFile, RespondentAnswers
from alignment_maturity.model.findings import Finding
from alignment_maturity.model.fitting import fitting, resumable
from alignment_maturity.model.scalars import IDENTIFIER
from alignment_maturity.store.documents import Document, read_document
from alignment_maturity.store.questionnaires import (
    ENDINGS,
    Loaded,
    find_questionnaire,
    holds_questionnaire,
    questionnaire_named,
)
from alignment_maturity.store.validation import validate

_Find = Callable[[Path | None], Loaded | None]

_FEWEST_ALIKE = 3  # functions' votes on a question that are alike; fewer may be by chance


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    """An answer file that fits its questionnaire."""

    file: AnswerFile
    document: Document
    loaded: Loaded
    warnings: tuple[Problem, ...]


class Reader:
    """Reads answer files; each questionnaire is read once."""

    def __init__(self, reference: str | None = None, given: Sequence[Loaded] = ()) -> None:
        """Take the questionnaire of all files from `reference` (an id or a file), where one is given.

        Args:
            given: questionnaires read before, which are taken rather than looked for.
        """
        self._reference = reference
        self._given = given
        self._loaded: dict[tuple[str, Path | None], Loaded | InvalidInput | None] = {}

    @overload
    def read(self, source: str | Path, *, earlier: bool = ..., resuming: bool = ...) -> ReadAnswers: ...
    @overload
    def read(self, source: str | Path, *, skip_questionnaires: bool) -> ReadAnswers | None: ...
    def read(
        self,
        source: str | Path,
        *,
        skip_questionnaires: bool = False,
        earlier: bool = False,
        resuming: bool = False,
    ) -> ReadAnswers | None:
        """Read one answer file; `-` is standard input.

        Args:
            skip_questionnaires: whether a file that is a questionnaire is passed over, with None.
            earlier: whether answers to another version of the questionnaire that do not fit this one are left
                out, with a warning, rather than refused.
            resuming: the same for answers to be gone on with: as much of one person's as can be stays.

        Raises:
            InvalidInput: with everything that is wrong, also where its questionnaire is.
            WrongUsage: where the given id is no questionnaire's.
        """
        document = read_document(source, pass_over=True)
        if skip_questionnaires and holds_questionnaire(document):
            return None
        loaded = self._questionnaire_of(document)
        checks = partial(check_answers, questionnaire=loaded.questionnaire, earlier=earlier or resuming)
        file, warnings = validate(document, AnswerFile, checks)
        if resuming:
            file = resumable(file, loaded.questionnaire)
        elif earlier:
            file = fitting(file, loaded.questionnaire)
        # The data is in the model now; what is still to be said about the file needs its text alone.
        return ReadAnswers(file, replace(document, data=None), loaded, warnings)

    def questionnaire(self, named: str, folder: Path) -> Loaded | None:
        """Find the questionnaire of answers that name one and lie in a folder; None where it is nowhere.

        Raises:
            InvalidInput: where it cannot be used.
            WrongUsage: where the given id is no questionnaire's.
        """
        if self._reference is not None:
            reference = self._reference
            return self._once(reference, folder, partial(find_questionnaire, reference))
        return self._once(named, folder, partial(questionnaire_named, named))

    def _questionnaire_of(self, document: Document) -> Loaded:
        if self._given:
            return self._best_given(document)
        entry = document.data.get("questionnaire") if isinstance(document.data, dict) else None
        named = str(entry) if isinstance(entry, str) else ""
        loaded = self.questionnaire(named, Path() if document.source == "-" else Path(document.source).parent)
        if loaded is None:
            # Without its questionnaire only the shape of the file can be checked.
            missing = [Finding(("questionnaire",), "questionnaire-not-found", {"id": named})] if named else []
            validate(document, AnswerFile, lambda _: missing)
            raise InvalidInput([document.problem(finding) for finding in missing])
        return loaded

    def _best_given(self, document: Document) -> Loaded:
        """Choose by id and version; any other is found not to fit."""
        told = document.data if isinstance(document.data, dict) else {}

        def fit(loaded: Loaded) -> tuple[bool, bool]:
            asked = loaded.questionnaire
            return told.get("questionnaire") == asked.id, told.get("questionnaire_version") == asked.version

        return max(self._given, key=fit)

    def _once(self, name: str, folder: Path, find: _Find) -> Loaded | None:
        loaded = self._outcome(name, folder, find)
        if isinstance(loaded, InvalidInput):
            raise loaded
        return loaded

    def _outcome(self, name: str, folder: Path | None, find: _Find) -> Loaded | InvalidInput | None:
        """Find a questionnaire, none or a faulty one, once; again in each folder that may have its own."""
        key = name, folder
        if key not in self._loaded:
            if folder is not None and not _may_hold(folder, name):
                self._loaded[key] = self._outcome(name, None, find)
            else:
                try:
                    self._loaded[key] = find(folder)
                except InvalidInput as error:
                    self._loaded[key] = error
        return self._loaded[key]


def read_answer_set(sources: Sequence[str | Path], reference: str | None = None) -> list[ReadAnswers]:
    """Read the answer files of one organisation and wave.

    Raises:
        InvalidInput: with the problems of all files.
        WrongUsage: where `reference` is no questionnaire's id.
    """
    reading = _Reading(reference)
    read = reading.read(sources)
    reading.refuse(contradictions(read))
    return read


def read_waves(
    new: Sequence[str | Path],
    previous: Sequence[str | Path],
    reference: str | None = None,
    given: Sequence[Loaded] = (),
) -> tuple[list[ReadAnswers], ...]:
    """Read the answer files of one organisation's waves: earlier ones, oldest first, then the new one.

    Their questionnaires are looked for, or chosen among those `given`.

    The new files are one wave. Earlier files belong together by the name of their wave or, without one, by
    their date; waves stand in the order of their latest date, those without a date first.

    Raises:
        InvalidInput: with the problems of all files.
        WrongUsage: where `reference` is no questionnaire's id, or a file is both new and previous.
    """
    named_new = {os.path.realpath(source) for source in new}
    for source in previous:
        if os.path.realpath(source) in named_new:
            raise WrongUsage("new-and-previous", path=source)
    reading = _Reading(reference, given)
    newest = reading.read(new)
    earlier = _waves(reading.read(previous, earlier=True))
    organisation = newest[0].file.organisation if newest else None
    found = [problem for wave in (newest, *earlier) for problem in contradictions(wave, organisation)]
    reading.refuse([*found, *(problem for wave in earlier for problem in _emptied(wave))])
    return *earlier, newest


def contradictions(read: Sequence[ReadAnswers], organisation: str | None = None) -> Iterator[Problem]:
    """Find what keeps files from being one assessment, of `organisation` where it is given."""
    agreed: dict[str, str] = {}
    for answers in read:
        first, file = read[0].file, answers.file
        for key, code, found, expected in (
            ("questionnaire", "other-questionnaire", *_different(answers.loaded, read[0].loaded)),
            ("organisation", "other-organisation", file.organisation, organisation or first.organisation),
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


def counted_twice(read: Sequence[ReadAnswers]) -> Iterator[Problem]:
    """Find workshops that began from individual answers which are counted beside them, as warnings.

    A workshop holds such answers as its first round, by function.
    """
    given = _votes_of(person for answers in read for person in answers.file.people)
    for answers in read:
        first = {
            (question, group): dict(votes)
            for question, discussion in (answers.file.workshop or {}).items()
            for group, votes in (discussion.rounds[0] if discussion.rounds else {}).items()
            if (question, group) in given
        }
        if len(first) >= _FEWEST_ALIKE and all(given[cell] == votes for cell, votes in first.items()):
            finding = Finding(("workshop",), "counted-twice", on_key=True, warning=True)
            yield answers.document.problem(finding)


def _may_hold(folder: Path, name: str) -> bool:
    """Tell whether a folder may have a questionnaire of its own with an id."""
    paths = (folder / f"{name}{ending}" for ending in ENDINGS)
    return IDENTIFIER.fullmatch(name) is not None and any(path.is_file() for path in paths)


def _votes_of(people: Iterable[RespondentAnswers]) -> dict[tuple[str, str], dict[str, int]]:
    """Count answers by question and function."""
    votes: dict[tuple[str, str], dict[str, int]] = {}
    for person in people:
        for question, answer in person.answers.items():
            if person.group is not None and answer.value is not None:
                cast = votes.setdefault((question, person.group), {})
                cast[answer.value] = cast.get(answer.value, 0) + 1
    return votes


class _Reading:
    """Several files read in one go, so that the problems of all come out at once."""

    def __init__(self, reference: str | None, given: Sequence[Loaded] = ()) -> None:
        self._reader = Reader(reference, given)
        # By identity: a faulty questionnaire fails each of its files with the same error, to be told once.
        self._errors: dict[int, InvalidInput] = {}

    def read(self, sources: Sequence[str | Path], *, earlier: bool = False) -> list[ReadAnswers]:
        """Read the files that can be read, and remember what is wrong with the others."""
        read: list[ReadAnswers] = []
        # A file named twice would count its people twice.
        for source in {os.path.realpath(source): source for source in sources}.values():
            try:
                read.append(self._reader.read(source, earlier=earlier))
            except InvalidInput as error:
                self._errors[id(error)] = error
        return read

    def refuse(self, more: Iterable[Problem]) -> None:
        """Raise InvalidInput with the problems found while reading and these, where there are any."""
        problems = [problem for error in self._errors.values() for problem in error.problems]
        problems.extend(more)
        if problems:
            raise InvalidInput(problems, sum(error.more for error in self._errors.values()))


def _waves(read: Sequence[ReadAnswers]) -> list[list[ReadAnswers]]:
    """Sort the files of earlier waves into waves, oldest first."""
    waves: dict[str | dt.date | None, list[ReadAnswers]] = {}
    for answers in read:
        waves.setdefault(answers.file.wave or answers.file.date, []).append(answers)
    return sorted(waves.values(), key=_age)


def _age(wave: Sequence[ReadAnswers]) -> tuple[dt.date, str]:
    dates = [answers.file.date for answers in wave if answers.file.date]
    return max(dates, default=dt.date.min), wave[0].file.wave or ""


def _emptied(wave: Sequence[ReadAnswers]) -> Iterator[Problem]:
    """Find that nothing of a wave is left to be assessed."""
    if not any(answers.file.people or answers.file.workshop for answers in wave):
        first = wave[0]
        values = {"expected": first.loaded.questionnaire.version}
        yield first.document.problem(Finding(("questionnaire_version",), "nothing-left", values))


def _different(found: Loaded, expected: Loaded) -> tuple[str, str]:
    """Return what tells two questionnaires apart: their ids or, where two files share one, the files."""
    if found.sha256 == expected.sha256 or found.questionnaire.id != expected.questionnaire.id:
        return found.questionnaire.id, expected.questionnaire.id
    return found.source, expected.source
