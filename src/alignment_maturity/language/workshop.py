"""What a workshop says, on every face, and the words that are understood line by line."""

from alignment_maturity.language import Phrase

COMMANDS: dict[str, tuple[str, ...]] = {
    "help": ("?", "h", "help", "aiuto"),
    "reveal": ("v", "reveal", "scopri"),
    "again": ("g", "again", "round", "second round", "giro", "secondo giro", "nuovo giro"),
    "agree": ("=", "agree", "agreed", "concordato"),
    "note": ("n", "note", "nota"),
    "park": ("p", "park", "rinvia", "rimanda"),
    "next": (">", "next", "skip", "avanti", "salta"),
    "back": ("b", "<", "back", "indietro"),
    "jump": ("j", "jump", "go", "vai"),
    "review": ("r", "review", "decisions", "decisioni", "riepilogo"),
    "undo": ("u", "undo", "annulla"),
    "ladder": ("k", "ladder", "scala"),
    "pause": ("z", "pause", "pausa"),
    "people": ("people", "persone", "partecipanti"),
    "language": ("l", "lingua", "language"),
    "finish": ("f", "finish", "result", "risultato"),
    "quit": ("q", "quit", "exit", "done", "esci", "fine"),
}
"""What can be typed for each command: the letter first, then words of both languages, all in lower case."""

HELP: dict[str, Phrase] = {
    "cards": Phrase(
        it="le carte della funzione che comincia per «m»: una con il 2 e due con il 3. Sostituiscono quelle"
        " scritte prima per la stessa funzione; «m 0» le toglie",
        en="the cards of the function that begins with “m”: one 2 and two 3s. They take the place of those"
        " typed before for that function; “m 0” takes them back",
    ),
    "times": Phrase(it="due carte con il 3 e una con il 4", en="two cards with 3 and one with 4"),
    "no-option": Phrase(
        it="una carta «non so» e una «non applicabile»", en="one card “don’t know” and one “does not apply”"
    ),
    "several": Phrase(it="più funzioni in una riga", en="several functions in one line"),
    "enter": Phrase(
        it="scoprire i voti quando ci sono tutte le carte; poi passare alla domanda successiva",
        en="reveal the votes once all the cards are in; then go to the next question",
    ),
    "reveal": Phrase(
        it="scoprire i voti anche se mancano carte", en="reveal the votes even if cards are missing"
    ),
    "again": Phrase(
        it="un altro giro dopo la discussione; il primo resta",
        en="another round after the discussion; the first is kept",
    ),
    "agree": Phrase(
        it="valore concordato: l’opzione 3; = da solo, se i voti sono unanimi; = - lo toglie",
        en="agreed value: option 3; = alone when the votes are unanimous; = - takes it back",
    ),
    "note": Phrase(
        it="aggiungere una nota, che la sala non vede", en="add a note, which the room does not see"
    ),
    "park": Phrase(it="rinviare la domanda, o riprenderla", en="park the question, or take it up again"),
    "next": Phrase(it="passare alla domanda successiva", en="go to the next question"),
    "back": Phrase(it="tornare alla domanda precedente", en="go back to the previous question"),
    "jump": Phrase(
        it="andare alla domanda N; senza numero, rileggere questa",
        en="go to question N; without a number, show this one again",
    ),
    "review": Phrase(
        it="decisioni, questioni rinviate e domande aperte", en="decisions, parking lot and open questions"
    ),
    "undo": Phrase(it="annullare l’ultima modifica", en="undo the last change"),
    "ladder": Phrase(
        it="mostrare la scala alla sala, o nasconderla", en="show the room the ladder, or hide it"
    ),
    "pause": Phrase(it="fermare il tempo, o farlo ripartire", en="stop the clock, or start it again"),
    "people": Phrase(
        it="cambiare i partecipanti: partecipanti marketing=4; vendite=Anna, Luca",
        en="change who is there: people marketing=4; sales=Anna, Luca",
    ),
    "language": Phrase(it="passare all’inglese", en="change to Italian"),
    "finish": Phrase(it="vedere il risultato raggiunto finora", en="see the result so far"),
    "quit": Phrase(it="uscire: tutto è già salvato", en="leave: everything is already saved"),
}
"""What each line of the list of commands says."""

SYNTAX: dict[str, Phrase] = {
    "cards": Phrase(it="m 2 3 3", en="m 2 3 3"),
    "times": Phrase(it="m 3x2 4", en="m 3x2 4"),
    "no-option": Phrase(it="m ? -", en="m ? -"),
    "several": Phrase(it="m 2 3; ve 1 1", en="m 2 3; sa 1 1"),
    "enter": Phrase(it="Invio", en="Enter"),
    "reveal": Phrase(it="v, scopri", en="v, reveal"),
    "again": Phrase(it="g, giro", en="g, again"),
    "agree": Phrase(it="= 3", en="= 3"),
    "note": Phrase(it="n TESTO, nota TESTO", en="n TEXT, note TEXT"),
    "park": Phrase(it="p, rinvia", en="p, park"),
    "next": Phrase(it=">, avanti", en=">, next"),
    "back": Phrase(it="b, indietro", en="b, back"),
    "jump": Phrase(it="j N, vai N", en="j N, jump N"),
    "review": Phrase(it="r, decisioni", en="r, decisions"),
    "undo": Phrase(it="u, annulla", en="u, undo"),
    "ladder": Phrase(it="k, scala", en="k, ladder"),
    "pause": Phrase(it="z, pausa", en="z, pause"),
    "people": Phrase(it="partecipanti", en="people"),
    "language": Phrase(it="l, lingua", en="l, language"),
    "finish": Phrase(it="f, risultato", en="f, result"),
    "quit": Phrase(it="q, esci", en="q, quit"),
}
"""How each command is typed, as the list of commands shows it."""

NOTICES: dict[str, Phrase] = {
    "no-question-here": Phrase(
        it="Qui non c’è una domanda: sceglietene una con il suo numero.",
        en="There is no question here: choose one by its number.",
    ),
    "nobody-there": Phrase(
        it="Serve almeno un partecipante, in una delle funzioni.",
        en="At least one person is needed, in any of the functions.",
    ),
    "no-agenda": Phrase(
        it="L’ordine dei lavori deve contenere ogni domanda una volta sola.",
        en="The agenda has to hold every question exactly once.",
    ),
    "round-is-over": Phrase(
        it="Questo giro è chiuso: g ne apre un altro, u riapre questo.",
        en="This round is closed: g opens another one, u reopens this one.",
    ),
    "collected-before": Phrase(
        it="Questi voti, raccolti prima, sono ancora coperti: v li scopre, poi g apre un altro giro.",
        en="These votes, collected before, are still hidden: v reveals them, then g opens another round.",
    ),
    "too-many-cards": Phrase(
        it="Sono più di {most} carte: nulla è stato contato.",
        en="That is more than {most} cards; nothing was counted.",
    ),
    "cards-of-absent": Phrase(
        it="Carte di chi non partecipa più, che non conteranno: {groups}.",
        en="Cards of functions that are no longer here, which will not count: {groups}.",
    ),
    "nobody-of-group": Phrase(
        it="Non c’è nessuno di questa funzione: {group}. I partecipanti si cambiano con «partecipanti».",
        en="Nobody of this function is here: {group}. “people” changes who is there.",
    ),
    "na-not-allowed": Phrase(
        it="Questa domanda vale per ogni organizzazione: qui «non applicabile» non è ammesso.",
        en="This question holds for every organisation, so “does not apply” is not an answer here.",
    ),
    "no-such-card": Phrase(
        it="L’opzione {found} non c’è: i numeri vanno da 1 a {count}.",
        en="There is no option {found}: they go from 1 to {count}.",
    ),
    "more-cards-than-people": Phrase(
        it="{group}: le carte ({cards}) sono più delle persone ({people}). Contatele di nuovo.",
        en="{group}: there are more cards ({cards}) than people ({people}). Count them again.",
    ),
    "already-revealed": Phrase(
        it="I voti sono già scoperti; g apre un altro giro.",
        en="The votes are revealed already; g opens another round.",
    ),
    "no-cards": Phrase(it="Non ci sono ancora carte da scoprire.", en="There are no cards to reveal yet."),
    "earlier-cards-kept": Phrase(
        it="{groups}: senza nuove carte valgono quelle del giro precedente.",
        en="Without new cards those of the round before stand: {groups}.",
    ),
    "cards-not-revealed": Phrase(
        it="{question}: carte ancora coperte, non contano.",
        en="{question}: cards still hidden, not counted.",
    ),
    "round-is-open": Phrase(
        it="Il giro è ancora aperto: prima si scoprono i voti.",
        en="The round is still open: reveal the votes first.",
    ),
    "remark-too-long": Phrase(
        it="La nota supera i {limit} caratteri e non è stata conservata: dividetela o accorciatela.",
        en="The note is longer than {limit} characters and was not kept: split it or shorten it.",
    ),
    "nothing-to-undo": Phrase(it="Non c’è nulla da annullare.", en="There is nothing to undo."),
    "already-first": Phrase(
        it="Questa è la prima domanda dell’ordine dei lavori.", en="This is the first question of the agenda."
    ),
    "no-such-question": Phrase(
        it="La domanda {found} non c’è: scrivete un numero da 1 a {count} o un identificativo.",
        en="There is no question {found}: type a number from 1 to {count}, or an id.",
    ),
}
"""What there is to tell about an event of the workshop (the codes of `Meeting.notice`)."""

PHRASES: dict[str, Phrase] = {
    # Opening
    "about": Phrase(it="Workshop: {organisation}", en="Workshop: {organisation}"),
    "agenda": Phrase(it="Domande: {count}, ordinate per {order}", en="Questions: {count}, by {order}"),
    "by-dimension": Phrase(it="dimensione", en="dimension"),
    "by-disagreement": Phrase(
        it="distanza tra le funzioni, dalla maggiore",
        en="gap between the functions, widest first",
    ),
    "time": Phrase(it="{minutes} min in tutto", en="{minutes} min in all"),
    "how-to-lead": Phrase(
        it="A ogni domanda ciascuno sceglie in silenzio una carta. Scrivete le carte funzione per funzione,"
        " per esempio «m 2 3 3»: la sala non le vede finché Invio non scopre i voti. Con ? si vedono gli"
        " altri comandi. Tutto è salvato subito in {path}.",
        en="On each question everybody chooses a card in silence. Type the cards function by function, such"
        " as “m 2 3 3”: the room does not see them until Enter reveals the votes. ? shows the other"
        " commands. Everything is saved at once in {path}.",
    ),
    "cards-in-clear": Phrase(
        it="Riga per riga le carte si vedono mentre si scrivono: meglio su uno schermo che la sala non vede.",
        en="Line by line, cards can be read while they are typed: better on a screen that the room does not"
        " see.",
    ),
    "second-screen": Phrase(it="Schermo per la sala: {command}", en="Room view: {command}"),
    "resumed": Phrase(
        it="Si riprende. Domande concordate o rinviate: {settled} su {total}.",
        en="Going on: {settled} of {total} questions agreed or parked.",
    ),
    "first-rounds": Phrase(
        it="Risposte individuali come primo giro, ancora coperte: {people}.",
        en="Individual answers as the first round, hidden: {people}.",
    ),
    "left-out-small": Phrase(
        it="Funzioni escluse, perché con meno di {limit} risposte si capirebbe chi le ha date: {people}. Con"
        " --min-group 1 entrano anche queste.",
        en="Functions left out, because with fewer than {limit} answers one could tell who gave them:"
        " {people}. --min-group 1 takes them in as well.",
    ),
    "left-out-ungrouped": Phrase(
        it="Persone escluse perché non indicano una funzione: {count}.",
        en="People left out because they name no function: {count}.",
    ),
    "nothing-to-preload": Phrase(
        it="Nessuna risposta individuale si può usare come primo giro.",
        en="No individual answer can be used as a first round.",
    ),
    "room-aside": Phrase(
        it="Il file non leggibile resta in {path}.", en="The file that cannot be read stays in {path}."
    ),
    "room-outgrown": Phrase(
        it="Le carte che non valgono più restano in {path}.",
        en="The cards that no longer fit stay in {path}.",
    ),
    "hidden-cards": Phrase(
        it="Carte ancora coperte, che le risposte non contengono. Domanda per domanda si riscrivono così:",
        en="Cards still hidden, which the answers do not hold. Question by question, type them again so:",
    ),
    # Who is there
    "who-is-there": Phrase(
        it="Chi partecipa? Per ogni funzione, quante persone o i loro nomi (per esempio: Anna, Luca).",
        en="Who is there? For each function, how many people, or their names (such as: Anna, Luca).",
    ),
    "ask-people": Phrase(it="{group} (Invio: nessuno): ", en="{group} (Enter: nobody): "),
    "ask-people-again": Phrase(
        it="{group} (Invio: {present}; 0: nessuno): ", en="{group} (Enter: {present}; 0: nobody): "
    ),
    "people-unreadable": Phrase(
        it="Scrivete un numero da 0 a {most}, oppure nomi separati da virgole.",
        en="Type a number from 0 to {most}, or names separated by commas.",
    ),
    "people-of-whom": Phrase(
        it="Scrivete anche chi partecipa, per esempio: partecipanti marketing=4; vendite=Anna, Luca",
        en="Type who is there as well, such as: people marketing=4; sales=Anna, Luca",
    ),
    # One question
    "pace-time": Phrase(it="{spent} su questa domanda", en="{spent} on this question"),
    "pace-share": Phrase(it="{spent} di {share} su questa domanda", en="{spent} of {share} on this question"),
    "pace-ahead": Phrase(it="in anticipo di {minutes} min", en="{minutes} min ahead"),
    "pace-behind": Phrase(it="in ritardo di {minutes} min", en="{minutes} min behind"),
    "pace-on-time": Phrase(it="in orario", en="on time"),
    "paused": Phrase(it="tempo fermo", en="clock stopped"),
    "cards": Phrase(it="Carte", en="Cards"),
    "cards-of": Phrase(it="{group} {cards} su {people}", en="{group} {cards} of {people}"),
    "round": Phrase(it="{ordinal} giro", en="{ordinal} round"),
    "ordinal-1": Phrase(it="Primo", en="First"),
    "ordinal-2": Phrase(it="Secondo", en="Second"),
    "ordinal-3": Phrase(it="Terzo", en="Third"),
    "ordinal-4": Phrase(it="Quarto", en="Fourth"),
    "round-n": Phrase(it="Giro {number}", en="Round {number}"),
    "counted": Phrase(
        it="Risposte individuali già raccolte, coperte. Invio le scopre.",
        en="Individual answers are collected already, hidden. Enter reveals them.",
    ),
    "counted-for-the-room": Phrase(
        it="Risposte individuali già raccolte, ancora coperte.",
        en="Individual answers are collected already, still hidden.",
    ),
    "votes-for": Phrase(it="{count} per l’opzione {option}", en="{count} for option {option}"),
    "votes-without": Phrase(it="{count} «{option}»", en="{count} “{option}”"),
    "no-votes": Phrase(it="nessun voto", en="no votes"),
    "means": Phrase(it="Livello medio", en="Mean level"),
    "sees-higher": Phrase(
        it="Distanza di {size}: il livello più alto viene da {higher}, il più basso da {lower}.",
        en="A gap of {size}: {higher} gives the higher level, {lower} the lower.",
    ),
    "apart": Phrase(
        it="Tra la funzione più alta e la più bassa: {size}.",
        en="Between the highest and the lowest function: {size}.",
    ),
    "no-distance": Phrase(it="Nessuna distanza tra le funzioni.", en="No gap between the functions."),
    "contested": Phrase(
        it="Il requisito del livello {level} è controverso: le funzioni non concordano.",
        en="The gate of level {level} is contested: the functions disagree.",
    ),
    "unanimous": Phrase(
        it="Voto unanime: {option}. Con = diventa il valore concordato.",
        en="Everybody voted alike: {option}. = makes it the agreed value.",
    ),
    "probe": Phrase(it="Domanda di approfondimento", en="Probe"),
    "probe-any": Phrase(
        it="Chiedete a ciascuna funzione un esempio recente: che cosa è successo, e chi lo ha visto?",
        en="Ask each function for a recent example: what happened, and who saw it?",
    ),
    "agreed": Phrase(it="Valore concordato", en="Agreed value"),
    "note": Phrase(it="Nota", en="Note"),
    "parked": Phrase(it="Rinviata.", en="Parked."),
    "ladder": Phrase(it="La scala finora", en="The ladder so far"),
    "help": Phrase(it="aiuto", en="help"),
    "reveals": Phrase(it="Invio: scoprire", en="Enter: reveal"),
    "goes-on": Phrase(it="Invio: avanti", en="Enter: next"),
    # After a line
    "counted-cards": Phrase(it="Carte · {cards}", en="Cards · {cards}"),
    "cards-missing": Phrase(
        it="Mancano carte: {cards}. v scopre i voti lo stesso, > lascia la domanda.",
        en="Cards are missing: {cards}. v reveals the votes all the same, > leaves the question.",
    ),
    "kept-agreed": Phrase(it="Concordato · {option}", en="Agreed · {option}"),
    "kept-not-agreed": Phrase(
        it="Non c’è più un valore concordato.", en="There is no agreed value any more."
    ),
    "kept-note": Phrase(it="Nota salvata.", en="Note saved."),
    "kept-parked": Phrase(it="Domanda rinviata; p la riprende.", en="Parked; p takes it up again."),
    "kept-taken-up": Phrase(it="Domanda ripresa.", en="Taken up again."),
    "kept-people": Phrase(it="Partecipanti · {people}", en="Participants · {people}"),
    "undone": Phrase(it="Modifica annullata.", en="Change undone."),
    "left-open": Phrase(it="Lasciata aperta.", en="Left open."),
    "clock-stopped": Phrase(
        it="Il tempo è fermo; z lo fa ripartire.", en="The clock has stopped; z starts it again."
    ),
    "clock-goes": Phrase(it="Il tempo scorre di nuovo.", en="The clock is running again."),
    "ladder-shown": Phrase(it="La sala ora vede la scala.", en="The room now sees the ladder."),
    "ladder-hidden": Phrase(it="La sala non vede più la scala.", en="The room no longer sees the ladder."),
    "ask-note": Phrase(it="Nota: ", en="Note: "),
    "which-option": Phrase(
        it="Senza un voto unanime scrivete anche l’opzione, per esempio «= 3».",
        en="Without a unanimous vote, type the option as well, such as “= 3”.",
    ),
    "which-function": Phrase(
        it="«{line}»: quale funzione? Scrivete l’inizio del nome, o l’identificativo tra parentesi, e poi le"
        " carte: {known}.",
        en="“{line}”: which function? Type the beginning of its name, or the id in brackets, and then the"
        " cards: {known}.",
    ),
    "no-cards-read": Phrase(
        it="«{line}» non è una carta: le carte sono i numeri da 1 a {count}, ? per «non so», - per «non"
        " applicabile».",
        en="“{line}” is no card: cards are the numbers 1 to {count}, ? for “don’t know”, - for “does not"
        " apply”.",
    ),
    "not-understood": Phrase(
        it="«{line}» non è né una funzione con le sue carte né un comando. Per conservare la riga come nota:"
        " n e due volte Invio. Aiuto: ?",
        en="“{line}” is neither a function with its cards nor a command. To keep the line as a note, type n"
        " and press Enter twice. Help: ?",
    ),
    "not-understood-in-review": Phrase(
        it="«{line}» non è il numero di una domanda né un comando. Aiuto: ?",
        en="“{line}” is neither the number of a question nor a command. Help: ?",
    ),
    # Review
    "review": Phrase(it="Decisioni", en="Decisions"),
    "no-decisions": Phrase(it="Nessuna, finora.", en="None so far."),
    "parking-lot": Phrase(it="Questioni rinviate", en="Parking lot"),
    "open-questions": Phrase(it="Domande aperte", en="Open questions"),
    "voted": Phrase(it="votata", en="voted on"),
    "mark-unrevealed": Phrase(it="carte ancora coperte", en="cards still hidden"),
    "end-unrevealed": Phrase(
        it="Su {count} domande ci sono carte ancora coperte: nel risultato non contano.",
        en="On {count} questions there are cards still hidden: they do not count in the result.",
    ),
    "end-unrevealed-one": Phrase(
        it="Su una domanda ci sono carte ancora coperte: nel risultato non contano.",
        en="On one question there are cards still hidden: they do not count in the result.",
    ),
    "go-on-from-review": Phrase(
        it="Invio: il risultato. Numero: a quella domanda. b: indietro. q: uscire.",
        en="Enter: the result. A number: to that question. b: back. q: leave.",
    ),
    # The room view
    "waiting": Phrase(
        it="In attesa che il workshop cominci in {path}…", en="Waiting for the workshop to begin in {path}…"
    ),
    "the-end": Phrase(it="Il workshop è terminato.", en="The workshop has ended."),
    # Leaving
    "saved": Phrase(
        it="Domande concordate: {decided}; rinviate: {parked}; aperte: {open}. Tutto è in {path}.",
        en="Agreed: {decided}; parked: {parked}; open: {open}. Everything is in {path}.",
    ),
    "saved-so-far": Phrase(it="Tutto è salvato in {path}.", en="Everything is saved in {path}."),
}
