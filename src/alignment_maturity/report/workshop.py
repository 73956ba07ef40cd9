"""What a workshop left: its votes, who moved, what to come back to, what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
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
    others = [ballot for ballot in held if (ballot.rounds or ballot.void) and ballot not in drawn]
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


def _voted(held: Sequence[Ballot]) -> list[Ballot]:
    return [ballot for ballot in held if ballot.rounds]


@dataclass(frozen=True, slots=True)
class _Gaps:
    """The questions with a gap both in the first and in the last round.

    Attributes:
        closer: on how many of them it became smaller.
        apart: on how many it became larger.
        level: on how many there was nothing to close: no gap, as printed, first and last.
    """

    every: tuple[Ballot, ...]
    closer: int
    apart: int
    level: int

    @property
    def open(self) -> int:
        """On how many there was a gap in one of the two rounds."""
        return len(self.every) - self.level


def _gaps(held: Sequence[Ballot]) -> _Gaps:
    every = tuple(ballot for ballot in held if ballot.narrowed is not None)
    changes = [(ballot.narrowed or 0.0, printed(ballot.gap_before or 0.0)) for ballot in every]
    return _Gaps(
        every,
        closer=sum(narrowed > 0 for narrowed, _ in changes),
        apart=sum(narrowed < 0 for narrowed, _ in changes),
        level=sum(not narrowed and not before for narrowed, before in changes),
    )


def _message(voice: Voice, held: Sequence[Ballot]) -> str:
    gaps, parts = _gaps(held), []
    if gaps.every:
        when = _when(voice, gaps.every)
        change = _change(voice, gaps, alone=len(gaps.every) == len(_voted(held)))
        parts.append(voice.say("workshop-change", when=when, change=change, **_sides(voice, gaps)))
    left = [
        voice.count(key, len(those))
        for key, those in (("workshop-agreed", _agreed(held)), ("workshop-parked", _parked(held)))
        if those
    ]
    if left:
        # The figures below tell the rest of a long message.
        parts.append(voice.listing(left[:1] if gaps.closer and gaps.apart else left))
    if not parts:
        voted = _voted(held)
        parts.append(voice.count("workshop-voted", len(voted)) if voted else voice.say("no-last-votes"))
    return capitalised("; ".join(parts))


def _sides(voice: Voice, gaps: _Gaps) -> dict[str, str]:
    return dict(zip(("first", "second"), map(voice.group, gaps.every[0].sides), strict=True))


def _when(voice: Voice, voted: Sequence[Ballot]) -> str:
    """Say after how many rounds, where they were as many on every question."""
    rounds = {len(ballot.rounds) for ballot in voted}
    if rounds == {2}:
        return voice.say("after-second")
    return voice.count("after-rounds", rounds.pop()) if len(rounds) == 1 else voice.say("after-last")


def _change(voice: Voice, gaps: _Gaps, *, alone: bool) -> str:
    """Say on how many questions the compared functions came closer or moved apart.

    Where these questions are `alone`, what holds of all of them is said without their number.
    """
    if not gaps.closer and not gaps.apart:
        key = "as-far" if gaps.open else "level"
        return voice.say(key) if alone else voice.count(f"{key}-on", gaps.open or gaps.level)
    if alone and len(gaps.every) == 1:
        return voice.say("closer" if gaps.closer else "apart")
    if not gaps.closer:
        return voice.count("apart-on", gaps.apart)
    of = "closer-on" if gaps.closer == gaps.open else "closer-on-some"
    told = voice.count(of, gaps.closer, total=voice.number(gaps.open))
    return voice.count("closer-and-apart", gaps.apart, closer=told) if gaps.apart else told


def _lead(voice: Voice, held: Sequence[Ballot]) -> str:
    if _voted(held):
        gaps, told = _gaps(held), [voice.say("workshop-lead", top=voice.questionnaire.top)]
        if gaps.level and gaps.open:
            told.append(voice.count("workshop-lead-level", gaps.level))
        return " ".join(told)
    if any(ballot.void for ballot in held):
        return voice.say("workshop-lead-void")
    return voice.say("workshop-lead-agreed" if _agreed(held) else "workshop-lead-parked")


def _figures(voice: Voice, held: Sequence[Ballot]) -> tuple[Fact, ...]:
    gaps, twice = _gaps(held), sum(ballot.twice for ballot in held)
    figures = [("fact-voted", _of(voice, len(_voted(held)), _asked(voice)))]
    if twice:
        figures.append(("fact-twice", str(twice)))
    if gaps.open:
        figures.append(("fact-closer", _of(voice, gaps.closer, gaps.open)))
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
    """Say who moved, what became of the gap, and how the functions voted that the drawing leaves out.

    Of several rounds the first and the last are compared.
    """
    if len(ballot.rounds) > 2:
        yield voice.count("rounds-between", len(ballot.rounds))
    means = _means(voice, ballot)
    if means:
        yield f"{capitalised(means)}."
    gap = _gap(voice, ballot)
    if gap:
        yield f"{gap}."
    yield from _turnout(voice, ballot)
    for group in voice.questionnaire.group_by_id:
        if group not in ballot.sides and (group in ballot.first or group in ballot.last):
            told = (in_words(voice, ballot.question, votes, group) for votes in (ballot.first, ballot.last))
            before_told, after_told = told
            yield voice.say("votes-of-others", group=voice.group(group), before=before_told, after=after_told)


def _turnout(voice: Voice, ballot: Ballot) -> Iterator[str]:
    """Say how many more or fewer did not know or did not vote."""
    before, after = cast(ballot.first, UNKNOWN), cast(ballot.last, UNKNOWN)
    if before != after:
        yield voice.say("unknown-moves", before=before, after=after)
    for group in ballot.sides:
        if (group in ballot.first) != (group in ballot.last):
            key = "not-in-last" if group in ballot.first else "not-in-first"
            yield voice.say(key, group=voice.group(group))
    before, after = number(ballot.first), number(ballot.last)
    if before != after:
        yield voice.say("voters-differ", before=before, after=after)


def _means(voice: Voice, ballot: Ballot) -> str:
    told: list[str] = []
    for group, move in ballot.moves.items():
        if move:
            key = ("mean-rises" if move > 0 else "mean-falls") + ("-too" if told else "")
            told.append(voice.say(key, group=voice.group(group), size=_levels(voice, move)))
    if told or not ballot.moves or {*ballot.before} != {*ballot.after}:
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
    every = list(voice.questionnaire.group_by_id)
    groups = [
        group for group in every if any(group in each.first or group in each.last for each in voted)
    ] or every
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
    return Row(voice.text(ballot.question.name), " · ".join((*detail, *_course(voice, ballot))), tuple(cells))


def _course(voice: Voice, ballot: Ballot) -> Iterator[str]:
    """Say what the figures of the first and the last round do not show."""
    rounds = ballot.rounds
    if ballot.void:
        yield voice.say("no-last-votes")
    elif len(rounds) > 2:
        key = "votes-rounds" if ballot.changed else "votes-returned"
        same = all(votes == ballot.first for votes in rounds)
        yield voice.count("votes-alike-all" if same else key, len(rounds))
    elif ballot.twice and not ballot.changed:
        yield voice.say("votes-alike")


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
        or (voice.say("no-last-votes" if ballot.void else "no-votes"),),
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
