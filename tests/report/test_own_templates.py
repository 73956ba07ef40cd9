"""Templates of a consultant's own: what they change and rely on, and what is said of those that are wrong."""

from __future__ import annotations

import dataclasses
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
import write_template_guide as guide

from alignment_maturity.errors import InvalidInput
from alignment_maturity.language import LANGUAGES, Lang, problems, templates
from alignment_maturity.model.brand import Brand, Font, Logo, OwnSection
from alignment_maturity.model.localised import Localised
from alignment_maturity.printing.own_templates import check
from alignment_maturity.report.html import fill_template, render_html, style_sheet
from alignment_maturity.report.pdf import render_pdf
from alignment_maturity.report.view import ReportOptions, view
from alignment_maturity.store.builtin import data_folder
from alignment_maturity.store.template_folders import our_templates, our_text, read_template_folder, starters
from report import own_templates as own
from report.own_templates import BOARD, PIXEL
from report.sample import case
from report.waves import comparison

ALL = ReportOptions(include_notes=True, program_version="1.2.3")
FONT = data_folder("report_templates") / "fonts" / "Inter-Bold.ttf"
NOTHING_CHANGED = {"report.css.j2": '{% extends "ours/report.css.j2" %}'}
SECTIONS = [name for name in our_templates() if "<section" in our_text(name)]


def test_a_file_stands_in_place_of_ours(tmp_path: Path) -> None:
    html = own.page(
        tmp_path, {"cover.html.j2": "<header><h1>{{ view.cover.organisation }} by us</h1></header>"}
    )
    assert "<header><h1>Rossi Componenti Srl by us</h1></header>" in html
    assert 'class="cover"' not in html.partition("</style>")[2]


def test_a_block_stands_in_place_of_ours_and_the_rest_stays(tmp_path: Path) -> None:
    html = own.board(tmp_path, "{{ super() }}<p>{{ board.moves | length }} moves, said twice</p>")
    assert "<p>2 moves, said twice</p>" in html
    assert '<ol class="moves">' in html
    assert '<ul class="figures">' in html


@pytest.mark.parametrize("block", ["heading", "body"])
@pytest.mark.parametrize("template", SECTIONS)
def test_every_section_can_be_changed_by_its_heading_and_its_body(template: str, block: str) -> None:
    """What the guide says of all sections."""
    assert block in [name for name, _ in guide.blocks(template)]


def test_a_folder_of_macros_need_hold_only_those_it_changes(tmp_path: Path) -> None:
    """Ours that come with a later version must not be missing then."""
    macro = '{% macro heading(h) %}<h2 id="{{ h.id }}">Chapter: {{ h.message }}</h2>{% endmacro %}'
    html = own.page(tmp_path, {"macros.html.j2": macro})
    assert html.count("<h2") == html.count(">Chapter: ") > 5
    assert html.count('<article class="card"') == 2


def test_templates_take_in_others_of_the_folder_and_ours(tmp_path: Path) -> None:
    files = {
        "parts/seal.html.j2": "<p>Sealed for {{ view.author }}</p>",
        "report.html.j2": '{% extends "ours/report.html.j2" %}{% block closing %}'
        '{% include "parts/seal.html.j2" %}{% include "ours/glossary.html.j2" %}{% endblock %}',
    }
    html = own.page(tmp_path, files)
    assert "</main>\n<p>Sealed for Rossi Componenti Srl</p>" in html
    assert html.count('<section class="glossary">') == 2


def test_rules_at_the_end_of_the_style_sheet(tmp_path: Path) -> None:
    sheet = '{% extends "ours/report.css.j2" %}{% block more %}h1 { color: {{ palette.ink }}; }{% endblock %}'
    told = own.folder(tmp_path, {"report.css.j2": sheet})
    assert style_sheet(told) == style_sheet() + "h1 { color: #16232c; }"


@pytest.mark.parametrize(
    "name", ["rich", "nothing", "sixty", "long-names", "notes", "workshop", "forty-steps"]
)
def test_ours_are_the_same_in_the_sandbox(name: str, tmp_path: Path) -> None:
    """A folder that changes one rule must change nothing else, and none of our templates may be refused."""
    told = own.folder(tmp_path, NOTHING_CHANGED)
    seen = view(case(name), "it", options=ALL)
    assert fill_template(seen, told) == fill_template(seen)


def test_the_pages_on_progress_are_the_same_in_the_sandbox(tmp_path: Path) -> None:
    told = own.folder(tmp_path, NOTHING_CHANGED)
    found = comparison("two")
    seen = view(found.after, "en", options=ALL, progress=found)
    assert fill_template(seen, told) == fill_template(seen)
    assert style_sheet(told) == style_sheet()


def test_a_brand_and_templates_go_together(tmp_path: Path) -> None:
    """Logo, font and sections of the brand pass through the sandbox unchanged."""
    told = own.folder(tmp_path, NOTHING_CHANGED)
    words = Localised("Bianchi & C.")
    brand = Brand(
        "Bianchi",
        logo=Logo(PIXEL, "image/png", words, 40, 10),
        font=Font("Acme", {"regular": FONT.read_bytes()}, 1.0),
        contact=(words,),
        own_sections=(
            OwnSection(id="us", title=words, text=Localised("# We\n\n- one\n\n| a |\n| --- |\n| b |")),
        ),
    )
    plain = render_html(case("rich"), "en", ReportOptions(brand=brand))
    assert render_html(case("rich"), "en", ReportOptions(brand=brand, templates=told)) == plain
    assert 'src="data:image/png;base64,' in plain


def test_ours_alone_need_no_sandbox() -> None:
    """Counting and looking through the page take time, and whoever has no templates has nothing to fear."""
    program = (
        "import sys; from report.sample import case; from alignment_maturity.report.html import render_html;"
        "render_html(case('rich'), 'en'); print('jinja2.sandbox' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert told.stdout == "False\n"


# --- the guide ------------------------------------------------------------------------------------


def examples() -> Iterator[tuple[str, str, str]]:
    """Go through the name, the file and the text of each example of the guide."""
    page = guide.PAGE.read_text(encoding="utf-8")
    for name, text in re.findall(r"<!-- example: (\w+) -->\n```[\w+]+\n(.*?)```", page, flags=re.DOTALL):
        yield name, re.findall(r"{# file: (\S+) #}", text)[0], text


def example(name: str, place: Path) -> ReportOptions:
    """Return options with an example of the guide, its picture and its font."""
    files: dict[str, str | bytes] = {file: text for told, file, text in examples() if told == name}
    beside = {"logo.png": PIXEL, "fonts/Acme.ttf": FONT.read_bytes()}
    return ReportOptions(templates=own.folder(place, files | beside))


def test_the_example_of_a_cover(tmp_path: Path) -> None:
    html = render_html(case("rich"), "en", example("cover", tmp_path))
    assert html.count('<img src="data:image/png;base64,iVBOR') == 1
    assert 'alt="Bianchi Consulting"' in html
    assert "Rossi Componenti Srl" in html


def test_the_example_of_a_paragraph_above_the_plan(tmp_path: Path) -> None:
    html = render_html(case("rich"), "en", example("paragraph", tmp_path))
    words = "Rossi Componenti Srl and Bianchi Consulting go through these actions together every month."
    assert html.index('<h2 id="steps"') < html.index(words) < html.index('<article class="card"')


def test_the_example_of_fonts_and_colours(tmp_path: Path) -> None:
    html = render_html(case("rich"), "en", example("style", tmp_path))
    assert 'font-family: "Acme"; font-weight: 700; src: url(data:font/ttf;base64,' in html
    assert ":root { --accent: #7a1f3d; }" in html


def test_the_examples_on_paper(tmp_path: Path) -> None:
    """The picture is drawn, the font is embedded, and nothing is complained of."""
    beside = {"logo.png": PIXEL, "fonts/Acme.ttf": FONT.read_bytes()}
    files: dict[str, str | bytes] = {file: text for _, file, text in examples()} | beside
    options = ReportOptions(sections=("cover", "plan"), templates=own.folder(tmp_path, files))
    printed = render_pdf(case("rich"), "en", options)
    assert printed.messages == ()
    with pikepdf.open(io.BytesIO(printed.data)) as file:
        assert file.check_pdf_syntax() == []
        streams = [thing for thing in file.objects if isinstance(thing, pikepdf.Stream)]
        assert [picture.Width for picture in streams if picture.get("/Subtype") == "/Image"] == [1]
        fonts = {str(font.BaseFont) for page in file.pages for font in page.resources.Font.values()}
        assert any("Acme" in font for font in fonts), fonts


def test_the_reference_of_the_guide_is_current() -> None:
    """`make guide` writes it; a consultant has nothing else to go by."""
    text = guide.PAGE.read_text(encoding="utf-8")
    assert text == guide.page(text)


def test_every_attribute_of_the_view_is_explained() -> None:
    assert guide.undocumented() == ()


def test_what_was_promised_is_still_there() -> None:
    """A template written last year must work next year; `make guide` adds what is new to the promise."""
    assert guide.promised() == set(guide.names())


def test_the_view_offers_data_only() -> None:
    """What templates of strangers reach must not do anything when it is called."""
    for kind in guide.classes():
        assert dataclasses.is_dataclass(kind)
        members = [name for name in vars(kind) if not name.startswith("_")]
        methods = {name for name in members if callable(getattr(kind, name))}
        assert methods <= {"tint_of"}, kind


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_templates_to_start_from_work(lang: Lang, tmp_path: Path) -> None:
    told = own.folder(tmp_path, dict(starters(lang)))
    assert check(told) == ()
    html = render_html(case("rich"), lang, ReportOptions(templates=told))
    assert ("prossimo incontro" if lang == "it" else "next meeting") in html
    assert ".lead { font-style: italic; }" in html


# --- what is wrong --------------------------------------------------------------------------------


WRONG: list[tuple[dict[str, str | bytes], list[str]]] = [
    ({"board.html.j2": "{% blok x %}"}, ["board.html.j2:1:4 template-tag"]),
    ({"board.html.j2": "a\n{% for x in view.sections %}\n"}, ["board.html.j2:2:4 template-unclosed"]),
    ({"board.html.j2": "{% if a %}{% endfor %}"}, ["board.html.j2:1:4 template-unclosed"]),
    ({"board.html.j2": "a\nb {{ a b }}"}, ["board.html.j2:2:1 template-syntax"]),
    ({"board.html.j2": "{{ 'a' | uper }}"}, ["board.html.j2:1:10 template-filter"]),
    ({"board.html.j2": "{{ 1 is evn }}"}, ["board.html.j2:1:9 template-test"]),
    ({"board.html.j2": '{% include "covr.html.j2" %}'}, ["board.html.j2:1:13 template-unknown"]),
    ({"board.html.j2": '{% extends "board.html.j2" %}'}, ["board.html.j2:1:13 template-of-itself"]),
    (
        {"board.html.j2": '{% extends "ours/board.html.j2" %}\n{% block boddy %}{% endblock %}'},
        ["board.html.j2:2:10 template-block"],
    ),
    ({"bord.html.j2": "x"}, ["bord.html.j2:0:0 template-idle"]),
    ({"board.html": "x", **NOTHING_CHANGED}, ["board.html:0:0 template-ending"]),
    ({"board.html.j2": "{{ view.bord.lead }}"}, ["board.html.j2:1:9 template-no-part"]),
    ({"board.html.j2": "{{ veiw.board }}"}, ["board.html.j2:1:4 template-undefined"]),
    ({"board.html.j2": "a\n\n  {{ view.board }}"}, ["board.html.j2:3:3 template-not-a-text"]),
    ({"board.html.j2": "{{ view.board.moves }}"}, ["board.html.j2:1:1 template-not-a-text"]),
    ({"board.html.j2": "{{ view.matrix and none }}"}, ["board.html.j2:1:1 template-not-a-text"]),
    ({"board.html.j2": "{{ 1 / 0 }}"}, ["board.html.j2:1:1 template-error"]),
    ({"board.html.j2": "{{ view.lang() }}"}, ["board.html.j2:1:1 template-error"]),
    ({"board.html.j2": "{{ m.heading() }}"}, ["board.html.j2:1:1 template-error"]),
    ({"board.html.j2": '{{ data_uri("logo.png") }}'}, ["board.html.j2:1:14 template-resource-missing"]),
    (
        {"board.html.j2": '{{ data_uri("logo.gif") }}', "logo.gif": "GIF89a"},
        ["board.html.j2:1:14 template-resource-kind"],
    ),
    ({"board.html.j2": "{{ " + "(" * 5000}, ["board.html.j2:1:1 template-error"]),
    ({"board.html.j2": "{{ " + "9" * 5000 + " }}"}, ["board.html.j2:1:1 template-error"]),
    (
        {"board.html.j2": "{% for a in 'a' %}" * 25 + "{% endfor %}" * 25},
        ["board.html.j2:1:1 template-error"],
    ),
    (
        {"board.html.j2": "{% block a %}{% endblock %}\n{% block a %}{% endblock %}"},
        ["board.html.j2:2:1 template-syntax"],
    ),
]


@pytest.mark.parametrize(
    ("files", "said"),
    WRONG,
    ids=[f"{number}-{said[0].split()[-1]}" for number, (_, said) in enumerate(WRONG)],
)
def test_what_is_wrong_is_told_with_its_place(
    files: dict[str, str | bytes], said: list[str], tmp_path: Path
) -> None:
    assert own.told(tmp_path, files) == said


def test_a_macro_that_takes_too_little_shows_where_ours_calls_it(tmp_path: Path) -> None:
    macro = "{% macro card(c) %}{% endmacro %}"
    line = our_text("steps.html.j2").split("\n").index("{{ m.card(card, view.words) }}") + 1
    assert own.told(tmp_path, {"macros.html.j2": macro}) == [f"ours/steps.html.j2:{line}:1 template-error"]


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "board.html.j2": '{% include "a.html.j2" %}\n{{ x._y }}',
        "cover.html.j2": "{% if %}",
        "steps.html.j2": "{{ x | safe }}",
    }
    assert own.told(tmp_path, files) == [
        "board.html.j2:1:13 template-unknown",
        "board.html.j2:2:6 template-forbidden",
        "cover.html.j2:1:1 template-syntax",
        "steps.html.j2:1:8 template-filter",
    ]


def test_a_slip_is_recognised(tmp_path: Path) -> None:
    said = [
        problems.describe(problem, "en")
        for problem in own.problems(
            tmp_path,
            {
                "board.html.j2": '{% extends "ours/board.html.j2" %}{% block movs %}{% endblock %}'
                "{{ 1 | uper }}",
                "covr.html.j2": "x",
            },
        )
    ]
    assert ["did you mean `moves`?" in said[0], "did you mean `upper`?" in said[1]] == [True, True]
    assert "did you mean `cover.html.j2`?" in said[2]


def test_a_template_of_one_s_own_that_is_not_used_yet_is_a_warning(tmp_path: Path) -> None:
    told = own.folder(tmp_path, {**NOTHING_CHANGED, "signatures.html.j2": "x"})
    assert [(problem.code, problem.warning) for problem in check(told)] == [("template-idle", True)]


def test_one_that_may_be_missing_may_be_missing(tmp_path: Path) -> None:
    assert own.board(tmp_path, '{% include "later.html.j2" ignore missing %}')


def test_a_folder_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "empty").mkdir()
    assert refusal(tmp_path / "nowhere") == ["template-folder-missing"]
    assert refusal(tmp_path / "file") == ["template-folder-a-file"]
    assert refusal(tmp_path / "empty") == ["no-template"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"caf\xe9", "not-utf-8"),
        (b"\xff\xfea\0", "other-encoding"),
        (b"a\0b", "binary-file"),
        (b"%PDF-1.7", "template-not-a-template"),
        (b"a\x07b", "control-character"),
        (b"a" * (2**20 + 1), "template-file-too-large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_text_is_no_template(content: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "cover.html.j2").write_bytes(content)
    assert refusal(tmp_path) == [code]


def test_pictures_and_fonts_have_a_limit(tmp_path: Path) -> None:
    (tmp_path / "board.html.j2").write_text("x")
    (tmp_path / "a.png").write_bytes(bytes(5 * 2**20 + 1))
    assert refusal(tmp_path) == ["template-file-too-large"]
    for name in "abcde":
        (tmp_path / f"{name}.png").write_bytes(bytes(5 * 2**20))
    assert refusal(tmp_path) == ["template-folder-too-large"]


def test_the_home_folder_named_by_mistake_is_not_gone_through(tmp_path: Path) -> None:
    for number in range(1001):
        (tmp_path / f"{number}.txt").touch()
    assert refusal(tmp_path) == ["template-folder-too-many"]


def test_no_folder_can_pass_for_ours(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "board.html.j2").write_text("x")
    assert refusal(tmp_path) == ["template-folder-reserved"]


def test_the_hash_of_a_folder_is_that_of_all_it_holds(tmp_path: Path) -> None:
    """A report says by it which templates it was made with."""
    first = own.folder(tmp_path, {**NOTHING_CHANGED, "logo.png": PIXEL}).sha256
    assert read_template_folder(tmp_path).sha256 == first
    assert own.folder(tmp_path, {"logo.png": PIXEL + b"\0"}).sha256 != first


def test_every_sentence_can_be_said() -> None:
    """In both languages, with the values that come with its code."""
    values = dict.fromkeys(
        ("name", "limit", "format", "reason", "parent", "kind", "known", "operator", "found"), "x"
    )
    for phrase in (*templates.PROBLEMS.values(), *templates.HINTS.values()):
        for lang in LANGUAGES:
            assert phrase.fill(lang, **values, suggestion=guide_word())


def guide_word() -> object:
    from alignment_maturity.model.findings import Suggestion

    return Suggestion("bord", ("board",))


def refusal(place: Path) -> list[str]:
    with pytest.raises(InvalidInput) as refused:
        read_template_folder(place)
    return [problem.code for problem in refused.value.problems]


def test_boards_are_made_of_what_they_extend() -> None:
    """What the other tests rely on."""
    assert "{% block moves %}" in our_text("board.html.j2")
    assert BOARD.count("\n") == 2
