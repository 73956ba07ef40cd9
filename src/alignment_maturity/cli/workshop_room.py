"""The room view: what a second terminal shows of a workshop that is led on another."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from alignment_maturity.cli.answers_place import Place
from alignment_maturity.cli.faces import full_screen_wanted
from alignment_maturity.cli.line_terminal import line_terminal
from alignment_maturity.errors import AlignmentError, InvalidInput, WrongUsage
from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.interview.workshop.opening import resume
from alignment_maturity.interview.workshop.pages import room_page
from alignment_maturity.interview.workshop.plain import drawn_ladder, lazy_spreads
from alignment_maturity.interview.workshop.wording import told
from alignment_maturity.language import Lang, say
from alignment_maturity.language.workshop_screen import PHRASES
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.result import Assessment
from alignment_maturity.store.answer_sets import Reader
from alignment_maturity.store.questionnaires import Loaded
from alignment_maturity.store.rooms import read_room, room_path

_State = tuple[tuple[int, int, int] | None, ...]

_PAUSE = 0.5  # seconds between two looks at the files


class Followed:
    """A workshop that is led elsewhere, as its files have it; what was read once stays while they are broken.

    Attributes:
        path: the answer file, beside which the room is kept.
        meeting: the last one that could be read, the same one until its files change; None before.
        failure: why the files that are there cannot be read, None where they can or are not there.
    """

    def __init__(self, place: Place) -> None:
        """Begin before anything is read."""
        self.path = place.path
        self.meeting: Meeting | None = None
        self.failure: AlignmentError | None = None
        self._place = place
        self._reader = Reader(place.reference)  # reads the questionnaire once
        self._read: _State = ()
        self._gone = False
        self._lang: Lang | None = None
        self._loaded: Loaded | None = None

    @property
    def broken(self) -> bool:
        """Whether its files are there but cannot be read, or were there and have gone."""
        return self._gone or self.failure is not None

    @property
    def lang(self) -> Lang:
        """The language of the room: asked for here, else the one that is read where the workshop is led."""
        return self._place.shell.asked_lang or self._lang or self._place.shell.lang

    def look(self) -> None:
        """Read the files again, where they have changed or could not be read."""
        now = tuple(_state(path) for path in (self.path, room_path(self.path)))
        there = all(now)
        self._gone = self.meeting is not None and not there
        if not there:
            self.failure = None
            return
        if now == self._read and self.failure is None:
            return
        try:
            self.meeting, self.failure = self._read_anew(), None
        except AlignmentError as failure:
            self.failure = failure
        else:
            self._read = now

    def score(self, file: AnswerFile) -> Assessment:
        """Assess the answers, once there are any."""
        if self._loaded is None:
            raise InvalidInput.of("missing-file", self.path)
        return self._place.afterwards(self._loaded).score(file)

    def _read_anew(self) -> Meeting:
        # The room first: its rounds are never ahead of answers that are read later.
        room = read_room(self.path)
        read = self._reader.read(self.path, earlier=True)
        if read.file.workshop is None:
            raise WrongUsage("not-a-workshop", path=self.path)
        if room is None:
            raise InvalidInput.of("missing-file", room_path(self.path))
        self._loaded, self._lang = read.loaded, room.lang
        return resume(read.loaded.questionnaire, read.file, room)


def present(place: Place, *, plain: bool, light: bool) -> None:
    """Show the room a workshop until Ctrl-C; where stdout is no terminal, show it once."""
    followed = Followed(place)
    watched = sys.stdout.isatty()
    followed.look()
    if followed.failure is not None:
        raise followed.failure
    if followed.meeting is None and not watched:
        missing = place.path if not place.path.exists() else room_path(place.path)
        raise InvalidInput.of("missing-file", missing)
    if watched and full_screen_wanted(plain=plain):
        from alignment_maturity.screens.workshop.room_view import follow

        follow(followed, light=light)
        return
    for page in _pages(followed):
        sys.stdout.write(f"{page}\n")
        sys.stdout.flush()
        if not watched:
            return


def _pages(followed: Followed) -> Iterator[str]:
    """Write the room's page, and again whenever it has become another."""
    shown: tuple[Meeting | None, bool] | None = None
    while True:
        now = followed.meeting, followed.broken
        if now != shown:
            yield _page(followed)
        shown = now
        time.sleep(_PAUSE)
        followed.look()


def _page(followed: Followed) -> str:
    paper, meeting = line_terminal(followed.lang).paper, followed.meeting
    if meeting is None:
        mark = say(PHRASES, "not-read", paper.lang) if followed.broken else ""
        waiting = paper.wrap(told("waiting", paper.lang, path=followed.path))
        return f"{waiting}\n{paper.wrap(mark)}" if mark else waiting
    page = _room_page(followed, meeting)
    return f"{page}\n{paper.wrap(say(PHRASES, 'stale', paper.lang))}" if followed.broken else page


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
