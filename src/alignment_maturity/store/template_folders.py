"""Reading a folder of somebody's own report templates, with the pictures and fonts beside them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import NoReturn

from alignment_maturity.errors import InvalidInput, Problem, WrongUsage
from alignment_maturity.language import Lang
from alignment_maturity.store.builtin import data_folder
from alignment_maturity.store.documents import Document, read_text
from alignment_maturity.store.files import read_bytes
from alignment_maturity.store.word_templates import NAME as WORD_TEMPLATE

TEMPLATE_ENDING = ".j2"
RESOURCES: Mapping[str, str] = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
}
"""What a template may use besides templates: endings and media types."""

OURS = "ours"
"""The name under which our own templates are reached; no folder of somebody else's may have it."""

_TEMPLATE_LIMIT = 2**20
_RESOURCE_LIMIT = 5 * 2**20
_TOTAL_LIMIT = 20 * 2**20
_ENTRIES = 1000
# Those of questionnaires and answers speak of other files.
_CODES = {"too-large": "template-file-too-large", "other-format": "template-not-a-template"}


@dataclass(frozen=True, eq=False, slots=True)
class TemplateFolder:
    """A folder of templates, read whole.

    Attributes:
        name: the folder as the user named it.
        templates: its templates by their path in the folder, with `/` between its parts.
        resources: its pictures and fonts, in the same way.
        others: the paths of all other files.
    """

    name: str
    templates: Mapping[str, Document] = field(repr=False)
    resources: Mapping[str, bytes] = field(repr=False, default_factory=dict)
    others: tuple[str, ...] = ()

    def source(self, path: str) -> str:
        """Return a file as messages name it."""
        return str(Path(self.name) / path)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the names and hashes of all templates, pictures and fonts."""
        hashes = {name: document.sha256 for name, document in self.templates.items()}
        hashes |= {name: hashlib.sha256(data).hexdigest() for name, data in self.resources.items()}
        lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items()))
        return hashlib.sha256(lines.encode()).hexdigest()


@lru_cache(maxsize=1)
def our_templates() -> tuple[str, ...]:
    """Return the names of our own templates of the report."""
    names = (path.name for path in data_folder("report_templates").glob(f"*{TEMPLATE_ENDING}"))
    return tuple(sorted(name for name in names if not name.startswith(("worksheet.", "worksheet_"))))


def our_text(name: str) -> str:
    """Return the source of one of our templates."""
    return (data_folder("report_templates") / name).read_text(encoding="utf-8")


def starters(lang: Lang) -> dict[str, bytes]:
    """Return templates to start from, each of which changes one block of ours, by name."""
    folder = data_folder("report_templates") / "starters" / lang
    return {
        path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix == TEMPLATE_ENDING
    }


def copies(names: Sequence[str]) -> dict[str, bytes]:
    """Return our templates with these names, whose endings may be left out, by their whole names.

    Raises:
        WrongUsage: where there is none of a name.
    """
    ours = (*our_templates(), WORD_TEMPLATE)
    found = {}
    for name in names:
        whole = next((f"{name}{end}" for end in ("", ".html.j2", ".j2") if f"{name}{end}" in ours), None)
        if whole is None:
            raise WrongUsage("template-not-ours", name=name, known=", ".join(ours))
        found[whole] = (data_folder("report_templates") / whole).read_bytes()
    return found


def read_template_folder(folder: str | Path) -> TemplateFolder:
    """Read the templates, pictures and fonts of a folder and of those inside it.

    Hidden files are left out, and links to folders are not followed.

    Raises:
        InvalidInput: with every file that can't be used: too large, no text, reached through a link that
            leaves the folder; and where there is no template, or far too much.
    """
    root = Path(folder)
    problems: list[Problem] = []
    templates: dict[str, Document] = {}
    resources: dict[str, bytes] = {}
    others: list[str] = []
    for path in _files(root):
        name, ending = path.relative_to(root).as_posix(), path.suffix.lower()
        try:
            if ending == TEMPLATE_ENDING:
                _check_place(root, path, name)
                templates[name] = read_text(path, _TEMPLATE_LIMIT)
            elif ending in RESOURCES:
                _check_place(root, path, name)
                resources[name] = read_bytes(str(path), _RESOURCE_LIMIT)
            else:
                others.append(name)
        except InvalidInput as error:
            problems += [
                replace(problem, code=_CODES.get(problem.code, problem.code)) for problem in error.problems
            ]
        if sum(map(len, resources.values())) > _TOTAL_LIMIT:
            raise InvalidInput.of("template-folder-too-large", root, limit=_TOTAL_LIMIT // 2**20)
    if not templates and not problems:
        raise InvalidInput.of("no-template", root)
    if problems:
        raise InvalidInput(problems)
    return TemplateFolder(str(folder), templates, resources, tuple(others))


def _files(root: Path) -> Iterator[Path]:
    """Go through the files of a folder in a fixed order."""
    if not root.exists():
        raise InvalidInput.of("template-folder-missing", root)
    if not root.is_dir():
        raise InvalidInput.of("template-folder-a-file", root)
    seen = 0
    for here, folders, files in os.walk(root, onerror=_unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        seen += len(folders) + len(files)
        if seen > _ENTRIES:
            raise InvalidInput.of("template-folder-too-many", root, limit=_ENTRIES)
        yield from (Path(here) / name for name in sorted(files) if not name.startswith("."))


def _check_place(root: Path, path: Path, name: str) -> None:
    if name.startswith(f"{OURS}/"):
        raise InvalidInput.of("template-folder-reserved", path, name=OURS)
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
        raise InvalidInput.of("template-link", path)


def _unreadable(error: OSError) -> NoReturn:
    raise InvalidInput.of("unreadable-file", error.filename, reason=error.strerror or str(error))
