"""Where the organisation stands among others."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "label-benchmark": Phrase(it="Il confronto", en="Benchmark"),
    "benchmark-index-top": Phrase(
        it="L’indice, {index}, supera quello di tre quarti di altre {n} organizzazioni",
        en="The index, {index}, is above that of three quarters of {n} other organisations",
    ),
    "benchmark-index-upper": Phrase(
        it="L’indice, {index}, è sopra la mediana di altre {n} organizzazioni",
        en="The index, {index}, is above the median of {n} other organisations",
    ),
    "benchmark-index-middle": Phrase(
        it="L’indice, {index}, coincide con la mediana di altre {n} organizzazioni",
        en="The index, {index}, is at the median of {n} other organisations",
    ),
    "benchmark-index-lower": Phrase(
        it="L’indice, {index}, è sotto la mediana di altre {n} organizzazioni",
        en="The index, {index}, is below the median of {n} other organisations",
    ),
    "benchmark-index-bottom": Phrase(
        it="L’indice, {index}, è inferiore a quello di tre quarti di altre {n} organizzazioni",
        en="The index, {index}, is below that of three quarters of {n} other organisations",
    ),
    "benchmark-index-none": Phrase(
        it="Come si collocano altre {n} organizzazioni", en="Where {n} other organisations stand"
    ),
    "benchmark-lead": Phrase(
        it="A confronto con {n} organizzazioni che hanno risposto allo stesso questionario. Una metà"
        " dell’insieme sta nella fascia; un quarto è più in basso, un quarto più in alto.",
        en="Set against {n} organisations that answered the same questionnaire. One half of the set lies"
        " within the band, one quarter below it and one quarter above.",
    ),
    "benchmark-provisional-itself": Phrase(
        it="La collocazione di questa organizzazione è provvisoria, perché mancano troppe risposte;"
        " nell’insieme le collocazioni provvisorie non ci sono. Il confronto è quindi da prendere con"
        " cautela.",
        en="This organisation’s placement is provisional, because too many answers are missing; the set"
        " holds no provisional placements. So take the comparison with care.",
    ),
    # Figures and sentences
    "benchmark-fact-median": Phrase(it="Mediana dell’insieme", en="Median of the set"),
    "benchmark-fact-half": Phrase(it="Metà centrale dell’insieme", en="Middle half of the set"),
    "benchmark-fact-set": Phrase(it="Altre organizzazioni", en="Other organisations"),
    "benchmark-range": Phrase(it="{before}–{after}", en="{before}–{after}"),
    "benchmark-top-in": Phrase(
        it="Sopra tre quarti dell’insieme in {names}.", en="Above three quarters of the set in {names}."
    ),
    "benchmark-bottom-in": Phrase(
        it="Sotto tre quarti dell’insieme in {names}.", en="Below three quarters of the set in {names}."
    ),
    "benchmark-within": Phrase(
        it="In ogni dimensione che si può confrontare, dentro la metà centrale dell’insieme.",
        en="Within the middle half of the set in every dimension that can be compared.",
    ),
    "benchmark-level": Phrase(
        it="Livello {level}: nell’insieme, {same} allo stesso livello, {below} più in basso, {above} più in"
        " alto.",
        en="Level {level}: {same} of the set stand at the same level, {below} lower, {above} higher.",
    ),
    "benchmark-level-band": Phrase(
        it="Livello {level}: nell’insieme, {same} ai livelli da {first} a {last}, {below} più in basso,"
        " {above} più in alto.",
        en="Level {level}: {same} of the set stand at levels {first} to {last}, {below} lower, {above}"
        " higher.",
    ),
    # The chart
    "benchmark-mark-half": Phrase(it="metà centrale dell’insieme", en="middle half of the set"),
    "benchmark-mark-median": Phrase(it="mediana dell’insieme", en="median of the set"),
    "benchmark-mark-own": Phrase(it="questa organizzazione", en="this organisation"),
    "alt-quartiles": Phrase(
        it="Per l’indice e per ogni dimensione, da 0 a 100: una fascia dal primo al terzo quartile"
        " dell’insieme, una linea sulla mediana, un rombo su questa organizzazione.",
        en="For the index and each dimension, from 0 to 100: a band from the lower to the upper quartile of"
        " the set, a line at the median, a diamond at this organisation.",
    ),
    "told-quartiles": Phrase(
        it="{name}: qui {own}, nell’insieme {lower}, {median}, {upper}",
        en="{name}: {own} here, {lower}, {median}, {upper} in the set",
    ),
    "told-few": Phrase(
        it="{name}: qui {own}, nell’insieme troppo poche", en="{name}: {own} here, too few in the set"
    ),
    # The table
    "benchmark-caption": Phrase(it="I quartili dell’insieme", en="The quartiles of the set"),
    "benchmark-figure": Phrase(it="Cifra", en="Figure"),
    "benchmark-own": Phrase(it="Questa organizzazione", en="This organisation"),
    "benchmark-lower": Phrase(it="Primo quartile", en="Lower quartile"),
    "benchmark-median": Phrase(it="Mediana", en="Median"),
    "benchmark-upper": Phrase(it="Terzo quartile", en="Upper quartile"),
    "benchmark-place": Phrase(it="Posizione", en="Position"),
    "benchmark-indices": Phrase(it="Indice, da 0 a 100", en="Index, from 0 to 100"),
    "benchmark-index": Phrase(it="Indice complessivo", en="Overall index"),
    "benchmark-coverages": Phrase(it="Copertura dei livelli", en="Coverage of the levels"),
    "benchmark-place-top": Phrase(it="sopra tre quarti", en="above three quarters"),
    "benchmark-place-upper": Phrase(it="sopra la mediana", en="above the median"),
    "benchmark-place-middle": Phrase(it="sulla mediana", en="at the median"),
    "benchmark-place-lower": Phrase(it="sotto la mediana", en="below the median"),
    "benchmark-place-bottom": Phrase(it="sotto tre quarti", en="below three quarters"),
    "benchmark-place-few": Phrase(it="troppo poche", en="too few"),
    # Levels
    "benchmark-levels": Phrase(it="A quale livello sono le altre", en="At which level the others stand"),
    "alt-shares": Phrase(
        it="Una colonna per livello, o per livelli vicini, alta quanto la quota di organizzazioni che vi si"
        " trovano. Questa organizzazione è al livello {level}.",
        en="A column for each level, or for neighbouring levels, as high as the share of organisations that"
        " stand there. This organisation stands at level {level}.",
    ),
    # How the set came about
    "benchmark-notes": Phrase(it="Come si legge il confronto", en="How to read the comparison"),
    "benchmark-note-set": Phrase(
        it="Ogni organizzazione conta una volta, con l’ultima rilevazione in cui le risposte bastavano per"
        " una collocazione non provvisoria.",
        en="Each organisation counts once, with the latest wave in which there were answers enough for a"
        " placement that is not provisional.",
    ),
    "benchmark-note-itself": Phrase(
        it="Questa organizzazione era nell’insieme e ne è stata tolta.",
        en="This organisation was in the set and has been taken out of it.",
    ),
    "benchmark-note-not-itself": Phrase(
        it="Nell’insieme non c’era nessuna organizzazione con il nome di questa.",
        en="No organisation of this one’s name was in the set.",
    ),
    "benchmark-note-provisional": Phrase(
        it="Altre {n} organizzazioni restano fuori perché le loro collocazioni sono tutte provvisorie: un"
        " requisito senza risposta tiene in basso il livello, e l’insieme sembrerebbe più indietro di"
        " quanto è.",
        en="{n} others are left out because all their placements are provisional: a gate nobody answered"
        " keeps the level down, and the set would seem further behind than it is.",
    ),
    "benchmark-note-provisional-one": Phrase(
        it="Un’altra organizzazione resta fuori perché la sua collocazione è provvisoria: un requisito"
        " senza risposta tiene in basso il livello, e l’insieme sembrerebbe più indietro di quanto è.",
        en="One other is left out because its placement is provisional: a gate nobody answered keeps the"
        " level down, and the set would seem further behind than it is.",
    ),
    "benchmark-note-scale": Phrase(
        it="Altre {n} restano fuori perché una versione diversa del questionario le ha collocate su"
        " un’altra scala.",
        en="{n} others are left out because another version of the questionnaire placed them on another"
        " scale.",
    ),
    "benchmark-note-scale-one": Phrase(
        it="Un’altra resta fuori perché una versione diversa del questionario l’ha collocata su un’altra"
        " scala.",
        en="One other is left out because another version of the questionnaire placed it on another scale.",
    ),
    "benchmark-note-version": Phrase(
        it="Di quelle contate, {n} hanno risposto a un’altra versione del questionario: dove le domande"
        " sono cambiate, la differenza non dipende solo dalle risposte.",
        en="Of those counted, {n} answered another version of the questionnaire: where its questions have"
        " changed, the difference is not due to the answers alone.",
    ),
    "benchmark-note-version-one": Phrase(
        it="Di quelle contate, una ha risposto a un’altra versione del questionario: dove le domande sono"
        " cambiate, la differenza non dipende solo dalle risposte.",
        en="Of those counted, one answered another version of the questionnaire: where its questions have"
        " changed, the difference is not due to the answers alone.",
    ),
    "benchmark-note-quartiles": Phrase(
        it="I quartili sono quelli inclusivi, con interpolazione lineare (nei fogli di calcolo"
        " INC.QUARTILE), arrotondati all’intero. Perché nessuna organizzazione sia riconoscibile non si"
        " mostrano nomi, minimi e massimi, né cifre che abbiano meno di {fewest} organizzazioni.",
        en="Quartiles are the inclusive ones, with linear interpolation (QUARTILE.INC in spreadsheets),"
        " rounded to whole numbers. So that no organisation can be recognised, there are no names, no"
        " lowest or highest figures, and none that fewer than {fewest} organisations have.",
    ),
    "benchmark-note-bands": Phrase(
        it="I livelli in cui starebbero una o due organizzazioni sole sono uniti ai vicini.",
        en="Levels at which one or two organisations would stand alone are put together with their"
        " neighbours.",
    ),
    "benchmark-note-no-levels": Phrase(
        it="Come l’insieme si divide fra i livelli non è mostrato, perché a qualche livello c’è una sola"
        " organizzazione, o due.",
        en="How the set is spread over the levels is not shown, because one or two organisations stand"
        " alone at some of them.",
    ),
    "benchmark-note-meaning": Phrase(
        it="L’insieme è fatto di chi è stato valutato, non di un campione del mercato: dice dove stanno"
        " queste organizzazioni, non dove si dovrebbe stare.",
        en="The set is made of those who were assessed, not of a sample of the market: it says where these"
        " organisations stand, not where one should.",
    ),
}
