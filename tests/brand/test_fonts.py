"""Fonts of a brand: static, whole, allowed to travel with a report."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont, newTable
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.language.problems import advise, describe
from alignment_maturity.store.brand_assets import Unfit
from alignment_maturity.store.brand_fonts import LIMIT, check_face

from .materials import LEAST, Change, brand, font, postscript_font, problems, write

FONT = LEAST + "fonts: {family: Prova, regular: font}\n"


def uses(bits: int) -> Change:
    """Let a font say what may be done with it."""

    def change(made: TTFont) -> None:
        made["OS/2"].fsType = bits

    return change


def without(letters: str) -> Change:
    """Take letters out of a font."""

    def change(made: TTFont) -> None:
        for table in made["cmap"].tables:
            for letter in letters:
                table.cmap.pop(ord(letter), None)

    return change


def variable(made: TTFont) -> None:
    """Give a font an axis."""
    made["fvar"] = newTable("fvar")
    made["fvar"].axes, made["fvar"].instances = [], []


def without_metrics(made: TTFont) -> None:
    """Take away what a font cannot do without."""
    del made["OS/2"]


REFUSED = {
    "variable": (font(change=variable), "font-variable"),
    "restricted": (font(change=uses(0x0002)), "font-not-embeddable"),
    "not as a subset": (font(change=uses(0x0104)), "font-not-embeddable"),
    "bitmaps only": (font(change=uses(0x0200)), "font-not-embeddable"),
    "no accents": (font(change=without("èÀ")), "font-letters"),
    "no letters": (font(change=without("abcdefghijklmnopqrstuvwxyz")), "font-letters"),
    "web font": (b"wOF2" + bytes(100), "font-format"),
    "collection": (b"ttcf" + bytes(100), "font-format"),
    "text": (b"Inter", "font-format"),
    "nothing": (b"", "font-format"),
    "start of a font": (font()[:20_000], "font-damaged"),
    "signature alone": (b"OTTO", "font-damaged"),
    "no metrics": (font(change=without_metrics), "font-damaged"),
    "too many bytes": (bytes(LIMIT + 1), "asset-too-large"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_font_is_refused_at_its_line_with_the_reason(case: str, tmp_path: Path) -> None:
    data, code = REFUSED[case]
    (problem,) = problems(write(tmp_path, FONT, {"font": data}))
    assert (problem.line, problem.column, problem.code) == (3, 33, code)
    assert describe(problem, "it") != describe(problem, "en")
    assert advise(problem, "en")


def test_the_letters_that_are_missing_are_named(tmp_path: Path) -> None:
    (problem,) = problems(write(tmp_path, FONT, {"font": font(change=without("èÀ"))}))
    assert problem.values["missing"] == "èÀ"


@pytest.mark.parametrize("bits", [0, 0x0004, 0x0008, 0x0006])
def test_fonts_that_may_be_embedded_are_taken(bits: int) -> None:
    """0x0006 is restricted or for preview, of which in old fonts the more generous counts."""
    assert check_face(font(change=uses(bits)), "regular")


@pytest.mark.parametrize(
    ("face", "file"),
    [("regular", "Regular"), ("semibold", "SemiBold"), ("bold", "Bold"), ("italic", "Italic")],
)
def test_breadth_is_measured_against_our_own_faces(face: str, file: str) -> None:
    """Charts make room for our own letters; in a broader font theirs would run into each other."""
    assert check_face(font(file), face) == pytest.approx(1, abs=0.005)


def test_a_font_with_postscript_outlines_is_taken() -> None:
    assert check_face(postscript_font(), "regular") == pytest.approx(0.6 / 0.5744, abs=0.001)


def test_faces_that_are_not_given_are_left_to_those_that_are(tmp_path: Path) -> None:
    text = LEAST + "fonts: {family: Prova, regular: r.ttf, bold: b.ttf}\n"
    made = brand(tmp_path, text, {"r.ttf": font(), "b.ttf": font("Bold")}).font
    assert made is not None
    assert list(made.faces) == ["regular", "bold"]
    assert made.breadth == pytest.approx(1, abs=0.005)


@given(st.integers(12, 60_000), st.binary(min_size=1, max_size=200))
def test_a_font_with_other_bytes_in_it_is_taken_or_refused(place: int, noise: bytes) -> None:
    data = bytearray(font())
    data[place : place + len(noise)] = noise
    try:
        check_face(bytes(data), "regular")
    except Unfit as unfit:
        assert unfit.code.startswith("font-")  # noqa: PT017 - noise may hit what nobody reads
