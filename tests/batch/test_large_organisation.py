"""One organisation of very many people needs no more memory than many of few."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from peak_memory import PEAK

from .surveys import ABOUT, QUESTIONS, survey

_RUN = (
    PEAK
    + """
import sys
from alignment_maturity.__main__ import main
sys.argv[0] = "alignment-maturity"
try:
    main()
finally:
    print(peak_megabytes())
"""
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no process its peak of memory")
def test_how_sure_the_placement_of_twenty_thousand_people_is(tmp_path: Path) -> None:
    """All their draws at once would take 3 GB, and a whole group would be left out of its own survey."""
    chance = random.Random(0)
    about = {**dict.fromkeys(ABOUT, ""), "organisation": "Rossi"}
    rows = [
        {
            **about,
            "group": chance.choice(("marketing", "sales")),
            **{question: chance.choice(values) for question, values in QUESTIONS.items()},
        }
        for _ in range(20_000)
    ]
    survey(tmp_path / "in", rows)
    terms = ["--confidence", "--no-plans", "--workers", "1", "--format", "parquet"]
    command = [sys.executable, "-c", _RUN, "batch", "in", "-o", "out", *terms]
    done = subprocess.run(command, check=False, cwd=tmp_path, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    found = pl.read_parquet(tmp_path / "out" / "results.parquet").row(0, named=True)
    assert found["respondents"] == 20_000
    assert found["confidence_bootstrap"] > 0.9
    assert int(done.stdout.split()[-1]) < 450
