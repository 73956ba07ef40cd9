"""Titles and labels of what `compare` shows on the screen."""

from alignment_maturity.language import Lang, Phrase, say

PHRASES: dict[str, Phrase] = {
    "before": Phrase(it="prima", en="before"),
    "after": Phrase(it="ora", en="now"),
    "gained": Phrase(it="in più", en="gained"),
    "lost": Phrase(it="in meno", en="lost"),
    "coverage": Phrase(it="Copertura dei livelli", en="Coverage of the levels"),
    "threshold": Phrase(it="soglia {share}", en="threshold {share}"),
    "gates": Phrase(it="Requisiti", en="Gates"),
    "gates-unchanged": Phrase(it="Nessun requisito è cambiato.", en="No gate has changed."),
    "dimensions": Phrase(it="Indice e dimensioni (0–100)", en="Index and dimensions (0–100)"),
    "index": Phrase(it="Indice", en="Index"),
    "other-questionnaire": Phrase(
        it="* con un altro questionario o un’altra versione: i livelli e gli indici non sono misurati allo"
        " stesso modo",
        en="* with another questionnaire or version: levels and indices are not measured alike",
    ),
    "other-questions": Phrase(
        it="* in questa dimensione sono cambiate le domande o i loro pesi",
        en="* the questions of this dimension, or their weights, have changed",
    ),
    "risen": Phrase(it="Domande salite: {n}", en="Questions up: {n}"),
    "fallen": Phrase(it="Domande scese: {n}", en="Questions down: {n}"),
    "more-questions": Phrase(it="… e altre {n}", en="… and {n} more"),
    "more-questions-one": Phrase(it="… e un’altra", en="… and one more"),
    "questions-unchanged": Phrase(
        it="Nessuna domanda è salita o scesa.", en="No question has gone up or down."
    ),
    "actions": Phrase(it="Azioni", en="Actions"),
    "unplanned": Phrase(it="svolta, fuori dal piano", en="done, not in the plan"),
    "still-open": Phrase(it="ancora aperta", en="still open"),
    "undone": Phrase(it="prima svolta, ora non più", en="done before, no longer"),
    "done": Phrase(it="svolta", en="done"),
    "actions-unchanged": Phrase(
        it="Nelle azioni svolte non è cambiato nulla.", en="Nothing has changed in the actions done."
    ),
    "arisen": Phrase(it="Nuovi disaccordi", en="New disagreements"),
    "resolved": Phrase(it="Disaccordi superati", en="Disagreements resolved"),
    "not-compared": Phrase(it="Che cosa va letto con cautela", en="To be read with care"),
    "trend": Phrase(it="Andamento", en="Trend"),
    "wave": Phrase(it="Rilevazione", en="Wave"),
    "people": Phrase(it="Rispondenti", en="Respondents"),
    "level": Phrase(it="Livello", en="Level"),
    "like-for-like": Phrase(it="a parità di domande", en="same questions"),
}


def word(key: str, lang: Lang, **values: object) -> str:
    """Return a title or label in `lang`."""
    return say(PHRASES, key, lang, **values)
