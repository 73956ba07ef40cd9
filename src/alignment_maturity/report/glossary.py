"""What the words of the report mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignment_maturity.language import percent
from alignment_maturity.report.elements.common import Fact, Heading
from alignment_maturity.report.elements.glossary import Glossary
from alignment_maturity.result import COMPLETE_ENOUGH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignment_maturity.model.localised import Localised
    from alignment_maturity.report.voice import Voice

OF_THE_FIELD = {
    "alignment": r"\b(?:alignment|allineament[oi])\b",
    "integration": r"\b(?:integration|integrazion[ei])\b",
    "persona": r"\bbuyer personas?\b",
    "journey": r"\b(?:(?:buyer|customer) journeys?|percors[oi] d[’']acquisto)",
    "lead": r"\bleads?\b(?! (?:to|up))",
    "crm": r"\bCRM\b",
    "sla": r"\bSLA\b|\bservice[- ]level agreements?\b",
}
"""Words of marketing and sales, and how they are written; questionnaires need not use them."""


def glossary(voice: Voice, *, compared: bool) -> Glossary:
    """Explain the words this report uses, in the alphabetical order of its language.

    `compared` tells whether earlier waves stand in the report.
    """
    values = _values(voice)
    texts = {"index": "term-index-bands"} if voice.result.cutoffs else {}
    entries = [
        Fact(voice.say(f"term-{term}"), voice.say(texts.get(term, f"term-{term}-text"), **values))
        for term in (*_of_the_method(voice, compared=compared), *_of_the_field(voice))
    ]
    return Glossary(
        Heading("glossary", voice.say("label-glossary"), voice.say("glossary")),
        tuple(sorted(entries, key=lambda entry: entry.label.casefold())),
    )


def _values(voice: Voice) -> dict[str, object]:
    result = voice.result
    first, second = map(voice.group, result.compared) if result.compared else ("", "")
    return {
        "top": voice.questionnaire.top,
        "needed": percent(COMPLETE_ENOUGH, voice.lang),
        "first": first,
        "second": second,
    }


def _of_the_method(voice: Voice, *, compared: bool) -> Iterator[str]:
    result = voice.result
    staged, planned = not result.cutoffs, bool(result.plan.steps)
    used = {
        "placement": True,
        "provisional": result.provisional,
        "level": result.index is not None,
        "index": True,
        "coverage": staged or planned,  # with bands, only as what an action gains
        "threshold": staged,
        "gate": staged,
        "gap": result.compared is not None,
        "agreement": any(question.agreement.everybody is not None for question in result.questions),
        "wave": compared or result.wave is not None,
        "person-day": planned,
    }
    return (term for term, is_used in used.items() if is_used)


def _of_the_field(voice: Voice) -> Iterator[str]:
    written = "\n".join(voice.text(text) for text in _printed(voice))
    for term, pattern in OF_THE_FIELD.items():
        if re.search(pattern, written, flags=re.IGNORECASE):
            yield term


def _printed(voice: Voice) -> Iterator[Localised]:
    """Return the texts of the questionnaire that a report of any length is about."""
    questionnaire = voice.questionnaire
    for level in questionnaire.scale:
        yield from (level.name, level.description, *level.symptoms)
    yield from (dimension.name for dimension in questionnaire.dimensions)
    for question in questionnaire.questions:
        yield from (question.name, question.text)
        yield from (option.text for option in questionnaire.options_of(question))
    for step in voice.result.plan.steps:
        action = step.action
        yield from (action.title, action.why, *action.steps, action.done_when, action.kpi)
