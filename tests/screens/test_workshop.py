"""The facilitator's full screen, driven by keys, with the state machine as oracle."""

from __future__ import annotations

import subprocess
import sys

import pytest
from textual.binding import Binding
from textual.events import Paste
from textual.pilot import Pilot

from alignment_maturity.errors import WorkFailed
from alignment_maturity.interview.moves import Finish, Jump, Next
from alignment_maturity.interview.session import Stage
from alignment_maturity.interview.workshop.events import Agree, Cast, Count, NewRound, Park, Reveal, Write
from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.interview.workshop.spread import spreads
from alignment_maturity.language import Lang
from alignment_maturity.language.workshop_screen import CRIB, HELP
from alignment_maturity.model.questionnaire import UNKNOWN
from alignment_maturity.model.room import Participants
from alignment_maturity.screens.ending import EndPage
from alignment_maturity.screens.saving import UnsavedBox
from alignment_maturity.screens.workshop.page import TablePage
from interview.scripted import MINI, TWO_LANGUAGES
from screens.pictures import snapshot
from screens.stage import wordy
from screens.tables import LARGE, SMALL, Table, press, type_text, until
from workshop.rooms import after, opened

MARKETING, SALES = "marketing", "sales"
PERSONAS = MINI.questions[0].id


def test_digits_count_cards_function_after_function() -> None:
    """Eight people are counted with eight keys."""
    table = Table()
    text = table.typed("2 3 3", "1 0")
    expected = after(
        opened(),
        *(Count(MARKETING, value) for value in ("2", "3", "3")),
        Count(SALES, "1"),
        Count(SALES, UNKNOWN),
    )
    assert table.meeting.items == expected.items
    assert "3 of 3 ✓" in text
    assert "2 of 2 ✓" in text


def test_a_function_is_chosen_and_cards_are_taken_back() -> None:
    """A miscounted card is mended on the spot."""
    table = Table()

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "right 1 left 2 3 backspace")
        assert table.meeting.item.open == {MARKETING: {"2": 1}, SALES: {"1": 1}}
        await press(pilot, "right delete")
        assert table.meeting.item.open == {MARKETING: {"2": 1}}
        await press(pilot, "left 3 3")
        await press(pilot, "backspace")  # of marketing, though the next function has its turn
        assert table.meeting.item.open == {MARKETING: {"2": 1, "3": 1}}

    table.run(play)


def test_taking_a_card_back_leaves_everything_else() -> None:
    """Backspace never undoes a note or a value that was agreed on."""
    table = Table(after(opened(), Count(MARKETING, "2"), Write("why")))
    text = table.typed("backspace")
    assert table.meeting.item.note == "why"
    assert "not a card" in text


def test_cards_are_typed_on_a_line() -> None:
    """Whoever counts by function types what `--plain` takes."""
    table = Table()

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "full_stop")
        await type_text(pilot, "m 2 3x2; s 1 ?")
        assert "• •; s • •" in table.seen
        await press(pilot, "enter")

    table.run(play)
    cast = (Cast(MARKETING, ("2", "3", "3")), Cast(SALES, ("1", UNKNOWN)))
    assert table.meeting.items == after(opened(), *cast).items


def test_what_is_no_card_is_refused_on_the_line() -> None:
    """A slip of the finger counts nothing, and the line can be mended."""
    table = Table()

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "full_stop")
        await type_text(pilot, "m 2 9")
        await press(pilot, "enter")
        assert "is no card" in table.seen
        await press(pilot, "backspace")
        await type_text(pilot, "3")
        await press(pilot, "enter")

    table.run(play)
    assert table.meeting.item.open == {MARKETING: {"2": 1, "3": 1}}


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_screen_is_the_same_whatever_the_hidden_cards_say(size: tuple[int, int]) -> None:
    """With this screen on the projector nobody sees a card before it is revealed."""

    def shown(keys: str) -> str:
        table, picture = Table(), ""

        async def play(pilot: Pilot[None]) -> None:
            nonlocal picture
            await press(pilot, keys, "full_stop")
            await type_text(pilot, "s " + keys.split(maxsplit=1)[0])
            picture = snapshot(table.app)

        table.run(play, size)
        return picture

    assert shown("1 1 1") == shown("5 2 0")


def test_a_card_that_is_typed_looks_like_any_other() -> None:
    """Its length, or a sign of it that is no card by itself, would tell the room what somebody voted."""

    def shown(card: str) -> list[str]:
        table, lines = Table(), []

        async def play(pilot: Pilot[None]) -> None:
            await press(pilot, "full_stop")
            await type_text(pilot, "s ")
            for sign in card:
                await type_text(pilot, sign)
                lines.append(next(line for line in table.seen.splitlines() if "▏" in line).strip())

        table.run(play)
        return lines

    for card in ("d", "ns", "na", "n/a", "10", "3x2", "unknown", "n.a."):
        assert set(shown(card)) == set(shown("1")), card


def test_a_number_beyond_the_options_counts_nothing() -> None:
    """Options of other questionnaires are valued 2, 4, 6: `4` would count the second, and nobody see it."""
    options = [{"value": value, "credit": 0.5, "text": value} for value in ("2", "4", "6")]
    question = {"id": "q", "dimension": "d", "text": "?", "name": "Q", "kind": "statement", "level": 2}
    groups = [{"id": "marketing", "name": "Marketing"}, {"id": "sales", "name": "Sales"}]
    asked = wordy(3, groups=groups, questions=[{**question, "options": options}])
    table = Table(opened(asked))
    text = table.typed("4")
    assert table.meeting.item.open == {}
    assert "There is no option 4: they go from 1 to 3" in text
    table = Table(opened(asked))
    table.typed("2")
    assert table.meeting.item.open == {MARKETING: {"4": 1}}


@pytest.mark.parametrize("key", ["j", "w", "a", "full_stop"])
def test_a_long_paste_ends_nothing(key: str) -> None:
    """The wrong clipboard in the middle of a meeting."""
    table = Table()

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, key)
        for text in ("9" * 6000, "²" * 10, "x" * 9000):
            table.app.screen.post_message(Paste(text))
            await pilot.pause()
            await press(pilot, "enter" if key != "j" else "tab")
        assert table.app.is_running
        await press(pilot, "escape")

    table.run(play)
    assert table.meeting.items == opened().items


def test_hidden_cards_are_seen_only_when_asked_for_and_hidden_again_by_themselves() -> None:
    """Whoever leads can check the count, is warned, and does not forget to hide the cards."""
    table = Table()

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "2 3")
        assert "2 × 1" not in table.seen
        await press(pilot, "h")
        assert "2 × 1   3 × 1" in table.seen
        assert "can be seen on this screen" in table.seen
        await press(pilot, "s b")
        assert "2 × 1" not in table.seen

    table.run(play)


def test_enter_leads_through_the_whole_workshop() -> None:
    """Reveal, agree on what is unanimous, go on: one key, and the machine agrees."""
    table, oracle = Table(), opened()

    async def play(pilot: Pilot[None]) -> None:
        for _ in MINI.questions:
            await press(pilot, "2 2 2 2 2 enter enter enter")

    table.run(play)
    for question in MINI.questions:
        value = [*MINI.values_of(question.id)][1]
        cards = (Cast(MARKETING, (value,) * 3), Cast(SALES, (value,) * 2))
        oracle = after(oracle, *cards, Reveal(), Agree(value), Next())
    assert {key: item.discussion for key, item in table.meeting.items.items()} == {
        key: item.discussion for key, item in oracle.items.items()
    }
    assert table.meeting.stage is Stage.REVIEWING


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize(
    ("marketing", "sales"),
    [
        (("2", "2"), ("2",)),
        (("3", "3"), ("1",)),
        (("2", "2"), ("1",)),
        (("3",), ("2",)),
        ((UNKNOWN,), ("4",)),
        (("2",), ()),
    ],
)
def test_the_probe_appears_exactly_where_the_functions_are_far_apart(
    marketing: tuple[str, ...], sales: tuple[str, ...], size: tuple[int, int]
) -> None:
    """The room discusses what divides it, and nothing else."""
    meeting = after(opened(), Cast(MARKETING, marketing), Cast(SALES, sales), Reveal())
    far = spreads(MINI)(meeting.present, meeting.item.last_round).far_apart
    text = Table(meeting).typed(size=size)
    assert ("recent example" in " ".join(text.split())) == far


def test_the_second_round_is_shown_beside_the_first() -> None:
    """The room sees who moved; both rounds are kept."""
    table = Table()
    text = table.typed("1 3 3", "1 1", "enter", "g", "3 3 3", "1 2", "enter", size=LARGE)
    expected = after(
        opened(),
        Cast(MARKETING, ("1", "3", "3")), Cast(SALES, ("1", "1")), Reveal(), NewRound(),
        Cast(MARKETING, ("3", "3", "3")), Cast(SALES, ("1", "2")), Reveal(),
    )  # fmt: skip
    assert table.meeting.item.rounds == expected.item.rounds
    assert "Second round: votes revealed" in text
    assert {"1→0", "2→3", "2→1", "0→1"} <= {word for word in text.split() if "→" in word}
    assert "Since the round before: Marketing +0.7, Sales +0.5" in text


def test_a_round_is_not_revealed_by_accident() -> None:
    """While somebody still thinks, Enter only says whose cards are missing; v reveals them all the same."""
    table = Table()

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "2 2 2 1 enter")
        assert not table.meeting.item.rounds
        assert "Cards are missing: Sales 1 of 2" in table.seen
        await press(pilot, "v")
        assert len(table.meeting.item.rounds) == 1

    table.run(play)


def test_the_agreed_value_takes_one_digit_and_can_be_taken_back() -> None:
    """Agreeing is as quick as counting a card."""
    table = Table(after(opened(), Cast(MARKETING, ("1",)), Cast(SALES, ("2",)), Reveal()))

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "a 2")
        assert table.meeting.item.agreed == "2"
        assert "✓ Agreed value" in table.seen
        await press(pilot, "a minus")
        assert "holds for every organisation" in table.seen
        await press(pilot, "escape a 0")
        assert table.meeting.item.agreed == UNKNOWN
        await press(pilot, "a delete")
        assert table.meeting.item.agreed is None

    table.run(play)


def test_a_note_is_written_saved_and_undone() -> None:
    """The reasons are kept with the value."""
    table = Table()

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "n")
        await type_text(pilot, "two [b] lists")
        await press(pilot, "escape")
        assert table.meeting.item.note == "two [b] lists"
        assert "Note: two [b] lists" in table.seen
        assert table.disk.meeting.item.note == "two [b] lists"
        await press(pilot, "u")
        assert table.meeting.item.note == ""

    table.run(play)


def test_what_is_typed_faster_than_the_screen_turns_arrives_where_it_belongs() -> None:
    """A quick hand, or a slow connection: keys go to what the ones before have opened."""
    table = Table()

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "2 3 3 2 2 enter a 2 n", *"because")
        assert "because" in table.seen
        await press(pilot, "escape")
        await press(pilot, "s full_stop m space 1 space 1 enter b")

    table.run(play)
    first, second = (question.id for question in MINI.questions[:2])
    oracle = after(
        opened(), Cast(MARKETING, ("2", "3", "3")), Cast(SALES, ("2", "2")), Reveal(), Agree("2"),
        Write("because"), Next(), Cast(MARKETING, ("1", "1")),
    )  # fmt: skip
    assert table.meeting.item_of(first) == oracle.item_of(first)
    assert table.meeting.item_of(second) == oracle.item_of(second)


def test_ctrl_c_keeps_the_open_note() -> None:
    """Nothing typed is lost when somebody has to leave at once."""
    table = Table()

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "n")
        await type_text(pilot, "half a")
        await press(pilot, "ctrl+c")

    table.run(play)
    assert table.disk.meeting.item.note == "half a"


def test_questions_are_parked_and_taken_up_again() -> None:
    """What cannot be settled now is on the parking lot, and comes off it."""
    table = Table()

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "p")
        assert [question.id for question in table.meeting.parked] == [MINI.questions[0].id]
        assert "Parked" in table.seen
        await press(pilot, "p")
        assert not table.meeting.parked

    table.run(play)


def test_every_change_is_saved_before_it_is_seen() -> None:
    """Whatever happens to the laptop, what the room saw is on disk."""
    table = Table()

    async def play(pilot: Pilot[None]) -> None:
        for keys in ("2", "2 3 1 1", "enter", "a 2", "p", "u", "s"):
            await press(pilot, keys)
            assert table.disk.meeting.items == table.meeting.items
            assert table.disk.meeting.present == table.meeting.present

    table.run(play)


def test_time_is_counted_against_the_share_of_a_question_and_the_agenda() -> None:
    """Whoever leads sees, with a sign and in words, that the room is late."""
    table = Table(opened(minutes=10))  # 2 minutes a question

    async def play(pilot: Pilot[None]) -> None:
        table.pass_seconds(65)
        await pilot.pause()
        assert "1:05 / 2:00" in table.seen
        assert "on time" in table.seen
        assert "▲" not in table.seen
        table.pass_seconds(240)
        await pilot.pause()
        assert "5:05 / 2:00  ▲ 3:05 over" in table.seen
        assert "3 min behind" in table.seen
        assert "╌" in table.seen
        await press(pilot, "z")
        table.pass_seconds(600)
        await pilot.pause()
        assert "‖ clock stopped" in table.seen
        assert table.meeting.seconds == 305
        await press(pilot, "z p s p s p s p s")
        assert "min ahead" in table.seen

    table.run(play)


def test_time_alone_is_saved_every_ten_seconds() -> None:
    """A dead battery costs the clock ten seconds, and the disk is not worn out."""
    table = Table()

    async def play(pilot: Pilot[None]) -> None:
        await pilot.pause()
        before = len(table.disk.saved)
        for _ in range(25):
            table.pass_seconds(1)
        assert len(table.disk.saved) - before == 2
        assert table.disk.meeting.seconds == 20

    table.run(play)


def test_without_a_time_for_the_agenda_only_what_is_settled_is_shown() -> None:
    """A workshop without a clock is not told that it is late."""
    text = Table().typed("p")
    assert "1 of 5 settled" in text
    assert "min" not in text


def test_the_list_goes_to_a_question_and_tells_how_each_stands() -> None:
    """A question comes up in the discussion: it is two keys away."""
    first, second, third, fourth, _ = (question.id for question in MINI.questions)
    meeting = after(
        opened(),
        Agree("2"),
        Jump(second), Park(),
        Jump(third), Cast(MARKETING, ("4",)), Cast(SALES, ("1",)), Reveal(),
        Jump(fourth), Cast(MARKETING, ("2",)), Cast(SALES, ("2",)), Reveal(),
        Jump(first),
    )  # fmt: skip
    table = Table(meeting)

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "j")
        for sign, number in zip("✓»≠●·", range(1, 6), strict=True):
            assert f"{number} {sign}  " in table.seen
        await press(pilot, "4 enter")
        assert table.meeting.present == fourth
        await press(pilot, "j up enter")
        assert table.meeting.present == third

    table.run(play)


def test_the_agenda_goes_by_disagreement_where_there_are_votes() -> None:
    """What divides the functions comes first when answers were collected before."""
    third = MINI.questions[2].id
    rounds = {
        MINI.questions[0].id: {MARKETING: {"2": 3}, SALES: {"2": 2}},
        third: {MARKETING: {"4": 3}, SALES: {"1": 2}},
    }
    table = Table(opened(rounds=rounds))

    async def play(pilot: Pilot[None]) -> None:
        assert "Votes collected before the meeting, still hidden" in table.seen
        await press(pilot, "o")
        assert table.meeting.agenda[0] == third
        assert "furthest apart come first" in " ".join(table.seen.split())
        await press(pilot, "o")
        assert table.meeting.agenda == opened().agenda

    table.run(play)
    assert "There are no votes yet" in Table().typed("o")


def test_who_is_there_can_be_changed() -> None:
    """Somebody comes late, somebody has to go."""
    table = Table()

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "w")
        await press(pilot, "backspace 4 down")
        await type_text(pilot, ", Sara")
        await press(pilot, "enter")
        assert table.meeting.participants[MARKETING].count == 4
        assert table.meeting.participants[SALES].names == ("Anna", "Luca", "Sara")
        await press(pilot, "w backspace")
        await type_text(pilot, "-2")
        await press(pilot, "enter")
        assert "or names separated by commas" in " ".join(table.seen.split())
        await press(pilot, "escape")
        assert table.meeting.participants[MARKETING].count == 4

    table.run(play)


def test_decisions_lead_to_the_end_and_back() -> None:
    """The room sees what it has decided, then where that puts the organisation."""
    table = Table(after(opened(), Agree("2"), Write("kept in the drawer"), Next(), Park()))

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "f")
        for words in ("Decisions  1/5", "One agreed set", "Parking lot  1", "Open questions  3", "drawer"):
            assert words in table.seen
        assert "Enter or f: the result." in table.seen
        await press(pilot, "enter")
        assert isinstance(table.app.screen, EndPage)
        await until(pilot, lambda: "you are here" in table.seen)
        await press(pilot, "w")
        await until(pilot, lambda: bool(table.disk.reports))
        await press(pilot, "r")
        assert table.meeting.stage is Stage.REVIEWING
        await press(pilot, "down down enter")
        assert table.meeting.present == MINI.questions[1].id
        await press(pilot, "p")  # the page that came back is the one that is seen
        assert not table.meeting.item.parked

    table.run(play)


def test_a_workshop_that_had_ended_opens_at_its_end() -> None:
    """Whoever opens the file again sees the result, and can go back."""
    table = Table(after(opened(), Agree("2"), Finish()))

    async def play(pilot: Pilot[None]) -> None:
        assert isinstance(table.app.screen, EndPage)
        await until(pilot, lambda: "Level" in table.seen)
        await press(pilot, "r r")
        assert "Decisions" in table.seen

    table.run(play)


def test_the_room_sees_the_result_when_whoever_leads_shows_it() -> None:
    """One wrong key in the middle of the meeting must not put the result on the projector."""
    table = Table(after(opened(), Agree("2")))

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "f")
        assert "The room doesn’t see it until k shows it." in table.seen
        await press(pilot, "f")
        await until(pilot, lambda: "The room view still shows the decisions" in table.seen)
        await press(pilot, "k")
        assert table.disk.meeting.ladder
        assert "The room view shows the result: k hides it." in table.seen
        await press(pilot, "k")
        assert not table.disk.meeting.ladder

    table.run(play)


def test_cards_that_were_never_revealed_are_told_of() -> None:
    """A room that voted would hear never that its votes are not in the result."""
    table = Table(after(opened(), Cast(MARKETING, ("1", "1", "2"))))

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "s")
        assert "cards still hidden, not counted" in " ".join(table.seen.split())
        await press(pilot, "j")
        assert "1 ▮  Buyer personas" in table.seen
        await press(pilot, "escape r")
        assert "Buyer personas   ! cards still hidden" in table.seen
        await press(pilot, "f")
        await until(pilot, lambda: "On one question there are cards still hidden" in table.seen)
        await press(pilot, "r b b v s")
        assert table.meeting.unrevealed == ()
        assert "hidden" not in table.seen.split("Buyer")[0]

    table.run(play)


def test_votes_collected_before_are_not_called_revealed() -> None:
    """Whoever leads would believe that the room has seen them."""
    table = Table(opened(rounds={PERSONAS: {MARKETING: {"2": 2}}}))
    assert "These votes, collected before, are still hidden" in table.typed("1")


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_ladder_is_hidden_until_it_is_shown(size: tuple[int, int]) -> None:
    """The score does not distract from the discussion unless whoever leads wants it to."""
    table = Table(after(opened(), Agree("2"), Next()))

    async def play(pilot: Pilot[None]) -> None:
        assert "Strategic alignment" not in table.seen
        await press(pilot, "k")
        await until(pilot, lambda: "Strategic alignment" in table.seen and "…" not in table.seen)
        assert table.meeting.ladder
        before = table.app.standing.result
        await press(pilot, "a 3")
        await until(pilot, lambda: table.app.standing.current and table.app.standing.result is not before)
        await press(pilot, "k")
        assert "Strategic alignment" not in table.seen

    table.run(play, size)


def test_a_ladder_that_cannot_be_worked_out_says_so() -> None:
    """Nothing was answered yet: the screen goes on."""
    table = Table()

    def fail(_file: object) -> None:
        raise WorkFailed("nothing-answered")

    table.app._scorer._score = fail  # type: ignore[assignment]  # as scoring does with too little

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "k")
        await until(pilot, lambda: "not enough answers" in table.seen)

    table.run(play)


def test_the_language_is_switched_and_kept() -> None:
    """The room turns out to be Italian."""
    table = Table(
        opened(
            TWO_LANGUAGES,
            seats={group: opened().participants[MARKETING] for group in list(TWO_LANGUAGES.group_by_id)[:2]},
        )
    )
    text = table.typed("l")
    assert "Primo giro: voto in silenzio" in text
    assert table.disk.saved[-1][1] == "it"


def test_what_cannot_be_saved_is_tried_again() -> None:
    """A full disk: nothing is lost, and the workshop goes on once there is room."""
    full = [True]
    table = Table(save=lambda meeting, lang: _write_or_fail(full, table, meeting, lang))

    async def play(pilot: Pilot[None]) -> None:
        assert isinstance(table.app.screen, UnsavedBox)
        full[0] = False
        await press(pilot, "r")
        assert isinstance(table.app.screen, TablePage)
        full[0] = True
        await press(pilot, "2")
        assert isinstance(table.app.screen, UnsavedBox)
        full[0] = False
        await press(pilot, "r")
        assert table.disk.meeting.item.open == {MARKETING: {"2": 1}}
        full[0] = True
        await press(pilot, "q")
        assert table.app.is_running, "it is not left while something is not saved"
        full[0] = False
        await press(pilot, "r q")

    table.run(play)
    assert table.disk.meeting.stage is Stage.LEFT


@pytest.mark.parametrize("how", ["language", "time"])
def test_the_question_about_saving_goes_once_all_is_saved(how: str) -> None:
    """It would say that something is lost which is on disk."""
    full = [True]
    table = Table(save=lambda meeting, lang: _write_or_fail(full, table, meeting, lang))

    async def play(pilot: Pilot[None]) -> None:
        assert isinstance(table.app.screen, UnsavedBox)
        await press(pilot, "l")
        assert isinstance(table.app.screen, UnsavedBox)
        full[0] = False
        if how == "language":
            await press(pilot, "l")
        else:
            table.pass_seconds(60)
        await pilot.pause(0.05)
        assert isinstance(table.app.screen, TablePage)
        assert "✗" not in table.seen
        assert "10:30" in table.seen

    table.run(play)


def test_cards_of_which_only_the_last_could_be_saved_ask_nothing() -> None:
    """Saving fails for a moment between two functions of one line."""
    failing = iter((False, True, False))
    table = Table(save=lambda meeting, lang: _write_or_fail([next(failing)], table, meeting, lang))

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "full_stop")
        await type_text(pilot, "m 1; s 2")
        await press(pilot, "enter")
        await pilot.pause(0.05)
        assert isinstance(table.app.screen, TablePage)
        assert table.disk.meeting.item.open == {MARKETING: {"1": 1}, SALES: {"2": 1}}

    table.run(play)


def test_the_end_that_cannot_be_saved_is_asked_about() -> None:
    """Also where the page turns at that moment, the warning is on top."""
    full = [False]
    table = Table(save=lambda meeting, lang: _write_or_fail(full, table, meeting, lang))

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "f")
        full[0] = True
        await press(pilot, "f")
        assert isinstance(table.app.screen, UnsavedBox)
        full[0] = False
        await press(pilot, "r")
        assert isinstance(table.app.screen, EndPage)
        assert table.disk.meeting.stage is Stage.FINISHED

    table.run(play)


def test_giving_up_saving_hands_the_answers_out() -> None:
    """Whoever leaves without saving gets the answers on the screen (cli), not nothing."""
    table = Table(save=lambda meeting, lang: _write_or_fail([True], table, meeting, lang))

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "q")

    table.run(play)
    assert not table.app.try_again()
    assert table.app._unsaved is not None
    assert table.app._unsaved.file == table.meeting.answer_file()


def test_where_options_have_two_digits_the_line_opens() -> None:
    """With a hundred options every card can be counted."""
    table = Table(
        opened(
            wordy(100, groups=[{"id": "marketing", "name": "Marketing"}, {"id": "sales", "name": "Sales"}])
        )
    )

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "4 2")
        assert "Marketing: •▏" in table.seen
        await type_text(pilot, " 42 7")
        await press(pilot, "enter")
        assert table.meeting.item.open == {MARKETING: {"v7": 1, "v42": 2}}
        await press(pilot, "v")
        await press(pilot, "a 4 2")
        assert table.meeting.item.agreed is None
        await press(pilot, "enter")
        assert table.meeting.item.agreed == "v42"

    table.run(play)


def test_functions_whose_names_hold_numbers_have_cards_on_the_line() -> None:
    """What the program itself fills in must not be refused, nor hidden as if it were a card."""
    areas = [{"id": f"area{number}", "name": f"Area {number}"} for number in (1, 2)]
    seats = {area["id"]: Participants(count=2) for area in areas}
    table = Table(opened(wordy(12, groups=areas), seats=seats))

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "right 7")
        assert "Area 2: •" in table.seen
        await type_text(pilot, " 12")
        await press(pilot, "enter")

    table.run(play)
    assert table.meeting.item.open == {"area2": {"v7": 1, "v12": 1}}


@pytest.mark.parametrize("size", [(24, 8), LARGE])
def test_any_questionnaire_can_be_led_on_any_terminal(size: tuple[int, int]) -> None:
    """Thirty functions, long texts, signs of markup, a window that is far too small: it goes on."""
    questionnaire = wordy(30)
    seats = {group: Participants(count=2) for group in questionnaire.group_by_id}
    table = Table(opened(questionnaire, seats=seats, minutes=3))

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "left h 0 0 d enter v d j escape w escape g v a escape p k r f")
        await pilot.resize_terminal(100, 30)
        await press(pilot, "r b d down pagedown question_mark escape q")

    table.run(play, size)
    assert table.meeting.item.rounds == ({"g30": {UNKNOWN: 2}},)
    assert table.disk.meeting.stage is Stage.LEFT


@pytest.mark.parametrize("options", [5, 12])
def test_with_nobody_there_people_can_be_named(options: int) -> None:
    """The functions of an old file are gone from the questionnaire: the screen stays usable."""
    table = Table(opened(wordy(options), seats={}))

    async def play(pilot: Pilot[None]) -> None:
        await press(pilot, "1 0 right backspace delete escape enter v w 2 enter")
        assert [*table.meeting.participants] == ["g1"]

    table.run(play)


def test_cut_options_are_shown_in_full_on_demand() -> None:
    """What is shortened to fit the screen ends in …, and one key brings all of it."""
    seats = {"g1": Participants(count=2), "g2": Participants(count=2)}
    table = Table(after(opened(wordy(5), seats=seats), Cast("g1", ("v1",)), Reveal()))
    told = table.meeting.questionnaire.options_of(table.meeting.question)[0].text.in_("en")

    async def play(pilot: Pilot[None]) -> None:
        assert "…" in table.seen
        await press(pilot, "d")
        await press(pilot, "pagedown")
        assert "…" not in table.seen
        assert table.seen.count("today") > told.count("today")
        await press(pilot, "d")
        assert "…" in table.seen

    table.run(play)


@pytest.mark.parametrize("lang", ["it", "en"])
def test_the_help_tells_every_key_and_how_a_round_goes(lang: Lang) -> None:
    """Whoever leads for the first time is not left alone."""
    table, text = Table(lang=lang), ""

    async def play(pilot: Pilot[None]) -> None:
        nonlocal text
        await press(pilot, "question_mark")
        text = " ".join(table.seen.split())

    table.run(play, (160, 120))
    for phrase in (*CRIB, *HELP.values()):
        assert phrase.fill(lang)[:40] in text


def test_every_key_is_in_the_help() -> None:
    """A key that nobody can find might as well not be there."""
    bindings = [binding for binding in TablePage.BINDINGS if isinstance(binding, Binding)]
    bound = {key for binding in bindings for key in binding.key.split(",") if len(key) == 1}
    told = {key for names in HELP for key in names.split()}
    assert {key for key in bound if not key.isdigit() and key.islower()} - {"q", "x"} <= told


def test_the_screen_opens_without_numpy() -> None:
    """The first question is on the projector at once."""
    heavy = ("numpy", "jinja2", "weasyprint", "textual.widgets._text_area")
    code = (
        "import sys; from alignment_maturity.screens.workshop import app, room_view;"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told == "[]\n"


def _write_or_fail(full: list[bool], table: Table, meeting: Meeting, lang: Lang) -> None:
    if full[0]:
        raise WorkFailed("disk-full", path="room.yaml")
    table.disk.save(meeting, lang)
