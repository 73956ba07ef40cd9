"""Everything that can be wrong in a brand, in real files: found at once, each with its place and its cure."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from alignment_maturity.errors import Problem
from alignment_maturity.language.problems import advise, describe

from .materials import LEAST, SHAPE, SVG, brand, font, found, load, problems, write

links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")

CASES = {
    "no name": ("format: 1\n", [(1, 1, "missing-key")]),
    "another format": ("format: 2\nname: Studio\n", [(1, 9, "unsupported-format")]),
    "a misspelt key": (LEAST + "contcat: [x]\n", [(3, 1, "unknown-key")]),
    "a colour without quotes": (LEAST + "colours: \n  accent: #0b5568\n", [(4, 10, "bad-colour")]),
    "a colour by name": (LEAST + "colours: {accent: teal}\n", [(3, 19, "bad-colour")]),
    "an accent too light": (LEAST + 'colours: {accent: "#f5a623"}\n', [(3, 19, "low-contrast")]),
    "an ink too light": (LEAST + 'colours: {accent: "#0b5568", ink: "#777"}\n', [(3, 35, "low-contrast")]),
    "an ink too light for the tints": (
        LEAST + 'colours: {accent: "#0b5568", ink: "#696969"}\n', [(3, 35, "low-contrast")]
    ),
    "a ramp of four": (
        LEAST + 'colours: {accent: "#0b5568", ramp: ["#fff", "#ccc", "#888", "#444"]}\n',
        [(3, 36, "too-few-entries")],
    ),
    "a ramp of six": (
        LEAST + 'colours: {accent: "#0b5568", ramp: ["#fff", "#ddd", "#bbb", "#888", "#555", "#222"]}\n',
        [(3, 36, "too-many-entries")],
    ),
    "a ramp from dark to light": (
        LEAST + 'colours: {accent: "#0b5568", ramp: ["#222", "#555", "#888", "#bbb", "#fff"]}\n',
        [(3, column, "ramp-step") for column in (45, 53, 61, 69)],
    ),
    "a ramp with steps nobody sees": (
        LEAST + 'colours: {accent: "#0b5568", ramp: ["#fff", "#f8f8f8", "#bbb", "#888", "#555"]}\n',
        [(3, 45, "ramp-step")],
    ),
    "a ramp that is dark at once": (
        LEAST + 'colours: {accent: "#0b5568", ramp: ["#fff", "#777", "#555", "#333", "#111"]}\n',
        [(3, 45, "ramp-dark")],
    ),
    "a text in one language only": (LEAST + "footer: {it: Studio}\n", [(3, 9, "missing-language")]),
    "a text in a language of no report": (
        LEAST + "footer: {it: a, en: b, fr: c}\n", [(3, 24, "language-of-no-report")]
    ),
    "an empty text": (LEAST + 'footer: {it: "", en: b}\n', [(3, 14, "empty-text")]),
    "a list for a text": (LEAST + "footer: [a]\n", [(3, 9, "expected-localised")]),
    "a line too long": (LEAST + f"contact: [{'x' * 121}]\n", [(3, 11, "text-too-long")]),
    "a line too long in one language": (
        LEAST + f"contact: [{{it: a, en: {'x' * 121}}}]\n", [(3, 23, "text-too-long")]
    ),
    "too many lines": (LEAST + "cover: [a, b, c, d, e]\n", [(3, 8, "too-many-entries")]),
    "an unknown section": (LEAST + "sections: [cover, bord]\n", [(3, 19, "unknown-section")]),
    "a section twice": (LEAST + "sections: [cover, board, cover]\n", [(3, 26, "duplicate-value")]),
    "an own section called like one of ours": (
        LEAST + "own_sections:\n  - {id: plan, title: T, text: x}\n", [(4, 10, "taken-section-id")]
    ),
    "two own sections of one name": (
        LEAST + "own_sections:\n  - {id: us, title: T, text: x}\n  - {id: us, title: T, text: x}\n",
        [(5, 10, "duplicate-id")],
    ),
    "a line that turns the writing round": (LEAST + 'footer: "a\\u202eb"\n', [(3, 9, "control-character")]),
    "a line turned round in one language": (
        LEAST + 'contact: [{it: a, en: "\\u2066b"}]\n', [(3, 23, "control-character")]
    ),
    "a title that turns the writing round": (
        LEAST + 'own_sections:\n  - {id: us, title: "\\u2067T", text: x}\n', [(4, 21, "control-character")]
    ),
    "a text that turns the writing round": (
        LEAST + 'own_sections:\n  - {id: us, title: T, text: "\\u202dx"}\n', [(4, 30, "control-character")]
    ),
    "a name that turns the writing round": ('format: 1\nname: "a\\u202eb"\n', [(2, 7, "control-character")]),
    "a file that turns the writing round": (
        LEAST + 'logo: {file: "gvs\\u202e.svg"}\n', [(3, 14, "control-character")]
    ),
    "an own section without text": (
        LEAST + "own_sections:\n  - {id: us, title: T}\n", [(4, 6, "missing-key")]
    ),
    "an own section of a whole book": (
        LEAST + f"own_sections:\n  - {{id: us, title: T, text: {'x' * 50_001}}}\n", [(4, 30, "text-too-long")]
    ),
    "a logo without a file": (LEAST + "logo: {alt: Studio}\n", [(3, 8, "missing-key")]),
    "a logo that is not there": (LEAST + "logo: {file: no.svg}\n", [(3, 14, "asset-missing")]),
    "a logo that is a folder": (LEAST + "logo: {file: .}\n", [(3, 14, "asset-unreadable")]),
    "a logo by its whole path": (LEAST + "logo: {file: /etc/passwd}\n", [(3, 14, "asset-path")]),
    "a logo on another disk": (LEAST + "logo: {file: 'C:logo.svg'}\n", [(3, 14, "asset-path")]),
    "a logo with backslashes": (LEAST + "logo: {file: 'img\\logo.svg'}\n", [(3, 14, "asset-path")]),
    "a logo from above": (LEAST + "logo: {file: img/../../logo.svg}\n", [(3, 14, "asset-path")]),
    "a logo wider than the page": (LEAST + "logo: {file: logo.svg, width: 400}\n", [(3, 31, "out-of-range")]),
    "a logo too high": (LEAST + "logo: {file: tall.svg, width: 30}\n", [(3, 31, "logo-too-high")]),
    "a font without its regular face": (
        LEAST + "fonts: {family: Prova, bold: bold.ttf}\n", [(3, 9, "missing-key")]
    ),
    "a font whose name is a rule of style": (
        LEAST + "fonts: {family: \"x';} *{display:none}\", regular: regular.ttf}\n", [(3, 17, "bad-family")]
    ),
    "a face that is not there": (
        LEAST + "fonts: {family: Prova, regular: regular.ttf, italic: it.ttf}\n", [(3, 54, "asset-missing")]
    ),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a logo, one that is high, and a font."""
    tall = SVG.replace("0 0 40 10", "0 0 10 40").format("")
    write(
        tmp_path,
        LEAST,
        {"logo.svg": SHAPE, "tall.svg": tall, "regular.ttf": font(), "bold.ttf": font("Bold")},
    )
    return tmp_path


@pytest.mark.parametrize("case", CASES)
def test_a_problem_is_found_where_it_is(case: str, folder: Path) -> None:
    text, expected = CASES[case]
    assert found(write(folder, text)) == expected


@pytest.mark.parametrize("case", CASES)
def test_json_gets_the_same_diagnostics(case: str, folder: Path) -> None:
    """A program that writes brands must not be let off."""
    text, expected = CASES[case]
    (folder / "brand.json").write_text(json.dumps(as_json(text)), "utf-8")
    codes = [code for _, _, code in expected]
    assert sorted(code for _, _, code in found(folder / "brand.json")) == sorted(codes)


def as_json(text: str) -> object:
    """Read YAML as an editor does, whose `#0b5568` without quotes is nothing."""
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True).load(text)


def test_all_problems_of_a_brand_are_told_in_one_run(folder: Path) -> None:
    """Mending one a run makes an afternoon of it."""
    text = (
        'format: 1\nname: Studio\nlogo: {file: no.svg, widht: 30}\ncolours: {accent: "#f5a623"}\n'
        "fonts: {family: Prova, regular: logo.svg, bold: /bold.ttf}\nfooter: {it: a}\nsections: [bord]\n"
        "own_sections:\n  - {id: board, title: T, text: x}\n"
    )
    assert found(write(folder, text)) == [
        (3, 14, "asset-missing"), (3, 22, "unknown-key"), (4, 19, "low-contrast"), (5, 33, "font-format"),
        (5, 49, "asset-path"), (6, 9, "missing-language"), (7, 12, "unknown-section"),
        (9, 10, "taken-section-id"),
    ]  # fmt: skip


def told(path: Path) -> Problem:
    (problem,) = problems(path)
    return problem


def test_a_colour_that_does_not_read_is_told_with_its_ratio_and_the_nearest_that_does(folder: Path) -> None:
    problem = told(write(folder, LEAST + 'colours: {accent: "#f5a623"}\n'))
    assert describe(problem, "en") == (
        "#f5a623 on #f3f6f7 has a contrast of 1.86:1; text needs at least 4.5:1 to be read"
    )
    assert advise(problem, "en") == 'the nearest shade of the same hue that reads well: "#996509"'
    assert "1,86:1" in describe(problem, "it")
    assert brand(folder, LEAST + 'colours: {accent: "#996509"}\n').colours is not None


def test_a_ramp_that_is_too_dark_is_told_with_a_shade_that_is_not(folder: Path) -> None:
    ramp = '["#ffffff", "{}", "#555555", "#333333", "#111111"]'
    start = LEAST + 'colours: {accent: "#0b5568", ramp: '
    problem = told(write(folder, start + ramp.replace("{}", "#777777") + "}\n"))
    assert "#16232c on #777777 has a contrast of 3.57:1" in describe(problem, "en")
    nearest = str(problem.values["nearest"])
    assert brand(folder, start + ramp.replace("{}", nearest) + "}\n").colours


def test_a_misspelt_section_is_guessed_and_all_are_listed(folder: Path) -> None:
    own = "own_sections: [{id: about-us, title: T, text: x}]\n"
    problem = told(write(folder, LEAST + own + "sections: [abuot-us]\n"))
    assert describe(problem, "en").endswith("did you mean `about-us`?")
    assert "heat-map" in advise(problem, "en")


def test_a_misspelt_key_of_a_logo_is_guessed(folder: Path) -> None:
    problem = told(write(folder, LEAST + "logo: {file: logo.svg, widht: 30}\n"))
    assert describe(problem, "en") == "unknown key `widht`; did you mean `width`?"


@pytest.mark.parametrize("case", CASES)
def test_what_is_peculiar_to_brands_comes_with_a_cure_in_both_languages(case: str, folder: Path) -> None:
    from alignment_maturity.language import brand as words

    for problem in problems(write(folder, CASES[case][0])):
        assert describe(problem, "it") != describe(problem, "en")
        if problem.code in words.HINTS:
            assert advise(problem, "it") != advise(problem, "en")


@links
@pytest.mark.parametrize("name", ["logo", "regular"])
def test_a_link_that_leads_out_of_the_folder_is_not_followed(name: str, tmp_path: Path) -> None:
    """A brand from elsewhere could print what only its reader can open."""
    secret = tmp_path / "secret"
    secret.write_bytes(font() if name == "regular" else SHAPE.encode())
    inside = tmp_path / "brand"
    inside.mkdir()
    (inside / "file").symlink_to(secret)
    key = "logo: {file: file}" if name == "logo" else "fonts: {family: Prova, regular: file}"
    assert [code for _, _, code in found(write(inside, f"{LEAST}{key}\n"))] == ["asset-outside"]


@links
def test_a_folder_that_is_a_link_leads_out_as_well(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "logo.svg").write_text(SHAPE, "utf-8")
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand" / "img").symlink_to(tmp_path / "elsewhere")
    path = write(tmp_path / "brand", LEAST + "logo: {file: img/logo.svg}\n")
    assert found(path) == [(3, 14, "asset-outside")]


@links
def test_links_inside_the_folder_are_fine_and_circles_are_told(folder: Path) -> None:
    (folder / "same.svg").symlink_to("logo.svg")
    (folder / "round.svg").symlink_to("round.svg")
    assert load(write(folder, LEAST + "logo: {file: same.svg}\n")).brand.logo
    assert found(write(folder, LEAST + "logo: {file: round.svg}\n")) == [(3, 14, "asset-unreadable")]


def test_the_billion_laughs_of_yaml_are_not_expanded(folder: Path) -> None:
    laughs = "a: &a [ha, ha]\n" + "".join(
        f"{after}: &{after} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert {"anchor", "alias"} <= {code for _, _, code in found(write(folder, LEAST + laughs))}


def test_files_in_a_folder_below_are_found(tmp_path: Path) -> None:
    made = brand(tmp_path, LEAST + "logo: {file: img/logo.svg}\n", {"img/logo.svg": SHAPE})
    assert made.logo is not None


def test_the_hash_of_a_brand_is_that_of_all_its_files(tmp_path: Path) -> None:
    """`verify` would call two reports equal that only share a brand file."""
    text = LEAST + "logo: {file: logo.svg}\n"
    first = brand(tmp_path, text, {"logo.svg": SHAPE}).sha256
    assert brand(tmp_path, text).sha256 == first
    assert brand(tmp_path, text, {"logo.svg": SHAPE.replace("#8c2f39", "#8c2f3a")}).sha256 != first
    assert brand(tmp_path, text.replace("Studio", "Studia"), {"logo.svg": SHAPE}).sha256 != first


def test_whatever_is_wrong_the_program_does_not_fall_over(tmp_path: Path) -> None:
    """Shapes that nobody foresaw end in diagnostics, not in a traceback."""
    keys = ("logo", "colours", "fonts", "cover", "contact", "footer", "sections", "own_sections", "name")
    values = ("null", "3", "[1, [2], {a: b}]", "{a: [b]}", "[[]]", "{file: [x], accent: {}, ramp: 7}")
    for key in keys:
        for value in values:
            path = write(tmp_path, f"format: 1\nname: {{}}\n{key}: {value}\n")
            assert all(describe(problem, "it") for problem in problems(path))
