"""The actions: as cards, along time, by effort and gain."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    # Next actions
    "steps": Phrase(it="Per il livello {level}: {priority}", en="To reach level {level}: {priority}"),
    "steps-far": Phrase(
        it="La via per il livello {target} comincia da qui: {priority}",
        en="The way to level {target} starts here: {priority}",
    ),
    "steps-after-priority": Phrase(
        it="La priorità per il livello {level} è già attuata: restano {n} azioni",
        en="The priority for level {level} is in place: {n} actions remain",
    ),
    "steps-after-priority-one": Phrase(
        it="La priorità per il livello {level} è già attuata: resta un’azione",
        en="The priority for level {level} is in place: one action remains",
    ),
    "in-place": Phrase(
        it="È già attuata: ora conta ciò che ancora manca.", en="It is in place: what counts now is the rest."
    ),
    "steps-bare": Phrase(it="{n} azioni portano al livello {level}", en="{n} actions lead to level {level}"),
    "steps-bare-one": Phrase(it="Un’azione porta al livello {level}", en="One action leads to level {level}"),
    "steps-short": Phrase(
        it="Le azioni del questionario non bastano per il livello {level}",
        en="The questionnaire’s actions are not enough for level {level}",
    ),
    "steps-lead": Phrase(
        it="Un passo alla volta: ciò che serve ai livelli successivi può aspettare.",
        en="One step at a time: what later levels need can wait.",
    ),
    "steps-keep": Phrase(
        it="In cima alla scala si tratta di restarci", en="At the top of the scale, the work is to stay there"
    ),
    "keep-lead": Phrase(
        it="Le pratiche si perdono quando cambiano le persone, gli strumenti o gli obiettivi. Queste"
        " sono le domande con il margine di miglioramento più ampio: conviene riesaminarle a ogni"
        " rilevazione.",
        en="Practices fade when people, tools or targets change. These are the questions with the most"
        " room for improvement: look at them again in every wave.",
    ),
    "keep-lead-bare": Phrase(
        it="Le pratiche si perdono quando cambiano le persone, gli strumenti o gli obiettivi: conviene"
        " ripetere la rilevazione.",
        en="Practices fade when people, tools or targets change: it is worth measuring again.",
    ),
    "keep-detail": Phrase(it="livello medio {mean} su {top}", en="mean level {mean} out of {top}"),
    "action": Phrase(it="Azione", en="Action"),
    "owner": Phrase(it="Responsabile", en="Owner"),
    "effort-label": Phrase(it="Impegno", en="Effort"),
    "weeks-label": Phrase(it="Durata", en="Duration"),
    "period": Phrase(it="Periodo", en="Period"),
    "after": Phrase(it="Dopo", en="After"),
    "after-ranks": Phrase(it="le azioni {ranks}", en="actions {ranks}"),
    "after-ranks-one": Phrase(it="l’azione {ranks}", en="action {ranks}"),
    "done-when": Phrase(it="È fatta quando", en="Done when"),
    "kpi": Phrase(it="Indicatore", en="KPI"),
    "row-priority": Phrase(it="priorità del passo", en="priority of this step"),
    "priority-of": Phrase(
        it="La priorità verso il livello\N{NO-BREAK SPACE}{level}",
        en="The priority on the way to level\N{NO-BREAK SPACE}{level}",
    ),
    "priority-then": Phrase(
        it="Poi, verso il livello {level}: {priority}.", en="Then, towards level {level}: {priority}."
    ),
    "least-it-takes": Phrase(it="Il minimo che serve", en="The least it takes"),
    "more": Phrase(it="Le altre azioni del piano", en="The other actions of the plan"),
    "more-lead": Phrase(
        it="Le schede complete sono in appendice.", en="They are described in full in the appendix."
    ),
    "optional": Phrase(it="Altre azioni utili, fuori dal piano", en="Also worth doing"),
    "optional-lead": Phrase(
        it="Per il livello {level} non sono necessarie, ma rendono bene per l’impegno che richiedono.",
        en="Level {level} does not need them, but they return a good deal for their effort.",
    ),
    "optional-detail": Phrase(it="{owner}, {weeks}. {reason}", en="{owner}, {weeks}. {reason}"),
    "worksheets": Phrase(it="Modelli di lavoro", en="Worksheets"),
    "worksheets-one": Phrase(it="Modello di lavoro", en="Worksheet"),
    "label-further": Phrase(it="Le altre azioni per esteso", en="The other actions in full"),
    "further": Phrase(
        it="Le azioni da {first} a {last} completano il piano: {effort}",
        en="Actions {first} to {last} complete the plan: {effort}",
    ),
    "further-one": Phrase(
        it="L’azione {first} completa il piano: {effort}", en="Action {first} completes the plan: {effort}"
    ),
    "further-lead": Phrase(
        it="L’ordine e le date sono quelli della tabella di marcia.",
        en="Order and dates are those of the roadmap.",
    ),
    "further-lead-alone": Phrase(
        it="Sono nell’ordine in cui vanno svolte.", en="They stand in the order in which to do them."
    ),
    # The plan on one page
    "overview": Phrase(it="Le azioni, in ordine", en="The actions, in order"),
    "beyond": Phrase(
        it="Altre {n} azioni sono nel rapporto completo.", en="{n} more actions are in the full report."
    ),
    "beyond-one": Phrase(
        it="Un’altra azione è nel rapporto completo.", en="One more action is in the full report."
    ),
    "beyond-keeps": Phrase(
        it="Altre {n} domande sono nel rapporto completo.", en="{n} more questions are in the full report."
    ),
    "beyond-keeps-one": Phrase(
        it="Un’altra domanda è nel rapporto completo.", en="One more question is in the full report."
    ),
    # Roadmap
    "label-roadmap": Phrase(it="La tabella di marcia", en="The roadmap"),
    "roadmap-all": Phrase(
        it="Tutte e {n} le azioni {within}: {effort}", en="All {n} actions {within}: {effort}"
    ),
    "roadmap-all-two": Phrase(
        it="Entrambe le azioni {within}: {effort}", en="Both actions {within}: {effort}"
    ),
    "roadmap-all-one": Phrase(it="Una sola azione, {within}: {effort}", en="One action, {within}: {effort}"),
    "roadmap-some": Phrase(
        it="{within}: {n} azioni su {total} ({effort})", en="{within}: {n} of {total} actions, {effort}"
    ),
    "roadmap-some-one": Phrase(
        it="{within}: un’azione su {total} ({effort})", en="{within}: one of {total} actions, {effort}"
    ),
    "roadmap-later": Phrase(
        it="Fine della prima azione: {first}; dell’ultima: {last}",
        en="The first action ends on {first}, the last on {last}",
    ),
    "roadmap-later-one": Phrase(
        it="Una sola azione, {effort}; fine: {last}", en="One action, until {last}: {effort}"
    ),
    "roadmap-lead": Phrase(
        it="Inizio {start}, fine {end}. Ogni responsabile segue al massimo {n} azioni alla volta; nessuna"
        " azione comincia prima che si concludano quelle da cui dipende.",
        en="Work starts on {start} and ends on {end}. Each owner works on at most {n} actions at a time; no"
        " action begins before those it depends on are done.",
    ),
    "roadmap-lead-one": Phrase(
        it="Inizio {start}, fine {end}. Ogni responsabile segue un’azione alla volta; nessuna azione comincia"
        " prima che si concludano quelle da cui dipende.",
        en="Work starts on {start} and ends on {end}. Each owner works on one action at a time; no action"
        " begins before those it depends on are done.",
    ),
    "roadmap-shares": Phrase(it="In giorni-persona: {shares}.", en="In person-days: {shares}."),
    "roadmap-caption": Phrase(it="Le azioni per scadenza", en="The actions by horizon"),
    "horizon-row": Phrase(
        it="{horizon} ({date}): {actions}, {effort}",
        en="{horizon}, by {date}: {actions}, {effort}",
    ),
    "horizon-row-later": Phrase(it="{horizon}: {actions}, {effort}", en="{horizon}: {actions}, {effort}"),
    "person-days": Phrase(it="Giorni-persona", en="Person-days"),
    "n-more-actions": Phrase(it="altre {n} azioni", en="{n} more actions"),
    "n-more-actions-one": Phrase(it="un’altra azione", en="one more action"),
    "n-actions": Phrase(it="{n} azioni", en="{n} actions"),
    "n-actions-one": Phrase(it="un’azione", en="one action"),
    "alt-roadmap": Phrase(
        it="Una barra per ogni azione, da {first} a {last}, su un asse del tempo; inizio: {start}.",
        en="A bar for each action, {first} to {last}, on an axis of time that begins on {start}.",
    ),
    "alt-roadmap-one": Phrase(
        it="Una barra per l’azione {first}, su un asse del tempo; inizio: {start}.",
        en="A bar for action {first}, on an axis of time that begins on {start}.",
    ),
    "told-after": Phrase(it="dopo {ranks}", en="after {ranks}"),
    "marker-start": Phrase(it="inizio", en="start"),
    "marker-days": Phrase(it="{n} giorni", en="{n} days"),
    "marker-end": Phrase(it="fine", en="end"),
    "other-owners": Phrase(it="altri", en="others"),
    # Effort and gain
    "label-matrix": Phrase(it="Impegno e guadagno", en="Effort and gain"),
    "matrix-quick": Phrase(
        it="Le azioni {ranks} rendono molto con poco impegno",
        en="Actions {ranks} give much for little effort",
    ),
    "matrix-quick-one": Phrase(
        it="L’azione {ranks} rende molto con poco impegno", en="Action {ranks} gives much for little effort"
    ),
    "matrix-quick-many": Phrase(
        it="{n} azioni su {total} rendono molto con poco impegno",
        en="{n} of {total} actions give much for little effort",
    ),
    "matrix-best": Phrase(
        it="Nel piano, è l’azione {rank} a rendere di più per giorno di lavoro",
        en="In the plan, action {rank} gives the most for each day of work",
    ),
    "matrix-no-gain": Phrase(
        it="Da sola, nessuna azione alza la copertura del livello {level}",
        en="On its own, no action raises coverage of level {level}",
    ),
    "matrix-no-gain-lead": Phrase(
        it="Le azioni del piano servono ai requisiti, ai livelli successivi o le une alle altre.",
        en="The actions of the plan serve gates, later levels or one another.",
    ),
    "matrix-even": Phrase(
        it="Tutte le azioni rendono allo stesso modo: decide l’impegno",
        en="All actions give the same: effort decides",
    ),
    "matrix-even-lead": Phrase(
        it="Presa da sola, ogni azione aggiunge {points} alla copertura del livello {level}.",
        en="Taken alone, each action adds {points} to the coverage of level {level}.",
    ),
    "matrix-withheld": Phrase(
        it="Quanto rende ogni azione non si può mostrare", en="What each action gives can’t be shown"
    ),
    "matrix-withheld-lead": Phrase(
        it="Il guadagno di un’azione si calcola dai valori complessivi delle singole domande, che qui non"
        " sono mostrati per non rivelare le risposte di poche persone.",
        en="The gain of an action follows from the overall figures of single questions, which are not shown"
        " here so as not to give away the answers of a few people.",
    ),
    "matrix-lead": Phrase(
        it="Più a sinistra, meno impegno; più in alto, più copertura del livello {level} grazie a quella sola"
        " azione. Le azioni del piano servono tutte: il grafico mostra da dove viene il guadagno, non che"
        " cosa togliere.",
        en="Further left, less effort; higher up, more coverage of level {level} from that action alone. The"
        " plan’s actions are all needed: the chart shows where the gain comes from, not what to drop.",
    ),
    "matrix-letters": Phrase(
        it="I cerchi vuoti con una lettera sono azioni fuori dal piano.",
        en="Hollow circles with a letter are actions outside the plan.",
    ),
    "axis-effort": Phrase(it="impegno in giorni-persona", en="effort in person-days"),
    "axis-effort-log": Phrase(
        it="impegno in giorni-persona, scala logaritmica", en="effort in person-days, logarithmic scale"
    ),
    "axis-gain": Phrase(
        it="punti di copertura del livello {level}", en="points of coverage of level {level}"
    ),
    "quick-wins": Phrase(it="Risultati rapidi", en="Quick wins"),
    "major-projects": Phrase(it="Grandi cantieri", en="Major projects"),
    "small-steps": Phrase(it="Piccoli passi", en="Small steps"),
    "groundwork": Phrase(it="Lavoro di fondo", en="Groundwork"),
    "matrix-note": Phrase(
        it="Le linee che separano i riquadri stanno a {effort} e a {gain}.",
        en="The lines between the quadrants stand at {effort} and {gain}.",
    ),
    "matrix-caption": Phrase(it="Le azioni del grafico", en="The actions in the chart"),
    "gain-label": Phrase(it="Guadagno, in punti", en="Gain, in points"),
    "quadrant": Phrase(it="Riquadro", en="Quadrant"),
    "n-points": Phrase(it="{n} punti", en="{n} points"),
    "alt-matrix": Phrase(
        it="Le azioni per impegno, in orizzontale, e per guadagno di copertura del livello {level}, in"
        " verticale.",
        en="The actions by effort, across, and by gain in coverage of level {level}, upwards.",
    ),
    "told-mark": Phrase(it="{mark}: {effort}, {gain}, {quadrant}", en="{mark}: {effort}, {gain}, {quadrant}"),
}
