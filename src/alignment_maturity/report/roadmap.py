"""The plan along time: bars, the actions by horizon, the load of each owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.language import long_date
from alignment_maturity.model.questionnaire import JOINT
from alignment_maturity.phrasing import plan as planned
from alignment_maturity.report import charts
from alignment_maturity.report.charts.time_axis import later
from alignment_maturity.report.elements.common import Cell, Heading
from alignment_maturity.report.elements.plan import (
    Entry,
    EntryGroup,
    EntryTable,
    Roadmap,
)
from alignment_maturity.report.fitting import LEAD
from alignment_maturity.report.voice import capitalised
from alignment_maturity.result import HORIZONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alignment_maturity.report.drawing import Drawing
    from alignment_maturity.report.voice import Voice
    from alignment_maturity.result import Step

NEAR = 90
"""The horizon that the message of the page is about, where something ends within it."""

MOST_ROWS = 20
MOST_BRIEF = 10
NO_BREAK = "\N{NO-BREAK SPACE}"


def roadmap(voice: Voice) -> Roadmap | None:
    """Build the section on what happens when; None where there is nothing to do."""
    steps = voice.result.plan.steps
    if not steps:
        return None
    shown = steps[:MOST_ROWS] if voice.condensed else steps
    beyond = len(steps) - len(shown)
    return Roadmap(
        heading=Heading("roadmap", voice.say("label-roadmap"), _message(voice, steps)),
        brief=len(shown) <= MOST_BRIEF,
        lead=LEAD.clipped(_lead(voice, steps), 5) if voice.condensed else _lead(voice, steps),
        drawings=tuple(_drawings(voice, shown)),
        table=None if voice.condensed else _table(voice, steps),
        note=capitalised(voice.count("beyond", beyond)) if beyond else "",
    )


def _table(voice: Voice, steps: Sequence[Step]) -> EntryTable:
    return EntryTable(
        caption=voice.say("roadmap-caption"),
        lead="",
        head=voice.say("action"),
        columns=tuple(voice.say(key) for key in ("owner", "person-days", "period")),
        groups=tuple(
            EntryGroup(
                _horizon_row(voice, horizon, within, first=not place),
                _by_owner(voice, within),
                tuple(_entry(voice, step) for step in within),
            )
            for place, (horizon, within) in enumerate(_by_horizon(steps))
        ),
    )


def _message(voice: Voice, steps: Sequence[Step]) -> str:
    lang, total = voice.lang, len(steps)
    for horizon in HORIZONS:
        done = [step for step in steps if step.horizon is not None and step.horizon <= horizon]
        if len(done) == total or (done and horizon >= NEAR):
            # The last of them may end well before.
            within = planned.horizon(max(step.horizon or 0 for step in done), lang)
            key = "roadmap-all" if len(done) == total else "roadmap-some"
            message = voice.count(
                key, len(done), within=within, total=voice.number(total), effort=_effort(voice, done)
            )
            return capitalised(message)
    ends = sorted(step.end for step in steps if step.end)
    first, last = (long_date(ends[place], lang) for place in (0, -1))
    return voice.count("roadmap-later", total, first=first, last=last, effort=_effort(voice, steps))


def _lead(voice: Voice, steps: Sequence[Step]) -> str:
    start = min(step.start for step in steps if step.start)
    end = max(step.end for step in steps if step.end)
    lead = voice.count(
        "roadmap-lead", voice.result.plan.parallel,
        start=long_date(start, voice.lang), end=long_date(end, voice.lang),
    )  # fmt: skip
    shares = _by_owner(voice, steps)
    return f"{lead} {voice.say('roadmap-shares', shares=shares)}" if shares else lead


def _drawings(voice: Voice, steps: Sequence[Step]) -> Iterator[Drawing]:
    """Draw as many charts as the steps need, all of about the same height."""
    looks = _looks(voice, steps)
    axis = charts.time_axis(steps, voice.result.plan.start)
    parts = -(-len(steps) // MOST_ROWS)
    size = -(-len(steps) // parts)
    for first in range(0, len(steps), size):
        yield charts.roadmap(voice, steps[first : first + size], looks, axis)


def _looks(voice: Voice, steps: Sequence[Step]) -> dict[str, int]:
    """Give each owner the look of its bars: the compared functions, both together, then the others.

    The first three have their looks even where they own nothing, so that a bar looks alike in every report.
    """
    fixed = {owner: look for look, owner in enumerate((*voice.questionnaire.compare, JOINT))}
    fixed[JOINT] = 2
    free = [look for look in range(charts.LOOKS) if look not in fixed.values()]
    owning = dict.fromkeys(step.action.owner for step in steps)
    others = [owner for owner in owning if owner not in fixed]
    looks = fixed | {owner: free[min(at, len(free) - 1)] for at, owner in enumerate(others)}
    return {owner: look for owner, look in sorted(looks.items(), key=lambda item: item[1]) if owner in owning}


def _by_horizon(steps: Sequence[Step]) -> list[tuple[int | None, list[Step]]]:
    found = [(horizon, [step for step in steps if step.horizon == horizon]) for horizon in (*HORIZONS, None)]
    return [(horizon, within) for horizon, within in found if within]


def _horizon_row(voice: Voice, horizon: int | None, within: Sequence[Step], *, first: bool) -> str:
    told = planned.horizon(horizon, voice.lang)
    values = {
        "horizon": capitalised(told),
        "actions": voice.count("n-actions" if first else "n-more-actions", len(within)),
        "effort": _effort(voice, within),
    }
    if horizon is None:
        return voice.say("horizon-row-later", **values)
    date = long_date(later(voice.result.plan.start, horizon), voice.lang)
    return voice.say("horizon-row", date=date, **values)


def _entry(voice: Voice, step: Step) -> Entry:
    return Entry(
        mark=str(step.rank),
        title=voice.text(step.action.title),
        tag="",
        detail="",
        anchor=voice.card(step),
        cells=(
            Cell(voice.owner(step.action.owner)),
            Cell(voice.short(step.action.effort), "number"),
            Cell(voice.period(step)),
        ),
    )


def _by_owner(voice: Voice, steps: Sequence[Step]) -> str:
    """Say who takes how much of some steps: `Sales 10, Marketing 12`; nothing where one takes all."""
    shares = [
        (owner, sum(step.action.effort for step in steps if step.action.owner == owner))
        for owner in _looks(voice, steps)
    ]
    if len(shares) == 1:
        return ""
    return ", ".join(f"{voice.owner(owner)}{NO_BREAK}{voice.short(effort)}" for owner, effort in shares)


def _effort(voice: Voice, steps: Sequence[Step]) -> str:
    return voice.effort(sum(step.action.effort for step in steps))
