"""Many organisations side by side."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    # What is counted: organisations or, where some have several waves, assessments
    "units": Phrase(it="organizzazioni", en="organisations"),
    "units-waves": Phrase(it="valutazioni", en="assessments"),
    "unit": Phrase(it="un’organizzazione", en="one organisation"),
    "unit-waves": Phrase(it="una valutazione", en="one assessment"),
    "units-head": Phrase(it="Organizzazioni", en="Organisations"),
    "units-head-one": Phrase(it="Organizzazione", en="Organisation"),
    "units-head-waves": Phrase(it="Valutazioni", en="Assessments"),
    "part-of": Phrase(it="{n} {units} su {rows}", en="{n} of {rows} {units}"),
    "part-of-one": Phrase(it="{unit} su {rows}", en="one of {rows} {units}"),
    "part-of-all": Phrase(it="tutte e {rows} le {units}", en="all {rows} {units}"),
    "part-of-all-two": Phrase(it="entrambe le {units}", en="both {units}"),
    "part-of-all-one": Phrase(it="{unit}", en="{unit}"),
    "those": Phrase(it="delle {units}", en="the {units}"),
    "those-known": Phrase(it="delle {n} {units} con questa cifra", en="the {n} {units} with this figure"),
    "with-number": Phrase(it="{name} ({n})", en="{name} ({n})"),
    "others-masculine": Phrase(it="altri {n}", en="{n} others"),
    # The document
    "portfolio": Phrase(it="Rapporto comparativo", en="Comparative report"),
    "portfolio-title": Phrase(it="Rapporto comparativo · {titles}", en="Comparative report · {titles}"),
    "portfolio-subject": Phrase(it="{title}: {n} {units} a confronto.", en="{title}: {n} {units} compared."),
    "portfolio-subject-one": Phrase(it="{title}: {unit}.", en="{title}: {unit}."),
    "portfolio-sources": Phrase(it="Riferimenti", en="References"),
    "fact-latest": Phrase(it="Ultime risposte", en="Latest answers"),
    # The first page
    "overview-one": Phrase(
        it="{organisation} è al livello {level} di {top}: {name}",
        en="{organisation} is at level {level} of {top}: {name}",
    ),
    "overview-most": Phrase(
        it="{rows} sono al livello {level} di {top}: {name}",
        en="{rows} are at level {level} of {top}: {name}",
    ),
    "overview-below": Phrase(
        it="{rows} non superano il livello {level} di {top}",
        en="{rows} are at level {level} of {top} or below",
    ),
    "overview-range": Phrase(
        it="Le {n} {units} vanno dal livello {low} al livello {high} di {top}",
        en="The {n} {units} range from level {low} to level {high} of {top}",
    ),
    "overview-index": Phrase(
        it="L’indice mediano è {median} su 100; metà {those} sta tra {lower} e {upper} (estremi: {least} e"
        " {greatest}).",
        en="The median index is {median} out of 100; half of {those} lie between {lower} and {upper}"
        " (extremes: {least} and {greatest}).",
    ),
    "overview-index-few": Phrase(
        it="L’indice va da {least} a {greatest} su 100.",
        en="The index ranges from {least} to {greatest} out of 100.",
    ),
    "overview-index-one": Phrase(it="L’indice è {median} su 100.", en="The index is {median} out of 100."),
    "overview-index-alike": Phrase(
        it="L’indice è sempre {median} su 100.",
        en="The index is {median} out of 100 throughout.",
    ),
    "fact-median": Phrase(it="Indice mediano", en="Median index"),
    "fact-top": Phrase(it="In cima alla scala", en="At the top of the scale"),
    "fact-provisional": Phrase(it="Collocazioni provvisorie", en="Provisional placements"),
    "fact-provisional-one": Phrase(it="Collocazione provvisoria", en="Provisional placement"),
    # What holds the set back
    "holds": Phrase(it="Che cosa trattiene", en="What holds them back"),
    "holds-one": Phrase(it="Che cosa trattiene", en="What holds it back"),
    "holds-gates": Phrase(
        it="I requisiti che mancano più spesso sono {questions}: ciascuno a {rows}.",
        en="The gates most often missing are {questions}: {rows} each.",
    ),
    "holds-gates-one": Phrase(
        it="Il requisito che manca più spesso è {questions}: {rows}.",
        en="The gate most often missing is {questions}: {rows}.",
    ),
    "holds-gates-alone": Phrase(
        it="Per il livello {level} mancano questi requisiti: {questions}.",
        en="For level {level} these gates are missing: {questions}.",
    ),
    "holds-gates-alone-one": Phrase(
        it="Per il livello {level} manca un requisito: {questions}.",
        en="For level {level} one gate is missing: {questions}.",
    ),
    "holds-next": Phrase(it="Seguono {questions}.", en="Next come {questions}."),
    "holds-next-one": Phrase(it="Segue {questions}.", en="Next comes {questions}."),
    "holds-short": Phrase(
        it="Copertura sotto la soglia del livello successivo: {rows}.",
        en="Coverage below the threshold of the next level: {rows}.",
    ),
    "holds-short-alone": Phrase(
        it="La copertura è sotto la soglia del livello successivo.",
        en="Coverage is below the threshold of the next level.",
    ),
    "holds-covered": Phrase(
        it="La copertura basterebbe ovunque per il livello successivo: decidono i requisiti.",
        en="Coverage would be enough for the next level everywhere: the gates decide.",
    ),
    "holds-covered-alone": Phrase(
        it="La copertura basterebbe per il livello successivo: decidono i requisiti.",
        en="Coverage would be enough for the next level: the gates decide.",
    ),
    "holds-no-gates": Phrase(
        it="Nessun requisito blocca il livello successivo: decide la copertura.",
        en="No gate blocks the next level: coverage decides.",
    ),
    "holds-top": Phrase(
        it="Nulla: il livello più alto è raggiunto.",
        en="Nothing: the top level is attained.",
    ),
    "holds-bands": Phrase(
        it="Il livello è la fascia in cui cade l’indice: nessun requisito lo blocca.",
        en="The level is the band the index falls in: no gate holds it back.",
    ),
    # Strong and weak
    "strong": Phrase(it="Punti forti e punti deboli", en="Strong and weak points"),
    "strong-weak": Phrase(
        it="La dimensione più forte è {strongest} (indice mediano {high}), la più debole {weakest} ({low})",
        en="The strongest dimension is {strongest} (median index {high}), the weakest {weakest} ({low})",
    ),
    "strong-weak-plain": Phrase(
        it="La dimensione più forte è {strongest}, la più debole {weakest}",
        en="The strongest dimension is {strongest}, the weakest {weakest}",
    ),
    "strong-range": Phrase(
        it="Gli indici mediani delle dimensioni vanno da {low} a {high}",
        en="The median indices of the dimensions range from {low} to {high}",
    ),
    "strong-even": Phrase(
        it="Tutte le dimensioni hanno lo stesso indice mediano: {low}",
        en="All dimensions have the same median index: {low}",
    ),
    "strong-single": Phrase(it="{name}: indice mediano {low}", en="{name}: median index {low}"),
    "strong-few": Phrase(
        it="Con meno di quattro cifre non si danno mediane né quartili: quelle di ogni dimensione sono"
        " nella mappa.",
        en="With fewer than four figures no medians or quartiles are given: those of each dimension are on"
        " the map.",
    ),
    "strong-nothing": Phrase(it="Non ci sono risposte.", en="There are no answers."),
    "divided": Phrase(
        it="Le differenze maggiori sono su {dimension}: metà {those} ha un indice tra {lower} e {upper}",
        en="Differences are widest on {dimension}: half of {those} have an index between {lower} and {upper}",
    ),
    # Between the functions
    "gaps-wide": Phrase(
        it="Distanza di almeno mezzo livello su qualche domanda: {rows}.",
        en="A gap of half a level or more on some question: {rows}.",
    ),
    "gaps-most": Phrase(
        it="La più ampia è più spesso su {question}: {n} volte, in media {size}.",
        en="The widest is most often on {question}: {n} times, by {size} on average.",
    ),
    "gaps-most-one": Phrase(
        it="La più ampia è su {question}: una volta, {size}.",
        en="The widest is on {question}: once, {size}.",
    ),
    "gaps-most-several": Phrase(
        it="Le più ampie sono più spesso su {questions}: {n} volte ciascuna.",
        en="The widest are most often on {questions}: {n} times each.",
    ),
    "gaps-alone": Phrase(
        it="La distanza più ampia è su {question}: {size}.",
        en="The widest gap is on {question}: {size}.",
    ),
    "gaps-higher-always": Phrase(
        it="Il livello più alto lo dà sempre {group}.",
        en="{group} always gives the higher level.",
    ),
    "gaps-higher": Phrase(it="Il livello più alto lo dà {group}.", en="{group} gives the higher level."),
    "gaps-higher-both": Phrase(
        it="Il livello più alto lo danno ora {first} ({n}), ora {second} ({m}).",
        en="The higher level comes now from {first} ({n}), now from {second} ({m}).",
    ),
    "gaps-narrow": Phrase(
        it="Su nessuna domanda la distanza tra {first} e {second} arriva a mezzo livello.",
        en="On no question are {first} and {second} half a level or more apart.",
    ),
    "gaps-none": Phrase(
        it="Non ci sono distanze da mostrare: in nessun caso si possono confrontare due funzioni.",
        en="There are no gaps to show: nowhere can two functions be compared.",
    ),
    # Where to start
    "start": Phrase(
        it="Da dove cominciare: le {n} azioni più frequenti",
        en="Where to start: the {n} most frequent actions",
    ),
    "start-one": Phrase(
        it="Da dove cominciare: l’azione più frequente",
        en="Where to start: the most frequent action",
    ),
    "start-alone": Phrase(it="Da dove cominciare", en="Where to start"),
    "among-first": Phrase(it="tra le prime tre di {rows}", en="among the first three of {rows}"),
    "plans": Phrase(
        it="Il piano per il livello successivo richiede in mediana {median}; metà dei piani ne richiede tra"
        " {lower} e {upper}.",
        en="The plan for the next level takes {median} at the median; half of the plans take between"
        " {lower} and {upper}.",
    ),
    "plans-few": Phrase(
        it="I piani per il livello successivo richiedono da {least} a {greatest}.",
        en="The plans for the next level take from {least} to {greatest}.",
    ),
    "plans-alike": Phrase(
        it="Ogni piano per il livello successivo richiede {median}.",
        en="Every plan for the next level takes {median}.",
    ),
    "plans-one": Phrase(
        it="Il piano per il livello successivo richiede {median}.",
        en="The plan for the next level takes {median}.",
    ),
    # The map
    "label-map": Phrase(it="La mappa", en="The map"),
    "map-plain": Phrase(it="Le {units}, dimensione per dimensione", en="The {units}, dimension by dimension"),
    "map-plain-one": Phrase(it="L’indice, dimensione per dimensione", en="The index, dimension by dimension"),
    "map-lead": Phrase(
        it="L’indice di ogni dimensione, da 0 a 100. Le righe sono in ordine di livello e poi di indice;"
        " più scura è la casella, più alto è l’indice.",
        en="The index of each dimension, from 0 to 100. Rows stand in the order of level and then of index;"
        " the darker the cell, the higher the index.",
    ),
    "map-lead-bands": Phrase(
        it="Le {n} {units} non sono elencate una per una. La prima tabella le divide per indice in dieci"
        " fasce il più possibile uguali e dà di ogni fascia l’indice mediano, da 0 a 100; la seconda"
        " mostra le dieci più avanti e le dieci più indietro, per livello e poi per indice. Più scura è la"
        " casella, più alto è l’indice.",
        en="The {n} {units} are not listed one by one. The first table divides them by index into ten bands"
        " as equal as can be and gives the median index of each, from 0 to 100; the second shows the ten"
        " furthest ahead and the ten furthest behind, by level and then by index. The darker the cell, the"
        " higher the index.",
    ),
    "map-caption": Phrase(it="Indice per dimensione", en="Index by dimension"),
    "map-caption-bands": Phrase(it="Indice mediano per fascia", en="Median index by band"),
    "map-caption-ends": Phrase(
        it="Le dieci più avanti e le dieci più indietro",
        en="The ten furthest ahead and the ten furthest behind",
    ),
    "map-caption-part": Phrase(
        it="{caption}: dimensioni da {first} a {last} di {total}",
        en="{caption}: dimensions {first} to {last} of {total}",
    ),
    "level-named": Phrase(it="Livello {level}: {name}", en="Level {level}: {name}"),
    "group-ahead": Phrase(it="Più avanti", en="Furthest ahead"),
    "group-behind": Phrase(it="Più indietro", en="Furthest behind"),
    "band-head": Phrase(it="Fascia", en="Band"),
    "band": Phrase(it="{n}ª fascia", en="Band {n}"),
    "band-detail": Phrase(it="{n} {units}, indice {low}–{high}", en="{n} {units}, index {low}–{high}"),
    "provisional-tag": Phrase(it="provvisoria", en="provisional"),
    "map-note-dash": Phrase(
        it="Il trattino sta dove una cifra manca: nessuna risposta la riguarda, oppure non è mostrata per"
        " non rivelare le risposte di poche persone.",
        en="A dash stands where there is no figure: no answer concerns it, or it is withheld so as not to"
        " give away the answers of a few people.",
    ),
    "map-note-unplaced": Phrase(
        it="Senza risposte, e quindi in nessuna fascia: {n}.",
        en="Without answers, and so in no band: {n}.",
    ),
    # Quartiles
    "label-quartiles": Phrase(it="I quartili", en="Quartiles"),
    "label-values": Phrase(it="Le cifre", en="The figures"),
    "quartiles-index": Phrase(
        it="Metà {those} ha un indice tra {lower} e {upper}",
        en="Half of {those} have an index between {lower} and {upper}",
    ),
    "quartiles-values": Phrase(
        it="L’indice, nel complesso e per dimensione",
        en="The index, overall and by dimension",
    ),
    "quartiles-lead": Phrase(
        it="Ogni riquadro va dal primo al terzo quartile e contiene la metà centrale delle cifre; la barra"
        " spessa è la mediana, la linea arriva agli estremi.",
        en="Each box runs from the first to the third quartile and holds the middle half of the figures;"
        " the thick bar is the median, the line reaches the extremes.",
    ),
    "quartiles-lead-few": Phrase(
        it="Con meno di quattro cifre i quartili non avrebbero senso: ogni punto è una cifra.",
        en="With fewer than four figures quartiles would mean nothing: each dot is one figure.",
    ),
    "quartiles-lead-mixed": Phrase(
        it="Dove le cifre sono meno di quattro, c’è invece un punto per ciascuna.",
        en="Where there are fewer than four figures, each has a dot instead.",
    ),
    "quartiles-caption": Phrase(it="Le cifre del grafico", en="The figures in the chart"),
    "least-head": Phrase(it="Minimo", en="Least"),
    "lower-head": Phrase(it="1º\N{NO-BREAK SPACE}quartile", en="1st\N{NO-BREAK SPACE}quartile"),
    "median-head": Phrase(it="Mediana", en="Median"),
    "upper-head": Phrase(it="3º\N{NO-BREAK SPACE}quartile", en="3rd\N{NO-BREAK SPACE}quartile"),
    "greatest-head": Phrase(it="Massimo", en="Greatest"),
    "known-head": Phrase(it="Quante", en="How many"),
    "whole-index": Phrase(it="Indice complessivo", en="Overall index"),
    "axis-median": Phrase(it="mediana", en="median"),
    "axis-index": Phrase(it="indice, da 0 a 100", en="index, from 0 to 100"),
    "axis-coverage": Phrase(it="copertura, dallo 0% al 100%", en="coverage, from 0% to 100%"),
    "axis-coverage-threshold": Phrase(
        it="copertura, dallo 0% al 100%; il triangolo segna la soglia",
        en="coverage, from 0% to 100%; the triangle marks the threshold",
    ),
    "alt-boxes": Phrase(
        it="Una riga per l’indice complessivo e per ogni dimensione, su un asse da 0 a 100.",
        en="A row for the overall index and for each dimension, on an axis from 0 to 100.",
    ),
    "alt-boxes-coverage": Phrase(
        it="Una riga per ogni livello dal 2 in su, su un asse della copertura.",
        en="A row for each level from 2 up, on an axis of coverage.",
    ),
    "told-box": Phrase(
        it="{name}: da {least} a {greatest}, quartili {lower}, {median} e {upper}",
        en="{name}: {least} to {greatest}, quartiles {lower}, {median} and {upper}",
    ),
    "told-dots": Phrase(it="{name}: {values}", en="{name}: {values}"),
    "told-nothing": Phrase(it="{name}: nessuna cifra", en="{name}: no figure"),
    "told-threshold": Phrase(it="{told}, soglia {threshold}", en="{told}, threshold {threshold}"),
    "no-figure": Phrase(it="nessuna cifra", en="no figure"),
    # Level by level
    "label-coverage": Phrase(it="I livelli", en="Levels"),
    "coverage-waiting": Phrase(
        it="Al livello {level} la copertura c’è, ma manca altro: {rows}",
        en="Level {level} is covered, but something else is missing: {rows}",
    ),
    "coverage-attained": Phrase(
        it="Il livello {level} è raggiunto da {rows}",
        en="Level {level} is attained by {rows}",
    ),
    "coverage-alone": Phrase(it="La copertura, livello per livello", en="Coverage, level by level"),
    "coverage-none": Phrase(
        it="Il livello {level} non è ancora raggiunto",
        en="Level {level} is not yet attained",
    ),
    "coverage-lead": Phrase(
        it="Un livello è raggiunto quando la copertura arriva alla soglia, i requisiti sono soddisfatti e i"
        " livelli inferiori sono raggiunti: la sola copertura non basta.",
        en="A level is attained when coverage reaches the threshold, its gates are passed and the levels"
        " below are attained: coverage alone is not enough.",
    ),
    "coverage-lead-bands": Phrase(
        it="La copertura dice quanta parte di ciò che un livello richiede è in atto; il livello è la fascia"
        " in cui cade l’indice.",
        en="Coverage says how much of what a level asks for is in place; the level is the band the index"
        " falls in.",
    ),
    "coverage-caption": Phrase(
        it="Copertura, soglia e livelli raggiunti",
        en="Coverage, thresholds and levels attained",
    ),
    "coverage-caption-bands": Phrase(it="Copertura e livelli raggiunti", en="Coverage and levels attained"),
    "level-head": Phrase(it="Livello", en="Level"),
    "threshold-head": Phrase(it="Soglia", en="Threshold"),
    "range-head": Phrase(it="Copertura", en="Coverage"),
    "median-coverage-head": Phrase(it="Copertura mediana", en="Median coverage"),
    "quartiles-head": Phrase(it="1º e 3º quartile", en="1st and 3rd quartile"),
    "reaching-head": Phrase(it="Copertura alla soglia", en="Coverage at threshold"),
    "attaining-head": Phrase(it="Livello raggiunto", en="Level attained"),
    "pair": Phrase(
        it="{low}\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}{high}",
        en="{low}\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}{high}",
    ),
    # Gates
    "label-gates": Phrase(it="I requisiti", en="The gates"),
    "gates-message": Phrase(
        it="{questions} è il requisito che manca più spesso: {rows}",
        en="{questions} is the gate most often missing: {rows}",
    ),
    "gates-message-several": Phrase(
        it="{questions} sono i requisiti che mancano più spesso",
        en="{questions} are the gates most often missing",
    ),
    "gates-message-alone": Phrase(
        it="I requisiti che mancano per il livello {level}",
        en="The gates missing for level {level}",
    ),
    "gates-lead": Phrase(
        it="I requisiti non ancora soddisfatti del livello che segue quello raggiunto.",
        en="The gates of the level after the one attained that are not yet passed.",
    ),
    "gates-caption": Phrase(it="Requisiti che mancano", en="Gates that are missing"),
    "gate-head": Phrase(it="Requisito", en="Gate"),
    "gate-level-head": Phrase(it="del livello", en="of level"),
    "share-head": Phrase(it="Quota", en="Share"),
    "beyond-gates": Phrase(
        it="Altri {n} requisiti mancano meno spesso.",
        en="{n} more gates are missing less often.",
    ),
    "beyond-gates-one": Phrase(
        it="Un altro requisito manca meno spesso.",
        en="One more gate is missing less often.",
    ),
    # Gaps
    "label-gaps": Phrase(it="Tra le funzioni", en="Between functions"),
    "gaps-message": Phrase(
        it="La distanza più ampia tra {first} e {second} è più spesso su {question}",
        en="The widest gap between {first} and {second} is most often on {question}",
    ),
    "gaps-message-several": Phrase(
        it="Dove {first} e {second} sono più distanti",
        en="Where {first} and {second} are furthest apart",
    ),
    "gaps-message-narrow": Phrase(
        it="{first} e {second} danno lo stesso quadro",
        en="{first} and {second} give the same picture",
    ),
    "gaps-lead": Phrase(
        it="{first} e {second} si possono confrontare in {rows}: di ciascuna conta la domanda con la"
        " distanza più ampia, se è di almeno mezzo livello. Una differenza di vedute non è un difetto: è"
        " un invito a parlarne.",
        en="{first} and {second} can be compared in {rows}: of each, the question with the widest gap"
        " counts, where that is half a level or more. A difference of view is no fault: it is an"
        " invitation to talk.",
    ),
    "gaps-caption": Phrase(it="Le domande con la distanza più ampia", en="The questions with the widest gap"),
    "size-head": Phrase(it="Distanza media", en="Mean gap"),
    "higher-head": Phrase(it="Chi dà il livello più alto", en="Higher level from"),
    "beyond-gaps": Phrase(
        it="Altre {n} domande compaiono meno spesso.",
        en="{n} more questions occur less often.",
    ),
    "beyond-gaps-one": Phrase(
        it="Un’altra domanda compare meno spesso.",
        en="One more question occurs less often.",
    ),
    # Actions
    "actions-message": Phrase(
        it="L’azione più frequente tra le prime: {action}",
        en="The most frequent among the first actions: {action}",
    ),
    "actions-message-several": Phrase(it="Le azioni con cui si comincia", en="The actions to begin with"),
    "actions-lead": Phrase(
        it="Quante volte un’azione è tra le prime tre di un piano per il livello successivo, e l’impegno"
        " che il questionario prevede per essa. {plans}",
        en="How often an action is among the first three of a plan for the next level, and the effort the"
        " questionnaire gives it. {plans}",
    ),
    "actions-caption": Phrase(it="Azioni più frequenti", en="Most frequent actions"),
    "beyond-actions": Phrase(
        it="Altre {n} azioni compaiono meno spesso.",
        en="{n} more actions occur less often.",
    ),
    "beyond-actions-one": Phrase(
        it="Un’altra azione compare meno spesso.",
        en="One more action occurs less often.",
    ),
    # All of them
    "label-list": Phrase(it="L’elenco", en="The list"),
    "list-message": Phrase(it="Le {n} {units}, una per una", en="The {n} {units}, one by one"),
    "list-message-one": Phrase(it="L’organizzazione in cifre", en="The organisation in figures"),
    "list-message-ends": Phrase(
        it="Le dieci più avanti e le dieci più indietro su {n}",
        en="The ten furthest ahead and the ten furthest behind of {n}",
    ),
    "list-lead": Phrase(
        it="In ordine di livello e poi di indice. La prima azione è quella con cui comincia il piano per il"
        " livello successivo.",
        en="In the order of level and then of index. The first action is the one with which the plan for"
        " the next level begins.",
    ),
    "list-lead-no-plans": Phrase(
        it="In ordine di livello e poi di indice.",
        en="In the order of level and then of index.",
    ),
    "list-caption": Phrase(it="Collocazione e prima azione", en="Placement and first action"),
    "list-caption-no-plans": Phrase(it="Collocazione", en="Placement"),
    "index-head": Phrase(it="Indice", en="Index"),
    "completeness-head": Phrase(it="Risposte", en="Answered"),
    "gap-head": Phrase(it="Distanza più ampia", en="Widest gap"),
    "first-action-head": Phrase(it="Prima azione", en="First action"),
    "list-note": Phrase(
        it="Risposte: la quota di domande che hanno avuto risposta.",
        en="Answered: the share of questions that were answered.",
    ),
    "list-note-gap": Phrase(
        it="Distanza: in livelli, positiva dove {first} dà un livello più alto di {second}; in grassetto da"
        " un livello in su.",
        en="Gap: in levels, positive where {first} gives a higher level than {second}; in bold from one"
        " level up.",
    ),
    "n-respondents": Phrase(it="{n} rispondenti", en="{n} respondents"),
    "n-respondents-one": Phrase(it="un rispondente", en="one respondent"),
    # Method
    "about": Phrase(it="Come leggere queste pagine", en="How to read these pages"),
    "about-set": Phrase(it="Chi ha risposto", en="Who answered"),
    "about-set-text": Phrase(
        it="{head}: {n}. Rispondenti: {people}.",
        en="{head}: {n}. Respondents: {people}.",
    ),
    "about-set-waves": Phrase(
        it="Valutazioni: {n}, di {organisations} organizzazioni. Rispondenti: {people}. Un’organizzazione"
        " con più rilevazioni conta una volta per ciascuna.",
        en="Assessments: {n}, of {organisations} organisations. Respondents: {people}. An organisation with"
        " several waves counts once for each.",
    ),
    "about-left-out": Phrase(
        it="File o righe di tabella esclusi dall’intera elaborazione perché non validi: {n}.",
        en="Files or table rows left out of the whole run because they were not valid: {n}.",
    ),
    "about-level": Phrase(it="La collocazione", en="The placement"),
    "about-level-text": Phrase(
        it="Un livello è raggiunto quando lo sono tutti quelli inferiori, la sua copertura arriva alla"
        " soglia e ogni suo requisito è soddisfatto. L’indice, da 0 a 100, dice quanto di ciò che la scala"
        " descrive è in atto; non decide il livello.",
        en="A level is attained when all those below are, its coverage reaches the threshold and each of"
        " its gates is passed. The index, from 0 to 100, says how much of what the scale describes is in"
        " place; it does not decide the level.",
    ),
    "about-level-bands": Phrase(
        it="L’indice, da 0 a 100, dice quanto di ciò che la scala descrive è in atto; il livello è la"
        " fascia in cui cade.",
        en="The index, from 0 to 100, says how much of what the scale describes is in place; the level is"
        " the band it falls in.",
    ),
    "about-provisional": Phrase(
        it="Una collocazione è provvisoria, e segnata come tale, quando ha avuto risposta meno {needed:del}"
        " delle domande poste. Provvisorie: {n} su {rows}.",
        en="A placement is provisional, and marked so, where fewer than {needed} of the questions asked"
        " were answered. Provisional: {n} of {rows}.",
    ),
    "about-quartiles": Phrase(it="I quartili", en="Quartiles"),
    "about-quartiles-text": Phrase(
        it="Con le cifre in ordine, un quarto sta sotto il primo quartile, metà sotto la mediana, tre"
        " quarti sotto il terzo quartile; tra due cifre vicine il valore si interpola. Si danno da quattro"
        " cifre in su.",
        en="With the figures in order, a quarter lies below the first quartile, half below the median,"
        " three quarters below the third quartile; between two neighbouring figures the value is"
        " interpolated. They are given for four figures or more.",
    ),
    "about-counts": Phrase(it="I conteggi", en="Counts"),
    "about-counts-gates": Phrase(
        it="Requisiti: quelli che mancano per il livello successivo, tutti; in cima alla scala non ce ne"
        " sono.",
        en="Gates: all those missing for the next level; at the top of the scale there are none.",
    ),
    "about-counts-gaps": Phrase(
        it="Distanze: soltanto la più ampia di ogni valutazione, da mezzo livello in su.",
        en="Gaps: only the widest of each assessment, from half a level up.",
    ),
    "about-no-gaps": Phrase(
        it="Distanze: nessuna, perché in nessun caso si possono confrontare due funzioni.",
        en="Gaps: none, because nowhere can two functions be compared.",
    ),
    "about-counts-actions": Phrase(
        it="Azioni: le prime tre di ogni piano per il livello successivo.",
        en="Actions: the first three of each plan for the next level.",
    ),
    "about-no-plans": Phrase(
        it="Azioni: nessuna, perché i piani non sono stati calcolati.",
        en="Actions: none, because plans were not made.",
    ),
    "about-privacy": Phrase(it="La riservatezza", en="Privacy"),
    "about-privacy-text": Phrase(
        it="Le cifre da cui si ricaverebbero le risposte di poche persone non sono mostrate e non entrano"
        " in mediane, quartili e conteggi: al loro posto c’è un trattino.",
        en="Figures that would give away the answers of a few people are not shown, and count in no median,"
        " quartile or frequency: a dash stands in their place.",
    ),
    "about-limits": Phrase(it="I limiti", en="Limits"),
    "about-limits-text": Phrase(
        it="Sono autovalutazioni: dicono che cosa riconosce chi ha risposto. Le cifre descrivono questo"
        " insieme e nessun altro: per un settore intero servirebbe un campione.",
        en="These are self-assessments: they say what those who answered recognise. The figures describe"
        " this set and no other: for a whole industry it would take a sample.",
    ),
    # The chart of the levels
    "alt-levels": Phrase(
        it="Una colonna per ogni livello, alta quanto la sua quota.",
        en="A column for each level, as high as its share.",
    ),
    "told-level": Phrase(it="{level} {name}: {n} ({share})", en="{level} {name}: {n} ({share})"),
}
