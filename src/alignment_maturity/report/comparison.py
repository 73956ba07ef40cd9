"""The profile, the map of all questions and what to discuss: how the functions differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.phrasing import verdict, wording
from alignment_maturity.phrasing.concerns import LITTLE_AGREEMENT, WIDE_GAP, Concern, concerns, reasons
from alignment_maturity.printing.palette import PALETTE
from alignment_maturity.report import charts
from alignment_maturity.report.elements.common import Cell, Heading, Row, RowGroup
from alignment_maturity.report.elements.comparison import Discussion, HeatMap, Profile, Topic
from alignment_maturity.report.selection import widest_dimension
from alignment_maturity.report.voice import capitalised

MOST_ROOMY_COLUMNS = 6
MOST_BRIEF = 2

if TYPE_CHECKING:
    from alignment_maturity.report.voice import Voice
    from alignment_maturity.result import DimensionResult, QuestionResult


def profile(voice: Voice) -> Profile:
    """Build the profile by dimension."""
    result = voice.result
    if result.compared is None:
        lead = f"{voice.say('profile-lead-alone')} {verdict.no_comparison(result, voice.lang)}"
    else:
        first, second = (voice.group(group) for group in result.compared)
        lead = voice.say("profile-lead", first=first, second=second)
    overall = _has_overall(voice)
    columns = [voice.say("dimension")]
    if overall:
        columns += [voice.say("dimension-level"), voice.say("everybody")]
    columns += [voice.column(group) for group in _apart(voice)]
    if result.compared:
        columns.append(voice.say("gap"))
    return Profile(
        heading=Heading("profile", voice.say("label-profile"), _profile_message(voice)),
        lead=lead,
        drawing=charts.profile(voice),
        caption=voice.say("profile-caption"),
        columns=tuple(columns),
        rows=tuple(_dimension_row(voice, dimension, overall=overall) for dimension in result.dimensions),
    )


def heat_map(voice: Voice) -> HeatMap:
    """Build the map of all questions."""
    result = voice.result
    overall, agreement = _has_overall(voice), _has_agreement(voice)
    columns = [voice.say("question"), *(voice.column(group) for group in _apart(voice))]
    notes = []
    if overall:
        columns.append(voice.say("everybody"))
    if result.compared:
        columns.append(voice.say("gap"))
        first, second = (voice.group(group) for group in result.compared)
        notes.append(voice.say("note-gap", first=first, second=second))
    if agreement:
        columns.append(voice.say("agreement"))
        notes.append(voice.say("note-agreement"))
    questions = {question.id: question for question in result.questions}
    return HeatMap(
        heading=Heading("heat-map", voice.say("label-heat-map"), _heat_map_message(voice)),
        lead=voice.say("heat-map-lead", top=voice.questionnaire.top),
        caption=voice.say("heat-map-caption"),
        columns=tuple(columns),
        groups=tuple(
            RowGroup(
                voice.text(dimension.name),
                tuple(
                    _question_row(voice, questions[question.id], overall=overall, agreement=agreement)
                    for question in voice.questionnaire.questions_of(dimension.id)
                ),
            )
            for dimension in voice.questionnaire.dimensions
        ),
        legend=tuple(
            Cell(str(scale.level), f"t{PALETTE.tint_of(scale.level, voice.questionnaire.top)}")
            for scale in voice.questionnaire.scale
        ),
        notes=tuple(note for note in (*notes, verdict.suppression(result, voice.lang)) if note),
    )


def discussion(voice: Voice) -> Discussion | None:
    """Build the agenda of what to discuss; None where there is nothing."""
    found = concerns(voice.result)
    if not found:
        return None
    message = voice.count("discussion", len(found))
    return Discussion(
        heading=Heading("discussion", voice.say("label-discussion"), capitalised(message)),
        brief=len(found) <= MOST_BRIEF,
        lead=voice.say("discussion-lead"),
        topics=tuple(_topic(voice, rank, concern) for rank, concern in enumerate(found, start=1)),
    )


def _topic(voice: Voice, rank: int, concern: Concern) -> Topic:
    question = voice.questionnaire.question_by_id[concern.question.id]
    return Topic(
        rank=str(rank),
        name=voice.text(question.name),
        dimension=voice.dimension(question.dimension),
        reasons=reasons(voice.result, concern, voice.lang),
        text=voice.text(question.text),
        probe=voice.text(question.probe or question.help),
    )


def _profile_message(voice: Voice) -> str:
    result = voice.result
    widest = widest_dimension(result)
    if widest is not None and widest.gap is not None:
        return verdict.gap_sentence(result, voice.dimension(widest.id), widest.gap, voice.lang)
    if result.compared is not None:
        first, second = (voice.group(group) for group in result.compared)
        return voice.say("profile-agree", first=first, second=second)
    known = [dimension for dimension in result.dimensions if dimension.index is not None]
    if not known:
        return voice.say("profile-nothing")
    if len(known) == 1:
        name = wording.quoted(voice.dimension(known[0].id), voice.lang)
        mean = voice.decimal(voice.mean_level(_share(known[0].index)))
        return voice.say("profile-one", name=name, mean=mean, top=voice.questionnaire.top)
    highest, lowest = _extremes(known)
    if highest.index == lowest.index:
        return voice.say("profile-even")
    return voice.say(
        "profile-alone",
        strongest=wording.quoted(voice.dimension(highest.id), voice.lang),
        weakest=wording.quoted(voice.dimension(lowest.id), voice.lang),
    )


def _heat_map_message(voice: Voice) -> str:
    known = [question for question in voice.result.questions if question.index is not None]
    if not known:
        if voice.result.combined_withheld:
            return voice.say("heat-map-groups", n=len(voice.result.questions))
        return voice.say("heat-map-nothing")
    highest = max(known, key=lambda question: question.index or 0.0)
    lowest = min(known, key=lambda question: question.index or 0.0)
    if highest.index == lowest.index:
        return voice.say("heat-map-even")
    return voice.say("heat-map", highest=voice.question(highest.id), lowest=voice.question(lowest.id))


def _dimension_row(voice: Voice, dimension: DimensionResult, *, overall: bool) -> Row:
    cells = []
    if overall:
        cells.append(Cell("–" if dimension.index is None else str(dimension.level)))
        cells.append(Cell(voice.decimal(voice.mean_level(_share(dimension.index)))))
    cells += [
        Cell(voice.decimal(voice.mean_level(_share(dimension.by_group.get(group)))))
        for group in _apart(voice)
    ]
    if voice.result.compared:
        cells.append(_gap_cell(voice, dimension.gap))
    asked = voice.questionnaire.dimension_by_id[dimension.id]
    roomy = len(cells) <= MOST_ROOMY_COLUMNS and len(voice.result.dimensions) <= charts.ROOMY_ROWS
    return Row(voice.text(asked.name), voice.text(asked.description) if roomy else "", tuple(cells))


def _question_row(voice: Voice, question: QuestionResult, *, overall: bool, agreement: bool) -> Row:
    cells = [_level_cell(voice, question.by_group.get(group)) for group in _apart(voice)]
    if overall:
        cells.append(_level_cell(voice, voice.mean_level(question.index)))
    if voice.result.compared:
        cells.append(_gap_cell(voice, question.gap))
    if agreement:
        figure = question.agreement.everybody
        little = figure is not None and figure < LITTLE_AGREEMENT
        cells.append(Cell(voice.decimal(figure, 2), "strong" if little else ""))
    gates = [gate.level for gate in voice.gates if gate.question == question.id]
    detail = ""
    if gates:
        key = "gate-at" if len(gates) == 1 else "gate-at-several"
        detail = voice.say(key, levels=voice.listing([str(level) for level in gates]))
    return Row(wording.question_name(voice.result, question.id, voice.lang), detail, tuple(cells))


def _level_cell(voice: Voice, level: float | None) -> Cell:
    if level is None:
        return Cell("–")
    return Cell(voice.decimal(level), f"t{PALETTE.tint_of(level, voice.questionnaire.top)}")


def _gap_cell(voice: Voice, gap: float | None) -> Cell:
    wide = gap is not None and abs(gap) >= WIDE_GAP - TOLERANCE
    return Cell(voice.decimal(gap, sign=True), "strong" if wide else "")


def _apart(voice: Voice) -> tuple[str, ...]:
    """Return the groups that have a column of their own; none where it would repeat the overall one."""
    several = len(voice.result.respondents.by_group) > 1
    return voice.shown if several else ()


def _has_overall(voice: Voice) -> bool:
    return not voice.result.combined_withheld


def _has_agreement(voice: Voice) -> bool:
    return any(question.agreement.everybody is not None for question in voice.result.questions)


def _share(index: float | None) -> float | None:
    return None if index is None else index / 100


def _extremes(known: list[DimensionResult]) -> tuple[DimensionResult, DimensionResult]:
    return (
        max(known, key=lambda dimension: dimension.index or 0.0),
        min(known, key=lambda dimension: dimension.index or 0.0),
    )
