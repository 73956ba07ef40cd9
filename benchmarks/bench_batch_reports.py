"""What a report of each organisation costs in two workers, against one, and how memory grows: make bench.

The organisations answer the built-in questionnaire `full`, four people each. Both commands run in turn; how
much one worker holds is told of a run of its own.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import orjson
from processes import heading, held, in_turn, line
from surveys import SEED

from alignment_maturity.encoding import Encoding
from alignment_maturity.store.questionnaires import find_questionnaire

REPORTS, RUNS = 24, 3
SETTLED = 20
"""Reports after which a process holds what it keeps; half of them where fewer than twice as many are made."""
BETWEEN = 0.05
PEOPLE = ("marketing", "marketing", "sales", "sales")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print every figure with what was agreed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--quick", action="store_true", help="a third of the reports, once")
    asked = parser.parse_args(arguments)
    reports, runs = (asked.reports // 3, 1) if asked.quick else (asked.reports, asked.runs)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        answers = write_answers(folder / "answers", reports)
        compare_workers(folder, answers, reports, runs)
        tell_memory(folder, answers, reports)


def compare_workers(folder: Path, answers: Path, reports: int, runs: int) -> None:
    """Make the reports in one worker and in two."""
    one, two = "one worker", "two workers"
    commands = {one: ours(folder, answers, "1"), two: ours(folder, answers, "2")}
    found = in_turn(commands, one, runs=runs, warm=False)
    assert number(folder) == reports
    heading(f"{reports} reports in PDF")
    line(one, found[one], f"{reports / found[one].seconds:.2f} a second")
    gain = found[one].seconds / found[two].seconds
    line(two, found[two], f"{gain:.2f} x one; at least 1.8 x on an idle machine")


def tell_memory(folder: Path, answers: Path, reports: int) -> None:
    """Print the most that one worker holds after some reports, and at the end."""
    settled = min(SETTLED, reports // 2)
    for report in (folder / "ours" / "reports").iterdir():
        report.unlink()
    most = dict.fromkeys(range(reports + 1), 0.0)
    with subprocess.Popen(
        ours(folder, answers, "1"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            made = number(folder)
            most[made] = max(most[made], held(process.pid))
            time.sleep(BETWEEN)
    few = max(most[made] for made in range(settled // 2, settled + 1))
    last = max(most[made] for made in range(reports - settled // 2, reports + 1))
    print(f"  {f'the most held up to report {settled}':52}{few:8.0f} MB")
    print(f"  {f'the most held in the last {settled // 2}':52}{last:8.0f} MB", flush=True)


def number(folder: Path) -> int:
    """Return how many reports there are, also while they wait in the folder of the run."""
    return len({name for _, _, names in os.walk(folder / "ours") for name in names if name.endswith(".pdf")})


def ours(folder: Path, answers: Path, workers: str) -> list[str]:
    """Return our command."""
    command = [
        sys.executable,
        "-m",
        "alignment_maturity",
        "batch",
        str(answers),
        "--reports",
        "--quiet",
        "--force",
    ]
    return [*command, "--workers", workers, "-o", str(folder / "ours"), "--lang", "en"]


def write_answers(folder: Path, files: int) -> Path:
    """Write an answer file for each of so many organisations; return the folder."""
    folder.mkdir()
    draws = random.Random(SEED)
    questionnaire = find_questionnaire("full").questionnaire
    encoding = Encoding(questionnaire)
    options = dict(zip(encoding.questions, encoding.values, strict=True))
    for file in range(files):
        level = draws.uniform(1, questionnaire.top)
        people = [
            {
                "group": group,
                "answers": {
                    question: values[drawn(draws, level, questionnaire.top, len(values))]
                    for question, values in options.items()
                    if draws.random() > 0.05
                },
            }
            for group in PEOPLE
        ]
        document = {
            "format": 1,
            "questionnaire": questionnaire.id,
            "questionnaire_version": questionnaire.version,
            "organisation": f"Officine {file} SpA",
            "date": "2026-11-23",
            "respondents": people,
        }
        (folder / f"{file:04}.json").write_bytes(orjson.dumps(document))
    return folder


def drawn(draws: random.Random, level: float, top: int, options: int) -> int:
    """Draw which of so many options is chosen at about a level."""
    share = (draws.gauss(level, 0.7) - 1) / (top - 1)
    return min(options - 1, max(0, round(share * (options - 1))))


if __name__ == "__main__":
    main()
