"""Index and level over three or more waves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from alignment_maturity.language import dates
from alignment_maturity.phrasing.progress import wave_name
from alignment_maturity.report.charts.frame import SMALL, WIDTH, drawing
from alignment_maturity.report.drawing import (
    Drawing,
    Shape,
    circle,
    line,
    polygon,
    text,
    width_of,
    wrap,
)

if TYPE_CHECKING:
    from alignment_maturity.printing.palette import Palette
    from alignment_maturity.progress import Point, Progress
    from alignment_maturity.report.voice import Voice

_LEFT, _RIGHT, _HEAD, _GROUND = 44.0, WIDTH - 44, 30.0, 170.0
_MOST_LABELS = 8


def trend(voice: Voice, progress: Progress) -> Drawing:
    """Draw the index over time, with the name, the date and the level of each wave under it."""
    points, places = progress.trend, _places(progress.trend)
    alike = any(point.like_for_like is not None for point in points)
    shapes = [*_grid(voice), *_key(voice, alike=alike)]
    if alike:
        shapes += _line(voice.palette, places, [point.like_for_like for point in points], hollow=True)
    shapes += _line(voice.palette, places, [point.index for point in points], hollow=False)
    shapes += _figures(voice, places, points)
    same_scale = len({point.top for point in points}) == 1
    for at in _labelled(len(points)):
        shapes += _wave(voice, progress, at, places[at], same_scale=same_scale)
    told = [
        voice.say(
            "told-wave",
            wave=wave_name(wave, voice.lang),
            level=point.level,
            index=voice.decimal(point.index, 0),
        )
        for wave, point in zip(progress.waves, points, strict=True)
    ]
    return drawing(
        voice.palette,
        _GROUND + 52,
        voice.say("alt-trend", n=voice.number(len(points))),
        "; ".join(told),
        tuple(shapes),
    )


def _places(points: Sequence[Point]) -> list[float]:
    """Return where each wave stands: by its date, or evenly where one has none or they are out of order."""
    days = [point.date.toordinal() for point in points if point.date]
    apart = (_RIGHT - _LEFT) / max(len(points) - 1, 1)
    even = [_LEFT + apart * at for at in range(len(points))]
    if len(days) < len(points) or days != sorted(days) or days[0] == days[-1]:
        return even
    dated = [_LEFT + (day - days[0]) / (days[-1] - days[0]) * (_RIGHT - _LEFT) for day in days]
    close = any(after - before < 74 for before, after in pairwise(dated))
    return even if close else dated


def _labelled(number_: int) -> list[int]:
    """Return which waves have their names written: all, or as many as have room, the last always."""
    step = -(-number_ // _MOST_LABELS)
    return sorted({number_ - 1 - at for at in range(0, number_, step)})


def _at(index: float) -> float:
    return _GROUND - index / 100 * (_GROUND - _HEAD)


def _grid(voice: Voice) -> list[Shape]:
    shapes, palette = [], voice.palette
    for index in (0, 25, 50, 75, 100):
        shapes.append(
            line(_LEFT - 14, _at(index), _RIGHT + 14, _at(index), stroke=palette.line, stroke_width="0.8")
        )
        shapes.append(
            text(
                _LEFT - 20, _at(index) + 3.4, voice.decimal(index, 0), SMALL,
                fill=palette.muted, text_anchor="end",
            )
        )  # fmt: skip
    return shapes


def _key(voice: Voice, *, alike: bool) -> list[Shape]:
    words, palette = voice.say("trend-index"), voice.palette
    shapes = [
        circle(_LEFT - 8, 8, 4, fill=palette.accent),
        text(_LEFT + 2, 11.5, words, SMALL, fill=palette.ink),
    ]
    if alike:
        place = _LEFT + 2 + width_of(words, SMALL) + 26
        told = wrap(voice.say("trend-like-for-like"), SMALL, WIDTH - place - 12, 1)[0]
        shapes += [*_diamond(palette, place, 8), text(place + 10, 11.5, told, SMALL, fill=palette.ink)]
    return shapes


def _line(
    palette: Palette, places: Sequence[float], figures: Sequence[float | None], *, hollow: bool
) -> list[Shape]:
    """Draw the marks and join those of neighbouring waves."""
    known = [
        (place, _at(figure)) for place, figure in zip(places, figures, strict=True) if figure is not None
    ]
    dashes = {"stroke_dasharray": "4 3"} if hollow else {}
    ink = palette.muted if hollow else palette.accent
    shapes = [
        line(before[0], before[1], after[0], after[1], stroke=ink, stroke_width="1.8", **dashes)
        for before, after in pairwise(known)
    ]
    for place in known:
        shapes += _diamond(palette, *place) if hollow else [circle(*place, 4, fill=ink)]
    return shapes


def _diamond(palette: Palette, across: float, upwards: float) -> list[Shape]:
    corners = ((across, upwards - 5), (across + 5, upwards), (across, upwards + 5), (across - 5, upwards))
    return [polygon(corners, fill=palette.paper, stroke=palette.ink, stroke_width="1.5")]


def _figures(voice: Voice, places: Sequence[float], points: Sequence[Point]) -> list[Shape]:
    """Write the index of each wave over its mark."""
    return [
        text(
            place, _at(point.index) - 9, voice.decimal(point.index, 0), SMALL,
            fill=voice.palette.ink, font_weight="600", text_anchor="middle",
        )
        for place, point in zip(places, points, strict=True)
        if point.index is not None
    ]  # fmt: skip


def _wave(voice: Voice, progress: Progress, at: int, place: float, *, same_scale: bool) -> list[Shape]:
    """Write what a wave is called, when it was and at which level."""
    wave, point, palette = progress.waves[at], progress.trend[at], voice.palette
    key = "trend-level" if same_scale else "trend-level-of"
    lines = [voice.say(key, level=point.level, top=point.top)]
    lines += [wave.wave] if wave.wave else []
    lines += [dates.short(wave.date, voice.lang)] if wave.date else []
    room = max(2 * min(place, WIDTH - place), 60.0)
    shapes = []
    for row, words in enumerate(lines[:3]):
        shown = wrap(words, SMALL, min(room, (_RIGHT - _LEFT) / min(len(progress.waves), _MOST_LABELS)), 1)[0]
        half = width_of(shown, SMALL, bold=row == 0) / 2
        middle = min(max(place, half), WIDTH - half)
        shapes.append(
            text(
                middle, _GROUND + 17 + 13 * row, shown, SMALL, text_anchor="middle",
                fill=palette.ink if row == 0 else palette.muted, font_weight="600" if row == 0 else "400",
            )
        )  # fmt: skip
    return shapes
