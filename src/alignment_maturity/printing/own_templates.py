"""Templates of somebody else's: checked, filled, and what is wrong told by file, line and column."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from functools import lru_cache

from jinja2 import TemplateNotFound

from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.model.findings import Suggestion
from alignment_maturity.printing import outside
from alignment_maturity.printing.sandbox import Sandbox
from alignment_maturity.printing.template_checks import find_problems, placed, reason
from alignment_maturity.printing.template_language import BUDGET, Refused
from alignment_maturity.store.documents import Document
from alignment_maturity.store.template_folders import OURS, TemplateFolder, our_templates, our_text


def check(folder: TemplateFolder) -> tuple[Problem, ...]:
    """Return what is odd about a folder of templates.

    Raises:
        InvalidInput: with everything that is wrong and shows before a report is made.
    """
    return _prepared(folder)[1]


def fill(folder: TemplateFolder, name: str, values: Mapping[str, object]) -> str:
    """Fill a template, with the folder's standing before ours.

    Raises:
        InvalidInput: where a template is wrong, asks for what is not there or may not be had, does not end,
            or where the result would fetch something from elsewhere.
    """
    environment, _ = _prepared(folder)
    environment.left = BUDGET
    try:
        filled = environment.get_template(name).render(values)
    except MemoryError:
        raise
    except Exception as error:
        raise InvalidInput([_failure(folder, error)]) from error
    find = outside.in_page if name.endswith(".html.j2") else outside.in_style
    if problems := [_misplaced(folder, found) for found in dict.fromkeys(find(filled))]:
        raise InvalidInput(problems)
    return filled


@lru_cache(maxsize=2)
def _prepared(folder: TemplateFolder) -> tuple[Sandbox, tuple[Problem, ...]]:
    environment = Sandbox(folder)
    problems = sorted(find_problems(environment, folder), key=lambda it: (it.source, it.line, it.column))
    if any(not problem.warning for problem in problems):
        raise InvalidInput(problems)
    return environment, tuple(problems)


def _failure(folder: TemplateFolder, error: Exception) -> Problem:
    """Say what ended the filling, at the last line of the folder's templates that led there, else of ours."""
    code, values = _told(folder, error)
    documents = {document.source: document for document in folder.templates.values()}
    steps = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    for source, line in reversed(steps):
        if source in documents:
            return placed(documents[source], line, code, values)
    for source, line in reversed(steps):
        if source.startswith(f"{OURS}/"):
            text = our_text(source.removeprefix(f"{OURS}/"))
            return placed(Document(source, text, None, ""), line, code, values)
    return Problem(code, folder.name, values=values)


def _told(folder: TemplateFolder, error: Exception) -> tuple[str, Mapping[str, object]]:
    if isinstance(error, Refused):
        return error.code, error.values
    if isinstance(error, TemplateNotFound):
        name = str(error.name)
        known = (*our_templates(), *folder.templates)
        return "template-unknown", {"name": name, "suggestion": Suggestion(name, known)}
    if isinstance(error, RecursionError):
        return "template-recursion", {}
    return "template-error", {"reason": reason(error)}


def _misplaced(folder: TemplateFolder, found: outside.Outside) -> Problem:
    """Say what has no place in a report, where a template has it word for word."""
    values = {"found": found.found}
    for needle in filter(None, found.needles):
        for document in folder.templates.values():
            at = document.text.find(needle)
            if at >= 0:
                line, column = document.line_and_column(at)
                return Problem(found.code, document.source, line, column, values, document.excerpt(line))
    return Problem(found.code, folder.name, values=values)
