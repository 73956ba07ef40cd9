"""The quick readers give what the careful ones would give without a problem, or nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_maturity.errors import InvalidInput
from alignment_maturity.model.scalars import Plain
from alignment_maturity.store.documents import parse_document
from alignment_maturity.store.tidy_files import has_all_keys, read_small, status_of, tidy_json, tidy_yaml
from damaged_texts import damaged

EXAMPLES = Path(__file__).parents[1] / "examples"
IN_BLOCKS = """\
# Interviews of November
respondents:
- group: marketing
  answers:
    personas: 2
    sla:
      value: partly
      note: 'Seen twice'

- group: sales   # the second
  name: Anna D'Amico & C.
  answers: {personas: {value: 2, note: "With: colon"}, goals: n/a , sla: partly}
organisation: Rossi (Componenti), 2
  e figli - di Torino \x20
  srl
wave: 'The first
  one: # or "nearly"'
date: "2026-
  11-21"
format: 1
respondent:
"""
TEXTS = {
    name: (EXAMPLES / f"contract/{name}.yaml").read_text("utf-8") for name in ("one", "seven", "room")
} | {"blocks": IN_BLOCKS}
ANSWERS = {
    "format": 1,
    "organisation": "Caffè Rossi: uno",
    "answers": {"personas": 2, "sla": {"value": "partly", "note": "“Sì”"}, "goals": "n/a"},
}


def spelled(data: Any) -> object:
    """Return plain data as the careful reader of JSON gives it: numbers and booleans by their spelling."""
    if isinstance(data, dict):
        return {key: spelled(value) for key, value in data.items()}
    if isinstance(data, list):
        return [spelled(value) for value in data]
    return data if data is None or isinstance(data, str) else Plain(json.dumps(data))


def kinds(data: Any) -> object:
    """Return plain data with the type of each text, and keys in their order."""
    if isinstance(data, dict):
        return [(key, kinds(value)) for key, value in data.items()]
    return [kinds(value) for value in data] if isinstance(data, list) else (type(data), data)


def keys(data: Any) -> int:
    """Count the keys of all maps."""
    if isinstance(data, dict):
        return len(data) + sum(map(keys, data.values()))
    return sum(map(keys, data)) if isinstance(data, list) else 0


def whole_json(content: bytes) -> Any:
    """Read JSON; nothing where it is not tidy, or may have lost a key."""
    read = tidy_json(content)
    return read if has_all_keys(content, read, keys(read)) else None


def carefully(name: str, text: str) -> object:
    """Read with care; fail where there is anything to be said about the text."""
    try:
        document = parse_document(name, text.encode(errors="surrogatepass"), pass_over=True)
    except InvalidInput as error:
        pytest.fail(f"refused: {error.problems}")
    assert not document.errors
    assert not document.warnings
    return document.data


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=600)
@given(data=st.data())
def test_tidy_yaml_means_the_same_to_both_readers(name: str, data: st.DataObject) -> None:
    """One misread answer in a hundred thousand files is one nobody would ever find."""
    text = data.draw(damaged(TEXTS[name]))
    read = tidy_yaml(text.encode())
    if read is not None:
        assert kinds(read) == kinds(carefully("x.yaml", text))


@settings(max_examples=600)
@given(data=st.data())
def test_tidy_json_means_the_same_to_both_readers(data: st.DataObject) -> None:
    indented = data.draw(st.sampled_from([None, 1]))
    text = data.draw(damaged(json.dumps(ANSWERS, indent=indented, ensure_ascii=data.draw(st.booleans()))))
    # Characters that may not stand in a text are left to whoever uses it; so are numbers that are none in
    # their spelling.
    content = text.encode()
    read = whole_json(content)
    if read is not None and content.decode().isprintable() and "-0" not in text and "e0" not in text:
        assert kinds(spelled(read)) == kinds(carefully("x.json", text))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_ways_people_write_are_tidy(text: str, line_end: str) -> None:
    """Otherwise every run would take three times as long, and nothing would show why."""
    assert kinds(tidy_yaml(text.replace("\n", line_end).encode())) == kinds(carefully("x.yaml", text))
    assert tidy_yaml(text.rstrip("\n").encode()) is not None


def test_the_ways_programs_write_are_tidy() -> None:
    long = {**ANSWERS, "answers": {"sla": {"note": "words and words " * 20, "evidence": "more: " * 30}}}
    for data, flow in ((ANSWERS, False), (ANSWERS, None), (long, False)):
        text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow)
        assert kinds(tidy_yaml(text.encode())) == kinds(carefully("x.yaml", text))
    for escaped in (True, False):
        text = json.dumps(ANSWERS, ensure_ascii=escaped)
        assert whole_json(text.encode()) == ANSWERS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "a\n",
        "a: b\na: c\n",
        "a: {b: 1, b: 2}\n",
        "a: {b: {, }}\n",
        "a: {b: {, c: d}}\n",
        "a: {b: 1 c: 2}\n",
        "a: {b: 1, }\n",
        "{a: b}\n",
        "- a: b\n",
        "a: b\n  c: d\n",
        "a: b\nc\n",
        "a:\n  b: c\n  d\n",
        "- a: b\n  c\n",
        "a:\n  - b: c\n    d\n",
        "a: 'b\nc'\n",
        "a: 'b\n\n  c'\n",
        "a: 'b\n  '\n",
        "a: b\n\n  c\n",
        "a: b\n  - c\n",
        "a: b # c\n  d\n",
        "a:\n  b: c\n d: e\n",
        "a: {b: c}\n  d: e\n",
        "a:\n  - b: c\n  d: e\n",
        "a:\n  - {b: c}\n    d: e\n",
        "a: &x b\n",
        "a: *x\n",
        "a: !!str b\n",
        "<<: b\n",
        "a: b: c\n",
        "a: 'it''s'\n",
        'a: "\\x41"\n',
        'a: "b" c\n',
        "a: |\n  b\n",
        "a: b#c\n",
        "a:\tb\n",
        "a: b\u2028c: d\n",
        "a: b\xa0\n",
        "\ufeffa: b\n",
        "a: b\r",
        "---\na: b\n",
        "a: b\n---\nc: d\n",
        f"{'a' * 101}: b\n",
    ],
)
def test_what_is_not_tidy_is_left_to_others(text: str) -> None:
    assert tidy_yaml(text.encode()) is None


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1, "a": 2}',
        '{"a": {"b": 1, "b": 1}}',
        '{"a": "x", "a": "\\u003a"}',  # a colon less, and one more
        '{"a": "x", "a": "\\u003A"}',
        '{"a": NaN}',
        '{"a": 1,}',
        '{"a": "\\ud800"}',
        "",
        "[" * 100_000,
    ],
)
def test_a_key_that_is_lost_is_noticed(text: str) -> None:
    """A JSON reader that keeps the last of two answers would choose one for the respondent."""
    assert whole_json(text.encode()) is None


@pytest.mark.parametrize(
    ("beginning", "repeated", "end"),
    [
        ("a:", " ", "|"),
        ("a: b", " ", ":"),
        ("a: {b: c", " ", ":}"),
        ("a: {b: ", " ", "|}"),
        ("a: {", "}", ""),
        ("a: ", "{a: ", ""),
        ("", "a:\n", ""),
        ("", "- ", ""),
        ("a: '", " '", ":"),
    ],
)
def test_no_text_takes_for_ever(beginning: str, repeated: str, end: str) -> None:
    """A text that made the patterns go back over its blanks would take hours; the time limit would end it."""
    text = beginning + repeated * (240_000 // len(repeated)) + end
    assert tidy_yaml(text.encode()) is None


def test_what_is_too_large_is_left_to_the_careful_reader() -> None:
    assert tidy_yaml(b"a: b\n" + b"#" * 250_000) is None
    assert tidy_json(b'{"a": 1}' + b" " * 500_000) is None


def read_now(path: Path | str) -> bytes | None:
    """Return what is in a file that was looked at just now."""
    return read_small(str(path), status_of(str(path)))


def test_only_regular_files_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening a pipe would wait for ever; opening a device may do something."""
    (tmp_path / "file").write_bytes(b"a: b\n")
    os.mkfifo(tmp_path / "pipe")
    assert read_now(tmp_path / "file") == b"a: b\n"
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("opened"))
    for path in (str(tmp_path), str(tmp_path / "pipe"), str(tmp_path / "none"), "nul\0", os.devnull):
        assert read_now(path) is None


def test_a_file_that_grows_or_shrinks_while_it_is_read_is_read_again_with_care(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a file can be sound YAML with half of the answers."""
    path = tmp_path / "file"
    path.write_bytes(b"a: b\nc: d\n")
    read = os.read
    monkeypatch.setattr(os, "read", lambda descriptor, _size: read(descriptor, 5))
    assert read_now(path) is None
    monkeypatch.setattr(os, "read", lambda descriptor, size: read(descriptor, size) + b"x")
    assert read_now(path) is None


def test_a_file_that_may_not_be_read_is_left_to_the_careful_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "file").write_bytes(b"a: b\n")
    monkeypatch.setattr(os, "open", refusing)
    assert read_now(tmp_path / "file") is None
