"""Very many answer files, each of one respondent or a few, as encoded rows."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from alignment_maturity.batch.answer_codes import CodedFile, FileCodes, Unusual
from alignment_maturity.batch.frames import KEYS, faults_of, question_columns
from alignment_maturity.batch.sources import Source
from alignment_maturity.encoding import Encoding
from alignment_maturity.errors import InvalidInput, Problem, WrongUsage
from alignment_maturity.language import Lang
from alignment_maturity.store.answer_sets import Reader
from alignment_maturity.store.documents import parse_document
from alignment_maturity.store.files import STANDARD_INPUT
from alignment_maturity.store.places import Data
from alignment_maturity.store.questionnaires import Loaded
from alignment_maturity.store.tidy_files import read_small, tidy_data

# By the hash of the questionnaire, which stands for the same one for ever.
_CODES: dict[str, FileCodes] = {}


@dataclass(frozen=True)
class KeptDocument:
    """An answer file that is to be read again: its number in the run, path, bytes, and what it is about."""

    source: int
    path: str
    data: bytes
    sha256: str
    organisation: str
    wave: str | None


@dataclass(frozen=True)
class FileRows:
    """What was found in answer files.

    Attributes:
        rows: the individual respondents, by the hash of their questionnaire.
        documents: files that have no rows, as those of workshops.
        faults: what is wrong with files, and warnings about those that were used.
        left_out: how many could not be used.
        skipped: questionnaires that lay among the answers.
        questionnaires: those used, by the hash of their files.
    """

    rows: dict[str, pl.DataFrame]
    documents: list[KeptDocument]
    faults: pl.DataFrame
    left_out: int
    skipped: list[str]
    questionnaires: dict[str, Loaded]


def read_files(sources: Sequence[tuple[int, Source]], reference: str | None, *, lang: Lang) -> FileRows:
    """Read answer files, each with its number in the run; what is wrong with one stops none of the others.

    Args:
        reference: the questionnaire of all files, by id or file; None where each names its own.
        lang: of the faults.

    Raises:
        WrongUsage: where `reference` is no questionnaire's id.
    """
    reading = _Reading(reference)
    for number, source in sources:
        reading.read(number, source)
    return reading.rows(lang)


class _Columns:
    """The files that answer one questionnaire, to become columns."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.codes = _codes(loaded)
        self._files: list[tuple[int, CodedFile]] = []

    def add(self, number: int, file: CodedFile) -> None:
        self._files.append((number, file))

    def frame(self) -> pl.DataFrame:
        people = [(number, file, person) for number, file in self._files for person in file.people]
        count, questions = len(people), self.codes.questions
        answers = np.frombuffer(b"".join([person.codes for _, _, person in people]), dtype=np.uint8)
        by_question = np.ascontiguousarray(answers.reshape(count, questions).T)
        columns = {
            "organisation": [file.organisation for _, file, _ in people],
            "wave": [file.wave for _, file, _ in people],
            "date": [file.date for _, file, _ in people],
            "group": [person.group for _, _, person in people],
            "respondent": [person.name for _, _, person in people],
            "row": np.zeros(count, dtype=np.uint32),
            "source": [number for number, _, _ in people],
            **dict(zip(question_columns(questions), by_question, strict=True)),
        }
        return pl.DataFrame(columns, schema_overrides=KEYS)


def _codes(loaded: Loaded) -> FileCodes:
    """Return the codes of a questionnaire, made once in each process."""
    if loaded.sha256 not in _CODES:
        _CODES[loaded.sha256] = FileCodes(Encoding(loaded.questionnaire))
    return _CODES[loaded.sha256]


def _untidy_data(path: str, data: bytes) -> Data:
    """Read plain data that nothing is to be said about; None where there is."""
    try:
        document = parse_document(path, data, pass_over=True)
    except InvalidInput:
        return None
    return None if document.errors or document.warnings else document.data


class _Reading:
    """What was found so far."""

    def __init__(self, reference: str | None) -> None:
        self._reader = Reader(reference)
        self._columns: dict[str, _Columns] = {}
        self._places: dict[tuple[str, str], _Columns | None] = {}
        self._documents: list[KeptDocument] = []
        self._problems: list[Problem] = []
        self._faulty: set[int] = set()
        self._left_out = 0
        self._skipped: list[str] = []

    def read(self, number: int, source: Source) -> None:
        if not self._read_swiftly(number, source.path):
            self._read_carefully(number, source)

    def _read_swiftly(self, number: int, path: str) -> bool:
        """Read a file that leaves no doubt; for all others do nothing and return False."""
        data = None if path == STANDARD_INPUT else read_small(path)
        if data is None:
            return False
        content = tidy_data(path, data)
        if content is None:
            content = _untidy_data(path, data)
        if not isinstance(content, dict):
            return False
        columns = self._named_by(content, path)
        if columns is None:
            return False
        try:
            columns.add(number, columns.codes.code_plain(content))
        except Unusual:
            return False
        return True

    def _named_by(self, content: Mapping[str, object], path: str) -> _Columns | None:
        """Return the columns of the questionnaire that a file names."""
        named = content.get("questionnaire")
        if not isinstance(named, str):
            return None
        key = named, os.path.dirname(path)  # noqa: PTH120 - a Path takes as long as the reading
        if key not in self._places:
            try:
                loaded = self._reader.questionnaire(named, Path(path).parent)
            except (InvalidInput, WrongUsage):  # careful reading tells it
                loaded = None
            self._places[key] = None if loaded is None else self._columns_of(loaded)
        return self._places[key]

    def _read_carefully(self, number: int, source: Source) -> None:
        try:
            read = self._reader.read(source.path, skip_questionnaires=not source.named)
        except InvalidInput as error:
            self._left_out += 1
            self._problems.extend(self._told(error, source.path))
            return
        if read is None:
            self._skipped.append(source.path)
            return
        self._problems.extend(read.warnings)
        columns = self._columns_of(read.loaded)
        columns.add(number, columns.codes.code(read.file))
        if not read.file.people:
            data, about = read.document.content, read.file
            self._documents.append(
                KeptDocument(number, source.path, data, read.loaded.sha256, about.organisation, about.wave)
            )

    def _columns_of(self, loaded: Loaded) -> _Columns:
        if loaded.sha256 not in self._columns:
            self._columns[loaded.sha256] = _Columns(loaded)
        return self._columns[loaded.sha256]

    def rows(self, lang: Lang) -> FileRows:
        """Return all of it."""
        frames = ((sha256, columns.frame()) for sha256, columns in self._columns.items())
        rows = {sha256: frame for sha256, frame in frames if frame.height}
        used = {*rows, *(document.sha256 for document in self._documents)}
        return FileRows(
            rows,
            self._documents,
            faults_of(self._problems, lang),
            self._left_out,
            self._skipped,
            {sha256: columns.loaded for sha256, columns in self._columns.items() if sha256 in used},
        )

    def _told(self, error: InvalidInput, path: str) -> Iterator[Problem]:
        """Tell why a file is left out; of a faulty questionnaire only once what is wrong with it."""
        if any(problem.source == path for problem in error.problems):
            told = False
        else:
            source = error.problems[0].source if error.problems else path
            yield Problem("faulty-questionnaire", path, values={"path": source})
            # A questionnaire's error is the same one for all its files; the reader keeps it.
            told = id(error) in self._faulty
            self._faulty.add(id(error))
        if not told:
            yield from error.problems
            if error.more:
                yield Problem("further-problems", error.problems[0].source, values={"number": error.more})
