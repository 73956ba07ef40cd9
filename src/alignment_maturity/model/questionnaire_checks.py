"""What must hold between the values of a questionnaire.

The checks read plain data, not models: so they run on files whose shape has errors as well, and all the
problems of a file come out in one run. What has the wrong shape is passed over; pydantic reports it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import dropwhile, islice
from typing import Any

from alignment_maturity.model.findings import Finding, Path, Suggestion
from alignment_maturity.model.plain_data import (
    as_level_key,
    as_list,
    as_map,
    as_number,
    as_text,
    as_whole,
    entries,
)
from alignment_maturity.model.questionnaire import (
    JOINT,
    MOST_LANGUAGES,
    NOT_APPLICABLE,
    UNGROUPED,
    UNKNOWN,
    WORKSHEETS,
)
from alignment_maturity.model.scalars import read_prose, shown
from alignment_maturity.model.texts import texts

_RESERVED_VALUES = (NOT_APPLICABLE, UNKNOWN)
_RESERVED_GROUPS = (JOINT, UNGROUPED)


def check_questionnaire(data: object) -> Iterator[Finding]:
    """Find everything that is wrong between the values of a questionnaire."""
    if not isinstance(data, dict):
        return
    facts = _Facts(data)
    yield from _languages(data)
    yield from _scale(data)
    yield from _placement(data, facts)
    yield from _duplicate_ids(data)
    yield from _groups(data, facts)
    for path, options in _option_sets(data):
        yield from _credit_options(path, options)
    for path, question in entries(data, "questions"):
        yield from _question(path, question, facts)
    yield from _silent_levels(data, facts)
    yield from _transitions(data, facts)
    for path, action in entries(data, "actions"):
        yield from _action(path, action, facts)
    yield from _cycles(facts)


def check_localised(path: Path, by_language: Mapping[str, Any], listed: Sequence[str]) -> Iterator[Finding]:
    """Find what is wrong between a text in several languages and the languages it must have."""
    for language in listed:
        if language not in by_language:
            yield Finding(path, "missing-language", {"language": language})
    for language, text in by_language.items():
        if language not in listed:
            yield Finding(
                (*path, language),
                "unlisted-language",
                {"found": shown(language), "listed": ", ".join(listed)},
                on_key=True,
            )
        try:
            read_prose(text)
        except ValueError as error:
            context = getattr(error, "context", None) or {}
            yield Finding((*path, language), str(context.get("code", "expected-text")), context)


class _Facts:
    """What the parts of a questionnaire say, as far as it can be read.

    Whatever is asked for more than once is looked up once: a hostile file has many of everything.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.top = len(as_list(data.get("scale")))
        self.groups = _by_id(data, "groups")
        self.owners = dict.fromkeys([*self.groups, JOINT])
        self.dimensions = _by_id(data, "dimensions")
        self.option_sets = as_map(data.get("option_sets"))
        self.questions = _by_id(data, "questions")
        self.actions = _by_id(data, "actions")

    @cached_property
    def option_levels(self) -> Mapping[str, Mapping[int, None]]:
        """The levels that the options of each question have, in order."""
        return {
            name: {
                level: None
                for option in as_list(question.get("options"))
                if isinstance(option, dict) and (level := as_whole(option.get("level"))) is not None
            }
            for name, (_, question) in self.questions.items()
        }

    @cached_property
    def heights(self) -> Mapping[str, int]:
        """The highest level each action lifts to, 0 where that cannot be told."""
        return {
            name: max((self._lift_level(lift) or 0 for _, lift in entries(action, "lifts")), default=0)
            for name, (_, action) in self.actions.items()
        }

    def _lift_level(self, lift: Mapping[str, Any]) -> int | None:
        named = self.questions.get(as_text(lift.get("question")) or "")
        if named is None:
            return None
        return as_whole(named[1].get("level") if _is_statement(named[1]) else lift.get("to"))


def _by_id(data: Mapping[str, Any], part: str) -> dict[str, tuple[Path, Mapping[str, Any]]]:
    return {
        name: (path, entry)
        for path, entry in entries(data, part)
        if (name := as_text(entry.get("id"))) is not None
    }


def _languages(data: Mapping[str, Any]) -> Iterator[Finding]:
    listed: list[str] = []
    for index, entry in enumerate(as_list(data.get("languages"))):
        language = as_text(entry)
        if language in listed:
            yield Finding(("languages", index), "duplicate-value", {"found": shown(language)})
        elif language is not None:
            listed.append(language)
    if listed:
        for text in texts(data):
            if isinstance(text.content, dict):
                yield from check_localised(text.path, text.content, listed[:MOST_LANGUAGES])


def _scale(data: Mapping[str, Any]) -> Iterator[Finding]:
    for index, (path, level) in enumerate(entries(data, "scale"), start=1):
        number = as_whole(level.get("level"))
        if number is not None and number != index:
            yield Finding((*path, "level"), "scale-order", {"found": number, "expected": index})


def _placement(data: Mapping[str, Any], facts: _Facts) -> Iterator[Finding]:
    placement = as_map(data.get("placement"))
    thresholds, cutoffs = placement.get("threshold"), placement.get("cutoffs")
    if isinstance(thresholds, dict) and facts.top:
        given = {as_level_key(key) for key in thresholds}
        for level in range(2, facts.top + 1):
            if level not in given:
                yield Finding(("placement", "threshold"), "missing-threshold", {"level": level})
        for key in thresholds:
            if as_level_key(key) not in range(2, facts.top + 1):
                yield Finding(
                    ("placement", "threshold", key),
                    "not-on-scale",
                    {"found": shown(key), "low": 2, "top": facts.top},
                    on_key=True,
                )
    if isinstance(cutoffs, list) and facts.top:
        if len(cutoffs) != facts.top - 1:
            yield Finding(
                ("placement", "cutoffs"), "cutoff-count", {"found": len(cutoffs), "expected": facts.top - 1}
            )
        numbers = [as_number(cutoff) for cutoff in cutoffs]
        for index in range(1, len(numbers)):
            below, here = numbers[index - 1], numbers[index]
            if below is not None and here is not None and here <= below:
                yield Finding(("placement", "cutoffs", index), "not-ascending", {"found": f"{here:g}"})


def _duplicate_ids(data: Mapping[str, Any]) -> Iterator[Finding]:
    for part in ("scale", "groups", "dimensions", "questions", "actions"):
        seen: set[str] = set()
        for path, entry in entries(data, part):
            name = as_text(entry.get("id"))
            if name is not None and name in seen:
                yield Finding((*path, "id"), "duplicate-id", {"id": shown(name), "part": part})
            elif name is not None:
                seen.add(name)


def _groups(data: Mapping[str, Any], facts: _Facts) -> Iterator[Finding]:
    for path, group in entries(data, "groups"):
        if as_text(group.get("id")) in _RESERVED_GROUPS:
            yield Finding((*path, "id"), "reserved-id", {"id": shown(group["id"])})
    compared = as_list(data.get("compare"))
    if "compare" in data and isinstance(data["compare"], list) and len(compared) != 2:
        yield Finding(("compare",), "compare-two", {"found": len(compared)})
    seen: set[str | None] = set()
    for index, entry in enumerate(compared):
        yield from _reference(("compare", index), entry, "group", facts.groups)
        if as_text(entry) in seen:
            yield Finding(("compare", index), "duplicate-value", {"found": shown(entry)})
        seen.add(as_text(entry))


def _option_sets(data: Mapping[str, Any]) -> Iterator[tuple[Path, list[Any]]]:
    for name, options in as_map(data.get("option_sets")).items():
        yield ("option_sets", name), as_list(options)


def _question(path: Path, question: Mapping[str, Any], facts: _Facts) -> Iterator[Finding]:
    yield from _reference((*path, "dimension"), question.get("dimension"), "dimension", facts.dimensions)
    options = question.get("options")
    if _is_statement(question):
        yield from _on_scale((*path, "level"), question.get("level"), facts, low=2)
        if isinstance(options, str):
            yield from _reference((*path, "options"), options, "option-set", facts.option_sets)
        else:
            yield from _credit_options((*path, "options"), as_list(options))
    else:
        yield from _rubric_options((*path, "options"), as_list(options), facts)
    yield from _gate(path, question, facts)


def _gate(path: Path, question: Mapping[str, Any], facts: _Facts) -> Iterator[Finding]:
    gate = as_list(question.get("gate"))
    seen: set[int] = set()
    for index, entry in enumerate(gate):
        yield from _on_scale((*path, "gate", index), entry, facts, low=2)
        level = as_whole(entry)
        if level in seen:
            yield Finding((*path, "gate", index), "duplicate-value", {"found": level})
        elif level is not None:
            seen.add(level)
        own = as_whole(question.get("level"))
        if _is_statement(question) and None not in (own, level) and own != level:
            yield Finding((*path, "gate", index), "gate-of-statement", {"found": level, "level": own})
    if gate and as_text(question.get("allow_na", "true")) in ("true", "True", "TRUE"):
        where = (*path, "allow_na") if "allow_na" in question else (*path, "gate")
        yield Finding(where, "gate-allows-na", {"question": shown(question.get("id"))})


def _rubric_options(path: Path, options: list[Any], facts: _Facts) -> Iterator[Finding]:
    previous = 0
    seen: dict[str, bool] = {}
    for index, option in enumerate(options):
        if not isinstance(option, dict):
            continue
        here = (*path, index)
        yield from _on_scale((*here, "level"), option.get("level"), facts, low=1)
        level = as_whole(option.get("level"))
        if level is not None and level <= previous:
            yield Finding((*here, "level"), "not-ascending", {"found": level})
        previous = level or previous
        yield from _option_value(here, option, option.get("value", option.get("level")), seen)


def _credit_options(path: Path, options: list[Any]) -> Iterator[Finding]:
    seen: dict[str, bool] = {}
    for index, option in enumerate(options):
        if isinstance(option, dict):
            yield from _option_value((*path, index), option, option.get("value"), seen)


def _option_value(
    path: Path, option: Mapping[str, Any], value: object, seen: dict[str, bool]
) -> Iterator[Finding]:
    """Find a value that is reserved or taken; `seen` holds the values before and whether each was written."""
    text = as_text(value)
    if text is None:
        return
    written = "value" in option
    where = (*path, "value" if written else "level")
    if text in _RESERVED_VALUES:
        yield Finding(where, "reserved-value", {"found": text})
    # Two options of one level, both without a value, are reported as not ascending; once is enough.
    elif text in seen and (written or seen[text]):
        yield Finding(where, "duplicate-value", {"found": shown(text)})
    seen[text] = written or seen.get(text, False)


def _silent_levels(data: Mapping[str, Any], facts: _Facts) -> Iterator[Finding]:
    questions = [question for _, question in entries(data, "questions")]
    staged = as_text(as_map(data.get("placement")).get("method", "staged")) == "staged"
    if not staged or not questions or not all(map(_is_statement, questions)):
        return
    spoken = {as_whole(question.get("level")) for question in questions}
    for level in range(2, facts.top + 1):
        if level not in spoken:
            yield Finding(("questions",), "silent-level", {"level": level}, on_key=True)


def _transitions(data: Mapping[str, Any], facts: _Facts) -> Iterator[Finding]:
    steps: Counter[int] = Counter()
    for path, transition in entries(data, "transitions"):
        start, end = as_whole(transition.get("from")), as_whole(transition.get("to"))
        yield from _on_scale((*path, "from"), transition.get("from"), facts, low=1)
        yield from _on_scale((*path, "to"), transition.get("to"), facts, low=2)
        if start is not None and end is not None and end != start + 1:
            yield Finding((*path, "to"), "not-one-step", {"start": start, "end": end})
        elif start is not None:
            steps[start] += 1
            if steps[start] > 1:
                yield Finding((*path, "from"), "duplicate-transition", {"start": start, "end": start + 1})
        for index, entry in enumerate(as_list(transition.get("actions"))):
            where = (*path, "actions", index)
            yield from _reference(where, entry, "action", facts.actions)
            height = facts.heights.get(as_text(entry) or "", 0)
            if end is not None and height > end:
                yield Finding(
                    where, "action-above-transition", {"action": shown(entry), "height": height, "end": end}
                )
    for start in range(1, facts.top):
        if not steps[start]:
            where = ("transitions",) if "transitions" in data else ()
            yield Finding(where, "missing-transition", {"start": start, "end": start + 1}, on_key=bool(where))


def _action(path: Path, action: Mapping[str, Any], facts: _Facts) -> Iterator[Finding]:
    yield from _reference((*path, "owner"), action.get("owner"), "owner", facts.owners)
    for where, lift in entries(action, "lifts", path):
        yield from _lift(where, lift, facts)
    own_height = facts.heights.get(as_text(action.get("id")) or "", 0)
    yield from _lifts_nothing(path, action)
    for index, entry in enumerate(as_list(action.get("requires"))):
        where = (*path, "requires", index)
        yield from _reference(where, entry, "action", facts.actions)
        height = facts.heights.get(as_text(entry) or "", 0)
        if own_height and height > own_height:
            yield Finding(
                where,
                "prerequisite-above",
                {"action": shown(entry), "height": height, "own": own_height},
            )
    named = as_list(action.get("worksheets"))
    for index, entry in enumerate(named):
        where = (*path, "worksheets", index)
        yield from _reference(where, entry, "worksheet", WORKSHEETS)
        if entry in named[:index]:
            yield Finding(where, "duplicate-value", {"found": shown(entry)})


def _lifts_nothing(path: Path, action: Mapping[str, Any]) -> Iterator[Finding]:
    """Find an action that can never be part of a plan: level 1 asks for nothing."""
    lifts = as_list(action.get("lifts"))
    only_to_one = all(isinstance(lift, dict) and as_whole(lift.get("to")) == 1 for lift in lifts)
    if action.get("lifts") == [] or (lifts and only_to_one):
        values = {"action": shown(action.get("id"))}
        yield Finding((*path, "lifts"), "lifts-nothing", values, warning=bool(lifts))


def _lift(path: Path, lift: Mapping[str, Any], facts: _Facts) -> Iterator[Finding]:
    yield from _reference((*path, "question"), lift.get("question"), "question", facts.questions)
    named = facts.questions.get(as_text(lift.get("question")) or "")
    if named is None:
        return
    _, question = named
    name = shown(lift.get("question"))
    if _is_statement(question):
        if lift.get("to") is not None:
            yield Finding((*path, "to"), "lift-of-statement", {"question": name})
        return
    levels = facts.option_levels[as_text(lift.get("question")) or ""]
    to = as_whole(lift.get("to"))
    if "to" not in lift:
        yield Finding(path, "lift-without-level", {"question": name})
    elif to is not None and levels and to not in levels:
        known = ", ".join(map(str, islice(levels, 20)))
        yield Finding((*path, "to"), "lift-to-no-option", {"question": name, "found": to, "known": known})


def _cycles(facts: _Facts) -> Iterator[Finding]:
    """Report each cycle of prerequisites once, at the entry that closes it."""
    finished: set[str] = set()
    for first in facts.actions:
        if first in finished:
            continue
        trail = {first: None}
        waiting = [(first, _needs(facts, first))]
        while waiting:
            name, needs = waiting[-1]
            step = next(needs, None)
            if step is None:
                waiting.pop()
                finished.add(trail.popitem()[0])
                continue
            index, needed = step
            if needed in trail:
                path, _ = facts.actions[name]
                values = {"cycle": " → ".join(_cycle(trail, needed))}
                yield Finding((*path, "requires", index), "cycle", values)
            elif needed not in finished:
                trail[needed] = None
                waiting.append((needed, _needs(facts, needed)))


def _cycle(trail: Mapping[str, None], needed: str) -> list[str]:
    """Return the way from an action back to itself; of a long one the first steps and the last."""
    cycle = [*dropwhile(lambda name: name != needed, trail), needed]
    return cycle if len(cycle) <= 12 else [*cycle[:10], "…", needed]


def _needs(facts: _Facts, name: str) -> Iterator[tuple[int, str]]:
    _, action = facts.actions[name]
    for index, entry in enumerate(as_list(action.get("requires"))):
        if (needed := as_text(entry)) in facts.actions:
            yield index, needed


def _reference(path: Path, value: object, part: str, known: Collection[str]) -> Iterator[Finding]:
    """Find a reference to a group, dimension, question, action or option set that does not exist."""
    text = as_text(value)
    if text is not None and text not in known:
        values = {
            "found": shown(text),
            "known": ", ".join(islice(known, 20)) or "–",
            "suggestion": Suggestion(text, known),
        }
        yield Finding(path, f"unknown-{part}", values)


def _on_scale(path: Path, value: object, facts: _Facts, *, low: int) -> Iterator[Finding]:
    level = as_whole(value)
    if level is not None and facts.top and not low <= level <= facts.top:
        yield Finding(path, "not-on-scale", {"found": level, "low": low, "top": facts.top})


def _is_statement(question: Mapping[str, Any]) -> bool:
    return as_text(question.get("kind")) == "statement"
