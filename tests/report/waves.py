"""Comparisons of every kind a report has to bear, made from small invented companies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.progress import Progress, progress
from alignment_maturity.result import Assessment
from report.sample import LONG, answers, case, example, instrument, leaning, result

PEOPLE = {"marketing": 4, "sales": 5, "leadership": 3}
BEFORE = {"marketing": 2.9, "sales": 1.9, "leadership": 2.3}
AFTER = {"marketing": 3.4, "sales": 2.8, "leadership": 3.1}


@cache
def comparison(name: str) -> Progress:
    """Return one of `WAVES`, compared once."""
    return progress(WAVES[name]())


def company(name: str) -> list[Assessment]:
    """Return the two waves of one of the example companies, the second planned after it."""
    return [example(name), example(f"{name}-2027", planning=PlanRequest(dt.date(2027, 5, 24)))]


def wave(
    levels: dict[str, float], date: str, questionnaire: dict[str, Any] | None = None, **changes: Any
) -> Assessment:
    """Return one wave of an invented company."""
    asked = questionnaire or instrument()
    people = changes.pop("people", PEOPLE)
    top = len(asked["scale"])
    return result(asked, answers(people, leaning(levels, top), asked, date=date, wave=f"W {date}", **changes))


def _two() -> Sequence[Assessment]:
    return [wave(BEFORE, "2026-05-21"), wave(AFTER, "2026-11-21")]


def _fallen() -> Sequence[Assessment]:
    return [wave(AFTER, "2026-05-21"), wave(BEFORE, "2026-11-21")]


def _many(number: int) -> Sequence[Assessment]:
    def levels(at: int) -> dict[str, float]:
        return dict.fromkeys(PEOPLE, 1.5 + 2.5 * at / number - 0.4 * (at % 3 == 2))

    return [wave(levels(at), f"{2017 + at}-0{1 + at % 9}-15") for at in range(number)]


def _close() -> Sequence[Assessment]:
    """Return waves so close together that their names would touch."""
    dates = ("2026-01-10", "2026-01-12", "2026-06-10", "2026-11-21")
    return [wave(BEFORE, date) for date in dates]


def _undated() -> Sequence[Assessment]:
    return [replace(each, date=None, wave=None) for each in (*_two(), wave(AFTER, "2027-01-01"))]


def _same() -> Sequence[Assessment]:
    return [wave(BEFORE, "2026-05-21"), wave(BEFORE, "2026-11-21")]


def _nothing_before() -> Sequence[Assessment]:
    asked = instrument()
    empty = answers({"sales": 1}, lambda *_: None, asked, date="2026-05-21")
    return [result(asked, empty), wave(AFTER, "2026-11-21")]


def _other_scale() -> Sequence[Assessment]:
    return [wave(BEFORE, "2026-05-21", instrument(levels=4)), wave(AFTER, "2026-11-21")]


def _other_questions() -> Sequence[Assessment]:
    old = instrument(questions=9, version="1.0")
    new = instrument()
    new["questions"][2]["options"][0]["text"] = "Altro"
    new["questions"][6]["dimension"] = "d0"
    new["actions"] = new["actions"][1:]
    return [wave(BEFORE, "2026-05-21", old), wave(BEFORE, "2026-08-21"), wave(AFTER, "2026-11-21", new)]


def _withheld() -> Sequence[Assessment]:
    people = {"marketing": 4, "sales": 5, "leadership": 1}
    return [wave(BEFORE, "2026-05-21", people=people), wave(AFTER, "2026-11-21", people=people)]


def _bands() -> Sequence[Assessment]:
    asked = instrument(placement={"method": "bands", "cutoffs": [20, 40, 60, 80]})
    return [wave(BEFORE, "2026-05-21", asked), wave(AFTER, "2026-11-21", asked)]


def _sixty() -> Sequence[Assessment]:
    asked = instrument(levels=9, dimensions=9, questions=60, groups=6)
    for number, question in enumerate(asked["questions"]):
        question["name"] = f"{LONG} {number}"
    levels = {"marketing": 5.2, "sales": 3.1, "leadership": 6.4}
    higher = {"marketing": 6.2, "sales": 2.6, "leadership": 7.4}
    return [wave(levels, "2026-05-21", asked), wave(higher, "2026-11-21", asked)]


def _to_the_top() -> Sequence[Assessment]:
    return [replace(case("rich"), date=dt.date(2025, 11, 21)), case("level-five")]


def _markup() -> Sequence[Assessment]:
    return [replace(case("markup"), date=dt.date(2025, 11, 21), wave="<b>W</b>"), case("markup")]


WAVES: dict[str, Callable[[], Sequence[Assessment]]] = {
    "two": _two,
    "fallen": _fallen,
    "three": lambda: _many(3),
    "nine": lambda: _many(9),
    "close": _close,
    "no-dates": _undated,
    "same": _same,
    "nothing-before": _nothing_before,
    "other-scale": _other_scale,
    "other-questions": _other_questions,
    "withheld-twice": _withheld,
    "bands-twice": _bands,
    "sixty-twice": _sixty,
    "to-the-top": _to_the_top,
    "markup-twice": _markup,
}
