"""Method, limits and all answers."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    # Method
    "method-both": Phrase(
        it="È il livello {level}, perché al livello {next} la copertura è {coverage:del} (serve"
        " {threshold:il}) e mancano {gates}",
        en="Level {level}, because coverage of level {next} is {coverage} ({threshold} needed) and {gates}"
        " are not passed",
    ),
    "method-both-one": Phrase(
        it="È il livello {level}, perché al livello {next} la copertura è {coverage:del} (serve"
        " {threshold:il}) e manca un requisito",
        en="Level {level}, because coverage of level {next} is {coverage} ({threshold} needed) and one gate"
        " is not passed",
    ),
    "method-coverage": Phrase(
        it="È il livello {level}, perché al livello {next} la copertura è {coverage:del} e serve"
        " {threshold:il}",
        en="Level {level}, because coverage of level {next} is {coverage} and {threshold} is needed",
    ),
    "method-gates": Phrase(
        it="È il livello {level}, perché al livello {next} mancano {gates}",
        en="Level {level}, because {gates} of level {next} are not passed",
    ),
    "method-gates-one": Phrase(
        it="È il livello {level}, perché manca il requisito {gate} del livello {next}",
        en="Level {level}, because the gate {gate} of level {next} is not passed",
    ),
    "method-silent": Phrase(
        it="È il livello {level}, perché nessuna risposta riguarda il livello {next}",
        en="Level {level}, because no answer concerns level {next}",
    ),
    "method-top": Phrase(
        it="È il livello {level}, perché ogni soglia è raggiunta e ogni requisito soddisfatto",
        en="Level {level}, because every threshold is reached and every gate passed",
    ),
    "method-band": Phrase(
        it="È il livello {level}, perché l’indice è {index} e il livello {next} comincia a {cutoff}",
        en="Level {level}, because the index is {index} and level {next} starts at {cutoff}",
    ),
    "method-band-top": Phrase(
        it="È il livello {level}, perché l’indice è {index} e il livello {level} comincia a {cutoff}",
        en="Level {level}, because the index is {index} and level {level} starts at {cutoff}",
    ),
    "method-nothing": Phrase(
        it="Senza risposte resta il livello da cui la scala comincia",
        en="Without answers there is only the level where the scale starts",
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
    "method-index": Phrase(it="L’indice è {index} su 100.", en="The index is {index} out of 100."),
    # The working
    "working": Phrase(
        it="Il calcolo di questa collocazione, passo per passo", en="This placement worked out, step by step"
    ),
    "working-dimension": Phrase(it="Dimensione", en="Dimension"),
    "working-figure": Phrase(it="Cifra", en="Figure"),
    "working-weight": Phrase(it="Peso", en="Weight"),
    "working-level": Phrase(it="Copertura del livello {level}", en="Coverage of level {level}"),
    "working-sum": Phrase(
        it="Somma, divisa per il numero di dimensioni", en="Sum, divided by the number of dimensions"
    ),
    "working-sum-weighted": Phrase(
        it="Somma delle cifre per i pesi, divisa per la somma dei pesi",
        en="Sum of figures times weights, divided by the sum of the weights",
    ),
    "working-coverage": Phrase(it="Copertura", en="Coverage"),
    "working-index": Phrase(it="Indice", en="Index"),
    "working-threshold": Phrase(it="Soglia", en="Threshold"),
    "working-cutoff": Phrase(it="Il livello {level} comincia a", en="Level {level} starts at"),
    "working-verdict": Phrase(it="Esito", en="Verdict"),
    "working-reached": Phrase(it="La copertura arriva alla soglia.", en="Coverage reaches the threshold."),
    "working-short": Phrase(
        it="La copertura non arriva alla soglia.", en="Coverage falls short of the threshold."
    ),
    "working-nothing": Phrase(
        it="Nessuna risposta riguarda questo livello.", en="No answer concerns this level."
    ),
    "working-gates": Phrase(
        it="Requisiti soddisfatti: {passed}\N{NO-BREAK SPACE}su\N{NO-BREAK SPACE}{total}.",
        en="Gates passed: {passed}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{total}.",
    ),
    "working-no-gates": Phrase(it="Non ci sono requisiti.", en="There are no gates."),
    "working-attained": Phrase(it="Il livello {level} è raggiunto.", en="Level {level} is attained."),
    "working-not-attained": Phrase(
        it="Il livello {level} non è raggiunto.", en="Level {level} is not attained."
    ),
    "working-band": Phrase(
        it="L’indice cade nella fascia del livello {level}.",
        en="The index lies in the band of level {level}.",
    ),
    "working-nothing-bands": Phrase(
        it="Senza risposte non c’è un indice: la scala comincia dal livello {level}.",
        en="Without answers there is no index; the scale starts at level {level}.",
    ),
    "working-dash": Phrase(
        it="Il trattino sta dove mancano risposte da cui calcolare la cifra: la media non ne tiene conto.",
        en="A dash stands where there are no answers to compute a figure from; the mean leaves it out.",
    ),
    "working-withheld": Phrase(
        it="Le cifre delle singole dimensioni non sono mostrate, perché se ne ricaverebbero quelle"
        " nascoste delle funzioni con poche persone; la media è calcolata su tutte.",
        en="The figures of the single dimensions are withheld, because the hidden figures of"
        " functions with few people could be worked out from them; the mean is taken over all of them.",
    ),
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
        it="Rispetto a quanto variano da una domanda all’altra, le risposte a una stessa domanda non sono"
        " abbastanza vicine (alfa di Krippendorff {alpha}; 1 indica accordo pieno): il confronto conta più"
        " della cifra.",
        en="Compared with how much they vary from question to question, answers to the same question are"
        " not close enough together (Krippendorff’s alpha {alpha}; 1 means full consistency): the"
        " conversation matters more than the figure.",
    ),
    "method-plan": Phrase(it="Dal livello al piano", en="From the level to the plan"),
    "plan-cheapest": Phrase(
        it="Il piano è la scelta di azioni che porta al livello {level} con il minore impegno complessivo, e"
        " comprende le azioni prioritarie e quelle da cui dipendono. A parità di impegno vale la scelta con"
        " meno azioni, poi l’ordine alfabetico dei loro codici.",
        en="The plan is the choice of actions that leads to level {level} with the least total effort,"
        " including the priority actions and those they depend on. At equal effort the smaller number of"
        " actions decides, then the alphabetical order of their ids.",
    ),
    "plan-closest": Phrase(
        it="Nessuna scelta di azioni porta al livello {target}. Il piano è la scelta che arriva alla"
        " copertura più alta del livello {level} con il minore impegno; comprende le azioni prioritarie e"
        " quelle da cui dipendono.",
        en="No choice of actions leads to level {target}. The plan is the one that reaches the highest"
        " coverage of level {level} with the least effort, including the priority actions and those they"
        " depend on.",
    ),
    "plan-closest-bands": Phrase(
        it="Nessuna scelta di azioni porta al livello {target}. Il piano è la scelta che arriva all’indice"
        " più alto con il minore impegno; comprende le azioni prioritarie e quelle da cui dipendono.",
        en="No choice of actions leads to level {target}. The plan is the one that reaches the highest index"
        " with the least effort, including the priority actions and those they depend on.",
    ),
    "plan-exact": Phrase(
        it="È l’ottimo esatto, calcolato con il solutore HiGHS, non un’approssimazione.",
        en="It is the exact optimum, computed with the HiGHS solver, not an approximation.",
    ),
    "plan-order": Phrase(
        it="L’ordine: ogni azione viene dopo quelle da cui dipende; tra le altre hanno la precedenza le"
        " prioritarie, poi quelle che soddisfano un requisito, poi quelle che aggiungono più copertura per"
        " giorno di lavoro.",
        en="Order: each action comes after those it depends on; among the rest, priority actions come first,"
        " then those that meet a gate, then those that add most coverage per day of work.",
    ),
    "plan-dates": Phrase(
        it="Inizio del piano: {start}. Le date contano i giorni dal lunedì al venerdì, senza tener conto di"
        " ferie e festività. Ogni responsabile segue al massimo {n} azioni alla volta.",
        en="Dates run from {start} and count Monday to Friday, with no allowance for holidays. Each owner"
        " works on at most {n} actions at a time.",
    ),
    "plan-dates-one": Phrase(
        it="Inizio del piano: {start}. Le date contano i giorni dal lunedì al venerdì, senza tener conto di"
        " ferie e festività. Ogni responsabile segue un’azione alla volta.",
        en="Dates run from {start} and count Monday to Friday, with no allowance for holidays. Each owner"
        " works on one action at a time.",
    ),
    "plan-joint": Phrase(
        it="Un’azione comune impegna sia {first} sia {second}.",
        en="A joint action occupies both {first} and {second}.",
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
    "source-questionnaire": Phrase(it="Questionario", en="Questionnaire"),
    "source-id": Phrase(it="Id e versione", en="Id and version"),
    "source-hash": Phrase(
        it="Impronta del questionario (SHA-256)", en="Fingerprint of the questionnaire (SHA-256)"
    ),
    "source-program": Phrase(it="Programma", en="Program"),
    "source-fingerprint": Phrase(
        it="Impronta dei dati del rapporto (SHA-256)", en="Fingerprint of the report’s data (SHA-256)"
    ),
    "source-method": Phrase(it="Il metodo completo", en="The whole method"),
    "source-method-text": Phrase(
        it="Con un esempio svolto e le fonti, nel documento docs/metodo.md del progetto; si legge anche con"
        " il comando «alignment-maturity method».",
        en="With a worked example and sources, in the project’s docs/method.md; the command"
        " “alignment-maturity method” prints it too.",
    ),
    "source-date": Phrase(it="Data delle risposte", en="Date of the answers"),
    # Answers
    "answers-below": Phrase(
        it="{share:il} delle {n} risposte è al livello {level} o più in basso",
        en="{share} of the {n} answers lie at level {level} or below",
    ),
    "answers-half": Phrase(
        it="La metà delle {n} risposte è al livello {level} o più in basso",
        en="Half of the {n} answers lie at level {level} or below",
    ),
    "answers-all-below": Phrase(
        it="Tutte e {n} le risposte sono al livello {level} o più in basso",
        en="All {n} answers lie at level {level} or below",
    ),
    "answers-at": Phrase(
        it="{share:il} delle {n} risposte è al livello {level}",
        en="{share} of the {n} answers are at level {level}",
    ),
    "answers-all-at": Phrase(
        it="Tutte e {n} le risposte sono al livello {level}", en="All {n} answers are at level {level}"
    ),
    "answers-one": Phrase(
        it="L’unica risposta è al livello {level}", en="The only answer is at level {level}"
    ),
    "answers-unknown": Phrase(
        it="{share:il} delle {n} risposte è «non so»", en="{share} of the {n} answers are “don’t know”"
    ),
    "answers-counted": Phrase(
        it="{total} risposte, {n} delle quali «non so»", en="{total} answers, {n} of them “don’t know”"
    ),
    "answers-counted-one": Phrase(
        it="{total} risposte, una delle quali «non so»", en="{total} answers, one of them “don’t know”"
    ),
    "answers-known": Phrase(
        it="{total} risposte, nessuna delle quali «non so»", en="{total} answers, none of them “don’t know”"
    ),
    "answers-single": Phrase(it="C’è una sola risposta", en="There is a single answer"),
    "answers-agreed": Phrase(
        it="Su {questions} domande, {n} hanno una risposta concordata",
        en="Of {questions} questions, {n} have an agreed answer",
    ),
    "answers-hidden": Phrase(
        it="Nessuna funzione ha abbastanza persone perché le sue risposte siano mostrate",
        en="No function has enough people for its answers to be shown",
    ),
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
    "nobody": Phrase(
        it="Per questa domanda non ci sono risposte da mostrare.",
        en="There are no answers to show for this question.",
    ),
    "note-of": Phrase(it="{name}, {group}", en="{name}, {group}"),
    "note-workshop": Phrase(it="Workshop", en="Workshop"),
    "note-someone": Phrase(it="Chi ha risposto", en="A respondent"),
    # Charts, for those who can’t see them
    "alt-chances": Phrase(
        it="In quanti dei {resamples} sorteggi esce ciascun livello.",
        en="How many of the {resamples} draws end at each level.",
    ),
}
