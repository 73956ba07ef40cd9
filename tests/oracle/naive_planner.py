"""Plan the slow, obvious way: try every set of actions, straight from the text of the contract.

Like the naive scorer, on which it stands, it shares nothing with the product: plain documents go in, a plain
plan comes out, and everything between is exact, in fractions. Documents are taken to be valid.

Where `plan.md` leaves room, the readings are: a question without an answer has A = 0; an action is judged by
all its lifts, void ones included, when its height is compared with the target; a figure that does not exist
counts as 0 where figures are compared and is None where it is told; gains per day are compared to 12 digits.

"Lifts" are maps from the id of a question to the level it is lifted to; questions that don't apply are
never in them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import combinations, product
from typing import TYPE_CHECKING

from .naive_scorer import (
    HALF,
    NOT_APPLICABLE,
    TOLERANCE,
    Document,
    _Case,
    _exact,
    _is_rubric,
    _number,
    _plain_mean,
    _reaches,
    _read,
    _weight,
    _weighted_mean,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Lifts = dict[str, int]
    Actions = tuple[str, ...]
    """Ids of actions in ascending order, each once."""

NOTHING: Lifts = {}
BEST_OPTIONAL = 3
DIGITS = 12


def plan(questionnaire: Document, files: list[Document], target: int | None = None) -> Document:
    """Return target, attains_target, effort, steps, optional and out_of_reach of the plan.

    Steps and optional are ids of actions, in the contract's order. out_of_reach is None or says level,
    coverage (None with bands), index (None unless bands) and questions.

    Raises ValueError when the target is no level above the current one.
    """
    organisation = _Organisation(_read(questionnaire, files))
    level, top = organisation.level, organisation.top
    if target is None:
        target = min(level + 1, top)
    elif not level < target <= top:
        raise ValueError(f"no level above {level} and up to {top}: {target}")
    quest = _Quest(organisation, target)
    chosen = quest.chosen() if level < top else ()
    return {
        "target": target,
        "attains_target": quest.attained_by(chosen, target),
        "effort": float(organisation.effort(chosen)),
        "steps": quest.in_order(chosen),
        "optional": quest.optional(chosen) if level < top else [],
        "out_of_reach": None if quest.attained_by(chosen, target) else quest.out_of_reach(chosen),
    }


def smallest_change(questionnaire: Document, files: list[Document]) -> list[Document] | None:
    """Return the fewest questions that must rise for the next level, as question, from and to, by question.

    None at the top and where no rise of questions reaches the next level. "from" is None for a question
    without an answer; nothing is withheld.
    """
    organisation = _Organisation(_read(questionnaire, files))
    if organisation.level == organisation.top:
        return None
    able = sorted(name for name in organisation.questions if not organisation.is_inapplicable(name))
    # Together all rises fulfil whatever applies: what they miss, some of them miss too.
    if not organisation.attains(organisation.level + 1, dict.fromkeys(able, organisation.top)):
        return None
    for size in range(1, len(able) + 1):
        attaining = [
            lifts
            for names in combinations(able, size)
            for levels in product(*(organisation.means[name] for name in names))
            if organisation.attains(organisation.level + 1, lifts := dict(zip(names, levels, strict=True)))
        ]
        if attaining:
            best = min(
                attaining,
                key=lambda lifts: (organisation.levels_risen(lifts), list(lifts), list(lifts.values())),
            )
            return [
                {"question": name, "from": _number(organisation.mean_level(name)), "to": to}
                for name, to in best.items()
            ]
    raise AssertionError("what all rises together attain, some set of rises attains")


def done_actions(questionnaire: Document, files: list[Document]) -> set[str]:
    """Return the ids of the actions whose every lift holds already."""
    organisation = _Organisation(_read(questionnaire, files))
    return {name for name in organisation.actions if organisation.is_done(name, NOTHING)}


@dataclass(frozen=True)
class _Organisation:
    """Where an organisation stands, and where lifts would take it."""

    case: _Case
    remembered: dict[tuple[object, ...], Fraction | None] = field(default_factory=dict)

    # --- the questionnaire ---

    @cached_property
    def questions(self) -> dict[str, Document]:
        return {one["id"]: one for one in self.case.questionnaire["questions"]}

    @cached_property
    def actions(self) -> dict[str, Document]:
        return {one["id"]: one for one in self.case.questionnaire["actions"]}

    @property
    def top(self) -> int:
        return self.case.levels[-1]

    def lift_level(self, lift: Document) -> int:
        """Return the level a lift goes to; a statement's is its own."""
        question = self.questions[lift["question"]]
        return int(lift["to"] if _is_rubric(question) else question["level"])

    def height(self, action: str) -> int:
        return max(self.lift_level(lift) for lift in self.actions[action]["lifts"])

    def effort(self, actions: Iterable[str]) -> Fraction:
        return sum((_exact(self.actions[name]["effort"]) for name in actions), Fraction(0))

    # --- where it stands ---

    @cached_property
    def level(self) -> int:
        return self.case.level()

    @cached_property
    def means(self) -> dict[str, dict[int, Fraction | None]]:
        """Give A by question and level that it speaks of, None where nobody gave a value."""
        return {
            name: {level: self.case.mean(question, level) for level in self.case.spoken(question)}
            for name, question in self.questions.items()
        }

    def is_inapplicable(self, question: str) -> bool:
        """Say whether it was agreed n/a, or marked n/a and nobody gave a value or an `unknown`."""
        if question in self.case.agreed:
            return self.case.agreed[question] == NOT_APPLICABLE
        said = {answer.value for answer in self.case.given if answer.question == question}
        return said == {NOT_APPLICABLE}

    @cached_property
    def open_gates(self) -> set[tuple[str, int]]:
        return {
            (question["id"], level)
            for question, level in self.case.gates()
            if self.case.gate_status(question, level) != "passes"
        }

    # --- where lifts would take it ---

    def lifts_of(self, actions: Iterable[str]) -> Lifts:
        """Return the highest level that each question is lifted to; a lift of what doesn't apply is void."""
        lifts: Lifts = {}
        for name in actions:
            for lift in self.actions[name]["lifts"]:
                if not self.is_inapplicable(lift["question"]):
                    lifts[lift["question"]] = max(lifts.get(lift["question"], 1), self.lift_level(lift))
        return lifts

    def fulfilment(self, question: str, level: int, lifts: Lifts) -> Fraction | None:
        """Return A after the lifts: 1 up to the lift, above it as it was, 0 where nobody had answered."""
        now = self.means[question][level]
        if question not in lifts:
            return now
        if level <= lifts[question]:
            return Fraction(1)
        return Fraction(0) if now is None else now

    def gate_passes(self, question: str, level: int, lifts: Lifts) -> bool:
        return level <= lifts.get(question, 1) or (question, level) not in self.open_gates

    def dimension_coverage(self, dimension: Document, level: int, lifts: Lifts) -> Fraction | None:
        questions = [one for one in self.case.questions_of(dimension) if level in self.means[one["id"]]]
        key = (dimension["id"], level, *(lifts.get(one["id"]) for one in questions))
        if key not in self.remembered:
            self.remembered[key] = _weighted_mean(
                (self.fulfilment(one["id"], level, lifts), _weight(one)) for one in questions
            )
        return self.remembered[key]

    def coverage(self, level: int, lifts: Lifts) -> Fraction | None:
        return _weighted_mean(
            (self.dimension_coverage(one, level, lifts), _weight(one))
            for one in self.case.questionnaire["dimensions"]
        )

    def question_index(self, question: Document, lifts: Lifts) -> Fraction | None:
        spoken = self.case.spoken(question)
        return _plain_mean(self.fulfilment(question["id"], level, lifts) for level in spoken)

    def dimension_index(self, dimension: Document, lifts: Lifts) -> Fraction | None:
        questions = self.case.questions_of(dimension)
        key = (dimension["id"], "index", *(lifts.get(one["id"]) for one in questions))
        if key not in self.remembered:
            self.remembered[key] = _weighted_mean(
                (self.question_index(one, lifts), _weight(one)) for one in questions
            )
        return self.remembered[key]

    def index(self, lifts: Lifts) -> Fraction | None:
        share = _weighted_mean(
            (self.dimension_index(one, lifts), _weight(one)) for one in self.case.questionnaire["dimensions"]
        )
        return None if share is None else 100 * share

    def attains(self, target: int, lifts: Lifts) -> bool:
        """Say whether the target is reached: by every level up to it, or with bands by its cutoff."""
        if not self.case.staged:
            index = self.index(lifts)
            cutoff = _exact(self.case.questionnaire["placement"]["cutoffs"][target - 2])
            return index is not None and _reaches(index, cutoff)
        return all(self.holds(level, lifts) for level in range(2, target + 1))

    def holds(self, level: int, lifts: Lifts) -> bool:
        gates = [name for name, question in self.questions.items() if level in question.get("gate", [])]
        if not all(self.gate_passes(name, level, lifts) for name in gates):
            return False
        coverage = self.coverage(level, lifts)
        return coverage is not None and _reaches(coverage, self.case.threshold(level))

    def is_done(self, action: str, lifts: Lifts) -> bool:
        """Say whether every lift of an action holds, once others are made."""
        return all(
            self.lift_holds(lift["question"], self.lift_level(lift), lifts)
            for lift in self.actions[action]["lifts"]
        )

    def lift_holds(self, question: str, level: int, lifts: Lifts) -> bool:
        if self.is_inapplicable(question) or level == 1:
            return True
        fulfilment = self.fulfilment(question, level, lifts)
        if fulfilment is None or not _reaches(fulfilment, HALF):
            return False
        return self.gate_passes(question, level, lifts)

    # --- rises ---

    def mean_level(self, question: str) -> Fraction | None:
        index = self.case.question_index(self.questions[question])
        return None if index is None else 1 + (self.top - 1) * index

    def levels_risen(self, lifts: Lifts) -> Fraction:
        """Return the sum of levels: for a rubric from its mean level up, for a statement one."""
        return sum((self.levels_of_rise(name, to) for name, to in lifts.items()), Fraction(0))

    def levels_of_rise(self, question: str, to: int) -> Fraction:
        if not _is_rubric(self.questions[question]):
            return Fraction(1)
        mean_level = self.mean_level(question)
        return to - (Fraction(1) if mean_level is None else mean_level)


@dataclass(frozen=True)
class _Quest:
    """What can be done to bring an organisation to a target."""

    organisation: _Organisation
    target: int
    attained: dict[tuple[object, ...], bool] = field(default_factory=dict)

    @cached_property
    def priority(self) -> set[str]:
        """Give the priority actions of every transition from the current level up to the target."""
        return {
            action
            for transition in self.organisation.case.questionnaire["transitions"]
            if transition["from"] >= self.organisation.level and transition["to"] <= self.target
            for action in transition["actions"]
        }

    @cached_property
    def candidates(self) -> list[str]:
        """List the actions not done whose lifts all stay at or below the target, by id."""
        return sorted(
            name
            for name in self.organisation.actions
            if not self.organisation.is_done(name, NOTHING) and self.organisation.height(name) <= self.target
        )

    def prerequisites(self, action: str) -> set[str]:
        """Return what an action requires and is not done."""
        return {
            name
            for name in self.organisation.actions[action].get("requires", [])
            if not self.organisation.is_done(name, NOTHING)
        }

    @cached_property
    def allowed(self) -> list[Actions]:
        """List the sets of candidates with all priority actions not done and all prerequisites not done."""
        return [chosen for chosen in self.sets_of_candidates() if self.is_allowed(set(chosen))]

    def sets_of_candidates(self) -> Iterator[Actions]:
        for size in range(len(self.candidates) + 1):
            yield from combinations(self.candidates, size)

    def is_allowed(self, chosen: set[str]) -> bool:
        needed = {name for name in self.priority if not self.organisation.is_done(name, NOTHING)}
        return needed <= chosen and all(self.prerequisites(name) <= chosen for name in chosen)

    def attained_by(self, chosen: Actions, level: int) -> bool:
        lifts = self.organisation.lifts_of(chosen)
        key = (level, *sorted(lifts.items()))
        if key not in self.attained:
            self.attained[key] = self.organisation.attains(level, lifts)
        return self.attained[key]

    def chosen(self) -> Actions:
        """Return the cheapest allowed set that attains the target, else what goes furthest."""
        attaining = [actions for actions in self.allowed if self.attained_by(actions, self.target)]
        return min(attaining, key=self.cost) if attaining else self.furthest()

    def cost(self, chosen: Actions) -> tuple[Fraction, int, Actions]:
        """Return what makes a set dear: effort, then the number of actions, then their ids."""
        return self.organisation.effort(chosen), len(chosen), chosen

    # --- where no set attains the target ---

    @cached_property
    def first_out_of_reach(self) -> int:
        return next(
            level
            for level in range(self.organisation.level + 1, self.target + 1)
            if not any(self.attained_by(actions, level) for actions in self.allowed)
        )

    def furthest(self) -> Actions:
        """Return the cheapest of the sets that come closest to the first level out of reach."""
        highest = max(self.reached(actions) or Fraction(0) for actions in self.allowed)
        closest = [
            actions for actions in self.allowed if _reaches(self.reached(actions) or Fraction(0), highest)
        ]
        return min(closest, key=self.cost)

    def reached(self, chosen: Actions) -> Fraction | None:
        """Return the coverage of the first level out of reach after a set; with bands the index."""
        lifts = self.organisation.lifts_of(chosen)
        if self.organisation.case.staged:
            return self.organisation.coverage(self.first_out_of_reach, lifts)
        return self.organisation.index(lifts)

    def out_of_reach(self, chosen: Actions) -> Document:
        staged = self.organisation.case.staged
        reached = _number(self.reached(chosen))
        return {
            "level": self.first_out_of_reach,
            "coverage": reached if staged else None,
            "index": None if staged else reached,
            "questions": [name for name in self.organisation.questions if self.wants_an_action(name, chosen)],
        }

    def wants_an_action(self, question: str, chosen: Actions) -> bool:
        """Say whether a question applies, falls short of the level out of reach, and nothing lifts it there.

        With bands every level up to the one out of reach counts, and any lift above level 1 is one.
        """
        organisation, level = self.organisation, self.first_out_of_reach
        lifts = organisation.lifts_of(chosen)
        spoken = organisation.means[question]
        levels = [level] if organisation.case.staged else list(range(2, level + 1))
        short = any(self.falls_short(question, one, lifts) for one in levels if one in spoken)
        lowest = level if organisation.case.staged else 2
        lifted = any(
            lift["question"] == question and organisation.lift_level(lift) >= lowest
            for name in self.candidates
            for lift in organisation.actions[name]["lifts"]
        )
        return short and not lifted and not organisation.is_inapplicable(question)

    def falls_short(self, question: str, level: int, lifts: Lifts) -> bool:
        fulfilment = self.organisation.fulfilment(question, level, lifts)
        if fulfilment is None or not _reaches(fulfilment, Fraction(1)):
            return True
        return not self.organisation.gate_passes(question, level, lifts)

    # --- order ---

    def gain(self, action: str) -> Fraction:
        """Return what an action alone adds to the coverage of the next level."""
        following = self.organisation.level + 1
        now = self.organisation.coverage(following, NOTHING) or Fraction(0)
        after = self.organisation.coverage(following, self.organisation.lifts_of([action])) or Fraction(0)
        return after - now

    def gain_per_day(self, action: str) -> Fraction:
        return round(self.gain(action) / self.organisation.effort([action]), DIGITS)

    def opens_a_gate(self, action: str) -> bool:
        lifts = self.organisation.lifts_of([action])
        return any(
            level <= self.target and self.organisation.gate_passes(question, level, lifts)
            for question, level in self.organisation.open_gates
        )

    def in_order(self, chosen: Actions) -> list[str]:
        """Return the plan's actions, prerequisites first; what is free by urgency."""
        taken: list[str] = []
        while len(taken) < len(chosen):
            free = [
                name
                for name in chosen
                if name not in taken and (self.prerequisites(name) & set(chosen)) <= set(taken)
            ]
            taken.append(min(free, key=self.urgency))
        return taken

    def urgency(self, action: str) -> tuple[bool, bool, Fraction, str]:
        """Put priority actions first, then those that lift a gate, then gain per person-day, then id."""
        return (
            action not in self.priority,
            not self.opens_a_gate(action),
            -self.gain_per_day(action),
            action,
        )

    def optional(self, chosen: Actions) -> list[str]:
        """Return up to three candidates outside the plan, not done by it either, by gain per person-day."""
        after = self.organisation.lifts_of(chosen)
        worth = [
            name
            for name in self.candidates
            if name not in chosen
            and not self.organisation.is_done(name, after)
            and self.gain(name) > TOLERANCE
        ]
        return sorted(worth, key=lambda name: (-self.gain_per_day(name), name))[:BEST_OPTIONAL]
