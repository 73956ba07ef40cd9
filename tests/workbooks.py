"""Workbooks for the tests of the translation sheet: read, changed and written as other programs would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from xlsxwriter import Workbook

from alignment_maturity.translation.cells import Cell, read_sheets

Cells = dict[tuple[int, int], Cell]

SHEETS = ("Texts", "Testi", "Read me", "Leggimi", "Source", "Sorgente")


def cells_of(data: bytes) -> dict[str, Cells]:
    """Return the cells of all sheets of a translation sheet."""
    return {name: dict(cells) for name, cells in read_sheets("x.xlsx", data, SHEETS).items()}


def workbook(sheets: Mapping[str, Mapping[tuple[int, int], Cell]]) -> bytes:
    """Write cells into a workbook."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        for name, cells in sheets.items():
            sheet = book.add_worksheet(name)
            for (row, column), cell in cells.items():
                place = row - 1, column - 1
                match cell.kind:
                    case "text":
                        assert sheet.write_string(*place, cell.text) == 0
                    case "number":
                        sheet.write_number(*place, float(cell.text))
                    case "boolean":
                        sheet.write_boolean(*place, bool(int(cell.text)))
                    case "formula":
                        sheet.write_formula(*place, cell.text, value="text")
                    case "error":
                        sheet.write_formula(*place, "=1/0", value=cell.text)
    return file.getvalue()


def with_texts(data: bytes, change: Callable[[Cells], None]) -> bytes:
    """Change the cells of the sheet of texts, whichever language it is in."""
    sheets = cells_of(data)
    change(sheets["Texts" if "Texts" in sheets else "Testi"])
    return workbook(sheets)


def put(row: int, column: int, text: str, kind: str = "text") -> Callable[[Cells], None]:
    """Return the change that lets something stand in a cell; nothing empties it."""

    def change(cells: Cells) -> None:
        cells.pop((row, column), None)
        if text:
            cells[row, column] = Cell(text, kind)  # type: ignore[arg-type] # one of the kinds

    return change


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Put parts into a workbook."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()
