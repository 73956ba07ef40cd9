"""The page for the board, the ladder and what its levels mean."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    # One page for the board
    "board": Phrase(
        it="{organisation} è al livello {level} di {top}: {name}",
        en="{organisation} is at level {level} of {top}: {name}",
    ),
    "index-note": Phrase(
        it="L’indice, da 0 a 100, dice quanto di ciò che la scala descrive è già in atto. Serve per i"
        " confronti nel tempo e non decide il livello.",
        en="The index, from 0 to 100, says how much of what the scale describes is in place. It is for"
        " comparisons over time and does not decide the level.",
    ),
    "index-note-bands": Phrase(
        it="L’indice, da 0 a 100, dice quanto di ciò che la scala descrive è già in atto, e decide il"
        " livello.",
        en="The index, from 0 to 100, says how much of what the scale describes is in place, and decides the"
        " level.",
    ),
    "sure": Phrase(it="Quanto è sicura la collocazione", en="How sure the placement is"),
    "blocks": Phrase(it="Che cosa blocca il livello {level}", en="What blocks level {level}"),
    "keeps": Phrase(it="Che cosa mantiene il livello {level}", en="What keeps level {level}"),
    "functions": Phrase(it="Come lo vedono le funzioni", en="How the functions see it"),
    "moves": Phrase(it="Le prime {n} azioni", en="The first {n} actions"),
    "moves-one": Phrase(it="La prima azione", en="The first action"),
    "moves-note": Phrase(
        it="Con tutte e {n} le azioni del piano ({effort}) si arriva al livello {level}; fine prevista:"
        " {end}.",
        en="All {n} actions of the plan ({effort}) lead to level {level} by {end}.",
    ),
    "moves-note-two": Phrase(
        it="Con le due azioni del piano ({effort}) si arriva al livello {level}; fine prevista: {end}.",
        en="Both actions of the plan ({effort}) lead to level {level} by {end}.",
    ),
    "moves-note-one": Phrase(
        it="Con questa azione ({effort}) si arriva al livello {level}; fine prevista: {end}.",
        en="This action ({effort}) leads to level {level} by {end}.",
    ),
    "moves-short": Phrase(
        it="Le azioni del questionario non bastano per il livello {level}: il perché è spiegato in"
        " «Prossime azioni».",
        en="The questionnaire’s actions are not enough for level {level}; “Next actions” says why.",
    ),
    "moves-short-alone": Phrase(
        it="Le azioni del questionario non bastano per il livello {level}.",
        en="The questionnaire’s actions are not enough for level {level}.",
    ),
    "moves-keep": Phrase(it="Dove guardare per restare in cima", en="Where to look to stay at the top"),
    "agree": Phrase(
        it="{first} e {second} danno lo stesso quadro: in nessuna dimensione la distanza supera mezzo"
        " livello.",
        en="{first} and {second} give the same picture: in no dimension are they more than half a level"
        " apart.",
    ),
    "widest-question": Phrase(
        it="La distanza maggiore su una domanda è di {size}: {question}.",
        en="The widest gap on any one question is {size}: {question}.",
    ),
    "least": Phrase(
        it="Il margine di miglioramento è maggiore su {questions}; tra parentesi il livello medio.",
        en="There is most room for improvement in {questions}; mean levels are in brackets.",
    ),
    "all-full": Phrase(
        it="Ogni pratica descritta dalla scala è in atto.",
        en="Every practice the scale describes is in place.",
    ),
    "nothing-answered": Phrase(
        it="Nessuna domanda ha avuto risposta: il livello è 1 perché la scala comincia da lì.",
        en="No question was answered: the level is 1 because the scale starts there.",
    ),
    "weeks": Phrase(it="{n} settimane", en="{n} weeks"),
    "weeks-one": Phrase(it="1 settimana", en="1 week"),
    # The ladder
    "ladder-top": Phrase(it="Tutti i {top} livelli sono raggiunti", en="All {top} levels are attained"),
    "ladder-both": Phrase(
        it="Al livello {level} mancano {points} di copertura e {gates}",
        en="Level {level} is {points} of coverage and {gates} away",
    ),
    "ladder-coverage": Phrase(
        it="Al livello {level} mancano {points} di copertura", en="Level {level} is {points} of coverage away"
    ),
    "ladder-coverage-one": Phrase(
        it="Al livello {level} manca {points} di copertura", en="Level {level} is {points} of coverage away"
    ),
    "ladder-gates": Phrase(
        it="La copertura basta per il livello {level}: lo bloccano {gates}",
        en="Coverage is enough for level {level}: {gates} hold it back",
    ),
    "ladder-gates-one": Phrase(
        it="La copertura basta per il livello {level}: lo blocca {gates}",
        en="Coverage is enough for level {level}: {gates} holds it back",
    ),
    "ladder-unknown": Phrase(
        it="Nessuna risposta riguarda il livello {level}", en="No answer concerns level {level}"
    ),
    "ladder-index": Phrase(
        it="Al livello {level} mancano {points} dell’indice", en="Level {level} is {points} of the index away"
    ),
    "ladder-index-one": Phrase(
        it="Al livello {level} manca {points} dell’indice", en="Level {level} is {points} of the index away"
    ),
    "points": Phrase(it="{n} punti", en="{n} points"),
    "points-one": Phrase(it="un punto", en="one point"),
    "points-less": Phrase(it="meno di un punto", en="less than a point"),
    "gates": Phrase(it="{n} requisiti", en="{n} gates"),
    "gates-one": Phrase(it="un requisito", en="one gate"),
    "why": Phrase(it="Perché il livello {level}", en="Why level {level}"),
    "why-not": Phrase(it="Perché non il livello {level}", en="Why not level {level}"),
    "symptoms": Phrase(it="Come si riconosce il livello {level}", en="How to recognise level {level}"),
    "levels-caption": Phrase(
        it="Copertura e requisiti, livello per livello", en="Coverage and gates, level by level"
    ),
    "levels-caption-bands": Phrase(
        it="L’indice e le fasce dei livelli", en="The index and the bands of the levels"
    ),
    "gates-column": Phrase(it="Requisiti", en="Gates"),
    "measure-coverage": Phrase(it="Copertura", en="Coverage"),
    "measure-index": Phrase(it="Indice", en="Index"),
    "state-attained": Phrase(it="raggiunto", en="attained"),
    "state-start": Phrase(it="punto di partenza", en="starting point"),
    "state-next": Phrase(it="non raggiunto", en="not attained"),
    "state-beyond": Phrase(it="non ancora", en="not yet"),
    "state-waiting": Phrase(
        it="le condizioni ci sono, ma prima viene il livello {level}",
        en="its conditions hold, but level {level} comes first",
    ),
    "gate-at": Phrase(it="requisito del livello {levels}", en="gate of level {levels}"),
    "gate-at-several": Phrase(it="requisito dei livelli {levels}", en="gate of levels {levels}"),
    "you-are-here": Phrase(it="Siete qui", en="You are here"),
    # What the level means
    "meaning": Phrase(
        it="Restare al livello {level} espone a {risks}; il livello {next} porta {gains}",
        en="Staying at level {level} carries {risks}; level {next} brings {gains}",
    ),
    "meaning-costs": Phrase(
        it="Restare al livello {level} espone a {risks}", en="Staying at level {level} carries {risks}"
    ),
    "meaning-gives": Phrase(it="Il livello {next} porta {gains}", en="Level {next} brings {gains}"),
    "n-risks": Phrase(it="{n} rischi", en="{n} risks"),
    "n-risks-one": Phrase(it="un rischio", en="one risk"),
    "n-gains": Phrase(it="{n} vantaggi", en="{n} gains"),
    "n-gains-one": Phrase(it="un vantaggio", en="one gain"),
    "meaning-top": Phrase(it="Anche il livello {level} si può perdere", en="Even level {level} can be lost"),
    "next-level": Phrase(it="Il prossimo livello", en="The next level"),
    "risks": Phrase(it="I rischi di restare al livello {level}", en="Risks of staying at level {level}"),
    "risks-top": Phrase(
        it="Che cosa mette a rischio il livello {level}", en="What puts level {level} at risk"
    ),
    "benefits": Phrase(it="Che cosa dà il livello {level}", en="What level {level} gives"),
    # Charts, for those who can’t see them
    "alt-ladder": Phrase(
        it="Scala di {top} gradini. {organisation} è sul gradino {level}, {name}.",
        en="A staircase of {top} steps. {organisation} stands on step {level}, {name}.",
    ),
}
