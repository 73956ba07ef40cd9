"""Every localised text of a questionnaire, with the place it has in the file and a name that stays.

All of it reads plain data, so that texts are found in files whose shape has errors as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from alignment_maturity.model.findings import Path
from alignment_maturity.model.plain_data import as_text, as_whole

LOCALISED = frozenset(
    {"title", "description", "name", "text", "help", "probe", "priority", "why", "done_when", "kpi"}
)
LOCALISED_LISTS = frozenset({"symptoms", "risks", "benefits", "steps"})

Content = str | Mapping[str, str]
"""One text for every language, or the text of each language."""


class Text(NamedTuple):
    """A localised text as its file has it.

    Attributes:
        path: keys and indices from the root to the text.
        content: what stands there; anything at all in a file whose shape has errors.
    """

    path: Path
    content: Any


def texts(data: object) -> Iterator[Text]:
    """Go through the localised texts of a questionnaire, in the order of the file."""
    return _texts((), data)


def name_of(data: object, path: Path) -> str:
    """Name a text by ids where there are any, by numbers from 1 elsewhere: `questions/crm/options/2/text`.

    In a sound questionnaire no two texts have one name, and moving an entry changes no name.
    """
    names: list[str] = []
    node: Any = data
    for depth, element in enumerate(path, start=1):
        node = node[element]
        if isinstance(element, str):
            names.append(element)
        else:  # at the end stands a text, whose keys are languages
            names.append((depth < len(path) and _entry_name(node)) or str(element + 1))
    return "/".join(names)


def _texts(path: Path, node: object) -> Iterator[Text]:
    if isinstance(node, list):
        for index, entry in enumerate(node):
            yield from _texts((*path, index), entry)
    elif isinstance(node, dict):
        for key, entry in node.items():
            here = (*path, key)
            if path == ("option_sets",):  # whose keys are names, `title` being as good as any
                yield from _texts(here, entry)
            elif key in LOCALISED:
                yield Text(here, entry)
            elif key in LOCALISED_LISTS and isinstance(entry, list):
                yield from (Text((*here, index), text) for index, text in enumerate(entry))
            else:
                yield from _texts(here, entry)


def _entry_name(entry: object) -> str | None:
    """Return the id of an entry, the value of an option, or the steps of a transition (`1-2`)."""
    if not isinstance(entry, dict):
        return None
    start, end = as_whole(entry.get("from")), as_whole(entry.get("to"))
    if start is not None and end is not None:
        return f"{start}-{end}"
    level = as_whole(entry.get("level"))
    named = next((name for key in ("id", "value") if (name := as_text(entry.get(key)))), None)
    return named or (None if level is None else str(level))
