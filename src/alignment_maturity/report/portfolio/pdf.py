"""The comparative report as a tagged PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.printing import templates
from alignment_maturity.printing.palette import palette_of
from alignment_maturity.printing.pdf import Pdf, print_html
from alignment_maturity.report.directions import set_apart
from alignment_maturity.report.html import style_sheet
from alignment_maturity.report.portfolio.view import view

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from alignment_maturity.language import Lang
    from alignment_maturity.model.brand import Brand
    from alignment_maturity.report.portfolio.data import Portfolio
    from alignment_maturity.report.portfolio.elements import PortfolioView


def print_portfolio(
    portfolios: Sequence[Portfolio],
    lang: Lang,
    *,
    program_version: str,
    date: dt.date,
    brand: Brand | None = None,
) -> Pdf:
    """Return the comparative report of one or more portfolios; the same input gives the same bytes.

    Raises:
        ValueError: where there are no portfolios.
        WorkFailed: `pdf-library-missing`, where Pango and its relatives can't be loaded.
    """
    told = view(portfolios, lang, program_version=program_version, date=date, brand=brand)
    own = templates.style_sheet("portfolio/style.css.j2", palette=palette_of(brand))
    return print_html(fill_template(told), f"{style_sheet(brand=brand)}\n{own}")


def fill_template(told: PortfolioView) -> str:
    """Put a view into its template, without its style sheet."""
    return set_apart(templates.fill("portfolio/page.html.j2", view=told), printed=True)
