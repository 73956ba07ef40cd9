"""The line-by-line interview: what is shown, what typing does, and that every change is saved at once."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.assessment import assess
from alignment_maturity.encoding import Encoding
from alignment_maturity.errors import WorkFailed
from alignment_maturity.interview import pages
from alignment_maturity.interview.details import Details, new_file
from alignment_maturity.interview.ending import Afterwards
from alignment_maturity.interview.paper import Paper
from alignment_maturity.interview.plain import ask_details, interview
from alignment_maturity.interview.session import Session, Stage, begin
from alignment_maturity.interview.terminal import NotSaved
from alignment_maturity.language import Lang
from alignment_maturity.model.answers import Answer, AnswerFile
from alignment_maturity.planning.request import PlanRequest

from .scripted import DAY, FILE, HERE, MINI, TWO_LANGUAGES, Script, Shelf


def led(session: Session, *lines: str, lang: Lang = "en", columns: int = 80) -> tuple[Session, str, Shelf]:
    script, shelf = Script(lines, lang=lang, columns=columns), Shelf()
    return interview(session, script.terminal, shelf.save), script.transcript, shelf


def answers(session: Session) -> dict[str, Answer]:
    return dict(session.answers)


# What it looks like

WORDS: dict[Lang, tuple[str, ...]] = {
    "it": ("2", "non so", "indietro", "nota chiedere ad Ada", "", "riepilogo", "1", "annulla"),
    "en": ("2", "don't know", "back", "note ask Ada", "", "review", "1", "undo"),
}
LETTERS = ("?", "b", "na", "7", "abbiamo un piano", "n", "", "2", "1", "c", "ev piano.pdf", "1", "")


@pytest.mark.parametrize("lang", ["it", "en"])
def test_a_whole_interview_reads_as_agreed(lang: Lang) -> None:
    """The texts, the layout and the order of everything said; change the transcript only on purpose."""
    script = Script(["Rossi Srl", "2026-H2", "9", "1", "", *WORDS[lang], *LETTERS], lang=lang)
    script.terminal.show(pages.opening(TWO_LANGUAGES, "answers.yaml", script.terminal.paper))
    details = ask_details(Details(), TWO_LANGUAGES, script.terminal)
    session = begin(TWO_LANGUAGES, new_file(TWO_LANGUAGES, details, DAY))
    session = interview(session, script.terminal, Shelf().save)
    script.terminal.show(pages.farewell(session, "answers.yaml", script.terminal.paper))
    script.terminal.show(pages.greeting(begin(TWO_LANGUAGES, session.answer_file()), script.terminal.paper))

    expected = HERE / "transcripts" / f"{lang}.txt"
    if os.environ.get("UPDATE_TRANSCRIPTS"):
        expected.write_text(script.transcript, encoding="utf-8")
    assert script.transcript == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("columns", [40, 60, 80, 100])
def test_nothing_is_wider_than_the_terminal(lang: Lang, columns: int) -> None:
    session = begin(TWO_LANGUAGES, new_file(TWO_LANGUAGES, Details("Rossi Srl"), DAY))
    lines = ["n " + "parole " * 40, "?", "2", "spiegazione " * 12, "9", "r", "", "d", "x" * 150, "r"]
    _, transcript, _ = led(session, *lines, lang=lang, columns=columns)
    paper = Paper(lang, columns)
    opening = pages.opening(TWO_LANGUAGES, "answers.yaml", paper)

    shown = [*opening.splitlines(), *(line for line in transcript.splitlines() if " > " not in line)]
    assert len(shown) > len(lines)
    assert max(len(line) for line in shown) <= columns


def test_wide_terminals_get_lines_that_can_be_read(session: Session) -> None:
    assert max(len(line) for line in pages.page(session, Paper("en", 250)).splitlines()) <= 100


@pytest.mark.parametrize("columns", [0, 1, 20])
def test_a_terminal_that_is_absurdly_narrow_is_survived(session: Session, columns: int) -> None:
    assert "personas" in answers(led(session, "2", "?", "r", columns=columns)[0])


def test_the_level_of_each_option_is_shown_even_where_numbers_skip_one(session: Session) -> None:
    page = led(session, "2")[1]

    assert "4. [level 5] One number" in page


def test_only_ascii_frames_are_drawn(session: Session) -> None:
    """Windows code pages and screen readers choke on box characters."""
    shown = pages.page(session, Paper("en", 80))

    assert all(ord(character) < 0x2500 for character in shown)


# What typing does


def test_the_number_in_front_of_an_option_is_typed_and_not_its_level(session: Session) -> None:
    assert answers(led(session, "j goals", "4")[0]) == {"goals": Answer(value="5")}


def test_a_number_without_an_option_changes_nothing_even_where_it_is_a_level(session: Session) -> None:
    left, transcript, shelf = led(session, "j goals", "5")

    assert answers(left) == {}
    assert "There is no option 5: they go from 1 to 4." in transcript
    assert shelf.versions == []


def test_enter_keeps_the_answer_and_goes_on(session: Session) -> None:
    left, transcript, _ = led(session, "2", "b", "")

    assert answers(left) == {"personas": Answer(value="2")}
    assert "1/5 (? help) [2] > \n" in transcript


def test_not_applicable_and_do_not_know_are_answers(session: Session) -> None:
    left = led(session, "dk", "n/a")[0]

    assert answers(left) == {"personas": Answer(value="unknown"), "goals": Answer(value="n/a")}


def test_prose_in_place_of_a_number_can_still_be_kept_as_a_note(session: Session) -> None:
    left, transcript, _ = led(session, "We have three documents", "n", "", "ev", "the CRM")

    assert answers(left) == {"personas": Answer(note="We have three documents", evidence="the CRM")}
    assert "To keep the line as a note, type n and" in " ".join(transcript.split())


def test_a_line_that_was_kept_is_not_offered_again(session: Session) -> None:
    left = led(session, "some prose", "n", "", "n", "")[0]

    assert answers(left) == {"personas": Answer(note="some prose")}


def test_an_asked_note_left_empty_changes_nothing(session: Session) -> None:
    assert answers(led(session, "n", "")[0]) == {}


def test_a_note_typed_in_the_review_can_be_kept_at_the_question_chosen_next(session: Session) -> None:
    assert answers(led(session, "r", "n of the room", "3", "n", "")[0]) == {
        "lead-definition": Answer(note="of the room")
    }


def test_a_pasted_text_of_several_lines_is_one_note(session: Session) -> None:
    assert answers(led(session, "n first\n3\nlast")[0]) == {"personas": Answer(note="first\n3\nlast")}


def test_a_number_in_the_review_leads_to_that_question(session: Session) -> None:
    assert answers(led(session, "r", "4", "1", "q")[0]) == {"exchange": Answer(value="1")}


def test_jumping_beyond_the_end_is_answered_and_not_a_crash(session: Session) -> None:
    for line in ("j 99", "j 99999999999999999999", "j nobody", "j -1"):
        assert "There is no question" in led(session, line)[1]


def test_the_end_of_the_input_leaves_wherever_it_comes(session: Session) -> None:
    for lines in ([], ["2"], ["n"], ["r"], ["2", "n"]):
        assert led(session, *lines)[0].stage.value == "left"


LINES = ["1", "2", "3", "5", "b", "s", "na", "d", "n", "ev", "j", "r", "u", "c", "?", ""]


@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=8)), max_size=15))
def test_no_sequence_of_lines_breaks_the_interview(lines: list[str]) -> None:
    session, _, shelf = led(begin(MINI, FILE), *lines)

    assert shelf.versions[-1:] in ([], [session.answer_file()])


# The language, and the end


def test_the_language_is_switched_and_stays_so() -> None:
    session = begin(TWO_LANGUAGES, new_file(TWO_LANGUAGES, Details("Rossi Srl"), DAY))
    script = Script(["lingua", "2"], lang="en")
    interview(session, script.terminal, Shelf().save)

    assert "How are the people you sell to described?" in script.transcript
    assert "Come sono descritte le persone a cui vendete?" in script.transcript
    assert "Salvata · 2." in script.transcript
    assert script.terminal.lang == "it"


def scored(session: Session, *lines: str, patient: bool = True) -> tuple[Session, str, list[Lang]]:
    script, reports = Script(lines, patient=patient), list[Lang]()

    def write_report(_file: AnswerFile, lang: Lang) -> Path:
        reports.append(lang)
        return Path("answers.pdf")

    encoding = Encoding(session.questionnaire)
    request = PlanRequest(DAY)
    afterwards = Afterwards(lambda file: assess(encoding, "", [file], planning=request), write_report)
    left = interview(session, script.terminal, Shelf().save, afterwards)
    return left, " ".join(script.transcript.split()), reports


ALL = ("1", "3", "2", "2", "1")


def test_the_end_shows_where_the_organisation_stands_and_writes_the_report(session: Session) -> None:
    left, transcript, reports = scored(session, *ALL, "", "w", "q")

    for words in (
        "[x] 1. Disalignment <== you are here", "Level 1 of 5: Disalignment", "Why not higher - ",
        "The next moves 1. Define the buyer personas together", "Report: answers.pdf",
    ):  # fmt: skip
        assert words in transcript
    assert left.stage is Stage.FINISHED
    assert reports == ["en"]


def test_the_result_so_far_can_be_seen_and_one_goes_back_from_it(session: Session) -> None:
    left, transcript, reports = scored(session, "3", "result", "b", "2", "4", "fine")

    assert "Provisional placement: 20% of the questions" in transcript
    assert answers(left) == {"personas": Answer(value="3"), "goals": Answer(value="5")}
    assert reports == []


def test_behind_a_pipe_the_end_is_shown_and_nothing_asked(session: Session) -> None:
    transcript = scored(session, *ALL, "", "w", patient=False)[1]

    assert "you are here" in transcript
    assert "write the report" not in transcript


def test_what_is_typed_at_the_end_and_makes_no_sense_is_explained(session: Session) -> None:
    transcript = scored(session, "f", "perhaps", "l", "")[1]

    assert "Here you can type: w for the report" in transcript
    assert "Il risultato" in transcript


def test_what_cannot_be_scored_is_told_and_loses_nothing(session: Session) -> None:
    def fails(_file: AnswerFile, *_: object) -> Path:
        raise WorkFailed("disk-full", path="answers.pdf")

    script, shelf = Script(["2", "f", "w", "b", "q"]), Shelf()
    afterwards = Afterwards(fails, fails)  # type: ignore[arg-type] # never returns, whatever it is called for
    left = interview(session, script.terminal, shelf.save, afterwards)

    assert script.transcript.count("That did not work: answers.pdf cannot be written: the disk is full.") == 2
    assert left.stage is Stage.LEFT
    assert answers(left) == {"personas": Answer(value="2")}


# Saving


def test_each_change_is_saved_before_the_next_prompt(session: Session) -> None:
    """What has a prompt after it is confirmed: a crash from then on must not lose it."""
    script = Script(["2", "n why", "", "3", "u", "j 1", "c"])
    happened: list[str] = []

    def read_line(prompt: str) -> str:
        happened.append("?")
        return script.terminal.read_line(prompt)

    terminal = dataclasses.replace(script.terminal, read_line=read_line)
    interview(session, terminal, lambda file: happened.append(str(len(file.answers or {}))))

    assert " ".join(happened) == "? 1 ? 2 ? ? 3 ? 2 ? ? 1 ?"


def test_what_changes_nothing_writes_nothing(session: Session) -> None:
    assert led(session, "", "b", "r", "?", "1", "n", "", "u", "q")[2].versions == []


class FullDisk(Shelf):
    """Refuses to save as often as told."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def save(self, file: AnswerFile) -> None:
        self.times -= 1
        if self.times >= 0:
            raise WorkFailed("disk-full", path="answers.yaml")
        super().save(file)


def test_a_full_disk_lets_the_user_make_room_and_go_on(session: Session) -> None:
    script, shelf = Script(["2", "", "3"]), FullDisk(1)
    left = interview(session, script.terminal, shelf.save)

    assert "WARNING: the last change is not saved:" in script.transcript
    assert "the disk is full" in " ".join(script.transcript.split())
    assert "Saved now." in script.transcript
    assert [len(file.answers or {}) for file in shelf.versions] == [1, 2]
    assert len(left.answers) == 2


@pytest.mark.parametrize("lines", [["2", "n two", "q"], ["2", "n two"]])
def test_giving_up_hands_out_everything_that_was_typed(session: Session, lines: list[str]) -> None:
    script, shelf = Script(lines), Shelf()
    refusing = FullDisk(99)

    def save(file: AnswerFile) -> None:
        (refusing if shelf.versions else shelf).save(file)

    with pytest.raises(NotSaved) as lost:
        interview(session, script.terminal, save)
    assert lost.value.file.answers == {"personas": Answer(value="2"), "goals": Answer(note="two")}
    assert lost.value.failure.code == "disk-full"


def test_piped_answers_are_never_taken_for_consent_to_try_again(session: Session) -> None:
    script = Script(["2", "3", "1"], patient=False)

    with pytest.raises(NotSaved):
        interview(session, script.terminal, FullDisk(1).save)
    assert "try again" not in script.transcript


# Who answers


def test_only_what_is_unknown_is_asked() -> None:
    script = Script(["2026-H2", "2"])
    details = ask_details(Details(organisation="Rossi", name="Ada"), MINI, script.terminal)

    assert details == Details("Rossi", "2026-H2", "sales", "Ada")


def test_the_organisation_is_asked_until_it_is_there_and_the_rest_may_be_left_out() -> None:
    script = Script(["", " \t", "  Rossi   Srl ", "", "", ""])

    assert ask_details(Details(), MINI, script.terminal) == Details("Rossi Srl")


def test_a_questionnaire_without_groups_asks_for_none() -> None:
    alone = MINI.model_copy(update={"groups": ()})

    assert ask_details(Details("Rossi"), alone, Script(["", "Ada"]).terminal) == Details("Rossi", name="Ada")
