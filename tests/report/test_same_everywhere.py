"""One report, one truth: the same messages, sentences and figures in every format."""

from __future__ import annotations

import base64
import io
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from pypdf import PdfReader

from alignment_maturity.document import as_document
from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.report.docx import pictures
from alignment_maturity.report.docx.file import render_docx
from alignment_maturity.report.elements import OWN_SECTION
from alignment_maturity.report.html import fill_template
from alignment_maturity.report.markdown import as_markdown
from alignment_maturity.report.pdf import render_pdf
from alignment_maturity.report.view import view
from brand.materials import EXAMPLE, load
from report.sample import case, in_turn
from report.told import (
    ALL,
    EVERY,
    Told,
    blocks,
    from_docx,
    from_html,
    from_markdown,
    options_of,
    plain,
    reported,
    view_of,
    words,
)

OF = {"it": "di", "en": "of"}
STATUS = {
    "it": {
        "passes": "soddisfatto",
        "fails": "non soddisfatto",
        "contested": "controverso",
        "unanswered": "senza risposta",
    },
    "en": {
        "passes": "passed",
        "fails": "not passed",
        "contested": "contested",
        "unanswered": "unanswered",
    },
}
MONTHS = {
    "it": ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)
"""A picture of one pixel, for those of which only the words are read: drawing takes most of the time."""

PRINTED: tuple[tuple[str, Lang], ...] = (
    ("rich", "en"),
    ("idrovalle-componenti-2027", "it"),
    ("three", "en"),
    ("officine-tavernola", "en"),
    ("two-rounds", "it"),
    ("among-others", "it"),
)
"""The cases whose PDF is read too: printing takes its time."""


@pytest.mark.parametrize(("name", "lang"), in_turn(EVERY))
def test_wiki_and_page_tell_the_same(name: str, lang: Lang) -> None:
    """A figure that differs between the page and the wiki makes both worthless."""
    _same(_on_the_page(name, lang), from_markdown(as_markdown(view_of(name, lang))))


@pytest.mark.parametrize(("name", "lang"), in_turn(EVERY))
def test_word_and_page_tell_the_same(name: str, lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the consultant edits must begin as what the client has in hand."""
    monkeypatch.setattr(pictures, "as_png", lambda *_, **__: DOT)
    result, compared = reported(name)
    _same(_on_the_page(name, lang), from_docx(render_docx(result, lang, options_of(name), compared).data))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_brand_tells_the_same_everywhere(lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sections of the consultant's own are part of the report, in every format."""
    monkeypatch.setattr(pictures, "as_png", lambda *_, **__: DOT)
    options = replace(ALL, brand=load(EXAMPLE).brand)
    told = view(case("rich"), lang, options=options)
    page = from_html(fill_template(told))
    assert OWN_SECTION in dict(told.sections)
    _same(page, from_markdown(as_markdown(told)))
    _same(page, from_docx(render_docx(case("rich"), lang, options).data))
    assert told.brand
    opening = " ".join(line for _, line in blocks(as_markdown(told)))
    for line in (told.brand.name, *told.brand.cover, *told.brand.contact, told.brand.confidentiality):
        assert line in opening


@pytest.mark.parametrize(("name", "lang"), PRINTED)
def test_paper_and_page_tell_the_same(name: str, lang: Lang) -> None:
    """A figure that a page break or a style swallows is missed by the one who needs it.

    Running heads, page numbers and charts have figures of their own on paper, so it may have more.
    """
    result, compared = reported(name)
    pages = PdfReader(io.BytesIO(render_pdf(result, lang, options_of(name), compared).data)).pages
    text = " ".join(page.extract_text() for page in pages)
    solid = "".join(text.split()).casefold()
    for chapter in _on_the_page(name, lang):
        for line in (chapter.label, chapter.message, *chapter.headings):
            assert "".join(line.split()).casefold() in solid, line
    lines = (line for chapter in _on_the_page(name, lang) for line in chapter.texts)
    assert _numbers(" ".join(lines)) - _numbers(text) == Counter()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", EVERY)
def test_placement_is_that_of_the_result(name: str, lang: Lang) -> None:
    """The JSON that goes into a dashboard and the report on the table must say the same level."""
    document, told = _document(name, lang), _by_id(name, lang)
    board, ladder = told["board"], told["ladder"]
    top = len(reported(name)[0].questionnaire.scale)
    assert board.message.endswith(f"{document['level']} {OF[lang]} {top}: {plain(document['level_name'])}")
    index = "–" if document["index"] is None else f"{document['index']:.0f}"
    assert board.words[index]
    levels = {row[0].split()[0]: row for row in ladder.rows[1:]}
    assert len(levels) == top
    if not reported(name)[0].cutoffs:
        for level, coverage in document["coverage"].items():
            assert _near(_percent(levels[level][1], lang), None if coverage is None else 100 * coverage, 0.5)
        for level, threshold in document["thresholds"].items():
            assert _near(_percent(levels[level][1].split()[-1], lang), 100 * threshold, 0.05)
        for gate in document["gates"]:
            (stated,) = re.findall(
                rf"{re.escape(_question(name, gate['question'], lang))}: ({'|'.join(STATUS[lang].values())})",
                levels[str(gate["level"])][2],
            )
            assert stated == STATUS[lang][gate["status"]]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", EVERY)
def test_figures_of_questions_are_those_of_the_result(name: str, lang: Lang) -> None:
    """Whoever checks a figure of the map against the data must find it there."""
    document, told = _document(name, lang), _by_id(name, lang)
    top = len(reported(name)[0].questionnaire.scale)
    if "heat-map" in told:
        rows = iter(row for row in told["heat-map"].rows[1:] if len(row) > 1)
        for question in _in_order(name, document["questions"]):
            row = next(rows, None)
            assert row is None or row[0].startswith(_question(name, question["id"], lang))
            if row is not None and question["index"] is not None:
                level = 1 + question["index"] * (top - 1)
                assert any(_near(_figure(cell, lang), level, 0.05) for cell in row[1:])
            if row is not None and question["gap"] is not None:
                assert any(_near(_figure(cell, lang), question["gap"], 0.05) for cell in row[1:])
    if "answers" in told:
        given = [counts for question in document["questions"] for counts in question["counts"].values()]
        cells = [int(cell) for row in told["answers"].rows for cell in row[1:] if cell.isdecimal()]
        assert sum(cells) == sum(n for counts in given for n in counts.values())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", EVERY)
def test_the_plan_is_that_of_the_result(name: str, lang: Lang) -> None:
    """What is entered in a calendar from the data and what hangs on the wall must be the same dates."""
    plan, told = _document(name, lang)["plan"], _by_id(name, lang)
    steps = told.get("roadmap", Told())
    rows = [row for row in steps.rows[1:] if len(row) > 1]
    assert len(rows) == len(plan["steps"])
    for step in plan["steps"]:
        (row,) = [row for row in rows if row[0].split()[0] == str(step["rank"])]
        assert row[0].startswith(plain(f"{step['rank']} {step['title']}"))
        assert row[2] == _written(step["effort"], lang)
        assert _days(row[3], lang) == (step["start"], step["end"])
    cards = [plain(step["title"]) for step in plan["steps"]]
    assert [title for title in _titles(told) if title in cards] == cards
    reasons = " ".join(text for chapter in told.values() for text in chapter.texts)
    assert all(plain(step["reason"]) in plain(reasons) for step in plan["steps"])


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        (r"\| \d\.\d \|", "| 9.9 |"),
        (r"\| (\d\.\d) \| (\S+) \|", r"| \2 | \1 |"),
        (r"at level 2 of 5", "at level 3 of 5"),
        (r"2\. Step 2\n", ""),
        (r"\n> .*\n", "\n"),
        (r"Nov 2026", "Nov 2027"),
    ],
)
def test_the_comparison_notices_a_difference(written: str, instead: str) -> None:
    """A guard that lets everything pass guards nothing."""
    text = as_markdown(view_of("rich", "en"))
    changed = re.sub(written, instead, text, count=1)
    assert changed != text
    with pytest.raises(AssertionError):
        _same(_on_the_page("rich", "en"), from_markdown(changed))


def _same(page: list[Told], other: list[Told]) -> None:
    assert [chapter.label for chapter in other] == [chapter.label for chapter in page]
    for ours, theirs in zip(page, other, strict=True):
        assert theirs.message == ours.message
        assert theirs.figures == ours.figures, ours.label
        assert theirs.words == ours.words, ours.label
        assert [[words([cell]) for cell in row] for row in theirs.rows] == [
            [words([cell]) for cell in row] for row in ours.rows
        ], ours.label


def _by_id(name: str, lang: Lang) -> dict[str, Told]:
    """Return the chapters by the names of their sections."""
    headings = view_of(name, lang).headings
    return {heading.id: told for heading, told in zip(headings, _on_the_page(name, lang), strict=True)}


def _titles(told: Mapping[str, Told]) -> list[str]:
    return [heading for chapter in told.values() for heading in chapter.headings]


def _question(name: str, question: str, lang: Lang) -> str:
    return plain(reported(name)[0].questionnaire.question_by_id[question].name.in_(lang))


def _in_order(name: str, questions: list[Any]) -> list[Any]:
    """Put questions in the order of the report: by dimension."""
    asked = reported(name)[0].questionnaire
    order = [one.id for dimension in asked.dimensions for one in asked.questions_of(dimension.id)]
    return sorted(questions, key=lambda question: order.index(question["id"]))


def _numbers(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+(?:[.,]\d+)*", text))


def _figure(text: str, lang: Lang) -> float | None:
    """Read a number as the language writes it; None where there is none."""
    point, thousands = (",", ".") if lang == "it" else (".", ",")
    text = text.replace(thousands, "").replace(point, ".").replace("−", "-")
    return float(text) if re.fullmatch(r"[+-]?[0-9.]+", text) else None


def _percent(text: str, lang: Lang) -> float | None:
    """Read the first percentage of a cell."""
    return _figure(text.split(maxsplit=1)[0].removesuffix("%"), lang)


def _near(told: float | None, meant: float | None, within: float) -> bool:
    """Tell whether two figures are the same but for rounding."""
    if told is None or meant is None:
        return told is meant
    return abs(told - meant) <= within + 1e-9


def _written(number: float, lang: Lang) -> str:
    """Write a number as a person would, with two decimals at most."""
    text = f"{number:,.2f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,")) if lang == "it" else text


def _days(text: str, lang: Lang) -> tuple[str | None, str | None]:
    """Read from when to when; the first year is left out where it is the second."""
    if text == "–":
        return None, None
    first, _, last = text.rpartition(" – ")
    day, month, year = last.split()
    end = f"{year}-{MONTHS[lang].index(month) + 1:02}-{_day(day):02}"
    if not first:
        return end, end
    day, month, *years = first.split()
    return f"{(years or [year])[0]}-{MONTHS[lang].index(month) + 1:02}-{_day(day):02}", end


def _day(text: str) -> int:
    return int(text.removesuffix("º"))


@cache
def _on_the_page(name: str, lang: Lang) -> list[Told]:
    return from_html(fill_template(view_of(name, lang)))


@cache
def _document(name: str, lang: Lang) -> dict[str, Any]:
    return as_document(reported(name)[0], lang)
