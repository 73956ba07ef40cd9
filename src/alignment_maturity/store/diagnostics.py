"""Problems as people read them on a terminal and as programs read them in JSON."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from alignment_maturity.errors import Problem
from alignment_maturity.language import Lang, Phrase
from alignment_maturity.language.problems import advise, describe

_WIDTH = 100  # columns of a source line that are shown
_BEFORE = 60  # of which before the caret, where the line is longer
_TAB = "    "
_MORE = Phrase(it="altri problemi non mostrati: {more}", en="further problems not shown: {more}")


def render(problems: Sequence[Problem], more: int, lang: Lang) -> str:
    """Write problems as lines of text, each ended by a line break; `more` were found and not kept."""
    lines = [line for problem in problems for line in _lines(problem, lang)]
    if more:
        lines.append(_MORE.fill(lang, more=more))
    return "".join(f"{line}\n" for line in lines)


def as_document(problems: Sequence[Problem], more: int, lang: Lang) -> dict[str, object]:
    """Return problems as the JSON document that takes the place of a result.

    Beside `errors` there are `warnings`, and `more`, the number of those not kept, where there are any.
    """
    document: dict[str, object] = {
        "errors": [_entry(problem, lang) for problem in problems if not problem.warning]
    }
    if warnings := [_entry(problem, lang) for problem in problems if problem.warning]:
        document["warnings"] = warnings
    if more:
        document["more"] = more
    return document


def _entry(problem: Problem, lang: Lang) -> dict[str, object]:
    return {
        "file": _visible(problem.source),
        "line": problem.line or None,
        "column": problem.column or None,
        "code": problem.code,
        "message": describe(problem, lang),
        "hint": advise(problem, lang) or None,
    }


def _lines(problem: Problem, lang: Lang) -> Iterable[str]:
    place = f":{problem.line}:{problem.column}" if problem.line else ""
    kind = "warning" if problem.warning else "error"
    yield f"{_visible(problem.source)}{place}: {kind}[{problem.code}]: {describe(problem, lang)}"
    number = f" {problem.line:4}"
    margin = " " * len(number)
    if problem.excerpt.strip():
        shown, caret = _window(problem.excerpt, problem.column - 1)
        yield f"{number} | {shown}".rstrip()
        yield f"{margin} | {' ' * caret}^"
    if hint := advise(problem, lang):
        yield f"{margin} = {hint}"


def _window(line: str, index: int) -> tuple[str, int]:
    """Cut a line to what fits around the character at `index`; return it and the column of the character."""
    start = max(0, index - _WIDTH)
    cells = [_visible(character) for character in line[start : index + _WIDTH]]
    columns = list(accumulate(map(_width, cells), initial=0))
    caret = columns[index - start]
    first = 0 if columns[-1] <= _WIDTH else bisect_left(columns, caret - _BEFORE)
    last = bisect_right(columns, columns[first] + _WIDTH) - 1
    left = "…" if start + first > 0 else ""
    right = "…" if start + last < len(line) else ""
    return f"{left}{''.join(cells[first:last])}{right}", len(left) + caret - columns[first]


def _visible(text: str) -> str:
    """Replace what would move the cursor, turn the writing round or not be seen."""
    return "".join(map(_visible_character, text))


def _visible_character(character: str) -> str:
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    if character == "\t":
        return _TAB
    code = ord(character)
    return chr(0x2400 + code) if character < " " else "\N{REPLACEMENT CHARACTER}"


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in ("W", "F"))
        for character in text
    )
