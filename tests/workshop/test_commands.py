"""What a line typed in a workshop means, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.errors import WrongUsage
from alignment_maturity.interview.workshop.commands import (
    Tally,
    Typed,
    Unclear,
    card,
    group_named,
    tallies,
    understand,
)
from alignment_maturity.interview.workshop.people import MOST, given_people, read_people
from alignment_maturity.language.workshop import COMMANDS, HELP, SYNTAX
from alignment_maturity.model.questionnaire import Group, Questionnaire
from alignment_maturity.model.room import Participants
from interview.scripted import MINI, TWO_LANGUAGES

VALUES = ("1", "2", "3", "5", "unknown", "n/a")
EXTENT = ("none", "partly", "fully", "unknown")


def read(
    line: str, values: tuple[str, ...] = VALUES, present: tuple[str, ...] = ("marketing", "sales")
) -> object:
    return tallies(line, TWO_LANGUAGES, values, present)


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("", Typed("enter")),
        (" 3 ", Typed("number", "3")),
        ("v", Typed("reveal")),
        ("Scopri", Typed("reveal")),
        ("g", Typed("again")),
        ("secondo giro", Typed("again")),
        ("= 3", Typed("agree", "3")),
        ("=3", Typed("agree", "3")),
        ("=", Typed("agree")),
        ("= -", Typed("agree", "-")),
        ("= d", Typed("agree", "d")),
        ("concordato 4", Typed("agree", "4")),
        ("agreed: 4", Typed("agree", "4")),
        ("n Chiedere ad Ada", Typed("note", "Chiedere ad Ada")),
        ("nota", Typed("note")),
        ("p", Typed("park")),
        ("rimanda", Typed("park")),
        (">", Typed("next")),
        ("b", Typed("back")),
        ("j 3", Typed("jump", "3")),
        ("vai goals", Typed("jump", "goals")),
        ("decisioni", Typed("review")),
        ("annulla", Typed("undo")),
        ("scala", Typed("ladder")),
        ("pausa", Typed("pause")),
        ("partecipanti marketing=4; vendite=Anna, Luca", Typed("people", "marketing=4; vendite=Anna, Luca")),
        ("lingua", Typed("language")),
        ("risultato", Typed("finish")),
        ("esci", Typed("quit")),
        ("m 2 3 3", Typed("text", "m 2 3 3")),
        ("v 2 3", Typed("text", "v 2 3")),
        ("go on with it", Typed("jump", "on with it")),
        ("pausa pranzo alle 13", Typed("text", "pausa pranzo alle 13")),
    ],
)
def test_a_line_is_understood(line: str, typed: Typed) -> None:
    assert understand(line) == typed


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        ("m 2 3 3", [Tally("marketing", ("2", "3", "3"))]),
        ("M 2,3,3", [Tally("marketing", ("2", "3", "3"))]),
        ("marketing: 1", [Tally("marketing", ("1",))]),
        ("m 4", [Tally("marketing", ("5",))]),  # the number in front of the option, not its level
        ("s 3x2 1", [Tally("sales", ("3", "3", "1"))]),
        ("s 3*2", [Tally("sales", ("3", "3"))]),
        ("s 3×2", [Tally("sales", ("3", "3"))]),
        ("v 2", [Tally("sales", ("2",))]),
        ("Vendite 2", [Tally("sales", ("2",))]),
        ("m ? d non 2", Unclear("no-cards-read", "non")),
        ("m ? d ns -  na", [Tally("marketing", ("unknown", "unknown", "unknown", "n/a", "n/a"))]),
        ("m ?x3", [Tally("marketing", ("unknown",) * 3)]),
        ("m", [Tally("marketing", ())]),
        ("m 0", [Tally("marketing", ())]),
        ("m 2 3; v 1 1", [Tally("marketing", ("2", "3")), Tally("sales", ("1", "1"))]),
        ("m 2;", [Tally("marketing", ("2",))]),
        ("m 9", Unclear("no-cards-read", "9")),
        ("m 2 x", Unclear("no-cards-read", "x")),
        ("m 2; z 3", Unclear("which-function", "z")),
        ("2 3", Unclear("which-function", "2 3")),
        ("we talked about prices", Unclear("text", "we talked about prices")),
        ("we have 2 of them", Unclear("which-function", "we have")),
    ],
)
def test_cards_are_counted(line: str, counted: object) -> None:
    assert read(line) == counted


def test_a_single_function_need_not_be_named() -> None:
    assert read("2 3 3", present=("sales",)) == [Tally("sales", ("2", "3", "3"))]
    assert read("s 2", present=("sales",)) == [Tally("sales", ("2",))]


def test_cards_of_a_statement_are_the_numbers_in_front_of_its_options() -> None:
    assert read("m 1 3", EXTENT) == [Tally("marketing", ("none", "fully"))]
    assert card("4", EXTENT) is None


def with_groups(*names: str) -> Questionnaire:
    groups = tuple(
        Group.model_validate({"id": name.lower().replace(" ", "-"), "name": name, "weight": 1})
        for name in names
    )
    return MINI.model_copy(update={"groups": groups, "compare": ()})


def test_a_function_is_named_by_a_beginning_that_no_other_has() -> None:
    asked = with_groups("Sales", "Sales support", "Service", "Customer care")

    assert group_named("sales", asked) == "sales"
    assert group_named("sales s", asked) == "sales-support"
    assert group_named("sales-s", asked) == "sales-support"
    assert group_named("se", asked) == "service"
    assert group_named("CUSTOMER", asked) == "customer-care"
    for unclear in ("s", "", "x", "salesman"):
        assert group_named(unclear, asked) is None
    assert tallies("customer care 2 ?", asked, VALUES, ("sales",)) == [
        Tally("customer-care", ("2", "unknown"))
    ]


def test_no_word_stands_for_two_commands() -> None:
    words = [word for group in COMMANDS.values() for word in group]

    assert len(words) == len(set(words))
    assert words == [word.lower() for word in words]


CARDS = {"cards", "times", "no-option", "several", "enter"}


def test_the_help_names_every_command_with_words_that_work() -> None:
    assert SYNTAX.keys() == HELP.keys() == {*CARDS, *COMMANDS} - {"help"}
    for command in SYNTAX.keys() - CARDS:
        for syntax in SYNTAX[command]:
            for words in syntax.split(", "):
                typed = words.replace("TESTO", "x").replace("TEXT", "x").replace(" N", " 5")
                assert understand(typed).command == command
    for lang in ("it", "en"):
        for example in CARDS - {"enter", "several"}:
            assert isinstance(read(getattr(SYNTAX[example], lang)), list)


@given(st.text())
def test_any_line_is_understood_as_something_and_no_text_is_lost(line: str) -> None:
    typed = understand(line)

    assert typed.command != "text" or typed.argument == line.strip()
    assert isinstance(read(line), list | Unclear)


# Who is there


def test_participants_are_counts_or_names() -> None:
    assert given_people(["marketing=4", "ven = Anna,  Luca "], TWO_LANGUAGES) == {
        "marketing": Participants(count=4),
        "sales": Participants(count=2, names=("Anna", "Luca")),
    }
    assert given_people(["m=1; s=2"], TWO_LANGUAGES)["sales"].count == 2


@pytest.mark.parametrize(
    "text", ["marketing", "marketing=", "marketing=-2", "marketing=4 people", "=3", f"m={MOST + 1}"]
)
def test_participants_that_cannot_be_read_are_refused(text: str) -> None:
    with pytest.raises(WrongUsage) as wrong:
        given_people([text], TWO_LANGUAGES)
    assert wrong.value.code == ("participants-of-nobody" if text == "=3" else "participants-unreadable")


def test_participants_of_a_function_that_is_none_are_refused() -> None:
    with pytest.raises(WrongUsage) as wrong:
        given_people(["finance=3"], TWO_LANGUAGES)
    assert wrong.value.values == {"found": "finance", "known": "marketing, sales"}


@given(st.text())
def test_whatever_is_typed_for_people_can_be_kept(text: str) -> None:
    people = read_people(text)

    assert people is None or 0 <= people.count <= MOST
    assert people is None or len(people.names) in {0, people.count}
