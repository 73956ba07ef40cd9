"""Plans of every kind an export has to bear, made by the real assessment from small invented companies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from alignment_maturity.assessment import assess
from alignment_maturity.encoding import Encoding
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.result import Assessment
from alignment_maturity.store.answer_sets import read_answer_set
from alignment_maturity.store.questionnaires import read_questionnaire
from scoring import assessed

CONTRACT = Path(__file__).parents[1] / "examples" / "contract"
SATURDAY = dt.date(2026, 11, 21)
FORMULA = "=cmd|' /C calc'!A0"

Document = dict[str, Any]


def contract(answers: str, *, start: dt.date = SATURDAY, target: int | None = None) -> Assessment:
    """Assess one of the contract's answer files."""
    read = read_answer_set([str(CONTRACT / answers)], None)
    loaded = read[0].loaded
    return assess(
        Encoding(loaded.questionnaire),
        loaded.sha256,
        [entry.file for entry in read],
        planning=PlanRequest(start, target),
        resamples=20,
    )


def mini() -> Document:
    """Return the contract's questionnaire as a document; it hides nobody."""
    return read_questionnaire(CONTRACT / "mini.yaml").questionnaire.as_document() | {
        "privacy": {"min_group": 1}
    }


def people(level: int, *groups: str, **details: Any) -> Document:
    """Return an answer file in which one person of each group gives every question the same level."""
    rubrics = ("personas", "goals", "lead-definition", "exchange")
    answers = {
        question: str({4: 3}.get(level, level) if question == "goals" else level) for question in rubrics
    }
    answers["sla"] = "fully" if level > 2 else "none"
    return {
        "format": 1,
        "questionnaire": "mini",
        "questionnaire_version": "1.0",
        "organisation": "Rossi Componenti",
        "date": "2026-11-21",
        "respondents": [{"group": group, "answers": answers} for group in groups],
    } | details


@cache
def case(name: str) -> Assessment:
    """Return one of `CASES`, assessed once."""
    return CASES[name]()


def _nothing() -> Assessment:
    return assessed(mini(), [people(1, respondents=[{"group": "sales", "answers": {}}])])


def _top_with_room() -> Assessment:
    return assessed(mini(), [people(5, "marketing", "marketing", "marketing"), people(4, "marketing")])


def _withheld() -> Assessment:
    return assessed(mini(), [people(2, "marketing", *["sales"] * 4)], min_group=3)


def _bands() -> Assessment:
    placement = {"method": "bands", "cutoffs": [10, 40, 60, 80]}
    return assessed(mini() | {"placement": placement}, [people(2, "marketing", "sales")])


def _nobody_compared() -> Assessment:
    return assessed(mini() | {"compare": []}, [people(2, "marketing", "sales")])


def _hundred_actions() -> Assessment:
    questionnaire = mini()
    template = questionnaire["actions"][0] | {"lifts": [{"question": "goals", "to": 3}]}
    extra = [
        template
        | {"id": f"extra-{number}", "title": f"Extra {number}", "owner": ("joint", "sales")[number % 2]}
        for number in range(100)
    ]
    questionnaire["actions"] += extra
    questionnaire["transitions"][1]["actions"] = [action["id"] for action in extra]
    return assessed(questionnaire, [people(2, "marketing", "sales")])


def _ten_years_each() -> Assessment:
    questionnaire = mini()
    for action in questionnaire["actions"]:
        action["weeks"] = 520
    return assessed(questionnaire, [people(2, "marketing", "sales")])


def _end_of_time() -> Assessment:
    return assessed(mini(), [people(2, "marketing", "sales")], start=dt.date(9999, 12, 30))


def _beginning_of_time() -> Assessment:
    return assessed(mini(), [people(2, "marketing", "sales")], start=dt.date.min)


def _hostile() -> Assessment:
    questionnaire = mini()
    questionnaire["title"] = "# <script>alert(1)</script> | a |"
    questionnaire["groups"][1]["name"] = "@SUM(1), & <b>sales</b>"
    for question in questionnaire["questions"]:
        question["name"] = f"+{question['id']} | *x* [y](javascript:z)"
    for action in questionnaire["actions"]:
        action |= {
            "title": f'=HYPERLINK("http://evil","{action["id"]}")\n| b | <img src=x onerror=y>',
            "why": "-2+3",
            "steps": ["+1", "@x", "=1+1", "1. first", "- second; and, more \\ than that"],
            "done_when": "=1+1",
            "kpi": "http://example.org/a_b_c\n# not a heading\nBEGIN:VEVENT",
        }
    names = {"organisation": FORMULA, "wave": "<i>2026</i> | x, y; z\\n"}
    return assessed(questionnaire, [people(2, "marketing", "sales", **names)])


def _long_texts() -> Assessment:
    questionnaire = mini()
    for action in questionnaire["actions"]:
        action |= {"title": "Perché così è più lungo " * 40, "why": "à" * 40_000, "owner": "sales"}
    return assessed(questionnaire, [people(2, "sales", organisation="Società & figli " * 30)])


CASES: dict[str, Callable[[], Assessment]] = {
    "seven": lambda: contract("seven.yaml"),
    "one person": lambda: contract("one.yaml"),
    "workshop": lambda: contract("room.yaml"),
    "out of reach": lambda: contract("seven.yaml", target=5),
    "nothing": _nothing,
    "top": lambda: assessed(mini(), [people(5, "marketing", "sales")]),
    "top with room": _top_with_room,
    "nothing in the plan": lambda: assessed(
        mini() | {"actions": [], "transitions": []}, [people(2, "sales")]
    ),
    "withheld": _withheld,
    "bands": _bands,
    "nobody compared": _nobody_compared,
    "hundred actions": _hundred_actions,
    "ten years each": _ten_years_each,
    "end of time": _end_of_time,
    "beginning of time": _beginning_of_time,
    "hostile": _hostile,
    "long texts": _long_texts,
}
