"""The cover, the page for the board, and the ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.language import long_date
from alignment_maturity.phrasing import verdict, wording
from alignment_maturity.report import charts
from alignment_maturity.report.elements.common import Block, Fact, Heading
from alignment_maturity.report.elements.placement import (
    Board,
    Cover,
    GateLabel,
    Ladder,
    LevelRow,
    Move,
)
from alignment_maturity.report.meaning import says_more, symptoms
from alignment_maturity.report.selection import widest_dimension, widest_question
from alignment_maturity.result import GateStatus

if TYPE_CHECKING:
    import datetime as dt

    from alignment_maturity.report.voice import Voice
    from alignment_maturity.result import Step

MOVES = 3


def cover(voice: Voice, date: dt.date | None) -> Cover:
    """Build the front page."""
    result = voice.result
    facts = [
        Fact(voice.say("fact-date"), long_date(date, voice.lang)) if date else None,
        Fact(voice.say("fact-wave"), result.wave) if result.wave else None,
        Fact(voice.say("fact-respondents"), voice.people()),
    ]
    return Cover(
        label=voice.text(voice.questionnaire.title),
        organisation=result.organisation,
        placement=verdict.placement(result, voice.lang),
        facts=tuple(fact for fact in facts if fact),
        drawing=charts.ladder(voice, plain=True),
    )


def board(voice: Voice) -> Board:
    """Build the page for the board."""
    result, lang = voice.result, voice.lang
    level, top = result.level, voice.questionnaire.top
    message = voice.say(
        "board", organisation=result.organisation, level=level, top=top, name=voice.level_name(level)
    )
    moves = _moves(voice)
    return Board(
        heading=Heading("board", voice.say("label-board"), message),
        lead=voice.text(voice.questionnaire.level_named(level).description),
        warning=_warning(voice),
        drawing=charts.ladder(voice),
        figures=_figures(voice),
        figures_note=voice.say("index-note-bands" if result.cutoffs else "index-note"),
        sure=Block(voice.say("sure"), verdict.confidence(result, lang)),
        blocks=blocking(voice),
        functions=Block(voice.say("functions"), _between_functions(voice)),
        moves_title=_moves_title(voice, len(moves)),
        moves=moves,
        moves_note=_moves_note(voice),
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


def _warning(voice: Voice) -> str:
    if voice.result.index is None:
        return voice.say("nothing-answered")
    return verdict.provisional(voice.result, voice.lang) or ""


def _figures(voice: Voice) -> tuple[Fact, ...]:
    result = voice.result
    overall = [
        Fact(
            voice.say("fact-level"),
            voice.say("of", figure=result.level, whole=voice.questionnaire.top),
        ),
        Fact(voice.say("fact-index"), voice.decimal(result.index, 0)),
    ]
    if len(voice.shown) + len(result.suppressed_groups) < 2:
        return tuple(overall)
    groups = [
        Fact(voice.say("fact-index-of", group=voice.column(group)), voice.decimal(index, 0))
        for group, index in result.by_group.items()
    ]
    return (*overall, *groups)


def _between_functions(voice: Voice) -> tuple[str, ...]:
    result, lang = voice.result, voice.lang
    sentences = [verdict.no_comparison(result, lang), verdict.suppression(result, lang)]
    if result.compared is not None:
        dimension, question = widest_dimension(result), widest_question(result)
        if dimension is not None and dimension.gap is not None:
            name = voice.dimension(dimension.id)
            sentences.insert(0, verdict.gap_sentence(result, name, dimension.gap, lang) + ".")
        else:
            first, second = (voice.group(group) for group in result.compared)
            sentences.insert(0, voice.say("agree", first=first, second=second))
        if question is not None and question.gap is not None:
            size = wording.levels(abs(question.gap), lang)
            sentences.insert(1, voice.say("widest-question", question=voice.question(question.id), size=size))
    return tuple(sentence for sentence in sentences if sentence)


def _moves_title(voice: Voice, number: int) -> str:
    return voice.say("moves-keep") if voice.result.blocking is None else voice.count("moves", number)


def _moves(voice: Voice) -> tuple[Move, ...]:
    result = voice.result
    if result.blocking is not None:
        return tuple(
            Move(str(step.rank), voice.text(step.action.title), _details(voice, step))
            for step in result.plan.steps[:MOVES]
        )
    return tuple(
        Move(
            str(rank),
            wording.question_name(result, question, voice.lang),
            (voice.say("keep-detail", mean=_mean(voice, question), top=voice.questionnaire.top),),
        )
        for rank, question in enumerate(result.plan.keep[:MOVES], start=1)
    )


def _moves_note(voice: Voice) -> str:
    """Say what the whole plan leads to, of which the board sees the first moves."""
    plan = voice.result.plan
    if plan.out_of_reach is not None:
        return voice.say("moves-short", level=plan.out_of_reach.level)
    ends = [step.end for step in plan.steps if step.end]
    if not ends:
        return ""
    effort, end = voice.effort(plan.effort), long_date(max(ends), voice.lang)
    return voice.count("moves-note", len(plan.steps), effort=effort, level=plan.target, end=end)


def _details(voice: Voice, step: Step) -> tuple[str, ...]:
    """Say who does an action, with what effort and when."""
    return voice.owner(step.action.owner), voice.effort(step.action.effort), voice.period(step)


def _what_keeps(voice: Voice) -> tuple[str, ...]:
    result = voice.result
    held = verdict.why_this_level(result, voice.lang)[-1]
    least = [
        f"{voice.question(question)} ({_mean(voice, question)})" for question in result.plan.keep[:MOVES]
    ]
    if least:
        return held, voice.say("least", questions=voice.listing(least), top=voice.questionnaire.top)
    return (held,) if result.combined_withheld else (held, voice.say("all-full"))


def _mean(voice: Voice, question: str) -> str:
    found = next(found for found in voice.result.questions if found.id == question)
    return voice.decimal(voice.mean_level(found.index))


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
        bar="" if figure is None else f"{100 * figure:.2f}%",
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
