"""The definition of a lead, its grades, and a glossary of the field."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "how-to": Phrase(
        it="La definizione si scrive insieme in due ore, con venti lead recenti sul tavolo, e si prova"
        " subito. Vale finché le due funzioni, ciascuna per conto proprio, danno allo stesso lead lo stesso"
        " grado.",
        en="Write it together in two hours, with twenty recent leads on the table, and try it at once. It"
        " holds as long as the two functions, each on its own, give the same lead the same grade.",
    ),
    "ideal": Phrase(it="Il cliente ideale", en="The ideal customer"),
    "ideal-caption": Phrase(it="Chi cerchiamo e chi no", en="Who fits, and who does not"),
    "criterion": Phrase(it="Criterio", en="Criterion"),
    "inside": Phrase(it="Rientra", en="Fits"),
    "outside": Phrase(it="Non rientra", en="Does not fit"),
    "qualified": Phrase(it="Quando un lead è qualificato", en="When a lead is qualified"),
    "qualified-text": Phrase(
        it="Un lead (contatto che ha mostrato interesse) si consegna alla funzione {sales} solo se tutte"
        " queste condizioni sono vere.",
        en="A lead (a contact who has shown interest) is delivered to {sales} only if all of these are true.",
    ),
    "own-condition": Phrase(it="Altre condizioni", en="Other conditions"),
    "grades": Phrase(it="I gradi", en="The grades"),
    "grades-caption": Phrase(it="Corrispondenza e interesse", en="Fit and interest"),
    "grade": Phrase(it="Grado", en="Grade"),
    "recognised": Phrase(it="Come si riconosce", en="How to recognise it"),
    "examples": Phrase(it="Esempi nostri", en="Examples of our own"),
    "then": Phrase(it="Chi ricontatta, ed entro quando", en="Who follows up, and by when"),
    "test": Phrase(it="La prova su venti lead", en="The test on twenty leads"),
    "test-text": Phrase(
        it="Ogni funzione dà i gradi per conto proprio, poi si confrontano. La definizione è pronta quando"
        " almeno sedici su venti coincidono; dove non coincidono si corregge la definizione, non il lead.",
        en="Each function gives its grades on its own; then the two are compared. The definition is ready"
        " when at least sixteen out of twenty agree. Where they do not, correct the definition, not the"
        " lead.",
    ),
    "test-caption": Phrase(it="I primi dieci", en="The first ten"),
    "lead": Phrase(it="Lead", en="Lead"),
    "by-marketing": Phrase(it="Grado secondo {marketing}", en="Grade given by {marketing}"),
    "by-sales": Phrase(it="Grado secondo {sales}", en="Grade given by {sales}"),
    "agreed": Phrase(it="Concordato, e perché", en="Agreed, and why"),
    "glossary": Phrase(it="Il glossario comune", en="The shared glossary"),
    "glossary-text": Phrase(
        it="Una parola, un significato. Le definizioni qui sotto sono proposte: nella colonna a destra"
        " scrivete quella che vale da voi.",
        en="One word, one meaning. The definitions below are proposals: write your own in the column on the"
        " right.",
    ),
    "glossary-caption": Phrase(it="Le parole del mestiere", en="The words of the field"),
    "word": Phrase(it="Parola", en="Word"),
    "proposed": Phrase(it="Definizione proposta", en="Proposed definition"),
    "ours": Phrase(it="La nostra definizione", en="Our definition"),
}
CRITERIA: tuple[Phrase, ...] = (
    Phrase(it="Settore", en="Sector"),
    Phrase(it="Dimensione (addetti, fatturato)", en="Size (staff, revenue)"),
    Phrase(it="Area geografica", en="Region"),
    Phrase(it="Problema che sappiamo risolvere", en="A problem we can solve"),
    Phrase(it="Capacità di spesa", en="Ability to pay"),
    Phrase(it="Chi decide è raggiungibile", en="Those who decide can be reached"),
)
CONDITIONS: tuple[Phrase, ...] = (
    Phrase(
        it="L’azienda corrisponde al cliente ideale, con al massimo un criterio mancante.",
        en="The company matches the ideal customer, with at most one criterion missing.",
    ),
    Phrase(
        it="La persona corrisponde a una buyer persona concordata.",
        en="The person matches an agreed buyer persona.",
    ),
    Phrase(
        it="Ha dato almeno due segni di interesse negli ultimi trenta giorni, o ha chiesto di essere"
        " contattata.",
        en="They have shown interest at least twice in the last thirty days, or asked to be contacted.",
    ),
    Phrase(
        it="Ci sono nome, azienda, ruolo e almeno un recapito verificato.",
        en="Name, company, role and at least one verified contact detail are there.",
    ),
    Phrase(
        it="Sono annotate l’origine e la base giuridica del contatto: il consenso o un’altra.",
        en="The source is recorded, and so is the legal basis for contact: consent or another.",
    ),
    Phrase(
        it="Non è già cliente e non c’è una trattativa aperta.",
        en="They are not a customer yet, and no deal is open.",
    ),
)
THEN: dict[str, Phrase] = {
    "hot": Phrase(
        it="{sales}: prima di tutti gli altri, entro il termine dell’SLA",
        en="{sales}: before all others, within the time set in the SLA",
    ),
    "warm": Phrase(it="{sales}: entro il termine dell’SLA", en="{sales}: within the time set in the SLA"),
    "cold": Phrase(
        it="{sales}: entro il termine dell’SLA; intanto la funzione {marketing} continua a coltivarlo",
        en="{sales}: within the time set in the SLA; meanwhile {marketing} goes on nurturing it",
    ),
}
GLOSSARY: tuple[tuple[Phrase, Phrase], ...] = (
    (
        Phrase(it="Contatto", en="Contact"),
        Phrase(
            it="Persona di cui abbiamo un recapito, che abbia mostrato interesse o no.",
            en="A person whose contact details we have, interested or not.",
        ),
    ),
    (
        Phrase(it="Lead", en="Lead"),
        Phrase(
            it="Contatto che ha mostrato interesse per ciò che offriamo con almeno un’azione propria.",
            en="A contact who has shown interest in what we offer by at least one action of their own.",
        ),
    ),
    (
        Phrase(it="MQL (marketing qualified lead)", en="MQL (marketing qualified lead)"),
        Phrase(
            it="Lead che soddisfa tutte le condizioni di questo documento e che la funzione {marketing}"
            " consegna.",
            en="A lead that meets all conditions of this document and that {marketing} delivers.",
        ),
    ),
    (
        Phrase(it="SAL (sales accepted lead)", en="SAL (sales accepted lead)"),
        Phrase(
            it="MQL che la funzione {sales} ha accettato, impegnandosi a contattarlo entro il termine.",
            en="An MQL that {sales} has accepted, undertaking to make contact in time.",
        ),
    ),
    (
        Phrase(it="SQL (sales qualified lead)", en="SQL (sales qualified lead)"),
        Phrase(
            it="SAL con cui la funzione {sales} ha parlato: bisogno, tempi e interlocutori sono confermati.",
            en="An SAL whom {sales} has talked to: need, timing and people are confirmed.",
        ),
    ),
    (
        Phrase(it="Trattativa aperta (opportunità)", en="Open deal (opportunity)"),
        Phrase(
            it="Vendita possibile con un valore, una data prevista e un prossimo passo concordato con il"
            " cliente.",
            en="A possible sale with a value, an expected date and a next step agreed with the customer.",
        ),
    ),
    (
        Phrase(it="Pipeline", en="Pipeline"),
        Phrase(
            it="L’insieme delle trattative aperte, per fase, con il loro valore.",
            en="All open deals, by phase, with their value.",
        ),
    ),
    (
        Phrase(it="Cliente", en="Customer"),
        Phrase(
            it="Chi ha firmato almeno un ordine negli ultimi ventiquattro mesi.",
            en="Whoever has signed at least one order in the last twenty-four months.",
        ),
    ),
    (
        Phrase(it="Cliente ideale (ICP)", en="Ideal customer profile (ICP)"),
        Phrase(
            it="Il tipo di azienda che conquistiamo e serviamo meglio: i criteri sono all’inizio del"
            " documento.",
            en="The kind of company we win and serve best: the criteria are at the beginning of this"
            " document.",
        ),
    ),
    (
        Phrase(it="Buyer persona", en="Buyer persona"),
        Phrase(
            it="Ritratto, basato su interviste, di una persona che decide o influenza l’acquisto.",
            en="A portrait, drawn from interviews, of a person who decides on a purchase or influences it.",
        ),
    ),
    (
        Phrase(it="Percorso d’acquisto", en="Buyer journey"),
        Phrase(
            it="Le tappe che il cliente attraversa, dal primo bisogno al post-vendita, viste da lui.",
            en="The stages a customer goes through, from first need to after-sales, as the customer sees"
            " them.",
        ),
    ),
    (
        Phrase(it="Funnel", en="Funnel"),
        Phrase(
            it="Le stesse tappe viste da noi: quanti entrano in ciascuna e quanti passano alla successiva.",
            en="The same stages as we see them: how many enter each, and how many go on to the next.",
        ),
    ),
    (
        Phrase(it="Lead scoring", en="Lead scoring"),
        Phrase(
            it="Punteggio che riassume corrispondenza e interesse e da cui deriva il grado.",
            en="A score that sums up fit and interest, and from which the grade follows.",
        ),
    ),
    (
        Phrase(it="Coltivare (nurturing)", en="Nurturing"),
        Phrase(
            it="Mantenere il rapporto con contenuti utili finché il lead non è pronto a parlare.",
            en="Keeping in touch with useful content until a lead is ready to talk.",
        ),
    ),
    (
        Phrase(it="Passaggio", en="Handover"),
        Phrase(
            it="Il momento in cui la responsabilità del lead passa da una funzione all’altra, annotato con"
            " data e ora.",
            en="The moment at which responsibility for a lead goes from one function to the other, recorded"
            " with date and time.",
        ),
    ),
    (
        Phrase(it="Riscontro (closed loop)", en="Feedback (closed loop)"),
        Phrase(
            it="L’esito di ogni lead, con il motivo, che torna alla funzione {marketing}.",
            en="The outcome of each lead, with its reason, coming back to {marketing}.",
        ),
    ),
    (
        Phrase(it="SLA", en="SLA"),
        Phrase(
            it="L’accordo scritto su quanti lead si consegnano e su come e quando si ricontattano.",
            en="The written agreement on how many leads are delivered, and how and when they are followed"
            " up.",
        ),
    ),
)
