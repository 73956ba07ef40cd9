"""The report as a tagged PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.printing.pdf import Pdf, print_html
from alignment_maturity.report.html import fill_template, style_sheet
from alignment_maturity.report.view import DEFAULTS, ReportOptions, view

if TYPE_CHECKING:
    from alignment_maturity.language import Lang
    from alignment_maturity.printing.embedding import Embedding
    from alignment_maturity.progress import Progress
    from alignment_maturity.report.record import Ingredients
    from alignment_maturity.result import Assessment


def print_report(ingredients: Ingredients) -> Pdf:
    """Return a report as a PDF that carries what it was made of; as `render_pdf`."""
    return render_pdf(
        ingredients.result,
        ingredients.lang,
        ingredients.options,
        ingredients.progress,
        ingredients.attached,
    )


def render_pdf(
    result: Assessment,
    lang: Lang,
    options: ReportOptions = DEFAULTS,
    progress: Progress | None = None,
    embedding: Embedding | None = None,
) -> Pdf:
    """Return the report of a result as a PDF; the same input gives the same bytes.

    Raises:
        InvalidInput: where the templates of the options can't be used.
        WorkFailed: (`pdf-library-missing`) where Pango and its relatives can't be loaded.
    """
    html = fill_template(view(result, lang, options=options, progress=progress), options.templates)
    return print_html(html, style_sheet(options.templates, options.brand), embedding)
