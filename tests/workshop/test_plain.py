"""The workshop line by line: what is shown and hidden, what typing does, and that all of it is saved."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_maturity.errors import WorkFailed
from alignment_maturity.interview.ending import Afterwards
from alignment_maturity.interview.moves import Finish, Next, Review
from alignment_maturity.interview.paper import Paper
from alignment_maturity.interview.session import Stage
from alignment_maturity.interview.terminal import LineRefused, NotSaved
from alignment_maturity.interview.workshop import pages
from alignment_maturity.interview.workshop.course import advance
from alignment_maturity.interview.workshop.events import Agree, Cast, Elapse, NewRound, Reveal, Write
from alignment_maturity.interview.workshop.meeting import Meeting, Phase
from alignment_maturity.interview.workshop.people import ask_people
from alignment_maturity.interview.workshop.plain import drawn_ladder, lazy_spreads, workshop
from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.language.workshop import NOTICES, PHRASES
from alignment_maturity.model.answers import AnswerFile, Discussion
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.room import Participants
from interview.scripted import MINI, TWO_LANGUAGES, Script

from .rooms import SEATS, Clock, Disk, after, led, opened

HERE = Path(__file__).parent
FAR = {"personas": {"marketing": {"3": 3}, "sales": {"1": 2}}}


def squeezed(text: str) -> str:
    return " ".join(text.split())


# What it looks like

IN_WORDS: dict[Lang, tuple[str, ...]] = {
    "it": (
        "m 2 2", "", "m 2 2 non; v 1 1", "m 2 2 ?; v 1 1", "", "nota servono esempi", "giro", "v 2 2",
        "scopri", "concordato 2", "annulla", "= 2", "avanti", "rimanda", "decisioni", "3",
        "partecipanti vendite=Anna", "m 1x2 2", "vend 2", "m 0", "m 1 1 1", "scopri", "= -", "pausa", "scala",
        "", "risultato", "x", "rapporto", "lingua", "indietro", "esci",
    ),
    "en": (
        "m 2 2", "", "m 2 2 no; s 1 1", "m 2 2 ?; s 1 1", "", "note examples are needed", "again", "s 2 2",
        "reveal", "agree 2", "undo", "= 2", "next", "park", "decisions", "3",
        "people sales=Anna", "m 1x2 2", "sal 2", "m 0", "m 1 1 1", "reveal", "= -", "pause", "ladder", "",
        "result", "x", "report", "language", "back", "quit",
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_whole_workshop_reads_as_agreed(lang: Lang) -> None:
    """The texts, the layout and the order of everything said; change the transcript only on purpose."""
    meeting = opened(TWO_LANGUAGES, minutes=10)
    _, transcript, _ = led(meeting, ["?", *IN_WORDS[lang]], lang=lang, clock=Clock(20))
    shown = pages.opening(meeting, "room.yaml", "by-dimension", Paper(lang, 80)) + "\n" + transcript

    expected = HERE / "transcripts" / f"{lang}.txt"
    if os.environ.get("UPDATE_TRANSCRIPTS"):
        expected.write_text(shown, encoding="utf-8")
    assert shown == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("columns", [40, 60, 80, 100])
def test_nothing_is_wider_than_the_terminal(lang: Lang, columns: int) -> None:
    lines = [
        "?",
        "m 1 2",
        "prosa " * 30,
        "9",
        "m 9",
        "s 1 1",
        "v",
        "g",
        "m 2 2 ?",
        "",
        "v",
        "n " + "parole " * 40,
    ]
    _, transcript, _ = led(
        opened(TWO_LANGUAGES, minutes=9), [*lines, "k", "= 2", "p", "r", "f", "q"], lang=lang, columns=columns
    )
    assert [line for line in transcript.splitlines() if len(line) > columns and " > " not in line] == []
    opening = pages.opening(opened(TWO_LANGUAGES), "room.yaml", "by-dimension", Paper(lang, columns))

    shown = [*opening.splitlines(), *(line for line in transcript.splitlines() if " > " not in line)]
    assert len(shown) > len(lines)
    assert max(len(line) for line in shown) <= columns


def test_only_ascii_frames_and_bars_are_drawn() -> None:
    """Windows code pages and screen readers choke on box characters."""
    _, transcript, _ = led(opened(), ["m 1 2 3; s 5 5", "", "k", "f", "q"])

    assert all(ord(character) < 0x2500 for character in transcript)


@pytest.mark.parametrize("columns", [0, 1, 20])
def test_a_terminal_that_is_absurdly_narrow_is_survived(columns: int) -> None:
    left, _, _ = led(opened(), ["m 1 2 3; s 5 5", "", "k", "r"], columns=columns)

    assert len(left.item.rounds) == 1


def test_bars_of_a_crowd_fit_the_page_and_still_differ() -> None:
    seats = {"marketing": Participants(count=900), "sales": Participants(count=900)}
    _, transcript, _ = led(opened(seats=seats), ["m 1x899 2; s 1 5x899", ""], columns=80)

    bars = [line for line in transcript.splitlines() if " | " in line]
    assert max(len(line) for line in bars) <= 80
    assert bars[0].count("=") > 20
    assert bars[1].count("=") == 1


# What is hidden


def test_the_page_tells_how_many_cards_are_in_and_not_what_they_say() -> None:
    """The facilitator's screen may be the projector."""
    counted = after(opened(), Cast("marketing", ("2", "3")))
    other = after(opened(), Cast("marketing", ("5", "5")))

    for page in (pages.page, pages.room_page):
        shown = page(counted, lazy_spreads(MINI), Paper("en", 80))
        assert "Marketing 2 of 3 and Sales 0 of 2" in shown
        assert shown == page(other, lazy_spreads(MINI), Paper("en", 80))


def test_nobody_sees_individual_answers_before_they_are_revealed() -> None:
    hidden = opened(rounds=FAR)
    for page in (pages.page, pages.room_page):
        shown = page(hidden, lazy_spreads(MINI), Paper("en", 80))
        assert "still hidden" in shown or "Enter reveals them" in squeezed(shown)
        for word in ("Mean level", "for option", "="):
            assert word not in shown
    assert "Mean level: Marketing 3.0, Sales 1.0" in led(hidden, [""])[1]


def test_the_room_sees_no_note_and_no_clock() -> None:
    meeting = after(
        opened(minutes=10), Elapse(70), Cast("sales", ("1",)), Reveal(), Write("Rossi is wrong"), Agree("2")
    )
    own = pages.page(meeting, lazy_spreads(MINI), Paper("en", 80))
    room = pages.room_page(meeting, lazy_spreads(MINI), Paper("en", 80))

    assert "Rossi is wrong" in own
    assert "1:10 of 2:00" in own
    for word in ("Rossi is wrong", "1:10", "ahead", "on time"):
        assert word not in room
        assert word not in pages.room_page(advance(meeting, Review()), lazy_spreads(MINI), Paper("en", 80))
    assert "Agreed value: 2. One agreed set" in room


def test_a_line_with_cards_leaves_the_screen_and_no_other_line_does() -> None:
    """The screen may be the projector, and the next line may be typed much later."""
    erased: list[tuple[str, str]] = []
    lines = ["m 2 3 3", "s 9", "x 2", "2 3", "?", "n why", "= 2", "talk", "s 1 1", "v", "q"]
    script, disk = Script(lines), Disk()
    script.terminal.erase = lambda prompt, line: erased.append((prompt, line))
    workshop(opened(), script.terminal, disk.save, Clock(), disk.afterwards(MINI))

    assert [line for _, line in erased] == ["m 2 3 3", "s 9", "x 2", "2 3", "s 1 1"]
    assert {prompt for prompt, _ in erased} == {"1/5 (? help) > "}
    assert "“• •”: which function?" in script.transcript


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_opening_says_that_cards_are_typed_in_the_clear(lang: Lang) -> None:
    warning = squeezed(PHRASES["cards-in-clear"].fill(lang))
    paper = Paper(lang, 80)

    assert warning in squeezed(pages.opening(opened(), "room.yaml", "by-dimension", paper))
    assert warning in squeezed(pages.greeting(opened(), paper))


def test_the_ladder_counts_no_round_that_the_room_has_not_seen() -> None:
    """Or the figures tell what the hidden answers say."""

    def ladder(meeting: Meeting, *lines: str) -> str:
        return led(meeting, lines)[1].split("The ladder so far")[1].split("1/5")[0]

    assert ladder(opened(rounds=FAR), "k") == ladder(opened(), "k")
    assert ladder(opened(rounds=FAR), "", "k") != ladder(opened(), "k")


def test_the_room_s_ladder_counts_no_round_that_the_room_has_not_seen() -> None:
    score = Disk().afterwards(MINI).score
    paper = Paper("en", 80)
    hidden, voted = opened(rounds=FAR), after(opened(), Agree("2"), Next(), Cast("sales", ("1",)), Reveal())
    again = after(voted, NewRound(), Cast("sales", ("5",)))

    nothing = drawn_ladder(opened().answer_file(), score, paper)
    assert drawn_ladder(hidden.seen_file(), score, paper) == nothing
    shown = advance(hidden, Reveal())
    assert shown.seen_file() == shown.answer_file()
    assert drawn_ladder(shown.seen_file(), score, paper) != nothing
    assert again.seen_file() == voted.seen_file() == voted.answer_file()
    agreed = advance(hidden, Agree("2")).seen_file().workshop
    assert agreed == {"personas": Discussion(agreed="2")}


def test_the_ladder_is_shown_only_where_the_facilitator_shows_it() -> None:
    lines = ["m 1 1 1; s 2 2", "", "k", "k"]
    transcript = led(opened(), lines)[1]

    assert transcript.count("The ladder so far") == 1
    assert "[x] 1. Disalignment" in transcript


def test_both_rounds_are_told_and_the_first_one_stays_visible_during_the_second() -> None:
    transcript = led(opened(), ["m 3 3 3; s 1 1", "", "g", "s 3 3", "v"])[1]

    told = "First round: Marketing 3 for option 3; Sales 2 for option 1"
    assert squeezed(transcript).count(told) == 2
    assert "Second round · Cards: Marketing 0 of 3 and Sales 0 of 2" in transcript
    assert "Without new cards those of the round before stand: Marketing." in transcript


def test_the_probe_is_put_where_the_functions_are_far_apart_and_only_there() -> None:
    far = led(opened(), ["m 3 3 3; s 1 1", ""])[1]
    near = led(opened(), ["j goals", "m 3 3 3; s 2 2", ""])[1]

    assert "Sales the lower" in far
    assert "Probe: " in far
    assert "Probe: " not in near
    assert "A gap of one level" in near


def test_functions_that_are_not_compared_are_told_below_the_bars() -> None:
    groups = [*MINI.as_document()["groups"], {"id": "it", "name": "IT desk", "weight": 1}]
    three = Questionnaire.model_validate({**MINI.as_document(), "groups": groups})
    loose = Questionnaire.model_validate({**MINI.as_document(), "groups": groups, "compare": []})
    seats = {**SEATS, "it": Participants(count=1)}
    shown = led(opened(three, seats=seats), ["m 3 3 3; s 1 1; it ?", ""])[1]
    alone = led(opened(loose, seats=seats), ["m 3 3 3; s 1 1; it 2", ""])[1]

    assert "IT desk: 1 “don’t know”" in shown
    assert "Marketing: 3 for option 3" in alone
    assert "Between the highest and the lowest function: 2 levels." in squeezed(alone)


# Cards that nobody sees


def test_cards_that_were_never_revealed_are_told_and_marked_and_counted_at_the_end() -> None:
    left, transcript, _ = led(opened(), ["m 1 1 1", ">", "= 2", "s 2", ">", "r", "f", "q"])
    shown = squeezed(transcript)

    assert [question.id for question in left.unrevealed] == ["personas", "goals"]
    assert NOTICES["cards-not-revealed"].fill("en", question="Buyer personas") in shown
    assert "Left open" not in shown
    mark = PHRASES["mark-unrevealed"].en
    assert f"1. Buyer personas {mark}" in shown
    assert f"2. Goals {mark} · 2. A common" in shown
    result = shown.split("Why not higher")[1]
    assert PHRASES["end-unrevealed"].fill("en", count=2) in result
    one = squeezed(led(opened(), ["m 1", "f", "l", "q"])[1])
    for lang in LANGUAGES:
        assert PHRASES["end-unrevealed-one"].fill(lang) in one
    assert PHRASES["end-unrevealed-one"].en not in led(opened(), ["m 1", "v", "f", "q"])[1]


# What typing does


def test_enter_reveals_when_all_cards_are_in_and_then_goes_on() -> None:
    left, _, _ = led(opened(), ["m 1 1 1", "s 2 2", "", ""])

    assert left.item_of("personas").phase is Phase.REVEALED
    assert left.present == "goals"


def test_enter_with_cards_missing_reveals_nothing_and_names_them() -> None:
    left, transcript, _ = led(opened(), ["m 1 1", ""])

    assert left.item.phase is Phase.VOTING
    assert "Cards are missing: Marketing 2 of 3 and Sales 0 of 2." in squeezed(transcript)


def test_equals_alone_agrees_on_what_everybody_voted() -> None:
    assert led(opened(), ["m 2 2 2; s 2 2", "", "="])[0].item.agreed == "2"
    left, transcript, _ = led(opened(), ["m 2 2 2; s 2 1", "", "="])
    assert left.item.agreed is None
    assert "Without a unanimous vote" in transcript


def test_the_agreed_value_is_the_number_in_front_of_the_option_and_not_its_level() -> None:
    assert led(opened(), ["j goals", "= 4"])[0].item.agreed == "5"
    assert led(opened(), ["j goals", "= na"])[0].item.agreed == "n/a"
    assert led(opened(), ["= na"])[0].item.agreed is None
    assert "“7” is no card" in led(opened(), ["= 7"])[1]


def test_notes_are_added_line_by_line_and_prose_can_be_kept_as_one() -> None:
    left, transcript, _ = led(opened(), ["n first", "we talked about the CRM", "n", "", "n", "third"])

    assert left.item.note == "first\nwe talked about the CRM\nthird"
    assert "(Enter keeps “we talked about the CRM”)" in transcript


def test_a_note_typed_among_the_decisions_is_not_lost() -> None:
    assert led(opened(), ["r", "n of the room", "2", "n", ""])[0].item_of("goals").note == "of the room"


def test_functions_that_are_not_told_apart_are_named_with_their_ids() -> None:
    ids = ("north-1", "south-2")
    groups = [{"id": key, "name": f"Area {key[-1]}", "weight": 1} for key in ids]
    asked = Questionnaire.model_validate({**MINI.as_document(), "groups": groups, "compare": []})
    seats = {key: Participants(count=1) for key in ids}
    left, transcript, _ = led(opened(asked, seats=seats), ["area 3", "south 3", "area 1 2"])

    assert "“area”: which function?" in transcript
    assert "Area 1 (north-1), Area 2 (south-2)" in squeezed(transcript)
    assert left.item.open == {"north-1": {"2": 1}, "south-2": {"3": 1}}


def test_one_function_alone_need_not_be_named() -> None:
    left, _, _ = led(opened(seats={"sales": Participants(count=2)}), ["1 2", ""])

    assert left.item.last_round == {"sales": {"1": 1, "2": 1}}


def test_participants_change_on_the_way() -> None:
    left, transcript, _ = led(opened(), ["people sales=Ugo", "people", "", "4", "people marketing=many,2"])

    assert left.participants == {"marketing": Participants(count=3), "sales": Participants(count=4)}
    assert "Sales (Enter: Ugo; 0: nobody): 4" in transcript
    assert "does not say who is there" in transcript


def test_nobody_at_all_is_asked_again() -> None:
    script = Script(["", "", "3 people", "2", ""])

    assert ask_people(MINI, {}, script.terminal)["marketing"] == Participants(count=2)
    assert script.transcript.count("Who is there?") == 2


def test_the_language_is_switched_for_the_room_as_well() -> None:
    _, transcript, disk = led(opened(TWO_LANGUAGES), ["lingua"])

    assert "Come sono descritte le persone a cui vendete?" in transcript
    assert disk.saved[0][1] == "it"


def test_jumping_beyond_the_end_is_answered_and_not_a_crash() -> None:
    for line in ("j 99", "j 99999999999999999999", "j nobody", "j -1"):
        assert "There is no question" in led(opened(), [line])[1]


def test_every_notice_of_the_machine_has_its_sentence_with_names() -> None:
    transcript = led(opened(), ["s 1 1 1", "v", "s 1", "g", "v"])[1]

    assert "Sales: there are more cards (3) than people (2)." in transcript
    assert "This round is closed" in transcript
    source = Path(pages.__file__).with_name("course.py").read_text(encoding="utf-8")
    assert {code for code in NOTICES if f'"{code}"' in source} == NOTICES.keys()


LINES = ["m 1 2", "s 2x2", "m", "s 1 1; m 9", "v", "", "g", "= 2", "=", "= -", "n x", "n", "p", ">", "b", "z",
         "j 2", "j", "r", "u", "k", "people sales=1", "people", "l", "f", "3", "w", "q", "?"]  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=8)), max_size=15), st.booleans())
def test_no_sequence_of_lines_breaks_the_workshop(lines: list[str], hidden: bool) -> None:
    left, _, disk = led(opened(rounds=FAR if hidden else None), lines)

    assert disk.meeting.answer_file() == left.answer_file()


# The clock


def test_time_between_prompts_belongs_to_the_question_that_was_there() -> None:
    left, transcript, _ = led(opened(minutes=5), ["m 1", ">", "z", "z"], clock=Clock(30))

    assert left.item_of("personas").seconds == 60
    assert left.item.seconds == 60  # one line, and the end of the input; not the pause
    assert "clock stopped" not in transcript
    assert "0:00 of 1:00 on this question · on time" in transcript


def test_the_pace_line_says_how_the_room_stands() -> None:
    late = led(opened(minutes=5), [">", "b"], clock=Clock(100))[1]
    early = led(opened(minutes=50), ["= 2", ">"], clock=Clock(10))[1]

    assert "in ritardo" not in late
    assert "1 min behind" in late
    assert "9 min ahead" in early


# The end


def test_the_end_shows_decisions_the_parking_lot_the_ladder_and_the_moves() -> None:
    lines = ["= 2", ">", "p", "f"]
    left, transcript, disk = led(opened(), [*lines, "w", "q"])
    shown = squeezed(transcript)

    for words in (
        "1. Buyer personas 2. One agreed set", "Parking lot 2. Goals", "[x] 1. Disalignment",
        "Why not higher", "The next moves 1. ", "Report: room.pdf",
    ):  # fmt: skip
        assert words in shown
    assert left.stage is Stage.FINISHED
    assert disk.reports == ["en"]


def test_from_the_end_one_can_go_back() -> None:
    left, _, _ = led(opened(), ["f", "b", "2", "= 3"])

    assert left.item_of("goals").agreed == "3"


def test_what_cannot_be_scored_is_told_and_loses_nothing() -> None:
    def fails(_file: AnswerFile, *_: object) -> Path:
        raise WorkFailed("disk-full", path="room.pdf")

    disk, script = Disk(), Script(["= 2", "k", "f", "w", "b", "q"])
    afterwards = Afterwards(fails, fails)  # type: ignore[arg-type] # never returns, whatever it is called for
    left = workshop(opened(), script.terminal, disk.save, Clock(), afterwards)

    assert script.transcript.count("That did not work: room.pdf cannot be written: the disk is full.") == 2
    assert left.stage is Stage.LEFT
    assert disk.meeting.item.agreed == "2"


def test_a_workshop_that_was_at_its_end_goes_on_from_its_decisions() -> None:
    assert led(advance(opened(), Finish()), ["1", "= 2"])[0].item.agreed == "2"


# Saving


def test_each_change_is_saved_before_the_next_prompt() -> None:
    """What has a prompt after it is confirmed: a crash from then on must not lose it."""
    disk = Disk()
    seen: list[int] = []
    lines = iter(["m 2 2 2", "s 1 1", "v", "= 2", "n why", "p"])
    script = Script([])

    def read_line(_prompt: str) -> str:
        seen.append(len(disk.saved))
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    script.terminal.read_line = read_line
    workshop(opened(), script.terminal, disk.save, Clock(), disk.afterwards(MINI))

    assert seen == [0, 1, 2, 3, 4, 5, 6]
    assert disk.meeting.item.parked


def test_a_full_disk_lets_the_user_make_room_and_go_on() -> None:
    script, disk, tries = Script(["= 2", "", "n x"]), Disk(), iter([True, False, False, False])

    def save(meeting: Meeting, lang: Lang) -> None:
        if next(tries):
            raise WorkFailed("disk-full", path="room.yaml")
        disk.save(meeting, lang)

    workshop(opened(), script.terminal, save, Clock(), disk.afterwards(MINI))
    assert "Saved now." in script.transcript
    assert disk.meeting.item.note == "x"


def test_giving_up_hands_out_everything() -> None:
    def save(_meeting: Meeting, _lang: Lang) -> None:
        raise WorkFailed("disk-full", path="room.yaml")

    script = Script(["= 2", "q"])
    with pytest.raises(NotSaved) as lost:
        workshop(opened(), script.terminal, save, Clock(), Disk().afterwards(MINI))
    assert lost.value.file.workshop is not None
    assert lost.value.file.workshop["personas"].agreed == "2"


def test_ctrl_c_saves_the_time_spent_and_leaves() -> None:
    script, disk = Script([]), Disk()

    def read_line(_prompt: str) -> str:
        raise KeyboardInterrupt

    script.terminal.read_line = read_line
    with pytest.raises(KeyboardInterrupt):
        workshop(opened(), script.terminal, disk.save, Clock(30), disk.afterwards(MINI))
    assert disk.meeting.item.seconds == 30


@pytest.mark.parametrize(
    "lines", [["m 1", ""], ["m 9"], ["nonsense"], ["v"], ["j 77"], ["people"], ["s 1", "v", "s 1"]]
)
def test_a_piped_line_that_makes_no_sense_ends_the_workshop(lines: list[str]) -> None:
    """Going on would give the next cards to the wrong question."""
    with pytest.raises(LineRefused) as refused:
        led(opened(), [*lines, "n after"], patient=False)
    assert (refused.value.number, refused.value.line) == (len(lines), lines[-1])


def test_a_piped_line_that_only_makes_one_think_does_not() -> None:
    left, _, _ = led(opened(), ["?", "s 1 1 1", "v", "g", "m 1", "v", ">", "f"], patient=False)

    assert left.stage is Stage.FINISHED
    assert len(left.item_of("personas").rounds) == 2


def test_the_way_is_the_agenda_and_the_last_question_leads_to_the_decisions() -> None:
    left = after(opened(), *[Next()] * 5)

    assert led(left, [""], patient=False)[0].stage is Stage.FINISHED
