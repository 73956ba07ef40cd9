"""What a line typed in a workshop means: cards of a function, or a command."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from alignment_maturity.language import LANGUAGES
from alignment_maturity.language.interview import COMMANDS as OF_THE_INTERVIEW
from alignment_maturity.language.workshop import COMMANDS
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN, Questionnaire

_BY_WORD = {word: command for command, words in COMMANDS.items() for word in words}
_WITH_ARGUMENT = {"agree", "jump", "note", "people"}
_NUMBER = re.compile(r"([0-9]{1,4})[.)]?")
_TIMES = re.compile(r"(.+?)[x×*]([0-9]{1,3})", re.IGNORECASE)
_NONE = "0"
_NO_OPTION = {
    **dict.fromkeys(("?", *(word for word in OF_THE_INTERVIEW["unknown"] if " " not in word)), UNKNOWN),
    **dict.fromkeys(("-", *(word for word in OF_THE_INTERVIEW["n/a"] if " " not in word)), NOT_APPLICABLE),
}


class Typed(NamedTuple):
    """A line that is a command.

    Attributes:
        command: a key of `COMMANDS`, or `enter` (nothing was typed), `number`, `text` (none of these).
        argument: the digits, the text, or what follows the command; else empty.
    """

    command: str
    argument: str = ""


class Tally(NamedTuple):
    """The cards of one function.

    Attributes:
        group: its id.
        cards: values; none take back what was counted.
    """

    group: str
    cards: tuple[str, ...]


class Unclear(NamedTuple):
    """Why a line that looks like cards cannot be counted.

    Attributes:
        code: `which-function`, `no-cards-read`, or `text` where nothing in it looks like a card.
        found: the part that is not clear.
    """

    code: str
    found: str


def understand(line: str) -> Typed:
    """Read a line as a command; the words of both languages are understood whatever the language."""
    line = line.strip()
    if not line:
        return Typed("enter")
    if number := _NUMBER.fullmatch(line):
        return Typed("number", number[1])
    whole = " ".join(line.lower().replace("’", "'").split())
    if whole in _BY_WORD:
        return Typed(_BY_WORD[whole])
    if line.startswith("="):
        return Typed("agree", line[1:].strip())
    word, *rest = line.split(maxsplit=1)
    command = _BY_WORD.get(word.lower().rstrip(":"))
    if command in _WITH_ARGUMENT:
        return Typed(command, "".join(rest))
    return Typed("text", line)


def tallies(
    line: str, questionnaire: Questionnaire, values: tuple[str, ...], present: Iterable[str]
) -> list[Tally] | Unclear:
    """Read a line as cards, functions separated by `;`.

    Args:
        values: what a card can say, options first, in the order of the numbers in front of them.
        present: ids of the functions that have people here; where it is one, it need not be named.
    """
    read = []
    for part in line.split(";"):
        words = re.split(r"[\s,]+", part.strip())
        if words == [""]:
            continue
        tally = _tally(words, questionnaire, values, tuple(present))
        if isinstance(tally, Unclear):
            return tally
        read.append(tally)
    return read


def card(word: str, values: tuple[str, ...]) -> str | None:
    """Return the value that one card says, by the number in front of its option; None where it is none."""
    if word.lower() in _NO_OPTION:
        return _NO_OPTION[word.lower()]
    options = [value for value in values if value not in {UNKNOWN, NOT_APPLICABLE}]
    return options[int(word) - 1] if _is_number(word) and 1 <= int(word) <= len(options) else None


def group_named(text: str, questionnaire: Questionnaire) -> str | None:
    """Return the one function whose id or name, in either language, is or begins with a text; else None."""
    wanted = " ".join(text.casefold().split())
    names = {
        group.id: {group.id, *(" ".join(group.name.in_(lang).casefold().split()) for lang in LANGUAGES)}
        for group in questionnaire.groups
    }
    exact = [group for group, known in names.items() if wanted in known]
    begun = [group for group, known in names.items() if any(name.startswith(wanted) for name in known)]
    for found in (exact, begun):
        if len(found) == 1 and wanted:
            return found[0]
    return None


def _tally(
    words: list[str], questionnaire: Questionnaire, values: tuple[str, ...], present: tuple[str, ...]
) -> Tally | Unclear:
    """Read the name of a function, as far as the first card, and the cards after it."""
    if _looks_like_card(words[0]) and not words[0].isalpha():
        named = len(present) == 1
        return _counted(present[0], words, values) if named else Unclear("which-function", " ".join(words))
    start = next((at for at, word in enumerate(words) if at and _looks_like_card(word)), len(words))
    name = " ".join(words[:start]).rstrip(":= ")
    group = group_named(name, questionnaire)
    if group is None:
        return Unclear("text" if start == len(words) else "which-function", name)
    return _counted(group, words[start:], values)


def _counted(group: str, words: list[str], values: tuple[str, ...]) -> Tally | Unclear:
    cards: list[str] = []
    for word in words:
        what, times = _split(word)
        value = card(what, values)
        if value is not None:
            cards += [value] * times
        elif word != _NONE:
            return Unclear("no-cards-read", word)
    return Tally(group, tuple(cards))


def _looks_like_card(word: str) -> bool:
    what, _ = _split(word)
    return _is_number(what) or what.lower() in _NO_OPTION


def _split(word: str) -> tuple[str, int]:
    """Take `3x2` apart: the card, and how many of it."""
    several = _TIMES.fullmatch(word)
    return (several[1], int(several[2])) if several else (word, 1)


def _is_number(word: str) -> bool:
    return bool(_NUMBER.fullmatch(word)) and word.isdecimal()
