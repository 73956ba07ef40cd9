"""Files that are no table, or cannot be used as a whole: refused with the reason before any task begins."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter
import zstandard

from alignment_maturity.batch.reading import arrival, sheet_text, workbooks
from alignment_maturity.batch.reading.choice import Chooser, Codebooks
from alignment_maturity.batch.reading.cutting import cut
from alignment_maturity.batch.reading.rows import read
from alignment_maturity.errors import InvalidInput, WorkFailed
from alignment_maturity.language import LANGUAGES
from alignment_maturity.language.problems import HINTS, PHRASES, advise, describe
from alignment_maturity.language.tables import HINTS as OUR_HINTS
from alignment_maturity.language.tables import PROBLEMS
from batch.reading.surveys import (
    as_csv,
    as_parquet,
    as_workbook,
    encoded,
    expected,
    read_table,
    sound_rows,
    write_questionnaire,
)

TEXT = as_csv(sound_rows(50, seed=1)).encode()
PARQUET = as_parquet(sound_rows(50, seed=1))
BOOK = as_workbook(sound_rows(50, seed=1))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def empty_book() -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet()
    book.close()
    return out.getvalue()


def without_sheet() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            if "sheet1" not in part.filename:
                new.writestr(part, old.read(part))
    return out.getvalue()


FAULTY = [
    ("a.csv", b"", "empty-document"),
    ("a.csv", b"\n\n  \n", "empty-document"),
    ("a.csv", b"\xef\xbb\xbf", "empty-document"),
    ("a.csv", "organisation,q00\nA,1\n".encode("utf-16"), "other-encoding"),
    ("a.csv", "organisation,q00\nA,1\n".encode("utf-16-le"), "other-encoding"),
    ("a.csv", "organisation,q00\nA,1\n".encode("utf-32"), "other-encoding"),
    ("a.csv", bytes(10_000), "binary-file"),
    ("a.csv", os.urandom(5_000).replace(b"\0", b"\1"), "missing-column"),
    ("a.csv", PARQUET, "other-table-format"),
    ("a.csv", BOOK, "other-table-format"),
    ("a.csv", gzip.compress(TEXT), "other-table-format"),
    ("a.csv", b"%PDF-1.7\n", "other-table-format"),
    ("a.csv", b"organisation,q00\n", "empty-table"),
    ("a.csv", b"organisation,q00", "empty-table"),
    ("a.csv", b"Organisation,q00\nA,1\n", "missing-column"),
    ("a.csv", b"Rossi,1,2\nBianchi,2,3\n", "missing-column"),
    ("a.csv", b"organisation|q00\nA|1\n", "missing-column"),
    ("a.csv", b'"organisation,q00\nA,1\n', "unclosed-quote"),
    ("a.csv", b'"organisation"x,q00\nA,1\n', "text-after-value"),
    ("a.csv", b"organisation,q00,q00\nA,1,2\n", "duplicate-column"),
    ("a.csv", b"organisation,q00, organisation \nA,1,2\n", "duplicate-column"),
    ("a.csv", b"organisation,nothing\nA,1\n", "no-questionnaire-fits"),
    ("a.csv", b"organisation" + b"x" * 5 * 2**20 + b"\nA\n", "no-header"),
    ("a.csv.gz", TEXT, "packed-file-broken"),
    ("a.csv.gz", gzip.compress(TEXT)[:-20], "packed-file-cut-off"),
    ("a.csv.gz", gzip.compress(TEXT)[:30] + b"damage" + gzip.compress(TEXT)[36:], "packed-file-broken"),
    ("a.csv.gz", b"", "empty-document"),
    ("a.csv.zst", TEXT, "packed-file-broken"),
    ("a.csv.zst", zstandard.compress(TEXT)[:-20], "packed-file-cut-off"),
    ("a.csv.zst", zstandard.compress(TEXT) + b"more", "packed-file-broken"),
    ("a.jsonl", b"", "empty-document"),
    ("a.jsonl", b"organisation,q00\nA,1\n", "no-json-lines"),
    ("a.jsonl", b'[\n  {\n    "organisation": "A"\n  }\n]\n', "no-json-lines"),
    ("a.jsonl", '{"organisation": "A"}\n'.encode("utf-16"), "other-encoding"),
    ("a.jsonl", b'{"organization": "A", "q00": 1}\n', "missing-column"),
    ("a.jsonl", b"{}\n", "missing-column"),
    ("a.jsonl", b'{"organisation": "A", "nothing": 1}\n', "no-questionnaire-fits"),
    ("a.jsonl.gz", b"nothing", "packed-file-broken"),
    ("a.parquet", b"", "empty-document"),
    ("a.parquet", TEXT, "not-parquet"),
    ("a.parquet", b"PAR1", "unreadable-table"),
    ("a.parquet", PARQUET[: len(PARQUET) // 2], "unreadable-table"),
    ("a.parquet", PARQUET[:-8] + b"\xff\xff\xff\x7fPAR1", "unreadable-table"),
    ("a.xlsx", b"", "empty-document"),
    ("a.xlsx", TEXT, "not-a-workbook"),
    ("a.xlsx", OLE, "workbook-protected"),
    ("a.xlsx", BOOK[: len(BOOK) // 2], "unreadable-table"),
    ("a.xlsx", b"PK\x03\x04 and nothing else", "unreadable-table"),
    ("a.xlsx", without_sheet(), "unreadable-table"),
    ("a.xlsx", empty_book(), "empty-document"),
]


@pytest.mark.parametrize(("name", "data", "code"), FAULTY, ids=range(len(FAULTY)))
def test_a_file_that_cannot_be_used_is_refused(name: str, data: bytes, code: str, tmp_path: Path) -> None:
    """A file would be left out without a reason, or end the run."""
    write_questionnaire(tmp_path)
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InvalidInput) as refused:
        read_table(path, tmp_path / "scratch")
    (problem,) = refused.value.problems
    assert problem.code == code
    assert problem.source == str(path)
    for lang in LANGUAGES:
        assert describe(problem, lang)
        advise(problem, lang)


def test_a_folder_a_missing_file_a_pipe_and_one_without_permission(tmp_path: Path) -> None:
    """What a name leads to would end the run, or make it wait for ever."""
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    for name, code in (("folder.csv", "folder"), ("gone.csv", "missing-file"), ("pipe.csv", "special-file")):
        with pytest.raises(InvalidInput) as refused:
            list(cut(str(tmp_path / name), tmp_path / "scratch"))
        assert refused.value.problems[0].code == code


def test_a_parquet_file_without_rows_and_one_without_names(tmp_path: Path) -> None:
    """An export of nothing would end the run."""
    pl.DataFrame(schema={"organisation": pl.String, "q00": pl.Int64}).write_parquet(tmp_path / "a.parquet")
    pl.DataFrame({"company": ["A"], "q00": [1]}).write_parquet(tmp_path / "b.parquet")
    for name, code in (("a.parquet", "empty-table"), ("b.parquet", "missing-column")):
        with pytest.raises(InvalidInput) as refused:
            list(cut(str(tmp_path / name), tmp_path / "scratch"))
        assert refused.value.problems[0].code == code


def test_a_misspelt_column_is_recognised(tmp_path: Path) -> None:
    """One would not know why a table is refused that looks right."""
    path = tmp_path / "a.csv"
    path.write_text("Organisation;q00\nA;1\n", encoding="utf-8")
    with pytest.raises(InvalidInput) as refused:
        list(cut(str(path), tmp_path))
    (problem,) = refused.value.problems
    assert describe(problem, "en") == "column `organisation` is missing; the columns are: Organisation, q00"
    assert "should `Organisation` be renamed?" in advise(problem, "en")


def test_a_file_that_shrinks_or_goes_while_it_is_read(tmp_path: Path) -> None:
    """Half a table would be scored as if it were whole."""
    write_questionnaire(tmp_path)
    for name, data in (("a.csv", TEXT), ("a.parquet", PARQUET)):
        path = tmp_path / name
        path.write_bytes(data)
        reading = read_table(path, tmp_path / "scratch")
        path.write_bytes(data[: len(data) // 2])
        with pytest.raises(InvalidInput) as refused:
            read(reading.parts[-1], reading.choice.codebooks, source=0, lang="en")
        assert refused.value.problems[0].code in {"table-changed", "unreadable-table"}
        path.unlink()
        with pytest.raises(InvalidInput) as refused:
            read(reading.parts[-1], reading.choice.codebooks, source=0, lang="en")
        assert refused.value.problems[0].code in {"unreadable-file", "unreadable-table"}
        assert reading.parts[0].halves() == () or name == "a.parquet"


def test_damage_inside_a_parquet_file_is_told_by_its_slice(tmp_path: Path) -> None:
    """A worker would be taken for dead, or wrong answers for right ones."""
    write_questionnaire(tmp_path)
    path = tmp_path / "a.parquet"
    path.write_bytes(PARQUET[:200] + bytes(400) + PARQUET[600:])
    parts = list(cut(str(path), tmp_path, rows=7))
    codebooks = codebooks_of(path)
    codes = set()
    for part in parts:
        try:
            read(part, codebooks, source=0, lang="en")
        except InvalidInput as error:
            codes |= {problem.code for problem in error.problems}
    assert codes == {"unreadable-table"}


def test_a_bomb_is_refused_with_its_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file would fill the disk, or the memory."""
    limit = 2**20
    bomb = b"organisation,q00\n" + b"A,1\n" * limit
    for name, data in (("a.csv.gz", gzip.compress(bomb)), ("a.csv.zst", zstandard.compress(bomb))):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(InvalidInput) as refused:
            arrival.bring(str(tmp_path / name), tmp_path / "scratch", most=limit)
        assert refused.value.problems[0].code == "too-large-unpacked"
        assert sum(file.stat().st_size for file in (tmp_path / "scratch").iterdir()) <= limit
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", 5_000)
    (tmp_path / "a.xlsx").write_bytes(BOOK)
    with pytest.raises(InvalidInput) as refused:
        list(cut(str(tmp_path / "a.xlsx"), tmp_path / "scratch"))
    assert refused.value.problems[0].code == "too-large-unpacked"


def sheet(data: str, **parts: bytes) -> bytes:
    """Return a workbook whose first sheet holds these rows, with some parts changed."""
    out = io.BytesIO()
    text = f"<worksheet><sheetData>{data}</sheetData></worksheet>".encode()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, text if part.endswith("sheet1.xml") else parts.get(part, old.read(part)))
    return out.getvalue()


HEADER = '<row r="1"><c r="A1" t="str"><v>organisation</v></c><c r="B1" t="str"><v>q00</v></c></row>'
ROW = '<row r="2"><c r="A2" t="str"><v>A</v></c><c r="B2"><v>3</v></c></row>'
FAR = [
    '<row r="1048576"><c r="XFD1048576"><v>3</v></c></row>',
    '<row r="1048576"><c r="Z1048576" t="inlineStr"><is><t>x</t></is></c></row>',
    '<row r="1048576"><c r="xfd1048576"><v>3</v></c></row>',
    "<row r='1048576'><c s='>' r='XFD1048576'><!-- --><v>3</v></c></row>",
    '<row r="6000000"><c><v>3</v></c></row>',
    '<x:row xmlns:x="y"><x:c r="XFD1048576"><x:v>3</x:v></x:c></x:row>',
]


@pytest.mark.parametrize("far", FAR)
def test_a_stray_cell_far_away_is_refused(far: str, tmp_path: Path) -> None:
    """One cell would take all memory there is, and the run with it."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(sheet(HEADER + ROW + far))
    with pytest.raises(InvalidInput) as refused:
        list(cut(str(path), tmp_path / "scratch"))
    (problem,) = refused.value.problems
    assert problem.code == "workbook-too-wide"
    assert str(problem.values["cell"]).lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") in {"1048576", "6000000"}
    assert advise(problem, "en").startswith("delete the rows and columns")


def test_a_sheet_that_is_full_is_refused_while_it_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would have to be unpacked to its end first."""
    monkeypatch.setattr(sheet_text, "MOST_CELLS", 3)
    monkeypatch.setattr(workbooks, "_PIECE", 16)
    path = tmp_path / "a.xlsx"
    path.write_bytes(sheet(HEADER + ROW + "<broken"))
    with pytest.raises(InvalidInput) as refused:
        list(cut(str(path), tmp_path / "scratch"))
    assert refused.value.problems[0].code == "workbook-too-wide"


def test_formatted_cells_far_away_do_no_harm(tmp_path: Path) -> None:
    """Tables that were coloured down to the last row would be refused; rows would get wrong numbers."""
    write_questionnaire(tmp_path)
    path = tmp_path / "a.xlsx"
    title = '<row r="1"><c r="A1"><f>1+1</f><v></v></c><c r="B1"/></row>'
    table = (HEADER + ROW).replace('r="1"', 'r="3"').replace('1"', '3"').replace('r="2"', 'r="4"')
    table = table.replace('2"', '4"').replace("<v>3<", "<v>9<")
    path.write_bytes(sheet(title + table + '<row r="1048576"><c r="XFD1048576" s="1"/></row>'))
    assert read_table(path, tmp_path / "scratch").bad == [(4, "q00", "unknown-option")]


def test_sizes_in_the_directory_of_a_workbook_are_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bomb that calls itself small would fill the memory."""
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", 2**20)
    large = 3 * 2**20
    data = sheet(HEADER + ROW, **{"xl/theme/theme1.xml": bytes(large)})
    assert data.count(large.to_bytes(4, "little")) == 2
    path = tmp_path / "a.xlsx"
    for lie in (data, data.replace(large.to_bytes(4, "little"), (100).to_bytes(4, "little"))):
        path.write_bytes(lie)
        with pytest.raises(InvalidInput) as refused:
            list(cut(str(path), tmp_path / "scratch"))
        assert refused.value.problems[0].code == "too-large-unpacked"


@pytest.mark.parametrize(("ending", "data"), [("parquet", PARQUET), ("xlsx", BOOK)])
def test_names_that_are_not_utf_8(ending: str, data: bytes, tmp_path: Path) -> None:
    """A file from an old disk would end the run."""
    write_questionnaire(tmp_path)
    path = tmp_path / os.fsdecode(b"perch\xe9." + ending.encode())
    path.write_bytes(data)
    reading = read_table(path, tmp_path / "scratch")
    assert reading.faults.is_empty()
    assert encoded(reading) == expected(sound_rows(50, seed=1))


def test_no_room_for_a_copy(tmp_path: Path) -> None:
    """The user would be told that the input is faulty."""
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(TEXT))
    (tmp_path / "a.xlsx").write_bytes(BOOK)
    (tmp_path / "scratch").write_text("in the way", encoding="utf-8")
    for name in ("a.csv.gz", "a.xlsx"):
        with pytest.raises(WorkFailed):
            list(cut(str(tmp_path / name), tmp_path / "scratch" / "deeper"))


def test_packed_files_of_several_parts(tmp_path: Path) -> None:
    """Logs are often packed piece by piece: all but the first piece would be lost."""
    rows = sound_rows(50, seed=1)
    write_questionnaire(tmp_path)
    half = len(TEXT) // 2
    for name, pack in (("a.csv.gz", gzip.compress), ("b.csv.zst", zstandard.compress)):
        (tmp_path / name).write_bytes(pack(TEXT[:half]) + pack(TEXT[half:]))
        assert encoded(read_table(tmp_path / name, tmp_path / "scratch")) == expected(rows)


def test_a_line_longer_than_any_record(tmp_path: Path) -> None:
    """A hole of nulls that a crash left would fill the memory, or cost the rows around it."""
    write_questionnaire(tmp_path)
    path = tmp_path / "a.csv"
    path.write_bytes(b"organisation,q00\n" + b"A,1\n" * 5_000 + bytes(9 * 2**20) + b"\nB,2\n")
    reading = read_table(path, tmp_path / "scratch")
    assert reading.bad == [(5_002, "", "line-too-long")]
    assert [(row[0], row[5]) for row in encoded(reading)][4_999:] == [("A", 4_999), ("B", 5_001)]
    path = tmp_path / "a.jsonl"
    good = b'{"organisation": "A", "q00": 1}\n'
    path.write_bytes(good + b'{"organisation": "' + b"x" * 9 * 2**20 + b'"}\n' + good)
    reading = read_table(path, tmp_path / "scratch")
    assert reading.bad == [(2, "", "line-too-long")]
    assert [(row[0], row[5]) for row in encoded(reading)] == [("A", 0), ("A", 2)]


def test_every_sentence_is_said_in_both_languages() -> None:
    """A user would read a code."""
    assert PROBLEMS.keys() <= PHRASES.keys()
    assert OUR_HINTS.keys() <= HINTS.keys()
    for phrases in (PROBLEMS, OUR_HINTS):
        for phrase in phrases.values():
            assert phrase.it
            assert phrase.en
            assert phrase.it != phrase.en


def codebooks_of(path: Path) -> Codebooks:
    header = next(cut(str(path), path.parent)).header
    return Chooser().choose(str(path), header, path.parent).codebooks
