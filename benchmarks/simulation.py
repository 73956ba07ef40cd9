"""Organisations and respondents drawn at random, to see how well a questionnaire places them.

Everything is drawn from one numpy generator, so that the same seed gives the same organisations. Letters of
shapes as in the kernel: O organisations, Q questions in canonical order. Levels are 1 to K.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel.instrument import NOBODY, Floats, Instrument, Integers, Tally
from alignment_maturity.kernel.placement import place
from alignment_maturity.store.questionnaires import find_questionnaire

ASPECT_SCATTER = 0.5
"""By how much the aspects of an organisation scatter around its level, in levels: 16% lie one above."""


@dataclass(frozen=True)
class Trial:
    """A questionnaire as it is tried: as it stands, or with other thresholds and gates."""

    encoding: Encoding
    instrument: Instrument

    @classmethod
    def of(cls, questionnaire: str) -> Trial:
        """Return a questionnaire as it stands, by its id or file."""
        encoding = Encoding(find_questionnaire(questionnaire).questionnaire)
        return cls(encoding, encoding.instrument)

    def at(self, threshold: float) -> Trial:
        """Return the same with another threshold."""
        thresholds = np.full_like(self.instrument.thresholds, threshold)
        return replace(self, instrument=replace(self.instrument, thresholds=thresholds))

    def gated(self, gates: Sequence[tuple[str, int]]) -> Trial:
        """Return the same with other gates."""
        rows = [(self.encoding.row[question], level - 2) for question, level in gates]
        array = np.array(rows, dtype=np.int64).reshape(-1, 2)
        return replace(self, instrument=replace(self.instrument, gates=array))

    def levels(self, tally: Tally) -> Integers:
        """Place all organisations, (O,)."""
        return place(self.instrument, tally).level


def of_known_level(trial: Trial, level: int, number: int, draws: np.random.Generator) -> Integers:
    """Return the aspects, (Q, O), of organisations that stand at a level.

    Aspects scatter around it; but whoever stands at a level has its deciding traits (the gates of the
    questionnaire) and those below, and lacks one or more of the next: that is what the level means.
    """
    top, gates = _top(trial), _gates_by_level(trial)
    scattered = level + draws.normal(0, ASPECT_SCATTER, (len(trial.encoding.questions), number))
    aspects = np.clip(np.rint(scattered), 1, top).astype(np.int64)
    for held in range(2, level + 1):
        aspects[gates[held]] = np.maximum(aspects[gates[held]], held)
    if level < top:
        complete = (aspects[gates[level + 1]] > level).all(axis=0)
        aspects[gates[level + 1][0], complete] = level
    return aspects


def lacking_a_trait(trial: Trial, level: int, number: int, draws: np.random.Generator) -> Integers:
    """Return the aspects, (Q, O), of organisations that have all of the next level but one deciding trait."""
    gates = _gates_by_level(trial)[level + 1]
    aspects = np.full((len(trial.encoding.questions), number), level + 1)
    aspects[draws.choice(gates, number), np.arange(number)] = level
    return aspects


def of_any_maturity(trial: Trial, number: int, draws: np.random.Generator) -> Floats:
    """Return the aspects, (Q, O), of organisations from all along the scale, between its levels too.

    Aspects hang together: each organisation has a maturity of its own, its dimensions differ from it by about
    0.4 of a level, and the aspects of a dimension from that by as much again.
    """
    dimensions = trial.instrument.dimension
    maturity = draws.uniform(0.5, _top(trial) + 0.5, number)
    dimension = draws.normal(0, 0.4, (dimensions.max() + 1, number))[dimensions]
    aspects: Floats = maturity + dimension + draws.normal(0, 0.4, dimension.shape)
    return aspects


def answers(  # noqa: PLR0913 - what decides an answer
    aspects: Integers | Floats,
    respondents: int,
    scatter: float,
    draws: np.random.Generator,
    *,
    top: int = 5,
    leaning: float = 0.0,
    habit: float = 0.0,
) -> Integers:
    """Return the option each respondent chooses, (P, Q, O), 0 to K - 1.

    Args:
        aspects: (Q, O) in levels.
        respondents: how many answer, P.
        scatter: standard deviation of a single answer, in levels.
        draws: where chance comes from.
        top: K.
        leaning: by how many levels everybody sees everything higher.
        habit: standard deviation of how high one person sees everything, in levels.
    """
    shape = (respondents, *aspects.shape)
    own = draws.normal(0, habit, (respondents, 1, aspects.shape[1]))
    seen = aspects + leaning + own + draws.normal(0, scatter, shape)
    return np.clip(np.rint(seen), 1, top).astype(np.int64) - 1


def counted(trial: Trial, chosen: Integers) -> Tally:
    """Count answers, (P, Q, O), given by the two compared groups in turn; one alone belongs to the first."""
    instrument = trial.instrument
    first, second = instrument.compared or (0, 0)
    options = instrument.fulfilment.shape[1]
    shape = (len(instrument.group_weight), chosen.shape[1], options + 2, chosen.shape[2])
    counts = np.zeros(shape, dtype=np.int64)
    for person, codes in enumerate(chosen):
        group = second if person % 2 else first
        for code in range(options):
            counts[group, :, code] += codes == code
    return Tally(counts, np.full(shape[1::2], NOBODY))


def _top(trial: Trial) -> int:
    return trial.encoding.questionnaire.top


def _gates_by_level(trial: Trial) -> dict[int, Integers]:
    gates = trial.encoding.instrument.gates
    return {level: gates[gates[:, 1] == level - 2, 0] for level in range(2, _top(trial) + 1)}
