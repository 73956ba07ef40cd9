"""All organisations one by one, or of many the first and the last: as a map, and in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.language import decimal
from alignment_maturity.phrasing.concerns import WIDE_GAP
from alignment_maturity.report.drawing import number
from alignment_maturity.report.elements.common import Cell, Heading
from alignment_maturity.report.fitting import PAGE_WIDTH, Setting
from alignment_maturity.report.portfolio.data import ENDS
from alignment_maturity.report.portfolio.elements import Column, LineGroup, Section, Table, TableLine
from alignment_maturity.report.portfolio.overview import strong_and_weak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from alignment_maturity.report.portfolio.data import Band, Entry
    from alignment_maturity.report.portfolio.voice import Voice

MOST_DIMENSIONS = 12
"""Of one map; of more there are several."""

MOST_BRIEF = 12
"""Up to so many rows leave most of a page empty."""

_NAME, _FIGURE, _WIDEST = 50.0, 11.0, 24.0
"""The widths of the columns of names, of level and index, and of a dimension at most, in millimetres."""

_HEAD = Setting(8, 1.3, 0, bold=True)
_HEAD_LINES, _TURNED, _PADDING = 4, 33.0, 1.0
"""How many lines a head has at most, how long one written upwards is, and the space in a column."""

_LEGEND = (0, 25, 50, 75, 100)


def heat_map(voice: Voice, anchor: str) -> Section | None:
    """Build the map of organisations by dimensions; None where no dimension has a figure."""
    rows = voice.figures.rows
    if not any(voice.figures.dimensions):
        return None
    message = strong_and_weak(voice, "strong-weak-plain") or voice.count("map-plain", rows)
    dimensions = voice.questionnaire.dimensions
    return Section(
        style="whole-map",
        heading=Heading(anchor, voice.say("label-map"), message),
        lead=voice.say("map-lead" if voice.portfolio.listed else "map-lead-bands", n=voice.whole(rows)),
        brief=rows <= MOST_BRIEF,
        legend=tuple(Cell(str(index), _tint(voice, index)) for index in _LEGEND),
        tables=tuple(
            table
            for first in range(0, len(dimensions), MOST_DIMENSIONS)
            for table in _maps(voice, range(len(dimensions))[first : first + MOST_DIMENSIONS])
        ),
        notes=tuple(_map_notes(voice)),
    )


def roll(voice: Voice, anchor: str) -> Section:
    """Build the table of organisations with the figures of each."""
    compared, planned = voice.compared, voice.figures.effort is not None
    columns = [
        Column(voice.say("units-head-one")),
        Column(voice.say("level-head"), "number"),
        Column(voice.say("index-head"), "number"),
        Column(voice.say("completeness-head"), "number"),
        *([Column(voice.say("gap-head"), "words")] if compared else []),
        *([Column(voice.say("first-action-head"), "words")] if planned else []),
    ]
    groups = _groups(
        voice,
        lambda entry: TableLine(
            entry.organisation,
            _about(voice, entry),
            _cells(voice, entry, compared=bool(compared), planned=planned),
            _tag(voice, entry),
        ),
    )
    suffix = "" if planned else "-no-plans"
    message = (
        voice.count("list-message", voice.figures.rows)
        if voice.portfolio.listed
        else voice.say("list-message-ends", n=voice.whole(voice.figures.rows))
    )
    return Section(
        style="roll",
        heading=Heading(anchor, voice.say("label-list"), message),
        lead=voice.say(f"list-lead{suffix}"),
        brief=voice.figures.rows <= MOST_BRIEF,
        tables=(Table("roll", voice.say(f"list-caption{suffix}"), tuple(columns), groups),),
        notes=(voice.say("list-note"), *_gap_note(voice)),
    )


def _gap_note(voice: Voice) -> tuple[str, ...]:
    if voice.compared is None:
        return ()
    first, second = voice.compared
    return (voice.say("list-note-gap", first=first, second=second),)


def _maps(voice: Voice, at: range) -> Iterator[Table]:
    """Build the tables of some dimensions: of bands where not all rows are listed, and of rows."""
    columns = _map_columns(voice, at)
    if not voice.portfolio.listed:
        bands = tuple(_band(voice, rank, band, at) for rank, band in enumerate(voice.figures.bands, start=1))
        heads = (Column(voice.say("band-head")), _level_head(voice, columns), *columns)
        yield Table("map", _caption(voice, "map-caption-bands", at), heads, (LineGroup("", bands),))
    heads = (Column(voice.say("units-head-one")), _level_head(voice, columns), *columns)
    key = "map-caption" if voice.portfolio.listed else "map-caption-ends"
    groups = _groups(
        voice,
        lambda entry: TableLine(
            entry.organisation,
            entry.wave or "",
            (
                Cell(str(entry.level)),
                *_indices(voice, (entry.index, *entry.dimensions[at.start : at.stop])),
            ),
            _tag(voice, entry),
        ),
    )
    yield Table("map", _caption(voice, key, at), heads, groups)


def _level_head(voice: Voice, columns: tuple[Column, ...]) -> Column:
    return Column(voice.say("level-head"), "figure", columns[0].turned, number(_FIGURE))


def _map_columns(voice: Voice, at: range) -> tuple[Column, ...]:
    """Return the heads of the index and of the dimensions, all upwards where one has no room across."""
    width = min(_WIDEST, (PAGE_WIDTH - _NAME - 2 * _FIGURE) / len(at))
    names = [voice.text(dimension.name) for dimension in voice.questionnaire.dimensions[at.start : at.stop]]
    breadth = voice.palette.breadth
    across = Setting(_HEAD.size * breadth, _HEAD.leading, width - _PADDING, bold=True)
    turned = any(
        across.lines(name) > _HEAD_LINES or max(map(across.width_of, name.split())) > across.width
        for name in names
    )
    if turned:
        upwards = Setting(_HEAD.size * breadth, _HEAD.leading, _TURNED - 1, bold=True)
        names = [upwards.clipped(name, max(1, int(width / upwards.line))) for name in names]
    index = Column(voice.say("index-head"), "figure", turned, number(_FIGURE))
    return index, *(Column(name, "figure", turned, number(width)) for name in names)


def _caption(voice: Voice, key: str, at: range) -> str:
    """Return the title of a map, with its share of the dimensions where there are several."""
    caption, total = voice.say(key), len(voice.questionnaire.dimensions)
    if len(at) == total:
        return caption
    return voice.say("map-caption-part", caption=caption, first=at.start + 1, last=at.stop, total=total)


def _groups(voice: Voice, line: Callable[[Entry], TableLine]) -> tuple[LineGroup, ...]:
    """Return the lines of all entries, of many at either end under a heading each."""
    entries = voice.portfolio.entries
    ends = {"": entries}
    if not voice.portfolio.listed:
        ends = {voice.say("group-ahead"): entries[:ENDS], voice.say("group-behind"): entries[ENDS:]}
    return tuple(LineGroup(name, tuple(map(line, end))) for name, end in ends.items())


def _about(voice: Voice, entry: Entry) -> str:
    """Say which wave it is and how many answered."""
    people = voice.count("n-respondents", entry.respondents, n=voice.whole(entry.respondents))
    return " · ".join(filter(None, (entry.wave, people)))


def _tag(voice: Voice, entry: Entry) -> str:
    return voice.say("provisional-tag") if entry.provisional else ""


def _band(voice: Voice, rank: int, band: Band, at: range) -> TableLine:
    index = band.index
    levels = str(band.lowest)
    if band.lowest < band.highest:
        levels = f"{band.lowest}–{band.highest}"
    detail = voice.say(
        "band-detail", n=voice.whole(index.n), low=voice.index(index.least), high=voice.index(index.greatest)
    )
    cells = (Cell(levels), *_indices(voice, (index.median, *band.dimensions[at.start : at.stop])))
    return TableLine(voice.say("band", n=rank), detail, cells)


def _cells(voice: Voice, entry: Entry, *, compared: bool, planned: bool) -> tuple[Cell, ...]:
    cells = [
        Cell(str(entry.level), "number"),
        Cell(voice.index(entry.index), "number"),
        Cell(voice.percent(entry.completeness), "number"),
    ]
    if compared:
        cells.append(_gap(voice, entry))
    if planned:
        actions = voice.questionnaire.action_by_id
        cells.append(Cell(voice.text(actions[entry.actions[0]].title) if entry.actions else "–", "words"))
    return tuple(cells)


def _gap(voice: Voice, entry: Entry) -> Cell:
    if entry.gap is None or entry.gap_question is None:
        return Cell("–", "words")
    wide = abs(entry.gap) >= WIDE_GAP - TOLERANCE
    size = decimal(entry.gap, 1, voice.lang, sign=True)
    name = voice.question_name(entry.gap_question)
    return Cell(voice.say("with-number", name=name, n=size), "words strong" if wide else "words")


def _indices(voice: Voice, figures: tuple[float | None, ...]) -> tuple[Cell, ...]:
    """Return a row of indices, the first of which is that of all dimensions together."""
    return tuple(
        Cell(voice.index(figure), _tint(voice, figure) + (" whole" if not at else ""))
        for at, figure in enumerate(figures)
    )


def _tint(voice: Voice, index: float | None) -> str:
    return "" if index is None else f"t{voice.palette.tint_of(1 + index / 100, 2)}"


def _map_notes(voice: Voice) -> Iterator[str]:
    figures = voice.figures
    if any(spread is None or spread.n < figures.rows for spread in figures.dimensions):
        yield voice.say("map-note-dash")
    if not voice.portfolio.listed and figures.index is not None and figures.index.n < figures.rows:
        yield voice.say("map-note-unplaced", n=voice.whole(figures.rows - figures.index.n))
