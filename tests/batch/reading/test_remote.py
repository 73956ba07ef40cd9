"""Tables at addresses."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from alignment_maturity.batch.reading.cutting import cut
from alignment_maturity.batch.reading.remote import found_at
from alignment_maturity.errors import InvalidInput, Problem, WorkFailed
from alignment_maturity.language import LANGUAGES
from alignment_maturity.language.failures import PHRASES
from batch.reading.surveys import FORMATS, encoded, expected, read_table, sound_rows, write_questionnaire

ROWS = sound_rows(40, seed=8)


@pytest.fixture
def bucket() -> Iterator[str]:
    """An empty place in memory that is reached by an address."""
    storage = fsspec.filesystem("memory")
    storage.mkdir("/bucket")
    yield "memory://bucket"
    storage.rm("/bucket", recursive=True)


@pytest.mark.parametrize(
    "name", ["comma.csv", "packed.csv.gz", "packed.ndjson.zst", "texts.parquet", "book.xlsx"]
)
def test_tables_are_fetched(name: str, bucket: str, tmp_path: Path) -> None:
    """What lies in a bucket would have to be fetched by hand."""
    with fsspec.open(f"{bucket}/{name}", "wb") as file:
        file.write(FORMATS[name](ROWS))
    path = write_questionnaire(tmp_path)
    reading = read_table(f"{bucket}/{name}", tmp_path / "scratch", reference=str(path))
    assert encoded(reading) == expected(ROWS)
    assert {part.name for part in reading.parts} == {f"{bucket}/{name}"}


def test_addresses_of_nothing(bucket: str, tmp_path: Path) -> None:
    """A misspelt address would end the run."""
    with pytest.raises(InvalidInput) as refused:
        list(cut(f"{bucket}/none.csv", tmp_path))
    assert refused.value.problems[0].code == "missing-file"
    with pytest.raises(InvalidInput) as refused:
        list(cut("nosuchscheme://a/b.csv", tmp_path))
    assert refused.value.problems[0].code == "unreadable-file"


def test_a_connection_that_breaks(bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run would end, or half a table would be scored."""
    with fsspec.open(f"{bucket}/a.csv", "wb") as file:
        file.write(FORMATS["comma.csv"](ROWS))

    def broken(*_: object) -> bytes:
        raise ConnectionResetError("connection reset by peer")

    monkeypatch.setattr("fsspec.implementations.memory.MemoryFile.read", broken)
    with pytest.raises(InvalidInput) as refused:
        list(cut(f"{bucket}/a.csv", tmp_path))
    (problem,) = refused.value.problems
    assert problem.code == "unreadable-file"
    assert "connection reset by peer" in str(problem.values["reason"])


def test_without_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One would see a traceback in place of what to install."""
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(WorkFailed) as failed:
        list(cut("s3://bucket/a.csv", tmp_path))
    assert failed.value.code == "remote-extra-missing"
    for lang in LANGUAGES:
        assert "[remote]" in PHRASES[failed.value.code].fill(lang, **failed.value.values)


def test_what_an_address_leads_to(bucket: str) -> None:
    """A folder of tables in a bucket would have to be listed by hand."""
    storage = fsspec.filesystem("memory")
    for name in ("a.csv", "b.jsonl.gz", "deep/c.yaml", "notes.txt", ".hidden/d.csv", "deep/.e.csv"):
        storage.pipe(f"/bucket/{name}", gzip.compress(b""))
    problems: list[Problem] = []
    endings = (".csv", ".jsonl.gz", ".yaml")
    assert found_at(bucket, endings, problems) == [
        "memory:///bucket/a.csv",
        "memory:///bucket/b.jsonl.gz",
        "memory:///bucket/deep/c.yaml",
    ]
    assert found_at(f"{bucket}/*.csv", endings, problems) == ["memory:///bucket/a.csv"]
    assert found_at(f"{bucket}/a.csv", endings, problems) == [f"{bucket}/a.csv"]
    assert problems == []
    assert found_at(f"{bucket}/*.tsv", endings, problems) == []
    assert [problem.code for problem in problems] == ["no-match"]
