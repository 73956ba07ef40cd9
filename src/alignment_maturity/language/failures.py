"""Sentences for work that could not be done and for commands that make no sense."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "file-exists": Phrase(
        it="{path} esiste già; con --force viene sostituito", en="{path} exists already; --force replaces it"
    ),
    "file-in-use": Phrase(
        it="{path} è in uso da parte di un altro processo di alignment-maturity",
        en="{path} is in use by another process of alignment-maturity",
    ),
    "folder-in-the-way": Phrase(it="{path} è una cartella, non un file", en="{path} is a folder, not a file"),
    "special-target": Phrase(
        it="{path} è una pipe, un dispositivo o simili; per scrivere sull’uscita standard indicare `-`",
        en="{path} is a pipe, a device or the like; `-` writes to standard output",
    ),
    "missing-folder": Phrase(
        it="non si può scrivere {path}: la cartella non esiste",
        en="{path} cannot be written: the folder does not exist",
    ),
    "write-denied": Phrase(
        it="non si può scrivere {path}: manca il permesso, o un altro programma lo tiene aperto",
        en="{path} cannot be written: there is no permission, or another program has it open",
    ),
    "read-only-disk": Phrase(
        it="non si può scrivere {path}: il disco è di sola lettura",
        en="{path} cannot be written: the disk is read-only",
    ),
    "disk-full": Phrase(
        it="non si può scrivere {path}: il disco è pieno", en="{path} cannot be written: the disk is full"
    ),
    "name-too-long": Phrase(
        it="non si può scrivere {path}: il nome è troppo lungo",
        en="{path} cannot be written: the name is too long",
    ),
    "not-written": Phrase(it="non si può scrivere {path}: {reason}", en="{path} cannot be written: {reason}"),
    "no-libyaml": Phrase(
        it="PyYAML è installato senza libyaml; reinstallarlo: python -m pip install --force-reinstall pyyaml",
        en="PyYAML is installed without libyaml; mend it with python -m pip install --force-reinstall pyyaml",
    ),
    "questionnaire-unknown": Phrase(
        it="non c’è un questionario '{id}'; ci sono: {known}",
        en="there is no questionnaire '{id}'; there are: {known}",
    ),
    "format-unknown": Phrase(
        it="la fine di {path} non dice il formato; indicarlo con --format ({known})",
        en="the ending of {path} does not say the format; name it with --format ({known})",
    ),
    "folder-not-made": Phrase(
        it="non si può creare la cartella {path}: {reason}", en="folder {path} cannot be made: {reason}"
    ),
    "not-yaml": Phrase(
        it="{path}: un questionario si inizia in YAML, con la fine .yaml",
        en="{path}: a questionnaire is started as YAML, with the ending .yaml",
    ),
    "bad-file-id": Phrase(
        it="'{name}' non può essere un identificativo: servono lettere minuscole, cifre e trattini",
        en="'{name}' cannot be an id: it takes lower-case letters, digits and hyphens",
    ),
    "pdf-library-missing": Phrase(
        it="il PDF non si può fare, perché mancano le librerie ({reason}); `alignment-maturity doctor` dice"
        " come installarle, e il rapporto in HTML ne fa a meno",
        en="no PDF can be made, because its libraries are missing ({reason}); `alignment-maturity doctor`"
        " says how to install them, and the report as HTML does without",
    ),
    "outside-templates": Phrase(
        it="un modello del rapporto chiede {url}, che non sta nella cartella dei modelli",
        en="a template of the report asks for {url}, which is not in the folder of templates",
    ),
    "system": Phrase(it="il sistema operativo risponde: {reason}", en="the operating system says: {reason}"),
    "out-of-memory": Phrase(it="la memoria non basta", en="there is not enough memory"),
    "internal": Phrase(
        it="errore interno ({reason}); con --verbose si vedono i particolari da segnalare",
        en="internal error ({reason}); --verbose shows the details to report",
    ),
    "answers-ending": Phrase(
        it="{path}: il file delle risposte deve finire in {endings}",
        en="{path}: the answer file must end in {endings}",
    ),
    "option-needed": Phrase(
        it="manca {option}, e non si può chiedere perché l’ingresso non è un terminale",
        en="{option} is missing, and cannot be asked because the input is not a terminal",
    ),
    "unknown-group": Phrase(
        it="--group: il questionario non ha la funzione {group}; ha {known}",
        en="--group: the questionnaire has no group {group}; it has {known}",
    ),
    "contradicts-file": Phrase(
        it="{option} {given}: in {path} c’è già {found}; togliere l’opzione o indicare un altro file",
        en="{option} {given}: {path} already says {found}; leave the option out or name another file",
    ),
    "several-people": Phrase(
        it="{path} contiene le risposte di più persone; l’intervista riprende solo il file di una persona",
        en="{path} holds the answers of several people; the interview resumes the file of one person only",
    ),
}
