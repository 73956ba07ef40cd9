"""What a command writes: whole or not at all, to a file or to stdout."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from alignment_maturity.cli.shell import refuse_if_interrupted
from alignment_maturity.errors import WorkFailed, WrongUsage

if TYPE_CHECKING:
    from alignment_maturity.cli.shell import Shell
    from alignment_maturity.printing.pdf import Pdf
    from alignment_maturity.progress import Progress
    from alignment_maturity.report.view import ReportOptions
    from alignment_maturity.result import Assessment

Format = Literal["pdf", "html"]

REPORT_FORMATS: dict[str, Format] = {".pdf": "pdf", ".html": "html", ".htm": "html"}

F = TypeVar("F", bound=str)


def chosen_format(
    output: str, asked: F | None, by_ending: Mapping[str, F], *, on_stdout: F, binary: Collection[str]
) -> F:
    """Return the format asked for, else the one that stdout or the ending of `output` stands for.

    Args:
        output: what the user named; `-` is stdout.
        asked: what the user asked for besides.
        by_ending: the format of each ending, in lower case with its dot.
        on_stdout: what is written to stdout where nothing is asked for.
        binary: formats that no terminal can show.

    Raises:
        WrongUsage: where nothing says which, or a terminal would be shown a binary one.
    """
    chosen = asked or (on_stdout if output == "-" else by_ending.get(Path(output).suffix.lower()))
    if chosen is None:
        raise WrongUsage("format-unknown", path=output, known=", ".join(dict.fromkeys(by_ending.values())))
    if output == "-" and chosen in binary and sys.stdout.isatty():
        raise WrongUsage("binary-on-terminal", form=chosen)
    return chosen


def report_options(
    sections: str | None = None, *, short: bool = False, include_notes: bool = False
) -> ReportOptions:
    """Return what the one who asks for a report decides, with today's date.

    Args:
        sections: names of sections in the order wanted, with commas between them; None for all.
        short: whether to print only the sections of a short report.

    Raises:
        WrongUsage: where a name stands for no section or comes twice, or `sections` stands beside `short`.
    """
    import datetime as dt

    from alignment_maturity import __version__
    from alignment_maturity.report.sections import SHORT
    from alignment_maturity.report.view import ReportOptions

    if short and sections is not None:
        raise WrongUsage("sections-and-short")
    today = dt.datetime.now().astimezone().date()
    chosen = SHORT if short else _chosen_sections(sections)
    return ReportOptions(chosen, short, include_notes, __version__, today)


def _chosen_sections(told: str | None) -> tuple[str, ...]:
    from alignment_maturity.report.sections import SECTIONS, unknown

    if told is None:
        return ()
    chosen = tuple(name.strip() for name in told.split(","))
    foreign = unknown(chosen)
    if foreign:
        raise WrongUsage("section-unknown", name=foreign[0], known=", ".join(SECTIONS))
    twice = [name for place, name in enumerate(chosen) if name in chosen[:place]]
    if twice:
        raise WrongUsage("section-twice", name=twice[0])
    return chosen


def render_report(
    shell: Shell, result: Assessment, form: Format, options: ReportOptions, progress: Progress | None = None
) -> bytes:
    """Make the report of a result.

    Raises:
        WorkFailed: where the libraries for PDF files are missing.
    """
    lang = shell.lang_for(result.questionnaire)
    if form == "html":
        from alignment_maturity.report.html import render_html

        return render_html(result, lang, options, progress).encode()
    from alignment_maturity.report.pdf import render_pdf

    return printed(shell, render_pdf(result, lang, options, progress))


def printed(shell: Shell, pdf: Pdf) -> bytes:
    """Return the file of a PDF, and say which characters it could not show as they are."""
    if pdf.foreign:
        shell.tell("foreign-characters", characters=pdf.foreign)
    if pdf.missing:
        shell.tell("missing-characters", codes=" ".join(f"U+{ord(sign):04X}" for sign in pdf.missing))
    for message in pdf.messages:
        shell.detail("pdf-message", text=message)
    return pdf.data


def check_writable(output: str, *, force: bool) -> None:
    """Fail before the work is done where its result could not be written.

    Raises:
        WorkFailed: where `output` exists and may not be replaced.
    """
    if output != "-" and not force and Path(output).exists():
        raise WorkFailed("file-exists", path=output)


def prepare_folder(folder: Path) -> None:
    """Make a folder and those above it, where they do not exist.

    Raises:
        WorkFailed: where that cannot be done.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkFailed("folder-not-made", path=folder, reason=error.strerror or str(error)) from None


def deliver(shell: Shell, data: bytes, output: str, *, force: bool) -> None:
    """Write `data` to the file `output`, or to stdout for `-`.

    Raises:
        WorkFailed: where it cannot be written.
    """
    refuse_if_interrupted()
    if output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from alignment_maturity.store.files import write_atomically

    write_atomically(Path(output), data, replace=force)
    shell.tell("written", path=output)


def deliver_unless_same(shell: Shell, data: bytes, path: Path, *, force: bool) -> None:
    """Write a file of the demo; one that holds the same already is left as it is.

    Raises:
        WorkFailed: where a different file stands there and may not be replaced.
    """
    if path.is_file() and path.read_bytes() == data:
        shell.tell("unchanged", path=path)
    else:
        deliver(shell, data, str(path), force=force)
