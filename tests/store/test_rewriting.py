"""Other texts in a file: only they change, and what is written can be read back."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_maturity.model.findings import Path
from alignment_maturity.model.texts import Content, texts
from alignment_maturity.store.documents import Document, parse_document
from alignment_maturity.store.rewriting import rewrite
from editing import TEXTS, as_json, as_yaml

LONG = (
    "Chi riceve due promesse diverse dalla stessa azienda può scegliere un concorrente che ne fa una sola,"
    " e nessuno se ne accorge."
)

FOLDED = (
    "Chi riceve due promesse diverse dalla stessa azienda può scegliere un concorrente che ne fa una sola, e",
    "nessuno se ne accorge.",
)


def document(text: str, name: str = "file.yaml") -> Document:
    return parse_document(name, text.encode(), pass_over=True)


def changed(data: Any, contents: Mapping[Path, Content], languages: list[str]) -> Any:
    data = copy.deepcopy(data)
    for path, content in contents.items():
        parent = data
        for element in path[:-1]:
            parent = parent[element]
        parent[path[-1]] = content
    data["languages"] += languages
    return data


def same(data: Any) -> Any:
    """Leave out breaks at the end of a text, which mean nothing and depend on what follows."""
    if isinstance(data, dict):
        return {key: same(value) for key, value in data.items()}
    if isinstance(data, list):
        return [same(value) for value in data]
    return data.rstrip("\n") if isinstance(data, str) else data


def localised(languages: list[str]) -> st.SearchStrategy[Content]:
    return st.one_of(TEXTS, st.fixed_dictionaries(dict.fromkeys(languages, TEXTS)))


QUESTIONNAIRES = st.fixed_dictionaries(
    {
        "languages": st.just(["it", "no"]),
        "title": localised(["it", "no"]),
        "scale": st.lists(
            st.fixed_dictionaries(
                {"id": st.just("a"), "symptoms": st.lists(localised(["it", "no"]), min_size=1, max_size=2)}
            ),
            min_size=1,
            max_size=2,
        ),
        "questions": st.lists(
            st.fixed_dictionaries(
                {
                    "name": localised(["it", "no"]),
                    "options": st.lists(
                        st.fixed_dictionaries({"level": st.just(1), "text": localised(["no", "it"])}),
                        min_size=1,
                        max_size=2,
                    ),
                }
            ),
            max_size=2,
        ),
    }
)


@settings(max_examples=300)
@given(data=st.data(), content=QUESTIONNAIRES, added=st.sampled_from([[], ["de"], ["de", "pt-BR"]]))
def test_whatever_is_written_can_be_read_back(data: st.DataObject, content: Any, added: list[str]) -> None:
    """A text that breaks the file, or comes back as another one, costs its author the whole questionnaire."""
    name = data.draw(st.sampled_from(["file.yaml", "file.json"]))
    before = document(data.draw((as_json if name.endswith("json") else as_yaml)(content)), name)
    contents: dict[Path, Content] = {}
    for text in texts(before.data):
        languages = list(text.content) if isinstance(text.content, dict) else ["it", "no"]
        if isinstance(text.content, dict):
            kept = {language: st.just(text.content[language]) | TEXTS for language in languages}
            new = data.draw(st.fixed_dictionaries({**kept, **dict.fromkeys(added, TEXTS)}))
        else:
            new = data.draw(st.one_of(st.just(text.content), localised([*languages, *added])))
        if new != text.content:
            contents[text.path] = new
    after = rewrite(before, contents, added)
    assert same(document(after, name).data) == same(changed(before.data, contents, added))
    if not contents and not added:
        assert after == before.text


LAYOUTS = {
    "plain": ("title: One  # note", "Two", "title: Two  # note"),
    "plain that needs quotes": ("title: One  # note", "Two: three", 'title: "Two: three"  # note'),
    "double quotes stay": ('title: "One"', "Two", 'title: "Two"'),
    "single quotes stay": ("title: 'One'", "It's", "title: 'It''s'"),
    "long text is folded": ("title: One  # note", LONG, f"title: >-  # note\n  {FOLDED[0]}\n  {FOLDED[1]}"),
    "folded keeps its indentation and comment": (
        "title: >-  # note\n    One\n    or two", LONG,
        f"title: >-  # note\n    {FOLDED[0]}\n    {FOLDED[1]}",
    ),
    "folded becomes short": ("title: >-  # note\n  One\n  or two", "Two", "title: Two  # note"),
    "lines": ("title: One", "One\nTwo", "title: |-\n  One\n  Two"),
    "one text becomes two": (
        "title: One  # note", {"it": "Uno", "en": "One"}, "title:  # note\n  it: Uno\n  en: One"
    ),
    "two texts in braces": (
        'title: {it: "Uno", en: "One"}  # note', {"it": "Due", "en": "One"},
        'title: {it: "Due", en: "One"}  # note',
    ),
    "a language more in braces": (
        'title: {it: "Uno", en: "One"}  # note', {"it": "Uno", "en": "One", "de": "Eins"},
        'title: {it: "Uno", en: "One", de: "Eins"}  # note',
    ),
    "a language more on lines": (
        "title:\n  it: Uno  # note\n  en: >-\n    One", {"it": "Uno", "en": "One", "de": "Eins"},
        "title:\n  it: Uno  # note\n  en: >-\n    One\n  de: Eins",
    ),
    "braces in braces": (
        "title: {it: Uno}\nscale: [{name: One, level: 1}]", {"it": "Uno", "de": "Eins, zwei"},
        'title: {it: Uno, de: "Eins, zwei"}\nscale: [{name: One, level: 1}]',
    ),
    "lines that become two texts": (
        "title: >-\n  One\n  or two", {"it": LONG, "en": "One\n\ntwo"},
        f"title:\n  it: >-\n    {FOLDED[0]}\n    {FOLDED[1]}\n  en: |-\n    One\n\n    two",
    ),
    "a list of lines": ("title: One\nscale:\n  - >-\n    One", "Two", "title: Two\nscale:\n  - >-\n    One"),
    "long in braces": (
        'title: {it: "Uno"}', {"it": LONG},
        f'title: {{it: "{LONG[:95]}\n            {LONG[96:]}"}}',
    ),
    "blanks at an end of a line": ("title: One", "One\nTwo \nSix", 'title: "One\\nTwo \\nSix"'),
    "an unquoted comma": ("title: {it: Uno, due}", {"it": "Uno"}, "title: {it: Uno}"),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_layout_of_the_author_is_kept(name: str) -> None:
    """Somebody reads and edits this file tomorrow, and compares it with yesterday's."""
    before, content, after = LAYOUTS[name]
    around = "# first\nlanguages: [it]\n{}\n\n# last\nversion: '1'\n"
    read = document(around.format(before))
    contents: dict[Path, Any] = {("title",): content}
    assert rewrite(read, contents) == around.format(after)


def test_windows_line_ends_stay() -> None:
    before = "languages: [it]\r\ntitle: One\r\n"
    after = rewrite(document(before), {("title",): "One\nTwo"})
    assert after == "languages: [it]\r\ntitle: |-\r\n  One\r\n  Two\r\n"


@pytest.mark.parametrize(
    "text", ["null", "true", "No", "on", "y", "Off", "yes", "~", "1.0", "0x1f", "12:30", "=", "<<"]
)
def test_other_readers_of_yaml_take_a_text_for_a_text(text: str) -> None:
    """Editors and scripts read by YAML 1.1, where a lone `no` is false, as a value and as a key."""
    before = document("languages: [it]\ntitle: One\nname: {it: Uno}\n")
    contents: dict[Path, Any] = {("title",): {"it": text, "no": text}, ("name",): {"it": text, "no": text}}
    after = yaml.safe_load(rewrite(before, contents))
    assert after["title"] == after["name"] == {"it": text, "no": text}


def test_languages_are_added_to_the_list_as_it_is_written() -> None:
    for listed, longer in (
        ("languages: [it]  # all", "languages: [it, de]  # all"),
        ("languages: [it,en]", "languages: [it,en,de]"),
        (
            "languages:\n  - it  # first\n  - en  # then",
            "languages:\n  - it  # first\n  - en  # then\n  - de",
        ),
        ("languages:\n- it", "languages:\n- it\n- de"),
    ):
        assert rewrite(document(f"{listed}\ntitle: x\n"), {}, ["de"]) == f"{longer}\ntitle: x\n"


def test_json_keeps_its_layout() -> None:
    before = '{\n  "languages": [\n    "it"\n  ],\n  "title": {\n    "it": "Uno"\n  }\n}\n'
    after = rewrite(document(before, "a.json"), {("title",): {"it": 'Due\n"è"', "de": "Zwei"}}, ["de"])
    assert after == (
        '{\n  "languages": [\n    "it", "de"\n  ],\n  "title": {\n    "it": "Due\\n\\"è\\"", "de": "Zwei"\n'
        "  }\n}\n"
    )
