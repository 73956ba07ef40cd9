"""Reading whole files within a limit, and writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from alignment_maturity.errors import InvalidInput, WorkFailed

STANDARD_INPUT = "-"

_WRITE_CODES = {
    errno.EACCES: "write-denied",
    errno.EPERM: "write-denied",
    errno.EROFS: "read-only-disk",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.ENOENT: "missing-folder",
    errno.ENOTDIR: "missing-folder",
    errno.ENAMETOOLONG: "name-too-long",
}
_NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK}
_NO_LOCKS = {errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK}


def read_bytes(source: str, limit: int) -> bytes:
    """Return what is in a file, `-` being standard input.

    At most `limit` bytes and one more are read; folders, pipes and devices are refused without being opened.
    Raises InvalidInput.
    """
    try:
        data = _read_standard_input(limit) if source == STANDARD_INPUT else _read_file(source, limit)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: NUL or a surrogate in the name
        raise InvalidInput.of("missing-file", source) from None
    except PermissionError:
        raise InvalidInput.of("no-permission", source) from None
    except OSError as error:
        raise InvalidInput.of("unreadable-file", source, reason=_meaning(error)) from None
    if len(data) > limit:
        raise _too_large(source, limit)
    return data


def write_atomically(path: str | Path, data: bytes, *, replace: bool) -> None:
    """Write a file so that whoever looks finds the old content or the new one, never a part.

    A replaced file keeps its mode; a symbolic link stays and what it leads to is replaced. Raises WorkFailed;
    without `replace` also where the file exists.
    """
    with _atomically(path, replace=replace) as (temporary, mode):
        _write_new(temporary, data, mode)


def make_atomically(path: str | Path, make: Callable[[Path], object], *, replace: bool) -> None:
    """Let `make` write a file under another name, then give it its own; otherwise as `write_atomically`."""
    with _atomically(path, replace=replace) as (temporary, mode):
        _write_new(temporary, b"", mode)
        make(temporary)
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())


@contextmanager
def _atomically(path: str | Path, *, replace: bool) -> Iterator[tuple[Path, int | None]]:
    """Have a file written under a temporary name, with these permissions, and publish it."""
    target = Path(os.path.realpath(path))
    temporary = target.parent / f".{secrets.token_hex(8)}.tmp"
    try:
        mode = _mode_of(target, path)
        try:
            yield temporary, mode
            if replace:
                temporary.replace(target)
            else:
                _publish(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(target.parent)
    except FileExistsError:
        raise WorkFailed("file-exists", path=str(path)) from None
    except OSError as error:
        _fail(error, path)


@contextmanager
def failing(path: str | Path) -> Iterator[None]:
    """Turn what keeps a file from being written into a WorkFailed that names it."""
    try:
        yield
    except OSError as error:
        _fail(error, path)


@contextmanager
def exclusive(path: str | Path) -> Iterator[None]:
    """Keep every other process that asks the same away from a file.

    The operating system holds the lock, on a hidden file beside it, and drops it when the process ends in
    whatever way. Where the file system knows no locks nothing is locked. Raises WorkFailed `file-in-use`.
    """
    from filelock import FileLock, Timeout

    target = Path(os.path.realpath(path))
    if not target.parent.is_dir():  # FileLock would make it
        raise WorkFailed("missing-folder", path=str(path))
    sidecar = target.parent / f".{target.name}.lock"
    lock = FileLock(sidecar, blocking=False, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout:
        raise WorkFailed("file-in-use", path=str(path)) from None
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            _fail(error, path)
    try:
        yield
    finally:
        if lock.is_locked:
            # Before the release: afterwards the file may be somebody else's. Windows removes it by itself.
            with suppress(OSError):
                sidecar.unlink()
            lock.release()


def _read_standard_input(limit: int) -> bytes:
    if sys.stdin is None:  # the shell closed it
        raise FileNotFoundError
    return sys.stdin.buffer.read(limit + 1)


def _read_file(source: str, limit: int) -> bytes:
    status = os.stat(source)  # noqa: PTH116 - a Path would normalise the name the user gave
    if stat.S_ISDIR(status.st_mode):
        raise InvalidInput.of("folder", source)
    if not stat.S_ISREG(status.st_mode):
        raise InvalidInput.of("special-file", source)
    if status.st_size > limit:
        raise _too_large(source, limit)
    with Path(source).open("rb") as file:
        data = file.read(status.st_size + 1)
        if len(data) > status.st_size:  # it grows, or the system does not know its size
            data += file.read(limit + 1 - len(data))
        return data


def _too_large(source: str, limit: int) -> InvalidInput:
    return InvalidInput.of("too-large", source, limit=f"{limit / 2**20:g}")


def _mode_of(target: Path, path: str | Path) -> int | None:
    """Return the permissions of what will be replaced, None where there is nothing yet."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise WorkFailed("folder-in-the-way", path=str(path))
    if not stat.S_ISREG(status.st_mode):
        raise WorkFailed("special-target", path=str(path))
    return stat.S_IMODE(status.st_mode)


def _write_new(temporary: Path, data: bytes, mode: int | None) -> None:
    def private(name: str, flags: int) -> int:
        # Never more open than what it replaces, not even for a moment.
        return os.open(name, flags, 0o666 if mode is None else mode)

    with open(temporary, "xb", opener=private) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
        if mode is not None and os.name == "posix":
            os.fchmod(file.fileno(), mode)


def _publish(temporary: Path, target: Path) -> None:
    """Give a finished file its name, unless somebody took the name meanwhile (FileExistsError)."""
    if os.name == "nt":
        temporary.rename(target)  # refuses an existing target there
        return
    try:
        os.link(temporary, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _take_name(temporary, target)


def _take_name(temporary: Path, target: Path) -> None:
    with target.open("xb"):
        pass
    try:
        temporary.replace(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the file system can."""
    if os.name == "posix":
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _fail(error: OSError, path: str | Path) -> NoReturn:
    code = _WRITE_CODES.get(error.errno or 0, "not-written")
    raise WorkFailed(code, path=str(path), reason=_meaning(error)) from None


def _meaning(error: OSError) -> str:
    return error.strerror or type(error).__name__
