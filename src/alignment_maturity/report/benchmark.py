"""Where the organisation stands among others: above, within or below the middle half of a set."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from alignment_maturity.model.benchmark import FEWEST, Benchmark, Quartiles
from alignment_maturity.phrasing import wording
from alignment_maturity.report import charts
from alignment_maturity.report.elements import benchmark as elements
from alignment_maturity.report.elements.common import Cell, Fact, Heading, Row, RowGroup
from alignment_maturity.report.voice import capitalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alignment_maturity.model.benchmark import Band
    from alignment_maturity.report.voice import Voice

NOTHING = "–"


class Place(StrEnum):
    """Where a figure lies among the quartiles of the set."""

    TOP = "top"
    UPPER = "upper"
    MIDDLE = "middle"
    LOWER = "lower"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure of the organisation beside the quartiles of the set, all rounded as they are shown.

    Attributes:
        own: None where the organisation has none, or it is withheld.
        quartiles: None where too few organisations have one.
    """

    name: str
    own: int | None
    quartiles: Quartiles | None
    unit: str = ""

    @property
    def place(self) -> Place | None:
        """Where the own figure lies; None where either side is missing."""
        if self.own is None or self.quartiles is None:
            return None
        if self.own > self.quartiles.upper:
            return Place.TOP
        if self.own < self.quartiles.lower:
            return Place.BOTTOM
        if self.own == self.quartiles.median:
            return Place.MIDDLE
        return Place.UPPER if self.own > self.quartiles.median else Place.LOWER


def benchmark(voice: Voice, found: Benchmark) -> elements.Benchmark:
    """Build the page on where the organisation stands among others."""
    overall = Standing(voice.say("benchmark-index"), _rounded(voice.result.index), found.index)
    dimensions = tuple(
        Standing(voice.dimension(each.id), _rounded(each.index), found.dimensions.get(each.id))
        for each in voice.result.dimensions
    )
    coverage = _coverage(voice, found)
    levels = found.distribution(voice.questionnaire.top)
    return elements.Benchmark(
        heading=Heading("benchmark", voice.say("label-benchmark"), _message(voice, overall, found)),
        lead=voice.say("benchmark-lead", n=_number(voice, found.organisations)),
        cautions=(voice.say("benchmark-provisional-itself"),) if voice.result.provisional else (),
        figures=tuple(_figures(voice, overall, found)),
        findings=tuple(_findings(voice, dimensions, levels, found)),
        drawing=charts.quartiles(voice, (overall, *dimensions)),
        caption=voice.say("benchmark-caption"),
        columns=tuple(voice.say(f"benchmark-{key}") for key in _COLUMNS),
        groups=tuple(
            RowGroup(voice.say(f"benchmark-{key}"), tuple(_row(voice, each) for each in those))
            for key, those in (("indices", (overall, *dimensions)), ("coverages", coverage))
            if those
        ),
        levels_title=voice.say("benchmark-levels") if levels else "",
        levels=charts.shares(voice, levels, found.organisations) if levels else None,
        notes_title=voice.say("benchmark-notes"),
        notes=tuple(_notes(voice, found, levels)),
    )


_COLUMNS = ("figure", "own", "lower", "median", "upper", "place")


def _coverage(voice: Voice, found: Benchmark) -> tuple[Standing, ...]:
    """Return the coverage of each level, where it has a say."""
    if voice.result.cutoffs:
        return ()
    return tuple(
        Standing(f"{level} {voice.level_name(level)}", _percent(share), found.coverage.get(level), unit="%")
        for level, share in voice.result.coverage.items()
    )


def _message(voice: Voice, overall: Standing, found: Benchmark) -> str:
    place = overall.place.value if overall.place else "none"
    return voice.say(f"benchmark-index-{place}", index=overall.own, n=_number(voice, found.organisations))


def _figures(voice: Voice, overall: Standing, found: Benchmark) -> Iterator[Fact]:
    yield Fact(voice.say("fact-index"), NOTHING if overall.own is None else str(overall.own))
    if found.index:
        yield Fact(voice.say("benchmark-fact-median"), str(found.index.median))
        values = {"before": found.index.lower, "after": found.index.upper}
        yield Fact(voice.say("benchmark-fact-half"), voice.say("benchmark-range", **values))
    yield Fact(voice.say("benchmark-fact-set"), _number(voice, found.organisations))


def _findings(
    voice: Voice, dimensions: Sequence[Standing], levels: Sequence[Band], found: Benchmark
) -> Iterator[str]:
    """Say in which dimensions the organisation stands out, and where its level lies."""
    known = [each for each in dimensions if each.place]
    outside = False
    for place in (Place.TOP, Place.BOTTOM):
        names = [wording.quoted(each.name, voice.lang) for each in known if each.place is place]
        if names:
            outside = True
            yield voice.say(f"benchmark-{place.value}-in", names=voice.listing(names))
    if known and not outside:
        yield voice.say("benchmark-within")
    if levels:
        yield _level(voice, levels, found)


def _level(voice: Voice, levels: Sequence[Band], found: Benchmark) -> str:
    level = voice.result.level
    own = next(band for band in levels if band.first <= level <= band.last)
    shares = {
        "below": sum(band.organisations for band in levels if band.last < own.first),
        "same": own.organisations,
        "above": sum(band.organisations for band in levels if band.first > own.last),
    }
    written = {key: voice.percent(n / found.organisations) for key, n in shares.items()}
    key = "benchmark-level" if own.first == own.last else "benchmark-level-band"
    return voice.say(key, level=level, first=own.first, last=own.last, **written)


def _row(voice: Voice, standing: Standing) -> Row:
    found = standing.quartiles
    figures = (found.lower, found.median, found.upper) if found else (None,) * 3
    key = "place-few" if found is None else f"place-{standing.place.value}" if standing.place else ""
    return Row(
        standing.name,
        "",
        (
            Cell(_written(standing.own, standing.unit), "strong"),
            *(Cell(_written(figure, standing.unit)) for figure in figures),
            Cell(voice.say(f"benchmark-{key}") if key else NOTHING, "words"),
        ),
    )


def _notes(voice: Voice, found: Benchmark, levels: Sequence[Band]) -> Iterator[str]:
    """Say who is in the set, who is not, and how the figures came about."""
    yield voice.say("benchmark-note-set")
    yield voice.say("benchmark-note-itself" if found.itself else "benchmark-note-not-itself")
    for key, number in (
        ("provisional", found.provisional),
        ("scale", found.other_scale),
        ("version", found.other_version),
    ):
        if number:
            yield capitalised(voice.count(f"benchmark-note-{key}", number))
    yield voice.say("benchmark-note-quartiles", fewest=FEWEST)
    if not levels:
        yield voice.say("benchmark-note-no-levels")
    elif any(band.first < band.last for band in levels):
        yield voice.say("benchmark-note-bands")
    yield voice.say("benchmark-note-meaning")


def _number(voice: Voice, n: int) -> str:
    return wording.whole(n, voice.lang)


def _written(figure: int | None, unit: str) -> str:
    return NOTHING if figure is None else f"{figure}{unit}"


def _rounded(index: float | None) -> int | None:
    return None if index is None else round(round(index, 9))


def _percent(share: float | None) -> int | None:
    return None if share is None else _rounded(100 * share)
