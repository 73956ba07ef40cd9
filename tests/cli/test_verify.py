"""`verify`: a report that is as it was made holds, whatever else happened to it is said."""

from __future__ import annotations

import copy
import hashlib
import io
import json
import random
import re
import sys
import warnings
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import pikepdf
import pytest
import yaml
from pikepdf.exceptions import PageCopyWarning

from alignment_maturity import __version__
from alignment_maturity.errors import InvalidInput
from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.language import attachments as told_of_files
from alignment_maturity.language import verify as words
from alignment_maturity.model.record import Inputs
from alignment_maturity.printing.embedding import Drawn
from alignment_maturity.printing.pdf import Pdf
from alignment_maturity.report.pdf import print_report
from alignment_maturity.report.record import Ingredients, as_json, gather, result_document
from alignment_maturity.report.view import ReportOptions
from alignment_maturity.store.answer_sets import read_waves
from alignment_maturity.store.builtin import examples
from alignment_maturity.store.questionnaires import built_in
from alignment_maturity.verification import pages
from alignment_maturity.verification.checks import Outcome, Verification, compare
from alignment_maturity.verification.pdf_file import parse_pdf
from alignment_maturity.verification.repeating import Looks
from alignment_maturity.verification.verify import Means, verify
from alignment_maturity.waves import Terms, Wave, assess_wave, terms_then
from pdf_tags import elements
from report.made import company, earlier, ingredients, people_in, request, wave
from report.sample import CONTRACT, answers, instrument, leaning

from .conftest import Command

EVERYBODY = {"marketing": 4, "sales": 3, "leadership": 3}
ALONE = {"marketing": 4, "sales": 4, "leadership": 1}
SECTIONS, PLAN = ("board", "ladder", "method"), ("plan", "roadmap")


def printed(*waves: Wave, lang: Lang = "en", terms: Terms | None = None, **options: Any) -> bytes:
    """Make the report of invented companies, of few pages where no sections are chosen."""
    chosen = {"program_version": __version__, "sections": SECTIONS, **options}
    return print_report(ingredients(*waves, lang=lang, terms=terms, **chosen)).data


def verified(data: bytes, **means: Any) -> Verification:
    """Verify a report, printing pages of the same data only once."""
    module = sys.modules[verify.__module__]
    with (
        mock.patch.object(module, "print_report", printed_once),
        mock.patch.object(pages, "parse_pdf", parsed_once),
    ):
        return verify(parse_pdf("report.pdf", data), Means(**{"program": __version__, **means}))


_printed: dict[object, Pdf] = {}
parsed_once = cache(parse_pdf)


def printed_once(made: Ingredients) -> Pdf:
    results = tuple(result_document(each.result, made.lang) for each in made.waves)
    key = (made.inputs.fingerprint, made.options.program_version, results)
    if key not in _printed:
        _printed[key] = print_report(made)
    return _printed[key]


def outcomes(found: Verification) -> dict[str, Outcome]:
    return {check.name: check.outcome for check in found.checks}


def codes(found: Verification) -> dict[str, str]:
    return {check.name: check.code for check in found.checks}


def places(found: Verification, check: str) -> list[str]:
    return [each.where for told in found.checks if told.name == check for each in told.differences]


@cache
def usual() -> bytes:
    return printed(wave(*company(EVERYBODY)))


@cache
def hiding() -> bytes:
    return printed(wave(*company(ALONE)))


Tampering = Callable[[pikepdf.Pdf], object]


def tampered(data: bytes, tampering: Tampering) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore", PageCopyWarning)  # of fields that stand in no form
        tampering(file)
        saved = io.BytesIO()
        file.save(saved)
    return saved.getvalue()


# --- what holds -----------------------------------------------------------------------------------------

EXAMPLES: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "a company": ("fonderie-castelrosso", {}, {}),
    "another": ("ponteverde-software", {"lang": "it", "sections": PLAN}, {"target": 5}),
    "earlier waves": (
        "idrovalle-componenti-2027",
        {"previous": ["idrovalle-componenti"], "lang": "it", "sections": ("progress", *SECTIONS)},
        {},
    ),
    "short": ("idrovalle-componenti", {"short": True, "sections": ("board", "plan", "roadmap")}, {}),
    "sections": ("idrovalle-componenti", {"sections": ("answers", "method", "board"), "lang": "it"}, {}),
    "notes": (
        "idrovalle-componenti",
        {"include_notes": True, "lang": "it", "sections": ("discussion", "answers")},
        {},
    ),
    "workshop": ("officine-tavernola", {"sections": ("workshop", *SECTIONS)}, {}),
    "all shown": (
        "ponteverde-software-2027",
        {"previous": ["ponteverde-software"], "sections": SECTIONS},
        {"min_group": 1},
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_reports_of_the_examples_hold(name: str) -> None:
    company_, options, terms_ = copy.deepcopy(EXAMPLES[name])
    lang, previous = options.pop("lang", "en"), options.pop("previous", [])
    terms = request(**terms_)
    *before, new = read_waves([examples()[company_]], [examples()[each] for each in previous])
    waves = [
        *(assess_wave(read, terms_then([each.file for each in read], terms)) for read in before),
        assess_wave(new, terms),
    ]
    chosen = ReportOptions(program_version=__version__, **options)
    found = verified(print_report(gather(waves, lang, chosen, terms)).data)
    assert found.holds
    hidden = any(entry.result.suppressed_groups for entry in waves)
    assert codes(found)["pages"] == ("pages-groups-left-out" if hidden else "pages-very-file")
    assert codes(found)["questionnaire"] == "questionnaire-built-in"
    assert Outcome.CAUTION not in outcomes(found).values()


def test_a_whole_report_is_made_again_to_the_last_byte() -> None:
    found = verified(usual())
    assert codes(found) == {
        "attachments": "attachments-sound",
        "fingerprint": "fingerprint-same",
        "questionnaire": "questionnaire-own",
        "result": "result-same",
        "pages": "pages-very-file",
    }


def test_a_report_of_a_room_holds() -> None:
    read = read_waves([CONTRACT / "room.yaml"], [], str(CONTRACT / "mini.yaml"))[0]
    found = verified(printed(assess_wave(read, request()), include_notes=True))
    assert codes(found)["pages"] == "pages-very-file"


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"linearize": True},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate, "recompress_flate": True},
        {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
    ],
)
def test_a_report_that_was_saved_again_holds_with_a_caution(options: dict[str, Any]) -> None:
    """Mail gateways and document stores pack files anew; what they show is the same."""
    saved = io.BytesIO()
    with pikepdf.open(io.BytesIO(usual())) as file:
        file.save(saved, **options)
    assert saved.getvalue() != usual()
    found = verified(saved.getvalue())
    assert found.holds
    assert codes(found)["pages"] == "pages-saved-again"
    assert set(outcomes(found).values()) == {Outcome.HOLDS, Outcome.CAUTION}


def test_pages_drawn_otherwise_than_recorded_do_not_hold() -> None:
    """Invisible letters, or letters moved off the page, leave the words as they were."""
    found = verified(tampered(usual(), lambda file: redraw(file, 1, lambda content: content + b"\nq Q")))
    assert not found.holds
    assert codes(found)["pages"] == "pages-drawn-differently"


# --- what does not hold ---------------------------------------------------------------------------------


def specification(file: pikepdf.Pdf, name: str) -> Any:
    names = list(file.Root.Names.EmbeddedFiles.Names)
    return next(spec for key, spec in zip(names[::2], names[1::2], strict=True) if str(key) == name)


def attached(data: bytes, name: str) -> Any:
    with pikepdf.open(io.BytesIO(data)) as file:
        return json.loads(specification(file, name).EF.F.read_bytes())


def put(file: pikepdf.Pdf, name: str, data: bytes) -> None:
    specification(file, name).EF.F.write(data)


def change(
    file: pikepdf.Pdf, name: str, changing: Callable[[Any], object], *, recorded: bool = False
) -> None:
    """Change an attached document; with `recorded`, its hash and the fingerprint as well."""
    document = json.loads(specification(file, name).EF.F.read_bytes())
    changing(document)
    data = as_json(document)
    put(file, name, data)
    if recorded:
        change(file, "report.json", lambda record: rehash(record, name, data))


def rehash(record: Any, name: str, data: bytes) -> None:
    sha256 = hashlib.sha256(data).hexdigest()
    for entry in [
        record["result"],
        *(file for each in record["inputs"]["waves"] for file in each["answers"]),
    ]:
        if entry["file"] == name:
            entry["sha256"] = sha256
    record["fingerprint"] = Inputs.model_validate(record["inputs"]).fingerprint


def redraw(file: pikepdf.Pdf, page: int, drawing: Callable[[bytes], bytes]) -> None:
    contents = file.pages[page].obj.Contents
    contents.write(drawing(contents.read_bytes()))


def unword(content: bytes) -> bytes:
    """Take the longest text out of a page."""
    lines = content.split(b"\n")
    longest = max((line for line in lines if line.endswith(b"TJ")), key=len)
    return content.replace(longest, b"", 1)


def both(*tamperings: Tampering) -> Tampering:
    def all_of_them(file: pikepdf.Pdf) -> None:
        for each in tamperings:
            each(file)

    return all_of_them


def older(record: Any) -> None:
    record["program"]["version"] = "0.0.1"


def older_one(file: pikepdf.Pdf) -> None:
    """Let another version of the program have made the report."""
    change(file, "report.json", older)


def answer(document: Any) -> None:
    person = people_in(document)[0]["answers"]
    person["q0"] = 5 if person["q0"] != 5 else 1


def raise_level(document: Any) -> None:
    document["level"] += 1


def language(record: Any) -> None:
    record["inputs"]["language"] = "it"


def target(record: Any) -> None:
    record["inputs"]["plan"]["target"] = 5
    record["fingerprint"] = Inputs.model_validate(record["inputs"]).fingerprint


def consistent(file: pikepdf.Pdf) -> None:
    """Attach what another company's report would carry, with the hashes of these pages."""
    asked, told = company(EVERYBODY)
    answer(told)
    made = ingredients(wave(asked, told), program_version=__version__, sections=SECTIONS)
    record = attached(usual(), "report.json")
    drawn = Drawn(record["program"]["weasyprint"], tuple(record["pages"]), tuple(record["tools"]))
    for each in made.attached(drawn):
        put(file, each.name, each.data)


def pages_of_another(file: pikepdf.Pdf) -> None:
    """Put the attachments of one company's report behind the pages of another's."""
    with pikepdf.open(io.BytesIO(others())) as other:
        for name in ("answers.json", "report.json", "result.json", "sample.json"):
            put(file, name, specification(other, name).EF.F.read_bytes())


@cache
def others() -> bytes:
    asked, told = company(EVERYBODY, organisation="Bianchi Srl")
    return printed(wave(asked, told))


def annotate(file: pikepdf.Pdf, **entries: Any) -> None:
    page = file.pages[0].obj
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[0, 0, 100, 100], **entries)
    page.Annots = pikepdf.Array([*page.get("/Annots", []), file.make_indirect(note)])


def link(file: pikepdf.Pdf, **action: Any) -> None:
    annotate(file, Subtype=pikepdf.Name.Link, A=pikepdf.Dictionary(**action))


def retitle(file: pikepdf.Pdf) -> None:
    file.docinfo["/Title"] = "Rossi Componenti: level 5"


def open_with_script(file: pikepdf.Pdf) -> None:
    file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def other_words_for_the_blind(file: pikepdf.Pdf) -> None:
    figure = next(element for element in elements(file) if element.S == "/Figure")  # a chart
    figure.Alt = "Level 5 of 5"


def rename_bookmark(file: pikepdf.Pdf) -> None:
    with file.open_outline() as outline:
        outline.root[0].title = "Level 5"


def other_font(file: pikepdf.Pdf) -> None:
    fonts = [font for _, font in sorted(file.pages[0].resources.Font.items())]
    files = [font.DescendantFonts[0].FontDescriptor.FontFile2 for font in fonts]
    files[0].write(files[1].read_bytes())


def attach_more(file: pikepdf.Pdf) -> None:
    file.attachments["invoice.xml"] = b"<invoice/>"


def detach(file: pikepdf.Pdf, name: str) -> None:
    names = file.Root.Names.EmbeddedFiles.Names
    at = [str(key) for key in names].index(name)
    del names[at + 1]
    del names[at]


TAMPERINGS: dict[str, tuple[Tampering, Sequence[str], str]] = {
    "answers": (lambda file: change(file, "answers.json", answer), ["attachments", "result"], "answers.json"),
    "answers, recorded": (
        lambda file: change(file, "answers.json", answer, recorded=True),
        ["fingerprint", "result", "pages"],
        "method",
    ),
    "answers cut short": (
        lambda file: put(file, "answers.json", b"{"),
        ["attachments", "result"],
        "answers.json",
    ),
    "result": (
        lambda file: change(file, "result.json", raise_level),
        ["attachments", "result"],
        "result.json",
    ),
    "result, recorded": (
        lambda file: change(file, "result.json", raise_level, recorded=True),
        ["result"],
        "level",
    ),
    "result that is none": (
        lambda file: put(file, "result.json", b"[" * 99999),
        ["attachments", "result"],
        "",
    ),
    "questionnaire": (
        lambda file: change(file, "sample.json", lambda asked: asked["placement"].update(threshold=0.2)),
        ["attachments", "result"],
        "sample.json",
    ),
    "language": (
        lambda file: change(file, "report.json", language),
        ["fingerprint", "result"],
        "report.json",
    ),
    "target": (
        lambda file: change(file, "report.json", target),
        ["fingerprint", "result", "pages"],
        "method",
    ),
    "impossible start": (
        lambda file: change(
            file, "report.json", lambda record: record["inputs"]["plan"].update(start="9999-12-31")
        ),
        ["fingerprint", "result"],
        "report.json",
    ),
    "hashes of pages": (
        lambda file: change(file, "report.json", lambda record: record["pages"].reverse()),
        ["record"],
        "report.json",
    ),
    "a mark of rounding": (
        lambda file: change(file, "report.json", lambda record: record["result"].update(rounded=True)),
        ["record"],
        "report.json",
    ),
    "words of a page": (lambda file: redraw(file, 0, unword), ["pages"], "p. 1"),
    "a shape over a page": (
        lambda file: redraw(file, 1, lambda content: content + b"\n1 g 90 90 200 200 re f"),
        ["pages"],
        "p. 2",
    ),
    "a page less": (lambda file: file.pages.__delitem__(1), ["pages"], "pages"),
    "pages changed round": (lambda file: file.pages.reverse(), ["pages"], "p. 1"),
    "a file more": (attach_more, ["attachments"], "invoice.xml"),
    "a file less": (lambda file: detach(file, "answers.json"), ["attachments", "result"], "answers.json"),
    "no result": (lambda file: detach(file, "result.json"), ["attachments", "result"], "result.json"),
    "all but the pages": (consistent, ["fingerprint", "pages"], "method"),
    "another company": (pages_of_another, ["fingerprint", "pages"], "method"),
    "a note": (
        lambda file: annotate(file, Subtype=pikepdf.Name.FreeText, Contents="5"),
        ["additions"],
        "p. 1",
    ),
    "a link": (lambda file: link(file, S=pikepdf.Name.URI, URI="https://example.org"), ["additions"], "p. 1"),
    "a program": (lambda file: link(file, S=pikepdf.Name.Launch, F="calc.exe"), ["additions"], "p. 1"),
    "a script": (open_with_script, ["pages"], "/OpenAction"),
    "title": (retitle, ["metadata"], "Title"),
    "language of the document": (lambda file: setattr(file.Root, "Lang", "it"), ["pages"], "/Lang"),
    "words for the blind": (other_words_for_the_blind, ["pages"], "/StructTreeRoot"),
    "bookmark": (rename_bookmark, ["pages"], "/Outlines"),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_whatever_was_changed_is_found_and_named(name: str) -> None:
    tampering, expected, place = TAMPERINGS[name]
    found = verified(tampered(usual(), tampering))
    assert not found.holds
    differing = {check for check, outcome in outcomes(found).items() if outcome is Outcome.DIFFERS}
    assert differing >= set(expected)
    told = [*places(found, expected[0]), *(each.source for check in found.checks for each in check.problems)]
    assert any(place in where for where in told), told


def sign(file: pikepdf.Pdf) -> None:
    """Add what programs that sign a PDF add, with a field that shows on the first page."""
    shown = file.make_stream(b"0 0 100 20 re S", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
    value = pikepdf.Dictionary(Type=pikepdf.Name.Sig, ByteRange=[0, 1, 2, 3], Contents=b"signed")
    entries = {"FT": pikepdf.Name.Sig, "T": "Signature1", "AP": pikepdf.Dictionary(N=shown), "V": value}
    annotate(file, Subtype=pikepdf.Name.Widget, **entries)
    file.Root.AcroForm = pikepdf.Dictionary(Fields=[file.pages[0].obj.Annots[-1]], SigFlags=3)


@pytest.mark.parametrize("tampering", [sign, both(older_one, sign)])
def test_a_signature_is_no_harm(tampering: Tampering) -> None:
    """Consultants sign what they hand over; what was signed must still hold."""
    found = verified(tampered(usual(), tampering))
    assert found.holds
    assert codes(found)["additions"] == "additions-signed"


@pytest.mark.parametrize("harm", ["words of a page", "a note", "a script"])
def test_a_signature_hides_no_change(harm: str) -> None:
    assert not verified(tampered(usual(), both(TAMPERINGS[harm][0], sign))).holds


def test_a_title_that_only_some_programs_show_is_looked_at() -> None:
    def rewrite(file: pikepdf.Pdf) -> None:
        metadata = file.Root.Metadata
        metadata.write(metadata.read_bytes().replace(b"Rossi Componenti Srl: ", b"Level 5: "))

    assert places(verified(tampered(usual(), rewrite)), "metadata") == ["dc:title"]


def test_a_form_is_no_signature() -> None:
    def fill_in(file: pikepdf.Pdf) -> None:
        sign(file)
        file.Root.AcroForm.Fields[0].FT = pikepdf.Name.Tx

    found = verified(tampered(usual(), fill_in))
    assert not found.holds
    assert places(found, "pages") == ["/AcroForm"]


def test_a_font_that_draws_other_signs_is_noticed() -> None:
    """The words stay, and a 2 looks like a 4."""
    found = verified(tampered(usual(), other_font))
    assert codes(found)["pages"] == "pages-drawn-differently"


def test_each_difference_has_both_values() -> None:
    found = verified(tampered(usual(), TAMPERINGS["result, recorded"][0]))
    result = next(check for check in found.checks if check.name == "result")
    (difference,) = result.differences
    level = attached(usual(), "result.json")["level"]
    assert (difference.where, difference.report, difference.again) == ("level", str(level + 1), str(level))


def test_the_first_words_that_differ_are_told() -> None:
    found = verified(tampered(usual(), TAMPERINGS["all but the pages"][0]))
    pages = next(check for check in found.checks if check.name == "pages")
    assert pages.differences
    for difference in pages.differences:
        assert difference.report != difference.again
        assert 0 < len((difference.report or "").split()) <= 9


# --- another program, another look ----------------------------------------------------------------------


def reword(document: Any) -> None:
    document["plan"]["steps"][0]["reason"] = "In other words."
    del document["alpha"]


def test_pages_of_another_version_are_not_compared() -> None:
    found = verified(tampered(usual(), older_one))
    assert found.holds
    assert codes(found)["pages"] == "pages-other-program"
    assert outcomes(found)["pages"] is Outcome.NOT_CHECKED
    assert outcomes(found)["untouched"] is Outcome.HOLDS


def test_another_version_may_word_its_reasons_otherwise() -> None:
    rewording = both(older_one, lambda file: change(file, "result.json", reword, recorded=True))
    found = verified(tampered(usual(), rewording))
    assert found.holds
    assert codes(found)["result"] == "result-same-figures"


def test_another_version_may_not_come_to_other_figures() -> None:
    raising = both(older_one, lambda file: change(file, "result.json", raise_level, recorded=True))
    found = verified(tampered(usual(), raising))
    assert not found.holds
    assert codes(found)["result"] == "result-differs-other-program"


def test_pages_of_another_version_must_be_as_they_were_drawn() -> None:
    found = verified(tampered(usual(), both(older_one, lambda file: redraw(file, 0, unword))))
    assert not found.holds
    assert places(found, "untouched") == ["p. 1"]


@pytest.mark.parametrize(
    "tampering", ["a note", "a program", "a script", "title", "language of the document"]
)
def test_pages_that_are_not_compared_are_still_looked_at(tampering: str) -> None:
    found = verified(tampered(usual(), both(older_one, TAMPERINGS[tampering][0])))
    assert {"additions", "metadata"} & {
        check for check, outcome in outcomes(found).items() if outcome is Outcome.DIFFERS
    }


def test_another_engine_is_said() -> None:
    def engine(record: Any) -> None:
        record["program"]["weasyprint"] = "69.0"

    found = verified(tampered(usual(), lambda file: change(file, "report.json", engine)))
    assert codes(found)["pages"] == "pages-other-engine"


# --- hidden groups --------------------------------------------------------------------------------------


def write(folder: Path, **files: Any) -> list[str]:
    """Write documents, and return the paths of all but the questionnaire."""
    for name, document in files.items():
        (folder / f"{name}.json").write_text(json.dumps(document), "utf-8")
    return [str(folder / f"{name}.json") for name in files if name != "sample"]


def test_what_can_be_checked_without_the_hidden_answers_is() -> None:
    found = verified(hiding())
    assert found.holds
    assert codes(found)["result"] == "result-partly"
    assert codes(found)["pages"] == "pages-groups-left-out"
    assert codes(found)["untouched"] == "untouched"


@pytest.mark.parametrize(
    ("tampering", "expected"),
    [
        (lambda file: change(file, "answers.json", answer, recorded=True), {"fingerprint", "result"}),
        (lambda file: change(file, "result.json", raise_level), {"attachments"}),
        (
            lambda file: change(
                file, "result.json",
                lambda told: told["questions"][0]["counts"]["sales"].update({"5": 2}), recorded=True,
            ),
            {"result"},
        ),
        (lambda file: redraw(file, 0, unword), {"untouched"}),
    ],
)  # fmt: skip
def test_a_report_with_hidden_groups_does_not_hold_once_changed(
    tampering: Tampering, expected: set[str]
) -> None:
    found = verified(tampered(hiding(), tampering))
    assert not found.holds
    assert {check for check, outcome in outcomes(found).items() if outcome is Outcome.DIFFERS} == expected


def test_with_the_answers_everything_is_checked(tmp_path: Path) -> None:
    """Whoever has the answers can repeat the whole report; nobody else has to be able to."""
    asked, told = company(ALONE)
    found = verified(hiding(), answers=write(tmp_path, sample=asked, told=told))
    assert found.holds
    assert codes(found)["answers"] == "answers-same"
    assert codes(found)["result"] == "result-same"
    assert codes(found)["pages"] == "pages-very-file"


def test_other_hidden_answers_are_noticed(tmp_path: Path) -> None:
    _, told = company(ALONE)
    hidden = next(person for person in people_in(told) if person["group"] == "leadership")
    hidden["answers"] |= dict.fromkeys(hidden["answers"], "1")
    found = verified(hiding(), answers=write(tmp_path, told=told))
    assert not found.holds
    assert codes(found)["answers"] == "answers-same"
    assert {"result", "pages"} <= {
        name for name, outcome in outcomes(found).items() if outcome is Outcome.DIFFERS
    }


def test_other_shown_answers_are_noticed(tmp_path: Path) -> None:
    _, told = company(ALONE)
    answer(told)
    found = verified(hiding(), answers=write(tmp_path, told=told))
    assert codes(found)["answers"] == "answers-differ"
    assert any(place.startswith("answers.json: respondents[") for place in places(found, "answers"))


def test_the_answers_of_earlier_waves_can_be_given_too(tmp_path: Path) -> None:
    asked, before = company(ALONE, date="2025-11-21", wave="2025")
    _, now = company(EVERYBODY)
    data = printed(earlier(asked, before), wave(asked, now), sections=("board", "progress", "method"))
    alone = verified(data)
    assert codes(alone)["result"] == "result-same"
    assert codes(alone)["pages"] == "pages-groups-left-out-earlier"
    files = write(tmp_path, now=now, before=before)
    whole = verified(data, answers=files[:1], previous=files[1:])
    assert codes(whole)["pages"] == "pages-very-file"
    newest = verified(data, answers=files[:1])
    assert newest.holds
    assert codes(newest)["answers"] == "answers-same"
    assert not verified(usual(), answers=files[:1], previous=files[1:]).holds


# --- brands and templates -------------------------------------------------------------------------------


def test_a_brand_is_needed_to_make_the_pages_again(tmp_path: Path) -> None:
    from alignment_maturity.report.sections import SECTIONS as ALL
    from alignment_maturity.store.brands import read_brand

    def brand(name: str) -> Any:
        file = tmp_path / f"{name}.yaml"
        file.write_text(f'format: 1\nname: {name}\ncolours: {{accent: "#0b5394"}}\n', "utf-8")
        return read_brand(file, ALL).brand

    ours = brand("Studio Rossi")
    data = printed(wave(*company(EVERYBODY)), brand=ours)
    without = verified(data)
    assert without.holds
    assert codes(without)["pages"] == "pages-brand-needed"
    assert codes(verified(data, looks=Looks(brand=brand("Another"))))["pages"] == "pages-brand-other"
    assert codes(verified(data, looks=Looks(brand=ours)))["pages"] == "pages-very-file"


def test_templates_are_needed_to_make_the_pages_again(tmp_path: Path) -> None:
    from alignment_maturity.store.template_folders import read_template_folder

    def templates(words: str) -> Any:
        folder = tmp_path / words
        folder.mkdir()
        text = f'{{% extends "ours/board.html.j2" %}}{{% block heading %}}<h2>{words}</h2>{{% endblock %}}'
        (folder / "board.html.j2").write_text(text, "utf-8")
        return read_template_folder(folder)

    ours = templates("Summary")
    data = printed(wave(*company(EVERYBODY)), templates=ours)
    assert codes(verified(data))["pages"] == "pages-template-needed"
    assert codes(verified(data, looks=Looks(templates=templates("Other"))))["pages"] == "pages-template-other"
    assert codes(verified(data, looks=Looks(templates=ours)))["pages"] == "pages-very-file"


# --- the questionnaire ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked_id", "version", "code"),
    [("quick", "built-in", "questionnaire-changed"), ("quick", "0.1", "questionnaire-other-version")],
)
def test_a_questionnaire_that_only_looks_built_in_is_told_apart(
    asked_id: str, version: str, code: str
) -> None:
    """A consultant's own wording under the name of ours would lend it our authority."""
    shipped = built_in(asked_id)
    assert shipped is not None
    told_version = shipped.questionnaire.version if version == "built-in" else version
    asked = instrument(questions=4) | {"id": asked_id, "version": told_version}
    told = answers(EVERYBODY, leaning(dict.fromkeys(EVERYBODY, 2.0)), asked)
    found = verified(printed(wave(asked, told), sections=("board",)))
    assert codes(found)["questionnaire"] == code
    assert codes(found)["fingerprint"] == "fingerprint-unprinted"
    assert found.holds


# --- the command ----------------------------------------------------------------------------------------


def test_the_command_says_what_it_looked_at(command: Command, folder: Path) -> None:
    few = ("--sections", "board,method", "--lang", "it")
    assert command("report", "seven.yaml", "-o", "report.pdf", *few).code == 0
    told = command("verify", "report.pdf", "--lang", "it")
    assert told.code == 0
    assert told.out.splitlines()[0] == "Il rapporto è confermato."
    assert [line[:3].strip() for line in told.out.splitlines()[1:]] == ["ok"] * 5
    assert told.err == ""
    quiet = command("verify", "report.pdf", "--lang", "en", "--quiet")
    assert quiet.out == "The report holds.\n"
    piped = command("verify", "-", "--lang", "en", "--json", stdin=(folder / "report.pdf").read_bytes())
    assert piped.document["holds"] is True
    assert piped.document["differences"] == []
    assert {check["outcome"] for check in piped.document["checks"]} == {"holds"}


def test_the_attached_result_is_what_score_writes(command: Command, folder: Path) -> None:
    terms = ("--start", "2026-11-23", "--target", "4", "--parallel", "1", "--min-group", "1", "--lang", "it")
    assert command("report", "seven.yaml", "-o", "report.pdf", "--sections", "board", *terms).code == 0
    data = (folder / "report.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(data)) as file:
        (folder / "again.json").write_bytes(specification(file, "answers.json").EF.F.read_bytes())
        result = specification(file, "result.json").EF.F.read_bytes().decode()
    assert command("score", "seven.yaml", "--json", *terms).out == result
    assert command("score", "again.json", "--json", *terms).out == result


def test_the_same_answers_give_the_same_file_everywhere(command: Command, folder: Path) -> None:
    """Two people who make the report of one client must hold the same file in their hands."""
    terms = ("--start", "2026-11-23", "--lang", "it", "--include-notes")
    here = {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "1"}
    assert command("report", "seven.yaml", "-o", "first.pdf", *terms, env=here).code == 0
    seven = yaml.safe_load((folder / "seven.yaml").read_text("utf-8"))
    people = [(number, person) for number, person in enumerate(seven.pop("respondents"))]
    elsewhere = folder / "un altro posto"
    elsewhere.mkdir()
    (folder / "mini.yaml").rename(elsewhere / "mini.yaml")
    files = []
    for number, person in reversed(people):
        file = elsewhere / f"{number * 7 % 10} risposte.json"
        file.write_text(json.dumps({**seven, "respondents": [person]}, default=str), "utf-8")
        files.append(file)
    there = {"TZ": "America/Caracas", "PYTHONHASHSEED": "2", "LC_ALL": "C", "LANG": "C"}
    again = command("report", *files, "-o", "again.pdf", *terms, env=there)
    assert again.code == 0, again.err
    assert (folder / "again.pdf").read_bytes() == (folder / "first.pdf").read_bytes()


def test_a_changed_report_ends_with_code_1(command: Command, folder: Path) -> None:
    (folder / "bad.pdf").write_bytes(tampered(usual(), TAMPERINGS["result, recorded"][0]))
    told = command("verify", "bad.pdf", "--lang", "en")
    assert told.code == 1
    assert told.out.splitlines()[0] == "The report does not hold."
    level = attached(usual(), "result.json")["level"]
    assert f"      level: in the report {level + 1}, made again {level}" in told.out.splitlines()
    document = command("verify", "bad.pdf", "--json").document
    assert document["holds"] is False
    told_too = {"where": "level", "report": str(level + 1), "again": str(level), "unit": None}
    assert {"check": "result", **told_too} in document["differences"]
    assert command("verify", "bad.pdf", "--lang", "it", "--quiet").out == "Il rapporto non è confermato.\n"


def nonsense(size: int) -> bytes:
    return hashlib.shake_256(b"nonsense").digest(size)


def encrypted() -> bytes:
    saved = io.BytesIO()
    with pikepdf.open(io.BytesIO(usual())) as file:
        file.save(saved, encryption=pikepdf.Encryption(owner="o", user=""))
    return saved.getvalue()


def two_records() -> bytes:
    def twice(file: pikepdf.Pdf) -> None:
        names = file.Root.Names.EmbeddedFiles.Names
        names.extend([pikepdf.String("report.json"), specification(file, "report.json")])

    return tampered(usual(), twice)


UNREADABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "not-a-pdf"),
    "text": (lambda: b"format: 1\n", "not-a-pdf"),
    "nonsense": (lambda: nonsense(10_000_000), "not-a-pdf"),
    "nonsense with a header": (lambda: b"%PDF-1.7\n" + nonsense(10_000_000), "pdf-damaged"),
    "header alone": (lambda: b"%PDF-1.7\n%%EOF", "pdf-damaged"),
    "half": (lambda: usual()[: len(usual()) // 2], "pdf-damaged"),
    "encrypted": (encrypted, "pdf-encrypted"),
    "no record": (lambda: tampered(usual(), lambda file: detach(file, "report.json")), "pdf-without-data"),
    "no attachments": (
        lambda: tampered(usual(), lambda file: file.Root.__delitem__("/Names")),
        "pdf-without-data",
    ),
    "two records": (two_records, "pdf-two-records"),
    "a record that is none": (
        lambda: tampered(usual(), lambda file: put(file, "report.json", b"[]")),
        "expected-map",
    ),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_report_is_told_apart_from_one_that_does_not_hold(name: str) -> None:
    made, code = UNREADABLE[name]
    with pytest.raises(InvalidInput) as refusal:
        verified(made())
    assert refusal.value.problems[0].code == code


def test_what_is_no_report_ends_with_code_3(command: Command, folder: Path) -> None:
    (folder / "folder.pdf").mkdir()
    (folder / "nonsense.pdf").write_bytes(b"%PDF-1.7\n" + nonsense(1000))
    for name in ("missing.pdf", "folder.pdf", "nonsense.pdf", "seven.yaml"):
        told = command("verify", name, "--lang", "en")
        assert (told.code, told.out) == (3, "")
        assert told.err.startswith(f"{name}: error[")
        (error,) = command("verify", name, "--json").document["errors"]
        assert error["file"] == name


def test_a_file_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from alignment_maturity.verification import pdf_file

    monkeypatch.setattr(pdf_file, "LARGEST", 1000)
    (tmp_path / "report.pdf").write_bytes(usual())
    with pytest.raises(InvalidInput) as refusal:
        pdf_file.read_pdf(str(tmp_path / "report.pdf"))
    assert refusal.value.problems[0].code == "report-too-large"


def test_an_attachment_that_grows_when_unpacked_is_refused() -> None:
    """A few kilobytes of zeros packed would fill the memory."""
    bomb = tampered(usual(), lambda file: put(file, "answers.json", bytes(80_000_000)))
    assert len(bomb) < 2_000_000
    with pytest.raises(InvalidInput):
        verified(bomb)


def test_wrong_answer_files_are_told_as_everywhere(command: Command, folder: Path) -> None:
    (folder / "report.pdf").write_bytes(usual())
    assert command("verify", "report.pdf", "missing.yaml").code == 3
    assert command("verify", "report.pdf", "one.yaml").code == 3  # of another questionnaire
    assert command("verify", "report.pdf", "--previous", "one.yaml").code == 2


def test_every_code_has_its_words() -> None:
    """A check that ends in a KeyError says nothing."""
    folder = Path(verify.__code__.co_filename).parent
    source = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    found = set(
        re.findall(
            r'"((?:attachments|fingerprint|questionnaire|answers|result|pages|untouched|metadata|additions|record)-[a-z-]+)"',
            source,
        )
    )
    found |= {f"pages-{look}-{end}" for look in ("brand", "template") for end in ("needed", "other")}
    assert (found | {"untouched"}) - set(told_of_files.PHRASES) == set(words.PHRASES)
    for table in (words.VERDICTS, words.NAMES, words.PHRASES, words.WORDS):
        for phrase in table.values():
            for lang in LANGUAGES:
                assert getattr(phrase, lang)
            assert set(re.findall("{[a-z]+}", phrase.it)) == set(re.findall("{[a-z]+}", phrase.en))


def test_documents_are_compared_to_the_last_key() -> None:
    one = {"a": [{"id": "x", "n": 1}, 2], "b": True, "c": None, "e": "text"}
    other = {"a": [{"id": "x", "n": 2.5}], "b": 1, "d": None, "e": "text"}
    assert [(each.where, each.report, each.again) for each in compare(one, other)] == [
        ("a[x].n", "1", "2.5"),
        ("a[1]", "2", None),
        ("b", "true", "1"),
        ("d", None, "null"),
        ("c", "null", None),
    ]


@pytest.mark.parametrize("seed", range(12))
def test_damage_anywhere_ends_in_order(seed: int) -> None:
    """A bad disk or a bad line must not look like an error of the program."""
    data = bytearray(hiding())
    drawn = random.Random(seed)
    for _ in range(20):
        data[drawn.randrange(len(data))] = drawn.randrange(256)
    try:
        found = verified(bytes(data))
    except InvalidInput:
        return
    assert found.checks
