"""The page for the board: one page, whatever there is to say.

Where the words take more room than there is, they are set more densely; where that is not enough, cut.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alignment_maturity.language import long_date
from alignment_maturity.phrasing import verdict, wording
from alignment_maturity.report import charts
from alignment_maturity.report.elements.common import Block, Fact, Heading
from alignment_maturity.report.elements.placement import Board, Move
from alignment_maturity.report.fitting import (
    ELLIPSIS,
    LEAD,
    MILLIMETRES_A_UNIT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SMALL,
    Setting,
    heading_height,
)
from alignment_maturity.report.placement import blocking
from alignment_maturity.report.selection import widest_dimension, widest_question

if TYPE_CHECKING:
    from alignment_maturity.report.voice import Voice
    from alignment_maturity.result import Step

MOVES = 3
MOST_GROUPS = 10
LONGEST_NAME = 100
"""Characters of a name in the message of the page; the front page has all of them."""

_FEWEST_LINES = 3
_SPARE = 4.0
"""Millimetres that an estimate may be wrong by."""


def board(voice: Voice, *, taken: float = 0.0) -> Board:
    """Build the page for the board.

    Args:
        taken: how much of the page stands above it, in millimetres.
    """
    return fitted(_board(voice), voice.palette.breadth, taken=taken)


def fitted(whole: Board, breadth: float, *, taken: float) -> Board:
    """Set a page for the board as densely as it takes to fit, and clip it where even that does not do.

    Args:
        breadth: of the letters, as a multiple of our own font's.
        taken: how much of the page stands above it, in millimetres.
    """
    room = (PAGE_HEIGHT - taken - _SPARE) / breadth
    for layout in (_NORMAL, _DENSE):
        if layout.height(whole) <= room:
            return replace(whole, density=layout.density)
    return _DENSE.clipped(whole, room)


def _board(voice: Voice) -> Board:
    result, lang = voice.result, voice.lang
    message = voice.say(
        "board",
        organisation=wording.cut(result.organisation, LONGEST_NAME),
        level=result.level,
        top=voice.questionnaire.top,
        name=wording.cut(voice.level_name(result.level), LONGEST_NAME),
    )
    moves = _moves(voice)
    return Board(
        heading=Heading("board", voice.say("label-board"), message),
        density="",
        lead=voice.text(voice.questionnaire.level_named(result.level).description),
        warning=_warning(voice),
        drawing=charts.ladder(voice),
        figures=_figures(voice),
        figures_note=voice.say("index-note-bands" if result.cutoffs else "index-note"),
        sure=Block(voice.say("sure"), verdict.confidence(result, lang)),
        blocks=blocking(voice),
        functions=Block(voice.say("functions"), _between_functions(voice)),
        moves_title=_moves_title(voice, len(moves)),
        moves=moves,
        moves_note=_moves_note(voice),
    )


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the page is set, as its style sheet has it: letterings, and the space between parts in millimetres.

    Attributes:
        density: the class name of the page.
        title, text: of the three columns.
        drawing, columns, rule: the space around the ladder, the columns and the title of the moves.
        value: the height of a figure, without its label.
    """

    density: str
    lead: Setting
    title: Setting
    text: Setting
    move: Setting
    drawing: float
    columns: float
    rule: float
    value: float

    def height(self, board: Board) -> float:
        """Return how high a page stands."""
        return self._frame(board) + max(self._block(block) for block in _blocks(board))

    def clipped(self, board: Board, room: float) -> Board:
        """Return a page that has no more words than there is room for."""
        moves = tuple(self._clipped_move(move) for move in board.moves)
        warning = _WARNING.clipped(board.warning, 2)
        shorter, lines = board, 0
        for of_lead in (4, 2, 1):
            lead = self.lead.clipped(board.lead, of_lead)
            shorter = replace(board, density=self.density, lead=lead, warning=warning, moves=moves)
            lines = self._lines_left(shorter, room)
            if lines >= _FEWEST_LINES:
                break
        blocks, functions, sure = (
            self._clipped_block(block, max(lines, _FEWEST_LINES)) for block in _blocks(board)
        )
        return replace(shorter, blocks=blocks, functions=functions, sure=sure)

    def _lines_left(self, board: Board, room: float) -> int:
        """Return how many lines of the columns fit on a page."""
        titles = max(self.title.height(block.title) for block in _blocks(board)) + 3
        return int((room - self._frame(board) - titles) / self.text.line)

    def _frame(self, board: Board) -> float:
        """Return the height of all but the three columns."""
        moves = max((self._move(move) for move in board.moves), default=0.0)
        return sum(
            (
                heading_height(board.heading),
                self.lead.height(board.lead),
                _WARNING.height(board.warning) + 8.5 if board.warning else 0.0,
                float(board.drawing.height) * MILLIMETRES_A_UNIT + self.drawing,
                self._figures(board) + SMALL.height(board.figures_note),
                self.columns,
                moves + self.rule if moves else 0.0,
                SMALL.height(board.moves_note) + 3 if board.moves_note else 0.0,
            )
        )

    def _figures(self, board: Board) -> float:
        """Return the height of the figures, in as many rows as they need."""
        rows, across = 1, 0.0
        for figure in board.figures:
            width = min(_LABEL.width_of(figure.label), _LABEL.width) + _APART
            if across + width > PAGE_WIDTH:
                rows, across = rows + 1, 0.0
            across += width
        label = max(_LABEL.height(figure.label) for figure in board.figures)
        return rows * (self.value + label)

    def _block(self, block: Block) -> float:
        words = sum(self.text.height(sentence) + 1.5 for sentence in block.sentences)
        return self.title.height(block.title) + 3 + words

    def _move(self, move: Move) -> float:
        return self.move.height(move.title) + sum(_DETAIL.height(detail) for detail in move.details)

    def _clipped_move(self, move: Move) -> Move:
        details = tuple(_DETAIL.clipped(detail, 1) for detail in move.details)
        return replace(move, title=self.move.clipped(move.title, 2), details=details)

    def _clipped_block(self, block: Block, lines: int) -> Block:
        """Return the first sentences of a block, the last of them cut where the lines run out."""
        kept, left = [], lines * self.text.line
        for sentence in block.sentences:
            whole_lines = int(left / self.text.line)
            if whole_lines < 1:
                break
            kept.append(self.text.clipped(sentence, whole_lines))
            left -= self.text.height(kept[-1]) + 1.5
        if kept and len(kept) < len(block.sentences) and not kept[-1].endswith(ELLIPSIS):
            kept[-1] += f" {ELLIPSIS}"
        return replace(block, sentences=tuple(kept))


_COLUMN = (PAGE_WIDTH - 2 * 6) / 3
_WARNING, _LABEL, _DETAIL = (
    Setting(9.2, 1.5, 164, bold=True), Setting(8, 1.35, 35), Setting(8, 1.45, _COLUMN - 8),
)  # fmt: skip
_APART = 6.0
"""Between two figures."""

_NORMAL = _Layout(
    "", LEAD, Setting(10.2, 1.35, _COLUMN, bold=True), Setting(9.2, 1.45, _COLUMN),
    Setting(9.2, 1.35, _COLUMN - 8, bold=True), drawing=6, columns=9, rule=17.5, value=9.6,
)  # fmt: skip
_DENSE = _Layout(
    "dense", Setting(9.2, 1.4, PAGE_WIDTH), Setting(9.2, 1.35, _COLUMN, bold=True), Setting(8, 1.4, _COLUMN),
    Setting(8, 1.35, _COLUMN - 8, bold=True), drawing=2, columns=5, rule=11, value=8,
)  # fmt: skip


def _blocks(board: Board) -> tuple[Block, Block, Block]:
    return board.blocks, board.functions, board.sure


def _warning(voice: Voice) -> str:
    if voice.result.index is None:
        return voice.say("nothing-answered")
    return verdict.provisional(voice.result, voice.lang) or ""


def _figures(voice: Voice) -> tuple[Fact, ...]:
    result = voice.result
    overall = [
        Fact(
            voice.say("fact-level"),
            voice.say("of", figure=result.level, whole=voice.questionnaire.top),
        ),
        Fact(voice.say("fact-index"), voice.decimal(result.index, 0)),
    ]
    if len(voice.shown) + len(result.suppressed_groups) < 2:
        return tuple(overall)
    groups = [
        Fact(voice.say("fact-index-of", group=voice.column(group)), voice.decimal(index, 0))
        for group, index in result.by_group.items()
    ]
    return (*overall, *groups[:MOST_GROUPS])


def _between_functions(voice: Voice) -> tuple[str, ...]:
    result, lang = voice.result, voice.lang
    sentences = [verdict.no_comparison(result, lang), verdict.suppression(result, lang)]
    if result.compared is not None and any(question.counts for question in result.questions):
        dimension, question = widest_dimension(result), widest_question(result)
        if dimension is not None and dimension.gap is not None:
            name = voice.dimension(dimension.id)
            sentences.insert(0, verdict.gap_sentence(result, name, dimension.gap, lang) + ".")
        else:
            first, second = (voice.group(group) for group in result.compared)
            sentences.insert(0, voice.say("agree", first=first, second=second))
        if question is not None and question.gap is not None:
            size = wording.levels(abs(question.gap), lang)
            sentences.insert(1, voice.say("widest-question", question=voice.question(question.id), size=size))
    return tuple(sentence for sentence in sentences if sentence)


def _moves_title(voice: Voice, number: int) -> str:
    return voice.say("moves-keep") if voice.result.blocking is None else voice.count("moves", number)


def _moves(voice: Voice) -> tuple[Move, ...]:
    result = voice.result
    if result.blocking is not None:
        return tuple(
            Move(str(step.rank), voice.text(step.action.title), _details(voice, step))
            for step in result.plan.steps[:MOVES]
        )
    return tuple(
        Move(
            str(rank),
            wording.question_name(result, question, voice.lang),
            (voice.say("keep-detail", mean=voice.mean_of(question), top=voice.questionnaire.top),),
        )
        for rank, question in enumerate(result.plan.keep[:MOVES], start=1)
    )


def _moves_note(voice: Voice) -> str:
    """Say what the whole plan leads to, of which the board sees the first moves."""
    plan = voice.result.plan
    if plan.out_of_reach is not None:
        key = "moves-short" if "steps" in voice.parts else "moves-short-alone"
        return voice.say(key, level=plan.out_of_reach.level)
    ends = [step.end for step in plan.steps if step.end]
    if not ends:
        return ""
    effort, end = voice.effort(plan.effort), long_date(max(ends), voice.lang)
    return voice.count("moves-note", len(plan.steps), effort=effort, level=plan.target, end=end)


def _details(voice: Voice, step: Step) -> tuple[str, ...]:
    """Say who does an action, with what effort and when."""
    return voice.owner(step.action.owner), voice.effort(step.action.effort), voice.period(step)
