"""A questionnaire mended between two afternoons: what no longer fits goes, is told, and is kept aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignment_maturity.interview.moves import Next
from alignment_maturity.interview.workshop.events import Agree, Cast, NewRound, Reveal
from alignment_maturity.interview.workshop.meeting import Meeting, Phase
from alignment_maturity.interview.workshop.opening import hidden_misfits, resume
from alignment_maturity.model.answers import Discussion
from alignment_maturity.model.fitting import fitting
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.store.rooms import read_room
from interview.processes import Desk
from interview.scripted import MINI

from .rooms import after, answer_file, opened

ABOUT = ["--organisation", "Rossi Srl", "--participants", "marketing=3", "--participants", "sales=2"]
GONE = "      - {level: 5, text: It is corrected from behaviour}\n"


def newer() -> Questionnaire:
    """Return the questionnaire without the fifth option of `personas`, and without `goals`."""
    document = MINI.as_document()
    questions = [dict(question) for question in document["questions"] if question["id"] != "goals"]
    questions[0]["options"] = questions[0]["options"][:-1]
    actions = [
        action
        for action in document["actions"]
        if all(lift["question"] != "goals" for lift in action["lifts"])
    ]
    known = {action["id"] for action in actions}
    actions = [
        {**action, "requires": [name for name in action.get("requires", []) if name in known]}
        for action in actions
    ]
    return Questionnaire.model_validate(
        {**document, "version": "2.0", "questions": questions, "actions": actions}
    )


NEWER = newer()


def taken_up(meeting: Meeting) -> Meeting:
    """Return a meeting gone on with under the newer questionnaire."""
    return resume(NEWER, fitting(meeting.answer_file(), NEWER), meeting.room("en"))


def misfits(meeting: Meeting) -> int:
    return hidden_misfits(NEWER, fitting(meeting.answer_file(), NEWER), meeting.room("en"))


# In the answers


def test_a_round_of_nobody_is_no_round() -> None:
    """It would be shown as a first round, and count as voted on."""
    only_gone = {"marketing": {"5": 3}, "sales": {"5": 2}}
    some_left = {"marketing": {"5": 1, "2": 2}, "sales": {"5": 2}}
    file = answer_file(MINI, {"personas": only_gone, "goals": {"sales": {"1": 2}}})
    assert fitting(file, NEWER).workshop == {}

    two = Discussion(rounds=(only_gone, some_left), note="why")
    left = fitting(file.model_copy(update={"workshop": {"personas": two}}), NEWER)
    assert left.workshop == {"personas": Discussion(rounds=({"marketing": {"2": 2}},), note="why")}


def test_what_was_empty_before_is_not_touched() -> None:
    held = {"personas": Discussion(rounds=({"marketing": {}, "sales": {"1": 1}}, {})), "sla": Discussion()}
    file = answer_file(MINI).model_copy(update={"workshop": held})

    assert fitting(file, NEWER) == file


# In the room


def test_cards_on_the_table_survive_a_round_that_has_gone() -> None:
    meeting = after(opened(), Cast("sales", ("5",)), Reveal(), NewRound(), Cast("sales", ("1", "2")))
    again = taken_up(meeting)

    assert again.item.rounds == ()
    assert again.item.phase is Phase.VOTING
    assert again.item.open == {"sales": {"1": 1, "2": 1}}
    assert misfits(meeting) == 0


def test_a_question_whose_rounds_have_gone_is_voted_on_anew() -> None:
    again = taken_up(after(opened(), Cast("sales", ("5",)), Reveal()))

    assert again.item.phase is Phase.VOTING
    assert again.answer_file().workshop == {}


def test_hidden_cards_that_no_longer_fit_are_counted() -> None:
    meeting = after(opened(), Cast("sales", ("5", "1")), Next(), Cast("marketing", ("1", "1", "3")))

    assert misfits(meeting) == 4
    assert hidden_misfits(MINI, meeting.answer_file(), meeting.room("en")) == 0
    assert misfits(after(opened(), Cast("sales", ("5", "1")), Reveal(), Agree("5"))) == 0


# The command


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def mend(desk: Desk) -> None:
    questionnaire = desk.folder / "mini.yaml"
    text = questionnaire.read_text().replace('version: "1.0"', 'version: "1.1"')
    questionnaire.write_text(text.replace(GONE, ""))


def workshop(desk: Desk, typed: str, *options: str) -> str:
    done = desk.run(["workshop", "-q", "mini", "-o", "answers.yaml", *options], typed)
    assert done.returncode == 0
    return done.stderr


@pytest.mark.parametrize(
    ("lang", "reason", "wrong"),
    [("en", "The questionnaire has changed since", "edited"), ("it", "Il questionario", "a mano")],
)
def test_the_reason_why_a_file_was_set_aside_is_the_true_one(
    desk: Desk, lang: str, reason: str, wrong: str
) -> None:
    workshop(desk, "m 5 5 5; s 5 5\n\n", *ABOUT)
    mend(desk)
    told = workshop(desk, "p\nr\n", "--lang", lang)

    assert reason in told
    assert "answers.yaml.orig" in told
    assert wrong not in told
    assert dict(desk.file.workshop or {}) == {"personas": Discussion(parked=True)}


@pytest.mark.parametrize("lang", ["en", "it"])
def test_hidden_cards_that_no_longer_fit_are_told_and_kept_aside(desk: Desk, lang: str) -> None:
    workshop(desk, "m 5 1 1; s 5\n", *ABOUT)
    before = (desk.folder / "answers.yaml.room").read_text()
    mend(desk)
    told = workshop(desk, "q\n", "--lang", lang)

    assert "answers.yaml.room: warning[cards-left-out]" in told
    assert ": 2" in told.split("cards-left-out")[1].splitlines()[0]
    assert "answers.yaml.room.orig" in told
    assert (desk.folder / "answers.yaml.room.orig").read_text() == before
    room = read_room(desk.path)
    assert room is not None
    assert room.questions["personas"].open == {"marketing": {"1": 2}}
    again = workshop(desk, "q\n")
    assert "cards-left-out" not in again
    assert len(list(desk.folder.glob("*.room.orig*"))) == 1


def test_a_room_whose_cards_all_fit_is_not_kept_aside(desk: Desk) -> None:
    workshop(desk, "m 1 1 1; s 2 2\n", *ABOUT)
    mend(desk)

    assert "cards-left-out" not in workshop(desk, "q\n")
    assert list(desk.folder.glob("*.orig*")) == []
