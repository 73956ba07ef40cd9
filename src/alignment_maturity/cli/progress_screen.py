"""What changed between waves on the screen: the verdict, then figures before and after, then the trend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from alignment_maturity.cli.placement_screen import WIDEST, Marks
from alignment_maturity.language import Lang, decimal, long_date, percent
from alignment_maturity.language.progress import word
from alignment_maturity.model.questionnaire import Action
from alignment_maturity.phrasing import progress as phrasing
from alignment_maturity.phrasing import wording
from alignment_maturity.progress import Change, DimensionChange, Progress, QuestionChange
from alignment_maturity.result import Assessment, GateStatus

WIDE, NARROW = 100, 64
"""From how many columns on bars are long, and below how many there is no room for them."""

_QUESTIONS_SHOWN = 5
_GROUPS_SHOWN = 2
_LEVEL_DIGITS = 1


def show(console: Console, progress: Progress, lang: Lang) -> None:
    """Print the whole comparison, no wider than `WIDEST` columns."""
    width = min(console.width, WIDEST)
    screen = _Screen(
        progress, lang, _Signs(console), bar=24 if width >= WIDE else 16 if width >= NARROW else 0
    )
    console.print(Group(*screen.sections()), width=width, soft_wrap=False)


class _Signs(Marks):
    """The signs of the placement, and those of what was gained and lost."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        plain = self.full == "#"
        self.gained, self.lost = ("+", "-") if plain else ("▓", "▒")
        self.up, self.down, self.arrow = ("^", "v", "->") if plain else ("▲", "▼", "→")


class _Screen:
    """One comparison in one language, for a terminal with these signs."""

    def __init__(self, progress: Progress, lang: Lang, signs: _Signs, *, bar: int) -> None:
        self.progress, self.lang, self.signs, self.bar = progress, lang, signs, bar

    def sections(self) -> Iterator[RenderableType]:
        yield from self._heading()
        yield from self._verdict()
        yield from self._coverage()
        yield from self._gates()
        yield from self._dimensions()
        yield from self._questions()
        yield from self._actions()
        yield from self._disagreements()
        yield from self._bullets("not-compared", phrasing.not_compared(self.progress, self.lang))
        yield from self._trend()

    def _word(self, key: str, **values: object) -> str:
        return word(key, self.lang, **values)

    def _title(self, key: str, **values: object) -> Text:
        return Text(f"\n{self._word(key, **values)}", style="bold")

    def _heading(self) -> Iterator[RenderableType]:
        progress = self.progress
        yield Text(progress.after.organisation, style="bold")
        table = _grid(2, stretched=1)
        for key, wave in (("before", progress.before), ("after", progress.after)):
            table.add_row(Text(self._word(key), style="dim"), Text(self._facts(wave), style="dim"))
        yield table

    def _facts(self, wave: Assessment) -> str:
        name = phrasing.wave_name(wave, self.lang)
        date = long_date(wave.date, self.lang) if wave.date and wave.wave else ""
        groups = wave.respondents.by_group.items()
        people = ", ".join(
            f"{wording.group_name(wave, group, self.lang)} {number}" for group, number in groups
        )
        total = f"{self._word('people')}: {wave.respondents.total}"
        return " · ".join(fact for fact in (name, date, f"{total} ({people})" if people else total) if fact)

    def _verdict(self) -> Iterator[RenderableType]:
        progress = self.progress
        change = progress.level or Change(None, None)
        style = "bold green" if change.rose else "bold red" if change.fell else "bold"
        yield Text(f"\n{phrasing.outcome(progress, self.lang)}", style=style)
        levels = dict.fromkeys(
            f"{wave.level} {wave.questionnaire.level_named(wave.level).name.in_(self.lang)}"
            for wave in (progress.before, progress.after)
        )
        yield Text(f" {self.signs.arrow} ".join(levels), style="dim")
        if progress.like_for_like:
            yield Text(phrasing.like_for_like(progress.like_for_like, self.lang))
        for caution in phrasing.cautions(progress, self.lang):
            yield Text(f"! {caution}", style="yellow")

    def _coverage(self) -> Iterator[RenderableType]:
        if not self.progress.coverage:
            return
        yield self._title("coverage")
        table = _grid(5, stretched=1, right=(2, 3, 4))
        after = self.progress.after
        for level, change in sorted(self.progress.coverage.items(), reverse=True):
            threshold = after.thresholds.get(level)
            asks = threshold is not None and self.bar  # where there is no room for bars, none for this either
            asked = self._word("threshold", share=percent(threshold, self.lang)) if asks else ""
            table.add_row(
                self._bar(change, 1.0),
                Text(f"{level} {after.questionnaire.level_named(level).name.in_(self.lang)}"),
                *self._figures(change, unit=100.0, sign="%"),
                Text(asked, style="dim"),
            )
        yield Padding(table, (0, 0, 0, 2))
        if self.bar:
            yield Text(f"  {self._legend()}", style="dim")

    def _legend(self) -> str:
        signs = self.signs
        kept = ((signs.full, "before"), (signs.gained, "gained"), (signs.lost, "lost"))
        return "   ".join(f"{sign} {self._word(key)}" for sign, key in kept)

    def _bar(self, change: Change, most: float) -> Text:
        """Draw what is as before, what came, what went; nothing where a side is missing."""
        bar, signs = Text(), self.signs
        if change.before is None or change.after is None:
            return bar.append(signs.empty * self.bar, style="dim")
        before, after = (round(figure / most * self.bar) for figure in (change.before, change.after))
        bar.append(signs.full * min(before, after), style="cyan")
        bar.append(signs.gained * (after - before), style="green")
        bar.append(signs.lost * (before - after), style="red")
        return bar.append(signs.empty * (self.bar - max(before, after)), style="dim")

    def _figures(
        self, change: Change, *, digits: int = 0, unit: float = 1.0, sign: str = ""
    ) -> tuple[Text, Text]:
        """Write both figures, and the difference in the colour of its direction."""
        before, after, difference = phrasing.figures(change, self.lang, digits=digits, unit=unit)
        both = f"{_with(before, sign)} {self.signs.arrow} {_with(after, sign)}"
        return Text(both), self._difference(change, difference)

    def _difference(self, change: Change, written: str) -> Text:
        if change.rose:
            return Text(f"{self.signs.up} {written}", style="green")
        if change.fell:
            return Text(f"{self.signs.down} {written}", style="red")
        return Text("=" if change.difference is not None else "", style="dim")

    def _gates(self) -> Iterator[RenderableType]:
        if not self.progress.gates:
            return
        yield self._title("gates")
        changes = self.progress.gates_changed
        if not changes:
            yield Text(f"  {self._word('gates-unchanged')}", style="dim")
            return
        table = _grid(2, stretched=1)
        for change in changes:
            holds = change.status_after is GateStatus.PASSES
            gone = change.after is None
            table.add_row(
                Text(self.signs.done if holds else "" if gone else self.signs.open),
                Text(phrasing.gate_change(self.progress, change, self.lang), style="green" if holds else ""),
            )
        yield Padding(table, (0, 0, 0, 2))

    def _dimensions(self) -> Iterator[RenderableType]:
        progress, groups = self.progress, self._groups()
        yield self._title("dimensions")
        table = _grid(4 + len(groups), stretched=1, right=(2, 3, *range(4, 4 + len(groups))))
        names = [Text(wording.group_name(progress.after, group, self.lang), style="dim") for group in groups]
        if names:
            table.add_row("", "", "", "", *names)
        overall = [progress.by_group.get(group) for group in groups]
        self._dimension(table, Text(self._word("index"), style="bold"), progress.index, overall)
        for dimension in progress.dimensions:
            by_group = [dimension.by_group.get(group) for group in groups]
            self._dimension(table, Text(self._name(dimension)), dimension.index, by_group)
        yield Padding(table, (0, 0, 0, 2))
        for sentence in phrasing.dimension_levels(progress, self.lang):
            yield Padding(Text(sentence), (0, 0, 0, 2))
        if not all(dimension.same_questions for dimension in progress.dimensions):
            yield Text(f"  {self._word('other-questions')}", style="dim")

    def _dimension(self, table: Table, name: Text, index: Change, by_group: Iterable[Change | None]) -> None:
        table.add_row(
            self._bar(index, 100.0),
            name,
            *self._figures(index),
            *(self._group_difference(change) for change in by_group),
        )

    def _group_difference(self, change: Change | None) -> Text:
        if change is None:
            return Text("–", style="dim")
        return self._difference(change, phrasing.difference(change, self.lang))

    def _groups(self) -> tuple[str, ...]:
        """Return the groups with columns of their own: the compared ones, else the first that are shown."""
        if not self.bar:
            return ()  # no room
        shown = {group for dimension in self.progress.dimensions for group in dimension.by_group}
        after = self.progress.after
        return tuple(group for group in after.compared or after.respondents.by_group if group in shown)[
            :_GROUPS_SHOWN
        ]

    def _name(self, dimension: DimensionChange) -> str:
        name = self.progress.after.questionnaire.dimension_by_id[dimension.id].name.in_(self.lang)
        return name if dimension.same_questions else f"{name} *"

    def _questions(self) -> Iterator[RenderableType]:
        progress = self.progress
        compared = any(question.level.difference is not None for question in progress.questions)
        if compared and not progress.risen and not progress.fallen:
            yield Text(f"\n{self._word('questions-unchanged')}", style="dim")
        for key, changes in (("risen", progress.risen), ("fallen", progress.fallen)):
            yield from self._moved(key, changes)

    def _moved(self, key: str, changes: Sequence[QuestionChange]) -> Iterator[RenderableType]:
        if not changes:
            return
        yield self._title(key, n=len(changes))
        table = _grid(4, stretched=1, right=(2, 3))
        height = self.progress.after.questionnaire.top - 1
        for change in sorted(changes, key=_written_difference)[:_QUESTIONS_SHOWN]:
            above_one = Change(*(None if level is None else level - 1 for level in _both(change.level)))
            table.add_row(
                self._bar(above_one, height),
                Text(wording.question_name(self.progress.after, change.id, self.lang)),
                *self._figures(change.level, digits=_LEVEL_DIGITS),
            )
        yield Padding(table, (0, 0, 0, 2))
        rest = len(changes) - _QUESTIONS_SHOWN
        if rest > 0:
            more = self._word("more-questions-one" if rest == 1 else "more-questions", n=rest)
            yield Text(f"  {more}", style="dim")

    def _actions(self) -> Iterator[RenderableType]:
        actions, signs = self.progress.actions, self.signs
        yield self._title("actions")
        kept = phrasing.plan_kept(self.progress, self.lang)
        if kept:
            yield Text(f"  {kept}")
        rows: list[tuple[str, Action, str, str]] = [
            *(
                (signs.done, done.action, "green", "done" if done.planned else "unplanned")
                for done in actions.done
            ),
            *((signs.down, action, "red", "undone") for action in actions.undone),
            *((signs.open, action, "", "still-open") for action in actions.still_open),
        ]
        if not rows:
            if not actions.not_compared:
                yield Text(f"  {self._word('actions-unchanged')}", style="dim")
            return
        table = _grid(3, stretched=1, right=(2,))
        for sign, action, style, key in rows:
            title = Text(action.title.in_(self.lang))
            table.add_row(Text(sign, style=style), title, Text(self._word(key), style="dim"))
        yield Padding(table, (0, 0, 0, 2))

    def _disagreements(self) -> Iterator[RenderableType]:
        for key, found in (("arisen", self.progress.arisen), ("resolved", self.progress.resolved)):
            told = [phrasing.disagreement(self.progress, each, self.lang) for each in found]
            yield from self._bullets(key, told)

    def _bullets(self, key: str, sentences: Sequence[str]) -> Iterator[RenderableType]:
        if not sentences:
            return
        yield self._title(key)
        table = _grid(2, stretched=1)
        for sentence in sentences:
            table.add_row(self.signs.bullet, Text(sentence))
        yield Padding(table, (0, 0, 0, 2))

    def _trend(self) -> Iterator[RenderableType]:
        """Show all waves, where there are more than the two compared."""
        trend = self.progress.trend
        if len(trend) < 3:
            return
        yield self._title("trend")
        alike = any(point.like_for_like is not None for point in trend)
        table = Table.grid(padding=(0, 2))
        table.add_column(ratio=1)
        for _ in range(3 + alike):
            table.add_column(justify="right")
        heads = ["wave", "people", "level", "index", *(["like-for-like"] if alike else [])]
        table.add_row(*(Text(self._word(head), style="dim") for head in heads))
        for point, wave in zip(trend, self.progress.waves, strict=True):
            mark = "" if point.same_questionnaire else " *"
            table.add_row(
                Text(phrasing.wave_name(wave, self.lang) + mark),
                str(point.respondents),
                f"{point.level}/{point.top}",
                decimal(point.index, 0, self.lang),
                *([decimal(point.like_for_like, 0, self.lang)] if alike else []),
            )
        yield Padding(table, (0, 0, 0, 2))
        if not all(point.same_questionnaire for point in trend):
            yield Text(f"  {self._word('other-questionnaire')}", style="dim")


def _grid(columns: int, *, stretched: int | None = None, right: Sequence[int] = ()) -> Table:
    table = Table.grid(padding=(0, 1), expand=stretched is not None)
    for column in range(columns):
        justify: Literal["left", "right"] = "right" if column in right else "left"
        stretches = column == stretched
        table.add_column(justify=justify, ratio=1 if stretches else None, no_wrap=not stretches)
    return table


def _with(figure: str, sign: str) -> str:
    return figure if figure == "–" else f"{figure}{sign}"


def _written_difference(change: QuestionChange) -> float:
    """Order by the difference as it is written: what was rounded must not seem out of order."""
    before, after = (round(level or 0.0, _LEVEL_DIGITS) for level in _both(change.level))
    return -round(abs(after - before), _LEVEL_DIGITS)


def _both(change: Change) -> tuple[float | None, float | None]:
    return change.before, change.after
