"""How the organisations of one questionnaire are scored: as columns, or one by one."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from alignment_maturity.batch.frames import FAULTS, faults_of
from alignment_maturity.batch.inputs import inputs
from alignment_maturity.batch.questionnaires import kept, loaded
from alignment_maturity.batch.results import PLAN, Columns, frame_of, row_of, schema
from alignment_maturity.batch.stages import respondents
from alignment_maturity.batch.stages.context import Context
from alignment_maturity.batch.stages.duplicates import Duplicate, without_duplicates
from alignment_maturity.batch.stages.gather import Group, Key, group, people
from alignment_maturity.batch.stages.one_by_one import OneByOne, apart, without
from alignment_maturity.cohort.figures import Tabulation
from alignment_maturity.encoding import Encoding
from alignment_maturity.errors import Problem
from alignment_maturity.language import Lang
from alignment_maturity.language.problems import describe
from alignment_maturity.model.questionnaire import Questionnaire

if TYPE_CHECKING:
    from alignment_maturity.result import Assessment
    from alignment_maturity.store.answer_sets import ReadAnswers

RESPONDENTS, ASSESSMENTS = 80_000, 25_000
"""How many are scored at once, about: of the first the codes are held, of the others all figures."""


@dataclass(frozen=True)
class Scored:
    """What came of the organisations of one questionnaire.

    Attributes:
        tables: rows of the results, with the hash of the questionnaire, in order; made as they are taken.
        documents: result documents as lines of JSON, in the order of the rows; empty where none are wanted.
    """

    tables: Iterator[pl.DataFrame]
    respondents: pl.DataFrame | None
    documents: list[str]
    faults: pl.DataFrame
    left_out: int


@dataclass(frozen=True)
class Scoring:
    """The scoring of one questionnaire's organisations in a range.

    Attributes:
        sha256: of the questionnaire.
        used: of all questionnaires of the run.
        plans: whether plans are made.
    """

    context: Context
    sha256: str
    used: tuple[str, ...]
    plans: bool = field(kw_only=True)

    @property
    def encoding(self) -> Encoding:
        """The questionnaire."""
        return kept(self.context.state, self.sha256)

    @property
    def lang(self) -> Lang:
        """The language of the results."""
        return self.context.settings.lang_for(self.encoding.questionnaire)

    @property
    def min_group(self) -> int:
        """The smallest group shown apart."""
        asked = self.context.settings.min_group
        return self.encoding.questionnaire.privacy.min_group if asked is None else asked

    @cached_property
    def columns(self) -> Mapping[str, pl.DataType]:
        """The columns of the results, and the hash of the questionnaire."""
        told = schema(self._questionnaires, confidence=self.context.settings.confidence)
        return {**told, "sha256": pl.String()}

    @cached_property
    def tabulation(self) -> Tabulation:
        """What makes the figures."""
        return Tabulation(self.encoding, self.min_group, plans=self.plans)

    def score(self, rows: pl.DataFrame | None, workshops: Mapping[Key, Sequence[ReadAnswers]]) -> Scored:
        """Score as columns what columns can hold, and the rest one by one."""
        found: Group | None = None
        duplicates: list[Duplicate] = []
        if rows is not None:
            found, duplicates = without_duplicates(group(self.encoding, rows))
        whole = self.context.settings.format == "jsonl"
        told = OneByOne()
        for key, own in apart(found, workshops, everything=whole):
            self._assess(own, workshops.get(key, ()), told)
        apart_from_these = None if found is None or whole else without(found, workshops)
        return Scored(
            tables=self._tables(apart_from_these, told.results),
            respondents=self._respondents(found, told),
            documents=self._documents(told.results) if whole else [],
            faults=pl.concat(
                [self._as_faults(duplicates), faults_of(told.problems, self.context.settings.lang)]
            ),
            left_out=len(duplicates) + told.left_out,
        )

    def _tables(self, found: Group | None, results: Sequence[Assessment]) -> Iterator[pl.DataFrame]:
        """Go through the rows of the results, a chunk after the other where there are columns alone."""
        one_by_one = [frame_of([self._row(result) for result in results], self.columns)] if results else []
        if found is None or not found.read.height:
            yield from one_by_one
        elif one_by_one:
            columns = self._as_columns(found)
            yield pl.concat([*one_by_one, columns]).sort("organisation", "wave")
        else:
            with self._threads as threads:
                waiting: deque[Future[pl.DataFrame]] = deque()
                for rows in found.borders(RESPONDENTS, ASSESSMENTS):
                    waiting.append(threads.submit(self._as_columns_of, found, rows))
                    # No more ahead than that: tables that wait to be taken fill the memory.
                    if len(waiting) > pl.thread_pool_size():
                        yield waiting.popleft().result()
                yield from (future.result() for future in waiting)

    def _documents(self, results: Sequence[Assessment]) -> list[str]:
        from alignment_maturity.document import as_document

        return [json.dumps(as_document(result, self.lang), ensure_ascii=False) for result in results]

    def _as_columns_of(self, found: Group, rows: slice) -> pl.DataFrame:
        return self._as_columns(found.part(rows))

    def _as_columns(self, found: Group) -> pl.DataFrame:
        settings, voices = self.context.settings, found.voices
        figures = self.tabulation.figures(voices)
        sureties = None
        if settings.confidence:
            from alignment_maturity.assessment import RESAMPLES
            from alignment_maturity.cohort.confidence import confidence

            sureties = confidence(self.encoding, voices, figures.level, resamples=RESAMPLES, seed=0)
        told = Columns(self.encoding, self.lang, found.keys, figures, sureties)
        return told.frame(self.columns).with_columns(sha256=pl.lit(self.sha256))

    def _assess(self, own: pl.DataFrame | None, rooms: Sequence[ReadAnswers], told: OneByOne) -> None:
        """Assess one organisation and wave from its respondents and its workshops."""
        from alignment_maturity.assessment import assess
        from alignment_maturity.store.answer_sets import ReadAnswers, contradictions, counted_twice

        questionnaire = loaded(self.context.state, self.sha256)
        files = [] if own is None else [people(self.encoding, own)]
        nowhere = replace(questionnaire.document, text="")
        read = [*(ReadAnswers(file, nowhere, questionnaire, ()) for file in files), *rooms]
        conflicts = list(contradictions(read))
        told.problems += [*counted_twice(read), *conflicts]
        if conflicts:
            told.left_out += len(rooms) + (0 if own is None else own.height)
            told.contradicted.add((read[0].file.organisation, read[0].file.wave or ""))
            return
        settings = self.context.settings
        told.results.append(
            assess(
                self.encoding,
                self.sha256,
                [answers.file for answers in read],
                planning=settings.planning,
                min_group=settings.min_group,
            )
        )

    def _row(self, result: Assessment) -> dict[str, object]:
        row = {**row_of(result, self.lang), "sha256": self.sha256}
        return row if self.plans else {**row, **dict.fromkeys(PLAN)}

    def _respondents(self, found: Group | None, told: OneByOne) -> pl.DataFrame | None:
        if found is None or not self.context.settings.respondents:
            return None
        columns = respondents.schema(self._questionnaires)
        return respondents.table(
            without(found, told.contradicted),
            columns,
            inputs(self.context.state),
            min_group=self.min_group,
            mixed={
                (result.organisation, result.wave or "")
                for result in told.results
                if len(result.respondents.by_group) > 1
            },
        )

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        """Threads to score in, because the kernel lets others work meanwhile.

        They outlive the tables: on Ctrl-C polars would let go of them where nothing may be raised.
        """
        return ThreadPoolExecutor(pl.thread_pool_size())

    @property
    def _questionnaires(self) -> list[Questionnaire]:
        return [kept(self.context.state, sha256).questionnaire for sha256 in self.used]

    def _as_faults(self, duplicates: Sequence[Duplicate]) -> pl.DataFrame:
        """Tell which rows say again what another says of the same respondent."""
        if not duplicates:
            return pl.DataFrame(schema=FAULTS)
        names = inputs(self.context.state)
        rows = []
        for duplicate in duplicates:
            values = {
                "file": names[duplicate.other_source],
                "row": duplicate.other_row,
            }
            problem = Problem("duplicate-respondent", names[duplicate.source], duplicate.row, values=values)
            message = describe(problem, self.context.settings.lang)
            rows.append((problem.source, problem.line, "respondent", problem.code, message, False))
        return pl.DataFrame(rows, schema=FAULTS, orient="row")
