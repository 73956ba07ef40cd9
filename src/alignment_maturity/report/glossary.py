"""What the words of the report mean."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from alignment_maturity.language import percent
from alignment_maturity.report.drawing import Drawing
from alignment_maturity.report.elements.common import Fact, Heading
from alignment_maturity.report.elements.glossary import Glossary
from alignment_maturity.result import COMPLETE_ENOUGH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alignment_maturity.report.voice import Voice

WRITTEN = {
    "placement": r"\b(?:collocazion[ei]|placements?)\b",
    "provisional": r"\b(?:collocazione provvisoria|provisional placement)\b",
    "level": r"\b(?:livell[oi] medi[oi]|mean levels?)\b",
    "index": r"\b(?:indic[ei]|index|indices)\b",
    "coverage": r"\b(?:copertur[ae]|coverage)\b",
    "threshold": r"\b(?:soglia|soglie|thresholds?)\b",
    "gate": r"\b(?:requisit[oi]|gates?)\b",
    "gap": r"\b(?:distanz[ae]|gaps?)\b",
    "agreement": r"\b(?:accordo|agreement)\b",
    "quartile": r"\bquartil(?:e|i|es)\b",
    "median": r"\bmedian[ae]?s?\b",
    "wave": r"\b(?:rilevazion[ei]|waves?)\b",
    "person-day": r"\b(?:giorn[oi]-persona|person-days?)\b",
    "alignment": r"\b(?:alignment|allineament[oi])\b",
    "integration": r"\b(?:integration|integrazion[ei])\b",
    "persona": r"\bbuyer personas?\b",
    "journey": r"\b(?:(?:buyer|customer) journeys?|percors[oi] d[’']acquisto)",
    "lead": r"\bleads?\b(?! (?:to|up))",
    "crm": r"\bcrm\b",
    "sla": r"\bsla\b|\bservice[- ]level agreements?\b",
}
"""The words of the method, then those of marketing and sales, and how they are written in lower case."""


def glossary(voice: Voice, sections: Iterable[object]) -> Glossary | None:
    """Explain the words that stand in the sections of a report, in the alphabetical order of its language.

    None where there are none.
    """
    written = "\n".join(_texts(tuple(sections))).lower()
    for plain, bound in ((" ", "\N{NO-BREAK SPACE}"), ("-", "\N{NON-BREAKING HYPHEN}")):
        written = written.replace(bound, plain)
    entries = [
        _entry(voice, term)
        for term, pattern in WRITTEN.items()
        if _is_meant(voice, term) and re.search(pattern, written)
    ]
    if not entries:
        return None
    return Glossary(
        Heading("glossary", voice.say("label-glossary"), voice.say("glossary")),
        tuple(sorted(entries, key=lambda entry: entry.label.casefold())),
    )


def _is_meant(voice: Voice, term: str) -> bool:
    """Tell whether the word, if it is there, is the one of the method: it may be one of everyday speech."""
    result = voice.result
    meant = {
        "threshold": not result.cutoffs,
        "gate": not result.cutoffs,
        "gap": result.compared is not None,
        "agreement": any(question.agreement.everybody is not None for question in result.questions),
    }
    return meant.get(term, True)


def _entry(voice: Voice, term: str) -> Fact:
    result = voice.result
    first, second = map(voice.group, result.compared) if result.compared else ("", "")
    text = "term-index-bands" if term == "index" and result.cutoffs else f"term-{term}-text"
    values = {
        "top": voice.questionnaire.top,
        "needed": percent(COMPLETE_ENOUGH, voice.lang),
        "first": first,
        "second": second,
    }
    return Fact(voice.say(f"term-{term}"), voice.say(text, **values))


def _texts(part: object) -> Iterator[str]:
    """Return the texts of a part of a view; those of drawings stand in their descriptions too."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Drawing):
        yield from (part.title, part.description)
    elif isinstance(part, (tuple, Mapping)):
        for item in part.values() if isinstance(part, Mapping) else part:
            yield from _texts(item)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from _texts(getattr(part, field.name))
