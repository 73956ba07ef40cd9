"""The real command in a pseudo-terminal or behind a pipe."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pexpect

from alignment_maturity.model.answers import Answer, AnswerFile
from alignment_maturity.store.documents import read_document
from forks.commands import COMMAND, run

from .scripted import HERE

PATIENCE = 20
"""Seconds until a process counts as hanging."""


class Desk:
    """A folder with the questionnaires of the tests, in which the command is run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copy(HERE.parent / "examples" / "contract" / "mini.yaml", folder)
        shutil.copy(HERE / "two_languages.yaml", folder / "two-languages.yaml")

    @property
    def path(self) -> Path:
        """The answer file."""
        return self.folder / "answers.yaml"

    @property
    def file(self) -> AnswerFile:
        """What the answer file holds; fails where it is not valid."""
        return AnswerFile.model_validate(read_document(self.path).data)

    @property
    def answers(self) -> dict[str, Answer]:
        """The answers in the file."""
        return dict(self.file.answers or {})

    @property
    def values(self) -> dict[str, str | None]:
        """The option chosen for each question that is in the file."""
        return {question: answer.value for question, answer in self.answers.items()}

    def spawn(
        self, *options: str, term: str = "xterm", organisation: str | None = "Rossi Srl", plain: bool = True
    ) -> pexpect.spawn[str]:
        """Run `assess` on `mini`, line by line unless told otherwise, in a pseudo-terminal."""
        given = ["--wave", "1", "--group", "sales", "--name", "Ada"]
        arguments = ["assess", "-q", "mini", "-o", "answers.yaml", *(["--plain"] if plain else [])]
        arguments += ["--organisation", organisation, *given] if organisation else []
        return self.run_in_terminal([*arguments, *options], term=term)

    def run_in_terminal(self, arguments: Sequence[str], *, term: str = "xterm") -> pexpect.spawn[str]:
        """Run the command in a pseudo-terminal of 80 columns and 24 rows."""
        return pexpect.spawn(
            COMMAND[0],
            [*COMMAND[1:], *arguments],
            cwd=str(self.folder),
            env=self._environment(TERM=term),
            dimensions=(24, 80),
            encoding="utf-8",
            timeout=PATIENCE,
            preexec_fn=_with_usual_signals,
        )

    def pipe(
        self,
        typed: str | bytes,
        *options: str,
        organisation: str | None = "Rossi Srl",
        before: Callable[[], None] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run `assess` on `mini` with lines on stdin."""
        given = ["--organisation", organisation] if organisation else []
        arguments = ["assess", "-q", "mini", "-o", "answers.yaml", *given, *options]
        return self.run(arguments, typed, before=before)

    def run(
        self, arguments: Sequence[str], typed: str | bytes = b"", *, before: Callable[[], None] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run the command, `before` in the child beforehand, and return what it wrote."""
        data = typed.encode() if isinstance(typed, str) else typed
        done = (
            run(list(arguments), self.folder, self._environment(), data, PATIENCE)
            if before is None
            else subprocess.run(
                [*COMMAND, *arguments],
                input=data,
                capture_output=True,
                cwd=self.folder,
                env=self._environment(),
                timeout=PATIENCE,
                check=False,
                preexec_fn=before,
            )
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    def _environment(self, **more: str) -> dict[str, str]:
        # No bytecode: under a limit on the size of files it would be cut, and stay so for whoever comes next.
        plain = {"HOME": str(self.folder), "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
        return {"PATH": os.environ["PATH"], **plain, **more}


def exit_code(child: pexpect.spawn[str]) -> int:
    """Wait for the end of a process: its exit code, or the negative number of the signal that killed it."""
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus if child.exitstatus is not None else -(child.signalstatus or 0)


def prompt(number: int, *, of: int = 5) -> str:
    """Return the regular expression of the prompt at a question."""
    return rf"{number}/{of} \(\? help\)[^>]* > "


def _with_usual_signals() -> None:
    """Undo what a child inherits where the tests run in the background or under `nohup`."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)
