"""Single values of a file."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from alignment_maturity.model.scalars import read_name, read_prose


@pytest.mark.parametrize("character", ["\x1b", "\u2028", "\u2029", "\ufeff", "\ud800", "\x85"])
def test_what_could_not_be_read_again_is_refused(character: str) -> None:
    """Escaped in JSON it would pass, be saved as it is by the interview, and lock its owner out."""
    with pytest.raises(PydanticCustomError, match="control-character"):
        read_prose(f"a{character}b")


@pytest.mark.parametrize("character", ["\u202e", "\u2066"])
def test_a_name_does_not_turn_the_line_round(character: str) -> None:
    """Whoever names their company so could make a screen or a table say something else."""
    with pytest.raises(PydanticCustomError, match="control-character"):
        read_name(f"a{character}b")
