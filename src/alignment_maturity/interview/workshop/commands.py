"""What a line typed in a workshop means: cards of a function, or a command."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.language.interview import COMMANDS as OF_THE_INTERVIEW
from alignment_maturity.language.workshop import COMMANDS
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN, Questionnaire

_BY_WORD = {word: command for command, words in COMMANDS.items() for word in words}
_WITH_ARGUMENT = {"agree", "jump", "note", "people"}
_OF_ONE_WORD = {"agree", "jump"}
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


def understand(line: str, read: Callable[[str], list[Tally] | Unclear]) -> Typed:
    """Read a line as a command; the words of both languages are understood whatever the language.

    Args:
        read: reads a line as cards. What makes sense as cards is no note, and no command that takes one word:
            `n 2 3` where a function is called Nord, `Go to market 2 3`.
    """
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
        argument = "".join(rest)
        one_word = command in _OF_ONE_WORD and len(argument.split()) == 1
        if one_word or not _holds_cards(read(line)):
            return Typed(command, argument)
    return Typed("text", line)


def tallies(
    line: str, questionnaire: Questionnaire, values: tuple[str, ...], present: Iterable[str]
) -> list[Tally] | Unclear:
    """Read a line as cards, functions separated by `;`.

    A function goes by its id, its name in either language, or a beginning that no other has. Names may hold
    digits and spaces: the longest one that a part begins with is taken, and a colon ends any of them.

    Args:
        values: what a card can say, options first, in the order of the numbers in front of them.
        present: ids of the functions that have people here; where it is one, it need not be named.
    """
    here, read = tuple(present), []
    for part in _parts(line, questionnaire):
        tally = _tally(part.strip(), questionnaire, values, here)
        if isinstance(tally, Unclear):
            return tally
        read.append(tally)
    return read


def hide_cards(line: str, questionnaire: Questionnaire) -> str:
    """Return a line with a dot for every word that is no name: its length would tell cards apart as well.

    Also a word that is not a card yet, such as `3x` or `n/`, becomes a dot; names stay as they are typed.
    """
    return ";".join(_with_dots(part, questionnaire) for part in _parts(line, questionnaire, whole=True))


def name_to_type(questionnaire: Questionnaire, group: str, lang: Lang) -> str:
    """Return what stands for a function before its cards and is always read as that function."""
    name = questionnaire.group_by_id[group].name.in_(lang)
    read = tallies(f"{name}:", questionnaire, (), ())
    return f"{name if read == [Tally(group, ())] else group}:"


def card(word: str, values: tuple[str, ...]) -> str | None:
    """Return the value that one card says, by the number in front of its option; None where it is none."""
    if word.lower() in _NO_OPTION:
        return _NO_OPTION[word.lower()]
    options = [value for value in values if value not in {UNKNOWN, NOT_APPLICABLE}]
    return options[int(word) - 1] if _is_number(word) and 1 <= int(word) <= len(options) else None


def card_to_type(value: str, values: tuple[str, ...]) -> str:
    """Return the word that `card` reads as a value."""
    if value in {UNKNOWN, NOT_APPLICABLE}:
        return "?" if value == UNKNOWN else "-"
    return str(values.index(value) + 1)


def group_named(text: str, questionnaire: Questionnaire) -> str | None:
    """Return the one function whose id or name, in either language, is or begins with a text; else None."""
    wanted = " ".join(text.casefold().split())
    known = _known_names(questionnaire)
    begun = {group for name, groups in known.items() if name.startswith(wanted) for group in groups}
    for found in (known.get(wanted, frozenset()), begun):
        if len(found) == 1 and wanted:
            return next(iter(found))
    return None


def _holds_cards(read: list[Tally] | Unclear) -> bool:
    return isinstance(read, list) and any(tally.cards for tally in read)


class _Named(NamedTuple):
    """The whole name of a function at the beginning of a text.

    Attributes:
        groups: ids of the functions that have it.
        length: of what was typed of the text.
        closed: whether a colon ends it.
    """

    groups: frozenset[str]
    length: int
    closed: bool


def _parts(line: str, questionnaire: Questionnaire, *, whole: bool = False) -> Iterator[str]:
    """Take a line apart at each `;` that is in no name; empty parts only where `whole`."""
    rest: str | None = line
    while rest is not None:
        named = _names_before(rest.lstrip(), questionnaire)
        start = len(rest) - len(rest.lstrip()) + (named[0].length if named else 0)
        end = rest.find(";", start)
        part, rest = (rest, None) if end < 0 else (rest[:end], rest[end + 1 :])
        if whole or part.strip():
            yield part


def _tally(
    text: str, questionnaire: Questionnaire, values: tuple[str, ...], present: tuple[str, ...]
) -> Tally | Unclear:
    """Read the cards of one function."""
    readings = []
    for named in _names_before(text, questionnaire):
        name, words = text[: named.length], _words(text[named.length :].lstrip().lstrip(":="))
        if len(named.groups) > 1:
            return Unclear("which-function", name)
        read = _counted(next(iter(named.groups)), words, values)
        if named.closed:
            return read
        if isinstance(read, Tally):
            readings.append((read, words))
    begun = _begun(_words(text), questionnaire, values, present)
    if not readings:
        return begun
    (first, words), *others = readings
    # A whole name and nothing after it, such as `Sales 1`: are these cards of `Sales`?
    other = [begun, *(read for read, _ in others)]
    if not words and any(_holds_cards([read]) for read in other if isinstance(read, Tally)):
        return Unclear("which-function", text)
    return first


def _begun(
    words: list[str], questionnaire: Questionnaire, values: tuple[str, ...], present: tuple[str, ...]
) -> Tally | Unclear:
    """Read the beginning of a name, as far as the first card, and the cards after it."""
    if not words:
        return Unclear("text", "")
    if _looks_like_card(words[0]) and not words[0].isalpha():
        named = len(present) == 1
        return _counted(present[0], words, values) if named else Unclear("which-function", " ".join(words))
    start = _first_card(words)
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


def _names_before(text: str, questionnaire: Questionnaire) -> list[_Named]:
    """Return the whole names that a text begins with: those that a colon ends first, then longest first."""
    found = []
    for name, groups in _known_names(questionnaire).items():
        pattern = r"\s+".join(map(re.escape, name.split()))
        if match := re.match(rf"{pattern}(?=(\s*:)|[\s,;=]|$)", text, re.IGNORECASE):
            found.append(_Named(groups, match.end(), match[1] is not None))
    return sorted(found, key=lambda named: (named.closed, named.length), reverse=True)


def _known_names(questionnaire: Questionnaire) -> dict[str, frozenset[str]]:
    """Return what stands for functions, in lower case; an id is that of one, whoever has it as a name."""
    known: dict[str, frozenset[str]] = {}
    for group in questionnaire.groups:
        for lang in LANGUAGES:
            name = " ".join(group.name.in_(lang).casefold().split())
            known[name] = known.get(name, frozenset()) | {group.id}
    return known | {group.id.casefold(): frozenset({group.id}) for group in questionnaire.groups}


def _with_dots(part: str, questionnaire: Questionnaire) -> str:
    start = len(part) - len(part.lstrip())
    if named := _names_before(part[start:], questionnaire):
        start += named[0].length
    else:
        start += _begun_length(part[start:], questionnaire)
    return part[:start] + re.sub(r"[^\s,:=]+", "•", part[start:])


def _begun_length(text: str, questionnaire: Questionnaire) -> int:
    """Return how long a name is whose beginning a text begins with; a first word of letters is always one."""
    known, read, end = _known_names(questionnaire), "", 0
    for word in re.finditer(r"[^\s,:=]+", text):
        read = f"{read} {word[0].casefold()}".lstrip()
        begun = word[0][0].isalpha() and any(name.startswith(read) for name in known)
        if (end and (not begun or _looks_like_card(word[0]))) or not (begun or word[0].isalpha()):
            break
        end = word.end()
    return end


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s,]+", text) if word]


def _first_card(words: list[str]) -> int:
    """Return where the cards begin after a name of at least one word."""
    return next((at for at, word in enumerate(words) if at and _looks_like_card(word)), len(words))


def _looks_like_card(word: str) -> bool:
    what, _ = _split(word)
    return _is_number(what) or what.lower() in _NO_OPTION


def _split(word: str) -> tuple[str, int]:
    """Take `3x2` apart: the card, and how many of it."""
    several = _TIMES.fullmatch(word)
    return (several[1], int(several[2])) if several else (word, 1)


def _is_number(word: str) -> bool:
    return bool(_NUMBER.fullmatch(word)) and word.isdecimal()
