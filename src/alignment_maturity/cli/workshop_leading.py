"""How the `workshop` command leads a workshop that is open, on the face that is wanted."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from alignment_maturity.cli.answers_place import Place
from alignment_maturity.cli.faces import full_screen_wanted
from alignment_maturity.cli.line_terminal import prompts_on_stderr
from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.interview.details import Details
from alignment_maturity.interview.session import Stage
from alignment_maturity.interview.terminal import LineRefused, LineTerminal, NotSaved, keep
from alignment_maturity.interview.workshop.keeper import Keeper
from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.interview.workshop.plain import workshop
from alignment_maturity.interview.workshop.wording import told, unrevealed
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.store.answer_files import Reason, SavedAnswers
from alignment_maturity.store.questionnaires import Loaded
from alignment_maturity.store.rooms import SavedRoom


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options of the command say.

    Attributes:
        order: `dimension`, `disagreement`, or None where it is not said.
        sources: files with individual answers, for the first round.
        minutes: for the whole agenda; 0 for no limit, None where it is not said.
    """

    about: Details
    participants: tuple[str, ...]
    minutes: float | None
    order: str | None
    sources: tuple[str, ...]
    min_group: int | None
    plain: bool
    light: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A workshop that is about to be led.

    Attributes:
        saved: the answers as they are on the disk, None where there is no file yet.
        untouched: what would be saved if nothing happened; not worth a write.
        outgrown: whether what is on the disk holds answers that no longer fit the questionnaire.
        room_outgrown: whether the room holds cards that no longer do.
    """

    place: Place
    asked: Asked
    loaded: Loaded
    meeting: Meeting
    terminal: LineTerminal
    saved: AnswerFile | None
    untouched: AnswerFile | None
    outgrown: bool = False
    room_outgrown: bool = False

    def lead(self) -> None:
        """Lead it on the face that is wanted, and say where everything is."""
        place, terminal = self.place, self.terminal
        aside: list[Callable[[], str]] = []
        keeper = self._keeper(aside)
        to_resume = terminal.paper.say("to-resume", command=place.command("workshop", "-o"))
        try:
            meeting = self._led(keeper)
        except NotSaved as lost:
            hidden = keeper.hidden
            title = [told("hidden-cards", terminal.lang)] if hidden else []
            raise NotSaved(lost.file, lost.failure, (*title, *hidden)) from lost.failure
        except LineRefused as refused:
            terminal.show(to_resume)
            problem = Problem("line-refused", "-", refused.number, 1, excerpt=refused.line)
            raise InvalidInput([problem]) from None
        except KeyboardInterrupt:
            terminal.write("\n")
            terminal.show(terminal.paper.wrap(told("saved-so-far", terminal.lang, path=place.path)))
            terminal.show(to_resume)
            raise
        finally:
            for why in aside:
                terminal.show(terminal.paper.wrap(why()))
        if not place.shell.quiet:
            _say_goodbye(place, meeting, terminal)

    def _keeper(self, aside: list[Callable[[], str]]) -> Keeper:
        """Return what writes both files; what there is to say of those it sets aside goes to `aside`."""
        path, terminal = self.place.path, self.terminal

        def answers_aside(copy: Path, why: Reason) -> None:
            aside.append(lambda: terminal.paper.say(f"original-kept-{why}", path=copy))

        def room_aside(copy: Path) -> None:
            aside.append(lambda: told("room-outgrown", terminal.lang, path=copy))

        answers = SavedAnswers(path, self.saved, outgrown=self.outgrown, on_set_aside=answers_aside)
        room = SavedRoom(path, keep_first=self.room_outgrown, on_set_aside=room_aside)
        return Keeper(answers.save, room.save, last=self.untouched, room_intact=lambda: room.intact)

    def _led(self, keeper: Keeper) -> Meeting:
        meeting, terminal = self.meeting, self.terminal
        with prompts_on_stderr():
            keep(meeting.answer_file(), terminal, lambda: keeper.save(meeting, terminal.lang))
        afterwards = self.place.afterwards(self.loaded)
        if not full_screen_wanted(plain=self.asked.plain):
            with prompts_on_stderr():
                return workshop(self.meeting, self.terminal, keeper.save, time.monotonic, afterwards)
        from alignment_maturity.screens.workshop.app import lead

        meeting, self.terminal.lang = lead(
            self.meeting,
            self.terminal.lang,
            save=keeper.save,
            afterwards=afterwards,
            path=self.place.path,
            theme="light" if self.asked.light else None,
        )
        return meeting


def _say_goodbye(place: Place, meeting: Meeting, terminal: LineTerminal) -> None:
    numbers = {
        "decided": len(meeting.decided),
        "parked": len(meeting.parked),
        "open": len(meeting.unsettled),
    }
    terminal.show(terminal.paper.wrap(told("saved", terminal.lang, path=place.path, **numbers)))
    terminal.show(terminal.paper.wrap(unrevealed(meeting, terminal.lang)))
    done = not meeting.unsettled or meeting.stage is Stage.FINISHED
    key, words = ("to-score", ("score",)) if done else ("to-resume", ("workshop", "-o"))
    terminal.show(terminal.paper.say(key, command=place.command(*words)))
