"""Which questionnaire the rows of a table belong to, settled once for the whole table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from alignment_maturity.batch.reading.cells import ABOUT, QUESTIONNAIRE
from alignment_maturity.batch.reading.vocabulary import Vocabulary
from alignment_maturity.cohort.voices import SILENT
from alignment_maturity.encoding import Encoding
from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.model.plain_data import as_map, as_text, entries
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN
from alignment_maturity.store.documents import Document, read_document
from alignment_maturity.store.questionnaires import (
    Loaded,
    candidates,
    checked,
    find_questionnaire,
    holds_questionnaire,
)

_LISTED = 20


@dataclass(frozen=True, slots=True)
class Codebook:
    """What reading rows needs to know of one questionnaire; small, and can be pickled.

    Attributes:
        questions: question ids in canonical order.
        values: of each question, the option values in the order of their codes.
        allows_na: of each question.
        known: of each question, its option values as a message lists them.
        unknown: the code of `unknown`.
        not_applicable: the code of `n/a`.
        groups: group ids in canonical order, then that of people who belong to none.
        known_groups: the groups as a message lists them.
    """

    id: str
    sha256: str
    questions: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    allows_na: tuple[bool, ...]
    known: tuple[str, ...]
    unknown: int
    not_applicable: int
    groups: tuple[str, ...]
    known_groups: str

    @classmethod
    def of(cls, loaded: Loaded) -> Codebook:
        """Take what is needed from a questionnaire."""
        questionnaire, encoding = loaded.questionnaire, Encoding(loaded.questionnaire)
        questions = encoding.questions
        return cls(
            id=questionnaire.id,
            sha256=loaded.sha256,
            questions=questions,
            values=encoding.values,
            allows_na=tuple(questionnaire.question_by_id[question].allow_na for question in questions),
            known=tuple(
                ", ".join(islice(questionnaire.values_of(question), _LISTED)) for question in questions
            ),
            unknown=encoding.instrument.unknown,
            not_applicable=encoding.instrument.not_applicable,
            groups=encoding.groups,
            known_groups=", ".join(islice(questionnaire.group_by_id, _LISTED)) or "–",
        )

    def table(self, question: int, vocabulary: Vocabulary, *, bad: int) -> NDArray[np.uint8]:
        """Return the code of each number of a vocabulary as an answer to a question; `bad` if it is none."""
        codes = {value: code for code, value in enumerate(self.values[question])}
        codes |= {"": SILENT, UNKNOWN: self.unknown}
        if self.allows_na[question]:
            codes[NOT_APPLICABLE] = self.not_applicable
        return np.array([*(codes.get(text, bad) for text in vocabulary.texts), bad], dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class Codebooks:
    """The questionnaires of one table, as tasks take them.

    Attributes:
        books: by questionnaire id.
        by_row: whether the column `questionnaire` says of each row which it belongs to; else there is one.
        faulty: the files of questionnaires that have errors, by the names of these files.
    """

    books: Mapping[str, Codebook]
    by_row: bool
    faulty: Mapping[str, str]

    def vocabulary(self) -> Vocabulary:
        """Return all answers that there are."""
        values = chain.from_iterable(chain.from_iterable(book.values) for book in self.books.values())
        return Vocabulary([*values, UNKNOWN, NOT_APPLICABLE])

    def questions(self) -> frozenset[str]:
        """Return the ids of all questions."""
        return frozenset(chain.from_iterable(book.questions for book in self.books.values()))


@dataclass(frozen=True)
class Choice:
    """The questionnaires of one table.

    Attributes:
        codebooks: for `rows.read`.
        loaded: the questionnaires by the SHA-256 of their files.
    """

    codebooks: Codebooks
    loaded: Mapping[str, Loaded]

    def warnings(self, name: str, header: Sequence[str], used: Collection[str]) -> Iterator[Problem]:
        """Find what the table lacks of the questionnaires its rows use (SHA-256), as warnings.

        JSON Lines have no columns to lack: what a line does not have is blank.
        """
        if is_json_lines(name):
            return
        for book in self.codebooks.books.values():
            missing = [question for question in book.questions if question not in header]
            if missing and book.sha256 in used:
                listed = ", ".join(missing[:_LISTED]) + (", …" if len(missing) > _LISTED else "")
                values = {"questionnaire": book.id, "number": len(missing), "columns": listed}
                yield Problem("missing-question-columns", name, values=values, warning=True)


class Chooser:
    """Chooses the questionnaires of tables; each is read once."""

    def __init__(self, reference: str | None = None) -> None:
        """Take the questionnaire of all tables from `reference` (an id or a file), where one is given."""
        self._reference = reference
        self._given: dict[Path | None, Loaded | InvalidInput] = {}
        self._shelves: dict[Path | None, _Shelf] = {}

    def choose(self, name: str, header: Sequence[str], beside: Path | None) -> Choice:
        """Settle the questionnaires of a table named `name`, whose folder is `beside` (None: nowhere).

        Raises:
            InvalidInput: where none or several fit, or the one that was given cannot be used, or a column of
                them is there twice.
            WrongUsage: where no questionnaire has the id that was given.
        """
        if self._reference is not None:
            choice = _choice([self._find(self._reference, beside)], by_row=False, faulty={})
        else:
            shelf = self._shelf(beside)
            if QUESTIONNAIRE in header:
                faulty = {path.stem: str(path) for path in shelf.faulty}
                choice = _choice(shelf.sound.values(), by_row=True, faulty=faulty)
            else:
                choice = _choice([_best(name, header, shelf)], by_row=False, faulty={})
        known = choice.codebooks.questions() | set(ABOUT)
        twice = [column for column, times in Counter(header).items() if times > 1 and column in known]
        if twice:
            raise InvalidInput([Problem("duplicate-column", name, values={"column": one}) for one in twice])
        return choice

    def _find(self, reference: str, beside: Path | None) -> Loaded:
        if beside not in self._given:
            try:
                self._given[beside] = find_questionnaire(reference, beside)
            except InvalidInput as error:
                self._given[beside] = error
        found = self._given[beside]
        if isinstance(found, InvalidInput):
            raise found
        return found

    def _shelf(self, beside: Path | None) -> _Shelf:
        if beside not in self._shelves:
            self._shelves[beside] = _Shelf.of(beside)
        return self._shelves[beside]


def is_json_lines(name: str) -> bool:
    """Tell whether a table is JSON Lines by its name."""
    return name.lower().removesuffix(".gz").removesuffix(".zst").endswith((".jsonl", ".ndjson"))


@dataclass(frozen=True)
class _Shelf:
    """The questionnaires that a table may belong to.

    Attributes:
        sound: by their ids; of those that share one, the nearest.
        faulty: those that have errors, with their question ids as far as they can be told.
    """

    sound: dict[str, Loaded] = field(default_factory=dict)
    faulty: dict[Path, tuple[frozenset[str], InvalidInput]] = field(default_factory=dict)

    @classmethod
    def of(cls, beside: Path | None) -> _Shelf:
        """Read the questionnaires beside the table, one's own and the built-in ones."""
        shelf = cls()
        ranks: dict[str, bool] = {}
        place = None
        nearer: set[str] = set()
        for where, path in candidates(beside):
            if where != place:
                place, nearer = where, set(shelf.sound)
            document = _questionnaire_at(path)
            if document is None:
                continue
            try:
                loaded = checked(document)
            except InvalidInput as error:
                shelf.faulty[path] = (_ids(document), error)
                continue
            name = loaded.questionnaire.id
            # In one folder the file that has the name of the id is the one that is found by it.
            if name not in nearer and not ranks.get(name):
                shelf.sound[name] = loaded
                ranks[name] = path.stem == name
        return shelf


def _questionnaire_at(path: Path) -> Document | None:
    """Read a file if it is meant to be a questionnaire."""
    try:
        # There may be very many answer files beside a table; to take them all apart would take for ever.
        if b"questions" not in path.read_bytes():
            return None
        document = read_document(path, pass_over=True)
    except (OSError, InvalidInput):
        return None
    return document if holds_questionnaire(document) else None


def _ids(document: Document) -> frozenset[str]:
    ids = (as_text(question.get("id")) for _, question in entries(as_map(document.data), "questions"))
    return frozenset(name for name in ids if name is not None)


def _best(name: str, header: Sequence[str], shelf: _Shelf) -> Loaded:
    """Return the questionnaire whose questions are most like the columns of a table."""
    columns = {column for column in header if column and column not in ABOUT}
    fits = [(_likeness(columns, set(one.questionnaire.question_by_id)), one) for one in shelf.sound.values()]
    faulty = [(_likeness(columns, ids), error) for ids, error in shelf.faulty.values()]
    best = max((fit for fit, _ in fits), default=0.0)
    spoilt = max(faulty, key=lambda entry: entry[0], default=(0.0, None))
    if spoilt[1] is not None and spoilt[0] > best:
        raise spoilt[1]
    fitting = [one for fit, one in fits if fit == best]
    known = ", ".join(one.questionnaire.id for one in fitting[:_LISTED])
    if not best:
        raise InvalidInput.of("no-questionnaire-fits", name)
    if len(fitting) > 1:
        raise InvalidInput.of("several-questionnaires-fit", name, known=known)
    return fitting[0]


def _likeness(columns: Collection[str], questions: Collection[str]) -> float:
    """Return the Jaccard index of two sets."""
    common = len(set(columns) & set(questions))
    return common / (len(columns) + len(questions) - common) if common else 0.0


def _choice(loaded: Collection[Loaded], *, by_row: bool, faulty: Mapping[str, str]) -> Choice:
    books = {one.questionnaire.id: Codebook.of(one) for one in loaded}
    return Choice(Codebooks(books, by_row, faulty), {one.sha256: one for one in loaded})
