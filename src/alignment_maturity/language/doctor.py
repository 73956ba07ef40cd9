"""What `doctor` looked at, and what a lack means."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "python": Phrase(it="Python 3.11 o successivo", en="Python 3.11 or later"),
    "pdf-libraries": Phrase(it="Librerie per i PDF (Pango)", en="Libraries for PDF files (Pango)"),
    "libyaml": Phrase(it="Lettura di YAML", en="Reading YAML"),
    "fonts": Phrase(it="Font del rapporto", en="Report fonts"),
    "encoding": Phrase(it="Codifica del terminale", en="Terminal encoding"),
    "own-folder": Phrase(it="Cartella dei vostri questionari", en="Folder for your own questionnaires"),
    "here": Phrase(it="Scrittura in questa cartella", en="Writing to this folder"),
}
MISSING: dict[str, Phrase] = {
    "python": Phrase(it="versione troppo vecchia", en="version too old"),
    "pdf-libraries": Phrase(
        it="senza queste librerie i rapporti escono solo in HTML",
        en="without them, reports come as HTML only",
    ),
    "libyaml": Phrase(
        it="PyYAML è installato senza libyaml: nessun file YAML si può leggere",
        en="PyYAML is installed without libyaml: no YAML file can be read",
    ),
    "fonts": Phrase(it="l’installazione è incompleta", en="the installation is incomplete"),
    "encoding": Phrase(
        it="barre e scale sono disegnate in ASCII; alcune lettere possono mancare",
        en="bars and ladders are drawn in ASCII; some letters may be missing",
    ),
    "own-folder": Phrase(it="in questa cartella non si può scrivere", en="this folder cannot be written to"),
    "here": Phrase(it="in questa cartella non si può scrivere", en="this folder cannot be written to"),
}
