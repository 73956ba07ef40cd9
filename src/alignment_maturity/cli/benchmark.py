"""Setting one organisation against the results of many."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alignment_maturity.errors import WrongUsage

if TYPE_CHECKING:
    from alignment_maturity.report.view import ReportOptions
    from alignment_maturity.result import Assessment


def check_section(options: ReportOptions, file: str | None) -> None:
    """Refuse to print the section without anything to set the organisation against.

    Raises:
        WrongUsage: where the section is asked for by its name and no file is.
    """
    from alignment_maturity.report.sections import BENCHMARK

    if file is None and BENCHMARK in options.sections:
        raise WrongUsage("benchmark-needed", section=BENCHMARK)


def with_benchmark(options: ReportOptions, file: str | None, result: Assessment) -> ReportOptions:
    """Add the set that a table of results holds, where one is named.

    Raises:
        InvalidInput: where it is no such table, or holds too few other organisations.
    """
    if file is None:
        return options
    from alignment_maturity.batch.benchmark import read_benchmark

    return replace(options, benchmark=read_benchmark(file, result.organisation, result.questionnaire))
