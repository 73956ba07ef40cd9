"""What the line-by-line interview shows, as text that fits a width."""

from __future__ import annotations

import math
from collections.abc import Mapping

from alignment_maturity.interview.paper import Paper
from alignment_maturity.interview.session import Progress, Session, Stage
from alignment_maturity.language import Phrase, long_date, say
from alignment_maturity.language.interview import COMMANDS, HELP, SYNTAX
from alignment_maturity.model.answers import Answer, Respondent
from alignment_maturity.model.questionnaire import (
    NOT_APPLICABLE,
    UNKNOWN,
    Option,
    Question,
    Questionnaire,
    RubricOption,
)


def opening(questionnaire: Questionnaire, place: str, paper: Paper) -> str:
    """Show what is going to be asked, how long it takes and how to answer; `place` is where answers go."""
    facts = [_counted("length", len(questionnaire.questions), paper)]
    if questionnaire.minutes:
        facts.append(_counted("expected-time", math.ceil(questionnaire.minutes), paper))
    parts = [_title(questionnaire, paper), " · ".join(facts), ""]
    if questionnaire.description:
        parts += [paper.wrap(questionnaire.description.in_(paper.lang)), ""]
    return "\n".join([*parts, paper.wrap(paper.say("how-to-answer", path=place))])


def greeting(session: Session, paper: Paper) -> str:
    """Welcome back somebody whose answers are already there."""
    file, progress = session.file, session.progress
    respondent = file.respondent or Respondent()
    group = session.questionnaire.group_by_id.get(respondent.group or "")
    about = [
        file.organisation,
        file.wave,
        group.name.in_(paper.lang) if group else None,
        respondent.name,
        long_date(file.date, paper.lang) if file.date else None,
    ]
    words = paper.say("resumed", answered=progress.answered, total=progress.total)
    if session.stage is Stage.ASKING:
        words += " " + paper.say("resumed-at", number=session.position + 1)
    facts = " · ".join(fact for fact in about if fact)
    return "\n".join([_title(session.questionnaire, paper), paper.wrap(facts), "", paper.wrap(words)])


def page(session: Session, paper: Paper) -> str:
    """Show the present question, or the review."""
    return _review(session, paper) if session.stage is Stage.REVIEWING else _question(session, paper)


def prompt(session: Session, paper: Paper) -> str:
    """Return what stands before the cursor: where one is, and what Enter keeps."""
    if session.stage is Stage.REVIEWING:
        return f"{paper.say('review')} > "
    place = f"{session.position + 1}/{session.progress.total} (? {paper.say('help')})"
    kept = _typed_for(session)
    return f"{place} [{kept}] > " if kept else f"{place} > "


def help_page(session: Session, paper: Paper) -> str:
    """Show what to look at before answering the present question, and everything that can be typed."""
    parts = [""]
    if session.stage is Stage.ASKING and session.question.help:
        parts += [paper.say("what-to-look-at"), paper.wrap(session.question.help.in_(paper.lang), "  "), ""]
    return "\n".join([*parts, *commands(SYNTAX, HELP, paper), ""])


def commands(syntax: Mapping[str, Phrase], meaning: Mapping[str, Phrase], paper: Paper) -> list[str]:
    """List what can be typed, and what it does."""
    rows = [(f"  {say(syntax, key, paper.lang)}", say(meaning, key, paper.lang)) for key in syntax]
    return [paper.say("commands"), *paper.columns(rows)]


def answer_in_words(session: Session, question: Question, paper: Paper) -> str:
    """Tell the answer to a question: the option with its number, or what stands for none."""
    value = session.answer_to(question).value
    if value is None:
        return paper.say("open")
    if value in {NOT_APPLICABLE, UNKNOWN}:
        return paper.say(value)
    options = session.questionnaire.options_of(question)
    number, option = _numbered(options, value)
    return f"{number}. {option.text.in_(paper.lang)}"


def farewell(session: Session, place: str, paper: Paper) -> str:
    """Say what is saved where."""
    progress = session.progress
    key = "saved-partly" if session.missing else "saved-complete"
    return paper.say(key, answered=progress.answered, total=progress.total, path=place)


def _title(questionnaire: Questionnaire, paper: Paper) -> str:
    return paper.titled(questionnaire.title.in_(paper.lang))


def _question(session: Session, paper: Paper) -> str:
    question = session.question
    left = f"{_dimension_name(session, paper)} ({_share(session.progress_in(question.dimension))})"
    right = f"{session.position + 1}/{session.progress.total}"
    if session.minutes_left:
        right += " · " + paper.say("time-left", minutes=session.minutes_left)
    return "\n".join(
        [
            "",
            paper.ends(left, right),
            paper.rule(),
            paper.wrap(question.name.in_(paper.lang)),
            paper.wrap(question.text.in_(paper.lang)),
            "",
            *_options(session, paper),
            *_recorded(session.answer, paper),
            "",
        ]
    )


def _options(session: Session, paper: Paper) -> list[str]:
    lines = []
    for number, option in enumerate(session.questionnaire.options_of(session.question), 1):
        mark = "*" if option.value == session.answer.value else " "
        first = f"{mark}{number:2}. "
        text = option.text.in_(paper.lang)
        if isinstance(option, RubricOption):
            text = f"[{paper.say('level', level=option.level)}] {text}"
        lines.append(paper.wrap(text, first, " " * len(first)))
    return lines


def _recorded(answer: Answer, paper: Paper) -> list[str]:
    """Show what the marks at the options cannot: an answer that is none of them, and the remarks."""
    lines = []
    if answer.value in {NOT_APPLICABLE, UNKNOWN}:
        lines.append(f"  {paper.say('answer')}: {paper.say(str(answer.value))}")
    for key, text in (("note", answer.note), ("evidence", answer.evidence)):
        if text:
            lines.append(paper.wrap(text, f"  {paper.say(key)}: ", "    "))
    return ["", *lines] if lines else []


def _review(session: Session, paper: Paper) -> str:
    lines = ["", paper.ends(paper.say("review"), _share(session.progress)), paper.rule()]
    for dimension in session.questionnaire.dimensions:
        questions = tuple(session.questionnaire.questions_of(dimension.id))
        if questions:
            share = _share(session.progress_in(dimension.id))
            lines.append(paper.ends(dimension.name.in_(paper.lang), share))
            lines += [_review_line(session, question, paper) for question in questions]
    return "\n".join([*lines, "", paper.wrap(_what_is_missing(session, paper)), ""])


def _review_line(session: Session, question: Question, paper: Paper) -> str:
    answer = session.answer_to(question)
    mark = " " if answer.value is None else "x"
    name_width = min(30, paper.measure // 3)
    name = paper.shorten(question.name.in_(paper.lang), name_width).ljust(name_width)
    start = f"[{mark}] {session.number_of(question):2}  {name}  "
    remarks = [paper.say(key).lower() for key in ("note", "evidence") if getattr(answer, key)]
    end = f" ({', '.join(remarks)})" if remarks else ""
    words = answer_in_words(session, question, paper)
    return f"{start}{paper.shorten(words, paper.measure - len(start) - len(end))}{end}"


def _what_is_missing(session: Session, paper: Paper) -> str:
    if not session.missing:
        return paper.say("complete")
    return _counted("missing", len(session.missing), paper, number=session.number_of(session.missing[0]))


def _dimension_name(session: Session, paper: Paper) -> str:
    dimension = session.questionnaire.dimension_by_id[session.question.dimension]
    return dimension.name.in_(paper.lang)


def _typed_for(session: Session) -> str:
    """Return what one types to give the present answer, empty where there is none."""
    value = session.answer.value
    if value is None:
        return ""
    if value in {NOT_APPLICABLE, UNKNOWN}:
        return COMMANDS[value][0]
    number, _ = _numbered(session.questionnaire.options_of(session.question), value)
    return str(number)


def _numbered(options: tuple[Option, ...], value: str) -> tuple[int, Option]:
    return next((number, option) for number, option in enumerate(options, 1) if option.value == value)


def _share(progress: Progress) -> str:
    return f"{progress.answered}/{progress.total}"


def _counted(key: str, count: int, paper: Paper, **values: object) -> str:
    return paper.say(f"{key}-one" if count == 1 else key, count=count, **values)
