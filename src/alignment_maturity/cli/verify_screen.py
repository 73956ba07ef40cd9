"""What verifying found, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from alignment_maturity.language import Lang, one_line, say
from alignment_maturity.language import verify as words
from alignment_maturity.language.problems import describe
from alignment_maturity.verification.checks import Check, Difference, Outcome, Verification

if TYPE_CHECKING:
    from alignment_maturity.errors import Problem

SHOWN = 8
"""How many differences of one check are shown on the screen."""

_RECORDED = ("attachments", "untouched")
"""Checks that compare with what was recorded when the report was made."""

_MARKS = {Outcome.HOLDS: "ok", Outcome.CAUTION: "! ", Outcome.DIFFERS: "!!", Outcome.NOT_CHECKED: "- "}


def as_text(found: Verification, lang: Lang, *, verdict_only: bool) -> str:
    """Write the verdict and, unless it is to stand alone, every check in a line with what differs."""
    lines = [say(words.VERDICTS, _verdict(found), lang)]
    if not verdict_only:
        lines += [line for check in found.checks for line in _lines(check, lang)]
    return "".join(f"{line}\n" for line in lines)


def as_document(found: Verification, lang: Lang) -> dict[str, object]:
    """Return all that was found, for other programs."""
    return {
        "holds": found.holds,
        "fingerprint": found.fingerprint,
        "checks": [
            {
                "name": check.name,
                "outcome": check.outcome.value,
                "code": check.code,
                "message": _message(check, lang),
            }
            for check in found.checks
        ],
        "differences": [entry for check in found.checks for entry in _entries(check, lang)],
    }


def _verdict(found: Verification) -> str:
    outcomes = {check.outcome for check in found.checks}
    if not found.holds:
        return "differs"
    if Outcome.NOT_CHECKED in outcomes:
        return "holds-partly"
    return "holds-cautiously" if Outcome.CAUTION in outcomes else "holds"


def _lines(check: Check, lang: Lang) -> Iterator[str]:
    yield f"{_MARKS[check.outcome]}  {say(words.NAMES, check.name, lang)}: {_message(check, lang)}"
    for problem in check.problems[:SHOWN]:
        yield f"      {_placed(problem, lang)}"
    for difference in check.differences[:SHOWN]:
        yield f"      {_told(difference, lang, recorded=check.name in _RECORDED)}"
    hidden = check.more + sum(len(found[SHOWN:]) for found in (check.problems, check.differences))
    if hidden:
        yield f"      {say(words.WORDS, 'more', lang, more=hidden)}"


def _message(check: Check, lang: Lang) -> str:
    values = {
        key: value[lang] if isinstance(value, Mapping) else value for key, value in check.values.items()
    }
    return one_line(say(words.PHRASES, check.code, lang, **values))


def _told(difference: Difference, lang: Lang, *, recorded: bool) -> str:
    named = words.PLACES.get(difference.where)
    where = named.fill(lang) if named else difference.where
    report, again = (_side(side, difference.unit, lang) for side in (difference.report, difference.again))
    key = "difference-recorded" if recorded else "difference"
    return one_line(say(words.WORDS, key, lang, where=where, report=report, again=again))


def _side(side: str | None, unit: str, lang: Lang) -> str:
    if side is None:
        return say(words.WORDS, "nothing", lang)
    return say(words.UNITS, unit, lang, n=side) if unit else side


def _placed(problem: Problem, lang: Lang) -> str:
    place = f":{problem.line}:{problem.column}" if problem.line else ""
    return one_line(f"{problem.source}{place}: {describe(problem, lang)}")


def _entries(check: Check, lang: Lang) -> Iterator[dict[str, object]]:
    for difference in check.differences:
        yield {
            "check": check.name,
            "where": difference.where,
            "report": difference.report,
            "again": difference.again,
            "unit": difference.unit or None,
        }
    for problem in check.problems:
        yield {
            "check": check.name,
            "where": _placed(problem, lang),
            "report": None,
            "again": None,
            "unit": None,
        }
    if check.more:
        yield {
            "check": check.name,
            "where": None,
            "report": None,
            "again": None,
            "unit": None,
            "more": check.more,
        }
