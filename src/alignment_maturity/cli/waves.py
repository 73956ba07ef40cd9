"""From the files of several waves to one result for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alignment_maturity.cli.inputs import tell_what_was_read

if TYPE_CHECKING:
    from alignment_maturity.cli.shell import Shell
    from alignment_maturity.waves import Terms, Wave


def assess_waves(
    shell: Shell, sources: Sequence[str], previous: Sequence[str], reference: str | None, terms: Terms
) -> tuple[Wave, ...]:
    """Read and assess the waves of one organisation: the earlier ones, oldest first, and the new one last.

    The new wave is planned as `terms` say; an earlier one from its own date to the level that followed then.

    Raises:
        InvalidInput: with the problems of all files.
        WrongUsage: where `reference` is no questionnaire's id, a file is both new and previous, or the target
            of the plan makes no sense.
    """
    from alignment_maturity.store.answer_sets import read_waves
    from alignment_maturity.waves import assess_wave, terms_then

    *earlier, new = read_waves(sources, previous, reference)
    tell_what_was_read(shell, [*(answers for wave in earlier for answers in wave), *new])
    return (
        *(assess_wave(wave, terms_then([answers.file for answers in wave], terms)) for wave in earlier),
        assess_wave(new, terms),
    )
