"""The text a new questionnaire starts from."""

from __future__ import annotations

import re
from pathlib import Path

from alignment_maturity.errors import WrongUsage
from alignment_maturity.language import Lang
from alignment_maturity.model.scalars import IDENTIFIER
from alignment_maturity.store.builtin import data_folder
from alignment_maturity.store.questionnaires import find_questionnaire


def starter(file: Path, source: str | None, lang: Lang) -> bytes:
    """Return a questionnaire whose id is the name of `file`: a small one in `lang`, or a copy of another.

    Comments and order are those of the file that is copied.

    Raises:
        WrongUsage: where `file` is no YAML file, its name cannot be an id, or `source` is no YAML file.
        InvalidInput: where the questionnaire to copy cannot be used.
    """
    if file.suffix.lower() not in (".yaml", ".yml"):
        raise WrongUsage("not-yaml", path=file)
    if not IDENTIFIER.fullmatch(file.stem):
        raise WrongUsage("bad-file-id", name=file.stem)
    path = data_folder("questionnaires") / "starters" / f"starter.{lang}.yaml"
    if source is not None:
        path = _file_of(source)
    text = path.read_text(encoding="utf-8-sig")
    return re.sub(r"(?m)^id:.*$", f'id: "{file.stem}"', text, count=1).encode()


def _file_of(reference: str) -> Path:
    """Return the file of a questionnaire, once it has been found sound."""
    path = Path(find_questionnaire(reference, Path()).source)
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise WrongUsage("not-yaml", path=path)
    return path
