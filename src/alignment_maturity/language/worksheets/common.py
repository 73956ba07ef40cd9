"""What all worksheets say alike."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "kind": Phrase(it="Modello di lavoro", en="Worksheet"),
    "marketing": Phrase(it="Marketing", en="Marketing"),
    "sales": Phrase(it="Vendite", en="Sales"),
    "organisation": Phrase(it="Organizzazione", en="Organisation"),
    "version": Phrase(it="Versione e data", en="Version and date"),
    "kept-at": Phrase(it="Dove si trova la copia valida", en="Where the valid copy is kept"),
    "amend": Phrase(
        it="I testi già scritti sono proposte: si correggono, si tolgono o si completano insieme.",
        en="What is already written is a proposal: amend it, strike it out or complete it together.",
    ),
    # The list of worksheets
    "list-name": Phrase(it="nome", en="name"),
    "list-title": Phrase(it="documento", en="document"),
    "list-purpose": Phrase(it="a che cosa serve", en="what it is for"),
    "list-make": Phrase(
        it="Per prepararne uno: alignment-maturity worksheet sla risposte.yaml -o sla.docx",
        en="To make one: alignment-maturity worksheet sla answers.yaml -o sla.docx",
    ),
    # Where the organisation stands
    "standing": Phrase(it="Da dove si parte", en="Where you start from"),
    "standing-lead": Phrase(it="{placement} ({date}).", en="{placement} ({date})."),
    "standing-lead-undated": Phrase(it="{placement}.", en="{placement}."),
    "standing-caption": Phrase(
        it="Le domande del questionario su cui agisce questo documento",
        en="The questions of the questionnaire that this document helps with",
    ),
    "question": Phrase(it="Domanda", en="Question"),
    "seen": Phrase(it="Livello medio", en="Mean level"),
    "seen-by": Phrase(it="{group}: {level}", en="{group}: {level}"),
    "seen-all": Phrase(it="nel complesso: {level}", en="overall: {level}"),
    "seen-agreed": Phrase(it="concordato nel workshop: {level}", en="agreed in the workshop: {level}"),
    "gate": Phrase(it="Requisito", en="Gate"),
    "gate-of": Phrase(it="livello {level}: {status}", en="level {level}: {status}"),
    "asked-next": Phrase(it="Che cosa chiede il prossimo passo", en="What the next step asks for"),
    "asked-level": Phrase(it="Livello {level}. {text}", en="Level {level}: {text}"),
    "asked-later": Phrase(it="Basta per il livello {target}.", en="Enough for level {target}."),
    "asked-nothing": Phrase(it="Già in atto: da mantenere.", en="In place already: keep it."),
    "asked-not": Phrase(it="Non riguarda questa organizzazione.", en="Does not apply to this organisation."),
    # In the plan
    "in-plan-caption": Phrase(
        it="Le azioni che si servono di questo documento", en="The actions that use this document"
    ),
    "action": Phrase(it="Azione", en="Action"),
    "owner": Phrase(it="Responsabile", en="Owner"),
    "period": Phrase(it="Periodo", en="Period"),
    "done-when": Phrase(it="È fatta quando", en="Done when"),
    "ranked": Phrase(it="{rank}. {title}", en="{rank}. {title}"),
    "optional": Phrase(it="facoltativa", en="optional"),
    # Reviews and signatures
    "reviews-date": Phrase(it="Data", en="Date"),
    "reviews-found": Phrase(it="Che cosa è emerso", en="What came up"),
    "reviews-changed": Phrase(it="Che cosa cambia, da quando", en="What changes, from when"),
    "signatures": Phrase(it="Firme", en="Signatures"),
    "approval": Phrase(it="Approvazione", en="Approval"),
    "approved": Phrase(it="nome, data, firma", en="name, date, signature"),
    "signed-for": Phrase(it="Per", en="For"),
    "signed-by": Phrase(it="Nome e ruolo", en="Name and role"),
    "signed-on": Phrase(it="Data", en="Date"),
    "signature": Phrase(it="Firma", en="Signature"),
    "leadership": Phrase(it="Direzione", en="Management"),
}
