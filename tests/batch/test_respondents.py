"""The table of respondents: figures for analysts, and nothing that says whose they are."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from alignment_maturity.batch import assembly
from alignment_maturity.batch.frames import KEYS, packed, question_columns
from alignment_maturity.batch.stages import respondents
from alignment_maturity.batch.stages.gather import Key, group
from alignment_maturity.disclosure import disclosure
from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel.confidence import People
from alignment_maturity.kernel.instrument import NOBODY
from alignment_maturity.store.questionnaires import find_questionnaire

from .running import CONTRACT, begin, ran, settings
from .surveys import MINI, Person, answer_file, people, table

NAMES = (
    "rossi-anna",
    "neri-ugo",
    "bianchi-eva",
    "verdi-ada",
    "gallo-ivo",
    "costa-pia",
    "riva-leo",
    "sala-ida",
)


def one_organisation(seed: int = 1) -> list[Person]:
    """Make up respondents of one organisation, wave and function."""
    same = {"organisation": "Rossi", "group": "sales", "wave": "", "date": ""}
    return [{**person, **same} for person in people(len(NAMES), 1, seed)]


def table_of(folder: Path, files: Sequence[tuple[str, Person]], min_group: int) -> pl.DataFrame:
    """Write an answer file for each respondent, with a table beside them, and return the respondents."""
    inputs = folder / "in"
    inputs.mkdir(parents=True)
    shutil.copy(MINI, inputs)
    for name, person in files:
        (inputs / f"{name}.json").write_text(json.dumps(answer_file([person])), "utf-8")
    (inputs / "survey.csv").write_text(table(one_organisation(2)), "utf-8")
    context = begin(folder / "out", settings(respondents=True, min_group=min_group))
    course = ran(context, [inputs])
    return pl.read_parquet(assembly.write_respondents(context, course, folder))


def test_no_file_and_no_line_of_an_answer_file_says_whose_the_figures_are(tmp_path: Path) -> None:
    """`rossi-anna.json` beside a level and an index is as good as her name."""
    files = list(zip(NAMES, one_organisation(), strict=True))
    found = table_of(tmp_path, files, min_group=2)
    of_files = found.filter(pl.col("file").is_null())
    assert of_files.height == len(NAMES)
    assert of_files["row"].null_count() == of_files["respondent"].null_count() == len(NAMES)
    assert of_files["index"].null_count() == 0
    assert not any(
        name in (tmp_path / "respondents.parquet").read_bytes().decode("latin-1") for name in NAMES
    )


def test_an_analyst_finds_the_rows_of_a_table_again(tmp_path: Path) -> None:
    """With the table at hand its row number says nothing new, and everything else can be joined by it."""
    found = table_of(tmp_path, list(zip(NAMES, one_organisation(), strict=True)), min_group=2)
    of_table = found.filter(pl.col("file").is_not_null())
    assert of_table["row"].to_list() == list(range(2, 2 + len(NAMES)))
    assert {Path(name).name for name in of_table["file"]} == {"survey.csv"}
    assert of_table["respondent"].null_count() == len(NAMES)


@pytest.mark.parametrize("min_group", [2, 9])
def test_the_order_of_rows_does_not_depend_on_the_names_of_files(tmp_path: Path, min_group: int) -> None:
    """Whoever knows the folder could otherwise count down to a person, also where figures are hidden."""
    answers = one_organisation()
    found = table_of(tmp_path / "a", list(zip(NAMES, answers, strict=True)), min_group).drop("file")
    for seed in range(4):
        random.Random(seed).shuffle(answers)
        other = table_of(tmp_path / str(seed), list(zip(NAMES, answers, strict=True)), min_group)
        assert_frame_equal(found, other.drop("file"))


def test_where_everything_is_open_files_are_told(tmp_path: Path) -> None:
    files = list(zip(NAMES, one_organisation(), strict=True))
    found = table_of(tmp_path, files, min_group=1)
    told = {(Path(row["file"]).stem, row["respondent"]) for row in found.iter_rows(named=True)}
    assert told >= {(name, person["respondent"]) for name, person in files}


@pytest.mark.parametrize("seed", range(30))
def test_shown_is_what_a_report_would_show(seed: int) -> None:
    """A function hidden in the report must not be open in the table."""
    chance = random.Random(seed)
    encoding = Encoding(find_questionnaire(str(CONTRACT / "mini.yaml")).questionnaire)
    keys: list[Key] = [(f"o{number}", chance.choice(("", "w"))) for number in range(12)]
    rows = [
        (*key, chance.choice(range(len(encoding.groups))))
        for key in keys
        for _ in range(chance.randint(1, 9))
    ]
    mixed = set(chance.sample(keys, 4)) if seed % 2 else set()
    found = shown(encoding, rows, mixed, min_group=3)
    for key in keys:
        groups = np.array([row[2] for row in rows if row[:2] == key])
        nobody_said = np.full((len(groups), len(encoding.questions)), NOBODY)
        told = disclosure(encoding, People(nobody_said, groups), [], 3)
        if key in mixed and len(told.respondents.by_group) == 1:
            # Another function voted in a workshop.
            assert found[key] == {name: number >= 3 for name, number in told.respondents.by_group.items()}
        else:
            open_groups = () if told.combined_withheld else told.shown
            assert found[key] == {name: name in open_groups for name in told.respondents.by_group}


def shown(
    encoding: Encoding, rows: Sequence[tuple[str, str, int]], mixed: Collection[Key], *, min_group: int
) -> dict[Key, dict[str, bool]]:
    """Return by assessment which functions have figures."""
    questions = question_columns(len(encoding.questions))
    read = pl.DataFrame(
        {
            "organisation": [row[0] for row in rows],
            "wave": [row[1] or None for row in rows],
            "group": [row[2] for row in rows],
            "row": np.arange(len(rows)),
            "source": [0] * len(rows),
            **{name: np.zeros(len(rows), dtype=np.uint8) for name in questions},
        }
    ).with_columns(respondent=None, date=None)
    read = packed(read.cast({name: KEYS[name] for name in KEYS})).with_columns(tabular=True)
    columns = respondents.schema([encoding.questionnaire])
    told = respondents.table(group(encoding, read), columns, ["survey.csv"], min_group=min_group, mixed=mixed)
    found: dict[Key, dict[str, bool]] = {}
    for row in told.iter_rows(named=True):
        assert (row["level"] is not None) == row["shown"]
        of_groups = found.setdefault((row["organisation"], row["wave"] or ""), {})
        assert of_groups.setdefault(row["group"], row["shown"]) == row["shown"]
    return found
