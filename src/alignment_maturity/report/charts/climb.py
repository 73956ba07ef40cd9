"""The levels as a staircase, with the step before and the step now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.report.charts.frame import SMALL, WIDTH, drawing
from alignment_maturity.report.drawing import Drawing, Shape, polygon, rect, text, width_of, wrap

if TYPE_CHECKING:
    from alignment_maturity.printing.palette import Palette
    from alignment_maturity.progress import Progress
    from alignment_maturity.report.voice import Voice

_HEAD, _RISE = 30.0, 74.0
_GROUND = _HEAD + _RISE


def climb(voice: Voice, progress: Progress) -> Drawing | None:
    """Draw where the organisation stood and stands; None where the two scales have different lengths."""
    if progress.level is None:
        return None
    top, before, after = voice.questionnaire.top, progress.before.level, progress.after.level
    column = WIDTH / top
    palette = voice.palette
    names = [
        wrap(voice.level_name(step), SMALL, column - 8, 2, bold=step == after) for step in range(1, top + 1)
    ]
    shapes: list[Shape] = []
    for step, lines in enumerate(names, start=1):
        left, height = (step - 1) * column, 20 + (_RISE - 20) * (step - 1) / (top - 1)
        shapes += _step(palette, step, (before, after), (left, _GROUND - height, column - 4, height))
        ink = palette.ink if step == after else palette.muted
        shapes += [
            text(
                left + (column - 4) / 2, _GROUND + 15 + 12 * row, words, SMALL,
                fill=ink, font_weight="600" if step == after else "400", text_anchor="middle",
            )
            for row, words in enumerate(lines)
        ]  # fmt: skip
        flag = _flag(step, before, after)
        if flag:
            place = left + (column - 4) / 2, _GROUND - height
            shapes += _raised(palette, voice.say(flag), place, now=step == after)
    return drawing(
        voice.palette,
        _GROUND + 8 + 12 * max(map(len, names)),
        voice.say("alt-climb", top=top, before=before, after=after),
        "; ".join(f"{step} {voice.level_name(step)}" for step in range(1, top + 1)),
        tuple(shapes),
    )


def _flag(step: int, before: int, after: int) -> str:
    if step == before == after:
        return "still-here"
    return {before: "was-here", after: "is-here"}.get(step, "")


def _step(
    palette: Palette, step: int, levels: tuple[int, int], box: tuple[float, float, float, float]
) -> list[Shape]:
    """Draw one step: filled and ticked where attained now, an outline where not."""
    before, after = levels
    left, upper, width, height = box
    words = f"{step} ✓" if step <= after else str(step)
    if step <= after:
        fill = palette.accent if step == after else palette.tints[2]
        block = rect(left, upper, width, height, fill=fill)
    else:
        fill = palette.paper
        block = rect(
            left + 0.5, upper + 0.5, width - 1, height - 1,
            fill=fill, stroke=palette.muted, stroke_width="1",
            stroke_dasharray="1 0" if step <= before else "3 3",
        )  # fmt: skip
    ink = palette.paper if step == after else palette.ink if step < after else palette.muted
    return [
        block,
        text(left + width / 2, upper + 14.5, words, 11, fill=ink, text_anchor="middle", font_weight="600"),
    ]


def _raised(palette: Palette, words: str, place: tuple[float, float], *, now: bool) -> list[Shape]:
    """Draw a flag over a step: filled for now, hollow for before; kept inside the picture at either end."""
    centre, upper = place
    half = width_of(words, SMALL, bold=True) / 2 + 7
    middle = min(max(centre, half + 1), WIDTH - half - 1)
    fill, ink = (palette.ink, palette.paper) if now else (palette.paper, palette.ink)
    corners = ((centre - 4.5, upper - 9.5), (centre + 4.5, upper - 9.5), (centre, upper - 4))
    return [
        polygon(corners, fill=palette.ink),
        rect(
            middle - half, upper - 27, 2 * half, 17.5, rx="3", fill=fill, stroke=palette.ink, stroke_width="1"
        ),
        text(middle, upper - 14.8, words, SMALL, fill=ink, font_weight="600", text_anchor="middle"),
    ]
