"""Where every command meets its streams, its language and its exit code."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from contextvars import ContextVar
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Self, TextIO

import typer

from alignment_maturity.cli.streams import flush_failure, is_utf8, silence_stdout
from alignment_maturity.errors import ExitCode, InvalidInput, Problem, WorkFailed, WrongUsage
from alignment_maturity.language import Lang, of_environment, one_line, say, supported

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console

    from alignment_maturity.model.questionnaire import Questionnaire


@dataclass(frozen=True)
class Given:
    """The options that stood before the command."""

    lang: str | None = None
    quiet: bool = False
    verbose: bool = False


given: ContextVar[Given] = ContextVar("given")
_interrupted = False


def interrupt(_signal: int, _frame: FrameType | None) -> None:
    """Remember Ctrl-C, and raise it: raised inside a callback of a library, it would be gone."""
    global _interrupted  # noqa: PLW0603 - the handler of a signal has nothing else to write to
    _interrupted = True
    raise KeyboardInterrupt


def refuse_if_interrupted() -> None:
    """Raise KeyboardInterrupt where Ctrl-C was pressed, before something is written."""
    if _interrupted:
        raise KeyboardInterrupt


class Shell:
    """The surroundings of one command: language, streams, and the way out.

    Used as a context manager: every foreseen exception becomes a message on stderr (with `as_json`, a
    document on stdout) and the exit code of the contract; nobody sees a traceback for bad input.
    """

    def __init__(
        self, lang: str | None = None, *, quiet: bool = False, verbose: bool = False, as_json: bool = False
    ) -> None:
        before = given.get(Given())
        self.asked_lang: Lang | None = supported(lang or before.lang)
        self.quiet = quiet or before.quiet
        self.verbose = verbose or before.verbose
        if verbose:
            # Also for the shell around this one, which meets what nobody foresaw.
            given.set(replace(before, verbose=True))
        self.as_json = as_json
        self._of_questionnaire: Lang | None = None
        self._outputs: list[Path] = []

    @property
    def lang(self) -> Lang:
        """The language of messages: asked for, else the locale's, else that of the results, else English."""
        return self.lang_or(self._of_questionnaire or "en")

    def lang_or(self, other: Lang) -> Lang:
        """Return the language asked for, else the locale's, else another."""
        return self.asked_lang or of_environment(os.environ) or other

    def lang_for(self, questionnaire: Questionnaire) -> Lang:
        """Return the language of results: asked for, else the locale's, else the questionnaire's first."""
        known = [language for tag in questionnaire.languages if (language := supported(tag))]
        wanted = self.asked_lang or of_environment(os.environ)
        if wanted is None:
            self._of_questionnaire = known[0] if known else "en"
            return self._of_questionnaire
        if self.asked_lang is None and known and wanted not in known:
            return known[0]
        return wanted

    def output(self) -> Console:
        """Return the console of results (stdout)."""
        return _console(sys.stdout)

    def messages(self) -> Console:
        """Return the console of messages, progress and prompts (stderr)."""
        return _console(sys.stderr)

    def print_json(self, document: object) -> None:
        """Write one JSON document on stdout."""
        import json

        # JSON is UTF-8; in a code page of Windows only what is ASCII is the same.
        ascii_only = not is_utf8(sys.stdout)
        sys.stdout.write(json.dumps(document, ensure_ascii=ascii_only, indent=2) + "\n")

    def will_write(self, output: str | Path) -> None:
        """Remember a file that the command is going to write, so that nothing read is replaced by it."""
        self._outputs.append(Path(output))

    def spare(self, *inputs: str | Path) -> None:
        """Say which files are read; `-` is standard input.

        Raises:
            WrongUsage: where one of them, by whatever name, is a file that the command is going to write.
        """
        there = {known: output for output in self._outputs if (known := _known(output))}
        for source in inputs if there else ():
            known = None if str(source) == "-" else _known(source)
            if known in there:
                raise WrongUsage("input-replaced", path=there[known], source=source)

    def tell(self, key: str, **values: object) -> None:
        """Say something on stderr unless `--quiet`; `key` is one of `language.messages`."""
        if not self.quiet:
            self._say(key, **values)

    def detail(self, key: str, **values: object) -> None:
        """Say something on stderr where `--verbose` asked for it."""
        if self.verbose:
            self._say(key, **values)

    def warn(self, problems: Sequence[Problem]) -> None:
        """Show warnings about input files, unless `--quiet`."""
        if problems and not self.quiet:
            from alignment_maturity.store.diagnostics import render

            sys.stderr.write(render(problems, 0, self.lang))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        code = self._tell_end(flush_failure() if error is None else error)
        if code is not None:
            raise typer.Exit(code) from None

    def _tell_end(self, error: BaseException | None) -> ExitCode | None:
        """Tell the user what ended the command; None where there is nothing to tell, or nothing foreseen."""
        if error is None or isinstance(error, typer.Exit):
            return None
        try:
            return self._told(error)
        except OSError as failure:
            # It was to go to stdout; of that, stderr tells, unless it is a terminal that has gone.
            with contextlib.suppress(OSError):
                self._told(failure)
            return ExitCode.FAILED

    def _told(self, error: BaseException) -> ExitCode | None:
        if isinstance(error, InvalidInput):
            self._show_problems(error)
            return ExitCode.INVALID
        if isinstance(error, KeyboardInterrupt):
            self._say("interrupted")
            return ExitCode.INTERRUPTED
        failure = self._as_failure(error)
        if failure is None:
            return None
        self._show_failure(failure, aside=isinstance(error, OSError))
        return ExitCode.USAGE if isinstance(failure, WrongUsage) else ExitCode.FAILED

    def _as_failure(self, error: BaseException) -> WorkFailed | WrongUsage | None:
        if isinstance(error, (WorkFailed, WrongUsage)):
            return error
        if isinstance(error, OSError):
            silence_stdout()
            if error.errno == errno.EBADF:  # of no other stream or file
                return WorkFailed("stdout-closed")
            return WorkFailed("system", reason=error.strerror or str(error))
        if isinstance(error, MemoryError):
            return WorkFailed("out-of-memory")
        if isinstance(error, Exception) and not (self.verbose or given.get(Given()).verbose):
            return WorkFailed("internal", reason=f"{type(error).__name__}: {error}")
        return None

    def _show_problems(self, error: InvalidInput) -> None:
        from alignment_maturity.store import diagnostics

        if self.as_json:
            self.print_json(diagnostics.as_document(error.problems, error.more, self.lang))
        else:
            sys.stderr.write(diagnostics.render(error.problems, error.more, self.lang))

    def _show_failure(self, error: WorkFailed | WrongUsage, *, aside: bool) -> None:
        """Show a failure where the user looks; `aside` is stderr in any case."""
        from alignment_maturity.language import failures

        message = say(failures.PHRASES, error.code, self.lang, **_shown(error.values))
        if self.as_json and not aside:
            nowhere = {"file": None, "line": None, "column": None, "hint": None}
            self.print_json({"errors": [{**nowhere, "code": error.code, "message": message}]})
        else:
            sys.stderr.write(f"alignment-maturity: {message}\n")

    def _say(self, key: str, **values: object) -> None:
        from alignment_maturity.language import messages

        sys.stderr.write(say(messages.PHRASES, key, self.lang, **_shown(values)) + "\n")


def _known(path: str | Path) -> tuple[int, int] | None:
    """Return by what a file is known, whatever links lead to it; None where there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a Path for each of many inputs takes its time
    except (OSError, ValueError):  # ValueError: NUL or a surrogate in the name
        return None
    return status.st_dev, status.st_ino


def _shown(values: Mapping[str, object]) -> dict[str, object]:
    """Make what comes from outside (names of files, say) fit to be shown on a terminal."""
    return {
        key: one_line(str(value)) if isinstance(value, (str, Path)) else value
        for key, value in values.items()
    }


def _console(stream: TextIO) -> Console:
    from rich.console import Console

    dumb = os.environ.get("TERM") == "dumb"
    return Console(
        file=stream,
        highlight=False,
        emoji=False,
        markup=False,
        no_color=True if dumb else None,  # NO_COLOR is Rich's own affair
        width=_width(stream),
    )


def _width(stream: TextIO) -> int | None:
    """Return how wide a console is; None where Rich finds out by itself."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdigit() and int(asked) > 0:
        return None
    if not stream.isatty():
        return 100
    return shutil.get_terminal_size().columns if asked else None
