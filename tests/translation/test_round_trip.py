"""There and back: what was not edited keeps its bytes, what was edited says what the cell says."""

from __future__ import annotations

import copy
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_maturity.model.texts import name_of, texts
from alignment_maturity.store.builtin import data_folder
from alignment_maturity.store.documents import parse_document, read_document
from alignment_maturity.store.questionnaires import Loaded, checked, read_questionnaire
from alignment_maturity.translation.cells import Cell
from alignment_maturity.translation.edits import Edited, edited
from alignment_maturity.translation.sheet import as_sheet
from editing import TEXTS, as_json, as_yaml
from workbooks import Cells, cells_of, with_texts

CONTRACT = Path(__file__).parents[1] / "examples" / "contract"
MINI = read_questionnaire(CONTRACT / "mini.yaml").questionnaire.as_document()
SAVED = Path(__file__).parents[1] / "examples" / "sheets" / "libreoffice.xlsx"
FILES = [
    *sorted(data_folder("questionnaires").glob("*.yaml")),
    *sorted((data_folder("questionnaires") / "starters").glob("*.yaml")),
    CONTRACT / "mini.yaml",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sheets")


def loaded(text: str | bytes, name: str = "ours.yaml") -> Loaded:
    data = text.encode() if isinstance(text, str) else text
    return checked(parse_document(name, data, pass_over=True))


def back(sheet: bytes, folder: Path) -> Edited:
    path = folder / "sheet.xlsx"
    path.write_bytes(sheet)
    return edited(str(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_without_edits_the_very_same_bytes_come_back(path: Path, folder: Path) -> None:
    """A change nobody made hides those that somebody made."""
    result = back(as_sheet(read_questionnaire(path), "it"), folder)
    assert result == Edited(path.read_bytes(), "yaml", 0, ())


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(ending: str, mark: str, folder: Path) -> None:
    text = (CONTRACT / "mini.yaml").read_text("utf-8").rstrip("\n").replace("\n", ending)
    data = (mark + text).encode()
    sheet = as_sheet(loaded(data), "en")
    assert back(sheet, folder).data == data
    renamed = with_texts(sheet, lambda cells: cells.update({(2, 3): Cell("Another title")}))
    assert back(renamed, folder).data == data.replace(b"A five-question miniature", b"Another title")


def test_a_line_too_long_for_a_cell_is_not_cut(folder: Path) -> None:
    """A JSON file is one line; a spreadsheet program keeps 32,767 characters of it, and says nothing."""
    data = copy.deepcopy(MINI)
    data["description"] = "parola 😀 " * 9_000 + "fine"
    text = json.dumps(data, ensure_ascii=False)
    sheet = as_sheet(loaded(text, "ours.json"), "en")
    texts_sheet = cells_of(sheet)["Texts"]
    assert max(len(cell.text) for cell in texts_sheet.values()) < 32_768 / 2
    assert back(sheet, folder) == Edited(text.encode(), "json", 0, ())

    row = next(row for (row, column), cell in texts_sheet.items() if cell.text == "description (5/6)")
    edited_sheet = with_texts(sheet, lambda cells: cells.update({(row, 3): Cell("in the middle")}))
    description = json.loads(back(edited_sheet, folder).data)["description"]
    assert description == f"{data['description'][:64_000]}in the middle{data['description'][80_000:]}"


@settings(max_examples=25)
@given(data=st.data())
def test_any_text_survives_in_any_layout(data: st.DataObject, tmp_path_factory: Any) -> None:
    """Formulas, emoji, blanks at the ends, breaks: what somebody wrote is in the sheet, and in the file."""
    folder = tmp_path_factory.mktemp("drawn")
    content = copy.deepcopy(MINI)
    content["languages"] = ["en", "it"]
    for text in data.draw(st.lists(st.sampled_from(list(texts(content))), max_size=6, unique_by=name)):
        parent = content
        for element in text.path[:-1]:
            parent = parent[element]
        parent[text.path[-1]] = data.draw(TEXTS | st.fixed_dictionaries({"it": TEXTS, "en": TEXTS}))
    file, form = data.draw(st.sampled_from([("a.yaml", as_yaml), ("a.json", as_json)]))
    before = loaded(data.draw(form(content)), file)
    sheet = as_sheet(before, "it")
    assert back(sheet, folder).data.decode() == before.document.text

    changes = data.draw(
        st.dictionaries(st.tuples(st.integers(2, 100), st.sampled_from([3, 4])), TEXTS, max_size=6)
    )
    changed = with_texts(sheet, lambda cells: cells.update({at: Cell(text) for at, text in changes.items()}))
    after = loaded(back(changed, folder).data, file)
    wanted = cells_of(changed)["Testi"]
    for row, text in enumerate(texts(after.document.data), start=2):
        for column, language in ((3, "en"), (4, "it")):
            said = text.content[language] if isinstance(text.content, dict) else str(text.content)
            assert said.rstrip("\n") == wanted[row, column].text.rstrip("\n")


def name(text: Any) -> str:
    return "/".join(map(str, text.path))


def test_a_new_language_is_added_to_every_text(folder: Path) -> None:
    """A translator delivers a column; the questionnaire then speaks that language throughout."""

    def translate(cells: Cells) -> None:
        for (row, column), cell in list(cells.items()):
            if column == 4:
                cells[row, 5] = Cell("de" if row == 1 else f"DE {cell.text}")

    path = data_folder("questionnaires") / "quick.yaml"
    result = back(with_texts(as_sheet(read_questionnaire(path), "en"), translate), folder)
    questionnaire = loaded(result.data).questionnaire
    assert result.languages == ("de",)
    assert questionnaire.languages == ("it", "en", "de")
    assert questionnaire.questions[0].options[1].text.in_("de").startswith("DE ")  # type: ignore[union-attr] # a rubric
    kept = [line for line in result.data.decode().splitlines() if " de:" not in line]
    assert {line for line in path.read_text("utf-8").splitlines() if line.startswith("#")} <= set(kept)


def test_a_second_language_turns_plain_texts_into_maps_where_they_differ(folder: Path) -> None:
    def translate(cells: Cells) -> None:
        for (row, column), cell in list(cells.items()):
            if column == 3:
                cells[row, 4] = Cell("it" if row == 1 else cell.text)
        cells[2, 4] = Cell("Il nostro questionario")

    starter = data_folder("questionnaires") / "starters" / "starter.en.yaml"
    result = back(with_texts(as_sheet(read_questionnaire(starter), "en"), translate), folder)
    assert result.texts == 1
    assert result.data.decode() == starter.read_text("utf-8").replace(
        "languages: [en] ", "languages: [en, it] "
    ).replace("title: My questionnaire\n", "title:\n  en: My questionnaire\n  it: Il nostro questionario\n")


def test_rows_may_be_sorted_and_columns_moved(folder: Path) -> None:
    """Spreadsheet users sort and rearrange without a second thought."""

    def rearrange(cells: Cells) -> None:
        old = dict(cells)
        cells.clear()
        last = max(row for row, _ in old)
        for (row, column), cell in old.items():
            cells[row if row == 1 else last + 2 - row, {1: 3, 2: 4, 3: 2, 4: 1}[column]] = cell

    path = data_folder("questionnaires") / "quick.yaml"
    result = back(with_texts(as_sheet(read_questionnaire(path), "en"), rearrange), folder)
    assert result == Edited(path.read_bytes(), "yaml", 0, ())


def test_the_sheet_is_made_for_people() -> None:
    """Whoever opens it sees what to edit, where each text belongs, and cannot break it by typing a date."""
    path = data_folder("questionnaires") / "quick.yaml"
    book = openpyxl.load_workbook(io.BytesIO(as_sheet(read_questionnaire(path), "it")))
    assert [(sheet.title, sheet.sheet_state) for sheet in book.worksheets] == [
        ("Testi", "visible"), ("Leggimi", "visible"), ("Sorgente", "hidden"),
    ]  # fmt: skip
    sheet = book["Testi"]
    assert [cell.value for cell in sheet[1]][2:] == ["it", "en"]
    assert sheet.freeze_panes == "C2"
    rows = {str(row[0].value): row for row in sheet.iter_rows(min_row=2)}
    option = rows["questions/buyer-personas/options/2/text"]
    assert option[1].value == "Domanda · Buyer persona · opzione, livello 2"
    assert {cell.number_format for cell in option} == {"@"}
    assert option[2].alignment.wrap_text
    assert rows["transitions/1-2/priority"][1].value == "Passo · da 1 a 2 · priorità"
    assert rows["scale/disalignment/symptoms/1"][1].value == "Livello 1 · Disallineamento · segno 1"
    assert "Sorgente" in " ".join(str(row[0].value) for row in book["Leggimi"].iter_rows())


def test_the_same_file_gives_the_same_sheet() -> None:
    read = read_questionnaire(CONTRACT / "mini.yaml")
    sheet = as_sheet(read, "en")
    assert sheet == as_sheet(read, "en")
    assert openpyxl.load_workbook(io.BytesIO(sheet)).properties.created == dt.datetime(2000, 1, 1)  # noqa: DTZ001 - as workbooks have it


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_two_texts_have_one_name(path: Path) -> None:
    data = read_document(path).data
    names = [name_of(data, text.path) for text in texts(data)]
    assert len(set(names)) == len(names)


def test_indonesian_is_not_taken_for_an_id() -> None:
    """Its code is `id`, and so is the key of everything else."""
    data = {"actions": [{"id": "a", "steps": [{"id": "Satu", "en": "One"}, {"id": "Dua", "en": "Two"}]}]}
    names = [name_of(data, text.path) for text in texts(data)]
    assert names == ["actions/a/steps/1", "actions/a/steps/2"]


def test_a_sheet_saved_by_libreoffice_is_read_like_our_own() -> None:
    """Other programs write strings, breaks and blanks in ways of their own."""
    text = (CONTRACT / "mini.yaml").read_text("utf-8")
    title = r'"  =1+1 _x000D_ 😀 “x” _x005F_\n\tnew line  "'
    assert edited(str(SAVED)).data.decode() == text.replace("A five-question miniature", title)
