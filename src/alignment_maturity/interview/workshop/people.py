"""Who takes part in a workshop: counts or names, as options and at a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignment_maturity.errors import WrongUsage
from alignment_maturity.interview.details import tidy
from alignment_maturity.interview.terminal import LineTerminal
from alignment_maturity.interview.workshop.commands import group_named
from alignment_maturity.interview.workshop.wording import group_name, told
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.room import Participants

MOST = 1000
"""People of one function in one room."""


def given_people(texts: Sequence[str], questionnaire: Questionnaire) -> dict[str, Participants]:
    """Read participants such as `marketing=4` and `sales=Anna, Luca`; each may hold several, with `;`.

    Raises WrongUsage where one cannot be read, or the questionnaire does not have the function.
    """
    people: dict[str, Participants] = {}
    for text in (part.strip() for whole in texts for part in whole.split(";")):
        name, sign, who = text.partition("=")
        group, present = group_named(name, questionnaire), read_people(who)
        if not sign or present is None:
            raise WrongUsage("participants-unreadable", found=text, most=MOST)
        if group is None:
            known = ", ".join(questionnaire.group_by_id)
            raise WrongUsage("participants-of-nobody", found=name.strip(), known=known or "–")
        people[group] = present
    return people


def read_people(text: str) -> Participants | None:
    """Read a number or names with commas between them; None where it is neither."""
    names = [name for part in text.split(",") if (name := tidy(part))]
    if len(names) == 1 and names[0].isdecimal():
        return Participants(count=int(names[0])) if len(names[0]) < 5 and int(names[0]) <= MOST else None
    if not names or len(names) > MOST or any(name[0] in "+-0123456789" for name in names):
        return None
    return Participants(count=len(names), names=tuple(names))


def ask_people(
    questionnaire: Questionnaire, present: Mapping[str, Participants], terminal: LineTerminal
) -> dict[str, Participants]:
    """Ask who is there, function by function, until somebody is. Raises EOFError."""
    while True:
        terminal.show(terminal.paper.wrap(told("who-is-there", terminal.lang)))
        people = {
            group.id: _asked(questionnaire, group.id, present.get(group.id), terminal)
            for group in questionnaire.groups
        }
        if any(there.count for there in people.values()):
            return people


def _asked(
    questionnaire: Questionnaire, group: str, present: Participants | None, terminal: LineTerminal
) -> Participants:
    nobody = Participants(count=0)
    before = present or nobody
    name = group_name(questionnaire, group, terminal.lang)
    key = "ask-people-again" if before.count else "ask-people"
    shown = ", ".join(before.names) if len(before.names) == before.count else str(before.count)
    while True:
        line = terminal.read_line(told(key, terminal.lang, group=name, present=shown)).strip()
        if not line:
            return before
        if (people := read_people(line)) is not None:
            return people
        terminal.show(terminal.paper.wrap(told("people-unreadable", terminal.lang, most=MOST)))
