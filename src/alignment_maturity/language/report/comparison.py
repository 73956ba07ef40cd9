"""The profile, the map of all questions, and what to discuss."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    # Profile
    "profile-agree": Phrase(
        it="{first} e {second} danno lo stesso quadro", en="{first} and {second} give the same picture"
    ),
    "profile-alone": Phrase(
        it="{strongest} è il punto più forte, {weakest} il più debole",
        en="{strongest} is the strongest point, {weakest} the weakest",
    ),
    "profile-one": Phrase(
        it="{name} ha un livello medio di {mean} su {top}",
        en="{name} has a mean level of {mean} out of {top}",
    ),
    "profile-even": Phrase(
        it="Tutte le dimensioni sono allo stesso livello", en="All dimensions are at the same level"
    ),
    "profile-range": Phrase(
        it="I livelli medi delle dimensioni vanno da {low} a {high}",
        en="The mean levels of the dimensions range from {low} to {high}",
    ),
    "profile-group": Phrase(
        it="Secondo {group}, {strongest} è il punto più forte, {weakest} il più debole",
        en="{group} sees {strongest} as the strongest point and {weakest} as the weakest",
    ),
    "profile-withheld": Phrase(
        it="Le cifre delle dimensioni non sono mostrate, per non rivelare le risposte di poche persone",
        en="Figures by dimension are withheld, so as not to give away the answers of a few people",
    ),
    "profile-lead": Phrase(
        it="Per ogni dimensione, il livello medio secondo ciascuna funzione. La distanza è positiva dove"
        " {first} dà un livello più alto di {second}. Una differenza di vedute non è un difetto: è un"
        " invito a parlarne.",
        en="For each dimension, the mean level according to each function. The gap is positive where"
        " {first} gives a higher level than {second}. A difference of view is no fault: it is an"
        " invitation to talk.",
    ),
    "profile-lead-alone": Phrase(
        it="Per ogni dimensione, il livello medio che risulta dalle risposte.",
        en="For each dimension, the mean level that follows from the answers.",
    ),
    "profile-caption": Phrase(it="Livelli per dimensione", en="Levels by dimension"),
    "dimension": Phrase(it="Dimensione", en="Dimension"),
    "dimension-level": Phrase(it="Livello raggiunto", en="Level attained"),
    "everybody": Phrase(it="Tutti", en="All"),
    "gap": Phrase(it="Distanza", en="Gap"),
    "agreement": Phrase(it="Accordo", en="Agreement"),
    # Heat map
    "heat-map": Phrase(
        it="Il livello più alto è su {highest}, il più basso su {lowest}",
        en="The highest level is on {highest}, the lowest on {lowest}",
    ),
    "heat-map-even": Phrase(
        it="Tutte le domande sono allo stesso livello", en="All questions are at the same level"
    ),
    "heat-map-one": Phrase(
        it="Solo {question} ha una risposta: livello medio {low}",
        en="Only {question} has an answer: mean level {low}",
    ),
    "heat-map-range": Phrase(
        it="I livelli medi delle domande vanno da {low} a {high}",
        en="The mean levels of the questions range from {low} to {high}",
    ),
    "group-range": Phrase(
        it="Secondo {group}, i livelli medi vanno da {low} a {high}",
        en="{group} gives mean levels from {low} to {high}",
    ),
    "heat-map-agree": Phrase(
        it="Su nessuna domanda la distanza tra {first} e {second} supera mezzo livello",
        en="On no question are {first} and {second} more than half a level apart",
    ),
    "heat-map-group": Phrase(
        it="Secondo {group}, il livello più alto è su {highest}, il più basso su {lowest}",
        en="{group} gives the highest level to {highest}, the lowest to {lowest}",
    ),
    "heat-map-withheld": Phrase(
        it="Le cifre delle domande non sono mostrate, per non rivelare le risposte di poche persone",
        en="Figures by question are withheld, so as not to give away the answers of a few people",
    ),
    "heat-map-nothing": Phrase(
        it="Nessuna domanda ha ancora una risposta", en="No question has an answer yet"
    ),
    "heat-map-lead": Phrase(
        it="Livello medio di ogni domanda, da 1 a {top}. Più scura è la casella, più alto è il livello.",
        en="Mean level of each question, from 1 to {top}. The darker the cell, the higher the level.",
    ),
    "heat-map-caption": Phrase(
        it="Livello medio per domanda e funzione", en="Mean level by question and function"
    ),
    "question": Phrase(it="Domanda", en="Question"),
    "note-gap": Phrase(
        it="Distanza: in livelli, positiva dove {first} dà un livello più alto di {second}; in grassetto"
        " da un livello in su.",
        en="Gap: in levels, positive where {first} gives a higher level than {second}; in bold from one"
        " level up.",
    ),
    "note-agreement": Phrase(
        it="Accordo: da 0 (risposte sparse) a 1 (tutti la stessa risposta); in grassetto sotto 0,5.",
        en="Agreement: from 0 (scattered answers) to 1 (everyone gave the same answer); in bold below 0.5.",
    ),
    # Discussion
    "discussion": Phrase(
        it="{n} domande meritano un confronto, dalla più urgente in poi",
        en="{n} questions deserve a conversation, most pressing first",
    ),
    "discussion-one": Phrase(it="Una domanda merita un confronto", en="One question deserves a conversation"),
    "discussion-lead": Phrase(
        it="Conviene chiedere esempi, non opinioni: chi ha dato un livello più alto mostri dove lo si vede,"
        " chi ne ha dato uno più basso racconti l’ultimo caso.",
        en="Ask for examples, not opinions: let those who gave a higher level show where it can be seen, and"
        " those who gave a lower one describe the latest case.",
    ),
    # Charts, for those who can’t see them
    "alt-radar": Phrase(
        it="Una ruota con {n} raggi, uno per dimensione, e un anello per ogni livello da 1 a {top}: linea"
        " continua con cerchi pieni per {first}, tratteggiata con rombi vuoti per {second}.",
        en="A wheel with {n} spokes, one for each dimension, and a ring for each level from 1 to {top}: a"
        " solid line with filled circles for {first}, a dashed one with hollow diamonds for {second}.",
    ),
    "alt-radar-alone": Phrase(
        it="Una ruota con {n} raggi, uno per dimensione, e un anello per ogni livello da 1 a {top}: una linea"
        " unisce i livelli medi.",
        en="A wheel with {n} spokes, one for each dimension, and a ring for each level from 1 to {top}: a"
        " line joins the mean levels.",
    ),
    "axis": Phrase(it="Livello medio, da 1 a {top}", en="Mean level, from 1 to {top}"),
}
