"""The report as a tagged PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.printing.pdf import Pdf, print_html
from alignment_maturity.report.html import fill_template, style_sheet
from alignment_maturity.report.view import DEFAULTS, ReportOptions, view

if TYPE_CHECKING:
    from alignment_maturity.language import Lang
    from alignment_maturity.progress import Progress
    from alignment_maturity.result import Assessment


def render_pdf(
    result: Assessment, lang: Lang, options: ReportOptions = DEFAULTS, progress: Progress | None = None
) -> Pdf:
    """Return the report of a result as a PDF; the same input gives the same bytes.

    Raises WorkFailed (`pdf-library-missing`) where Pango and its relatives can't be loaded.
    """
    return print_html(fill_template(view(result, lang, options=options, progress=progress)), style_sheet())
