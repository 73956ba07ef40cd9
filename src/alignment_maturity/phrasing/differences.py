"""What changed in the questionnaire from one wave to the next, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from alignment_maturity.language import Lang, Phrase, listing
from alignment_maturity.phrasing.wording import (
    apart,
    counted,
    fill,
    group_name,
    points_apart,
    question_name,
    quoted,
)
from alignment_maturity.progress import Progress

PHRASES: dict[str, Phrase] = {
    "other-questionnaire": Phrase(
        it="Il questionario è un altro: prima «{before}», ora «{after}».",
        en="The questionnaire is a different one: “{before}” before, “{after}” now.",
    ),
    "other-version": Phrase(
        it="Il questionario è passato dalla versione {before} alla {after}.",
        en="The questionnaire went from version {before} to {after}.",
    ),
    "tops": Phrase(
        it="La scala aveva {before} livelli e ora ne ha {after}: livelli, copertura, requisiti e domande"
        " non si possono confrontare.",
        en="The scale had {before} levels and now has {after}: levels, coverage, gates and questions"
        " cannot be compared.",
    ),
    "levels": Phrase(
        it="I livelli {levels} della scala indicano ora qualcos’altro.",
        en="Levels {levels} of the scale now stand for something else.",
    ),
    "levels-one": Phrase(
        it="Il livello {levels} della scala indica ora qualcos’altro.",
        en="Level {levels} of the scale now stands for something else.",
    ),
    "to-bands": Phrase(
        it="La collocazione dipendeva da copertura e requisiti, ora dall’indice.",
        en="The placement went by coverage and gates; now it goes by the index.",
    ),
    "to-staged": Phrase(
        it="La collocazione dipendeva dall’indice, ora da copertura e requisiti.",
        en="The placement went by the index; now it goes by coverage and gates.",
    ),
    "thresholds": Phrase(it="Sono cambiate le soglie: {items}.", en="The thresholds changed: {items}."),
    "thresholds-one": Phrase(it="È cambiata una soglia: {items}.", en="One threshold changed: {items}."),
    "threshold-of-all": Phrase(
        it="È cambiata la soglia di tutti i livelli ({before} → {after}).",
        en="The threshold of every level changed ({before} → {after}).",
    ),
    "threshold": Phrase(it="livello {level} ({before} → {after})", en="level {level} ({before} → {after})"),
    "gates-added": Phrase(it="Nuovi requisiti: {items}.", en="New gates: {items}."),
    "gates-added-one": Phrase(it="Nuovo requisito: {items}.", en="New gate: {items}."),
    "gates-removed": Phrase(it="Non sono più requisiti {items}.", en="No longer gates: {items}."),
    "gates-removed-one": Phrase(it="Non è più un requisito {items}.", en="No longer a gate: {items}."),
    "gate": Phrase(it="{question} (livello {level})", en="{question} (level {level})"),
    "rules-changed": Phrase(
        it="Già questo può cambiare il livello, anche a parità di risposte.",
        en="This alone can change the level, even with the same answers.",
    ),
    "questions-added": Phrase(
        it="Domande presenti solo nel nuovo questionario: {items}.",
        en="Questions in the new questionnaire only: {items}.",
    ),
    "questions-added-one": Phrase(
        it="Domanda presente solo nel nuovo questionario: {items}.",
        en="Question in the new questionnaire only: {items}.",
    ),
    "questions-removed": Phrase(
        it="Domande presenti solo nel questionario precedente: {items}.",
        en="Questions in the previous questionnaire only: {items}.",
    ),
    "questions-removed-one": Phrase(
        it="Domanda presente solo nel questionario precedente: {items}.",
        en="Question in the previous questionnaire only: {items}.",
    ),
    "questions-changed": Phrase(
        it="Non confrontate, perché ne sono cambiati i livelli o le opzioni: {items}.",
        en="Not compared, because their levels or options changed: {items}.",
    ),
    "questions-changed-one": Phrase(
        it="Non confrontata, perché ne sono cambiati i livelli o le opzioni: {items}.",
        en="Not compared, because its levels or options changed: {items}.",
    ),
    "reworded": Phrase(
        it="Confrontate, anche se il testo della domanda è stato riscritto: {items}.",
        en="Compared, though the wording of the question changed: {items}.",
    ),
    "reworded-one": Phrase(
        it="Confrontata, anche se il testo della domanda è stato riscritto: {items}.",
        en="Compared, though the wording of the question changed: {items}.",
    ),
    "moved-questions": Phrase(
        it="Passate a un’altra dimensione: {items}.", en="Moved to another dimension: {items}."
    ),
    "moved-questions-one": Phrase(
        it="Passata a un’altra dimensione: {items}.", en="Moved to another dimension: {items}."
    ),
    "reweighted": Phrase(it="Pesano diversamente: {items}.", en="Weighted differently: {items}."),
    "reweighted-one": Phrase(it="Pesa diversamente: {items}.", en="Weighted differently: {items}."),
    "dimensions-added": Phrase(it="Nuove dimensioni: {items}.", en="New dimensions: {items}."),
    "dimensions-added-one": Phrase(it="Nuova dimensione: {items}.", en="New dimension: {items}."),
    "dimensions-removed": Phrase(it="Dimensioni tolte: {items}.", en="Dimensions removed: {items}."),
    "dimensions-removed-one": Phrase(it="Dimensione tolta: {items}.", en="Dimension removed: {items}."),
    "groups-added": Phrase(it="Nuove funzioni: {items}.", en="New functions: {items}."),
    "groups-added-one": Phrase(it="Nuova funzione: {items}.", en="New function: {items}."),
    "groups-removed": Phrase(it="Funzioni tolte: {items}.", en="Functions removed: {items}."),
    "groups-removed-one": Phrase(it="Funzione tolta: {items}.", en="Function removed: {items}."),
    "compared-changed": Phrase(
        it="Le funzioni messe a confronto sono altre: le distanze non si possono confrontare.",
        en="Different functions are set against each other: gaps cannot be compared.",
    ),
}


def told(progress: Progress, lang: Lang) -> tuple[str, ...]:
    """Return a sentence for each thing that changed in the questionnaire; empty where nothing did."""
    return (
        *_other_questionnaire(progress, lang),
        *_other_rules(progress, lang),
        *_other_questions(progress, lang),
        *_other_people(progress, lang),
    )


def either_question(progress: Progress, question: str, lang: Lang) -> str:
    """Return the quoted name of a question that at least one of the two questionnaires has."""
    known = question in progress.after.questionnaire.question_by_id
    return quoted(question_name(progress.after if known else progress.before, question, lang), lang)


def listed(phrases: Mapping[str, Phrase], key: str, items: Iterable[str], lang: Lang) -> Iterator[str]:
    """Name all the items in one sentence; nothing where there are none."""
    names = tuple(items)
    if names:
        yield counted(phrases, key, len(names), lang, items=listing(names, lang))


def _other_questionnaire(progress: Progress, lang: Lang) -> Iterator[str]:
    found = progress.differences
    if found.ids:
        yield _say("other-questionnaire", lang, before=found.ids[0], after=found.ids[1])
    elif found.versions:
        yield _say("other-version", lang, before=found.versions[0], after=found.versions[1])


def _other_rules(progress: Progress, lang: Lang) -> Iterator[str]:
    """Tell what can change the level by itself."""
    found = progress.differences
    if found.tops:
        yield _say("tops", lang, before=found.tops[0], after=found.tops[1])
        return
    if not found.rules_changed:
        return
    if found.levels:
        yield _count("levels", len(found.levels), lang, levels=listing(tuple(map(str, found.levels)), lang))
    if found.methods:
        yield _say(f"to-{found.methods[1]}", lang)
    yield from _thresholds(progress, lang)
    yield from listed(PHRASES, "gates-added", _gates(progress, found.gates_added, lang), lang)
    yield from listed(PHRASES, "gates-removed", _gates(progress, found.gates_removed, lang), lang)
    yield _say("rules-changed", lang)


def _thresholds(progress: Progress, lang: Lang) -> Iterator[str]:
    changed = progress.differences.thresholds
    write = apart if progress.after.thresholds else points_apart
    written = {level: write(*pair, lang) for level, pair in changed.items()}
    levels = len(progress.after.questionnaire.upper_levels)
    if len(changed) == levels > 1 and len(set(written.values())) == 1:
        before, after = next(iter(written.values()))
        yield _say("threshold-of-all", lang, before=before, after=after)
        return
    items = [
        _say("threshold", lang, level=level, before=before, after=after)
        for level, (before, after) in written.items()
    ]
    yield from listed(PHRASES, "thresholds", items, lang)


def _gates(progress: Progress, gates: Iterable[tuple[str, int]], lang: Lang) -> Iterator[str]:
    for question, level in gates:
        yield _say("gate", lang, question=either_question(progress, question, lang), level=level)


def _other_questions(progress: Progress, lang: Lang) -> Iterator[str]:
    found = progress.differences
    changed = [difference.question for difference in found.questions_changed]
    for key, questions in (
        ("questions-added", found.questions_added),
        ("questions-removed", found.questions_removed),
        ("questions-changed", changed),
        ("reworded", [name for name in found.reworded if name not in changed]),
        ("moved-questions", found.moved),
    ):
        yield from listed(PHRASES, key, (either_question(progress, name, lang) for name in questions), lang)
    dimensions = {
        **progress.before.questionnaire.dimension_by_id,
        **progress.after.questionnaire.dimension_by_id,
    }
    for key, names in (
        ("dimensions-added", found.dimensions_added),
        ("dimensions-removed", found.dimensions_removed),
    ):
        yield from listed(
            PHRASES, key, (quoted(dimensions[name].name.in_(lang), lang) for name in names), lang
        )
    weighted = [
        *(quoted(dimensions[name].name.in_(lang), lang) for name in found.reweighted_dimensions),
        *(either_question(progress, name, lang) for name in found.reweighted_questions),
        *(group_name(progress.after, name, lang) for name in found.reweighted_groups),
    ]
    yield from listed(PHRASES, "reweighted", weighted, lang)


def _other_people(progress: Progress, lang: Lang) -> Iterator[str]:
    found = progress.differences
    added = (group_name(progress.after, name, lang) for name in found.groups_added)
    removed = (group_name(progress.before, name, lang) for name in found.groups_removed)
    yield from listed(PHRASES, "groups-added", added, lang)
    yield from listed(PHRASES, "groups-removed", removed, lang)
    if found.compared_changed:
        yield _say("compared-changed", lang)


def _say(key: str, lang: Lang, **values: object) -> str:
    return fill(PHRASES[key], lang, **values)


def _count(key: str, n: int, lang: Lang, **values: object) -> str:
    return counted(PHRASES, key, n, lang, **values)
