"""The folder of a run: begun anew, gone on with, and removed once all is written."""

from __future__ import annotations

import datetime as dt
import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from alignment_maturity import __version__
from alignment_maturity.batch.settings import Settings
from alignment_maturity.batch.stages.context import Context
from alignment_maturity.batch.state import FOLDER, State
from alignment_maturity.cli.batch_job import Job, absolute
from alignment_maturity.cli.inputs import plan_request
from alignment_maturity.cli.shell import Shell
from alignment_maturity.errors import WorkFailed, WrongUsage
from alignment_maturity.language import of_environment
from alignment_maturity.store.files import exclusive
from alignment_maturity.store.questionnaires import looks_like_file


def state_of(job: Job) -> State:
    """Return the state of the run, with the whole path of its folder.

    Raises:
        WorkFailed: where that is no text, for then polars cannot write there.
    """
    folder = os.path.abspath(Path(job.folder, FOLDER))  # noqa: PTH100 - the last part may not exist yet
    try:
        folder.encode()
    except UnicodeEncodeError:
        raise WorkFailed("folder-not-made", path=job.folder, reason=os.strerror(errno.EILSEQ)) from None
    return State(folder, secrets.token_hex(8))


@contextmanager
def opened(shell: Shell, job: Job, state: State, brand: str) -> Iterator[Context]:
    """Open the folder of the run, begun anew or gone on with, and remove it once all is written."""
    with exclusive(Path(job.folder, FOLDER)):
        settings, begun = _settings(shell, job, state, brand)
        context = Context(state, settings)
        try:
            yield context
        except WrongUsage:
            if begun:
                state.remove()
            raise
        except BaseException:
            shell.tell("batch-resumable", folder=job.folder)
            raise
        state.remove()


def _settings(shell: Shell, job: Job, state: State, brand: str) -> tuple[Settings, bool]:
    """Return the terms of the run, and whether it begins; else they have the day on which it began."""
    settings = Settings(
        program_version=__version__,
        asked=shell.asked_lang,
        ambient=of_environment(os.environ),
        lang=shell.lang,
        reference=_reference(job),
        min_group=job.min_group,
        planning=plan_request(),
        format=job.format,
        plans=job.plans,
        confidence=job.confidence,
        respondents=job.respondents,
        reports=job.reports,
        brand=None if job.brand is None else absolute(job.brand),
        brand_sha256=brand,
    )
    before = state.about()
    if before is not None and job.resume:
        if before["fingerprint"] != settings.fingerprint:
            raise WrongUsage("resume-differs", folder=job.folder)
        start = dt.date.fromisoformat(before["start"])
        state.go_on(before)
        return replace(settings, planning=replace(settings.planning, start=start)), False
    if before is not None:
        shell.tell("batch-begun-anew")
    state.begin({"fingerprint": settings.fingerprint, "start": settings.planning.start.isoformat()})
    return settings, True


def _reference(job: Job) -> str | None:
    """Return the questionnaire asked for; to the workers of a cluster a file by its whole path."""
    named = job.questionnaire
    return (
        absolute(named)
        if named is not None and job.scheduler is not None and looks_like_file(named)
        else named
    )
