"""Files as they are really broken, each with the diagnostics a user must see (`NAME.expected`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignment_maturity.errors import InvalidInput
from alignment_maturity.store.diagnostics import render
from alignment_maturity.store.documents import read_document

HOSTILE = Path(__file__).parents[1] / "examples/hostile"
NAMES = sorted(path.name for path in HOSTILE.iterdir() if path.suffix != ".expected")


def test_the_examples_are_there() -> None:
    assert len(NAMES) > 50
    assert {f"{name}.expected" for name in NAMES} == {path.name for path in HOSTILE.glob("*.expected")}


@pytest.mark.parametrize("name", NAMES)
def test_a_broken_file_is_explained_where_it_is_broken(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HOSTILE)
    with pytest.raises(InvalidInput) as caught:
        read_document(name)
    shown = render(caught.value.problems, caught.value.more, "en")
    assert shown == Path(f"{name}.expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_italians_get_the_same_diagnostics_in_their_language(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HOSTILE)
    with pytest.raises(InvalidInput) as caught:
        read_document(Path(name))
    italian = render(caught.value.problems, caught.value.more, "it").splitlines()
    english = render(caught.value.problems, caught.value.more, "en").splitlines()
    assert len(italian) == len(english)
    assert italian[0].split(": ")[:2] == english[0].split(": ")[:2]
    assert italian[0] != english[0]
