"""Sentences for everything that can be wrong with an input file, and how to mend it."""

from __future__ import annotations

from alignment_maturity.errors import Problem
from alignment_maturity.language import (
    Lang,
    Phrase,
    batch,
    benchmark,
    brand,
    findings,
    one_line,
    tables,
    templates,
    translation,
    verify,
    word,
)

_FILES = {
    "missing-file": Phrase(it="il file non esiste", en="the file does not exist"),
    "folder": Phrase(it="è una cartella, non un file", en="this is a folder, not a file"),
    "special-file": Phrase(
        it="non è un file vero e proprio, ma una pipe, un dispositivo o simili",
        en="not a regular file, but a pipe, a device or the like",
    ),
    "no-permission": Phrase(
        it="manca il permesso di leggere il file", en="there is no permission to read the file"
    ),
    "unreadable-file": Phrase(
        it="il file non si può leggere: {reason}", en="the file cannot be read: {reason}"
    ),
    "too-large": Phrase(it="il file supera {limit} MiB", en="the file is larger than {limit} MiB"),
    "other-encoding": Phrase(
        it="il file è codificato in {encoding}, non in UTF-8",
        en="the file is encoded in {encoding}, not in UTF-8",
    ),
    "not-utf-8": Phrase(it="il byte {byte} non è testo UTF-8", en="byte {byte} is not UTF-8 text"),
    "other-format": Phrase(
        it="il file è in formato {format}: non è un testo YAML o JSON",
        en="the file is in {format} format: it is not YAML or JSON text",
    ),
    "binary-file": Phrase(
        it="il file contiene byte nulli: non è un testo", en="the file contains null bytes: it is not text"
    ),
    "empty-document": Phrase(it="il file non contiene dati", en="the file contains no data"),
    "too-deep": Phrase(
        it="mappe ed elenchi sono annidati su più di {limit} livelli",
        en="maps and lists are nested more than {limit} deep",
    ),
    "too-many-nodes": Phrase(
        it="il file contiene più di {limit} elementi", en="the file contains more than {limit} elements"
    ),
}
_SYNTAX = {
    "control-character": Phrase(
        it="c’è un carattere di controllo o invisibile",
        en="there is a control character or an invisible one",
    ),
    "duplicate-key": Phrase(
        it="la chiave `{key}` compare già alla riga {line}", en="key `{key}` is already on line {line}"
    ),
    "anchor": Phrase(
        it="le ancore YAML non sono ammesse: `&{name}`", en="YAML anchors are not allowed: `&{name}`"
    ),
    "alias": Phrase(
        it="gli alias YAML non sono ammessi: `*{name}`", en="YAML aliases are not allowed: `*{name}`"
    ),
    "merge-key": Phrase(
        it="le chiavi di unione YAML non sono ammesse: `<<`", en="YAML merge keys are not allowed: `<<`"
    ),
    "tag": Phrase(it="i tag YAML non sono ammessi: `{name}`", en="YAML tags are not allowed: `{name}`"),
    "several-documents": Phrase(
        it="qui comincia un secondo documento; un file ne contiene uno solo",
        en="a second document begins here; a file holds only one",
    ),
    "complex-key": Phrase(
        it="una chiave è un testo, non una mappa o un elenco", en="a key is a text, not a map or a list"
    ),
    "unquoted-comma": Phrase(
        it="il testo di `{key}` contiene una virgola fuori dalle virgolette; è stato letto per intero",
        en="the text of `{key}` has a comma outside quotes; it was read as one text",
    ),
    "tab-indentation": Phrase(it="il rientro contiene una tabulazione", en="the indentation contains a tab"),
    "bad-indentation": Phrase(
        it="il rientro di questa riga non corrisponde a quello delle righe precedenti",
        en="the indentation of this line does not match the lines before",
    ),
    "unclosed-quote": Phrase(
        it="le virgolette aperte qui non vengono chiuse", en="the quote opened here is not closed"
    ),
    "unclosed-bracket": Phrase(
        it="la parentesi `{character}` aperta qui non viene chiusa, oppure più avanti manca una virgola",
        en="the bracket `{character}` opened here is not closed, or a comma is missing further on",
    ),
    "stray-bracket": Phrase(
        it="la parentesi `{character}` non ne chiude nessuna", en="the bracket `{character}` closes nothing"
    ),
    "missing-comma": Phrase(it="qui manca una virgola", en="a comma is missing here"),
    "missing-colon": Phrase(
        it="una chiave va seguita dai due punti e da uno spazio",
        en="a key is followed by a colon and a space",
    ),
    "colon-in-text": Phrase(
        it="un testo senza virgolette non può contenere due punti seguiti da uno spazio",
        en="text without quotes cannot contain a colon followed by a space",
    ),
    "text-after-value": Phrase(
        it="dopo le virgolette o la parentesi di chiusura c’è altro testo",
        en="there is more text after the closing quote or bracket",
    ),
    "reserved-character": Phrase(
        it="un testo senza virgolette non può cominciare con `{character}`",
        en="text without quotes cannot begin with `{character}`",
    ),
    "bad-escape": Phrase(
        it="la barra rovesciata non è seguita da un codice valido",
        en="the backslash is not followed by a valid code",
    ),
    "yaml-syntax": Phrase(
        it="in questo punto il testo non è YAML valido", en="the text is not valid YAML here"
    ),
    "json-syntax": Phrase(
        it="in questo punto il testo non è JSON valido", en="the text is not valid JSON here"
    ),
    "json-constant": Phrase(it="{found} non è un numero in JSON", en="{found} is not a number in JSON"),
    "trailing-comma": Phrase(
        it="in JSON non si mette la virgola dopo l’ultima voce", en="JSON has no comma after the last entry"
    ),
    "unquoted-text": Phrase(
        it="in JSON chiavi e testi stanno fra virgolette doppie",
        en="in JSON, keys and texts are written in double quotes",
    ),
}
_SCALARS = {
    "expected-text": Phrase(it="qui è atteso un testo, non {found}", en="text is expected here, not {found}"),
    "empty-text": Phrase(it="il testo è vuoto", en="the text is empty"),
    "expected-whole-number": Phrase(
        it="qui è atteso un numero intero, non {found}", en="a whole number is expected here, not {found}"
    ),
    "expected-number": Phrase(
        it="qui è atteso un numero, non {found}", en="a number is expected here, not {found}"
    ),
    "expected-flag": Phrase(
        it="qui è atteso true o false, non {found}", en="true or false is expected here, not {found}"
    ),
    "expected-date": Phrase(
        it="qui è attesa una data nella forma 2026-11-21, non {found}",
        en="a date is expected here, written like 2026-11-21, not {found}",
    ),
    "bad-identifier": Phrase(it="'{found}' non è un identificativo", en="'{found}' is not an identifier"),
    "out-of-range": Phrase(
        it="{found} non è compreso fra {low} e {high}", en="{found} is not between {low} and {high}"
    ),
    "unsupported-format": Phrase(
        it="il formato {found} non è supportato; questa versione legge il formato 1",
        en="format {found} is not supported; this version reads format 1",
    ),
    "expected-localised": Phrase(
        it="qui è atteso un testo, uno solo o uno per ogni lingua, non {found}",
        en="text is expected here, either one or one for each language, not {found}",
    ),
}
_STRUCTURE = {
    "unknown-key": Phrase(
        it="la chiave `{key}` non esiste{suggestion:; forse `*`?}",
        en="unknown key `{key}`{suggestion:; did you mean `*`?}",
    ),
    "missing-key": Phrase(it="manca la chiave `{key}`", en="key `{key}` is missing"),
    "unknown-kind": Phrase(
        it="il tipo di domanda '{found}' non esiste; tipi ammessi: {known}",
        en="there is no question kind '{found}'; it can be: {known}",
    ),
    "unknown-method": Phrase(
        it="il metodo '{found}' non esiste; metodi ammessi: {known}",
        en="there is no method '{found}'; it can be: {known}",
    ),
    "expected-map": Phrase(
        it="qui è attesa una mappa, con chiavi e valori, non {found}",
        en="a map of keys and values is expected here, not {found}",
    ),
    "expected-list": Phrase(
        it="qui è atteso un elenco, non {found}", en="a list is expected here, not {found}"
    ),
    "too-few-entries": Phrase(
        it="le voci sono troppo poche: minimo {min_length}",
        en="there are too few entries: the minimum is {min_length}",
    ),
    "too-many-entries": Phrase(
        it="le voci sono troppe: massimo {max_length}",
        en="there are too many entries: the maximum is {max_length}",
    ),
    "bad-language": Phrase(
        it="'{found}' non è il codice di una lingua, come `it` o `en`",
        en="'{found}' is not the code of a language, such as `it` or `en`",
    ),
    "unexpected-value": Phrase(
        it="il valore {found} qui non è ammesso", en="value {found} is not allowed here"
    ),
}
PHRASES: dict[str, Phrase] = {
    **_FILES, **_SYNTAX, **_SCALARS, **_STRUCTURE, **findings.PHRASES, **translation.PROBLEMS,
    **batch.PROBLEMS, **benchmark.PROBLEMS, **brand.PROBLEMS, **templates.PROBLEMS, **verify.PROBLEMS,
    **word.PROBLEMS, **tables.PROBLEMS,
}  # fmt: skip

_QUOTE = Phrase(it="scrivere il testo fra virgolette", en="put the text in quotes")
_APOSTROPHE = Phrase(
    it="usare le virgolette doppie, oppure raddoppiare gli apostrofi fra apici singoli",
    en="use double quotes, or double the apostrophes inside single quotes",
)
_SAVE_AS_UTF_8 = Phrase(
    it="nell’editor, usare «Salva con nome» e scegliere la codifica UTF-8",
    en="in the editor, use “Save as” and choose the UTF-8 encoding",
)
_DECIMALS = Phrase(
    it="i numeri si scrivono senza virgolette, con il punto per i decimali",
    en="numbers are written without quotes, with a decimal point",
)
HINTS: dict[str, Phrase] = {
    "folder": Phrase(
        it="`alignment-maturity batch` legge intere cartelle",
        en="`alignment-maturity batch` reads whole folders",
    ),
    "special-file": Phrase(
        it="per leggere da un altro programma, indicare `-`", en="to read from another program, use `-`"
    ),
    "too-large": Phrase(
        it="dividerlo in più file: quelli di una stessa organizzazione si valutano insieme",
        en="split it into several files: those of one organisation are assessed together",
    ),
    "other-encoding": _SAVE_AS_UTF_8,
    "not-utf-8": _SAVE_AS_UTF_8,
    "other-format": Phrase(
        it="le risposte si scrivono in YAML o JSON; `alignment-maturity assess` ne prepara il file",
        en="answers are written as YAML or JSON; `alignment-maturity assess` makes the file",
    ),
    "control-character": Phrase(
        it="cancellarlo e riscrivere a mano il testo intorno", en="delete it and retype the text around it"
    ),
    "anchor": _QUOTE,
    "alias": _QUOTE,
    "tag": _QUOTE,
    "merge-key": Phrase(it="scrivere le voci per esteso", en="write the entries out in full"),
    "several-documents": Phrase(
        it="dividere il file, o togliere ciò che separa i documenti",
        en="split the file, or remove what separates the documents",
    ),
    "complex-key": Phrase(
        it="un testo che comincia con una parentesi o con `?` va fra virgolette",
        en="text that begins with a bracket or with `?` goes in quotes",
    ),
    "unquoted-comma": _QUOTE,
    "tab-indentation": Phrase(it="usare soltanto spazi", en="use spaces only"),
    "bad-indentation": Phrase(
        it="allineare le chiavi della stessa voce; un testo su più righe va fra virgolette",
        en="align the keys of one entry; text on several lines goes in quotes",
    ),
    "unclosed-quote": _APOSTROPHE,
    "missing-colon": Phrase(
        it="se la riga continua un testo, mettere l’intero testo fra virgolette",
        en="if the line continues a text, put the whole text in quotes",
    ),
    "colon-in-text": _QUOTE,
    "text-after-value": _APOSTROPHE,
    "reserved-character": _QUOTE,
    "bad-escape": Phrase(it="raddoppiare la barra rovesciata", en="double the backslash"),
    "expected-whole-number": Phrase(
        it="i numeri si scrivono senza virgolette", en="numbers are written without quotes"
    ),
    "expected-number": _DECIMALS,
    "bad-identifier": Phrase(
        it="sono ammessi lettere minuscole senza accenti, cifre e trattini",
        en="lower-case letters without accents, digits and hyphens are allowed",
    ),
    "expected-map": Phrase(
        it="una voce per riga, con uno spazio dopo i due punti",
        en="one entry per line, with a space after the colon",
    ),
    "expected-list": Phrase(
        it="una voce per riga dopo `- `, oppure fra parentesi quadre: [a, b]",
        en="one entry per line after `- `, or in square brackets: [a, b]",
    ),
    **findings.HINTS,
    **translation.HINTS,
    **benchmark.HINTS,
    **brand.HINTS,
    **templates.HINTS,
    **verify.HINTS,
    **word.HINTS,
    **tables.HINTS,
}


def describe(problem: Problem, lang: Lang) -> str:
    """Say what is wrong, on one line."""
    return one_line(PHRASES[problem.code].fill(lang, **problem.values))


def advise(problem: Problem, lang: Lang) -> str:
    """Say how to mend it, on one line; empty where there is nothing to add."""
    hint = HINTS.get(problem.code)
    return one_line(hint.fill(lang, **problem.values)) if hint else ""
