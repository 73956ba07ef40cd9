"""From the files named on the command line to a result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignment_maturity.cli.shell import Shell
    from alignment_maturity.result import Assessment


def assess_files(
    shell: Shell, sources: Sequence[str], reference: str | None, min_group: int | None
) -> Assessment:
    """Read the answer files of one organisation and wave, and assess them.

    Raises:
        InvalidInput: with the problems of all files.
        WrongUsage: where `reference` is no questionnaire's id.
    """
    from alignment_maturity.assessment import assess
    from alignment_maturity.encoding import Encoding
    from alignment_maturity.store.answer_sets import read_answer_set

    read = read_answer_set(sources, reference)
    loaded = read[0].loaded
    shell.lang_for(loaded.questionnaire)  # from here on messages speak the language of the results
    shell.warn([*loaded.warnings, *(warning for answers in read for warning in answers.warnings)])
    shell.detail(
        "questionnaire-used",
        id=loaded.questionnaire.id,
        version=loaded.questionnaire.version,
        path=loaded.source,
        sha256=loaded.sha256,
    )
    encoding = Encoding(loaded.questionnaire)
    return assess(encoding, loaded.sha256, [answers.file for answers in read], min_group=min_group)
