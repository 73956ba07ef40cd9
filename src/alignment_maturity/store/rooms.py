"""What a workshop keeps beside its answer file: `ANSWERS.room`, JSON."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from pathlib import Path

from alignment_maturity.errors import InvalidInput, WorkFailed
from alignment_maturity.model.room import Room
from alignment_maturity.store.files import read_bytes, write_atomically

_LARGEST = 16 * 2**20


def room_path(answers: Path) -> Path:
    """Return where the room of an answer file is kept: beside the file itself, not beside a link to it."""
    if answers.is_symlink():
        answers = Path(os.path.realpath(answers))
    return answers.with_name(f"{answers.name}.room")


def read_room(answers: Path) -> Room | None:
    """Return the room of an answer file; None where there is none.

    Raises InvalidInput where it cannot be read; what it holds can be done without.
    """
    path = room_path(answers)
    if not path.exists():
        return None
    data = read_bytes(str(path), _LARGEST)
    try:
        return Room.model_validate_json(data)
    except ValueError:  # also what is no JSON
        raise InvalidInput.of("no-room", str(path)) from None


class SavedRoom:
    """The room of one workshop, written again and again."""

    def __init__(self, answers: Path, *, keep_first: bool, on_set_aside: Callable[[Path], None]) -> None:
        """Begin with the room as it is.

        Args:
            keep_first: whether what is there now is first copied to a name of its own.
            on_set_aside: is told that name.
        """
        self._answers = answers
        self._keep_first = keep_first
        self._on_set_aside = on_set_aside
        self._written: tuple[int, ...] | None = None

    @property
    def intact(self) -> bool:
        """Whether the file is still the one that was written here last."""
        return self._written is not None and _state(room_path(self._answers)) == self._written

    def save(self, room: Room) -> None:
        """Write it whole or not at all; raises WorkFailed."""
        if self._keep_first:
            self._on_set_aside(_copied(room_path(self._answers)))
            self._keep_first = False
        save_room(self._answers, room)
        self._written = _state(room_path(self._answers))


def set_room_aside(answers: Path) -> Path:
    """Give a room that cannot be read a name of its own, and return it; raises WorkFailed."""
    path = room_path(answers)
    aside = _free_name(path)
    try:
        path.rename(aside)
    except OSError as error:
        raise WorkFailed("system", reason=error.strerror or str(error)) from error
    return aside


def save_room(answers: Path, room: Room) -> None:
    """Write the room of an answer file whole or not at all; raises WorkFailed."""
    text = room.model_dump_json(exclude_defaults=True, indent=1) + "\n"
    write_atomically(room_path(answers), text.encode(), replace=True)


def _copied(path: Path) -> Path:
    copy = _free_name(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WorkFailed("system", reason=error.strerror or str(error)) from error
    write_atomically(copy, data, replace=False)
    return copy


def _free_name(path: Path) -> Path:
    names = (f"{path.name}.orig{number or ''}" for number in itertools.chain((None,), itertools.count(2)))
    return next(free for name in names if not (free := path.with_name(name)).exists())


def _state(path: Path) -> tuple[int, ...] | None:
    """Return what changes with every version of a file; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size
