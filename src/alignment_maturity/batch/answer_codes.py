"""Answer files as codes: from the model of a file or, without making one, from its plain data."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple
from unicodedata import is_normalized

from alignment_maturity.cohort.voices import SILENT
from alignment_maturity.encoding import Encoding
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNGROUPED
from alignment_maturity.model.scalars import UNPRINTABLE, Plain, read_day

_COMMON = frozenset({"format", "questionnaire", "questionnaire_version", "organisation", "wave", "date"})
_OF_ONE = _COMMON | {"respondent", "answers"}
_OF_SEVERAL = _COMMON | {"respondents"}
_RESPONDENT = frozenset({"group", "name"})
_PERSON = _RESPONDENT | {"answers"}
_REMARKS = frozenset({"note", "evidence"})
# Not booleans and fractions: True and 1.0 are equal to 1 and would be found under it.
_VALUES = frozenset({str, Plain, int, type(None)})
_KINDS = _VALUES | {dict}
_POSITIVE = re.compile(r"[1-9][0-9]{0,17}")  # zero may have been spelled -0


class Person(NamedTuple):
    """One respondent: index of the group in `Encoding.groups`, name, and a code for each question."""

    group: int
    name: str | None
    codes: bytes


class CodedFile(NamedTuple):
    """What an answer file of individual respondents says."""

    organisation: str
    wave: str | None
    date: dt.date | None
    people: tuple[Person, ...]


class Unusual(Exception):
    """Plain data that has to be looked at with care; it may be sound or not."""


class FileCodes:
    """One questionnaire, made to code very many answer files; `questions` is their number."""

    def __init__(self, encoding: Encoding) -> None:
        questionnaire = encoding.questionnaire
        asked = questionnaire.question_by_id
        self._encoding = encoding
        self._id = questionnaire.id
        self._version = questionnaire.version
        self.questions = len(encoding.questions)
        self._silent = bytes([SILENT]) * self.questions
        self._groups: dict[str | None, int] = {name: row for row, name in enumerate(encoding.groups)}
        self._groups[None] = self._groups.pop(UNGROUPED)
        self._columns = {
            question: (row, _spellings(encoding.codes[row], allow_na=asked[question].allow_na))
            for question, row in encoding.row.items()
        }

    def code(self, file: AnswerFile) -> CodedFile:
        """Code the individual respondents of a file that fits the questionnaire."""
        encoding = self._encoding
        people = []
        for person in file.people:
            codes = bytearray(self._silent)
            for question, answer in person.answers.items():
                if answer.value is not None:
                    row = encoding.row[question]
                    codes[row] = encoding.codes[row][answer.value]
            people.append(Person(self._groups[person.group], person.name, bytes(codes)))
        return CodedFile(file.organisation, file.wave, file.date, tuple(people))

    def code_plain(self, data: Mapping[str, object]) -> CodedFile:
        """Code the plain data of a file, which comes from YAML or from JSON with its numbers as such.

        Raises:
            Unusual: where the model might refuse the data, warn about it, or read a value as another than the
                one that is written.
        """
        try:
            return self._file(data)
        except KeyError:
            raise Unusual from None

    def _file(self, data: Mapping[str, object]) -> CodedFile:
        form = data["format"]
        if not (form == "1" if type(form) is Plain else type(form) is int and form == 1):
            raise Unusual
        if data["questionnaire"] != self._id or data["questionnaire_version"] != self._version:
            raise Unusual
        wave, date = data.get("wave"), data.get("date")
        return CodedFile(
            _name(data["organisation"]),
            None if wave is None else _name(wave),
            None if date is None else _day(date),
            (self._one(data),) if "answers" in data else self._several(data),
        )

    def _one(self, data: Mapping[str, object]) -> Person:
        who = data.get("respondent", {})
        if type(who) is not dict or not (_OF_ONE.issuperset(data) and _RESPONDENT.issuperset(who)):
            raise Unusual
        return self._person(who, data["answers"])

    def _several(self, data: Mapping[str, object]) -> tuple[Person, ...]:
        respondents = data["respondents"]
        if type(respondents) is not list or not respondents or not _OF_SEVERAL.issuperset(data):
            raise Unusual
        people = []
        for person in respondents:
            if type(person) is not dict or not _PERSON.issuperset(person):
                raise Unusual
            people.append(self._person(person, person["answers"]))
        return tuple(people)

    def _person(self, who: Mapping[str, object], answers: object) -> Person:
        group, name = who.get("group"), who.get("name")
        if type(answers) is not dict or not (group is None or isinstance(group, str)):
            raise Unusual
        if not _KINDS.issuperset(map(type, answers.values())):
            raise Unusual
        codes = bytearray(self._silent)
        columns = self._columns
        remarks: list[object] = []
        for question, value in answers.items():
            row, spellings = columns[question]
            codes[row] = spellings[_value(value, remarks) if type(value) is dict else value]
        if remarks and not _are_prose(remarks):
            raise Unusual
        return Person(self._groups[group], None if name is None else _name(name), bytes(codes))


def _spellings(codes: Mapping[str, int], *, allow_na: bool) -> dict[object, int]:
    """Return the codes of a question's values, also under the numbers that JSON spells like them."""
    found: dict[object, int] = {None: SILENT}
    found.update(codes.items())
    if not allow_na:
        del found[NOT_APPLICABLE]
    return found | {int(value): code for value, code in codes.items() if _POSITIVE.fullmatch(value)}


def _value(answer: Mapping[str, object], remarks: list[object]) -> object:
    """Return the value of an answer, and put what was remarked on it with the other remarks."""
    value = None
    for key, said in answer.items():
        if key == "value":
            value = said
        elif key in _REMARKS:
            remarks.append(said)
        else:
            raise Unusual
    if type(value) not in _VALUES:
        raise Unusual
    return value


def _are_prose(remarks: list[object]) -> bool:
    texts = [remark for remark in remarks if isinstance(remark, str)]
    together = "".join(texts)
    return (
        len(texts) + remarks.count(None) == len(remarks)
        and all(map(str.strip, texts))
        and (together.isprintable() or UNPRINTABLE.search(together) is None)
    )


def _name(value: object) -> str:
    # What is printable turns no writing round and has no other blanks than the common one.
    if not isinstance(value, str) or not value.isprintable() or not is_normalized("NFC", value):
        raise Unusual
    words = value.split()
    if not words:
        raise Unusual
    return " ".join(words)


def _day(value: object) -> dt.date:
    if not isinstance(value, str):
        raise Unusual
    return _days(value)


@lru_cache(maxsize=1000)
def _days(text: str) -> dt.date:
    try:
        return read_day(text)
    except ValueError:
        raise Unusual from None
