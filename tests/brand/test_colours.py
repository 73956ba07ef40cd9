"""Contrasts and shades: whatever a consultant chooses, what is printed can be read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from alignment_maturity.model import colours
from alignment_maturity.model.brand import Brand, Colours
from alignment_maturity.model.brand_checks import check_brand
from alignment_maturity.model.colours import ACCENT, INK, PANEL, PAPER, READABLE, TINTS, contrast, luminance
from alignment_maturity.printing.palette import PALETTE, Palette, palette_of

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def channels(low: int, high: int) -> st.SearchStrategy[str]:
    return st.tuples(*[st.integers(low, high)] * 3).map(lambda light: "#{:02x}{:02x}{:02x}".format(*light))


DARK = channels(0, 110)
RAMPS = st.tuples(
    channels(222, 255), channels(170, 212), channels(110, 160), channels(60, 100), channels(0, 50)
)


def sound(accent: str, ink: str | None, ramp: tuple[str, ...] = ()) -> bool:
    """Tell whether the colours of a brand pass the checks."""
    told = {"accent": accent, "ink": ink, "ramp": list(ramp)}
    return not list(check_brand({"colours": told}, ()))


def palette(accent: str, ink: str | None = None, ramp: tuple[str, ...] | None = None) -> Palette:
    return palette_of(Brand("Studio", colours=Colours(accent=accent, ink=ink, ramp=ramp)))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),  # the grey that famously just fails
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#000000", 5.25),
    ],
)
def test_contrast_is_that_of_the_accessibility_guidelines(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.006)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS)
def test_some_lettering_reads_on_every_ground(ground: str) -> None:
    assert contrast(colours.text_on(ground, INK), ground) >= READABLE


@given(COLOURS)
def test_the_shade_that_is_proposed_reads_and_is_darker(colour: str) -> None:
    """A hint that is refused in its turn makes a fool of who follows it."""
    clash = colours.clash(colour, (PAPER, PANEL))
    if clash is None:
        assert min(contrast(colour, PAPER), contrast(colour, PANEL)) >= READABLE
    else:
        assert clash.ratio < READABLE
        assert colours.clash(clash.nearest, (PAPER, PANEL)) is None
        assert luminance(clash.nearest) < luminance(colour)


@given(COLOURS)
def test_the_lighter_ground_that_is_proposed_carries_ink(ground: str) -> None:
    if contrast(ground, INK) < READABLE:
        lighter = colours.lighter_ground(ground, INK)
        assert contrast(lighter, INK) >= READABLE
        assert luminance(lighter) > luminance(ground)


@given(DARK, st.none() | DARK)
def test_tints_follow_the_accent_from_light_to_dark_and_can_be_written_on(
    accent: str, ink: str | None
) -> None:
    assume(sound(accent, ink))
    made = palette(accent, ink)
    assert_readable(made)
    assert [luminance(tint) for tint in made.tints] == pytest.approx(list(map(luminance, TINTS)), abs=0.01)


@given(DARK, st.none() | DARK, RAMPS)
def test_tints_between_the_shades_of_a_ramp_are_between_them(
    accent: str, ink: str | None, ramp: tuple[str, ...]
) -> None:
    assume(sound(accent, ink, ramp))
    made = palette(accent, ink, ramp)
    assert made.tints[::2] == ramp
    assert_readable(made)


def assert_readable(made: Palette) -> None:
    assert len(made.tints) == len(made.on_tints) == 9
    assert all(luminance(tint) > luminance(darker) for tint, darker in pairwise(made.tints))
    assert all(contrast(text, tint) >= READABLE for text, tint in zip(made.on_tints, made.tints, strict=True))
    for text in (made.ink, made.accent, made.muted):
        assert contrast(text, made.paper) >= READABLE
        assert contrast(text, made.panel) >= READABLE
    # Charts write in ink on these without asking.
    assert all(contrast(made.ink, tint) >= READABLE for tint in made.tints[:3])


def test_a_ramp_of_one_hue_stays_in_it() -> None:
    """Purple in a brand of wine red looks like a mistake."""
    for tint in palette("#8c2f39").tints:
        red, green, blue = (int(tint[at : at + 2], 16) for at in (1, 3, 5))
        assert red > max(green, blue)


def test_without_a_brand_and_without_colours_the_palette_is_ours() -> None:
    assert palette_of(None) is PALETTE
    assert palette_of(Brand("Studio")) == PALETTE
    assert (PALETTE.ink, PALETTE.accent, PALETTE.tints) == (INK, ACCENT, TINTS)
    assert PALETTE.on_tints == (INK,) * 5 + (PAPER,) * 4


def test_a_ratio_is_never_shown_as_the_limit_it_misses() -> None:
    """“4.50:1, at least 4.5:1 is needed” explains nothing."""
    assert f"{colours.Ratio(4.4999)}" == "4.49"
    assert f"{colours.Ratio(4.4999):,}" == "4,49"
