"""The answer file that an interview or a workshop fills, and what can be done with it afterwards."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from alignment_maturity.errors import WorkFailed, WrongUsage

if TYPE_CHECKING:
    from alignment_maturity.cli.shell import Shell
    from alignment_maturity.interview.ending import Afterwards
    from alignment_maturity.language import Lang
    from alignment_maturity.model.answers import AnswerFile
    from alignment_maturity.result import Assessment
    from alignment_maturity.store.questionnaires import Loaded
    from alignment_maturity.waves import Terms


@dataclass(frozen=True, slots=True)
class Place:
    """Where an interview is held: the shell, its file, and the questionnaire that was asked for, if any."""

    shell: Shell
    path: Path
    reference: str | None

    def command(self, name: str, *options: str) -> str:
        """Return a command line about this file, to be copied."""
        chosen = ["-q", self.reference] if self.reference else []
        words = ["alignment-maturity", name, *chosen, *options, str(self.path)]
        return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)

    def tell_about(self, loaded: Loaded) -> None:
        """Say what there is to say about the questionnaire that is used."""
        self.shell.warn(loaded.warnings)
        self.shell.detail(
            "questionnaire-used",
            id=loaded.questionnaire.id,
            version=loaded.questionnaire.version,
            path=loaded.source,
            sha256=loaded.sha256,
        )

    def afterwards(self, loaded: Loaded) -> Afterwards:
        """Return what scores the answers and writes their report beside them, as PDF."""
        from alignment_maturity.interview.ending import Afterwards

        return Afterwards(
            score=lambda file: _scored(loaded, file),
            write_report=lambda file, lang: _report_written(self.path, loaded, file, lang),
        )


def answers_path(output: str) -> Path:
    """Return where answers are to be kept; raises WrongUsage where the ending says no format of them."""
    from alignment_maturity.store.answer_files import ENDINGS

    path = Path(output)
    if path.suffix.lower() not in ENDINGS:
        raise WrongUsage("answers-ending", path=output, endings=", ".join(ENDINGS))
    return path


@contextmanager
def printed_if_not_saved(path: Path) -> Iterator[None]:
    """Print on stdout the answers that could not be written, so that nothing typed is lost.

    Cards that no answer holds follow as comments, or on stderr where the answers are JSON.
    """
    from alignment_maturity.interview.terminal import NotSaved
    from alignment_maturity.store.answer_files import YAML_ENDINGS, as_text

    try:
        yield
    except NotSaved as lost:
        sys.stdout.write(as_text(lost.file, path))
        if path.suffix.lower() in YAML_ENDINGS:
            sys.stdout.writelines(f"# {line}\n" for line in lost.hidden)
        else:
            sys.stderr.writelines(f"{line}\n" for line in lost.hidden)
        raise lost.failure from None


def _scored(loaded: Loaded, file: AnswerFile) -> Assessment:
    from alignment_maturity.waves import assess_read

    return assess_read([file], loaded, _terms()).result


def _report_written(answers: Path, loaded: Loaded, file: AnswerFile, lang: Lang) -> Path:
    """Write the report under the first name that is free: that of the answers, else with a number."""
    from alignment_maturity.cli.outputs import report_options
    from alignment_maturity.report.pdf import print_report
    from alignment_maturity.report.record import gather
    from alignment_maturity.store.files import write_atomically
    from alignment_maturity.waves import assess_read

    terms = _terms()
    wave = assess_read([file], loaded, terms)
    data = print_report(gather([wave], lang, report_options(), terms)).data
    number = 1
    while True:
        path = answers.with_name(f"{answers.stem}{'' if number == 1 else f'-{number}'}.pdf")
        try:
            write_atomically(path, data, replace=False)
        except WorkFailed as failure:
            if failure.code != "file-exists":
                raise
            number += 1
        else:
            return path


def _terms() -> Terms:
    from alignment_maturity.cli.inputs import plan_request
    from alignment_maturity.waves import Terms

    return Terms(plan_request())
