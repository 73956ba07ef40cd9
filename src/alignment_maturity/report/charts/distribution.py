"""How many organisations stand at each level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.report.charts.frame import SMALL, WIDTH, drawing
from alignment_maturity.report.drawing import Drawing, Shape, line, rect, text, wrap

if TYPE_CHECKING:
    from alignment_maturity.report.portfolio.voice import Voice

_HEAD, _HEIGHT = 18.0, 80.0
_NAME_LINES = 3


def distribution(voice: Voice) -> Drawing:
    """Draw a column for each level, as high as its share, the fullest one stressed by colour and weight."""
    palette, counts = voice.palette, voice.figures.levels
    column, most, ground = WIDTH / len(counts), max(counts), _HEAD + _HEIGHT
    stressed = most if counts.count(most) == 1 else -1
    names = [
        wrap(voice.level_name(level), SMALL, column - 8, _NAME_LINES, bold=count == stressed)
        for level, count in enumerate(counts, start=1)
    ]
    shapes: list[Shape] = []
    told = []
    for level, count in enumerate(counts, start=1):
        left, centre, full = (level - 1) * column, (level - 0.5) * column - 2, count == stressed
        share = voice.percent(count / voice.figures.rows)
        high = max(_HEIGHT * count / most, 1.5) if count else 0.0
        weight = "600" if full else "400"
        if count:
            fill = palette.accent if full else palette.tints[3]
            shapes.append(rect(left, ground - high, column - 4, high, fill=fill))
        shapes.append(
            text(
                centre, ground - high - 6, f"{voice.whole(count)} · {share}" if count else "0", 10.5,
                fill=palette.ink, font_weight=weight, text_anchor="middle",
            )
        )  # fmt: skip
        lines = (str(level), *names[level - 1])
        shapes += (
            text(
                centre, ground + 15 + 13 * row, words, 10.5 if row == 0 else SMALL,
                fill=palette.ink if full or row == 0 else palette.muted,
                font_weight="600" if full or row == 0 else "400", text_anchor="middle",
            )
            for row, words in enumerate(lines)
        )  # fmt: skip
        name = voice.level_name(level)
        told.append(voice.say("told-level", level=level, name=name, n=voice.whole(count), share=share))
    shapes.append(line(0, ground, WIDTH - 4, ground, stroke=palette.muted, stroke_width="1"))
    height = ground + 21 + 13 * max(map(len, names))
    return drawing(palette, height, voice.say("alt-levels"), "; ".join(told), shapes)
