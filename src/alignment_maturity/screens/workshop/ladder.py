"""The ladder beside the hour: where the answers put the organisation so far, worked out aside."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import NamedTuple

from textual.content import Content

from alignment_maturity.language import decimal
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.phrasing.ladder import Rung, rungs
from alignment_maturity.result import Assessment
from alignment_maturity.screens.background import aside
from alignment_maturity.screens.parts import (
    Block,
    Canvas,
    brush,
    hanging,
    heading,
    level_chip,
    line,
    padded,
    paragraph,
    wrapped,
)
from alignment_maturity.screens.theme import Look
from alignment_maturity.screens.workshop.words import said

Score = Callable[[AnswerFile], Assessment]


class Standing(NamedTuple):
    """The last result there is; `current`: whether it is that of the answers as they are now."""

    result: Assessment | None = None
    current: bool = False


class Scorer:
    """Scores answers aside, one file at a time, the newest next."""

    def __init__(self, score: Score, changed: Callable[[], None]) -> None:
        """Begin with no result; `changed` is called in the event loop whenever there is another."""
        self._score = score
        self._changed = changed
        self._wanted: AnswerFile | None = None
        self._scored: AnswerFile | None = None
        self._result: Assessment | None = None
        self._running = False

    @property
    def standing(self) -> Standing:
        """What is known at the moment."""
        return Standing(self._result, self._scored == self._wanted)

    def want(self, file: AnswerFile) -> None:
        """Ask for the result of some answers, unless it is there."""
        if file != self._wanted:
            self._wanted = file
            self._go_on()

    def _go_on(self) -> None:
        file = self._wanted
        if self._running or file is None or file == self._scored:
            return
        self._running = True
        aside(partial(self._score, file), partial(self._ended, file))

    def _ended(self, file: AnswerFile, done: Future[Assessment]) -> None:
        """Take a result; that there is none, because too little was answered say, is known then as well."""
        self._running = False
        self._scored = file
        self._result = None if done.exception() else done.result()
        self._changed()
        self._go_on()


def upright(standing: Standing, look: Look) -> list[Block]:
    """Return the ladder for the column beside the page."""
    return [heading(said(look, "ladder")), *_told(standing, look, lambda result: _steps(result, look))]


def lying(standing: Standing, look: Look) -> list[Block]:
    """Return the ladder on a line or two, where there is no column beside the page."""
    return _told(standing, look, lambda result: [Block(lambda on: _chips(result, on))])


def _told(standing: Standing, look: Look, draw: Callable[[Assessment], list[Block]]) -> list[Block]:
    if standing.result is None:
        key = "no-ladder" if standing.current else "counting"
        return [paragraph(f"{said(look, 'ladder')}: {said(look, key)}", quiet=True)]
    blocks = draw(standing.result)
    return blocks if standing.current else [*blocks, paragraph(said(look, "counting"), quiet=True)]


def _steps(result: Assessment, look: Look) -> list[Block]:
    index = said(look, "index", index=f"{decimal(result.index, 1, look.lang)}/100")
    told = [_step(result, rung) for rung in rungs(result, look.lang)]
    return [*told, paragraph(f"{index}, {said(look, 'so-far')}", quiet=True)]


def _step(result: Assessment, rung: Rung) -> Block:
    """Draw one level: on its tint where it was attained."""

    def draw(on: Canvas) -> list[Content]:
        used, top = on.look.colours, result.questionnaire.top
        ground = used.tint(rung.level, top) if rung.attained else used.raised
        ink = used.on(ground) if rung.attained else used.muted
        mark = "▸" if rung.here else "✓" if rung.attained else " "
        first = line((f" {mark} ", brush(ink, bold=True)))
        told = hanging(first, f"{rung.level} {rung.name}", on.width, brush(ink, bold=rung.here))
        return [padded(each, on.width, brush(ink, ground)) for each in told]

    return Block(draw)


def _chips(result: Assessment, on: Canvas) -> list[Content]:
    used, top = on.look.colours, result.questionnaire.top
    here = result.questionnaire.level_named(result.level)
    chips = [
        level_chip(level, top, f"{'▸' if level == result.level else '✓'}{level}", on.look)
        if level <= result.level
        else line((f"  {level} ", brush(used.muted)))
        for level in range(1, top + 1)
    ]
    name = f" {here.name.on_one_line(on.look.lang)} · {decimal(result.index, 1, on.look.lang)}/100"
    return wrapped(line(*chips, (name, brush(used.ink, bold=True))), on.width)
