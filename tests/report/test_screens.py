"""The report as a browser lays it out: on a phone, on a desk, on paper.

No browser runs here; the pages were looked at in one. What is checked is what they rest on.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from alignment_maturity.report.html import fill_template, style_sheet
from report.told import EVERY, view_of

SHEET = style_sheet()


@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_wider_than_a_phone(name: str) -> None:
    """A table or a chart outside its box drags the whole page sideways."""
    page = _Boxes()
    page.feed(fill_template(view_of(name, "en")))
    assert page.outside == []
    assert page.boxes > 0


def test_the_page_says_that_it_fits_a_phone() -> None:
    """Without it a phone shows the page of a desktop, shrunk."""
    page = fill_template(view_of("rich", "en"))
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in page


def test_the_page_stays_light() -> None:
    """In a browser's dark mode the tints of the map and the ladder would mean something else."""
    assert re.search(r":root { color-scheme: light; }", SHEET)


def test_the_contents_can_be_reached_from_everywhere() -> None:
    """On a phone a report is forty screens long."""
    page = fill_template(view_of("rich", "it"))
    assert re.search(
        r'<nav class="contents" id="contents".*<a class="back" href="#contents">', page, re.DOTALL
    )
    assert re.search(r"\.contents \.back { position: fixed;", SHEET)


def test_targets_are_large_enough_for_a_thumb() -> None:
    assert re.search(r"\.contents a {[^}]*min-height: 44px", SHEET)


def test_what_scrolls_shows_that_it_does() -> None:
    """Half a chart looks like a whole one."""
    box = re.search(r"\n  \.wide {([^}]*)}", SHEET)
    assert box
    assert "overflow-x: auto" in box[1]
    assert box[1].count("linear-gradient") == 4


def test_paper_shows_no_means_of_the_screen() -> None:
    paper = SHEET[SHEET.index("@media print {") : SHEET.index("@page")]
    assert re.search(r"\.contents[^{]*{ display: none; }", paper)


def test_a_browser_prints_the_tints() -> None:
    """White figures on tints that are left out are blank cells."""
    assert re.search(r"@media print and [^{]*{[^@]*table {[^}]*print-color-adjust: exact", SHEET)


def test_what_only_browsers_know_stands_under_a_condition() -> None:
    """The printer of the PDF would complain of each such line, in every report."""
    for rule in ("print-color-adjust", ":has(", "position: sticky", "color-scheme"):
        for match in re.finditer(re.escape(rule), SHEET):
            query = SHEET[: match.start()].rpartition("@media ")[2]
            assert query.startswith(("screen", "print and")), rule


class _Boxes(HTMLParser):
    """Finds tables and drawings that stand in no box of their own; tables of terms fold up by themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.boxes = 0
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("class") or ""
        if tag in {"table", "svg"} and kind != "terms":
            if self.open[-1] == "div wide":
                self.boxes += 1
            else:
                self.outside.append(f"{tag} {kind}")
        if tag not in {"meta", "br", "img", "link", "hr", "col"}:
            self.open.append(f"{tag} {kind}")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().split()[0] == tag
