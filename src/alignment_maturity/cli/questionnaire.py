"""The `questionnaire` commands: list, show, validate, schema, new, export, import."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal, Optional

import typer

from alignment_maturity.cli.options import ForceOption, JsonOption, LangOption, QuietOption, VerboseOption
from alignment_maturity.cli.shell import Shell
from alignment_maturity.errors import WrongUsage

app = typer.Typer(no_args_is_help=True, help="The built-in questionnaires and your own.")

ReferenceArgument = Annotated[str, typer.Argument(metavar="ID|FILE", help="An id, or a file.")]


@app.command("list")
def list_(
    as_json: JsonOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List the questionnaires you can name by id, and where each one is.

    Example: alignment-maturity questionnaire list
    """
    with Shell(lang, quiet=quiet, verbose=verbose, as_json=as_json) as shell:
        from alignment_maturity.cli.catalogue import catalogue, show_catalogue

        entries = catalogue(shell)
        if as_json:
            shell.print_json(entries)
        else:
            show_catalogue(shell, entries)


@app.command()
def show(
    reference: ReferenceArgument,
    as_json: JsonOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Show a whole questionnaire: levels, questions, steps, actions; --json is the whole file.

    Example: alignment-maturity questionnaire show quick --lang it
    """
    with Shell(lang, quiet=quiet, verbose=verbose, as_json=as_json) as shell:
        from alignment_maturity.store.questionnaires import find_questionnaire

        loaded = find_questionnaire(reference, Path())
        shell.warn(loaded.warnings)
        if as_json:
            shell.print_json(loaded.questionnaire.as_document())
        else:
            from alignment_maturity.cli.questionnaire_screen import show_questionnaire

            show_questionnaire(shell, loaded)


@app.command()
def validate(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Questionnaires; - reads stdin.")],
    as_json: JsonOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Check questionnaires and report every problem, with line and column.

    Example: alignment-maturity questionnaire validate ours.yaml
    """
    with Shell(lang, quiet=quiet, verbose=verbose, as_json=as_json) as shell:
        from alignment_maturity.errors import InvalidInput, Problem
        from alignment_maturity.store.diagnostics import as_document
        from alignment_maturity.store.questionnaires import read_questionnaire

        problems: list[Problem] = []
        more = 0
        for file in files:
            try:
                loaded = read_questionnaire(file)
            except InvalidInput as error:
                problems.extend(error.problems)
                more += error.more
            else:
                problems.extend(loaded.warnings)
                if not as_json:
                    questionnaire = loaded.questionnaire
                    shell.tell(
                        "questionnaire-valid", path=file, id=questionnaire.id, version=questionnaire.version,
                        questions=len(questionnaire.questions), actions=len(questionnaire.actions),
                    )  # fmt: skip
        if any(not problem.warning for problem in problems):
            raise InvalidInput(problems, more)
        if as_json:
            shell.print_json(as_document(problems, more, shell.lang))
        else:
            shell.warn(problems)


@app.command()
def schema(
    kind: Annotated[
        Literal["questionnaire", "answers"], typer.Argument(help="Which file the schema describes.")
    ] = "questionnaire",
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Print the JSON Schema of the questionnaire file or of the answer file, for editors and checkers.

    Example: alignment-maturity questionnaire schema answers > answers.schema.json
    """
    with Shell(lang, quiet=quiet, verbose=verbose):
        from alignment_maturity.store.builtin import schema as schema_file

        sys.stdout.write(schema_file(kind).read_text(encoding="utf-8"))


@app.command()
def new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File to write; its name becomes the id.")],
    source: Annotated[
        Optional[str],
        typer.Option("--from", metavar="ID|FILE", help="Start from a copy of this questionnaire."),
    ] = None,
    force: ForceOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Start a questionnaire of your own: a small commented one, or a copy of another.

    Example: alignment-maturity questionnaire new ours.yaml --from quick
    """
    with Shell(lang, quiet=quiet, verbose=verbose) as shell:
        from alignment_maturity.cli.outputs import check_writable, deliver
        from alignment_maturity.store.starter import starter

        check_writable(shell, str(file), force=force, inputs=[source] if source else ())
        deliver(shell, starter(file, source, shell.lang), str(file), force=force)


@app.command()
def export(
    reference: ReferenceArgument,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="File to write; - is stdout.")
    ],
    form: Annotated[
        Optional[Literal["xlsx"]], typer.Option("--format", help="Format.", show_default="by the ending")
    ] = None,
    force: ForceOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Write the texts of a questionnaire as a spreadsheet, to edit or translate; `import` brings them back.

    Example: alignment-maturity questionnaire export ours.yaml -o ours.xlsx
    """
    with Shell(lang, quiet=quiet, verbose=verbose) as shell:
        from alignment_maturity.cli.outputs import check_writable, chosen_format, deliver
        from alignment_maturity.store.questionnaires import find_questionnaire

        chosen_format(output, form, {".xlsx": "xlsx"}, on_stdout="xlsx", binary=("xlsx",))
        check_writable(shell, output, force=force)
        loaded = find_questionnaire(reference, Path())
        shell.spare(loaded.source)
        shell.warn(loaded.warnings)
        from alignment_maturity.translation.sheet import as_sheet

        deliver(shell, as_sheet(loaded, shell.lang_for(loaded.questionnaire)), output, force=force)


@app.command("import")
def import_(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A workbook written by `export`; - reads stdin.")
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Questionnaire to write; - is stdout.")
    ] = "-",
    force: ForceOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Put the texts that were edited in a spreadsheet back into the questionnaire; all else stays as it is.

    Example: alignment-maturity questionnaire import ours.xlsx -o ours.yaml --force
    """
    with Shell(lang, quiet=quiet, verbose=verbose) as shell:
        from alignment_maturity.cli.outputs import check_writable, deliver
        from alignment_maturity.translation.edits import edited

        check_writable(shell, output, force=force, inputs=[file])
        result = edited(file)
        endings = (".json",) if result.syntax == "json" else (".yaml", ".yml")
        if output != "-" and not output.lower().endswith(endings):
            known = ", ".join(endings)
            raise WrongUsage("other-syntax", path=output, syntax=result.syntax.upper(), endings=known)
        deliver(shell, result.data, output, force=force)
        languages = ", ".join(result.languages) or "–"
        shell.tell("texts-imported", texts=result.texts, languages=languages)
