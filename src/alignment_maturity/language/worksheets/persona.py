"""The buyer persona: who this person is, what moves and what stops them, and how we know."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "how-to": Phrase(
        it="Una scheda per ogni profilo, da tre a cinque in tutto. Si compila con le funzioni {marketing} e"
        " {sales} allo stesso tavolo, partendo da trattative e interviste reali: ciò che nessuno sa"
        " documentare resta in bianco.",
        en="One sheet for each persona, three to five in all. Fill it in together, with {marketing} and"
        " {sales} at one table, from real deals and interviews: leave blank what nobody can back up.",
    ),
    "who": Phrase(it="Chi è", en="Who they are"),
    "role-in": Phrase(it="Ruolo nella decisione", en="Part in the decision"),
    "mind": Phrase(it="Che cosa ha in mente", en="What is on their mind"),
    "criteria": Phrase(it="Come sceglie", en="How they choose"),
    "criteria-caption": Phrase(
        it="I criteri di scelta, dal più importante", en="What decides the choice, most important first"
    ),
    "criterion": Phrase(it="Criterio", en="Criterion"),
    "proof": Phrase(it="Quale prova chiede", en="What proof they ask for"),
    "against": Phrase(it="Con chi o con che cosa ci confronta", en="Who or what we are compared with"),
    "objections": Phrase(it="Che cosa obietta", en="What they object to"),
    "objections-caption": Phrase(it="Obiezioni e risposte", en="Objections and answers"),
    "objection": Phrase(it="Obiezione, con le sue parole", en="Objection, in their words"),
    "answer": Phrase(it="Che cosa risponde la funzione {sales}", en="What {sales} answers"),
    "material": Phrase(
        it="Materiale chiesto alla funzione {marketing}",
        en="Material needed from {marketing}",
    ),
    "differs": Phrase(it="Dove le due funzioni la vedono diversamente", en="Where the two functions differ"),
    "differs-text": Phrase(
        it="Prima di scrivere la versione comune, ogni funzione annota la propria.",
        en="Before writing the common version, each function notes its own.",
    ),
    "topic": Phrase(it="Tema", en="Topic"),
    "by-marketing": Phrase(it="Secondo {marketing}", en="According to {marketing}"),
    "by-sales": Phrase(it="Secondo {sales}", en="According to {sales}"),
    "agreed": Phrase(it="Versione concordata", en="Agreed version"),
    "evidence": Phrase(it="Su che cosa si basa", en="What it rests on"),
    "evidence-text": Phrase(
        it="Dieci trattative recenti, cinque vinte e cinque perse, e da sei a otto interviste a clienti e a"
        " potenziali clienti persi.",
        en="Ten recent deals, five won and five lost, and six to eight interviews with customers and lost"
        " prospects.",
    ),
    "evidence-caption": Phrase(it="Trattative e interviste", en="Deals and interviews"),
    "source": Phrase(it="Trattativa o intervista", en="Deal or interview"),
    "when": Phrase(it="Data", en="Date"),
    "learnt": Phrase(it="Che cosa ne abbiamo imparato", en="What we learnt from it"),
    "test": Phrase(it="Prima di approvarla", en="Before approving it"),
}
WHO: tuple[tuple[Phrase, Phrase], ...] = (
    (
        Phrase(it="Nome del profilo", en="Name of the persona"),
        Phrase(it="breve, per esempio «responsabile acquisti»", en="short, “purchasing manager” for example"),
    ),
    (
        Phrase(it="Tipo di azienda", en="Kind of company"),
        Phrase(it="settore, dimensione, area", en="sector, size, area"),
    ),
    (
        Phrase(it="Ruolo e superiore", en="Role, and whom they report to"),
        Phrase(it="che cosa decide da solo, che cosa no", en="what they decide alone, and what not"),
    ),
    (
        Phrase(it="In base a che cosa è valutato", en="What they are judged by"),
        Phrase(it="obiettivi e indicatori suoi, non nostri", en="their targets and figures, not ours"),
    ),
    (
        Phrase(it="Chi non rientra in questo profilo", en="Who is not this persona"),
        Phrase(it="per non allargarlo a tutti", en="so that it does not end up meaning everybody"),
    ),
)
ROLES: tuple[Phrase, ...] = (
    Phrase(it="Decide", en="Decides"),
    Phrase(it="Influenza la scelta", en="Influences the choice"),
    Phrase(it="Usa ciò che si compra", en="Uses what is bought"),
    Phrase(it="Controlla la spesa", en="Controls the money"),
    Phrase(it="Può bloccare l’acquisto", en="Can stop the purchase"),
)
MIND: tuple[tuple[Phrase, Phrase], ...] = (
    (
        Phrase(it="Che cosa deve ottenere", en="What they have to achieve"),
        Phrase(it="nell’anno, nel trimestre, oggi", en="this year, this quarter, today"),
    ),
    (
        Phrase(it="Che cosa glielo impedisce", en="What keeps them from it"),
        Phrase(it="problemi, con esempi sentiti dal vivo", en="problems, with examples heard at first hand"),
    ),
    (
        Phrase(it="Che cosa fa partire la ricerca", en="What sets the search off"),
        Phrase(it="l’evento dopo il quale comincia a cercare", en="the event after which they start looking"),
    ),
    (
        Phrase(it="Dove si informa e di chi si fida", en="Where they look and whom they trust"),
        Phrase(it="siti, fiere, colleghi, associazioni", en="sites, fairs, colleagues, associations"),
    ),
    (
        Phrase(it="Le parole che usa", en="The words they use"),
        Phrase(it="da riprendere così come sono", en="to be taken up as they are"),
    ),
)
TOPICS: tuple[Phrase, ...] = (
    Phrase(it="Il problema principale", en="The main problem"),
    Phrase(it="Chi decide davvero", en="Who really decides"),
    Phrase(it="Perché sceglie noi", en="Why they choose us"),
    Phrase(it="Perché sceglie un altro", en="Why they choose somebody else"),
)
TEST: tuple[Phrase, ...] = (
    Phrase(
        it="Tre persone per funzione, interrogate separatamente, descrivono lo stesso profilo.",
        en="Three people from each function, asked separately, describe the same persona.",
    ),
    Phrase(
        it="Il profilo è stato provato per due settimane su contatti reali, e ciò che non tornava è stato"
        " corretto.",
        en="The persona has been tried for two weeks on real contacts, and what did not fit was corrected.",
    ),
    Phrase(
        it="Ogni affermazione ha almeno due prove nella tabella qui sopra.",
        en="Every statement has at least two pieces of evidence in the table above.",
    ),
    Phrase(
        it="La scheda è pubblicata in un solo luogo, con data e versione, e c’è una data per rivederla.",
        en="The sheet is published in one place, with date and version, and there is a date to review it.",
    ),
)
