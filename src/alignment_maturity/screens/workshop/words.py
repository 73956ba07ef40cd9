"""Short texts that several parts of the workshop's screens need."""

from __future__ import annotations

import datetime as dt

from textual.content import Content
from textual.renderables.digits import DIGITS, DIGITS3X3_BOLD
from textual.style import Style

from alignment_maturity.interview.workshop import wording
from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.language import Lang, say
from alignment_maturity.language.workshop import NOTICES
from alignment_maturity.language.workshop import PHRASES as ON_EVERY_FACE
from alignment_maturity.language.workshop_screen import PHRASES
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN, Question
from alignment_maturity.screens.theme import Look


def said(look: Look, key: str, **values: object) -> str:
    """Write a phrase of the workshop's screens, or of the workshop on any face."""
    table = next(known for known in (PHRASES, ON_EVERY_FACE, NOTICES) if key in known)
    return say(table, key, look.lang, **values)


def local_time() -> dt.datetime:
    """Return the time on the wall."""
    return dt.datetime.now().astimezone()


def place_of(meeting: Meeting) -> tuple[object, ...]:
    """Return what the page goes by: where it changes, another page begins."""
    return meeting.stage, meeting.present, meeting.item.phase, len(meeting.item.rounds)


def group_name(meeting: Meeting, group: str, lang: Lang) -> str:
    """Return the name of a function, on one line."""
    return meeting.questionnaire.group_by_id[group].name.on_one_line(lang)


def answer(meeting: Meeting, question: Question, value: str, lang: Lang) -> str:
    """Write an answer out on one line: the option with its number, or what stands for none."""
    return " ".join(wording.option_in_words(meeting.questionnaire, question, value, lang).split())


def card_key(meeting: Meeting, value: str) -> str:
    """Return what one types for a card of the present question: the option's number, `0` or `-`."""
    if value == UNKNOWN:
        return "0"
    return "-" if value == NOT_APPLICABLE else str(meeting.values.index(value) + 1)


def large(text: str, style: Style) -> list[Content]:
    """Write figures in large type: three rows, three columns each."""
    rows = ["", "", ""]
    for sign in text:
        for row in range(3):
            if sign in DIGITS:
                rows[row] += DIGITS3X3_BOLD[3 * DIGITS.index(sign) + row].ljust(3)
            else:  # a decimal mark
                rows[row] += sign if row == 2 else " "
    return [Content.styled(row, style) for row in rows]
