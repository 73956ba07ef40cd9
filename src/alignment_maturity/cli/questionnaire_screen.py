"""A questionnaire on the screen, in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from alignment_maturity.cli.shell import Shell
from alignment_maturity.language import Lang, decimal, listing, worksheets
from alignment_maturity.language.screen import word
from alignment_maturity.model.localised import Localised
from alignment_maturity.model.questionnaire import (
    Action,
    Bands,
    Lift,
    Option,
    Question,
    Questionnaire,
    Rubric,
    RubricOption,
    ScaleLevel,
    Transition,
)
from alignment_maturity.phrasing import wording
from alignment_maturity.store.questionnaires import Loaded

_INDENT = 2


def show_questionnaire(shell: Shell, loaded: Loaded) -> None:
    """Print everything a questionnaire says: its levels, its questions, its steps, its actions."""
    lang = shell.lang_for(loaded.questionnaire)
    console = shell.output()
    sections = Group(*_Sections(loaded.questionnaire, lang).all())
    width = min(console.width, 100)
    if console.is_terminal:
        console.print(sections, width=width)
        return
    with console.capture() as printed:
        console.print(sections, width=width)
    # Padded to the width, as on a screen, every line of a file would end in blanks.
    console.file.writelines(f"{line.rstrip()}\n" for line in printed.get().splitlines())


class _Sections:
    """The parts of a questionnaire, in one language."""

    def __init__(self, questionnaire: Questionnaire, lang: Lang) -> None:
        self._questionnaire = questionnaire
        self._lang = lang

    def all(self) -> Iterator[RenderableType]:
        """Go through all parts, in the order in which people need them."""
        yield from self._facts()
        yield self._heading("levels")
        for level in self._questionnaire.scale:
            yield from self._level(level)
        for dimension in self._questionnaire.dimensions:
            yield Text(f"\n{self._in(dimension.name)}", style="bold underline")
            if dimension.description:
                yield Text(self._in(dimension.description))
            for question in self._questionnaire.questions_of(dimension.id):
                yield from self._question(question)
        yield self._heading("transitions")
        for transition in self._questionnaire.transitions:
            yield from self._transition(transition)
        yield self._heading("actions")
        for action in self._questionnaire.actions:
            yield from self._action(action)

    def _facts(self) -> Iterator[RenderableType]:
        questionnaire = self._questionnaire
        yield Text(self._in(questionnaire.title), style="bold")
        facts = [f"{questionnaire.id} {questionnaire.version}", ", ".join(questionnaire.languages)]
        if questionnaire.minutes:
            facts.append(f"{decimal(questionnaire.minutes, 0, self._lang)} min")
        yield Text(" · ".join(facts), style="dim")
        if questionnaire.description:
            yield Text(self._in(questionnaire.description))
        yield self._labelled("placement", self._placement(), indent=0)
        names = {group.id: self._in(group.name) for group in questionnaire.groups}
        if names:
            groups = ", ".join(names.values())
            if pair := [names[group] for group in questionnaire.compare]:
                groups += f" ({self._word('compared', names=listing(pair, self._lang))})"
            yield self._labelled("groups", groups, indent=0)

    def _placement(self) -> str:
        placement = self._questionnaire.placement
        if isinstance(placement, Bands):
            figures = ", ".join(wording.short(cutoff, self._lang) for cutoff in placement.cutoffs)
            return self._word("cutoffs", figures=figures)
        if isinstance(placement.threshold, dict):
            return "; ".join(
                self._word("thresholds", share=self._share(share), level=level)
                for level, share in placement.threshold.items()
            )
        return self._word("threshold", share=self._share(placement.threshold))

    def _level(self, level: ScaleLevel) -> Iterator[RenderableType]:
        yield Text(f"\n{level.level} {self._in(level.name)}", style="bold")
        if level.description:
            yield self._below(self._in(level.description))
        for key, texts in (
            ("symptoms", level.symptoms),
            ("risks", level.risks),
            ("benefits", level.benefits),
        ):
            yield from self._list(key, texts)

    def _question(self, question: Question) -> Iterator[RenderableType]:
        head = Text.assemble((f"\n{self._in(question.name)}", "bold"), (f"  {question.id}", "dim"))
        if question.gate:
            head.append(f"  {self._word('gate-of')} {', '.join(map(str, question.gate))}", style="yellow")
        elif not question.allow_na:
            head.append(f"  {self._word('always-applies')}", style="dim")
        if not isinstance(question, Rubric):
            head.append(f"  {self._word('level')} {question.level}", style="dim")
        yield head
        yield Text(self._in(question.text))
        for key, text in (("help", question.help), ("probe", question.probe)):
            if text:
                yield self._labelled(key, self._in(text))
        options = self._questionnaire.options_of(question)
        yield _marked((self._mark(option), self._in(option.text)) for option in options)

    def _mark(self, option: Option) -> str:
        return str(option.level) if isinstance(option, RubricOption) else self._share(option.credit)

    def _transition(self, transition: Transition) -> Iterator[RenderableType]:
        steps = self._word("from-to", start=transition.from_level, end=transition.to)
        yield Text(f"\n{steps}: {self._in(transition.priority)}", style="bold")
        if transition.why:
            yield self._below(self._in(transition.why))
        if transition.actions:
            yield self._labelled("priority-actions", self._titles(transition.actions))

    def _action(self, action: Action) -> Iterator[RenderableType]:
        yield Text.assemble((f"\n{self._in(action.title)}", "bold"), (f"  {action.id}", "dim"))
        if action.why:
            yield self._below(self._in(action.why))
        effort = f"{wording.effort(action.effort, self._lang)}, {self._weeks(action.weeks)}"
        yield self._labelled("owner", wording.owner_name(self._questionnaire, action.owner, self._lang))
        yield self._labelled("effort", effort)
        yield self._labelled("lifts", "; ".join(map(self._lift, action.lifts)))
        if action.requires:
            yield self._labelled("requires", self._titles(action.requires))
        if action.steps:
            yield self._labelled("steps", "")
            yield _marked((f"{n}.", self._in(step)) for n, step in enumerate(action.steps, start=1))
        for key, text in (("done-when", action.done_when), ("kpi", action.kpi)):
            if text:
                yield self._labelled(key, self._in(text))
        if action.worksheets:
            names = [worksheets.title(name, self._lang) for name in action.worksheets]
            yield self._labelled("worksheets", "; ".join(names))

    def _lift(self, lift: Lift) -> str:
        question = self._questionnaire.question_by_id[lift.question]
        level = lift.to if isinstance(question, Rubric) else question.level
        return self._word("lift", question=self._in(question.name), level=level)

    def _titles(self, actions: Sequence[str]) -> str:
        known = self._questionnaire.action_by_id
        return "; ".join(self._in(known[name].title) for name in actions)

    def _weeks(self, weeks: float) -> str:
        return self._word("weeks-one" if weeks == 1 else "weeks", n=wording.short(weeks, self._lang))

    def _list(self, key: str, texts: Sequence[Localised]) -> Iterator[RenderableType]:
        if texts:
            yield self._labelled(key, "")
            yield _marked(("•", self._in(text)) for text in texts)

    def _heading(self, key: str) -> Text:
        return Text(f"\n{self._word(key)}", style="bold underline")

    def _labelled(self, key: str, text: str, *, indent: int = _INDENT) -> Padding:
        label = (f"{self._word(key)}:", "bold")
        return Padding(Text.assemble(label, f" {text}" if text else ""), (0, 0, 0, indent))

    def _below(self, text: str) -> Padding:
        return Padding(Text(text), (0, 0, 0, _INDENT))

    def _in(self, text: Localised) -> str:
        return text.in_(self._lang)

    def _share(self, share: float) -> str:
        return f"{wording.short(100 * share, self._lang)}%"

    def _word(self, key: str, **values: object) -> str:
        return word(key, self._lang, **values)


def _marked(entries: Iterable[tuple[str, str]]) -> Padding:
    """Return texts below each other, each with its mark before it."""
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True, justify="right")
    table.add_column(ratio=1)
    for mark, text in entries:
        table.add_row(Text(mark, style="bold"), Text(text))
    return Padding(table, (0, 0, 0, 2 * _INDENT))
