"""The `workshop` command as people meet it: piped, in a terminal, interrupted, resumed, on two screens."""

from __future__ import annotations

import json
import resource
import subprocess
from pathlib import Path

import pexpect
import pyte
import pytest

from alignment_maturity.language.workshop import PHRASES
from alignment_maturity.model.answers import AnswerFile, Discussion
from alignment_maturity.model.room import Participants, Room
from alignment_maturity.store.documents import read_document
from alignment_maturity.store.rooms import read_room
from forks.commands import COMMAND
from interview.processes import PATIENCE, Desk, exit_code

SEATED = ["--participants", "marketing=3", "--participants", "sales=Anna, Luca"]
ABOUT = ["--organisation", "Rossi Srl", *SEATED]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def pipe(
    desk: Desk, typed: str, *options: str, about: list[str] = ABOUT, questionnaire: str = "mini"
) -> subprocess.CompletedProcess[str]:
    return desk.run(["workshop", "-q", questionnaire, "-o", "answers.yaml", *about, *options], typed)


def discussions(desk: Desk) -> dict[str, Discussion]:
    return dict(desk.file.workshop or {})


def room(desk: Desk) -> Room:
    found = read_room(desk.path)
    assert found is not None
    return found


# Behind a pipe


def test_a_workshop_is_led_by_lines_and_prompts_go_to_stderr(desk: Desk) -> None:
    done = pipe(desk, "m 1 2 2; s 1 1\n\nn why\n= 2\n\np\nq\n", "--wave", "2026-H2", "--lang", "it")

    assert done.returncode == 0
    assert done.stdout == ""
    assert "Distanza" in done.stderr
    assert "Per riprendere: alignment-maturity workshop -q mini -o answers.yaml" in done.stderr
    assert (desk.file.organisation, desk.file.wave) == ("Rossi Srl", "2026-H2")
    assert discussions(desk) == {
        "personas": Discussion(
            rounds=({"marketing": {"1": 1, "2": 2}, "sales": {"1": 2}},), agreed="2", note="why"
        ),
        "goals": Discussion(parked=True),
    }
    kept = room(desk)
    assert kept.participants == {
        "marketing": Participants(count=3), "sales": Participants(count=2, names=("Anna", "Luca")),
    }  # fmt: skip
    assert (kept.present, kept.lang, kept.minutes) == ("goals", "it", 2)


@pytest.mark.parametrize("stdin", ["</dev/null", "<&-"])
def test_nothing_hangs_without_an_input(desk: Desk, stdin: str) -> None:
    options = "-q mini -o answers.yaml --organisation Rossi --participants marketing=2"
    shell = f"exec {' '.join(COMMAND)} workshop {options} {stdin}"
    done = subprocess.run(
        ["sh", "-c", shell], cwd=desk.folder, capture_output=True, timeout=PATIENCE, check=False
    )

    assert done.returncode == 0
    assert discussions(desk) == {}


@pytest.mark.parametrize(
    ("about", "missing"),
    [(["--organisation", "Rossi"], "--participants"), (SEATED, "--organisation")],
)
def test_what_is_missing_is_named_where_it_cannot_be_asked(
    desk: Desk, about: list[str], missing: str
) -> None:
    done = pipe(desk, "Rossi\n4\n", about=about)

    assert done.returncode == 2
    assert missing in done.stderr
    assert not desk.path.exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--participants", "finance=2"], "no function 'finance'; it has marketing, sales"),
        (["--participants", "marketing"], "does not say who is there"),
        (["--order", "disagreement"], "without individual answers"),
        (["--min-group", "1"], "only together with --from"),
        (["some.yaml"], "individual answers are named with --from"),
        (["--present", "answers.yaml"], "--present only shows: --output"),
    ],
)
def test_options_that_make_no_sense_are_refused(desk: Desk, options: list[str], said: str) -> None:
    done = pipe(desk, "", *options)

    assert done.returncode == 2
    assert said in done.stderr
    assert not desk.path.exists()


def test_a_line_that_makes_no_sense_ends_the_workshop_with_everything_before_it(desk: Desk) -> None:
    done = pipe(desk, "m 1 1 1\nwhat?\ns 2 2\n")

    assert done.returncode == 3
    assert "-:2:1: error[line-refused]" in done.stderr
    assert room(desk).questions["personas"].open == {"marketing": {"1": 3}}


def test_what_a_workshop_does_not_need_at_its_start_is_not_loaded(desk: Desk) -> None:
    """Each of these would make the whole table wait for the first question."""
    code = "import sys; from alignment_maturity.cli.app import app; app(standalone_mode=False)"
    names = ("numpy", "weasyprint", "jinja2", "rich", "textual", "highspy")
    watch = f"{code}; print(*(name for name in {names!r} if name in sys.modules))"
    done = subprocess.run(
        [COMMAND[0], "-c", watch, "workshop", "-q", "mini", "-o", "answers.yaml", *ABOUT],
        input=b"m 1 1 1\n", cwd=desk.folder, capture_output=True, check=True,
    )  # fmt: skip

    assert done.stdout == b"\n"


# In a terminal

LED = ["workshop", "-q", "mini", "-o", "answers.yaml", "--plain", "--lang", "en"]


def test_a_whole_workshop_in_a_terminal(desk: Desk) -> None:
    child = desk.run_in_terminal(LED)
    for question, typed in (
        ("Organisation: ", "Rossi Srl"),
        ("Wave.*: ", ""),
        (r"Marketing \(Enter: nobody\): ", "3"),
        (r"Sales \(Enter: nobody\): ", "Anna, Luca"),
        (r"1/5 \(\? help\) > ", "m 3 3 3"),
        (r"1/5 \(\? help\) > ", "s 1 1"),
        (r"Enter: reveal\] > ", ""),
        (r"Probe: .*Enter: next\] > ", "again"),
        (r"First round: .*1/5 \(\? help\) > ", "m 2 2 2; s 2 2"),
        (r"Enter: reveal\] > ", ""),
        (r"Everybody voted alike.*Enter: next\] > ", "="),
        (r"Enter: next\] > ", "result"),
        (r"Level 2 of 5.*Enter: leave > ", ""),
    ):
        child.expect(question)
        child.sendline(typed)
    assert exit_code(child) == 0
    assert "alignment-maturity score -q mini answers.yaml" in (child.before or "")
    assert len(discussions(desk)["personas"].rounds) == 2
    assert discussions(desk)["personas"].agreed == "2"


def test_ctrl_c_leaves_at_once_and_nothing_confirmed_is_lost(desk: Desk) -> None:
    child = desk.run_in_terminal([*LED, *ABOUT, "--wave", "1"])
    child.expect(r"1/5 \(\? help\) > ")
    child.sendline("m 1 1 1")
    child.expect(r"1/5 \(\? help\) > ")
    child.send("s 2 ")
    child.expect("s 2 ")
    child.sendintr()

    assert exit_code(child) == 130
    assert "To go on: alignment-maturity workshop" in (child.before or "")
    assert room(desk).questions["personas"].open == {"marketing": {"1": 3}}


def seen(written: str, columns: int = 80) -> str:
    """Return what somebody who scrolls back can still read of what was written to a terminal."""
    screen = pyte.HistoryScreen(columns, 24, history=1000)
    pyte.Stream(screen).feed(written)
    above = ["".join(row[at].data for at in range(columns)) for row in screen.history.top]
    return "\n".join(line.rstrip() for line in (*above, *screen.display))


def type_cards(desk: Desk, cards: str, *, term: str = "xterm", after: str = "") -> str:
    """Type cards, then some more, in a terminal; return what can be read from the first question on."""
    child = desk.run_in_terminal([*LED, *ABOUT, "--wave", "1"], term=term)
    child.expect(r"1/5 \(\? help\) > ")
    written = f"{child.before}{child.after}"
    for line in (cards, *([after] if after else []), "q"):
        child.sendline(line)
        child.expect([r"1/5 \(\? help\)[^>]* > ", pexpect.EOF])
        written += f"{child.before}{child.after if isinstance(child.after, str) else ''}"
    child.close()
    return seen(written).partition("\nStrategy")[2]


@pytest.mark.parametrize(
    "cards",
    [
        "m 2 3 3",
        *("m " + " ".join(["3"] * 31) + " 2" + " " * blanks for blanks in (0, 1, 2)),  # 80 columns and more
        "m " + " ".join(["3"] * 120),
        "m 9 3 3",
        "nobody 3 3",
    ],
)
def test_cards_are_gone_from_the_screen_once_they_are_read(desk: Desk, cards: str) -> None:
    """They are to stay hidden until they are revealed, and the screen may be projected."""
    read = type_cards(desk, cards)

    assert "3 3" not in read
    assert "2 2" not in read
    assert "It is corrected from behaviour\n\nFirst round · Cards: Marketing 0 of 3 and Sales 0 of 2" in read
    assert read.count("1/5 (? help)") == 1


def test_other_lines_stay_on_the_screen(desk: Desk) -> None:
    read = type_cards(desk, "m 2 3 3", after="n 3 3 were for waiting")

    assert "(? help) > n 3 3 were for waiting" in read
    assert "m 2" not in read


def test_no_escape_is_sent_to_a_terminal_that_knows_none(desk: Desk) -> None:
    read = type_cards(desk, "m 2 3 3", term="dumb")

    assert "(? help) > m 2 3 3" in read
    assert "\x1b" not in read


def test_the_arrow_keys_bring_no_cards_back(desk: Desk) -> None:
    child = desk.run_in_terminal([*LED, *ABOUT, "--wave", "1"])
    for typed in ("n remember", "m 2 3 3", "\x1b[A"):
        child.expect(r"1/5 \(\? help\)[^>]* > ")
        child.sendline(typed)
    child.expect(r"1/5 \(\? help\)[^>]* > ")
    child.sendline("q")

    assert exit_code(child) == 0
    assert discussions(desk)["personas"].note == "remember\nremember"
    assert room(desk).questions["personas"].open == {"marketing": {"2": 1, "3": 2}}


def test_the_end_of_the_input_while_participants_are_asked_leaves_no_file(desk: Desk) -> None:
    child = desk.run_in_terminal([*LED, "--organisation", "Rossi", "--wave", "1"])
    child.expect("nobody")
    child.sendeof()

    assert exit_code(child) == 0
    assert "No file was written." in (child.before or "")
    assert not desk.path.exists()


# Going on


def test_a_workshop_goes_on_where_it_stopped(desk: Desk) -> None:
    pipe(desk, "m 1 1 1; s 2 2\n\n>\nm 3 3\n", "--minutes", "30")
    done = pipe(desk, "s 2 2\nv\n", about=[])

    assert done.returncode == 0
    assert "Going on: 0 of 5 questions" in done.stderr
    assert discussions(desk)["goals"].rounds == ({"marketing": {"3": 2}, "sales": {"2": 2}},)
    assert room(desk).minutes == 30
    assert len(discussions(desk)["personas"].rounds) == 1


def test_options_may_change_the_room_of_a_workshop_that_goes_on(desk: Desk) -> None:
    pipe(desk, "m 1 1 1; s 5 5\nv\n>\nm 2 2 2;s 2 2\nv\n")
    options = ["--participants", "sales=4", "--minutes", "0", "--wave", "two", "--order", "disagreement"]
    assert pipe(desk, "", *options, about=[]).returncode == 0

    assert room(desk).participants["sales"] == Participants(count=4)
    assert room(desk).participants["marketing"] == Participants(count=3)
    assert room(desk).minutes is None
    assert room(desk).agenda[:2] == ("personas", "goals")
    assert desk.file.wave == "two"


def test_a_workshop_without_its_room_file_goes_on_from_the_answers(desk: Desk) -> None:
    pipe(desk, "m 1 1 1; s 2 2\n\n= 2\n")
    before = discussions(desk)
    (desk.folder / "answers.yaml.room").unlink()
    assert "--participants" in pipe(desk, "", about=[]).stderr
    done = pipe(desk, "\n", about=SEATED)

    assert done.returncode == 0
    assert "Mean level" in done.stderr  # the round that was there is revealed
    assert discussions(desk) == before


@pytest.mark.parametrize("content", ["{", "", "[]", '{"format": 1}', "\x00"])
def test_a_broken_room_file_is_set_aside_and_the_workshop_goes_on(desk: Desk, content: str) -> None:
    pipe(desk, "= 2\n")
    (desk.folder / "answers.yaml.room").write_text(content)
    done = pipe(desk, ">\n= 3\n", about=SEATED)

    assert done.returncode == 0
    assert "answers.yaml.room: warning[no-room]" in done.stderr
    assert (desk.folder / "answers.yaml.room.orig").read_text() == content
    assert {question: held.agreed for question, held in discussions(desk).items()} == {
        "personas": "2", "goals": "3",
    }  # fmt: skip


def test_a_file_that_is_only_looked_at_is_not_touched(desk: Desk) -> None:
    pipe(desk, "= 2\n")
    desk.path.write_text(desk.path.read_text() + "# mine\n")
    before = desk.path.read_text()
    assert pipe(desk, "r\nq\n", about=[]).returncode == 0

    assert desk.path.read_text() == before
    assert not list(desk.folder.glob("*.orig*"))


@pytest.mark.parametrize("edited", [False, True])
def test_an_older_questionnaire_s_answers_are_kept_as_far_as_they_fit(desk: Desk, edited: bool) -> None:
    """A workshop of two afternoons, and the questionnaire mended between them."""
    pipe(desk, "m 5 1 1; s 5 5\n\n= 5\n>\nm 2 2 2; s 1 1\n\n= 2\n")
    if edited:
        desk.path.write_text(desk.path.read_text() + "# mine\n")
    before = desk.path.read_text()
    questionnaire = desk.folder / "mini.yaml"
    newer = questionnaire.read_text().replace('version: "1.0"', 'version: "1.1"')
    newer = newer.replace("      - {level: 5, text: It is corrected from behaviour}\n", "")
    questionnaire.write_text(newer)
    done = pipe(desk, "j goals\nn kept\n", about=[])

    assert done.returncode == 0
    assert "warning[answers-left-out]" in done.stderr
    assert "answers.yaml.orig" in done.stderr
    assert (desk.folder / "answers.yaml.orig").read_text() == before
    assert desk.file.questionnaire_version == "1.1"
    assert discussions(desk)["personas"].rounds == ({"marketing": {"1": 2}},)
    assert discussions(desk)["personas"].agreed is None
    assert discussions(desk)["goals"].agreed == "2"


def test_a_second_process_is_kept_away_from_the_same_file(desk: Desk) -> None:
    child = desk.run_in_terminal([*LED, *ABOUT, "--wave", "1"])
    child.expect(r"1/5 \(\? help\) > ")
    second = pipe(desk, "= 5\n", about=[])

    assert second.returncode == 1
    assert "answers.yaml is in use" in second.stderr
    child.sendline("q")
    assert exit_code(child) == 0


def test_answers_of_one_person_are_no_workshop(desk: Desk) -> None:
    desk.pipe("2\n")
    before = desk.path.read_text()
    done = pipe(desk, "= 5\n", about=[])

    assert done.returncode == 2
    assert "holds individual answers, not a workshop" in done.stderr
    assert desk.path.read_text() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--organisation", "Bianchi"], "--organisation Bianchi: answers.yaml already says Rossi Srl"),
        (["--wave", "two"], "--wave two: answers.yaml already says one"),
        (["--from", "answers.yaml"], "--from only begins a workshop"),
    ],
)
def test_options_that_contradict_an_existing_workshop_are_refused(
    desk: Desk, options: list[str], said: str
) -> None:
    pipe(desk, "= 2\n", "--wave", "one")
    done = pipe(desk, "= 5\n", *options, about=[])

    assert done.returncode == 2
    assert said in done.stderr
    assert discussions(desk)["personas"].agreed == "2"


# What cannot be written


def small_files() -> None:
    """Let no file grow beyond 2000 bytes in this process, as a disk does that is nearly full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))


def test_a_full_disk_hands_out_everything_on_stdout(desk: Desk) -> None:
    arguments = ["workshop", "-q", "mini", "-o", "answers.yaml", *ABOUT]
    done = desk.run(arguments, f"= 2\nn {'long ' * 500}\n= 3\n", before=small_files)

    assert done.returncode == 1
    assert "answers.yaml cannot be written" in done.stderr
    assert discussions(desk) == {"personas": Discussion(agreed="2")}
    desk.path.write_text(done.stdout)
    assert discussions(desk) == {"personas": Discussion(agreed="2", note=("long " * 500).strip())}


@pytest.mark.parametrize(("ending", "lang"), [("yaml", "en"), ("yaml", "it"), ("json", "en")])
def test_a_full_disk_hands_out_hidden_cards_as_well(desk: Desk, ending: str, lang: str) -> None:
    """They are in no answers, and what somebody showed cannot be shown again."""
    path = desk.folder / f"answers.{ending}"
    arguments = ["workshop", "-q", "mini", "-o", path.name, *ABOUT, "--lang", lang]
    typed = f"m 2 3 3; s ? 1\n>\ns 2\nn {'long ' * 500}\n"
    done = desk.run(arguments, typed, before=small_files)
    comments = [line for line in done.stdout.splitlines() if line.startswith("#")]
    told = [line.removeprefix("# ") for line in comments] if ending == "yaml" else done.stderr.splitlines()
    title = PHRASES["hidden-cards"].it if lang == "it" else PHRASES["hidden-cards"].en

    assert done.returncode == 1
    assert bool(comments) == (ending == "yaml")
    at = told.index(title)
    assert told[at + 1 : at + 3] == ["personas - marketing: 2 3x2; sales: 1 ?", "goals - sales: 2"]
    path.write_text(done.stdout)
    held = AnswerFile.model_validate(read_document(path).data).workshop
    assert held == {"goals": Discussion(note=("long " * 500).strip())}


def test_cards_never_revealed_are_told_on_leaving(desk: Desk) -> None:
    assert PHRASES["end-unrevealed-one"].en in pipe(desk, "m 1 1 1\n>\nq\n").stderr
    assert PHRASES["end-unrevealed-one"].en not in pipe(desk, "b\nv\nq\n", about=[]).stderr


def test_a_link_to_the_answers_is_the_same_workshop(desk: Desk) -> None:
    """What was counted under one name must be there under the other."""
    pipe(desk, "m 1 1 1\n")
    (desk.folder / "link.yaml").symlink_to("answers.yaml")
    done = desk.run(["workshop", "-q", "mini", "-o", "link.yaml"], "s 2 2\n")

    assert done.returncode == 0
    assert room(desk).questions["personas"].open == {"marketing": {"1": 3}, "sales": {"2": 2}}
    assert not (desk.folder / "link.yaml.room").exists()


def test_a_room_that_is_broken_meanwhile_is_mended_with_the_next_line(desk: Desk) -> None:
    child = desk.run_in_terminal([*LED, *ABOUT, "--wave", "1"])
    child.expect(r"1/5 \(\? help\) > ")
    child.sendline("m 1 1 1")
    child.expect(r"1/5 \(\? help\) > ")
    (desk.folder / "answers.yaml.room").write_text("{")
    child.sendline("n why")
    child.expect(r"1/5 \(\? help\) > ")

    assert room(desk).questions["personas"].open == {"marketing": {"1": 3}}
    child.sendline("q")
    assert exit_code(child) == 0


# Individual answers before


def respond(desk: Desk, name: str, group: str, *answers: str, organisation: str = "Verdi Srl") -> str:
    """Let somebody answer alone; return the name of the file."""
    typed = "".join(f"{answer}\n" for answer in answers)
    about = ["--organisation", organisation, "--wave", "2026-H2", *(["--group", group] if group else [])]
    done = desk.run(["assess", "-q", "mini", "-o", f"{name}.yaml", *about], typed)
    assert done.returncode == 0
    return f"{name}.yaml"


@pytest.fixture
def collected(desk: Desk) -> list[str]:
    """Let three of marketing and two of sales answer, and somebody of no function."""
    return [
        respond(desk, "ada", "marketing", "2", "4", "2", "2"),
        respond(desk, "bea", "marketing", "2", "4", "2", "3"),
        respond(desk, "carlo", "marketing", "2", "3", "2", "d"),
        respond(desk, "dino", "sales", "2", "1", "1", "2"),
        respond(desk, "elio", "sales", "2", "1", "2", "3"),
        respond(desk, "franco", "", "5", "4", "5", "5"),
    ]


def from_files(desk: Desk, files: list[str], typed: str, *options: str) -> subprocess.CompletedProcess[str]:
    return desk.run(["workshop", "-o", "answers.yaml", *options, "--lang", "en", "--from", *files], typed)


def test_small_functions_answered_in_private_and_stay_out_of_the_room(
    desk: Desk, collected: list[str]
) -> None:
    done = from_files(desk, collected, "\n")

    assert done.returncode == 0
    assert "Individual answers as the first round, hidden: Marketing 3." in done.stderr
    assert "who gave them: Sales 2" in " ".join(done.stderr.split())
    assert "People left out because they name no function: 1." in done.stderr
    assert (desk.file.organisation, desk.file.wave) == ("Verdi Srl", "2026-H2")
    assert discussions(desk)["goals"].rounds == ({"marketing": {"3": 1, "5": 2}},)
    assert room(desk).participants == {"marketing": Participants(count=3), "sales": Participants(count=2)}


def test_the_organisation_may_open_small_functions_and_the_furthest_apart_come_first(
    desk: Desk, collected: list[str]
) -> None:
    done = from_files(desk, collected, "\n= 3\nr\n", "--min-group", "1")

    assert done.returncode == 0
    assert room(desk).agenda == ("goals", "lead-definition", "exchange", "personas", "sla")
    assert discussions(desk)["goals"].rounds == ({"marketing": {"3": 1, "5": 2}, "sales": {"1": 2}},)
    assert "Goals" in done.stderr.split("1/5", 1)[1][:200]
    assert "Marketing 4.3, Sales 1.0" in done.stderr
    scored = desk.run(["score", "answers.yaml", "--json"])
    assert json.loads(scored.stdout)["respondents"]["by_group"] == {"marketing": 3, "sales": 2}


def test_the_agenda_may_still_go_by_dimension(desk: Desk, collected: list[str]) -> None:
    from_files(desk, collected, "", "--min-group", "1", "--order", "dimension", "--participants", "sales=5")

    assert room(desk).agenda[0] == "personas"
    assert room(desk).participants["sales"] == Participants(count=5)


def test_the_first_rounds_are_on_the_disk_at_once_and_hidden(desk: Desk, collected: list[str]) -> None:
    done = from_files(desk, collected, "", "--min-group", "1")
    again = desk.run(["workshop", "-o", "answers.yaml"], "")
    shown = desk.run(["workshop", "--present", "answers.yaml"])

    assert len(discussions(desk)) == 4
    for text in (done.stderr, again.stderr, shown.stdout):
        assert "hidden" in text
        assert "Mean level" not in text


def test_files_that_are_no_individual_answers_of_one_organisation_are_refused(
    desk: Desk, collected: list[str]
) -> None:
    other = respond(desk, "gina", "sales", "2", organisation="Bianchi")
    pipe(desk, "= 2\n")
    (desk.folder / "answers.yaml").rename(desk.folder / "room.yaml")

    for files, options, code, said in (
        ([*collected, other], [], 3, "other-organisation"),
        ([*collected, "room.yaml"], [], 3, "other-organisation"),
        (["room.yaml"], [], 3, "not-individual"),
        (["nobody.yaml"], [], 3, "missing-file"),
        (collected, ["--organisation", "Bianchi"], 2, "ada.yaml already says Verdi Srl"),
        (collected, ["-q", "two-languages"], 3, "other-questionnaire"),
    ):
        done = from_files(desk, files, "", *options)
        assert (done.returncode, said in done.stderr) == (code, True), done.stderr
        assert not desk.path.exists()


# The room view


def test_the_room_view_shows_the_present_state_once_where_nobody_watches(desk: Desk) -> None:
    pipe(desk, "m 3 3 3; s 1 1\n\nn secret\nk\n")
    done = desk.run(["workshop", "-q", "mini", "--present", "answers.yaml"])

    assert done.returncode == 0
    assert "Marketing 3.0, Sales 1.0" in done.stdout
    assert "The ladder so far" in done.stdout
    assert "secret" not in done.stdout


def test_the_room_view_shows_no_card_and_no_ladder_that_is_hidden(desk: Desk) -> None:
    pipe(desk, "m 5 5 5\n")
    done = desk.run(["workshop", "--present", "answers.yaml"])

    assert "Marketing 3 of 3 and Sales 0 of 2" in done.stdout
    assert "ladder" not in done.stdout
    assert desk.run(["workshop", "--present", "nobody.yaml"]).returncode == 3
    assert desk.run(["workshop"]).returncode == 2


def test_the_room_view_follows_on_a_second_terminal(desk: Desk) -> None:
    child = desk.run_in_terminal(["workshop", "--present", "answers.yaml", "--plain", "--lang", "en"])
    child.expect("Waiting for the workshop")
    pipe(desk, "m 5 5 5\n")
    child.expect("Marketing 3 of 3 and Sales 0 of 2")
    pipe(desk, "s 1 1\n\n", about=[])
    child.expect(r"Mean level: Marketing 5\.0, Sales 1\.0")
    child.sendintr()

    assert exit_code(child) == 130


# A whole workshop


def test_a_whole_workshop_of_full_with_eight_people(desk: Desk) -> None:
    """Thirty-four questions, two rounds on each, decisions, a parking lot, the score."""
    lines = []
    for number in range(34):
        first = number % 4 + 1
        lines += [f"m {first} {first} {first}; v {first + 1}x3", "dir ? 2", "", f"n domanda {number + 1}"]
        lines += ["giro", f"m {first}x3; v {first}x3; dir {first} {first}", ""]
        lines += ["p" if number % 10 == 9 else "=", ""]
    seats = ["--participants", "m=3", "--participants", "vendite=3", "--participants", "direzione=Ada, Ugo"]
    about = ["--organisation", "Rossi Srl", *seats, "--lang", "it"]
    done = pipe(desk, "\n".join([*lines, "f", ""]), about=about, questionnaire="full")

    assert done.returncode == 0, done.stderr[-2000:]
    assert "Domande concordate: 31; rinviate: 3; aperte: 0." in done.stderr
    assert "Le prossime mosse" in done.stderr
    assert all(len(held.rounds) == 2 for held in discussions(desk).values())
    result = json.loads(desk.run(["score", "answers.yaml", "--json"]).stdout)
    assert result["completeness"] == 1
    assert result["respondents"] == {"total": 8, "by_group": {"marketing": 3, "sales": 3, "leadership": 2}}
