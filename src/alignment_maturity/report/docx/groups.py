"""Which parts of a chapter stay together on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.report.elements.parts import Facts, Items, Paragraph, Picture, Subheading, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alignment_maturity.report.elements.parts import Part

_LONGEST = 2500
"""Characters of a card that fits a page with another."""


def groups(parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """Go through parts in groups that stay on one page: cards, words above a table or a picture."""
    group: list[Part] = []
    # Without any part, as in a section that is a rule and nothing else, there is no group.
    for part, following in zip(parts, (*parts[1:], None), strict=False):
        if group and (is_above_card(part, following) or not _belongs(part, group)):
            yield tuple(group)
            group = []
        group.append(part)
    if group:
        yield tuple(group)


def begins_card(part: Part, before: Part | None) -> bool:
    """Tell whether a heading begins a card, which has a rank or a level, and nothing else does."""
    return _is_ranked(part) and not (before and is_above_card(before, part))


def is_above_card(part: Part, following: Part | None) -> bool:
    """Tell whether a part is a label above the heading of a card."""
    return isinstance(part, Paragraph) and part.role == "label" and _is_ranked(following)


def _belongs(part: Part, group: Sequence[Part]) -> bool:
    """Tell whether a part stays with those before it."""
    if isinstance(part, Picture):
        return isinstance(group[-1], Paragraph)
    if is_above_card(group[-1], part):
        return True
    heads = [it for it in group if isinstance(it, Subheading)]
    if not heads:
        return False
    if heads[0].mark and sum(map(_length, (*group, part))) < _LONGEST:
        deeper = isinstance(part, Subheading) and part.level > heads[0].level
        return deeper or isinstance(part, (Paragraph, Items, Facts))
    small = (isinstance(it, Paragraph) and it.role == "small" for it in group[1:])
    return all(small) and isinstance(part, (Paragraph, Table))


def _is_ranked(part: Part | None) -> bool:
    return isinstance(part, Subheading) and bool(part.mark)


def _length(part: Part) -> int:
    """Return how many characters the words of a part have."""
    match part:
        case Paragraph():
            return len(part.text)
        case Items():
            return sum(len(words.text) for item in part.items for words in item)
        case _:
            return 0
