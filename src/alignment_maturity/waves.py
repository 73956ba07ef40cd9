"""From the answer files that were read to one result for each wave, which keep together from here on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from alignment_maturity.assessment import assess
from alignment_maturity.encoding import Encoding
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.result import Assessment
from alignment_maturity.store.answer_sets import ReadAnswers
from alignment_maturity.store.questionnaires import Loaded


@dataclass(frozen=True, slots=True)
class Terms:
    """What is asked for besides the answers.

    Attributes:
        planning: the terms of the plan of the newest wave.
        min_group: smallest group shown apart; the questionnaire's where None.
    """

    planning: PlanRequest
    min_group: int | None = None


@dataclass(frozen=True, slots=True)
class Wave:
    """One wave of an organisation: what was answered, and what follows from it.

    Attributes:
        loaded: the questionnaire of all files, as its file has it.
    """

    files: tuple[AnswerFile, ...]
    loaded: Loaded
    result: Assessment


def assess_wave(read: Sequence[ReadAnswers], terms: Terms) -> Wave:
    """Assess answer files of one organisation and wave, at least one.

    Raises:
        WrongUsage: where the target of the plan makes no sense.
    """
    return assess_read([answers.file for answers in read], read[0].loaded, terms)


def assess_read(files: Sequence[AnswerFile], loaded: Loaded, terms: Terms) -> Wave:
    """Assess answers that fit a questionnaire; as `assess_wave`."""
    encoding = Encoding(loaded.questionnaire)
    result = assess(encoding, loaded.sha256, files, planning=terms.planning, min_group=terms.min_group)
    return Wave(tuple(files), loaded, result)


def terms_then(files: Sequence[AnswerFile], terms: Terms) -> Terms:
    """Return the terms of an earlier wave: planned from its own date to the level that followed then."""
    dates = [file.date for file in files if file.date]
    start = max(dates, default=terms.planning.start)
    return replace(terms, planning=replace(terms.planning, start=start, target=None))
