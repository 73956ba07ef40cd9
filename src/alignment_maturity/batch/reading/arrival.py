"""Getting a table to where it can be cut: fetching it from an address, unpacking it."""

from __future__ import annotations

import gzip
import io
import os
import stat
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import BinaryIO

from alignment_maturity.errors import InvalidInput
from alignment_maturity.store.files import failing

MOST_UNPACKED = 64 * 2**30
"""Bytes that a packed table may have when it is unpacked."""

_PIECE = 2**20
_PACKED_PIECE = 2**12  # what comes out of it, at the very most some 100 MB, is in memory at once


def bring(name: str, scratch: Path, *, most: int = MOST_UNPACKED) -> str:
    """Return a local file with a table: itself, or an unpacked copy in the folder `scratch`.

    Args:
        most: bytes that it may have when it is unpacked.

    Raises:
        InvalidInput: where it cannot be read, is broken, or is too large.
        WorkFailed: where the copy has no room, or the library for an address is missing.
        OSError: where a local file cannot be read.
    """
    packing = _packing(name)
    remote = "://" in name
    if not remote:
        _refuse_odd(name)
        if not packing:
            return name
    target = scratch / f"table{ending_of(unpacked_name(name))}"
    with _opened(name) as source:
        pieces = _UNPACKERS[packing](_Readable(name, source))
        with failing(target):
            scratch.mkdir(parents=True, exist_ok=True)
        _write(name, target, pieces, most)
    return str(target)


def unpacked_name(name: str) -> str:
    """Return the name of a table without the ending that tells how it is packed."""
    packing = _packing(name)
    return name[: -len(packing)] if packing else name


def ending_of(name: str) -> str:
    """Return the last ending of a name, in lower case."""
    return PurePath(name).suffix.lower()


def _packing(name: str) -> str:
    ending = ending_of(name)
    return ending if ending in _UNPACKERS else ""


def _refuse_odd(name: str) -> None:
    status = os.stat(name)  # noqa: PTH116 - a Path would normalise the name the user gave
    if stat.S_ISDIR(status.st_mode):
        raise InvalidInput.of("folder", name)
    if not stat.S_ISREG(status.st_mode):
        raise InvalidInput.of("special-file", name)


def _opened(name: str) -> BinaryIO:
    if "://" in name:
        from alignment_maturity.batch.reading.remote import open_remote

        return open_remote(name)
    return Path(name).open("rb")


class _Readable(io.RawIOBase):
    """A source whose failures are those of the input, whatever storage it lies in."""

    def __init__(self, name: str, source: BinaryIO) -> None:
        super().__init__()
        self._name = name
        self._source = source

    def read(self, size: int = -1) -> bytes:
        """Read at most `size` bytes."""
        try:
            return self._source.read(size)
        except Exception as error:  # noqa: BLE001 - every storage has its own
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise InvalidInput.of("unreadable-file", self._name, reason=reason) from None


class _Broken(Exception):
    """A packed file that ends too early, or is not what its name says; the code tells which."""


def _as_it_is(source: _Readable) -> Iterator[bytes]:
    while piece := source.read(_PIECE):
        yield piece


def _from_gzip(source: _Readable) -> Iterator[bytes]:
    try:
        with gzip.GzipFile(fileobj=source) as file:
            while piece := file.read(_PIECE):
                yield piece
    except EOFError:
        raise _Broken("packed-file-cut-off") from None
    except (gzip.BadGzipFile, zlib.error):
        raise _Broken("packed-file-broken") from None


def _from_zstandard(source: _Readable) -> Iterator[bytes]:
    import zstandard

    frame = None
    rest = b""
    try:
        while rest or (rest := source.read(_PACKED_PIECE)):
            frame = frame or zstandard.ZstdDecompressor().decompressobj()
            yield frame.decompress(rest)
            rest = frame.unused_data
            if frame.eof:
                frame = None
    except zstandard.ZstdError:
        raise _Broken("packed-file-broken") from None
    if frame is not None:
        raise _Broken("packed-file-cut-off")


_UNPACKERS: dict[str, Callable[[_Readable], Iterator[bytes]]] = {
    "": _as_it_is,
    ".gz": _from_gzip,
    ".zst": _from_zstandard,
}


def _write(name: str, target: Path, pieces: Iterator[bytes], most: int) -> None:
    size = 0
    with failing(target):
        file = target.open("wb")
    with file:
        try:
            for piece in pieces:
                size += len(piece)
                if size > most:
                    raise InvalidInput.of("too-large-unpacked", name, limit=f"{most / 2**30:g}")
                with failing(target):
                    file.write(piece)
        except _Broken as broken:
            raise InvalidInput.of(str(broken), name) from None
