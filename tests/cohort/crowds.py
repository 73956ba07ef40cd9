"""Random crowds of respondents, as columns and as the answer files they stand for."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from hypothesis import strategies as st

from alignment_maturity.cohort.voices import SILENT, Voices
from alignment_maturity.encoding import Encoding
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN, Questionnaire

Person = tuple[int, tuple[int, ...]]
"""The index of a group, and the code of each question."""

Draw = Callable[[int, int], int]


def crowds(encoding: Encoding, *, most: int = 4) -> st.SearchStrategy[list[list[Person]]]:
    """Give the people of 1 to `most` organisations of 1 to 6 each."""

    @st.composite
    def build(draw: st.DrawFn) -> list[list[Person]]:
        return drawn_crowd(encoding, lambda low, high: draw(st.integers(low, high)), most=most)

    return build()


def random_crowd(encoding: Encoding, seed: int, *, organisations: int) -> list[list[Person]]:
    """Give the people of some organisations, the same for the same seed."""
    draw = random.Random(seed).randint
    return [_organisation(encoding, draw) for _ in range(organisations)]


def drawn_crowd(encoding: Encoding, draw: Draw, *, most: int) -> list[list[Person]]:
    return [_organisation(encoding, draw) for _ in range(draw(1, most))]


def _organisation(encoding: Encoding, draw: Draw) -> list[Person]:
    """Give one respondent as often as several; a mood that is bad, mixed or good."""
    number = draw(1, 6) if draw(0, 1) else 1
    mood = draw(0, 2)
    return [(draw(0, len(encoding.groups) - 1), tuple(_codes(encoding, draw, mood))) for _ in range(number)]


def _codes(encoding: Encoding, draw: Draw, mood: int) -> list[int]:
    instrument = encoding.instrument
    codes = []
    for question, values in zip(encoding.questions, encoding.values, strict=True):
        kind = draw(0, 11)
        if kind == 11:
            code = SILENT
        elif kind == 10:
            code = instrument.unknown
        elif kind == 9 and encoding.questionnaire.question_by_id[question].allow_na:
            code = instrument.not_applicable
        else:
            code = max(draw(0, len(values) - 1) for _ in range(mood + 1))
        codes.append(code)
    return codes


def voices_of(crowd: Sequence[Sequence[Person]]) -> Voices:
    """Put people into columns."""
    people = [person for organisation in crowd for person in organisation]
    sizes = [len(organisation) for organisation in crowd]
    return Voices(
        codes=np.ascontiguousarray(np.array([codes for _, codes in people], dtype=np.uint8).T),
        group=np.array([group for group, _ in people], dtype=np.uint8),
        organisation=np.repeat(np.arange(len(crowd)), sizes),
        organisations=len(crowd),
    )


def file_of(encoding: Encoding, people: Sequence[Person]) -> dict[str, Any]:
    """Return the answer file that holds all people of one organisation."""
    return {
        "format": 1,
        "questionnaire": encoding.questionnaire.id,
        "questionnaire_version": encoding.questionnaire.version,
        "organisation": "Prova Srl",
        "respondents": [_respondent(encoding, group, codes) for group, codes in people],
    }


def _respondent(encoding: Encoding, group: int, codes: Sequence[int]) -> dict[str, Any]:
    named = {encoding.instrument.unknown: UNKNOWN, encoding.instrument.not_applicable: NOT_APPLICABLE}
    answers = {
        question: named.get(code) or values[code]
        for question, values, code in zip(encoding.questions, encoding.values, codes, strict=True)
        if code != SILENT
    }
    person: dict[str, Any] = {"answers": answers}
    if group < len(encoding.groups) - 1:
        person["group"] = encoding.groups[group]
    return person


def encoding_of(questionnaire: dict[str, Any]) -> Encoding:
    return Encoding(Questionnaire.model_validate(questionnaire))


def model_of(encoding: Encoding, people: Sequence[Person]) -> AnswerFile:
    return AnswerFile.model_validate(file_of(encoding, people))
