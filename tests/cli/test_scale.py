"""Work grows with the number of files, not with its square."""

from __future__ import annotations

import sys
from pathlib import Path

from .conftest import CONTRACT


def steps_of_reading(folder: Path, files: int) -> int:
    """Count the function calls of reading so many answer files of one folder."""
    from alignment_maturity.store.answer_sets import Reader

    text = (CONTRACT / "one.yaml").read_text("utf-8")
    folder.mkdir()
    (folder / "mini.yaml").write_bytes((CONTRACT / "mini.yaml").read_bytes())
    names = [folder / f"answers-{number}.yaml" for number in range(files)]
    for name in names:
        name.write_text(text, "utf-8")
    reader, calls = Reader(), 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        for name in names:
            reader.read(name)
    finally:
        sys.setprofile(None)
    return calls


def test_finding_the_questionnaire_does_not_go_through_the_folder_for_each_file(tmp_path: Path) -> None:
    """With ten thousand files in a folder, an analyst would wait for hours."""
    steps_of_reading(tmp_path / "warm", 2)
    few, many = (steps_of_reading(tmp_path / str(files), files) for files in (20, 80))
    assert many < 4.5 * few
