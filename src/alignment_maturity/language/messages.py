"""Short messages of the commands, on stderr."""

from alignment_maturity.language import Phrase

PHRASES: dict[str, Phrase] = {
    "interrupted": Phrase(it="Interrotto.", en="Interrupted."),
    "written": Phrase(it="Scritto: {path}", en="Written: {path}"),
}
