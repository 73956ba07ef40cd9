"""Short messages of the commands, on stderr."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "interrupted": Phrase(it="Interrotto.", en="Interrupted."),
    "written": Phrase(it="Scritto: {path}", en="Written: {path}"),
    "unchanged": Phrase(it="Invariato: {path}", en="Unchanged: {path}"),
    "questionnaire-used": Phrase(
        it="Questionario {id} {version} da {path} (sha256 {sha256})",
        en="Questionnaire {id} {version} from {path} (sha256 {sha256})",
    ),
    "foreign-characters": Phrase(
        it="Attenzione: il font del programma non contiene {characters}; si usa un font di questo computer",
        en="Warning: the program’s own font lacks {characters}; a font of this computer is used instead",
    ),
    "missing-characters": Phrase(
        it="Attenzione: nessun font di questo computer contiene {codes}; al suo posto compare □",
        en="Warning: no font on this computer has {codes}; □ is shown instead",
    ),
    "pdf-message": Phrase(it="PDF: {text}", en="PDF: {text}"),
    "questionnaire-valid": Phrase(
        it="{path}: valido ({id} {version}; domande: {questions}, azioni: {actions})",
        en="{path}: valid ({id} {version}; questions: {questions}, actions: {actions})",
    ),
    "texts-imported": Phrase(
        it="Testi modificati: {texts}; lingue aggiunte: {languages}",
        en="Texts changed: {texts}; languages added: {languages}",
    ),
    "demo-next": Phrase(
        it="Per continuare:\n"
        "  alignment-maturity plan {answers}\n"
        "  alignment-maturity compare {later} --previous {answers}\n"
        "  alignment-maturity assess -o risposte.yaml",
        en="To continue:\n"
        "  alignment-maturity plan {answers}\n"
        "  alignment-maturity compare {later} --previous {answers}\n"
        "  alignment-maturity assess -o answers.yaml",
    ),
    "batch-left-out": Phrase(
        it="{inputs} fra file e righe esclusi: i motivi sono in {path}",
        en="{inputs} files and rows left out: the reasons are in {path}",
    ),
    "batch-left-out-one": Phrase(
        it="Un file o una riga esclusi: il motivo è in {path}",
        en="One file or row left out: the reason is in {path}",
    ),
    "batch-reports": Phrase(
        it="Rapporti scritti in {path}: {number}", en="Reports written to {path}: {number}"
    ),
    "batch-nothing-to-compare": Phrase(
        it="{path} non è stato scritto: non c’è alcuna organizzazione da confrontare",
        en="{path} was not written: there are no organisations to compare",
    ),
    "batch-kept": Phrase(
        it="Non è stato letto alcun rispondente: {path} resta com’era",
        en="No respondent could be read: {path} stays as it was",
    ),
    "batch-older": Phrase(
        it="{path} resta da un’elaborazione precedente: non contiene questi risultati",
        en="{path} is left from an earlier run: it does not hold these results",
    ),
    "batch-resumable": Phrase(
        it="Il lavoro già fatto è salvo: per riprenderlo, ripetere il comando con --resume",
        en="The work done so far is safe: to go on from there, repeat the command with --resume",
    ),
    "batch-begun-anew": Phrase(
        it="C’era un’elaborazione interrotta: ora si ricomincia da capo (con --resume si riprende)",
        en="There was an interrupted run: starting over (--resume would have gone on with it)",
    ),
    "batch-skipped": Phrase(
        it="{path}: è un questionario, non un file di risposte",
        en="{path}: this is a questionnaire, not an answer file",
    ),
}
