"""How far a run of `batch` has come, how fast it is, and how long it will take: on stderr."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, NamedTuple

from alignment_maturity.cli.shell import Shell
from alignment_maturity.language import Lang, decimal, percent
from alignment_maturity.language.screen import word
from alignment_maturity.phrasing.wording import whole

if TYPE_CHECKING:
    from rich.progress import Progress

Unit = Literal["files", "rows", "bytes", "respondents", "reports"]
EVERY = 10.0
"""Seconds between two lines where there is no terminal."""
SLOWEST = 0.05
"""A second: less would be written as none."""
USUAL: dict[str, Unit] = {"score": "respondents", "report": "reports"}
"""What a stage is counted in where nothing is said; files and bytes that are read do not add up."""


class Pace(NamedTuple):
    """How much of a stage is done, and how many seconds that took."""

    done: float
    total: float
    seconds: float
    unit: Unit | None

    def told(self, lang: Lang) -> str:
        """Say it, with the rate and the time left as soon as there is something to go by."""
        parts = [self._share(lang)]
        if self.done > 0 and self.seconds > 0:
            rate = self.done / self.seconds
            if self.unit and rate >= SLOWEST:
                parts.append(word("progress-rate", lang, rate=_amount(rate, self.unit, lang)))
            if self.done < self.total:
                left = _duration((self.total - self.done) / rate)
                parts.append(word("progress-left", lang, time=left))
        return " · ".join(parts)

    def _share(self, lang: Lang) -> str:
        if self.unit is None:
            share = self.done / self.total if self.total else 1.0
            return percent(math.floor(100 * share) / 100, lang)
        done, total = (_amount(figure, self.unit, lang) for figure in (self.done, self.total))
        return word(f"progress-{self.unit}", lang, done=done, total=total)


class Watch:
    """Shows the stages of a run: on a terminal as bars, else, where `--verbose` asks for them, as lines."""

    def __init__(self, shell: Shell, bars: Progress | None, clock: Callable[[], float]) -> None:
        self._lang = shell.lang
        self._bars = bars
        self._lines = shell.verbose and not shell.quiet and bars is None
        self._clock = clock

    @contextmanager
    def stage(self, name: str, total: float, unit: Unit | None = None) -> Iterator[Callable[[float], None]]:
        """Show a stage of so much work; what is returned is to be told of each piece that is done.

        Args:
            name: `read`, `score` or `report`.
            total: the weights of all that is to be done.
            unit: what they are counted in; by default that of `USUAL`, else shares are shown.
        """
        unit = unit or USUAL.get(name)
        title = word(f"progress-{name}", self._lang)
        bar = None if self._bars is None else self._bars.add_task(title, total=total, unit=unit)
        done, begun = 0.0, self._clock()
        told = begun

        def advance(weight: float) -> None:
            nonlocal done, told
            done += weight
            if self._bars is not None and bar is not None:
                self._bars.update(bar, completed=done)
            now = self._clock()
            if self._lines and now - told >= EVERY:
                told = now
                sys.stderr.write(f"{title}: {Pace(done, total, now - begun, unit).told(self._lang)}\n")

        try:
            yield advance
        finally:
            if self._bars is not None and bar is not None:
                self._bars.remove_task(bar)


@contextmanager
def progress(shell: Shell, clock: Callable[[], float] = time.monotonic) -> Iterator[Watch]:
    """Show how far a run has come while it lasts; nothing of it stays on the terminal."""
    console = None if shell.quiet else shell.messages()
    if console is None or not console.is_interactive:
        yield Watch(shell, None, clock)
        return
    from alignment_maturity.cli.batch_bars import bars

    with bars(console, clock, shell.lang) as shown:
        yield Watch(shell, shown, clock)


def _amount(figure: float, unit: Unit, lang: Lang) -> str:
    if unit == "bytes":
        power = next((power for power in (9, 6) if figure >= 10**power), 3)
        return f"{decimal(figure / 10**power, 1, lang)} { {3: 'kB', 6: 'MB', 9: 'GB'}[power] }"
    return decimal(figure, 1, lang) if figure < 10 and figure != round(figure) else whole(round(figure), lang)


def _duration(seconds: float) -> str:
    """Write a time in seconds, minutes or hours, whichever tells enough."""
    whole_seconds = math.ceil(seconds)
    if whole_seconds < 60:
        return f"{whole_seconds} s"
    minutes = math.ceil(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
