"""Saved answers: read back as they were, readable by people, and never at the cost of somebody's comments."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from alignment_maturity.errors import WorkFailed
from alignment_maturity.interview.details import tidy
from alignment_maturity.interview.session import clean
from alignment_maturity.model.answers import Answer, AnswerFile, Discussion, Respondent, RespondentAnswers
from alignment_maturity.store.answer_files import Reason, SavedAnswers, as_text, save_answer_file
from alignment_maturity.store.documents import read_document
from alignment_maturity.store.json_text import read_json
from alignment_maturity.store.places import Limits
from alignment_maturity.store.yaml_nodes import read_yaml

TRICKY = [
    "no", "Yes", "null", "~", "true", "2026", "1.0", "012", "0o17", "1e3", "1_000", ".inf", "12:30",
    "2026-11-21", "=", "<<", "a: b", "a #b", "- a", "? a", "[a]", "{a}", "a, b", "&a", "*a", "!a", "%a", "@a",
    "`a", '"a"', "'a'", "|", ">", "perché", "a\\nb", "“quoted”", "…", "😀", "a\u00a0b", "---", "...", "a:",
    "-", "a\tb", "ends with space-", "x" * 300,
]  # fmt: skip
PROSE = st.one_of(
    st.sampled_from(TRICKY), st.text(max_size=40), st.lists(st.text(max_size=12), max_size=4).map("\n".join)
)
NOTES = PROSE.map(lambda text: clean(text) or None)
NAMES = PROSE.map(tidy).filter(bool)
IDS = st.one_of(
    st.sampled_from(["no", "2026", "1e3", "null", "-", "--", "-a", "on", "0x1"]),
    st.from_regex("[a-z0-9-]+", fullmatch=True),
)
ANSWERS = st.builds(Answer, value=st.none() | NAMES, note=NOTES, evidence=NOTES)
PEOPLE = st.builds(Respondent, group=st.none() | IDS, name=st.none() | NAMES)
DAYS = st.dates(dt.date(1000, 1, 1))


def single(organisation: str, **more: object) -> AnswerFile:
    known = {
        "format": 1,
        "questionnaire": "mini",
        "questionnaire_version": "1.0",
        "organisation": organisation,
    }
    return AnswerFile.model_validate(known | more)


FILES = st.builds(
    single,
    organisation=NAMES,
    questionnaire=IDS,
    questionnaire_version=NAMES,
    wave=st.none() | NAMES,
    date=st.none() | DAYS,
    respondent=PEOPLE,
    answers=st.dictionaries(IDS, ANSWERS, max_size=4),
)


@given(FILES)
def test_what_is_written_is_read_back_the_same(file: AnswerFile) -> None:
    yaml_data = read_yaml(as_text(file, Path("a.yaml")), Limits())
    json_data = read_json(as_text(file, Path("a.json")), Limits())

    assert not yaml_data.faults.errors
    assert AnswerFile.model_validate(yaml_data.data) == file
    assert AnswerFile.model_validate(json_data.data) == file


@given(FILES)
def test_other_readers_of_either_version_of_yaml_see_the_same_data(file: AnswerFile) -> None:
    text = as_text(file, Path("a.yaml"))
    expected = json.loads(as_text(file, Path("a.json")))
    one_two = YAML(typ="safe", pure=True)

    assert plainly(one_two.load(text)) == expected
    assert plainly(yaml.load(text, yaml.CSafeLoader)) == expected


def plainly(data: object) -> object:
    if isinstance(data, dict):
        return {key: plainly(value) for key, value in data.items()}
    return data.isoformat() if isinstance(data, dt.date) else data


def test_a_file_looks_as_somebody_would_write_it() -> None:
    file = single(
        "Rossi Componenti Srl",
        wave="2026-H2",
        date=dt.date(2026, 11, 21),
        respondent={"group": "marketing", "name": "Ada D’Angelo"},
        answers={
            "personas": "2",
            "sla": "partly",
            "crm": "n/a",
            "goals": {"value": "3", "note": "Due obiettivi: lead e ricavi", "evidence": "piano.pdf"},
            "exchange": {"note": "prima riga\n\n  seconda riga"},
            "budget": {"value": "no", "note": "x" * 100},
        },
    )

    assert as_text(file, Path("a.yaml")) == (
        "format: 1\n"
        "questionnaire: mini\n"
        'questionnaire_version: "1.0"\n'
        "organisation: Rossi Componenti Srl\n"
        'wave: "2026-H2"\n'
        "date: 2026-11-21\n"
        "respondent:\n"
        "  group: marketing\n"
        "  name: Ada D’Angelo\n"
        "answers:\n"
        "  personas: 2\n"
        "  sla: partly\n"
        "  crm: n/a\n"
        "  goals:\n"
        "    value: 3\n"
        '    note: "Due obiettivi: lead e ricavi"\n'
        "    evidence: piano.pdf\n"
        "  exchange:\n"
        "    note: |-\n"
        "      prima riga\n"
        "\n"
        "        seconda riga\n"
        "  budget:\n"
        '    value: "no"\n'
        f"    note: {'x' * 100}\n"
    )


def test_files_of_several_people_and_of_a_workshop_are_written_too(tmp_path: Path) -> None:
    people = tuple(
        RespondentAnswers(
            group="sales",
            name=f"Person {number}",
            answers={f"q{key}": Answer(value="2") for key in range(number)},
        )
        for number in (1, 20)
    )
    room = {
        "personas": Discussion(
            rounds=({"marketing": {"1": 2, "unknown": 1}}, {"marketing": {"2": 3}}),
            agreed="2",
            note="a\nb",
            parked=True,
        ),
        "sla": Discussion(rounds=({"sales": {"no": 1}},)),
    }
    for file in (single("A", respondents=people), single("B", workshop=room)):
        for name in ("file.yaml", "file.json"):
            path = tmp_path / name
            save_answer_file(path, file, replace=True)
            assert AnswerFile.model_validate(read_document(path).data) == file


def test_an_existing_file_is_not_replaced_unless_told_to(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("something else")

    with pytest.raises(WorkFailed):
        save_answer_file(path, single("A", answers={}), replace=False)
    assert path.read_text() == "something else"


# Files that somebody else has written


def aside(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if ".orig" in path.name}


def test_our_own_file_is_replaced_without_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    told: list[Path] = []
    saved = SavedAnswers(path, None, on_set_aside=lambda copy, _: told.append(copy))
    for value in ("1", "2", "3"):
        saved.save(single("A", answers={"personas": value}))

    assert aside(tmp_path) == {}
    assert told == []
    assert "personas: 3" in path.read_text()


def test_comments_are_set_aside_once_before_the_first_change(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    file = single("A", answers={"personas": "1"})
    commented = as_text(file, path) + "# ask Ada about goals\n"
    path.write_text(commented)
    told: list[tuple[Path, Reason]] = []
    saved = SavedAnswers(path, file, on_set_aside=lambda copy, why: told.append((copy, why)))

    assert aside(tmp_path) == {}
    for value in ("2", "3"):
        saved.save(single("A", answers={"personas": value}))
    assert aside(tmp_path) == {"a.yaml.orig": commented}
    assert told == [(tmp_path / "a.yaml.orig", "edited")]


def test_only_what_was_read_under_a_newer_questionnaire_is_outgrown(tmp_path: Path) -> None:
    """Nobody should be told that a file was edited when it was not, nor the other way round."""
    path = tmp_path / "a.yaml"
    path.write_text(as_text(single("A", answers={"personas": "1", "gone": "1"}), path))
    told: list[Reason] = []
    left = single("A", answers={"personas": "1"})
    saved = SavedAnswers(path, left, outgrown=True, on_set_aside=lambda _, why: told.append(why))
    saved.save(left)
    path.write_text("edited in another window")
    saved.save(single("A", answers={"personas": "2"}))

    assert told == ["outgrown", "edited"]


def test_a_file_edited_meanwhile_is_set_aside_beside_earlier_copies(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    (tmp_path / "a.yaml.orig").write_text("an earlier copy")
    saved = SavedAnswers(path, None, on_set_aside=lambda _, __: None)
    saved.save(single("A", answers={}))
    path.write_text("edited in another window")
    saved.save(single("A", answers={"personas": "2"}))

    assert aside(tmp_path) == {"a.yaml.orig": "an earlier copy", "a.yaml.orig2": "edited in another window"}


def test_what_is_set_aside_already_is_not_copied_again(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    file = single("A", answers={})
    for _ in range(2):
        path.write_text("# by hand\n" + as_text(file, path))
        SavedAnswers(path, file, on_set_aside=lambda _, __: None).save(file)

    assert aside(tmp_path).keys() == {"a.yaml.orig"}


def test_a_file_that_was_removed_meanwhile_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    saved = SavedAnswers(path, None, on_set_aside=lambda _, __: None)
    saved.save(single("A", answers={}))
    path.unlink()
    saved.save(single("A", answers={"personas": "2"}))

    assert "personas: 2" in path.read_text()
