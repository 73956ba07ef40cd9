"""In which order to take the actions of a plan, and which others are worth doing (contract, `plan.md`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.planning.candidates import Candidates, is_done
from alignment_maturity.planning.standing import Standing, lifted

MOST_OPTIONAL = 3


def ordered(candidates: Candidates, chosen: Collection[str]) -> Iterator[str]:
    """Go through actions: prerequisites first; then priorities, openers of gates, the best gain a day."""
    waiting = set(chosen)
    while waiting:
        free = [name for name in waiting if waiting.isdisjoint(candidates.by_id[name].requires)]
        following = min(free, key=lambda name: _urgency(candidates, name))
        waiting.remove(following)
        yield following


def worth_doing(candidates: Candidates, chosen: Collection[str], after: Standing) -> tuple[str, ...]:
    """Return the best actions outside the plan, best first.

    Left out is what brings nothing closer to the next level, and what the plan makes needless: `after` is
    the standing once it is carried out.
    """
    worthwhile = [
        name
        for name, action in candidates.by_id.items()
        if name not in chosen
        and candidates.gain[name] > TOLERANCE
        and not is_done(candidates.encoding, after, action)
    ]
    return tuple(sorted(worthwhile, key=lambda name: _worth(candidates, name))[:MOST_OPTIONAL])


def _urgency(candidates: Candidates, name: str) -> tuple[bool, bool, float, str]:
    return name not in candidates.priority_of, not _opens_a_gate(candidates, name), *_worth(candidates, name)


def _worth(candidates: Candidates, name: str) -> tuple[float, str]:
    # Rounded, because equal gains may differ in their last bits.
    return -round(candidates.gain[name] / candidates.by_id[name].effort, 12), name


def _opens_a_gate(candidates: Candidates, name: str) -> bool:
    before = candidates.standing
    after = lifted(candidates.encoding.instrument, before, candidates.lifts[name])
    opened = before.closed & ~after.closed
    return bool(opened[:, : candidates.target - 1].any())
