"""What can be wrong with somebody's own template of the report in Word."""

from alignment_maturity.language import Phrase

PROBLEMS: dict[str, Phrase] = {
    "no-word-template": Phrase(
        it="il file non è un documento Word (.docx)", en="this is not a Word document (.docx)"
    ),
    "word-template-locked": Phrase(
        it="il file è protetto da una password, oppure è nel vecchio formato .doc",
        en="the file is protected by a password, or is in the old .doc format",
    ),
    "word-template-damaged": Phrase(
        it="il documento Word è danneggiato o incompleto", en="the Word document is damaged or incomplete"
    ),
    "word-template-too-large": Phrase(
        it="il documento decompresso supera {limit} MiB, o contiene troppe parti",
        en="unpacked, the document is larger than {limit} MiB, or has too many parts",
    ),
    "word-template-active": Phrase(
        it="un modello non può contenere macro, oggetti incorporati o campi che leggono altri file: {found}",
        en="a template cannot hold macros, embedded objects or fields that read other files: {found}",
    ),
    "word-template-outside": Phrase(
        it="un modello non può richiamare nulla da fuori: {found}",
        en="a template cannot fetch anything from outside: {found}",
    ),
    "word-template-unclosed": Phrase(
        it="un comando non è chiuso, o non è aperto, in questo paragrafo",
        en="a command is not closed, or not opened, in this paragraph",
    ),
    "word-template-syntax": Phrase(
        it="il comando non è scritto correttamente; Jinja segnala: {reason}",
        en="the command is not well formed; Jinja says: {reason}",
    ),
    "word-template-name": Phrase(
        it="il nome `{name}` non esiste{suggestion:; forse `*`?}",
        en="there is no name `{name}`{suggestion:; did you mean `*`?}",
    ),
    "word-template-part": Phrase(
        it="`{kind}` non ha `{name}`{suggestion:; forse `*`?}",
        en="`{kind}` has no `{name}`{suggestion:; did you mean `*`?}",
    ),
    "word-template-broken": Phrase(
        it="un comando comincia e finisce in parti diverse del documento",
        en="a command begins and ends in different parts of the document",
    ),
    "word-template-place": Phrase(
        it="rapporto, sezioni e immagini non possono stare nell’intestazione, nel piè di pagina o nelle note",
        en="report, sections and pictures cannot stand in the header, the footer or the notes",
    ),
    "word-template-empty": Phrase(
        it="il modello non dice dove va il rapporto", en="the template does not say where the report goes"
    ),
}

_NAMES = Phrase(it="i nomi sono: {known}", en="the names are: {known}")
_SAVE_AS = Phrase(
    it="in Word: «Salva con nome», tipo «Documento di Word (*.docx)»",
    en="in Word: “Save as”, type “Word document (*.docx)”",
)
HINTS: dict[str, Phrase] = {
    "no-word-template": _SAVE_AS,
    "word-template-locked": _SAVE_AS,
    "word-template-damaged": Phrase(
        it="aprirlo con Word e salvarlo di nuovo", en="open it in Word and save it again"
    ),
    "word-template-active": Phrase(
        it="togliere la macro, l’oggetto o il campo", en="take the macro, the object or the field out"
    ),
    "word-template-outside": Phrase(
        it="le immagini vanno inserite nel documento, non collegate;"
        " i collegamenti web sono ammessi nel testo",
        en="put pictures into the document instead of linking them; links to the web are allowed in text",
    ),
    "word-template-unclosed": Phrase(
        it="{{{{ … }}}} e {{% … %}} cominciano e finiscono nello stesso paragrafo",
        en="{{{{ … }}}} and {{% … %}} begin and end in the same paragraph",
    ),
    "word-template-name": _NAMES,
    "word-template-part": _NAMES,
    "word-template-broken": Phrase(
        it="{{%p if … %}} e {{%p endif %}} stanno ciascuno in un paragrafo proprio,"
        " entrambi nel testo o entrambi nella stessa cella",
        en="{{%p if … %}} and {{%p endif %}} each stand in a paragraph of their own,"
        " both in the text or both in the same cell",
    ),
    "word-template-place": Phrase(
        it="nell’intestazione e nel piè di pagina si possono usare i testi, come {{{{ organisation }}}}",
        en="headers and footers can use the texts, such as {{{{ organisation }}}}",
    ),
    "word-template-empty": Phrase(
        it="in un paragrafo proprio scrivere {{{{p report }}}},"
        " oppure una sezione come {{{{p sections.plan }}}}",
        en="in a paragraph of its own, write {{{{p report }}}},"
        " or a section such as {{{{p sections.plan }}}}",
    ),
}
