"""The charts: inside their frame, legible, and not by colour alone."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
import operator
from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.printing.palette import PALETTE
from alignment_maturity.report import charts
from alignment_maturity.report.charts.slopes import spread
from alignment_maturity.report.charts.time_axis import TimeAxis
from alignment_maturity.report.drawing import Drawing, Shape, number, width_of, wrap
from alignment_maturity.report.view import view
from alignment_maturity.report.voice import Voice
from alignment_maturity.result import Assessment
from report.benchmarks import BENCHMARKS
from report.sample import CASES, LONG, WIDE, answers, case, example, instrument, leaning, result
from report.told import options_of, reported
from report.waves import WAVES, comparison

READABLE = 4.5


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [*CASES, *WAVES, *BENCHMARKS])
def test_nothing_is_drawn_outside_the_picture(name: str, lang: Lang) -> None:
    """What lies outside is cut off on paper."""
    for drawing in _drawings(name, lang):
        width, height = float(drawing.width), float(drawing.height)
        for shape in drawing.shapes:
            left, upper, right, lower = _extent(shape)
            assert -0.1 <= left <= right <= width + 0.1, (drawing.title, shape)
            assert -0.1 <= upper <= lower <= height + 0.1, (drawing.title, shape)


@pytest.mark.parametrize("levels", range(2, 10))
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_length_of_scale_can_be_drawn(levels: int, lang: Lang) -> None:
    questionnaire = instrument(levels=levels, dimensions=1 + levels % 9, questions=10)
    people = {"marketing": 5, "sales": 5}
    means = {"marketing": levels * 0.7, "sales": levels * 0.4}
    voice = Voice(result(questionnaire, answers(people, leaning(means, levels), questionnaire)), lang)
    ladder, radar, chances = (
        charts.ladder(voice, measures=True),
        charts.radar(voice),
        charts.chances(voice),
    )
    assert chances is not None
    if radar is not None:
        rings = [shape.text for shape in radar.shapes if shape.text.isdigit()]
        assert rings == [str(level) for level in range(1, levels + 1)]
    assert _count(ladder, "rect") == levels + 1
    assert _count(chances, "rect") == levels
    here = [shape.text for shape in ladder.shapes if shape.text in {"Siete qui", "You are here"}]
    assert len(here) == 1


def test_attained_steps_carry_a_tick_and_the_others_an_outline() -> None:
    """Printed in grey, or seen by a colour-blind reader, the ladder says the same."""
    drawing = charts.ladder(Voice(case("rich"), "en"), plain=True)
    ticked = [shape.text for shape in drawing.shapes if shape.kind == "text"]
    assert ticked == ["1 ✓", "2 ✓", "3", "4", "5"]
    outlined = ["stroke-dasharray" in shape.attributes for shape in drawing.shapes if shape.kind == "rect"]
    assert outlined == [False, False, True, True, True]


@pytest.mark.parametrize(
    ("dimensions", "drawn"), [(1, False), (2, False), (3, True), (9, True), (12, True), (13, False)]
)
def test_a_radar_has_three_to_twelve_spokes(dimensions: int, drawn: bool) -> None:
    """With two spokes there is no wheel, and with twenty nobody reads it."""
    radar = charts.radar(Voice(_wheel(dimensions), "en"))
    assert (radar is not None) == drawn
    if radar is not None:
        spokes = [shape for shape in _of(radar, "line") if "stroke-dasharray" not in shape.attributes]
        assert len([shape for shape in spokes if shape.attributes["stroke"] == PALETTE.line]) == dimensions


def test_the_two_functions_are_told_apart_by_line_and_mark() -> None:
    """Printed in grey, or seen by a colour-blind reader, the radar says the same."""
    drawing = charts.radar(Voice(case("rich"), "en"))
    assert drawing is not None
    dimensions = len(case("rich").dimensions)
    dashed = [shape for shape in _of(drawing, "line") if "stroke-dasharray" in shape.attributes]
    diamonds = [shape for shape in _of(drawing, "polygon") if shape.attributes.get("stroke") == PALETTE.ink]
    assert len(dashed) == len(diamonds) == len(_of(drawing, "circle")) == dimensions + 1
    assert {shape.attributes["fill"] for shape in diamonds} == {"none"}
    assert {shape.text for shape in drawing.shapes} >= {"Marketing", "Sales"}


@pytest.mark.parametrize("name", ["one-function", "ungrouped", "hidden-compared", "no-comparison"])
def test_without_two_functions_the_radar_is_that_of_everybody(name: str) -> None:
    drawing = charts.radar(Voice(case(name), "it"))
    assert drawing is not None
    assert len(_of(drawing, "circle")) == len(case(name).dimensions)
    assert not [shape for shape in drawing.shapes if "stroke-dasharray" in shape.attributes]
    assert "Vendite" not in drawing.title + drawing.description


def test_where_overall_figures_are_withheld_too_there_is_no_radar() -> None:
    """A line drawn from hidden figures could be measured with a ruler."""
    hidden = case("hidden-compared")
    dimensions = tuple(dataclasses.replace(dimension, index=None) for dimension in hidden.dimensions)
    assert charts.radar(Voice(dataclasses.replace(hidden, dimensions=dimensions), "it")) is None


def test_a_dimension_nobody_answered_leaves_a_gap_in_the_line() -> None:
    """Joined across the gap, the line would show a level that nobody gave."""
    drawing = charts.radar(Voice(case("silent-dimension"), "en"))
    assert drawing is not None
    assert len(_of(drawing, "circle")) == 3 + 1
    solid = [shape for shape in _of(drawing, "line") if shape.attributes["stroke"] == PALETTE.accent]
    assert len(solid) == 2 + 1
    assert "Data: Marketing –, Sales –" in drawing.description


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("dimensions", range(3, 13))
def test_names_round_the_radar_touch_neither_one_another_nor_the_wheel(
    dimensions: int, long: bool, lang: Lang
) -> None:
    """Names of eighty characters are common where questionnaires were committees' work."""
    radar = charts.radar(Voice(_wheel(dimensions, long=long), lang))
    assert radar is not None
    names = [shape for shape in radar.shapes if shape.attributes.get("font-size") == "10"]
    boxes = [_extent(shape) for shape in names]
    for one, other in combinations(boxes, 2):
        beside = one[2] <= other[0] or other[2] <= one[0]
        assert beside or one[3] <= other[1] or other[3] <= one[1], (one, other)
    ring = max(_of(radar, "polygon"), key=lambda shape: _extent(shape)[2] - _extent(shape)[0])
    corners = [tuple(map(float, corner.split(","))) for corner in ring.attributes["points"].split()]
    hub = 330.0, sum(down for _, down in corners) / dimensions
    radius = math.dist(corners[0], hub)
    for left, upper, right, lower in boxes:
        nearest = min(max(hub[0], left), right), min(max(hub[1], upper), lower)
        assert math.dist(nearest, hub) >= radius * math.cos(math.pi / dimensions)


def test_the_radar_tells_its_figures() -> None:
    voice = Voice(case("rich"), "it")
    drawing = charts.radar(voice)
    assert drawing is not None
    first = case("rich").dimensions[0]
    told = ", ".join(
        f"{voice.group(group)} {voice.decimal(voice.on_scale((first.by_group[group] or 0) / 100))}"
        for group in ("marketing", "sales")
    )
    assert drawing.description.startswith(f"Strategia: {told}; ")
    assert drawing.title.startswith("Una ruota con quattro raggi")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [*CASES, *WAVES, *BENCHMARKS])
def test_each_chart_tells_its_figures_to_those_who_cannot_see_it(name: str, lang: Lang) -> None:
    for drawing in _drawings(name, lang):
        assert drawing.title.endswith(".")
        assert drawing.description


def test_a_radar_of_nothing_is_not_drawn() -> None:
    assert charts.radar(Voice(case("nothing"), "en")) is None


HOLLOW, HALF, HATCHED = (PALETTE.paper,), (PALETTE.paper, PALETTE.accent), (PALETTE.tints[1],)


@pytest.mark.parametrize(
    ("company", "key", "bars"),
    [
        ("fonderie-castelrosso", [HALF, HATCHED], [HALF, HALF, HATCHED, HALF, HATCHED]),
        ("idrovalle-componenti", [HOLLOW, HALF], [HALF, HALF, HALF, HOLLOW]),
    ],
)
def test_every_action_has_its_bar_and_its_owner_is_told_without_colour(
    company: str, key: list[tuple[str, ...]], bars: list[tuple[str, ...]]
) -> None:
    """Hollow, half and half, hatched: printed in grey the roadmap says the same."""
    told = view(example(company), "en").roadmap
    assert told is not None
    (drawing,) = told.drawings
    ranks = [shape.text for shape in drawing.shapes if shape.attributes.get("font-size") == "11"]
    assert ranks == [str(rank) for rank in range(1, len(bars) + 1)]
    boxes = [shape.attributes["fill"] for shape in drawing.shapes if shape.kind == "rect"]
    assert boxes == [fill for bar in [*key, *bars] for fill in bar]
    arrows = [shape for shape in drawing.shapes if shape.kind == "polygon"]
    assert len(arrows) == sum(len(step.requires) for step in example(company).plan.steps)


def test_a_long_roadmap_goes_on_in_further_drawings() -> None:
    """Forty bars in one drawing would be cut at the foot of the page."""
    told = view(case("forty-steps"), "en").roadmap
    assert told is not None
    ranks = [
        [int(shape.text) for shape in drawing.shapes if shape.attributes.get("font-size") == "11"]
        for drawing in told.drawings
    ]
    assert ranks == [list(range(1, 21)), list(range(21, 41))]
    assert all(float(drawing.height) < 700 for drawing in told.drawings)
    beside = {shape.text for shape in told.drawings[1].shapes if shape.text.startswith("after ")}
    waiting = [step for step in case("forty-steps").plan.steps[20:] if step.requires]
    assert beside
    assert len(beside) <= len(waiting)


@pytest.mark.parametrize(
    ("days", "ticks"),
    [
        (1, ["23 Nov", "30 Nov", "7 Dec", "14 Dec"]),
        (120, ["Dec 2026", "Jan 2027", "Feb", "Mar"]),
        (400, ["Jan 2027", "Apr", "Jul", "Oct"]),
        (3650, ["2028", "2030", "2032", "2034"]),
        (365_000, ["2200", "2400", "2600"]),
    ],
)
def test_the_axis_of_time_goes_from_days_to_centuries(days: int, ticks: list[str]) -> None:
    start = dt.date(2026, 11, 23)
    axis = TimeAxis(start, start + dt.timedelta(days - 1), 236, 656)
    labels = [label.replace("\N{NO-BREAK SPACE}", " ") for _, label in axis.ticks("en")]
    assert labels[: len(ticks)] == ticks
    places = [place for place, _ in axis.ticks("en")]
    assert all(after - before >= 40 for before, after in pairwise(places))


def test_the_horizons_stand_where_they_fall() -> None:
    start = dt.date(2026, 11, 23)
    voice = Voice(case("rich"), "en")
    year = TimeAxis(start, dt.date(2027, 7, 30), 236, 656)
    assert [marker.lines[0] for marker in year.markers(voice)] == [
        "start", "30 days", "60 days", "90 days", "180 days", "end",
    ]  # fmt: skip
    decade = TimeAxis(start, dt.date(2036, 11, 23), 236, 656)
    assert [marker.lines[0] for marker in decade.markers(voice)] == ["start", "end"]
    last = TimeAxis(dt.date(9999, 12, 20), dt.date.max, 236, 656)
    assert last.markers(voice)
    assert last.ticks("en")


def test_marks_do_not_cover_one_another_nor_the_names_of_the_quadrants() -> None:
    """Where three actions take and give the same, a reader still finds each."""
    voice = Voice(case("rich"), "en")
    marks = [charts.Mark(str(rank), 5, 8.0, in_plan=True) for rank in range(1, 41)]
    marks += [charts.Mark("a", 1, 0.0, in_plan=False), charts.Mark("b", 9, 16.0, in_plan=False)]
    shapes = charts.matrix(voice, marks).shapes
    circles = [shape for shape in shapes if shape.kind == "circle"]
    discs = [_extent(shape) for shape in circles if float(shape.attributes["r"]) > 5]
    assert len(discs) == 42
    names = [_extent(shape) for shape in shapes if shape.attributes.get("font-size") == "10.5"]
    assert len(names) == 4
    centres = [((left + right) / 2, (upper + lower) / 2) for left, upper, right, lower in discs]
    assert all(math.dist(one, other) >= 19 for one, other in combinations(centres, 2))
    for left, upper, right, lower in names:
        assert not any(left < x < right and upper < y < lower for x, y in centres)
    assert charts.matrix(voice, marks) == charts.matrix(voice, marks)


@pytest.mark.parametrize(
    ("efforts", "logarithmic"), [((0.25, 2000), True), ((3, 14), False), ((5, 5), False), ((1, 20), False)]
)
def test_efforts_that_lie_far_apart_get_a_logarithmic_axis(
    efforts: tuple[float, float], logarithmic: bool
) -> None:
    marks = [
        charts.Mark(str(rank), effort, 4.0 * rank, in_plan=True)
        for rank, effort in enumerate(efforts, start=1)
    ]
    drawing = charts.matrix(Voice(case("rich"), "en"), marks)
    axis = [shape.text for shape in drawing.shapes if shape.text.startswith("effort in")]
    assert axis == [f"effort in person-days{', logarithmic scale' if logarithmic else ''} →"]


def test_what_fell_is_told_without_colour() -> None:
    """A question that fell is hollow and to the left; a dimension that fell is dashed, with a sign."""
    found = comparison("sixty-twice")
    voice = Voice(found.after, "en")
    slopes = charts.slopes(voice, found)
    assert slopes is not None
    fallen = comparison("fallen")
    down = charts.slopes(Voice(fallen.after, "en"), fallen)
    assert down is not None
    assert _count(down, "circle") == 2 * len(fallen.dimensions)
    assert sum("stroke-dasharray" in shape.attributes for shape in down.shapes) == len(fallen.dimensions)
    assert sum("▼" in shape.text for shape in down.shapes) == len(fallen.dimensions)
    assert not any("▼" in shape.text for shape in slopes.shapes)


@pytest.mark.parametrize(
    ("places", "moved"),
    [
        ([], []),
        ([5.0], [5.0]),
        ([0.0, 100.0], [0.0, 100.0]),
        ([10.0, 10.0], [5.0, 15.0]),
        ([30.0, 10.0, 12.0], [30.0, 6.0, 16.0]),
        ([10.0, 12.0, 21.0], [14.333, 24.333, 4.333]),
    ],
)
def test_labels_that_would_touch_move_apart(places: list[float], moved: list[float]) -> None:
    spread_ = spread(places, 10)
    assert sorted(spread_) == pytest.approx(sorted(moved), abs=0.01)
    order = sorted(range(len(places)), key=lambda at: places[at])
    assert [spread_[at] for at in order] == sorted(spread_)


def test_tints_go_from_light_to_dark_and_text_on_them_can_be_read() -> None:
    """An order of lightness survives grey printers and every kind of colour blindness."""
    lightness = [_luminance(tint) for tint in PALETTE.tints]
    assert lightness == sorted(lightness, reverse=True)
    assert len(PALETTE.on_tints) == len(PALETTE.tints)
    for tint, ink in zip(PALETTE.tints, PALETTE.on_tints, strict=True):
        assert _contrast(tint, ink) >= READABLE


@pytest.mark.parametrize("blindness", ["protanopia", "deuteranopia", "tritanopia"])
def test_the_ramp_keeps_its_order_for_the_colour_blind(blindness: str) -> None:
    """One man in twelve sees the heat map like this."""
    seen = [_luminance(_as_seen(tint, BLINDNESS[blindness])) for tint in PALETTE.tints]
    assert all(lighter > 1.05 * darker for lighter, darker in pairwise(seen))
    for tint, ink in zip(PALETTE.tints, PALETTE.on_tints, strict=True):
        both = [_as_seen(colour, BLINDNESS[blindness]) for colour in (tint, ink)]
        assert _contrast(*both) >= READABLE


@pytest.mark.parametrize("ground", [PALETTE.paper, PALETTE.panel])
@pytest.mark.parametrize("ink", [PALETTE.ink, PALETTE.muted, PALETTE.accent])
def test_text_can_be_read_on_paper_and_in_boxes(ink: str, ground: str) -> None:
    assert _contrast(ink, ground) >= READABLE


@pytest.mark.parametrize("top", range(2, 10))
def test_the_lowest_and_the_highest_level_have_the_outermost_tints(top: int) -> None:
    tints = [PALETTE.tint_of(level, top) for level in range(1, top + 1)]
    assert tints[0] == 0
    assert tints[-1] == len(PALETTE.tints) - 1
    assert tints == sorted(set(tints))


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("short", ("short",)),
        ("two long words", ("two long", "words")),
        ("", ("",)),
        ("Disallineamentissimo", ("Disallinea-", "mentissimo")),
        ("one two three four five six", ("one two", "three four", "five six")),
    ],
)
def test_text_is_broken_to_fit(words: str, lines: tuple[str, ...]) -> None:
    assert wrap(words, 10, 62, 3) == lines
    assert all(width_of(line, 10) <= 62 for line in lines)


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    """A name cut without a sign would pass for another name."""
    lines = wrap("Coordinamento interfunzionale delle attività commerciali", 10, 80, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert width_of(lines[-1], 10) <= 80


@pytest.mark.parametrize(
    ("value", "written"), [(1.0, "1"), (1.25, "1.25"), (1.256, "1.26"), (-0.001, "0"), (660, "660")]
)
def test_coordinates_are_written_alike_everywhere(value: float, written: str) -> None:
    assert number(value) == written


def _drawings(name: str, lang: Lang) -> Iterator[Drawing]:
    """Go through all charts of a case, or of a comparison."""
    result, found = reported(name)
    told = view(result, lang, options=options_of(name), progress=found)
    yield told.cover.drawing
    yield told.board.drawing
    yield told.ladder.drawing
    drawings = [account.drawing for account in told.method.accounts]
    drawings += [section.drawing for section in (told.profile, told.matrix) if section]
    drawings += told.roadmap.drawings if told.roadmap else ()
    if told.progress and told.changes:
        drawings += [told.progress.overall, told.progress.dimensions, told.changes.questions]
    if told.benchmark:
        drawings += [told.benchmark.drawing, told.benchmark.levels]
    yield from (drawing for drawing in drawings if drawing)


BLINDNESS = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""How linear red, green and blue are seen (Machado, Oliveira and Fernandes 2009, severity 1)."""


def _as_seen(colour: str, matrix: tuple[tuple[float, ...], ...]) -> str:
    """Return a colour as somebody sees it who lacks a kind of cones."""
    linear = _linear(colour)
    seen = [min(max(sum(map(operator.mul, row, linear)), 0.0), 1.0) for row in matrix]
    encoded = [12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055 for light in seen]
    return "#" + "".join(f"{round(255 * light):02x}" for light in encoded)


def _wheel(dimensions: int, *, long: bool = False) -> Assessment:
    """Return answers on so many dimensions, seen differently by two functions."""
    questionnaire = instrument(dimensions=min(dimensions, 9), questions=2 * dimensions)
    questionnaire["dimensions"] += [
        {"id": f"d{at}", "name": f"Dimensione {at}"} for at in range(9, dimensions)
    ]
    for at, question in enumerate(questionnaire["questions"]):
        question["dimension"] = f"d{at % dimensions}"
    if long:
        for at, dimension in enumerate(questionnaire["dimensions"]):
            dimension["name"] = f"{LONG[:78]} {at}" if at % 3 else WIDE[:80]
    people = {"marketing": 3, "sales": 3}
    return result(questionnaire, answers(people, leaning({"marketing": 3.2, "sales": 1.9}), questionnaire))


def _of(drawing: Drawing, kind: str) -> list[Shape]:
    return [shape for shape in drawing.shapes if shape.kind == kind]


def _count(drawing: Drawing, kind: str) -> int:
    return len(_of(drawing, kind))


def _extent(shape: Shape) -> tuple[float, float, float, float]:
    """Return left, upper, right and lower edge; of text by its estimated width."""
    at = shape.attributes
    if shape.kind == "polygon":
        places = [tuple(map(float, corner.split(","))) for corner in at["points"].split()]
        across, down = zip(*places, strict=True)
        return min(across), min(down), max(across), max(down)
    if shape.kind == "circle":
        x, y, radius = float(at["cx"]), float(at["cy"]), float(at["r"])
        return x - radius, y - radius, x + radius, y + radius
    if shape.kind == "line":
        across, down = (float(at["x1"]), float(at["x2"])), (float(at["y1"]), float(at["y2"]))
        return min(across), min(down), max(across), max(down)
    x, y = float(at["x"]), float(at["y"])
    if shape.kind == "rect":
        return x, y, x + float(at["width"]), y + float(at["height"])
    size = float(at["font-size"])
    wide = width_of(shape.text, size, bold=at.get("font-weight") == "600")
    left = x - wide * {"middle": 0.5, "end": 1.0}.get(at.get("text-anchor", "start"), 0.0)
    return left, y - 0.8 * size, left + wide, y + 0.25 * size


def _luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> list[float]:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    ]


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
