"""What a run over many inputs was asked for, as far as a task has to know it."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from alignment_maturity.language import Lang, supported
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.store.questionnaires import looks_like_file

if TYPE_CHECKING:
    from alignment_maturity.waves import Terms

Format = Literal["csv", "jsonl", "parquet"]

MOST_WITH_PLANS = 100_000
"""Respondents up to which plans are made without being asked for: each is an exact optimum and takes time."""


@dataclass(frozen=True)
class Settings:
    """The terms of a run, equal in every process.

    Attributes:
        program_version: of the program, because what it left half done only the same can finish.
        asked: the language asked for, None where none was.
        ambient: the language of the surroundings, None where they have none.
        lang: of messages.
        reference: the questionnaire of all inputs, by id or file; None where each input says its own.
        min_group: smallest group shown apart; the questionnaire's where None.
        planning: the terms of the plans.
        format: of the results.
        plans: whether to make plans; None decides by the number of respondents.
        confidence: whether to tell how sure each placement is.
        respondents: whether to write a table of respondents too.
        reports: whether to write a report of each assessment.
        brand: the file of the brand of reports, None for ours.
        brand_sha256: of the brand, empty where there is none.
    """

    program_version: str
    asked: Lang | None
    ambient: Lang | None
    lang: Lang
    reference: str | None
    min_group: int | None
    planning: PlanRequest
    format: Format
    plans: bool | None = None
    confidence: bool = False
    respondents: bool = False
    reports: bool = False
    brand: str | None = None
    brand_sha256: str = ""

    @property
    def fingerprint(self) -> str:
        """A hash of everything but the day on which plans start, which a resumed run takes over."""
        undated = replace(self, planning=replace(self.planning, start=type(self.planning.start).min))
        if self.reference is not None and looks_like_file(self.reference):
            # On a cluster it is named so, and is the same.
            undated = replace(undated, reference=os.path.abspath(self.reference))  # noqa: PTH100
        return hashlib.sha256(repr(undated).encode("utf-8", "replace")).hexdigest()

    @property
    def dated(self) -> str:
        """A hash of everything, that day too."""
        told = (self.fingerprint, self.planning.start.isoformat())
        return hashlib.sha256(repr(told).encode()).hexdigest()

    @property
    def terms(self) -> Terms:
        """What is asked for besides the answers."""
        from alignment_maturity.waves import Terms

        return Terms(self.planning, self.min_group)

    def lang_for(self, questionnaire: Questionnaire) -> Lang:
        """Return the language of results: asked for, else that of the surroundings, else the first known."""
        known = [lang for tag in questionnaire.languages if (lang := supported(tag))]
        wanted = self.asked or self.ambient
        if wanted is None or (self.asked is None and known and wanted not in known):
            return known[0] if known else wanted or "en"
        return wanted
