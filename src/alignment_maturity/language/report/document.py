"""The whole document: its fixed words and the names of its sections."""

from alignment_maturity.language import Phrase

WORDS: dict[str, Phrase] = {
    "contents": Phrase(it="Sommario", en="Contents"),
    "level": Phrase(it="Livello", en="Level"),
    "threshold": Phrase(it="soglia", en="threshold"),
    "priority": Phrase(it="Priorità del passo", en="Priority of this step"),
    "first_steps": Phrase(it="Primi passi", en="First steps"),
    "ask": Phrase(it="Da chiedere", en="Ask"),
    "sources": Phrase(it="Riferimenti", en="References"),
    "answer": Phrase(it="Risposta", en="Answer"),
    "agreed": Phrase(it="concordata nel workshop", en="agreed in the workshop"),
    "evidence": Phrase(it="Prova", en="Evidence"),
}
"""What stands in the templates themselves."""

PHRASES: dict[str, Phrase] = {
    # The document
    "title": Phrase(it="{organisation}: rapporto di valutazione", en="{organisation}: assessment report"),
    "people": Phrase(it="{n} persone", en="{n} people"),
    "people-one": Phrase(it="una persona", en="one person"),
    "people-none": Phrase(it="nessuno", en="nobody"),
    "by-group": Phrase(it="{people} ({groups})", en="{people} ({groups})"),
    "fact-wave": Phrase(it="Rilevazione", en="Wave"),
    "fact-date": Phrase(it="Data", en="Date"),
    "fact-respondents": Phrase(it="Rispondenti", en="Respondents"),
    "fact-level": Phrase(it="Livello", en="Level"),
    "fact-index": Phrase(it="Indice", en="Index"),
    "fact-index-of": Phrase(it="Indice secondo {group}", en="Index, {group}"),
    "of": Phrase(it="{figure} su {whole}", en="{figure} of {whole}"),
    # Small numbers
    "n-2": Phrase(it="due", en="two"),
    "n-3": Phrase(it="tre", en="three"),
    "n-4": Phrase(it="quattro", en="four"),
    "n-5": Phrase(it="cinque", en="five"),
    "n-6": Phrase(it="sei", en="six"),
    "n-7": Phrase(it="sette", en="seven"),
    "n-8": Phrase(it="otto", en="eight"),
    "n-9": Phrase(it="nove", en="nine"),
    # Names of the sections
    "label-board": Phrase(it="In sintesi", en="At a glance"),
    "label-ladder": Phrase(it="La scala", en="The ladder"),
    "label-meaning": Phrase(it="Il livello {level}", en="Level {level}"),
    "label-profile": Phrase(it="Il profilo", en="The profile"),
    "label-heat-map": Phrase(it="Tutte le domande", en="All questions"),
    "label-discussion": Phrase(it="Di che cosa parlare", en="What to discuss"),
    "label-steps": Phrase(it="Prossime azioni", en="Next actions"),
    "label-keep": Phrase(it="Restare in cima", en="Staying at the top"),
    "label-method": Phrase(it="Metodo e limiti", en="Method and limits"),
    "label-answers": Phrase(it="Le risposte", en="The answers"),
}
