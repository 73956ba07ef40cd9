"""What `batch` shows of a run on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from alignment_maturity.language import Lang, decimal, percent
from alignment_maturity.language.screen import word
from alignment_maturity.phrasing.wording import whole

MOST = 5
"""Gates and actions shown."""


def show(console: Console, told: Mapping[str, Any], lang: Lang) -> None:
    """Show the summary: levels, quartiles of the index, what blocks most, what comes first, the speed.

    Each questionnaire is told of in the language of its results.

    Args:
        lang: of what concerns all, where these are not all in the same.
    """
    for questionnaire in told["questionnaires"]:
        _show(console, questionnaire, questionnaire["lang"])
    spoken = {questionnaire["lang"] for questionnaire in told["questionnaires"]}
    console.print(_speed(told, spoken.pop() if len(spoken) == 1 else lang))


def _show(console: Console, told: Mapping[str, Any], lang: Lang) -> None:
    console.print(_levels(told, lang))
    quartiles = told["index"]["quartiles"]
    if told["assessments"] > 1 and quartiles:
        figures = " / ".join(decimal(quartile, 1, lang) for quartile in quartiles)
        console.print(word("index-quartiles", lang, figures=figures))
    _list(console, "batch-gates", [(gate["name"], gate) for gate in told["blocking_gates"]], lang)
    _list(console, "batch-actions", [(action["title"], action) for action in told["first_actions"]], lang)


def _levels(questionnaire: Mapping[str, Any], lang: Lang) -> Table:
    title = word("batch-summary", lang, n=whole(questionnaire["assessments"], lang))
    table = Table(title=title, caption=questionnaire["id"], title_justify="left", caption_justify="left")
    table.add_column(word("level", lang))
    table.add_column(word("assessments", lang), justify="right")
    table.add_column(word("share", lang), justify="right")
    for level in questionnaire["levels"]:
        count = whole(level["assessments"], lang)
        table.add_row(f"{level['level']} {level['name']}", count, percent(level["share"], lang))
    return table


def _list(console: Console, title: str, named: Sequence[tuple[str, Mapping[str, Any]]], lang: Lang) -> None:
    if named:
        console.print(word(title, lang))
    for name, told in named[:MOST]:
        count = whole(told["assessments"], lang)
        console.print(f"  {count} ({percent(told['share'], lang)})  {name}")


def _speed(told: Mapping[str, Any], lang: Lang) -> str:
    """Say how much was read, how long it took, and what was left to be asked for."""
    said = word(
        "batch-speed",
        lang,
        respondents=whole(told["respondents"], lang),
        seconds=decimal(told["seconds"], 1, lang),
        rate=whole(round(told["respondents_per_second"]), lang),
    )
    return said if told["plans"] else f"{said}\n{word('batch-no-plans', lang)}"
