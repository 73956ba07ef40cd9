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
        it="Attenzione: {characters} non sono nel carattere del rapporto; li disegna un carattere di questo"
        " computer",
        en="Warning: the report’s own font lacks {characters}; a font of this machine draws them",
    ),
    "missing-characters": Phrase(
        it="Attenzione: nessun carattere qui contiene {codes}; al loro posto c’è □",
        en="Warning: no font here has {codes}; □ stands in their place",
    ),
    "pdf-message": Phrase(it="PDF: {text}", en="PDF: {text}"),
    "questionnaire-valid": Phrase(
        it="{path}: valido ({id} {version}, {questions} domande, {actions} azioni)",
        en="{path}: valid ({id} {version}, {questions} questions, {actions} actions)",
    ),
    "demo-next": Phrase(
        it="Per continuare:\n  alignment-maturity score {answers}\n"
        "  alignment-maturity assess -o risposte.yaml",
        en="To go on:\n  alignment-maturity score {answers}\n  alignment-maturity assess -o answers.yaml",
    ),
    "doctor-fine": Phrase(it="Tutto a posto.", en="All is well."),
    "batch-progress": Phrase(it="{done} di {total} file letti", en="{done} of {total} files read"),
    "batch-left-out": Phrase(
        it="{files} file lasciati fuori: i motivi sono in {path}",
        en="{files} files left out: the reasons are in {path}",
    ),
    "batch-left-out-one": Phrase(
        it="Un file lasciato fuori: il motivo è in {path}", en="One file left out: the reason is in {path}"
    ),
    "batch-skipped": Phrase(
        it="{path}: è un questionario, non un file di risposte", en="{path}: a questionnaire, not answers"
    ),
}
