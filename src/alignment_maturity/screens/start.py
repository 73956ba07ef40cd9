"""The welcome, and what is asked before the first question."""

from __future__ import annotations

import math
from collections.abc import Iterator
from string import digits
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.events import Key as KeyPress
from textual.widget import Widget
from textual.widgets import Input, Static

from alignment_maturity.interview.details import Details, tidy
from alignment_maturity.language import one_line
from alignment_maturity.language.problems import describe
from alignment_maturity.screens.keys import bound
from alignment_maturity.screens.overlay import Overlay
from alignment_maturity.screens.page import Page, View
from alignment_maturity.screens.parts import (
    Block,
    Canvas,
    Draw,
    Key,
    Sheet,
    brush,
    choice,
    gap,
    hanging,
    heading,
    line,
    paragraph,
)
from alignment_maturity.screens.theme import Look

if TYPE_CHECKING:
    from alignment_maturity.screens.interview import InterviewApp, Table

_LONGEST = 200


class StartPage(Page):
    """What is going to be asked, how long it takes, where it is kept; and whose answers these are."""

    DEFAULT_CSS = """
    StartPage #form { width: 1fr; max-width: 108; height: auto; margin: 1 0 0 0; }
    StartPage .label { height: auto; color: $quiet; }
    StartPage Input, StartPage Input:focus { height: 1; border: none; padding: 0 1; margin: 0 0 1 0; }
    StartPage Input { background: $card; color: $ink; }
    StartPage Input:focus { background: $raised; }
    StartPage Choices { margin: 0 0 1 0; }
    StartPage #body { align-horizontal: center; }
    """
    AUTO_FOCUS = "Input, Choices"
    HELP_KEY = "F1"
    BINDINGS: ClassVar[list[BindingType]] = [
        # Priority: what is typed next belongs to the next field already.
        bound("enter", "go_on", priority=True),
        bound("tab", "app.focus_next", priority=True),
        bound("down", "app.focus_next"),
        bound("up", "app.focus_previous"),
        bound("escape", "app.leave"),
    ]

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def compose(self) -> ComposeResult:
        yield Static(id="top", markup=False)
        yield Static(id="band", markup=False)
        with Widget(id="middle"), VerticalScroll(id="body", can_focus=False):
            yield Sheet(id="page")
            yield from self._fields()
        yield Sheet(id="side")
        yield Static(id="status", markup=False)
        yield Static(id="keys", markup=False)

    def view(self, look: Look) -> View:
        asked = self._table.questionnaire
        facts = [look.counted("length", len(asked.questions))]
        if asked.minutes:
            facts.append(look.counted("expected-time", math.ceil(asked.minutes)))
        description = asked.description.in_(look.lang)
        blocks = [
            gap(),
            heading(asked.title.on_one_line(look.lang)),
            paragraph(" · ".join(facts), quiet=True),
        ]
        if description:
            blocks += [gap(), paragraph(description)]
        blocks += [gap(), paragraph(look.say("kept-in", path=one_line(self._table.place)), quiet=True)]
        return View(
            left=look.say("welcome"),
            right=f"{asked.id} {asked.version}",
            blocks=tuple(blocks),
            keys=(
                Key(look.say("enter"), look.say("does-go-on")),
                Key("Tab", look.say("does-next-field")),
                Key("F2", look.say("does-language")),
                Key("F3", look.say("does-theme")),
                Key("Esc", look.say("does-leave")),
            ),
            all_keys=(
                Key(look.say("enter"), look.say("help-next-field")),
                Key("Tab  Shift-Tab", look.say("help-fields")),
                Key("Esc", look.say("help-leave-start")),
            ),
        )

    def show(self) -> None:
        """Draw everything again."""
        super().show()
        look = self.full_screen.look
        for label in self.query(".label").results(Static):
            label.update(Content(look.say(f"field-{cast('str', label.name)}")))
        for choices in self.query(Choices):
            choices.offer(look)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        event.widget.scroll_visible(animate=False)

    def action_go_on(self) -> None:
        """Go to the field after this one; after the last, begin."""
        fields = list(self._all_fields())
        at = fields.index(self.focused) if self.focused in fields else -1
        if at + 1 < len(fields):
            self.set_focus(fields[at + 1])
        else:
            self.call_after_refresh(self._begin)  # once everything typed is in its field

    def _begin(self) -> None:
        given = self._table.given
        typed = {field.id: tidy(field.value) for field in self.query(Input)}
        groups = [choices.chosen for choices in self.query(Choices)]
        details = Details(
            organisation=given.organisation or typed.get("organisation", ""),
            wave=given.wave or typed.get("wave", ""),
            group=given.group or next(iter(groups), ""),
            name=given.name or typed.get("name", ""),
        )
        look = self.full_screen.look
        if not details.organisation:
            self.full_screen.tell(look.say("organisation-needed"), "warning")
            self.query_one("#organisation").focus()
            return
        self.full_screen.tell("")
        cast("InterviewApp", self.app).begin(details)

    def _all_fields(self) -> Iterator[Widget]:
        return (field for field in self.query("#form > *").results(Widget) if field.can_focus)

    def _fields(self) -> ComposeResult:
        given = self._table.given
        with Widget(id="form"):
            if not given.organisation:
                yield from self._field("organisation")
            if not given.wave:
                yield from self._field("wave")
            if not given.group and self._table.questionnaire.groups:
                yield Static(name="group", classes="label", markup=False)
                yield Choices(self._table)
            if not given.name:
                yield from self._field("name")

    @staticmethod
    def _field(name: str) -> ComposeResult:
        yield Static(name=name, classes="label", markup=False)
        field = Input(id=name, max_length=_LONGEST, select_on_focus=False)
        field.cursor_blink = False
        yield field


class Choices(Sheet, can_focus=True):
    """The functions a respondent may belong to, one of which can be chosen, or none."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._groups = table.questionnaire.groups
        self._at = 0  # 0 is none, else the number of a group
        self._typed = ""

    @property
    def chosen(self) -> str:
        """The id of the function, empty for none."""
        return self._groups[self._at - 1].id if self._at else ""

    def offer(self, look: Look) -> None:
        """Draw the functions."""
        names = [look.say("no-group"), *(group.name.on_one_line(look.lang) for group in self._groups)]
        blocks = tuple(
            choice(self._row(number, name, chosen=number == self._at), str(number))
            for number, name in enumerate(names)
        )
        self.lay(blocks, look, str(self._at) if self.has_focus else "")

    def on_focus(self) -> None:
        self._again()

    def on_blur(self) -> None:
        self._typed = ""
        self._again()

    def on_sheet_picked(self, message: Sheet.Picked) -> None:
        message.stop()
        self._choose(int(message.key))

    def on_key(self, event: KeyPress) -> None:
        """Choose with the arrows and with numbers, which may have several digits."""
        if event.key in {"up", "down"}:
            self._step(-1 if event.key == "up" else 1)
        elif event.key in digits:
            self._number(event.key)
        else:
            return
        event.stop()
        event.prevent_default()

    def _step(self, by: int) -> None:
        """Choose the function before or after; beyond the ends, go to another field."""
        self._typed = ""
        if 0 <= self._at + by <= len(self._groups):
            self._choose(self._at + by)
        elif by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def _number(self, digit: str) -> None:
        for typed in (f"{self._typed}{digit}", digit):
            if int(typed) <= len(self._groups):
                self._typed = typed
                self._choose(int(typed))
                return

    def _choose(self, number: int) -> None:
        self._at = number
        self._again()
        self.call_after_refresh(self.scroll_to_cursor)

    def _again(self) -> None:
        self.offer(cast("InterviewApp", self.app).look)

    @staticmethod
    def _row(number: int, name: str, *, chosen: bool) -> Draw:
        def draw(on: Canvas) -> list[Content]:
            used = on.look.colours
            sign = "◉" if chosen else "○"
            first = line((f"{number:>2} {sign} ", brush(used.accent, bold=True)))
            return hanging(first, name, on.width, brush(used.ink, bold=chosen))

        return draw


class LeftOutBox(Overlay):
    """Says what of an older file does not fit the questionnaire any more."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("enter,space", "close")]

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def title_text(self, look: Look) -> str:
        return look.say("left-out")

    def blocks(self, look: Look) -> tuple[Block, ...]:
        def item(text: str) -> Block:
            return Block(lambda on: hanging(line(("– ", brush(on.look.colours.accent))), text, on.width))

        items = [describe(problem, look.lang) for problem in self._table.left_out]
        return (paragraph(look.say("left-out-why")), gap(), *(item(text) for text in items))

    def keys(self, look: Look) -> tuple[Key, ...]:
        return (Key(look.say("enter"), look.say("does-go-on")),)
