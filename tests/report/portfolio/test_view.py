"""What the comparative report says, word for word, and that it says nothing it should not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.language.report import PHRASES
from alignment_maturity.language.report import portfolio as language
from alignment_maturity.printing.palette import PALETTE
from alignment_maturity.report.drawing import Drawing, Shape, width_of
from alignment_maturity.report.portfolio.elements import Part, PortfolioView, Section, Table, TableLine
from alignment_maturity.report.portfolio.pdf import fill_template
from alignment_maturity.report.portfolio.view import view
from portfolios import gather
from report.portfolio.samples import DAY, LATEST, areas, cases, entries, portfolio, questionnaire

GOLDEN = Path(__file__).parent / "golden"
SOURCES = Path(language.__file__).parents[2] / "report"
CASES = tuple(cases())
each_case = pytest.mark.parametrize("name", CASES)
each_language = pytest.mark.parametrize("lang", LANGUAGES)


@cache
def told(name: str, lang: Lang) -> PortfolioView:
    """Return the view of a case, made once."""
    return view(cases()[name], lang, program_version="1.2.3", date=DAY)


@cache
def text_of(name: str, lang: Lang) -> tuple[str, ...]:
    """Return the lines of a page, drawings as they are told to those who can't see them."""
    reader = _Lines()
    reader.feed(fill_template(told(name, lang)))
    return tuple(reader.lines)


# What it says


@each_language
@pytest.mark.parametrize("name", ["nine", "sixty-one"])
def test_a_report_says_this(name: str, lang: Lang) -> None:
    """Every word of a small set and of one whose rows are not all listed.

    To accept a new wording, write what the failure shows into the file it names.
    """
    expected = (GOLDEN / f"{name}.{lang}.txt").read_text(encoding="utf-8")
    assert "\n".join(text_of(name, lang)) + "\n" == expected


@pytest.mark.parametrize(
    ("name", "lang", "message"),
    [
        ("one-at-the-top", "it", "Fonderie Castelrosso è al livello 5 di 5: Integrazione operativa"),
        ("two", "it", "Le due organizzazioni vanno dal livello 1 al livello 4 di 5"),
        ("three", "en", "Two of three organisations are at level 2 of 5 or below"),
        ("level-one", "it", "Tutte e 20 le organizzazioni sono al livello 1 di 5: Disallineamento"),
        ("top", "en", "All six organisations are at level 5 of 5: Operational integration"),
        ("sixty", "it", "42 organizzazioni su 60 sono al livello 1 di 5: Disallineamento"),
        ("waves", "it", "11 valutazioni su 15 non superano il livello 2 di 5"),
        ("waves", "en", "11 of 15 assessments are at level 2 of 5 or below"),
    ],
)
def test_the_first_page_says_where_most_stand(name: str, lang: Lang, message: str) -> None:
    assert told(name, lang).parts[0].board.heading.message == message


@each_language
@each_case
def test_every_page_is_whole(name: str, lang: Lang) -> None:
    """A field left open or a word of the code would stand in a client's report."""
    page = "\n".join(text_of(name, lang))
    assert not re.search(
        r"[{}]|\bNone\b|\bnan\b|'|\"|Placement\.|\.\.| ,| \.(?!\d)|\(\)|: *$", page, re.MULTILINE
    )
    assert not re.search(r"\b(tu|tuo|tua|tuoi|tue|ti)\b", page) or lang == "en"
    for part in told(name, lang).parts:
        anchors = [part.board.heading.id, *(section.heading.id for section in part.sections)]
        assert len(set(anchors)) == len(anchors)
        assert all(section.heading.message for section in part.sections)
        assert all(len(table.columns) == 1 + len(row.cells) for table, row in _rows(part))


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        (
            "nine",
            ["La mappa", "I quartili", "I livelli", "I requisiti", "Tra le funzioni", "Prossime azioni"],
        ),
        ("three", ["La mappa", "Le cifre", "I livelli", "I requisiti", "Tra le funzioni", "Prossime azioni"]),
        ("no-gaps", ["La mappa", "I quartili", "I livelli", "I requisiti", "Prossime azioni"]),
        ("no-plans", ["La mappa", "I quartili", "I livelli", "I requisiti", "Tra le funzioni"]),
        ("withheld", ["I quartili", "I livelli", "I requisiti", "Tra le funzioni", "Prossime azioni"]),
        ("bands", ["La mappa", "I quartili", "I livelli", "Tra le funzioni", "Prossime azioni"]),
        ("top", ["La mappa", "I quartili", "I livelli", "Tra le funzioni"]),
        ("silent", ["I requisiti"]),
    ],
)
def test_sections_stand_where_they_have_something_to_say(name: str, labels: list[str]) -> None:
    found = [section.heading.label for section in told(name, "it").parts[0].sections]
    assert found == [*labels, "L’elenco", "Metodo e limiti"]


@pytest.mark.parametrize("name", ["sixty-one", "thousands"])
def test_beyond_the_limit_nobody_else_is_named(name: str) -> None:
    """A member of a large association must not find itself in a report that promises bands."""
    (found,) = cases()[name]
    rows = entries(found.questionnaire, found.figures.rows, seed=8)
    listed = {entry.organisation for entry in found.entries}
    page = "\n".join(text_of(name, "it"))
    assert all(organisation in page for organisation in listed)
    others = {row.organisation for row in rows} - listed
    assert len(others) > 40
    lines = set(text_of(name, "it"))
    assert not others & lines


@each_language
@pytest.mark.parametrize("name", ["one", "two", "three"])
def test_fewer_than_four_have_no_quartiles_and_are_told_so(name: str, lang: Lang) -> None:
    (part,) = told(name, lang).parts
    section = _section(part, "quartiles-1")
    page = "\n".join(text_of(name, lang))
    assert {"it": "Con meno di quattro cifre", "en": "With fewer than four figures"}[lang] in section.lead
    assert len(section.tables[0].columns) == 4
    assert {"it": "Indice mediano", "en": "Median index"}[lang] not in page
    assert section.drawing is not None
    kinds = {shape.kind for shape in section.drawing.shapes}
    assert "circle" in kinds
    assert "rect" not in kinds


def test_a_tie_is_not_told_as_the_most_frequent() -> None:
    """Three actions out of five that are equally frequent are not “the three most frequent”."""
    asked = questionnaire("quick")
    ids = [action.id for action in asked.actions]
    rows = [row for row in entries(asked, 30, seed=8) if row.level < asked.top][:4]
    tied = [replace(row, actions=(ids[at], ids[at + 4])) for at, row in enumerate(rows)]
    board = view([gather(asked, tied, date=LATEST)], "en", program_version="", date=DAY).parts[0].board
    assert board.moves_title == "Where to start"
    assert [move.details[0] for move in board.moves] == [
        "among the first three of one of four organisations"
    ] * 3
    clear = [replace(row, actions=(ids[0], ids[1], ids[2])) for row in rows]
    board = view([gather(asked, clear, date=LATEST)], "en", program_version="", date=DAY).parts[0].board
    assert board.moves_title == "Where to start: the three most frequent actions"
    assert board.moves[0].details[0] == "among the first three of all four organisations"


def test_provisional_placements_are_marked_and_counted() -> None:
    (part,) = told("sixty", "it").parts
    marked = [row for _, row in _rows(part) if row.tag]
    (found,) = cases()["sixty"]
    assert (
        len(marked) == 2 * sum(entry.provisional for entry in found.entries) == 2 * found.figures.provisional
    )
    assert {row.tag for row in marked} == {"provvisoria"}


def test_what_was_left_out_is_told() -> None:
    assert "File o righe di tabella esclusi dall’intera elaborazione perché non validi: 3." in text_of(
        "sixty", "it"
    )
    assert "Files or table rows left out of the whole run because they were not valid: 3." in text_of(
        "sixty", "en"
    )


def test_a_report_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to compare"):
        view([], "it", program_version="", date=DAY)


# What it looks like


@each_language
@each_case
def test_no_figure_is_told_by_colour_alone(name: str, lang: Lang) -> None:
    """Printed in grey, or seen by a colour-blind reader, the report says the same."""
    for part in told(name, lang).parts:
        for _, row in _rows(part):
            assert all(cell.text for cell in row.cells)
            assert not row.share or row.cells[-1].text.endswith("%")
        for drawing in _drawings(part):
            assert drawing.title.endswith(".")
            assert re.search(r"\d", drawing.description)


@each_language
@each_case
def test_nothing_is_drawn_outside_the_picture(name: str, lang: Lang) -> None:
    for part in told(name, lang).parts:
        for drawing in _drawings(part):
            width, height = float(drawing.width), float(drawing.height)
            for shape in drawing.shapes:
                left, upper, right, lower = _extent(shape)
                assert -0.1 <= left <= right <= width + 0.1, (drawing.title, shape)
                assert -0.1 <= upper <= lower <= height + 0.1, (drawing.title, shape)


def test_the_fullest_level_is_stressed_and_every_column_has_its_number() -> None:
    drawing = told("twelve", "en").parts[0].board.drawing
    words = [shape.text for shape in drawing.shapes if shape.kind == "text"]
    assert [text for text in words if "·" in text] == ["7 · 58%", "3 · 25%", "1 · 8%", "1 · 8%"]
    fills = [shape.attributes["fill"] for shape in drawing.shapes if shape.kind == "rect"]
    assert fills == [PALETTE.accent, PALETTE.tints[3], PALETTE.tints[3], PALETTE.tints[3]]
    heights = [float(shape.attributes["height"]) for shape in drawing.shapes if shape.kind == "rect"]
    assert heights == pytest.approx([80, 80 * 3 / 7, 80 / 7, 80 / 7], abs=0.01)


def test_boxes_stand_where_their_figures_are() -> None:
    (found,) = cases()["twelve"]
    section = _section(told("twelve", "en").parts[0], "quartiles-1")
    assert section.drawing is not None
    ticks = [
        float(shape.attributes["x"])
        for shape in section.drawing.shapes
        if shape.text in {"0", "25", "50", "75", "100"} and shape.attributes["text-anchor"] == "middle"
    ]
    assert len(ticks) == 5
    boxes = [
        shape for shape in section.drawing.shapes if shape.kind == "rect" and "stroke" in shape.attributes
    ]
    spreads = [found.figures.index, *found.figures.dimensions]
    assert len(boxes) == len(spreads)
    for box, figures in zip(boxes, spreads, strict=True):
        assert figures is not None
        at = ticks[0] + figures.lower / 100 * (ticks[-1] - ticks[0])
        assert float(box.attributes["x"]) == pytest.approx(at, abs=0.02)


@pytest.mark.parametrize(("dimensions", "maps"), [(1, 1), (4, 1), (12, 1), (13, 2), (30, 3)])
def test_many_dimensions_are_divided_among_maps(dimensions: int, maps: int) -> None:
    found = portfolio(areas(dimensions), 6)
    section = _section(view([found], "it", program_version="", date=DAY).parts[0], "map-1")
    assert len(section.tables) == maps
    assert sum(len(table.columns) - 3 for table in section.tables) == dimensions
    assert all(sum(float(column.width or 0) for column in table.columns) <= 124 for table in section.tables)


def test_names_of_dimensions_without_room_are_written_upwards() -> None:
    """Nine columns leave no room for “Collaborazione quotidiana”."""
    for name, turned in (("twelve", True), ("nine", False)):
        section = _section(told(name, "it").parts[0], "map-1")
        assert section.tables[0].turned == turned


# The words


def test_no_phrase_hides_another_and_none_is_idle() -> None:
    """A phrase nobody uses is one nobody checks."""
    assert not set(language.PHRASES) & set(PHRASES)
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in (*(SOURCES / "portfolio").glob("*.py"), *(SOURCES / "charts").glob("*.py"))
    )
    for key in language.PHRASES:
        stem = re.sub(r"-(alone|bands|head|no-plans|one|two|waves)$", "", key)
        assert f'"{key}"' in code or f'"{stem}"' in code or f'f"{stem}' in code, key


def _sections(part: Part) -> Iterator[Section]:
    return (section for section in part.sections if isinstance(section, Section))


def _section(part: Part, anchor: str) -> Section:
    return next(section for section in _sections(part) if section.heading.id == anchor)


def _rows(part: Part) -> Iterator[tuple[Table, TableLine]]:
    for section in _sections(part):
        for table in section.tables:
            yield from ((table, row) for group in table.groups for row in group.rows)


def _drawings(part: Part) -> Iterator[Drawing]:
    yield part.board.drawing
    yield from (section.drawing for section in _sections(part) if section.drawing)


def _extent(shape: Shape) -> tuple[float, float, float, float]:
    """Return left, upper, right and lower edge; of text by its estimated width."""
    at = shape.attributes
    if shape.kind == "polygon":
        across, down = zip(*(map(float, corner.split(",")) for corner in at["points"].split()), strict=True)
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


class _Lines(HTMLParser):
    """The lines of a page: one for each element that stands by itself, the cells of a table in one."""

    ENDS = frozenset({"p", "h1", "h2", "h3", "li", "tr", "caption", "title"})

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._pieces: list[str] = []
        self._drawn = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "svg":
            self._drawn = True
            self.lines.append(f"[{dict(attrs)['aria-label']}]")

    def handle_endtag(self, tag: str) -> None:
        self._drawn &= tag != "svg"
        if tag in {"th", "td"}:
            self._pieces.append("|")
        if tag in self.ENDS:
            words = " ".join(" ".join(self._pieces).split()).rstrip("| ")
            self._pieces = []
            self.lines += [words] if words else []

    def handle_data(self, data: str) -> None:
        if not self._drawn:
            self._pieces.append(data)
