"""Reading the translation sheet: what was edited in it, put into the file it came from."""

from __future__ import annotations

import codecs
import copy
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from alignment_maturity.errors import InvalidInput, WorkFailed
from alignment_maturity.language.translation import in_every_language
from alignment_maturity.model.findings import Path
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.texts import Content
from alignment_maturity.store.documents import Document, Syntax, parse_document
from alignment_maturity.store.files import read_bytes
from alignment_maturity.store.questionnaires import Loaded, checked
from alignment_maturity.store.rewriting import rewrite
from alignment_maturity.translation.cells import EMPTY, LARGEST, Sheet, read_sheets
from alignment_maturity.translation.changes import Changes
from alignment_maturity.translation.sheet import ENDINGS, FIRST_LINE


@dataclass(frozen=True)
class Edited:
    """A questionnaire's file with what was edited in its translation sheet.

    Attributes:
        data: the bytes of the file.
        syntax: whether it is YAML or JSON.
        texts: how many texts differ.
        languages: those added.
    """

    data: bytes
    syntax: Syntax
    texts: int
    languages: tuple[str, ...]


def edited(source: str) -> Edited:
    """Read a translation sheet, `-` being standard input, and put its texts into the file it came from.

    What was not edited keeps its bytes.

    Raises:
        InvalidInput: with everything that is wrong; line and column of a problem are those of the cell.
    """
    wanted = (*in_every_language("sheet-texts"), *in_every_language("sheet-source"))
    sheets = read_sheets(source, read_bytes(source, LARGEST), wanted)
    texts, kept = _named(source, sheets, "texts"), _named(source, sheets, "source")
    loaded, mark = _source(source, kept)
    changes = Changes(source, *texts, loaded)
    contents = changes.contents()
    if not contents and not changes.added:
        return Edited(mark + loaded.document.text.encode(), loaded.document.syntax, 0, ())
    text = rewrite(loaded.document, contents, changes.added)
    data = mark + text.encode()
    _hold_against(loaded.document, contents, changes.added, data)
    return Edited(data, loaded.document.syntax, len(contents), changes.added)


class _Named(NamedTuple):
    """A sheet and what it is called in this workbook."""

    name: str
    cells: Sheet


def _named(source: str, sheets: Mapping[str, Sheet], key: str) -> _Named:
    names = in_every_language(f"sheet-{key}")
    for name in names:
        if name in sheets:
            return _Named(name, sheets[name])
    raise InvalidInput.of("sheet-missing", source, sheet=" / ".join(names))


def _source(source: str, sheet: _Named) -> tuple[Loaded, bytes]:
    """Put the file together again; return it with its byte-order mark, which only its hash remembers."""
    cells = sheet.cells
    pieces: list[str] = []
    row = FIRST_LINE
    while (ending := cells.get((row, 2), EMPTY).text) in ENDINGS:
        pieces += cells.get((row, 1), EMPTY).text, ENDINGS[ending]
        row += 1
    text = "".join(pieces)
    sha256 = cells.get((2, 1), EMPTY).text.strip()
    name = cells.get((3, 1), EMPTY).text or "questionnaire.yaml"
    for mark in (b"", codecs.BOM_UTF8):
        data = mark + text.encode(errors="surrogatepass")
        if hashlib.sha256(data).hexdigest() == sha256:
            return checked(parse_document(f"{source}!{name}", data, pass_over=True)), mark
    raise InvalidInput.of("source-damaged", source, sheet=sheet.name)


def _hold_against(
    document: Document, contents: Mapping[Path, Content], languages: Sequence[str], data: bytes
) -> None:
    """Read the new file and compare it with what it should say, before anybody relies on it.

    Raises:
        InvalidInput: where a reader would refuse it.
        WorkFailed: where it says something else.
    """
    wanted: Any = copy.deepcopy(document.data)
    for path, content in contents.items():
        parent = wanted
        for element in path[:-1]:
            parent = parent[element]
        parent[path[-1]] = content
    wanted["languages"].extend(languages)
    read = checked(parse_document(document.source, data, pass_over=True)).questionnaire
    if read.as_document() != Questionnaire.model_validate(wanted).as_document():
        raise WorkFailed("internal", reason="the edited texts cannot be read back")
