"""How often each level comes out when those who answer are drawn again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.phrasing import wording
from alignment_maturity.report.charts.frame import SMALL, WIDTH, drawing
from alignment_maturity.report.drawing import Drawing, Shape, rect, text

if TYPE_CHECKING:
    from alignment_maturity.report.voice import Voice


def chances(voice: Voice) -> Drawing | None:
    """Draw how often each level comes out of the bootstrap; None where there is none."""
    bootstrap = voice.result.confidence.bootstrap
    if bootstrap is None:
        return None
    top, palette = voice.questionnaire.top, voice.palette
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
            rect(left, ground - bar, column - 4, bar, fill=palette.accent if here else palette.tints[3])
        )
        written = voice.percent(share)
        shapes.append(
            text(
                centre, ground - bar - 5, written, SMALL,
                fill=palette.ink, text_anchor="middle", font_weight="600" if here else "400",
            )
        )  # fmt: skip
        shapes.append(text(centre, ground + 14, str(level), SMALL, fill=palette.muted, text_anchor="middle"))
        told.append(f"{level}: {written}")
    title = voice.say("alt-chances", resamples=wording.whole(bootstrap.resamples, voice.lang))
    return drawing(voice.palette, ground + 20, title, "; ".join(told), tuple(shapes))
