"""What the line-by-line workshop shows: to who leads it, and to the room."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from alignment_maturity.interview.pages import commands
from alignment_maturity.interview.paper import Paper
from alignment_maturity.interview.session import Stage
from alignment_maturity.interview.workshop.meeting import Meeting, Phase
from alignment_maturity.interview.workshop.wording import (
    card,
    cards_counted,
    distance,
    group_name,
    means,
    option_in_words,
    pace,
    people_in_words,
    probe,
    round_name,
    told,
    votes,
)
from alignment_maturity.language.workshop import HELP, SYNTAX
from alignment_maturity.model.questionnaire import Question, RubricOption
from alignment_maturity.model.room import Votes

if TYPE_CHECKING:
    from alignment_maturity.interview.workshop.spread import Spread

SpreadOf = Callable[[str, Votes], "Spread"]
"""Tells the spread of a round on a question, by its id."""

_BAR = 4  # columns of one card, where there is room
_NAME = 34


def opening(meeting: Meeting, place: str, order: str, paper: Paper) -> str:
    """Show what is ahead and how to lead it; `order` is a phrase, `place` is where everything goes."""
    questionnaire, lang = meeting.questionnaire, paper.lang
    file = meeting.file
    about = [told("about", lang, organisation=file.organisation), file.wave or ""]
    facts = [told("agenda", lang, count=len(meeting.agenda), order=told(order, lang))]
    if meeting.minutes:
        facts.append(told("time", lang, minutes=math.ceil(meeting.minutes)))
    return "\n".join(
        [
            paper.titled(questionnaire.title.in_(lang)),
            paper.wrap(" · ".join(part for part in about if part)),
            paper.wrap(people_in_words(questionnaire, meeting.participants, lang)),
            paper.wrap(" · ".join(facts)),
            "",
            paper.wrap(told("how-to-lead", lang, path=place)),
            paper.wrap(told("cards-in-clear", lang)),
        ]
    )


def greeting(meeting: Meeting, paper: Paper) -> str:
    """Welcome back a workshop that goes on."""
    progress, lang = meeting.progress, paper.lang
    about = (meeting.file.organisation, meeting.file.wave)
    return "\n".join(
        [
            paper.titled(meeting.questionnaire.title.in_(lang)),
            paper.wrap(" · ".join(part for part in about if part)),
            paper.wrap(people_in_words(meeting.questionnaire, meeting.participants, lang)),
            "",
            paper.wrap(told("resumed", lang, settled=progress.answered, total=progress.total)),
            paper.wrap(told("cards-in-clear", lang)),
        ]
    )


def page(meeting: Meeting, spread_of: SpreadOf, paper: Paper, ladder: Sequence[str] = ()) -> str:
    """Show the present question, or what was decided; `ladder` is drawn below, where the room sees it."""
    if meeting.stage is not Stage.ASKING:
        return f"{decisions(meeting, paper)}\n{paper.wrap(told('go-on-from-review', paper.lang))}\n"
    head = [*_heading(meeting, paper), paper.wrap(pace(meeting, paper.lang)), paper.rule()]
    own = _wrapped(paper, "note", meeting.item.note)
    return "\n".join(
        [
            "",
            *head,
            *_asked(meeting, paper),
            *_round(meeting, spread_of, paper),
            *own,
            *_drawn(ladder, paper),
            "",
        ]
    )


def room_page(meeting: Meeting, spread_of: SpreadOf, paper: Paper, ladder: Sequence[str] = ()) -> str:
    """Show what the room may see: no cards that are hidden, no notes, no clock."""
    if meeting.stage is Stage.FINISHED:
        shown = [told("the-end", paper.lang)]
    elif meeting.stage is Stage.REVIEWING:
        return "\n".join([decisions(meeting, paper), *_drawn(ladder, paper), ""])
    else:
        shown = [*_heading(meeting, paper), paper.rule(), *_asked(meeting, paper)]
        shown += _round(meeting, spread_of, paper, room=True)
    return "\n".join(["", *shown, *_drawn(ladder, paper), ""])


def decisions(meeting: Meeting, paper: Paper) -> str:
    """Show what was agreed, what was put off and what is open."""
    lang = paper.lang
    lines = [
        "",
        paper.ends(told("review", lang), f"{len(meeting.decided)}/{len(meeting.agenda)}"),
        paper.rule(),
    ]
    for question in meeting.decided:
        value = str(meeting.item_of(question.id).agreed)
        words = option_in_words(meeting.questionnaire, question, value, lang)
        lines.append(_line(meeting, question, words, paper))
    if not meeting.decided:
        lines.append(told("no-decisions", lang))
    for key, questions in (("parking-lot", meeting.parked), ("open-questions", meeting.unsettled)):
        if questions:
            lines += ["", told(key, lang)]
            for question in questions:
                voted = told("voted", lang) if meeting.item_of(question.id).shown else ""
                lines.append(_line(meeting, question, voted, paper))
    return "\n".join([*lines, ""])


def prompt(meeting: Meeting, paper: Paper) -> str:
    """Return what stands before the cursor: where one is, and what Enter does."""
    lang = paper.lang
    if meeting.stage is not Stage.ASKING:
        return f"{told('review', lang)} > "
    place = f"{meeting.position + 1}/{len(meeting.agenda)} (? {told('help', lang)})"
    enter = "goes-on" if meeting.item.phase is Phase.REVEALED else "reveals" if meeting.ready else ""
    return f"{place} [{told(enter, lang)}] > " if enter else f"{place} > "


def help_page(meeting: Meeting, paper: Paper) -> str:
    """Show what to look at on the present question, and everything that can be typed."""
    parts = [""]
    if meeting.stage is Stage.ASKING and meeting.question.help:
        parts += [paper.say("what-to-look-at"), paper.wrap(meeting.question.help.in_(paper.lang), "  "), ""]
    return "\n".join([*parts, *commands(SYNTAX, HELP, paper), ""])


def _heading(meeting: Meeting, paper: Paper) -> list[str]:
    dimension = meeting.questionnaire.dimension_by_id[meeting.question.dimension]
    place = f"{meeting.position + 1}/{len(meeting.agenda)}"
    return [paper.ends(dimension.name.in_(paper.lang), place)]


def _asked(meeting: Meeting, paper: Paper) -> list[str]:
    """Write the question and its options."""
    question = meeting.question
    lines = [paper.wrap(question.name.in_(paper.lang)), paper.wrap(question.text.in_(paper.lang)), ""]
    for number, option in enumerate(meeting.questionnaire.options_of(question), 1):
        mark = "*" if option.value == meeting.item.agreed else " "
        first = f"{mark}{number:2}. "
        level = f"[{paper.say('level', level=option.level)}] " if isinstance(option, RubricOption) else ""
        lines.append(paper.wrap(level + option.text.in_(paper.lang), first, " " * len(first)))
    return lines


def _round(meeting: Meeting, spread_of: SpreadOf, paper: Paper, *, room: bool = False) -> list[str]:
    """Write how far the room is with the question, and nothing that is hidden."""
    item, lang = meeting.item, paper.lang
    lines = [""]
    seen = item.rounds if item.shown else ()
    if item.phase is Phase.REVEALED:
        lines += _revealed(meeting, seen, spread_of, paper)
        seen = seen[:-1]
    elif item.phase is Phase.COUNTED:
        lines.append(paper.wrap(told("counted-for-the-room" if room else "counted", lang)))
    else:
        name = round_name(len(item.rounds) + 1, lang)
        lines.append(paper.wrap(f"{name} · {told('cards', lang)}: {cards_counted(meeting, lang)}"))
    for number, earlier in enumerate(seen, 1):
        lines.append(paper.wrap(f"{round_name(number, lang)}: {_all_votes(meeting, earlier, paper)}"))
    if item.agreed is not None:
        words = option_in_words(meeting.questionnaire, meeting.question, item.agreed, lang)
        lines += _wrapped(paper, "agreed", words)
    if item.parked:
        lines.append(told("parked", lang))
    return lines


def _revealed(meeting: Meeting, seen: Sequence[Votes], spread_of: SpreadOf, paper: Paper) -> list[str]:
    questionnaire, question, lang = meeting.questionnaire, meeting.question, paper.lang
    shown = seen[-1]
    spread = spread_of(question.id, shown)
    lines = [round_name(len(seen), lang)]
    facing = [group for group in questionnaire.compare if shown.get(group)]
    if len(facing) == 2:
        lines += _bars(meeting, shown, (facing[0], facing[1]), paper)
    others = [group for group in shown if len(facing) != 2 or group not in facing]
    for group in others:
        name = group_name(questionnaire, group, lang)
        lines.append(paper.wrap(f"{name}: {votes(questionnaire, question, shown[group], lang)}", "", "  "))
    lines.append("")
    if said := means(questionnaire, spread, lang):
        lines.append(paper.wrap(said))
    lines += [paper.wrap(sentence) for sentence in distance(questionnaire, spread, lang)]
    if meeting.unanimous is not None and meeting.item.agreed is None:
        option = card(questionnaire, question, meeting.unanimous, lang)
        lines.append(paper.wrap(told("unanimous", lang, option=option)))
    if spread.far_apart:
        lines += _wrapped(paper, "probe", probe(question, lang))
    return lines


def _bars(meeting: Meeting, shown: Votes, facing: tuple[str, str], paper: Paper) -> list[str]:
    """Draw two functions' votes as bars that face each other, a line for each card that somebody chose.

    All options have a line, whoever chose them, so that the picture has the shape of the scale.
    """
    questionnaire, question = meeting.questionnaire, meeting.question
    left, right = (shown[group] for group in facing)
    options = [option.value for option in questionnaire.options_of(question)]
    values = [
        *options,
        *(value for value in meeting.values if value not in options and (value in left or value in right)),
    ]
    labels = {value: _label(meeting, value, paper) for value in values}
    start = max(map(len, labels.values())) + 2
    digits = max(len(str(number)) for cast in (left, right) for number in (*cast.values(), 0))
    half = (paper.measure - start - 3) // 2
    most = max((*left.values(), *right.values(), 1))
    each = min(_BAR, (half - digits - 1) / most)
    names = [paper.shorten(group_name(questionnaire, group, paper.lang), half) for group in facing]
    lines = [f"{' ' * start}{names[0].rjust(half)}   {names[1]}"]
    for value in values:
        first, second = left.get(value, 0), right.get(value, 0)
        bars = [_bar(number, each) for number in (first, second)]
        at_left = f"{bars[0]} {first:{digits}}".rjust(half)
        lines.append(f"{labels[value].ljust(start)}{at_left} | {second:<{digits}} {bars[1]}".rstrip())
    return lines


def _bar(number: int, each: float) -> str:
    return "=" * max(round(number * each), 1) if number else ""


def _label(meeting: Meeting, value: str, paper: Paper) -> str:
    questionnaire, question = meeting.questionnaire, meeting.question
    short = card(questionnaire, question, value, paper.lang)
    option = questionnaire.values_of(question.id).get(value)
    if isinstance(option, RubricOption):
        return f"{short:>3}. {paper.say('level', level=option.level)}"
    return f"{short:>3}." if option is not None else f"     {short}"


def _all_votes(meeting: Meeting, shown: Votes, paper: Paper) -> str:
    questionnaire, lang = meeting.questionnaire, paper.lang
    return "; ".join(
        f"{group_name(questionnaire, group, lang)} {votes(questionnaire, meeting.question, cast, lang)}"
        for group, cast in shown.items()
    )


def _line(meeting: Meeting, question: Question, words: str, paper: Paper) -> str:
    """Write a question in one line; that its cards are not revealed is said first, to be cut last."""
    if question in meeting.unrevealed:
        mark = told("mark-unrevealed", paper.lang)
        words = f"{mark} · {words}" if words else mark
    number = meeting.agenda.index(question.id) + 1
    width = min(_NAME, paper.measure // 2)
    start = f"{number:3}. {paper.shorten(question.name.in_(paper.lang), width).ljust(width)}  "
    return f"{start}{paper.shorten(words, paper.measure - len(start)) if words else ''}".rstrip()


def _wrapped(paper: Paper, key: str, text: str) -> list[str]:
    return [paper.wrap(text, f"{told(key, paper.lang)}: ", "  ")] if text else []


def _drawn(ladder: Sequence[str], paper: Paper) -> list[str]:
    return ["", told("ladder", paper.lang), *ladder] if ladder else []
