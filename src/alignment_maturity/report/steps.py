"""The actions of the plan: what they lead to, each in full, and what else is worth doing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.language import worksheets
from alignment_maturity.model.questionnaire import WORKSHEETS
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
from alignment_maturity.report.matrix import optional
from alignment_maturity.report.placement import blocking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignment_maturity.report.voice import Voice
    from alignment_maturity.result import Step

MOST_CARDS = 7
CARDS_BEFORE_TABLE = 6


def steps(voice: Voice) -> Steps:
    """Build the section on the plan or, at the top of the scale, on what keeps the level."""
    plan = voice.result.plan
    here, further = _divided(plan.steps)
    return Steps(
        heading=_heading(voice),
        warning=planned.outcome(voice.result, voice.lang) if plan.out_of_reach else (),
        lead=_lead(voice),
        blocks=_blocks(voice),
        cards=tuple(_card(voice, step) for step in here),
        more=_more(voice, further) if further else None,
        optional=optional(voice),
        documents=_documents(voice),
        keeps=_keeps(voice),
    )


def further_steps(voice: Voice) -> FurtherSteps | None:
    """Build the appendix with the cards that the main pages have no room for; None where there are none."""
    _, further = _divided(voice.result.plan.steps)
    if not further:
        return None
    ends = {"first": further[0].rank, "last": further[-1].rank}
    return FurtherSteps(
        heading=Heading(
            "further-steps", voice.say("label-further"), voice.count("further", len(further), **ends)
        ),
        lead=voice.say("further-lead"),
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
    if transition is None:
        return voice.say("steps-bare", level=target)
    if target == level and voice.result.priority_in_place(level - 1):
        return voice.count("steps-after-priority", len(voice.result.plan.steps), level=level)
    priority = _uncapitalised(voice.text(transition.priority).removesuffix("."))
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
        anchor=_anchor(step),
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


def _anchor(step: Step) -> str:
    return f"action-{step.rank}"


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
        anchor=_anchor(step),
        cells=(
            Cell(voice.owner(step.action.owner)),
            Cell(voice.effort(step.action.effort)),
            Cell(voice.period(step)),
        ),
    )


def _documents(voice: Voice) -> EntryTable | None:
    """List the worksheets of the plan: what each is for, which actions rest on it, how to make it."""
    steps_taken = voice.result.plan.steps
    needed = [name for name in WORKSHEETS if any(name in step.action.worksheets for step in steps_taken)]
    if not needed:
        return None
    return EntryTable(
        caption=voice.say("documents"),
        lead=voice.say("documents-lead"),
        head=voice.say("document"),
        columns=(voice.say("document-actions"), voice.say("document-command")),
        groups=(EntryGroup("", "", tuple(_document(voice, name) for name in needed)),),
    )


def _document(voice: Voice, name: str) -> Entry:
    ranks = [str(step.rank) for step in voice.result.plan.steps if name in step.action.worksheets]
    return Entry(
        mark="",
        title=worksheets.title(name, voice.lang),
        tag="",
        detail=worksheets.purpose(name, voice.lang),
        anchor="",
        cells=(Cell(", ".join(ranks)),),
        command=(f"alignment-maturity worksheet {name}", voice.say("answers-file"), f"-o {name}.docx"),
    )


def _keeps(voice: Voice) -> tuple[Keep, ...]:
    results = {question.id: question for question in voice.result.questions}
    return tuple(
        Keep(
            wording.question_name(voice.result, question, voice.lang),
            voice.say(
                "keep-detail",
                mean=voice.decimal(voice.mean_level(results[question].index)),
                top=voice.questionnaire.top,
            ),
            voice.text(asked.help or asked.text),
        )
        for question in voice.result.plan.keep
        for asked in (voice.questionnaire.question_by_id[question],)
    )
