"""The cover, and the ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.language import long_date
from alignment_maturity.phrasing import verdict, wording
from alignment_maturity.report import charts
from alignment_maturity.report.elements.common import Block, Fact, Heading
from alignment_maturity.report.elements.placement import Cover, GateLabel, Ladder, LevelRow
from alignment_maturity.report.fitting import Setting
from alignment_maturity.report.meaning import says_more, symptoms
from alignment_maturity.result import GateStatus

if TYPE_CHECKING:
    import datetime as dt

    from alignment_maturity.report.voice import Voice

FACT, MOST_LINES = Setting(9.2, 1.5, 165), 6
"""How a fact is set on the front page, and how many lines it has there; the page of method has all of it."""

MOST_NAMED = 3
"""How many questions with room left are named."""


def cover(voice: Voice, date: dt.date | None) -> Cover:
    """Build the front page."""
    result = voice.result
    facts = [
        Fact(voice.say("fact-date"), long_date(date, voice.lang)) if date else None,
        Fact(voice.say("fact-wave"), FACT.clipped(result.wave, 1)) if result.wave else None,
        Fact(voice.say("fact-respondents"), FACT.clipped(voice.people(), MOST_LINES)),
    ]
    return Cover(
        label=voice.text(voice.questionnaire.title),
        organisation=result.organisation,
        placement=verdict.placement(result, voice.lang),
        facts=tuple(fact for fact in facts if fact),
        drawing=charts.ladder(voice, plain=True),
    )


def ladder(voice: Voice) -> Ladder:
    """Build the section on why this level and why not the next."""
    result = voice.result
    banded = bool(result.cutoffs)
    why_not = blocking(voice)
    return Ladder(
        heading=Heading("ladder", voice.say("label-ladder"), _ladder_message(voice)),
        drawing=charts.ladder(voice, measures=True),
        why=Block(voice.say("why", level=result.level), verdict.why_this_level(result, voice.lang)),
        why_not=Block(
            voice.say("why-not", level=result.level + 1) if result.blocking else why_not.title,
            why_not.sentences,
        ),
        symptoms=None if says_more(voice) else symptoms(voice),
        caption=voice.say("levels-caption-bands" if banded else "levels-caption"),
        measure=voice.say("measure-index" if banded else "measure-coverage"),
        gates="" if banded else voice.say("gates-column"),
        rows=tuple(_level_row(voice, scale.level) for scale in voice.questionnaire.scale),
    )


def blocking(voice: Voice) -> Block:
    """Say what blocks the next level or, at the top, what keeps this one."""
    result = voice.result
    if result.blocking is None:
        return Block(voice.say("keeps", level=result.level), _what_keeps(voice))
    sentences = verdict.why_not_higher(result, voice.lang)
    return Block(voice.say("blocks", level=result.blocking.level), sentences)


def _what_keeps(voice: Voice) -> tuple[str, ...]:
    result = voice.result
    held = verdict.why_this_level(result, voice.lang)[-1]
    least = [
        f"{voice.question(question)} ({voice.mean_of(question)})"
        for question in result.plan.keep[:MOST_NAMED]
    ]
    if least:
        return held, voice.say("least", questions=voice.listing(least), top=voice.questionnaire.top)
    return (held,) if result.combined_withheld else (held, voice.say("all-full"))


def _ladder_message(voice: Voice) -> str:
    blocking = voice.result.blocking
    if blocking is None:
        return voice.say("ladder-top", top=voice.questionnaire.top)
    level = blocking.level
    if blocking.cutoff is not None:
        missing = (blocking.cutoff - (blocking.index or 0.0)) / 100
        return _short_of(voice, "ladder-index", missing, level)
    if blocking.coverage is None:
        return voice.say("ladder-unknown", level=level)
    missing = (blocking.threshold or 0.0) - blocking.coverage
    closed = len(blocking.gates)
    gates = voice.count("gates", closed)
    if missing <= TOLERANCE:
        return voice.say("ladder-gates-one" if closed == 1 else "ladder-gates", level=level, gates=gates)
    if not closed:
        return _short_of(voice, "ladder-coverage", missing, level)
    return voice.say("ladder-both", level=level, points=voice.points(missing), gates=gates)


def _short_of(voice: Voice, key: str, missing: float, level: int) -> str:
    single = round(100 * missing) <= 1
    return voice.say(f"{key}-one" if single else key, level=level, points=voice.points(missing))


def _level_row(voice: Voice, level: int) -> LevelRow:
    result = voice.result
    state = _state(voice, level)
    figure, limit = _measured(voice, level)
    measure, threshold = _measure_text(voice, level)
    return LevelRow(
        level=str(level),
        name=voice.level_name(level),
        verdict=voice.say(f"state-{state}", level=result.level + 1),
        state=state,
        here=level == result.level,
        measure=measure,
        threshold=threshold,
        bar="" if figure is None else f"{round(100 * figure)}%",
        mark="" if limit is None else f"{100 * limit:.2f}%",
        gates=tuple(
            GateLabel(
                wording.question_name(result, gate.question, voice.lang),
                verdict.gate_status(gate.status, voice.lang),
                gate.status.value,
            )
            for gate in voice.gates
            if gate.level == level
        ),
    )


def _state(voice: Voice, level: int) -> str:
    result = voice.result
    if level == 1:
        return "start"
    if level <= result.level:
        return "attained"
    if level == result.level + 1:
        return "next"
    figure, limit = _measured(voice, level)
    holds = figure is not None and limit is not None and figure >= limit - TOLERANCE
    gates = [gate for gate in result.gates if gate.level == level]
    passed = all(gate.status is GateStatus.PASSES for gate in gates)
    return "waiting" if holds and passed and not result.cutoffs else "beyond"


def _measured(voice: Voice, level: int) -> tuple[float | None, float | None]:
    """Return the figure that decides a level and what it should be, 0 to 1."""
    result = voice.result
    if level == 1:
        return None, None
    if result.cutoffs:
        return None if result.index is None else result.index / 100, result.cutoffs[level] / 100
    return result.coverage.get(level), result.thresholds.get(level)


def _measure_text(voice: Voice, level: int) -> tuple[str, str]:
    figure, limit = _measured(voice, level)
    if limit is None:
        return "–", ""
    if voice.result.cutoffs:
        return wording.points_apart(None if figure is None else 100 * figure, 100 * limit, voice.lang)
    if figure is None:
        return "–", wording.apart(0.0, limit, voice.lang)[1]
    return wording.apart(figure, limit, voice.lang)
