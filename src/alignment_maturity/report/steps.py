"""The actions of the plan: what they lead to, each in full, and what else is worth doing."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from alignment_maturity.language import worksheets
from alignment_maturity.phrasing import plan as planned
from alignment_maturity.phrasing import wording
from alignment_maturity.report.elements.common import Block, Cell, Fact, Heading
from alignment_maturity.report.elements.plan import (
    Card,
    Entry,
    EntryGroup,
    EntryTable,
    FurtherSteps,
    Keep,
    Steps,
)
from alignment_maturity.report.fitting import LEAD, PAGE_HEIGHT, Setting, heading_height
from alignment_maturity.report.matrix import optional
from alignment_maturity.report.placement import blocking
from alignment_maturity.report.voice import capitalised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignment_maturity.report.voice import Voice
    from alignment_maturity.result import Step

MOST_CARDS = 7
CARDS_BEFORE_TABLE = 6
MOST_BRIEF = 3
"""Up to so many questions to keep an eye on leave most of a page empty."""

MOST_ROWS, MOST_KEEPS, MOST_WARNINGS = 25, 6, 4
"""What a page of a short report has room for at most."""

FEWEST_LINES, MOST_LINES, ANY_NUMBER = 2, 4, 100
"""To how many lines what is told of an action is cut, where there is no room for all."""

LONGEST_PRIORITY = 160
"""Characters of a priority that still makes a heading."""

NAME, OWNER, DONE = Setting(9.2, 1.4, 36), Setting(9.2, 1.4, 21), Setting(9.2, 1.4, 55)
REASON = Setting(8, 1.35, 36)
WIDE = Setting(9.2, 1.5, 160)
"""The columns of the plan on one page, and its full width."""

AROUND_ROWS, AROUND_ROW = 38.0, 2.5
"""What title, heads and note take besides the rows, and a row besides its words, in millimetres."""


def steps(voice: Voice) -> Steps:
    """Build the section on the plan or, at the top of the scale, on what keeps the level."""
    plan = voice.result.plan
    if voice.condensed:
        return _short(voice)
    here, further = _divided(plan.steps)
    keeps = _keeps(voice)
    return Steps(
        heading=_heading(voice),
        brief=not plan.steps and len(keeps) <= MOST_BRIEF and not plan.out_of_reach,
        warning=planned.outcome(voice.result, voice.lang) if plan.out_of_reach else (),
        lead=_lead(voice),
        blocks=_blocks(voice),
        cards=tuple(_card(voice, step) for step in here),
        overview=None,
        more=_more(voice, further) if further else None,
        optional=optional(voice),
        keeps=keeps,
        note="",
    )


def _short(voice: Voice) -> Steps:
    """Build the plan as a table that fits a page; what the board's page has said is left out."""
    plan, keeps = voice.result.plan, _keeps(voice)
    outcome = planned.outcome(voice.result, voice.lang)[:MOST_WARNINGS] if plan.out_of_reach else ()
    heading, lead = _heading(voice), LEAD.clipped(_lead(voice), 5)
    warning = tuple(WIDE.clipped(sentence, 2) for sentence in outcome)
    taken = heading_height(heading) + LEAD.height(lead) + sum(WIDE.height(each) + 1.5 for each in warning)
    rows = _rows(voice, PAGE_HEIGHT / voice.palette.breadth - taken - AROUND_ROWS)
    beyond = len(plan.steps) - len(rows), max(len(keeps) - MOST_KEEPS, 0)
    notes = [voice.count(key, n) for key, n in zip(("beyond", "beyond-keeps"), beyond, strict=True) if n]
    return Steps(
        heading=heading,
        brief=not plan.steps and len(keeps) <= MOST_BRIEF,
        warning=warning,
        lead=lead,
        blocks=(),
        cards=(),
        overview=_overview(voice, rows) if rows else None,
        more=None,
        optional=None,
        keeps=tuple(replace(keep, advice=WIDE.clipped(keep.advice, 2)) for keep in keeps[:MOST_KEEPS]),
        note=capitalised(" ".join(notes)),
    )


def _rows(voice: Voice, room: float) -> tuple[Entry, ...]:
    """Return the actions of the plan, cut no more than it takes to fit; else as many as do."""
    rows: list[Entry] = []
    for lines in (ANY_NUMBER, *range(MOST_LINES, FEWEST_LINES - 1, -1)):
        rows = [_row(voice, step, lines=lines) for step in voice.result.plan.steps[:MOST_ROWS]]
        if sum(map(_row_height, rows)) <= room:
            return tuple(rows)
    heights = accumulate(map(_row_height, rows))
    return tuple(row for row, height in zip(rows, heights, strict=True) if height <= room)


def _row_height(row: Entry) -> float:
    owner, _, _, done = (cell.text for cell in row.cells)
    action = NAME.height(row.title) + REASON.height(row.detail)
    return AROUND_ROW + max(action, OWNER.height(owner), 2 * DONE.line, DONE.height(done))


def _overview(voice: Voice, rows: tuple[Entry, ...]) -> EntryTable:
    keys = ("owner", "person-days", "period", "done-when")
    return EntryTable(
        caption=voice.say("overview"),
        lead="",
        head=voice.say("action"),
        columns=tuple(voice.say(key) for key in keys),
        groups=(EntryGroup("", "", rows),),
    )


def _row(voice: Voice, step: Step, *, lines: int) -> Entry:
    """Tell an action in a row of the table, each column cut to so many lines of print."""
    first_reason = planned.reason(voice.result, step, voice.lang).partition("; ")[0].removesuffix(".")
    return Entry(
        mark=str(step.rank),
        title=NAME.clipped(voice.text(step.action.title), lines),
        tag="",
        detail=REASON.clipped(f"{first_reason}.", lines),
        anchor="",
        cells=(
            Cell(OWNER.clipped(voice.owner(step.action.owner), lines + 1)),
            Cell(voice.short(step.action.effort), "number"),
            Cell(voice.period(step)),
            Cell(DONE.clipped(voice.text(step.action.done_when), lines + 1)),
        ),
    )


def further_steps(voice: Voice) -> FurtherSteps | None:
    """Build the appendix with the cards that the main pages have no room for; None where there are none."""
    _, further = _divided(voice.result.plan.steps)
    if not further or voice.condensed:
        return None
    values = {
        "first": further[0].rank,
        "last": further[-1].rank,
        "effort": voice.effort(sum(step.action.effort for step in further)),
    }
    message = voice.count("further", len(further), **values)
    return FurtherSteps(
        heading=Heading("further-steps", voice.say("label-further"), message),
        lead=voice.say("further-lead" if "roadmap" in voice.parts else "further-lead-alone"),
        cards=tuple(_card(voice, step) for step in further),
    )


def _divided(taken: tuple[Step, ...]) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Divide the steps into those for the main pages and those for the appendix."""
    number = len(taken) if len(taken) <= MOST_CARDS else CARDS_BEFORE_TABLE
    return taken[:number], taken[number:]


def _heading(voice: Voice) -> Heading:
    result, plan = voice.result, voice.result.plan
    if result.blocking is None:
        return Heading("steps", voice.say("label-keep"), voice.say("steps-keep"))
    return Heading("steps", voice.say("label-steps"), _message(voice, result.blocking.level, plan.target))


def _message(voice: Voice, level: int, target: int) -> str:
    out_of_reach = voice.result.plan.out_of_reach
    if out_of_reach is not None:
        return voice.say("steps-short", level=out_of_reach.level)
    transition = voice.questionnaire.transition_from(voice.result.level)
    priority = _uncapitalised(voice.text(transition.priority).removesuffix(".")) if transition else ""
    number = len(voice.result.plan.steps)
    if transition and target == level and voice.result.priority_in_place(level - 1):
        return voice.count("steps-after-priority", number, level=level)
    if not 0 < len(priority) <= LONGEST_PRIORITY:
        return capitalised(voice.count("steps-bare", number, level=target))
    key = "steps" if target == level else "steps-far"
    return voice.say(key, level=level, target=target, priority=priority)


def _uncapitalised(sentence: str) -> str:
    """Let a sentence go on after a colon; an abbreviation keeps its capitals."""
    if sentence[1:2].isupper():
        return sentence
    return sentence[:1].lower() + sentence[1:]


def _lead(voice: Voice) -> str:
    result, plan = voice.result, voice.result.plan
    if result.blocking is None:
        return voice.say(_keep_lead(voice))
    if plan.out_of_reach is not None:
        return ""
    sentences = [*planned.outcome(result, voice.lang)]
    if plan.target == result.blocking.level < voice.questionnaire.top:
        sentences.append(voice.say("steps-lead"))
    return " ".join(sentences)


def _keep_lead(voice: Voice) -> str:
    if voice.result.plan.keep:
        return "keep-lead"
    return "keep-lead-bare" if voice.result.combined_withheld else "all-full"


def _blocks(voice: Voice) -> tuple[Block, ...]:
    """Say what keeps the next level away, what comes first on the way, and what the least of it is."""
    result = voice.result
    if result.blocking is None:
        return ()
    # Which questions these are follows from figures that are withheld.
    shortest = planned.smallest_change(result, voice.lang)
    blocks = (
        blocking(voice),
        Block(voice.say("priority-of", level=result.blocking.level), _priorities(voice)),
        Block(voice.say("least-it-takes"), (shortest,) if shortest else ()),
    )
    return tuple(block for block in blocks if block.sentences)


def _priorities(voice: Voice) -> tuple[str, ...]:
    """Tell the priority of the next step with its reason, then those of the steps up to the target."""
    sentences = []
    for level in range(voice.result.level, voice.result.plan.target):
        transition = voice.questionnaire.transition_from(level)
        if transition is None:
            continue
        priority = voice.text(transition.priority)
        if level == voice.result.level:
            in_place = voice.result.priority_in_place(level)
            sentences += [priority, voice.say("in-place") if in_place else voice.text(transition.why)]
        else:
            told = _uncapitalised(priority.removesuffix("."))
            sentences.append(voice.say("priority-then", level=level + 1, priority=told))
    return tuple(sentence for sentence in sentences if sentence)


def _card(voice: Voice, step: Step) -> Card:
    action = step.action
    evidence = (
        Fact(voice.say("done-when"), voice.text(action.done_when)),
        Fact(voice.say("kpi"), voice.text(action.kpi)),
        Fact(
            voice.count("worksheets", len(action.worksheets)),
            voice.listing([worksheets.title(name, voice.lang) for name in action.worksheets]),
        ),
    )
    return Card(
        anchor=voice.card(step),
        rank=str(step.rank),
        title=voice.text(action.title),
        priority=step.priority_of is not None,
        reason=planned.reason(voice.result, step, voice.lang),
        why=voice.text(action.why),
        steps=tuple(voice.text(first) for first in action.steps),
        facts=tuple(_facts(voice, step)),
        evidence=tuple(fact for fact in evidence if fact.value),
    )


def _facts(voice: Voice, step: Step) -> list[Fact]:
    facts = [
        Fact(voice.say("owner"), voice.owner(step.action.owner)),
        Fact(voice.say("effort-label"), voice.effort(step.action.effort)),
        Fact(voice.say("weeks-label"), voice.weeks(step.action.weeks)),
    ]
    if step.start:
        facts.append(Fact(voice.say("period"), voice.period(step)))
    ranks = voice.prerequisites(step)
    if ranks:
        told = voice.listing([str(rank) for rank in ranks])
        facts.append(Fact(voice.say("after"), voice.count("after-ranks", len(ranks), ranks=told)))
    return facts


def _more(voice: Voice, further: Sequence[Step]) -> EntryTable:
    return EntryTable(
        caption=voice.say("more"),
        lead=voice.say("more-lead"),
        head=voice.say("action"),
        columns=tuple(voice.say(key) for key in ("owner", "effort-label", "period")),
        groups=(EntryGroup("", "", tuple(_further_entry(voice, step) for step in further)),),
    )


def _further_entry(voice: Voice, step: Step) -> Entry:
    return Entry(
        mark=str(step.rank),
        title=voice.text(step.action.title),
        tag=voice.say("row-priority") if step.priority_of is not None else "",
        detail="",
        anchor=voice.card(step),
        cells=(
            Cell(voice.owner(step.action.owner)),
            Cell(voice.effort(step.action.effort)),
            Cell(voice.period(step)),
        ),
    )


def _keeps(voice: Voice) -> tuple[Keep, ...]:
    return tuple(
        Keep(
            wording.question_name(voice.result, question, voice.lang),
            voice.say("keep-detail", mean=voice.mean_of(question), top=voice.questionnaire.top),
            voice.text(asked.help or asked.text),
        )
        for question in voice.result.plan.keep
        for asked in (voice.questionnaire.question_by_id[question],)
    )
