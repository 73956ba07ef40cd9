"""The charts of the report, as shapes with finished coordinates.

One unit is one CSS pixel on paper. What a chart means never hangs on colour alone: attained steps carry a
tick, the two functions have marks of different shape, figures stand beside their marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from alignment_maturity import phrasing
from alignment_maturity.report.drawing import (
    Drawing,
    Shape,
    circle,
    line,
    number,
    polygon,
    rect,
    text,
    width_of,
    wrap,
)
from alignment_maturity.report.palette import PALETTE

if TYPE_CHECKING:
    from alignment_maturity.report.voice import Voice
    from alignment_maturity.result import DimensionResult

WIDTH = 660.0
SMALL = 9.5
NAME_LINES = 3
KEY_HEIGHT = 26.0
ROOMY_ROWS = 6


def ladder(voice: Voice, *, plain: bool = False, measures: bool = False) -> Drawing:
    """Draw the levels as a staircase with “you are here”.

    Args:
        plain: without words, for the cover.
        measures: with coverage against its threshold over the next step.
    """
    top, level = voice.questionnaire.top, voice.result.level
    head = 2.0 if plain else 34.0
    rise = 210.0 if plain else 100.0
    column = WIDTH / top
    ground = head + rise
    names = [] if plain else [_name_lines(voice, step, column - 8) for step in range(1, top + 1)]
    shapes: list[Shape] = []
    for step in range(1, top + 1):
        left = (step - 1) * column
        height = 26 + (rise - 26) * (step - 1) / (top - 1)
        shapes += _step(step, level, (left, ground - height, column - 4, height))
        if not plain:
            shapes += _step_name(names[step - 1], left + (column - 4) / 2, ground + 16, here=step == level)
        if step == level and not plain:
            shapes += _here(voice, left + (column - 4) / 2, ground - height)
        if measures and step == level + 1:
            shapes += _measure(voice, left + (column - 4) / 2, ground - height - 7)
    titles = {"top": top, "level": level, "name": voice.level_name(level)}
    return Drawing(
        number(WIDTH),
        number(ground if plain else ground + 8 + 13 * max(map(len, names))),
        voice.say("alt-ladder", organisation=voice.result.organisation, **titles),
        "; ".join(f"{scale.level} {voice.text(scale.name)}" for scale in voice.questionnaire.scale),
        tuple(shapes),
    )


def profile(voice: Voice) -> Drawing | None:
    """Draw the dimensions on an axis of levels; None where no figure may be shown."""
    rows = [
        (voice.dimension(dimension.id), _marks(voice, dimension)) for dimension in voice.result.dimensions
    ]
    if not any(marks for _, marks in rows):
        return None
    axis = _Axis(voice.questionnaire.top, KEY_HEIGHT if voice.result.compared else 8.0, len(rows))
    shapes = [*(_key(voice) if voice.result.compared else ()), *axis.grid(voice)]
    for place, (name, marks) in enumerate(rows):
        shapes += axis.row(voice, place, name, marks)
    told = [f"{name}: {', '.join(mark.told(voice) for mark in marks) or '–'}" for name, marks in rows]
    return Drawing(
        number(WIDTH), number(axis.ground + 22), _profile_title(voice), "; ".join(told), tuple(shapes)
    )


def chances(voice: Voice) -> Drawing | None:
    """Draw how often each level comes out of the bootstrap; None where there is none."""
    bootstrap = voice.result.confidence.bootstrap
    if bootstrap is None:
        return None
    top = voice.questionnaire.top
    column, head, height = WIDTH / top, 18.0, 54.0
    ground = head + height
    shapes: list[Shape] = []
    told = []
    for level in range(1, top + 1):
        share = bootstrap.levels.get(level, 0.0)
        left, centre = (level - 1) * column, (level - 0.5) * column - 2
        bar = max(height * share, 1.0)
        here = level == voice.result.level
        shapes.append(
            rect(left, ground - bar, column - 4, bar, fill=PALETTE.accent if here else PALETTE.tints[3])
        )
        written = voice.percent(share)
        shapes.append(
            text(
                centre, ground - bar - 5, written, SMALL,
                fill=PALETTE.ink, text_anchor="middle", font_weight="600" if here else "400",
            )
        )  # fmt: skip
        shapes.append(text(centre, ground + 14, str(level), SMALL, fill=PALETTE.muted, text_anchor="middle"))
        told.append(f"{level}: {written}")
    title = voice.say("alt-chances", resamples=phrasing.whole(bootstrap.resamples, voice.lang))
    return Drawing(number(WIDTH), number(ground + 20), title, "; ".join(told), tuple(shapes))


def _step(step: int, level: int, box: tuple[float, float, float, float]) -> list[Shape]:
    """Draw one step: filled and ticked where attained, an outline where not."""
    left, upper, width, height = box
    words = f"{step} ✓" if step <= level else str(step)
    style = {"text_anchor": "middle", "font_weight": "600"}
    if step <= level:
        fill, ink = (PALETTE.accent, PALETTE.paper) if step == level else (PALETTE.tints[2], PALETTE.ink)
        block = rect(left, upper, width, height, fill=fill)
    else:
        ink = PALETTE.muted
        block = rect(
            left + 0.5, upper + 0.5, width - 1, height - 1,
            fill=PALETTE.paper, stroke=PALETTE.muted, stroke_width="1", stroke_dasharray="3 3",
        )  # fmt: skip
    return [block, text(left + width / 2, upper + 18, words, 12, fill=ink, **style)]


def _name_lines(voice: Voice, step: int, width: float) -> tuple[str, ...]:
    return wrap(voice.level_name(step), SMALL, width, NAME_LINES, bold=step == voice.result.level)


def _step_name(lines: tuple[str, ...], centre: float, baseline: float, *, here: bool) -> list[Shape]:
    return [
        text(
            centre, baseline + 13 * row, words, SMALL,
            fill=PALETTE.ink if here else PALETTE.muted,
            font_weight="600" if here else "400", text_anchor="middle",
        )
        for row, words in enumerate(lines)
    ]  # fmt: skip


def _here(voice: Voice, centre: float, upper: float) -> list[Shape]:
    """Draw the flag over the step attained, kept inside the picture at either end."""
    words = voice.say("you-are-here")
    half = width_of(words, 10.5, bold=True) / 2 + 8
    middle = min(max(centre, half), WIDTH - half)
    return [
        rect(middle - half, upper - 32, 2 * half, 20, rx="3", fill=PALETTE.ink),
        polygon(
            ((centre - 5, upper - 12.5), (centre + 5, upper - 12.5), (centre, upper - 6)), fill=PALETTE.ink
        ),
        text(middle, upper - 18, words, 10.5, fill=PALETTE.paper, font_weight="600", text_anchor="middle"),
    ]


def _measure(voice: Voice, centre: float, baseline: float) -> list[Shape]:
    """Write over the next step how far it is: `39% / 70%`."""
    blocking = voice.result.blocking
    if blocking is None or blocking.coverage is None or blocking.threshold is None:
        return []
    share, limit = phrasing.apart(blocking.coverage, blocking.threshold, voice.lang)
    words = f"{share} / {limit}"
    return [text(centre, baseline, words, SMALL, fill=PALETTE.ink, font_weight="600", text_anchor="middle")]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A figure on the axis: of the group named or, where `group` is empty, of everybody.

    `second` tells the mark of the second function from that of the first.
    """

    level: float
    group: str = ""
    second: bool = False

    def told(self, voice: Voice) -> str:
        """Write the figure out: `Marketing 2.5`."""
        return f"{self.group} {voice.decimal(self.level)}".strip()


@dataclass(frozen=True, slots=True)
class _Axis:
    """Rows of dimensions beside an axis from 1 to `top`, `head` units under the upper edge."""

    top: int
    head: float
    rows: int

    left: ClassVar[float] = 214.0
    right: ClassVar[float] = WIDTH - 36

    @property
    def row_height(self) -> float:
        """How high a row is: less where there are many, so that the chart keeps to its page."""
        return 42.0 if self.rows <= ROOMY_ROWS else 30.0

    @property
    def ground(self) -> float:
        """Where the axis stands."""
        return self.head + self.row_height * self.rows

    def at(self, level: float) -> float:
        """Return where a level lies."""
        return self.left + (level - 1) / (self.top - 1) * (self.right - self.left)

    def grid(self, voice: Voice) -> list[Shape]:
        """Draw a line for each level and its number under it."""
        style = {"fill": PALETTE.muted, "text_anchor": "middle"}
        shapes = [
            text(
                self.left - 30,
                self.ground + 16,
                voice.say("axis"),
                SMALL,
                fill=PALETTE.muted,
                text_anchor="end",
            )
        ]
        for level in range(1, self.top + 1):
            place = self.at(level)
            shapes.append(line(place, self.head, place, self.ground, stroke=PALETTE.line, stroke_width="1"))
            shapes.append(text(place, self.ground + 16, str(level), SMALL, **style))
        return shapes

    def row(self, voice: Voice, place: int, name: str, marks: tuple[_Mark, ...]) -> list[Shape]:
        """Draw one dimension: its name, its marks and their figures."""
        middle = self.head + self.row_height * (place + 0.5)
        lines = wrap(name, 10.5, self.left - 34, 2)
        first = middle + 3.5 - 6.5 * (len(lines) - 1)
        shapes = [
            text(self.left - 30, first + 13 * row, words, 10.5, fill=PALETTE.ink, text_anchor="end")
            for row, words in enumerate(lines)
        ]
        if voice.result.compared is None:
            shapes += [
                rect(self.left, middle - 6, max(self.at(mark.level) - self.left, 1), 12, fill=PALETTE.accent)
                for mark in marks
            ]
        else:
            shapes += self._dumbbell(middle, marks)
        return shapes + self._figures(voice, middle, marks)

    def _dumbbell(self, middle: float, marks: tuple[_Mark, ...]) -> list[Shape]:
        places = sorted(self.at(mark.level) for mark in marks)
        bar = (
            [line(places[0], middle, places[-1], middle, stroke=PALETTE.muted, stroke_width="2")]
            if marks
            else []
        )
        return bar + [shape for mark in marks for shape in _marker(self.at(mark.level), middle, mark)]

    def _figures(self, voice: Voice, middle: float, marks: tuple[_Mark, ...]) -> list[Shape]:
        """Write the lower figure left of its mark and the higher one right of it."""
        levels = sorted({round(mark.level, 1) for mark in marks})
        style = {"fill": PALETTE.ink, "font_weight": "600"}
        shapes = []
        for level in levels:
            lower = len(levels) > 1 and level == levels[0]
            place = self.at(level) + (-13 if lower else 13)
            anchor = "end" if lower else "start"
            shapes.append(text(place, middle + 3.5, voice.decimal(level), SMALL, text_anchor=anchor, **style))
        return shapes


def _marker(place: float, middle: float, mark: _Mark) -> list[Shape]:
    if not mark.second:
        return [circle(place, middle, 5, fill=PALETTE.accent)]
    corners = ((place, middle - 9), (place + 9, middle), (place, middle + 9), (place - 9, middle))
    return [polygon(corners, fill="none", stroke=PALETTE.ink, stroke_width="1.8")]


def _marks(voice: Voice, dimension: DimensionResult) -> tuple[_Mark, ...]:
    if voice.result.compared is None:
        overall = dimension.index
        return () if overall is None else (_Mark(voice.on_scale(overall / 100)),)
    return tuple(
        _Mark(voice.on_scale(index / 100), voice.group(group), second=bool(second))
        for second, group in enumerate(voice.result.compared)
        if (index := dimension.by_group.get(group)) is not None
    )


def _key(voice: Voice) -> list[Shape]:
    """Draw what the two marks stand for."""
    shapes: list[Shape] = []
    place = _Axis.left
    for second, group in enumerate(voice.result.compared or ()):
        name = wrap(voice.group(group), 10.5, 190, 1)[0]
        shapes += _marker(place, 9, _Mark(1.0, second=bool(second)))
        shapes.append(text(place + 13, 12.5, name, 10.5, fill=PALETTE.ink))
        place += 13 + width_of(name, 10.5) + 26
    return shapes


def _profile_title(voice: Voice) -> str:
    top = voice.questionnaire.top
    if voice.result.compared is None:
        return voice.say("alt-profile-alone", top=top)
    first, second = (voice.group(group) for group in voice.result.compared)
    return voice.say("alt-profile", top=top, first=first, second=second)
