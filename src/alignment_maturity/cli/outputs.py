"""What a command writes: whole or not at all, to a file or to stdout."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from alignment_maturity.cli.shell import refuse_if_interrupted
from alignment_maturity.errors import WorkFailed, WrongUsage

if TYPE_CHECKING:
    from alignment_maturity.cli.shell import Shell
    from alignment_maturity.model.brand import Brand
    from alignment_maturity.printing.pdf import Pdf
    from alignment_maturity.report.view import ReportOptions
    from alignment_maturity.store.template_folders import TemplateFolder
    from alignment_maturity.waves import Terms, Wave

Format = Literal["pdf", "html", "docx", "md"]

REPORT_FORMATS: dict[str, Format] = {
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".md": "md",
    ".markdown": "md",
}

_BY_TEMPLATES: tuple[Format, ...] = ("pdf", "html", "docx")

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
        WorkFailed: where `output` is a folder.
        WrongUsage: where nothing says which, or a terminal would be shown a binary one.
    """
    _refuse_folder(output)
    chosen = asked or (on_stdout if output == "-" else by_ending.get(Path(output).suffix.lower()))
    if chosen is None:
        raise WrongUsage("format-unknown", path=output, known=", ".join(dict.fromkeys(by_ending.values())))
    if output == "-" and chosen in binary and sys.stdout.isatty():
        raise WrongUsage("binary-on-terminal", form=chosen)
    return chosen


def report_options(
    sections: str | None = None,
    *,
    short: bool = False,
    include_notes: bool = False,
    brand: Brand | None = None,
) -> ReportOptions:
    """Return what the one who asks for a report decides, with today's date.

    Args:
        sections: names of sections in the order wanted, with commas between them; None for all.
        short: whether to print only the sections of a short report.
        brand: of whoever hands the report over; its own sections can be chosen by their ids.

    Raises:
        WrongUsage: where a name stands for no section or comes twice, or `sections` stands beside `short`.
    """
    import datetime as dt

    from alignment_maturity import __version__
    from alignment_maturity.report.view import ReportOptions

    if short and sections is not None:
        raise WrongUsage("sections-and-short")
    today = dt.datetime.now().astimezone().date()
    own = tuple(section.id for section in brand.own_sections) if brand else ()
    return ReportOptions(
        sections=_chosen_sections(sections, own),
        short=short,
        include_notes=include_notes,
        program_version=__version__,
        date=today,
        brand=brand,
    )


def _chosen_sections(told: str | None, own: Sequence[str]) -> tuple[str, ...]:
    from alignment_maturity.report.sections import SECTIONS, unknown

    if told is None:
        return ()
    chosen = tuple(name.strip() for name in told.split(","))
    foreign = unknown(chosen, own)
    if foreign:
        raise WrongUsage("section-unknown", name=foreign[0], known=", ".join((*SECTIONS, *own)))
    twice = [name for place, name in enumerate(chosen) if name in chosen[:place]]
    if twice:
        raise WrongUsage("section-twice", name=twice[0])
    return chosen


def named_brand(shell: Shell, file: str | None) -> Brand | None:
    """Read a brand, where one is named, and show what should be mended in it.

    Raises:
        InvalidInput: with everything that is wrong with it.
    """
    if file is None:
        return None
    from alignment_maturity.report.sections import SECTIONS
    from alignment_maturity.store.brands import read_brand

    loaded = read_brand(file, SECTIONS)
    shell.spare(file, *loaded.files)
    shell.warn(loaded.warnings)
    return loaded.brand


def with_templates(shell: Shell, options: ReportOptions, folder: str | None, form: Format) -> ReportOptions:
    """Add the templates of a folder, where one is named.

    Raises:
        InvalidInput: with everything that is wrong with them.
        WrongUsage: where reports of this format are not made by templates.
    """
    if folder is None:
        return options
    if form not in _BY_TEMPLATES:
        raise WrongUsage("template-needless", form=form, known=", ".join(_BY_TEMPLATES))
    from dataclasses import replace

    if form == "docx":
        from alignment_maturity.store.word_templates import read_word_template

        template = read_word_template(folder)
        shell.spare(template.source)
        return replace(options, word_template=template)
    return replace(options, templates=named_templates(shell, folder))


def named_templates(shell: Shell, folder: str | None) -> TemplateFolder | None:
    """Read a folder of templates, where one is named, and show what should be mended in it.

    Raises:
        InvalidInput: with everything that is wrong with them.
    """
    if folder is None:
        return None
    from alignment_maturity.printing.own_templates import check
    from alignment_maturity.store.template_folders import read_template_folder

    templates = read_template_folder(folder)
    shell.spare(*map(templates.source, (*templates.templates, *templates.resources)))
    shell.warn(check(templates))
    return templates


def render_report(
    shell: Shell, waves: Sequence[Wave], form: Format, options: ReportOptions, terms: Terms
) -> bytes:
    """Make the report of the last of several waves, oldest first, which were assessed on these terms.

    Raises:
        WorkFailed: where the libraries for PDF files are missing.
    """
    from alignment_maturity.report.record import gather

    ingredients = gather(waves, shell.lang_for(waves[-1].result.questionnaire), options, terms)
    if form == "pdf":
        from alignment_maturity.report.pdf import print_report

        return printed(shell, print_report(ingredients))
    told = ingredients.result, ingredients.lang, ingredients.options, ingredients.progress
    if form == "html":
        from alignment_maturity.report.html import render_html

        return render_html(*told).encode()
    if form == "md":
        from alignment_maturity.report.markdown import render_markdown

        return render_markdown(*told).encode()
    from alignment_maturity.report.docx.file import render_docx

    made = render_docx(*told)
    _tell_characters(shell, made.foreign, made.missing)
    return made.data


def printed(shell: Shell, pdf: Pdf) -> bytes:
    """Return the file of a PDF, and say which characters it could not show as they are."""
    _tell_characters(shell, pdf.foreign, pdf.missing)
    for message in pdf.messages:
        shell.detail("pdf-message", text=message)
    return pdf.data


def _tell_characters(shell: Shell, foreign: str, missing: str) -> None:
    if foreign:
        shell.tell("foreign-characters", characters=foreign)
    if missing:
        shell.tell("missing-characters", codes=" ".join(f"U+{ord(sign):04X}" for sign in missing))


def check_writable(
    shell: Shell,
    output: str,
    *,
    force: bool,
    inputs: Iterable[str | Path] = (),
    makes_folder: bool = False,
) -> None:
    """Fail before the work is done where its result could not be written, or would replace its source.

    Args:
        output: the file to write; `-` is stdout.
        force: whether a file that exists may be replaced.
        inputs: the files that the command line names to be read. Whatever reads others, which these name or
            which lie beside them, tells the shell.
        makes_folder: whether the folder of `output` will be made where there is none.

    Raises:
        WorkFailed: where `output` is a folder or in none, or exists and may not be replaced.
        WrongUsage: where it is one of the inputs.
    """
    if output == "-":
        return
    shell.will_write(output)
    shell.spare(*inputs)
    _refuse_folder(output)
    # os.path answers False where Path raises: on names that are too long, say, which are told in the end.
    if not force and os.path.exists(output):  # noqa: PTH110 - see above
        raise WorkFailed("file-exists", path=output)
    if not makes_folder and not os.path.isdir(Path(output).parent):  # noqa: PTH112 - as above
        raise WorkFailed("missing-folder", path=output)


def check_folder(folder: Path, *, force: bool) -> None:
    """Fail before the work is done where a folder to be filled holds files already that may not be replaced.

    Raises:
        WorkFailed: where it does.
    """
    if not force and folder.is_dir() and any(folder.iterdir()):
        raise WorkFailed("file-exists", path=folder)


def _refuse_folder(output: str) -> None:
    if output.endswith(("/", os.sep)) or os.path.isdir(output):  # noqa: PTH112 - as above
        raise WorkFailed("folder-in-the-way", path=output)


def prepare_folder(folder: Path) -> None:
    """Make a folder and those above it, where they do not exist.

    Raises:
        WorkFailed: where that cannot be done.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise WorkFailed("file-in-the-way", path=folder) from None
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
