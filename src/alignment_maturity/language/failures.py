"""Sentences for work that could not be done and for commands that make no sense."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "file-exists": Phrase(
        it="{path} esiste già; --force lo sostituisce", en="{path} already exists; --force replaces it"
    ),
    "file-in-use": Phrase(
        it="{path} è già in uso in un altro processo di alignment-maturity",
        en="{path} is in use by another alignment-maturity process",
    ),
    "input-replaced": Phrase(
        it="scrivere su {path} sostituirebbe {source}, che va letto; indicare un altro file di destinazione",
        en="writing to {path} would replace {source}, which is to be read; name another file to write",
    ),
    "folder-in-the-way": Phrase(it="{path} è una cartella, non un file", en="{path} is a folder, not a file"),
    "section-unknown": Phrase(
        it="nessuna sezione del rapporto si chiama '{name}'; le sezioni sono: {known}",
        en="no section of the report is called '{name}'; the sections are: {known}",
    ),
    "section-twice": Phrase(
        it="la sezione '{name}' è indicata due volte", en="section {name!r} is named twice"
    ),
    "sections-and-short": Phrase(
        it="--short sceglie già le sezioni: indicare --short oppure --sections",
        en="--short chooses the sections already: give --short or --sections, not both",
    ),
    "benchmark-needed": Phrase(
        it="la sezione '{section}' richiede i risultati con cui fare il confronto: indicarli con --benchmark",
        en="section '{section}' needs results to compare with: name them with --benchmark",
    ),
    "template-needless": Phrase(
        it="--template vale soltanto per {known}: un rapporto {form} non nasce da questi modelli",
        en="--template is for {known} only: a {form} report is not made from these templates",
    ),
    "template-not-ours": Phrase(
        it="nessun modello del programma si chiama '{name}'; i modelli sono: {known}",
        en="no template of ours is called '{name}'; the templates are: {known}",
    ),
    "start-out-of-range": Phrase(
        it="il piano non può cominciare il {start}: indicare un giorno tra il {first} e il {last}",
        en="the plan cannot start on {start}: give a day between {first} and {last}",
    ),
    "target-above-scale": Phrase(
        it="il livello obiettivo {target} non esiste: la scala arriva al livello {top}",
        en="there is no target level {target}: the scale ends at level {top}",
    ),
    "target-below-top": Phrase(
        it="l’organizzazione è già al livello {level}, il più alto della scala; senza --target il piano"
        " dice a che cosa badare per mantenerlo",
        en="the organisation is already at level {level}, the top of the scale; without --target the plan"
        " says what to look after to keep it",
    ),
    "target-not-above": Phrase(
        it="l’organizzazione è già al livello {level}: il livello obiettivo ({target}) deve essere più alto",
        en="the organisation is already at level {level}: the target level ({target}) must be higher",
    ),
    "new-and-previous": Phrase(
        it="{path} è indicato sia come nuova rilevazione sia con --previous",
        en="{path} is named both as the new wave and with --previous",
    ),
    "special-target": Phrase(
        it="{path} è una pipe, un dispositivo o simili; per scrivere sullo standard output indicare `-`",
        en="{path} is a pipe, a device or the like; use `-` to write to standard output",
    ),
    "missing-folder": Phrase(
        it="non si può scrivere {path}: la cartella non esiste",
        en="{path} cannot be written: the folder does not exist",
    ),
    "write-denied": Phrase(
        it="non si può scrivere {path}: manca il permesso, o un altro programma lo tiene aperto",
        en="{path} cannot be written: permission is missing, or another program has it open",
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
        it="PyYAML è installato senza libyaml; per reinstallarlo: python -m pip install"
        " --force-reinstall pyyaml",
        en="PyYAML is installed without libyaml; to reinstall it: python -m pip install"
        " --force-reinstall pyyaml",
    ),
    "questionnaire-unknown": Phrase(
        it="il questionario '{id}' non esiste; questionari disponibili: {known}",
        en="there is no questionnaire '{id}'; available: {known}",
    ),
    "resume-differs": Phrase(
        it="in {folder} è rimasta un’elaborazione interrotta con altre opzioni: ripetere il comando con le"
        " stesse, oppure senza --resume per ricominciare da capo",
        en="the interrupted run in {folder} had other options: repeat the command with the same ones, or"
        " without --resume to start over",
    ),
    "brand-needless": Phrase(
        it="--brand vale per i rapporti: aggiungere --reports o --portfolio",
        en="--brand is for reports: add --reports or --portfolio",
    ),
    "workers-unknown": Phrase(
        it="--workers {found}: serve un numero intero da 1 in su, oppure auto",
        en="--workers {found}: give a whole number from 1 up, or auto",
    ),
    "format-unknown": Phrase(
        it="l’estensione di {path} non indica il formato; precisarlo con --format ({known})",
        en="the ending of {path} does not tell the format; give it with --format ({known})",
    ),
    "binary-on-terminal": Phrase(
        it="un file {form} non si può mostrare sul terminale; indicare dove scriverlo, per esempio"
        " con -o file.{form}",
        en="a file of type {form} cannot be shown on the terminal; say where to write it, for example"
        " with -o file.{form}",
    ),
    "too-many-cells": Phrase(
        it="{path} è troppo grande per un foglio di calcolo: servirebbero più di {limit} celle",
        en="{path} is too large for a spreadsheet: it would take more than {limit} cells",
    ),
    "other-syntax": Phrase(
        it="{path}: il questionario del foglio è in {syntax}; estensioni ammesse per il file: {endings}",
        en="{path}: the questionnaire in the sheet is {syntax}; the file name can end in: {endings}",
    ),
    "answers-needed": Phrase(
        it="{option} ha senso solo insieme a un file di risposte",
        en="{option} makes sense only together with an answer file",
    ),
    "file-in-the-way": Phrase(
        it="{path} non può diventare una cartella: lì, o più in alto nel percorso, c’è un file",
        en="{path} cannot become a folder: there, or above it, stands a file",
    ),
    "folder-unnamed": Phrase(
        it="-o: manca il nome della cartella in cui scrivere", en="-o: name the folder to write to"
    ),
    "portfolio-is-pdf": Phrase(
        it="{path}: il rapporto di confronto è un PDF, con l’estensione .pdf",
        en="{path}: the comparative report is a PDF, with the ending .pdf",
    ),
    "folder-not-made": Phrase(
        it="non si può creare la cartella {path}: {reason}", en="folder {path} cannot be created: {reason}"
    ),
    "not-yaml": Phrase(
        it="{path}: un nuovo questionario è un file YAML, con l’estensione .yaml",
        en="{path}: a new questionnaire is a YAML file, with a name ending in .yaml",
    ),
    "brand-not-yaml": Phrase(
        it="{path}: un nuovo marchio è un file YAML, con l’estensione .yaml",
        en="{path}: a new brand is a YAML file, with a name ending in .yaml",
    ),
    "bad-file-id": Phrase(
        it="'{name}' non può fare da identificativo: sono ammesse solo lettere minuscole senza accenti,"
        " cifre e trattini",
        en="'{name}' cannot be an id: only lower-case letters without accents, digits and hyphens are"
        " allowed",
    ),
    "pdf-library-missing": Phrase(
        it="non si può creare il PDF, perché mancano le librerie ({reason}); `alignment-maturity doctor`"
        " dice come installarle; gli altri formati ne fanno a meno",
        en="the PDF cannot be made, because its libraries are missing ({reason}); `alignment-maturity"
        " doctor` says how to install them; the other formats do without",
    ),
    "outside-templates": Phrase(
        it="un modello del rapporto richiede {url}, che non è nella cartella dei modelli",
        en="a report template asks for {url}, which is not in the template folder",
    ),
    "stdout-closed": Phrase(
        it="lo standard output è chiuso: il risultato non si può scrivere",
        en="standard output is closed: the result cannot be written",
    ),
    "system": Phrase(it="il sistema operativo risponde: {reason}", en="the operating system says: {reason}"),
    "out-of-memory": Phrase(it="la memoria non basta", en="there is not enough memory"),
    "internal": Phrase(
        it="errore interno ({reason}); --verbose mostra i dettagli da segnalare",
        en="internal error ({reason}); --verbose shows the details to report",
    ),
    "answers-ending": Phrase(
        it="{path}: il nome del file delle risposte deve finire in {endings}",
        en="{path}: the name of the answer file must end in {endings}",
    ),
    "option-needed": Phrase(
        it="manca {option}, e non si può chiedere perché lo standard input non è un terminale",
        en="{option} is missing, and cannot be asked for because standard input is not a terminal",
    ),
    "unknown-group": Phrase(
        it="--group: il questionario non ha la funzione {group}; ha {known}",
        en="--group: the questionnaire has no group {group}; it has {known}",
    ),
    "contradicts-file": Phrase(
        it="{option} {given}: in {path} c’è già {found}; togliere l’opzione o indicare un altro file",
        en="{option} {given}: {path} already says {found}; leave the option out or name another file",
    ),
    "is-a-workshop": Phrase(
        it="{path} contiene un workshop; per riprenderlo: alignment-maturity workshop -o {path}",
        en="{path} holds a workshop; to go on with it: alignment-maturity workshop -o {path}",
    ),
    "not-a-workshop": Phrase(
        it="{path} non contiene un workshop, ma risposte individuali; per partire da queste indicare un altro"
        " file con -o e questo con --from",
        en="{path} holds individual answers, not a workshop; to start from them, name another file with -o"
        " and this one with --from",
    ),
    "answers-or-present": Phrase(
        it="indicare il file del workshop: con -o per condurlo, con --present per mostrarlo alla sala",
        en="name the workshop’s file: with -o to lead it, with --present to show it to the room",
    ),
    "only-present": Phrase(
        it="--present mostra soltanto: {option} non ha senso insieme a questa opzione",
        en="--present only shows: {option} makes no sense together with it",
    ),
    "from-too-late": Phrase(
        it="{path} esiste già, e --from serve soltanto a cominciare un workshop; togliere l’opzione o"
        " indicare un altro file",
        en="{path} exists already: --from only begins a workshop; leave the option out or name another file",
    ),
    "files-without-from": Phrase(
        it="{path}: le risposte individuali si indicano con --from, il file del workshop con -o",
        en="{path}: individual answers are named with --from, the workshop’s file with -o",
    ),
    "option-without-from": Phrase(
        it="{option} ha senso solo insieme a --from", en="{option} makes sense only together with --from"
    ),
    "order-without-answers": Phrase(
        it="--order disagreement: senza risposte individuali (--from) non si sa dove c’è distanza",
        en="--order disagreement: without individual answers (--from) nothing tells where functions differ",
    ),
    "no-functions": Phrase(
        it="il questionario {id} non ha funzioni, e un workshop le mette a confronto",
        en="questionnaire {id} has no functions, and a workshop compares them",
    ),
    "participants-unreadable": Phrase(
        it="'{found}' non dice chi partecipa: servono una funzione e un numero fino a {most}, o i nomi, per"
        " esempio marketing=4 o 'vendite=Anna, Luca'",
        en="'{found}' does not say who is there: it takes a function and a number up to {most}, or names,"
        " such as marketing=4 or 'sales=Anna, Luca'",
    ),
    "participants-of-nobody": Phrase(
        it="partecipanti: il questionario non ha la funzione '{found}'; ha {known}",
        en="participants: the questionnaire has no function '{found}'; it has {known}",
    ),
    "several-people": Phrase(
        it="{path} contiene le risposte di più persone; l’intervista riprende solo il file di una persona",
        en="{path} holds the answers of several people; the interview resumes the file of one person only",
    ),
    "workers-die": Phrase(
        it="i processi di lavoro terminano appena avviati ({reason}); con --workers 1 se ne fa a meno",
        en="worker processes end as soon as they start ({reason}); --workers 1 does without them",
    ),
    "remote-extra-missing": Phrase(
        it="per leggere {path} mancano librerie; per installarle: pip install 'alignment-maturity[remote]'"
        " (per indirizzi diversi da s3:// serve anche la libreria fsspec di {scheme}://)",
        en="libraries are missing to read {path}; to install them: pip install 'alignment-maturity[remote]'"
        " (addresses other than s3:// also take the fsspec library of {scheme}://)",
    ),
    "cluster-extra-missing": Phrase(
        it="per lavorare su un cluster serve Dask; per installarlo: pip install"
        " 'alignment-maturity[cluster]'",
        en="working on a cluster takes Dask; to install it: pip install 'alignment-maturity[cluster]'",
    ),
    "scheduler-unreachable": Phrase(
        it="lo scheduler {address} non risponde; controllare l’indirizzo (per esempio tcp://nome:8786), che"
        " lo scheduler sia avviato e che la rete lo lasci raggiungere",
        en="the scheduler at {address} does not answer; check the address (such as tcp://name:8786), that the"
        " scheduler is running, and that the network lets you reach it",
    ),
    "scheduler-lost": Phrase(
        it="lo scheduler {address} non risponde più; il lavoro già fatto è salvo: per riprenderlo ripetere il"
        " comando con --resume",
        en="the scheduler at {address} no longer answers; the work done so far is safe: to go on from there,"
        " repeat the command with --resume",
    ),
    "cluster-without-workers": Phrase(
        it="lo scheduler {address} non ha worker da {seconds} secondi; avviarne almeno uno e ripetere il"
        " comando con --resume",
        en="the scheduler at {address} has had no workers for {seconds} seconds; start at least one, and"
        " repeat the command with --resume",
    ),
    "cluster-package-missing": Phrase(
        it="sui worker del cluster manca alignment-maturity {version}; va installato nell’ambiente in cui"
        " girano",
        en="alignment-maturity {version} is missing on the workers of the cluster; install it in the"
        " environment they run in",
    ),
    "cluster-version": Phrase(
        it="un worker del cluster ha alignment-maturity {found}, mentre qui c’è {version}; installare ovunque"
        " la stessa versione",
        en="a worker of the cluster has alignment-maturity {found}, and here it is {version}; install the"
        " same version everywhere",
    ),
}
