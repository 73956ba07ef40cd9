"""Sentences about a result that the terminal and the report share, in Italian and English.

Each function takes an assessment and a language and gives finished sentences, so that what is on the screen
and what is in the report are the same words. Nothing is computed but the words. Italian sentences name the
functions without an article, because their names come from the questionnaire.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.language import LANGUAGES, Lang, Phrase, decimal, listing, percent
from alignment_maturity.result import COMPLETE_ENOUGH, Assessment, Blocking, Gate, GateStatus

MOST_NAMED = 3
"""How many questions a sentence names before it counts the rest."""


PHRASES: dict[str, Phrase] = {
    "effort": Phrase(it="{n} giorni-persona", en="{n} person-days"),
    "effort-one": Phrase(it="1 giorno-persona", en="1 person-day"),
    "group-ungrouped": Phrase(it="Senza funzione", en="No function"),
    "group-joint": Phrase(it="Insieme", en="Jointly"),
    "quoted": Phrase(it="«{text}»", en="“{text}”"),
    "others": Phrase(it="altre {n}", en="{n} others"),
    "others-one": Phrase(it="un’altra", en="one other"),
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
    "levels": Phrase(it="{n}\N{NO-BREAK SPACE}livelli", en="{n}\N{NO-BREAK SPACE}levels"),
    "levels-one": Phrase(it="un livello", en="one level"),
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
    if result.compared is None:
        raise ValueError("no functions are compared")
    higher, lower = result.compared if gap >= 0 else result.compared[::-1]
    return _say(
        "gap", lang, topic=quoted(topic, lang), size=levels(abs(gap), lang),
        lower=group_name(result, lower, lang), higher=group_name(result, higher, lang),
    )  # fmt: skip


def question_name(result: Assessment, question: str, lang: Lang) -> str:
    """Return the short name of a question."""
    return result.questionnaire.question_by_id[question].name.in_(lang)


def group_name(result: Assessment, group: str, lang: Lang) -> str:
    """Return the name of a group, of those who gave none, or of an action's joint owner."""
    known = result.questionnaire.group_by_id.get(group)
    return known.name.in_(lang) if known else _say(f"group-{group}", lang)


def quoted(text: str, lang: Lang) -> str:
    """Put a name between the quotation marks of the language."""
    return _say("quoted", lang, text=text)


def first_few(names: Sequence[str], lang: Lang) -> str:
    """Name the first few and count the rest: `a, b and 3 others`."""
    if len(names) <= MOST_NAMED + 1:
        return listing(tuple(names), lang)
    rest = len(names) - MOST_NAMED
    return listing((*names[:MOST_NAMED], _count("others", rest, lang)), lang)


def effort(days: float, lang: Lang) -> str:
    """Write an effort: `1 person-day`, `2.5 person-days`."""
    return _say("effort-one" if days == 1 else "effort", lang, n=short(days, lang))


def short(number: float, lang: Lang) -> str:
    """Write a number without needless decimals: `6`, `2.5`."""
    return decimal(number, 0 if abs(number - round(number)) < 0.05 else 1, lang)


def levels(size: float, lang: Lang) -> str:
    """Write a distance in levels: `1.5 levels`, `2 levels`, `one level`."""
    rounded = round(size, 1)
    if rounded == 1:
        return _say("levels-one", lang)
    return _say("levels", lang, n=decimal(size, 0 if rounded.is_integer() else 1, lang))


def most(share: float, lang: Lang) -> str:
    """Write a share as a whole percentage that is 0% or 100% only where it is so exactly."""
    if 0 < share < 0.01:
        return "<1%"
    return ">99%" if 0.99 < share < 1 else percent(share, lang)


def apart(share: float, limit: float, lang: Lang) -> tuple[str, str]:
    """Write a share and the limit it is held against with digits enough to tell them apart."""
    figure, bound = _apart(100 * share, 100 * limit, lang)
    return f"{figure}%", f"{bound}%"


def points_apart(index: float | None, limit: float, lang: Lang) -> tuple[str, str]:
    """Write an index and the limit it is held against with digits enough to tell them apart."""
    return ("–", decimal(limit, 0, lang)) if index is None else _apart(index, limit, lang)


def whole(number: int, lang: Lang) -> str:
    """Write a count with its thousands marked."""
    return f"{number:,}".replace(",", "." if lang == LANGUAGES[0] else ",")


def fill(phrase: Phrase, lang: Lang, **values: object) -> str:
    """Fill a phrase whose percentages may ask for words: an article (`{share:nel}`), or `{share:full}`."""
    percentages = {
        name: _Articled(text) for name, text in values.items() if isinstance(text, str) and text.endswith("%")
    }
    return phrase.fill(lang, **values | percentages)


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


def _apart(figure: float, limit: float, lang: Lang) -> tuple[str, str]:
    """Write both with as few digits as show the limit as it is and the two as different, at most three."""
    enough = next(
        digits for digits in range(4) if digits == 3 or abs(round(limit, digits) - limit) < TOLERANCE
    )
    for digits in range(enough, 4):
        written = decimal(figure, digits, lang), decimal(limit, digits, lang)
        if written[0] != written[1]:
            return written
    return decimal(figure, enough, lang), decimal(limit, enough, lang)


def _groups(result: Assessment, groups: Sequence[str], lang: Lang) -> str:
    return listing([group_name(result, group, lang) for group in groups], lang)


@dataclass(frozen=True, slots=True)
class _Articled:
    """A percentage in prose: `{share:nel}` is `nel 70%` or `nell’80%`, `{share:full}` `less than 1%`."""

    text: str

    def __format__(self, spec: str) -> str:
        if not spec:
            return self.text
        if spec == "full":
            return _BOUNDS.get(self.text[0], "") + self.text.lstrip("<>")
        if self.text[0] in "<>":
            return {"<": "in meno ", ">": "in più "}[self.text[0]] + format(_Articled(self.text[1:]), "del")
        number = self.text.rstrip("%").split(",")[0]
        elided = number in {"1", "11"} or number.startswith("8")
        return _ARTICLES[spec][1 if elided else 2 if number == "0" else 0] + self.text


_BOUNDS = {"<": "less than ", ">": "more than "}
_ARTICLES = {
    "il": ("il ", "l’", "lo "),
    "del": ("del ", "dell’", "dello "),
    "nel": ("nel ", "nell’", "nello "),
}
"""The article with a consonant, with a vowel, and with zero."""


def _say(key: str, lang: Lang, **values: object) -> str:
    return fill(PHRASES[key], lang, **values)


def _count(key: str, n: int, lang: Lang, **values: object) -> str:
    """Fill the phrase for one or for several."""
    values = {"n": whole(n, lang), **values}
    return _say(f"{key}-one" if n == 1 and f"{key}-one" in PHRASES else key, lang, **values)
