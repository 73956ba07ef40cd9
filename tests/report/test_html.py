"""The report as HTML: whole, escaped, self-contained, accessible."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import jinja2
import pytest
from jinja2 import nodes

from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.report.html import fill_template, render_html, style_sheet
from alignment_maturity.report.sections import SECTIONS
from alignment_maturity.report.view import ReportOptions, view
from alignment_maturity.result import Assessment
from alignment_maturity.store.builtin import data_folder
from report.sample import CASES, answers, case, instrument, leaning, result
from report.waves import WAVES, comparison

ALL = ReportOptions(include_notes=True, program_version="1.2.3")
TEMPLATES = sorted(data_folder("report_templates").glob("*.j2"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_every_case_renders_to_sound_html(name: str, lang: Lang) -> None:
    """Unclosed tags, doubled ids or a skipped heading level show in browsers and screen readers."""
    page = _Page(render_html(case(name), lang, ALL))
    assert page.open == []
    assert page.lang == lang
    assert len(page.ids) == len(set(page.ids))
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert page.scopeless == 0
    assert {href.removeprefix("#") for href in page.links} <= set(page.ids)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", WAVES)
def test_every_comparison_renders_to_sound_html(name: str, lang: Lang) -> None:
    found = comparison(name)
    html = render_html(found.after, lang, ALL, found)
    page = _Page(html)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert {"progress", "changes"} <= set(page.ids)
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert page.scopeless == 0
    assert {"script", "img", "link", "i", "b"}.isdisjoint(page.tags)
    for drawing in re.findall(r"<svg.*?</svg>", html, flags=re.DOTALL):
        assert ET.fromstring(drawing).get("role") == "img"  # noqa: S314 - drawn by ourselves


def test_markup_in_titles_of_actions_stays_text() -> None:
    """A questionnaire from elsewhere must not run in the browser of whoever opens the report."""
    html = render_html(case("hostile-actions"), "en", ALL)
    page = _Page(html)
    assert {"script", "img", "b"}.isdisjoint(page.tags)
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 4
    for drawing in re.findall(r"<svg.*?</svg>", html, flags=re.DOTALL):
        ET.fromstring(drawing)  # noqa: S314 - drawn by ourselves


def test_an_action_in_a_table_leads_to_its_card() -> None:
    html = render_html(case("forty-steps"), "en")
    links = [link for link in _Page(html).links if link.startswith("#action-")]
    assert set(links) == {f"#action-{rank}" for rank in range(1, 41)}
    assert links.count("#action-7") == 2


@pytest.mark.parametrize("name", [*SECTIONS, "short"])
def test_each_section_stands_alone(name: str) -> None:
    """Links into what is not printed lead nowhere."""
    for found in (case("forty-steps"), case("level-five-with-room"), case("nothing")):
        options = ReportOptions(short=True) if name == "short" else ReportOptions(sections=(name,))
        page = _Page(render_html(found, "it", options))
        assert page.open == []
        assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
        assert page.headings[0] == 1
        assert all(
            after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False)
        )


def test_names_from_right_to_left_do_not_turn_the_line() -> None:
    """“Level 2 of 5” must not come out as “5 of 2 level” behind an Arabic name."""
    html = render_html(case("right-to-left"), "en", ALL)
    name = "\N{FIRST STRONG ISOLATE}شركة الأمل\N{POP DIRECTIONAL ISOLATE}"
    assert f"{name} 2026 is at level 1 of 5" in html
    assert "<title>شركة الأمل 2026" in html
    assert '<p dir="auto">ملاحظة طويلة: 3 من 5، CRM مشترك.</p>' in html
    assert "\N{FIRST STRONG ISOLATE}" not in render_html(case("rich"), "en")


def test_lettering_of_drawings_is_printed_as_it_is_seen() -> None:
    """WeasyPrint sets the letters of a drawing one after the other, from the left."""
    told = view(case("right-to-left"), "it")
    assert "أ) استراتيجية" not in fill_template(told)
    printed = re.findall(r"<text[^>]*>([^<]*)</text>", fill_template(told))
    assert "(أ) ةيجيتارتسا" in printed
    assert "2 تاعيبملا" not in printed
    assert "تاعيبملا 2" in printed
    shown = re.findall(r"<text[^>]*>([^<]*)</text>", fill_template(told, style="p {}"))
    assert "\N{FIRST STRONG ISOLATE}استراتيجية (أ)\N{POP DIRECTIONAL ISOLATE}" in shown
    assert '<p dir="rtl">ملاحظة' in fill_template(view(case("right-to-left"), "it", options=ALL))


def test_the_title_of_a_table_stands_on_every_page_it_goes_on_to() -> None:
    """A head without a title, on the third page of a map, says nothing."""
    html = fill_template(view(case("sixty"), "en"))
    heads = re.findall(r"<thead>\s*<tr class=\"title\"><th[^>]*>([^<]*)", html)
    assert {"Mean level by question and function", "Levels by dimension", "The actions by horizon"} <= set(
        heads
    )


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_fetched(name: str) -> None:
    """A report opened offline, or years later, must be whole, and tell nobody it was opened."""
    html = render_html(case(name), "en")
    page = _Page(html)
    assert page.sources == []
    assert "@import" not in html
    assert "url(" not in html


def test_markup_in_names_and_notes_stays_text() -> None:
    """An organisation called `<script>` must not run in the browser of whoever opens the report."""
    html = render_html(case("markup"), "it", ALL)
    page = _Page(html)
    assert {"script", "img", "link", "i", "b"}.isdisjoint(page.tags)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert page.links
    assert all(link.startswith("#") for link in page.links)
    assert "{{ 7 * 7 }}" in html


def test_notes_and_names_appear_only_when_asked_for() -> None:
    """People answered on the understanding that what they wrote stays with the facilitator."""
    without, with_notes = render_html(case("notes"), "it"), render_html(case("notes"), "it", ALL)
    for text in ("Persona 0", "Verbale n. 7", "Perché l’abbiamo scritto così"):
        assert text not in without
        assert text in with_notes


def test_a_note_of_two_thousand_characters_is_printed_whole() -> None:
    remark = case("notes").remarks[0]
    assert len(remark.note) > 1900
    assert " ".join(remark.note.split()) in " ".join(render_html(case("notes"), "it", ALL).split())


def test_what_a_hidden_person_answered_leaves_no_trace() -> None:
    """Two companies that differ only in which question the hidden person marked high get the same report.

    The two questions weigh the same in one dimension and are no gates, so the placement is the same, and
    whatever differs would give the answer away. Alpha and the order of actions are figures of all questions
    together that the contract leaves open.
    """
    one, other = (_with_hidden_answers(high) for high in ("q8", "q4"))
    assert one.suppressed_groups == ("leadership",)
    assert one.combined_withheld
    assert one.questions != ()
    assert render_html(one, "en", ALL) == render_html(other, "en", ALL)
    opened = (_with_hidden_answers(high, min_group=1) for high in ("q8", "q4"))
    assert len({render_html(result, "en", ALL) for result in opened}) == 2


def test_a_hidden_group_has_no_column_and_no_index() -> None:
    """Its name stands where people are counted and where its absence is explained, nowhere else."""
    html = render_html(case("hidden"), "en")
    cells = re.findall(r"<t[hd][^>]*>([^<]*)", html)
    assert "Leadership" not in cells
    assert "All" not in cells
    assert "Index, Leadership" not in html
    shown = render_html(case("rich"), "en")
    assert {"Leadership", "All"} <= set(re.findall(r"<t[hd][^>]*>([^<]*)", shown))
    counts = sum(map(int, re.findall(r'<span class="number[^"]*">(\d+)</span>', html)))
    assert counts == 9 * 12


@pytest.mark.parametrize("name", CASES)
def test_charts_have_a_text_that_stands_for_them(name: str) -> None:
    html = render_html(case(name), "en")
    drawings = re.findall(r"<svg.*?</svg>", html, flags=re.DOTALL)
    assert drawings
    for drawing in drawings:
        root = ET.fromstring(drawing)  # noqa: S314 - drawn by ourselves
        assert root.get("role") == "img"
        title = root.find("{http://www.w3.org/2000/svg}title")
        assert title is not None
        assert root.get("aria-label") == title.text
        assert "Inter" in (root.get("font-family") or "")


def test_the_page_for_paper_comes_without_its_style() -> None:
    """The printer parses the sheet once for all reports."""
    assert "<style>" not in fill_template(view(case("rich"), "en"))
    assert style_sheet() in render_html(case("rich"), "en")


def test_a_word_a_template_lacks_is_an_error() -> None:
    """A silent hole would be printed."""
    told = dataclasses.replace(view(case("rich"), "en"), words={})
    with pytest.raises(jinja2.UndefinedError):
        fill_template(told)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.name))
def test_templates_compute_nothing(template: Path) -> None:
    """Figures made in a template would differ from those of the other outputs, untested."""
    source = template.read_text(encoding="utf-8")
    found = list(_computations(jinja2.Environment(autoescape=True).parse(source)))
    assert found == []


def test_computing_templates_are_found() -> None:
    for source in (
        "{{ a + 1 }}",
        "{{ a - 1 }}",
        "{{ a * 2 }}",
        "{{ a / 2 }}",
        "{{ a | round }}",
        "{{ a % 2 }}",
    ):
        assert list(_computations(jinja2.Environment(autoescape=True).parse(source))), source


def test_the_style_sheet_lets_tables_repeat_their_heads_and_cards_stay_whole() -> None:
    assert not re.search(r"thead\s*{[^}]*display", style_sheet())
    assert re.search(r"\.card[^{]*{[^}]*break-inside: avoid", style_sheet())


FILTERS_THAT_COMPUTE = {"round", "sum", "int", "float", "abs", "max", "min", "format", "filesizeformat"}


def _computations(tree: nodes.Template) -> Iterator[str]:
    kinds = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg)
    yield from (f"{type(node).__name__} in line {node.lineno}" for node in tree.find_all(kinds))
    yield from (node.name for node in tree.find_all(nodes.Filter) if node.name in FILTERS_THAT_COMPUTE)


def _with_hidden_answers(high: str, **options: int) -> Assessment:
    questionnaire = instrument(actions=[])
    for transition in questionnaire["transitions"]:
        transition["actions"] = []
    ids = [question["id"] for question in questionnaire["questions"]]

    def answer(group: str, person: int, question: int) -> str:
        if group == "leadership":
            return "5" if ids[question] == high else "2"
        return str(others(group, person, question))

    others = leaning({"marketing": 3.2, "sales": 1.9})
    people = {"marketing": 4, "sales": 5, "leadership": 1}
    found = result(questionnaire, answers(people, answer, questionnaire), **options)
    return dataclasses.replace(found, alpha=None)


class _Page(HTMLParser):
    """What a browser would find in a page."""

    VOID = frozenset({"meta", "br", "col", "img", "link", "hr", "input", "base"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.sources: list[str] = []
        self.headings: list[int] = []
        self.scopeless = 0
        self.lang: str | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "html":
            self.lang = given.get("lang")
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a":
            self.links.append(str(given.get("href")))
        self.sources += [str(given[name]) for name in ("src", "srcset", "data", "poster") if given.get(name)]
        if tag == "link":
            self.sources.append(str(given.get("href")))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "th" and given.get("scope") not in {"col", "row", "colgroup"}:
            self.scopeless += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, self.getpos()
