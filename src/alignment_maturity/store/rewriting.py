"""Other texts in a YAML or JSON file, every other character left as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from alignment_maturity.model.findings import Path
from alignment_maturity.model.texts import Content
from alignment_maturity.store.documents import Document
from alignment_maturity.store.places import Place
from alignment_maturity.store.yaml_style import WIDTH, Written, in_block, in_brackets

_STEP = 2
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
_FIRST_OF_BODY = re.compile(r"[^\r\n]*[\r\n]+( *)\S")
_LINE_END = re.compile(r"[\r\n]|\Z")
_COMMA = re.compile(r"\s*,\s*")


def rewrite(document: Document, contents: Mapping[Path, Content], languages: Sequence[str] = ()) -> str:
    """Return the text of a questionnaire's document with other texts in it.

    A text is written in the style of the one it replaces, as far as that is safe; comments stay.

    Args:
        document: one without errors.
        contents: what shall stand at each path where a localised text stands. A map has the languages that
            the map at this path has, and perhaps further ones.
        languages: what to add to the questionnaire's list of them.
    """
    rewriter = _Rewriter(document)
    for path, content in contents.items():
        rewriter.put(path, content)
    rewriter.list_languages(languages)
    return rewriter.text()


class _Slot(NamedTuple):
    """Where a value stands.

    Attributes:
        bracketed: whether inside braces or brackets.
        indentation: column of the keys or dashes among which it stands.
        dashed: whether it follows a dash, not a key.
    """

    bracketed: bool
    indentation: int
    dashed: bool


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


class _Rewriter:
    """Collects edits, each of its own stretch of the text."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._json = document.syntax == "json"
        first = re.search(r"\r\n|\n|\r", document.text)
        self._newline = first[0] if first else "\n"
        self._edits: list[_Edit] = []

    def text(self) -> str:
        """Return the text with all edits made."""
        pieces: list[str] = []
        reached = 0
        # Of two at one place the one that was asked for first comes first: the sort is stable.
        for edit in sorted(self._edits, key=lambda edit: edit.start):
            pieces += self._text[reached : edit.start], edit.text
            reached = edit.end
        return "".join([*pieces, self._text[reached:]])

    def put(self, path: Path, content: Content) -> None:
        """Let another text stand at a path."""
        place, slot, old = self._at(path)
        if isinstance(content, str):
            self._replace(place, slot, content)
        elif not isinstance(old, dict):
            self._spread(place, slot, content)
        else:
            bracketed = slot.bracketed or self._is_bracketed(place)
            inner = _Slot(bracketed, self._column(place.start), dashed=False)
            for language, text in old.items():
                if content[language] != text:
                    self._replace(_inside(place, language), inner, content[language])
            self._extend(place, inner, {key: text for key, text in content.items() if key not in old})

    def list_languages(self, added: Iterable[str]) -> None:
        """Add languages to the questionnaire's list."""
        place, _, listed = self._at(("languages",))
        last = _inside(place, len(listed) - 1)
        for language in added:
            if self._is_bracketed(place):
                written = json.dumps(language) if self._json else language
                self._insert(last.end, f"{self._separator(place)}{written}")
            else:
                self._insert_lines(self._lines_end(last), [f"- {language}"], self._column(place.start))

    def _at(self, path: Path) -> tuple[Place, _Slot, Any]:
        place, data, bracketed, start = self._document.place, self._document.data, False, 0
        for element in path:
            start = place.start
            bracketed |= self._is_bracketed(place)
            place = _inside(place, element)
            data = data[element]  # type: ignore[index] # the path is one of the document
        return place, _Slot(bracketed, self._column(start), isinstance(path[-1], int)), data

    def _replace(self, place: Place, slot: _Slot, text: str) -> None:
        """Put one text in the place of another."""
        column = self._column(place.start)
        if slot.bracketed:
            self._edits.append(_Edit(place.start, place.end, self._bracketed(text, place, column)))
        else:
            self._write(place.start, place, self._block(text, place, column, slot.indentation))

    def _spread(self, place: Place, slot: _Slot, content: Mapping[str, str]) -> None:
        """Put a map of languages in the place of one text for all of them."""
        column = self._column(place.start)
        before = self._text[place.start - column : place.start]
        if slot.bracketed:
            self._edits.append(_Edit(place.start, place.end, self._braced(content, place, column)))
        elif slot.dashed or not before.strip():
            lines = self._entries(content, place, column)
            self._write(place.start, place, Written(lines[0].lstrip(), tuple(lines[1:])))
        else:
            lines = self._entries(content, place, slot.indentation + _STEP)
            after_colon = place.start - column + len(before.rstrip())
            self._write(after_colon, place, Written("", tuple(lines)))

    def _extend(self, place: Place, slot: _Slot, content: Mapping[str, str]) -> None:
        """Add languages to a map of them."""
        last = max((_inside(place, language) for language in place.keys), key=lambda one: one.start)
        if not slot.bracketed:
            lines = self._entries(content, last, slot.indentation)
            self._insert_lines(self._lines_end(last), lines)
            return
        separator, column = self._separator(place), self._column(last.end)
        for language, text in content.items():
            key = self._key(language)
            broken = f",{self._newline}{' ' * self._column(min(place.keys.values()))}"
            long = column + len(separator) + len(key) + len(text) > WIDTH
            piece = (broken if long and not self._json else separator) + key
            piece += self._bracketed(text, last, _column_after(column, piece))
            column = _column_after(column, piece)
            self._insert(last.end, piece)

    def _write(self, start: int, place: Place, written: Written) -> None:
        """Put lines in the place of a text, from `start`; a comment beside or after it stays."""
        header = _BLOCK_HEADER.match(self._text, place.start) if self._has_body(place) else None
        head_end = header.end() if header else place.end
        self._edits.append(_Edit(start, head_end, written.head))
        body = "".join(f"{self._newline}{line}" for line in written.body)
        self._edits.append(_Edit(self._line_end(head_end), self._lines_end(place), body))

    def _insert(self, offset: int, text: str) -> None:
        self._edits.append(_Edit(offset, offset, text))

    def _insert_lines(self, offset: int, lines: Iterable[str], indentation: int = 0) -> None:
        self._insert(offset, "".join(f"{self._newline}{' ' * indentation}{line}" for line in lines))

    def _entries(self, content: Mapping[str, str], place: Place, column: int) -> list[str]:
        """Write languages and their texts on lines of their own, in the style of the text at `place`."""
        lines: list[str] = []
        for language, text in content.items():
            key = self._key(language)
            written = self._block(text, place, column + len(key), column)
            lines += f"{' ' * column}{key}{written.head}", *written.body
        return lines

    def _block(self, text: str, place: Place, column: int, outer: int) -> Written:
        """Write a text whose head begins at `column`; its body is indented, by more than `outer`."""
        indentation = self._body_column(place)
        if indentation <= outer:
            indentation = outer + _STEP
        written = in_block(text, self._style(place), column, indentation)
        return written._replace(body=tuple(f"{' ' * indentation}{line}".rstrip() for line in written.body))

    def _bracketed(self, text: str, place: Place, column: int) -> str:
        if self._json:
            return json.dumps(text, ensure_ascii=False)
        return in_brackets(text, self._style(place), column, self._newline)

    def _braced(self, content: Mapping[str, str], place: Place, column: int) -> str:
        """Write a map in braces; one that is too long for a line has a line for each language."""
        entries = [
            (key := self._key(language)) + self._bracketed(text, place, column + 1 + len(key))
            for language, text in content.items()
        ]
        long = column + len("".join(entries)) + 2 * len(entries) > WIDTH
        separator = f",{self._newline}{' ' * (column + 1)}" if long and not self._json else ", "
        return f"{{{separator.join(entries)}}}"

    def _key(self, language: str) -> str:
        # Quoted where YAML 1.1 would read a boolean: Norwegian.
        quoted = self._json or language in ("no", "on", "yes", "off")
        return f'"{language}": ' if quoted else f"{language}: "

    def _separator(self, place: Place) -> str:
        """Return what stands between the last two entries of something in brackets."""
        inner = place.inner.values() if isinstance(place.inner, Mapping) else place.inner
        starts = sorted(place.keys.values() or [one.start for one in inner])
        ends = sorted(one.end for one in inner)
        between = self._text[ends[-2] : starts[-1]] if len(ends) > 1 else ""
        return between if _COMMA.fullmatch(between) else ", "

    def _is_bracketed(self, place: Place) -> bool:
        return self._text.startswith(("{", "["), place.start)

    def _has_body(self, place: Place) -> bool:
        return self._style(place) in ("|", ">")

    def _style(self, place: Place) -> str:
        """Return the first character of a text where it says how the text is written."""
        sign = self._text[place.start]
        return sign if sign in "\"'|>" else ""

    def _column(self, offset: int) -> int:
        return self._document.line_and_column(offset)[1] - 1

    def _line_end(self, offset: int) -> int:
        match = _LINE_END.search(self._text, offset)
        return match.start() if match else len(self._text)

    def _lines_end(self, place: Place) -> int:
        """Return where the last line of a text ends, with the comment after it, without the break."""
        if not self._has_body(place):
            return self._line_end(place.end)
        header = _BLOCK_HEADER.match(self._text, place.start)
        end = place.end
        if header and "+" in header[0]:  # the empty lines below belong to the text
            tail = self._text[end - 2 : end]
            return end - len(tail) + len(tail.removesuffix("\n").removesuffix("\r"))
        while self._text[end - 1] in " \t\r\n":
            end -= 1
        return end

    def _body_column(self, place: Place) -> int:
        """Return the column of the lines of a text below its head; 0 where there are none."""
        line = _FIRST_OF_BODY.match(self._text, place.start) if self._has_body(place) else None
        return len(line[1]) if line else 0


def _inside(place: Place, element: str | int) -> Place:
    inner: Any = place.inner
    return inner[element]  # type: ignore[no-any-return] # a place


def _column_after(column: int, text: str) -> int:
    """Return where the line stands after a text that begins at `column`."""
    return len(text) - text.rindex("\n") - 1 if "\n" in text else column + len(text)
