"""What `batch` was asked for, and what of it makes no sense."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Literal

from alignment_maturity.batch import assembly
from alignment_maturity.batch.settings import Format
from alignment_maturity.batch.sources import Source, is_remote, listed
from alignment_maturity.errors import InvalidInput, WrongUsage
from alignment_maturity.store.files import STANDARD_INPUT
from alignment_maturity.store.questionnaires import find_questionnaire, looks_like_file, read_questionnaire


@dataclass(frozen=True)
class Job:
    """What the command line asked for."""

    sources: Sequence[str]
    folder: str
    format: Format
    questionnaire: str | None
    min_group: int | None
    plans: bool | None
    confidence: bool
    respondents: bool
    reports: bool
    portfolio: str | None
    brand: str | None
    workers: int | Literal["auto"]
    scheduler: str | None
    resume: bool
    force: bool

    @property
    def outputs(self) -> list[Path]:
        """The files that the job writes into its folder."""
        table = "parquet" if self.format == "parquet" else "csv"
        people = [f"respondents.{table}"] * self.respondents
        reports = ["reports.csv"] * self.reports
        names = [assembly.results_name(self.format), *people, *reports, "errors.csv", "summary.json"]
        return [Path(self.folder, name) for name in names]


def check(job: Job) -> None:
    """Refuse what makes no sense before anything is done.

    Raises:
        InvalidInput: where the questionnaire asked for is a file that cannot be used.
        WrongUsage: where options make no sense.
    """
    if not job.folder:
        raise WrongUsage("folder-unnamed")
    if job.portfolio is not None and not job.portfolio.lower().endswith(".pdf"):
        raise WrongUsage("portfolio-is-pdf", path=job.portfolio)
    if job.brand is not None and not (job.reports or job.portfolio):
        raise WrongUsage("brand-needless")
    if job.questionnaire is not None and looks_like_file(job.questionnaire):
        read_questionnaire(job.questionnaire)


def refuse_unknown(questionnaire: str | None, sources: Sequence[Source]) -> None:
    """Refuse an id that stands for no questionnaire, be it for some of the inputs only.

    Raises:
        WrongUsage: where it does.
    """
    if questionnaire is None or looks_like_file(questionnaire):
        return
    local = {os.path.dirname(source.path) for source in sources if not is_remote(source.path)}  # noqa: PTH120
    local = {folder for folder in local if os.path.isdir(folder or ".")}  # noqa: PTH112
    nowhere = not local or any(is_remote(source.path) for source in sources)
    # What everybody finds need not be looked for beside each of very many inputs.
    for folder in [None, *sorted(local)]:
        try:
            find_questionnaire(questionnaire, None if folder is None else Path(folder))
        except InvalidInput:  # whoever reads it will tell
            continue
        except WrongUsage:
            if folder is not None or nowhere:
                raise
        else:
            if folder is None:
                return


def named(sources: Sequence[str]) -> list[str]:
    """Return the sources, those of a list on standard input in its place."""
    found: list[str] = []
    for source in sources:
        found += _listed() if source == STANDARD_INPUT else [source]
    return found


def _listed() -> list[str]:
    """Return the paths of the list on standard input.

    Names of files need not be text; those that are not are spelled as Python spells them.
    """
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")
    return listed(sys.stdin.read()) if sys.stdin else []


def absolute(path: str) -> str:
    """Return the whole path of a file; an address is one already."""
    return path if is_remote(path) else os.path.abspath(path)  # noqa: PTH100 - as the user names it, from the root
