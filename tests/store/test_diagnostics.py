"""What users see of a problem: the form of the contract, and a caret that stands where it should."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.errors import Problem
from alignment_maturity.store.diagnostics import as_document, render


def problem(excerpt: str, column: int = 1, line: int = 12, **values: object) -> Problem:
    return Problem("empty-text", "answers.yaml", line, column, values, excerpt)


def test_the_form_is_the_contract_s() -> None:
    values = {"question": "buyer-personas", "found": "9", "known": "1, 2, 3, 4, 5"}
    found = Problem("unknown-option", "answers.yaml", 12, 19, values, "  buyer-personas: 9")
    assert render([found], 0, "en") == (
        "answers.yaml:12:19: error[unknown-option]: "
        "question 'buyer-personas' has no option 9; it has 1, 2, 3, 4, 5\n"
        "   12 |   buyer-personas: 9\n"
        "      |                   ^\n"
    )


def test_a_hint_follows_where_there_is_one() -> None:
    found = Problem("tab-indentation", "a.yaml", 7, 1, {}, "\tb: 1")
    assert render([found], 0, "en") == (
        "a.yaml:7:1: error[tab-indentation]: the indentation contains a tab\n"
        "    7 |     b: 1\n"
        "      | ^\n"
        "      = use spaces only\n"
    )


def test_a_problem_of_the_whole_file_has_no_place() -> None:
    assert render([Problem("missing-file", "answers.yaml")], 0, "it") == (
        "answers.yaml: error[missing-file]: il file non esiste\n"
    )


def test_warnings_are_called_so() -> None:
    found = Problem("empty-text", "a.yaml", 1, 1, {}, "x", warning=True)
    assert render([found], 0, "it").startswith("a.yaml:1:1: warning[empty-text]: il testo è vuoto\n")


def test_what_is_not_shown_is_counted() -> None:
    assert render([problem("x")], 41, "en").endswith("^\nfurther problems not shown: 41\n")
    assert "not shown" not in render([problem("x")], 0, "en")


def test_large_line_numbers_keep_the_bar_straight() -> None:
    for line in (1, 9_999, 10_000, 1_234_567):
        _, source, caret = render([problem("abc", 2, line)], 0, "en").splitlines()
        assert source.index("|") == caret.index("|")
        assert source[caret.index("^")] == "b"


def test_blank_lines_are_not_shown() -> None:
    assert len(render([problem("   ", 3)], 0, "en").splitlines()) == 1


@pytest.mark.parametrize(
    ("excerpt", "column"),
    [
        ("\tname: X", 8),
        ("a\tb\tX", 5),
        ("名前: X", 5),
        ("ﾊﾝｶｸ: X", 7),
        ("e\u0301te\u0301: X", 8),
        ("👍🏽 X", 4),
        ("a\u200db: X", 6),
        ("\x1b[31mX", 6),
        ("X", 1),
        ("a" * 99 + "X", 100),
        ("a" * 500 + "X", 501),
        ("a" * 500 + "X" + "b" * 500, 501),
        ("名" * 500 + "X" + "b" * 500, 501),
        ("X" + "b" * 500, 1),
        ("a" * 20 + "X" + "\t" * 500, 21),
        ("\u0301" * 500 + "X", 501),
    ],
)
def test_the_caret_stands_under_the_character(excerpt: str, column: int) -> None:
    _, source, caret = render([problem(excerpt, column)], 0, "en").splitlines()
    assert columns(source[: source.index("X")]) == caret.index("^")
    assert columns(source) <= 120


def columns(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(character) in ("W", "F") for character in text)
    marks = sum(unicodedata.combining(character) > 0 for character in text)
    return len(text) + wide - marks


def test_the_caret_may_stand_behind_the_line() -> None:
    _, source, caret = render([problem("abc", 4)], 0, "en").splitlines()
    assert caret.index("^") == len(source)


@given(st.text(st.characters(exclude_characters="\r\n"), max_size=300), st.data())
def test_nothing_in_a_file_can_steer_the_terminal(text: str, data: st.DataObject) -> None:
    """Escape sequences, line breaks and marks that turn the writing round are replaced everywhere."""
    column = data.draw(st.integers(1, len(text) + 1))
    hostile = Problem("expected-text", text, 3, column, {"found": text}, text)
    shown = render([hostile], 0, "it")
    assert shown.count("\n") <= 3
    assert all(
        unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp") and character not in "\u202e\u2066"
        for character in shown.replace("\n", "")
    )
    shown.encode()


def test_the_document_for_programs() -> None:
    error = Problem("tab-indentation", "a.yaml", 7, 1, {}, "\tb")
    warning = Problem("empty-text", "a.yaml", 8, 2, {}, "b", warning=True)
    whole = Problem("missing-file", "b.yaml")
    document = as_document([error, warning, whole], 5, "en")
    assert json.loads(json.dumps(document)) == {
        "errors": [
            {
                "file": "a.yaml",
                "line": 7,
                "column": 1,
                "code": "tab-indentation",
                "message": "the indentation contains a tab",
                "hint": "use spaces only",
            },
            {
                "file": "b.yaml",
                "line": None,
                "column": None,
                "code": "missing-file",
                "message": "the file does not exist",
                "hint": None,
            },
        ],
        "warnings": [
            {
                "file": "a.yaml",
                "line": 8,
                "column": 2,
                "code": "empty-text",
                "message": "the text is empty",
                "hint": None,
            }
        ],
        "more": 5,
    }
