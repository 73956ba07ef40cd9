"""What the interview says and the words it understands, line by line."""

from alignment_maturity.language import Phrase

COMMANDS: dict[str, tuple[str, ...]] = {
    "help": ("?", "h", "help", "aiuto"),
    "back": ("b", "<", "back", "indietro"),
    "next": ("s", ">", "skip", "next", "salta", "avanti"),
    "n/a": (
        "na", "n/a", "n.a.", "not applicable", "does not apply", "non applicabile", "non si applica",
    ),
    "unknown": (
        "d", "unknown", "don't know", "dont know", "i don't know", "dk", "non so", "non lo so", "ns",
    ),
    "note": ("n", "note", "nota"),
    "evidence": ("ev", "evidence", "prova"),
    "jump": ("j", "jump", "go", "vai"),
    "review": ("r", "review", "riepilogo", "rivedi"),
    "undo": ("u", "undo", "annulla"),
    "clear": ("c", "clear", "cancella"),
    "language": ("l", "lingua", "language"),
    "finish": ("f", "finish", "result", "risultato"),
    "quit": ("q", "quit", "exit", "done", "esci", "fine"),
}  # fmt: skip
"""What can be typed for each command: the letter first, then words of both languages, all in lower case."""

AT_THE_END: dict[str, tuple[str, ...]] = {
    "enter": ("",),
    "report": ("w", "report", "rapporto"),
    "back": COMMANDS["back"],
    "language": COMMANDS["language"],
    "quit": COMMANDS["quit"],
}
"""What can be typed once the result is shown."""

HELP: dict[str, Phrase] = {
    "number": Phrase(it="scegliere l’opzione con quel numero", en="choose the option with that number"),
    "enter": Phrase(
        it="tenere la risposta com’è e passare alla domanda successiva",
        en="keep the answer as it is and go to the next question",
    ),
    "back": Phrase(it="tornare alla domanda precedente", en="go back to the previous question"),
    "next": Phrase(it="saltare la domanda, per ora", en="skip the question for now"),
    "n/a": Phrase(
        it="la domanda non riguarda questa organizzazione",
        en="the question does not apply to this organisation",
    ),
    "unknown": Phrase(it="non so: anche questo è un risultato", en="I don’t know: that is a finding too"),
    "note": Phrase(it="aggiungere una nota alla risposta", en="add a note to the answer"),
    "evidence": Phrase(
        it="aggiungere una prova: documento, schermata, numero",
        en="add evidence: a document, a screen, a figure",
    ),
    "jump": Phrase(
        it="andare alla domanda N; senza numero, rileggere questa",
        en="go to question N; without a number, show this one again",
    ),
    "review": Phrase(
        it="rivedere tutte le risposte e ciò che manca", en="see all the answers and what is missing"
    ),
    "undo": Phrase(it="annullare l’ultima modifica", en="undo the last change"),
    "clear": Phrase(
        it="togliere risposta, nota e prova da questa domanda",
        en="remove answer, note and evidence from this question",
    ),
    "language": Phrase(it="passare all’inglese", en="change to Italian"),
    "finish": Phrase(
        it="vedere il risultato delle risposte date finora", en="see what the answers so far come to"
    ),
    "quit": Phrase(it="uscire: tutto è già salvato", en="leave: everything is already saved"),
}
"""What each line of the list of commands says."""

SYNTAX: dict[str, Phrase] = {
    "number": Phrase(it="1, 2, …", en="1, 2, …"),
    "enter": Phrase(it="Invio", en="Enter"),
    "back": Phrase(it="b, indietro", en="b, back"),
    "next": Phrase(it="s, salta", en="s, skip"),
    "n/a": Phrase(it="na, n/a", en="na, n/a"),
    "unknown": Phrase(it="d, non so", en="d, don’t know"),
    "note": Phrase(it="n TESTO, nota TESTO", en="n TEXT, note TEXT"),
    "evidence": Phrase(it="ev TESTO, prova TESTO", en="ev TEXT, evidence TEXT"),
    "jump": Phrase(it="j N, vai N", en="j N, jump N"),
    "review": Phrase(it="r, riepilogo", en="r, review"),
    "undo": Phrase(it="u, annulla", en="u, undo"),
    "clear": Phrase(it="c, cancella", en="c, clear"),
    "language": Phrase(it="l, lingua", en="l, language"),
    "finish": Phrase(it="f, risultato", en="f, result"),
    "quit": Phrase(it="q, esci", en="q, quit"),
}
"""How each command is typed, as the list of commands shows it."""

NOTICES: dict[str, Phrase] = {
    "na-not-allowed": Phrase(
        it="Questa domanda vale per ogni organizzazione: qui «non applicabile» non è ammesso. Se non"
        " sapete rispondere, scrivete d.",
        en="This question holds for every organisation, so “does not apply” is not an answer here. If"
        " you don’t know, type d.",
    ),
    "no-such-option": Phrase(
        it="L’opzione {found} non c’è: i numeri vanno da 1 a {count}.",
        en="There is no option {found}: they go from 1 to {count}.",
    ),
    "nothing-to-keep": Phrase(it="Nessun testo: nulla è cambiato.", en="No text, so nothing has changed."),
    "remark-too-long": Phrase(
        it="Il testo supera i {limit} caratteri e non è stato conservato: dividetelo o accorciatelo.",
        en="The text is longer than {limit} characters and was not kept: split it or shorten it.",
    ),
    "nothing-to-undo": Phrase(it="Non c’è nulla da annullare.", en="There is nothing to undo."),
    "nothing-to-clear": Phrase(
        it="Qui non c’è ancora nulla da togliere.", en="There is nothing to remove here yet."
    ),
    "already-first": Phrase(it="Questa è la prima domanda.", en="This is the first question."),
    "no-such-question": Phrase(
        it="La domanda {found} non c’è: scrivete un numero da 1 a {count} o un identificativo.",
        en="There is no question {found}: type a number from 1 to {count}, or an id.",
    ),
    "no-question-here": Phrase(
        it="Questo è il riepilogo: scegliete prima una domanda, con il suo numero.",
        en="This is the review: choose a question first, by its number.",
    ),
}
"""Why an event of the session changed nothing (`interview.session.Notice`)."""

PHRASES: dict[str, Phrase] = {
    # Opening
    "length": Phrase(it="{count} domande", en="{count} questions"),
    "length-one": Phrase(it="1 domanda", en="1 question"),
    "expected-time": Phrase(it="circa {count} minuti", en="about {count} minutes"),
    "expected-time-one": Phrase(it="circa 1 minuto", en="about 1 minute"),
    "how-to-answer": Phrase(
        it="Scrivete il numero davanti all’opzione e premete Invio. Con ? si vedono i suggerimenti e gli"
        " altri comandi: indietro, non so, nota… Ogni risposta è salvata subito in {path}.",
        en="Type the number in front of an option and press Enter. ? shows hints and the other commands:"
        " back, don’t know, note… Every answer is saved at once in {path}.",
    ),
    "resumed": Phrase(
        it="Bentornati. Risposte già salvate: {answered} su {total}.",
        en="Welcome back. Answers saved so far: {answered} of {total}.",
    ),
    "resumed-at": Phrase(it="Si riparte dalla domanda {number}.", en="Continuing with question {number}."),
    "original-kept-outgrown": Phrase(
        it="Il questionario nel frattempo è cambiato: il file com’era, con ciò che non vale più, resta in"
        " {path}.",
        en="The questionnaire has changed since: the file as it was, with what no longer fits, stays in"
        " {path}.",
    ),
    "original-kept-edited": Phrase(
        it="Il file era stato modificato a mano: la versione modificata resta in {path}, perché i"
        " commenti non passano nel nuovo file.",
        en="The file had been edited by hand: that version stays in {path}, because comments are not"
        " carried over into the new file.",
    ),
    # One question
    "help": Phrase(it="aiuto", en="help"),
    "time-left": Phrase(it="ancora {minutes} min circa", en="about {minutes} min left"),
    "level": Phrase(it="livello {level}", en="level {level}"),
    "answer": Phrase(it="Risposta", en="Answer"),
    "note": Phrase(it="Nota", en="Note"),
    "evidence": Phrase(it="Prova", en="Evidence"),
    "n/a": Phrase(it="non applicabile", en="does not apply"),
    "unknown": Phrase(it="non so", en="don’t know"),
    "what-to-look-at": Phrase(it="Dove guardare", en="What to look at"),
    "commands": Phrase(it="Che cosa si può scrivere", en="What you can type"),
    # After a line
    "kept-answer": Phrase(it="Salvata · {answer}", en="Saved · {answer}"),
    "kept-note": Phrase(it="Nota salvata.", en="Note saved."),
    "kept-evidence": Phrase(it="Prova salvata.", en="Evidence saved."),
    "cleared": Phrase(it="Risposta tolta; u la ripristina.", en="Answer removed; u brings it back."),
    "undone": Phrase(it="Modifica annullata.", en="Change undone."),
    "skipped": Phrase(it="Lasciata aperta.", en="Left open."),
    "ask-note": Phrase(it="Nota: ", en="Note: "),
    "ask-evidence": Phrase(it="Prova: ", en="Evidence: "),
    "enter-keeps-line": Phrase(it="(Invio conserva «{line}»)", en="(Enter keeps “{line}”)"),
    "not-understood": Phrase(
        it="«{line}» non è un’opzione né un comando. Per rispondere: un numero da 1 a {count}. Per"
        " conservare la riga come nota: n e due volte Invio; come prova: ev e due volte Invio. Aiuto: ?",
        en="“{line}” is neither an option nor a command. To answer, type a number from 1 to {count}. To keep"
        " the line as a note, type n and press Enter twice; as evidence, ev and Enter twice. Help: ?",
    ),
    "not-understood-in-review": Phrase(
        it="«{line}» non è il numero di una domanda né un comando. Aiuto: ?",
        en="“{line}” is neither the number of a question nor a command. Help: ?",
    ),
    # Review
    "review": Phrase(it="Riepilogo", en="Review"),
    "open": Phrase(it="aperta", en="open"),
    "missing": Phrase(
        it="Mancano {count} risposte. Invio: alla prima ({number}). Numero: a quella domanda. q: uscire.",
        en="{count} answers are missing. Enter: to the first ({number}). A number: to that question."
        " q: leave.",
    ),
    "missing-one": Phrase(
        it="Manca 1 risposta. Invio: alla domanda {number}. Numero: a quella domanda. q: uscire.",
        en="1 answer is missing. Enter: to question {number}. A number: to that question. q: leave.",
    ),
    "complete": Phrase(
        it="Tutte le domande hanno una risposta. Invio: il risultato. Numero: tornare a quella domanda.",
        en="Every question has an answer. Enter: the result. A number: back to that question.",
    ),
    # The result
    "result": Phrase(it="Il risultato", en="The result"),
    "moves": Phrase(it="Le prossime mosse", en="The next moves"),
    "moves-in-report": Phrase(
        it="Altre azioni, nel rapporto con tutte le date: {count}.",
        en="Further actions, in the report with all dates: {count}.",
    ),
    "at-the-end": Phrase(
        it="w: scrivere il rapporto, b: tornare al riepilogo, Invio: uscire",
        en="w: write the report, b: back to the review, Enter: leave",
    ),
    "what-at-the-end": Phrase(
        it="Qui si può scrivere: w per il rapporto, b per tornare al riepilogo, l per l’altra lingua;"
        " Invio o q per uscire.",
        en="Here you can type: w for the report, b to go back to the review, l for the other language;"
        " Enter or q to leave.",
    ),
    "writing-report": Phrase(it="Il rapporto è in preparazione…", en="The report is being written…"),
    "report-written": Phrase(it="Rapporto: {path}", en="Report: {path}"),
    "not-worked-out": Phrase(
        it="Operazione non riuscita: {reason}. Le risposte sono salvate.",
        en="That did not work: {reason}. The answers are saved.",
    ),
    # Who answers
    "ask-organisation": Phrase(it="Organizzazione: ", en="Organisation: "),
    "organisation-needed": Phrase(
        it="Il nome dell’organizzazione è necessario: serve a riunire le risposte.",
        en="The organisation’s name is needed: it is how answers are brought together.",
    ),
    "ask-wave": Phrase(
        it="Rilevazione, per esempio 2026-H2 (Invio: nessuna): ",
        en="Wave, for example 2026-H2 (Enter: none): ",
    ),
    "ask-group": Phrase(
        it="Funzione di chi risponde (numero; Invio: nessuna): ",
        en="Function of the respondent (number; Enter: none): ",
    ),
    "no-such-group": Phrase(
        it="Scrivete un numero da 1 a {count}, oppure premete Invio.",
        en="Type a number from 1 to {count}, or press Enter.",
    ),
    "ask-name": Phrase(
        it="Nome di chi risponde (Invio: anonimo): ", en="Name of the respondent (Enter: anonymous): "
    ),
    # Leaving
    "saved-complete": Phrase(
        it="Risposte complete: {answered} su {total}, in {path}.",
        en="Complete: {answered} of {total} answers, in {path}.",
    ),
    "saved-partly": Phrase(
        it="Risposte salvate: {answered} su {total}, in {path}.",
        en="Saved: {answered} of {total} answers, in {path}.",
    ),
    "saved-so-far": Phrase(
        it="Le risposte date finora sono in {path}.", en="The answers given so far are in {path}."
    ),
    "to-score": Phrase(it="Per il risultato: {command}", en="For the result: {command}"),
    "to-resume": Phrase(it="Per riprendere: {command}", en="To go on: {command}"),
    "nothing-begun": Phrase(it="Nessun file è stato scritto.", en="No file was written."),
    # The file could not be written
    "not-saved": Phrase(
        it="ATTENZIONE: l’ultima modifica non è salvata: {reason}.\n"
        "Liberate il file o lo spazio su disco e premete Invio per riprovare; con q il contenuto del"
        " file compare sullo schermo, così nulla va perso.",
        en="WARNING: the last change is not saved: {reason}.\n"
        "Free the file or some disk space and press Enter to try again; q prints the file’s content"
        " on the screen, so that nothing is lost.",
    ),
    "retry": Phrase(
        it="Invio: riprovare, q: mostrare e uscire > ", en="Enter: try again, q: show and leave > "
    ),
    "saved-after-all": Phrase(it="Ora è salvata.", en="Saved now."),
}
