"""Score answers the slow, obvious way, straight from the text of the contract.

Nothing here is shared with the product: plain documents go in (the dicts and lists a YAML or JSON reader
gives), plain figures come out, and everything between is exact, in fractions. A decimal in a document means
the decimal that is written, so 0.1 is one tenth. Documents are taken to be valid.

The functions stand in the order of the contract's sections; each is one of its sentences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Document = dict[str, Any]

UNGROUPED = "ungrouped"
NOT_APPLICABLE = "n/a"
UNKNOWN = "unknown"

TOLERANCE = Fraction(1, 10**9)
HALF = Fraction(1, 2)
ENOUGH = Fraction(8, 10)


def score(questionnaire: Document, answer_files: list[Document], *, min_group: int | None = None) -> Document:
    """Return the result of all answer files together, in the shape of the result document.

    Left out are the keys that only label the result, the plan, `smallest_change` and the bootstrap. Figures
    that don't exist or are withheld are None. `min_group` overrides the questionnaire's own.

    Raises ValueError when two workshops agreed differently on a question: the contract has no rule for it.
    """
    if min_group is None:
        min_group = questionnaire.get("privacy", {}).get("min_group", 3)
    case = _read(questionnaire, answer_files)
    hidden = case.hidden_groups(min_group)
    withheld = case.withholds_combined(min_group)
    level = case.level()
    return {
        "respondents": {"total": sum(case.by_group.values()), "by_group": case.by_group},
        "level": level,
        "level_id": next(step["id"] for step in questionnaire["scale"] if step["level"] == level),
        "index": _number(case.index()),
        "completeness": _number(case.completeness),
        "provisional": case.completeness < ENOUGH,
        "coverage": _by_level(case.levels, case.coverage),
        "thresholds": _by_level(case.levels, case.threshold) if case.staged else {},
        "gates": [
            {"question": question["id"], "level": gate, "status": case.gate_status(question, gate)}
            for question, gate in case.gates()
        ],
        "blocking": _blocking(case, level),
        "dimensions": [
            _dimension(case, dimension, hidden, withheld=withheld)
            for dimension in questionnaire["dimensions"]
        ],
        "questions": [
            _question(case, question, hidden, withheld=withheld) for question in questionnaire["questions"]
        ],
        "alpha": _number(ordinal_alpha(case.rubric_units())),
        "confidence": {"one_step": _one_step(case)},
        "suppressed_groups": hidden,
    }


def ordinal_alpha(units: Iterable[Sequence[int]]) -> Fraction | None:
    """Return Krippendorff's alpha with the ordinal metric.

    `units` holds the ranks that each unit got, missing ones left out; who gave which doesn't matter. None
    where no unit has two ranks or all ranks that can be paired are alike.

    Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.
    """
    coincidences: defaultdict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for unit in units:
        for i, first in enumerate(unit):
            for j, second in enumerate(unit):
                if i != j:
                    coincidences[first, second] += Fraction(1, len(unit) - 1)
    ranks = sorted({first for first, _ in coincidences})
    total = {rank: sum((coincidences[rank, other] for other in ranks), Fraction(0)) for rank in ranks}

    def distance(first: int, second: int) -> Fraction:
        low, high = min(first, second), max(first, second)
        between = sum((total[rank] for rank in ranks if low <= rank <= high), Fraction(0))
        return (between - (total[low] + total[high]) / 2) ** 2

    pairs = [(first, second) for first in ranks for second in ranks]
    observed = sum((coincidences[pair] * distance(*pair) for pair in pairs), Fraction(0))
    expected = sum((total[pair[0]] * total[pair[1]] * distance(*pair) for pair in pairs), Fraction(0))
    if expected == 0:
        return None
    return 1 - (sum(total.values()) - 1) * observed / expected


def within_group_agreement(values: Sequence[int], options: int) -> Fraction | None:
    """Return r_wg of the levels answered to a question with that many options; None for fewer than 2 values.

    Source: L. R. James, R. G. Demaree & G. Wolf, Journal of Applied Psychology 69, 1984.
    """
    if len(values) < 2:
        return None
    mean = Fraction(sum(values), len(values))
    variance = sum(((value - mean) ** 2 for value in values), Fraction(0)) / (len(values) - 1)
    return max(Fraction(0), 1 - variance / Fraction(options**2 - 1, 12))


@dataclass(frozen=True)
class _Answer:
    """What one respondent, or one raised hand, said to one question: an option's value, n/a or unknown."""

    group: str
    question: str
    value: str


@dataclass(frozen=True)
class _Case:
    """A questionnaire and everything that was said about one organisation.

    `agreed` maps a question's id to what the room agreed. `individuals` counts the respondents that are no
    raised hands, `by_group` all people, by group. `completeness` is the share of pairs answered or n/a.
    """

    questionnaire: Document
    given: tuple[_Answer, ...]
    agreed: dict[str, str]
    individuals: dict[str, int]
    by_group: dict[str, int]
    completeness: Fraction
    workshops: tuple[Document, ...]

    # --- the questionnaire ---

    @property
    def levels(self) -> range:
        """Return the levels that can be missed: 2 to the top."""
        return range(2, len(self.questionnaire["scale"]) + 1)

    @property
    def staged(self) -> bool:
        return bool(self.questionnaire["placement"].get("method", "staged") == "staged")

    @property
    def groups(self) -> list[str]:
        return [*(group["id"] for group in self.questionnaire.get("groups", [])), UNGROUPED]

    @cached_property
    def group_weights(self) -> dict[str, Fraction]:
        return {group["id"]: _weight(group) for group in self.questionnaire.get("groups", [])} | {
            UNGROUPED: Fraction(1)
        }

    @cached_property
    def ladders(self) -> dict[str, dict[str, Fraction]]:
        """Order each question's option values by their level or credit, lowest first."""
        return {question["id"]: self._ladder(question) for question in self.questionnaire["questions"]}

    def _ladder(self, question: Document) -> dict[str, Fraction]:
        options = question["options"]
        if isinstance(options, str):
            options = self.questionnaire["option_sets"][options]
        rise = "level" if _is_rubric(question) else "credit"
        return {
            str(option.get("value", option.get("level"))): _exact(option[rise])
            for option in sorted(options, key=lambda option: _exact(option[rise]))
        }

    def spoken(self, question: Document) -> list[int]:
        """Return the levels that a question speaks of."""
        return list(self.levels) if _is_rubric(question) else [question["level"]]

    def questions_of(self, dimension: Document) -> list[Document]:
        return [one for one in self.questionnaire["questions"] if one["dimension"] == dimension["id"]]

    def gates(self) -> list[tuple[Document, int]]:
        return [
            (one, level) for one in self.questionnaire["questions"] for level in sorted(one.get("gate", []))
        ]

    # --- fulfilment and aggregation ---

    def fulfilment(self, question: Document, value: str, level: int) -> Fraction | None:
        """Return F: how far an answer fulfils a level; None for n/a, unknown and levels not spoken of."""
        ladder = self.ladders[question["id"]]
        if value not in ladder or level not in self.spoken(question):
            return None
        if _is_rubric(question):
            return Fraction(1 if level <= ladder[value] else 0)
        return ladder[value]

    @cached_property
    def tally(self) -> dict[tuple[str, str], Counter[str]]:
        """Count how often each value was given, by group and question."""
        tally: dict[tuple[str, str], Counter[str]] = {}
        for answer in self.given:
            tally.setdefault((answer.group, answer.question), Counter())[answer.value] += 1
        return tally

    def votes(self, group: str, question: Document) -> Counter[str]:
        return self.tally.get((group, question["id"]), Counter())

    def group_mean(self, group: str, question: Document, level: int) -> Fraction | None:
        """Return G: the mean of F over the group's respondents who gave a value."""
        return _weighted_mean(
            (self.fulfilment(question, value, level), Fraction(count))
            for value, count in self.votes(group, question).items()
        )

    def mean(self, question: Document, level: int) -> Fraction | None:
        """Return A: the mean of the groups that have one, or what the room agreed."""
        if question["id"] in self.agreed:
            return self.fulfilment(question, self.agreed[question["id"]], level)
        return _weighted_mean(
            (self.group_mean(group, question, level), self.group_weights[group]) for group in self.groups
        )

    # --- coverage and index ---

    def dimension_coverage(self, dimension: Document, level: int) -> Fraction | None:
        return _weighted_mean((self.mean(one, level), _weight(one)) for one in self.questions_of(dimension))

    def coverage(self, level: int) -> Fraction | None:
        return _weighted_mean(
            (self.dimension_coverage(one, level), _weight(one)) for one in self.questionnaire["dimensions"]
        )

    def question_index(self, question: Document) -> Fraction | None:
        """Return the mean of A over the levels that the question speaks of, 0 to 1."""
        return _plain_mean(self.mean(question, level) for level in self.spoken(question))

    def dimension_index(self, dimension: Document) -> Fraction | None:
        """Return the index of one dimension, 0 to 100."""
        share = _weighted_mean(
            (self.question_index(one), _weight(one)) for one in self.questions_of(dimension)
        )
        return None if share is None else 100 * share

    def index(self) -> Fraction | None:
        """Return the index, 0 to 100."""
        return _weighted_mean(
            (self.dimension_index(one), _weight(one)) for one in self.questionnaire["dimensions"]
        )

    # --- gates ---

    def gate_status(self, question: Document, level: int) -> str:
        if question["id"] in self.agreed:
            return self._agreed_gate_status(question, level)
        shares = [self.gate_share(group, question, level) for group in self.groups]
        holds = [_reaches(share, HALF) for share in shares if share is not None]
        if not holds:
            return "unanswered"
        if all(holds):
            return "passes"
        return "contested" if any(holds) else "fails"

    def _agreed_gate_status(self, question: Document, level: int) -> str:
        value = self.agreed[question["id"]]
        if value == NOT_APPLICABLE:
            return "unanswered"
        fulfilment = self.fulfilment(question, value, level)
        return "passes" if fulfilment is not None and _reaches(fulfilment, HALF) else "fails"

    def gate_share(self, group: str, question: Document, level: int) -> Fraction | None:
        """Return H: like G, but who says unknown counts as one who doesn't share it."""
        sure = [
            (fulfilment, count)
            for value, count in self.votes(group, question).items()
            if (fulfilment := self.fulfilment(question, value, level)) is not None
        ]
        people = sum(count for _, count in sure) + self.votes(group, question)[UNKNOWN]
        if people == 0:
            return None
        return sum((fulfilment * count for fulfilment, count in sure), Fraction(0)) / people

    # --- level ---

    def threshold(self, level: int) -> Fraction:
        threshold = self.questionnaire["placement"]["threshold"]
        if isinstance(threshold, dict):
            return next(_exact(value) for key, value in threshold.items() if str(key) == str(level))
        return _exact(threshold)

    def level(self) -> int:
        return self._place(self.coverage, self.questionnaire["questions"], self.index)

    def dimension_level(self, dimension: Document) -> int:
        return self._place(
            lambda level: self.dimension_coverage(dimension, level),
            self.questions_of(dimension),
            lambda: self.dimension_index(dimension),
        )

    def _place(
        self,
        coverage: Callable[[int], Fraction | None],
        questions: list[Document],
        index: Callable[[], Fraction | None],
    ) -> int:
        if not self.staged:
            reached = index()
            cutoffs = [_exact(cutoff) for cutoff in self.questionnaire["placement"]["cutoffs"]]
            return 1 + sum(1 for cutoff in cutoffs if reached is not None and _reaches(reached, cutoff))
        attained = 1
        for level in self.levels:
            covered = coverage(level)
            if covered is None or not _reaches(covered, self.threshold(level)):
                break
            if any(
                self.gate_status(one, level) != "passes" for one in questions if level in one.get("gate", [])
            ):
                break
            attained = level
        return attained

    # --- between the functions ---

    def group_index(self, group: str, question: Document) -> Fraction | None:
        return _plain_mean(self.group_mean(group, question, level) for level in self.spoken(question))

    def gap(self, question: Document) -> Fraction | None:
        """Return how many levels higher the first of the compared groups sees the question."""
        if not self.questionnaire.get("compare"):
            return None
        first, second = (self.group_index(group, question) for group in self.questionnaire["compare"])
        return None if first is None or second is None else (first - second) * len(self.levels)

    def dimension_gap(self, dimension: Document) -> Fraction | None:
        return _weighted_mean((self.gap(one), _weight(one)) for one in self.questions_of(dimension))

    def cliffs_delta(self, question: Document) -> Fraction | None:
        if not self.questionnaire.get("compare") or not _is_rubric(question):
            return None
        first, second = (self.answered_levels([group], question) for group in self.questionnaire["compare"])
        if not first or not second:
            return None
        above = sum(1 for a in first for b in second if a > b)
        below = sum(1 for a in first for b in second if a < b)
        return Fraction(above - below, len(first) * len(second))

    # --- agreement and reliability ---

    def answered_levels(self, groups: Iterable[str], question: Document) -> list[int]:
        ladder = self.ladders[question["id"]]
        votes = [(value, count) for group in groups for value, count in self.votes(group, question).items()]
        return [int(ladder[value]) for value, count in votes if value in ladder for _ in range(count)]

    def agreement(self, groups: Iterable[str], question: Document) -> Fraction | None:
        if not _is_rubric(question):
            return None
        return within_group_agreement(
            self.answered_levels(groups, question), len(self.ladders[question["id"]])
        )

    def rubric_units(self) -> list[list[int]]:
        rubrics = [one for one in self.questionnaire["questions"] if _is_rubric(one)]
        return [self.answered_levels(self.groups, one) for one in rubrics]

    # --- how sure is the placement ---

    def neighbours(self, question: str, value: str) -> list[str]:
        """Return the options next to an answer; none for n/a and unknown, which stay."""
        ladder = list(self.ladders[question])
        if value not in ladder:
            return []
        place = ladder.index(value)
        return ladder[max(place - 1, 0) : place] + ladder[place + 1 : place + 2]

    def one_step_changes(self) -> list[tuple[str, _Case]]:
        """Return every case that differs by one step of one answer, with the id of the question changed."""
        changed = [
            (question, replace(self, agreed=self.agreed | {question: neighbour}))
            for question, value in self.agreed.items()
            for neighbour in self.neighbours(question, value)
        ]
        for place, answer in enumerate(self.given):
            if answer.question not in self.agreed:
                for neighbour in self.neighbours(answer.question, answer.value):
                    moved = (replace(answer, value=neighbour),)
                    given = self.given[:place] + moved + self.given[place + 1 :]
                    changed.append((answer.question, replace(self, given=given)))
        return changed

    # --- small groups ---

    def hidden_groups(self, min_group: int) -> list[str]:
        if len(self.by_group) < 2:
            return []
        return [group for group in self.groups if 0 < self.individuals.get(group, 0) < min_group]

    def withholds_combined(self, min_group: int) -> bool:
        people = sum(self.individuals[group] for group in self.hidden_groups(min_group))
        return 0 < people < min_group


# --- reading the documents ---


def _read(questionnaire: Document, answer_files: list[Document]) -> _Case:
    given: list[_Answer] = []
    agreed: dict[str, str] = {}
    individuals: Counter[str] = Counter()
    voters: Counter[str] = Counter()
    questions = [question["id"] for question in questionnaire["questions"]]
    pairs = 0
    complete = 0
    for document in answer_files:
        for group, answers in _respondents(document):
            individuals[group] += 1
            given += [_Answer(group, question, value) for question, value in answers.items()]
            pairs += len(questions)
            complete += sum(1 for value in answers.values() if value != UNKNOWN)
        if "workshop" in document:
            votes = {question: _last_votes(entry) for question, entry in document["workshop"].items()}
            settled = _agreements(document["workshop"])
            for question in settled.keys() & agreed.keys():
                if settled[question] != agreed[question]:
                    raise ValueError(f"two workshops agreed differently on {question}")
            agreed |= settled
            given += [vote for question in votes for vote in _hands(question, votes[question])]
            voters += _people(votes)
            pairs += len(questions)
            complete += sum(1 for one in questions if _is_settled(settled.get(one), votes.get(one, {})))
    order = [*(group["id"] for group in questionnaire.get("groups", [])), UNGROUPED]
    people = individuals + voters
    return _Case(
        questionnaire=questionnaire,
        given=tuple(given),
        agreed=agreed,
        individuals=dict(individuals),
        by_group={group: people[group] for group in order if people[group] > 0},
        completeness=Fraction(complete, pairs),
        workshops=tuple(document["workshop"] for document in answer_files if "workshop" in document),
    )


def _respondents(document: Document) -> list[tuple[str, dict[str, str]]]:
    """Return group and answers of each respondent of a file; unanswered questions are left out."""
    if "workshop" in document:
        return []
    if "respondents" in document:
        entries = document["respondents"]
    else:
        entries = [{**(document.get("respondent") or {}), "answers": document.get("answers")}]
    return [(entry.get("group") or UNGROUPED, _answers(entry.get("answers") or {})) for entry in entries]


def _answers(answers: Document) -> dict[str, str]:
    values = {
        question: answer.get("value") if isinstance(answer, dict) else answer
        for question, answer in answers.items()
    }
    return {question: str(value) for question, value in values.items() if value is not None}


def _last_votes(entry: Document) -> dict[str, dict[str, int]]:
    """Return how often each value was voted in the last round, by group."""
    rounds = entry.get("rounds") or [{}]
    return {
        group: {str(value): count for value, count in votes.items()} for group, votes in rounds[-1].items()
    }


def _agreements(workshop: Document) -> dict[str, str]:
    return {
        question: str(entry["agreed"])
        for question, entry in workshop.items()
        if entry.get("agreed") is not None
    }


def _hands(question: str, votes: dict[str, dict[str, int]]) -> list[_Answer]:
    return [
        _Answer(group, question, value)
        for group, counts in votes.items()
        for value, count in counts.items()
        for _ in range(count)
    ]


def _people(votes: dict[str, dict[str, dict[str, int]]]) -> Counter[str]:
    """Return per group the most votes cast on any one question."""
    people: Counter[str] = Counter()
    for by_group in votes.values():
        people |= Counter({group: sum(counts.values()) for group, counts in by_group.items()})
    return people


def _is_settled(agreed: str | None, votes: dict[str, dict[str, int]]) -> bool:
    """Say whether a room dealt with a question: it agreed on something, or somebody voted."""
    return agreed is not None or any(count > 0 for counts in votes.values() for count in counts.values())


# --- parts of the result ---


def _blocking(case: _Case, level: int) -> Document | None:
    if level == case.levels[-1]:
        return None
    upper = level + 1
    coverage = _number(case.coverage(upper))
    if case.staged:
        open_gates = [
            question["id"]
            for question, gate in case.gates()
            if gate == upper and case.gate_status(question, gate) != "passes"
        ]
        threshold = float(case.threshold(upper))
        return {"level": upper, "coverage": coverage, "threshold": threshold, "gates": open_gates}
    cutoff = float(_exact(case.questionnaire["placement"]["cutoffs"][level - 1]))
    index = _number(case.index())
    return {
        "level": upper,
        "coverage": coverage,
        "threshold": None,
        "gates": [],
        "index": index,
        "cutoff": cutoff,
    }


def _dimension(case: _Case, dimension: Document, hidden: list[str], *, withheld: bool) -> Document:
    gap_hidden = _compares_any(case, hidden)
    return {
        "id": dimension["id"],
        "level": None if withheld else case.dimension_level(dimension),
        "index": None if withheld else _number(case.dimension_index(dimension)),
        "coverage": None
        if withheld
        else _by_level(case.levels, lambda level: case.dimension_coverage(dimension, level)),
        "gap": None if gap_hidden else _number(case.dimension_gap(dimension)),
    }


def _question(case: _Case, question: Document, hidden: list[str], *, withheld: bool) -> Document:
    gap_hidden = _compares_any(case, hidden)
    groups = [group for group in case.groups if group != UNGROUPED or group in case.by_group]
    return {
        "id": question["id"],
        "index": None if withheld else _number(case.question_index(question)),
        "gap": None if gap_hidden else _number(case.gap(question)),
        "cliffs_delta": None if gap_hidden else _number(case.cliffs_delta(question)),
        "agreement": {"all": None if withheld else _number(case.agreement(case.groups, question))}
        | {
            group: None if group in hidden else _number(case.agreement([group], question)) for group in groups
        },
        "counts": {
            group: dict(case.votes(group, question))
            for group in case.groups
            if group not in hidden and case.votes(group, question)
        },
        "rounds": _rounds([workshop.get(question["id"], {}) for workshop in case.workshops]),
        "agreed": case.agreed.get(question["id"]),
        "parked": any(workshop.get(question["id"], {}).get("parked") for workshop in case.workshops),
    }


def _rounds(entries: list[Document]) -> list[Document]:
    """Return the rounds of all rooms together; a room that needed fewer repeats its first at the start."""
    rooms = [list(entry["rounds"]) for entry in entries if entry.get("rounds")]
    for room in rooms:
        while len(room) < max(len(other) for other in rooms):
            room.insert(0, room[0])
    together: list[Document] = []
    for at_once in zip(*rooms, strict=True):
        hands: dict[str, Counter[str]] = defaultdict(Counter)
        for votes in at_once:
            for group, counts in votes.items():
                for value, count in counts.items():
                    hands[group] += Counter({str(value): count})
        together.append({group: dict(counts) for group, counts in hands.items() if counts})
    return together


def _compares_any(case: _Case, hidden: list[str]) -> bool:
    return any(group in hidden for group in case.questionnaire.get("compare", []))


def _one_step(case: _Case) -> Document:
    level = case.level()
    moves = [(question, changed.level()) for question, changed in case.one_step_changes()]
    movers = {question for question, moved in moves if moved != level}
    return {
        "changes": len(moves),
        "up": sum(1 for _, moved in moves if moved > level),
        "down": sum(1 for _, moved in moves if moved < level),
        "questions": [one["id"] for one in case.questionnaire["questions"] if one["id"] in movers],
        "verdict": "borderline" if movers else "stable",
    }


# --- arithmetic ---


def _exact(number: float | str) -> Fraction:
    return Fraction(str(number))


def _number(figure: Fraction | None) -> float | None:
    return None if figure is None else float(figure)


def _by_level(levels: Iterable[int], figure: Callable[[int], Fraction | None]) -> dict[str, float | None]:
    return {str(level): _number(figure(level)) for level in levels}


def _weight(item: Document) -> Fraction:
    return _exact(item.get("weight", 1))


def _is_rubric(question: Document) -> bool:
    return bool(question.get("kind", "rubric") == "rubric")


def _reaches(figure: Fraction, bound: Fraction) -> bool:
    return figure >= bound - TOLERANCE


def _weighted_mean(items: Iterable[tuple[Fraction | None, Fraction]]) -> Fraction | None:
    """Return the weighted mean of the figures that exist; None where none does."""
    existing = [(figure, weight) for figure, weight in items if figure is not None]
    if not existing:
        return None
    weights = sum((weight for _, weight in existing), Fraction(0))
    return sum((figure * weight for figure, weight in existing), Fraction(0)) / weights


def _plain_mean(figures: Iterable[Fraction | None]) -> Fraction | None:
    return _weighted_mean((figure, Fraction(1)) for figure in figures)
