"""The report as Markdown, as a wiki shows it."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token

from alignment_maturity.formats.markdown_text import escape
from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.report import markdown
from alignment_maturity.report.elements import ReportView
from alignment_maturity.report.elements.common import Fact, Heading
from alignment_maturity.report.elements.parts import (
    Chapter,
    Items,
    Paragraph,
    Part,
    Picture,
    Run,
    Subheading,
    Table,
)
from alignment_maturity.report.markdown import as_markdown, prose, render_markdown
from alignment_maturity.report.outline import chapters
from alignment_maturity.report.view import view
from report.sample import case
from report.told import EVERY, MARKDOWN, blocks, plain, view_of

TAGS = {
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "ul",
    "ol",
    "li",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
INLINE = {
    "text",
    "text_special",
    "strong_open",
    "strong_close",
    "em_open",
    "em_close",
    "link_open",
    "link_close",
}
HOSTILE = (
    "<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](https://example.org/a.png)", "# Title",
    "a | b", "*bold* _under_ ~~gone~~", "`code`", "<https://example.org>", "https://example.org",
    "www.example.org", "1. one", "- item", "> quote", "| a |\n| --- |", "line\nbreak", "    code", "---",
    "===", "&lt;b&gt; &copy;", "[^1]", "\\", "a\\", "***", "$x$", "  spaces  ", "<!-- hidden -->",
    "[ref]: https://example.org",
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(string.punctuation + "a1 é«»“”’\n", min_size=1, max_size=12),
).filter(str.strip)


@pytest.mark.parametrize("name", EVERY)
def test_the_page_holds_nothing_but_text_headings_lists_and_tables(name: str) -> None:
    """A company called `<script>` must not run in the wiki; its notes must not call other pages."""
    text = _written(name, "en")
    tokens = MARKDOWN.parse(text)
    assert {token.tag for token in tokens if token.tag} <= TAGS
    assert {child.type for token in tokens for child in token.children or ()} <= INLINE
    assert "<" not in text, "whatever a sloppy wiki makes of the rest"
    assert not re.search(r"(?i)https?:|www\.|mailto:", text), "some wikis make links of bare addresses"
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", EVERY)
def test_lines_are_clean(name: str) -> None:
    """Blanks at the end of a line are line breaks in Markdown, and noise in every comparison of versions."""
    text = _written(name, "it")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not re.search(r"[ \t\r]\n|\t|\n\n\n", text)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", EVERY)
def test_the_contents_lead_to_the_chapters(name: str, lang: Lang) -> None:
    told = view_of(name, lang)
    opening, contents, *_ = re.split(r"(?m)^(?=## )", as_markdown(told))
    labels = [found.heading.label for found in chapters(told)]
    links = list(_links(contents))
    assert [label for label, _ in links] == labels
    assert list(_links(opening)) == []
    headings = list(blocks("\n\n".join(re.findall(r"(?m)^#.*", as_markdown(told)))))
    assert [line for level, line in headings if level == "h2"] == [told.words["contents"], *labels]
    by_anchor = dict(zip(_anchors([line for _, line in headings]), headings, strict=True))
    assert [by_anchor[anchor] for _, anchor in links] == [("h2", label) for label in labels]


def test_an_anchor_is_told_from_one_that_came_before() -> None:
    """Else the entry of the contents leads to the first heading of that name."""
    text = _with_own(
        Chapter(Heading("a", "At a glance", "One"), (Subheading("Contents"),)),
        Chapter(Heading("b", "Contents", "Two"), ()),
    )
    assert [anchor for _, anchor in _links(text)] == ["at-a-glance", "contents-2"]


@pytest.mark.parametrize("name", EVERY)
def test_tables_have_a_cell_for_each_column(name: str) -> None:
    """A wiki drops what is too much in a row, and moves nothing back where it belongs."""
    told = view_of(name, "en")
    tables = [
        part for found in chapters(told) for part in found.parts if isinstance(part, Table) and part.columns
    ]
    written = re.findall(r"(?m)(?:^\|.*\|\n)+", as_markdown(told))
    assert len(written) == len(tables)
    for table, block in zip(tables, written, strict=True):
        rows = [len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) - 1 for line in block.splitlines()]
        assert rows == [len(table.columns)] * (len(table.rows) + 2)


def test_a_picture_is_told_in_words() -> None:
    """An image has nowhere to be in a page of text; what it shows is said."""
    told = view_of("rich", "en")
    lines = [line for _, line in blocks(as_markdown(told))]
    pictures = [part for found in chapters(told) for part in found.parts if isinstance(part, Picture)]
    assert len(pictures) > 5
    for picture in pictures:
        assert plain(f"{picture.drawing.title} {picture.drawing.description}") in lines


def test_columns_of_figures_are_set_to_the_right() -> None:
    text = _written("rich", "en")
    head = text.index("| Question | Marketing | Sales | Leadership | All | Gap | Agreement |")
    assert text[head:].splitlines()[1] == "| --- | --: | --: | --: | --: | --: | --: |"
    assert "\n| Answer | Marketing |" in text


def test_the_page_opens_with_whom_it_is_about() -> None:
    lines = _written("rich", "en").split("\n\n")
    assert lines[:3] == [
        "# Rossi Componenti Srl: assessment report",
        "Sample assessment",
        "**Level 2 of 5: Alliance**",
    ]
    assert "- **Date:** 21 November 2026" in lines[3]


def test_figures_keep_their_signs_unmarked() -> None:
    """The file is read and edited as it is, too."""
    text = _written("rich", "en")
    assert re.search(r"\| (\*\*)?\+\d", text)
    assert r"\+" not in text
    assert re.search(r"(?m)^### 1\. ", text)


def test_a_card_tells_all_one_needs() -> None:
    text = _written("rich", "en")
    card = text[text.index("### 1. Action") : text.index("### 2. Action")]
    for expected in ("- **Owner:** ", "- **Effort:** ", "**First steps**\n\n1. Step 1\n2. Step 2\n3. Step 3"):
        assert expected in card


def test_notes_and_names_appear_only_when_asked_for() -> None:
    """People answered on the understanding that what they wrote stays with the facilitator."""
    assert "Persona 0" not in render_markdown(case("notes"), "it")
    assert "> **Prova** Verbale n. 7" in _written("notes", "it")


def test_the_page_of_the_documentation_shows_real_lines() -> None:
    """An example that the program does not write misleads whoever builds on it."""
    page = (Path(__file__).parents[2] / "docs" / "report-formats.md").read_text("utf-8")
    (shown,) = re.findall(r"(?ms)^```markdown\n(.*?)^```", page)
    written = _written("idrovalle-componenti", "en").splitlines()
    assert [line for line in shown.splitlines() if line not in written] == []


def test_the_same_result_gives_the_same_text() -> None:
    assert _written("sixty", "it") == _written("sixty", "it")


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_whatever_an_organisation_is_called_stays_text(name: str, title: str, note: str) -> None:
    """Names, brand texts and answers can inject neither markup nor links."""
    told = view(replace(case("one-step"), organisation=name, wave=title), "en")
    parts: tuple[Part, ...] = (
        Subheading(title, tag=note, mark="1", detail=name),
        Paragraph((Run(note),), "quote"),
        Paragraph((Run(note),), "warning"),
        Paragraph((Run(name),), "strong"),
        Items(((Run(name),), (Run(title, italic=True),))),
    )
    told = replace(told, cover=replace(told.cover, facts=(Fact(name, note), Fact(title, name))))
    text = _with_own(Chapter(Heading("own", title, note), parts), told=told)
    tokens = MARKDOWN.parse(text)
    assert {token.tag for token in tokens if token.tag} <= TAGS
    assert {child.type for token in tokens for child in token.children or ()} <= INLINE
    assert len(list(_links(text))) == 1
    lines = [line for _, line in blocks(text)]
    assert lines[0] == plain(told.title)
    assert lines[-8:] == [
        plain(title), plain(note), plain(f"1. {title}"), plain(f"{note} · {name}"), plain(note), plain(note),
        plain(name), plain(name), plain(title),
    ][-8:]  # fmt: skip
    assert not re.search(r"[ \t]\n", text)


@given(st.lists(st.builds(Run, TEXTS | st.sampled_from([" a", "b ", "c"]), st.booleans(), st.booleans())))
def test_stress_never_changes_a_text(runs: list[Run]) -> None:
    """Asterisks that a wiki does not take for marks would be printed."""
    text = prose(runs)
    lines = [plain(line) for _, line in blocks(text)]
    assert lines == [line for line in [plain("".join(run.text for run in runs))] if line]


def test_stress_is_kept_where_it_can_be_told() -> None:
    assert prose((Run("Who", bold=True), Run(" are "), Run("we?", italic=True))) == "**Who** are *we?*"
    assert prose((Run("a", bold=True), Run("b", bold=True), Run("c"))) == "**ab**c"
    assert prose((Run("«a»", bold=True), Run("b"))) == "«a»b"
    assert prose((Run("a ", bold=True), Run("b", bold=True, italic=True))) == "**a** ***b***"


def test_two_lists_in_a_row_stay_two() -> None:
    """Markdown joins lists with the same mark."""
    for numbered, tag in ((False, "ul"), (True, "ol")):
        one = Items(((Run("a"),), (Run("b"),)), numbered)
        text = _with_own(Chapter(Heading("own", "Own", "Message"), (one, one, one)))
        tags = [token.tag for token in MARKDOWN.parse(text) if token.type.endswith("_list_open")]
        assert tags[-3:] == [tag] * 3


def test_addresses_do_not_become_links() -> None:
    """Wikis make links of bare addresses; a note could lead readers anywhere."""
    for address in ("https://example.org/a", "HTTP://example.org", "www.example.org", "mailto:a@example.org"):
        written = escape(address)
        assert not re.search(r"(?i)(https?|mailto):|www\.", written)
        assert [line for _, line in blocks(written)] == [address]


def _written(name: str, lang: Lang) -> str:
    return as_markdown(view_of(name, lang))


def _links(text: str) -> Iterator[tuple[str, str]]:
    for token in MARKDOWN.parse(text):
        children = token.children or []
        for place, child in enumerate(children):
            if child.type == "link_open":
                label = _until_closed(children[place + 1 :])
                address = str(child.attrs["href"])
                assert address.startswith("#")
                yield label, unquote(address[1:])


def _until_closed(children: list[Token]) -> str:
    words = []
    for child in children:
        if child.type == "link_close":
            break
        words.append(child.content)
    return "".join(words)


def _anchors(headings: list[str]) -> list[str]:
    """Name headings as GitHub does: letters, digits, hyphens; the second of a name gets a number."""
    found: list[str] = []
    for heading in headings:
        kept = "".join(sign for sign in heading.lower() if sign.isalnum() or sign in " -_")
        anchor = kept.replace(" ", "-")
        number = sum(re.sub(r"-\d+$", "", one) == anchor or one == anchor for one in found)
        found.append(f"{anchor}-{number}" if anchor in found else anchor)
    return found


def _with_own(*own: Chapter, told: ReportView | None = None) -> str:
    """Write a report that consists of nothing but sections of one's own."""
    return markdown._document(told or view_of("one-step", "en"), own)
