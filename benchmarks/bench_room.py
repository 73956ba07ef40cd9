"""What it takes until the full screen is there, and for a whole workshop: make bench."""

from __future__ import annotations

import fcntl
import os
import pty
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path

from pairs import Ratio, report

ANSWERS = """\
format: 1
questionnaire: quick
questionnaire_version: "2.0"
organisation: Rossi Srl
answers:
  shared-strategy: 2
"""
SHOWN = "Buyer personas"  # the second question of `quick`, the first without an answer
DONE = "done"
# One question of a workshop with eight people: two rounds, a note, an agreed value.
LINES = """\
m 1 2 3 2; s 1 1 2 1
v
g
m 2 2 3 2; s 2 1 2 2
v
n why the room chose this
= 2
>
"""
QUESTIONS = 34  # of `full`
# What the same libraries, started as ours are, cost a program that only shows one word on the full screen.
SMALLEST = f"""
import gc, os
gc.set_threshold(200_000, 20, 100)
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"
import filelock, typer, yaml
from pydantic import BaseModel
from textual.app import App
from textual.widgets import Static

class Model(BaseModel):
    lang: str

class Smallest(App):
    ENABLE_COMMAND_PALETTE = False

    def compose(self):
        yield Static(Model(lang={DONE!r}).lang)

typer.run(lambda: Smallest().run())
"""
RUNS = 15
RUNS_OF_A_WORKSHOP = 5


def seconds_until(shown: str, command: Sequence[str], folder: str) -> float:
    """Return how long a process in a terminal takes until it has shown some words, and end it."""
    start = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ.update(TERM="xterm-256color")
        os.execvp(command[0], list(command))  # noqa: S606 - no shell is wanted
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    seen = b""
    while shown.encode() not in seen:
        seen += os.read(terminal, 65536)
    taken = time.perf_counter() - start
    os.kill(child, 9)
    os.waitpid(child, 0)
    os.close(terminal)
    return taken


def compare(floor: Sequence[str], ours: Sequence[str], shown: str, folder: str) -> Ratio:
    """Run two commands in turn, and return the median times and the median of the ratios."""
    pairs = []
    for number in range(RUNS + 1):
        pair = seconds_until(DONE, floor, folder), seconds_until(shown, ours, folder)
        if number:  # the first warms the caches
            pairs.append(pair)
    return Ratio(
        statistics.median(pair[0] for pair in pairs),
        statistics.median(pair[1] for pair in pairs),
        statistics.median(pair[1] / pair[0] for pair in pairs),
    )


def importing(module: str) -> list[str]:
    """Return a command that imports a module and says so."""
    return [sys.executable, "-c", f"import {module}; print({DONE!r})"]


def whole_workshop(folder: str) -> Ratio:
    """Lead a workshop of `full` by script, to its end, against one that ends before its first line."""
    pairs = []
    for number in range(RUNS_OF_A_WORKSHOP):
        lead = [*program, "workshop", "-o", f"room{number}.yaml", "--organisation", "Rossi", "--wave", "1"]
        lead += ["--participants", "marketing=4", "--participants", "sales=4"]
        taken = []
        for typed in ("", LINES * QUESTIONS + "f\nq\n"):
            start = time.perf_counter()
            subprocess.run(lead, input=typed, text=True, cwd=folder, check=True, capture_output=True)
            taken.append(time.perf_counter() - start)
        pairs.append(taken)
    floor, ours = (statistics.median(each) for each in zip(*pairs, strict=True))
    return Ratio(floor, ours, statistics.median(pair[1] / pair[0] for pair in pairs))


program = [sys.executable, "-m", "alignment_maturity"]
with tempfile.TemporaryDirectory() as place:
    Path(place, "answers.yaml").write_text(ANSWERS, encoding="utf-8")
    assess = [*program, "assess", "-o", "answers.yaml", "--lang", "en"]
    for library in ("textual", "textual.app"):
        report(
            f"assess, first question / import {library}", compare(importing(library), assess, SHOWN, place), 2
        )
    smallest = [sys.executable, "-c", SMALLEST]
    report("assess, first question / one word", compare(smallest, assess, SHOWN, place), 1.5)
    report("workshop of full by script / its start", whole_workshop(place), 20)
