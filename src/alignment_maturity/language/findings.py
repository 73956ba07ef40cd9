"""Sentences for what the cross checks find in questionnaires and answer files (codes of `model.*_checks`)."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "duplicate-value": Phrase(it="{found} compare due volte", en="{found} appears twice"),
    "duplicate-id": Phrase(
        it="l’identificativo '{id}' compare due volte in {part}", en="the id '{id}' appears twice in {part}"
    ),
    "missing-language": Phrase(
        it="manca il testo nella lingua '{language}'", en="the text in language '{language}' is missing"
    ),
    "unlisted-language": Phrase(
        it="la lingua '{found}' non è fra quelle del questionario ({listed})",
        en="language '{found}' is not among the questionnaire's own ({listed})",
    ),
    "scale-order": Phrase(
        it="i livelli vanno elencati in ordine da 1: qui è atteso {expected}, non {found}",
        en="levels are listed in order, starting at 1: {expected} is expected here, not {found}",
    ),
    "missing-threshold": Phrase(
        it="manca la soglia del livello {level}", en="the threshold of level {level} is missing"
    ),
    "not-on-scale": Phrase(
        it="il livello {found} non è ammesso: la scala qui va da {low} a {top}",
        en="level {found} is not allowed: the scale here runs from {low} to {top}",
    ),
    "cutoff-count": Phrase(
        it="serve un valore di taglio per ogni livello sopra il primo: attesi {expected}, trovati {found}",
        en="there must be one cutoff for each level above the first: expected {expected}, found {found}",
    ),
    "not-ascending": Phrase(
        it="{found} non è maggiore del valore precedente", en="{found} is not higher than the one before it"
    ),
    "reserved-id": Phrase(
        it="'{id}' è un nome riservato e non può indicare una funzione",
        en="'{id}' is a reserved name and cannot be a group",
    ),
    "compare-two": Phrase(
        it="il confronto riguarda due funzioni, non {found}",
        en="a comparison sets two groups against each other, not {found}",
    ),
    "unknown-group": Phrase(
        it="la funzione '{found}' non esiste; funzioni ammesse: {known}",
        en="there is no group '{found}'; it can be: {known}",
    ),
    "unknown-owner": Phrase(
        it="il responsabile '{found}' non esiste; responsabili ammessi: {known}",
        en="there is no owner '{found}'; it can be: {known}",
    ),
    "unknown-dimension": Phrase(
        it="la dimensione '{found}' non esiste{suggestion:; forse `*`?}",
        en="there is no dimension '{found}'{suggestion:; did you mean `*`?}",
    ),
    "unknown-option-set": Phrase(
        it="la serie di opzioni '{found}' non esiste{suggestion:; forse `*`?}",
        en="there is no option set '{found}'{suggestion:; did you mean `*`?}",
    ),
    "unknown-action": Phrase(
        it="l’azione '{found}' non esiste{suggestion:; forse `*`?}",
        en="there is no action '{found}'{suggestion:; did you mean `*`?}",
    ),
    "unknown-question": Phrase(
        it="la domanda '{found}' non esiste{suggestion:; forse `*`?}",
        en="there is no question '{found}'{suggestion:; did you mean `*`?}",
    ),
    "unknown-worksheet": Phrase(
        it="il modello di lavoro '{found}' non esiste; modelli disponibili: {known}",
        en="there is no worksheet '{found}'; those available: {known}",
    ),
    "gate-of-statement": Phrase(
        it="un’affermazione del livello {level} non può essere un requisito del livello {found}",
        en="a statement of level {level} cannot be a gate of level {found}",
    ),
    "gate-allows-na": Phrase(
        it="la domanda '{question}' è un requisito e deve avere `allow_na: false`",
        en="question '{question}' is a gate and must have `allow_na: false`",
    ),
    "reserved-value": Phrase(
        it="'{found}' è riservato e non può essere il valore di un’opzione",
        en="'{found}' is reserved and cannot be the value of an option",
    ),
    "silent-level": Phrase(
        it="nessuna domanda riguarda il livello {level}, che sarebbe irraggiungibile",
        en="no question concerns level {level}, which could not be attained",
    ),
    "not-one-step": Phrase(
        it="un passo sale di un solo livello; questo va da {start} a {end}",
        en="a transition goes up by one level; this one goes from {start} to {end}",
    ),
    "duplicate-transition": Phrase(
        it="il passo da {start} a {end} compare due volte",
        en="the transition from {start} to {end} appears twice",
    ),
    "missing-transition": Phrase(
        it="manca il passo da {start} a {end}", en="the transition from {start} to {end} is missing"
    ),
    "action-above-transition": Phrase(
        it="l’azione '{action}' porta al livello {height}, oltre il livello {end} di questo passo",
        en="action '{action}' lifts to level {height}, above level {end} of this transition",
    ),
    "prerequisite-above": Phrase(
        it="l’azione propedeutica '{action}' porta al livello {height}, oltre il livello {own}"
        " dell’azione che la richiede",
        en="prerequisite '{action}' lifts to level {height}, above level {own} of the action that"
        " requires it",
    ),
    "lifts-nothing": Phrase(
        it="l’azione '{action}' non innalza nessuna domanda, quindi non può far parte di un piano; indicare"
        " in `lifts` almeno una domanda e un livello superiore a 1",
        en="action '{action}' lifts no question, so it can never be part of a plan; name at least one"
        " question and a level above 1 under `lifts`",
    ),
    "lift-of-statement": Phrase(
        it="'{question}' è un’affermazione: l’azione la realizza per intero, quindi `to` va tolto",
        en="'{question}' is a statement: an action fulfils it in full, so leave `to` out",
    ),
    "lift-without-level": Phrase(
        it="manca `to`, il livello a cui l’azione porta la domanda '{question}'",
        en="`to` is missing, the level to which the action lifts question '{question}'",
    ),
    "lift-to-no-option": Phrase(
        it="la domanda '{question}' non ha un’opzione di livello {found}; livelli previsti: {known}",
        en="question '{question}' has no option of level {found}; it has {known}",
    ),
    "cycle": Phrase(
        it="le azioni propedeutiche formano un ciclo: {cycle}", en="the prerequisites form a cycle: {cycle}"
    ),
    "no-answers": Phrase(
        it="il file non contiene risposte: serve `answers`, `respondents` oppure `workshop`",
        en="the file holds no answers: it needs `answers`, `respondents` or `workshop`",
    ),
    "two-forms": Phrase(
        it="`{first}` e `{second}` non possono stare nello stesso file",
        en="`{first}` and `{second}` cannot be in the same file",
    ),
    "other-questionnaire": Phrase(
        it="le risposte riguardano il questionario '{found}', non '{expected}'",
        en="the answers belong to questionnaire '{found}', not '{expected}'",
    ),
    "other-version": Phrase(
        it="le risposte riguardano la versione {found} del questionario; qui c’è la {expected}",
        en="the answers belong to version {found} of the questionnaire; this is version {expected}",
    ),
    "unfit-version": Phrase(
        it="le risposte riguardano la versione {found} del questionario e in {number} punti non corrispondono"
        " alla versione {expected}",
        en="the answers belong to version {found} of the questionnaire and in {number} places do not fit"
        " version {expected}",
    ),
    "answers-left-out": Phrase(
        it="le risposte riguardano la versione {found} del questionario; quelle che non corrispondono più"
        " alla versione {expected} sono state tralasciate ({number})",
        en="the answers belong to version {found} of the questionnaire; those that no longer fit version"
        " {expected} were left out ({number})",
    ),
    "nothing-left": Phrase(
        it="nessuna risposta di questa rilevazione corrisponde alla versione {expected} del questionario",
        en="no answer of this wave fits version {expected} of the questionnaire",
    ),
    "na-not-allowed": Phrase(
        it="la domanda '{question}' non ammette `n/a`: riguarda ogni organizzazione",
        en="question '{question}' cannot be answered `n/a`: it applies to every organisation",
    ),
    "unknown-option": Phrase(
        it="la domanda '{question}' non ha l’opzione {found}; opzioni previste: {known}",
        en="question '{question}' has no option {found}; it has {known}",
    ),
    "other-organisation": Phrase(
        it="il file riguarda '{found}', gli altri '{expected}'",
        en="this file is about '{found}', the others about '{expected}'",
    ),
    "other-wave": Phrase(
        it="il file riguarda la rilevazione '{found}', gli altri '{expected}'",
        en="this file belongs to wave '{found}', the others to '{expected}'",
    ),
    "conflicting-agreed": Phrase(
        it="per la domanda '{question}' due workshop hanno concordato valori diversi: {first} e {second}",
        en="two workshops agreed on different values for question '{question}': {first} and {second}",
    ),
    "counted-twice": Phrase(
        it="il workshop è partito da queste risposte individuali, che così contano due volte: lasciare fuori"
        " i file individuali",
        en="the workshop began from these individual answers, which count twice here: leave the individual"
        " files out",
    ),
    "no-room": Phrase(
        it="lo stato del workshop non si può leggere; decisioni e voti sono nel file delle risposte",
        en="the state of the workshop cannot be read; decisions and votes are in the answer file",
    ),
    "cards-left-out": Phrase(
        it="il questionario nel frattempo è cambiato: carte ancora coperte che non valgono più: {number}",
        en="the questionnaire has changed since; cards not yet revealed that no longer fit: {number}",
    ),
    "not-individual": Phrase(
        it="questo file contiene un workshop: --from richiede risposte individuali",
        en="this file holds a workshop: --from takes individual answers",
    ),
    "empty-folder": Phrase(
        it="la cartella non contiene file .yaml, .yml o .json",
        en="the folder holds no .yaml, .yml or .json file",
    ),
    "no-match": Phrase(it="nessun file corrisponde", en="no file matches"),
    "line-refused": Phrase(
        it="questa riga non è né una risposta né un comando; le risposte precedenti sono salvate",
        en="this line is neither an answer nor a command; the answers before it are saved",
    ),
    "faulty-questionnaire": Phrase(
        it="il suo questionario ({path}) contiene errori", en="its questionnaire ({path}) has errors"
    ),
    "further-problems": Phrase(
        it="altri problemi non elencati: {number}", en="further problems, not listed: {number}"
    ),
    "questionnaire-not-found": Phrase(
        it="il questionario '{id}' non si trova accanto alle risposte, né fra i vostri, né fra quelli"
        " inclusi",
        en="questionnaire '{id}' is not beside the answers, nor one of your own, nor built in",
    ),
}
_QUESTIONNAIRE_OF_THEN = Phrase(
    it="per confrontarle tutte, mettere accanto al file il questionario di allora",
    en="to compare them all, put the questionnaire of that time beside the file",
)
HINTS: dict[str, Phrase] = {
    "gate-allows-na": Phrase(
        it="aggiungere `allow_na: false` alla domanda", en="add `allow_na: false` to the question"
    ),
    "questionnaire-not-found": Phrase(
        it="indicarlo con -q FILE; `alignment-maturity questionnaire list` mostra quelli disponibili",
        en="name it with -q FILE; `alignment-maturity questionnaire list` shows the available ones",
    ),
    "unfit-version": Phrase(
        it="valutarle con il questionario di allora: metterlo accanto al file, o indicarlo con -q FILE",
        en="score them with the questionnaire of that time: put it beside the file, or name it with -q FILE",
    ),
    "answers-left-out": _QUESTIONNAIRE_OF_THEN,
    "nothing-left": _QUESTIONNAIRE_OF_THEN,
    "other-organisation": Phrase(
        it="per più organizzazioni usare `alignment-maturity batch`",
        en="for several organisations, use `alignment-maturity batch`",
    ),
    "other-wave": Phrase(
        it="per più rilevazioni usare `alignment-maturity batch`",
        en="for several waves, use `alignment-maturity batch`",
    ),
}
