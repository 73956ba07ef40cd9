"""YAML with the meaning of version 1.2, read from the events of libyaml.

Events rather than PyYAML's nodes: nodes have forgotten the anchors, share what aliases repeat, are made by
recursion and cost twice the time. Here nothing is ever repeated or recursed into, and a file that grows over
the limits is dropped on the spot.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, Protocol, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamStartEvent,
)

from alignment_maturity.errors import WorkFailed
from alignment_maturity.model.scalars import Plain, shown
from alignment_maturity.store.places import Data, Fault, Faults, Limits, Place, Reading, UnreadableText
from alignment_maturity.store.yaml_errors import Surroundings, fault_of

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What an unquoted scalar without a value looks like."""
_GAP = r"(?:\s++|\#[^\n]*+)*+"
_BLANKS = re.compile(_GAP)
_COMMA = re.compile(f"{_GAP},{_GAP}")


def read_yaml(text: str, limits: Limits, *, placed: bool = False) -> Reading:
    """Read a text; `placed` asks for the places, which cost time.

    Raises WorkFailed where PyYAML has no libyaml: its own parser is fifteen times slower and reads some texts
    differently.
    """
    if not yaml.__with_libyaml__:
        raise WorkFailed("no-libyaml")
    from yaml._yaml import CParser

    builder = _Builder(text, limits, placed=placed)
    try:
        builder.build(cast("Callable[[], _Event]", CParser(text).get_event))
    except yaml.MarkedYAMLError as error:
        builder.faults.add(fault_of(error, builder.surroundings))
    except UnreadableText as stop:
        builder.faults.add(stop.fault)
    return builder.reading


class _Mark(Protocol):
    index: int


class _Event(Protocol):
    """What libyaml's events have; the stubs call every mark optional."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None
    value: str
    implicit: tuple[bool, bool]
    flow_style: bool


class _List:
    """A list whose end has not been reached."""

    __slots__ = ("data", "flow", "places", "start")

    def __init__(self, start: int, *, flow: bool) -> None:
        self.start = start
        self.flow = flow
        self.data: list[Data] = []
        self.places: list[Place] = []

    def put(self, value: Data, place: Place | None) -> None:
        self.data.append(value)
        if place is not None:
            self.places.append(place)

    def place(self) -> Place:
        return Place(self.start, {}, self.places)


class _Tail(NamedTuple):
    """The end of an unquoted text that a comma may have cut: its key and its last piece."""

    key: str
    piece: _Event


class _Map:
    """A map whose end has not been reached.

    It waits for a key and then, while `key_event` is set, for its value; `key` is None where the key cannot
    be used. Of duplicate keys the first stays. `rest` is the key of a text that its commas have cut, and the
    pieces found after the first.
    """

    __slots__ = ("data", "faults", "flow", "key", "key_event", "keys", "places", "rest", "start", "tail")

    def __init__(self, start: int, faults: Faults, *, flow: bool) -> None:
        self.start = start
        self.faults = faults
        self.flow = flow
        self.data: dict[str, Data] = {}
        self.keys: dict[str, int] = {}
        self.places: dict[str, Place] = {}
        self.key: str | None = None
        self.key_event: _Event | None = None
        self.tail: _Tail | None = None
        self.rest: tuple[str, list[str]] | None = None

    def put(self, value: Data, place: Place | None) -> None:
        self.settle()
        key, event = self.key, self.key_event
        self.key_event = None
        if key is None or event is None:
            return
        start = event.start_mark.index
        if key in self.data:
            self.faults.add(Fault("duplicate-key", start, {"key": shown(key)}, earlier=self.keys[key]))
            return
        self.data[key] = value
        self.keys[key] = start
        if place is not None:
            self.places[key] = place

    def settle(self) -> None:
        """Put a text together that was cut by its commas."""
        if self.rest is not None:
            key, pieces = self.rest
            self.data[key] = Plain("".join([str(self.data[key]), *pieces]))
            self.rest = None

    def place(self) -> Place:
        return Place(self.start, self.keys, self.places)


class _Builder:
    """Turns events into data; collections are filled after they have been put where they belong."""

    def __init__(self, text: str, limits: Limits, *, placed: bool) -> None:
        self.faults = Faults()
        self._last_quoted: tuple[int, int] | None = None
        self._text = text
        self._limits = limits
        self._placed = placed
        self._root = _List(0, flow=False)
        self._open: list[_List | _Map] = [self._root]
        self._nodes = 0
        self._documents = 0

    @property
    def reading(self) -> Reading:
        """What was read so far."""
        root = self._root
        return Reading(
            root.data[0] if root.data else None, self.faults, root.places[0] if root.places else None
        )

    @property
    def surroundings(self) -> Surroundings:
        """What is open where reading has come to."""
        text = self._text
        brackets = [one.start for one in self._open if one.flow and text.startswith(("[", "{"), one.start)]
        return Surroundings(text, brackets, self._last_quoted)

    def build(self, next_event: Callable[[], _Event]) -> None:
        """Read up to the end of the text, or raise UnreadableText or PyYAML's errors."""
        steps: dict[type, Callable[[_Event], None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._start_map,
            MappingEndEvent: self._end,
            SequenceStartEvent: self._start_list,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._start_document,
            DocumentEndEvent: _pass,
            StreamStartEvent: _pass,
        }
        while (step := steps.get(type(event := next_event()))) is not None:  # the end has no step
            step(event)
        if not self._root.data:
            raise UnreadableText(Fault("empty-document"))

    def _scalar(self, event: _Event) -> None:
        self._enter(event)
        top = self._open[-1]
        value, plain = event.value, event.implicit[0]
        if not plain:
            self._last_quoted = event.start_mark.index, event.end_mark.index
        if isinstance(top, _Map):
            if top.key_event is None:
                self._key(top, event)
                return
            if top.flow:
                if plain and not value and self._rejoin(top):
                    return
                top.tail = _Tail(top.key, event) if top.key and plain and value not in NULLS else None
        elif plain and not value and top is self._root:
            return  # a document that was begun and holds nothing
        if plain:
            top.put(None if value in NULLS else Plain(value), self._place(event))
        else:
            top.put(value, self._place(event))

    def _key(self, top: _Map, event: _Event) -> None:
        top.key_event = event
        top.key = event.value
        if event.value == "<<" and event.implicit[0]:
            self.faults.add(Fault("merge-key", event.start_mark.index))
            top.key = None

    def _rejoin(self, top: _Map) -> bool:
        """Take a key without colon and value for the rest of the text before it, as in `{text: Yes, gladly}`.

        Whoever writes that means one text, and no questionnaire has a use for a key without a value.
        """
        tail, rest = top.tail, top.key_event
        if tail is None or rest is None or top.key is None or not rest.implicit[0]:
            return False
        comma = _COMMA.fullmatch(self._text, tail.piece.end_mark.index, rest.start_mark.index)
        after = _BLANKS.match(self._text, rest.end_mark.index)
        if comma is None or after is None or self._text.startswith(":", after.end()):
            return False
        if top.rest is None:
            top.rest = (tail.key, [])
            offset = tail.piece.end_mark.index + comma[0].index(",")
            self.faults.add(Fault("unquoted-comma", offset, {"key": shown(tail.key)}, warning=True))
        top.rest[1].extend(("," if comma[0] == "," else ", ", rest.value))
        if self._placed:
            top.places[tail.key] = top.places[tail.key]._replace(end=rest.end_mark.index)
        top.tail = _Tail(tail.key, rest)
        top.key_event = None
        return True

    def _start_map(self, event: _Event) -> None:
        self._start(event, _Map(event.start_mark.index, self.faults, flow=event.flow_style))

    def _start_list(self, event: _Event) -> None:
        self._start(event, _List(event.start_mark.index, flow=event.flow_style))

    def _start(self, event: _Event, collection: _Map | _List) -> None:
        self._enter(event)
        if len(self._open) > self._limits.depth:
            raise UnreadableText(Fault("too-deep", event.start_mark.index, {"limit": self._limits.depth}))
        top = self._open[-1]
        if isinstance(top, _Map) and top.key_event is None:
            self.faults.add(Fault("complex-key", event.start_mark.index))
            top.key_event, top.key = event, None
        else:
            top.put(collection.data, collection.place() if self._placed else None)
        self._open.append(collection)

    def _end(self, _event: _Event) -> None:
        ended = self._open.pop()
        if isinstance(ended, _Map):
            ended.settle()

    def _alias(self, event: _Event) -> None:
        self._nodes += 1
        self.faults.add(Fault("alias", event.start_mark.index, {"name": shown(event.anchor)}))
        top = self._open[-1]
        if isinstance(top, _Map) and top.key_event is None:
            top.key_event, top.key = event, None
        else:
            top.put(None, self._place(event))

    def _start_document(self, event: _Event) -> None:
        self._documents += 1
        if self._documents > 1:
            raise UnreadableText(Fault("several-documents", event.start_mark.index))

    def _enter(self, event: _Event) -> None:
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            raise UnreadableText(Fault("too-many-nodes", values={"limit": self._limits.nodes}))
        if event.anchor is not None:
            self.faults.add(Fault("anchor", event.start_mark.index, {"name": shown(event.anchor)}))
        if event.tag is not None:
            start = self._text.index("!", event.start_mark.index)
            name = self._text[start : event.end_mark.index].split(maxsplit=1)[0]
            self.faults.add(Fault("tag", start, {"name": shown(name)}))

    def _place(self, event: _Event) -> Place | None:
        return Place(event.start_mark.index, end=event.end_mark.index) if self._placed else None


def _pass(_event: _Event) -> None:
    """Nothing is made of this event."""
