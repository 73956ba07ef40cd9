"""From the files named on the command line to a result."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from alignment_maturity.errors import WrongUsage
from alignment_maturity.planning.request import PARALLEL, YEARS, PlanRequest

if TYPE_CHECKING:
    from alignment_maturity.cli.shell import Shell
    from alignment_maturity.store.answer_sets import ReadAnswers
    from alignment_maturity.waves import Terms, Wave


def plan_request(
    start: dt.datetime | None = None, target: int | None = None, parallel: int = PARALLEL
) -> PlanRequest:
    """Return the terms of a plan that starts today where no day is given.

    Raises:
        WrongUsage: where it starts so early or late that its dates could not be told.
    """
    day = dt.datetime.now().astimezone() if start is None else start
    if day.year not in YEARS:
        raise WrongUsage("start-out-of-range", start=day.date(), first=YEARS[0], last=YEARS[-1])
    return PlanRequest(day.date(), target, parallel)


def assess_files(shell: Shell, sources: Sequence[str], reference: str | None, terms: Terms) -> Wave:
    """Read the answer files of one organisation and wave, and assess them.

    Raises:
        InvalidInput: with the problems of all files.
        WrongUsage: where `reference` is no questionnaire's id, or the target of the plan makes no sense.
    """
    from alignment_maturity.store.answer_sets import read_answer_set
    from alignment_maturity.waves import assess_wave

    read = read_answer_set(sources, reference)
    tell_what_was_read(shell, read)
    return assess_wave(read, terms)


def tell_what_was_read(shell: Shell, read: Sequence[ReadAnswers]) -> None:
    """Show the warnings of all files and, where asked for, which questionnaires are used."""
    from alignment_maturity.store.answer_sets import counted_twice

    shell.lang_for(read[-1].loaded.questionnaire)  # from here on messages speak the language of the results
    for loaded in {id(answers.loaded): answers.loaded for answers in read}.values():
        shell.spare(loaded.source)
        shell.warn(loaded.warnings)
        shell.detail(
            "questionnaire-used",
            id=loaded.questionnaire.id,
            version=loaded.questionnaire.version,
            path=loaded.source,
            sha256=loaded.sha256,
        )
    shell.warn([*(warning for answers in read for warning in answers.warnings), *counted_twice(read)])
