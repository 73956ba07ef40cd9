"""What a workshop left: its votes, who moved, what to come back to, what was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN, RubricOption
from alignment_maturity.phrasing import wording
from alignment_maturity.phrasing.concerns import WIDE_GAP
from alignment_maturity.report import charts
from alignment_maturity.report.elements.appendix import Note
from alignment_maturity.report.elements.common import Cell, Fact, Heading, Row
from alignment_maturity.report.elements.comparison import Topic
from alignment_maturity.report.elements.plan import Entry, EntryGroup, EntryTable
from alignment_maturity.report.elements.workshop import Move, VoteTable, Workshop
from alignment_maturity.report.voice import capitalised
from alignment_maturity.report.votes import Ballot, ballots, cast, in_words, number, option, printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alignment_maturity.report.voice import Voice

MOST_DRAWN = 4
MOST_TOPICS_IN_FULL = 10
MOST_BRIEF_LINES = 6
"""Up to so many lines of tables and topics, with one drawing at most, leave most of a page empty."""


def workshop(voice: Voice, *, include_notes: bool) -> Workshop | None:
    """Build the account of what a workshop left; None where there was none."""
    held = ballots(voice.result)
    if not held:
        return None
    moved = sorted((ballot for ballot in held if ballot.changed), key=lambda ballot: -ballot.stir)
    drawn = moved[:MOST_DRAWN]
    others = [ballot for ballot in held if ballot.rounds and ballot not in drawn]
    parked, agreed = _parked(held), _agreed(held)
    minutes = _minutes(voice) if include_notes else ()
    return Workshop(
        heading=Heading("workshop", voice.say("label-workshop"), _message(voice, held)),
        brief=len(drawn) < 2
        and len(others) + 3 * len(parked) + len(agreed) <= MOST_BRIEF_LINES
        and not minutes,
        lead=_lead(voice, held),
        figures=_figures(voice, held),
        moves_title=voice.count("workshop-moves-few", len(drawn))
        if len(moved) > len(drawn)
        else voice.say("workshop-moves"),
        moves=tuple(_move(voice, ballot) for ballot in drawn),
        votes=_votes(voice, others, rest=bool(drawn)) if others else None,
        agenda_title=voice.say("workshop-agenda"),
        agenda=tuple(_topic(voice, rank, ballot) for rank, ballot in enumerate(parked, start=1)),
        decisions=_decisions(voice, agreed) if agreed else None,
        decisions_note=voice.say("decisions-note") if any(ballot.bold for ballot in agreed) else "",
        minutes_title=voice.say("workshop-notes"),
        minutes=minutes,
    )


def is_told(voice: Voice) -> bool:
    """Tell whether the report has a section on what a workshop left."""
    return "workshop" in voice.parts and bool(ballots(voice.result))


def _parked(held: Sequence[Ballot]) -> list[Ballot]:
    return [ballot for ballot in held if ballot.parked]


def _agreed(held: Sequence[Ballot]) -> list[Ballot]:
    return [ballot for ballot in held if ballot.agreed is not None]


def _comparable(held: Sequence[Ballot]) -> tuple[list[Ballot], list[Ballot]]:
    """Return the questions with the gap of both rounds, and those of them on which it became smaller."""
    both = [ballot for ballot in held if ballot.narrowed is not None]
    return both, [ballot for ballot in both if ballot.narrowed and ballot.narrowed > 0]


def _message(voice: Voice, held: Sequence[Ballot]) -> str:
    both, closer = _comparable(held)
    parts = []
    if both:
        first, second = (voice.group(group) for group in both[0].sides)
        only = len(both) == 1
        names = {"first": first, "second": second}
        if not closer:
            parts.append(voice.say("workshop-no-closer", **names))
        elif only:
            parts.append(voice.say("workshop-closer-only", **names))
        else:
            total = voice.number(len(both))
            parts.append(voice.count("workshop-closer", len(closer), total=total, **names))
    left = [
        voice.count(key, len(those))
        for key, those in (("workshop-agreed", _agreed(held)), ("workshop-parked", _parked(held)))
        if those
    ]
    if left:
        parts.append(voice.listing(left))
    if not parts:
        parts.append(voice.count("workshop-voted", len(held)))
    return capitalised("; ".join(parts))


def _lead(voice: Voice, held: Sequence[Ballot]) -> str:
    if any(ballot.rounds for ballot in held):
        return voice.say("workshop-lead", top=voice.questionnaire.top)
    return voice.say("workshop-lead-agreed" if _agreed(held) else "workshop-lead-parked")


def _figures(voice: Voice, held: Sequence[Ballot]) -> tuple[Fact, ...]:
    both, closer = _comparable(held)
    twice = sum(ballot.twice for ballot in held)
    figures = [("fact-voted", _of(voice, sum(bool(ballot.rounds) for ballot in held), _asked(voice)))]
    if twice:
        figures.append(("fact-twice", str(twice)))
    if both:
        figures.append(("fact-closer", _of(voice, len(closer), len(both))))
    figures += [("fact-agreed", str(len(_agreed(held)))), ("fact-parked", str(len(_parked(held))))]
    return tuple(Fact(voice.say(key), value) for key, value in figures)


def _asked(voice: Voice) -> int:
    return len(voice.questionnaire.questions)


def _of(voice: Voice, figure: int, whole: int) -> str:
    return voice.say("of", figure=figure, whole=whole)


def _move(voice: Voice, ballot: Ballot) -> Move:
    return Move(
        name=voice.text(ballot.question.name),
        dimension=voice.dimension(ballot.question.dimension),
        drawing=charts.facing(voice, ballot),
        sentences=tuple(_sentences(voice, ballot)),
        agreed="" if ballot.agreed is None else _settled(voice, ballot),
    )


def _sentences(voice: Voice, ballot: Ballot) -> Iterator[str]:
    """Say who moved, what became of the gap, and how the functions voted that the drawing leaves out."""
    means = _means(voice, ballot)
    if means:
        yield f"{capitalised(means)}."
    gap = _gap(voice, ballot)
    if gap:
        yield f"{gap}."
    before, after = cast(ballot.first, UNKNOWN), cast(ballot.last, UNKNOWN)
    if before != after:
        yield voice.say("unknown-moves", before=before, after=after)
    before, after = number(ballot.first), number(ballot.last)
    if before != after:
        yield voice.say("voters-differ", before=before, after=after)
    for group in voice.questionnaire.group_by_id:
        if group not in ballot.sides and (group in ballot.first or group in ballot.last):
            told = (in_words(voice, ballot.question, votes, group) for votes in (ballot.first, ballot.last))
            before_told, after_told = told
            yield voice.say("votes-of-others", group=voice.group(group), before=before_told, after=after_told)


def _means(voice: Voice, ballot: Ballot) -> str:
    told: list[str] = []
    for group, move in ballot.moves.items():
        if move:
            key = ("mean-rises" if move > 0 else "mean-falls") + ("-too" if told else "")
            told.append(voice.say(key, group=voice.group(group), size=_levels(voice, move)))
    if told or not ballot.moves:
        return voice.listing(told)
    return voice.say("means-stay")


def _gap(voice: Voice, ballot: Ballot) -> str:
    if ballot.narrowed is None or ballot.gap_before is None or ballot.gap_after is None:
        return ""
    before, after = printed(ballot.gap_before), printed(ballot.gap_after)
    if not before and not after:
        return ""
    first, second = (voice.group(group) for group in ballot.sides)
    names = {"first": first, "second": second}
    if not after:
        return voice.say("gap-closes", size=_levels(voice, before), **names)
    sizes = {"before": voice.decimal(abs(before)), "after": voice.decimal(abs(after))}
    if ballot.narrowed:
        key = "gap-narrows" if ballot.narrowed > 0 else "gap-widens"
        told = voice.say(key, size=_levels(voice, ballot.narrowed), **names, **sizes)
    else:
        told = voice.say("gap-stays", size=_levels(voice, after), **names)
    if before * after < 0:
        told = voice.say("gap-turns", told=told, higher=first if after > 0 else second)
    return told


def _levels(voice: Voice, size: float) -> str:
    return wording.levels(abs(size), voice.lang)


def _settled(voice: Voice, ballot: Ballot) -> str:
    """Say what the room agreed on, how it stands to the last votes, and whether that asks for care."""
    told = [_sentence(_agreed_as(voice, ballot, "agreed-level", "agreed-degree"))]
    if ballot.against is not None:
        means = "; ".join(
            voice.say("mean-of", group=voice.group(group), mean=voice.decimal(mean))
            for group, mean in ballot.after.items()
        )
        told.append(voice.say("agreed-against", where=_against(voice, ballot), means=means))
    if ballot.bold:
        told.append(voice.say("ask-for-proof"))
    return " ".join(told)


def _agreed_as(voice: Voice, ballot: Ballot, of_level: str, otherwise: str) -> str:
    """Name the agreed value by its level and text, or by its text alone."""
    value = ballot.agreed or ""
    name = option(voice, ballot.question, value)
    chosen = voice.questionnaire.values_of(ballot.question.id).get(value)
    if isinstance(chosen, RubricOption):
        return voice.say(of_level, level=name, text=voice.text(chosen.text))
    return voice.say(otherwise, text=name)


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def _against(voice: Voice, ballot: Ballot) -> str:
    """Say where the agreed value stands to the last means."""
    if ballot.agreed_level is None:
        return "–"
    if ballot.against is None:
        return voice.say("against-no-level" if ballot.rounds else "no-votes")
    return voice.count(f"against-{ballot.against}", len(ballot.after))


def _votes(voice: Voice, voted: Sequence[Ballot], *, rest: bool) -> VoteTable:
    groups = [group for group in voice.questionnaire.group_by_id if any(group in each.last for each in voted)]
    compared = next((ballot.sides for ballot in voted if ballot.gap_after is not None), None)
    columns = [voice.say("question"), *(voice.column(group) for group in groups)]
    notes = [voice.say("votes-note-twice" if any(ballot.changed for ballot in voted) else "votes-note")]
    if compared:
        columns.append(voice.say("gap"))
        first, second = (voice.group(group) for group in compared)
        notes.append(voice.say("note-gap", first=first, second=second))
    return VoteTable(
        caption=voice.say("votes-others" if rest else "votes"),
        columns=tuple(columns),
        rows=tuple(_vote_row(voice, ballot, groups, gap=compared is not None) for ballot in voted),
        notes=tuple(notes),
    )


def _vote_row(voice: Voice, ballot: Ballot, groups: Sequence[str], *, gap: bool) -> Row:
    cells = [Cell(_moved(voice, ballot.before.get(group), ballot.after.get(group))) for group in groups]
    if gap:
        wide = ballot.gap_after is not None and abs(ballot.gap_after) >= WIDE_GAP - TOLERANCE
        told = _moved(voice, ballot.gap_before, ballot.gap_after, sign=True)
        cells.append(Cell(told, "strong" if wide else ""))
    counts = {
        "votes-unknown": cast(ballot.last, UNKNOWN),
        "votes-not-applicable": cast(ballot.last, NOT_APPLICABLE),
    }
    detail = [voice.say(key, n=n) for key, n in counts.items() if n]
    if ballot.twice and not ballot.changed:
        detail.append(voice.say("votes-alike"))
    return Row(voice.text(ballot.question.name), " · ".join(detail), tuple(cells))


def _moved(voice: Voice, before: float | None, after: float | None, *, sign: bool = False) -> str:
    """Write a figure of the last round, and that of the first before it where it is another."""
    first, last = voice.decimal(before, sign=sign), voice.decimal(after, sign=sign)
    return last if first == last else voice.say("from-to", before=first, after=last)


def _topic(voice: Voice, rank: int, ballot: Ballot) -> Topic:
    question, in_full = ballot.question, rank <= MOST_TOPICS_IN_FULL
    return Topic(
        rank=str(rank),
        name=voice.text(question.name),
        dimension=voice.dimension(question.dimension),
        reasons=tuple(
            voice.say(
                "votes-of", group=voice.group(group), votes=in_words(voice, question, ballot.last, group)
            )
            for group in ballot.last
        )
        or (voice.say("no-votes"),),
        text=voice.text(question.text) if in_full else "",
        probe=voice.text(question.probe) if in_full else "",
    )


def _decisions(voice: Voice, agreed: Sequence[Ballot]) -> EntryTable:
    return EntryTable(
        caption=voice.say("decisions"),
        lead="",
        head=voice.say("question"),
        columns=(voice.say("decision"), voice.say("against")),
        groups=(EntryGroup("", "", tuple(_decision(voice, ballot) for ballot in agreed)),),
    )


def _decision(voice: Voice, ballot: Ballot) -> Entry:
    return Entry(
        mark="",
        title=voice.text(ballot.question.name),
        tag="",
        detail="",
        anchor="",
        cells=(
            Cell(capitalised(_agreed_as(voice, ballot, "agreed-marked", "agreed-plain"))),
            Cell(_against(voice, ballot), "strong" if ballot.bold else ""),
        ),
    )


def _minutes(voice: Voice) -> tuple[Note, ...]:
    """Return what was noted for the whole room, in the order of the questionnaire."""
    remarks = voice.result.remarks
    return tuple(
        Note(voice.text(question.name), remark.note, "")
        for question in voice.questionnaire.questions
        for remark in remarks
        if remark.workshop and remark.question == question.id
    )
