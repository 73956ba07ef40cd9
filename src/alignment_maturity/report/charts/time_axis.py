"""An axis of time from days to centuries, with the dates that count in a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignment_maturity.language import dates
from alignment_maturity.report.charts.frame import SMALL
from alignment_maturity.report.drawing import width_of
from alignment_maturity.result import HORIZONS

if TYPE_CHECKING:
    from alignment_maturity.language import Lang
    from alignment_maturity.report.voice import Voice

_SHORTEST = 30
_STRETCH = 1.35
"""By how much an axis may be longer than its plan so that it ends with a horizon."""

_MONTHS_FROM = 75
_TICK_ROOM = 46.0
_LABEL_ROOM = 2.0
"""How far apart two labels stand at least; their widths are estimated a little above what they are."""

_OVERHANG = 4.0
"""How far a label may stand out to the right of the axis."""

_MONTHS_A_STEP = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)


@dataclass(frozen=True, slots=True)
class Marker:
    """A date that counts: where its line stands, and its label."""

    place: float
    dashed: bool
    lines: tuple[str, ...]
    label_at: float
    anchor: str


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The days from `start` to at least `end`, drawn between `left` and `right`."""

    start: dt.date
    end: dt.date
    left: float
    right: float

    @property
    def days(self) -> int:
        """How many days the axis shows: those of the plan, or up to the next horizon where it is near."""
        length = max(_SHORTEST, (self.end - self.start).days + 1)
        return next((days for days in HORIZONS if length <= days <= _STRETCH * length), length)

    def at(self, days: float) -> float:
        """Return where the morning of a day lies, in days from the start."""
        return self.left + days / self.days * (self.right - self.left)

    def extent(self, start: dt.date, end: dt.date) -> tuple[float, float]:
        """Return where a span of whole days begins and how wide it is, wide enough to be seen."""
        left = self.at((start - self.start).days)
        width = max(self.at((end - self.start).days + 1) - left, 3.0)
        return min(left, self.right - width), width

    def ticks(self, lang: Lang) -> list[tuple[float, str]]:
        """Return the marks of the calendar: Mondays, months or years, as there is room."""
        found = list(self._weeks(lang)) or list(self._months(lang))
        return [(place, label) for place, label in found if place + 3 + width_of(label, SMALL) <= self.right]

    def markers(self, voice: Voice) -> list[Marker]:
        """Return the start, the horizons and the end, those left out whose labels would touch another.

        The start comes first, then the longer and the shorter horizons, then the end.
        """
        half = len(HORIZONS) // 2
        length = (self.end - self.start).days + 1
        wanted = [(0, voice.say("marker-start"), dates.short(self.start, voice.lang))]
        for days in (*HORIZONS[half:], *HORIZONS[:half]):
            if days <= self.days:
                day = dates.day_and_month(later(self.start, days), voice.lang)
                wanted.append((days, voice.say("marker-days", n=days), day))
        wanted.append((length, voice.say("marker-end"), dates.short(self.end, voice.lang)))
        taken: list[tuple[float, float]] = []
        markers = []
        for days, *lines in wanted:
            place = self.at(days)
            width = max(width_of(lines[0], SMALL, bold=True), width_of(lines[1], SMALL))
            at_edge = place + width / 2 > self.right + _OVERHANG
            at, anchor = (place, "middle")
            if days == 0 or at_edge:
                at, anchor = min(place, self.right) + _OVERHANG, "end"
            left = at - {"end": 1.0, "middle": 0.5}[anchor] * width
            if all(left > end + _LABEL_ROOM or left + width < start - _LABEL_ROOM for start, end in taken):
                taken.append((left, left + width))
                markers.append(Marker(place, days not in {0, length}, tuple(lines), at, anchor))
        return sorted(markers, key=lambda marker: marker.place)

    def _weeks(self, lang: Lang) -> Iterator[tuple[float, str]]:
        """Go through the Mondays, or every other one; nothing where months say it better."""
        for days in (7, 14):
            if self.days < _MONTHS_FROM and self.at(days) - self.left >= _TICK_ROOM:
                first = -self.start.weekday() % 7
                for day in range(first, self.days, days):
                    yield self.at(day), dates.day_and_month(later(self.start, day), lang)
                return

    def _months(self, lang: Lang) -> Iterator[tuple[float, str]]:
        """Go through the first days of months, years or centuries."""
        step = next(
            (
                months
                for months in _MONTHS_A_STEP
                if 30 * months / self.days * (self.right - self.left) >= _TICK_ROOM
            ),
            _MONTHS_A_STEP[-1],
        )
        count = 12 * self.start.year + self.start.month - 1
        first = True
        for months in range(count - count % step, 12 * dt.MAXYEAR + 12, step):
            if months < 12:
                continue
            day = dt.date(months // 12, months % 12 + 1, 1)
            passed = (day - self.start).days
            if passed >= self.days:
                return
            if passed >= 0:
                label = str(day.year) if step >= 12 else dates.month(day, lang)
                with_year = step < 12 and (first or day.month == 1)
                yield self.at(passed), f"{label} {day.year}" if with_year else label
                first = False


def later(day: dt.date, days: int) -> dt.date:
    """Return the day some days after another, or the last day there is."""
    return dt.date.fromordinal(min(day.toordinal() + days, dt.date.max.toordinal()))
