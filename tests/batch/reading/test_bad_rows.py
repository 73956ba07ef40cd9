"""What is wrong with single rows: told with row and column, and never in the way of the others."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import polars as pl
import pytest

from alignment_maturity.batch.frames import FAULTS, KEYS, question_columns
from alignment_maturity.errors import InvalidInput
from batch.reading.surveys import (
    COLUMNS,
    QUESTIONS,
    as_csv,
    as_json_lines,
    as_parquet,
    encoded,
    expected,
    read_table,
    read_text,
    sound_rows,
    write_questionnaire,
)

HEADER = "organisation,group,wave,date,respondent,q00,q01\n"


def bad(text: str | bytes, folder: Path, name: str = "table.csv") -> list[tuple[int, str, str]]:
    return read_text(text, folder, name).bad


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("Rossi,marketing,,,,9,1", "q00", "unknown-option"),
        ("Rossi,marketing,,,,1,3", "q01", "unknown-option"),  # a level that this question leaves out
        ("Rossi,marketing,,,,n/a,1", "q00", "na-not-allowed"),
        ("Rossi,marketing,,,,N/A,1", "q00", "unknown-option"),
        ("Rossi,marketing,,,,2.5,1", "q00", "unknown-option"),
        ("Rossi,marketing,,,,-1,1", "q00", "unknown-option"),
        ("Rossi,marketing,,,,01,1", "q00", "unknown-option"),
        ("Rossi,marketing,,,,1 2,1", "q00", "unknown-option"),
        ("Rossi,marketing,,,,perché,1", "q00", "unknown-option"),
        ("Rossi,marketing,,,,1\x00,1", "q00", "unknown-option"),
        ("Rossi,marketing,,,," + "x" * 3000 + ",1", "q00", "unknown-option"),
        ("Rossi,mktg,,,,1,1", "group", "unknown-group"),
        ("Rossi,ungrouped,,,,1,1", "group", "unknown-group"),
        ("Rossi,,,21/11/2026,,1,1", "date", "expected-date"),
        ("Rossi,,,2026-02-30,,1,1", "date", "expected-date"),
        ("Rossi,,,2026-11-21 10:30,,1,1", "date", "expected-date"),
        (",marketing,,,,1,1", "organisation", "empty-cell"),
        ("  ,marketing,,,,1,1", "organisation", "empty-cell"),
        ("Ros\x07si,,,,,1,1", "organisation", "control-character"),
        ("Ros\u202esi,,,,,1,1", "organisation", "control-character"),
        ("Rossi,,a\x1bb,,,1,1", "wave", "control-character"),
        ("Rossi,,,,An\u2028na,1,1", "respondent", "control-character"),
        ("Rossi,marketing,,,,1,1,1", "", "ragged-row"),
        ("Rossi,marketing,,,,1,1,,, x,", "", "ragged-row"),
        ('"Rossi"x,,,,,1,1', "", "text-after-value"),
        ('"Rossi,,,,,1,1', "", "unclosed-quote"),
    ],
)
def test_a_bad_cell_costs_its_row_only(row: str, column: str, code: str, tmp_path: Path) -> None:
    """A typing error would stop a survey, or be scored as something else."""
    text = HEADER + "Bianchi,sales,,,,2,2\n" + row + "\nVerdi,sales,,,,3,4\n"
    reading = read_text(text, tmp_path)
    assert reading.bad == [(3, column, code)]
    assert [(one[0], one[5]) for one in encoded(reading)] == [("Bianchi", 0), ("Verdi", 2)]
    assert reading.left_out == 1
    assert reading.records == 3


@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_rows_whose_last_cells_are_missing_count(newline: str, tmp_path: Path) -> None:
    """Excel leaves blank cells out at the end of some rows: half a survey would be lost."""
    header = "organisation,q00,q01,extent\r\n"
    text = header + "A,1,2,fully\r\nB,1,2\r\nC\r\n" + '"D,d",5\r\n\r\nE,9\r\nF,2,2,partly\r\n'
    reading = read_text(text.replace("\r\n", newline), tmp_path)
    asked = [6 + QUESTIONS.index(question) for question in ("q00", "q01", "extent")]
    assert [(row[0], row[5], *(row[place] for place in asked)) for row in encoded(reading)] == [
        ("A", 0, 0, 1, 3),
        ("B", 1, 0, 1, 255),
        ("C", 2, 255, 255, 255),
        ("D,d", 3, 4, 255, 255),
        ("F", 6, 1, 1, 1),
    ]
    assert reading.faults["row", "code", "warning"].rows() == [
        (1, "short-row", True),
        (2, "short-row", True),
        (3, "short-row", True),
        (5, "unknown-option", False),
        (5, "short-row", True),
    ]
    assert (reading.left_out, reading.more) == (1, 0)
    assert reading.faults["message"][0] == "cells missing at the end of the row: 1; they are taken as blank"


@pytest.mark.parametrize("end", [",", ",,,", ", \t,", ',""', ",\r"])
def test_blank_cells_too_many_do_no_harm(end: str, tmp_path: Path) -> None:
    """A stray blank beside the table would cost the row."""
    reading = read_text(HEADER + f"Rossi,,,,,1,1{end}\nBianchi,,,,,1,1\n", tmp_path)
    assert reading.faults.is_empty()
    assert [row[0] for row in encoded(reading)] == ["Rossi", "Bianchi"]


@pytest.mark.parametrize("name", ["table.csv", "table.csv.gz"])
def test_a_last_line_that_may_be_cut_off_is_left_out(name: str, tmp_path: Path) -> None:
    """Half a row of a file that was not copied whole would count as one that was not answered."""
    text = (HEADER + "Rossi,,,,,1,1\nBianchi,,,,,1").encode()
    reading = read_text(gzip.compress(text) if name.endswith("gz") else text, tmp_path, name)
    assert reading.bad == [(3, "", "ragged-row")]
    assert [row[0] for row in encoded(reading)] == ["Rossi"]
    assert reading.faults["message"].to_list() == ["fields in the row: 6; in the header: 7"]


def test_warnings_leave_room_for_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Errors would go under in a table whose rows are all short, or be counted that are none."""
    monkeypatch.setattr("alignment_maturity.batch.reading.complaints.MOST_TOLD", 10)
    reading = read_text(HEADER + "Rossi,,,,,1\n" * 20 + "Rossi,,,,,9\n" * 5, tmp_path)
    assert reading.faults["warning"].sum() == 5
    assert (reading.faults.height, reading.more, reading.left_out) == (10, 0, 5)


def test_every_bad_cell_of_a_row_is_told(tmp_path: Path) -> None:
    """One would mend a table one cell a run."""
    text = HEADER + ",mktg,,x,,9,9\nVerdi,,,,,1,1\n"
    assert bad(text, tmp_path) == [
        (2, "organisation", "empty-cell"),
        (2, "date", "expected-date"),
        (2, "group", "unknown-group"),
        (2, "q00", "unknown-option"),
        (2, "q01", "unknown-option"),
    ]


def test_faults_say_what_is_known(tmp_path: Path) -> None:
    """One would have to guess what is meant."""
    reading = read_text(HEADER + "Rossi,mktg,,,,9,n/a\n", tmp_path)
    assert dict(reading.faults.schema) == FAULTS
    assert reading.faults["message"].to_list() == [
        "there is no group 'mktg'; it can be: marketing, sales, leadership",
        "question 'q00' has no option 9; it has 1, 2, 3, 4, 5",
    ]
    assert set(reading.faults["file"]) == {str(tmp_path / "table.csv")}
    assert not reading.faults["warning"].any()


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("3", 2),
        (" 3 ", 2),
        ("\t3", 2),
        ("\u00a03", 2),
        ("3.0", 2),
        ("3.00", 2),
        ("3,0", 2),
        ('"3"', 2),
        ('" 3 "', 2),
        ('"3.0"', 2),
        (" " * 90 + "3", 2),
        ("", 255),
        ('""', 255),
        (" ", 255),
        ("   ", 255),
        ("unknown", 5),
        (" unknown", 5),
    ],
)
def test_spellings_that_mean_an_answer(cell: str, code: int, tmp_path: Path) -> None:
    """What a spreadsheet makes of a 3 would be refused."""
    rows = [cell.replace(",", "\\,"), "2"]
    delimiter = ";" if "," in cell else ","
    text = delimiter.join(("organisation", "q00")) + "\n"
    text += "".join(f"Rossi{delimiter}{row.replace(chr(92), '')}\n" for row in rows)
    reading = read_text(text, tmp_path)
    assert reading.bad == []
    place = 7 + QUESTIONS.index("q00") - 1
    assert [row[place] for row in encoded(reading)] == [code, 1]


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("  Rossi   Srl ", "Rossi Srl"),
        ('"Rossi\r\nSrl"', "Rossi Srl"),
        ('"Rossi\nSrl"', "Rossi Srl"),
        ("Rossi\tSrl", "Rossi Srl"),
        ("Rossi\u00a0Srl", "Rossi Srl"),
        ("\u3000Rossi", "Rossi"),
        ('5" Rossi', '5" Rossi'),
        ('"5"" Rossi"', '5" Rossi'),
        ('5"" Rossi', '5"" Rossi'),
        ("=Rossi", "=Rossi"),
        ("123", "123"),
        ("1.0", "1.0"),
        ("null", "null"),
        ("#N/A", "#N/A"),
    ],
)
def test_names_are_read_as_answer_files_read_them(cell: str, name: str, tmp_path: Path) -> None:
    """One organisation would be two, one in each kind of file."""
    reading = read_text(f"organisation,q00\n{cell},1\nBianchi,1\n", tmp_path)
    assert reading.bad == []
    assert [row[0] for row in encoded(reading)] == [name, "Bianchi"]


def test_days(tmp_path: Path) -> None:
    """A wave would lose its date, or be put in the wrong order."""
    cells = ["2026-11-21", " 2026-11-21 ", "2026-11-21 00:00:00", "2026-11-21T00:00", ""]
    text = "organisation,date,q00\n" + "".join(f"Rossi,{cell},1\n" for cell in cells)
    reading = read_text(text, tmp_path)
    assert reading.bad == []
    assert [str(row[2]) for row in encoded(reading)] == ["2026-11-21"] * 4 + ["None"]


def test_blank_rows_are_passed_over_and_counted(tmp_path: Path) -> None:
    """The numbers of rows would not be those that a spreadsheet shows."""
    text = HEADER + "\nRossi,,,,,1,1\n,,,,,,\n   \n\r\nBianchi,,,,,9,1\n\n\n"
    reading = read_text(text, tmp_path)
    assert reading.bad == [(7, "q00", "unknown-option")]
    assert reading.left_out == 1
    assert reading.records == 8
    assert [row[5] for row in encoded(reading)] == [1]


def test_a_row_with_an_answer_but_no_name_is_no_blank_row(tmp_path: Path) -> None:
    """An answer would be lost in silence."""
    assert bad(HEADER + ",,,,,1,\n", tmp_path) == [(2, "organisation", "empty-cell")]


def test_an_unclosed_quote_costs_one_line(tmp_path: Path) -> None:
    """One stray quote would swallow the rest of a file."""
    rows = sound_rows(300, seed=4, names=["Rossi", "Bianchi"])
    lines = as_csv(rows, newline="\n").splitlines()
    lines[150] = '"' + lines[150]
    reading = read_text("\n".join(lines) + "\n", tmp_path, target=700)
    assert reading.bad == [(151, "", "unclosed-quote")]
    assert encoded(reading) == [row for row in expected(rows) if row[5] != 149]


def test_a_quote_too_many_before_others_costs_few_rows(tmp_path: Path) -> None:
    """The fields of all later rows would change places with the text between them."""
    text = 'organisation,q00\nA,1\n"B,1\nC,2\n"D, d",3\n"E",4\nF,5\n'
    reading = read_text(text, tmp_path)
    assert reading.bad == [(3, "", "text-after-value")]
    assert [row[0] for row in encoded(reading)] == ["A", "C", "D, d", "E", "F"]


def test_line_ends_and_delimiters_in_quotes(tmp_path: Path) -> None:
    """A remark on two lines would be taken for two rows."""
    text = 'organisation,remark,q00\nA,"one\n two, ""three""\r\n",1\n"B\nb",,2\nC,,9\n'
    reading = read_text(text, tmp_path)
    assert [row[0] for row in encoded(reading)] == ["A", "B b"]
    assert reading.bad == [(4, "q00", "unknown-option")]
    assert reading.ignored == ("remark",)


def test_mixed_encodings_cost_the_few_rows(tmp_path: Path) -> None:
    """One system that writes Windows-1252 would spoil the names of all, or pass its own off as others."""
    good = "Società à la carte,1\nPerché,2\n".encode() * 50
    reading = read_text(b"organisation,q00\n" + good + "Perché,3\n".encode("cp1252") + good, tmp_path)
    assert reading.bad == [(102, "organisation", "not-utf-8")]
    assert {row[0] for row in encoded(reading)} == {"Società à la carte", "Perché"}
    assert len(encoded(reading)) == 200


def test_bytes_that_are_no_text_where_nothing_is_read_from_do_no_harm(tmp_path: Path) -> None:
    """A remark in another encoding would cost an answer."""
    text = "organisation,remark,q00\nPerché,è,1\n".encode() + b"Rossi,\xe8\xff,2\n"
    reading = read_text(text, tmp_path)
    assert reading.bad == []
    assert [row[0] for row in encoded(reading)] == ["Perché", "Rossi"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_windows_1252(newline: str, tmp_path: Path) -> None:
    """Excel in Western Europe saves so: names would be spoilt."""
    text = as_csv([*_named("Società"), *_named("“Perché” – 10 €")], newline=newline)
    reading = read_text(text.encode("cp1252"), tmp_path)
    assert [row[0] for row in encoded(reading)] == ["Società", "“Perché” – 10 €"]


def test_a_byte_that_windows_1252_does_not_have(tmp_path: Path) -> None:
    """A character that nobody sees would be part of a name."""
    text = "organisation,q00\nSocietà,1\nCittà,2\n".encode("cp1252") + b"Ros\x81si,1\n"
    assert bad(text, tmp_path) == [(4, "organisation", "control-character")]


def test_lines_that_end_with_a_carriage_return(tmp_path: Path) -> None:
    """Excel for the Mac has saved so: everything would be one line."""
    text = 'organisation,q00\rRossi,1\r"Bianchi\n& Figli",2\r\rVerdi,9\r'
    reading = read_text(text, tmp_path)
    assert [row[0] for row in encoded(reading)] == ["Rossi", "Bianchi & Figli"]
    assert reading.bad == [(5, "q00", "unknown-option")]


def _named(name: str) -> list[dict[str, str | None]]:
    return [dict.fromkeys(COLUMNS) | {"organisation": name, "q00": "1"}]


JSON_LINES = [
    ('{"organisation": "A", "q00": 9}', ("q00", "unknown-option")),
    ('{"organisation": "A", "q00": "n/a"}', ("q00", "na-not-allowed")),
    ('{"organisation": "A", "q00": true}', ("q00", "unknown-option")),
    ('{"organisation": "A", "q00": "null"}', ("q00", "unknown-option")),
    ('{"organisation": "A", "q00": 2.5}', ("q00", "unknown-option")),
    ('{"organisation": "A", "q00": {"value": 1}}', ("q00", "expected-text")),
    ('{"organisation": "A", "q00": [1]}', ("q00", "expected-text")),
    ('{"organisation": ["A"], "q00": 1}', ("organisation", "expected-text")),
    ('{"organisation": "A", "q00": 1, "q00": 2}', ("", "key-twice")),
    ('{"organisation": "A", "x": 1, "x": 2}', ("", "key-twice")),
    ('{"organisation": "A", "q00": 1, "\\u0071\\u0030\\u0030": 2}', ("", "key-twice")),
    ('{"organisation": "A", "q00": 1', ("", "json-syntax")),
    ('{"organisation": "A", "q00": 1}}', ("", "json-syntax")),
    ('{"organisation": "A", "q00": 1,}', ("", "json-syntax")),
    ('{"organisation": "A" "q00": 1}', ("", "json-syntax")),
    ('{"organisation": "A", "q00": }', ("", "json-syntax")),
    ('{"organisation": "A", q00: 1}', ("", "json-syntax")),
    ('{"organisation": "A", "q00": 1} {"organisation": "B"}', ("", "json-syntax")),
    ('{"organisation": "A", "q00": 1"2"}', ("", "json-syntax")),
    ('{"organisation": "A" "B", "q00": 1}', ("", "json-syntax")),
    ('{"organisation": "A" "B", q00: 1}', ("", "json-syntax")),
    ('{"organisation": "A, "q00": 1}', ("", "json-syntax")),
    ('{"organisation": "A\tB", "q00": 1}', ("", "json-syntax")),
    ('{"organisation": "A\\x", "q00": 1}', ("organisation", "json-syntax")),
    ('{"organisation": "A", "q00": NaN}', ("", "json-syntax")),
    ('{"organisation": "A", "q00": 1, "z": nonsense}', ("", "json-syntax")),
    ('{"organisation": 0123, "q00": 1}', ("organisation", "json-syntax")),
    ("{'organisation': 'A', 'q00': 1}", ("", "json-syntax")),
    ("Rossi,1", ("", "json-syntax")),
    ('["A", 1]', ("", "expected-map")),
    ("3", ("", "expected-map")),
    ("null", ("", "expected-map")),
    ('{"q00": 1}', ("organisation", "empty-cell")),
    ('{"organisation": null, "q00": 1}', ("organisation", "empty-cell")),
    ('{"organisation": "\\ud800", "q00": 1}', ("organisation", "control-character")),
    ('{"organisation": "A\\u0007", "q00": 1}', ("organisation", "control-character")),
    ('{"organisation": "A", "q00": 1}\x00', ("", "json-syntax")),
    ("[" * 50_000, ("", "json-syntax")),
]


@pytest.mark.parametrize(("line", "fault"), JSON_LINES)
def test_a_bad_line_of_json_costs_nothing_else(line: str, fault: tuple[str, str], tmp_path: Path) -> None:
    """A broken line would stop a survey, or be read as something else."""
    good = '{"organisation": "Rossi", "q00": 3, "x": {"y": [1, "}"]}}\n'
    text = good + line + "\n\n" + good.replace("Rossi", "Bianchi")
    reading = read_text(text, tmp_path, "table.jsonl")
    assert reading.bad == [(2, *fault)]
    assert [(row[0], row[5]) for row in encoded(reading)] == [("Rossi", 0), ("Bianchi", 3)]


def test_bytes_that_are_not_utf_8_cost_a_line_of_json(tmp_path: Path) -> None:
    """A name would be spoilt in silence."""
    text = '{"organisation": "Perché", "q00": 3}\n'.encode()
    text += '{"organisation": "Perché", "q00": 3}\n'.encode("cp1252") + text
    assert bad(text, tmp_path, "table.jsonl") == [(2, "", "not-utf-8")]


def test_json_values(tmp_path: Path) -> None:
    """The same answer would count in one spelling and not in another."""
    cells = ["3", '"3"', "3.0", '" 3"', '"\\u0033"', "3.00", "null", '""', '"unknown"']
    text = "".join(f'{{ "q00" : {cell} , "organisation":\t"A" }}\r\n' for cell in cells)
    reading = read_text(text, tmp_path, "table.jsonl")
    assert reading.bad == []
    place = 7 + QUESTIONS.index("q00") - 1
    assert [row[place] for row in encoded(reading)] == [2, 2, 2, 2, 2, 2, 255, 255, 5]


def test_json_texts_with_escapes(tmp_path: Path) -> None:
    """A name with an accent would be another organisation where it is written in ASCII."""
    names = ["Perché \U0001f600", 'a "b" \\ c', "back\\\\", '\\"', "tab\there", "/"]
    text = "".join(json.dumps({"organisation": name, "q00": 1}) + "\n" for name in names)
    reading = read_text(text, tmp_path, "table.jsonl")
    assert [row[0] for row in encoded(reading)] == [" ".join(name.split()) for name in names]


def test_lines_of_json_that_are_read_with_care_keep_their_place(tmp_path: Path) -> None:
    """A fault would be told of another line, or an answer counted for another organisation."""
    lines = [
        json.dumps({"organisation": f"O{number}", "q00": number % 7} | ({"x": [1]} if number % 3 else {}))
        for number in range(30)
    ]
    reading = read_text("\n".join(lines), tmp_path, "table.jsonl")
    wrong = [number for number in range(30) if not 1 <= number % 7 <= 5]
    place = 7 + QUESTIONS.index("q00") - 1
    assert [(row[0], row[5], row[place]) for row in encoded(reading)] == [
        (f"O{number}", number, number % 7 - 1) for number in range(30) if number not in wrong
    ]
    assert reading.bad == [(number + 1, "q00", "unknown-option") for number in wrong]
    assert [message.split()[5] for message in reading.faults["message"]] == [
        f"{number % 7};" for number in wrong
    ]


def test_one_bad_row_in_a_hundred_of_every_kind(tmp_path: Path) -> None:
    """What is rare in a test is common in a million rows: numbers of rows would slip."""
    rows = sound_rows(2_000, seed=5)
    faults = ["ragged", "option", "group", "date", "name", "quote", "encoding", "control"]
    lines: list[bytes] = [as_csv([], newline="\n").encode()]
    wrong: dict[int, str] = {}
    for number, row in enumerate(rows):
        fault = faults[number // 100 % len(faults)] if number % 100 == 50 else ""
        change = {
            "option": {"q03": "7"},
            "group": {"group": "nobody"},
            "date": {"date": "soon"},
            "name": {"organisation": " "},
            "control": {"organisation": "a\x1bb"},
        }.get(fault, {})
        line = as_csv([row | change], newline="\n").split("\n", 1)[1].encode()
        if fault == "ragged":
            line = line.rstrip(b"\n") + b",1\n"
        elif fault == "quote":
            line = b'"Rossi" Srl,' + b"," * (len(COLUMNS) - 2) + b"\n"
        elif fault == "encoding":
            line = b"Perch\xe9," + b"," * (len(COLUMNS) - 3) + b",1\n"
        if fault:
            wrong[number + 2] = fault
        lines.append(line)
    reading = read_text(b"".join(lines), tmp_path, target=20_000)
    assert len(reading.parts) > 3
    assert [row for row, _, _ in reading.bad] == sorted(wrong)
    assert encoded(reading) == [row for row in expected(rows) if row[5] + 2 not in wrong]
    assert reading.left_out == len(wrong)


def test_faults_without_end_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of nothing but faults would fill the memory."""
    monkeypatch.setattr("alignment_maturity.batch.reading.complaints.MOST_TOLD", 10)
    monkeypatch.setattr("alignment_maturity.batch.reading.csv_rows.MOST_TOLD", 10)
    reading = read_text("organisation,q00\n" + "Rossi,7\n" * 50, tmp_path)
    assert reading.faults.height == 10
    assert reading.more == 40
    assert reading.left_out == 50
    assert reading.faults["message"].unique().to_list() == [
        "question 'q00' has no option 7; it has 1, 2, 3, 4, 5"
    ]


def test_rows_have_the_columns_of_the_run(tmp_path: Path) -> None:
    """The next stage could not read them."""
    (frame,) = read_text(HEADER + "Rossi,,,,,1,1\n", tmp_path).frames.values()
    kinds = {**KEYS, **dict.fromkeys(question_columns(len(QUESTIONS)), pl.UInt8())}
    assert dict(frame.schema) == kinds
    assert list(frame.schema) == list(kinds)


def test_json_lines_with_other_keys_further_down(tmp_path: Path) -> None:
    """A question that is answered from the second thousand on would be lost."""
    rows = sound_rows(3, seed=6)
    first = '{"organisation": "A", "q00": 1}\n' * 1_200
    reading = read_text(first + as_json_lines(rows, numbers=False), tmp_path, "table.jsonl")
    assert reading.bad == []
    assert [row[:5] + row[6:] for row in encoded(reading)[1_200:]] == [
        row[:5] + row[6:] for row in expected(rows)
    ]


def test_parquet_of_any_types(tmp_path: Path) -> None:
    """A column that a data frame made into numbers would not be read."""
    import datetime as dt
    from decimal import Decimal

    write_questionnaire(tmp_path)
    frame = pl.DataFrame(
        {
            "organisation": [1, 2, 3, 4, 5],
            "date": [
                dt.datetime(2026, 11, 21, tzinfo=dt.UTC),
                None,
                dt.datetime(2026, 1, 1, 5, tzinfo=dt.UTC),
            ]
            + [None] * 2,
            "respondent": [1.0, 2.5, None, float("nan"), 5.0],
            "q00": pl.Series([1, 2, None, 4, 9], dtype=pl.Int8),
            "q01": [1.0, float("nan"), None, 4.0, 1.5],
            "q02": pl.Series([b"mai", b"a volte", None, b"mai", b"\xff"]),
            "q03": [Decimal("1.00"), Decimal("2.00"), None, Decimal("3.50"), None],
            "q04": [None, None, None, True, None],
            "q05": [[1], None, None, None, None],
            "extent": pl.Series(["fully", None, None, None, "fully"], dtype=pl.Categorical),
        }
    )
    frame.write_parquet(tmp_path / "table.parquet")
    reading = read_table(tmp_path / "table.parquet", tmp_path / "scratch")
    assert reading.bad == [
        (1, "q05", "expected-text"),
        (3, "date", "expected-date"),
        (4, "q03", "unknown-option"),
        (4, "q04", "unknown-option"),
        (5, "q02", "not-text"),
        (5, "q00", "unknown-option"),
        (5, "q01", "unknown-option"),
    ]
    ((*about, number, extent, q00, q01, q02, q03, q04, q05),) = encoded(reading)
    assert about == ["2", None, None, 3, "2.5"]
    assert (number, extent, q00, q01, q02, q03, q04, q05) == (1, 255, 1, 255, 1, 1, 255, 255)


@pytest.mark.parametrize("column", ["organisation", "date", "respondent", "q00", "q01"])
def test_columns_of_parquet_that_cannot_be_text(column: str, tmp_path: Path) -> None:
    """One column of a type that nobody thought of would end the run, or lose all other rows."""
    import datetime as dt

    write_questionnaire(tmp_path)
    strange = [
        pl.Series([dt.timedelta(days=1), None]),
        pl.Series([b"\xff", None]),
        pl.Series([[1], None]),
        pl.Series([{"a": 1}, None]),
        pl.Series([[1, 2], None], dtype=pl.Array(pl.Int8, 2)),
        pl.Series([-(10**8), None], dtype=pl.Int32).cast(pl.Date),
        pl.Series([2**62, None]).cast(pl.Datetime("us")),
        pl.Series([2**63 - 1, None]).cast(pl.Datetime("ms")).dt.replace_time_zone("UTC"),
    ]
    for number, values in enumerate(strange):
        table = pl.DataFrame({"organisation": ["A", "B"], "q00": [1, 2], "q01": [1, 2]})
        path = tmp_path / f"{number}.parquet"
        table.with_columns(values.alias(column)).write_parquet(path)
        reading = read_table(path, tmp_path / "scratch")
        blank = [(2, column, "empty-cell")] if column == "organisation" else []
        assert [fault[:2] for fault in reading.bad] == [(1, column), *(fault[:2] for fault in blank)]
        assert reading.bad[0][2] in {"expected-text", "not-text"}
        assert [row[0] for row in encoded(reading)] == ([] if blank else ["B"])


def test_whatever_polars_fails_with_is_a_fault_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file would end the run of all."""

    def fail(*_: object) -> None:
        raise pl.exceptions.PanicException("page 3\nbacktrace")

    write_questionnaire(tmp_path)
    (tmp_path / "table.parquet").write_bytes(as_parquet(sound_rows(3, seed=1)))
    monkeypatch.setattr("alignment_maturity.batch.reading.parquet_rows.ids_of", fail)
    with pytest.raises(InvalidInput) as refused:
        read_table(tmp_path / "table.parquet", tmp_path / "scratch")
    assert refused.value.problems[0].values["reason"] == "page 3"


def test_long_decimals_keep_their_digits(tmp_path: Path) -> None:
    """Data bases write numbers so: two organisations would become one."""
    from decimal import Decimal

    write_questionnaire(tmp_path)
    numbers = pl.Series([Decimal(f"1234567890123456789{last}") for last in "01"], dtype=pl.Decimal(38, 0))
    answers = pl.Series([Decimal("3.00"), Decimal("2.5")], dtype=pl.Decimal(10, 2))
    pl.DataFrame({"organisation": numbers, "q00": answers}).write_parquet(tmp_path / "table.parquet")
    reading = read_table(tmp_path / "table.parquet", tmp_path / "scratch")
    assert [row[0] for row in encoded(reading)] == ["12345678901234567890"]
    assert reading.bad == [(2, "q00", "unknown-option")]
    assert " 2.5;" in reading.faults["message"][0]


def test_failed_formulas_are_no_blanks(tmp_path: Path) -> None:
    """An answer that could not be computed would count as none."""
    import xlsxwriter

    write_questionnaire(tmp_path)
    book = xlsxwriter.Workbook(tmp_path / "table.xlsx")
    sheet = book.add_worksheet()
    rows: list[list[str | int | None]] = [
        ["organisation", "q00", "q01"],
        ["A", 1, 1],
        [],
        ["B", None, 2],
        ["C", 2, None],
    ]
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell is not None:
                sheet.write(row + 2, column + 1, cell)
    sheet.write_formula(5, 2, "=NA()", None, "#N/A")
    sheet.write_formula(6, 3, "=1/0", None, "#DIV/0!")
    book.close()
    reading = read_table(tmp_path / "table.xlsx", tmp_path / "scratch")
    assert reading.bad == [(6, "q00", "unknown-option"), (7, "q01", "unknown-option")]
    assert [row[0] for row in encoded(reading)] == ["A"]
    assert "#N/A" in reading.faults["message"][0]
