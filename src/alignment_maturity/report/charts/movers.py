"""The questions that moved, as bars to either side of a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alignment_maturity.phrasing.progress import figures
from alignment_maturity.phrasing.wording import question_name
from alignment_maturity.report.charts.frame import SMALL, WIDTH, drawing
from alignment_maturity.report.drawing import Drawing, Shape, line, rect, text, wrap

if TYPE_CHECKING:
    from alignment_maturity.progress import QuestionChange
    from alignment_maturity.report.voice import Voice

_NAMES = 204.0
_LEFT, _RIGHT = 250.0, 560.0
_ROW = 22.0
_BAR = 11.0


def movers(voice: Voice, changes: Sequence[QuestionChange]) -> Drawing:
    """Draw how far each question went, in levels: filled to the right, hollow to the left."""
    palette = voice.palette
    furthest = max(abs(change.level.difference or 0.0) for change in changes)
    rises = any(change.level.rose for change in changes)
    falls = any(change.level.fell for change in changes)
    left, right = (_LEFT if falls else _LEFT - 30), (_RIGHT if rises else _RIGHT + 30)
    zero = (left + right) / 2 if rises and falls else left if rises else right
    unit = (max(right - zero, zero - left)) / furthest
    ground = _ROW * len(changes)
    shapes: list[Shape] = []
    for row, change in enumerate(changes):
        shapes += _mover(voice, change, _ROW * (row + 0.5), zero, unit)
    shapes.append(line(zero, 0, zero, ground, stroke=palette.ink, stroke_width="1"))
    anchor = "middle" if rises and falls else "start" if rises else "end"
    axis = text(zero, ground + 14, voice.say("axis-levels"), SMALL, fill=palette.muted, text_anchor=anchor)
    return drawing(
        voice.palette,
        ground + 20,
        voice.say("alt-movers"),
        "; ".join(_told(voice, change) for change in changes),
        (*shapes, axis),
    )


def _mover(voice: Voice, change: QuestionChange, middle: float, zero: float, unit: float) -> list[Shape]:
    palette = voice.palette
    difference = change.level.difference or 0.0
    written = figures(change.level, voice.lang, digits=1)
    width = max(abs(difference) * unit, 1.5)
    upper = middle - _BAR / 2
    if difference > 0:
        bar = rect(zero, upper, width, _BAR, fill=palette.accent)
        label, anchor = zero + width + 6, "start"
    else:
        bar = rect(
            zero - width + 0.7, upper + 0.7, max(width - 0.7, 0.1), _BAR - 1.4,
            fill=palette.paper, stroke=palette.ink, stroke_width="1.4",
        )  # fmt: skip
        label, anchor = zero - width - 6, "end"
    name = wrap(question_name(voice.result, change.id, voice.lang), SMALL, _NAMES, 1)[0]
    told = voice.say("from-to", before=written.before, after=written.after)
    return [
        text(0, middle + 3.4, name, SMALL, fill=palette.ink),
        bar,
        text(
            label,
            middle + 3.4,
            written.difference,
            SMALL,
            fill=palette.ink,
            font_weight="600",
            text_anchor=anchor,
        ),
        text(WIDTH, middle + 3.4, told, SMALL, fill=palette.muted, text_anchor="end"),
    ]


def _told(voice: Voice, change: QuestionChange) -> str:
    written = figures(change.level, voice.lang, digits=1)
    name = question_name(voice.result, change.id, voice.lang)
    return voice.say("told-change", name=name, before=written.before, after=written.after)
