"""The bars on a terminal while `batch` runs; apart, because Rich takes its time to load."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn
from rich.text import Text

from alignment_maturity.cli.batch_progress import Pace

if TYPE_CHECKING:
    from rich.console import Console

    from alignment_maturity.language import Lang


def bars(console: Console, clock: Callable[[], float], lang: Lang) -> Progress:
    """Return the bars; nothing of them stays on the terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=20), _Figures(lang))
    return Progress(*columns, console=console, transient=True, get_time=clock)


class _Figures(ProgressColumn):
    """The figures beside a bar."""

    def __init__(self, lang: Lang) -> None:
        super().__init__()
        self._lang = lang

    def render(self, task: Task) -> Text:
        """Write the figures of a stage, cut where the terminal ends."""
        pace = Pace(task.completed, task.total or 0, task.elapsed or 0, task.fields["unit"])
        return Text(pace.told(self._lang), no_wrap=True, overflow="ellipsis")
