"""A run over many inputs gives every organisation what it would get alone."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from statistics import fmean, quantiles
from typing import Any

import pytest
from polars.testing import assert_frame_equal

from alignment_maturity.assessment import assess
from alignment_maturity.batch import parting, portfolio
from alignment_maturity.batch import run as run_module
from alignment_maturity.batch.portfolio import _entry, compared
from alignment_maturity.batch.results import frame_of, row_of, schema
from alignment_maturity.batch.run import Course
from alignment_maturity.batch.settings import Settings
from alignment_maturity.batch.sources import Source
from alignment_maturity.batch.stages.read import ReadFiles
from alignment_maturity.batch.summary import Time, summary
from alignment_maturity.document import as_document
from alignment_maturity.encoding import Encoding
from alignment_maturity.report.portfolio.data import MOST_LISTED, Portfolio
from alignment_maturity.result import Assessment
from alignment_maturity.store.answer_sets import read_answer_set
from oracle.documents import random_case
from portfolios import gather

from . import surveys
from .running import CONTRACT, begin, course_of, errors, ran, results, settings
from .surveys import people, survey


def written(folder: Path, seeds: range) -> dict[tuple[str, str], list[Path]]:
    """Write random cases, each with a questionnaire of its own, as files; return those of each assessment."""
    chance = random.Random(seeds.start)
    assessments: dict[tuple[str, str], list[Path]] = {}
    for seed in seeds:
        questionnaire, files = random_case(seed)
        questionnaire["id"] = f"q{seed}"
        place = folder / f"{chance.randrange(4)}"
        place.mkdir(exist_ok=True)
        (place / f"q{seed}.json").write_text(json.dumps(questionnaire), "utf-8")
        for number, file in enumerate(files):
            named = {
                **file,
                "questionnaire": f"q{seed}",
                "organisation": f"Org {seed % 7}",
                "wave": f"w{seed}",
            }
            path = place / f"a{seed}-{number}.json"
            path.write_text(json.dumps(named), "utf-8")
            assessments.setdefault((f"Org {seed % 7}", f"w{seed}"), []).append(path)
    return assessments


def alone(files: list[Path], terms: Settings) -> Assessment:
    """Assess one organisation as `score` does."""
    read = read_answer_set(files)
    encoding = Encoding(read[0].loaded.questionnaire)
    given = [answers.file for answers in read]
    return assess(encoding, read[0].loaded.sha256, given, planning=terms.planning, min_group=terms.min_group)


@pytest.mark.parametrize("heavy", [2, 1_000])
@pytest.mark.parametrize("asked", [{}, {"min_group": 1}, {"format": "jsonl"}, {"confidence": True}])
def test_every_row_is_what_the_organisation_gets_alone(
    tmp_path: Path, asked: dict[str, Any], heavy: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An analyst's table that says something else than the consultant's report costs both their trust."""
    monkeypatch.setattr(run_module, "HEAVY", heavy)
    monkeypatch.setattr(parting, "FILES_PER_TASK", 5)
    folder = tmp_path / "in"
    folder.mkdir()
    assessments = written(folder, range(14))
    terms = settings(plans=True, **asked)
    context = begin(tmp_path / "out", terms)
    course = ran(context, [folder])
    expected = [alone(files, terms) for _, files in sorted(assessments.items())]
    if terms.format == "jsonl":
        lines = "".join(
            context.state.path(part).read_text("utf-8")
            for note in course.scores
            for part in note["sizes"]
            if part.endswith(".jsonl")
        )
        assert [json.loads(line) for line in lines.splitlines()] == [
            as_document(one, "en") for one in expected
        ]
        return
    columns = schema([one.questionnaire for one in expected], confidence=terms.confidence)
    table = results(context, course, tmp_path)
    whole = frame_of([row_of(one, "en") for one in expected], columns)
    assert_frame_equal(table, whole, check_exact=True, check_column_order=False)


@pytest.mark.parametrize(("files", "tasks"), [(1, 1), (1_001, 3), (200_000, 64)])
def test_very_many_files_are_no_more_tasks_than_it_takes(tmp_path: Path, files: int, tasks: int) -> None:
    """What a task leaves takes time of its own; in one task, nothing could be gone on with or shared."""
    sources = [Source(f"{number}.json") for number in range(files)]
    parted = parting.reads_of(begin(tmp_path, settings()), Course(sources, [], 0))
    assert len(parted) == tasks
    read = [pair for task in parted if isinstance(task, ReadFiles) for pair in task.sources]
    assert read == list(enumerate(sources))


def test_nothing_is_left_behind_twice(tmp_path: Path) -> None:
    """A second run over the same folder must not read what the first one wrote."""
    folder = tmp_path / "in"
    folder.mkdir()
    written(folder, range(5))
    context = begin(folder / "out", settings())
    course = ran(context, [folder])
    results(context, course, folder / "out")
    assert errors(context, course, folder / "out").height == 0
    (folder / "out" / "summary.json").write_text("{}")
    assert {Path(source.path).parent.name for source in course_of([folder]).sources} <= set("0123")


def test_two_questionnaires_of_one_name_can_be_compared(tmp_path: Path) -> None:
    """A questionnaire edited without a new version must not end the run once all is scored."""
    for place, question in (("a", "goals"), ("b", "aims")):
        folder = tmp_path / "in" / place
        folder.mkdir(parents=True)
        text = (CONTRACT / "mini.yaml").read_text("utf-8").replace("goals", question)
        (folder / "mini.yaml").write_text(text, "utf-8")
        rows = [f"organisation,group,{question},sla"]
        for number in range(4):
            rows += [f"{place}{number},marketing,3,fully", f"{place}{number},sales,1,none"]
        (folder / "survey.csv").write_text("\n".join(rows), "utf-8")
    context = begin(tmp_path / "out", settings(min_group=1))
    course = ran(context, [tmp_path / "in"])
    assert results(context, course, tmp_path).height == 8
    assert compared(context, course) is not None


def test_a_comparison_by_columns_is_that_of_all_rows_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a hundred thousand organisations only the ends are looked at one by one; they must be the ends."""
    folder = survey(tmp_path / "in", people(300, 120))
    context = begin(tmp_path / "out", settings(min_group=1))
    course = ran(context, [folder])
    told: list[Portfolio] = []
    monkeypatch.setattr(portfolio, "print_portfolio", lambda found, *_lang, **_more: told.extend(found))
    compared(context, course)
    (found,) = told
    table = results(context, course, tmp_path)
    shuffled = table.sample(fraction=1, shuffle=True, seed=1)
    entries = [_entry(found.questionnaire, row) for row in shuffled.iter_rows(named=True)]
    date = max(day for day in table["date"] if day)
    expected = gather(found.questionnaire, entries, date=date, left_out=course.all_left_out)
    assert table.height > MOST_LISTED
    assert replace(found, figures=replace(found.figures, bands=())) == replace(
        expected, figures=replace(expected.figures, bands=())
    )
    assert found.figures.gates
    assert found.figures.gaps
    assert found.figures.actions


def test_the_summary_tells_of_each_questionnaire_its_own_figures(tmp_path: Path) -> None:
    """With two surveys in one run, quartiles of both together would be nobody's."""
    folder = survey(tmp_path / "in", people(60, 9))
    text = (folder / "mini.yaml").read_text("utf-8").replace("id: mini", "id: other", 1)
    (folder / "other.yaml").write_text(text, "utf-8")
    rows = [{**row, "questionnaire": ("mini", "other")[n % 3 > 1]} for n, row in enumerate(people(90, 9, 1))]
    (folder / "survey.csv").write_text(surveys.table(rows, (*surveys.HEADER, "questionnaire")), "utf-8")
    context = begin(tmp_path / "out", settings(min_group=1))
    course = ran(context, [folder / "survey.csv"])
    table = results(context, course, tmp_path)
    told = summary(context, course, {"errors": 0, "warnings": 0}, Time(1.0, 1))["questionnaires"]
    assert [one["id"] for one in told] == ["mini", "other"]
    for one in told:
        own = sorted(table.filter(questionnaire=one["id"])["index"].drop_nulls())
        assert one["index"]["quartiles"] == pytest.approx(quantiles(own, n=4, method="inclusive"))
        assert (one["index"]["minimum"], one["index"]["maximum"]) == (own[0], own[-1])
        assert one["index"]["mean"] == pytest.approx(fmean(own))
        assert len(one["sha256"]) == len(one["versions"]) == 1
