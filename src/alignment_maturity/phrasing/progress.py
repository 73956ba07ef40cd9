"""What changed between two waves, in sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from alignment_maturity.language import Lang, Phrase, decimal, listing, long_date
from alignment_maturity.phrasing import differences, verdict
from alignment_maturity.phrasing.differences import either_question, listed
from alignment_maturity.phrasing.wording import counted, fill, group_name, quoted
from alignment_maturity.progress import Change, Disagreement, GateChange, LikeForLike, Progress
from alignment_maturity.result import Assessment, Gate, GateStatus

PHRASES: dict[str, Phrase] = {
    "undated": Phrase(it="rilevazione senza data", en="undated wave"),
    # The verdict
    "moved": Phrase(
        it="Dal livello {before} al livello {after}{span}{index}.",
        en="From level {before} to level {after}{span}{index}.",
    ),
    "in-span": Phrase(it=" in {span}", en=" in {span}"),
    "stayed": Phrase(
        it="Livello {after}, come {span} prima{index}.",
        en="Level {after}, the same as {span} earlier{index}.",
    ),
    "stayed-undated": Phrase(
        it="Livello {after}, come nella rilevazione precedente{index}.",
        en="Level {after}, as in the previous wave{index}.",
    ),
    "other-scale": Phrase(
        it="Livello {after} di {top}; nella rilevazione precedente livello {before} di {old_top}, su un’altra"
        " scala{index}.",
        en="Level {after} of {top}; in the previous wave level {before} of {old_top}, on another"
        " scale{index}.",
    ),
    "index-rose": Phrase(
        it="; l’indice sale da {before} a {after}", en="; the index rises from {before} to {after}"
    ),
    "index-fell": Phrase(
        it="; l’indice scende da {before} a {after}", en="; the index falls from {before} to {after}"
    ),
    "index-same": Phrase(it="; l’indice resta a {after}", en="; the index stays at {after}"),
    "days": Phrase(it="{number} giorni", en="{number} days"),
    "days-one": Phrase(it="un giorno", en="one day"),
    "weeks": Phrase(it="{number} settimane", en="{number} weeks"),
    "weeks-one": Phrase(it="una settimana", en="one week"),
    "months": Phrase(it="{number} mesi", en="{number} months"),
    "months-one": Phrase(it="un mese", en="one month"),
    "years": Phrase(it="{number} anni", en="{number} years"),
    "years-one": Phrase(it="un anno", en="one year"),
    "like-for-like": Phrase(
        it="A parità di domande e di pesi (domande in comune: {n}) l’indice passa da {before} a {after}.",
        en="Over the {n} questions in common, with the weights of the new questionnaire, the index goes from"
        " {before} to {after}.",
    ),
    "like-for-like-one": Phrase(
        it="Sull’unica domanda in comune l’indice passa da {before} a {after}.",
        en="Over the one question in common the index goes from {before} to {after}.",
    ),
    "like-for-like-same": Phrase(
        it="A parità di domande e di pesi (domande in comune: {n}) l’indice resta a {after}.",
        en="Over the {n} questions in common, with the weights of the new questionnaire, the index stays at"
        " {after}.",
    ),
    "like-for-like-same-one": Phrase(
        it="Sull’unica domanda in comune l’indice resta a {after}.",
        en="Over the one question in common the index stays at {after}.",
    ),
    # Cautions
    "other-rules": Phrase(
        it="Sono cambiate anche le regole della collocazione: il livello può dipendere da questo.",
        en="The rules of the placement changed as well: the level may be due to that.",
    ),
    "new-is-older": Phrase(
        it="La nuova rilevazione ha una data anteriore a una delle precedenti: forse i file sono stati"
        " scambiati.",
        en="The new wave has an earlier date than a previous one: the files may be the wrong way round.",
    ),
    "no-date": Phrase(
        it="Non tutte le rilevazioni hanno una data: quelle senza data sono considerate le più vecchie.",
        en="Not every wave has a date: those without are taken to be the oldest.",
    ),
    "provisional": Phrase(
        it="In una delle due rilevazioni le risposte sono troppo poche: la sua collocazione è provvisoria, e"
        " con essa il confronto.",
        en="Too little was answered in one of the two waves: its placement is provisional, and so is the"
        " comparison.",
    ),
    "same-name": Phrase(
        it="Due rilevazioni hanno lo stesso nome: controllare che non siano la stessa.",
        en="Two waves have the same name: make sure that they are not the same one.",
    ),
    # Gates
    "gate-turned": Phrase(
        it="{question}, requisito del livello {level}: da {before} a {after}",
        en="{question}, a gate of level {level}: from {before} to {after}",
    ),
    "gate-new": Phrase(
        it="{question}, nuovo requisito del livello {level}: {after}",
        en="{question}, a new gate of level {level}: {after}",
    ),
    "gate-gone": Phrase(
        it="{question}, non più requisito del livello {level}: era {before}",
        en="{question}, no longer a gate of level {level}: it was {before}",
    ),
    # Dimensions
    "level-up": Phrase(it="Salgono di livello {items}.", en="Now at a higher level: {items}."),
    "level-up-one": Phrase(it="Sale di livello {items}.", en="Now at a higher level: {items}."),
    "level-down": Phrase(it="Scendono di livello {items}.", en="Now at a lower level: {items}."),
    "level-down-one": Phrase(it="Scende di livello {items}.", en="Now at a lower level: {items}."),
    "dimension": Phrase(it="{dimension} ({before} → {after})", en="{dimension} ({before} → {after})"),
    # Disagreements
    "gate-settled-passes": Phrase(
        it="Il requisito {question} del livello {level} non è più controverso: ora è soddisfatto.",
        en="The gate {question} of level {level} is no longer contested: now it is passed.",
    ),
    "gate-settled-fails": Phrase(
        it="Il requisito {question} del livello {level} non è più controverso: ora non è soddisfatto.",
        en="The gate {question} of level {level} is no longer contested: now it is not passed.",
    ),
    "gate-settled-unanswered": Phrase(
        it="Il requisito {question} del livello {level} non è più controverso: ora è senza risposta.",
        en="The gate {question} of level {level} is no longer contested: now it is unanswered.",
    ),
    "gap-now": Phrase(
        it="Su {question} la distanza tra {first} e {second} passa da {before} a {after} livelli.",
        en="On {question} the gap between {first} and {second} goes from {before} to {after} levels.",
    ),
    # The plan of the earlier wave
    "plan-some": Phrase(
        it="Delle {planned} azioni del piano precedente {done} risultano svolte.",
        en="Of the {planned} actions of the previous plan, {done} are now done.",
    ),
    "plan-some-one": Phrase(
        it="Delle {planned} azioni del piano precedente una risulta svolta.",
        en="Of the {planned} actions of the previous plan, one is now done.",
    ),
    "plan-all": Phrase(
        it="Tutte e {planned} le azioni del piano precedente risultano svolte.",
        en="All {planned} actions of the previous plan are now done.",
    ),
    "plan-all-one": Phrase(
        it="L’unica azione del piano precedente risulta svolta.",
        en="The one action of the previous plan is now done.",
    ),
    "plan-both": Phrase(
        it="Entrambe le azioni del piano precedente risultano svolte.",
        en="Both actions of the previous plan are now done.",
    ),
    "plan-none": Phrase(
        it="Nessuna delle {planned} azioni del piano precedente risulta svolta.",
        en="None of the {planned} actions of the previous plan is done yet.",
    ),
    "plan-none-one": Phrase(
        it="L’unica azione del piano precedente è ancora aperta.",
        en="The one action of the previous plan is still open.",
    ),
    # What is not compared
    "hidden": Phrase(
        it="Le cifre di {groups} non si confrontano, perché in una delle due rilevazioni queste funzioni"
        " erano troppo piccole per essere mostrate a parte.",
        en="The figures of {groups} are not compared, because in one of the two waves these functions were"
        " too small to be shown separately.",
    ),
    "hidden-one": Phrase(
        it="Le cifre di {groups} non si confrontano, perché in una delle due rilevazioni questa funzione era"
        " troppo piccola per essere mostrata a parte.",
        en="The figures of {groups} are not compared, because in one of the two waves this function was too"
        " small to be shown separately.",
    ),
    "withheld": Phrase(
        it="Non si confrontano nemmeno le cifre complessive di domande e dimensioni, perché da queste si"
        " ricaverebbero quelle nascoste.",
        en="Nor are the overall figures of questions and dimensions, because the hidden ones could be worked"
        " out from them.",
    ),
    "unanswered": Phrase(
        it="Non confrontate, perché in una delle due rilevazioni non hanno risposte: {items}.",
        en="Not compared, because they have no answers in one of the two waves: {items}.",
    ),
    "unanswered-one": Phrase(
        it="Non confrontata, perché in una delle due rilevazioni non ha risposte: {items}.",
        en="Not compared, because it has no answers in one of the two waves: {items}.",
    ),
    "actions-not-compared": Phrase(
        it="Azioni del piano precedente che il nuovo questionario non prevede più allo stesso modo: {items}.",
        en="Actions of the previous plan that the new questionnaire no longer has as they were: {items}.",
    ),
    "actions-not-compared-one": Phrase(
        it="Azione del piano precedente che il nuovo questionario non prevede più allo stesso modo: {items}.",
        en="Action of the previous plan that the new questionnaire no longer has as it was: {items}.",
    ),
}

_MOST_DIGITS = 3
_NUMBERS: dict[Lang, tuple[str, ...]] = {
    "it": ("due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici"),
    "en": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}


class Figures(NamedTuple):
    """A figure in two waves as people read it: the difference is that of the rounded figures."""

    before: str
    after: str
    difference: str


def figures(change: Change, lang: Lang, *, digits: int = 0, unit: float = 1.0) -> Figures:
    """Write a change with at least `digits` decimals, and as many as it takes to see that there is one."""
    before, after = (None if value is None else value * unit for value in (change.before, change.after))
    if before is None or after is None:
        return Figures(decimal(before, digits, lang), decimal(after, digits, lang), "–")
    while (
        digits < _MOST_DIGITS
        and (change.rose or change.fell)
        and round(before, digits) == round(after, digits)
    ):
        digits += 1
    difference = round(after, digits) - round(before, digits)
    return Figures(
        decimal(before, digits, lang),
        decimal(after, digits, lang),
        decimal(difference, digits, lang, sign=True),
    )


def difference(change: Change, lang: Lang, *, digits: int = 0) -> str:
    """Write a difference whose figures are not shown, with a digit more where it would vanish."""
    found = change.difference
    if found is not None and (change.rose or change.fell) and not round(found, digits):
        digits += 1
    return decimal(found, digits, lang, sign=True)


def wave_name(result: Assessment, lang: Lang) -> str:
    """Return what a wave is called: its name, else its date."""
    return result.wave or (long_date(result.date, lang) if result.date else _say("undated", lang))


def span(before: dt.date | None, after: dt.date | None, lang: Lang) -> str | None:
    """Write the time between two dates: `six months`; None where there is none, or it runs backwards."""
    days = (after - before).days if before and after else 0
    if days <= 0:
        return None
    months = round(days / 30.44)
    key, number = (
        ("days", days) if days < 14
        else ("weeks", round(days / 7)) if days < 56
        else ("years", months // 12) if months % 12 == 0
        else ("months", months)
    )  # fmt: skip
    return _count(key, number, lang, number=_in_words(number, lang))


def outcome(progress: Progress, lang: Lang) -> str:
    """Return the verdict: `From level 2 to level 3 in six months; the index rises from 41 to 55`."""
    before, after = progress.before, progress.after
    index = _index(progress.index, lang)
    values = {"before": before.level, "after": after.level, "index": index}
    if progress.level is None:
        tops = {"top": after.questionnaire.top, "old_top": before.questionnaire.top}
        return _say("other-scale", lang, **values, **tops)
    time = span(before.date, after.date, lang)
    if before.level != after.level:
        return _say("moved", lang, **values, span=_say("in-span", lang, span=time) if time else "")
    return _say("stayed", lang, **values, span=time) if time else _say("stayed-undated", lang, **values)


def like_for_like(found: LikeForLike, lang: Lang) -> str:
    """Return how the index changed over the questions that both questionnaires ask."""
    same = not (found.index.rose or found.index.fell)
    before, after, _ = figures(found.index, lang)
    key = "like-for-like-same" if same else "like-for-like"
    return _count(key, len(found.questions), lang, before=before, after=after)


def cautions(progress: Progress, lang: Lang) -> tuple[str, ...]:
    """Return what makes one doubt whether the waves are what they are taken for."""
    return tuple(_say(caution.value, lang) for caution in progress.cautions)


def gate_change(progress: Progress, change: GateChange, lang: Lang) -> str:
    """Return how a gate changed, without a full stop: `“SLA”, a gate of level 3: from fails to passes`."""
    before, after = (_status(gate, lang) for gate in (change.before, change.after))
    key = "gate-gone" if change.after is None else "gate-new" if change.before is None else "gate-turned"
    question = either_question(progress, change.question, lang)
    return _say(key, lang, question=question, level=change.level, before=before, after=after)


def dimension_levels(progress: Progress, lang: Lang) -> tuple[str, ...]:
    """Return which dimensions went up a level, and which down."""
    moved: dict[str, list[str]] = {"level-up": [], "level-down": []}
    for change in progress.dimensions:
        if change.level.rose or change.level.fell:
            name = progress.after.questionnaire.dimension_by_id[change.id].name.in_(lang)
            levels = {"before": change.level.before, "after": change.level.after}
            item = _say("dimension", lang, dimension=quoted(name, lang), **levels)
            moved["level-up" if change.level.rose else "level-down"].append(item)
    return tuple(sentence for key, items in moved.items() for sentence in listed(PHRASES, key, items, lang))


def disagreement(progress: Progress, found: Disagreement, lang: Lang) -> str:
    """Return what began, or ended, on a question, in one or more sentences."""
    sentences = [_gate_sentence(progress, change.after, lang) for change in found.gates if change.after]
    pair = progress.after.compared
    if found.gap is not None and pair is not None:
        widths = Change(*(None if gap is None else abs(gap) for gap in (found.gap.before, found.gap.after)))
        before, after, _ = figures(widths, lang, digits=1)
        first, second = (group_name(progress.after, group, lang) for group in pair)
        sentences.append(
            _say(
                "gap-now", lang, question=either_question(progress, found.question, lang),
                first=first, second=second, before=before, after=after,
            )
        )  # fmt: skip
    return " ".join(sentences)


def plan_kept(progress: Progress, lang: Lang) -> str | None:
    """Return how much of the earlier plan is done; None where it had no steps that can be compared."""
    done = sum(action.planned for action in progress.actions.done)
    planned = done + len(progress.actions.still_open)
    if not planned:
        return None
    words = {"planned": _in_words(planned, lang), "done": _in_words(done, lang)}
    if 0 < done < planned:
        return _count("plan-some", done, lang, **words)
    key = "plan-none" if not done else "plan-both" if planned == 2 else "plan-all"
    return _count(key, planned, lang, **words)


def not_compared(progress: Progress, lang: Lang) -> tuple[str, ...]:
    """Return what changed in the questionnaire, and what for that or for small groups is not compared."""
    return (
        *differences.told(progress, lang),
        *_not_shown(progress, lang),
    )


def _index(change: Change, lang: Lang) -> str:
    if change.difference is None:
        return ""
    key = "index-rose" if change.rose else "index-fell" if change.fell else "index-same"
    before, after, _ = figures(change, lang)
    return _say(key, lang, before=before, after=after)


def _in_words(number: int, lang: Lang) -> str:
    return _NUMBERS[lang][number - 2] if 2 <= number <= 12 else str(number)


def _status(gate: Gate | None, lang: Lang) -> str:
    return "" if gate is None else verdict.gate_status(gate.status, lang)


def _gate_sentence(progress: Progress, gate: Gate, lang: Lang) -> str:
    """Say that a gate became contested, or what it became in place of that."""
    if gate.status is GateStatus.CONTESTED:
        return verdict.gate_sentence(progress.after, gate, lang)
    question = either_question(progress, gate.question, lang)
    return _say(f"gate-settled-{gate.status.value}", lang, question=question, level=gate.level)


def _not_shown(progress: Progress, lang: Lang) -> Iterator[str]:
    if not progress.combined_withheld:
        one_sided = (
            either_question(progress, change.id, lang)
            for change in progress.questions
            if (change.level.before is None) is not (change.level.after is None)
        )
        yield from listed(PHRASES, "unanswered", one_sided, lang)
    actions = (quoted(action.title.in_(lang), lang) for action in progress.actions.not_compared)
    yield from listed(PHRASES, "actions-not-compared", actions, lang)
    if progress.hidden:
        after = progress.after.questionnaire.group_by_id
        names = [
            group_name(progress.after if name in after else progress.before, name, lang)
            for name in progress.hidden
        ]
        yield _count("hidden", len(names), lang, groups=listing(names, lang))
    if progress.combined_withheld:
        yield _say("withheld", lang)


def _say(key: str, lang: Lang, **values: object) -> str:
    return fill(PHRASES[key], lang, **values)


def _count(key: str, n: int, lang: Lang, **values: object) -> str:
    return counted(PHRASES, key, n, lang, **values)
