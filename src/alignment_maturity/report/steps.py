"""What blocks the next level and the actions that lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity import phrasing
from alignment_maturity.report.elements import Block, Card, Cell, Fact, Heading, Keep, Row, Steps
from alignment_maturity.report.placement import blocking, points, weeks
from alignment_maturity.report.selection import least_fulfilled

if TYPE_CHECKING:
    from alignment_maturity.report.voice import Voice
    from alignment_maturity.result import NextStep

MOST_CARDS = 7
CARDS_BEFORE_TABLE = 6
KEEPS = 5


def steps(voice: Voice) -> Steps:
    """Build the section on the next step or, at the top of the scale, on what keeps it."""
    result = voice.result
    taken = result.next_steps
    number = len(taken) if len(taken) <= MOST_CARDS else CARDS_BEFORE_TABLE
    top = result.blocking is None
    return Steps(
        heading=_heading(voice),
        lead=_lead(voice),
        blocks=Block("", ()) if top else blocking(voice),
        priority=_priority(voice),
        cards_title=voice.say("cards") if taken else "",
        cards=tuple(_card(voice, step) for step in taken[:number]),
        more_title=voice.say("more"),
        more_columns=tuple(voice.say(key) for key in ("action", "owner", "effort-label", "weeks-label")),
        more=tuple(_row(voice, step) for step in taken[number:]),
        keeps=_keeps(voice) if top else (),
    )


def _heading(voice: Voice) -> Heading:
    blocking_ = voice.result.blocking
    if blocking_ is None:
        return Heading("steps", voice.say("label-keep"), voice.say("steps-keep"))
    transition = voice.questionnaire.transition_from(voice.result.level)
    if transition is None:
        message = voice.say("steps-bare", level=blocking_.level)
    else:
        priority = voice.text(transition.priority).removesuffix(".")
        message = voice.say("steps", level=blocking_.level, priority=_uncapitalised(priority))
    return Heading("steps", voice.say("label-steps"), message)


def _uncapitalised(sentence: str) -> str:
    """Let a sentence go on after a colon; an abbreviation keeps its capitals."""
    if sentence[1:2].isupper():
        return sentence
    return sentence[:1].lower() + sentence[1:]


def _lead(voice: Voice) -> str:
    result = voice.result
    if result.blocking is None:
        return voice.say("keep-lead") if least_fulfilled(result, KEEPS) else voice.say("all-full")
    key = "steps-lead" if result.next_steps else "no-actions"
    return voice.say(key, level=result.blocking.level)


def _priority(voice: Voice) -> Block:
    transition = voice.questionnaire.transition_from(voice.result.level)
    if voice.result.blocking is None or transition is None:
        return Block("", ())
    sentences = (voice.text(transition.priority), voice.text(transition.why))
    title = voice.say("priority-of", level=voice.result.blocking.level)
    return Block(title, tuple(sentence for sentence in sentences if sentence))


def _card(voice: Voice, step: NextStep) -> Card:
    action = step.action
    evidence = (
        Fact(voice.say("done-when"), voice.text(action.done_when)),
        Fact(voice.say("kpi"), voice.text(action.kpi)),
    )
    return Card(
        rank=str(step.rank),
        title=voice.text(action.title),
        priority=step.priority,
        reason=_reason(voice, step),
        why=voice.text(action.why),
        steps=tuple(voice.text(step) for step in action.steps),
        facts=(
            Fact(voice.say("owner"), voice.owner(action.owner)),
            Fact(voice.say("effort-label"), phrasing.effort(action.effort, voice.lang)),
            Fact(voice.say("weeks-label"), weeks(voice, action.weeks)),
        ),
        evidence=tuple(fact for fact in evidence if fact.value),
    )


def _reason(voice: Voice, step: NextStep) -> str:
    """Say from the figures why an action is here."""
    result = voice.result
    reasons = [voice.say("reason-priority")] if step.priority else []
    if step.gates and not result.cutoffs:
        names = [voice.question(question) for question in step.gates]
        key = "reason-opens" if len(names) == 1 else "reason-opens-several"
        reasons.append(voice.say(key, gates=phrasing.first_few(names, voice.lang)))
    if round(100 * step.gain) >= 1:
        reasons.append(_gained(voice, step))
    sentence = voice.listing([reason for reason in reasons if reason] or [voice.say("reason-prepares")])
    return f"{sentence[0].upper()}{sentence[1:]}."


def _gained(voice: Voice, step: NextStep) -> str:
    """Say what an action adds; nothing where no answer gives a figure to add to.

    Nor where overall figures of questions are withheld, since one follows from the other.
    """
    if voice.result.index is None or voice.result.combined_withheld:
        return ""
    if voice.result.cutoffs:
        return voice.say("reason-index")
    return voice.say("reason-gain", points=points(voice, step.gain), level=voice.result.level + 1)


def _row(voice: Voice, step: NextStep) -> Row:
    action = step.action
    return Row(
        voice.text(action.title),
        voice.say("row-priority") if step.priority else "",
        (
            Cell(voice.owner(action.owner)),
            Cell(phrasing.effort(action.effort, voice.lang)),
            Cell(weeks(voice, action.weeks)),
        ),
    )


def _keeps(voice: Voice) -> tuple[Keep, ...]:
    return tuple(
        Keep(
            phrasing.question_name(voice.result, question.id, voice.lang),
            voice.say(
                "keep-detail",
                mean=voice.decimal(voice.mean_level(question.index)),
                top=voice.questionnaire.top,
            ),
            voice.text(asked.help or asked.text),
        )
        for question in least_fulfilled(voice.result, KEEPS)
        for asked in (voice.questionnaire.question_by_id[question.id],)
    )
