"""The second stage: a range of organisations becomes its rows of the tables.

This is the one function that scores: whatever process it runs in, and however many organisations there are,
an assessment gets the same figures to the last bit.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path

import polars as pl

from alignment_maturity.assessment import RESAMPLES, assess
from alignment_maturity.batch.figures import figures
from alignment_maturity.batch.frames import FAULTS, faults_of, write_csv
from alignment_maturity.batch.inputs import inputs
from alignment_maturity.batch.questionnaires import kept, loaded
from alignment_maturity.batch.results import PLAN, Columns, frame_of, row_of, schema
from alignment_maturity.batch.settings import Settings
from alignment_maturity.batch.stages import respondents
from alignment_maturity.batch.stages.context import Context, Note
from alignment_maturity.batch.stages.duplicates import Duplicate, without_duplicates
from alignment_maturity.batch.stages.gather import (
    Group,
    Key,
    Part,
    group,
    people,
    rows_within,
    workshops_within,
)
from alignment_maturity.batch.stages.ranges import Range
from alignment_maturity.cohort.figures import tabulate
from alignment_maturity.document import as_document
from alignment_maturity.encoding import Encoding
from alignment_maturity.errors import Problem
from alignment_maturity.language import Lang
from alignment_maturity.language.problems import describe
from alignment_maturity.result import Assessment
from alignment_maturity.store.answer_sets import ReadAnswers, contradictions, counted_twice


@dataclass(frozen=True)
class Score:
    """A range of organisations to score.

    Attributes:
        rows: by questionnaire, the parts of the first stage that hold its respondents.
        documents: the parts that hold workshops.
        between: some names within the range, ascending, at which it may be parted.
        plans: whether plans are made.
        before: a hash of what the first stage found.
    """

    id: str
    span: Range
    rows: tuple[tuple[str, tuple[Part, ...]], ...]
    documents: tuple[Part, ...]
    between: tuple[str, ...]
    plans: bool
    before: str
    weight: float

    @property
    def fingerprint(self) -> str:
        """A hash of all that the result depends on, besides the settings of the run."""
        return hashlib.sha256(
            repr((self.span, self.plans, self.before)).encode("utf-8", "replace")
        ).hexdigest()

    def halves(self) -> Sequence[Score]:
        """Return two tasks that score the same, none where no name is known between the bounds."""
        if not self.between:
            return ()
        middle = len(self.between) // 2
        name = self.between[middle]
        first, second = Range(self.span.low, name), Range(name, self.span.high)
        return (
            replace(
                self, id=f"{self.id}.0", span=first, between=self.between[:middle], weight=self.weight / 2
            ),
            replace(
                self,
                id=f"{self.id}.1",
                span=second,
                between=self.between[middle + 1 :],
                weight=self.weight / 2,
            ),
        )


def run(context: Context, task: Score) -> Note:
    """Score a range of organisations; leave their rows of every table that is wanted, and what was wrong.

    Raises:
        WorkFailed: where the parts cannot be written.
    """
    state = context.state
    workshops = workshops_within(state, task.documents, task.span)
    questionnaires = [kept(state, sha256).questionnaire for sha256, _ in task.rows]
    columns = schema(questionnaires, confidence=context.settings.confidence)
    scored = []
    for sha256, parts in task.rows:
        rows = rows_within(state, parts, task.span)
        if rows is not None or sha256 in workshops:
            scoring = _Scoring(context, task, sha256, columns)
            scored.append(scoring.score(rows, workshops.get(sha256, {})))
    return _leave(context, task, scored, columns)


def lost(task: Score) -> Note:
    """Return the note of a range that no process survives."""
    names = sorted({name for name in (task.span.low, task.span.high) if name is not None})
    return {
        "id": task.id,
        "assessments": 0,
        "left_out": max(1, round(task.weight)),
        "faults": 0,
        "respondents": 0,
        "told": {},
        "sizes": {},
        "lost": " – ".join(names),
    }


@dataclass(frozen=True)
class _Scored:
    """What came of the organisations of one questionnaire.

    Attributes:
        table: rows of the results, with the hash of the questionnaire.
        documents: result documents as lines of JSON, in the order of `table`; empty where none are wanted.
    """

    table: pl.DataFrame
    respondents: pl.DataFrame | None
    documents: Sequence[str]
    faults: Sequence[pl.DataFrame]
    left_out: int


@dataclass(frozen=True)
class _Scoring:
    """The scoring of one questionnaire's organisations in a range."""

    context: Context
    task: Score
    sha256: str
    columns: Mapping[str, pl.DataType]

    @cached_property
    def encoding(self) -> Encoding:
        return kept(self.context.state, self.sha256)

    @property
    def lang(self) -> Lang:
        return self.context.settings.lang_for(self.encoding.questionnaire)

    @property
    def min_group(self) -> int:
        asked = self.context.settings.min_group
        return self.encoding.questionnaire.privacy.min_group if asked is None else asked

    def score(self, rows: pl.DataFrame | None, workshops: Mapping[Key, Sequence[ReadAnswers]]) -> _Scored:
        """Score as columns what columns can hold, and the rest one by one."""
        found: Group | None = None
        duplicates: list[Duplicate] = []
        if rows is not None:
            found, duplicates = without_duplicates(group(self.encoding, rows))
        whole = self.context.settings.format == "jsonl"
        told = _OneByOne()
        for key, own in _apart(found, workshops, everything=whole):
            self._assess(own, workshops.get(key, ()), told)
        table = frame_of([self._row(result) for result in told.results], self.columns)
        if found is not None and not whole:
            rest = _without(found, set(workshops))
            if rest.rows.height:
                columns = self._as_columns(rest)
                table = pl.concat([table, columns]).sort("organisation", "wave") if table.height else columns
        documents = [
            json.dumps(as_document(result, self.lang), ensure_ascii=False) for result in told.results
        ]
        return _Scored(
            table=table.with_columns(sha256=pl.lit(self.sha256)),
            respondents=None if found is None else self._respondents(_without(found, told.contradicted)),
            documents=documents if whole else [],
            faults=[self._as_faults(duplicates), faults_of(told.problems, self.context.settings.lang)],
            left_out=len(duplicates) + told.left_out,
        )

    def _as_columns(self, found: Group) -> pl.DataFrame:
        settings, voices = self.context.settings, found.voices
        figures = tabulate(self.encoding, voices, min_group=self.min_group, plans=self.task.plans)
        sureties = None
        if settings.confidence:
            from alignment_maturity.cohort.confidence import confidence

            sureties = confidence(self.encoding, voices, figures.level, resamples=RESAMPLES, seed=0)
        return Columns(self.encoding, self.lang, found.keys, figures, sureties).frame(self.columns)

    def _assess(self, own: pl.DataFrame | None, rooms: Sequence[ReadAnswers], told: _OneByOne) -> None:
        """Assess one organisation and wave from its respondents and its workshops."""
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
        row = row_of(result, self.lang)
        return row if self.task.plans else {**row, **dict.fromkeys(PLAN)}

    def _respondents(self, found: Group) -> pl.DataFrame | None:
        if not self.context.settings.respondents:
            return None
        questionnaires = [kept(self.context.state, sha256).questionnaire for sha256, _ in self.task.rows]
        columns = respondents.schema(questionnaires)
        return respondents.table(found, columns, inputs(self.context.state), min_group=self.min_group)

    def _as_faults(self, duplicates: Sequence[Duplicate]) -> pl.DataFrame:
        """Tell which rows say again what another says of the same respondent."""
        if not duplicates:
            return pl.DataFrame(schema=FAULTS)
        names = inputs(self.context.state)
        rows = []
        for duplicate in duplicates:
            values = {
                "name": duplicate.respondent,
                "file": names[duplicate.other_source],
                "row": duplicate.other_row,
            }
            problem = Problem("duplicate-respondent", names[duplicate.source], duplicate.row, values=values)
            message = describe(problem, self.context.settings.lang)
            rows.append((problem.source, problem.line, "respondent", problem.code, message, False))
        return pl.DataFrame(rows, schema=FAULTS, orient="row")


@dataclass
class _OneByOne:
    """What comes of organisations that are assessed one by one."""

    results: list[Assessment] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    contradicted: set[Key] = field(default_factory=set)
    left_out: int = 0


def _apart(
    found: Group | None, workshops: Collection[Key], *, everything: bool
) -> Iterator[tuple[Key, pl.DataFrame | None]]:
    """Go through what is assessed one by one, in order: organisation and wave, and its respondents."""
    own: dict[Key, pl.DataFrame | None] = dict.fromkeys(workshops)
    if found is not None and (everything or workshops):
        ends = [*found.first[1:].tolist(), found.rows.height]
        keys = found.keys
        names = zip(keys["organisation"].to_list(), keys["wave"].fill_null("").to_list(), strict=True)
        for key, start, end in zip(names, found.first.tolist(), ends, strict=True):
            if everything or key in own:
                own[key] = found.rows.slice(start, end - start)
    yield from sorted(own.items(), key=lambda item: item[0])


def _without(found: Group, keys: Collection[Key]) -> Group:
    """Leave out some assessments."""
    if not keys:
        return found
    left = pl.DataFrame(sorted(keys), schema={"organisation": pl.String, "wave": pl.String}, orient="row")
    rows = found.rows.with_columns(pl.col("wave").fill_null(""))
    there = rows.join(left, on=["organisation", "wave"], how="semi").height
    if not there:
        return found
    rest = rows.join(left, on=["organisation", "wave"], how="anti", maintain_order="left")
    return group(found.encoding, rest.with_columns(pl.col("wave").replace("", None)))


def _leave(
    context: Context, task: Score, scored: Sequence[_Scored], columns: Mapping[str, pl.DataType]
) -> Note:
    """Write the parts of a task, and last the note that makes it finished."""
    tables = [one.table for one in scored if one.table.height]
    table = pl.concat(tables) if tables else pl.DataFrame(schema={**columns, "sha256": pl.String})
    lines = [line for one in scored for line in one.documents]
    if len(scored) > 1:
        # Assessments of one organisation and wave stay in the order of their questionnaires' hashes.
        order = table.select(pl.arg_sort_by("organisation", "wave", maintain_order=True)).to_series()
        table = table[order]
        lines = [lines[place] for place in order] if lines else []
    keys = table.select("organisation", "wave", "sha256").rows() if context.settings.reports else []
    table = table.drop("sha256")
    faults = pl.concat([pl.DataFrame(schema=FAULTS), *(frame for one in scored for frame in one.faults)])
    people = [one.respondents for one in scored if one.respondents is not None]
    note: Note = {
        "id": task.id,
        "fingerprint": task.fingerprint,
        "assessments": table.height,
        "left_out": sum(one.left_out for one in scored),
        "faults": faults.height,
        "respondents": sum(frame.height for frame in people),
        "told": figures(table),
        "keys": keys,
    }
    parts: dict[str, Callable[[Path], object]] = {}
    if faults.height:
        parts["faults.arrow"] = faults.write_ipc
    if people:
        parts["respondents.arrow"] = (
            pl.concat(people).sort("organisation", "wave", maintain_order=True).write_ipc
        )
    if table.height:
        parts |= _tables(context.settings, table, lines)
    state = context.state
    names = {part: f"score/{task.id}.{part}" for part in parts}
    note["sizes"] = {names[part]: state.part(names[part], write) for part, write in parts.items()}
    state.write(f"score/{task.id}.json", note)
    return note


def _tables(
    settings: Settings, table: pl.DataFrame, lines: Sequence[str]
) -> dict[str, Callable[[Path], object]]:
    """Return how the parts of the results are written: in the format wanted, and what else is needed."""
    parts: dict[str, Callable[[Path], object]] = {
        "index.arrow": table.select("questionnaire", "index").write_ipc
    }
    if settings.format == "jsonl":
        text = "".join(f"{line}\n" for line in lines)
        parts["results.jsonl"] = lambda path: path.write_text(text, "utf-8")
    elif settings.format == "csv":
        parts["results.csv"] = partial(write_csv, table, header=False)
    else:
        parts["results.parquet"] = partial(table.write_parquet, statistics=False)
    if settings.columns and settings.format != "parquet":
        parts["columns.parquet"] = table.write_parquet
    return parts
