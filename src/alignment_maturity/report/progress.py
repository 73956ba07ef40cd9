"""What changed since the last wave: the level and its figures, then questions, actions, disagreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.language import long_date
from alignment_maturity.phrasing import progress as compared
from alignment_maturity.report import charts
from alignment_maturity.report.elements.common import Block, Cell, Fact, Heading
from alignment_maturity.report.elements.progress import Changes, LevelChange, LevelTable, Progress
from alignment_maturity.report.voice import capitalised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignment_maturity import progress as waves
    from alignment_maturity.model.questionnaire import Action
    from alignment_maturity.report.drawing import Drawing
    from alignment_maturity.report.voice import Voice
    from alignment_maturity.result import Assessment

MOST_MOVERS = 24


def progress(voice: Voice, found: waves.Progress) -> Progress:
    """Build the page on where the organisation stood and stands."""
    slopes = charts.slopes(voice, found)
    alike = all(change.same_questions for change in found.dimensions)
    return Progress(
        heading=Heading("progress", voice.say("label-progress"), _message(voice, found)),
        lead=_lead(voice, found),
        cautions=compared.cautions(found, voice.lang),
        figures=_figures(voice, found),
        overall=_overall(voice, found),
        dimensions_title=voice.say("slopes-title") if slopes else "",
        dimensions=slopes,
        dimensions_note=voice.say("slopes-note") if slopes and not alike else "",
        levels=_levels(voice, found),
    )


def changes(voice: Voice, found: waves.Progress) -> Changes:
    """Build the page on what changed, question by question and action by action."""
    lang, moved = voice.lang, (*found.risen, *found.fallen)
    return Changes(
        heading=Heading("changes", voice.say("label-changes"), _changes_message(voice, found)),
        brief=not moved,
        lead=_changes_lead(voice, found) if moved else "",
        questions=charts.movers(voice, _movers(found)) if moved else None,
        questions_note=_questions_note(voice, found),
        actions_lead=(compared.plan_kept(found, lang) or "").removesuffix("."),
        actions=_actions(voice, found),
        disagreements=_filled(
            Block(voice.say(key), tuple(compared.disagreement(found, each, lang) for each in those))
            for key, those in (("resolved", found.resolved), ("arisen", found.arisen))
        ),
        not_compared=Block(voice.say("not-compared"), compared.not_compared(found, lang)),
    )


def _message(voice: Voice, found: waves.Progress) -> str:
    """Say in a line where the level went and how many questions moved."""
    before, after = found.before, found.after
    time = compared.span(before.date, after.date, voice.lang)
    if found.level is None:
        return voice.say("progress-other-scale", after=after.level, top=after.questionnaire.top)
    moved = before.level != after.level
    key, span = ("progress-moved", "span-in") if moved else ("progress-stayed", "span-later")
    told = voice.say(
        key, before=before.level, after=after.level, span=voice.say(span, span=time) if time else ""
    )
    counted = _counted(voice, found)
    return f"{told}; {counted}" if counted else told


def _counted(voice: Voice, found: waves.Progress) -> str:
    up, down = len(found.risen), len(found.fallen)
    if not any(change.level.difference is not None for change in found.questions):
        return ""
    if not up and not down:
        return voice.say("none-moved")
    parts = [voice.count("rose", up)] if up else []
    if down:
        parts.append(voice.count("fell-too" if up else "fell", down))
    return ", ".join(parts)


def _lead(voice: Voice, found: waves.Progress) -> str:
    before, after = _wave(voice, found.before), _wave(voice, found.after)
    if before == after:
        before, after = voice.say("earlier-wave"), voice.say("new-wave")
    values = {"before": before, "after": after}
    if len(found.waves) > 2:
        lead = voice.say("progress-lead-many", n=voice.number(len(found.waves)), **values)
    else:
        lead = voice.say("progress-lead", **values)
    return (
        f"{lead} {compared.like_for_like(found.like_for_like, voice.lang)}" if found.like_for_like else lead
    )


def _wave(voice: Voice, wave: Assessment) -> str:
    """Name a wave, with its date where that is not its name."""
    name = compared.wave_name(wave, voice.lang)
    if not (wave.wave and wave.date):
        return name
    return voice.say("wave-dated", wave=wave.wave, date=long_date(wave.date, voice.lang))


def _figures(voice: Voice, found: waves.Progress) -> tuple[Fact, ...]:
    before, after = found.before.level, found.after.level
    moved = found.level is None or before != after
    facts = [
        Fact(voice.say("fact-level"), voice.say("from-to", before=before, after=after))
        if moved
        else Fact(voice.say("fact-same", label=voice.say("fact-level")), str(after))
    ]
    indexes = [(voice.say("fact-index"), found.index)]
    if len(found.by_group) > 1:
        indexes += [
            (voice.say("fact-index-of", group=voice.column(group)), change)
            for group, change in found.by_group.items()
        ]
    for label, change in indexes:
        if change.before is not None or change.after is not None:
            facts.append(_index_fact(voice, label, change))
    return tuple(facts)


def _index_fact(voice: Voice, label: str, change: waves.Change) -> Fact:
    figures = compared.figures(change, voice.lang)
    if change.difference is not None and not (change.rose or change.fell):
        return Fact(voice.say("fact-same", label=label), figures.after)
    value = voice.say("from-to", before=figures.before, after=figures.after)
    return Fact(voice.say("fact-change", label=label, difference=figures.difference), value)


def _overall(voice: Voice, found: waves.Progress) -> Drawing | None:
    return charts.trend(voice, found) if len(found.waves) > 2 else charts.climb(voice, found)


def _levels(voice: Voice, found: waves.Progress) -> LevelTable | None:
    if not found.coverage or found.after.cutoffs or found.before.cutoffs:
        return None
    changed = found.gates_changed
    columns = ["before-column", "now-column", "difference-column"]
    if changed:
        columns.append("gates-changed-column")
    return LevelTable(
        caption=voice.say("changes-levels"),
        head=voice.say("fact-level"),
        columns=tuple(voice.say(key) for key in columns),
        gates=bool(changed),
        rows=tuple(_level(voice, found, level) for level in sorted(found.coverage)),
    )


def _level(voice: Voice, found: waves.Progress, level: int) -> LevelChange:
    before, after, difference = compared.figures(found.coverage[level], voice.lang, unit=100)
    written = [figure if figure == "–" else f"{figure}%" for figure in (before, after)]
    return LevelChange(
        level=str(level),
        name=voice.level_name(level),
        cells=(Cell(written[0]), Cell(written[1]), Cell(difference)),
        gates=tuple(
            compared.gate_change(found, gate, voice.lang)
            for gate in found.gates_changed
            if gate.level == level
        ),
    )


def _changes_message(voice: Voice, found: waves.Progress) -> str:
    if not any(change.level.difference is not None for change in found.questions):
        return voice.say("changes-unknown")
    moved = _in_order((*found.risen, *found.fallen))
    up = voice.question(moved[0].id) if found.risen else ""
    down = voice.question(moved[-1].id) if found.fallen else ""
    key = (
        "changes-up-down"
        if up and down
        else "changes-up"
        if up
        else "changes-down"
        if down
        else "changes-none"
    )
    return voice.say(key, up=up, down=down)


def _changes_lead(voice: Voice, found: waves.Progress) -> str:
    lead = voice.say("changes-lead")
    return f"{lead} {voice.say('changes-sides')}" if found.risen and found.fallen else lead


def _movers(found: waves.Progress) -> tuple[waves.QuestionChange, ...]:
    """Return the questions for the chart: those that moved furthest, in order from rise to fall."""
    moved = (*found.risen, *found.fallen)
    return _in_order(sorted(moved, key=lambda change: abs(_difference(change)), reverse=True)[:MOST_MOVERS])


def _in_order(moved: Iterable[waves.QuestionChange]) -> tuple[waves.QuestionChange, ...]:
    return tuple(sorted(moved, key=_difference, reverse=True))


def _difference(change: waves.QuestionChange) -> float:
    """Return how far a question went, by the figures as they are shown, so that these bear the order out."""
    before, after = (round(figure or 0.0, 1) for figure in (change.level.before, change.level.after))
    return round(after - before, 1) or round(change.level.difference or 0.0, 9)


def _questions_note(voice: Voice, found: waves.Progress) -> str:
    compared_ = [change for change in found.questions if change.level.difference is not None]
    moved = len(found.risen) + len(found.fallen)
    still = len(compared_) - moved
    if moved > MOST_MOVERS:
        return voice.say("changes-more", shown=MOST_MOVERS, moved=moved, still=still)
    if not (moved and still):
        return ""
    return capitalised(voice.count("changes-still", still))


def _actions(voice: Voice, found: waves.Progress) -> tuple[Block, ...]:
    done = tuple(
        title if each.planned else voice.say("unplanned", title=title)
        for each in found.actions.done
        for title in (voice.text(each.action.title),)
    )
    open_, undone = (_titles(voice, those) for those in (found.actions.still_open, found.actions.undone))
    return _filled(
        (
            Block(voice.say("actions-done"), done),
            Block(voice.say("actions-open"), open_),
            Block(voice.say("actions-undone"), undone),
        )
    )


def _titles(voice: Voice, actions: tuple[Action, ...]) -> tuple[str, ...]:
    return tuple(voice.text(action.title) for action in actions)


def _filled(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block.sentences)
