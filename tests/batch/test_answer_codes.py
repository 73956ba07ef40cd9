"""Files coded from their plain data have the codes that their model would give, or are left to it."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_maturity.batch.answer_codes import FileCodes, Person, Unusual
from alignment_maturity.encoding import Encoding
from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.model.answer_checks import check_answers
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.questionnaire_checks import check_questionnaire
from alignment_maturity.store.documents import parse_document
from alignment_maturity.store.tidy_files import has_all_keys, tidy_json, tidy_yaml
from alignment_maturity.store.validation import validate
from damaged_texts import damaged

EXAMPLES = Path(__file__).parents[1] / "examples"
# Option values whose spelling JSON could change, and one with blanks.
MINI = (
    (EXAMPLES / "contract/mini.yaml")
    .read_bytes()
    .replace(b"value: none", b'value: "0"')
    .replace(b"value: partly", b'value: "01"')
    .replace(b"value: largely", b'value: "so  so"')
)
QUESTIONNAIRE, _ = validate(parse_document("mini.yaml", MINI), Questionnaire, check_questionnaire)
CODES = FileCodes(Encoding(QUESTIONNAIRE))
CHECKS = partial(check_answers, questionnaire=QUESTIONNAIRE)
ONE = {
    "format": 1,
    "questionnaire": "mini",
    "questionnaire_version": "1.0",
    "organisation": "Officine  Bianchi",
    "wave": "2026-H2",
    "date": "2026-11-21",
    "respondent": {"group": "sales", "name": "Anna è"},
    "answers": {
        "personas": 2,
        "goals": {"value": 3, "note": "a: b", "evidence": None},
        "exchange": {"note": "Sì"},
        "sla": "so so",
        "lead-definition": "unknown",
    },
}
SEVERAL = {
    **{key: ONE[key] for key in ("format", "questionnaire", "questionnaire_version", "organisation")},
    "respondents": [
        {"group": "marketing", "name": None, "answers": {"personas": 1, "sla": "fully"}},
        {"answers": {}},
    ],
}
IN_BLOCKS = """\
format: 1
questionnaire: mini
questionnaire_version: "1.0"
organisation: A
respondents:
- group: sales
  answers:
    personas: 2
    goals:
      value: 3
      note: b
- answers:
    personas:
"""
SOUND = {
    "x.yaml": [
        (EXAMPLES / "contract/one.yaml").read_text("utf-8").replace("partly", "01"),
        (EXAMPLES / "contract/seven.yaml")
        .read_text("utf-8")
        .replace("partly", "01")
        .replace("largely", "so so")
        .replace("none", "0"),
        IN_BLOCKS,
    ],
    "x.json": [json.dumps(ONE, indent=1), json.dumps(SEVERAL, ensure_ascii=False)],
}
CASES = [(name, text) for name, texts in SOUND.items() for text in texts]

NOTES: list[Any] = ["", " ", "a\tb", "a\nb", "\x07", "a\u2028b", 3, [], True, None]
ODD: list[Any] = [
    *(None, True, False, 0, 1, 2, -1, 9, 10**30, 1.0, 2.0, 0.5, [], [2], {}),
    *({"value": None}, {"value": True}),
    *({"value": 2.0}, {"value": 2}, {"value": [2]}, {"value": {"value": 2}}, {"value": 2, "x": 1}),
    *({"value": 2, "note": note} for note in NOTES),
    *(
        "",
        " ",
        "1",
        "2",
        "02",
        "01",
        "0",
        " 2 ",
        "so so",
        "so  so",
        "n/a",
        "unknown",
        "ungrouped",
        "sales",
    ),
    *(
        "null",
        "true",
        "1.0",
        "mini",
        "2026-02-30",
        "2026-11-21",
        "20261121",
        "a\u202eb",
        "a\u200bb",
        "a\xa0b",
    ),
    *(
        "sales",
        "a\xa0b",
        "\x7f",
        "\ud800",
        "Rossi \N{PILE OF POO}",
        "\ufeff",
        ":",
        [{"answers": {}}],
        {"personas": 2},
    ),
]


def carefully(name: str, content: bytes) -> tuple[list[Person] | None, tuple[Problem, ...]]:
    """Return what the model of a file gives, None where it is refused."""
    try:
        document = parse_document(name, content, pass_over=True)
        file, warnings = validate(document, AnswerFile, CHECKS)
    except InvalidInput as error:
        return None, error.problems
    return CODES.code(file), warnings


def swiftly(name: str, content: bytes) -> list[Person] | None:
    """Return what plain data gives without the model, None where it is left to the model."""
    is_json = name.endswith(".json")
    data = tidy_json(content) if is_json else tidy_yaml(content)
    if not isinstance(data, dict):
        return None
    try:
        people, keys = CODES.code_plain(data)
    except Unusual:
        return None
    return people if not is_json or has_all_keys(content, data, keys) else None


def check(name: str, content: bytes) -> list[Person] | None:
    swift = swiftly(name, content)
    if swift is not None:
        assert (swift, ()) == carefully(name, content)
    return swift


@pytest.mark.parametrize(("name", "text"), CASES)
def test_sound_files_need_no_model(name: str, text: str) -> None:
    """Otherwise all files would take the slow way, and nothing would show it."""
    assert check(name, text.encode()) is not None


@pytest.mark.parametrize(("name", "text"), CASES)
@settings(max_examples=500)
@given(data=st.data())
def test_damaged_files_are_never_read_differently(name: str, text: str, data: st.DataObject) -> None:
    """A damaged file that slipped through would move its organisation's level, and no table would say why."""
    check(name, data.draw(damaged(text)).encode())


@settings(max_examples=1500)
@given(data=st.data())
def test_odd_values_are_never_read_differently(data: st.DataObject) -> None:
    sound = data.draw(st.sampled_from([ONE, SEVERAL]))
    value = data.draw(st.sampled_from(ODD))
    changed = data.draw(st.sampled_from(list(variants(sound, value))))
    check("x.json", json.dumps(changed, ensure_ascii=data.draw(st.booleans())).encode(errors="replace"))
    check("x.yaml", "".join(lines_of(changed)).encode(errors="replace"))


def variants(data: Any, value: object) -> list[Any]:
    """Return plain data with `value` in the place of each of its values, with one key more, and one less."""
    if isinstance(data, dict):
        inside = [{**data, key: other} for key, inner in data.items() for other in variants(inner, value)]
        fewer = [{key: inner for key, inner in data.items() if key != left_out} for left_out in data]
        return [value, *inside, *fewer, {**data, "sla": value}, {**data, "note": value}]
    if isinstance(data, list):
        return [
            value,
            *([*data[:n], other, *data[n + 1 :]] for n, x in enumerate(data) for other in variants(x, value)),
        ]
    return [value]


def lines_of(data: Any, indentation: str = "") -> list[str]:
    """Write maps as YAML in blocks, whatever is in them without quotes where that is possible."""
    lines = []
    for key, value in data.items() if isinstance(data, dict) else []:
        if isinstance(value, dict) and value:
            lines += [f"{indentation}{key}:\n", *lines_of(value, f"{indentation}  ")]
        elif isinstance(value, str):
            lines.append(f"{indentation}{key}: {value}\n")
        else:
            lines.append(f"{indentation}{key}: {json.dumps(value, ensure_ascii=False)}\n")
    return lines


def test_all_the_wrong_files_of_the_examples_are_left_to_the_model() -> None:
    hostile = [path for path in (EXAMPLES / "hostile").iterdir() if path.suffix in (".yaml", ".json")]
    assert len(hostile) > 40
    for path in hostile:
        check(path.name, path.read_bytes())


@pytest.mark.parametrize(
    "change",
    [
        {"format": "1"},
        {"format": 1.0},
        {"format": True},
        {"questionnaire_version": "1.1"},
        {"questionnaire": "other"},
        {"organisation": " "},
        {"organisation": "a\u202eb"},
        {"date": "2026-02-30"},
        {"respondent": {"group": "ungrouped"}},
        {"respondent": {"group": "finance"}},
        {"respondent": {"name": ""}},
        {"respondent": {"role": "boss"}},
        {"respondents": []},
        {"workshop": {}},
        {"questions": []},
        {"answers": {"personas": True}},
        {"answers": {"personas": 2.0}},
        {"answers": {"personas": {"value": True}}},
        {"answers": {"sla": 1}},
        {"answers": {"personas": "n/a"}},
        {"answers": {"nothing": None}},
        {"answers": {"personas": {"value": 2, "note": " "}}},
        {"answers": {"personas": {"value": 2, "note": "\x07"}}},
        {"answers": {"personas": {"value": 2, "remark": "x"}}},
    ],
    ids=str,
)
def test_what_the_model_refuses_or_warns_about_is_left_to_it(change: dict[str, object]) -> None:
    content = json.dumps({**ONE, **change}).encode()
    assert swiftly("x.json", content) is None
    file, problems = carefully("x.json", content)
    assert file is None or problems


@pytest.mark.parametrize("people", [[], [{}], [{"group": "sales"}], [{"answers": {}, "wave": "x"}], {}, None])
def test_lists_of_people_that_the_model_refuses_are_left_to_it(people: object) -> None:
    content = json.dumps({**SEVERAL, "respondents": people}).encode()
    assert swiftly("x.json", content) is None
    assert carefully("x.json", content)[0] is None or people is None


def test_numbers_of_json_are_the_options_spelled_like_them() -> None:
    coded = check("x.json", json.dumps({**ONE, "answers": {"personas": 3, "sla": "01"}}).encode())
    assert coded is not None
    encoding = Encoding(QUESTIONNAIRE)
    codes = dict(zip(encoding.questions, coded[0].codes, strict=True))
    assert codes["personas"] == encoding.codes[encoding.row["personas"]]["3"]
    assert codes["sla"] == encoding.codes[encoding.row["sla"]]["01"]


def test_a_zero_may_have_been_written_as_minus_zero() -> None:
    content = json.dumps({**ONE, "answers": {"sla": 0}}).encode()
    assert swiftly("x.json", content) is None
    assert carefully("x.json", content)[0] is not None
    assert carefully("x.json", content.replace(b'"sla": 0', b'"sla": -0'))[0] is None
