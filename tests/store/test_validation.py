"""Everything that is wrong with a file comes out in one run, each thing once and in its place."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.language.problems import describe
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.findings import Finding
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.questionnaire_checks import check_questionnaire
from alignment_maturity.model.scalars import Plain
from alignment_maturity.store.documents import Document
from alignment_maturity.store.places import KEPT
from alignment_maturity.store.validation import validate
from peak_memory import PEAK

Read = Callable[..., Document]
EXAMPLES = Path(__file__).parents[1] / "examples/contract"

ANSWERS = """\
format: 1
questionnaire: mini
questionnaire_version: "1.0"
organisation: Bianchi
"""


def problems_of(
    document: Document, model: type[Questionnaire | AnswerFile], checks: Callable[[object], Iterable[Finding]]
) -> tuple[Problem, ...]:
    with pytest.raises(InvalidInput) as caught:
        validate(document, model, checks)
    return caught.value.problems


def placed(problems: Iterable[Problem]) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in problems]


def no_checks(_data: object) -> list[Finding]:
    return []


def in_answers(read: Read, text: str) -> list[tuple[str, int, int]]:
    return placed(problems_of(read(ANSWERS + text), AnswerFile, no_checks))


def test_the_contract_s_questionnaire_is_valid_with_one_warning(read: Read, mini: str) -> None:
    questionnaire, warnings = validate(read(mini), Questionnaire, check_questionnaire)
    assert questionnaire.id == "mini"
    text = questionnaire.question_by_id["lead-definition"].options[1].text  # type: ignore[union-attr] # a rubric
    assert text.in_("en") == "Discussed, not written"
    assert placed(warnings) == [("unquoted-comma", 62, 35)]


@pytest.mark.parametrize("name", ["one", "seven", "room"])
def test_the_contract_s_answers_are_valid(read: Read, name: str) -> None:
    text = (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    assert validate(read(text), AnswerFile, no_checks)[1] == ()


_SPOILT = (
    ("languages: [en]", "languages: EN"),
    ("method: staged, threshold: 0.7", "method: stagd, threshold: 0.7"),
    ("{id: marketing, name: Marketing, weight: 1}", "{id: Marketing, name: Marketing, wieght: 1}"),
    ("credit: 0.25", "credit: 25%"),
    ("    gate: [2]\n", "    gate: [second]\n"),
    ("{level: 2, text: A common ambition}", "{levle: 2, text: A common ambition}"),
    ("    kind: statement", "    kind: statment"),
    ("    lifts: [{question: personas, to: 2}]", "    lifts: personas"),
    ("    steps: [Invite both teams, Draft", "    steps: [Invite both teams, {}, Draft"),
    ("privacy: {min_group: 3}", "privacy: {min_group: 0}"),
)  # fmt: skip
_SPOILT_CODES = [
    ("expected-list", 4, 12),
    ("unknown-method", 14, 21),
    ("bad-identifier", 16, 10),
    ("unknown-key", 16, 38),
    ("expected-number", 25, 31),
    ("expected-whole-number", 34, 12),
    ("missing-key", 50, 10),
    ("unknown-key", 50, 10),
    ("unknown-kind", 78, 11),
    ("empty-text", 94, 32),
    ("expected-list", 100, 12),
    ("out-of-range", 143, 22),
]


def spoilt(mini: str) -> str:
    for sound, broken in _SPOILT:
        assert mini.count(sound) == 1
        mini = mini.replace(sound, broken)
    return mini


def test_all_problems_come_in_one_run_in_the_order_of_the_file(read: Read, mini: str) -> None:
    found = placed(problems_of(read(spoilt(mini)), Questionnaire, no_checks))
    assert found == sorted(found, key=lambda entry: entry[1:])
    assert [entry for entry in found if entry[0] != "unquoted-comma"] == _SPOILT_CODES


def test_cross_checks_run_on_files_that_have_other_errors(read: Read, mini: str) -> None:
    text = spoilt(mini).replace("compare: [marketing, sales]", "compare: [sales, sale]")
    codes = {code for code, *_ in placed(problems_of(read(text), Questionnaire, check_questionnaire))}
    assert codes > {code for code, *_ in _SPOILT_CODES}
    assert "unknown-group" in codes


def test_json_gives_the_same_problems_as_yaml(read: Read, mini: str) -> None:
    yaml_file = read(spoilt(mini))
    as_yaml = problems_of(yaml_file, Questionnaire, check_questionnaire)
    as_json = problems_of(read(in_json(yaml_file.data), "x.json"), Questionnaire, check_questionnaire)
    messages = [describe(problem, "en") for problem in as_yaml if problem.code != "unquoted-comma"]
    assert [describe(problem, "en") for problem in as_json] == messages


def in_json(data: object) -> str:
    """Write data as JSON, unquoted numbers and booleans as such."""
    if isinstance(data, dict):
        return "{" + ",\n".join(f"{json.dumps(key)}: {in_json(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(in_json, data)) + "]"
    return data if isinstance(data, Plain) and re.fullmatch(r"true|false|[0-9.]+", data) else json.dumps(data)


@pytest.mark.parametrize(
    ("where", "wrong", "meant"),
    [
        ("title: A five", "titel: A five", "title"),
        ("threshold: 0.7}", "treshold: 0.7}", "threshold"),
        ("{value: none, credit: 0,", "{value: none, creditt: 0,", "credit"),
        ("gate: [2]\n    allow_na: false", "gate: [2]\n    alow_na: false", "allow_na"),
        ("    level: 3\n    dimension", "    levle: 3\n    dimension", "level"),
        ("{level: 1, text: Not", "{level: 1, txt: Not", "text"),
        ("{from: 1, to: 2, priority", "{from: 1, to: 2, prioritty", "priority"),
        ("{from: 1, to: 2, prio", "{form: 1, to: 2, prio", "from"),
        ("    done_when: One document", "    donewhen: One document", "done_when"),
        ("[{question: sla}]", "[{quesiton: sla}]", "question"),
        ("{min_group: 3}", "{mingroup: 3}", "min_group"),
    ],
)  # fmt: skip
def test_a_misspelt_key_is_named_with_the_key_that_was_meant(
    read: Read, mini: str, where: str, wrong: str, meant: str
) -> None:
    """The known keys are those of the place: `to` is no key of a question, `from` is one only of a step."""
    assert mini.count(where) == 1
    found = problems_of(read(mini.replace(where, wrong)), Questionnaire, no_checks)
    (message,) = (describe(problem, "en") for problem in found if problem.code == "unknown-key")
    assert message.endswith(f"; did you mean `{meant}`?")


def test_a_key_of_another_place_is_not_suggested(read: Read, mini: str) -> None:
    text = mini.replace("privacy: {min_group: 3}", "privacy: {thresholds: 3}")
    (problem,) = (p for p in problems_of(read(text), Questionnaire, no_checks) if p.code == "unknown-key")
    assert describe(problem, "en") == "unknown key `thresholds`"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("respondent: sales\n", [("expected-map", 5, 13)]),
        ("respondents: {group: sales}\n", [("expected-list", 5, 14)]),
        ("respondents: []\n", [("too-few-entries", 5, 14)]),
        ("respondents: [{group: 2}]\n", [("missing-key", 5, 16)]),
        ("respondents:\n  - {group: Sales, answers: {}}\n", [("bad-identifier", 6, 13)]),
        ("answers: [a]\n", [("expected-map", 5, 10)]),
        ("answers: {Goals: 1}\n", [("bad-identifier", 5, 11)]),
        ("answers: {goals: {value: 1, nota: x}}\n", [("unknown-key", 5, 29)]),
        ("answers: {goals: [1]}\n", [("expected-text", 5, 18)]),
        ("workshop: {goals: {rounds: [{sales: {1: -1}}]}}\n", [("out-of-range", 5, 41)]),
        ("workshop: {goals: {rounds: [{sales: {1: two}}]}}\n", [("expected-whole-number", 5, 41)]),
        ("workshop: {goals: {rounds: [{Sales: {1: 2}}]}}\n", [("bad-identifier", 5, 30)]),
        ("workshop: {goals: {rounds: [{sales: {'': 2}}]}}\n", [("empty-text", 5, 38)]),
        ("workshop: {goals: {parked: yes}}\n", [("expected-flag", 5, 28)]),
        ('workshop: {goals: {parked: "true"}}\n', [("expected-flag", 5, 28)]),
        ("date: 21/11/2026\n", [("expected-date", 5, 7)]),
        ("date: 2026-02-30\n", [("expected-date", 5, 7)]),
        ("wave:\n  - 1\n", [("expected-text", 6, 3)]),
        ("wave: ''\n", [("empty-text", 5, 7)]),
    ],
)
def test_shapes_of_answers(read: Read, text: str, expected: list[tuple[str, int, int]]) -> None:
    assert in_answers(read, text) == expected


@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
@pytest.mark.parametrize("text", ["5", "[1]", '"text"', "null"])
def test_a_file_that_is_no_map(read: Read, text: str, name: str) -> None:
    assert placed(problems_of(read(text, name), AnswerFile, no_checks)) == [("expected-map", 1, 1)]


def test_values_keep_their_spelling_through_the_model(read: Read) -> None:
    """012 as a wave, No as a company: YAML 1.1 would turn them into 10 and false."""
    text = ANSWERS.replace("Bianchi", "No").replace('"1.0"', "1.10") + "wave: 012\nrespondent: {name: on}\n"
    file, _ = validate(read(text), AnswerFile, no_checks)
    assert (file.organisation, file.questionnaire_version, file.wave) == ("No", "1.10", "012")
    assert file.respondent is not None
    assert file.respondent.name == "on"


def test_a_list_with_wrong_entries_is_not_called_too_short(read: Read, mini: str) -> None:
    """Pydantic counts only the sound entries, which would send people looking for missing ones."""
    text = mini.replace("languages: [en]", "languages: [E N]")
    assert [code for code, *_ in placed(problems_of(read(text), Questionnaire, no_checks))] == [
        "bad-language",
        "unquoted-comma",
    ]


# --- where model and checks agree ---------------------------------------------------------------------


def test_of_two_complaints_about_one_place_the_model_s_is_kept(read: Read) -> None:
    def checks(_data: object) -> list[Finding]:
        return [Finding(("wave",), "duplicate-value"), Finding(("organisation",), "duplicate-value")]

    found = placed(problems_of(read(ANSWERS + "wave: []\n"), AnswerFile, checks))
    assert found == [("duplicate-value", 4, 15), ("expected-text", 5, 7)]


def test_a_complaint_made_twice_is_shown_once(read: Read) -> None:
    def checks(_data: object) -> list[Finding]:
        return [Finding(("wave",), "duplicate-value"), Finding(("wave",), "duplicate-value")]

    assert len(problems_of(read(ANSWERS), AnswerFile, checks)) == 1


def test_warnings_alone_do_not_refuse_a_file(read: Read) -> None:
    def checks(_data: object) -> list[Finding]:
        return [Finding(("organisation",), "duplicate-value", warning=True)]

    text = ANSWERS + "respondent: {name: Rossi, Anna}\n"
    file, warnings = validate(read(text), AnswerFile, checks)
    assert file.organisation == "Bianchi"
    assert placed(warnings) == [("duplicate-value", 4, 15), ("unquoted-comma", 5, 25)]


def test_many_warnings_do_not_hide_an_error(read: Read) -> None:
    def checks(_data: object) -> Iterable[Finding]:
        yield from (Finding(("format", number), "duplicate-value", warning=True) for number in range(1000))
        yield Finding(("organisation",), "duplicate-value")

    with pytest.raises(InvalidInput) as caught:
        validate(read(ANSWERS), AnswerFile, checks)
    assert sum(not problem.warning for problem in caught.value.problems) == 1
    assert (len(caught.value.problems), caught.value.more) == (KEPT, 0)


def test_of_many_errors_the_first_of_the_file_are_kept(read: Read) -> None:
    text = "".join(f"wrong{number}: 1\n" for number in range(1000)) + ANSWERS
    with pytest.raises(InvalidInput) as caught:
        validate(read(text), AnswerFile, no_checks)
    assert [problem.line for problem in caught.value.problems] == list(range(1, KEPT + 1))
    assert caught.value.more == 1000 - KEPT


def test_what_reading_warned_of_takes_no_place_from_errors(read: Read) -> None:
    text = ANSWERS + "answers:\n" + "".join(f"  q{number}: {{note: a, b}}\n" for number in range(1000))

    def checks(_data: object) -> Iterable[Finding]:
        yield from (Finding(("answers", f"q{number}"), "unknown-question") for number in range(150))

    with pytest.raises(InvalidInput) as caught:
        validate(read(text), AnswerFile, checks)
    assert Counter(problem.code for problem in caught.value.problems) == {
        "unknown-question": 150,
        "unquoted-comma": KEPT - 150,
    }
    assert caught.value.more == 0


_MANY_WRONG_KEYS = (
    PEAK
    + """
from alignment_maturity.errors import InvalidInput
from alignment_maturity.model.questionnaire_checks import check_questionnaire
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.store.diagnostics import render
from alignment_maturity.store.documents import parse_document
from alignment_maturity.store.places import Limits
from alignment_maturity.store.validation import validate
text = "format: 1\\n" + "".join(f"questoins{i}: 1\\n" for i in range(300_000))
try:
    document = parse_document("x.yaml", text.encode(), limits=Limits(nodes=10**6))
    validate(document, Questionnaire, check_questionnaire)
except InvalidInput as error:
    shown = render(error.problems, error.more, "en")
print(peak_megabytes(), error_count := len(shown.splitlines()), shown.count("did you mean"))
"""
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no process its peak of memory")
def test_three_hundred_thousand_wrong_keys_cost_little() -> None:
    """Each of them is near a known key: only for those that are shown may that be found out."""
    done = subprocess.run(
        [sys.executable, "-c", _MANY_WRONG_KEYS], capture_output=True, text=True, timeout=60, check=True
    )
    peak, lines, suggestions = map(int, done.stdout.split())
    assert peak < 500
    assert lines > 2 * KEPT
    assert 150 < suggestions <= KEPT
