"""What can be wrong with a sheet that comes back, each told at its cell, all at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from alignment_maturity.errors import InvalidInput, Problem, WorkFailed
from alignment_maturity.language import LANGUAGES
from alignment_maturity.language.problems import HINTS, advise, describe
from alignment_maturity.language.translation import PROBLEMS
from alignment_maturity.store.documents import parse_document
from alignment_maturity.store.questionnaires import checked, read_questionnaire
from alignment_maturity.translation import edits
from alignment_maturity.translation import sheet as writing
from alignment_maturity.translation.cells import Cell
from alignment_maturity.translation.edits import edited
from alignment_maturity.translation.sheet import as_sheet
from workbooks import Cells, cells_of, packed, parts_of, put, with_texts, workbook

MINI = Path(__file__).parents[1] / "examples" / "contract" / "mini.yaml"
SHEET = as_sheet(read_questionnaire(MINI), "en")
Change = Callable[[Cells], None]


def problems(data: bytes, folder: Path) -> list[Problem]:
    path = folder / "sheet.xlsx"
    path.write_bytes(data)
    with pytest.raises(InvalidInput) as caught:
        edited(str(path))
    return list(caught.value.problems)


def codes(data: bytes, folder: Path) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in problems(data, folder)]


def without(row: int) -> Change:
    def change(cells: Cells) -> None:
        for place in [place for place in cells if place[0] == row]:
            del cells[place]

    return change


def column(number: int, heading: str, *, rows: int = 105, gap: int = 0) -> Change:
    """Return the change that adds a column of texts, with a gap in a row."""

    def change(cells: Cells) -> None:
        if heading:
            cells[1, number] = Cell(heading)
        cells.update({(row, number): Cell("x") for row in range(2, rows) if row != gap})

    return change


def both(*changes: Change) -> Change:
    def change(cells: Cells) -> None:
        for one in changes:
            one(cells)

    return change


CASES: dict[str, tuple[Change, list[tuple[str, int, int]]]] = {
    "an emptied cell": (put(3, 3, ""), [("cell-empty", 3, 3)]),
    "a cell of blanks": (put(3, 3, " \n "), [("cell-empty", 3, 3)]),
    "a number or date": (put(3, 3, "45000", "number"), [("cell-number", 3, 3)]),
    "true or false": (put(3, 3, "1", "boolean"), [("cell-boolean", 3, 3)]),
    "an error value": (put(3, 3, "#REF!", "error"), [("cell-formula", 3, 3)]),
    "a formula": (put(3, 3, '="a"&"b"', "formula"), [("cell-formula", 3, 3)]),
    "a control character": (put(3, 3, "a\x07b"), [("cell-character", 3, 3)]),
    "a changed key": (put(3, 1, "descripton"), [("text-key-missing", 0, 0), ("text-key-unknown", 3, 1)]),
    "a missing key": (put(3, 1, ""), [("text-key-missing", 0, 0), ("text-without-key", 3, 1)]),
    "a key twice": (put(105, 1, "title"), [("text-key-twice", 105, 1)]),
    "a missing row": (without(3), [("text-key-missing", 0, 0)]),
    "a row more": (both(put(105, 1, "extra"), put(105, 3, "x")), [("text-key-unknown", 105, 1)]),
    "no column of keys": (
        put(1, 1, "Schlüssel"), [("key-column-missing", 0, 0), ("column-without-language", 1, 1)],
    ),
    "no column of a language": (
        put(1, 3, "en-GB"), [("language-column-missing", 0, 0)],
    ),
    "a column of notes": (column(4, "Notes"), [("column-without-language", 1, 4)]),
    "a column without a heading": (column(4, ""), [("column-without-heading", 1, 4)]),
    "a language twice": (column(4, "en"), [("language-column-twice", 1, 4)]),
    "a new language with a gap": (column(4, "de", gap=7), [("cell-untranslated", 7, 4)]),
    "too many languages": (
        both(*(column(number, f"a{chr(93 + number)}") for number in range(4, 24))),
        [("too-many-languages", 1, 23)],
    ),
    "several at once": (
        both(put(9, 3, ""), put(3, 3, "1", "number"), put(5, 1, "x")),
        [("text-key-missing", 0, 0), ("cell-number", 3, 3), ("text-key-unknown", 5, 1), ("cell-empty", 9, 3)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_it_is_told_at_its_cell(name: str, tmp_path: Path) -> None:
    """Somebody has to find it among two thousand cells, and to mend it."""
    change, expected = CASES[name]
    found = problems(with_texts(SHEET, change), tmp_path)
    assert [(problem.code, problem.line, problem.column) for problem in found] == expected
    for problem, lang in product(found, LANGUAGES):
        assert advise(problem, lang)
        if problem.line:
            cell = f"Texts!{chr(64 + problem.column)}{problem.line}"
            assert describe(problem, lang).startswith(f"{cell}: ")


def test_an_error_value_without_a_formula_is_told(tmp_path: Path) -> None:
    parts = parts_of(SHEET)
    texts = parts["xl/worksheets/sheet1.xml"].decode()
    start = texts.index('<c r="C3"')
    cell = texts[start : texts.index("</c>", start)]
    parts["xl/worksheets/sheet1.xml"] = texts.replace(cell, '<c r="C3" t="e"><v>#N/A</v>').encode()
    assert codes(packed(parts), tmp_path) == [("cell-error", 3, 3)]


def test_a_sheet_that_is_gone_is_named_in_both_languages(tmp_path: Path) -> None:
    sheets = cells_of(SHEET)
    for kept, gone in (("Texts", "Sorgente / Source"), ("Source", "Testi / Texts")):
        (problem,) = problems(workbook({kept: sheets[kept]}), tmp_path)
        assert (problem.code, problem.values["sheet"]) == ("sheet-missing", gone)


@pytest.mark.parametrize(
    "change", [put(9, 1, "x"), put(9, 2, ""), put(2, 1, "0"), without(9), put(2, 1, "")], ids=range(5)
)
def test_a_source_that_was_touched_is_not_trusted(change: Change, tmp_path: Path) -> None:
    """What was lost there could never be found again in the file it makes."""
    sheets = cells_of(SHEET)
    change(sheets["Source"])
    assert codes(workbook(sheets), tmp_path) == [("source-damaged", 0, 0)]


def test_a_source_that_is_no_questionnaire_is_told_by_the_usual_reader(tmp_path: Path) -> None:
    text = "format: 1\nid: Mini\n"
    sheets = cells_of(SHEET)
    sheets["Source"] = {
        (2, 1): Cell(hashlib.sha256(text.encode()).hexdigest()), (3, 1): Cell("ours.yaml"),
        (4, 1): Cell("format: 1"), (4, 2): Cell("LF"),
        (5, 1): Cell("id: Mini"), (5, 2): Cell("LF"), (6, 2): Cell("."),
    }  # fmt: skip
    found = problems(workbook(sheets), tmp_path)
    assert ("bad-identifier", 2, 5) in [(problem.code, problem.line, problem.column) for problem in found]
    assert found[0].source.endswith("sheet.xlsx!ours.yaml")


def test_not_all_of_a_thousand_problems_are_kept(tmp_path: Path) -> None:
    changes = [column(number, f"a{chr(93 + number)}", rows=2) for number in range(4, 10)]
    (tmp_path / "sheet.xlsx").write_bytes(with_texts(SHEET, both(*changes)))
    with pytest.raises(InvalidInput) as caught:
        edited(str(tmp_path / "sheet.xlsx"))
    assert len(caught.value.problems) == 200
    assert caught.value.more == 6 * 103 - 200


def test_a_text_written_wrongly_never_leaves_the_program(tmp_path: Path, monkeypatch: Any) -> None:
    """Should writing ever go wrong, nobody finds out months later."""
    monkeypatch.setattr(edits, "rewrite", lambda document, *_: document.text.replace("miniature", "minature"))
    (tmp_path / "sheet.xlsx").write_bytes(with_texts(SHEET, put(2, 3, "A small one")))
    with pytest.raises(WorkFailed):
        edited(str(tmp_path / "sheet.xlsx"))


def test_a_file_too_large_to_come_back_is_not_sent_out(monkeypatch: Any) -> None:
    monkeypatch.setattr(writing, "MOST_CELLS", 500)
    with pytest.raises(WorkFailed) as caught:
        as_sheet(read_questionnaire(MINI), "en")
    assert caught.value.code == "too-many-cells"


def test_whoever_is_told_a_problem_is_told_how_to_mend_it() -> None:
    assert HINTS.keys() >= PROBLEMS.keys()


def test_a_questionnaire_in_italian_says_testi(tmp_path: Path) -> None:
    text = MINI.read_text("utf-8")
    loaded = checked(parse_document("mini.yaml", text.encode(), pass_over=True))
    (problem,) = problems(with_texts(as_sheet(loaded, "it"), put(3, 3, "")), tmp_path)
    assert problem.values["cell"] == "Testi!C3"
