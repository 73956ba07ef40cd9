"""What changed since the last wave."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "label-progress": Phrase(it="I progressi", en="Progress"),
    "label-changes": Phrase(it="Che cosa è cambiato", en="What changed"),
    "progress-moved": Phrase(
        it="Dal livello {before} al livello {after}{span}", en="From level {before} to level {after}{span}"
    ),
    "progress-stayed": Phrase(it="Ancora al livello {after}{span}", en="Still at level {after}{span}"),
    "progress-other-scale": Phrase(
        it="Livello {after} di {top}, su una scala nuova", en="Level {after} of {top}, on a new scale"
    ),
    "span-in": Phrase(it=" in {span}", en=" in {span}"),
    "span-later": Phrase(it=" a distanza di {span}", en=" after {span}"),
    "rose": Phrase(it="{n} domande salgono", en="{n} questions rose"),
    "rose-one": Phrase(it="una domanda sale", en="one question rose"),
    "fell": Phrase(it="{n} domande scendono", en="{n} questions fell"),
    "fell-one": Phrase(it="una domanda scende", en="one question fell"),
    "fell-too": Phrase(it="{n} scendono", en="{n} fell"),
    "fell-too-one": Phrase(it="una scende", en="one fell"),
    "none-moved": Phrase(it="nessuna domanda si è mossa", en="no question moved"),
    "progress-lead": Phrase(it="A confronto: {before} e {after}.", en="Compared here: {before} and {after}."),
    "progress-lead-many": Phrase(
        it="L’andamento di {n} rilevazioni; le differenze sono tra {before} e {after}.",
        en="The trend over {n} waves; differences are between {before} and {after}.",
    ),
    "wave-dated": Phrase(it="{wave} ({date})", en="{wave} ({date})"),
    "fact-same": Phrase(it="{label}, invariato", en="{label}, unchanged"),
    "from-to": Phrase(it="{before} → {after}", en="{before} → {after}"),
    "fact-change": Phrase(it="{label} ({difference})", en="{label} ({difference})"),
    "slopes-title": Phrase(
        it="L’indice delle dimensioni, prima e ora", en="The index by dimension, before and now"
    ),
    "slopes-note": Phrase(
        it="L’asterisco segna le dimensioni in cui sono cambiate le domande o i loro pesi: lì la differenza"
        " non dipende solo dalle risposte.",
        en="An asterisk marks dimensions whose questions, or their weights, have changed: there, the"
        " difference is not due to the answers alone.",
    ),
    "was-here": Phrase(it="Prima", en="Before"),
    "is-here": Phrase(it="Ora", en="Now"),
    "still-here": Phrase(it="Prima e ora", en="Before and now"),
    "alt-climb": Phrase(
        it="Scala di {top} gradini: prima sul gradino {before}, ora sul gradino {after}.",
        en="A staircase of {top} steps: on step {before} before, on step {after} now.",
    ),
    "alt-slopes": Phrase(
        it="Una linea per ogni dimensione, dall’indice di prima a quello attuale; tratteggiata dove scende.",
        en="A line for each dimension from its index before to its index now; dashed where it falls.",
    ),
    "alt-trend": Phrase(
        it="L’indice e il livello di {n} rilevazioni, dalla più vecchia alla più recente.",
        en="Index and level of {n} waves, oldest first.",
    ),
    "trend-index": Phrase(it="indice", en="index"),
    "trend-like-for-like": Phrase(
        it="indice sulle domande comuni a tutte le rilevazioni",
        en="index over the questions that all waves share",
    ),
    "trend-level": Phrase(it="livello {level}", en="level {level}"),
    "trend-level-of": Phrase(it="livello {level} di {top}", en="level {level} of {top}"),
    "told-wave": Phrase(
        it="{wave}: livello {level}, indice {index}", en="{wave}: level {level}, index {index}"
    ),
    "told-change": Phrase(it="{name}: da {before} a {after}", en="{name}: from {before} to {after}"),
    "changes-levels": Phrase(
        it="Copertura e requisiti, prima e ora", en="Coverage and gates, before and now"
    ),
    "before-column": Phrase(it="Prima", en="Before"),
    "now-column": Phrase(it="Ora", en="Now"),
    "difference-column": Phrase(it="Differenza, in punti", en="Change, in points"),
    "gates-changed-column": Phrase(it="Requisiti cambiati", en="Gates changed"),
    # Question by question
    "changes-up": Phrase(it="Il passo avanti più lungo è su {up}", en="The longest step forward is on {up}"),
    "changes-up-down": Phrase(
        it="Il passo avanti più lungo è su {up}, il passo indietro più lungo su {down}",
        en="The longest step forward is on {up}; {down} fell furthest",
    ),
    "changes-down": Phrase(it="Il passo indietro più lungo è su {down}", en="{down} fell furthest"),
    "changes-none": Phrase(
        it="Domanda per domanda, nulla si è mosso", en="Question by question, nothing moved"
    ),
    "changes-unknown": Phrase(
        it="Le singole domande non si possono confrontare", en="Single questions can’t be compared"
    ),
    "changes-lead": Phrase(
        it="Di quanto è cambiato il livello medio di ogni domanda tra le due rilevazioni.",
        en="How far the mean level of each question moved between the two waves.",
    ),
    "changes-sides": Phrase(
        it="A destra le domande salite, a sinistra quelle scese.",
        en="Questions that rose are to the right, those that fell to the left.",
    ),
    "earlier-wave": Phrase(it="la rilevazione precedente", en="the earlier wave"),
    "new-wave": Phrase(it="quella nuova", en="the new one"),
    "changes-more": Phrase(
        it="Il grafico mostra le {shown} domande che si sono mosse di più, su {moved}; domande ferme:"
        " {still}.",
        en="The chart shows the {shown} questions that moved furthest, of {moved}; unmoved: {still}.",
    ),
    "changes-still": Phrase(it="{n} domande non si sono mosse.", en="{n} questions did not move."),
    "changes-still-one": Phrase(it="Una domanda non si è mossa.", en="One question did not move."),
    "alt-movers": Phrase(
        it="Una barra per ogni domanda che si è mossa, in livelli: piena verso destra dove è salita, vuota"
        " verso sinistra dove è scesa.",
        en="A bar for each question that moved, in levels: filled and to the right where it rose, hollow and"
        " to the left where it fell.",
    ),
    "axis-levels": Phrase(it="differenza in livelli", en="difference in levels"),
    "actions-done": Phrase(it="Azioni ora svolte", en="Actions now done"),
    "actions-open": Phrase(it="Previste e ancora aperte", en="Planned and still open"),
    "actions-undone": Phrase(it="Non più in atto", en="No longer in place"),
    "unplanned": Phrase(it="{title} (fuori dal piano)", en="{title} (not in the plan)"),
    "resolved": Phrase(it="Disaccordi superati", en="Disagreements resolved"),
    "arisen": Phrase(it="Nuovi disaccordi", en="New disagreements"),
    "not-compared": Phrase(it="Come si leggono le differenze", en="How to read the differences"),
}
