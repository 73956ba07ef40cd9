"""Individual answers that began a workshop must not be counted beside it without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview.processes import Desk

ADA, BEA = ("2", "4", "2", "2"), ("2", "3", "2", "3")
DINO, ELIO = ("1", "1", "1", "2"), ("3", "1", "2", "3")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Let two of marketing and two of sales answer, into a folder of their own."""
    desk = Desk(tmp_path)
    (tmp_path / "answers").mkdir()
    for name, answers in {"ada": ADA, "bea": BEA}.items():
        respond(desk, f"answers/{name}.yaml", "marketing", *answers)
    for name, answers in {"dino": DINO, "elio": ELIO}.items():
        respond(desk, f"answers/{name}.yaml", "sales", *answers)
    return desk


def respond(desk: Desk, path: str, group: str, *answers: str) -> None:
    about = ["--organisation", "Verdi Srl", "--wave", "2026-H2", "--group", group]
    typed = "".join(f"{answer}\n" for answer in answers)
    assert desk.run(["assess", "-q", "mini.yaml", "-o", path, *about], typed).returncode == 0


def individual(desk: Desk) -> list[str]:
    return sorted(f"answers/{path.name}" for path in (desk.folder / "answers").iterdir())


def hold_workshop(desk: Desk, typed: str, *options: str, path: str = "answers/room.yaml") -> None:
    done = desk.run(["workshop", "-q", "mini.yaml", "-o", path, *options], typed)
    assert done.returncode == 0, done.stderr


def begun_from(desk: Desk) -> list[str]:
    return ["--min-group", "1", "--from", *individual(desk)]


def warned(desk: Desk, command: str) -> bool:
    """Score or batch all files of the folder, and tell whether the warning came; it is never an error."""
    if command == "score":
        files = [path for path in individual(desk) if path.endswith(".yaml")]
        done = desk.run(["score", "-q", "mini.yaml", *files])
        told = done.stderr
    else:
        done = desk.run(["batch", "answers", "-q", "mini.yaml", "-o", "results"])
        told = (desk.folder / "results" / "errors.csv").read_text()
    assert done.returncode == 0, done.stderr
    lines = [line for line in told.splitlines() if "counted-twice" in line]
    assert all("room.yaml" in line and "warning" in line for line in lines)
    return bool(lines)


COMMANDS = pytest.mark.parametrize("command", ["score", "batch"])


@COMMANDS
def test_a_workshop_begun_from_the_files_beside_it_is_told(desk: Desk, command: str) -> None:
    """Four people would be scored as eight."""
    hold_workshop(desk, "\n= 2\n", *begun_from(desk))
    assert warned(desk, command)


@COMMANDS
def test_it_is_told_after_a_second_round_too(desk: Desk, command: str) -> None:
    hold_workshop(desk, "\ng\nm 2 2; s 2 2\nv\n= 2\n", *begun_from(desk))
    assert warned(desk, command)


@COMMANDS
def test_a_workshop_with_votes_of_its_own_is_not_told(desk: Desk, command: str) -> None:
    votes = "m 5 5; s 4 4\n\n>\nm 1 1; s 1 1\n\n>\nm 4 4; s 4 4\n\n>\nm 1 1; s 1 1\n\n"
    seats = ["--participants", "marketing=2", "--participants", "sales=2"]
    hold_workshop(desk, votes, "--organisation", "Verdi Srl", "--wave", "2026-H2", *seats)
    assert not warned(desk, command)


@COMMANDS
def test_a_workshop_beside_answers_of_other_people_is_not_told(desk: Desk, command: str) -> None:
    """Who was asked afterwards is one person more, and counts."""
    hold_workshop(desk, "\n= 2\n", *begun_from(desk))
    for path in individual(desk):
        if "room" not in path:
            (desk.folder / path).unlink()
    respond(desk, "answers/franco.yaml", "marketing", "1", "1", "1", "1")
    respond(desk, "answers/gina.yaml", "sales", "4", "4", "4", "4")
    assert not warned(desk, command)


@COMMANDS
def test_a_workshop_alone_is_not_told(desk: Desk, command: str) -> None:
    hold_workshop(desk, "\n= 2\n", *begun_from(desk))
    for path in individual(desk):
        if "room" not in path:
            (desk.folder / path).unlink()
    assert not warned(desk, command)


def test_the_warning_is_in_both_languages(desk: Desk) -> None:
    hold_workshop(desk, "\n= 2\n", *begun_from(desk))
    files = [path for path in individual(desk) if path.endswith(".yaml")]
    told = {
        lang: desk.run(["score", "-q", "mini.yaml", "--lang", lang, *files]).stderr for lang in ("it", "en")
    }

    assert "count twice" in told["en"]
    assert "contano due volte" in told["it"]
