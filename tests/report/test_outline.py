"""Reports as chapters of parts: all that the pages show, once."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest

from alignment_maturity.report.elements import Section
from alignment_maturity.report.elements.common import Heading
from alignment_maturity.report.elements.parts import (
    Chapter,
    Facts,
    Items,
    Legend,
    Paragraph,
    Subheading,
    Table,
    TableCell,
)
from alignment_maturity.report.html import fill_template
from alignment_maturity.report.outline import chapter, chapters
from alignment_maturity.report.sections import SHORT
from alignment_maturity.report.view import ReportOptions, view
from report.sample import case
from report.told import EVERY, from_chapters, from_html, view_of


@pytest.mark.parametrize("name", EVERY)
def test_chapters_hold_what_the_pages_show_and_nothing_more(name: str) -> None:
    """A sentence left out of Word and wikis, or said twice, is noticed by the client first."""
    told = view_of(name, "en")
    of_outline, of_page = from_chapters(chapters(told)), from_html(fill_template(told))
    assert [one.label for one in of_outline] == [one.label for one in of_page]
    for outline, page in zip(of_outline, of_page, strict=True):
        assert outline.words == page.words, outline.label
        assert outline.pictures == page.pictures
        assert outline.legend == page.legend
        assert outline.message == page.message


@pytest.mark.parametrize("name", EVERY)
def test_a_chapter_begins_a_page_where_its_section_does(name: str) -> None:
    told = view_of(name, "en")
    kinds = re.findall(r'<section class="([^"]*)"', fill_template(told))
    assert [found.brief for found in chapters(told)] == ["brief" in kind.split() for kind in kinds]


@pytest.mark.parametrize("name", ["rich", "nine-steps", "hundred-steps", "level-five", "no-way", "nothing"])
def test_chapters_of_a_short_report_hold_what_its_pages_show(name: str) -> None:
    told = view(case(name), "it", options=ReportOptions(SHORT, short=True))
    of_outline, of_page = from_chapters(chapters(told)), from_html(fill_template(told))
    assert [one.words for one in of_outline] == [one.words for one in of_page]
    assert len(of_page) == len(told.sections)


@pytest.mark.parametrize("name", EVERY)
def test_tables_are_whole(name: str) -> None:
    """A row with a cell too few moves its figures under the wrong heads."""
    for table in _parts(name, Table):
        cells = len(table.widths)
        assert not table.columns or len(table.columns) == cells
        assert sum(table.widths) == pytest.approx(100, abs=0.1)
        assert min(table.widths) > 5
        assert {len(row.cells) for row in table.rows if not row.group} <= {cells}
        assert {len(row.cells) for row in table.rows if row.group} <= {1}
        assert all(cell.lines for row in table.rows for cell in row.cells)


@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_empty(name: str) -> None:
    """An empty paragraph or list leaves a hole in the page."""
    assert all(paragraph.text.strip() for paragraph in _parts(name, Paragraph))
    assert all(heading.text.strip() for heading in _parts(name, Subheading))
    assert all(items.items for items in _parts(name, Items))
    assert all(facts.facts for facts in _parts(name, Facts))


def test_every_kind_of_section_is_met_by_the_cases() -> None:
    """One that no case has would be compared with nothing."""
    met = {type(section) for name in EVERY for _, section in view_of(name, "en").sections}
    assert met == set(get_args(Section)) - {Chapter}


def test_a_section_without_an_outline_is_an_error() -> None:
    """It would be missing from Word and wikis without a word."""
    unknown: Any = object()
    with pytest.raises(AssertionError):
        chapter(unknown, {})


def test_a_section_of_ones_own_stays_as_it_is() -> None:
    own = Chapter(Heading("about", "About us", "Who we are"), (Items(()),))
    assert chapter(own, {}) is own


def test_a_map_of_questions_keeps_its_tints() -> None:
    """Without them the map in Word is a table like any other."""
    page = re.search(
        r'<section class="heat-map">.*?</section>', fill_template(view_of("rich", "en")), re.DOTALL
    )
    assert page
    body, legend = _tints(page[0])
    outline = next(found for found in chapters(view_of("rich", "en")) if found.heading.id == "heat-map")
    tables = [part for part in outline.parts if isinstance(part, Table)]
    legends = [part for part in outline.parts if isinstance(part, Legend)]
    assert {(cell.lines[0], cell.tint) for cell in _cells(tables) if cell.tint is not None} == body
    assert {(cell.lines[0], cell.tint) for part in legends for cell in part.cells} == legend
    assert len(body) > 5
    assert len(legend) == 5


def test_a_caution_is_told_from_other_text() -> None:
    """Whoever reads the Word file must see that the level rests on nothing."""
    warnings = [part.text for part in _parts("nothing", Paragraph) if part.role == "warning"]
    assert view_of("nothing", "en").board.warning in warnings


def test_figures_stand_in_columns_of_figures() -> None:
    """Figures that are not set as such do not line up."""
    for name in ("rich", "bands", "two"):
        for cell in _cells(_parts(name, Table)):
            if re.fullmatch(r"[+−]?\d+([.,]\d+)?%?", cell.lines[0]) and not (cell.mark or cell.detail):
                assert cell.number, (name, cell)


def test_short_sections_need_no_page_of_their_own() -> None:
    brief = {found.heading.id for found in chapters(view_of("one-step", "en")) if found.brief}
    assert {"matrix", "roadmap"} & brief


def _parts(name: str, kind: type[Any]) -> list[Any]:
    return [part for found in chapters(view_of(name, "en")) for part in found.parts if isinstance(part, kind)]


def _cells(tables: list[Table]) -> list[TableCell]:
    return [cell for table in tables for row in table.rows for cell in row.cells]


def _tints(page: str) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
    """Return what stands on which tint, in the body and in the legend."""
    body, legend = (
        {(text, int(tint)) for tint, text in re.findall(rf'<{tag} class="t(\d)">([^<]+)</{tag}>', page)}
        for tag in ("td", "li")
    )
    return body, legend
