"""The plan as a workbook, read back by a library that did not write it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from alignment_maturity.export.xlsx import MOST_COLUMNS, as_xlsx
from alignment_maturity.language import LANGUAGES, Lang

from .plans import CASES, FORMULA, case


def book(name: str, lang: Lang = "en") -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(case(name), lang)))


def sheet(name: str, title: str, lang: Lang = "en") -> Worksheet:
    found = book(name, lang)[title]
    assert isinstance(found, Worksheet)
    return found


def table(found: Worksheet) -> list[dict[str, object]]:
    header, *rows = found.iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_no_cell_is_a_formula_or_a_link(name: str, lang: Lang) -> None:
    """Whoever writes a questionnaire must not run programs on the machine of whoever opens the plan."""
    read = book(name, lang)
    expected = {"it": ["Piano", "Tabella di marcia", "Sintesi"], "en": ["Plan", "Roadmap", "Summary"]}
    assert read.sheetnames == expected[lang]
    for found in read.worksheets:
        for row in found.iter_rows():
            for cell in row:
                assert cell.data_type in {"s", "n", "d"}
                assert cell.hyperlink is None
    with zipfile.ZipFile(io.BytesIO(as_xlsx(case(name), lang))) as archive:
        assert not [part for part in archive.namelist() if b"<f>" in archive.read(part)]


def test_dates_are_dates_and_numbers_numbers() -> None:
    """Else nobody could sort by them, or add them up."""
    first, *_, optional = table(sheet("seven", "Plan"))
    assert (first["No."], first["Effort (person-days)"], first["Duration (weeks)"]) == (1, 5, 2)
    assert (first["Start"], first["End"]) == (dt.datetime(2026, 11, 23), dt.datetime(2026, 12, 4))  # noqa: DTZ001 - a day of a sheet has no zone
    assert (optional["No."], optional["Start"], optional["Horizon"]) == (None, None, "optional")
    assert sheet("seven", "Piano", "it")["D2"].number_format == "dd/mm/yyyy"


def test_a_row_says_all_there_is_to_an_action() -> None:
    second = table(sheet("seven", "Piano", "it"))[1]
    assert second["Azione"] == "Exchange customer data both ways"
    assert second["Responsabile"] == "Marketing e Sales"
    assert second["Orizzonte"] == "entro 60 giorni"
    assert second["Priorità"] == "per il livello 3"
    assert second["Azioni preliminari"] == "Write one definition of a qualified lead"
    assert str(second["Perché ora"]).startswith("È tra le priorità per arrivare al livello 3")
    assert second["Primi passi"] == "• List the fields\n• Fix the rhythm\n• Replace the files"
    assert second["È fatta quando"] == "Marketing sees the outcome of every lead."


@pytest.mark.parametrize("name", ["seven", "top", "hundred actions"])
def test_the_plan_is_made_to_be_read_and_printed(name: str) -> None:
    found = sheet(name, "Plan")
    rows = len(case(name).plan.steps) + len(case(name).plan.optional) + 1
    assert found.max_row == rows
    assert found.freeze_panes == "C2"
    assert found.auto_filter.ref == f"A1:P{rows}"
    assert found.print_title_rows == "$1:$1"
    assert found.page_setup.orientation == "landscape"
    assert (found.page_setup.fitToWidth or 1, found.page_setup.fitToHeight) == (1, 0)
    assert found.sheet_properties.pageSetUpPr is not None
    assert found.sheet_properties.pageSetUpPr.fitToPage
    assert all(cell.alignment.wrap_text for cell in found[1])


def test_rows_are_high_enough_for_their_texts() -> None:
    """Not every program measures them; what is cut off would be overlooked."""
    found = sheet("seven", "Plan")
    assert (found.row_dimensions[2].height or 0) >= 6 * 15, "the reason takes six lines"
    assert 408 <= (sheet("long texts", "Plan").row_dimensions[2].height or 0) <= 409, "what Excel can do"


def test_the_roadmap_marks_the_weeks_of_work() -> None:
    """By a sign: the colour alone would be lost in print, and on those who do not see it."""
    found = sheet("seven", "Roadmap")
    header, *rows = found.iter_rows(min_row=1, max_row=4, min_col=6)
    weeks = [dt.date(2026, 11, 23) + dt.timedelta(7 * number) for number in range(8)]
    assert [cell.value.date() for cell in header if isinstance(cell.value, dt.datetime)] == weeks
    marks = ["".join("x" if cell.value == "■" else "." for cell in row) for row in rows]
    assert marks == ["xx......", "..xxxxxx", "..xx...."]
    assert rows[0][0].fill.fgColor.rgb != rows[0][7].fill.fgColor.rgb
    assert "■" in str(found.cell(6, 2).value)


def test_a_very_long_plan_has_a_roadmap_that_can_be_opened() -> None:
    """Thirty years would be 1,560 columns of a week each."""
    found = sheet("ten years each", "Roadmap")
    assert MOST_COLUMNS / 2 < found.max_column - 5 <= MOST_COLUMNS
    assert "■" in {cell.value for cell in found[2]}
    assert "26 weeks" in str(found.cell(7, 2).value)


def test_the_summary_says_whose_plan_it_is_and_where_it_leads() -> None:
    told = "\n".join(
        f"{label or ''}|{value}"
        for label, value in sheet("seven", "Sintesi", "it").iter_rows(values_only=True)
    )
    for line in (
        "Organizzazione|Rossi Componenti",
        "Collocazione|Livello 2 di 5: Strategic alignment",
        "Livello obiettivo|3: Operational alignment",
        "Impegno complessivo|18 giorni-persona",
        "Inizio del piano|21 novembre 2026",
        "Dove porta|Le 3 azioni del piano (18 giorni-persona) portano al livello 3: Operational alignment.",
    ):
        assert line in told
    top = sheet("top with room", "Summary")
    assert "Goals: Compare the targets on paper." in {cell.value for cell in top["B"]}


def test_texts_of_others_stay_texts() -> None:
    plan = sheet("hostile", "Plan")
    assert str(plan["B2"].value).startswith('=HYPERLINK("http://evil"')
    assert plan["B2"].data_type == "s"
    assert FORMULA in str(sheet("hostile", "Summary")["B3"].value)
    assert plan.oddHeader is not None
    assert plan.oddHeader.left.text == f"Action plan: {FORMULA}"


def test_nothing_tells_when_it_was_made() -> None:
    """The moment of writing would make every file another one."""
    assert book("seven").properties.created == dt.datetime(2026, 11, 21)  # noqa: DTZ001 - see above


def test_a_name_with_an_ampersand_stands_in_the_printed_heading() -> None:
    """There, a single one begins a command."""
    with zipfile.ZipFile(io.BytesIO(as_xlsx(case("long texts"), "it"))) as archive:
        assert "Società &amp;&amp; figli" in archive.read("xl/worksheets/sheet1.xml").decode()


def test_dates_before_those_of_excel_are_text() -> None:
    """Excel would show a row of `#`."""
    assert table(sheet("beginning of time", "Plan"))[0]["Start"] == "0001-01-01"
