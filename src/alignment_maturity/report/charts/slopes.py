"""The dimensions before and now, as a line for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignment_maturity.phrasing.progress import figures, wave_name
from alignment_maturity.report.charts.frame import SMALL, WIDTH, drawing
from alignment_maturity.report.drawing import Drawing, Shape, circle, line, text, wrap

if TYPE_CHECKING:
    from alignment_maturity.progress import DimensionChange, Progress
    from alignment_maturity.report.voice import Voice

_LEFT, _RIGHT = 90.0, 390.0
_HEAD = 26.0
_ROOM = 13.5
"""How far apart two labels stand at least."""

_LEAST_SPAN = 30.0


def slopes(voice: Voice, progress: Progress) -> Drawing | None:
    """Draw the index of each dimension in the two latest waves; None where none has both figures."""
    changes = [change for change in progress.dimensions if change.index.difference is not None]
    if not changes:
        return None
    ends = [
        figure
        for change in changes
        for figure in (change.index.before, change.index.after)
        if figure is not None
    ]
    low, high = _bounds(min(ends), max(ends))
    height = max(150.0, 22.0 * len(changes))
    scale = _Scale(low, high, height, 0.0)
    befores = spread([scale.at(change.index.before or 0.0) for change in changes], _ROOM)
    afters = spread([scale.at(change.index.after or 0.0) for change in changes], _ROOM)
    down = _HEAD + 8 - min(0.0, *befores, *afters)
    scale = _Scale(low, high, height + down, down)
    befores, afters = [place + down for place in befores], [place + down for place in afters]
    shapes = [*_posts(voice, progress, scale)]
    for change, left, right in zip(changes, befores, afters, strict=True):
        shapes += _slope(voice, change, scale, (left, right))
    return drawing(
        voice.palette,
        max(scale.near, *befores, *afters) + 10,
        voice.say("alt-slopes"),
        "; ".join(_told(voice, change) for change in changes),
        tuple(shapes),
    )


def spread(places: Sequence[float], room: float) -> list[float]:
    """Move places along a line until any two are `room` apart, none farther than it takes; order is kept."""
    order = sorted(range(len(places)), key=lambda at: places[at])
    groups: list[tuple[float, list[int]]] = []
    for at in order:
        groups.append((places[at], [at]))
        while (
            len(groups) > 1
            and groups[-1][0] - groups[-2][0] < room * (len(groups[-1][1]) + len(groups[-2][1])) / 2
        ):
            _, members = groups.pop()
            members = groups.pop()[1] + members
            middle = sum(places[member] for member in members) / len(members)
            groups.append((middle, members))
    moved = list(places)
    for middle, members in groups:
        for place, member in enumerate(members):
            moved[member] = middle + (place - (len(members) - 1) / 2) * room
    return moved


@dataclass(frozen=True, slots=True)
class _Scale:
    """Indexes from `low` to `high`, drawn from `near`, at the bottom, to `far`."""

    low: float
    high: float
    near: float
    far: float

    def at(self, index: float) -> float:
        return self.near + (index - self.low) / (self.high - self.low) * (self.far - self.near)


def _bounds(lowest: float, highest: float) -> tuple[float, float]:
    """Return what the scale spans: at least so much that small changes do not look large."""
    missing = max(0.0, _LEAST_SPAN - (highest - lowest)) / 2
    return lowest - missing, highest + missing


def _posts(voice: Voice, progress: Progress, scale: _Scale) -> list[Shape]:
    """Draw the two upright lines with the names of the waves over them."""
    shapes, palette = [], voice.palette
    names = [wave_name(wave, voice.lang) for wave in (progress.before, progress.after)]
    if names[0] == names[1]:
        names = [voice.say("was-here"), voice.say("is-here")]
    for place, words in zip((_LEFT, _RIGHT), names, strict=True):
        name = wrap(words, SMALL, 170, 1, bold=True)[0]
        shapes.append(line(place, _HEAD - 4, place, scale.near + 6, stroke=palette.line, stroke_width="1"))
        shapes.append(
            text(place, _HEAD - 11, name, SMALL, fill=palette.ink, font_weight="600", text_anchor="middle")
        )
    return shapes


def _slope(voice: Voice, change: DimensionChange, scale: _Scale, labels: tuple[float, float]) -> list[Shape]:
    """Draw one dimension: solid where it rose or stayed, dashed where it fell; figures at both ends."""
    before, after = scale.at(change.index.before or 0.0), scale.at(change.index.after or 0.0)
    fell, palette = change.index.fell, voice.palette
    ink = palette.ink if fell else palette.accent
    style = {"stroke": ink, "stroke_width": "1.8"} | ({"stroke_dasharray": "4 3"} if fell else {})
    written = figures(change.index, voice.lang)
    name = voice.dimension(change.id) + ("" if change.same_questions else " *")
    sign = "▼" if fell else "▲" if change.index.rose else "="
    told = wrap(f"{name} {sign} {written.difference}", SMALL, WIDTH - _RIGHT - 40, 1)[0]
    return [
        line(_LEFT, before, _RIGHT, after, **style),
        circle(_LEFT, before, 3.4, fill=ink),
        circle(_RIGHT, after, 3.4, fill=ink),
        text(_LEFT - 10, labels[0] + 3.4, written.before, SMALL, fill=palette.ink, text_anchor="end"),
        text(_RIGHT + 10, labels[1] + 3.4, written.after, SMALL, fill=palette.ink, font_weight="600"),
        text(_RIGHT + 38, labels[1] + 3.4, told, SMALL, fill=palette.ink),
    ]


def _told(voice: Voice, change: DimensionChange) -> str:
    written = figures(change.index, voice.lang)
    return voice.say(
        "told-change", name=voice.dimension(change.id), before=written.before, after=written.after
    )
