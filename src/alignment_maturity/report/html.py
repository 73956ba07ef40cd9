"""The report as one HTML file that needs nothing else, on a screen or in print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.printing import templates
from alignment_maturity.report.view import DEFAULTS, ReportOptions, view

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
    return templates.fill("report.html.j2", view=told, style=style)


def style_sheet() -> str:
    """Return the style sheet of the report."""
    return templates.style_sheet("report.css.j2")
