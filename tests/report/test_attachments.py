"""What a report carries: enough to make it again, nothing that its pages keep back."""

from __future__ import annotations

import copy
import datetime as dt
import hashlib
import io
import itertools
import json
import random
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.document import as_document
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.report.html import render_html
from alignment_maturity.report.pdf import print_report
from alignment_maturity.report.record import UNDATED, Ingredients, as_json
from alignment_maturity.result import Assessment
from alignment_maturity.store.answer_sets import read_answer_set
from alignment_maturity.verification.pdf_file import parse_pdf
from alignment_maturity.waves import assess_wave
from report.made import company, contents, documents, earlier, ingredients, people_in, request, wave
from report.sample import CONTRACT, Document, answers, instrument, leaning

EVERYBODY = {"marketing": 4, "sales": 3, "leadership": 3}
ALONE = {"marketing": 4, "sales": 4, "leadership": 1}
"""Leadership is one person, so hidden, and so is what combines all groups."""

NOTED = "Perché la riunione è saltata"
SECTIONS = ("board", "method")


def test_the_files_a_report_carries() -> None:
    asked, told = company(EVERYBODY)
    assert sorted(contents(ingredients(wave(asked, told)))) == [
        "answers.json", "report.json", "result.json", "sample.json",
    ]  # fmt: skip


def test_the_questionnaire_is_carried_byte_for_byte() -> None:
    """Its hash stands on the page of method; a file that was written anew would not match it."""
    read = read_answer_set([CONTRACT / "seven.yaml"], str(CONTRACT / "mini.yaml"))
    carried = contents(ingredients(assess_wave(read, request())))
    assert carried["mini.yaml"] == (CONTRACT / "mini.yaml").read_bytes()


def test_a_byte_order_mark_is_carried_too(tmp_path: Path) -> None:
    marked = b"\xef\xbb\xbf" + (CONTRACT / "mini.yaml").read_bytes()
    (tmp_path / "mini.yaml").write_bytes(marked)
    (tmp_path / "one.yaml").write_bytes((CONTRACT / "one.yaml").read_bytes())
    carried = contents(ingredients(assess_wave(read_answer_set([tmp_path / "one.yaml"]), request())))
    assert carried["mini.yaml"] == marked
    told = json.loads(carried["report.json"])["inputs"]["waves"][0]["questionnaire"]
    assert told == {"file": "mini.yaml", "sha256": hashlib.sha256(marked).hexdigest()}


def test_the_answers_can_be_scored_again() -> None:
    asked, told = company(EVERYBODY)
    first = wave(asked, told)
    carried = contents(ingredients(first))
    again = wave(asked, json.loads(carried["answers.json"]))
    assert as_json(as_document(again.result, "en")) == carried["result.json"]
    assert carried["result.json"] == as_json(as_document(first.result, "en"))


def test_workshops_are_carried_as_they_were_held() -> None:
    """Rounds, what was agreed and what was put off: a second workshop begins where the first ended."""
    asked = instrument(questions=6, dimensions=2)
    held = {
        "q0": {"rounds": [{"sales": {"2": 3}}, {"marketing": {"2": 3, "1": 1}}], "agreed": 2, "note": NOTED},
        "q1": {"parked": True},
        "q2": {"note": "only a note"},
    }
    shared = {"organisation": "Rossi", "date": "2026-11-21"}
    workshop = {
        "format": 1, "questionnaire": "sample", "questionnaire_version": "2.1", **shared, "workshop": held,
    }  # fmt: skip
    people = answers(EVERYBODY, leaning(dict.fromkeys(EVERYBODY, 2.0)), asked, **shared)
    told = documents(ingredients(wave(asked, workshop, people)))
    assert told["workshop.json"]["workshop"] == {
        "q0": {
            "rounds": [{"sales": {"2": 3}}, {"marketing": {"1": 1, "2": 3}}],
            "agreed": 2,
        },
        "q1": {"parked": True},
    }
    assert len(people_in(told["answers.json"])) == 10
    noted = documents(ingredients(wave(asked, workshop, people), include_notes=True))
    assert noted["workshop.json"]["workshop"]["q0"]["note"] == NOTED


def test_every_earlier_wave_has_its_own_files() -> None:
    asked, before = company(EVERYBODY, date="2025-11-21", wave="2025")
    changed = copy.deepcopy(asked) | {"version": "1.0"}
    oldest = copy.deepcopy(before) | {"questionnaire_version": "1.0", "date": "2024-11-21", "wave": "2024"}
    _, now = company(EVERYBODY)
    made = ingredients(earlier(changed, oldest), earlier(asked, before), wave(asked, now))
    record = documents(made)["report.json"]
    assert [
        (entry["questionnaire"]["file"], [file["file"] for file in entry["answers"]])
        for entry in record["inputs"]["waves"]
    ] == [
        ("sample.json", ["previous-1-answers.json"]),
        ("sample-2.json", ["previous-2-answers.json"]),
        ("sample-2.json", ["answers.json"]),
    ]
    carried = contents(made)
    assert carried.keys() == {
        "answers.json", "previous-1-answers.json", "previous-2-answers.json", "report.json", "result.json",
        "sample.json", "sample-2.json",
    }  # fmt: skip
    assert json.loads(carried["sample.json"])["version"] == "1.0"


def test_a_questionnaire_can_have_any_name() -> None:
    asked = instrument(questions=4) | {"id": "report"}
    told = answers(EVERYBODY, leaning(dict.fromkeys(EVERYBODY, 2.0)), asked)
    carried = contents(ingredients(wave(asked, told)))
    assert json.loads(carried["report-2.json"])["id"] == "report"
    assert (
        json.loads(carried["report.json"])["inputs"]["waves"][0]["questionnaire"]["file"] == "report-2.json"
    )


# --- who answered ---------------------------------------------------------------------------------------


def named(told: Document) -> Document:
    for number, person in enumerate(people_in(told)):
        person["name"] = f"Persona {number}"
        if number in {1, 8}:
            value = person["answers"]["q1"]
            person["answers"]["q1"] = {"value": value, "note": NOTED, "evidence": "Verbale n. 7"}
    return told


def test_nobody_s_name_or_notes_are_carried_unasked() -> None:
    asked, told = company(EVERYBODY)
    carried = contents(ingredients(wave(asked, named(told))))
    assert not any(
        secret in data.decode() for data in carried.values() for secret in ("Persona", NOTED, "Verbale")
    )
    plain = company(EVERYBODY)[1]
    assert carried == contents(ingredients(wave(asked, plain)))


def test_with_notes_those_who_wrote_have_their_names() -> None:
    """The pages name nobody else either; a name beside all answers of a person is more than a note."""
    asked, told = company(EVERYBODY)
    carried = documents(ingredients(wave(asked, named(told)), include_notes=True))
    people = people_in(carried["answers.json"])
    assert sorted(person["name"] for person in people if "name" in person) == ["Persona 1", "Persona 8"]
    (noted,) = [person for person in people if person.get("name") == "Persona 1"]
    assert noted["answers"]["q1"]["note"] == NOTED


def test_what_a_hidden_person_wrote_is_not_carried() -> None:
    asked, told = company(ALONE)
    carried = contents(ingredients(wave(asked, named(told)), include_notes=True))
    everything = b"".join(carried.values()).decode()
    assert "Persona 1" in everything
    assert "Persona 8" not in everything


@pytest.mark.parametrize("seed", range(4))
def test_no_order_tells_who_is_who(seed: int) -> None:
    """The first row would be whoever answered first."""
    asked, told = company(EVERYBODY)
    people = people_in(told)
    shuffled = random.Random(seed)
    mixed = [
        {**person, "answers": dict(shuffled.sample(list(person["answers"].items()), 6))}
        for person in shuffled.sample(list(people), len(people))
    ]
    one_by_one = [
        {key: value for key, value in told.items() if key != "respondents"}
        | {
            "respondent": {"group": person["group"]},
            "answers": person["answers"],
            "date": dt.date(2026, 11, 21 - number).isoformat(),
            "questionnaire_version": "1.0" if number % 2 else "2.1",
        }
        for number, person in enumerate(mixed)
    ]
    assert contents(ingredients(wave(asked, *one_by_one))) == contents(ingredients(wave(asked, told)))


# --- hidden groups --------------------------------------------------------------------------------------


def with_hidden(hidden: dict[str, Any], people: dict[str, int] | None = None) -> tuple[Document, Document]:
    asked, told = company(people or ALONE)
    for person in people_in(told):
        if person["group"] == "leadership":
            person["answers"] = hidden
    return asked, told


@cache
def with_one_hidden_answer() -> Ingredients:
    return ingredients(wave(*with_hidden({"q0": "3"})))


VALUES = st.sampled_from(["1", "2", "3", "4", "5", "unknown"])


@given(st.dictionaries(st.sampled_from([f"q{number}" for number in range(6)]), VALUES))
def test_answers_and_fingerprint_know_nothing_of_a_hidden_group(hidden: dict[str, Any]) -> None:
    """A hash over twelve answers of one person is those answers, to whoever tries them all."""
    made, usual = ingredients(wave(*with_hidden(hidden))), with_one_hidden_answer()
    assert made.inputs == usual.inputs
    assert made.options.fingerprint == usual.options.fingerprint
    assert made.files == usual.files
    assert made.inputs.waves[0].left_out == ("leadership",)
    assert not any("leadership" in file.data.decode() for file in made.files if file.name != "sample.json")


def test_what_is_carried_tells_hidden_answers_apart_only_as_far_as_the_pages_do() -> None:
    """Every set of answers that one hidden person can give is tried, as a curious reader would."""
    asked, told = company(ALONE)
    seen = defaultdict(list)
    tried = 0
    for values in itertools.product("124", repeat=5):
        hidden = {f"q{number}": value for number, value in enumerate(values)}
        made = ingredients(wave(asked, _exchanged(told, hidden)))
        assert made.result.combined_withheld
        files = contents(made)
        carried = json.loads(files["result.json"])
        assert carried["index"] == round(carried["index"], 1)
        shares = [carried["completeness"], *carried["coverage"].values(), carried["blocking"]["coverage"]]
        shares += carried["confidence"]["bootstrap"]["levels"].values()
        assert all(share == round(share, 2) for share in shares)
        assert carried["alpha"] is None
        seen[_told_on_pages(made.result)].append((hidden, files))
        tried += 1
    assert tried == 3**5
    pairs = 0
    for alike in seen.values():
        first = alike[0][1]
        for hidden, files in alike[1:]:
            assert files == first, hidden
            pairs += 1
    # Not a claim about nothing: many sets of answers cannot be told apart.
    assert pairs > 30


def _exchanged(told: Document, hidden: dict[str, Any]) -> Document:
    others = [person for person in people_in(told) if person["group"] != "leadership"]
    return {**told, "respondents": [*others, {"group": "leadership", "answers": hidden}]}


def _told_on_pages(result: Assessment) -> bytes:
    """Return what the contract leaves open, as exactly as pages print it."""
    bootstrap, one_step = result.confidence.bootstrap, result.confidence.one_step
    document = as_document(result, "en")
    told = {
        "level": result.level,
        "index": f"{result.index:.1f}",
        "completeness": f"{result.completeness:.2f}",
        "coverage": [f"{share:.2f}" for share in result.coverage.values()],
        "gates": document["gates"],
        "blocking": [gate.question for gate in result.blocking.gates] if result.blocking else None,
        "draws": {level: f"{share:.2f}" for level, share in bootstrap.levels.items()} if bootstrap else None,
        "one step": [one_step.changes, one_step.up, one_step.down, one_step.questions],
        "plan": document["plan"],
    }
    return as_json(told)


def test_a_report_with_everybody_shown_carries_every_digit() -> None:
    told = documents(ingredients(wave(*company(ALONE), terms=request(min_group=1))))
    assert told["report.json"]["result"]["rounded"] is False
    assert told["result.json"]["alpha"] is not None
    assert told["result.json"]["index"] != round(told["result.json"]["index"], 1)


def test_an_earlier_wave_hides_its_own_groups() -> None:
    asked, before = company(ALONE, date="2025-11-21", wave="2025")
    _, now = company(EVERYBODY)
    made = ingredients(earlier(asked, before), wave(asked, now))
    assert [entry.left_out for entry in made.inputs.waves] == [("leadership",), ()]
    carried = documents(made)
    assert {person["group"] for person in people_in(carried["previous-1-answers.json"])} == {
        "marketing",
        "sales",
    }
    assert {person["group"] for person in people_in(carried["answers.json"])} == set(EVERYBODY)


def test_where_all_are_hidden_no_answers_are_carried() -> None:
    asked, told = company({"marketing": 2, "sales": 1})
    made = ingredients(wave(asked, told))
    assert sorted(contents(made)) == ["report.json", "result.json", "sample.json"]
    assert made.inputs.waves[0].left_out == ("marketing", "sales")


# --- the fingerprint ------------------------------------------------------------------------------------


def test_the_fingerprint_can_be_computed_with_any_tool() -> None:
    """`jq -cjS .inputs report.json | sha256sum`, as the documentation says."""
    record = documents(ingredients(wave(*company(EVERYBODY))))["report.json"]
    plain = json.dumps(record["inputs"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert record["fingerprint"] == hashlib.sha256(plain.encode()).hexdigest()


def test_the_fingerprint_changes_with_whatever_the_report_is_made_of() -> None:
    asked, told = company(EVERYBODY)
    other = copy.deepcopy(told)
    people_in(other)[0]["answers"]["q0"] = "5"
    reworded = copy.deepcopy(asked)
    reworded["title"]["en"] = "Another title"
    first = wave(asked, told)
    made = [
        ingredients(first),
        ingredients(wave(asked, other)),
        ingredients(wave(reworded, told)),
        ingredients(first, lang="it"),
        ingredients(first, sections=SECTIONS),
        ingredients(first, short=True),
        ingredients(first, include_notes=True),
        ingredients(first, terms=request(min_group=2)),
        ingredients(first, terms=request(target=4)),
        ingredients(first, terms=request(parallel=1)),
        ingredients(first, terms=request(start=dt.date(2027, 1, 4))),
        ingredients(earlier(asked, {**told, "date": "2025-11-21"}), first),
    ]
    assert len({each.options.fingerprint for each in made}) == len(made)


def test_the_fingerprint_does_not_change_with_the_program_or_the_day() -> None:
    """Made again next year with a later version, the same data must be known by the same fingerprint."""
    first = wave(*company(EVERYBODY))
    made = [
        ingredients(first),
        ingredients(first, program_version="9.9.9"),
        ingredients(first, date=dt.date(2031, 1, 1)),  # the answers bear a date of their own
    ]
    assert len({each.options.fingerprint for each in made}) == 1


def test_the_web_page_shows_the_fingerprint_too() -> None:
    made = ingredients(wave(*company(EVERYBODY)))
    html = render_html(made.result, made.lang, made.options, made.progress)
    grouped = " ".join(made.options.fingerprint[start : start + 16] for start in range(0, 64, 16))
    assert grouped in html


# --- in the PDF -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def printed() -> bytes:
    return print_report(ingredients(wave(*company(EVERYBODY)), lang="it", sections=SECTIONS)).data


def test_attachments_are_what_archives_ask_for(printed: bytes) -> None:
    """PDF/A-3 wants the kind of each file, its relation to the document and its dates."""
    with pikepdf.open(io.BytesIO(printed)) as file:
        assert file.check_pdf_syntax() == []
        with file.open_metadata() as metadata:
            assert metadata.pdfa_status == "3A"
        names = file.Root.Names.EmbeddedFiles.Names
        keys = [str(key) for key in list(names)[::2]]
        assert keys == sorted(keys) == ["answers.json", "report.json", "result.json", "sample.json"]
        specifications = list(names)[1::2]
        assert [spec.objgen for spec in specifications] == [spec.objgen for spec in file.Root.AF]
        for key, spec in zip(keys, specifications, strict=True):
            assert str(spec.F) == str(spec.UF) == key
            assert str(spec.AFRelationship) == ("/Supplement" if key == "report.json" else "/Data")
            assert len(str(spec.Desc)) > 15
            stream = spec.EF.F
            assert stream.Subtype == "/application/json"
            assert str(stream.Params.ModDate) == str(stream.Params.CreationDate) == "D:20261121000000Z"
            assert stream.Params.Size == len(stream.read_bytes())
        assert str(specifications[0].Desc) == "Le risposte, senza nomi"


def test_a_report_without_a_date_has_attachments_of_a_fixed_day() -> None:
    asked, told = company(EVERYBODY)
    del told["date"]
    made = ingredients(wave(asked, told))
    assert {file.date for file in made.files} == {UNDATED}


def test_the_pages_know_what_is_carried(printed: bytes) -> None:
    import pypdf
    import weasyprint

    reader = pypdf.PdfReader(io.BytesIO(printed))
    record = json.loads(reader.attachments["report.json"][0])
    assert [page.drawn for page in parse_pdf("report.pdf", printed).pages] == record["pages"]
    text = "".join("".join(page.extract_text().split()) for page in reader.pages)
    assert record["fingerprint"] in text
    assert record["program"] == {
        "name": "alignment-maturity",
        "version": "1.2.3",
        "weasyprint": weasyprint.__version__,
    }


def test_answers_are_answer_files_of_the_contract() -> None:
    told = documents(ingredients(wave(*company(EVERYBODY))))["answers.json"]
    assert AnswerFile.model_validate(told).people
    assert told["date"] == "2026-11-21"
