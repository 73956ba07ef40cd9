"""The questionnaires an id can stand for, as data and on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.table import Table

from alignment_maturity.cli.shell import Shell
from alignment_maturity.errors import InvalidInput
from alignment_maturity.language import decimal
from alignment_maturity.language.screen import word
from alignment_maturity.store.builtin import own_folder
from alignment_maturity.store.documents import read_document
from alignment_maturity.store.questionnaires import candidates, holds_questionnaire, read_questionnaire

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


def _is_questionnaire(path: Path) -> bool:
    try:
        return holds_questionnaire(read_document(path, pass_over=True))
    except InvalidInput:
        return False
