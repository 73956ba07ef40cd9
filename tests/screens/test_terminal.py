"""The real command in a pseudo-terminal: how it begins, how it ends, and what is left then."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import termios
import time
from pathlib import Path

import pexpect
import pytest

from alignment_maturity.cli import faces
from alignment_maturity.model.answers import Answer
from forks.commands import COMMAND
from interview.processes import PATIENCE, Desk, exit_code

HALF = "ÞØ"
"""What is being written: letters that nothing else on the screen has."""
LED = ["-q", "mini", "-o", "room.yaml", "--organisation", "Rossi", "--wave", "1", "--participants", "sales=2"]
TAKEN, LEFT_THE_SCREEN = "\x1b[?1049h", "\x1b[?1049l"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def begun(desk: Desk) -> pexpect.spawn[str]:
    """Answer the first question, and stand at the second."""
    child = desk.spawn("--lang", "en", plain=False)
    child.delaybeforesend = None
    child.expect("How are the people you sell to described")
    child.send("2")
    child.expect("How do the goals of the two teams relate")
    return child


def writing(desk: Desk) -> pexpect.spawn[str]:
    """Have an editor open with a few words in it."""
    child = begun(desk)
    child.send("n")
    child.expect("keep and go back")
    for letter in HALF:
        child.send(letter)
        child.expect(letter)
    return child


def test_leaving_says_where_the_answers_are_and_how_to_go_on(desk: Desk) -> None:
    child = begun(desk)
    child.send("q")
    assert exit_code(child) == 0
    told = (child.before or "").split(LEFT_THE_SCREEN)[-1]
    assert "Saved: 1 of 5 answers, in answers.yaml" in told
    assert "To go on: alignment-maturity assess -q mini -o answers.yaml" in told
    assert desk.values == {"personas": "2"}


def test_ctrl_c_leaves_at_once_and_keeps_what_is_being_written(desk: Desk) -> None:
    child = writing(desk)
    child.send("\x03")
    assert exit_code(child) == 130
    told = (child.before or "").split(LEFT_THE_SCREEN)[-1]
    assert "The answers given so far are in answers.yaml" in told
    assert "Traceback" not in told
    assert desk.answers == {"personas": Answer(value="2"), "goals": Answer(note=HALF)}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_restores_the_terminal_and_keeps_what_is_being_written(
    desk: Desk, number: signal.Signals
) -> None:
    child = writing(desk)
    child.kill(number)
    assert exit_code(child) == (130 if number is signal.SIGINT else -number)
    assert LEFT_THE_SCREEN in (child.before or "")
    assert desk.answers == {"personas": Answer(value="2"), "goals": Answer(note=HALF)}


@pytest.mark.parametrize("stop", [signal.SIGTSTP, signal.SIGSTOP, None])
def test_a_process_that_was_stopped_goes_on_and_ends(desk: Desk, stop: signal.Signals | None) -> None:
    """After `kill -STOP`, or a shell's `kill %1`, leaving would hang for ever."""
    child = begun(desk)
    assert child.pid is not None
    before = termios.tcgetattr(child.child_fd)
    if stop is not None:
        child.kill(stop)
        _, status = os.waitpid(child.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
    child.kill(signal.SIGCONT)
    child.expect_exact(TAKEN)
    child.expect("How do the goals of the two teams relate")
    assert termios.tcgetattr(child.child_fd) == before
    child.send("3")
    child.expect("What makes a lead ready")
    child.send("q")
    assert exit_code(child) == 0
    assert desk.values == {"personas": "2", "goals": "3"}


def test_a_kill_loses_no_confirmed_answer_and_frees_the_file(desk: Desk) -> None:
    child = begun(desk)
    child.kill(signal.SIGKILL)
    assert exit_code(child) == -signal.SIGKILL
    assert desk.values == {"personas": "2"}
    assert desk.pipe("3\n").returncode == 0


def test_a_closed_terminal_ends_the_program(desk: Desk) -> None:
    child = begun(desk)
    child.close(force=False)
    assert not child.isalive()
    assert desk.values == {"personas": "2"}


def test_a_terminal_that_goes_without_a_signal_is_noticed(desk: Desk) -> None:
    """A program that nobody sees any more must not wait for ever, nor keep a processor busy."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [*COMMAND, "assess", "-q", "mini", "-o", "answers.yaml", "--organisation", "Rossi", "--wave", "1",
         "--group", "sales", "--name", "Ada", "--lang", "en"],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=desk.folder,
        env={"PATH": os.environ["PATH"], "TERM": "xterm", "HOME": str(desk.folder), "LANG": "C.UTF-8"},
        start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    while b"How are the people" not in shown:
        shown += os.read(ours, 65536)
    os.write(ours, b"2")
    while b"How do the goals" not in shown:
        shown += os.read(ours, 65536)
    os.close(ours)
    assert child.wait(PATIENCE) == -signal.SIGHUP
    assert desk.values == {"personas": "2"}


def test_the_size_of_the_terminal_may_change(desk: Desk) -> None:
    child = begun(desk)
    child.setwinsize(50, 160)
    child.expect("Overall")
    child.setwinsize(24, 80)
    child.expect("How do the goals")
    child.send("q")
    assert exit_code(child) == 0


def test_what_was_asked_at_the_start_is_in_the_file(desk: Desk) -> None:
    child = desk.spawn("--lang", "it", plain=False, organisation=None)
    child.delaybeforesend = None
    child.expect("Organizzazione")
    for typed, shown in (
        ("Rossi Srl", "Srl"),
        ("\r2026", "2026"),
        ("\r1", "◉[^○]*Marketing"),
        ("\rAda", "Ada"),
    ):
        child.send(typed)
        child.expect(shown)
    child.send("\r")
    child.expect("How are the people")
    child.send("q")
    assert exit_code(child) == 0
    assert desk.file.organisation == "Rossi Srl"
    assert desk.file.respondent is not None
    assert desk.file.respondent.group == "marketing"


def test_leaving_the_start_writes_no_file(desk: Desk) -> None:
    child = desk.spawn("--lang", "en", plain=False, organisation=None)
    child.expect("Organisation")
    time.sleep(0.1)  # Esc is a key of its own only where nothing follows it at once
    child.send("\x1b")
    assert exit_code(child) == 0
    assert "No file was written." in (child.before or "")
    assert not desk.path.exists()


OLD = """\
format: 1
questionnaire: mini
questionnaire_version: "0.9"
organisation: Rossi Srl
respondent: {group: leadership, name: Ada}
answers:
  personas: 2
  goals: {value: 4, note: to be checked}  # 4 was an option once
  gone: 3
"""


@pytest.mark.parametrize("plain", [True, False])
def test_an_old_file_goes_on_with_what_still_fits(desk: Desk, plain: bool) -> None:
    """Somebody who answered half before the questionnaire was improved would have to start over."""
    desk.path.write_text(OLD, encoding="utf-8")
    child = desk.spawn("--lang", "en", plain=plain, organisation=None)
    for said in ("leadership", "'goals' has no option 4", "gone"):
        child.expect(said)
    if not plain:
        child.expect("go on")
        child.send("\r")
    child.expect("How do the goals")
    assert desk.path.read_text(encoding="utf-8") == OLD, "nothing is written before something is changed"
    child.send("1\r" if plain else "1")
    child.expect("What makes a lead ready")
    child.send("q\r" if plain else "q")
    assert exit_code(child) == 0
    assert desk.answers == {"personas": Answer(value="2"), "goals": Answer(value="1", note="to be checked")}
    assert desk.file.questionnaire_version == "1.0"
    assert desk.path.with_name("answers.yaml.orig").read_text(encoding="utf-8") == OLD


def test_a_workshop_is_not_taken_for_an_interview(desk: Desk) -> None:
    desk.path.write_text(
        "format: 1\nquestionnaire: mini\nquestionnaire_version: '1.0'\norganisation: Rossi\n"
        "workshop:\n  personas: {agreed: 2}\n",
        encoding="utf-8",
    )
    done = desk.pipe("", organisation=None)
    assert done.returncode == 2
    assert "alignment-maturity workshop -o answers.yaml" in done.stderr


@pytest.mark.parametrize("face", [["--present", "none.yaml"], LED])
def test_a_light_workshop_is_light_on_both_screens(desk: Desk, face: list[str]) -> None:
    """On a projector in a lit room, what is dark cannot be read."""
    child = desk.run_in_terminal(["workshop", *face, "--theme", "light", "--lang", "en"])
    child.expect_exact(TAKEN)
    child.expect_exact(";107m")  # bright white
    child.send("q")
    assert exit_code(child) == 0


@pytest.mark.parametrize(
    ("environ", "plain", "terminal", "wanted"),
    [
        ({"TERM": "xterm"}, False, True, True),
        ({"TERM": "xterm", "ACCESSIBLE": "0"}, False, True, True),
        ({"TERM": "xterm"}, True, True, False),
        ({"TERM": "xterm"}, False, False, False),
        ({"TERM": "dumb"}, False, True, False),
        ({}, False, True, False),
        ({"TERM": "xterm", "ACCESSIBLE": "1"}, False, True, False),
    ],
)
def test_the_face_fits_the_terminal(
    environ: dict[str, str], plain: bool, terminal: bool, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TERM", raising=False)
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(faces, "_is_terminal", lambda _stream: terminal)
    assert faces.full_screen_wanted(plain=plain) is wanted


@pytest.mark.parametrize(
    ("told", "asked", "light"),
    [
        (None, None, False),
        ("15;0", None, False),
        ("0;15", None, True),
        ("0;default;7", None, True),
        ("0;15", faces.Theme.DARK, False),
        ("15;0", faces.Theme.LIGHT, True),
        ("nonsense", None, False),
    ],
)
def test_the_theme_fits_the_terminal(
    told: str | None, asked: faces.Theme | None, light: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORFGBG", raising=False)
    if told is not None:
        monkeypatch.setenv("COLORFGBG", told)
    assert faces.light_wanted(asked) is light
