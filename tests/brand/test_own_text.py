"""Own sections: Markdown as parts that every format writes, and nothing but text in them."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.report.elements.parts import Items, Paragraph, Part, Run, Subheading, Table
from alignment_maturity.report.own_text import parts_of


def paragraph(*runs: Run | str, quote: bool = False) -> Paragraph:
    told = tuple(Run(run) if isinstance(run, str) else run for run in runs)
    return Paragraph(told, "quote" if quote else "body")


def joined(parts: tuple[Part, ...]) -> str:
    """Return all text of parts without its styles."""
    texts = []
    for part in parts:
        match part:
            case Paragraph() | Subheading():
                texts.append(part.text)
            case Items():
                texts += ["".join(run.text for run in item) for item in part.items]
            case Table():
                texts += [*part.columns, *(cell.lines[0] for row in part.rows for cell in row.cells)]
            case _:
                raise AssertionError(part)
    return "\n".join(texts)


def items(part: Part) -> list[str]:
    assert isinstance(part, Items)
    return ["".join(run.text for run in item) for item in part.items]


def test_stress_is_kept_in_runs() -> None:
    bold, both = Run("b ", bold=True), Run("c", bold=True, italic=True)
    (told,) = parts_of("a **b *c*** *d*")
    assert isinstance(told, Paragraph)
    assert told.runs == (Run("a "), bold, both, Run(" "), Run("d", italic=True))


def test_paragraphs_and_line_breaks() -> None:
    assert parts_of("a\nb\n\nc  \nd\\\ne") == (
        paragraph("a", " ", "b"),
        paragraph("c", "\n", "d", "\n", "e"),
    )


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# a\n## b\n### c\n# d", [3, 4, 4, 3]),
        ("### a\n#### b", [3, 4]),
        ("## a\n# b\n## c", [3, 3, 4]),  # the first never below a level that is not there
        ("a\n===\nb\n---", [3, 4]),
    ],
)
def test_headings_never_skip_a_level(text: str, levels: list[int]) -> None:
    """Screen readers jump by levels; the title of the section is the one above."""
    assert [part.level for part in parts_of(text) if isinstance(part, Subheading)] == levels


def test_lists_inside_lists_become_lines_of_their_item() -> None:
    (told,) = parts_of("1. a\n   - b\n     1. c\n     2. d\n\n   e\n2. f\n")
    assert isinstance(told, Items)
    assert told.numbered
    assert items(told) == ["a\n–\N{NO-BREAK SPACE}b\n1.\N{NO-BREAK SPACE}c\n2.\N{NO-BREAK SPACE}d\ne", "f"]


def test_a_list_that_begins_with_a_list_has_no_empty_line() -> None:
    assert items(parts_of("- - a\n  - b\n- c")[0]) == ["–\N{NO-BREAK SPACE}a\n–\N{NO-BREAK SPACE}b", "c"]


def test_what_else_is_in_an_item_becomes_lines_of_it() -> None:
    (told,) = parts_of("- # a\n  > b\n\n      c\n\n  | d | e |\n  |---|---|\n  | f | g |\n-\n")
    assert items(told) == ["a\nb\nc\nd · e\nf · g"]


def test_tables_have_heads_figures_and_widths_after_their_texts() -> None:
    (told,) = parts_of("| Who | What it is that they do | N |\n|---|---|--:|\n| **a** | b | 1 |\n| c |\n")
    assert isinstance(told, Table)
    assert told.columns == ("Who", "What it is that they do", "N")
    assert [[cell.lines for cell in row.cells] for row in told.rows] == [
        [("a",), ("b",), ("1",)],
        [("c",), ("",), ("",)],
    ]
    assert [cell.number for cell in told.rows[0].cells] == [False, False, True]
    assert sum(told.widths) == pytest.approx(100, abs=0.1)
    assert told.widths[1] > 2 * told.widths[0]


def test_a_table_too_wide_for_the_page_becomes_lines() -> None:
    assert len(parts_of("|a" * 40 + "\n" + "|-" * 40 + "\n" + "|b" * 40)) == 2


def test_quotes_and_what_is_in_them() -> None:
    assert parts_of("> a\n>\n> - b") == (paragraph("a", quote=True), Items(((Run("b"),),)))


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("[us](https://x.example/a)", "us (https://x.example/a)"),
        ("[us](HTTPS://x.example)", "us (HTTPS://x.example)"),
        ("[write](mailto:a@x.example)", "write (a@x.example)"),
        ("[a@x.example](mailto:a@x.example)", "a@x.example"),
        ("<https://x.example>", "https://x.example"),
        ("<a@x.example>", "a@x.example"),
        ("[**https://x.example**](https://x.example)", "https://x.example"),
        ("[us](page.html)", "us"),
        ("[us](ftp://x.example)", "us"),
        ("[us][1]\n\n[1]: https://x.example", "us (https://x.example)"),
        ("[us](javascript:alert(1))", "[us](javascript:alert(1))"),
        ("[us](file:///etc/passwd)", "[us](file:///etc/passwd)"),
        ("![alt *x*](https://x.example/a.png)", "alt x"),
        ("[![alt](a.png)](https://x.example)", "alt (https://x.example)"),
    ],
)
def test_links_are_told_and_pictures_named(link: str, told: str) -> None:
    """On paper nobody clicks, and nothing is fetched."""
    assert joined(parts_of(link)) == told


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "a <b>c</b>", "<!-- x -->", "{{ 7 * 7 }}", "{% include 'x' %}", "<?php ?>"],
)
def test_markup_stays_text(text: str) -> None:
    assert joined(parts_of(text)) == text


def test_code_is_plain_text_and_rules_are_nothing() -> None:
    assert parts_of("`a*b*`\n\n---\n\n    c\n     d\n\n```python\ne\n```\n") == (
        paragraph("a*b*"),
        paragraph("c\n d"),
        paragraph("e"),
    )


def test_references_to_characters_bring_in_none_that_no_file_can_hold() -> None:
    """Word could not open a document with a form feed in it."""
    assert joined(parts_of("&egrave;&#12;&#x2028;&amp;&lt;b&gt;")) == "è&<b>"


@pytest.mark.parametrize("text", ["", "  \n", "---", "[1]: https://x.example", "#", "- \n- ", "> "])
def test_a_text_that_says_nothing_is_nothing(text: str) -> None:
    assert parts_of(text) == ()


@pytest.mark.parametrize(
    "piece",
    ["[", "![", "*a ", "**a*", "`", "> ", "- ", "1. ", "<", "&", "[a](", "|a", "a\\\n", "#\n", "_a*b "],
)
def test_no_text_takes_long(piece: str) -> None:
    start = time.monotonic()
    parts_of((piece * 50_000)[:50_000])
    assert time.monotonic() - start < 5


@given(st.text(alphabet="ab *_`[]()!<>#-+=|\\\n1.&;:\"'~", max_size=300))
def test_every_text_is_read_and_headings_never_skip(text: str) -> None:
    levels = [2] + [part.level for part in parts_of(text) if isinstance(part, Subheading)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "> - "])
@pytest.mark.parametrize("times", [5, 9, 10, 19, 20, 21, 25, 400])
def test_no_word_is_lost_however_deep_it_is_nested(mark: str, times: int) -> None:
    """A mail with twenty answers in it, pasted as a quote."""
    told = joined(parts_of(f"{mark * times}deep word\n\nafter **all**"))
    assert "deep word" in told
    assert "after all" in told


def test_pictures_and_references_bring_in_nothing_that_turns_lines_round() -> None:
    assert joined(parts_of("a&#x202E;b ![c&#x2067;d](x.png)")) == "ab cd"
