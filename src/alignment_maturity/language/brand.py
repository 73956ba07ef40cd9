"""Sentences about brands: what is wrong with them, and what `brand check` shows."""

from alignment_maturity.language import Phrase

_FILES = {
    "asset-path": Phrase(
        it="'{found}' non è il percorso di un file nella cartella del marchio",
        en="'{found}' is not the path of a file in the folder of the brand",
    ),
    "asset-outside": Phrase(
        it="{file} porta fuori dalla cartella del marchio", en="{file} leads out of the folder of the brand"
    ),
    "asset-missing": Phrase(it="il file {file} non esiste", en="there is no file {file}"),
    "asset-unreadable": Phrase(
        it="{file} non si può leggere: manca il permesso, o non è un file vero e proprio",
        en="{file} cannot be read: permission is missing, or it is not a regular file",
    ),
    "asset-too-large": Phrase(it="{file} supera {limit} MiB", en="{file} is larger than {limit} MiB"),
}
_LOGOS = {
    "logo-format": Phrase(it="{file} non è né SVG né PNG", en="{file} is neither SVG nor PNG"),
    "picture-damaged": Phrase(
        it="{file} contiene un’immagine che non si riesce a decodificare",
        en="{file} holds a picture that cannot be decoded",
    ),
    "picture-pixels": Phrase(
        it="{file} contiene un’immagine di oltre {limit} megapixel",
        en="{file} holds a picture of more than {limit} megapixels",
    ),
    "svg-syntax": Phrase(
        it="{file} non è XML valido alla riga {line}", en="{file} is not valid XML at its line {line}"
    ),
    "svg-doctype": Phrase(
        it="{file} contiene una DTD o entità XML alla riga {line}",
        en="{file} has a DTD or XML entities at its line {line}",
    ),
    "svg-element": Phrase(
        it="{file} contiene l’elemento <{found}> alla riga {line}; un logo è fatto solo di forme",
        en="{file} has the element <{found}> at its line {line}; a logo is made of shapes only",
    ),
    "svg-attribute": Phrase(
        it="{file} contiene l’attributo {found} alla riga {line}, che esegue codice o cambia i collegamenti",
        en="{file} has the attribute {found} at its line {line}, which runs code or turns links elsewhere",
    ),
    "svg-link": Phrase(
        it="{file} rimanda a {found} alla riga {line}; un logo contiene tutto ciò che mostra",
        en="{file} points to {found} at its line {line}; a logo holds everything it shows",
    ),
    "svg-style": Phrase(
        it="{file} ha alla riga {line} uno stile che richiama altri file: {found}",
        en="{file} has a style at its line {line} that calls other files: {found}",
    ),
    "svg-colour": Phrase(
        it="{file} ha alla riga {line} un colore che dipende dalla stampante: {found}",
        en="{file} has a colour at its line {line} that depends on the printer: {found}",
    ),
    "svg-style-target": Phrase(
        it="{file} ha un foglio di stile che rimanda a #{found}, che non è una sfumatura",
        en="{file} has a style sheet that points to #{found}, which is no gradient",
    ),
    "svg-size": Phrase(
        it="{file} non dice quanto è grande il disegno", en="{file} does not say how large the drawing is"
    ),
    "svg-complex": Phrase(
        it="{file} è troppo complesso: più di {limit} elementi da disegnare, o rimandi senza fine",
        en="{file} is too complex: more than {limit} elements to draw, or references without end",
    ),
    "logo-too-high": Phrase(
        it="con questa larghezza il logo sarebbe alto {height} mm; il massimo è {limit} mm",
        en="at this width the logo would be {height} mm high; the maximum is {limit} mm",
    ),
    "logo-too-wide": Phrase(
        it="{file} è {times} volte più largo che alto: sulla carta quasi non si vedrebbe",
        en="{file} is {times} times as wide as it is high: on paper it would hardly be seen",
    ),
    "logo-too-tall": Phrase(
        it="{file} è {times} volte più alto che largo: sulla carta quasi non si vedrebbe",
        en="{file} is {times} times as high as it is wide: on paper it would hardly be seen",
    ),
    "logo-lettering": Phrase(
        it="{file} contiene testo in un font, che su ogni computer può apparire diverso",
        en="{file} has text set in a font, which may look different on every computer",
    ),
}
_FONTS = {
    "bad-family": Phrase(
        it="'{found}' non può fare da nome di un font", en="'{found}' cannot be the name of a font"
    ),
    "font-format": Phrase(it="{file} non è un font TTF o OTF", en="{file} is not a TTF or OTF font"),
    "font-damaged": Phrase(
        it="{file} è un font danneggiato o incompleto", en="{file} is a damaged or incomplete font"
    ),
    "font-variable": Phrase(
        it="{file} è un font variabile, con cui lo stesso rapporto non avrebbe sempre gli stessi byte",
        en="{file} is a variable font, with which the same report would not always have the same bytes",
    ),
    "font-not-embeddable": Phrase(
        it="chi ha fatto il font {file} non ne permette l’incorporazione nei documenti",
        en="the makers of the font {file} do not allow it to be embedded in documents",
    ),
    "font-letters": Phrase(
        it="nel font {file} mancano lettere che servono: {missing}",
        en="the font {file} lacks letters that are needed: {missing}",
    ),
}
_COLOURS = {
    "bad-colour": Phrase(
        it="qui è atteso un colore in esadecimale, non {found}",
        en="a colour in hexadecimal is expected here, not {found}",
    ),
    "low-contrast": Phrase(
        it="{found} su {ground} ha un contrasto di {ratio:,}:1; per leggere un testo serve almeno 4,5:1",
        en="{found} on {ground} has a contrast of {ratio}:1; text needs at least 4.5:1 to be read",
    ),
    "ramp-step": Phrase(
        it="{found} dovrebbe essere più scuro di {before}, con un contrasto di almeno 1,2:1; ha {ratio:,}:1",
        en="{found} should be darker than {before}, with a contrast of at least 1.2:1; it has {ratio}:1",
    ),
    "ramp-dark": Phrase(
        it="il secondo colore della gamma fa da sfondo al testo, ma {ink} su {found} ha un contrasto di"
        " {ratio:,}:1; serve almeno 4,5:1",
        en="the second colour of the ramp lies behind text, but {ink} on {found} has a contrast of {ratio}:1;"
        " at least 4.5:1 is needed",
    ),
}
_TEXTS = {
    "text-too-long": Phrase(
        it="il testo ha {found} caratteri; il massimo qui è {limit}",
        en="the text has {found} characters; the maximum here is {limit}",
    ),
    "language-of-no-report": Phrase(
        it="'{found}' non è una lingua dei rapporti, che sono in {listed}",
        en="'{found}' is not a language of reports, which are in {listed}",
    ),
    "unknown-section": Phrase(
        it="nessuna sezione si chiama '{found}'{suggestion:; forse `*`?}",
        en="there is no section '{found}'{suggestion:; did you mean `*`?}",
    ),
    "taken-section-id": Phrase(
        it="'{id}' è già il nome di una sezione del rapporto",
        en="'{id}' is the name of a section of the report already",
    ),
}
PROBLEMS: dict[str, Phrase] = {**_FILES, **_LOGOS, **_FONTS, **_COLOURS, **_TEXTS}

_PLAIN_SHAPES = Phrase(
    it="esportarlo come «SVG semplice» (Inkscape), o con «Attributi di presentazione» (Illustrator), oppure"
    " come PNG",
    en="export it as “Plain SVG” (Inkscape), or with “Presentation attributes” (Illustrator), or as PNG",
)
_SHAPE = Phrase(
    it="esportare il logo senza margini vuoti, nella versione orizzontale o quadrata",
    en="export the logo without empty margins, in its horizontal or square version",
)
_STATIC_FACE = Phrase(
    it="usare un file TTF o OTF statico per ciascuno stile: regular, semibold, bold, italic",
    en="use a static TTF or OTF file for each face: regular, semibold, bold, italic",
)
_NEAREST = Phrase(
    it='la tonalità più vicina dello stesso colore che si legge bene: "{nearest}"',
    en='the nearest shade of the same hue that reads well: "{nearest}"',
)
_INSIDE = Phrase(
    it="mettere il file accanto a quello del marchio, o in una sua sottocartella, e scrivere il percorso"
    " con `/`",
    en="put the file beside that of the brand, or in a folder there, and write the path with `/`",
)
HINTS: dict[str, Phrase] = {
    "asset-path": _INSIDE,
    "asset-outside": _INSIDE,
    "asset-missing": Phrase(
        it="i percorsi partono dalla cartella in cui si trova il file del marchio",
        en="paths start from the folder that the brand file is in",
    ),
    "asset-too-large": Phrase(
        it="ridurlo: di un logo bastano le forme, di un font le lettere che servono",
        en="make it smaller: a logo needs its shapes only, a font the letters in use",
    ),
    "logo-format": Phrase(it="esportare il logo come SVG o PNG", en="export the logo as SVG or PNG"),
    "picture-damaged": Phrase(it="esportarlo di nuovo", en="export it again"),
    "picture-pixels": Phrase(
        it="ridurlo: in stampa bastano 1500 pixel di larghezza",
        en="make it smaller: 1500 pixels across are enough for print",
    ),
    "svg-syntax": Phrase(it="esportarlo di nuovo", en="export it again"),
    "svg-doctype": _PLAIN_SHAPES,
    "svg-element": _PLAIN_SHAPES,
    "svg-attribute": _PLAIN_SHAPES,
    "svg-link": _PLAIN_SHAPES,
    "svg-style": _PLAIN_SHAPES,
    "svg-colour": Phrase(it="indicare i colori come #rrggbb", en="give colours as #rrggbb"),
    "svg-style-target": _PLAIN_SHAPES,
    "svg-size": Phrase(
        it='aggiungere a <svg> l’attributo viewBox, per esempio viewBox="0 0 200 80"',
        en='give <svg> the attribute viewBox, for example viewBox="0 0 200 80"',
    ),
    "svg-complex": Phrase(
        it="semplificare il disegno, o esportarlo come PNG", en="simplify the drawing, or export it as PNG"
    ),
    "logo-too-high": Phrase(
        it="indicare al massimo {widest} mm, oppure togliere `width`",
        en="give {widest} mm at most, or leave `width` out",
    ),
    "logo-too-wide": _SHAPE,
    "logo-too-tall": _SHAPE,
    "logo-lettering": Phrase(
        it="convertire il testo in tracciati prima di esportarlo",
        en="convert the text to paths before exporting it",
    ),
    "bad-family": Phrase(
        it="sono ammessi lettere senza accenti, cifre, spazi e trattini",
        en="letters without accents, digits, blanks and hyphens are allowed",
    ),
    "font-format": _STATIC_FACE,
    "font-damaged": _STATIC_FACE,
    "font-variable": _STATIC_FACE,
    "font-not-embeddable": Phrase(
        it="scegliere un font la cui licenza lo permette, per esempio uno con licenza OFL",
        en="choose a font whose licence allows it, for example one under the OFL",
    ),
    "font-letters": Phrase(
        it="scegliere un font completo per l’italiano e l’inglese",
        en="choose a font that is complete for Italian and English",
    ),
    "bad-colour": Phrase(
        it='scriverlo fra virgolette, perché senza sarebbe un commento: "#0b5568"',
        en='write it in quotes, because without them it would be a comment: "#0b5568"',
    ),
    "low-contrast": _NEAREST,
    "ramp-step": Phrase(
        it="elencare i cinque colori dal più chiaro al più scuro, o togliere `ramp`: si ricava da `accent`",
        en="list the five colours from the lightest to the darkest, or leave `ramp` out: it follows `accent`",
    ),
    "ramp-dark": _NEAREST,
    "language-of-no-report": Phrase(
        it="un testo che vale per tutte le lingue si scrive senza mappa",
        en="a text that serves in all languages is written without a map",
    ),
    "unknown-section": Phrase(it="le sezioni sono: {known}", en="the sections are: {known}"),
    "taken-section-id": Phrase(
        it="scegliere un altro identificativo, per esempio `chi-siamo`",
        en="choose another id, for example `about-us`",
    ),
}

SCREEN: dict[str, Phrase] = {
    "logo": Phrase(it="Logo", en="Logo"),
    "colours": Phrase(it="Colori", en="Colours"),
    "font": Phrase(it="Font", en="Font"),
    "sections": Phrase(it="Sezioni", en="Sections"),
    "none": Phrase(it="nessuno", en="none"),
    "our-font": Phrase(it="Inter, quello del programma", en="Inter, the program’s own"),
    "on": Phrase(it="{colour} su {ground}", en="{colour} on {ground}"),
}
"""What `brand check` shows."""
