"""The room view: what a second terminal shows of a workshop that is led on another."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from alignment_maturity.cli.answers_place import Place
from alignment_maturity.cli.faces import full_screen_wanted
from alignment_maturity.cli.line_terminal import line_terminal
from alignment_maturity.errors import InvalidInput, WrongUsage
from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.interview.workshop.opening import resume
from alignment_maturity.interview.workshop.pages import room_page
from alignment_maturity.interview.workshop.plain import drawn_ladder, lazy_spreads
from alignment_maturity.interview.workshop.wording import told
from alignment_maturity.language import Lang
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.result import Assessment
from alignment_maturity.store.answer_sets import Reader
from alignment_maturity.store.questionnaires import Loaded
from alignment_maturity.store.rooms import read_room, room_path

_PAUSE = 0.5  # seconds between two looks at the files


class Followed:
    """A workshop as its files have it at the moment."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._reader = Reader(place.reference)  # reads the questionnaire once
        self._seen: tuple[object, ...] = ()
        self._meeting: Meeting | None = None
        self._lang: Lang = "en"
        self._loaded: Loaded | None = None

    @property
    def lang(self) -> Lang:
        """The language of the room: asked for here, else the one that is read where the workshop is led."""
        return self._place.shell.asked_lang or self._lang

    def read(self) -> Meeting | None:
        """Return the meeting, the same one while its files stay as they are; None where there is none yet.

        Raises InvalidInput and WrongUsage where the files are no workshop's; once they were, the last meeting
        is returned.
        """
        now = tuple(_state(path) for path in (self._place.path, room_path(self._place.path)))
        if now != self._seen and all(now):
            try:
                self._meeting = self._read_anew()
            except (InvalidInput, WrongUsage):
                if self._meeting is None:
                    raise
            self._seen = now
        return self._meeting

    def score(self, file: AnswerFile) -> Assessment:
        """Assess the answers, once there are any."""
        if self._loaded is None:
            raise InvalidInput.of("missing-file", self._place.path)
        return self._place.afterwards(self._loaded).score(file)

    def _read_anew(self) -> Meeting:
        path = self._place.path
        # The room first: its rounds are never ahead of answers that are read later.
        room = read_room(path)
        read = self._reader.read(path, earlier=True)
        if read.file.workshop is None:
            raise WrongUsage("not-a-workshop", path=path)
        if room is None:
            raise InvalidInput.of("missing-file", room_path(path))
        self._loaded, self._lang = read.loaded, room.lang
        return resume(read.loaded.questionnaire, read.file, room)


def present(place: Place, *, plain: bool, light: bool) -> None:
    """Show the room a workshop until Ctrl-C; where stdout is no terminal, show it once."""
    followed = Followed(place)
    watched = sys.stdout.isatty()
    meeting = followed.read()
    if meeting is None and not watched:
        missing = place.path if not place.path.exists() else room_path(place.path)
        raise InvalidInput.of("missing-file", missing)
    if watched and full_screen_wanted(plain=plain):
        from alignment_maturity.screens.workshop.room_view import follow

        theme = "light" if light else None
        follow(place.path, followed.read, place.shell.asked_lang, theme, followed.score)
        return
    for page in _pages(place, followed):
        sys.stdout.write(f"{page}\n")
        sys.stdout.flush()
        if not watched:
            return


def _pages(place: Place, followed: Followed) -> Iterator[str]:
    """Write the room's page, and again whenever it has become another."""
    paper = line_terminal(place.shell.lang).paper
    shown: tuple[Meeting | None, str] = None, ""
    while True:
        meeting = followed.read()
        if meeting is None:
            page = paper.wrap(told("waiting", paper.lang, path=place.path))
        elif meeting is shown[0]:
            page = shown[1]
        else:
            page = _room_page(followed, meeting)
        if page != shown[1]:
            yield page
        shown = meeting, page
        time.sleep(_PAUSE)


def _room_page(followed: Followed, meeting: Meeting) -> str:
    paper = line_terminal(followed.lang).paper
    drawn = drawn_ladder(meeting.seen_file(), followed.score, paper) if meeting.ladder else ()
    return room_page(meeting, lazy_spreads(meeting.questionnaire), paper, drawn)


def _state(path: Path) -> tuple[int, int, int] | None:
    """Return what changes with every version of a file; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size
