"""Workbooks as other programs write them, and those made to harm."""

from __future__ import annotations

import io
import random
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from alignment_maturity.errors import InvalidInput
from alignment_maturity.store.questionnaires import read_questionnaire
from alignment_maturity.translation import cells
from alignment_maturity.translation.cells import Cell, letters, read_sheets
from alignment_maturity.translation.sheet import as_sheet
from workbooks import packed, parts_of, workbook

CONTRACT = Path(__file__).parents[1] / "examples" / "contract"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LISTED = f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets><sheet name="Texts" r:id="a"/></sheets></workbook>'


def book(rows: str, strings: str = "", *, head: str = "", target: str = "worksheets/sheet1.xml") -> bytes:
    """Write a workbook whose sheet `Texts` has the given rows, by hand."""
    relations = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{RELATIONS}/worksheet" Target="{target}"/>'
        f'<Relationship Id="b" Type="{RELATIONS}/sharedStrings" Target="/xl/words.xml"/></Relationships>'
    )
    return packed(
        {
            "xl/workbook.xml": LISTED.encode(),
            "xl/_rels/workbook.xml.rels": relations.encode(),
            "xl/worksheets/sheet1.xml": (
                f"{head}<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>".encode()
            ),
            "xl/words.xml": f"<sst {MAIN}>{strings}</sst>".encode(),
        }
    )


def read(data: bytes) -> dict[tuple[int, int], Cell]:
    return dict(read_sheets("x.xlsx", data, ["Texts"])["Texts"])


def refusal(data: bytes) -> str:
    with pytest.raises(InvalidInput) as caught:
        read_sheets("x.xlsx", data, ["Texts"])
    (problem,) = caught.value.problems
    return problem.code


def test_every_way_to_write_a_text_is_read() -> None:
    """Shared, inline, with formats inside, with its pronunciation, with a place or without."""
    strings = (
        '<si><t xml:space="preserve"> plain </t></si>'
        "<si><r><t>in </t></r><r><rPr><b/></rPr><t>bold</t></r></si>"
        "<si><t>漢字</t><rPh sb='0' eb='2'><t>かんじ</t></rPh></si>"
        "<si><t>a_x000D_\nb_x005F_x000D_&#13;c</t></si><si/>"
    )
    rows = (
        '<row r="2"><c r="B2" t="s"><v>0</v></c><c t="s"><v>1</v></c><c r="AB2" t="s"><v>2</v></c></row>'
        '<row><c t="s"><v>3</v></c><c t="s"><v>4</v></c><c t="inlineStr"><is><t>inline</t></is></c>'
        '<c t="str"><v>string</v></c><c r="F3" s="4"/></row>'
    )
    assert read(book(rows, strings)) == {
        (2, 2): Cell(" plain "), (2, 3): Cell("in bold"), (2, 28): Cell("漢字"),
        (3, 1): Cell("a\nb_x000D_\nc"), (3, 3): Cell("inline"), (3, 4): Cell("string"),
    }  # fmt: skip


def test_what_is_no_text_is_known_as_such() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>45000</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#REF!</v></c>'
        '<c r="D1" t="str"><f>A1&amp;"x"</f><v>45000x</v></c><c r="E1"><f>1+1</f></c></row>'
    )
    assert [cell.kind for cell in read(book(rows)).values()] == [
        "number",
        "boolean",
        "error",
        "formula",
        "formula",
    ]


def test_places_of_the_parts_are_taken_from_the_workbook() -> None:
    assert read(book('<row><c t="str"><v>x</v></c></row>', target="/xl/worksheets/sheet1.xml")) == {
        (1, 1): Cell("x")
    }


def test_columns_have_letters() -> None:
    assert [letters(column) for column in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
GOOD = book('<row><c t="str"><v>x</v></c></row>')
REFUSED = {
    "nothing": (b"", "no-workbook"),
    "text": (b"key,it,en\n", "no-workbook"),
    "10 MB of nonsense": (random.Random(1).randbytes(10 * 2**20), "no-workbook"),
    "a workbook with a password, or an old one": (b"\xd0\xcf\x11\xe0" + bytes(600), "workbook-locked"),
    "another kind of document": (packed({"word/document.xml": b"<a/>"}), "no-workbook"),
    "the first half of one": (GOOD[: len(GOOD) // 2], "workbook-damaged"),
    "entities that multiply": (book("", head=BOMB), "workbook-damaged"),
    "entities from outside": (book("", head=OUTSIDE), "workbook-damaged"),
    "XML that breaks off": (book("<row>"), "workbook-damaged"),
    "a part that is not there": (book("", target="worksheets/other.xml"), "workbook-damaged"),
    "a string that is not there": (book('<row><c t="s"><v>7</v></c></row>'), "workbook-damaged"),
    "a row that is no number": (book('<row r="x"/>'), "workbook-damaged"),
    "a cell that is nowhere": (book('<row><c r="1A"/></row>'), "workbook-damaged"),
    "another compression": (packed(parts_of(GOOD), zipfile.ZIP_BZIP2), "workbook-damaged"),
    "a bomb": (packed(parts_of(GOOD) | {"xl/words.xml": bytes(200 * 2**20)}), "workbook-too-large"),
}  # fmt: skip


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_workbook_is_refused(name: str) -> None:
    """Whatever somebody hands over, by mistake or to do harm, ends in a sentence."""
    data, code = REFUSED[name]
    assert refusal(data) == code


def test_millions_of_empty_cells_do_not_keep_it_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few kilobytes unpack to so many; the real limit is no matter of seconds."""
    monkeypatch.setattr(cells, "_MOST_ELEMENTS", 10_000)
    assert refusal(book("<row>" + "<c/>" * 6_000 + "</row>")) == "workbook-too-large"
    assert read(book("<row>" + "<c/>" * 4_000 + "</row>")) == {}


def test_links_to_other_files_are_not_followed() -> None:
    """A workbook from outside must not make the program look into files or the network."""
    parts = parts_of(GOOD) | {
        "xl/externalLinks/externalLink1.xml": b'<externalLink r:id="file:///etc/passwd"/>'
    }
    assert read(packed(parts)) == {(1, 1): Cell("x")}


def test_damage_anywhere_ends_in_a_sentence_or_in_nothing() -> None:
    """A disk, a mail server or a fuzzer changed some bytes: of the package, or of the XML inside."""
    good = as_sheet(read_questionnaire(CONTRACT / "mini.yaml"), "en")
    parts = parts_of(good)
    inside = [name for name in parts if "sheet" in name or "workbook" in name or "Strings" in name]
    ends = Counter[str]()
    for seed in range(150):
        chance = random.Random(seed)
        if seed % 2:
            part = chance.choice(inside)
            data = packed(parts | {part: spoilt(parts[part], chance)})
        else:
            data = spoilt(good, chance)
        code = ""
        try:
            read_sheets("x.xlsx", data, ["Texts"])
        except InvalidInput as error:
            code = error.problems[0].code
        assert code in {"", "no-workbook", "workbook-damaged", "workbook-locked"}, seed
        ends[code] += 1
    assert ends["workbook-damaged"] > 20


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Change some bytes."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def test_the_workbooks_of_these_tests_are_workbooks() -> None:
    held = {(1, 1): Cell("x"), (2, 3): Cell(" y\n"), (3, 1): Cell("5", "number")}
    assert read_sheets("x.xlsx", workbook({"Texts": held, "Other": {}}), ["Texts"]) == {"Texts": held}
    assert zipfile.is_zipfile(io.BytesIO(GOOD))
