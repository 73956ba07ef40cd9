"""The command as people meet it: in a terminal, behind a pipe, interrupted, killed, used twice."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
from pathlib import Path

import pexpect
import pytest

from alignment_maturity.model.answers import Answer, Respondent
from forks.commands import COMMAND

from .processes import PATIENCE, Desk, exit_code, prompt


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


# In a terminal


def test_a_whole_interview_in_english(desk: Desk) -> None:
    child = desk.spawn("--lang", "en", organisation=None)
    for question, typed in (
        ("Organisation: ", "Rossi Srl"),
        ("Wave.*: ", "2026-H2"),
        (r"Function of the respondent.*: ", "2"),
        ("Name.*: ", ""),
        (prompt(1), "2"),
        (prompt(2), "na"),
        (prompt(3), "note ask Ada"),
        (prompt(3), "don't know"),
        (prompt(4), "1"),
        (prompt(5), "4"),
        ("Review > ", ""),
        (r"Level 1 of 5: Disalignment .*Enter: leave > ", "w"),
        (r"Report: answers\.pdf.*Enter: leave > ", ""),
    ):
        child.expect(question)
        child.sendline(typed)
    assert exit_code(child) == 0
    assert "alignment-maturity score -q mini answers.yaml" in (child.before or "")
    assert (desk.folder / "answers.pdf").read_bytes().startswith(b"%PDF")
    assert desk.file.organisation == "Rossi Srl"
    assert desk.file.wave == "2026-H2"
    assert desk.file.respondent == Respondent(group="sales")
    assert desk.file.date is not None
    assert desk.answers == {
        "personas": Answer(value="2"),
        "goals": Answer(value="n/a"),
        "lead-definition": Answer(value="unknown", note="ask Ada"),
        "exchange": Answer(value="1"),
        "sla": Answer(value="fully"),
    }


def test_a_whole_interview_in_italian(desk: Desk) -> None:
    child = desk.spawn("-q", "two-languages", "--lang", "it", organisation=None)
    for question, typed in (
        ("Organizzazione: ", "Rossi Srl"),
        ("Rilevazione.*: ", ""),
        ("Vendite.*Funzione di chi risponde.*: ", "1"),
        ("Nome.*: ", "Ada"),
        (r"1/3 \(\? aiuto\) > ", "2"),
        (r"2/3 \(\? aiuto\) > ", "non so"),
        (r"3/3 \(\? aiuto\) > ", "esci"),
    ):
        child.expect(question)
        child.sendline(typed)
    assert exit_code(child) == 0
    assert "Risposte salvate: 2 su 3" in (child.before or "")
    assert desk.values == {"personas": "2", "goals": "unknown"}


def test_the_default_questionnaire_is_quick(desk: Desk) -> None:
    done = desk.run(["assess", "-o", "answers.yaml", "--organisation", "Rossi"])

    assert done.returncode == 0
    assert desk.file.questionnaire == "quick"


def test_resuming_greets_and_goes_on_at_the_first_missing_answer(desk: Desk) -> None:
    child = desk.spawn()
    for number, typed in ((1, "2"), (2, ""), (3, "1"), (4, "quit")):
        child.expect(prompt(number))
        child.sendline(typed)
    assert exit_code(child) == 0
    date = desk.file.date

    again = desk.spawn(organisation=None)
    again.expect("Answers saved so far: 2 of 5")
    again.expect(prompt(2))
    again.sendline("3")
    again.expect(prompt(4))
    again.sendeof()
    assert exit_code(again) == 0
    assert "To go on: alignment-maturity assess -q mini -o answers.yaml" in (again.before or "")
    assert desk.values == {"personas": "2", "goals": "3", "lead-definition": "1"}
    assert desk.file.date == date
    assert desk.file.respondent == Respondent(group="sales", name="Ada")


def test_a_dumb_terminal_gets_no_escape_sequence(desk: Desk) -> None:
    child = desk.spawn(term="dumb")
    child.expect(prompt(1))
    shown = child.before or ""
    child.sendline("2")
    child.expect(prompt(2))
    shown += child.before or ""
    child.sendline("q")
    assert exit_code(child) == 0
    assert "\x1b" not in shown + (child.before or "")


def test_a_text_pasted_over_several_lines_does_not_answer_questions(desk: Desk) -> None:
    child = desk.spawn()
    child.expect(prompt(1))
    child.send("\x1b[200~n three reasons\n1\n2\x1b[201~\r")
    child.expect("Note saved")
    child.expect(prompt(1))
    child.sendline("q")
    assert exit_code(child) == 0
    assert desk.answers == {"personas": Answer(note="three reasons\n1\n2")}


def test_arrow_keys_edit_the_line(desk: Desk) -> None:
    child = desk.spawn()
    child.expect(prompt(1))
    child.send("nx\x1b[D te\r")
    child.expect("Note saved")
    child.sendline("q")
    assert exit_code(child) == 0
    assert desk.answers == {"personas": Answer(note="tex")}


# Interrupted


def answered_twice(desk: Desk) -> pexpect.spawn[str]:
    """Begin an interview and confirm two answers: the prompt of the third question is there."""
    child = desk.spawn()
    for number in (1, 2):
        child.expect(prompt(number))
        child.sendline("2")
    child.expect(prompt(3))
    return child


TWO_ANSWERS = {"personas": "2", "goals": "2"}


def test_ctrl_c_leaves_at_once_even_in_the_middle_of_a_line(desk: Desk) -> None:
    child = answered_twice(desk)
    child.send("note half a thou")
    child.expect("half a thou")
    child.sendintr()

    assert exit_code(child) == 130
    assert "To go on: alignment-maturity assess" in (child.before or "")
    assert desk.values == TWO_ANSWERS


def test_ctrl_c_while_the_organisation_is_asked_leaves_no_file(desk: Desk) -> None:
    child = desk.spawn(organisation=None)
    child.expect("Organisation: ")
    child.sendintr()

    assert exit_code(child) == 130
    assert not desk.path.exists()


def test_the_end_of_the_input_while_the_organisation_is_asked_leaves_no_file(desk: Desk) -> None:
    child = desk.spawn(organisation=None)
    child.expect("Organisation: ")
    child.sendeof()

    assert exit_code(child) == 0
    assert "No file was written." in (child.before or "")
    assert not desk.path.exists()


def test_a_terminal_that_is_closed_loses_nothing(desk: Desk) -> None:
    child = answered_twice(desk)
    child.close(force=False)

    assert not child.isalive()
    assert desk.values == TWO_ANSWERS


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_signal_loses_nothing_and_frees_the_file(desk: Desk, number: signal.Signals) -> None:
    child = answered_twice(desk)
    child.kill(number)

    assert exit_code(child) == -number
    assert desk.values == TWO_ANSWERS
    assert desk.pipe("3\n").returncode == 0
    assert desk.values == {**TWO_ANSWERS, "lead-definition": "3"}


def test_a_second_process_is_kept_away_from_the_same_file(desk: Desk) -> None:
    child = answered_twice(desk)
    second = desk.pipe("5\n5\n5\n")

    assert second.returncode == 1
    assert "answers.yaml is in use" in second.stderr
    child.sendline("1")
    child.expect(prompt(4))
    child.sendline("q")
    assert exit_code(child) == 0
    assert desk.values == {**TWO_ANSWERS, "lead-definition": "1"}


# Behind a pipe


def test_answers_are_piped_one_a_line_and_prompts_go_to_stderr(desk: Desk) -> None:
    done = desk.pipe("2\n\nd\nn a note\n1\n", "--lang", "it")

    assert done.returncode == 0
    assert done.stdout == ""
    assert "3/5 (? aiuto) > d\n" in done.stderr
    assert desk.answers == {
        "personas": Answer(value="2"),
        "lead-definition": Answer(value="unknown"),
        "exchange": Answer(value="1", note="a note"),
    }


def test_quiet_leaves_the_questions_and_drops_the_rest(desk: Desk) -> None:
    stderr = desk.pipe("2\n", "--quiet").stderr

    assert "1/5 (? help) > 2" in stderr
    assert "miniature" not in stderr
    assert "To go on" not in stderr


@pytest.mark.parametrize("stdin", ["</dev/null", "<&-"])
def test_nothing_hangs_without_an_input(desk: Desk, stdin: str) -> None:
    shell = f"exec {' '.join(COMMAND)} assess -q mini -o answers.yaml --organisation Rossi {stdin}"
    done = subprocess.run(
        ["sh", "-c", shell], cwd=desk.folder, capture_output=True, timeout=PATIENCE, check=False
    )

    assert done.returncode == 0
    assert desk.answers == {}


def test_a_missing_organisation_is_named_where_it_cannot_be_asked(desk: Desk) -> None:
    done = desk.pipe("Rossi Srl\n", organisation=None)

    assert done.returncode == 2
    assert "--organisation" in done.stderr
    assert not desk.path.exists()


def test_stray_bytes_in_a_note_do_not_end_the_interview(desk: Desk) -> None:
    done = desk.pipe(b"n caff\xe8 \x00\x1b[31m\n2\n")

    assert done.returncode == 0
    assert desk.answers == {"personas": Answer(value="2", note="caff\N{REPLACEMENT CHARACTER} [31m")}


def test_the_ending_chooses_the_format(desk: Desk) -> None:
    assert (
        desk.run(["assess", "-q", "mini", "-o", "a.json", "--organisation", "Rossi"], "2\n").returncode == 0
    )
    assert '"personas": 2' in (desk.folder / "a.json").read_text()


# Files that exist


def test_comments_of_an_edited_file_are_kept_beside_it(desk: Desk) -> None:
    desk.pipe("2\n")
    edited = desk.path.read_text() + "  exchange: 1   # check with sales\n"
    desk.path.write_text(edited)
    done = desk.pipe("3\n")

    assert "answers.yaml.orig" in done.stderr
    assert (desk.folder / "answers.yaml.orig").read_text() == edited
    assert desk.values == {"personas": "2", "goals": "3", "exchange": "1"}


@pytest.mark.parametrize(("lang", "reason"), [("en", "questionnaire has changed"), ("it", "questionario")])
def test_a_file_set_aside_for_a_newer_questionnaire_was_not_edited(
    desk: Desk, lang: str, reason: str
) -> None:
    """Who reads that the file was edited looks for somebody who did it."""
    desk.pipe("5\n4\n")
    before = desk.path.read_text()
    questionnaire = desk.folder / "mini.yaml"
    newer = questionnaire.read_text().replace('version: "1.0"', 'version: "1.1"')
    questionnaire.write_text(newer.replace("      - {level: 5, text: It is corrected from behaviour}\n", ""))
    done = desk.pipe("2\n", "--lang", lang)

    assert reason in " ".join(done.stderr.split("answers.yaml.orig")[0].splitlines()[-2:])
    assert "edited" not in done.stderr
    assert "a mano" not in done.stderr
    assert (desk.folder / "answers.yaml.orig").read_text() == before
    assert desk.values == {"personas": "2", "goals": "5"}


def test_a_file_that_is_only_looked_at_is_not_touched(desk: Desk) -> None:
    desk.pipe("2\n")
    desk.path.write_text(desk.path.read_text() + "# mine\n")
    before = desk.path.read_text()
    desk.pipe("r\nq\n")

    assert desk.path.read_text() == before
    assert not list(desk.folder.glob("*.orig*"))


def test_a_file_without_a_respondent_is_not_touched_either(desk: Desk) -> None:
    text = "format: 1\nquestionnaire: mini\nquestionnaire_version: '1.0'\norganisation: Rossi\nanswers: {}\n"
    desk.path.write_text(text)

    assert desk.pipe("q\n", organisation=None).returncode == 0
    assert desk.path.read_text() == text


def test_options_may_fill_in_what_an_existing_file_lacks(desk: Desk) -> None:
    desk.pipe("2\n")

    assert desk.pipe("", "--wave", "2026-H2", "--group", "sales").returncode == 0
    assert (desk.file.wave, desk.file.respondent) == ("2026-H2", Respondent(group="sales"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--organisation", "Bianchi"], "--organisation Bianchi: answers.yaml already says Rossi Srl"),
        (["--wave", "two"], "--wave two: answers.yaml already says one"),
        (["--group", "marketing"], "--group marketing: answers.yaml already says sales"),
        (["--group", "nobody"], "no group nobody; it has marketing, sales"),
    ],
)
def test_options_that_contradict_an_existing_file_are_refused(
    desk: Desk, options: list[str], said: str
) -> None:
    desk.pipe("2\n", "--wave", "one", "--group", "sales")
    done = desk.pipe("5\n", *options, organisation=None)

    assert done.returncode == 2
    assert said in done.stderr
    assert desk.values == {"personas": "2"}


@pytest.mark.parametrize(
    ("name", "said"),
    [("seven.yaml", "several people"), ("room.yaml", "alignment-maturity workshop -o answers.yaml")],
)
def test_files_of_several_people_are_not_resumed(desk: Desk, name: str, said: str) -> None:
    example = Path(__file__).parents[1] / "examples" / "contract" / name
    desk.path.write_bytes(example.read_bytes())
    done = desk.pipe("5\n", organisation=None)

    assert done.returncode == 2
    assert said in done.stderr
    assert desk.path.read_bytes() == example.read_bytes()


@pytest.mark.parametrize("content", ["answers: [", "format: 1\n", "\x00\x01", ""])
def test_a_file_that_is_no_answer_file_is_reported_and_left_alone(desk: Desk, content: str) -> None:
    desk.path.write_text(content)
    done = desk.pipe("5\n")

    assert done.returncode == 3
    assert "answers.yaml" in done.stderr
    assert desk.path.read_text() == content


def test_a_file_for_another_questionnaire_is_reported(desk: Desk) -> None:
    desk.pipe("2\n")
    done = desk.pipe("5\n", "-q", "two-languages")

    assert done.returncode == 3
    assert desk.values == {"personas": "2"}


@pytest.mark.parametrize("wrong", ["9", "perhaps", "j nowhere"])
def test_a_piped_line_that_makes_no_sense_ends_the_interview(desk: Desk, wrong: str) -> None:
    """Going on would give every later answer to the wrong question, and place the company wrongly."""
    done = desk.pipe(f"2\nnote\nseen\n{wrong}\n3\n")

    assert done.returncode == 3
    assert "-:4:1: error[line-refused]" in done.stderr
    assert desk.answers["personas"] == Answer(value="2")
    assert desk.answers["goals"] == Answer(note="seen")


# What cannot be written


def small_files() -> None:
    """Let no file grow beyond 200 bytes in this process, as a disk does that is nearly full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))


def test_a_full_disk_hands_out_all_answers_on_stdout(desk: Desk) -> None:
    done = desk.pipe(f"2\nn {'long ' * 40}\n3\n", before=small_files)

    assert done.returncode == 1
    assert "answers.yaml cannot be written" in done.stderr
    assert desk.values == {"personas": "2"}
    printed = done.stdout
    desk.path.write_text(printed)
    assert desk.answers == {"personas": Answer(value="2"), "goals": Answer(note=("long " * 40).strip())}


def test_on_a_full_disk_somebody_at_a_terminal_is_asked_first(desk: Desk) -> None:
    shell = pexpect.spawn("sh", cwd=str(desk.folder), encoding="utf-8", timeout=PATIENCE, dimensions=(24, 80))
    shell.setecho(state=False)
    options = "-q mini -o answers.yaml --organisation Rossi --wave 1 --group sales --name Ada --lang en"
    setting = "trap '' XFSZ; ulimit -f 1; export TERM=dumb PYTHONDONTWRITEBYTECODE=1"
    shell.sendline(f"{setting}; exec {' '.join(COMMAND)} assess {options}")
    shell.expect(prompt(1))
    shell.sendline("note " + "x" * 1500)
    shell.expect("try again, q: show and leave > ")
    shell.sendline("")
    shell.expect("try again, q: show and leave > ")
    shell.sendline("q")

    assert exit_code(shell) == 1
    assert re.search(r"personas:\s+note: x{1500}", (shell.before or "").replace("\r\n", "\n"))


def test_a_folder_that_does_not_exist_is_reported_before_anything_is_asked(desk: Desk) -> None:
    done = desk.run(["assess", "-q", "mini", "-o", "nowhere/answers.yaml", "--organisation", "Rossi"], "2\n")

    assert done.returncode == 1
    assert "nowhere/answers.yaml" in done.stderr
    assert " > " not in done.stderr


@pytest.mark.parametrize("name", ["answers.txt", "answers", "-"])
def test_other_endings_are_refused(desk: Desk, name: str) -> None:
    done = desk.run(["assess", "-q", "mini", "-o", name, "--organisation", "Rossi"])

    assert done.returncode == 2
    assert ".yaml" in done.stderr


def test_what_the_interview_does_not_need_is_not_loaded(desk: Desk) -> None:
    """Each of these would make everybody wait for the first question."""
    code = "import sys; from alignment_maturity.cli.app import app; app(standalone_mode=False)"
    watch = (
        f"{code}; print(*(name for name in ('numpy', 'weasyprint', 'jinja2', 'rich') if name in sys.modules))"
    )
    arguments = ["assess", "-q", "mini", "-o", "answers.yaml", "--organisation", "Rossi"]
    done = subprocess.run(
        [COMMAND[0], "-c", watch, *arguments],
        input=b"2\n", cwd=desk.folder, env={**os.environ, "LANG": "C.UTF-8"}, capture_output=True, check=True,
    )  # fmt: skip

    assert done.stdout == b"\n"
