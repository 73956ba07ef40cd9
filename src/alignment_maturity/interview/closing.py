"""How an interview or a workshop led line by line ends: the result, and its report on request."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from alignment_maturity.errors import AlignmentError, Coded
from alignment_maturity.interview.ending import Afterwards, Ending, ending
from alignment_maturity.interview.paper import Paper
from alignment_maturity.interview.session import clean
from alignment_maturity.interview.terminal import LineTerminal
from alignment_maturity.language import Lang, failures, say
from alignment_maturity.language.interview import AT_THE_END
from alignment_maturity.language.screen import word
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.result import Assessment

_T = TypeVar("_T")


def close(
    file: AnswerFile,
    terminal: LineTerminal,
    afterwards: Afterwards,
    caution: Callable[[Lang], str] = lambda _lang: "",
) -> bool:
    """Show what answers come to, and write their report where somebody asks for it.

    Args:
        caution: what there is to say of the result beyond it, if anything.

    Returns whether to go back to the review. What fails is told, and nothing else happens: the answers are
    on the disk already.
    """
    result = _tried(lambda: afterwards.score(file), terminal)
    _show(result, terminal, caution)
    while terminal.patient:
        try:
            line = clean(terminal.read_line(f"{terminal.paper.say('at-the-end')} > "))
        except EOFError:
            terminal.write("\n")
            return False
        command = _BY_WORD.get(line.lower())
        if command == "back":
            return True
        if command in {"enter", "quit"}:
            return False
        if command == "report":
            _write_report(file, terminal, afterwards)
        elif command == "language":
            terminal.switch_language()
            _show(result, terminal, caution)
        else:
            terminal.tell("what-at-the-end")
    return False


def ladder(told: Ending, paper: Paper) -> list[str]:
    """Draw the scale, highest level first, as lines of text."""
    names = [f"{'[x]' if rung.attained else '[ ]'} {rung.level}. {rung.name}" for rung in told.rungs]
    width = max(map(len, names))
    figures = max(len(told.asked), *(len(rung.asked) for rung in told.rungs))
    here = f"<== {word('you-are-here', paper.lang)}"
    if width + figures + len(here) + 4 > paper.measure:  # below each other where they don't fit a line
        width = figures = 0
    rows = [
        f"{name.ljust(width)}  {rung.asked.rjust(figures)}  {here if rung.here else ''}"
        for name, rung in zip(names, told.rungs, strict=True)
    ]
    head = f"{' ' * width}  {told.asked.rjust(figures)}"
    return [
        head if width else paper.wrap(told.asked),
        *(row.rstrip() if width else paper.wrap(row) for row in rows),
    ]


def result_page(told: Ending, paper: Paper) -> str:
    """Show the placement on the ladder, why it is not higher, and the first moves."""
    lang = paper.lang
    lines = ["", paper.titled(paper.say("result")), *ladder(told, paper), ""]
    lines.append(paper.wrap(f"{told.placement} ({word('index', lang)} {told.index})"))
    lines += [paper.wrap(caution) for caution in told.cautions]
    if told.why_not:
        lines += ["", word("why-not-higher", lang), *(paper.wrap(why, "- ", "  ") for why in told.why_not)]
    if told.priority:
        lines += ["", word("priority", lang), paper.wrap(told.priority, "  ")]
    if told.moves:
        lines += ["", paper.say("moves")]
        for number, move in enumerate(told.moves, 1):
            lines.append(paper.wrap(f"{move.title} ({move.owner}, {move.effort})", f"{number}. ", "   "))
            lines.append(paper.wrap(move.reason, "   "))
    if told.outcome:
        lines += ["", paper.wrap(told.outcome)]
    if told.more:
        lines.append(paper.wrap(paper.say("moves-in-report", count=told.more)))
    return "\n".join([*lines, ""])


def _show(result: Assessment | None, terminal: LineTerminal, caution: Callable[[Lang], str]) -> None:
    if result is not None:
        terminal.show(result_page(ending(result, terminal.lang), terminal.paper))
    terminal.show(terminal.paper.wrap(caution(terminal.lang)))


def _write_report(file: AnswerFile, terminal: LineTerminal, afterwards: Afterwards) -> None:
    terminal.tell("writing-report")
    path = _tried(lambda: afterwards.write_report(file, terminal.lang), terminal)
    if path is not None:
        terminal.tell("report-written", path=path)


def _tried(work: Callable[[], _T], terminal: LineTerminal) -> _T | None:
    """Do something that may fail; None where it did, which is told."""
    try:
        return work()
    except (AlignmentError, OSError, MemoryError) as error:
        terminal.tell("not-worked-out", reason=_reason(error, terminal))
        return None


def _reason(error: Exception, terminal: LineTerminal) -> str:
    if isinstance(error, Coded):
        return say(failures.PHRASES, error.code, terminal.lang, **error.values)
    if isinstance(error, MemoryError):
        return say(failures.PHRASES, "out-of-memory", terminal.lang)
    return str(error)


_BY_WORD = {word: command for command, words in AT_THE_END.items() for word in words}
