"""JSON is read strictly and gives what YAML would give."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.model.scalars import Plain
from alignment_maturity.store.documents import Document, parse_document

Read = Callable[..., Document]
Refused = Callable[..., list[tuple[str, int, int]]]

# What both languages can hold: no character that is refused, no key longer than YAML allows on a line.
_REFUSED = "\u2028\u2029\ufeff\ufffe\uffff"
_CHARACTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters=_REFUSED)
_TEXT = st.text(_CHARACTERS, max_size=40)
_DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=20,
)


def test_numbers_and_booleans_keep_their_spelling(read: Read) -> None:
    """1.10 is not 1.1 where a version is wanted, and a huge number costs nothing."""
    huge = "9" * 10_000
    data = read(
        f'{{"a": 1.10, "b": [true, [false]], "c": -0, "d": 1e400, "e": {huge}, "f": null}}', "x.json"
    ).data
    assert data == {"a": "1.10", "b": ["true", ["false"]], "c": "-0", "d": "1e400", "e": huge, "f": None}
    assert isinstance(data, dict)
    assert {type(data[key]) for key in "acde"} == {Plain}
    assert type(data["b"][0]) is Plain


def test_text_is_plain_str(read: Read) -> None:
    data = read(r'{"a": "1", "\u0062": "\u00e8"}', "x.json").data
    assert data == {"a": "1", "b": "è"}
    assert isinstance(data, dict)
    assert {type(value) for value in data.values()} == {str}


@given(_DATA)
def test_json_text_means_the_same_as_yaml(data: object) -> None:
    """A questionnaire must not change when somebody renames it."""
    text = json.dumps(data, ensure_ascii=False).encode()
    as_json = parse_document("x.json", text)
    as_yaml = parse_document("x.yaml", text)
    assert as_json.data == as_yaml.data
    assert _types(as_json.data) == _types(as_yaml.data)
    assert as_json.place == as_yaml.place


def _types(data: object) -> object:
    if isinstance(data, dict):
        return {key: _types(value) for key, value in data.items()}
    return [_types(item) for item in data] if isinstance(data, list) else type(data)


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("{\"a\": 'b'}", "unquoted-text", 7),
        ('{"a": b}', "unquoted-text", 7),
        ("{a: 1}", "unquoted-text", 2),
        ('{"a": 1 "b": 2}', "missing-comma", 9),
        ('{"a" 1}', "missing-colon", 6),
        ('{"a": 1,}', "trailing-comma", 8),
        ("[1, 2 , ]", "trailing-comma", 7),
        ('{"a": [1}', "stray-bracket", 9),
        ('{"a": 1}]', "stray-bracket", 9),
        ('{"a": [1, {"b": 2}', "unclosed-bracket", 7),
        ('{"a', "unclosed-quote", 2),
        ('{"a": "b\n"}', "unclosed-quote", 7),
        ('{"a": "b\\', "unclosed-quote", 7),
        ('{"a": "b\\q"}', "bad-escape", 9),
        ('{"a": "b\\u12x4"}', "bad-escape", 9),
        ('{"a": .5}', "json-syntax", 7),
        ('{"a": }', "json-syntax", 7),
        ("[1\xa0, 2]", "missing-comma", 3),
        ('{"a": 1} {"b": 2}', "several-documents", 10),
        ('{"a": 1} b', "text-after-value", 10),
        ('{"a": -Infinity}', "json-constant", 7),
        ('{"a": 1, "a": 2}', "duplicate-key", 10),
    ],
)
def test_syntax_errors_are_named_and_placed(refused: Refused, text: str, code: str, column: int) -> None:
    assert refused(text, "x.json") == [(code, 1, column)]


def test_all_duplicates_and_false_numbers_come_at_once(refused: Refused) -> None:
    text = '{"a": NaN,\n "b": [{"c": 1, "c": 2}],\n "a": Infinity,\n "a": 3}'
    assert refused(text, "x.json") == [
        ("json-constant", 1, 7),
        ("duplicate-key", 2, 17),
        ("duplicate-key", 3, 2),
        ("json-constant", 3, 7),
        ("duplicate-key", 4, 2),
    ]


def test_a_surrogate_alone_is_refused_where_text_is_read(read: Read) -> None:
    """JSON can spell what UTF-8 cannot write; the fields refuse it, reading does not fail on it."""
    assert read(r'{"a": "\ud800"}', "x.json").data == {"a": "\ud800"}
