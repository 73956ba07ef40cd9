"""Very many answer files become rows; whatever is wrong with one is told and costs no other."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import polars as pl
import pytest
import yaml
from polars.testing import assert_frame_equal

from alignment_maturity.batch import answer_files
from alignment_maturity.batch.answer_files import FileRows, read_files
from alignment_maturity.batch.frames import FAULTS, KEYS
from alignment_maturity.batch.sources import Source
from alignment_maturity.encoding import Encoding
from alignment_maturity.errors import WrongUsage
from alignment_maturity.store import questionnaires
from alignment_maturity.store.answer_sets import Reader
from alignment_maturity.store.documents import Document, parse_document
from alignment_maturity.store.questionnaires import Loaded
from alignment_maturity.store.tidy_files import status_of

EXAMPLES = Path(__file__).parents[1] / "examples"
ONE = (EXAMPLES / "contract/one.yaml").read_text("utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the files of the contract."""
    for name in ("mini.yaml", "one.yaml", "room.yaml", "seven.yaml"):
        shutil.copy(EXAMPLES / "contract" / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def carefully(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let no file be read the quick way."""
    monkeypatch.setattr(answer_files, "read_small", lambda *_: None)
    return monkeypatch


def read(paths: Iterable[str], reference: str | None = None, *, named: bool = False) -> FileRows:
    sources = [(number, Source(path, named)) for number, path in enumerate(paths)]
    statuses = [status_of(source.path) for _, source in sources]
    return read_files(sources, statuses, reference, lang="en")


def codes(files: FileRows) -> list[str]:
    return files.faults["code"].to_list()


def respondents(files: FileRows) -> int:
    return sum(rows.height for rows in files.rows.values())


def the_rows(files: FileRows) -> pl.DataFrame:
    (rows,) = files.rows.values()
    return rows


@pytest.mark.usefixtures("folder")
def test_each_respondent_is_a_row() -> None:
    files = read(["one.yaml", "seven.yaml"])
    rows = the_rows(files)
    (loaded,) = files.questionnaires.values()
    encoding = Encoding(loaded.questionnaire)
    assert dict(rows.schema) == {**KEYS, **{f"q{row}": pl.UInt8() for row in range(len(encoding.questions))}}
    assert rows.height == 8
    assert rows["source"].to_list() == [0] + [1] * 7
    assert rows["row"].to_list() == [0] * 8
    assert rows["wave"].to_list() == [None] + ["2026-H2"] * 7
    first = rows.row(0, named=True)
    assert first["organisation"] == "Officine Bianchi"
    assert encoding.groups[first["group"]] == "sales"
    said = {"personas": "2", "goals": "3", "lead-definition": "2", "exchange": "2", "sla": "partly"}
    for question, value in said.items():
        row = encoding.row[question]
        assert first[f"q{row}"] == encoding.codes[row][value]
    last = rows.row(7, named=True)
    assert last[f"q{encoding.row['personas']}"] == encoding.instrument.unknown
    assert rows.row(4, named=True)[f"q{encoding.row['sla']}"] == 255  # no answer
    assert not files.faults.height


@pytest.mark.usefixtures("folder")
def test_workshops_are_kept_whole() -> None:
    """Their votes are counted where their organisation is scored."""
    files = read(["one.yaml", "room.yaml", "seven.yaml"])
    (room,) = files.documents
    assert (room.path, room.source) == ("room.yaml", 1)
    assert (room.organisation, room.wave) == ("Verdi Impianti", None)
    assert room.data == Path("room.yaml").read_bytes()
    assert room.sha256 in files.questionnaires
    assert respondents(files) == 8


def test_a_file_without_answers_is_not_lost(folder: Path) -> None:
    """Its organisation is assessed, with nobody: a table that leaves it out would say it never answered."""
    text = ONE[: ONE.index("answers:")] + "answers:\n"
    (folder / "none.yaml").write_text(text, "utf-8")
    files = read(["none.yaml"])
    assert [document.path for document in files.documents] == ["none.yaml"]
    assert not files.rows
    assert len(files.questionnaires) == 1


@pytest.mark.usefixtures("folder")
def test_questionnaires_among_the_answers_are_passed_over_unless_they_were_named() -> None:
    files = read(["mini.yaml", "one.yaml"])
    assert (files.skipped, files.left_out, codes(files)) == (["mini.yaml"], 0, [])
    files = read(["mini.yaml"], named=True)
    assert (files.skipped, files.left_out) == ([], 1)
    assert not files.questionnaires


def test_bad_files_cost_themselves_alone(folder: Path) -> None:
    """One broken file among a thousand must cost one row, not the run."""
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    (folder / "broken.yaml").write_text(ONE.replace("goals: 3", "goals: 9"), "utf-8")
    (folder / "binary.json").write_bytes(b"\x00\x01\x02")
    (folder / "endless.yaml").write_bytes(b"[" * 10_000_000)
    (folder / "endless.json").write_bytes(b"[" * 10_000_000)
    (folder / "nonsense.json").write_bytes(b"a: \xff" * 2_000_000)
    (folder / "huge.yaml").write_bytes(b"a: b\n" * 4_000_000)
    (folder / "empty.yaml").touch()
    (folder / "stray.yaml").write_text(ONE.replace("mini", "none"), "utf-8")
    (folder / "list.json").write_text("[1]", "utf-8")
    (folder / "link.yaml").symlink_to("link.yaml")
    bad = [
        "folder.yaml", "pipe.yaml", "gone.yaml", "broken.yaml", "binary.json", "endless.yaml", "endless.json",
        "nonsense.json", "huge.yaml", "empty.yaml", "stray.yaml", "list.json", "link.yaml", "caff\udce8.yaml",
    ]  # fmt: skip
    files = read([*bad, "one.yaml"])
    assert files.left_out == len(bad)
    assert respondents(files) == 1
    assert dict(files.faults.schema) == FAULTS
    found = {row["file"]: row["code"] for row in files.faults.iter_rows(named=True)}
    assert list(found) == [path.replace("\udce8", "\\udce8") for path in bad]
    assert found["broken.yaml"] == "unknown-option"
    assert found["folder.yaml"] == "folder"
    assert found["pipe.yaml"] == "special-file"
    assert found["gone.yaml"] == "missing-file"
    assert found["nonsense.json"] == "not-utf-8"
    assert found["huge.yaml"] == "too-large"
    assert found["stray.yaml"] == "questionnaire-not-found"
    broken = files.faults.row(by_predicate=pl.col("file") == "broken.yaml", named=True)
    line = ONE.splitlines().index("  goals: 3") + 1
    assert (broken["row"], broken["column"], broken["warning"]) == (line, "10", False)
    assert broken["message"].startswith("question 'goals' has no option 9")


def test_a_file_that_vanishes_while_it_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the listing of a folder and its reading somebody may tidy up."""
    opened = os.open

    def vanishing(path: str, *args: object) -> int:
        (folder / "one.yaml").unlink(missing_ok=True)
        return opened(path, *args)  # type: ignore[arg-type]  # handed on as they come

    monkeypatch.setattr(os, "open", vanishing)
    files = read(["one.yaml", "seven.yaml"])
    assert codes(files) == ["missing-file"]
    assert respondents(files) == 7


def test_warnings_are_told_and_the_file_is_used(folder: Path) -> None:
    (folder / "one.yaml").write_text(ONE.replace('"1.0"', '"0.9"'), "utf-8")
    files = read(["one.yaml"])
    assert respondents(files) == 1
    assert [(row["code"], row["warning"]) for row in files.faults.iter_rows(named=True)] == [
        ("other-version", True)
    ]
    assert files.left_out == 0


def test_a_faulty_questionnaire_is_told_once_and_each_file_it_costs_is_named(folder: Path) -> None:
    text = (folder / "mini.yaml").read_text("utf-8")
    (folder / "mini.yaml").write_text(text.replace("dimension: leads", "dimension: lead"), "utf-8")
    files = read(["one.yaml", "room.yaml", "seven.yaml"])
    found = [(row["file"], row["code"]) for row in files.faults.iter_rows(named=True)]
    assert found.count(("mini.yaml", "unknown-dimension")) == 3
    assert [file for file, code in found if code == "faulty-questionnaire"] == [
        "one.yaml",
        "room.yaml",
        "seven.yaml",
    ]
    assert files.left_out == 3
    assert not files.questionnaires


@pytest.mark.usefixtures("folder")
def test_a_questionnaire_that_does_not_exist_ends_the_run_at_once() -> None:
    """Every one of a hundred thousand files would fail for the same reason."""
    with pytest.raises(WrongUsage):
        read(["one.yaml"], "nowhere")
    Path("odd.yaml").write_text("questionnaire: mini\nquestions: []\n", "utf-8")
    assert read(["mini.yaml", "odd.yaml"], "nowhere").skipped == ["mini.yaml", "odd.yaml"]


@pytest.mark.usefixtures("folder")
def test_a_questionnaire_given_for_all_files_refuses_those_that_name_another() -> None:
    files = read(["one.yaml"], "full")
    assert "other-questionnaire" in codes(files)
    assert not respondents(files)
    assert not files.questionnaires


def test_each_folder_may_have_its_own_questionnaire(folder: Path) -> None:
    """The nearest one counts, in whatever order the files are read."""
    (folder / "deep").mkdir()
    changed = (folder / "mini.yaml").read_text("utf-8").replace("text: Not at all", "text: No")
    (folder / "deep/mini.yaml").write_text(changed, "utf-8")
    shutil.copy(folder / "one.yaml", folder / "deep")
    files = read(["one.yaml", "deep/one.yaml", "seven.yaml"])
    assert len(files.rows) == len(files.questionnaires) == 2
    assert sorted(rows.height for rows in files.rows.values()) == [1, 8]


def test_a_questionnaire_is_read_once_for_however_many_folders(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder for each of a thousand organisations must not take as long as a thousand questionnaires."""
    asked: list[str] = []
    checked = questionnaires.checked

    def counting(document: Document) -> Loaded:
        asked.append(document.source)
        return checked(document)

    text = ONE.replace("mini", "full")
    text = text[: text.index("answers:")] + "answers: {pipeline: 2}\n"
    text = text.replace('"1.0"', json.dumps(questionnaires.find_questionnaire("full").questionnaire.version))
    monkeypatch.setattr(questionnaires, "checked", counting)
    for number in range(20):
        (folder / str(number)).mkdir()
        (folder / str(number) / "one.yaml").write_text(text, "utf-8")
    files = read([f"{number}/one.yaml" for number in range(20)])
    assert (respondents(files), codes(files)) == (20, [])
    assert len(asked) <= 1


@pytest.mark.usefixtures("folder")
def test_sound_files_are_read_the_quick_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise a run would take five times as long, and nothing would show why."""
    monkeypatch.setattr(Reader, "read", lambda *_, **__: pytest.fail("read with care"))
    assert respondents(read(["one.yaml", "seven.yaml"])) == 8


def test_untidy_files_are_read_without_a_model(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Long texts that go on below are common."""
    text = ONE.replace('"A spreadsheet on Fridays"', '"A \\"spreadsheet\\""')
    (folder / "one.yaml").write_text(text, "utf-8")
    (folder / "two.yaml").write_text(f"\ufeff---\n{text}", "utf-8")
    monkeypatch.setattr(Reader, "read", lambda *_, **__: pytest.fail("read with care"))
    assert respondents(read(["one.yaml", "two.yaml"])) == 2


def variants(folder: Path) -> list[str]:
    """Write files of every kind, sound and not, and return their paths."""
    for path in (EXAMPLES / "hostile").iterdir():
        if path.suffix in (".yaml", ".json"):
            shutil.copy(path, folder)
    for name in ("one", "seven", "room"):
        data = parse_document(f"{name}.yaml", (folder / f"{name}.yaml").read_bytes()).data
        assert isinstance(data, dict)
        (folder / f"{name}.json").write_text(json.dumps({**data, "format": 1}), "utf-8")
    changes = {
        "duplicate": ("  goals: 3\n", "  goals: 3\n  goals: 3\n"),
        "anchor": ("goals: 3", "goals: &x 3"),
        "tag": ("goals: 3", "goals: !!str 3"),
        "merge": ("goals: 3", "<<: 3"),
        "octal": ("goals: 3", "goals: 0o3"),
        "fraction": ("goals: 3", "goals: 3.0"),
        "quoted": ("goals: 3", 'goals: "3"'),
        "padded": ("goals: 3", "goals: 03"),
        "flag": ("goals: 3", "goals: true"),
        "null": ("goals: 3", "goals: ~"),
        "blanks": ("Officine Bianchi", "'  Officine   Bianchi '"),
        "turning": ("Officine Bianchi", '"Officine \u202eBianchi"'),
        "accents": ("Officine Bianchi", "Caffè l’Età & C."),
        "mark": ("format: 1", "\ufeffformat: 1"),
        "format": ("format: 1", 'format: "1"'),
        "folded": ("Officine Bianchi", ">-\n  Officine\n  Bianchi"),
        "windows": ("\n", "\r\n"),
        "unknown": ("goals: 3", "gaols: 3"),
    }
    for name, (old, new) in changes.items():
        assert old in ONE
        (folder / f"changed-{name}.yaml").write_text(ONE.replace(old, new), "utf-8", newline="")
    return sorted(path.name for path in folder.iterdir())


def test_both_ways_of_reading_find_the_same(folder: Path, request: pytest.FixtureRequest) -> None:
    """Rows, faults, documents: the quick way may not change a comma."""
    paths = variants(folder)
    quick = read(paths)
    request.getfixturevalue("carefully")
    careful = read(paths)
    assert quick.rows.keys() == careful.rows.keys()
    for sha256, rows in careful.rows.items():
        assert_frame_equal(quick.rows[sha256], rows)
    assert_frame_equal(quick.faults, careful.faults)
    assert quick.documents == careful.documents
    assert (quick.left_out, quick.skipped) == (careful.left_out, careful.skipped)
    assert respondents(quick) > 20
    assert quick.left_out > 40


def test_a_dash_is_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever names a file so must not have it taken for what is piped in."""
    shutil.copy(folder / "one.yaml", folder / "-")
    with (folder / "seven.yaml").open(encoding="utf-8") as piped:
        monkeypatch.setattr("sys.stdin", piped)
        assert respondents(read(["-"])) == 7


def test_nothing_to_read_gives_empty_tables() -> None:
    files = read([])
    assert (files.rows, respondents(files), files.faults.height) == ({}, 0, 0)


def test_json_is_known_by_its_ending_in_capitals_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with care, a folder from a survey tool that writes so would take ten times as long."""
    monkeypatch.setattr(Reader, "read", lambda *_, **__: pytest.fail("read with care"))
    (folder / "ONE.JSON").write_text(json.dumps(yaml.safe_load(ONE), default=str), "utf-8")
    assert respondents(read(["ONE.JSON"])) == 1
