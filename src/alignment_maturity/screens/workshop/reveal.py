"""The revealed round: the bars that face each other, the distance in words, the probe, who moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual.content import Content
from textual.style import Style

from alignment_maturity.interview.workshop import wording
from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.language import decimal
from alignment_maturity.phrasing.wording import levels, quoted
from alignment_maturity.screens.parts import (
    NOTHING,
    Block,
    Canvas,
    brush,
    clipped,
    gap,
    hanging,
    line,
    padded,
    wrapped,
)
from alignment_maturity.screens.theme import Look
from alignment_maturity.screens.workshop.board import numbered, option_chip, stage
from alignment_maturity.screens.workshop.columns import Cell, beside
from alignment_maturity.screens.workshop.picture import Picture, Side, bar, nearest
from alignment_maturity.screens.workshop.words import answer, card_key, group_name, large, said

_NARROWEST_OPTION = 24
_OTHERS_BAR = 12  # columns for the votes of a function that faces no other
_A_LEVEL = 1 + 1e-9  # as in `spread`, which is not imported here: it loads numpy
_UNSEEN = 0.05  # a difference that is not written


class Setting(NamedTuple):
    """How rows of bars are set: the lines an option may have, 0 being all; blank lines between rows."""

    lines: int
    spaced: bool


def facing(meeting: Meeting, picture: Picture, setting: Setting) -> Block:
    """Return the functions that face each other as bars, the options between them."""
    return Block(lambda on: _Faces(meeting, picture, on, setting).lines())


def others(meeting: Meeting, picture: Picture) -> Block:
    """Return what the functions beside those that face each other showed."""

    def draw(on: Canvas) -> list[Content]:
        used, lang = on.look.colours, on.look.lang
        lines: list[Content] = []
        for side in picture.others:
            first = line((f"{group_name(meeting, side.group, lang)}  ", brush(used.ink, bold=True)))
            if first.cell_length > on.width // 2:
                lines += wrapped(first, on.width)
                first = Content("  ")
            pieces = [
                _chosen(meeting, picture, side, value, on)
                for value in meeting.values
                if side.votes.get(value) or (side.before or {}).get(value)
            ]
            if side.mean is not None:
                mean = said(on.look, "mean", mean=decimal(side.mean, 1, lang))
                pieces.append(line((f"◆ {mean}", brush(used.muted))))
            lines += hanging(first, Content("   ").join(pieces), on.width)
        return lines

    return Block(draw)


def distance(meeting: Meeting, picture: Picture) -> Block:
    """Return the spread in words, where there is room with its figure in large type; and who moved."""

    def draw(on: Canvas) -> list[Content]:
        used, gap_ = on.look.colours, picture.spread.gap
        figure = decimal(abs(gap_), 1, on.look.lang) if gap_ is not None and on.look.tall else ""
        ink = used.warning if picture.spread.far_apart else used.good
        shown = large(figure, brush(ink, bold=True)) if figure else []
        breadth = max((each.cell_length for each in shown), default=0)
        width = on.width - (breadth + 2 if shown else 0)
        told = wrapped(_spread_words(meeting, picture, on.look), width, brush(used.ink, bold=True))
        if picture.earlier is not None:
            told += wrapped(_moves(meeting, picture, on.look), width, brush(used.muted))
        if not shown:
            return told
        return beside(Cell(shown, breadth), Cell([NOTHING, *told] if len(told) < 2 else told, width), gap=2)

    return Block(draw)


def unanimity(meeting: Meeting, *, room: bool) -> list[Block]:
    """Return that everybody voted alike, where it is so and nothing is settled yet."""
    value = meeting.unanimous
    if value is None or meeting.item.settled:
        return []

    def draw(on: Canvas) -> list[Content]:
        told = answer(meeting, meeting.question, value, on.look.lang)
        key = "unanimous" if room else "unanimous-enter"
        style = brush(on.look.colours.good, bold=True)
        return hanging(line(("= ", style)), said(on.look, key, answer=told), on.width, style)

    return [gap(), Block(draw)]


def probe(meeting: Meeting, picture: Picture) -> list[Block]:
    """Return the question that takes the discussion on, where the functions are far apart."""
    if not picture.spread.far_apart:
        return []

    def draw(on: Canvas) -> list[Content]:
        used = on.look.colours
        asked = " ".join(wording.probe(meeting.question, on.look.lang).split())
        edge = brush(used.warning, bold=True)
        title, why = said(on.look, "probe"), _reasons(meeting, picture, on.look)
        if not on.look.tall:
            asked_line = line((f"{title}: ", edge), (asked, brush(used.ink, bold=True)))
            told = [*wrapped(asked_line, on.width - 2), *wrapped(why, on.width - 2, brush(used.muted))]
            return [line(("┃ ", edge), each) for each in told]
        width = on.width - 6
        told = [
            *wrapped(asked, width, brush(used.ink, bold=True)),
            *wrapped(why, width, brush(used.muted)),
        ]
        return _box(title, told, on, edge)

    return [gap(), Block(draw)]


@dataclass(frozen=True, slots=True)
class _Faces:
    """The drawing of bars that face each other, on some canvas."""

    meeting: Meeting
    picture: Picture
    on: Canvas
    setting: Setting

    @property
    def rows(self) -> list[str]:
        """Every option, and what else was given, now or in the round before."""
        sides = (*self.picture.facing, *self.picture.others)
        given = {
            value
            for side in sides
            for cast in (side.votes, side.before or {})
            for value in cast
            if cast[value]
        }
        known = self.meeting.questionnaire.values_of(self.meeting.present)
        return [value for value in self.meeting.values if value in known or value in given]

    @property
    def both(self) -> bool:
        """Whether two functions face each other."""
        return len(self.picture.facing) > 1

    @property
    def room(self) -> int:
        """Columns for the longest bar."""
        width = self.on.width
        return max(4, min(26, width // 6) if self.both else min(40, width // 3))

    @property
    def side(self) -> int:
        """Columns for a bar, its figure, and the mark of the mean."""
        told = [
            _counted(
                side.votes.get(value, 0), None if side.before is None else side.before.get(value, 0), self.on
            )
            for side in self.picture.facing
            for value in self.rows
        ]
        return self.room + 3 + max(map(len, told))

    def lines(self) -> list[Content]:
        """Draw the heads, then a row for each option."""
        on, first, last = self.on, self.picture.facing[0], self.picture.facing[-1]
        middle = max(_NARROWEST_OPTION, on.width - (2 if self.both else 1) * (self.side + 2))
        told = wrapped(stage(self.meeting, on.look), middle, brush(on.look.colours.muted))
        lines = self._row(self._head(first, left=True), Cell(told, middle), self._head(last))
        if self.setting.spaced:
            lines.append(NOTHING)
        for value in self.rows:
            option = Cell(self._option(value, middle), middle)
            deep = 2 if len(option.lines) > 1 else 1
            lines += self._row(
                self._bars(first, value, deep, left=True), option, self._bars(last, value, deep)
            )
            if self.setting.spaced and value != self.rows[-1]:
                lines.append(NOTHING)
        return [each.truncate(on.width) for each in lines]

    def _row(self, left: Sequence[Content], option: Cell, right: Sequence[Content]) -> list[Content]:
        far = [Cell(left, self.side, right=True)] if self.both else []
        return beside(*far, option, Cell(right, self.side), gap=2)

    def _head(self, side: Side, *, left: bool = False) -> list[Content]:
        """Name a function, with its mean."""
        look = self.on.look
        name = group_name(self.meeting, side.group, look.lang)
        told = "" if side.votes else said(look, "no-votes")
        if side.mean is not None:
            told = f"◆ {said(look, 'mean', mean=decimal(side.mean, 1, look.lang))}"
        style = brush(self._ink(left=left), bold=True)
        return [*wrapped(name, self.side, style), *wrapped(told, self.side, brush(look.colours.muted))]

    def _option(self, value: str, width: int) -> list[Content]:
        """Set what a row stands for: an option, or that somebody doesn't know or that it does not apply."""
        option = self.meeting.questionnaire.values_of(self.meeting.present).get(value)
        if option is not None:
            return numbered(self.meeting, option, width, self.on, most=self.setting.lines)
        words = answer(self.meeting, self.meeting.question, value, self.on.look.lang)
        return wrapped(
            f" {card_key(self.meeting, value)}   {words}", width, brush(self.on.look.colours.muted)
        )

    def _bars(self, side: Side, value: str, deep: int, *, left: bool = False) -> list[Content]:
        """Draw the votes of one function for one value, growing away from the options; `◆` is at the mean."""
        used = self.on.look.colours
        now, before = side.of(value)
        drawn = bar(now, before, self.picture.most, self.room)
        at_mean = nearest(self.meeting.questionnaire, self.meeting.present, side.mean) == value
        told = _counted(now, before, self.on)
        lines = []
        for row in range(deep):
            mark = "◆" if at_mean and not row else " "
            pieces: list[tuple[str, Style]] = [
                (f" {mark}" if left else f"{mark} ", brush(used.ink)),
                (drawn.solid, brush(self._ink(left=left))),
                (" " if drawn.solid and drawn.ghost else "", brush()),
                (drawn.ghost, brush(used.muted)),
                (" " if drawn.solid or drawn.ghost else "", brush()),
                (" " * len(told) if row else told, brush(used.ink, bold=True)),
            ]
            lines.append(line(*(reversed(pieces) if left else pieces)))
        return lines

    def _ink(self, *, left: bool) -> str:
        used = self.on.look.colours
        return used.accent if left and self.both else used.warning


def _chosen(meeting: Meeting, picture: Picture, side: Side, value: str, on: Canvas) -> Content:
    """Draw one value of a function that faces no other: the card, and how many of them."""
    used = on.look.colours
    now, before = side.of(value)
    option = meeting.questionnaire.values_of(meeting.present).get(value)
    if option is None:
        name = line((answer(meeting, meeting.question, value, on.look.lang), brush(used.muted)))
    else:
        name = option_chip(meeting, option, on.look)
    drawn = bar(now, before, picture.most, _OTHERS_BAR)
    pieces = [(drawn.solid, brush(used.ink)), (drawn.ghost, brush(used.muted))]
    pieces.append((_counted(now, before, on), brush(used.ink)))
    return line(name, " ", Content(" ").join([Content.styled(*piece) for piece in pieces if piece[0]]))


def _counted(now: int, before: int | None, on: Canvas) -> str:
    """Write how many votes there are; after another round, how many there were before."""
    if before is None or before == now:
        return str(now) if now else ""
    return said(on.look, "before-now", before=before, now=now)


def _spread_words(meeting: Meeting, picture: Picture, look: Look) -> str:
    spread, lang = picture.spread, look.lang
    means = [
        said(look, "means", group=group_name(meeting, side.group, lang), mean=decimal(side.mean, 1, lang))
        for side in picture.facing
        if side.mean is not None
    ]
    if not spread.means:
        return said(look, "no-side")
    if spread.gap is None:
        return said(look, "one-side") if len(picture.facing) > 1 else ", ".join(means)
    far = abs(spread.gap)
    told = said(look, "same-mean") if far < _UNSEEN else said(look, "apart", distance=levels(far, lang))
    return f"{', '.join(means)}: {told}"


def _moves(meeting: Meeting, picture: Picture, look: Look) -> str:
    """Say who moved since the round before, and what became of the distance."""
    if not picture.moved or picture.earlier is None:
        return said(look, "nobody-moved")
    lang = look.lang
    moves = [
        f"{group_name(meeting, side.group, lang)} {decimal(side.mean - side.mean_before, 1, lang, sign=True)}"
        for side in (*picture.facing, *picture.others)
        if side.mean is not None
        and side.mean_before is not None
        and abs(side.mean - side.mean_before) >= _UNSEEN
    ]
    now, before = picture.spread.gap, picture.earlier.gap
    if now is not None and before is not None:
        figures = {"before": decimal(abs(before), 1, lang), "now": decimal(abs(now), 1, lang)}
        moves.append(said(look, "distance-from-to", **figures))
    return said(look, "moved", moves=", ".join(moves)) if moves else ""


def _reasons(meeting: Meeting, picture: Picture, look: Look) -> str:
    """Say why the room is asked: the distance, or a gate on which the functions are not of one mind."""
    reasons, spread, lang = [], picture.spread, look.lang
    if spread.gap is not None and abs(spread.gap) > _A_LEVEL:
        compared = [group_name(meeting, group, lang) for group in meeting.questionnaire.compare]
        if compared:
            reasons.append(said(look, "because-gap", first=compared[0], second=compared[1]))
        else:
            reasons.append(said(look, "because-range"))
    for level in spread.contested:
        name = meeting.questionnaire.level_named(level).name.on_one_line(lang)
        reasons.append(said(look, "because-gate", level=level, name=quoted(name, lang)))
    return said(look, "because", reasons="; ".join(reasons))


def _box(title: str, told: Sequence[Content], on: Canvas, edge: Style) -> list[Content]:
    """Draw a heavy frame around lines, with a title in it."""
    inner = on.width - 2
    head = f"━ {clipped(title, inner - 4)} "
    lines = [line((f"┏{head}{'━' * (inner - Content(head).cell_length)}┓", edge))]
    for each in told:
        within = padded(line(" ", each), inner - 2)
        lines.append(line(("┃ ", edge), within, (" ┃", edge)))
    return [*lines, line((f"┗{'━' * inner}┛", edge))]
