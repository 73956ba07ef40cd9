"""Sentences about tables of results that an organisation is to be set against."""

from alignment_maturity.language import Phrase

_AGAIN = Phrase(
    it="rifare la tabella con `alignment-maturity batch ... -o CARTELLA` e indicarne results.parquet,"
    " results.csv o results.jsonl",
    en="make the table again with `alignment-maturity batch ... -o FOLDER` and name its results.parquet,"
    " results.csv or results.jsonl",
)
_MORE = Phrase(
    it="valutare più organizzazioni con `alignment-maturity batch`, o fare il rapporto senza --benchmark",
    en="assess more organisations with `alignment-maturity batch`, or make the report without --benchmark",
)

_WANTED = {
    "name": Phrase(it="il nome di un’organizzazione", en="the name of an organisation"),
    "version": Phrase(it="la versione di un questionario", en="the version of a questionnaire"),
    "date": Phrase(it="una data nella forma 2026-11-21", en="a date written like 2026-11-21"),
    "flag": Phrase(it="true o false", en="true or false"),
    "level": Phrase(it="un livello da {low} a {high}", en="a level from {low} to {high}"),
    "index": Phrase(it="un indice da {low} a {high}", en="an index from {low} to {high}"),
    "share": Phrase(it="una quota da {low} a {high}", en="a share from {low} to {high}"),
}
"""What a value should be."""


def _value(wanted: Phrase) -> Phrase:
    italian, english = "valori così nella colonna: {number}", "such values in the column: {number}"
    return Phrase(
        it=f"riga {{row}}, colonna `{{column}}`: {{found}} non è {wanted.it} ({italian})",
        en=f"row {{row}}, column `{{column}}`: {{found}} is not {wanted.en} ({english})",
    )


PROBLEMS: dict[str, Phrase] = {
    "benchmark-empty": Phrase(it="il file è vuoto", en="the file is empty"),
    "benchmark-other-file": Phrase(
        it="non è una tabella di risultati: il contenuto non è né Parquet né CSV né JSON Lines",
        en="this is no table of results: its content is neither Parquet nor CSV nor JSON Lines",
    ),
    "benchmark-unreadable": Phrase(
        it="la tabella è danneggiata e non si può leggere ({reason})",
        en="the table is damaged and cannot be read ({reason})",
    ),
    "benchmark-broken": Phrase(
        it="leggendo la tabella il programma si è interrotto: è danneggiata, o la memoria non basta",
        en="reading the table broke off: it is damaged, or there is not enough memory",
    ),
    "benchmark-no-column": Phrase(it="colonne mancanti: {columns}", en="missing columns: {columns}"),
    "benchmark-column-type": Phrase(
        it="la colonna `{column}` contiene dati di tipo {found}, che lì non hanno senso",
        en="column `{column}` holds data of type {found}, which make no sense there",
    ),
    **{f"benchmark-bad-{kind}": _value(wanted) for kind, wanted in _WANTED.items()},
    "benchmark-line": Phrase(
        it="riga {row}: non è il risultato di una valutazione come lo scrive `batch`",
        en="line {row}: this is not the result of an assessment as `batch` writes it",
    ),
    "benchmark-other-questionnaire": Phrase(
        it="nessun risultato viene dal questionario {questionnaire}; la tabella ne ha di: {known}",
        en="no result comes from questionnaire {questionnaire}; the table has those of: {known}",
    ),
    "benchmark-too-few": Phrase(
        it="altre organizzazioni con cui fare il confronto: {number}; perché nessuna sia riconoscibile ne"
        " servono almeno {fewest} (lasciate fuori perché le loro collocazioni sono provvisorie:"
        " {provisional}; perché su un’altra scala: {scale})",
        en="other organisations to compare with: {number}; so that none can be recognised, at least"
        " {fewest} are needed (left out because their placements are provisional: {provisional}; because on"
        " another scale: {scale})",
    ),
}

HINTS: dict[str, Phrase] = {
    **dict.fromkeys(PROBLEMS, _AGAIN),
    "benchmark-other-questionnaire": _MORE,
    "benchmark-too-few": _MORE,
}
