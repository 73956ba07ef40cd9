"""Very many answer files, each of one respondent or a few, as encoded rows."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from alignment_maturity.batch.answer_codes import FileCodes, Person, Unusual
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
from alignment_maturity.store.tidy_files import has_all_keys, read_small, tidy_json, tidy_yaml

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


def read_files(
    sources: Iterable[tuple[int, Source]],
    statuses: Iterable[os.stat_result | None],
    reference: str | None,
    *,
    lang: Lang,
) -> FileRows:
    """Read answer files, each with its number in the run; what is wrong with one stops none of the others.

    Args:
        statuses: of the files, as `status_of` tells.
        reference: the questionnaire of all files, by id or file; None where each names its own.
        lang: of the faults.

    Raises:
        WrongUsage: where `reference` is no questionnaire's id.
    """
    reading = _Reading(reference)
    for (number, source), status in zip(sources, statuses, strict=True):
        reading.read(number, source, status)
    return reading.rows(lang)


class _Columns:
    """The files that answer one questionnaire, to become columns."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.codes = _codes(loaded)
        self._people: list[Person] = []
        self._numbers: list[int] = []

    def add(self, number: int, people: Sequence[Person]) -> None:
        self._people += people
        self._numbers += [number] * len(people)

    def frame(self) -> pl.DataFrame | None:
        """Return a row for each respondent, nothing where there is none."""
        if not self._people:
            return None
        organisation, wave, date, group, name, codes = zip(*self._people, strict=True)
        answers = np.frombuffer(b"".join(codes), dtype=np.uint8).reshape(-1, self.codes.questions)
        columns = {
            "organisation": organisation,
            "wave": wave,
            "date": date,
            "group": group,
            "respondent": name,
            "row": np.zeros(len(codes), dtype=np.uint32),
            "source": self._numbers,
            **dict(zip(question_columns(self.codes.questions), np.ascontiguousarray(answers.T), strict=True)),
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

    def read(self, number: int, source: Source, status: os.stat_result | None) -> None:
        if not self._read_swiftly(number, source.path, status):
            self._read_carefully(number, source)

    def _read_swiftly(self, number: int, path: str, status: os.stat_result | None) -> bool:
        """Read a file that leaves no doubt; for all others do nothing and return False."""
        data = None if path == STANDARD_INPUT else read_small(path, status)
        if data is None:
            return False
        is_json = path.lower().endswith(".json")
        tidy = tidy_json(data) if is_json else tidy_yaml(data)
        content = _untidy_data(path, data) if tidy is None else tidy
        if not isinstance(content, dict):
            return False
        columns = self._named_by(content, path)
        if columns is None:
            return False
        try:
            people, keys = columns.codes.code_plain(content)
        except Unusual:
            return False
        if is_json and content is tidy and not has_all_keys(data, content, keys):
            return False
        columns.add(number, people)
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
        people = columns.codes.code(read.file)
        columns.add(number, people)
        if not people:
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
        rows = {sha256: frame for sha256, frame in frames if frame is not None}
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
