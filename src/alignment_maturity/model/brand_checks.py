"""What must hold between the values of a brand: contrasts, names of sections, languages, lengths of texts.

As the checks of a questionnaire, these read plain data: so they run on files whose shape has errors as well.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import Any

from alignment_maturity.language import LANGUAGES
from alignment_maturity.model.brand import read_colour
from alignment_maturity.model.colours import (
    BADGE,
    DISTINCT,
    INK,
    PANEL,
    PAPER,
    READABLE,
    Ratio,
    clash,
    contrast,
    lighter_ground,
    luminance,
    tints_of,
)
from alignment_maturity.model.findings import Finding, Path, Suggestion
from alignment_maturity.model.plain_data import as_list, as_map, as_text, entries
from alignment_maturity.model.questionnaire_checks import check_localised
from alignment_maturity.model.scalars import TURNING, shown

LONGEST_LABEL = 40
LONGEST_LINE = 120
LONGEST_NOTE = 300
LONGEST_TEXT = 50_000


def check_brand(data: object, sections: Collection[str]) -> Iterator[Finding]:
    """Find everything that is wrong between the values of a brand, but for the files it names.

    Args:
        sections: names of those of every report.
    """
    if isinstance(data, dict):
        for path, text, longest in _texts(data):
            yield from _text(path, text, longest)
        yield from _colours(as_map(data.get("colours")))
        yield from _own_sections(data, sections)
        yield from _order(data, sections)


def _texts(data: Mapping[str, Any]) -> Iterator[tuple[Path, object, int]]:
    """Go through the texts of a brand, each with how many characters it may have."""
    yield ("name",), data.get("name"), LONGEST_LINE
    yield ("logo", "alt"), as_map(data.get("logo")).get("alt"), LONGEST_NOTE
    for key in ("cover", "contact"):
        for index, line in enumerate(as_list(data.get(key))):
            yield (key, index), line, LONGEST_LINE
    yield ("footer",), data.get("footer"), LONGEST_LINE
    yield ("confidentiality",), data.get("confidentiality"), LONGEST_NOTE
    for path, section in entries(data, "own_sections"):
        yield (*path, "title"), section.get("title"), LONGEST_LINE
        yield (*path, "label"), section.get("label"), LONGEST_LABEL
        yield (*path, "text"), section.get("text"), LONGEST_TEXT


def _text(path: Path, text: object, longest: int) -> Iterator[Finding]:
    if isinstance(text, dict):
        for finding in check_localised(path, text, LANGUAGES):
            other = finding.code == "unlisted-language"
            yield finding._replace(code="language-of-no-report") if other else finding
    for inner, content in _contents(path, text):
        if len(content) > longest:
            values = {"found": f"{len(content)}", "limit": f"{longest}"}
            yield Finding(inner, "text-too-long", values)
        # Of a name, the model says so.
        if path != ("name",) and TURNING.search(content):
            yield Finding(inner, "control-character")


def _contents(path: Path, text: object) -> Iterator[tuple[Path, str]]:
    if isinstance(text, dict):
        for language, content in text.items():
            if isinstance(content, str):
                yield (*path, language), content
    elif isinstance(text, str):
        yield path, text


def _colours(given: Mapping[str, Any]) -> Iterator[Finding]:
    """Find colours of text that do not read on what lies behind them, and ramps that do not descend."""
    accent, ink = _colour(given.get("accent")), _colour(given.get("ink"))
    grounds = [PAPER, PANEL]
    if accent:
        yield from _clash("accent", accent, grounds)
        if not given.get("ramp"):
            grounds.append(tints_of(accent)[BADGE])
    if ink:
        yield from _clash("ink", ink, grounds)
    ramp = [_colour(shade) for shade in as_list(given.get("ramp"))]
    steps = list(_steps(ramp))
    yield from steps or _second_shade(ramp, ink or INK)


def _clash(key: str, colour: str, grounds: list[str]) -> Iterator[Finding]:
    found = clash(colour, grounds)
    if found:
        values = {"found": colour, "ground": found.ground, "ratio": Ratio(found.ratio)}
        yield Finding(("colours", key), "low-contrast", {**values, "nearest": found.nearest})


def _steps(ramp: list[str | None]) -> Iterator[Finding]:
    """Find shades of a ramp that are not darker than the one before, so that everybody sees it."""
    for index, (before, shade) in enumerate(pairwise(ramp), start=1):
        if before and shade:
            ratio = contrast(before, shade)
            if ratio < DISTINCT or luminance(shade) > luminance(before):
                values = {"found": shade, "before": before, "ratio": Ratio(ratio)}
                yield Finding(("colours", "ramp", index), "ramp-step", values)


def _second_shade(ramp: list[str | None], ink: str) -> Iterator[Finding]:
    """Find a ramp that gets dark too soon: text in ink lies on its second shade."""
    place = BADGE // 2
    shade = ramp[place] if len(ramp) > place else None
    if shade is None or contrast(ink, shade) >= READABLE or clash(ink, (PAPER, PANEL)):
        return
    values = {
        "found": shade, "ink": ink, "ratio": Ratio(contrast(ink, shade)),
        "nearest": lighter_ground(shade, ink),
    }  # fmt: skip
    yield Finding(("colours", "ramp", place), "ramp-dark", values)


def _colour(value: object) -> str | None:
    try:
        return read_colour(value)
    except ValueError:
        return None


def _own_sections(data: Mapping[str, Any], sections: Collection[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, section in entries(data, "own_sections"):
        name = as_text(section.get("id"))
        if name in sections:
            yield Finding((*path, "id"), "taken-section-id", {"id": shown(name)})
        elif name in seen:
            yield Finding((*path, "id"), "duplicate-id", {"id": shown(name), "part": "own_sections"})
        elif name is not None:
            seen.add(name)


def _order(data: Mapping[str, Any], sections: Collection[str]) -> Iterator[Finding]:
    own = [as_text(section.get("id")) or "" for _, section in entries(data, "own_sections")]
    known = dict.fromkeys([*sections, *own])
    seen: set[str] = set()
    for index, entry in enumerate(as_list(data.get("sections"))):
        name = as_text(entry)
        if name is None:
            continue
        if name in seen:
            yield Finding(("sections", index), "duplicate-value", {"found": shown(name)})
        elif name not in known:
            values = {"found": shown(name), "suggestion": Suggestion(name, known), "known": ", ".join(known)}
            yield Finding(("sections", index), "unknown-section", values)
        seen.add(name)
