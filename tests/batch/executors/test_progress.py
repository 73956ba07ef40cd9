"""What is shown of a run while it lasts."""

from __future__ import annotations

import io
import re
import sys
from contextvars import ContextVar

import pytest
from rich.cells import cell_len

from alignment_maturity.cli import shell
from alignment_maturity.cli.batch_progress import Pace, progress
from alignment_maturity.cli.shell import Shell
from alignment_maturity.language import Lang

CONTROLS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")


class Terminal(io.StringIO):
    """A stderr that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _nothing_said_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the shell of one test was told is not for that of the next."""
    monkeypatch.setattr(shell, "given", ContextVar("given"))


@pytest.mark.parametrize(
    ("pace", "lang", "told"),
    [
        (Pace(0, 3_000_000, 0, "rows"), "en", "0 of 3,000,000 rows"),
        (
            Pace(1_250_000, 3_000_000, 5, "rows"),
            "en",
            "1,250,000 of 3,000,000 rows · 250,000 a second · about 7 s left",
        ),
        (
            Pace(1_250_000, 3_000_000, 5, "rows"),
            "it",
            "1.250.000 righe su 3.000.000 · 250.000 al secondo · ancora circa 7 s",
        ),
        (Pace(40, 200, 30, "reports"), "it", "40 rapporti su 200 · 1,3 al secondo · ancora circa 2 min"),
        (Pace(200, 200, 30, "files"), "en", "200 of 200 files · 6.7 a second"),
        (
            Pace(1.5e9, 60e9, 60, "bytes"),
            "en",
            "1.5 GB of 60.0 GB · 25.0 MB a second · about 39 min left",
        ),
        (
            Pace(1, 400, 60, "respondents"),
            "en",
            "1 of 400 respondents · about 6 h 39 min left",
        ),
        (Pace(999, 1000, 10, None), "it", "99% · ancora circa 1 s"),
        (Pace(0, 0, 1, None), "en", "100%"),
    ],
)
def test_figures(pace: Pace, lang: Lang, told: str) -> None:
    """Nobody would know whether to wait or to go for lunch."""
    assert pace.told(lang) == told


def test_a_terminal_shows_stage_figures_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = run(Shell("en"), Terminal(), monkeypatch)
    assert "Reading" in shown
    assert "50 of 100 rows · 5 a second · about 10 s left" in shown


def test_nothing_stays_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the run found would stand below its scaffolding."""
    shown = run(Shell("en"), Terminal(), monkeypatch)
    assert shown.endswith("\r\x1b[2K\x1b[?25h\r")  # the line is erased, the cursor shown again


def test_a_narrow_terminal_cuts_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that wraps is not erased: the terminal would fill with bars."""
    shown = run(Shell("it"), Terminal(), monkeypatch, COLUMNS="40")
    assert "…" in shown
    assert all(cell_len(CONTROLS.sub("", line)) <= 40 for line in shown.splitlines())


def test_no_colour_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = run(Shell("en"), Terminal(), monkeypatch, NO_COLOR="1")
    assert "50 of 100 rows" in shown
    assert not re.search(r"\x1b\[[0-9;]*[39][0-9]m|38;5", shown)


def test_no_movement_where_the_terminal_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen reader, or Emacs, would be given hundreds of bars one after the other."""
    assert run(Shell("en"), Terminal(), monkeypatch, TERM="dumb") == ""


def test_quiet_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (Terminal(), io.StringIO()):
        assert run(Shell("en", quiet=True, verbose=True), stream, monkeypatch) == ""


@pytest.mark.parametrize("verbose", [False, True])
def test_a_log_gets_a_line_now_and_then(verbose: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar in a log is thousands of lines; nothing at all, for an hour, looks as if it hung."""
    shown = run(Shell("en", verbose=verbose), io.StringIO(), monkeypatch)
    lines = [
        "Reading: 50 of 100 rows · 5 a second · about 10 s left",
        "Reading: 100 of 100 rows · 5 a second",
    ]
    assert shown.splitlines() == (lines if verbose else [])


def run(of: Shell, stderr: io.StringIO, monkeypatch: pytest.MonkeyPatch, **env: str) -> str:
    """Read a hundred rows, ten every two seconds; return what was on stderr."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm-256color", "COLUMNS": "120", **env}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stderr", stderr)
    ticks = 0.0

    def clock() -> float:
        return ticks

    with progress(of, clock) as watch, watch.stage("read", 100, "rows") as advance:
        for _ in range(10):
            ticks += 2
            advance(10)
            if watch._bars is not None:
                watch._bars.refresh()
    return stderr.getvalue()
