"""From the files of several waves to one result for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from alignment_maturity.cli.inputs import assess_answers, plan_request, tell_what_was_read
from alignment_maturity.planning.request import PlanRequest

if TYPE_CHECKING:
    from alignment_maturity.cli.shell import Shell
    from alignment_maturity.result import Assessment
    from alignment_maturity.store.answer_sets import ReadAnswers


def assess_waves(
    shell: Shell,
    sources: Sequence[str],
    previous: Sequence[str],
    reference: str | None,
    min_group: int | None,
    request: PlanRequest | None = None,
) -> tuple[Assessment, ...]:
    """Read and assess the waves of one organisation: the earlier ones, oldest first, and the new one last.

    The new wave is planned as `request` says, from today to the next level where it is None; an earlier
    one from its own date to the level that followed then.

    Raises:
        InvalidInput: with the problems of all files.
        WrongUsage: where `reference` is no questionnaire's id, a file is both new and previous, or the target
            of the plan makes no sense.
    """
    from alignment_maturity.store.answer_sets import read_waves

    planning = request or plan_request()
    *earlier, new = read_waves(sources, previous, reference)
    tell_what_was_read(shell, [*(answers for wave in earlier for answers in wave), *new])
    return (
        *(assess_answers(wave, _planned_then(wave, planning), min_group) for wave in earlier),
        assess_answers(new, planning, min_group),
    )


def _planned_then(wave: Sequence[ReadAnswers], planning: PlanRequest) -> PlanRequest:
    dates = [answers.file.date for answers in wave if answers.file.date]
    return replace(planning, start=max(dates, default=planning.start), target=None)
