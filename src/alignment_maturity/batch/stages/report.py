"""The third stage, where it is wanted: a PDF report of each assessment."""

from __future__ import annotations

import gc
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import IO, TYPE_CHECKING, NamedTuple

import polars as pl

from alignment_maturity.batch.questionnaires import kept, loaded
from alignment_maturity.batch.stages.duplicates import without_duplicates
from alignment_maturity.batch.stages.gather import group, people, rows_within, workshops_within
from alignment_maturity.batch.stages.ranges import Part, Range
from alignment_maturity.batch.state import REPORTS
from alignment_maturity.report.pdf import print_report
from alignment_maturity.report.record import gather
from alignment_maturity.report.sections import SECTIONS
from alignment_maturity.report.view import ReportOptions
from alignment_maturity.store.brands import read_brand
from alignment_maturity.waves import assess_read

if TYPE_CHECKING:
    from alignment_maturity.batch.stages.context import Context, Note
    from alignment_maturity.model.answers import AnswerFile
    from alignment_maturity.model.brand import Brand


RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)
"""Names that Windows keeps for itself."""

LONGEST = 60
"""Letters of a name of a file, at most, without what makes it unlike others."""


class Subject(NamedTuple):
    """An assessment to report on, and the name of its report's file."""

    organisation: str
    wave: str | None
    sha256: str
    file: str


def subjects(keys: Sequence[tuple[str, str | None, str]]) -> list[Subject]:
    """Name the reports of assessments (organisation, wave, hash of the questionnaire), each unlike others.

    Letters of every script stay. Where several would have the same name, each of them gets the beginning of a
    hash, and so does one that has no letters or that Windows keeps for itself.
    """
    plain = [_plain(f"{organisation} {wave or ''}") for organisation, wave, _ in keys]
    number = Counter(plain)
    named = []
    for key, name in zip(keys, plain, strict=True):
        unlike = number[name] == 1 and name and name not in RESERVED
        mark = "" if unlike else f"-{hashlib.sha256(repr(key).encode()).hexdigest()[:10]}"
        named.append(Subject(*key, f"{name or 'report'}{mark}.pdf"))
    return named


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKC", text.casefold())
    return re.sub(r"[\W_]+", "-", letters).strip("-")[:LONGEST].strip("-")


@dataclass(frozen=True)
class Report:
    """Reports to write, of assessments that follow each other.

    Attributes:
        rows: by questionnaire, the parts of the first stage that hold its respondents.
        documents: the parts that hold workshops.
        before: a hash of what the first stage found.
    """

    id: str
    subjects: tuple[Subject, ...]
    rows: tuple[tuple[str, tuple[Part, ...]], ...]
    documents: tuple[Part, ...]
    before: str

    @property
    def weight(self) -> int:
        """How much work it is, in reports."""
        return len(self.subjects)

    @property
    def fingerprint(self) -> str:
        """A hash of all that the reports depend on, besides the settings of the run."""
        return hashlib.sha256(repr((self.subjects, self.before)).encode("utf-8", "replace")).hexdigest()

    def halves(self) -> Sequence[Report]:
        """Return two tasks that write the same reports, none where there is one only."""
        if len(self.subjects) < 2:
            return ()
        middle = len(self.subjects) // 2
        return (
            replace(self, id=f"{self.id}.0", subjects=self.subjects[:middle]),
            replace(self, id=f"{self.id}.1", subjects=self.subjects[middle:]),
        )


def run(context: Context, task: Report) -> Note:
    """Write reports into the folder of the run.

    Raises:
        WorkFailed: where one cannot be written, or the libraries for PDF files are missing.
    """
    settings, state = context.settings, context.state
    sizes: dict[str, int] = {}
    for subject in task.subjects:
        wave = assess_read(_files(context, task, subject), loaded(state, subject.sha256), settings.terms)
        options = ReportOptions(
            program_version=settings.program_version,
            date=settings.planning.start,
            brand=brand_of(settings.brand, settings.brand_sha256),
        )
        lang = settings.lang_for(wave.result.questionnaire)
        data = print_report(gather([wave], lang, options, settings.terms)).data
        name = f"{REPORTS}/{subject.file}"
        sizes[name] = state.part(name, partial(_write, data))
    # What a report leaves to be collected holds much memory, and looking for it takes long.
    gc.collect()
    note: Note = {**context.made(task), "reports": len(sizes), "sizes": sizes, "left_out": 0}
    state.write(f"report/{task.id}.json", note)
    return note


def _write(data: bytes, file: IO[bytes]) -> None:
    file.write(data)


@cache
def brand_of(file: str | None, _sha256: str) -> Brand | None:
    """Return the brand of a file; read once in each process, and again where its hash is another.

    Raises:
        InvalidInput: with everything that is wrong with it.
    """
    return None if file is None else read_brand(file, SECTIONS).brand


def lost(task: Report) -> Note:
    """Return the note of a report that no process survives."""
    return {"id": task.id, "reports": 0, "sizes": {}, "left_out": 1, "lost": task.subjects[0].organisation}


def _files(context: Context, task: Report, subject: Subject) -> list[AnswerFile]:
    """Return the answers of one assessment."""
    alone = Range(subject.organisation, f"{subject.organisation}\0")
    encoding = kept(context.state, subject.sha256)
    rows = rows_within(context.state, dict(task.rows)[subject.sha256], alone)
    files = []
    if rows is not None:
        found, _ = without_duplicates(group(encoding, rows))
        own = found.rows.filter(pl.col("wave").eq_missing(subject.wave))
        if own.height:
            files.append(people(encoding, own))
    workshops = workshops_within(context.state, task.documents, alone).get(subject.sha256, {})
    return [*files, *(read.file for read in workshops.get((subject.organisation, subject.wave or ""), []))]
