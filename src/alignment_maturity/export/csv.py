"""The plan as CSV, one row a task, for the importers of Jira, Asana, Trello and Planner.

The header is English in every language, because importers go by it. The names are Jira’s, free of the
punctuation it cannot bear; the first three columns stand in the order Asana wants; the others let their users
map columns. Dates are ISO. There is no column for an assignee, because importers look for a person there
and an owner is a function: `Owner` holds its name, and so does a label, to filter by.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from alignment_maturity.export.contents import Task, capitalised, contents, description
from alignment_maturity.formats.csv_table import as_csv as table
from alignment_maturity.language.export import word

if TYPE_CHECKING:
    import datetime as dt

    from alignment_maturity.language import Lang
    from alignment_maturity.result import Assessment

COLUMNS = (
    "Summary", "Description", "Section", "Start Date", "Due Date", "Priority", "Labels", "Owner",
    "Effort", "Weeks", "Rank", "Action",
)  # fmt: skip
"""`Section` is a column of a board: by when. `Effort` counts person-days; `Action` is the action's id."""


def as_csv(result: Assessment, lang: Lang) -> bytes:
    """Write the plan and what is optional, with the byte-order mark by which Excel reads the accents."""
    plan = contents(result, lang)
    return codecs.BOM_UTF8 + table(COLUMNS, (_row(task, lang) for task in (*plan.tasks, *plan.optional)))


def _row(task: Task, lang: Lang) -> dict[str, object]:
    return {
        "Summary": task.title,
        "Description": description(task, lang),
        "Section": capitalised(task.horizon),
        "Start Date": _day(task.start),
        "Due Date": _day(task.end),
        "Priority": _priority(task),
        "Labels": " ".join(_labels(task, lang)),
        "Owner": task.owner,
        "Effort": _number(task.effort),
        "Weeks": _number(task.weeks),
        "Rank": task.rank,
        "Action": task.id,
    }


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _priority(task: Task) -> str:
    """Return one of the names that importers know, in English like the header."""
    if task.optional:
        return "Low"
    return "High" if task.priority or task.gates else "Medium"


def _labels(task: Task, lang: Lang) -> list[str]:
    """Return labels of one word each: Jira takes a blank, others a comma for the end of a label."""
    labels = [*task.functions, *([word("optional", lang)] if task.optional else [])]
    return ["-".join(re.findall(r"[^\s,;]+", label.lower())) for label in labels]


def _number(value: float) -> str:
    """Write a number with all its digits and none too many: `6`, `0.25`, `1000000`."""
    return str(int(value)) if value.is_integer() else str(value)
