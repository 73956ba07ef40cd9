"""The agreement on the exchange of data: what passes, how, and who answers for it."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "how-to": Phrase(
        it="Si comincia dai dati che servono alle prossime decisioni, non da tutti quelli che si hanno. Ogni"
        " riga ha un responsabile; ciò che nessuno usa da tre mesi si toglie.",
        en="Begin with the data that the next decisions need, not with all there is. Each line has an owner;"
        " what nobody has used for three months is struck out.",
    ),
    "stewards": Phrase(it="Chi risponde dei dati", en="Who answers for the data"),
    "stewards-caption": Phrase(it="Le persone incaricate dei dati", en="The data stewards"),
    "function": Phrase(it="Funzione", en="Function"),
    "steward": Phrase(it="Persona incaricata", en="Steward"),
    "deputy": Phrase(it="Sostituto", en="Deputy"),
    "systems": Phrase(it="Sistemi e file di cui risponde", en="Systems and files they answer for"),
    "privacy-person": Phrase(it="Protezione dei dati", en="Data protection"),
    "forth": Phrase(it="Da {marketing} a {sales}", en="From {marketing} to {sales}"),
    "back": Phrase(it="Da {sales} a {marketing}", en="From {sales} to {marketing}"),
    "field": Phrase(it="Dato", en="Data"),
    "format": Phrase(it="Formato", en="Format"),
    "rhythm": Phrase(it="Quando", en="When"),
    "used-for": Phrase(it="A che cosa serve", en="What it is for"),
    "system": Phrase(it="Sistema o file, campo", en="System or file, field"),
    "conventions": Phrase(it="Regole comuni", en="Common rules"),
    "quality": Phrase(it="Controlli di qualità", en="Quality checks"),
    "quality-caption": Phrase(
        it="Ogni mese, sempre nello stesso modo; l’esito si porta all’incontro settimanale",
        en="Every month, always in the same way; the result is brought to the weekly meeting",
    ),
    "check": Phrase(it="Controllo", en="Check"),
    "measure": Phrase(it="Come si misura", en="How it is measured"),
    "floor": Phrase(it="Valore da rispettare", en="Limit"),
    "who": Phrase(it="Chi", en="Who"),
    "result": Phrase(it="Esito", en="Result"),
    "failure": Phrase(it="Se lo scambio si interrompe", en="If the exchange breaks down"),
    "privacy": Phrase(it="Protezione dei dati personali", en="Protection of personal data"),
    "privacy-title": Phrase(it="Prima di cominciare", en="Before you begin"),
    "privacy-text": Phrase(
        it="I dati di contatto di una persona sono dati personali anche tra aziende: vale il Regolamento"
        " (UE) 2016/679 (GDPR). Per telefonate ed e-mail commerciali valgono inoltre le norme nazionali, in"
        " Italia il Codice della privacy e il Registro pubblico delle opposizioni. L’elenco aiuta a non"
        " dimenticare nulla; non sostituisce il parere di chi si occupa di protezione dei dati.",
        en="A person’s contact details are personal data between companies too: the GDPR, Regulation (EU)"
        " 2016/679, applies, or its UK counterpart. Marketing calls and e-mails are subject to national"
        " rules as well (in the UK, PECR). The list is a reminder; it does not replace the advice of whoever"
        " is in charge of data protection.",
    ),
    "reviews": Phrase(it="Revisioni", en="Reviews"),
    "reviews-text": Phrase(
        it="Dopo un mese, dopo tre, poi ogni sei mesi: campi inutili, campi mancanti, esiti dei controlli.",
        en="After one month, after three, then every six months: useless fields, missing fields, results of"
        " the checks.",
    ),
}
FORTH: tuple[tuple[Phrase, Phrase, Phrase, Phrase], ...] = (
    (
        Phrase(it="Azienda", en="Company"),
        Phrase(it="ragione sociale, partita IVA, sede", en="registered name, VAT number, registered office"),
        Phrase(it="al passaggio", en="at handover"),
        Phrase(it="riconoscerla ed evitare doppioni", en="to recognise it and avoid duplicates"),
    ),
    (
        Phrase(it="Persona e ruolo", en="Person and role"),
        Phrase(it="nome, cognome, buyer persona", en="first and last name, buyer persona"),
        Phrase(it="al passaggio", en="at handover"),
        Phrase(it="preparare la telefonata", en="to prepare the call"),
    ),
    (
        Phrase(it="Recapiti", en="Contact details"),
        Phrase(it="e-mail, telefono con prefisso (+39…)", en="e-mail, telephone with country code (+44…)"),
        Phrase(it="al passaggio", en="at handover"),
        Phrase(it="ricontattare la persona", en="to make contact"),
    ),
    (
        Phrase(it="Origine", en="Source"),
        Phrase(it="campagna, evento, sito: dall’elenco", en="campaign, event, site: from the list"),
        Phrase(it="al passaggio", en="at handover"),
        Phrase(it="cominciare da ciò che interessa", en="to begin with what interests them"),
    ),
    (
        Phrase(it="Segni di interesse", en="Signs of interest"),
        Phrase(it="che cosa e quando (AAAA-MM-GG)", en="what and when (YYYY-MM-DD)"),
        Phrase(it="ogni giorno", en="daily"),
        Phrase(it="capire quanto è vicina la decisione", en="to see how near a decision is"),
    ),
    (
        Phrase(it="Grado e motivo", en="Grade and reason"),
        Phrase(it="caldo, tiepido o freddo, e perché", en="hot, warm or cold, and why"),
        Phrase(it="al passaggio", en="at handover"),
        Phrase(it="decidere chi ricontattare per primo", en="to decide whom to call first"),
    ),
    (
        Phrase(it="Consenso o altra base giuridica", en="Consent or other legal basis"),
        Phrase(it="per che cosa, quando, da dove", en="for what, when, from where"),
        Phrase(it="a ogni variazione", en="at each change"),
        Phrase(it="sapere che cosa si può fare", en="to know what is allowed"),
    ),
)
"""What marketing gives: field, format, when, what for."""

BACK: tuple[tuple[Phrase, Phrase, Phrase, Phrase], ...] = (
    (
        Phrase(it="Accettato o restituito", en="Accepted or returned"),
        Phrase(it="sì, oppure un motivo dell’elenco", en="yes, or a reason from the list"),
        Phrase(it="entro il termine dell’SLA", en="within the time set in the SLA"),
        Phrase(it="correggere i criteri", en="to correct the criteria"),
    ),
    (
        Phrase(it="Esito del contatto", en="Outcome of the contact"),
        Phrase(it="dall’elenco, con data", en="from the list, with date"),
        Phrase(it="entro un giorno lavorativo", en="within one working day"),
        Phrase(it="sapere che cosa fare dopo", en="to know what to do next"),
    ),
    (
        Phrase(it="Trattativa aperta", en="Open deal"),
        Phrase(it="valore (€), fase, data prevista", en="value (€), phase, expected date"),
        Phrase(it="a ogni cambio di fase", en="at each change of phase"),
        Phrase(it="misurare il ritorno delle campagne", en="to measure what campaigns return"),
    ),
    (
        Phrase(it="Vinta o persa", en="Won or lost"),
        Phrase(it="data, valore, motivo dall’elenco", en="date, value, reason from the list"),
        Phrase(it="entro due giorni lavorativi", en="within two working days"),
        Phrase(it="investire in ciò che funziona", en="to invest in what works"),
    ),
    (
        Phrase(it="Obiezioni e concorrenti", en="Objections and competitors"),
        Phrase(it="con le parole del cliente", en="in the customer’s words"),
        Phrase(it="ogni mese", en="monthly"),
        Phrase(it="scrivere contenuti utili", en="to write useful content"),
    ),
    (
        Phrase(it="Recapiti cambiati", en="Changed contact details"),
        Phrase(it="campo, valore vecchio e nuovo", en="field, old and new value"),
        Phrase(it="appena si sa", en="as soon as known"),
        Phrase(it="tenere in ordine le schede", en="to keep the records in order"),
    ),
    (
        Phrase(it="Contatti raccolti in visite e fiere", en="Contacts made on visits and at fairs"),
        Phrase(it="come per i lead, base giuridica compresa", en="as for leads, legal basis included"),
        Phrase(it="ogni settimana", en="weekly"),
        Phrase(it="coltivare il rapporto", en="to nurture them"),
    ),
)
"""What sales gives: field, format, when, what for."""

CONVENTIONS: tuple[Phrase, ...] = (
    Phrase(
        it="Un’azienda, una scheda: la si riconosce dalla partita IVA. Una persona, una scheda: la si"
        " riconosce dall’e-mail.",
        en="One company, one record, known by its VAT number; one person, one record, known by their e-mail"
        " address.",
    ),
    Phrase(
        it="Date AAAA-MM-GG, telefoni con prefisso internazionale, paesi con il codice di due lettere.",
        en="Dates as YYYY-MM-DD, telephones with country code, countries by their two-letter code.",
    ),
    Phrase(
        it="Origini, motivi, esiti e fasi si scelgono da un elenco unico; il testo libero può solo"
        " aggiungersi.",
        en="Sources, reasons, outcomes and phases are chosen from one list; free text may only be added to"
        " them.",
    ),
    Phrase(
        it="Ogni dato si corregge in un solo luogo; tutti gli altri lo ricevono da lì.",
        en="Each item is corrected in one place only; all others receive it from there.",
    ),
    Phrase(
        it="I dati passano per il canale e alle date stabiliti: niente altre copie via e-mail.",
        en="Data goes by the agreed channel and on the agreed dates: no other copies by e-mail.",
    ),
)
CHECKS: tuple[tuple[Phrase, Phrase, Phrase], ...] = (
    (
        Phrase(it="Completezza", en="Completeness"),
        Phrase(
            it="lead con tutti i campi obbligatori ÷ lead consegnati × 100",
            en="leads with all required fields ÷ leads delivered × 100",
        ),
        Phrase(it="almeno il 95%", en="at least 95%"),
    ),
    (
        Phrase(it="Doppioni", en="Duplicates"),
        Phrase(it="schede doppie ÷ schede × 100", en="duplicate records ÷ records × 100"),
        Phrase(it="al massimo il 2%", en="at most 2%"),
    ),
    (
        Phrase(it="Tempestività", en="Timeliness"),
        Phrase(it="passaggi entro il termine ÷ passaggi × 100", en="handovers in time ÷ handovers × 100"),
        Phrase(it="almeno il 95%", en="at least 95%"),
    ),
    (
        Phrase(it="Ritorno degli esiti", en="Outcomes returned"),
        Phrase(
            it="lead con esito entro 30 giorni ÷ lead consegnati × 100",
            en="leads with an outcome within 30 days ÷ leads delivered × 100",
        ),
        Phrase(it="almeno il 90%", en="at least 90%"),
    ),
    (
        Phrase(it="Esattezza", en="Accuracy"),
        Phrase(
            it="venti schede scelte a caso, verificate al telefono",
            en="twenty records at random, checked by phone",
        ),
        Phrase(it="almeno 18 su 20", en="at least 18 of 20"),
    ),
)
FAILURE: tuple[Phrase, ...] = (
    Phrase(
        it="Chi se ne accorge avvisa in giornata le due persone incaricate, con un esempio.",
        en="Whoever notices tells both stewards the same day, with an example.",
    ),
    Phrase(
        it="Entro due giorni lavorativi lo scambio riprende, anche a mano, cominciando dai lead caldi e dai"
        " consensi revocati.",
        en="Within two working days the exchange resumes, by hand if need be, beginning with hot leads and"
        " withdrawn consents.",
    ),
    Phrase(
        it="Nell’incontro settimanale si dice quale è stata la causa, chi la elimina ed entro quando.",
        en="The weekly meeting is told the cause, who will remove it, and by when.",
    ),
)
PRIVACY: tuple[Phrase, ...] = (
    Phrase(
        it="Ogni scambio ha uno scopo scritto e una base giuridica, per esempio consenso, contratto o"
        " legittimo interesse.",
        en="Each exchange has a written purpose and a legal basis, such as consent, contract or legitimate"
        " interests.",
    ),
    Phrase(
        it="L’informativa data alle persone indica questi scopi e chi riceve i dati.",
        en="The notice given to people names these purposes and who receives the data.",
    ),
    Phrase(
        it="Passano soltanto i campi che servono; nelle note libere nessun dato particolare, per esempio"
        " sulla salute.",
        en="Only the fields that are needed are passed on; free notes hold no special categories of data,"
        " such as health.",
    ),
    Phrase(
        it="Revoche e opposizioni fermano subito i contatti commerciali; come le richieste di cancellazione,"
        " arrivano a tutti i sistemi entro ______ giorni, mai oltre un mese.",
        en="Withdrawals and objections stop marketing contacts at once; like requests for erasure, they"
        " reach all systems within ______ days, never later than a month.",
    ),
    Phrase(
        it="I lead senza sviluppi si cancellano o si rendono anonimi dopo ______ mesi.",
        en="Leads that came to nothing are erased or made anonymous after ______ months.",
    ),
    Phrase(
        it="Accede ai dati solo chi ne ha bisogno; i permessi si rivedono due volte l’anno.",
        en="Only those who need the data have access; permissions are reviewed twice a year.",
    ),
    Phrase(
        it="Lo scambio compare nel registro dei trattamenti; con i fornitori dei sistemi c’è un contratto"
        " che li nomina responsabili del trattamento.",
        en="The exchange is in the record of processing activities; the suppliers of the systems are bound"
        " by a processor contract.",
    ),
)
