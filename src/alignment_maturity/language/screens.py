"""What the full screen says; keys are the same in both languages."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    # Names of keys
    "enter": Phrase(it="Invio", en="Enter"),
    # What keys do: a word or two each, for the line at the bottom
    "does-choose": Phrase(it="scegliere", en="choose"),
    "does-unknown": Phrase(it="non so", en="don’t know"),
    "does-na": Phrase(it="n/a", en="n/a"),
    "does-back": Phrase(it="indietro", en="back"),
    "does-skip": Phrase(it="avanti", en="skip"),
    "does-note": Phrase(it="nota", en="note"),
    "does-evidence": Phrase(it="prova", en="evidence"),
    "does-clear": Phrase(it="togliere", en="clear"),
    "does-undo": Phrase(it="annullare", en="undo"),
    "does-jump": Phrase(it="dimensioni", en="dimensions"),
    "does-review": Phrase(it="riepilogo", en="review"),
    "does-help": Phrase(it="aiuto", en="help"),
    "does-close": Phrase(it="chiudere", en="close"),
    "does-leave": Phrase(it="uscire", en="leave"),
    "does-keep": Phrase(it="conservare e tornare", en="keep and go back"),
    "does-go": Phrase(it="andare", en="go there"),
    "does-missing": Phrase(it="prima aperta", en="first missing"),
    "does-finish": Phrase(it="risultato", en="result"),
    "does-report": Phrase(it="scrivere il rapporto", en="write the report"),
    "does-retry": Phrase(it="riprovare", en="try again"),
    "does-next-field": Phrase(it="campo seguente", en="next field"),
    "does-go-on": Phrase(it="continuare", en="go on"),
    "does-language": Phrase(it="English", en="italiano"),
    "does-theme": Phrase(it="chiaro o scuro", en="light or dark"),
    # Status
    "saved-at": Phrase(it="✓ salvato {time}", en="✓ saved {time}"),
    "not-yet-saved": Phrase(it="✗ non salvato", en="✗ not saved"),
    # The help
    "help": Phrase(it="Aiuto", en="Help"),
    "keys": Phrase(it="Tasti", en="Keys"),
    "help-language": Phrase(
        it="passare all’inglese (F2 anche mentre si scrive)", en="switch to Italian (F2 also while typing)"
    ),
    "help-theme": Phrase(
        it="colori chiari o scuri (F3 anche mentre si scrive)",
        en="light or dark colours (F3 also while typing)",
    ),
    "help-undo": Phrase(it="annullare l’ultima modifica", en="undo the last change"),
    "help-leave": Phrase(it="uscire: tutto è già salvato", en="leave: everything is saved already"),
    "help-leave-now": Phrase(it="uscire subito, da qualunque punto", en="leave at once, from anywhere"),
    "help-help": Phrase(it="questo aiuto", en="this help"),
    # Something could not be saved
    "unsaved": Phrase(it="L’ultima modifica non è salvata", en="The last change is not saved"),
    "unsaved-what-now": Phrase(
        it="Liberate il file o lo spazio su disco, poi riprovate. Uscendo, il contenuto del file compare"
        " sullo schermo, così nulla va perso.",
        en="Free the file or some disk space, then try again. If you leave, the content of the file is"
        " printed on the screen, so that nothing is lost.",
    ),
    # One question
    "level": Phrase(it="Livello {level}", en="Level {level}"),
    "question-of": Phrase(it="Domanda {number} di {total}", en="Question {number} of {total}"),
    "time-left": Phrase(it="ancora {minutes} min circa", en="about {minutes} min left"),
    "whole": Phrase(it="In tutto", en="Overall"),
    "open": Phrase(it="aperta", en="open"),
    "n/a": Phrase(it="non si applica a questa organizzazione", en="does not apply to this organisation"),
    "unknown": Phrase(it="non so", en="don’t know"),
    "note": Phrase(it="Nota", en="Note"),
    "evidence": Phrase(it="Prova", en="Evidence"),
    "what-to-look-at": Phrase(it="Dove guardare", en="What to look at"),
    "help-choose": Phrase(it="scegliere l’opzione con quel numero", en="choose the option with that number"),
    "help-choose-at-cursor": Phrase(
        it="spostarsi tra le opzioni e scegliere", en="move between the options and choose"
    ),
    "help-unknown": Phrase(
        it="non so: anche questo è un risultato", en="I don’t know: that is a finding too"
    ),
    "help-na": Phrase(
        it="la domanda non riguarda questa organizzazione",
        en="the question does not apply to this organisation",
    ),
    "help-back": Phrase(it="tornare alla domanda precedente", en="back to the previous question"),
    "help-skip": Phrase(
        it="alla domanda successiva, lasciando questa com’è",
        en="to the next question, leaving this one as it is",
    ),
    "help-note": Phrase(it="scrivere una nota", en="write a note"),
    "help-evidence": Phrase(
        it="scrivere una prova: documento, schermata, numero",
        en="write evidence: a document, a screen, a figure",
    ),
    "help-clear": Phrase(
        it="togliere risposta, nota e prova da questa domanda",
        en="remove answer, note and evidence from this question",
    ),
    "help-jump": Phrase(it="andare a una dimensione", en="go to a dimension"),
    "help-review": Phrase(
        it="rivedere tutte le risposte e ciò che manca", en="see all the answers and what is missing"
    ),
    "text-too-long": Phrase(
        it="Testo troppo lungo; caratteri in eccesso: {count}",
        en="Text too long; characters over the limit: {count}",
    ),
    # After something was done
    "welcome-back": Phrase(
        it="Bentornati. Risposte già salvate: {answered} su {total}.",
        en="Welcome back. Answers saved so far: {answered} of {total}.",
    ),
    "kept-note": Phrase(it="Nota conservata", en="Note kept"),
    "kept-evidence": Phrase(it="Prova conservata", en="Evidence kept"),
    "cleared": Phrase(it="Risposta tolta; u la ripristina", en="Answer removed; u brings it back"),
    "undone": Phrase(it="Modifica annullata", en="Change undone"),
    "skipped": Phrase(it="Lasciata aperta", en="Left open"),
    "typed-number": Phrase(it="{number}: Invio per confermare", en="{number}: Enter to confirm"),
    "choose-first": Phrase(
        it="Scegliete un’opzione con il numero o con le frecce",
        en="Choose an option with its number or the arrow keys",
    ),
    "notice-na-not-allowed": Phrase(
        it="Questa domanda riguarda ogni organizzazione. Chi non lo sa risponde con 0",
        en="This question holds for every organisation. If you don’t know, answer 0",
    ),
    "notice-no-such-option": Phrase(
        it="I numeri vanno da 1 a {count}", en="The numbers go from 1 to {count}"
    ),
    "notice-nothing-to-undo": Phrase(it="Non c’è nulla da annullare", en="There is nothing to undo"),
    "notice-nothing-to-clear": Phrase(
        it="Qui non c’è ancora nulla da togliere", en="There is nothing to remove here yet"
    ),
    "notice-already-first": Phrase(it="Questa è la prima domanda", en="This is the first question"),
    "notice-remark-too-long": Phrase(
        it="Il testo supera i {limit} caratteri e non è stato conservato: accorciatelo",
        en="The text is longer than {limit} characters and was not kept: shorten it",
    ),
    # The dimensions and the review
    "dimensions": Phrase(it="Dimensioni", en="Dimensions"),
    "review": Phrase(it="Riepilogo", en="Review"),
    "missing": Phrase(it="Mancano {count} risposte.", en="{count} answers are missing."),
    "missing-one": Phrase(it="Manca 1 risposta.", en="1 answer is missing."),
    "complete": Phrase(
        it="Tutte le domande hanno una risposta: f mostra il risultato.",
        en="Every question has an answer: f shows the result.",
    ),
    "help-go-at-cursor": Phrase(it="scegliere una domanda e andarci", en="choose a question and go there"),
    "help-go-to-number": Phrase(
        it="scegliere la domanda con quel numero", en="choose the question with that number"
    ),
    "help-missing": Phrase(
        it="alla prima domanda senza risposta", en="to the first question without an answer"
    ),
    "help-finish": Phrase(
        it="il risultato, anche se manca qualcosa", en="the result, even where something is missing"
    ),
    "help-back-to-question": Phrase(it="tornare alla domanda", en="back to the question"),
    # The start
    "welcome": Phrase(it="Valutazione", en="Assessment"),
    "length": Phrase(it="{count} domande", en="{count} questions"),
    "length-one": Phrase(it="1 domanda", en="1 question"),
    "expected-time": Phrase(it="circa {count} minuti", en="about {count} minutes"),
    "expected-time-one": Phrase(it="circa 1 minuto", en="about 1 minute"),
    "kept-in": Phrase(
        it="Ogni risposta è salvata subito in {path}.", en="Every answer is saved at once in {path}."
    ),
    "field-organisation": Phrase(it="Organizzazione", en="Organisation"),
    "field-wave": Phrase(
        it="Rilevazione, per esempio 2026-H2 (facoltativa)", en="Wave, for example 2026-H2 (optional)"
    ),
    "field-group": Phrase(it="Funzione di chi risponde", en="Function of the respondent"),
    "field-name": Phrase(
        it="Nome di chi risponde (vuoto: anonimo)", en="Name of the respondent (empty: anonymous)"
    ),
    "no-group": Phrase(it="nessuna, o un’altra", en="none, or another"),
    "organisation-needed": Phrase(
        it="Il nome dell’organizzazione è necessario: serve a riunire le risposte",
        en="The organisation’s name is needed: it is how answers are brought together",
    ),
    "help-next-field": Phrase(
        it="al campo seguente; dall’ultimo, alle domande",
        en="to the next field; from the last, to the questions",
    ),
    "help-fields": Phrase(it="da un campo all’altro", en="from field to field"),
    "help-leave-start": Phrase(
        it="uscire; nessun file è stato scritto", en="leave; no file has been written"
    ),
    "left-out": Phrase(it="Un questionario più recente", en="A newer questionnaire"),
    "left-out-why": Phrase(
        it="Le risposte erano per un’altra versione del questionario. Ciò che vale ancora è stato ripreso, il"
        " resto no. Alla prima modifica il file precedente viene conservato; il suo nome finisce in .orig.",
        en="The answers were given to another version of the questionnaire. What still fits has been taken"
        " over, the rest has not. Before anything changes, the old file is kept, its name ending in .orig.",
    ),
    # The end
    "ending": Phrase(it="Risultato", en="Result"),
    "scoring": Phrase(it="Si calcola il risultato…", en="Working out the result…"),
    "not-scored": Phrase(it="Il risultato non si può calcolare", en="The result cannot be worked out"),
    "you-are-here": Phrase(it="siete qui", en="you are here"),
    "index": Phrase(it="indice {index}", en="index {index}"),
    "why-not": Phrase(it="Perché non più in alto", en="Why not higher"),
    "priority": Phrase(it="La priorità", en="The priority"),
    "moves": Phrase(it="Le prossime {count} mosse", en="The next {count} moves"),
    "moves-one": Phrase(it="La prossima mossa", en="The next move"),
    "more-moves": Phrase(
        it="… e altre {count} azioni, nel rapporto", en="… and {count} more actions, in the report"
    ),
    "more-moves-one": Phrase(
        it="… e un’altra azione, nel rapporto", en="… and one more action, in the report"
    ),
    "writing-report": Phrase(it="Si scrive il rapporto…", en="Writing the report…"),
    "report-written": Phrase(it="Il rapporto è in {path}", en="The report is in {path}"),
    "report-not-written": Phrase(it="Il rapporto non è stato scritto", en="The report was not written"),
    "report-first": Phrase(
        it="Si esce appena il rapporto è scritto; premendo ancora q si esce subito, senza.",
        en="Leaving as soon as the report is written; q again leaves at once, without it.",
    ),
    "report-again": Phrase(
        it="Le risposte sono salvate. Con w si può riprovare.", en="The answers are saved. w tries again."
    ),
    "help-back-to-review": Phrase(it="tornare alle risposte", en="back to the answers"),
    "help-scroll": Phrase(it="scorrere", en="scroll"),
    "does-print": Phrase(it="uscire e mostrare le risposte", en="leave and print the answers"),
}
"""Everything the full screen says that the interview does not say line by line as well."""
