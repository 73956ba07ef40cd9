"""Rows put in order by organisation and wave, whichever way is the quicker one."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from alignment_maturity.batch.frames import ANSWERS, KEYS, packed
from alignment_maturity.batch.stages import gather
from alignment_maturity.encoding import Encoding
from alignment_maturity.store.questionnaires import find_questionnaire

from .running import CONTRACT

NAMES = (
    "Rossi",
    "Zoë",
    "Ähre",
    "\uff21",
    "a",
    "A",
    "aa",
    "\U0001d504bc",
    "é",
    "z z",
    "Officine 1",
    "Officine 10",
    "Officine 2",
)


@pytest.fixture(scope="module")
def encoding() -> Encoding:
    return Encoding(find_questionnaire(str(Path(CONTRACT, "mini.yaml"))).questionnaire)


def rows(encoding: Encoding, seed: int, waves: tuple[str | None, ...]) -> pl.DataFrame:
    """Draw respondents of a few organisations."""
    chance = random.Random(seed)
    number = chance.randint(1, 400)
    drawn = {
        "organisation": [chance.choice(NAMES) for _ in range(number)],
        "wave": [chance.choice(waves) for _ in range(number)],
        "row": range(number),
        **{
            f"q{place}": np.array([chance.randrange(5) for _ in range(number)], dtype=np.uint8)
            for place in range(len(encoding.questions))
        },
    }
    frame = pl.DataFrame(drawn).with_columns(date=None, group=0, respondent=None, source=0)
    return packed(frame.with_columns(pl.col(name).cast(kind) for name, kind in KEYS.items()))


@pytest.mark.parametrize("waves", [(None,), (None, "w2", "w10"), ("2026-H2",)])
@pytest.mark.parametrize("seed", range(8))
def test_few_names_are_put_in_the_order_of_many(
    encoding: Encoding, seed: int, waves: tuple[str | None, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An organisation would be assessed with the answers of another, or twice."""
    read = rows(encoding, seed, waves)
    found = []
    for repeated in (0, 10**9):  # by their numbers always, by their names always
        monkeypatch.setattr(gather, "REPEATED", repeated)
        found.append(gather.group(encoding, read))
    keys = [group.rows.select("organisation", "wave").rows() for group in found]
    assert keys[0] == keys[1] == sorted(keys[0], key=lambda key: (key[0], key[1] or ""))
    assert (found[0].assessment == found[1].assessment).all()
    assert (found[0].first == found[1].first).all()
    assert [keys[0][first] for first in found[0].first] == sorted(
        set(keys[0]), key=lambda key: (key[0], key[1] or "")
    )


def test_pieces_hold_every_assessment_whole(encoding: Encoding) -> None:
    """People of one organisation in two pieces would be two organisations."""
    whole = gather.group(encoding, rows(encoding, 3, (None, "w")))
    for respondents, assessments in ((1, 1), (20, 3), (7, 10**6), (10**6, 2), (10**6, 10**6)):
        parts = [whole.part(piece) for piece in whole.borders(respondents, assessments)]
        assert sum(len(part.first) for part in parts) == len(whole.first)
        assert all(part.first[0] == part.assessment[0] == 0 for part in parts)
        assert pl.concat([part.keys for part in parts]).equals(whole.keys)
        codes = np.concatenate([part.voices.codes for part in parts], axis=1)
        assert (codes == whole.voices.codes).all()


def test_packed_answers_are_in_the_order_of_questions(encoding: Encoding) -> None:
    """An answer to one question would count for another."""
    questions = len(encoding.questions)
    frame = pl.DataFrame(
        {name: pl.Series([None, None], dtype=kind) for name, kind in KEYS.items()}
    ).with_columns(pl.Series(f"q{place}", [place, 100 + place], dtype=pl.UInt8) for place in range(questions))
    assert packed(frame)[ANSWERS].to_list() == [list(range(questions)), list(range(100, 100 + questions))]
