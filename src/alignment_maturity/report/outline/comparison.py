"""The profile, the map of all questions and what to discuss, as chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.report.elements.parts import (
    Chapter,
    Legend,
    Paragraph,
    Part,
    Run,
    Subheading,
    Table,
    TableCell,
    TableRow,
)
from alignment_maturity.report.outline.pieces import items, line, paragraphs, pictures, row, widths

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignment_maturity.report.elements.comparison import Discussion, HeatMap, Profile, Topic

_MOST_ROOMY = 7
_NARROW = 13.2


def profile(profile: Profile) -> Chapter:
    """Return the profile by dimension."""
    parts: list[Part] = [*paragraphs(profile.lead, role="lead"), *pictures(profile.drawing)]
    if len(profile.columns) > 1:
        rows = tuple(row(of_dimension, bold=True) for of_dimension in profile.rows)
        shares = _shares(len(profile.columns), 18)
        parts.append(Table(profile.caption, "", profile.columns, shares, rows))
    return Chapter(profile.heading, tuple(parts), brief=profile.brief)


def heat_map(heat_map: HeatMap) -> Chapter:
    """Return the map of all questions."""
    parts: list[Part] = [
        *paragraphs(heat_map.lead, role="lead"),
        Legend(line(heat_map.legend, number=True)),
    ]
    if len(heat_map.columns) > 1:
        rows: list[TableRow] = []
        for group in heat_map.groups:
            rows.append(TableRow((TableCell((group.name,), bold=True),), group=True))
            rows += [row(question) for question in group.rows]
        shares = _shares(len(heat_map.columns), 17)
        parts.append(Table(heat_map.caption, "", heat_map.columns, shares, tuple(rows)))
    notes = paragraphs(*heat_map.notes, role="small")
    return Chapter(heat_map.heading, (*parts, *notes), brief=heat_map.brief)


def discussion(discussion: Discussion, words: Mapping[str, str]) -> Chapter:
    """Return the agenda of what to discuss."""
    topics = (part for found in discussion.topics for part in topic(found, words))
    return Chapter(
        discussion.heading, (*paragraphs(discussion.lead, role="lead"), *topics), brief=discussion.brief
    )


def topic(topic: Topic, words: Mapping[str, str], level: int = 3) -> Iterator[Part]:
    """Return a question worth talking about, headed at a level."""
    yield Subheading(topic.name, level, mark=topic.rank, detail=topic.dimension)
    yield from items(topic.reasons)
    yield from paragraphs(topic.text)
    if topic.probe:
        yield Paragraph((Run(words["ask"], bold=True), Run(" "), Run(topic.probe, italic=True)))


def _shares(columns: int, width: float) -> tuple[float, ...]:
    """Return the shares of a head and its figures, `width` millimetres each where there is room."""
    return widths(*[width if columns <= _MOST_ROOMY else _NARROW] * (columns - 1))
