"""Finding texts in a buffer."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.batch.reading.lexicon import LONGEST, Lexicon, padded
from alignment_maturity.batch.reading.vocabulary import Vocabulary, mapped

TEXTS = st.text(alphabet="ab1 é.0", min_size=1, max_size=20)


@given(known=st.lists(TEXTS, unique=True, max_size=30), others=st.lists(TEXTS, max_size=30))
def test_every_text_is_found_and_no_other(known: list[str], others: list[str]) -> None:
    """An answer would be taken for another that looks like it."""
    lexicon = Lexicon([(text.encode(), place) for place, text in enumerate(known)], missing=-1)
    asked = [text.encode() for text in [*known, *others, *(text + "x" for text in known)]]
    sizes = np.array([len(text) for text in asked], dtype=np.intp)
    found = lexicon.look_up(padded(b"".join(asked)), np.cumsum(sizes) - sizes, sizes)
    places = {text.encode(): place for place, text in enumerate(known)}
    assert found.tolist() == [places.get(text, -1) for text in asked]


def test_texts_of_any_length() -> None:
    """A long option would never be recognised, or read beyond its end."""
    known = [b"x" * size for size in (1, 7, 8, 9, 16, 17, LONGEST, LONGEST + 1)]
    lexicon = Lexicon([(text, len(text)) for text in known], missing=0)
    asked = [b"x" * size for size in range(1, LONGEST + 3)]
    sizes = np.array([len(text) for text in asked], dtype=np.intp)
    found = lexicon.look_up(padded(b"".join(asked)), np.cumsum(sizes) - sizes, sizes)
    told = dict(zip(sizes.tolist(), found.tolist(), strict=True))
    assert {size for size, number in told.items() if number} == {1, 7, 8, 9, 16, 17, LONGEST}


def test_longer_options_than_the_lexicon_takes() -> None:
    """A questionnaire with whole sentences for options could not be read."""
    sentence = "x" * (LONGEST + 40)
    vocabulary = Vocabulary([sentence, "1"])
    buffer = padded(sentence.encode())
    ids = vocabulary.look_up(buffer, np.array([0]), np.array([len(sentence)]))
    assert ids.tolist() == [vocabulary.alien]
    assert vocabulary.texts[vocabulary.find(sentence)] == sentence


@pytest.mark.parametrize("entries", [1, 9, 255, 256, 300])
def test_what_is_mapped_is_what_the_table_says(entries: int) -> None:
    """Bytes take another way than larger numbers; an answer would become another on one of them."""
    kind = np.min_scalar_type(entries - 1)
    table = np.random.default_rng(0).integers(0, 256, entries).astype(np.uint8)
    numbers = np.arange(entries).astype(kind)
    for some in (numbers, numbers[::-3], numbers[:0]):
        found = mapped(some, table)
        assert found.tolist() == table[some].tolist()
        found[:1] = 7  # nobody else's memory
    assert numbers.tolist() == list(range(entries))
