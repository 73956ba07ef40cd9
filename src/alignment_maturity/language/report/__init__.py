"""The words of the report, by its parts; what the terminal says too is in `phrasing`."""

from alignment_maturity.language import Phrase
from alignment_maturity.language.report import (
    appendix,
    benchmark,
    comparison,
    document,
    glossary,
    placement,
    plan,
    progress,
    worksheets,
    workshop,
)

WORDS: dict[str, Phrase] = document.WORDS
"""What stands in the templates themselves."""

PHRASES: dict[str, Phrase] = {
    **document.PHRASES,
    **placement.PHRASES,
    **benchmark.PHRASES,
    **comparison.PHRASES,
    **plan.PHRASES,
    **progress.PHRASES,
    **workshop.PHRASES,
    **worksheets.PHRASES,
    **appendix.PHRASES,
    **glossary.PHRASES,
}
