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
        it="il file {form} è danneggiato o illeggibile ({reason})",
        en="the {form} file is damaged or cannot be read ({reason})",
    ),
    "workbook-protected": Phrase(
        it="la cartella di lavoro è protetta da password oppure è nel vecchio formato XLS",
        en="the workbook is password-protected, or in the old XLS format",
    ),
    "workbook-too-wide": Phrase(
        it="le celle usate si estendono fino a {cell}: sono troppe (quelle non vuote sono {filled})",
        en="the cells in use extend to {cell}: too many to be read ({filled} of them are not empty)",
    ),
    "packed-file-cut-off": Phrase(
        it="il file compresso è incompleto: manca la parte finale",
        en="the compressed file is incomplete: its end is missing",
    ),
    "packed-file-broken": Phrase(
        it="il file compresso è danneggiato, o il suo formato non è quello indicato dall’estensione",
        en="the compressed file is damaged, or not in the format that its extension indicates",
    ),
    "too-large-unpacked": Phrase(
        it="una volta decompresso, il file supera {limit} GiB",
        en="the file is larger than {limit} GiB when unpacked",
    ),
    "table-changed": Phrase(
        it="il file è cambiato durante la lettura", en="the file changed while it was being read"
    ),
    "no-header": Phrase(
        it="la prima riga non è un’intestazione con i nomi delle colonne",
        en="the first line is not a header with the names of the columns",
    ),
    "no-json-lines": Phrase(
        it="nessuna delle prime righe è un oggetto JSON; in JSON Lines lo è ogni riga",
        en="none of the first lines is a JSON object; in JSON Lines, every line is one",
    ),
    "empty-table": Phrase(
        it="la tabella ha un’intestazione ma nessuna riga", en="the table has a header but no rows"
    ),
    "missing-column": Phrase(
        it="manca la colonna `{column}`; le colonne sono: {known}",
        en="column `{column}` is missing; the columns are: {known}",
    ),
    "duplicate-column": Phrase(
        it="la colonna `{column}` compare più di una volta", en="column `{column}` appears more than once"
    ),
    "missing-question-columns": Phrase(
        it="domande del questionario {questionnaire} senza una colonna, e quindi senza risposta: {number}"
        " ({columns})",
        en="questions of questionnaire {questionnaire} without a column, and so without answers: {number}"
        " ({columns})",
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
        it="campi nella riga: {found}; nell’intestazione: {expected}",
        en="fields in the row: {found}; in the header: {expected}",
    ),
    "short-row": Phrase(
        it="celle mancanti in fondo alla riga: {missing}; sono considerate vuote",
        en="cells missing at the end of the row: {missing}; they are taken as blank",
    ),
    "line-too-long": Phrase(
        it="la riga è troppo lunga per appartenere a una tabella di risposte",
        en="the line is too long to belong to a table of answers",
    ),
    "empty-cell": Phrase(
        it="la cella nella colonna `{column}` è vuota", en="the cell in column `{column}` is empty"
    ),
    "not-text": Phrase(
        it="la cella contiene byte che non sono testo", en="the cell contains bytes that are not text"
    ),
    "key-twice": Phrase(
        it="la chiave `{key}` compare più di una volta", en="key `{key}` appears more than once"
    ),
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
    "workbook-too-wide": Phrase(
        it="eliminare le righe e le colonne oltre la tabella e salvare di nuovo, oppure salvare come"
        " «CSV UTF-8»",
        en="delete the rows and columns beyond the table and save again, or save as “CSV UTF-8”",
    ),
    "missing-column": Phrase(
        it="la prima riga contiene i nomi delle colonne: organisation, group, wave, date, respondent e gli"
        " identificativi delle domande{suggestion:; `*` va rinominata?}",
        en="the first row holds the names of the columns: organisation, group, wave, date, respondent and the"
        " ids of the questions{suggestion:; should `*` be renamed?}",
    ),
    "no-questionnaire-fits": _NAME_IT,
    "several-questionnaires-fit": _NAME_IT,
    "ragged-row": Phrase(
        it="un testo che contiene il separatore o un a capo va racchiuso tra virgolette doppie",
        en="text that contains the delimiter or a line break must be enclosed in double quotes",
    ),
}
