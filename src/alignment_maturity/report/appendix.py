"""How the placement came about, and all answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.language import long_date
from alignment_maturity.model.questionnaire import JOINT, NOT_APPLICABLE, UNKNOWN, Statement
from alignment_maturity.phrasing import verdict, wording
from alignment_maturity.report import charts
from alignment_maturity.report.elements.appendix import (
    Account,
    AnswerGroup,
    Answers,
    CountCell,
    Method,
    Note,
    OptionRow,
    QuestionAnswers,
)
from alignment_maturity.report.elements.common import Block, Fact, Heading
from alignment_maturity.report.voice import capitalised
from alignment_maturity.report.working import working
from alignment_maturity.report.workshop import is_told
from alignment_maturity.result import COMPLETE_ENOUGH

if TYPE_CHECKING:
    import datetime as dt

    from alignment_maturity.model.questionnaire import Question
    from alignment_maturity.report.view import ReportOptions
    from alignment_maturity.report.voice import Voice
    from alignment_maturity.result import QuestionResult, Remark

FEW_PEOPLE = 5
CONSISTENT, CAUTIOUS = 0.8, 0.667
"""Krippendorff's own limits: reliable from the first on, good for tentative conclusions from the second."""

HASH_GROUP = 16
MOST_BARS = 3
MOST_IN_FULL = 24
"""Up to so many questions, the answers nobody chose are printed too."""


def method(voice: Voice, date: dt.date | None, options: ReportOptions) -> Method:
    """Build the account of how this placement was computed, and its limits."""
    return Method(
        heading=Heading("method", voice.say("label-method"), _what_decided(voice)),
        accounts=tuple(
            account
            for account in (
                Account(_who_answered(voice), None, None),
                Account(_from_answers(voice), None, None),
                Account(_to_the_level(voice), working(voice), None),
                Account(_how_sure(voice), None, charts.chances(voice)),
                Account(_to_the_plan(voice), None, None),
            )
            if account.block.sentences
        ),
        limits=_limits(voice),
        sources=_sources(voice, date, options),
    )


def answers(voice: Voice, *, include_notes: bool) -> Answers:
    """Build the distribution of the answers; what people wrote only where it is asked for."""
    result = voice.result
    results = {question.id: question for question in result.questions}
    remarks = result.remarks if include_notes else ()
    if is_told(voice):
        remarks = tuple(remark for remark in remarks if not remark.workshop)
    return Answers(
        heading=Heading("answers", voice.say("label-answers"), capitalised(_answers_message(voice))),
        lead=_answers_lead(voice),
        groups=tuple(
            AnswerGroup(
                voice.text(dimension.name),
                tuple(
                    _question_answers(voice, question, results[question.id], remarks)
                    for question in voice.questionnaire.questions_of(dimension.id)
                ),
            )
            for dimension in voice.questionnaire.dimensions
        ),
    )


def _what_decided(voice: Voice) -> str:
    """Say in a line why it is this level."""
    result, blocking = voice.result, voice.result.blocking
    values: dict[str, object] = {"level": result.level, "next": result.level + 1}
    if result.index is None:
        return voice.say("method-nothing")
    if result.cutoffs:
        cutoff = result.cutoffs[result.level + bool(blocking)]
        index, limit = wording.points_apart(result.index, cutoff, voice.lang)
        return voice.say(
            "method-band" if blocking else "method-band-top", index=index, cutoff=limit, **values
        )
    if blocking is None:
        return voice.say("method-top", **values)
    if blocking.coverage is None or blocking.threshold is None:
        return voice.say("method-silent", **values)
    coverage, threshold = wording.apart(blocking.coverage, blocking.threshold, voice.lang)
    values |= {"coverage": coverage, "threshold": threshold}
    closed = len(blocking.gates)
    if not closed:
        return voice.say("method-coverage", **values)
    values |= {"gates": voice.count("gates", closed), "gate": voice.question(blocking.gates[0].question)}
    reached = blocking.coverage >= blocking.threshold - TOLERANCE
    return voice.count("method-gates" if reached else "method-both", closed, **values)


def _answers_message(voice: Voice) -> str:
    """Say in a line where the answers lie: the lowest level at or below which at least half of them do.

    Only answers that are printed are counted, so that the figure gives nothing away.
    """
    asked, counts = voice.questionnaire, _counts(voice)
    total, unknown = counts.total(), counts[None]
    if not total:
        agreed = sum(question.agreed is not None for question in voice.result.questions)
        key = "answers-agreed" if agreed else "answers-hidden"
        return voice.say(key, n=wording.whole(agreed, voice.lang), questions=len(asked.questions))
    values: dict[str, object] = {"n": wording.whole(total, voice.lang)}
    if any(isinstance(question, Statement) for question in asked.questions):
        key = "answers-single" if total == 1 else "answers-counted" if unknown else "answers-known"
        return voice.count(key, unknown, total=wording.whole(total, voice.lang))
    below = {level: sum(counts[at] for at in range(1, level + 1)) for level in range(1, asked.top + 1)}
    level = next((level for level, n in below.items() if 2 * n >= total), None)
    if level is None:
        return voice.say("answers-unknown", share=wording.most(unknown / total, voice.lang), **values)
    alone = level in {1, asked.top}
    number, kind = (counts[level], "at") if alone else (below[level], "below")
    values |= {"level": level, "share": wording.most(number / total, voice.lang)}
    if total == 1:
        return voice.say("answers-one", **values)
    if number == total:
        return voice.say(f"answers-all-{kind}", **values | {"n": voice.number(total)})
    return voice.say("answers-half" if 2 * number == total and not alone else f"answers-{kind}", **values)


def _counts(voice: Voice) -> Counter[int | None]:
    """Count the answers that are shown by their levels, those who don't know under None."""
    counted: Counter[int | None] = Counter()
    for question in voice.result.questions:
        options = voice.questionnaire.values_of(question.id)
        for group in question.counts:
            for value, n in question.counts[group].items():
                if value != NOT_APPLICABLE:
                    counted[getattr(options.get(value), "level", None if value == UNKNOWN else 0)] += n
    return counted


def _answers_lead(voice: Voice) -> str:
    lead = voice.say("answers-lead-one" if voice.result.respondents.total == 1 else "answers-lead")
    brief = len(voice.questionnaire.questions) > MOST_IN_FULL
    return f"{lead} {voice.say('answers-lead-brief')}" if brief else lead


def _who_answered(voice: Voice) -> Block:
    result = voice.result
    share, needed = wording.apart(result.completeness, COMPLETE_ENOUGH, voice.lang)
    people = voice.people()
    sentences = [
        voice.say("method-answers-text", people=people),
        voice.say("method-completeness", share=share, needed=needed),
        verdict.suppression(result, voice.lang),
    ]
    return Block(voice.say("method-answers"), tuple(sentence for sentence in sentences if sentence))


def _from_answers(voice: Voice) -> Block:
    weights = {group.weight for group in voice.questionnaire.groups}
    if len(weights) <= 1:
        weighing = voice.say("weights-equal")
    else:
        given = [
            f"{voice.text(group.name)} {voice.short(group.weight)}" for group in voice.questionnaire.groups
        ]
        weighing = voice.say("weights-given", weights=", ".join(given))
    key = "method-fulfilment-bands" if voice.result.cutoffs else "method-fulfilment-text"
    sentences = [voice.say(key, weights=weighing)]
    if voice.result.workshop:
        sentences.append(voice.say("method-agreed"))
    return Block(voice.say("method-fulfilment"), tuple(sentences))


def _to_the_level(voice: Voice) -> Block:
    result = voice.result
    if result.cutoffs:
        cutoffs = [
            voice.say("cutoff", level=level, cutoff=voice.short(cutoff))
            for level, cutoff in sorted(result.cutoffs.items())
        ]
        sentences = [voice.say("method-level-bands", cutoffs=voice.listing(cutoffs))]
    else:
        sentences = [voice.say("method-level-text")]
        if result.index is not None:
            sentences.append(voice.say("method-index", index=voice.decimal(result.index)))
    return Block(voice.say("method-level"), tuple(sentences))


def _how_sure(voice: Voice) -> Block:
    # Of a person alone in a hidden group alpha would tell the answers, to whoever tries them all.
    alpha = None if voice.result.combined_withheld else voice.result.alpha
    sentences = [*verdict.confidence(voice.result, voice.lang)]
    if alpha is not None:
        degree = "high" if alpha >= CONSISTENT else "middling" if alpha >= CAUTIOUS else "low"
        sentences.append(voice.say(f"alpha-{degree}", alpha=voice.decimal(alpha, 2)))
    return Block(voice.say("method-sure"), tuple(sentences))


def _to_the_plan(voice: Voice) -> Block:
    """Say how the actions were chosen, put in order and given dates; nothing where there are none."""
    result, plan = voice.result, voice.result.plan
    if not plan.steps:
        return Block("", ())
    sentences = [_chosen(voice), voice.say("plan-exact"), voice.say("plan-order")]
    sentences.append(voice.count("plan-dates", plan.parallel, start=long_date(plan.start, voice.lang)))
    if len(result.questionnaire.compare) == 2 and any(step.action.owner == JOINT for step in plan.steps):
        first, second = (voice.group(group) for group in result.questionnaire.compare)
        sentences.append(voice.say("plan-joint", first=first, second=second))
    return Block(voice.say("method-plan"), tuple(sentences))


def _chosen(voice: Voice) -> str:
    plan, banded = voice.result.plan, bool(voice.result.cutoffs)
    if plan.out_of_reach is None:
        return voice.say("plan-cheapest", level=plan.target)
    key = "plan-closest-bands" if banded else "plan-closest"
    return voice.say(key, target=plan.target, level=plan.out_of_reach.level)


def _limits(voice: Voice) -> Block:
    few = voice.result.respondents.total < FEW_PEOPLE
    keys = ["limit-self", "limit-few" if few else "", "limit-time", "limit-goal"]
    return Block(voice.say("limits"), tuple(voice.say(key) for key in keys if key))


def _sources(voice: Voice, date: dt.date | None, options: ReportOptions) -> tuple[Fact, ...]:
    questionnaire, version = voice.questionnaire, options.program_version
    sources = (
        Fact(voice.say("source-questionnaire"), voice.text(questionnaire.title)),
        Fact(voice.say("source-id"), f"{questionnaire.id} {questionnaire.version}"),
        Fact(voice.say("source-hash"), _in_groups(voice.result.sha256)),
        Fact(voice.say("source-date"), long_date(date, voice.lang) if date else ""),
        Fact(voice.say("source-program"), f"alignment-maturity {version}" if version else ""),
        Fact(voice.say("source-fingerprint"), _in_groups(options.fingerprint)),
        Fact(voice.say("source-method"), voice.say("source-method-text")),
    )
    return tuple(source for source in sources if source.value)


def _in_groups(sha256: str) -> str:
    """Write a hash so that it can be compared by eye."""
    return " ".join(sha256[start : start + HASH_GROUP] for start in range(0, len(sha256), HASH_GROUP))


def _question_answers(
    voice: Voice, question: Question, result: QuestionResult, remarks: tuple[Remark, ...]
) -> QuestionAnswers:
    groups = [group for group in voice.shown if group in result.counts]
    options = [(option.value, voice.text(option.text)) for option in voice.questionnaire.options_of(question)]
    given = {value for counts in result.counts.values() for value in counts} | {result.agreed}
    options += [
        (value, voice.say(key))
        for value, key in ((UNKNOWN, "unknown"), (NOT_APPLICABLE, "not-applicable"))
        if value in given
    ]
    return QuestionAnswers(
        name=voice.text(question.name),
        text=voice.text(question.text),
        tag="" if result.counts or result.agreed else voice.say("nobody"),
        crowded=len(groups) > MOST_BARS,
        columns=tuple(voice.column(group) for group in groups),
        rows=tuple(
            OptionRow(
                value="" if value in (UNKNOWN, NOT_APPLICABLE) else _marked(value),
                text=text,
                agreed=value == result.agreed,
                chosen=value in given,
                cells=tuple(_count_cell(result, group, value) for group in groups),
            )
            for value, text in options
            if value in given or len(voice.questionnaire.questions) <= MOST_IN_FULL
        )
        if result.counts or result.agreed
        else (),
        notes=tuple(_note(voice, remark) for remark in remarks if remark.question == question.id),
    )


def _marked(value: str) -> str:
    """Show a value where it is a level; the name of a degree is told by its text."""
    return value if value.isdecimal() else ""


def _count_cell(result: QuestionResult, group: str, value: str) -> CountCell:
    counts = result.counts[group]
    n = counts.get(value, 0)
    return CountCell(str(n), f"{100 * n / sum(counts.values()):.1f}%" if n else "")


def _note(voice: Voice, remark: Remark) -> Note:
    if remark.name and remark.group:
        who = voice.say("note-of", name=remark.name, group=voice.group(remark.group))
    elif remark.name:
        who = remark.name
    elif remark.group:
        who = voice.group(remark.group)
    else:
        who = voice.say("note-workshop" if remark.workshop else "note-someone")
    return Note(who, remark.note, remark.evidence)
