"""From bytes to documents: what is refused before it is read, and where everything stands."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.errors import InvalidInput
from alignment_maturity.model.findings import Finding, Suggestion
from alignment_maturity.store.documents import Document, parse_document, read_document
from alignment_maturity.store.places import KEPT, Limits
from peak_memory import PEAK

Read = Callable[..., Document]
Refused = Callable[..., list[tuple[str, int, int]]]


def code_of(source: str | Path, limits: Limits | None = None) -> str:
    with pytest.raises(InvalidInput) as caught:
        read_document(source, limits=limits or Limits())
    (problem,) = caught.value.problems
    assert problem.source == str(source)
    return problem.code


# --- the file -------------------------------------------------------------------------------------


def test_a_document_knows_its_name_and_its_hash(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbfformat: 1\r\n"
    path = tmp_path / "Risposte è.yaml"
    path.write_bytes(content)
    document = read_document(path)
    assert document.source == str(path)
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert document.text == "format: 1\r\n"


def test_the_ending_decides_the_language(tmp_path: Path) -> None:
    for name, expected in (("a.JSON", "json"), ("a.yaml", "yaml"), ("a.yml", "yaml"), ("json", "yaml")):
        path = tmp_path / name
        path.write_text('{"a": 1}')
        assert read_document(path).syntax == expected


@pytest.mark.parametrize(
    ("content", "syntax"), [(' \n{"a": 1}', "json"), ("[1]", "json"), ("a: 1", "yaml"), ("- 1", "yaml")]
)
def test_standard_input_is_recognised(monkeypatch: pytest.MonkeyPatch, content: str, syntax: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    document = read_document("-")
    assert (document.source, document.syntax) == ("-", syntax)


def test_a_closed_standard_input_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert code_of("-") == "missing-file"


def test_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a: 1")
    assert code_of(tmp_path / "nothing.yaml") == "missing-file"
    assert code_of(tmp_path / "file" / "inside.yaml") == "missing-file"
    assert code_of("nul\0inside") == "missing-file"
    assert code_of(tmp_path) == "folder"
    assert code_of(tmp_path / ("x" * 300)) == "unreadable-file"


@pytest.mark.skipif(
    not hasattr(os, "mkfifo"), reason="pipes and devices in the file system are a POSIX thing"
)
def test_pipes_and_devices_are_refused_without_hanging(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert code_of(tmp_path / "pipe.yaml") == "special-file"
    assert code_of("/dev/zero") == "special-file"
    assert code_of("/dev/null") == "special-file"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("a: 1")

    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)  # root may read everything, so the system cannot be asked
    assert code_of(tmp_path / "a.yaml") == "no-permission"


def test_a_failing_disk_is_told_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("a: 1")

    def failing(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", failing)
    with pytest.raises(InvalidInput) as caught:
        read_document(tmp_path / "a.yaml")
    assert caught.value.problems[0].code == "unreadable-file"
    assert caught.value.problems[0].values == {"reason": "Input/output error"}


# --- limits ---------------------------------------------------------------------------------------


def test_size_limit_is_exact(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: " + b"x" * 97)
    assert read_document(path, limits=Limits(bytes=100)).data == {"a": "x" * 97}
    assert code_of(path, Limits(bytes=99)) == "too-large"


def test_standard_input_is_limited_too(monkeypatch: pytest.MonkeyPatch) -> None:
    for size, fits in ((100, True), (101, False)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * size)))
        if fits:
            assert read_document("-", limits=Limits(bytes=100)).data == "x" * 100
        else:
            assert code_of("-", Limits(bytes=100)) == "too-large"


class Endless(io.BytesIO):
    """A file that says nothing of its size, as those of /proc, and never ends."""

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        assert size >= 0, "would fill the memory"
        return b"x" * size


def test_a_file_that_grows_while_it_is_read_is_limited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x" * 200)
    small = os.stat_result((0o100644, 0, 0, 1, 0, 0, 3, 0, 0, 0))
    with monkeypatch.context() as patch:  # pytest, too, asks for files when a test fails
        patch.setattr(os, "stat", lambda _: small)
        assert read_document(path, limits=Limits(bytes=200)).data == "x" * 200
        assert code_of(path, Limits(bytes=199)) == "too-large"
        patch.setattr(Path, "open", lambda *_: Endless())
        assert code_of(path, Limits(bytes=199)) == "too-large"


@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a": ', "}")])
def test_depth_limit_is_exact(read: Read, refused: Refused, name: str, opening: str, closing: str) -> None:
    read(opening * 60 + "1" + closing * 60, name)
    deep = opening * 61 + "1" + closing * 61
    assert refused(deep, name) == [("too-deep", 1, 60 * len(opening) + 1)]


def test_block_depth_is_limited_too(refused: Refused) -> None:
    assert refused("".join(f"{' ' * i}a:\n" for i in range(100))) == [("too-deep", 61, 61)]
    assert refused("- " * 100) == [("too-deep", 1, 121)]


@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
def test_node_limit_is_exact(read: Read, refused: Refused, name: str) -> None:
    text = "[" + ", ".join(["1"] * 99) + "]"
    read(text, name, Limits(nodes=100))
    assert refused(text, name, Limits(nodes=99)) == [("too-many-nodes", 0, 0)]
    read('{"a": {"b": 1}}', name, Limits(nodes=5))
    assert refused('{"a": {"b": 1}}', name, Limits(nodes=4)) == [("too-many-nodes", 0, 0)]


def test_brackets_inside_texts_are_not_nesting(read: Read) -> None:
    assert read(json.dumps(["[" * 100, "\\[" * 100, '"[' * 100]), "x.json").data is not None


@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
def test_of_many_problems_the_first_are_kept_and_the_rest_counted(name: str) -> None:
    text = "{" + ",\n".join(f'"a": {number}' for number in range(1000)) + "}"
    with pytest.raises(InvalidInput) as caught:
        parse_document(name, text.encode())
    assert len(caught.value.problems) == KEPT
    assert caught.value.more == 999 - KEPT
    assert [problem.line for problem in caught.value.problems] == list(range(2, KEPT + 2))


# --- files that try to do harm, each in a process of its own ---------------------------------------

_HARM: dict[str, tuple[str, Callable[[], str], list[str]]] = {
    "billion laughs": (
        "x.yaml",
        lambda: "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 40)),
        ["anchor", "anchor", "alias", "alias"],
    ),
    "half a million laughs": (
        "x.yaml",
        lambda: "a: &a [x]\n" + "".join(f"b{i}: [{'*a,' * 30}]\n" for i in range(20_000)),
        ["anchor", "alias", "alias", "alias"],
    ),
    "open brackets": ("x.yaml", lambda: "[" * 100_000, ["too-deep"]),
    "open braces": ("x.yaml", lambda: "{a: " * 100_000, ["too-deep"]),
    "lists in lists": ("x.yaml", lambda: "- " * 100_000, ["too-deep"]),
    "maps as keys": ("x.yaml", lambda: "? " * 100_000, ["complex-key"] * 4),
    "keys": ("x.yaml", lambda: "".join(f"k{i}: 1\n" for i in range(300_000)), ["too-many-nodes"]),
    "duplicate keys": ("x.yaml", lambda: "k: 1\n" * 120_000, ["duplicate-key"] * 4),
    "empty lines": ("x.yaml", lambda: "\n" * 15_000_000 + "a: [\n", ["unclosed-bracket"]),
    "one long line": ("x.yaml", lambda: 'a: "' + "x" * 15_000_000, ["unclosed-quote"]),
    "control characters": ("x.yaml", lambda: "\x01a" * 7_500_000, ["control-character"] * 4),
    "commas outside quotes": (
        "x.yaml",
        lambda: "{a: b" + (", " + "c" * 120) * 120_000 + "}\n---\n",
        ["unquoted-comma", "several-documents"],
    ),
    "open brackets in JSON": ("x.json", lambda: "[" * 1_000_000, ["too-deep"]),
    "open braces in JSON": ("x.json", lambda: '{"a":' * 1_000_000, ["too-deep"]),
    "keys in JSON": ("x.json", lambda: json.dumps(dict.fromkeys(range(300_000))), ["too-many-nodes"]),
    "quotes in JSON": ("x.json", lambda: '"' * 4_000_001, ["too-many-nodes"]),
    "backslashes in JSON": ("x.json", lambda: '"' + '\\"' * 4_000_000, ["unclosed-quote"]),
}
_READ_HARM = (
    PEAK
    + """
import sys
from alignment_maturity.errors import InvalidInput
from alignment_maturity.store.diagnostics import render
from alignment_maturity.store.documents import read_document
try:
    read_document(sys.argv[1])
except InvalidInput as error:
    render(error.problems, error.more, "it")
    codes = [problem.code for problem in error.problems[:4]]
print(peak_megabytes(), *codes)
"""
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no process its peak of memory")
@pytest.mark.parametrize("case", _HARM)
def test_harmful_files_cost_little(case: str, tmp_path: Path) -> None:
    name, text, codes = _HARM[case]
    path = tmp_path / name
    path.write_text(text(), encoding="utf-8")
    command = [sys.executable, "-c", _READ_HARM, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    peak, *found = done.stdout.split()
    assert found == codes
    assert int(peak) < 500


def test_thirty_megabytes_are_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "big.yaml"
    with path.open("wb") as file:
        file.truncate(30 * 2**20)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("was opened"))
    assert code_of(path) == "too-large"


# --- where everything stands ------------------------------------------------------------------------

_QUESTIONNAIRE = """\
# intestazione
format: 1
titolo: {it: "Città è", en: Town}
questions:
  - id: a
    options: [x, {level: 2}]
  -
    id: b
    empty:
    also-empty: ~
    note: |
      riga
last: "日本語"
"""


def test_positions_in_yaml(read: Read) -> None:
    document = read(_QUESTIONNAIRE)
    assert document.position(()) == (2, 1)
    assert document.position(("format",)) == (2, 9)
    assert document.position(("format",), on_key=True) == (2, 1)
    assert document.position(("titolo", "en")) == (3, 29)
    assert document.position(("titolo", "en"), on_key=True) == (3, 25)
    assert document.position(("questions",)) == (5, 3)
    assert document.position(("questions", 0)) == (5, 5)
    assert document.position(("questions", 0, "options", 1, "level")) == (6, 26)
    assert document.position(("questions", 0, "options", 1, "level"), on_key=True) == (6, 19)
    assert document.position(("questions", 1)) == (8, 5)
    assert document.position(("questions", 1, "empty")) == (9, 11)
    assert document.position(("questions", 1, "also-empty")) == (10, 17)
    assert document.position(("questions", 1, "note")) == (11, 11)
    assert document.position(("last",)) == (13, 7)


def test_a_missing_key_stands_where_its_map_begins(read: Read) -> None:
    document = read("a:\n  - {b: 1, c: 2}\n  - d: 3\ne: {}\n")
    assert document.position(("a", 0, "missing")) == (2, 6)
    assert document.position(("a", 1, "missing")) == (3, 5)
    assert document.position(("e", "missing")) == (4, 4)
    assert document.position(("missing",)) == (1, 1)
    assert document.position(("a", 7)) == (2, 3)


def test_names_of_union_members_in_a_path_are_passed_over(read: Read) -> None:
    document = read("questions:\n  - id: a\n    options:\n      - level: x\n")
    assert document.position(("questions", 0, "rubric", "options", 0, "level")) == (4, 16)
    assert document.position(("questions", 0, "statement", "options", "list", 0, "level")) == (4, 16)
    assert document.position(("questions", "a", "[key]")) == (2, 3)


def test_positions_in_json(read: Read) -> None:
    document = read('{"a":\n  [1, {"\\u00e8": "x"}],\n "b": null}', "x.json")
    assert document.position(("a", 1, "è")) == (2, 18)
    assert document.position(("a", 1, "è"), on_key=True) == (2, 8)
    assert document.position(("b",)) == (3, 7)
    assert document.position(("missing",)) == (1, 2)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
def test_lines_are_counted_as_editors_do(read: Read, end: str, name: str) -> None:
    document = read(f'{{"a": 1,{end}{end} "b": 2,{end}  "c": 3}}', name)
    assert document.position(("b",)) == (3, 7)
    assert document.position(("c",), on_key=True) == (4, 3)
    assert document.excerpt(3) == ' "b": 2,'
    assert document.excerpt(4) == '  "c": 3}'


def test_the_rest_of_a_cut_text_does_not_shift_positions(read: Read) -> None:
    document = read("{text: a, b, weight: 1}")
    assert document.position(("text",)) == (1, 8)
    assert document.position(("weight",)) == (1, 22)


Path_ = tuple[str | int, ...]
_PLAIN_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=8)
_TREES = st.recursive(
    _PLAIN_TEXT | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_PLAIN_TEXT, inner, max_size=4),
    max_leaves=15,
)


@given(_TREES, st.sampled_from([None, True, False]), st.sampled_from([None, '"', "'", "|"]))
def test_positions_agree_with_those_of_another_reader(
    tree: object, flow: bool | None, style: str | None
) -> None:
    """PyYAML's nodes carry positions too; wherever a value stands, both must point at it."""
    text = yaml.safe_dump(tree, default_flow_style=flow, default_style=style, allow_unicode=True, width=40)
    text = "\n".join(line for line in text.splitlines() if line != "...")
    text = text.replace("!!int ", "").replace("!!null ", "")
    document = parse_document("x.yaml", text.encode())
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert root is not None
    for path, on_key, node in _nodes(root):
        expected = (node.start_mark.line + 1, node.start_mark.column + 1)
        assert document.position(path, on_key=on_key) == expected


def _nodes(node: yaml.Node, path: Path_ = ()) -> Iterator[tuple[Path_, bool, yaml.Node]]:
    yield path, False, node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, key.value), True, key
            yield from _nodes(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _nodes(value, (*path, index))


# --- problems ---------------------------------------------------------------------------------------


def test_a_finding_becomes_a_problem_with_its_line(read: Read) -> None:
    document = read("a: 1\nb: {c: 2}\n")
    problem = document.problem(Finding(("b", "c"), "out-of-range", {"found": "2"}, on_key=True, warning=True))
    assert (problem.code, problem.source, problem.line, problem.column) == ("out-of-range", "file.yaml", 2, 5)
    assert (problem.excerpt, problem.values, problem.warning) == ("b: {c: 2}", {"found": "2"}, True)


def test_a_suggestion_lets_go_of_the_words_it_chose_from(read: Read) -> None:
    """Problems travel between processes by the thousand."""
    values = {"suggestion": Suggestion("wieght", ("weight", *map(str, range(400))))}
    problem = read("a: 1").problem(Finding((), "unknown-key", values))
    assert f"{problem.values['suggestion']:; did you mean `*`?}" == "; did you mean `weight`?"
    none = read("a: 1").problem(Finding((), "unknown-key", {"suggestion": Suggestion("zzz", ("weight",))}))
    assert f"{none.values['suggestion']:; did you mean `*`?}" == ""
    assert len(repr(vars(problem.values["suggestion"]))) < 100


def test_problems_of_one_line_share_its_text(read: Read) -> None:
    """A file of one long line would otherwise be kept two hundred times."""
    document = read("# comment\n{" + ", ".join(f"k{number}: 1" for number in range(1000)) + "}")
    first, second = (document.problem(Finding((key,), "unknown-key")) for key in ("k1", "k999"))
    assert first.excerpt is second.excerpt
