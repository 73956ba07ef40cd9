"""What a workshop left."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "label-workshop": Phrase(it="Il workshop", en="The workshop"),
    # The message
    "workshop-change": Phrase(
        it="{when} {first} e {second} {change}", en="{when}, {first} and {second} {change}"
    ),
    "after-second": Phrase(it="Con un altro giro di voto", en="After another round"),
    "after-rounds": Phrase(it="Dopo {n} giri di voto", en="After {n} rounds"),
    "after-last": Phrase(it="All’ultimo giro", en="By the last round"),
    "closer": Phrase(it="si avvicinano", en="are closer"),
    "closer-on": Phrase(it="si avvicinano su {n} domande", en="are closer on {n} questions"),
    "closer-on-one": Phrase(it="si avvicinano su una domanda", en="are closer on one question"),
    "closer-on-some": Phrase(
        it="si avvicinano su {n} domande su {total}", en="are closer on {n} of {total} questions"
    ),
    "closer-on-some-one": Phrase(
        it="si avvicinano su una domanda su {total}", en="are closer on one of {total} questions"
    ),
    "closer-and-apart": Phrase(it="{closer} e si allontanano su {n}", en="{closer} and further apart on {n}"),
    "closer-and-apart-one": Phrase(
        it="{closer} e si allontanano su una", en="{closer} and further apart on one"
    ),
    "apart": Phrase(it="si allontanano", en="are further apart"),
    "apart-on": Phrase(
        it="si allontanano su {n} domande e non si avvicinano su nessuna",
        en="are further apart on {n} questions and closer on none",
    ),
    "apart-on-one": Phrase(
        it="si allontanano su una domanda e non si avvicinano su nessuna",
        en="are further apart on one question and closer on none",
    ),
    "as-far": Phrase(it="restano alla stessa distanza", en="are as far apart as before"),
    "level": Phrase(it="hanno medie uguali, come prima", en="have equal means, as before"),
    "as-far-on": Phrase(
        it="restano alla stessa distanza su {n} domande", en="are as far apart as before on {n} questions"
    ),
    "as-far-on-one": Phrase(
        it="restano alla stessa distanza su una domanda", en="are as far apart as before on one question"
    ),
    "level-on": Phrase(
        it="hanno medie uguali su {n} domande, come prima", en="have equal means on {n} questions, as before"
    ),
    "level-on-one": Phrase(
        it="hanno medie uguali su una domanda, come prima", en="have equal means on one question, as before"
    ),
    "workshop-agreed": Phrase(it="{n} risposte concordate", en="{n} answers agreed"),
    "workshop-agreed-one": Phrase(it="una risposta concordata", en="one answer agreed"),
    "workshop-parked": Phrase(it="{n} domande rinviate", en="{n} questions parked"),
    "workshop-parked-one": Phrase(it="una domanda rinviata", en="one question parked"),
    "workshop-voted": Phrase(it="{n} domande votate", en="{n} questions voted on"),
    "workshop-voted-one": Phrase(it="una domanda votata", en="one question voted on"),
    "workshop-lead": Phrase(
        it="Si è votato funzione per funzione. Le medie sono livelli, da 1 a {top};"
        " «non so» e «non applicabile» ne restano fuori.",
        en="Votes were counted function by function. Means are levels, from 1 to {top}; “don’t"
        " know” and “does not apply” are left out of them.",
    ),
    "workshop-lead-level": Phrase(
        it="Su {n} domande non c’era distanza da ridurre.", en="On {n} questions there was no gap to close."
    ),
    "workshop-lead-level-one": Phrase(
        it="Su una domanda non c’era distanza da ridurre.", en="On one question there was no gap to close."
    ),
    "workshop-lead-void": Phrase(
        it="Di ogni domanda conta l’ultimo giro, e all’ultimo giro nessuno ha votato.",
        en="What counts is the last round on each question, and nobody voted in it.",
    ),
    "workshop-lead-agreed": Phrase(
        it="Del workshop sono registrate le risposte concordate, non i voti.",
        en="The workshop’s agreed answers are on record, its votes are not.",
    ),
    "workshop-lead-parked": Phrase(
        it="Su queste domande il workshop non ha votato.", en="The workshop did not vote on these questions."
    ),
    # Figures
    "fact-voted": Phrase(it="Domande votate", en="Questions voted on"),
    "fact-twice": Phrase(it="Votate più di una volta", en="Voted on more than once"),
    "fact-closer": Phrase(it="Più vicine di prima", en="Closer than before"),
    "fact-agreed": Phrase(it="Risposte concordate", en="Answers agreed"),
    "fact-parked": Phrase(it="Domande rinviate", en="Questions parked"),
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
    "not-in-first": Phrase(
        it="Al primo giro nessun voto da {group}.", en="No votes from {group} in the first round."
    ),
    "not-in-last": Phrase(
        it="All’ultimo giro nessun voto da {group}.", en="No votes from {group} in the last round."
    ),
    "rounds-between": Phrase(
        it="Si è votato in {n} giri: il confronto è tra il primo e l’ultimo.",
        en="There were {n} rounds of voting; the first is compared with the last.",
    ),
    "voters-differ": Phrase(
        it="Voti: {before} al primo giro, {after} all’ultimo.",
        en="Votes: {before} in the first round, {after} in the last.",
    ),
    "votes-of-others": Phrase(
        it="{group}, al primo giro: {before}; all’ultimo: {after}.",
        en="{group}, first round: {before}; last round: {after}.",
    ),
    # Votes in words
    "votes-of": Phrase(it="{group}: {votes}", en="{group}: {votes}"),
    "no-votes": Phrase(it="nessun voto", en="no votes"),
    "no-last-votes": Phrase(it="nessun voto nell’ultimo giro", en="no votes in the last round"),
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
        it="Livello medio dei voti di ogni funzione; dove c’è una freccia, al primo e all’ultimo giro.",
        en="Mean level of the votes of each function; where there is an arrow, in the first and in the last"
        " round.",
    ),
    "votes-unknown": Phrase(it="«non so»: {n}", en="“don’t know”: {n}"),
    "votes-not-applicable": Phrase(it="«non applicabile»: {n}", en="“does not apply”: {n}"),
    "votes-alike": Phrase(it="stessi voti anche all’ultimo giro", en="same votes in the last round too"),
    "votes-alike-all": Phrase(it="stessi voti in tutti e {n} i giri", en="same votes in all {n} rounds"),
    "votes-returned": Phrase(
        it="{n} giri; stessi voti al primo e all’ultimo",
        en="{n} rounds; same votes in the first and the last",
    ),
    "votes-rounds": Phrase(it="{n} giri", en="{n} rounds"),
    # What is left to do
    "workshop-agenda": Phrase(
        it="L’ordine dei lavori del prossimo incontro", en="The agenda of the next meeting"
    ),
    "decisions": Phrase(it="Le risposte concordate", en="Answers agreed"),
    "decision": Phrase(it="Risposta concordata", en="Answer agreed"),
    "against": Phrase(it="Rispetto all’ultimo giro", en="Compared with the last round"),
    "decisions-note": Phrase(
        it="In grassetto le risposte che superano tutte le medie di almeno mezzo livello: prima di contarci"
        " conviene vedere che cosa le prova.",
        en="In bold, answers half a level or more above all the means: ask what shows them before relying on"
        " them.",
    ),
    "workshop-notes": Phrase(it="Dal verbale", en="From the minutes"),
    # The chart
    "first-vote": Phrase(it="Primo giro", en="First round"),
    "last-vote": Phrase(it="Ultimo giro", en="Last round"),
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
