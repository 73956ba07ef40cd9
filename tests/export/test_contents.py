"""What all exports have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from alignment_maturity.cli.plan_screen import as_text
from alignment_maturity.export.calendar import as_calendar
from alignment_maturity.export.contents import contents, description
from alignment_maturity.export.csv import as_csv
from alignment_maturity.export.markdown import as_markdown
from alignment_maturity.export.xlsx import as_xlsx
from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.result import Assessment
from oracle.documents import random_case
from scoring import assessed

from .plans import CASES, case, contract

GOLDEN = Path(__file__).parent / "golden"


def _as_table(result: Assessment, lang: Lang) -> bytes:
    return as_text(result, lang, width=80).encode()


FORMS: dict[str, Callable[[Assessment, Lang], bytes]] = {
    "csv": as_csv, "md": as_markdown, "ics": as_calendar, "txt": _as_table, "xlsx": as_xlsx,
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", [form for form in FORMS if form != "xlsx"])
def test_the_plan_of_the_worked_example_reads_like_this(form: str, lang: Lang) -> None:
    """Every word; to accept a new wording, write what the failure shows into the file it names.

    Line ends are tested elsewhere: git makes all of them alike.
    """
    written = FORMS[form](contract("seven.yaml"), lang).decode().replace("\r\n", "\n")
    assert written == (GOLDEN / f"seven.{lang}.{form}").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", CASES)
def test_every_plan_leaves_in_every_form_the_same_each_time(name: str, form: str) -> None:
    """A file that differs from run to run can be neither compared nor signed."""
    for lang in LANGUAGES:
        assert FORMS[form](case(name), lang) == FORMS[form](replace(case(name)), lang)


@pytest.mark.parametrize("seed", range(40))
def test_no_questionnaire_stops_an_export(seed: int) -> None:
    result = assessed(*random_case(seed))
    for lang in LANGUAGES:
        for write in FORMS.values():
            assert write(result, lang)


@pytest.mark.parametrize("name", CASES)
def test_tasks_say_what_the_plan_says(name: str) -> None:
    """A step lost between the plan and its export would never be done."""
    plan = case(name).plan
    told = contents(case(name), "en")
    assert [(task.rank, task.id, task.start, task.end) for task in told.tasks] == [
        (step.rank, step.action.id, step.start, step.end) for step in plan.steps
    ]
    assert [task.id for task in told.optional] == [step.action.id for step in plan.optional]
    assert all(task.optional and task.start is None for task in told.optional)
    for task in (*told.tasks, *told.optional):
        assert "\n" not in "".join([task.title, task.reason, task.why, *task.steps, task.kpi, task.owner])
        assert task.reason in description(task, "en")


def test_a_description_ends_by_naming_the_plan() -> None:
    """Among the tasks of other projects nobody would know what `action 2` is."""
    (first, *_), (optional, *_) = contents(contract("seven.yaml"), "it").tasks, contents(
        contract("seven.yaml"), "it"
    ).optional  # fmt: skip
    assert description(first, "it").endswith("Piano d’azione: Rossi Componenti, azione 1 di 3.")
    assert description(optional, "it").endswith("Piano d’azione: Rossi Componenti, azione facoltativa.")


def test_a_joint_action_is_of_both_functions() -> None:
    task = contents(contract("seven.yaml"), "it").tasks[0]
    assert (task.owner, task.functions) == ("Marketing e Sales", ("Marketing", "Sales"))
    alone = contents(case("nobody compared"), "it").tasks[0]
    assert alone.functions == (alone.owner,)


def test_gates_that_decide_nothing_are_not_named() -> None:
    """With bands of the index a gate is no reason to do anything."""
    assert any(step.gates for step in case("bands").plan.steps)
    assert not any(task.gates for task in contents(case("bands"), "en").tasks)
