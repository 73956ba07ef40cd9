"""Which questionnaire the rows of a table belong to."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from alignment_maturity.batch.reading.choice import Chooser
from alignment_maturity.errors import InvalidInput, WrongUsage
from alignment_maturity.store import builtin, questionnaires
from batch.reading.surveys import QUESTIONS, encoded, questionnaire, read_table, write_questionnaire


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nobody's own questionnaires but those of the test."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setattr(builtin, "own_folder", lambda: folder)
    monkeypatch.setattr(questionnaires, "own_folder", lambda: folder)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the table lies."""
    folder = tmp_path / "tables"
    folder.mkdir()
    return folder


def chosen(header: tuple[str, ...], folder: Path | None, reference: str | None = None) -> set[str]:
    return set(Chooser(reference).choose("t.csv", header, folder).codebooks.books)


def code_of(header: tuple[str, ...], folder: Path | None) -> str:
    with pytest.raises(InvalidInput) as refused:
        Chooser().choose("t.csv", header, folder)
    return refused.value.problems[0].code


def test_the_questionnaire_that_fits_best(folder: Path, own: Path) -> None:
    """A table would be scored by a questionnaire it was not made for."""
    write_questionnaire(folder, "six")
    write_questionnaire(folder, "nine", questions=9)
    write_questionnaire(own, "three", questions=3)
    columns = tuple(f"q{number:02d}" for number in range(9))
    assert chosen(("organisation", *columns, "extent", "remark"), folder) == {"nine"}
    assert chosen(("organisation", *columns[:6], "extent"), folder) == {"six"}
    assert chosen(("organisation", *columns[:3], "extent"), folder) == {"three"}
    built_in = builtin.data_folder("questionnaires") / "quick.yaml"
    asked = [one["id"] for one in yaml.safe_load(built_in.read_text(encoding="utf-8"))["questions"]]
    assert chosen(("organisation", *asked), folder) == {"quick"}
    assert chosen(("organisation", *asked), None) == {"quick"}


def test_no_fit_and_a_tie(folder: Path) -> None:
    """One of several would be taken at random."""
    write_questionnaire(folder, "one")
    assert code_of(("organisation", "nothing"), folder) == "no-questionnaire-fits"
    write_questionnaire(folder, "two")
    assert code_of(("organisation", *QUESTIONS), folder) == "several-questionnaires-fit"
    assert chosen(("organisation", *QUESTIONS), folder, reference="two") == {"two"}


def test_the_nearest_of_one_id(folder: Path, own: Path) -> None:
    """A changed questionnaire beside the table would be passed over for the common one."""
    write_questionnaire(own, "survey", version="own")
    write_questionnaire(folder, "survey", version="beside")
    choice = Chooser().choose("t.csv", ("organisation", *QUESTIONS), folder)
    assert [one.questionnaire.version for one in choice.loaded.values()] == ["beside"]


def test_what_fits_best_has_errors(folder: Path) -> None:
    """The second best would be taken, as if nothing were the matter."""
    write_questionnaire(folder, "sound", questions=3)
    faulty = questionnaire("faulty", 6)
    faulty["questions"][0]["dimension"] = "none"
    (folder / "faulty.yaml").write_text(yaml.safe_dump(faulty), encoding="utf-8")
    assert code_of(("organisation", *QUESTIONS), folder) == "unknown-dimension"
    assert chosen(("organisation", "q00", "q01", "q02", "extent"), folder) == {"sound"}


def test_answers_and_broken_files_beside_are_passed_over(folder: Path) -> None:
    """A table among answer files could not be read."""
    write_questionnaire(folder, "survey")
    (folder / "answers.yaml").write_text(
        "format: 1\nquestionnaire: survey\nanswers: {q00: 1}\n", encoding="utf-8"
    )
    (folder / "broken.yaml").write_text("questions: [", encoding="utf-8")
    (folder / "text.json").write_text('"questions"', encoding="utf-8")
    assert chosen(("organisation", *QUESTIONS), folder) == {"survey"}


def test_the_given_one(folder: Path) -> None:
    """-q would be no more than a hint."""
    write_questionnaire(folder, "one", questions=3)
    path = write_questionnaire(folder, "two")
    assert chosen(("organisation", "q00"), folder, reference=str(path)) == {"two"}
    with pytest.raises(WrongUsage):
        chosen(("organisation", "q00"), folder, reference="three")


def test_a_row_of_each_questionnaire(folder: Path) -> None:
    """Tables of several surveys would have to be taken apart by hand."""
    write_questionnaire(folder, "one")
    write_questionnaire(folder, "two", questions=9)
    faulty = questionnaire("faulty", 6)
    faulty["questions"][0]["dimension"] = "none"
    (folder / "faulty.yaml").write_text(yaml.safe_dump(faulty), encoding="utf-8")
    path = folder / "table.csv"
    path.write_text(
        "organisation,questionnaire,q00,q07,extent\n"
        "A,one,1,9,fully\n"
        "B, two ,2,3,partly\n"
        "C,,1,1,fully\n"
        "D,three,1,1,fully\n"
        "E,faulty,1,1,fully\n"
        "F,two,1,9,fully\n"
        ",,,,\n"
        "G,one,2,,\n",
        encoding="utf-8",
    )
    reading = read_table(path, folder / "scratch")
    by_id = {one.questionnaire.id: sha256 for sha256, one in reading.choice.loaded.items()}
    assert reading.frames[by_id["one"]]["organisation"].to_list() == ["A", "G"]
    assert reading.frames[by_id["one"]]["row"].to_list() == [0, 7]
    assert reading.frames[by_id["two"]]["organisation"].to_list() == ["B"]
    assert reading.frames[by_id["two"]]["q8"].to_list() == [2]
    assert reading.bad == [
        (4, "questionnaire", "empty-cell"),
        (5, "questionnaire", "questionnaire-not-found"),
        (6, "questionnaire", "faulty-questionnaire"),
        (7, "q07", "unknown-option"),
    ]
    assert reading.left_out == 4


def test_rows_of_another_questionnaire_than_the_given_one(folder: Path) -> None:
    """Answers to other questions of the same names would be scored."""
    write_questionnaire(folder, "one")
    write_questionnaire(folder, "two")
    path = folder / "table.csv"
    path.write_text("organisation,questionnaire,q00\nA,one,1\nB,two,2\nC,,3\n", encoding="utf-8")
    reading = read_table(path, folder / "scratch", reference="one")
    assert [row[0] for row in encoded(reading)] == ["A", "C"]
    assert reading.bad == [(3, "questionnaire", "other-questionnaire")]


def test_questions_without_a_column_are_told(folder: Path) -> None:
    """Whoever renamed a column would wonder why nobody answered."""
    write_questionnaire(folder, "survey")
    header = ("organisation", *QUESTIONS[2:], "remark")
    choice = Chooser().choose("t.csv", header, folder)
    (problem,) = choice.warnings("t.csv", header, set(choice.loaded))
    assert problem.warning
    assert problem.values == {"questionnaire": "survey", "number": 2, "columns": ", ".join(QUESTIONS[:2])}
    assert not list(choice.warnings("t.csv", header, ()))
    assert not list(choice.warnings("t.csv", ("organisation", *QUESTIONS), set(choice.loaded)))
    assert not list(choice.warnings("t.jsonl.gz", header, set(choice.loaded)))


def test_columns_that_mean_nothing_are_told(folder: Path) -> None:
    """A misspelt column would be lost in silence."""
    write_questionnaire(folder, "survey")
    path = folder / "table.csv"
    path.write_text("organisation,q00,remark,,Q01\nA,1,x,y,2\n", encoding="utf-8")
    reading = read_table(path, folder / "scratch")
    assert reading.ignored == ("remark", "Q01")
    assert reading.bad == []


def test_questionnaires_are_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of a thousand tables would take a thousand times as long to begin with."""
    write_questionnaire(folder, "survey")
    read = []
    real = Path.read_bytes

    def counted(path: Path) -> bytes:
        read.append(path)
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", counted)
    chooser = Chooser()
    for number in range(3):
        chooser.choose(f"{number}.csv", ("organisation", *QUESTIONS), folder)
    assert read.count(folder / "survey.yaml") == 1
