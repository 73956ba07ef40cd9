"""`verify`: what it says where it cannot check everything leads whoever reads it to what is missing."""

from __future__ import annotations

import dataclasses
import json
import re
from functools import cache
from pathlib import Path

import pytest

from alignment_maturity import __version__
from alignment_maturity.cli.verify_screen import as_document, as_text
from alignment_maturity.errors import InvalidInput
from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.language.problems import advise, describe
from alignment_maturity.report.record import result_document
from alignment_maturity.report.view import view
from alignment_maturity.result import Assessment
from alignment_maturity.verification import pdf_file
from alignment_maturity.verification.checks import Outcome, Verification
from alignment_maturity.verification.pdf_file import read_pdf
from alignment_maturity.verification.repeating import Looks
from brand.materials import brand
from report.made import company, earlier, wave

from .conftest import Command
from .test_verify import (
    ALONE,
    EVERYBODY,
    both,
    change,
    hiding,
    older_one,
    outcomes,
    printed,
    raise_level,
    redraw,
    reword,
    tampered,
    unword,
    usual,
    verified,
    write,
)


def lines(found: Verification, check: str, lang: Lang) -> list[str]:
    """Return the messages of a check, as the JSON has them."""
    told = as_document(found, lang)["checks"]
    assert isinstance(told, list)
    return [each["message"] for each in told if each["name"] == check]


# --- groups that are left out ---------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "name"), [("it", "Direzione"), ("en", "Leadership")])
def test_groups_are_told_by_name(lang: Lang, name: str) -> None:
    """Whoever gets a report has never seen the identifiers of its questionnaire."""
    found = verified(hiding())
    for check in ("result", "pages"):
        (told,) = lines(found, check, lang)
        assert f"({name})" in told
        assert "--previous" not in told
    assert name in as_text(found, lang, verdict_only=False)
    assert "leadership" not in as_text(found, lang, verdict_only=False)


def test_a_group_that_the_questionnaire_lacks_is_told_as_it_stands() -> None:
    def other_group(record: object) -> None:
        assert isinstance(record, dict)
        record["inputs"]["waves"][0]["left_out"] = ["board", "ungrouped"]

    found = verified(tampered(hiding(), lambda file: change(file, "report.json", other_group)))
    assert not found.holds
    assert "(board, No function)" in lines(found, "pages", "en")[0]


@cache
def two_waves(brand_file: Path | None = None) -> bytes:
    """Report on a wave that shows everybody, after one that hid a group."""
    asked, before = company(ALONE, date="2025-11-21", wave="2025")
    _, now = company(EVERYBODY)
    looks = brand(brand_file, "format: 1\nname: Studio\n") if brand_file else None
    return printed(earlier(asked, before), wave(asked, now), sections=("board", "method"), brand=looks)


@pytest.mark.parametrize(("lang", "name"), [("it", "Direzione"), ("en", "Leadership")])
def test_an_earlier_wave_that_hides_a_group_needs_its_answers(lang: Lang, name: str, tmp_path: Path) -> None:
    """Giving the newest answers alone leads nowhere, and they may well be attached already."""
    (told,) = lines(verified(two_waves()), "pages", lang)
    assert f"({name})" in told
    assert told.endswith(" --previous FILE")
    _, now = company(EVERYBODY)
    (again,) = lines(verified(two_waves(), answers=write(tmp_path, now=now)), "pages", lang)
    assert again == told


def test_with_groups_left_out_a_brand_that_is_needed_is_told_too(tmp_path: Path) -> None:
    """Else the answers are fetched first, and only then the brand turns out to be missing."""
    data = two_waves(tmp_path)
    groups, brand_needed = lines(verified(data), "pages", "it")
    assert groups.endswith("--previous FILE")
    assert brand_needed.endswith("--brand")
    other = tmp_path / "other"
    other.mkdir()
    found = verified(data, looks=Looks(brand=brand(other, "format: 1\nname: Another\n")))
    assert [check.code for check in found.checks if check.name == "pages"] == [
        "pages-groups-left-out-earlier",
        "pages-brand-other",
    ]
    ours = Looks(brand=brand(tmp_path, "format: 1\nname: Studio\n"))
    assert len(lines(verified(data, looks=ours), "pages", "it")) == 1


# --- another version ------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_another_version_is_told_with_both_numbers(lang: Lang) -> None:
    """A report of last year must not look forged because the program words something else today."""
    rewording = both(older_one, lambda file: change(file, "result.json", reword, recorded=True))
    found = verified(tampered(usual(), rewording))
    assert found.holds
    for check in ("result", "pages"):
        (told,) = lines(found, check, lang)
        assert "0.0.1" in told
        assert __version__ in told
    assert outcomes(found)["untouched"] is Outcome.HOLDS


@pytest.mark.parametrize("lang", LANGUAGES)
def test_other_figures_of_another_version_do_not_hold_and_it_is_said_why(lang: Lang) -> None:
    raising = both(older_one, lambda file: change(file, "result.json", raise_level, recorded=True))
    found = verified(tampered(usual(), raising))
    (told,) = lines(found, "result", lang)
    assert outcomes(found)["result"] is Outcome.DIFFERS
    assert "0.0.1" in told
    assert __version__ in told


def test_pages_of_another_version_must_be_those_that_were_recorded() -> None:
    found = verified(tampered(usual(), both(older_one, lambda file: redraw(file, 0, unword))))
    assert outcomes(found)["untouched"] is Outcome.DIFFERS


def test_another_version_may_write_attachments_otherwise(tmp_path: Path) -> None:
    """Blanks and the order of keys are no part of anybody's answers; other answers are."""

    def written_otherwise(document: object) -> None:
        assert isinstance(document, dict)
        document["date"] = document.pop("date")  # now the last

    otherwise = both(older_one, lambda file: change(file, "answers.json", written_otherwise, recorded=True))
    found = verified(tampered(usual(), otherwise))
    assert "answers" not in outcomes(found)
    assert outcomes(found)["result"] is Outcome.HOLDS
    _, told = company(EVERYBODY)
    given = verified(tampered(usual(), otherwise), answers=write(tmp_path, told=told))
    assert outcomes(given)["answers"] is Outcome.HOLDS
    told["respondents"][0]["answers"]["q0"] = 1 if told["respondents"][0]["answers"]["q0"] != 1 else 2
    other = verified(tampered(usual(), otherwise), answers=write(tmp_path, told=told))
    assert outcomes(other)["answers"] is Outcome.DIFFERS
    same_version = verified(
        tampered(usual(), lambda file: change(file, "answers.json", written_otherwise, recorded=True))
    )
    assert outcomes(same_version)["answers"] is Outcome.DIFFERS


# --- what is no report ----------------------------------------------------------------------------------


def test_nothing_that_is_no_report_is_sent_to_batch(command: Command, folder: Path) -> None:
    """`batch` reads answers; whoever has a folder of reports would look there in vain."""
    (folder / "reports").mkdir()
    for name in ("reports", "seven.yaml", "missing.pdf"):
        for lang in LANGUAGES:
            told = command("verify", name, "--lang", lang)
            assert (told.code, told.out) == (3, "")
            assert "batch" not in told.err
    (error,) = command("verify", "reports", "--lang", "it", "--json").document["errors"]
    assert error["hint"].startswith("indicare un rapporto in PDF")


def test_what_is_far_too_large_is_no_report(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pdf_file, "LARGEST", 1000)
    (tmp_path / "large.pdf").write_bytes(bytes(1001))
    with pytest.raises(InvalidInput) as refusal:
        read_pdf(str(tmp_path / "large.pdf"))
    for lang in LANGUAGES:
        told = describe(refusal.value.problems[0], lang) + advise(refusal.value.problems[0], lang)
        assert "PDF" in told


# --- figures where groups are hidden --------------------------------------------------------------------


def _withheld(coverage: float) -> Assessment:
    """Return a result that hides one person, with this coverage of the levels told on the method page."""
    result = wave(*company(ALONE)).result
    assert result.combined_withheld
    return dataclasses.replace(result, coverage=dict.fromkeys(result.coverage, coverage))


def _printed_mean(result: Assessment, lang: Lang) -> list[str]:
    (told,) = (account.working for account in view(result, lang).method.accounts if account.working)
    return [cell.text for cell in told.totals[0].cells]


@pytest.mark.parametrize("coverage", [0.8833333, 0.2, 0.6, 0.4512345, 0.75, 1.0])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_tell_no_more_of_hidden_people_than_the_attached_result(coverage: float, lang: Lang) -> None:
    """One digit more is enough to find the answers of one person by trying."""
    result = _withheld(coverage)
    attached = json.loads(result_document(result, lang))["coverage"]
    for text in _printed_mean(result, lang):
        assert re.fullmatch(r"\d+%", text)
        assert round(int(text[:-1]) / 100, 2) in attached.values()


def test_a_rounded_figure_does_not_look_like_its_limit() -> None:
    """“60% of 60%: not attained” would look like a mistake."""
    assert _printed_mean(_withheld(0.5961), "en")[0] == "<\N{NO-BREAK SPACE}60%"
    assert _printed_mean(_withheld(0.5941), "en")[0] == "59%"
    assert _printed_mean(_withheld(0.6), "en")[0] == "60%"


def test_an_index_has_the_digit_that_the_attached_result_has() -> None:
    asked, told = company(ALONE)
    asked["placement"] = {"method": "bands", "cutoffs": [20, 40, 60, 80]}
    result = dataclasses.replace(wave(asked, told).result, index=59.96)
    (account,) = (each.working for each in view(result, "it").method.accounts if each.working)
    assert result.combined_withheld
    assert re.fullmatch(r"\d+,\d|[<≥]\N{NO-BREAK SPACE}\d+", account.totals[0].cells[0].text)
