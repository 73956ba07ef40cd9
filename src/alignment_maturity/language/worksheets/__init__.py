"""The words of the worksheets: what each is called and for, and a module for what each says."""

from alignment_maturity.language import Lang, Phrase, say

TITLES: dict[str, Phrase] = {
    "sla": Phrase(it="Accordo sui livelli di servizio (SLA)", en="Service-level agreement (SLA)"),
    "persona": Phrase(it="Scheda di una buyer persona", en="Buyer persona"),
    "journey": Phrase(it="Mappa del percorso d’acquisto", en="Buyer-journey map"),
    "lead-definition": Phrase(
        it="Definizione di lead e glossario comune", en="Lead definition and shared glossary"
    ),
    "meeting": Phrase(it="Ordine del giorno dell’incontro settimanale", en="Weekly meeting agenda"),
    "data-exchange": Phrase(it="Accordo sullo scambio dei dati", en="Data-exchange agreement"),
}
PURPOSES: dict[str, Phrase] = {
    "sla": Phrase(
        it="Mette per iscritto quanti lead qualificati sono dovuti, entro quando si ricontattano e che cosa"
        " succede se un impegno non è rispettato.",
        en="Puts in writing how many qualified leads are owed, how soon they are followed up, and what"
        " happens when a commitment is not kept.",
    ),
    "persona": Phrase(
        it="Descrive una delle persone che decidono o influenzano l’acquisto, sulla base di prove raccolte"
        " dalle due funzioni.",
        en="Describes one of the people who decide on a purchase or influence it, on evidence gathered by"
        " both functions.",
    ),
    "journey": Phrase(
        it="Segue il cliente tappa per tappa: che cosa si chiede, dove si ferma e che cosa fa ogni funzione.",
        en="Follows the customer stage by stage: what they ask, where they stall, and what each function"
        " does.",
    ),
    "lead-definition": Phrase(
        it="Stabilisce quando un contatto è un lead e di quale grado, e dà un solo significato alle parole"
        " di tutti i giorni.",
        en="Settles when a contact is a lead, and of which grade, and gives everyday words a single meaning.",
    ),
    "meeting": Phrase(
        it="Guida l’incontro settimanale delle due funzioni, minuto per minuto, con i dati sul tavolo.",
        en="Runs the weekly meeting of the two functions, minute by minute, with the data on the table.",
    ),
    "data-exchange": Phrase(
        it="Elenca i dati che passano nelle due direzioni: quando, in quale formato, chi ne risponde.",
        en="Lists the data that goes in both directions: when, in which format, and who answers for it.",
    ),
}


def title(worksheet: str, lang: Lang) -> str:
    """Return what a worksheet is called."""
    return say(TITLES, worksheet, lang)


def purpose(worksheet: str, lang: Lang) -> str:
    """Return what a worksheet is for, in one sentence."""
    return say(PURPOSES, worksheet, lang)
