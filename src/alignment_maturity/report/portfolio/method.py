"""What is on the pages, and how to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.model.questionnaire import Bands
from alignment_maturity.report.elements.common import Block, Fact, Heading
from alignment_maturity.report.portfolio.elements import Method
from alignment_maturity.result import COMPLETE_ENOUGH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignment_maturity.report.portfolio.voice import Voice


def method(voice: Voice, anchor: str, program_version: str) -> Method:
    """Build the last section."""
    questionnaire, figures = voice.questionnaire, voice.figures
    banded = isinstance(questionnaire.placement, Bands)
    needed = voice.percent(COMPLETE_ENOUGH)
    provisional = voice.say(
        "about-provisional", needed=needed, n=voice.whole(figures.provisional), rows=voice.whole(figures.rows)
    )
    accounts = (
        Block(voice.say("about-set"), tuple(_set(voice))),
        Block(
            voice.say("about-level"),
            (voice.say("about-level-bands" if banded else "about-level-text"), provisional),
        ),
        Block(voice.say("about-quartiles"), (voice.say("about-quartiles-text"),)),
        Block(voice.say("about-counts"), tuple(_counts(voice, banded=banded))),
        Block(voice.say("about-privacy"), (voice.say("about-privacy-text"),)),
        Block(voice.say("about-limits"), (voice.say("about-limits-text"),)),
    )
    title = voice.text(questionnaire.title)
    sources = [
        Fact(voice.say("source-questionnaire"), f"{title} ({questionnaire.id} {questionnaire.version})")
    ]
    if program_version:
        sources.append(Fact(voice.say("source-program"), f"alignment-maturity {program_version}"))
    heading = Heading(anchor, voice.say("label-method"), voice.say("about"))
    return Method(heading, accounts, tuple(sources))


def _set(voice: Voice) -> Iterator[str]:
    portfolio, people = voice.portfolio, voice.whole(voice.portfolio.respondents)
    rows, organisations = voice.figures.rows, portfolio.organisations
    yield voice.say(
        "about-set-waves" if organisations < rows else "about-set-text",
        head=voice.counted,
        n=voice.whole(rows),
        organisations=voice.whole(organisations),
        people=people,
    )
    yield voice.say("about-left-out", n=voice.whole(portfolio.left_out))


def _counts(voice: Voice, *, banded: bool) -> Iterator[str]:
    if not banded:
        yield voice.say("about-counts-gates")
    yield voice.say("about-counts-gaps" if voice.compared else "about-no-gaps")
    if voice.figures.effort is not None:
        yield voice.say("about-counts-actions")
    elif voice.below_top:
        yield voice.say("about-no-plans")
