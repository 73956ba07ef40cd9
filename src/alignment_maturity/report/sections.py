"""The sections of a report: their names, their order, what each consists of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

COVER = "cover"

BENCHMARK = "benchmark"
"""Only there where a set to compare with is given."""

SECTIONS: Mapping[str, tuple[str, ...]] = {
    COVER: (),
    "board": ("board",),
    BENCHMARK: ("benchmark",),
    "ladder": ("ladder",),
    "meaning": ("meaning",),
    "profile": ("profile",),
    "heat-map": ("heat_map",),
    "discussion": ("discussion",),
    "workshop": ("workshop",),
    "plan": ("steps", "further_steps"),
    "roadmap": ("roadmap",),
    "matrix": ("matrix",),
    "progress": ("progress", "changes"),
    "worksheets": ("worksheets",),
    "method": ("method",),
    "answers": ("answers",),
    "glossary": ("glossary",),
}
"""What people call a section, and the parts of the view it consists of, in the usual order."""

EVERY_PART = frozenset(part for parts in SECTIONS.values() for part in parts)

SHORT = ("board", "plan", "roadmap")
"""The sections of a short report."""

APPENDIX = frozenset({"answers", "glossary"})
"""Sections that come after what the plan had no room for."""

_FURTHER = "further_steps"


def parts(chosen: Sequence[str]) -> tuple[str, ...]:
    """Return the parts of the chosen sections, in their order; the plan's further cards open the appendix.

    Args:
        chosen: names of sections, each at most once; a name not in `SECTIONS` is a part of its own.
    """
    found: list[str] = []
    for section in chosen:
        found += [part for part in SECTIONS.get(section, (section,)) if part != _FURTHER]
    if "plan" in chosen:
        after_plan = range(found.index("steps"), len(found))
        found.insert(next((place for place in after_plan if found[place] in APPENDIX), len(found)), _FURTHER)
    return tuple(found)


def with_benchmark(chosen: Sequence[str]) -> tuple[str, ...]:
    """Return the chosen sections with the benchmark; after the board's page where they do not name it."""
    if BENCHMARK in chosen:
        return tuple(chosen)
    place = next((at + 1 for name in ("board", COVER) for at, one in enumerate(chosen) if one == name), 0)
    return (*chosen[:place], BENCHMARK, *chosen[place:])


def unknown(chosen: Collection[str], own: Collection[str] = ()) -> tuple[str, ...]:
    """Return the names that stand for no section."""
    return tuple(name for name in chosen if name not in SECTIONS and name not in own)
