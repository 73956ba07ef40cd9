"""The first page: where the set stands, what holds it back, where to start."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from alignment_maturity.language import long_date
from alignment_maturity.model.questionnaire import Bands
from alignment_maturity.phrasing import wording
from alignment_maturity.report.board import fitted
from alignment_maturity.report.charts.distribution import distribution
from alignment_maturity.report.elements.common import Block, Fact, Heading
from alignment_maturity.report.elements.placement import Board, Cover, Move
from alignment_maturity.report.portfolio.data import Frequency, GapFrequency
from alignment_maturity.report.voice import capitalised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignment_maturity.report.portfolio.voice import Voice

Counted = TypeVar("Counted", Frequency, GapFrequency)

MOVES, MOST_NEXT, MOST_TIED = 3, 2, 3


def cover(voice: Voice) -> Cover:
    """Say what the pages are about."""
    portfolio = voice.portfolio
    facts = [Fact(voice.say("units-head"), voice.whole(portfolio.organisations))]
    if portfolio.organisations < voice.figures.rows:
        facts.append(Fact(voice.counted, voice.whole(voice.figures.rows)))
    if portfolio.date:
        facts.append(Fact(voice.say("fact-latest"), long_date(portfolio.date, voice.lang)))
    return Cover(
        label=voice.say("portfolio"),
        organisation=voice.text(voice.questionnaire.title),
        placement="",
        facts=tuple(facts),
        drawing=distribution(voice),
    )


def overview(voice: Voice, anchor: str, *, taken: float) -> Board:
    """Build the first page, in the way of the board's page.

    Args:
        taken: how much of the page stands above it, in millimetres.
    """
    banded = isinstance(voice.questionnaire.placement, Bands)
    whole = Board(
        heading=Heading(anchor, voice.say("label-board"), capitalised(_message(voice))),
        density="",
        lead=_lead(voice),
        warning="",
        drawing=distribution(voice),
        figures=_figures(voice),
        figures_note=voice.say("index-note-bands" if banded else "index-note"),
        blocks=_holds(voice),
        functions=_strong(voice),
        sure=_functions(voice),
        moves_title=_moves_title(voice),
        moves=_moves(voice),
        moves_note=plans(voice),
    )
    return fitted(whole, voice.palette.breadth, taken=taken)


def plans(voice: Voice) -> str:
    """Say what the plans for the next level take; nothing where none were made."""
    effort = voice.figures.effort
    if effort is None:
        return ""
    if effort.n == 1 or effort.least == effort.greatest:
        return voice.say("plans-one" if effort.n == 1 else "plans-alike", median=voice.effort(effort.median))
    ends = (effort.lower, effort.upper) if effort.quartered else (effort.least, effort.greatest)
    low, high = wording.short(voice.days(ends[0]), voice.lang), voice.effort(ends[1])
    if effort.quartered:
        return voice.say("plans", median=voice.effort(effort.median), lower=low, upper=high)
    return voice.say("plans-few", least=low, greatest=high)


def strong_and_weak(voice: Voice, key: str = "strong-weak") -> str:
    """Say which dimensions have the highest and the lowest median; nothing where there are no medians."""
    medians = [
        (spread.median, voice.text(dimension.name))
        for dimension, spread in zip(voice.questionnaire.dimensions, voice.figures.dimensions, strict=True)
        if spread is not None and spread.quartered
    ]
    if not medians:
        return ""
    (low, _), (high, _) = min(medians), max(medians)
    weakest, strongest = ([name for median, name in medians if median == end] for end in (low, high))
    if len(medians) == 1:
        return voice.say("strong-single", name=voice.quoted(weakest[0]), low=voice.index(low))
    if voice.index(low) == voice.index(high):
        return voice.say("strong-even", low=voice.index(low))
    if len(weakest) > 1 or len(strongest) > 1:
        return voice.say("strong-range", low=voice.index(low), high=voice.index(high))
    return voice.say(
        key,
        strongest=voice.quoted(strongest[0]),
        weakest=voice.quoted(weakest[0]),
        high=voice.index(high),
        low=voice.index(low),
    )


def leading(found: Sequence[Counted]) -> Sequence[Counted]:
    """Return those that are as frequent as the first."""
    return [frequency for frequency in found if frequency.rows == found[0].rows]


def _message(voice: Voice) -> str:
    """Say where most of the set stands."""
    levels, rows, top = voice.figures.levels, voice.figures.rows, voice.questionnaire.top
    fullest = max(range(1, top + 1), key=lambda level: levels[level - 1])
    values = {"level": fullest, "top": top, "name": wording.cut(voice.level_name(fullest), 80)}
    if rows == 1:
        organisation = wording.cut(voice.portfolio.entries[0].organisation, 80)
        return voice.say("overview-one", organisation=organisation, **values)
    if 2 * levels[fullest - 1] > rows:
        return voice.say("overview-most", rows=voice.part(levels[fullest - 1]), **values)
    stand = [level for level, count in enumerate(levels, start=1) if count]
    half = next(level for level in stand if 2 * sum(levels[:level]) > rows)
    if half == stand[-1]:
        return voice.say("overview-range", n=voice.number(rows), low=stand[0], high=stand[-1], top=top)
    return voice.say("overview-below", rows=voice.part(sum(levels[:half])), level=half, top=top)


def _lead(voice: Voice) -> str:
    index = voice.figures.index
    if index is None:
        return voice.say("nothing-answered")
    values = {name: voice.index(getattr(index, name)) for name in ("least", "median", "greatest")}
    if index.n == 1:
        return voice.say("overview-index-one", **values)
    if values["least"] == values["greatest"]:
        return voice.say("overview-index-alike", **values)
    if not index.quartered:
        return voice.say("overview-index-few", **values)
    quartiles = {
        "lower": voice.index(index.lower),
        "upper": voice.index(index.upper),
        "those": voice.those(index),
    }
    return voice.say("overview-index", **values, **quartiles)


def _figures(voice: Voice) -> tuple[Fact, ...]:
    figures, facts = voice.figures, [Fact(voice.counted, voice.whole(voice.figures.rows))]
    if figures.rows == 1:
        facts = [Fact(voice.say("units-head-one"), "1")]
    facts.append(Fact(voice.say("fact-respondents"), voice.whole(voice.portfolio.respondents)))
    if figures.index is not None and (figures.index.n == 1 or voice.quartered):
        label = "fact-median" if voice.quartered else "fact-index"
        facts.append(Fact(voice.say(label), voice.index(figures.index.median)))
    if figures.levels[-1]:
        facts.append(Fact(voice.say("fact-top"), voice.whole(figures.levels[-1])))
    if figures.provisional:
        label = voice.count("fact-provisional", figures.provisional)
        facts.append(Fact(label, voice.whole(figures.provisional)))
    return tuple(facts)


def _holds(voice: Voice) -> Block:
    """Say what keeps most of the set from its next level."""
    title = voice.count("holds", voice.figures.rows)
    if not voice.below_top:
        return Block(title, (voice.say("holds-top"),))
    if isinstance(voice.questionnaire.placement, Bands):
        return Block(title, (voice.say("holds-bands"),))
    return Block(title, (*_missing_gates(voice), _coverage(voice)))


def _missing_gates(voice: Voice) -> tuple[str, ...]:
    gates, rows = voice.figures.gates, voice.figures.rows
    if not gates:
        return (voice.say("holds-no-gates"),)
    if rows == 1:
        level = voice.portfolio.entries[0].level + 1
        questions = voice.few([voice.question(gate.id) for gate in gates])
        return (voice.count("holds-gates-alone", len(gates), level=level, questions=questions),)
    first = leading(gates)
    questions = voice.few([voice.question(gate.id) for gate in first])
    sentence = voice.count("holds-gates", len(first), questions=questions, rows=voice.part(gates[0].rows))
    following = gates[len(first) : len(first) + MOST_NEXT]
    if not following:
        return (sentence,)
    counted = [
        voice.say("with-number", name=voice.question(gate.id), n=voice.whole(gate.rows)) for gate in following
    ]
    return sentence, voice.count("holds-next", len(following), questions=voice.listing(counted))


def _coverage(voice: Voice) -> str:
    short, ending = voice.figures.short_of_coverage, "-alone" if voice.figures.rows == 1 else ""
    if not short:
        return voice.say(f"holds-covered{ending}")
    return voice.say(f"holds-short{ending}", rows=voice.part(short))


def _strong(voice: Voice) -> Block:
    """Say where the set is strong, weak and divided."""
    title = voice.say("strong")
    if voice.figures.index is None:
        return Block(title, (voice.say("strong-nothing"),))
    if not any(voice.figures.dimensions):
        return Block(title, (f"{voice.say('profile-withheld')}.",))
    told = strong_and_weak(voice)
    if not told:
        return Block(title, (voice.say("strong-few"),))
    return Block(title, tuple(f"{sentence}." for sentence in (told, divided(voice)) if sentence))


def divided(voice: Voice) -> str:
    """Say on which dimension the set differs most; nothing where none stands out."""
    found = [
        (spread.upper - spread.lower, dimension, spread)
        for dimension, spread in zip(voice.questionnaire.dimensions, voice.figures.dimensions, strict=True)
        if spread is not None and spread.quartered
    ]
    widest = max((width for width, _, _ in found), default=0.0)
    widths = [voice.index(width) for width, _, _ in found]
    if len(found) < 2 or widths.count(voice.index(widest)) > 1:
        return ""
    dimension, spread = next((dimension, spread) for width, dimension, spread in found if width == widest)
    return voice.say(
        "divided",
        dimension=voice.quoted(voice.text(dimension.name)),
        those=voice.those(spread),
        lower=voice.index(spread.lower),
        upper=voice.index(spread.upper),
    )


def _functions(voice: Voice) -> Block:
    """Say where the two compared functions see things most differently."""
    title, compared = voice.say("functions"), voice.compared
    if compared is None:
        return Block(title, (voice.say("gaps-none"),))
    gaps = voice.figures.gaps
    if not gaps:
        first, second = compared
        return Block(title, (voice.say("gaps-narrow", first=first, second=second),))
    size, question = wording.levels(gaps[0].size, voice.lang), voice.question(gaps[0].question)
    if voice.figures.compared == 1:
        return Block(
            title, (voice.say("gaps-alone", question=question, size=size), higher(voice, gaps[0], compared))
        )
    wide = voice.part(sum(gap.rows for gap in gaps), voice.figures.compared)
    sentences = [voice.say("gaps-wide", rows=wide)]
    ahead = leading(gaps)
    if len(ahead) == 1:
        rows = gaps[0].rows
        sentences += [
            voice.count("gaps-most", rows, question=question, size=size),
            higher(voice, gaps[0], compared),
        ]
    elif len(ahead) <= MOST_TIED and gaps[0].rows > 1:
        questions = voice.listing([voice.question(gap.question) for gap in ahead])
        sentences.append(voice.say("gaps-most-several", n=voice.number(gaps[0].rows), questions=questions))
    return Block(title, tuple(sentences))


def higher(voice: Voice, gap: GapFrequency, compared: tuple[str, str]) -> str:
    """Say which function sees a question higher."""
    first, second = compared
    others = gap.rows - gap.first_higher
    if gap.first_higher and others:
        n, m = voice.whole(gap.first_higher), voice.whole(others)
        return voice.say("gaps-higher-both", first=first, second=second, n=n, m=m)
    return voice.say(
        "gaps-higher-always" if gap.rows > 1 else "gaps-higher", group=first if gap.first_higher else second
    )


def _moves_title(voice: Voice) -> str:
    effort = voice.figures.effort
    actions = voice.figures.actions
    tied = len(actions) > MOVES and actions[MOVES].rows == actions[MOVES - 1].rows
    if tied or (effort is not None and effort.n == 1):
        return voice.say("start-alone")
    return voice.count("start", min(MOVES, len(actions)))


def _moves(voice: Voice) -> tuple[Move, ...]:
    effort = voice.figures.effort
    if effort is None:
        return ()
    moves = []
    for rank, action in enumerate(voice.figures.actions[:MOVES], start=1):
        asked = voice.questionnaire.action_by_id[action.id]
        owner = wording.owner_name(voice.questionnaire, asked.owner, voice.lang)
        details = [f"{owner}, {voice.effort(asked.effort)}"]
        if effort.n > 1:
            details.insert(0, voice.say("among-first", rows=voice.part(action.rows, effort.n)))
        moves.append(Move(str(rank), wording.cut(voice.text(asked.title), 120), tuple(details)))
    return tuple(moves)
