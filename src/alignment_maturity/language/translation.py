"""The translation sheet: its headings, how to use it, and what can be wrong with one that comes back."""

from __future__ import annotations

from alignment_maturity.language import LANGUAGES, Lang, Phrase, say

PHRASES: dict[str, Phrase] = {
    # Sheets and their headings
    "sheet-texts": Phrase(it="Testi", en="Texts"),
    "sheet-read-me": Phrase(it="Leggimi", en="Read me"),
    "sheet-source": Phrase(it="Sorgente", en="Source"),
    "heading-key": Phrase(it="Chiave (da non modificare)", en="Key (do not change)"),
    "heading-where": Phrase(it="Dove si trova", en="Where it stands"),
    "source-note": Phrase(
        it="Il testo completo del questionario, da cui parte l’importazione: da non modificare.",
        en="The complete text of the questionnaire, from which the import starts: do not change it.",
    ),
    "workbook-title": Phrase(it="{title}: testi", en="{title}: texts"),
    # Parts of a questionnaire
    "questionnaire": Phrase(it="Questionario", en="Questionnaire"),
    "level": Phrase(it="Livello {level}", en="Level {level}"),
    "group": Phrase(it="Funzione", en="Group"),
    "dimension": Phrase(it="Dimensione", en="Dimension"),
    "option-set": Phrase(it="Serie di opzioni", en="Option set"),
    "question": Phrase(it="Domanda", en="Question"),
    "transition": Phrase(it="Passo", en="Step of the scale"),
    "from-to": Phrase(it="da {start} a {end}", en="{start} to {end}"),
    "action": Phrase(it="Azione", en="Action"),
    "option-level": Phrase(it="opzione, livello {level}", en="option, level {level}"),
    "option-value": Phrase(it="opzione «{value}»", en="option “{value}”"),
    # Keys of localised texts
    "name": Phrase(it="nome", en="name"),
    "title": Phrase(it="titolo", en="title"),
    "description": Phrase(it="descrizione", en="description"),
    "symptoms": Phrase(it="segno", en="symptom"),
    "risks": Phrase(it="rischio", en="risk"),
    "benefits": Phrase(it="vantaggio", en="benefit"),
    "text": Phrase(it="testo della domanda", en="text of the question"),
    "help": Phrase(it="guida", en="help"),
    "probe": Phrase(it="domanda di approfondimento", en="probe"),
    "priority": Phrase(it="priorità", en="priority"),
    "why": Phrase(it="perché", en="why"),
    "steps": Phrase(it="passo", en="step"),
    "done_when": Phrase(it="è fatta quando", en="done when"),
    "kpi": Phrase(it="indicatore", en="KPI"),
}

READ_ME: tuple[Phrase, ...] = (
    Phrase(
        it="Questa cartella di lavoro contiene tutti i testi del questionario «{title}», versione {version}.",
        en="This workbook holds all the texts of the questionnaire “{title}”, version {version}.",
    ),
    Phrase(
        it="Che cosa si può modificare: nel foglio «Testi», le celle sotto i codici delle lingue"
        " ({languages}).",
        en="What you can edit: on the sheet “Texts”, the cells below the codes of the languages"
        " ({languages}).",
    ),
    Phrase(
        it="Come si aggiunge una lingua: scrivere il suo codice (per esempio de) in cima alla prima colonna"
        " libera e tradurre tutte le righe. Una lingua incompleta non si può importare.",
        en="To add a language: write its code (for example de) at the top of the first free column and"
        " translate every row. A language with gaps cannot be imported.",
    ),
    Phrase(
        it="Che cosa va lasciato com’è: le chiavi nella prima colonna, le colonne delle lingue esistenti e il"
        " foglio nascosto «Sorgente». Le righe si possono ordinare e filtrare, non aggiungere né togliere.",
        en="What to leave alone: the keys in the first column, the columns of the existing languages and the"
        " hidden sheet “Source”. Rows may be sorted and filtered, but not added or removed.",
    ),
    Phrase(
        it="Un testo uguale in tutte le colonne vale per ogni lingua. Si va a capo con Alt+Invio (in"
        " LibreOffice con Ctrl+Invio).",
        en="A text that is the same in all columns stands for every language. Alt+Enter breaks a line"
        " (Ctrl+Enter in LibreOffice).",
    ),
    Phrase(
        it="Si possono usare Excel, LibreOffice o altri programmi; salvare sempre come .xlsx.",
        en="Excel, LibreOffice and other programs will do; always save as .xlsx.",
    ),
    Phrase(
        it="Per riportare i testi nel questionario: alignment-maturity questionnaire import FILE.xlsx -o"
        " {file}",
        en="To turn the sheet back into a questionnaire: alignment-maturity questionnaire import FILE.xlsx"
        " -o {file}",
    ),
    Phrase(
        it="I testi non modificati restano nel file come sono, con i commenti e l’ordine. Le modifiche fatte"
        " al file dopo questa esportazione non sono qui: importando sullo stesso file andrebbero perse.",
        en="Texts you do not change stay in the file as they are, with its comments and order. Changes made"
        " to the file after this export are not in here: importing over the same file would lose them.",
    ),
)

_EXPORT_AGAIN = Phrase(
    it="esportare di nuovo il questionario e copiarvi i testi modificati",
    en="export the questionnaire again and copy the edited texts into it",
)
_SAVE_AS_XLSX = Phrase(
    it="salvarla come cartella di lavoro di Excel (.xlsx), senza password",
    en="save it as an Excel workbook (.xlsx), without a password",
)
_TYPE_AS_TEXT = Phrase(
    it="assegnare alla cella il formato Testo e riscrivere il contenuto",
    en="give the cell the format Text and type it again",
)
PROBLEMS: dict[str, Phrase] = {
    "no-workbook": Phrase(it="non è una cartella di lavoro .xlsx", en="this is not an .xlsx workbook"),
    "workbook-locked": Phrase(
        it="la cartella di lavoro è protetta da password, o nel vecchio formato .xls",
        en="the workbook is protected by a password, or in the old .xls format",
    ),
    "workbook-damaged": Phrase(
        it="la cartella di lavoro è danneggiata e non si può leggere",
        en="the workbook is damaged and cannot be read",
    ),
    "workbook-too-large": Phrase(it="la cartella di lavoro è troppo grande", en="the workbook is too large"),
    "sheet-missing": Phrase(
        it="manca il foglio «{sheet}»: la cartella di lavoro non viene da `questionnaire export`, o ha perso"
        " un foglio",
        en="the sheet “{sheet}” is missing: the workbook does not come from `questionnaire export`, or has"
        " lost a sheet",
    ),
    "source-damaged": Phrase(
        it="il foglio «{sheet}» non contiene più il testo che vi era stato scritto",
        en="the sheet “{sheet}” no longer holds the text that was written there",
    ),
    "key-column-missing": Phrase(
        it="nella prima riga del foglio «{sheet}» manca la colonna delle chiavi, «{heading}»",
        en="the first row of the sheet “{sheet}” lacks the column of keys, “{heading}”",
    ),
    "language-column-missing": Phrase(
        it="nel foglio «{sheet}» manca la colonna della lingua '{language}'",
        en="the sheet “{sheet}” lacks the column of language '{language}'",
    ),
    "language-column-twice": Phrase(
        it="{cell}: la colonna '{found}' compare due volte", en="{cell}: column '{found}' appears twice"
    ),
    "column-without-language": Phrase(
        it="{cell}: '{found}' non è il codice di una lingua, come `it` o `pt-BR`",
        en="{cell}: '{found}' is not the code of a language, such as `it` or `pt-BR`",
    ),
    "column-without-heading": Phrase(
        it="{cell}: la colonna contiene testi ma in cima non ha il codice di una lingua",
        en="{cell}: the column holds texts but has no language code at the top",
    ),
    "too-many-languages": Phrase(
        it="{cell}: le lingue sono più di {limit}", en="{cell}: there are more than {limit} languages"
    ),
    "text-key-unknown": Phrase(
        it="{cell}: il questionario non ha la chiave '{found}'{suggestion:; forse `*`?}",
        en="{cell}: the questionnaire has no key '{found}'{suggestion:; did you mean `*`?}",
    ),
    "text-key-twice": Phrase(
        it="{cell}: la chiave '{found}' compare già alla riga {row}",
        en="{cell}: key '{found}' is already on row {row}",
    ),
    "text-key-missing": Phrase(
        it="nel foglio «{sheet}» manca la riga con la chiave '{key}'",
        en="the sheet “{sheet}” lacks the row with the key '{key}'",
    ),
    "text-without-key": Phrase(
        it="{cell}: la riga contiene testi ma non la chiave",
        en="{cell}: the row holds texts but no key",
    ),
    "cell-empty": Phrase(
        it="{cell}: la cella è vuota; il testo era «{text}»",
        en="{cell}: the cell is empty; its text was “{text}”",
    ),
    "cell-untranslated": Phrase(
        it="{cell}: manca il testo nella nuova lingua '{language}'",
        en="{cell}: the text in the new language '{language}' is missing",
    ),
    "cell-number": Phrase(
        it="{cell}: la cella contiene un numero o una data ({found}), non un testo",
        en="{cell}: the cell holds a number or a date ({found}), not a text",
    ),
    "cell-boolean": Phrase(
        it="{cell}: la cella contiene un valore vero/falso, non un testo",
        en="{cell}: the cell holds true or false, not a text",
    ),
    "cell-error": Phrase(
        it="{cell}: la cella contiene un valore di errore ({found}), non un testo",
        en="{cell}: the cell holds an error value ({found}), not a text",
    ),
    "cell-formula": Phrase(
        it="{cell}: la cella contiene una formula, non un testo",
        en="{cell}: the cell holds a formula, not a text",
    ),
    "cell-character": Phrase(
        it="{cell}: il testo contiene un carattere di controllo o invisibile ({found})",
        en="{cell}: the text contains a control character or an invisible one ({found})",
    ),
}
HINTS: dict[str, Phrase] = {
    "no-workbook": _SAVE_AS_XLSX,
    "workbook-locked": _SAVE_AS_XLSX,
    "workbook-damaged": _EXPORT_AGAIN,
    "workbook-too-large": _EXPORT_AGAIN,
    "sheet-missing": _EXPORT_AGAIN,
    "source-damaged": _EXPORT_AGAIN,
    "key-column-missing": _EXPORT_AGAIN,
    "language-column-missing": Phrase(
        it="rimettere la colonna; per togliere una lingua si modifica il file del questionario",
        en="put the column back; to drop a language, edit the file of the questionnaire",
    ),
    "language-column-twice": Phrase(it="togliere una delle due", en="delete one of the two"),
    "column-without-language": Phrase(
        it="scrivere in cima il codice della lingua, oppure togliere la colonna: le note non si conservano",
        en="write the code of the language there, or delete the column: notes are not kept",
    ),
    "column-without-heading": Phrase(
        it="scrivere in cima il codice della lingua, oppure togliere la colonna",
        en="write the code of the language there, or delete the column",
    ),
    "too-many-languages": Phrase(it="togliere alcune colonne", en="delete some of the columns"),
    "text-key-unknown": Phrase(
        it="rimettere la chiave com’era, o togliere la riga",
        en="put the key back as it was, or delete the row",
    ),
    "text-key-twice": Phrase(it="togliere una delle due righe", en="delete one of the two rows"),
    "text-key-missing": Phrase(
        it="rimettere la riga; domande e azioni si tolgono nel file del questionario",
        en="put the row back; questions and actions are removed in the file of the questionnaire",
    ),
    "text-without-key": Phrase(
        it="rimettere la chiave, o togliere la riga", en="put the key back, or delete the row"
    ),
    "cell-empty": Phrase(
        it="scrivere un testo; per toglierlo del tutto si modifica il file del questionario",
        en="write a text; to remove it altogether, edit the file of the questionnaire",
    ),
    "cell-untranslated": Phrase(
        it="completare la colonna, oppure toglierla", en="complete the column, or delete it"
    ),
    "cell-number": _TYPE_AS_TEXT,
    "cell-boolean": _TYPE_AS_TEXT,
    "cell-error": _TYPE_AS_TEXT,
    "cell-formula": _TYPE_AS_TEXT,
    "cell-character": Phrase(
        it="cancellarlo e riscrivere a mano il testo intorno", en="delete it and retype the text around it"
    ),
}


def word(key: str, lang: Lang, **values: object) -> str:
    """Return a heading, or the name of a part of a questionnaire, in `lang`."""
    return say(PHRASES, key, lang, **values)


def in_every_language(key: str) -> tuple[str, ...]:
    """Return a heading in all languages: a sheet may come back to somebody who speaks the other one."""
    return tuple(word(key, lang) for lang in LANGUAGES)
