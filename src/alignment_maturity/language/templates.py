"""What can be wrong with a folder of somebody's own report templates."""

from alignment_maturity.language import Phrase

PROBLEMS: dict[str, Phrase] = {
    # The folder
    "template-folder-missing": Phrase(it="la cartella non esiste", en="the folder does not exist"),
    "template-folder-a-file": Phrase(it="non è una cartella", en="this is not a folder"),
    "template-folder-too-many": Phrase(
        it="la cartella contiene più di {limit} file", en="the folder holds more than {limit} files"
    ),
    "template-folder-too-large": Phrase(
        it="immagini e font della cartella superano insieme {limit} MiB",
        en="the pictures and fonts of the folder exceed {limit} MiB together",
    ),
    "template-folder-reserved": Phrase(
        it="il nome `{name}/` indica i modelli del programma e non può essere una cartella",
        en="the name `{name}/` stands for the program’s own templates and cannot be a folder",
    ),
    "no-template": Phrase(
        it="nella cartella non c’è alcun modello, cioè alcun file `.j2`",
        en="there is no template in the folder, that is no file ending in `.j2`",
    ),
    "template-link": Phrase(
        it="il collegamento porta fuori dalla cartella dei modelli",
        en="the link leads out of the template folder",
    ),
    "template-file-too-large": Phrase(
        it="il file supera {limit} MiB", en="the file is larger than {limit} MiB"
    ),
    "template-not-a-template": Phrase(
        it="il file è in formato {format}: non è un modello",
        en="the file is in {format} format, not a template",
    ),
    "template-ending": Phrase(
        it="il file non viene usato: il modello si chiama `{name}`",
        en="the file is not used: the template is called `{name}`",
    ),
    "template-idle": Phrase(
        it="nessun modello del programma si chiama così e nessun altro lo include{suggestion:; forse `*`?}",
        en="no template of ours has this name and no other includes it{suggestion:; did you mean `*`?}",
    ),
    # One template
    "template-syntax": Phrase(
        it="il modello non è scritto correttamente; Jinja segnala: {reason}",
        en="the template is not well formed; Jinja says: {reason}",
    ),
    "template-tag": Phrase(
        it="il comando `{name}` non esiste{suggestion:; forse `*`?}",
        en="there is no tag `{name}`{suggestion:; did you mean `*`?}",
    ),
    "template-unclosed": Phrase(
        it="a questo punto `{name}` dovrebbe essere già chiuso",
        en="at this point `{name}` should have been closed",
    ),
    "template-filter": Phrase(
        it="il filtro `{name}` non esiste o non è ammesso{suggestion:; forse `*`?}",
        en="there is no filter `{name}`, or it is not allowed{suggestion:; did you mean `*`?}",
    ),
    "template-test": Phrase(
        it="il test `{name}` non esiste{suggestion:; forse `*`?}",
        en="there is no test `{name}`{suggestion:; did you mean `*`?}",
    ),
    "template-unknown": Phrase(
        it="il modello `{name}` non esiste{suggestion:; forse `*`?}",
        en="there is no template `{name}`{suggestion:; did you mean `*`?}",
    ),
    "template-of-itself": Phrase(it="il modello si basa su sé stesso", en="the template is based on itself"),
    "template-block": Phrase(
        it="`{parent}` non ha il blocco `{name}`{suggestion:; forse `*`?}",
        en="`{parent}` has no block `{name}`{suggestion:; did you mean `*`?}",
    ),
    "template-undefined": Phrase(it="il nome `{name}` non è definito", en="the name `{name}` is not defined"),
    "template-no-part": Phrase(
        it="`{kind}` non ha `{name}`{suggestion:; forse `*`?}",
        en="`{kind}` has no `{name}`{suggestion:; did you mean `*`?}",
    ),
    "template-not-a-text": Phrase(
        it="qui serve un testo, non {kind}", en="a text is needed here, not {kind}"
    ),
    "template-forbidden": Phrase(
        it="un modello non può accedere a `{name}`", en="a template has no access to `{name}`"
    ),
    "template-unescaped": Phrase(
        it="i testi del rapporto vengono sempre protetti: `{name}` non è ammesso",
        en="the texts of a report are always escaped: `{name}` is not allowed",
    ),
    "template-arithmetic": Phrase(
        it="un modello può calcolare soltanto con numeri, e non con `{operator}`"
        " su testi, elenchi o numeri enormi",
        en="a template can compute with numbers only: no `{operator}` on texts, lists or huge numbers",
    ),
    "template-endless": Phrase(
        it="il modello non finisce mai, oppure scrive più di {limit} milioni di caratteri",
        en="the template never ends, or writes more than {limit} million characters",
    ),
    "template-recursion": Phrase(
        it="il modello richiama sé stesso senza fine", en="the template calls itself without end"
    ),
    "template-error": Phrase(
        it="il modello non si può compilare o eseguire: {reason}",
        en="the template cannot be compiled or run: {reason}",
    ),
    # Pictures, fonts, links
    "template-resource-missing": Phrase(
        it="nella cartella non c’è il file `{name}`{suggestion:; forse `*`?}",
        en="there is no file `{name}` in the folder{suggestion:; did you mean `*`?}",
    ),
    "template-resource-kind": Phrase(
        it="`{name}` non è un’immagine o un font utilizzabile; estensioni ammesse: {known}",
        en="`{name}` is no picture or font that can be used; the name can end in: {known}",
    ),
    "template-outside": Phrase(
        it="il rapporto richiamerebbe qualcosa da fuori: {found}",
        en="the report would fetch something from outside: {found}",
    ),
    "template-active": Phrase(
        it="un rapporto non può contenere parti attive: {found}",
        en="a report cannot hold active parts: {found}",
    ),
}

_OURS = Phrase(
    it='`ours/…` indica i modelli del programma: {{% extends "ours/board.html.j2" %}}',
    en='`ours/…` stands for the program’s own templates: {{% extends "ours/board.html.j2" %}}',
)
_REFERENCE = Phrase(
    it="`alignment-maturity template guide` elenca tutti i nomi",
    en="`alignment-maturity template guide` lists all names",
)
HINTS: dict[str, Phrase] = {
    "template-folder-missing": Phrase(
        it="`alignment-maturity template new CARTELLA` ne prepara una",
        en="`alignment-maturity template new DIR` makes one",
    ),
    "template-folder-a-file": Phrase(
        it="indicare la cartella che contiene i modelli", en="name the folder that holds the templates"
    ),
    "template-folder-too-many": Phrase(
        it="indicare una cartella che contenga soltanto i modelli",
        en="name a folder that holds the templates only",
    ),
    "no-template": Phrase(
        it="`alignment-maturity template new CARTELLA` scrive due modelli da cui partire",
        en="`alignment-maturity template new DIR` writes two templates to start from",
    ),
    "template-link": Phrase(it="copiare il file nella cartella", en="put a copy of the file into the folder"),
    "template-idle": _OURS,
    "template-unknown": _OURS,
    "template-of-itself": Phrase(
        it='per partire dal modello del programma: {{% extends "ours/{name}" %}}',
        en='to start from the program’s own: {{% extends "ours/{name}" %}}',
    ),
    "template-block": Phrase(it="i blocchi sono: {known}", en="its blocks are: {known}"),
    "template-unclosed": Phrase(
        it="aggiungere prima {{% end{name} %}}", en="add {{% end{name} %}} before it"
    ),
    "template-filter": _REFERENCE,
    "template-undefined": _REFERENCE,
    "template-no-part": _REFERENCE,
    "template-not-a-text": Phrase(
        it="scegliere una delle sue parti, elencate da `alignment-maturity template guide`",
        en="choose one of its parts, which `alignment-maturity template guide` lists",
    ),
    "template-outside": Phrase(
        it="copiare il file nella cartella e al posto del suo indirizzo scrivere"
        ' {{{{ data_uri("logo.png") }}}};'
        " i collegamenti web sono ammessi soltanto in <a href>",
        en='put the file into the folder and write {{{{ data_uri("logo.png") }}}} for its address;'
        " links to the web are allowed in <a href> only",
    ),
    "template-active": Phrase(
        it="script, moduli, elementi incorporati e attributi `on…` vanno tolti",
        en="scripts, forms, embedded elements and `on…` attributes have to go",
    ),
}
