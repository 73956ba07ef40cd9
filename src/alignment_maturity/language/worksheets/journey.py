"""The map of the buyer journey: stages, handovers, and where customers stall."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "how-to": Phrase(
        it="Una mappa per ogni buyer persona. Si ricostruisce il percorso con cinque clienti, per telefono o"
        " di persona, poi si completa la mappa insieme, davanti a una parete. Le tappe sono quelle del"
        " cliente, non le fasi del processo di vendita.",
        en="One map for each buyer persona. Retrace the journey with five customers, by phone or in person,"
        " then complete the map together, on a wall. The stages are the customer’s, not the phases of your"
        " sales process.",
    ),
    "persona": Phrase(it="Buyer persona", en="Buyer persona"),
    "length": Phrase(
        it="Durata tipica, dal primo contatto all’ordine", en="Usual time from first contact to order"
    ),
    "people": Phrase(it="Chi altro partecipa alla decisione", en="Who else takes part in the decision"),
    "stages": Phrase(it="Le tappe", en="The stages"),
    "stages-caption": Phrase(it="Che cosa succede in ogni tappa", en="What happens at each stage"),
    "stage": Phrase(it="Tappa", en="Stage"),
    "asks": Phrase(it="Che cosa si chiede il cliente", en="What the customer asks"),
    "marketing-does": Phrase(it="Che cosa fa la funzione {marketing}", en="What {marketing} does"),
    "sales-does": Phrase(it="Che cosa fa la funzione {sales}", en="What {sales} does"),
    "content": Phrase(it="Contenuti", en="Content"),
    "over": Phrase(it="La tappa finisce quando", en="The stage is over when"),
    "stalls": Phrase(it="Dove i clienti si fermano", en="Where customers stall"),
    "handovers": Phrase(it="I passaggi", en="The handovers"),
    "handovers-caption": Phrase(
        it="Chi passa che cosa a chi, senza che il cliente debba ripetersi",
        en="Who hands what to whom, so that customers need not repeat themselves",
    ),
    "after": Phrase(it="Dopo la tappa", en="After the stage"),
    "from": Phrase(it="Da", en="From"),
    "to": Phrase(it="A", en="To"),
    "what": Phrase(it="Che cosa passa", en="What is handed over"),
    "how-soon": Phrase(it="Entro", en="Within"),
    "stuck": Phrase(it="I tre punti da sbloccare", en="The three points to unblock"),
    "stuck-caption": Phrase(
        it="Dove si perdono più clienti, e che cosa si può provare",
        en="Where most customers are lost, and what to try",
    ),
    "point": Phrase(it="Punto", en="Point"),
    "lost": Phrase(it="Quanti si fermano, secondo quali dati", en="How many stall, and on what data"),
    "why": Phrase(it="Perché, secondo i clienti", en="Why, in the customers’ own words"),
    "try": Phrase(it="Che cosa si prova", en="What to try"),
    "by-whom": Phrase(it="Chi, entro quando", en="Who, by when"),
    "test": Phrase(it="Prima di approvarla", en="Before approving it"),
}
STAGES: tuple[tuple[Phrase, Phrase, Phrase], ...] = (
    (
        Phrase(it="1. Nasce il bisogno", en="1. The need arises"),
        Phrase(
            it="Ho davvero un problema? Quanto mi costa?",
            en="Do I really have a problem? What is it costing me?",
        ),
        Phrase(
            it="sa descrivere il problema con parole proprie",
            en="they can put the problem in their own words",
        ),
    ),
    (
        Phrase(it="2. Cerca soluzioni", en="2. Looking for solutions"),
        Phrase(
            it="Come lo risolvono gli altri? Quali strade ci sono?",
            en="How do others solve it? What are the options?",
        ),
        Phrase(it="ha scelto un tipo di soluzione", en="they have chosen a kind of solution"),
    ),
    (
        Phrase(it="3. Confronta i fornitori", en="3. Comparing suppliers"),
        Phrase(
            it="Di chi mi posso fidare? In che cosa siete diversi?",
            en="Whom can I trust? How are you different?",
        ),
        Phrase(it="ha un elenco ristretto e ci siamo", en="there is a short list, and we are on it"),
    ),
    (
        Phrase(it="4. Decide e acquista", en="4. Deciding and buying"),
        Phrase(
            it="Che rischio corro? Chi devo convincere in azienda?",
            en="What do I risk? Whom do I have to convince here?",
        ),
        Phrase(it="firma l’ordine, o dice perché no", en="they sign the order, or say why not"),
    ),
    (
        Phrase(it="5. Comincia a usare", en="5. Starting to use it"),
        Phrase(it="Funziona come promesso? Chi mi aiuta?", en="Does it work as promised? Who helps me?"),
        Phrase(it="ottiene il primo risultato atteso", en="they get the first result they expected"),
    ),
    (
        Phrase(it="6. Resta e consiglia", en="6. Staying and recommending"),
        Phrase(
            it="Ne vale ancora la pena? Che altro potrei fare?",
            en="Is it still worth it? What else could I do?",
        ),
        Phrase(it="riacquista, o ci presenta qualcuno", en="they buy again, or introduce somebody"),
    ),
)
"""What a stage is called, what the customer asks there, and the sign that it is over."""

HANDOVERS: tuple[tuple[Phrase, Phrase, Phrase, Phrase], ...] = (
    (
        Phrase(it="2. Cerca soluzioni", en="2. Looking for solutions"),
        Phrase(it="{marketing}", en="{marketing}"),
        Phrase(it="{sales}", en="{sales}"),
        Phrase(
            it="chi è, che cosa ha letto e chiesto, grado del lead",
            en="who it is, what they read and asked, grade of the lead",
        ),
    ),
    (
        Phrase(it="4. Decide e acquista", en="4. Deciding and buying"),
        Phrase(it="{sales}", en="{sales}"),
        Phrase(it="assistenza", en="customer service"),
        Phrase(
            it="promesse fatte, risultato atteso, persone coinvolte",
            en="promises made, expected result, people involved",
        ),
    ),
    (
        Phrase(it="4. Decide e acquista", en="4. Deciding and buying"),
        Phrase(it="{sales}", en="{sales}"),
        Phrase(it="{marketing}", en="{marketing}"),
        Phrase(it="vinta o persa, e il motivo", en="won or lost, and the reason"),
    ),
    (
        Phrase(it="5. Comincia a usare", en="5. Starting to use it"),
        Phrase(it="assistenza", en="customer service"),
        Phrase(it="{marketing} e {sales}", en="{marketing} and {sales}"),
        Phrase(it="primi risultati, problemi, nuovi bisogni", en="first results, problems, new needs"),
    ),
)
TEST: tuple[Phrase, ...] = (
    Phrase(
        it="La mappa copre tutte le tappe, dal primo bisogno al post-vendita.",
        en="The map covers every stage, from first need to after-sales.",
    ),
    Phrase(
        it="Su dieci clienti, due persone di funzioni diverse indicano la stessa tappa in almeno otto casi.",
        en="Of ten customers, two people from different functions place at least eight at the same stage.",
    ),
    Phrase(
        it="Ogni tappa ha un responsabile e un evento osservabile che la chiude.",
        en="Each stage has an owner and an observable event that closes it.",
    ),
    Phrase(
        it="La mappa è stata presentata a entrambe le squadre e c’è una data per rivederla.",
        en="The map has been presented to both teams, and there is a date to review it.",
    ),
)
