"""What the files in a report are, as programs that show PDF files list them."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "answers": Phrase(it="Le risposte, senza nomi", en="The answers, without names"),
    "answers-with-notes": Phrase(
        it="Le risposte, con le annotazioni e i nomi di chi le ha scritte",
        en="The answers, with notes and the names of those who wrote them",
    ),
    "workshop": Phrase(it="I voti del workshop", en="The votes of the workshop"),
    "earlier": Phrase(it="{what}: rilevazione precedente {number}", en="{what}: earlier wave {number}"),
    "questionnaire": Phrase(
        it="Il questionario: {title}, versione {version}", en="The questionnaire: {title}, version {version}"
    ),
    "result": Phrase(it="Il risultato, per altri programmi", en="The result, for other programs"),
    "record": Phrase(
        it="Come è stato fatto il rapporto; lo legge alignment-maturity verify",
        en="How the report was made; read by alignment-maturity verify",
    ),
}
