"""What to work with: worksheets, the next meeting, the next wave."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "label-worksheets": Phrase(it="Strumenti di lavoro", en="Working tools"),
    "tools-some": Phrase(
        it="{n} delle {total} azioni partono da un modello di lavoro già pronto",
        en="{n} of the {total} actions start from a worksheet that is ready",
    ),
    "tools-some-one": Phrase(
        it="Una delle {total} azioni parte da un modello di lavoro già pronto",
        en="One of the {total} actions starts from a worksheet that is ready",
    ),
    "tools-all": Phrase(
        it="Tutte e {n} le azioni partono da un modello di lavoro già pronto",
        en="All {n} actions start from a worksheet that is ready",
    ),
    "tools-all-two": Phrase(
        it="Entrambe le azioni partono da un modello di lavoro già pronto",
        en="Both actions start from a worksheet that is ready",
    ),
    "tools-all-one": Phrase(
        it="L’azione del piano parte da un modello di lavoro già pronto",
        en="The action of the plan starts from a worksheet that is ready",
    ),
    "tools-none": Phrase(
        it="Fra sei mesi si misura di nuovo: solo così si vede se il piano funziona",
        en="Measure again in six months: nothing else shows whether the plan works",
    ),
    "tools-keep": Phrase(
        it="Fra sei mesi si misura di nuovo: solo così si vede se il livello regge",
        en="Measure again in six months: nothing else shows whether the level holds",
    ),
    "tools-bare": Phrase(
        it="Fra sei mesi si misura di nuovo: solo così si vede che cosa è cambiato",
        en="Measure again in six months: nothing else shows what has changed",
    ),
    # The worksheets
    "documents": Phrase(it="Modelli di lavoro per questo piano", en="Worksheets for this plan"),
    "documents-lead": Phrase(
        it="Documenti da completare insieme, già compilati fin dove le risposte lo permettono. Il comando li"
        " prepara in Word; se il nome del file finisce in .pdf o .md, in PDF o in Markdown.",
        en="Documents to complete together, filled in as far as the answers allow. The command makes them in"
        " Word; with a file name that ends in .pdf or .md, in PDF or Markdown.",
    ),
    "document": Phrase(it="Documento", en="Document"),
    "document-actions": Phrase(it="Per le azioni", en="For actions"),
    "document-command": Phrase(it="Come si prepara", en="How to make it"),
    "answers-file": Phrase(it="risposte.yaml", en="answers.yaml"),
    # The next meeting
    "next-meeting": Phrase(it="Il prossimo incontro", en="The next meeting"),
    "meeting-how": Phrase(
        it="Da 30 a 60 minuti, con persone di ogni funzione e i dati sul tavolo. Ogni decisione ha un"
        " responsabile e una data.",
        en="30 to 60 minutes, with people from every function and the data on the table. Every decision"
        " gets an owner and a date.",
    ),
    "meeting-first": Phrase(
        it="Si comincia da {question} ({reason}).", en="Start with {question} ({reason})."
    ),
    "meeting-then": Phrase(
        it="Si affida l’azione {rank}, {title}, a chi la porterà a termine; fine prevista: {end}.",
        en="Hand action {rank}, {title}, to somebody who will see it done; it is due on {end}.",
    ),
    # The next wave
    "next-wave": Phrase(it="Quando misurare di nuovo", en="When to measure again"),
    "wave-date": Phrase(it="Dopo sei mesi, verso {month}.", en="After six months, around {month}."),
    "wave-later": Phrase(it="Dopo sei mesi.", en="After six months."),
    "wave-plan": Phrase(
        it="Per allora il piano prevede {n} azioni concluse su {total}.",
        en="By then {n} of the {total} actions of the plan are due.",
    ),
    "wave-plan-one": Phrase(
        it="Per allora il piano prevede un’azione conclusa su {total}.",
        en="By then one of the {total} actions of the plan is due.",
    ),
    "wave-plan-none": Phrase(
        it="Per allora il piano non prevede ancora azioni concluse.",
        en="By then no action of the plan is due.",
    ),
    "wave-plan-all": Phrase(
        it="Per allora il piano dovrebbe essere concluso.", en="By then the whole plan is due."
    ),
    "wave-same": Phrase(
        it="Stesso questionario, stesse funzioni e, per quanto possibile, stesse persone: così la differenza"
        " dice che cosa è cambiato.",
        en="Same questionnaire, same functions and, as far as possible, same people: then the difference says"
        " what has changed.",
    ),
}
