"""The report in Word: whole, accessible, reproducible, and made to be edited."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import docx
import pytest
import write_word_template
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm
from docx.table import Table as WordTable
from PIL import Image

from alignment_maturity.errors import WorkFailed
from alignment_maturity.language import Lang
from alignment_maturity.model.brand import Brand, Font
from alignment_maturity.printing import pictures as drawn
from alignment_maturity.printing.fonts import SUBSTITUTE
from alignment_maturity.printing.palette import PALETTE, palette_of
from alignment_maturity.printing.pictures import as_png, lettering
from alignment_maturity.printing.word.fonts import masked
from alignment_maturity.report.docx import pictures
from alignment_maturity.report.docx.file import Docx, render_docx
from alignment_maturity.report.docx.house_style import our_template
from alignment_maturity.report.elements.parts import Items, Picture, Table
from alignment_maturity.report.outline import chapters
from alignment_maturity.report.view import ReportOptions, view
from alignment_maturity.store.builtin import data_folder
from brand.materials import EXAMPLE, LEAST, SHAPE, brand, load
from report.sample import CASES, case, example, in_turn
from report.waves import comparison

OPTIONS = ReportOptions(program_version="1.2.3", include_notes=True)
TESTS = Path(__file__).parents[1]
WIDTH = Mm(174)


@cache
def made(name: str, lang: Lang) -> Docx:
    return render_docx(case(name), lang, OPTIONS)


def opened(name: str, lang: Lang = "en") -> Document:
    return docx.Document(io.BytesIO(made(name, lang).data))


@pytest.fixture(scope="module")
def rich() -> Document:
    return opened("rich")


def styled(word: Document, style: str) -> list[str]:
    """Return the paragraphs of a style, outside tables."""
    return [
        plain(paragraph.text)
        for paragraph in word.paragraphs
        if paragraph.style and paragraph.style.name == style
    ]


def plain(text: str) -> str:
    """Return a text without the marks that keep it on its side."""
    return text.replace("\N{LEFT-TO-RIGHT MARK}", "").replace("\N{RIGHT-TO-LEFT MARK}", "")


def is_headed(table: WordTable) -> bool:
    return table._tbl.find(f".//{qn('w:tblHeader')}") is not None


@pytest.mark.parametrize(("name", "lang"), in_turn(CASES))
def test_every_case_is_whole(name: str, lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that misses a page in one hard case is missed by the client, not by us.

    That its texts and figures are those of all other formats is tested in `test_same_everywhere`.
    """
    dot = as_png('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', 0.1, _plain())
    monkeypatch.setattr(pictures, "as_png", lambda *_, **__: dot)
    told = chapters(view(case(name), lang, options=OPTIONS))
    word = docx.Document(io.BytesIO(render_docx(case(name), lang, OPTIONS).data))
    assert styled(word, "Heading 1") == [chapter.heading.message for chapter in told]
    parts = [part for chapter in told for part in chapter.parts]
    alternatives = [picture.get("descr") for picture in word.element.body.iter(qn("wp:docPr"))]
    assert len(alternatives) == 1 + sum(isinstance(part, Picture) for part in parts)
    assert all(alternatives)
    tables = [part for part in parts if isinstance(part, Table)]
    assert sum(map(is_headed, word.tables)) == sum(bool(table.columns) for table in tables)
    assert all(table._tbl.find(f".//{qn('w:tblCaption')}") is not None for table in word.tables)
    assert _misplaced(word) == []


def test_a_comparison_of_waves_is_told_too() -> None:
    found = comparison("two")
    word = docx.Document(io.BytesIO(render_docx(found.after, "it", OPTIONS, found).data))
    assert "I progressi" in styled(word, "Section Label")


def test_headings_lists_and_captions_have_the_styles_of_word(rich: Document) -> None:
    """What the navigation pane, a table of contents and a screen reader go by."""
    styles = Counter(paragraph.style.name for paragraph in rich.paragraphs if paragraph.style)
    assert styles["Title"] == styles["Subtitle"] == 1
    for name in (
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "List Bullet",
        "List Number",
        "Caption",
        "Section Label",
    ):
        assert styles[name] > 0, name
    notes = opened("notes")
    assert styled(notes, "Quote")[0].startswith("Perché l’abbiamo scritto")


def test_headings_come_in_order(rich: Document) -> None:
    levels = [
        int(paragraph.style.name[-1])
        for paragraph in rich.paragraphs
        if paragraph.style and paragraph.style.name.startswith("Heading")
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_section_begins_a_page_but_the_first_and_the_brief_ones() -> None:
    """Pages with three lines look unfinished."""
    word = opened("scripts")
    told = chapters(view(case("scripts"), "en", options=OPTIONS))
    assert any(chapter.brief for chapter in told)
    labels = [it for it in word.paragraphs if it.style and it.style.name == "Section Label"]
    stays = [label.paragraph_format.page_break_before is False for label in labels]
    assert stays == [place == 0 or chapter.brief for place, chapter in enumerate(told)]


def test_every_numbered_list_begins_at_one(rich: Document) -> None:
    """The first steps of the second action are not steps 6 to 10."""
    numbering = rich.part.numbering_part.element
    lists = [
        it._p.find(f".//{qn('w:numId')}").get(qn("w:val"))
        for it in rich.paragraphs
        if it.style and it.style.name == "List Number"
    ]
    told = chapters(view(case("rich"), "en", options=OPTIONS))
    numbered = [
        part for chapter in told for part in chapter.parts if isinstance(part, Items) and part.numbered
    ]
    assert len(set(lists)) == len(numbered)
    for number in set(lists):
        override = numbering.num_having_numId(int(number)).find(f".//{qn('w:startOverride')}")
        assert override.get(qn("w:val")) == "1"


def test_rows_stay_whole_and_heads_repeat(rich: Document) -> None:
    for table in rich.tables:
        heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert not any(heads[1:])
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        assert look.get(qn("w:firstRow")) == str(int(heads[0]))


def test_figures_stand_to_the_right_and_tables_as_wide_as_the_text(rich: Document) -> None:
    widths = {sum(column.width or 0 for column in table.columns) for table in rich.tables if is_headed(table)}
    assert {round(Length(width).mm) for width in widths} == {174}
    table = next(table for table in rich.tables if table.rows[0].cells[0].text == "Dimension")
    styles = [cell.paragraphs[0].style.name for cell in table.rows[1].cells if cell.paragraphs[0].style]
    assert styles[0] == "Table Text"
    assert set(styles[1:]) == {"Table Number"}


def test_tints_have_a_text_colour_that_reads(rich: Document) -> None:
    """White on dark, ink on light; colour alone means nothing, so each tint has its figure."""
    pairs = set()
    for cell in rich.element.body.iter(qn("w:tc")):
        shading = cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
        if shading is not None:
            colour = cell.find(f".//{qn('w:color')}").get(qn("w:val"))
            pairs.add((f"#{shading.get(qn('w:fill')).lower()}", f"#{colour.lower()}"))
            assert "".join(it.text or "" for it in cell.iter(qn("w:t"))).strip()
    assert len(pairs) > 3
    assert pairs <= set(zip(PALETTE.tints, PALETTE.on_tints, strict=True))


def test_a_word_too_long_for_its_column_widens_it() -> None:
    """`Agreemen` above `t` looks careless."""
    word = opened("sixty")
    table = next(table for table in word.tables if table.rows[0].cells[0].text == "Question")
    widths = [round(Length(column.width or 0).mm, 1) for column in table.columns]
    heads = [cell.text for cell in table.rows[0].cells]
    assert sum(widths) == pytest.approx(174, abs=0.5)
    assert widths[heads.index("Agreement")] > widths[heads.index("Gap")]
    assert widths[0] >= 0.2 * 174


def test_the_contents_lead_to_the_sections(rich: Document) -> None:
    """A field of Word's that needs no renewal: opening the file must not raise a question."""
    links = {link.get(qn("w:anchor")): _text(link) for link in rich.element.body.iter(qn("w:hyperlink"))}
    marks = {mark.get(qn("w:name")) for mark in rich.element.body.iter(qn("w:bookmarkStart"))}
    assert set(links) == marks
    assert list(links.values()) == styled(rich, "Heading 1")
    fields = [mark.get(qn("w:fldCharType")) for mark in rich.element.body.iter(qn("w:fldChar"))]
    assert fields == ["begin", "separate", "end"]
    assert not list(rich.settings.element.iter(qn("w:updateFields")))


def test_pictures_are_sharp_and_fit_their_page(rich: Document) -> None:
    numbers = [int(it.get("id", "")) for it in rich.element.body.iter(qn("wp:docPr"))]
    assert len(set(numbers)) == len(numbers)
    for shape in rich.inline_shapes:
        assert shape.width <= WIDTH
        embedded = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
        with Image.open(io.BytesIO(rich.part.related_parts[embedded].blob)) as image:
            assert image.width / Length(shape.width).inches == pytest.approx(200, rel=0.01)
            assert image.width / image.height == pytest.approx(shape.width / shape.height, rel=0.02)


def test_a_picture_taller_than_its_page_is_made_to_fit() -> None:
    word = opened("hundred-steps")
    assert max(Length(shape.height).mm for shape in word.inline_shapes) < 297 - 27 - 23


def test_title_language_author_and_date_are_those_of_the_answers() -> None:
    about = opened("rich", "it").core_properties
    assert about.title == "Rossi Componenti Srl: rapporto di valutazione"
    assert (about.author, about.language, about.comments) == (
        "Rossi Componenti Srl",
        "it",
        "alignment-maturity 1.2.3",
    )
    assert about.created is not None
    assert about.created.date().isoformat() == "2026-11-21"
    assert about.created == about.modified


@pytest.mark.parametrize(("lang", "region"), [("it", "it-IT"), ("en", "en-GB")])
def test_spelling_is_checked_in_the_language_of_the_report(lang: Lang, region: str) -> None:
    word = opened("rich", lang)
    (found,) = word.styles.element.iter(qn("w:lang"))
    assert found.get(qn("w:val")) == region


def test_pages_are_a4_with_the_organisation_above_and_their_number_below(rich: Document) -> None:
    cover, *others = rich.sections
    assert {
        (round(Length(it.page_width or 0).mm), round(Length(it.page_height or 0).mm)) for it in rich.sections
    } == {(210, 297)}
    assert not cover.header._has_definition
    for section in others:
        assert section.header.paragraphs[0].text == "Rossi Componenti Srl"
        fields = [it.get(qn("w:instr"), "").strip() for it in section.footer._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert "Sample assessment" in _text(section.footer._element)


def test_the_font_comes_along_and_a_fallback_is_named() -> None:
    """Hardly anybody has Inter; without it lines and pages would break elsewhere."""
    with zipfile.ZipFile(io.BytesIO(made("rich", "en").data)) as parts:
        table = parts.read("word/fontTable.xml").decode()
        assert '<w:altName w:val="Segoe UI"/>' in table
        for face, key, file in zip(
            ("Regular", "Bold", "Italic"),
            write_word_template.KEYS.values(),
            ("font1", "font2", "font3"),
            strict=True,
        ):
            assert f"w:embed{face}" in table
            font = (data_folder("report_templates") / "fonts" / f"Inter-{face}.ttf").read_bytes()
            embedded = parts.read(f"word/fonts/{file}.odttf")
            assert embedded != font
            assert masked(embedded, key) == font


def test_a_report_without_a_cover_begins_with_a_head() -> None:
    word = docx.Document(io.BytesIO(render_docx(case("rich"), "en", replace(OPTIONS, short=True)).data))
    assert len(word.sections) == 1
    assert styled(word, "Title") == ["Rossi Componenti Srl"]
    assert not list(word.element.body.iter(qn("w:hyperlink")))
    assert len(styled(word, "Heading 1")) == 3


def test_names_from_right_to_left_stay_in_their_place() -> None:
    """Without runs of their own they would take brackets and figures along."""
    word = opened("scripts")
    (title,) = [
        it for it in word.paragraphs if it.style and it.style.name == "Heading 1" and "شركة" in it.text
    ]
    turned = [run for run in title._p.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None]
    assert [_text(run) for run in turned] == ["شركة"]


@pytest.mark.parametrize("name", ["markup", "hostile-actions"])
def test_texts_of_others_stay_texts(name: str) -> None:
    """A company called `<script>` neither breaks the file nor fetches one; `{{ 7 * 7 }}` is no command."""
    word = opened(name)
    assert "<script>" not in word.element.xml
    text = _text(word.element)
    assert "<script>alert(1)</script>" in text
    if name == "markup":
        assert "https://example.org/{{ 7 * 7 }}" in text
    relations = [it for part in word.part.package.iter_parts() for it in part.rels.values()]
    assert not [it for it in relations if it.is_external]


def test_no_part_bears_the_moment() -> None:
    with zipfile.ZipFile(io.BytesIO(made("undated", "en").data)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in parts.read("docProps/core.xml")


def test_the_same_input_gives_the_same_bytes_in_any_place() -> None:
    """A report made again next year, elsewhere, must be the same file, or nobody can trust a copy."""
    program = (
        "import hashlib; from report.test_docx import *;"
        "print(hashlib.sha256(made('rich', 'it').data).hexdigest())"
    )
    elsewhere = {
        **os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": os.pathsep.join((str(TESTS), str(TESTS.parent / "scripts"))),
        "FONTCONFIG_FILE": "/nowhere/fonts.conf",
    }  # fmt: skip
    told = subprocess.run(
        [sys.executable, "-c", program], env=elsewhere, check=True, capture_output=True, text=True
    )
    assert told.stdout.strip() == hashlib.sha256(made("rich", "it").data).hexdigest()
    assert told.stderr == ""


def test_the_template_is_what_its_script_writes() -> None:
    """Else the next one who runs the script undoes what somebody changed by hand."""
    with (
        zipfile.ZipFile(io.BytesIO(write_word_template.template())) as new,
        zipfile.ZipFile(data_folder("report_templates") / "report.docx") as kept,
    ):
        assert new.namelist() == kept.namelist()
        assert [name for name in new.namelist() if new.read(name) != kept.read(name)] == []


def test_pictures_need_no_pango() -> None:
    """A report in Word can be made where the libraries of the PDF are missing."""
    program = (
        "import sys; sys.modules['weasyprint'] = None;"
        "from report.test_docx import *; print(len(made('one-step', 'en').data) > 100_000)"
    )
    paths = os.pathsep.join((str(TESTS), str(TESTS.parent / "scripts")))
    told = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": paths}, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert told.stdout.strip() == "True"


# Pictures


def test_characters_that_no_font_has_are_shown_as_such_and_told() -> None:
    """A name with holes in it is worse than one with boxes."""
    nobody_has = "\U0001de00"
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text x="4" y="16">{}</text></svg>'
    with lettering(f"a{nobody_has}", {}) as letters:
        assert letters.missing == nobody_has
        assert letters.foreign == ""
        shown = as_png(svg.format(nobody_has), 10, letters)
        assert shown == as_png(svg.format(SUBSTITUTE), 10, letters)
        assert shown != as_png(svg.format(""), 10, letters)


def test_our_own_font_is_enough_for_italian_and_english() -> None:
    """So that the bytes of a picture do not depend on the machine."""
    with lettering("È così: «perché» “no” – 1º €…✓\u200b\ufe0f", {}) as letters:
        assert (letters.foreign, letters.missing) == ("", "")


def test_a_font_of_the_machine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "_drawn", lambda characters, _: characters)
    with lettering("東京", {}) as letters:
        assert (letters.foreign, letters.missing) == ("京東", "")


def test_a_drawing_reaches_no_file(tmp_path: Path) -> None:
    """A logo must not bring the pictures of whoever makes the report along."""
    file = tmp_path / "red.png"
    file.write_bytes(as_png(_square("red"), 5, _plain()))
    for image in (
        f'<image href="{file}"/>', f"<image xlink:href='{file}'/>", f'<image href = "{file.as_uri()}"/>',
        '<image href="&#47;red.png"/>', '<image href=" red.png"/>',
    ):  # fmt: skip
        with pytest.raises(WorkFailed):
            as_png(
                f'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{image}</svg>', 5, _plain()
            )
    entity = f"""<!DOCTYPE svg [<!ENTITY e '<image &#104;ref="{file}"/>'>]><svg>&e;</svg>"""
    with pytest.raises(WorkFailed):
        as_png(entity, 5, _plain())


# Brands


def test_a_brand_has_its_logo_words_colours_and_own_sections() -> None:
    example = load(EXAMPLE).brand
    word = docx.Document(io.BytesIO(render_docx(case("rich"), "en", replace(OPTIONS, brand=example)).data))
    logo, *_ = word.inline_shapes
    assert logo._inline.docPr.get("descr") == "Studio Calavento"
    assert round(Length(logo.width).mm) == 52
    text = _text(word.element)
    assert "Prepared by Marta Ferrero and Davide Sanna" in text
    assert "Via del Molo Vecchio 12, 16128 Genova" in text
    assert "We work in three meetings, with both functions at one table" in styled(word, "Heading 1")
    accent = palette_of(example).accent.removeprefix("#").upper()
    assert accent in word.styles.element.xml
    assert PALETTE.accent.removeprefix("#").upper() not in word.styles.element.xml
    assert word.core_properties.author == "Studio Calavento"
    assert "Confidential:" in _text(word.sections[-1].footer._element)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_a_logo_is_drawn_whatever_its_encoding(encoding: str, tmp_path: Path) -> None:
    """Design programs on Windows write UTF-16."""
    declared = f'<?xml version="1.0" encoding="{"UTF-8" if encoding == "utf-8-sig" else encoding}"?>'
    svg = SHAPE.replace("<path", "<title>Perché</title><path")
    text = LEAST + "logo: {file: logo.svg}\n"
    pictures = [
        _logo(brand(tmp_path, text, {"logo.svg": data}))
        for data in (svg.encode(), (declared + svg).encode(encoding))
    ]
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize(
    "text", ["> " * 25 + "x", "> " * 400 + "x", "***", "[a]: http://x.example", "![](x.png)"]
)
def test_an_own_section_of_any_text_is_written(text: str, tmp_path: Path) -> None:
    """Quotes in quotes, or a rule and nothing else: the section is there, and so is the report."""
    own = f"own_sections:\n  - {{id: us, title: About us, text: {json.dumps(text)}}}\n"
    options = replace(OPTIONS, brand=brand(tmp_path, LEAST + own), sections=("us",))
    word = docx.Document(io.BytesIO(render_docx(case("rich"), "en", options).data))
    assert styled(word, "Heading 1") == ["About us"]
    assert text.endswith("x") == any("> x" in it.text for it in word.paragraphs)


def test_a_brand_s_font_takes_the_place_of_ours() -> None:
    example = load(EXAMPLE).brand
    fonts = data_folder("report_templates") / "fonts"
    faces = {
        face: (fonts / f"Inter-{file}.ttf").read_bytes()
        for face, file in (("regular", "Italic"), ("bold", "Bold"))
    }
    data = our_template(replace(example, font=Font("Calavento Sans", faces, 1.0))).data
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        styles, table = parts.read("word/styles.xml").decode(), parts.read("word/fontTable.xml").decode()
        assert '"Inter"' not in styles + table
        assert 'w:ascii="Calavento Sans"' in styles
        assert (
            masked(parts.read("word/fonts/font1.odttf"), write_word_template.KEYS["regular"])
            == faces["regular"]
        )
        assert "embedItalic" not in table
        assert "word/fonts/font3.odttf" not in parts.namelist()
    docx.Document(io.BytesIO(data))


def test_the_example_companies_have_their_report() -> None:
    word = docx.Document(io.BytesIO(render_docx(example("ponteverde-software"), "it", OPTIONS).data))
    assert styled(word, "Title") == ["Ponteverde Software Srl"]


def _logo(made: Brand) -> bytes:
    """Return the picture of a brand's logo on the cover."""
    options = replace(OPTIONS, brand=made, sections=("cover", "board"))
    word = docx.Document(io.BytesIO(render_docx(case("rich"), "en", options).data))
    (picture,) = (it for it in word.inline_shapes if it._inline.docPr.get("descr") == "Studio")
    blip = next(iter(picture._inline.iter(qn("a:blip"))))
    return bytes(word.part.related_parts[blip.get(qn("r:embed"))].blob)


def _misplaced(word: Document) -> list[str]:
    """Return the elements whose children are not in the order of the schema, which Word would not open."""
    orders = {
        "w:pPr": "pStyle keepNext pageBreakBefore framePr numPr pBdr tabs spacing ind jc",
        "w:rPr": "rStyle rFonts b bCs i iCs caps color spacing sz szCs bdr rtl lang",
        "w:tcPr": "tcW gridSpan tcBorders shd vAlign",
        "w:tblPr": "tblStyle tblW tblLayout tblCellMar tblLook tblCaption",
    }
    found = []
    for name, order in orders.items():
        names = order.split()
        for it in word.element.body.iter(qn(name)):
            tags = [child.tag.rpartition("}")[2] for child in it if child.tag.rpartition("}")[2] != "sectPr"]
            places = [names.index(tag) for tag in tags]
            found += [name] if places != sorted(set(places)) else []
    return found + [
        "w:tc" for cell in word.element.body.iter(qn("w:tc")) if not len(cell) or cell[-1].tag != qn("w:p")
    ]


def _text(element: BaseOxmlElement) -> str:
    return plain("".join(it.text or "" for it in element.iter(qn("w:t"))))


def _plain() -> drawn.Lettering:
    return drawn.Lettering((), "", "")


def _square(colour: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
        f'<rect width="20" height="20" fill="{colour}"/></svg>'
    )
