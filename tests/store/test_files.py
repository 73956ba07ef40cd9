"""Files are written whole or not at all, by one process at a time."""

from __future__ import annotations

import errno
import os
import random
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from alignment_maturity.errors import WorkFailed
from alignment_maturity.store.files import exclusive, write_atomically

posix = pytest.mark.skipif(os.name != "posix", reason="permissions, links and signals of POSIX")


def failure(call: Callable[[], object]) -> str:
    with pytest.raises(WorkFailed) as caught:
        call()
    assert caught.value.values["path"]
    return caught.value.code


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- writing ------------------------------------------------------------------------------------------


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.yaml", b"new", replace=False)
    assert (tmp_path / "a.yaml").read_bytes() == b"new"
    assert names(tmp_path) == ["a.yaml"]


def test_an_existing_file_is_kept_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    assert failure(lambda: write_atomically(path, b"new", replace=False)) == "file-exists"
    assert path.read_bytes() == b"old"
    write_atomically(str(path), b"new", replace=True)
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.yaml"]


def no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


@pytest.fixture(params=["links", "no links"])
def _linking(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run on a file system with hard links and on one without, such as that of a USB stick."""
    if request.param == "no links":
        monkeypatch.setattr(os, "link", no_links)


@posix
@pytest.mark.usefixtures("_linking")
def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(b"of another process"))
    assert failure(lambda: write_atomically(path, b"new", replace=False)) == "file-exists"
    assert path.read_bytes() == b"of another process"
    assert names(tmp_path) == ["a.yaml"]


@posix
@pytest.mark.usefixtures("_linking")
def test_a_new_file_is_written_with_and_without_links(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.yaml", b"new", replace=False)
    assert (tmp_path / "a.yaml").read_bytes() == b"new"
    assert names(tmp_path) == ["a.yaml"]


@posix
def test_a_name_taken_for_nothing_is_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_links)

    def failing(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "replace", failing)
    assert failure(lambda: write_atomically(tmp_path / "a.yaml", b"new", replace=False)) == "not-written"
    assert names(tmp_path) == []


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o400])
def test_a_replaced_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    """A file shared with colleagues must stay so, and a private one private."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(mode)
    before = os.umask(0o077)
    try:
        write_atomically(path, b"new", replace=True)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@posix
def test_the_file_in_the_making_is_as_private_as_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o600)
    modes: list[int] = []

    def note(_: int) -> None:
        modes.extend(stat.S_IMODE(entry.stat().st_mode) for entry in tmp_path.iterdir() if entry != path)

    monkeypatch.setattr(os, "fsync", note)
    write_atomically(path, b"new", replace=True)
    assert modes == [0o600]


@posix
def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a.yaml", b"new", replace=False)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.yaml").stat().st_mode) == 0o640


@posix
def test_a_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    target = tmp_path / "shared" / "target.yaml"
    target.write_bytes(b"old")
    link = tmp_path / "link.yaml"
    link.symlink_to(target)
    write_atomically(link, b"new", replace=True)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert names(tmp_path / "shared") == ["target.yaml"]


@posix
def test_links_that_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "dangling").symlink_to(tmp_path / "new.yaml")
    write_atomically(tmp_path / "dangling", b"new", replace=False)
    assert (tmp_path / "new.yaml").read_bytes() == b"new"
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    assert failure(lambda: write_atomically(tmp_path / "circle", b"new", replace=True)) == "not-written"


def test_targets_that_cannot_be_files(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for path, code in (
        (tmp_path, "folder-in-the-way"),
        (Path(tmp_path.root), "folder-in-the-way"),
        (tmp_path / "none" / "a.yaml", "missing-folder"),
        (tmp_path / "file" / "a.yaml", "missing-folder"),
    ):
        assert failure(lambda path=path: write_atomically(path, b"new", replace=True)) == code  # type: ignore[misc] # a loop variable kept
    assert names(tmp_path) == ["file"]


@posix
def test_a_device_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    """`-o /dev/null --force` as root would otherwise break the machine."""
    os.mkfifo(tmp_path / "pipe")
    assert failure(lambda: write_atomically(tmp_path / "pipe", b"new", replace=True)) == "special-target"
    assert failure(lambda: write_atomically("/dev/null", b"new", replace=True)) == "special-target"
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300)
    assert failure(lambda: write_atomically(path, b"new", replace=True)) == "name-too-long"


@posix
def test_a_name_of_full_length_can_be_written(tmp_path: Path) -> None:
    """The temporary file must not be the one whose name is too long."""
    path = tmp_path / ("x" * 255)
    write_atomically(path, b"new", replace=False)
    write_atomically(path, b"newer", replace=True)
    assert path.read_bytes() == b"newer"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EACCES, "write-denied"),
        (errno.EROFS, "read-only-disk"),
        (errno.EIO, "not-written"),
    ],
)
@pytest.mark.parametrize("replace", [False, True])
def test_a_failing_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str, *, replace: bool
) -> None:
    path = tmp_path / "a.yaml"
    if replace:
        path.write_bytes(b"old")

    def failing(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", failing)
    assert failure(lambda: write_atomically(path, b"new", replace=replace)) == code
    assert names(tmp_path) == (["a.yaml"] if replace else [])
    assert not replace or path.read_bytes() == b"old"


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_an_interruption_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os if moment == "fsync" else Path, moment, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new", replace=True)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.yaml"]


_WRITE_TOO_MUCH = """
import resource, signal, sys
from alignment_maturity.errors import WorkFailed
from alignment_maturity.store.files import write_atomically
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_atomically(sys.argv[1], b"x" * 1_000_000, replace=True)
except WorkFailed as error:
    print(error.code, error.values["reason"])
"""


@posix
def test_a_file_that_can_only_be_written_in_part(tmp_path: Path) -> None:
    """A real write that breaks off, by a limit of the system on the size of files."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", _WRITE_TOO_MUCH, path], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "not-written File too large\n"
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.yaml"]


_WRITE_FOR_EVER = """
import sys
from alignment_maturity.store.files import write_atomically
print("ready", flush=True)
while True:
    for letter in (b"a", b"b"):
        write_atomically(sys.argv[1], letter * 3_000_000, replace=True)
"""


@posix
def test_a_killed_process_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    moments = random.Random(1)
    for _ in range(15):
        path.write_bytes(b"old")
        with subprocess.Popen(
            [sys.executable, "-c", _WRITE_FOR_EVER, path], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(moments.uniform(0, 0.05))
            process.kill()
        content = path.read_bytes()
        assert content == b"old" or (len(content) == 3_000_000 and len(set(content)) == 1)


# --- one process at a time --------------------------------------------------------------------------

_HOLD = """
import sys
from alignment_maturity.errors import WorkFailed
from alignment_maturity.store.files import exclusive
try:
    with exclusive(sys.argv[1]):
        print("held", flush=True)
        sys.stdin.readline()
except WorkFailed as error:
    print(error.code, flush=True)
"""


def hold(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    with hold(tmp_path / "a.yaml") as process:
        yield process
        process.kill()


def test_a_second_process_is_refused(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    """Two interviews on one file would overwrite each other's answers."""
    path = tmp_path / "a.yaml"
    assert first_line(holder) == "held"
    with hold(path) as second:
        assert first_line(second) == "file-in-use"
    with pytest.raises(WorkFailed, match="file-in-use"), exclusive(path):
        pytest.fail("two at once")
    holder.communicate("\n", timeout=30)
    assert names(tmp_path) == []
    with exclusive(path):
        assert names(tmp_path) == [".a.yaml.lock"]
    assert names(tmp_path) == []


def test_one_process_is_refused_twice_too(tmp_path: Path) -> None:
    with exclusive(tmp_path / "a.yaml"), pytest.raises(WorkFailed, match="file-in-use"):
        exclusive(tmp_path / "a.yaml").__enter__()
    with exclusive(tmp_path / "a.yaml"), exclusive(tmp_path / "b.yaml"):
        assert len(names(tmp_path)) == 2


@posix
def test_the_lock_file_is_removed_while_the_lock_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Afterwards it may be the lock of the next process, and a third one would come in beside that."""
    import fcntl

    unlink = Path.unlink

    def checked(lock: Path) -> None:
        with lock.open("rb") as file, pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        unlink(lock)

    monkeypatch.setattr(Path, "unlink", checked)
    with exclusive(tmp_path / "a.yaml"):
        pass
    assert names(tmp_path) == []


@posix
def test_a_killed_process_leaves_no_dead_lock(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    assert first_line(holder) == "held"
    holder.send_signal(signal.SIGKILL)
    holder.wait(timeout=30)
    with exclusive(tmp_path / "a.yaml"):
        pass
    assert names(tmp_path) == []


@posix
def test_a_link_is_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to(tmp_path / "a.yaml")
    with exclusive(tmp_path / "a.yaml"), pytest.raises(WorkFailed, match="file-in-use"):
        exclusive(tmp_path / "link.yaml").__enter__()


def test_the_lock_is_given_back_when_the_work_fails(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), exclusive(tmp_path / "a.yaml"):
        raise KeyboardInterrupt
    with exclusive(tmp_path / "a.yaml"):
        pass
    assert names(tmp_path) == []


def test_a_folder_that_does_not_exist_cannot_be_locked(tmp_path: Path) -> None:
    assert failure(exclusive(tmp_path / "none" / "a.yaml").__enter__) == "missing-folder"


@posix
@pytest.mark.parametrize(
    ("number", "works"), [(errno.ENOSYS, True), (errno.ENOLCK, True), (errno.EIO, False)]
)
def test_a_file_system_without_locks_can_still_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, works: bool
) -> None:
    import fcntl

    def failing(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", failing)
    if works:
        with exclusive(tmp_path / "a.yaml"):
            pass
    else:
        assert failure(exclusive(tmp_path / "a.yaml").__enter__) == "not-written"


_TAKE_TURNS = """
import os, sys
from pathlib import Path
from alignment_maturity.errors import WorkFailed
from alignment_maturity.store.files import exclusive
path, marker, entered = Path(sys.argv[1]), Path(sys.argv[1] + ".inside"), 0
for _ in range(1000):
    try:
        with exclusive(path):
            os.close(os.open(marker, os.O_CREAT | os.O_EXCL))
            os.unlink(marker)
            entered += 1
    except WorkFailed:
        pass
print(entered)
"""


def test_two_are_never_inside_at_once(tmp_path: Path) -> None:
    """Removing the lock file must not let a second process in through the old one."""
    path = tmp_path / "a.yaml"
    command = [sys.executable, "-c", _TAKE_TURNS, str(path)]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    results = [process.communicate(timeout=120)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert all(int(result) > 0 for result in results)
