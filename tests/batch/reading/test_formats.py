"""The same answers come out of every format, however a table is cut."""

from __future__ import annotations

import pickle
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignment_maturity.batch.reading.rows import read
from alignment_maturity.batch.reading.slices import Slice
from batch.reading.surveys import (
    FORMATS,
    Reading,
    encoded,
    expected,
    read_table,
    sound_rows,
    write_questionnaire,
)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_rows(name: str, tmp_path: Path) -> None:
    """A survey saved in another format would score differently."""
    rows = sound_rows(200, seed=1)
    write_questionnaire(tmp_path)
    (tmp_path / name).write_bytes(FORMATS[name](rows))
    reading = read_table(tmp_path / name, tmp_path / "scratch")
    assert reading.faults.is_empty()
    assert reading.records == len(rows)
    assert encoded(reading) == expected(rows)
    assert not reading.left_out


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(sorted(FORMATS)),
    number=st.integers(1, 40),
    seed=st.integers(0, 10**6),
    target=st.integers(1, 3000),
    rows_each=st.integers(1, 50),
)
def test_a_table_is_the_same_however_it_is_cut(
    name: str, number: int, seed: int, target: int, rows_each: int
) -> None:
    """The size of slices, or how many processes there are, would change a result."""
    rows = sound_rows(number, seed)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_questionnaire(folder)
        (folder / name).write_bytes(FORMATS[name](rows))
        reading = read_table(folder / name, folder / "scratch", target=target, rows=rows_each)
        assert encoded(reading) == expected(rows)
        assert reading.faults.is_empty()


@pytest.mark.parametrize("name", FORMATS)
def test_halves_end_with_whole_records(name: str, tmp_path: Path) -> None:
    """The row that kills a process could not be told from its neighbours."""
    rows = sound_rows(50, seed=2)
    write_questionnaire(tmp_path)
    (tmp_path / name).write_bytes(FORMATS[name](rows))
    reading = read_table(tmp_path / name, tmp_path / "scratch")
    parts = list(_parted(reading.parts[0]))
    assert len(parts) == len(rows)
    results = [read(part, reading.choice.codebooks, source=7, lang="en") for part in parts]
    assert all(result.records == 1 for result in results)
    assert encoded(Reading(parts, results, reading.choice)) == expected(rows)


def _parted(part: Slice) -> list[Slice]:
    halves = part.halves()
    if not halves:
        return [part]
    assert halves[0].start == part.start
    assert halves[0].stop == halves[1].start
    assert halves[1].stop == part.stop
    return [piece for half in halves for piece in _parted(half)]


def test_slices_and_codebooks_travel_to_other_processes(tmp_path: Path) -> None:
    """No pool and no cluster could be given a table."""
    write_questionnaire(tmp_path)
    path = tmp_path / "table.csv"
    path.write_bytes(FORMATS["comma.csv"](sound_rows(5, seed=3)))
    reading = read_table(path, tmp_path / "scratch")
    sent = pickle.dumps((reading.parts, reading.choice.codebooks))
    parts, codebooks = pickle.loads(sent)  # noqa: S301 - our own
    assert parts == reading.parts
    assert codebooks == reading.choice.codebooks
    assert len(sent) < 10_000


def test_the_source_is_told(tmp_path: Path) -> None:
    """A duplicate could not be traced to its file."""
    write_questionnaire(tmp_path)
    path = tmp_path / "table.csv"
    path.write_bytes(FORMATS["comma.csv"](sound_rows(5, seed=3)))
    (frame,) = read_table(path, tmp_path / "scratch").frames.values()
    assert frame["source"].to_list() == [7] * 5
