"""The facilitator's page and its keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType
from textual.content import Content

from alignment_maturity.interview.moves import Back, Finish, Jump, Next, Review, Undo
from alignment_maturity.interview.session import Stage
from alignment_maturity.interview.workshop.commands import name_to_type
from alignment_maturity.interview.workshop.events import (
    Agree,
    Cast,
    Count,
    Event,
    NewRound,
    Order,
    Park,
    Pause,
    Reveal,
    Seat,
    ShowLadder,
    Write,
)
from alignment_maturity.interview.workshop.meeting import Meeting, Phase, cards_in
from alignment_maturity.interview.workshop.wording import cards_counted, told
from alignment_maturity.language import one_line
from alignment_maturity.language.workshop_screen import CRIB, HELP
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN
from alignment_maturity.model.room import Participants
from alignment_maturity.screens.keys import bound
from alignment_maturity.screens.page import View
from alignment_maturity.screens.parts import (
    Block,
    Canvas,
    Key,
    Sheet,
    brush,
    gap,
    hanging,
    heading,
    line,
    paragraph,
)
from alignment_maturity.screens.theme import Look
from alignment_maturity.screens.workshop import board, views
from alignment_maturity.screens.workshop.hour_page import HourPage
from alignment_maturity.screens.workshop.overview import mark
from alignment_maturity.screens.workshop.views import Seen
from alignment_maturity.screens.workshop.words import said

if TYPE_CHECKING:
    from alignment_maturity.screens.workshop.app import Workshop

_SINGLE = 9  # options that have a key each


class TablePage(HourPage):
    """The present question, or what was decided, for whoever leads the workshop.

    Cards stay hidden while they are counted: the projector may show this very page.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(bound(str(number), f"card({number})") for number in range(1, 10)),
        bound("0", f"blank('{UNKNOWN}')"),
        bound("minus,x", f"blank('{NOT_APPLICABLE}')"),
        bound("left,shift+tab", "choose(-1)"),
        bound("right,tab", "choose(1)"),
        bound("backspace", "take_back"),
        bound("delete", "take_all_back"),
        bound("full_stop,colon", "line"),
        bound("enter,space", "go_on"),
        bound("equals_sign", "agree"),
        bound("less_than_sign", "back"),
        bound("greater_than_sign", "next"),
        bound("ctrl+z", "undo"),
        bound("escape", "escape"),
        *(
            bound(letter, action)
            for letter, action in {
                "h": "peek", "v": "reveal", "g": "again", "a": "agree", "n": "note", "p": "park",
                "u": "undo", "b": "back", "s": "next", "j": "list", "o": "order", "z": "pause",
                "d": "detail", "w": "people", "k": "ladder", "r": "overview", "f": "finish",
                "q": "app.leave",
            }.items()
        ),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._chosen = ""
        self._visible = False
        self._detail = False

    @property
    def table(self) -> Workshop:
        """The app."""
        return cast("Workshop", self.app)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is."""
        return self.table.meeting

    @property
    def asking(self) -> bool:
        """Whether there is a question here."""
        return self.meeting.stage is Stage.ASKING

    @property
    def voting(self) -> bool:
        """Whether cards are being counted."""
        return self.asking and self.meeting.item.phase is Phase.VOTING

    def hour(self) -> Meeting | None:
        return self.meeting

    def chosen(self) -> str:
        """Return the function whose cards are being counted, empty where none are."""
        if not self.voting:
            return ""
        there = self.meeting.participants
        return self._chosen if self._chosen in there else next(iter(there), "")

    def foot(self, look: Look) -> Sequence[Block]:
        notice = self.table.long_notice
        return [*views.foot(self.meeting, look, self._seen()), *(board.warning(notice) if notice else [])]

    def view(self, look: Look) -> View:
        meeting, seen = self.meeting, self._seen()
        return View(
            left="",
            right="",
            blocks=tuple(views.page(meeting, look, seen)),
            side=tuple(views.side(meeting, look, seen)),
            keys=tuple(self._keys(look)),
            help=_crib(look, self.table.path),
            all_keys=tuple(Key(_key_name(name, look), does.fill(look.lang)) for name, does in HELP.items()),
        )

    def show_time(self) -> None:
        super().show_time()
        look = self.full_screen.look
        if look.wide and self.composed:
            self.query_one("#side", Sheet).lay(views.side(self.meeting, look, self._seen()), look)

    def turned(self) -> None:
        """Begin a page afresh: another question, or another phase of it."""
        self._chosen, self._visible, self._detail = "", False, False
        self.back_to_top()

    def on_sheet_picked(self, message: Sheet.Picked) -> None:
        if message.key in self.meeting.participants and self.voting:
            self._chosen = message.key
            self.show()
        else:
            super().on_sheet_picked(message)

    # Cards

    def action_card(self, number: int) -> None:
        """Count a card with an option by its number; where numbers have two digits, open the line."""
        if not self.asking:
            return
        options = self.meeting.questionnaire.options_of(self.meeting.question)
        if self.voting and len(options) > _SINGLE:
            self._open_line(str(number))
        elif number <= len(options):
            self._count(options[number - 1].value)
        else:
            look = self.full_screen.look
            self.table.comment(said(look, "no-such-card", found=number, count=len(options)), "warning")

    def action_blank(self, value: str) -> None:
        """Count a card that names no option."""
        if self.asking:
            self._count(value)

    def action_choose(self, by: int) -> None:
        """Choose the function whose cards are counted."""
        there = [*self.meeting.participants]
        if self.voting and there:
            self._chosen = there[(there.index(self.chosen()) + by) % len(there)]
            self.show()

    def action_take_back(self) -> None:
        """Take the last card back."""
        meeting = self.meeting
        last = meeting.changes[-1] if meeting.changes and self.voting else None
        if last is None or last.question != meeting.present:
            return
        groups = [
            group
            for group in meeting.participants
            if cards_in(last.before.open.get(group, {})) != cards_in(meeting.item.open.get(group, {}))
        ]
        if len(groups) != 1:
            self.table.comment(said(self.full_screen.look, "not-a-card"), "warning")
            return
        self._chosen = groups[0]
        self._do(Undo())

    def action_take_all_back(self) -> None:
        """Take all cards of the chosen function back."""
        if self.voting:
            self._do(Cast(self.chosen(), ()))

    def action_line(self) -> None:
        """Open a line to type cards in."""
        if self.voting:
            self._open_line("")

    def action_peek(self) -> None:
        """Look at the hidden cards, or hide them again."""
        if self.voting:
            self._visible = not self._visible
            self.show()

    # The course of a question

    def action_go_on(self) -> None:
        """Do what comes next: reveal, settle what everybody agrees on, go on."""
        meeting = self.meeting
        if meeting.stage is Stage.REVIEWING and self.sheet.cursor:
            self._do(Jump(self.sheet.cursor))
        elif meeting.stage is not Stage.ASKING or (meeting.item.settled and not self._to_reveal()):
            self._do(Next())
        elif self._to_reveal():
            self._reveal_if_ready()
        elif meeting.unanimous is not None:
            self._do(Agree(meeting.unanimous))
        else:
            self.action_agree()

    def action_reveal(self) -> None:
        """Reveal the round."""
        self._do(Reveal())

    def action_again(self) -> None:
        """Vote again."""
        self._do(NewRound())

    def action_agree(self) -> None:
        """Ask for the agreed value."""
        if self.asking:
            from alignment_maturity.screens.workshop.boxes import AgreeBox

            self.app.push_screen(AgreeBox(self.meeting, lambda value: self._do(Agree(value))))

    def action_note(self) -> None:
        """Open the note."""
        if self.asking:
            from alignment_maturity.language.workshop import PHRASES
            from alignment_maturity.screens.editor import Editor

            asked, held = self.meeting.question, self.meeting.present

            def keep(text: str) -> None:
                if self.meeting.present != held:
                    self._do(Jump(held))
                self._do(Write(text))

            self.app.push_screen(
                Editor(PHRASES["note"], asked.name.on_one_line, self.meeting.item.note, keep)
            )

    def action_park(self) -> None:
        """Put the question off, or take it up again."""
        self._do(Park())

    def action_undo(self) -> None:
        """Take the last change back."""
        self._do(Undo())

    def action_back(self) -> None:
        """Go back."""
        self._do(Back())

    def action_next(self) -> None:
        """Go on, whatever is left here."""
        self._do(Next())

    def action_detail(self) -> None:
        """Show texts the other way: in full or shortened, with or without where to look."""
        self._detail = not self._detail
        self.show()

    # The hour

    def action_list(self) -> None:
        """Show the agenda."""
        from alignment_maturity.screens.workshop.boxes import AgendaBox

        spread_of = self.table.pictures.spread_of(self.meeting)
        marks = {question: mark(self.meeting, question, spread_of) for question in self.meeting.agenda}

        def chosen(question: str | None) -> None:
            if question:
                self._do(Jump(question))

        self.app.push_screen(AgendaBox(self.meeting, marks), chosen)

    def action_order(self) -> None:
        """Put the agenda in the other order."""
        from alignment_maturity.interview.workshop.agenda import by_dimension, by_disagreement

        meeting, look = self.meeting, self.full_screen.look
        plain = by_dimension(meeting.questionnaire)
        rounds = {question: item.rounds[0] for question, item in meeting.items.items() if item.rounds}
        if meeting.agenda == plain and not rounds:
            self.table.comment(said(look, "no-first-rounds"), "warning")
            return
        order = by_disagreement(meeting.questionnaire, rounds) if meeting.agenda == plain else plain
        self._do(Order(order))
        self.table.comment(said(look, "by-dimension" if order == plain else "by-disagreement"), "good")

    def action_pause(self) -> None:
        """Stop the clock, or let it go on."""
        self._do(Pause())

    def action_people(self) -> None:
        """Change who is there."""
        from alignment_maturity.screens.workshop.boxes import PeopleBox

        def seat(people: Mapping[str, Participants]) -> None:
            self._do(Seat(people))

        self.app.push_screen(PeopleBox(self.meeting, seat))

    def action_ladder(self) -> None:
        """Show the room the ladder, or hide it."""
        self._do(ShowLadder())

    def action_overview(self) -> None:
        """Show decisions and parking lot."""
        self._do(Review())

    def action_finish(self) -> None:
        """Go to the end by way of the decisions, so that no single key shows the result."""
        self._do(Finish() if self.meeting.stage is Stage.REVIEWING else Review())

    def action_escape(self) -> None:
        """Go back from the decisions to the question."""
        if not self.asking:
            self._do(Back())

    def _do(self, event: Event) -> None:
        self.table.do(event)

    def _count(self, value: str) -> None:
        self._chosen = group = self.chosen() or next(iter(self.meeting.participants), "")
        self._do(Count(group, value))
        present = self.meeting.participants.get(group)
        if present and cards_in(self.meeting.item.open.get(group, {})) == present.count:
            self._chosen = self._next_without_cards(group)
            self.show()

    def _next_without_cards(self, group: str) -> str:
        """Return the next function whose cards are not all in; the same where there is none."""
        there = [*self.meeting.participants]
        at = there.index(group)
        for other in (*there[at + 1 :], *there[:at]):
            if cards_in(self.meeting.item.open.get(other, {})) < self.meeting.participants[other].count:
                return other
        return group

    def _open_line(self, cards: str) -> None:
        from alignment_maturity.screens.workshop.boxes import CardsBox

        def cast_all(casts: list[Cast]) -> None:
            for each in casts:
                self._do(each)

        group = self.chosen()
        named = name_to_type(self.meeting.questionnaire, group, self.full_screen.lang) if group else ""
        text = f"{named} {cards}" if cards else ""
        self.app.push_screen(CardsBox(self.meeting, cast_all, text=text, visible=self._visible))

    def _reveal_if_ready(self) -> None:
        """Reveal the round, unless cards are missing: once it is revealed, it is no longer silent."""
        meeting, lang = self.meeting, self.full_screen.lang
        if meeting.item.open and not meeting.ready:
            cards = cards_counted(meeting, lang, meeting.incomplete)
            self.table.comment(told("cards-missing", lang, cards=cards), "warning")
        else:
            self._do(Reveal())

    def _to_reveal(self) -> bool:
        item = self.meeting.item
        return item.phase is Phase.COUNTED or (
            item.phase is Phase.VOTING and (bool(item.open) or not item.settled)
        )

    def _seen(self) -> Seen:
        return Seen(
            chosen=self.chosen(),
            visible=self._visible,
            detail=self._detail,
            picture=self.table.pictures.of(self.meeting),
            standing=self.table.standing,
        )

    def _keys(self, look: Look) -> Iterable[Key]:
        """Return the keys for the line at the bottom, those of the moment first."""
        meeting, item, enter = self.meeting, self.meeting.item, look.say("enter")

        def key(name: str, does: str) -> Key:
            return Key(name, said(look, f"does-{does}"))

        if meeting.stage is Stage.REVIEWING:
            yield key(enter, "go-there" if self.sheet.cursor else "end")
            yield key("↑↓", "choose")
            yield key("b", "back")
        elif self.voting:
            most = min(_SINGLE, len(meeting.questionnaire.options_of(meeting.question)))
            yield key(f"1–{most} 0 -", "cards")
            yield key("←→", "function")
            yield key(enter, "reveal")
            yield key("⌫", "take-back")
            yield key(".", "line")
            yield key("s", "next")
        else:
            enters = "reveal" if self._to_reveal() else "next" if item.settled else "agree"
            yield key(enter, enters)
            yield key("g", "again")
            if item.settled or self.meeting.unanimous:
                yield key("a", "agree")
            yield key("n", "note")
            yield key("p", "take-up" if item.parked else "park")
            yield key("d", "texts")
        yield key("u", "undo")
        yield key("j", "list")
        yield key("r", "overview")
        yield key("k", "ladder")
        yield key("z", "pause")
        yield key("w", "people")


def _key_name(name: str, look: Look) -> str:
    names = {"Enter": look.say("enter"), "Del": said(look, "delete")}
    return "  ".join(names.get(each, each) for each in name.split())


def _crib(look: Look, path: Path) -> tuple[Block, ...]:
    """Return how a silent round goes, and where everything is kept."""

    def step(number: int, text: str) -> Block:
        def draw(on: Canvas) -> list[Content]:
            used = on.look.colours
            return hanging(
                line((f" {number}  ", brush(used.accent, bold=True))), text, on.width, brush(used.ink)
            )

        return Block(draw)

    kept = told("saved-so-far", look.lang, path=one_line(str(path)))
    steps = (step(number, phrase.fill(look.lang)) for number, phrase in enumerate(CRIB, 1))
    return (heading(said(look, "crib")), *steps, gap(), paragraph(kept, quiet=True))
