"""What `batch` finds wrong beyond single files: respondents told twice, inputs that no process survives."""

from alignment_maturity.language import Phrase

PROBLEMS = {
    "other-table": Phrase(
        it="tabelle di questo tipo non si leggono: salvarla come .csv, .xlsx o .parquet",
        en="tables of this kind are not read: save it as .csv, .xlsx or .parquet",
    ),
    "remote-answers": Phrase(
        it="da un indirizzo si leggono solo tabelle: copiare i file di risposte in una cartella locale",
        en="only tables are read from an address: copy answer files to a local folder",
    ),
    "empty-list": Phrase(
        it="l’elenco di percorsi sullo standard input è vuoto",
        en="the list of paths on standard input is empty",
    ),
    "duplicate-respondent": Phrase(
        it="la stessa persona ha già risposto in questa funzione e rilevazione ({file}, riga {row}):"
        " riga esclusa",
        en="the same person has answered already in this function and wave ({file}, row {row}):"
        " the row is left out",
    ),
    "kills-the-process": Phrase(
        it="ogni processo che legge questo punto viene interrotto dal sistema: è stato escluso",
        en="every process that reads this place is ended by the system: it was left out",
    ),
    "range-kills-the-process": Phrase(
        it="ogni processo che valuta queste organizzazioni viene interrotto dal sistema: sono state escluse",
        en="every process that scores these organisations is ended by the system: they were left out",
    ),
}
