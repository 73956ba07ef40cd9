"""What can be wrong with tables of answers, and how to mend it."""

from alignment_maturity.language import Phrase

PROBLEMS = {
    "other-table-format": Phrase(
        it="il contenuto è in formato {format}, non {expected}",
        en="the content is in {format} format, not {expected}",
    ),
    "not-parquet": Phrase(it="non è un file Parquet", en="this is not a Parquet file"),
    "not-a-workbook": Phrase(it="non è una cartella di lavoro XLSX", en="this is not an XLSX workbook"),
    "unreadable-table": Phrase(
        it="il file {form} è danneggiato o non si può leggere ({reason})",
        en="the {form} file is damaged or cannot be read ({reason})",
    ),
    "workbook-protected": Phrase(
        it="la cartella di lavoro è protetta da password, oppure è nel vecchio formato XLS",
        en="the workbook is protected by a password, or in the old XLS format",
    ),
    "packed-file-cut-off": Phrase(
        it="il file compresso è incompleto: manca la parte finale",
        en="the compressed file is incomplete: its end is missing",
    ),
    "packed-file-broken": Phrase(
        it="il file compresso è danneggiato, o il suo formato non è quello indicato dall’estensione",
        en="the compressed file is damaged, or not in the format that its ending tells",
    ),
    "too-large-unpacked": Phrase(
        it="decompresso, il file supera {limit} GiB", en="unpacked, the file is larger than {limit} GiB"
    ),
    "table-changed": Phrase(
        it="il file è cambiato durante la lettura", en="the file changed while it was being read"
    ),
    "no-header": Phrase(
        it="la prima riga non è un’intestazione con i nomi delle colonne",
        en="the first line is not a header with the names of the columns",
    ),
    "no-json-lines": Phrase(
        it="nessuna delle prime righe è un oggetto JSON; in JSON Lines ogni riga ne contiene uno",
        en="none of the first lines is a JSON object; in JSON Lines, each line holds one",
    ),
    "empty-table": Phrase(
        it="la tabella ha un’intestazione ma nessuna riga", en="the table has a header but no rows"
    ),
    "missing-column": Phrase(
        it="manca la colonna `{column}`; le colonne sono: {known}",
        en="column `{column}` is missing; the columns are: {known}",
    ),
    "duplicate-column": Phrase(
        it="la colonna `{column}` compare due volte", en="column `{column}` is there twice"
    ),
    "missing-question-columns": Phrase(
        it="senza colonna, e quindi senza risposta, {number} domande del questionario {questionnaire}:"
        " {columns}",
        en="{number} questions of questionnaire {questionnaire} have no column and so no answers: {columns}",
    ),
    "no-questionnaire-fits": Phrase(
        it="nessun questionario ha domande con i nomi di queste colonne",
        en="no questionnaire has questions with the names of these columns",
    ),
    "several-questionnaires-fit": Phrase(
        it="le colonne corrispondono in ugual misura a più questionari: {known}",
        en="the columns fit several questionnaires equally well: {known}",
    ),
    "ragged-row": Phrase(
        it="la riga ha {found} campi e l’intestazione {expected}",
        en="the row has {found} fields, the header {expected}",
    ),
    "line-too-long": Phrase(
        it="la riga è troppo lunga per appartenere a una tabella di risposte",
        en="the line is too long to belong to a table of answers",
    ),
    "empty-cell": Phrase(it="la colonna `{column}` è vuota", en="column `{column}` is empty"),
    "not-text": Phrase(
        it="la cella contiene byte che non sono testo", en="the cell holds bytes that are not text"
    ),
    "key-twice": Phrase(it="la chiave `{key}` compare due volte", en="key `{key}` is there twice"),
}

_AS_CSV = Phrase(
    it="salvarlo di nuovo come XLSX senza password, oppure come «CSV UTF-8»",
    en="save it again as XLSX without a password, or as “CSV UTF-8”",
)
_NAME_IT = Phrase(
    it="indicare il questionario con -q, oppure in una colonna `questionnaire`",
    en="name the questionnaire with -q, or in a column `questionnaire`",
)
HINTS = {
    "workbook-protected": _AS_CSV,
    "missing-column": Phrase(
        it="la prima riga contiene i nomi delle colonne: organisation, group, wave, date, respondent e gli"
        " identificativi delle domande{suggestion:; `*` va rinominata?}",
        en="the first row holds the names of the columns: organisation, group, wave, date, respondent and the"
        " ids of the questions{suggestion:; should `*` be renamed?}",
    ),
    "no-questionnaire-fits": _NAME_IT,
    "several-questionnaires-fit": _NAME_IT,
    "ragged-row": Phrase(
        it="un testo che contiene il separatore o un a capo va fra virgolette doppie",
        en="text that contains the delimiter or a line end goes in double quotes",
    ),
}
