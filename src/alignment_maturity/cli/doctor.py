"""The `doctor` command."""

from __future__ import annotations

import typer

from alignment_maturity.cli.options import JsonOption, LangOption, QuietOption, VerboseOption
from alignment_maturity.cli.shell import Shell
from alignment_maturity.errors import ExitCode


def doctor(
    as_json: JsonOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Check what this computer needs, and give the command for whatever is missing.

    Example: alignment-maturity doctor
    """
    with Shell(lang, quiet=quiet, verbose=verbose, as_json=as_json) as shell:
        import dataclasses
        import sys

        from alignment_maturity.language import doctor as words
        from alignment_maturity.language import say
        from alignment_maturity.machine import checks
        from alignment_maturity.store.builtin import data_folder, own_folder

        found = list(checks(data_folder("report_templates") / "fonts", own_folder()))
        if as_json:
            shell.print_json({"checks": [dataclasses.asdict(check) for check in found]})
        else:
            lines = []
            for check in found:
                if quiet and check.fine:
                    continue
                mark = "ok" if check.fine else ("!!" if check.needed else "! ")
                lines.append(f"{mark}  {say(words.PHRASES, check.name, shell.lang)}: {check.found}")
                if not check.fine:
                    lines.append(f"    {say(words.MISSING, check.name, shell.lang)}")
                    lines += [f"    → {check.mend}"] if check.mend else []
            sys.stdout.write("".join(f"{line}\n" for line in lines))
        if any(check.needed and not check.fine for check in found):
            raise typer.Exit(ExitCode.FAILED)
