"""The agreement on the exchange of data: what passes, how, and who answers for it."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "how-to": Phrase(
        it="Si comincia dai dati che servono alla decisione successiva, non da tutti quelli che si hanno."
        " Ogni riga ha un responsabile; ciò che nessuno usa da tre mesi si toglie.",
        en="Begin with the data that the next decision needs, not with all there are. Each line has an"
        " owner; what nobody has used for three months is struck out.",
    ),
    "stewards": Phrase(it="Chi risponde dei dati", en="Who answers for the data"),
    "stewards-caption": Phrase(it="I referenti dei dati", en="The data stewards"),
    "function": Phrase(it="Funzione", en="Function"),
    "steward": Phrase(it="Referente", en="Steward"),
    "deputy": Phrase(it="Sostituto", en="Deputy"),
    "systems": Phrase(it="Sistemi di cui risponde", en="Systems they answer for"),
    "privacy-person": Phrase(it="Protezione dei dati", en="Data protection"),
    "forth": Phrase(it="Da {marketing} a {sales}", en="From {marketing} to {sales}"),
    "back": Phrase(it="Da {sales} a {marketing}", en="From {sales} to {marketing}"),
    "field": Phrase(it="Dato", en="Data"),
    "format": Phrase(it="Formato", en="Format"),
    "rhythm": Phrase(it="Quando", en="When"),
    "used-for": Phrase(it="A che cosa serve", en="What it is for"),
    "system": Phrase(it="Sistema e campo", en="System and field"),
    "owner": Phrase(it="Responsabile", en="Owner"),
    "conventions": Phrase(it="Regole comuni", en="Common rules"),
    "quality": Phrase(it="Controlli di qualità", en="Quality checks"),
    "quality-caption": Phrase(
        it="Ogni mese, sempre nello stesso modo; l’esito va nella riunione settimanale",
        en="Every month, always the same way; the result goes to the weekly meeting",
    ),
    "check": Phrase(it="Controllo", en="Check"),
    "measure": Phrase(it="Come si misura", en="How it is measured"),
    "floor": Phrase(it="Soglia", en="Floor"),
    "who": Phrase(it="Chi", en="Who"),
    "result": Phrase(it="Esito", en="Result"),
    "failure": Phrase(it="Se lo scambio si interrompe", en="If the exchange breaks down"),
    "privacy": Phrase(it="Protezione dei dati personali", en="Protection of personal data"),
    "privacy-title": Phrase(it="Prima di cominciare", en="Before you begin"),
    "privacy-text": Phrase(
        it="I dati di contatto di una persona sono dati personali anche tra aziende: vale il Regolamento (UE)"
        " 2016/679 (GDPR). Queste voci aiutano a non dimenticare nulla; non sostituiscono il parere di chi si"
        " occupa di protezione dei dati.",
        en="A person’s contact details are personal data between companies too: Regulation (EU) 2016/679"
        " (GDPR) applies. This list helps not to forget anything; it does not replace the advice of whoever"
        " is in charge of data protection.",
    ),
    "reviews": Phrase(it="Revisioni", en="Reviews"),
    "reviews-text": Phrase(
        it="Dopo un mese, dopo tre, poi due volte l’anno: campi inutili, campi mancanti, esiti dei"
        " controlli.",
        en="After one month, after three, then twice a year: useless fields, missing fields, results of the"
        " checks.",
    ),
}
FORTH: tuple[tuple[Phrase, Phrase, Phrase, Phrase], ...] = (
    (
        Phrase(it="Azienda", en="Company"),
        Phrase(it="ragione sociale, partita IVA, sede", en="registered name, VAT number, seat"),
        Phrase(it="al passaggio", en="at handover"),
        Phrase(it="riconoscerla, evitare doppioni", en="to recognise it and avoid duplicates"),
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
        Phrase(it="contattare", en="to make contact"),
    ),
    (
        Phrase(it="Origine", en="Source"),
        Phrase(it="campagna, evento, sito: dall’elenco", en="campaign, event, site: from the list"),
        Phrase(it="al passaggio", en="at handover"),
        Phrase(it="cominciare da ciò che interessa", en="to begin with what interests them"),
    ),
    (
        Phrase(it="Azioni compiute", en="What they did"),
        Phrase(it="che cosa e quando (AAAA-MM-GG)", en="what and when (YYYY-MM-DD)"),
        Phrase(it="ogni giorno", en="daily"),
        Phrase(it="capire quanto è vicino a decidere", en="to see how near a decision is"),
    ),
    (
        Phrase(it="Grado e motivo", en="Grade and reason"),
        Phrase(it="caldo, tiepido, freddo", en="hot, warm, cold"),
        Phrase(it="al passaggio", en="at handover"),
        Phrase(it="decidere chi sentire per primo", en="to decide whom to call first"),
    ),
    (
        Phrase(it="Consenso", en="Consent"),
        Phrase(it="per che cosa, quando, da dove", en="for what, when, from where"),
        Phrase(it="a ogni variazione", en="at each change"),
        Phrase(it="sapere che cosa si può fare", en="to know what is allowed"),
    ),
)
"""What marketing gives: field, format, when, what for."""

BACK: tuple[tuple[Phrase, Phrase, Phrase, Phrase], ...] = (
    (
        Phrase(it="Accettato o rifiutato", en="Accepted or refused"),
        Phrase(it="sì, oppure il motivo dall’elenco", en="yes, or the reason from the list"),
        Phrase(it="entro il termine dello SLA", en="within the time of the SLA"),
        Phrase(it="correggere i criteri", en="to correct the criteria"),
    ),
    (
        Phrase(it="Esito del contatto", en="Outcome of the contact"),
        Phrase(it="dall’elenco, con data", en="from the list, with date"),
        Phrase(it="entro un giorno", en="within a day"),
        Phrase(it="sapere che cosa fare dopo", en="to know what to do next"),
    ),
    (
        Phrase(it="Opportunità", en="Opportunity"),
        Phrase(it="valore (€), fase, data prevista", en="value (€), phase, expected date"),
        Phrase(it="a ogni cambio di fase", en="at each change of phase"),
        Phrase(it="misurare il ritorno delle campagne", en="to measure what campaigns return"),
    ),
    (
        Phrase(it="Vinta o persa", en="Won or lost"),
        Phrase(it="data, valore, motivo dall’elenco", en="date, value, reason from the list"),
        Phrase(it="entro due giorni", en="within two days"),
        Phrase(it="puntare su ciò che funziona", en="to back what works"),
    ),
    (
        Phrase(it="Obiezioni e concorrenti", en="Objections and competitors"),
        Phrase(it="con le parole del cliente", en="in the customer’s words"),
        Phrase(it="ogni settimana", en="weekly"),
        Phrase(it="scrivere contenuti utili", en="to write useful content"),
    ),
    (
        Phrase(it="Recapiti cambiati", en="Changed details"),
        Phrase(it="campo, vecchio, nuovo", en="field, old, new"),
        Phrase(it="appena si sa", en="as soon as known"),
        Phrase(it="tenere pulito l’archivio", en="to keep the records clean"),
    ),
    (
        Phrase(it="Contatti incontrati", en="Contacts met"),
        Phrase(it="come per i lead, con il consenso", en="as for leads, with consent"),
        Phrase(it="ogni settimana", en="weekly"),
        Phrase(it="coltivarli", en="to nurture them"),
    ),
)
"""What sales gives: field, format, when, what for."""

CONVENTIONS: tuple[Phrase, ...] = (
    Phrase(
        it="Un’azienda, una scheda: la chiave è la partita IVA; una persona, una scheda: la chiave è"
        " l’e-mail.",
        en="One company, one record, known by its VAT number; one person, one record, known by their e-mail.",
    ),
    Phrase(
        it="Date AAAA-MM-GG, telefoni con prefisso internazionale, paesi con il codice di due lettere.",
        en="Dates as YYYY-MM-DD, telephones with country code, countries by their two-letter code.",
    ),
    Phrase(
        it="Origini, motivi, esiti e fasi si scelgono da un elenco unico; i testi liberi sono solo in"
        " aggiunta.",
        en="Sources, reasons, outcomes and phases are chosen from one list; free text only comes on top.",
    ),
    Phrase(
        it="Ogni dato si corregge in un solo sistema; gli altri lo ricevono.",
        en="Each item is corrected in one system only; the others receive it.",
    ),
    Phrase(
        it="Niente fogli di calcolo via e-mail, se non quando il collegamento è interrotto.",
        en="No spreadsheets by e-mail, except when the connection is down.",
    ),
)
CHECKS: tuple[tuple[Phrase, Phrase, Phrase], ...] = (
    (
        Phrase(it="Completezza", en="Completeness"),
        Phrase(
            it="lead con tutti i campi obbligatori ÷ lead × 100",
            en="leads with all required fields ÷ leads × 100",
        ),
        Phrase(it="95%", en="95%"),
    ),
    (
        Phrase(it="Doppioni", en="Duplicates"),
        Phrase(it="schede doppie ÷ schede × 100", en="duplicate records ÷ records × 100"),
        Phrase(it="non oltre il 2%", en="2% at most"),
    ),
    (
        Phrase(it="Tempestività", en="Timeliness"),
        Phrase(it="passaggi entro il termine ÷ passaggi × 100", en="handovers in time ÷ handovers × 100"),
        Phrase(it="95%", en="95%"),
    ),
    (
        Phrase(it="Ritorno degli esiti", en="Outcomes returned"),
        Phrase(
            it="lead con esito dopo 30 giorni ÷ lead × 100",
            en="leads with an outcome after 30 days ÷ leads × 100",
        ),
        Phrase(it="90%", en="90%"),
    ),
    (
        Phrase(it="Esattezza", en="Accuracy"),
        Phrase(
            it="venti schede a campione, verificate al telefono",
            en="twenty records at random, checked by phone",
        ),
        Phrase(it="18 su 20", en="18 of 20"),
    ),
)
FAILURE: tuple[Phrase, ...] = (
    Phrase(
        it="Chi se ne accorge avvisa i due referenti in giornata, con un esempio.",
        en="Whoever notices tells both stewards the same day, with an example.",
    ),
    Phrase(
        it="Entro due giorni lavorativi lo scambio riprende, anche a mano, cominciando dai lead caldi e dai"
        " consensi revocati.",
        en="Within two working days the exchange resumes, by hand if need be, beginning with hot leads and"
        " withdrawn consents.",
    ),
    Phrase(
        it="Nella riunione settimanale si dice la causa e chi la elimina, entro quando.",
        en="The weekly meeting hears the cause, who removes it, and by when.",
    ),
)
PRIVACY: tuple[Phrase, ...] = (
    Phrase(
        it="Ogni scambio ha uno scopo scritto e una base giuridica (consenso, contratto, legittimo"
        " interesse).",
        en="Each exchange has a written purpose and a legal basis (consent, contract, legitimate interest).",
    ),
    Phrase(
        it="L’informativa data alle persone nomina questi scopi e chi riceve i dati.",
        en="The notice given to people names these purposes and who receives the data.",
    ),
    Phrase(
        it="Passano soltanto i campi che servono; niente dati particolari nelle note libere.",
        en="Only the fields that are needed pass; no special categories of data in free notes.",
    ),
    Phrase(
        it="Revoche, opposizioni e richieste di cancellazione arrivano a tutti i sistemi entro ______"
        " giorni.",
        en="Withdrawals, objections and requests for erasure reach all systems within ______ days.",
    ),
    Phrase(
        it="I lead senza sviluppi si cancellano o si rendono anonimi dopo ______ mesi.",
        en="Leads that came to nothing are erased or made anonymous after ______ months.",
    ),
    Phrase(
        it="Accede solo chi ne ha bisogno; gli accessi si rivedono due volte l’anno.",
        en="Only those who need it have access; access is reviewed twice a year.",
    ),
    Phrase(
        it="Lo scambio è nel registro dei trattamenti; con i fornitori dei sistemi c’è un contratto da"
        " responsabile del trattamento.",
        en="The exchange is in the record of processing; with the suppliers of the systems there is a"
        " processor contract.",
    ),
)
