"""What a workshop left."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "label-workshop": Phrase(it="Il workshop", en="The workshop"),
    # The message
    "workshop-closer": Phrase(
        it="Alla seconda votazione {first} e {second} si avvicinano su {n} domande su {total}",
        en="After a second vote, {first} and {second} are closer on {n} of {total} questions",
    ),
    "workshop-closer-one": Phrase(
        it="Alla seconda votazione {first} e {second} si avvicinano su una domanda su {total}",
        en="After a second vote, {first} and {second} are closer on one of {total} questions",
    ),
    "workshop-closer-only": Phrase(
        it="Alla seconda votazione {first} e {second} si avvicinano",
        en="After a second vote, {first} and {second} are closer",
    ),
    "workshop-no-closer": Phrase(
        it="Neanche la seconda votazione avvicina {first} e {second}",
        en="Even a second vote brings {first} and {second} no closer",
    ),
    "workshop-agreed": Phrase(it="{n} risposte concordate", en="{n} answers agreed"),
    "workshop-agreed-one": Phrase(it="una risposta concordata", en="one answer agreed"),
    "workshop-parked": Phrase(it="{n} domande rinviate", en="{n} questions postponed"),
    "workshop-parked-one": Phrase(it="una domanda rinviata", en="one question postponed"),
    "workshop-voted": Phrase(it="{n} domande votate", en="{n} questions voted on"),
    "workshop-voted-one": Phrase(it="una domanda votata", en="one question voted on"),
    "workshop-lead": Phrase(
        it="Si è votato funzione per funzione. Le medie sono livelli, da 1 a {top};"
        " «non so» e «non applicabile» non vi entrano.",
        en="Votes were counted function by function. Means are levels, from 1 to {top}; “don’t"
        " know” and “does not apply” are not part of them.",
    ),
    "workshop-lead-agreed": Phrase(
        it="Delle domande del workshop ci sono le risposte concordate, non i voti.",
        en="Of the questions of the workshop there are the answers agreed, not the votes.",
    ),
    "workshop-lead-parked": Phrase(
        it="Su queste domande il workshop non ha votato.", en="The workshop did not vote on these questions."
    ),
    # Figures
    "fact-voted": Phrase(it="Domande votate", en="Questions voted on"),
    "fact-twice": Phrase(it="Votate una seconda volta", en="Voted on a second time"),
    "fact-closer": Phrase(it="Più vicine di prima", en="Closer than before"),
    "fact-agreed": Phrase(it="Risposte concordate", en="Answers agreed"),
    "fact-parked": Phrase(it="Domande rinviate", en="Questions postponed"),
    # Who moved
    "workshop-moves": Phrase(it="Chi si è spostato", en="Who moved"),
    "workshop-moves-few": Phrase(
        it="Chi si è spostato: le {n} domande che si sono mosse di più",
        en="Who moved: the {n} questions that moved furthest",
    ),
    "mean-rises": Phrase(it="la media di {group} sale di {size}", en="the mean of {group} rises by {size}"),
    "mean-falls": Phrase(it="la media di {group} scende di {size}", en="the mean of {group} falls by {size}"),
    "mean-rises-too": Phrase(it="quella di {group} sale di {size}", en="that of {group} rises by {size}"),
    "mean-falls-too": Phrase(it="quella di {group} scende di {size}", en="that of {group} falls by {size}"),
    "means-stay": Phrase(it="le medie non si muovono", en="the means do not move"),
    "gap-narrows": Phrase(
        it="La distanza tra {first} e {second} si riduce di {size} (da {before} a {after})",
        en="The gap between {first} and {second} narrows by {size} (from {before} to {after})",
    ),
    "gap-closes": Phrase(
        it="La distanza tra {first} e {second}, che era di {size}, si chiude",
        en="The gap between {first} and {second}, which was {size}, closes",
    ),
    "gap-widens": Phrase(
        it="La distanza tra {first} e {second} cresce di {size} (da {before} a {after})",
        en="The gap between {first} and {second} widens by {size} (from {before} to {after})",
    ),
    "gap-stays": Phrase(
        it="La distanza tra {first} e {second} resta di {size}",
        en="The gap between {first} and {second} is still {size}",
    ),
    "gap-turns": Phrase(
        it="{told}; ora il livello più alto viene da {higher}",
        en="{told}; now {higher} gives the higher level",
    ),
    "unknown-moves": Phrase(
        it="I «non so» passano da {before} a {after}.", en="“Don’t know” goes from {before} to {after}."
    ),
    "voters-differ": Phrase(
        it="Voti: {before} al primo giro, {after} all’ultimo.",
        en="Votes: {before} in the first round, {after} in the last.",
    ),
    "votes-of-others": Phrase(
        it="{group}, al primo voto: {before}; all’ultimo: {after}.",
        en="{group}, first vote: {before}; last vote: {after}.",
    ),
    # Votes in words
    "votes-of": Phrase(it="{group}: {votes}", en="{group}: {votes}"),
    "no-votes": Phrase(it="nessun voto", en="no votes"),
    "vote-level": Phrase(it="livello {value}", en="level {value}"),
    "vote-told": Phrase(it="{value} ({n} voti)", en="{value} ({n} votes)"),
    "vote-told-one": Phrase(it="{value} (un voto)", en="{value} (one vote)"),
    # The agreed value
    "agreed-level": Phrase(it="Concordato il livello {level}: {text}", en="Agreed on level {level}: {text}"),
    "agreed-degree": Phrase(it="Concordato: {text}", en="Agreed: {text}"),
    "agreed-plain": Phrase(it="{text}", en="{text}"),
    "agreed-marked": Phrase(it="{level} · {text}", en="{level} · {text}"),
    "agreed-against": Phrase(it="È {where} ({means}).", en="That is {where} ({means})."),
    "mean-of": Phrase(it="{group} {mean}", en="{group} {mean}"),
    "against-above": Phrase(it="sopra tutte le medie", en="above all the means"),
    "against-above-one": Phrase(it="sopra la media", en="above the mean"),
    "against-above-two": Phrase(it="sopra le due medie", en="above both means"),
    "against-below": Phrase(it="sotto tutte le medie", en="below all the means"),
    "against-below-one": Phrase(it="sotto la media", en="below the mean"),
    "against-below-two": Phrase(it="sotto le due medie", en="below both means"),
    "against-within": Phrase(it="tra le medie", en="between the means"),
    "against-same": Phrase(it="pari alle medie", en="equal to the means"),
    "against-same-one": Phrase(it="pari alla media", en="equal to the mean"),
    "against-no-level": Phrase(it="nessun voto per un’opzione", en="no votes for an option"),
    "ask-for-proof": Phrase(
        it="Prima di contarci conviene vedere che cosa lo prova.",
        en="Ask what shows it before relying on it.",
    ),
    # The other votes
    "votes": Phrase(it="I voti per domanda e funzione", en="Votes by question and function"),
    "votes-others": Phrase(
        it="I voti sulle altre domande, per funzione", en="Votes on the other questions, by function"
    ),
    "votes-note": Phrase(
        it="Livello medio dei voti di ogni funzione.", en="Mean level of the votes of each function."
    ),
    "votes-note-twice": Phrase(
        it="Livello medio dei voti di ogni funzione; dove c’è una freccia, al primo e all’ultimo voto.",
        en="Mean level of the votes of each function; where there is an arrow, in the first and in the last"
        " vote.",
    ),
    "votes-unknown": Phrase(it="«non so»: {n}", en="“don’t know”: {n}"),
    "votes-not-applicable": Phrase(it="«non applicabile»: {n}", en="“does not apply”: {n}"),
    "votes-alike": Phrase(it="stessi voti la seconda volta", en="same votes the second time"),
    # What is left to do
    "workshop-agenda": Phrase(it="L’agenda del prossimo incontro", en="The agenda of the next meeting"),
    "decisions": Phrase(it="Le risposte concordate", en="Answers agreed"),
    "decision": Phrase(it="Risposta concordata", en="Answer agreed"),
    "against": Phrase(it="Rispetto agli ultimi voti", en="Compared with the last votes"),
    "decisions-note": Phrase(
        it="In grassetto le risposte almeno mezzo livello sopra tutte le medie: prima di contarci conviene"
        " vedere che cosa le prova.",
        en="In bold, answers half a level or more above all the means: ask what shows them before relying on"
        " them.",
    ),
    "workshop-notes": Phrase(it="Dal verbale", en="From the minutes"),
    # The chart
    "first-vote": Phrase(it="Primo voto", en="First vote"),
    "last-vote": Phrase(it="Ultimo voto", en="Last vote"),
    "mean": Phrase(it="media {mean}", en="mean {mean}"),
    "alt-facing": Phrase(
        it="Voti su {question} al primo e all’ultimo giro, con una barra per ogni opzione: {first} a"
        " sinistra, {second} a destra.",
        en="Votes on {question} in the first and in the last round, with a bar for each option: {first} on"
        " the left, {second} on the right.",
    ),
    "alt-facing-alone": Phrase(
        it="Voti su {question} al primo e all’ultimo giro, con una barra per ogni opzione: {first}.",
        en="Votes on {question} in the first and in the last round, with a bar for each option: {first}.",
    ),
    "alt-round": Phrase(it="{round}: {votes}", en="{round}: {votes}"),
}
