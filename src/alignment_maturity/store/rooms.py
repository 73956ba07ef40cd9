"""What a workshop keeps beside its answer file: `ANSWERS.room`, JSON."""

from __future__ import annotations

import itertools
from pathlib import Path

from alignment_maturity.errors import InvalidInput, WorkFailed
from alignment_maturity.model.room import Room
from alignment_maturity.store.files import read_bytes, write_atomically

_LARGEST = 16 * 2**20


def room_path(answers: Path) -> Path:
    """Return where the room of an answer file is kept."""
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


def set_room_aside(answers: Path) -> Path:
    """Give a room that cannot be read a name of its own, and return it; raises WorkFailed."""
    path = room_path(answers)
    names = (f"{path.name}.orig{number or ''}" for number in itertools.chain((None,), itertools.count(2)))
    copy = next(copy for name in names if not (copy := path.with_name(name)).exists())
    try:
        path.rename(copy)
    except OSError as error:
        raise WorkFailed("system", reason=error.strerror or str(error)) from error
    return copy


def save_room(answers: Path, room: Room) -> None:
    """Write the room of an answer file whole or not at all; raises WorkFailed."""
    text = room.model_dump_json(exclude_defaults=True, indent=1) + "\n"
    write_atomically(room_path(answers), text.encode(), replace=True)
