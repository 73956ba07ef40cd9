"""Who took part, and whose figures may be shown apart (contract, "Small groups")."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel.confidence import People
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.questionnaire import UNGROUPED
from alignment_maturity.result import Respondents


@dataclass(frozen=True)
class Disclosure:
    """Which groups may be shown apart.

    Attributes:
        respondents: everybody, by group in the order of the questionnaire.
        hidden: groups too small to be shown apart.
        combined_withheld: whether the shown groups would give the hidden ones by subtraction.
    """

    respondents: Respondents
    hidden: frozenset[str]
    combined_withheld: bool

    @property
    def shown(self) -> tuple[str, ...]:
        """Groups that took part and may be shown apart."""
        return tuple(group for group in self.respondents.by_group if group not in self.hidden)

    def combined(self, value: float) -> float | None:
        """Return a figure of all groups together, None where it is withheld or does not exist."""
        return None if self.combined_withheld else figure(value)


def figure(value: float) -> float | None:
    """Return a figure of the kernel, None where it does not exist (NaN)."""
    return None if math.isnan(value) else float(value)


def disclosure(encoding: Encoding, people: People, files: Sequence[AnswerFile], min_group: int) -> Disclosure:
    """Hide groups with fewer than `min_group` individual respondents.

    Hands shown in a workshop are open by nature, and with one group only nothing is apart.
    """
    individuals = _individuals(encoding, people)
    respondents = _respondents(encoding, individuals, files)
    small = {group: number for group, number in individuals.items() if 0 < number < min_group}
    if len(respondents.by_group) == 1 or not small:
        return Disclosure(respondents, frozenset(), combined_withheld=False)
    return Disclosure(respondents, frozenset(small), combined_withheld=sum(small.values()) < min_group)


def _individuals(encoding: Encoding, people: People) -> dict[str, int]:
    numbers = np.bincount(people.group, minlength=len(encoding.groups))
    return {group: int(number) for group, number in zip(encoding.groups, numbers, strict=True)}


def _respondents(encoding: Encoding, individuals: dict[str, int], files: Sequence[AnswerFile]) -> Respondents:
    """Count people; in a workshop, the most votes a group cast on one question."""
    numbers = dict(individuals)
    for file in files:
        if file.workshop is not None:
            most = encoding.votes([file]).counts[..., 0].sum(axis=-1).max(axis=-1)
            for group, number in zip(encoding.groups, most, strict=True):
                numbers[group] += int(number)
    order = [*encoding.questionnaire.group_by_id, UNGROUPED]
    by_group = {group: numbers[group] for group in order if numbers[group]}
    return Respondents(sum(by_group.values()), by_group)
