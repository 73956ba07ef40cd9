"""The files that a brand names: pictures and fonts inside its own folder, nothing else."""

from __future__ import annotations

from pathlib import Path

from alignment_maturity.errors import Coded, InvalidInput
from alignment_maturity.store.files import read_bytes

_CODES = {"missing-file": "asset-missing", "too-large": "asset-too-large"}


class Unfit(Coded):
    """A file that a brand cannot use; `language.brand` tells why."""


def read_asset(folder: Path, name: str, limit: int) -> bytes:
    """Return what is in a file of a folder, symbolic links followed as long as they stay inside.

    Args:
        name: its path in the folder, which may lead up or elsewhere only by links.
        limit: how many bytes it may have.

    Raises:
        Unfit: where it lies outside, is larger, or cannot be read.
    """
    try:
        path = (folder / name).resolve()
        inside = path.is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links that go round in a circle
        raise Unfit("asset-unreadable") from None
    if not inside:
        raise Unfit("asset-outside")
    try:
        return read_bytes(str(path), limit)
    except InvalidInput as refusal:
        code = _CODES.get(refusal.problems[0].code, "asset-unreadable")
        raise Unfit(code, limit=limit // 2**20) from None
