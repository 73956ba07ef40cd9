"""What a typed line means, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.interview.commands import Typed, understand
from alignment_maturity.language.interview import COMMANDS, HELP, SYNTAX


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("", Typed("enter")),
        ("   ", Typed("enter")),
        ("3", Typed("number", "3")),
        (" 3. ", Typed("number", "3")),
        ("3)", Typed("number", "3")),
        ("?", Typed("help")),
        ("Indietro", Typed("back")),
        ("B", Typed("back")),
        ("n/a", Typed("n/a")),
        ("Non applicabile", Typed("n/a")),
        ("non  so", Typed("unknown")),
        ("Don’t know", Typed("unknown")),
        ("n", Typed("note")),
        ("n Chiedere ad Ada", Typed("note", "Chiedere ad Ada")),
        ("Nota: chiedere", Typed("note", "chiedere")),
        ("note The plan is in the CRM", Typed("note", "The plan is in the CRM")),
        ("ev contratto.pdf", Typed("evidence", "contratto.pdf")),
        ("n\tdue righe", Typed("note", "due righe")),
        ("n prima\nseconda", Typed("note", "prima\nseconda")),
        ("j 5", Typed("jump", "5")),
        ("vai goals", Typed("jump", "goals")),
        ("riepilogo", Typed("review")),
        ("esci", Typed("quit")),
        # Prose that only begins like a command is prose: it is offered as a note, never acted upon.
        ("3 because we have a document", Typed("text", "3 because we have a document")),
        ("back then we had a plan", Typed("text", "back then we had a plan")),
        ("d’accordo", Typed("text", "d’accordo")),
        ("e poi abbiamo un CRM", Typed("text", "e poi abbiamo un CRM")),
        ("no", Typed("text", "no")),
        ("123456", Typed("text", "123456")),
        ("٣", Typed("text", "٣")),
    ],
)
def test_a_line_is_understood(line: str, typed: Typed) -> None:
    assert understand(line) == typed


def test_no_word_stands_for_two_commands() -> None:
    words = [word for group in COMMANDS.values() for word in group]

    assert len(words) == len(set(words))
    assert words == [word.lower() for word in words]


def test_the_help_names_every_command_with_words_that_work() -> None:
    assert SYNTAX.keys() == HELP.keys() == {"number", "enter", *COMMANDS} - {"help"}
    for command in SYNTAX.keys() - {"number", "enter"}:
        for syntax in SYNTAX[command]:
            for words in syntax.split(", "):
                typed = words.replace("TESTO", "x").replace("TEXT", "x").replace("N", "5")
                assert understand(typed).command == command


@given(st.text())
def test_any_line_is_understood_as_something_and_no_text_is_lost(line: str) -> None:
    typed = understand(line)

    assert typed.command != "text" or typed.argument == line.strip()
