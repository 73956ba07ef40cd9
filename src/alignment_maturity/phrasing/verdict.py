"""What the placement is and why, in sentences.

Each function takes an assessment and a language and gives finished sentences. Italian sentences name the
functions without an article, because their names come from the questionnaire.
"""

from __future__ import annotations

from collections.abc import Sequence

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.language import Lang, Phrase, listing
from alignment_maturity.phrasing.wording import (
    apart,
    counted,
    fill,
    first_few,
    group_name,
    levels,
    lower_and_higher,
    most,
    points_apart,
    question_name,
    quoted,
    whole,
)
from alignment_maturity.result import COMPLETE_ENOUGH, Assessment, Blocking, Gate, GateStatus

PHRASES: dict[str, Phrase] = {
    # What the level is
    "placement": Phrase(it="Livello {level} di {top}: {name}", en="Level {level} of {top}: {name}"),
    "provisional": Phrase(
        it="Collocazione provvisoria: ha avuto risposta {share:il} delle domande; perché sia definitiva"
        " serve almeno {needed:il}.",
        en="Provisional placement: {share} of the questions were answered; a full placement needs at"
        " least {needed}.",
    ),
    # Why this level
    "starts-at-one": Phrase(
        it="Il livello 1 è il punto di partenza della scala e non richiede nulla.",
        en="Level 1 is where the scale starts; it asks for nothing.",
    ),
    "attained": Phrase(
        it="Il livello {level} è raggiunto: la copertura è {coverage:del}, la soglia {threshold:del}.",
        en="Level {level} is attained: coverage is {coverage}, the threshold {threshold}.",
    ),
    "attained-gates": Phrase(
        it="Il livello {level} è raggiunto: la copertura è {coverage:del}, la soglia {threshold:del}, e i"
        " requisiti sono soddisfatti ({gates}).",
        en="Level {level} is attained: coverage is {coverage}, the threshold {threshold}, and its gates are"
        " passed ({gates}).",
    ),
    "attained-gates-one": Phrase(
        it="Il livello {level} è raggiunto: la copertura è {coverage:del}, la soglia {threshold:del}, e il"
        " requisito è soddisfatto ({gates}).",
        en="Level {level} is attained: coverage is {coverage}, the threshold {threshold}, and its gate is"
        " passed ({gates}).",
    ),
    "attained-band": Phrase(
        it="Il livello {level} comincia a {cutoff} punti; l’indice è {index}.",
        en="Level {level} starts at {cutoff} points; the index is {index}.",
    ),
    # Why not the next
    "coverage-short": Phrase(
        it="La copertura del livello {level} è {coverage:del}; la soglia è {threshold:del}.",
        en="Coverage of level {level} is {coverage}; the threshold is {threshold}.",
    ),
    "coverage-missing": Phrase(
        it="Nessuna risposta riguarda il livello {level}.", en="No answer concerns level {level}."
    ),
    "index-short": Phrase(
        it="L’indice è {index} su 100; il livello {level} comincia a {cutoff}.",
        en="The index is {index} out of 100; level {level} starts at {cutoff}.",
    ),
    "index-missing": Phrase(
        it="Senza risposte non c’è un indice; il livello {level} comincia a {cutoff}.",
        en="Without answers there is no index; level {level} starts at {cutoff}.",
    ),
    "gate-passes": Phrase(it="Il requisito {question} è soddisfatto.", en="The gate {question} is passed."),
    "gate-contested": Phrase(
        it="Il requisito {question} è controverso: le funzioni non concordano.",
        en="The gate {question} is contested: the functions disagree.",
    ),
    "gate-contested-between": Phrase(
        it="Il requisito {question} è controverso: è soddisfatto secondo {holding}, non secondo {lacking}.",
        en="The gate {question} is contested: passed according to {holding}, not according to {lacking}.",
    ),
    "gate-fails": Phrase(
        it="Il requisito {question} non è soddisfatto.", en="The gate {question} is not passed."
    ),
    "gate-fails-for": Phrase(
        it="Il requisito {question} non è soddisfatto secondo {lacking}.",
        en="The gate {question} is not passed according to {lacking}.",
    ),
    "gate-unanswered": Phrase(
        it="Al requisito {question} non ha risposto nessuno.",
        en="Nobody answered the gate {question}.",
    ),
    # The four states of a gate, as a label
    "status-passes": Phrase(it="soddisfatto", en="passed"),
    "status-contested": Phrase(it="controverso", en="contested"),
    "status-fails": Phrase(it="non soddisfatto", en="not passed"),
    "status-unanswered": Phrase(it="senza risposta", en="unanswered"),
    # How sure
    "stable": Phrase(
        it="Collocazione stabile: nessuna risposta, spostata di un solo gradino, cambierebbe il livello"
        " (spostamenti provati: {changes}).",
        en="Stable placement: no single answer, moved by one step, would change the level (moves tried:"
        " {changes}).",
    ),
    "no-changes": Phrase(
        it="Non ci sono risposte da spostare: sulla solidità del livello non si può dire nulla.",
        en="There are no answers to move, so nothing can be said about how solid the level is.",
    ),
    "borderline": Phrase(
        it="Collocazione al limite: tra i possibili spostamenti di un gradino di una sola risposta"
        " (in tutto {changes}), {moves} il livello. {where}.",
        en="Borderline placement: of the possible one-step moves of a single answer ({changes} in"
        " all), {moves} the level. {where}.",
    ),
    "moves-up": Phrase(it="{n} alzerebbero", en="{n} would raise"),
    "moves-up-one": Phrase(it="uno alzerebbe", en="one would raise"),
    "moves-down": Phrase(it="{n} abbasserebbero", en="{n} would lower"),
    "moves-down-one": Phrase(it="uno abbasserebbe", en="one would lower"),
    "where": Phrase(it="Le domande decisive sono {questions}", en="The deciding questions are {questions}"),
    "where-one": Phrase(it="La domanda decisiva è {questions}", en="The deciding question is {questions}"),
    "bootstrap": Phrase(
        it="Se si sorteggiano di nuovo i rispondenti, {resamples} volte, esce il livello {level}"
        " {share:nel} dei casi{others}.",
        en="If respondents are drawn again at random {resamples} times, level {level} comes out in"
        " {share:full} of cases{others}.",
    ),
    "bootstrap-other": Phrase(it="il livello {level} {share:nel}", en="level {level} in {share:full}"),
    "bootstrap-all": Phrase(
        it="Se si sorteggiano di nuovo i rispondenti, {resamples} volte, esce sempre il livello {level}.",
        en="If respondents are drawn again at random {resamples} times, level {level} comes out every time.",
    ),
    "too-few": Phrase(
        it="Con meno di cinque persone non si può stimare quanto il livello dipenda da chi ha risposto.",
        en="With fewer than five people there is no way to estimate how far the level depends on who"
        " answered.",
    ),
    # What is not shown
    "suppressed": Phrase(
        it="{groups}: meno di {limit} persone per funzione, perciò le cifre di queste funzioni non sono"
        " mostrate a parte.",
        en="{groups}: fewer than {limit} people each, so their figures are not shown separately.",
    ),
    "suppressed-one": Phrase(
        it="{groups}: meno di {limit} persone, perciò le cifre di questa funzione non sono mostrate a parte.",
        en="{groups}: fewer than {limit} people, so its figures are not shown separately.",
    ),
    "withheld": Phrase(
        it="Per lo stesso motivo mancano i valori complessivi di domande e dimensioni: le cifre nascoste"
        " se ne ricaverebbero per differenza.",
        en="For the same reason the overall figures of questions and dimensions are left out: the hidden"
        " figures could be worked out from them by subtraction.",
    ),
    # Between the functions
    "no-comparison-nobody": Phrase(
        it="Non ci sono risposte, quindi non è possibile un confronto tra le funzioni.",
        en="There are no answers, so the functions can’t be compared.",
    ),
    "no-comparison-one-person": Phrase(
        it="Ha risposto una sola persona, quindi non è possibile un confronto tra le funzioni.",
        en="Only one person answered, so the functions can’t be compared.",
    ),
    "no-comparison-not-asked": Phrase(
        it="Il questionario non prevede il confronto tra due funzioni.",
        en="The questionnaire does not compare two functions.",
    ),
    "no-comparison-absent": Phrase(
        it="Per {absent} non ha risposto nessuno, quindi le due funzioni non si possono confrontare.",
        en="Nobody from {absent} answered, so the two functions can’t be compared.",
    ),
    "no-comparison-hidden": Phrase(
        it="{first} e {second} non sono a confronto, perché le cifre di una funzione con meno di {limit}"
        " persone non sono mostrate a parte.",
        en="{first} and {second} are not compared, because the figures of a function with fewer than"
        " {limit} people are not shown separately.",
    ),
    "gap": Phrase(
        it="Secondo {lower}, {topic} è {size} più in basso che secondo {higher}",
        en="{lower} sees {topic} {size} lower than {higher}",
    ),
}


def placement(result: Assessment, lang: Lang) -> str:
    """Return the verdict: `Level 2 of 5: Strategic alignment`."""
    questionnaire = result.questionnaire
    name = questionnaire.level_named(result.level).name.in_(lang)
    return _say("placement", lang, level=result.level, top=questionnaire.top, name=name)


def provisional(result: Assessment, lang: Lang) -> str | None:
    """Return why the placement is provisional; None where it is not."""
    if not result.provisional:
        return None
    share, needed = apart(result.completeness, COMPLETE_ENOUGH, lang)
    return _say("provisional", lang, share=share, needed=needed)


def why_this_level(result: Assessment, lang: Lang) -> tuple[str, ...]:
    """Return a sentence for each level attained, from 2 up, or the one for level 1."""
    if result.level == 1:
        return (_say("starts-at-one", lang),)
    if result.cutoffs:
        cutoff = result.cutoffs[result.level]
        index, floor = points_apart(result.index, cutoff, lang)
        return (_say("attained-band", lang, level=result.level, cutoff=floor, index=index),)
    return tuple(_attained(result, level, lang) for level in range(2, result.level + 1))


def why_not_higher(result: Assessment, lang: Lang) -> tuple[str, ...]:
    """Return a sentence for each thing that keeps the next level away; empty at the top of the scale."""
    blocking = result.blocking
    if blocking is None:
        return ()
    return (*_shortfall(blocking, lang), *(gate_sentence(result, gate, lang) for gate in blocking.gates))


def gate_status(status: GateStatus, lang: Lang) -> str:
    """Return the state of a gate as a label: `contested`."""
    return _say(f"status-{status.value}", lang)


def gate_sentence(result: Assessment, gate: Gate, lang: Lang) -> str:
    """Return the state of a gate in a sentence; groups that may not be shown are named on no side."""
    key = f"gate-{gate.status.value}"
    values = {"question": quoted(question_name(result, gate.question, lang), lang)}
    if gate.status.value == "contested" and gate.holding and gate.lacking:
        key += "-between"
        values["holding"] = _groups(result, gate.holding, lang)
        values["lacking"] = _groups(result, gate.lacking, lang)
    elif gate.status.value == "fails" and len(gate.lacking) > 1:
        key += "-for"
        values["lacking"] = _groups(result, gate.lacking, lang)
    return _say(key, lang, **values)


def one_step(result: Assessment, lang: Lang) -> str:
    """Return what one changed answer could do to the level."""
    steps = result.confidence.one_step
    changes = whole(steps.changes, lang)
    if not steps.changes:
        return _say("no-changes", lang)
    if not steps.up and not steps.down:
        return _say("stable", lang, changes=changes)
    moves = listing(
        [
            _count(key, number, lang)
            for key, number in (("moves-up", steps.up), ("moves-down", steps.down))
            if number
        ],
        lang,
    )
    names = [quoted(question_name(result, question, lang), lang) for question in steps.questions]
    where = _count("where", len(names), lang, questions=first_few(names, lang))
    return _say("borderline", lang, changes=changes, moves=moves, where=where)


def bootstrap(result: Assessment, lang: Lang) -> str:
    """Return how the level fares when those who answer are drawn again, or why that can't be said."""
    found = result.confidence.bootstrap
    if found is None:
        return _say("too-few", lang)
    resamples = whole(found.resamples, lang)
    others = [
        _say("bootstrap-other", lang, level=level, share=most(share, lang))
        for level, share in sorted(found.levels.items())
        if level != result.level and share > 0
    ]
    if not others:
        return _say("bootstrap-all", lang, resamples=resamples, level=result.level)
    return _say(
        "bootstrap", lang, resamples=resamples, level=result.level,
        share=most(found.levels.get(result.level, 0.0), lang), others=f", {listing(others, lang)}",
    )  # fmt: skip


def confidence(result: Assessment, lang: Lang) -> tuple[str, ...]:
    """Return how sure the placement is: one changed answer, then other people answering."""
    return one_step(result, lang), bootstrap(result, lang)


def suppression(result: Assessment, lang: Lang) -> str | None:
    """Return which figures are held back and why; None where none is."""
    hidden = [group_name(result, group, lang) for group in result.suppressed_groups]
    if not hidden:
        return None
    sentence = _count("suppressed", len(hidden), lang, groups=listing(hidden, lang), limit=result.min_group)
    return f"{sentence} {_say('withheld', lang)}" if result.combined_withheld else sentence


def no_comparison(result: Assessment, lang: Lang) -> str | None:
    """Return why two functions are not set against each other; None where they are."""
    if result.compared is not None:
        return None
    if result.respondents.total < 2:
        return _say("no-comparison-one-person" if result.respondents.total else "no-comparison-nobody", lang)
    pair = result.questionnaire.compare
    if len(pair) != 2:
        return _say("no-comparison-not-asked", lang)
    names = {"first": group_name(result, pair[0], lang), "second": group_name(result, pair[1], lang)}
    absent = [group for group in pair if group not in result.respondents.by_group]
    if absent:
        return _say("no-comparison-absent", lang, absent=_groups(result, absent, lang))
    return _say("no-comparison-hidden", lang, limit=result.min_group, **names)


def gap_sentence(result: Assessment, topic: str, gap: float, lang: Lang) -> str:
    """Return who sees a topic lower and by how much, without a full stop; `gap` as in the result.

    Raises ValueError where the result compares no functions.
    """
    sides = lower_and_higher(result, gap, lang)
    return _say("gap", lang, topic=quoted(topic, lang), size=levels(abs(gap), lang), **sides)


def _attained(result: Assessment, level: int, lang: Lang) -> str:
    share, limit = apart(result.coverage[level] or 0.0, result.thresholds[level], lang)
    names = [question_name(result, gate.question, lang) for gate in result.gates if gate.level == level]
    if not names:
        return _say("attained", lang, level=level, coverage=share, threshold=limit)
    return _count(
        "attained-gates", len(names), lang,
        level=level, coverage=share, threshold=limit, gates=listing(names, lang),
    )  # fmt: skip


def _shortfall(blocking: Blocking, lang: Lang) -> tuple[str, ...]:
    if blocking.cutoff is not None:
        index, cutoff = points_apart(blocking.index, blocking.cutoff, lang)
        key = "index-missing" if blocking.index is None else "index-short"
        return (_say(key, lang, level=blocking.level, index=index, cutoff=cutoff),)
    if blocking.coverage is None:
        return (_say("coverage-missing", lang, level=blocking.level),)
    if blocking.threshold is None or blocking.coverage >= blocking.threshold - TOLERANCE:
        return ()
    share, limit = apart(blocking.coverage, blocking.threshold, lang)
    return (_say("coverage-short", lang, level=blocking.level, coverage=share, threshold=limit),)


def _groups(result: Assessment, groups: Sequence[str], lang: Lang) -> str:
    return listing([group_name(result, group, lang) for group in groups], lang)


def _say(key: str, lang: Lang, **values: object) -> str:
    return fill(PHRASES[key], lang, **values)


def _count(key: str, n: int, lang: Lang, **values: object) -> str:
    return counted(PHRASES, key, n, lang, **values)
