"""The end of an interview or a workshop: the ladder builds up, why not higher, the next moves, the report."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Key as KeyPress
from textual.timer import Timer

from alignment_maturity.errors import Coded
from alignment_maturity.interview.ending import Afterwards, Ending, Move, ending
from alignment_maturity.language import failures, one_line, say
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.phrasing.ladder import Rung
from alignment_maturity.result import Assessment
from alignment_maturity.screens.background import aside
from alignment_maturity.screens.keys import bound
from alignment_maturity.screens.page import Page, View
from alignment_maturity.screens.parts import (
    NOTHING,
    Block,
    Canvas,
    Key,
    brush,
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

_STEP = 0.28  # seconds from rung to rung
_BESIDE = 15  # columns left of the lowest rung, for "you are here"


class EndPage(Page):
    """What the answers say; the report can be written here, and one can go back to the answers.

    The answers are assessed, and the report written, in a thread of their own. The report is finished, and
    told of, also where the page has been left; leaving the app waits for it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("w", "write"),
        bound("a", "again"),
        bound("r,escape,b,left", "back"),
        bound("q", "app.leave"),
    ]

    def __init__(
        self,
        title: str,
        file: AnswerFile,
        afterwards: Afterwards,
        *,
        back: Callable[[], None],
        reported: Callable[[Path], None] = lambda _path: None,
    ) -> None:
        """Show what some answers say.

        Args:
            title: stands at the top left.
            back: is called when the user wants to go back to the answers; it takes this page away.
            reported: is told where a report was written.
        """
        super().__init__()
        self._title = title
        self._file = file
        self._afterwards = afterwards
        self._back = back
        self._reported = reported
        self._result: Assessment | None = None
        self._failure: BaseException | None = None
        self._rungs = 0  # that are shown so far
        self._timer: Timer | None = None
        self._report: Path | BaseException | None = None
        self._writing = False

    def begun(self) -> None:
        self._score()

    @property
    def complete(self) -> bool:
        """Whether the ladder stands, and everything is shown."""
        return self._result is not None and self._rungs >= self._result.questionnaire.top

    def view(self, look: Look) -> View:
        keys = [Key("r", look.say("does-review")), Key("q", look.say("does-leave"))]
        if self._failure is not None:
            keys.insert(0, Key("a", look.say("does-retry")))
        elif self.complete:
            keys.insert(0, Key("w", look.say("does-report")))
        everything = (
            Key("w", look.say("does-report")),
            Key("r  Esc", look.say("help-back-to-review")),
            Key("↑ ↓", look.say("help-scroll")),
        )
        return View(
            left=self._title,
            right=look.say("ending"),
            blocks=tuple(self._blocks(look)),
            keys=tuple(keys),
            all_keys=everything,
        )

    def on_key(self, event: KeyPress) -> None:
        if self._result is not None and not self.complete:
            self._stand()
            event.stop()
            event.prevent_default()

    def action_back(self) -> None:
        """Go back to the answers."""
        self._back()

    def action_again(self) -> None:
        """Assess the answers again, where that failed."""
        if self._failure is not None:
            self._failure = None
            self._score()
            self.show()

    def action_write(self) -> None:
        """Write the report, unless it is being written or was."""
        if not self.complete or self._writing or isinstance(self._report, Path):
            return
        if self.full_screen.busy:  # with the report of the answers before
            self.full_screen.tell(self.full_screen.look.say("writing-report"))
            return
        self._writing = True
        self._report = None
        self.show()
        self.call_after_refresh(self.action_scroll_edge, 1)
        write = partial(self._afterwards.write_report, self._file, self.full_screen.lang)
        self.full_screen.finish_first(write, self._written)

    def _score(self) -> None:
        aside(partial(self._afterwards.score, self._file), partial(self.call_later, self._scored))

    def _scored(self, done: Future[Assessment]) -> None:
        self._failure = done.exception()
        if self._failure is not None:
            self.show()
            return
        self._result = done.result()
        if self.full_screen.moving:
            self._rungs = 0
            self._timer = self.set_interval(_STEP, self._climb)
            self.show()
        else:
            self._stand()

    def _climb(self) -> None:
        self._rungs += 1
        if self.complete:
            self._stand()
        else:
            self.show()

    def _stand(self) -> None:
        """Show everything at once."""
        if self._timer is not None:
            self._timer.stop()
        if self._result is not None:
            self._rungs = self._result.questionnaire.top
        self.show()

    def _written(self, done: Future[Path]) -> None:
        self._writing = False
        self._report = done.exception() or done.result()
        if isinstance(self._report, Path):
            self._reported(self._report)
        app = self.full_screen
        if self in app.screen_stack:
            app.tell("")
            self.show()
            self.call_after_refresh(self.action_scroll_edge, 1)
        elif isinstance(self._report, Path):
            app.tell(app.look.say("report-written", path=one_line(str(self._report))), "good")
        else:
            app.tell(f"{app.look.say('report-not-written')}. {_told(self._report, app.look)}", "warning")

    def _blocks(self, look: Look) -> list[Block]:
        if self._failure is not None:
            return [gap(), heading(look.say("not-scored")), _warning(_told(self._failure, look))]
        if self._result is None:
            return [gap(), paragraph(look.say("scoring"), quiet=True)]
        told = ending(self._result, look.lang)
        ladder = ladder_blocks(told.rungs, self._rungs, look)
        if not self.complete:
            return [gap(), *ladder]
        figures = Block(
            lambda on: [ends(NOTHING, line((f"{told.asked} ", brush(on.look.colours.muted))), on.width)]
        )
        return [gap(), *ladder, figures, *_conclusions(told, look), *self._report_blocks(look)]

    def _report_blocks(self, look: Look) -> list[Block]:
        if self._writing:
            return [gap(), paragraph(look.say("writing-report"))]
        if isinstance(self._report, Path):
            return [gap(), _good(look.say("report-written", path=one_line(str(self._report))))]
        if self._report is not None:
            return [
                gap(),
                heading(look.say("report-not-written")),
                _warning(_told(self._report, look)),
                paragraph(look.say("report-again")),
            ]
        return []


def ladder_blocks(rungs: tuple[Rung, ...], shown: int, look: Look) -> tuple[Block, ...]:
    """Draw the scale as a staircase, of which the lowest `shown` rungs stand; `rungs` are highest first."""
    top = len(rungs)
    height = 3 if look.tall and top <= 5 else 1
    hidden = top - min(shown, top)
    return (gap(hidden * height), *(_rung_block(rung, top, height, look) for rung in rungs[hidden:]))


def _rung_block(rung: Rung, top: int, height: int, look: Look) -> Block:
    def draw(on: Canvas) -> list[Content]:
        used = look.colours
        step = max(1, min(5, (on.width - _BESIDE - 40) // max(top - 1, 1)))
        indent = _BESIDE + (rung.level - 1) * step
        reached = used.accent if rung.here else used.tint(rung.level, top)
        ground = reached if rung.attained else used.panel
        ink = used.on(ground) if rung.attained else used.muted
        mark = "✓" if rung.attained else "·"
        name = line((f" {rung.level}  {mark} {rung.name}", brush(ink, bold=rung.attained)))
        body = padded(
            ends(name, line((f"{rung.asked} ", brush(ink))), on.width - indent),
            on.width - indent,
            brush(ink, ground),
        )
        here = look.say("you-are-here") if rung.here else ""
        beside = line((f"{here} ▸ ".rjust(indent) if here else " " * indent, brush(used.accent, bold=True)))
        if height == 1:
            return [Content.assemble(beside, body)]
        blank = Content.assemble(" " * indent, padded(NOTHING, on.width - indent, brush(ink, ground)))
        return [blank, Content.assemble(beside, body), blank]

    return Block(draw)


def _conclusions(told: Ending, look: Look) -> list[Block]:
    blocks = [gap(), heading(told.placement), paragraph(look.say("index", index=told.index), quiet=True)]
    blocks += [_warning(caution) for caution in told.cautions]
    if told.why_not:
        blocks += [gap(), heading(look.say("why-not")), *(_item("–", reason) for reason in told.why_not)]
    if told.priority:
        blocks += [gap(), heading(look.say("priority")), paragraph(told.priority, bold=True)]
    if told.moves:
        blocks += [gap(), heading(look.counted("moves", len(told.moves)))]
        if told.outcome:
            blocks += [paragraph(told.outcome, quiet=True)]
        for number, move in enumerate(told.moves, 1):
            blocks += [*((gap(),) if look.tall else ()), _move_block(number, move)]
        if told.more:
            blocks.append(paragraph(look.counted("more-moves", told.more), quiet=True))
    return blocks


def _move_block(number: int, move: Move) -> Block:
    def draw(on: Canvas) -> list[Content]:
        used = on.look.colours
        first = line((f" {number}  ", brush(used.accent, bold=True)))
        indent = Content(" " * first.cell_length)
        return [
            *hanging(first, move.title, on.width, brush(used.ink, bold=True)),
            *(hanging(indent, move.reason, on.width, brush(used.ink)) if move.reason else ()),
            *hanging(indent, f"{move.owner} · {move.effort}", on.width, brush(used.muted)),
        ]

    return Block(draw)


def _item(mark: str, text: str) -> Block:
    def draw(on: Canvas) -> list[Content]:
        used = on.look.colours
        return hanging(line((f" {mark} ", brush(used.accent))), text, on.width, brush(used.ink))

    return Block(draw)


def _warning(text: str) -> Block:
    return Block(lambda on: wrapped(f"! {text}", on.width, brush(on.look.colours.warning)))


def _good(text: str) -> Block:
    return Block(lambda on: wrapped(f"✓ {text}", on.width, brush(on.look.colours.good, bold=True)))


def _told(failure: BaseException, look: Look) -> str:
    if isinstance(failure, Coded) and failure.code in failures.PHRASES:
        values = {key: one_line(str(value)) for key, value in failure.values.items()}
        return say(failures.PHRASES, failure.code, look.lang, **values)
    reason = one_line(f"{type(failure).__name__}: {failure}")
    return say(failures.PHRASES, "internal", look.lang, reason=reason)
