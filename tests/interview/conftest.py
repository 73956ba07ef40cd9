"""The session most of the interview's tests begin with."""

from __future__ import annotations

import pytest

from alignment_maturity.interview.session import Session, begin

from .scripted import FILE, MINI


@pytest.fixture
def session() -> Session:
    """Begin an interview on the questionnaire `mini`."""
    return begin(MINI, FILE)
