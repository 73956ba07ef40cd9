"""Where the report and the exports of a plan send their readers to the worksheets."""

from __future__ import annotations

import dataclasses

from alignment_maturity.document import plan_document
from alignment_maturity.export.contents import contents, description
from alignment_maturity.export.csv import as_csv
from alignment_maturity.export.markdown import as_markdown
from alignment_maturity.report.elements.plan import EntryTable
from alignment_maturity.report.html import render_html
from alignment_maturity.report.view import view
from alignment_maturity.result import Assessment
from report.sample import case as plain_case

from .sample import case, pointing


def test_a_card_names_the_documents_that_help() -> None:
    told = view(pointing(plain_case("rich"), ["sla", "meeting"]), "en")
    named = {
        card.rank: fact.value
        for card in told.steps.cards
        for fact in card.evidence
        if fact.label == "Worksheets"
    }
    steps = case("rich").plan.steps
    assert set(named) == {str(step.rank) for step in steps if step.action.worksheets}
    assert set(named.values()) == {"Service-level agreement (SLA) and Weekly meeting agenda"}


def test_the_report_lists_the_documents_its_plan_needs_with_their_commands() -> None:
    """Whoever reads on paper must know that the form exists, and how to get it."""
    found = pointing(plain_case("rich"), ["data-exchange", "sla"])
    table = _listed(found)
    assert table is not None
    (group,) = table.groups
    assert [entry.title for entry in group.entries] == [
        "Service-level agreement (SLA)", "Data-exchange agreement",
    ]  # fmt: skip
    ranks = ", ".join(str(step.rank) for step in found.plan.steps if step.action.worksheets)
    (actions,) = group.entries[0].cells
    assert actions.text == ranks
    assert " ".join(group.entries[0].command) == "alignment-maturity worksheet sla answers.yaml -o sla.docx"
    html = render_html(found, "it")
    assert "Modelli di lavoro per questo piano" in html
    assert '<span class="part">risposte.yaml</span>' in html


def test_a_plan_that_needs_no_document_lists_none() -> None:
    assert _listed(plain_case("rich")) is None
    assert "Worksheets for this plan" not in render_html(plain_case("rich"), "en")


def test_a_document_only_an_optional_action_points_to_is_not_needed() -> None:
    found = pointing(plain_case("rich"), ["sla"])
    by_pointing = {
        points: tuple(step for step in found.plan.steps if bool(step.action.worksheets) is points)
        for points in (True, False)
    }
    assert all(by_pointing.values())
    plan = dataclasses.replace(found.plan, steps=by_pointing[False], optional=by_pointing[True])
    assert _listed(dataclasses.replace(found, plan=plan)) is None


def test_exports_name_them_too() -> None:
    found = pointing(plain_case("rich"), ["sla"])
    lines = as_markdown(found, "it").decode().splitlines()
    pointing_tasks = [task for task in contents(found, "it").tasks if task.worksheets]
    optional = [task for task in contents(found, "it").optional if task.worksheets]
    wanted = "- **Modelli di lavoro:** Accordo sui livelli di servizio (SLA)"
    assert pointing_tasks
    assert lines.count(wanted) == len(pointing_tasks) + len(optional)
    assert "Modelli di lavoro: Accordo sui livelli di servizio (SLA)" in description(pointing_tasks[0], "it")
    assert "Modelli di lavoro: Accordo sui livelli di servizio (SLA)" in as_csv(found, "it").decode()


def test_programs_get_the_names() -> None:
    document = plan_document(pointing(plain_case("rich"), ["sla", "journey"]), "en")
    steps = document["steps"]
    assert isinstance(steps, list)
    assert ["sla", "journey"] in [step["worksheets"] for step in steps]


def _listed(found: Assessment) -> EntryTable | None:
    """Return the table of documents of a report."""
    section = view(found, "en").worksheets
    return section.table if section else None
