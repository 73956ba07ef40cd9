"""Assess every organisation among many answer files; a bad file never stops the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from alignment_maturity.assessment import assess
from alignment_maturity.batch.sources import Source
from alignment_maturity.encoding import Encoding
from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.result import Assessment
from alignment_maturity.store.answer_sets import ReadAnswers, Reader, contradictions, counted_twice


@dataclass
class Batch:
    """What a run over many files found.

    Attributes:
        problems: of the files left out, and warnings about the others.
        left_out: files that could not be used.
        skipped: questionnaires that lay among the answers.
        levels: how many organisations stand at each level.
        questionnaires: those used, by the hash of their files.
    """

    problems: list[Problem] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    skipped: list[str] = field(default_factory=list)
    levels: Counter[int] = field(default_factory=Counter)
    questionnaires: dict[str, Encoding] = field(default_factory=dict)


def gather(
    sources: Sequence[Source], reference: str | None, batch: Batch, progress: Callable[[int], None]
) -> list[list[ReadAnswers]]:
    """Read all files and put together those of one questionnaire, organisation and wave.

    Raises:
        WrongUsage: where `reference` is no questionnaire's id.
    """
    reader = Reader(reference)
    faulty: set[int] = set()
    assessments: dict[tuple[str, str, str], list[ReadAnswers]] = defaultdict(list)
    for number, source in enumerate(sources, start=1):
        try:
            read = reader.read(source.path, skip_questionnaires=not source.named)
        except InvalidInput as error:
            batch.left_out.add(source.path)
            batch.problems.extend(_told(error, source.path, faulty))
        else:
            if read is None:
                batch.skipped.append(source.path)
            else:
                batch.problems.extend(read.warnings)
                key = (read.loaded.sha256, read.file.organisation, read.file.wave or "")
                assessments[key].append(read)
        progress(number)
    return [assessments[key] for key in sorted(assessments, key=lambda key: (key[1], key[2], key[0]))]


def assess_all(
    groups: Sequence[Sequence[ReadAnswers]], batch: Batch, planning: PlanRequest, *, min_group: int | None
) -> Iterator[Assessment]:
    """Assess each organisation and wave, leaving out those whose files contradict each other."""
    for group in groups:
        batch.problems.extend(counted_twice(group))
        conflicts = list(contradictions(group))
        if conflicts:
            batch.problems.extend(conflicts)
            batch.left_out.update(read.document.source for read in group)
            continue
        loaded = group[0].loaded
        if loaded.sha256 not in batch.questionnaires:
            batch.questionnaires[loaded.sha256] = Encoding(loaded.questionnaire)
            batch.problems.extend(loaded.warnings)
        encoding = batch.questionnaires[loaded.sha256]
        result = assess(
            encoding, loaded.sha256, [read.file for read in group], planning=planning, min_group=min_group
        )
        batch.levels[result.level] += 1
        yield result


def _told(error: InvalidInput, path: str, faulty: set[int]) -> Iterator[Problem]:
    """Tell why a file is left out; of a faulty questionnaire only once what is wrong with it.

    `faulty` holds the identities of the errors told before: a questionnaire's is the same for all its files.
    """
    own = any(problem.source == path for problem in error.problems)
    if not own:
        source = error.problems[0].source if error.problems else path
        yield Problem("faulty-questionnaire", path, values={"path": source})
    if own or id(error) not in faulty:
        faulty.add(id(error))
        yield from error.problems
        if error.more:
            yield Problem("further-problems", error.problems[0].source, values={"number": error.more})
