"""What the full screen of a workshop says, and the one for the room.

What every face of a workshop says alike is in `language.workshop`.
"""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    # The hour
    "place": Phrase(it="Domanda {number} di {count}", en="Question {number} of {count}"),
    "over": Phrase(it="{time} in più", en="{time} over"),
    "of-minutes": Phrase(it="{n} di {minutes} min", en="{n} of {minutes} min"),
    "settled": Phrase(it="concluse {n} su {count}", en="{n} of {count} settled"),
    "in-the-room": Phrase(it="Al tavolo", en="In the room"),
    # Where a question stands
    "silent-vote": Phrase(it="{round}: voto in silenzio", en="{round}: silent vote"),
    "revealed": Phrase(it="{round}: voti scoperti", en="{round}: votes revealed"),
    "collected-before": Phrase(
        it="Voti raccolti prima dell’incontro, ancora coperti",
        en="Votes collected before the meeting, still hidden",
    ),
    "look-at": Phrase(it="Dove guardare", en="What to look at"),
    # Cards
    "cards-of": Phrase(it="{cards} su {people}", en="{cards} of {people}"),
    "too-many": Phrase(it="più carte che persone", en="more cards than people"),
    "visible": Phrase(
        it="Le carte si vedono sullo schermo: h le copre.",
        en="The cards can be seen on this screen: h hides them.",
    ),
    "no-votes": Phrase(it="nessuna carta", en="no cards"),
    "not-a-card": Phrase(
        it="L’ultima modifica non è una carta: u la annulla.",
        en="The last change is not a card: u undoes it.",
    ),
    "cards-hint": Phrase(
        it="Una funzione e le sue carte, poi Invio: {example}. Con ? «non so», con - «non applicabile»,"
        " con 3x2 due carte con il 3. Prendono il posto di quelle già contate.",
        en="A function and its cards, then Enter: {example}. ? is “don’t know”, - “does not apply”, 3x2 two"
        " cards with 3. They take the place of those counted before.",
    ),
    # The agreed value
    "agree-hint": Phrase(
        it="Il numero dell’opzione, da 1 a {most} · 0 «non so»{na} · Canc: nessun valore",
        en="The number of the option, 1 to {most} · 0 “don’t know”{na} · Del: no value",
    ),
    "agree-na": Phrase(it=" · - «non applicabile»", en=" · - “does not apply”"),
    "agree-needs-number": Phrase(
        it="Serve il numero di un’opzione, da 1 a {most}.",
        en="The number of an option is needed, 1 to {most}.",
    ),
    "no-na": Phrase(
        it="Questa domanda vale per ogni organizzazione: «non applicabile» non è ammesso.",
        en="This question holds for every organisation, so “does not apply” is not an answer here.",
    ),
    # After the reveal
    "before-now": Phrase(it="{before}→{now}", en="{before}→{now}"),
    "mean": Phrase(it="media {mean}", en="mean {mean}"),
    "level": Phrase(it="livello {level}", en="level {level}"),
    "means": Phrase(it="{group} {mean}", en="{group} {mean}"),
    "apart": Phrase(it="{distance} di distanza", en="{distance} apart"),
    "same-mean": Phrase(it="nessuna distanza", en="no gap"),
    "one-side": Phrase(
        it="Solo una funzione ha scelto un’opzione: non c’è una distanza da misurare.",
        en="Only one function chose an option, so there is no gap to measure.",
    ),
    "no-side": Phrase(
        it="Nessuno ha scelto un’opzione: anche questo è un risultato.",
        en="Nobody chose an option: that is a finding too.",
    ),
    "unanimous": Phrase(it="Voto unanime: {answer}", en="Everybody voted alike: {answer}"),
    "unanimous-enter": Phrase(
        it="Voto unanime, con Invio diventa il valore concordato: {answer}",
        en="Everybody voted alike, Enter makes it the agreed value: {answer}",
    ),
    "moved": Phrase(it="Dal giro precedente: {moves}.", en="Since the round before: {moves}."),
    "nobody-moved": Phrase(
        it="Dal giro precedente non si è spostato nessuno.", en="Nobody has moved since the round before."
    ),
    "distance-from-to": Phrase(it="distanza da {before} a {now}", en="gap from {before} to {now}"),
    "because": Phrase(it="Perché: {reasons}.", en="Why: {reasons}."),
    "because-gap": Phrase(
        it="{first} e {second} distano più di un livello",
        en="{first} and {second} are more than a level apart",
    ),
    "because-range": Phrase(
        it="le funzioni distano più di un livello", en="the functions are more than a level apart"
    ),
    "because-gate": Phrase(
        it="le funzioni non concordano su un requisito del livello {level}, {name}",
        en="the functions disagree on a gate of level {level}, {name}",
    ),
    "parked": Phrase(
        it="Rinviata: se ne riparla dopo l’incontro", en="Parked: to be taken up after the meeting"
    ),
    # The agenda
    "agenda": Phrase(it="Ordine dei lavori", en="Agenda"),
    "mark-agreed": Phrase(it="concordata", en="agreed"),
    "mark-parked": Phrase(it="rinviata", en="parked"),
    "mark-apart": Phrase(it="distanti", en="far apart"),
    "mark-open": Phrase(it="aperta", en="open"),
    "by-dimension": Phrase(it="Ordine dei lavori: per dimensione.", en="Agenda: by dimension."),
    "by-disagreement": Phrase(
        it="Ordine dei lavori: prima le domande su cui le funzioni sono più distanti.",
        en="Agenda: the questions on which the functions are furthest apart come first.",
    ),
    "no-first-rounds": Phrase(
        it="Non ci sono ancora voti: l’ordine resta per dimensione.",
        en="There are no votes yet, so the agenda stays by dimension.",
    ),
    # Who is there
    "people": Phrase(it="Chi partecipa", en="Who is there"),
    "people-hint": Phrase(
        it="Per ogni funzione quante persone, o i nomi separati da virgole; vuoto: nessuno. Invio conserva,"
        " Esc lascia tutto com’era.",
        en="For each function how many people, or their names, separated by commas; empty: nobody. Enter"
        " keeps it, Esc leaves everything as it was.",
    ),
    # What the room has decided
    "overview": Phrase(it="Decisioni e questioni rinviate", en="Decisions and parking lot"),
    "nothing-parked": Phrase(it="Nessuna.", en="None."),
    "nothing-open": Phrase(it="Nessuna: l’ordine dei lavori è esaurito.", en="None: the agenda is done."),
    # The end
    "to-the-end": Phrase(it="Invio o f: il risultato.", en="Enter or f: the result."),
    "room-will-see-end": Phrase(
        it="Lo vede subito anche la sala, perché vede già la scala: k la nasconde.",
        en="The room sees it at once, because it sees the ladder already: k hides it.",
    ),
    "room-will-wait-for-end": Phrase(
        it="La sala non lo vede finché k non lo mostra.",
        en="The room doesn’t see it until k shows it.",
    ),
    "room-sees-end": Phrase(
        it="Lo schermo per la sala mostra il risultato: k lo nasconde.",
        en="The room view shows the result: k hides it.",
    ),
    "room-waits-for-end": Phrase(
        it="Lo schermo per la sala mostra ancora le decisioni: k mostra il risultato.",
        en="The room view still shows the decisions: k shows the result.",
    ),
    "end-follows": Phrase(it="Tra poco il risultato.", en="The result follows in a moment."),
    # The ladder
    "ladder": Phrase(it="La scala", en="The ladder"),
    "so-far": Phrase(it="finora", en="so far"),
    "index": Phrase(it="indice {index}", en="index {index}"),
    "counting": Phrase(it="calcolo in corso…", en="working it out…"),
    "no-ladder": Phrase(it="le risposte non bastano ancora", en="not enough answers yet"),
    # The room's own screen
    "waiting": Phrase(it="In attesa del workshop", en="Waiting for the workshop"),
    "waiting-for": Phrase(
        it="Questo schermo segue {path} e si aggiorna da sé.",
        en="This screen follows {path} and changes by itself.",
    ),
    "stale": Phrase(
        it="in attesa: il file ora non si legge, questa è l’ultima schermata",
        en="waiting: the file cannot be read now, this is what it said last",
    ),
    "not-read": Phrase(it="in attesa: il file ora non si legge", en="waiting: the file cannot be read now"),
    "delete": Phrase(it="Canc", en="Del"),
    "does-leave": Phrase(it="uscire", en="leave"),
    # What keys do: a word or two each, for the line at the bottom
    "does-cards": Phrase(it="carte", en="cards"),
    "does-function": Phrase(it="funzione", en="function"),
    "does-reveal": Phrase(it="scoprire", en="reveal"),
    "does-take-back": Phrase(it="togliere", en="take back"),
    "does-line": Phrase(it="riga", en="line"),
    "does-next": Phrase(it="avanti", en="next"),
    "does-back": Phrase(it="indietro", en="back"),
    "does-agree": Phrase(it="concordare", en="agree"),
    "does-again": Phrase(it="altro giro", en="vote again"),
    "does-note": Phrase(it="nota", en="note"),
    "does-park": Phrase(it="rinviare", en="park"),
    "does-take-up": Phrase(it="riprendere", en="take up"),
    "does-texts": Phrase(it="testi", en="texts"),
    "does-undo": Phrase(it="annullare", en="undo"),
    "does-list": Phrase(it="elenco", en="list"),
    "does-overview": Phrase(it="decisioni", en="decisions"),
    "does-ladder": Phrase(it="scala", en="ladder"),
    "does-pause": Phrase(it="pausa", en="pause"),
    "does-people": Phrase(it="persone", en="people"),
    "does-end": Phrase(it="risultato", en="result"),
    "does-show-end": Phrase(it="mostrare alla sala", en="show the room"),
    "does-hide-end": Phrase(it="nascondere alla sala", en="hide from the room"),
    "does-go-there": Phrase(it="andare alla domanda", en="go to the question"),
    "does-choose": Phrase(it="scegliere", en="choose"),
    "does-take": Phrase(it="conservare", en="keep"),
    "does-language": Phrase(it="English", en="italiano"),
    "does-theme": Phrase(it="chiaro o scuro", en="light or dark"),
    "crib": Phrase(it="Come si svolge un giro", en="How a round goes"),
}

HELP: dict[str, Phrase] = {
    "1–9": Phrase(
        it="contare una carta con quel numero per la funzione indicata; con più di nove opzioni si apre la"
        " riga",
        en="count a card with that number for the function marked; with more than nine options the line"
        " opens",
    ),
    "0  -": Phrase(
        it="contare una carta «non so», una «non applicabile»",
        en="count a card “don’t know”, one “does not apply”",
    ),
    "← →": Phrase(
        it="scegliere la funzione; quando ci sono tutte le carte si passa da sé alla successiva",
        en="choose the function; once all its cards are in, the next one has its turn by itself",
    ),
    "⌫  Del": Phrase(
        it="togliere l’ultima carta, tutte quelle della funzione",
        en="take back the last card, all those of the function",
    ),
    ".": Phrase(
        it="scrivere le carte su una riga, per esempio «m 2 3 3; v 1 1»",
        en="type the cards on a line, such as “m 2 3 3; s 1 1”",
    ),
    "h": Phrase(
        it="vedere le carte coperte, o coprirle: le vede anche la sala, se lo schermo è proiettato",
        en="see the hidden cards, or hide them: the room sees them too, if this screen is projected",
    ),
    "Enter": Phrase(
        it="il passo successivo: scoprire i voti, concordare, andare avanti",
        en="the next step: reveal the votes, agree, go on",
    ),
    "v": Phrase(it="scoprire i voti", en="reveal the votes"),
    "g": Phrase(
        it="un altro giro dopo la discussione; il primo resta",
        en="another round after the discussion; the first is kept",
    ),
    "a  =": Phrase(it="il valore concordato", en="the agreed value"),
    "n": Phrase(
        it="una nota, che lo schermo per la sala non mostra", en="a note, which the room view does not show"
    ),
    "p": Phrase(it="rinviare la domanda, o riprenderla", en="park the question, or take it up again"),
    "d": Phrase(
        it="testi interi o abbreviati; durante il voto, dove guardare",
        en="texts in full or shortened; while voting, what to look at",
    ),
    "u": Phrase(it="annullare l’ultima modifica", en="undo the last change"),
    "b  s": Phrase(it="domanda precedente, successiva", en="previous question, next question"),
    "j": Phrase(
        it="l’elenco delle domande: concordate, rinviate, distanti, aperte",
        en="the list of questions: agreed, parked, far apart, open",
    ),
    "o": Phrase(
        it="ordine dei lavori per dimensione, o per distanza nel primo giro",
        en="agenda by dimension, or by gap in the first round",
    ),
    "z": Phrase(it="fermare il tempo, o farlo ripartire", en="stop the clock, or start it again"),
    "w": Phrase(it="cambiare chi partecipa", en="change who is there"),
    "k": Phrase(
        it="mostrare la scala alla sala, o nasconderla; alla fine, il risultato",
        en="show the room the ladder, or hide it; at the end, the result",
    ),
    "r": Phrase(
        it="decisioni, questioni rinviate, domande aperte", en="decisions, parking lot, open questions"
    ),
    "f": Phrase(
        it="le decisioni, poi il risultato raggiunto finora e il rapporto",
        en="the decisions, then the result so far and the report",
    ),
    "↑ ↓": Phrase(it="scorrere", en="scroll"),
}
"""Each key of the facilitator's page, and what it does."""

CRIB: tuple[Phrase, ...] = (
    Phrase(
        it="Si leggono la domanda e le opzioni ad alta voce. Nessuno commenta.",
        en="Read the question and the options aloud. Nobody comments.",
    ),
    Phrase(
        it="Per un minuto nessuno parla: ciascuno sceglie la carta dell’opzione più alta che oggi sia vera in"
        " ogni sua parte. Chi non sa sceglie «non so».",
        en="One quiet minute: everybody picks the card of the highest option that is true today in every"
        " part. Whoever doesn’t know picks “don’t know”.",
    ),
    Phrase(
        it="Al tre, tutte le carte in alto insieme. Si contano funzione per funzione: sullo schermo restano"
        " coperte.",
        en="On three, all cards go up together. Count them function by function: on the screen they stay"
        " hidden.",
    ),
    Phrase(
        it="Si scoprono i voti. Se sono unanimi si concorda e si va avanti: non si discute di ciò che non"
        " divide.",
        en="Reveal the votes. If they are unanimous, agree and go on: don’t discuss what doesn’t divide.",
    ),
    Phrase(
        it="Se le funzioni sono distanti si legge la domanda di approfondimento. Comincia chi ha votato più"
        " basso, con un caso concreto; poi chi ha votato più alto.",
        en="If the functions are far apart, read the probe. Whoever voted lowest begins, with a real case;"
        " then whoever voted highest.",
    ),
    Phrase(
        it="Dopo due o tre minuti, un altro giro. Poi il valore concordato, con il perché in una nota; oppure"
        " si rinvia.",
        en="After two or three minutes, vote again. Then the agreed value, with the reason in a note; or park"
        " it.",
    ),
    Phrase(
        it="Chi ha il ruolo più alto vota con gli altri e parla per ultimo.",
        en="The most senior person votes with the rest and speaks last.",
    ),
)
"""How a silent round goes, for the facilitator."""
