"""JSON by the standard library, strictly, with the data, codes and places that YAML would give."""

from __future__ import annotations

import json
import re

from alignment_maturity.model.scalars import Plain, shown
from alignment_maturity.store.places import Data, Fault, Faults, Limits, Place, Reading

# Strings (unclosed ones up to the end), structure, and whatever else stands between blanks. Possessive, so
# that no text makes it go back.
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[\]{},:]|[^ \t\r\n"\[\]{},:]++', re.DOTALL)
_BLANKS = " \t\r\n"
_CONSTANTS = frozenset({"NaN", "Infinity", "-Infinity"})


def read_json(text: str, limits: Limits, *, placed: bool = False) -> Reading:
    """Read a text; `placed` asks for the places, which cost time."""
    faults = Faults()
    excess = _excess(text, limits)
    if excess is not None:
        faults.add(excess)
        return Reading(None, faults, None)
    reader = _Reader()
    try:
        data = reader.read(text)
    except json.JSONDecodeError as error:
        faults.add(_fault_of(error, text) if text.strip(_BLANKS) else Fault("empty-document"))
        return Reading(None, faults, None)
    place = _places(text, faults) if placed or reader.faulty else None
    return Reading(data, faults, place)


_EXPECTATIONS = (
    ("Extra data", "text-after-value"),
    ("Expecting ':'", "missing-colon"),
    ("Expecting ','", "missing-comma"),
)


class _Reader:
    """The decoder and what it noticed; `faulty` asks for a second look, since it knows no positions."""

    def __init__(self) -> None:
        self.faulty = False

    def read(self, text: str) -> Data:
        decoder = json.JSONDecoder(
            object_pairs_hook=self._map, parse_int=Plain, parse_float=Plain, parse_constant=self._constant
        )
        return _plain(decoder.decode(text))

    def _map(self, pairs: list[tuple[str, Data]]) -> dict[str, Data]:
        data = {key: _plain(value) for key, value in pairs}
        self.faulty |= len(data) < len(pairs)
        return data

    def _constant(self, _spelling: str) -> None:
        self.faulty = True


def _plain(value: Data) -> Data:
    """Give booleans their spelling, in a list too; maps have been through this."""
    if value is True or value is False:
        return Plain("true" if value else "false")
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _excess(text: str, limits: Limits) -> Fault | None:
    """Find the first place where a text is over the limits; the decoder would recurse or fill the memory."""
    if text.count("[") + text.count("{") <= limits.depth and len(text) <= limits.nodes:
        return None
    depth = nodes = 0
    for match in _TOKEN.finditer(text):
        character = text[match.start()]
        if character in "]}":
            depth -= 1
        elif character not in ",:":
            nodes += 1
            depth += character in "[{"
        if depth > limits.depth:
            return Fault("too-deep", match.start(), {"limit": limits.depth})
        if nodes > limits.nodes:
            return Fault("too-many-nodes", values={"limit": limits.nodes})
    return None


class _Open:
    """A map or list whose end has not been reached; of duplicate keys the first stays."""

    __slots__ = ("inner", "key", "key_start", "keys", "place")

    def __init__(self, start: int, inner: dict[str, Place] | list[Place]) -> None:
        self.keys: dict[str, int] = {}
        self.inner = inner
        self.place = Place(start, self.keys, self.inner)
        self.key: str | None = None
        self.key_start = 0

    def put(self, place: Place, faults: Faults) -> None:
        if isinstance(self.inner, list):
            self.inner.append(place)
        elif self.key is not None:
            if self.key in self.inner:
                clash = {"key": shown(self.key)}
                faults.add(Fault("duplicate-key", self.key_start, clash, earlier=self.keys[self.key]))
            else:
                self.inner[self.key] = place
                self.keys[self.key] = self.key_start
            self.key = None


def _places(text: str, faults: Faults) -> Place:
    """Find the places in a text that has been read, and the faults its decoder could not place."""
    found: list[Place] = []
    opened = [_Open(0, found)]
    for match in _TOKEN.finditer(text):
        piece, start, top = match[0], match.start(), opened[-1]
        if piece in ("{", "["):
            inner = _Open(start, {} if piece == "{" else [])
            top.put(inner.place, faults)
            opened.append(inner)
        elif piece in ("}", "]"):
            opened.pop()
        elif piece in (",", ":"):
            continue
        elif isinstance(top.inner, dict) and top.key is None:
            top.key, top.key_start = json.loads(piece), start
        else:
            if piece in _CONSTANTS:
                faults.add(Fault("json-constant", start, {"found": piece}))
            top.put(Place(start, end=match.end()), faults)
    return found[0]


def _fault_of(error: json.JSONDecodeError, text: str) -> Fault:
    """Say in our codes what `error` says."""
    if error.msg.startswith("Unterminated string"):
        return Fault("unclosed-quote", error.pos)
    if error.msg.startswith("Invalid control character"):
        return _control_character(text, error.pos)
    if error.msg.startswith("Illegal trailing comma"):  # from Python 3.13 on
        return Fault("trailing-comma", error.pos)
    if error.msg.startswith("Invalid \\"):
        return Fault("bad-escape", text.rindex("\\", 0, error.pos + 1))
    return _unexpected(error, text)


def _control_character(text: str, at: int) -> Fault:
    """Judge a tab or line break inside quotes; before a line break a closing quote is missing."""
    if text[at] not in "\r\n":
        return Fault("control-character", at)
    return Fault("unclosed-quote", next(m.start() for m in _TOKEN.finditer(text) if m.end() > at))


def _unexpected(error: json.JSONDecodeError, text: str) -> Fault:
    """Judge what stands where something else was expected."""
    at = len(text) - len(text[error.pos :].lstrip(_BLANKS))
    follows = text[at : at + 1]
    before = text[:at].rstrip(_BLANKS)
    if before.endswith(",") and follows in ("}", "]"):
        return Fault("trailing-comma", len(before) - 1)
    if not follows:
        return _unclosed(text)
    if follows in ("{", "[") and error.msg.startswith("Extra data"):
        return Fault("several-documents", at)
    if follows in ("}", "]") and not error.msg.startswith("Expecting value"):
        return Fault("stray-bracket", at, {"character": follows})
    for beginning, code in _EXPECTATIONS:
        if error.msg.startswith(beginning):
            return Fault(code, at)
    return Fault("unquoted-text" if follows.isalnum() or follows == "'" else "json-syntax", at)


def _unclosed(text: str) -> Fault:
    """Find the innermost bracket that is open at the end."""
    opened: list[int] = []
    for match in _TOKEN.finditer(text):
        if match[0] in ("{", "["):
            opened.append(match.start())
        elif match[0] in ("}", "]"):
            opened.pop()
    return Fault("unclosed-bracket", opened[-1], {"character": text[opened[-1]]})
