"""Everything by dimension on the full screen: what was answered, what is missing, where to go from there."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from alignment_maturity.interview.session import Session
from alignment_maturity.model.questionnaire import Question
from alignment_maturity.screens.keys import bound
from alignment_maturity.screens.overlay import Overlay
from alignment_maturity.screens.page import View
from alignment_maturity.screens.parts import (
    Block,
    Canvas,
    Draw,
    Key,
    bar,
    brush,
    choice,
    clipped,
    ends,
    gap,
    line,
    paragraph,
)
from alignment_maturity.screens.question import answer_in_words, band, progress_blocks
from alignment_maturity.screens.theme import Look


def review_view(session: Session, look: Look) -> View:
    """Show every question with its answer, grouped by dimension."""
    progress = session.progress
    blocks: list[Block] = [*((gap(),) if look.tall else ()), _what_is_missing(session, look)]
    for dimension in session.questionnaire.dimensions:
        questions = tuple(session.questionnaire.questions_of(dimension.id))
        if questions:
            blocks += [gap(), _dimension_block(session, dimension.id, dimension.name.on_one_line(look.lang))]
            blocks += [choice(_row(session, question), question.id) for question in questions]
    return View(
        left=look.say("review"),
        right=f"{progress.answered}/{progress.total}",
        blocks=tuple(blocks),
        band=lambda width, seen: band(session, width, seen),
        side=progress_blocks(session, look),
        keys=_keys(session, look),
        all_keys=_all_keys(look),
    )


class DimensionsBox(Overlay):
    """The dimensions with their progress; choosing one goes to its first question without an answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "choose"),
        bound("j,q", "close"),
        *(bound(str(number), f"number({number})") for number in range(1, 10)),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def title_text(self, look: Look) -> str:
        return look.say("dimensions")

    def first(self) -> str:
        return self._session.question.dimension

    def blocks(self, look: Look) -> tuple[Block, ...]:
        asked = self._session.questionnaire
        named = [dimension for dimension in asked.dimensions if any(asked.questions_of(dimension.id))]
        return tuple(
            choice(self._row(number, dimension.id, dimension.name.on_one_line(look.lang)), dimension.id)
            for number, dimension in enumerate(named, 1)
        )

    def keys(self, look: Look) -> tuple[Key, ...]:
        return (
            Key("1-9", look.say("does-go")),
            Key(f"↑ ↓ {look.say('enter')}", look.say("does-go")),
            Key("Esc", look.say("does-close")),
        )

    def action_choose(self) -> None:
        """Go to the dimension at the cursor."""
        self.dismiss(self.sheet.cursor)

    def action_number(self, number: int) -> None:
        """Go to a dimension by its number."""
        if number <= len(self.sheet.keys):
            self.dismiss(self.sheet.keys[number - 1])

    def _row(self, number: int, dimension: str, name: str) -> Draw:
        progress = self._session.progress_in(dimension)

        def draw(on: Canvas) -> list[Content]:
            used = on.look.colours
            share = f" {progress.answered}/{progress.total}".rjust(7)
            right = line(
                bar(progress.answered / progress.total, min(16, on.width // 5), on.look),
                (share, brush(used.muted)),
            )
            left = line((f"{number:>2}  ", brush(used.accent, bold=True)), (name, brush(used.ink)))
            return [ends(left, right, on.width)]

        return draw


def to_work_on(session: Session, dimension: str) -> str:
    """Return the question of a dimension to go to: the first without an answer, else the first."""
    questions = tuple(session.questionnaire.questions_of(dimension))
    return next((q.id for q in questions if session.answer_to(q).value is None), questions[0].id)


def _what_is_missing(session: Session, look: Look) -> Block:
    if session.missing:
        return paragraph(look.counted("missing", len(session.missing)), bold=True)
    return paragraph(look.say("complete"), bold=True)


def _dimension_block(session: Session, dimension: str, name: str) -> Block:
    progress = session.progress_in(dimension)

    def draw(on: Canvas) -> list[Content]:
        used = on.look.colours
        right = line((f"{progress.answered}/{progress.total}", brush(used.muted)))
        return [ends(line((f"  {name}", brush(used.accent, bold=True))), right, on.width)]

    return Block(draw)


def _row(session: Session, question: Question) -> Draw:
    answer = session.answer_to(question)
    number = session.number_of(question)

    def draw(on: Canvas) -> list[Content]:
        look, used = on.look, on.look.colours
        missing = answer.value is None
        mark = ("○", brush(used.warning, bold=True)) if missing else ("✓", brush(used.good))
        width = max(16, min(34, on.width // 3))
        name = clipped(question.name.on_one_line(look.lang), width).ljust(width)
        ink = brush(used.ink, bold=on.current)
        left = line(mark, (f" {number:>3}  ", brush(used.muted)), (name, ink), "  ")
        signs = "".join(f" {look.say(key)}" for key in ("note", "evidence") if getattr(answer, key))
        right = line((f" ✎{signs}" if signs else "", brush(used.accent)))
        words = answer_in_words(session, question, look)
        room = on.width - left.cell_length - right.cell_length - 1
        said = line((clipped(words, room), brush(used.warning if missing else used.ink)))
        return [ends(line(left, said), right, on.width)]

    return draw


def _keys(session: Session, look: Look) -> tuple[Key, ...]:
    go = Key(look.say("enter"), look.say("does-go"))
    missing = (Key("m", look.say("does-missing")),) if session.missing else ()
    return (
        Key("f", look.say("does-finish")),
        go,
        *missing,
        Key("Esc", look.say("does-back")),
        Key("u", look.say("does-undo")),
        Key("q", look.say("does-leave")),
        Key("l", look.say("does-language")),
        Key("t", look.say("does-theme")),
    )


def _all_keys(look: Look) -> tuple[Key, ...]:
    return tuple(
        Key(name, look.say(f"help-{what}"))
        for name, what in (
            (f"↑ ↓  {look.say('enter')}", "go-at-cursor"),
            ("1 2 3 …", "go-to-number"),
            ("m", "missing"),
            ("f", "finish"),
            ("j", "jump"),
            ("←  b  Esc", "back-to-question"),
            ("u  Ctrl-Z", "undo"),
        )
    )
