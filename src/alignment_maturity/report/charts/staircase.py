"""The levels as a staircase, with “you are here”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.phrasing import wording
from alignment_maturity.report.charts.frame import SMALL, WIDTH, drawing
from alignment_maturity.report.drawing import Drawing, Shape, polygon, rect, text, width_of, wrap

if TYPE_CHECKING:
    from alignment_maturity.printing.palette import Palette
    from alignment_maturity.report.voice import Voice

NAME_LINES = 3


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
        shapes += _step(voice.palette, step, level, (left, ground - height, column - 4, height))
        if not plain:
            place = left + (column - 4) / 2, ground + 16
            shapes += _step_name(voice.palette, names[step - 1], place, here=step == level)
        if step == level and not plain:
            shapes += _here(voice, left + (column - 4) / 2, ground - height)
        if measures and step == level + 1:
            shapes += _measure(voice, left + (column - 4) / 2, ground - height - 7)
    titles = {"top": top, "level": level, "name": voice.level_name(level)}
    return drawing(
        voice.palette,
        ground if plain else ground + 8 + 13 * max(map(len, names)),
        voice.say("alt-ladder", organisation=voice.result.organisation, **titles),
        "; ".join(f"{scale.level} {voice.text(scale.name)}" for scale in voice.questionnaire.scale),
        tuple(shapes),
    )


def _step(palette: Palette, step: int, level: int, box: tuple[float, float, float, float]) -> list[Shape]:
    """Draw one step: filled and ticked where attained, an outline where not."""
    left, upper, width, height = box
    words = f"{step} ✓" if step <= level else str(step)
    style = {"text_anchor": "middle", "font_weight": "600"}
    if step <= level:
        fill, ink = (palette.accent, palette.paper) if step == level else (palette.tints[2], palette.ink)
        block = rect(left, upper, width, height, fill=fill)
    else:
        ink = palette.muted
        block = rect(
            left + 0.5, upper + 0.5, width - 1, height - 1,
            fill=palette.paper, stroke=palette.muted, stroke_width="1", stroke_dasharray="3 3",
        )  # fmt: skip
    return [block, text(left + width / 2, upper + 18, words, 12, fill=ink, **style)]


def _name_lines(voice: Voice, step: int, width: float) -> tuple[str, ...]:
    return wrap(voice.level_name(step), SMALL, width, NAME_LINES, bold=step == voice.result.level)


def _step_name(
    palette: Palette, lines: tuple[str, ...], place: tuple[float, float], *, here: bool
) -> list[Shape]:
    return [
        text(
            place[0], place[1] + 13 * row, words, SMALL,
            fill=palette.ink if here else palette.muted,
            font_weight="600" if here else "400", text_anchor="middle",
        )
        for row, words in enumerate(lines)
    ]  # fmt: skip


def _here(voice: Voice, centre: float, upper: float) -> list[Shape]:
    """Draw the flag over the step attained, kept inside the picture at either end."""
    words, palette = voice.say("you-are-here"), voice.palette
    half = width_of(words, 10.5, bold=True) / 2 + 8
    middle = min(max(centre, half), WIDTH - half)
    return [
        rect(middle - half, upper - 32, 2 * half, 20, rx="3", fill=palette.ink),
        polygon(
            ((centre - 5, upper - 12.5), (centre + 5, upper - 12.5), (centre, upper - 6)), fill=palette.ink
        ),
        text(middle, upper - 18, words, 10.5, fill=palette.paper, font_weight="600", text_anchor="middle"),
    ]


def _measure(voice: Voice, centre: float, baseline: float) -> list[Shape]:
    """Write over the next step how far it is: `39% / 70%`."""
    blocking = voice.result.blocking
    if blocking is None or blocking.coverage is None or blocking.threshold is None:
        return []
    share, limit = wording.apart(blocking.coverage, blocking.threshold, voice.lang)
    words = f"{share} / {limit}"
    return [
        text(centre, baseline, words, SMALL, fill=voice.palette.ink, font_weight="600", text_anchor="middle")
    ]
