"""The colours and the font of all that is printed, in one place for style sheets and charts."""

from __future__ import annotations

from dataclasses import dataclass

FONT = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`.

    Attributes:
        ink: text.
        muted: secondary text, at least 4.5:1 on `paper` and on `panel`.
        line: hairlines; carries no meaning.
        panel: the ground of boxes.
        accent: the one colour; text and fills.
        tints: from low to high, one hue from light to dark, so that the order survives grey and colour
            blindness.
        on_tints: the text colour on each tint, at least 4.5:1.
    """

    ink: str = "#16232c"
    muted: str = "#51606b"
    line: str = "#d5dde1"
    panel: str = "#f3f6f7"
    paper: str = "#ffffff"
    accent: str = "#0b5568"
    tints: tuple[str, ...] = (
        "#e6f0f2", "#cfe3e7", "#b4d4da", "#97c3cc", "#7ab0bb", "#347685", "#226777", "#125869", "#06404f",
    )  # fmt: skip
    on_tints: tuple[str, ...] = ("#16232c",) * 5 + ("#ffffff",) * 4

    def tint_of(self, level: float, top: int) -> int:
        """Return which tint stands for a level between 1 and `top`, fractions included."""
        last = len(self.tints) - 1
        return max(0, min(last, round((level - 1) / (top - 1) * last)))


PALETTE = Palette()
