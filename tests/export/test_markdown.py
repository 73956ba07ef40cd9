"""The plan as Markdown, as a wiki renders it."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from alignment_maturity.export.contents import contents
from alignment_maturity.export.markdown import as_markdown
from alignment_maturity.formats.markdown_text import escape
from alignment_maturity.language import LANGUAGES, Lang

from .plans import CASES, FORMULA, case, contract

RENDER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def html(name: str, lang: Lang = "en") -> str:
    return str(RENDER.render(as_markdown(case(name), lang).decode()))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_each_task_has_a_row_and_a_heading(name: str, lang: Lang) -> None:
    page, plan = html(name, lang), contents(case(name), lang)
    assert page.count("<h1>") == 1
    assert page.count("<h3>") == len(plan.tasks) + len(plan.optional)
    assert page.count("<tr>") == (len(plan.tasks) + 1 if plan.tasks else 0)
    assert page.count("<td") == 7 * len(plan.tasks)
    assert "****" not in page


def test_texts_of_others_stay_texts() -> None:
    """A company called `<script>` must not run in the wiki, nor break its table."""
    page = html("hostile")
    assert "<" not in as_markdown(case("hostile"), "en").decode(), "whatever a sloppy wiki makes of the rest"
    assert page.count(" person-days</td>") == 4, "no row has lost its last cell"
    tags = set(re.findall(r"<(\w+)", page))
    assert tags == {
        "h1",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "p",
        "strong",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    assert FORMULA in page.replace("&quot;", '"')
    assert "&lt;script&gt;alert(1)&lt;/script&gt; | a |" in page
    assert "1. first" in page
    assert "# not a heading BEGIN:VEVENT" in page
    assert "\\ than that" in page


@given(st.text(string.punctuation + "a1 é", min_size=1))
def test_whatever_is_escaped_is_shown_as_it_is(text: str) -> None:
    shown = str(RENDER.render(f"- {escape(text)}"))
    plain = re.sub(r"</?(ul|li)>|\n", "", shown)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        plain = plain.replace(entity, sign)
    assert plain.strip() == " ".join(text.split())


def test_a_step_tells_all_one_needs() -> None:
    page = as_markdown(contract("seven.yaml"), "it").decode()
    for line in (
        "### 2. Exchange customer data both ways",
        "- **Responsabile:** Marketing e Sales",
        "- **Quando:** 7 dic 2026 – 15 gen 2027 (entro 60 giorni)",
        "- **Azioni preliminari:** Write one definition of a qualified lead",
        "- **È fatta quando:** Marketing sees the outcome of every lead.",
        "- **Indicatore:** Share of leads with a recorded outcome",
        "1. List the fields",
    ):
        assert f"\n{line}\n" in page


def test_at_the_top_the_questions_to_keep_are_named() -> None:
    page = as_markdown(case("top with room"), "en").decode()
    assert "## Questions to keep an eye on" in page
    assert "- **Goals:** Compare the targets on paper." in page
    assert "## Next actions" not in page
