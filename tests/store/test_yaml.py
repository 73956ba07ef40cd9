"""YAML means what version 1.2 says, and nothing in it can surprise."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml

from alignment_maturity.errors import WorkFailed
from alignment_maturity.model.scalars import Plain
from alignment_maturity.store.documents import Document

Read = Callable[..., Document]
Refused = Callable[..., list[tuple[str, int, int]]]


@pytest.mark.parametrize(
    "spelling",
    ["no", "on", "yes", "off", "y", "12:30", "012", "0o17", "0x1F", "1_000", "1.10", "+3", ".5", "2026-11-21",
     "true", "False", "=", "NaN", ".inf", "1e3", "n/a"],
)  # fmt: skip
def test_unquoted_scalars_keep_their_spelling(read: Read, spelling: str) -> None:
    """A wave called 012 or a company called No would otherwise change its name."""
    value = read(f"wave: {spelling}").data["wave"]  # type: ignore[index] # data is a map here
    assert value == spelling
    assert type(value) is Plain


@pytest.mark.parametrize("spelling", ["", "~", "null", "Null", "NULL"])
def test_null_is_nothing(read: Read, spelling: str) -> None:
    assert read(f"wave: {spelling}\nid: x").data == {"wave": None, "id": "x"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"no"', "no"),
        ("'null'", "null"),
        ('"12"', "12"),
        ("'l''azienda'", "l'azienda"),
        (r'"a\tb\u00e8\/"', "a\tbè/"),
        ("|\n  a\n  b\n", "a\nb\n"),
        (">-\n  a\n  b\n", "a b"),
        ('""', ""),
    ],
)
def test_quoted_and_block_text_is_plain_str(read: Read, written: str, meant: str) -> None:
    """Quoted digits must not become numbers."""
    value = read(f"text: {written}").data["text"]  # type: ignore[index] # data is a map here
    assert value == meant
    assert type(value) is str


def test_keys_are_text_whatever_they_look_like(read: Read) -> None:
    data = read('{2: 0.6, no: 1, "3": 2, 1.5: 3, ~: 4}\n').data
    assert data == {"2": "0.6", "no": "1", "3": "2", "1.5": "3", "~": "4"}
    assert isinstance(data, dict)
    assert {type(key) for key in data} == {str}


def test_collections_nest_in_every_style(read: Read) -> None:
    text = "a:\n- b: [1, {c: d}]\n  e:\n- - x\n  -\nf: {}\ng: []\n"
    assert read(text).data == {
        "a": [{"b": ["1", {"c": "d"}], "e": None}, ["x", None]],
        "f": {},
        "g": [],
    }


def test_a_document_start_and_end_are_no_second_document(read: Read) -> None:
    assert read("%YAML 1.2\n---\na: b\n...\n").data == {"a": "b"}


def test_windows_line_ends_and_a_byte_order_mark_are_fine(read: Read) -> None:
    document = read("\ufeffa: b\r\nc:\r\n  - d\r\n")
    assert document.data == {"a": "b", "c": ["d"]}
    assert document.position(("c", 0)) == (3, 5)
    assert document.excerpt(3) == "  - d"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{level: 2, text: Discussed, not written}", "Discussed, not written"),
        ("{text: Discussed, not written, level: 2}", "Discussed, not written"),
        ("{text: one, two, three , level: 2}", "one, two, three"),
        ("{text: one,two, level: 2}", "one,two"),
        ("{text: one,\n  two, level: 2}", "one, two"),
        ("{text: one, # really: yes\n  two # three: four\n, level: 2}", "one, two"),
        ("{level: 2, text: yes, yes}", "yes, yes"),
        ("{level: 2, text: level, level}", "level, level"),
        ("- {level: 2, text: 'x', }\n- {text: one, two}", "one, two"),
    ],
)
def test_an_unquoted_comma_does_not_cut_a_text(read: Read, text: str, value: str) -> None:
    """The contract's own example has such a text; the author means one text, and is told to quote it."""
    document = read(text)
    entry = document.data[-1] if isinstance(document.data, list) else document.data
    assert entry["text"] == value  # type: ignore[index] # an entry is a map here
    assert type(entry["text"]) is Plain  # type: ignore[index] # as above
    assert [warning.code for warning in document.warnings] == ["unquoted-comma"]
    warning = document.warnings[0]
    assert document.excerpt(warning.line)[warning.column - 1] == ","
    assert warning.warning


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("{a: b, c: }", {"a": "b", "c": None}),
        ("{a: b, c: , d: e}", {"a": "b", "c": None, "d": "e"}),
        ("{a: b, 'c'}", {"a": "b", "c": None}),
        ("{a: 'b', c}", {"a": "b", "c": None}),
        ("{a: [b], c}", {"a": ["b"], "c": None}),
        ("{a: b, c: [d], e}", {"a": "b", "c": ["d"], "e": None}),
        ("{a: , c}", {"a": None, "c": None}),
        ("{a, b: c}", {"a": None, "b": "c"}),
        ("{a: b, ? c}", {"a": "b", "c": None}),
        ("a: b\n? c\n", {"a": "b", "c": None}),
        ("[a: b, c]", [{"a": "b"}, "c"]),
        ("{a: b,}", {"a": "b"}),
    ],
)
def test_a_key_is_never_taken_for_the_rest_of_a_text(read: Read, text: str, data: object) -> None:
    """A forgotten value must be reported, not glued to the entry before."""
    document = read(text)
    assert document.data == data
    assert document.warnings == ()


def test_a_key_that_cannot_be_used_is_no_rest_of_a_text_either(refused: Refused) -> None:
    assert refused("{a: b, ? [c]}") == [("complex-key", 1, 10)]
    assert refused("{a: b, ? *c }") == [("alias", 1, 10)]
    assert refused("{a: b, ? << }") == [("merge-key", 1, 10)]


def test_all_refused_features_are_reported_at_once(refused: Refused) -> None:
    text = "a: &x {b: 1}\nc: *x\n<<: *x\na: 2\nd: !!int 3\n? [e]\n: f\n*x : g\n"
    assert refused(text) == [
        ("anchor", 1, 4),
        ("alias", 2, 4),
        ("merge-key", 3, 1),
        ("alias", 3, 5),
        ("duplicate-key", 4, 1),
        ("tag", 5, 4),
        ("complex-key", 6, 3),
        ("alias", 8, 1),
    ]


def test_what_was_found_before_a_syntax_error_is_not_lost(refused: Refused) -> None:
    assert refused("a: 1\na: 2\nb: 'c\n") == [("duplicate-key", 2, 1), ("unclosed-quote", 3, 4)]


def test_quoted_merge_sign_is_a_key_like_others(read: Read) -> None:
    assert read('"<<": 1').data == {"<<": "1"}


def test_duplicates_hide_no_duplicates_inside(refused: Refused) -> None:
    assert refused("a: {b: 1}\na: {c: 1, c: 2}\n") == [("duplicate-key", 2, 1), ("duplicate-key", 2, 11)]


def test_without_libyaml_nothing_is_read(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML’s own parser reads some files differently: users must hear of it, not get other results."""
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    with pytest.raises(WorkFailed) as caught:
        read("a: b")
    assert caught.value.code == "no-libyaml"
