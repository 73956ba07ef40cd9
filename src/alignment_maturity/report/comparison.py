"""The profile, the map of all questions and what to discuss: how the functions differ."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.phrasing import verdict, wording
from alignment_maturity.phrasing.concerns import LITTLE_AGREEMENT, WIDE_GAP, Concern, concerns, reasons
from alignment_maturity.report import charts
from alignment_maturity.report.elements.common import Cell, Heading, Row, RowGroup
from alignment_maturity.report.elements.comparison import (
    Bar,
    DimensionRow,
    Discussion,
    HeatMap,
    Mark,
    Profile,
    Topic,
)
from alignment_maturity.report.fitting import (
    LEAD,
    MILLIMETRES_A_UNIT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Setting,
    heading_height,
)
from alignment_maturity.report.selection import widest_dimension, widest_question
from alignment_maturity.report.voice import capitalised

MOST_ROOMY_COLUMNS = 6
MOST_BRIEF, MOST_BRIEF_ROWS, MOST_BRIEF_QUESTIONS = 2, 6, 8
"""Up to so many topics, dimensions without a radar and questions leave most of a page empty."""

AXIS, FIGURE = 38.0, 16.5
"""The widths of the columns of the profile's bars and figures, in millimetres."""

ROW_PADDING, TABLE_HEAD = 3.0, 24.0
"""What the lines of the profile's table take besides their words, and its title and heads, in millimetres."""

MARKS = ("first", "second")
"""What the marks of the two compared functions are called; also their class names."""

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from alignment_maturity.report.drawing import Drawing
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
    columns, drawing = _profile_columns(voice), charts.radar(voice)
    heading = Heading("profile", voice.say("label-profile"), _profile_message(voice))
    rows = tuple(_dimension_row(voice, dimension) for dimension in result.dimensions)
    if _height(heading, lead, drawing, rows) > PAGE_HEIGHT / voice.palette.breadth:
        rows = tuple(replace(row, detail="") for row in rows)
    return Profile(
        heading=heading,
        brief=drawing is None and len(rows) <= MOST_BRIEF_ROWS,
        lead=lead,
        drawing=drawing,
        caption=voice.say("profile-caption"),
        axis=voice.say("axis", top=voice.questionnaire.top) if any(row.bar for row in rows) else "",
        columns=tuple(name for name, _ in columns),
        marks=tuple(mark for _, mark in columns),
        rows=rows,
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
        brief=len(questions) <= MOST_BRIEF_QUESTIONS,
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
            Cell(str(scale.level), f"t{voice.palette.tint_of(scale.level, voice.questionnaire.top)}")
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
    return _profile_message_of_everybody(voice)


def _profile_message_of_everybody(voice: Voice) -> str:
    """Say how the dimensions stand, where no two functions are compared."""
    figures = {dimension.id: _share(dimension.index) for dimension in voice.result.dimensions}
    levels = {name: share for name, share in figures.items() if share is not None}
    if not levels:
        return _profile_message_of_group(voice)
    if len(levels) == 1:
        ((name, share),) = levels.items()
        told = wording.quoted(voice.dimension(name), voice.lang)
        mean = voice.decimal(voice.on_scale(share))
        return voice.say("profile-one", name=told, mean=mean, top=voice.questionnaire.top)
    if len(set(levels.values())) == 1:
        return voice.say("profile-even")
    lowest, highest = _ends(levels)
    if lowest and highest:
        return voice.say("profile-alone", **_strongest_and_weakest(voice, highest, lowest))
    return voice.say("profile-range", **_range(voice, levels))


def _profile_message_of_group(voice: Voice) -> str:
    """Say how the first function with figures sees the dimensions, where there are none of everybody."""
    for group in voice.shown:
        levels = {found.id: _share(found.by_group.get(group)) for found in voice.result.dimensions}
        lowest, highest = _ends(levels)
        if highest and lowest:
            named = _strongest_and_weakest(voice, highest, lowest)
            return voice.say("profile-group", group=voice.group(group), **named)
        if any(level is not None for level in levels.values()):
            return voice.say("group-range", group=voice.group(group), **_range(voice, levels))
    return voice.say("profile-withheld")


def _strongest_and_weakest(voice: Voice, highest: str, lowest: str) -> dict[str, str]:
    return {
        "strongest": wording.quoted(voice.dimension(highest), voice.lang),
        "weakest": wording.quoted(voice.dimension(lowest), voice.lang),
    }


def _heat_map_message(voice: Voice) -> str:
    figures = {question.id: question.index for question in voice.result.questions}
    if all(figure is None for figure in figures.values()):
        return _heat_map_message_of_groups(voice)
    lowest, highest = _ends(figures)
    known = [question for question, figure in figures.items() if figure is not None]
    if len(known) == 1:
        return voice.say("heat-map-one", question=voice.question(known[0]), **_range(voice, figures))
    if len({figures[question] for question in known}) == 1:
        return voice.say("heat-map-even")
    if not (lowest and highest):
        return voice.say("heat-map-range", **_range(voice, figures))
    return voice.say("heat-map", highest=voice.question(highest), lowest=voice.question(lowest))


def _heat_map_message_of_groups(voice: Voice) -> str:
    """Say what the functions see most differently, or how one of them sees it, where overall figures lack."""
    result = voice.result
    if result.compared is not None:
        widest = widest_question(result)
        if widest is not None and widest.gap is not None:
            name = wording.question_name(result, widest.id, voice.lang)
            return verdict.gap_sentence(result, name, widest.gap, voice.lang)
        first, second = (voice.group(group) for group in result.compared)
        return voice.say("heat-map-agree", first=first, second=second)
    for group in voice.shown:
        levels = {found.id: found.by_group.get(group) for found in result.questions}
        lowest, highest = _ends(levels)
        if highest and lowest:
            named = {"highest": voice.question(highest), "lowest": voice.question(lowest)}
            return voice.say("heat-map-group", group=voice.group(group), **named)
        known = [level for level in levels.values() if level is not None]
        if known:
            low, high = voice.decimal(min(known)), voice.decimal(max(known))
            return voice.say("group-range", group=voice.group(group), low=low, high=high)
    return voice.say("heat-map-withheld" if result.combined_withheld else "heat-map-nothing")


def _profile_columns(voice: Voice) -> list[tuple[str, str]]:
    """Return the heads of the profile's columns, each with the class name of its marks on the bars."""
    marks = dict(zip(voice.result.compared or (), MARKS, strict=False))
    columns = [(voice.say("dimension"), "")]
    if _has_overall(voice):
        columns += [(voice.say("dimension-level"), ""), (voice.say("everybody"), "")]
    columns += [(voice.column(group), marks.get(group, "")) for group in _apart(voice)]
    return [*columns, (voice.say("gap"), "")] if voice.result.compared else columns


def _dimension_row(voice: Voice, dimension: DimensionResult) -> DimensionRow:
    cells = []
    if _has_overall(voice):
        cells.append(Cell("–" if dimension.index is None else str(dimension.level)))
        cells.append(Cell(voice.decimal(voice.mean_level(_share(dimension.index)))))
    cells += [
        Cell(voice.decimal(voice.mean_level(_share(dimension.by_group.get(group)))))
        for group in _apart(voice)
    ]
    if voice.result.compared:
        cells.append(_gap_cell(voice, dimension.gap))
    asked = voice.questionnaire.dimension_by_id[dimension.id]
    detail = voice.text(asked.description) if len(cells) <= MOST_ROOMY_COLUMNS else ""
    return DimensionRow(voice.text(asked.name), detail, tuple(cells), _bar(voice, dimension))


def _height(heading: Heading, lead: str, drawing: Drawing | None, rows: Sequence[DimensionRow]) -> float:
    """Return how high the profile stands, in millimetres."""
    width = PAGE_WIDTH - AXIS - FIGURE * max((len(row.cells) for row in rows), default=0)
    name, detail = Setting(9.2, 1.4, width, bold=True), Setting(8, 1.45, width)
    picture = float(drawing.height) * MILLIMETRES_A_UNIT if drawing else 0.0
    table = sum(name.height(row.name) + detail.height(row.detail) + ROW_PADDING for row in rows)
    return heading_height(heading) + LEAD.height(lead) + picture + TABLE_HEAD + table


def _bar(voice: Voice, dimension: DimensionResult) -> Bar | None:
    """Return the marks of the compared functions and what lies between them, or a bar for everybody."""
    if voice.result.compared is None:
        figures = {"": dimension.index}
    else:
        pairs = zip(MARKS, voice.result.compared, strict=True)
        figures = {kind: dimension.by_group.get(group) for kind, group in pairs}
    known = {kind: figure for kind, figure in figures.items() if figure is not None}
    if not known:
        return None
    left = min(known.values()) if "" not in known else 0.0
    marks = tuple(Mark(_percent(figure), kind) for kind, figure in known.items() if kind)
    return Bar(_percent(left), _percent(max(known.values()) - left), marks)


def _percent(figure: float) -> str:
    return f"{figure:.2f}%"


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
    return Cell(voice.decimal(level), f"t{voice.palette.tint_of(level, voice.questionnaire.top)}")


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


def _ends(figures: Mapping[str, float | None]) -> tuple[str, str]:
    """Return what alone has the lowest figure and what alone the highest; nothing where several have it."""
    known = {name: figure for name, figure in figures.items() if figure is not None}
    if len(known) < 2:
        return "", ""
    ends = (min(known.values()), max(known.values()))
    lowest, highest = ([name for name, figure in known.items() if figure == end] for end in ends)
    return lowest[0] if len(lowest) == 1 else "", highest[0] if len(highest) == 1 else ""


def _range(voice: Voice, shares: Mapping[str, float | None]) -> dict[str, str]:
    """Return the lowest and the highest of some shares, as levels."""
    known = [share for share in shares.values() if share is not None]
    return {
        "low": voice.decimal(voice.on_scale(min(known))),
        "high": voice.decimal(voice.on_scale(max(known))),
    }
