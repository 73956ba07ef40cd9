"""The report as PDF: tagged and reproducible.

A PDF takes a second or two, so few are made, and each is looked at from several sides.
"""

from __future__ import annotations

import dataclasses
import hashlib
import io
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from alignment_maturity.printing.fonts import SUBSTITUTE
from alignment_maturity.printing.pdf import Pdf, print_html
from alignment_maturity.report.html import fill_template, style_sheet
from alignment_maturity.report.pdf import render_pdf
from alignment_maturity.report.view import ReportOptions, view
from alignment_maturity.store.builtin import data_folder
from pdf_audit import audit
from pdf_tags import elements
from report.sample import case, contract
from report.waves import comparison

OPTIONS = ReportOptions(program_version="1.2.3")
TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def seven() -> Pdf:
    return render_pdf(contract("seven.yaml"), "it", OPTIONS)


@pytest.fixture
def opened(seven: Pdf) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(seven.data)) as file:
        yield file


def test_the_file_is_sound_and_nothing_was_complained_of(seven: Pdf, opened: pikepdf.Pdf) -> None:
    assert audit(seven.data) == []
    assert seven.messages == ()
    assert (seven.foreign, seven.missing) == ("", "")
    assert len(opened.pages) == seven.pages


def test_title_language_author_and_date_are_those_of_the_answers(opened: pikepdf.Pdf) -> None:
    """Readers and archives show these in place of the file name."""
    assert opened.Root.Lang == "it"
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    about = {key: str(value) for key, value in opened.docinfo.items()}
    assert about["/Title"] == "Rossi Componenti: rapporto di valutazione"
    assert about["/Author"] == "Rossi Componenti"
    assert about["/Creator"] == "alignment-maturity 1.2.3"
    assert about["/CreationDate"] == about["/ModDate"] == "D:20261121"


def test_headings_tables_and_figures_are_tagged(opened: pikepdf.Pdf) -> None:
    """A screen reader walks these tags; without them a report is a heap of words."""
    tags = list(elements(opened))
    kinds = Counter(str(element.S) for element in tags)
    assert kinds["/H1"] == 1
    assert kinds["/H2"] == 12
    assert kinds["/Table"] >= 7
    assert kinds["/TH"] > kinds["/Table"]
    figures = [element for element in tags if element.S == "/Figure"]
    assert len(figures) == 6
    assert all(len(str(figure.Alt)) > 40 for figure in figures)


def test_sections_and_actions_are_bookmarks(opened: pikepdf.Pdf) -> None:
    with opened.open_outline() as outline:
        titles = {entry.title: [child.title for child in entry.children] for entry in outline.root}
    assert list(titles) == [
        "In sintesi", "La scala", "Il profilo", "Tutte le domande", "Di che cosa parlare",
        "Prossime azioni", "La tabella di marcia", "Impegno e guadagno", "Strumenti di lavoro",
        "Metodo e limiti", "Le risposte", "Glossario",
    ]  # fmt: skip
    assert titles["Prossime azioni"][0] == "1. Write one definition of a qualified lead"


def test_only_the_report_s_own_font_is_embedded(opened: pikepdf.Pdf) -> None:
    """With fonts of the machine the report would look different at every client’s."""
    names = {
        str(font.BaseFont).split("+")[1] for page in opened.pages for font in page.resources.Font.values()
    }
    assert names == {"Inter", "Inter-Semi-Bold", "Inter-Bold", "Inter-Italic"}


def test_the_text_is_read_in_the_order_of_the_page(opened: pikepdf.Pdf, seven: Pdf) -> None:
    import pypdf

    text = pypdf.PdfReader(io.BytesIO(seven.data)).pages[2].extract_text()
    order = [
        "LA SCALA",
        "Al livello 3 mancano 31 punti",
        "Perché il livello 2",
        "Perché non il livello 3",
        "Requisiti",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert f"3 / {len(opened.pages)}" in text
    assert "Rossi Componenti" in text


def test_the_same_input_gives_the_same_bytes_in_any_place(seven: Pdf) -> None:
    """A report made again next year, elsewhere, must be the same file, or nobody can trust a copy."""
    assert render_pdf(contract("seven.yaml"), "it", OPTIONS).data == seven.data
    program = (
        "import hashlib; from report.test_pdf import *;"
        "print(hashlib.sha256(render_pdf(contract('seven.yaml'), 'it', OPTIONS).data).hexdigest())"
    )
    elsewhere = {
        **os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONPATH": str(TESTS),
        "FONTCONFIG_FILE": "/nowhere/fonts.conf", "PYTHONIOENCODING": "utf-8",
    }  # fmt: skip
    told = subprocess.run(
        [sys.executable, "-c", program], env=elsewhere, check=True, capture_output=True, text=True
    )
    assert told.stdout.strip() == hashlib.sha256(seven.data).hexdigest()
    assert told.stderr == ""


def test_progress_and_the_appendix_of_actions_are_tagged_and_bookmarked_too() -> None:
    found = comparison("two")
    told = dataclasses.replace(
        view(found.after, "it", progress=found), further_steps=view(case("forty-steps"), "it").further_steps
    )
    printed = print_html(fill_template(told), style_sheet())
    assert printed.messages == ()
    assert audit(printed.data) == []
    with pikepdf.open(io.BytesIO(printed.data)) as file:
        assert all(len(str(element.Alt)) > 40 for element in elements(file) if element.S == "/Figure")
        with file.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
    assert titles[-7:] == [
        "I progressi", "Che cosa è cambiato", "Strumenti di lavoro", "Metodo e limiti",
        "Le altre azioni per esteso", "Le risposte", "Glossario",
    ]  # fmt: skip


def test_a_table_of_actions_tells_the_page_of_each_card() -> None:
    """Whoever reads on paper can’t click."""
    import pypdf

    pages = pypdf.PdfReader(io.BytesIO(render_pdf(case("nine-steps"), "it").data)).pages
    texts = [page.extract_text() for page in pages]
    table = next(text for text in texts if "Le altre azioni del piano" in text)
    card = next(at for at, text in enumerate(texts, start=1) if "Le altre azioni per esteso".upper() in text)
    assert f"(p. {card})" in table.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    "name", ["one-person", "long-names", "level-five-with-room", "workshop", "ten-years"]
)
def test_hard_cases_become_sound_files(name: str) -> None:
    printed = render_pdf(case(name), "en", OPTIONS)
    assert printed.messages == ()
    assert audit(printed.data) == []


def test_characters_the_font_lacks_are_drawn_or_replaced_and_reported() -> None:
    """A client called 東京部品 must not get a cover with holes in it, and the maker must hear of it."""
    printed = render_pdf(case("scripts"), "it")
    assert set(printed.foreign) | set(printed.missing) >= set("東京部品株式会社🚀👥顧客شركة")
    assert not set(printed.foreign) & set(printed.missing)
    assert "\N{ZERO WIDTH JOINER}" not in printed.missing
    assert audit(printed.data) == []
    with pikepdf.open(io.BytesIO(printed.data)) as file:
        assert "東京部品株式会社" in str(file.docinfo["/Title"]) or set("東京部品株式会社") <= set(
            printed.missing
        )


def test_html_does_not_wait_for_the_printer() -> None:
    """WeasyPrint takes half a second to import; a report as HTML does without."""
    program = (
        "import sys; from report.sample import case; from alignment_maturity.report.html import render_html;"
        "import alignment_maturity.report.pdf; render_html(case('rich'), 'en');"
        "print('weasyprint' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(TESTS)}, check=True,
        capture_output=True, text=True,
    )  # fmt: skip
    assert told.stdout == "False\n"


def test_every_face_has_every_character_of_the_templates_words() -> None:
    """The faces are cut down; a sign left out of one would come as a box."""
    from fontTools.ttLib import TTFont

    faces = sorted((data_folder("report_templates") / "fonts").glob("*.ttf"))
    assert [face.stem for face in faces] == ["Inter-Bold", "Inter-Italic", "Inter-Regular", "Inter-SemiBold"]
    html = "".join(fill_template(view(case("rich"), lang)) for lang in ("it", "en"))
    for face in faces:
        with TTFont(face) as font:
            cmap = font.getBestCmap()
        assert {character for character in html if ord(character) not in cmap} <= {"\n"}, face.stem
        assert {0x2713, 0x2717, 0x25C6, 0x25CB, ord(SUBSTITUTE)} <= set(cmap)
