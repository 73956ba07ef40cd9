"""The colours of the screen, dark and light, and what one screen is drawn for.

Both themes have the same roles. Text reads on every ground it stands on (4.5:1 and more), and no meaning
rests on a colour: where a colour says something, a sign or a word says it too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from textual.theme import Theme

from alignment_maturity.language import Lang, say
from alignment_maturity.language.screens import PHRASES
from alignment_maturity.model import colours

DARK, LIGHT = "am-dark", "am-light"
"""The names of the themes."""

_WIDE = 120  # columns from which there is a column beside the page
_WIDEST = 108  # columns of a page: longer lines are hard to read
_SIDE = 40  # columns beside it
_TALL = 36  # rows from which lines are set apart


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as `#rrggbb`, by role.

    Attributes:
        ground: of the whole screen.
        panel: of cards, of the line at the top and of overlays.
        raised: of what the cursor is at.
        line: rules and what is still to be filled of a bar; carries no meaning.
        ink: text.
        muted: text that stands back.
        accent: the one colour, as text.
        good, warning, bad: text that says so.
        tints: for levels from low to high, in nine steps.
    """

    dark: bool
    ground: str
    panel: str
    raised: str
    line: str
    ink: str
    muted: str
    accent: str
    good: str
    warning: str
    bad: str
    tints: tuple[str, ...]

    def tint(self, level: float, top: int) -> str:
        """Return the colour of a level between 1 and `top`, fractions included."""
        last = len(self.tints) - 1
        return self.tints[max(0, min(last, round((level - 1) / max(top - 1, 1) * last)))]

    def on(self, ground: str) -> str:
        """Return what to write in on any ground."""
        return colours.text_on(ground, colours.INK)


ON_DARK = Colours(
    dark=True,
    ground="#0d161b",
    panel="#15232b",
    raised="#1f3542",
    line="#3a525f",
    ink="#eaf2f4",
    muted="#9fb3bd",
    accent="#5ec8da",
    good="#7bd3a5",
    warning="#f2bd66",
    bad="#ff9a8f",
    # The higher a level, the more it stands out from the ground: here the lighter ones do.
    tints=tuple(reversed(colours.TINTS)),
)
ON_LIGHT = Colours(
    dark=False,
    ground=colours.PAPER,
    panel=colours.PANEL,
    raised="#d9e8ec",
    line="#b9c7cd",
    ink=colours.INK,
    muted="#51606b",
    accent=colours.ACCENT,
    good="#0f6b45",
    warning="#7d4b00",
    bad="#9c2218",
    tints=colours.TINTS,
)

# Of the sixteen colours that any terminal has: those above would all become greys.
FEW_ON_DARK = Colours(
    dark=True,
    ground="#000000",
    panel="#000000",
    raised="#0000aa",
    line="#555555",
    ink="#ffffff",
    muted="#aaaaaa",
    accent="#55ffff",
    good="#55ff55",
    warning="#ffff55",
    bad="#ff55ff",  # red does not read on blue
    tints=(*["#555555"] * 2, *["#0000aa"] * 2, *["#00aaaa"] * 2, *["#55ffff"] * 2, "#ffffff"),
)
FEW_ON_LIGHT = Colours(
    dark=False,
    ground="#ffffff",
    panel="#ffffff",
    raised="#55ffff",
    line="#aaaaaa",
    ink="#000000",
    muted="#555555",
    accent="#0000aa",
    good="#0000aa",  # green does not read on white
    warning="#aa00aa",
    bad="#aa0000",
    tints=(*["#ffffff"] * 2, *["#55ffff"] * 2, *["#aaaaaa"] * 2, *["#00aaaa"] * 2, "#0000aa"),
)


class Look(NamedTuple):
    """What a screen is drawn for: the language, the colours, and the columns and rows there are."""

    lang: Lang
    colours: Colours
    columns: int
    rows: int

    @property
    def wide(self) -> bool:
        """Whether there is room for a column beside the page."""
        return self.columns >= _WIDE

    @property
    def page(self) -> int:
        """The columns of a page, without what stands beside it."""
        return min(_WIDEST, self.columns - 2 - (_SIDE if self.wide else 0)) - 1

    @property
    def tall(self) -> bool:
        """Whether there are rows to spare, so that things can be set apart."""
        return self.rows >= _TALL

    def say(self, key: str, **values: object) -> str:
        """Write a phrase of the full screen (`language.screens`)."""
        return say(PHRASES, key, self.lang, **values)

    def counted(self, key: str, count: int, **values: object) -> str:
        """Write a phrase about so many things; that of one thing is `KEY-one`."""
        return self.say(f"{key}-one" if count == 1 else key, count=count, **values)


def themes(*, few: bool = False) -> list[Theme]:
    """Return the two themes as Textual takes them; `few`: of sixteen colours."""
    return [_theme(name, of(name, few=few)) for name in (DARK, LIGHT)]


def of(name: str, *, few: bool = False) -> Colours:
    """Return the colours of a theme; `few`: of sixteen."""
    on_dark, on_light = (FEW_ON_DARK, FEW_ON_LIGHT) if few else (ON_DARK, ON_LIGHT)
    return on_light if name == LIGHT else on_dark


def _theme(name: str, used: Colours) -> Theme:
    return Theme(
        name=name,
        primary=used.accent,
        secondary=used.accent,
        accent=used.accent,
        warning=used.warning,
        error=used.bad,
        success=used.good,
        foreground=used.ink,
        background=used.ground,
        surface=used.panel,
        panel=used.raised,
        dark=used.dark,
        variables={
            "ink": used.ink,
            "ground": used.ground,
            "card": used.panel,
            "raised": used.raised,
            "rule": used.line,
            "quiet": used.muted,
            "text": used.ink,
            "scrollbar": used.line,
            "scrollbar-hover": used.muted,
            "scrollbar-active": used.accent,
            "scrollbar-background": used.ground,
            "scrollbar-background-hover": used.ground,
            "scrollbar-background-active": used.ground,
            "scrollbar-corner-color": used.ground,
            "input-cursor-background": used.accent,
            "input-cursor-foreground": used.ground,
            "input-selection-background": used.raised,
        },
    )
