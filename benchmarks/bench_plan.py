"""What a plan costs in a warm process, as ratios to the least the solver can do: make bench.

36 rubrics in 9 dimensions, 9 gates and 80 actions, all of which can take part: the organisations stand at the
bottom, so that every action is a candidate. A quarter of the questions unanswered makes each coverage a
quotient. The floor is one program of a single 0/1 column.
"""

from __future__ import annotations

import datetime as dt
import random
import statistics
import time
from collections.abc import Callable
from typing import Any

from alignment_maturity import assessment
from alignment_maturity.encoding import Encoding
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.planning.plan import Shown, make_plan
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.planning.solver import Program
from alignment_maturity.planning.standing import Standing
from alignment_maturity.result import Plan

QUESTIONS, DIMENSIONS, ACTIONS, LIMIT_MS = 36, 9, 80, 60
ORGANISATIONS = 25
REQUEST = PlanRequest(dt.date(2026, 11, 23))


def questionnaire(draw: random.Random, *, spread: bool) -> dict[str, Any]:
    """Return a questionnaire; with `spread` its actions lift to every level, else all to level 2."""
    questions = [f"q{number:02}" for number in range(QUESTIONS)]
    actions = []
    for number in range(ACTIONS):
        to = 2 + number % 4 if spread else 2
        # Every question is lifted by some action, so that every gate can be opened.
        lifted = {questions[number % QUESTIONS], *draw.sample(questions, draw.randint(0, 1))}
        lower = [action["id"] for action in actions if action["lifts"][0]["to"] <= to]
        actions.append(
            {
                "id": f"a{draw.randrange(10**6):06}-{number}",
                "title": "An action",
                "owner": "joint",
                "effort": draw.randint(2, 12),
                "weeks": 2,
                "lifts": [{"question": question, "to": to} for question in sorted(lifted)],
                "requires": draw.sample(lower, 1) if lower and draw.random() < 0.4 else [],
            }
        )
    return {
        "format": 1,
        "id": "large",
        "version": "1",
        "languages": ["en"],
        "title": "A large questionnaire",
        "scale": [{"level": level, "id": f"level-{level}", "name": "A level"} for level in range(1, 6)],
        "placement": {"method": "staged", "threshold": 0.6},
        "groups": [{"id": "marketing", "name": "Marketing"}, {"id": "sales", "name": "Sales"}],
        "compare": ["marketing", "sales"],
        "dimensions": [{"id": f"d{number}", "name": "A dimension"} for number in range(DIMENSIONS)],
        "questions": [
            {
                "id": name,
                "dimension": f"d{number % DIMENSIONS}",
                "name": "A question",
                "text": "How is it?",
                "options": [{"level": level, "text": "Like this"} for level in range(1, 6)],
                "gate": [] if number % 4 else [2 + number // 4 % 4 if spread else 2],
                "allow_na": False,
            }
            for number, name in enumerate(questions)
        ],
        "transitions": [
            {"from": level, "to": level + 1, "priority": "The one thing", "actions": []}
            for level in range(1, 5)
        ],
        "actions": actions,
    }


def answers(draw: random.Random, level: float, missing: float) -> AnswerFile:
    """Return the answers of six people whose questions stand around a level."""
    asked = [number for number in range(QUESTIONS) if draw.random() >= missing]
    people = [
        {
            "group": draw.choice(("marketing", "sales")),
            "answers": {f"q{number:02}": max(1, min(5, round(draw.gauss(level, 0.6)))) for number in asked},
        }
        for _ in range(6)
    ]
    header = {
        "format": 1,
        "questionnaire": "large",
        "questionnaire_version": "1",
        "organisation": "A company",
    }
    return AnswerFile.model_validate(header | {"respondents": people})


def smallest_program() -> None:
    """Solve a program of one column."""
    program = Program()
    column = program.column(whole=True)
    program.row({column: 1.0}, low=0.5)
    assert program.minimised({column: 1.0}) is not None


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def timed_plans(encoding: Encoding, level: float, missing: float) -> list[tuple[float, Plan]]:
    """Make the plans of some organisations and say how long each took."""
    made: list[tuple[float, Plan]] = []

    def timed(encoding: Encoding, standing: Standing, request: PlanRequest, shown: Shown) -> Plan:
        start = time.perf_counter()
        plan = make_plan(encoding, standing, request, shown)
        made.append((1000 * (time.perf_counter() - start), plan))
        return plan

    assessment.make_plan = timed
    for seed in range(ORGANISATIONS):
        file = answers(random.Random(seed), level, missing)
        assessment.assess(encoding, "0" * 64, [file], planning=REQUEST, resamples=10)
    return made


smallest_program()  # the first imports the solver
floor = statistics.median(milliseconds(smallest_program) for _ in range(50))
for spread, level in ((True, 2.2), (False, 1.1)):
    encoding = Encoding(Questionnaire.model_validate(questionnaire(random.Random(1), spread=spread)))
    for missing in (0.0, 0.25):
        made = timed_plans(encoding, level, missing)
        times = [time for time, _ in made]
        steps = statistics.median(len(plan.steps) for _, plan in made)
        middle = statistics.median(times)
        name = f"{'to every level' if spread else 'all to the next'}, {missing:.0%} unanswered"
        print(
            f"plan, {ACTIONS} actions {name:33} floor {floor:4.1f} ms   ours {middle:5.1f} ms"
            f" (worst {max(times):4.0f}, {steps:.0f} steps)   ratio {middle / floor:5.1f}"
            f"   (at most {LIMIT_MS} ms)"
        )
