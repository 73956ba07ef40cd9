"""From what a report carries, or from given answers, to what the same report is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignment_maturity.errors import WrongUsage
from alignment_maturity.planning.request import YEARS, PlanRequest
from alignment_maturity.report.record import Ingredients, gather
from alignment_maturity.report.view import ReportOptions
from alignment_maturity.store.answer_sets import read_waves
from alignment_maturity.waves import Terms, Wave, assess_read, terms_then

if TYPE_CHECKING:
    from alignment_maturity.model.answers import AnswerFile
    from alignment_maturity.model.brand import Brand
    from alignment_maturity.model.record import Inputs, Record, WaveEntry
    from alignment_maturity.store.answer_sets import ReadAnswers
    from alignment_maturity.store.questionnaires import Loaded
    from alignment_maturity.store.template_folders import TemplateFolder
    from alignment_maturity.verification.attached import Attached


@dataclass(frozen=True, slots=True)
class Source:
    """The answers of a wave, from wherever they come.

    Attributes:
        files: none where nobody's answers are attached.
        complete: whether nobody was left out.
    """

    files: tuple[AnswerFile, ...]
    loaded: Loaded
    complete: bool


@dataclass(frozen=True, slots=True)
class Looks:
    """The brand and the templates that are at hand; None where there are none."""

    brand: Brand | None = None
    templates: TemplateFolder | None = None


def attached_sources(attached: Attached) -> list[Source]:
    """Return the answers that a report carries, wave by wave; raises InvalidInput."""
    *before, newest = attached.record.inputs.waves
    last = attached.wave(newest)
    organisation = last[0].file.organisation if last else None
    earlier = [_source(attached, wave, attached.wave(wave, organisation)) for wave in before]
    return [*earlier, _source(attached, newest, last)]


def given_sources(answers: Sequence[str], previous: Sequence[str], carried: Sequence[Source]) -> list[Source]:
    """Return the answers in given files, read with the questionnaires that the report carries.

    Where no earlier ones are given, those that the report carries stand for them.

    Raises:
        InvalidInput: with the problems of all files.
        WrongUsage: where a file is given both as new and as previous.
    """
    questionnaires = [source.loaded for source in reversed(carried)]
    *earlier, newest = [_given(read) for read in read_waves(answers, previous, given=questionnaires)]
    return [*(earlier if previous else carried[:-1]), newest]


def assess_again(inputs: Inputs, sources: Sequence[Source]) -> list[Wave | None]:
    """Assess the waves whose answers are complete, as the report did; None for the others.

    Raises:
        WrongUsage: where the terms of the plan make no sense.
    """
    terms = _terms(inputs)
    *before, newest = sources
    return [
        *(_assessed(source, terms_then(source.files, terms)) for source in before),
        _assessed(newest, terms),
    ]


def assess_shown(inputs: Inputs, source: Source) -> Wave | None:
    """Assess those whose answers are attached, by themselves; None where there are none."""
    if not source.files:
        return None
    # With the others gone, the target of the plan may have been reached.
    planning = PlanRequest(inputs.plan.start, None, inputs.plan.parallel)
    return assess_read(source.files, source.loaded, Terms(planning, min_group=1))


def gather_again(record: Record, waves: Sequence[Wave], looks: Looks) -> Ingredients:
    """Gather what the report is made of once more."""
    inputs = record.inputs
    options = ReportOptions(
        sections=inputs.sections,
        short=inputs.short,
        include_notes=inputs.include_notes,
        program_version=record.program.version,
        date=inputs.date,
        brand=looks.brand,
        templates=looks.templates,
        benchmark=inputs.benchmark,
    )
    return gather(waves, inputs.language, options, _terms(inputs))


def _terms(inputs: Inputs) -> Terms:
    plan = inputs.plan
    if plan.start.year not in YEARS:
        raise WrongUsage("start-out-of-range", start=plan.start, first=YEARS[0], last=YEARS[-1])
    return Terms(PlanRequest(plan.start, plan.target, plan.parallel), inputs.min_group)


def _assessed(source: Source, terms: Terms) -> Wave | None:
    return assess_read(source.files, source.loaded, terms) if source.complete and source.files else None


def _source(attached: Attached, entry: WaveEntry, read: Sequence[ReadAnswers]) -> Source:
    loaded = attached.questionnaire(entry.questionnaire.file)
    return Source(tuple(answers.file for answers in read), loaded, complete=not entry.left_out)


def _given(read: Sequence[ReadAnswers]) -> Source:
    return Source(tuple(answers.file for answers in read), read[0].loaded, complete=True)
