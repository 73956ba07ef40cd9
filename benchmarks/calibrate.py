"""How often the built-in questionnaires place an organisation right, by simulation: make calibrate.

Prints the tables of docs/method.md, in Markdown. The threshold and the number of gates were chosen from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from simulation import Trial, answers, counted, lacking_a_trait, of_any_maturity, of_known_level

from alignment_maturity.kernel.instrument import Integers

SEED = 20_261_122
EACH = 2000
"""Organisations drawn at each level."""

ALONG = 5000
"""Organisations drawn all along the scale."""

RESPONDENTS = ((8, 0.5), (8, 1.0), (40, 1.0), (1, 0.5), (1, 1.0))
"""How many answer, and by how many levels an answer scatters."""

ONE_A_LEVEL = [
    ("buyer-personas", 2),
    ("data-exchange", 3),
    ("one-environment", 4),
    ("resource-allocation", 5),
]
TWO_MORE = [("lead-qualification", 3), ("system-use", 4)]
NINE_MORE = [
    *TWO_MORE,
    ("leadership-role", 2),
    ("customer-voice", 2),
    ("service-agreement", 3),
    ("meetings", 3),
    ("automation", 4),
    ("role-clarity", 5),
    ("incentives", 5),
]


@dataclass(frozen=True)
class Outcome:
    """Shares of organisations placed right, at most one level off, too low, too high."""

    right: float
    near: float
    low: float
    high: float


def placed(trial: Trial, people: int, scatter: float, *, each: int = EACH, leaning: float = 0.0) -> Outcome:
    """Return how organisations of every known level are placed, each level counting equally."""
    return placed_by_each([trial], people, scatter, each=each, leaning=leaning)[0]


def placed_by_each(
    trials: Sequence[Trial], people: int, scatter: float, *, each: int = EACH, leaning: float = 0.0
) -> list[Outcome]:
    """Return how several trials of one questionnaire place the same organisations by the same answers."""
    draws = np.random.default_rng(SEED)
    first = trials[0]
    missed: list[list[Integers]] = [[] for _ in trials]
    for level in range(1, first.encoding.questionnaire.top + 1):
        aspects = of_known_level(first, level, each, draws)
        tally = counted(first, answers(aspects, people, scatter, draws, leaning=leaning))
        for found, trial in zip(missed, trials, strict=True):
            found.append(trial.levels(tally) - level)
    return [_outcome(np.concatenate(found)) for found in missed]


def placed_without_a_trait(trial: Trial, people: int, scatter: float, *, each: int = EACH) -> Outcome:
    """Return how organisations that lack one deciding trait of the next level are placed."""
    draws = np.random.default_rng(SEED)
    missed = []
    for level in range(1, trial.encoding.questionnaire.top):
        aspects = lacking_a_trait(trial, level, each, draws)
        chosen = answers(aspects, people, scatter, draws)
        missed.append(trial.levels(counted(trial, chosen)) - level)
    return _outcome(np.concatenate(missed))


def agreement(
    whole: Trial, part: Trial, people: int, *, others: bool = False, number: int = ALONG
) -> Outcome:
    """Return how the part places organisations, compared with the whole.

    Both are answered by the same people, who answer once, or the part by as many `others`.
    """
    draws = np.random.default_rng(SEED)
    questions = whole.encoding.questions
    aspects = of_any_maturity(whole, number, draws)
    chosen = answers(aspects, people, 0.5, draws, habit=0.3)
    rows = [questions.index(question) for question in part.encoding.questions]
    of_whole = whole.levels(counted(whole, chosen))
    if others:
        chosen = answers(aspects, people, 0.5, draws, habit=0.3)
    of_part = part.levels(counted(part, chosen[:, rows]))
    return _outcome(of_part - of_whole)


def _outcome(missed: Integers) -> Outcome:
    return Outcome(
        right=float((missed == 0).mean()),
        near=float((abs(missed) <= 1).mean()),
        low=float((missed < 0).mean()),
        high=float((missed > 0).mean()),
    )


def main() -> None:
    """Print every table."""
    full, quick = Trial.of("full"), Trial.of("quick")
    for heading, lines in (
        ("How often the level is right, and at most one off", _promise({"full": full, "quick": quick})),
        ("The threshold, `full`", _thresholds(full)),
        ("The number of gates, `full`", _gates(full)),
        ("Everybody sees everything higher, 8 people, scatter 0.5, `full`", _leanings(full)),
        ("`quick` compared with `full`", _agreements(full, quick)),
    ):
        print(f"\n{heading}\n")
        print("\n".join(lines))


def _promise(trials: dict[str, Trial]) -> Iterator[str]:
    yield from _header("questionnaire", _scenarios())
    for name, trial in trials.items():
        outcomes = [placed(trial, *scenario) for scenario in RESPONDENTS]
        yield _row(f"`{name}`", (f"{_percent(found.right)} / {_percent(found.near)}" for found in outcomes))


def _thresholds(trial: Trial) -> Iterator[str]:
    yield from _header("threshold", _scenarios())
    thresholds = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
    outcomes = _by_scenario([trial.at(threshold) for threshold in thresholds])
    for threshold, found in zip(thresholds, outcomes, strict=True):
        yield _row(f"{threshold}", (_percent(outcome.right) for outcome in found))


def _gates(trial: Trial) -> Iterator[str]:
    nine = [
        (question.id, level) for question in trial.encoding.questionnaire.questions for level in question.gate
    ]
    yield from _header("gates", [*_scenarios(), "one trait missing, 8, scatter 0.5"])
    none: list[tuple[str, int]] = []
    sets = (none, ONE_A_LEVEL, nine, nine + TWO_MORE, nine + NINE_MORE)
    tried = [trial.gated(gates) for gates in sets]
    for gates, one, found in zip(sets, tried, _by_scenario(tried), strict=True):
        outcomes = [*found, placed_without_a_trait(one, 8, 0.5)]
        yield _row(f"{len(gates)}", (_percent(outcome.right) for outcome in outcomes))


def _leanings(trial: Trial) -> Iterator[str]:
    columns = ["right", "too low", "too high", "at most one off", "right, threshold 0.6"]
    yield from _header("everybody higher by", columns)
    for leaning in (0.0, 0.25, 0.5, 0.75, 1.0):
        found = placed(trial, 8, 0.5, leaning=leaning)
        higher = placed(trial.at(0.6), 8, 0.5, leaning=leaning)
        shares = (found.right, found.low, found.high, found.near, higher.right)
        yield _row(f"{leaning} levels", map(_percent, shares))


def _agreements(whole: Trial, part: Trial) -> Iterator[str]:
    columns = ["same level", "at most one off", "same level, other people", "at most one off, other people"]
    yield from _header("respondents", columns)
    for people in (1, 8, 40):
        found = [agreement(whole, part, people, others=others) for others in (False, True)]
        yield _row(f"{people}", map(_percent, (share for each in found for share in (each.right, each.near))))


def _by_scenario(trials: Sequence[Trial]) -> Iterator[tuple[Outcome, ...]]:
    """Go through trials of one questionnaire, with the outcome of each scenario."""
    return zip(*(placed_by_each(trials, *scenario) for scenario in RESPONDENTS), strict=True)


def _scenarios() -> list[str]:
    return [f"{people}, scatter {scatter}" for people, scatter in RESPONDENTS]


def _header(first: str, others: Iterable[str]) -> Iterator[str]:
    columns = [first, *others]
    yield "| " + " | ".join(columns) + " |"
    yield "| " + " | ".join(["---"] * len(columns)) + " |"


def _row(first: str, others: Iterable[str]) -> str:
    return "| " + " | ".join([first, *others]) + " |"


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%"


if __name__ == "__main__":
    main()
