"""The templates of the shipped folder, filled."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from alignment_maturity.printing.palette import FONT, PALETTE
from alignment_maturity.store.builtin import data_folder


def fill(name: str, *, style: str = "", **values: object) -> str:
    """Fill a template; without `style`, whoever prints it brings the style sheet."""
    # The sheet is our own; everything else is escaped.
    sheet = Markup(style)  # noqa: S704 - see above
    return _environment().get_template(name).render(values, style=sheet)


@lru_cache(maxsize=2)
def style_sheet(name: str) -> str:
    """Return a style sheet with the colours of the palette."""
    font = Markup(FONT)  # noqa: S704 - a constant
    return _environment().get_template(name).render(palette=PALETTE, font=font)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    # `select_autoescape` would leave names that end in .j2 unescaped.
    return Environment(
        loader=FileSystemLoader(data_folder("report_templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
