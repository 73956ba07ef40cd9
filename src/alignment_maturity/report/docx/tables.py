"""Tables of a Word document: heads that repeat, rows that stay whole, figures to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from alignment_maturity.printing.word.elements import element, keep_with_next, paragraph, run
from alignment_maturity.report.docx.runs import runs
from alignment_maturity.report.drawing import width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

    from alignment_maturity.printing.palette import Palette
    from alignment_maturity.report.docx.styles import Styles
    from alignment_maturity.report.elements.common import Fact
    from alignment_maturity.report.elements.parts import Table, TableCell, TableRow

_WHOLE = 8
"""Rows of a table that is not broken over two pages."""

_MARK, _APART = 340, 227
"""Room for a rank or letter before words, and between figures and the words beside them, in twips."""

_HEAD_SIZE, _PADDING = 8, 114
"""The size of heads in points, and the margins of a cell in twips."""

_FIRST = 0.2
"""What is left to the first column of a table at least, as a share of the whole."""

_LEGEND = 0.52
"""Width of a legend, as a share of the text's."""

_FEWEST, _MOST = 4, 6
"""Figures side by side; fewer leave room."""


class _Column(NamedTuple):
    """A column: how wide, in twips, and how its cells are aligned, `middle` being half way down their row."""

    width: int
    figures: bool = False
    centred: bool = False
    apart: bool = False
    middle: bool = False

    def layout(self, mark: str, *, hanging: bool) -> list[BaseOxmlElement]:
        """Return how a paragraph stands in it; with `hanging`, the mark stands out to its left."""
        if mark:
            stop = [element("w:tabs", element("w:tab", val="left", pos=str(_MARK)))] if hanging else []
            outdent = {"hanging": str(_MARK)} if hanging else {}
            return [*stop, element("w:ind", left=str(_MARK), **outdent)]
        indent = [element("w:ind", left=str(_APART))] if self.apart else []
        return [*indent, element("w:jc", val="center")] if self.centred else indent


class Tables:
    """Makes tables in the styles and colours of a report, as wide as the text.

    Args:
        width: of the text, in twips.
    """

    def __init__(self, styles: Styles, palette: Palette, width: int) -> None:
        self._styles = styles
        self._palette = palette
        self._width = width

    def table(self, table: Table, name: str) -> BaseOxmlElement:
        """Return a table; assistive technology hears its name."""
        widths = _fitted(_parted(self._width, table.widths), table.columns)
        columns = _columns(table.rows, widths)
        made = self._frame("Report Table", widths, name, headed=bool(table.columns))
        if table.columns:
            heads = zip(table.columns, columns, strict=True)
            made.append(_row((self._head(text, column) for text, column in heads), head=True))
        whole = len(table.rows) <= _WHOLE
        for place, row in enumerate(table.rows, 1):
            made.append(self._row(row, columns))
            if whole and place < len(table.rows):
                keep_with_next(made[-1])
        return made

    def legend(self, cells: Sequence[TableCell], name: str) -> BaseOxmlElement:
        """Return what tints stand for, in a row."""
        widths = _parted(round(self._width * _LEGEND), (1,) * len(cells))
        made = self._frame("Report Layout", widths, name)
        columns = (_Column(width, figures=True, centred=True, middle=True) for width in widths)
        made.append(_row(map(self._filled, cells, columns)))
        return made

    def figures(self, facts: Sequence[Fact], name: str) -> BaseOxmlElement:
        """Return figures set large, side by side, with what they are under them."""
        across = min(max(len(facts), _FEWEST), _MOST)
        widths = _parted(self._width, (1,) * across)
        made = self._frame("Report Layout", widths, name)
        for first in range(0, len(facts), across):
            told = [self._figure(fact) for fact in facts[first : first + across]]
            told += [[self._line("Figure Label", "")] for _ in range(across - len(told))]
            made.append(_row(_cell(width, lines) for width, lines in zip(widths, told, strict=True)))
        return made

    def _frame(
        self, style: str, widths: Sequence[int], name: str, *, headed: bool = False
    ) -> BaseOxmlElement:
        """Return a table without rows; with `headed` its first row is a head, its first column always."""
        look = {"firstRow": str(int(headed)), "lastRow": "0", "firstColumn": "1", "lastColumn": "0"}
        properties = element(
            "w:tblPr",
            element("w:tblStyle", val=self._styles[style]),
            element("w:tblW", w=str(sum(widths)), type="dxa"),
            element("w:tblLayout", type="fixed"),
            element("w:tblLook", val="04A0" if headed else "0480", **look, noHBand="0", noVBand="1"),
            element("w:tblCaption", val=name),
        )
        grid = element("w:tblGrid", *(element("w:gridCol", w=str(width)) for width in widths))
        return element("w:tbl", properties, grid)

    def _head(self, text: str, column: _Column) -> BaseOxmlElement:
        style = "Table Head Number" if column.figures else "Table Head"
        return _cell(column.width, [self._line(style, text, *column.layout("", hanging=False))])

    def _row(self, row: TableRow, columns: Sequence[_Column]) -> BaseOxmlElement:
        if not row.group:
            return _row(map(self._filled, row.cells, columns))
        whole = sum(column.width for column in columns)
        lines = self._lines(row.cells[0], _Column(whole), "Table Group")
        for line in lines:
            keep_with_next(line)
        return _row([_cell(whole, lines, element("w:gridSpan", val=str(len(columns))))])

    def _filled(self, cell: TableCell, column: _Column) -> BaseOxmlElement:
        lines = self._lines(cell, column, "Table Number" if column.figures else "Table Text")
        look = []
        if cell.tint is not None:
            fill = _hex(self._palette.tints[cell.tint])
            look.append(element("w:shd", val="clear", color="auto", fill=fill))
        if column.middle:
            look.append(element("w:vAlign", val="center"))
        return _cell(column.width, lines, *look)

    def _lines(self, cell: TableCell, column: _Column, style: str) -> list[BaseOxmlElement]:
        """Return the paragraphs of a cell: its words, and what stands smaller below them."""
        look = [element("w:b"), element("w:bCs")] if cell.bold else []
        if cell.tint is not None:
            look.append(element("w:color", val=_hex(self._palette.on_tints[cell.tint])))
        lines = []
        for place, text in enumerate(cell.lines or ("",)):
            layout = column.layout(cell.mark, hanging=not place)
            lines.append(paragraph(self._styles[style], runs(text, *look), *layout))
        first = lines[0]
        if cell.mark:
            first.insert(1, run(f"{cell.mark}\t", element("w:rStyle", val=self._styles["Mark"])))
        if cell.tag:
            first.extend([run("  "), *runs(f" {cell.tag} ", element("w:rStyle", val=self._styles["Tag"]))])
        if cell.detail:
            layout = column.layout(cell.mark, hanging=False)
            lines.append(self._line("Table Detail", cell.detail, *layout))
        return lines

    def _figure(self, fact: Fact) -> list[BaseOxmlElement]:
        return [self._line("Figure", fact.value), self._line("Figure Label", fact.label)]

    def _line(self, style: str, text: str, *layout: BaseOxmlElement) -> BaseOxmlElement:
        return paragraph(self._styles[style], runs(text), *layout)


def _row(cells: Iterable[BaseOxmlElement], *, head: bool = False) -> BaseOxmlElement:
    properties = element("w:trPr", element("w:cantSplit"))
    if head:
        properties.append(element("w:tblHeader"))
    return element("w:tr", properties, *cells)


def _cell(width: int, paragraphs: Iterable[BaseOxmlElement], *properties: BaseOxmlElement) -> BaseOxmlElement:
    size = element("w:tcW", w=str(width), type="dxa")
    return element("w:tc", element("w:tcPr", size, *properties), *paragraphs)


def _columns(rows: Sequence[TableRow], widths: Sequence[int]) -> tuple[_Column, ...]:
    """Return how columns are aligned: figures to the right, tinted ones in the middle, words to the left."""
    columns: list[_Column] = []
    for place, width in enumerate(widths):
        cells = [row.cells[place] for row in rows if not row.group]
        figures = bool(cells) and all(cell.number for cell in cells)
        centred = any(cell.tint is not None for cell in cells)
        apart = not figures and bool(columns) and columns[-1].figures
        columns.append(_Column(width, figures, centred, apart))
    if all(column.figures for column in columns[1:]):
        columns[1:] = [column._replace(middle=True) for column in columns[1:]]
    return tuple(columns)


def _parted(whole: int, shares: Sequence[float]) -> tuple[int, ...]:
    """Part a width by shares, so that the parts add up to it."""
    ends = [round(whole * sum(shares[: place + 1]) / sum(shares)) for place in range(len(shares))]
    return tuple(end - start for start, end in zip([0, *ends], ends, strict=False))


def _fitted(widths: tuple[int, ...], heads: Sequence[str]) -> tuple[int, ...]:
    """Widen columns whose heads have words that are too long for them, at the cost of the first column."""
    if not heads:
        return widths
    first, *others = widths
    room = first - round(_FIRST * sum(widths))
    lacking = [_width_of_head(head) - width for head, width in zip(heads[1:], others, strict=True)]
    for lack, place in sorted((lack, place) for place, lack in enumerate(lacking)):
        if 0 < lack <= room:
            others[place] += lack
            room -= lack
            first -= lack
    return (first, *others)


def _width_of_head(head: str) -> int:
    """Return the width that the longest word of a head needs, in twips."""
    words = (width_of(word, _HEAD_SIZE, bold=True) for word in head.split())
    return round(20 * max(words, default=0)) + _PADDING


def _hex(colour: str) -> str:
    return colour.removeprefix("#").upper()
