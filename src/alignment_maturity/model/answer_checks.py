"""What must hold between answers and their questionnaire.

The checks read plain data, not models: so they run on files whose shape has errors as well, and all the
problems of a file come out in one run. What has the wrong shape is passed over; pydantic reports it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from alignment_maturity.model.answers import FORMS
from alignment_maturity.model.findings import Finding, Path, Suggestion
from alignment_maturity.model.plain_data import as_map, as_text, entries
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN, Questionnaire
from alignment_maturity.model.scalars import shown


def check_answers(data: object, questionnaire: Questionnaire, *, earlier: bool = False) -> Iterator[Finding]:
    """Find everything in an answer file that does not fit its questionnaire.

    In a file of an `earlier` wave, answers to another version that do not fit this one are warnings: they are
    left out (`fitting`).
    """
    if not isinstance(data, dict):
        return
    misfits = list(_misfits(data, questionnaire))
    version = as_text(data.get("questionnaire_version"))
    changed = version is not None and version != questionnaire.version
    left_out = earlier and changed
    yield from _form(data)
    yield from (finding._replace(warning=left_out) for finding in misfits)
    named = as_text(data.get("questionnaire"))
    if named is not None and named != questionnaire.id:
        yield Finding(
            ("questionnaire",), "other-questionnaire", {"found": shown(named), "expected": questionnaire.id}
        )
    if changed:
        values = {"found": shown(version), "expected": questionnaire.version, "number": len(misfits)}
        code = ("answers-left-out" if left_out else "unfit-version") if misfits else "other-version"
        yield Finding(("questionnaire_version",), code, values, warning=code != "unfit-version")


def _form(data: Mapping[str, Any]) -> Iterator[Finding]:
    """Find a file that is none, or more than one, of the three forms."""
    forms = [form for form in FORMS if form in data]
    if not forms:
        yield Finding((), "no-answers")
    for form in forms[1:]:
        yield Finding((form,), "two-forms", {"first": forms[0], "second": form}, on_key=True)
    if "respondent" in data and forms and forms[0] != "answers":
        yield Finding(("respondent",), "two-forms", {"first": forms[0], "second": "respondent"}, on_key=True)


def _misfits(data: Mapping[str, Any], questionnaire: Questionnaire) -> Iterator[Finding]:
    respondent = data.get("respondent")
    if isinstance(respondent, dict):
        yield from _known_group(("respondent", "group"), respondent.get("group"), questionnaire)
    yield from _answers(("answers",), data.get("answers"), questionnaire)
    for path, person in entries(data, "respondents"):
        yield from _known_group((*path, "group"), person.get("group"), questionnaire)
        yield from _answers((*path, "answers"), person.get("answers"), questionnaire)
    for name, discussion in as_map(data.get("workshop")).items():
        here = ("workshop", name)
        if not _is_question(name, questionnaire):
            yield _unknown_question(here, name, questionnaire)
        elif isinstance(discussion, dict):
            yield from _value((*here, "agreed"), name, discussion.get("agreed"), questionnaire)
            for where, votes in entries(discussion, "rounds", here):
                yield from _votes(where, name, votes, questionnaire)


def _answers(path: Path, answers: object, questionnaire: Questionnaire) -> Iterator[Finding]:
    for name, answer in as_map(answers).items():
        here = (*path, name)
        if not _is_question(name, questionnaire):
            yield _unknown_question(here, name, questionnaire)
        elif isinstance(answer, dict):
            yield from _value((*here, "value"), name, answer.get("value"), questionnaire)
        else:
            yield from _value(here, name, answer, questionnaire)


def _votes(
    path: Path, question: str, votes: Mapping[str, Any], questionnaire: Questionnaire
) -> Iterator[Finding]:
    for group, counts in votes.items():
        yield from _known_group((*path, group), group, questionnaire, on_key=True)
        for value in as_map(counts):
            yield from _value((*path, group, value), question, value, questionnaire, on_key=True)


def _value(
    path: Path, name: str, value: object, questionnaire: Questionnaire, *, on_key: bool = False
) -> Iterator[Finding]:
    text = as_text(value)
    if text is None or text == UNKNOWN:
        return
    question = questionnaire.question_by_id[name]
    if text == NOT_APPLICABLE:
        if not question.allow_na:
            yield Finding(path, "na-not-allowed", {"question": name}, on_key)
        return
    known = questionnaire.values_of(question.id)
    if text not in known:
        values = {"question": name, "found": shown(text), "known": ", ".join(islice(known, 20))}
        yield Finding(path, "unknown-option", values, on_key)


def _known_group(
    path: Path, group: object, questionnaire: Questionnaire, *, on_key: bool = False
) -> Iterator[Finding]:
    text = as_text(group)
    if text is not None and text not in questionnaire.group_by_id:
        known = ", ".join(islice(questionnaire.group_by_id, 20)) or "–"
        yield Finding(path, "unknown-group", {"found": shown(text), "known": known}, on_key)


def _is_question(name: object, questionnaire: Questionnaire) -> bool:
    return isinstance(name, str) and name in questionnaire.question_by_id


def _unknown_question(path: Path, name: object, questionnaire: Questionnaire) -> Finding:
    values = {
        "found": shown(name),
        "questionnaire": questionnaire.id,
        "suggestion": Suggestion(str(name), questionnaire.question_by_id),
    }
    return Finding(path, "unknown-question", values, on_key=True)
