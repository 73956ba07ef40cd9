"""Make random valid questionnaires and answer files in which there is much to plan.

They are those of `documents`, on shorter scales, with other actions: more of them, with more lifts and more
prerequisites, and with efforts of which many tie. In some, questions are left unanswered or don't apply.
"""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING, Any

from .documents import (
    Document,
    _action_level,
    _answer_set,
    _answers,
    _choice,
    _is_rubric,
    _person,
    _questionnaire,
    _sometimes,
    _subset,
    _text,
    _transition,
    _values,
)
from .naive_scorer import NOT_APPLICABLE, UNKNOWN, _exact, _read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .documents import Draw, Item

HIGHEST_TOP = 5
MOST_QUESTIONS = 6
MOST_ACTIONS = 9
DEMANDING = (0.6, 0.7, 0.75, 0.9)
EFFORTS = (1, 1, 2, 3, 0.5, 2.5, 0.1, 0.2, 0.3)
NAMES = ("0", "a", "a-1", "a-10", "a-9", "b", "b2", "m-1", "z")
"""Ids of actions; their order is that of their characters, where "a-10" comes before "a-9"."""


def random_planning_case(seed: int) -> tuple[Document, list[Document], int | None]:
    """Give a questionnaire, answer files and a target, the same for the same seed; None is the next level."""
    draw = random.Random(f"planning {seed}").randint
    questionnaire = _planning_questionnaire(draw)
    files = _planning_answers(draw, questionnaire)
    level, top = _read(questionnaire, files).level(), len(questionnaire["scale"])
    return questionnaire, files, draw(level + 1, top) if level < top and draw(0, 1) else None


def random_rise(seed: int) -> tuple[Document, Document, Document]:
    """Give a questionnaire and two answer files of one person; in the second some answers are higher.

    What the first leaves open, or says not to apply, the second does too. A statement rises to its full
    credit only.
    """
    draw = random.Random(f"rise {seed}").randint
    questionnaire = _planning_questionnaire(draw)
    worse = _alone(draw, questionnaire)
    answers = dict(worse["answers"])
    for question in questionnaire["questions"]:
        options = [str(value) for value in _values(questionnaire, question)]
        given = answers.get(question["id"])
        answer = str(given["value"] if isinstance(given, dict) else given)
        if answer in options and draw(0, 1):
            above = options[options.index(answer) :]
            answers[question["id"]] = _choice(draw, above if _is_rubric(question) else [above[0], above[-1]])
    return questionnaire, worse, worse | {"answers": answers}


def carried_out(questionnaire: Document, files: list[Document], actions: list[str]) -> list[Document]:
    """Return the answer files as they would be had the actions been carried out.

    Whoever gave a question less than it is lifted to gives it that, and whoever knew nothing of it says
    nothing: that alone leaves coverage above the lift as it was, but may open a gate there. Where nobody
    gave an answer, the first file does. Questions that don't apply stay.
    """
    case = _read(questionnaire, files)
    questions = {one["id"]: one for one in questionnaire["questions"]}
    lifts = [
        lift for action in questionnaire["actions"] if action["id"] in actions for lift in action["lifts"]
    ]
    heights = {
        name: max(_height(lift, questions[name]) for lift in lifts if lift["question"] == name)
        for name in {lift["question"] for lift in lifts}
    }
    for name, height in heights.items():
        ladder = case.ladders[name]
        goal = next(value for value, rung in ladder.items() if rung == height)
        said = {answer.value for answer in case.given if answer.question == name}
        if name in case.agreed:
            said = {case.agreed[name]}
        if said == {NOT_APPLICABLE}:
            continue
        risen = {value: goal if rung < height else value for value, rung in ladder.items()}
        risen |= {NOT_APPLICABLE: NOT_APPLICABLE} | ({UNKNOWN: goal} if name in case.agreed else {})
        files = [_risen(file, name, risen) for file in files]
        if not said & ladder.keys():
            files = [_with(files[0], name, goal), *files[1:]]
    return files


def _height(lift: Document, question: Document) -> int:
    """Return the level a lift goes to, or the full credit."""
    return int(lift["to"]) if _is_rubric(question) else 1


def _risen(file: Document, question: str, risen: dict[str, str]) -> Document:
    """Return a file in which a question has the risen values, and nobody says `unknown` to it."""
    change = _risen_entry if "workshop" in file else _risen_answer
    return _edited(
        file,
        lambda said: {name: change(one, risen) if name == question else one for name, one in said.items()},
    )


def _risen_answer(answer: Any, risen: dict[str, str]) -> str | None:
    return risen.get(str(answer["value"] if isinstance(answer, dict) else answer))


def _risen_entry(entry: Document, risen: dict[str, str]) -> Document:
    if "agreed" in entry:
        return {"agreed": _risen_answer(entry["agreed"], risen)}
    votes = [
        (group, _risen_answer(value, risen), count)
        for group, counts in entry["rounds"][-1].items()
        for value, count in counts.items()
    ]
    last: Document = {group: Counter() for group, _, _ in votes}
    for group, value, count in votes:
        if value is not None:
            last[group][value] += count
    return {"rounds": [{group: dict(counts) for group, counts in last.items()}]}


def _planning_questionnaire(draw: Draw) -> Document:
    questionnaire = _questionnaire(draw, highest_top=HIGHEST_TOP, most_questions=MOST_QUESTIONS)
    if questionnaire["placement"]["method"] == "staged" and draw(0, 1):
        questionnaire["placement"] = {"method": "staged", "threshold": _choice(draw, DEMANDING)}
    groups = [group["id"] for group in questionnaire["groups"]]
    actions = _actions(draw, questionnaire["questions"], [*groups, "joint"] if len(groups) > 1 else groups)
    questionnaire["actions"] = _shuffled(draw, actions)
    questionnaire["transitions"] = [
        _priorities(draw, level, actions, questionnaire["questions"])
        for level in range(1, len(questionnaire["scale"]))
    ]
    return questionnaire


def _shuffled(draw: Draw, items: Sequence[Item]) -> list[Item]:
    left = list(items)
    return [left.pop(draw(0, len(left) - 1)) for _ in items]


def _actions(draw: Draw, questions: list[Document], owners: list[str]) -> list[Document]:
    """Give actions that may require those before them that lift no higher."""
    efforts = _subset(draw, EFFORTS, least=1)
    names = _shuffled(draw, NAMES)[: max(draw(1, MOST_ACTIONS), draw(1, MOST_ACTIONS))]
    actions: list[Document] = []
    for name in names:
        action: Document = {
            "id": name,
            "title": _text(draw, name),
            "owner": _choice(draw, owners),
            "weeks": _choice(draw, (1, 2, 6, 1.5)),
            **(
                _package(draw, actions)
                if actions and _sometimes(draw, 1, 3)
                else _work(draw, questions, efforts)
            ),
        }
        height = _action_level(action, questions)
        earlier = [one["id"] for one in actions if _action_level(one, questions) <= height]
        if earlier and _sometimes(draw, 1, 3):
            action["requires"] = _shuffled(draw, earlier)[: draw(1, 2)]
        actions.append(action)
    return actions


def _work(draw: Draw, questions: list[Document], efforts: list[float]) -> Document:
    lifted = _shuffled(draw, questions)[: _choice(draw, (1, 1, 1, 2, 3))]
    return {"effort": _choice(draw, efforts), "lifts": [_lift(draw, one) for one in lifted]}


def _package(draw: Draw, actions: list[Document]) -> Document:
    """Do at once, for the same effort, what one or two other actions do: a tie."""
    parts = _shuffled(draw, actions)[: 2 - draw(0, 3) // 3]
    lifts = {lift["question"]: lift for part in parts for lift in part["lifts"]}
    return {
        "effort": float(sum(_exact(part["effort"]) for part in parts)),
        "lifts": list(lifts.values()),
    }


def _lift(draw: Draw, question: Document) -> Document:
    """Lift a question, more often a little than much, seldom to level 1, where there is nothing to lift."""
    if not _is_rubric(question):
        return {"question": question["id"]}
    levels = [option["level"] for option in question["options"]]
    above = [level for level in levels if level > 1]
    to = levels[0] if _sometimes(draw, 1, 12) else min(_choice(draw, above), _choice(draw, above))
    return {"question": question["id"], "to": to}


def _priorities(draw: Draw, level: int, actions: list[Document], questions: list[Document]) -> Document:
    """Give a transition with few priority actions, so that there is something left to choose."""
    transition = _transition(draw, level, actions, questions)
    return transition | {"actions": transition["actions"][: _choice(draw, (0, 0, 1, 2))]}


def _planning_answers(draw: Draw, questionnaire: Document) -> list[Document]:
    """Give answers, in some cases few: with each question that nobody answered coverage has another base."""
    files = _answer_set(draw, questionnaire) if draw(0, 1) else [_alone(draw, questionnaire)]
    unanswered = _choice(draw, (1, 1, 6))
    for question in questionnaire["questions"]:
        if _sometimes(draw, unanswered, 10):
            files = [_without(file, question["id"]) for file in files]
        elif question.get("allow_na", True) and _sometimes(draw, 1, 10):
            files = [_with(file, question["id"], NOT_APPLICABLE) for file in files]
    return files


def _alone(draw: Draw, questionnaire: Document) -> Document:
    """Give the answers of one person, who finds many things at their lowest, where there is much to do."""
    answers = _answers(draw, questionnaire, 0)
    for question in questionnaire["questions"]:
        if _sometimes(draw, 1, 2):
            answers[question["id"]] = _values(questionnaire, question)[0]
    return {
        "format": 1,
        "questionnaire": questionnaire["id"],
        "questionnaire_version": questionnaire["version"],
        "organisation": "Prova Srl",
        "date": "2026-11-21",
        "respondent": _person(draw, questionnaire),
        "answers": answers,
    }


def _without(file: Document, question: str) -> Document:
    """Return a file in which nobody says anything to a question."""
    return _edited(file, lambda said: {name: value for name, value in said.items() if name != question})


def _with(file: Document, question: str, value: str) -> Document:
    """Return a file in which everybody says the same to a question."""
    entry: object = {"agreed": value} if "workshop" in file else value
    return _edited(file, lambda said: said | {question: entry})


def _edited(file: Document, edit: Callable[[Document], Document]) -> Document:
    """Return a file with the answers of everybody, or the entries of the workshop, edited."""
    if "respondents" in file:
        people = [person | {"answers": edit(person["answers"])} for person in file["respondents"]]
        return file | {"respondents": people}
    key = "workshop" if "workshop" in file else "answers"
    return file | {key: edit(file[key])}
