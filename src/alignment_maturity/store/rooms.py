"""What a workshop keeps beside its answer file: `ANSWERS.room`, JSON."""

from __future__ import annotations

from pathlib import Path

from alignment_maturity.errors import InvalidInput
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


def save_room(answers: Path, room: Room) -> None:
    """Write the room of an answer file whole or not at all; raises WorkFailed."""
    text = room.model_dump_json(exclude_defaults=True, indent=1) + "\n"
    write_atomically(room_path(answers), text.encode(), replace=True)
