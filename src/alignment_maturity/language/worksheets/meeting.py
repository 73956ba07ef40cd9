"""The weekly meeting: agenda, figures, what to talk about, the plan, tasks."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "how-to": Phrase(
        it="Ogni settimana, stesso giorno e stessa ora, da 30 a 60 minuti. Partecipano persone delle due"
        " funzioni, non soltanto i responsabili, e conduce a turno una di loro. Si parla di dati, non di"
        " opinioni.",
        en="Every week, same day, same time, 30 to 60 minutes. People from both functions take part, not"
        " only their heads, and take it in turns to chair. The talk is about data, not opinions.",
    ),
    "when": Phrase(it="Data e ora", en="Date and time"),
    "where": Phrase(it="Luogo o collegamento", en="Place or link"),
    "chair": Phrase(it="Chi conduce", en="Chair"),
    "minutes-by": Phrase(it="Chi scrive il verbale", en="Minutes taken by"),
    "of-marketing": Phrase(it="Presenti ({marketing})", en="Present ({marketing})"),
    "of-sales": Phrase(it="Presenti ({sales})", en="Present ({sales})"),
    "agenda": Phrase(it="Ordine del giorno", en="Agenda"),
    "agenda-caption": Phrase(
        it="Minuti per ogni punto, secondo la durata", en="Minutes for each item, by length of meeting"
    ),
    "item": Phrase(it="Punto", en="Item"),
    "lasting": Phrase(it="{n} min", en="{n} min"),
    "on-table": Phrase(it="Sul tavolo", en="On the table"),
    "figures": Phrase(it="I numeri della settimana", en="The figures of the week"),
    "figure": Phrase(it="Indicatore", en="Indicator"),
    "last-week": Phrase(it="Settimana scorsa", en="Last week"),
    "this-week": Phrase(it="Questa", en="This week"),
    "goal": Phrase(it="Obiettivo", en="Target"),
    "remark": Phrase(it="Osservazioni", en="Remarks"),
    "topics": Phrase(it="Di che cosa parlare", en="What to talk about"),
    "topics-text": Phrase(
        it="Dalla rilevazione, in ordine di urgenza: uno o due temi per incontro. Chi ha indicato un livello"
        " più alto mostri dove lo si vede; chi ne ha indicato uno più basso racconti l’ultimo caso.",
        en="From the assessment, most pressing first: one or two topics a meeting. Let those who gave a"
        " higher level show where it can be seen, and those who gave a lower one describe the latest case.",
    ),
    "topics-blank": Phrase(
        it="Uno o due temi per incontro: disaccordi, lead contestati, domande a cui nessuno sa rispondere.",
        en="One or two topics a meeting: disagreements, disputed leads, questions nobody can answer.",
    ),
    "topics-caption": Phrase(it="I temi", en="The topics"),
    "topic": Phrase(it="Tema", en="Topic"),
    "why": Phrase(it="Perché", en="Why"),
    "ask": Phrase(it="Da chiedere", en="Ask"),
    "settled": Phrase(it="Che cosa si è deciso", en="What was settled"),
    "plan": Phrase(it="Il piano", en="The plan"),
    "plan-caption": Phrase(
        it="Le azioni in corso, in partenza o in scadenza tra il {first} e il {last}",
        en="Actions under way, starting or due between {first} and {last}",
    ),
    "plan-blank": Phrase(it="Le azioni in corso", en="Actions under way"),
    "due": Phrase(it="Entro il", en="Due on"),
    "state": Phrase(it="Stato, ostacoli", en="Status, obstacles"),
    "tasks": Phrase(it="Compiti", en="Tasks"),
    "tasks-caption": Phrase(
        it="Un nome e una data per ciascuno; da qui si riparte la settimana dopo",
        en="A name and a date for each; next week’s meeting opens here",
    ),
    "task": Phrase(it="Che cosa", en="What"),
    "who": Phrase(it="Chi", en="Who"),
    "by": Phrase(it="Entro", en="By"),
    "done": Phrase(it="Fatto", en="Done"),
    "rules": Phrase(it="Le regole", en="The rules"),
}
AGENDA: tuple[tuple[Phrase, tuple[int, int, int], Phrase], ...] = (
    (
        Phrase(it="Compiti della settimana scorsa", en="Last week’s tasks"),
        (3, 5, 5),
        Phrase(it="elenco dei compiti", en="list of tasks"),
    ),
    (
        Phrase(it="I numeri della settimana", en="The figures of the week"),
        (5, 5, 10),
        Phrase(it="pagina dei dati inviata il giorno prima", en="page of figures sent the day before"),
    ),
    (
        Phrase(it="Lead consegnati, accettati, restituiti", en="Leads delivered, accepted, returned"),
        (8, 10, 15),
        Phrase(it="elenco per nome, con i motivi", en="list by name, with reasons"),
    ),
    (
        Phrase(it="Trattative aperte, vinte e perse", en="Deals open, won and lost"),
        (5, 10, 10),
        Phrase(it="le tre più importanti", en="the three that matter most"),
    ),
    (
        Phrase(it="Un disaccordo da risolvere", en="A disagreement to settle"),
        (5, 8, 10),
        Phrase(it="un tema dell’elenco, con esempi", en="a topic from the list, with examples"),
    ),
    (
        Phrase(it="Il piano e le prossime campagne", en="The plan and the next campaigns"),
        (2, 4, 5),
        Phrase(it="tabella di marcia, calendario", en="roadmap, calendar"),
    ),
    (
        Phrase(it="Compiti: chi, che cosa, entro quando", en="Tasks: who, what, by when"),
        (2, 3, 5),
        Phrase(it="elenco aggiornato", en="updated list"),
    ),
)
"""What is talked about, for how many minutes of 30, 45 and 60, and what lies on the table."""

FIGURES: tuple[Phrase, ...] = (
    Phrase(it="Lead qualificati consegnati", en="Qualified leads delivered"),
    Phrase(it="Lead accettati", en="Leads accepted"),
    Phrase(it="Primi contatti in tempo (%)", en="First contacts in time (%)"),
    Phrase(it="Trattative aperte", en="Open deals"),
    Phrase(it="Trattative vinte e perse", en="Deals won and lost"),
)
RULES: tuple[Phrase, ...] = (
    Phrase(
        it="I dati arrivano a tutti il giorno prima: nell’incontro non si leggono, si discutono.",
        en="The data reaches everybody the day before: in the meeting it is discussed, not read out.",
    ),
    Phrase(
        it="Si portano esempi: un lead, un cliente, una data.",
        en="Bring examples: a lead, a customer, a date.",
    ),
    Phrase(
        it="Ciò che non si risolve nel tempo previsto riceve un nome e una data, e si chiude fuori"
        " dall’incontro.",
        en="What is not settled in the time allotted gets a name and a date, and is settled outside the"
        " meeting.",
    ),
    Phrase(
        it="Si finisce in orario; il verbale con i compiti arriva a tutti in giornata.",
        en="End on time; the minutes, with the tasks, reach everybody the same day.",
    ),
)
