"""Where an organisation stands among others, as a report says it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.model.benchmark import Benchmark, Quartiles
from alignment_maturity.report.benchmark import Place, Standing
from alignment_maturity.report.html import fill_template
from alignment_maturity.report.view import ReportOptions, view
from report.benchmarks import BENCHMARKS, among_others, benchmark
from report.sample import case, example
from report.told import from_html

from .test_view import _lines

GOLDEN = Path(__file__).parent / "golden"


def told(name: str, lang: Lang = "en", **options: Any) -> Any:
    result, found = among_others(name)
    return view(result, lang, options=ReportOptions(benchmark=found, **options))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_place_of_a_company_among_others_is_told_like_this(lang: Lang) -> None:
    """Every word of the page; to accept a new wording, write what the failure shows into the file."""
    lines = "\n".join(_lines(told("among-others", lang).benchmark)) + "\n"
    assert lines == (GOLDEN / f"benchmark.{lang}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", BENCHMARKS)
def test_every_case_has_a_message_and_no_holes(name: str, lang: Lang) -> None:
    page = told(name, lang).benchmark
    assert page.heading.message
    assert page.lead
    holes = {"None", "nan", "–%", "{", "}"}
    if name != "markup-among-others":
        assert not [line for line in _lines(page) if holes & set(line.split())]


@pytest.mark.parametrize(
    ("own", "place"),
    [
        (64, Place.TOP), (63, Place.UPPER), (53, Place.UPPER), (52, Place.MIDDLE), (51, Place.LOWER),
        (41, Place.LOWER), (40, Place.BOTTOM), (None, None),
    ],
)  # fmt: skip
def test_the_place_is_the_one_that_the_printed_figures_show(own: int | None, place: Place | None) -> None:
    """“Above three quarters” beside two equal numbers would look like a mistake."""
    found = Quartiles(lower=41, median=52, upper=63)
    assert Standing("x", own, found).place == place
    assert Standing("x", own, None).place is None


def test_where_all_are_alike_nobody_stands_out() -> None:
    same = Quartiles(lower=20, median=20, upper=20)
    assert Standing("x", 20, same).place is Place.MIDDLE


@pytest.mark.parametrize("name", ["among-others", "sixty-among-others", "hidden-among-others"])
def test_sentences_follow_from_the_figures(name: str) -> None:
    """Whoever reads the sentence and then the table must find the same."""
    page = told(name).benchmark
    text = " ".join(page.findings)
    indices = page.groups[0].rows[1:]
    for row in indices:
        own, lower, _, upper, place = (cell.text for cell in row.cells)
        outside = "–" not in {own, upper} and not int(lower) <= int(own) <= int(upper)
        assert (f"“{row.name}”" in text) == outside
        if outside:
            above = int(own) > int(upper)
            assert place == ("above three quarters" if above else "below three quarters")


def test_shares_of_levels_put_together_are_told_together() -> None:
    page = told("among-others").benchmark
    assert page.levels is not None
    assert page.levels.description == "1: 29%; 2: 40%; 3–4: 31%; 5: 0%"
    assert [shape.text for shape in page.levels.shapes if shape.text == "You are here"] == ["You are here"]
    result, found = among_others("among-others")
    higher = view(replace(result, level=3), "en", options=ReportOptions(benchmark=found)).benchmark
    assert higher is not None
    assert higher.findings[-1] == ("Level 3: 31% of the set stand at levels 3 to 4, 69% lower, 0% higher.")


def test_levels_that_would_tell_of_few_are_not_drawn() -> None:
    page = told("among-few").benchmark
    assert page.levels is None
    assert "one or two organisations stand alone" in " ".join(page.notes)
    assert not [finding for finding in page.findings if finding.startswith("Level")]


def test_with_bands_no_coverage_is_compared() -> None:
    """Where the index decides the level, coverage says nothing."""
    assert [group.name for group in told("bands-among-others").benchmark.groups] == ["Index, from 0 to 100"]


def test_who_is_in_the_set_and_who_is_not_is_said() -> None:
    notes = " ".join(told("among-others").benchmark.notes)
    assert "Three others are left out because all their placements are provisional" in notes
    assert "One other is left out because another version" in notes
    assert "Of those counted, one answered another version" in notes
    assert "No organisation of this one’s name was in the set." in notes
    own = view(case("rich"), "en", options=ReportOptions(benchmark=benchmark(case("rich")))).benchmark
    assert own is not None
    assert "has been taken out of it" in " ".join(own.notes)
    assert "provisional: a gate" not in " ".join(own.notes)


def test_a_provisional_placement_is_compared_with_a_caution() -> None:
    result, found = among_others("among-others")
    page = view(replace(result, provisional=True), "en", options=ReportOptions(benchmark=found)).benchmark
    assert page is not None
    assert page.cautions
    assert told("among-others").benchmark.cautions == ()


def test_every_number_of_the_page_is_own_or_of_the_whole_set() -> None:
    """A figure that is neither would be somebody else's."""
    result, found = among_others("among-others")
    (chapter,) = [
        each for each in from_html(fill_template(told("among-others"))) if each.label == "Benchmark"
    ]
    shown = {int(number) for number in re.findall(r"\d+", " ".join([*chapter.texts, *chapter.pictures]))}
    dumped = re.findall(r"\d+", found.model_dump_json())
    own = [result.index, *(each.index for each in result.dimensions)]
    allowed = {int(number) for number in dumped}
    allowed |= {round(index) for index in own if index is not None}
    allowed |= {round(100 * share) for share in result.coverage.values() if share is not None}
    below = [sum(band.organisations for band in found.levels[:end]) for end in range(5)]
    shares = {band.organisations for band in found.levels} | {
        above - under for under in below for above in below
    }
    allowed |= {round(100 * share / found.organisations) for share in shares}
    assert shown <= allowed | {0, 100, 10} | set(range(1, 6))


# --- where it stands ------------------------------------------------------------------------------------


def test_the_page_is_there_only_where_it_is_asked_for() -> None:
    result, found = among_others("among-others")
    assert view(result, "en").benchmark is None
    assert "benchmark" not in {heading.id for heading in view(result, "en").headings}
    headings = [heading.id for heading in told("among-others").headings]
    assert headings[:3] == ["board", "benchmark", "ladder"]
    short = view(result, "en", options=ReportOptions(short=True, benchmark=found))
    assert [heading.id for heading in short.headings][:2] == ["board", "benchmark"]


@pytest.mark.parametrize(
    ("sections", "order"),
    [
        (("method", "board", "ladder"), ["method", "board", "benchmark", "ladder"]),
        (("ladder", "benchmark"), ["ladder", "benchmark"]),
        (("cover", "ladder"), ["benchmark", "ladder"]),
        (("ladder",), ["benchmark", "ladder"]),
    ],
)
def test_it_stands_where_it_is_named_or_after_the_board(sections: tuple[str, ...], order: list[str]) -> None:
    assert [heading.id for heading in told("among-others", sections=sections).headings] == order


def test_its_words_are_in_the_glossary() -> None:
    page = told("among-others").glossary
    assert {"Quartile", "Median"} <= {entry.label for entry in page.entries}
    alone = view(example("idrovalle-componenti"), "en").glossary
    assert alone is not None
    assert {"Quartile", "Median"}.isdisjoint({entry.label for entry in alone.entries})


# --- the drawing ----------------------------------------------------------------------------------------


def test_the_drawing_marks_the_organisation_without_colour() -> None:
    """A diamond on a band, a line at the median, and the figure beside them."""
    result, found = among_others("among-others")
    drawing = told("among-others").benchmark.drawing
    diamonds = [shape for shape in drawing.shapes if shape.kind == "polygon"]
    with_figure = 1 + sum(each.index is not None for each in result.dimensions)
    assert len(diamonds) == with_figure + 1  # one in the legend
    bands = [shape for shape in drawing.shapes if shape.kind == "rect"]
    assert len(bands) == 1 + 1 + sum(each is not None for each in found.dimensions.values())
    assert f"Overall index: {round(result.index or 0)} here" in drawing.description


def test_more_dimensions_than_a_page_holds_are_left_to_the_table() -> None:
    result, found = among_others("among-others")
    many = replace(result, dimensions=result.dimensions * 8)
    page = view(many, "en", options=ReportOptions(sections=("benchmark",), benchmark=found)).benchmark
    assert page is not None
    assert page.drawing is None
    assert len(page.groups[0].rows) == 33


def test_levels_of_another_scale_are_not_drawn() -> None:
    """A record that somebody changed must not end the program that verifies it."""
    result, found = among_others("among-others")
    for levels in ((), found.levels[:2], found.levels[::-1]):
        other = Benchmark.model_validate(
            {**found.model_dump(), "levels": [each.model_dump() for each in levels]}
        )
        page = view(result, "en", options=ReportOptions(benchmark=other)).benchmark
        assert page is not None
        assert page.levels is None
