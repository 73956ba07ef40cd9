"""`batch` over tables: what is bad costs itself, whatever surrounds it."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from batch.surveys import HEADER, answer_file, people, survey, table

from .conftest import Command
from .test_batch import rows

Spoil = Callable[[list[str]], list[str]]
"""Makes the fields of a row bad."""


def put(column: str, text: str) -> Spoil:
    """Put something else into a cell."""
    place = HEADER.index(column)
    return lambda fields: [*fields[:place], text, *fields[place + 1 :]]


BAD: dict[tuple[str, str], Spoil] = {
    ("goals", "unknown-option"): put("goals", "4"),
    ("group", "unknown-group"): put("group", "finance"),
    ("date", "expected-date"): put("date", "31/02/2026"),
    ("organisation", "empty-cell"): put("organisation", " "),
    ("respondent", "control-character"): put("respondent", "a\x07b"),
    ("wave", "control-character"): put("wave", "2026\u202e-H1"),
    ("", "ragged-row"): lambda fields: [*fields, "1"],
    ("personas", "na-not-allowed"): put("personas", "n/a"),
    ("organisation", "not-utf-8"): put("organisation", "Soci\udce8t\udce0"),
}
TWICE = ("respondent", "duplicate-respondent")


def test_one_row_in_a_hundred_is_bad(command: Command, folder: Path) -> None:
    """Each bad row is told with its place, and every other one counts as if there were no bad ones."""
    chance = random.Random(4)
    everybody = [[person[name] for name in HEADER] for person in people(20_000, 700, 4)]
    kinds = [*BAD, TWICE]
    bad = {place: kinds[number % len(kinds)] for number, place in enumerate(range(150, 20_000, 100))}
    lines, clean, told = [], [], {}
    for place, fields in enumerate(everybody):
        kind = bad.get(place)
        if kind is None:
            clean.append(fields)
            lines.append(fields)
        elif kind == TWICE:
            # The same person again, at the same date: the first one counts.
            lines.append([*everybody[place - 50][:5], *chance.choice(everybody)[5:]])
        else:
            lines.append(BAD[kind](fields))
        if kind is not None:
            told[place + 2] = kind
    (folder / "bad.csv").write_bytes(as_csv(lines).encode("utf-8", "surrogateescape"))
    (folder / "clean.csv").write_bytes(as_csv(clean).encode())
    asked = ("-q", "mini", "--respondents", "--min-group", "1", "--no-plans", "--lang", "en")
    assert command("batch", "clean.csv", "-o", "clean", *asked).code == 0
    outcome = command("batch", "bad.csv", "-o", "out", *asked)
    assert outcome.code == 4, outcome.err
    assert (folder / "out" / "results.csv").read_bytes() == (folder / "clean" / "results.csv").read_bytes()
    people_of = [
        [{**person, "file": "", "row": ""} for person in rows(folder / name / "respondents.csv")]
        for name in ("out", "clean")
    ]
    assert people_of[0] == people_of[1]
    errors = [row for row in rows(folder / "out" / "errors.csv") if row["severity"] == "error"]
    assert {int(row["row"]): (row["column"], row["code"]) for row in errors} == told
    assert len(errors) == len(told)
    assert {row["file"] for row in errors} == {"bad.csv"}
    assert all(row["message"] for row in errors)
    summary = json.loads((folder / "out" / "summary.json").read_text("utf-8"))
    assert (summary["left_out"], summary["respondents"]) == (len(told), len(clean))


def as_csv(lines: list[list[str]]) -> str:
    """Write rows of fields as CSV."""
    text = io.StringIO()
    csv.writer(text).writerows([HEADER, *lines])
    return text.getvalue()


def test_a_question_without_a_column_counts_as_unanswered(command: Command, folder: Path) -> None:
    """Surveys leave questions out; whoever reads the results has to know."""
    header = [name for name in HEADER if name != "exchange"]
    everybody = people(40, 3)
    (folder / "short.csv").write_text(table(everybody, [*header, "comment"]), "utf-8")
    (folder / "full.csv").write_text(table([{**one, "exchange": ""} for one in everybody]), "utf-8")
    assert command("batch", "short.csv", "-q", "mini", "-o", "short", "--lang", "en").code == 0
    assert command("batch", "full.csv", "-q", "mini", "-o", "full", "--lang", "en").code == 0
    assert rows(folder / "short" / "results.csv") == rows(folder / "full" / "results.csv")
    warnings = [row for row in rows(folder / "short" / "errors.csv") if row["file"] == "short.csv"]
    assert [(row["code"], row["severity"]) for row in warnings] == [("missing-question-columns", "warning")]
    assert "exchange" in warnings[0]["message"]
    assert json.loads((folder / "short" / "summary.json").read_text("utf-8"))["ignored_columns"] == [
        "comment"
    ]


def test_tables_that_hold_nothing_are_told_and_the_others_count(command: Command, folder: Path) -> None:
    """One export that failed must not cost the survey."""
    place = survey(folder / "in", people(30, 2))
    whole = gzip.compress(table(people(30, 2, 1)).encode())
    for name, content in {
        "a.parquet": b"",
        "b.csv": b"",
        "c.csv": table([]).encode(),
        "d.csv.gz": whole[: len(whole) // 2],
        "e.parquet": b"PAR1 and no more",
        "f.jsonl": b"\n\n",
        "g.xlsx": b"",
        "h.csv.zst": b"no zst",
        "i.csv": b"group,personas\nsales,2\n",
        "j.csv": "organisation,personas\nA,2\n".encode("utf-16"),
        "k.jsonl.gz": gzip.compress(b""),
    }.items():
        (place / name).write_bytes(content)
    assert command("batch", "in", "-o", "out", "--lang", "en").code == 4
    errors = {
        row["file"]: row["code"] for row in rows(folder / "out" / "errors.csv") if row["severity"] == "error"
    }
    assert sorted(Path(name).name for name in errors) == [
        "a.parquet", "b.csv", "c.csv", "d.csv.gz", "e.parquet", "f.jsonl", "g.xlsx", "h.csv.zst", "i.csv",
        "j.csv", "k.jsonl.gz",
    ]  # fmt: skip
    assert errors["in/i.csv"] == "missing-column"
    assert errors["in/d.csv.gz"] == "packed-file-cut-off"
    assert sum(int(row["respondents"]) for row in rows(folder / "out" / "results.csv")) == 30
    assert json.loads((folder / "out" / "summary.json").read_text("utf-8"))["left_out"] == 11


def test_who_is_there_twice_counts_once_across_files_and_dates(command: Command, folder: Path) -> None:
    """Reminders bring second answers: the latest counts, in whatever file it lies."""
    base = people(1, 1)[0] | {"organisation": "A", "group": "sales", "wave": "", "goals": "1"}
    (folder / "a.csv").write_text(
        table(
            [
                {**base, "respondent": "early", "date": "2026-01-01"},
                {**base, "respondent": "late", "date": "2026-03-01", "goals": "5"},
                {**base, "respondent": "undated", "date": "", "goals": "5"},
                {**base, "respondent": "", "date": ""},
                {**base, "respondent": "", "date": ""},
                {**base, "respondent": "undated", "date": ""},
            ]
        )
    )
    (folder / "b.jsonl").write_text(
        "".join(
            json.dumps({**base, **other}) + "\n"
            for other in (
                {"respondent": "early", "date": "2026-02-01", "goals": "5"},
                {"respondent": "late", "date": "", "goals": "1"},
                {"respondent": "early", "date": "2026-02-01", "group": "marketing"},
                {"respondent": "early", "date": "2026-02-01", "wave": "w2"},
            )
        )
    )
    asked = ("-q", "mini", "--respondents", "--min-group", "1", "--lang", "en")
    assert command("batch", "b.jsonl", "a.csv", "-o", "out", *asked).code == 4
    counted = [
        (row["wave"], row["group"], row["respondent"], row["file"], row["row"])
        for row in rows(folder / "out" / "respondents.csv")
    ]
    assert counted == [
        ("", "sales", "late", "a.csv", "3"),
        ("", "sales", "undated", "a.csv", "4"),
        ("", "sales", "", "a.csv", "5"),
        ("", "sales", "", "a.csv", "6"),
        ("", "sales", "early", "b.jsonl", "1"),
        ("", "marketing", "early", "b.jsonl", "3"),
        ("w2", "sales", "early", "b.jsonl", "4"),
    ]
    left = [
        (row["file"], row["row"], row["code"]) for row in rows(folder / "out" / "errors.csv") if row["row"]
    ]
    assert [row for row in left if row[2] != "unquoted-comma"] == [
        ("a.csv", "2", "duplicate-respondent"),
        ("a.csv", "7", "duplicate-respondent"),
        ("b.jsonl", "2", "duplicate-respondent"),
    ]


def test_names_with_anything_in_quotes_and_files_in_any_encoding(command: Command, folder: Path) -> None:
    """One company in three exports is one company."""
    names = ['Società "Perché", SpA', "Two\nlines", "Ditta; Rossi"]
    everybody = [{**person, "organisation": names[number % 3]} for number, person in enumerate(people(30, 1))]
    for name, encoding, some in (
        ("a.csv", "utf-8", everybody[:10]),
        ("b.csv", "cp1252", everybody[10:20]),
        ("c.csv", "utf-8-sig", everybody[20:]),
    ):
        (folder / name).write_bytes(table(some, delimiter=";" if name == "b.csv" else ",").encode(encoding))
    assert command("batch", "*.csv", "-q", "mini", "-o", "out").code == 0
    found = Counter[str]()
    for row in rows(folder / "out" / "results.csv"):
        found[row["organisation"]] += int(row["respondents"])
    assert found == {'Società "Perché", SpA': 10, "Two lines": 10, "Ditta; Rossi": 10}


def test_a_folder_with_nothing_in_it(command: Command, folder: Path) -> None:
    (folder / "empty").mkdir()
    assert command("batch", "empty", "-o", "out").code == 4
    assert [(row["file"], row["code"]) for row in rows(folder / "out" / "errors.csv")] == [
        ("empty", "empty-folder")
    ]
    assert rows(folder / "out" / "results.csv") == []
    (folder / "void").mkdir()
    assert command("batch", "-", "-o", "list").code == 4
    assert [row["code"] for row in rows(folder / "list" / "errors.csv")] == ["empty-list"]


def test_results_may_go_where_the_inputs_are(command: Command, folder: Path) -> None:
    """Beside them or below them; and the next run does not take results for answers."""
    place = survey(folder / "in", people(30, 2))
    for output in ("in", "in/out"):
        for again in ((), ("--force", "--respondents")):
            assert command("batch", "in", "-o", output, *again).code == 0
            summary = json.loads((folder / output / "summary.json").read_text("utf-8"))
            assert (summary["respondents"], summary["inputs"]) == (30, 2)
    assert not (place / ".batch").exists()


def test_a_survey_named_like_an_output_is_read_and_never_replaced(command: Command, folder: Path) -> None:
    place = survey(folder / "in", people(30, 2), "results.csv")
    assert command("batch", "in", "-o", "out").code == 0
    before = (place / "results.csv").read_bytes()
    outcome = command("batch", "in", "-o", "in", "--force")
    assert outcome.code == 2
    assert (place / "results.csv").read_bytes() == before
    assert sum(int(row["respondents"]) for row in rows(folder / "out" / "results.csv")) == 30


def test_what_is_named_twice_is_read_once(command: Command, folder: Path) -> None:
    """As a file, in its folder, by a link, by a whole path and by a glob."""
    place = survey(folder / "in", people(30, 2))
    (place / "one.json").write_text(json.dumps(answer_file(people(1, 1, 5))), "utf-8")
    (folder / "link.csv").symlink_to(place / "survey.csv")
    (folder / "tree").symlink_to(place)
    named = (
        "in/survey.csv",
        "in",
        "./in/survey.csv",
        "link.csv",
        place / "survey.csv",
        "in/*",
        "tree",
        "in/one.json",
    )
    assert command("batch", *named, "-o", "out").code == 0
    summary = json.loads((folder / "out" / "summary.json").read_text("utf-8"))
    assert (summary["inputs"], summary["respondents"], summary["left_out"]) == (3, 31, 0)


def test_quiet_says_nothing_and_italian_is_italian(command: Command, folder: Path) -> None:
    survey(folder / "in", [{**person, "goals": "9"} for person in people(1, 1)] + people(20, 2, 1))
    outcome = command("batch", "in", "-o", "out", "--quiet")
    assert (outcome.code, outcome.out, outcome.err) == (4, "", "")
    outcome = command("batch", "in", "-o", "it", "--lang", "it")
    assert "Valutazioni: " in outcome.err
    wrong = [row for row in rows(folder / "it" / "errors.csv") if row["code"] == "unknown-option"]
    assert "non ha" in wrong[0]["message"]


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors of Unix")
@pytest.mark.parametrize(
    ("closed", "workers"), [("<&-", 1), (">&-", 1), ("2>&-", 1), ("<&- >&- 2>&-", 1), ("<&- >&- 2>&-", 2)]
)
def test_closed_streams_cost_messages_and_nothing_else(folder: Path, closed: str, workers: int) -> None:
    """Jobs of cron and of services run so."""
    survey(folder / "in", people(30, 2))
    line = f"{sys.executable} -m alignment_maturity batch in -o out --workers {workers} {closed}"
    done = subprocess.run(["/bin/sh", "-c", line], cwd=folder, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "errors.csv",
        "results.csv",
        "summary.json",
    ]
    assert sum(int(row["respondents"]) for row in rows(folder / "out" / "results.csv")) == 30


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_names_of_files_that_are_no_text(command: Command, folder: Path, locale: str) -> None:
    """Archives of old systems hold them; one must not cost the run."""
    place = survey(folder / "in", people(10, 2))
    room = (folder / "room.yaml").read_bytes()
    for name, content in (
        (
            b"caff\xe8.csv",
            table([{**person, "goals": "9"} for person in people(1, 1, 7)] + people(5, 1, 8)).encode(),
        ),
        (b"caff\xe8.yaml", room),
        (b"t\xe8.json", json.dumps(answer_file(people(1, 1, 9))).encode()),
        (b"t\xe8.jsonl", b"not json\n"),
    ):
        (place / os.fsdecode(name)).write_bytes(content)
    listed = b"".join(
        os.fsencode(path) + b"\n" for path in sorted(place.iterdir()) if path.name != "mini.yaml"
    )
    outcome = command("batch", "-", "-o", "out", "--respondents", stdin=listed, env={"LC_ALL": locale})
    assert outcome.code == 4, outcome.err
    assert sum(int(row["respondents"]) for row in rows(folder / "out" / "results.csv")) == 10 + 5 + 6 + 1
    wrong = [row["file"] for row in rows(folder / "out" / "errors.csv") if row["severity"] == "error"]
    assert sorted(Path(name).name for name in wrong) == ["caff\\udce8.csv", "t\\udce8.jsonl"]
    outcome = command("batch", "in", "-o", os.fsdecode(b"caff\xe8"), env={"LC_ALL": locale})
    assert outcome.code == 1
    assert not (folder / os.fsdecode(b"caff\xe8")).exists()
