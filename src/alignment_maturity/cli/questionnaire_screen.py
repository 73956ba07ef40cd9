"""Questionnaires on the screen: the catalogue, and one of them in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from alignment_maturity.cli.shell import Shell
from alignment_maturity.errors import InvalidInput
from alignment_maturity.language import Lang, decimal
from alignment_maturity.language.screen import word
from alignment_maturity.model.questionnaire import Question, Questionnaire, Rubric, RubricOption
from alignment_maturity.phrasing import wording
from alignment_maturity.store.builtin import own_folder
from alignment_maturity.store.documents import read_document
from alignment_maturity.store.questionnaires import (
    Loaded,
    candidates,
    holds_questionnaire,
    read_questionnaire,
)

Entry = Mapping[str, object]


def catalogue(shell: Shell) -> list[Entry]:
    """Return what is known of every questionnaire an id can stand for.

    Files beside that are no questionnaires (answers, say) are left out; a faulty questionnaire is named.
    """
    entries: list[Entry] = []
    for place, path in candidates(Path()):
        facts: dict[str, object] = {"id": path.stem, "place": place, "file": str(path)}
        if place == "beside" and not _is_questionnaire(path):
            continue
        try:
            loaded = read_questionnaire(path)
        except InvalidInput:
            entries.append({**facts, "valid": False})
            continue
        questionnaire = loaded.questionnaire
        entries.append(
            {
                **facts,
                "valid": True,
                "title": questionnaire.title.in_(shell.lang_for(questionnaire)),
                "version": questionnaire.version,
                "languages": list(questionnaire.languages),
                "questions": len(questionnaire.questions),
                "actions": len(questionnaire.actions),
                "minutes": questionnaire.minutes,
            }
        )
    return entries


def _is_questionnaire(path: Path) -> bool:
    try:
        return holds_questionnaire(read_document(path, pass_over=True))
    except InvalidInput:
        return False


def show_catalogue(shell: Shell, entries: Sequence[Entry]) -> None:
    """Print the catalogue as a table, and where one's own questionnaires belong."""
    lang = shell.lang
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("id", "title", "questions", "minutes", "languages", "place"):
        table.add_column(word(f"column-{column}", lang), overflow="fold")
    for entry in entries:
        languages = entry.get("languages")
        minutes = entry.get("minutes")
        table.add_row(
            str(entry["id"]),
            str(entry.get("title", word("faulty", lang))),
            str(entry.get("questions", "")),
            decimal(minutes, 0, lang) if isinstance(minutes, float) else "",
            ", ".join(languages) if isinstance(languages, list) else "",
            word(f"place-{entry['place']}", lang),
        )
    console = shell.output()
    console.print(table)
    console.print(f"\n{word('own-folder', lang)} {own_folder()}")


def show_questionnaire(shell: Shell, loaded: Loaded) -> None:
    """Print a questionnaire: its levels, its questions with their options, its actions."""
    lang = shell.lang_for(loaded.questionnaire)
    console = shell.output()
    console.print(Group(*_sections(loaded.questionnaire, lang)), width=min(console.width, 100))


def _sections(questionnaire: Questionnaire, lang: Lang) -> Iterator[RenderableType]:
    yield Text(questionnaire.title.in_(lang), style="bold")
    facts = [f"{questionnaire.id} {questionnaire.version}", ", ".join(questionnaire.languages)]
    if questionnaire.minutes:
        facts.append(f"{decimal(questionnaire.minutes, 0, lang)} min")
    yield Text(" · ".join(facts), style="dim")
    if questionnaire.description:
        yield Text(questionnaire.description.in_(lang))
    yield Text(f"\n{word('levels', lang)}", style="bold")
    for level in questionnaire.scale:
        yield Text.assemble(
            (f"{level.level} {level.name.in_(lang)}", "bold"), f"  {level.description.in_(lang)}"
        )
    for dimension in questionnaire.dimensions:
        yield Text(f"\n{dimension.name.in_(lang)}", style="bold underline")
        for question in questionnaire.questions_of(dimension.id):
            yield from _question(questionnaire, question, lang)
    yield Text(f"\n{word('actions', lang)}", style="bold")
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold")
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True)
    for action in questionnaire.actions:
        effort = wording.effort(action.effort, lang)
        table.add_row(Text(action.id, style="dim"), Text(action.title.in_(lang)), Text(effort, style="dim"))
    yield table


def _question(questionnaire: Questionnaire, question: Question, lang: Lang) -> Iterator[RenderableType]:
    gates = ", ".join(map(str, question.gate))
    head = Text.assemble((f"\n{question.name.in_(lang)}", "bold"), (f"  {question.id}", "dim"))
    if gates:
        head.append(f"  {word('gate-of', lang)} {gates}", style="yellow")
    if not isinstance(question, Rubric):
        head.append(f"  {word('level', lang)} {question.level}", style="dim")
    yield head
    yield Text(question.text.in_(lang))
    options = Table.grid(padding=(0, 1))
    options.add_column(no_wrap=True)
    options.add_column(ratio=1)
    for option in questionnaire.options_of(question):
        mark = (
            str(option.level)
            if isinstance(option, RubricOption)
            else f"{decimal(100 * option.credit, 0, lang)}%"
        )
        options.add_row(Text(f"  {mark}", style="bold"), Text(option.text.in_(lang)))
    yield Padding(options, (0, 0, 0, 0))
