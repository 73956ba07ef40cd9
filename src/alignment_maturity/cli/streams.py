"""The standard streams, made so that every command can rely on them.

One rule holds for all commands:

- Whoever reads stdout may leave (`| head -1`, `| true`, a pager that is quit). What is left to print is
  dropped without a word, the work goes on to its end, files are written, and the exit code is the work's.
- A stdout that is closed (`>&-`) or full is a failure where a result has to go there: writing raises OSError,
  and the command ends with exit code 1 and a message.
- A stderr that is closed, full or that nobody reads loses messages, and nothing else.
- Descriptors that the shell closed are taken before any file is opened: else the first file would get the
  number of stdout or stderr, and what is printed would go into it.

Terminals are left as they are.
"""

from __future__ import annotations

import codecs
import contextlib
import errno
import io
import os
import sys

TYPE_CHECKING = False  # `typing` itself would take as long as the rest of `--version`
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from _typeshed import ReadableBuffer

_LOOK_ALIKES = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "…": "...", "–": "-", "−": "-", "•": "-",
    "→": "->", "·": "-", "à": "a'", "è": "e'", "é": "e'", "ì": "i'", "ò": "o'", "ù": "u'", "È": "E'",
    "º": "o", "\N{NO-BREAK SPACE}": " ",
}  # fmt: skip


def prepare() -> None:
    """Put the streams of the process under the rule; to be called once, before anything is opened."""
    if sys.stdin is None:
        os.open(os.devnull, os.O_RDONLY)
    # Opened for reading, it refuses what is written with the error that a closed stream has.
    sys.stdout = _watched(sys.stdout or _stand_in(os.O_RDONLY), _reader_has_left)
    sys.stderr = _watched(sys.stderr or _stand_in(os.O_WRONLY), _always)
    for stream in (sys.stdout, sys.stderr):
        _tolerate_narrow_encodings(stream)


def is_utf8(stream: TextIO) -> bool:
    """Tell whether a stream takes every character."""
    return (stream.encoding or "").lower().replace("-", "") == "utf8"


def flush_failure() -> OSError | None:
    """Write what is still to be written to stdout; return what went wrong, so that it is noticed in time."""
    try:
        sys.stdout.flush()
    except OSError as error:
        return error
    return None


def silence_stdout() -> None:
    """Drop what is still to be written to stdout: it would fail once more when the process ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Watched(io.FileIO):
    """The descriptor of a standard stream; some errors of writing lose what is written, and that is all."""

    def __init__(self, descriptor: int, forgives: Callable[[OSError], bool]) -> None:
        super().__init__(descriptor, "w", closefd=False)
        self._forgives = forgives

    def write(self, data: ReadableBuffer, /) -> int:
        try:
            return super().write(data)
        except OSError as error:
            if not self._forgives(error):
                raise
            return memoryview(data).nbytes


def _always(_error: OSError) -> bool:
    return True


def _reader_has_left(error: OSError) -> bool:
    # What Windows calls a broken pipe, Python reports as an invalid argument.
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)


def _stand_in(flags: int) -> TextIO:
    return open(os.open(os.devnull, flags), "w", encoding="utf-8", closefd=False)


def _watched(stream: TextIO, forgives: Callable[[OSError], bool]) -> TextIO:
    if not isinstance(stream, io.TextIOWrapper) or stream.isatty():
        return stream
    descriptor = _Watched(stream.fileno(), forgives)
    return io.TextIOWrapper(
        descriptor if stream.write_through else io.BufferedWriter(descriptor),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


def _tolerate_narrow_encodings(stream: TextIO) -> None:
    """Write a look-alike, or a question mark, for what the stream's encoding lacks, rather than fail."""
    if isinstance(stream, io.TextIOWrapper) and not is_utf8(stream):
        codecs.register_error("look-alike", _look_alike)
        stream.reconfigure(errors="look-alike")


def _look_alike(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wanted = error.object[error.start : error.end]
    return "".join(_LOOK_ALIKES.get(sign, "?") for sign in wanted), error.end
