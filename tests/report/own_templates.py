"""Folders of templates, and the page of templates that every one of them may use, for the tests."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path

from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.report.html import render_html
from alignment_maturity.report.view import ReportOptions
from alignment_maturity.store.template_folders import TemplateFolder, read_template_folder
from report.sample import case

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGPgDs0AAAE3AMl4cU4TAAAAAElFTkSuQmCC"
)
"""A PNG of one pixel."""

BOARD = '{% extends "ours/board.html.j2" %}\n{% block moves %}\n'


def folder(place: Path, files: Mapping[str, str | bytes]) -> TemplateFolder:
    """Write files into a folder and read it as templates."""
    for name, content in files.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_template_folder(place)


def page(place: Path, files: Mapping[str, str | bytes], *sections: str) -> str:
    """Return the report made with some templates, or some of its sections."""
    return render_html(case("rich"), "en", ReportOptions(sections, templates=folder(place, files)))


def board(place: Path, body: str, **files: str | bytes) -> str:
    """Return the report where a body stands in place of the moves; it is the third line of its template."""
    return page(place, {"board.html.j2": f"{BOARD}{body}\n{{% endblock %}}", **files}, "board")


def problems(place: Path, files: Mapping[str, str | bytes]) -> tuple[Problem, ...]:
    """Return what is said against some templates."""
    try:
        page(place, files, "cover", "board", "plan")
    except InvalidInput as error:
        return error.problems
    return ()


def told(place: Path, files: Mapping[str, str | bytes]) -> list[str]:
    """Return what is said against some templates, as `name:line:column code`."""
    return [
        f"{_name(problem, place)}:{problem.line}:{problem.column} {problem.code}"
        for problem in problems(place, files)
    ]


def _name(problem: Problem, place: Path) -> str:
    source = Path(problem.source)
    return source.relative_to(place).as_posix() if source.is_relative_to(place) else problem.source
