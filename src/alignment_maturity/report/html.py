"""The report as one HTML file that needs nothing else, on a screen or in print."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from alignment_maturity.report.drawing import FONT
from alignment_maturity.report.palette import PALETTE
from alignment_maturity.report.view import DEFAULTS, ReportOptions, view
from alignment_maturity.store.builtin import data_folder

if TYPE_CHECKING:
    from alignment_maturity.language import Lang
    from alignment_maturity.progress import Progress
    from alignment_maturity.report.elements import ReportView
    from alignment_maturity.result import Assessment


def render_html(
    result: Assessment, lang: Lang, options: ReportOptions = DEFAULTS, progress: Progress | None = None
) -> str:
    """Return the report of a result as a self-contained HTML document."""
    return fill_template(view(result, lang, options=options, progress=progress), style=style_sheet())


def fill_template(told: ReportView, *, style: str = "") -> str:
    """Put a view into the template; without `style`, whoever prints it brings the style sheet."""
    # The sheet is our own; everything else is escaped.
    sheet = Markup(style)  # noqa: S704 - see above
    return _environment().get_template("report.html.j2").render(view=told, style=sheet)


@lru_cache(maxsize=1)
def style_sheet() -> str:
    """Return the style sheet with the colours of the palette."""
    font = Markup(FONT)  # noqa: S704 - a constant
    return _environment().get_template("report.css.j2").render(palette=PALETTE, font=font)


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
