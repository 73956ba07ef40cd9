"""Make random valid questionnaires and answer files, as plain documents.

Every choice is an integer drawn between two bounds, so the same code serves Hypothesis, where all choices
shrink towards the first alternative, and a plain `random.Random`, for comparisons in bulk.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, TypeVar

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Draw = Callable[[int, int], int]
    """Give an integer between two bounds, both included; small ones are the simple ones."""

Document = dict[str, Any]
Item = TypeVar("Item")

GROUPS = ("marketing", "sales", "leadership")
WEIGHTS = (1, 2, 3, 0.5, 1.5, 0.1, 0.3, 7)
THRESHOLDS = (0.5, 0.7, 0.6, 0.25, 1, 0.333, 0.05)
CREDITS = (0, 0.1, 0.25, 0.3, 0.5, 0.6, 0.75, 1)
WORDS = ("none", "partly", "largely", "fully")
SMALL_GROUPS = (1, 1, 2, 3, 5)


def questionnaires() -> st.SearchStrategy[Document]:
    """Give valid questionnaires."""

    @st.composite
    def build(draw: st.DrawFn) -> Document:
        return _questionnaire(_drawing(draw))

    return build()


def answers_for(questionnaire: Document) -> st.SearchStrategy[Document]:
    """Give valid answer files of every form for a questionnaire."""

    @st.composite
    def build(draw: st.DrawFn) -> Document:
        return _answer_file(_drawing(draw), questionnaire)

    return build()


def answer_sets_for(questionnaire: Document) -> st.SearchStrategy[list[Document]]:
    """Give 1 to 4 answer files of one organisation and wave, at most one of them a workshop.

    One workshop, because the contract has no rule for two that agree differently.
    """

    @st.composite
    def build(draw: st.DrawFn) -> list[Document]:
        return _answer_set(_drawing(draw), questionnaire)

    return build()


def random_case(seed: int) -> tuple[Document, list[Document]]:
    """Give a questionnaire and the answer files of one organisation, the same for the same seed."""
    draw = random.Random(seed).randint
    questionnaire = _questionnaire(draw)
    return questionnaire, _answer_set(draw, questionnaire)


def _drawing(draw: st.DrawFn) -> Draw:
    return lambda low, high: draw(st.integers(low, high))


def _choice(draw: Draw, items: Sequence[Item]) -> Item:
    return items[draw(0, len(items) - 1)]


def _sometimes(draw: Draw, times: int, out_of: int) -> bool:
    return draw(1, out_of) > out_of - times


def _subset(draw: Draw, items: Sequence[Item], *, least: int) -> list[Item]:
    """Give at least so many of the items, in their order."""
    spare = len(items) - draw(least, len(items))
    chosen = []
    for place, item in enumerate(items):
        if spare > 0 and draw(0, len(items) - place - 1) < spare:
            spare -= 1
        else:
            chosen.append(item)
    return chosen


# --- the questionnaire ---


def _questionnaire(draw: Draw, *, highest_top: int = 9, most_questions: int = 6) -> Document:
    """Give a questionnaire; levels that no question has an option for get questions on top of the most."""
    top = draw(2, highest_top)
    placement = _placement(draw, top)
    groups = [_weighed(draw, {"id": one, "name": _text(draw, one)}) for one in GROUPS[: draw(1, 3)]]
    dimensions = [
        _weighed(
            draw, {"id": f"d{n}", "name": _text(draw, f"D{n}"), "description": _text(draw, "What it covers")}
        )
        for n in range(1, draw(1, 3) + 1)
    ]
    sets = {f"set{n}": _statement_options(draw) for n in range(1, draw(0, 2) + 1)}
    questions = _questions(draw, top, [one["id"] for one in dimensions], sets, most_questions)
    if placement["method"] == "staged":
        _speak_of_all_levels(draw, top, questions)
    used = {one["options"] for one in questions if isinstance(one["options"], str)}
    for question in questions:
        _add_gates(draw, question)
    group_ids = [one["id"] for one in groups]
    owners = [*group_ids, "joint"] if len(group_ids) > 1 else group_ids
    actions = _actions(draw, questions, owners)
    questionnaire: Document = {
        "format": 1,
        "id": "made-up",
        "version": "1.0",
        "languages": ["en"],
        "title": _text(draw, "Made up"),
        "description": _text(draw, "A questionnaire nobody wrote"),
        "minutes": 5,
        "scale": [_step(draw, level) for level in range(1, top + 1)],
        "placement": placement,
        "groups": groups,
        "dimensions": dimensions,
        "questions": questions,
        "transitions": [_transition(draw, level, actions, questions) for level in range(1, top)],
        "actions": actions,
    }
    if len(group_ids) > 1:
        first = draw(0, len(group_ids) - 1)
        second = (first + draw(1, len(group_ids) - 1)) % len(group_ids)
        questionnaire["compare"] = [group_ids[first], group_ids[second]]
    if used:
        questionnaire["option_sets"] = {name: options for name, options in sets.items() if name in used}
    if _sometimes(draw, 3, 4):
        questionnaire["privacy"] = {"min_group": _choice(draw, SMALL_GROUPS)}
    return questionnaire


def _text(draw: Draw, words: str) -> str | dict[str, str]:
    return {"en": words} if draw(0, 3) == 3 else words


def _weighed(draw: Draw, item: Document) -> Document:
    return item | {"weight": _choice(draw, WEIGHTS)} if draw(0, 1) else item


def _placement(draw: Draw, top: int) -> Document:
    if _sometimes(draw, 1, 4):
        room = 100 // top
        return {"method": "bands", "cutoffs": [room * step - draw(0, room - 1) / 2 for step in range(1, top)]}
    if _sometimes(draw, 1, 3):
        return {
            "method": "staged",
            "threshold": {step: _choice(draw, THRESHOLDS) for step in range(2, top + 1)},
        }
    return {"method": "staged", "threshold": _choice(draw, THRESHOLDS)}


def _step(draw: Draw, level: int) -> Document:
    return {
        "level": level,
        "id": f"step-{level}",
        "name": _text(draw, f"Step {level}"),
        "description": _text(draw, f"What step {level} is"),
        "symptoms": [_text(draw, f"A sign of step {level}")],
    }


def _questions(draw: Draw, top: int, dimensions: list[str], sets: Document, most: int) -> list[Document]:
    """Give at least one question for each dimension."""
    questions = []
    for place in range(draw(len(dimensions), most)):
        dimension = dimensions[place] if place < len(dimensions) else _choice(draw, dimensions)
        question = _question(draw, f"q{place + 1}", dimension)
        if _sometimes(draw, 1, 3):
            question |= {"kind": "statement", "level": draw(2, top)}
            named = list(sets) if draw(0, 1) else []
            question["options"] = _choice(draw, named) if named else _statement_options(draw)
        else:
            if draw(0, 1):
                question["kind"] = "rubric"
            question["options"] = _rubric_options(draw, _subset(draw, range(1, top + 1), least=2))
        questions.append(question)
    return questions


def _question(draw: Draw, name: str, dimension: str) -> Document:
    question: Document = {
        "id": name,
        "dimension": dimension,
        "name": _text(draw, name.upper()),
        "text": _text(draw, f"How is it with {name}?"),
        "help": _text(draw, "Look at the papers"),
    }
    if draw(0, 3) == 3:
        question["probe"] = _text(draw, "When was the last time?")
    if draw(0, 2) == 2:
        question["allow_na"] = bool(draw(0, 1))
    return _weighed(draw, question)


def _rubric_options(draw: Draw, levels: list[int]) -> list[Document]:
    """Give an option for each level, whose value is the level, a word, or the number of another level."""
    naming = _choice(draw, ("level", "level", "word", "reversed"))
    values: dict[str, list[Any]] = {
        "level": levels,
        "word": [f"at-{level}" for level in levels],
        "reversed": levels[::-1],
    }
    return [
        ({} if naming == "level" else {"value": value})
        | {"level": level, "text": _text(draw, f"Like {level}")}
        for level, value in zip(levels, values[naming], strict=True)
    ]


def _statement_options(draw: Draw) -> list[Document]:
    between = _subset(draw, CREDITS[1:-1], least=0)[:2]
    options = [
        {"value": value, "credit": credit, "text": _text(draw, f"It is {value}")}
        for value, credit in zip(WORDS, [0, *between, 1], strict=False)
    ]
    return options[::-1] if draw(0, 3) == 3 else options


def _speak_of_all_levels(draw: Draw, top: int, questions: list[Document]) -> None:
    """Give each level above 1 an option or a statement of its own, the strictest reading of "speaks of"."""
    spoken = {one["level"] for one in questions if "level" in one}
    spoken |= {option["level"] for one in questions if "level" not in one for option in one["options"]}
    for level in range(2, top + 1):
        if level not in spoken:
            statement = _question(draw, f"s{level}", _choice(draw, questions)["dimension"])
            questions.append(
                statement | {"kind": "statement", "level": level, "options": _statement_options(draw)}
            )


def _add_gates(draw: Draw, question: Document) -> None:
    if _sometimes(draw, 2, 3):
        return
    possible = list(range(2, _highest(question) + 1)) if _is_rubric(question) else [question["level"]]
    question["gate"] = _subset(draw, possible, least=1)[:2]
    question["allow_na"] = False


def _actions(draw: Draw, questions: list[Document], owners: list[str]) -> list[Document]:
    actions: list[Document] = []
    for place in range(1, draw(0, 3) + 1):
        lifted = _subset(draw, questions, least=1)[:2]
        lifts = [_lift(draw, question) for question in lifted]
        lowest = min(_lift_level(lift, questions) for lift in lifts)
        earlier = [one["id"] for one in actions if _action_level(one, questions) <= lowest]
        action: Document = {
            "id": f"act-{place}",
            "title": _text(draw, f"Act {place}"),
            "why": _text(draw, "It helps"),
            "steps": [_text(draw, "Begin"), _text(draw, "End")],
            "done_when": _text(draw, "It is seen"),
            "kpi": _text(draw, "Share of it"),
            "owner": _choice(draw, owners),
            "effort": _choice(draw, (1, 2, 5, 0.5, 12)),
            "weeks": _choice(draw, (1, 2, 6, 1.5)),
            "lifts": lifts,
        }
        if earlier and draw(0, 1):
            action["requires"] = _subset(draw, earlier, least=1)
        actions.append(action)
    return actions


def _lift(draw: Draw, question: Document) -> Document:
    if not _is_rubric(question):
        return {"question": question["id"]}
    levels = [option["level"] for option in question["options"] if option["level"] > 1]
    return {"question": question["id"], "to": _choice(draw, levels)}


def _lift_level(lift: Document, questions: list[Document]) -> int:
    return int(lift.get("to") or next(one["level"] for one in questions if one["id"] == lift["question"]))


def _action_level(action: Document, questions: list[Document]) -> int:
    return max(_lift_level(lift, questions) for lift in action["lifts"])


def _transition(draw: Draw, level: int, actions: list[Document], questions: list[Document]) -> Document:
    possible = [one["id"] for one in actions if _action_level(one, questions) <= level + 1]
    return {
        "from": level,
        "to": level + 1,
        "priority": _text(draw, f"What counts at step {level}"),
        "why": _text(draw, "It comes first"),
        "actions": _subset(draw, possible, least=0)[:2],
    }


def _is_rubric(question: Document) -> bool:
    return bool(question.get("kind", "rubric") == "rubric")


def _highest(question: Document) -> int:
    return max(int(option["level"]) for option in question["options"])


# --- the answers ---


def _answer_set(draw: Draw, questionnaire: Document) -> list[Document]:
    label = {"wave": "2026-H2"} if draw(0, 1) else {}
    files = []
    workshops = 1
    for _ in range(draw(1, 4)):
        document = _answer_file(draw, questionnaire, workshops) | label
        workshops -= "workshop" in document
        files.append(document)
    return files


def _answer_file(draw: Draw, questionnaire: Document, workshops: int = 1) -> Document:
    """Give an answer file; a workshop only where there is one left to give."""
    header: Document = {
        "format": 1,
        "questionnaire": questionnaire["id"],
        "questionnaire_version": questionnaire["version"],
        "organisation": "Prova Srl",
        "date": "2026-11-21",
    }
    mood = draw(0, 2)
    form = draw(0, 1 + workshops)
    if form == 0:
        return header | {
            "respondent": _person(draw, questionnaire),
            "answers": _answers(draw, questionnaire, mood),
        }
    if form == 1:
        people = range(draw(1, 5))
        return header | {
            "respondents": [
                _person(draw, questionnaire) | {"answers": _answers(draw, questionnaire, mood)}
                for _ in people
            ]
        }
    return header | {"workshop": _workshop(draw, questionnaire, mood)}


def _person(draw: Draw, questionnaire: Document) -> Document:
    person = {}
    if draw(0, 5) < 5:
        person["group"] = _choice(draw, questionnaire["groups"])["id"]
    if draw(0, 3) == 3:
        person["name"] = "Ada"
    return person


def _answers(draw: Draw, questionnaire: Document, mood: int) -> Document:
    answers: Document = {}
    for question in questionnaire["questions"]:
        kind = draw(0, 11)
        if kind == 11:
            continue
        value = None if kind == 10 else _value(draw, questionnaire, question, mood)
        form = draw(0, 7)
        if form == 7:
            answers[question["id"]] = {"value": value, "note": "said so", "evidence": "the minutes"}
        elif form == 6:
            answers[question["id"]] = {"value": value, "note": "said so"}
        elif form == 5 and value is not None:
            answers[question["id"]] = str(value)
        else:
            answers[question["id"]] = value
    return answers


def _value(draw: Draw, questionnaire: Document, question: Document, mood: int) -> int | str:
    """Give an option's value, the higher the better the mood (0 to 2), or n/a or unknown."""
    kind = draw(0, 9)
    if kind == 9 and question.get("allow_na", True):
        return "n/a"
    if kind == 8:
        return "unknown"
    values = _values(questionnaire, question)
    return values[max(draw(0, len(values) - 1) for _ in range(mood + 1))]


def _values(questionnaire: Document, question: Document) -> list[int | str]:
    options = question["options"]
    if isinstance(options, str):
        options = questionnaire["option_sets"][options]
    rise = "level" if _is_rubric(question) else "credit"
    return [option.get("value", option.get("level")) for option in sorted(options, key=lambda one: one[rise])]


def _workshop(draw: Draw, questionnaire: Document, mood: int) -> Document:
    workshop: Document = {}
    for question in _subset(draw, questionnaire["questions"], least=1):
        entry: Document = {
            "rounds": [_round(draw, questionnaire, question, mood) for _ in range(draw(1, 2))],
        }
        if draw(0, 2) == 2:
            entry["agreed"] = _value(draw, questionnaire, question, mood)
        if draw(0, 3) == 3:
            entry |= {"note": "They differed", "parked": bool(draw(0, 1))}
        workshop[question["id"]] = entry
    return workshop


def _round(draw: Draw, questionnaire: Document, question: Document, mood: int) -> Document:
    votes: Document = {}
    for group in _subset(draw, questionnaire["groups"], least=1):
        counts: dict[int | str, int] = {}
        for _ in range(draw(1, 3)):
            counts[_value(draw, questionnaire, question, mood)] = draw(0, 2)
        votes[group["id"]] = counts
    return votes
