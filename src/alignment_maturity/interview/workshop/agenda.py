"""The order in which a workshop puts its questions, and the rounds collected before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alignment_maturity.model.answers import RespondentAnswers
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.room import Votes


@dataclass(frozen=True, slots=True)
class FirstRounds:
    """Individual answers as the first round of a workshop.

    Attributes:
        rounds: by question id, the votes of the functions that may be shown; absent where there are none.
        people: by group id, how many people are among them.
        hidden: by group id, how many people a function has that is too small to be shown apart.
        ungrouped: how many people belong to no function.
    """

    rounds: Mapping[str, Votes]
    people: Mapping[str, int]
    hidden: Mapping[str, int]
    ungrouped: int


def first_rounds(
    questionnaire: Questionnaire, people: Sequence[RespondentAnswers], min_group: int
) -> FirstRounds:
    """Count individual answers as votes by function.

    Who answered alone was not asked to show a card to the room: functions with fewer than `min_group` people
    are left out, and so are people of no function, whom a round cannot hold.
    """
    by_group: dict[str, list[RespondentAnswers]] = {group: [] for group in questionnaire.group_by_id}
    for person in people:
        if person.group is not None:
            by_group[person.group].append(person)
    shown = {group: members for group, members in by_group.items() if len(members) >= max(min_group, 1)}
    rounds = {
        question.id: votes
        for question in questionnaire.questions
        if (votes := _votes(questionnaire, question.id, shown))
    }
    return FirstRounds(
        rounds=rounds,
        people={group: len(members) for group, members in shown.items()},
        hidden={group: len(members) for group, members in by_group.items() if members and group not in shown},
        ungrouped=sum(person.group is None for person in people),
    )


def by_dimension(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Order the questions by dimension, in the order of the questionnaire."""
    return tuple(
        question.id
        for dimension in questionnaire.dimensions
        for question in questionnaire.questions_of(dimension.id)
    )


def by_disagreement(questionnaire: Questionnaire, rounds: Mapping[str, Votes]) -> tuple[str, ...]:
    """Order the questions by how far apart the functions are in a first round, furthest first.

    Contested gates count before others with the same gap; then the distance between the lowest and the
    highest option chosen. Questions without votes come last. What is equal stays in the order by dimension.
    """
    from alignment_maturity.interview.workshop.spread import spreads  # loads numpy

    spread_of = spreads(questionnaire)

    def distance(question: str) -> tuple[float, int, int]:
        if question not in rounds:
            return -1.0, 0, 0
        spread = spread_of(question, rounds[question])
        apart = (spread.highest or 0) - (spread.lowest or 0)
        return round(abs(spread.gap or 0.0), 9), len(spread.contested), apart

    return tuple(sorted(by_dimension(questionnaire), key=distance, reverse=True))


def _votes(
    questionnaire: Questionnaire, question: str, by_group: Mapping[str, Sequence[RespondentAnswers]]
) -> Votes:
    votes = {}
    for group, members in by_group.items():
        given = Counter(
            answer.value
            for person in members
            if (answer := person.answers.get(question)) is not None and answer.value is not None
        )
        if given:
            order = [*questionnaire.values_of(question), *given]
            votes[group] = {value: given[value] for value in dict.fromkeys(order) if value in given}
    return votes
