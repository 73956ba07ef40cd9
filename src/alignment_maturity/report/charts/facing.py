"""The votes of two functions in the first and the last round, as bars that face each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN
from alignment_maturity.report.charts.frame import SMALL, WIDTH, drawing
from alignment_maturity.report.drawing import Drawing, Shape, line, rect, text, width_of, wrap
from alignment_maturity.report.votes import in_words, option

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from alignment_maturity.report.voice import Voice
    from alignment_maturity.report.votes import Ballot, Round

_PANEL = 312.0
_HEAD = 30.0
_ROW, _BAR = 13.0, 8.6
_NARROW, _WIDE = 24.0, 92.0
"""The room for the names of options between the bars, as figures and as words."""

_MOST_BETWEEN = 9
"""Up to so many options those that nobody chose are drawn between the others."""

_COUNT = 18.0
"""The room for the number beside a bar."""


def facing(voice: Voice, ballot: Ballot) -> Drawing:
    """Draw both rounds beside each other: filled bars to the left, hollow ones to the right."""
    values = _values(ballot)
    names = {value: option(voice, ballot.question, value) for value in values}
    middle = min(
        _WIDE, max(_NARROW, *(width_of(f"✓ {name}", SMALL, bold=True) + 8 for name in names.values()))
    )
    most = max(
        votes.get(side, {}).get(value, 0)
        for votes in (ballot.first, ballot.last)
        for side in ballot.sides
        for value in values
    )
    unit = ((_PANEL - middle) / 2 - _COUNT) / max(most, 1)
    shapes: list[Shape] = []
    rounds = (
        ("first-vote", ballot.first, ballot.before, 0.0, None),
        ("last-vote", ballot.last, ballot.after, WIDTH - _PANEL, ballot.agreed),
    )
    for key, votes, means, left, agreed in rounds:
        axis = left + _PANEL / 2
        shapes.append(text(left, 9, voice.say(key), SMALL, fill=voice.palette.muted, font_weight="600"))
        shapes += _sides(voice, ballot.sides, means, axis, middle)
        for row, (value, name) in enumerate(names.items()):
            at = _HEAD + _ROW * (row + 0.5)
            shapes += _option(voice, name, axis, middle, at, agreed=value == agreed)
            shapes += _bars(voice, ballot.sides, votes, value, (axis, middle, at, unit))
    return drawing(
        voice.palette, _HEAD + _ROW * len(names) + 2, _title(voice, ballot), _told(voice, ballot), shapes
    )


def _values(ballot: Ballot) -> Sequence[str]:
    """Return the options from the lowest to the highest that is chosen or agreed on, then what is none."""
    given = {value for votes in (ballot.first, ballot.last) for cast in votes.values() for value in cast}
    given |= {ballot.agreed} if ballot.agreed else set()
    options = list(ballot.questionnaire.values_of(ballot.question.id))
    chosen = [at for at, value in enumerate(options) if value in given]
    between = options[chosen[0] : chosen[-1] + 1] if chosen else []
    if len(between) > _MOST_BETWEEN:
        between = [value for value in between if value in given]
    return [*between, *(value for value in (UNKNOWN, NOT_APPLICABLE) if value in given)]


def _sides(
    voice: Voice, sides: Sequence[str], means: Mapping[str, float], axis: float, middle: float
) -> Iterator[Shape]:
    """Name the functions over their bars, with their means."""
    room = (_PANEL - middle) / 2
    for group, direction, anchor in zip(sides, (-1, 1), ("end", "start"), strict=False):
        mean = voice.say("mean", mean=voice.decimal(means[group])) if group in means else ""
        space = room - (width_of(f" · {mean}", SMALL) if mean else 0.0)
        name = wrap(voice.group(group), SMALL, space, 1, bold=True)[0]
        told = f"{name} · {mean}" if mean else name
        place = axis + direction * middle / 2
        yield text(
            place, _HEAD - 8, told, SMALL, fill=voice.palette.ink, font_weight="600", text_anchor=anchor
        )
        yield line(
            place, _HEAD - 2, place + direction * room, _HEAD - 2,
            stroke=voice.palette.line, stroke_width="0.7",
        )  # fmt: skip


def _option(
    voice: Voice, name: str, axis: float, middle: float, at: float, *, agreed: bool
) -> Iterator[Shape]:
    """Write the name of an option between the bars, with a tick where the room settled on it."""
    palette = voice.palette
    told = wrap(f"✓ {name}" if agreed else name, SMALL, middle - 6, 1, bold=agreed)[0]
    if agreed:
        yield rect(
            axis - middle / 2 + 1, at - _ROW / 2 + 0.7, middle - 2, _ROW - 1.4,
            fill=palette.paper, stroke=palette.accent, stroke_width="1",
        )  # fmt: skip
    style = {"fill": palette.accent, "font_weight": "600"} if agreed else {"fill": palette.ink}
    yield text(axis, at + 3.4, told, SMALL, text_anchor="middle", **style)


def _bars(
    voice: Voice, sides: Sequence[str], votes: Round, value: str, place: tuple[float, float, float, float]
) -> Iterator[Shape]:
    palette, (axis, middle, at, unit) = voice.palette, place
    for left, group in zip((True, False), sides, strict=False):
        number = votes.get(group, {}).get(value, 0)
        if not number:
            continue
        width = number * unit
        near = axis - middle / 2 - width if left else axis + middle / 2
        if left:
            yield rect(near, at - _BAR / 2, width, _BAR, fill=palette.accent)
        else:
            yield rect(
                near + 0.7, at - _BAR / 2 + 0.7, max(width - 1.4, 0.1), _BAR - 1.4,
                fill=palette.paper, stroke=palette.ink, stroke_width="1.4",
            )  # fmt: skip
        end, anchor = (near - 4, "end") if left else (near + width + 4, "start")
        yield text(end, at + 3.4, str(number), SMALL, fill=palette.ink, font_weight="600", text_anchor=anchor)


def _title(voice: Voice, ballot: Ballot) -> str:
    names = dict(zip(("first", "second"), (voice.group(group) for group in ballot.sides), strict=False))
    key = "alt-facing" if len(names) > 1 else "alt-facing-alone"
    return voice.say(key, question=voice.question(ballot.question.id), **names)


def _told(voice: Voice, ballot: Ballot) -> str:
    rounds = (("first-vote", ballot.first), ("last-vote", ballot.last))
    return "; ".join(
        voice.say(
            "alt-round",
            round=voice.say(key),
            votes="; ".join(
                voice.say(
                    "votes-of", group=voice.group(group), votes=in_words(voice, ballot.question, votes, group)
                )
                for group in ballot.sides
            ),
        )
        for key, votes in rounds
    )
