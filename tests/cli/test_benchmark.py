"""`report --benchmark`: one organisation against many, in every format, and a report that still holds."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from alignment_maturity.errors import InvalidInput
from alignment_maturity.model.record import Inputs
from report.benchmarks import benchmark
from report.made import company, ingredients, wave

from .conftest import Command
from .test_start import modules_of
from .test_verify import EVERYBODY, Tampering, both, change, codes, printed, tampered, verified

SECTIONS = ("board", "benchmark", "method")


@pytest.fixture
def results(folder: Path) -> Path:
    """Write the results of 14 organisations that answered the contract's questionnaire."""
    path = folder / "results.parquet"
    pl.DataFrame([_row(number) for number in range(14)]).write_parquet(path)
    return path


def _row(number: int) -> dict[str, Any]:
    draw = random.Random(number)
    return {
        "organisation": f"Ditta {number}",
        "wave": None,
        "date": None,
        "questionnaire": "mini",
        "questionnaire_version": "1.0",
        "level": 1 + number % 3,
        "index": round(draw.uniform(20, 80), 4),
        "provisional": False,
        **{f"coverage_{level}": round(draw.random(), 4) for level in range(2, 6)},
        **{f"index_{dimension}": round(draw.uniform(20, 80), 4) for dimension in ("strategy", "leads")},
    }


@pytest.mark.usefixtures("results")
@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
def test_it_is_written_in_every_format(form: str, command: Command, folder: Path) -> None:
    made = command(
        "report", "seven.yaml", "--benchmark", "results.parquet", "-o", f"r.{form}", "--lang", "en",
        "--sections", "benchmark,method",
    )  # fmt: skip
    assert made.code == 0, made.err
    data = (folder / f"r.{form}").read_bytes()
    assert b"Ditta" not in data
    if form == "md":
        assert "## Benchmark\n\n**The index, " in data.decode()
    if form == "pdf":
        (folder / "results.parquet").unlink()
        held = command("verify", "r.pdf", "--lang", "en", "--json")
        assert held.code == 0, held.out
        assert {"pages-very-file", "fingerprint-same"} <= {each["code"] for each in held.document["checks"]}


@pytest.mark.usefixtures("results")
def test_a_short_report_has_it_too(command: Command) -> None:
    told = command(
        "report", "one.yaml", "--benchmark", "results.parquet", "--short", "-o", "-", "--format", "md",
        "--lang", "it",
    )  # fmt: skip
    assert told.code == 0, told.err
    assert "## Il confronto" in told.out


def test_a_report_without_it_loads_no_library_for_tables() -> None:
    """A quarter of a second at every report."""
    assert "polars" not in modules_of(["report", "one.yaml", "-o", "-", "--format", "md"])


def test_the_section_needs_something_to_compare_with(command: Command) -> None:
    outcome = command("report", "one.yaml", "--sections", "board,benchmark", "-o", "r.md", "--lang", "en")
    assert outcome.code == 2
    assert "--benchmark" in outcome.err


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("missing.parquet", "does not exist"),
        (".", "is a folder"),
        ("one.yaml", "missing columns: organisation"),
        ("empty.parquet", "the file is empty"),
        ("few.parquet", "other organisations to compare with: 4"),
    ],
)
def test_what_cannot_be_compared_with_is_refused(
    name: str, told: str, command: Command, folder: Path, results: Path
) -> None:
    """With the file, the reason and what to do, before anything is written."""
    (folder / "empty.parquet").write_bytes(b"")
    pl.read_parquet(results).head(4).write_parquet(folder / "few.parquet")
    outcome = command("report", "seven.yaml", "--benchmark", name, "-o", "r.pdf", "--lang", "en")
    assert outcome.code == 3
    assert name in outcome.err
    assert told in outcome.err
    assert not (folder / "r.pdf").exists()


def test_the_results_are_not_replaced_by_the_report(command: Command, results: Path) -> None:
    before = results.read_bytes()
    outcome = command(
        "report", "seven.yaml", "--benchmark", "results.parquet", "-o", "results.parquet", "--format", "md",
        "--force",
    )  # fmt: skip
    assert outcome.code == 2
    assert results.read_bytes() == before


# --- verifying ------------------------------------------------------------------------------------------


@cache
def compared() -> bytes:
    made = wave(*company(EVERYBODY))
    return printed(made, sections=SECTIONS, benchmark=benchmark(made.result))


def test_a_report_with_a_benchmark_is_made_again_from_itself() -> None:
    """The table of results has long been lost, or is not for the client’s eyes."""
    found = verified(compared())
    assert found.holds
    assert codes(found)["pages"] == "pages-very-file"


def test_the_figures_of_the_set_are_in_the_fingerprint() -> None:
    made = wave(*company(EVERYBODY))
    told = benchmark(made.result)
    other = told.model_copy(update={"organisations": told.organisations + 1})
    made_of = [ingredients(made, sections=SECTIONS, benchmark=each) for each in (told, other, None)]
    prints = {each.inputs.fingerprint for each in made_of}
    assert len(prints) == 3


def record(changing: Callable[[Any], object], *, rehashed: bool) -> Tampering:
    def change_record(document: Any) -> None:
        changing(document["inputs"]["benchmark"])
        if rehashed:
            document["fingerprint"] = Inputs.model_validate(document["inputs"]).fingerprint

    return lambda file: change(file, "report.json", change_record)


def median(found: Any) -> None:
    found["index"] = {"lower": 1, "median": 2, "upper": 3}


def dimension(found: Any) -> None:
    found["dimensions"]["elsewhere"] = found["dimensions"].pop("d0")


def levels(found: Any) -> None:
    found["levels"] = [{"first": 1, "last": 9, "organisations": 12}]


@pytest.mark.parametrize("changing", [median, dimension, levels])
def test_changed_figures_of_the_set_are_found(changing: Callable[[Any], object]) -> None:
    """Else anybody could look better by making the others worse."""
    found = verified(tampered(compared(), record(changing, rehashed=False)))
    assert not found.holds
    assert codes(found)["fingerprint"] == "fingerprint-differs"
    consistent = verified(tampered(compared(), record(changing, rehashed=True)))
    assert not consistent.holds
    assert codes(consistent)["fingerprint"] == "fingerprint-not-printed"


def test_a_set_that_is_left_out_of_the_record_is_missed() -> None:
    def gone(document: Any) -> None:
        document["inputs"]["benchmark"] = None
        document["fingerprint"] = Inputs.model_validate(document["inputs"]).fingerprint

    assert not verified(tampered(compared(), lambda file: change(file, "report.json", gone))).holds


def nonsense(found: Any) -> None:
    found["index"] = {"lower": 60, "median": 50, "upper": 40}


def tiny(found: Any) -> None:
    found["organisations"] = 3


def named(found: Any) -> None:
    found["names"] = ["Bianchi Srl"]


@pytest.mark.parametrize("changing", [nonsense, tiny, named])
def test_figures_that_no_set_can_have_are_no_record(changing: Callable[[Any], object]) -> None:
    with pytest.raises(InvalidInput):
        verified(tampered(compared(), both(record(changing, rehashed=False))))


def test_what_is_recorded_are_quartiles_and_counts() -> None:
    """The report is handed on: nothing in it may tell of one organisation among the others."""
    made = wave(*company(EVERYBODY))
    inputs = ingredients(made, benchmark=benchmark(made.result)).inputs
    told = json.loads(inputs.model_dump_json())["benchmark"]
    assert told.keys() == {
        "organisations", "other_version", "itself", "provisional", "other_scale", "index", "coverage",
        "dimensions", "levels",
    }  # fmt: skip
    assert told["index"].keys() == {"lower", "median", "upper"}
