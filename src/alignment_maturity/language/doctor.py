"""What `doctor` looked at, and what a lack means."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "python": Phrase(it="Python 3.11 o successivo", en="Python 3.11 or later"),
    "pdf-libraries": Phrase(it="Librerie per i PDF (Pango)", en="Libraries for PDF files (Pango)"),
    "fonts": Phrase(it="Caratteri del rapporto", en="Fonts of the report"),
    "encoding": Phrase(it="Codifica del terminale", en="Encoding of the terminal"),
    "own-folder": Phrase(it="Cartella dei vostri questionari", en="Folder for your own questionnaires"),
    "here": Phrase(it="Scrittura in questa cartella", en="Writing in this folder"),
}
MISSING: dict[str, Phrase] = {
    "python": Phrase(it="versione troppo vecchia", en="version too old"),
    "pdf-libraries": Phrase(
        it="senza di esse i rapporti escono solo in HTML", en="without them reports come as HTML only"
    ),
    "fonts": Phrase(it="l’installazione è incompleta", en="the installation is incomplete"),
    "encoding": Phrase(
        it="barre e scale sono disegnate in ASCII; alcune lettere possono mancare",
        en="bars and ladders are drawn in ASCII; some letters may be missing",
    ),
    "own-folder": Phrase(it="non vi si può scrivere", en="cannot be written to"),
    "here": Phrase(it="qui non si può scrivere", en="cannot be written to"),
}
