"""How the `workshop` command begins a workshop, or goes on with one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from alignment_maturity.cli.answers_place import Place
from alignment_maturity.cli.faces import full_screen_wanted
from alignment_maturity.cli.inputs import tell_what_was_read
from alignment_maturity.cli.line_terminal import line_terminal, stdin_is_terminal
from alignment_maturity.cli.workshop_leading import Asked, Opened
from alignment_maturity.errors import InvalidInput, Problem, WrongUsage
from alignment_maturity.interview.details import Details, check_contradictions
from alignment_maturity.interview.plain import ask_about
from alignment_maturity.interview.terminal import LineTerminal
from alignment_maturity.interview.workshop import pages
from alignment_maturity.interview.workshop.agenda import (
    FirstRounds,
    by_dimension,
    by_disagreement,
    first_rounds,
)
from alignment_maturity.interview.workshop.meeting import Meeting, seated
from alignment_maturity.interview.workshop.opening import begin, hidden_misfits, resume
from alignment_maturity.interview.workshop.people import ask_people, given_people
from alignment_maturity.interview.workshop.wording import people_in_words, told
from alignment_maturity.model.answers import AnswerFile, Discussion
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.room import Participants, Room, Votes
from alignment_maturity.store.answer_sets import ReadAnswers, Reader, read_answer_set
from alignment_maturity.store.questionnaires import find_questionnaire
from alignment_maturity.store.rooms import read_room, room_path, set_room_aside

_DEFAULT = "full"


def open_workshop(place: Place, asked: Asked, today: dt.date) -> Opened | None:
    """Begin the workshop of a file, or go on with it; None where nobody says what is needed for that.

    Raises InvalidInput and WrongUsage for files and options that do not fit.
    """
    if place.path.exists():
        return _resumed(place, asked)
    return _begun(place, asked, today)


def _begun(place: Place, asked: Asked, today: dt.date) -> Opened | None:
    read = _individual_answers(place, asked)
    if read:
        loaded = read[0].loaded
    else:
        loaded = find_questionnaire(place.reference or _DEFAULT, place.path.parent)
        place.tell_about(loaded)
    questionnaire = loaded.questionnaire
    if not questionnaire.groups:
        raise WrongUsage("no-functions", id=questionnaire.id)
    terminal = line_terminal(place.shell.lang_for(questionnaire))
    counted = _first_rounds(questionnaire, read, asked)
    if read and not place.shell.quiet:
        _tell_first_rounds(questionnaire, counted, asked, terminal)
    about = _about(asked.about, read)
    there = {
        group: Participants(count=count) for group, count in {**counted.people, **counted.hidden}.items()
    }
    try:
        about = _asked_about(about, terminal, known=bool(read))
        people = _people(questionnaire, asked, there, terminal)
    except EOFError:
        terminal.tell("nothing-begun")
        return None
    by = asked.order or ("disagreement" if counted.rounds else "dimension")
    meeting = begin(
        questionnaire,
        _new_file(questionnaire, about, counted, today),
        participants=people,
        minutes=(questionnaire.minutes if asked.minutes is None else asked.minutes) or None,
        agenda=_agenda(questionnaire, by, counted.rounds),
    )
    if not place.shell.quiet:
        if not full_screen_wanted(plain=asked.plain):
            terminal.show(pages.opening(meeting, str(place.path), f"by-{by}", terminal.paper))
        terminal.show(told("second-screen", terminal.lang, command=place.command("workshop", "--present")))
    return Opened(place, asked, loaded, meeting, terminal, saved=None, untouched=None)


def _resumed(place: Place, asked: Asked) -> Opened | None:
    read = Reader(place.reference).read(place.path, earlier=True)
    place.tell_about(read.loaded)
    place.shell.warn(read.warnings)
    file, questionnaire = read.file, read.loaded.questionnaire
    if file.workshop is None:
        raise WrongUsage("not-a-workshop", path=place.path)
    if asked.sources:
        raise WrongUsage("from-too-late", path=place.path)
    check_contradictions(asked.about, {"organisation": file.organisation, "wave": file.wave}, str(place.path))
    terminal = line_terminal(place.shell.lang_for(questionnaire))
    room = _room(place, terminal)
    if room is not None:
        terminal.lang = place.shell.asked_lang or room.lang
    there = seated(questionnaire, room.participants) if room else {}
    try:
        people = _people(questionnaire, asked, there, terminal)
    except EOFError:
        terminal.show(told("saved-so-far", terminal.lang, path=place.path))
        return None
    found = _found(questionnaire, file, room, people)
    meeting = _as_asked(found, people, asked)
    lost = hidden_misfits(questionnaire, file, room) if room else 0
    if lost:
        values = {"number": lost}
        place.shell.warn([Problem("cards-left-out", str(room_path(place.path)), values=values, warning=True)])
    if not place.shell.quiet and not full_screen_wanted(plain=asked.plain):
        terminal.show(pages.greeting(meeting, terminal.paper))
    untouched = found.answer_file()
    return Opened(
        place,
        asked,
        read.loaded,
        meeting,
        terminal,
        saved=file,
        untouched=untouched,
        outgrown=any(warning.code == "answers-left-out" for warning in read.warnings),
        room_outgrown=lost > 0,
    )


def _found(
    questionnaire: Questionnaire, file: AnswerFile, room: Room | None, people: dict[str, Participants]
) -> Meeting:
    if room is not None:
        return resume(questionnaire, file, room)
    agenda = by_dimension(questionnaire)
    return begin(questionnaire, file, participants=people, minutes=questionnaire.minutes, agenda=agenda)


def _as_asked(found: Meeting, people: dict[str, Participants], asked: Asked) -> Meeting:
    """Return a workshop that goes on as the options say, where they say something."""
    agenda = found.agenda
    if asked.order:
        rounds = {question: item.last_round for question, item in found.items.items() if item.rounds}
        agenda = _agenda(found.questionnaire, asked.order, rounds)
    return replace(
        found,
        file=found.file.model_copy(update={"wave": found.file.wave or asked.about.wave or None}),
        participants=people,
        minutes=(found.minutes if asked.minutes is None else asked.minutes) or None,
        agenda=agenda,
    )


def _individual_answers(place: Place, asked: Asked) -> list[ReadAnswers]:
    """Read the answers given before the workshop, of one organisation and wave: those that are asked for."""
    if not asked.sources:
        return []
    read = read_answer_set(asked.sources, place.reference)
    tell_what_was_read(place.shell, read)
    workshops = [answers.document.source for answers in read if answers.file.workshop is not None]
    if workshops:
        raise InvalidInput([Problem("not-individual", source) for source in workshops])
    first = read[0]
    there = {"organisation": first.file.organisation, "wave": first.file.wave}
    check_contradictions(asked.about, there, first.document.source)
    return read


def _first_rounds(questionnaire: Questionnaire, read: list[ReadAnswers], asked: Asked) -> FirstRounds:
    """Count individual answers as the first round."""
    people = [person for answers in read for person in answers.file.people]
    return first_rounds(questionnaire, people, _smallest(questionnaire, asked))


def _smallest(questionnaire: Questionnaire, asked: Asked) -> int:
    return questionnaire.privacy.min_group if asked.min_group is None else asked.min_group


def _tell_first_rounds(
    questionnaire: Questionnaire, counted: FirstRounds, asked: Asked, terminal: LineTerminal
) -> None:
    """Say whose answers are the first round, and whose are left out."""
    lang = terminal.lang
    people = people_in_words(questionnaire, counted.people, lang)
    key = "first-rounds" if counted.rounds else "nothing-to-preload"
    notes = [told(key, lang, people=people)]
    if counted.hidden:
        hidden = people_in_words(questionnaire, counted.hidden, lang)
        limit = _smallest(questionnaire, asked)
        notes.append(told("left-out-small", lang, limit=limit, people=hidden))
    if counted.ungrouped:
        notes.append(told("left-out-ungrouped", lang, count=counted.ungrouped))
    for note in notes:
        terminal.show(terminal.paper.wrap(note))


def _about(given: Details, read: list[ReadAnswers]) -> Details:
    """Return the organisation and the wave: given ones, else those of the individual answers."""
    if not read:
        return given
    file = read[0].file
    return Details(given.organisation or file.organisation, given.wave or file.wave or "")


def _asked_about(about: Details, terminal: LineTerminal, *, known: bool) -> Details:
    """Ask for the organisation and the wave where somebody is there; `known`: the answers have said it."""
    if known or not stdin_is_terminal():
        if not about.organisation:
            raise WrongUsage("option-needed", option="--organisation")
        return about
    return ask_about(about, terminal)


def _people(
    questionnaire: Questionnaire, asked: Asked, there: dict[str, Participants], terminal: LineTerminal
) -> dict[str, Participants]:
    """Return who takes part: as given, else as known, else as is answered. Raises EOFError."""
    people = seated(questionnaire, {**there, **given_people(asked.participants, questionnaire)})
    if people:
        return people
    if not stdin_is_terminal():
        raise WrongUsage("option-needed", option="--participants")
    return seated(questionnaire, ask_people(questionnaire, {}, terminal))


def _agenda(questionnaire: Questionnaire, order: str, rounds: Mapping[str, Votes]) -> tuple[str, ...]:
    if order == "dimension":
        return by_dimension(questionnaire)
    if not rounds:
        raise WrongUsage("order-without-answers")
    return by_disagreement(questionnaire, rounds)


def _new_file(
    questionnaire: Questionnaire, about: Details, counted: FirstRounds, today: dt.date
) -> AnswerFile:
    return AnswerFile(
        format=1,
        questionnaire=questionnaire.id,
        questionnaire_version=questionnaire.version,
        organisation=about.organisation,
        wave=about.wave or None,
        date=today,
        workshop={question: Discussion(rounds=(votes,)) for question, votes in counted.rounds.items()},
    )


def _room(place: Place, terminal: LineTerminal) -> Room | None:
    """Read the room; one that cannot be read is set aside, since the answers alone are enough to go on."""
    try:
        return read_room(place.path)
    except InvalidInput as error:
        place.shell.warn([replace(problem, warning=True) for problem in error.problems])
        copy = set_room_aside(place.path)
        terminal.show(terminal.paper.wrap(told("room-aside", terminal.lang, path=copy)))
        return None
