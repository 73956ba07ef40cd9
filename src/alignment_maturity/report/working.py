"""The arithmetic of one placement, written so that it can be redone by hand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.language import decimal
from alignment_maturity.phrasing import verdict, wording
from alignment_maturity.report.elements.appendix import Working
from alignment_maturity.report.elements.common import Cell, Row
from alignment_maturity.report.elements.placement import GateLabel
from alignment_maturity.result import GateStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignment_maturity.report.voice import Voice
    from alignment_maturity.result import Gate

FINEST = 6
"""Decimals after which a figure is printed as it is, whatever its sum."""

DIGITS = tuple((terms, mean) for terms in range(1, FINEST + 1) for mean in (terms - 1, terms) if mean)
"""Decimals of the dimensions' figures and of their mean, the shortest first."""

WITHHELD = {"%": 0, "": 1}
"""Decimals of a mean, by its unit, where small groups could be worked out from more of them; there are no
figures of dimensions then. The result that the report carries has no more (`report.record`)."""


@dataclass(frozen=True, slots=True)
class _Mean:
    """A weighted mean and the limits it is held against, in points from 0 to 100.

    Attributes:
        terms: (figure, weight) of each dimension; a figure is None where there is none.
        value: the mean as it was computed; None where there is none.
    """

    terms: tuple[tuple[float | None, Decimal], ...]
    value: float | None
    limits: tuple[float, ...]

    def comes_out(self, digits: tuple[int, int]) -> bool:
        """Tell whether the printed figures give the printed mean, on the right side of the limits."""
        if self.value is None:
            return True
        of_terms, of_mean = digits
        printed = _written(self.value, of_mean)
        total, weight = self.sums(of_terms)
        smallest = Decimal(1).scaleb(-of_mean)
        right = not weight or (total / weight).quantize(smallest, ROUND_HALF_UP) == printed
        return right and self.crossed(of_mean) is None

    def reaches(self, limit: float) -> bool:
        """Tell whether the mean, as it was computed, reaches a limit."""
        return self.value is not None and self.value >= limit - 100 * TOLERANCE

    def crossed(self, digits: int) -> float | None:
        """Return the limit that the printed mean is on the wrong side of; None where there is none."""
        if self.value is None:
            return None
        printed = _written(self.value, digits)
        return next(
            (limit for limit in self.limits if (printed >= _exact(limit)) != self.reaches(limit)), None
        )

    def sums(self, digits: int) -> tuple[Decimal, Decimal]:
        """Add up the printed figures by their weights, and the weights."""
        terms = [(_written(figure, digits), weight) for figure, weight in self.terms if figure is not None]
        total = sum((figure * weight for figure, weight in terms), Decimal())
        return total, sum((weight for _, weight in terms), Decimal())


@dataclass(frozen=True, slots=True)
class _Column:
    head: str
    mean: _Mean
    gates: tuple[Gate, ...]
    verdict: str


def working(voice: Voice) -> Working:
    """Write out how the level attained and the next one came out: the dimensions, their mean, the limits."""
    return _banded(voice) if voice.result.cutoffs else _staged(voice)


def _staged(voice: Voice) -> Working:
    result = voice.result
    levels = [level for level in (result.level, result.level + 1) if level in result.thresholds]
    columns = [_level(voice, level) for level in levels]
    thresholds = tuple(_limit(voice, column.mean.limits[0], "%") for column in columns)
    threshold = Row(voice.say("working-threshold"), "", thresholds)
    return _table(voice, columns, voice.say("working-coverage"), (threshold,), "%")


def _level(voice: Voice, level: int) -> _Column:
    result = voice.result
    figures = [
        dimension.coverage.get(level) if dimension.coverage else None for dimension in result.dimensions
    ]
    mean = _mean(voice, figures, result.coverage.get(level), (100 * result.thresholds[level],), scale=100)
    gates = tuple(gate for gate in result.gates if gate.level == level)
    statuses = [gate.status for gate in gates]
    head = voice.say("working-level", level=level)
    return _Column(head, mean, gates, _staged_verdict(voice, level, mean, statuses))


def _staged_verdict(voice: Voice, level: int, mean: _Mean, gates: Sequence[GateStatus]) -> str:
    if mean.value is None:
        measure = voice.say("working-nothing")
    else:
        measure = voice.say("working-reached" if mean.reaches(mean.limits[0]) else "working-short")
    passed = sum(gate is GateStatus.PASSES for gate in gates)
    through = voice.say("working-gates" if gates else "working-no-gates", passed=passed, total=len(gates))
    key = "working-attained" if level <= voice.result.level else "working-not-attained"
    return " ".join((measure, through, voice.say(key, level=level)))


def _banded(voice: Voice) -> Working:
    result = voice.result
    levels = [level for level in (result.level, result.level + 1) if level in result.cutoffs]
    cutoffs = tuple(result.cutoffs[level] for level in levels)
    indices = [dimension.index for dimension in result.dimensions]
    mean = _mean(voice, indices, result.index, cutoffs, scale=1)
    limits = tuple(
        Row(voice.say("working-cutoff", level=level), "", (_limit(voice, cutoff),))
        for level, cutoff in zip(levels, cutoffs, strict=True)
    )
    key = "working-nothing-bands" if mean.value is None else "working-band"
    index = voice.say("working-index")
    column = _Column(index, mean, (), voice.say(key, level=result.level))
    return _table(voice, [column], index, limits, "")


def _mean(
    voice: Voice,
    figures: Sequence[float | None],
    value: float | None,
    limits: tuple[float, ...],
    *,
    scale: int,
) -> _Mean:
    weights = [
        _exact(voice.questionnaire.dimension_by_id[found.id].weight) for found in voice.result.dimensions
    ]
    terms = tuple(
        (None if figure is None else scale * figure, weight)
        for figure, weight in zip(figures, weights, strict=True)
    )
    return _Mean(terms, None if value is None else scale * value, limits)


def _table(
    voice: Voice, columns: Sequence[_Column], total: str, limits: tuple[Row, ...], unit: str
) -> Working:
    means = [column.mean for column in columns]
    figures = [figure for mean in means for figure, _ in mean.terms]
    shown = any(figure is not None for figure in figures)
    weighted = shown and len({weight for _, weight in means[0].terms}) > 1
    of_terms, of_mean = _digits(voice, means, unit)
    rows = tuple(
        Row(
            voice.dimension(dimension.id),
            _plain(voice, means[0].terms[at][1]) if weighted else "",
            tuple(Cell(_number(voice, mean.terms[at][0], of_terms, unit)) for mean in means),
        )
        for at, dimension in enumerate(voice.result.dimensions)
    )
    addition = Row(
        voice.say("working-sum-weighted" if weighted else "working-sum"),
        "",
        tuple(Cell(_division(voice, mean, of_terms, unit)) for mean in means),
    )
    mean_row = Row(
        total, "", tuple(Cell(_mean_figure(voice, mean, of_mean, unit), "strong") for mean in means)
    )
    notes = ["working-withheld"] if voice.result.combined_withheld else []
    if shown and None in figures:
        notes.append("working-dash")
    gated = any(column.gates for column in columns)
    return Working(
        caption=voice.say("working"),
        head=voice.say("working-dimension" if shown else "working-figure"),
        weight=voice.say("working-weight") if weighted else "",
        columns=tuple(column.head for column in columns),
        rows=rows if shown else (),
        totals=(addition, mean_row, *limits) if shown else (mean_row, *limits),
        gates_head=voice.say("gates-column") if gated else "",
        gates=tuple(_labels(voice, column.gates) for column in columns) if gated else (),
        verdict_head=voice.say("working-verdict"),
        verdicts=tuple(column.verdict for column in columns),
        notes=tuple(voice.say(note) for note in notes),
    )


def _digits(voice: Voice, means: Sequence[_Mean], unit: str) -> tuple[int, int]:
    if voice.result.combined_withheld:
        return 1, WITHHELD[unit]
    return next((digits for digits in DIGITS if all(mean.comes_out(digits) for mean in means)), DIGITS[-1])


def _mean_figure(voice: Voice, mean: _Mean, digits: int, unit: str) -> str:
    """Write a mean; where so few digits put it on the wrong side of a limit, say on which side it is."""
    crossed = mean.crossed(digits) if voice.result.combined_withheld else None
    if crossed is None or mean.value is None:
        return _number(voice, mean.value, digits, unit)
    side = "≥" if mean.reaches(crossed) else "<"
    return f"{side}\N{NO-BREAK SPACE}{_plain(voice, _exact(crossed))}{unit}"


def _labels(voice: Voice, gates: Sequence[Gate]) -> tuple[GateLabel, ...]:
    return tuple(
        GateLabel(
            wording.question_name(voice.result, gate.question, voice.lang),
            verdict.gate_status(gate.status, voice.lang),
            gate.status.value,
        )
        for gate in gates
    )


def _division(voice: Voice, mean: _Mean, digits: int, unit: str) -> str:
    total, weight = mean.sums(digits)
    return f"{_plain(voice, total)}{unit} ÷ {_plain(voice, weight)}" if weight else "–"


def _number(voice: Voice, figure: float | None, digits: int, unit: str) -> str:
    return "–" if figure is None else f"{decimal(figure, digits, voice.lang)}{unit}"


def _limit(voice: Voice, limit: float, unit: str = "") -> Cell:
    return Cell(f"{_plain(voice, _exact(limit))}{unit}")


def _written(figure: float, digits: int) -> Decimal:
    """Return a figure as it is printed."""
    return Decimal(f"{figure:.{digits}f}")


def _exact(number: float) -> Decimal:
    """Return the number somebody wrote in the questionnaire, without what binary fractions add to it."""
    return Decimal(f"{number:.12g}")


def _plain(voice: Voice, number: Decimal) -> str:
    """Write a number with no more decimals than it has."""
    digits = f"{number:f}".partition(".")[2].rstrip("0")
    return decimal(float(number), len(digits), voice.lang)
