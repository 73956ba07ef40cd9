"""The commands for brands, and `report --brand`."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fontTools.ttLib import TTFont
from ruamel.yaml import YAML

from alignment_maturity.model.schema import json_schema
from alignment_maturity.store.builtin import data_folder, schema
from brand.materials import LEAST, SHAPE, font, load

from .conftest import Command

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "brand.md").read_text("utf-8")
WRONG = (
    'format: 1\nname: Studio\nlogo: {file: logo.svg, widht: 40}\ncolours:\n  accent: "#f5a623"\n'
    "sections: [bord, plan]\n"
)
STARTERS = sorted((data_folder("report_templates") / "starters").glob("brand.*.yaml"))


def document(path: Path) -> Any:
    """Read a file as an editor does, by YAML 1.2."""
    return YAML(typ="safe", pure=True).load(path.read_text("utf-8"))


@pytest.fixture
def example(folder: Path) -> Path:
    """The example brand, where the documentation has it."""
    shutil.copytree(DOCS / "example-brand", folder / "docs" / "example-brand")
    return Path("docs/example-brand/brand.yaml")


@pytest.mark.parametrize("lang", ["it", "en"])
def test_a_new_brand_is_sound_as_it_is(command: Command, folder: Path, lang: str) -> None:
    """The first thing somebody tries must not end in an error."""
    made = command("--lang", lang, "brand", "new")
    assert (made.code, made.out) == (0, "")
    checked = command("--lang", lang, "brand", "check", "brand.yaml")
    assert (checked.code, checked.err) == (0, "")
    report = command(
        "--lang", lang, "report", "seven.yaml", "--brand", "brand.yaml", "--sections",
        {"it": "cover,chi-siamo", "en": "cover,about-us"}[lang], "-o", "r.html",
    )  # fmt: skip
    assert report.code == 0
    html = (folder / "r.html").read_text("utf-8")
    assert {"it": "Il mio studio", "en": "My consultancy"}[lang] in html


@pytest.mark.parametrize("lang", ["it", "en"])
def test_everything_a_new_brand_offers_in_comments_is_right(lang: str, folder: Path) -> None:
    """Taking the # away must not lead into an error, but for the files that are not there yet."""
    text = (data_folder("report_templates") / "starters" / f"brand.{lang}.yaml").read_text("utf-8")
    text = re.sub(r"(?m)^( *)# (?=[a-z_]+:|  [a-z]+:)", r"\1", text)
    (folder / "brand.yaml").write_text(text, "utf-8")
    (folder / "logo.svg").write_text(SHAPE, "utf-8")
    (folder / "fonts").mkdir()
    name = {"it": "MioFont", "en": "MyFont"}[lang]
    for face in ("Regular", "SemiBold", "Bold", "Italic"):
        (folder / "fonts" / f"{name}-{face}.ttf").write_bytes(font(face))
    made = load(folder / "brand.yaml").brand
    assert made.logo is not None
    assert made.font is not None
    assert len(made.font.faces) == 4
    assert made.colours is not None
    assert made.colours.ramp is not None
    assert made.sections


def test_a_brand_that_is_there_is_replaced_only_when_asked_to(command: Command, folder: Path) -> None:
    (folder / "brand.yaml").write_text("mine", "utf-8")
    refused = command("brand", "new", "brand.yaml")
    assert refused.code == 1
    assert "--force" in refused.err
    assert (folder / "brand.yaml").read_text("utf-8") == "mine"
    assert command("brand", "new", "brand.yaml", "--force").code == 0


def test_a_new_brand_goes_to_standard_output_too(command: Command) -> None:
    assert command("brand", "new", "-").out.startswith("# Your brand")


def test_a_new_brand_is_yaml(command: Command) -> None:
    refused = command("brand", "new", "brand.json")
    assert refused.code == 2
    assert ".yaml" in refused.err


SHOWN = re.findall(r"(?ms)^```\n\$ alignment-maturity ([^\n]*)\n(.*?)^```", PAGE)


def test_the_page_shows_both_outcomes() -> None:
    assert len(SHOWN) == 2


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize(("arguments", "shown"), SHOWN, ids=["wrong", "right"])
def test_the_page_shows_real_output(command: Command, folder: Path, arguments: str, shown: str) -> None:
    (folder / "wrong.yaml").write_text(WRONG, "utf-8")
    told = command("--lang", "en", *arguments.split())
    assert told.out + told.err == shown
    assert told.code == (3 if told.err else 0)


@pytest.mark.usefixtures("example")
def test_a_terminal_with_colours_gets_swatches(command: Command) -> None:
    arguments = ("--lang", "it", "brand", "check", "docs/example-brand/brand.yaml")
    coloured = command(
        *arguments, env={"FORCE_COLOR": "1", "COLORTERM": "truecolor", "TERM": "xterm-256color"}
    )
    assert "\x1b[38;2;140;47;57;48;2;243;246;247m Aa \x1b[0m" in coloured.out
    assert "7,49:1" in coloured.out
    for without in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "Aa" not in command(*arguments, env={"FORCE_COLOR": "1", **without}).out


def test_problems_come_as_json_too(command: Command, folder: Path) -> None:
    (folder / "wrong.yaml").write_text(WRONG, "utf-8")
    told = command("brand", "check", "wrong.yaml", "--json")
    assert (told.code, told.err) == (3, "")
    problems = told.document["errors"]
    assert [(problem["line"], problem["code"]) for problem in problems] == [
        (3, "asset-missing"), (3, "unknown-key"), (5, "low-contrast"), (6, "unknown-section"),
    ]  # fmt: skip
    assert problems[2]["hint"].endswith('"#996509"')


def test_a_sound_brand_comes_as_json_with_everything_filled_in(command: Command, example: Path) -> None:
    told = command("brand", "check", example, "--json")
    assert told.code == 0
    assert told.document["errors"] == []
    brand = told.document["brand"]
    assert brand["name"] == "Studio Calavento"
    assert brand["logo"] == {"media": "image/svg+xml", "width": 52, "height": pytest.approx(14.98, abs=0.01)}
    assert [colour["name"] for colour in brand["colours"]] == [
        "accent",
        "ink",
        *(f"tint-{n}" for n in range(1, 10)),
    ]
    assert min(colour["contrast"] for colour in brand["colours"]) >= 4.5
    assert brand["sections"][-4:] == ["our-method", "method", "answers", "glossary"]


def test_a_brand_is_read_from_standard_input_and_as_json(
    command: Command, folder: Path, example: Path
) -> None:
    """Programs that make brands pipe them; their files then lie in the folder they run in."""
    shutil.copy(folder / example.parent / "logo.svg", folder)
    plain = json.dumps(document(folder / example))
    told = command("brand", "check", "-", "--lang", "en", stdin=plain)
    assert told.out == command("brand", "check", example, "--lang", "en").out


def test_lettering_in_a_logo_is_a_warning(command: Command, folder: Path) -> None:
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>S</text></svg>'
    (folder / "logo.svg").write_text(logo, "utf-8")
    (folder / "b.yaml").write_text("format: 1\nname: Studio\nlogo: {file: logo.svg}\n", "utf-8")
    told = command("brand", "check", "b.yaml", "--lang", "en")
    assert told.code == 0
    assert "b.yaml:3:14: warning[logo-lettering]" in told.err
    assert command("brand", "check", "b.yaml", "--json").document["warnings"][0]["code"] == "logo-lettering"


def test_what_the_library_says_about_a_font_is_not_printed(command: Command, folder: Path) -> None:
    def odd(made: TTFont) -> None:
        made["head"].created = 0  # which the library remarks upon

    (folder / "f.ttf").write_bytes(font(change=odd))
    (folder / "b.yaml").write_text(f"{LEAST}fonts: {{family: Prova, regular: f.ttf}}\n", "utf-8")
    told = command("brand", "check", "b.yaml", "--lang", "en")
    assert "Prova: regular" in told.out
    assert told.err == ""


@pytest.mark.parametrize("form", ["pdf", "html", "md"])
def test_a_report_takes_the_brand(command: Command, folder: Path, example: Path, form: str) -> None:
    done = command("--lang", "en", "report", "seven.yaml", "--brand", example, "-o", f"r.{form}")
    assert done.code == 0, done.err
    data = (folder / f"r.{form}").read_bytes()
    if form == "pdf":
        assert data.startswith(b"%PDF")
    else:
        assert "We work in three meetings" in data.decode()


def test_a_report_with_a_wrong_brand_is_not_written(command: Command, folder: Path) -> None:
    (folder / "wrong.yaml").write_text(WRONG, "utf-8")
    refused = command("report", "seven.yaml", "--brand", "wrong.yaml", "-o", "r.html")
    assert refused.code == 3
    assert "wrong.yaml:5:11: error[low-contrast]" in refused.err
    assert not (folder / "r.html").exists()


def test_own_sections_are_chosen_by_their_ids(command: Command, folder: Path, example: Path) -> None:
    def sections(*options: str) -> list[str]:
        done = command("report", "seven.yaml", "--brand", example, *options, "-o", "r.html", "--force")
        assert done.code == 0, done.err
        return re.findall(r'<section class="(\w+)', (folder / "r.html").read_text("utf-8"))

    assert sections("--sections", "our-method,board") == ["own", "board"]
    assert "own" not in sections("--short")
    refused = command("report", "seven.yaml", "--sections", "our-method", "-o", "r.html", "--force")
    assert refused.code == 2
    refused = command(
        "report", "seven.yaml", "--brand", example, "--sections", "x", "-o", "r.html", "--force"
    )
    assert "our-method" in refused.err


def test_the_schema_is_that_of_the_model(command: Command) -> None:
    """An editor that follows a stale schema marks good files as wrong; `make schemas` writes it anew."""
    assert json.loads(schema("brand").read_text("utf-8")) == json_schema("brand")
    assert command("brand", "schema").document == json_schema("brand")
    jsonschema.Draft202012Validator.check_schema(json_schema("brand"))


@pytest.mark.parametrize(
    "path", [*STARTERS, DOCS / "example-brand" / "brand.yaml"], ids=lambda path: path.name
)
def test_brands_follow_the_schema(path: Path) -> None:
    jsonschema.validate(document(path), json_schema("brand"))


@pytest.mark.parametrize(
    "change",
    [
        {"colours": {"accent": "teal"}},
        {"colours": {"accent": "#0b5568", "ramp": ["#ffffff"]}},
        {"logo": {"file": "/logo.svg"}},
        {"logo": {}},
        {"fonts": {"family": "x'", "regular": "r.ttf"}},
        {"fonts": {"family": "Prova"}},
        {"cover": ["x"] * 5},
        {"footers": "x"},
    ],
    ids=str,
)
def test_the_schema_refuses_what_the_program_refuses(change: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"format": 1, "name": "Studio", **change}, json_schema("brand"))
