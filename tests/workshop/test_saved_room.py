"""The room on the disk: beside the file itself, never written over what it still holds for somebody."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignment_maturity.errors import WorkFailed
from alignment_maturity.interview.workshop.events import Cast
from alignment_maturity.store.rooms import SavedRoom, read_room, room_path, save_room

from .rooms import after, opened

ROOM = opened().room("en")
VOTED = after(opened(), Cast("sales", ("1",))).room("en")


def nothing(_path: Path) -> None:
    raise AssertionError("nothing was to be set aside")


@pytest.mark.parametrize("folder", ["", "elsewhere/"])
def test_the_room_of_a_link_is_that_of_the_file(tmp_path: Path, folder: str) -> None:
    """Led by one name and shown by the other, the room would see an old state."""
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / f"{folder}room.yaml", tmp_path / "link.yaml"
    target.write_text("")
    link.symlink_to(target)
    save_room(link, VOTED)

    assert read_room(target) == read_room(link) == VOTED
    assert not (tmp_path / "link.yaml.room").exists()
    assert room_path(tmp_path / "other.yaml") == tmp_path / "other.yaml.room"


def test_what_a_room_holds_is_copied_once_before_it_is_changed(tmp_path: Path) -> None:
    path, told = tmp_path / "a.yaml", list[Path]()
    save_room(path, VOTED)
    before = room_path(path).read_bytes()
    (tmp_path / "a.yaml.room.orig").write_text("an earlier copy")
    saved = SavedRoom(path, keep_first=True, on_set_aside=told.append)
    assert told == []
    saved.save(ROOM)
    saved.save(VOTED)

    assert told == [tmp_path / "a.yaml.room.orig2"]
    assert told[0].read_bytes() == before
    assert (tmp_path / "a.yaml.room.orig").read_text() == "an earlier copy"


def test_a_room_that_cannot_be_copied_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    room_path(path).mkdir()
    saved = SavedRoom(path, keep_first=True, on_set_aside=nothing)
    for _ in range(2):
        with pytest.raises(WorkFailed):
            saved.save(ROOM)

    assert room_path(path).is_dir()


def test_a_room_that_somebody_else_changed_or_removed_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    saved = SavedRoom(path, keep_first=False, on_set_aside=nothing)
    seen = [saved.intact]
    for change in (
        lambda: saved.save(ROOM),
        lambda: room_path(path).write_text("{"),
        lambda: saved.save(ROOM),
        lambda: room_path(path).unlink(),
    ):
        change()
        seen.append(saved.intact)

    assert seen == [False, True, False, True, False]
