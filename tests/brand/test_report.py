"""Reports under a consultant's own name: on screen and on paper, in both languages."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.model.brand import Brand, Colours
from alignment_maturity.model.localised import Localised
from alignment_maturity.printing.palette import PALETTE, palette_of
from alignment_maturity.printing.pdf import Pdf
from alignment_maturity.report.elements import ReportView
from alignment_maturity.report.elements.common import Fact, Heading
from alignment_maturity.report.elements.parts import (
    Chapter,
    Facts,
    Items,
    Legend,
    Paragraph,
    Picture,
    Run,
    Subheading,
    Table,
    TableCell,
    TableRow,
)
from alignment_maturity.report.html import fill_template, render_html
from alignment_maturity.report.pdf import render_pdf
from alignment_maturity.report.sections import SHORT
from alignment_maturity.report.view import ReportOptions, view
from pdf_audit import audit
from pdf_tags import elements
from report.sample import case
from report.test_html import _Page

from .materials import EXAMPLE, LEAST, SHAPE, brand, font, load, postscript_font

TESTS = Path(__file__).parents[1]
OWN = "own_sections:\n  - {id: us, title: We stay, text: x}\n  - {id: steps, title: Steps, text: y}\n"
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def example() -> Brand:
    return load(EXAMPLE).brand


def options(made: Brand, *sections: str) -> ReportOptions:
    return ReportOptions(sections, brand=made, program_version="1.2.3")


def names(told: ReportView) -> list[str]:
    """Return the ids of the sections of a view, in order."""
    return [heading.id for heading in told.headings]


@pytest.fixture(scope="module", params=LANGUAGES)
def printed(request: pytest.FixtureRequest, example: Brand) -> tuple[Lang, Pdf]:
    return request.param, render_pdf(case("rich"), request.param, options(example))


@pytest.fixture
def opened(printed: tuple[Lang, Pdf]) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(printed[1].data)) as file:
        yield file


def test_the_example_is_printed_without_a_complaint(printed: tuple[Lang, Pdf]) -> None:
    assert printed[1].messages == ()
    assert (printed[1].foreign, printed[1].missing) == ("", "")


def test_a_branded_report_is_archival_and_accessible_too(
    printed: tuple[Lang, Pdf], opened: pikepdf.Pdf
) -> None:
    assert audit(printed[1].data) == []
    figures = [str(element.Alt) for element in elements(opened) if element.S == "/Figure"]
    assert figures[0] == "Studio Calavento"


def test_whoever_hands_it_over_is_its_author(opened: pikepdf.Pdf) -> None:
    assert str(opened.docinfo["/Author"]) == "Studio Calavento"


def test_the_front_page_and_every_footer_speak_for_the_consultancy(printed: tuple[Lang, Pdf]) -> None:
    import pypdf

    lang, pdf = printed
    cover, first, *_ = (
        " ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf.data)).pages
    )
    confidential = {"it": "Riservato: contiene", "en": "Confidential: contains"}[lang]
    for words in (
        "Studio Calavento",
        "Via del Molo Vecchio 12",
        {"it": "A cura di Marta Ferrero", "en": "Prepared by Marta Ferrero"}[lang],
        confidential,
    ):
        assert words in cover
    assert {"it": "sulla stessa rotta · ", "en": "on one course · "}[lang] + confidential in first


def test_an_own_section_has_a_bookmark_between_the_others(
    printed: tuple[Lang, Pdf], opened: pikepdf.Pdf
) -> None:
    with opened.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    expected = {
        "it": ["Il nostro metodo", "Metodo e limiti"],
        "en": ["Our method", "Method and limits"],
    }[printed[0]]
    place = titles.index(expected[0])
    assert titles[place : place + 2] == expected


def test_the_same_brand_gives_the_same_bytes_in_any_place(tmp_path: Path) -> None:
    """A report made again next year, elsewhere, must be the same file; fonts and logos are part of it."""
    text = LEAST + "logo: {file: logo.svg}\nfonts: {family: Prova, regular: r.ttf, bold: b.ttf}\n"
    made = brand(tmp_path, text, {"logo.svg": SHAPE, "r.ttf": font(), "b.ttf": font("Bold")})
    here = render_pdf(case("rich"), "it", options(made, "cover", "board"))
    with pikepdf.open(io.BytesIO(here.data)) as file:
        fonts = {
            str(used.BaseFont).split("+")[1] for page in file.pages for used in page.resources.Font.values()
        }
    assert {"Prova", "Prova-Bold"} <= fonts
    program = (
        "import hashlib, sys; from brand.test_report import *;"
        "made = load(sys.argv[1]).brand;"
        "printed = render_pdf(case('rich'), 'it', options(made, 'cover', 'board'));"
        "print(hashlib.sha256(printed.data).hexdigest())"
    )
    elsewhere = {
        **os.environ,
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": str(TESTS),
    }
    told = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "brand.yaml")], env=elsewhere, check=True,
        capture_output=True, text=True,
    )  # fmt: skip
    assert told.stdout.strip() == hashlib.sha256(here.data).hexdigest()


def test_a_font_with_postscript_outlines_is_printed(tmp_path: Path) -> None:
    made = brand(tmp_path, LEAST + "fonts: {family: Prova, regular: r.otf}\n", {"r.otf": postscript_font()})
    pdf = render_pdf(case("rich"), "it", options(made, "board"))
    assert pdf.messages == ()
    with pikepdf.open(io.BytesIO(pdf.data)) as file:
        assert file.check_pdf_syntax() == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_example_is_sound_html_that_fetches_nothing(lang: Lang, example: Brand) -> None:
    html = render_html(case("rich"), lang, options(example))
    page = _Page(html)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert page.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert page.scopeless == 0
    assert {source.split(";")[0] for source in page.sources} == {"data:image/svg+xml"}
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert set(re.findall(r"url\(([a-z]+:)", html)) <= {"data:"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_of_a_brand_becomes_markup(lang: Lang, tmp_path: Path) -> None:
    """Whoever opens a report must not run what somebody wrote into a brand file."""
    text = (
        f"format: 1\nname: '{HOSTILE}'\nlogo: {{file: logo.svg, alt: '{HOSTILE}\" onload=\"x'}}\n"
        f"cover: ['{HOSTILE}', '{{{{ 7 * 7 }}}}']\ncontact: ['{HOSTILE}']\nfooter: '{HOSTILE}\" x=\"'\n"
        f"confidentiality: '{HOSTILE}'\nown_sections:\n"
        f"  - id: us\n    title: '{HOSTILE}'\n    label: '{HOSTILE}'\n"
        f"    text: |\n      {HOSTILE}\n\n      # {HOSTILE}\n\n      - {HOSTILE}\n\n      | {HOSTILE} | b |\n"
        f"      |---|---|\n      | {HOSTILE} | <img src=x> |\n\n      > **{HOSTILE}** `{HOSTILE}`\n"
    )
    made = brand(tmp_path, text, {"logo.svg": SHAPE})
    for sections in (("cover", "us"), ("us",)):
        html = render_html(case("rich"), lang, options(made, *sections))
        page = _Page(html)
        assert html.count("<img ") == 1
        assert "script" not in page.tags
        assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 12
        assert "onload" not in re.findall(r" ([a-z-]+)=", re.sub(r'"[^"]*"', '""', html))
    assert "{{ 7 * 7 }}" in render_html(case("rich"), lang, options(made, "cover"))
    pdf = render_pdf(case("rich"), lang, options(made, "cover", "us"))
    assert pdf.messages == ()


def test_colours_reach_the_sheet_and_every_chart() -> None:
    """A chart left in our colours would stand out on every page."""
    made = Brand("Studio", colours=Colours(accent="#8c2f39", ink="#2b2024"))
    palette = palette_of(made)
    html = render_html(case("rich"), "it", options(made)).lower()
    foreign = {PALETTE.accent, PALETTE.ink, *PALETTE.tints, *PALETTE.on_tints} - {PALETTE.paper}
    assert {colour for colour in foreign if colour in html} == set()
    assert html.count(palette.accent) > 20
    assert all(tint in html for tint in palette.tints)


def test_letters_of_a_broad_font_are_set_smaller_in_charts(tmp_path: Path) -> None:
    """Names under the steps of the staircase would run into each other."""
    text = LEAST + "fonts: {family: Prova, regular: r.otf}\n"
    made = brand(tmp_path, text, {"r.otf": postscript_font()})
    assert made.font is not None
    wide = replace(made, font=replace(made.font, breadth=1.25))
    sizes = [
        re.findall(r'font-size="([0-9.]+)"', render_html(case("rich"), "it", options(one, "ladder")))
        for one in (Brand("Studio"), wide)
    ]
    assert [float(size) / 1.25 for size in sizes[0]] == pytest.approx(list(map(float, sizes[1])), abs=0.01)


def test_without_a_brand_nothing_speaks_of_one() -> None:
    html = render_html(case("rich"), "it", ReportOptions(program_version="1.2.3"))
    for trace in ('class="brand"', 'class="sender"', 'class="confidentiality"', 'id="own-', "@font-face"):
        assert trace not in html


# Order


def order(text: str, folder: Path, *sections: str, short: bool = False) -> list[str]:
    made = brand(folder, LEAST + text)
    told = view(case("rich"), "it", options=ReportOptions(SHORT if short else sections, short, brand=made))
    return names(told)


def test_own_sections_come_before_the_method(tmp_path: Path) -> None:
    found = order(OWN, tmp_path)
    place = found.index("own-us")
    assert found[place : place + 3] == ["own-us", "own-steps", "method"]


def test_own_sections_come_before_the_appendix_where_there_is_no_method(tmp_path: Path) -> None:
    assert order(OWN + "sections: [board, glossary, answers]\n", tmp_path) == [
        "board", "own-us", "own-steps", "glossary", "answers"
    ]  # fmt: skip


def test_own_sections_come_last_where_there_is_neither(tmp_path: Path) -> None:
    assert order(OWN + "sections: [steps, board]\n", tmp_path) == ["own-steps", "board", "own-us"]


def test_the_order_of_a_brand_counts(tmp_path: Path) -> None:
    assert order(OWN + "sections: [us, method, board, steps]\n", tmp_path) == [
        "own-us", "method", "board", "own-steps"
    ]  # fmt: skip


def test_what_is_asked_for_counts_more_than_the_order_of_a_brand(tmp_path: Path) -> None:
    assert order(OWN + "sections: [us, method, board]\n", tmp_path, "board", "us") == ["board", "own-us"]


def test_a_short_report_is_short_whatever_a_brand_says(tmp_path: Path) -> None:
    found = order(OWN + "sections: [us, method, board]\n", tmp_path, short=True)
    assert not [name for name in found if name.startswith("own-")]
    assert found[0] == "board"


def test_a_brand_without_a_cover_has_its_logo_over_the_first_page(example: Brand) -> None:
    html = render_html(case("rich"), "en", options(example, "board"))
    assert '<header class="masthead">' in html
    assert html.count('class="logo"') == 1
    assert "Confidential: contains" in html


# Texts


def test_a_plain_text_serves_in_both_languages(tmp_path: Path) -> None:
    made = brand(tmp_path, LEAST + "footer: Uno\nconfidentiality: {it: Riservato, en: Confidential}\n")
    assert view(case("rich"), "it", options=options(made)).footer == "Uno · Riservato"
    assert view(case("rich"), "en", options=options(made)).footer == "Uno · Confidential"


def test_without_a_footer_of_its_own_a_brand_keeps_the_usual_one() -> None:
    usual = view(case("rich"), "it").footer
    made = Brand("Studio", confidentiality=Localised("Riservato"))
    assert view(case("rich"), "it", options=options(made)).footer == f"{usual} · Riservato"


def test_an_own_section_without_a_label_goes_by_its_title(tmp_path: Path) -> None:
    made = brand(tmp_path, LEAST + OWN)
    told = view(case("rich"), "it", options=options(made, "us"))
    assert told.headings == (Heading("own-us", "We stay", "We stay"),)
    html = render_html(case("rich"), "it", options(made, "us"))
    assert html.count("We stay") == 3  # in the contents, as a bookmark and as the heading


def test_every_kind_of_part_can_be_laid_out() -> None:
    """Markdown makes four of them; templates of consultants may hand over the others."""
    told = view(case("rich"), "en", options=options(Brand("Studio")))
    cells = (
        TableCell(("a", "b"), bold=True, mark="1", tag="new", detail="small"),
        TableCell(("2",), number=True, tint=8),
    )
    drawing = told.board.drawing
    chapter = Chapter(
        Heading("own-all", "All", "All"),
        (
            Paragraph((Run("q"),), "quote"),
            Subheading("Head", 3, "tag", "1", "detail"),
            Items(((Run("i"),),)),
            Facts((Fact("label", "value"),), figures=True),
            Table(
                "caption", "lead", ("x", "y"), (60, 40), (TableRow(cells[:1], group=True), TableRow(cells))
            ),
            Legend((TableCell(("1",), tint=0),)),
            Picture(drawing),
        ),
    )
    html = fill_template(replace(told, own={"own-all": chapter}, order=("own-all",)))
    page = _Page(html)
    assert page.open == []
    assert page.scopeless == 0
    assert {"blockquote", "h3", "ul", "table", "caption", "svg"} <= set(page.tags)
    assert 'class="number t8"' in html
    assert '<th scope="colgroup" colspan="2">' in html
