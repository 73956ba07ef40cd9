"""The table of results: one row an assessment, from columns of figures or from whole results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from alignment_maturity.batch.results_columns import ACTIONS, coverage, dimension_index
from alignment_maturity.kernel.placement import PASSES, width

if TYPE_CHECKING:
    from alignment_maturity.cohort.confidence import Sureties
    from alignment_maturity.cohort.figures import Figures
    from alignment_maturity.encoding import Encoding
    from alignment_maturity.kernel.instrument import Floats, Integers
    from alignment_maturity.language import Lang
    from alignment_maturity.model.questionnaire import Questionnaire
    from alignment_maturity.result import Assessment

_TEXT, _WHOLE, _REAL = pl.String(), pl.Int64(), pl.Float64()
_IDENTITY = {
    "organisation": _TEXT,
    "wave": _TEXT,
    "date": pl.Date(),
    "questionnaire": _TEXT,
    "questionnaire_version": _TEXT,
    "respondents": _WHOLE,
    "level": _WHOLE,
    "level_id": _TEXT,
    "level_name": _TEXT,
    "index": _REAL,
    "completeness": _REAL,
    "provisional": pl.Boolean(),
    "blocking_gates": _TEXT,
}
_GAP = {"largest_gap_question": _TEXT, "largest_gap": _REAL}
PLAN = {
    "plan_target": _WHOLE,
    "plan_effort": _REAL,
    **dict.fromkeys(ACTIONS, _TEXT),
}
_CONFIDENCE = {
    "confidence_bootstrap": _REAL,
    "confidence_up": _WHOLE,
    "confidence_down": _WHOLE,
    "confidence_verdict": _TEXT,
}


def schema(questionnaires: Sequence[Questionnaire], *, confidence: bool) -> dict[str, pl.DataType]:
    """Return the columns of a run: those of all its questionnaires together."""
    levels = sorted({level for one in questionnaires for level in one.upper_levels})
    dimensions = dict.fromkeys(dimension.id for one in questionnaires for dimension in one.dimensions)
    return {
        **_IDENTITY,
        **{coverage(level): _REAL for level in levels},
        **{dimension_index(dimension): _REAL for dimension in dimensions},
        **_GAP,
        **PLAN,
        **(_CONFIDENCE if confidence else {}),
    }


@dataclass(frozen=True)
class Columns:
    """What is to be put into a table: many organisations that answered one questionnaire.

    Attributes:
        keys: organisation, wave and date of each, in the order of the figures.
    """

    encoding: Encoding
    lang: Lang
    keys: pl.DataFrame
    figures: Figures
    sureties: Sureties | None = None

    def frame(self, columns: Mapping[str, pl.DataType]) -> pl.DataFrame:
        """Return the rows of the table, with these columns; what does not exist is null."""
        series = self._series()
        height = self.keys.height
        return pl.DataFrame(
            [
                series[name].alias(name).cast(kind) if name in series else _nothing(name, kind, height)
                for name, kind in columns.items()
            ]
        )

    def _series(self) -> dict[str, pl.Series]:
        figures, questionnaire = self.figures, self.encoding.questionnaire
        height = self.keys.height
        scale = questionnaire.scale
        return {
            **{name: self.keys[name] for name in ("organisation", "wave", "date")},
            "questionnaire": _same(questionnaire.id, height),
            "questionnaire_version": _same(questionnaire.version, height),
            "respondents": pl.Series(figures.respondents),
            "level": pl.Series(figures.level),
            "level_id": _named([level.id for level in scale], figures.level - 1),
            "level_name": _named([level.name.in_(self.lang) for level in scale], figures.level - 1),
            "index": _real(figures.index),
            "completeness": _real(figures.completeness),
            "provisional": pl.Series(figures.provisional),
            "blocking_gates": self._blocking(),
            **{
                coverage(level): _real(share)
                for level, share in zip(questionnaire.upper_levels, figures.coverage, strict=True)
            },
            **{
                dimension_index(dimension): _real(share)
                for dimension, share in zip(self.encoding.dimensions, figures.dimension_index, strict=True)
            },
            "largest_gap_question": _named(self.encoding.questions, figures.gap_question),
            "largest_gap": _real(figures.gap),
            **self._plans(),
            **self._sureties(),
        }

    def _blocking(self) -> pl.Series:
        """Name the gates of the next level that do not pass, in the order of the questionnaire."""
        questionnaire, instrument = self.encoding.questionnaire, self.encoding.instrument
        following = self.figures.level + 1
        place = {question.id: number for number, question in enumerate(questionnaire.questions)}
        told = sorted(
            (place[self.encoding.questions[question]], gate)
            for gate, (question, _) in enumerate(instrument.gates)
        )
        patterns = np.zeros(self.keys.height, dtype=np.int64)
        if instrument.cutoffs is None:
            for bit, (_, gate) in enumerate(told):
                level = instrument.gates[gate, 1] + 2
                closed = (self.figures.gates[gate] != PASSES) & (following == level)
                patterns |= closed.astype(np.int64) << bit
        found, where = np.unique(patterns, return_inverse=True)
        names = [
            " ".join(
                self.encoding.questions[instrument.gates[gate, 0]]
                for bit, (_, gate) in enumerate(told)
                if pattern >> bit & 1
            )
            for pattern in found.tolist()
        ]
        return pl.Series([name or None for name in names], dtype=pl.String()).gather(where)

    def _plans(self) -> dict[str, pl.Series]:
        plans = self.figures.plans
        if plans is None:
            return {}
        actions = sorted(self.encoding.questionnaire.action_by_id)
        return {
            "plan_target": pl.Series(plans.target),
            "plan_effort": _real(plans.effort),
            **{
                column: _named(actions, chosen) for column, chosen in zip(ACTIONS, plans.actions, strict=True)
            },
        }

    def _sureties(self) -> dict[str, pl.Series]:
        told = self.sureties
        if told is None:
            return {}
        return {
            "confidence_bootstrap": _real(told.share),
            "confidence_up": pl.Series(told.up),
            "confidence_down": pl.Series(told.down),
            "confidence_verdict": _named(["borderline", "stable"], told.stable.astype(np.int64)),
        }


def row_of(result: Assessment, lang: Lang) -> dict[str, object]:
    """Return the row of one whole result, with the columns it has."""
    level = result.questionnaire.level_named(result.level)
    gaps = [question for question in result.questions if question.gap is not None]
    widest = max(gaps, key=lambda question: float(width(np.array(question.gap))), default=None)
    blocking = result.blocking
    return {
        "organisation": result.organisation,
        "wave": result.wave,
        "date": result.date,
        "questionnaire": result.questionnaire.id,
        "questionnaire_version": result.questionnaire.version,
        "respondents": result.respondents.total,
        "level": result.level,
        "level_id": level.id,
        "level_name": level.name.in_(lang),
        "index": result.index,
        "completeness": result.completeness,
        "provisional": result.provisional,
        "blocking_gates": " ".join(gate.question for gate in blocking.gates) or None if blocking else None,
        **{coverage(upper): share for upper, share in result.coverage.items()},
        **{dimension_index(dimension.id): dimension.index for dimension in result.dimensions},
        "largest_gap_question": widest.id if widest else None,
        "largest_gap": widest.gap if widest else None,
        **_plan_of(result),
        **_confidence_of(result),
    }


def frame_of(rows: Sequence[Mapping[str, object]], columns: Mapping[str, pl.DataType]) -> pl.DataFrame:
    """Return rows as a table with these columns; what a row does not have is null."""
    return pl.DataFrame([{name: row.get(name) for name in columns} for row in rows], schema=dict(columns))


def _plan_of(result: Assessment) -> dict[str, object]:
    return {
        "plan_target": result.plan.target,
        "plan_effort": result.plan.effort,
        **{name: step.action.id for name, step in zip(ACTIONS, result.plan.steps, strict=False)},
    }


def _confidence_of(result: Assessment) -> dict[str, object]:
    told = result.confidence
    drawn = told.bootstrap
    return {
        "confidence_bootstrap": None if drawn is None else drawn.levels.get(result.level, 0.0),
        "confidence_up": told.one_step.up,
        "confidence_down": told.one_step.down,
        "confidence_verdict": told.one_step.verdict,
    }


def _nothing(name: str, kind: pl.DataType, height: int) -> pl.Series:
    return pl.Series(name, [None], dtype=kind).new_from_index(0, height)


def _same(text: str, height: int) -> pl.Series:
    return pl.Series([text]).new_from_index(0, height)


def _real(figures: Floats) -> pl.Series:
    return pl.Series(figures, nan_to_null=True)


def _named(names: Sequence[str], chosen: Integers) -> pl.Series:
    """Return the names chosen; null where the choice is negative."""
    known = pl.Series([*names, None], dtype=pl.String())
    return known.gather(np.where(chosen < 0, len(names), chosen))
