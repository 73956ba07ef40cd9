"""What the plan is and why, in sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.language import Lang, Phrase, decimal, listing, long_date
from alignment_maturity.model.questionnaire import Statement
from alignment_maturity.phrasing.wording import (
    apart,
    counted,
    effort,
    fill,
    first_few,
    levels,
    lower_and_higher,
    points_apart,
    question_name,
    quoted,
)
from alignment_maturity.result import HORIZONS, Assessment, Gate, GateStatus, OutOfReach, Rise, Step

MOST_RISES = 6
"""How many questions the shortest way up names before it counts the rest."""

PHRASES: dict[str, Phrase] = {
    # Why an action is in the plan: parts of one sentence about it
    "priority": Phrase(
        it="è tra le priorità per arrivare al livello {level}",
        en="it is a priority for reaching level {level}",
    ),
    "gates": Phrase(it="soddisfa i requisiti {gates} {levels}", en="it meets the gates {gates} of {levels}"),
    "gates-one": Phrase(
        it="soddisfa il requisito {gates} {levels}", en="it meets the gate {gates} of {levels}"
    ),
    "at-levels": Phrase(it="dei livelli {levels}", en="levels {levels}"),
    "at-levels-one": Phrase(it="del livello {levels}", en="level {levels}"),
    "contested": Phrase(it="su {gates} le funzioni non concordano", en="the functions disagree on {gates}"),
    "contested-it": Phrase(it="su cui le funzioni non concordano", en="on which the functions disagree"),
    "unanswered-it": Phrase(it="a cui non ha risposto nessuno", en="which nobody answered"),
    "gap": Phrase(
        it="secondo {lower} {question} è {size} più in basso che secondo {higher}",
        en="{lower} sees {question} {size} lower than {higher}",
    ),
    "gap-it": Phrase(
        it="secondo {lower} questo requisito è {size} più in basso che secondo {higher}",
        en="{lower} sees it {size} lower than {higher}",
    ),
    "prepares": Phrase(it="va conclusa prima delle azioni {ranks}", en="actions {ranks} build on this one"),
    "prepares-one": Phrase(
        it="va conclusa prima dell’azione {ranks}", en="action {ranks} builds on this one"
    ),
    "gain": Phrase(
        it="da sola alza la copertura del livello {level} di {n} punti",
        en="taken alone, this action raises coverage of level {level} by {n} points",
    ),
    "gain-one": Phrase(
        it="da sola alza la copertura del livello {level} di un punto",
        en="taken alone, this action raises coverage of level {level} by one point",
    ),
    "counts": Phrase(it="contribuisce al livello {level}", en="it counts towards level {level}"),
    "counts-index": Phrase(it="contribuisce ad alzare l’indice", en="it helps to raise the index"),
    # What the plan leads to
    "attains": Phrase(
        it="Le {n} azioni del piano ({effort}) portano al livello {level}: {name}.",
        en="The {n} actions of the plan ({effort}) lead to level {level}: {name}.",
    ),
    "attains-one": Phrase(
        it="L’unica azione del piano ({effort}) porta al livello {level}: {name}.",
        en="The one action of the plan ({effort}) leads to level {level}: {name}.",
    ),
    "cheapest": Phrase(
        it="Nessun’altra scelta che comprenda le priorità ci arriva con meno impegno.",
        en="No other choice that includes the priorities gets there with less effort.",
    ),
    "cheapest-free": Phrase(
        it="Nessun’altra scelta di azioni ci arriva con meno impegno.",
        en="No other choice of actions gets there with less effort.",
    ),
    "dates": Phrase(
        it="Se si comincia {start}, il piano si conclude {end}.",
        en="If work starts {start}, the plan is complete {end}.",
    ),
    "keep": Phrase(
        it="Il livello {level} è il più alto della scala: ora si tratta di mantenerlo.",
        en="Level {level} is the top of the scale: the task now is to keep it.",
    ),
    "keep-questions": Phrase(
        it="Le domande con più margine di miglioramento sono {questions}.",
        en="The questions with most room for improvement are {questions}.",
    ),
    "keep-questions-one": Phrase(
        it="La domanda con più margine di miglioramento è {questions}.",
        en="The question with most room for improvement is {questions}.",
    ),
    "out-of-reach": Phrase(
        it="Con le azioni di questo questionario il livello {level} resta fuori portata.",
        en="With the actions of this questionnaire level {level} stays out of reach.",
    ),
    "out-of-reach-alone": Phrase(
        it="Con le azioni che arrivano fin lì, il livello {level} resta fuori portata.",
        en="With the actions that lead up to it, level {level} stays out of reach.",
    ),
    "out-of-reach-below": Phrase(
        it="Con le azioni che arrivano fino al livello {target}, il livello {level} resta fuori portata.",
        en="With the actions that lead up to level {target}, level {level} stays out of reach.",
    ),
    "closest": Phrase(
        it="Con le {n} azioni del piano ({effort}) ci si avvicina il più possibile e si arriva al livello"
        " {reached}.",
        en="The {n} actions of the plan ({effort}) come as close as possible and lead to level {reached}.",
    ),
    "closest-one": Phrase(
        it="Con l’unica azione del piano ({effort}) ci si avvicina il più possibile e si arriva al livello"
        " {reached}.",
        en="The one action of the plan ({effort}) comes as close as possible and leads to level {reached}.",
    ),
    "closest-same": Phrase(
        it="Con le {n} azioni del piano ({effort}) ci si avvicina il più possibile, ma si resta al livello"
        " {reached}.",
        en="The {n} actions of the plan ({effort}) come as close as possible, but the level stays {reached}.",
    ),
    "closest-same-one": Phrase(
        it="Con l’unica azione del piano ({effort}) ci si avvicina il più possibile, ma si resta al livello"
        " {reached}.",
        en="The one action of the plan ({effort}) comes as close as possible, but the level stays {reached}.",
    ),
    "no-actions": Phrase(
        it="Non ci sono azioni che avvicinino al livello {level}.",
        en="No action brings level {level} any closer.",
    ),
    "reached-coverage": Phrase(
        it="Nel migliore dei casi la copertura del livello {level} è {coverage:del}; la soglia è"
        " {threshold:del}.",
        en="At best, coverage of level {level} comes to {coverage}; the threshold is {threshold}.",
    ),
    "reached-index": Phrase(
        it="Nel migliore dei casi l’indice è {index}; il livello {level} comincia a {cutoff}.",
        en="At best, the index comes to {index}; level {level} starts at {cutoff}.",
    ),
    "stays-closed": Phrase(
        it="Restano non soddisfatti i requisiti {gates}.", en="The gates {gates} are still not passed."
    ),
    "stays-closed-one": Phrase(
        it="Resta non soddisfatto il requisito {gates}.", en="The gate {gates} is still not passed."
    ),
    "no-action-for": Phrase(
        it="Per queste domande non resta un’azione che basti: {questions}.",
        en="For these questions no action is left that lifts them far enough: {questions}.",
    ),
    "no-action-for-one": Phrase(
        it="Per la domanda {questions} non resta un’azione che basti.",
        en="For the question {questions} no action is left that lifts it far enough.",
    ),
    # The shortest way up
    "shortest": Phrase(
        it="La via più breve al livello {level} è far salire {n} domande: {rises}.",
        en="The shortest way to level {level} is for {n} questions to rise: {rises}.",
    ),
    "shortest-one": Phrase(
        it="La via più breve al livello {level} è far salire una sola domanda: {rises}.",
        en="The shortest way to level {level} is for one question to rise: {rises}.",
    ),
    "rise": Phrase(it="{question} (da {before} a {to})", en="{question} (from {before} to {to})"),
    "rise-to": Phrase(it="{question} (al livello {to})", en="{question} (to level {to})"),
    "rise-full": Phrase(it="{question} (pienamente in atto)", en="{question} (fully in place)"),
    "no-way": Phrase(
        it="Nessun cambiamento delle risposte basta per il livello {level}.",
        en="No change of answers is enough for level {level}.",
    ),
    # When
    "horizon": Phrase(it="entro {n} giorni", en="within {n} days"),
    "horizon-later": Phrase(it="oltre i {n} giorni", en="after {n} days"),
}


def reason(result: Assessment, step: Step, lang: Lang) -> str:
    """Return why an action is in the plan, or worth doing, in one sentence made from the figures."""
    sentence = "; ".join(_reasons(result, step, lang))
    return f"{sentence[:1].upper()}{sentence[1:]}."


def outcome(result: Assessment, lang: Lang) -> tuple[str, ...]:
    """Return what the plan leads to, what it takes and by when, and what stays out of reach."""
    plan = result.plan
    if result.blocking is None:
        names = [quoted(question_name(result, question, lang), lang) for question in plan.keep]
        kept = _count("keep-questions", len(names), lang, questions=listing(names, lang)) if names else ""
        return tuple(sentence for sentence in (_say("keep", lang, level=result.level), kept) if sentence)
    sentences = list(_out_of_reach(result, plan.out_of_reach, lang) if plan.out_of_reach else ())
    if plan.attains:
        days = effort(plan.effort, lang)
        name = result.questionnaire.level_named(plan.target).name.in_(lang)
        sentences += [
            _count("attains", len(plan.steps), lang, effort=days, level=plan.target, name=name),
            _say("cheapest" if any(step.priority_of for step in plan.steps) else "cheapest-free", lang),
        ]
    ends = [step.end for step in plan.steps if step.end]
    if ends:
        first = min(step.start for step in plan.steps if step.start)
        sentences.append(_say("dates", lang, start=_on(first, lang), end=_on(max(ends), lang)))
    return tuple(sentences)


def smallest_change(result: Assessment, lang: Lang) -> str | None:
    """Return the fewest questions that must rise for the next level; None at the top, or if withheld."""
    if result.blocking is None or result.combined_withheld:
        return None
    level, rises = result.blocking.level, result.blocking.smallest_change
    if not rises:
        return _say("no-way", lang, level=level)
    each = [_rise(result, rise, lang) for rise in rises]
    told = listing(each, lang) if len(each) <= MOST_RISES else first_few(each, lang)
    return _count("shortest", len(rises), lang, level=level, rises=told)


def horizon(days: int | None, lang: Lang) -> str:
    """Return a horizon of the plan as a label: `within 30 days`; None is later than all of them."""
    return _say("horizon", lang, n=days) if days else _say("horizon-later", lang, n=HORIZONS[-1])


def _reasons(result: Assessment, step: Step, lang: Lang) -> Iterator[str]:
    gates = () if result.cutoffs else step.gates
    if step.priority_of is not None:
        yield _say("priority", lang, level=step.priority_of)
    if gates:
        yield _gates(result, gates, lang)
    if step.gap is not None:
        question, _ = step.gap
        told = [gate.question for gate in gates] == [question]
        yield _gap(result, step.gap, lang, told=told)
    if step.prepares:
        ranks = sorted(other.rank for other in result.plan.steps if other.action.id in step.prepares)
        yield _count("prepares", len(ranks), lang, ranks=listing([str(rank) for rank in ranks], lang))
    yield from _gain(result, step, lang, alone=not (gates or step.priority_of or step.prepares))


def _gates(result: Assessment, gates: Sequence[Gate], lang: Lang) -> str:
    names = {gate.question: quoted(question_name(result, gate.question, lang), lang) for gate in gates}
    numbers = sorted({gate.level for gate in gates})
    at = _count("at-levels", len(numbers), lang, levels=listing([str(number) for number in numbers], lang))
    sentence = _count("gates", len(names), lang, gates=first_few(list(names.values()), lang), levels=at)
    contested = {gate.question for gate in gates if gate.status is GateStatus.CONTESTED}
    if len(names) == 1:
        status = gates[0].status
        if status in {GateStatus.CONTESTED, GateStatus.UNANSWERED}:
            sentence += f", {_say(f'{status.value}-it', lang)}"
    elif contested:
        told = first_few([name for question, name in names.items() if question in contested], lang)
        sentence += f"; {_say('contested', lang, gates=told)}"
    return sentence


def _gap(result: Assessment, found: tuple[str, float], lang: Lang, *, told: bool) -> str:
    """Say who sees a question lower; `told` where the sentence has just named it."""
    question, gap = found
    name = quoted(question_name(result, question, lang), lang)
    sides = lower_and_higher(result, gap, lang)
    return _say("gap-it" if told else "gap", lang, question=name, size=levels(abs(gap), lang), **sides)


def _on(day: dt.date, lang: Lang) -> str:
    """Write the day on which something happens: `il 3 marzo 2027`, `l’8 marzo 2027`, `on 3 March 2027`."""
    before = "on " if lang == "en" else "l’" if day.day in {8, 11} else "il "
    return before + long_date(day, lang)


def _gain(result: Assessment, step: Step, lang: Lang, *, alone: bool) -> Iterator[str]:
    """Say what an action adds to the next level; or, where nothing else speaks for it, what it counts for."""
    points = round(100 * (step.gain or 0.0))
    if result.cutoffs:
        if alone:
            yield _say("counts-index", lang)
    elif points >= 1 and result.index is not None:
        yield _count("gain", points, lang, level=result.level + 1)
    elif alone:
        yield _say("counts", lang, level=result.plan.target)


def _out_of_reach(result: Assessment, missed: OutOfReach, lang: Lang) -> Iterator[str]:
    plan = result.plan
    # What lifts higher than the target is no candidate: a higher target may reach more.
    key = (
        "out-of-reach" if plan.target == result.questionnaire.top
        else "out-of-reach-alone" if plan.target == missed.level
        else "out-of-reach-below"
    )  # fmt: skip
    yield _say(key, lang, level=missed.level, target=plan.target)
    if plan.steps:
        key = "closest" if missed.reached > result.level else "closest-same"
        days = effort(plan.effort, lang)
        yield _count(key, len(plan.steps), lang, effort=days, reached=missed.reached)
    else:
        yield _say("no-actions", lang, level=missed.level)
    if missed.index is not None:
        index, cutoff = points_apart(missed.index, missed.required, lang)
        yield _say("reached-index", lang, level=missed.level, index=index, cutoff=cutoff)
    elif missed.coverage is not None and missed.coverage < missed.required - TOLERANCE:
        share, limit = apart(missed.coverage, missed.required, lang)
        yield _say("reached-coverage", lang, level=missed.level, coverage=share, threshold=limit)
    for key, questions in (("stays-closed", missed.gates), ("no-action-for", missed.questions)):
        names = [quoted(question_name(result, question, lang), lang) for question in questions]
        if names:
            values = {"gates": listing(names, lang), "questions": listing(names, lang)}
            yield _count(key, len(names), lang, **values)


def _rise(result: Assessment, rise: Rise, lang: Lang) -> str:
    question = quoted(question_name(result, rise.question, lang), lang)
    if isinstance(result.questionnaire.question_by_id[rise.question], Statement):
        return _say("rise-full", lang, question=question)
    # Where only one function lacks it, the mean may be there already.
    if rise.before is None or round(rise.before, 1) >= rise.to:
        return _say("rise-to", lang, question=question, to=rise.to)
    return _say("rise", lang, question=question, before=decimal(rise.before, 1, lang), to=rise.to)


def _say(key: str, lang: Lang, **values: object) -> str:
    return fill(PHRASES[key], lang, **values)


def _count(key: str, n: int, lang: Lang, **values: object) -> str:
    return counted(PHRASES, key, n, lang, **values)
