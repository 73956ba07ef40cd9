"""How the screen looks: compared with pictures that a person has looked at (SNAPSHOTS=1 writes them anew)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import astuple

import pytest
from rich._palettes import STANDARD_PALETTE
from textual.pilot import Pilot

from alignment_maturity.interview.session import Choose, Session, advance
from alignment_maturity.language import Lang
from alignment_maturity.model.colours import READABLE, contrast
from alignment_maturity.screens.theme import FEW_ON_DARK, FEW_ON_LIGHT, LIGHT, ON_DARK, ON_LIGHT, Colours

from .pictures import matches, snapshot
from .stage import LARGE, SMALL, Theatre, loaded, play, seen, typed, until


def answered(theatre: Theatre, count: int) -> Session:
    """Answer so many questions, with levels 2 and 3 in turn."""
    session = theatre.session()
    for number in range(count):
        options = theatre.questionnaire.options_of(session.question)
        session = advance(session, Choose(options[1 + number % 2].value))
    return session


@pytest.mark.parametrize(
    ("name", "questionnaire", "lang", "light", "size", "count", "keys"),
    [
        ("question-small-dark-it", "quick", "it", False, SMALL, 3, ["down", "down"]),
        ("question-large-light-en", "full", "en", True, LARGE, 9, ["down", "down"]),
        ("question-large-dark-it", "full", "it", False, LARGE, 9, ["3", "left"]),
        ("review-small-light-it", "quick", "it", True, SMALL, 3, ["r"]),
        ("review-large-dark-en", "full", "en", False, LARGE, 20, ["r"]),
        ("help-small-dark-it", "quick", "it", False, SMALL, 3, ["question_mark"]),
        ("dimensions-large-light-it", "full", "it", True, LARGE, 13, ["j"]),
        ("editor-small-light-en", "quick", "en", True, SMALL, 3, ["n", *"see page 3"]),
    ],
)
def test_the_interview_looks_as_it_should(  # noqa: PLR0913, PLR0917 - what a picture is made of
    name: str, questionnaire: str, lang: Lang, light: bool, size: tuple[int, int], count: int, keys: list[str]
) -> None:
    theatre = Theatre(loaded(questionnaire))
    app = theatre.app(answered(theatre, count), lang, light=light)

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, *keys)
        await pilot.pause()
        assert matches(app, name)

    play(app, act, size)


def test_the_start_looks_as_it_should() -> None:
    theatre = Theatre(loaded("quick"))
    app = theatre.app(None, "en")

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, *"Rossi Srl", "tab", "tab", "2")
        await pilot.pause()
        assert matches(app, "start-large-dark-en")

    play(app, act, LARGE)


@pytest.mark.parametrize(
    ("name", "size", "light"), [("small-dark", SMALL, False), ("large-light", LARGE, True)]
)
def test_the_end_looks_as_it_should(name: str, size: tuple[int, int], light: bool) -> None:
    theatre = Theatre(loaded("mini"))
    app = theatre.app(answered(theatre, 5), light=light)

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, "f")
        await until(pilot, lambda: "you are here ▸" in seen(app))
        await pilot.pause()
        assert matches(app, f"end-{name}-en")

    play(app, act, size)


def test_a_picture_needs_nothing_from_elsewhere_and_hides_no_markup() -> None:
    """A README whose pictures fetch fonts from a server shows nothing where there is no network."""
    theatre = Theatre()
    app = theatre.app(theatre.session())

    async def act(_pilot: Pilot[None]) -> None:
        drawn = snapshot(app)
        ET.fromstring(drawn)  # noqa: S314 - our own
        assert "url(http" not in drawn
        assert "@import" not in drawn
        assert "@font-face" not in drawn

    play(app, act)


def test_without_colours_everything_is_still_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who cannot see colours, or has none, must find the cursor, the answer and what is missing."""
    monkeypatch.setenv("NO_COLOR", "1")
    theatre = Theatre()
    app = theatre.app(theatre.session("2", "3"))

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, "b")
        await pilot.pause()
        assert "▸   3 ✓" in seen(app)
        coloured = [
            segment.text
            for strip in app.screen._compositor.render_strips(app.size)
            for segment in strip.apply_filter(app._filters[-1], app.screen.background_colors[1])
            for colour in ((segment.style.color, segment.style.bgcolor) if segment.style else ())
            if colour is not None and not colour.is_default
        ]
        assert coloured == []
        await typed(pilot, "r")
        assert "○   3  Lead definition" in seen(app)

    play(app, act)


@pytest.mark.parametrize("ground", ["ground", "panel", "raised"])
@pytest.mark.parametrize(
    "used",
    [ON_DARK, ON_LIGHT, FEW_ON_DARK, FEW_ON_LIGHT],
    ids=["dark", "light", "dark, sixteen colours", "light, sixteen colours"],
)
def test_every_text_reads_on_every_ground(used: Colours, ground: str) -> None:
    """On a projector in a lit room, what is faint is not there."""
    for ink in ("ink", "muted", "accent", "good", "warning", "bad"):
        assert contrast(getattr(used, ink), getattr(used, ground)) >= READABLE, ink
    for tint in used.tints:
        assert contrast(used.on(tint), tint) >= READABLE


def test_a_terminal_of_sixteen_colours_has_colours_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shades that it does not have would become another: muted text black on black, every level the same."""
    sixteen = {f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in STANDARD_PALETTE._colors}
    for used in (FEW_ON_DARK, FEW_ON_LIGHT):
        assert {colour for colour in _flat(astuple(used)) if colour.startswith("#")} <= sixteen
    monkeypatch.delenv("COLORTERM")
    theatre = Theatre()
    for term, few in (("xterm", True), ("linux", True), ("xterm-256color", False)):
        monkeypatch.setenv("TERM", term)
        app = theatre.app(theatre.session())
        for known in (FEW_ON_DARK, FEW_ON_LIGHT) if few else (ON_DARK, ON_LIGHT):
            assert app.look.colours == known
            assert app.current_theme.foreground == known.ink
            app.theme = LIGHT


def _flat(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, tuple):
            yield from _flat(value)
        else:
            yield str(value)


def test_switching_the_theme_changes_every_colour() -> None:
    theatre = Theatre()
    app = theatre.app(theatre.session("2"))

    async def act(pilot: Pilot[None]) -> None:
        dark = snapshot(app)
        await typed(pilot, "t")
        await pilot.pause()
        light = snapshot(app)
        assert ON_DARK.ground in dark
        assert ON_DARK.ground not in light
        assert ON_LIGHT.accent in light
        await typed(pilot, "question_mark", "f3", "escape")
        await pilot.pause()
        assert snapshot(app) == dark

    play(app, act)
