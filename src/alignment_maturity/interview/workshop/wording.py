"""What there is to say in a workshop, in the same words on every face."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from alignment_maturity.interview.workshop.meeting import Meeting, cards_in
from alignment_maturity.language import Lang, decimal, listing, say
from alignment_maturity.language.interview import PHRASES as OF_THE_INTERVIEW
from alignment_maturity.language.workshop import NOTICES, PHRASES
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN, Question, Questionnaire
from alignment_maturity.model.room import Participants
from alignment_maturity.phrasing.wording import levels

if TYPE_CHECKING:
    from alignment_maturity.interview.workshop.spread import Spread

_ORDINALS = 4


def told(key: str, lang: Lang, **values: object) -> str:
    """Write a phrase of the workshop."""
    return say(PHRASES, key, lang, **values)


def group_name(questionnaire: Questionnaire, group: str, lang: Lang) -> str:
    """Return the name of a function."""
    return questionnaire.group_by_id[group].name.in_(lang)


def notice(meeting: Meeting, lang: Lang) -> str:
    """Tell about the last event what there is to tell, empty where there is nothing."""
    if meeting.notice is None:
        return ""
    values: dict[str, object] = {"count": len(meeting.agenda), **meeting.notice.values}
    if meeting.notice.code == "no-such-card":
        values["count"] = len(meeting.questionnaire.options_of(meeting.question))
    if isinstance(group := values.get("group"), str) and group in meeting.questionnaire.group_by_id:
        values["group"] = group_name(meeting.questionnaire, group, lang)
    if isinstance(question := values.get("question"), str):
        values["question"] = meeting.questionnaire.question_by_id[question].name.in_(lang)
    if isinstance(groups := values.get("groups"), tuple):
        values["groups"] = _names(meeting.questionnaire, groups, lang)
    return say(NOTICES, meeting.notice.code, lang, **values)


def place_of(questionnaire: Questionnaire, question: Question, value: str) -> int | None:
    """Return the number in front of an option, from 1; None for `unknown` and `n/a`."""
    options = questionnaire.options_of(question)
    return next((place for place, option in enumerate(options, 1) if option.value == value), None)


def card(questionnaire: Questionnaire, question: Question, value: str, lang: Lang) -> str:
    """Name a card briefly: the number in front of its option, or what stands for none."""
    if value in {UNKNOWN, NOT_APPLICABLE}:
        return say(OF_THE_INTERVIEW, value, lang)
    place = place_of(questionnaire, question, value)
    return value if place is None else str(place)


def option_in_words(questionnaire: Questionnaire, question: Question, value: str, lang: Lang) -> str:
    """Tell a card: the option with its number, or what stands for none."""
    short = card(questionnaire, question, value, lang)
    option = questionnaire.values_of(question.id).get(value)
    return short if option is None else f"{short}. {option.text.in_(lang)}"


def cards_counted(meeting: Meeting, lang: Lang, groups: Iterable[str] | None = None) -> str:
    """Tell how many cards are in, of how many people, and nothing of what they say."""
    shown = meeting.participants if groups is None else groups
    return listing(
        [
            told(
                "cards-of",
                lang,
                group=group_name(meeting.questionnaire, group, lang),
                cards=cards_in(meeting.item.open.get(group, {})),
                people=meeting.participants[group].count,
            )
            for group in shown
        ],
        lang,
    )


def functions(meeting: Meeting, lang: Lang) -> str:
    """Name the functions that are there, with their ids, which no two have in common."""
    return ", ".join(
        f"{group_name(meeting.questionnaire, group, lang)} ({group})" for group in meeting.participants
    )


def unrevealed(meeting: Meeting, lang: Lang) -> str:
    """Tell on how many questions cards were counted and never revealed; empty where there are none."""
    count = len(meeting.unrevealed)
    key = "end-unrevealed-one" if count == 1 else "end-unrevealed"
    return told(key, lang, count=count) if count else ""


def people_in_words(
    questionnaire: Questionnaire, people: Mapping[str, Participants] | Mapping[str, int], lang: Lang
) -> str:
    """Tell who is there: `Marketing 4, Sales 3 (Anna, Luca)`."""
    parts = []
    for group, present in people.items():
        count, names = (present, ()) if isinstance(present, int) else (present.count, present.names)
        named = f" ({', '.join(names)})" if names else ""
        parts.append(f"{group_name(questionnaire, group, lang)} {count}{named}")
    return ", ".join(parts)


def votes(questionnaire: Questionnaire, question: Question, cast: Mapping[str, int], lang: Lang) -> str:
    """Tell the votes of one function: `1 for option 2, 2 for option 3, 1 “don’t know”`."""
    given = [
        told(
            "votes-without" if value in {UNKNOWN, NOT_APPLICABLE} else "votes-for",
            lang,
            count=number,
            option=card(questionnaire, question, value, lang),
        )
        for value, number in cast.items()
        if number
    ]
    return ", ".join(given) or told("no-votes", lang)


def round_name(number: int, lang: Lang) -> str:
    """Name a round by its number, from 1."""
    if number > _ORDINALS:
        return told("round-n", lang, number=number)
    return told("round", lang, ordinal=told(f"ordinal-{number}", lang))


def distance(questionnaire: Questionnaire, spread: Spread, lang: Lang) -> list[str]:
    """Tell how far apart the functions are, and whether that contests a gate; a sentence each."""
    sentences = []
    if spread.gap is not None:
        sentences.append(_gap(questionnaire, spread.gap, lang))
    return [*sentences, *(told("contested", lang, level=level) for level in spread.contested)]


def means(questionnaire: Questionnaire, spread: Spread, lang: Lang) -> str:
    """Tell the mean level of each function that voted, empty where none did."""
    figures = [
        f"{group_name(questionnaire, group, lang)} {decimal(mean, 1, lang)}"
        for group, mean in spread.means.items()
    ]
    return f"{told('means', lang)}: {', '.join(figures)}" if figures else ""


def probe(question: Question, lang: Lang) -> str:
    """Return what to ask where the functions are far apart."""
    return question.probe.in_(lang) if question.probe else told("probe-any", lang)


def pace(meeting: Meeting, lang: Lang) -> str:
    """Tell the time spent on the present question, and how the room stands against its agenda."""
    spent = clock(meeting.item.seconds)
    share, ahead = meeting.seconds_each, meeting.ahead
    if share is None or ahead is None:
        parts = [told("pace-time", lang, spent=spent)]
    else:
        parts = [told("pace-share", lang, spent=spent, share=clock(share)), _against_agenda(ahead, lang)]
    return " · ".join([*parts, *([told("paused", lang)] if meeting.paused else [])])


def clock(seconds: float) -> str:
    """Write a time as minutes and seconds: `1:05`."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def _against_agenda(ahead: float, lang: Lang) -> str:
    minutes = int(abs(ahead) // 60)
    if minutes == 0:
        return told("pace-on-time", lang)
    return told("pace-ahead" if ahead > 0 else "pace-behind", lang, minutes=minutes)


def _gap(questionnaire: Questionnaire, gap: float, lang: Lang) -> str:
    size = levels(abs(gap), lang)
    if round(abs(gap), 1) == 0:
        return told("no-distance", lang)
    if len(questionnaire.compare) != 2:
        return told("apart", lang, size=size)
    higher, lower = questionnaire.compare if gap > 0 else questionnaire.compare[::-1]
    sides = {"higher": higher, "lower": lower}
    names = {side: group_name(questionnaire, group, lang) for side, group in sides.items()}
    return told("sees-higher", lang, size=size, **names)


def _names(questionnaire: Questionnaire, groups: Iterable[object], lang: Lang) -> str:
    return listing([group_name(questionnaire, str(group), lang) for group in groups], lang)
