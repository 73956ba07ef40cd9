"""The scale as a ladder: what was attained, where the organisation stands, what each level asks for."""

from __future__ import annotations

from dataclasses import dataclass

from alignment_maturity.language import Lang, decimal, percent
from alignment_maturity.phrasing import wording
from alignment_maturity.result import Assessment


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of the scale.

    Attributes:
        attained: whether it is the level of the organisation or below.
        here: whether it is the level of the organisation.
        asked: coverage and threshold, such as `35% / 50%`, or with bands the index it starts at; empty for
            the lowest level.
    """

    level: int
    name: str
    attained: bool
    here: bool
    asked: str


def rungs(result: Assessment, lang: Lang) -> tuple[Rung, ...]:
    """Return the levels, highest first."""
    return tuple(
        Rung(
            level=level.level,
            name=level.name.in_(lang),
            attained=level.level <= result.level,
            here=level.level == result.level,
            asked=_asked(result, level.level, lang),
        )
        for level in reversed(result.questionnaire.scale)
    )


def _asked(result: Assessment, level: int, lang: Lang) -> str:
    """Say what was reached at a level and what it asks for."""
    if level in result.cutoffs:
        return decimal(result.cutoffs[level], 0, lang)
    if level not in result.thresholds:
        return ""
    share, limit = result.coverage.get(level), result.thresholds[level]
    if share is None:
        return f"– / {percent(limit, lang)}"
    return " / ".join(wording.apart(share, limit, lang))
