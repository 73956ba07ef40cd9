"""What the level attained costs and what the next one gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.report.elements.common import Block, Heading
from alignment_maturity.report.elements.placement import LevelPortrait, Meaning

if TYPE_CHECKING:
    from alignment_maturity.model.localised import Localised
    from alignment_maturity.model.questionnaire import ScaleLevel
    from alignment_maturity.report.voice import Voice


MOST_BRIEF = 6
"""Up to so many sentences leave most of a page empty."""


def meaning(voice: Voice) -> Meaning | None:
    """Build the section on what the level attained costs and the next one gives.

    None where the questionnaire says neither, or nothing was answered.
    """
    if not says_more(voice):
        return None
    level, following = voice.result.level, _next_level(voice)
    risks = voice.questionnaire.level_named(level).risks
    blocks = [symptoms(voice), _texts(voice, "risks" if following else "risks-top", level, risks)]
    portraits = [_portrait(voice, level, "you-are-here", blocks)]
    if following and following.benefits:
        gives = _texts(voice, "benefits", following.level, following.benefits)
        portraits.append(_portrait(voice, following.level, "next-level", [gives]))
    if following is None:
        key = "meaning-top"
    elif risks and following.benefits:
        key = "meaning"
    else:
        key = "meaning-costs" if risks else "meaning-gives"
    gains = following.benefits if following else ()
    message = voice.say(
        key, level=level, next=level + 1, risks=voice.count("n-risks", len(risks)),
        gains=voice.count("n-gains", len(gains)),
    )  # fmt: skip
    heading = Heading("meaning", voice.say("label-meaning", level=level), message)
    told = sum(len(block.sentences) for portrait in portraits for block in portrait.blocks)
    return Meaning(heading, told <= MOST_BRIEF, tuple(portraits))


def says_more(voice: Voice) -> bool:
    """Say whether there is more to tell of the level attained than how to recognise it."""
    following = _next_level(voice)
    told = voice.questionnaire.level_named(voice.result.level).risks
    return voice.result.index is not None and bool(told or (following and following.benefits))


def symptoms(voice: Voice) -> Block:
    """Say how to recognise the level attained."""
    level = voice.questionnaire.level_named(voice.result.level)
    return _texts(voice, "symptoms", level.level, level.symptoms)


def _next_level(voice: Voice) -> ScaleLevel | None:
    level = voice.result.level
    return voice.questionnaire.level_named(level + 1) if level < voice.questionnaire.top else None


def _texts(voice: Voice, key: str, level: int, texts: tuple[Localised, ...]) -> Block:
    return Block(voice.say(key, level=level), tuple(voice.text(text) for text in texts))


def _portrait(voice: Voice, level: int, label: str, blocks: list[Block]) -> LevelPortrait:
    return LevelPortrait(
        level=str(level),
        name=voice.level_name(level),
        here=level == voice.result.level,
        label=voice.say(label),
        description=voice.text(voice.questionnaire.level_named(level).description),
        blocks=tuple(block for block in blocks if block.sentences),
    )
