"""Answer files as codes: from the model of a file or, without making one, from its plain data."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
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
_POSITIVE = re.compile(r"[1-9][0-9]{0,17}")  # zero may have been spelled -0


class Person(NamedTuple):
    """One respondent; `group` is an index into `Encoding.groups`, and `codes` has one for each question."""

    organisation: str
    wave: str | None
    date: dt.date | None
    group: int
    name: str | None
    codes: bytes


class Coded(NamedTuple):
    """What the plain data of an answer file says, and how many keys all of its maps have."""

    people: list[Person]
    keys: int


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

    def code(self, file: AnswerFile) -> list[Person]:
        """Code the individual respondents of a file that fits the questionnaire."""
        encoding = self._encoding
        people = []
        for person in file.people:
            codes = bytearray(self._silent)
            for question, answer in person.answers.items():
                if answer.value is not None:
                    row = encoding.row[question]
                    codes[row] = encoding.codes[row][answer.value]
            group = self._groups[person.group]
            people.append(Person(file.organisation, file.wave, file.date, group, person.name, bytes(codes)))
        return people

    def code_plain(self, data: Mapping[str, object]) -> Coded:
        """Code the plain data of a file, which comes from YAML or from JSON with its numbers as such.

        Raises:
            Unusual: where the model might refuse the data, warn about it, or read a value as another than the
                one that is written.
        """
        try:
            return self._file(data)
        except KeyError:
            raise Unusual from None

    def _file(self, data: Mapping[str, object]) -> Coded:
        form = data["format"]
        if not (form == "1" if type(form) is Plain else type(form) is int and form == 1):
            raise Unusual
        if data["questionnaire"] != self._id or data["questionnaire_version"] != self._version:
            raise Unusual
        wave, date = data.get("wave"), data.get("date")
        about = (
            _name(data["organisation"]),
            None if wave is None else _name(wave),
            None if date is None else _day(date),
        )
        people = []
        keys = len(data)
        for who, answers in _one(data) if "answers" in data else _several(data):
            group, name = who.get("group"), who.get("name")
            if not (group is None or isinstance(group, str)):
                raise Unusual
            codes, more = self._codes(answers)
            keys += len(who) + more
            people.append(Person(*about, self._groups[group], None if name is None else _name(name), codes))
        return Coded(people, keys)

    def _codes(self, answers: object) -> tuple[bytes, int]:
        """Return the codes of a person's answers, and how many keys there are."""
        if type(answers) is not dict:
            raise Unusual
        codes = bytearray(self._silent)
        columns = self._columns
        remarks: list[Any] = []
        keys = len(answers)
        for question, value in answers.items():
            if type(value) is not int:  # as most are, in JSON
                if type(value) is dict:
                    keys += len(value)
                    for key in value:
                        if key in _REMARKS:
                            remarks.append(value[key])
                        elif key != "value":
                            raise Unusual
                    value = value.get("value")  # noqa: PLW2901 - what is left without remarks
                if type(value) not in _VALUES:
                    raise Unusual
            row, spellings = columns[question]
            codes[row] = spellings[value]
        if remarks and not _are_prose(remarks):
            raise Unusual
        return bytes(codes), keys


_Who = Mapping[str, object]


def _one(data: Mapping[str, object]) -> tuple[tuple[_Who, object]]:
    """Return who answered alone, and the answers."""
    who = data.get("respondent", {})
    if type(who) is not dict or not (_OF_ONE.issuperset(data) and _RESPONDENT.issuperset(who)):
        raise Unusual
    return ((who, data["answers"]),)


def _several(data: Mapping[str, object]) -> Iterator[tuple[_Who, object]]:
    """Go through the respondents of a file, each with the answers."""
    respondents = data["respondents"]
    if type(respondents) is not list or not respondents or not _OF_SEVERAL.issuperset(data):
        raise Unusual
    for person in respondents:
        if type(person) is not dict or not _PERSON.issuperset(person):
            raise Unusual
        yield person, person["answers"]


def _spellings(codes: Mapping[str, int], *, allow_na: bool) -> dict[object, int]:
    """Return the codes of a question's values, also under the numbers that JSON spells like them."""
    found: dict[object, int] = {None: SILENT}
    found.update(codes.items())
    if not allow_na:
        del found[NOT_APPLICABLE]
    return found | {int(value): code for value, code in codes.items() if _POSITIVE.fullmatch(value)}


def _are_prose(remarks: Sequence[Any]) -> bool:
    texts = [remark for remark in remarks if remark is not None]
    try:
        together = "".join(texts)
    except TypeError:
        return False
    return all(map(str.strip, texts)) and (together.isprintable() or UNPRINTABLE.search(together) is None)


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
