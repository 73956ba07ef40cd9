"""The placement on the screen: the ladder, why not higher, how sure, the two functions, the next steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from alignment_maturity.language import Lang, decimal, long_date
from alignment_maturity.language.screen import word
from alignment_maturity.phrasing import verdict, wording
from alignment_maturity.phrasing.ladder import rungs
from alignment_maturity.phrasing.plan import outcome, reason, smallest_change
from alignment_maturity.result import Assessment

WIDEST = 110
_BAR = 20
_STEPS_SHOWN = 3


def show(console: Console, result: Assessment, lang: Lang) -> None:
    """Print the whole placement, no wider than `WIDEST` columns."""
    marks = Marks(console)
    console.print(Group(*_sections(result, lang, marks)), width=min(console.width, WIDEST), soft_wrap=False)


class Marks:
    """The signs of bars and ladders, in ASCII where the terminal's encoding lacks them."""

    def __init__(self, console: Console) -> None:
        plain = "utf" not in (console.encoding or "").lower()
        self.full, self.empty = ("#", ".") if plain else ("█", "░")
        self.here, self.bullet = ("<==", "-") if plain else ("◀", "•")
        self.done, self.open = ("[x]", "[ ]") if plain else ("●", "○")


def _sections(result: Assessment, lang: Lang, marks: Marks) -> Iterator[RenderableType]:
    yield _heading(result, lang)
    yield _ladder(result, lang, marks)
    shortest = smallest_change(result, lang)
    why_not = (*verdict.why_not_higher(result, lang), *((shortest,) if shortest else ()))
    yield from _paragraphs(word("why-not-higher", lang), why_not, marks)
    yield from _paragraphs(word("how-sure", lang), _certainty(result, lang), marks)
    yield from _profile(result, lang, marks)
    yield from _next_steps(result, lang)


def _heading(result: Assessment, lang: Lang) -> RenderableType:
    groups = ", ".join(
        f"{wording.group_name(result, group, lang)} {number}"
        for group, number in result.respondents.by_group.items()
    )
    facts = [result.questionnaire.title.in_(lang), result.wave or ""]
    facts.append(long_date(result.date, lang) if result.date else "")
    facts.append(
        f"{word('respondents', lang)}: {result.respondents.total}" + (f" ({groups})" if groups else "")
    )
    return Group(
        Text(result.organisation, style="bold"),
        Text(" · ".join(fact for fact in facts if fact), style="dim"),
    )


def _ladder(result: Assessment, lang: Lang, marks: Marks) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    asked = "from" if result.cutoffs else "coverage-asked"
    table.add_row("", "", Text(word(asked, lang), style="dim"), "")
    for rung in rungs(result, lang):
        style = "bold green" if rung.here else ("green" if rung.attained else "")
        table.add_row(
            Text(f"{marks.done if rung.attained else marks.open} {rung.level}", style=style),
            Text(rung.name, style=style),
            Text(rung.asked, style="" if rung.here else "dim"),
            Text(f"{marks.here} {word('you-are-here', lang)}" if rung.here else "", style="bold green"),
        )
    index = decimal(result.index, 1, lang)
    level_told = Text.assemble(
        (verdict.placement(result, lang), "bold"), f"   {word('index', lang)} {index}/100"
    )
    return Padding(Group(Padding(table, (0, 0, 1, 2)), level_told), (1, 0, 0, 0))


def _paragraphs(title: str, sentences: Sequence[str], marks: Marks) -> Iterator[RenderableType]:
    if not sentences:
        return
    yield Text(f"\n{title}", style="bold")
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for sentence in sentences:
        table.add_row(f"  {marks.bullet}", Text(sentence))
    yield table


def _certainty(result: Assessment, lang: Lang) -> tuple[str, ...]:
    notes = (verdict.provisional(result, lang), verdict.suppression(result, lang))
    return (*verdict.confidence(result, lang), *(note for note in notes if note))


def _profile(result: Assessment, lang: Lang, marks: Marks) -> Iterator[RenderableType]:
    groups = result.compared or tuple(result.dimensions[0].by_group)[:2]
    yield Text(f"\n{word('profile', lang)}", style="bold")
    table = Table.grid(padding=(0, 1))
    table.add_column(ratio=1)
    for _ in range(3):
        table.add_column(no_wrap=True)
    for dimension in result.dimensions:
        name = result.questionnaire.dimension_by_id[dimension.id].name.in_(lang)
        for row, group in enumerate(groups or (None,)):
            index = dimension.index if group is None else dimension.by_group.get(group)
            table.add_row(
                Text("" if row else f"  {name}"),
                Text(wording.group_name(result, group, lang) if group else ""),
                _bar(index, marks, row),
                Text(f"{decimal(index, 0, lang):>3}"),
            )
    yield table
    absence = verdict.no_comparison(result, lang)
    if absence:
        yield Text(f"  {absence}", style="dim")


def _bar(index: float | None, marks: Marks, row: int) -> Text:
    filled = round((index or 0.0) / 100 * _BAR)
    bar = Text(marks.full * filled, style=("cyan", "yellow")[row % 2])
    return bar.append(marks.empty * (_BAR - filled), style="dim")


def _next_steps(result: Assessment, lang: Lang) -> Iterator[RenderableType]:
    transition = result.questionnaire.transition_from(result.level)
    if transition is None:
        yield Text(f"\n{word('top-level', lang)}")
        return
    yield Text(f"\n{word('priority', lang)}", style="bold")
    told = transition.priority.in_(lang)
    if result.priority_in_place(result.level):
        told = f"{told} {word('in-place', lang)}"
    yield Padding(Text(told), (0, 0, 0, 2))
    steps = result.plan.steps
    yield Text(f"\n{word('next-steps', lang)}", style="bold")
    yield Padding(Text(" ".join(outcome(result, lang))), (0, 0, 0, 2))
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    for step in steps[:_STEPS_SHOWN]:
        table.add_row(
            f"  {step.rank}.",
            Text(step.action.title.in_(lang)),
            Text(wording.owner_name(result.questionnaire, step.action.owner, lang), style="dim"),
            Text(wording.effort(step.action.effort, lang), style="dim"),
        )
        table.add_row("", Text(reason(result, step, lang), style="dim"), "", "")
    if steps:
        yield table
    if len(steps) > _STEPS_SHOWN:
        yield Text(f"  {word('more-steps', lang, n=len(steps) - _STEPS_SHOWN)}", style="dim")
