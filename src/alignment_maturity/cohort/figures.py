"""The figures of many organisations, as columns."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from alignment_maturity.cohort.gaps import LargestGap
from alignment_maturity.cohort.privacy import privacy
from alignment_maturity.cohort.several import Counting, pieces
from alignment_maturity.cohort.voices import Voices
from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.kernel.instrument import Booleans, Floats, Instrument, Integers
from alignment_maturity.kernel.lookup import table_cells
from alignment_maturity.kernel.scores import Scores, Scoring, narrowed
from alignment_maturity.kernel.single import Single
from alignment_maturity.result import COMPLETE_ENOUGH

if TYPE_CHECKING:
    from alignment_maturity.planning.columns import Plans

WORTH_TABLES = 2000
"""From so many organisations of one respondent on, working out tables for them is worth its while."""

TABLE_CELLS = 8_000_000
"""Figures in such tables, at most; only a questionnaire of very many questions and weights needs more."""


@dataclass(frozen=True)
class Figures:
    """The figures of O organisations, the last axis; NaN or -1 where there is none or it is withheld.

    Attributes:
        respondents: (O,) how many there were.
        level: (O,) 1 to K.
        index: (O,) 0 to 100.
        completeness: (O,) 0 to 1.
        provisional: (O,) whether too little was answered.
        coverage: (L, O) of each level from 2 on, 0 to 1.
        dimension_index: (D, O) 0 to 100, dimensions as in `Encoding.dimensions`.
        gates: (N, O) states, as in `kernel.placement`.
        gap_question: (O,) the question that the compared functions see most differently, on axis Q.
        gap: (O,) that gap, in levels, positive where the first function sees it higher.
        plans: the plans towards the next level, where asked for.
    """

    respondents: Integers
    level: Integers
    index: Floats
    completeness: Floats
    provisional: Booleans
    coverage: Floats
    dimension_index: Floats
    gates: NDArray[np.uint8]
    gap_question: Integers
    gap: Floats
    plans: Plans | None


def tabulate(encoding: Encoding, voices: Voices, *, min_group: int, plans: bool) -> Figures:
    """Return the figures of every organisation, with the bits `assess` gives for it alone.

    Args:
        encoding: of the questionnaire that all have answered.
        voices: everybody.
        min_group: smallest group shown apart.
        plans: whether to make plans.
    """
    return Tabulation(encoding, min_group, plans=plans).figures(voices)


@dataclass(frozen=True)
class Tabulation:
    """Makes figures of organisations of one questionnaire; what they need is worked out once.

    Attributes:
        encoding, min_group, plans: as of `tabulate`.
    """

    encoding: Encoding
    min_group: int
    plans: bool = field(kw_only=True)

    def figures(self, voices: Voices) -> Figures:
        """Return the figures of every organisation."""
        instrument = self.encoding.instrument
        figures = _blank(self.encoding, voices.organisations, plans=self.plans)
        sizes = voices.sizes
        tables = np.count_nonzero(sizes == 1) >= WORTH_TABLES and table_cells(instrument) <= TABLE_CELLS
        for here, people in pieces(instrument, voices):
            alone = (sizes[here] == 1) & tables
            if alone.all():
                _put(figures, here, self.single(people))
            elif not alone.any():
                _put(figures, here, self.several(people))
            else:
                for which, score in ((alone, self.single), (~alone, self.several)):
                    part = np.flatnonzero(which)
                    _put(figures, here.start + part, score(people.of(part)))
        return figures

    @cached_property
    def narrowed(self) -> tuple[Instrument, ...]:
        """The questionnaire, narrowed down to each question."""
        return narrowed(self.encoding.instrument)

    @cached_property
    def tables(self) -> Single:
        """What there is to look up of organisations of one respondent."""
        return Single(self.encoding.instrument)

    def single(self, voices: Voices) -> Figures:
        """Return the figures of organisations of one respondent each."""
        scores, complete = self.tables.scored(voices.codes, voices.group)
        made = None
        if self.plans:
            standing = self.tables.standing(voices.codes, voices.group)
            made = self._plans(scores, *standing)
        nowhere = np.full(voices.organisations, -1, dtype=np.int64)
        return _figures(
            scores,
            respondents=np.ones(voices.organisations, dtype=np.int64),
            completeness=complete / len(self.encoding.questions),
            gap_question=nowhere,
            gap=np.full(voices.organisations, np.nan),
            plans=made,
        )

    def several(self, voices: Voices) -> Figures:
        """Return the figures of organisations of any number of respondents."""
        instrument = self.encoding.instrument
        counting = Counting(instrument, voices)
        may_show = privacy(counting.people, self.min_group)
        scoring = Scoring(instrument, voices.organisations)
        largest = LargestGap(self.encoding, counting.groups, may_show.shown)
        complete = np.zeros(voices.organisations)
        standing: list[tuple[Floats, Booleans, Booleans]] = []
        for question, heard in enumerate(counting.heard(self.narrowed)):
            said, only = heard.opinion, self.narrowed[question]
            not_applicable = heard.counts[:, instrument.not_applicable].sum(axis=0)
            complete += said.values.sum(axis=0) + not_applicable
            scoring.add(question, only, said)
            largest.hear(question, only, said)
            if self.plans:
                nothing_else = said.voices.sum(axis=0) == 0
                standing.append((said.fulfilment, said.answered, (not_applicable > 0) & nothing_else))
        scores, respondents = scoring.finished(), counting.people.sum(axis=0)
        return _figures(
            replace(
                scores,
                dimension_index=np.where(may_show.combined_withheld, np.nan, scores.dimension_index),
            ),
            respondents=respondents,
            completeness=complete / (respondents * len(self.narrowed)),
            gap_question=largest.question,
            gap=largest.gap,
            plans=self._plans(scores, *map(np.array, zip(*standing, strict=True))) if self.plans else None,
        )

    def _plans(self, scores: Scores, fulfilment: Floats, answered: Booleans, inapplicable: Booleans) -> Plans:
        from alignment_maturity.planning.columns import Standings, plan

        gates = scores.gates.astype(np.int64)
        return plan(self.encoding, Standings(scores.level, fulfilment, answered, gates, inapplicable))


def _figures(
    scores: Scores,
    *,
    respondents: Integers,
    completeness: Floats,
    gap_question: Integers,
    gap: Floats,
    plans: Plans | None,
) -> Figures:
    return Figures(
        respondents=respondents,
        level=scores.level,
        index=scores.index,
        completeness=completeness,
        provisional=completeness < COMPLETE_ENOUGH - TOLERANCE,
        coverage=scores.coverage,
        dimension_index=scores.dimension_index,
        gates=scores.gates.astype(np.uint8, copy=False),
        gap_question=gap_question,
        gap=gap,
        plans=plans,
    )


def _blank(encoding: Encoding, organisations: int, *, plans: bool) -> Figures:
    """Return figures to be filled in."""
    instrument = encoding.instrument
    levels, dimensions = instrument.spoken.shape[1], len(instrument.dimension_weight)
    made = None
    if plans:
        from alignment_maturity.planning.columns import STEPS, Plans

        made = Plans(
            target=np.empty(organisations, dtype=np.int64),
            attains=np.empty(organisations, dtype=bool),
            effort=np.empty(organisations),
            actions=np.empty((STEPS, organisations), dtype=np.int64),
        )
    return Figures(
        respondents=np.empty(organisations, dtype=np.int64),
        level=np.empty(organisations, dtype=np.int64),
        index=np.empty(organisations),
        completeness=np.empty(organisations),
        provisional=np.empty(organisations, dtype=bool),
        coverage=np.empty((levels, organisations)),
        dimension_index=np.empty((dimensions, organisations)),
        gates=np.empty((len(instrument.gates), organisations), dtype=np.uint8),
        gap_question=np.empty(organisations, dtype=np.int64),
        gap=np.empty(organisations),
        plans=made,
    )


def _put(whole: Figures | Plans, organisations: slice | Integers, part: Figures | Plans) -> None:
    """Fill in the figures of some organisations."""
    for each in fields(whole):
        column, values = getattr(whole, each.name), getattr(part, each.name)
        if isinstance(column, np.ndarray):
            column[..., organisations] = values
        elif column is not None:
            _put(column, organisations, values)
