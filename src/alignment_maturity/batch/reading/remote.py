"""Tables and answer files at addresses such as `s3://bucket/answers.csv`."""

from __future__ import annotations

import glob
from typing import TYPE_CHECKING, BinaryIO

from alignment_maturity.errors import InvalidInput, Problem, WorkFailed

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem


_MARKS = ("ETag", "etag", "mtime", "LastModified", "last_modified", "updated", "generation")
"""What storages call it: fsspec leaves them their own words."""


def open_remote(address: str) -> BinaryIO:
    """Open what is at an address.

    Raises:
        InvalidInput: where it cannot be opened.
        WorkFailed: where the library for the address is missing.
    """
    storage, path = _storage(address)
    try:
        file: BinaryIO = storage.open(path, "rb", cache_type="readahead")
    except FileNotFoundError:
        raise InvalidInput.of("missing-file", address) from None
    except IsADirectoryError:
        raise InvalidInput.of("folder", address) from None
    except PermissionError:
        raise InvalidInput.of("no-permission", address) from None
    except Exception as error:  # noqa: BLE001 - every storage has its own
        raise unreachable(address, error) from None
    return file


def found_at(address: str, endings: tuple[str, ...], problems: list[Problem]) -> list[str]:
    """Return the addresses of the files that an address leads to: itself, those in a folder, those of a glob.

    Args:
        endings: in lower case, of the files wanted from folders.
        problems: told of here, where nothing can be found.

    Raises:
        WorkFailed: where the library for the address is missing.
    """
    storage, path = _storage(address)
    try:
        if glob.has_magic(path):
            found = [one for one in storage.glob(path) if not storage.isdir(one)]
        elif storage.isdir(path):
            below = (one for one in storage.find(path) if one.lower().endswith(endings))
            found = [one for one in below if not _hidden(one.removeprefix(path))]
        else:
            return [address]
    except Exception as error:  # noqa: BLE001 - every storage has its own
        problems += unreachable(address, error).problems
        return []
    if not found:
        problems.append(Problem("no-match", address))
    return sorted(storage.unstrip_protocol(one) for one in found)


def version_of(address: str) -> tuple[int, str] | None:
    """Return the size of what is at an address, and by what its storage tells one version from another.

    Returns:
        None where the storage tells neither when it was changed nor what it is, or cannot be asked.

    Raises:
        WorkFailed: where the library for the address is missing.
    """
    try:
        storage, path = _storage(address)
        told = storage.info(path)
    except WorkFailed:
        raise
    except Exception:  # noqa: BLE001 - every storage has its own; whoever opens it will tell
        return None
    size = told.get("size")
    marks = [f"{key}={told[key]}" for key in _MARKS if told.get(key) is not None]
    return (size, " ".join(marks)) if isinstance(size, int) and marks else None


def unreachable(address: str, error: Exception) -> InvalidInput:
    """Refuse an address for what its storage answers."""
    return InvalidInput.of("unreadable-file", address, reason=str(error) or type(error).__name__)


def _storage(address: str) -> tuple[AbstractFileSystem, str]:
    scheme = address.partition("://")[0]
    try:
        import fsspec

        storage, path = fsspec.url_to_fs(address)
    except ImportError:
        raise WorkFailed("remote-extra-missing", path=address, scheme=scheme) from None
    except ValueError as error:  # no such scheme
        raise unreachable(address, error) from None
    return storage, path


def _hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))
