"""Boxes to type a line in: the cards of a function, the agreed value, who is there, a question's number.

They are small on purpose: a projector shows what is typed, so that cards can be typed without being seen.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Key as KeyPress
from textual.events import Paste

from alignment_maturity.interview.workshop.commands import Unclear, card, hide_cards, tallies
from alignment_maturity.interview.workshop.events import Cast
from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.interview.workshop.people import MOST, read_people
from alignment_maturity.interview.workshop.wording import functions, told
from alignment_maturity.model.questionnaire import NOT_APPLICABLE
from alignment_maturity.model.room import Participants
from alignment_maturity.screens.keys import bound
from alignment_maturity.screens.overlay import Overlay
from alignment_maturity.screens.parts import (
    Block,
    Canvas,
    Key,
    Sheet,
    brush,
    choice,
    gap,
    hanging,
    line,
    paragraph,
    wrapped,
)
from alignment_maturity.screens.theme import Look
from alignment_maturity.screens.workshop.board import warning
from alignment_maturity.screens.workshop.overview import SIGNS, Mark
from alignment_maturity.screens.workshop.words import answer, group_name, said

_LONGEST = 4_000  # characters of a typed line
_MARKS: dict[Mark, str] = {
    "agreed": "mark-agreed",
    "hidden": "mark-unrevealed",
    "parked": "mark-parked",
    "apart": "mark-apart",
    "voted": "voted",
    "open": "mark-open",
}
_SINGLE = 9  # options whose number is one digit


class TypingBox(Overlay):
    """A box in which typed characters make up a text; subclasses say what becomes of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "take"),
        bound("backspace", "shorten"),
        bound("f2", "app.language"),
        bound("f3", "app.theme"),
    ]

    def __init__(self, meeting: Meeting, *, text: str = "") -> None:
        super().__init__()
        self._meeting = meeting
        self._text = text
        self._wrong = ""

    def keys(self, look: Look) -> tuple[Key, ...]:
        return Key(look.say("enter"), said(look, "does-take")), *super().keys(look)

    def on_key(self, event: KeyPress) -> None:
        if event.is_printable and event.character:
            event.stop()
            self.typed(event.character)

    def on_paste(self, event: Paste) -> None:
        self.typed(" ".join(event.text.split()))

    def typed(self, text: str) -> None:
        """Add to the text."""
        self._text = (self._text + text)[:_LONGEST]
        self._wrong = ""
        self.show()

    def action_shorten(self) -> None:
        """Take the last character back."""
        self._text = self._text[:-1]
        self._wrong = ""
        self.show()

    @abstractmethod
    def action_take(self) -> None:
        """Do with the text what it is for."""

    def refuse(self, why: str) -> None:
        """Say what is wrong with the text, which stays."""
        self._wrong = why
        self.show()

    def line(self, label: str, shown: str) -> Block:
        """Draw the text being typed, with a cursor at its end."""

        def draw(on: Canvas) -> list[Content]:
            used = on.look.colours
            first = line((f"{label} ", brush(used.accent, bold=True)))
            return hanging(
                first, line((shown, brush(used.ink, bold=True)), ("▏", brush(used.accent))), on.width
            )

        return Block(draw)

    def wrong(self) -> list[Block]:
        """Draw what is wrong, if anything."""
        return [gap(), *warning(self._wrong)] if self._wrong else []


class CardsBox(TypingBox):
    """Takes the cards of functions, `m 2 3 3; s 1 1`; each is shown as a dot unless they are visible."""

    def __init__(
        self, meeting: Meeting, cast: Callable[[list[Cast]], None], *, text: str, visible: bool
    ) -> None:
        super().__init__(meeting, text=text)
        self._cast = cast
        self._visible = visible

    def title_text(self, look: Look) -> str:
        return said(look, "cards")

    def blocks(self, look: Look) -> tuple[Block, ...]:
        shown = self._hidden(self._text)
        hint = said(look, "cards-hint", example=_example(self._meeting, look))
        return self.line("▸", shown), *self.wrong(), gap(), paragraph(hint, quiet=True)

    def action_take(self) -> None:
        meeting, look = self._meeting, self.full_screen.look
        read = tallies(self._text, meeting.questionnaire, meeting.values, meeting.participants)
        if isinstance(read, Unclear):
            if read.code == "no-cards-read":
                count = len(meeting.questionnaire.options_of(meeting.question))
                found = read.found if self._visible else "•"  # a slip tells what was meant
                self.refuse(told("no-cards-read", look.lang, line=found, count=count))
            else:
                known, found = functions(meeting, look.lang), self._hidden(read.found)
                self.refuse(told("which-function", look.lang, line=found, known=known))
            return
        self.dismiss("")
        self._cast([Cast(tally.group, tally.cards) for tally in read])

    def _hidden(self, text: str) -> str:
        """Return a text with dots for its cards, unless they are visible."""
        return text if self._visible else hide_cards(text, self._meeting.questionnaire)


class AgreeBox(TypingBox):
    """Takes the value the room agrees on: a single digit is enough where no option has two."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("delete", "clear")]

    def __init__(self, meeting: Meeting, agree: Callable[[str | None], None]) -> None:
        super().__init__(meeting)
        self._agree = agree
        self._options = len(meeting.questionnaire.options_of(meeting.question))

    def title_text(self, look: Look) -> str:
        return said(look, "agreed")

    def blocks(self, look: Look) -> tuple[Block, ...]:
        na = said(look, "agree-na") if NOT_APPLICABLE in self._meeting.values else ""
        known = self._value()
        words = answer(self._meeting, self._meeting.question, known, look.lang) if known else self._text
        return (
            self.line("▸", words),
            *self.wrong(),
            gap(),
            paragraph(said(look, "agree-hint", most=self._options, na=na), quiet=True),
        )

    def typed(self, text: str) -> None:
        super().typed(text)
        if self._options <= _SINGLE and self._value() is not None:
            self.action_take()

    def action_take(self) -> None:
        value = self._value()
        if value is None or value not in self._meeting.values:
            key = "agree-needs-number" if value is None else "no-na"
            self._text = ""
            self.refuse(said(self.full_screen.look, key, most=self._options))
            return
        self.dismiss("")
        self._agree(value)

    def action_clear(self) -> None:
        """Take the agreed value back."""
        self.dismiss("")
        self._agree(None)

    def _value(self) -> str | None:
        typed = self._text.strip()
        return card("?" if typed == "0" else typed, self._meeting.values)


class PeopleBox(TypingBox):
    """Takes who is there, by function: how many, or their names."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("tab", "step(1)"),
        bound("shift+tab", "step(-1)"),
    ]

    def __init__(self, meeting: Meeting, seat: Callable[[Mapping[str, Participants]], None]) -> None:
        super().__init__(meeting)
        self._seat = seat
        self._before = {group: _present(meeting, group) for group in meeting.questionnaire.group_by_id}
        self._texts = dict(self._before)

    def title_text(self, look: Look) -> str:
        return said(look, "people")

    def first(self) -> str:
        return next(iter(self._texts), "")

    def blocks(self, look: Look) -> tuple[Block, ...]:
        return (
            paragraph(said(look, "people-hint"), quiet=True),
            gap(),
            *(self._row(group) for group in self._texts),
            *self.wrong(),
        )

    def on_sheet_picked(self, message: Sheet.Picked) -> None:
        self.sheet.point(message.key)

    def typed(self, text: str) -> None:
        group = self.sheet.cursor
        self._texts[group] = (self._texts[group] + text)[:_LONGEST]
        self.refuse("")

    def action_shorten(self) -> None:
        group = self.sheet.cursor
        self._texts[group] = self._texts[group][:-1]
        self.refuse("")

    def action_take(self) -> None:
        people: dict[str, Participants] = {}
        for group, text in self._texts.items():
            if text == self._before[group]:
                read = self._meeting.participants.get(group)
            else:
                read = read_people(text) if text.strip() else None
                if read is None and text.strip():
                    self.sheet.point(group)
                    self.refuse(told("people-unreadable", self.full_screen.lang, most=MOST))
                    return
            if read is not None:
                people[group] = read
        self.dismiss("")
        self._seat(people)

    def _row(self, group: str) -> Block:
        def draw(on: Canvas) -> list[Content]:
            used = on.look.colours
            name = group_name(self._meeting, group, on.look.lang)
            first = line((f"{name}: ", brush(used.accent if on.current else used.ink, bold=True)))
            cursor = ("▏", brush(used.accent)) if on.current else ("", brush())
            return hanging(first, line((self._texts[group], brush(used.ink)), cursor), on.width)

        return choice(draw, group)


class AgendaBox(TypingBox):
    """Lists the questions of the agenda and how each stands; a number or the cursor chooses one."""

    def __init__(self, meeting: Meeting, marks: Mapping[str, Mark]) -> None:
        super().__init__(meeting)
        self._marks = marks

    def title_text(self, look: Look) -> str:
        return f"{said(look, 'agenda')} {self._text}".rstrip()

    def first(self) -> str:
        return self._meeting.present

    def keys(self, look: Look) -> tuple[Key, ...]:
        return Key(f"1…  ↑↓  {look.say('enter')}", look.say("does-go")), *Overlay.keys(self, look)

    def blocks(self, look: Look) -> tuple[Block, ...]:
        legend = [f"{sign} {said(look, _MARKS[mark])}" for mark, sign in SIGNS.items()]
        rows = [self._row(number, question) for number, question in enumerate(self._meeting.agenda, 1)]
        return Block(lambda on: _packed(legend, on)), gap(), *rows

    def typed(self, text: str) -> None:
        """Go to the question with a number; a digit that leads beyond the last one begins another number."""
        count = len(self._meeting.agenda)
        for typed in (self._text + text, text):
            if typed.isdecimal() and len(typed) <= len(str(count)) and 1 <= int(typed) <= count:
                self._text = typed
                self.sheet.point(self._meeting.agenda[int(typed) - 1])
                self.show()
                return

    def action_take(self) -> None:
        self.dismiss(self.sheet.cursor)

    def _row(self, number: int, question: str) -> Block:
        mark = self._marks[question]
        asked = self._meeting.questionnaire.question_by_id[question]
        width = len(str(len(self._meeting.agenda)))

        def draw(on: Canvas) -> list[Content]:
            used = on.look.colours
            ink = {
                "agreed": used.good,
                "hidden": used.warning,
                "parked": used.warning,
                "apart": used.bad,
            }.get(mark, used.muted)
            first = line(
                (f"{number:>{width}} ", brush(used.muted)), (f"{SIGNS[mark]}  ", brush(ink, bold=True))
            )
            return hanging(first, asked.name.on_one_line(on.look.lang), on.width, brush(used.ink))

        return choice(draw, question)


def _packed(entries: Iterable[str], on: Canvas) -> list[Content]:
    """Set entries side by side, none of them broken between its words where a line has room for it."""
    lines: list[str] = []
    for entry in entries:
        longer = f"{lines[-1]}   {entry}" if lines else ""
        if longer and Content(longer).cell_length <= on.width:
            lines[-1] = longer
        else:
            lines.append(entry)
    return wrapped("\n".join(lines), on.width, brush(on.look.colours.muted))


def _present(meeting: Meeting, group: str) -> str:
    there = meeting.participants.get(group)
    if there is None:
        return ""
    return ", ".join(there.names) if len(there.names) == there.count else str(there.count)


def _example(meeting: Meeting, look: Look) -> str:
    names = [group_name(meeting, group, look.lang).split()[0].lower() for group in meeting.participants]
    return "; ".join(f"{name} {cards}" for name, cards in zip(names[:2], ("2 3 3", "1 2"), strict=False))
