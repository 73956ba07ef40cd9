"""Every key of the interview on the full screen, in small and large terminals."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from alignment_maturity.errors import Problem, WorkFailed
from alignment_maturity.interview.details import Details
from alignment_maturity.interview.session import LONGEST_REMARK, Stage
from alignment_maturity.interview.terminal import NotSaved
from alignment_maturity.language import Lang
from alignment_maturity.model.answers import Answer, Respondent
from alignment_maturity.screens.ending import EndPage
from alignment_maturity.screens.interview import InterviewApp, ReviewPage
from alignment_maturity.screens.page import Page, View
from alignment_maturity.screens.parts import Sheet
from alignment_maturity.screens.theme import Look

from .stage import LARGE, MINI, SMALL, TWO_LANGUAGES, Theatre, loaded, play, press, seen, typed, until, wordy

Step = tuple[tuple[str, ...], Callable[[InterviewApp], bool]]


def position(app: InterviewApp) -> int:
    assert app.session is not None
    return app.session.position + 1


def stage(app: InterviewApp) -> Stage:
    assert app.session is not None
    return app.session.stage


def answers(app: InterviewApp) -> dict[str, Answer]:
    assert app.session is not None
    return dict(app.session.answers)


def steps(app: InterviewApp, *course: Step, size: tuple[int, int] = SMALL) -> None:
    """Press keys, and look after each group of them whether what should hold does."""

    async def act(pilot: Pilot[None]) -> None:
        for number, (keys, holds) in enumerate(course):
            await typed(pilot, *keys)
            assert holds(app), f"step {number}, {keys}:\n{seen(app)}"

    play(app, act, size)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_every_key_of_a_question(size: tuple[int, int]) -> None:
    theatre = Theatre()
    app = theatre.app(theatre.session())
    steps(
        app,
        (("2",), lambda a: position(a) == 2 and answers(a)["personas"].value == "2"),
        (("b",), lambda a: position(a) == 1),
        (("s",), lambda a: position(a) == 2),
        (("left", "right", "right"), lambda a: position(a) == 3),
        (("minus",), lambda a: position(a) == 3 and "holds for every organisation" in seen(a)),
        (("0",), lambda a: position(a) == 4 and answers(a)["lead-definition"].value == "unknown"),
        (("minus",), lambda a: position(a) == 5 and answers(a)["exchange"].value == "n/a"),
        (("9",), lambda a: position(a) == 5 and "from 1 to 4" in seen(a)),
        (("enter",), lambda a: position(a) == 5 and "Choose an option" in seen(a)),
        (("down", "down", "up", "down", "enter"), lambda a: answers(a)["sla"].value == "partly"),
        (("escape",), lambda a: stage(a) is Stage.ASKING and position(a) == 5),
        (("u",), lambda a: "sla" not in answers(a) and position(a) == 5),
        (("b", "c"), lambda a: "exchange" not in answers(a) and "u brings it back" in seen(a)),
        (("ctrl+z",), lambda a: answers(a)["exchange"].value == "n/a"),
        (("u", "u", "u", "u"), lambda a: answers(a) == {} and "nothing to undo" in seen(a)),
        (("r",), lambda a: stage(a) is Stage.REVIEWING),
        (("q",), lambda a: stage(a) is Stage.LEFT),
        size=size,
    )
    assert app.return_code == 0
    assert theatre.versions[-1].answers == {}


def test_a_saved_answer_says_when() -> None:
    theatre = Theatre()
    app = theatre.app(theatre.session())

    async def act(pilot: Pilot[None]) -> None:
        assert "saved" not in seen(app).splitlines()[-2]
        await typed(pilot, "2")
        assert "✓ saved 14:32" in seen(app).splitlines()[-2]

    play(app, act)
    assert theatre.versions[-1].answers == {"personas": Answer(value="2")}


def test_the_review_shows_what_is_missing_and_leads_there() -> None:
    theatre = Theatre()
    app = theatre.app(theatre.session("2", "3"))
    steps(
        app,
        (("r",), lambda a: "3 answers are missing" in seen(a) and "○   3  Lead definition" in seen(a)),
        (("enter",), lambda a: stage(a) is Stage.ASKING and position(a) == 3),
        (("r", "1"), lambda a: "1: Enter to confirm" in seen(a)),
        (("enter",), lambda a: position(a) == 1),
        (("r", "m"), lambda a: position(a) == 3),
        (("r", "up", "enter"), lambda a: position(a) == 2),
        (("r", "escape"), lambda a: stage(a) is Stage.ASKING and position(a) == 2),
        (("r", "f"), lambda a: stage(a) is Stage.FINISHED),
        (("r",), lambda a: stage(a) is Stage.REVIEWING),
    )


def test_the_dimensions_lead_to_the_first_question_without_an_answer() -> None:
    theatre = Theatre()
    app = theatre.app(theatre.session("2"))
    steps(
        app,
        (("j",), lambda a: "Dimensions" in seen(a) and "Leads" in seen(a)),
        (("escape",), lambda a: position(a) == 2),
        (("j", "2"), lambda a: position(a) == 3),
        (("j", "up", "enter"), lambda a: position(a) == 2),
        (("j", "9"), lambda a: position(a) == 2),
    )


def test_notes_and_evidence_are_written_in_an_editor_and_kept_by_esc() -> None:
    theatre = Theatre()
    app = theatre.app(theatre.session())
    steps(
        app,
        (("n", *"ask [b]Ada", "enter", *"q 1", "escape"), lambda a: "Note: ask [b]Ada" in seen(a)),
        (("e", *"page 3", "ctrl+s"), lambda a: answers(a)["personas"].evidence == "page 3"),
        (("n", "!", "escape"), lambda a: answers(a)["personas"].note == "ask [b]Ada\nq 1!"),
        (("n", "escape"), lambda a: answers(a)["personas"].note == "ask [b]Ada\nq 1!"),
        (("u",), lambda a: answers(a)["personas"].note == "ask [b]Ada\nq 1"),
    )
    assert theatre.versions[-1].answers == {"personas": Answer(note="ask [b]Ada\nq 1", evidence="page 3")}


def test_a_text_that_is_too_long_stays_in_the_editor() -> None:
    """A whole page pasted by mistake would be thrown away, with everything written before it."""
    theatre = Theatre()
    app = theatre.app(theatre.session())

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, "n")
        app.screen.query_one(TextArea).text = "x" * (LONGEST_REMARK + 7)
        await typed(pilot, "escape")
        assert "characters over the limit: 7" in seen(app)
        app.screen.query_one(TextArea).text = "x" * LONGEST_REMARK
        await typed(pilot, "escape")
        assert len(answers(app)["personas"].note) == LONGEST_REMARK
        await typed(pilot, "n")
        app.screen.query_one(TextArea).text = "y" * (LONGEST_REMARK + 7)
        await typed(pilot, "ctrl+c")

    play(app, act)
    assert answers(app)["personas"].note == "y" * LONGEST_REMARK


def test_leaving_at_once_keeps_the_text_of_an_open_editor() -> None:
    theatre = Theatre()
    app = theatre.app(theatre.session())
    play(app, press("n", *"half", "ctrl+c"))
    assert theatre.versions[-1].answers == {"personas": Answer(note="half")}
    assert stage(app) is Stage.ASKING


@pytest.mark.parametrize(("first", "then"), [("it", "en"), ("en", "it")])
def test_the_language_is_switched_while_running(first: Lang, then: Lang) -> None:
    """A table where one half reads the other language would have to start over."""
    words = {"it": ("Come sono descritte", "scegliere"), "en": ("How are the people", "choose")}
    theatre = Theatre(TWO_LANGUAGES)
    app = theatre.app(theatre.session(), first)
    steps(
        app,
        ((), lambda a: all(word in seen(a) for word in words[first])),
        (("l",), lambda a: all(word in seen(a) for word in words[then])),
        (("n", "l", "f2"), lambda a: a.lang == first),
        (("escape",), lambda a: all(word in seen(a) for word in words[first])),
        (("question_mark", "l"), lambda a: a.lang == then),
    )
    assert answers(app)["personas"].note == "l"


def test_the_help_names_what_to_look_at_and_every_key() -> None:
    theatre = Theatre()
    app = theatre.app(theatre.session())
    steps(
        app,
        (("question_mark",), lambda a: "Look for one document both teams use." in seen(a)),
        (("escape", "f1"), lambda a: "choose the option with that number" in seen(a)),
        (("down", "down", "pagedown", "pagedown"), lambda a: "leave at once" in seen(a)),
        (("q",), lambda a: stage(a) is Stage.ASKING and "choose the option" not in seen(a)),
    )


def test_the_mouse_chooses_too() -> None:
    theatre = Theatre()
    app = theatre.app(theatre.session())

    async def act(pilot: Pilot[None]) -> None:
        row = next(n for n, line in enumerate(seen(app).splitlines()) if "One agreed set" in line)
        await pilot.click(offset=(30, row))
        assert answers(app)["personas"].value == "2"

    play(app, act)


def test_more_options_than_digits_are_chosen_with_their_number_and_enter() -> None:
    theatre = Theatre(wordy(100))
    app = theatre.app(theatre.session())
    steps(
        app,
        ((), lambda a: "Name [bold]" in seen(a) and "[bold]of[/] what can be seen [/]" in seen(a)),
        (("4", "2"), lambda a: "42: Enter to confirm" in seen(a) and "42 A rather long" in seen(a)),
        (("9", "0"), lambda a: a.query_one("#page", Sheet).cursor == "v90"),
        (("1", "0", "0"), lambda a: a.query_one("#page", Sheet).cursor == "v100"),
        (("home", "pagedown", "end", "pageup", "enter"), lambda a: answers(a)["q"].value == "v100"),
        (("r", "b"), lambda a: "100 ✓" in seen(a)),
    )


@pytest.mark.parametrize("size", [(40, 12), SMALL, (121, 37), LARGE, (300, 90)])
def test_nothing_is_cut_whatever_the_size(size: tuple[int, int]) -> None:
    """An option that cannot be read to its end is a question that cannot be answered."""
    asked = wordy(12)
    theatre = Theatre(asked)
    app = theatre.app(theatre.session())

    async def act(_pilot: Pilot[None]) -> None:
        sheet = app.query_one("#page", Sheet)
        text = "".join(sheet.render().plain.replace("▸", "").split())
        for option in asked.options_of(asked.questions[0]):
            words = "".join(option.text.in_("en").split())
            assert sum(words.count(part) for part in [words]) == 1
            assert words[:20] in text
        assert max(line.cell_length for line in sheet._laid(sheet.size.width).lines) <= sheet.size.width

    play(app, act, size)


def test_a_terminal_that_changes_its_size_is_drawn_again() -> None:
    theatre = Theatre()
    app = theatre.app(theatre.session())

    async def act(pilot: Pilot[None]) -> None:
        for size in (LARGE, SMALL, (20, 5), LARGE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert len(seen(app).splitlines()) == size[1]
        assert "B U Y E R" in seen(app)
        assert "Overall" in seen(app)

    play(app, act)


# Where it is not saved


def test_what_cannot_be_saved_is_tried_again() -> None:
    theatre = Theatre()
    app = theatre.app(theatre.session())

    async def act(pilot: Pilot[None]) -> None:
        theatre.failure = WorkFailed("disk-full", path="answers.yaml")
        await typed(pilot, "2")
        assert "the disk is full" in seen(app)
        await typed(pilot, "r", "3")
        assert "the disk is full" in seen(app)
        theatre.failure = None
        await typed(pilot, "r")
        assert "the disk is full" not in seen(app)
        assert "✓ saved 14:32" in seen(app)

    play(app, act)
    assert theatre.versions[-1].answers == {"personas": Answer(value="2")}


@pytest.mark.parametrize("keys", [("1",), ("n", "x", "escape")])
def test_it_is_asked_again_wherever_the_change_led(keys: tuple[str, ...]) -> None:
    """The last answer leads to the review, a note closes its editor: a question asked below is not seen."""
    theatre = Theatre()
    app = theatre.app(theatre.session("2", "2", "2", "2"))

    async def act(pilot: Pilot[None]) -> None:
        theatre.failure = WorkFailed("disk-full", path="answers.yaml")
        await typed(pilot, *keys)
        assert "the disk is full" in seen(app)
        theatre.failure = None
        await typed(pilot, "r")
        assert "✓ saved 14:32" in seen(app)
        assert "the disk is full" not in seen(app)
        assert ("Every question has an answer" in seen(app)) == (keys == ("1",))

    play(app, act)
    assert len(theatre.versions[-1].answers or {}) == 5


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
def test_leaving_without_saving_hands_the_answers_out(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    theatre = Theatre()
    app = theatre.app(theatre.session())

    async def act(pilot: Pilot[None]) -> None:
        theatre.failure = WorkFailed("disk-full", path="answers.yaml")
        await typed(pilot, "2", key)

    monkeypatch.setattr(app, "run", lambda: play(app, act))
    with pytest.raises(NotSaved) as lost:
        app.lead()
    assert lost.value.file.answers == {"personas": Answer(value="2")}


# The start


def test_what_is_not_given_is_asked() -> None:
    theatre = Theatre()
    app = theatre.app()
    steps(
        app,
        ((), lambda a: "A five-question miniature" in seen(a) and "saved at once in answers.yaml" in seen(a)),
        (("enter", "enter", "enter", "enter"), lambda a: "name is needed" in seen(a)),
        (("f2",), lambda a: "Organizzazione" in seen(a)),
        (
            ("f2", *"Rossi Srl", "enter", *"q?", "enter", "2", "enter", *"Ada", "enter"),
            lambda a: position(a) == 1,
        ),
        (("1",), lambda a: position(a) == 2),
    )
    file = theatre.versions[-1]
    assert (file.organisation, file.wave) == ("Rossi Srl", "q?")
    assert file.respondent == Respondent(group="sales", name="Ada")


def test_leaving_the_start_writes_nothing() -> None:
    theatre = Theatre()
    app = play(theatre.app(), press(*"Rossi", "escape"))
    assert app.session is None
    assert theatre.versions == []


def test_dozens_of_functions_can_be_chosen_from() -> None:
    theatre = Theatre(wordy(3))
    app = theatre.app(given=Details("Rossi", "1", "", "Ada"))
    steps(
        app,
        (("down",), lambda a: "▸  1 ◉ Function [b]1" in seen(a)),
        (("2", "9"), lambda a: "▸ 29 ◉ Function [b]29" in seen(a)),
        (("up", "enter"), lambda a: position(a) == 1),
    )
    assert theatre.versions[0].respondent == Respondent(group="g28", name="Ada")


def test_a_resumed_interview_greets_and_says_what_was_left_out() -> None:
    theatre = Theatre()
    theatre.left_out = (
        Problem(
            "unknown-option", "answers.yaml", 9, 3,
            values={"question": "goals", "found": "9", "known": "1, 2, 3, 5"}, warning=True,
        ),
    )  # fmt: skip
    app = theatre.app(theatre.session("2"))
    steps(
        app,
        ((), lambda a: "newer questionnaire" in seen(a) and "'goals' has no option" in seen(a)),
        (("enter",), lambda a: "Welcome back. Answers saved so far: 1 of 5." in seen(a) and position(a) == 2),
    )
    assert theatre.versions == [], "nothing has changed, so nothing is written"


# The end


def test_the_end_shows_the_ladder_and_writes_the_report() -> None:
    theatre = Theatre(loaded("mini"))
    app = theatre.app(theatre.session("2", "2", "2", "2", "none"))

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, "f")
        await until(pilot, lambda: "you are here ▸" in seen(app))
        await typed(pilot, "end")
        theatre.report_failure = WorkFailed("pdf-library-missing", reason="Pango")
        await typed(pilot, "w")
        await until(pilot, lambda: "alignment-maturity doctor" in " ".join(seen(app).split()))
        theatre.report_failure = None
        await typed(pilot, "l", "w")
        await until(pilot, lambda: "Il rapporto è in answers.pdf" in seen(app))
        await typed(pilot, "w", "q")

    play(app, act)
    assert theatre.reports_asked == ["en", "it"]
    assert [str(path) for path in app.reports] == ["answers.pdf"]


def test_leaving_waits_for_a_report_that_is_being_written() -> None:
    """Whoever presses w and then q would find no report, and no word of it."""
    theatre = Theatre(loaded("mini"))
    app = theatre.app(theatre.session("2", "2", "2", "2", "none"))

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, "f")
        await until(pilot, lambda: "you are here ▸" in seen(app))
        theatre.may_write.clear()
        await typed(pilot, "w", "q")
        assert "Leaving as soon as the report is written" in seen(app)
        theatre.may_write.set()
        await until(pilot, lambda: app._exit)

    play(app, act)
    assert [str(path) for path in app.reports] == ["answers.pdf"]


def test_a_report_goes_on_being_written_on_any_page() -> None:
    """Whoever goes back to the answers and leaves from there would find no report, and no word of it."""
    theatre = Theatre(loaded("mini"))
    app = theatre.app(theatre.session("2", "2", "2", "2", "none"))

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, "f")
        await until(pilot, lambda: "you are here ▸" in seen(app))
        theatre.may_write.clear()
        await typed(pilot, "w", "r")
        theatre.may_write.set()
        await until(pilot, lambda: "The report is in answers.pdf" in seen(app))
        await typed(pilot, "f")
        await until(pilot, lambda: "you are here ▸" in seen(app))
        theatre.may_write.clear()
        await typed(pilot, "w", "r", "f")
        await until(pilot, lambda: "you are here ▸" in seen(app))
        await typed(pilot, "w")
        assert "Writing the report" in seen(app)
        await typed(pilot, "r", "q")
        assert "Leaving as soon as the report is written" in seen(app)
        theatre.may_write.set()
        await until(pilot, lambda: app._exit)

    play(app, act)
    assert theatre.reports_asked == ["en", "en"]
    assert [str(path) for path in app.reports] == ["answers.pdf", "answers.pdf"]


def test_a_report_that_failed_is_told_of_on_any_page_and_leaves_nobody_outside() -> None:
    """Whoever waits for the report would be out, with neither the report nor the reason."""
    theatre = Theatre(loaded("mini"))
    app = theatre.app(theatre.session("2", "2", "2", "2", "none"))
    theatre.report_failure = WorkFailed("pdf-library-missing", reason="Pango")

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, "f")
        await until(pilot, lambda: "you are here ▸" in seen(app))
        theatre.may_write.clear()
        await typed(pilot, "w", "r", "q")
        theatre.may_write.set()
        await until(pilot, lambda: "The report was not written" in seen(app))
        assert not app._exit

    play(app, act)
    assert app.reports == []


@pytest.mark.parametrize("keys", ["r", "f"])
def test_a_page_is_drawn_once_when_it_opens(keys: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A review of a hundred questions opens at once."""
    theatre = Theatre()  # of which nothing can be worked out: the end waits
    app = theatre.app(theatre.session("2"))
    drawn: list[str] = []
    for kind in (ReviewPage, EndPage):
        view = kind.view

        def counted(page: Page, look: Look, view: Callable[..., View] = view) -> View:
            drawn.append(type(page).__name__)
            return view(page, look)

        monkeypatch.setattr(kind, "view", counted)
    monkeypatch.setattr(EndPage, "_scored", lambda _page, _done: None)

    async def act(pilot: Pilot[None]) -> None:
        if keys == "f":
            await typed(pilot, "r")
            drawn.clear()
        await typed(pilot, keys)

    play(app, act)
    assert drawn == ["ReviewPage" if keys == "r" else "EndPage"]


def test_a_number_beyond_the_options_chooses_nothing() -> None:
    """Values of a questionnaire of one's own may look like what stands for a number."""
    options = [{"value": value, "credit": 0.5, "text": value} for value in ("4", "#4", "6")]
    question = {"id": "q", "dimension": "d", "text": "?", "name": "Q", "kind": "statement", "level": 2}
    theatre = Theatre(wordy(3, questions=[{**question, "options": options}]))
    app = theatre.app(theatre.session())

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, "4")
        assert "The numbers go from 1 to 3" in seen(app)

    play(app, act)
    assert answers(app) == {}


def test_a_report_that_is_not_wanted_any_more_holds_nobody_up() -> None:
    theatre = Theatre(loaded("mini"))
    app = theatre.app(theatre.session("2", "2", "2", "2", "none"))

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, "f")
        await until(pilot, lambda: "you are here ▸" in seen(app))
        theatre.may_write.clear()
        await typed(pilot, "w", "q", "q")
        assert app._exit
        theatre.may_write.set()

    play(app, act)


def test_a_result_that_cannot_be_worked_out_loses_nothing() -> None:
    theatre = Theatre(MINI)
    app = theatre.app(theatre.session("2", "2", "2", "2", "none"))

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, "f")
        await until(pilot, lambda: "not enough memory" in seen(app))
        await typed(pilot, "a")
        await until(pilot, lambda: "not enough memory" in seen(app))
        await typed(pilot, "r", "1", "enter", "3")
        assert answers(app)["personas"].value == "3"

    play(app, act)


def test_the_ladder_builds_up_and_any_key_skips_that() -> None:
    theatre = Theatre(loaded("mini"))
    app = theatre.app(theatre.session("2", "2", "2", "2", "none"))
    app.animation_level = "full"

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, "f")
        await until(pilot, lambda: "1  ✓ Disalignment" in seen(app))
        assert "Operational integration" not in seen(app)
        await typed(pilot, "x")
        assert "Operational integration" in seen(app)
        assert "Why not higher" in seen(app)

    play(app, act)


def test_answers_changed_after_the_end_are_scored_anew() -> None:
    theatre = Theatre(loaded("mini"))
    app = theatre.app(theatre.session("2", "2", "2", "2", "none"))

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, "f")
        await until(pilot, lambda: "Level 2 of 5" in seen(app))
        await typed(pilot, "r", "1", "enter", "1", "r", "f")
        await until(pilot, lambda: "Level 1 of 5" in seen(app))

    play(app, act)
