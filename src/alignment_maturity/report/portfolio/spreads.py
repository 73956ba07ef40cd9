"""How the figures of the whole set lie: quartiles by dimension, coverage by level."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alignment_maturity.model.questionnaire import Bands
from alignment_maturity.report.charts.boxes import Axis, Box, boxes
from alignment_maturity.report.elements.common import Cell, Heading
from alignment_maturity.report.portfolio.elements import Column, LineGroup, Section, Table, TableLine
from alignment_maturity.report.portfolio.overview import divided
from alignment_maturity.report.voice import capitalised

if TYPE_CHECKING:
    from alignment_maturity.report.portfolio.data import Spread
    from alignment_maturity.report.portfolio.voice import Voice

_FIGURES = ("least", "lower", "median", "upper", "greatest")
_ENDS = ("least", "greatest")
_PAIRS = ("quartiles-head", "range-head")
_QUARTERS = (0, 0.25, 0.5, 0.75, 1)


def quartiles(voice: Voice, anchor: str) -> Section | None:
    """Build the quartiles of the index and of each dimension; None where nothing has an index."""
    index = voice.figures.index
    if index is None:
        return None
    names = [voice.text(dimension.name) for dimension in voice.questionnaire.dimensions]
    by_dimension = zip(names, voice.figures.dimensions, strict=True)
    spreads = [(voice.say("whole-index"), index), *(by_dimension if any(voice.figures.dimensions) else ())]
    measure = _Measure(100, voice.index)
    rows = [_box(voice, name, spread, measure, None) for name, spread in spreads]
    rows[0] = replace(rows[0], strong=True)
    known = [spread for _, spread in spreads if spread is not None]
    axis = Axis(
        tuple(voice.index(100 * share) for share in _QUARTERS),
        voice.say("axis-index"),
        voice.say("axis-median") if any(spread.quartered for spread in known) else "",
    )
    title = voice.say("alt-boxes")
    return Section(
        style="quartiles",
        heading=Heading(anchor, *_quartiles_head(voice)),
        lead=_lead(voice, known),
        brief=True,
        drawing=boxes(voice.palette, rows, axis, title, voice.say("no-figure")),
        tables=(_table(voice, spreads),),
    )


def coverage(voice: Voice, anchor: str) -> Section | None:
    """Build the coverage of each level and how many attain it; None where nothing has a coverage."""
    figures, questionnaire = voice.figures, voice.questionnaire
    if not any(figures.coverage):
        return None
    banded = isinstance(questionnaire.placement, Bands)
    measure = _Measure(1, voice.percent)
    rows = [
        _box(voice, _level(voice, level), spread, measure, questionnaire.threshold_of(level))
        for level, spread in zip(questionnaire.upper_levels, figures.coverage, strict=True)
    ]
    ending = "-bands" if banded else ""
    known = [spread for spread in figures.coverage if spread is not None]
    axis = Axis(
        tuple(voice.percent(share) for share in _QUARTERS),
        voice.say("axis-coverage" if banded else "axis-coverage-threshold"),
        voice.say("axis-median") if any(spread.quartered for spread in known) else "",
    )
    title = voice.say("alt-boxes-coverage")
    return Section(
        style="coverage",
        heading=Heading(anchor, voice.say("label-coverage"), _coverage_message(voice)),
        lead=voice.say(f"coverage-lead{ending}"),
        brief=True,
        drawing=boxes(voice.palette, rows, axis, title, voice.say("no-figure")),
        tables=(_levels(voice, banded=banded),),
    )


def _level(voice: Voice, level: int) -> str:
    return voice.say("level-named", level=level, name=voice.level_name(level))


def _quartiles_head(voice: Voice) -> tuple[str, str]:
    index = voice.figures.index
    if index is None or not index.quartered:
        return voice.say("label-values"), voice.say("quartiles-values")
    told = divided(voice)
    if told:
        return voice.say("label-quartiles"), told
    ends = {"lower": voice.index(index.lower), "upper": voice.index(index.upper), "those": voice.those(index)}
    if ends["lower"] == ends["upper"]:
        return voice.say("label-quartiles"), voice.say("quartiles-values")
    return voice.say("label-quartiles"), voice.say("quartiles-index", **ends)


def _lead(voice: Voice, known: list[Spread]) -> str:
    if not any(spread.quartered for spread in known):
        return voice.say("quartiles-lead-few")
    sentences = [voice.say("quartiles-lead")]
    if not all(spread.quartered for spread in known):
        sentences.append(voice.say("quartiles-lead-mixed"))
    return " ".join(sentences)


@dataclass(frozen=True, slots=True)
class _Measure:
    """What figures are: how large the whole is, and how one is written."""

    whole: float
    write: Callable[[float], str]


def _box(voice: Voice, name: str, spread: Spread | None, measure: _Measure, threshold: float | None) -> Box:
    """Return a row of a chart, for figures from nothing to the whole of their measure."""
    told = _told(voice, name, spread, measure)
    if threshold is not None:
        told = voice.say("told-threshold", told=told, threshold=measure.write(threshold))
    if spread is None:
        return Box(name, None, told, threshold=threshold)
    figure = measure.write(spread.median) if spread.quartered else ""
    return Box(name, spread.over(measure.whole), told, figure, threshold)


def _told(voice: Voice, name: str, spread: Spread | None, measure: _Measure) -> str:
    if spread is None:
        return voice.say("told-nothing", name=name)
    if not spread.quartered:
        return voice.say("told-dots", name=name, values=", ".join(map(measure.write, spread.each)))
    figures = {figure: measure.write(getattr(spread, figure)) for figure in _FIGURES}
    return voice.say("told-box", name=name, **figures)


def _table(voice: Voice, spreads: Sequence[tuple[str, Spread | None]]) -> Table:
    """Return the figures of the chart of dimensions; quartiles only where some row has them."""
    quartered = any(spread is not None and spread.quartered for _, spread in spreads)
    shown = _FIGURES if quartered else _ENDS
    columns = (
        Column(voice.say("dimension")),
        *(Column(voice.say(f"{figure}-head"), "number") for figure in shown),
        Column(voice.say("known-head"), "number"),
    )
    lines = tuple(
        TableLine(name, "", _numbers(voice, spread, shown), style="" if at else "strong")
        for at, (name, spread) in enumerate(spreads)
    )
    return Table("spread", voice.say("quartiles-caption"), columns, (LineGroup("", lines),))


def _numbers(voice: Voice, spread: Spread | None, shown: Sequence[str]) -> tuple[Cell, ...]:
    known: Sequence[str] = () if spread is None else shown if spread.quartered else _ENDS
    written = [voice.index(getattr(spread, figure)) if figure in known else "–" for figure in shown]
    return tuple(Cell(figure, "number") for figure in (*written, voice.whole(spread.n if spread else 0)))


def _levels(voice: Voice, *, banded: bool) -> Table:
    """Return, level by level, how coverage lies and how many have it and the level."""
    figures, questionnaire = voice.figures, voice.questionnaire
    quartered = any(spread is not None and spread.quartered for spread in figures.coverage)
    heads = ["median-coverage-head", "quartiles-head"] if quartered else ["range-head"]
    if not banded:
        heads = ["threshold-head", *heads, "reaching-head"]
    columns = [Column(voice.say("level-head"))]
    columns += (
        Column(voice.say(head), "number pair" if head in _PAIRS else "number")
        for head in (*heads, "attaining-head")
    )
    lines = []
    for at, level in enumerate(questionnaire.upper_levels):
        threshold = questionnaire.threshold_of(level)
        written = _coverage_figures(voice, figures.coverage[at], quartered=quartered)
        if threshold is not None:
            written = [voice.percent(threshold), *written, voice.whole(figures.reaching[at])]
        written.append(voice.whole(sum(figures.levels[level - 1 :])))
        lines.append(TableLine(_level(voice, level), "", tuple(Cell(figure, "number") for figure in written)))
    caption = voice.say("coverage-caption-bands" if banded else "coverage-caption")
    return Table("spread", caption, tuple(columns), (LineGroup("", tuple(lines)),))


def _coverage_figures(voice: Voice, spread: Spread | None, *, quartered: bool) -> list[str]:
    if spread is None:
        return ["–", "–"] if quartered else ["–"]
    if not quartered:
        low, high = voice.percent(spread.least), voice.percent(spread.greatest)
        return [low if spread.n == 1 else voice.say("pair", low=low, high=high)]
    if not spread.quartered:
        return ["–", "–"]
    low, high = voice.percent(spread.lower), voice.percent(spread.upper)
    return [voice.percent(spread.median), voice.say("pair", low=low, high=high)]


def _coverage_message(voice: Voice) -> str:
    """Say where coverage is there and the level is not, or how many attain the first level they differ on."""
    figures, levels = voice.figures, voice.questionnaire.upper_levels
    if figures.rows == 1:
        return voice.say("coverage-alone")
    attained = {level: sum(figures.levels[level - 1 :]) for level in levels}
    waiting = [
        (reaching - attained[level], -level)
        for level, reaching in zip(levels, figures.reaching, strict=False)
    ]
    most, level = max(waiting, default=(0, 0))
    if most > 0:
        return voice.say("coverage-waiting", level=-level, rows=voice.part(most))
    level = next((level for level in levels if attained[level] < figures.rows), levels[-1])
    if not attained[level]:
        return voice.say("coverage-none", level=level)
    return capitalised(voice.say("coverage-attained", level=level, rows=voice.part(attained[level])))
