"""What the facilitator's screen and the room's show of a meeting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from alignment_maturity.interview.session import Stage
from alignment_maturity.interview.workshop.meeting import Meeting, Phase
from alignment_maturity.screens.parts import Block, Canvas, gap, heading, paragraph
from alignment_maturity.screens.theme import Look
from alignment_maturity.screens.workshop import board, hour, ladder, overview, reveal
from alignment_maturity.screens.workshop.ladder import Standing
from alignment_maturity.screens.workshop.picture import Picture
from alignment_maturity.screens.workshop.reveal import Setting
from alignment_maturity.screens.workshop.words import group_name, said

SIDE = 40
"""Columns of the column beside the page."""

_MOST_BESIDE = 8  # functions whose cards there is room for beside the page
_WIDEST = 108  # columns of a page
_SETTINGS = (
    *(Setting(lines, spaced=True) for lines in (0, 3, 2)),
    *(Setting(lines, spaced=False) for lines in (0, 2)),
    *(Setting(1, spaced) for spaced in (True, False)),
)  # the roomiest first


class Seen(NamedTuple):
    """How a meeting is looked at.

    Attributes:
        room: whether by the room: no notes, nothing to type.
        chosen: the function whose cards are being counted.
        visible: whether the facilitator looks at the hidden cards.
        detail: whether the other way of showing texts is asked for.
        picture: of the last round, where it is revealed.
        standing: for the ladder.
    """

    room: bool = False
    chosen: str = ""
    visible: bool = False
    detail: bool = False
    picture: Picture | None = None
    standing: Standing = Standing()


def page(meeting: Meeting, look: Look, seen: Seen) -> list[Block]:
    """Return the page itself."""
    if meeting.stage is not Stage.ASKING:
        return overview.blocks(meeting, look, room=seen.room)
    if seen.picture is not None:
        return _revealed(meeting, look, seen, seen.picture)
    parts = [board.question(meeting, spaced=look.tall), *([gap()] if look.tall else [])]
    parts += board.options(meeting, spaced=look.tall and len(meeting.values) < 10)
    if seen.detail != look.tall:
        parts += board.guidance(meeting, look)
    return [*parts, *board.outcome(meeting, room=seen.room)]


def side(meeting: Meeting, look: Look, seen: Seen) -> list[Block]:
    """Return the column beside the page: the time, the cards that are in, the ladder."""
    parts: list[Block] = []
    if meeting.stage is Stage.ASKING:
        parts += [hour.beside_the_page(meeting), gap(2)]
        if _beside(meeting):
            parts += _cards(meeting, look, seen) if _counting(meeting) else _people(meeting, look)
            parts.append(gap(2))
    if meeting.ladder:
        parts += ladder.upright(seen.standing, look)
    return parts


def foot(meeting: Meeting, look: Look, seen: Seen) -> list[Block]:
    """Return what stays in sight below the page where the column beside it is missing or too short."""
    parts: list[Block] = []
    if meeting.stage is Stage.ASKING and _counting(meeting) and not (look.wide and _beside(meeting)):
        parts += _cards(meeting, look, seen)
    if meeting.ladder and not look.wide:
        parts += ladder.lying(seen.standing, look)
    return parts


def page_width(look: Look) -> int:
    """Return the columns a page has."""
    return min(_WIDEST, look.columns - (SIDE if look.wide else 0) - 3)


def height(blocks: Iterable[Block], width: int, look: Look) -> int:
    """Count the lines of some blocks."""
    return sum(len(list(block.draw(Canvas(width, look)))) for block in blocks)


def _revealed(meeting: Meeting, look: Look, seen: Seen, picture: Picture) -> list[Block]:
    """Return the revealed round, set as roomily as fits; asked for detail, the options the other way."""
    rows = look.rows - 4 - height(foot(meeting, look, seen), look.columns - 2, look)

    def fits(setting: Setting) -> bool:
        return height(_round(meeting, look, seen, picture, setting), page_width(look), look) <= rows

    possible = _SETTINGS if len(meeting.values) <= rows else _SETTINGS[-1:]
    best = next((setting for setting in possible if fits(setting)), _SETTINGS[-1])
    if seen.detail:
        others = [setting for setting in _SETTINGS if bool(setting.lines) != bool(best.lines)]
        best = next((setting for setting in others if setting in possible and fits(setting)), others[-1])
    return _round(meeting, look, seen, picture, best)


def _round(meeting: Meeting, look: Look, seen: Seen, picture: Picture, setting: Setting) -> list[Block]:
    apart = [gap()] if look.tall else []
    return [
        board.question(meeting, spaced=look.tall),
        *apart,
        reveal.facing(meeting, picture, setting),
        *([*apart, reveal.others(meeting, picture)] if picture.others else []),
        gap(),
        reveal.distance(meeting, picture),
        *reveal.unanimity(meeting, room=seen.room),
        *reveal.probe(meeting, picture),
        *board.outcome(meeting, room=seen.room),
    ]


def _cards(meeting: Meeting, look: Look, seen: Seen) -> list[Block]:
    parts = [heading(board.stage(meeting, look)), *board.tallies(meeting, seen.chosen, visible=seen.visible)]
    return [*parts, *board.warning(said(look, "visible"))] if seen.visible else parts


def _people(meeting: Meeting, look: Look) -> list[Block]:
    """Return who is there."""
    told = [heading(said(look, "in-the-room"))]
    for group, present in meeting.participants.items():
        name = group_name(meeting, group, look.lang)
        told.append(paragraph(f"{name} {present.count}"))
        if present.names:
            told.append(paragraph(", ".join(present.names), quiet=True, indent=2))
    return told


def _counting(meeting: Meeting) -> bool:
    return meeting.item.phase is not Phase.REVEALED


def _beside(meeting: Meeting) -> bool:
    return len(meeting.participants) <= _MOST_BESIDE
