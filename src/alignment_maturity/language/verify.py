"""What verifying a report found."""

from alignment_maturity.language import Phrase

VERDICTS: dict[str, Phrase] = {
    "holds": Phrase(it="Il rapporto è confermato.", en="The report holds."),
    "holds-cautiously": Phrase(
        it="Il rapporto è confermato, con riserve.", en="The report holds, with cautions."
    ),
    "holds-partly": Phrase(
        it="Il rapporto è confermato in tutto ciò che si è potuto controllare.",
        en="The report holds as far as it could be checked.",
    ),
    "differs": Phrase(it="Il rapporto non è confermato.", en="The report does not hold."),
}

NAMES: dict[str, Phrase] = {
    "attachments": Phrase(it="Allegati", en="Attachments"),
    "fingerprint": Phrase(it="Impronta", en="Fingerprint"),
    "questionnaire": Phrase(it="Questionario", en="Questionnaire"),
    "answers": Phrase(it="Risposte", en="Answers"),
    "result": Phrase(it="Risultato", en="Result"),
    "pages": Phrase(it="Pagine", en="Pages"),
    "untouched": Phrase(it="Modifiche", en="Changes"),
    "metadata": Phrase(it="Titolo e lingua", en="Title and language"),
    "additions": Phrase(it="Aggiunte", en="Additions"),
    "record": Phrase(it="Dati di produzione", en="How it was made"),
}

PHRASES: dict[str, Phrase] = {
    "attachments-sound": Phrase(
        it="{files} file, tutti come registrati", en="{files} files, all as they were recorded"
    ),
    "attachments-differ": Phrase(
        it="non sono quelli registrati, o non sono presentati come tali",
        en="they are not the ones that were recorded, or are not presented as such",
    ),
    "fingerprint-same": Phrase(
        it="{fingerprint}, ricalcolata e uguale a quella stampata",
        en="{fingerprint}, computed again and the same as the one printed",
    ),
    "fingerprint-unprinted": Phrase(
        it="{fingerprint}, ricalcolata; le pagine non la riportano",
        en="{fingerprint}, computed again; the pages do not show it",
    ),
    "fingerprint-differs": Phrase(
        it="non corrisponde a ciò che è registrato", en="it does not match what was recorded"
    ),
    "fingerprint-not-printed": Phrase(
        it="la pagina del metodo non riporta questa impronta: le pagine provengono da altri dati",
        en="the page on the method does not show it: the pages were made from other data",
    ),
    "questionnaire-built-in": Phrase(
        it="{id} {version}, uguale a quello del programma", en="{id} {version}, the one built in"
    ),
    "questionnaire-own": Phrase(
        it="{id} {version}, non è tra quelli del programma", en="{id} {version}, not one of those built in"
    ),
    "questionnaire-other-version": Phrase(
        it="{id} {version}: nel programma c’è la versione {other}",
        en="{id} {version}: the one built in is version {other}",
    ),
    "questionnaire-changed": Phrase(
        it="{id} {version} ha lo stesso nome e la stessa versione di un questionario del programma,"
        " ma un altro contenuto",
        en="{id} {version} has the name and version of a questionnaire built in, but other content",
    ),
    "answers-same": Phrase(
        it="i file indicati danno gli stessi allegati", en="the files given lead to the same attachments"
    ),
    "answers-differ": Phrase(
        it="i file indicati danno altri allegati", en="the files given lead to other attachments"
    ),
    "answers-rewritten": Phrase(
        it="gli allegati non sono scritti come li scrive il programma",
        en="the attachments are not written as the program writes them",
    ),
    "result-same": Phrase(
        it="ricalcolato dalle risposte, uguale in ogni cifra (livello {level})",
        en="computed again from the answers, the same to the last figure (level {level})",
    ),
    "result-same-figures": Phrase(
        it="ricalcolato dalle risposte, uguale nelle cifre (livello {level}); il rapporto è stato fatto con"
        " la versione {version} del programma, questa è la {own}: alcune frasi possono essere diverse",
        en="computed again from the answers, the same in its figures (level {level}); the report was made"
        " with version {version} of the program, this is {own}: some sentences may be worded differently",
    ),
    "result-differs": Phrase(it="dalle risposte ne risulta un altro", en="the answers lead to another one"),
    "result-differs-other-program": Phrase(
        it="dalle risposte risultano altre cifre; il rapporto è stato fatto con la versione {version} del"
        " programma, questa è la {own}: parole diverse sarebbero normali, cifre diverse no",
        en="the answers lead to different figures; the report was made with version {version} of the program,"
        " this is {own}: different wording would be no surprise, different figures are",
    ),
    "result-partly": Phrase(
        it="le cifre delle singole funzioni mostrate corrispondono alle loro risposte; quelle complessive"
        " non si possono ricalcolare dal solo rapporto, perché le risposte di alcune funzioni non sono"
        " allegate ({groups}). Per ricalcolare tutto: alignment-maturity verify RAPPORTO RISPOSTE",
        en="the figures of each function that is shown match its answers; the overall ones cannot be computed"
        " again from the report alone, because the answers of some functions are not attached ({groups})."
        " To check everything: alignment-maturity verify REPORT ANSWERS",
    ),
    "result-all-hidden": Phrase(
        it="non si può ricalcolare dal solo rapporto, perché non vi sono allegate risposte ({groups})."
        " Per ricalcolare tutto: alignment-maturity verify RAPPORTO RISPOSTE",
        en="it cannot be computed again from the report alone, because no answers are attached ({groups})."
        " To check everything: alignment-maturity verify REPORT ANSWERS",
    ),
    "result-partly-differs": Phrase(
        it="le risposte allegate danno altre cifre per le funzioni mostrate",
        en="the answers attached lead to other figures for the functions that are shown",
    ),
    "result-missing": Phrase(it="non è allegato", en="it is not attached"),
    "result-unusable": Phrase(it="gli allegati non si possono usare", en="the attachments cannot be used"),
    "result-senseless": Phrase(
        it="i termini registrati per il piano non hanno senso ({reason})",
        en="the terms recorded for the plan make no sense ({reason})",
    ),
    "pages-very-file": Phrase(
        it="rifatto dai suoi dati, il file è identico byte per byte",
        en="made again from its data, the file is identical, byte for byte",
    ),
    "pages-saved-again": Phrase(
        it="uguali a quelle rifatte dai dati (pagine: {pages}); il file è stato salvato di nuovo da un altro"
        " programma",
        en="the same as those made again from the data (pages: {pages}); another program has saved the"
        " file anew",
    ),
    "pages-drawn-here": Phrase(
        it="le parole sono quelle rifatte dai dati, ma questo computer le disegna diversamente"
        " ({places}); il disegno del file è quello registrato in origine",
        en="the words are those made again from the data, but this computer draws them differently"
        " ({places}); the drawing in the file is the one recorded when it was made",
    ),
    "pages-drawn-differently": Phrase(
        it="le parole sono quelle rifatte dai dati, ma il disegno è diverso da quello registrato;"
        " da guardare: {places}",
        en="the words are those made again from the data, but the drawing is not the one that was recorded;"
        " to be looked at: {places}",
    ),
    "pages-differ": Phrase(
        it="non sono quelle che si ottengono dai dati",
        en="they are not the ones that the data lead to",
    ),
    "pages-other-program": Phrase(
        it="non confrontate con pagine rifatte: il rapporto è stato fatto con la versione {version} del"
        " programma, questa è la {own}; parole o aspetto diversi sarebbero normali",
        en="not compared with pages made again: the report was made with version {version} of the program,"
        " this is {own}; different wording or looks would be no surprise",
    ),
    "pages-other-engine": Phrase(
        it="non confrontate: le ha fatte WeasyPrint {version}, qui c’è la versione {own}",
        en="not compared: WeasyPrint {version} made them, here it is version {own}",
    ),
    "pages-brand-needed": Phrase(
        it="non confrontate: il rapporto è fatto con un marchio, da indicare con --brand",
        en="not compared: the report was made with a brand, to be given with --brand",
    ),
    "pages-brand-other": Phrase(
        it="non confrontate: il marchio indicato non è quello del rapporto",
        en="not compared: the brand given is not that of the report",
    ),
    "pages-template-needed": Phrase(
        it="non confrontate: il rapporto ha modelli propri, da indicare con --template",
        en="not compared: the report has templates of its own, to be given with --template",
    ),
    "pages-template-other": Phrase(
        it="non confrontate: i modelli indicati non sono quelli del rapporto",
        en="not compared: the templates given are not those of the report",
    ),
    "pages-groups-left-out": Phrase(
        it="non confrontate: per rifarle servono anche le risposte non allegate ({groups});"
        " con quelle: alignment-maturity verify RAPPORTO RISPOSTE",
        en="not compared: making them again takes the answers that are not attached as well ({groups});"
        " with those: alignment-maturity verify REPORT ANSWERS",
    ),
    "pages-groups-left-out-earlier": Phrase(
        it="non confrontate: per rifarle servono anche le risposte non allegate ({groups}), anche di"
        " rilevazioni precedenti; con quelle: alignment-maturity verify RAPPORTO RISPOSTE --previous FILE",
        en="not compared: making them again takes the answers that are not attached as well ({groups}),"
        " also those of earlier waves; with those: alignment-maturity verify REPORT ANSWERS --previous FILE",
    ),
    "pages-unknown-section": Phrase(
        it="non confrontate: sezioni sconosciute ({sections})",
        en="not compared: unknown sections ({sections})",
    ),
    "pages-no-library": Phrase(
        it="non confrontate: su questo computer mancano le librerie per i PDF;"
        " `alignment-maturity doctor` dice come installarle",
        en="not compared: this computer lacks the libraries for PDF files; `alignment-maturity doctor`"
        " says how to install them",
    ),
    "pages-unusable": Phrase(
        it="non confrontate: gli allegati non si possono usare",
        en="not compared: the attachments cannot be used",
    ),
    "untouched": Phrase(
        it="le pagine ({pages}) sono quelle disegnate in origine",
        en="the pages ({pages}) are those that were drawn when the report was made",
    ),
    "untouched-not": Phrase(
        it="alcune pagine sono state cambiate in seguito",
        en="pages were changed after the report was made",
    ),
    "metadata-same": Phrase(it="corrispondono", en="as they should be"),
    "metadata-differ": Phrase(it="non corrispondono", en="they are not as they should be"),
    "additions-none": Phrase(
        it="nessun collegamento e nessuna azione estranei al rapporto",
        en="no links and no actions that do not belong to it",
    ),
    "additions-links": Phrase(it="collegamenti a pagine web: {links}", en="links to web pages: {links}"),
    "additions-signed": Phrase(
        it="la firma non è esaminata; campi di firma sulle pagine: {places}",
        en="the signature is not looked into; signature fields on the pages: {places}",
    ),
    "additions-differ": Phrase(
        it="ci sono collegamenti, annotazioni o azioni che non sono del rapporto",
        en="there are links, annotations or actions that do not belong to the report",
    ),
    "record-differs": Phrase(
        it="il rapporto non è stato fatto come vi è registrato",
        en="the report was not made in the way it records",
    ),
}

WORDS: dict[str, Phrase] = {
    "difference": Phrase(
        it="{where}: nel rapporto {report}, rifacendolo {again}",
        en="{where}: in the report {report}, made again {again}",
    ),
    "difference-recorded": Phrase(
        it="{where}: nel rapporto {report}, in origine {again}",
        en="{where}: in the report {report}, when it was made {again}",
    ),
    "nothing": Phrase(it="(nulla)", en="(nothing)"),
    "more": Phrase(it="altre differenze: {more}", en="further differences: {more}"),
}

UNITS: dict[str, Phrase] = {
    "words": Phrase(it="«{n}»", en="“{n}”"),
    "shapes": Phrase(it="forme e immagini: {n}", en="shapes and pictures: {n}"),
    "pages": Phrase(it="pagine: {n}", en="pages: {n}"),
}

PLACES: dict[str, Phrase] = {
    "pages": Phrase(it="numero di pagine", en="number of pages"),
    "method": Phrase(it="pagina del metodo", en="page on the method"),
    "Resources": Phrase(it="font, disegni o collegamenti", en="fonts, drawings or links"),
    "/Font": Phrase(it="font", en="fonts"),
    "/ExtGState": Phrase(it="trasparenza", en="transparency"),
    "/XObject": Phrase(it="disegni e immagini", en="drawings and pictures"),
    "/Pattern": Phrase(it="motivi", en="patterns"),
    "/Shading": Phrase(it="sfumature", en="shadings"),
    "/ColorSpace": Phrase(it="colori", en="colours"),
    "/Properties": Phrase(it="livelli da mostrare o nascondere", en="layers to show or hide"),
    "Title": Phrase(it="titolo", en="title"),
    "Author": Phrase(it="autore", en="author"),
    "Subject": Phrase(it="argomento", en="subject"),
    "Creator": Phrase(it="programma", en="program"),
    "CreationDate": Phrase(it="data", en="date"),
    "dc:title": Phrase(it="titolo (XMP)", en="title (XMP)"),
    "dc:creator": Phrase(it="autore (XMP)", en="author (XMP)"),
    "dc:description": Phrase(it="argomento (XMP)", en="subject (XMP)"),
    "dc:language": Phrase(it="lingua (XMP)", en="language (XMP)"),
    "Lang": Phrase(it="lingua", en="language"),
    "/Lang": Phrase(it="lingua", en="language"),
    "/Outlines": Phrase(it="segnalibri", en="bookmarks"),
    "/StructTreeRoot": Phrase(it="struttura e testi alternativi", en="tags and alternative texts"),
    "/AcroForm": Phrase(it="moduli", en="forms"),
    "/OpenAction": Phrase(it="azione all’apertura", en="action on opening"),
    "/AA": Phrase(it="azioni", en="actions"),
    "/JavaScript": Phrase(it="programmi", en="scripts"),
    "/Collection": Phrase(
        it="raccolta di file al posto delle pagine", en="collection of files in place of the pages"
    ),
    "/OCProperties": Phrase(it="livelli da mostrare o nascondere", en="layers to show or hide"),
}

PROBLEMS: dict[str, Phrase] = {
    "report-folder": Phrase(it="è una cartella, non un file", en="this is a folder, not a file"),
    "report-too-large": Phrase(it="il file supera {limit} MiB", en="the file is larger than {limit} MiB"),
    "not-a-pdf": Phrase(it="il file non è un PDF", en="this is not a PDF file"),
    "pdf-damaged": Phrase(it="il PDF è danneggiato o incompleto", en="the PDF file is damaged or incomplete"),
    "pdf-encrypted": Phrase(it="il PDF è cifrato", en="the PDF file is encrypted"),
    "pdf-without-data": Phrase(
        it="il PDF non contiene i dati di un rapporto",
        en="the PDF file does not carry the data of a report",
    ),
    "pdf-two-records": Phrase(
        it="il PDF contiene più di un allegato report.json",
        en="the PDF file has more than one attachment report.json",
    ),
    "attachment-missing": Phrase(
        it="l’allegato manca o si ripete", en="the attachment is missing, or there is more than one"
    ),
    "attachment-too-large": Phrase(
        it="l’allegato {name} supera {limit} MiB", en="attachment {name} is larger than {limit} MiB"
    ),
    "bad-sha256": Phrase(
        it="'{found}' non è un SHA-256: servono 64 cifre esadecimali",
        en="'{found}' is not a SHA-256, which has 64 hexadecimal digits",
    ),
}
HINTS: dict[str, Phrase] = {
    "report-folder": Phrase(
        it="indicare un rapporto in PDF; più rapporti si verificano uno alla volta",
        en="give a report as PDF; several reports are verified one by one",
    ),
    "report-too-large": Phrase(
        it="i rapporti sono molto più piccoli: indicare il PDF scritto da `alignment-maturity report`",
        en="reports are much smaller: give the PDF that `alignment-maturity report` wrote",
    ),
    "not-a-pdf": Phrase(
        it="indicare il rapporto in PDF: in Word, HTML e Markdown i dati non ci sono",
        en="give the report as PDF: Word, HTML and Markdown carry no data",
    ),
    "pdf-damaged": Phrase(it="farsi mandare di nuovo il rapporto", en="have the report sent once more"),
    "pdf-encrypted": Phrase(
        it="togliere la protezione, o chiedere il file originale",
        en="remove the protection, or ask for the original file",
    ),
    "pdf-without-data": Phrase(
        it="li contiene il file scritto da `alignment-maturity report`; a stamparlo o convertirlo si perdono",
        en="the file that `alignment-maturity report` wrote does; printing or converting it loses them",
    ),
}
