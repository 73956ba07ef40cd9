"""What the room looks at: the question, the cards that are in, the revealed round, what came of it.

Nothing here shows a card that is not revealed, except `tallies` where the facilitator asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from alignment_maturity.interview.workshop import wording
from alignment_maturity.interview.workshop.meeting import Meeting, Phase, cards_in
from alignment_maturity.model.questionnaire import Option, RubricOption
from alignment_maturity.screens.parts import (
    NOTHING,
    Block,
    Canvas,
    brush,
    chip,
    clipped,
    gap,
    hanging,
    level_chip,
    line,
    padded,
    paragraph,
    wrapped,
)
from alignment_maturity.screens.theme import Look
from alignment_maturity.screens.workshop.columns import Cell, beside
from alignment_maturity.screens.workshop.words import answer, card_key, group_name, said

_MOST_SLOTS = 24  # people of one function who have a slot each
_NARROWEST_OPTION = 24
_OTHERS_BAR = 12  # columns for the votes of a function that faces no other
_ROOMY = 90  # columns from which a level is named beside the same number


def question(meeting: Meeting, *, spaced: bool) -> Block:
    """Return the question on a band of its own."""

    def draw(on: Canvas) -> list[Content]:
        used, lang = on.look.colours, on.look.lang
        band, asked = brush(ground=used.panel), meeting.question
        lines = [
            *wrapped(asked.name.on_one_line(lang), on.width - 4, brush(used.accent, bold=True)),
            *wrapped(asked.text.on_one_line(lang), on.width - 4, brush(used.ink, bold=True)),
        ]
        if spaced:
            lines = [NOTHING, *lines, NOTHING]
        return [padded(line("  ", each), on.width, band) for each in lines]

    return Block(draw)


def guidance(meeting: Meeting, look: Look) -> list[Block]:
    """Return where to look before voting, if the questionnaire says."""
    told = meeting.question.help.on_one_line(look.lang)
    return [gap(), paragraph(f"{said(look, 'look-at')}: {told}", quiet=True)] if told else []


def options(meeting: Meeting, *, spaced: bool) -> list[Block]:
    """Return the options to choose from, in full, with their levels."""
    blocks: list[Block] = []
    for option in meeting.questionnaire.options_of(meeting.question):
        blocks.append(_option_block(meeting, option))
        if spaced:
            blocks.append(gap())
    return blocks


def stage(meeting: Meeting, look: Look) -> str:
    """Say where the present question stands: a silent vote, votes revealed, votes collected before."""
    item = meeting.item
    if item.phase is Phase.COUNTED:
        return said(look, "collected-before")
    if item.phase is Phase.REVEALED:
        return said(look, "revealed", round=wording.round_name(len(item.rounds), look.lang))
    return said(look, "silent-vote", round=wording.round_name(len(item.rounds) + 1, look.lang))


def tallies(meeting: Meeting, chosen: str = "", *, visible: bool = False) -> list[Block]:
    """Return how many cards of each function are in, keyed by function; `visible`: which ones, too."""
    return [
        _tally_block(meeting, group, chosen=group == chosen, visible=visible)
        for group in meeting.participants
    ]


def warning(text: str) -> list[Block]:
    """Return a sentence that asks for care."""
    return [Block(lambda on: wrapped(f"! {text}", on.width, brush(on.look.colours.warning, bold=True)))]


def outcome(meeting: Meeting, *, room: bool) -> list[Block]:
    """Return what the room settled on; the note is for the facilitator alone."""
    item, blocks = meeting.item, []
    if item.agreed is not None:
        told = item.agreed

        def agreed(on: Canvas) -> list[Content]:
            used = on.look.colours
            first = line(chip(f"✓ {said(on.look, 'agreed')}", used.good, on.look), " ")
            words = answer(meeting, meeting.question, told, on.look.lang)
            return hanging(first, words, on.width, brush(used.ink, bold=True))

        blocks += [gap(), Block(agreed)]
    if item.parked:
        blocks += [
            gap(),
            Block(
                lambda on: wrapped(
                    f"» {said(on.look, 'parked')}", on.width, brush(on.look.colours.warning, bold=True)
                )
            ),
        ]
    if item.note and not room:
        blocks += [
            gap(),
            Block(
                lambda on: hanging(
                    line((f"{said(on.look, 'note')}: ", brush(on.look.colours.accent, bold=True))),
                    item.note,
                    on.width,
                    brush(on.look.colours.ink),
                )
            ),
        ]
    return blocks


def _option_block(meeting: Meeting, option: Option) -> Block:
    return Block(lambda on: numbered(meeting, option, on.width, on))


def numbered(meeting: Meeting, option: Option, width: int, on: Canvas, *, most: int = 0) -> list[Content]:
    """Set an option after its number, on the tint of its level; the level in words where it says more.

    `most`: how many lines it may have, the last one ending in … where words are missing; 0 is all of them.
    """
    used = on.look.colours
    agreed = meeting.item.agreed == option.value and meeting.item.phase is Phase.REVEALED
    mark = ("✓", brush(used.good, bold=True)) if agreed else (" ", brush())
    first = line(option_chip(meeting, option, on.look), mark)
    told = card_key(meeting, option.value)
    if isinstance(option, RubricOption) and (str(option.level) != told or width > _ROOMY):
        first = line(first, (f"{said(on.look, 'level', level=option.level)}  ", brush(used.muted)))
    text, style = option.text.on_one_line(on.look.lang), brush(used.ink, bold=agreed)
    lines = hanging(first, text, width, style)
    if most and len(lines) > most:
        indent = Content(" " * first.cell_length) if most > 1 else first
        rest = " ".join(each.plain.strip() for each in lines[most - 1 :]) if most > 1 else text
        last = clipped(rest, width - first.cell_length)
        lines[most - 1 :] = [line(indent, (last, style))]
    return lines


def option_chip(meeting: Meeting, option: Option, look: Look) -> Content:
    """Draw the number of an option on the tint of its level."""
    questionnaire = meeting.questionnaire
    digits = len(str(len(questionnaire.options_of(meeting.question))))
    key = card_key(meeting, option.value).rjust(digits)
    return level_chip(questionnaire.level_of(option), questionnaire.top, key, look)


def _tally_block(meeting: Meeting, group: str, *, chosen: bool, visible: bool) -> Block:
    def draw(on: Canvas) -> list[Content]:
        names = [Content(group_name(meeting, each, on.look.lang)) for each in meeting.participants]
        column = min(max(name.cell_length for name in names), on.width // 3)
        used = on.look.colours
        mark = line(("▸" if chosen else " ", brush(used.accent, bold=True)))
        name = wrapped(group_name(meeting, group, on.look.lang), column, brush(used.ink, bold=chosen))
        rest = max(8, on.width - column - 4)
        lines = beside(Cell([mark], 1), Cell(name, column), Cell(_slots(meeting, group, rest, on), rest))
        cast = meeting.item.open.get(group)
        return [*lines, *_open_cards(meeting, cast, on)] if visible and cast else lines

    return Block(draw, group)


def _slots(meeting: Meeting, group: str, width: int, on: Canvas) -> list[Content]:
    """Draw a slot for each person of a function, the filled ones first, and say how many cards are in."""
    used, item = on.look.colours, meeting.item
    people = meeting.participants[group].count
    given = item.last_round if item.phase is Phase.COUNTED else item.open
    cards = cards_in(given.get(group, {}))
    slots = min(people, _MOST_SLOTS)
    filled = min(slots, cards * slots // people)
    words, ink = said(on.look, "cards-of", cards=cards, people=people), used.ink
    if cards > people:
        words, ink = f"{words} ▲ {said(on.look, 'too-many')}", used.warning
    elif cards == people:
        words, ink = f"{words} ✓", used.good
    bars = line(("▮" * filled, brush(used.accent)), ("▯" * (slots - filled), brush(used.muted)), "  ")
    if bars.cell_length > width // 2:
        return [*wrapped(bars, width), *wrapped(words, width, brush(ink))]
    return hanging(bars, words, width, brush(ink))


def _open_cards(meeting: Meeting, cast: Mapping[str, int], on: Canvas) -> list[Content]:
    told = "   ".join(
        f"{wording.card(meeting.questionnaire, meeting.question, value, on.look.lang)} × {number}"
        for value, number in cast.items()
    )
    return hanging(Content("    "), told, on.width, brush(on.look.colours.warning, bold=True))
