"""A worksheet as a tagged PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.printing import templates
from alignment_maturity.printing.pdf import Pdf, print_html

if TYPE_CHECKING:
    from alignment_maturity.worksheets.document import Document


def render_pdf(document: Document) -> Pdf:
    """Print a worksheet; the same input gives the same bytes.

    Raises:
        WorkFailed: `pdf-library-missing`, where Pango and its relatives can't be loaded.
    """
    return print_html(as_html(document), templates.style_sheet("worksheet.css.j2"))


def as_html(document: Document) -> str:
    """Put a worksheet into its template, without its style sheet."""
    return templates.fill("worksheet.html.j2", sheet=document)
