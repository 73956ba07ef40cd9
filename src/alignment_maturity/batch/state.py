"""The folder in which a run keeps what is finished, so that it can be gone on with.

    .batch/run.json            what was asked for
    .batch/questionnaires/     those used, as they were when they were first read
    .batch/read/, .batch/score/, .batch/report/
                               what each task left: its parts, and last a note of how it ended, which makes
                               it finished
    .batch/reports/            reports, until all of them are there
    .batch/tables/             the tables, until all of them are there

Every file comes into being under another name and is then renamed. A note names the sizes of the parts that
belong to it: after a power cut a part that is missing or too short is noticed, and its task done again.
"""

from __future__ import annotations

import errno
import json
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import polars as pl
from polars.exceptions import ComputeError

from alignment_maturity.errors import WorkFailed
from alignment_maturity.store.files import failing, write_atomically

FOLDER = ".batch"
REPORTS = "reports"
"""The folder of the reports, beside the tables."""

_FULL = 2**20
"""Bytes left on a disk that is full."""

_SYSTEM_ERROR = re.compile(r"\(os error (\d+)\)")


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what keeps a library from writing a file into the OSError that it is."""
    try:
        yield
    except Exception as error:
        # Polars tells the number of the system's error in its text alone; of Parquet not even there.
        found = _SYSTEM_ERROR.search(str(error))
        if found is not None:
            number = int(found[1])
        elif isinstance(error, ComputeError) and shutil.disk_usage(path.parent).free < _FULL:
            number = errno.ENOSPC
        else:
            raise
        raise OSError(number, os.strerror(number)) from None


@dataclass(frozen=True)
class State:
    """The places in the folder of a run: a path, so that every process can have it.

    Attributes:
        run: unlike that of any other run, for what a process keeps in mind of one. Only the last run that
            began or went on in the folder can write there: on a cluster, tasks may outlive their run.
    """

    folder: str
    run: str = ""

    def path(self, *names: str) -> Path:
        """Return a place in the folder."""
        return Path(self.folder, *names)

    def begin(self, about: dict[str, Any]) -> None:
        """Make the folder anew, with a note of what was asked for.

        Raises:
            WorkFailed: where that cannot be done.
        """
        self.remove()
        self.go_on(about)

    def go_on(self, about: dict[str, Any]) -> None:
        """Take the folder over from an earlier run that was asked for the same.

        Raises:
            WorkFailed: where that cannot be done.
        """
        with failing(self.path()):
            self.path().mkdir(parents=True, exist_ok=True)
            self._put("run.json", {**about, "run": self.run})
            for name in ("questionnaires", "read", "score", "report", REPORTS, "unpacked", "tables"):
                self.path(name).mkdir(exist_ok=True)

    def about(self) -> dict[str, Any] | None:
        """Return what an earlier run was asked for, None where there is nothing to go on with."""
        return self.note("run.json")

    def write(self, name: str, note: dict[str, Any]) -> None:
        """Write a note.

        Raises:
            WorkFailed: where that cannot be done, or the folder is another run's by now.
        """
        self._refuse_others()
        self._put(name, note)

    def note(self, name: str) -> dict[str, Any] | None:
        """Return a note, None where there is none that can be read."""
        try:
            found = json.loads(self.path(name).read_bytes())
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def part(self, name: str, write: Callable[[IO[bytes]], object]) -> int:
        """Let `write` make a file, and give it its name once it is whole; return its size in bytes.

        Raises:
            WorkFailed: where that cannot be done, or the folder is another run's by now.
        """
        target = self.path(name)
        # Another machine of a cluster may be at the same task still, in a process of the same number.
        temporary = target.with_name(f"{target.name}.{secrets.token_hex(8)}.tmp")
        with failing(target):
            try:
                # A file that polars opens itself takes thirty times as long to be removed again.
                with writing(temporary), temporary.open("wb") as file:
                    write(file)
                size = temporary.stat().st_size
                self._refuse_others()
                temporary.replace(target)
            finally:
                temporary.unlink(missing_ok=True)
        return size

    def scan(self, *names: str) -> pl.LazyFrame:
        """Return parts, one after the other, to be read as far as they are needed."""
        # Not as a pattern: brackets may stand in the name of the folder.
        return pl.scan_ipc([self.path(name) for name in names], glob=False)

    def whole(self, sizes: dict[str, int]) -> bool:
        """Tell whether parts are there in full."""
        try:
            return all(self.path(name).stat().st_size == size for name, size in sizes.items())
        except OSError:
            return False

    def remove(self) -> None:
        """Remove the folder and all that is in it.

        Raises:
            WorkFailed: where that cannot be done.
        """
        with failing(self.path()):
            if self.path().is_dir():
                shutil.rmtree(self.folder)

    def _put(self, name: str, note: dict[str, Any]) -> None:
        data = json.dumps(note, ensure_ascii=False).encode(errors="surrogatepass")
        write_atomically(self.path(name), data, replace=True)

    def _refuse_others(self) -> None:
        about = self.about()
        if about is not None and about["run"] != self.run:
            raise WorkFailed("file-in-use", path=self.folder)
