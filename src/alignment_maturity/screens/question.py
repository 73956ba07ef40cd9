"""One question on the full screen: what is asked, the options as cards, and how far the interview is."""

from __future__ import annotations

from enum import Enum

from textual.content import Content

from alignment_maturity.interview.session import Progress, Session
from alignment_maturity.model.answers import Answer
from alignment_maturity.model.questionnaire import (
    NOT_APPLICABLE,
    UNKNOWN,
    CreditOption,
    Option,
    Question,
    RubricOption,
)
from alignment_maturity.screens.page import View
from alignment_maturity.screens.parts import (
    NOTHING,
    Block,
    Canvas,
    Key,
    bar,
    brush,
    clipped,
    ends,
    gap,
    hanging,
    heading,
    line,
    padded,
    paragraph,
    wrapped,
)
from alignment_maturity.screens.theme import Look

_FRAME = 4  # rows around a page
_ROWS_FOR_AIR = 30  # below, there is no use in trying
_STRIPE = 7  # columns of a card that carry its number, on the tint of its level
_CREDITS = "○◔◑◕●"
_NARROWEST_PART = 3  # columns a dimension needs in the band


class Air(Enum):
    """How generously a question is laid out."""

    NONE = 0
    SOME = 1  # blank rows between the options, and what to look at
    MUCH = 2  # large type, and blank rows in the options with the names of their levels


def question_view(session: Session, look: Look) -> View:
    """Show the present question."""
    question = session.question
    dimension = session.questionnaire.dimension_by_id[question.dimension]
    progress = session.progress_in(question.dimension)
    place = f"{session.position + 1}/{session.progress.total}"
    time = "" if look.wide else _time_left(session, look)  # where it is wide, it stands at the side
    return View(
        left=f"{dimension.name.on_one_line(look.lang)}  {progress.answered}/{progress.total}",
        right=" · ".join(part for part in (time, place) if part),
        blocks=_blocks(session, look),
        cursor=session.answer.value or "",
        band=lambda width, seen: band(session, width, seen),
        side=progress_blocks(session, look),
        keys=_keys(session, look),
        help=_what_to_look_at(question, look),
        all_keys=_all_keys(look),
    )


def answer_in_words(session: Session, question: Question, look: Look) -> str:
    """Tell the answer to a question: the option with its number, or what stands for none."""
    value = session.answer_to(question).value
    if value is None:
        return look.say("open")
    if value in {NOT_APPLICABLE, UNKNOWN}:
        return look.say(value)
    options = session.questionnaire.options_of(question)
    number, option = next((n, option) for n, option in enumerate(options, 1) if option.value == value)
    return f"{number}. {option.text.on_one_line(look.lang)}"


def band(session: Session, width: int, look: Look) -> Content:
    """Draw one line across with a part for each dimension, as long as it has questions."""
    used = look.colours
    parts = [
        (session.progress_in(dimension.id), dimension.id == session.question.dimension)
        for dimension in session.questionnaire.dimensions
    ]
    parts = [(progress, here) for progress, here in parts if progress.total]
    room = width - len(parts) + 1
    if room < _NARROWEST_PART * len(parts):
        whole = session.progress
        return bar(whole.answered / whole.total, width, look)
    total, taken, seen = session.progress.total, 0, 0
    pieces: list[Content] = []
    for progress, here in parts:
        seen += progress.total
        columns = round(room * seen / total) - taken
        taken += columns
        full = int(columns * progress.answered / progress.total)
        rest = used.muted if here else used.line
        pieces.append(
            line(("━" * full, brush(used.accent)), (("╍" if here else "─") * (columns - full), brush(rest)))
        )
    return Content(" ").join(pieces)


def progress_blocks(session: Session, look: Look) -> tuple[Block, ...]:
    """Draw the column beside the page: each dimension with its progress, the whole, the time left."""
    questionnaire = session.questionnaire
    file = session.file
    parts: list[Block] = [heading(file.organisation)]
    if file.wave:
        parts.append(paragraph(file.wave, quiet=True))
    parts.append(gap())
    for dimension in questionnaire.dimensions:
        progress = session.progress_in(dimension.id)
        if progress.total:
            here = dimension.id == session.question.dimension
            parts.append(_part_block(dimension.name.on_one_line(look.lang), progress, here=here))
            if look.tall:
                parts.append(gap())
    parts += [Block(lambda on: [line(("─" * on.width, brush(look.colours.line)))])]
    parts.append(_part_block(look.say("whole"), session.progress, here=False))
    if time := _time_left(session, look):
        parts += [gap(), paragraph(time, quiet=True)]
    return tuple(parts)


def _time_left(session: Session, look: Look) -> str:
    return look.say("time-left", minutes=session.minutes_left) if session.minutes_left else ""


def _part_block(name: str, progress: Progress, *, here: bool) -> Block:
    def draw(on: Canvas) -> list[Content]:
        used = on.look.colours
        share = f"{progress.answered}/{progress.total}"
        done = progress.answered == progress.total
        mark = "▸ " if here else "✓ " if done else "  "
        style = brush(used.accent if here else used.ink if not done else used.muted, bold=here)
        title = ends(line((f"{mark}{name}", style)), line((share, brush(used.muted))), on.width)
        return [title, line("  ", bar(progress.answered / progress.total, on.width - 2, on.look))]

    return Block(draw)


def _blocks(session: Session, look: Look) -> tuple[Block, ...]:
    """Lay the page out as generously as it fits without scrolling."""
    canvas = Canvas(look.page, look)
    for air in (Air.MUCH, Air.SOME) if look.rows >= _ROWS_FOR_AIR else (Air.SOME,):
        blocks = _laid_out(session, look, air)
        if sum(len(list(block.draw(canvas))) for block in blocks) <= look.rows - _FRAME:
            return blocks
    return _laid_out(session, look, Air.NONE)


def _laid_out(session: Session, look: Look, air: Air) -> tuple[Block, ...]:
    hint = _hint(session.question, look) if air is not Air.NONE else ()
    return (
        *_asked(session, look, air),
        *_cards(session, look, air),
        *_remarks(session.answer, look),
        *hint,
    )


def _asked(session: Session, look: Look, air: Air) -> tuple[Block, ...]:
    question = session.question
    name = question.name.on_one_line(look.lang)
    text = question.text.in_(look.lang)

    def draw(on: Canvas) -> list[Content]:
        used = on.look.colours
        large = " ".join(name.upper())  # the largest type that a terminal has
        fits = air is Air.MUCH and len(large) <= on.width
        title = wrapped(large if fits else name, on.width, brush(used.accent, bold=True))
        asked = wrapped(text, on.width, brush(used.ink, bold=True))
        return [*title, *([NOTHING] if air is Air.MUCH else []), *asked]

    number = look.say("question-of", number=session.position + 1, total=session.progress.total)
    above = (gap(), paragraph(number, quiet=True), gap()) if air is Air.MUCH else ()
    return (*above, Block(draw), gap())


def _cards(session: Session, look: Look, air: Air) -> tuple[Block, ...]:
    blocks: list[Block] = []
    chosen = session.answer.value
    for number, option in enumerate(session.questionnaire.options_of(session.question), 1):
        blocks.append(_card(session, number, option, look, air))
        if air is not Air.NONE:
            blocks.append(gap())
    blocks.append(_other("0", UNKNOWN, chosen=chosen == UNKNOWN))
    if session.question.allow_na:
        blocks.append(_other("-", NOT_APPLICABLE, chosen=chosen == NOT_APPLICABLE))
    return tuple(blocks)


def _card(session: Session, number: int, option: Option, look: Look, air: Air) -> Block:
    questionnaire = session.questionnaire
    chosen = session.answer.value == option.value
    level, top = questionnaire.level_of(option), questionnaire.top
    ground = look.colours.tint(level, top)
    label = _label(session, option, look)
    text = option.text.in_(look.lang)
    tag = f" {number:>2} {'✓' if chosen else ' '} ".ljust(_STRIPE)

    def rows(on: Canvas) -> list[Content]:
        used = on.look.colours
        width = on.width - 2 - _STRIPE - 3
        ink = brush(used.ink, bold=chosen or on.current)
        if air is not Air.MUCH:
            return hanging(line((f"{_short(option)} ", brush(used.muted))), text, width, ink)
        above = [line((label, brush(used.muted)))] if label else []
        return [NOTHING, *above, *wrapped(text, width, ink), NOTHING]

    def draw(on: Canvas) -> list[Content]:
        used = on.look.colours
        face = brush(ground=used.raised if on.current else used.panel)
        stripe = brush(used.on(ground), ground, bold=True)
        first = 1 if air is Air.MUCH else 0
        lines = []
        for row, content in enumerate(rows(on)):
            pointer = "▸ " if on.current and row == first else "  "
            carried = tag if row == first else " " * _STRIPE
            body = padded(Content.assemble("  ", content), on.width - 2 - _STRIPE, face)
            lines.append(Content.assemble((pointer, brush(used.accent, bold=True)), (carried, stripe), body))
        return lines

    return Block(draw, option.value)


def _other(key: str, value: str, *, chosen: bool) -> Block:
    """Draw an answer that is no option."""

    def draw(on: Canvas) -> list[Content]:
        used = on.look.colours
        ink = brush(used.ink if chosen or on.current else used.muted, bold=chosen or on.current)
        first = line((f"  {key} {'✓' if chosen else ' '}    ", ink))
        ground = brush(ground=used.raised) if on.current else None
        return [
            Content.assemble(
                ("▸ " if on.current and not row else "  ", brush(used.accent, bold=True)),
                padded(content, on.width - 2, ground),
            )
            for row, content in enumerate(hanging(first, on.look.say(value), on.width - 2, ink))
        ]

    return Block(draw, value)


def _label(session: Session, option: Option, look: Look) -> str:
    if isinstance(option, CreditOption):
        return ""
    name = session.questionnaire.level_named(option.level).name.on_one_line(look.lang)
    return f"{look.say('level', level=option.level)} · {name}"


def _short(option: Option) -> str:
    if isinstance(option, RubricOption):
        return f"L{option.level}"
    return _CREDITS[round(option.credit * (len(_CREDITS) - 1))]


def _remarks(answer: Answer, look: Look) -> tuple[Block, ...]:
    lines = [
        _remark(look.say(key), text)
        for key, text in (("note", answer.note), ("evidence", answer.evidence))
        if text
    ]
    return (gap(), *lines) if lines else ()


def _remark(name: str, text: str) -> Block:
    def draw(on: Canvas) -> list[Content]:
        used = on.look.colours
        first = line((f"  ✎ {name}: ", brush(used.accent, bold=True)))
        return hanging(first, text, on.width, brush(used.ink, italic=True))

    return Block(draw)


def _hint(question: Question, look: Look) -> tuple[Block, ...]:
    """Show what to look at below the options."""
    if not question.help:
        return ()
    text = question.help.in_(look.lang)

    def draw(on: Canvas) -> list[Content]:
        used = on.look.colours
        first = line((f"  {look.say('what-to-look-at')}: ", brush(used.muted, bold=True)))
        return hanging(first, text, on.width, brush(used.muted))

    return gap(), Block(draw)


def _what_to_look_at(question: Question, look: Look) -> tuple[Block, ...]:
    if not question.help:
        return ()
    return heading(look.say("what-to-look-at")), paragraph(question.help.in_(look.lang), indent=2)


def _keys(session: Session, look: Look) -> tuple[Key, ...]:
    count = len(session.questionnaire.options_of(session.question))
    digits = Key(f"1-{count}", look.say("does-choose"))
    na = (Key("-", look.say("does-na")),) if session.question.allow_na else ()
    return (
        digits,
        Key("0", look.say("does-unknown")),
        *na,
        Key("←", look.say("does-back")),
        Key("n", look.say("does-note")),
        Key("r", look.say("does-review")),
        Key("→", look.say("does-skip")),
        Key("j", look.say("does-jump")),
        Key("e", look.say("does-evidence")),
        Key("u", look.say("does-undo")),
        Key("c", look.say("does-clear")),
        Key("l", look.say("does-language")),
        Key("t", look.say("does-theme")),
        Key("q", look.say("does-leave")),
    )


def _all_keys(look: Look) -> tuple[Key, ...]:
    return tuple(
        Key(name, look.say(f"help-{what}"))
        for name, what in (
            ("1 … 9", "choose"),
            (f"↑ ↓  {look.say('enter')}", "choose-at-cursor"),
            ("0", "unknown"),
            ("-", "na"),
            ("←  b", "back"),
            ("→  s", "skip"),
            ("n", "note"),
            ("e", "evidence"),
            ("c", "clear"),
            ("u  Ctrl-Z", "undo"),
            ("j", "jump"),
            ("r", "review"),
        )
    )


def shortened(text: str, look: Look) -> str:
    """Cut an answer to what the status line has room for."""
    return clipped(text, look.columns - 24)
