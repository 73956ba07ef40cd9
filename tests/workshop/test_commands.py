"""What a line typed in a workshop means, in both languages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.errors import WrongUsage
from alignment_maturity.interview.workshop.commands import (
    Tally,
    Typed,
    Unclear,
    card,
    card_to_type,
    group_named,
    hide_cards,
    name_to_type,
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
) -> list[Tally] | Unclear:
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
    assert understand(line, read) == typed


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
        Group.model_validate(
            {"id": re.sub("[^a-z0-9]+", "-", name.lower()).strip("-"), "name": name, "weight": 1}
        )
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


NUMBERED = with_groups("Sales 1", "Sales 2", "Sales", "7 Hills; east", "Go to market", "Area 12 [bold]")


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        ("sales 1 2 3", [Tally("sales-1", ("2", "3"))]),
        ("Sales  2: 3", [Tally("sales-2", ("3",))]),
        ("sales-2 3", [Tally("sales-2", ("3",))]),
        ("Sales: 1 3", [Tally("sales", ("1", "3"))]),  # a colon ends the name
        ("sales 3 3", [Tally("sales", ("3", "3"))]),  # there is no Sales 3
        ("sales 1 0", [Tally("sales-1", ())]),
        ("sales 1", Unclear("which-function", "sales 1")),  # or a card of Sales?
        ("sale 1", Unclear("which-function", "sale")),
        ("7 hills; east 2; go to market 1", [Tally("7-hills-east", ("2",)), Tally("go-to-market", ("1",))]),
        ("area 12 [bold] 2x2", [Tally("area-12-bold", ("2", "2"))]),
        ("area 12", Unclear("no-cards-read", "12")),
        ("sales 1 x", Unclear("no-cards-read", "x")),
        (",", Unclear("text", "")),
    ],
)
def test_names_may_hold_digits_and_spaces(line: str, counted: object) -> None:
    """Whose function is called Sales 1 must be able to vote at all."""
    assert tallies(line, NUMBERED, VALUES, ("sales-1", "sales-2")) == counted


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("go to market 2 3", Typed("text", "go to market 2 3")),
        ("go 2", Typed("jump", "2")),
        ("people: 2 3", Typed("text", "people: 2 3")),
        ("people 2 3", Typed("text", "people 2 3")),
        ("people sales=3", Typed("people", "sales=3")),
        ("n 2 3", Typed("text", "n 2 3")),
        ("n 2", Typed("text", "n 2")),
        ("n 2 of us", Typed("note", "2 of us")),
        ("n", Typed("note")),
        ("j 2", Typed("jump", "2")),
        ("j 2 3", Typed("text", "j 2 3")),
        ("agree 2", Typed("agree", "2")),
        ("= 2", Typed("agree", "2")),
    ],
)
def test_what_makes_sense_as_cards_is_no_note(line: str, typed: Typed) -> None:
    """The facilitator who types the cards of Nord must not write “2 3” into the note."""
    asked = with_groups("Nord", "People", "Juniors", "Go to market", "Agreements", "Sales")
    assert understand(line, lambda text: tallies(text, asked, VALUES, ())) == typed


def test_two_functions_of_one_name_go_by_their_ids() -> None:
    groups = [Group.model_validate({"id": key, "name": "Area", "weight": 1}) for key in ("a1", "a2")]
    twins = MINI.model_copy(update={"groups": tuple(groups)})

    assert tallies("area 2", twins, VALUES, ("a1", "a2")) == Unclear("which-function", "area")
    assert tallies("a2 2", twins, VALUES, ("a1", "a2")) == [Tally("a2", ("2",))]


NAMES = st.lists(
    st.text("ab1 2;:=?-.é", min_size=1, max_size=6).filter(str.strip).map(str.strip), min_size=1, max_size=5
)


@given(NAMES, st.lists(st.sampled_from(("1", "2", "?", "-")), min_size=1, max_size=3))
def test_what_the_program_fills_in_is_read_as_that_function(names: list[str], cards: list[str]) -> None:
    """The facilitator who presses a digit must not be told that the function is unknown."""
    groups = [
        Group.model_validate({"id": f"g{at}", "name": name, "weight": 1}) for at, name in enumerate(names)
    ]
    asked = MINI.model_copy(update={"groups": tuple(groups)})
    asked.__dict__["group_by_id"] = {group.id: group for group in groups}
    for group in groups:
        line = f"{name_to_type(asked, group.id, 'en')} {' '.join(cards)}"
        values = tuple(str(card(each, VALUES)) for each in cards)
        assert tallies(line, asked, VALUES, [each.id for each in groups]) == [Tally(group.id, values)]
        assert hide_cards(line, asked).endswith(f": {' '.join('•' for _ in cards)}")


def test_cards_are_hidden_while_they_are_typed_and_names_are_not() -> None:
    for typed, shown in (
        ("sales 1: 2 3; m 4 ?", "sales 1: • •; m • •"),
        ("Sales 2 3x2", "Sales 2 •"),
        ("7 hills; east 1", "7 hills; east •"),
        ("d", "d"),
        ("dir d ns", "dir • •"),
        ("dir 3x", "dir •"),
        ("dir n/", "dir •"),
        ("dir 10, unknow", "dir •, •"),
        ("n/a 10", "• •"),
        ("2 3", "• •"),
        ("", ""),
    ):
        assert hide_cards(typed, NUMBERED) == shown


def test_every_card_can_be_written_as_it_is_typed() -> None:
    for values in (VALUES, EXTENT):
        assert [card(card_to_type(value, values), values) for value in values] == list(values)


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
                assert understand(typed, read).command == command
    for lang in ("it", "en"):
        for example in CARDS - {"enter", "several"}:
            assert isinstance(read(getattr(SYNTAX[example], lang)), list)


@given(st.text())
def test_any_line_is_understood_as_something_and_no_text_is_lost(line: str) -> None:
    typed = understand(line, read)

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
