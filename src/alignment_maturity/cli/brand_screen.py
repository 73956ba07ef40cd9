"""A brand on the screen, as its reports will have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from alignment_maturity.cli.shell import Shell
from alignment_maturity.language import Lang, brand, decimal, say
from alignment_maturity.model.colours import Ratio
from alignment_maturity.report.brand_summary import Resolved, TextColour

_LABEL = 12


def show_brand(shell: Shell, told: Resolved) -> None:
    """Print what a brand comes to; colours as swatches where the terminal has them."""
    console, lang = shell.output(), shell.lang
    swatches = console.is_terminal and not console.no_color and console.color_system is not None
    console.print(Text(told.name, style="bold"))
    for key, lines in _entries(told, lang, swatches=swatches):
        label = say(brand.SCREEN, key, lang).ljust(_LABEL)
        for number, line in enumerate(lines):
            console.print(Text(" " * _LABEL if number else label, style="bold").append(line), soft_wrap=True)


def _entries(told: Resolved, lang: Lang, *, swatches: bool) -> Iterator[tuple[str, Iterable[Text]]]:
    logo = say(brand.SCREEN, "none", lang)
    if told.logo:
        kind = told.logo.media.removeprefix("image/").removesuffix("+xml").upper()
        logo = f"{kind}, {_figure(told.logo.width, lang)} × {_figure(told.logo.height, lang)} mm"
    yield "logo", [Text(logo, style="not bold")]
    yield "colours", (_text_colour(text, lang, swatch=swatches) for text in told.colours)
    font = say(brand.SCREEN, "our-font", lang)
    if told.font:
        font = f"{told.font.family}: {', '.join(told.font.faces)}"
    yield "font", [Text(font, style="not bold")]
    yield "sections", [Text(", ".join(told.sections), style="not bold")]


def _text_colour(text: TextColour, lang: Lang, *, swatch: bool) -> Text:
    ratio = Ratio(text.contrast)
    contrast = f"{ratio:,}" if lang == "it" else f"{ratio}"
    line = Text(style="not bold")
    if swatch:
        line.append(" Aa ", style=f"{text.colour} on {text.on}").append(" ")
    written = say(brand.SCREEN, "on", lang, colour=text.colour, ground=text.on)
    return line.append(f"{text.name:<7} {written}  {contrast.rjust(5)}:1")


def _figure(value: float, lang: Lang) -> str:
    return decimal(value, 0 if round(value, 1) == round(value) else 1, lang)
