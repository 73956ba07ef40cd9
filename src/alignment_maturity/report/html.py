"""The report as one HTML file that needs nothing else, on a screen or in print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.printing import templates
from alignment_maturity.printing.palette import palette_of
from alignment_maturity.report.brand import font_faces
from alignment_maturity.report.directions import set_apart
from alignment_maturity.report.view import DEFAULTS, ReportOptions, view

if TYPE_CHECKING:
    from alignment_maturity.language import Lang
    from alignment_maturity.model.brand import Brand
    from alignment_maturity.progress import Progress
    from alignment_maturity.report.elements import ReportView
    from alignment_maturity.result import Assessment
    from alignment_maturity.store.template_folders import TemplateFolder


def render_html(
    result: Assessment, lang: Lang, options: ReportOptions = DEFAULTS, progress: Progress | None = None
) -> str:
    """Return the report of a result as a self-contained HTML document.

    Raises:
        InvalidInput: where the templates of the options can't be used.
    """
    told = view(result, lang, options=options, progress=progress)
    return fill_template(told, options.templates, style=style_sheet(options.templates, options.brand))


def fill_template(told: ReportView, own: TemplateFolder | None = None, *, style: str = "") -> str:
    """Put a view into the template; without `style`, whoever prints it brings the style sheet.

    Raises:
        InvalidInput: where templates of `own` can't be used.
    """
    html = templates.fill("report.html.j2", own=own, view=told, style=style)
    return set_apart(html, printed=not style)


def style_sheet(own: TemplateFolder | None = None, brand: Brand | None = None) -> str:
    """Return the style sheet of the report, in the colours and the font of a brand where there is one.

    Raises:
        InvalidInput: where templates of `own` can't be used.
    """
    if brand is None:
        return templates.style_sheet("report.css.j2", own)
    palette = palette_of(brand)
    sheets = (templates.style_sheet(name, own, palette) for name in ("report.css.j2", "brand.css.j2"))
    return font_faces(brand) + "\n".join(sheets)
