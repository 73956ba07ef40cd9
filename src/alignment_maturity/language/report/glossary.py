"""What the words of the report mean: each `term-` with its `-text`."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "label-glossary": Phrase(it="Glossario", en="Glossary"),
    "glossary": Phrase(it="Le parole di questo rapporto", en="The words of this report"),
    # Of the method
    "term-placement": Phrase(it="Collocazione", en="Placement"),
    "term-placement-text": Phrase(
        it="Il livello a cui la regola del questionario assegna l’organizzazione. È al limite se una sola"
        " risposta, spostata di un gradino, basterebbe a cambiarlo; altrimenti è stabile.",
        en="The level at which the rule of the questionnaire puts the organisation. It is borderline if one"
        " answer, moved by one step, would be enough to change it; otherwise it is stable.",
    ),
    "term-provisional": Phrase(it="Collocazione provvisoria", en="Provisional placement"),
    "term-provisional-text": Phrase(
        it="Una collocazione fondata su troppo poche risposte: perché sia definitiva serve una"
        " risposta ad almeno {needed:il} delle domande poste.",
        en="A placement that rests on too few answers: for a full one, at least {needed} of the questions"
        " asked must have been answered.",
    ),
    "term-level": Phrase(it="Livello medio", en="Mean level"),
    "term-level-text": Phrase(
        it="La media delle risposte, riportata sulla scala da 1 a {top}. Indica la posizione; il livello"
        " raggiunto lo decide soltanto la regola.",
        en="The mean of the answers, put on the scale from 1 to {top}. It gives a position; the level"
        " attained is decided by the rule alone.",
    ),
    "term-index": Phrase(it="Indice", en="Index"),
    "term-index-text": Phrase(
        it="Quanta parte di ciò che la scala descrive è già in atto, da 0 a 100. Serve per i confronti nel"
        " tempo e non decide il livello.",
        en="How much of all that the scale describes is in place, from 0 to 100. It is for comparisons over"
        " time and does not decide the level.",
    ),
    "term-index-bands": Phrase(
        it="Quanta parte di ciò che la scala descrive è già in atto, da 0 a 100. La fascia in cui cade è il"
        " livello.",
        en="How much of all that the scale describes is in place, from 0 to 100. The band it falls in is the"
        " level.",
    ),
    "term-coverage": Phrase(it="Copertura", en="Coverage"),
    "term-coverage-text": Phrase(
        it="Quanta parte di ciò che un livello richiede è in atto, dallo 0% al 100%.",
        en="How much of what a level asks for is in place, from 0% to 100%.",
    ),
    "term-threshold": Phrase(it="Soglia", en="Threshold"),
    "term-threshold-text": Phrase(
        it="La copertura minima con cui un livello si può raggiungere.",
        en="The smallest coverage with which a level can be attained.",
    ),
    "term-gate": Phrase(it="Requisito", en="Gate"),
    "term-gate-text": Phrase(
        it="Una domanda decisiva: senza di essa il livello non si raggiunge. Un requisito è controverso"
        " quando è soddisfatto secondo almeno una funzione e non lo è secondo almeno un’altra.",
        en="A deciding question: without it the level is not attained. A gate is contested when it is"
        " passed according to at least one function and not according to at least one other.",
    ),
    "term-gap": Phrase(it="Distanza", en="Gap"),
    "term-gap-text": Phrase(
        it="Di quanto il livello secondo {first} è più alto che secondo {second}; più basso, se c’è il"
        " segno meno.",
        en="How much higher the level is according to {first} than according to {second}; lower, where"
        " the figure is negative.",
    ),
    "term-agreement": Phrase(it="Accordo", en="Agreement"),
    "term-agreement-text": Phrase(
        it="Quanto sono vicine tra loro le risposte a una domanda: 1 se sono tutte uguali, 0 se sono sparse"
        " come a caso (r_wg, James, Demaree e Wolf 1984).",
        en="How close together the answers to a question lie: 1 where all are alike, 0 where they are spread"
        " as if by chance (r_wg, James, Demaree and Wolf 1984).",
    ),
    "term-quartile": Phrase(it="Quartile", en="Quartile"),
    "term-quartile-text": Phrase(
        it="Uno dei tre valori che dividono un insieme ordinato in quattro parti uguali: sotto il primo"
        " quartile sta un quarto dell’insieme, sopra il terzo un altro quarto.",
        en="One of the three values that divide a sorted set into four equal parts: a quarter of the set"
        " lies below the lower quartile and another quarter above the upper one.",
    ),
    "term-median": Phrase(it="Mediana", en="Median"),
    "term-median-text": Phrase(
        it="Il valore che divide a metà un insieme ordinato: una metà sta più in basso, l’altra più in alto.",
        en="The value that divides a sorted set in half: one half lies below it, the other above.",
    ),
    "term-wave": Phrase(it="Rilevazione", en="Wave"),
    "term-wave-text": Phrase(
        it="Le risposte raccolte in uno stesso periodo. Ripetendo il questionario, una rilevazione si"
        " confronta con le precedenti.",
        en="The answers collected in one period. When the questionnaire is repeated, a wave is compared with"
        " earlier ones.",
    ),
    "term-person-day": Phrase(it="Giorno-persona", en="Person-day"),
    "term-person-day-text": Phrase(
        it="Il lavoro di una persona per un giorno: due persone per tre giorni fanno sei giorni-persona.",
        en="One person’s work for one day: two people for three days make six person-days.",
    ),
    # Of marketing and sales
    "term-alignment": Phrase(it="Allineamento", en="Alignment"),
    "term-alignment-text": Phrase(
        it="Marketing e vendite si conoscono e sono d’accordo, prima sulla strategia e poi nel lavoro di"
        " ogni giorno; restano due funzioni distinte.",
        en="Marketing and sales know each other’s work and agree, first on strategy and then in daily work."
        " They remain two separate functions.",
    ),
    "term-integration": Phrase(it="Integrazione", en="Integration"),
    "term-integration-text": Phrase(
        it="Marketing e vendite lavorano come un unico sistema, con strumenti, misure e risorse in comune.",
        en="Marketing and sales work as one system, with tools, measures and resources in common.",
    ),
    "term-persona": Phrase(it="Buyer persona", en="Buyer persona"),
    "term-persona-text": Phrase(
        it="Il profilo tipo di chi decide un acquisto o lo influenza: che cosa cerca, che cosa teme, come"
        " sceglie.",
        en="The profile of a typical person who decides on a purchase or influences it: what they want, what"
        " they fear, how they choose.",
    ),
    "term-journey": Phrase(it="Percorso d’acquisto", en="Buyer journey"),
    "term-journey-text": Phrase(
        it="Le tappe che chi compra attraversa, da quando avverte un bisogno a quando ha comprato e usa ciò"
        " che ha scelto (in inglese buyer journey).",
        en="The stages a buyer goes through, from feeling a need to having bought and using what was chosen.",
    ),
    "term-lead": Phrase(it="Lead", en="Lead"),
    "term-lead-text": Phrase(
        it="Un contatto che ha mostrato interesse per ciò che l’azienda offre. È qualificato quando è stato"
        " giudicato pronto per le vendite.",
        en="A contact who has shown interest in what the company offers. A lead is qualified once judged"
        " ready for sales.",
    ),
    "term-crm": Phrase(it="CRM", en="CRM"),
    "term-crm-text": Phrase(
        it="Il programma che gestisce contatti, clienti e trattative (customer relationship management).",
        en="The program that manages contacts, customers and deals (customer relationship management).",
    ),
    "term-sla": Phrase(it="SLA (accordo sui livelli di servizio)", en="SLA (service-level agreement)"),
    "term-sla-text": Phrase(
        it="L’accordo scritto su ciò che ciascuna funzione deve all’altra, in quale quantità ed entro quanto"
        " tempo.",
        en="The written agreement on what each function owes the other, how much of it and by when.",
    ),
}
