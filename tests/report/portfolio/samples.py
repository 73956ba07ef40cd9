"""Invented sets of organisations, drawn so that their figures go together."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from functools import cache
from typing import Any

from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.report.portfolio.data import Entry, Portfolio
from alignment_maturity.store.builtin import data_folder
from alignment_maturity.store.questionnaires import read_questionnaire
from portfolios import gather
from report.sample import LONG, WIDE, instrument

LATEST = dt.date(2026, 11, 21)
DAY = dt.date(2026, 11, 27)

_FIRST = (
    "Fonderie", "Officine", "Cartiere", "Tessitura", "Studio", "Meccanica", "Alimentari", "Ceramiche",
    "Vetreria", "Molini", "Impianti", "Sistemi",
)  # fmt: skip
_SECOND = (
    "Castelrosso", "Valbruna", "Montelupo", "Fratelli Orsi", "Adige", "Bellaria", "San Marco", "Lariana",
    "Ticino", "Rovereto", "Verdi", "Pontedera", "Altavilla",
)  # fmt: skip


@cache
def questionnaire(name: str) -> Questionnaire:
    """Return a built-in questionnaire."""
    return read_questionnaire(data_folder("questionnaires") / f"{name}.yaml").questionnaire


def made(**changes: Any) -> Questionnaire:
    """Return an invented questionnaire."""
    return Questionnaire.model_validate(instrument(**changes))


def entries(asked: Questionnaire, rows: int, *, seed: int = 0, **changes: Any) -> list[Entry]:
    """Return so many rows of a questionnaire; `changes` hold for each of them."""
    draw = random.Random(seed)
    return [replace(_entry(asked, number, draw), **changes) for number in range(rows)]


def portfolio(
    asked: Questionnaire, rows: int, *, seed: int = 0, left_out: int = 0, **changes: Any
) -> Portfolio:
    """Return a set of so many rows."""
    return gather(asked, entries(asked, rows, seed=seed, **changes), date=LATEST, left_out=left_out)


def name_of(number: int) -> str:
    """Return the name of an organisation, another one for each number."""
    name = f"{_FIRST[number % len(_FIRST)]} {_SECOND[number % len(_SECOND)]}"
    return (
        name
        if number < len(_FIRST) * len(_SECOND)
        else f"{name} {number // (len(_FIRST) * len(_SECOND)) + 1}"
    )


def _entry(asked: Questionnaire, number: int, draw: random.Random) -> Entry:
    ability = min(max(draw.gauss(0.35, 0.2), 0.0), 1.0)

    def near(centre: float, width: float) -> float:
        return min(max(draw.gauss(centre, width), 0.0), 1.0)

    coverage = [near(1.3 * ability - 0.28 * at + 0.35, 0.06) for at in range(asked.top - 1)]
    gates = {
        level: [question.id for question in asked.questions if level in question.gate]
        for level in asked.upper_levels
    }
    level, blocking = 1, tuple[str, ...]()
    while level < asked.top:
        closed = tuple(gate for gate in gates[level + 1] if draw.random() > ability + 0.35)
        if closed or coverage[level - 1] < (asked.threshold_of(level + 1) or 0):
            blocking = closed
            break
        level += 1
    weak = [0.18 * ((7 * at) % 5 - 2) / 2 for at in range(len(asked.dimensions))]
    question = asked.questions[min(int(draw.expovariate(0.35)), len(asked.questions) - 1)]
    actions = [action.id for action in asked.actions][: 3 * level + 4]
    chosen = sorted(draw.sample(actions, min(3, len(actions))), key=actions.index)
    completeness = 1.0 if draw.random() < 0.6 else near(0.9, 0.08)
    return Entry(
        organisation=name_of(number),
        wave=None,
        respondents=draw.randint(3, 24),
        level=level,
        index=100 * ability,
        completeness=completeness,
        provisional=completeness < 0.8,
        coverage=tuple(coverage),
        dimensions=tuple(100 * near(ability + shift, 0.09) for shift in weak),
        gap_question=question.id if asked.compare else None,
        gap=round(draw.gauss(0.5, 0.7), 2) if asked.compare else None,
        blocking=blocking,
        effort=None if not asked.actions else float(draw.randint(6, 70)) if level < asked.top else 0.0,
        actions=tuple(chosen) if level < asked.top else (),
    )


@cache
def cases() -> dict[str, list[Portfolio]]:
    """Return the sets a comparative report has to bear, by name."""
    full, quick = questionnaire("full"), questionnaire("quick")
    wide = made(dimensions=9, questions=18)
    waves = [
        replace(
            row, organisation=name_of(at // 3), wave=("Spring 2025", "Autumn 2025", "Spring 2026")[at % 3]
        )
        for at, row in enumerate(entries(quick, 15))
    ]
    named = [replace(row, organisation=f"{LONG} {row.organisation}") for row in entries(wide, 30)]
    silent: dict[str, Any] = {
        "index": None, "coverage": (None,) * 4, "dimensions": (None,) * 5, "level": 1, "completeness": 0.0,
        "provisional": True, "gap": None, "gap_question": None, "effort": None, "actions": (),
    }  # fmt: skip
    return {
        "one": [portfolio(quick, 1, seed=4)],
        "one-at-the-top": [portfolio(quick, 1, seed=2)],
        "two": [portfolio(quick, 2, seed=8)],
        "three": [portfolio(quick, 3, seed=1)],
        "nine": [portfolio(quick, 9, seed=8, left_out=2)],
        "twelve": [portfolio(full, 12, seed=3)],
        "sixty": [portfolio(full, 60, seed=4, left_out=3)],
        "sixty-one": [portfolio(quick, 61, seed=8)],
        "thousands": [portfolio(quick, 3000, seed=8)],
        "level-one": [portfolio(quick, 20, seed=8, level=1)],
        "top": [portfolio(quick, 6, seed=8, level=5, blocking=(), actions=())],
        "withheld": [portfolio(quick, 14, seed=8, dimensions=(None,) * 5)],
        "partly-withheld": [
            gather(
                quick,
                [
                    replace(row, dimensions=(None,) * 5) if at % 4 else row
                    for at, row in enumerate(entries(quick, 14))
                ],
                date=LATEST,
            )
        ],
        "silent": [portfolio(quick, 5, **silent)],
        "no-gaps": [portfolio(quick, 20, seed=8, gap=None, gap_question=None)],
        "narrow-gaps": [portfolio(quick, 20, seed=8, gap=0.2)],
        "no-plans": [portfolio(quick, 20, seed=8, effort=None, actions=())],
        "one-dimension": [portfolio(made(dimensions=1, groups=2), 20, seed=8)],
        "nine-dimensions": [portfolio(wide, 20, seed=8)],
        "fourteen-dimensions": [portfolio(areas(14), 9, seed=8)],
        "long-names": [gather(wide, named, date=LATEST)],
        "overlong": [portfolio(overlong(), 20, seed=8)],
        "waves": [gather(quick, waves, date=LATEST)],
        "bands": [
            portfolio(
                made(placement={"method": "bands", "cutoffs": [20, 40, 60, 80]}), 15, seed=2, blocking=()
            )
        ],
        "two-levels": [portfolio(made(levels=2), 8)],
        "nine-levels": [portfolio(made(levels=9), 18)],
        "two-questionnaires": [portfolio(full, 12, seed=3), portfolio(quick, 7, seed=3)],
    }


def areas(number: int) -> Questionnaire:
    """Return a questionnaire with so many dimensions."""
    document = instrument(dimensions=1, questions=2 * number)
    document["dimensions"] = [{"id": f"area-{at}", "name": f"Area {at}"} for at in range(number)]
    for at, question in enumerate(document["questions"]):
        question["dimension"] = f"area-{at % number}"
    return Questionnaire.model_validate(document)


def overlong() -> Questionnaire:
    """Return a questionnaire whose names are longer than anybody would write."""
    document = instrument(dimensions=9, questions=18)
    document["title"] = f"{LONG} {LONG}"
    for kind in ("scale", "groups", "dimensions", "questions", "actions"):
        for number, part in enumerate(document[kind]):
            part["title" if kind == "actions" else "name"] = f"{LONG} {WIDE}{number}"
    return Questionnaire.model_validate(document)
