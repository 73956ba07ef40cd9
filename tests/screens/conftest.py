"""Screens of the tests have all the colours there are, whatever terminal they are run from."""

import pytest


@pytest.fixture(autouse=True)
def _all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
