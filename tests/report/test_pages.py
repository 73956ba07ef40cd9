"""What fits on how many pages, in every case and in both languages."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import pypdf
import pytest

from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.report.pdf import render_pdf
from alignment_maturity.report.view import ReportOptions
from alignment_maturity.result import Assessment
from report.sample import CASES, GROUPS, LONG, WIDE, answers, case, in_turn, instrument, leaning, result

SHORT = ReportOptions(short=True)
BOARD = ReportOptions(sections=("cover", "board"))
PROFILE = ReportOptions(sections=("cover", "profile"))


@cache
def overlong() -> Assessment:
    """Return an organisation whose every text is longer than anybody would write."""
    questionnaire = instrument(groups=6, questions=20, dimensions=9)
    prose = f"{LONG}; {WIDE} " * 12
    for kind in ("scale", "groups", "dimensions", "questions"):
        for number, entry in enumerate(questionnaire[kind]):
            entry["name"] = f"{LONG} {LONG} {LONG} {number}" if number % 2 else f"{WIDE}{WIDE}{number}"
    for level in questionnaire["scale"]:
        level |= {"description": prose, "symptoms": [prose], "risks": [prose]}
    for question in questionnaire["questions"]:
        question |= {"gate": [2], "allow_na": False, "help": prose}
    for transition in questionnaire["transitions"]:
        transition |= {"priority": prose, "why": prose}
    for action in questionnaire["actions"]:
        action |= {"title": f"{LONG} {WIDE}{LONG}", "done_when": prose, "kpi": prose, "why": prose}
    file = answers(
        dict.fromkeys(GROUPS, 3),
        leaning(dict(zip(GROUPS, (2.2, 1.1, 1.4, 1.0, 1.4, 1.8), strict=True))),
        questionnaire,
        organisation=f"{LONG} {WIDE}{LONG}",
        wave=WIDE,
    )
    return result(questionnaire, file)


@pytest.mark.parametrize(("name", "lang"), in_turn([*CASES, "overlong"]))
def test_a_short_report_has_four_pages_at_most(name: str, lang: Lang) -> None:
    """Whoever promises a board four pages must not hand over five because of a long name."""
    printed = render_pdf(_found(name), lang, SHORT)
    assert printed.pages <= 4
    assert printed.messages == ()


@pytest.mark.parametrize(("name", "lang"), in_turn([*CASES, "overlong"]))
def test_the_board_has_one_page(name: str, lang: Lang) -> None:
    """“One page for the board” is a promise."""
    assert render_pdf(_found(name), lang, BOARD).pages == 2


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "name", ["rich", "sixty", "one-function", "hidden", "silent-dimension", "right-to-left"]
)
def test_radar_and_dimensions_share_a_page(name: str, lang: Lang) -> None:
    assert render_pdf(case(name), lang, PROFILE).pages == 2


def test_the_head_of_a_short_report_stands_on_the_page_of_the_board() -> None:
    """A page with a name alone would be a cover, of which there is none."""
    pages = _texts(render_pdf(case("rich"), "it", SHORT).data)
    assert "Rossi Componenti Srl" in pages[0]
    assert "IN SINTESI" in pages[0]
    assert "21 novembre 2026" in pages[0]
    assert "Data" in pages[0]


def test_no_page_of_the_ordinary_cases_is_nearly_empty() -> None:
    """A page with two lines on it looks like a fault of the printer."""
    for name in ("rich", "level-five", "days", "two-levels"):
        pages = _texts(render_pdf(case(name), "en").data)
        thin = [at for at, text in enumerate(pages[1:], start=2) if len(text.splitlines()) < 12]
        assert not thin, (name, thin)


def test_a_table_that_goes_on_repeats_its_title() -> None:
    pages = _texts(render_pdf(case("sixty"), "en", ReportOptions(sections=("cover", "heat-map"))).data)
    assert len(pages) > 2
    for page in pages[1:]:
        assert "Mean level by question and function" in page
        assert "Agree" in page


def _found(name: str) -> Assessment:
    return overlong() if name == "overlong" else case(name)


def _texts(data: bytes) -> list[Any]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
