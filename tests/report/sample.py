"""Results of every kind a report has to bear, made by the real assessment from small invented companies."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

from alignment_maturity.assessment import assess
from alignment_maturity.encoding import Encoding
from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.result import Assessment
from alignment_maturity.store.answer_sets import read_answer_set
from alignment_maturity.store.builtin import data_folder, examples
from alignment_maturity.store.questionnaires import read_questionnaire

CONTRACT = Path(__file__).parents[1] / "examples" / "contract"
WORKSHOPS = CONTRACT.parent / "workshops"
GROUPS = {
    "marketing": {"it": "Marketing", "en": "Marketing"},
    "sales": {"it": "Vendite", "en": "Sales"},
    "leadership": {"it": "Direzione", "en": "Leadership"},
    "service": {"it": "Assistenza clienti", "en": "Customer service"},
    "product": {"it": "Prodotto", "en": "Product"},
    "finance": {"it": "Amministrazione", "en": "Finance"},
}
START = PlanRequest(dt.date(2026, 11, 23))
"""A Monday."""


def in_turn(names: Iterable[str]) -> list[tuple[str, Lang]]:
    """Return each case with one of the languages in turn, where both for all would take too long."""
    return list(zip(names, cycle(LANGUAGES), strict=False))


_EXTENT: list[dict[str, Any]] = [
    {"value": value, "credit": credit, "text": {"it": italian, "en": english}}
    for value, credit, italian, english in (
        ("none", 0, "Per nulla", "Not at all"),
        ("partly", 0.25, "In parte", "In part"),
        ("fully", 1, "Del tutto", "Fully"),
    )
]

TERMS: dict[str, Any] = {"resamples": 200, "planning": START}

LONG = "Coordinamento interfunzionale delle attività commerciali e di comunicazione 2026"
WIDE = "Organizzazionecommercialeinternazionaleintegratissima " * 2

Document = dict[str, Any]
People = Mapping[str, int] | Mapping[None, int]
Answering = Callable[[str, int, int], Any]


def instrument(
    *, levels: int = 5, dimensions: int = 4, questions: int = 12, groups: int = 3, **changes: Any
) -> Document:
    """Return a questionnaire document; questions and actions cycle through dimensions and levels."""
    names = list(GROUPS)[:groups]
    document: Document = {
        "format": 1,
        "id": "sample",
        "version": "2.1",
        "languages": ["it", "en"],
        "title": {"it": "Valutazione di prova", "en": "Sample assessment"},
        "scale": [_level(level) for level in range(1, levels + 1)],
        "placement": {"method": "staged", "threshold": 0.6},
        "groups": [{"id": name, "name": GROUPS[name]} for name in names],
        "compare": names[:2] if groups > 1 else [],
        "dimensions": [_dimension(number) for number in range(dimensions)],
        "questions": [_question(number, number % dimensions, levels) for number in range(questions)],
        "transitions": [_transition(level, questions) for level in range(1, levels)],
        "actions": [_action(number, questions, levels) for number in range(2 * questions)],
        "privacy": {"min_group": 3},
    }
    return document | changes


def answers(people: People, answering: Answering, questionnaire: Document, **changes: Any) -> Document:
    """Return an answer file of some people of each group; `answering(group, person, question)` answers."""
    respondents = [
        {
            "group": group,
            "answers": {
                question["id"]: answer
                for number, question in enumerate(questionnaire["questions"])
                if (answer := answering(str(group), person, number)) is not None
            },
        }
        for group, count in people.items()
        for person in range(count)
    ]
    return {
        "format": 1,
        "questionnaire": questionnaire["id"],
        "questionnaire_version": questionnaire["version"],
        "organisation": "Rossi Componenti Srl",
        "date": "2026-11-21",
        "respondents": respondents,
    } | changes


def result(questionnaire: Document, *files: Document, **options: Any) -> Assessment:
    """Assess answer documents; few resamples, because what they show is not what is tested here."""
    model = Questionnaire.model_validate(questionnaire)
    sha256 = hashlib.sha256(json.dumps(questionnaire, sort_keys=True).encode()).hexdigest()
    read = [AnswerFile.model_validate(file) for file in files]
    return assess(Encoding(model), sha256, read, **TERMS | options)


def leaning(levels: Mapping[str, float], top: int = 5) -> Answering:
    """Answer around a level for each group, one question a little higher than the next."""

    def answer(group: str, person: int, question: int) -> str:
        wobble = ((question * 7 + person * 3) % 5 - 2) * 0.45
        return str(max(1, min(top, round(levels[group] + wobble))))

    return answer


def saved(questionnaire: Path, *files: Path, **options: Any) -> Assessment:
    """Assess files as they are on disk."""
    loaded = read_questionnaire(questionnaire)
    read = [entry.file for entry in read_answer_set([str(file) for file in files], str(questionnaire))]
    return assess(Encoding(loaded.questionnaire), loaded.sha256, read, **TERMS | options)


def contract(answer_file: str, **options: Any) -> Assessment:
    """Assess one of the contract's answer files."""
    return saved(CONTRACT / "mini.yaml", CONTRACT / answer_file, **options)


@cache
def example(name: str, **options: Any) -> Assessment:
    """Assess one of the example companies."""
    return saved(data_folder("questionnaires") / "quick.yaml", examples()[name], **options)


@cache
def case(name: str) -> Assessment:
    """Return one of `CASES`, assessed once."""
    return CASES[name]()


def _rich() -> Assessment:
    questionnaire = instrument()
    people = {"marketing": 4, "sales": 5, "leadership": 3}
    levels = {"marketing": 3.2, "sales": 1.9, "leadership": 2.6}
    return result(questionnaire, answers(people, _some_unknown(leaning(levels)), questionnaire))


def _one_person() -> Assessment:
    questionnaire = instrument()
    return result(questionnaire, answers({"sales": 1}, leaning({"sales": 2.6}), questionnaire))


def _one_function() -> Assessment:
    questionnaire = instrument()
    return result(questionnaire, answers({"sales": 6}, leaning({"sales": 2.6}), questionnaire))


def _ungrouped() -> Assessment:
    questionnaire = instrument()
    return result(questionnaire, answers({None: 6}, leaning({"None": 2.6}), questionnaire))


def _nothing() -> Assessment:
    questionnaire = instrument()
    return result(questionnaire, answers({"sales": 1}, lambda *_: None, questionnaire))


def _level_one() -> Assessment:
    questionnaire = instrument()
    return result(questionnaire, answers({"marketing": 3, "sales": 3}, lambda *_: "1", questionnaire))


def _level_five() -> Assessment:
    questionnaire = instrument()
    return result(questionnaire, answers({"marketing": 3, "sales": 3}, lambda *_: "5", questionnaire))


def _level_five_with_room() -> Assessment:
    questionnaire = instrument()

    def answer(group: str, person: int, question: int) -> str:
        return "4" if question % 4 == 1 and person == 0 and group == "sales" else "5"

    return result(questionnaire, answers({"marketing": 3, "sales": 3}, answer, questionnaire))


def _hidden() -> Assessment:
    questionnaire = instrument()
    people = {"marketing": 4, "sales": 5, "leadership": 1}
    levels = {"marketing": 3.2, "sales": 1.9, "leadership": 4.6}
    return result(questionnaire, answers(people, leaning(levels), questionnaire))


def _hidden_compared() -> Assessment:
    questionnaire = instrument(groups=4)
    people = {"marketing": 2, "sales": 5, "leadership": 2, "service": 4}
    levels = {"marketing": 3.2, "sales": 1.9, "leadership": 4.6, "service": 2.2}
    return result(questionnaire, answers(people, leaning(levels), questionnaire))


def _sixty() -> Assessment:
    questionnaire = instrument(levels=9, dimensions=9, questions=60, groups=6)
    levels = dict(zip(GROUPS, (5.2, 3.1, 6.4, 4.0, 4.4, 2.8), strict=True))
    people = dict.fromkeys(GROUPS, 4)
    return result(questionnaire, answers(people, _some_unknown(leaning(levels, 9)), questionnaire))


def _two_levels() -> Assessment:
    questionnaire = instrument(levels=2, dimensions=1, questions=5, groups=2)
    people = {"marketing": 3, "sales": 3}
    return result(questionnaire, answers(people, leaning({"marketing": 1.9, "sales": 1.2}, 2), questionnaire))


def _silent_dimension() -> Assessment:
    """Return answers that leave a whole dimension out."""
    questionnaire = instrument()
    people = {"marketing": 4, "sales": 5, "leadership": 3}
    answering = leaning({"marketing": 3.2, "sales": 1.9, "leadership": 2.6})

    def answer(group: str, person: int, question: int) -> Any:
        return None if question % 4 == 2 else answering(group, person, question)

    return result(questionnaire, answers(people, answer, questionnaire))


def _bands() -> Assessment:
    placement = {"method": "bands", "cutoffs": [20, 40, 60, 80]}
    questionnaire = instrument(placement=placement)
    people = {"marketing": 3, "sales": 3}
    return result(questionnaire, answers(people, leaning({"marketing": 3.1, "sales": 2.4}), questionnaire))


def _statements() -> Assessment:
    questionnaire = degrees()
    by_number = {
        number: question["options"] == "extent" for number, question in enumerate(questionnaire["questions"])
    }

    def answer(group: str, person: int, question: int) -> Any:
        if by_number[question]:
            return ("none", "partly", "fully", "n/a")[(person + question) % 4]
        return leaning({"marketing": 3.1, "sales": 2.4})(group, person, question)

    return result(questionnaire, answers({"marketing": 3, "sales": 4}, answer, questionnaire))


def _long_names() -> Assessment:
    questionnaire = instrument(dimensions=9, questions=18, groups=6)
    for kind in ("scale", "groups", "dimensions", "questions"):
        for number, entry in enumerate(questionnaire[kind]):
            entry["name"] = f"{LONG[:78]} {number}" if number % 3 else WIDE[:80]
    for action in questionnaire["actions"]:
        action["title"] = LONG
    levels = dict(zip(GROUPS, (3.2, 2.1, 2.4, 4.0, 3.4, 2.8), strict=True))
    people = dict.fromkeys(GROUPS, 3)
    return result(
        questionnaire, answers(people, leaning(levels), questionnaire, organisation=LONG, wave=WIDE[:60])
    )


def _markup() -> Assessment:
    questionnaire = instrument(questions=6)
    questionnaire["title"] = "A & B <i>assessment</i>"
    hostile = (
        '<script>alert("x")</script><img src="file:///etc/passwd"><link rel=attachment href="https://a.b">'
    )

    def answer(group: str, person: int, question: int) -> Any:
        level = leaning({"marketing": 3.0, "sales": 2.0})(group, person, question)
        return {"value": level, "note": hostile, "evidence": "https://example.org/{{ 7 * 7 }}"}

    file = answers(
        {"marketing": 3, "sales": 3}, answer, questionnaire, organisation="<script>alert(1)</script>"
    )
    for number, respondent in enumerate(file["respondents"]):
        respondent["name"] = f"<b>Person {number}</b>"
    return result(questionnaire, file)


def _notes() -> Assessment:
    questionnaire = instrument(questions=6)
    long = "Perché l’abbiamo scritto così, e perché no? " * 50

    def answer(group: str, person: int, question: int) -> Any:
        level = leaning({"marketing": 3.0, "sales": 2.0})(group, person, question)
        return {"value": level, "note": long[:2000], "evidence": "Verbale n. 7"} if question < 2 else level

    file = answers({"marketing": 3, "sales": 3}, answer, questionnaire)
    for number, respondent in enumerate(file["respondents"]):
        respondent["name"] = f"Persona {number}"
    return result(questionnaire, file)


def _scripts() -> Assessment:
    questionnaire = instrument(questions=6)
    questionnaire["questions"][0]["name"] = "顧客 persona 👥"
    file = answers(
        {"marketing": 3, "sales": 3},
        leaning({"marketing": 3.0, "sales": 2.0}),
        questionnaire,
        organisation="東京部品株式会社 🚀 شركة",
    )
    return result(questionnaire, file)


def _right_to_left() -> Assessment:
    """Return names in Arabic and Hebrew, followed by figures and signs that they would take along."""
    questionnaire = instrument()
    questionnaire["groups"][1]["name"] = "المبيعات 2"
    questionnaire["dimensions"][0]["name"] = "استراتيجية (أ)"
    questionnaire["scale"][1]["name"] = "تحالف"
    questionnaire["questions"][2]["name"] = "לקוח יעד"
    for number, action in enumerate(questionnaire["actions"]):
        action["title"] = ("اتفاقية مستوى الخدمة", f"Azione “{number}”, perché no? ’90 😀")[number % 2]

    def answer(group: str, person: int, question: int) -> Any:
        level = leaning({"marketing": 3.2, "sales": 1.9})(group, person, question)
        return {"value": level, "note": "ملاحظة طويلة: 3 من 5، CRM مشترك."} if question == 1 else level

    file = answers({"marketing": 3, "sales": 3}, answer, questionnaire, organisation="شركة الأمل 2026")
    return result(questionnaire, file)


def _many() -> Assessment:
    questionnaire = instrument()
    people = {"marketing": 70, "sales": 110, "leadership": 20}
    levels = {"marketing": 3.2, "sales": 2.2, "leadership": 3.6}
    return result(questionnaire, answers(people, leaning(levels), questionnaire), resamples=50)


def _hundred_actions() -> Assessment:
    questionnaire = instrument()
    questionnaire["actions"] += [
        {**_action(1, 12, 5), "id": f"extra-{number}", "lifts": [{"question": f"q{number % 12}", "to": 2}]}
        for number in range(100)
    ]
    return result(
        questionnaire,
        answers({"marketing": 3, "sales": 3}, leaning({"marketing": 1.4, "sales": 1.2}), questionnaire),
    )


def _workshop() -> Assessment:
    questionnaire = instrument()

    def votes(number: int) -> Document:
        discussion: Document = {
            "rounds": [
                {
                    "marketing": {"2": 2, "3": 2, "unknown": 1},
                    "sales": {"1": 2, "2": 1 + number % 2, "n/a": 1},
                }
            ]
        }
        if number % 3:
            discussion["agreed"] = "2"
        else:
            discussion["parked"] = number == 3
        if number == 1:
            discussion["note"] = "Si torna sul tema a gennaio."
        return discussion

    held = {question["id"]: votes(n) for n, question in enumerate(questionnaire["questions"])}
    return result(questionnaire, room(held, questionnaire))


ROUNDS: dict[str, Document] = {
    # Apart by two levels, then by half a level; agreed between the means.
    "q0": {
        "rounds": [
            {"marketing": {"3": 2, "4": 2}, "sales": {"1": 1, "2": 2}, "leadership": {"2": 1}},
            {"marketing": {"2": 3, "3": 1}, "sales": {"2": 3}, "leadership": {"2": 1}},
        ],
        "agreed": "2",
        "note": "Vale la descrizione di vendite; si rivede a marzo.",
    },
    # A degree: nobody says fully, but the room settles on it.
    "q5": {
        "rounds": [
            {"marketing": {"partly": 4}, "sales": {"none": 2, "unknown": 1}},
            {"marketing": {"partly": 2, "none": 2}, "sales": {"none": 2, "partly": 1}},
        ],
        "agreed": "fully",
        "note": "Deciso prima di vedere il contratto.",
    },
    # The sides change places.
    "q2": {
        "rounds": [{"marketing": {"3": 4}, "sales": {"2": 3}}, {"marketing": {"2": 4}, "sales": {"3": 2}}],
        "parked": True,
    },
    # The same votes twice.
    "q4": {"rounds": [{"marketing": {"2": 4}, "sales": {"2": 3}}] * 2, "agreed": "2"},
    # Farther apart after the talk, and nobody of sales knows.
    "q8": {
        "rounds": [
            {"marketing": {"3": 4}, "sales": {"2": 3}, "leadership": {"3": 1}},
            {"marketing": {"4": 4}, "sales": {"2": 3}, "leadership": {"n/a": 1}},
        ],
        "agreed": "1",
    },
    "q6": {"rounds": [{"marketing": {"2": 4}}], "note": "Vendite non era nella stanza."},
    "q7": {"rounds": [{"marketing": {"none": 1, "n/a": 3}, "sales": {"unknown": 3}}], "agreed": "n/a"},
    "q9": {"rounds": [{"marketing": {"unknown": 4}, "sales": {"unknown": 3}}], "agreed": "none"},
    "q10": {"agreed": "3"},
    "q11": {"rounds": [], "parked": True, "note": "Se ne parla con chi segue il gestionale."},
}
"""What a workshop leaves, of every kind, in the questionnaire of `degrees`."""


def degrees() -> Document:
    """Return a questionnaire of which every other question without a gate asks for a degree."""
    questionnaire = instrument(option_sets={"extent": _EXTENT})
    for number, question in enumerate(questionnaire["questions"]):
        if number % 2 and "gate" not in question:
            question |= {"kind": "statement", "level": 2 + number % 4, "options": "extent"}
    questionnaire["actions"] = []
    for transition in questionnaire["transitions"]:
        transition["actions"] = []
    return questionnaire


def room(held: Document, questionnaire: Document, **changes: Any) -> Document:
    """Return the answer file of a workshop."""
    return {
        "format": 1,
        "questionnaire": questionnaire["id"],
        "questionnaire_version": questionnaire["version"],
        "organisation": "Rossi Componenti Srl",
        "date": "2026-11-21",
        "workshop": held,
    } | changes


def _two_rounds() -> Assessment:
    questionnaire = degrees()
    return result(questionnaire, room(ROUNDS, questionnaire))


def _room_of_full() -> Assessment:
    return saved(data_folder("questionnaires") / "full.yaml", WORKSHOPS / "full.yaml")


def _people_and_room() -> Assessment:
    """Return answers given alone, of a function too small to be shown too, and a workshop of everybody."""
    questionnaire = degrees()
    people = {"marketing": 4, "sales": 5, "leadership": 1}

    def answer(group: str, person: int, question: int) -> Any:
        asked = questionnaire["questions"][question]
        if asked.get("kind") == "statement":
            return ("none", "partly", "fully")[(person + question) % 3]
        return leaning({"marketing": 3.2, "sales": 1.9, "leadership": 4.6})(group, person, question)

    return result(questionnaire, answers(people, answer, questionnaire), room(ROUNDS, questionnaire))


def _undated() -> Assessment:
    return replace(case("rich"), date=None, wave=None)


def _low(**changes: Any) -> tuple[Document, Document]:
    """Return a questionnaire that asks for everything at level 2, and answers that all say level 1."""
    placement = {"method": "staged", "threshold": {2: 1, 3: 0.6, 4: 0.6, 5: 0.6}}
    questionnaire = instrument(**{"placement": placement} | changes)
    return questionnaire, answers({"marketing": 3, "sales": 3}, lambda *_: "1", questionnaire)


def _all_lifts(questions: int, **changes: Any) -> list[Document]:
    """Return an action for each question that lifts it to level 2."""
    return [
        _action(number, questions, 5) | {"lifts": [{"question": f"q{number}", "to": 2}]} | changes
        for number in range(questions)
    ]


def _no_actions() -> Assessment:
    questionnaire, file = _low(actions=[])
    for transition in questionnaire["transitions"]:
        transition["actions"] = []
    return result(questionnaire, file)


def _one_step() -> Assessment:
    questionnaire = instrument(
        dimensions=1, questions=1, levels=2, placement={"method": "staged", "threshold": 1}
    )
    questionnaire["actions"] = [_action(0, 1, 2)]
    return result(questionnaire, answers({"sales": 3}, lambda *_: "1", questionnaire))


def _no_way() -> Assessment:
    """Return an organisation whose next level no action of the questionnaire reaches."""
    questionnaire, file = _low(actions=_all_lifts(12)[:7])
    return result(questionnaire, file)


def _forty_steps() -> Assessment:
    """Return a long plan with chains of prerequisites and titles of 200 characters."""
    actions, owners = _all_lifts(40), ["joint", *GROUPS]
    for number, action in enumerate(actions):
        action["owner"] = owners[number % 7]
        if number % 4:
            action["requires"] = [f"a{number - 1}"]
        if number % 3 == 0:
            action["title"] = f"{LONG} {LONG} {LONG}"[:197] + f" {number}"
    questionnaire, file = _low(questions=40, groups=6, actions=actions)
    return result(questionnaire, file)


def _hundred_steps() -> Assessment:
    questionnaire, file = _low(questions=100, actions=_all_lifts(100, weeks=1, effort=2))
    return result(questionnaire, file)


def _ten_years() -> Assessment:
    """Return a plan of many years, with efforts from 0.25 to 2,000 person-days."""
    actions = _all_lifts(6, owner="sales")
    for number, action in enumerate(actions):
        action |= {
            "effort": (0.25, 1.5, 12, 90, 400, 2000)[number],
            "weeks": (0.2, 2, 10, 52, 130, 520)[number],
        }
        if number:
            action["requires"] = [f"a{number - 1}"]
    questionnaire, file = _low(questions=6, actions=actions)
    return result(questionnaire, file)


def _days() -> Assessment:
    """Return a plan that is over in a few days."""
    questionnaire, file = _low(questions=4, actions=_all_lifts(4, weeks=0.2, effort=0.5))
    return result(questionnaire, file)


def _no_comparison() -> Assessment:
    """Return a questionnaire with groups that it does not set against each other."""
    questionnaire, file = _low(compare=[])
    return result(questionnaire, file)


def _far() -> Assessment:
    """Return a plan that aims two levels up."""
    questionnaire = instrument()
    people = {"marketing": 4, "sales": 5, "leadership": 3}
    levels = {"marketing": 3.2, "sales": 1.9, "leadership": 2.6}
    file = answers(people, leaning(levels), questionnaire)
    return result(questionnaire, file, planning=replace(START, target=4))


def _nine_steps() -> Assessment:
    """Return a plan with a few more actions than the main pages have room for."""
    questionnaire, file = _low(questions=9, actions=_all_lifts(9))
    return result(questionnaire, file)


def _hostile_actions() -> Assessment:
    """Return a plan whose actions try to break out of the page."""
    hostile = "<script>alert(1)</script> & <b>\"bold\"</b> 'x'"
    texts = dict.fromkeys(("title", "why", "done_when", "kpi"), hostile) | {"steps": [hostile]}
    questionnaire, file = _low(questions=4, actions=_all_lifts(4, **texts))
    return result(questionnaire, file)


def _end_of_time() -> Assessment:
    """Return a plan that begins on a Sunday in the last year there is."""
    questionnaire, file = _low()
    return result(questionnaire, file, planning=PlanRequest(dt.date(9999, 12, 26)))


CASES: dict[str, Callable[[], Assessment]] = {
    "rich": _rich,
    "one-person": _one_person,
    "one-function": _one_function,
    "ungrouped": _ungrouped,
    "nothing": _nothing,
    "level-one": _level_one,
    "level-five": _level_five,
    "level-five-with-room": _level_five_with_room,
    "hidden": _hidden,
    "hidden-compared": _hidden_compared,
    "sixty": _sixty,
    "two-levels": _two_levels,
    "silent-dimension": _silent_dimension,
    "bands": _bands,
    "statements": _statements,
    "long-names": _long_names,
    "markup": _markup,
    "notes": _notes,
    "scripts": _scripts,
    "right-to-left": _right_to_left,
    "many": _many,
    "hundred-actions": _hundred_actions,
    "workshop": _workshop,
    "two-rounds": _two_rounds,
    "room-of-full": _room_of_full,
    "people-and-room": _people_and_room,
    "undated": _undated,
    "no-actions": _no_actions,
    "one-step": _one_step,
    "no-way": _no_way,
    "forty-steps": _forty_steps,
    "hundred-steps": _hundred_steps,
    "ten-years": _ten_years,
    "days": _days,
    "no-comparison": _no_comparison,
    "far": _far,
    "nine-steps": _nine_steps,
    "hostile-actions": _hostile_actions,
    "end-of-time": _end_of_time,
}


def _level(level: int) -> Document:
    italian = (
        "Disallineamento",
        "Alleanza",
        "Lavoro comune",
        "Sistema unico",
        "Integrazione",
        "Guida comune",
    )
    english = ("Disalignment", "Alliance", "Joint work", "One system", "Integration", "Joint steering")
    at = min(level, 6) - 1
    return {
        "level": level,
        "id": f"level-{level}",
        "name": {
            "it": f"{italian[at]}{' ' + str(level) if level > 6 else ''}",
            "en": f"{english[at]}{' ' + str(level) if level > 6 else ''}",
        },
        "description": {
            "it": f"Il livello {level} in due frasi. Si riconosce da ciò che accade ogni settimana.",
            "en": f"Level {level} in two sentences. It shows in what happens every week.",
        },
        "symptoms": [
            {"it": f"Segno {n} del livello {level}", "en": f"Sign {n} of level {level}"} for n in (1, 2)
        ],
        "risks": [
            {"it": f"Rischio {n} del livello {level}", "en": f"Risk {n} of level {level}"} for n in (1, 2)
        ],
        "benefits": [
            {"it": f"Vantaggio {n} del livello {level}", "en": f"Benefit {n} of level {level}"}
            for n in (1, 2)
        ],
    }


def _dimension(number: int) -> Document:
    italian = (
        "Strategia",
        "Gestione dei lead",
        "Dati",
        "Relazioni",
        "Contenuti",
        "Misure",
        "Risorse",
        "Cultura",
        "Servizio",
    )
    english = (
        "Strategy",
        "Lead management",
        "Data",
        "Relations",
        "Content",
        "Measures",
        "Resources",
        "Culture",
        "Service",
    )
    return {
        "id": f"d{number}",
        "name": {"it": italian[number], "en": english[number]},
        "description": {"it": "Di che cosa tratta, in una riga.", "en": "What it is about, in a line."},
    }


def _question(number: int, dimension: int, levels: int) -> Document:
    question: Document = {
        "id": f"q{number}",
        "dimension": f"d{dimension}",
        "name": {"it": f"Tema {number + 1}", "en": f"Topic {number + 1}"},
        "text": {
            "it": f"Come si affronta il tema {number + 1}?",
            "en": f"How is topic {number + 1} handled?",
        },
        "help": {"it": "Che cosa guardare prima.", "en": "What to look at first."},
        "probe": {"it": "Qual è l’ultimo caso?", "en": "What was the last case?"},
        "options": [
            {
                "level": level,
                "text": {
                    "it": f"Descrizione osservabile del livello {level} per il tema {number + 1}.",
                    "en": f"Observable description of level {level} for topic {number + 1}.",
                },
            }
            for level in range(1, levels + 1)
        ],
    }
    if number < levels - 1:
        question |= {"gate": [number + 2], "allow_na": False}
    return question


def _transition(level: int, questions: int) -> Document:
    return {
        "from": level,
        "to": level + 1,
        "priority": {
            "it": f"Fare insieme ciò che porta al livello {level + 1}.",
            "en": f"Do together what leads to level {level + 1}.",
        },
        "why": {"it": "Senza questo il resto non regge.", "en": "Without it the rest does not hold."},
        "actions": [f"a{level - 1}"] if level - 1 < questions else [],
    }


def _action(number: int, questions: int, levels: int) -> Document:
    return {
        "id": f"a{number}",
        "title": {"it": f"Azione {number + 1}", "en": f"Action {number + 1}"},
        "why": {"it": "Perché chiude una distanza.", "en": "Because it closes a gap."},
        "steps": [{"it": f"Passo {n}", "en": f"Step {n}"} for n in (1, 2, 3)],
        "done_when": {"it": "C’è un documento firmato.", "en": "There is a signed document."},
        "kpi": {"it": "Quota di casi risolti", "en": "Share of cases solved"},
        "owner": ("joint", "marketing")[number % 2],
        "effort": 3 + number % 4,
        "weeks": 2 + number % 3,
        "lifts": [
            {
                "question": f"q{number % questions}",
                "to": 2 + (number % questions + number // questions) % (levels - 1),
            }
        ],
    }


def _some_unknown(answering: Answering) -> Answering:
    def answer(group: str, person: int, question: int) -> Any:
        unsure = group == "sales" and question in {3, 4} and person < 2
        return "unknown" if unsure else answering(group, person, question)

    return answer
