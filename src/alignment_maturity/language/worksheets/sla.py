"""The service-level agreement: its calculator, what each function commits to, and what if not."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "scope": Phrase(it="Oggetto e durata", en="Scope and term"),
    "scope-text": Phrase(
        it="Con questo accordo {marketing} e {sales} mettono per iscritto che cosa si devono a vicenda: da"
        " una parte lead (contatti che hanno mostrato interesse) qualificati e completi, dall’altra contatti"
        " tempestivi ed esiti riferiti.",
        en="With this agreement {marketing} and {sales} put in writing what they owe each other: qualified"
        " and complete leads (contacts who have shown interest) on the one side, prompt contact and reported"
        " outcomes on the other.",
    ),
    "scope-covers": Phrase(it="Mercati, linee o sedi interessate", en="Markets, lines or sites covered"),
    "scope-term": Phrase(it="In vigore dal, fino al", en="In force from, until"),
    # The calculator
    "calculation": Phrase(it="Quanti lead servono", en="How many leads are needed"),
    "calculation-text": Phrase(
        it="Si parte dal fatturato e si risale ai lead. I tassi sono quelli misurati negli ultimi dodici"
        " mesi; dove manca una misura si scrive una stima e la si rivede dopo tre mesi.",
        en="Start from revenue and work back to leads. The rates are those measured over the last twelve"
        " months; where there is no measure, write an estimate and look at it again after three months.",
    ),
    "item": Phrase(it="Voce", en="Item"),
    "how": Phrase(it="Come si ottiene", en="How to get it"),
    "value": Phrase(it="Valore", en="Value"),
    "calculation-caption": Phrase(it="Dal fatturato ai lead", en="From revenue to leads"),
    "given": Phrase(it="dato di partenza", en="starting figure"),
    "measured": Phrase(it="tasso misurato", en="measured rate"),
    "measured-mean": Phrase(it="media degli ultimi dodici mesi", en="mean of the last twelve months"),
    "revenue-target": Phrase(it="Obiettivo di fatturato annuo", en="Revenue target for the year"),
    "lead-share": Phrase(
        it="Quota attesa dai lead di {marketing}", en="Share expected from {marketing} leads"
    ),
    "average-deal": Phrase(it="Valore medio di una vendita", en="Average deal"),
    "win-rate": Phrase(
        it="Opportunità che diventano clienti", en="Opportunities that become customers (win rate)"
    ),
    "opportunity-rate": Phrase(
        it="Lead accettati che diventano opportunità", en="Accepted leads that become opportunities"
    ),
    "acceptance-rate": Phrase(
        it="Lead consegnati che {sales} accetta", en="Delivered leads that {sales} accepts"
    ),
    "revenue": Phrase(it="Fatturato atteso dai lead", en="Revenue expected from leads"),
    "revenue-how": Phrase(it="obiettivo × quota", en="target × share"),
    "customers": Phrase(it="Nuovi clienti in un anno", en="New customers a year"),
    "customers-how": Phrase(
        it="fatturato atteso dai lead ÷ valore medio", en="revenue expected from leads ÷ average deal"
    ),
    "opportunities": Phrase(it="Opportunità in un anno", en="Opportunities a year"),
    "opportunities-how": Phrase(
        it="clienti ÷ quota che diventa cliente", en="customers ÷ share that become customers"
    ),
    "accepted": Phrase(it="Lead accettati in un anno", en="Accepted leads a year"),
    "accepted-how": Phrase(
        it="opportunità ÷ quota che diventa opportunità",
        en="opportunities ÷ share that become opportunities",
    ),
    "qualified": Phrase(it="Lead qualificati in un anno", en="Qualified leads a year"),
    "qualified-how": Phrase(it="lead accettati ÷ quota accettata", en="accepted leads ÷ share accepted"),
    "a-quarter": Phrase(it="Lead qualificati in un trimestre", en="Qualified leads a quarter"),
    "a-month": Phrase(it="Lead qualificati in un mese", en="Qualified leads a month"),
    "a-week": Phrase(it="Lead qualificati in una settimana", en="Qualified leads a week"),
    "divided": Phrase(it="lead in un anno ÷ {n}", en="leads a year ÷ {n}"),
    "divided-weeks": Phrase(
        it="lead in un anno ÷ {n} settimane lavorative", en="leads a year ÷ {n} working weeks"
    ),
    "rounding": Phrase(
        it="Clienti, opportunità e lead si contano interi: ogni risultato si arrotonda per eccesso una volta"
        " sola, e il successivo si calcola da quello già arrotondato. Trimestre, mese e settimana si"
        " calcolano tutti dall’anno.",
        en="Customers, opportunities and leads come whole: each result is rounded up once, and the next is"
        " worked out from the rounded one. Quarter, month and week are all worked out from the year.",
    ),
    # Follow-up
    "follow-up": Phrase(it="Entro quando si ricontattano", en="How soon they are followed up"),
    "follow-up-text": Phrase(
        it="I più caldi per primi. Il tempo si conta in ore lavorative da quando il lead è consegnato.",
        en="The hottest first. Time is counted in working hours from the moment a lead is handed over.",
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
        it="Le ore che servono e quelle che ci sono", en="The hours needed and the hours there are"
    ),
    "load-leads": Phrase(it="Lead da ricontattare in una settimana", en="Leads to follow up a week"),
    "load-leads-how": Phrase(it="dal calcolo qui sopra", en="from the calculation above"),
    "load-attempts": Phrase(it="Tentativi per lead", en="Attempts per lead"),
    "decided": Phrase(it="da concordare", en="to be agreed"),
    "load-minutes": Phrase(it="Minuti per tentativo", en="Minutes per attempt"),
    "load-minutes-how": Phrase(it="preparazione e nota comprese", en="preparation and note included"),
    "load-hours": Phrase(it="Ore che servono in una settimana", en="Hours needed a week"),
    "load-hours-how": Phrase(it="lead × tentativi × minuti ÷ 60", en="leads × attempts × minutes ÷ 60"),
    "load-people": Phrase(it="Persone che ricontattano i lead", en="People who follow up leads"),
    "load-each": Phrase(it="Ore a settimana di ciascuna", en="Hours a week of each"),
    "load-each-how": Phrase(
        it="solo quelle davvero libere per i nuovi lead", en="only those really free for new leads"
    ),
    "load-capacity": Phrase(it="Ore disponibili in una settimana", en="Hours there are a week"),
    "load-capacity-how": Phrase(it="persone × ore di ciascuna", en="people × hours of each"),
    "load-manageable": Phrase(
        it="Lead gestibili in una settimana", en="Leads that can be followed up a week"
    ),
    "load-manageable-how": Phrase(
        it="ore disponibili × 60 ÷ (tentativi × minuti), per difetto",
        en="hours there are × 60 ÷ (attempts × minutes), rounded down",
    ),
    "load-note": Phrase(
        it="Il calcolo conta tutti i tentativi di tutti i lead: chi risponde al primo ne richiede meno.",
        en="All attempts on all leads are counted: those who answer the first one take less.",
    ),
    "kept": Phrase(it="L’impegno si può mantenere", en="The commitment can be kept"),
    "kept-text": Phrase(
        it="Servono {needed} ore a settimana e ce ne sono {there}.",
        en="It takes {needed} hours a week, and there are {there}.",
    ),
    "not-kept": Phrase(it="L’impegno non si può mantenere", en="The commitment cannot be kept"),
    "not-kept-text": Phrase(
        it="Servono {needed} ore a settimana e ce ne sono {there}: ne mancano {missing}. Con quelle che ci"
        " sono si ricontattano {manageable} lead a settimana, non {leads}.",
        en="It takes {needed} hours a week and there are {there}: {missing} too few. That covers {manageable}"
        " leads a week, not {leads}.",
    ),
    "not-kept-do": Phrase(
        it="Prima di firmare si sceglie: più persone o più ore, meno tentativi per i lead freddi, criteri di"
        " qualificazione più severi, oppure un obiettivo più basso.",
        en="Before signing, choose: more people or hours, fewer attempts on cold leads, stricter criteria of"
        " qualification, or a lower target.",
    ),
    "check": Phrase(it="Prima di firmare", en="Before signing"),
    "check-text": Phrase(
        it="Confrontare le ore che servono con quelle disponibili: se le prime sono di più, l’impegno non si"
        " può mantenere e va cambiato.",
        en="Compare the hours needed with the hours there are: if more are needed, the commitment cannot be"
        " kept and has to change.",
    ),
    # Commitments
    "commitment": Phrase(it="Impegno", en="Commitment"),
    "in-full": Phrase(it="In che cosa consiste", en="What it consists of"),
    "measured-by": Phrase(it="Come si misura", en="How it is measured"),
    "answers-for-it": Phrase(it="Chi ne risponde", en="Who answers for it"),
    "of-marketing": Phrase(it="Che cosa si impegna a fare {marketing}", en="What {marketing} commits to"),
    "of-sales": Phrase(it="Che cosa si impegna a fare {sales}", en="What {sales} commits to"),
    # Refused leads
    "refused": Phrase(it="I lead rifiutati o restituiti", en="Leads refused or given back"),
    "refused-text": Phrase(
        it="Un lead si rifiuta entro due giorni lavorativi e sempre con un motivo dell’elenco; dopo, vale"
        " come accettato. Si restituisce solo dopo tutti i tentativi. Nessun lead resta senza un"
        " responsabile.",
        en="A lead is refused within two working days, and always with a reason from the list; after that it"
        " counts as accepted. It is given back only after all attempts. No lead is left without an owner.",
    ),
    "reason": Phrase(it="Motivo", en="Reason"),
    "then": Phrase(it="Che cosa succede al lead", en="What happens to the lead"),
    "takes-over": Phrase(it="Chi lo prende in carico", en="Who takes it over"),
    # If a commitment is not kept
    "escalation": Phrase(it="Se un impegno non è rispettato", en="If a commitment is not kept"),
    "measuring": Phrase(it="Come si misura", en="How it is measured"),
    "measuring-text": Phrase(
        it="Gli indicatori si leggono ogni settimana in riunione, sempre dalla stessa fonte; una volta al"
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
        it="Trenta minuti al mese, con i due responsabili: numeri, eccezioni, una correzione al massimo.",
        en="Thirty minutes a month with both heads: the figures, the exceptions, one correction at most.",
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
            it="Corrisponde al cliente ideale e chiede un contatto: offerta, prezzo, dimostrazione.",
            en="Matches the ideal customer and asks for a contact: a quote, a price, a demonstration.",
        ),
    ),
    "warm": (
        Phrase(it="Tiepido", en="Warm"),
        Phrase(
            it="Corrisponde al cliente ideale e ha dato più segni di interesse, ma non chiede ancora un"
            " contatto.",
            en="Matches the ideal customer and has shown interest more than once, but asks for no contact"
            " yet.",
        ),
    ),
    "cold": (
        Phrase(it="Freddo", en="Cold"),
        Phrase(
            it="Corrisponde solo in parte al cliente ideale, oppure ha dato un solo segno di interesse.",
            en="Matches the ideal customer only in part, or has shown interest just once.",
        ),
    ),
}
MARKETING: tuple[tuple[Phrase, Phrase, Phrase], ...] = (
    (
        Phrase(it="Quantità", en="Quantity"),
        Phrase(
            it="Almeno {a_month} lead qualificati al mese, distribuiti sulle settimane",
            en="At least {a_month} qualified leads a month, spread over the weeks",
        ),
        Phrase(it="lead consegnati ÷ lead dovuti", en="leads delivered ÷ leads owed"),
    ),
    (
        Phrase(it="Grado", en="Grade"),
        Phrase(
            it="Ogni lead arriva con il suo grado e con i segni di interesse su cui si basa",
            en="Each lead comes with its grade and the signs of interest behind it",
        ),
        Phrase(it="lead accettati ÷ lead consegnati", en="leads accepted ÷ leads delivered"),
    ),
    (
        Phrase(it="Informazioni", en="Information"),
        Phrase(
            it="Azienda, persona, ruolo, recapito valido, origine, storia dei contatti, consenso",
            en="Company, person, role, valid contact details, source, history, consent",
        ),
        Phrase(it="lead completi ÷ lead consegnati", en="complete leads ÷ leads delivered"),
    ),
    (
        Phrase(it="Materiali", en="Materials"),
        Phrase(
            it="Argomenti, casi e presentazioni pronti prima che la campagna parta",
            en="Arguments, cases and slides ready before a campaign starts",
        ),
        Phrase(it="campagne con materiali pronti in tempo", en="campaigns with materials ready in time"),
    ),
    (
        Phrase(it="Preavviso", en="Notice"),
        Phrase(
            it="Calendario delle campagne condiviso con almeno due settimane di anticipo",
            en="The calendar of campaigns shared at least two weeks ahead",
        ),
        Phrase(it="campagne annunciate in tempo", en="campaigns announced in time"),
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
        Phrase(
            it="lead contattati in tempo ÷ lead consegnati", en="leads contacted in time ÷ leads delivered"
        ),
    ),
    (
        Phrase(it="Tentativi", en="Attempts"),
        Phrase(
            it="Almeno {attempts} per lead, su canali e in orari diversi, prima di restituirlo",
            en="At least {attempts} per lead, by different channels and at different times, before giving it"
            " back",
        ),
        Phrase(
            it="lead con tutti i tentativi ÷ lead non raggiunti",
            en="leads with all attempts ÷ leads not reached",
        ),
    ),
    (
        Phrase(it="Esito", en="Outcome"),
        Phrase(
            it="Registrato nel sistema entro un giorno lavorativo da ogni contatto",
            en="Recorded in the system within one working day of each contact",
        ),
        Phrase(it="lead con esito ÷ lead contattati", en="leads with an outcome ÷ leads contacted"),
    ),
    (
        Phrase(it="Motivo", en="Reason"),
        Phrase(
            it="Per ogni lead rifiutato e per ogni trattativa persa, uno dell’elenco",
            en="For each refused lead and each lost deal, one from the list",
        ),
        Phrase(it="rifiuti con motivo ÷ rifiuti", en="refusals with a reason ÷ refusals"),
    ),
    (
        Phrase(it="Riscontro", en="Feedback"),
        Phrase(
            it="Una volta al mese, che cosa chiedono e obiettano i clienti, per aggiornare le buyer persona",
            en="Once a month, what customers ask and object, so that the buyer personas stay true",
        ),
        Phrase(it="riscontri raccolti nella revisione", en="feedback collected at the review"),
    ),
)
"""What sales commits to, likewise."""

REASONS: tuple[tuple[Phrase, Phrase, Phrase], ...] = (
    (
        Phrase(it="Non corrisponde al cliente ideale", en="Does not match the ideal customer"),
        Phrase(
            it="Si chiude; il caso si discute nella riunione settimanale",
            en="Closed; the case is discussed at the weekly meeting",
        ),
        Phrase(it="{marketing}", en="{marketing}"),
    ),
    (
        Phrase(it="Dati mancanti o sbagliati", en="Data missing or wrong"),
        Phrase(
            it="Si completa e si riconsegna entro due giorni lavorativi",
            en="Completed and handed over again within two working days",
        ),
        Phrase(it="{marketing}", en="{marketing}"),
    ),
    (
        Phrase(it="Nessun bisogno o budget per ora", en="No need or budget for now"),
        Phrase(
            it="Torna tra i contatti da coltivare, con la data in cui riprenderlo",
            en="Back among the contacts to nurture, with a date to take it up again",
        ),
        Phrase(it="{marketing}", en="{marketing}"),
    ),
    (
        Phrase(it="Non raggiunto dopo tutti i tentativi", en="Not reached after all attempts"),
        Phrase(
            it="Torna tra i contatti da coltivare, con un messaggio di congedo",
            en="Back among the contacts to nurture, with a closing message",
        ),
        Phrase(it="{marketing}", en="{marketing}"),
    ),
    (
        Phrase(it="È già cliente o in trattativa", en="Already a customer or in a deal"),
        Phrase(
            it="Passa a chi segue il cliente; i doppioni si uniscono",
            en="Goes to whoever looks after the customer; duplicates are merged",
        ),
        Phrase(it="{sales}", en="{sales}"),
    ),
    (
        Phrase(
            it="Fuori mercato: concorrente, studente, fornitore",
            en="Out of the market: competitor, student, supplier",
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
        it="Chi se ne accorge lo dice all’altro responsabile operativo, con un esempio concreto, entro due"
        " giorni lavorativi.",
        en="Whoever notices tells their opposite number, with a concrete example, within two working days.",
    ),
    Phrase(
        it="Se non si risolve, il caso va nella riunione settimanale successiva: causa, rimedio, data.",
        en="If that does not settle it, the case goes to the next weekly meeting: cause, remedy, date.",
    ),
    Phrase(
        it="Se un indicatore resta sotto il 90% dell’obiettivo per due mesi di seguito, decidono i due"
        " responsabili nella revisione mensile.",
        en="If an indicator stays below 90% of its target for two months running, the two heads decide at the"
        " monthly review.",
    ),
    Phrase(
        it="Al terzo mese decide la direzione: si cambiano le risorse oppure l’accordo.",
        en="In the third month management decides: either the resources change, or the agreement does.",
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
        Phrase(it="contattati entro il termine ÷ consegnati × 100", en="contacted in time ÷ delivered × 100"),
        Phrase(it="95%", en="95%"),
    ),
    (
        Phrase(it="Esiti registrati", en="Outcomes recorded"),
        Phrase(it="lead con esito ÷ lead contattati × 100", en="leads with an outcome ÷ contacted × 100"),
        Phrase(it="95%", en="95%"),
    ),
    (
        Phrase(it="Lead che diventano opportunità", en="Leads that become opportunities"),
        Phrase(it="opportunità ÷ lead accettati × 100", en="opportunities ÷ leads accepted × 100"),
        Phrase(it="{opportunity}", en="{opportunity}"),
    ),
)
"""What is measured, how, and what it should come to."""
