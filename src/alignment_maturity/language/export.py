"""The plan as it leaves the program: titles, columns and labels."""

from __future__ import annotations

from alignment_maturity.language import Lang, Phrase, say

PHRASES: dict[str, Phrase] = {
    "title": Phrase(it="Piano d’azione: {organisation}", en="Action plan: {organisation}"),
    # Facts about the plan
    "organisation": Phrase(it="Organizzazione", en="Organisation"),
    "wave": Phrase(it="Rilevazione", en="Wave"),
    "date": Phrase(it="Data delle risposte", en="Date of the answers"),
    "questionnaire": Phrase(it="Questionario", en="Questionnaire"),
    "questionnaire-version": Phrase(it="{title}, versione {version}", en="{title}, version {version}"),
    "placement": Phrase(it="Collocazione", en="Placement"),
    "target": Phrase(it="Livello obiettivo", en="Target level"),
    "target-level": Phrase(it="{level}: {name}", en="{level}: {name}"),
    "plan-effort": Phrase(it="Impegno complessivo", en="Total effort"),
    "plan-start": Phrase(it="Inizio del piano", en="Start of the plan"),
    "parallel": Phrase(it="Azioni contemporanee per responsabile", en="Actions at a time for each owner"),
    "parallel-most": Phrase(it="al massimo {n}", en="at most {n}"),
    # Facts about an action
    "rank": Phrase(it="N.", en="No."),
    "action": Phrase(it="Azione", en="Action"),
    "reason": Phrase(it="Perché ora", en="Why now"),
    "why": Phrase(it="A che serve", en="What it is for"),
    "steps": Phrase(it="Primi passi", en="First steps"),
    "owner": Phrase(it="Responsabile", en="Owner"),
    "effort": Phrase(it="Impegno", en="Effort"),
    "effort-days": Phrase(it="Impegno (giorni-persona)", en="Effort (person-days)"),
    "weeks": Phrase(it="Durata (settimane)", en="Duration (weeks)"),
    "start": Phrase(it="Inizio", en="Start"),
    "end": Phrase(it="Fine", en="End"),
    "when": Phrase(it="Quando", en="When"),
    "horizon": Phrase(it="Orizzonte", en="Horizon"),
    "priority": Phrase(it="Priorità", en="Priority"),
    "priority-of": Phrase(it="per il livello {level}", en="for level {level}"),
    "gates": Phrase(it="Requisiti", en="Gates"),
    "gate": Phrase(it="{question} (livello {level})", en="{question} (level {level})"),
    "done-when": Phrase(it="È fatta quando", en="Done when"),
    "kpi": Phrase(it="Indicatore", en="KPI"),
    "requires": Phrase(it="Azioni preliminari", en="Prerequisites"),
    "worksheets": Phrase(it="Modelli di lavoro", en="Worksheets"),
    "place": Phrase(it="{title}, azione {rank} di {n}.", en="{title}, action {rank} of {n}."),
    "place-optional": Phrase(it="{title}, azione facoltativa.", en="{title}, optional action."),
    "optional": Phrase(it="facoltativa", en="optional"),
    # Parts of the plan
    "actions": Phrase(it="Prossime azioni", en="Next actions"),
    "no-actions": Phrase(it="Il piano non ha azioni.", en="The plan has no actions."),
    "also": Phrase(it="Altre azioni utili (facoltative)", en="Also worth doing (optional)"),
    "outcome": Phrase(it="Dove porta", en="Where it leads"),
    "keep": Phrase(it="Domande da tenere d’occhio", en="Questions to keep an eye on"),
    # The workbook
    "sheet-plan": Phrase(it="Piano", en="Plan"),
    "sheet-roadmap": Phrase(it="Tabella di marcia", en="Roadmap"),
    "sheet-summary": Phrase(it="Sintesi", en="Summary"),
    "page": Phrase(it="Pagina &P di &N", en="Page &P of &N"),
    "how-to-read": Phrase(it="Come si legge", en="How to read it"),
    "read-order": Phrase(
        it="Le azioni sono in ordine: prima le preliminari, poi le priorità, poi quelle che soddisfano un"
        " requisito, poi quelle che rendono di più per ogni giorno di lavoro.",
        en="The actions are in order: prerequisites first, then priorities, then those that meet a gate, then"
        " those that gain most for each day of work.",
    ),
    "read-dates": Phrase(
        it="Le date contano i giorni lavorativi, dal lunedì al venerdì; se si sposta un’azione, le altre non"
        " si aggiornano da sole.",
        en="Dates count working days, Monday to Friday; when one action is moved, the others do not follow"
        " by themselves.",
    ),
    "read-effort": Phrase(
        it="Un giorno-persona è il lavoro di una persona per un giorno.",
        en="A person-day is one person’s work for one day.",
    ),
    "read-roadmap": Phrase(
        it="Ogni colonna è la settimana che comincia nel giorno indicato; ■ segna le settimane in cui si"
        " lavora all’azione.",
        en="Each column is the week that begins on the day shown; ■ marks the weeks in which an action is"
        " worked on.",
    ),
    "read-roadmap-long": Phrase(
        it="Ogni colonna vale {n} settimane, a partire dal giorno indicato; ■ segna il periodo in cui si"
        " lavora all’azione.",
        en="Each column stands for {n} weeks from the day shown; ■ marks the time in which an action is"
        " worked on.",
    ),
    # The calendar
    "measure-again": Phrase(it="Ripetere la rilevazione", en="Measure again"),
    "measure-again-after": Phrase(
        it="Fine del piano: raccogliendo di nuovo le risposte si vede che cosa è cambiato.",
        en="End of the plan: collecting answers again shows what has changed.",
    ),
    "measure-again-later": Phrase(
        it="Raccogliendo di nuovo le risposte si vede che cosa è cambiato.",
        en="Collecting answers again shows what has changed.",
    ),
}


def word(key: str, lang: Lang, **values: object) -> str:
    """Return a title, a label or a sentence in `lang`."""
    return say(PHRASES, key, lang, **values)
