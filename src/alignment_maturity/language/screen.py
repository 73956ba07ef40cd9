"""Titles and labels of what the commands show on the screen."""

from alignment_maturity.language import Lang, Phrase, say

PHRASES: dict[str, Phrase] = {
    "respondents": Phrase(it="Rispondenti", en="Respondents"),
    "you-are-here": Phrase(it="siete qui", en="you are here"),
    "index": Phrase(it="indice", en="index"),
    "from": Phrase(it="da indice", en="from index"),
    "coverage-asked": Phrase(it="copertura / soglia", en="coverage / threshold"),
    "why-not-higher": Phrase(it="Perché non più in alto", en="Why not higher"),
    "how-sure": Phrase(it="Quanto è sicura la collocazione", en="How sure the placement is"),
    "profile": Phrase(it="Profilo per dimensione (0–100)", en="Profile by dimension (0–100)"),
    "priority": Phrase(it="La priorità di questo passo", en="The priority of this step"),
    "in-place": Phrase(it="(già attuata)", en="(already in place)"),
    "next-steps": Phrase(it="Prossime azioni", en="Next actions"),
    "more-steps": Phrase(
        it="… altre azioni ({n}) e tutte le date: alignment-maturity plan",
        en="… further actions ({n}) and all dates: alignment-maturity plan",
    ),
    "top-level": Phrase(
        it="È il livello più alto della scala: ora si tratta di mantenerlo.",
        en="This is the top of the scale: the task now is to stay there.",
    ),
    "progress-read": Phrase(it="Lettura", en="Reading"),
    "progress-score": Phrase(it="Valutazione", en="Scoring"),
    "progress-report": Phrase(it="Rapporti", en="Reports"),
    "progress-files": Phrase(it="{done} file su {total}", en="{done} of {total} files"),
    "progress-rows": Phrase(it="{done} righe su {total}", en="{done} of {total} rows"),
    "progress-bytes": Phrase(it="{done} su {total}", en="{done} of {total}"),
    "progress-respondents": Phrase(it="{done} rispondenti su {total}", en="{done} of {total} respondents"),
    "progress-reports": Phrase(it="{done} rapporti su {total}", en="{done} of {total} reports"),
    "progress-rate": Phrase(it="{rate} al secondo", en="{rate} a second"),
    "progress-left": Phrase(it="ancora circa {time}", en="about {time} left"),
    "batch-summary": Phrase(it="Valutazioni: {n}", en="Assessments: {n}"),
    "level": Phrase(it="Livello", en="Level"),
    "assessments": Phrase(it="Valutazioni", en="Assessments"),
    "share": Phrase(it="Quota", en="Share"),
    "index-quartiles": Phrase(
        it="Indice, quartili (25º, 50º, 75º): {figures}", en="Index, quartiles (25th, 50th, 75th): {figures}"
    ),
    "batch-gates": Phrase(it="Requisiti che fermano più spesso", en="Gates that block most often"),
    "batch-actions": Phrase(
        it="Azioni più frequenti fra le prime tre dei piani",
        en="Commonest among the first three actions of plans",
    ),
    "batch-speed": Phrase(
        it="Rispondenti: {respondents}, in {seconds} s ({rate} al secondo)",
        en="Respondents: {respondents}, in {seconds} s ({rate} a second)",
    ),
    "batch-no-plans": Phrase(
        it="Senza piani: per averli, --plans (più tempo).",
        en="No plans were made: --plans makes them (takes longer).",
    ),
    "column-id": Phrase(it="Id", en="Id"),
    "column-title": Phrase(it="Titolo", en="Title"),
    "column-questions": Phrase(it="Domande", en="Questions"),
    "column-minutes": Phrase(it="Minuti", en="Minutes"),
    "column-languages": Phrase(it="Lingue", en="Languages"),
    "column-place": Phrase(it="Dove", en="Where"),
    "place-beside": Phrase(it="in questa cartella", en="in this folder"),
    "place-own": Phrase(it="fra i vostri", en="one of your own"),
    "place-built-in": Phrase(it="incluso", en="built in"),
    "faulty": Phrase(
        it="(non valido: `questionnaire validate` dice perché)",
        en="(not valid: `questionnaire validate` says why)",
    ),
    "own-folder": Phrase(it="I vostri questionari vanno in", en="Your own questionnaires go in"),
    # A questionnaire in full
    "levels": Phrase(it="Livelli", en="Levels"),
    "symptoms": Phrase(it="Come si riconosce", en="How to recognise it"),
    "risks": Phrase(it="I rischi di restare a questo livello", en="Risks of staying at this level"),
    "benefits": Phrase(it="Che cosa si guadagna arrivandoci", en="What there is to gain from it"),
    "placement": Phrase(it="Collocazione", en="Placement"),
    "threshold": Phrase(it="soglia di copertura {share}", en="coverage of at least {share}"),
    "thresholds": Phrase(
        it="soglia di copertura {share} per il livello {level}",
        en="coverage of at least {share} for level {level}",
    ),
    "cutoffs": Phrase(it="indice, da {figures}", en="index, from {figures}"),
    "groups": Phrase(it="Funzioni", en="Functions"),
    "compared": Phrase(it="a confronto: {names}", en="compared: {names}"),
    "gate-of": Phrase(it="requisito del livello", en="gate of level"),
    "always-applies": Phrase(it="«non applicabile» non ammesso", en="cannot be answered n/a"),
    "help": Phrase(it="Guida", en="Help"),
    "probe": Phrase(it="Per approfondire", en="To probe"),
    "transitions": Phrase(it="Passi della scala", en="Steps of the scale"),
    "from-to": Phrase(it="Da {start} a {end}", en="{start} to {end}"),
    "priority-actions": Phrase(it="Azioni prioritarie", en="Priority actions"),
    "actions": Phrase(it="Azioni", en="Actions"),
    "owner": Phrase(it="Responsabile", en="Owner"),
    "effort": Phrase(it="Impegno", en="Effort"),
    "weeks": Phrase(it="{n} settimane", en="{n} weeks"),
    "weeks-one": Phrase(it="1 settimana", en="1 week"),
    "steps": Phrase(it="Primi passi", en="First steps"),
    "done-when": Phrase(it="È fatta quando", en="Done when"),
    "kpi": Phrase(it="Indicatore", en="KPI"),
    "lifts": Phrase(it="Innalza", en="Lifts"),
    "lift": Phrase(it="{question} (livello {level})", en="{question} (level {level})"),
    "requires": Phrase(it="Azioni preliminari", en="Prerequisites"),
    "worksheets": Phrase(it="Modelli di lavoro", en="Worksheets"),
}


def word(key: str, lang: Lang, **values: object) -> str:
    """Return a title or label in `lang`."""
    return say(PHRASES, key, lang, **values)
