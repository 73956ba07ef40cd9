"""The service-level agreement: its calculator, what each function commits to, and what if not."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "scope": Phrase(it="Oggetto e durata", en="Scope and term"),
    "scope-text": Phrase(
        it="Con questo accordo le funzioni {marketing} e {sales} mettono per iscritto che cosa si devono a"
        " vicenda: la prima, lead (contatti che hanno mostrato interesse) qualificati e completi; la"
        " seconda, un ricontatto tempestivo e il riscontro sugli esiti.",
        en="With this agreement {marketing} and {sales} put in writing what they owe each other: the former,"
        " qualified and complete leads (contacts who have shown interest); the latter, prompt follow-up and"
        " feedback on outcomes.",
    ),
    "scope-covers": Phrase(it="Mercati, linee o sedi interessate", en="Markets, lines or sites covered"),
    "scope-term": Phrase(it="In vigore dal, fino al", en="In force from, until"),
    # The calculator
    "calculation": Phrase(it="Quanti lead servono", en="How many leads are needed"),
    "calculation-text": Phrase(
        it="Si parte dal fatturato e si risale ai lead. La quota riguarda soltanto i nuovi clienti. I tassi"
        " sono quelli misurati negli ultimi dodici mesi; dove manca una misura si scrive una stima, da"
        " rivedere dopo tre mesi.",
        en="Start from revenue and work back to leads. The share covers new customers only. The rates are"
        " those measured over the last twelve months; where nothing has been measured, write an estimate and"
        " revise it after three months.",
    ),
    "item": Phrase(it="Voce", en="Item"),
    "how": Phrase(it="Come si ottiene", en="How to get it"),
    "value": Phrase(it="Valore", en="Value"),
    "calculation-caption": Phrase(it="Dal fatturato ai lead", en="From revenue to leads"),
    "given": Phrase(it="dato di partenza", en="starting figure"),
    "measured": Phrase(it="tasso misurato", en="measured rate"),
    "measured-mean": Phrase(it="media degli ultimi dodici mesi", en="average of the last twelve months"),
    "revenue-target": Phrase(it="Obiettivo di fatturato annuo", en="Revenue target for the year"),
    "lead-share": Phrase(
        it="Quota di fatturato attesa dai lead della funzione {marketing}",
        en="Share of revenue expected from {marketing} leads",
    ),
    "average-deal": Phrase(it="Valore medio di una vendita", en="Average value of a sale"),
    "win-rate": Phrase(it="Trattative aperte che vengono vinte", en="Deals that are won (win rate)"),
    "opportunity-rate": Phrase(
        it="Lead accettati che diventano trattative", en="Accepted leads that become deals"
    ),
    "acceptance-rate": Phrase(
        it="Lead consegnati che vengono accettati", en="Delivered leads that are accepted"
    ),
    "revenue": Phrase(it="Fatturato atteso dai lead", en="Revenue expected from leads"),
    "revenue-how": Phrase(it="obiettivo × quota", en="target × share"),
    "customers": Phrase(it="Nuovi clienti in un anno", en="New customers a year"),
    "customers-how": Phrase(
        it="fatturato atteso dai lead ÷ valore medio", en="revenue expected from leads ÷ average value"
    ),
    "opportunities": Phrase(it="Trattative in un anno", en="Deals a year"),
    "opportunities-how": Phrase(
        it="nuovi clienti ÷ quota di trattative vinte", en="new customers ÷ share of deals won"
    ),
    "accepted": Phrase(it="Lead accettati in un anno", en="Accepted leads a year"),
    "accepted-how": Phrase(
        it="trattative ÷ quota di lead che diventano trattative",
        en="deals ÷ share of leads that become deals",
    ),
    "qualified": Phrase(it="Lead qualificati in un anno", en="Qualified leads a year"),
    "qualified-how": Phrase(
        it="lead accettati ÷ quota di lead accettati",
        en="accepted leads ÷ share accepted",
    ),
    "a-quarter": Phrase(it="Lead qualificati in un trimestre", en="Qualified leads a quarter"),
    "a-month": Phrase(it="Lead qualificati in un mese", en="Qualified leads a month"),
    "a-week": Phrase(it="Lead qualificati in una settimana", en="Qualified leads a week"),
    "divided": Phrase(it="lead in un anno ÷ {n}", en="leads a year ÷ {n}"),
    "divided-weeks": Phrase(
        it="lead in un anno ÷ settimane lavorative ({n})", en="leads a year ÷ working weeks ({n})"
    ),
    "rounding": Phrase(
        it="Clienti, trattative e lead si contano interi: ogni risultato si arrotonda per eccesso, e il"
        " successivo si calcola da quello già arrotondato. Trimestre, mese e settimana si calcolano tutti"
        " dall’anno.",
        en="Customers, deals and leads are whole numbers: each result is rounded up, and the next is worked"
        " out from the rounded one. Quarter, month and week are all worked out from the year.",
    ),
    # Follow-up
    "follow-up": Phrase(it="Entro quando si ricontattano i lead", en="How soon leads are followed up"),
    "follow-up-text": Phrase(
        it="I più caldi per primi. Il termine decorre dalla consegna del lead e si conta in ore lavorative,"
        " otto al giorno.",
        en="The hottest first. Time runs from the moment a lead is delivered and is counted in working"
        " hours, eight to a day.",
    ),
    "grades-caption": Phrase(it="Il primo contatto, per grado del lead", en="First contact by grade of lead"),
    "grade": Phrase(it="Grado", en="Grade"),
    "recognised": Phrase(it="Come si riconosce", en="How to recognise it"),
    "within": Phrase(it="Primo contatto entro", en="First contact within"),
    "attempts": Phrase(it="Tentativi", en="Attempts"),
    "who": Phrase(it="Chi", en="Who"),
    "up-to": Phrase(it="almeno {n}", en="at least {n}"),
    "up-to-one": Phrase(it="almeno uno", en="at least one"),
    "load-caption": Phrase(
        it="Le ore che servono e quelle disponibili", en="The hours needed and the hours available"
    ),
    "load-leads": Phrase(it="Lead da ricontattare in una settimana", en="Leads to follow up a week"),
    "load-leads-how": Phrase(it="dal calcolo qui sopra", en="from the calculation above"),
    "load-attempts": Phrase(it="Tentativi per lead", en="Attempts per lead"),
    "decided": Phrase(it="da concordare", en="to be agreed"),
    "load-minutes": Phrase(it="Minuti per tentativo", en="Minutes per attempt"),
    "load-minutes-how": Phrase(it="preparazione e annotazione comprese", en="preparation and notes included"),
    "load-hours": Phrase(it="Ore che servono in una settimana", en="Hours needed a week"),
    "load-hours-how": Phrase(it="lead × tentativi × minuti ÷ 60", en="leads × attempts × minutes ÷ 60"),
    "load-people": Phrase(it="Persone che ricontattano i lead", en="People who follow up leads"),
    "load-each": Phrase(it="Ore a settimana di ciascuna", en="Hours a week for each person"),
    "load-each-how": Phrase(
        it="solo quelle davvero libere per i nuovi lead", en="only those really free for new leads"
    ),
    "load-capacity": Phrase(it="Ore disponibili in una settimana", en="Hours available a week"),
    "load-capacity-how": Phrase(it="persone × ore di ciascuna", en="people × hours each"),
    "load-manageable": Phrase(
        it="Lead che si possono ricontattare in una settimana", en="Leads that can be followed up a week"
    ),
    "load-manageable-how": Phrase(
        it="ore disponibili × 60 ÷ (tentativi × minuti), per difetto",
        en="hours available × 60 ÷ (attempts × minutes), rounded down",
    ),
    "load-note": Phrase(
        it="Il calcolo è prudente: conta tutti i tentativi per tutti i lead consegnati, ma chi risponde"
        " subito e i lead restituiti ne richiedono meno.",
        en="The estimate is cautious: it counts all attempts on all leads delivered, though people who"
        " answer at once and leads returned take fewer.",
    ),
    "kept": Phrase(it="L’impegno si può mantenere", en="The commitment can be kept"),
    "kept-text": Phrase(
        it="Servono {needed} ore a settimana e ce ne sono {there}.",
        en="It takes {needed} hours a week, and there are {there}.",
    ),
    "not-kept": Phrase(it="L’impegno non si può mantenere", en="The commitment cannot be kept"),
    "not-kept-text": Phrase(
        it="Servono {needed} ore a settimana e ce ne sono {there}: ne mancano {missing}. Con quelle"
        " disponibili si può ricontattare ogni settimana questo numero di lead: {manageable} su {leads}.",
        en="It takes {needed} hours a week and there are {there}: {missing} too few. That leaves time for"
        " {manageable} of the {leads} leads a week.",
    ),
    "not-kept-do": Phrase(
        it="Prima di firmare si sceglie: più persone o più ore, meno tentativi per i lead freddi, criteri di"
        " qualificazione più severi, oppure un obiettivo più basso.",
        en="Before signing, choose: more people or more hours, fewer attempts on cold leads, stricter"
        " criteria for qualification, or a lower target.",
    ),
    "check": Phrase(it="Prima di firmare", en="Before signing"),
    "check-text": Phrase(
        it="Confrontare le ore che servono con quelle disponibili: se le prime sono di più, l’impegno non si"
        " può mantenere e va cambiato.",
        en="Compare the hours needed with the hours available: if more are needed, the commitment cannot be"
        " kept and has to change.",
    ),
    # Commitments
    "commitment": Phrase(it="Impegno", en="Commitment"),
    "in-full": Phrase(it="In che cosa consiste", en="What it consists of"),
    "measured-by": Phrase(it="Come si misura", en="How it is measured"),
    "answers-for-it": Phrase(it="Chi ne risponde", en="Who answers for it"),
    "of-marketing": Phrase(it="Gli impegni della funzione {marketing}", en="What {marketing} commits to"),
    "of-sales": Phrase(it="Gli impegni della funzione {sales}", en="What {sales} commits to"),
    # Refused leads
    "refused": Phrase(it="I lead restituiti", en="Leads that are returned"),
    "refused-text": Phrase(
        it="Un lead si accetta, oppure si restituisce con un motivo dell’elenco, entro due giorni"
        " lavorativi: chi tace, o ha già contattato il lead, lo ha accettato. Dopo, si restituisce solo per"
        " un motivo emerso dal contatto, o quando tutti i tentativi sono falliti. Nessun lead resta senza un"
        " responsabile.",
        en="A lead is accepted, or returned with a reason from the list, within two working days; silence,"
        " or a first contact, counts as acceptance. After that it is returned only for a reason that contact"
        " has brought to light, or when all attempts have failed. No lead is left without an owner.",
    ),
    "reason": Phrase(it="Motivo", en="Reason"),
    "then": Phrase(it="Che cosa succede al lead", en="What happens to the lead"),
    "takes-over": Phrase(it="Chi lo prende in carico", en="Who takes it over"),
    # If a commitment is not kept
    "escalation": Phrase(it="Se un impegno non è rispettato", en="If a commitment is not kept"),
    "measuring": Phrase(it="Come si misura", en="How it is measured"),
    "measuring-text": Phrase(
        it="Gli indicatori si leggono nell’incontro settimanale, sempre dalla stessa fonte; una volta al"
        " mese si confrontano con l’obiettivo.",
        en="The indicators are read in the weekly meeting, always from the same source; once a month they are"
        " set against the target.",
    ),
    "indicator": Phrase(it="Indicatore", en="Indicator"),
    "formula": Phrase(it="Formula", en="Formula"),
    "goal": Phrase(it="Obiettivo", en="Target"),
    "source": Phrase(it="Fonte", en="Source"),
    "reviews": Phrase(it="Revisioni mensili", en="Monthly reviews"),
    "reviews-text": Phrase(
        it="Trenta minuti al mese, con i due responsabili: i valori promessi accanto a quelli effettivi, le"
        " eccezioni, una correzione al massimo.",
        en="Thirty minutes a month with both heads: promised figures beside actual ones, exceptions, one"
        " correction at most.",
    ),
    # How figures are written
    "working-hours": Phrase(it="{n} ore lavorative", en="{n} working hours"),
    "working-hours-one": Phrase(it="un’ora lavorativa", en="one working hour"),
    "working-days": Phrase(it="{n} giorni lavorativi", en="{n} working days"),
    "working-days-one": Phrase(it="un giorno lavorativo", en="one working day"),
}
GRADES: dict[str, tuple[Phrase, Phrase]] = {
    "hot": (
        Phrase(it="Caldo", en="Hot"),
        Phrase(
            it="Ha chiesto di essere contattato, per esempio per un’offerta, un prezzo o una dimostrazione.",
            en="Has asked to be contacted, about a quote, a price or a demonstration, for example.",
        ),
    ),
    "warm": (
        Phrase(it="Tiepido", en="Warm"),
        Phrase(
            it="Corrisponde in tutto al cliente ideale e ha dato più segni di interesse, ma non ha ancora"
            " chiesto di essere contattato.",
            en="Matches the ideal customer in every respect and has shown interest more than once, but has"
            " not yet asked to be contacted.",
        ),
    ),
    "cold": (
        Phrase(it="Freddo", en="Cold"),
        Phrase(
            it="Ha dato più segni di interesse, ma non ha chiesto di essere contattato e non soddisfa un"
            " criterio del cliente ideale.",
            en="Has shown interest more than once, but has not asked to be contacted and misses one"
            " criterion of the ideal customer.",
        ),
    ),
}
MARKETING: tuple[tuple[Phrase, Phrase, Phrase], ...] = (
    (
        Phrase(it="Quantità", en="Quantity"),
        Phrase(
            it="Lead qualificati al mese: almeno {a_month}, distribuiti nelle settimane",
            en="Qualified leads a month: at least {a_month}, spread over the weeks",
        ),
        Phrase(it="lead consegnati ÷ lead dovuti", en="leads delivered ÷ leads owed"),
    ),
    (
        Phrase(it="Qualità", en="Quality"),
        Phrase(
            it="Ogni lead rispetta la definizione comune e arriva con il grado e i segni di interesse su cui"
            " si basa",
            en="Each lead meets the shared definition and comes with its grade and the signs of interest"
            " behind it",
        ),
        Phrase(it="lead accettati ÷ lead consegnati", en="leads accepted ÷ leads delivered"),
    ),
    (
        Phrase(it="Informazioni", en="Information"),
        Phrase(
            it="Azienda, persona, ruolo, recapito valido, origine, storia dei contatti, consenso o altra"
            " base giuridica",
            en="Company, person, role, valid contact details, source, history, consent or other legal basis",
        ),
        Phrase(it="lead completi ÷ lead consegnati", en="complete leads ÷ leads delivered"),
    ),
    (
        Phrase(it="Materiali", en="Materials"),
        Phrase(
            it="Argomenti, casi di clienti e presentazioni pronti prima che la campagna cominci",
            en="Arguments, customer cases and slides ready before a campaign starts",
        ),
        Phrase(
            it="campagne con materiali pronti ÷ campagne",
            en="campaigns with materials ready ÷ campaigns",
        ),
    ),
    (
        Phrase(it="Preavviso", en="Notice"),
        Phrase(
            it="Calendario delle campagne condiviso con almeno due settimane di anticipo",
            en="Campaign calendar shared at least two weeks ahead",
        ),
        Phrase(it="campagne annunciate in tempo ÷ campagne", en="campaigns announced in time ÷ campaigns"),
    ),
)
"""What marketing commits to: in a word, in full, and how it is measured."""

SALES: tuple[tuple[Phrase, Phrase, Phrase], ...] = (
    (
        Phrase(it="Primo contatto", en="First contact"),
        Phrase(
            it="I caldi entro {hot}, i tiepidi entro {warm}, i freddi entro {cold}",
            en="Hot leads within {hot}, warm within {warm}, cold within {cold}",
        ),
        Phrase(it="lead contattati in tempo ÷ lead accettati", en="leads contacted in time ÷ leads accepted"),
    ),
    (
        Phrase(it="Tentativi", en="Attempts"),
        Phrase(
            it="Almeno {attempts} per lead, su canali e in orari diversi, prima di restituirlo",
            en="At least {attempts} per lead, by different channels and at different times, before returning"
            " it",
        ),
        Phrase(
            it="lead con tutti i tentativi ÷ lead non raggiunti",
            en="leads with all attempts made ÷ leads not reached",
        ),
    ),
    (
        Phrase(it="Esito", en="Outcome"),
        Phrase(
            it="Annotato entro un giorno lavorativo da ogni contatto, dove lo vedono entrambe le funzioni",
            en="Noted within one working day of each contact, where both functions can see it",
        ),
        Phrase(it="lead con esito ÷ lead contattati", en="leads with an outcome ÷ leads contacted"),
    ),
    (
        Phrase(it="Motivo", en="Reason"),
        Phrase(
            it="Per ogni lead restituito e per ogni trattativa persa, uno dell’elenco",
            en="For each lead returned and each deal lost, one from the list",
        ),
        Phrase(
            it="restituzioni e perdite con motivo ÷ restituzioni e perdite",
            en="returns and losses with a reason ÷ returns and losses",
        ),
    ),
    (
        Phrase(it="Riscontro", en="Feedback"),
        Phrase(
            it="Una volta al mese, per iscritto, ciò che i clienti chiedono e obiettano, per aggiornare le"
            " buyer persona",
            en="Once a month, in writing, what customers ask and object to, so that the buyer personas stay"
            " true",
        ),
        Phrase(
            it="riscontri portati alla revisione ÷ revisioni",
            en="feedback brought to the review ÷ reviews",
        ),
    ),
)
"""What sales commits to, likewise."""

REASONS: tuple[tuple[Phrase, Phrase, Phrase], ...] = (
    (
        Phrase(it="Non corrisponde al cliente ideale", en="Does not match the ideal customer"),
        Phrase(
            it="Si chiude; il caso si discute nell’incontro settimanale",
            en="Closed; the case is discussed at the weekly meeting",
        ),
        Phrase(it="{marketing}", en="{marketing}"),
    ),
    (
        Phrase(it="Dati mancanti o sbagliati", en="Data missing or wrong"),
        Phrase(
            it="Si completa e si riconsegna entro due giorni lavorativi",
            en="Completed and delivered again within two working days",
        ),
        Phrase(it="{marketing}", en="{marketing}"),
    ),
    (
        Phrase(it="Per ora manca il bisogno o il budget", en="No need or no budget for now"),
        Phrase(
            it="Torna tra i contatti da coltivare, con la data in cui risentirlo",
            en="Back among the contacts to nurture, with a date for trying again",
        ),
        Phrase(it="{marketing}", en="{marketing}"),
    ),
    (
        Phrase(it="Non raggiunto dopo tutti i tentativi", en="Not reached after all attempts"),
        Phrase(
            it="Torna tra i contatti da coltivare, dopo un ultimo messaggio",
            en="Back among the contacts to nurture, after one last message",
        ),
        Phrase(it="{marketing}", en="{marketing}"),
    ),
    (
        Phrase(it="È già cliente, o c’è una trattativa aperta", en="Already a customer, or a deal is open"),
        Phrase(
            it="Passa a chi segue il cliente; i doppioni si uniscono",
            en="Goes to whoever looks after the customer; duplicates are merged",
        ),
        Phrase(it="{sales}", en="{sales}"),
    ),
    (
        Phrase(
            it="Non è un possibile cliente: concorrente, studente, fornitore",
            en="Not a possible customer: competitor, student, supplier",
        ),
        Phrase(
            it="Si chiude; se capita spesso, si correggono i filtri",
            en="Closed; if it happens often, the filters are corrected",
        ),
        Phrase(it="{marketing}", en="{marketing}"),
    ),
)
"""Why a lead is refused, what becomes of it, and who takes it over."""

ESCALATION: tuple[Phrase, ...] = (
    Phrase(
        it="Chi se ne accorge lo dice a chi risponde dell’impegno, con un esempio concreto, entro due giorni"
        " lavorativi.",
        en="Whoever notices tells the person who answers for the commitment, with a concrete example, within"
        " two working days.",
    ),
    Phrase(
        it="Se non basta, il caso va al successivo incontro settimanale: causa, rimedio, data.",
        en="If that does not settle it, the case goes to the next weekly meeting: cause, remedy, date.",
    ),
    Phrase(
        it="Se un indicatore resta sotto il 90% dell’obiettivo per due mesi di seguito, decidono i due"
        " responsabili nella revisione mensile.",
        en="If an indicator stays below 90% of its target for two months running, the two heads decide at the"
        " monthly review.",
    ),
    Phrase(
        it="Se ci resta anche il terzo mese, decide la direzione: si cambiano le risorse oppure l’accordo.",
        en="If it is still below in the third month, management decides: either the resources change, or the"
        " agreement does.",
    ),
)
INDICATORS: tuple[tuple[Phrase, Phrase, Phrase], ...] = (
    (
        Phrase(it="Lead consegnati", en="Leads delivered"),
        Phrase(it="consegnati nel mese ÷ dovuti × 100", en="delivered this month ÷ owed × 100"),
        Phrase(it="100%", en="100%"),
    ),
    (
        Phrase(it="Lead accettati", en="Leads accepted"),
        Phrase(it="accettati ÷ consegnati × 100", en="accepted ÷ delivered × 100"),
        Phrase(it="{acceptance}", en="{acceptance}"),
    ),
    (
        Phrase(it="Primo contatto in tempo", en="First contact in time"),
        Phrase(it="contattati entro il termine ÷ accettati × 100", en="contacted in time ÷ accepted × 100"),
        Phrase(it="95%", en="95%"),
    ),
    (
        Phrase(it="Esiti registrati", en="Outcomes recorded"),
        Phrase(
            it="lead con esito ÷ lead contattati × 100",
            en="leads with an outcome ÷ leads contacted × 100",
        ),
        Phrase(it="95%", en="95%"),
    ),
    (
        Phrase(it="Lead che diventano trattative", en="Leads that become deals"),
        Phrase(it="trattative ÷ lead accettati × 100", en="deals ÷ leads accepted × 100"),
        Phrase(it="{opportunity}", en="{opportunity}"),
    ),
)
"""What is measured, how, and what it should come to."""
