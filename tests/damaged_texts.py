"""Answer files with something changed: what people and programs do to them, and what readers stumble over."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

PIECES = (
    *(": ", ":", ",", ", ", "- ", "? ", "\n", "\n  ", "\n    ", "\n- ", "\n\n", "\t", "\r\n", "\r", "---\n"),
    *("...\n", "%YAML 1.2\n", "|", "|\n", ">-\n", "#", " #", " # why\n", "&a ", "*a", "<<: ", "!!str ", "! "),
    *("\\", "\\u003a", "\\u0007", "\\ud800", "\\n", '"', "'", "''", "{", "}", "[", "]", "{}", "[]", "@", "%"),
    *("null", "~", "true", "0o2", "0x2", "2.0", '"2"', "02", "+2", "-0", "1e0", "NaN", "n/a", "unknown", "9"),
    *("{value: 2}", "{value: 2, note: a}", '{"value": 2}', "{a: b,c: d}", "{a: {, }}", "a: b\n", "- a: b\n"),
    *(" ", "  ", "    ", "è", "日", "\xa0", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff"),
    *("\x00", "\x07", "\x7f", "\x1f"),
    *("x" * 101, "x" * 1100, "12:30", "2026-11-21", "2026-02-30", '"1.0"', "1.0", "format: 1\n"),
    *("respondents", "respondent: ", "workshop: ", "answers: ", "note: ", "wave: ", '"wave": null, '),
)  # fmt: skip

_Edit = tuple[str, float, float, str]


def damaged(sound: str) -> st.SearchStrategy[str]:
    """Change a text in one to four places."""
    places = st.floats(0, 1)
    edit = st.tuples(st.sampled_from(sorted(_EDITS)), places, places, st.sampled_from(PIECES))
    return st.lists(edit, min_size=1, max_size=4).map(lambda edits: _edited(sound, edits))


def _edited(text: str, edits: list[_Edit]) -> str:
    for kind, first, second, piece in edits:
        text = _EDITS[kind](text, first, second, piece)
    return text


def _put(text: str, first: float, second: float, piece: str) -> str:
    """Put a piece in the place of up to five characters."""
    start = int(first * len(text))
    return text[:start] + piece + text[start + int(second * 6) :]


def _cut(text: str, first: float, second: float, _piece: str) -> str:
    start = int(first * len(text))
    return text[:start] + text[start + 1 + int(second * 12) :]


def _instead(text: str, first: float, _second: float, piece: str) -> str:
    """Put a piece in the place of a value, from a colon to the end of its line or entry."""
    colons = [place for place, character in enumerate(text) if character == ":"]
    if not colons:
        return piece
    start = colons[int(first * (len(colons) - 1))] + 1
    end = min((place for mark in ",}\n" if (place := text.find(mark, start)) >= 0), default=len(text))
    return f"{text[:start]} {piece}{text[end:]}"


def _repeat(text: str, first: float, second: float, _piece: str) -> str:
    """Write one line a second time somewhere else."""
    lines = text.split("\n")
    lines.insert(int(second * len(lines)), lines[int(first * (len(lines) - 1))])
    return "\n".join(lines)


def _move(text: str, first: float, second: float, _piece: str) -> str:
    """Give a line another indentation."""
    lines = text.split("\n")
    number = int(first * (len(lines) - 1))
    lines[number] = " " * int(second * 7) + lines[number].lstrip(" ")
    return "\n".join(lines)


_EDITS: dict[str, Callable[[str, float, float, str], str]] = {
    "cut": _cut, "instead": _instead, "move": _move, "put": _put, "repeat": _repeat,
}  # fmt: skip
