"""Write what `quick` shares with `full` into questionnaires/quick.yaml: make quick.

`quick` decides itself what it is called, which questions it asks, in which order and in which dimensions.
Everything else is that of `full`, word for word: the scale, the placement, the groups, the questions, the
transitions, and of the actions those that lift one of its questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "questionnaires"


def main() -> None:
    """Write the file."""
    path = FOLDER / "quick.yaml"
    full = (FOLDER / "full.yaml").read_text(encoding="utf-8")
    path.write_text(refreshed(path.read_text(encoding="utf-8"), full), encoding="utf-8")


def refreshed(quick: str, full: str) -> str:
    """Return the text of `quick` with all that it shares with `full` as it stands there."""
    own, shared = _parts(quick), _parts(full)
    dimensions = {name: _value(entry, "dimension") for name, entry in _entries(own["questions"]).items()}
    questions = _entries(shared["questions"])
    taken = [_with(questions[name], "dimension", dimension) for name, dimension in dimensions.items()]
    parts = shared | {"": own[""], "dimensions": own["dimensions"]}
    parts["questions"] = "questions:\n" + "\n".join(taken) + "\n"
    parts["actions"] = "actions:\n" + "\n".join(_actions(_entries(shared["actions"]), dimensions))
    return "".join(parts.values())


def _parts(text: str) -> dict[str, str]:
    """Divide a file at its top-level lists and maps; what stands before the scale goes by an empty name."""
    head, *rest = re.split(
        r"(?m)^(?=(?:scale|placement|groups|dimensions|questions|transitions|actions):)", text
    )
    return {"": head} | {part.partition(":")[0]: part for part in rest}


def _entries(part: str) -> dict[str, str]:
    """Divide a list at its entries, by id; each ends with one line break."""
    _, *entries = re.split(r"(?m)^(?=  - id: )", part)
    return {_value(entry, "id"): entry.rstrip("\n") + "\n" for entry in entries}


def _actions(actions: Mapping[str, str], questions: Mapping[str, str]) -> Iterator[str]:
    """Go through the actions that lift one of `questions`, less all that `questions` do not hold."""
    lifts = {
        name: [lift for lift in _lifts(entry) if _question(lift) in questions]
        for name, entry in actions.items()
    }

    def required(name: str) -> Iterator[str]:
        for needed in _requires(actions[name]):
            # Of an action left out, what it would have required itself.
            yield from [needed] if lifts[needed] else required(needed)

    for name, entry in actions.items():
        if lifts[name]:
            yield _rewritten(entry, lifts[name], list(dict.fromkeys(required(name))))


def _rewritten(entry: str, lifts: list[str], requires: list[str]) -> str:
    before, _, after = entry.partition("    lifts:")
    _, worksheets, names = after.partition("    worksheets:")
    lines = (
        [f"    lifts: [{lifts[0]}]"]
        if len(lifts) == 1
        else ["    lifts:", *(f"      - {lift}" for lift in lifts)]
    )
    if requires:
        lines.append(f"    requires: [{', '.join(requires)}]")
    return before + "\n".join(lines) + "\n" + worksheets + names


def _lifts(entry: str) -> list[str]:
    return re.findall(r"\{question: .*?\}", entry.partition("    lifts:")[2])


def _question(lift: str) -> str:
    return lift.removeprefix("{question: ").partition(",")[0]


def _requires(entry: str) -> list[str]:
    found = re.search(r"(?ms)^    requires: \[(.*?)\]$", entry)
    return re.findall(r"[\w-]+", found[1]) if found else []


def _value(entry: str, key: str) -> str:
    found = re.search(rf"(?m)^  (?:  |- ){key}: (.*)$", entry)
    if not found:
        raise SystemExit(f"no `{key}` in\n{entry}")
    return found[1]


def _with(entry: str, key: str, value: str) -> str:
    return re.sub(rf"(?m)^(    {key}: ).*$", rf"\g<1>{value}", entry, count=1)


if __name__ == "__main__":
    main()
