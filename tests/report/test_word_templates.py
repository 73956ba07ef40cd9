"""Word templates of the consultant's own: what they can name, how they look, and what they cannot do."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt

from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.language import LANGUAGES
from alignment_maturity.language.problems import PHRASES, advise, describe
from alignment_maturity.model.findings import Suggestion
from alignment_maturity.report.docx import file
from alignment_maturity.report.docx import template as filling
from alignment_maturity.report.docx.styles import KINDS as STYLES
from alignment_maturity.report.sections import SECTIONS
from alignment_maturity.store.builtin import data_folder
from alignment_maturity.store.word_templates import NAME, WordTemplate, read_word_template
from brand.materials import EXAMPLE, load
from report.word_templates import OFFICE, problems, related, repacked, report, written

REPORT = "{{p report }}"
GUIDE = Path(__file__).parents[2] / "docs" / "word.md"


def texts(word: Document) -> list[str]:
    return [paragraph.text for paragraph in word.paragraphs]


def styled(word: Document, style: str) -> list[str]:
    return [it.text for it in word.paragraphs if it.style and it.style.name == style]


def codes(folder: Path, template: bytes) -> list[str]:
    return [problem.code for problem in problems(folder, template)]


# What a template can name


def test_texts_stand_where_they_are_named(tmp_path: Path) -> None:
    names = ("organisation", "level", "level_name", "date", "wave", "respondents", "language")
    line = " | ".join(f"{{{{ {name} }}}}" for name in names)
    word = report(tmp_path, written(line, "{{ title }} / {{ placement }} / {{ program }}", REPORT))
    people = "12 people (Marketing 4, Sales 5, Leadership 3)"
    assert texts(word)[0] == f"Rossi Componenti Srl | 2 | Alliance | 21 November 2026 |  | {people} | en"
    title = "Rossi Componenti Srl: assessment report"
    assert texts(word)[1] == f"{title} / Level 2 of 5: Alliance / alignment-maturity"
    assert "How sure the placement is" in styled(word, "Heading 2")


def test_loops_and_conditions_are_those_of_jinja(tmp_path: Path) -> None:
    word = report(
        tmp_path,
        written(
            "{%p for fact in facts %}", "{{ fact.label }}: {{ fact.value }}", "{%p endfor %}",
            "{%p if sections.progress %}", "Progress", "{%p else %}", "No earlier wave", "{%p endif %}",
            REPORT,
        ),
    )  # fmt: skip
    assert texts(word)[:2] == [
        "Date: 21 November 2026",
        "Respondents: 12 people (Marketing 4, Sales 5, Leadership 3)",
    ]
    assert "No earlier wave" in texts(word)
    assert "Progress" not in texts(word)


def test_sections_stand_where_they_are_named(tmp_path: Path) -> None:
    """A consultant’s own order, with words of their own between."""
    word = report(
        tmp_path, written("Our plan", "{{p sections.plan }}", "The summary", "{{p sections.board }}", "End")
    )
    heads = styled(word, "Heading 1")
    assert len(heads) == 2
    order = ["Our plan", heads[0], "The summary", heads[1], "End"]
    places = [texts(word).index(text) for text in order]
    assert places == sorted(places)


def test_every_section_has_a_name(tmp_path: Path) -> None:
    """Those left out or without anything to say are empty."""
    names = [name.replace("-", "_") for name in SECTIONS if name != "cover"]
    template = written(*(f"{{{{p sections.{name} }}}}" for name in names))
    whole = report(tmp_path, written(REPORT))
    assert sorted(styled(report(tmp_path, template), "Heading 1")) == sorted(styled(whole, "Heading 1"))
    alone = report(tmp_path, template, sections=("board",))
    assert len(styled(alone, "Heading 1")) == 1


def test_own_sections_of_a_brand_are_named_by_their_ids(tmp_path: Path) -> None:
    brand = load(EXAMPLE).brand
    template = written("{{ brand.name }}, {{ brand.contact | first }}", "{{p sections.our_method }}")
    word = report(tmp_path, template, brand=brand)
    assert texts(word)[0] == "Studio Calavento, Marketing and sales consulting"
    assert styled(word, "Heading 1") == ["We work in three meetings, with both functions at one table"]


def test_without_a_brand_its_names_are_empty(tmp_path: Path) -> None:
    word = report(
        tmp_path, written("{{ brand.name }}{% for line in brand.contact %}{{ line }}{% endfor %}|", REPORT)
    )
    assert texts(word)[0] == "|"


def test_a_command_without_its_p_takes_the_paragraph_too(tmp_path: Path) -> None:
    """Easily forgotten, and what is meant is clear."""
    word = report(tmp_path, written("Before", "{{ report }}", "After"))
    assert texts(word)[0] == "Before"
    assert texts(word)[-1] == "After"
    assert styled(word, "Heading 1")


def test_pictures_stand_in_a_line_of_the_template(tmp_path: Path) -> None:
    """In a cell, to the right, beside words: the paragraph keeps its layout."""

    def beside(word: Document) -> None:
        cell = word.add_table(1, 2).rows[0].cells[1]
        cell.paragraphs[0].text = "By {{ logo }}"

    template = written("{{ picture }}", REPORT, change=beside)
    word = report(tmp_path, template, brand=load(EXAMPLE).brand)
    (cell,) = word.tables[-1].rows[0].cells[1:]
    (logo,) = cell._tc.iter(qn("wp:docPr"))
    assert logo.get("descr") == "Studio Calavento"
    assert cell.text.startswith("By ")
    (ladder,) = word.paragraphs[0]._p.iter(qn("wp:docPr"))
    assert "5 steps" in str(ladder.get("descr"))


def test_the_contents_list_what_the_template_holds(tmp_path: Path) -> None:
    word = report(tmp_path, written("{{p contents }}", "{{p sections.ladder }}", "{{p sections.board }}"))
    links = [
        "".join(it.text or "" for it in link.iter(qn("w:t")))
        for link in word.element.body.iter(qn("w:hyperlink"))
    ]
    assert links == styled(word, "Heading 1")
    assert len(links) == 2


def test_a_section_fits_a_cell_and_the_page_of_its_place(tmp_path: Path) -> None:
    def narrow(word: Document) -> None:
        section = word.sections[0]
        section.page_width, section.left_margin, section.right_margin = Mm(148), Mm(24), Mm(24)

    word = report(tmp_path, written(REPORT, change=narrow))
    assert {round(Length(sum(it.width or 0 for it in table.columns)).mm) for table in word.tables} <= {
        100,
        52,
    }
    assert max(Length(shape.width).mm for shape in word.inline_shapes) <= 100

    def in_cell(word: Document) -> None:
        word.add_table(1, 1).rows[0].cells[0].paragraphs[0].text = "{{p sections.glossary }}"

    word = report(tmp_path, written("Words", change=in_cell))
    (cell,) = word.tables[0].rows[0].cells
    assert cell._tc[-1].tag == qn("w:p")  # else Word calls the file damaged
    assert cell.tables


def test_headers_footers_and_properties_are_filled(tmp_path: Path) -> None:
    def edges(word: Document) -> None:
        word.sections[0].header.paragraphs[0].text = "{{ organisation }}"
        word.sections[0].footer.paragraphs[0].text = "{{ brand.name or 'Studio' }} – {{ date }}"
        word.core_properties.category = "Assessment"

    word = report(tmp_path, written(REPORT, change=edges))
    assert word.sections[0].header.paragraphs[0].text == "Rossi Componenti Srl"
    assert word.sections[0].footer.paragraphs[0].text == "Studio – 21 November 2026"
    assert word.core_properties.category == "Assessment"
    assert word.core_properties.title == "Rossi Componenti Srl: assessment report"


def test_texts_of_the_report_are_no_commands(tmp_path: Path) -> None:
    """Somebody's note with braces must neither be computed nor break the report."""
    word = report(tmp_path, written("{{ organisation }}", REPORT), name="markup", include_notes=True)
    assert texts(word)[0] == "<script>alert(1)</script>"
    assert any("{{ 7 * 7 }}" in text for text in texts(word))


# How it looks


def test_the_template_s_own_styles_are_used(tmp_path: Path) -> None:
    def restyled(word: Document) -> None:
        word.styles["Heading 1"].font.name = "Georgia"
        word.styles.add_style("Lead", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(20)

    word = report(tmp_path, written(REPORT, change=restyled))
    assert word.styles["Heading 1"].font.name == "Georgia"
    assert word.styles["Lead"].font.size == Pt(20)
    assert styled(word, "Lead")


def test_styles_that_it_lacks_are_added_in_its_font(tmp_path: Path) -> None:
    """A template made in an afternoon has hardly any."""
    template = written(REPORT)
    word = report(tmp_path, template)
    before = {style.name for style in docx.Document(io.BytesIO(template)).styles}
    added = {style.name: style for style in word.styles if style.name not in before}
    assert {"Section Label", "Table Number", "Report Table", "Mark"} <= set(added)
    assert all(style.element.find(f".//{qn('w:rFonts')}") is None for style in added.values())
    assert all(
        style.base_style is not None for style in added.values() if style.type == WD_STYLE_TYPE.PARAGRAPH
    )
    used = {
        it.get(qn("w:val"))
        for name in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for it in word.element.body.iter(qn(name))
    }
    assert used <= {style.style_id for style in word.styles}


def test_a_style_of_the_same_id_but_another_name_is_kept(tmp_path: Path) -> None:
    def clash(word: Document) -> None:
        style = word.styles.add_style("Somebody's", WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(qn("w:styleId"), "Lead")

    word = report(tmp_path, written(REPORT, change=clash))
    assert word.styles["Somebody's"].style_id == "Lead"
    assert word.styles["Lead"].style_id == "LeadReport"
    assert styled(word, "Lead")


def test_lists_work_without_any_in_the_template(tmp_path: Path) -> None:
    """A document that never had a list has no part for them."""

    def listless(word: Document) -> None:
        for name in ("List Bullet", "List Number"):
            style = word.styles[name].element
            style.getparent().remove(style)
        part = word.part
        (relation,) = [key for key, it in part.rels.items() if it.reltype == RELATIONSHIP_TYPE.NUMBERING]
        part.drop_rel(relation)
        part.rels.pop(relation, None)

    word = report(tmp_path, written(REPORT, change=listless))
    numbering = word.part.numbering_part.element
    for name in ("List Bullet", "List Number"):
        first = next(it for it in word.paragraphs if it.style and it.style.name == name)
        number = numbering.num_having_numId(int(first._p.find(f".//{qn('w:numId')}").get(qn("w:val"))))
        found = number.abstractNumId.val
        definitions = {it.get(qn("w:abstractNumId")): it for it in numbering.findall(qn("w:abstractNum"))}
        kind = definitions[str(found)].find(f".//{qn('w:numFmt')}").get(qn("w:val"))
        assert kind == {"List Bullet": "bullet", "List Number": "decimal"}[name]
    tags = [it.tag for it in numbering]
    assert tags == sorted(tags, key=[qn("w:abstractNum"), qn("w:num")].index)


def test_the_language_is_that_of_the_report(tmp_path: Path) -> None:
    word = report(tmp_path, written(REPORT))
    defaults = word.styles.element.find(qn("w:docDefaults"))
    assert [it.get(qn("w:val")) for it in defaults.iter(qn("w:lang"))] == ["en-GB"]


def test_the_first_section_of_a_place_does_not_break_the_page(tmp_path: Path) -> None:
    """Where it begins is for the template to say."""
    word = report(tmp_path, written("{{p sections.board }}", "{{p sections.ladder }}"))
    labels = [it for it in word.paragraphs if it.style and it.style.name == "Section Label"]
    assert [it.paragraph_format.page_break_before for it in labels] == [False, False]


# What is wrong with it


def test_unknown_names_are_all_told_with_what_was_probably_meant(tmp_path: Path) -> None:
    found = problems(tmp_path, written("{{ organization }} {{ datum }} {{ levell }}", REPORT))
    assert {it.code for it in found} == {"word-template-name"}
    assert [it.values["name"] for it in found] == ["datum", "levell", "organization"]
    assert "`level`" in describe(found[1], "en")
    assert {it.source for it in found} == {str(tmp_path / NAME)}


def test_an_unknown_section_is_told_with_its_paragraph_and_all_the_names(tmp_path: Path) -> None:
    """A letterhead has a hundred paragraphs; which one is it, and what can stand there."""
    (found,) = problems(tmp_path, written("Dear board", "{{p contents }}", "{{p sections.plna }}", REPORT))
    assert (found.source, found.code) == (str(tmp_path / NAME), "word-template-part")
    assert (found.line, found.column, found.excerpt) == (3, 14, "{{p sections.plna }}")
    assert describe(found, "en") == "`sections` has no `plna`; did you mean `plan`?"
    assert describe(found, "it") == "`sections` non ha `plna`; forse `plan`?"
    assert advise(found, "en").startswith("the names are: board, benchmark, ")
    assert advise(found, "it").startswith("i nomi sono: board, benchmark, ")


WRONG_PLACES: dict[str, tuple[tuple[str, ...], int, str]] = {
    "name": (("a", "Dear {{ organization }}", REPORT), 2, "word-template-name"),
    "of a brand": ((REPORT, "{{ brand.nme }}"), 2, "word-template-part"),
    "beside another": ((REPORT, "{{p sections.pan }}{{ date }}"), 2, "word-template-part"),
    "in brackets": ((REPORT, "{{ sections['nope'] }}"), 2, "word-template-part"),
    "in a loop": (
        ("{%p for it in facts %}", "{{ it.lable }}", "{%p endfor %}", REPORT), 2, "template-no-part"
    ),
    "sum": (("x", "{{ 7 * 'a' }}", "{{ date }}", REPORT), 2, "template-arithmetic"),
    "list": (("x", "{{ facts }}", REPORT), 2, "template-not-a-text"),
    "filter": (("x", "{{ date }} {{ title | shout }}", REPORT), 2, "word-template-syntax"),
    "left open": (
        ("x", "{%p if cover %}", "{%p if wave %}", "y", "{%p endif %}", REPORT), 2, "word-template-syntax"
    ),
    "half a command": (("x", "y", "{{ date", REPORT), 3, "word-template-unclosed"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG_PLACES)
def test_what_is_wrong_is_told_with_its_paragraph(case: str, tmp_path: Path) -> None:
    texts_, number, code = WRONG_PLACES[case]
    (found,) = problems(tmp_path, written(*texts_))
    assert (found.code, found.line, found.excerpt) == (code, number, texts_[number - 1])


def test_paragraphs_of_tables_and_edges_are_told_too(tmp_path: Path) -> None:
    def table(word: Document) -> None:
        rows = word.add_table(3, 1).rows
        texts_ = ("{%tr for a in brand.nope %}", "{{ a }}", "{%tr endfor %}")
        for row, text in zip(rows, texts_, strict=True):
            row.cells[0].paragraphs[0].text = text

    (found,) = problems(tmp_path, written("{{ date }}", REPORT, change=table))
    assert (found.code, found.line, found.excerpt) == ("word-template-part", 3, "{%tr for a in brand.nope %}")

    for text, code in (
        ("{{ brand.nope }}", "word-template-part"),
        ("{{ dtae }}", "word-template-name"),
        ("See {{p sections.board }}", "word-template-place"),
        ("See {{ date", "word-template-unclosed"),
    ):

        def edge(word: Document, text: str = text) -> None:
            word.sections[0].footer.paragraphs[0].text = text

        (found,) = problems(tmp_path, written(REPORT, change=edge))
        assert (found.code, found.line, found.excerpt) == (code, 1, text)


def test_a_paragraph_that_cannot_be_told_is_not_made_up(tmp_path: Path) -> None:
    """The title of the file is in no paragraph."""

    def titled(word: Document) -> None:
        word.core_properties.title = "{{ 7 * 'a' }}"

    (found,) = problems(tmp_path, written("{{ date }}", REPORT, change=titled))
    assert (found.code, found.line, found.excerpt) == ("template-arithmetic", 0, "")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ sections.plans }}", "word-template-part"),
        ("{{ organisation", "word-template-unclosed"),
        ("{% if cover }", "word-template-unclosed"),
        ("{% if cover %}", "word-template-syntax"),
        ("{{ organisation | shout }}", "word-template-syntax"),
        ("{{ organisation.__class__ }}", "template-no-part"),
        ("{{ ''.__class__.__mro__ }}", "template-no-part"),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "template-no-part"),
        ("{{ 'a' * 999999999 }}", "template-arithmetic"),
        ("{% for a in range(99999999) %}x{% endfor %}", "template-endless"),
        ("{{ facts }}", "template-not-a-text"),
        ("{% include 'board.html.j2' %}", "template-error"),
    ],
)
def test_what_a_template_may_not_do_is_said(tmp_path: Path, text: str, code: str) -> None:
    (found,) = problems(tmp_path, written(text, REPORT))
    assert found.code in {code, "template-forbidden"}, found


def test_a_command_that_begins_here_and_ends_there(tmp_path: Path) -> None:
    """It would be left out in silence."""

    def across(word: Document) -> None:
        table = word.add_table(1, 1)
        table.rows[0].cells[0].paragraphs[0].text = "{%p if cover %}"
        table.rows[0].cells[0].add_paragraph("x")
        word.add_paragraph("{%tr endif %}")

    assert codes(tmp_path, written(REPORT, change=across))[0] in {
        "word-template-broken",
        "word-template-syntax",
    }


def test_a_template_without_a_place_for_the_report(tmp_path: Path) -> None:
    assert codes(tmp_path, written("{{ organisation }}", "{{p contents }}")) == ["word-template-empty"]


def test_blocks_belong_in_the_text(tmp_path: Path) -> None:
    def edge(word: Document) -> None:
        word.sections[0].footer.paragraphs[0].text = "{{p sections.board }}"

    assert codes(tmp_path, written(REPORT, change=edge)) == ["word-template-place"]


# Files


def test_a_folder_without_one(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as refusal:
        read_word_template(tmp_path)
    assert [it.code for it in refusal.value.problems] == ["missing-file"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no-word-template"),
        (b"Dear board,", "no-word-template"),
        (b"%PDF-1.7", "no-word-template"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "word-template-locked"),
        (repacked(written(REPORT), {"[Content_Types].xml": None}), "word-template-damaged"),
        (repacked(written(REPORT), {"word/document.xml": None}), "word-template-damaged"),
        (repacked(written(REPORT), {"word/document.xml": lambda part: part[:-200]}), "word-template-damaged"),
        (repacked(written(REPORT), {"word/styles.xml": b"<w:styles/>"}), "word-template-damaged"),
        (
            repacked(
                written(REPORT),
                {
                    "word/document.xml": lambda part: part.replace(
                        b"<w:document", b"<!DOCTYPE w><w:document", 1
                    )
                },
            ),
            "word-template-damaged",
        ),
        (
            repacked(
                written(REPORT),
                {"[Content_Types].xml": lambda part: part.replace(b"document.main", b"template.main")},
            ),
            "no-word-template",
        ),
    ],
    ids=["empty", "text", "pdf", "locked", "types", "document", "cut", "styles", "doctype", "dotx"],
)
def test_what_is_no_word_document(tmp_path: Path, data: bytes, code: str) -> None:
    assert codes(tmp_path, data) == [code]


def test_what_would_fill_the_memory(tmp_path: Path) -> None:
    """A file of a few kilobytes that unpacks to gigabytes."""
    bomb = repacked(written(REPORT), {"word/media/bomb.xml": bytes(129 * 2**20)})
    assert len(bomb) < 2**20
    assert codes(tmp_path, bomb) == ["word-template-too-large"]
    crowd = repacked(written(REPORT), {f"word/{number}.txt": b"" for number in range(2000)})
    assert codes(tmp_path, crowd) == ["word-template-too-large"]
    (tmp_path / NAME).write_bytes(bytes(20 * 2**20 + 1))
    with pytest.raises(InvalidInput) as refusal:
        read_word_template(tmp_path)
    assert [it.code for it in refusal.value.problems] == ["too-large"]


@pytest.mark.parametrize(
    ("changes", "code", "found"),
    [
        (related("oleObject", "embeddings/one.bin", mode="Internal"), "word-template-active", "oleObject"),
        (related("package", "embeddings/one.xlsx", mode="Internal"), "word-template-active", "package"),
        (related("vbaProject", "vbaProject.bin", mode="Internal"), "word-template-active", "vbaProject"),
        (related("aFChunk", "chunk.html", mode="Internal"), "word-template-active", "aFChunk"),
        (
            related("image", "https://example.org/pixel.png"),
            "word-template-outside",
            "https://example.org/pixel.png",
        ),
        (related("image", "file:///etc/passwd"), "word-template-outside", "file:///etc/passwd"),
        (related("hyperlink", "file:///etc/passwd"), "word-template-outside", "file:///etc/passwd"),
        (related("hyperlink", "javascript:alert(1)"), "word-template-outside", "javascript:alert(1)"),
        (related("frame", "https://example.org/"), "word-template-outside", "https://example.org/"),
    ],
)
def test_what_would_run_or_fetch_something(
    tmp_path: Path, changes: dict[str, Callable[[bytes], bytes]], code: str, found: str
) -> None:
    """A template from somewhere must not turn the consultant’s report into a Trojan horse."""
    (problem,) = problems(tmp_path, repacked(written(REPORT), changes))
    assert (problem.code, problem.values["found"]) == (code, found)


def test_a_document_with_macros(tmp_path: Path) -> None:
    macros = repacked(
        written(REPORT),
        {
            "[Content_Types].xml": lambda part: part.replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"application/vnd.ms-word.document.macroEnabled.main+xml",
            )
        },
    )
    assert codes(tmp_path, macros) == ["word-template-active"]


@pytest.mark.parametrize(
    "pieces",
    [
        ["DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"],
        [" INCLUDE", "TEXT /etc/passwd"],
        ["LINK Excel.Sheet x"],
        ["QUOTE 1", None, " DDE x"],
    ],
)
def test_fields_that_read_other_files(tmp_path: Path, pieces: list[str | None]) -> None:
    def field(word: Document) -> None:
        paragraph = word.add_paragraph()._p
        for piece in pieces:
            run = OxmlElement("w:r")
            part = OxmlElement("w:fldChar" if piece is None else "w:instrText")
            part.text = piece or ""
            run.append(part)
            paragraph.append(run)

    (problem,) = problems(tmp_path, written(REPORT, change=field))
    assert problem.code == "word-template-active"


def test_pictures_of_the_old_kind_cannot_fetch_either(tmp_path: Path) -> None:
    picture = (
        f'<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape>'
        '<v:imagedata src="https://example.org/pixel.png"/></v:shape></w:pict></w:r></w:p>'
    )
    template = written(REPORT, change=lambda word: word.element.body.insert(0, parse_xml(picture)))
    assert codes(tmp_path, template) == ["word-template-outside"]


def test_all_of_it_is_told_at_once(tmp_path: Path) -> None:
    template = repacked(written(REPORT), related("oleObject", "one.bin", mode="Internal"))
    template = repacked(template, related("image", "https://example.org/a.png"))
    assert sorted(codes(tmp_path, template)) == ["word-template-active", "word-template-outside"]


def test_links_to_the_web_and_the_origin_of_a_document_are_no_problem(tmp_path: Path) -> None:
    """Word notes which file a document was begun from; the report does not pass that on."""
    template = repacked(
        written(REPORT),
        related("hyperlink", "https://www.calavento.example/")
        | {
            "word/settings.xml": lambda part: part.replace(
                b"<w:zoom", b'<w:attachedTemplate r:id="rId1" xmlns:r="' + OFFICE.encode() + b'"/><w:zoom', 1
            ),
            "word/_rels/settings.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="rId1" Type="{OFFICE}/attachedTemplate"'
                ' Target="file:///C:/Users/Marta/Studio.dotx" TargetMode="External"/></Relationships>'
            ).encode(),
        },
    )
    word = report(tmp_path, template)
    settings = word.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    assert not settings.rels
    assert word.settings.element.find(qn("w:attachedTemplate")) is None
    assert any(it.is_external for it in word.part.rels.values())


def test_our_own_template_passes(tmp_path: Path) -> None:
    """Whoever begins from a copy of it."""
    ours = (data_folder("report_templates") / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(ours)
    assert read_word_template(tmp_path).data == ours
    with zipfile.ZipFile(io.BytesIO(ours)) as parts:
        assert filling.blocks(docx.Document(io.BytesIO(ours))) == ()
        assert b"{{p report }}" in parts.read("word/document.xml")
    assert styled(report(tmp_path, ours), "Title") == ["Rossi Componenti Srl"]


def test_the_guide_names_everything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is not in it is found by nobody."""
    named: dict[str, object] = {}
    fill = filling.fill

    def filled(template: WordTemplate, values: Mapping[str, object]) -> Document:
        named.update(values)
        return fill(template, values)

    monkeypatch.setattr(file, "fill", filled)
    report(tmp_path, written(REPORT))
    sections = named.pop("sections")
    assert isinstance(sections, dict)
    guide = re.sub("```.*?```", "", GUIDE.read_text("utf-8"), flags=re.DOTALL)
    quoted = " ".join(re.findall("`([^`]+)`", guide)).lower()
    for name in {*named, *sections, *map(str.lower, STYLES)} - {"heading 2"}:
        assert re.search(rf"\b{re.escape(name)}\b", quoted), name


def test_every_problem_is_said_in_both_languages() -> None:
    for code in [code for code in PHRASES if "word-template" in code]:
        values = {
            "found": "x",
            "reason": "y",
            "name": "z",
            "kind": "y",
            "limit": 1,
            "known": "",
            "suggestion": Suggestion("a", ()),
        }
        for lang in LANGUAGES:
            problem = Problem(code, "report.docx", values=values)
            assert "{" not in describe(problem, lang).replace("{{", "")
            advise(problem, lang)
