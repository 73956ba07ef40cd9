"""Reading earlier waves: what a later version of the questionnaire no longer asks is left out, and told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from alignment_maturity.assessment import assess
from alignment_maturity.encoding import Encoding
from alignment_maturity.errors import InvalidInput, WrongUsage
from alignment_maturity.language import LANGUAGES
from alignment_maturity.language.problems import advise, describe
from alignment_maturity.model.answer_checks import check_answers
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.fitting import fitting
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.store.answer_files import as_text
from alignment_maturity.store.answer_sets import ReadAnswers, read_waves
from alignment_maturity.store.documents import parse_document
from oracle.documents import random_case
from scoring import START

HEAD = {
    "format": 1,
    "questionnaire": "mini",
    "questionnaire_version": "0.9",
    "organisation": "Rossi",
    "wave": "2026-H1",
    "date": "2026-05-21",
}
GOOD = {"personas": 2, "goals": 2, "lead-definition": 2, "exchange": 2, "sla": "partly"}
Document = dict[str, Any]
Waves = Callable[..., tuple[list[ReadAnswers], ...]]


@pytest.fixture
def waves(tmp_path: Path, mini: str) -> Waves:
    """Read earlier files, given as documents, together with one new file."""
    (tmp_path / "mini.yaml").write_text(mini, "utf-8")
    new = {**HEAD, "questionnaire_version": "1.0", "wave": "2027-H1", "answers": GOOD}

    def read(*previous: Document) -> tuple[list[ReadAnswers], ...]:
        paths = []
        for number, document in enumerate([new, *previous]):
            path = tmp_path / f"{number}.json"
            path.write_text(json.dumps({**HEAD, **document}, indent=1), "utf-8")
            paths.append(path)
        return read_waves(paths[:1], paths[1:])

    return read


def codes(read: ReadAnswers) -> list[str]:
    return [warning.code for warning in read.warnings]


def test_single_answers_are_left_out(waves: Waves) -> None:
    answers = {"personas": "n/a", "goals": 4, "lead-definition": 2, "budget": 3, "sla": {"value": "rarely"}}
    ((old,), _) = waves({"respondent": {"group": "sales"}, "answers": answers})
    (person,) = old.file.people
    assert list(person.answers) == ["lead-definition"]
    assert sorted(codes(old)) == [
        "answers-left-out", "na-not-allowed", "unknown-option", "unknown-option", "unknown-question",
    ]  # fmt: skip
    assert all(warning.warning and warning.line and warning.excerpt for warning in old.warnings)
    (told,) = [warning for warning in old.warnings if warning.code == "answers-left-out"]
    assert told.values["number"] == 4
    for lang in LANGUAGES:
        assert "4" in describe(told, lang)
        assert advise(told, lang)


def test_people_of_a_function_that_is_gone_are_left_out(waves: Waves) -> None:
    people = [
        {"group": "service", "answers": GOOD},
        {"group": "sales", "answers": GOOD},
        {"group": "sales", "answers": {"budget": 3}},
        {"group": "sales", "answers": {}},
    ]
    ((old,), _) = waves({"respondents": people})
    assert [(person.group, len(person.answers)) for person in old.file.people] == [("sales", 5), ("sales", 0)]
    assert sorted(codes(old)) == ["answers-left-out", "unknown-group", "unknown-question"]


def test_votes_that_no_longer_fit_are_left_out(waves: Waves) -> None:
    rounds = [{"service": {2: 3}, "sales": {2: 1, 4: 2, "unknown": 1}}]
    workshop = {"goals": {"rounds": rounds, "agreed": 4, "note": "Long talk"}, "budget": {"agreed": 3}}
    ((old,), _) = waves({"workshop": workshop})
    assert old.file.workshop is not None
    (discussion,) = old.file.workshop.values()
    assert discussion.rounds == ({"sales": {"2": 1, "unknown": 1}},)
    assert (discussion.agreed, discussion.note) == (None, "Long talk")


def test_a_file_with_nothing_left_is_passed_over_beside_others(waves: Waves) -> None:
    gone = {"respondent": {"group": "service"}, "answers": GOOD}
    ((first, second), new) = waves(gone, {"respondent": {"group": "sales"}, "answers": GOOD})
    assert first.file.people == ()
    assert len(second.file.people) == 1
    assert len(new) == 1
    result = assess(
        Encoding(second.loaded.questionnaire), "", [first.file, second.file], planning=PlanRequest(START)
    )
    assert result.respondents.total == 1
    assert result.completeness == 1


def test_a_wave_with_nothing_left_is_an_error(waves: Waves) -> None:
    """Level 1 with nobody's answers would be a scandalous starting point."""
    gone = {"respondent": {"group": "service"}, "answers": GOOD}
    for nothing in (gone, {"workshop": {"budget": {"agreed": 2}}}):
        with pytest.raises(InvalidInput) as caught:
            waves(nothing)
        (problem,) = caught.value.problems
        assert (problem.code, problem.line) == ("nothing-left", 4)
        assert "1.0" in describe(problem, "en")


def test_answers_of_the_same_version_must_fit(waves: Waves) -> None:
    with pytest.raises(InvalidInput) as caught:
        waves({"questionnaire_version": "1.0", "answers": {"budget": 3}})
    assert [problem.code for problem in caught.value.problems] == ["unknown-question"]
    assert not caught.value.problems[0].warning


def test_what_fits_under_another_version_is_only_told(waves: Waves) -> None:
    ((old,), _) = waves({"answers": GOOD})
    assert codes(old) == ["other-version"]
    assert old.file.people[0].answers.keys() == GOOD.keys()


def test_other_mistakes_in_an_earlier_file_stay_mistakes(waves: Waves) -> None:
    with pytest.raises(InvalidInput) as caught:
        waves({"answers": {"budget": 3}, "respondents": [{"answers": GOOD}], "wave": ""})
    found = {(problem.code, problem.warning) for problem in caught.value.problems}
    assert found >= {("two-forms", False), ("empty-text", False), ("unknown-question", True)}


def test_waves_of_one_name_with_different_organisations(waves: Waves) -> None:
    """Each file of another company is named, whichever of them comes first."""
    with pytest.raises(InvalidInput) as caught:
        waves({"organisation": "Bianchi", "answers": GOOD}, {"answers": GOOD})
    (problem,) = caught.value.problems
    assert problem.source.endswith("1.json")
    assert problem.values == {"found": "Bianchi", "expected": "Rossi"}


def test_the_order_of_waves(waves: Waves) -> None:
    """By date; without one first; on one day by name."""
    found = waves(
        {"wave": "c", "date": "2026-03-01", "answers": GOOD},
        {"wave": "b", "date": "2026-01-01", "answers": GOOD},
        {"wave": "a", "date": "2026-03-01", "answers": GOOD},
        {"wave": "b", "date": "2026-02-01", "answers": GOOD},
        {"wave": "z", "date": None, "answers": GOOD},
        {"wave": None, "date": "2026-02-15", "answers": GOOD},
    )
    assert [[read.file.wave for read in wave] for wave in found] == [
        ["z"], ["b", "b"], [None], ["a"], ["c"], ["2027-H1"],
    ]  # fmt: skip


def test_a_file_is_new_or_previous(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}", "utf-8")
    with pytest.raises(WrongUsage):
        read_waves([tmp_path / "a.json"], [tmp_path / "x" / ".." / "a.json"])


@pytest.mark.parametrize("seed", range(4000, 4080))
def test_what_is_left_fits_and_what_fits_is_left(seed: int) -> None:
    """An answer left in that does not fit stops the scoring; one left out that fits is lost for nothing."""
    _, files = random_case(seed)
    questionnaire = Questionnaire.model_validate(random_case(seed + 1000)[0])
    for document in files:
        file = AnswerFile.model_validate(document)
        left = fitting(file, questionnaire)
        misfits = list(check_answers(plain(file), questionnaire))
        if not misfits:
            assert left == file
        if left.people or left.workshop:
            assert list(check_answers(plain(left), questionnaire)) == []
            result = assess(Encoding(questionnaire), "", [left], planning=PlanRequest(START), resamples=1)
            assert result.respondents.total >= 0


def plain(file: AnswerFile) -> object:
    return parse_document("x.json", as_text(file, Path("x.json")).encode()).data
