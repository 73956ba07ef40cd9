"""Single values of a file."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from alignment_maturity.model.scalars import read_prose


@pytest.mark.parametrize("character", ["\x1b", "\u2028", "\u2029", "\ufeff", "\ud800", "\x85"])
def test_what_could_not_be_read_again_is_refused(character: str) -> None:
    """Escaped in JSON it would pass, be saved as it is by the interview, and lock its owner out."""
    with pytest.raises(PydanticCustomError, match="control-character"):
        read_prose(f"a{character}b")
