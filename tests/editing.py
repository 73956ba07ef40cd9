"""For the tests of editing: texts that are hard to write and read back, in every layout of YAML and JSON."""

from __future__ import annotations

import json
from typing import Any

import yaml
from hypothesis import strategies as st

from alignment_maturity.model.scalars import UNPRINTABLE

_CHARACTERS = st.characters(
    exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"
)
_WORDS = st.sampled_from(
    [
        "a", "Marketing", "vendite", "perché", "«percorso»", "“quoted”", "😀", "l’uno", "it's", '"quoted"',
        "back\\slash", "a: b", "key:", "# no comment", "a #b", "- dash", "-", "?", "? x", "{a}", "[b]", "a,",
        ", ", "&anchor", "*alias", "!tag", "%", "@", "`", "|", ">", "=1+1", "+3", "@x", "null", "true", "no",
        "~", "1.0", "0x1f", "2026-11-21", "---", "...", "<<", "_x000D_", "x005F_", "_x005F_", "  ", "\t",
        "\n", "\n\n", " \n", "\n ", "\N{NO-BREAK SPACE}", "\u200b", "e\u0301", "unbreakable" * 12,
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(st.one_of(_CHARACTERS, st.sampled_from(" \n\t")), min_size=1, max_size=40),
    st.lists(_WORDS, min_size=1, max_size=40).map(" ".join),
    st.lists(_WORDS, min_size=1, max_size=6).map("".join),
).filter(lambda text: bool(text.strip()) and not UNPRINTABLE.search(text))  # fmt: skip
"""Texts that a questionnaire may hold."""

_STYLES = [None, '"', "'", "|", ">"]


class _Dumper(yaml.SafeDumper):
    """Asks before each node how it shall look."""

    draw: Any

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _text(dumper: Any, data: str) -> yaml.Node:
    style = dumper.draw(st.sampled_from(_STYLES))
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style=style)  # type: ignore[no-any-return] # a node


def _map(dumper: Any, data: dict[str, Any]) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data, flow_style=dumper.draw(st.booleans()))  # type: ignore[no-any-return] # a node


def _list(dumper: Any, data: list[Any]) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=dumper.draw(st.booleans()))  # type: ignore[no-any-return] # a node


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _map)
_Dumper.add_representer(list, _list)


@st.composite
def as_yaml(draw: Any, data: Any) -> str:
    """Write data as YAML."""
    dumper = type("Drawn", (_Dumper,), {"draw": staticmethod(draw)})
    text = yaml.dump(
        data,
        Dumper=dumper,
        sort_keys=False,
        width=draw(st.sampled_from([20, 80, 1000])),
        indent=draw(st.sampled_from([2, 4])),
        allow_unicode=True,
    )
    ending = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text = text.replace("\n", ending)
    return text.rstrip("\r\n") if draw(st.booleans()) else text


@st.composite
def as_json(draw: Any, data: Any) -> str:
    """Write data as JSON."""
    indent = draw(st.sampled_from([None, 0, 2, "\t"]))
    separators = draw(st.sampled_from([(",", ":"), (", ", ": ")]))
    return json.dumps(data, indent=indent, separators=separators, ensure_ascii=draw(st.booleans()))
