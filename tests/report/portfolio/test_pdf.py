"""The comparative report as a file: sound, archival, readable by ear, with the answer on its first page."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdf
import pytest

from alignment_maturity.printing.pdf import Pdf
from alignment_maturity.report.portfolio.pdf import print_portfolio
from brand.materials import LEAST, brand, font, png
from pdf_audit import audit
from pdf_tags import elements
from report.portfolio.samples import DAY, cases


@pytest.fixture(scope="module")
def both() -> Pdf:
    return print_portfolio(cases()["two-questionnaires"], "it", program_version="1.2.3", date=DAY)


def pages(made: Pdf) -> list[str]:
    """Return the text of each page, with single spaces."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(made.data)).pages]


def test_the_file_is_sound_archival_and_tagged(both: Pdf) -> None:
    assert both.messages == ()
    assert (both.foreign, both.missing) == ("", "")
    assert audit(both.data) == []
    with pikepdf.open(io.BytesIO(both.data)) as file:
        figures = [element for element in elements(file) if element.S == "/Figure"]
        assert len(figures) == 6
        assert all(len(str(figure.Alt)) > 40 for figure in figures)


def test_title_language_and_dates_are_those_of_the_report(both: Pdf) -> None:
    with pikepdf.open(io.BytesIO(both.data)) as file:
        title = str(file.docinfo["/Title"])
        assert str(file.Root.Lang) == "it"
        assert str(file.docinfo["/CreationDate"]).startswith("D:20261127")
    assert title == (
        "Rapporto comparativo · Allineamento tra marketing e vendite: valutazione completa, Allineamento tra"
        " marketing e vendite: valutazione rapida"
    )


def test_each_questionnaire_has_a_part_of_its_own(both: Pdf) -> None:
    with pikepdf.open(io.BytesIO(both.data)) as file, file.open_outline() as outline:
        parts = [(part.title, [section.title for section in part.children]) for part in outline.root]
    assert [title for title, _ in parts] == [
        "Allineamento tra marketing e vendite: valutazione completa",
        "Allineamento tra marketing e vendite: valutazione rapida",
    ]
    for _, sections in parts:
        assert (sections[0], sections[-1]) == ("In sintesi", "Metodo e limiti")
    first = [number for number, text in enumerate(pages(both)) if "RAPPORTO COMPARATIVO" in text]
    assert len(first) == 2
    assert "valutazione rapida" not in "".join(pages(both)[: first[1]])


def test_the_same_input_gives_the_same_bytes(both: Pdf) -> None:
    again = print_portfolio(cases()["two-questionnaires"], "it", program_version="1.2.3", date=DAY)
    assert again.data == both.data


@pytest.mark.parametrize("name", ["one-at-the-top", "overlong"])
def test_the_first_page_holds_the_answer_and_nothing_else(name: str) -> None:
    """Whoever reads one page must have read what counts, however long the names are."""
    made = print_portfolio(cases()[name], "it", program_version="1.2.3", date=DAY)
    assert made.messages == ()
    first, second, *_ = pages(made)
    assert "IN SINTESI" in first
    assert "Come lo vedono le funzioni" in first
    assert second.count("IN SINTESI") == 0
    assert "LA MAPPA" in second


def test_a_table_that_goes_on_repeats_its_heads() -> None:
    made = print_portfolio(cases()["sixty"], "en", program_version="1.2.3", date=DAY)
    found = pages(made)
    assert sum("Index by dimension" in text for text in found) == 2
    assert sum("Placement and first action" in text for text in found) == 3
    assert sum("Day-to-day" in text for text in found) >= 2
    assert audit(made.data) == []


def test_a_brand_puts_its_name_and_colours_on_the_pages(tmp_path: Path) -> None:
    text = LEAST + (
        "logo: {file: logo.png, alt: Studio}\nfonts: {family: Prova, regular: prova.ttf}\n"
        "confidentiality: Riservato\ncolours: {accent: '#8c2f39'}\n"
    )
    chosen = brand(tmp_path, text, {"logo.png": png(), "prova.ttf": font()})
    made = print_portfolio(cases()["nine"], "it", program_version="1.2.3", date=DAY, brand=chosen)
    assert audit(made.data) == []
    assert made.messages == ()
    assert "Riservato" in pages(made)[0]
    with pikepdf.open(io.BytesIO(made.data)) as file:
        assert str(file.docinfo["/Author"]) == "Studio"
