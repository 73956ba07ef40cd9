"""Comparing the result document of a report with the one that its answers give."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from alignment_maturity.document import as_document
from alignment_maturity.model.plain_data import as_list, as_map
from alignment_maturity.model.record import RESULT
from alignment_maturity.report.record import result_document
from alignment_maturity.verification.checks import Check, Difference, Outcome, compare, differing, load

if TYPE_CHECKING:
    from collections.abc import Collection

    from alignment_maturity.language import Lang
    from alignment_maturity.result import Assessment

_WORDED = ".reason"
"""Ends the paths of sentences that the program writes, and may write otherwise one day."""

_PAIRED = ("gap", "cliffs_delta")
"""What is said of a question where both compared groups are shown."""


def whole(data: bytes, result: Assessment, lang: Lang, versions: Mapping[str, str]) -> Check:
    """Compare a result document with a result, exactly.

    Of another version of the program, figures are compared but not its sentences, nor what only one knows.

    Args:
        versions: which made the report and which this is, where they are not the same; else empty.
    """
    again = result_document(result, lang)
    if data == again:
        return Check("result", Outcome.HOLDS, "result-same", {"level": result.level})
    found = list(compare(load(data), load(again)))
    if not versions:
        # Where all values are alike, they are written otherwise.
        return differing("result", "result-differs", found or [Difference(RESULT, "{ … }", "{…}")])
    figures = [each for each in found if not _may_change(each)]
    if figures:
        return differing("result", "result-differs-other-program", figures, **versions)
    return Check("result", Outcome.CAUTION, "result-same-figures", {"level": result.level, **versions})


def of_shown(
    data: bytes, alone: Assessment, left_out: Collection[str], lang: Lang, hidden: Mapping[str, object]
) -> Check:
    """Compare what a result document says of the groups that are shown, each by itself.

    Args:
        alone: the result of those whose answers are attached.
        hidden: the names of those left out, as a message is filled with.
    """
    shown = [group for group in alone.respondents.by_group if group not in left_out]
    pair = alone.compared is not None and all(group in shown for group in alone.compared)
    report, again = (_told(document, shown, pair=pair) for document in (load(data), as_document(alone, lang)))
    for question in again["questions"].values():
        # A workshop's votes are attached even of those who are hidden.
        question["counts"] = {group: n for group, n in question["counts"].items() if group in shown}
    found = list(compare(report, again))
    if found:
        return differing("result", "result-partly-differs", found)
    return Check("result", Outcome.NOT_CHECKED, "result-partly", hidden)


def _may_change(difference: Difference) -> bool:
    return difference.where.endswith(_WORDED) or None in (difference.report, difference.again)


def _told(document: object, shown: Collection[str], *, pair: bool) -> dict[str, dict[str, Any]]:
    """Return what a result document says of single groups, whatever shape it has."""
    told = as_map(document)
    people = as_map(as_map(told.get("respondents")).get("by_group"))
    questions, dimensions = (map(as_map, as_list(told.get(key))) for key in ("questions", "dimensions"))
    return {
        "respondents": {group: people.get(group) for group in shown},
        "questions": {str(entry.get("id")): _of_question(entry, shown, pair=pair) for entry in questions},
        "dimensions": {str(entry.get("id")): entry.get("gap") for entry in dimensions if pair},
    }


def _of_question(entry: Mapping[str, Any], shown: Collection[str], *, pair: bool) -> dict[str, Any]:
    agreement = as_map(entry.get("agreement"))
    between = {key: entry.get(key) for key in _PAIRED} if pair else {}
    return {
        "counts": as_map(entry.get("counts")),
        "agreement": {group: agreement.get(group) for group in shown},
        **between,
    }
