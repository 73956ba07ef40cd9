"""The words of the report; what the terminal says too is in `phrasing`."""

from alignment_maturity.language import Phrase

WORDS: dict[str, Phrase] = {
    "contents": Phrase(it="Contenuto", en="Contents"),
    "level": Phrase(it="Livello", en="Level"),
    "threshold": Phrase(it="soglia", en="threshold"),
    "priority": Phrase(it="Priorità del passo", en="Priority of this step"),
    "first_steps": Phrase(it="Come procedere", en="First steps"),
    "ask": Phrase(it="Da chiedere", en="Ask"),
    "terms": Phrase(it="Come leggere le cifre", en="How to read the figures"),
    "sources": Phrase(it="Riferimenti", en="References"),
    "answer": Phrase(it="Risposta", en="Answer"),
    "agreed": Phrase(it="concordata nel workshop", en="agreed in the workshop"),
    "evidence": Phrase(it="Prova", en="Evidence"),
}
"""What stands in the templates themselves."""

PHRASES: dict[str, Phrase] = {
    # The document
    "title": Phrase(it="{organisation}: rapporto di valutazione", en="{organisation}: assessment report"),
    "people": Phrase(it="{n} persone", en="{n} people"),
    "people-one": Phrase(it="una persona", en="one person"),
    "people-none": Phrase(it="nessuno", en="nobody"),
    "by-group": Phrase(it="{people} ({groups})", en="{people} ({groups})"),
    "fact-wave": Phrase(it="Rilevazione", en="Wave"),
    "fact-date": Phrase(it="Data", en="Date"),
    "fact-respondents": Phrase(it="Rispondenti", en="Respondents"),
    "fact-level": Phrase(it="Livello", en="Level"),
    "fact-index": Phrase(it="Indice", en="Index"),
    "fact-index-of": Phrase(it="Indice secondo {group}", en="Index, {group}"),
    "of": Phrase(it="{figure} su {whole}", en="{figure} of {whole}"),
    # Names of the sections
    "label-board": Phrase(it="In sintesi", en="At a glance"),
    "label-ladder": Phrase(it="La scala", en="The ladder"),
    "label-profile": Phrase(it="Il profilo", en="The profile"),
    "label-heat-map": Phrase(it="Tutte le domande", en="All questions"),
    "label-discussion": Phrase(it="Di che cosa parlare", en="What to discuss"),
    "label-steps": Phrase(it="Il prossimo passo", en="The next step"),
    "label-keep": Phrase(it="Restare in cima", en="Staying at the top"),
    "label-method": Phrase(it="Metodo e limiti", en="Method and limits"),
    "label-answers": Phrase(it="Le risposte", en="The answers"),
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
    "moves-keep": Phrase(it="Dove guardare per restare in cima", en="Where to look to stay at the top"),
    "n-2": Phrase(it="due", en="two"),
    "n-3": Phrase(it="tre", en="three"),
    "n-4": Phrase(it="quattro", en="four"),
    "n-5": Phrase(it="cinque", en="five"),
    "n-6": Phrase(it="sei", en="six"),
    "n-7": Phrase(it="sette", en="seven"),
    "n-8": Phrase(it="otto", en="eight"),
    "n-9": Phrase(it="nove", en="nine"),
    "agree": Phrase(
        it="{first} e {second} danno lo stesso quadro: in nessuna dimensione la distanza arriva a mezzo"
        " livello.",
        en="{first} and {second} give the same picture: in no dimension are they half a level apart.",
    ),
    "widest-question": Phrase(
        it="La distanza maggiore su una sola domanda: {question}, {size}.",
        en="The widest gap on a single question: {question}, {size}.",
    ),
    "least": Phrase(
        it="Il margine di miglioramento è maggiore su {questions}; tra parentesi il livello medio.",
        en="There is most room for improvement in {questions}; mean levels are in brackets.",
    ),
    "all-full": Phrase(
        it="Ogni pratica descritta dalla scala è in atto.",
        en="Every practice the scale describes is in place.",
    ),
    "no-actions": Phrase(
        it="Per questo passo il questionario non propone azioni.",
        en="The questionnaire offers no actions for this step.",
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
    # Charts, for those who can't see them
    "alt-ladder": Phrase(
        it="Scala di {top} gradini. {organisation} è sul gradino {level}, {name}.",
        en="A staircase of {top} steps. {organisation} stands on step {level}, {name}.",
    ),
    "alt-profile": Phrase(
        it="Le dimensioni su un asse da 1 a {top}, con un cerchio pieno per {first} e un rombo vuoto per"
        " {second}.",
        en="The dimensions on an axis from 1 to {top}: a filled circle for {first}, a hollow diamond for"
        " {second}.",
    ),
    "alt-profile-alone": Phrase(
        it="Le dimensioni su un asse da 1 a {top}, con una barra per il livello medio.",
        en="The dimensions on an axis from 1 to {top}, with a bar for the mean level.",
    ),
    "alt-chances": Phrase(
        it="In quanti dei {resamples} sorteggi esce ciascun livello.",
        en="How many of the {resamples} draws end at each level.",
    ),
    "axis": Phrase(it="livello medio", en="mean level"),
    # Profile
    "profile-agree": Phrase(
        it="{first} e {second} danno lo stesso quadro", en="{first} and {second} give the same picture"
    ),
    "profile-alone": Phrase(
        it="{strongest} è il punto più forte, {weakest} il più debole",
        en="{strongest} is the strongest point, {weakest} the weakest",
    ),
    "profile-one": Phrase(
        it="{name} è al livello medio {mean} su {top}", en="{name} is at a mean level of {mean} out of {top}"
    ),
    "profile-even": Phrase(
        it="Tutte le dimensioni sono allo stesso livello", en="All dimensions are at the same level"
    ),
    "profile-nothing": Phrase(it="Il profilo delle dimensioni", en="The profile of the dimensions"),
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
    "heat-map-groups": Phrase(
        it="Le {n} domande, funzione per funzione", en="The {n} questions, function by function"
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
    "discussion": Phrase(it="{n} domande meritano un confronto", en="{n} questions deserve a conversation"),
    "discussion-one": Phrase(it="Una domanda merita un confronto", en="One question deserves a conversation"),
    "discussion-lead": Phrase(
        it="In ordine di urgenza. Conviene chiedere esempi, non opinioni: chi ha dato un livello più"
        " alto mostri dove lo si vede, chi ne ha dato uno più basso racconti l’ultimo caso.",
        en="Most pressing first. Ask for examples, not opinions: let those who gave a higher level show"
        " where it can be seen, and those who gave a lower one describe the latest case.",
    ),
    "reason-gap": Phrase(
        it="secondo {lower} è {size} più in basso che secondo {higher}",
        en="{lower} sees it {size} lower than {higher}",
    ),
    "reason-gate": Phrase(it="requisito del livello {level}: {status}", en="gate of level {level}: {status}"),
    "reason-unknown": Phrase(
        it="{n} su {total} rispondono «non so»", en="{n} of {total} answer “don’t know”"
    ),
    "reason-unknown-one": Phrase(
        it="uno su {total} risponde «non so»", en="one of {total} answers “don’t know”"
    ),
    "reason-unknown-alone": Phrase(it="la risposta è «non so»", en="the answer is “don’t know”"),
    "reason-agreement": Phrase(it="poco accordo ({agreement})", en="little agreement ({agreement})"),
    "reason-parked": Phrase(it="rinviata nel workshop", en="postponed in the workshop"),
    # Steps
    "steps": Phrase(it="Per il livello {level}: {priority}", en="To reach level {level}: {priority}"),
    "steps-bare": Phrase(
        it="Che cosa serve per il livello {level}", en="What it takes to reach level {level}"
    ),
    "steps-lead": Phrase(
        it="Un passo alla volta: le azioni che seguono portano al livello {level}. Ciò che serve ai livelli"
        " successivi può aspettare.",
        en="One step at a time: the actions below lead to level {level}. What later levels need can wait.",
    ),
    "steps-keep": Phrase(
        it="In cima alla scala si tratta di restarci", en="At the top of the scale, the work is to stay there"
    ),
    "keep-lead": Phrase(
        it="Le pratiche si perdono quando cambiano le persone, gli strumenti o gli obiettivi. Queste"
        " sono le domande con il margine di miglioramento più ampio: conviene riesaminarle a ogni"
        " rilevazione.",
        en="Practices fade when people, tools or targets change. These are the questions with the most"
        " room for improvement: look at them again in every wave.",
    ),
    "keep-detail": Phrase(it="livello medio {mean} su {top}", en="mean level {mean} out of {top}"),
    "cards": Phrase(it="Le azioni, in ordine", en="The actions, in order"),
    "more": Phrase(it="Altre azioni utili per questo passo", en="Other actions for this step"),
    "action": Phrase(it="Azione", en="Action"),
    "owner": Phrase(it="Responsabile", en="Owner"),
    "effort-label": Phrase(it="Impegno", en="Effort"),
    "weeks-label": Phrase(it="Durata", en="Duration"),
    "done-when": Phrase(it="È fatta quando", en="Done when"),
    "kpi": Phrase(it="Indicatore", en="KPI"),
    "row-priority": Phrase(it="priorità del passo", en="priority of this step"),
    "priority-of": Phrase(
        it="La priorità verso il livello {level}", en="The priority on the way to level {level}"
    ),
    "reason-priority": Phrase(
        it="fa parte della priorità del passo", en="it is part of the priority of this step"
    ),
    "reason-opens": Phrase(it="permette di soddisfare il requisito {gates}", en="it opens the gate {gates}"),
    "reason-opens-several": Phrase(
        it="permette di soddisfare i requisiti {gates}", en="it opens the gates {gates}"
    ),
    "reason-gain": Phrase(
        it="da sola aggiunge {points} alla copertura del livello {level}",
        en="on its own it adds {points} to the coverage of level {level}",
    ),
    "reason-index": Phrase(it="fa salire l’indice", en="it raises the index"),
    "reason-prepares": Phrase(it="prepara un’altra azione", en="it prepares another action"),
    # Method
    "method": Phrase(
        it="Il livello {level} risulta da una regola, non da una media",
        en="Level {level} follows from a rule, not from an average",
    ),
    "method-bands": Phrase(
        it="Il livello {level} risulta dall’indice e dalle sue fasce",
        en="Level {level} follows from the index and its bands",
    ),
    "method-answers": Phrase(it="Chi ha risposto", en="Who answered"),
    "method-answers-text": Phrase(it="Rispondenti: {people}.", en="Respondents: {people}."),
    "method-completeness": Phrase(
        it="Ha avuto risposta {share:il} delle domande poste; perché la collocazione sia definitiva"
        " serve almeno {needed:il}.",
        en="Of the questions asked, {share} were answered; a full placement needs at least {needed}.",
    ),
    "method-fulfilment": Phrase(it="Dalle risposte alle medie", en="From answers to averages"),
    "method-fulfilment-text": Phrase(
        it="Una risposta vale per il livello che descrive e per tutti quelli inferiori. La media delle"
        " risposte si calcola prima all’interno di ogni funzione e poi tra le funzioni, {weights}. La"
        " copertura di un livello è la quota delle sue pratiche già in atto, calcolata come media"
        " delle dimensioni.",
        en="An answer counts for the level it describes and for all those below. Answers are averaged"
        " first within each function and then across functions, {weights}. The coverage of a level is"
        " the share of its practices that are in place, averaged over the dimensions.",
    ),
    "weights-equal": Phrase(
        it="che contano allo stesso modo, quante che siano le persone di ciascuna",
        en="which count equally, however many people each has",
    ),
    "weights-given": Phrase(
        it="con i pesi del questionario ({weights})", en="with the questionnaire’s weights ({weights})"
    ),
    "method-fulfilment-bands": Phrase(
        it="Una risposta vale per il livello che descrive e per tutti quelli inferiori. La media delle"
        " risposte si calcola prima all’interno di ogni funzione e poi tra le funzioni, {weights}.",
        en="An answer counts for the level it describes and for all those below. Answers are averaged"
        " first within each function and then across functions, {weights}.",
    ),
    "method-agreed": Phrase(
        it="Dove il workshop ha concordato una risposta, vale quella.",
        en="Where the workshop agreed on an answer, that answer counts.",
    ),
    "method-level": Phrase(it="Dalle medie al livello", en="From averages to the level"),
    "method-level-text": Phrase(
        it="Un livello è raggiunto quando lo sono tutti quelli inferiori, la sua copertura arriva alla"
        " soglia e ogni suo requisito è soddisfatto: almeno la metà delle persone di ciascuna funzione"
        " deve riscontrarlo, e chi risponde «non so» conta come chi non lo riscontra.",
        en="A level is attained when all those below are, its coverage reaches the threshold and each of"
        " its gates is passed: at least half of the people in every function must see it in place, and"
        " those who don’t know count as not seeing it.",
    ),
    "method-level-bands": Phrase(
        it="L’indice è la media di tutte le pratiche, dimensione per dimensione. Il livello è dato dalla"
        " fascia in cui cade: {cutoffs}.",
        en="The index is the mean over all practices, dimension by dimension. The level is the band it falls"
        " in: {cutoffs}.",
    ),
    "cutoff": Phrase(it="livello {level} da {cutoff}", en="level {level} from {cutoff}"),
    "line": Phrase(
        it="Livello {level}: copertura {coverage}, soglia {threshold}, {gates}: {verdict}.",
        en="Level {level}: coverage {coverage}, threshold {threshold}, {gates}: {verdict}.",
    ),
    "line-gates": Phrase(
        it="requisiti soddisfatti {passed} su {total}", en="{passed} of {total} gates passed"
    ),
    "line-no-gates": Phrase(it="nessun requisito", en="no gates"),
    "method-index": Phrase(it="L’indice è {index} su 100.", en="The index is {index} out of 100."),
    "method-sure": Phrase(it="Quanto è sicura la collocazione", en="How sure the placement is"),
    "alpha-high": Phrase(
        it="Nel complesso le risposte sono concordi (alfa di Krippendorff {alpha}).",
        en="Overall, the respondents’ answers are consistent (Krippendorff’s alpha {alpha}).",
    ),
    "alpha-middling": Phrase(
        it="Nel complesso le risposte concordano abbastanza per trarre conclusioni caute (alfa di"
        " Krippendorff {alpha}).",
        en="Overall, answers are consistent enough for cautious conclusions (Krippendorff’s alpha {alpha}).",
    ),
    "alpha-low": Phrase(
        it="Chi risponde vede cose diverse (alfa di Krippendorff {alpha}; 1 indica accordo pieno):"
        " il confronto conta più della cifra.",
        en="Respondents see different things (Krippendorff’s alpha {alpha}; 1 means full consistency):"
        " the conversation matters more than the figure.",
    ),
    "limits": Phrase(it="Limiti", en="Limits"),
    "limit-self": Phrase(
        it="È un’autovalutazione: le domande chiedono ciò che si può osservare, ma nessuno ha verificato"
        " le prove.",
        en="This is a self-assessment: the questions ask for what can be observed, but nobody has"
        " verified the evidence.",
    ),
    "limit-few": Phrase(
        it="I rispondenti sono pochi: chi manca conta quanto chi ha risposto.",
        en="Respondents are few: who is missing matters as much as who took part.",
    ),
    "limit-goal": Phrase(
        it="Non a tutte le aziende serve il livello più alto; e una differenza di vedute tra le funzioni, da"
        " sola, non è immaturità.",
        en="Not every company needs the highest level, and a difference of view between functions is not in"
        " itself immaturity.",
    ),
    "limit-time": Phrase(
        it="È una fotografia: vale per il momento in cui si è risposto. Conviene ripeterla dopo sei mesi.",
        en="It is a snapshot: it holds for the moment of answering. It is worth repeating after six months.",
    ),
    "term-level": Phrase(it="Livello medio", en="Mean level"),
    "term-level-text": Phrase(
        it="La media delle risposte, riportata sulla scala da 1 a {top}. Indica la posizione; il livello"
        " raggiunto lo decide soltanto la regola.",
        en="The mean of the answers, put on the scale from 1 to {top}. It gives a position; the level"
        " attained is decided by the rule alone.",
    ),
    "term-coverage": Phrase(it="Copertura", en="Coverage"),
    "term-coverage-text": Phrase(
        it="Quanta parte di ciò che un livello richiede è in atto, dallo 0% al 100%.",
        en="How much of what a level asks for is in place, from 0% to 100%.",
    ),
    "term-gate": Phrase(it="Requisito", en="Gate"),
    "term-gate-text": Phrase(
        it="Una domanda decisiva: senza di essa il livello non si raggiunge. Un requisito è controverso"
        " quando è soddisfatto secondo almeno una funzione e non lo è secondo almeno un’altra.",
        en="A deciding question: without it the level is not attained. A gate is contested when it is"
        " passed according to at least one function and not according to at least one other.",
    ),
    "term-gap": Phrase(it="Distanza", en="Gap"),
    "term-gap-text": Phrase(
        it="Di quanto il livello secondo {first} è più alto che secondo {second}; più basso, se c’è il"
        " segno meno.",
        en="How much higher the level is according to {first} than according to {second}; lower, where"
        " the figure is negative.",
    ),
    "term-agreement": Phrase(it="Accordo", en="Agreement"),
    "term-agreement-text": Phrase(
        it="Quanto sono vicine tra loro le risposte a una domanda (r_wg, James, Demaree e Wolf 1984).",
        en="How close together the answers to a question lie (r_wg, James, Demaree and Wolf 1984).",
    ),
    "source-questionnaire": Phrase(it="Questionario", en="Questionnaire"),
    "source-id": Phrase(it="Id e versione", en="Id and version"),
    "source-hash": Phrase(it="Impronta (SHA-256)", en="Fingerprint (SHA-256)"),
    "source-program": Phrase(it="Programma", en="Program"),
    "source-date": Phrase(it="Data delle risposte", en="Date of the answers"),
    # Answers
    "answers": Phrase(
        it="Le risposte a {n} domande, funzione per funzione",
        en="The answers to {n} questions, function by function",
    ),
    "answers-alone": Phrase(it="Le risposte a {n} domande", en="The answers to {n} questions"),
    "answers-lead": Phrase(
        it="Quante persone di ogni funzione hanno scelto ciascuna risposta.",
        en="How many people of each function chose each answer.",
    ),
    "answers-lead-brief": Phrase(
        it="Le risposte che nessuno ha scelto non sono elencate.",
        en="Answers that nobody chose are not listed.",
    ),
    "answers-lead-one": Phrase(
        it="La risposta scelta è segnata con 1.", en="The chosen answer is marked with 1."
    ),
    "unknown": Phrase(it="non so", en="don’t know"),
    "not-applicable": Phrase(it="non applicabile", en="does not apply"),
    "nobody": Phrase(it="Nessuno ha risposto a questa domanda.", en="Nobody answered this question."),
    "note-of": Phrase(it="{name}, {group}", en="{name}, {group}"),
    "note-workshop": Phrase(it="Workshop", en="Workshop"),
    "note-someone": Phrase(it="Chi ha risposto", en="A respondent"),
}
